"""Stories for one minute go out together, from copies made ahead: nothing is seen of it but the time it takes."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import ahead
from articles.errors import EditorialError
from articles.models import Article, AuditEntry, Author, Edition, ImageAsset, Listed, Topic
from articles.models.search_index import DESK_TABLES
from articles.publishing import publish_due
from articles.search import found as found_by_readers
from articles.tests.factories import make_article, make_author, make_picture, make_topic, make_user
from articles.tests.test_publishing import change
from articles.workflow import ChangeKind
from newsroom.delivery import purging

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


@pytest.fixture(autouse=True)
def _nothing_kept() -> None:
    ahead._kept.clear()


def scheduled(at: datetime, **changes: Any) -> Article:
    article = make_article(**changes)
    article.schedule(at, by=make_user())
    return article


def headline_of(article: Article) -> str:
    return Edition.objects.live().get(article=article).headline


def test_a_copy_made_ahead_is_nowhere_but_in_the_worker_and_goes_out_at_the_minute() -> None:
    at = timezone.now() + MINUTE
    stories = [scheduled(at, headline=f"Zqvx {number}") for number in range(3)]
    rows = Listed.objects.count(), AuditEntry.objects.count()
    assert ahead.prepare_due() == 3
    assert ahead.prepare_due() == 0
    assert not Edition.objects.exists()
    assert (Listed.objects.count(), AuditEntry.objects.count()) == rows
    with time_machine.travel(at - timedelta(milliseconds=10), tick=False):
        assert publish_due() == 0
    with time_machine.travel(at, tick=False):
        assert publish_due() == 3
    assert [headline_of(one) for one in stories] == ["Zqvx 0", "Zqvx 1", "Zqvx 2"]
    assert ahead.prepare_due() == 0
    assert not ahead._kept, "what went out is not kept"


def test_nothing_is_begun_right_before_a_moment_that_is_due_nor_long_before_it() -> None:
    at = timezone.now() + timedelta(hours=1)
    scheduled(at)
    assert ahead.prepare_due() == 0
    with time_machine.travel(at - timedelta(milliseconds=300), tick=False):
        assert ahead.prepare_due() == 0
    with time_machine.travel(at - MINUTE, tick=False):
        assert ahead.prepare_due() == 1


def test_a_story_saved_after_its_copy_was_made_goes_out_as_saved() -> None:
    at = timezone.now() + MINUTE
    article = scheduled(at, headline="Two are named")
    ahead.prepare_due()
    change(article, headline="Three are named")
    with time_machine.travel(at, tick=False):
        assert publish_due() == 1
    assert headline_of(article) == "Three are named"


def test_a_person_renamed_after_the_copy_was_made_is_printed_by_the_new_name() -> None:
    at = timezone.now() + MINUTE
    author = make_author("Mara Quill")
    credit = author.credit("words", "Critic")
    article = scheduled(at, bylines=(credit,))
    ahead.prepare_due()
    author.name = "Mara Quill-Voss"
    author.save()
    with time_machine.travel(at, tick=False):
        publish_due()
    assert Edition.objects.get(article=article).writers == ["Mara Quill-Voss"]


def test_one_story_that_is_refused_or_breaks_keeps_no_other_from_its_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    at = timezone.now() + MINUTE
    stories = [scheduled(at, headline=f"Story {number}") for number in range(4)]
    change(stories[1], category=None)
    whole = Article._release

    def broken(self: Article, *arguments: Any, **options: Any) -> Any:
        if self.pk == stories[2].pk:
            raise ZeroDivisionError
        return whole(self, *arguments, **options)

    monkeypatch.setattr(Article, "_release", broken)
    with time_machine.travel(at, tick=False):
        assert publish_due() == 2
    assert Article.objects.live().count() == 2
    stories[1].refresh_from_db()
    assert "category" in stories[1].schedule_problem
    monkeypatch.undo()
    with time_machine.travel(at, tick=False):
        assert publish_due() == 1, "what broke is tried again"


def test_stories_of_one_minute_go_out_in_one_transaction_and_one_purge(
    django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = timezone.now() + MINUTE
    author, topic = make_author(), make_topic()
    changes: dict[str, Any] = {"bylines": (author.credit("words", ""),), "topics": (topic.label(),)}
    for _ in range(30):
        scheduled(at, **changes)
    while ahead.prepare_due():
        pass
    with time_machine.travel(at, tick=False), django_assert_max_num_queries(60):
        assert publish_due() == 30
    assert AuditEntry.objects.filter(action="publish", detail="edition 1").count() == 30


# -- whatever happens in between ---------------------------------------------------------------------------------------

Deed = Callable[[Article, User], Any]


def later(article: Article, editor: User) -> None:
    article.schedule(timezone.now() + 3 * MINUTE, by=editor)


def on_time(article: Article, editor: User) -> None:
    article.schedule(timezone.now() + MINUTE, by=editor, change=ChangeKind.UPDATE, note="It is more now.")


def embargo(article: Article, editor: User) -> None:
    article.set_embargo(timezone.now() + 2 * MINUTE, "The makers asked.", by=editor, reason="They said so")


def move(article: Article, _: User) -> None:
    document = article.document()
    change(article, topics=document.topics[1:], slug="elsewhere")


def credit_changes(article: Article, _: User) -> None:
    for asset in ImageAsset.objects.filter(uses__lead_of=article):
        asset.credit = "Jo Park/Limelight"
        asset.save()
        ImageAsset.objects.filter(pk=asset.pk).update(ready_key=asset.key)


def person_renamed(article: Article, _: User) -> None:
    for author in Author.objects.filter(articles=article):
        author.name = "Somebody Else"
        author.save()


def topic_deleted(article: Article, _: User) -> None:
    for topic in Topic.objects.filter(articles=article)[:1]:
        topic.delete()


DEEDS: dict[str, Deed] = {
    "headline": lambda one, _: change(one, headline=f"{one.headline} again"),
    "no category": lambda one, _: change(one, category=None),
    "moved": move,
    "off the schedule": lambda one, editor: one.unschedule(by=editor),
    "later": later,
    "on time": on_time,
    "embargo": embargo,
    "no embargo": lambda one, editor: one.lift_embargo(by=editor, reason="They said so"),
    "by hand": lambda one, editor: one.publish(by=editor),
    "withdrawn": lambda one, editor: one.withdraw(by=editor),
    "killed": lambda one, editor: one.kill(by=editor, reason="It was wrong"),
    "taken down": lambda one, editor: one.take_down(by=editor, reason="A court says so"),
    "expires": lambda one, editor: one.set_expiry(timezone.now() + timedelta(minutes=5), by=editor),
    "credit": credit_changes,
    "renamed": person_renamed,
    "topic gone": topic_deleted,
    "prepared": lambda _, __: ahead.prepare_due(),
}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(names=st.lists(st.sampled_from([*DEEDS]), max_size=7))
def test_whatever_happens_before_the_minute_a_story_goes_out_together_as_it_would_alone(names: list[str]) -> None:
    """Two stories live through the same; one then goes out by itself, the other with the minute's."""
    with transaction.atomic():
        ahead._kept.clear()
        now = timezone.now()
        with time_machine.travel(now, tick=False):
            editor = make_user()
            together, alone = twin(editor), twin(editor)
            for name in ["prepared", *names, "prepared"]:
                for story in (together, alone):
                    story.refresh_from_db()
                    with suppress(EditorialError):
                        DEEDS[name](story, editor)
        said: dict[int, set[str]] = {together.pk: set(), alone.pk: set()}
        with time_machine.travel(now + MINUTE, tick=False):
            with suppress(EditorialError), Heard(said[alone.pk]):
                Article.objects.get(pk=alone.pk).publish_if_due()
            with Heard(said[together.pk]):
                publish_due()
        assert outcome(together, said[together.pk]) == outcome(alone, said[alone.pk])
        transaction.set_rollback(True)


