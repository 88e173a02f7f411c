"""The shipped nginx and Varnish, with a stand-in for the application that says what each test has it say."""

import gzip
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli
import pytest

from newsroom.delivery.cdn import NotPurged, Varnish
from newsroom.testing import free_port
from newsroom.tests.front import SITE, Answer, Client, NginxServer, VarnishServer, connected
from newsroom.tests.test_worker import until

pytestmark = pytest.mark.xdist_group("front servers")

KEPT = "public, max-age=10, s-maxage=86400"
STORY = "/film/1/goat/"
HTML = "text/html; charset=utf-8"


@dataclass
class Page:
    """What the stand-in answers."""

    body: bytes = b"<p>Old news</p>"
    keys: str = "story-1"
    says: str = KEPT
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    gate: threading.Event | None = None  # answered when it opens


@dataclass
class Asked:
    method: str
    address: str
    headers: dict[str, str]
    size: int


class StandIn:
    """In the application's place: it answers by path alone, writes down what it was asked, and can go down."""

    def __init__(self) -> None:
        self.port = free_port()
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.server: ThreadingHTTPServer | None = None

    def up(self) -> None:
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self) -> None:
                stand_in.answer(self)

            do_GET = do_HEAD = do_POST = do_PURGE = answer

            def log_message(self, *ignored: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", self.port), Handler)
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def down(self) -> None:
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def answer(self, request: BaseHTTPRequestHandler) -> None:
        size = len(request.rfile.read(int(request.headers.get("Content-Length", 0))))
        if request.path == "/healthz":
            page = Page(says="no-store") if request.headers["Host"] == SITE else Page(status=400, says="no-store")
        else:
            self.asked.append(Asked(request.command, request.path, dict(request.headers), size))
            page = self.pages.get(request.path.partition("?")[0], Page(b"<h1>Not found</h1>", "", "", 404))
        body = page.body  # as it was when the request came
        if page.gate:
            page.gate.wait(20)
        headers = {"Content-Type": HTML, "Vary": "Accept-Encoding", "ETag": f'"{hash(body)}"', **page.headers}
        accepted = request.headers.get("Accept-Encoding", "")
        if "br" in accepted:
            body, headers["Content-Encoding"] = brotli.compress(body), "br"
        elif "gzip" in accepted:
            body, headers["Content-Encoding"] = gzip.compress(body), "gzip"
        if page.says:
            headers["Cache-Control"] = page.says
        if page.keys:
            headers["Surrogate-Key"], headers["Cache-Tag"] = page.keys, page.keys.replace(" ", ",")
        request.send_response(page.status)
        for name, value in {**headers, "Content-Length": str(len(body)), "Connection": "close"}.items():
            request.send_header(name, value)
        request.end_headers()
        if request.command != "HEAD":
            request.wfile.write(body)

    def addresses(self) -> list[str]:
        return [one.address for one in self.asked]


def told(answers: list[Answer], one: Answer) -> Answer:
    """Write an answer down and pass it on."""
    answers.append(one)
    return one


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StandIn, VarnishServer, NginxServer]]:
    stand_in = StandIn()
    varnish = VarnishServer(tmp_path_factory.mktemp("varnish"), stand_in.port)
    directory = tmp_path_factory.mktemp("nginx")
    nginx = NginxServer(directory, stand_in.port, varnish.port, directory / "var")
    stand_in.up()
    varnish.up()
    nginx.up()
    yield stand_in, varnish, nginx
    nginx.down()
    varnish.down()
    stand_in.down()


@pytest.fixture(autouse=True)
def fresh(servers: tuple[StandIn, VarnishServer, NginxServer]) -> Iterator[None]:
    """Everything is up, nothing is kept, and the stand-in has one story at /film/1/goat/."""
    stand_in, varnish, nginx = servers
    if stand_in.server is None:
        stand_in.up()
    if varnish.process is None:
        varnish.up()
        nginx.down()  # which would wait before it asks Varnish again
        nginx.up()
    stand_in.pages = {STORY: Page()}
    until(lambda: varnish.is_well(True))
    until(lambda: Client(varnish.port)(STORY).status == 200)  # it gives a refused connection a moment's rest
    stand_in.asked = []
    Varnish(f"127.0.0.1:{varnish.port}").purge_all()
    yield
    for page in stand_in.pages.values():
        if page.gate:
            page.gate.set()


