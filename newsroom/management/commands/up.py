import hashlib
import json
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand

from newsroom.delivery.purging import purge_if_new
from newsroom.serving import check_port, serve, web_server, workers


class Command(BaseCommand):
    help = "Bring the newsroom up: database, static files, the demo on the first run, web server and worker."

    def handle(self, **options: Any) -> None:
        check_port()
        self.say("Preparing the database …")
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        self.collect_static_files()
        if settings.DEMO:
            self.make_demo_once()
        purge_if_new()
        serve([web_server(), *workers()], self.announce)

    def say(self, text: str) -> None:
        self.stdout.write(text)
        self.stdout.flush()

    def collect_static_files(self) -> None:
        """Collect and compress them when something they are made from has changed since the last time."""
        stamp, made_from = settings.STATIC_ROOT / "made-from", static_digest()
        if stamp.exists() and stamp.read_text() == made_from:
            return
        self.say("Collecting static files …")
        call_command("collectstatic", verbosity=0, interactive=False)
        stamp.write_text(made_from)

    def make_demo_once(self) -> None:
        """Fill a new newsroom; one that was filled before keeps what its editors made of it."""
        stamp = settings.DATA_DIR / "demo-made"
        if stamp.exists():
            return
        self.say("Making the demo newsroom …")
        call_command("demo")
        stamp.touch()

    def announce(self) -> None:
        self.say(f"\nReaders   {settings.SITE_URL}/\nThe desk  {settings.SITE_URL}/admin/")
        sign_ins = settings.DATA_DIR / "demo-sign-ins.txt"
        if settings.DEMO and sign_ins.exists():
            self.say(f"\nSign-ins of the demo (role, name, password):\n{sign_ins.read_text().rstrip()}")
        self.say("\nCtrl-C ends it.")


def static_digest() -> str:
    """What the collected static files are made from, as a digest: names, sizes and times."""
    directories = [Path(path) for path in settings.STATICFILES_DIRS]
    directories += [Path(app.path) / "static" for app in apps.get_app_configs()]
    code = [
        settings.BASE_DIR / name
        for name in ("requirements.txt", "newsroom/apps.py", "newsroom/settings.py", "newsroom/storage.py")
    ]
    files = [*code, *(path for directory in directories for path in directory.rglob("*") if path.is_file())]
    facts = sorted((str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files if path.exists())
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()
