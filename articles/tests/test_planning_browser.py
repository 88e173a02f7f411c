"""The way of a story through the desk as those concerned go it, and the calendar as an editor moves things in it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Notice
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from articles.workflow import Priority, State
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser

BY_ITS_TITLE: Any = {"x": 30, "y": 16}  # a list of choices, lower on the card, is none to drag by
BOARD, CALENDAR = "/admin/articles/article/board/", "/admin/articles/article/calendar/"


def at_work(page: Page, site: str, username: str, address: str = "/admin/") -> None:
    page.context.clear_cookies()
    sign_in(page, site, username)
    page.goto(f"{site}{address}")


def state(article: Article) -> str:
    return Article.objects.get(pk=article.pk).standing.value


def test_a_story_goes_from_commission_to_readers_through_everybodys_hands(page: Page, live_server: Any) -> None:
    site = live_server.url
    make_user("Editor", "noor")
    sub, writer = make_user("Editor", "sam"), make_user("Writer", "mara")
    article = make_article(headline="The zither festival", by=writer)

    at_work(page, site, "mara", article.get_absolute_url())
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".messagelist")).to_contain_text("it waits for the desk")

    at_work(page, site, "noor")  # the desk is told, gives it back with a deadline and what is wanted
    news = page.get_by_role("region", name="News for me")
    expect(news).to_contain_text("mara moved it to “With the desk”.")
    news.get_by_role("link", name="The zither festival").click()
    card = page.locator("[data-plan]")
    card.get_by_label("Who writes it").select_option(label="mara")
    expect(card.get_by_role("status")).to_have_text("For mara. Kept.")
    card.get_by_label("Priority").select_option(label="Urgent")
    card.get_by_label("Wanted by").fill(f"{timezone.localtime() + timedelta(days=1):%Y-%m-%dT17:00}")
    card.get_by_label("What is wanted").fill("Ask the captain.")
    with page.expect_response("**/plan/") as kept:
        card.get_by_label("What is wanted").blur()
    assert kept.value.ok
    page.locator(".story-moves summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Send back to revise").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("[data-standing]")).to_have_text("To revise")
    expect(page.locator("[data-problems]")).to_contain_text("sent back to be revised")
    now = Article.objects.get()
    assert (now.assignee, now.priority, now.brief) == (writer, Priority.URGENT, "Ask the captain.")

    at_work(page, site, "mara")  # the writer is told of both, revises and hands in again
    expect(page.locator(".bar-notices")).to_contain_text("2 unread")
    expect(page.get_by_role("region", name="News for me")).to_contain_text("noor sent it back to revise.")
    assert violations_by_day_and_night(page) == []
    page.get_by_role("region", name="For me", exact=True).get_by_role("link", name="The zither festival").click()
    expect(page.locator("[data-plan]")).to_contain_text("Ask the captain.")
    page.fill("#id_headline", "The zither festival begins")
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".messagelist")).to_contain_text("it waits for the desk")

    at_work(page, site, sub.username, BOARD)  # the sub drags it along, and publishes with one press
    dragged = page.locator("[data-card]", has_text="The zither festival begins")
    with page.expect_navigation():
        dragged.drag_to(page.locator("[data-column=subs]"), source_position=BY_ITS_TITLE)
    expect(page.locator(".messagelist")).to_contain_text("is “Sub-editing” now")
    with page.expect_navigation():
        dragged.drag_to(page.locator("[data-column=ready]"), source_position=BY_ITS_TITLE)
    expect(page.locator("[data-column=ready] [data-card]")).to_have_count(1)
    page.goto(f"{site}{article.get_absolute_url()}")
    with page.expect_navigation():
        page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator("[data-standing]")).to_have_text("Live")

    at_work(page, site, "mara")
    page.locator(".bar-notices").click()
    expect(page.locator(".notices")).to_contain_text("sam published it.")
    page.get_by_role("button", name="Mark all as read").click()
    expect(page.locator(".bar-notices span")).to_have_count(0)
    assert violations_by_day_and_night(page) == []
    page.get_by_label("A story is given to me: by mail").uncheck()
    page.get_by_role("button", name="Keep this").click()
    expect(page.locator(".messagelist")).to_contain_text("Kept")
    expect(page.get_by_label("A story is given to me: by mail")).not_to_be_checked()
    assert not Notice.objects.filter(user__username="mara", read_at=None).exists()


def test_cards_go_only_where_there_is_a_way_by_drag_and_by_keyboard(page: Page, live_server: Any) -> None:
    make_user("Editor", "noor")
    article = make_article(headline="Sea trip")
    at_work(page, live_server.url, "noor", BOARD)
    card = page.locator("[data-card]", has_text="Sea trip")
    card.drag_to(page.locator("[data-column=revise]"), source_position=BY_ITS_TITLE)  # no way leads there from a draft
    expect(page.locator("[data-column=draft] [data-card]")).to_have_count(1)
    with page.expect_navigation():
        card.drag_to(page.locator("[data-column=desk]"), source_position=BY_ITS_TITLE)
    expect(page.locator("[data-column=desk] [data-card]")).to_have_count(1)
    assert violations_by_day_and_night(page) == []
    ways = page.get_by_label("Move “Sea trip”")
    expect(ways).to_be_focused()
    ways.select_option(label="Send back to revise")
    page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("“Sea trip” is “To revise” now.")
    assert state(article) == "revise"

    article.refresh_from_db()
    article.move_to(State.HOLD, by=make_user("Editor"))  # meanwhile, by somebody else
    with page.expect_navigation():
        card.drag_to(page.locator("[data-column=desk]"), source_position=BY_ITS_TITLE)
    article.refresh_from_db()
    expect(page.locator(f"[data-column={state(article)}] [data-card]")).to_have_count(1)


def test_a_story_is_moved_in_the_calendar_by_drag_by_button_and_back(page: Page, live_server: Any) -> None:
    editor = make_user("Editor", "noor")
    start = timezone.localtime().replace(day=1, hour=12, minute=5, second=0, microsecond=0) + timedelta(days=70)
    days = [start.replace(day=number) for number in (8, 10, 12)]
    article = make_article(headline="Sea trip")
    article.schedule(days[0], by=editor)
    held = make_article(headline="Under embargo")
    held.set_embargo(days[1], "The studio asked", by=editor)
    held.schedule(days[2], by=editor)

    def goes_out(story: Article) -> datetime | None:
        story.refresh_from_db()
        return timezone.localtime(story.publish_at) if story.publish_at else None

    def day(at: datetime) -> Any:
        return page.locator(f"[data-day='{at:%Y-%m-%d}']")

    at_work(page, live_server.url, "noor", f"{CALENDAR}?day={start:%Y-%m-%d}")
    with page.expect_navigation():
        page.locator("[data-entry]", has_text="Sea trip").drag_to(day(days[1]))
    expect(day(days[1])).to_contain_text("12:05 Goes out: Sea trip")
    assert goes_out(article) == days[1]
    page.get_by_role("button", name="Undo").click()
    expect(day(days[0])).to_contain_text("Sea trip")
    assert goes_out(article) == days[0]
    assert violations_by_day_and_night(page) == []

    with page.expect_navigation():
        page.locator(".is-scheduled[data-entry]", has_text="Under embargo").drag_to(day(days[0]))
    expect(page.locator(".messagelist")).to_contain_text("It is under embargo until")
    expect(day(days[2])).to_contain_text("Under embargo")

    embargo = page.locator(".is-embargo[data-entry]", has_text="Under embargo")
    embargo.drag_to(day(days[0]))  # which asks why
    expect(embargo.get_by_label("Why the embargo changes")).to_be_focused()
    assert violations_by_day_and_night(page) == []
    embargo.get_by_label("Why the embargo changes").fill("The studio wrote again")
    with page.expect_navigation():
        embargo.get_by_role("button", name="Move", exact=True).click()
    expect(day(days[0])).to_contain_text("12:05 Embargo ends: Under embargo")
    held.refresh_from_db()
    assert held.embargo_until == days[0]

    page.set_viewport_size({"width": 360, "height": 740})  # a list by day, on a phone
    page.goto(f"{live_server.url}{CALENDAR}?day={start:%Y-%m-%d}")
    expect(day(days[0] + timedelta(days=1))).to_be_hidden()
    entry = page.locator("[data-entry]", has_text="Sea trip")
    entry.locator("summary").press("Enter")
    entry.get_by_label("Move to …").fill(f"{days[2]:%Y-%m-%d}")
    assert violations_by_day_and_night(page) == []
    entry.get_by_role("button", name="Move", exact=True).click()
    expect(day(days[2])).to_contain_text("Sea trip")
    expect(page.locator("[data-entry]", has_text="Sea trip").locator("summary")).to_be_focused()
    assert goes_out(article) == days[2]
