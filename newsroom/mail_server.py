"""How to deal with a mail server: how long to wait for it, when to ask it again, when not to."""

import smtplib
from datetime import timedelta
from email.utils import make_msgid, parseaddr

from django.conf import settings

TIMEOUT = 20  # seconds that a silent mail server may hold the worker
RETRY_AFTER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]


def our_domain() -> str | None:
    """The host of our sender. Django would put the name of this machine into a Message-ID."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or None


def message_id() -> str:
    return make_msgid(domain=our_domain())


def is_final(error: Exception) -> bool:
    """True when asking the mail server again cannot help."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPNotSupportedError)
