"""The worker: runs queued tasks, does what has come due every second, and takes over from workers that died.

The queue's tables and its way of running a task are django-tasks-db's. What that lacks is here: there, a task whose
worker is killed stays RUNNING for ever and one that fails is never tried again. A task may therefore run twice; what it
does must bear that.

Each kind of work has a thread of its own, so that an hour's picture work keeps no story from its minute. What is short,
or nobody waits for, takes turns in one: each thread holds a connection, of which a database has not so many.
"""

import logging
import os
import signal
import socket
import threading
import uuid
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from time import monotonic
from types import FrameType

from django.conf import settings
from django.db import Error, close_old_connections, connection
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker as TaskRunner
from django_tasks_db.models import DBTaskResult

from newsroom.models import WorkerBeat

logger = logging.getLogger(__name__)

BEAT = 2.0  # seconds between two signs of life
SILENCE = timedelta(seconds=15)  # a worker not heard of for so long is taken for dead
ATTEMPTS = 3
BACK_OFF = (timedelta(seconds=5), timedelta(minutes=1))  # before the second and the third attempt
KEEP_FINISHED = timedelta(days=7)
LEAST_PAUSE = 0.005  # seconds: a wait may end a little before its time
FIRST_WAIT, LONGEST_WAIT = 1.0, 30.0  # seconds between attempts to reach a database that has gone away
at_work: ContextVar[str] = ContextVar("at_work", default="")  # the name of the worker that does this; "" outside of one


class WorkerLost(Exception):
    """A task was begun ATTEMPTS times and its worker died each time."""


@dataclass(slots=True)
class Sweep:
    """What a worker looks for again and again, `pause` seconds after it found nothing to do.

    `until_due` tells of a moment before that, in seconds; None: there is none.
    """

    act: Callable[[], int]
    pause: float = 1.0
    until_due: Callable[[], float | None] | None = None
    at: float = 0.0  # when it is called next, by the clock that nobody sets
    wait: float = FIRST_WAIT  # after the next failure

    @property
    def name(self) -> str:
        return f"{self.act.__module__}.{self.act.__qualname__}"

    def after(self, busy: int) -> float:
        """Seconds until it is called again."""
        if busy:
            return 0.0
        due = self.until_due() if self.until_due else None
        return self.pause if due is None else min(self.pause, max(due, LEAST_PAUSE))


