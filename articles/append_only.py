"""The database's own rule that rows of a table are only ever added: not changed, deleted or replaced.

Whoever has the database may lift it, as `manage.py prune_log` does; the application never does. On SQLite a table that
a migration remakes loses its triggers: such a migration ends with `forbid`, and a test fails without.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction

SQLITE = [
    """CREATE TRIGGER {table}_not_changed BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    """CREATE TRIGGER {table}_not_deleted BEFORE DELETE ON {table}
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
    # INSERT OR REPLACE deletes without asking the trigger above.
    """CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table}
    WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END""",
]
POSTGRESQL = [
    """CREATE OR REPLACE FUNCTION {table}_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{table} is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$""",
    """CREATE TRIGGER {table}_not_changed BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION {table}_append_only()""",
    """CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION {table}_append_only()""",
]
LIFTED = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS {table}_not_changed",
        "DROP TRIGGER IF EXISTS {table}_not_deleted",
        "DROP TRIGGER IF EXISTS {table}_not_replaced",
    ],
    "postgresql": [
        "DROP TRIGGER IF EXISTS {table}_not_changed ON {table}",
        "DROP TRIGGER IF EXISTS {table}_not_emptied ON {table}",
    ],
}


def forbid(connection: Any, table: str) -> None:
    """From now on the table takes new rows only."""
    run(connection, [*LIFTED[connection.vendor], *(SQLITE if connection.vendor == "sqlite" else POSTGRESQL)], table)


def allow(connection: Any, table: str) -> None:
    run(connection, LIFTED[connection.vendor], table)


def run(connection: Any, statements: list[str], table: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(table=table))


@contextmanager
def lifted(connection: Any, table: str) -> Iterator[None]:
    """Inside, rows can be deleted; if anything fails, nothing was, and the rule stands as before."""
    with transaction.atomic(using=connection.alias):
        allow(connection, table)
        yield
        forbid(connection, table)
