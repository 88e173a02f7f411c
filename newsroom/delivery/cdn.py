"""Telling the caches in front to forget pages by their surrogate keys.

Each is asked as its maker's manual says, over HTTP and within five seconds. What a NotPurged says may be logged and
shown: it holds no token.
"""

import http.client
import json
import re
import ssl
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar
from urllib.parse import parse_qsl, unquote, urlsplit

from django.conf import settings

TIMEOUT = 5.0  # seconds
MOST_BYTES = 64 * 1024  # of an answer; what they say is short
HEADER_LETTERS = 7_000  # of keys in one header: Varnish takes a header of 8 KiB
EVERYTHING = "everything"  # the key that deploy/varnish.vcl gives every page besides its own
FORMS = "varnish://HOST:PORT, fastly://TOKEN@SERVICE or cloudflare://TOKEN@ZONE"


class NotPurged(Exception):
    """A cache did not forget. `retry_after`: seconds it asked us to wait; None when it named none."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


class Cache(ABC):
    """One cache in front. Its name says which, without a secret; purging raises NotPurged and may be repeated."""

    MOST_KEYS: ClassVar[int]  # that it takes in one request

    @property
    @abstractmethod
    def name(self) -> str: ...

    def purge(self, keys: Sequence[str]) -> None:
        for some in batches(keys, self.MOST_KEYS):
            self.purge_at_once(some)

    @abstractmethod
    def purge_at_once(self, keys: Sequence[str]) -> None: ...

    @abstractmethod
    def purge_all(self) -> None: ...


def caches() -> list[Cache]:
    """The caches that PURGE_URLS names."""
    found: list[Cache] = settings.PURGE_URLS
    return found


@dataclass(frozen=True)
class Varnish(Cache):
    """Varnish with deploy/varnish.vcl, or any that purges by vmod xkey when asked so."""

    address: str
    MOST_KEYS = 256

    @property
    def name(self) -> str:
        return f"varnish {self.address}"

    def purge_at_once(self, keys: Sequence[str]) -> None:
        ask(self.name, f"http://{self.address}", "PURGE", "/", {"xkey-purge": " ".join(keys)})

    def purge_all(self) -> None:
        self.purge_at_once([EVERYTHING])


@dataclass(frozen=True)
class Fastly(Cache):
    token: str = field(repr=False)
    service: str
    api: str = "https://api.fastly.com"
    MOST_KEYS = 256

    @property
    def name(self) -> str:
        return f"fastly {self.service}"

    def purge_at_once(self, keys: Sequence[str]) -> None:
        self._ask("purge", {"Surrogate-Key": " ".join(keys)})

    def purge_all(self) -> None:
        self._ask("purge_all", {})

    def _ask(self, what: str, headers: dict[str, str]) -> None:
        headers |= {"Fastly-Key": self.token, "Accept": "application/json"}
        ask(self.name, self.api, "POST", f"/service/{self.service}/{what}", headers)


@dataclass(frozen=True)
class Cloudflare(Cache):
    token: str = field(repr=False)
    zone: str
    api: str = "https://api.cloudflare.com"
    MOST_KEYS = 30

    @property
    def name(self) -> str:
        return f"cloudflare {self.zone}"

    def purge_at_once(self, keys: Sequence[str]) -> None:
        self._ask({"tags": list(keys)})

    def purge_all(self) -> None:
        self._ask({"purge_everything": True})

    def _ask(self, what: dict[str, Any]) -> None:
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        path = f"/client/v4/zones/{self.zone}/purge_cache"
        answer = ask(self.name, self.api, "POST", path, headers, json.dumps(what).encode())
        try:
            done = json.loads(answer)["success"] is True
        except (ValueError, LookupError, TypeError):
            done = False
        if not done:
            raise NotPurged(f"{self.name} answered, but not that it was done.")


def batches(keys: Sequence[str], most: int) -> Iterator[list[str]]:
    """The keys, at most so many at once, and no more letters than a header may have."""
    some: list[str] = []
    letters = 0
    for key in keys:
        if some and (len(some) == most or letters + len(key) + 1 > HEADER_LETTERS):
            yield some
            some, letters = [], 0
        some.append(key)
        letters += len(key) + 1
    if some:
        yield some


def ask(name: str, api: str, method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """Send one request and return what was answered. Raises NotPurged unless the status says that it was done."""
    parts = urlsplit(api)
    line: http.client.HTTPConnection
    if parts.scheme == "https":
        line = http.client.HTTPSConnection(parts.netloc, timeout=TIMEOUT, context=ssl.create_default_context())
    else:
        line = http.client.HTTPConnection(parts.netloc, timeout=TIMEOUT)
    try:
        line.request(method, parts.path.rstrip("/") + path, body, headers)
        response = line.getresponse()
        answer = response.read(MOST_BYTES)
    except TimeoutError:
        raise NotPurged(f"{name} did not answer within {TIMEOUT:g} seconds.") from None
    except (OSError, http.client.HTTPException) as error:
        raise NotPurged(f"{name} cannot be reached: {getattr(error, 'strerror', None) or repr(error)}.") from None
    finally:
        line.close()
    if 200 <= response.status < 300:
        return answer
    raise NotPurged(f"{name} {complaint(response.status)}", seconds(response.headers.get("Retry-After", "")))


def complaint(status: int) -> str:
    if status in (401, 403):
        return f"refused ({status}): look at the token in PURGE_URLS, or at the purgers that Varnish allows."
    if status == 429:
        return "wants us to ask less often (429)."
    if status >= 500:
        return f"is in trouble ({status})."
    return f"does not take purges at this address ({status}): look at PURGE_URLS."


def seconds(retry_after: str) -> float | None:
    """The pause that a Retry-After header asks for, as seconds or as a date; None when it says neither."""
    if re.fullmatch(r"\d{1,9}", retry_after.strip()):
        return float(retry_after)
    try:
        date = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0.0, (date.replace(tzinfo=date.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def in_front(text: str) -> list[Cache]:
    """The caches of addresses separated by spaces or commas. Raises ValueError, which repeats no token."""
    return [
        cache_at(address, number)
        for number, address in enumerate(re.split(r"[\s,]+", text.strip(" \t\r\n,")), 1)
        if address
    ]


def cache_at(address: str, number: int) -> Cache:
    try:
        parts = urlsplit(address)
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query)))
        token, _, place = (unquote(part) for part in parts.netloc.rpartition("@"))
        port = urlsplit(f"//{place}").port
    except ValueError:
        raise ValueError(f"address {number} is not like {FORMS}.") from None
    if parts.path not in ("", "/") or parts.fragment:
        raise ValueError(f"address {number} goes on after its host; it is like {FORMS}.")
    if parts.scheme == "varnish":
        if token or options or not re.fullmatch(r"([A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(:\d+)?", place):
            raise ValueError(f"address {number} is not like varnish://127.0.0.1:6081.")
        return Varnish(place if port else f"{place}:6081")
    kinds: dict[str, type[Fastly] | type[Cloudflare]] = {"fastly": Fastly, "cloudflare": Cloudflare}
    if parts.scheme not in kinds:
        raise ValueError(f"address {number} is not like {FORMS}.")
    if not re.fullmatch(r"[\x21-\x7e]+", token) or not re.fullmatch(r"[A-Za-z0-9_-]+", place):
        raise ValueError(f"address {number} is not like {FORMS}: a token without spaces, and what it is for.")
    if set(options) - {"api"} or not re.match(r"https?://[^/@]+(/|$)", options.get("api", "http://api")):
        raise ValueError(f"address {number} has an option that is not like ?api=https://proxy.example.")
    return kinds[parts.scheme](token, place, **options)
