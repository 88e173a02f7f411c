"""Whether stories come at their minute, not before: `python -m bench.times`. Ends with 1 when a bound is missed."""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from bench.run import line, prepare
from newsroom.testing import postgresql

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from articles.models import Article, ImageAsset
    from bench.figures import Figure

TOGETHER = 1_000  # stories for one minute
KILLS = 30
TO_A_KILL = 14  # stories that go out at each moment when a worker is killed
APART = 5.0  # seconds between two kills: a worker takes some to start
PARTS = ("single", "minute", "kills", "embargo")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.times", description=__doc__)
    options.add_argument("--postgresql", action="store_true", help="on a PostgreSQL of its own, not on SQLite")
    options.add_argument("parts", nargs="*", help=f"what to measure, else everything: {', '.join(PARTS)}")
    chosen = options.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        options.error(f"There is no part {', '.join(sorted(unknown))}.")
    directory = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        with postgresql(carefully=True) if chosen.postgresql else nullcontext("") as database:
            prepare(directory, plainly=True, database=database)
            figures = measure(chosen.parts or list(PARTS))
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    missed = [figure for figure in figures if not figure.kept]
    print(f"{len(missed)} bounds missed." if missed else "Every bound is kept.")
    return 1 if missed else 0


def measure(parts: list[str]) -> list["Figure"]:
    from django.contrib.auth.models import User

    editor = User.objects.get(username="editor")
    deeds: dict[str, Callable[[User], list[Figure]]] = {
        "single": single,
        "minute": minute,
        "kills": kills,
        "embargo": embargo,
    }
    figures: list[Figure] = []
    for name in parts:
        for figure in deeds[name](editor):
            figures.append(figure)
            print(line(figure), flush=True)
    return figures


def start_worker() -> subprocess.Popen[bytes]:
    from django.conf import settings

    log = (Path(settings.DATA_DIR) / "bench-worker.log").open("ab")
    with log:
        return subprocess.Popen(
            [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"], stdout=log, stderr=log, env=os.environ
        )


@contextmanager
def worker() -> Iterator[None]:
    """A worker process that is at work, as long as the block lasts."""
    from newsroom.models import WorkerBeat

    WorkerBeat.objects.all().delete()
    process = start_worker()
    try:
        wait_until(WorkerBeat.objects.exists, 60)
        yield
    finally:
        process.terminate()
        process.wait(60)


def wait_until(condition: Callable[[], object], seconds: float, pause: float = 0.02) -> None:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"Waited {seconds:.0f} s in vain.")
        time.sleep(pause)


def stories(count: int, editor: "User") -> list["Article"]:
    from bench.desk import story_of

    return [story_of(6, f"Bell number {number} rings at its minute", editor, topics=2) for number in range(count)]


def seen_after(wanted: list["Article"], at: datetime, seconds: float, pause: float) -> list[float]:
    """Seconds from `at` until each of these stories is seen to be live, in order. Raises when one was live before."""
    from django.utils import timezone

    from articles.models import Article

    waiting, found = {one.pk for one in wanted}, []
    end = time.monotonic() + seconds
    while waiting:
        if time.monotonic() > end:
            raise AssertionError(f"{len(waiting)} stories did not go out.")
        live = set(
            Article.objects.filter(publish_at=None, live_edition__isnull=False, pk__in=waiting).values_list(
                "pk", flat=True
            )
            if len(waiting) < 100
            else Article.objects.filter(live_edition__isnull=False, headline__startswith="Bell").values_list(
                "pk", flat=True
            )
        )
        late = (timezone.now() - at).total_seconds()
        if live & waiting and late < 0:
            raise AssertionError("A story went out before its minute.")
        found += [late] * len(live & waiting)
        waiting -= live
        time.sleep(pause)
    return found


def single(editor: "User") -> list["Figure"]:
    """One story at a time, for odd moments: how late it is in front of readers."""
    from django.utils import timezone

    from bench.figures import Figure

    late = []
    with worker():
        for story in stories(10, editor):
            at = timezone.now() + timedelta(seconds=random.uniform(1.5, 3.5))
            story.schedule(at, by=editor)
            late += seen_after([story], at, 30, 0.005)
    return [Figure("a scheduled story after its moment, the latest of ten", max(late), "s", most=1)]


def minute(editor: "User") -> list["Figure"]:
    """A thousand stories for one minute, and one worker."""
    from django.utils import timezone

    from bench.figures import Figure, percentile

    wanted = stories(TOGETHER, editor)
    at = timezone.now() + timedelta(seconds=TOGETHER * 0.06 + 20)
    with worker():
        for story in wanted:
            story.schedule(at, by=editor)
        late = seen_after(wanted, at, 600, 0.05)
    return [
        Figure(f"{TOGETHER:,} stories for one minute, one worker: the median", percentile(late, 50), "s"),
        Figure(f"{TOGETHER:,} stories for one minute, one worker: p99", percentile(late, 99), "s", most=2),
    ]


