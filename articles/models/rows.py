"""The working copy in rows: columns of the story, its sections, pictures in use, bylines and topics."""

import uuid
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from django.db import models
from django.utils.text import slugify

from articles.document import DISCLOSURES, LOOK_PICTURES, LOOK_WORDS, Disclosures, Document, Looks, Part, Picture
from articles.merging import same
from articles.models.people import Author, Byline, Category, Topic
from articles.models.pictures import ImageAsset
from articles.models.section import ImageWithCaption, Section

if TYPE_CHECKING:
    from articles.models.article import Article

TEXTS = ["kind", "body", "layout", "url", "title", "text", "source", "subhead"]
SECTION_FIELDS = ["position", "kind", "subhead", "anchor", "body", "layout", "url", "title", "text", "source"]


def read(story: "Article") -> Document:
    """The working copy as data: what a save records, a preview shows and publishing freezes."""
    pictures: dict[int | None, list[ImageWithCaption]] = {}
    sections = list(story.sections.all()) if story.pk else []
    if story.pk:
        uses = _uses(story, (one.pk for one in sections))
        for use in uses.select_related("asset").order_by("position", "pk"):
            pictures.setdefault(use.section_id, []).append(use)
    lead = pictures.get(None, [])
    return Document(
        headline=story.headline,
        slug=story.slug,
        standfirst=story.standfirst,
        kicker=story.kicker,
        working_title=story.working_title,
        format=story.format,
        category=story.category.label() if story.category else None,
        bylines=tuple(one.credit() for one in story.bylines.select_related("author__portrait")) if story.pk else (),
        lead=lead[0].picture() if lead else None,
        sections=tuple(one.part(pictures.get(one.pk, [])) for one in sections),
        topics=tuple(topic.label() for topic in story.topics.all()) if story.pk else (),
        looks=_looks(story),
        disclosures=Disclosures(**{name: story.disclosed.get(name, "") for name in DISCLOSURES}),
    )


def _looks(story: "Article") -> Looks:
    """A picture that was deleted since is the story's own again."""
    pictures = {name: story.looks[name] for name in LOOK_PICTURES if name in story.looks}
    found = ImageAsset.objects.in_bulk(pictures.values()) if pictures else {}
    looks: dict[str, Any] = {name: story.looks.get(name, "") for name in LOOK_WORDS}
    for name, one in pictures.items():
        if asset := found.get(one):
            looks[name] = asset.picture(alt_text=asset.alt_text)
    return Looks(**looks)


def take_name(story: "Article", document: Document) -> None:
    """Take over what stands in the story's own columns."""
    story.headline, story.standfirst = document.headline, document.standfirst
    story.kicker, story.working_title = document.kicker, document.working_title
    story.format, story.slug, story.looks = document.format, document.slug, looks_of(document.looks)
    story.disclosed = disclosed_of(document.disclosures)
    story.category_id = document.category.id if document.category else None


def write_all(story: "Article", document: Document) -> Document:
    """Make every row as the document says. Returns what is there then, as read."""
    _write_bylines(story, document)
    _write_sections(story, document.sections)
    _write_pictures(story, document)
    _write_topics(story, document)
    story.looks, story.disclosed = looks_of(document.looks), disclosed_of(document.disclosures)
    now = read(story)
    names = ("headline", "standfirst", "kicker", "working_title", "format", "slug")
    category = Category.objects.filter(pk=document.category.id).first() if document.category else None
    return replace(
        now,
        **{name: getattr(document, name) for name in names},
        category=category.label() if category else None,
    )


def write_what_differs(story: "Article", current: Document, wanted: Document) -> Document:
    """The same for what an autosave changed since the last save, without reading what it did not touch."""
    if not same(current.bylines, wanted.bylines):
        _write_bylines(story, wanted)
    if not same(current.topics, wanted.topics):
        _write_topics(story, wanted)
    before = {part.key: part for part in current.sections}
    after = {part.key: part for part in wanted.sections}
    changed = [part for part in wanted.sections if part.key in before and texts_of(part) != texts_of(before[part.key])]
    quick = [*before] == [*after] and len(changed) < 3
    quick = quick and all(not part.subhead or before[part.key].anchor for part in changed)
    if quick:
        for part in changed:
            quick = quick and bool(story.sections.filter(key=part.key).update(**texts_of(part)))
    anchors = {key: part.anchor for key, part in before.items()}
    if not quick:
        anchors = _write_sections(story, wanted.sections)
    if not same(current.lead, wanted.lead) or any(
        not same(part.pictures, before[part.key].pictures if part.key in before else ()) for part in wanted.sections
    ):
        _write_pictures(story, wanted)
    return replace(wanted, sections=tuple(replace(part, anchor=anchors.get(part.key, "")) for part in wanted.sections))


