"""The surrogate keys of stories and what belongs to them: pages say what they show by them, deeds purge by them."""

from datetime import UTC, datetime

CATEGORIES = "categories"  # which there are, in what order, and how they are called and addressed
FRONTS = "fronts"  # which categories, topics and authors have a live story, and their addresses
MONTHS = "months"  # when each month's stories last came or were updated
NEWS = "news"  # the last days' stories, by address and headline
CORRECTIONS = "corrections"


def story(pk: int) -> str:
    """All that readers see of a story, its text included."""
    return f"story-{pk}"


def card(pk: int) -> str:
    """What lists show of it."""
    return f"card-{pk}"


def category(pk: int) -> str:
    return f"category-{pk}"


def topic(pk: int) -> str:
    return f"topic-{pk}"


def author(pk: int) -> str:
    return f"author-{pk}"


def picture(pk: int) -> str:
    """A picture as the library has it today; stories print it as it was when they were published."""
    return f"picture-{pk}"


def month(at: datetime) -> str:
    """The addresses of the stories that readers first saw in that month, and when each was last updated."""
    return f"month-{at.astimezone(UTC):%Y-%m}"
