"""Finished pages as files that nginx serves by itself: there while they are true, gone the moment they are not."""

import gzip
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import brotli
import pytest
import time_machine
from django.conf import settings as project
from pytest_django import Settings

from newsroom.delivery import files, here
from newsroom.delivery.files import PageFiles, alone, begin_anew, forget, tidy
from newsroom.delivery.generations import SharedMemory, slot
from newsroom.delivery.pages import SECOND, Page
from newsroom.delivery.public import RECORD, usual_cache_control
from newsroom.delivery.purging import Purge, deliver, purge
from newsroom.delivery.shown import EVERYTHING
from newsroom.tests.readers import Reader
from newsroom.tests.test_worker import until

TEXT = "The harbour lights went out at nine. " * 100
HTML = ("Content-Type", "text/html; charset=utf-8")
LONG_AGO = 1_700_000_000 * SECOND


@pytest.fixture
def generations(settings: Settings, tmp_path: Path) -> SharedMemory:
    settings.DATA_DIR = tmp_path
    return SharedMemory(tmp_path / "generations")


@pytest.fixture
def kept(generations: SharedMemory) -> PageFiles:
    return PageFiles(generations, usual_cache_control())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "front" / "pages"


@pytest.fixture
def page(generations: SharedMemory) -> Callable[..., Page]:
    """A page that was rendered just now, with keys."""

    def made(*keys: str, text: str = TEXT, status: str = "200 OK", until: float = float("inf"), **said: str) -> Page:
        headers = {"Content-Type": HTML[1], "Cache-Control": usual_cache_control()}
        headers |= {name.replace("_", "-"): value for name, value in said.items()}
        slots = tuple(sorted({slot(key) for key in (EVERYTHING, *keys)}))
        one = Page(status, list(headers.items()), slots, generations.now(), LONG_AGO, until)
        one.hold(text.encode(), "br")
        return one

    return made


def test_a_page_is_there_in_every_form_with_the_time_of_its_last_change(
    kept: PageFiles, page: Callable[..., Page], place: Path
) -> None:
    kept.put("/film/1/goat/", page("story-1"))

    found = place / "film" / "1" / "goat"
    assert (found / "index.html").read_text() == TEXT
    assert brotli.decompress((found / "index.html.br").read_bytes()).decode() == TEXT
    assert gzip.decompress((found / "index.html.gz").read_bytes()).decode() == TEXT
    assert {file.stat().st_mtime for file in found.iterdir()} == {LONG_AGO / SECOND}


def test_another_user_may_read_them_whatever_the_umask_says(
    kept: PageFiles, page: Callable[..., Page], tmp_path: Path, place: Path
) -> None:
    before = os.umask(0o077)
    try:
        kept.put("/film/1/goat/", page())
    finally:
        os.umask(before)

    for one in (tmp_path / "front", place, place / "film", place / "film" / "1" / "goat"):
        assert stat.S_IMODE(one.stat().st_mode) == 0o755, one
    assert stat.S_IMODE((place / "film" / "1" / "goat" / "index.html.br").stat().st_mode) == 0o644


@pytest.mark.parametrize(
    ("path", "differently"),
    [
        ("/feed", {}),
        ("/Film/", {}),
        ("/../secret/", {}),
        ("/film/é/", {}),
        ("//film/", {}),
        ("/film/?page=2", {}),
        (f"/{'a' * 201}/", {}),
        ("/film/", {"status": "410 Gone"}),
        ("/film/", {"until": time.time() + 300}),
        ("/film/", {"text": "Short"}),
        ("/film/", {"Content_Type": "application/xml"}),
        ("/film/", {"Cache_Control": "no-store"}),
        ("/film/", {"X_Robots_Tag": "noindex"}),  # nginx would not say so
    ],
)
def test_what_nginx_would_say_something_else_of_is_no_file(
    kept: PageFiles, page: Callable[..., Page], place: Path, path: str, differently: dict[str, Any]
) -> None:
    one = page(**differently)
    kept.add(path, one)
    kept.add("/royalty/", page())
    until(lambda: (place / "royalty" / "index.html").exists())
    assert [found.name for found in place.iterdir()] == ["royalty"]


def test_a_purge_removes_the_pages_with_the_key_and_no_others(
    kept: PageFiles, page: Callable[..., Page], place: Path
) -> None:
    for path, key in (("/", "card-1"), ("/film/1/goat/", "story-1"), ("/film/2/sheep/", "story-2")):
        kept.put(path, page(key))
    forget({slot("story-1"), slot("card-1")})

    assert [str(one.parent.relative_to(place)) for one in place.rglob("index.html*")] == ["film/2/sheep"] * 3
    forget({slot(EVERYTHING)})
    assert not list(place.rglob("index.html*"))


