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
        is_counted = self._take(rendering)
        try:
            yield
        finally:
            if is_counted:
                self._pass_on()

    def _take(self, rendering: Rendering) -> bool:
        """Wait for a turn. False when it took too long: then it is not one of those that are counted."""
        until = time.monotonic() + LONGEST
        with self._changed:
            if self._free:
                self._free -= 1
                return True
            self._waiting.append(rendering)
            while rendering in self._waiting:
                if not self._changed.wait(max(0.0, until - time.monotonic())) and rendering in self._waiting:
                    self._waiting.remove(rendering)
                    return False
            return True

    def _pass_on(self) -> None:
        """Give the turn to the one most wanted, of several to the one that has waited longest. It is chosen here, once:
        readers come all the time, and those who wait could each take another for the next."""
        with self._changed:
            if self._waiting:
                self._waiting.remove(max(self._waiting, key=lambda one: one.readers))
                self._changed.notify_all()
            else:
                self._free += 1
