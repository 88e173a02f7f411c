"""Settings come from declared environment variables; anything else stops the start with a sentence."""

import difflib
import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

REQUIRED: Any = object()
MAILBOX = "It must be like imaps://user:password@host/INBOX; signs such as @ in the name or password as %40."
_DNS_NAME = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,62})(\.[a-z0-9_][a-z0-9_-]{0,62})*")
_LOCAL = re.compile(r"[a-z0-9._-]{1,20}")


class Variable(NamedTuple):
    default: Any
    help: str


class Mailbox(NamedTuple):
    tls: bool  # from the first byte; otherwise STARTTLS
    host: str
    port: int
    user: str
    password: str
    folder: str


DECLARED: dict[str, Variable] = {}


def env(name: str, default: Any = REQUIRED, *, help: str, parse: Callable[[str], Any] = str) -> Any:
    """Return NAME from the environment, or the text of the file that NAME_FILE points at.

    Raises ImproperlyConfigured, naming the variable, when it is required and unset, unreadable or malformed.
    """
    DECLARED[name] = Variable(default, help)  # a test checks docs/settings.md against this
    try:
        if path := os.environ.get(f"{name}_FILE"):
            return parse(Path(path).read_text().strip())
        if name in os.environ:
            return parse(os.environ[name])
    except (OSError, ValueError, ImproperlyConfigured) as error:
        raise ImproperlyConfigured(f"{name}: {error}") from error
    if default is REQUIRED:
        raise ImproperlyConfigured(f"Set {name}: {help}")
    return default


def boolean(text: str) -> bool:
    values = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    try:
        return values[text.strip().lower()]
    except KeyError:
        raise ValueError(f"“{text}” is neither true nor false.") from None


def words(text: str) -> list[str]:
    """Comma-separated words, empty ones dropped."""
    return [word.strip() for word in text.split(",") if word.strip()]


def origin(text: str) -> str:
    """An address without path, such as https://example.org; no slash at the end."""
    scheme, separator, host = text.strip().rstrip("/").partition("://")
    if scheme not in {"http", "https"} or not separator or not host or "/" in host:
        raise ValueError(f"“{text}” is not an address like https://example.org.")
    return f"{scheme}://{host}"


def whole(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise ValueError(f"“{text}” is not a whole number.") from None
    if number < 0:
        raise ValueError(f"“{text}” is below zero.")
    return number


def rates(text: str) -> dict[str, int]:
    """Domains and how many a second, such as gmail.com=10,outlook.com=5."""
    found = {}
    for word in words(text):
        domain, separator, rate = word.lower().partition("=")
        if not separator or "." not in domain or not rate.strip().isdecimal() or int(rate) == 0:
            raise ValueError(f"“{word}” is not a domain and a number a second, such as gmail.com=10.")
        found[domain.strip()] = int(rate)
    return found


def dns_name(text: str) -> str:
    """A name of the DNS in ASCII, such as example.org or a label of one."""
    name = text.strip().rstrip(".").lower()
    if name and not _DNS_NAME.fullmatch(name):
        raise ValueError(f"“{text}” is not a name like example.org.")
    return name


def return_address(text: str) -> str:
    """An e-mail address that words can be put into behind a plus sign."""
    local, _, domain = text.strip().lower().rpartition("@")
    if text.strip() and (not _LOCAL.fullmatch(local) or "." not in domain or not _DNS_NAME.fullmatch(domain)):
        raise ValueError(f"“{text}” is not an address like returns@example.org, with at most 20 signs before the @.")
    return text.strip().lower()


def mailbox(text: str) -> Mailbox | None:
    """A mailbox that is read by IMAP. What is wrong with it is said without the address, which holds a password."""
    if not text.strip():
        return None
    try:
        parts = urlsplit(text.strip())
        port = parts.port or (993 if parts.scheme == "imaps" else 143)
    except ValueError:
        raise ValueError(MAILBOX) from None
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or not parts.username or not parts.password:
        raise ValueError(MAILBOX)
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if any(ord(sign) < 32 or ord(sign) > 126 or sign in '"\\' for sign in folder):
        raise ValueError("The folder’s name may have no quotation mark, and signs of ASCII only.")
    return Mailbox(
        parts.scheme == "imaps", parts.hostname, port, unquote(parts.username), unquote(parts.password), folder
    )


def refuse_misspelt() -> None:
    """Stop for a variable that nobody declared but that looks like one of ours: it would be ignored in silence."""
    for name in os.environ:
        plain = name.removesuffix("_FILE")
        if plain in DECLARED or len(plain) < 6:
            continue
        if near := difflib.get_close_matches(plain, DECLARED, n=1, cutoff=0.88):
            raise ImproperlyConfigured(f"{name} is not a setting. Did you mean {near[0]}?")
