"""The desk's preview beside the text, and the links by which somebody outside may look at a story."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils import timezone

from articles.document import Document, tidied
from articles.errors import DeletedMeanwhile, NotPossible
from articles.models import Article, Edition, ImageAsset, PreviewLink
from articles.models.publishing import shown_in_lists
from articles.models.saving import slug_of
from articles.teasers import Teaser
from newsroom.addresses import absolute
from newsroom.headers import framed_by_desk, showing_mail
from newsroom.mail import inlined
from newsroom.models import Publication

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST_LISTED = 50
SPANS = {"hour": timedelta(hours=1), "day": timedelta(days=1), "week": timedelta(days=7)}


def with_stand_ins(page: HttpResponse, assets: Iterable[ImageAsset]) -> HttpResponse:
    """The page with the desk's own look at each picture that is too new to have been prepared for readers."""
    for asset in assets:
        if not asset.is_ready:
            folder = f"{settings.RENDITIONS_URL}{asset.key[:2]}/{asset.key}/".encode()
            files = re.compile(re.escape(folder) + rb"[a-z]+-[0-9]+\.(?:avif|jpg)")
            page.content = files.sub(reverse("admin:articles_imageasset_large", args=[asset.pk]).encode(), page.content)
    return page


TITLE, DESCRIPTION = 60, 155  # characters that Google shows, about


def cut(text: str, most: int) -> str:
    """The text as a search engine prints it: whole words, and dots for the rest."""
    return text if len(text) <= most else f"{text[: most + 1].rsplit(' ', 1)[0][:most].rstrip(' ,;:–-')} …"


def elsewhere_page(request: HttpRequest, document: Document) -> HttpResponse:
    """The story as what is typed would look where it is told of: on a card, in search, on social media, in a mail."""
    story, publication, now = tidied(document), Publication.current(), timezone.now()
    title = f"{story.looks.search_title or story.headline} – {publication.name}"
    description = story.looks.search_description or story.standfirst or story.headline
    site = settings.SITE_URL.partition("://")[2]
    trail = [site, *([story.category.slug] if story.category else []), slug_of(story)]
    context = {
        "story": story,
        "publication": publication,
        "site": site,
        "trail": " › ".join(trail),
        "title": cut(title, TITLE),
        "title_length": len(title),
        "title_most": TITLE,
        "description": cut(description, DESCRIPTION),
        "description_length": len(description),
        "description_most": DESCRIPTION,
        "social_headline": story.looks.social_headline or story.headline,
        "mails": mails(story, "/".join(["", *trail[1:], ""]), publication),
    }
    if story.category:
        context["card"] = Edition(article_id=1, first_published_at=now, **shown_in_lists(story))
    return showing_mail(framed_by_desk(render(request, "previews/elsewhere.html", context)))


DARK = "(prefers-color-scheme: dark)"
MAIL_PROGRAMS = {"light": "not all", "dark": "all"}  # which of them heed what is meant for dark ones


def mails(story: Document, path: str, publication: Publication) -> dict[str, str]:
    """The story as the newsletter draws it, as a page by itself: in a light mail program and in a dark one."""
    context = {"story": Teaser.of(story, path), "publication": publication, "language": "en-GB"}
    page = inlined(render_to_string("previews/mail.html", context))
    page = page.replace(f'src="{settings.SITE_URL}/', 'src="/')  # the desk may be open under another name of the site
    return {
        scheme: page.replace(DARK, heeded).replace('content="light dark"', f'content="{scheme}"')
        for scheme, heeded in MAIL_PROGRAMS.items()
    }


class PreviewLinks(Base):
    """The story screen's preview links; mixed into the stories' admin."""

    def preview_link_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/links/", view(self.preview_links_view), name="articles_article_links"),
            path("<int:pk>/links/<int:link>/revoke/", view(self.revoke_view), name="articles_article_revoke"),
        ]

    def preview_links_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: the story's links. POST makes one, and tells its address, which nobody can find out later."""
        article = self._linkable(request, pk)
        if request.method == "GET":
            return listed(article)
        if request.method != "POST":
            return HttpResponseNotAllowed(["GET", "POST"])
        try:
            _, token = PreviewLink.make(
                article,
                request.POST.get("link_name", ""),
                until(request.POST.get("link_until", ""), request.POST.get("link_date", "")),
                by=request.user,
                frozen=request.POST.get("link_shows") == "this",
            )
        except DeletedMeanwhile as error:
            raise Http404(str(error)) from error
        except NotPossible as error:
            return JsonResponse({"error": str(error)}, status=422)
        return listed(article, address=absolute(reverse("preview", args=[token])))

    def revoke_view(self, request: HttpRequest, pk: int, link: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._linkable(request, pk)
        found = article.preview_links.select_related("article").filter(pk=link).first() if link < 2**63 else None
        if found is None:
            raise Http404("There is no such link.")
        found.revoke(by=request.user)
        return listed(article)

    def _linkable(self, request: HttpRequest, pk: int) -> Article:
        """A story whose links this person may see, make and revoke: whoever may edit it."""
        visible = Article.objects.visible_to(request.user)
        article = visible.filter(pk=pk).first() if pk < 2**63 else None
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        if not article.editable_by(request.user):
            raise PermissionDenied
        return article


def until(span: str, day: str) -> datetime:
    """When a link is to stop working: after a span, or at the end of a day in the publication's time zone."""
    if span in SPANS:
        return timezone.now() + SPANS[span]
    try:
        last = date.fromisoformat(day)
        return datetime.combine(last, time(23, 59, 59), ZoneInfo(settings.TIME_ZONE))
    except (ValueError, OverflowError):
        raise NotPossible("Choose the last day on which the link is to work.") from None


def listed(article: Article, **more: str) -> JsonResponse:
    return JsonResponse({"links": [as_json(one) for one in article.preview_links.all()[:MOST_LISTED]], **more})


def as_json(link: PreviewLink) -> dict[str, Any]:
    number, opened = link.revision_number, link.last_opened_at
    return {
        "id": link.pk,
        "name": link.name,
        "works": link.works,
        "shows": "the latest saved text" if number is None else f"version {number}",
        "ends": "revoked" if link.revoked_at else f"until {link.until}" if link.works else f"expired {link.until}",
        "opened": f"last opened {timezone.localtime(opened):%-d %b, %H:%M}" if opened else "not opened yet",
        "made": f"{timezone.localtime(link.made_at):%-d %b, %H:%M}, {link.made_by_name}",
    }
