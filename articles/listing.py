"""A page of a list of stories. Asking for one story too many says whether there is a next page; nothing is counted."""

from dataclasses import dataclass
from typing import Self

from django.http import Http404, HttpRequest

from articles.models import Edition, StoryList

PAGE_SIZE = 20  # of a topic, an author, the search, the corrections
FRONT_SIZE = 21  # of home and the categories: one lead, two beside it, rows of four, six and eight
BLOCK_SIZE = 5  # of a category on the home page: one large and four beside it, or a row of four
MOST_BLOCKS = 8
RELATED = 4  # stories of its category under a story
LAST_PAGE = 5_000  # nobody turns further, and a database reads and throws away everything before a page


@dataclass(frozen=True, slots=True)
class Listing:
    """`older` and `newer` are the numbers of the neighbouring pages, None at the ends."""

    stories: list[Edition]
    number: int
    older: int | None

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @classmethod
    def of(cls, list_: StoryList, request: HttpRequest, *, size: int) -> Self:
        """The page that `?page=` asks for. Raises Http404 for what is no page number and for pages past the end."""
        number = page_number(request)
        stories = list_.newest(size + 1, (number - 1) * size)
        if not stories and number > 1:
            raise Http404("There is no such page.")
        return cls(stories[:size], number, number + 1 if len(stories) > size and number < LAST_PAGE else None)


def page_number(request: HttpRequest) -> int:
    """The number in `?page=`, 1 without one. Raises Http404 when it is none."""
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and 1 <= int(text) <= LAST_PAGE):
        raise Http404("There is no such page.")
    return int(text)
