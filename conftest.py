"""What every test may ask for, beside pytest-django's and pytest-playwright's own fixtures."""

import gc
import subprocess
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import environ
import hypothesis
import pytest
import pytest_django
from _pytest.nodeid import coerce_node_id
from django.core import serializers
from django.core.cache import cache
from django.db import connection, transaction
from django.db.models import QuerySet
from playwright.sync_api import expect
from pytest_django import Settings
from pytest_django.plugin import blocking_manager_key

from newsroom.testing import CHROMIUM, REDIS, found, free_port, wait_for

if TYPE_CHECKING:
    from newsroom.tests.readers import Reader

hypothesis.settings.register_profile("newsroom", deadline=None)
hypothesis.settings.load_profile("newsroom")
expect.set_options(timeout=20_000)  # milliseconds: what comes comes late on a machine that does much else

# Tables that Django does not empty: those of search, and the counters that the cache keeps.
NOT_EMPTIED = ["articles_search", "articles_search_titles", "articles_desk_search", "articles_desk_text"]
NOT_EMPTIED += ["articles_picture_search", "newsroom_cache"]
EMPTIES_DATABASE = pytest.StashKey[bool]()
PAGES = Path(__file__).parent / "newsroom" / "tests" / "pages"
FROM_MIGRATIONS = pytest.StashKey[str]()


