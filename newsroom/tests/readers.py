"""A reader as the server sees one: what a request through the page cache and all of Django is answered with."""

import gzip
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import brotli
from django.core.handlers.wsgi import WSGIHandler
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
        environ = RequestFactory().generic(method, address, **sent).environ
        began: list[Any] = []

        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> None:
            began[:] = [int(status[:3]), {name.lower(): value for name, value in headers}]

        chunks = self.cache(environ, start)
        body = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        return Got(*began, body)
