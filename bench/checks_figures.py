"""What checks cost while somebody types, and whether stories come at their minute: `python -m bench.checks_figures`.

Ends with 1 when a bound is missed. With `--quick` the checks alone.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from bench import times
from bench.run import line, prepare

if TYPE_CHECKING:
    from bench.figures import Figure

WORDS = 3_000
HOSTILE = (
    "(a+)+$",
    "(a|aa)+$",
    "(.*a){25}",
    "([a-z]+)*!",
    "(a?){50}a{50}",
    "((a{1,100}){1,100}){1,100}",
    r"(\w+\s?)*\.$",
)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.checks_figures", description=__doc__)
    options.add_argument("--quick", action="store_true", help="leave out what takes minutes: stories at their minute")
    chosen = options.parse_args()
    directory = Path(tempfile.mkdtemp(prefix="newsroom-bench-"))
    try:
        prepare(directory, plainly=True)
        figures = [*whole_story(), *hostile(), *quotation()]
        for figure in figures:
            print(line(figure), flush=True)
        if not chosen.quick:
            figures += times.measure([*times.PARTS])
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    missed = [figure for figure in figures if not figure.kept]
    print(f"{len(missed)} bounds missed." if missed else "Every bound is kept.")
    return 1 if missed else 0


def whole_story() -> list["Figure"]:
    """A story of 3,000 words in twelve sections with topics, pictures and links, a hundred rules at work."""
    from django.contrib.auth.models import User
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from django.utils import timezone

    from articles import checks
    from articles.document import Part
    from articles.models import HouseRule
    from articles.models.checking import facts_of
    from articles.tests.dialogue import CURLY, Writer
    from bench import form
    from bench.desk import story_of
    from bench.figures import Figure, milliseconds
    from bench.servers import HOST

    editor = User.objects.get(username="editor")
    for number in range(100):
        HouseRule.objects.create(
            name=f"Rule {number}",
            pattern=rf"\bword{number}(s|ed|ing)?\b" if number % 2 else f"word {number}",
            is_pattern=bool(number % 2),
            tried_at=timezone.now(),
            is_live=True,
        )
    article = story_of(12, "Checked while it is written", editor, topics=5)
    document, bodies, words = article.document(), [], 0
    for number in range(12):
        paragraphs, own, writer = [], 0, Writer(number, CURLY)
        while own < WORDS / 12:
            paragraphs += writer.paragraphs()
            own = sum(len(one.split()) for one in paragraphs)
        words += own
        link = f'<p>As <a href="/film/{number + 1}/another/">we told</a>.</p>'
        bodies.append("".join(f"<p>{one}</p>" for one in paragraphs) + link)
    parts = tuple(
        Part(key=one.key, subhead=one.subhead, body=body, pictures=one.pictures)
        for one, body in zip(document.sections, bodies, strict=True)
    )
    document = document.having(sections=parts)
    article.write(document, by=editor)
    document = article.document()
    facts = facts_of(document, article)
    client = Client(SERVER_NAME=HOST)
    client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    sent = urlencode(form.fields(client.get(article.get_absolute_url()).text, "_save"), doseq=True)

    def panel() -> None:
        answer = client.post(
            f"/admin/articles/article/checks/?story={article.pk}",
            sent,
            content_type="application/x-www-form-urlencoded",
        )
        if answer.status_code != 200:
            raise AssertionError(f"It was answered {answer.status_code}.")

    with CaptureQueriesContext(connection) as captured:
        facts_of(document, article)
    return [
        Figure("Words of the story", words, "", least=WORDS),
        Figure(
            "All checks, 100 rules of the house among them",
            milliseconds(partial(checks.run, document, facts), 20, time.perf_counter),
            "ms",
            100,
        ),
        Figure("Facts gathered for them: queries", len(captured), "", 7),
        Figure(
            "Facts gathered for them", milliseconds(partial(facts_of, document, article), 20, time.perf_counter), "ms"
        ),
        Figure("The panel’s whole answer", milliseconds(panel, 20, time.perf_counter), "ms", 100),
    ]


def hostile() -> list["Figure"]:
    """The slowest of hostile patterns against 20,000 letters made for them: refused, or done."""
    from articles.checks import house
    from articles.checks.finding import HouseRuleFacts
    from bench.figures import Figure

    taken = []
    for pattern in HOSTILE:
        house.compiled.cache_clear()
        rule = HouseRuleFacts(1, "", "advice", "", "", pattern, is_pattern=True, any_case=False)
        start = time.perf_counter()
        with suppress(house.NotAPattern):
            list(house.matches(rule, "a" * 20_000))
        taken.append((time.perf_counter() - start) * 1000)
    return [Figure(f"Slowest of {len(HOSTILE)} hostile patterns", max(taken), "ms", 100)]


def quotation() -> list["Figure"]:
    """Dialogue made by chance, clean and with one mark lost."""
    import random
    import re

    from articles.tests.dialogue import CURLY, STRAIGHT, Writer
    from articles.tests.test_quotation import found_in, still_correct
    from bench.figures import Figure

    words = alarms = lost = missed = 0
    speeds = []
    for seed in range(2_000):
        writer = Writer(seed, CURLY if seed % 2 else STRAIGHT, inches=seed % 20 == 0)
        text = writer.text(12)
        words += sum(len(one.split()) for one in text)
        start = time.perf_counter()
        alarms += len(found_in(*text))
        speeds.append(time.perf_counter() - start)
        if seed % 20 == 0:
            continue  # inches and a lost mark together cannot be told apart
        whole = "\n".join(text)
        marks = [one.start() for one in re.finditer('["“”]', whole) if not still_correct(whole, one.start())]
        for at in random.Random(seed).sample(marks, min(2, len(marks))):
            lost += 1
            missed += not found_in(*(whole[:at] + whole[at + 1 :]).split("\n"))
    return [
        Figure(f"False alarms in 10,000 words of clean dialogue (of {words:,})", alarms / words * 10_000, "", 1),
        Figure(f"Lost marks that were not reported (of {lost:,})", missed, "", 0),
        Figure("Quotation marks of 155 words", statistics.median(speeds) * 1000, "ms"),
    ]


if __name__ == "__main__":
    sys.exit(main())
