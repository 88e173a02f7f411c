"""How pages are delivered: against nginx, after a change, in memory, after a start. All through the real server."""

import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models.functions import Length

from articles.models import Edition
from bench.desk import Desk, story_of
from bench.figures import Figure, children, percentile, proportional
from bench.servers import (
    HOST,
    Load,
    as_sent,
    bare_server,
    nginx_as_shipped,
    nginx_with,
    request,
    running,
    server,
    varnish,
    wrk,
)
from newsroom.serving import web_server

SECONDS = 3  # of load in each round
RATE = 500  # readers' requests a second while stories are published
BETWEEN = 1.0  # seconds from one change that all have seen to the next
IN_A_ROW = 6  # answers, each over a connection of its own, that make a page count as new for every process
PAUSE = 0.015  # seconds between two looks at a page
LONGEST = 10.0  # seconds until a page that is still old ends the run
OURS, NGINX, VARNISH = "our server", "nginx as shipped", "Varnish as shipped"
BARE = "our server with a bare function"
MEGABYTE = 1024 * 1024


# -- against nginx -----------------------------------------------------------------------------------------------------


def against_nginx(rounds: int) -> list[Figure]:
    """The longest story, kept: by our server, as a file of nginx as it is shipped, by Varnish; and nginx with the same
    bytes in a file that nothing else is to be said about. In turn."""
    address = Edition.objects.live().order_by(Length("text").desc())[0].get_absolute_url()
    connection.close()
    with ExitStack() as up:
        up.enter_context(server("static", PAGE_FILES="1"))
        time.sleep(1)  # a page is a file when no change of the same second can come
        for _ in range(10):  # so that each process has it
            page, headers = as_sent(address)
        encoding = headers.get("Content-Encoding", "identity")
        nginx = up.enter_context(nginx_with(page, encoding))
        shipped, before = up.enter_context(nginx_as_shipped()), up.enter_context(varnish())
        sent, says = as_sent(address, shipped)
        if sent != page or says["X-Cache"] != "file":
            raise AssertionError(f"nginx as shipped does not have {address} as a file.")
        peers = {
            "nginx": (nginx, "/page"),
            OURS: (settings.PORT, address),
            NGINX: (shipped, address),
            VARNISH: (before, address),
            BARE: (up.enter_context(bare_server(page, headers)), "/"),
        }
        loads: dict[str, list[Load]] = {name: [] for name in peers}
        for number in range(rounds):
            # Whoever is first in one round is last in the next.
            for name, (port, path) in list(peers.items())[:: 1 if number % 2 else -1]:
                loads[name].append(wrk(port, path, SECONDS))
    fastest = statistics.median(one.rate for one in loads["nginx"])
    figures = [
        Figure(
            f"Cached article page, {len(page):,} bytes of {encoding}: nginx from a file", fastest / 1000, "thousand/s"
        )
    ]
    for name, least in {OURS: 0.6, NGINX: 0.9, VARNISH: None, BARE: None}.items():
        rates = [one.rate / peer.rate for one, peer in zip(loads[name], loads["nginx"], strict=True)]
        waits = [one.p99 / peer.p99 for one, peer in zip(loads[name], loads["nginx"], strict=True)]
        figures += [
            Figure(
                f"Cached article page: {name}",
                statistics.median(one.rate for one in loads[name]) / 1000,
                "thousand/s",
            ),
            Figure(f"Cached article page: {name} against nginx", statistics.median(rates), "×", least=least),
            Figure(
                f"Cached article page: p99 of {name} against nginx's",
                statistics.median(waits),
                "×",
                None if name == BARE else 5,
            ),
        ]
    return figures


# -- after a change ----------------------------------------------------------------------------------------------------


