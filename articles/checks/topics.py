"""The story has topics."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Gravity, Story

NAME = "Topics"
MAY_STOP = False
MISSING = Gravity(publish=WARNING, changes=ADVICE, schedule=WARNING)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    if not story.document.topics:
        said = "The story has no topics: nobody who follows a person or a film will find it."
        yield Finding(NAME, MISSING, "topics", said)
