"""The story has a lead picture."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Gravity, Story

NAME = "Lead picture"
MAY_STOP = False
MISSING = Gravity(publish=WARNING, changes=ADVICE, schedule=WARNING)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    if story.document.lead is None:
        yield Finding(NAME, MISSING, "lead", "The story has no lead picture: cards and shared links will be bare.")
