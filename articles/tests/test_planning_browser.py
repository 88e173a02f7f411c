"""Planning as an editor does it: a story is given to a writer, sent on its way, and moved on the board."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import Article
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from articles.workflow import Priority, State

pytestmark = pytest.mark.browser


def test_a_story_is_commissioned_written_sent_back_and_made_ready(page: Page, live_server: Any) -> None:
    editor, writer = make_user("Editor", "noor"), make_user("Writer", "mara")
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}/admin/articles/article/add/")
    card = page.locator("[data-plan]")
    expect(card).to_contain_text("Write something first")
    page.fill("#id_headline", "The zither festival")
    expect(page.locator("[data-state]")).to_contain_text("Saved")
    card.get_by_label("Who writes it").select_option(label="mara")
    expect(card.get_by_role("status")).to_have_text("For mara. Kept.")
    card.get_by_label("Priority").select_option(label="Urgent")
    expect(card.get_by_role("status")).to_have_text("For mara, urgent priority. Kept.")
    with page.expect_response("**/plan/"):
        card.get_by_label("What is wanted").fill("600 words by tonight.")
    story = Article.objects.get()
    assert (story.assignee, story.priority) == (writer, Priority.URGENT)

    page.context.clear_cookies()
    sign_in(page, live_server.url, writer.username)
    page.get_by_role("region", name="For me").get_by_role("link", name="The zither festival").click()
    expect(page.locator("[data-plan]")).to_contain_text("600 words by tonight.")
    page.fill("#id_headline", "The zither festival begins")
    page.get_by_role("button", name="Hand in").click()
    expect(page.locator(".messagelist")).to_contain_text("it waits for the desk")

    page.context.clear_cookies()
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}{story.get_absolute_url()}")
    page.locator(".story-moves summary").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Ready to publish").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-standing]")).to_have_text("Ready")
    now = Article.objects.get()
    assert (now.headline, now.workflow_state) == ("The zither festival begins", State.READY)


def test_cards_are_dragged_where_there_is_a_way_and_moved_by_the_list_on_them(page: Page, live_server: Any) -> None:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    article = make_article(headline="Sea trip")
    page.goto(f"{live_server.url}/admin/articles/article/board/")
    card = page.locator("[data-card]", has_text="Sea trip")
    card.drag_to(page.locator("[data-column=revise]"))  # no way leads there from a draft
    expect(page.locator("[data-column=draft] [data-card]")).to_have_count(1)
    card.drag_to(page.locator("[data-column=desk]"))
    expect(page.locator("[data-column=desk] [data-card]")).to_have_count(1)
    expect(page.locator(".messagelist")).to_contain_text("is “With the desk” now")
    page.get_by_label("Move “Sea trip”").select_option(label="Send back to revise")
    expect(page.locator("[data-column=revise] [data-card]")).to_have_count(1)
    assert Article.objects.get(pk=article.pk).workflow_state == State.REVISE
