"""What every mail of the site has in common: its form, and how a mail server is dealt with."""

import logging
import smtplib
from datetime import timedelta
from email.utils import make_msgid, parseaddr
from typing import Any

import css_inline
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

logger = logging.getLogger(__name__)

TIMEOUT = 20  # seconds that a silent mail server may hold the worker
RETRY_AFTER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]
_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def inlined(page: str) -> str:
    """The page with its rules also in each element's own style: some mail programs drop style sheets."""
    return _inliner.inline(page)


def our_domain() -> str:
    """The host of our sender. Django would put the name of this machine into a Message-ID."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def message_id() -> str:
    return make_msgid(domain=our_domain())


def send(message: EmailMessage) -> None:
    """Hand it to the mail server. Raises SMTPException or OSError when that did not take it."""
    message.connection = get_connection(timeout=TIMEOUT)
    message.send()


def try_again(task: Any, row: int, attempt: int, error: Exception) -> None:
    """Queue the next attempt of a task called as (row, attempt), or give up where asking again cannot help.

    A mail server may be away for hours, so mail has its own, longer schedule than the worker's. The log names the row
    and the kind of error: the error's text holds the address.
    """
    about = (task.name, row, type(error).__name__, attempt)
    if is_final(error) or attempt > len(RETRY_AFTER):
        logger.error("%s %s: %s at attempt %s to mail it; given up.", *about)
        return
    logger.warning("%s %s: %s at attempt %s to mail it; trying again.", *about)
    task.using(run_after=timezone.now() + RETRY_AFTER[attempt - 1]).enqueue(row, attempt + 1)


def is_final(error: Exception) -> bool:
    """True when asking the mail server again cannot help."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPNotSupportedError)
