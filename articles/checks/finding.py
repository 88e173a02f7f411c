"""What a check is given and what it says: the story's texts with their places, the facts, the findings."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from articles.document import LOOK_WORDS, LOOKS, Document, Part, Picture

ADVICE, WARNING, STOP = "advice", "warning", "stop"
SEVERITIES = {STOP: "Stops publishing", WARNING: "Look at it", ADVICE: "Advice"}
PUBLISH, CHANGES, SCHEDULE = "publish", "changes", "schedule"  # the deeds; CHANGES are those of a live story
AROUND = 60  # characters kept on either side, by which a place is found again while somebody types

_TAG = re.compile(r"<[^>]*>")
# A heading or the end of a quoted block stands between paragraphs that do not go on from each other: an empty line.
_APART = re.compile(r"(?=<h[34]\b[^>]*>)|</h[34]>|</blockquote>")
_BLOCK_END = re.compile(r"</(?:p|li|div)>|<br\s*/?>|<hr\s*/?>|(?=<[uo]l>)")
_SOURCE_BREAK, _AT_BREAK = re.compile(r"\s*[\r\n]\s*"), re.compile(r" *\n *")
_LINK = re.compile(r'<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', re.DOTALL)
_SPACE = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r]")


@dataclass(frozen=True, slots=True)
class Gravity:
    """How grave a finding is at each deed: one of SEVERITIES, or None where it is not worth a word."""

    publish: str | None
    changes: str | None
    schedule: str | None

    def at(self, deed: str) -> str | None:
        return {PUBLISH: self.publish, CHANGES: self.changes, SCHEDULE: self.schedule}[deed]


ALWAYS = {one: Gravity(one, one, one) for one in SEVERITIES}  # at every deed alike


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at.

    `place` is one of merging's places; in a picture in use it goes on with its number and the field
    ("sections/<key>/pictures/0/alt_text", "lead/caption"). `start` and `end` are characters of the plain text that
    stands there, `words` what stands between them. `repair` is what should stand there instead; None where only an
    editor can know. `basis` is what it is found by besides the story's words: the fact of a person, the picture's id,
    the house's rule.
    """

    check: str
    gravity: Gravity
    place: str
    said: str
    start: int = 0
    end: int = 0
    words: str = ""
    before: str = ""
    after: str = ""
    repair: str | None = None
    may_be_overridden: bool = True
    severity: str = ""  # at the deed it was looked for
    basis: str = ""

    @property
    def key(self) -> str:
        """The same for the same words in the same place, found by the same: so an editor’s decision is remembered."""
        around = squeezed(self.before)[-20:], squeezed(self.after)[:20]
        said = "\n".join([self.check, self.place, squeezed(self.words), *around])
        said = f"{said}\n{'' if self.words else self.said}"
        return sha256((f"{said}\n{self.basis}" if self.basis else said).encode()).hexdigest()[:24]


@dataclass(frozen=True)
class Text:
    """One text of the story as somebody reads it; blocks are parted by line breaks, and by two where they do not go on
    from each other."""

    place: str
    called: str
    plain: str
    is_story: bool = False  # part of what is read from top to bottom
    section: str = ""  # the key of the section it stands in

    @cached_property
    def paragraphs(self) -> list[tuple[int, str]]:
        """Each with where it starts; an empty one where the text makes a break."""
        found, start = [], 0
        for line in self.plain.split("\n"):
            found.append((start, line))
            start += len(line) + 1
        return found

    @cached_property
    def small(self) -> str:
        """In small letters: to see quickly whether a word stands there at all."""
        return self.plain.lower()

    def has(self, *words: str) -> bool:
        """Whether any of these, in small letters, stands there."""
        return any(word in self.small for word in words)

    def finding(
        self,
        check: str,
        gravity: Gravity,
        said: str,
        start: int = 0,
        end: int | None = None,
        repair: str | None = None,
        basis: str = "",
    ) -> Finding:
        end = len(self.plain) if end is None else end
        around = self.plain[max(0, start - AROUND) : start], self.plain[end : end + AROUND]
        return Finding(
            check, gravity, self.place, said, start, end, self.plain[start:end], *around, repair, basis=basis
        )


@dataclass(frozen=True, slots=True)
class Person:
    name: str
    aliases: tuple[str, ...] = ()
    born: date | None = None
    died: date | None = None
    children: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)

    def basis(self, fact: object) -> str:
        """What a finding about this person is found by."""
        return f"{self.name} {fact}"

    def age_on(self, day: date) -> int | None:
        if self.born is None:
            return None
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What the library knows of a picture. `people` are persons with a topic of their own whom its caption names."""

    title: str = ""
    original_name: str = ""
    source_caption: str = ""
    credit: str = ""
    rights_until: date | None = None
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HouseRuleFacts:
    """One of the editors' own rules, ready to be used."""

    pk: int
    name: str
    severity: str
    reason: str
    suggestion: str
    pattern: str
    is_pattern: bool
    any_case: bool
    of_credits: bool = False

    @property
    def basis(self) -> str:
        return f"{self.pk} {self.pattern}"


