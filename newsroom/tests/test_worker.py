"""Work survives the worker: it is claimed once, taken over from the dead, tried again, and ended in peace."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as project
from django.db import OperationalError, connection
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from newsroom import worker as module
from newsroom.models import WorkerBeat
from newsroom.tests import tasks
from newsroom.worker import ATTEMPTS, SILENCE, Sweep, Worker, again, forget, take_over

LONG_AGO = timedelta(days=30)


def until(condition: Callable[[], Any], seconds: float = 60) -> None:
    """Wait for something that happens in another process or thread."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited {seconds} s in vain"
        time.sleep(0.02)


def same_database() -> str:
    """The DATABASE_URL of the test database, for another process."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgres://{database['USER']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"


@pytest.fixture
def start_worker(transactional_db: None, tmp_path: Path) -> Iterator[Callable[[], subprocess.Popen[bytes]]]:
    """Start a real worker process on the test database; what still runs at the end is killed."""
    started: list[subprocess.Popen[bytes]] = []
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DATABASE_URL": same_database(),
        "DATA_DIR": str(tmp_path / "state"),
    }

    def start() -> subprocess.Popen[bytes]:
        process = subprocess.Popen([sys.executable, project.BASE_DIR / "manage.py", "worker"], env=environment)
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.wait()


@pytest.fixture
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tasks that broke off are ready again at once."""
    monkeypatch.setattr(module, "BACK_OFF", (timedelta(0), timedelta(0)))


def only_task() -> DBTaskResult:
    return DBTaskResult.objects.get()


def test_a_task_whose_worker_is_killed_in_the_middle_is_done_by_another(
    start_worker: Callable[[], subprocess.Popen[bytes]], tmp_path: Path, no_pause: None
) -> None:
    killed = start_worker()
    tasks.note.enqueue(str(tmp_path))
    until(lambda: (tmp_path / "begun").exists() and (tmp_path / "begun").read_text() == "x")  # and not only opened
    until(WorkerBeat.objects.exists)
    killed.kill()
    killed.wait()
    assert take_over() == 0, "a worker heard of a moment ago may only be slow"

    def taken_over_after_silence() -> bool:
        # PostgreSQL may still be writing a last sign of life that the killed process had sent; so more than once.
        WorkerBeat.objects.update(beat_at=timezone.now() - SILENCE - timedelta(seconds=1))
        return take_over() == 1

    until(taken_over_after_silence)
    (tmp_path / "go").touch()
    start_worker()

    until(lambda: only_task().status == TaskResultStatus.SUCCESSFUL)
    assert (tmp_path / "begun").read_text() == "xx"
    assert len(set(only_task().worker_ids)) == 2


