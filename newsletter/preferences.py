"""What readers do on their preferences page besides choosing newsletters. Who holds its link reads the mailbox."""

from datetime import date, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from newsletter import limits
from newsletter.addresses import normalised
from newsletter.mail import send_move
from newsletter.models import AddressChange, DisposableDomain, Subscriber, Subscription, Suppression

LONGEST_PAUSE = timedelta(days=366)


def days() -> tuple[date, date]:
    """The first and the last day a pause may end on."""
    today = timezone.localdate()
    return today + timedelta(days=1), today + LONGEST_PAUSE


def pause(subscriber: Subscriber, until: str) -> None:
    """Send nothing before the morning of that day (written 2026-05-31). Raises ValidationError with a sentence."""
    first, last = days()
    try:
        day = date.fromisoformat(until)
    except ValueError:
        raise ValidationError("Please choose a day.") from None
    if not first <= day <= last:
        raise ValidationError("Please choose a day from tomorrow to a year from now.")
    _set(subscriber, timezone.make_aware(datetime.combine(day, time())))


def resume(subscriber: Subscriber) -> None:
    _set(subscriber, None)


def _set(subscriber: Subscriber, until: datetime | None) -> None:
    subscriber.subscriptions.filter(state=Subscription.State.ACTIVE).update(paused_until=until)


@transaction.atomic
def ask_to_move(subscriber: Subscriber, typed: str) -> None:
    """Mail a link to the new address. Raises ValidationError; only its mailbox learns whether it was known.

    Nothing is mailed to who is suppressed, to disposable mailboxes, or to a mailbox that had its mails of the day.
    """
    email = normalised(typed)
    if email == subscriber.email:
        raise ValidationError("That is the address you have.")
    if Suppression.holds(email) or DisposableDomain.holds(email) or not limits.may_mail(email, is_reader=False):
        return
    AddressChange.objects.filter(subscriber=subscriber, confirmed_at=None).delete()
    change = AddressChange.objects.create(subscriber=subscriber, email=email)
    send_move.enqueue(change.pk)
