"""A page is rendered once and served like a file, in the form a client takes, until something it shows changes."""

import threading
import time
from collections.abc import Iterable
from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.test import override_settings
from django.urls import path

from newsroom.delivery.cdn import in_front
from newsroom.delivery.encodings import chosen
from newsroom.delivery.generations import SharedMemory, Unreachable, slot
from newsroom.delivery.page_cache import key_of
from newsroom.delivery.pages import Memory
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows, true_until
from newsroom.tests.readers import Reader

STORY = "The harbour lights went out at nine. " * 100


class Newsroom:
    """What the pages of these tests show, and what happens while they are rendered."""

    words = STORY
    until: float | None = None
    meanwhile: Any = staticmethod(lambda: None)
    broken = False


@public(query=("page",))
def page(request: HttpRequest) -> HttpResponse:
    from datetime import UTC, datetime

    shows("story-1")
    if Newsroom.broken:
        raise RuntimeError("the database has gone")
    if Newsroom.until:
        true_until(datetime.fromtimestamp(Newsroom.until, UTC))
    words = Newsroom.words
    Newsroom.meanwhile()
    return HttpResponse(f"{words} Page {request.GET.get('page', '1')} of {sorted(request.GET)} {request.COOKIES}")


@public
def line(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *")


@public(query=("q",), kept=False)
def search(request: HttpRequest) -> HttpResponse:
    return HttpResponse(STORY + request.GET.get("q", ""))


@public
def gone(request: HttpRequest) -> HttpResponse:
    shows("story-2")
    return HttpResponse("Withdrawn", status=410)


@public
def unknown(request: HttpRequest) -> HttpResponse:
    raise Http404


def away(request: HttpRequest) -> HttpResponse:
    raise OperationalError("could not connect")


def desk(request: HttpRequest) -> HttpResponse:
    return HttpResponse("For one person")


handler500 = "newsroom.errors.broken"
urlpatterns = [
    path("page/", page),
    path("line/", line),
    path("search/", search),
    path("gone/", gone),
    path("unknown/", unknown),
    path("desk/", desk),
    path("away/", away),
]


@pytest.fixture(autouse=True)
def _these_pages(monkeypatch: pytest.MonkeyPatch) -> Iterable[None]:
    for name in ("words", "until", "meanwhile", "broken"):
        monkeypatch.setattr(Newsroom, name, getattr(Newsroom, name))
    with override_settings(
        ROOT_URLCONF=__name__,
        MIDDLEWARE=["newsroom.middleware.SecurityHeaders", "django.middleware.common.CommonMiddleware"],
    ):
        yield


@pytest.fixture
def generations(tmp_path: Path) -> SharedMemory:
    return SharedMemory(tmp_path / "generations")


@pytest.fixture
def reader(generations: SharedMemory) -> Reader:
    return Reader(generations=generations)


def purge(generations: SharedMemory, *keys: str) -> None:
    generations.rise(slot(key) for key in keys)


# -- once -----------------------------------------------------------------------------------------------------------


def test_a_page_is_rendered_once_and_served_until_something_it_shows_changes(
    reader: Reader, generations: SharedMemory
) -> None:
    first, second = reader.get("/page/"), reader.get("/page/")
    assert first.body == second.body
    assert reader.rendered == ["/page/"]

    purge(generations, "story-2")
    assert reader.get("/page/").body == first.body
    assert len(reader.rendered) == 1

    Newsroom.words = "Corrected. " * 100
    purge(generations, "story-1")
    assert "Corrected." in reader.get("/page/").text
    assert len(reader.rendered) == 2


def test_a_purge_by_one_process_is_seen_by_all_at_once(tmp_path: Path) -> None:
    """Each with a mapping of its own, as processes have."""
    one, other = (Reader(generations=SharedMemory(tmp_path / "generations")) for _ in range(2))
    assert one.get("/page/").body == other.get("/page/").body

    Newsroom.words = "Corrected. " * 100
    purge(SharedMemory(tmp_path / "generations"), "story-1")

    assert "Corrected." in one.get("/page/").text
    assert "Corrected." in other.get("/page/").text


def test_a_clock_set_back_hides_no_purge(generations: SharedMemory, monkeypatch: pytest.MonkeyPatch) -> None:
    before = generations.now()
    monkeypatch.setattr(time, "time_ns", lambda: 1)

    assert generations.rise([3]) > before
    assert generations.newest([3]) == generations.now() > before


def test_many_who_ask_at_once_get_one_rendering(reader: Reader) -> None:
    asked, everybody = threading.Event(), threading.Barrier(9)

    def slowly() -> None:
        asked.wait(5)

    Newsroom.meanwhile = staticmethod(slowly)
    got: list[bytes] = []

    def ask() -> None:
        everybody.wait(5)
        got.append(reader.get("/page/").body)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    everybody.wait(5)
    asked.set()
    for thread in threads:
        thread.join(10)

    assert len(got) == 8
    assert len(set(got)) == 1
    assert reader.rendered == ["/page/"]


def test_a_page_that_is_purged_while_it_is_rendered_is_kept_by_nobody(
    reader: Reader, generations: SharedMemory
) -> None:
    def corrected_meanwhile() -> None:
        Newsroom.words = "Corrected. " * 100
        Newsroom.meanwhile = staticmethod(lambda: None)
        purge(generations, "story-1")

    Newsroom.meanwhile = staticmethod(corrected_meanwhile)

    assert reader.get("/page/").headers["cache-control"] == "no-store"
    assert "Corrected." in reader.get("/page/").text


def test_who_asks_after_a_purge_does_not_get_what_another_began_to_render_before_it(
    reader: Reader, generations: SharedMemory
) -> None:
    reading, may_end = threading.Event(), threading.Event()

    def slowly() -> None:
        Newsroom.meanwhile = staticmethod(lambda: None)
        reading.set()
        may_end.wait(5)

    Newsroom.meanwhile = staticmethod(slowly)
    early = threading.Thread(target=reader.get, args=("/page/",))
    early.start()
    assert reading.wait(5)
    Newsroom.words = "Corrected. " * 100
    purge(generations, "story-1")
    late: list[str] = []
    asking = threading.Thread(target=lambda: late.append(reader.get("/page/").text))
    asking.start()
    may_end.set()
    early.join(10)
    asking.join(10)

    assert "Corrected." in late[0]


# -- until its time --------------------------------------------------------------------------------------------------


def test_a_page_is_rendered_anew_when_its_time_has_come(reader: Reader) -> None:
    Newsroom.until = time.time() - 1
    reader.get("/page/")
    reader.get("/page/")

    assert len(reader.rendered) == 2


def test_caches_in_front_are_told_to_keep_a_page_only_while_it_is_true(reader: Reader) -> None:
    assert "max-age=10, s-maxage=300," in reader.get("/page/").headers["cache-control"]

    Newsroom.until = time.time() + 5
    assert "max-age=4, s-maxage=4," in reader.get("/page/?page=2").headers["cache-control"]


@override_settings(PURGE_URLS=["a cache that is told"])
def test_a_cache_in_front_that_is_told_of_changes_keeps_pages_for_a_day(reader: Reader) -> None:
    assert "max-age=10, s-maxage=86400," in reader.get("/page/").headers["cache-control"]


def test_each_cache_in_front_gets_the_keys_by_the_name_it_reads(reader: Reader) -> None:
    plain = reader.get("/page/").headers
    assert (plain["surrogate-key"], "cache-tag" in plain) == ("site story-1", False)

    with override_settings(PURGE_URLS=in_front("cloudflare://token@zone")):
        assert reader.get("/page/?page=2").headers["cache-tag"] == "site,story-1"


@override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False)
def test_when_rendering_fails_readers_get_what_was_true_a_moment_ago(
    reader: Reader, generations: SharedMemory, settings: Any
) -> None:
    Newsroom.until = time.time() - 1
    text = reader.get("/page/").text
    Newsroom.broken = True

    assert reader.get("/page/").text == text
    purge(generations, "story-1")  # but never what has changed
    assert reader.get("/page/").status == 500


