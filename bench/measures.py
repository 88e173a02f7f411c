"""What the rest costs: a story's page, a save, an upload, the memory of a process, a crowd of editors.

Each returns Figures; times are processor time unless they say otherwise.
"""

import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.demo.pictures import classics
from articles.models import Article, Edition, ImageAsset, Revision
from articles.pictures import accept
from bench import form
from bench.desk import Desk, story_of
from bench.figures import Figure, children, milliseconds, proportional, queries
from bench.growth import reader
from bench.servers import HOST, request, server


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
    big, file = classics.PICTURES[0].draw().resize((6000, 4000), Image.Resampling.BICUBIC), BytesIO()
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

    with server("memory") as process, ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(fetch, range(1000)))
        held = max(proportional(child) for child in children(process.pid))
    errors = sum(status >= 500 for status in answers)
    return [
        Figure("Web process after 1,000 mixed requests", held, "MB", 150),
        Figure("Web process, 1,000 mixed requests: server errors", errors, "", 0),
    ]


def crowd(editor: User) -> list[Figure]:
    """Twenty editors save at the same moment: each a story of her own, then all the same one."""
    log = Path(settings.DATA_DIR) / "bench-crowd.log"
    editors = 20
    own = [story_of(8, f"Story of editor {number}", editor) for number in range(editors)]
    shared = story_of(8, "The story all have opened", editor)
    desks = [Desk(editor) for _ in range(editors)]
    connection.close()
    ready = threading.Barrier(editors)

    def save(number: int, article: Article, headline: str) -> tuple[int, str, float]:
        press = desks[number].ready_to_press(article, "_save", headline=headline)
        ready.wait()
        start = time.perf_counter()
        status, page, _ = press()
        return status, page, time.perf_counter() - start

    with server("crowd"), ThreadPoolExecutor(editors) as threads:
        apart = list(threads.map(lambda number: save(number, own[number], f"Saved by editor {number}"), range(editors)))
        together = list(threads.map(lambda number: save(number, shared, f"All at once {number}"), range(editors)))
    there = set(Article.objects.filter(pk__in=[one.pk for one in own]).values_list("headline", flat=True))
    lost = sum(f"Saved by editor {number}" not in there for number in range(editors))
    shared.refresh_from_db()
    # Whoever was not first finds what was typed put aside, to choose; what is in neither place is lost.
    versions = [one.document["headline"] for one in shared.revisions.all()]
    versions += [one.text for one in shared.asides.open()]
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