@pytest.fixture
def newsroom(servers: tuple[StandIn, VarnishServer, NginxServer]) -> StandIn:
    return servers[0]


@pytest.fixture
def varnish(servers: tuple[StandIn, VarnishServer, NginxServer]) -> VarnishServer:
    return servers[1]


@pytest.fixture
def nginx(servers: tuple[StandIn, VarnishServer, NginxServer]) -> NginxServer:
    return servers[2]


@pytest.fixture
def cache(varnish: VarnishServer) -> Varnish:
    return Varnish(f"127.0.0.1:{varnish.port}")


@pytest.fixture
def get(varnish: VarnishServer) -> Client:
    """Asks Varnish."""
    return Client(varnish.port)


@pytest.fixture
def read(nginx: NginxServer) -> Client:
    """Asks nginx, as readers do."""
    return Client(nginx.port, tls=True)


def put(nginx: NginxServer, path: str, content: bytes) -> None:
    """Put a file below DATA_DIR."""
    place = nginx.directory / "var" / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)


# -- Varnish -----------------------------------------------------------------------------------------


def test_a_page_is_asked_for_once(newsroom: StandIn, get: Client) -> None:
    first, second = get(STORY), get(STORY)
    assert (first.cache, second.cache) == ("miss", "hit")
    assert first.body == second.body == b"<p>Old news</p>"
    assert newsroom.addresses() == [STORY]


def test_pages_are_kept_from_the_start_and_not_only_from_the_first_purge_on(
    varnish: VarnishServer, get: Client
) -> None:
    varnish.down()
    varnish.up()
    assert [get(STORY).cache, get(STORY).cache] == ["miss", "hit"]


def test_a_purge_takes_the_pages_with_the_key_and_no_others(newsroom: StandIn, get: Client, cache: Varnish) -> None:
    newsroom.pages = {
        "/": Page(keys="list-home card-1 publication"),
        STORY: Page(keys="story-1 publication"),
        "/film/2/sheep/": Page(keys="story-2 publication"),
    }
    for address in newsroom.pages:
        get(address)
    for page in newsroom.pages.values():
        page.body = b"<p>New news</p>"
    cache.purge(["story-1", "card-1"])
    assert [get(address).text for address in newsroom.pages] == [
        *("<p>New news</p>", "<p>New news</p>", "<p>Old news</p>")
    ]
    cache.purge(["story-11", "story"])  # nor those with a key that looks like it
    assert get("/film/2/sheep/").cache == "hit"
    cache.purge(["publication"])
    assert get("/film/2/sheep/").text == "<p>New news</p>"


def test_a_purge_takes_every_form_of_a_page(newsroom: StandIn, get: Client, cache: Varnish) -> None:
    forms = ("br", "gzip", "identity")
    for form in forms:
        get(STORY, Accept_Encoding=form)
    newsroom.pages[STORY].body = b"<p>New news</p>"
    cache.purge(["story-1"])
    for form in forms:
        assert get(STORY, Accept_Encoding=form).cache == "miss"


def test_a_page_that_was_purged_while_it_was_made_is_not_kept(newsroom: StandIn, get: Client, cache: Varnish) -> None:
    page = newsroom.pages[STORY]
    page.gate = threading.Event()
    answers: list[Answer] = []
    reader = threading.Thread(target=lambda: answers.append(get(STORY)))
    reader.start()
    until(lambda: newsroom.asked)  # the old text is on its way
    page.body, gate, page.gate = b"<p>New news</p>", page.gate, None
    cache.purge(["story-1"])
    gate.set()
    reader.join()
    assert answers[0].text == "<p>Old news</p>"
    assert get(STORY).text == "<p>New news</p>"
    assert get(STORY).cache == "hit"


