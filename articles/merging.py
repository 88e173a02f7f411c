"""Three-way merging of stories: what two people made of the same save becomes one, and no word of either is lost.

Every value of a story has a place: "headline", "sections/<key>/body", "sections/<key>/pictures". Where only one of the
two changed it, the change stands. Where both did, texts are merged paragraph by paragraph; what is left is a Conflict.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from articles.document import DISCLOSURES, LOOK_PICTURES, LOOKS, Credit, Document, Label, Part, Picture, is_key
from newsroom.html import plain

EMPTY = Document(headline="", slug="")
FIELDS = {
    "headline": "Headline",
    "standfirst": "Standfirst",
    "kicker": "Kicker",
    "working_title": "Working title",
    "slug": "Address",
    "format": "Format",
    "category": "Category",
    "bylines": "Bylines",
    "lead": "Lead picture",
    "topics": "Topics",
    **LOOKS,
    **DISCLOSURES,
}
PART_FIELDS = {
    "kind": "Kind",
    "subhead": "Subhead",
    "body": "Text",
    "layout": "Picture layout",
    "url": "Address",
    "title": "Title",
    "text": "Words",
    "source": "Source",
    "pictures": "Pictures",
}
# Of these there can be no two.
ONE_OF = {"format", "category", "lead", "kind", "layout", "slug", "url", "commercial", "ai_checked", *LOOK_PICTURES}
Side = Literal["mine", "theirs", "both"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both changed. `kept` says whose value stands there; a section somebody removed is None."""

    place: str
    label: str
    mine: Any
    theirs: Any
    base: Any
    kept: Literal["mine", "theirs"] = "theirs"


class Stood(NamedTuple):
    """What a place of a form goes on from: what stands in a revision, or what that form had sent when it was made."""

    number: int
    as_sent: bool


@dataclass(slots=True)
class Merged:
    document: Document
    conflicts: list[Conflict] = field(default_factory=list)


def meant(value: Any) -> Any:
    """What of a value an editor decides. Names, credits and addresses that only follow from it do not count."""
    if isinstance(value, Picture):
        return value.asset, value.caption, "" if value.decorative else value.alt_text, value.decorative
    if isinstance(value, Credit):
        return value.author, value.role, value.job_title
    if isinstance(value, Label):
        return value.id
    if isinstance(value, Part):
        return value.key, *(meant(getattr(value, name)) for name in PART_FIELDS)
    if isinstance(value, Document):
        return *(meant(value.at(name)) for name in FIELDS), meant(value.sections)
    if isinstance(value, tuple):
        found = tuple(meant(one) for one in value)
        return tuple(sorted(found)) if value and isinstance(value[0], Label) else found  # topics have no order
    return value


def same(one: Any, other: Any) -> bool:
    return one is other or bool(meant(one) == meant(other))


# -- merging -------------------------------------------------------------------------------------------------------


def merge(base: Document, mine: Document, theirs: Document) -> Merged:
    """What both made of `base`. In a conflict `theirs` stands, except that no section somebody wrote in is removed."""
    conflicts: list[Conflict] = []
    values: dict[str, Any] = {
        name: _pick(name, label, base.at(name), mine.at(name), theirs.at(name), conflicts)
        for name, label in FIELDS.items()
    }
    sections = _sections(base, mine, theirs, conflicts)
    return Merged(theirs.having(**values, sections=sections), conflicts)


def _pick(place: str, label: str, base: Any, mine: Any, theirs: Any, conflicts: list[Conflict]) -> Any:
    if same(mine, theirs) or same(mine, base):
        return theirs
    if same(theirs, base):
        return mine
    if place.endswith("/body"):
        text, differ = merge_texts(base, mine, theirs)
        if differ:
            conflicts.append(Conflict(place, label, merge_texts(base, mine, theirs, "mine")[0], text, base))
        return text
    if isinstance(theirs, tuple) and only_adds(base, mine) and only_adds(base, theirs):
        return (*theirs, *(one for one in mine if one not in theirs))
    conflicts.append(Conflict(place, label, mine, theirs, base))
    return theirs


def only_adds(before: tuple[Any, ...], after: tuple[Any, ...]) -> bool:
    """Whether pictures, topics or bylines are as they were, with others among them."""
    return [one for one in after if one in before] == [*before]


def _sections(base: Document, mine: Document, theirs: Document, conflicts: list[Conflict]) -> tuple[Part, ...]:
    was, ours, others = ({part.key: part for part in one.sections} for one in (base, mine, theirs))
    result: dict[str, Part] = {}
    for key in dict.fromkeys([*others, *ours]):
        before, my, their = was.get(key), ours.get(key), others.get(key)
        if my and their:
            result[key] = _part(before or Part(key=key), my, their, conflicts)
            continue
        kept = my or their
        assert kept is not None
        if before is None:  # one of the two added it
            result[key] = kept
        elif not same(kept, before):  # … or one changed what the other removed
            side: Literal["mine", "theirs"] = "mine" if my else "theirs"
            conflicts.append(Conflict(f"sections/{key}", f"Section {called(kept)}", my, their, before, side))
            result[key] = kept
    order = _order([*was], [*ours], [*others], result)
    return tuple(result[key] for key in order)


