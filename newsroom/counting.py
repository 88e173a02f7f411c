"""What a page's script tells us to count: whether we believe it. Nothing here is kept about who told us.

A count names a thing, never a person: no cookie, no identifier, no address. To see a flood, a process remembers for one
minute how often each network spoke, under a hash whose key nobody knows and which is thrown away with the minute.
"""

import re
import secrets
import threading
import time
from collections import Counter
from hashlib import blake2b

from django.http import HttpRequest, HttpResponse

from newsroom.middleware import client_address
from newsroom.origin import is_own
from newsroom.whence import network_of

MINUTE = 60.0  # seconds
MOST_OF_A_NETWORK = 600  # counts a minute and process; a mobile network or an office shares one address
MOST_OF_ONE_THING = 30  # of these for the same thing
MOST_REMEMBERED = 200_000  # networks and things in a minute; above that it is an attack, and nothing is counted

# Programs that say what they are; Cubot is a maker of phones. One that calls itself a browser is taken for one.
_PROGRAM = re.compile(
    r"(?<!cu)bot\b|crawl|spider|slurp|scan|monitor|preview|fetch|lighthouse|pagespeed|facebookexternalhit"
    r"|curl|wget|python|java/|ruby|perl|php|go-http|okhttp|axios|node|libwww|httpclient|feed",
    re.IGNORECASE,
)


def is_program(request: HttpRequest) -> bool:
    """Whether it says that no person looks at it: a crawler, a previewer, a tool; or says nothing of itself."""
    said = request.headers.get("User-Agent", "")
    return not said or _PROGRAM.search(said) is not None


class Floods:
    """How often each network spoke within this minute. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._forget_at = 0.0
        self._key = b""
        self._spoken: Counter[bytes] = Counter()

    def may(self, network: str, thing: str, most: int = MOST_OF_ONE_THING) -> bool:
        """Count one for this network and thing; False when it has had `most`, or too many for all things together."""
        with self._lock:
            now = time.monotonic()
            if now >= self._forget_at:
                self._forget_at, self._key, self._spoken = now + MINUTE, secrets.token_bytes(32), Counter()
            if len(self._spoken) > MOST_REMEMBERED:
                return False
            whole, part = self._hash(network), self._hash(f"{network} {thing}")
            self._spoken[whole] += 1
            if self._spoken[whole] > max(most, MOST_OF_A_NETWORK):
                return False
            self._spoken[part] += 1
            return self._spoken[part] <= most

    def _hash(self, text: str) -> bytes:
        return blake2b(text.encode(), key=self._key, digest_size=16).digest()


FLOODS = Floods()


def counts(request: HttpRequest, thing: str) -> bool:
    """Whether what one of our own pages says in a reader's browser is to be counted."""
    return is_own(request) and not is_program(request) and may(request, thing)


def may(request: HttpRequest, thing: str, most: int = MOST_OF_ONE_THING) -> bool:
    """Whether the network it comes from has not said so too often within this minute."""
    return FLOODS.may(network_of(client_address(request)), thing, most)


def thanks() -> HttpResponse:
    """The answer, whether it was counted or not: a reader's page has nothing to do about it."""
    response = HttpResponse(status=204)
    response["Cache-Control"] = "no-store"
    return response
