from django.core.management.base import BaseCommand

from newsroom.worker import Worker


class Command(BaseCommand):
    help = "Run queued tasks and do what has come due, until stopped. Several at once are safe."

    def handle(self, **options: object) -> None:
        worker = Worker()
        worker.end_on_signals()
        worker.run()
