from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from newsroom.delivery.purging import purge_if_new
from newsroom.serving import check_port, serve, web_server, workers


class Command(BaseCommand):
    help = "Run the web server with the worker beside it, and nothing else: no migration, no static files."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--without-worker", action="store_true", help="Run the web server alone.")

    def handle(self, *, without_worker: bool, **options: Any) -> None:
        check_port()
        purge_if_new()
        serve([web_server()] if without_worker else [web_server(), *workers()], self.announce)

    def announce(self) -> None:
        self.stdout.write(f"Serving {settings.SITE_URL} on {settings.LISTEN_ADDRESS}, port {settings.PORT}.")
