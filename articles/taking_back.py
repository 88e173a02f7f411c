"""Taking one field or one section of an old version back into the working copy; everything else stays as it is."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from django.db import transaction

from articles.comparing import LABELS, title_of
from articles.document import DISCLOSURES, LOOKS, Document, Part
from articles.errors import NotPossible, SavedMeanwhile
from articles.models import Article, Revision
from articles.models.article import Person

SECTION, ORDER = "sections/", "order/"
GROUPS = {"sections", "looks", "disclosures", "version"}
PLACES = {*LOOKS, *DISCLOSURES, *(one.name for one in fields(Document))} - GROUPS


@dataclass(frozen=True, slots=True)
class Taken:
    """What was done: the save it made (None when the story already read so), and what to call the place."""

    saved: Revision | None
    label: str


@transaction.atomic
def take_back(
    article: Article, place: str, source: Document, *, called: str, by: Person | None, base: int | None = None
) -> Taken:
    """Make one place of the working copy read as it does in `source`, as a new save.

    `place` is a field of the document, or "sections/" and a section's key. A section that was removed since comes back
    where it stood; one that `source` does not have is taken out. "order/" and the key move it to where it stood, with
    the words it has now. `called` names the source in the history. `base` is
    the save the editor looked at: SavedMeanwhile is raised, and nothing written, when the place reads otherwise since.
    """
    article._refresh_locked()
    now = article.document()
    if base is not None and base != article.revision_number and (who := _changed_since(article, now, place, base)):
        raise SavedMeanwhile(who, article.revision_number)
    if place.startswith(SECTION):
        key = place.removeprefix(SECTION)
        old, new = section(source, key), section(now, key)
        if old is None and new is None:
            raise NotPossible("That section is in neither of the two.")
        label = f"“{title_of(old or new or Part(key=key))}”"
        wanted = with_section(now, source, key)
    elif place.startswith(ORDER):
        key = place.removeprefix(ORDER)
        part = section(now, key)
        if part is None or section(source, key) is None:
            raise NotPossible("That section is not in both of the two.")
        label = f"the place of “{title_of(part)}”"
        rest = replace(now, sections=tuple(one for one in now.sections if one.key != key))
        wanted = put(rest, part, source)
    elif place in PLACES:
        label = LABELS.get(place, place.replace("_", " ")).lower()
        wanted = now.having(**{place: source.at(place)})
    else:
        raise NotPossible("A story has no such place.")
    gone = place.startswith(SECTION) and section(source, place.removeprefix(SECTION)) is None
    note = f"Took {label[:90]} {'out, as in' if gone else 'back from'} {called}."
    return Taken(article.write(wanted, by=by, note=note, kind=Revision.Kind.RESTORE), label)


def section(document: Document, key: str) -> Part | None:
    return next((part for part in document.sections if part.key == key), None)


def value(document: Document, place: str) -> Any:
    if place.startswith(SECTION):
        return section(document, place.removeprefix(SECTION))
    return document.at(place) if place in PLACES else None


def with_section(now: Document, source: Document, key: str) -> Document:
    """`now` with that section as `source` has it: in place, back where it stood, or without it."""
    part = section(source, key)
    if part is None:
        return replace(now, sections=tuple(one for one in now.sections if one.key != key))
    if section(now, key) is not None:
        return replace(now, sections=tuple(part if one.key == key else one for one in now.sections))
    return put(now, part, source)


def put(now: Document, part: Part, source: Document) -> Document:
    """`now` with this section besides, where it stands in `source`."""
    at = place_for(part.key, [one.key for one in source.sections], [one.key for one in now.sections])
    return replace(now, sections=(*now.sections[:at], part, *now.sections[at:]))


def place_for(key: str, order: list[str], present: list[str]) -> int:
    """Where among `present` a section belongs by its neighbours in `order`: after the nearest one before it."""
    at = order.index(key)
    before, after = reversed(order[:at]), order[at + 1 :]

    def first(keys: Iterable[str]) -> int | None:
        return next((present.index(one) for one in keys if one in present), None)

    behind = first(before)
    if behind is not None:
        return behind + 1
    ahead = first(after)
    return ahead if ahead is not None else len(present)


def _changed_since(article: Article, now: Document, place: str, base: int) -> str:
    """Who changed that place since the save `base`, or the nearest older one that was kept; empty if it is the same."""
    seen = article.revisions.filter(number__lte=base).order_by("-number").first()
    before = value(Document.from_json(seen.document), place) if seen else None
    if seen and before == value(now, place):
        return ""
    for one in article.revisions.filter(number__gt=base).order_by("number").iterator(chunk_size=20):
        if value(Document.from_json(one.document), place) != before:
            return one.saved_by_name or "Somebody"
    return article._last_saver()
