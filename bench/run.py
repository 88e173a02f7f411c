"""Measure everything in a newsroom of its own: `python -m bench.run`. Ends with 1 when a bound is missed."""

import argparse
import os
import platform
import re
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newsroom.testing import free_port, front_servers, need

if TYPE_CHECKING:
    from PIL.Image import Image

    from bench.figures import Figure

REPORT = Path(__file__).parent.parent / "docs" / "performance.md"
OURS = (
    *("DATABASE_URL", "CACHE_URL", "EMAIL_URL", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "TRUSTED_PROXIES"),
    *("LISTEN_ADDRESS", "WEB_PROCESSES", "WORKER_PROCESSES", "TIME_ZONE", "UPLOAD_MAX_BYTES", "UPLOAD_MAX_PIXELS"),
    *("PAGE_CACHE_BYTES", "PAGE_FILES", "PURGE_URLS"),
)  # settings that would change what is measured


class Size(NamedTuple):
    """How much is measured. `name` is also that of its table in the report."""

    name: str
    few: int  # live stories in the small case
    many: int  # … and in the large one
    pages: int  # kept in memory
    rounds: int  # of load against nginx
    publishes: int


SMALL = Size("small", 1_000, 20_000, 2_000, 5, 40)
FULL = Size("full", 1_000, 1_000_000, 10_000, 11, 300)
PARTS = ("article", "growth", "nginx", "fresh", "pages", "start", "saving", "memory", "crowd", "upload")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    options.add_argument("parts", nargs="*", help=f"what to measure, else everything: {', '.join(PARTS)}")
    options.add_argument("--full", action="store_true", help="a million stories, ten thousand kept pages")
    options.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    chosen = options.parse_args()
    if unknown := set(chosen.parts) - set(PARTS):
        options.error(f"There is no part {', '.join(sorted(unknown))}.")
    size = FULL if chosen.full else SMALL
    need("The benchmarks need", {**front_servers(), "wrk": shutil.which("wrk")})
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))  # the servers end with us
    directory, begun = Path(tempfile.mkdtemp(prefix="newsroom-bench-")), time.monotonic()
    try:
        prepare(directory, plainly=True)
        figures = measure(size, chosen.parts or PARTS)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    if chosen.write:
        REPORT.write_text(report(REPORT.read_text(), figures, size))
        print(f"Written to {REPORT}.")
    print(f"\nTaken in {time.monotonic() - begun:.0f} s.")
    missed = [figure for figure in figures if not figure.kept]
    print(f"{len(missed)} bounds missed." if missed else "Every bound is kept.")
    return 1 if missed else 0


def prepare(directory: Path, *, plainly: bool = False, database: str = "") -> None:
    """A newsroom with the real settings in a directory of its own, whatever the environment says.

    Its pictures are the demo's, or plain ones: drawing them takes minutes, and no page is slower or faster by it.
    `database` is a DATABASE_URL; without one it is a file of SQLite.
    """
    port = free_port()
    for name in OURS:
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATA_DIR": str(directory),
        "DEMO": "1",
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
    }
    if database:
        os.environ["DATABASE_URL"] = database
    import django
    from django.core.management import call_command

    django.setup()
    print("Preparing a newsroom to measure …", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    if plainly:
        from articles.demo.library import PICTURES

        PICTURES[:] = [replace(one, draw=partial(plain, number)) for number, one in enumerate(PICTURES)]
    call_command("demo")


def plain(number: int) -> "Image":
    """A picture of one colour, which no other number below 256 has."""
    from PIL import Image

    return Image.new("RGB", (960, 640), (number % 16 * 16, number // 16 * 16, 120))


def measure(size: Size, parts: Sequence[str]) -> list["Figure"]:
    from django.conf import settings
    from django.contrib.auth.models import User

    from articles.demo import bulk
    from articles.models import Edition
    from bench import delivery, growth, measures
    from bench.figures import Figure

    editor = User.objects.get(username="editor")
    few = Path(settings.DATA_DIR) / "few.sqlite3"
    figures: list[Figure] = []

    def silent(text: str) -> None:
        pass

    def grow() -> list[Figure]:
        """The large case, from here on. The small one is kept beside it."""
        growth.keep_a_copy(few)
        begun, added = time.monotonic(), size.many - size.few
        bulk.add(added, silent)
        rate = added / (time.monotonic() - begun)
        return [
            Figure("Stories that the demo adds in a second", rate, ""),
            *growth.compared(editor, size.few, few, size.many),
        ]

    def keep() -> list[Figure]:
        bulk.add(size.pages - Edition.objects.live().count(), silent)  # where nothing has grown before
        return delivery.page_memory(size.pages)

    deeds: dict[str, Callable[[], list[Figure]]] = {
        "article": partial(measures.article_page, editor),
        "growth": grow,
        "nginx": partial(delivery.against_nginx, size.rounds),
        "fresh": partial(delivery.freshness, editor, size.publishes),
        "pages": keep,
        "start": delivery.start,
        "saving": partial(measures.saving, editor),
        "memory": measures.memory,
        "crowd": partial(measures.crowd, editor),
        "upload": measures.upload,
    }
    bulk.add(size.few - Edition.objects.live().count(), silent)
    print()
    for name in PARTS:
        if name in parts:
            for figure in deeds[name]():
                figures.append(figure)
                print(line(figure), flush=True)
    return figures


def line(figure: "Figure") -> str:
    missed = "" if figure.kept else "MISSED"
    return f"{figure.what:<82} {figure.shown:>16}   {figure.bound:<18} {missed}".rstrip()


def report(text: str, figures: list["Figure"], size: Size) -> str:
    """The page with the table of this size made anew; the words around it stay."""
    rows = [f"| {one.what} | {one.shown} | {one.bound} |" for one in figures]
    said = (
        f"Taken on {date.today():%-d %B %Y} with Python {platform.python_version()} on {os.cpu_count()} cores, "
        "in SQLite."
    )
    head = [f"<!-- {size.name} -->", said, "", "| what | measured | bound |", "|---|---:|---:|"]
    table = "\n".join([*head, *rows, f"<!-- end of {size.name} -->"])
    return re.sub(rf"<!-- {size.name} -->.*<!-- end of {size.name} -->", lambda match: table, text, count=1, flags=re.S)


if __name__ == "__main__":
    sys.exit(main())
