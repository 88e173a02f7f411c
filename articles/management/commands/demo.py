from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.module_loading import import_string

from articles.demo import bulk, making


class Command(BaseCommand):
    help = (
        "Make the demo newsroom “Limelight”: people, pictures and stories of our own invention. What is there already"
        " is left as it is. With --articles, add that many more live stories for measurements."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--articles", type=int, default=0, metavar="N", help="add N live stories, pictures shared")

    def handle(self, *, articles: int, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("The demo is for a try-out: it makes sign-ins. Set DEMO=1 if this newsroom is one.")
        if articles < 0:
            raise CommandError("--articles takes a number above zero.")
        if not making.newsroom(self.say):
            self.say("The demo newsroom is there; nothing was changed.")
        for maker in settings.DEMO_MAKERS:
            import_string(maker)()
        if articles:
            bulk.add(articles, self.say)

    def say(self, line: str) -> None:
        self.stdout.write(line)
        self.stdout.flush()