def _write_bylines(story: "Article", document: Document) -> None:
    known = set(Author.objects.filter(pk__in=[one.author for one in document.bylines]).values_list("pk", flat=True))
    wanted, seen = [], set()
    for one in document.bylines:
        if one.author in known and (one.author, one.role) not in seen:
            seen.add((one.author, one.role))
            wanted.append((one.author, one.role, one.job_title))
    if wanted != list(story.bylines.values_list("author_id", "role", "job_title")):
        story.bylines.all().delete()
        Byline.objects.bulk_create(
            Byline(article=story, author_id=author, role=role, job_title=title, position=position)
            for position, (author, role, title) in enumerate(wanted)
        )


def _write_sections(story: "Article", parts: tuple[Part, ...]) -> dict[str, str]:
    """Match sections by key: kept ones keep row and anchor, new ones get an anchor from their first subhead.

    Returns the anchors by key.
    """
    anchors: dict[str, str] = {}
    existing = {str(one.key): one for one in story.sections.all()}
    taken = {one.anchor for one in existing.values() if one.anchor}
    created: list[Section] = []
    changed: list[Section] = []
    for position, part in enumerate(parts):
        section = existing.pop(part.key, None) or Section(article=story, key=uuid.UUID(part.key))
        before = [getattr(section, name) for name in SECTION_FIELDS]
        for name in SECTION_FIELDS:
            if name not in {"position", "anchor"}:
                setattr(section, name, getattr(part, name))
        section.position = position
        if section.subhead and not section.anchor:
            section.anchor = part.anchor
            if not part.anchor or part.anchor in taken:
                section.anchor = free_anchor(part.subhead, taken)
            taken.add(section.anchor)
        anchors[part.key] = section.anchor
        if section.pk is None:
            created.append(section)
        elif before != [getattr(section, name) for name in SECTION_FIELDS]:
            changed.append(section)
    if existing:
        story.sections.filter(pk__in=[one.pk for one in existing.values()]).delete()
    Section.objects.bulk_create(created)
    Section.objects.bulk_update(changed, SECTION_FIELDS)
    return anchors


def _write_pictures(story: "Article", document: Document) -> None:
    places = {str(key): pk for key, pk in story.sections.values_list("key", "pk")}
    rows: list[tuple[Any, ...]] = []
    if document.lead:
        rows.append((story.pk, None, 0, *used(document.lead)))
    for part in document.sections:
        rows += [(None, places[part.key], index, *used(one)) for index, one in enumerate(part.pictures)]
    known = set(ImageAsset.objects.filter(pk__in=[row[3] for row in rows]).values_list("pk", flat=True))
    wanted = [row for row in rows if row[3] in known]
    fields = ["lead_of_id", "section_id", "position", "asset_id", "caption", "alt_text", "decorative"]
    uses = _uses(story, places.values())
    if sorted(map(repr, wanted)) != sorted(map(repr, uses.values_list(*fields))):
        uses.delete()
        ImageWithCaption.objects.bulk_create(ImageWithCaption(**dict(zip(fields, row, strict=True))) for row in wanted)


def _uses(story: "Article", sections: Iterable[int]) -> models.QuerySet[ImageWithCaption]:
    """Its pictures in use. Sections are given by id: through a join, those of every story would be read."""
    return ImageWithCaption.objects.filter(models.Q(lead_of=story) | models.Q(section__in=list(sections)))


def _write_topics(story: "Article", document: Document) -> None:
    story.topics.set(Topic.objects.filter(pk__in=[topic.id for topic in document.topics]))


def texts_of(part: Part) -> dict[str, str]:
    """A section's columns that an editor writes."""
    return {name: getattr(part, name) for name in TEXTS}


def used(picture: Picture) -> tuple[int, str, str, bool]:
    return picture.asset, picture.caption, picture.alt_text, picture.decorative


def looks_of(looks: Looks) -> dict[str, Any]:
    """What is not as the story has it: words, and the ids of pictures."""
    pictures = {name: picture.asset for name in LOOK_PICTURES if (picture := getattr(looks, name))}
    return {name: words for name in LOOK_WORDS if (words := getattr(looks, name))} | pictures


def disclosed_of(disclosures: Disclosures) -> dict[str, str]:
    return {name: said for name in DISCLOSURES if (said := getattr(disclosures, name))}


def free_anchor(subhead: str, taken: set[str]) -> str:
    """A fragment name for a subhead that no other part of the story has."""
    base = slugify(subhead)[:70].strip("-") or "part"
    if base.startswith(("page-", "newsletter-")):  # the page's own ids
        base = f"part-{base}"
    number, anchor = 2, base
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    return anchor
