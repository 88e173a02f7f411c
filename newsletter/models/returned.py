"""The mailbox that undeliverable mail comes back to, as the workers share it. Which one it is, the settings say."""

from datetime import timedelta

from django.db import models
from django.utils import timezone

LEASE = timedelta(minutes=5)  # a worker that died with it in its hand keeps it for so long


class ReturnMailbox(models.Model):
    """One row: whose turn it is, and how the last reading went."""

    next_at = models.DateTimeField(default=timezone.now, help_text="Nobody reads it before then.")
    read_at = models.DateTimeField(null=True, help_text="When it was last read to its end; None: never yet.")
    problem = models.CharField(max_length=80, blank=True, help_text="Why the last reading failed; empty: it did not.")
    handled = models.PositiveBigIntegerField(default=0, help_text="Messages that were understood, and deleted.")
    left = models.PositiveBigIntegerField(default=0, help_text="Messages that were not understood, and stay there.")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"read {self.read_at:%-d %B %Y %H:%M}" if self.read_at else "not read yet"

    @classmethod
    def claim(cls) -> "ReturnMailbox | None":
        """The row, when it is time and nobody else reads it."""
        row = cls.objects.first() or cls.objects.get_or_create(pk=1)[0]
        now = timezone.now()
        if row.next_at > now:
            return None
        return row if cls.objects.filter(pk=row.pk, next_at=row.next_at).update(next_at=now + LEASE) else None
