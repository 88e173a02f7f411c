"""Signing up and choosing newsletters: the deeds behind the public forms."""

from collections.abc import Iterable

from django.db import transaction
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


@transaction.atomic(savepoint=False)
def sign_up(
    email: str, texts: Iterable[ConsentText], *, page: str, address: str, forms: Iterable[FormShown] = ()
) -> None:
    """Record the request for each newsletter and mail the person one link to confirm them all.

    `email` is normalised, `address` is the client's network address, `forms` is what the form said. It tells nobody
    whether the address was known: who already gets the newsletter is mailed that, who asked to be forgotten is not
    written to or stored at all.
    """
    subscriber, is_new = Subscriber.made(email)  # first: who is being forgotten at this moment is so when that returns
    if Suppression.holds(email) or DisposableDomain.holds(email):
        if is_new:
            Subscriber.objects.filter(pk=subscriber).delete()
        return
    shown = [form.pk for form in forms]
    wanted = {text.newsletter_id: text for text in texts}  # one wording of each newsletter
    asked = [_ask(subscriber, text, page, address, shown) for text in wanted.values()]
    claimed = [record for record, may_mail in asked if may_mail]
    if claimed and limits.may_mail(email, is_reader=not is_new and Subscriber.has_confirmed(subscriber)):
        lead, *others = claimed
        if others:
            ConsentRecord.objects.filter(pk__in=[record.pk for record in others]).update(led_by=lead)
        # The task is a row of this transaction: it exists if, and only if, the request was recorded.
        send_confirmation.enqueue(lead.pk)


def _ask(subscriber: int, text: ConsentText, page: str, address: str, forms: list[int]) -> tuple[ConsentRecord, bool]:
    """The request, and whether it takes the right to a mail about its newsletter."""
    may_mail = Subscription.ask(subscriber, text.newsletter_id)
    now = timezone.now()
    kept = network_kept(address)
    record = ConsentRecord.objects.create(
        subscriber_id=subscriber,
        newsletter_id=text.newsletter_id,
        consent_text=text,
        page=page,
        forms=forms,
        requested_at=now,
        request_ip=kept,
        request_ip_kept_until=now + IP_KEPT if kept else None,
    )
    return record, may_mail


@transaction.atomic
def send_again(record: ConsentRecord) -> None:
    """Mail the person of this request another link, unless they left, or had their mails of the day."""
    subscription = Subscription.objects.select_for_update().filter(
        subscriber=record.subscriber_id, newsletter=record.newsletter_id
    )
    one = subscription.select_related("subscriber").first()
    if record.withdrawn_at or one is None or Suppression.holds(one.subscriber.email):
        return
    if one.claim_mail() and limits.may_mail(
        one.subscriber.email, is_reader=Subscriber.has_confirmed(one.subscriber_id)
    ):
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
