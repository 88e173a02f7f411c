"""What a newsletter costs and what it bears: `python -m bench.newsletter`. Ends with 1 when a bound is missed."""

import argparse
import http.client
import os
import random
import shutil
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

from bench.run import line, prepare
from bench.times import start_worker, wait_until

if TYPE_CHECKING:
    from bench.figures import Figure
    from newsletter.models import Issue

KILLS = 20
STORIES = 12  # in an issue
SIGN_UPS = 2_000  # fewer than the whole world may in an hour
RATE = 200  # of them a second
CONNECTIONS = 24


class Size(NamedTuple):
    """How many people get the issue whose speed is measured, and the one whose workers are killed."""

    many: int
    killed: int


SMALL, FULL = Size(5_000, 5_000), Size(100_000, 5_000)


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.newsletter", description=__doc__)
    options.add_argument(
        "parts", nargs="*", help="what to measure, else everything: build, speed, signed, kills, signups"
    )
    options.add_argument("--full", action="store_true", help="an issue to 100,000 people")
    chosen = options.parse_args()
    directory, size = Path(tempfile.mkdtemp(prefix="newsroom-bench-")), FULL if chosen.full else SMALL
    deeds: dict[str, Callable[[], list[Figure]]] = {
        "build": build,
        "speed": partial(speed, size.many),
        "signed": partial(speed, SMALL.many, signed=True),
        "kills": partial(kills, size.killed),
        "signups": sign_ups,
    }
    if unknown := set(chosen.parts) - set(deeds):
        options.error(f"There is no part {', '.join(sorted(unknown))}.")
    figures = []
    try:
        prepare(directory, plainly=True)
        for part in chosen.parts or deeds:
            for figure in deeds[part]():
                figures.append(figure)
                print(line(figure), flush=True)
    finally:
        shutil.rmtree(directory, ignore_errors=True)
    missed = [figure for figure in figures if not figure.kept]
    print(f"{len(missed)} bounds missed." if missed else "Every bound is kept.")
    return 1 if missed else 0


def issue_for(people: int) -> "Issue":
    """An issue of the newest stories, not sent yet, of a newsletter of its own that so many get."""
    from django.utils import timezone

    from articles.models import Edition
    from newsletter.models import Issue, Newsletter, Subscriber, Subscription

    newsletter = Newsletter.objects.create(name=f"Letter {Newsletter.objects.count()}", promise="News.")
    now, first = timezone.now(), Subscriber.objects.count()
    for start in range(0, people, 5_000):
        Subscriber.objects.bulk_create(
            Subscriber(email=f"reader-{first + number}@example.org")
            for number in range(start, min(people, start + 5_000))
        )
    new = Subscriber.objects.filter(subscriptions=None).values_list("pk", flat=True)
    Subscription.objects.bulk_create(
        (
            Subscription(newsletter=newsletter, subscriber_id=pk, state=Subscription.State.ACTIVE, confirmed_at=now)
            for pk in new
        ),
        batch_size=5_000,
    )
    stories = Edition.objects.live().newest().values_list("article_id", flat=True)[:STORIES]
    return Issue.objects.create(
        newsletter=newsletter,
        subject="What came back this week",
        preheader="A goat, a theatre and more",
        blocks=[{"kind": "story", "article": pk} for pk in stories],
        state=Issue.State.APPROVED,
    )


def build() -> list["Figure"]:
    """One person's mail of an issue of twelve stories; and how heavy that is."""
    from bench.figures import Figure, milliseconds
    from newsletter.building import Letter
    from newsletter.models import Subscription

    issue = issue_for(1)
    letter = Letter.of(issue)
    person = Subscription.objects.select_related("subscriber").get(newsletter=issue.newsletter)
    return [
        Figure(f"HTML of an issue of {len(issue.blocks)} stories", len(letter.html.encode()) / 1000, "kB", 60),
        Figure("The same, rendered once an issue", milliseconds(partial(Letter.of, issue), 5), "ms"),
        Figure("One person’s mail of it", milliseconds(partial(letter.message_for, person), 500), "ms", 1),
    ]


