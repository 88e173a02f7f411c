"""The settings tests run with: the real ones, on a state directory of their own that goes when they end."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# All but DATABASE_URL, in which the PostgreSQL pass of `manage.py test` names its server.
for _name in (
    *("ALLOWED_HOSTS", "CACHE_URL", "DEBUG", "DEFAULT_FROM_EMAIL", "EMAIL_URL", "LISTEN_ADDRESS", "PAGE_CACHE_BYTES"),
    *("PORT", "PURGE_URLS", "SECRET_KEY", "TIME_ZONE", "TRUSTED_PROXIES", "UPLOAD_MAX_BYTES", "UPLOAD_MAX_PIXELS"),
    *("PAGE_FILES", "WEB_PROCESSES", "DKIM_KEY", "DKIM_SELECTOR", "DKIM_DOMAIN"),
    *("NEWSLETTER_RETURN_ADDRESS", "NEWSLETTER_RETURN_MAILBOX"),
):
    os.environ.pop(_name, None)
_directory = Path(tempfile.mkdtemp(prefix="newsroom-tests-"))
atexit.register(shutil.rmtree, _directory, ignore_errors=True)
os.environ |= {
    "DEMO": "1",
    "DATA_DIR": str(_directory),
    "SITE_URL": "http://testserver",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright's sync API keeps an event loop running in the tests' thread
}

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATABASES, INSTALLED_APPS, STATIC_ROOT, STORAGES  # noqa: E402

if DATABASES["default"]["ENGINE"] == "newsroom.sqlite":
    # A file, not memory: live-server tests use it from several threads, as the real one is used.
    DATABASES["default"]["TEST"] = {"NAME": str(_directory / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"

STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir()
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False  # the tests of the lock-out turn it on
# By its own name, which pytest-django looks for: only then does its live server serve files without collectstatic.
INSTALLED_APPS[INSTALLED_APPS.index("newsroom.apps.StaticConfig")] = "django.contrib.staticfiles"