class Worker:
    """One worker process. `name` is unique among those that run."""

    def __init__(self, name: str = "") -> None:
        self.name = name or f"{socket.gethostname()[:24]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self.ending = threading.Event()
        self._heard = threading.Event()  # the first sign of life is in the database
        due = {path: import_string(function) for path, function in settings.WORKER_DUE.items()}
        self.sweeps = [
            [Sweep(import_string(path), until_due=due.get(path)) for path in paths] for paths in settings.WORKER_SWEEPS
        ]
        self._in_hand: uuid.UUID | None = None
        self._runner = TaskRunner(
            queue_names=["*"],
            excluded_queue_names=[],
            interval=0,
            batch=False,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=self.name,
        )

    def run(self) -> None:
        """Work until told to end, then finish what is in hand."""
        threads = self.threads()
        done = threading.Event()
        beating = threading.Thread(target=self._repeat, args=([Sweep(self.beat, BEAT)], done), name="beat")
        beating.start()
        while not (self._heard.wait(0.1) or self.ending.is_set()):
            pass  # who works before the first sign of life is taken for dead, even by itself
        for thread in threads:
            thread.start()
        logger.info("Worker %s is at work.", self.name)
        self.ending.wait()
        for thread in threads:
            thread.join()
        done.set()  # signs of life went on to the end of the last long task
        beating.join()
        WorkerBeat.objects.filter(worker=self.name).delete()
        logger.info("Worker %s has ended.", self.name)

    def threads(self) -> list[threading.Thread]:
        """One for each kind of work, not started yet; the sign of life has another."""
        own = [[Sweep(self.run_next_task)], [Sweep(take_over, 5.0), Sweep(forget, 3600.0)]]
        return [
            threading.Thread(target=self._repeat, args=(sweeps, self.ending), name=sweeps[0].name)
            for sweeps in [*own, *self.sweeps]
        ]

    def end(self, number: int = 0, frame: FrameType | None = None) -> None:
        """Finish what is in hand and begin nothing more."""
        self.ending.set()

    def end_on_signals(self) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.end)

    def drain(self) -> int:
        """Do all that is due and waiting, here and now. Returns how many things were done."""
        at_work.set(self.name)
        done = sum(sweep.act() for sweeps in self.sweeps for sweep in sweeps)
        while self.run_next_task():
            done += 1
        return done

    def _repeat(self, sweeps: Sequence[Sweep], ending: threading.Event) -> None:
        """Until `ending`, call each in turn again: at once while it finds something to do, else after its pause.

        The clock is asked anew after each pause, which itself does not heed it: when it is set, what is due is at most
        one pause late, and nothing is done early.

        No failure ends this, and one that fails keeps no other from its turn. A database that has gone away is waited
        for, ever longer up to LONGEST_WAIT.
        """
        at_work.set(self.name)
        while not ending.is_set():
            close_old_connections()
            for sweep in sweeps:
                if sweep.at <= monotonic() and not ending.is_set():
                    sweep.at = monotonic() + self._call(sweep)
            ending.wait(max(0.0, min(sweep.at for sweep in sweeps) - monotonic()))
        connection.close()

    def _call(self, sweep: Sweep) -> float:
        """Returns after how many seconds it is to be called again."""
        try:
            pause = sweep.after(sweep.act())
            sweep.wait = FIRST_WAIT
        except Exception as error:
            pause, sweep.wait = sweep.wait, min(sweep.wait * 2, LONGEST_WAIT)
            if isinstance(error, Error) and not reachable():
                logger.warning("%s: the database does not answer; again in %.0f s.", sweep.name, pause)
            else:
                logger.exception("%s failed; again in %.0f s.", sweep.name, pause)
            connection.close()
        return pause

    def run_next_task(self) -> int:
        """Claim the next waiting task and run it. Returns 0 when none waits.

        A task that fails goes back into the queue until it has had its ATTEMPTS.
        """
        self._give_back()
        task = self._claim()
        if task is None:
            return 0
        self._runner.run_task(task)
        self._in_hand = None
        if task.status == TaskResultStatus.FAILED:
            last = len(task.worker_ids) >= ATTEMPTS
            logger.log(
                logging.ERROR if last else logging.WARNING,
                "Task %s failed at attempt %d of %d.\n%s",
                task.task_path,
                len(task.worker_ids),
                ATTEMPTS,
                task.traceback,
            )
            if not last:
                again(task)
        return 1

    def _claim(self) -> DBTaskResult | None:
        """Take the next task by one conditional UPDATE, so that two workers never run the same."""
        for task in DBTaskResult.objects.ready()[:10]:
            self._in_hand = task.pk
            rows = DBTaskResult.objects.filter(pk=task.pk, status=TaskResultStatus.READY, started_at=task.started_at)
            workers, now = [*task.worker_ids, self.name], timezone.now()
            if rows.update(status=TaskResultStatus.RUNNING, started_at=now, worker_ids=workers):
                task.refresh_from_db()
                return task
        self._in_hand = None
        return None

    def _give_back(self) -> None:
        """Put back a task that the database's absence tore from our hands: nobody else would, for we are alive."""
        if self._in_hand is None:
            return
        task = DBTaskResult.objects.filter(pk=self._in_hand, status=TaskResultStatus.RUNNING).first()
        if task is not None and task.worker_ids[-1:] == [self.name]:
            again(task)
        self._in_hand = None

    def beat(self) -> int:
        """Say that we live."""
        WorkerBeat.objects.update_or_create(worker=self.name, defaults={"beat_at": timezone.now()})
        self._heard.set()
        return 0


def take_over() -> int:
    """Put back the tasks of workers that have fallen silent. Returns how many."""
    running = list(DBTaskResult.objects.running())
    if not running:
        return 0
    known = alive()
    return sum(again(task) for task in running if not known & set(task.worker_ids[-1:]))


def alive() -> set[str]:
    """The names of workers heard of within SILENCE."""
    return set(WorkerBeat.objects.filter(beat_at__gte=timezone.now() - SILENCE).values_list("worker", flat=True))


def again(task: DBTaskResult) -> int:
    """Put a task that broke off back into the queue after a pause, or give it up for good after ATTEMPTS.

    Returns 0, and changes nothing, when somebody else was quicker.
    """
    attempts, now = len(task.worker_ids), timezone.now()
    rows = DBTaskResult.objects.filter(pk=task.pk, status=task.status, started_at=task.started_at)
    if attempts < ATTEMPTS:
        return rows.update(status=TaskResultStatus.READY, run_after=now + BACK_OFF[max(attempts, 1) - 1])
    logger.error("Task %s is given up: its worker died %d times.", task.task_path, attempts)
    return rows.update(
        status=TaskResultStatus.FAILED,
        finished_at=now,
        exception_class_path=f"{WorkerLost.__module__}.{WorkerLost.__qualname__}",
        traceback=f"{attempts} workers died in the middle of it: {', '.join(task.worker_ids)}",
    )


def forget() -> int:
    """Delete what nobody asks for any more: long finished tasks, and signs of life of the long dead."""
    before = timezone.now() - KEEP_FINISHED
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    WorkerBeat.objects.filter(beat_at__lt=before).delete()
    return 0


def reachable() -> bool:
    """Whether the database answers at all."""
    connection.close()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return False
    return True
