"""Notice tells one person of the desk what became of a story: at the desk, by mail or both, as that person chose."""

from collections.abc import Iterable
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.utils import timezone

from articles.models import audit
from articles.models.audit import AuditEntry, display_name
from articles.moments import said
from articles.workflow import State

if TYPE_CHECKING:
    from articles.models.article import Article, Person

BACKEND = "django.contrib.auth.backends.ModelBackend"  # the one that knows roles
KEPT = timedelta(days=90)
NEWS = timedelta(minutes=1)  # what was done longer ago, as imports and the demo date it, is none


class Kind(models.TextChoices):
    GIVEN = "given", "A story is given to me"
    BACK = "back", "A story of mine is sent back to revise"
    OUT = "out", "A story of mine is published, withdrawn or killed"
    LATE = "late", "A story of mine, or on my desks, is late"
    STUCK = "stuck", "A story of mine, or on my desks, could not go out at its time"
    DESK = "desk", "A story on my desks is handed in"
    SUBS = "subs", "A story on my desks comes to sub-editing"
    READY = "ready", "A story on my desks is ready to publish"


FOR_EDITORS = {Kind.DESK, Kind.SUBS, Kind.READY}
# Until somebody chooses otherwise.
HERE_AT_FIRST = {Kind.GIVEN, Kind.BACK, Kind.OUT, Kind.LATE, Kind.STUCK, Kind.DESK}
MAIL_AT_FIRST = {Kind.GIVEN, Kind.BACK, Kind.STUCK}
ARRIVALS = {State.DESK: Kind.DESK, State.SUBS: Kind.SUBS, State.READY: Kind.READY}
OUT = {
    AuditEntry.Action.PUBLISH: "published it",
    AuditEntry.Action.PUBLISH_CHANGES: "published changes of it",
    AuditEntry.Action.WITHDRAW: "withdrew it",
    AuditEntry.Action.KILL: "killed it",
}


