from argparse import ArgumentParser
from datetime import datetime, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.utils import timezone

from articles.append_only import lifted
from articles.models import AuditEntry

KEPT = timedelta(days=365)  # at least


class Command(BaseCommand):
    help = (
        "Delete what is in the log of deeds from before a day, at least a year ago. The only way to do so; it is"
        " written into the log."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--before", required=True, metavar="YYYY-MM-DD", help="the first day that stays")

    def handle(self, *, before: str, **options: Any) -> None:
        try:
            day = timezone.make_aware(datetime.strptime(before, "%Y-%m-%d"))
        except ValueError:
            raise CommandError("Give the day as 2025-01-31.") from None
        if day > timezone.now() - KEPT:
            raise CommandError("The log is kept for a year at least.")
        table = AuditEntry._meta.db_table
        with lifted(connection, table), connection.cursor() as cursor:
            value = connection.ops.adapt_datetimefield_value(day)
            cursor.execute(f"DELETE FROM {table} WHERE at < %s", [value])
            gone = cursor.rowcount
            detail = f"{gone} from before {before}"
            AuditEntry.write(
                AuditEntry.Action.PRUNE,
                None,
                who_name="An administrator’s command",
                about="log of deeds",
                detail=detail,
            )
        self.stdout.write(f"Deleted {gone} entries from before {before}.")
