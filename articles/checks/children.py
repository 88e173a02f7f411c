"""“Father of two”, against the number of children at the desk."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, STOP, WARNING, Facts, Finding, Person, Story, Text
from articles.checks.naming import SAME, Names, about, names_of

NAME = "Children"
MAY_STOP = True

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PARENT = re.compile(
    r"\b(?P<what>father|mother|dad|mum|mom|parent|father-|mother-|mum-|dad-|mom-)[- ]?of[- ](?P<number>\d{1,2}|"
    + "|".join(NUMBERS[1:])
    + r")\b",
    re.I,
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    people = [one for one in facts.people if one.born or one.children is not None]
    if people or facts.named:
        by_name, by_other = names_of(facts.people), names_of(facts.named)
        for text in story.texts:
            if text.has("father", "mother", "dad", "mum", "mom", "parent"):
                yield from parents(text, people, by_name, by_other)


def parents(text: Text, people: list[Person], by_name: Names, by_other: Names) -> Iterator[Finding]:
    known = [one for one in people if one.children is not None]
    for found in _PARENT.finditer(text.plain):
        one = about(text, *found.span(), by_name)
        said = int(found["number"]) if found["number"].isdigit() else NUMBERS.index(found["number"].casefold())
        candidates, other = contradicted(said, one, people, known), None
        if not candidates and not one and (other := about(text, *found.span(), by_other)):
            candidates = contradicted(said, other, [], [])
        if not candidates:
            continue
        told = " and ".join(f"{candidate.name} has {number(candidate.children)}" for candidate in candidates)
        words = f"{told} by what the desk knows.{SAME if other else ''}"
        repair = number(candidates[0].children) if len(candidates) == 1 and candidates[0].children else None
        gravity = ALWAYS[STOP if len(candidates) == 1 and not other else WARNING]
        basis = "\n".join(candidate.basis(candidate.children) for candidate in candidates)
        if repair and found["number"].isdigit():
            repair = str(candidates[0].children)
        yield text.finding(NAME, gravity, words, *found.span("number"), repair, basis)


def contradicted(said: int, one: Person | None, people: list[Person], known: list[Person]) -> list[Person]:
    """Whose number of children this is not: of `one`, or where that is nobody, of those of whom it is `known`."""
    if one:
        return [one] if one.children not in {None, said} else []
    if len(people) > len(known) or any(candidate.children == said for candidate in known):
        return []  # it may be about somebody of whom it is not known
    return known


def number(count: int | None) -> str:
    count = count or 0
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
