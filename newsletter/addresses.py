"""E-mail addresses as readers type them: checked, and brought to the one form that is stored."""

import unicodedata

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.crypto import salted_hmac

MALFORMED = "Please enter an e-mail address like name@example.org."
LONGEST = 254  # characters; longer ones cannot be delivered (RFC 5321)
_DOTS_IGNORED = {"gmail.com", "googlemail.com"}


def normalised(text: str) -> str:
    """Return the address as it is stored: lower case, its domain in ASCII. Raises ValidationError with a sentence.

    Whatever could become a second header or a second recipient is refused, never repaired.
    """
    if any(unicodedata.category(sign)[0] == "C" for sign in text) or "\u2028" in text or "\u2029" in text:
        raise ValidationError(MALFORMED, code="invalid")
    local, at, domain = unicodedata.normalize("NFC", text.strip()).lower().rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        raise ValidationError(MALFORMED, code="invalid") from None
    address = f"{local}{at}{domain}"
    if not 0 < len(local) <= 64 or len(address) > LONGEST or '"' in local or "." not in domain or domain[0] == "[":
        raise ValidationError(MALFORMED, code="invalid")
    try:
        validate_email(address)
    except ValidationError:
        raise ValidationError(MALFORMED, code="invalid") from None
    return address


def domain_of(text: str) -> str:
    """A domain as stored addresses have it, from a domain or an address. Raises ValidationError with a sentence."""
    try:
        return normalised("a@" + text.strip().rpartition("@")[2]).rpartition("@")[2]
    except ValidationError:
        raise ValidationError("Please enter a domain like example.org.", code="invalid") from None


def mailbox(address: str) -> str:
    """The mailbox behind a stored address, for counting only: name+tag@ reaches the same person as name@."""
    local, _, domain = address.rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '') if domain in _DOTS_IGNORED else local}@{domain}"


def fingerprint(address: str, purpose: str) -> str:
    """A keyed hash: the same address is known again, and nobody can read or guess it without the site's secret."""
    return salted_hmac(f"newsletter.{purpose}", address, algorithm="sha256").hexdigest()


def masked(address: str) -> str:
    """Enough for its owner to know it again: m…@example.org."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"
