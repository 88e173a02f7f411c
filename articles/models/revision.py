"""Revision is one save of the working copy."""

from typing import Any

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.utils import timezone

from articles.models.audit import AuditEntry
from newsroom.html import tidy


class Revision(models.Model):
    """What an article was after one save: all of it, by whom and when. `note` says why when nobody typed it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    document: Any = models.JSONField()
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    saved_by_name = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=80, blank=True, help_text="What the desk calls this version.")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"Version {self.number}"

    @transaction.atomic
    def rename(self, name: str, *, by: AbstractBaseUser | AnonymousUser | None) -> bool:
        """Call it so; empty takes the name away. Returns whether that changed anything. The text stays as it is."""
        was = type(self).objects.select_for_update().get(pk=self.pk).name
        self.name = tidy(name)[: self._meta.get_field("name").max_length]
        if self.name == was:
            return False
        self.save(update_fields=["name"])
        which = f"version {self.number}, before “{was}”" if was else f"version {self.number}"
        said = f"“{self.name}”" if self.name else "no name any more"
        self.article.record(AuditEntry.Action.NAME, by, f"{said} ({which})")
        return True
