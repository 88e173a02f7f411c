"""The demo's stories of Style. Nobody in them exists, and none of it happened."""

from articles.demo.story import Story, Subject

SUBJECTS: list[Subject] = []

STORIES: list[Story] = []
