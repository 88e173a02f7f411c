"""PreviewLink lets somebody outside the newsroom look at a story that is not published."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.document import Document
from articles.errors import NotPossible
from articles.models.article import Article, Person
from articles.models.audit import AuditEntry, display_name
from newsroom.html import tidy

LONGEST = timedelta(days=366)
KEPT = timedelta(days=30)  # after it stopped working, so that the desk can still see that it was opened
MOST_LIVE = 50  # of one story
SEEN_EVERY = timedelta(minutes=1)  # of two openings within it, the second is not written down
TOKEN_BYTES = 24  # 192 bits


class PreviewLinkQuerySet(models.QuerySet["PreviewLink"]):
    def working(self) -> Self:
        return self.filter(revoked_at=None, expires_at__gt=timezone.now())

    def long_gone(self) -> Self:
        """Those that nobody can use and nobody asks about any more."""
        before = timezone.now() - KEPT
        return self.filter(models.Q(expires_at__lte=before) | models.Q(revoked_at__lte=before))

    def of(self, token: str) -> "PreviewLink | None":
        """The link of this token, working or not; None when there never was one."""
        return self.filter(token_hash=hashed(token)).select_related("article").first()


class PreviewLink(models.Model):
    """A secret address for one story. The address itself is kept nowhere: whoever reads the database cannot open it.

    `document` is None for a link that shows whatever is saved, else what `revision_number` was when the link was made.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="preview_links")
    token_hash = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=60, help_text="Who it is for; printed over the page.")
    document: Any = models.JSONField(null=True)
    revision_number = models.PositiveIntegerField(null=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_by_name = models.CharField(max_length=150, blank=True)
    expires_at = models.DateTimeField(db_index=True)
    revoked_at = models.DateTimeField(null=True)
    last_opened_at = models.DateTimeField(null=True)

    objects = PreviewLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name=""), name="preview_link_is_for_somebody"),
            models.CheckConstraint(
                condition=models.Q(document__isnull=True, revision_number__isnull=True)
                | models.Q(document__isnull=False, revision_number__isnull=False),
                name="preview_link_knows_its_revision",
            ),
        ]

    def __str__(self) -> str:
        return f"Preview for {self.name}"

    @classmethod
    @transaction.atomic
    def make(cls, article: Article, name: str, until: Any, *, by: Person, frozen: bool = False) -> tuple[Self, str]:
        """A new link and its token, which can be had only now. Raises NotPossible, with a sentence for the editor.

        `until` is a moment. `frozen` shows the story as it is saved now, whatever is saved later.
        """
        article._refresh_locked()
        name = tidy(name)[:60].strip()
        now = timezone.now()
        if not name:
            raise NotPossible("Say who the link is for: the name is printed over the page.")
        if until <= now:
            raise NotPossible("That day has passed; choose a later one.")
        if until > now + LONGEST:
            raise NotPossible("A link works for a year at most.")
        if cls.objects.working().filter(article=article).count() >= MOST_LIVE:
            raise NotPossible(f"{MOST_LIVE} links to this story work already. Revoke one first.")
        token = secrets.token_urlsafe(TOKEN_BYTES)
        link = cls.objects.create(
            article=article,
            token_hash=hashed(token),
            name=name,
            document=article.document().to_json() if frozen else None,
            revision_number=article.revision_number if frozen else None,
            made_by_id=by.pk,
            made_by_name=display_name(by),
            expires_at=until,
        )
        article.record(AuditEntry.Action.LINK, by, f"for {name}, until {link.until}")
        return link, token

    @transaction.atomic
    def revoke(self, *, by: Person) -> None:
        """From now on it opens nothing. A second time changes nothing."""
        rows = type(self).objects.filter(pk=self.pk, revoked_at=None).update(revoked_at=timezone.now())
        if rows:
            self.article.record(AuditEntry.Action.UNLINK, by, f"for {self.name}")
        self.refresh_from_db()

    @property
    def works(self) -> bool:
        return self.revoked_at is None and self.expires_at > timezone.now()

    @property
    def until(self) -> str:
        return f"{timezone.localtime(self.expires_at):%-d %B %Y, %H:%M %Z}"

    def shown(self) -> Document:
        data: Mapping[str, Any] | None = self.document
        return self.article.document() if data is None else Document.from_json(dict(data))

    def note_opened(self) -> None:
        now = timezone.now()
        if self.last_opened_at is None or self.last_opened_at < now - SEEN_EVERY:
            type(self).objects.filter(pk=self.pk).update(last_opened_at=now)


def hashed(token: str) -> str:
    """Tokens are random enough that a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