def test_a_page_that_was_purged_meanwhile_is_not_written(
    kept: PageFiles, page: Callable[..., Page], generations: SharedMemory, place: Path
) -> None:
    old = page("story-1")
    generations.rise([slot("story-1")])

    kept.put("/film/1/goat/", old)
    assert not place.exists()


def test_a_disk_that_cannot_be_written_keeps_nothing_and_breaks_nothing(
    kept: PageFiles, page: Callable[..., Page], tmp_path: Path
) -> None:
    (tmp_path / "front" / "pages").write_text("in the way")
    kept.put("/film/", page())


@pytest.mark.django_db
def test_a_purge_that_cannot_remove_them_stays_due(
    kept: PageFiles, page: Callable[..., Page], generations: SharedMemory, place: Path,
    monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    monkeypatch.setattr(here, "generations", lambda: generations)
    kept.put("/film/1/goat/", page("story-1"))
    removing = files.remove_files

    def failing(place: Path) -> None:
        raise PermissionError("not ours")

    monkeypatch.setattr(files, "remove_files", failing)
    with django_capture_on_commit_callbacks(execute=True):
        purge(["story-1"])
    assert Purge.objects.count() == 1

    monkeypatch.setattr(files, "remove_files", removing)
    with time_machine.travel(time.time() + 10):
        assert deliver() == 1
    assert not list(place.rglob("index.html*"))


def test_a_server_that_starts_begins_without_any(kept: PageFiles, page: Callable[..., Page], tmp_path: Path) -> None:
    kept.put("/film/", page())
    begin_anew()
    assert not (tmp_path / "front" / "pages").exists()
    tidy()
    assert not list((tmp_path / "front").glob("gone-*"))


def test_a_page_goes_a_minute_before_its_time_is_over(kept: PageFiles, page: Callable[..., Page], place: Path) -> None:
    now = 1_800_000_030
    with time_machine.travel(now, tick=False) as clock:
        kept.put("/film/", page(until=now + 1200.0))
        kept.put("/royalty/", page())
        clock.move_to(now + 1100)
        tidy()
        assert (place / "film" / "index.html").exists()
        clock.move_to(now + 1140)
        tidy()
        assert not (place / "film" / "index.html").exists()
        assert (place / "royalty" / "index.html").exists()


def test_they_are_bounded_in_bytes_and_leave_nothing_behind(
    kept: PageFiles, page: Callable[..., Page], place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        kept.put(f"/film/{number}/goat/", page(f"story-{number}"))
    size = sum(file.stat().st_size for file in (place / "film" / "0" / "goat").iterdir())
    monkeypatch.setattr(files, "MOST_BYTES", 2 * size)
    (tmp_path / "front" / "unfinished" / "half").touch()
    tidy()

    assert sorted(one.name for one in (place / "film").iterdir()) == ["2", "3"]
    entered = {entry.name for entry in (tmp_path / "front" / "keys").glob("*/*")}
    assert entered == {",film,2,goat,", ",film,3,goat,"}
    assert not (tmp_path / "front" / "keys" / str(slot("story-0"))).exists()
    assert not list((tmp_path / "front" / "unfinished").iterdir())


def application(environ: Any, start: Any) -> list[bytes]:
    answer = environ[RECORD]
    answer.is_public = answer.is_kept = True
    answer.keys = frozenset({"story-1"})
    start("200 OK", [HTML, ("Cache-Control", usual_cache_control())])
    return [TEXT.encode()]


def test_one_request_is_enough_and_does_not_wait_for_the_file(
    generations: SharedMemory, kept: PageFiles, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[float] = []
    writing = files.write

    def noted(*arguments: Any) -> None:
        written.append(time.time())
        writing(*arguments)

    monkeypatch.setattr(files, "write", noted)
    readers = [Reader(application, generations) for _ in range(2)]
    changed = generations.rise([slot("story-1")]) // SECOND
    with alone():
        for reader in readers:
            reader.cache.files = kept
            assert reader.get("/film/1/goat/").text == TEXT
            reader.get("/film/1/goat/?utm_source=x")
    until(lambda: (place / "film" / "1" / "goat" / "index.html").exists())
    until(lambda: kept._waiting.empty())
    assert len(written) == 1
    assert written[0] >= changed + 1  # before, another change could have got the same second


def test_what_the_clock_changes_has_another_last_modified(generations: SharedMemory) -> None:
    """nginx makes the ETag of it and of the size, and an age of 35 is as long as one of 34."""
    birthday = time.time() + 2

    def of_age(environ: Any, start: Any) -> list[bytes]:
        environ[RECORD].since = birthday
        return application(environ, start)

    reader = Reader(of_age, generations)
    with time_machine.travel(birthday + 3600):
        assert reader.get("/topics/somebody/").headers["last-modified"] == formatdate(birthday, usegmt=True)


# -- many processes ---------------------------------------------------------------------------------------------------

# Starts another of its kind, which writes until it is killed, for each line it is sent, and says which process it is.
WRITERS = """
import os, random, signal, sys, time
import django
django.setup()
from newsroom.delivery.files import PageFiles
from newsroom.delivery.generations import SharedMemory, slot
from newsroom.delivery.pages import Page
from newsroom.delivery.public import usual_cache_control
from django.conf import settings

class Slow(SharedMemory):
    def newest(self, slots):
        found = super().newest(slots)
        time.sleep(random.random() / 100)  # between the look and what is done after it
        return found

def write():
    random.seed()
    generations = Slow(settings.DATA_DIR / "generations")
    kept = PageFiles(generations, usual_cache_control())
    headers = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", usual_cache_control())]
    while True:
        number = random.randrange(4)
        began = generations.now()  # what the page then shows is not older
        version = (settings.DATA_DIR / f"version-{number}").read_text()
        time.sleep(random.random() / 200)
        slots = tuple(sorted({slot("site"), slot(f"story-{number}")}))
        page = Page("200 OK", headers, slots, began, began, float("inf"))
        page.hold(version.encode().ljust(500), "")
        kept.put(f"/film/{number}/", page)

signal.signal(signal.SIGCHLD, signal.SIG_IGN)
print("ready", flush=True)
for line in sys.stdin:
    process = os.fork()
    if not process:
        sys.stdin.close()
        write()
    print(process, flush=True)
"""
PURGER = """
import os, random, sys, time
import django
django.setup()
from newsroom.delivery.files import forget, root
from newsroom.delivery.generations import SharedMemory, slot
from django.conf import settings

numbers = [int(one) for one in sys.argv[1:]]
generations = SharedMemory(settings.DATA_DIR / "generations")
print("ready", flush=True)
for version in range(1, 150):
    for number in numbers:
        half = settings.DATA_DIR / f"half-{number}"
        half.write_text(f"{version:06}")
        half.replace(settings.DATA_DIR / f"version-{number}")
        slots = {slot(f"story-{number}")}
        generations.rise(slots)
        forget(slots)
        for _ in range(2):
            for name in ("index.html", "index.html.br", "index.html.gz"):
                try:
                    text = (root() / "pages" / "film" / str(number) / name).read_bytes()
                except FileNotFoundError:
                    continue
                if name == "index.html":
                    assert int(text) >= version, f"{number} has {text[:6]!r} after {version}"
                    print("seen", flush=True)
            time.sleep(random.random() / 50)
"""


def started(code: str, data_dir: Path, *arguments: str) -> "subprocess.Popen[str]":
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "DATA_DIR": str(data_dir), "DEMO": "1"}
    process = subprocess.Popen(
        [sys.executable, "-c", code, *arguments], cwd=project.BASE_DIR, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout
    assert process.stdout.readline() == "ready\n", process.communicate()[1]
    return process


def test_no_file_is_older_than_the_last_purge_whoever_is_killed(generations: SharedMemory, tmp_path: Path) -> None:
    for number in range(4):
        (tmp_path / f"version-{number}").write_text("000000")
    press = started(WRITERS, tmp_path)

    def writer() -> int:
        assert press.stdin
        assert press.stdout
        print(file=press.stdin, flush=True)
        return int(press.stdout.readline())

    writers = [writer() for _ in range(3)]
    purgers = [started(PURGER, tmp_path, *numbers) for numbers in (("0", "1"), ("2", "3"))]
    chance, killed = random.Random(5), 0
    try:
        while any(purger.poll() is None for purger in purgers):
            victim = chance.randrange(3)
            time.sleep(chance.random() / 10)  # anywhere in what it does
            os.kill(writers[victim], signal.SIGKILL)
            killed += 1
            writers[victim] = writer()
        found = [purger.communicate() for purger in purgers]
    finally:
        for one in writers:
            os.kill(one, signal.SIGKILL)
        press.communicate()
        for purger in purgers:
            purger.kill()
    assert [complaint for _, complaint in found if complaint] == []
    assert sum(seen.count("seen") for seen, _ in found) > 10  # there was something to be old
    assert killed >= 2
