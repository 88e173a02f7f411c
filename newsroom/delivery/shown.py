"""What a page shows, written down while it is rendered: its surrogate keys, and until when it is true.

A key names an object (“story-12”) or a question about a list (“the newest stories on a topic”). Whoever reads something
for a reader says so with `shows`; whoever changes it purges the same key. Outside of a recording both say nothing.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime

EVERYTHING = "site"  # on every page: new code, new settings


@dataclass(slots=True)
class Shown:
    """`until` is the moment, in seconds since 1970, at which the page says something else without anybody's doing, and
    `since` the last at which it did."""

    keys: set[str] = field(default_factory=lambda: {EVERYTHING})
    until: float = float("inf")
    since: float = 0.0


_page: ContextVar[Shown | None] = ContextVar("shown", default=None)


@contextmanager
def recording() -> Iterator[Shown]:
    """Everything that is shown inside belongs to one page."""
    page = Shown()
    token = _page.set(page)
    try:
        yield page
    finally:
        _page.reset(token)


def shows(*keys: str) -> None:
    page = _page.get()
    if page is not None:
        page.keys.update(keys)


def true_until(moment: datetime, since: datetime | None = None) -> None:
    """The page is true from `since` to `moment`; from now on, if nobody knows since when."""
    page = _page.get()
    if page is not None:
        page.until = min(page.until, moment.timestamp())
        page.since = max(page.since, since.timestamp() if since else time.time())
