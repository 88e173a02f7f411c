"""The surrogate keys of stories and what belongs to them: pages say what they show by them, deeds purge by them."""

from datetime import UTC, datetime

CATEGORIES = "categories"  # which there are, in what order, and how they are called and addressed
FRONTS = "fronts"  # which categories, topics and authors have a live story, and their addresses
MONTHS = "months"  # when each month's stories last came or were updated
NEWS = "news"  # the last days' stories, by address and headline
CORRECTIONS = "corrections"


# A change at the 40th place is none to who shows the first 30: pages say in these steps how deep into a list they look.
DEPTHS = (2, 8, 32, 128, 1024)


def story(pk: int) -> str:
    """All that readers see of a story, its text included."""
    return f"story-{pk}"


def card(pk: int) -> str:
    """What lists show of it."""
    return f"card-{pk}"


def category(pk: int) -> str:
    """A category's name and address."""
    return f"category-{pk}"


def front(pk: int) -> str:
    """All that a category says of itself."""
    return f"front-{pk}"


def topic(pk: int) -> str:
    return f"topic-{pk}"


def author(pk: int) -> str:
    return f"author-{pk}"


def picture(pk: int) -> str:
    """A picture as the library has it today; stories print it as it was when they were published."""
    return f"picture-{pk}"


def newest(kind: str, owner: int, count: int) -> str:
    """The `count` newest stories of a list. `kind` is category, topic, author, or site with owner 0."""
    depth = next((depth for depth in DEPTHS if count <= depth), 0)
    return f"list-{kind}-{owner}" + (f"-{depth}" if depth else "")


def newest_from(kind: str, owner: int, rank: int) -> list[str]:
    """Whoever sees it when a story of the list comes or goes after `rank` others."""
    depths = [depth for depth in DEPTHS if rank < depth]
    return [newest(kind, owner, depth) for depth in [*depths, DEPTHS[-1] + 1]]


def month(at: datetime) -> str:
    """The addresses of the stories that readers first saw in that month, and when each was last updated."""
    return f"month-{at.astimezone(UTC):%Y-%m}"
