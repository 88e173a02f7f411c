"""Finished pages as plain files, which nginx gives to readers by itself: PAGE_FILES switches them on.

nginx does not ask whether such a file is still true, so it goes in the moment its page is purged. Before a page becomes
a file, its name is entered under each of its slots; a purge removes what is entered under its own. Both hold one lock,
and a page is looked at once more inside of it: no purge lies between the look and the file, and none misses it. Either
may be killed at any point. Entries come before files and go after them, and a purge stays due until it is done.
"""

import fcntl
import logging
import os
import re
import shutil
import time
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from queue import PriorityQueue
from threading import Lock, Thread
from uuid import uuid4

from django.conf import settings

from newsroom.delivery.generations import Generations, Unreachable, slot
from newsroom.delivery.pages import SECOND, Page
from newsroom.delivery.shown import EVERYTHING

logger = logging.getLogger(__name__)

# A file by each encoding, named as nginx looks for it. All are there from the beginning: who takes Brotli would else
# get gzip for as long as nobody has asked the application for Brotli.
NAMES = {"br": "index.html.br", "gzip": "index.html.gz", "": "index.html"}
PATH = re.compile(r"/(?:[a-z0-9_-]+/)*")
LONGEST = 200  # letters of a path: its entries are names of files
# What deploy/nginx.conf says of every file, beside what it says of this one. A page that says anything else is none.
SAID = {
    *("cache-control", "content-security-policy", "content-type", "cross-origin-opener-policy", "permissions-policy"),
    *("cross-origin-resource-policy", "referrer-policy", "server", "strict-transport-security"),
    *("x-content-type-options", "x-frame-options"),
}
FOR_CACHES = {"surrogate-key", "cache-tag"}  # taken off before readers
GONE = "gone-"  # before the names of folders that nobody reads any more
LEAST_LEFT = 600.0  # seconds that a page must be true for yet
MINUTE = 60
TIDY_EVERY = 600.0  # seconds
MOST_BYTES = 512 * 1024 * 1024  # of files; the oldest go


def root() -> Path:
    return Path(settings.DATA_DIR) / "front"


