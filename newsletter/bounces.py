"""What becomes of a person whose mail came back, or who called it spam."""

from datetime import datetime

from django.db import transaction

from newsletter.models import ConsentRecord, Delivery, NoteOwed, Subscriber, Subscription, Suppression
from newsletter.statuses import Fault, fault_of

SOFT_IN_A_ROW = 5  # issues that came back one after the other: then nobody reads that mailbox any more
State = Delivery.State
What = Delivery | Subscriber | str  # an issue to a person, another mail to one, or the last issue to an address


def bounced(what: What, *, hard: bool, code: str = "", since: datetime | None = None) -> bool:
    """A mail came back: a delivery, or the last one to a (normalised) address. True when no more will be sent there.

    `hard`: there is no such mailbox. A soft one, such as a full mailbox, counts only with those before it, and not at
    all when its `code` says that it is about us. `since`: when the mail left; who has another address by now keeps it.
    """
    code = code or ("hard" if hard else "soft")
    return _came_back(what, State.BOUNCED, code, Suppression.Reason.BOUNCE, at_once=hard, since=since)


def complained(what: What, *, since: datetime | None = None) -> bool:
    """A person called a delivery spam, or the last one to an address; they get nothing any more. False: nobody's."""
    return _came_back(what, State.COMPLAINED, "spam", Suppression.Reason.COMPLAINT, at_once=True, since=since)


@transaction.atomic
def _came_back(
    what: What, state: State, code: str, reason: Suppression.Reason, *, at_once: bool, since: datetime | None
) -> bool:
    if isinstance(what, str):
        subscriber = Subscriber.objects.filter(email=what).first()
    else:
        subscriber = what.subscriber if isinstance(what, Delivery) else what
    if subscriber is None or not Subscriber.objects.select_for_update().filter(pk=subscriber.pk).exists():
        return False
    out = subscriber.deliveries.exclude(state__in=[State.WAITING, State.FAILED, State.SKIPPED]).order_by("-pk")
    delivery = what if isinstance(what, Delivery) else out.first() if isinstance(what, str) else None
    if delivery:
        if Delivery.objects.filter(pk=delivery.pk, state=state, code=code).exists():
            return Suppression.holds(subscriber.email)  # told again
        final = [State.COMPLAINED] if at_once else [State.COMPLAINED, State.BOUNCED]
        Delivery.objects.filter(pk=delivery.pk).exclude(state__in=final).update(state=state, code=code)
        if state == State.BOUNCED:  # what it told them of earlier issues is owed still
            NoteOwed.objects.filter(delivery=delivery.pk).update(delivery=None)
    if since and subscriber.address_changes.filter(confirmed_at__gt=since).exists():
        return False  # it went to an address that is not theirs any more
    if not at_once:
        last = list(out.values_list("state", "code")[:SOFT_IN_A_ROW])
        counts = [one == State.BOUNCED and not is_ours(its_code) for one, its_code in last]
        if delivery is None or len(counts) < SOFT_IN_A_ROW or not all(counts):
            return False
    suppress(subscriber, reason)
    return True


def is_ours(code: str) -> bool:
    """Whether a mail came back with this code for what we are or send, not for the mailbox it went to."""
    return code == Fault.OURS.value or fault_of(code) == Fault.OURS


def suppress(subscriber: Subscriber, reason: Suppression.Reason) -> None:
    """Never write to this person again; their record stays, and says why."""
    Suppression.keep(subscriber.email, reason)
    for subscription in subscriber.subscriptions.exclude(state=Subscription.State.UNSUBSCRIBED):
        subscription.unsubscribe(ConsentRecord.Withdrawal(reason.value))