def _part(base: Part, mine: Part, theirs: Part, conflicts: list[Conflict]) -> Part:
    if same(mine, theirs) or same(mine, base):
        return theirs
    values = {
        name: _pick(
            f"sections/{theirs.key}/{name}",
            f"{label} of {called(theirs)}",
            getattr(base, name),
            getattr(mine, name),
            getattr(theirs, name),
            conflicts,
        )
        for name, label in PART_FIELDS.items()
    }
    return replace(theirs, **values)


def _order(base: list[str], mine: list[str], theirs: list[str], there: Iterable[str]) -> list[str]:
    """Their order, in which what `mine` moved or added stands behind what it stands behind in mine."""
    wanted = set(there)
    in_mine = set(mine)
    stayed = [key for key in base if key in in_mine]
    in_base = set(base)
    still = [key for key in mine if key in in_base]
    unmoved = {
        key
        for block in SequenceMatcher(None, stayed, still, autojunk=False).get_matching_blocks()
        for key in still[block.b : block.b + block.size]
    }
    order = [key for key in theirs if key in wanted]
    for index, key in enumerate(mine):
        if key not in wanted or (key in unmoved and key in order):
            continue
        if key in order:
            order.remove(key)
        before = next((one for one in reversed(mine[:index]) if one in order), None)
        order.insert(order.index(before) + 1 if before else 0, key)
    return order


def called(part: Part) -> str:
    start = part.subhead or part.title or plain(part.body)[:40] or part.text[:40]
    return f"“{start}”" if start else "a section"


# -- texts ---------------------------------------------------------------------------------------------------------

_TAG = re.compile(r"<(/?)(p|h3|h4|ul|ol|li|blockquote|hr)\b[^>]*>")
Edit = tuple[int, int, list[str]]  # the blocks from the first number up to the second became these


def blocks(text: str) -> list[str]:
    """The paragraphs, subheads, lists and quotations of a cleaned text; joined, they are the text."""
    found, depth, start = [], 0, 0
    for tag in _TAG.finditer(text):
        if tag[2] != "hr":
            depth += -1 if tag[1] else 1
        if depth == 0:
            found.append(text[start : tag.end()])
            start = tag.end()
    return [*found, text[start:]] if text[start:] else found


def merge_texts(base: str, mine: str, theirs: str, side: Side = "theirs") -> tuple[str, bool]:
    """Both changes of a text, paragraph by paragraph, and whether some paragraph was changed by both.

    Such a paragraph is as `side` has it; "both" puts theirs first and mine after it.
    """
    old = blocks(base)
    ours, others = _edits(old, blocks(mine)), _edits(old, blocks(theirs))
    out: list[str] = []
    at, differ = 0, False
    while ours or others:
        if not others or (ours and _before(ours[0], others[0])):
            start, end, came = ours.pop(0)
        elif not ours or _before(others[0], ours[0]):
            start, end, came = others.pop(0)
        else:
            start, end, my, their = _knot(ours, others, old)
            insertions = start == end
            differ = differ or (my != their and not insertions)
            chosen: Side = "both" if insertions else side
            came = their if my == their else {"mine": my, "theirs": their, "both": their + my}[chosen]
        out += [*old[at:start], *came]
        at = end
    return "".join([*out, *old[at:]]), differ


def _edits(old: list[str], new: list[str]) -> list[Edit]:
    edits: list[Edit] = []
    for tag, start, end, first, last in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "replace" and end - start == last - first:
            edits += [(start + step, start + step + 1, [new[first + step]]) for step in range(end - start)]
        elif tag != "equal":
            edits.append((start, end, new[first:last]))
    return edits


def _before(one: Edit, other: Edit) -> bool:
    return one[1] <= other[0] and not (one[0] == one[1] == other[0] == other[1])


def _knot(ours: list[Edit], others: list[Edit], old: list[str]) -> tuple[int, int, list[str], list[str]]:
    """Take all edits that overlap each other from both lists: what they span, and what each side made of it."""
    mine, theirs = [ours.pop(0)], [others.pop(0)]
    start, end = min(mine[0][0], theirs[0][0]), max(mine[0][1], theirs[0][1])
    grown = True
    while grown:
        grown = False
        for waiting, taken in ((ours, mine), (others, theirs)):
            while waiting and waiting[0][0] < end:
                taken.append(waiting.pop(0))
                end, grown = max(end, taken[-1][1]), True
    return start, end, _applied(old, start, end, mine), _applied(old, start, end, theirs)


def _applied(old: list[str], start: int, end: int, edits: list[Edit]) -> list[str]:
    out, at = [], start
    for first, last, came in edits:
        out += [*old[at:first], *came]
        at = last
    return [*out, *old[at:end]]


