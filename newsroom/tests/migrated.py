"""A database as all migrations leave it is made once, and copied for each process and each later run.

Migrations take longer than most files of tests. A copy is taken only while nothing has changed of what could make a
difference to them: the code but for its tests, and the versions of what it stands on.
"""

import fcntl
import hashlib
import platform
import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

APPS = ("newsroom", "articles", "fronts", "newsletter", "analytics")
LOCKED = ("requirements.txt", "requirements-dev.txt")
PREFIX = "newsroom_migrated_"


class Migrated:
    """What there is to copy from, in `directory` or, for PostgreSQL, in the server that the tests use."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.name = f"{PREFIX}{mark(settings.BASE_DIR)}"

    def have(self) -> None:
        """Have the tests' database there, migrated. Whoever comes while another process makes the first one waits."""
        with (self.directory / f"{connection.vendor}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not self._copied():
                self._made()

    def forget(self) -> None:
        """Leave nothing of the tests' own database in a server. That on SQLite goes with the directory it is in."""
        if connection.vendor != "sqlite":
            name = connection.settings_dict["NAME"]
            connection.close()
            with connection._nodb_cursor() as cursor:
                cursor.execute(f"DROP DATABASE IF EXISTS {quoted(name)} WITH (FORCE)")

    def _copied(self) -> bool:
        """Put a copy where the tests look for their database. False: there is none to be had."""
        creation: Any = connection.creation  # the name that pytest-django has it make next
        target = creation._get_test_db_name()
        if connection.vendor == "sqlite":
            if not self._file.exists():
                return False
            shutil.copyfile(self._file, target)
            return True
        with connection._nodb_cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [self.name])
            if cursor.fetchone() is None:
                return False
            cursor.execute(f"DROP DATABASE IF EXISTS {quoted(target)} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {quoted(target)} TEMPLATE {quoted(self.name)}")
            return True

    def _made(self) -> None:
        """Run the migrations, and keep what comes of them instead of all that was kept of earlier code."""
        usual = connection.settings_dict["NAME"]
        made = connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        if connection.vendor == "sqlite":
            for old in self.directory.glob("*.sqlite3"):
                old.unlink()
            half = self.directory / "half.sqlite3"
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [str(half)])
            half.rename(self._file)
        connection.close()  # nobody may be in what PostgreSQL copies
        settings.DATABASES[connection.alias]["NAME"] = connection.settings_dict["NAME"] = usual
        if connection.vendor != "sqlite":
            with connection._nodb_cursor() as cursor:
                cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"{PREFIX}%"])
                for (old,) in cursor.fetchall():
                    cursor.execute(f"DROP DATABASE {quoted(old)}")
                cursor.execute(f"CREATE DATABASE {quoted(self.name)} TEMPLATE {quoted(made)}")

    @property
    def _file(self) -> Path:
        return self.directory / f"{self.name}.sqlite3"


def mark(code: Path) -> str:
    """The same for two runs only if nothing differs that migrations could come upon."""
    digest = hashlib.sha256(f"{platform.python_version()} {settings.TIME_ZONE}".encode())
    files = [code / name for name in LOCKED]
    for app in APPS:
        files += sorted(one for one in (code / app).rglob("*") if one.is_file() and counts(one.relative_to(code)))
    for file in files:
        digest.update(f"{file.relative_to(code)}\0".encode() + file.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def counts(file: Path) -> bool:
    """Whether it is code, and not of tests, or what Python makes of either."""
    return not {"tests", "__pycache__"} & set(file.parts)


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
