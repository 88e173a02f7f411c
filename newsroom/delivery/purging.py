"""Purging: what a deed changed for readers is gone from every cache as soon as the deed is committed.

`purge` writes the keys beside the deed, in its transaction, so that neither can be without the other. After the commit
they are made old here, and the caches in front are told. What a killed process or a silent cache left undone is done by
the worker.
"""

import logging
import threading
from collections.abc import Iterable
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone

from newsroom.delivery import cdn, files, here
from newsroom.delivery.generations import Unreachable, slot
from newsroom.delivery.release import release
from newsroom.delivery.shown import EVERYTHING

logger = logging.getLogger(__name__)

HERE = ""  # the cache in these processes, among the names of those in front
GRACE = timedelta(seconds=5)  # a purge that its own process has not done by then is the worker's
# A cache in front may have asked for a page just before the purge, and keep the answer just after it: it is told twice.
AGAIN = timedelta(seconds=2)
PAUSES = (1, 2, 5, 15, 60, 300)  # seconds before a cache that did not take it is asked again; the last for ever
LATE = timedelta(minutes=1)
TOGETHER = 200  # purges told at once


class PurgeQuerySet(models.QuerySet["Purge"]):
    def due(self) -> Self:
        return self.filter(due_at__lte=timezone.now()).order_by("pk")


class Purge(models.Model):
    """Keys that one cache has still to forget. The row goes when it has."""

    cache = models.CharField(max_length=100)
    keys = models.JSONField()
    at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(db_index=True)
    is_told = models.BooleanField(default=False)
    refusals = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)

    objects = PurgeQuerySet.as_manager()

    class Meta:
        app_label = "newsroom"
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.cache or 'here'}: {' '.join(self.keys)}"


class ShownQuerySet(models.QuerySet[Any]):
    def delete(self) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            purge(key for one in self for key in one.keys_of_change(None))
            return super().delete()


class ShownModel(models.Model):
    """Something that pages show as it is today: whatever is done to it, they are purged with it."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            before = type(self)._base_manager.filter(pk=self.pk).first() if self.pk else None
            super().save(*args, **options)
            purge(self.keys_of_change(before))

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            purge(self.keys_of_change(None))
            return super().delete(*args, **options)

    def keys_of_change(self, before: Self | None) -> Iterable[str]:
        """The surrogate keys of pages that show this differently than `before`; None when it came or goes."""
        raise NotImplementedError


def purge(keys: Iterable[str]) -> None:
    """Make everything old that shows one of these, as soon as this transaction is committed."""
    wanted = sorted(set(keys))
    if not wanted:
        return
    with transaction.atomic():
        due = timezone.now() + GRACE
        names = [HERE, *(cache.name for cache in cdn.caches())]
        rows = [Purge.objects.create(cache=name, keys=wanted, due_at=due) for name in names]
        transaction.on_commit(lambda: carry_out(*rows), robust=True)


def purge_if_new() -> None:
    """When other code served the last time, make everything old that caches still have of it."""
    stamp = settings.DATA_DIR / "release"
    if stamp.exists() and stamp.read_text() == release():
        return
    purge([EVERYTHING])
    stamp.write_text(release())


def carry_out(row: Purge, *in_front: Purge) -> None:
    """Make the keys old here, and have the caches in front told in a thread: no editor waits for another continent."""
    forget_here([row])
    if in_front:
        threading.Thread(target=tell_apart, args=in_front, daemon=True).start()


def tell_apart(*rows: Purge) -> None:
    try:
        for row in rows:
            tell(row.cache, [row])
    finally:
        connection.close()


def deliver() -> int:
    """For the worker: do what is due, for each cache all at once. Returns how many purges were done."""
    waiting: dict[str, list[Purge]] = {}
    for row in Purge.objects.due()[:TOGETHER]:
        waiting.setdefault(row.cache, []).append(row)
    return sum(forget_here(rows) if name == HERE else tell(name, rows) for name, rows in waiting.items())


def forget_here(rows: list[Purge]) -> int:
    slots = {slot(key) for row in rows for key in row.keys}
    try:
        here.generations().rise(slots)
        files.forget(slots)  # after the rise: what is written from then on is not older
    except Unreachable:
        return 0
    except OSError as error:  # the row stays, and with it what is late
        logger.error("Pages that nginx serves cannot be removed: %s", error)
        return 0
    Purge.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)


def tell(name: str, rows: list[Purge]) -> int:
    """Tell one cache in front, and write down what came of it."""
    known = Purge.objects.filter(pk__in=[row.pk for row in rows])
    cache = next((one for one in cdn.caches() if one.name == name), None)
    if cache is None:  # it is not in front any more
        known.delete()
        return 0
    try:
        cache.purge(sorted({key for row in rows for key in row.keys}))
    except cdn.NotPurged as error:
        refusals = max(row.refusals for row in rows)
        pause = error.retry_after or PAUSES[min(refusals, len(PAUSES) - 1)]
        logger.log(logging.ERROR if refusals == 3 else logging.WARNING, "%s did not take a purge: %s", name, error)
        known.update(
            due_at=timezone.now() + timedelta(seconds=pause),
            refusals=models.F("refusals") + 1,
            problem=str(error)[:300],
        )
        return 0
    known.filter(pk__in=[row.pk for row in rows if row.is_told]).delete()
    known.update(is_told=True, due_at=timezone.now() + AGAIN, refusals=0, problem="")
    return len(rows)


def purges() -> tuple[bool, str]:
    """Whether every cache in front forgets in time, and a sentence about it. For the readiness page."""
    late = Purge.objects.filter(at__lte=timezone.now() - LATE).count()
    return (False, f"{late} purges are more than a minute late.") if late else (True, "in time")