def test_nothing_is_served_while_nobody_knows_what_was_purged(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    reader.get("/page/")

    def lost(*arguments: Any) -> int:
        raise Unreachable

    monkeypatch.setattr(SharedMemory, "now", lost)
    monkeypatch.setattr(SharedMemory, "newest", lost)
    Newsroom.words = "Corrected. " * 100

    assert "Corrected." in reader.get("/page/").text
    assert reader.get("/page/").headers["cache-control"] == "no-store"


@override_settings(DEBUG_PROPAGATE_EXCEPTIONS=False)
def test_while_the_database_is_away_whoever_asks_is_told_to_ask_again(reader: Reader) -> None:
    got = reader.get("/away/")

    assert (got.status, got.headers["retry-after"], got.headers["cache-control"]) == (503, "10", "no-store")


# -- what may be kept ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/search/?q=lamp", "/unknown/", "/desk/"])
def test_what_there_is_no_end_of_or_what_is_not_public_is_not_kept(reader: Reader, address: str) -> None:
    reader.get(address)
    reader.get(address)

    assert reader.rendered == [address, address]
    assert len(reader.memory) == 0


def test_a_withdrawn_story_says_so_from_the_cache_too(reader: Reader) -> None:
    assert [reader.get("/gone/").status for _ in range(3)] == [410] * 3
    assert len(reader.rendered) == 1


def test_only_the_declared_parameters_count_and_only_they_are_seen(reader: Reader) -> None:
    plain = reader.get("/page/?utm_source=mail&fbclid=x&_=1")
    assert plain.text == reader.get("/page/").text == reader.get("/page/?page1=2").text
    assert reader.rendered == ["/page/?utm_source=mail&fbclid=x&_=1"]

    second = reader.get("/page/?page=2&utm_source=mail")
    assert "Page 2 of ['page'] {}" in second.text
    assert reader.get("/page/?fbclid=x&page=7&page=2").body == second.body
    assert len(reader.rendered) == 2


def test_parameters_are_told_apart_by_their_values_alone() -> None:
    assert key_of("/a/", "b=2&a=1&c=3", ("a", "b")) == key_of("/a/", "a=9&a=1&b=2", ("a", "b")) == "/a/?a=1&b=2"
    assert key_of("/a/", "a=1%26b%3D2", ("a", "b")) != key_of("/a/", "a=1&b=2", ("a", "b"))
    assert key_of("/a/", "a=", ("a",)) != key_of("/a/", "", ("a",))


@pytest.mark.parametrize(
    "headers",
    [
        {"cookie": "sessionid=known"},
        {"x_forwarded_host": "evil.example"},
        {"x_forwarded_proto": "https"},
        {"x_original_url": "/desk/"},
        {"authorization": "Basic Zm9v"},
        {"accept_language": "de"},
        {"range": "bytes=0-3"},
        {"user_agent": "Crawler"},
    ],
)
def test_nothing_a_stranger_sends_reaches_the_page_that_others_get(reader: Reader, headers: dict[str, str]) -> None:
    first = reader.get("/page/", **headers)
    assert reader.get("/page/").body == first.body
    assert "known" not in first.text
    assert first.status == 200


def test_a_strange_host_is_refused_although_the_page_is_there(reader: Reader) -> None:
    reader.get("/page/")

    assert reader.get("/page/", host="evil.example").status == 400
    assert reader.get("/page/").status == 200


@override_settings(SECURE_SSL_REDIRECT=True, SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"))
def test_a_page_of_a_site_on_https_is_not_served_without(settings: Any, generations: SharedMemory) -> None:
    settings.MIDDLEWARE = ["django.middleware.security.SecurityMiddleware", *settings.MIDDLEWARE]
    reader = Reader(generations=generations)
    assert reader.get("/page/", x_forwarded_proto="https").status == 200

    assert reader.get("/page/").status == 301
    assert reader.get("/page/", x_forwarded_proto="https").status == 200


def test_the_memory_is_bounded_and_the_longest_unused_goes_first(generations: SharedMemory) -> None:
    reader = Reader(generations=generations, memory=Memory(40_000))
    for number in (1, 2, 3, 4):
        reader.get(f"/page/?page={number}")
        reader.get("/page/?page=1")
    for number in range(5, 40):
        reader.get(f"/page/?page={number}")
        reader.get("/page/?page=1")

    assert reader.memory.bytes <= 40_000
    assert 1 < len(reader.memory) < 39
    assert reader.rendered.count("/page/?page=1") == 1
    reader.get("/page/?page=2")
    assert reader.rendered.count("/page/?page=2") == 2


# -- the form --------------------------------------------------------------------------------------------------------


def test_a_page_is_sent_in_the_smallest_form_a_client_takes(reader: Reader) -> None:
    forms = {encoding: reader.get("/page/", accept_encoding=encoding) for encoding in ("br", "gzip", "")}

    assert {one.headers.get("content-encoding", "") for one in forms.values()} == {"br", "gzip", ""}
    assert len({one.text for one in forms.values()}) == 1
    assert {one.headers["vary"] for one in forms.values()} == {"Accept-Encoding"}
    assert len({one.headers["etag"] for one in forms.values()}) == 3
    for one in forms.values():
        assert one.headers["content-length"] == str(len(one.body))
    assert reader.rendered == ["/page/"]


def test_what_fits_a_packet_is_left_as_it_is(reader: Reader) -> None:
    got = reader.get("/line/", accept_encoding="br")

    assert "content-encoding" not in got.headers
    assert "vary" not in got.headers
    assert reader.get("/line/", accept_encoding="br").text == "User-agent: *"


@pytest.mark.parametrize("address", ["/desk/", "/unknown/"])
def test_what_may_hold_a_secret_is_never_compressed(reader: Reader, address: str) -> None:
    assert "content-encoding" not in reader.get(address, accept_encoding="br, gzip").headers


def test_a_kept_page_is_confirmed_in_the_form_it_was_kept(reader: Reader) -> None:
    small, plain = reader.get("/page/", accept_encoding="br"), reader.get("/page/")
    again = reader.get("/page/", accept_encoding="br", if_none_match=small.headers["etag"])

    assert (again.status, again.body) == (304, b"")
    for name in ("etag", "vary", "cache-control", "surrogate-key"):
        assert again.headers[name] == small.headers[name]
    assert reader.get("/page/", accept_encoding="br", if_none_match=plain.headers["etag"]).status == 200
    assert reader.get("/page/", if_none_match=f'"other", W/{plain.headers["etag"]}').status == 304
    assert reader.get("/page/", if_none_match="*").status == 304


def test_head_says_what_get_would(reader: Reader) -> None:
    head, get = reader.get("/page/", method="HEAD"), reader.get("/page/")

    assert head.body == b""
    assert (head.status, head.headers) == (get.status, get.headers)
    assert reader.get("/page/", method="HEAD").body == b""


def test_a_page_is_dated_by_its_last_change_once_that_second_is_over(
    reader: Reader, generations: SharedMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time_ns", lambda: int(now * 1e9))
    monkeypatch.setattr(time, "time", lambda: now)
    purge(generations, "story-1")
    changed = formatdate(now, usegmt=True)
    assert "last-modified" not in reader.get("/page/").headers  # another change could get the same date
    assert reader.get("/page/", if_modified_since=changed).status == 200

    now += 2
    got = reader.get("/page/")
    assert got.headers["last-modified"] == changed
    assert reader.get("/page/", if_modified_since=changed).status == 304
    assert reader.get("/page/", if_modified_since=formatdate(now - 60, usegmt=True)).status == 200
    assert reader.get("/page/", if_modified_since="yesterday").status == 200


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, GZip;q=0.5", "gzip"),
        ("*", "br"),
        ("gzip; q=1.0", "gzip"),
        ("", ""),
        ("identity", ""),
        ("gzip;q=0", ""),
        ("*, gzip; q=0.000, br;q=0", ""),
    ],
)
def test_a_browser_says_what_it_takes(accepted: str, expected: str) -> None:
    assert chosen(accepted) == chosen(accepted) == expected