class PageFiles:
    """Has pages written, in a thread: no reader waits for it, and one request is enough. Caches in front ask once.

    A disk that is full keeps none, and nobody notices. `cache_control` is what nginx says of each.
    """

    def __init__(self, generations: Generations, cache_control: str) -> None:
        self._generations, self._cache_control = generations, cache_control
        self._waiting: PriorityQueue[tuple[float, int, str, Page]] = PriorityQueue()
        self._numbers = count()
        self._writer: Thread | None = None
        self._starting = Lock()
        with suppress(OSError):
            folder(root())

    def add(self, path: str, page: Page) -> None:
        """Have this page as files, if it may be, as soon as no other can get the same Last-Modified."""
        if not self._may_be_file(path, page):
            return
        self._waiting.put((page.changed // SECOND + 1, next(self._numbers), path, page))
        with self._starting:
            if self._writer is None:  # not before the first page: processes are forked from one that serves none
                self._writer = Thread(target=self._write_all, daemon=True)
                self._writer.start()

    def _write_all(self) -> None:
        while True:
            due, _, path, page = self._waiting.get()
            while (early := due - time.time()) > 0:
                time.sleep(min(early, 1.0))  # the clock may be set
            try:
                self.put(path, page)
            except Exception:
                logger.exception("%s is not kept as a file.", path)

    def put(self, path: str, page: Page) -> None:
        """Write this page, if it is still good."""
        texts = {encoding: page.body(encoding) for encoding in NAMES}
        with suppress(OSError, Unreachable), alone():
            if self._generations.newest(page.slots) <= page.began and not is_there(path, page):
                write(path, page, texts)

    def _may_be_file(self, path: str, page: Page) -> bool:
        """Whether nginx, with the headers it gives to every page and no other, says what the application would."""
        said = {name.lower(): value for name, value in page.headers}
        return (
            page.status.startswith("200")
            and len(path) <= LONGEST
            and PATH.fullmatch(path) is not None
            and said.keys() <= SAID | FOR_CACHES
            and said.get("content-type") == "text/html; charset=utf-8"
            and said.get("cache-control") == self._cache_control
            and page.is_worth_compressing  # shorter ones have no forms, and do not say that they vary
            and page.until - time.time() > LEAST_LEFT
        )


def is_there(path: str, page: Page) -> bool:
    """Whether another process has written it."""
    try:
        return (root() / "pages" / path.strip("/") / NAMES[""]).stat().st_mtime == page.changed // SECOND
    except FileNotFoundError:
        return False


def write(path: str, page: Page, texts: dict[str, bytes]) -> None:
    """Enter the page under its slots and its time, then put its files there. The lock is held."""
    under = [root() / "keys" / str(one) for one in page.slots]
    if page.until != float("inf"):
        under.append(root() / "until" / str(int(page.until) // MINUTE))
    enter(path.replace("/", ","), under)
    place = folder(root() / "pages", path)
    for encoding, text in texts.items():
        half = folder(root() / "unfinished") / uuid4().hex
        try:
            half.write_bytes(text)
            half.chmod(0o644)
            os.utime(half, (page.changed // SECOND,) * 2)  # nginx makes Last-Modified and ETag of it
            half.replace(place / NAMES[encoding])
        except OSError:
            half.unlink(missing_ok=True)
            raise


def enter(name: str, under: list[Path]) -> None:
    """One empty file with this name, in all of these folders."""
    first, *others = (folder(one) / name for one in under)
    first.touch()
    for other in others:
        with suppress(FileExistsError):
            other.hardlink_to(first)


def forget(slots: Collection[int]) -> None:
    """Remove every page under these slots, which have risen. Raises OSError when one may still be there.

    Whether this process is to write files does not matter: another may have written them.
    """
    if not root().is_dir():
        return
    if slot(EVERYTHING) in slots:
        begin_anew()
        return
    with alone():
        for one in slots:
            remove_all(root() / "keys" / str(one))


def begin_anew() -> None:
    """As when a server starts: nothing is left of what was there. It goes in one step; the worker does the rest."""
    if not root().is_dir():
        return
    with alone():
        for name in ("pages", "keys", "until"):
            with suppress(FileNotFoundError):
                (root() / name).rename(root() / f"{GONE}{uuid4().hex}")


def tidy() -> int:
    """For the worker: remove pages whose time runs out within a minute, and now and then the oldest of too many."""
    for gone in root().glob(f"{GONE}*"):
        shutil.rmtree(gone, ignore_errors=True)
    with suppress(FileNotFoundError):
        for minute in list((root() / "until").iterdir()):
            if int(minute.name) * MINUTE <= time.time() + MINUTE:
                with alone():
                    remove_all(minute)
    with suppress(OSError):
        stamp = root() / "tidied"
        if stamp.exists() and time.time() - stamp.stat().st_mtime < TIDY_EVERY:
            return 0
        if root().is_dir():
            stamp.touch()
            remove_oldest()
            remove_leftovers()
    return 0


def remove_oldest() -> None:
    """Files are bounded in bytes. One that goes before its time is sent by the application."""
    found = []
    for directory, _, names in os.walk(root() / "pages"):
        place = Path(directory)
        with suppress(OSError):
            known = [(place / name).stat() for name in names]
            if known:
                found.append((max(one.st_ctime for one in known), sum(one.st_size for one in known), place))
    room = MOST_BYTES
    for _, size, place in sorted(found, reverse=True):  # the newest first
        room -= size
        if room < 0:
            with alone():
                remove_files(place)


def remove_leftovers() -> None:
    """Entries of pages that are gone, empty folders, and halves that killed processes left."""
    for folders in (root() / "keys", root() / "until"):
        for under in list(folders.iterdir()) if folders.is_dir() else []:
            with alone(), suppress(FileNotFoundError):
                for entry in list(under.iterdir()):
                    if not any((place_of(entry.name) / name).exists() for name in NAMES.values()):
                        entry.unlink()
                remove_if_empty(under)
    for directory, _, _ in os.walk(root() / "pages", topdown=False):
        with alone():
            remove_if_empty(Path(directory))
    with alone(), suppress(FileNotFoundError):
        for half in list((root() / "unfinished").iterdir()):
            half.unlink()


def place_of(entry: str) -> Path:
    return root() / "pages" / entry.replace(",", "/").strip("/")


def remove_all(under: Path) -> None:
    """Remove the files of every page that is entered here, then its entry."""
    with suppress(FileNotFoundError):
        for entry in list(under.iterdir()):
            remove_files(place_of(entry.name))
            entry.unlink(missing_ok=True)
        remove_if_empty(under)


def remove_files(place: Path) -> None:
    for name in NAMES.values():
        (place / name).unlink(missing_ok=True)


def remove_if_empty(place: Path) -> None:
    with suppress(OSError):
        place.rmdir()


def folder(place: Path, path: str = "") -> Path:
    """A folder that exists, and may be entered by nginx, which is another user, whatever this process' umask says."""
    for part in ["", *path.strip("/").split("/")] if path else [""]:
        place = place / part
        try:
            place.mkdir()
        except FileExistsError:
            continue
        except FileNotFoundError:
            folder(place.parent)
            place.mkdir()
        place.chmod(0o755)
    return place


@contextmanager
def alone() -> Iterator[None]:
    """Keep all others out who write or remove.

    The lock is opened anew: threads and forks that shared one would share what it locks.
    """
    file = os.open(root() / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        fcntl.flock(file, fcntl.LOCK_UN)  # closing is not enough: a child just forked has the descriptor, too
        os.close(file)
