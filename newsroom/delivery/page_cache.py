"""In front of Django: a public page that is kept is answered with its stored bytes, and nothing else is done for it.

Whatever a request says is either part of the key (the path, and the parameters its view declares), a choice of form
(the encoding), or nothing: the view never sees it. So one reader's request cannot spoil another's page.
"""

import time
from collections.abc import Callable, Iterable
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, Protocol
from urllib.parse import parse_qs, urlencode

from django.conf import settings
from django.http.request import split_domain_port, validate_host

from newsroom.delivery.encodings import chosen
from newsroom.delivery.files import PageFiles
from newsroom.delivery.generations import Generations, Unreachable, slot
from newsroom.delivery.pages import SECOND, Headers, Memory, Page
from newsroom.delivery.public import RECORD, Answer, good_until
from newsroom.delivery.turns import Rendering, Turns

Environ = dict[str, Any]
Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

NOT_MODIFIED = f"{HTTPStatus.NOT_MODIFIED.value} {HTTPStatus.NOT_MODIFIED.phrase}"
FOUND = f"{HTTPStatus.OK.value} {HTTPStatus.OK.phrase}"
NOBODY: list[bytes] = []
PATIENCE = 10.0  # seconds to wait for another thread that renders the same page
LOOK_EVERY = 0.004  # seconds, to see whether another process has rendered it
TURNS = 4  # how often to wait, while the page changes faster than it is rendered
AT_ONCE = 1  # renderings in this process: Python runs one thread at a time anyway
MOST_HOSTS, MOST_PATHS = 64, 20_000


class SharedPages(Protocol):
    """Pages kept for several processes and machines. What cannot be reached keeps nothing, and says nothing."""

    def get(self, key: str) -> tuple[Page, tuple[str, ...]] | None: ...
    def put(self, key: str, page: Page, query: tuple[str, ...]) -> None: ...
    def claim(self, key: str) -> bool: ...
    def release(self, key: str) -> None: ...


