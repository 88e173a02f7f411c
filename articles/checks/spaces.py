"""Spaces that are too many."""

import re
from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, Facts, Finding, Story, Text

NAME = "Spaces"
MAY_STOP = False

_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")
_BEFORE_SIGN = re.compile(r"(?<=[^\W\d_]) +([,.;:!?])(?=\s|$)")
_WORD_BEFORE, _WORD_AFTER = re.compile(r"\S{1,40}$"), re.compile(r"\S{1,40}")


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for text in story.texts:
        yield from spaces(text)


def spaces(text: Text) -> Iterator[Finding]:
    for found in _SPACES.finditer(text.plain):
        before = word_before(text, found.start())
        after = _WORD_AFTER.match(text.plain, found.end())
        assert after is not None
        start, end = found.start() - len(before), after.end()
        yield text.finding(NAME, ALWAYS[ADVICE], "More than one space.", start, end, f"{before} {after[0]}")
    for found in _BEFORE_SIGN.finditer(text.plain):
        before = word_before(text, found.start())
        said, start = f"A space before “{found[1]}”.", found.start() - len(before)
        yield text.finding(NAME, ALWAYS[ADVICE], said, start, found.end(), f"{before}{found[1]}")


def word_before(text: Text, at: int) -> str:
    found = _WORD_BEFORE.search(text.plain[max(0, at - 40) : at])
    return found[0] if found else ""
