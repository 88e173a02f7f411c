"""Article is the desk's working copy. Edition is what readers were shown; it never changes."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import FORMATS, LOOK_PICTURES, LOOK_WORDS, Credit, Document, Looks, Part, Picture, tidied
from articles.errors import NotPossible
from articles.merging import (
    EMPTY,
    Conflict,
    Side,
    chosen,
    merge,
    same,
    standing_on,
    value_as_json,
    value_at,
    with_value,
)
from articles.models import search_index
from articles.models.aside import Aside
from articles.models.audit import AuditEntry, display_name
from articles.models.people import Author, Category, Topic
from articles.models.pictures import ImageAsset
from articles.models.publishing import PublishingDeeds
from articles.models.revision import Revision
from articles.models.section import ImageWithCaption, Section
from articles.workflow import Standing, State

Person = AbstractBaseUser | AnonymousUser


@dataclass(slots=True)
class Saved:
    """What came of a save. `revision` is None when nothing differed from what was there."""

    revision: Revision | None
    sent: Document  # what the editor's form held, tidied
    document: Document  # the working copy now: with what others wrote meanwhile
    asides: list[Aside] = field(default_factory=list)  # texts of this save that did not get their place
    merged: bool = False  # others' work was met
    by: list[str] = field(default_factory=list)  # … and whose
    kept_as: int | None = None  # the revision that remembers what the form held, or had held before its last change


class ArticleQuerySet(models.QuerySet["Article"]):
    def live(self) -> Self:
        """Articles with an edition in front of readers."""
        return self.filter(live_edition__isnull=False)

    def due(self) -> Self:
        """Scheduled for an hour that has come, oldest first."""
        return self.filter(publish_at__lte=timezone.now()).order_by("publish_at", "pk")

    def visible_to(self, user: Any) -> Self:
        """Stories this person may open: all for those who edit anything, else their own."""
        return self if user.has_perm("articles.edit_any_article") else self.filter(created_by=user.pk)

    def told_with(self, *assets: int) -> Self:
        """Stories with one of these pictures for cards, social media or the newsletter. Those without are skipped."""
        chosen = models.Q()
        for name in LOOK_PICTURES:
            chosen |= models.Q(**{f"looks__{name}__in": assets})
        return self.exclude(looks={}).filter(chosen)

    def with_standing(self, standing: str) -> Self:
        """Stories that stand so; see Article.standing."""
        live, changed = models.Q(live_edition__isnull=False), models.Q(revision_number__gt=models.F("live_revision"))
        scheduled, withdrawn = models.Q(publish_at__isnull=False), models.Q(withdrawn_at__isnull=False)
        # Said as the indexes say it, or they would not be used.
        waiting = models.Q(live_edition__isnull=True, publish_at__isnull=True, withdrawn_at__isnull=True)
        rules = {
            Standing.SCHEDULED: scheduled,
            Standing.LIVE: live & ~changed & ~scheduled,
            Standing.CHANGED: live & changed & ~scheduled,
            Standing.WITHDRAWN: withdrawn & models.Q(live_edition__isnull=True) & ~scheduled,
            Standing.DRAFT: waiting & models.Q(workflow_state=State.DRAFT),
            Standing.DESK: waiting & models.Q(workflow_state=State.DESK),
        }
        return self.filter(rules[Standing(standing)])


class Article(PublishingDeeds):
    """One story as the desk works on it. The text itself is in its Sections."""

    # As long as anybody types: what is too long to print stops publishing, never a save. See problems_of.
    headline = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    kicker = models.TextField(blank=True)
    working_title = models.TextField(blank=True, help_text="The desk's own name for it; never printed.")
    slug = models.TextField(blank=True, help_text="Last part of the address. Empty: made when it is published.")
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="articles")
    authors = models.ManyToManyField(Author, through="Byline", related_name="articles")
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    format = models.CharField(max_length=10, choices=list(FORMATS.items()), default="article")
    looks: Any = models.JSONField(
        default=dict, blank=True, editable=False, help_text="Words and pictures’ ids for cards, search, social media."
    )
    workflow_state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    begun_in = models.UUIDField(
        null=True, editable=False, help_text="The opened form whose first autosave made the story."
    )
    revision_number = models.PositiveIntegerField(default=0, editable=False, help_text="Number of the newest save.")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        verbose_name = "story"
        verbose_name_plural = "stories"
        permissions = [
            ("publish_article", "Can publish, schedule and withdraw stories"),
            ("edit_any_article", "Can open and edit everybody's stories"),
        ]
        constraints = [  # the database keeps these promises when code forgets
            models.UniqueConstraint(
                fields=["created_by", "begun_in"],
                condition=models.Q(begun_in__isnull=False),
                name="one_story_a_form",
            ),
            models.CheckConstraint(
                condition=models.Q(live_edition__isnull=True) | models.Q(first_published_at__isnull=False),
                name="live_has_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(live_edition__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="live_is_not_withdrawn",
            ),
            models.CheckConstraint(condition=models.Q(format__in=sorted(FORMATS)), name="format_known"),
            models.CheckConstraint(
                condition=models.Q(workflow_state__in=[state.value for state in State]), name="state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["created_by", "-saved_at"], name="article_mine"),
            models.Index(fields=["category", "-saved_at", "-id"], name="article_in_category"),
            # What is not simply live is little, however many stories there are.
            models.Index(
                fields=["-saved_at", "-id"], condition=models.Q(live_edition__isnull=True), name="article_not_live"
            ),
            models.Index(
                fields=["-saved_at", "-id"],
                condition=models.Q(live_edition__isnull=False, revision_number__gt=models.F("live_revision")),
                name="article_changed",
            ),
            models.Index(
                fields=["-saved_at", "-id"], condition=models.Q(publish_at__isnull=False), name="article_scheduled"
            ),
            models.Index(
                fields=["withdrawn_at"], condition=models.Q(withdrawn_at__isnull=False), name="article_withdrawn"
            ),
            models.Index(
                fields=["first_published_at", "last_substantive_update_at", "live_edition"],
                condition=models.Q(live_edition__isnull=False, last_substantive_update_at__isnull=False),
                name="article_updated",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or "Untitled"

    def get_absolute_url(self) -> str:
        """The address at the desk; readers get an Edition's."""
        return f"/admin/articles/article/{self.pk}/change/"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        search_index.forget_note(self.pk)
        return super().delete(*args, **kwargs)

    @property
    def standing(self) -> Standing:
        """Where it stands for the desk and for readers, in one word."""
        if self.publish_at is not None:
            return Standing.SCHEDULED
        if self.live_edition_id is not None:
            return Standing.CHANGED if self.has_unpublished_changes else Standing.LIVE
        if self.withdrawn_at is not None:
            return Standing.WITHDRAWN
        return Standing(self.workflow_state)

    @property
    def has_unpublished_changes(self) -> bool:
        return self.live_edition_id is not None and self.revision_number > self.live_revision

    def editable_by(self, user: Any) -> bool:
        """Whether this person may save the story: editors always, writers their own drafts until they are handed in."""
        if not user.has_perm("articles.change_article"):
            return False
        if user.has_perm("articles.edit_any_article"):
            return True
        return bool(self.created_by_id == user.pk and self.standing == Standing.DRAFT)

    # -- the working copy as a document --------------------------------------------------------------

    def document(self) -> Document:
        """The working copy as data: what a save records, a preview shows and publishing freezes."""
        pictures: dict[int | None, list[ImageWithCaption]] = {}
        sections = list(self.sections.all()) if self.pk else []
        if self.pk:
            uses = self._uses(one.pk for one in sections)
            for use in uses.select_related("asset").order_by("position", "pk"):
                pictures.setdefault(use.section_id, []).append(use)
        lead = pictures.get(None, [])
        return Document(
            headline=self.headline,
            slug=self.slug,
            standfirst=self.standfirst,
            kicker=self.kicker,
            working_title=self.working_title,
            format=self.format,
            category=self.category.label() if self.category else None,
            bylines=tuple(one.credit() for one in self.bylines.select_related("author__portrait")) if self.pk else (),
            lead=lead[0].picture() if lead else None,
            sections=tuple(one.part(pictures.get(one.pk, [])) for one in sections),
            topics=tuple(topic.label() for topic in self.topics.all()) if self.pk else (),
            looks=self._looks(),
        )

    def _looks(self) -> Looks:
        """A picture that was deleted since is the story's own again."""
        pictures = {name: self.looks[name] for name in LOOK_PICTURES if name in self.looks}
        found = ImageAsset.objects.in_bulk(pictures.values()) if pictures else {}
        looks: dict[str, Any] = {name: self.looks.get(name, "") for name in LOOK_WORDS}
        for name, one in pictures.items():
            if asset := found.get(one):
                looks[name] = asset.picture(alt_text=asset.alt_text)
        return Looks(**looks)

    def write(
        self,
        document: Document,
        *,
        by: Person | None,
        base: int | None = None,
        note: str = "",
        kind: Revision.Kind = Revision.Kind.SAVE,
    ) -> Revision | None:
        """Make the working copy equal to `document` and record it; see `take_in`. Returns None when nothing differs."""
        return self.take_in(document, by=by, base=base, note=note, kind=kind).revision

    @transaction.atomic
    def take_in(
        self,
        document: Document,
        *,
        by: Person | None,
        base: int | None = None,
        behind: Mapping[str, int] | None = None,
        note: str = "",
        kind: Revision.Kind = Revision.Kind.SAVE,
        tab: str = "",
        newest: Revision | None = None,
    ) -> Saved:
        """Save what an editor's form holds. Readers see no change.

        `base` is the revision that form started from: what others saved since is merged in, and a text that finds its
        place changed becomes an Aside. None writes over whatever is there. `behind` are places where the form still
        goes on from what it had sent with an older revision, since somebody typed there when the answer came. `tab`
        names the opened form, so that what was sent before, and whose answer was lost, is known again. `newest` is the
        newest revision if the caller has just read it.
        """
        fresh, auto = self.pk is None, kind == Revision.Kind.AUTO
        last: Revision | None = None
        if fresh:
            self.created_by_id = by.pk if by is not None else None
        else:
            self._refresh_locked()
            last = newest if newest and newest.number == self.revision_number else self.revisions.first()
        current = Document.from_json(last.document) if last else EMPTY
        sent = tidied(document, frozenset(part.body for part in current.sections))
        saved = Saved(None, sent, sent)
        conflicts: list[Conflict] = []
        if last and base is not None and (base != last.number or behind):
            conflicts = self._merge(saved, current, base, behind or {}, by, tab)
        wanted = saved.document
        if not auto and not wanted.slug:
            wanted = replace(wanted, slug=slug_of(wanted))
        if conflicts:
            saved.asides, self.has_asides = self._keep_aside(conflicts, by, saved.by, tab), True
        if fresh:
            self._name(wanted)
            self.save()
        if auto and last:
            saved.document = self._write_what_differs(current, wanted) if not same(current, wanted) else current
        else:
            saved.document = self._write_all(wanted)
        if last and same(current, saved.document):
            return saved
        before = self._desk_entry(current) if last else None
        self._name(saved.document)
        self.revision_number += 1
        self.saved_at, self.saved_by_id = timezone.now(), by.pk if by is not None else None
        self.save(update_fields=WRITTEN)
        search_index.note_change(before, self._desk_entry(saved.document))
        revision = Revision(
            article=self,
            number=self.revision_number,
            document=saved.document.to_json(),
            saved_at=self.saved_at,
            saved_by_id=self.saved_by_id,
            saved_by_name=display_name(by),
            note=note,
            kind=kind,
            tab=tab,
            sent=sent.to_json() if saved.merged else None,
        )
        if not auto or revision.sit_down(last):  # a sitting is one entry in the log
            self.record(AuditEntry.Action.CREATE if fresh else AuditEntry.Action.SAVE, by, note)
        revision.save(force_insert=True)
        saved.revision = revision
        if tab:
            saved.kept_as = revision.number
        return saved

    def _merge(
        self, saved: Saved, current: Document, base: int, behind: Mapping[str, int], by: Person | None, tab: str
    ) -> list[Conflict]:
        """Put what others saved since `base` into `saved`. Returns what cannot stand in one place together."""
        revisions = self.revisions.order_by("-number")

        def at(number: int) -> Revision:
            found = revisions.filter(number__lte=number).first() or revisions.last()
            assert found is not None
            return found

        start = at(base)
        held = Document.from_json(start.document)
        if tab and (own := revisions.filter(tab=tab, number__gt=base).first()):
            start = own  # the answer to that was lost: the form goes on from what it sent then
            held, saved.kept_as = own.what_was_sent(), own.number
        elif behind:
            older = {number: at(number) for number in {*behind.values()}}
            start = min([start, *older.values()], key=lambda one: one.number)
            sent = {
                number: one.what_was_sent() if tab and one.tab == tab else Document.from_json(one.document)
                for number, one in older.items()
            }
            held = standing_on(held, {place: sent[number] for place, number in behind.items()})
        result = merge(held, saved.sent, current)
        saved.document, saved.merged = result.document, not same(result.document, saved.sent)
        if saved.merged or result.conflicts:
            others = revisions.exclude(saved_by_id=by.pk) if by is not None else revisions
            names = others.values_list("saved_by_name", flat=True)
            since = names.filter(number__gt=min(base, start.number))
            # Those who saved before a form that is behind has sent last are not among them.
            saved.by = list(dict.fromkeys(since)) or list(names[:1]) or [display_name(by)]
        return result.conflicts

    def _keep_aside(self, conflicts: list[Conflict], by: Person | None, others: list[str], tab: str) -> list[Aside]:
        """The same form's next words for the same place take the place of its last: they contain them."""
        open_ones = {one.place: one for one in self.asides.open().filter(tab=tab, by=by.pk if by else None)}
        kept = []
        for one in conflicts:
            aside = open_ones.get(one.place) if tab else None
            aside = aside or Aside(article=self, by_id=by.pk if by else None, by_name=display_name(by), tab=tab)
            aside.other_name, aside.place, aside.kept = " and ".join(others)[:150], one.place, one.kept
            aside.label, aside.at = one.label[:250], timezone.now()
            aside.text, aside.theirs, aside.base = map(value_as_json, (one.mine, one.theirs, one.base))
            aside.save()
            kept.append(aside)
        return kept

    @transaction.atomic
    def choose(self, aside: Aside, side: Side, *, by: Person, base: int | None = None) -> Saved:
        """Decide a conflict: what stands in its place is mine (the aside's), theirs, or both, one after the other.

        When the place has changed since `base`, which the person has seen, nothing is decided but what they see next.
        ValueError where there cannot be both.
        """
        self._refresh_locked()
        last = self.revisions.first()
        assert last is not None
        current = Document.from_json(last.document)
        seen = self.revisions.filter(number__lte=base).first() if base is not None else last
        before = Document.from_json(seen.document) if seen else current
        held = Aside.objects.select_for_update().get(pk=aside.pk)
        stands = value_at(current, held.place)
        if held.resolved_at is not None:
            return Saved(None, before, current)
        if not same(value_at(before, held.place), stands):
            if held.kept == "theirs":
                held.theirs, held.other_name = value_as_json(stands), last.saved_by_name
                held.save()
            return Saved(None, before, current)
        if held.kept == "theirs":
            value = chosen(held.place, held.value("base"), held.value("text"), stands, side)
        else:  # a section that somebody else removed stands because of what was written in it
            value = None if side == "theirs" else stands
        wanted = current if value is None and stands is None else with_value(current, held.place, value)
        note = f"{held.label}: {'both' if side == 'both' else 'the text of ' + self._side_name(held, side)} chosen."
        saved = self.take_in(wanted, by=by, note=note[:200], kind=Revision.Kind.CHOICE)
        saved.sent = before
        held.resolved_at, held.resolved_by_id = timezone.now(), by.pk
        held.save()
        return saved

    @staticmethod
    def _side_name(aside: Aside, side: Side) -> str:
        return (aside.by_name if side == "mine" else aside.other_name) or "somebody"

    def _desk_entry(self, document: Document) -> search_index.DeskEntry:
        return search_index.desk_entry(
            self.pk,
            document.to_json(),
            created_by=self.created_by_id,
            saved_at=self.saved_at,
            standing=self.standing,
        )

    def _name(self, document: Document) -> None:
        """Take over what stands in the story's own columns."""
        self.headline, self.standfirst = document.headline, document.standfirst
        self.kicker, self.working_title = document.kicker, document.working_title
        self.format, self.slug, self.looks = document.format, document.slug, looks_of(document.looks)
        self.category_id = document.category.id if document.category else None

    def _write_all(self, document: Document) -> Document:
        """Make every row as the document says. Returns what is there then, as read."""
        self._write_bylines(document)
        self._write_sections(document.sections)
        self._write_pictures(document)
        self._write_topics(document)
        self.looks = looks_of(document.looks)
        now = self.document()
        names = ("headline", "standfirst", "kicker", "working_title", "format", "slug")
        category = Category.objects.filter(pk=document.category.id).first() if document.category else None
        return replace(
            now,
            **{name: getattr(document, name) for name in names},
            category=category.label() if category else None,
        )

    def _write_what_differs(self, current: Document, wanted: Document) -> Document:
        """The same for what an autosave changed since the last save, without reading what it did not touch."""
        if not same(current.bylines, wanted.bylines):
            self._write_bylines(wanted)
        if not same(current.topics, wanted.topics):
            self._write_topics(wanted)
        before = {part.key: part for part in current.sections}
        after = {part.key: part for part in wanted.sections}
        changed = [
            part for part in wanted.sections if part.key in before and texts_of(part) != texts_of(before[part.key])
        ]
        quick = [*before] == [*after] and len(changed) < 3
        quick = quick and all(not part.subhead or before[part.key].anchor for part in changed)
        if quick:
            for part in changed:
                quick = quick and bool(self.sections.filter(key=part.key).update(**texts_of(part)))
        anchors = {key: part.anchor for key, part in before.items()}
        if not quick:
            anchors = self._write_sections(wanted.sections)
        if not same(current.lead, wanted.lead) or any(
            not same(part.pictures, before[part.key].pictures if part.key in before else ()) for part in wanted.sections
        ):
            self._write_pictures(wanted)
        return replace(
            wanted, sections=tuple(replace(part, anchor=anchors.get(part.key, "")) for part in wanted.sections)
        )

    def restore(self, revision: Revision, *, by: Person | None, base: int | None = None) -> Revision | None:
        """Make an old save the working copy again, as a new save; what came between stays in the history.

        Authors, topics and pictures deleted since are left out. Returns None when nothing differs.
        """
        if revision.article_id != self.pk:
            raise NotPossible("That version belongs to another story.")
        note = f"Restored version {revision.number}, saved {timezone.localtime(revision.saved_at):%-d %B %Y, %H:%M}."
        document = Document.from_json(revision.document)
        return self.write(document, by=by, base=base, note=note, kind=Revision.Kind.RESTORE)

    def move_to(self, state: State, *, by: Person) -> None:
        """Hand the story in, or take it back. Readers see no change."""
        with transaction.atomic():
            self._refresh_locked()
            if self.workflow_state != state:
                self.workflow_state = state
                self.save(update_fields=["workflow_state"])
                search_index.stand(self.pk, self.standing)
                self.record(AuditEntry.Action.STATE, by, f"to “{State(state).label}”")

    def _last_saver(self) -> str:
        last = self.revisions.order_by("-number").first()
        return last.saved_by_name if last else "Somebody"

    def _write_bylines(self, document: Document) -> None:
        known = set(Author.objects.filter(pk__in=[one.author for one in document.bylines]).values_list("pk", flat=True))
        wanted, seen = [], set()
        for one in document.bylines:
            if one.author in known and (one.author, one.role) not in seen:
                seen.add((one.author, one.role))
                wanted.append((one.author, one.role, one.job_title))
        if wanted != list(self.bylines.values_list("author_id", "role", "job_title")):
            self.bylines.all().delete()
            Byline.objects.bulk_create(
                Byline(article=self, author_id=author, role=role, job_title=title, position=position)
                for position, (author, role, title) in enumerate(wanted)
            )

    def _write_sections(self, parts: tuple[Part, ...]) -> dict[str, str]:
        """Match sections by key: kept ones keep row and anchor, new ones get an anchor from their first subhead.

        Returns the anchors by key.
        """
        anchors: dict[str, str] = {}
        existing = {str(one.key): one for one in self.sections.all()}
        taken = {one.anchor for one in existing.values() if one.anchor}
        created: list[Section] = []
        changed: list[Section] = []
        for position, part in enumerate(parts):
            section = existing.pop(part.key, None) or Section(article=self, key=uuid.UUID(part.key))
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
            self.sections.filter(pk__in=[one.pk for one in existing.values()]).delete()
        Section.objects.bulk_create(created)
        Section.objects.bulk_update(changed, SECTION_FIELDS)
        return anchors

    def _write_pictures(self, document: Document) -> None:
        places = {str(key): pk for key, pk in self.sections.values_list("key", "pk")}
        rows: list[tuple[Any, ...]] = []
        if document.lead:
            rows.append((self.pk, None, 0, *used(document.lead)))
        for part in document.sections:
            rows += [(None, places[part.key], index, *used(one)) for index, one in enumerate(part.pictures)]
        known = set(ImageAsset.objects.filter(pk__in=[row[3] for row in rows]).values_list("pk", flat=True))
        wanted = [row for row in rows if row[3] in known]
        fields = ["lead_of_id", "section_id", "position", "asset_id", "caption", "alt_text", "decorative"]
        uses = self._uses(places.values())
        if sorted(map(repr, wanted)) != sorted(map(repr, uses.values_list(*fields))):
            uses.delete()
            ImageWithCaption.objects.bulk_create(
                ImageWithCaption(**dict(zip(fields, row, strict=True))) for row in wanted
            )

    def _uses(self, sections: Iterable[int]) -> models.QuerySet[ImageWithCaption]:
        """Its pictures in use. Sections are given by id: through a join, those of every story would be read."""
        return ImageWithCaption.objects.filter(models.Q(lead_of=self) | models.Q(section__in=list(sections)))

    def _write_topics(self, document: Document) -> None:
        self.topics.set(Topic.objects.filter(pk__in=[topic.id for topic in document.topics]))


