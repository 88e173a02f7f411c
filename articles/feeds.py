"""Feeds with the full text: RSS 2.0, Atom and JSON Feed, for the site, a category, a topic and an author."""

import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.html import escape

from articles.models import Author, Category, Edition, EditionQuerySet, Topic
from articles.structured_data import moment
from newsroom.addresses import absolute
from newsroom.cache import public
from newsroom.html import for_xml
from newsroom.models import Publication

STORIES = 30

_OWN_LINK = re.compile(r'(<a href=")(?=[/#])(#?)')


class Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        }

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["writers"]:
            handler.addQuickElement("dc:creator", name)
        handler.addQuickElement("content:encoded", item["full_text"])


class Atom(Atom1Feed):
    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["writers"]:
            handler.startElement("author", {})
            handler.addQuickElement("name", name)
            handler.endElement("author")
        handler.addQuickElement("content", item["full_text"], {"type": "html"})


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is about. `path` is the page it belongs to."""

    title: str
    path: str
    editions: EditionQuerySet


def channel_of(publication: Publication, kind: str, slug: str) -> Channel:
    """Raises Http404 for a topic or an author without a live story, as their pages do."""
    live = Edition.objects.live()
    if kind == "site":
        return Channel(publication.name, "/", live)
    owner: Category | Topic | Author
    if kind == "category":
        owner = get_object_or_404(Category, slug=slug)
        return Channel(f"{owner} – {publication.name}", owner.get_absolute_url(), live.filter(category=owner))
    if kind == "topic":
        owner = get_object_or_404(Topic, slug=slug)
        editions = live.filter(topics=owner)
    else:
        owner = get_object_or_404(Author, slug=slug)
        editions = live.filter(authors=owner)
    if not editions.exists():
        raise Http404("There is no such feed.")
    return Channel(f"{owner} – {publication.name}", owner.get_absolute_url(), editions)


def full_text(edition: Edition) -> str:
    """The story as HTML that stands by itself: every address complete, every picture with its credit."""
    text = render_to_string("articles/feed_story.html", {"story": edition.story})
    story = absolute(edition.get_absolute_url())
    return _OWN_LINK.sub(lambda match: f"{match[1]}{story}#" if match[2] else f"{match[1]}{settings.SITE_URL}", text)


def items(channel: Channel) -> list[dict[str, Any]]:
    found = []
    for edition in channel.editions.newest().defer(None).defer("text")[:STORIES]:
        path = edition.get_absolute_url()
        found.append(
            {
                "title": for_xml(edition.headline),
                "link": absolute(path),
                "description": for_xml(edition.standfirst),
                "unique_id": absolute(f"/#story-{edition.article_id}"),
                "pubdate": edition.first_published_at.replace(microsecond=0),
                "updateddate": (edition.last_substantive_update_at or edition.first_published_at).replace(
                    microsecond=0
                ),
                "categories": [
                    for_xml(title)
                    for title in (edition.category.title, *(label.title for label in edition.story.topics))
                ],
                "writers": [for_xml(name) for name in edition.writers],
                "full_text": for_xml(full_text(edition)),
            }
        )
    return found


@public
def rss(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    return xml(request, Rss, "application/rss+xml; charset=utf-8", kind, slug)


@public
def atom(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    return xml(request, Atom, "application/atom+xml; charset=utf-8", kind, slug)


def xml(
    request: HttpRequest, generator: type[Rss] | type[Atom], content_type: str, kind: str, slug: str
) -> HttpResponse:
    publication = Publication.current()
    channel = channel_of(publication, kind, slug)
    feed = generator(
        title=for_xml(channel.title),
        link=absolute(channel.path),
        description=for_xml(publication.description or publication.tagline or publication.name),
        language=settings.LANGUAGE_CODE,
        feed_url=absolute(request.path),
    )
    for item in items(channel):
        summary = escape(item.pop("description"))  # readers of feeds take it for HTML
        feed.add_item(**item, description=summary, unique_id_is_permalink=False)
    response = HttpResponse(content_type=content_type)
    feed.write(response, "utf-8")
    return response


@public
def json(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    publication = Publication.current()
    channel = channel_of(publication, kind, slug)
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(request.path),
        "language": settings.LANGUAGE_CODE,
        "items": [
            {
                "id": item["unique_id"],
                "url": item["link"],
                "title": item["title"],
                "summary": item["description"],
                "content_html": item["full_text"],
                "date_published": moment(item["pubdate"]),
                "date_modified": moment(item["updateddate"]),
                "authors": [{"name": name} for name in item["writers"]],
                "tags": item["categories"],
            }
            for item in items(channel)
        ],
    }
    return JsonResponse(
        feed, content_type="application/feed+json; charset=utf-8", json_dumps_params={"ensure_ascii": False}
    )
