"""Issue is one mailing of a newsletter, from the first draft to the last delivery."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone

from articles.models.audit import display_name
from newsletter.errors import IssueRefused, SavedMeanwhile
from newsletter.models.lists import Newsletter
from newsroom.delivery.purging import purge

if TYPE_CHECKING:
    from articles.models.article import Person

MOST_SUBJECT = 150  # characters


class IssueQuerySet(models.QuerySet["Issue"]):
    def due(self) -> Self:
        """Approved, with a time that has come; oldest first."""
        return self.filter(state=Issue.State.APPROVED, send_at__lte=timezone.now()).order_by("send_at", "pk")

    def shown(self) -> Self:
        """What readers may see in the archive, newest first: whatever has begun to go out."""
        return self.filter(printed__isnull=False).order_by("-started_at", "-pk")


class Issue(models.Model):
    """`blocks` is what editors put together, in order; `printed` what was sent, frozen when sending began.

    A block is a dict with `kind`: "story" (article, headline, standfirst, picture: empty ones are the story's own),
    "text" (html), "heading" (text), "sponsor" (name, html, url, picture). `picture` is the id of an ImageAsset or None.
    """

    LIST_KEY = "issues"  # of pages that show which issues there are

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        APPROVED = "approved", "Approved"
        SENDING = "sending", "Being sent"
        PAUSED = "paused", "Paused"
        SENT = "sent", "Sent"
        CANCELLED = "cancelled", "Cancelled"

    newsletter = models.ForeignKey(Newsletter, models.PROTECT, related_name="issues")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    subject = models.CharField(max_length=MOST_SUBJECT, blank=True)
    preheader = models.CharField(max_length=MOST_SUBJECT, blank=True)
    blocks = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=0, editable=False, help_text="One more with each save.")
    send_at = models.DateTimeField(null=True, editable=False, help_text="None: when somebody presses Send.")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    digest = models.ForeignKey(
        "newsletter.Digest",
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="issues",
        help_text="None where somebody made it.",
    )
    held_back = models.CharField(
        max_length=500, blank=True, editable=False, help_text="Why the digest that made it did not send it."
    )
    approved_by_name = models.CharField(max_length=150, blank=True, editable=False)
    printed = models.JSONField(null=True, editable=False, help_text="None until sending begins.")
    started_at = models.DateTimeField(null=True, editable=False)
    finished_at = models.DateTimeField(null=True, editable=False)

    objects = IssueQuerySet.as_manager()

    class Meta:
        default_permissions = ("add", "change", "view", "delete")
        permissions = [("send_issue", "Can approve and send issues")]
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=["draft", "approved", "cancelled"]) | models.Q(printed__isnull=False),
                name="what_is_sent_is_printed",
            )
        ]
        indexes = [models.Index(fields=["send_at"], condition=models.Q(state="approved"), name="issue_due")]

    def __str__(self) -> str:
        return self.subject or f"{self.newsletter}, no subject yet"

    def get_absolute_url(self) -> str:
        return f"/newsletter/issues/{self.pk}/"

    @property
    def key(self) -> str:
        """The surrogate key of its page in the archive."""
        return f"issue-{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it can still be changed."""
        return self.state == self.State.DRAFT

    def is_due(self, by: timedelta = timedelta(0)) -> bool:
        """Whether it should have begun so long ago, and has not."""
        return self.state == self.State.APPROVED and self.send_at is not None and self.send_at <= timezone.now() - by

    @transaction.atomic
    def compose(self, *, base: int, subject: str, preheader: str, blocks: list[dict[str, Any]]) -> None:
        """Keep what an editor put together on top of version `base`.

        Raises SavedMeanwhile when somebody saved since, and IssueRefused when it is approved or sent already.
        """
        now = Issue.objects.select_for_update().get(pk=self.pk)
        if not now.is_open:
            raise IssueRefused(f"This issue is “{now.get_state_display()}” and cannot be changed any more.")
        if now.version != base:
            raise SavedMeanwhile(now.version)
        self.subject, self.preheader, self.blocks, self.version = subject, preheader, blocks, base + 1
        self.save(update_fields=["subject", "preheader", "blocks", "version"])

    @transaction.atomic
    def move(self, to: "Issue.State", *, by: "Person | None", whence: Iterable["Issue.State"], **more: Any) -> None:
        """Change its state from one of `whence`, once, whoever else presses at the same moment. IssueRefused else."""
        if to == self.State.APPROVED:
            more["approved_by_name"] = display_name(by)
        moved = Issue.objects.filter(pk=self.pk, state__in=list(whence)).update(state=to, **more)
        self.refresh_from_db()
        if not moved:
            raise IssueRefused(f"This issue is “{self.get_state_display()}” now. Perhaps somebody was faster.")
        if "printed" in more:  # from now on readers see it
            purge([self.LIST_KEY, self.key])


class IssueStory(models.Model):
    """Which edition of a story an issue carried: how a later correction finds those who got the wrong one."""

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="stories")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    edition = models.ForeignKey("articles.Edition", models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        default_permissions = ()
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["issue", "article"], name="story_once_in_an_issue")]

    def __str__(self) -> str:
        return f"story {self.article_id} in issue {self.issue_id}"


class IssueCount(models.Model):
    """How often something came of an issue: links followed to a story or elsewhere on the site, mails opened.

    No row names a person, and nobody can tell from it who did it. See counts.
    """

    class What(models.TextChoices):
        CLICK = "click", "link followed"
        OPEN = "open", "mail opened"

    ELSEWHERE = 0  # in the place of a story

    issue = models.ForeignKey(Issue, models.CASCADE, related_name="counts", db_index=False)
    what = models.CharField(max_length=5, choices=What.choices)
    story = models.PositiveBigIntegerField(help_text="Number of the story in it that the link led to; 0: none of them.")
    number = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["issue", "what", "story"], name="issue_counted_once")]

    def __str__(self) -> str:
        return f"issue {self.issue_id}: {self.number} × {self.get_what_display()} ({self.story})"
