"""Counts that come faster than anybody needs them: gathered in this process, and written together."""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Generic, TypeVar

from django.db import Error, connection, transaction

logger = logging.getLogger(__name__)

PAUSE = 2.0  # seconds between two writings; a process that is killed loses what came in them
MOST = 5_000  # different things in one writing; what comes beyond is not counted

Key = TypeVar("Key", bound=Hashable)


class Tally(Generic[Key]):
    """How often each thing happened, given to `write` a moment later: the first at once, then at most every PAUSE.

    `write` runs in a transaction and a thread of its own, so nobody who causes a count ever waits for the database.
    While that is away, what was counted is kept for the next time. A process that ends waits for what is not written.
    """

    def __init__(self, write: Callable[[Mapping[Key, int]], None]) -> None:
        self._write = write
        self._counts: Counter[Key] = Counter()
        self._lock = threading.Lock()
        self._is_due = False
        self._written_at = -PAUSE  # of the monotonic clock

    def add(self, key: Key) -> None:
        """Count one. Safe from any thread."""
        with self._lock:
            self._count(key, 1)
            if self._is_due or not self._counts:
                return
            self._is_due = True
            pause = max(0.0, self._written_at + PAUSE - time.monotonic())
        try:
            later(pause, self.write_down)
        except RuntimeError:  # the process is ending, or has all the threads it may have
            self.write_down()

    def write_down(self) -> None:
        """Write what was counted, now and in this thread."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            self._is_due, self._written_at = False, time.monotonic()
        if not counts:
            return
        try:
            with transaction.atomic():
                self._write(counts)
        except Error:
            logger.warning("%d counts wait: the database does not take them.", counts.total(), exc_info=True)
            with self._lock:
                for key, number in counts.items():
                    self._count(key, number)

    def _count(self, key: Key, number: int) -> None:
        if key in self._counts or len(self._counts) < MOST:
            self._counts[key] += number


def later(seconds: float, act: Callable[[], None]) -> None:
    """Call it after so many seconds, in a thread that a process which ends waits for."""
    timer = threading.Timer(seconds, _with_connection, [act])
    timer.daemon = False  # as threads of the web server are, and so those they start: nobody waits for such
    timer.start()


def _with_connection(act: Callable[[], None]) -> None:
    """A thread's connection to the database is its own, and would stay open."""
    try:
        act()
    finally:
        connection.close()
