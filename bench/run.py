"""Measure everything in a newsroom of its own: `python -m bench.run`. Ends with 1 when a bound is missed."""

import argparse
import os
import platform
import re
import shutil
import socket
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.measures import Figure

REPORT = Path(__file__).parent.parent / "docs" / "performance.md"
SMALL = 60
OURS = (
    *("DATABASE_URL", "CACHE_URL", "EMAIL_URL", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "TRUSTED_PROXIES"),
    *("LISTEN_ADDRESS", "WEB_PROCESSES", "TIME_ZONE", "UPLOAD_MAX_BYTES", "UPLOAD_MAX_PIXELS"),
)  # settings that would change what is measured


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    options.add_argument("--stories", type=int, default=100_000, metavar="N", help="live stories in the large case")
    options.add_argument("--small", action="store_true", help="a large case of 2,000 stories: quick, and proves less")
    options.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    chosen = options.parse_args()
    large = 2_000 if chosen.small else max(SMALL, chosen.stories)
    directory = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        prepare(directory)
        figures, rate = measure(large)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    if chosen.write:
        REPORT.write_text(report(REPORT.read_text(), figures, large, rate))
        print(f"Written to {REPORT}.")
    missed = [figure for figure in figures if not figure.kept]
    print(f"\n{len(missed)} bounds missed." if missed else "\nEvery bound is kept.")
    return 1 if missed else 0


def prepare(directory: Path) -> None:
    """A newsroom with the real settings in a directory of its own, whatever the environment says."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    for name in (
        "DATABASE_URL",
        "CACHE_URL",
        "DEBUG",
        "SECRET_KEY",
        "ALLOWED_HOSTS",
        "TRUSTED_PROXIES",
        "LISTEN_ADDRESS",
    ):
        os.environ.pop(name, None)
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATA_DIR": str(directory),
        "DEMO": "1",
        "PORT": str(port),
        "SITE_URL": f"http://localhost:{port}",
    }
    import django
    from django.core.management import call_command

    django.setup()
    print("Preparing a newsroom to measure …", flush=True)
    call_command("migrate", verbosity=0, interactive=False)
    call_command("createcachetable", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)
    call_command("demo")


def measure(large: int) -> tuple[list["Figure"], float]:
    """All figures, and how many stories a second the demo adds."""
    from django.contrib.auth.models import User

    from articles.demo import bulk
    from articles.models import Edition
    from bench import measures

    editor = User.objects.get(username="editor")
    figures: list[Figure] = []

    def take(what: Callable[[], list["Figure"]]) -> None:
        for figure in what():
            figures.append(figure)
            print(line(figure), flush=True)

    def silent(text: str) -> None:
        pass

    print()
    take(lambda: measures.article_page(editor))
    bulk.add(SMALL - Edition.objects.live().count(), silent)
    few = measures.lists()
    begun, added = time.monotonic(), large - SMALL
    bulk.add(added, silent)
    rate = added / max(0.001, time.monotonic() - begun)
    take(lambda: measures.compared(few, SMALL, measures.lists(), large))
    take(lambda: measures.saving(editor))
    take(measures.memory)
    take(lambda: measures.crowd(editor))
    take(measures.upload)
    return figures, rate


def shown(value: float, unit: str) -> str:
    number = f"{value:.0f}" if not unit or value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
    return f"{number} {unit}".strip()


def bound(figure: "Figure") -> str:
    return "" if figure.bound is None else shown(figure.bound, figure.unit)


def line(figure: "Figure") -> str:
    most = f"at most {bound(figure)}" if bound(figure) else ""
    missed = "" if figure.kept else "MISSED"
    return f"{figure.what:<62} {shown(figure.value, figure.unit):>10}   {most:<16} {missed}".rstrip()


def report(text: str, figures: list["Figure"], large: int, rate: float) -> str:
    """The page with its table made anew; the words around it stay."""
    rows = [f"| {one.what} | {shown(one.value, one.unit)} | {bound(one)} |" for one in figures]
    said = (
        f"Taken on {date.today():%-d %B %Y} with Python {platform.python_version()} on {os.cpu_count()} cores, "
        f"{large:,} stories in SQLite; they were added at {rate:.0f} a second."
    )
    head = ["<!-- table -->", said, "", "| what | measured | at most |", "|---|---:|---:|"]
    table = "\n".join([*head, *rows, "<!-- end -->"])
    return re.sub(r"<!-- table -->.*<!-- end -->", lambda match: table, text, flags=re.S)


if __name__ == "__main__":
    sys.exit(main())
