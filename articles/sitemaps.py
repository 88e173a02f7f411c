"""Sitemaps: an index by month, the fronts, and the last two days for news search."""

import calendar
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from articles.models import Author, Category, Edition, Topic
from newsroom.delivery.public import public
from newsroom.html import for_xml
from newsroom.models import Publication
from newsroom.pages import live_addresses

XML = "application/xml; charset=utf-8"
MOST_ADDRESSES = 50_000  # the protocol's bound for one file
MOST_NEWS = 1_000
NEWS_DAYS = 2


@dataclass(frozen=True, slots=True)
class Month:
    """A month that has a live story: its first moment, and when one of its stories last came or was updated."""

    start: datetime
    changed: datetime


@public
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "articles/sitemap_index.xml", {"months": months_with_stories()}, content_type=XML)


def months_with_stories() -> list[Month]:
    """Newest first. For each one step along the index of dates and one along that of updates, however many stories."""
    months: list[Month] = []
    times = Edition.objects.live().order_by("-first_published_at", "-pk").values_list("first_published_at", flat=True)
    updates = Edition.objects.live().filter(last_substantive_update_at__isnull=False)
    last = times.first()
    while last is not None:
        start = timezone.localtime(last).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        month = updates.filter(first_published_at__gte=start, first_published_at__lte=last)
        updated = month.aggregate(last=Max("last_substantive_update_at"))["last"]
        months.append(Month(start, max(last, updated or last)))
        last = times.filter(first_published_at__lt=start).first()
    return months


@public
def month_page(request: HttpRequest, year: str, month: str) -> HttpResponse:
    try:
        start = datetime(int(year), int(month), 1, tzinfo=timezone.get_current_timezone())
    except ValueError:
        raise Http404("There is no such month.") from None
    end = start.replace(day=calendar.monthrange(start.year, start.month)[1]) + timedelta(days=1)
    stories = Edition.objects.live().filter(first_published_at__gte=start, first_published_at__lt=end)
    context = {"stories": stories.newest()[:MOST_ADDRESSES]}
    return render(request, "articles/sitemap.xml", context, content_type=XML)


@public
def fronts(request: HttpRequest) -> HttpResponse:
    """Home, the plain pages, and every category, topic and author that has a live story."""
    live = Edition.objects.live()
    pages = [
        *Category.objects.filter(pk__in=live.values("category")).order_by("pk"),
        *Topic.objects.filter(pk__in=live.values("topics")).order_by("pk")[: MOST_ADDRESSES // 2],
        *Author.objects.filter(pk__in=live.values("authors")).order_by("pk")[: MOST_ADDRESSES // 4],
    ]
    context = {"pages": pages, "plain": live_addresses()}
    return render(request, "articles/sitemap_fronts.xml", context, content_type=XML)


@public
def news(request: HttpRequest) -> HttpResponse:
    since = timezone.now() - timedelta(days=NEWS_DAYS)
    stories = Edition.objects.live().filter(first_published_at__gte=since).newest()[:MOST_NEWS]
    context = {
        "stories": stories,
        "publication": Publication.current(),
        "language": settings.LANGUAGE_CODE.partition("-")[0],
    }
    return HttpResponse(for_xml(render_to_string("articles/news_sitemap.xml", context, request)), content_type=XML)
