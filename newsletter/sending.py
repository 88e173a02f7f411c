"""The deeds around an issue's sending, and how far it is. What a worker does about it is in `sender`."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection, models, transaction
from django.utils import timezone

from articles.models.audit import AuditEntry
from newsletter import telling
from newsletter.building import printed_of
from newsletter.errors import IssueRefused
from newsletter.models import Delivery, Issue, IssueStory, Subscription
from newsletter.models.people import SubscriptionQuerySet

if TYPE_CHECKING:
    from articles.models.article import Person

State = Delivery.State


def recipients(newsletter_id: int) -> SubscriptionQuerySet:
    """Who gets it now. Suppressed addresses are known by their hash alone, and left out as they come up."""
    return Subscription.objects.receiving().filter(newsletter=newsletter_id)


@transaction.atomic
def begin(issue: Issue, *, by: "Person | None") -> int:
    """Freeze what is sent and to whom; the worker does the rest. Returns how many people get it.

    Raises IssueRefused when it is not approved, or when nothing would stand in it.
    """
    printed = printed_of(issue)
    if not printed["subject"] or not printed["blocks"]:
        raise NothingInIt
    now = timezone.now()
    issue.move(Issue.State.SENDING, by=by, whence=[Issue.State.APPROVED], printed=printed, started_at=now)
    stories = {one["article"]: one["edition"] for one in printed["blocks"] if one["kind"] == "story"}
    IssueStory.objects.bulk_create(
        IssueStory(issue=issue, article_id=article, edition_id=edition, position=position)
        for position, (article, edition) in enumerate(stories.items())
    )
    chosen, values = recipients(issue.newsletter_id).order_by("pk").values("subscriber_id").query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO newsletter_delivery (issue_id, subscriber_id, state, attempts, worker, code, without) "
            f"SELECT %s, chosen.subscriber_id, 'waiting', 0, '', '', '' FROM ({chosen}) AS chosen",
            [issue.pk, *values],
        )
    count = issue.deliveries.count()
    told = telling.hand_on(issue)
    log(issue, by, f"began to send it to {count:,}" + (f"; {told:,} are told of corrections" if told else ""))
    return count


class NothingInIt(IssueRefused):
    """No subject, or nothing left to stand in it."""

    def __init__(self) -> None:
        super().__init__("This issue has no subject, or none of its stories is live: there is nothing to send.")


@transaction.atomic
def pause(issue: Issue, *, by: "Person | None") -> None:
    """Send no more of it for now; the message in hand still goes."""
    issue.move(Issue.State.PAUSED, by=by, whence=[Issue.State.SENDING])
    log(issue, by, "paused sending it")


@transaction.atomic
def resume(issue: Issue, *, by: "Person | None") -> None:
    issue.move(Issue.State.SENDING, by=by, whence=[Issue.State.PAUSED])
    log(issue, by, "went on sending it")


@transaction.atomic
def cancel(issue: Issue, *, by: "Person | None") -> int:
    """Send it to nobody more, for good. Returns how many do not get it."""
    whence = [Issue.State.APPROVED, Issue.State.SENDING, Issue.State.PAUSED]
    issue.move(Issue.State.CANCELLED, by=by, whence=whence, finished_at=timezone.now())
    left = issue.deliveries.filter(state=State.WAITING).update(state=State.SKIPPED, code="cancelled", next_at=None)
    telling.after_sending(issue)
    log(issue, by, f"cancelled it; {left:,} do not get it")
    return left


@transaction.atomic
def send_again(issue: Issue, *, by: "Person | None") -> int:
    """Send it once more to those of whom nobody knows whether they got it. Returns how many these are."""
    doubtful = issue.deliveries.filter(state=State.DOUBT)
    count = doubtful.update(state=State.WAITING, next_at=None, worker="", code="")
    if not count:
        raise IssueRefused("Nobody is in doubt: there is nobody to send this issue to again.")
    if issue.state == Issue.State.CANCELLED:
        raise IssueRefused("This issue was cancelled.")
    if issue.state == Issue.State.SENT:
        issue.move(Issue.State.SENDING, by=by, whence=[Issue.State.SENT], finished_at=None)
    log(issue, by, f"had it sent again to {count:,} in doubt")
    return count


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an issue is: `counts` has every state of a Delivery, also those nobody is in."""

    counts: dict[str, int]
    started_at: datetime | None
    finished_at: datetime | None

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def left(self) -> int:
        return self.counts[State.WAITING] + self.counts[State.SENDING]

    @property
    def done(self) -> int:
        return self.total - self.left

    @property
    def percent(self) -> int:
        """Whole ones, rounded down: 100 means that nobody waits."""
        return 100 * self.done // self.total if self.total else 100


def progress(issue: Issue) -> Progress:
    """One query; safe to ask every second."""
    found = dict(issue.deliveries.values_list("state").annotate(models.Count("pk")))
    return Progress({state: found.get(state, 0) for state in State.values}, issue.started_at, issue.finished_at)


def log(issue: Issue, by: "Person | None", what: str, action: AuditEntry.Action = AuditEntry.Action.CHANGE) -> None:
    AuditEntry.write(action, by, about="issue", about_id=issue.pk, headline=str(issue), detail=what)
