"""When a story may be seen, as editors say it on its screen."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Edition, Removal
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import DESK, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def fresh(article: Article) -> Article:
    article.refresh_from_db()
    return article


def goes_out(article: Article) -> str:
    at = fresh(article).publish_at
    return at.isoformat() if at else ""


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_a_story_is_scheduled_with_one_press_after_its_minute_moved_and_taken_off(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(desk.get_by_text("Day and minute (Europe/London)").first).to_be_visible()
    desk.get_by_role("button", name="tomorrow 7:00").click()
    expect(desk.locator("#publish_at-said")).to_contain_text(re.compile(r"07:00 (GMT|BST), in \d+ h"))
    press(desk, "Schedule")
    tomorrow = timezone.localtime() + timedelta(days=1)
    at = fresh(article).publish_at
    assert at is not None
    assert f"{timezone.localtime(at):%Y-%m-%d %H:%M}" == f"{tomorrow:%Y-%m-%d} 07:00"

    desk.fill("#id_publish_at", "2030-06-01T21:37")
    expect(desk.locator("#publish_at-said")).to_contain_text("1 June 2030 at 21:37 BST")
    press(desk, "Move to this time")
    assert goes_out(article) == "2030-06-01T20:37:00+00:00"
    expect(desk.locator("#id_headline")).to_be_enabled()
    desk.goto(f"{live_server.url}/admin/articles/article/")
    expect(desk.get_by_text("1 Jun 2030, 21:37")).to_be_visible()

    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    press(desk, "Take off the schedule")
    assert fresh(article).publish_at is None


def test_the_picker_warns_of_minutes_that_never_come_and_asks_about_those_that_come_twice(
    desk: Page, live_server: Any
) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    said, which = desk.locator("#publish_at-said"), desk.locator("#id_publish_at_which")
    desk.fill("#id_publish_at", "2030-03-31T01:30")
    expect(said).to_contain_text("never comes")
    expect(which).to_be_hidden()
    desk.fill("#id_publish_at", "2030-10-27T01:30")
    expect(said).to_contain_text("comes twice")
    which.select_option("second")
    expect(said).to_contain_text("01:30 GMT")
    press(desk, "Schedule")
    assert goes_out(article) == "2030-10-27T01:30:00+00:00"


def test_an_embargo_stops_the_publish_button_and_the_update_of_a_live_story_waits_for_its_minute(
    desk: Page, live_server: Any
) -> None:
    article = make_article(headline="As readers know it")
    article.publish(by=None)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.fill("#id_headline", "What is new")
    desk.get_by_text("Embargo", exact=True).click()
    desk.fill("#id_embargo_until", "2030-06-01T12:00")
    desk.fill("#id_embargo_asked", "The studio asked us to wait")
    press(desk, "Set the embargo")
    expect(desk.get_by_text("Under embargo until Saturday 1 June 2030, 12:00 BST")).to_be_visible()
    desk.get_by_role("radio", name="Update").check()
    desk.get_by_label("Note for readers").fill("It opens in June.")
    desk.get_by_role("button", name="Publish changes").click()
    refusal = desk.locator("[data-errors]")
    expect(refusal).to_contain_text("Saved, but not published yet.")
    expect(refusal).to_contain_text("The studio asked us to wait.")
    expect(desk.get_by_label("Note for readers")).to_have_value("It opens in June.")
    assert Edition.objects.live().get().headline == "As readers know it"
    assert violations(desk, {**DESK, "iframes": False}) == []

    desk.fill("#id_publish_at", "2030-06-01T12:00")
    expect(desk.get_by_role("radio", name="Update")).to_be_checked()
    press(desk, "Schedule the changes")
    expect(desk.get_by_text("The update goes out Saturday 1 June 2030, 12:00 BST")).to_be_visible()
    at = fresh(article).publish_at
    assert at is not None
    with time_machine.travel(at, tick=False):
        assert publish_due() == 1
    edition = Edition.objects.live().get()
    assert (edition.headline, [one.text for one in edition.notes]) == ("What is new", ["It opens in June."])


def test_a_kill_is_asked_about_told_to_all_and_confirmed(desk: Page, live_server: Any) -> None:
    article = make_article(headline="Wrongly named")
    article.publish(by=None)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("link", name="Kill …").click()
    assert violations(desk) == []
    desk.fill("#id_reason", "It was another woman")
    desk.get_by_label("I am sure").check()
    press(desk, "Kill the story")
    assert fresh(article).live_edition is None
    desk.goto(f"{live_server.url}/admin/")
    notice = desk.get_by_role("region", name="Killed story")
    expect(notice).to_contain_text("Killed: “Wrongly named” It was another woman.")
    desk.goto(f"{live_server.url}/admin/articles/imageasset/")
    expect(notice).to_be_visible()
    assert violations(desk) == []
    press(desk, "Confirm the kill of “Wrongly named”")
    expect(desk).to_have_url(f"{live_server.url}/admin/articles/imageasset/")
    expect(notice).to_have_count(0)
    assert not Removal.objects.open().exists()


def test_what_was_typed_in_the_panel_stands_there_when_a_deed_is_refused(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_text("Embargo", exact=True).click()
    desk.fill("#id_embargo_until", "2030-06-01T21:37")
    desk.get_by_role("button", name="Set the embargo").click()

    expect(desk.locator("[data-errors]")).to_contain_text("Saved, but the rest was not done.")
    expect(desk.locator("#id_embargo_until")).to_have_value("2030-06-01T21:37")
    desk.fill("#id_embargo_asked", "The festival asked us to wait.")
    press(desk, "Set the embargo")
    assert fresh(article).is_embargoed

    desk.fill("#id_publish_at", "2020-06-01T21:37")
    desk.get_by_role("button", name="Schedule", exact=True).click()
    expect(desk.locator("[data-errors]")).to_contain_text("Saved, but not published yet.")
    expect(desk.locator("#id_publish_at")).to_have_value("2020-06-01T21:37")
    assert goes_out(article) == ""