@dataclass(frozen=True, slots=True)
class Facts:
    """What checks need besides the story. `days` are those on which readers read it first: of publication, or of a
    live story also the day it was published; `today` is when it is written."""

    today: date
    days: tuple[date, ...]
    deed: str = PUBLISH
    people: tuple[Person, ...] = ()  # those the story has as topics
    named: tuple[Person, ...] = ()  # others with a topic whom it names; never asked for what stops
    pictures: dict[int, PictureFacts] = field(default_factory=dict)
    same_headline: str = ""  # another story's, said so that it is known
    same_slug: str = ""
    internal_links: frozenset[str] = frozenset()  # paths of this site that lead somewhere, of those in the story
    site: str = ""
    rules: tuple[HouseRuleFacts, ...] = ()


def plain_of(body: str) -> str:
    """The words of rich text, with breaks as `Text` says. Also of text that is as somebody types it."""
    text = _SOURCE_BREAK.sub(" ", body)  # a line break between words is a space, and none between paragraphs
    text = _TAG.sub("", _BLOCK_END.sub("\n", _APART.sub("\n\n", text)))
    return spaced(html.unescape(_AT_BREAK.sub("\n", text))).strip("\n")


def spaced(text: str) -> str:
    """With every kind of space as the common one: what came from a word processor is full of others."""
    return _SPACE.sub(" ", text)


def squeezed(text: str) -> str:
    return " ".join(text.split())


def links_of(body: str) -> list[tuple[str, str]]:
    """Address and words of each link of rich text."""
    return [(html.unescape(one[1]), squeezed(plain_of(one[2]))) for one in _LINK.finditer(body)]


class Story:
    """A Document with its texts, read once for all checks."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.texts = list(self._texts())
        self.by_place = {text.place: text for text in self.texts}
        self._links = {self.where(part): links_of(part.body) for part in document.sections if "<a" in part.body}

    def where(self, part: Part) -> str:
        return part.key or f"#{self.document.sections.index(part)}"

    def name(self, part: Part) -> str:
        return f"“{part.subhead[:60]}”" if part.subhead else f"section {self.document.sections.index(part) + 1}"

    @cached_property
    def whole(self) -> str:
        """Everything readers read from top to bottom."""
        return "\n".join(text.plain for text in self.texts if text.is_story)

    @property
    def bodies(self) -> list[tuple[Part, Text]]:
        found = ((part, self.by_place.get(f"sections/{self.where(part)}/body")) for part in self.document.sections)
        return [(part, text) for part, text in found if text is not None]

    def links(self, part: Part) -> list[tuple[str, str]]:
        """Address and words of each link in its text."""
        return self._links.get(self.where(part), [])

    def pictures(self) -> Iterator[tuple[str, str, Picture]]:
        """Every picture in use with its place and what it is called."""
        if self.document.lead:
            yield "lead", "The lead picture", self.document.lead
        for part in self.document.sections:
            for number, one in enumerate(part.pictures):
                place = f"sections/{self.where(part)}/pictures/{number}"
                yield place, f"Picture {number + 1} in {self.name(part)}", one

    def _texts(self) -> Iterator[Text]:
        document = self.document
        for name in ("kicker", "headline", "standfirst"):
            yield Text(name, f"The {name}", spaced(getattr(document, name)), is_story=True)
        for name in LOOK_WORDS:
            yield Text(name, LOOKS[name], spaced(document.at(name)))
        for part in document.sections:
            place, name = f"sections/{self.where(part)}", self.name(part)
            yield Text(f"{place}/subhead", "The subhead", spaced(part.subhead), True, self.where(part))
            if part.kind == "text":
                yield Text(f"{place}/body", f"The text of {name}", plain_of(part.body), True, self.where(part))
            else:
                for field_name in ("title", "text", "source"):
                    called = f"The {field_name} in {name}"
                    yield Text(
                        f"{place}/{field_name}", called, spaced(getattr(part, field_name)), True, self.where(part)
                    )
        for place, called, one in self.pictures():
            yield Text(f"{place}/caption", f"{called}: its caption", spaced(one.caption), is_story=True)
            if not one.decorative:
                yield Text(f"{place}/alt_text", f"{called}: its alternative text", spaced(one.alt_text))
