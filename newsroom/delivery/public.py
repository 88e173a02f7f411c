"""What is said about a public answer: that anybody's cache may keep it, for how long, and under which keys."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, overload

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.views.decorators.http import require_safe

from newsroom.delivery import shown
from newsroom.delivery.cdn import Cloudflare

BROWSER_SECONDS = 10  # so long a browser does not even ask; then it is told in one line that nothing has changed
# A cache in front that we can purge keeps a page until then. One that nobody told us of forgets it by itself.
PURGED_SECONDS, UNTOLD_SECONDS = 86_400, 300
REVALIDATE_SECONDS, ERROR_SECONDS = 30, 86_400

RECORD = "newsroom.answer"  # where the page cache in front looks for what a view said

View = Callable[..., HttpResponseBase]


@dataclass(slots=True)
class Answer:
    """What the page cache must know of an answer: set by `public`, and by nobody else."""

    is_public: bool = False
    is_kept: bool = False
    query: tuple[str, ...] = ()
    keys: frozenset[str] = field(default_factory=frozenset)
    since: float = 0.0
    until: float = float("inf")


@overload
def public(view: View, /) -> View: ...
@overload
def public(*, query: tuple[str, ...] = (), kept: bool = True) -> Callable[[View], View]: ...
def public(view: View | None = None, /, *, query: tuple[str, ...] = (), kept: bool = True) -> Any:
    """A page that is only read, and the same for everybody: GET and HEAD, told to caches with its surrogate keys.

    `query` names the parameters that count; the view never sees another. `kept` is False for pages of which there are
    as many as strangers can think of: they are rendered each time, lest they drive out the others.
    """
    if view is None:
        return lambda decorated: public_view(decorated, query, kept)
    return public_view(view, query, kept)


def public_view(view: View, query: tuple[str, ...], kept: bool) -> View:
    @require_safe
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        for_anybody(request, query)
        with shown.recording() as page:
            response = view(request, *args, **kwargs)
        describe(response, page, kept)
        answer = request.META.get(RECORD)
        if isinstance(answer, Answer):
            answer.is_public, answer.query = True, query
            answer.is_kept = kept and isinstance(response, HttpResponse) and response.status_code in (200, 410)
            answer.keys, answer.since, answer.until = frozenset(page.keys), page.since, page.until
        return response

    return wrapped


def for_anybody(request: HttpRequest, query: tuple[str, ...]) -> None:
    """Take from a request what tells one reader from another, so that no page can come to depend on it."""
    sent, counting = request.GET, QueryDict(mutable=True)
    for name in query:
        if name in sent:
            counting[name] = sent[name]
    request.GET = counting  # type: ignore[assignment]  # Django's own is made immutable, and typed so
    request.META["QUERY_STRING"] = request.GET.urlencode()
    request.COOKIES = {}
    request.user = AnonymousUser()


def describe(response: HttpResponseBase, page: shown.Shown, kept: bool) -> None:
    left = page.until - time.time()
    here = int(max(0, min(BROWSER_SECONDS, left)))
    if not kept:
        response.headers["Cache-Control"] = f"public, max-age={here}"
        return
    long = shared_seconds()
    there = long if left > long else here
    response.headers["Cache-Control"] = cache_control(here, there)
    keys = sorted(page.keys)
    response.headers["Surrogate-Key"] = " ".join(keys)
    if any(isinstance(cache, Cloudflare) for cache in settings.PURGE_URLS):  # nobody else reads it
        response.headers["Cache-Tag"] = ",".join(keys)


def cache_control(here: int, there: int) -> str:
    """For so many seconds in browsers, and in caches before them."""
    return (
        f"public, max-age={here}, s-maxage={there}, "
        f"stale-while-revalidate={REVALIDATE_SECONDS}, stale-if-error={ERROR_SECONDS}"
    )


def usual_cache_control() -> str:
    """Of pages that stay true for long enough."""
    return cache_control(BROWSER_SECONDS, shared_seconds())


def shared_seconds() -> int:
    return PURGED_SECONDS if settings.PURGE_URLS else UNTOLD_SECONDS


def good_until(until: float) -> float:
    """When a page must be rendered anew: early enough that no cache in front keeps it for longer than it is true."""
    early = until - shared_seconds()
    return early if early > time.time() else until
