"""Pages that are kept, and the place in this process where they are."""

import hashlib
import threading
import time
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass
from email.utils import formatdate

from newsroom.delivery.encodings import COMPRESS, DECOMPRESS, WORTH_COMPRESSING

Headers = list[tuple[str, str]]

OURS = {"etag", "last-modified", "content-length", "content-encoding", "vary"}  # they depend on the form
REPEATED = {"cache-control", "surrogate-key", "cache-tag"}  # by a 304
PAGE_BYTES, FORM_BYTES = 4_000, 2_000  # what a page and each of its forms take beside the text
SECOND = 1_000_000  # generations in one

_dating = threading.Lock()


@dataclass(slots=True)
class Form:
    """A page as it is sent to those who take one encoding. `confirmed` are the headers of its 304; `is_worth` says
    whether its text is long enough to be compressed."""

    tag: str
    headers: Headers
    confirmed: Headers
    body: list[bytes]
    is_worth: bool


class Page:
    """One public answer. `began` is the generation at which its rendering began; `until`, in seconds, when it expires.

    `changed` is the generation of the last change of anything it shows, by somebody or by the clock: its Last-Modified,
    the same in every process.
    """

    __slots__ = ("began", "changed", "checked", "digest", "forms", "headers", "is_dated", "slots", "status", "until")

    def __init__(
        self, status: str, headers: Headers, slots: tuple[int, ...], began: int, changed: int, until: float
    ) -> None:
        self.status = status
        self.headers = [(name, value) for name, value in headers if name.lower() not in OURS]
        self.slots, self.began, self.changed, self.until = slots, began, changed, until
        self.checked = 0  # the generation at which it was last known to be good
        self.is_dated = False
        self.digest = ""
        self.forms: dict[str, Form] = {}

    def hold(self, text: bytes, encoding: str) -> None:
        """Take the text in, to be kept in this encoding."""
        self.digest = hashlib.blake2b(text, digest_size=10).hexdigest()
        self._add(encoding, text)

    def hold_form(self, digest: str, encoding: str, body: bytes, is_worth: bool) -> None:
        """Take in what another process has made of the text."""
        self.digest = digest
        self._put(encoding, body, is_worth)

    def form(self, encoding: str) -> Form:
        """The page in this encoding, made when it is asked for so the first time."""
        return self.forms.get(encoding) or self._add(encoding, self.text())

    def body(self, encoding: str) -> bytes:
        """What is sent in this encoding. It is not kept when it was not there."""
        form = self.forms.get(encoding)
        return form.body[0] if form else COMPRESS[encoding](self.text())

    @property
    def is_worth_compressing(self) -> bool:
        return self.first_form()[1].is_worth

    def text(self) -> bytes:
        encoding, form = self.first_form()
        return DECOMPRESS[encoding](form.body[0]) if form.is_worth else form.body[0]

    def first_form(self) -> tuple[str, Form]:
        (first), *_ = self.forms.items()  # in one step: another thread may be adding one
        return first

    def _add(self, encoding: str, text: bytes) -> Form:
        worth = len(text) >= WORTH_COMPRESSING
        return self._put(encoding, COMPRESS[encoding](text) if worth else text, worth)

    def _put(self, encoding: str, body: bytes, worth: bool) -> Form:
        tag = f'"{self.digest}-{encoding}"' if encoding and worth else f'"{self.digest}"'
        said = [("ETag", tag)]
        if worth:
            said.append(("Vary", "Accept-Encoding"))
        if self.is_dated:
            said.append(("Last-Modified", self.last_modified))
        form = Form(
            tag,
            [*self.headers, *said, ("Content-Length", str(len(body)))],
            [*((name, value) for name, value in self.headers if name.lower() in REPEATED), *said],
            [body],
            worth,
        )
        if encoding and worth:
            form.headers.append(("Content-Encoding", encoding))
        self.forms[encoding] = form
        return form

    @property
    def size(self) -> int:
        """What it takes in memory, about, in bytes."""
        return PAGE_BYTES + sum(len(form.body[0]) + FORM_BYTES for form in tuple(self.forms.values()))

    @property
    def last_modified(self) -> str:
        return formatdate(self.changed // SECOND, usegmt=True)

    def date(self) -> None:
        """Give it its Last-Modified once that second is over. Until then another change could get the same."""
        with _dating:
            if self.is_dated or time.time() < self.changed // SECOND + 1:
                return
            for form in tuple(self.forms.values()):
                form.headers.append(("Last-Modified", self.last_modified))
                form.confirmed.append(("Last-Modified", self.last_modified))
            self.is_dated = True


class Memory:
    """The pages this process keeps: so many bytes at most, the longest unused out first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bytes = 0
        self._pages: OrderedDict[str, tuple[Page, int]] = OrderedDict()
        self._changing = threading.Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: str) -> Page | None:
        found = self._pages.get(key)
        if found is None:
            return None
        with suppress(KeyError):  # another thread may have put it out this moment
            self._pages.move_to_end(key)
        return found[0]

    def put(self, key: str, page: Page) -> None:
        """Keep this page, or weigh it anew after it grew."""
        size = page.size
        with self._changing:
            before = self._pages.pop(key, None)
            if before is not None:
                self.bytes -= before[1]
            if size > self.most:
                return
            self._pages[key] = page, size
            self.bytes += size
            while self.bytes > self.most:
                _, (_, freed) = self._pages.popitem(last=False)
                self.bytes -= freed

    def clear(self) -> None:
        with self._changing:
            self._pages.clear()
            self.bytes = 0
