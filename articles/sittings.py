"""A story's saves as an editor tells them: what one person wrote in one sitting is one entry of the history."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from django.utils import timezone

from articles.models.audit import AuditEntry
from articles.models.revision import PAUSE, Revision
from articles.models.saving import ABOUT_SAVES

if TYPE_CHECKING:
    from articles.models.article import Article

COLUMNS = ("number", "saved_at", "saved_by_id", "saved_by_name", "note", "name", "kind", "sitting", "began_at", "saves")
MOST_SAVES = 60  # of a sitting are kept with it; how many there were is counted
READ_AT_ONCE = 500

Action = AuditEntry.Action
# Deeds that are about a version, not a moment of the work.
ABOUT_VERSIONS = [Action.NAME]


@dataclass(frozen=True, slots=True)
class Save:
    """One save, without its text. `sitting`, `began_at` and `saves` are the Revision's: they count what was thinned."""

    number: int
    saved_at: datetime
    saved_by_id: int | None
    saved_by_name: str
    note: str
    name: str
    kind: str
    sitting: int | None
    sitting_began_at: datetime | None
    saves_so_far: int

    @property
    def is_auto(self) -> bool:
        """Nobody pressed a button for it."""
        return self.kind == Revision.Kind.AUTO


@dataclass(slots=True)
class Sitting:
    """Saves of one person that belong together, newest first.

    `count` is how many there were, `kept` how many there still are, `saves` the newest of those. `previous` is the
    last save of the sitting before.
    """

    saves: list[Save]
    oldest: Save
    count: int
    began_at: datetime
    kept: int = 1
    previous: int | None = None

    @property
    def first_number(self) -> int:
        """The number of the oldest save that is kept."""
        return self.oldest.number

    @property
    def last(self) -> Save:
        return self.saves[0]

    @property
    def number(self) -> int:
        return self.last.number

    @property
    def saved_at(self) -> datetime:
        return self.last.saved_at

    @property
    def saved_by_name(self) -> str:
        return self.last.saved_by_name

    @property
    def hours(self) -> str:
        """When it was, in the publication's zone: “14:02–14:31”, with the day it began if that was another."""
        began, ended = timezone.localtime(self.began_at), timezone.localtime(self.saved_at)
        start = f"{began:%H:%M}" if began.date() == ended.date() else f"{began:%-d %b, %H:%M}"
        end = f"{ended:%H:%M}"
        return end if start == end else f"{start}–{end}"

    @property
    def autosaves(self) -> int:
        """How many saves stand behind the last one, and itself if nobody pressed a button for it."""
        return self.count if self.last.is_auto else self.count - 1

    @property
    def oldest_listed(self) -> int:
        return self.saves[-1].number

    @property
    def left_out(self) -> int:
        """How many of its saves are kept, but not listed with it."""
        return self.kept - len(self.saves)


def sittings(article: "Article", before: int | None = None) -> Iterator[Sitting]:
    """The saves before that number (None: all), newest first, folded. Reads no text, and no more than is asked for."""
    deeds = article.audit.exclude(action__in=[*ABOUT_SAVES, *ABOUT_VERSIONS])
    breaks = sorted(deeds.values_list("at", flat=True))
    current: Sitting | None = None
    for save in _saves(article, before):
        if current is not None and _belongs(save, current, breaks):
            _take_in(save, current)
            continue
        if current is not None:
            yield _ended(current, save)
        current = Sitting([save], save, save.saves_so_far, save.sitting_began_at or save.saved_at)
    if current is not None:
        yield current


def _take_in(save: Save, current: Sitting) -> None:
    if save.sitting is None or save.sitting != current.oldest.sitting:
        current.count += save.saves_so_far
    current.oldest, current.began_at = save, save.sitting_began_at or save.saved_at
    current.kept += 1
    if len(current.saves) < MOST_SAVES:
        current.saves.append(save)


def _ended(current: Sitting, before: Save) -> Sitting:
    """The sitting, now that it is known what came before. A name or a deed may have parted it from its beginning."""
    current.previous = before.number
    if before.sitting is not None and before.sitting == current.oldest.sitting:
        current.count -= before.saves_so_far
        current.began_at = current.oldest.saved_at
    return current


def previous_to(article: "Article", number: int) -> int | None:
    """The last save of the sitting before the one this save belongs to; None when there is none."""
    found = next(sittings(article, number + 1), None)
    return found.previous if found else None


def latest(article: "Article", count: int) -> list[Sitting]:
    return list(islice(sittings(article), count))


def _saves(article: "Article", before: int | None) -> Iterator[Save]:
    while True:
        rows = article.revisions.order_by("-number")
        if before is not None:
            rows = rows.filter(number__lt=before)
        found = [Save(*row) for row in rows.values_list(*COLUMNS)[:READ_AT_ONCE]]
        yield from found
        if len(found) < READ_AT_ONCE:
            return
        before = found[-1].number


def _belongs(older: Save, sitting: Sitting, breaks: Sequence[datetime]) -> bool:
    """Whether a save is the beginning of what the sitting went on with.

    A save somebody pressed a button for closes the autosaves before it. What was restored is nobody's writing.
    """
    if not older.is_auto or older.name or older.note or sitting.last.note:
        return False
    if older.saved_by_id is None or older.saved_by_id != sitting.last.saved_by_id:
        return False
    if sitting.oldest.saved_at - older.saved_at >= PAUSE:
        return False
    # A deed between the two, such as a publishing, parts them.
    return bisect_left(breaks, older.saved_at) == bisect_left(breaks, sitting.oldest.saved_at)
