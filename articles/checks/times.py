"""Words that are true today only, in a story that goes out another day."""

import re
from collections.abc import Iterator

from articles.checks.finding import WARNING, Facts, Finding, Gravity, Story, Text

NAME = "Words of time"
MAY_STOP = False
AHEAD = Gravity(publish=None, changes=None, schedule=WARNING)

_TIME = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night|earlier today)\b", re.I
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    if max(facts.days) == facts.today:
        return
    for text in story.texts:
        if text.place != "kicker":
            yield from times(text, facts)


def times(text: Text, facts: Facts) -> Iterator[Finding]:
    for found in _TIME.finditer(text.plain):
        said = (
            f"“{found[0]}” is written on {facts.today:%A} and goes out on {max(facts.days):%A, %-d %B}: "
            "name the day, or make sure it is true then."
        )
        yield text.finding(NAME, AHEAD, said, *found.span())
