"""The mail a sign-up causes. It is sent by the worker, and tried again when the mail server is away."""

import smtplib
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import get_text_list
from django_tasks import task

from articles.models import StoryList
from articles.teasers import Teaser
from newsletter import returns
from newsletter.building import outside, with_addresses
from newsletter.models import AddressChange, ConsentRecord, Newsletter, Subscription
from newsroom import mail
from newsroom.addresses import absolute
from newsroom.html import tidy, with_rel
from newsroom.models import Publication

STORIES = 5  # in a welcome mail


def letter(record: ConsentRecord) -> EmailMultiAlternatives:
    """The mail for a request: a link to confirm it, or, to somebody who gets the newsletter, that they do."""
    asked = [one.subscription() for one in record.asked_together()]
    waiting = [one for one in asked if one.state != Subscription.State.ACTIVE]
    kind, subject = ("confirm", "Please confirm: ") if waiting else ("already", "You already get ")
    newsletters = [one.newsletter for one in waiting or asked]
    subject += get_text_list([newsletter.name for newsletter in newsletters], "and")
    confirm = settings.SITE_URL + record.confirm_path()
    return _message(record, (waiting or asked)[0], kind, subject, confirm=confirm, newsletters=newsletters)


def welcome(record: ConsentRecord) -> EmailMultiAlternatives:
    """The mail to somebody who confirmed: a greeting, and the newest stories."""
    subscription = record.subscription()
    subject, words = _welcome(subscription.newsletter)
    return _message(record, subscription, "welcome", subject, **words)


def welcome_as_shown(newsletter: Newsletter) -> tuple[str, str, str]:
    """A welcome mail at the desk: its subject, as HTML and as text. Its personal links lead to the sign-up page."""
    subject, words = _welcome(newsletter)
    page, text = absolute("/newsletter/"), newsletter.consent_texts.first()
    words |= {"newsletter": newsletter, "publication": Publication.current(), "unsubscribe": page, "preferences": page}
    words["language"] = text.language if text else "en-GB"
    html = mail.inlined(render_to_string("newsletter/email/welcome.html", words))
    return subject, html, render_to_string("newsletter/email/welcome.txt", words)


def _welcome(newsletter: Newsletter) -> tuple[str, dict[str, Any]]:
    """The subject, and what the templates say: the newsletter's own words, or else ours."""
    subject = tidy(newsletter.welcome_subject) or f"Welcome to {newsletter.name}"
    own = with_rel(outside(newsletter.welcome_words))
    stories = [Teaser.of(one.story, one.get_absolute_url()) for one in StoryList.site().full(STORIES)]
    return subject, {"heading": subject, "own_html": own, "own_text": with_addresses(own), "stories": stories}


def _message(
    record: ConsentRecord, subscription: Subscription, kind: str, subject: str, **more: Any
) -> EmailMultiAlternatives:
    """The templates of that name as a mail. What every one has: who sends it, and the ways to choose and to leave.

    It comes from the newsletter it is about; when it is about several, from the site.
    """
    token = returns.of_request(record.pk)
    unsubscribe = settings.SITE_URL + subscription.unsubscribe_path()
    newsletter = subscription.newsletter
    is_of_one = len(more.get("newsletters", [newsletter])) == 1
    words = {
        "newsletter": newsletter,
        "publication": Publication.current(),
        "unsubscribe": unsubscribe,
        "preferences": settings.SITE_URL + subscription.subscriber.preferences_path(),
        "language": record.consent_text.language,
        **more,
    }
    message = EmailMultiAlternatives(
        subject=tidy(subject),
        body=render_to_string(f"newsletter/email/{kind}.txt", words),
        from_email=newsletter.sender if is_of_one else settings.DEFAULT_FROM_EMAIL,
        reply_to=newsletter.answers if is_of_one else None,
        to=[subscription.subscriber.email],
        headers={
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            "Message-ID": mail.message_id(token),
        },
    )
    returns.mark(message, token)
    message.attach_alternative(mail.inlined(render_to_string(f"newsletter/email/{kind}.html", words)), "text/html")
    return message


@task()
def send_confirmation(record_pk: int, attempt: int = 1) -> None:
    """Mail the person of this ConsentRecord, unless it was sent, withdrawn or forgotten meanwhile.

    No log and no task keeps the address: it would outlive the person's wish to be forgotten.
    """
    record = ConsentRecord.objects.select_related("consent_text").filter(pk=record_pk).first()
    if record is None or record.mailed_at or record.withdrawn_at:
        return
    try:
        mail.send(letter(record))
    except (smtplib.SMTPException, OSError) as error:
        mail.try_again(send_confirmation, record_pk, attempt, error)
        return
    ConsentRecord.objects.filter(pk=record_pk).update(mailed_at=timezone.now())


@task()
def send_move(change_pk: int, attempt: int = 1) -> None:
    """Mail the new address of this AddressChange a link, unless it was used, asked for anew or forgotten meanwhile."""
    change = AddressChange.objects.filter(pk=change_pk, confirmed_at=None).first()
    if change is None:
        return
    words = {"publication": Publication.current(), "confirm": settings.SITE_URL + change.path()}
    message = EmailMultiAlternatives(
        subject="Please confirm your new address",
        body=render_to_string("newsletter/email/move.txt", words),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[change.email],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": mail.message_id()},
    )
    message.attach_alternative(mail.inlined(render_to_string("newsletter/email/move.html", words)), "text/html")
    try:
        mail.send(message)
    except (smtplib.SMTPException, OSError) as error:
        mail.try_again(send_move, change_pk, attempt, error)


@task()
def send_welcome(record_pk: int, attempt: int = 1) -> None:
    """Welcome the person of this ConsentRecord, once, unless they left or the newsletter stopped it meanwhile.

    Tried again as a confirmation is.
    """
    record = ConsentRecord.objects.select_related("consent_text", "newsletter").filter(pk=record_pk).first()
    if record is None or record.withdrawn_at or record.welcomed_at or not record.newsletter.send_welcome:
        return
    message = welcome(record)
    if not record.claim_welcome():
        return
    try:
        mail.send(message)
    except (smtplib.SMTPException, OSError) as error:
        with transaction.atomic():
            ConsentRecord.objects.filter(pk=record_pk).update(welcomed_at=None)
            mail.try_again(send_welcome, record_pk, attempt, error)
