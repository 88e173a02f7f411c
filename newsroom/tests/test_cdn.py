"""Caches in front are told to forget as each one's maker says; what they refuse is a sentence without a secret."""

import json
import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from newsroom.delivery import cdn
from newsroom.delivery.cdn import Cache, Cloudflare, Fastly, NotPurged, Varnish, caches, in_front
from newsroom.env import DECLARED, env
from newsroom.tests.test_settings import start

TOKEN = "a-token-nobody-may-read"
KEYS = [f"story-{number}" for number in range(1, 601)]


@dataclass
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Api:
    """A cache's API on this machine: it does as the real one does with our token, or what `says` tells it to."""

    address: str = ""
    asked: list[Asked] = field(default_factory=list)
    says: list[tuple[int, dict[str, str], str]] = field(default_factory=list)
    silent: threading.Event | None = None

    def answer(self, one: Asked) -> tuple[int, dict[str, str], str]:
        self.asked.append(one)
        if self.silent:
            self.silent.wait(10)
        if self.says:
            return self.says.pop(0)
        if one.method == "PURGE":
            return (200, {}, "") if one.headers.get("xkey-purge") else (400, {}, "")
        if one.path in ("/service/SU1Z0isxPaozGVKXdv0eY/purge", "/service/SU1Z0isxPaozGVKXdv0eY/purge_all"):
            if one.headers.get("Fastly-Key") != TOKEN:
                return 401, {}, '{"msg":"Provided credentials are missing or invalid"}'
            if len(one.headers.get("Surrogate-Key", "").split()) > 256:
                return 400, {}, '{"msg":"Too many keys"}'
            return 200, {}, '{"status":"ok"}'
        if one.path == "/client/v4/zones/023e105f4ecef8ad9ca31a8372d0c353/purge_cache":
            if one.headers.get("Authorization") != f"Bearer {TOKEN}":
                return 403, {}, '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}'
            wanted = json.loads(one.body)
            if wanted != {"purge_everything": True} and not 0 < len(wanted["tags"]) <= 30:
                return 400, {}, '{"success":false}'
            return 200, {}, '{"success":true,"errors":[]}'
        return 404, {}, ""


