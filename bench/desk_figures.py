"""What the desk costs those who live in it: `python -m bench.desk_figures`. Ends with 1 when a bound is missed."""

import argparse
import shutil
import statistics
import sys
import tempfile
import threading
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench.run import line, prepare

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from bench.figures import Figure

EDITORS = 50
PACE = 2.0  # seconds between two autosaves of one editor, as the screen keeps it


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.desk_figures", description=__doc__)
    options.add_argument("--stories", type=int, default=100_000, help="how many there are for the list and the search")
    options.add_argument("--seconds", type=int, default=60, help="how long the fifty editors write")
    options.add_argument("--small", action="store_true", help="5,000 stories and 20 seconds")
    chosen = options.parse_args()
    stories, seconds = (5_000, 20) if chosen.small else (chosen.stories, chosen.seconds)
    directory = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        prepare(directory, plainly=True)
        figures = measure(stories, seconds)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    missed = [figure for figure in figures if not figure.kept]
    print(f"{len(missed)} bounds missed." if missed else "Every bound is kept.")
    return 1 if missed else 0


def measure(stories: int, seconds: int) -> list["Figure"]:
    from django.contrib.auth.models import User

    editor = User.objects.get(username="editor")
    figures: list[Figure] = []
    parts: list[Callable[[], list[Figure]]] = [
        partial(autosaving, editor),
        partial(screen, editor),
        partial(crowd, editor, seconds),
        partial(finding, editor, stories),
    ]
    for part in parts:
        for figure in part():
            figures.append(figure)
            print(line(figure), flush=True)
    return figures


