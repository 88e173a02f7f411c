"""What publishing or withdrawing a story would change for readers, told before it is done: pages, feeds and sitemaps.

Purging knows the keys of what changes, and pages by their keys; here the addresses are worked out, from the places a
story has in its lists and from what those lists show. Nothing is written or rendered, and the number of queries does
not grow with the site. What is told is what changes, and at most a little more: a word of the story that one of its
cards leaves out (a standfirst, say) still counts for the page with that card.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.module_loading import import_string

from articles.document import Document, tidied
from articles.feeds import DELETIONS, HEADLINES, NEVER, STORIES
from articles.listing import BLOCK_SIZE, FRONT_SIZE, MOST_BLOCKS, PAGE_SIZE, RELATED
from articles.models import Article, Author, Category, Correction, Edition, Listed, StoryList, Topic
from articles.models.listed import KINDS, NEWEST
from articles.models.publishing import shown_in_lists
from articles.models.reach import in_sitemap, on_card
from articles.models.saving import slug_of
from articles.sitemaps import NEWS_DAYS
from articles.workflow import ChangeKind

MOST = 1_000  # pages of a list, or story pages, that are looked at; beyond it is “at least”
HEADS = RELATED + 2  # of a category: so many decide what its stories' pages show besides the story itself
FEEDS = (("RSS", "feed/"), ("Atom", "feed/atom/"), ("JSON", "feed.json"))
NOT_YET = 2**63 - 1  # the id of a story that is not saved yet: it stands before all others of its moment

Kind = Listed.Kind
Told = tuple[set[StoryList], Collection[str]]
Place = tuple[datetime, int]  # of a story in any list: when readers first saw it, and its id; the greatest is first


@dataclass(frozen=True, slots=True)
class Line:
    """Something that changes. `is_there` says whether its address answers today."""

    text: str
    address: str
    is_there: bool = True


@dataclass(slots=True)
class Consequences:
    """Named pages by their group, and of the rest how many: `stories` show the story as a way on, `older` are pages of
    lists whose stories move by one. With `is_more` there are at least so many."""

    groups: dict[str, list[Line]] = field(default_factory=dict)
    feeds: list[tuple[str, list[Line]]] = field(default_factory=list)
    sitemaps: list[Line] = field(default_factory=list)
    stories: int = 0
    older: int = 0
    is_more: bool = False

    @property
    def pages(self) -> int:
        return sum(len(lines) for lines in self.groups.values()) + self.stories + self.older

    @property
    def sentence(self) -> str:
        counted = [
            (self.pages, "page"),
            (sum(len(lines) for _, lines in self.feeds), "feed"),
            (len(self.sitemaps), "sitemap"),
        ]
        parts = [f"{number:,} {word}{'' if number == 1 else 's'}" for number, word in counted if number]
        if not parts:
            return "Readers see no change."
        least = "at least " if self.is_more else ""
        return f"This changes {least}{', '.join(parts[:-1])}{' and ' if parts[1:] else ''}{parts[-1]}."


@dataclass(frozen=True, slots=True)
class Standing:
    """How many stories stand before and after a story's place in a list, itself left out, counted up to a bound."""

    newer: int
    older: int

    @property
    def others(self) -> int:
        return self.newer + self.older


@dataclass(frozen=True, slots=True)
class Channel:
    """A list with its page, today."""

    name: str
    path: str
    size: int
    group: str
    is_always_there: bool  # even without a story; so are the feeds of all fronts


def of_publishing(article: Article, document: Document, change: ChangeKind, note: str) -> Consequences:
    """What readers would see differently if `document`, which has a category, were published as the story."""
    document = tidied(document)
    document = replace(document, slug=slug_of(document))
    assert document.category is not None
    now = timezone.now()
    last = article.editions.defer("document", "text").order_by("-number").first() if article.pk else None
    told = bool(last and note and change != ChangeKind.TYPO)
    moves = bool(last and change.moves_time)
    after = Edition(
        article_id=article.pk or NOT_YET,
        first_published_at=article.first_published_at or now,
        last_substantive_update_at=now if moves else article.last_substantive_update_at,
        corrections=last.corrections if last else [],
        **shown_in_lists(document),
    )
    before = article.live_edition
    lists = {StoryList.site(), StoryList(Kind.CATEGORY, document.category.id)}
    lists |= {StoryList(Kind.TOPIC, one.id) for one in document.topics}
    lists |= {StoryList(Kind.AUTHOR, one.author) for one in document.bylines}
    reads_differently = before is None or told or moves or read(before.story) != read(document)
    return Change(
        before, after, StoryList.places_of(article.pk) if before else set(), lists, ever_in(article), reads_differently
    ).consequences(has_new_note=told and change.needs_note)


