"""What differs between two saves of a story, in an editor's terms: fields, sections, pictures, words marked."""

import difflib
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from itertools import groupby
from typing import Any, Literal

from articles.document import COMMERCIAL, DISCLOSURES, LOOKS, Document, Part, Picture
from newsroom.html import plain

Mark = Literal["same", "gone", "new"]
_TOKEN = re.compile(r"\s+|[^\W_]+(?:[’'][^\W_]+)*|.", re.UNICODE)
_WORD = re.compile(r"[^\W_]+")
MOST_TOKENS = 6000  # beyond this, words are compared line by line: quadratic work is not for a request
MOST_PAIRS = 3_000_000  # places where the same token stands in both; beyond this, all that differs counts as replaced
MOST_LINES = 2_500  # pairs of lines that are weighed to find which became which
ALIKE = 0.3  # of its words a line must share with another to be the same line, changed
FOLDED_FROM = 3  # so many unchanged lines in a row are folded, besides one on either side of a change

# What the fields of a story and of a section are called; one that is not named here is compared under its own name.
LABELS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "format": "Format",
    "kicker": "Kicker",
    "working_title": "Working title",
    "category": "Category",
    "bylines": "Bylines",
    "topics": "Topics",
    "slug": "Address",
    "lead": "Lead picture",
    **LOOKS,
    **DISCLOSURES,
}
PART_LABELS = {
    "kind": "Kind",
    "subhead": "Subhead",
    "body": "Text",
    "title": "Title",
    "text": "Words",
    "source": "Source",
    "url": "Address",
    "pictures": "Pictures",
    "layout": "Picture layout",
}
KINDS = {"text": "Text", "video": "Video", "quote": "Pull quote", "post": "Social post"}
LAYOUTS = {"stack": "One under the other", "pair": "Side by side", "gallery": "Gallery"}
_TAGS = {"strong": "bold", "em": "italic", "s": "struck", "sup": "raised", "sub": "lowered", "li": "point"}
_TAGS |= {"h3": "small heading", "h4": "smaller heading", "blockquote": "quotation", "q": "quotation", "cite": "work"}
_TAG = re.compile(r"<(/?)([a-z0-9]+)([^<>]*)>")
_HREF = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is in both saves, only in the older (gone), or only in the newer (new)."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of both texts: as it was, as it is, or as it became. A line that only one of them has is all marked."""

    runs: list[Run]

    @property
    def differs(self) -> bool:
        return any(run.mark != "same" for run in self.runs)

    @property
    def was(self) -> list[Run]:
        return [run for run in self.runs if run.mark != "new"]

    @property
    def now(self) -> list[Run]:
        return [run for run in self.runs if run.mark != "gone"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow each other; folded ones are the same in both, and far from what differs."""

    folded: bool
    rows: list[Row]


@dataclass(frozen=True)
class PictureChange:
    """One picture's place: the picture it was and the one it is (None: there was none, or there is none any more)."""

    was: Picture | None
    now: Picture | None
    moved: bool = False

    @property
    def swapped(self) -> bool:
        return bool(self.was and self.now and self.was.asset != self.now.asset)

    @property
    def differs(self) -> bool:
        return self.was != self.now or self.moved

    @property
    def recut(self) -> bool:
        """The same picture with the same words, from other files: its cut or file was changed in the library."""
        return self.was != self.now and not self.swapped and not any(one.differs for one in self.words)

    @cached_property
    def words(self) -> "list[Change]":
        """Caption, alternative text and credit, marked where they differ."""
        names = [("Caption", "caption"), ("Alternative text", "alt_text"), ("Credit", "credit")]
        names += [("Photographer", "photographer"), ("Copyright notice", "copyright_notice")]
        return [
            Change(what, name, _of_picture(self.was, name), _of_picture(self.now, name))
            for what, name in names
            if _of_picture(self.was, name) or _of_picture(self.now, name)
        ]


@dataclass(frozen=True)
class Change:
    """One thing of a story or section in both saves, whether it differs or not. `place` names it in the document."""

    what: str
    place: str
    was: str
    now: str
    pictures: list[PictureChange] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        return self.was != self.now or any(one.differs for one in self.pictures)

    @cached_property
    def runs(self) -> list[Run]:
        return words(self.was, self.now)

    @cached_property
    def stretches(self) -> list[Stretch]:
        return folded(lines(self.was, self.now))


@dataclass(frozen=True)
class SectionChange:
    """One section in both saves. `was_at` and `now_at` are its places, counted from 1; None where it is not."""

    key: str
    title: str
    status: Literal["same", "changed", "new", "gone"]
    moved: bool
    was_at: int | None
    now_at: int | None
    part: Part
    changes: list[Change] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"sections/{self.key}"

    @property
    def order(self) -> str:
        """What its place among the others is called in the document."""
        return f"order/{self.key}"

    @property
    def differs(self) -> bool:
        return self.status != "same" or self.moved

    @property
    def text(self) -> str:
        """Its words, for those who want to see what did not change."""
        return "\n".join(
            one for one in (self.part.subhead, plain(self.part.body), self.part.title, self.part.text) if one
        )


@dataclass(frozen=True)
class Comparison:
    """`every_field` has those that are the same, too; `fields` those that differ."""

    every_field: list[Change]
    sections: list[SectionChange]

    @property
    def fields(self) -> list[Change]:
        return [one for one in self.every_field if one.differs]

    @property
    def same_fields(self) -> list[Change]:
        return [one for one in self.every_field if not one.differs and (one.was or one.pictures)]

    @property
    def groups(self) -> list[tuple[bool, list[SectionChange]]]:
        """The sections in order, those that follow each other unchanged (False) together."""
        return [(differs, list(some)) for differs, some in groupby(self.sections, key=lambda one: one.differs)]

    @property
    def is_empty(self) -> bool:
        return not self.fields and not any(one.differs for one in self.sections)


# -- words and lines ---------------------------------------------------------------------------------------


def words(old: str, new: str) -> list[Run]:
    """The two texts as one, with the words that went and the words that came marked. Joined, they give both back."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(a) + len(b) > MOST_TOKENS:
        a, b = old.splitlines(keepends=True), new.splitlines(keepends=True)
    runs = [
        run
        for tag, was, now in blocks(a, b)
        for run in (
            [Run("same", "".join(was))] if tag == "equal" else [Run("gone", "".join(was)), Run("new", "".join(now))]
        )
    ]
    return [run for run in runs if run.text]


def lines(old: str, new: str) -> list[Row]:
    """The two texts line by line, each beside what became of it."""
    a, b = old.split("\n") if old else [], new.split("\n") if new else []
    rows: list[Row] = []
    left = MOST_PAIRS * 2  # for all lines together: many long ones must not take longer than one
    for tag, was, now in blocks(a, b):
        if tag == "equal":
            rows += [Row([Run("same", line)] if line else []) for line in was]
            continue
        for one, other in _paired(was, now):
            if one is None or other is None:
                rows.append(Row([Run("new", other or "")] if one is None else [Run("gone", one)]))
                continue
            left -= len(one) * len(other) // 16
            rows.append(Row(words(one, other) if left > 0 else [Run("gone", one), Run("new", other)]))
    return rows


def folded(rows: list[Row]) -> list[Stretch]:
    """The rows in stretches: what is the same, far from what differs, is folded."""
    result: list[Stretch] = []
    grouped = [(differs, list(some)) for differs, some in groupby(rows, key=lambda row: row.differs)]
    for index, (differs, some) in enumerate(grouped):
        first, last = index == 0, index == len(grouped) - 1
        kept_before, kept_after = 0 if first else 1, 0 if last else 1
        inner = some[kept_before : len(some) - kept_after]
        if differs or len(inner) < FOLDED_FROM or (first and last):
            result.append(Stretch(False, some))
            continue
        parts = [
            Stretch(False, some[:kept_before]),
            Stretch(True, inner),
            Stretch(False, some[len(some) - kept_after :]),
        ]
        result += [one for one in parts if one.rows]
    return result


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    """How many tokens at the start are the same."""
    return next((at for at, (one, other) in enumerate(zip(a, b, strict=False)) if one != other), min(len(a), len(b)))


def blocks(a: list[str], b: list[str]) -> Iterator[tuple[Literal["equal", "other"], list[str], list[str]]]:
    """Both lists in stretches that are equal or not. What has too many ways to be compared counts as replaced."""
    start = _alike(a, b)
    end = _alike(a[start:][::-1], b[start:][::-1])
    gone, came = a[start : len(a) - end], b[start : len(b) - end]
    if start:
        yield "equal", a[:start], b[:start]
    times = Counter(came)
    if sum(times[token] for token in gone) > MOST_PAIRS:
        yield "other", gone, came
    else:
        matcher = difflib.SequenceMatcher(None, gone, came, autojunk=False)
        for tag, first, last, first_new, last_new in matcher.get_opcodes():
            yield "equal" if tag == "equal" else "other", gone[first:last], came[first_new:last_new]
    if end:
        yield "equal", a[len(a) - end :], b[len(b) - end :]


def _paired(was: list[str], now: list[str]) -> list[tuple[str | None, str | None]]:
    """Lines that were replaced, each with the one it most likely became, in order; None where there is none."""
    if len(was) == len(now) == 1:
        return [(was[0], now[0])]
    if len(was) * len(now) > MOST_LINES:
        return [*((one, None) for one in was), *((None, one) for one in now)]
    a, b = ([set(_WORD.findall(line.lower())) for line in some] for some in (was, now))
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            together = _likeness(a[i], b[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + together)
    pairs: list[tuple[str | None, str | None]] = []
    i = j = 0
    while i < len(a) and j < len(b):
        together = _likeness(a[i], b[j])
        if together and best[i][j] == best[i + 1][j + 1] + together:
            pairs.append((was[i], now[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((was[i], None))
            i += 1
        else:
            pairs.append((None, now[j]))
            j += 1
    return [*pairs, *((one, None) for one in was[i:]), *((None, one) for one in now[j:])]


def _likeness(a: set[str], b: set[str]) -> float:
    """How much of their words two lines share; 0 when too little to be the same line."""
    shared = len(a & b) / max(1, min(len(a), len(b)))
    return shared if shared >= ALIKE else 0.0


# -- stories -----------------------------------------------------------------------------------------------


def compare(old: Document, new: Document) -> Comparison:
    known = {*LABELS, "sections", "looks", "disclosures", "version"}
    names = [*LABELS, *(one.name for one in fields(Document) if one.name not in known)]
    every = []
    for name in names:
        what = LABELS.get(name, name.replace("_", " ").capitalize())
        was, now = old.at(name), new.at(name)
        if isinstance(was, Picture) or isinstance(now, Picture):
            every.append(Change(what, name, "", "", [PictureChange(was, now)]))
        else:
            every.append(Change(what, name, _told(name, was), _told(name, now)))
    return Comparison(every, _sections(old.sections, new.sections))


def _told(name: str, value: Any) -> str:
    """A field's value as an editor reads it."""
    match name, value:
        case _, None | "":
            return ""
        case "format", str():
            return Document(headline="", slug="", format=value).format_name
        case "category", _:
            return str(value.title)
        case "commercial", str():
            return COMMERCIAL.get(value, "")
        case "ai_checked", str():
            return value.replace("T", " ")
        case "bylines", _:
            return "\n".join(", ".join(filter(None, [one.name, one.job_title])) + f" ({one.role})" for one in value)
        case "topics", _:
            return "\n".join(one.title for one in value)
    return value if isinstance(value, str) else "\n".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _sections(old: tuple[Part, ...], new: tuple[Part, ...]) -> list[SectionChange]:
    """Sections by identity, in the newer order, those that went after the one they stood behind."""
    before = {part.key: (at, part) for at, part in enumerate(old, 1)}
    after = {part.key for part in new}
    stayed_old = [part.key for part in old if part.key in after]
    stayed_new = [part.key for part in new if part.key in before]
    in_order = set()
    for block in difflib.SequenceMatcher(None, stayed_old, stayed_new, autojunk=False).get_matching_blocks():
        in_order.update(stayed_new[block.b : block.b + block.size])
    result: list[SectionChange] = []
    for at, part in enumerate(new, 1):
        was_at, was = before.get(part.key, (None, None))
        if was is None:
            changes = _part_changes(Part(key=part.key, kind=part.kind), part)
            result.append(SectionChange(part.key, title_of(part), "new", False, None, at, part, changes))
            continue
        changes = _part_changes(was, part)
        status: Literal["changed", "same"] = "changed" if changes else "same"
        moved = part.key not in in_order
        result.append(SectionChange(part.key, title_of(part), status, moved, was_at, at, part, changes))
    last: str | None = None
    for was_at, part in enumerate(old, 1):
        if part.key not in after:
            changes = _part_changes(part, Part(key=part.key, kind=part.kind))
            change = SectionChange(part.key, title_of(part), "gone", False, was_at, None, part, changes)
            behind = next((index for index, one in enumerate(result) if one.key == last), -1)
            result.insert(behind + 1, change)
        last = part.key
    return result


def _part_changes(old: Part, new: Part) -> list[Change]:
    """What differs of a section."""
    changes = []
    known = {*PART_LABELS, "key", "anchor"}
    for name in [*PART_LABELS, *(one.name for one in fields(Part) if one.name not in known)]:
        what = PART_LABELS.get(name, name.replace("_", " ").capitalize())
        was, now = getattr(old, name), getattr(new, name)
        if name == "body":
            changes += _body_changes(was, now)
        elif name == "pictures":
            changes.append(Change(what, name, "", "", picture_changes(was, now)))
        elif name == "layout":
            changes.append(Change(what, name, _layout(old), _layout(new)))
        else:
            changes.append(
                Change(
                    what,
                    name,
                    KINDS.get(was, was) if name == "kind" else _told(name, was),
                    KINDS.get(now, now) if name == "kind" else _told(name, now),
                )
            )
    return [one for one in changes if one.differs]


def _layout(part: Part) -> str:
    return LAYOUTS.get(part.layout, part.layout) if len(part.pictures) > 1 else ""


def _body_changes(old: str, new: str) -> list[Change]:
    """Words first; where they are the same, what they look like. Links are told apart from the words on them."""
    if plain(old) == plain(new):
        told = _dressed(old), _dressed(new)
        return [Change("Emphasis, links or lists", "body", *(told if told[0] != told[1] else (old, new)))]
    return [
        Change("Text", "body", plain(old), plain(new)),
        Change("Links", "body", _links(old), _links(new)),
        Change("Emphasis and lists", "body", _emphasis(old), _emphasis(new)),
    ]


def _links(body: str) -> str:
    found = ((_HREF.search(given), inside) for _, given, inside in _elements(body, {"a"}, with_href=True))
    return "\n".join(f"{plain(inside)}: {plain(href[1])}" for href, inside in found if href)


def _emphasis(body: str) -> str:
    return "\n".join(f"{_TAGS[tag]}: {plain(inside)}" for tag, _, inside in _elements(body, {*_TAGS}) if tag != "li")


def _elements(body: str, tags: set[str], *, with_href: bool = False) -> Iterator[tuple[str, str, str]]:
    """Tag, attributes and inside of each of these elements, up to the first end of its kind; none inside another.

    One without an end is none. They have an href, or no attributes at all. The time grows with the text alone.
    """

    def fits(given: str) -> bool:
        return bool(_HREF.search(given)) if with_href else not given

    found = list(_TAG.finditer(body))
    ends: defaultdict[str, list[int]] = defaultdict(list)
    for one in found:
        if one[1]:
            ends[one[2]].append(one.start())
    after = 0
    for one in found:
        if one[1] or one[2] not in tags or one.start() < after or not fits(one[3]):
            continue
        its = ends[one[2]]
        at = bisect_left(its, one.end())
        if at < len(its):
            yield one[2], one[3], body[one.end() : its[at]]
            after = its[at]


def _dressed(body: str) -> str:
    """The words with what they look like written between them."""

    def name(match: re.Match[str]) -> str:
        end, tag = match[1], match[2]
        if tag == "a":
            href = _HREF.search(match[3])
            return "⟨end of link⟩" if end else f"⟨link to {href[1] if href else ''}⟩"
        if tag in {"ul", "ol"} and not end:
            return "⟨list⟩\n" if tag == "ul" else "⟨numbered list⟩\n"
        if tag in _TAGS and not (tag == "li" and end):
            return f"⟨{'end of ' if end else ''}{_TAGS[tag]}⟩{match[0] if end else ''}"
        return match[0]

    return plain(_TAG.sub(name, body))


def title_of(part: Part) -> str:
    start = part.subhead or part.title or _beginning(plain(part.body)) or _beginning(part.text)
    kind = "" if part.kind == "text" else KINDS.get(part.kind, "")
    return f"{kind}: {start}" if kind and start else kind or start or "Section"


def _beginning(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60].rsplit(' ', 1)[0]} …"


