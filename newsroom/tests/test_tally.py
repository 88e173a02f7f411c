"""Counts gathered in a process: none is lost among threads, the first is written at once, the rest together."""

import os
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest
from django.test import RequestFactory

from newsroom import counting, tally
from newsroom.counting import MOST_OF_ONE_THING, Floods
from newsroom.tally import PAUSE, Tally

Waiting = list[tuple[float, Callable[[], None]]]
PHONE = "Mozilla/5.0 (Linux; Android 13; CUBOT X50) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile"
OWN = {"origin": "http://testserver", "sec-fetch-site": "same-origin", "user-agent": PHONE}


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> Waiting:
    """What was to be done later, and in how many seconds."""
    found: Waiting = []
    monkeypatch.setattr(tally, "later", lambda seconds, act: found.append((seconds, act)))
    return found


@pytest.mark.django_db
def test_the_first_count_is_written_at_once_and_those_that_follow_together(waiting: Waiting) -> None:
    written: list[Mapping[str, int]] = []
    ours: Tally[str] = Tally(written.append)
    ours.add("goat")
    ((seconds, act),) = waiting
    assert seconds == 0
    act()
    for _ in range(3):
        ours.add("goat")
    ours.add("ferry")
    assert len(waiting) == 2, "one writing is on its way, and no more"
    assert 0 < waiting[1][0] <= PAUSE
    waiting[1][1]()
    assert written == [{"goat": 1}, {"goat": 3, "ferry": 1}]


@pytest.mark.django_db
def test_no_count_of_many_threads_is_lost_or_written_twice(waiting: Waiting) -> None:
    written: Counter[int] = Counter()
    ours: Tally[int] = Tally(written.update)

    def count() -> None:
        for number in range(2_000):
            ours.add(number % 7)

    threads = [threading.Thread(target=count) for _ in range(8)]
    for one in threads:
        one.start()
    while any(one.is_alive() for one in threads):
        ours.write_down()
    ours.write_down()
    assert written.total() == 16_000


@pytest.mark.django_db
def test_what_the_database_does_not_take_waits_for_the_next_time(waiting: Waiting) -> None:
    written: list[Mapping[str, int]] = []
    is_away = True

    def write(counts: Mapping[str, int]) -> None:
        if is_away:
            raise OperationalError("the database has gone away")
        written.append(counts)

    ours: Tally[str] = Tally(write)
    ours.add("goat")
    ours.write_down()
    is_away = False
    ours.add("goat")
    waiting[-1][1]()
    assert written == [{"goat": 2}]


@pytest.mark.django_db
def test_where_no_thread_can_begin_the_count_is_written_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    def none_left(seconds: float, act: Callable[[], None]) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(tally, "later", none_left)
    written: list[Mapping[str, int]] = []
    ours: Tally[str] = Tally(written.append)
    ours.add("goat")
    assert written == [{"goat": 1}]


def test_a_flood_of_different_things_takes_no_memory_without_end(
    waiting: Waiting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tally, "MOST", 3)
    ours: Tally[int] = Tally(lambda counts: None)
    for number in range(10):
        ours.add(number)
    ours.add(0)
    assert ours._counts == {0: 2, 1: 1, 2: 1}


def test_a_network_counts_so_often_a_minute_and_is_then_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr("newsroom.counting.time.monotonic", lambda: now[0])
    floods = Floods()
    said = [floods.may("203.0.113.9", "story 1") for _ in range(MOST_OF_ONE_THING + 5)]
    assert said == [True] * MOST_OF_ONE_THING + [False] * 5
    assert floods.may("203.0.113.9", "story 2"), "another story"
    assert floods.may("203.0.113.10", "story 1"), "another network"
    assert "203.0.113" not in repr(vars(floods))
    now[0] += 61
    assert floods.may("203.0.113.9", "story 1")
    assert len(floods._spoken) == 2, "nothing is known of the minute before"


def test_one_network_cannot_count_as_many_things_as_it_can_think_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "MOST_OF_A_NETWORK", 40)
    floods = Floods()
    assert sum(floods.may("203.0.113.9", f"story {number}") for number in range(100)) == 40


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, True),
        ({"origin": "https://elsewhere.example", "sec-fetch-site": "cross-site"}, False),
        ({"origin": "", "sec-fetch-site": ""}, False),
        ({"user-agent": ""}, False),
        ({"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"}, False),
        ({"user-agent": "facebookexternalhit/1.1"}, False),
        ({"user-agent": "python-requests/2.32"}, False),
    ],
)
def test_only_our_own_pages_in_what_looks_like_a_browser_are_believed(changed: dict[str, str], expected: bool) -> None:
    request: HttpRequest = RequestFactory().post("/reads/1/", headers=OWN | changed)
    assert counting.counts(request, "story 1") is expected


def test_a_process_that_ends_waits_for_what_is_not_written_even_by_a_server_s_thread(tmp_path: Path) -> None:
    program = f"""
import threading
from newsroom import tally
from pathlib import Path
def serve():
    tally.later(0.3, lambda: Path({str(tmp_path / "written")!r}).write_text("all of it"))
server = threading.Thread(target=serve, daemon=True)
server.start()
server.join()
"""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "newsroom.tests.settings"}
    subprocess.run([sys.executable, "-c", program], cwd=settings.BASE_DIR, env=environment, check=True)
    assert (tmp_path / "written").read_text() == "all of it"