def of_withdrawing(article: Article) -> Consequences:
    """What readers of a live story's site would see differently without it."""
    lists = StoryList.places_of(article.pk)
    return Change(article.live_edition, None, lists, set(), ever_in(article, withdrawing=True), True).consequences()


def read(document: Document) -> Document:
    """The document without what no reader sees, to compare by."""
    sections = tuple(replace(one, key="", anchor="") for one in tidied(document).sections)
    topics = tuple(sorted(document.topics, key=lambda one: one.title))
    return replace(tidied(document), working_title="", category=None, slug="", sections=sections, topics=topics)


def ever_in(article: Article, *, withdrawing: bool = False) -> Told:
    """The lists whose feeds say that the story was withdrawn: once it is, or today and no more once it is not.

    And which of their feeds: only a kill is told in all.
    """
    kill = article.last_kill
    went_at = max(article.withdrawn_at or NEVER, kill.at if kill else NEVER)
    if not withdrawing and went_at <= timezone.now() - DELETIONS:
        return set(), ()
    found, models = {StoryList.site()}, (Category, Topic, Author)
    for owners in Edition.objects.filter(article=article).values_list("category", "topics", "authors").distinct():
        found |= {StoryList(KINDS[model], pk) for model, pk in zip(models, owners, strict=True) if pk is not None}
    return found, [kind for kind, _ in FEEDS] if kill else ["Atom"]


