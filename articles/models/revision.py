"""Revision is one save of the working copy. Autosaves of one sitting belong together."""

from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models, transaction
from django.utils import timezone

from articles.document import Document
from articles.models.audit import AuditEntry
from newsroom.html import tidy

LONGEST_NAME = 80
PAUSE = timedelta(minutes=30)  # an editor who comes back later sits down anew
KEPT_WHOLE = timedelta(hours=1)  # of a sitting that old only the last autosave is kept


class RevisionQuerySet(models.QuerySet["Revision"]):
    def spare(self) -> Self:
        """Autosaves that nobody will look for: old, not the last of their sitting, not named, not what readers see."""
        later = Revision.objects.filter(
            article=models.OuterRef("article"), sitting=models.OuterRef("sitting"), number__gt=models.OuterRef("number")
        )
        return (
            self.filter(kind=Revision.Kind.AUTO, saved_at__lt=timezone.now() - KEPT_WHOLE)
            .filter(models.Exists(later), name="")
            .exclude(article__live_revision=models.F("number"))
        )


class Revision(models.Model):
    """What an article was after one save: all of it, by whom and when. `note` says why when nobody typed it."""

    class Kind(models.TextChoices):
        AUTO = "auto", "Autosave"
        SAVE = "save", "Save"
        RESTORE = "restore", "Restored"
        CHOICE = "choice", "One of two texts chosen"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    document: Any = models.JSONField()
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    saved_by_name = models.CharField(max_length=150, blank=True)
    note = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=LONGEST_NAME, blank=True, help_text="What the desk calls this version.")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.SAVE)
    sitting = models.PositiveIntegerField(
        null=True, help_text="Number of the first autosave of the sitting; empty for a save that stands by itself."
    )
    began_at = models.DateTimeField(null=True, help_text="When the sitting's first autosave was.")
    saves = models.PositiveIntegerField(default=1, help_text="How many saves the sitting had by then.")
    tab = models.CharField(max_length=36, blank=True, help_text="The opened form it came from.")
    sent: Any = models.JSONField(null=True, help_text="What that form held, where others' work was merged into it.")

    objects = RevisionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]
        indexes = [
            models.Index(fields=["article", "sitting", "number"], name="revision_sitting"),
            models.Index(fields=["saved_at"], condition=models.Q(kind="auto"), name="revision_autosaves"),
        ]

    def __str__(self) -> str:
        return f"Version {self.number}"

    def what_was_sent(self) -> Document:
        """What the form that made it held, before others' work was merged into it."""
        return Document.from_json(self.sent or self.document)

    @transaction.atomic
    def rename(self, name: str, *, by: AbstractBaseUser | AnonymousUser | None) -> bool:
        """Call it so; empty takes the name away. Returns whether that changed anything. The text stays as it is."""
        was = type(self).objects.select_for_update().get(pk=self.pk).name
        self.name = tidy(name)[:LONGEST_NAME]
        if self.name == was:
            return False
        self.save(update_fields=["name"])
        which = f"version {self.number}, before “{was}”" if was else f"version {self.number}"
        said = f"“{self.name}”" if self.name else "no name any more"
        self.article.record(AuditEntry.Action.NAME, by, f"{said} ({which})")
        return True

    def sit_down(self, before: "Revision | None") -> bool:
        """Join the sitting of the save before, if it is the same editor's and not long ago. True if it is a new one."""
        self.sitting, self.began_at = self.number, self.saved_at
        if (
            before is None
            or before.sitting is None
            or self.saved_by_id is None
            or before.saved_by_id != self.saved_by_id
            or self.saved_at - before.saved_at >= PAUSE
        ):
            return True
        self.sitting, self.began_at, self.saves = before.sitting, before.began_at, before.saves + 1
        return False
