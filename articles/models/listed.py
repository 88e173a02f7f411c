"""Lists of live stories: which story stands where. Every page, feed and sitemap that lists stories asks here.

A list is read along one index, however many stories there are: see docs/decisions/0007-lists-of-live-stories.md.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple, Self, TypeVar

from django.db import connection, models
from django.db.models import Exists, OuterRef, Q, QuerySet

from articles import keys
from articles.models.edition import Edition, EditionQuerySet
from articles.models.people import Author, Category, Topic
from newsroom.delivery.shown import shows

M = TypeVar("M", bound=models.Model)


class Listed(models.Model):
    """A live story's place in one list. Written by publishing and withdrawing, in their own transaction.

    Those of a topic or an author that was deleted since stay behind; nobody can ask for them any more.
    """

    class Kind(models.IntegerChoices):
        SITE = 0
        CATEGORY = 1
        TOPIC = 2
        AUTHOR = 3

    kind = models.PositiveSmallIntegerField(choices=Kind.choices)
    owner = models.PositiveBigIntegerField(help_text="Id of the category, topic or author; 0 for the site.")
    at = models.DateTimeField(help_text="When readers first saw the story.")
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+", db_index=False)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["article", "kind", "owner"], name="listed_once")]
        indexes = [models.Index(fields=["kind", "owner", "-at", "-article"], name="listed_newest")]

    def __str__(self) -> str:
        return f"story {self.article_id} in {self.Kind(self.kind).label} {self.owner}"


KINDS: dict[type[models.Model], Listed.Kind] = {
    Category: Listed.Kind.CATEGORY,
    Topic: Listed.Kind.TOPIC,
    Author: Listed.Kind.AUTHOR,
}


@dataclass(frozen=True, slots=True)
class StoryList:
    """One list of live stories, newest first: the site's, or that of a category, a topic or an author."""

    kind: Listed.Kind = Listed.Kind.SITE
    owner: int = 0

    @classmethod
    def site(cls) -> Self:
        return cls()

    @classmethod
    def of(cls, owner: Category | Topic | Author) -> Self:
        return cls(KINDS[type(owner)], owner.pk)

    @classmethod
    def places_of(cls, article: int) -> set[Self]:
        """The lists a story stands in."""
        rows = Listed.objects.filter(article=article).values_list("kind", "owner")
        return {cls(Listed.Kind(kind), owner) for kind, owner in rows}

    def key(self, count: int) -> str:
        """The surrogate key of pages that show the `count` newest of this list, or some of them."""
        return keys.newest(self.kind.label.lower(), self.owner, count)

    @property
    def withdrawn_key(self) -> str:
        """The surrogate key of pages that say which of its stories were withdrawn."""
        return f"withdrawn-{self.kind.label.lower()}-{self.owner}"

    def keys_from(self, rank: int) -> list[str]:
        """The keys of all pages that see it when a story comes or goes after `rank` others."""
        return keys.newest_from(self.kind.label.lower(), self.owner, rank)

    def newest(self, count: int, start: int = 0) -> list[Edition]:
        """`count` stories as cards show them, after the `start` newest."""
        shows(self.key(start + count))
        return on_cards(shown(self._rows(), count, start))

    def full(self, count: int) -> list[Edition]:
        """The newest with their documents, for feeds."""
        shows(self.key(count))
        found = on_cards(shown(self._rows(), count).defer(None).defer("text"))
        shows(*(keys.story(one.article_id) for one in found))
        return found

    def between(self, since: datetime, before: datetime | None, most: int) -> list[Edition]:
        """The newest that readers first saw from `since` on and, when it is given, before `before`.

        For sitemaps, which are purged by keys of their own: they may name thousands of stories.
        """
        rows = self._rows().filter(at__gte=since)
        return list(shown(rows.filter(at__lt=before) if before else rows, most))

    def months(self) -> list["Month"]:
        """The months that have a story, newest first: a step along the index for each, however many stories it has."""
        rows: Any = Listed.objects.raw(MONTHS[connection.vendor], [self.kind, self.owner] * 2)
        return [Month(row.at.year, row.at.month, max(row.at, moment(row.updated) or row.at)) for row in rows]

    def is_empty_without(self, articles: Collection[int]) -> bool:
        return set(self._rows().values_list("article", flat=True)[: len(articles) + 1]) <= set(articles)

    def is_empty(self) -> bool:
        return not self._rows().exists()

    def rank(self, at: datetime, article: int, most: int) -> int:
        """How many stories stand before that place, counted up to `most`."""
        before = self._rows().filter(Q(at__gt=at) | Q(article__gt=article), at__gte=at)
        return before[:most].count()

    def _rows(self) -> QuerySet[Listed]:
        return Listed.objects.filter(kind=self.kind, owner=self.owner)


