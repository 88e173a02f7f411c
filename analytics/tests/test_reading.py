"""What is read is counted by story and hour, for whoever it was; and told to the desk as it is."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from analytics import reading
from analytics.models import StoryReads
from analytics.reading import most_read, ranking
from analytics.retention import DAYS_KEPT, thin
from articles.models import Article
from articles.tests.factories import make_article, make_category, make_user, signed_in

pytestmark = pytest.mark.django_db
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
OWN = {"origin": "http://testserver", "sec-fetch-site": "same-origin", "user-agent": BROWSER}
MOST_READ = "/admin/analytics/storyreads/"


def published(**values: Any) -> Article:
    article = make_article(**values)
    article.publish(by=None)
    return article


def say(article: Article | int, **headers: str) -> Any:
    number = article if isinstance(article, int) else article.pk
    return Client().post(f"/reads/{number}/", headers=OWN | headers)


def reads(article: Article) -> int:
    return sum(StoryReads.objects.filter(article=article).values_list("reads", flat=True))


def was_read(article: Article, times: int, at: datetime | None = None) -> None:
    reading.write({(article.pk, reading.hour_of(at or timezone.now())): times})


def test_a_read_is_one_more_for_the_story_and_the_hour_and_says_nothing_of_the_reader() -> None:
    story, other = published(), published()
    with time_machine.travel("2026-07-01 21:15Z", tick=False):
        answers = [say(story), say(story), say(other)]
    with time_machine.travel("2026-07-01 22:01Z", tick=False):
        say(story)
    assert [one.status_code for one in answers] == [204, 204, 204]
    assert answers[0]["Cache-Control"] == "no-store"
    assert not answers[0].cookies
    rows = StoryReads.objects.order_by("article", "at").values_list("article", "at", "reads")
    assert [(article, at.isoformat(), number) for article, at, number in rows] == [
        (story.pk, "2026-07-01T21:00:00+00:00", 2),
        (story.pk, "2026-07-01T22:00:00+00:00", 1),
        (other.pk, "2026-07-01T21:00:00+00:00", 1),
    ]
    assert {one.name for one in StoryReads._meta.get_fields()} == {"id", "article", "at", "reads"}


def test_what_readers_cannot_see_is_not_counted_nor_what_programs_or_others_say() -> None:
    story, gone = published(), published()
    gone.withdraw(by=None)
    for answer in (
        *(say(make_article()), say(gone), say(987_654_321), say(10**17)),
        say(story, **{"user-agent": "Mozilla/5.0 (compatible; bingbot/2.0)"}),
        say(story, origin="https://elsewhere.example"),
    ):
        assert answer.status_code == 204
    assert not StoryReads.objects.exists()


def test_looking_changes_nothing() -> None:
    story = published()
    assert Client().get(f"/reads/{story.pk}/", headers=OWN).status_code == 405
    assert not StoryReads.objects.exists()


def test_one_network_makes_no_story_the_most_read() -> None:
    story = published()
    for _ in range(200):
        say(story)
    assert reads(story) == 30


def test_a_reader_notices_nothing_when_the_database_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    story, write = published(), reading.READS._write

    def away(counts: object) -> None:
        raise OperationalError

    monkeypatch.setattr(reading.READS, "_write", away)
    assert say(story).status_code == 204
    monkeypatch.setattr(reading.READS, "_write", write)
    assert say(story).status_code == 204
    assert reads(story) == 2


def test_only_the_page_of_a_live_story_says_that_it_was_read() -> None:
    story = make_article()
    page = Client().get(story.publish(by=None).get_absolute_url())
    assert 'js/reads.js"></script>' in page.text
    assert "js/reads.js" not in Client().get("/").text
    editor, _ = signed_in("Editor")
    old_version = editor.get(f"/admin/articles/article/{story.pk}/edition/1/")
    assert old_version.status_code == 200
    assert "js/reads.js" not in old_version.text


def test_most_read_are_live_stories_by_their_reads_of_the_last_days() -> None:
    film = [published(headline=f"Film {number}") for number in range(3)]
    opera = published(category=make_category("Opera").label())
    gone = published()
    now = timezone.now()
    for story, times, at in (
        *((film[0], 2, now), (film[1], 5, now), (film[1], 1, now - timedelta(days=6)), (opera, 3, now)),
        *((gone, 50, now), (film[2], 99, now - timedelta(days=8))),
    ):
        was_read(story, times, at)
    gone.withdraw(by=None)
    assert most_read(8) == [film[1].pk, opera.pk, film[0].pk]
    assert most_read(2) == [film[1].pk, opera.pk]
    assert most_read(8, opera.category) == [opera.pk]
    assert [(one.edition.headline, one.reads) for one in ranking(1, days=30)] == [("Film 2", 99)]
    assert dict(zip(most_read(9, days=7), [one.reads for one in ranking(9, days=7)], strict=True))[film[1].pk] == 6
    assert most_read(8, make_category("Stage")) == []


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Kolkata", "America/St_Johns"])
def test_putting_hours_together_changes_no_figure_that_is_told(settings: Any, zone: str) -> None:
    settings.TIME_ZONE = zone
    stories, chance = [published() for _ in range(3)], random.Random(zone)
    with time_machine.travel("2026-04-02 10:20Z", tick=False):  # clocks went forward in London on 29 March
        for _ in range(400):
            at = timezone.now() - timedelta(hours=chance.randrange(41 * 24))
            was_read(chance.choice(stories), chance.randrange(1, 9), at)
        told = [[(one.edition.article_id, one.reads) for one in ranking(9, days=days)] for days in (1, 7, 30)]
        total = sum(StoryReads.objects.values_list("reads", flat=True))
        assert thin() > 100
        assert told == [[(one.edition.article_id, one.reads) for one in ranking(9, days=days)] for days in (1, 7, 30)]
        assert total == sum(StoryReads.objects.values_list("reads", flat=True))
        assert thin() == 0
        old = StoryReads.objects.filter(at__lt=reading.start_of(3))
        assert {timezone.localtime(at).hour for at in old.values_list("at", flat=True)} == {0}


def test_the_worker_deletes_old_days(work: Callable[[], int]) -> None:
    story = published()
    was_read(story, 1, timezone.now() - timedelta(days=DAYS_KEPT + 1))
    was_read(story, 2)
    work()
    assert reads(story) == 2


# -- at the desk -----------------------------------------------------------------------------------------------------


def test_the_desk_sees_what_was_read_most_and_says_so_where_nothing_was() -> None:
    client, _ = signed_in("Writer")
    assert "No live story was read in this time" in client.get(MOST_READ).text
    first, second = published(headline="The goat is back"), published(headline="The ferry is late")
    was_read(first, 1_234)
    was_read(second, 2_000, timezone.now() - timedelta(days=20))
    week, month = client.get(MOST_READ).text, client.get(f"{MOST_READ}?days=30").text
    assert "1,234" in week
    assert "The ferry is late" not in week
    assert month.index("The ferry is late") < month.index("The goat is back")
    assert MOST_READ in client.get("/admin/").text
    assert client.get(f"{MOST_READ}?days=9999").status_code == 200
    assert client.post(MOST_READ).status_code == 405


def test_who_may_see_no_story_sees_no_figures_of_stories() -> None:
    client, _ = signed_in("Newsletter editor")
    assert client.get(MOST_READ).status_code == 403
    assert MOST_READ not in client.get("/admin/").text
    assert Client().get(MOST_READ).status_code == 302
    assert make_user("Administrator").has_perm("articles.view_article")
