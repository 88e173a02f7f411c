"""Readers' pages. A view finds, asks and renders; what readers may see is decided by `Edition.objects.live()`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from django.conf import settings
from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString

from articles import keys, search, structured_data
from articles.changes import changes_of
from articles.document import Document, Note, Part, tidied
from articles.listing import PAGE_SIZE, RELATED, Listing, page_number
from articles.models import Article, Author, AuthorLink, Correction, Edition, StoryList, Topic
from articles.models.listed import ways_on
from articles.templatetags.pages import interview, rich_text
from articles.workflow import ChangeKind
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows
from newsroom.headers import framed_by_desk
from newsroom.html import plain
from newsroom.models import Publication

DROP_CAPS = {"article", "photo"}  # formats
THREE_LINES = 220  # letters
CONTENTS_FROM = 4  # subheads; a shorter story is seen at a glance


@public
def article(request: HttpRequest, category: str, pk: int, slug: str) -> HttpResponse:
    shows(keys.story(pk))
    edition = Edition.objects.live().filter(article_id=pk).select_related("category").defer("text").first()
    if edition is None:
        return gone(request, pk)
    shows(keys.category(edition.category_id))
    path = edition.get_absolute_url()
    if request.path != path:  # an old slug or category still finds the story
        return redirect(path, permanent=True)
    story = replace(edition.story, category=edition.category.label())  # as it is called and addressed today
    following, related = ways_on(edition, [label.id for label in story.topics], RELATED)
    return render_story(
        request,
        story,
        path=path,
        published_at=edition.first_published_at,
        updated_at=edition.last_substantive_update_at,
        notes=edition.notes,
        following=following,
        related=related,
    )


def gone(request: HttpRequest, pk: int) -> HttpResponse:
    """What the addresses of a story say that is not live."""
    if Article.objects.filter(pk=pk, withdrawn_at__isnull=False).exists():
        return render(request, "410.html", status=410)
    raise Http404("There is no such story.")


@public(query=("page",))
def what_changed(request: HttpRequest, category: str, pk: int, slug: str) -> HttpResponse:
    """What readers saw change in a story since it came out, for those who ask; no search engine does."""
    shows(keys.story(pk))
    live = Edition.objects.live().filter(article_id=pk).select_related("category").defer("text", "document").first()
    if live is None:
        return gone(request, pk)
    shows(keys.category(live.category_id))
    path = f"{live.get_absolute_url()}changes/"
    if request.path != path:
        return redirect(path, permanent=True)
    number = page_number(request)
    found = changes_of(live, number)
    past_the_end = number > 1 and (found.returned or not found.begins)
    if not found.steps and (past_the_end or (number == 1 and not found.returned)):
        raise Http404("Nothing has changed.")
    listing = Listing([], number, number + 1 if found.has_older else None)
    context = {"edition": live, "changes": found, "listing": listing, "publication": Publication.current()}
    return render(request, "articles/changes.html", context)


def render_story(
    request: HttpRequest,
    document: Document,
    *,
    path: str = "",
    published_at: datetime | None = None,
    updated_at: datetime | None = None,
    notes: Sequence[Note] = (),
    following: Edition | None = None,
    related: Sequence[Edition] = (),
    preview: bool = False,
    mark: object = None,
) -> HttpResponse:
    """One story as a page: the live one, an old version or, with `preview`, what nobody but the desk may see.

    A preview says so, is kept by nobody, is found by nobody, and may be framed by the desk. `path` is empty for a
    story without an address yet; `published_at` is None for one that readers have not seen. `following` is the story to
    read next, `related` are others of its category. `mark` is what to print over a preview for somebody outside.
    """
    publication = Publication.current()
    document = tidied(document) if preview else document  # what was typed is hostile until it was cleaned
    described = None
    if published_at and path and not preview:
        described = structured_data.news_article(document, path, publication, published_at, updated_at, notes)
    as_html = partial(
        interview if document.format == "interview" else rich_text, paid=document.disclosures.has_paid_links
    )
    subheads, opening_video, entries = document.subheads, document.opening_video, document.entries
    context = {
        "story": document,
        "path": path,
        "published_at": published_at,
        "updated_at": updated_at,
        "notes": notes,
        "corrections": [note for note in notes if note.kind == ChangeKind.CORRECTION],
        "other_notes": [note for note in notes if note.kind != ChangeKind.CORRECTION],
        "following": following,
        "related": related,
        "preview": preview,
        "mark": mark,
        "publication": publication,
        "described": described,
        "parts": [
            (part, laid_out(part, entries.get(part.key), as_html))
            for part in document.sections
            if part is not opening_video
        ],
        "drop_cap": has_drop_cap(document),
        "opening_video": opening_video,
        "has_video": any(part.kind == "video" for part in document.sections),
        "contents": subheads if len(subheads) >= CONTENTS_FROM else [],
        "is_split": document.lead is not None and document.format != "video" and document.lead.portrait,
        "shared_picture": document.social_picture,
    }
    response = render(request, "articles/article.html", context)
    if preview and not mark:  # nobody frames what somebody outside is shown
        framed_by_desk(response)
    return response


@dataclass(frozen=True, slots=True)
class LaidOut:
    """How a section stands on the page. `figures` says how its pictures do: “inset”, “pair”, “gallery” or not at all.

    `above` is the text above them and `body` the text below, as HTML: words follow a subhead before a picture does, or
    it would read as the picture's title. `number` is that of a list's entry.
    """

    number: int | None
    figures: str
    above: str
    body: str


def laid_out(part: Part, number: int | None, as_html: Callable[[str], SafeString]) -> LaidOut:
    if not part.pictures or part.kind != "text":
        return LaidOut(number, "", "", as_html(part.body))
    if part.layout == "gallery":
        return LaidOut(number, "gallery", "", as_html(part.body))
    figures = "pair" if part.layout == "pair" and len(part.pictures) > 1 else "inset"
    if part.subhead and number is None and part.body.startswith("<p>"):
        first, end, rest = part.body.partition("</p>")
        return LaidOut(number, figures, as_html(first + end), as_html(rest))
    return LaidOut(number, figures, "", as_html(part.body))


def has_drop_cap(document: Document) -> bool:
    """Whether the story's first letter is set large: where three lines of text stand beside it and no quote opens."""
    first = document.sections[0] if document.sections else None
    if first is None or document.format not in DROP_CAPS or first.subhead or first.pictures or first.kind != "text":
        return False
    words = plain(first.body.partition("</p>")[0])
    return first.body.startswith("<p>") and len(words) > THREE_LINES and words[0].isalpha()


