"""The whole way to readers: the application as it is served, the shipped Varnish and the shipped nginx before it."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlencode

import brotli
import pytest
from django.conf import settings as project

from newsroom.delivery.cdn import Varnish
from newsroom.env import DECLARED
from newsroom.testing import free_port
from newsroom.tests.front import SITE, Answer, Client, NginxServer, VarnishServer, run
from newsroom.tests.test_worker import until

pytestmark = pytest.mark.xdist_group("front servers")

PASSWORD = "open sesame 42"
SET_UP = """
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("createcachetable")
call_command("collectstatic", interactive=False, verbosity=0)
"""
FIRST_DEEDS = f"""
from django.contrib.auth.models import User
from articles.tests.factories import make_article, make_asset, make_category, make_document, make_picture
from newsroom.worker import Worker
picture = make_asset(ready=False, width=900, height=600)
Worker("tests").drain()
picture.refresh_from_db()
lead = make_picture(asset=picture)
goat = make_article(headline="Goat on the red carpet", category=make_category("Film").label(), lead=lead)
bride = make_article(headline="Bride of the year", category=make_category("Royalty").label())
User.objects.create_superuser("chief", password="{PASSWORD}")
print(goat.publish(by=None).get_absolute_url())
print(bride.publish(by=None).get_absolute_url())
"""
CHANGE = """
from dataclasses import replace
from articles.models import Article
goat = Article.objects.get(slug__startswith="goat")
goat.write(replace(goat.document(), headline="Sheep on the red carpet"), by=None)
goat.publish(by=None)
"""
WITHDRAW = """
from articles.models import Article
Article.objects.get(slug__startswith="bride").withdraw(by=None)
"""
# Caches in front are told by a thread of the process, which must not end before it has done so.
TOLD = """
import time
from newsroom.delivery.purging import Purge
for _ in range(5000):
    if not Purge.objects.filter(is_told=False).exists():
        break
    time.sleep(0.002)
else:
    raise SystemExit("Varnish was not told")