def autosaving(editor: "User") -> list["Figure"]:
    """A story of 30 sections: a paragraph typed in one of them, as the screen sends it; beside it, the same saved."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.urls import reverse

    from bench import form
    from bench.desk import story_of
    from bench.figures import Figure
    from bench.servers import HOST

    client = Client(SERVER_NAME=HOST)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    article = story_of(30, "Measured while it is written", editor, topics=3)
    address = article.get_absolute_url()
    sent = form.fields(client.get(address).text, "_save")
    sent.pop("_save")
    sent |= {"tab": [str(uuid.uuid4())], "section": [""]}
    body = [name for name in sent if name.endswith("-body")][12]
    autosave = reverse("admin:articles_article_autosave", args=[article.pk])

    def post(address: str, **more: str) -> float:
        sent[body] = [f"{sent[body][0]}<p>And another line.</p>"]
        start = time.perf_counter()
        answer = client.post(address, sent | more, headers={"X-Requested-With": "newsroom"})
        taken = (time.perf_counter() - start) * 1000
        if answer.status_code != 200:
            raise AssertionError(f"It was answered {answer.status_code}.")
        sent["base"] = [str(answer.json()["base"])]
        return taken

    for _ in range(3):
        post(autosave)
    with CaptureQueriesContext(connection) as captured:
        post(autosave)
    asked = len(captured)  # now, since later requests empty the log
    autosaves, saves = [], []
    for _ in range(20):
        autosaves.append(post(autosave))
        saves.append(post(address, _save="1"))
    return [
        Figure("Autosave of 30 sections: queries", asked, "", 15),
        Figure("Autosave of 30 sections: wall time", statistics.median(autosaves), "ms", 150),
        Figure("… an ordinary save of the same, in turn", statistics.median(saves), "ms"),
    ]


def screen(editor: "User") -> list["Figure"]:
    """The story screen of six sections in Chromium with nothing remembered: its bytes as they come over the line,
    pictures included, and the time until its first text can be typed in."""
    from django.conf import settings
    from django.db import connection
    from playwright.sync_api import Browser, sync_playwright

    from bench.desk import Desk, story_of
    from bench.figures import Figure
    from bench.servers import HOST, server
    from newsroom.testing import CHROMIUM, found

    story, desk = story_of(6, "Opened on a cold morning", editor, topics=2), Desk(editor)
    connection.close()
    site = f"http://{HOST}:{settings.PORT}"
    name, _, value = desk.session.partition("=")

    def opened(browser: Browser) -> tuple[int, float]:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies([{"name": name, "value": value, "url": site}])
        page, came = context.new_page(), [0]

        def count(received: dict[str, int]) -> None:
            came[0] += received["encodedDataLength"]

        line = context.new_cdp_session(page)
        line.send("Network.enable")
        line.on("Network.loadingFinished", count)
        start = time.perf_counter()
        page.goto(f"{site}{story.get_absolute_url()}", wait_until="commit")
        page.locator(".cke_wysiwyg_div").first.wait_for()
        usable = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
        context.close()
        return came[0], usable

    with server("screen"), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found(CHROMIUM), args=["--no-sandbox", "--disable-gpu"])
        runs = [opened(browser) for _ in range(6)][1:]  # the first also starts the server's own parts
        browser.close()
    return [
        Figure("Story screen, cold: bytes", statistics.median(came for came, _ in runs) / 1000, "kB", 600),
        Figure("Story screen, cold: until one can type", statistics.median(usable for _, usable in runs), "s", 1.5),
    ]


def crowd(editor: "User", seconds: int) -> list["Figure"]:
    """Fifty editors, each in a story of her own, through the real server: a word every two seconds."""
    from django.conf import settings
    from django.db import connection
    from django.urls import reverse

    from articles.models import Article
    from bench import form
    from bench.desk import Desk, story_of
    from bench.figures import Figure, percentile
    from bench.servers import HOST, request, server

    own = [story_of(8, f"Written by editor {number}", editor) for number in range(EDITORS)]
    desks = [Desk(editor) for _ in own]
    autosave = [reverse("admin:articles_article_autosave", args=[one.pk]) for one in own]
    connection.close()
    ready = threading.Barrier(EDITORS)
    taken: list[float] = []
    wrong: list[str] = []
    acknowledged: dict[int, str] = {}

    def write(number: int) -> None:
        status, page, headers = request(
            "GET", own[number].get_absolute_url(), headers={"Cookie": desks[number].session}
        )
        sent = form.fields(page, "_save")
        sent.pop("_save")
        sent |= {"tab": [str(uuid.uuid4())], "section": [""]}
        body = next(name for name in sent if name.endswith("-body"))
        cookies = [one.partition(";")[0] for one in headers.get_all("Set-Cookie") or []]
        said = {
            "Cookie": "; ".join([desks[number].session, *cookies]),
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{HOST}:{settings.PORT}",
            "X-Requested-With": "newsroom",
        }
        ready.wait()
        begun, step = time.monotonic(), 0
        time.sleep(PACE * number / EDITORS)  # nobody types in step
        while time.monotonic() - begun < seconds:
            step += 1
            sent[body] = [f"{sent[body][0]}<p>Word {number} of step {step}.</p>"]
            start = time.perf_counter()
            status, text, _ = request("POST", autosave[number], urlencode(sent, doseq=True), said)
            taken.append(time.perf_counter() - start)
            if status != 200:
                wrong.append(f"{status}: {text[:200]}")
                return
            sent["base"] = [text.partition('"base": ')[2].partition(",")[0]]
            acknowledged[number] = sent[body][0]
            time.sleep(max(0.0, PACE - taken[-1]))

    with server("editors"), ThreadPoolExecutor(EDITORS) as threads:
        list(threads.map(write, range(EDITORS)))
    lost = sum(
        Article.objects.get(pk=own[number].pk).document().sections[0].body != body
        for number, body in acknowledged.items()
    )
    if wrong:
        print(wrong[0])
    log = (Path(settings.DATA_DIR) / "bench-editors.log").read_text()
    return [
        Figure(f"{EDITORS} editors, {seconds} s: autosaves", len(taken), ""),
        Figure(f"{EDITORS} editors, {seconds} s: errors", len(wrong) + log.count("database is locked"), "", 0),
        Figure(f"{EDITORS} editors, {seconds} s: texts lost", lost + EDITORS - len(acknowledged), "", 0),
        Figure(f"{EDITORS} editors, {seconds} s: median", statistics.median(taken), "s"),
        Figure(f"{EDITORS} editors, {seconds} s: 99 of 100 within", percentile(taken, 99), "s", 1),
    ]


def finding(editor: "User", stories: int) -> list["Figure"]:
    """The story list and the search in it, with few stories and with many."""
    from django.test import Client
    from django.urls import reverse

    from articles.demo import bulk
    from articles.models import Article
    from bench.figures import Figure, milliseconds, queries
    from bench.growth import answered
    from bench.servers import HOST

    client = Client(SERVER_NAME=HOST)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    address = reverse("admin:articles_article_changelist")
    pages = {"Story list": address, "Search at the desk": f"{address}?q=bakery+midnight"}
    bulk.add(1_000, lambda text: None)
    few = {name: queries(partial(answered, client, page)) for name, page in pages.items()}
    bulk.add(max(0, stories - Article.objects.count()), lambda text: None)
    figures = []
    for name, page in pages.items():
        deed = partial(answered, client, page)
        figures += [
            Figure(f"{name}, {stories:,} stories: queries, at most those with 1,000", queries(deed), "", few[name]),
            Figure(f"{name}, {stories:,} stories", milliseconds(deed, 20, time.perf_counter), "ms", 150),
        ]
    return figures


if __name__ == "__main__":
    sys.exit(main())
