"""Ages, against the dates of birth at the desk, on the day readers read them."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, STOP, WARNING, Facts, Finding, Person, Story, Text
from articles.checks.naming import SAME, Names, about, names_of

NAME = "Ages"
MAY_STOP = True

_AGE_WORD = re.compile(r"\b(?P<age>\d{1,3})[- ]years?[- ]old\b", re.I)
_AGED = re.compile(
    r"\b(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}), (?:who is |now |aged )?(?P<age>\d{1,3})(?=[,.;:)]| and\b)"
)
_COMMA_AGE, _BRACKET_AGE = re.compile(r", (?:who is |now |aged )?\d"), re.compile(r"\(\d")  # quick to look for
_IN_BRACKETS = re.compile(r"\b(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}) \((?P<age>\d{1,3})\)")
# How an age is spoken of that is not the person's own on that day.
_NOT_NOW = re.compile(
    r"\b(?:was|were|when|then|as an?|at the time|aged|had been|turned|son|daughter|dog|house|film|a)\s*$", re.I
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    born = [one for one in facts.people if one.born]
    if born or facts.named:
        by_name, by_other = names_of(facts.people), names_of(facts.named)
        for text in story.texts:
            yield from ages(text, born, by_name, by_other, facts)


def ages(text: Text, born: list[Person], by_name: Names, by_other: Names, facts: Facts) -> Iterator[Finding]:
    for found in _AGE_WORD.finditer(text.plain) if text.has("year") else ():
        before = text.plain[max(0, found.start() - 20) : found.start()]
        the = re.search(r"\b(?:the|this)\s+$", before, re.I) or found.start() == 0
        one = about(text, *found.span(), by_name)
        other = None if one else about(text, *found.span(), by_other)
        if not the and _NOT_NOW.search(before):
            continue  # “his two-year-old son”, “when he was a 20-year-old”
        if not the and not one and not other:
            continue
        yield from age(text, found, one, other, born, facts)
    for pattern, sign in ((_AGED, _COMMA_AGE), (_IN_BRACKETS, _BRACKET_AGE)):
        for found in pattern.finditer(text.plain) if sign.search(text.plain) else ():
            one, other = (
                names.get(found["name"]) or names.get(found["name"].split()[-1]) for names in (by_name, by_other)
            )
            if one or other:
                yield from age(text, found, one, None if one else other, born, facts)


def age(
    text: Text, found: re.Match[str], one: Person | None, other: Person | None, born: list[Person], facts: Facts
) -> Iterator[Finding]:
    """`one` is somebody the story is about, `other` somebody with a topic whom it only names."""
    said, whom = int(found["age"]), one or other
    candidates = [whom] if whom and whom.born else [] if whom else born
    right = {candidate.name: {candidate.age_on(day) for day in facts.days} for candidate in candidates}
    if not right or any(said in ages for ages in right.values()):
        return
    day = max(facts.days)
    told = [f"{candidate.name} is {candidate.age_on(day)}" for candidate in candidates]
    dead = [candidate for candidate in candidates if candidate.died and candidate.died <= day]
    if dead:
        return  # of whom the dead are a story says the age they had
    span, basis = found.span("age"), "\n".join(candidate.basis(candidate.born) for candidate in candidates)
    if len(candidates) == 1:
        words = f"{told[0]} on {day:%-d %B %Y}, by the date of birth at the desk.{SAME if other else ''}"
        gravity = ALWAYS[STOP if one else WARNING]
        yield text.finding(NAME, gravity, words, *span, str(candidates[0].age_on(day)), basis)
    else:
        words = f"Nobody the story is about is {said} on {day:%-d %B %Y}: {', '.join(told)}."
        yield text.finding(NAME, ALWAYS[WARNING], words, *span, basis=basis)
