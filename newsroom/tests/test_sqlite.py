"""Writers of one process stand in line for the file."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection, transaction
from django.db.backends.sqlite3 import base
from django.utils import timezone

from newsroom.models import WorkerBeat
from newsroom.sqlite.base import FIRST_HERE, DatabaseWrapper
from newsroom.tests.test_worker import until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.any_database]


def test_one_thread_at_a_time_asks_for_its_turn_to_write_and_all_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    parent: Any = base.DatabaseWrapper
    begin: Callable[[base.DatabaseWrapper], None] = parent._start_transaction_under_autocommit
    now, most = 0, 0

    def counted(self: base.DatabaseWrapper) -> None:
        nonlocal now, most
        now += 1
        most = max(most, now)
        begin(self)
        now -= 1

    def write(name: str) -> None:
        for number in range(5):
            with transaction.atomic():
                WorkerBeat.objects.create(worker=f"{name} {number}", beat_at=timezone.now())
        connection.close()

    monkeypatch.setattr(parent, "_start_transaction_under_autocommit", counted)
    threads = [threading.Thread(target=write, args=(f"thread {number}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 1
    assert WorkerBeat.objects.count() == 40


def test_who_waits_too_long_is_told_so() -> None:
    told: list[str] = []

    def write() -> None:
        own = DatabaseWrapper(connection.settings_dict | {"OPTIONS": {"timeout": 0.01}}, "another")
        try:
            own._start_transaction_under_autocommit()
        except OperationalError as error:
            told.append(str(error))

    with FIRST_HERE:
        thread = threading.Thread(target=write)
        thread.start()
        until(lambda: not thread.is_alive())
    assert told == ["database is locked"]
