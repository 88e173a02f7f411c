from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from newsroom.delivery.purging import purge
from newsroom.delivery.shown import EVERYTHING


class Command(BaseCommand):
    help = (
        "Make every page old, here and in the caches in front, or those with the given surrogate keys. Deeds at the"
        " desk do this by themselves; this is for who changed something past them, in the database or on the disk."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("keys", nargs="*", metavar="KEY", help="such as story-12; none means every page")

    def handle(self, *, keys: list[str], **options: Any) -> None:
        purge(keys or [EVERYTHING])
        self.stdout.write(f"Purged {' '.join(keys)}." if keys else "Purged every page.")