def test_a_worker_told_to_end_finishes_the_task_in_hand_and_takes_no_other(
    start_worker: Callable[[], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    worker = start_worker()
    tasks.note.enqueue(str(tmp_path))
    until((tmp_path / "begun").exists)
    waiting = tasks.count.enqueue(str(tmp_path))
    worker.send_signal(signal.SIGTERM)
    with pytest.raises(subprocess.TimeoutExpired):
        worker.wait(0.5)
    (tmp_path / "go").touch()

    assert worker.wait(20) == 0
    assert (tmp_path / "ended").exists()
    assert DBTaskResult.objects.get(pk=waiting.id).status == TaskResultStatus.READY
    assert not WorkerBeat.objects.exists(), "it said goodbye"


def test_a_task_that_fails_is_tried_three_times(db: None, no_pause: None) -> None:
    tasks.fail.enqueue()
    worker = Worker("w")
    for attempt in range(1, ATTEMPTS + 1):
        assert worker.run_next_task()
        assert len(only_task().worker_ids) == attempt
    assert worker.run_next_task() == 0
    assert only_task().status == TaskResultStatus.FAILED
    assert "The mail server said no." in only_task().traceback


def test_a_task_that_failed_waits_longer_before_each_new_attempt(db: None) -> None:
    tasks.fail.enqueue()
    Worker("w").run_next_task()
    first = only_task().run_after - timezone.now()
    assert Worker("w").run_next_task() == 0, "not yet"
    DBTaskResult.objects.update(run_after=timezone.now())
    Worker("w").run_next_task()
    second = only_task().run_after - timezone.now()
    assert timedelta(0) < first < second


def test_a_task_that_kills_every_worker_is_given_up(db: None) -> None:
    tasks.fail.enqueue()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=["a", "b", "c"], started_at=timezone.now())
    assert take_over() == 1
    assert only_task().status == TaskResultStatus.FAILED
    assert only_task().exception_class_path == "newsroom.worker.WorkerLost"
    assert only_task().task_result.errors[0].exception_class is module.WorkerLost


def test_a_task_is_put_back_only_once(db: None, no_pause: None) -> None:
    tasks.fail.enqueue()
    DBTaskResult.objects.update(status=TaskResultStatus.RUNNING, worker_ids=["dead"], started_at=timezone.now())
    seen_by_one, seen_by_other = only_task(), only_task()
    assert again(seen_by_one) == 1
    assert again(seen_by_other) == 0
    Worker("w")._claim()
    assert again(seen_by_other) == 0, "it runs again already"


def test_a_task_torn_from_a_living_worker_goes_back(db: None, no_pause: None, tmp_path: Path) -> None:
    tasks.count.enqueue(str(tmp_path))
    worker = Worker("w")
    assert worker._claim()  # and the database goes away before it could run
    assert worker.run_next_task() == 1
    assert only_task().worker_ids == ["w", "w"]
    assert only_task().status == TaskResultStatus.SUCCESSFUL


def test_many_workers_do_each_task_once(transactional_db: None, tmp_path: Path) -> None:
    for _ in range(20):
        tasks.count.enqueue(str(tmp_path))

    def work(name: str) -> None:
        worker = Worker(name)
        while DBTaskResult.objects.ready().exists():
            worker.run_next_task()
        connection.close()

    threads = [threading.Thread(target=work, args=(f"w{number}",)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "count").read_text() == "x" * 20
    assert all(len(task.worker_ids) == 1 for task in DBTaskResult.objects.all())


calls = threading.Semaphore(0)


def broken() -> int:
    raise RuntimeError("This sweep always fails.")


def whole() -> int:
    calls.release()
    return 0


@pytest.mark.parametrize(
    "sweeps",
    [[[f"{__name__}.broken"], [f"{__name__}.whole"]], [[f"{__name__}.broken", f"{__name__}.whole"]]],
    ids=["beside it", "in turn with it"],
)
def test_a_sweep_that_fails_keeps_no_other_from_its_work(
    transactional_db: None, settings: Settings, sweeps: list[list[str]]
) -> None:
    settings.WORKER_SWEEPS = sweeps
    worker = Worker("w")

    def run() -> None:
        worker.run()
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert calls.acquire(timeout=20)
        assert calls.acquire(timeout=20), "once a second, again and again"
        until(WorkerBeat.objects.filter(worker="w").exists)
    finally:
        worker.end()
        thread.join(20)
    assert not thread.is_alive()
    assert not WorkerBeat.objects.exists()


def test_a_database_that_goes_away_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "reachable", lambda: False)
    monkeypatch.setattr(connection, "close", lambda: None)
    monkeypatch.setattr(module, "close_old_connections", lambda: None)
    worker, tries = Worker("w"), 0

    def act() -> int:
        nonlocal tries
        tries += 1
        if tries < 4:
            raise OperationalError("connection refused")
        worker.end()
        return 1

    worker._repeat([Sweep(act, wait=0.001)], worker.ending)
    assert tries == 4
    assert caplog.text.count("the database does not answer") == 3
    assert "Traceback" not in caplog.text


class Paused(threading.Event):
    """Ends after a few pauses, of which it takes none but on its own clock, and remembers how long they were to be."""

    def __init__(self) -> None:
        super().__init__()
        self.now, self.pauses = 0.0, list[float]()

    def wait(self, timeout: float | None = None) -> bool:
        assert timeout is not None
        self.now += timeout
        self.pauses.append(timeout)
        if len(self.pauses) == 4:
            self.set()
        return self.is_set()


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> Paused:
    paused = Paused()
    monkeypatch.setattr(module, "monotonic", lambda: paused.now)
    return paused


def test_the_worker_wakes_when_something_comes_due_and_asks_the_clock_anew_after_every_pause(
    db: None, ending: Paused
) -> None:
    ahead = iter([7200.0, 0.25, -3.0, None])  # the third: the clock was set while it slept
    Worker("w")._repeat([Sweep(lambda: 0, until_due=lambda: next(ahead))], ending)
    assert ending.pauses == pytest.approx([1.0, 0.25, module.LEAST_PAUSE, 1.0])


def test_of_those_that_take_turns_each_keeps_its_own_pause_and_what_is_busy_keeps_none_of_them(
    db: None, ending: Paused
) -> None:
    often: list[float] = []
    seldom: list[float] = []
    finds = iter([1, 1, 0])

    def busy() -> int:
        often.append(ending.now)
        return next(finds)

    def rare() -> int:
        seldom.append(ending.now)
        return 0

    Worker("w")._repeat([Sweep(busy, 2.0), Sweep(rare, 1.5)], ending)
    assert often == [0, 0, 0]
    assert seldom == [0, 1.5]


def test_seven_workers_fit_into_a_postgresql_as_it_is_installed() -> None:
    connections = len(Worker("w").threads()) + 1  # the sign of life has one too
    assert 7 * connections <= 100 - 3, "of which it keeps three for its administrator"


def test_what_is_long_finished_is_forgotten(db: None, tmp_path: Path) -> None:
    for name in ("old", "new", "waiting"):
        (tmp_path / name).mkdir()
        tasks.count.enqueue(str(tmp_path / name))
    worker = Worker("w")
    worker.run_next_task()
    DBTaskResult.objects.finished().update(finished_at=timezone.now() - LONG_AGO)
    worker.run_next_task()
    WorkerBeat.objects.create(worker="dead", beat_at=timezone.now() - LONG_AGO)
    worker.beat()
    forget()
    assert DBTaskResult.objects.count() == 2
    assert list(WorkerBeat.objects.values_list("worker", flat=True)) == ["w"]