def dkim_key() -> str:
    """A key as publishers have it."""
    from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = generate_private_key(public_exponent=65_537, key_size=2_048)
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def speed(people: int, *, signed: bool = False) -> list["Figure"]:
    """One worker, one mail server on the same machine, which takes everything."""
    from django.conf import settings
    from django.utils import timezone

    from bench.figures import Figure, proportional
    from newsletter.models import Issue
    from newsletter.tests.sink import sink

    issue, log = issue_for(people), Path(settings.DATA_DIR) / f"arrived-{'signed' if signed else 'speed'}"
    log.touch()
    held = []
    with sink(log) as address:
        os.environ["EMAIL_URL"] = address
        if signed:
            os.environ["DKIM_KEY"] = dkim_key()
        worker = start_worker()
        os.environ.pop("DKIM_KEY", None)
        try:
            Issue.objects.filter(pk=issue.pk).update(send_at=timezone.now())
            wait_until(partial(have_arrived, log, min(500, people // 5)), 60)

            def ended() -> bool:
                held.append(proportional(worker.pid))
                return Issue.objects.filter(pk=issue.pk, state=Issue.State.SENT).exists()

            wait_until(ended, people / 20 + 60, 0.5)
        finally:
            worker.terminate()
            worker.wait(60)
    issue.refresh_from_db()
    assert issue.started_at is not None
    assert issue.finished_at is not None
    taken = (issue.finished_at - issue.started_at).total_seconds()
    how = ", each mail signed (DKIM, 2,048 bits)" if signed else ""
    return [
        Figure(f"An issue to {people:,}, one worker{how}", people / taken, "a second", least=200),
        Figure("Memory that the worker took on the way", max(held) - held[0], "MB", 50),
    ]


def have_arrived(log: Path, count: int) -> bool:
    return log.read_bytes().count(b"\n") >= count


def kills(people: int) -> list["Figure"]:
    """Two workers, of which one after the other is killed, at odd moments, while an issue goes out."""
    from django.conf import settings
    from django.utils import timezone

    from bench.figures import Figure
    from newsletter.models import Delivery, Issue
    from newsletter.tests.sink import sink

    issue, log = issue_for(people), Path(settings.DATA_DIR) / "arrived-kills"
    log.touch()
    amid = 0
    with sink(log, 15) as address:  # slower than it could be, so that the last kill still finds people waiting
        os.environ["EMAIL_URL"] = address
        workers = [start_worker(), start_worker()]
        try:
            Issue.objects.filter(pk=issue.pk).update(send_at=timezone.now())
            for number in range(KILLS):
                wait_until(partial(have_arrived, log, people * (number + 1) // (KILLS + 2)), 120)
                time.sleep(random.uniform(0, 0.05))
                workers[number % 2].send_signal(signal.SIGKILL)
                workers[number % 2].wait()
                amid += not have_arrived(log, people)
                workers[number % 2] = start_worker()
            wait_until(lambda: Issue.objects.filter(pk=issue.pk, state=Issue.State.SENT).exists(), 240, 0.5)
        finally:
            for one in workers:
                one.kill()
                one.wait()
    got = Counter(log.read_text().split())
    states = dict(issue.deliveries.values_list("subscriber__email", "state"))
    doubtful = {email for email, state in states.items() if state == Delivery.State.DOUBT}
    twice, what = sum(one > 1 for one in got.values()), f"{people:,} people, {amid} kill -9 in mid-send"
    return [
        Figure(f"{what}: got it twice", twice, "", 0),
        Figure("… forgotten, and not said to be in doubt", len(set(states) - set(got) - doubtful), "", 0),
        Figure("… in doubt, and said to be", len(doubtful), "", KILLS),
    ]


def sign_ups() -> list["Figure"]:
    """Two hundred a second, each from another network, as behind a proxy; no worker runs."""
    from django.conf import settings
    from django_tasks_db.models import DBTaskResult

    from bench.figures import Figure, percentile
    from bench.servers import HOST, server
    from newsletter.models import ConsentText, Subscriber

    text = ConsentText.objects.current()
    assert text is not None
    people, queued = Subscriber.objects.count(), DBTaskResult.objects.count()
    wrong: Counter[int | str] = Counter()
    taken: list[float] = []
    begun = time.monotonic()

    def press(connection: int) -> None:
        link = http.client.HTTPConnection("127.0.0.1", settings.PORT, timeout=60)
        for number in range(connection, SIGN_UPS, CONNECTIONS):
            time.sleep(max(0.0, begun + number / RATE - time.monotonic()))
            sent = {"email": f"new-{number}@example.org", "consent": "on", "consent_text": text.pk, "page": "/"}
            headers = {
                "Host": f"{HOST}:{settings.PORT}",
                "Origin": settings.SITE_URL,
                "Content-Type": "application/x-www-form-urlencoded",
                "X-Forwarded-For": f"10.{number >> 16 & 255}.{number >> 8 & 255}.{number & 255}",
            }
            start = time.monotonic()
            try:
                link.request("POST", "/newsletter/sign-up/", urlencode(sent), headers)
                answer = link.getresponse()
                answer.read()
                if answer.status != 303:
                    wrong[answer.status] += 1
            except (OSError, http.client.HTTPException) as error:
                wrong[type(error).__name__] += 1
                link.close()
            taken.append((time.monotonic() - start) * 1000)
        link.close()

    with server("newsletter", TRUSTED_PROXIES="1"):
        begun = time.monotonic()
        threads = [threading.Thread(target=press, args=(number,)) for number in range(CONNECTIONS)]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        seconds = time.monotonic() - begun
    if wrong:
        print(f"Wrong: {dict(wrong)}")
    return [
        Figure(f"{SIGN_UPS:,} sign-ups, {RATE} wanted a second: answered", SIGN_UPS / seconds, "a second"),
        Figure("… with an error", sum(wrong.values()), "", 0),
        Figure("… 99 of 100 within", percentile(taken, 99), "ms"),
        Figure("… not stored", SIGN_UPS - (Subscriber.objects.count() - people), "", 0),
        Figure("… without a queued mail", SIGN_UPS - (DBTaskResult.objects.count() - queued), "", 0),
    ]


if __name__ == "__main__":
    sys.exit(main())
