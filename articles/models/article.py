"""Article is the desk's working copy. Edition is what readers were shown; it never changes."""

from typing import Any, Self

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models.functions import Left, Lower
from django.utils import timezone

from articles.document import FORMATS, LOOK_PICTURES, Document
from articles.models import rows, search_index
from articles.models.people import Author, Category, Topic
from articles.models.planning import PlanningDeeds
from articles.models.publishing import PublishingDeeds
from articles.models.saving import SavingDeeds
from articles.workflow import WRITTEN_IN, Standing, State

Person = AbstractBaseUser | AnonymousUser


class ArticleQuerySet(models.QuerySet["Article"]):
    def live(self) -> Self:
        """Articles with an edition in front of readers."""
        return self.filter(live_edition__isnull=False)

    def due(self) -> Self:
        """Scheduled for an hour that has come, oldest first."""
        return self.filter(publish_at__lte=timezone.now()).order_by("publish_at", "pk")

    def expired(self) -> Self:
        """Live, and to be withdrawn at an hour that has come."""
        return self.filter(expires_at__lte=timezone.now(), live_edition__isnull=False).order_by("expires_at", "pk")

    def visible_to(self, user: Any) -> Self:
        """Stories this person may open: all for editors, else what they began or were given.

        Taken down: administrators only.
        """
        those = self if user.has_perm("articles.take_down_article") else self.filter(taken_down_at__isnull=True)
        own = models.Q(created_by=user.pk) | models.Q(assignee=user.pk)
        return those if user.has_perm("articles.edit_any_article") else those.filter(own)

    def taken_down(self, *pks: int) -> bool:
        """Whether one of these was taken down."""
        return self.filter(pk__in=[pk for pk in pks if pk < 2**63], taken_down_at__isnull=False).exists()

    def told_with(self, *assets: int) -> Self:
        """Stories with one of these pictures for cards, social media or the newsletter. Those without are skipped."""
        chosen = models.Q()
        for name in LOOK_PICTURES:
            chosen |= models.Q(**{f"looks__{name}__in": assets})
        return self.exclude(looks={}).filter(chosen)

    def on_their_way(self) -> Self:
        """Stories that readers have not seen, in the desk's hands: neither scheduled nor withdrawn."""
        return self.filter(live_edition__isnull=True, publish_at__isnull=True, withdrawn_at__isnull=True)

    def late(self) -> Self:
        """On their way, and over their deadline; the longest first."""
        return self.on_their_way().filter(deadline__lt=timezone.now()).order_by("deadline", "pk")

    def with_standing(self, standing: str) -> Self:
        """Stories that stand so; see Article.standing."""
        live, changed = models.Q(live_edition__isnull=False), models.Q(revision_number__gt=models.F("live_revision"))
        scheduled, withdrawn = models.Q(publish_at__isnull=False), models.Q(withdrawn_at__isnull=False)
        # Said as the indexes say it, or they would not be used.
        waiting = models.Q(live_edition__isnull=True, publish_at__isnull=True, withdrawn_at__isnull=True)
        rules = {
            Standing.SCHEDULED: scheduled,
            Standing.LIVE: live & ~changed & ~scheduled,
            Standing.CHANGED: live & changed & ~scheduled,
            Standing.WITHDRAWN: withdrawn & models.Q(live_edition__isnull=True) & ~scheduled,
            **{Standing(state.value): waiting & models.Q(workflow_state=state) for state in State},
        }
        return self.filter(rules[Standing(standing)])


