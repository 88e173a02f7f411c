"""Lighthouse on the pages readers get: `python -m bench.pages`. Ends with 1 when a bound is missed.

A demo newsroom on the real server, a phone as Lighthouse pretends to be one, Debian's Chromium. Each page is measured
three times and the median counts; what no bound names is printed for comparison.
"""

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.run import prepare

HERE = Path(__file__).parent
REPORT = HERE.parent / "docs" / "performance.md"
LIGHTHOUSE = HERE / "node_modules" / "lighthouse" / "cli" / "index.js"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SCORES = {
    "performance": "performance",
    "accessibility": "accessibility",
    "best-practices": "best practices",
    "seo": "SEO",
}
KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "script", "font": "fonts", "image": "pictures"}
MANNER = (
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--quiet",
    "--output=json",
    "--output-path=stdout",
)


@dataclass(frozen=True)
class Measured:
    """One figure of one page, each of the runs. `least` and `most` are its bounds; None where nothing is promised."""

    what: str
    values: list[float]
    unit: str = ""
    least: float | None = None
    most: float | None = None

    @property
    def value(self) -> float:
        return statistics.median(self.values)

    @property
    def kept(self) -> bool:
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)

    @property
    def shown(self) -> str:
        return self.said(self.value)

    @property
    def bound(self) -> str:
        if self.least is not None:
            return f"at least {self.said(self.least)}"
        return "" if self.most is None else f"at most {self.said(self.most)}"

    def said(self, value: float) -> str:
        return f"{value:.3f}" if not self.unit and 0 < value < 1 else f"{value:,.0f} {self.unit}".strip()


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.pages", description=__doc__)
    options.add_argument("--runs", type=int, default=3, metavar="N", help="how often each page is measured")
    options.add_argument("--write", action="store_true", help="write the figures into docs/performance.md")
    chosen = options.parse_args()
    environment = tools()
    directory = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    found: dict[str, list[Measured]] = {}
    try:
        prepare(directory)
        with serving() as address:
            for name, path in pages().items():
                runs = [lighthouse(address + path, environment) for _ in range(max(1, chosen.runs))]
                found[name] = figures(runs)
                print(f"\n{name}: {path}")
                for one in found[name]:
                    print(line(one), flush=True)
                for remark in sorted({remark for run in runs for remark in remarks(run)}):
                    print(f"  {remark}")
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    if chosen.write:
        REPORT.write_text(report(REPORT.read_text(), found))
        print(f"Written to {REPORT}.")
    missed = [one for page in found.values() for one in page if not one.kept]
    print(f"\n{len(missed)} bounds missed." if missed else "\nEvery bound is kept.")
    return 1 if missed else 0


def tools() -> dict[str, str]:
    """The environment Lighthouse runs in; installs it where it is missing. Ends the run when Node or Chromium is."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None or not shutil.which("npm"):
        sys.exit("Lighthouse needs Chromium, and Node 18.16 or later with npm; on Debian: apt install chromium npm")
    locked = json.loads((HERE / "package.json").read_text())["dependencies"]["lighthouse"]
    there = LIGHTHOUSE.parent.parent / "package.json"
    if not there.exists() or json.loads(there.read_text())["version"] != locked:
        print("Installing Lighthouse …", flush=True)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=HERE, check=True)
    return {**os.environ, "CHROME_PATH": browser}


@contextmanager
def serving() -> Iterator[str]:
    """The production web server, and its address."""
    from django.conf import settings

    from bench.servers import server

    with server("pages"):
        yield settings.SITE_URL


def pages() -> dict[str, str]:
    """What is measured: the story with the most pictures, the home page, and the category with the most stories."""
    from django.db.models import Count

    from articles.models import Category, Edition

    story = max(Edition.objects.live(), key=lambda edition: len(edition.story.pictures()))
    fullest = Category.objects.annotate(stories=Count("articles")).order_by("-stories", "pk")[0]
    return {"Article": story.get_absolute_url(), "Home": "/", "Category": fullest.get_absolute_url()}


def lighthouse(address: str, environment: dict[str, str]) -> dict[str, Any]:
    """One run: Lighthouse's whole report. Raises CalledProcessError when it could not measure."""
    command = ["node", str(LIGHTHOUSE), address, f"--only-categories={','.join(SCORES)}", *MANNER]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    run: dict[str, Any] = json.loads(done.stdout)
    if run.get("runtimeError"):
        sys.exit(f"{address}: {run['runtimeError']['message']}")
    return run


def figures(runs: list[dict[str, Any]]) -> list[Measured]:
    def audit(name: str) -> list[float]:
        return [run["audits"][name]["numericValue"] for run in runs]

    def sent(kind: str) -> list[float]:
        found = [
            {one["resourceType"]: one for one in run["audits"]["resource-summary"]["details"]["items"]} for run in runs
        ]
        return [one.get(kind, {"transferSize": 0})["transferSize"] for one in found]

    scores = [
        Measured(said, [100 * run["categories"][name]["score"] for run in runs], least=98)
        for name, said in SCORES.items()
    ]
    kinds = [Measured(f"sent: {said}", sent(kind), "bytes") for kind, said in KINDS.items()]
    besides = [total - pictures for total, pictures in zip(sent("total"), sent("image"), strict=True)]
    return [
        *scores,
        Measured("total blocking time", audit("total-blocking-time"), "ms", most=50),
        Measured("layout shift", audit("cumulative-layout-shift"), most=0.02),
        Measured("largest contentful paint", audit("largest-contentful-paint"), "ms"),
        *kinds,
        Measured("sent: all besides pictures", besides, "bytes", most=90_000),
        Measured("sent by other hosts", sent("third-party"), "bytes", most=0),
    ]


def remarks(run: dict[str, Any]) -> Iterator[str]:
    """What cost points: the title of each check that weighs something and was not passed."""
    for name, said in SCORES.items():
        for one in run["categories"][name]["auditRefs"]:
            audit = run["audits"][one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 0.9:
                yield f"{said}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def line(one: Measured) -> str:
    missed = "" if one.kept else "MISSED"
    return f"  {one.what:<28} {one.shown:>14}   {one.bound:<20} {missed}".rstrip()


def report(text: str, found: dict[str, list[Measured]]) -> str:
    """The page with its table of pages made anew; the words around it stay."""
    said = f"Taken on {date.today():%-d %B %Y} with Python {platform.python_version()} on {os.cpu_count()} cores."
    head = [f"| what | {' | '.join(found)} | bound |", f"|---|{'---:|' * len(found)}---:|"]
    rows = [
        f"| {row[0].what} | {' | '.join(one.shown for one in row)} | {row[0].bound} |"
        for row in zip(*found.values(), strict=True)
    ]
    table = "\n".join(["<!-- pages -->", said, "", *head, *rows, "<!-- end of pages -->"])
    return re.sub(r"<!-- pages -->.*<!-- end of pages -->", lambda match: table, text, flags=re.S)


if __name__ == "__main__":
    sys.exit(main())