# -- pictures ----------------------------------------------------------------------------------------------


def picture_changes(old: tuple[Picture, ...], new: tuple[Picture, ...]) -> list[PictureChange]:
    """Each picture beside what it was: itself, else the one whose place it took. In the newer order."""
    left = list(enumerate(old))
    matched: list[tuple[int, Picture] | None] = []
    for now in new:
        found = next((one for one in left if one[1].asset == now.asset), None)
        if found:
            left.remove(found)
        matched.append(found)
    kept = [one[0] for one in matched if one]
    in_order: set[int] = set()
    for block in difflib.SequenceMatcher(None, sorted(kept), kept, autojunk=False).get_matching_blocks():
        in_order.update(kept[block.b : block.b + block.size])
    result = []
    for at, (now, same) in enumerate(zip(new, matched, strict=True)):
        if same is not None:
            result.append(PictureChange(same[1], now, moved=same[0] not in in_order))
            continue
        replaced = next((one for one in left if one[0] == at), None)
        if replaced:
            left.remove(replaced)
        result.append(PictureChange(replaced[1] if replaced else None, now))
    return [*result, *(PictureChange(one, None) for _, one in left)]


def _of_picture(picture: Picture | None, name: str) -> str:
    if picture is None:
        return ""
    if name == "alt_text" and picture.decorative:
        return "decorative"
    return str(getattr(picture, name))
