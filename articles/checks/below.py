"""“See below” has something below."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, WARNING, Facts, Finding, Story

NAME = "See below"
MAY_STOP = False

_BELOW = re.compile(
    r"\b(?:see|watch|listen|read on|scroll down|look)\b[^.\n]{0,40}?\bbelow\b"
    r"|\b(?:(?:video|trailer|clip|pictures?|post) below)\b",
    re.I,
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    sections = story.document.sections
    for part, text in story.bodies:
        if not text.has("below"):
            continue
        for found in _BELOW.finditer(text.plain):
            after = sections[sections.index(part) + 1 :]
            if not (part.pictures or any(other.kind != "text" or other.pictures for other in after)):
                said = "Readers are sent below, but nothing follows: no picture, video or post."
                yield text.finding(NAME, ALWAYS[WARNING], said, *found.span())
