"""The pages a reader starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import structured_data
from articles.listing import Listing
from articles.models import Category, Edition
from newsroom.delivery.public import public
from newsroom.models import Publication

PAGE_SIZE = 21  # one lead, two beside it, rows of four, six and eight
BLOCK_SIZE = 5  # one large and four beside it, or a row of four
MOST_BLOCKS = 8


@public(query=("page",))
def home(request: HttpRequest) -> HttpResponse:
    publication = Publication.current()
    listing = Listing.of(Edition.objects.live(), request, size=PAGE_SIZE)
    context = {
        "publication": publication,
        "listing": listing,
        "blocks": blocks(listing.stories) if listing.number == 1 else [],
        "described": structured_data.home(publication),
    }
    return render(request, "fronts/home.html", context)


@dataclass(frozen=True, slots=True)
class Block:
    """A category's place on the home page."""

    category: Category
    stories: list[Edition]


def blocks(shown: Sequence[Edition]) -> list[Block]:
    """For each category of the menu the newest stories that are not `shown` above; one that has too few is left out."""
    categories = list(Category.objects.filter(in_menu=True)[:MOST_BLOCKS])
    wanted = Q(pk__in=[])
    for one in categories:
        others = Edition.objects.live().filter(category=one).exclude(pk__in=[story.pk for story in shown])
        wanted |= Q(pk__in=others.order_by("-first_published_at", "-pk").values("pk")[:BLOCK_SIZE])
    found: dict[int, list[Edition]] = {one.pk: [] for one in categories}
    for story in Edition.objects.filter(wanted).newest():
        found[story.category_id].append(story)
    return [Block(one, found[one.pk]) for one in categories if len(found[one.pk]) == BLOCK_SIZE]


@public(query=("page",))
def category(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Category, slug=slug)
    listing = Listing.of(Edition.objects.live().filter(category=found), request, size=PAGE_SIZE)
    if not listing.stories and not found.in_menu:
        raise Http404("There is no such category.")
    publication = Publication.current()
    context = {
        "category": found,
        "publication": publication,
        "listing": listing,
        "described": structured_data.collection(found, listing.stories, publication, listing.number),
    }
    return render(request, "fronts/category.html", context)
