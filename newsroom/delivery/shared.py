"""Generations and pages in Redis or Valkey, for processes on several machines: CACHE_URL says where."""

import logging
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING, TypeVar

from newsroom.delivery.generations import Unreachable
from newsroom.delivery.packing import Query, packed, unpacked
from newsroom.delivery.pages import Page

if TYPE_CHECKING:
    from redis import Redis

logger = logging.getLogger(__name__)

GENERATIONS = b"newsroom:generations"  # one hash: when it is lost, it is lost as a whole, and everything is old
PAGES, CLAIMS = "newsroom:page:", "newsroom:claim:"
KEPT_SECONDS = 7 * 86_400
CLAIMED_MS = 5_000  # a process that died while it rendered is waited for no longer
PAUSE = 1.0  # seconds in which nobody asks a server that did not answer
TIMEOUT = 0.5

# Written as one step, so that two purges at once cannot get the same generation. A record that was lost begins anew,
# with everything old: pages know the generation they began at, and none before the record's own counts as known.
RISE = """
local now = tonumber(redis.call('HGET', KEYS[1], 'now') or '0')
local next = math.max(now + 1, tonumber(ARGV[1]))
local text = string.format('%.0f', next)
if now == 0 then redis.call('HSET', KEYS[1], 'base', text) end
for index = 2, #ARGV do redis.call('HSET', KEYS[1], ARGV[index], text) end
redis.call('HSET', KEYS[1], 'now', text)
return text
"""

Result = TypeVar("Result")


class Server:
    """A connection that fails quickly, and then leaves the server alone for a moment."""

    def __init__(self, client: "Redis") -> None:
        self.client = client
        self._silent_until = 0.0

    def ask(self, question: Callable[[], Result]) -> Result:
        """Raises Unreachable when the server does not answer."""
        from redis.exceptions import RedisError

        if time.monotonic() < self._silent_until:
            raise Unreachable
        try:
            return question()
        except (RedisError, OSError) as error:
            self._silent_until = time.monotonic() + PAUSE
            logger.warning("The shared cache does not answer (%s); pages are rendered meanwhile.", type(error).__name__)
            raise Unreachable from error


def server(address: str) -> Server:
    from redis import Redis

    return Server(Redis.from_url(address, socket_timeout=TIMEOUT, socket_connect_timeout=TIMEOUT))


class SharedGenerations:
    """As newsroom.delivery.generations.Generations."""

    def __init__(self, server: Server) -> None:
        self._server = server

    def now(self) -> int:
        found = self._server.ask(lambda: self._server.client.hget(GENERATIONS, "now"))
        return int(found) if found else self.rise(())

    def newest(self, slots: Iterable[int]) -> int:
        names = ["base", *map(str, slots)]
        found = self._server.ask(lambda: self._server.client.hmget(GENERATIONS, names))
        if found[0] is None:
            return self.rise(())
        return max(int(one) for one in found if one)

    def rise(self, slots: Iterable[int]) -> int:
        given = [time.time_ns() // 1000, *slots]
        return int(self._server.ask(lambda: self._server.client.eval(RISE, 1, GENERATIONS, *given)))


class SharedPages:
    """Pages that any process may take over. `release` names the code and settings that rendered them."""

    def __init__(self, server: Server, release: str) -> None:
        self._server = server
        self._prefix = f"{PAGES}{release}:"
        self._claims = f"{CLAIMS}{release}:"

    def get(self, key: str) -> tuple[Page, Query] | None:
        try:
            stored = self._server.ask(lambda: self._server.client.get(self._prefix + key))
        except Unreachable:
            return None
        return unpacked(stored) if isinstance(stored, bytes) else None

    def put(self, key: str, page: Page, query: Query) -> None:
        def write() -> None:
            with self._server.client.pipeline(transaction=False) as pipe:
                pipe.set(self._prefix + key, packed(page, query), ex=KEPT_SECONDS)
                pipe.delete(self._claims + key)
                pipe.execute()

        with suppress(Unreachable):
            self._server.ask(write)

    def claim(self, key: str) -> bool:
        """Whether it is for this process to render the page: True for one of many, and when nobody can tell."""
        try:
            return bool(
                self._server.ask(lambda: self._server.client.set(self._claims + key, 1, nx=True, px=CLAIMED_MS))
            )
        except Unreachable:
            return True

    def release(self, key: str) -> None:
        """Nothing of it is kept, after all: nobody is to wait."""
        with suppress(Unreachable):
            self._server.ask(lambda: self._server.client.delete(self._claims + key))