class Change:
    """A story's edition `before` and `after`, None where readers see none, and the lists it stands in then."""

    def __init__(
        self,
        before: Edition | None,
        after: Edition | None,
        was_in: set[StoryList],
        will_be_in: set[StoryList],
        told: Told,
        reads_differently: bool,
    ) -> None:
        one = after or before
        assert one is not None
        self.before, self.after, self.edition = before, after, one
        self.reads_differently = reads_differently
        self.comes_or_goes = before is None or after is None
        self.on_cards = on_card(before) != on_card(after)
        self.place: Place = (one.first_published_at, one.article_id)
        self.categories = {one.pk: one for one in Category.objects.all()}
        told_in, self.told_by = told
        self.channels = self._channels(was_in | will_be_in | told_in)
        self.was_in, self.will_be_in = was_in & self.channels.keys(), will_be_in & self.channels.keys()
        self.told_in = told_in & self.channels.keys()
        self.moved = self.was_in ^ self.will_be_in
        self.standings = standings(self.channels, self.place)
        self.found = Consequences()

    def _channels(self, lists: set[StoryList]) -> dict[StoryList, Channel]:
        """The lists that somebody can ask for: a topic or an author may have been deleted."""
        found = {StoryList.site(): Channel("Home", "/", FRONT_SIZE, "Fronts", True)}
        owners: list[Category | Topic | Author] = list(self.categories.values())
        for model in (Topic, Author):
            wanted = [one.owner for one in lists if one.kind == KINDS[model]]
            owners += model._default_manager.filter(pk__in=wanted).order_by("pk") if wanted else []
        for owner in owners:
            is_front = isinstance(owner, Category)
            channel = Channel(
                str(owner),
                owner.get_absolute_url(),
                FRONT_SIZE if is_front else PAGE_SIZE,
                "Fronts" if is_front else "Topics and authors",
                isinstance(owner, Category) and owner.in_menu,
            )
            found[StoryList.of(owner)] = channel
        return {one: channel for one, channel in found.items() if one in lists}

    def consequences(self, *, has_new_note: bool = False) -> Consequences:
        self._story()
        for place in self.channels:
            self._pages(place)
        self._blocks_on_home()
        self._corrections(has_new_note)
        self._elsewhere(has_new_note)
        self._ways_on()
        for place in self.channels:
            self._feeds(place)
        self._sitemaps()
        return self.found

    # -- pages -------------------------------------------------------------------------------------------------------

    def _name(self, group: str, *lines: Line) -> None:
        named = self.found.groups.setdefault(group, [])
        named += [one for one in lines if one.address not in {known.address for known in named}]

    def _address_of(self, edition: Edition) -> str:
        return f"/{self.categories[edition.category_id].slug}/{edition.article_id}/{edition.slug}/"

    def _story(self) -> None:
        if self.reads_differently or self._head(self.before) != self._head(self.after):
            shown = self.before or self.edition
            self._name("The story", Line(self.edition.headline, self._address_of(shown), self.before is not None))
            if self.before is not None and (self.after is not None or self.before.number > 1):
                address = f"{self._address_of(self.before)}changes/"
                self._name("The story", Line("What changed", address, self.before.number > 1))

    def _head(self, edition: Edition | None) -> tuple[object, ...]:
        return (edition.headline, edition.slug, edition.category_id) if edition else ()

    def _pages(self, place: StoryList) -> None:
        channel, standing = self.channels[place], self.standings[place]
        number = standing.newer // channel.size + 1
        if number > MOST:
            self.found.is_more = self.found.is_more or place in self.moved or self.on_cards
        elif place in self.moved:
            self._name_page(place, number)
            if standing.newer % channel.size == 0 and not standing.older and number > 1:
                self._name_page(place, number - 1)  # which has or had this page after it
            last = -(-(standing.others + 1) // channel.size)
            self.found.older += min(last, MOST) - number
            self.found.is_more = self.found.is_more or last >= MOST
        elif place in self.will_be_in and self.on_cards:
            self._name_page(place, number)

    def _name_page(self, place: StoryList, number: int) -> None:
        channel, others = self.channels[place], self.standings[place].others
        address = channel.path if number == 1 else f"{channel.path}?page={number}"
        is_there = (channel.is_always_there and number == 1) or (
            others + (place in self.was_in) > (number - 1) * channel.size
        )
        self._name(channel.group, Line(channel.name + (f", page {number}" if number > 1 else ""), address, is_there))

    def _blocks_on_home(self) -> None:
        """Home shows the newest of the menu's categories below, without those that stand above anyway."""
        site = StoryList.site()
        if self.standings[site].newer < FRONT_SIZE or not (self.moved or self.on_cards):
            return
        last = Listed.objects.filter(kind=site.kind, owner=site.owner).order_by("-at", "-article")
        above = last.values_list("at", "article")[FRONT_SIZE - 1]
        menu = [one.pk for one in self.categories.values() if one.in_menu][:MOST_BLOCKS]
        for place in (self.was_in | self.will_be_in) & {StoryList(Kind.CATEGORY, pk) for pk in menu}:
            standing = self.standings[place]
            its = Listed.objects.filter(kind=place.kind, owner=place.owner, at__gte=above[0])
            taken = its.exclude(at=above[0], article__lt=above[1])[:FRONT_SIZE].count()
            below = standing.others - taken
            if standing.newer - taken < BLOCK_SIZE <= below + 1 and (place in self.moved or self.on_cards):
                self._name_page(site, 1)

    def _corrections(self, has_new_note: bool) -> None:
        """Confessions, by the pages they stand on."""
        head_changes = self._head(self.before) != self._head(self.after)
        if not (has_new_note or (self.edition.corrections and head_changes)):
            return
        listed = list(Correction.objects.public().order_by("-at", "-pk").values_list("article")[:MOST])
        its = [number // PAGE_SIZE + 1 for number, (one,) in enumerate(listed) if one == self.edition.article_id]
        last = max(1, -(-(len(listed) + has_new_note) // PAGE_SIZE))
        first = 1 if has_new_note or self.before is None else min(its, default=last + 1)
        moves = has_new_note or self.comes_or_goes
        for number in [first] if moves and first <= last else sorted(set(its)):
            address = "/corrections/" if number == 1 else f"/corrections/?page={number}"
            self._name("Corrections", Line("Corrections" + (f", page {number}" if number > 1 else ""), address))
        if moves:
            self.found.older += max(0, last - first)

    def _elsewhere(self, has_new_note: bool) -> None:
        """Pages of other apps tell of a story as they did, save whether it is there, where, and what was put right."""
        stays = self.before is not None and self.after is not None and not has_new_note
        if stays and self._address_of(self.before or self.edition) == self._address_of(self.edition):
            return
        for function in settings.SHOWN_ELSEWHERE:
            pages = import_string(function)(self.edition.article_id)
            self._name("Newsletter", *(Line(text, address) for text, address in pages))

    # -- stories that lead on to this one ----------------------------------------------------------------------------

    def _ways_on(self) -> None:
        """Count the story pages that have it, or will have it, to read next or as one more of its category.

        As `ways_on` chooses them, for each story of the lists in which this one stands high enough to be chosen.
        """
        asked: list[tuple[StoryList, int]] = []
        for place in self.moved | (self.will_be_in if self.on_cards else set()):
            newer = self.standings[place].newer
            if place.kind == Kind.CATEGORY and newer <= RELATED + 1:
                asked.append((place, MOST + 1))
            elif place.kind == Kind.TOPIC and newer <= 1:
                asked.append((place, 1 if newer else MOST + 1))  # the second is chosen by the first alone
        mine = self.edition.article_id
        candidates = newest_ids(asked, mine)
        if len(candidates) > MOST:
            self.found.is_more, candidates = True, candidates[:MOST]
        if not candidates:
            return
        rows = Listed.objects.filter(article__in=candidates, kind__in=[Kind.CATEGORY, Kind.TOPIC])
        lists_of: dict[int, list[StoryList]] = {}
        for article, kind, owner in rows.values_list("article", "kind", "owner"):
            lists_of.setdefault(article, []).append(StoryList(Kind(kind), owner))
        heads = heads_of({one for lists in lists_of.values() for one in lists}, mine)
        for article, lists in lists_of.items():
            now = self._chosen(article, lists, heads, self.was_in)
            then = self._chosen(article, lists, heads, self.will_be_in)
            self.found.stories += now != then or (self.on_cards and self.place in then)

    def _chosen(
        self, article: int, lists: list[StoryList], heads: dict[StoryList, list[Place]], mine: set[StoryList]
    ) -> list[Place | None]:
        """The story to read next and then those of its category, while this one is in the lists `mine`."""
        following: Place | None = None
        related: list[Place] = []
        for place in lists:
            if place not in heads:
                continue
            others = [one for one in heads[place] if one[1] != article] + ([self.place] if place in mine else [])
            if place.kind == Kind.CATEGORY:
                related = sorted(others, reverse=True)[: RELATED + 1]
            elif others:
                following = max(others) if following is None else max(following, *others)
        return [following, *[one for one in related if one != following][:RELATED]]

    # -- feeds and sitemaps ------------------------------------------------------------------------------------------

    def _feeds(self, place: StoryList) -> None:
        channel, standing = self.channels[place], self.standings[place]
        is_moved, stays = place in self.moved, place in self.will_be_in and place in self.was_in
        is_there = channel.group == "Fronts" or standing.others + (place in self.was_in) > 0
        differs = self.reads_differently or self.on_cards
        name = "All stories" if place == StoryList.site() else channel.name
        if standing.newer < STORIES and (is_moved or (stays and differs)):
            kinds: Collection[str] = [kind for kind, _ in FEEDS]
        else:
            kinds = self.told_by if place in self.told_in and (is_there or place in self.will_be_in) else ()
        if kinds:
            lines = [Line(kind, channel.path + path, is_there) for kind, path in FEEDS if kind in kinds]
            self.found.feeds.append((name, lines))
        heads_differ = is_moved or (stays and self._head(self.before) != self._head(self.after))
        if standing.newer < HEADLINES and heads_differ:
            self._name("Pages about feeds", Line(name, f"{channel.path}feeds/", is_there))

    def _sitemaps(self) -> None:
        at, sitemaps = self.edition.first_published_at, self.found.sitemaps
        if any(one.kind != Kind.SITE and not self.standings[one].others for one in self.moved):  # the first or the last
            sitemaps.append(Line("Fronts", "/sitemap/fronts.xml"))
        if in_sitemap(self.before) != in_sitemap(self.after):
            sitemaps.append(Line(f"{at.astimezone(UTC):%B %Y}", f"/sitemap/{at.astimezone(UTC):%Y-%m}.xml"))
            if self._is_last_of_its_month():
                sitemaps.append(Line("Index", "/sitemap.xml"))
        is_news = at > timezone.now() - timedelta(days=NEWS_DAYS)
        if is_news and self._head(self.before) != self._head(self.after):
            sitemaps.append(Line("News", "/news-sitemap.xml"))

    def _is_last_of_its_month(self) -> bool:
        """Whether the month is said to have changed when this story came or was updated, and not some other."""
        if self.before and self.after:
            return self.before.last_substantive_update_at != self.after.last_substantive_update_at
        at = self.edition.first_published_at
        start = at.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        month = (start, (start + timedelta(days=31)).replace(day=1))
        others = Article.objects.live().exclude(pk=self.edition.article_id)
        others = others.filter(first_published_at__gte=month[0], first_published_at__lt=month[1])
        site = Listed.objects.filter(kind=Kind.SITE, owner=0, at__gte=month[0], at__lt=month[1])
        newest = site.exclude(article=self.edition.article_id).order_by("-at").values_list("at", flat=True).first()
        updated = others.aggregate(last=models.Max("last_substantive_update_at"))["last"]
        known = [one for one in (newest, updated) if one]
        return not known or max(at, self.edition.last_substantive_update_at or at) > max(known)


# -- questions about several lists at once ---------------------------------------------------------------------------

COUNTS = """
SELECT {mark},
  (SELECT COUNT(*) FROM (SELECT 1 FROM articles_listed WHERE kind = %s AND owner = %s
    AND at >= %s AND (at > %s OR article_id > %s) LIMIT %s) AS newer),
  (SELECT COUNT(*) FROM (SELECT 1 FROM articles_listed WHERE kind = %s AND owner = %s
    AND at <= %s AND (at < %s OR article_id < %s) LIMIT %s) AS older)
"""
HEADS_OF = """
SELECT {kind}, owners.id, listed.article_id, listed.at FROM {table} owners
JOIN articles_listed listed ON listed.kind = {kind} AND listed.owner = owners.id AND listed.article_id IN (
  SELECT article_id FROM articles_listed WHERE kind = {kind} AND owner = owners.id AND article_id <> %s
  ORDER BY at DESC, article_id DESC LIMIT {most}
)
WHERE owners.id IN ({owners})
"""


def in_utc(at: datetime | str) -> datetime:
    """A time as a cursor has it: SQLite gives text or, where it still knows the column, a time without its zone."""
    known = datetime.fromisoformat(at) if isinstance(at, str) else at
    return known if known.tzinfo else known.replace(tzinfo=UTC)


def asked_at_once(statements: Iterable[str], given: Iterable[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(statements), list(given))
        return cursor.fetchall()


def standings(lists: Iterable[StoryList], place: Place) -> dict[StoryList, Standing]:
    """Where a story of that place stands, or would stand, in each of these lists."""
    ordered, most = list(lists), MOST * FRONT_SIZE
    at = connection.ops.adapt_datetimefield_value(place[0])
    given = [value for one in ordered for value in (one.kind, one.owner, at, at, place[1], most) * 2]
    rows = asked_at_once((COUNTS.format(mark=mark) for mark in range(len(ordered))), given)
    return {ordered[mark]: Standing(newer, older) for mark, newer, older in rows}


def newest_ids(asked: list[tuple[StoryList, int]], without: int) -> list[int]:
    """The ids of the newest of these lists, of each as many as asked for, once each."""
    statements = [NEWEST.format(mark=mark, others=" AND article_id <> %s") for mark in range(len(asked))]
    given = [value for one, count in asked for value in (one.kind, one.owner, without, count)]
    rows = asked_at_once(statements, given) if asked else []
    return list(dict.fromkeys(article for article, _ in rows))


def heads_of(lists: Iterable[StoryList], without: int) -> dict[StoryList, list[Place]]:
    """The places of the newest stories of categories and topics that still exist, as many as ways on need."""
    wanted: dict[Kind, list[int]] = {}
    for one in lists:
        wanted.setdefault(one.kind, []).append(one.owner)
    tables: dict[Kind, tuple[type[models.Model], int]] = {Kind.CATEGORY: (Category, HEADS), Kind.TOPIC: (Topic, 2)}
    statements, given = [], []
    for kind, owners in wanted.items():
        model, most = tables[kind]
        table, marks = model._meta.db_table, ", ".join(["%s"] * len(owners))
        statements.append(HEADS_OF.format(kind=int(kind), table=table, most=most, owners=marks))
        given += [without, *owners]
    found: dict[StoryList, list[Place]] = {StoryList(kind, owner): [] for kind in wanted for owner in wanted[kind]}
    for kind, owner, article, at in asked_at_once(statements, given):
        found[StoryList(Kind(kind), owner)].append((in_utc(at), article))
    return found