class NoticeChoice(models.Model):
    """How one person wants to be told of one kind of thing. Without a row it is as at first."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notice_choices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    here = models.BooleanField()
    mail = models.BooleanField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["user", "kind"], name="one_choice_a_kind")]

    def __str__(self) -> str:
        return f"{self.kind} for {self.user_id}"


class NoticeQuerySet(models.QuerySet["Notice"]):
    def shown_to(self, user: Any) -> Self:
        """What this person is told at the desk, newest first, of stories they may open still."""
        from articles.models.article import Article

        stories = Article.objects.visible_to(user)
        return self.filter(user=user.pk, here=True, article__in=stories).order_by("-pk")

    def unread(self) -> Self:
        return self.filter(read_at=None)

    def to_mail(self) -> Self:
        return self.filter(mail_at__lte=timezone.now()).order_by("mail_at", "pk")


class Notice(models.Model):
    """One thing one person is told. `mail_at` is when its mail is tried next; None: it was sent, or none is wanted."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="notices")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.CharField(max_length=500, help_text="What happened, as a sentence.")
    at = models.DateTimeField(default=timezone.now)
    here = models.BooleanField(help_text="Shown at the desk.")
    read_at = models.DateTimeField(null=True)
    mail_at = models.DateTimeField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    mailed_at = models.DateTimeField(null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        indexes = [
            models.Index(fields=["user", "-id"], condition=models.Q(here=True, read_at=None), name="notice_unread"),
            models.Index(fields=["mail_at"], condition=models.Q(mail_at__isnull=False), name="notice_to_mail"),
        ]

    def __str__(self) -> str:
        return f"Notice {self.pk}"


def choices_of(users: Iterable[int], kinds: Iterable[str] = Kind.values) -> dict[tuple[int, str], tuple[bool, bool]]:
    """For each person and kind: whether they are told at the desk, and by mail."""
    people, wanted = list(users), list(kinds)
    found = {(pk, kind): (kind in HERE_AT_FIRST, kind in MAIL_AT_FIRST) for pk in people for kind in wanted}
    rows = NoticeChoice.objects.filter(user__in=people, kind__in=wanted)
    return found | {
        (pk, kind): (here, mail) for pk, kind, here, mail in rows.values_list("user", "kind", "here", "mail")
    }


def may_open(story: "Article") -> models.QuerySet[User]:
    """Who may open the story at the desk and is to be told of it: nobody, once it was taken down."""

    def may(permission: str) -> models.Q:
        return models.Q(pk__in=User.objects.with_perm(f"articles.{permission}", backend=BACKEND).values("pk"))

    if story.taken_down_at is not None:
        return User.objects.none()
    people = User.objects.filter(is_active=True, is_staff=True).filter(may("view_article") | may("change_article"))
    own = models.Q(pk__in=[one for one in (story.created_by_id, story.assignee_id) if one])
    return people.filter(may("edit_any_article") | own)


def on_its_desk(story: "Article") -> set[int]:
    """Whose desk it is on: the editors of its category; all, where it is nobody's."""
    own = set(story.category.editors.values_list("pk", flat=True)) if story.category else set()
    return own or set(User.objects.with_perm("articles.edit_any_article", backend=BACKEND).values_list("pk", flat=True))


def writers(story: "Article") -> set[int | None]:
    """Whose story it is to write: who was given it, else who began it."""
    return {story.assignee_id or story.created_by_id}


News = tuple["Article", set[int | None], "Person | None", str]  # whom to tell of what somebody did to a story


def tell(story: "Article", kind: Kind, people: Iterable[int | None], by: "Person | None", text: str) -> None:
    """Tell these people, each as they chose, but nobody of what they did themselves, or of what they may not open.

    The rows are part of the deed's transaction: there if, and only if, the deed is.
    """
    tell_all(kind, [(story, set(people), by, text)])


def tell_all(kind: Kind, news: Iterable[News]) -> None:
    """The same of many stories. Who may open one is asked once for all of the same people."""
    if audit.now() < timezone.now() - NEWS:
        return
    may: dict[object, set[int]] = {}
    letters: list[tuple[int, Article, str]] = []
    for story, people, by, text in news:
        wanted = frozenset(pk for pk in people if pk) - {by.pk if by is not None else None}
        if not wanted:
            continue
        whose = wanted, story.created_by_id, story.assignee_id, story.taken_down_at is None
        if whose not in may:
            may[whose] = set(may_open(story).filter(pk__in=wanted).values_list("pk", flat=True))
        letters += [(pk, story, text) for pk in sorted(may[whose])]
    told = {pk for pk, _, _ in letters}
    if not told:
        return
    now, chosen = timezone.now(), choices_of(told, [kind])
    Notice.objects.filter(user__in=told, at__lt=now - KEPT).delete()
    Notice.objects.bulk_create(
        Notice(user_id=pk, article=story, kind=kind, text=text[:500], at=now, here=here, mail_at=now if mail else None)
        for pk, story, text in letters
        for here, mail in [chosen[pk, kind]]
        if here or mail
    )


def tell_of_move(story: "Article", by: "Person") -> None:
    """Somebody sent the story on: its new state decides who waits for it."""
    state, who = State(story.workflow_state), display_name(by)
    if state == State.REVISE:
        tell(story, Kind.BACK, writers(story), by, f"{who} sent it back to revise.")
    elif kind := ARRIVALS.get(state):
        tell(story, kind, on_its_desk(story), by, f"{who} moved it to “{state.label}”.")


def tell_of_gift(story: "Article", by: "Person") -> None:
    """Somebody gave the story to somebody."""
    by_when = f", wanted by {timezone.localtime(story.deadline):%a %-d %b, %H:%M}" if story.deadline else ""
    tell(story, Kind.GIVEN, {story.assignee_id}, by, f"{display_name(by)} gave it to you{by_when}.")


def tell_of_deed(story: "Article", action: str, by: "Person | None", why: str) -> None:
    """Something was done to the story; what its writers are to know of that, they are told."""
    tell_of_deeds([(story, action, by, why)])


def tell_of_deeds(deeds: Iterable[tuple["Article", str, "Person | None", str]]) -> None:
    """The same of deeds on many stories."""
    tell_all(
        Kind.OUT,
        [
            (
                story,
                {story.created_by_id, story.assignee_id},
                by,
                f"{display_name(by)} {OUT[AuditEntry.Action(action)]}{f': {why}' if why else '.'}",
            )
            for story, action, by, why in deeds
            if action in OUT
        ],
    )


def tell_of_lateness(story: "Article") -> None:
    assert story.deadline is not None
    text = f"It was wanted by {timezone.localtime(story.deadline):%a %-d %b, %H:%M}, and is late."
    tell(story, Kind.LATE, writers(story) | on_its_desk(story), None, text)


def tell_of_refusal(story: "Article", problem: str) -> None:
    """What was to happen by itself did not: whoever planned it is told, whose story it is, and its desk."""
    due = story.publish_at or story.expires_at
    assert due is not None
    what = "go out" if story.publish_at is not None else "be withdrawn"
    people = {story.scheduled_by_id, story.created_by_id, story.assignee_id} | on_its_desk(story)
    tell(story, Kind.STUCK, people, None, f"It could not {what} on {said(due)}: {problem}")