"""


class Application:
    """The web server in production's settings, on a database of its own."""

    def __init__(self, directory: Path, varnish: int, port: int) -> None:
        self.directory, self.port = directory, port
        self.data_dir = directory / "var"
        self.process: subprocess.Popen[bytes] | None = None
        self.environment = {name: value for name, value in os.environ.items() if name not in DECLARED} | {
            "DJANGO_SETTINGS_MODULE": "newsroom.settings",
            "DATA_DIR": str(self.data_dir),
            "PORT": str(port),
            "PURGE_URLS": f"varnish://127.0.0.1:{varnish}",
            "SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
            "SITE_URL": f"https://{SITE}",
            "TRUSTED_PROXIES": "1",
        }

    def deed(self, code: str, *, told: bool = True) -> list[str]:
        """Do something at the desk, in a process of its own that waits until Varnish is told. Returns its words."""
        command = [sys.executable, "-c", f"import django\ndjango.setup()\n{code}\n{TOLD if told else ''}"]
        done = subprocess.run(command, cwd=project.BASE_DIR, env=self.environment, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    def up(self) -> None:
        if self.process is None:
            command: list[str | Path] = [sys.executable, "-m", "newsroom.web", "2"]
            self.process = run(command, self.port, self.directory / "log", self.environment)

    def kill(self) -> None:
        """As when the power of its machine goes."""
        if self.process:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None


@dataclass
class Site:
    application: Application
    varnish: VarnishServer
    nginx: NginxServer
    goat: str  # addresses of two stories
    bride: str

    @property
    def get(self) -> Client:
        """Asks Varnish."""
        return Client(self.varnish.port)

    @property
    def read(self) -> Client:
        """Asks nginx, as readers do."""
        return Client(self.nginx.port, tls=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    port = free_port()
    varnish = VarnishServer(tmp_path_factory.mktemp("varnish"), port)
    application = Application(tmp_path_factory.mktemp("application"), varnish.port, port)
    nginx = NginxServer(tmp_path_factory.mktemp("nginx"), port, varnish.port, application.data_dir)
    application.deed(SET_UP, told=False)
    try:
        varnish.up()
        goat, bride = application.deed(FIRST_DEEDS)
        application.up()
        nginx.up()
        yield Site(application, varnish, nginx, goat, bride)
    finally:
        nginx.down()
        varnish.down()
        application.kill()


def serve(site: Site, *, files: bool) -> None:
    """Have the application up, with or without pages as files; as it is, where it is so already."""
    application = site.application
    if files != ("PAGE_FILES" in application.environment):
        application.kill()
        until(lambda: site.varnish.is_well(False))
        if files:
            application.environment["PAGE_FILES"] = "1"
        else:
            del application.environment["PAGE_FILES"]
    application.up()


@pytest.fixture
def site(built: Site) -> Site:
    """All of it is up, and nothing is kept in Varnish."""
    serve(built, files=False)
    until(lambda: built.varnish.is_well(True))
    until(lambda: built.read("/about/").status == 200)
    Varnish(f"127.0.0.1:{built.varnish.port}").purge_all()
    return built


def is_file(site: Site, address: str) -> bool:
    return site.read(address).cache == "file"


@pytest.fixture
def filed(built: Site) -> Iterator[Site]:
    """The application keeps pages as files, too."""
    serve(built, files=True)
    until(lambda: built.varnish.is_well(True))
    Varnish(f"127.0.0.1:{built.varnish.port}").purge_all()
    for address in (built.goat, "/", "/film/", "/about/", "/newsletter/", "/feeds/"):
        until(partial(is_file, built, address))
    yield built
    built.varnish.up()


def static_file(page: str, kind: str) -> str:
    found = re.search(rf'"(/static/css/[^"]+\.{kind})"', page)
    assert found
    return found[1]


def test_a_change_is_with_readers_as_soon_as_it_is_published(site: Site) -> None:
    shows = [site.goat, "/", "/film/", "/feed/", "/feed/atom/", "/feed.json", "/film/feed/", "/news-sitemap.xml"]
    others = [site.bride, "/about/", "/newsletter/", "/royalty/feed/"]
    for address in [*shows, *others]:
        assert [site.read(address).cache, site.read(address).cache] == ["miss", "hit"], address
        assert ("Goat on the red carpet" in site.read(address).text) is (address in shows), address

    site.application.deed(CHANGE)

    for address in shows:
        answer = site.read(address)
        assert (answer.status, answer.cache) == (200, "miss"), address
        assert "Sheep on the red carpet" in answer.text, address
        assert "Goat on the red carpet" not in answer.text, address
    assert [site.read(address).cache for address in others] == ["hit"] * len(others)


def test_a_story_that_is_withdrawn_is_gone_from_every_cache(site: Site) -> None:
    for address in (site.bride, "/royalty/", "/feed/"):
        assert "Bride of the year" in site.read(address).text
    site.application.deed(WITHDRAW)
    assert site.read(site.bride).status == 410
    for address in (site.bride, "/royalty/", "/feed/"):
        assert "Bride of the year" not in site.read(address).text, address


def test_a_page_is_sent_as_the_application_compressed_it(site: Site) -> None:
    plain = site.read(site.goat)
    for accepted, form in (("gzip, deflate, br", "br"), ("gzip", "gzip")):
        answer = site.read(site.goat, Accept_Encoding=accepted)
        assert answer.headers["Content-Encoding"] == form
        assert len(answer.body) < len(plain.body) / 2
        assert site.read(site.goat, Accept_Encoding=accepted).cache == "hit"
        known = site.read(site.goat, Accept_Encoding=accepted, If_None_Match=answer.headers["ETag"])
        assert (known.status, known.body) == (304, b"")
    assert brotli.decompress(site.read(site.goat, Accept_Encoding="br").body) == plain.body
    assert plain.headers["Strict-Transport-Security"]


def test_what_one_reader_asks_for_spoils_no_page_of_another(site: Site) -> None:
    site.read(f"{site.goat}?utm_source=evil.example", Cookie="session=x", X_Forwarded_Host="evil.example")
    after = site.read(site.goat)
    assert after.cache == "hit"
    assert "evil.example" not in after.text
    assert site.get(site.goat, Host="evil.example", X_Forwarded_Proto="https").status == 400
    again = site.read(site.goat)
    assert (again.cache, again.text) == ("hit", after.text)
    # Over plain http, the application sends a reader on to https. Nobody who came by https gets that.
    assert site.get("/film/").status == 301
    assert site.read("/film/").status == 200


def test_editors_sign_in_through_nginx(site: Site) -> None:
    form = site.read("/admin/login/")
    assert form.cache == ""
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form.text)
    assert token
    cookie = form.headers["Set-Cookie"].partition(";")[0]
    sent = urlencode({"csrfmiddlewaretoken": token[1], "username": "chief", "password": PASSWORD, "next": "/admin/"})
    answer = site.read(
        "/admin/login/", "POST", sent.encode(), Cookie=cookie, Referer=f"https://{SITE}/admin/login/",
        Content_Type="application/x-www-form-urlencoded",
    )  # fmt: skip
    assert (answer.status, answer.headers["Location"]) == (302, "/admin/")
    cookies = answer.headers.get_all("Set-Cookie") or []
    session = next(one for one in cookies if one.startswith("__Host-session="))
    assert "Secure" in session
    desk = site.read("/admin/", Cookie=session.partition(";")[0])
    assert desk.status == 200
    assert "no-store" in desk.headers["Cache-Control"]
    assert site.read("/admin/").status == 302


def test_readers_are_served_while_the_application_is_dead(site: Site) -> None:
    before = site.read(site.goat)
    sheet = static_file(before.text, "css")
    picture = re.search(r"/media/[0-9a-f/]+/[a-z]+-[0-9]+\.(?:jpg|avif)", before.text)
    assert picture
    site.application.kill()

    assert site.read(site.goat).text == before.text
    static = site.read(sheet, Accept_Encoding="gzip")
    assert (static.status, static.headers["Content-Encoding"]) == (200, "gzip")
    assert "immutable" in static.headers["Cache-Control"]
    shown = site.read(picture[0])
    assert shown.status == 200
    assert "immutable" in shown.headers["Cache-Control"]
    assert shown.headers["Content-Type"].startswith("image/")
    for address in ("/admin/", "/search/?q=goat", "/topics/nobody-asked-before/"):
        answer = site.read(address)
        assert answer.status == 503
        assert "Please try again in a minute" in answer.text

    site.application.up()
    until(lambda: site.read("/admin/").status == 302)


# -- pages that are files ----------------------------------------------------------------------------


def said(answer: Answer) -> dict[str, object]:
    """What an answer says to a reader. The directives of a policy have no order."""
    apart = {"etag", "surrogate-key", "server", "date", "connection", "keep-alive", "x-cache"}
    found: dict[str, object] = {name.lower(): value for name, value in answer.headers.items()}
    policy = found.get("content-security-policy")
    if isinstance(policy, str):
        found["content-security-policy"] = {one.strip() for one in policy.split(";")}
    return {name: value for name, value in found.items() if name not in apart}


def test_a_page_from_a_file_says_what_the_application_says_of_it(filed: Site) -> None:
    application = Client(filed.application.port)
    for address in (filed.goat, "/", "/film/", "/about/", "/newsletter/", "/feeds/"):
        for accepted in ("gzip, deflate, br, zstd", "gzip", "identity"):
            theirs = application(address, Accept_Encoding=accepted, X_Forwarded_Proto="https")
            if accepted.endswith("zstd") and not filed.nginx.has_brotli:
                continue
            ours = filed.read(address, Accept_Encoding=accepted)
            assert ours.cache == "file"
            assert said(ours) == said(theirs), address
            assert ours.body == theirs.body, address
            assert filed.read(address, "HEAD", Accept_Encoding=accepted).headers["ETag"] == ours.headers["ETag"]


def test_a_file_is_gone_as_soon_as_a_change_is_published(filed: Site) -> None:
    others = ("/about/", "/newsletter/")
    for headline in ("Horse on the red carpet", "Goose on the red carpet"):
        filed.application.deed(CHANGE.replace("Sheep on the red carpet", headline))
        for address in (filed.goat, "/", "/film/"):
            assert headline in filed.read(address).text, address
        assert [filed.read(address).cache for address in others] == ["file"] * 2
        for address in (filed.goat, "/", "/film/"):  # asked for once, it is a file again
            until(partial(is_file, filed, address))
            assert headline in filed.read(address).text


def test_only_reading_a_page_itself_is_answered_with_a_file(filed: Site) -> None:
    for query in ("?utm_source=x&utm_medium=y", "?fbclid=z", "?gclid=1&utm_campaign=a%20b&"):
        assert filed.read(f"/film/{query}", Cookie="session=x").cache == "file", query
    for query in ("?page=2", "?utm_source=x&page=2", "?utm_sourcepage=2&q", "?q=goat"):
        assert filed.read(f"/film/{query}").cache != "file", query
    refused = filed.read("/film/", "POST", b"x=1")
    assert (refused.status, refused.cache) == (403, "")  # by the application, which misses a token
    redirected = filed.read(f"/royalty/{filed.goat.partition('/film/')[2]}")
    assert (redirected.status, redirected.headers["Location"]) == (301, filed.goat)
    for address in ("/pages/film/index.html", "/front/pages/film/index.html", "/film/index.html", "/nothing/film/"):
        answer = filed.read(address)
        assert (answer.status, answer.cache == "file") == (404, False), address


def test_who_has_a_file_is_told_so(filed: Site) -> None:
    for accepted in ("gzip, br", "gzip", "identity"):
        first = filed.read("/film/", Accept_Encoding=accepted)
        known = filed.read("/film/", Accept_Encoding=accepted, If_None_Match=first.headers["ETag"])
        assert (known.status, known.body) == (304, b"")
        assert known.headers["Cache-Control"] == first.headers["Cache-Control"]
        since = first.headers["Last-Modified"]
        assert filed.read("/film/", Accept_Encoding=accepted, If_Modified_Since=since).status == 304
        assert filed.read("/film/", Accept_Encoding=accepted, If_None_Match='"another"').status == 200


def test_files_are_served_while_nothing_else_answers(filed: Site) -> None:
    before = filed.read(filed.goat)
    filed.application.kill()
    filed.varnish.down()
    for _ in range(3):
        answer = filed.read(filed.goat)
        assert (answer.status, answer.text, answer.cache) == (200, before.text, "file")
    for address in ("/topics/nobody-asked-before/", "/media/05/05b98a8f2dde61a3db669e18/wide-640.avif"):
        answer = filed.read(address)
        assert answer.status == 503, address
        assert "Please try again in a minute" in answer.text
    filed.application.deed(CHANGE.replace("Sheep", "Duck"), told=False)
    assert filed.read(filed.goat).status == 503  # it may show what was withdrawn
