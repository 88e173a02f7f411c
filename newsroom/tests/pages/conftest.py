"""The small site, built once and served to all tests of this package; nothing of it is left behind."""

import logging
from collections.abc import Iterator

import pytest
import pytest_django
from django.core.cache import cache
from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from conftest import purge_everything, put_back
from newsroom.tests.pages.site import Site, build


@pytest.fixture(scope="package")
def db(from_migrations: str, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[None]:
    """The database, put in order after all tests of this package instead of after each: they only read."""
    with django_db_blocker.unblock():
        yield
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
        put_back(from_migrations)


@pytest.fixture(scope="package")
def site(db: None) -> Iterator[Site]:
    server = LiveServer("localhost")
    purge_everything()
    addresses = "newsroom.tests.pages.urls"
    with override_settings(SITE_URL=server.url, CSRF_TRUSTED_ORIGINS=[server.url], ROOT_URLCONF=addresses):
        cache.clear()
        loggers = [logging.getLogger(name) for name in ("django.request", "django.security.SuspiciousOperation")]
        for logger in loggers:
            logger.addFilter(not_meant)
        try:
            yield build(server.url)
        finally:
            server.stop()
            for logger in loggers:
                logger.removeFilter(not_meant)


def not_meant(record: logging.LogRecord) -> bool:
    """Whether a complaint of the server is news: pages that say no are asked for on purpose."""
    return record.levelno >= logging.ERROR and "/meant/" not in str(getattr(record, "request", "/meant/"))
