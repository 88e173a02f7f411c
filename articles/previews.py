"""Previews for outsiders: the real page under a secret address, marked with whom it was made for."""

from dataclasses import dataclass

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_safe

from articles.models.preview_link import PreviewLink
from articles.moments import said
from articles.views import render_story
from newsroom.middleware import client_address

HOUR = 3600  # seconds
OPENINGS = 600  # an hour, from one address; an office shares one
TIDIED_EVERY = 3600  # seconds


@dataclass(frozen=True, slots=True)
class Mark:
    """What is printed over the page. `wide` is about how wide the words are, in pixels."""

    name: str
    until: str
    embargo: str = ""  # until when nothing of it may be published, if somebody asked for that

    @property
    def words(self) -> str:
        return f"Preview for {self.name}"

    @property
    def wide(self) -> int:
        return max(300, 10 * max(len(self.words), len(self.embargo) + 24) + 90)


@require_safe
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """What a link shows. One that never was is told from one that works no more by its status alone, not by a word.

    Whoever has a link that works is told that the story was killed, not why.
    """
    if not may_open(client_address(request)):
        return private(render(request, "previews/gone.html", {"too_many": True}, status=429))
    link = PreviewLink.objects.of(token)
    if link is None or not link.works:
        return private(render(request, "previews/gone.html", status=410 if link else 404))
    if link.article.open_kill:
        return private(render(request, "previews/gone.html", {"killed": True}, status=410))
    if request.method == "GET":
        link.note_opened()
    at = link.article.first_published_at or timezone.now()
    embargo = link.article.embargo_until if link.article.is_embargoed else None
    mark = Mark(link.name, link.until, said(embargo) if embargo else "")
    return private(render_story(request, link.shown(), published_at=at, preview=True, mark=mark))


def private(response: HttpResponse) -> HttpResponse:
    """Kept nowhere, found nowhere, framed nowhere, and no page a link leads to learns the address."""
    response.headers["X-Frame-Options"] = "DENY"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def may_open(address: str) -> bool:
    """Count one opening from this client address; False when it had enough this hour. Nobody can read who it was."""
    key = f"previews:{salted_hmac('articles.previews', address, algorithm='sha256').hexdigest()}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) <= OPENINGS
    except ValueError:  # it expired between the two
        return True


def tidy() -> int:
    """Once an hour, delete links that stopped working long ago. Returns how many."""
    return delete_old() if cache.add("previews:tidied", 1, TIDIED_EVERY) else 0


def delete_old() -> int:
    return PreviewLink.objects.long_gone().delete()[0]
