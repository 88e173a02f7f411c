"""The demo's stories, an area of the site to a module. Each also names those it brings onto the site as topics."""

from articles.demo.stories import celebrity_news, film, music, royalty, style, television

AREAS = (celebrity_news, royalty, film, television, music, style)
STORIES = [story for area in AREAS for story in area.STORIES]
