"""Lists of live stories: what stands in them, in which order, and that nothing else does."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib import import_module

import pytest
import time_machine
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import Credit
from articles.errors import LiveAlready
from articles.models import Article, Author, Category, Edition, Listed, StoryList, Topic
from articles.models.listed import newest_of_each, ways_on, with_stories
from articles.tests.factories import make_article, make_author, make_category, make_topic

pytestmark = pytest.mark.django_db

# What the deeds do to a list is ours; PostgreSQL may only read and write its rows otherwise, which few of them show.
EXAMPLES = 40 if connection.vendor == "sqlite" else 10
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["publish", "publish", "save", "withdraw", "forget topic"]),
        st.integers(0, 2),  # which story
        st.integers(0, 1),  # its category
        st.sets(st.integers(0, 2), max_size=3),  # its topics
        st.sets(st.integers(0, 1), min_size=1),  # its authors
    ),
    max_size=12,
)


def credit(author: Author) -> Credit:
    return Credit(author.pk, author.name, author.slug, "words", "")


def live_in(**owner: Category | Topic | Author) -> list[int]:
    """What should be listed, asked of the editions themselves."""
    found = Edition.objects.live().filter(**owner).order_by("-first_published_at", "-article_id")
    return list(found.values_list("article", flat=True))


def articles(stories: list[Edition]) -> list[int]:
    return [one.article_id for one in stories]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=EXAMPLES)
@given(deeds=DEEDS)
def test_lists_hold_what_is_live_after_any_deeds(deeds: list[tuple[str, int, int, set[int], set[int]]]) -> None:
    for model in (Listed, Article.topics.through):
        model._default_manager.all().delete()
    Article.objects.update(live_edition=None)
    categories = [make_category("Film"), make_category("Music")]
    topics: list[Topic] = [make_topic() for _ in range(3)]
    authors = [make_author() for _ in range(2)]
    stories = [make_article(category=categories[0].label(), bylines=(credit(authors[0]),)) for _ in range(3)]

    for deed, story, category, about, by in deeds:
        article = Article.objects.get(pk=stories[story].pk)
        if deed == "forget topic" and len(topics) > 1:
            topics.pop().delete()
        elif deed == "withdraw" and article.live_edition_id:
            article.withdraw(by=None)
        elif deed in {"save", "publish"}:
            changed = replace(
                article.document(),
                category=categories[category].label(),
                topics=tuple(topics[one].label() for one in sorted(about) if one < len(topics)),
                bylines=tuple(credit(authors[one]) for one in sorted(by)),
            )
            article.write(changed, by=None)
            if deed == "publish":
                with suppress(LiveAlready):
                    article.publish(by=None)

        assert articles(StoryList.site().newest(10)) == live_in()
        for one in categories:
            assert articles(StoryList.of(one).newest(10)) == live_in(category=one)
        for topic in topics:
            assert articles(StoryList.of(topic).newest(10)) == live_in(topics=topic)
            assert StoryList.of(topic).is_empty() == (not live_in(topics=topic))
        for author in authors:
            assert articles(StoryList.of(author).newest(10)) == live_in(authors=author)
        assert set(with_stories(Topic.objects.all())) == {one for one in topics if live_in(topics=one)}
        assert set(Listed.objects.values_list("article", flat=True)) == set(live_in())


def test_the_migration_lists_what_was_live_before_there_were_lists() -> None:
    topic, film, music = make_topic(), make_category("Film"), make_category("Music")
    for number in range(4):
        article = make_article(category=(film, music)[number % 2].label(), topics=(topic.label(),) if number else ())
        article.publish(by=None)
    article.withdraw(by=None)
    make_article()
    fields = ("kind", "owner", "at", "article")
    before = set(Listed.objects.values_list(*fields))
    Listed.objects.all().delete()

    with connection.cursor() as cursor:
        import_module("articles.migrations.0007_lists_of_live_stories").fill(apps, cursor)

    assert set(Listed.objects.values_list(*fields)) == before
    assert len(before) == 3 * 3 + 2


def test_a_list_is_turned_in_the_order_of_first_publication_and_an_update_moves_nothing() -> None:
    noon = datetime(2026, 11, 25, 12, tzinfo=UTC)
    stories = []
    for hour in (2, 0, 1, 1):  # two at the same moment: the later story stands first
        with time_machine.travel(noon + timedelta(hours=hour), tick=False):
            stories.append(make_article())
            stories[-1].publish(by=None)
    stories[1].headline = "Found out later"
    stories[1].save()
    stories[1].publish(by=None)
    site, order = StoryList.site(), [stories[number].pk for number in (0, 3, 2, 1)]

    assert articles(site.newest(10)) == order
    assert articles(site.newest(2, 1)) == order[1:3]
    assert articles(site.newest(5, 4)) == []
    assert site.newest(1, 3)[0].headline == "Found out later"
    assert articles(site.full(3)) == order[:3]
    at = {one.article_id: one.first_published_at for one in site.newest(10)}
    assert [site.rank(at[pk], pk, 99) for pk in order] == [0, 1, 2, 3]
    assert site.rank(at[order[3]], order[3], 2) == 2
    assert articles(site.between(noon + timedelta(hours=1), noon + timedelta(hours=2), 9)) == order[1:3]
    assert articles(site.between(noon + timedelta(hours=1), None, 2)) == order[:2]


def test_a_story_that_comes_back_stands_where_it_stood() -> None:
    first, second = make_article(), make_article()
    first.publish(by=None)
    second.publish(by=None)
    first.withdraw(by=None)
    assert StoryList.places_of(first.pk) == set()

    first.publish(by=None)

    assert articles(StoryList.site().newest(9)) == [second.pk, first.pk]
    assert StoryList.site() in StoryList.places_of(first.pk)


def test_the_newest_of_each_category_are_found_at_once_and_those_shown_above_passed_over() -> None:
    film, music, empty = (make_category(one) for one in ("Film", "Music", "Royalty"))
    made = [make_article(category=(film, music)[number % 2].label()) for number in range(6)]
    for article in made:
        article.publish(by=None)

    with CaptureQueriesContext(connection) as queries:
        found = newest_of_each([StoryList.of(one) for one in (music, empty, film)], 2, without=[made[5].pk])
        assert [one.category.title for one in found[0]] == ["Music", "Music"]

    assert [articles(one) for one in found] == [[made[3].pk, made[1].pk], [], [made[4].pk, made[2].pk]]
    assert len(queries) == 1
    assert newest_of_each([], 2) == []


def test_the_way_on_is_the_newest_that_shares_any_topic_however_old_and_the_newest_of_the_category() -> None:
    film, music = make_category("Film"), make_category("Music")
    lamp, goat, harbour = make_topic(), make_topic(), make_topic()
    made = {}
    for name, category, topics in [
        ("oldest goat", music, (goat,)),
        ("goat, taken away", music, (goat,)),
        ("lamp", music, (lamp,)),
        ("film 1", film, (harbour,)),
        ("film 2", film, ()),
        ("film 3", film, ()),
    ]:
        made[name] = make_article(headline=name, category=category.label(), topics=tuple(map(Topic.label, topics)))
        made[name].publish(by=None)
    made["goat, taken away"].withdraw(by=None)
    # Published again and again, another story with the topic must not crowd the older one out.
    edition = make_article(category=film.label(), topics=(goat.label(), lamp.label())).publish(by=None)
    for number in range(70):
        article = edition.article
        article.headline = f"Version {number}"
        article.save()
        edition = article.publish(by=None)

    with CaptureQueriesContext(connection) as queries:
        following, related = ways_on(edition, (), 2)

    assert len(queries) == 1
    assert following is not None
    assert following.headline == "lamp"
    assert [one.headline for one in related] == ["film 3", "film 2"]
    lamp.delete()
    following, _ = ways_on(edition, (), 2)
    assert following is not None
    assert following.headline == "oldest goat"


def test_what_is_read_next_is_not_offered_twice() -> None:
    topic = make_topic()
    made = [make_article(topics=(topic.label(),) if number in (2, 3) else ()) for number in range(4)]
    editions = [one.publish(by=None) for one in made]

    following, related = ways_on(editions[3], (), 2)

    assert following == editions[2]
    assert related == [editions[1], editions[0]]
    assert ways_on(editions[0], (), 2) == (None, [editions[3], editions[2]])


def test_months_are_those_of_utc_with_the_last_news_of_each() -> None:
    last_of_june = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # in London it is July already
    for moment in (last_of_june, datetime(2024, 2, 1, tzinfo=UTC)):
        with time_machine.travel(moment, tick=False):
            make_article().publish(by=None)
    with time_machine.travel(datetime(2026, 8, 1, tzinfo=UTC), tick=False):
        gone = make_article()
        gone.publish(by=None)
        gone.withdraw(by=None)

    months = StoryList.site().months()

    assert [(one.name, one.changed) for one in months] == [
        ("2026-06", last_of_june),
        ("2024-02", datetime(2024, 2, 1, tzinfo=UTC)),
    ]
    assert StoryList.of(make_category("Royalty")).months() == []
