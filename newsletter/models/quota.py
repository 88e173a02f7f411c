"""Quota: how often somebody asked in a span of time. Who it was is a keyed hash, or everybody."""

from datetime import timedelta

from django.db import connection, models
from django.utils import timezone


class Quota(models.Model):
    """`count` since the first time; counting begins anew when it is `until`."""

    key = models.CharField(max_length=80, primary_key=True)
    count = models.PositiveIntegerField(default=1)
    until = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key}: {self.count}"

    @classmethod
    def take(cls, key: str, seconds: int) -> int:
        """Count once more; how often that makes since it was counted first, up to so many seconds ago. Never lost, as
        it is one statement: two at once get two numbers."""
        now = timezone.now()
        at = connection.ops.adapt_datetimefield_value(now)
        end = connection.ops.adapt_datetimefield_value(now + timedelta(seconds=seconds))
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO newsletter_quota (key, count, until) VALUES (%s, 1, %s) ON CONFLICT (key) DO UPDATE SET "
                "count = CASE WHEN newsletter_quota.until <= %s THEN 1 ELSE newsletter_quota.count + 1 END, "
                "until = CASE WHEN newsletter_quota.until <= %s THEN excluded.until ELSE newsletter_quota.until END "
                "RETURNING count",
                [key, end, at, at],
            )
            (count,) = cursor.fetchone()
        return int(count)

    @classmethod
    def so_far(cls, key: str) -> int:
        at = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute("SELECT count FROM newsletter_quota WHERE key = %s AND until > %s", [key, at])
            row = cursor.fetchone()
        return int(row[0]) if row else 0
