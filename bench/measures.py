"""The measurements. Each returns Figures; times are processor time unless they say otherwise."""

import http.client
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.demo.library import PICTURES
from articles.document import Credit, Document, Part
from articles.models import Article, Author, Category, Edition, ImageAsset, Revision
from articles.pictures import accept
from bench import form
from newsroom.serving import web_server

HOST = "localhost"


@dataclass(frozen=True)
class Figure:
    """One result. `bound` is the most it may be; None where nothing is promised."""

    what: str
    value: float
    unit: str
    bound: float | None = None

    @property
    def kept(self) -> bool:
        return self.bound is None or self.value <= self.bound


def milliseconds(deed: Callable[[], Any], times: int, clock: Callable[[], float] = time.process_time) -> float:
    """The median of many, after a few to warm up."""
    for _ in range(max(3, times // 10)):
        deed()
    taken = []
    for _ in range(times):
        start = clock()
        deed()
        taken.append((clock() - start) * 1000)
    return statistics.median(taken)


def queries(deed: Callable[[], Any]) -> int:
    deed()
    with CaptureQueriesContext(connection) as captured:
        deed()
    return len(captured)


def reader() -> Callable[[str], None]:
    """What fetches a public page through all middleware, as a browser takes it, and fails unless answered with 200."""
    client = Client(SERVER_NAME=HOST, headers={"Accept-Encoding": "gzip"})

    def fetch(address: str) -> None:
        response = client.get(address)
        if response.status_code != 200:
            raise AssertionError(f"{address} answered {response.status_code}")

    return fetch


def story_of(sections: int, headline: str, by: User) -> Article:
    """A saved story with that many sections, a picture in every third."""
    author = Author.objects.select_related("portrait").order_by("pk")[0]
    assets = list(ImageAsset.objects.order_by("pk")[:12])
    sentence = "The lamp was lit, the doors stood open, and nobody had yet said a word about the goat. "
    used = [(one.picture(caption="At the door.", alt_text="A lit door"),) for one in assets]
    parts = tuple(
        Part(
            key="",
            subhead=f"Part {number}" if number else "",
            body=f"<p>{sentence * 4}</p>" * 2,
            pictures=used[number % len(used)] if number % 3 == 0 else (),
        )
        for number in range(sections)
    )
    article = Article()
    article.write(
        Document(
            headline=headline,
            slug="",
            standfirst="A story to be measured, which says little and says it evenly.",
            category=Category.objects.order_by("pk")[0].label(),
            bylines=(Credit(author.pk, author.name, author.slug, "words", author.job_title),),
            lead=assets[0].picture(caption="Before the doors open.", alt_text="A lit door"),
            sections=parts,
        ),
        by=by,
    )
    return article


def article_page(editor: User) -> list[Figure]:
    fetch = reader()
    stories = {number: story_of(number, f"Measured with {number} sections", editor) for number in (3, 30)}
    short, long = (partial(fetch, one.publish(by=editor).get_absolute_url()) for one in stories.values())
    fewest = queries(short)
    return [
        Figure("Article page of 3 sections: queries", fewest, "", 6),
        Figure("Article page of 30 sections: queries", queries(long), "", fewest),
        Figure("Article page of 3 sections: Python", milliseconds(short, 200), "ms", 10),
        Figure("Article page of 30 sections: Python", milliseconds(long, 100), "ms", 10),
    ]


def lists() -> dict[str, tuple[int, float]]:
    """Queries and milliseconds of the pages that list stories."""
    fetch = reader()
    addresses = {"Home": "/", "Category": Category.objects.order_by("pk")[0].get_absolute_url()}
    return {
        name: (queries(partial(fetch, address)), milliseconds(partial(fetch, address), 80))
        for name, address in addresses.items()
    }


def compared(
    few: dict[str, tuple[int, float]], small: int, many: dict[str, tuple[int, float]], large: int
) -> list[Figure]:
    figures = []
    for name in few:
        figures += [
            Figure(f"{name}, {small:,} stories: queries", few[name][0], "", 8),
            Figure(f"{name}, {large:,} stories: queries", many[name][0], "", 8),
            Figure(f"{name}, {small:,} stories: Python and SQLite", few[name][1], "ms"),
            Figure(f"{name}, {large:,} stories: Python and SQLite", many[name][1], "ms"),
            Figure(f"{name}: how many times as long with {large:,}", many[name][1] / few[name][1], "×", 1.5),
        ]
    return figures


def saving(editor: User) -> list[Figure]:
    """Save a story of 30 sections at the desk, one of them changed, as the form sends it."""
    client = Client(SERVER_NAME=HOST)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    article = story_of(30, "Measured while it is saved", editor)
    taken, counted = [], 0
    for number in range(12):
        sent = form.fields(client.get(article.get_absolute_url()).text, "_save")
        body = next(name for name in sent if name.endswith("-body"))
        sent[body] = [f"<p>Changed for the time {number}.</p>{sent[body][0]}"]
        before = Revision.objects.filter(article=article).count()
        with CaptureQueriesContext(connection) if number == 0 else nothing() as captured:
            start = time.perf_counter()
            response = client.post(article.get_absolute_url(), sent)
            taken.append((time.perf_counter() - start) * 1000)
        if number == 0:
            counted = len(captured)
        if response.status_code not in (200, 302) or Revision.objects.filter(article=article).count() != before + 1:
            raise AssertionError(f"The save was answered {response.status_code} and made no version.")
    return [
        Figure("Saving 30 sections at the desk: queries", counted, "", 40),
        Figure("Saving 30 sections at the desk: wall time", statistics.median(taken[1:]), "ms", 300),
    ]


@contextmanager
def nothing() -> Iterator[list[Any]]:
    yield []


def upload() -> list[Figure]:
    """A picture of 24 megapixels, from its upload to the last of its renditions."""
    big, file = PICTURES[0].draw().resize((6000, 4000), Image.Resampling.BICUBIC), BytesIO()
    big.save(file, "JPEG", quality=92)
    start = time.process_time()
    asset = accept(SimpleUploadedFile("large.jpg", file.getvalue(), "image/jpeg"), by=None, credit="Bench")
    taken = time.process_time() - start
    if not asset.make_renditions():
        raise AssertionError(asset.failure)
    return [
        Figure("Upload of 24 megapixels: in the request", taken, "s", 1),
        Figure("Upload of 24 megapixels: until every rendition is there", time.process_time() - start, "s", 10),
    ]


# -- against the real server -------------------------------------------------------------------------------------------


@contextmanager
def server(log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The production web server, its complaints in a file."""
    with log.open("wb") as complaints:
        process = subprocess.Popen(web_server().command, stderr=complaints, stdout=complaints, start_new_session=True)
        try:
            until = time.monotonic() + 30
            while True:
                try:
                    if request("GET", "/healthz")[0] == 200:
                        break
                except OSError:
                    if time.monotonic() > until or process.poll() is not None:
                        raise
                time.sleep(0.1)
            yield process
        finally:
            process.terminate()
            process.wait(30)


def request(method: str, address: str, body: str = "", headers: dict[str, str] | None = None) -> tuple[int, str, Any]:
    line = http.client.HTTPConnection("127.0.0.1", settings.PORT, timeout=60)
    try:
        line.request(method, address, body or None, {"Host": f"{HOST}:{settings.PORT}", **(headers or {})})
        response = line.getresponse()
        return response.status, response.read().decode("utf-8", "replace"), response.headers
    finally:
        line.close()


def memory() -> list[Figure]:
    """What the largest web process holds after 1,000 requests of every kind. Needs Linux."""
    edition = Edition.objects.live().newest()[0]
    author, topic = edition.authors.all()[0], edition.topics.first()
    picture = ImageAsset.objects.order_by("pk")[0].renditions.order_by("-width")[0]
    addresses = [
        *("/", "/?page=2", edition.category.get_absolute_url(), edition.get_absolute_url(), author.get_absolute_url()),
        *("/search/?q=goat", "/feed/", "/newsletter/", "/sitemap.xml", "/nothing/here/", picture.url),
        *([topic.get_absolute_url()] if topic else []),
    ]
    addresses += [one.get_absolute_url() for one in Edition.objects.live().newest()[:30]]

    def fetch(number: int) -> int:
        return request("GET", addresses[number % len(addresses)])[0]

    with server(Path(settings.DATA_DIR) / "bench-memory.log") as process, ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(fetch, range(1000)))
        held = max(proportional(child) for child in children(process.pid))
    errors = sum(status >= 500 for status in answers)
    return [
        Figure("Web process after 1,000 mixed requests", held, "MB", 150),
        Figure("Web process, 1,000 mixed requests: server errors", errors, "", 0),
    ]


def children(pid: int) -> list[int]:
    return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()] or [pid]


def proportional(pid: int) -> float:
    """Megabytes a process holds, what it shares counted by its share."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    raise AssertionError("The kernel does not say how much memory a process holds.")


def crowd(editor: User) -> list[Figure]:
    """Twenty editors save at the same moment: each a story of her own, then all the same one."""
    log = Path(settings.DATA_DIR) / "bench-crowd.log"
    editors = 20
    own = [story_of(8, f"Story of editor {number}", editor) for number in range(editors)]
    shared = story_of(8, "The story all have opened", editor)
    cookies = []
    for _ in range(editors):
        client = Client(SERVER_NAME=HOST)
        client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
        cookies.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    connection.close()
    ready = threading.Barrier(editors)

    def save(number: int, article: Article, headline: str) -> tuple[int, str, float]:
        session = f"{settings.SESSION_COOKIE_NAME}={cookies[number]}"
        status, page, headers = request("GET", article.get_absolute_url(), headers={"Cookie": session})
        if status != 200:
            raise AssertionError(f"The story screen answered {status}.")
        sent = form.fields(page, "_save")
        sent[next(name for name in sent if name == "headline" or name.endswith("-headline"))] = [headline]
        given = [one.partition(";")[0] for one in headers.get_all("Set-Cookie") or []]
        ready.wait()
        start = time.perf_counter()
        status, page, _ = request(
            "POST",
            article.get_absolute_url(),
            urlencode(sent, doseq=True),
            {
                "Cookie": "; ".join([session, *given]),
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://{HOST}:{settings.PORT}",
            },
        )
        return status, page, time.perf_counter() - start

    with server(log), ThreadPoolExecutor(editors) as threads:
        apart = list(threads.map(lambda number: save(number, own[number], f"Saved by editor {number}"), range(editors)))
        together = list(threads.map(lambda number: save(number, shared, f"All at once {number}"), range(editors)))
    there = set(Article.objects.filter(pk__in=[one.pk for one in own]).values_list("headline", flat=True))
    lost = sum(f"Saved by editor {number}" not in there for number in range(editors))
    shared.refresh_from_db()
    versions = [one.document["headline"] for one in shared.revisions.all()]
    # Whoever was not first keeps on the screen what was typed, and is told; what is in neither place is lost.
    lost += sum(
        f"All at once {number}" not in versions and f"All at once {number}" not in page
        for number, (_, page, _) in enumerate(together)
    )
    return [
        Figure("20 editors saving at once: texts lost", lost, "", 0),
        Figure("20 editors saving at once: server errors", sum(one[0] >= 500 for one in [*apart, *together]), "", 0),
        Figure("20 editors saving at once: “database is locked”", log.read_text().count("database is locked"), "", 0),
        Figure("20 editors saving at once: the slowest", max(one[2] for one in [*apart, *together]), "s"),
    ]
