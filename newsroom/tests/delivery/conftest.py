"""Web processes that share what they have rendered: on one machine by files, on several by one Redis."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as site
from pytest_django import Settings

from newsroom.delivery import shared
from newsroom.delivery.generations import SharedMemory
from newsroom.delivery.local import LocalPages
from newsroom.tests.readers import Reader

KEYS = ("story-1", "card-2")


class Pages:
    """What all processes show now, and what happens while one renders it."""

    def __init__(self) -> None:
        self.words = "At nine. " * 100
        self.meanwhile: Callable[[], object] = lambda: None

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        answer, text = environ["newsroom.answer"], f"{self.words} {environ['PATH_INFO']}"
        self.meanwhile()
        answer.is_public = answer.is_kept = not environ["PATH_INFO"].startswith("/desk/")
        answer.keys = frozenset(KEYS)
        start("200 OK", [("Content-Type", "text/html"), ("Surrogate-Key", " ".join(KEYS))])
        return [text.encode()]


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def process(pages: Pages, settings: Settings, tmp_path: Path) -> Callable[..., Reader]:
    """Start another web process on this machine."""
    settings.DATA_DIR = tmp_path

    def started(release: str = "1") -> Reader:
        return Reader(pages, SharedMemory(tmp_path / "generations"), shared=LocalPages(release))

    return started


@pytest.fixture
def machine(pages: Pages, redis: object) -> Callable[..., Reader]:
    """Start another machine."""

    def started(release: str = "1") -> Reader:
        server = shared.server(site.CACHES["default"]["LOCATION"])
        return Reader(pages, shared.SharedGenerations(server), shared=shared.SharedPages(server, release))

    return started