@pytest.hookimpl(wrapper=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Mark what needs a browser or a database, and give tests that empty the database what the migrations put into it.

    A wrapper, since xdist reads the groups in this hook too, before all that are none.
    """
    for item in items:
        fixtures, database = set(getattr(item, "fixturenames", ())), item.get_closest_marker("django_db")
        if database or {"db", "transactional_db", "live_server"} & fixtures:
            item.add_marker("database")
        if {"page", "context", "browser", "new_context"} & fixtures:
            item.add_marker("browser")
        if {"live_server", "transactional_db"} & fixtures or (database and database.kwargs.get("transaction")):
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True), append=False)
            item.stash[EMPTIES_DATABASE] = True
        if PAGES in item.path.parents:
            # They share a site, which each process builds once. All about one page is asked in one process, which opens
            # it once; the rest is one group, so that no process comes back and builds the site again.
            opened = item.callspec.params.get("opened") if hasattr(item, "callspec") else None
            item.add_marker(pytest.mark.xdist_group(f"page: {opened}" if opened else "pages"))
    yield


@pytest.hookimpl(tryfirst=True)
def pytest_collection_finish(session: pytest.Session) -> None:
    """Have tests of one group run in one process: xdist 3.8 puts the group where pytest 9.2 looks no more.

    And have the collector of garbage pass over all that was imported and collected, and come round less often: it took
    a tenth of the time.
    """
    for item in session.items:
        if named := getattr(item, "_nodeid", None):
            item._id = coerce_node_id(named)
    gc.freeze()
    gc.set_threshold(100_000, 20, 20)


@pytest.fixture(scope="session")
def django_db_keepdb(
    request: pytest.FixtureRequest,
    django_db_keepdb: bool,
    django_db_createdb: bool,
    django_db_modify_db_settings: None,
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> Iterator[bool]:
    """Have a migrated database there already, as a copy; with `--create-db` each process runs the migrations."""
    if django_db_keepdb or django_db_createdb or not hasattr(request.config, "cache"):
        yield django_db_keepdb
        return
    from newsroom.tests.migrated import Migrated  # Django needs to be set up

    migrated = Migrated(request.config.cache.mkdir("databases"))
    with django_db_blocker.unblock():
        migrated.have()
    yield True
    with django_db_blocker.unblock():
        migrated.forget()


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """Remember what the migrations put into the database."""
    with django_db_blocker.unblock():
        request.config.stash[FROM_MIGRATIONS] = connection.creation.serialize_db_to_string()


@pytest.fixture(scope="session")
def from_migrations(request: pytest.FixtureRequest, django_db_setup: None) -> str:
    """What the migrations put into the database, for those who empty it themselves."""
    return request.config.stash[FROM_MIGRATIONS]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None]:
    """Put it back after a test that empties the database, for whichever comes next in this process.

    Django would do so by itself for tests marked like that, if Playwright's event loop did not give them a connection
    of their own, which knows of nothing to put back.
    """
    contents = item.config.stash.get(FROM_MIGRATIONS, "") if item.stash.get(EMPTIES_DATABASE, False) else ""
    if contents:  # so that Django neither puts back as much as it can by itself nor makes anything anew
        connection._test_serialized_contents = "[]"  # type: ignore[attr-defined]
    yield
    if contents and nextitem is not None:
        with item.config.stash[blocking_manager_key].unblock():
            put_back(contents)


@pytest.fixture(scope="session", autouse=True)
def _emptying_a_database_empties_the_log_too() -> None:
    """What tests that commit leave behind goes, also where the database refuses it to everybody else."""
    from articles.append_only import lifted  # Django needs to be set up

    operations: Any = type(connection.ops)
    flush = operations.execute_sql_flush

    def execute_sql_flush(self: Any, statements: Any) -> None:
        with lifted(self.connection, "articles_auditentry"):
            flush(self, statements)

    operations.execute_sql_flush = execute_sql_flush


def put_back(contents: str) -> None:
    """What the migrations put there, into an emptied database; and out with what Django does not empty."""
    rows: dict[Any, list[Any]] = {}
    for one in serializers.deserialize("json", contents, using=connection.alias):
        rows.setdefault(type(one.object), []).append(one.object)
        for name, others in (one.m2m_data or {}).items():
            field: Any = one.object._meta.get_field(name)
            own, other = field.m2m_field_name(), field.m2m_reverse_field_name()
            joined = [field.remote_field.through(**{f"{own}_id": one.object.pk, f"{other}_id": pk}) for pk in others]
            rows.setdefault(field.remote_field.through, []).extend(joined)
    with transaction.atomic(), connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in NOT_EMPTIED:
            cursor.execute(f"DELETE FROM {table}")
        for model, those in rows.items():  # many at once, which models' own managers may refuse
            QuerySet(model).bulk_create(those)
    connection.check_constraints()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    program = found(CHROMIUM)
    if program is None:
        pytest.fail("Chromium is missing; on Debian: apt install chromium")
    return {**browser_type_launch_args, "executable_path": program, "args": ["--no-sandbox", "--disable-gpu"]}


@pytest.fixture(autouse=True)
def _live_server_is_the_site(request: pytest.FixtureRequest) -> None:
    """Where a test runs a server, that server is the public address; counters of earlier tests are forgotten."""
    if "live_server" in request.fixturenames:
        settings = request.getfixturevalue("settings")
        settings.SITE_URL = request.getfixturevalue("live_server").url
        settings.CSRF_TRUSTED_ORIGINS = [settings.SITE_URL]
        request.getfixturevalue("transactional_db")
        cache.clear()
        purge_everything()


@pytest.fixture(scope="session", autouse=True)
def _live_servers_have_a_page_cache() -> None:
    """Django's live server runs its own handler; readers get theirs through the page cache in front of it."""
    from django.core.handlers.wsgi import WSGIHandler
    from django.test import testcases

    from newsroom.delivery.here import page_cache

    testcases.WSGIHandler = lambda: page_cache(WSGIHandler())  # type: ignore[assignment, attr-defined, misc]


def purge_everything() -> None:
    """The pages of earlier tests are as gone as what they showed."""
    from newsroom.delivery import here
    from newsroom.delivery.generations import slot
    from newsroom.delivery.shown import EVERYTHING

    here.generations().rise([slot(EVERYTHING)])


@pytest.fixture(autouse=True)
def _counts_are_written_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the thread that counts: no other one writes into a test that is over. No flood lasts from before."""
    from newsroom import counting, tally  # Django needs to be set up

    monkeypatch.setattr(tally, "later", lambda seconds, act: act())
    monkeypatch.setattr(counting, "FLOODS", counting.Floods())


@pytest.fixture
def work(db: None) -> Callable[[], int]:
    """Do what waits for the worker, now and in this process: call it, and it says how many things it did."""
    from newsroom.worker import Worker  # its models need Django to be set up

    return Worker(name="tests").drain


@pytest.fixture
def redis(tmp_path: Path, settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """A real Redis or Valkey as the shared cache."""
    program, port = found(REDIS), free_port()
    assert program, "The tests need Redis or Valkey; on Debian: apt install redis-server"
    with (tmp_path / "log").open("w") as log:
        server = subprocess.Popen(
            [program, "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(tmp_path)], stdout=log
        )
    wait_for(server, port, tmp_path / "log")
    settings.CACHES = {"default": environ.Env.cache_url_config(f"redis://127.0.0.1:{port}/0")}
    yield server
    server.kill()
    server.wait()


@pytest.fixture
def reader(db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> "Reader":
    """Somebody who reads, through a page cache that has kept nothing yet and knows of no purge."""
    from newsroom.delivery import here  # Django needs to be set up
    from newsroom.delivery.generations import SharedMemory
    from newsroom.tests.readers import Reader

    generations = SharedMemory(tmp_path / "generations")
    monkeypatch.setattr(here, "generations", lambda: generations)
    return Reader()
