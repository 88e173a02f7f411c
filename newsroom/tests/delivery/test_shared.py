"""Several machines with one Redis or Valkey: a page is rendered once for all of them, and a purge is seen by all."""

import subprocess
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.conf import settings as site

from newsroom.delivery import shared
from newsroom.delivery.generations import Unreachable, slot
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.usefixtures("redis")

KEYS = ("story-1", "card-2")


class Pages:
    """What all machines show now, and how long they take to render it."""

    def __init__(self) -> None:
        self.words, self.seconds = "At nine. " * 100, 0.0

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        answer, text = environ["newsroom.answer"], f"{self.words} {environ['PATH_INFO']}"
        time.sleep(self.seconds)
        answer.is_public = answer.is_kept = not environ["PATH_INFO"].startswith("/desk/")
        answer.keys = frozenset(KEYS)
        start("200 OK", [("Content-Type", "text/html"), ("Surrogate-Key", " ".join(KEYS))])
        return [text.encode()]


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def machine(pages: Pages) -> Callable[[], Reader]:
    """Start another machine."""

    def started(release: str = "1") -> Reader:
        server = shared.server(site.CACHES["default"]["LOCATION"])
        return Reader(pages, shared.SharedGenerations(server), shared=shared.SharedPages(server, release))

    return started


def test_what_one_machine_rendered_the_others_serve(machine: Callable[..., Reader]) -> None:
    one, other = machine(), machine()
    first, second = one.get("/film/", accept_encoding="br"), other.get("/film/", accept_encoding="br")

    assert (first.body, first.headers) == (second.body, second.headers)
    assert other.get("/film/").text == first.text
    assert (one.rendered, other.rendered) == (["/film/"], [])


def test_a_purge_on_one_machine_is_seen_on_all(machine: Callable[..., Reader], pages: Pages) -> None:
    readers = [machine() for _ in range(3)]
    for reader in readers:
        reader.get("/film/")
    pages.words = "Corrected. " * 100
    machine().cache.generations.rise([slot("card-2")])

    assert all("Corrected." in reader.get("/film/").text for reader in readers)
    assert sum(len(reader.rendered) for reader in readers) == 2


def test_while_one_machine_renders_the_others_wait(machine: Callable[..., Reader], pages: Pages) -> None:
    pages.seconds = 0.3
    readers = [machine() for _ in range(4)]
    got: list[str] = []
    threads = [threading.Thread(target=lambda one=one: got.append(one.get("/film/").text)) for one in readers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)

    assert len(got) == 4
    assert sum(len(reader.rendered) for reader in readers) == 1


def test_nobody_waits_for_what_is_kept_by_nobody(machine: Callable[..., Reader]) -> None:
    one, other = machine(), machine()
    one.get("/desk/")
    start = time.monotonic()
    other.get("/desk/")

    assert time.monotonic() - start < 1
    assert other.rendered == ["/desk/"]


def test_another_version_of_the_code_renders_its_own(machine: Callable[..., Reader]) -> None:
    old, new = machine(), machine("2")
    old.get("/film/")
    new.get("/film/")

    assert new.rendered == ["/film/"]


def test_a_record_that_was_lost_makes_everything_old(machine: Callable[..., Reader], pages: Pages) -> None:
    reader = machine()
    reader.get("/film/")
    shared.server(site.CACHES["default"]["LOCATION"]).client.flushall()
    pages.words = "Corrected. " * 100

    assert "Corrected." in reader.get("/film/").text


def test_readers_are_served_fresh_pages_while_redis_is_gone(
    machine: Callable[..., Reader], pages: Pages, redis: subprocess.Popen[bytes]
) -> None:
    reader = machine()
    reader.get("/film/")
    redis.kill()
    redis.wait()
    pages.words = "Corrected. " * 100

    start = time.monotonic()
    assert all("Corrected." in reader.get("/film/").text for _ in range(20))
    assert time.monotonic() - start < 2
    with pytest.raises(Unreachable):
        reader.cache.generations.rise([1])
