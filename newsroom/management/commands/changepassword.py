from typing import Any

from django.contrib.auth.management.commands import changepassword

from newsroom.logged import accounts_written_down


class Command(changepassword.Command):
    """Django's own, with an entry in the log of deeds."""

    def handle(self, *arguments: Any, **options: Any) -> str | None:
        with accounts_written_down("changepassword"):
            return super().handle(*arguments, **options)