def test_many_who_ask_at_once_ask_the_application_once(newsroom: StandIn, get: Client) -> None:
    page = newsroom.pages[STORY]
    page.gate = threading.Event()
    answers: list[Answer] = []
    readers = [threading.Thread(target=lambda: answers.append(get(STORY))) for _ in range(20)]
    for reader in readers:
        reader.start()
    until(lambda: newsroom.asked)
    time.sleep(0.3)  # for the others to arrive
    page.gate.set()
    for reader in readers:
        reader.join()
    assert [answer.status for answer in answers] == [200] * 20
    assert newsroom.addresses() == [STORY]


def test_only_the_application_may_purge(newsroom: StandIn, get: Client) -> None:
    get(STORY)
    assert get(STORY, "PURGE", xkey_purge="story-1", X_Forwarded_For="192.0.2.1").status == 403
    assert get(STORY, "PURGE").status == 400
    assert get(STORY, xkey_purge="story-1").cache == "hit"
    assert newsroom.addresses() == [STORY]


def test_a_refused_purge_is_told_to_the_application(varnish: VarnishServer) -> None:
    varnish.down()
    with pytest.raises(NotPurged, match="cannot be reached"):
        Varnish(f"127.0.0.1:{varnish.port}").purge(["story-1"])


def test_readers_see_nothing_of_what_caches_are_told(newsroom: StandIn, get: Client) -> None:
    newsroom.pages["/admin/"] = Page(keys="story-1", says="no-store, private")
    for answer in (get(STORY), get(STORY), get("/admin/"), get("/nothing/")):
        told = {"Surrogate-Key", "Cache-Tag", "xkey", "Age", "Via", "X-Varnish"}
        assert not told & set(answer.headers), answer.headers


@pytest.mark.parametrize(
    "address",
    [
        *("/admin/", "/admin/articles/article/1/change/", "/previews/abc/", "/search/?q=goat", "/readyz"),
        *("/newsletter/confirm/abc/", "/newsletter/unsubscribe/abc/", "/newsletter/preferences/abc/"),
        "/newsletter/new-address/abc/",
    ],
)
def test_what_is_one_persons_is_never_kept_whatever_it_says(newsroom: StandIn, get: Client, address: str) -> None:
    newsroom.pages[address.partition("?")[0]] = Page()
    for name in ("one", "two"):
        answer = get(f"{address}{'&' if '?' in address else '?'}utm_source=x", Cookie=f"session={name}")
        assert answer.cache == ""
    assert [one.headers["Cookie"] for one in newsroom.asked] == ["session=one", "session=two"]
    assert newsroom.asked[0].address.endswith("utm_source=x")


@pytest.mark.parametrize(
    "page",
    [
        Page(says="no-store, private"),
        Page(says="private, max-age=60"),
        Page(says=""),
        Page(says="max-age=60"),
        Page(says="public, no-cache"),
        Page(headers={"Set-Cookie": "session=1"}),
        Page(keys=""),
        Page(status=404, says=""),
    ],
    ids=lambda page: f"{page.says} {page.keys} {page.status}",
)
def test_what_does_not_say_that_it_is_for_everybody_is_not_kept(newsroom: StandIn, get: Client, page: Page) -> None:
    newsroom.pages[STORY] = page
    assert [get(STORY).cache, get(STORY).cache] == ["miss", "miss"]
    assert len(newsroom.asked) == 2


def test_what_was_not_for_everybody_is_kept_as_soon_as_it_is(newsroom: StandIn, get: Client) -> None:
    newsroom.pages[STORY].says = "no-store"
    get(STORY)
    newsroom.pages[STORY].says = KEPT
    assert [get(STORY).cache, get(STORY).cache] == ["miss", "hit"]


def test_a_form_that_is_sent_reaches_the_application_each_time(newsroom: StandIn, get: Client) -> None:
    newsroom.pages["/newsletter/sign-up/"] = Page()
    for _ in range(2):
        assert get("/newsletter/sign-up/", "POST", b"email=a").status == 200
    assert [one.size for one in newsroom.asked] == [7, 7]


