"""Links and what is pointed at: “see below”, “click here”, bare addresses, outlets without a link, broken links."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Story, Text, links_of

BELOW, WORDS, OUTLETS, BROKEN = "See below", "Words of links", "Sources", "Broken links"

_BELOW = re.compile(
    r"\b(?:see|watch|listen|read on|scroll down|look)\b[^.\n]{0,40}?\bbelow\b"
    r"|\b(?:(?:video|trailer|clip|pictures?|post) below)\b",
    re.I,
)
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
# Outlets as stories quote them; only names that mean nothing else.
_OUTLETS = (
    *("Variety", "Deadline", "The Hollywood Reporter", "Entertainment Tonight", "Entertainment Weekly", "USA Today"),
    *("Associated Press", "Rolling Stone", "Vanity Fair", "The New York Times", "New York Times", "Los Angeles Times"),
    *("The Guardian", "Daily Mail", "The Times", "The Telegraph", "The Independent", "Page Six", "TMZ", "Reuters"),
    *("BBC", "CNN", "People magazine", "Vogue", "Billboard", "NME", "Radio Times", "The Sun", "Daily Mirror"),
    *("The Graham Norton Show", "Good Morning America", "GQ", "Elle", "Harper’s Bazaar", "Empire", "Sky News"),
)
_ANY_OUTLET = "|".join(re.escape(one) for one in sorted(_OUTLETS, key=len, reverse=True))
_QUOTED = re.compile(
    rf"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|talking to|interview with|according to"
    rf"|asked by|reported by|wrote in|on) (?:the )?({_ANY_OUTLET})\b"
)
_SAID_BY = re.compile(rf"\b({_ANY_OUTLET}) (?:reported|reports|revealed|claims|claimed|wrote)\b")


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    sections = story.document.sections
    for part, text in story.bodies:
        index = sections.index(part)
        linked = links_of(part.body) if "<a" in part.body else []
        for found in _BELOW.finditer(text.plain):
            below = part.pictures or any(other.kind != "text" or other.pictures for other in sections[index + 1 :])
            if not below:
                said = "Readers are sent below, but nothing follows: no picture, video or post."
                yield text.finding(BELOW, WARNING, said, *found.span())
        yield from words(text, linked, facts)
        yield from outlets(text, linked)
        yield from broken(text, linked, facts)


def words(text: Text, linked: list[tuple[str, str]], facts: Facts) -> Iterator[Finding]:
    said = "Say where the link leads: “{}” tells nothing to who only hears the links."
    spans = set()
    for found in _HERE.finditer(text.plain):
        spans.add(found.start())
        yield text.finding(WORDS, WARNING, said.format(found[0]), *found.span())
    for _, shown in linked:
        at = text.plain.find(shown) if shown.casefold() in _EMPTY_WORDS else -1
        if at >= 0 and at not in spans:
            yield text.finding(WORDS, WARNING, said.format(shown), at, at + len(shown))
    for found in _BARE.finditer(text.plain):
        yield text.finding(
            WORDS, WARNING, "A bare address: put the link on words that say where it leads.", *found.span()
        )


def outlets(text: Text, linked: list[tuple[str, str]]) -> Iterator[Finding]:
    """Who is quoted is linked, at least in the paragraph where they are first named."""
    shown = " ".join(words for _, words in linked)
    seen = set()
    for found in sorted([*_QUOTED.finditer(text.plain), *_SAID_BY.finditer(text.plain)], key=lambda one: one.start()):
        name = found[1]
        # A link on other words of the same sentence will do.
        start = text.plain.rfind("\n", 0, found.start()) + 1
        end = text.plain.find("\n", found.end())
        paragraph = text.plain[start : len(text.plain) if end < 0 else end]
        if name in seen or name in shown or any(words and words in paragraph for _, words in linked):
            continue
        seen.add(name)
        yield text.finding(OUTLETS, ADVICE, f"{name} is quoted but not linked.", *found.span(1))


def broken(text: Text, linked: list[tuple[str, str]], facts: Facts) -> Iterator[Finding]:
    for address, shown in linked:
        path = internal(address, facts.site)
        if path and path not in facts.internal_links:
            at = max(0, text.plain.find(shown))
            yield text.finding(
                BROKEN, WARNING, f"This link leads to {path}, which no reader can open.", at, at + len(shown)
            )


def internal(address: str, site: str) -> str:
    """The path of an address on this site, empty for one elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if (parts.netloc and parts.netloc != urlsplit(site).netloc) or parts.scheme not in {"", "http", "https"}:
        return ""
    return parts.path if parts.path.startswith("/") else ""
