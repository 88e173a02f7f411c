"""Words that stand twice."""

import re
from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, WARNING, Facts, Finding, Story, Text

NAME = "Repeated words"
MAY_STOP = False

_TWICE = re.compile(r"\b([^\W\d_]+)([ \u00a0]+)\1\b", re.IGNORECASE)
# Which English may well say twice.
_MAY_REPEAT = {
    *("had", "that", "is", "so", "very", "no", "yes", "bye", "ha", "hey", "oh", "la", "na", "yeah", "knock", "many"),
    *("really", "more", "please", "never", "boom", "come", "go", "there", "well", "now", "long", "far", "again", "you"),
    *("blah", "tut", "night", "hip", "wow", "do", "much", "her", "his", "out", "over", "up", "on", "in", "who", "what"),
}
_SURELY = {
    "the",
    "a",
    "an",
    "and",
    "of",
    "to",
    "for",
    "with",
    "at",
    "but",
    "or",
    "was",
    "were",
    "are",
    "he",
    "she",
    "they",
    "we",
    "it",
}


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for text in story.texts:
        yield from repeated(text)


def repeated(text: Text) -> Iterator[Finding]:
    for found in _TWICE.finditer(text.plain):
        word = found[1].casefold()
        # A name may be said twice: “Duran Duran”, “Sirhan Sirhan”.
        is_name = found[1][0].isupper() and found[0][-len(found[1])].isupper()
        if word in _MAY_REPEAT or (is_name and word not in _SURELY):
            continue
        severity = WARNING if word in _SURELY else ADVICE
        yield text.finding(NAME, ALWAYS[severity], f"“{found[1]}” stands twice.", *found.span(), found[1])