def test_who_signs_in_with_a_header_gets_their_own_answer(newsroom: StandIn, get: Client) -> None:
    get(STORY)
    assert get(STORY, Authorization="Bearer x").cache == ""
    assert newsroom.asked[1].headers["Authorization"] == "Bearer x"


def test_cookies_do_not_reach_public_pages(newsroom: StandIn, get: Client) -> None:
    get(STORY, Cookie="session=editor")
    assert get(STORY, Cookie="_ga=1").cache == "hit"
    assert "Cookie" not in newsroom.asked[0].headers


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("?utm_source=x&fbclid=y", ""),
        ("?page=2", "?page=2"),
        ("?utm_source=x&page=2&fbclid=y", "?page=2"),
        ("?q=goat&page=2", "?page=2&q=goat"),
        ("?page=2&page=3", "?page=3"),
        ("?xpage=2", ""),
        ("?page", ""),
        ("?", ""),
    ],
)
def test_only_parameters_that_count_count(newsroom: StandIn, get: Client, asked: str, meant: str) -> None:
    get(f"{STORY}{meant}")
    assert get(f"{STORY}{asked}").cache == "hit"
    assert newsroom.addresses() == [f"{STORY}{meant}"]


def test_a_parameter_that_does_not_count_is_not_seen_by_the_application(newsroom: StandIn, get: Client) -> None:
    get(f"{STORY}?callback=evil&page=2")
    assert newsroom.addresses() == [f"{STORY}?page=2"]


@pytest.mark.parametrize(
    ("accepted", "form"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("BR", "br"),
        ("gzip, br;q=0.5", "br"),
        ("gzip, br;q=0", "gzip"),
        ("gzip, br;q=0.000", "gzip"),
        ("x-br, gzip;q=1.0", "gzip"),
        ("gzip;q=0", None),
        ("deflate, brotli", None),
        ("", None),
    ],
)
def test_a_page_has_three_forms_at_most(newsroom: StandIn, get: Client, accepted: str, form: str | None) -> None:
    get(STORY, Accept_Encoding=form or "identity")
    answer = get(STORY, Accept_Encoding=accepted)
    assert answer.headers["Content-Encoding"] == form
    assert answer.headers["Vary"] == "Accept-Encoding"
    decoded = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[form](answer.body)
    assert decoded == b"<p>Old news</p>"
    assert answer.cache == "hit"


def test_hosts_neither_split_nor_poison(newsroom: StandIn, get: Client) -> None:
    get(STORY)
    for same in ("NEWS.example", "news.example:8443", "news.example."):
        assert get(STORY, Host=same).cache == "hit", same
    newsroom.pages[STORY].body = b"<p>Somebody else's</p>"
    assert get(STORY, Host="evil.example").text == "<p>Somebody else's</p>"
    assert get(STORY).text == "<p>Old news</p>"
    assert get(f"http://evil.example{STORY}").text == "<p>Somebody else's</p>"


def test_headers_that_lie_about_where_a_request_came_from_do_not_reach_the_application(
    newsroom: StandIn, get: Client
) -> None:
    lies = (
        "X-Forwarded-Host",
        "X-Forwarded-Port",
        "X-Forwarded-Server",
        "Forwarded",
        "X-Original-URL",
        "X-Rewrite-URL",
    )
    for address in (STORY, "/admin/"):
        get(address, **{name.replace("-", "_"): "evil.example" for name in lies})
    assert [set(lies) & set(one.headers) for one in newsroom.asked] == [set(), set()]


def test_the_readers_address_is_the_one_that_nginx_saw(newsroom: StandIn, get: Client) -> None:
    get("/admin/", X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="https")
    get("/admin/")
    assert [one.headers["X-Forwarded-For"] for one in newsroom.asked] == ["192.0.2.7", "127.0.0.1"]
    assert newsroom.asked[0].headers["X-Forwarded-Proto"] == "https"


