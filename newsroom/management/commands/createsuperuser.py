from typing import Any

from django.contrib.auth.management.commands import createsuperuser

from newsroom.logged import accounts_written_down


class Command(createsuperuser.Command):
    """Django's own, with an entry in the log of deeds."""

    def handle(self, *arguments: Any, **options: Any) -> str | None:
        with accounts_written_down("createsuperuser"):
            return super().handle(*arguments, **options)
