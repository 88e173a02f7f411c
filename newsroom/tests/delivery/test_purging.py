"""A purge is kept beside its deed and carried out after it, whatever dies in between."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from newsroom.delivery import here, purging
from newsroom.delivery.cdn import NotPurged
from newsroom.delivery.generations import SharedMemory, Unreachable, slot
from newsroom.delivery.purging import Purge, deliver, purge, purges
from newsroom.models import Publication


class InFront:
    """A cache in front that is told, and may refuse."""

    name = "in front"

    def __init__(self) -> None:
        self.told: list[set[str]] = []
        self.refusing: NotPurged | None = None

    def purge(self, keys: Sequence[str]) -> None:
        if self.refusing:
            raise self.refusing
        self.told.append(set(keys))


@pytest.fixture
def generations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SharedMemory:
    made = SharedMemory(tmp_path / "generations")
    monkeypatch.setattr(here, "generations", lambda: made)
    return made


@pytest.fixture
def in_front(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> InFront:
    cache = InFront()
    settings.PURGE_URLS = [cache]
    # The thread an editor does not wait for would be on another connection than the test's transaction.
    monkeypatch.setattr(purging, "tell_apart", lambda *rows: None)
    return cache


def is_old(generations: SharedMemory, key: str, since: int) -> bool:
    return generations.newest([slot(key)]) > since


@pytest.mark.django_db
def test_a_purge_is_carried_out_when_its_deed_is_committed_and_not_before(
    generations: SharedMemory, django_capture_on_commit_callbacks: Any
) -> None:
    before = generations.now()
    with django_capture_on_commit_callbacks(execute=True):
        purge(["story-1", "story-1"])
        assert not is_old(generations, "story-1", before)

    assert is_old(generations, "story-1", before)
    assert not is_old(generations, "story-2", before)
    assert not Purge.objects.exists()


@pytest.mark.django_db
def test_a_deed_that_is_undone_purges_nothing(generations: SharedMemory) -> None:
    before = generations.now()
    with suppress(RuntimeError), transaction.atomic():
        Publication(pk=1, name="Never").save()
        raise RuntimeError

    assert generations.now() == before
    assert not Purge.objects.exists()


@pytest.mark.django_db
def test_the_worker_does_what_a_process_that_was_killed_after_its_commit_left_undone(
    generations: SharedMemory,
) -> None:
    purge(["story-1"])  # in a test nothing is ever committed: as if the process had died at that moment
    before = generations.now()
    assert deliver() == 0  # it may still be at it

    with time_machine.travel(timezone.now() + purging.GRACE, tick=False):
        assert deliver() == 1
        assert deliver() == 0
    assert is_old(generations, "story-1", before)


@pytest.mark.django_db
def test_a_shared_record_that_does_not_answer_is_told_later(
    generations: SharedMemory, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Any
) -> None:
    def lost(*arguments: Any) -> int:
        raise Unreachable

    with monkeypatch.context() as broken, django_capture_on_commit_callbacks(execute=True):
        broken.setattr(SharedMemory, "rise", lost)
        purge(["story-1"])
    assert Purge.objects.count() == 1
    with time_machine.travel(timezone.now() + purging.GRACE, tick=False):
        assert deliver() == 1
    assert not Purge.objects.exists()


@pytest.mark.django_db
def test_a_cache_in_front_is_told_twice_since_it_may_have_asked_just_before(
    generations: SharedMemory, in_front: InFront, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        purge(["story-1"])
        purge(["card-1"])
    now = timezone.now()
    with time_machine.travel(now + purging.GRACE, tick=False):
        assert deliver() == 2
        assert deliver() == 0
    with time_machine.travel(now + purging.GRACE + purging.AGAIN, tick=False):
        assert deliver() == 2

    assert in_front.told == [{"story-1", "card-1"}] * 2
    assert not Purge.objects.exists()


@pytest.mark.django_db
def test_a_cache_in_front_that_refuses_is_asked_again_and_the_desk_is_not_held_up(
    generations: SharedMemory, in_front: InFront, django_capture_on_commit_callbacks: Any
) -> None:
    in_front.refusing = NotPurged("it is busy", retry_after=7)
    with django_capture_on_commit_callbacks(execute=True):
        purge(["story-1"])
    now = timezone.now()
    with time_machine.travel(now, tick=False) as clock:
        clock.shift(purging.GRACE)
        assert deliver() == 0
        assert Purge.objects.get().problem == "it is busy"
        clock.shift(6)
        in_front.refusing = None
        assert deliver() == 0
        clock.shift(1)
        assert deliver() == 1
        assert purges() == (True, "in time")
    assert in_front.told == [{"story-1"}]


@pytest.mark.django_db
def test_a_purge_that_nobody_takes_is_reported(generations: SharedMemory, in_front: InFront) -> None:
    purge(["story-1"])
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        assert purges() == (False, "2 purges are more than a minute late.")


@pytest.mark.django_db
def test_what_is_left_for_a_cache_that_was_taken_away_is_dropped(
    generations: SharedMemory, in_front: InFront, settings: Settings
) -> None:
    purge(["story-1"])
    settings.PURGE_URLS = []
    with time_machine.travel(timezone.now() + purging.GRACE, tick=False):
        deliver()
    assert not Purge.objects.exists()


@pytest.mark.django_db
def test_new_code_makes_the_pages_of_the_old_one_old(
    generations: SharedMemory, django_capture_on_commit_callbacks: Any, settings: Settings, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    before = generations.now()
    with django_capture_on_commit_callbacks(execute=True):
        purging.purge_if_new()
    assert is_old(generations, "site", before)

    before = generations.now()
    with django_capture_on_commit_callbacks(execute=True):
        purging.purge_if_new()
    assert not is_old(generations, "site", before)


@pytest.mark.django_db
def test_an_administrator_can_purge_by_hand(
    generations: SharedMemory, django_capture_on_commit_callbacks: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    before = generations.now()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("purge", "story-7")
        call_command("purge")

    assert is_old(generations, "story-7", before)
    assert is_old(generations, "site", before)
    assert capsys.readouterr().out == "Purged story-7.\nPurged every page.\n"
