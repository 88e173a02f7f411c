"""What becomes of a person whose mail came back, or who called it spam."""

from django.db import transaction

from newsletter.models import ConsentRecord, Delivery, Subscriber, Subscription, Suppression

SOFT_IN_A_ROW = 5  # issues that came back one after the other: then nobody reads that mailbox any more
State = Delivery.State


def bounced(what: Delivery | str, *, hard: bool) -> bool:
    """A mail came back: a delivery, or the last one to a (normalised) address. True when no more will be sent there.

    `hard`: there is no such mailbox. A soft one, such as a full mailbox, counts only with those before it.
    """
    return _came_back(what, State.BOUNCED, "hard" if hard else "soft", Suppression.Reason.BOUNCE, at_once=hard)


def complained(what: Delivery | str) -> bool:
    """A person called a delivery spam, or the last one to an address; they get nothing any more. False: nobody's."""
    return _came_back(what, State.COMPLAINED, "spam", Suppression.Reason.COMPLAINT, at_once=True)


@transaction.atomic
def _came_back(what: Delivery | str, state: State, code: str, reason: Suppression.Reason, *, at_once: bool) -> bool:
    subscriber = what.subscriber if isinstance(what, Delivery) else Subscriber.objects.filter(email=what).first()
    if subscriber is None:
        return False
    out = subscriber.deliveries.exclude(state__in=[State.WAITING, State.FAILED, State.SKIPPED]).order_by("-pk")
    delivery = what if isinstance(what, Delivery) else out.first()
    if delivery:
        Delivery.objects.filter(pk=delivery.pk).exclude(state=State.COMPLAINED).update(state=state, code=code)
    if not at_once:
        last = list(out.values_list("state", flat=True)[:SOFT_IN_A_ROW])
        if last != [State.BOUNCED] * SOFT_IN_A_ROW:
            return False
    suppress(subscriber, reason)
    return True


def suppress(subscriber: Subscriber, reason: Suppression.Reason) -> None:
    """Never write to this person again; their record stays, and says why."""
    Suppression.keep(subscriber.email, reason)
    for subscription in subscriber.subscriptions.exclude(state=Subscription.State.UNSUBSCRIBED):
        subscription.unsubscribe(ConsentRecord.Withdrawal(reason.value))