def on_cards(stories: Iterable[Edition]) -> list[Edition]:
    """These stories, and on record that a page shows a card of each."""
    found = list(stories)
    shows(*(keys.card(one.article_id) for one in found), *(keys.category(one.category_id) for one in found))
    return found


def shown(rows: QuerySet[Listed], count: int, start: int = 0) -> EditionQuerySet:
    """What readers see of these places' stories. What lies before `start` is passed over in the index, unread."""
    places = rows.order_by("-at", "-article").values("article")[start : start + count]
    return Edition.objects.live().filter(live_for__in=places).newest()


def with_stories(owners: QuerySet[M]) -> QuerySet[M]:
    """Those of these categories, topics or authors that have a live story."""
    return owners.filter(Exists(Listed.objects.filter(kind=KINDS[owners.model], owner=OuterRef("pk"))))


@dataclass(frozen=True, slots=True)
class Month:
    """A month, in UTC, that has a live story, and when one of its stories last came or was updated."""

    year: int
    number: int
    changed: datetime

    @property
    def name(self) -> str:
        return f"{self.year:04}-{self.number:02}"


def moment(value: datetime | str | None) -> datetime | None:
    """A time as the database has it: SQLite keeps it as text, in UTC."""
    return datetime.fromisoformat(value).replace(tzinfo=UTC) if isinstance(value, str) else value


STEPS = """
WITH RECURSIVE months(id, at) AS (
  SELECT * FROM (
    SELECT id, at FROM articles_listed WHERE kind = %s AND owner = %s ORDER BY at DESC, article_id DESC LIMIT 1
  ) AS newest
  UNION ALL
  SELECT older.id, older.at FROM months JOIN articles_listed older ON older.id = (
    SELECT id FROM articles_listed WHERE kind = %s AND owner = %s AND at < {month}
    ORDER BY at DESC, article_id DESC LIMIT 1
  )
)
SELECT months.id, months.at, (
  SELECT MAX(last_substantive_update_at) FROM articles_article
  WHERE live_edition_id IS NOT NULL AND last_substantive_update_at IS NOT NULL
  AND first_published_at >= {month} AND first_published_at <= months.at
) AS updated FROM months ORDER BY months.at DESC
"""
MONTHS = {
    "sqlite": STEPS.format(month="strftime('%%Y-%%m-01 00:00:00', months.at)"),
    "postgresql": STEPS.format(month="date_trunc('month', months.at, 'UTC')"),
}


# -- several lists at once, in one query ---------------------------------------------------------------------------

# Written out: composing them took longer than answering them. Live as in `Edition.objects.live()`.
CARDS = """
SELECT e.id, e.article_id, e.headline, e.standfirst, e.kicker, e.slug, e.category_id, e.first_published_at, e.card,
  c.slug AS category_slug, c.title AS category_title, places.mark
FROM ({places}) AS places JOIN articles_article a ON a.id = places.article
JOIN articles_edition e ON e.id = a.live_edition_id JOIN articles_category c ON c.id = e.category_id
ORDER BY e.first_published_at DESC, e.article_id DESC
"""
NEWEST = """
SELECT * FROM (
  SELECT article_id AS article, {mark} AS mark FROM articles_listed WHERE kind = %s AND owner = %s{others}
  ORDER BY at DESC, article_id DESC LIMIT %s
) AS newest_{mark}
"""
SHARES_A_TOPIC = """
SELECT * FROM (
  SELECT newest.article_id AS article, 1 AS mark
  FROM articles_listed mine JOIN articles_topic t ON t.id = mine.owner
  JOIN articles_listed newest ON newest.kind = mine.kind AND newest.owner = mine.owner AND newest.article_id = (
    SELECT article_id FROM articles_listed
    WHERE kind = mine.kind AND owner = mine.owner AND article_id <> %s
    ORDER BY at DESC, article_id DESC LIMIT 1
  )
  WHERE mine.article_id = %s AND mine.kind = %s
  ORDER BY newest.at DESC, newest.article_id DESC LIMIT 1
) AS shares_a_topic
"""

# PostgreSQL would look at every story of a topic for that; SQLite knows no LATERAL.
SHARES_A_TOPIC_LATERALLY = """
SELECT * FROM (
  SELECT newest.article_id AS article, 1 AS mark
  FROM articles_listed mine JOIN articles_topic t ON t.id = mine.owner
  CROSS JOIN LATERAL (
    SELECT article_id, at FROM articles_listed
    WHERE kind = mine.kind AND owner = mine.owner AND article_id <> %s
    ORDER BY at DESC, article_id DESC LIMIT 1
  ) AS newest
  WHERE mine.article_id = %s AND mine.kind = %s
  ORDER BY newest.at DESC, newest.article_id DESC LIMIT 1
) AS shares_a_topic
"""


