"""SQLite, whose writers stand in line.

The file has one writer at a time. Whoever else wants to write asks again and again, with pauses of up to a tenth of a
second between, and so finds it taken by others who came later: of two hundred sign-ups a second some waited four
seconds. Here only the first in line asks. Each process has a line, and their first ones stand in a line of all.
"""

import fcntl
import threading

from django.db import OperationalError
from django.db.backends.sqlite3 import base

FIRST_HERE = threading.Lock()


class DatabaseWrapper(base.DatabaseWrapper):
    def _start_transaction_under_autocommit(self) -> None:
        if not FIRST_HERE.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", 5.0)):
            raise OperationalError("database is locked")
        try:
            with open(f"{self.settings_dict['NAME']}-line", "ab") as first_of_all:
                # For as long at most as those of the other processes may wait. Let go when it is closed, or we die.
                fcntl.flock(first_of_all, fcntl.LOCK_EX)
                super()._start_transaction_under_autocommit()  # type: ignore[misc]  # its stubs leave it out
        finally:
            FIRST_HERE.release()
