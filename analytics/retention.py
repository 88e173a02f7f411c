"""What nobody needs so finely any more: hours become days, and old days go."""

from datetime import datetime, timedelta

from django.core.cache import cache
from django.db import connection, transaction

from analytics.models import StoryReads
from analytics.reading import start_of

EVERY = 3600  # seconds
HOURS_KEPT = 3  # days that are still told by the hour, today included
DAYS_KEPT = 400  # days: so that a month can be compared with that of the year before
LOOKED_BACK = 40  # days before those, as a worker may have been away

TOGETHER = """
INSERT INTO analytics_storyreads (article_id, at, reads)
SELECT article_id, %s, SUM(reads) FROM analytics_storyreads WHERE at > %s AND at < %s GROUP BY article_id
ON CONFLICT (article_id, at) DO UPDATE SET reads = analytics_storyreads.reads + excluded.reads
"""


def tidy() -> int:
    """Once an hour, put old hours together and delete old days. Returns how many rows went."""
    return thin() if cache.add("analytics:tidied", 1, EVERY) else 0


def thin() -> int:
    gone = StoryReads.objects.filter(at__lt=start_of(DAYS_KEPT)).delete()[0]
    return gone + sum(_put_together(start_of(HOURS_KEPT + days)) for days in range(1, LOOKED_BACK + 1))


@transaction.atomic
def _put_together(midnight: datetime) -> int:
    """Make the hours of that day one row for each story. Returns how many rows that takes away."""
    following = midnight + timedelta(days=1)
    hours = StoryReads.objects.filter(at__gt=midnight, at__lt=following)
    if not hours.exists():
        return 0
    bounds = [connection.ops.adapt_datetimefield_value(one) for one in (midnight, following)]
    with connection.cursor() as cursor:
        cursor.execute(TOGETHER, [bounds[0], *bounds])
    return hours.delete()[0]
