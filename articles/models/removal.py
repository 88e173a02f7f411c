"""Removal is a story taken from readers for cause: a kill, which everybody at the desk is told of, or a takedown."""

from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.errors import NotPossible
from articles.models.audit import AuditEntry, display_name

GONE = {404, 410}  # what an address answers that has nothing any more


class RemovalQuerySet(models.QuerySet["Removal"]):
    def open(self) -> Self:
        """Kills that no editor has confirmed yet."""
        return self.filter(kind=Removal.Kind.KILL, confirmed_at=None)

    def to_ask(self) -> Self:
        """Takedowns whose addresses are to be asked now, or once more."""
        return self.filter(ask_at__lte=timezone.now()).order_by("ask_at", "pk")


class Removal(models.Model):
    """One kill or takedown. `answers` is the report: each address the story ever had, and what it answered.

    An entry of `answers` has `what` (page or picture), `address` and `status`; None as long as nobody was asked,
    and 0 where nothing answered. `ask_at` is when the addresses are asked next, None when that is over.
    """

    class Kind(models.TextChoices):
        KILL = "kill", "Kill"
        TAKEDOWN = "takedown", "Takedown"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="removals")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.CharField(max_length=300)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by_name = models.CharField(max_length=150, blank=True)
    let_back_at = models.DateTimeField(null=True, help_text="When a takedown was undone.")
    answers: Any = models.JSONField(default=list)
    pictures: Any = models.JSONField(default=list, help_text="Ids of the pictures whose files went.")
    asked_at = models.DateTimeField(null=True)
    ask_at = models.DateTimeField(null=True, db_index=True)
    attempts = models.PositiveIntegerField(default=0)

    objects = RemovalQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="removal_has_a_reason"),
        ]
        indexes = [
            models.Index(
                fields=["at"], condition=models.Q(kind="kill", confirmed_at__isnull=True), name="removal_to_confirm"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of story {self.article_id}"

    @property
    def left(self) -> list[dict[str, Any]]:
        """The addresses that still answer with something, or did not answer at all."""
        return [one for one in self.answers if one["status"] not in GONE]

    @property
    def is_gone(self) -> bool:
        """Whether every address was asked and has nothing any more."""
        return self.asked_at is not None and not self.left

    @transaction.atomic
    def confirm(self, *, by: Any) -> None:
        """An editor has taken note of a kill; the notice then goes from the start page."""
        now, name = timezone.now(), display_name(by)
        if not type(self).objects.open().filter(pk=self.pk).update(confirmed_at=now, confirmed_by_name=name):
            raise NotPossible("Somebody has confirmed this notice already.")
        self.article.record(AuditEntry.Action.CONFIRM_KILL, by, why=self.reason)
        self.refresh_from_db()

    @transaction.atomic
    def ask_again(self, *, by: Any) -> None:
        """Have the worker fetch what was not gone once more. NotPossible where nothing is asked after any more."""
        ours = type(self).objects.filter(pk=self.pk, kind=self.Kind.TAKEDOWN, let_back_at=None)
        if not ours.update(ask_at=timezone.now(), attempts=0):
            raise NotPossible("This story was let back, so its addresses are not asked any more.")
        self.article.record(AuditEntry.Action.CHANGE, by, "the addresses of its takedown are asked again")
        self.refresh_from_db()