def newest_of_each(lists: Sequence[StoryList], count: int, without: Collection[int] = ()) -> list[list[Edition]]:
    """For each of the lists its newest, as cards, passing over the articles of those ids."""
    others = f" AND article_id NOT IN ({', '.join(['%s'] * len(without))})" if without else ""
    statements = [NEWEST.format(mark=number, others=others) for number in range(len(lists))]
    given = [value for one in lists for value in (one.kind, one.owner, *without, count)]
    found: list[list[Edition]] = [[] for _ in lists]
    shows(*(one.key(count + len(without)) for one in lists))
    if lists:
        for story, number in marked(statements, given):
            found[number].append(story)
    return found


def ways_on(edition: Edition, topics: Iterable[int], count: int) -> tuple[Edition | None, list[Edition]]:
    """Where to go from a live story: the newest other that shares one of its `topics`, and the `count` newest others of
    its category. As cards, in one query."""
    shows(*(StoryList(Listed.Kind.TOPIC, pk).key(2) for pk in topics))
    shows(StoryList(Listed.Kind.CATEGORY, edition.category_id).key(count + 2))
    category = NEWEST.format(mark=0, others=" AND article_id <> %s")
    mine = edition.article_id
    given = [mine, mine, Listed.Kind.TOPIC, Listed.Kind.CATEGORY, edition.category_id, mine, count + 1]
    topic = SHARES_A_TOPIC if connection.vendor == "sqlite" else SHARES_A_TOPIC_LATERALLY
    found = marked([topic, category], given)
    following = next((story for story, shares in found if shares), None)
    related = [story for story, shares in found if not shares and story != following]
    return following, related[:count]


def marked(statements: Iterable[str], given: Sequence[Any]) -> list[tuple[Edition, int]]:
    """The stories at the places that these statements name, newest first, each with the mark it was named with."""
    found = []
    one: Any  # with the columns beside its own
    for one in Edition.objects.raw(CARDS.format(places=" UNION ALL ".join(statements)), given):
        one.category = Category(pk=one.category_id, slug=one.category_slug, title=one.category_title)
        found.append((one, one.mark))
    on_cards(one for one, _ in found)
    return found


# -- deeds: called by publishing -----------------------------------------------------------------------------------


class Places(NamedTuple):
    """Where a live story stands: in the lists of its category, topics and authors, and when readers first saw it."""

    at: datetime
    category: int
    topics: Iterable[int]
    authors: Iterable[int]

    def lists(self) -> set[tuple[int, int]]:
        found = {(Listed.Kind.SITE.value, 0), (Listed.Kind.CATEGORY.value, self.category)}
        found |= {(Listed.Kind.TOPIC.value, pk) for pk in self.topics}
        return found | {(Listed.Kind.AUTHOR.value, pk) for pk in self.authors}


def replace(stories: Mapping[int, Places]) -> dict[int, list[StoryList]]:
    """Make these the lists that each story, by its id, stands in. Returns those it came into or left."""
    rows: dict[int, dict[tuple[int, int], Listed]] = {pk: {} for pk in stories}
    for row in Listed.objects.filter(article__in=[*stories]):
        rows[row.article_id][row.kind, row.owner] = row
    moved: dict[int, list[StoryList]] = {}
    gone: list[int] = []
    fresh: list[tuple[Any, ...]] = []  # plain values: making objects took longer than writing them
    for pk, place in stories.items():
        there, wanted = rows[pk], place.lists()
        kept = {one for one in wanted if one in there and there[one].at == place.at}
        gone += [row.pk for one, row in there.items() if one not in kept]
        new = sorted(wanted - kept)
        at = connection.ops.adapt_datetimefield_value(place.at)
        fresh += [(kind, owner, at, pk) for kind, owner in new]
        moved[pk] = [StoryList(Listed.Kind(kind), owner) for kind, owner in (there.keys() ^ wanted) | {*new}]
    if gone:
        Listed.objects.filter(pk__in=gone).delete()
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO articles_listed (kind, owner, at, article_id) VALUES (%s, %s, %s, %s)", fresh)
    return moved


def forget(article: int) -> set[StoryList]:
    """Take a story out of every list, and return which they were."""
    places = StoryList.places_of(article)
    Listed.objects.filter(article=article).delete()
    return places