def test_http_and_https_are_kept_apart(newsroom: StandIn, get: Client) -> None:
    get(STORY)
    assert get(STORY, X_Forwarded_Proto="https").cache == "miss"


def test_head_and_conditional_requests_are_answered_from_what_is_kept(newsroom: StandIn, get: Client) -> None:
    tag = get(STORY).headers["ETag"]
    known = get(STORY, If_None_Match=tag)
    assert (known.status, known.body) == (304, b"")
    assert known.headers["Cache-Control"] == KEPT
    head = get(STORY, "HEAD")
    assert (head.status, head.body, head.headers["Content-Length"]) == (200, b"", "15")
    assert get(STORY, If_None_Match='"another"').status == 200
    assert newsroom.addresses() == [STORY]


def test_methods_nobody_needs_are_refused(newsroom: StandIn, get: Client) -> None:
    for method in ("TRACE", "CONNECT", "PROPFIND"):
        assert get(STORY, method).status == 405
    assert newsroom.asked == []


def test_what_has_expired_is_not_shown_while_the_application_is_well(newsroom: StandIn, get: Client) -> None:
    newsroom.pages[STORY].says = "public, max-age=1, s-maxage=1, stale-while-revalidate=30, stale-if-error=86400"
    get(STORY)
    newsroom.pages[STORY].body = b"<p>New news</p>"
    answers: list[Answer] = []
    until(lambda: told(answers, get(STORY)).text == "<p>New news</p>")
    assert {answer.cache for answer in answers[:-1]} == {"hit"}


@pytest.mark.parametrize("noticed", [False, True], ids=["the moment it goes", "when Varnish has noticed"])
def test_pages_are_served_without_the_application(
    newsroom: StandIn, varnish: VarnishServer, get: Client, noticed: bool
) -> None:
    newsroom.pages["/expired/"] = Page(b"<p>Expired</p>", says="public, s-maxage=1")
    get(STORY)
    get("/expired/")
    newsroom.down()
    if noticed:
        until(lambda: varnish.is_well(False))
    until(lambda: get("/expired/").cache == "stale")
    for _ in range(3):
        kept, expired = get(STORY), get("/expired/")
        assert (kept.status, kept.text, kept.cache) == (200, "<p>Old news</p>", "hit")
        assert (expired.status, expired.text, expired.cache) == (200, "<p>Expired</p>", "stale")
    for address in ("/never/asked/for/", "/admin/"):
        answer = get(address)
        assert answer.status == 503
        assert "Please try again in a minute" in answer.text
        assert answer.headers["Retry-After"] == "10"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Content-Type"] == HTML
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
    newsroom.pages["/expired/"].body = b"<p>It is back</p>"
    newsroom.up()
    until(lambda: varnish.is_well(True))
    assert get("/expired/").text == "<p>It is back</p>"


def test_a_page_that_was_purged_is_gone_also_without_the_application(
    newsroom: StandIn, get: Client, cache: Varnish
) -> None:
    get(STORY)  # which is killed, and then the server dies
    newsroom.down()
    cache.purge(["story-1"])
    assert get(STORY).status == 503


def test_an_error_of_the_application_is_not_shown_where_there_is_an_older_page(newsroom: StandIn, get: Client) -> None:
    newsroom.pages = {STORY: Page(says="public, s-maxage=1"), "/new/": Page(status=500, says="")}
    get(STORY)
    newsroom.pages[STORY] = Page(b"Traceback", status=500, says="")
    answers: list[Answer] = []
    until(lambda: told(answers, get(STORY)).cache == "stale", 5)
    assert {(answer.status, answer.text) for answer in answers} == {(200, "<p>Old news</p>")}
    new = get("/new/")
    assert (new.status, new.headers["Retry-After"]) == (503, "10")


# -- nginx -------------------------------------------------------------------------------------------