# -- places --------------------------------------------------------------------------------------------------------


def value_at(document: Document, place: str) -> Any:
    """What stands there; None for a section that is not in the story, and for its fields."""
    if not place.startswith("sections/"):
        return document.at(place)
    _, key, name = [*place.split("/"), ""][:3]
    part = next((one for one in document.sections if one.key == key), None)
    return getattr(part, name) if part and name else part


def with_value(document: Document, place: str, value: Any) -> Document:
    """The story with that value there. A section that is gone comes back, last, to hold it; None removes a section."""
    if not place.startswith("sections/"):
        return document.having(**{place: value})
    _, key, name = [*place.split("/"), ""][:3]
    there = any(one.key == key for one in document.sections)
    sections = document.sections if there else (*document.sections, Part(key=key))
    changed = [(replace(one, **{name: value}) if name else value) if one.key == key else one for one in sections]
    return replace(document, sections=tuple(one for one in changed if one is not None))


def is_place(name: str) -> bool:
    if not name.startswith("sections/"):
        return name in FIELDS or name == "sections"
    _, key, *rest = name.split("/")
    return is_key(key) and (not rest or (len(rest) == 1 and rest[0] in PART_FIELDS))


def standing_on(document: Document, behind: Mapping[str, Document]) -> Document:
    """What a form started from that shows `document`, but in the places of `behind` still what is given there.

    The place "sections" is their order.
    """
    for place, held in behind.items():
        if place != "sections":
            document = with_value(document, place, value_at(held, place))
    if older := behind.get("sections"):
        parts = {part.key: part for part in document.sections}
        order = _order([*parts], [*parts], [part.key for part in older.sections], parts)
        document = replace(document, sections=tuple(parts[key] for key in order))
    return document


def chosen(place: str, base: Any, mine: Any, theirs: Any, side: Side) -> Any:
    """The value of a place after somebody took a side. ValueError where there cannot be both."""
    if side == "theirs":
        return theirs
    if place.endswith("/body") and theirs is not None:
        return (
            merge_texts(base, mine, theirs, side)[0]
            if base is not None
            else (mine if side == "mine" else theirs + mine)
        )
    if side == "mine" or theirs is None:
        return mine
    if mine is None:
        return theirs
    if place.rpartition("/")[2] in ONE_OF or isinstance(mine, Part):
        raise ValueError("Only one can stand here.")
    if isinstance(mine, tuple):
        known = {meant(one) for one in theirs}
        return (*theirs, *(one for one in mine if meant(one) not in known))
    return f"{theirs} {mine}".strip()


def value_as_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return [asdict(one) for one in value]
    return asdict(value) if isinstance(value, (Picture, Label, Part)) else value


def value_from_json(place: str, data: Any) -> Any:
    name = place.rpartition("/")[2]
    if place.startswith("sections/") and place.count("/") == 1:
        return Part.from_json(data) if data else None
    if name == "category":
        return Label(**data) if data else None
    if name == "lead" or name in LOOK_PICTURES:
        return Picture.from_json(data)
    if data is None:
        return None
    makers: dict[str, Any] = {
        "topics": lambda one: Label(**one),
        "bylines": Credit.from_json,
        "pictures": Picture.from_json,
    }
    return tuple(makers[name](one) for one in data) if name in makers else data


def in_words(value: Any) -> str:
    """A value as somebody reads it who has to choose between two."""
    if value is None:
        return ""
    if isinstance(value, Picture):
        said = [value.caption, "decorative" if value.decorative else value.alt_text]
        return " · ".join([f"Picture {value.asset}", *filter(None, said)])
    if isinstance(value, Credit):
        return ", ".join(one for one in (value.name, value.job_title) if one)
    if isinstance(value, Label):
        return value.title
    if isinstance(value, Part):
        texts = [value.subhead, plain(value.body), value.title, value.text, value.source, value.url]
        return "\n".join([*filter(None, texts), *map(in_words, value.pictures)])
    if isinstance(value, tuple):
        return "\n".join(map(in_words, value))
    return plain(str(value)) if str(value).startswith("<") else str(value)


def differences(sent: Document, now: Document) -> list[tuple[str, Any]]:
    """What stands elsewhere than somebody's form has it: place and value now; "sections" is the order of their keys."""
    found: list[tuple[str, Any]] = [(name, now.at(name)) for name in FIELDS if not same(sent.at(name), now.at(name))]
    before = {part.key: part for part in sent.sections}
    after = {part.key: part for part in now.sections}
    found += [(f"sections/{key}", None) for key in before if key not in after]
    for key, part in after.items():
        if key not in before:
            found.append((f"sections/{key}", part))
            continue
        for name in PART_FIELDS:
            if not same(getattr(before[key], name), getattr(part, name)):
                found.append((f"sections/{key}/{name}", getattr(part, name)))
    if [*before] != [*after]:
        found.append(("sections", [*after]))
    return found
