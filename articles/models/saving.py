"""Saving: what an editor's form holds becomes the working copy, with what others saved meanwhile, and is recorded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import Document, tidied
from articles.errors import NotPossible
from articles.merging import (
    EMPTY,
    Conflict,
    Side,
    Stood,
    chosen,
    in_words,
    merge,
    same,
    standing_on,
    value_as_json,
    value_at,
    with_value,
)
from articles.models import rows, search_index
from articles.models.aside import Aside
from articles.models.audit import AuditEntry, display_name
from articles.models.revision import Revision

if TYPE_CHECKING:
    from articles.models.article import Article, Person

# The columns a save writes; what publishing keeps beside them is not read again, and not written over.
WRITTEN = [
    *("headline", "standfirst", "kicker", "working_title", "slug", "format", "category", "looks"),
    "disclosed",
    *("saved_at", "saved_by", "revision_number"),
]

ABOUT_SAVES = [AuditEntry.Action.CREATE, AuditEntry.Action.SAVE]  # deeds that say nothing a save does not say itself


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


class SavingDeeds(models.Model):
    """What changes an Article's working copy."""

    class Meta:
        abstract = True

    def write(
        self,
        document: Document,
        *,
        by: "Person | None",
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
        by: "Person | None",
        base: int | None = None,
        behind: Mapping[str, Stood] | None = None,
        note: str = "",
        kind: Revision.Kind = Revision.Kind.SAVE,
        tab: str = "",
        newest: Revision | None = None,
    ) -> Saved:
        """Save what an editor's form holds. Readers see no change.

        `base` is the revision that form started from: what others saved since is merged in, and a text that finds its
        place changed becomes an Aside. None writes over whatever is there. `behind` are places where the form still
        goes on from something older, since somebody typed there when the answer came. `tab` names the opened form, so
        that what was sent before, and whose answer was lost, is known again. `newest` is the newest revision if the
        caller has just read it.
        """
        story = cast("Article", self)
        fresh, auto = story.pk is None, kind == Revision.Kind.AUTO
        last: Revision | None = None
        if fresh:
            story.created_by_id = by.pk if by is not None else None
        else:
            story._refresh_locked()
            last = newest if newest and newest.number == story.revision_number else story.revisions.first()
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
            saved.asides, story.has_asides = self._keep_aside(conflicts, by, saved.by, tab), True
        if fresh:
            rows.take_name(story, wanted)
            story.save()
        if auto and last:
            saved.document = rows.write_what_differs(story, current, wanted) if not same(current, wanted) else current
        else:
            saved.document = rows.write_all(story, wanted)
        if last and same(current, saved.document):
            return saved
        before = self._desk_entry(current) if last else None
        rows.take_name(story, saved.document)
        story.revision_number += 1
        story.saved_at, story.saved_by_id = timezone.now(), by.pk if by is not None else None
        story.save(update_fields=WRITTEN)
        search_index.note_change(before, self._desk_entry(saved.document))
        revision = Revision(
            article=story,
            number=story.revision_number,
            document=saved.document.to_json(),
            saved_at=story.saved_at,
            saved_by_id=story.saved_by_id,
            saved_by_name=display_name(by),
            note=note,
            kind=kind,
            tab=tab,
            sent=sent.to_json() if saved.merged else None,
        )
        # A sitting is one entry in the log, and one more after each deed that came between.
        if not auto or revision.sit_down(last) or story.last_deed not in ABOUT_SAVES:
            story.record(AuditEntry.Action.CREATE if fresh else AuditEntry.Action.SAVE, by, note)
        revision.save(force_insert=True)
        saved.revision = revision
        if tab:
            saved.kept_as = revision.number
        return saved

    def _merge(
        self, saved: Saved, current: Document, base: int, behind: Mapping[str, Stood], by: "Person | None", tab: str
    ) -> list[Conflict]:
        """Put what others saved since `base` into `saved`. Returns what cannot stand in one place together."""
        story = cast("Article", self)
        revisions = story.revisions.order_by("-number")

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
            older = {number: at(number) for number, _ in behind.values()}
            start = min([start, *older.values()], key=lambda one: one.number)
            stood = {one: stood_at(older[one.number], one, tab) for one in {*behind.values()}}
            held = standing_on(held, {place: stood[one] for place, one in behind.items()})
        result = merge(held, saved.sent, current)
        saved.document, saved.merged = result.document, not same(result.document, saved.sent)
        if saved.merged or result.conflicts:
            others = revisions.exclude(saved_by_id=by.pk) if by is not None else revisions
            names = others.values_list("saved_by_name", flat=True)
            since = names.filter(number__gt=min(base, start.number))
            # Those who saved before a form that is behind has sent last are not among them.
            saved.by = list(dict.fromkeys(since)) or list(names[:1]) or [display_name(by)]
        return result.conflicts

    def _keep_aside(self, conflicts: list[Conflict], by: "Person | None", others: list[str], tab: str) -> list[Aside]:
        """The same form's next words for the same place take the place of its last, where they go on from them."""
        story = cast("Article", self)
        open_ones: dict[str, list[Aside]] = {}
        for one in story.asides.open().filter(tab=tab, by=by.pk if by else None):
            open_ones.setdefault(one.place, []).append(one)
        kept = []
        for conflict in conflicts:
            known = open_ones.get(conflict.place, []) if tab else []
            aside = next((held for held in known if goes_on_from(held, conflict)), None)
            aside = aside or Aside(article=story, by_id=by.pk if by else None, by_name=display_name(by), tab=tab)
            aside.other_name, aside.place, aside.kept = " and ".join(others)[:150], conflict.place, conflict.kept
            aside.label, aside.at = conflict.label[:250], timezone.now()
            values = (conflict.mine, conflict.theirs, conflict.base)
            aside.text, aside.theirs, aside.base = map(value_as_json, values)
            aside.save()
            kept.append(aside)
        return kept

    @transaction.atomic
    def choose(self, aside: Aside, side: Side, *, by: "Person", base: int | None = None) -> Saved:
        """Decide a conflict: what stands in its place is mine (the aside's), theirs, or both, one after the other.

        When the place has changed since `base`, which the person has seen, nothing is decided but what they see next.
        ValueError where there cannot be both.
        """
        story = cast("Article", self)
        story._refresh_locked()
        last = story.revisions.first()
        assert last is not None
        current = Document.from_json(last.document)
        seen = story.revisions.filter(number__lte=base).first() if base is not None else last
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

    def restore(self, revision: Revision, *, by: "Person | None", base: int | None = None) -> Revision | None:
        """Make an old save the working copy again, as a new save; what came between stays in the history.

        Authors, topics and pictures deleted since are left out. Returns None when nothing differs.
        """
        story = cast("Article", self)
        if revision.article_id != story.pk:
            raise NotPossible("That version belongs to another story.")
        note = f"Restored version {revision.number}, saved {timezone.localtime(revision.saved_at):%-d %B %Y, %H:%M}."
        document = Document.from_json(revision.document)
        return self.write(document, by=by, base=base, note=note, kind=Revision.Kind.RESTORE)

    def _desk_entry(self, document: Document) -> search_index.DeskEntry:
        story = cast("Article", self)
        return search_index.desk_entry(
            story.pk,
            document.to_json(),
            owners=[story.created_by_id, story.assignee_id],
            saved_at=story.saved_at,
            standing=story.standing,
        )

    def _last_saver(self) -> str:
        story = cast("Article", self)
        last = story.revisions.order_by("-number").first()
        return last.saved_by_name if last else "Somebody"


def stood_at(revision: Revision, stood: Stood, tab: str) -> Document:
    own = stood.as_sent and tab and revision.tab == tab
    return revision.what_was_sent() if own else Document.from_json(revision.document)


def goes_on_from(aside: Aside, conflict: Conflict) -> bool:
    """Whether the conflict's words were written by somebody who had those of the aside before them."""
    own = words_at(aside.value("text")) - words_at(aside.value("theirs"))
    return own <= words_at(conflict.mine) | words_at(conflict.base)


def words_at(value: Any) -> set[str]:
    return set(re.findall(r"\w+", in_words(value)))


def slug_of(document: Document) -> str:
    """The last part of the address: as it was given, else made from the headline; empty while there is none."""
    return document.slug or (slugify(document.headline)[:80].strip("-") or "story" if document.headline else "")
