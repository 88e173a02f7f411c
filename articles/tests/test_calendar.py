"""The calendar of the desk: which entries stand on which day, and what moving one does."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from articles.admin.calendar import same_time
from articles.errors import NotPossible
from articles.models import Article, AuditEntry, Edition
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_category, signed_in
from articles.tests.test_publishing import change as write_change
from articles.workflow import ChangeKind, Priority

pytestmark = pytest.mark.django_db

CALENDAR = "/admin/articles/article/calendar/"
LONDON = ZoneInfo("Europe/London")
NOON = datetime(2030, 6, 5, 12, 0, tzinfo=LONDON)  # a Wednesday


@pytest.fixture(autouse=True)
def monday() -> Any:
    with time_machine.travel(datetime(2030, 6, 3, 9, 0, tzinfo=LONDON), tick=False):
        yield


def in_day(page: str, day: str) -> str:
    return page.split(f'data-day="{day}"')[1].split("data-day=")[0]


def move(client: Client, article: Article, kind: str, was: datetime | None, **sent: str) -> Any:
    fields = {"kind": kind, "was": was.isoformat() if was else "", **sent}
    return client.post(f"/admin/articles/article/{article.pk}/calendar/?view=week&day=2030-06-03", fields, follow=True)


def fresh(article: Article) -> Article:
    article.refresh_from_db()
    return article


def wanted(article: Article, at: datetime, by: Any) -> Article:
    article.plan(by=by, assignee=None, deadline=at, priority=Priority.NORMAL, brief="")
    return article


def test_everything_with_a_moment_stands_on_its_day_as_clocks_show_it_here() -> None:
    client, editor = signed_in("Editor")
    make_article(headline="Goes out").schedule(NOON, by=editor)
    late_evening = datetime(2030, 6, 5, 23, 30, tzinfo=UTC)  # half past midnight of the 6th in London
    make_article(headline="Held").set_embargo(late_evening, "The studio asked", by=editor)
    wanted(make_article(headline="Wanted"), NOON + timedelta(days=2), editor)
    ends = make_article(headline="Ends")
    ends.publish(by=editor)
    ends.set_expiry(NOON + timedelta(days=3), by=editor)
    out = wanted(make_article(headline="Out already"), NOON, editor)
    out.publish(by=editor)
    for view in ("month", "week"):
        page = client.get(CALENDAR, {"view": view, "day": "2030-06-03"}).text
        places = {"2030-06-05": "Goes out", "2030-06-06": "Held", "2030-06-07": "Wanted", "2030-06-08": "Ends"}
        for day, headline in places.items():
            assert f"</span>{headline}</a>" in in_day(page, day)
            assert page.count(f"</span>{headline}</a>") == 1
        assert "Out already" not in page
    assert "<b>00:30</b>" in page
    assert "Goes out</a>" not in client.get(CALENDAR, {"view": "week", "day": "2030-06-12"}).text
    for odd in (
        {"day": "2030-02-31"},
        {"day": "9999-12-31"},
        {"day": "x", "view": "y", "in": "z"},
        {"day": "0001-01-01"},
    ):
        assert client.get(CALENDAR, odd).status_code == 200


def test_a_month_has_whole_weeks_and_a_full_day_leads_to_its_week() -> None:
    client, editor = signed_in("Editor")
    for number in range(8):
        make_article(headline=f"Story {number}").schedule(NOON + timedelta(minutes=number), by=editor)
    page = client.get(CALENDAR, {"day": "2030-06-15"}).text
    assert page.count("data-day=") == 35
    assert 'data-day="2030-05-27"' in page
    assert 'data-day="2030-06-30"' in page
    assert "3 more" in in_day(page, "2030-06-05")
    assert (
        in_day(client.get(CALENDAR, {"view": "week", "day": "2030-06-05"}).text, "2030-06-05").count("data-entry") == 8
    )


def test_a_schedule_moves_to_another_day_at_its_time_and_back() -> None:
    client, editor = signed_in("Editor")
    article = make_article(headline="Sea trip")
    article.schedule(NOON, by=editor)
    page = move(client, article, "scheduled", NOON.astimezone(UTC), day="2030-06-08")
    assert fresh(article).publish_at == NOON + timedelta(days=3)
    assert "goes out Saturday, 8 June 2030, 12:00 BST now" in page.text
    assert "Put “Sea trip” back to Wednesday, 5 June 2030, 12:00 BST" in page.text
    page = move(client, article, "scheduled", article.publish_at, to=NOON.isoformat())
    assert fresh(article).publish_at == NOON
    assert ">Undo<" not in page.text
    assert AuditEntry.objects.filter(action="schedule", article=article).count() == 3


def test_a_move_keeps_what_the_scheduled_change_is() -> None:
    client, editor = signed_in("Editor")
    article = make_article()
    article.publish(by=editor)
    article.schedule(NOON, by=editor, change=ChangeKind.CORRECTION, note="It was Tuesday.")
    move(client, article, "scheduled", NOON.astimezone(UTC), day="2030-06-06")
    now = fresh(article)
    assert (now.scheduled_change, now.scheduled_note) == ("correction", "It was Tuesday.")


def test_words_removed_for_legal_reasons_stay_hidden_when_their_removal_is_moved_and_moved_back() -> None:
    client, editor = signed_in("Editor")
    article = make_article(standfirst="Quillon was there that night, she said")
    article.publish(by=editor)
    write_change(article, standfirst="She was there that night")
    article.schedule(NOON, by=editor, change=ChangeKind.CORRECTION, note="Put right.", legal=True)
    move(client, article, "scheduled", NOON.astimezone(UTC), day="2030-06-06")
    move(client, article, "scheduled", fresh(article).publish_at, to=NOON.isoformat())
    with time_machine.travel(NOON + timedelta(seconds=1), tick=False):
        assert publish_due() == 1
        page = Client().get(f"{Edition.objects.live().get().get_absolute_url()}changes/").text
    assert "Put right." in page
    assert "Quillon" not in page


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2030-06-01", "That time has passed"),
        ("2030-06-04", "It is under embargo until"),
        ("2030-06-05", "It stands on that day already"),
        ("soon", "Choose the day"),
    ],
)
def test_a_move_that_cannot_be_is_refused_in_words(day: str, said: str) -> None:
    client, editor = signed_in("Editor")
    article = make_article()
    article.set_embargo(NOON - timedelta(hours=1), "The studio asked", by=editor)
    article.schedule(NOON, by=editor)
    page = move(client, article, "scheduled", NOON.astimezone(UTC), day=day)
    assert "was not moved" in page.text
    assert said in page.text
    assert fresh(article).publish_at == NOON


def test_an_embargo_moves_with_a_reason_and_back_and_takes_an_earlier_schedule_with_it() -> None:
    client, editor = signed_in("Editor")
    article = make_article(headline="Sea trip")
    article.set_embargo(NOON, "The studio asked", by=editor)
    article.schedule(NOON + timedelta(hours=1), by=editor)
    entry = in_day(client.get(CALENDAR, {"day": "2030-06-05"}).text, "2030-06-05")
    assert entry.count('draggable="true"') == 2
    assert entry.count("Why the embargo changes") == 1

    page = move(client, article, "embargo", NOON.astimezone(UTC), day="2030-06-08")
    assert "Say why the embargo is changed." in page.text
    assert fresh(article).embargo_until == NOON

    page = move(client, article, "embargo", NOON.astimezone(UTC), day="2030-06-08", reason="The studio wrote again")
    at = NOON + timedelta(days=3)
    assert (fresh(article).embargo_until, article.publish_at, article.embargo_asked) == (at, at, "The studio asked.")
    assert "was scheduled for earlier, and goes out at that moment now" in page.text

    page = move(client, article, "embargo", at.astimezone(UTC), to=NOON.isoformat())
    assert fresh(article).embargo_until == NOON
    why = list(AuditEntry.objects.filter(action="embargo").order_by("pk").values_list("why", flat=True))
    assert why == ["", "The studio wrote again", "A move in the calendar was undone."]


def test_an_embargo_that_ended_stays_where_it_was_and_a_writer_moves_none() -> None:
    client, editor = signed_in("Editor")
    writers, writer = signed_in("Writer")
    article = make_article(by=writer)
    article.set_embargo(NOON, "The studio asked", by=editor)
    refused = move(writers, article, "embargo", NOON.astimezone(UTC), day="2030-06-08", reason="I want it so")
    assert "Only who may publish the story" in refused.text
    with time_machine.travel(NOON + timedelta(hours=1), tick=False):
        client.force_login(editor)
        assert 'draggable="true"' not in client.get(CALENDAR, {"day": "2030-06-05"}).text
        refused = move(client, article, "embargo", NOON.astimezone(UTC), day="2030-06-08", reason="I want it so")
        assert "This embargo has ended." in refused.text
    assert fresh(article).embargo_until == NOON


def test_what_somebody_changed_meanwhile_is_not_moved() -> None:
    client, editor = signed_in("Editor")
    article = make_article()
    article.schedule(NOON, by=editor)
    article.schedule(NOON + timedelta(hours=1), by=editor)
    assert "Somebody changed it meanwhile" in move(client, article, "scheduled", NOON, day="2030-06-08").text
    article.unschedule(by=editor)
    assert "Somebody changed it meanwhile" in move(client, article, "scheduled", None, day="2030-06-08").text
    assert fresh(article).publish_at is None


def test_a_deadline_moves_but_not_into_the_past_and_an_expiry_moves() -> None:
    client, editor = signed_in("Editor")
    article = wanted(make_article(), NOON, editor)
    assert "That moment has passed" in move(client, article, "planned", NOON.astimezone(UTC), day="2030-06-02").text
    move(client, article, "planned", NOON.astimezone(UTC), day="2030-07-01")
    assert fresh(article).deadline == datetime(2030, 7, 1, 12, 0, tzinfo=LONDON)
    article.set_expiry(NOON, by=editor)
    move(client, article, "expiry", NOON.astimezone(UTC), day="2030-06-06")
    assert fresh(article).expires_at == NOON + timedelta(days=1)


def test_a_writer_sees_own_stories_in_the_calendar_and_moves_none() -> None:
    client, writer = signed_in("Writer")
    _, editor = signed_in("Editor")
    own = wanted(make_article(headline="Mine", by=writer), NOON, editor)
    other = wanted(make_article(headline="Theirs", by=editor), NOON, editor)
    page = client.get(CALENDAR, {"day": "2030-06-05"}).text
    assert "Mine" in page
    assert "Theirs" not in page
    assert 'draggable="true"' not in page
    refused = move(client, own, "planned", NOON.astimezone(UTC), day="2030-06-08")
    assert "Only an editor changes by when" in refused.text
    assert move(client, other, "planned", NOON.astimezone(UTC), day="2030-06-08").status_code == 404
    assert {one.deadline for one in Article.objects.all()} == {NOON}
    assert client.get(f"/admin/articles/article/{own.pk}/calendar/").status_code == 405


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),
    st.dates(datetime(2026, 1, 1).date(), datetime(2030, 1, 1).date()),
)
def test_the_time_of_day_is_kept_across_clock_changes(old: datetime, day: Any) -> None:
    clock = old.astimezone(LONDON)
    there = datetime.combine(day, clock.time(), tzinfo=LONDON)
    if there.astimezone(UTC).astimezone(LONDON).time() != clock.time():  # clocks skip it
        with pytest.raises(NotPossible, match="does not come on"):
            same_time(day.isoformat(), old)
    else:
        new = same_time(day.isoformat(), old).astimezone(LONDON)
        assert (new.date(), new.time()) == (day, clock.time())


def test_a_time_that_clocks_skip_that_day_is_refused_and_one_that_comes_twice_is_the_first() -> None:
    old = datetime(2026, 3, 20, 1, 30, tzinfo=LONDON)
    with pytest.raises(NotPossible, match="does not come on 29 March 2026"):
        same_time("2026-03-29", old)
    assert same_time("2026-10-25", old) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_the_calendar_takes_the_same_queries_for_one_entry_and_for_thirty() -> None:
    client, editor = signed_in("Editor")
    film = make_category("Film")

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            client.get(CALENDAR, {"day": "2030-06-05"})
        return len(captured)

    wanted(make_article(category=film.label()), NOON, editor)
    queries()
    few = queries()
    for number in range(15):
        wanted(make_article(category=film.label()), NOON + timedelta(days=number), editor)
        make_article(category=film.label()).schedule(NOON + timedelta(days=number), by=editor)
    assert queries() == few