# The columns a save writes; what publishing keeps beside them is not read again, and not written over.
WRITTEN = [
    *("headline", "standfirst", "kicker", "working_title", "slug", "format", "category", "looks"),
    *("saved_at", "saved_by", "revision_number"),
]
TEXTS = ["kind", "body", "layout", "url", "title", "text", "source", "subhead"]
SECTION_FIELDS = ["position", "kind", "subhead", "anchor", "body", "layout", "url", "title", "text", "source"]


def texts_of(part: Part) -> dict[str, str]:
    """A section's columns that an editor writes."""
    return {name: getattr(part, name) for name in TEXTS}


def used(picture: Picture) -> tuple[int, str, str, bool]:
    return picture.asset, picture.caption, picture.alt_text, picture.decorative


def looks_of(looks: Looks) -> dict[str, Any]:
    """What is not as the story has it: words, and the ids of pictures."""
    pictures = {name: picture.asset for name in LOOK_PICTURES if (picture := getattr(looks, name))}
    return {name: words for name in LOOK_WORDS if (words := getattr(looks, name))} | pictures


def free_anchor(subhead: str, taken: set[str]) -> str:
    """A fragment name for a subhead that no other part of the story has."""
    base = slugify(subhead)[:70].strip("-") or "part"
    if base.startswith(("page-", "newsletter-")):  # the page's own ids
        base = f"part-{base}"
    number, anchor = 2, base
    while anchor in taken:
        anchor, number = f"{base}-{number}", number + 1
    return anchor


class Byline(models.Model):
    """The credit on one story, in order, with role and job title as printed that day."""

    class Role(models.TextChoices):
        WORDS = "words", "Words"
        PICTURES = "pictures", "Pictures"
        REPORTING = "reporting", "Additional reporting"

    article = models.ForeignKey(Article, models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.WORDS)
    job_title = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author", "role"], name="credited_once_per_role"),
        ]

    def __str__(self) -> str:
        return str(self.author)

    def credit(self) -> Credit:
        return self.author.credit(self.role, self.job_title)


def slug_of(document: Document) -> str:
    """The last part of the address: as it was given, else made from the headline; empty while there is none."""
    return document.slug or (slugify(document.headline)[:80].strip("-") or "story" if document.headline else "")
