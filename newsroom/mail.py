"""What every mail of the site has in common: its form, and how a mail server is dealt with."""

import logging
import secrets
import smtplib
from datetime import timedelta
from email.utils import make_msgid, parseaddr
from typing import Any

import css_inline
from django.conf import settings
from django.core.checks import Warning
from django.core.mail import EmailMessage, get_connection
from django.core.mail.message import utf8_charset_qp
from django.utils import timezone

from newsroom import dkim
from newsroom.providers import TIMEOUT, NotTaken, look, not_taken

logger = logging.getLogger(__name__)

RETRY_AFTER = [timedelta(minutes=minutes) for minutes in (1, 5, 30, 120, 480)]
_inliner = css_inline.CSSInliner(keep_style_tags=True, load_remote_stylesheets=False)


def inlined(page: str) -> str:
    """The page with its rules also in each element's own style: some mail programs drop style sheets."""
    return _inliner.inline(page)


def our_domain() -> str:
    """The host of our sender. Django would put the name of this machine into a Message-ID."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"


def message_id(token: str = "") -> str:
    """One of its own; what comes back about the mail shows it. `token` says whose mail it is."""
    return f"<{token}.{secrets.token_hex(6)}@{our_domain()}>" if token else make_msgid(domain=our_domain())


def sign(message: EmailMessage) -> None:
    """Have it leave with our DKIM signature, where there is a key. A provider signs with its own."""
    signer = None if settings.EMAIL_PROVIDER else dkim.signer(our_domain())
    if signer is None:
        return
    message.encoding = utf8_charset_qp  # a server that takes seven bits would rewrite the rest, and break it
    written: Any = message.message()
    line = signer.line(written.as_bytes(linesep="\r\n")).decode().replace("\r\n", "")
    written["DKIM-Signature"] = line.partition(":")[2].strip()
    message.message = lambda *_, **__: written  # type: ignore[method-assign]


def send(message: EmailMessage) -> None:
    """Hand it to the mail server, or a provider. Raises SMTPException or OSError when that did not take it."""
    message.connection = get_connection(timeout=TIMEOUT)
    sign(message)
    try:
        message.send()
        look(message)
    except Exception as error:
        if known := not_taken(error):
            raise known from None
        raise


def aligned(**_: object) -> list[Warning]:
    """Domains that receivers compare with that of the sender (DMARC): when none of them is its kin, mail is refused."""
    sender, found = our_domain(), []
    returns_to = settings.NEWSLETTER_RETURN_ADDRESS.rpartition("@")[2]
    if returns_to and not _kin(returns_to, sender):
        found.append(Warning(f"NEWSLETTER_RETURN_ADDRESS is not in the sender’s domain, {sender}.", id="newsroom.W001"))
    if settings.DKIM_KEY and not _kin(settings.DKIM_DOMAIN or sender, sender):
        found.append(Warning(f"DKIM_DOMAIN is not the sender’s domain, {sender}.", id="newsroom.W002"))
    return found


def _kin(one: str, other: str) -> bool:
    """Whether they may belong to one owner; among names below one ending such as co.uk it does not tell them apart."""
    return one.split(".")[-2:] == other.split(".")[-2:]


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
    if isinstance(error, NotTaken):
        return error.how == NotTaken.REFUSED
    if isinstance(error, smtplib.SMTPDataError):
        return error.smtp_code >= 500
    return isinstance(error, smtplib.SMTPNotSupportedError)