def freshness(editor: User, publishes: int) -> list[Figure]:
    """From the button that publishes a new headline to that headline on every page, under the load of readers."""
    article = story_of(6, "Before anything was changed", editor, topics=1)
    edition = article.publish(by=editor)
    author, topic = edition.authors.all()[0], edition.topics.all()[0]
    pages = {
        "article": edition.get_absolute_url(),
        "home": "/",
        "category": edition.category.get_absolute_url(),
        "topic": topic.get_absolute_url(),
        "author": author.get_absolute_url(),
        "feed": "/feed/",
        "news sitemap": "/news-sitemap.xml",
    }
    read = Path(settings.DATA_DIR) / "bench-addresses"
    others = [one.get_absolute_url() for one in Edition.objects.live().newest()[:300]]
    read.write_text("\n".join([*pages.values(), *pages.values(), *others]))
    desk = Desk(editor)
    connection.close()

    refused: Counter[str] = Counter()

    def seconds_until_new(address: str, headline: str, pressed: float) -> float:
        """When the first of so many answers in a row that all have the headline arrived."""
        new: list[float] = []
        while len(new) < IN_A_ROW:
            status, page, _ = request("GET", address)
            now = time.perf_counter() - pressed
            if status != 200:
                refused[f"watchers answered {status}"] += 1
            new = [*new, now] if headline in page else []
            if now > LONGEST:
                raise AssertionError(f"{address} is still old {LONGEST:.0f} s after the button was pressed.")
            time.sleep(PAUSE)
        return new[0]

    taken: dict[str, list[float]] = {name: [] for name in [*pages, "answer", "all"]}
    with server("freshness"), ThreadPoolExecutor(len(pages)) as watchers:
        for address in [*pages.values(), *others]:
            request("GET", address, headers={"Accept-Encoding": "br"})
        command = f"{sys.executable} -m bench.readers {settings.PORT} {HOST}:{settings.PORT} {RATE} {read}".split()
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as readers:
            time.sleep(1)
            for number in range(publishes):
                headline = f"Changed for the {number + 1}th time"
                press = desk.ready_to_press(article, "_publish", headline=headline)
                pressed = time.perf_counter()
                status, _, _ = press()
                taken["answer"].append(time.perf_counter() - pressed)
                if status != 302:
                    raise AssertionError(f"Publishing was answered {status}.")
                seen = {
                    name: watchers.submit(seconds_until_new, address, headline, pressed)
                    for name, address in pages.items()
                }
                for name, one in seen.items():
                    taken[name].append(one.result())
                taken["all"].append(max(taken[name][-1] for name in pages))
                time.sleep(BETWEEN)
            report, _ = readers.communicate("")
    met = json.loads(report)
    refused.update(met["wrong"])
    thousandths = {name: [1000 * one for one in values] for name, values in taken.items()}
    slowest = max(pages, key=lambda name: percentile(thousandths[name], 99))
    after = [seen - answer for seen, answer in zip(thousandths["all"], thousandths["answer"], strict=True)]
    under, wrong, answers = f"under {RATE} requests a second", sum(refused.values()), len(met["milliseconds"])
    return [
        Figure(f"From button to new bytes everywhere, {under}: median", statistics.median(thousandths["all"]), "ms"),
        Figure(f"From button to new bytes everywhere, {under}: p99", percentile(thousandths["all"], 99), "ms", 300),
        Figure(f"… the slowest page of the seven ({slowest}): p99", percentile(thousandths[slowest], 99), "ms", 300),
        Figure("… until the desk has its answer: median", statistics.median(thousandths["answer"]), "ms"),
        Figure("… from the desk's answer: p99", percentile(after, 99), "ms"),
        Figure(
            "… readers' requests a second meanwhile", len(met["milliseconds"]) / met["seconds"], "", least=0.98 * RATE
        ),
        Figure(f"… readers answered by an error, of {answers:,} {dict(refused) or ''}".rstrip(), wrong, "", 0),
        Figure("… readers' p99", percentile(met["milliseconds"], 99), "ms"),
    ]


# -- in memory ---------------------------------------------------------------------------------------------------------


def page_memory(number: int) -> list[Figure]:
    """What the largest web process holds when both were asked for that many pages."""
    addresses = [one.get_absolute_url() for one in Edition.objects.live().newest()[:number]]
    if len(addresses) < number:
        raise AssertionError(f"There are only {len(addresses)} stories.")
    connection.close()

    def fetch(address: str) -> int:
        return len(as_sent(address)[0])

    with server("page-memory") as process, ThreadPoolExecutor(4) as threads:
        for _ in range(4):  # over new connections: both processes are asked for nearly all
            size = sum(threads.map(fetch, addresses))
        held = max(proportional(child) for child in children(process.pid))
    configured = settings.PAGE_CACHE_BYTES / MEGABYTE
    what = f"Web process, {number:,} pages cached (bound of the cache {configured:.0f} MB + 120)"
    return [
        Figure(f"{number:,} pages as sent", size / MEGABYTE, "MB"),
        Figure(what, held, "MB", configured + 120),
    ]


# -- after a start -----------------------------------------------------------------------------------------------------


def start(times: int = 5) -> list[Figure]:
    """From the start of the server's process to the first home page, the database being there."""
    connection.close()
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        with running(web_server().command, Path(settings.DATA_DIR) / "bench-start.log", "/", settings.PORT):
            taken.append(time.perf_counter() - begun)
    return [Figure("From the start of the server to the first page", statistics.median(taken), "s", 2)]
