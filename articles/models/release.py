"""Release: editions go in front of readers, one by hand or many at their minute, by the same few statements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import connection

from articles.document import Document
from articles.models import contradiction, listed, reach, search_index
from articles.models.audit import AuditEntry
from articles.models.correction import Correction
from articles.models.edition import Edition
from articles.models.listed import Places
from articles.models.many_rows import Rows, fresh_ids, stored
from articles.models.notice import tell_of_deeds
from articles.models.redaction import Redaction
from articles.moments import span
from articles.workflow import ChangeKind
from newsroom.delivery.purging import purge

if TYPE_CHECKING:
    from articles.models.article import Article, Person

ON_TIME = timedelta(seconds=5)  # what is released later is said to be late, in the log of deeds and the worker's
# The columns of a story that a release writes.
WRITTEN = [
    *("slug", "live_edition", "live_revision", "publish_at", "scheduled_by", "schedule_problem", "withdrawn_at"),
    *("first_published_at", "last_substantive_update_at", "last_published_at", "checked"),
]


@dataclass(frozen=True, slots=True)
class Copy:
    """The words of a story as they would be printed: what takes the time to make, and says nothing of the moment."""

    document: Document
    data: dict[str, Any]  # the document, as an edition has it
    stored: str  # the same, as the database keeps it
    text: str


@dataclass(slots=True)
class Release:
    """A story that goes out, with the edition readers get and the one they had. Nothing of it is written yet."""

    story: "Article"
    copy: Copy
    edition: Edition
    before: Edition | None  # the last one, whether readers see it now or not
    by: "Person | None"
    change: ChangeKind
    note: str
    told: bool  # the note is printed
    legal: bool  # something was removed for legal reasons
    late: timedelta
    was_live: bool
    was_withdrawn: bool
    authors: set[int]
    topics: set[int]
    at: datetime

    @property
    def address(self) -> str:
        """Where readers find it; an edition would ask the database for its category."""
        return f"/{self.edition.document['category']['slug']}/{self.story.pk}/{self.edition.slug}/"

    @property
    def redaction(self) -> Redaction | None:
        """What keeps earlier editions from being compared in public; None: nothing does."""
        if not self.before or not (self.legal or self.was_withdrawn):
            return None
        cause = Redaction.Cause.LEGAL if self.legal else Redaction.Cause.RETURN
        return Redaction(
            article=self.story, edition=self.edition, cause=cause, by_id=self.by.pk if self.by is not None else None
        )

    @property
    def action(self) -> AuditEntry.Action:
        return AuditEntry.Action.PUBLISH_CHANGES if self.was_live else AuditEntry.Action.PUBLISH

    @property
    def detail(self) -> str:
        """What the log of deeds says of it."""
        said = f"edition {self.edition.number}"
        if self.before and self.change != ChangeKind.TYPO:
            said += f", {self.change.value}: {self.note}".rstrip(": ")
        if self.legal:
            said += ", something removed for legal reasons"
        return said + (f", {span(self.late)} after its time" if self.late > ON_TIME else "")


def carry_out(releases: Sequence[Release]) -> None:
    """Show these editions to readers, and put it on record. For the transaction that holds the stories' rows."""
    if not releases:
        return
    editions = Rows(Edition, with_id=True)
    for one, pk in zip(releases, fresh_ids(Edition, len(releases)), strict=True):
        one.edition.pk, one.edition._state.adding = pk, False
        editions.take(one.edition, document=one.copy.stored)
    editions.write()
    link(Edition.authors.through, "author_id", ((one.edition, one.authors) for one in releases))
    link(Edition.topics.through, "topic_id", ((one.edition, one.topics) for one in releases))
    Correction.objects.bulk_create(
        Correction(article=one.story, edition=one.edition, kind=one.change, text=one.note, at=one.at)
        for one in releases
        if one.told
    )
    Redaction.objects.bulk_create(found for one in releases if (found := one.redaction))
    for one in releases:
        one.story.live_edition = one.edition
    write([one.story for one in releases])
    contradiction.carry_over([(one.before, one.edition) for one in releases])
    moved = listed.replace(
        {
            one.story.pk: Places(one.edition.first_published_at, one.edition.category_id, one.topics, one.authors)
            for one in releases
        }
    )
    search_index.replace([one.edition for one in releases])
    search_index.stand_all({one.story.pk: one.story.standing for one in releases})
    keys = reach.keys_of_changes(
        reach.Change(
            one.before if one.was_live else None,
            one.edition,
            moved[one.story.pk],
            has_new_note=one.told and one.change.needs_note,
        )
        for one in releases
    )
    purge(keys.union(*(reach.keys_of_withdrawn(one.story) for one in releases if one.was_withdrawn)))
    AuditEntry.write_all(
        AuditEntry.entry(one.action, one.by, article=one.story, headline=str(one.story), detail=one.detail)
        for one in releases
    )
    tell_of_deeds((one.story, one.action, one.by, "") for one in releases)


def link(through: Any, column: str, editions: Iterable[tuple[Edition, set[int]]]) -> None:
    rows = [(edition.pk, pk) for edition, found in editions for pk in sorted(found)]
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO {through._meta.db_table} (edition_id, {column}) VALUES (%s, %s)", rows)


def write(stories: Sequence["Article"]) -> None:
    """Write what a release changes of the stories' rows, if nobody saved them meanwhile."""
    meta, quote = stories[0]._meta, connection.ops.quote_name
    fields: list[Any] = [meta.get_field(name) for name in WRITTEN]
    columns = ", ".join(f"{quote(one.column)} = %s" for one in fields)
    values = [(*(stored(one, story) for one in fields), story.pk, story.revision_number) for story in stories]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"UPDATE {quote(meta.db_table)} SET {columns} WHERE id = %s AND revision_number = %s", values
        )
        if cursor.rowcount != len(stories):
            raise RuntimeError(f"Of {len(stories)} stories, {cursor.rowcount} are as they were when they were read.")
