"""Embargo, schedule and expiry: what may be seen when, whoever wants it otherwise."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import Looks
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, AuditEntry, Edition, ImageAsset, PreviewLink
from articles.pictures import make_missing
from articles.publishing import FAULT, lateness, publish_due, until_due
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from articles.tests.test_publishing import change
from articles.tests.test_reader_leaks import SECRET, document, public_addresses, read_everything
from articles.workflow import ChangeKind, Standing

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
ASKED = "The festival asked us to wait for its announcement."


def embargoed(until: datetime, **changes: Any) -> Article:
    article = make_article(**changes)
    article.set_embargo(until, ASKED, by=make_user())
    return article


# -- embargo -------------------------------------------------------------------------------------------


def test_nobody_publishes_before_an_embargo_ends_and_is_told_who_asked() -> None:
    until = timezone.now() + HOUR
    article = embargoed(until)
    for deed in (
        lambda: article.publish(by=make_user("Administrator")),
        lambda: article.publish(by=None, at=until + HOUR),  # an import that claims another time
        lambda: article.schedule(until - timedelta(milliseconds=1), by=make_user()),
    ):
        with pytest.raises(NotPublishable, match="The festival asked us to wait"):
            deed()
    assert not Edition.objects.exists()
    with time_machine.travel(until + timedelta(seconds=1)):
        article.publish(by=None)
    assert Edition.objects.live().count() == 1


def test_a_schedule_that_code_sets_past_an_embargo_waits_and_says_why() -> None:
    until = timezone.now() + HOUR
    article = embargoed(until)
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() - HOUR)
    assert publish_due() == 0
    article.refresh_from_db()
    assert ASKED in article.schedule_problem
    with time_machine.travel(until):
        assert publish_due() == 1


def test_an_embargo_set_on_a_scheduled_story_moves_it_to_the_moment_it_ends() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(minutes=5), by=make_user())
    until = timezone.now() + HOUR
    assert article.set_embargo(until, ASKED, by=make_user())
    assert article.publish_at == until
    later = make_article()
    later.schedule(timezone.now() + 3 * HOUR, by=make_user())
    assert not later.set_embargo(until, ASKED, by=make_user())


def test_an_embargo_is_set_changed_and_lifted_with_a_reason_and_all_of_it_is_in_the_log() -> None:
    editor, until = make_user(username="noor"), timezone.now() + HOUR
    article = make_article()
    with pytest.raises(NotPossible, match="who asked"):
        article.set_embargo(until, "  ", by=editor)
    with pytest.raises(NotPossible, match="has passed"):
        article.set_embargo(timezone.now() - HOUR, ASKED, by=editor)
    article.set_embargo(until, ASKED, by=editor)
    with pytest.raises(NotPossible, match="why the embargo is changed"):
        article.set_embargo(until + HOUR, ASKED, by=editor)
    article.set_embargo(until + HOUR, ASKED, by=editor, reason="They moved it")
    with pytest.raises(NotPossible, match="why the embargo is lifted"):
        article.lift_embargo(by=editor, reason="")
    article.lift_embargo(by=editor, reason="They announced it early")
    with pytest.raises(NotPossible, match="not under embargo"):
        article.lift_embargo(by=editor, reason="Again")
    said = [
        (one.who_name, one.action, one.detail, one.why) for one in AuditEntry.objects.order_by("pk") if one.who_name
    ]
    assert [(who, action, why) for who, action, _, why in said] == [
        ("noor", "embargo", ""),
        ("noor", "embargo", "They moved it"),
        ("noor", "lift_embargo", "They announced it early"),
    ]
    assert ASKED in said[0][2]
    article.publish(by=editor)


def test_the_database_takes_no_embargo_that_nobody_asked_for() -> None:
    article = make_article()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(embargo_until=timezone.now())


def test_a_preview_for_an_outsider_says_until_when_the_story_is_embargoed(client: Client) -> None:
    article = embargoed(datetime(2099, 6, 1, 20, 30, tzinfo=UTC))
    _, token = PreviewLink.make(article, "The lawyer", timezone.now() + HOUR, by=make_user())
    page = client.get(f"/previews/{token}/").text
    assert page.count("until Monday, 1 June 2099, 21:30 BST") == 2, "over the page, and through it"
    article.lift_embargo(by=make_user(), reason="They announced it")
    assert "embargo" not in client.get(f"/previews/{token}/").text.lower()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=SECRET, minutes=st.integers(1, 5_000_000))
def test_until_10_ms_before_an_embargo_ends_no_address_has_a_word_of_the_story_and_2_s_after_all_have(
    client: Client, word: str, minutes: int
) -> None:
    with transaction.atomic():
        make_article(headline="An open story").publish(by=None)
        until = timezone.now() + timedelta(minutes=minutes)
        story = document(word)
        article = Article()
        article.write(story, by=None)
        article.set_embargo(until, f"{word} asked for it", by=make_user())
        article.schedule(until, by=make_user())
        with time_machine.travel(until - timedelta(milliseconds=10), tick=False):
            assert publish_due() == 0
            read_everything(client, {word})
            assert not [one for one in public_addresses({word}) if picture_of(article) in client.get(one).text]
        with time_machine.travel(until + timedelta(seconds=2), tick=False):
            assert publish_due() == 1
            shown = {one: client.get(one).text for one in public_addresses({word})}
            edition = Edition.objects.get(article=article)
            owners = [edition.topics.get().get_absolute_url(), edition.authors.get().get_absolute_url()]
            lists = ["/", "/film/", *owners]
            lists = [path + kind for path in lists for kind in ("", "feed/", "feed/atom/", "feed.json")]
            month = f"/sitemap/{edition.first_published_at:%Y-%m}.xml"
            for address in (*lists, "/news-sitemap.xml", month):
                assert word in shown[address], address
            assert not [one for one in owners if one not in shown["/sitemap/fronts.xml"]]
            page = client.get(edition.get_absolute_url()).text
            assert picture_of(article) in page
            assert f"slug-{word}" in client.get(f"/search/?q={word}").text
        transaction.set_rollback(True)


def picture_of(article: Article) -> str:
    lead = article.document().lead
    assert lead is not None
    return lead.key


# -- schedule ------------------------------------------------------------------------------------------


def test_a_scheduled_story_is_moved_without_taking_it_off_first() -> None:
    article = make_article()
    for hours in (1, 2):
        at = timezone.now() + hours * HOUR
        article.schedule(at, by=make_user())
        assert article.publish_at == at
    assert [one.action for one in article.audit.all()][:2] == ["schedule", "schedule"]


def test_an_update_of_a_live_story_is_scheduled_with_what_it_is_to_readers_and_the_story_can_still_be_written() -> None:
    article = make_article(headline="Two are named")
    article.publish(by=None)
    at = timezone.now() + HOUR
    change(article, headline="Three are named")
    with pytest.raises(NotPublishable, match="Write the note"):
        article.schedule(at, by=make_user(), change=ChangeKind.CORRECTION)
    article.schedule(at, by=make_user(), change=ChangeKind.CORRECTION, note="We said two. It is three.")
    change(article, headline="Three are named today")
    assert Edition.objects.live().get().headline == "Two are named"
    with time_machine.travel(at + timedelta(seconds=1)):
        assert publish_due() == 1
    edition = Edition.objects.live().get()
    assert (edition.headline, edition.notes[0].text) == ("Three are named today", "We said two. It is three.")
    assert edition.last_substantive_update_at is not None


def test_what_was_due_while_no_worker_ran_goes_out_at_once_and_the_log_says_how_late(caplog: Any) -> None:
    article = make_article()
    article.schedule(timezone.now() + HOUR, by=make_user())
    with time_machine.travel(timezone.now() + HOUR + timedelta(minutes=7, seconds=3), tick=False):
        caplog.set_level("INFO")
        assert publish_due() == 1
    assert article.audit.get(action="publish").detail.startswith("edition 1, 7 min")
    assert "7 min" in caplog.text


def test_the_worker_is_told_how_long_to_sleep() -> None:
    with time_machine.travel("2026-05-01 10:00Z", tick=False):
        assert until_due() is None
        make_article().schedule(timezone.now() + timedelta(seconds=90), by=make_user())
        assert until_due() == 90
        live = make_article()
        live.publish(by=None)
        live.set_expiry(timezone.now() + timedelta(seconds=30), by=make_user())
        assert until_due() == 30


def test_a_story_that_comes_due_while_the_worker_looks_for_due_ones_is_not_slept_through() -> None:
    article, stuck = make_article(), make_article()
    at = timezone.now() + HOUR
    article.schedule(at, by=make_user())
    with time_machine.travel(at + timedelta(milliseconds=3), tick=False):
        assert until_due() == 0
    article.unschedule(by=make_user())
    stuck.schedule(at, by=make_user())
    change(stuck, category=None)
    with time_machine.travel(at + timedelta(milliseconds=3), tick=False):
        assert publish_due() == 0
        assert until_due() is None, "it is tried again, but not at once"


def test_readiness_says_how_late_the_most_overdue_story_is() -> None:
    first, second = make_article(), make_article()
    now = timezone.now()
    first.schedule(now + timedelta(minutes=1), by=make_user())
    second.schedule(now + timedelta(minutes=5), by=make_user())
    assert lateness() == (True, "on time")
    with time_machine.travel(now + timedelta(minutes=1, seconds=5), tick=False):
        assert lateness() == (True, "the most overdue story is 5 s late")
    with time_machine.travel(now + timedelta(minutes=7), tick=False):
        assert lateness() == (False, "2 stories are more than a minute late, the most overdue one 6 min 0 s")


def test_a_story_that_was_refused_at_its_minute_is_told_of_and_takes_no_server_out_of_rotation() -> None:
    article, other = make_article(), make_article()
    at = timezone.now() + HOUR
    article.schedule(at, by=make_user())
    change(article, category=None)
    with time_machine.travel(at + timedelta(minutes=5), tick=False):
        assert publish_due() == 0
        assert lateness() == (True, "on time; 1 story is refused at its time, and the desk knows why")
        Article.objects.filter(pk=other.pk).update(publish_at=at)
        ready, detail = lateness()
        assert not ready
        assert detail.startswith("1 story is more than a minute late, the most overdue one 5 min 0 s; 1 story is ref")
        Article.objects.filter(pk=other.pk).update(schedule_problem=FAULT)
        assert not lateness()[0], "a fault of ours is one"


def test_a_story_whose_pictures_are_not_ready_at_its_minute_keeps_no_other_waiting_and_follows(
    monkeypatch: Any,
) -> None:
    asset = make_asset()
    waits, goes = make_article(lead=make_picture(asset=asset)), make_article()
    at, make = timezone.now() + HOUR, ImageAsset.make_renditions
    for one in (waits, goes):
        one.schedule(at, by=make_user())
    asset.change(credit="Jo Park/Limelight")
    monkeypatch.setattr(ImageAsset, "make_renditions", None)  # it takes seconds, and the schedule has none
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        assert publish_due() == 1
        assert Article.objects.live().get() == goes
        waits.refresh_from_db()
        assert waits.schedule_problem == "", "nobody is troubled for what will be right in a moment"
        monkeypatch.setattr(ImageAsset, "make_renditions", make)
        assert make_missing() == 1
        assert publish_due() == 1
    assert Article.objects.live().count() == 2


def test_a_story_whose_pictures_are_not_ready_a_minute_later_says_so(monkeypatch: Any) -> None:
    article = make_article(looks=Looks(card_picture=make_picture()))
    at = timezone.now() + HOUR
    article.schedule(at, by=make_user())
    ImageAsset.objects.update(ready_key="")
    with time_machine.travel(at + timedelta(seconds=61), tick=False):
        assert publish_due() == 0
        article.refresh_from_db()
        assert "goes out as soon as they are" in article.schedule_problem
        assert not lateness()[0]


def test_an_embargo_that_moves_a_story_which_could_not_go_out_has_it_tried_again() -> None:
    article = make_article()
    article.schedule(timezone.now() + HOUR, by=make_user())
    Article.objects.update(schedule_problem="The story has no headline.")
    assert article.set_embargo(timezone.now() + 2 * HOUR, ASKED, by=make_user())
    article.refresh_from_db()
    assert article.schedule_problem == ""
    assert until_due() is not None


# -- expiry --------------------------------------------------------------------------------------------


def test_a_story_with_an_end_is_withdrawn_by_itself_once(client: Client) -> None:
    article = make_article()
    article.publish(by=None)
    address = Edition.objects.get().get_absolute_url()
    with pytest.raises(NotPossible, match="has passed"):
        article.set_expiry(timezone.now() - HOUR, by=make_user())
    article.set_expiry(timezone.now() + HOUR, by=make_user())
    assert publish_due() == 0
    with time_machine.travel(timezone.now() + HOUR):
        assert publish_due() == 1
        assert publish_due() == 0
        assert client.get(address).status_code == 410
    article.refresh_from_db()
    assert (article.standing, article.expires_at) == (Standing.WITHDRAWN, None)
    assert "its time was over" in article.audit.get(action="withdraw").why


def test_an_expiring_story_at_which_something_breaks_keeps_no_other_before_readers(
    monkeypatch: Any, caplog: Any
) -> None:
    first, second = make_article(), make_article()
    for hours, article in ((1, first), (2, second)):
        article.publish(by=None)
        article.set_expiry(timezone.now() + hours * HOUR, by=make_user())
    withdraw = Article.withdraw

    def breaks(self: Article, **options: Any) -> None:
        if self.pk == first.pk:
            raise ValueError("Something broke")
        withdraw(self, **options)

    monkeypatch.setattr(Article, "withdraw", breaks)
    with time_machine.travel(timezone.now() + 3 * HOUR):
        assert publish_due() == 1
        assert publish_due() == 0
        assert Article.objects.live().get() == first
        assert caplog.text.count("Is not withdrawn") == 1, "said once"
        first.refresh_from_db()
        assert (first.schedule_problem, lateness()[0]) == (FAULT, False)
        monkeypatch.undo()
        assert publish_due() == 1
    first.refresh_from_db()
    assert first.schedule_problem == ""


def test_a_story_is_not_scheduled_for_after_its_end() -> None:
    article = make_article()
    article.set_expiry(timezone.now() + HOUR, by=make_user())
    with pytest.raises(NotPublishable, match="to be withdrawn"):
        article.schedule(timezone.now() + 2 * HOUR, by=make_user())
    article.set_expiry(None, by=make_user())
    article.schedule(timezone.now() + 2 * HOUR, by=make_user())
    with pytest.raises(NotPossible, match="choose a time after that"):
        article.set_expiry(timezone.now() + HOUR, by=make_user())
