"""What is said of people, against what their topics say, on the day readers read it."""

import re
from collections.abc import Iterator

from articles.checks.finding import STOP, WARNING, Facts, Finding, Person, Story, Text, squeezed

NAME = "Facts of people"

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_AGE_WORD = re.compile(r"\b(?P<age>\d{1,3})[- ]years?[- ]old\b", re.I)
_AGED = re.compile(
    r"\b(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}), (?:who is |now |aged )?(?P<age>\d{1,3})(?=[,.;:)]| and\b)"
)
_IN_BRACKETS = re.compile(r"\b(?P<name>[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}) \((?P<age>\d{1,3})\)")
_PARENT = re.compile(
    r"\b(?P<what>father|mother|dad|mum|mom|parent|father-|mother-|mum-|dad-|mom-)[- ]?of[- ](?P<number>\d{1,2}|"
    + "|".join(NUMBERS[1:])
    + r")\b",
    re.I,
)
# How an age is spoken of that is not the person's own on that day.
_NOT_NOW = re.compile(
    r"\b(?:was|were|when|then|as an?|at the time|aged|had been|turned|son|daughter|dog|house|film|a)\s*$", re.I
)
NEAR = 80  # characters before and after in which a name tells whom it is about
_LEADS_TO = r"(?:(?:is|now|who|a|an|the|proud|devoted|single|married|already|herself|himself|aged?)\s+)*"
_CALLING = (
    "actress|actor|singer|star|director|model|presenter|comedian|musician|rapper|writer|author|dancer|royal|prince|"
    "princess|host|footballer|player|producer|designer|chef|duchess|duke"
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    people = [one for one in facts.people if one.born or one.children is not None]
    if not people:
        return
    by_name = names_of(facts.people)
    for text in story.texts:
        yield from ages(text, people, by_name, facts)
        yield from parents(text, people, by_name)


def names_of(people: tuple[Person, ...]) -> dict[str, Person | None]:
    """Full names, other names, surnames and first names; None for one that two people share."""
    found: dict[str, Person | None] = {}
    for one in people:
        words = {
            name
            for full in one.names
            for name in (squeezed(full), *([full.split()[0], full.split()[-1]] if full.split() else []))
        }
        for name in words:
            found[name] = one if found.get(name, one) is one else None
    return found


def about(text: Text, start: int, end: int, by_name: dict[str, Person | None]) -> Person | None:
    """Whom these words are about, by a name that stands right beside them; None if none does or two share it.

    “Bram Ostrow, the father of two”, “the 37-year-old actress Ida Marsh”; not “the 37-year-old rows with Bram Ostrow”.
    """
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    before = re.search(rf"\b({names})(?:,|’s|'s)?\s+{_LEADS_TO}$", text.plain[max(0, start - NEAR) : start])
    after = re.match(rf",?\s+(?:(?:{_CALLING})\s+)?({names})\b", text.plain[end : end + NEAR])
    found = before or after
    return by_name[found[1]] if found else None


def ages(text: Text, people: list[Person], by_name: dict[str, Person | None], facts: Facts) -> Iterator[Finding]:
    born = [one for one in people if one.born]
    for found in _AGE_WORD.finditer(text.plain):
        before = text.plain[max(0, found.start() - 20) : found.start()]
        the = re.search(r"\b(?:the|this)\s+$", before, re.I) or found.start() == 0
        one = about(text, *found.span(), by_name)
        if not the and _NOT_NOW.search(before):
            continue  # “his two-year-old son”, “when he was a 20-year-old”
        if not the and not one:
            continue
        yield from age(text, found, one, born, facts)
    for pattern in (_AGED, _IN_BRACKETS):
        for found in pattern.finditer(text.plain):
            if (one := by_name.get(found["name"])) or (one := by_name.get(found["name"].split()[-1])):
                yield from age(text, found, one, born, facts)


def age(text: Text, found: re.Match[str], one: Person | None, born: list[Person], facts: Facts) -> Iterator[Finding]:
    said = int(found["age"])
    candidates = [one] if one and one.born else [] if one else born
    right = {candidate.name: {candidate.age_on(day) for day in facts.days} for candidate in candidates}
    if not right or any(said in ages for ages in right.values()):
        return
    day = max(facts.days)
    told = [f"{candidate.name} is {candidate.age_on(day)}" for candidate in candidates]
    dead = [candidate for candidate in candidates if candidate.died and candidate.died <= day]
    if dead:
        return  # of whom the dead are a story says the age they had
    span = found.span("age")
    if len(candidates) == 1:
        words = f"{told[0]} on {day:%-d %B %Y}, by the date of birth at the desk."
        yield text.finding(NAME, STOP if one else WARNING, words, *span, str(candidates[0].age_on(day)))
    else:
        words = f"Nobody the story is about is {said} on {day:%-d %B %Y}: {', '.join(told)}."
        yield text.finding(NAME, WARNING, words, *span)


def parents(text: Text, people: list[Person], by_name: dict[str, Person | None]) -> Iterator[Finding]:
    known = [one for one in people if one.children is not None]
    for found in _PARENT.finditer(text.plain):
        one = about(text, *found.span(), by_name)
        said = int(found["number"]) if found["number"].isdigit() else NUMBERS.index(found["number"].casefold())
        candidates = ([one] if one.children is not None else []) if one else known
        if not candidates or any(candidate.children == said for candidate in candidates):
            continue
        if not one and len(people) > len(known):
            continue  # it may be about somebody of whom it is not known
        told = " and ".join(f"{candidate.name} has {number(candidate.children)}" for candidate in candidates)
        words = f"{told} by what the desk knows."
        repair = number(candidates[0].children) if len(candidates) == 1 and candidates[0].children else None
        severity = STOP if len(candidates) == 1 else WARNING
        if repair and found["number"].isdigit():
            repair = str(candidates[0].children)
        yield text.finding(NAME, severity, words, *found.span("number"), repair)


def number(count: int | None) -> str:
    count = count or 0
    return NUMBERS[count] if count < len(NUMBERS) else str(count)
