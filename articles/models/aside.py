"""Aside: what somebody wrote in a place that a colleague changed meanwhile, kept until one of the two is chosen."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.merging import value_from_json


class AsideQuerySet(models.QuerySet["Aside"]):
    def open(self) -> "AsideQuerySet":
        """Those that nobody has decided yet, oldest first."""
        return self.filter(resolved_at__isnull=True).order_by("pk")


class Aside(models.Model):
    """One conflict. The working copy holds what `kept` says; `text` is the writer's, `base` what both began with.

    `text`, `theirs` and `base` are values of a Document's place, as JSON; None is a section that was removed.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="asides")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    other_name = models.CharField(max_length=150, blank=True, help_text="Who had saved there first.")
    tab = models.CharField(max_length=36, blank=True)
    place = models.CharField(max_length=80)
    label = models.CharField(max_length=250)
    kept = models.CharField(max_length=6, default="theirs", help_text="Whose value stands there: mine or theirs.")
    text: Any = models.JSONField(null=True)
    theirs: Any = models.JSONField(null=True)
    base: Any = models.JSONField(null=True)
    at = models.DateTimeField(default=timezone.now)
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = AsideQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["article"], condition=models.Q(resolved_at__isnull=True), name="aside_open"),
        ]

    def __str__(self) -> str:
        return self.label

    def value(self, of: str) -> Any:
        """`text`, `theirs` or `base` as a Document has it."""
        return value_from_json(self.place, getattr(self, of))
