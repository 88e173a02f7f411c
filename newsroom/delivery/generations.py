"""When was anything under a key last changed? Asked by every request, so the answer lies in memory all processes share.

A generation is a moment in microseconds since 1970, made to rise with every purge. A page remembers the generation at
which its rendering began; it is old as soon as one of its keys has a later one. Nothing has to find the pages of a key,
and a page that was being rendered while its key was purged is old before it is finished.
"""

import fcntl
import mmap
import os
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

SLOTS = 1 << 18  # 2 MiB; keys that share a slot are purged together, of 1,000 pages two or three for one purge
_NOW, _BASE, _FIRST = 0, 1, 8  # places in the file, in words of eight bytes


class Unreachable(Exception):
    """Nobody knows what was purged: nothing that is kept may be served."""


class Generations(Protocol):
    def now(self) -> int:
        """The generation of the last purge of all. Raises Unreachable, as the others do."""

    def newest(self, slots: Iterable[int]) -> int:
        """The latest generation among these slots; never earlier than the beginning of this record."""

    def rise(self, slots: Iterable[int]) -> int:
        """Make everything under these slots old, for every process. Returns the new generation."""


def slot(key: str) -> int:
    """The place of a surrogate key, the same in every process."""
    return zlib.crc32(key.encode()) % SLOTS


def following(last: int) -> int:
    """The generation after `last`: the clock's, or one more where the clock was set back."""
    return max(last + 1, time.time_ns() // 1000)


class SharedMemory:
    """Generations in a file that every process of this machine has mapped. Reading costs as much as a variable."""

    def __init__(self, path: Path) -> None:
        self._path = path
        size = (_FIRST + SLOTS) * 8
        with self._alone() as file:
            os.posix_fallocate(file, 0, size)  # a full disk says so here, and not by a signal later on
            self._words = memoryview(mmap.mmap(file, size)).cast("Q")
            if not self._words[_BASE]:
                self._words[_BASE] = self._words[_NOW] = following(0)

    def now(self) -> int:
        return self._words[_NOW]

    def newest(self, slots: Iterable[int]) -> int:
        words = self._words
        return max((words[_FIRST + one] for one in slots), default=0) or words[_BASE]

    def rise(self, slots: Iterable[int]) -> int:
        with self._alone():
            generation = following(self._words[_NOW])
            for one in slots:
                self._words[_FIRST + one] = generation
            self._words[_NOW] = generation  # last: who sees it sees the slots
        return generation

    @contextmanager
    def _alone(self) -> Iterator[int]:
        """Keep other writers out. The file is opened anew: threads and forks that shared one would share its lock."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
        finally:
            fcntl.flock(file, fcntl.LOCK_UN)  # closing is not enough: the mapping holds a copy of the descriptor
            os.close(file)
