"""Feeds with the full text: RSS 2.0, Atom and JSON Feed, for the site, a category, a topic and an author.

And for each of the four a page that says in plain words what its feeds are for. For thirty days all three tell whoever
took a story over that it was killed; that it was withdrawn otherwise says Atom alone, which has a word for it.
"""

import re
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, Stylesheet, rfc3339_date
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from articles import keys
from articles.document import Credit, Document, Note, Picture
from articles.models import Article, Author, Category, Edition, Removal, StoryList, Topic
from articles.moments import said
from articles.structured_data import image, moment
from newsroom.addresses import absolute
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows, true_until
from newsroom.html import for_xml
from newsroom.models import Publication

STORIES = 30
HEADLINES = 5  # on the page about feeds
DELETIONS = timedelta(days=30)  # so long feeds say that a story was withdrawn
MOST_DELETIONS = 100
MINUTES = 5  # a reader need not ask more often
NEVER = datetime(1970, 1, 1, tzinfo=UTC)  # when a feed without a story last changed

# Not application/rss+xml or atom+xml, which browsers show as so much text or offer to save. Feed readers take either.
XML = "application/xml; charset=utf-8"

_LINK = re.compile(r'(<a href=")(?!(?:https?|mailto|tel):)([^"]*)')


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed is about. `path` is the page it belongs to, `withdrawn` were in it and are not any more."""

    name: str
    title: str
    description: str
    path: str
    stories: StoryList
    withdrawn: QuerySet[Article]


@dataclass(frozen=True, slots=True)
class Item:
    """A story as a feed has it: plain words without the signs XML knows nothing of, and the full text as HTML.

    Without `writers` it is the publication that speaks.
    """

    id: str
    address: str
    title: str
    summary: str
    published: datetime
    updated: datetime
    tags: list[str]
    writers: list[Credit]
    picture: Picture | None
    full_text: str = field(repr=False)


OWNERS = {"category": "category", "topic": "topics", "author": "authors"}  # kind of channel: where an edition says it


def channel_of(publication: Publication, kind: str, slug: str) -> Channel:
    """Raises Http404 for a topic or an author without a live story, as their pages do."""
    withdrawn = Article.objects.filter(withdrawn_at__isnull=False, live_edition=None)
    if kind == "site":
        about = spoken(publication.description, publication.tagline, publication.name)
        return Channel(publication.name, publication.name, about, "/", StoryList.site(), withdrawn)
    owner: Category | Topic | Author
    if kind == "category":
        owner = get_object_or_404(Category, slug=slug)
    elif kind == "topic":
        owner = get_object_or_404(Topic, slug=slug)
    else:
        owner = get_object_or_404(Author, slug=slug)
    shows(f"{kind}-{owner.pk}", *([keys.front(owner.pk)] if kind == "category" else []))
    stories = StoryList.of(owner)
    if kind != "category" and stories.is_empty():
        raise Http404("There is no such feed.")
    were_in = Edition.objects.filter(article=OuterRef("pk"), **{OWNERS[kind]: owner})
    withdrawn = withdrawn.filter(Exists(were_in))
    title = f"{owner} – {publication.name}"
    about = spoken(owner.bio if isinstance(owner, Author) else owner.description, title)
    return Channel(str(owner), title, about, owner.get_absolute_url(), stories, withdrawn)


def spoken(*texts: str) -> str:
    """The first text that has words in XML."""
    return next((words for text in texts if (words := for_xml(text).strip())), "")


def story_id(article_id: int) -> str:
    """What a story is called in all feeds, wherever it moves to."""
    return absolute(f"/#story-{article_id}")


@lru_cache(maxsize=0 if settings.DEBUG else 256)
def full_text(story: Document, here: str, notes: tuple[Note, ...] = ()) -> str:
    """The story as HTML that stands by itself: every address complete, every picture with its credit.

    `here` is its complete address. It is kept: of the thirty stories of a feed, one or two are new.
    """
    text = render_to_string("articles/feed_story.html", {"story": story, "notes": notes})

    def complete(match: re.Match[str]) -> str:
        with suppress(ValueError):  # an address that Python cannot read is complete already
            return match[1] + urljoin(here, match[2])
        return match[0]

    return for_xml(_LINK.sub(complete, text))


def tags_of(edition: Edition, story: Document) -> list[str]:
    label = [edition.label] if edition.label else []
    return [*label, edition.category.title, *(topic.title for topic in story.topics)]


def items(channel: Channel) -> list[Item]:
    found = []
    for edition in channel.stories.full(STORIES):
        story, address = edition.story, absolute(edition.get_absolute_url())
        published = edition.first_published_at.replace(microsecond=0)
        updated = (edition.last_substantive_update_at or published).replace(microsecond=0)
        found.append(
            Item(
                id=story_id(edition.article_id),
                address=address,
                title=for_xml(edition.headline),
                summary=for_xml(edition.standfirst),
                published=published,
                updated=max(published, updated),
                tags=[for_xml(one) for one in tags_of(edition, story)],
                writers=story.writers,
                picture=story.lead or next(iter(story.pictures()), None),
                full_text=full_text(story, address, tuple(edition.notes)),
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class Gone:
    """A story that was in the feed and that readers do not see any more, since when, and whether it was killed."""

    article: Article
    at: datetime
    killed: bool

    @property
    def words(self) -> str:
        """What those are told who took it over."""
        why = "This story was killed: it was withdrawn for cause" if self.killed else "This story was withdrawn"
        return f"{why} on {said(self.at)}." + (f" {USE_NOTHING}" if self.killed else "")

    def item(self) -> Item:
        """In the place of the story, with no word of it: even its address has none, and answers as all of its do."""
        category = self.article.editions.order_by("-number").values_list("category__slug", flat=True)[0]
        at = self.at.replace(microsecond=0)
        return Item(
            id=story_id(self.article.pk),
            address=absolute(f"/{category}/{self.article.pk}/withdrawn/"),
            title="Withdrawn: do not use this story",
            summary=self.words,
            published=at,
            updated=at,
            tags=[],
            writers=[],
            picture=None,
            full_text=f"<p>{escape(self.words)}</p>",
        )


USE_NOTHING = "Do not use it, and take down what you have of it."


def gone_lately(channel: Channel, *, killed_only: bool) -> list[Gone]:
    """What the feed tells of, the newest first; a kill counts, also of a story that was withdrawn long before."""
    shows(channel.stories.withdrawn_key)
    since = timezone.now() - DELETIONS
    kills = Removal.objects.filter(kind=Removal.Kind.KILL).order_by("-at", "-pk")
    own = kills.filter(article=OuterRef("pk"), at__gte=OuterRef("last_published_at"))
    lately = Q(pk__in=kills.filter(at__gte=since).order_by().values("article"))
    if not killed_only:
        lately |= Q(withdrawn_at__gte=since)
    stories = channel.withdrawn.filter(lately).annotate(killed_at=Subquery(own.values("at")[:1]))
    found = []
    for article in stories.only("withdrawn_at"):
        assert article.withdrawn_at is not None
        at = max(article.withdrawn_at, article.killed_at or NEVER)
        if at >= since and (article.killed_at or not killed_only):
            found.append(Gone(article, at, article.killed_at is not None))
    found = sorted(found, key=lambda one: (one.at, one.article.pk), reverse=True)[:MOST_DELETIONS]
    if found:
        true_until(found[-1].at + DELETIONS)
    return found


def with_kills(channel: Channel) -> list[Item]:
    """The stories, and in their order what was killed of late."""
    killed = [one.item() for one in gone_lately(channel, killed_only=True)]
    return sorted([*killed, *items(channel)], key=lambda one: one.published, reverse=True)


# -- RSS and Atom ----------------------------------------------------------------------------------------------------


class Rss(Rss201rev2Feed):
    def rss_attributes(self) -> dict[str, str]:
        return {
            **super().rss_attributes(),
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
            "xmlns:dc": "http://purl.org/dc/elements/1.1/",
            "xmlns:media": "http://search.yahoo.com/mrss/",
        }

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["changed"]
        return found

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("atom:link", "", {"rel": "help", "href": self.feed["help"], "type": "text/html"})
        handler.startElement("image", {})
        for name, value in (("url", self.feed["image"]), ("title", self.feed["title"]), ("link", self.feed["link"])):
            handler.addQuickElement(name, value)
        for name in ("width", "height"):
            handler.addQuickElement(name, "144")  # as it is to be shown; the most that RSS allows for a width
        handler.endElement("image")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        story: Item = item["story"]
        for name in [credit.name for credit in story.writers] or [self.feed["publisher"]]:
            handler.addQuickElement("dc:creator", for_xml(name))
        if story.updated != story.published:
            handler.addQuickElement("atom:updated", rfc3339_date(story.updated))
        handler.addQuickElement("content:encoded", story.full_text)
        if story.picture:
            self.add_picture(handler, story.picture)

    def add_picture(self, handler: Any, picture: Picture) -> None:
        large, small = image(picture, "wide"), image(picture, "square")
        size = {"width": str(large["width"]), "height": str(large["height"])}
        handler.startElement("media:content", {"url": large["url"], "type": "image/jpeg", "medium": "image", **size})
        if words := for_xml(picture.caption or picture.alt_text):
            handler.addQuickElement("media:description", escape(words), {"type": "html"})
        if picture.credit:
            handler.addQuickElement("media:credit", for_xml(picture.credit), {"role": "photographer", "scheme": EBU})
        size = {"width": str(small["width"]), "height": str(small["height"])}
        handler.addQuickElement("media:thumbnail", "", {"url": small["url"], **size})
        handler.endElement("media:content")


EBU = "urn:ebu"  # the list of roles that media:credit takes when nothing else is said


class Atom(Atom1Feed):
    def root_attributes(self) -> dict[str, str]:
        return {**super().root_attributes(), "xmlns:at": "http://purl.org/atompub/tombstones/1.0"}

    def write(self, outfile: Any, encoding: Any) -> None:
        """As Django writes it, with the style sheet that Django gives to RSS alone."""
        handler: Any = SimplerXMLGenerator(outfile, encoding, short_empty_elements=True)
        handler.startDocument()
        for sheet in self.feed["stylesheets"]:
            handler.processingInstruction("xml-stylesheet", str(sheet))
        handler.startElement("feed", self.root_attributes())
        self.add_root_elements(handler)
        self.write_items(handler)
        handler.endElement("feed")

    def latest_post_date(self) -> datetime:
        found: datetime = self.feed["changed"]
        return found

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        handler.addQuickElement("link", "", {"rel": "help", "href": self.feed["help"], "type": "text/html"})
        handler.addQuickElement("icon", self.feed["image"])
        self.add_person(handler, self.feed["publisher"], absolute("/"))
        for one in self.feed["withdrawn"]:  # RFC 6721: which and since when, and no word of it
            when = rfc3339_date(one.at.replace(microsecond=0))
            handler.startElement("at:deleted-entry", {"ref": story_id(one.article.pk), "when": when})
            handler.addQuickElement("at:comment", one.words)
            handler.endElement("at:deleted-entry")

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, {**item, "description": item["description"] or None})
        story: Item = item["story"]
        for credit in story.writers:
            self.add_person(handler, credit.name, absolute(credit.url))
        handler.addQuickElement("content", story.full_text, {"type": "html"})

    def add_person(self, handler: Any, name: str, address: str) -> None:
        handler.startElement("author", {})
        handler.addQuickElement("name", for_xml(name))
        handler.addQuickElement("uri", address)
        handler.endElement("author")


@public
def rss(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    return xml(request, Rss, kind, slug)


@public
def atom(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    return xml(request, Atom, kind, slug)


def xml(request: HttpRequest, generator: type[Rss] | type[Atom], kind: str, slug: str) -> HttpResponse:
    publication = Publication.current()
    channel = channel_of(publication, kind, slug)
    stories = items(channel) if generator is Atom else with_kills(channel)
    withdrawn = gone_lately(channel, killed_only=False) if generator is Atom else []
    changes = [*(one.updated for one in stories), *(one.at for one in withdrawn)]
    feed = generator(
        title=for_xml(channel.title),
        link=absolute(channel.path),
        description=escape(channel.description),  # RSS: its readers take it for HTML; in Atom the subtitle is text
        subtitle=channel.description,
        language=settings.LANGUAGE_CODE,
        feed_url=absolute(request.path),
        ttl=MINUTES,
        stylesheets=[Stylesheet(static("css/feed.css"), mimetype="text/css")],
        image=absolute(publication.icon.get("180") or static("img/icon-180.png")),
        help=absolute(f"{channel.path}feeds/"),
        publisher=publication.name,
        changed=max(changes, default=NEVER).replace(microsecond=0),
        withdrawn=withdrawn,
    )
    for one in stories:
        feed.add_item(
            title=one.title,
            link=one.address,
            description=escape(one.summary),  # readers of feeds take it for HTML
            unique_id=one.id,
            unique_id_is_permalink=False,
            pubdate=one.published,
            updateddate=one.updated,
            categories=one.tags,
            story=one,
        )
    response = HttpResponse(content_type=XML)
    feed.write(response, "utf-8")
    return response


# -- JSON Feed -------------------------------------------------------------------------------------------------------


@public
def json(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    publication = Publication.current()
    channel = channel_of(publication, kind, slug)
    publisher = {"name": for_xml(publication.name), "url": absolute("/")}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": for_xml(channel.title),
        "description": channel.description,
        "home_page_url": absolute(channel.path),
        "feed_url": absolute(request.path),
        "icon": absolute(publication.icon.get("512") or static("img/icon-512.png")),
        "favicon": absolute(publication.icon.get("180") or static("img/icon-180.png")),
        "language": settings.LANGUAGE_CODE,
        "authors": [publisher],
        "items": [json_item(one, publisher) for one in with_kills(channel)],
    }
    return JsonResponse(
        feed, content_type="application/feed+json; charset=utf-8", json_dumps_params={"ensure_ascii": False}
    )


def json_item(story: Item, publisher: dict[str, str]) -> dict[str, Any]:
    authors = [{"name": for_xml(one.name), "url": absolute(one.url)} for one in story.writers]
    item: dict[str, Any] = {
        "id": story.id,
        "url": story.address,
        "title": story.title,
        "content_html": story.full_text,
        "date_published": moment(story.published),
        "date_modified": moment(story.updated),
        "authors": authors or [publisher],
        "language": settings.LANGUAGE_CODE,
    }
    if story.tags:
        item["tags"] = story.tags
    if story.summary:
        item["summary"] = story.summary
    if story.picture:
        item["image"] = image(story.picture, "standard")["url"]
        item["banner_image"] = image(story.picture, "wide")["url"]
    return item


# -- for people ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the three feeds as the page explains it."""

    name: str
    address: str
    hint: str


@public
def page(request: HttpRequest, kind: str = "site", slug: str = "") -> HttpResponse:
    publication = Publication.current()
    channel = channel_of(publication, kind, slug)
    context = {
        "publication": publication,
        "channel": channel,
        "is_site": kind == "site",
        "path": f"{channel.path}feeds/",
        "latest": channel.stories.newest(HEADLINES),
        "kinds": [
            Kind("RSS", absolute(f"{channel.path}feed/"), "Every reader understands it. When in doubt, take this one."),
            Kind("Atom", absolute(f"{channel.path}feed/atom/"), "Also says which stories were changed or withdrawn."),
            Kind("JSON Feed", absolute(f"{channel.path}feed.json"), "For newer readers, and for those who build one."),
        ],
    }
    return render(request, "articles/feeds.html", context)
