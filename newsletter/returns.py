"""How a mail that comes back says whose it was: by a signed word in its return path and its Message-ID.

Nobody can make one up, so nobody can have mail to somebody else stopped.
"""

import re
from base64 import b32encode
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import constant_time_compare, salted_hmac

from newsletter.models import ConsentRecord, Delivery, Subscriber

_TOKEN = re.compile(r"(?<![a-z0-9])([dc])([1-9]\d{0,17})\.([a-z2-7]{16})(?![a-z0-9])", re.IGNORECASE)
MOST = 200  # tokens looked at in one message
KEY = "newsroom"  # of a provider's notes about a message


def of_delivery(pk: int) -> str:
    """The word for an issue to one person."""
    return _made(f"d{pk}")


def of_request(pk: int) -> str:
    """The word for a mail that a ConsentRecord caused."""
    return _made(f"c{pk}")


def _made(what: str) -> str:
    """Lower case throughout, for mail servers may change it; short, for a mailbox's name has 64 signs."""
    digest = salted_hmac("newsletter.returns", what, algorithm="sha256").digest()
    return f"{what}.{b32encode(digest[:10]).decode().lower()}"


def address(token: str) -> str:
    """The return path of a mail with this word; empty when mail comes back to its sender."""
    local, _, domain = settings.NEWSLETTER_RETURN_ADDRESS.partition("@")
    return f"{local}+{token}@{domain}" if local else ""


def mark(message: EmailMessage, token: str) -> None:
    """Have this mail come back with the word: as its envelope's sender, or as a note to the provider."""
    if settings.EMAIL_PROVIDER:
        message.metadata = {KEY: token}  # type: ignore[attr-defined]
    elif returns_to := address(token):
        message.extra_headers.setdefault("From", message.from_email)
        message.from_email = returns_to


def token_in(text: str) -> str:
    """The first word in it that is ours, or nothing."""
    for number, found in enumerate(_TOKEN.finditer(text)):
        what = f"{found[1]}{found[2]}".lower()
        if constant_time_compare(_made(what), found[0].lower()):
            return found[0].lower()
        if number == MOST:
            break
    return ""


def found(token: str) -> "tuple[Delivery | Subscriber, datetime | None] | None":
    """What a word of ours stands for, and when that mail left. None when the person was forgotten since."""
    kind, pk = token[:1], int(token[1:].partition(".")[0])
    if kind == "d":
        delivery = Delivery.objects.select_related("subscriber", "issue").filter(pk=pk).first()
        return (delivery, delivery.sent_at) if delivery else None
    record = ConsentRecord.objects.select_related("subscriber").filter(pk=pk).first()
    return (record.subscriber, record.requested_at) if record else None