def test_readers_get_pages_from_varnish_through_nginx(newsroom: StandIn, read: Client) -> None:
    assert [read(STORY).cache, read(STORY).cache] == ["miss", "hit"]
    assert newsroom.addresses() == [STORY]
    answer = read(STORY, Accept_Encoding="gzip, br")
    assert brotli.decompress(answer.body) == b"<p>Old news</p>"
    assert answer.headers["Server"] == "nginx"
    assert read(STORY, If_None_Match=read(STORY).headers["ETag"]).status == 304


def test_nginx_speaks_http_2(nginx: NginxServer) -> None:
    context = ssl._create_unverified_context()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with socket.create_connection(("127.0.0.1", nginx.port)) as line:
        wrapped = context.wrap_socket(line, server_hostname=SITE)
        assert wrapped.selected_alpn_protocol() == "h2"
        wrapped.close()


def test_what_clients_say_about_where_they_come_from_is_replaced(newsroom: StandIn, read: Client) -> None:
    lies = {"X_Forwarded_For": "192.0.2.1", "X_Forwarded_Proto": "http", "X_Forwarded_Host": "evil.example"}
    for address in ("/admin/", "/previews/abc/"):  # straight to the application, and by way of Varnish
        read(address, Forwarded="for=192.0.2.1", **lies)
    for one in newsroom.asked:
        assert one.headers["X-Forwarded-For"] == "127.0.0.1"
        assert one.headers["X-Forwarded-Proto"] == "https"
        assert one.headers["Host"] == SITE
        assert not {"X-Forwarded-Host", "Forwarded"} & set(one.headers)


def test_nobody_purges_through_nginx(newsroom: StandIn, read: Client) -> None:
    read(STORY)
    assert read(STORY, "PURGE", xkey_purge="story-1").status == 405
    assert read(STORY, xkey_purge="story-1").cache == "hit"


def test_static_files_come_from_nginx_compressed_ahead(newsroom: StandIn, nginx: NginxServer, read: Client) -> None:
    css = b"p { color: red }" * 50
    for name in ("css/base.0123456789ab.css", "css/base.css"):
        put(nginx, f"static/{name}", css)
        put(nginx, f"static/{name}.gz", gzip.compress(css))
        put(nginx, f"static/{name}.br", brotli.compress(css))
    hashed = read("/static/css/base.0123456789ab.css", Accept_Encoding="gzip")
    assert gzip.decompress(hashed.body) == css
    assert hashed.headers["Content-Encoding"] == "gzip"
    assert hashed.headers["Content-Type"] == "text/css"
    assert hashed.headers["Vary"] == "Accept-Encoding"
    assert hashed.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert hashed.headers["X-Content-Type-Options"] == "nosniff"
    assert hashed.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert hashed.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert read("/static/css/base.css").body == css
    assert read("/static/css/base.css").headers["Cache-Control"] == "public, max-age=60"
    if nginx.has_brotli:
        answer = read("/static/css/base.css", Accept_Encoding="gzip, br")
        assert answer.headers["Content-Encoding"] == "br"
        assert brotli.decompress(answer.body) == css
    assert newsroom.asked == []


PICTURE = "05/05b98a8f2dde61a3db669e18/wide-640.avif"


def test_pictures_come_from_nginx_and_those_not_yet_made_from_the_application(
    newsroom: StandIn, nginx: NginxServer, read: Client
) -> None:
    put(nginx, f"renditions/{PICTURE}", b"a picture")
    put(nginx, "renditions/brand/0123456789abcdef01234567-logo.png", b"a logo")
    picture = read(f"/media/{PICTURE}")
    assert (picture.body, picture.headers["Content-Type"]) == (b"a picture", "image/avif")
    assert picture.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert picture.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert read("/media/brand/0123456789abcdef01234567-logo.png").body == b"a logo"
    assert newsroom.asked == []

    missing = f"/media/{PICTURE.replace('640', '960')}"
    newsroom.pages[missing] = Page(
        b"", "", "public, max-age=60", 302,
        {"Location": "wide-640.avif", "Cross-Origin-Resource-Policy": "cross-origin"},
    )  # fmt: skip
    answer = read(missing)
    assert (answer.status, answer.headers["Location"]) == (302, "wide-640.avif")
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert newsroom.addresses() == [missing]


