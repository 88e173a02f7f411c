"""A signature under our mail (DKIM, RFC 6376), with a key of the publisher's: receivers see that it is ours, unchanged.

rsa-sha256, which every receiver knows; the head in relaxed form, the body as it is.
"""

import re
import time
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from django.conf import settings

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

SHORTEST = 1024  # bits; receivers take no shorter key for a signature (RFC 8301)
SIGNED = (
    *("from", "to", "subject", "date", "message-id", "reply-to", "mime-version", "content-type"),
    *("list-id", "list-unsubscribe", "list-unsubscribe-post", "precedence", "feedback-id", "auto-submitted"),
)
# Named once more than they stand there: a second one, put in on the way, breaks the signature.
ONLY_ONCE = ("from", "to", "subject", "date", "reply-to")
_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]*:([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)", re.MULTILINE)
_SPACE = re.compile(rb"[ \t\r\n]+")


def key(text: str) -> str:
    """A private RSA key as PEM; line breaks may be written as \\n. Raises ValueError with a sentence."""
    pem = text.replace("\\n", "\n").strip() + "\n"
    _loaded(pem)
    return pem


def _loaded(pem: str) -> "RSAPrivateKey":
    from cryptography.exceptions import UnsupportedAlgorithm  # only who signs pays for loading it
    from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    try:
        loaded = load_pem_private_key(pem.encode(), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise ValueError("This is not a private key in PEM form without a password.") from None
    if not isinstance(loaded, RSAPrivateKey):
        raise ValueError("This is not an RSA key; other kinds are not understood by every receiver.")
    if loaded.key_size < SHORTEST:
        raise ValueError(f"The key has {loaded.key_size} bits; receivers take none below {SHORTEST}. Use 2048.")
    return loaded


class Signer:
    def __init__(self, pem: str, selector: str, domain: str) -> None:
        self._key, self._selector, self._domain = _loaded(pem), selector, domain

    def line(self, message: bytes) -> bytes:
        """The DKIM-Signature of a message with line ends of the wire, as a line of its head."""
        from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
        from cryptography.hazmat.primitives.hashes import SHA256

        head, _, body = message.partition(b"\r\n\r\n")
        fields = {name.lower(): value for name, value in _FIELD.findall(head)}
        names = [name for name in SIGNED if name.encode() in fields]
        relaxed = [name.encode() + b":" + _SPACE.sub(b" ", fields[name.encode()]).strip() for name in names]
        digest = b64encode(sha256(body.rstrip(b"\r\n") + b"\r\n").digest()).decode()
        unsigned = (
            f"v=1; a=rsa-sha256; c=relaxed/simple; d={self._domain}; s={self._selector}; t={int(time.time())};\r\n"
            f" h={':'.join([*names, *ONLY_ONCE])};\r\n bh={digest};\r\n b="
        ).encode()
        own = b"dkim-signature:" + _SPACE.sub(b" ", unsigned)
        signature = b64encode(self._key.sign(b"\r\n".join([*relaxed, own]), PKCS1v15(), SHA256()))
        folded = b"\r\n ".join(signature[at : at + 72] for at in range(0, len(signature), 72))
        return b"DKIM-Signature: " + unsigned + folded + b"\r\n"


@lru_cache(maxsize=4)
def _signer(pem: str, selector: str, domain: str) -> Signer:
    return Signer(pem, selector, domain)


def signer(domain: str) -> Signer | None:
    """Whoever signs mail of this domain, unless the settings name another; None where nothing is signed."""
    if not settings.DKIM_KEY:
        return None
    return _signer(settings.DKIM_KEY, settings.DKIM_SELECTOR, settings.DKIM_DOMAIN or domain)
