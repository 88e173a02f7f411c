"""What pages are made of besides the database: code, templates, static files and settings, as one digest."""

import hashlib
from functools import cache

from django.apps import apps
from django.conf import settings

SETTINGS = ("SITE_URL", "TIME_ZONE", "LANGUAGE_CODE", "STATIC_URL", "RENDITIONS_URL")


@cache
def release() -> str:
    """The same on every machine that runs the same code with the same settings."""
    base = settings.BASE_DIR
    ours = [app.path for app in apps.get_app_configs() if app.path.startswith(f"{base}/") and "/.venv/" not in app.path]
    files = [base / "requirements.txt", settings.STATIC_ROOT / "staticfiles.json", *(base / "templates").rglob("*")]
    files += [path for app in ours for path in (base / app).rglob("*.py")]
    digest = hashlib.blake2b(digest_size=10)
    for path in sorted(path for path in files if path.is_file() and "tests" not in path.parts):
        digest.update(path.read_bytes())
    digest.update(repr([getattr(settings, name) for name in SETTINGS]).encode())
    return digest.hexdigest()