def test_nothing_else_of_the_state_directory_is_served(newsroom: StandIn, nginx: NginxServer, read: Client) -> None:
    secret = b"not for readers"
    for path in ("secret-key", "newsroom.sqlite3", "media/05/original.jpg", "renditions/unfinished/tmpabc"):
        put(nginx, path, secret)
    put(nginx, "static/css/base.css", b"")
    for address in (
        *(
            "/static/../secret-key",
            "/static/..%2fsecret-key",
            "/static../secret-key",
            "/secret-key",
            "/media/../secret-key",
        ),
        *("/media/05/original.jpg", "/media/unfinished/tmpabc", "/static/css/../../newsroom.sqlite3", "/static/"),
        f"/media/{PICTURE}/../../../unfinished/tmpabc",
    ):
        answer = read(address)
        assert answer.status in (400, 403, 404), address
        assert secret not in answer.body


def test_other_names_are_not_answered_and_http_leads_to_https(nginx: NginxServer, read: Client) -> None:
    with pytest.raises((http.client.RemoteDisconnected, ssl.SSLError)):
        read(STORY, Host="evil.example")
    plain = Client(nginx.plain_port)
    with pytest.raises(http.client.RemoteDisconnected):
        plain(STORY, Host="evil.example")
    answer = plain(f"{STORY}?page=2")
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{SITE}{STORY}?page=2")


def test_pages_come_from_the_application_while_varnish_is_down(
    newsroom: StandIn, varnish: VarnishServer, read: Client
) -> None:
    read(STORY)
    varnish.down()
    for _ in range(3):
        answer = read(STORY)
        assert (answer.status, answer.text) == (200, "<p>Old news</p>")
        assert not {"Surrogate-Key", "Cache-Tag"} & set(answer.headers)
    newsroom.down()
    for address in (STORY, "/admin/"):
        answer = read(address)
        assert answer.status == 503
        assert "Please try again in a minute" in answer.text
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Retry-After"] == "10"


def test_pictures_are_taken_at_the_desk_and_nothing_large_elsewhere(newsroom: StandIn, read: Client) -> None:
    newsroom.pages["/admin/upload/"] = Page(says="no-store")
    assert read("/admin/upload/", "POST", b"x" * 41_000_000).status == 200
    assert [one.size for one in newsroom.asked] == [41_000_000]
    for address, size in (("/admin/upload/", 45_000_000), ("/newsletter/sign-up/", 1_500_000)):
        with connected(read.port) as line:
            line.sendall(f"POST {address} HTTP/1.1\r\nHost: {SITE}\r\nContent-Length: {size}\r\n\r\n".encode())
            assert line.recv(100).startswith(b"HTTP/1.1 413 ")
    assert len(newsroom.asked) == 1


SLOW: dict[str, bytes] = {
    "headers": f"GET {STORY} HTTP/1.1\r\nHost: {SITE}\r\n".encode(),
    "bodies": f"POST /newsletter/sign-up/ HTTP/1.1\r\nHost: {SITE}\r\nContent-Length: 500000\r\n\r\nemail".encode(),
}


@pytest.mark.parametrize("part", SLOW)
def test_readers_are_served_while_300_slow_clients_are_connected(
    newsroom: StandIn, nginx: NginxServer, read: Client, part: str
) -> None:
    newsroom.pages["/newsletter/sign-up/"] = Page(says="no-store")
    slow: list[ssl.SSLSocket] = []
    try:
        for _ in range(300):
            line = connected(nginx.port)
            line.sendall(SLOW[part])
            slow.append(line)
        start = time.monotonic()
        statuses = [read(address).status for address in [STORY, "/previews/abc/"] * 50]
        assert statuses == [200, 404] * 50
        assert time.monotonic() - start < 20
        assert "POST" not in {one.method for one in newsroom.asked}  # nginx waits for them, not the application
    finally:
        for line in slow:
            line.close()
