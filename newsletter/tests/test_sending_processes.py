"""Sending with real worker processes that are killed; what the mail server took down is the proof."""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from django.utils import timezone

from newsletter.models import Delivery, Issue
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsletter.tests.sink import sink
from newsroom.models import WorkerBeat
from newsroom.tests.test_worker import start_worker, until

__all__ = ["start_worker"]
pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE, KILLS = 400, 6


@pytest.fixture
def arrived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a mail server of its own takes down who got something; workers started after this send through it."""
    log = tmp_path / "arrived"
    log.touch()
    with sink(log, 20) as address:
        monkeypatch.setenv("EMAIL_URL", address)
        yield log


def have_arrived(log: Path, count: int) -> bool:
    return log.read_bytes().count(b"\n") >= count


def test_of_many_workers_six_are_killed_while_an_issue_goes_out_and_nobody_gets_it_twice_or_is_forgotten(
    arrived: Path, start_worker: Callable[[], "subprocess.Popen[bytes]"]
) -> None:
    newsletter = make_newsletter()
    for number in range(PEOPLE):
        make_subscription(newsletter, f"reader-{number}@example.org")
    workers = [start_worker() for _ in range(KILLS + 1)]
    until(lambda: WorkerBeat.objects.count() == KILLS + 1, 120)
    issue = make_issue(newsletter, send_at=timezone.now())
    for number, killed in enumerate(workers[:KILLS], 1):
        until(partial(have_arrived, arrived, number * 50))
        killed.kill()
        killed.wait()
    assert Delivery.objects.filter(state=Delivery.State.WAITING).exists(), "they died in the middle"

    def all_is_done() -> bool:
        long_ago = timezone.now() - timedelta(minutes=5)  # nobody waits until the dead are silent for long enough
        for one in workers[:KILLS]:
            WorkerBeat.objects.filter(worker__contains=f"-{one.pid}-").update(beat_at=long_ago)
        return Issue.objects.get(pk=issue.pk).state == Issue.State.SENT

    until(all_is_done)
    got = Counter(arrived.read_text().split())
    assert set(got.values()) == {1}, "somebody got it twice"
    states = dict(Delivery.objects.values_list("subscriber__email", "state"))
    assert len(states) == PEOPLE
    doubtful = {address for address, state in states.items() if state == Delivery.State.DOUBT}
    sent = {address for address, state in states.items() if state == Delivery.State.SENT}
    assert len(doubtful) <= KILLS
    assert sent | doubtful == set(states), "everybody is accounted for"
    assert sent <= set(got), "what counts as sent arrived"
    assert set(states) - set(got) <= doubtful, "who got nothing is in doubt, and said to be"
