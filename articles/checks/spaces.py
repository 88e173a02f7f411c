"""Spaces that are too many."""

import re
from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, Facts, Finding, Story, Text

NAME = "Spaces"
MAY_STOP = False

_SPACES = re.compile(r"(\S{1,40})( {2,})(\S{1,40})")
_BEFORE_SIGN = re.compile(r"([^\W\d_]+) +([,.;:!?])(?=\s|$)")


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for text in story.texts:
        yield from spaces(text)


def spaces(text: Text) -> Iterator[Finding]:
    for found in _SPACES.finditer(text.plain):
        start = found.start(1)
        yield text.finding(NAME, ALWAYS[ADVICE], "More than one space.", start, found.end(), f"{found[1]} {found[3]}")
    for found in _BEFORE_SIGN.finditer(text.plain):
        yield text.finding(
            NAME, ALWAYS[ADVICE], f"A space before “{found[2]}”.", *found.span(), f"{found[1]}{found[2]}"
        )
