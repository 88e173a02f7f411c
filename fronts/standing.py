"""A front as it stands: which stories readers see there, in their order."""

from articles.listing import FRONT_SIZE
from articles.models import Category, StoryList


def list_of(category: Category | None) -> StoryList:
    """The list that a front shows; None is the home page."""
    return StoryList.site() if category is None else StoryList.of(category)


def stories(count: int, category: Category | None = None) -> list[int]:
    """The first stories of a front, by their ids, from the top down."""
    return [one.article_id for one in list_of(category).newest(min(count, FRONT_SIZE))]
