"""Copies made ahead: what takes the time in releasing a scheduled story is done before its minute.

They lie in the worker's memory and nowhere else, where nobody can ask for them. One is used only if the story, and all
that it quotes from elsewhere, is as it was when the copy was made; else the story is read again. See
docs/decisions/0014-embargo-kill-takedown.md.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any, NamedTuple

from django.utils import timezone

from articles.document import Credit, Document, Picture
from articles.models import Article, Author, Category, ImageAsset, Topic
from articles.models.checking import stops_of_all
from articles.models.publishing import Prepared, Ready, copy_of
from articles.models.release import Copy

AHEAD = timedelta(minutes=2)
MOST = 2_000  # copies kept
SOME = 10  # copies made at once, between two looks at the clock
REST = timedelta(seconds=0.5)  # before a moment that is due nothing else is begun
# The story's own columns that a document is made of. All else of it changes only with the number of its newest save.
COLUMNS = (
    *("revision_number", "headline", "slug", "standfirst", "kicker", "working_title", "format", "category_id"),
    *("looks", "disclosed"),
)


class Kept(NamedTuple):
    columns: tuple[Any, ...]
    read: Document  # the working copy, as it was then
    copy: Copy


_kept: dict[int, Kept] = {}


def prepare_due() -> int:
    """Make copies of stories that are due in the next minutes, a few; returns how many. For the worker."""
    now = timezone.now()
    coming = Article.objects.filter(publish_at__lte=now + AHEAD, schedule_problem="").order_by("publish_at", "pk")
    rows = list(coming.values_list("pk", "publish_at", "revision_number")[:MOST])
    for pk in {*_kept}.difference(row[0] for row in rows):
        _kept.pop(pk, None)
    if not rows or (rows[0][1] or now) <= now + REST:
        return 0
    missing = [pk for pk, _, number in rows if pk not in _kept or _kept[pk].columns[0] != number][:SOME]
    for story in Article.objects.filter(pk__in=missing).select_related("category"):
        columns, read = columns_of(story), story.document()  # in this order: see `copies_of`
        _kept[story.pk] = Kept(columns, read, copy_of(read))
        stops_of_all([(_kept[story.pk].copy.document, story)], story.publish_at)  # so that the minute finds it checked
        Article.objects.filter(pk=story.pk, revision_number=columns[0]).update(checked=story.checked)
    return len(missing)


def columns_of(story: Article) -> tuple[Any, ...]:
    return tuple(getattr(story, name) for name in COLUMNS)


def copies_of(stories: Iterable[Article]) -> tuple[dict[int, Copy], Ready]:
    """A copy of each of these stories, whose rows are held, and what is known of their pictures.

    A save raises the story's number. So what was read after a number that is still the newest, is still so.
    """
    kept = {one.pk: found for one in stories if (found := _kept.get(one.pk)) and found.columns == columns_of(one)}
    fresh = {one.pk: one.document() for one in stories if one.pk not in kept}
    library = Library([*(one.read for one in kept.values()), *fresh.values()])
    for story in stories:
        if story.pk in kept and not library.agrees(kept[story.pk].read):
            del kept[story.pk]
            fresh[story.pk] = story.document()
    copies = {pk: one.copy for pk, one in kept.items()} | {pk: copy_of(one) for pk, one in fresh.items()}
    return copies, library.ready()


class Library:
    """What stories quote from elsewhere, as it is now: pictures, people, topics and categories."""

    def __init__(self, documents: Iterable[Document]) -> None:
        pictures: set[int] = set()
        authors: set[int] = set()
        topics: set[int] = set()
        categories: set[int] = set()
        for one in documents:
            pictures.update(picture.asset for picture in one.all_pictures())
            authors.update(credit.author for credit in one.bylines)
            topics.update(topic.id for topic in one.topics)
            categories.update([one.category.id] if one.category else [])
        self.pictures = ImageAsset.objects.in_bulk(pictures)
        self.authors = Author.objects.select_related("portrait").in_bulk(authors)
        self.topics = {one.pk: one.label() for one in Topic.objects.filter(pk__in=topics)}
        self.categories = {one.pk: one.label() for one in Category.objects.filter(pk__in=categories)}

    def agrees(self, document: Document) -> bool:
        """Whether all that the document quotes is so still."""
        return (
            (document.category is None or self.categories.get(document.category.id) == document.category)
            and all(self.topics.get(one.id) == one for one in document.topics)
            and all(self.credits(one) for one in document.bylines)
            and all(self.shows(one, one.alt_text) for one in document.pictures())
            and all(self.shows(one) for one in document.looks.pictures())
        )

    def credits(self, credit: Credit) -> bool:
        author = self.authors.get(credit.author)
        return author is not None and author.credit(credit.role, credit.job_title) == credit

    def shows(self, picture: Picture, alt_text: str | None = None) -> bool:
        """Whether the library has it so. Without an `alt_text` of its own, a picture has the library's."""
        asset = self.pictures.get(picture.asset)
        if asset is None:
            return False
        words = asset.alt_text if alt_text is None else alt_text
        return picture == asset.picture(caption=picture.caption, alt_text=words, decorative=picture.decorative)

    def ready(self) -> Ready:
        return {pk: Prepared(one.is_ready, one.credit, one.withheld) for pk, one in self.pictures.items()}
