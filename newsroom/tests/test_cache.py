"""How public answers travel and are kept: smaller for those who take them so, and asked for only once."""

import gzip
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.test import Client, RequestFactory

from newsroom.cache import public, takes_gzip

STORY = "The harbour lights went out at nine. " * 100


@public
def page(request: HttpRequest) -> HttpResponse:
    return HttpResponse(STORY)


@public
def line(request: HttpRequest) -> HttpResponse:
    return HttpResponse("User-agent: *")


def asked(view: Any, method: str = "get", **headers: str) -> HttpResponseBase:
    request = getattr(RequestFactory(), method)(
        "/", headers={name.replace("_", "-"): value for name, value in headers.items()}
    )
    response: HttpResponseBase = view(request)
    return response


def test_a_page_is_sent_compressed_to_whoever_takes_it_so() -> None:
    small, plain = asked(page, accept_encoding="gzip, deflate, br"), asked(page)
    assert isinstance(small, HttpResponse)
    assert isinstance(plain, HttpResponse)

    assert small["Content-Encoding"] == "gzip"
    assert gzip.decompress(small.content).decode() == STORY
    assert "Content-Encoding" not in plain
    assert plain.content.decode() == STORY
    assert small["Vary"] == plain["Vary"] == "Accept-Encoding"  # else a cache sends one's answer to the other


def test_a_kept_page_is_confirmed_in_the_form_it_was_kept() -> None:
    small, plain = asked(page, accept_encoding="gzip"), asked(page)
    again = asked(page, accept_encoding="gzip", if_none_match=small["ETag"])

    assert again.status_code == 304
    assert (again["ETag"], again["Vary"]) == (small["ETag"], "Accept-Encoding")
    assert small["ETag"] != plain["ETag"]
    assert asked(page, accept_encoding="gzip", if_none_match=plain["ETag"]).status_code == 200
    assert asked(page, if_none_match=plain["ETag"]).status_code == 304


def test_the_same_page_compressed_twice_is_the_same() -> None:
    assert asked(page, accept_encoding="gzip")["ETag"] == asked(page, accept_encoding="gzip")["ETag"]


def test_what_fits_a_packet_is_left_as_it_is() -> None:
    response = asked(line, accept_encoding="gzip")

    assert "Content-Encoding" not in response
    assert "Vary" not in response


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("gzip", True),
        ("br, GZip;q=0.5", True),
        ("*", True),
        ("gzip; q=1.0", True),
        ("", False),
        ("br", False),
        ("identity", False),
        ("gzip;q=0", False),
        ("*, gzip; q=0.000", False),
    ],
)
def test_a_browser_says_what_it_takes(accepted: str, expected: bool) -> None:
    assert takes_gzip(accepted) is expected


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/", "/search/?q=lamp", "/newsletter/", "/feed/", "/feed.json", "/sitemap.xml"])
def test_readers_get_every_kind_of_public_text_compressed(client: Client, address: str) -> None:
    plain = client.get(address)
    small = client.get(address, headers={"Accept-Encoding": "gzip"})
    head = client.head(address, headers={"Accept-Encoding": "gzip"})

    if len(plain.content) >= 400:
        assert gzip.decompress(small.content) == plain.content
        assert head["Content-Encoding"] == "gzip"
    assert small["Content-Length"] == str(len(small.content)) == head["Content-Length"]
    assert head.content == b""
    assert "Cookie" not in small.get("Vary", "")


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/newsletter/preferences/no-such-link/"])
def test_a_page_that_may_hold_a_secret_is_never_compressed(client: Client, address: str) -> None:
    assert "Content-Encoding" not in client.get(address, headers={"Accept-Encoding": "gzip"})


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/feed/", "/about/", "/theme/b0124f-paper-1.css", "/robots.txt"])
@pytest.mark.parametrize("cookie", ["csrftoken=known-to-a-stranger", "sessionid=ended-long-ago"])
def test_what_any_cache_may_keep_sets_no_cookie_whatever_was_sent(path: str, cookie: str) -> None:
    answer = Client().get(path, headers={"Cookie": cookie})

    assert "public" in answer.headers["Cache-Control"]
    assert not answer.cookies
    assert "cookie" not in answer.headers.get("Vary", "").lower()
