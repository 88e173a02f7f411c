"""Digest is the rule by which a newsletter's issue is made by itself: which stories, how many, and when."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.models import Category, Edition
from articles.models.listed import Listed, shown
from newsletter.models.issue import MOST_SUBJECT, Issue, IssueStory
from newsletter.models.lists import Newsletter
from newsroom.html import tidy

MOST_STORIES = 30
AT_FIRST = timedelta(days=7)  # how far back the first issue of a newsletter looks
OLDEST = timedelta(days=30)  # what readers first saw before is no news, whoever carried it or did not
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
# What only its runs write: saving what somebody typed leaves it alone.
OF_ITS_RUNS = {"next_at", "problem", "last_at", "last_said", "last_issue"}


def known_places(subject: str) -> None:
    """Raises ValidationError for a word in braces that stands for nothing."""
    left = subject.replace("{headline}", "").replace("{date}", "")
    if "{" in left or "}" in left:
        raise ValidationError("Only {headline} and {date} can stand in braces.")


def fitting(text: str) -> str:
    """One line, ended at a word where it is too long for a subject."""
    line = tidy(text)
    if len(line) <= MOST_SUBJECT:
        return line
    start = line[: MOST_SUBJECT - 1]
    return f"{start.rpartition(' ')[0] or start}…"


class DigestQuerySet(models.QuerySet["Digest"]):
    def due(self) -> Self:
        """Those whose time has come, the longest overdue first."""
        return self.filter(is_on=True, next_at__lte=timezone.now()).order_by("next_at", "pk")


class Digest(models.Model):
    """A rule, and what became of it last. Its times are in the publication's time zone."""

    newsletter = models.ForeignKey(Newsletter, models.PROTECT, related_name="digests")
    name = models.CharField(max_length=60, unique=True, help_text="At the desk; readers do not see it.")
    is_on = models.BooleanField("on", default=False)
    needs_approval = models.BooleanField(
        "waits for approval",
        default=True,
        help_text="It makes a draft, and tells by mail those who may send. Otherwise it sends by itself.",
    )
    weekdays = models.JSONField("days", default=list, blank=True, help_text="Numbers of days; Monday is 0.")
    at = models.TimeField("time", default=time(7))
    categories = models.ManyToManyField(
        Category,
        blank=True,
        related_name="+",
        verbose_name="stories of",
        help_text="None chosen: stories of all categories.",
    )
    most = models.PositiveSmallIntegerField(
        "at most",
        default=8,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_STORIES)],
        help_text=f"Stories in an issue, up to {MOST_STORIES}: the newest. What is more is not carried later.",
    )
    subject = models.CharField(
        max_length=MOST_SUBJECT,
        default="{headline}",
        validators=[known_places],
        help_text="{headline} is that of the first story, {date} the day, such as 29 November.",
    )
    intro = models.TextField(blank=True)  # clean HTML
    since = models.DateTimeField(default=timezone.now, editable=False, help_text="Older stories were never its own.")
    next_at = models.DateTimeField(null=True, editable=False, help_text="None while it is off.")
    problem = models.CharField(
        max_length=300, blank=True, editable=False, help_text="Why it is late; empty where it is not."
    )
    last_at = models.DateTimeField(null=True, editable=False, help_text="None until it first ran.")
    last_said = models.CharField(max_length=500, blank=True, editable=False, help_text="What became of it then.")
    last_issue = models.ForeignKey(Issue, models.SET_NULL, null=True, editable=False, related_name="+")

    objects = DigestQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["next_at"], condition=Q(is_on=True), name="digest_due")]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """Another day or hour, or being switched on, sets its next time anew; nothing else typed does."""
        if self.pk is None:
            self.since = self._first_since()
            self.next_at = self.following(timezone.now())
            super().save(*args, **options)
            return
        before = Digest.objects.select_for_update().get(pk=self.pk)  # no worker takes it meanwhile
        names = options.pop("update_fields", None) or [
            field.name for field in self._meta.concrete_fields if not field.primary_key
        ]
        kept = set(names) - OF_ITS_RUNS
        if (before.is_on, before.weekdays, before.at) != (self.is_on, self.weekdays, self.at):
            self.next_at, self.problem = self.following(timezone.now()), ""
            kept |= {"next_at", "problem"}
        super().save(*args, update_fields=kept, **options)

    def _first_since(self) -> datetime:
        """When the newsletter's last issue began; without one, a week ago."""
        last = self.newsletter.issues.filter(started_at__isnull=False).order_by("-started_at").first()
        return last.started_at if last and last.started_at else timezone.now() - AT_FIRST

    # -- when ----------------------------------------------------------------------------------------------

    def following(self, after: datetime) -> datetime | None:
        """Its first time after that moment; None when it is off.

        A time that clocks skip comes as much later as they skip; of one that comes twice the first counts.
        """
        if not self.is_on or not self.weekdays:
            return None
        zone = timezone.get_default_timezone()
        day = after.astimezone(zone).date()
        for ahead in range(9):
            one = day + timedelta(days=ahead)
            moment = datetime.combine(one, self.at, zone).astimezone(UTC)
            if one.weekday() in self.weekdays and moment > after:
                return moment
        return None

    @property
    def days_said(self) -> str:
        chosen = sorted(set(self.weekdays))
        if len(chosen) == len(WEEKDAYS):
            return "every day"
        if chosen == [0, 1, 2, 3, 4]:
            return "Monday to Friday"
        return ", ".join(WEEKDAYS[number] for number in chosen) or "on no day"

    # -- what ----------------------------------------------------------------------------------------------

    def new_places(self) -> "models.QuerySet[Listed]":
        """Where the live stories stand that are new to its newsletter's readers, in no order.

        New is what readers first saw since the digest began to look, and within OLDEST; what no issue carried that went
        out or is approved, nor any that a digest of this newsletter made; and what this one has not passed over. An
        issue that was deleted or cancelled before it went out carried nothing.
        """
        places = Listed.objects.filter(kind=Listed.Kind.SITE, owner=0)
        if chosen := list(self.categories.values_list("pk", flat=True)):
            places = Listed.objects.filter(kind=Listed.Kind.CATEGORY, owner__in=chosen)
        carried = IssueStory.objects.filter(issue__newsletter=self.newsletter_id, article=OuterRef("article"))
        looked_at = DigestStory.objects.counting().filter(
            Q(digest=self.pk) | Q(issue__newsletter=self.newsletter_id, is_carried=True), article=OuterRef("article")
        )
        return (
            places.filter(at__gt=max(self.since, timezone.now() - OLDEST))
            .exclude(article__in=self._approved())
            .filter(~Exists(carried), ~Exists(looked_at))
        )

    def _approved(self) -> set[int]:
        """Stories of issues that are to go out soon."""
        issues = Issue.objects.filter(newsletter=self.newsletter_id, state=Issue.State.APPROVED)
        blocks = (block for found in issues.values_list("blocks", flat=True) for block in found)
        return {block["article"] for block in blocks if block.get("kind") == "story" and block.get("article")}

    def new_stories(self) -> tuple[list[Edition], list[int]]:
        """What it would carry now, newest first, with documents; and the ids of all stories that are new."""
        places = self.new_places()
        carried = list(shown(places, self.most).defer(None).defer("text", "corrections"))
        return carried, list(places.values_list("article", flat=True))

    def subject_for(self, headline: str) -> str:
        """The subject over a first story of that headline."""
        day = timezone.localdate()
        return fitting(self.subject.replace("{date}", f"{day:%-d %B}").replace("{headline}", headline))


class DigestStoryQuerySet(models.QuerySet["DigestStory"]):
    def counting(self) -> Self:
        """Without those of issues that were cancelled before anybody got them."""
        return self.exclude(issue__state=Issue.State.CANCELLED, issue__printed=None)


class DigestStory(models.Model):
    """A story that was new when a digest made an issue: carried by it, or, as there were more, passed over."""

    digest = models.ForeignKey(Digest, models.SET_NULL, null=True, related_name="stories")
    issue = models.ForeignKey(Issue, models.CASCADE, related_name="+")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    is_carried = models.BooleanField()

    objects = DigestStoryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["issue", "article"], name="digest_story_once_in_an_issue")]

    def __str__(self) -> str:
        return f"story {self.article_id} when digest {self.digest_id} made issue {self.issue_id}"

    @classmethod
    def keep(cls, digest: Digest, issue: Issue, carried: Iterable[int], all_new: Iterable[int]) -> None:
        chosen = set(carried)
        cls.objects.bulk_create(
            cls(digest=digest, issue=issue, article_id=pk, is_carried=pk in chosen) for pk in set(all_new) | chosen
        )
