"""Delivery is one issue to one person. Rows, not memory, say who got it: so nobody gets it twice."""

from typing import Self

from django.db import models

from newsletter.models.issue import Issue
from newsletter.models.people import Subscriber
from newsletter.statuses import in_words


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def got(self) -> Self:
        """Those that reached somebody, as far as is known, or may have."""
        return self.filter(state__in=[Delivery.State.SENT, Delivery.State.COMPLAINED, Delivery.State.DOUBT])


class Delivery(models.Model):
    """The address stands nowhere here: whoever is forgotten takes these rows along."""

    class State(models.TextChoices):
        WAITING = "waiting", "waits"
        SENDING = "sending", "is being handed to the mail server"
        SENT = "sent", "taken by the mail server"
        FAILED = "failed", "refused by the mail server"
        DOUBT = "doubt", "may or may not have left"
        SKIPPED = "skipped", "left the newsletter before it went"
        BOUNCED = "bounced", "came back"
        COMPLAINED = "complained", "was called spam"

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="deliveries")
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="deliveries")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField(null=True, help_text="Not before; None: at once.")
    worker = models.CharField(max_length=60, blank=True, help_text="Who hands it over, or did.")
    sent_at = models.DateTimeField(null=True)
    code = models.CharField(max_length=20, blank=True, help_text="The mail server's code, or a word of ours.")
    without = models.TextField(
        blank=True, default="", help_text="Keys of stories of the issue that were gone by then, each between commas."
    )
    unsubscribed_at = models.DateTimeField(
        null=True, help_text="When they left by themselves, if this was the last issue they had got by then."
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["issue", "subscriber"], name="delivery_once")]
        indexes = [
            models.Index(fields=["issue", "state", "next_at"], name="delivery_next"),
            models.Index(fields=["worker"], condition=models.Q(state="sending"), name="delivery_in_hand"),
            models.Index(
                fields=["issue"], condition=models.Q(unsubscribed_at__isnull=False), name="delivery_last_before_leaving"
            ),
        ]

    def __str__(self) -> str:
        return f"issue {self.issue_id} to subscriber {self.subscriber_id}: {self.get_state_display()}"

    @property
    def why(self) -> str:
        """What the code says, in words; empty when there is nothing to say."""
        return "" if self.state == self.State.SENT else in_words(self.code)
