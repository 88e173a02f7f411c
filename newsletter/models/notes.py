"""What people are still to be told of a story that an issue carried: it was corrected since, or killed."""

from datetime import timedelta

from django.db import models

from newsletter.models.delivery import Delivery
from newsletter.models.people import Subscriber

KEPT = timedelta(days=90)  # who got no issue for so long is told no more


class StoryNote(models.Model):
    """A correction (or clarification), or a kill, of a story that an issue carried before. Exactly one of both."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    correction = models.OneToOneField("articles.Correction", models.CASCADE, null=True, related_name="+")
    removal = models.OneToOneField("articles.Removal", models.CASCADE, null=True, related_name="+")
    wrong_from = models.PositiveBigIntegerField(help_text="The key of the first edition that is wrong, or lower.")
    wrong_before = models.PositiveBigIntegerField(help_text="Editions with this key, or a higher one, are not.")
    at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(correction__isnull=True) ^ models.Q(removal__isnull=True), name="note_of_one_thing"
            )
        ]

    def __str__(self) -> str:
        return f"{'kill' if self.removal_id else 'correction'} of story {self.article_id}"

    @property
    def wrong(self) -> dict[str, int]:
        """The wrong editions, as a filter of IssueStory."""
        return {"article": self.article_id, "edition__gte": self.wrong_from, "edition__lt": self.wrong_before}


class NoteOwed(models.Model):
    """One person who got the wrong version. `delivery` is the mail that tells them; None until an issue begins."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="notes_owed")
    note = models.ForeignKey(StoryNote, models.CASCADE, related_name="owed")
    carried_by = models.ForeignKey("newsletter.Issue", models.CASCADE, related_name="+", help_text="The wrong version.")
    delivery = models.ForeignKey(Delivery, models.SET_NULL, null=True, related_name="notes")

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["subscriber", "note"], name="owed_once")]
        indexes = [
            models.Index(fields=["subscriber"], condition=models.Q(delivery__isnull=True), name="note_still_owed")
        ]

    def __str__(self) -> str:
        return f"{self.note} to subscriber {self.subscriber_id}"
