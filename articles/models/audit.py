"""What was done to stories, by whom and when. Written with the deed, in the same transaction."""

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.utils import timezone


class AuditEntry(models.Model):
    """One deed. `who` is None when the schedule did it; the name is kept in case the account goes."""

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
        PLAN = "plan", "planned"

    at = models.DateTimeField(default=timezone.now, db_index=True)
    who = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    who_name = models.CharField(max_length=150, blank=True)
    action = models.CharField(max_length=20, choices=Action.choices)
    article = models.ForeignKey("articles.Article", models.SET_NULL, null=True, related_name="audit")
    headline = models.CharField(max_length=200, blank=True)
    detail = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "entry"
        verbose_name_plural = "log of deeds"

    def __str__(self) -> str:
        return f"{self.who_name or 'The schedule'} {self.get_action_display()} “{self.headline}”"


def display_name(user: AbstractBaseUser | AnonymousUser | None) -> str:
    """What colleagues call this person; “The schedule” for None."""
    if user is None:
        return "The schedule"
    return (getattr(user, "get_full_name", str)() or user.get_username())[:150]