def kills(editor: "User") -> list["Figure"]:
    """Two workers, of which one after the other is killed while stories go out, some together at each moment."""
    from django.utils import timezone

    from articles.models import Article, AuditEntry, Edition
    from bench.figures import Figure

    wanted = stories(KILLS * TO_A_KILL, editor)
    start = timezone.now() + timedelta(seconds=len(wanted) * 0.06 + 5)
    moments = [start + timedelta(seconds=APART * number) for number in range(KILLS)]
    for number, story in enumerate(wanted):
        story.schedule(moments[number % KILLS], by=editor)
    mine = [one.pk for one in wanted]
    out = Article.objects.filter(pk__in=mine, live_edition__isnull=False)
    processes, amid = [start_worker(), start_worker()], 0
    try:
        for number, moment in enumerate(moments):
            time.sleep(max(0.0, (moment - timezone.now()).total_seconds()) + random.uniform(0, 0.08))
            processes[number % 2].send_signal(signal.SIGKILL)
            processes[number % 2].wait()
            amid += out.count() < TO_A_KILL * (number + 1)
            processes[number % 2] = start_worker()
        wait_until(lambda: out.count() == len(mine), 120)
    finally:
        for one in processes:
            one.kill()
            one.wait()
    editions = Edition.objects.filter(article__in=mine).count()
    entries = AuditEntry.objects.filter(article__in=mine, action="publish").count()
    wrong = abs(editions - len(mine)) + abs(entries - len(mine)) + (len(mine) - out.count())
    what = f"{len(mine)} stories, {KILLS} kill -9, {amid} of them before all were out"
    return [Figure(f"{what}: stories not released exactly once", wrong, "", most=0)]


def picture_of_its_own(editor: "User") -> "ImageAsset":
    """A picture that no other story shows, with its files."""
    from io import BytesIO

    from django.core.files.uploadedfile import SimpleUploadedFile

    from articles.pictures import accept
    from bench.run import plain

    file = BytesIO()
    plain(251).save(file, "PNG")
    upload = SimpleUploadedFile("sign.png", file.getvalue(), "image/png")
    asset = accept(upload, by=editor, title="The sign", credit="Limelight", alt_text="A sign")
    asset.make_renditions()
    return asset


def embargo(editor: "User") -> list["Figure"]:
    """Every public address asked until 10 ms before an embargo ends, and 2 s after."""
    from dataclasses import replace

    from django.utils import timezone

    from articles.models import Article, Author, Category, Topic
    from bench.desk import story_of
    from bench.figures import Figure
    from bench.servers import request, server

    story, word = story_of(4, "Zqvxkwortle is announced", editor), "zqvxkwortle"
    topic = Topic.objects.create(name="Zqvxkwortle", slug=word)
    asset = picture_of_its_own(editor)
    document = replace(
        story.document(),
        slug=f"{word}-is-announced",
        topics=(topic.label(),),
        lead=asset.picture(alt_text=f"The sign of {word}", caption=f"{word} at the door"),
    )
    story.write(document, by=editor)
    owners = [one for model in (Category, Topic, Author) for one in model._default_manager.all()]
    lists = ["/", *(one.get_absolute_url() for one in owners)]
    every = [f"{path}{kind}" for path in lists for kind in ("", "feed/", "feed/atom/", "feed.json", "?page=2")]
    every += ["/sitemap.xml", "/news-sitemap.xml", f"/sitemap/{timezone.now():%Y-%m}.xml", f"/search/?q={word}"]
    every += [one.live_edition.get_absolute_url() for one in Article.objects.live() if one.live_edition]
    own = f"{document.category.url if document.category else '/'}{story.pk}/{document.slug}/"
    every.append(own)

    def ask(address: str) -> tuple[str, datetime, str]:
        began = timezone.now()
        _, text, headers = request("GET", address)
        told = text.lower() + str(headers.get("Location", "")).lower()
        if address.startswith("/search/"):  # says the question again, and no more
            told = told if "no story has all of these words" not in told else ""
        return address, began, told

    with server("times"), worker(), ThreadPoolExecutor(8) as pool:
        list(pool.map(ask, every))
        until = timezone.now() + timedelta(seconds=12)
        story.set_embargo(until, f"The makers of {word} asked for it", by=editor)
        story.schedule(until, by=editor)
        last = until - timedelta(milliseconds=10)
        early: list[tuple[str, datetime, str]] = []
        while timezone.now() < last - timedelta(seconds=3):
            early += pool.map(ask, every)
        sharp = [own, "/", "/feed/", "/feed/atom/", "/feed.json", "/sitemap.xml", "/news-sitemap.xml"]
        time.sleep(max(0.0, (last - timezone.now()).total_seconds()))
        early += pool.map(ask, [*sharp, f"/search/?q={word}"])
        late_by = max(one[1] for one in early[-8:]) - last
        leaked = [one for one in early if (word in one[2] or asset.key in one[2]) and one[1] <= until]
        time.sleep(max(0.0, (until + timedelta(seconds=2) - timezone.now()).total_seconds()))
        after = list(pool.map(ask, every))
    must = {own, "/", "/feed/", "/feed/atom/", "/feed.json", "/news-sitemap.xml", f"/search/?q={word}"}
    must |= {f"{path}{kind}" for path in (topic.get_absolute_url(),) for kind in ("", "feed/", "feed/atom/")}
    missing = [address for address, _, told in after if address in must and word not in told]
    missing += [own for address, _, told in after if address == own and asset.key not in told]
    if leaked or missing:
        print("Leaked:", [one[0] for one in leaked], "Missing:", missing)
    what = (
        f"{len(every)} addresses, the last {late_by.total_seconds() * 1000:+.0f} ms from 10 ms before an embargo ends"
    )
    return [
        Figure(f"{what}: leaks", len(leaked), "", most=0),
        Figure(f"{len(must)} addresses 2 s after: without the story", len(missing), "", most=0),
    ]


if __name__ == "__main__":
    sys.exit(main())
