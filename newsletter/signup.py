"""Signing up and choosing newsletters: the deeds behind the public forms."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import IntegrityError, models, transaction
from django.utils import timezone

from newsletter import limits
from newsletter.mail import send_confirmation, send_welcome
from newsletter.models import (
    IP_KEPT,
    ConsentRecord,
    ConsentText,
    DisposableDomain,
    FormShown,
    Subscriber,
    Subscription,
    Suppression,
)
from newsroom.whence import network_kept

M = TypeVar("M", bound=models.Model)


def sign_up(
    email: str, texts: Iterable[ConsentText], *, page: str, address: str, forms: Iterable[FormShown] = ()
) -> None:
    """Record the request for each newsletter and mail the person one link to confirm them all.

    `email` is normalised, `address` is the client's network address, `forms` is what the form said. It tells nobody
    whether the address was known: who already gets the newsletter is mailed that, who asked to be forgotten is not
    written to or stored at all.
    """
    shown = [form.pk for form in forms]
    wanted = {text.newsletter_id: text for text in texts}  # one wording of each newsletter
    for last in (False, True):
        try:
            _sign_up(email, list(wanted.values()), page, address, shown)
            return
        except (IntegrityError, Subscriber.DoesNotExist, Subscription.DoesNotExist):
            if last:  # erased between two steps of ours, twice
                raise


@transaction.atomic
def _sign_up(email: str, texts: list[ConsentText], page: str, address: str, forms: list[int]) -> None:
    if Suppression.holds(email) or DisposableDomain.holds(email):
        return
    subscriber = _made(Subscriber, email=email)
    asked = [_ask(subscriber, text, page, address, forms) for text in texts]
    claimed = [record for record, subscription in asked if subscription.claim_mail()]
    if claimed and limits.may_mail(email, is_reader=subscriber.has_confirmed()):
        lead, *others = claimed
        ConsentRecord.objects.filter(pk__in=[record.pk for record in others]).update(led_by=lead)
        # The task is a row of this transaction: it exists if, and only if, the request was recorded.
        send_confirmation.enqueue(lead.pk)


def _made(model: type[M], **known: Any) -> M:
    """The row that is known by this, made if need be, and locked. Half the statements of `get_or_create`."""
    model._default_manager.bulk_create([model(**known)], ignore_conflicts=True)
    return model._default_manager.select_for_update().get(**known)


def _ask(
    subscriber: Subscriber, text: ConsentText, page: str, address: str, forms: list[int]
) -> tuple[ConsentRecord, Subscription]:
    subscription = _made(Subscription, subscriber=subscriber, newsletter=text.newsletter)
    now = timezone.now()
    kept = network_kept(address)
    record = ConsentRecord.objects.create(
        subscriber=subscriber,
        newsletter=text.newsletter,
        consent_text=text,
        page=page,
        forms=forms,
        requested_at=now,
        request_ip=kept,
        request_ip_kept_until=now + IP_KEPT if kept else None,
    )
    if subscription.state != Subscription.State.ACTIVE:
        subscription.state = Subscription.State.PENDING
        subscription.unsubscribed_at = None
        subscription.requested_at = now
        subscription.save(update_fields=["state", "unsubscribed_at", "requested_at"])
    return record, subscription


@transaction.atomic
def send_again(record: ConsentRecord) -> None:
    """Mail the person of this request another link, unless they left, or had their mails of the day."""
    subscription = Subscription.objects.select_for_update().filter(
        subscriber=record.subscriber_id, newsletter=record.newsletter_id
    )
    one = subscription.select_related("subscriber").first()
    if record.withdrawn_at or one is None or Suppression.holds(one.subscriber.email):
        return
    if one.claim_mail() and limits.may_mail(one.subscriber.email, is_reader=one.subscriber.has_confirmed()):
        ConsentRecord.objects.filter(pk=record.pk).update(mailed_at=None)
        send_confirmation.enqueue(record.pk)


@transaction.atomic
def confirm(record: ConsentRecord) -> None:
    """The person said yes by the link in the mail; each newsletter that did not come before welcomes by another mail.

    Raises LinkUsedUp after unsubscribing.
    """
    for one in record.asked_together():
        if one.confirm() and one.newsletter.send_welcome:
            send_welcome.enqueue(one.pk)


@transaction.atomic
def choose(subscriber: Subscriber, wanted: Iterable[ConsentText], *, page: str) -> None:
    """Make `wanted` all this person gets. Who holds the signed link reads the mailbox: no second mail is needed."""
    newsletters = {text.newsletter_id: text for text in wanted}
    current = Subscription.objects.select_for_update().filter(subscriber=subscriber)
    known = {subscription.newsletter_id: subscription for subscription in current}
    for newsletter_id, subscription in known.items():
        if newsletter_id not in newsletters and subscription.state != Subscription.State.UNSUBSCRIBED:
            subscription.unsubscribe(ConsentRecord.Withdrawal.PREFERENCES)
    for newsletter_id, text in newsletters.items():
        chosen = known.get(newsletter_id)
        if not text.newsletter.is_open or (chosen and chosen.state == Subscription.State.ACTIVE):
            continue
        if chosen is None:
            chosen, _ = Subscription.objects.get_or_create(subscriber=subscriber, newsletter=text.newsletter)
        now = timezone.now()
        ConsentRecord.objects.create(
            subscriber=subscriber,
            newsletter=text.newsletter,
            consent_text=text,
            page=page,
            method=ConsentRecord.Method.PREFERENCES,
            requested_at=now,
            confirmed_at=now,
        )
        chosen.activate()
