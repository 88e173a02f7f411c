"""How often stories are read. Counted by a script of their pages: by hour and story, and nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, models
from django.utils import timezone

from analytics.models import StoryReads
from articles.models import Category, Edition
from newsroom.tally import Tally

WEEK = 7  # days

# A story that is not live, or is not at all, is not counted: whoever asks for it makes no row.
COUNT = """
INSERT INTO analytics_storyreads (article_id, at, reads)
SELECT a.id, %s, %s FROM articles_article a WHERE a.id = %s AND a.live_edition_id IS NOT NULL
ON CONFLICT (article_id, at) DO UPDATE SET reads = analytics_storyreads.reads + excluded.reads
"""


def hour_of(moment: datetime) -> datetime:
    """The beginning of that hour in the publication's time zone, as some zones are half an hour off."""
    return timezone.localtime(moment).replace(minute=0, second=0, microsecond=0)


def start_of(days: int) -> datetime:
    """The midnight, in the publication's time zone, with which the last so many days began; 1 is today."""
    today = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days - 1)


def write(counts: Mapping[tuple[int, datetime], int]) -> None:
    at = connection.ops.adapt_datetimefield_value
    rows = [(at(hour), number, article) for (article, hour), number in sorted(counts.items())]
    with connection.cursor() as cursor:  # in the order of stories, so that two processes never wait for each other
        cursor.executemany(COUNT, rows)


READS: Tally[tuple[int, datetime]] = Tally(write)


def read(article: int) -> None:
    """Somebody read this story, just now."""
    READS.add((article, hour_of(timezone.now())))


@dataclass(frozen=True, slots=True)
class Read:
    """A live story, as readers see it now, and how often it was read."""

    edition: Edition
    reads: int

    @property
    def said(self) -> str:
        return f"{self.reads:,}"


def _ranked(days: int, category: Category | None) -> "models.QuerySet[StoryReads, tuple[int, int]]":
    rows = StoryReads.objects.filter(at__gte=start_of(days), article__live_edition__isnull=False)
    if category is not None:
        rows = rows.filter(article__live_edition__category=category)
    summed = rows.values("article_id").annotate(total=models.Sum("reads")).order_by("-total", "-article_id")
    return summed.values_list("article_id", "total")


def most_read(count: int, category: Category | None = None, *, days: int = WEEK) -> list[int]:
    """The live stories that were read most in the last days, of one category or all: their ids, most read first."""
    return [article for article, _ in _ranked(days, category)[:count]]


def ranking(count: int, *, days: int = WEEK) -> list[Read]:
    """The same with what readers see of each and how often it was read."""
    totals = dict(_ranked(days, None)[:count])
    live = Edition.objects.live().filter(article_id__in=totals).select_related("category").defer("text", "document")
    editions = {one.article_id: one for one in live}
    return [Read(editions[article], reads) for article, reads in totals.items() if article in editions]
