"""The database that tests begin with is what all migrations leave, and is made anew when the code is new."""

import shutil
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from newsroom.roles import ROLES
from newsroom.tests.migrated import LOCKED, mark


@pytest.mark.django_db
def test_tests_begin_with_a_database_that_lacks_no_migration() -> None:
    executor = MigrationExecutor(connection)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert set(ROLES) <= set(Group.objects.values_list("name", flat=True))


def test_code_has_its_database_made_anew_and_tests_have_not(tmp_path: Path) -> None:
    for name in (*LOCKED, "newsroom/roles.py", "articles/migrations/0001_initial.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("one = 1\n")
    first = mark(tmp_path)
    (tmp_path / "articles/tests").mkdir()
    (tmp_path / "articles/tests/test_nothing.py").write_text("two = 2\n")
    (tmp_path / "articles/__pycache__").mkdir()
    (tmp_path / "articles/__pycache__/roles.pyc").write_bytes(b"2")
    assert mark(tmp_path) == first
    seen = {first}
    for name in ("requirements.txt", "newsroom/roles.py", "articles/migrations/0001_initial.py"):
        (tmp_path / name).write_text("one = 2\n")
        seen.add(mark(tmp_path))
    (tmp_path / "articles/migrations/0002_more.py").write_text("")
    seen.add(mark(tmp_path))
    shutil.move(tmp_path / "articles/migrations/0002_more.py", tmp_path / "articles/migrations/0003_more.py")
    seen.add(mark(tmp_path))
    assert len(seen) == 6
