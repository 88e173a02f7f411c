"""Plain pages for readers: about the publication, its policies, whatever an editor writes down once."""

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from newsroom.delivery.public import public
from newsroom.delivery.shown import shows
from newsroom.models import Page, Publication


@public
def about(request: HttpRequest) -> HttpResponse:
    """Who publishes this, how to reach them, and every plain page there is."""
    shows(Page.LIST)
    context = {"publication": Publication.current(), "pages": Page.objects.live().defer("body")}
    return render(request, "pages/about.html", context)


@public
def page(request: HttpRequest, slug: str) -> HttpResponse:
    shows(f"page-{slug}")
    found = Page.objects.live().filter(slug=slug).first()
    if found is None:
        raise Http404("There is no such page.")
    return render(request, "pages/page.html", {"page": found})


def live_addresses() -> list[tuple[str, datetime | None]]:
    """For sitemaps: the path of every page of this kind, and when it last changed."""
    shows(Page.LIST)
    pages = list(Page.objects.live().defer("body"))
    newest = max((one.updated_at for one in pages), default=None)
    return [("/about/", newest), *((one.get_absolute_url(), one.updated_at) for one in pages)]
