"""The mail a sign-up causes. It is sent by the worker, and tried again when the mail server is away."""

import logging
import smtplib
from datetime import timedelta
from email.utils import make_msgid, parseaddr

import css_inline
from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from newsletter.models import ConsentRecord, Subscription
from newsroom.html import tidy
from newsroom.models import Publication

logger = logging.getLogger(__name__)

TIMEOUT = 20  # seconds that a silent mail server may hold the worker
RETRY_AFTER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]
_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def letter(record: ConsentRecord) -> EmailMultiAlternatives:
    """The mail for a request: a link to confirm it, or, to somebody who gets the newsletter, that they do."""
    subscription = record.subscription()
    subscriber = subscription.subscriber
    kind = "already" if subscription.state == Subscription.State.ACTIVE else "confirm"
    unsubscribe = settings.SITE_URL + subscription.unsubscribe_path()
    words = {
        "newsletter": subscription.newsletter,
        "publication": Publication.current(),
        "site": settings.SITE_URL,
        "confirm": settings.SITE_URL + record.confirm_path(),
        "unsubscribe": unsubscribe,
        "preferences": settings.SITE_URL + subscriber.preferences_path(),
        "language": record.consent_text.language,
    }
    subject = "Please confirm: " if kind == "confirm" else "You already get "
    message = EmailMultiAlternatives(
        subject=tidy(subject + subscription.newsletter.name),
        body=render_to_string(f"newsletter/email/{kind}.txt", words),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[subscriber.email],
        headers={
            "List-Unsubscribe": f"<{unsubscribe}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
            # Django would put the name of this machine here.
            "Message-ID": make_msgid(domain=parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or None),
        },
    )
    message.attach_alternative(_inliner.inline(render_to_string(f"newsletter/email/{kind}.html", words)), "text/html")
    return message


def is_final(error: Exception) -> bool:
    """True when asking the mail server again cannot help."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPNotSupportedError)


@task()
def send_confirmation(record_pk: int, attempt: int = 1) -> None:
    """Mail the person of this ConsentRecord, unless it was sent, withdrawn or forgotten meanwhile.

    A mail server may be away for hours, so this keeps its own, longer schedule than the worker's. No log and no task
    keeps the address: it would outlive the person's wish to be forgotten.
    """
    record = ConsentRecord.objects.select_related("consent_text").filter(pk=record_pk).first()
    if record is None or record.mailed_at or record.withdrawn_at:
        return
    message = letter(record)
    message.connection = get_connection(timeout=TIMEOUT)
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        name = type(error).__name__  # its text holds the address
        if is_final(error) or attempt > len(RETRY_AFTER):
            logger.error("Request %s: given up at attempt %s (%s).", record_pk, attempt, name)
            return
        logger.warning("Request %s: %s at attempt %s to mail it; trying again.", record_pk, name, attempt)
        send_confirmation.using(run_after=timezone.now() + RETRY_AFTER[attempt - 1]).enqueue(record_pk, attempt + 1)
        return
    ConsentRecord.objects.filter(pk=record_pk).update(mailed_at=timezone.now())
