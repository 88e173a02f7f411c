"""Finished pages as files, so that of several processes on one machine each takes over what another has rendered.

A file may be old: whoever reads it asks the generations, as for a page in memory. So nothing need be deleted in time.
"""

import hashlib
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from newsroom.delivery.packing import Query, packed, unpacked
from newsroom.delivery.pages import Page

CLAIMED = 5.0  # seconds; a process that died while it rendered is waited for no longer
TIDY_EVERY = 600.0  # seconds
UNUSED = 86_400.0  # seconds after which a file goes
MOST_BYTES = 512 * 1024 * 1024  # of files; the oldest go


class LocalPages:
    """As newsroom.delivery.page_cache.SharedPages. A disk that is full keeps nothing, and nobody notices."""

    def __init__(self, release: str) -> None:
        self._directory = root() / release

    def get(self, key: str) -> tuple[Page, Query] | None:
        try:
            return unpacked(self._place(key).read_bytes())
        except OSError:
            return None

    def put(self, key: str, page: Page, query: Query) -> None:
        place = self._place(key)
        half = place.with_name(f"{place.name}.{uuid4().hex}")
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            half.write_bytes(packed(page, query))
            half.replace(place)
        except OSError:
            with suppress(OSError):
                half.unlink()
        self.release(key)

    def claim(self, key: str) -> bool:
        """Whether it is for this process to render the page: True for one of many, and when nobody can tell."""
        claim = self._claim(key)
        try:
            claim.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(claim, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        except FileExistsError:
            with suppress(OSError):
                if time.time() - claim.stat().st_mtime > CLAIMED:
                    os.utime(claim)  # its process died; now it is ours
                    return True
                return False
        except OSError:
            return True
        return True

    def release(self, key: str) -> None:
        """Nobody is to wait any more."""
        with suppress(OSError):
            self._claim(key).unlink()

    def _place(self, key: str) -> Path:
        name = hashlib.blake2b(key.encode(), digest_size=16).hexdigest()
        return self._directory / name[:2] / name

    def _claim(self, key: str) -> Path:
        return self._place(key).with_suffix(".claim")


def begin_anew() -> None:
    """A server that starts takes nothing over: whatever was done to the database meanwhile, a restart puts it right."""
    shutil.rmtree(root(), ignore_errors=True)


def root() -> Path:
    return Path(settings.DATA_DIR) / "pages"


def tidy() -> int:
    """For the worker: now and then remove files that nobody has made anew for a day, and the oldest of too many."""
    stamp = root() / "tidied"
    with suppress(OSError):
        if time.time() - stamp.stat().st_mtime < TIDY_EVERY:
            return 0
    if not root().is_dir():
        return 0
    stamp.touch()
    found = []
    for file in root().glob("*/*/*"):
        with suppress(OSError):
            known = file.stat()
            found.append((known.st_mtime, known.st_size, file))
    room = MOST_BYTES
    for made, size, file in sorted(found, reverse=True):  # the newest first
        room -= size
        if room < 0 or made < time.time() - UNUSED:
            with suppress(OSError):
                file.unlink()
    return 0
