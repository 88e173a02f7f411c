"""Sitemaps: an index by month, the fronts, and the last two days for news search."""

import calendar
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.module_loading import import_string

from articles import keys
from articles.document import COMMERCIAL
from articles.models import Author, Category, StoryList, Topic
from articles.models.listed import with_stories
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows, true_until
from newsroom.html import for_xml
from newsroom.models import Publication
from newsroom.pages import live_addresses

XML = "application/xml; charset=utf-8"
MOST_ADDRESSES = 50_000  # the protocol's bound for one file
MOST_NEWS = 1_000
NEWS_DAYS = 2


@public
def index(request: HttpRequest) -> HttpResponse:
    shows(keys.MONTHS)
    return render(request, "articles/sitemap_index.xml", {"months": StoryList.site().months()}, content_type=XML)


@public
def month_page(request: HttpRequest, year: str, month: str) -> HttpResponse:
    """The stories of a month as UTC counts it, whatever the publication's time zone: a story's month never changes."""
    try:
        start = datetime(int(year), int(month), 1, tzinfo=UTC)
    except ValueError:
        raise Http404("There is no such month.") from None
    shows(keys.month(start), keys.CATEGORIES)
    end = start + timedelta(days=calendar.monthrange(start.year, start.month)[1])
    context = {"stories": StoryList.site().between(start, end, MOST_ADDRESSES)}
    return render(request, "articles/sitemap.xml", context, content_type=XML)


@public
def fronts(request: HttpRequest) -> HttpResponse:
    """Home, the plain pages, every category, topic and author that has a live story, and what other apps add."""
    shows(keys.FRONTS)
    pages = [
        *with_stories(Category.objects.order_by("pk")),
        *with_stories(Topic.objects.order_by("pk"))[: MOST_ADDRESSES // 2],
        *with_stories(Author.objects.order_by("pk"))[: MOST_ADDRESSES // 4],
    ]
    more = [path for named in settings.SITEMAP_ADDRESSES for path in import_string(named)()]
    context = {"pages": pages, "plain": [*live_addresses(), *((path, None) for path in more)]}
    return render(request, "articles/sitemap_fronts.xml", context, content_type=XML)


@public
def news(request: HttpRequest) -> HttpResponse:
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    newest = StoryList.site().between(since, None, MOST_NEWS)
    stories = [one for one in newest if one.label != COMMERCIAL["sponsored"]]  # advertising is no news
    shows(keys.NEWS, keys.CATEGORIES)
    if newest:
        true_until(newest[-1].first_published_at + timedelta(days=NEWS_DAYS))
    context = {
        "stories": stories,
        "publication": Publication.current(),
        "language": settings.LANGUAGE_CODE.partition("-")[0],
    }
    return HttpResponse(for_xml(render_to_string("articles/news_sitemap.xml", context, request)), content_type=XML)