@public(query=("page",))
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Topic, slug=slug)
    shows(keys.topic(found.pk))
    listing = Listing.of(StoryList.of(found), request, size=PAGE_SIZE)
    if not listing.stories:  # a topic that only unpublished stories have is nobody's business yet
        raise Http404("There is no such topic.")
    publication = Publication.current()
    context = {
        "topic": found,
        "publication": publication,
        "listing": listing,
        "described": structured_data.collection(found, listing.stories, publication, listing.number),
    }
    return render(request, "articles/topic.html", context)


@public(query=("page",))
def author(request: HttpRequest, slug: str) -> HttpResponse:
    links = Prefetch("links", AuthorLink.objects.order_by("pk"))
    found = get_object_or_404(Author.objects.select_related("portrait").prefetch_related(links), slug=slug)
    listing = Listing.of(StoryList.of(found), request, size=PAGE_SIZE)
    if not listing.stories:
        raise Http404("There is no such author.")
    shows(keys.author(found.pk), *([keys.picture(found.portrait.pk)] if found.portrait else []))
    portrait = found.portrait.picture() if found.portrait and found.portrait.is_ready else None
    publication = Publication.current()
    context = {
        "author": found,
        "publication": publication,
        "portrait": portrait,
        "listing": listing,
        "described": structured_data.profile(found, publication),
    }
    return render(request, "articles/author.html", context)


@public(query=("q", "page"), kept=False)
def find(request: HttpRequest) -> HttpResponse:
    question = " ".join(request.GET.get("q", "")[: search.MOST_LETTERS].replace("\0", "").split())
    words = search.words_of(question)
    number = page_number(request)
    editions = search.found(words, start=(number - 1) * PAGE_SIZE, count=PAGE_SIZE + 1)
    if not editions and number > 1:
        raise Http404("There is no such page.")
    listing = Listing(editions[:PAGE_SIZE], number, number + 1 if len(editions) > PAGE_SIZE else None)
    context = {
        "question": question,
        "searchable": bool(words),
        "listing": listing,
        "results": [search.Result(one, search.excerpt(one, words)) for one in listing.stories],
    }
    return render(request, "articles/search.html", context)


@public(query=("page",))
def corrections(request: HttpRequest) -> HttpResponse:
    """What was wrong and is right now, over all live stories, newest first."""
    shows(keys.CORRECTIONS)
    number = page_number(request)
    start = (number - 1) * PAGE_SIZE
    found = list(Correction.objects.public()[start : start + PAGE_SIZE + 1])
    if not found and number > 1:
        raise Http404("There is no such page.")
    for edition in (one.article.live_edition for one in found):
        if edition:
            shows(keys.card(edition.article_id), keys.category(edition.category_id))
    listing = Listing([], number, number + 1 if len(found) > PAGE_SIZE else None)
    context = {"corrections": found[:PAGE_SIZE], "listing": listing}
    return render(request, "articles/corrections.html", context)


@public
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /previews/",
        "Disallow: /search/",
        "",
        f"Sitemap: {settings.SITE_URL}/sitemap.xml",
        f"Sitemap: {settings.SITE_URL}/news-sitemap.xml",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
