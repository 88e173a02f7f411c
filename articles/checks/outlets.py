"""Outlets that are quoted are linked: those everybody knows, organisations on file, names set apart as theirs are."""

import re
from collections.abc import Iterable, Iterator

from articles.checks.finding import ADVICE, ALWAYS, Facts, Finding, Story, Text, plain_of

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
_TOLD = (
    r"(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|talking to|interview with|according to|asked by"
    r"|reported by|wrote in)"
)
# A name set apart, as outlets' are: “told The Lantern, …” in italics. Where a word follows that is no small one, the
# name belongs to it: “told Night Ferry star Ida Marsh”.
_OPEN, _SHUT = "\ue000", "\ue001"
_SET_APART = re.compile(
    rf"\b{_TOLD} (?:the )?{_OPEN}(?P<told>[A-Z\d][^\n{_OPEN}{_SHUT}]{{1,59}}){_SHUT}(?![^\W_])"
    r"(?! (?!(?:a|about|after|ahead|and|as|at|before|but|during|for|from|he|how|in|it|last|of|on|she|that|the|they|this"
    r"|what|when|where|while|who|why|with)\b)[^\W_])"
)


def quoted(names: Iterable[str], more: str = "") -> re.Pattern[str]:
    """Finds those of these names that are quoted. `more` are words that say so of them besides."""
    any_name = "|".join(re.escape(one) for one in sorted(names, key=len, reverse=True))
    said = r"(?:reported|reports|revealed|claims|claimed|wrote)"
    return re.compile(rf"\b(?:{_TOLD}{more}) (?:the )?(?P<told>{any_name})\b|\b(?P<says>{any_name}) {said}\b")


_QUOTED = quoted(_OUTLETS, "|on")


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    topics = story.document.topics
    organisations = {*facts.organisations, *(one.title for one in topics if one.kind == "organisation")}
    no_outlets = {one.title for one in topics if one.kind != "organisation"}
    no_outlets |= {name for one in (*facts.people, *facts.named) for name in one.names}
    of_organisations = quoted(organisations) if organisations else None
    for part, text in story.bodies:
        found = {at: name for at, name in set_apart(part.body, text.plain) if name not in no_outlets}
        for pattern, names in ((_QUOTED, _OUTLETS), (of_organisations, organisations)):
            if pattern and any(name in text.plain for name in names):
                matches = [(one, one.lastgroup or 0) for one in pattern.finditer(text.plain)]
                found |= {one.start(group): one[group] for one, group in matches}
        yield from outlets(text, sorted(found.items()), story.links(part))


def set_apart(body: str, plain: str) -> Iterator[tuple[int, str]]:
    """The names in italics that are quoted, with where each stands in the plain text."""
    if "<em>" not in body and "<cite>" not in body:
        return
    marked = plain_of(re.sub("</(?:em|cite)>", _SHUT, re.sub("<(?:em|cite)>", _OPEN, body)))
    for found in _SET_APART.finditer(marked):
        at = found.start("told") - sum(marked.count(sign, 0, found.start("told")) for sign in (_OPEN, _SHUT))
        if plain.startswith(found["told"], at):
            yield at, found["told"]


def outlets(text: Text, quoted: list[tuple[int, str]], linked: list[tuple[str, str]]) -> Iterator[Finding]:
    """Who is quoted is linked, at least in the paragraph where they are first named."""
    shown = " ".join(words for _, words in linked)
    seen = set()
    for at, name in quoted:
        # A link on other words of the same sentence will do.
        start = text.plain.rfind("\n", 0, at) + 1
        end = text.plain.find("\n", at)
        paragraph = text.plain[start : len(text.plain) if end < 0 else end]
        if name in seen or name in shown or any(words and words in paragraph for _, words in linked):
            continue
        seen.add(name)
        yield text.finding(NAME, ALWAYS[ADVICE], f"{name} is quoted but not linked.", at, at + len(name))
