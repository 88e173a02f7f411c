"""Redaction is an edition that took words away for good: what stood before it is shown to no reader again."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.errors import NotPossible
from articles.models.audit import AuditEntry
from articles.models.edition import Edition
from newsroom.delivery.purging import purge

if TYPE_CHECKING:
    from articles.models.article import Article, Person


class Redaction(models.Model):
    """Made by publishing, or later by an editor; there is no way back, since somebody has seen a court about it."""

    class Cause(models.TextChoices):
        LEGAL = "legal", "Removed for legal reasons"
        RETURN = "return", "Published again after readers did not see it"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="redactions")
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="redaction")
    cause = models.CharField(max_length=10, choices=Cause.choices)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-edition_id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.get_cause_display()}: edition {self.edition_id}"

    @classmethod
    @transaction.atomic
    def hide_before(cls, article: "Article", number: int, *, by: "Person", reason: str) -> None:
        """Later than at its publication: never show again what edition `number` removed. Raises NotPossible."""
        edition = article.editions.defer("document", "text").filter(number=number).first()
        if edition is None or number < 2:
            raise NotPossible("Choose the edition that removed the words.")
        if not reason:
            raise NotPossible("Say why the words are hidden: it goes into the log.")
        found, made = cls.objects.get_or_create(
            edition=edition,
            defaults={"article": article, "cause": cls.Cause.LEGAL, "by_id": by.pk},
        )
        if not made and found.cause == cls.Cause.LEGAL:
            raise NotPossible("What that edition removed is hidden already.")
        if made:
            purge([f"story-{article.pk}"])
        article.record(AuditEntry.Action.REDACT, by, f"by edition {number}", why=reason)
