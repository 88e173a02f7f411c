"""What differs between two saves of a story, in an editor's terms: fields, sections, pictures, words marked."""

import difflib
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from articles.document import Document, Part, Picture
from newsroom.html import plain

Mark = Literal["same", "gone", "new"]
_TOKEN = re.compile(r"\s+|[^\W_]+(?:[’'][^\W_]+)*|.", re.UNICODE)
MOST_TOKENS = 6000  # beyond this, words are compared line by line: quadratic work is not for a request
MOST_PAIRS = 4_000_000  # places where the same token stands in both; beyond this, all that differs counts as replaced


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is in both saves, only in the older (gone), or only in the newer (new)."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs. `runs` marks its words; empty when there is nothing to mark."""

    what: str
    runs: list[Run]


@dataclass(frozen=True, slots=True)
class SectionChange:
    title: str
    status: Literal["same", "changed", "new", "gone"]
    moved: bool
    changes: list[Change] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Comparison:
    fields: list[Change]
    sections: list[SectionChange]

    @property
    def is_empty(self) -> bool:
        return not self.fields and all(one.status == "same" and not one.moved for one in self.sections)


def words(old: str, new: str) -> list[Run]:
    """The two texts as one, with the words that went and the words that came marked. Joined, they give both back."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(a) + len(b) > MOST_TOKENS:
        a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    start = _alike(a, b)
    end = _alike(a[start:][::-1], b[start:][::-1])
    gone, came = a[start : len(a) - end], b[start : len(b) - end]
    runs = [Run("same", "".join(a[:start])), *_differing(gone, came), Run("same", "".join(a[len(a) - end :]))]
    return [run for run in runs if run.text]


def _alike(a: list[str], b: list[str]) -> int:
    """How many tokens at the start are the same."""
    return next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def _differing(a: list[str], b: list[str]) -> list[Run]:
    times = Counter(b)
    if sum(times[token] for token in a) > MOST_PAIRS:
        return [Run("gone", "".join(a)), Run("new", "".join(b))]
    runs: list[Run] = []
    for tag, start, end, start_new, end_new in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Run("same", "".join(a[start:end])))
            continue
        runs += [Run("gone", "".join(a[start:end])), Run("new", "".join(b[start_new:end_new]))]
    return runs


LOOKS = [
    ("Headline on cards", "card_headline"),
    ("Title in search", "search_title"),
    ("Description in search", "search_description"),
    ("Headline on social media", "social_headline"),
]
LOOK_PICTURES = [("Picture on cards", "card_picture"), ("Picture on social media", "social_picture")]


def compare(old: Document, new: Document) -> Comparison:
    pairs = [
        ("Headline", old.headline, new.headline),
        ("Standfirst", old.standfirst, new.standfirst),
        ("Format", old.format_name, new.format_name),
        ("Kicker", old.kicker, new.kicker),
        ("Working title", old.working_title, new.working_title),
        ("Category", old.category.title if old.category else "", new.category.title if new.category else ""),
        ("Bylines", bylines(old), bylines(new)),
        ("Topics", "\n".join(one.title for one in old.topics), "\n".join(one.title for one in new.topics)),
        ("Address", old.slug, new.slug),
        ("Lead picture", picture_line(old.lead), picture_line(new.lead)),
    ]
    for what, name in LOOKS:
        pairs.append((what, getattr(old.looks, name), getattr(new.looks, name)))
    for what, name in LOOK_PICTURES:
        pairs.append((what, picture_line(getattr(old.looks, name)), picture_line(getattr(new.looks, name))))
    fields = [Change(what, words(was, now)) for what, was, now in pairs if was != now]
    return Comparison(fields, _sections(old.sections, new.sections))


def _sections(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[SectionChange]:
    """Sections by identity, in the newer order, those that went at the place they had."""
    before = {part.key: part for part in old}
    after = {part.key: part for part in new}
    stayed_old = [part.key for part in old if part.key in after]
    stayed_new = [part.key for part in new if part.key in before]
    in_order = set()
    for block in difflib.SequenceMatcher(None, stayed_old, stayed_new, autojunk=False).get_matching_blocks():
        in_order.update(stayed_new[block.b : block.b + block.size])
    result: list[SectionChange] = []
    for part in new:
        was = before.get(part.key)
        if was is None:
            result.append(SectionChange(title_of(part), "new", False, _part_changes(Part(key=part.key), part)))
            continue
        changes = _part_changes(was, part)
        result.append(
            SectionChange(title_of(part), "changed" if changes else "same", part.key not in in_order, changes)
        )
    gone = [part for part in old if part.key not in after]
    for part in gone:
        place = next((i for i, one in enumerate(old) if one.key == part.key), len(result))
        change = SectionChange(title_of(part), "gone", False, _part_changes(part, Part(key=part.key)))
        result.insert(min(place, len(result)), change)
    return result


def _part_changes(old: Part, new: Part) -> list[Change]:
    pairs = [
        ("Subhead", old.subhead, new.subhead),
        ("Text", plain(old.body), plain(new.body)),
        ("Title", old.title, new.title),
        ("Words", old.text, new.text),
        ("Source", old.source, new.source),
        ("Address", old.url, new.url),
        ("Pictures", pictures(old), pictures(new)),
        ("Picture layout", old.layout if old.pictures else "", new.layout if new.pictures else ""),
    ]
    changes = [Change(what, words(was, now)) for what, was, now in pairs if was != now]
    if old.body != new.body and plain(old.body) == plain(new.body):
        changes.append(Change("Emphasis, links or lists", []))
    return changes


def title_of(part: Part) -> str:
    kinds = {"video": "Video", "quote": "Pull quote", "post": "Social post"}
    start = part.subhead or part.title or plain(part.body)[:60] or part.text[:60]
    kind = kinds.get(part.kind, "")
    return f"{kind}: {start}" if kind and start else kind or start or "Section"


def picture_line(picture: Picture | None) -> str:
    if picture is None:
        return ""
    alt = "decorative" if picture.decorative else picture.alt_text or "none"
    return f"Picture {picture.asset}. Caption: {picture.caption or 'none'}. Alternative text: {alt}."


def pictures(part: Part) -> str:
    return "\n".join(picture_line(one) for one in part.pictures)


def bylines(document: Document) -> str:
    return "\n".join(f"{one.name}, {one.job_title} ({one.role})" for one in document.bylines)
