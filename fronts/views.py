"""The pages a reader starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from articles import keys, structured_data
from articles.listing import BLOCK_SIZE, FRONT_SIZE, MOST_BLOCKS, Listing
from articles.models import Category, Edition, StoryList
from articles.models.listed import newest_of_each
from fronts.standing import list_of
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows
from newsroom.models import Publication


@public(query=("page",))
def home(request: HttpRequest) -> HttpResponse:
    publication = Publication.current()
    listing = Listing.of(list_of(None), request, size=FRONT_SIZE)
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
    shows(keys.CATEGORIES, *(keys.front(one.pk) for one in categories))
    lists = [StoryList.of(one) for one in categories]
    found = newest_of_each(lists, BLOCK_SIZE, without=[story.article_id for story in shown])
    return [Block(one, its) for one, its in zip(categories, found, strict=True) if len(its) == BLOCK_SIZE]


@public(query=("page",))
def category(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Category, slug=slug)
    shows(keys.category(found.pk), keys.front(found.pk))
    listing = Listing.of(list_of(found), request, size=FRONT_SIZE)
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
