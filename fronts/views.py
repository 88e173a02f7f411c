"""The pages a reader starts from."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import structured_data
from articles.listing import Listing
from articles.models import Category, Edition
from newsroom.cache import public
from newsroom.models import Publication

PAGE_SIZE = 21  # one lead, then rows of two, three or four come out even


@public
def home(request: HttpRequest) -> HttpResponse:
    publication = Publication.current()
    context = {
        "publication": publication,
        "listing": Listing.of(Edition.objects.live(), request, size=PAGE_SIZE),
        "described": structured_data.home(publication),
    }
    return render(request, "fronts/home.html", context)


@public
def category(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Category, slug=slug)
    listing = Listing.of(Edition.objects.live().filter(category=found), request, size=PAGE_SIZE)
    if not listing.stories and not found.in_menu:
        raise Http404("There is no such category.")
    return render(
        request, "fronts/category.html", {"category": found, "current_category": found.pk, "listing": listing}
    )