class Article(SavingDeeds, PlanningDeeds, PublishingDeeds):
    """One story as the desk works on it. The text itself is in its Sections."""

    # As long as anybody types: what is too long to print stops publishing, never a save. See problems_of.
    headline = models.TextField(blank=True)
    standfirst = models.TextField(blank=True)
    kicker = models.TextField(blank=True)
    working_title = models.TextField(blank=True, help_text="The desk's own name for it; never printed.")
    slug = models.TextField(blank=True, help_text="Last part of the address. Empty: made when it is published.")
    category = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="articles")
    authors = models.ManyToManyField(Author, through="Byline", related_name="articles")
    topics = models.ManyToManyField(Topic, blank=True, related_name="articles")
    format = models.CharField(max_length=10, choices=list(FORMATS.items()), default="article")
    looks: Any = models.JSONField(
        default=dict, blank=True, editable=False, help_text="Words and pictures’ ids for cards, search, social media."
    )
    disclosed: Any = models.JSONField(
        default=dict, blank=True, editable=False, help_text="Who paid or gave, and what AI did: see Disclosures."
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    saved_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False)
    begun_in = models.UUIDField(
        null=True, editable=False, help_text="The opened form whose first autosave made the story."
    )
    revision_number = models.PositiveIntegerField(default=0, editable=False, help_text="Number of the newest save.")

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-saved_at", "-pk"]
        verbose_name = "story"
        verbose_name_plural = "stories"
        permissions = [
            ("publish_article", "Can publish, schedule and withdraw stories"),
            ("edit_any_article", "Can open and edit everybody's stories"),
            ("take_down_article", "Can take stories down, and see those that were"),
        ]
        constraints = [  # the database keeps these promises when code forgets
            models.UniqueConstraint(
                fields=["created_by", "begun_in"],
                condition=models.Q(begun_in__isnull=False),
                name="one_story_a_form",
            ),
            models.CheckConstraint(
                condition=models.Q(live_edition__isnull=True) | models.Q(first_published_at__isnull=False),
                name="live_has_a_date",
            ),
            models.CheckConstraint(
                condition=models.Q(live_edition__isnull=True) | models.Q(withdrawn_at__isnull=True),
                name="live_is_not_withdrawn",
            ),
            models.CheckConstraint(
                condition=models.Q(embargo_until__isnull=True) | ~models.Q(embargo_asked=""),
                name="embargo_says_who_asked",
            ),
            models.CheckConstraint(
                condition=models.Q(live_edition__isnull=True) | models.Q(taken_down_at__isnull=True),
                name="live_is_not_taken_down",
            ),
            models.CheckConstraint(condition=models.Q(format__in=sorted(FORMATS)), name="format_known"),
            models.CheckConstraint(
                condition=models.Q(workflow_state__in=[state.value for state in State]), name="state_known"
            ),
        ]
        indexes = [
            models.Index(fields=["publish_at"], condition=models.Q(publish_at__isnull=False), name="article_due"),
            models.Index(fields=["expires_at"], condition=models.Q(expires_at__isnull=False), name="article_expires"),
            models.Index(
                fields=["taken_down_at"],
                condition=models.Q(taken_down_at__isnull=False),
                name="article_taken_down",
            ),
            models.Index(fields=["created_by", "-saved_at"], name="article_mine"),
            models.Index(fields=["category", "-saved_at", "-id"], name="article_in_category"),
            models.Index(
                fields=["assignee", "deadline"], condition=models.Q(assignee__isnull=False), name="article_given"
            ),
            models.Index(
                fields=["deadline", "id"],
                condition=models.Q(deadline__isnull=False, live_edition__isnull=True),
                name="article_wanted",
            ),
            # What is not simply live is little, however many stories there are.
            models.Index(
                fields=["-saved_at", "-id"], condition=models.Q(live_edition__isnull=True), name="article_not_live"
            ),
            models.Index(
                fields=["-saved_at", "-id"],
                condition=models.Q(live_edition__isnull=False, revision_number__gt=models.F("live_revision")),
                name="article_changed",
            ),
            models.Index(
                fields=["-saved_at", "-id"], condition=models.Q(publish_at__isnull=False), name="article_scheduled"
            ),
            models.Index(Lower(Left("headline", 100)), name="article_headline_start"),
            models.Index(Left("slug", 80), name="article_slug_start"),
            models.Index(
                fields=["withdrawn_at"], condition=models.Q(withdrawn_at__isnull=False), name="article_withdrawn"
            ),
            models.Index(
                fields=["first_published_at", "last_substantive_update_at", "live_edition"],
                condition=models.Q(live_edition__isnull=False, last_substantive_update_at__isnull=False),
                name="article_updated",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or "Untitled"

    def get_absolute_url(self) -> str:
        """The address at the desk; readers get an Edition's."""
        return f"/admin/articles/article/{self.pk}/change/"

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        search_index.forget_note(self.pk)
        return super().delete(*args, **kwargs)

    @property
    def standing(self) -> Standing:
        """Where it stands for the desk and for readers, in one word."""
        if self.publish_at is not None:
            return Standing.SCHEDULED
        if self.live_edition_id is not None:
            return Standing.CHANGED if self.has_unpublished_changes else Standing.LIVE
        if self.withdrawn_at is not None:
            return Standing.WITHDRAWN
        return Standing(self.workflow_state)

    @property
    def has_unpublished_changes(self) -> bool:
        return self.live_edition_id is not None and self.revision_number > self.live_revision

    def editable_by(self, user: Any) -> bool:
        """Whether this person may save the story: editors always, writers their own until they are handed in."""
        if not user.has_perm("articles.change_article") or self.is_hidden_from(user):
            return False
        if user.has_perm("articles.edit_any_article"):
            return True
        return self.is_written_by(user) and self.standing.value in WRITTEN_IN

    def document(self) -> Document:
        """The working copy as data: what a save records, a preview shows and publishing freezes."""
        return rows.read(self)
