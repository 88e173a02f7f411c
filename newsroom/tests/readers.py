"""A reader as the server sees one: what a request through the page cache and all of Django is answered with."""

import gzip
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import brotli
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import RequestFactory

from newsroom.delivery import here
from newsroom.delivery.generations import Generations
from newsroom.delivery.page_cache import Application, Environ, PageCache, SharedPages
from newsroom.delivery.pages import Memory

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}


@dataclass(frozen=True)
class Got:
    """`headers` by their names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return UNPACK[self.headers.get("content-encoding", "")](self.body).decode()

    @property
    def keys(self) -> set[str]:
        return set(self.headers.get("surrogate-key", "").split())


class Reader:
    """One web process. `rendered` are the addresses Django was asked for, in order."""

    def __init__(
        self,
        application: Application | None = None,
        generations: Generations | None = None,
        memory: Memory | None = None,
        shared: SharedPages | None = None,
    ) -> None:
        self.rendered: list[str] = []
        self._application = application or WSGIHandler()
        self.memory = Memory(64 * 1024 * 1024) if memory is None else memory
        self.cache = PageCache(self._noted, generations or here.generations(), self.memory, shared)

    def _noted(self, environ: Environ, start: Any) -> Iterable[bytes]:
        query = environ.get("QUERY_STRING", "")
        self.rendered.append(environ["PATH_INFO"] + (f"?{query}" if query else ""))
        return self._application(environ, start)

    def get(self, address: str, method: str = "GET", **headers: str) -> Got:
        """`headers` with underscores: `accept_encoding="br"`."""
        sent = {f"HTTP_{name.upper()}": value for name, value in {"host": "testserver", **headers}.items()}
        environ: Environ = {**RequestFactory().generic(method, address).environ, **sent}
        began: tuple[int, dict[str, str]] = (0, {})

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            nonlocal began
            began = int(status[:3]), {name.lower(): value for name, value in headers}

        with connections_kept():
            chunks = self.cache(environ, start)
            body = b"".join(chunks)
            if hasattr(chunks, "close"):
                chunks.close()
        return Got(*began, body)


@contextmanager
def connections_kept() -> Iterator[None]:
    """As Django's own test client does: a request would otherwise end the connection its test has a transaction on."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        yield
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
