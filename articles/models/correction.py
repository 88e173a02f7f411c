"""Correction is what readers were told of a change to a live story; the story prints it, and so does /corrections/."""

from typing import Self

from django.db import models

from articles.models.edition import Edition
from articles.workflow import ChangeKind


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def public(self) -> Self:
        """Corrections and clarifications of stories that readers can see, newest first. Updates are no confession."""
        return (
            self.filter(article__live_edition__isnull=False, kind__in=[kind for kind in ChangeKind if kind.needs_note])
            .select_related("article__live_edition__category")
            .defer("article__live_edition__document", "article__live_edition__text")
            .order_by("-at", "-pk")
        )


class Correction(models.Model):
    """One note to readers. Written by publishing, with the edition it came with; never changed afterwards."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="corrections")
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="correction")
    kind = models.CharField(max_length=20, choices=[(kind.value, kind.label) for kind in ChangeKind if kind != "typo"])
    text = models.CharField(max_length=600)
    at = models.DateTimeField(db_index=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.text