class PageCache:
    def __init__(
        self,
        application: Application,
        generations: Generations,
        memory: Memory,
        shared: SharedPages | None = None,
        files: PageFiles | None = None,
    ) -> None:
        self.application = application
        self.generations = generations
        self.memory = memory
        self.shared = shared
        self.files = files
        self._hosts: set[str] = set()
        # The parameters that count for a path, as its view declared them; None where there is a page, but none to keep.
        self._queries: dict[str, tuple[str, ...] | None] = {}
        self._rendering: dict[str, Rendering] = {}
        self._turns = Turns(AT_ONCE)
        self._https_header, self._https_value = settings.SECURE_PROXY_SSL_HEADER or ("wsgi.url_scheme", "https")

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in ("GET", "HEAD") or not self._is_for_us(environ):
            return self.application(environ, start)
        key = self._key(environ)
        if key is not None:
            page = self.memory.get(key)
            if page is not None and self._is_good(page):
                return self._send(key, page, environ, start)
        return self._render_once(environ, start)

    # -- what a request asks for -------------------------------------------------------------------------------------

    def _is_for_us(self, environ: Environ) -> bool:
        """Whether Django would render it for this host and scheme, and not refuse or redirect it."""
        host = environ.get("HTTP_HOST", "")
        if host not in self._hosts:
            domain, _ = split_domain_port(host)
            if not domain or not validate_host(domain, settings.ALLOWED_HOSTS):
                return False
            if len(self._hosts) < MOST_HOSTS:
                self._hosts.add(host)
        if settings.SECURE_SSL_REDIRECT and environ.get(self._https_header) != self._https_value:
            return False
        return not environ.get("SCRIPT_NAME")

    def _key(self, environ: Environ) -> str | None:
        """What the page is kept under; None while nobody knows which parameters count for its path."""
        path: str = environ["PATH_INFO"]
        asked: str = environ.get("QUERY_STRING", "")
        if not asked:
            return path
        query = self._queries.get(path)
        return None if query is None else key_of(path, asked, query)

    def _is_good(self, page: Page) -> bool:
        """Whether nothing it shows has changed since, and its time has not run out."""
        try:
            now = self.generations.now()
            if page.checked != now:
                if self.generations.newest(page.slots) > page.began:
                    return False
                page.checked = now
        except Unreachable:
            return False
        return page.until > time.time()

    # -- rendering ---------------------------------------------------------------------------------------------------

    def _render_once(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Render the page while everybody else who asks for it waits, and then gets it too."""
        path, asked = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        address = f"{path}?{asked}"
        for _ in range(TURNS):
            if self._queries.get(path, ()) is None:  # a page of which nothing is kept: everybody their own
                break
            mine = Rendering()
            other = self._rendering.setdefault(address, mine)
            if other is mine:
                try:
                    return self._take_over_or_render(environ, start, mine)
                finally:
                    del self._rendering[address]
                    mine.end()
            other.wait(PATIENCE)
            key = self._key(environ)
            page = None if key is None else self.memory.get(key)
            if key is not None and page is not None and self._is_good(page):
                return self._send(key, page, environ, start)
        return self._render(environ, start)

    def _take_over_or_render(self, environ: Environ, start: Start, mine: Rendering) -> Iterable[bytes]:
        """Have the page from another process, or render it for all of them.

        A page is claimed only by who has a turn: else another process, with many readers, would wait for one with none.
        """
        key = self._key(environ)
        until = time.monotonic() + PATIENCE
        while self.shared is not None and key is not None and time.monotonic() < until:
            if page := self._from_others(self.shared, key, environ):
                return self._send(key, page, environ, start)
            with self._turns.turn(mine):
                if self.shared.claim(key):
                    try:
                        if page := self._from_others(self.shared, key, environ):  # finished this very moment
                            return self._send(key, page, environ, start)
                        return self._render(environ, start)
                    finally:
                        self.shared.release(key)
            time.sleep(LOOK_EVERY)
        with self._turns.turn(mine):
            return self._render(environ, start)

    def _render(self, environ: Environ, start: Start) -> Iterable[bytes]:
        path, asked = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        key = self._key(environ)
        expired = self._expired(key)
        try:
            began = self.generations.now()  # before anything is read
        except Unreachable:
            began = 0  # so nothing of it can be kept
        answer = environ[RECORD] = Answer()
        taken: list[Any] = []
        found = False

        def begin(status: str, headers: Headers, exc_info: Any = None) -> Any:
            nonlocal found
            found = status.startswith("200")
            if answer.is_public or (expired and status.startswith("5")):
                taken[:] = status, headers
                return None
            return start(status, headers, exc_info) if exc_info else start(status, headers)

        chunks = self.application(environ, begin)
        if not taken:
            if found:
                self._learn(path, None)
            return chunks
        text = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        if not answer.is_public:  # it went wrong, and there is a page that was true until a moment ago
            assert key is not None
            assert expired is not None
            return self._send(key, expired, environ, start)
        key = key_of(path, asked, answer.query)
        return self._send(key, self._kept(key, path, answer, taken, text, began, environ), environ, start)

    def _kept(
        self, key: str, path: str, answer: Answer, taken: list[Any], text: bytes, began: int, environ: Environ
    ) -> Page:
        status, headers = taken
        slots = tuple(sorted({slot(one) for one in answer.keys}))
        try:
            changed = self.generations.newest(slots)
        except Unreachable:
            changed = began + 1
        if changed > began:  # purged while it was rendered, or nobody knows: this reader may have it, no cache may
            headers = [(name, value) for name, value in headers if name.lower() != "cache-control"]
            headers.append(("Cache-Control", "no-store"))
        since = int(answer.since * SECOND)
        page = Page(status, headers, slots, began, max(changed, since), good_until(answer.until))
        page.hold(text, chosen(environ.get("HTTP_ACCEPT_ENCODING", "")))
        is_kept = answer.is_kept and not settings.DEBUG and not any(name.lower() == "set-cookie" for name, _ in headers)
        if is_kept or page.status == FOUND:
            self._learn(path, answer.query if is_kept else None)
        if is_kept and changed <= began:
            self._keep(key, page)
            if self.shared:
                self.shared.put(key, page, answer.query)
        return page

    def _from_others(self, shared: SharedPages, key: str, environ: Environ) -> Page | None:
        """The page as another process has rendered it, if it is still good."""
        found = shared.get(key)
        if found is None:
            return None
        page, query = found
        path, asked = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
        if not self._is_good(page) or key_of(path, asked, query) != key:
            return None
        self._learn(path, query)
        self._keep(key, page)
        return page

    def _keep(self, key: str, page: Page) -> None:
        self.memory.put(key, page)
        if self.files:
            self.files.add(key, page)

    def _expired(self, key: str | None) -> Page | None:
        """The page as it was kept, if only its time has run out: better than an error."""
        page = None if key is None else self.memory.get(key)
        try:
            return page if page is not None and self.generations.newest(page.slots) <= page.began else None
        except Unreachable:
            return None

    def _learn(self, path: str, query: tuple[str, ...] | None) -> None:
        if path not in self._queries and len(self._queries) >= MOST_PATHS:
            self._queries.clear()
        self._queries[path] = query

    # -- sending -----------------------------------------------------------------------------------------------------

    def _send(self, key: str, page: Page, environ: Environ, start: Start) -> Iterable[bytes]:
        encoding = chosen(environ.get("HTTP_ACCEPT_ENCODING", ""))
        form = page.forms.get(encoding)
        if form is None:
            form = page.form(encoding)
            if self.memory.get(key) is page:
                self.memory.put(key, page)
        if not page.is_dated:
            page.date()
        if page.status == FOUND and is_known(page, form.tag, environ):
            start(NOT_MODIFIED, form.confirmed)
            return NOBODY
        start(page.status, form.headers)
        return form.body if environ["REQUEST_METHOD"] == "GET" else NOBODY


def key_of(path: str, asked: str, query: tuple[str, ...]) -> str:
    """The path with the parameters that count, each once, in the order the view declares them."""
    if not query or not asked:
        return path
    sent = parse_qs(asked, keep_blank_values=True)
    counting = [(name, sent[name][-1]) for name in query if name in sent]
    return f"{path}?{urlencode(counting)}" if counting else path


def is_known(page: Page, tag: str, environ: Environ) -> bool:
    """Whether the client has this very form of the page."""
    tags = environ.get("HTTP_IF_NONE_MATCH")
    if tags is not None:
        return tag in tags or tags.strip() == "*"  # with W/ before it, too, as some proxies make of it
    since = environ.get("HTTP_IF_MODIFIED_SINCE")
    if since is None or not page.is_dated:
        return False
    try:
        return parsedate_to_datetime(since).timestamp() >= page.changed // SECOND
    except (ValueError, TypeError, OverflowError):
        return False
