"""Signed links. Each purpose has its own salt, so a link for one purpose opens no other door."""

from django.core import signing

CONFIRM_SECONDS = 7 * 86_400
_SEPARATOR = "."


class NoSuchLink(Exception):
    """The link was never ours, or was mangled on its way."""


class LinkExpired(Exception):
    """The link was ours, and too old."""


def _signer(purpose: str) -> signing.TimestampSigner:
    return signing.TimestampSigner(salt=f"newsletter.{purpose}", sep=_SEPARATOR, algorithm="sha256")


def make(purpose: str, pk: int) -> str:
    return _signer(purpose).sign(str(pk))


def read(purpose: str, token: str, *, seconds: int | None = None) -> int:
    """Return the key a token stands for. Raises NoSuchLink, or LinkExpired after `seconds` (None: never expires)."""
    try:
        return int(_signer(purpose).unsign(token, max_age=seconds))
    except signing.SignatureExpired:
        raise LinkExpired from None
    except (signing.BadSignature, ValueError):
        raise NoSuchLink from None