@pytest.fixture
def api() -> Iterator[Api]:
    made = Api()

    class Handler(BaseHTTPRequestHandler):
        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, headers, text = made.answer(Asked(self.command, self.path, dict(self.headers), body))
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(text))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        do_POST = do_PURGE = handle_any

        def log_message(self, *ignored: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    made.address = f"127.0.0.1:{server.server_address[1]}"
    yield made
    if made.silent:
        made.silent.set()
    server.shutdown()
    server.server_close()


def fastly(api: Api, token: str = TOKEN) -> Cache:
    return in_front(f"fastly://{token}@SU1Z0isxPaozGVKXdv0eY?api=http://{api.address}")[0]


def cloudflare(api: Api, token: str = TOKEN) -> Cache:
    return in_front(f"cloudflare://{token}@023e105f4ecef8ad9ca31a8372d0c353?api=http://{api.address}")[0]


def varnish(api: Api) -> Cache:
    return in_front(f"varnish://{api.address}")[0]


def each(api: Api) -> list[Cache]:
    return [varnish(api), fastly(api), cloudflare(api)]


def test_varnish_forgets_keys_by_its_purge_method(api: Api) -> None:
    varnish(api).purge(["story-12", "category-3"])
    assert [(one.method, one.headers["xkey-purge"]) for one in api.asked] == [("PURGE", "story-12 category-3")]


def test_fastly_is_told_up_to_256_keys_at_once(api: Api) -> None:
    fastly(api).purge(KEYS)
    told = [one.headers["Surrogate-Key"].split() for one in api.asked]
    assert [len(some) for some in told] == [256, 256, 88]
    assert list(chain(*told)) == KEYS
    assert {one.method for one in api.asked} == {"POST"}


def test_cloudflare_is_told_up_to_30_tags_at_once(api: Api) -> None:
    cloudflare(api).purge(KEYS[:70])
    told = [json.loads(one.body)["tags"] for one in api.asked]
    assert [len(some) for some in told] == [30, 30, 10]
    assert list(chain(*told)) == KEYS[:70]


def test_a_header_of_long_keys_stays_within_what_varnish_takes(api: Api) -> None:
    long = [f"list-topic-{'9' * 80}-{number}" for number in range(200)]
    varnish(api).purge(long)
    assert list(chain(*(one.headers["xkey-purge"].split() for one in api.asked))) == long
    assert max(len(one.headers["xkey-purge"]) for one in api.asked) < 8_000


def test_nothing_to_forget_is_not_said(api: Api) -> None:
    for cache in each(api):
        cache.purge([])
    assert api.asked == []


def test_each_can_forget_everything(api: Api) -> None:
    for cache in each(api):
        cache.purge_all()
    purge, post, tags = api.asked
    assert purge.headers["xkey-purge"] == "everything"
    assert post.path.endswith("/purge_all")
    assert json.loads(tags.body) == {"purge_everything": True}


@pytest.mark.parametrize("make", [fastly, cloudflare])
def test_a_wrong_token_is_told_without_the_token(api: Api, make: object) -> None:
    cache = make(api, "expired-token")  # type: ignore[operator]
    with pytest.raises(NotPurged, match="look at the token in PURGE_URLS") as caught:
        cache.purge(["story-12"])
    assert "expired-token" not in f"{caught.value} {cache} {cache!r} {cache.name}"


@pytest.mark.parametrize("status", [429, 500, 502, 503])
def test_a_cache_in_trouble_says_when_to_come_back(api: Api, status: int) -> None:
    for cache in each(api):
        api.says = [(status, {"Retry-After": "17"}, "")]
        with pytest.raises(NotPurged, match=str(status)) as caught:
            cache.purge(["story-12"])
        assert caught.value.retry_after == 17


def test_the_time_to_come_back_may_be_a_date_or_nonsense(api: Api) -> None:
    for said, at_least, at_most in [
        ("Fri, 31 Dec 2100 23:59:59 GMT", 1e9, 1e10),
        ("Fri, 31 Dec 1999 23:59:59 GMT", 0, 0),
    ]:
        api.says = [(503, {"Retry-After": said}, "")]
        with pytest.raises(NotPurged) as caught:
            varnish(api).purge(["story-12"])
        assert caught.value.retry_after is not None
        assert at_least <= caught.value.retry_after <= at_most
    api.says = [(503, {"Retry-After": "soon"}, "")]
    with pytest.raises(NotPurged) as caught:
        varnish(api).purge(["story-12"])
    assert caught.value.retry_after is None


def test_cloudflare_is_believed_only_when_it_says_success(api: Api) -> None:
    for text in ('{"success":false,"errors":[{"message":"no"}]}', "<html>", "[]", "{}"):
        api.says = [(200, {}, text)]
        with pytest.raises(NotPurged, match="not that it was done"):
            cloudflare(api).purge(["story-12"])


def test_a_cache_that_does_not_answer_is_given_up_in_time(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cdn, "TIMEOUT", 0.2)
    api.silent = threading.Event()
    for cache in each(api):
        with pytest.raises(NotPurged, match=r"did not answer within 0\.2 seconds"):
            cache.purge(["story-12"])


def test_a_cache_that_is_not_there_cannot_be_reached() -> None:
    with pytest.raises(NotPurged, match=r"varnish 127\.0\.0\.1:9 cannot be reached: Connection refused\."):
        Varnish("127.0.0.1:9").purge(["story-12"])


def test_the_first_refusal_ends_it_and_all_is_told_again_the_next_time(api: Api) -> None:
    api.says = [(200, {}, ""), (503, {}, "")]
    with pytest.raises(NotPurged):
        fastly(api).purge(KEYS)
    assert len(api.asked) == 2
    fastly(api).purge(KEYS)
    assert list(chain(*(one.headers["Surrogate-Key"].split() for one in api.asked[2:]))) == KEYS


def test_nothing_is_logged_that_holds_a_token(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        for cache in each(api):
            cache.purge(["story-12"])
    assert TOKEN not in caplog.text


def test_the_caches_in_front_are_those_of_the_setting(settings: Settings) -> None:
    settings.PURGE_URLS = in_front(
        "varnish://127.0.0.1:6081, varnish://[::1]:6082,fastly://a%2Fb@SU1Z0isxPaozGVKXdv0eY cloudflare://t@023e105f\n"
    )
    assert caches() == [
        Varnish("127.0.0.1:6081"),
        Varnish("[::1]:6082"),
        Fastly("a/b", "SU1Z0isxPaozGVKXdv0eY"),
        Cloudflare("t", "023e105f"),
    ]
    assert [cache.name for cache in caches()] == [
        *("varnish 127.0.0.1:6081", "varnish [::1]:6082", "fastly SU1Z0isxPaozGVKXdv0eY", "cloudflare 023e105f")
    ]
    assert in_front("varnish://cache") == [Varnish("cache:6081")]
    assert in_front(" , ") == []


@pytest.mark.parametrize(
    "address",
    [
        f"fastly://{TOKEN}",
        f"fastly://{TOKEN}@",
        "fastly://@SU1Z0isxPaozGVKXdv0eY",
        f"cloudflare://{TOKEN}@zone?key=1",
        f"cloudflare://{TOKEN}@zone?api=ftp://x",
        f"cloudflare://{TOKEN}@zone/path",
        f"varnish://{TOKEN}@127.0.0.1:6081",
        "varnish://",
        "varnish://127.0.0.1:port",
        f"https://{TOKEN}@example.org",
        TOKEN,
    ],
)
def test_a_malformed_address_is_refused_without_repeating_it(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DECLARED, "TEST_PURGE", DECLARED["PURGE_URLS"])
    monkeypatch.setenv("TEST_PURGE", f"varnish://127.0.0.1:6081 {address}")
    with pytest.raises(ImproperlyConfigured, match=r"^TEST_PURGE: address 2 ") as caught:
        env("TEST_PURGE", [], parse=in_front, help="For this test.")
    assert TOKEN not in str(caught.value)


def test_a_malformed_address_stops_the_start() -> None:
    done = start(DEMO="1", PURGE_URLS=f"fastly://{TOKEN}")
    assert done.returncode == 1
    assert done.stderr.startswith("PURGE_URLS: address 1 is not like varnish://HOST:PORT, fastly://TOKEN@SERVICE")
    assert TOKEN not in done.stderr