def twin(editor: User) -> Article:
    """A story among others of the same lists, each with people, topics and a picture of its own."""
    topics = tuple(make_topic(name).label() for name in ("Isolde Vane", "The Long Night"))
    changes: dict[str, Any] = {
        "bylines": (make_author("Mara Quill").credit("words", "Critic"),),
        "lead": make_picture(),
        "topics": topics,
    }
    make_article(headline="The other", **changes).publish(by=None)
    article = make_article(headline="Zqvxkwortle returns", **changes)
    article.schedule(timezone.now() + MINUTE, by=editor)
    return article


class Heard:
    """Notes what is purged while the block lasts."""

    def __init__(self, said: set[str]) -> None:
        self.said = said

    def __enter__(self) -> None:
        self.known = set(purging.Purge.objects.values_list("pk", flat=True))

    def __exit__(self, *_: object) -> None:
        for row in purging.Purge.objects.exclude(pk__in=self.known):
            self.said.update(row.keys)


def outcome(article: Article, purged: set[str]) -> Any:
    """All that came of a story, without what two stories never share."""
    article.refresh_from_db()
    editions = [
        (
            one.number,
            unnamed(one.document),
            unnamed(one.card),
            [(note.kind, note.text) for note in one.notes],
            one.text,
            one.slug,
            one.category_id,
            one.authors.count(),
            one.topics.count(),
            one.published_at,
            one.first_published_at,
            one.last_substantive_update_at,
        )
        for one in article.editions.order_by("number")
    ]
    columns = [
        *("slug", "live_revision", "publish_at", "schedule_problem", "scheduled_by_id", "first_published_at"),
        *("last_published_at", "last_substantive_update_at", "withdrawn_at", "embargo_until", "expires_at"),
    ]
    listed = sorted(Listed.objects.filter(article=article).values_list("kind", "at"))
    log = [(one.action, one.detail, one.why) for one in article.audit.order_by("pk")]
    found = [one for one in found_by_readers(["zqvxkwortle"], start=0, count=9) if one.article_id == article.pk]
    keys = sorted(re.sub(r"\d+", "N", one) for one in purged)
    return (
        editions,
        {name: getattr(article, name) for name in columns},
        article.standing,
        article.live_edition.number if article.live_edition else None,
        listed,
        log,
        len(found),
        desk_marks(article),
        [one for one in keys if one != "fronts"],
    )


def unnamed(data: Any) -> Any:
    """Data without ids and keys."""
    if isinstance(data, dict):
        return {
            name: unnamed(one) for name, one in data.items() if name not in {"key", "id", "asset", "author", "slug"}
        }
    return [unnamed(one) for one in data] if isinstance(data, list) else data


def desk_marks(article: Article) -> list[list[str]]:
    column, words = ("rowid", "marks") if connection.vendor == "sqlite" else ("article_id", "words::text")
    found = []
    with connection.cursor() as cursor:
        for table in DESK_TABLES:
            cursor.execute(f"SELECT {words} FROM {table} WHERE {column} = %s", [article.pk])
            found.append(sorted(set(re.findall(r"qzs[a-z]+", " ".join(row[0] for row in cursor.fetchall())))))
    return found
