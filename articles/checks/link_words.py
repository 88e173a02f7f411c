"""Links stand on words that say where they lead: no “click here”, no bare addresses."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, WARNING, Facts, Finding, Story, Text

NAME = "Words of links"
MAY_STOP = False

_HERE = re.compile(r"\b(?:click|tap|press) here\b", re.I)
_EMPTY_WORDS = {
    "here",
    "click here",
    "this link",
    "link",
    "read more",
    "see more",
    "more",
    "this",
    "this page",
    "tap here",
}
_BARE = re.compile(r"(?:https?://|www\.)[^\s<>“”]+[^\s<>“”.,;:!?)]", re.I)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for part, text in story.bodies:
        yield from words(text, story.links(part))


def words(text: Text, linked: list[tuple[str, str]]) -> Iterator[Finding]:
    said = "Say where the link leads: “{}” tells nothing to who only hears the links."
    spans = set()
    for found in _HERE.finditer(text.plain) if text.has(" here") else ():
        spans.add(found.start())
        yield text.finding(NAME, ALWAYS[WARNING], said.format(found[0]), *found.span())
    for _, shown in linked:
        at = text.plain.find(shown) if shown.casefold() in _EMPTY_WORDS else -1
        if at >= 0 and at not in spans:
            yield text.finding(NAME, ALWAYS[WARNING], said.format(shown), at, at + len(shown))
    for found in _BARE.finditer(text.plain) if text.has("http", "www.") else ():
        yield text.finding(
            NAME, ALWAYS[WARNING], "A bare address: put the link on words that say where it leads.", *found.span()
        )
