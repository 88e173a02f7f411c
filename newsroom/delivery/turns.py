"""Who may render now. After a purge a hundred pages may be wanted at once; those that most readers wait for come first.

All together, the first would be there with the last. And threads are left for who wants what is kept.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LONGEST = 0.5  # seconds to wait for a turn: who holds it for so long waits for something itself, a database perhaps


class Rendering:
    """A page that somebody renders. `readers` wait for it, besides the one whose request does it."""

    def __init__(self) -> None:
        self.readers = 0
        self._done = threading.Event()

    def wait(self, seconds: float) -> None:
        self.readers += 1
        self._done.wait(seconds)

    def end(self) -> None:
        self._done.set()


class Turns:
    """So many renderings at a time."""

    def __init__(self, at_once: int) -> None:
        self._free = at_once
        self._waiting: list[Rendering] = []
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, rendering: Rendering) -> Iterator[None]:
        until = time.monotonic() + LONGEST
        with self._changed:
            self._waiting.append(rendering)
            while (self._free < 1 or self._next() is not rendering) and time.monotonic() < until:
                self._changed.wait(max(0.0, until - time.monotonic()))
            self._waiting.remove(rendering)
            self._free -= 1
        try:
            yield
        finally:
            with self._changed:
                self._free += 1
                self._changed.notify_all()

    def _next(self) -> Rendering:
        """The one most wanted; of several the one that has waited longest."""
        return max(self._waiting, key=lambda one: one.readers)
