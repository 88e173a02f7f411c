"""What was done, by whom, when, why and from where. Written with the deed, in the same transaction, and never after."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING, Any, NoReturn, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone

from articles.errors import LogIsAppendOnly
from articles.models.many_rows import Rows
from newsroom import whence

if TYPE_CHECKING:
    from articles.models.article import Article

APPEND_ONLY = "What was done stays in the log: an entry is neither changed nor deleted."
_moment: ContextVar[datetime | None] = ContextVar("moment", default=None)


@contextmanager
def done_at(at: datetime) -> Iterator[None]:
    """Deeds inside were done then: for what is brought in from elsewhere, and for the demo."""
    token = _moment.set(at)
    try:
        yield
    finally:
        _moment.reset(token)


def now() -> datetime:
    return _moment.get() or timezone.now()


class AuditQuerySet(models.QuerySet["AuditEntry"]):
    def update(self, **values: Any) -> NoReturn:
        raise LogIsAppendOnly(APPEND_ONLY)

    def delete(self) -> NoReturn:
        raise LogIsAppendOnly(APPEND_ONLY)

    def bulk_update(self, *arguments: Any, **options: Any) -> NoReturn:
        raise LogIsAppendOnly(APPEND_ONLY)

    def bulk_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise LogIsAppendOnly("An entry is written with its deed, one at a time.")  # it could overwrite

    def update_or_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise LogIsAppendOnly(APPEND_ONLY)


class AuditEntry(models.Model):
    """One deed. `who` is None when the schedule did it; names are kept as text, for what they name may go.

    Neither the account nor the story is bound by the database: deleting one must not touch what was done by or to it.
    That no row is changed or deleted is the database's own rule, too; see articles.append_only.
    """

    class Action(models.TextChoices):
        CREATE = "create", "created"
        SAVE = "save", "saved"
        PUBLISH = "publish", "published"
        PUBLISH_CHANGES = "publish_changes", "published changes"
        WITHDRAW = "withdraw", "withdrew"
        SCHEDULE = "schedule", "scheduled"
        UNSCHEDULE = "unschedule", "took off the schedule"
        RESTORE = "restore", "restored a version"
        NAME = "name", "named a version"
        STATE = "state", "moved"
        REFUSED = "refused", "could not publish"
        DELETE = "delete", "deleted"
        LINK = "link", "made a preview link to"
        UNLINK = "unlink", "revoked a preview link to"
        COMMENT = "comment", "commented on"
        COMMENT_EDIT = "comment_edit", "changed a comment on"
        COMMENT_DELETE = "comment_delete", "deleted a comment on"
        RESOLVE = "resolve", "resolved a comment on"
        REOPEN = "reopen", "reopened a comment on"
        SIGN_IN = "sign_in", "signed in"
        SIGN_IN_FAILED = "sign_in_failed", "failed to sign in as"
        SIGN_OUT = "sign_out", "signed out"
        MAKE = "make", "made"
        CHANGE = "change", "changed"
        REMOVE = "remove", "removed"
        EXPORT = "export", "exported"
        FORGET = "forget", "forgot"
        PRUNE = "prune", "pruned the log"
        EMBARGO = "embargo", "set an embargo on"
        LIFT_EMBARGO = "lift_embargo", "lifted the embargo on"
        EXPIRY = "expiry", "set when to withdraw"
        KILL = "kill", "killed"
        CONFIRM_KILL = "confirm_kill", "confirmed the kill of"
        TAKE_DOWN = "take_down", "took down"
        LET_BACK = "let_back", "let back"
        OVERRIDE = "override", "overrode a check on"
        PLAN = "plan", "planned"
        REDACT = "redact", "hid words removed from"

    at = models.DateTimeField(default=now)
    who = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.DO_NOTHING,
        null=True,
        related_name="+",
        db_constraint=False,
        db_index=False,
    )
    who_name = models.CharField(max_length=150, blank=True)
    action = models.CharField(max_length=20, choices=Action.choices)
    article = models.ForeignKey(
        "articles.Article", models.DO_NOTHING, null=True, related_name="audit", db_constraint=False, db_index=False
    )
    about = models.CharField(
        max_length=40, blank=True, help_text="What kind of thing, such as “picture”; empty: a story."
    )
    about_id = models.CharField(max_length=40, blank=True)
    headline = models.CharField(max_length=200, blank=True, help_text="What it was called then.")
    detail = models.CharField(max_length=500, blank=True)
    why = models.CharField(max_length=500, blank=True, help_text="The reason somebody gave.")
    network = models.GenericIPAddressField(
        null=True, help_text="The network it came from: the address without its last part. None: the worker."
    )
    address = models.CharField(max_length=300, blank=True, help_text="The path that was asked.")

    objects = AuditQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        ordering = ["-at", "-pk"]
        verbose_name = "entry"
        verbose_name_plural = "log of deeds"
        default_permissions = ("view",)
        indexes = [  # each question of the log's screen is answered from one of them, in order
            models.Index(fields=["-at", "-id"], name="audit_at"),
            models.Index(fields=["who", "-at", "-id"], name="audit_who"),
            models.Index(fields=["article", "-at", "-id"], name="audit_article"),
            models.Index(fields=["action", "-at", "-id"], name="audit_action"),
            models.Index(fields=["about", "-at", "-id"], name="audit_about"),
        ]

    def __str__(self) -> str:
        return f"{self.who_name or 'The schedule'} {self.get_action_display()} “{self.headline}”"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise LogIsAppendOnly(APPEND_ONLY)
        super().save(force_insert=True)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise LogIsAppendOnly(APPEND_ONLY)

    @classmethod
    def write(
        cls,
        action: "AuditEntry.Action",
        by: AbstractBaseUser | AnonymousUser | None,
        *,
        article: "Article | None" = None,
        about: str = "",
        about_id: object = "",
        headline: str = "",
        detail: str = "",
        why: str = "",
        who_name: str = "",
    ) -> Self:
        """Write down a deed that is being done. `by` is None for the schedule, or for whom only `who_name` is known."""
        entry = cls.entry(
            action,
            by,
            article=article,
            about=about,
            about_id=about_id,
            headline=headline,
            detail=detail,
            why=why,
            who_name=who_name,
        )
        entry.save()
        return entry

    @classmethod
    def write_all(cls, entries: Iterable[Self]) -> None:
        """Write down many deeds that are done at once, as `entry` has them. A release at a full hour waits for it."""
        rows = Rows(cls)
        for entry in entries:
            rows.take(entry)
        rows.write()

    @classmethod
    def entry(
        cls,
        action: "AuditEntry.Action",
        by: AbstractBaseUser | AnonymousUser | None,
        *,
        article: "Article | None" = None,
        about: str = "",
        about_id: object = "",
        headline: str = "",
        detail: str = "",
        why: str = "",
        who_name: str = "",
    ) -> Self:
        """A deed as it is to be written down."""
        return cls(
            who_id=by.pk if by is not None else None,
            who_name=who_name or (display_name(by) if by is not None else ""),
            action=action,
            article_id=article.pk if article is not None else None,
            about=about[:40],
            about_id=str(about_id)[:40],
            headline=headline[:200],
            detail=detail[:500],
            why=why[:500],
            network=whence.network(),
            address=whence.address(),
        )


def display_name(user: AbstractBaseUser | AnonymousUser | None) -> str:
    """What colleagues call this person; “The schedule” for None."""
    if user is None:
        return "The schedule"
    return (getattr(user, "get_full_name", str)() or user.get_username())[:150]
