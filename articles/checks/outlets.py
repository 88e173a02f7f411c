"""Outlets that are quoted are linked."""

import re
from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, Facts, Finding, Story, Text

NAME = "Sources"
MAY_STOP = False

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
    for part, text in story.bodies:
        if any(name in text.plain for name in _OUTLETS):
            yield from outlets(text, story.links(part))


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
        yield text.finding(NAME, ALWAYS[ADVICE], f"{name} is quoted but not linked.", *found.span(1))
