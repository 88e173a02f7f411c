"""Composing an issue in a real browser: adding, moving, removing and looking, by mouse and by keyboard."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from articles.models import Article
from articles.tests.factories import make_article, make_asset, make_user
from articles.tests.test_story_screen import sign_in
from newsletter import sending
from newsletter.models import Issue
from newsletter.tests.factories import make_draft, make_subscription
from newsroom.tests.axe import violations_by_day_and_night


@pytest.fixture
def editor(live_server: Any) -> User:
    return make_user("Newsletter editor", "mara")


def published(headline: str) -> Article:
    article = make_article(headline=headline)
    article.publish(by=None)
    return article


def opened(page: Page, site: str, issue: Issue, editor: User) -> list[str]:
    """The compose screen; what the browser complains of goes into the list."""
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    sign_in(page, site, editor.username)
    page.goto(f"{site}/admin/newsletter/issue/{issue.pk}/change/")
    return troubles


def test_an_issue_is_put_together_by_mouse_and_keyboard(page: Page, live_server: Any, editor: User) -> None:
    story, issue = published("Isolde sails to the isles"), make_draft()
    troubles = opened(page, live_server.url, issue, editor)
    frame = page.frame_locator('iframe[name="issue-preview"]')
    expect(frame.get_by_role("heading", name="Tonight")).to_be_visible()

    page.get_by_label("Subject").fill("x" * 61)
    expect(page.get_by_text("61 characters")).to_be_visible()
    expect(page.get_by_role("link", name="There is no subject yet.")).to_be_hidden()
    expect(page.get_by_role("link", name="The subject has 61 characters; phones show about 60.")).to_be_visible()
    page.get_by_label("Subject").fill("Isles and tides")
    page.get_by_label("Add a story").fill("isles")
    page.get_by_role("button", name="Add “Isolde sails to the isles”").click()
    page.get_by_role("button", name="Add text").click()
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_be_focused()
    page.keyboard.type("Good evening.")
    expect(frame.get_by_text("Good evening.")).to_be_visible()
    expect(frame.get_by_role("link", name="Isolde sails to the isles")).to_be_visible()

    page.get_by_role("textbox", name="Text", exact=True).press("Alt+ArrowUp")
    page.get_by_role("button", name="Move text up").press("Enter")
    expect(page.get_by_text("Text: now 1 of 3.")).to_be_attached()
    page.get_by_role("button", name="Remove heading “Tonight”").click()
    expect(page.locator("#block-b1").get_by_text("Removed. It goes for good when you save.")).to_be_visible()
    expect(page.get_by_role("button", name="Put heading “Tonight” back")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#block-b1 [data-handle]").drag_to(page.get_by_role("heading", name="Text", exact=True))
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    issue.refresh_from_db()
    assert [block["kind"] for block in issue.blocks] == ["heading", "text", "story"]
    assert issue.blocks[1]["html"] == "<p>Good evening.</p>"
    assert issue.blocks[2]["article"] == story.pk
    assert issue.subject == "Isles and tides"
    assert troubles == []


def test_a_picture_of_the_library_is_chosen_for_a_story(page: Page, live_server: Any, editor: User) -> None:
    asset, story = make_asset(title="A pier", alt_text="A pier at dusk"), published("Isolde sails to the isles")
    issue = make_draft(
        blocks=[{"kind": "story", "article": story.pk, "headline": "At sea", "standfirst": "", "picture": None}]
    )
    opened(page, live_server.url, issue, editor)
    page.get_by_role("button", name="Choose a picture").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("button", name="A pier").first.click()
    dialog.get_by_role("button", name="Use this picture").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    issue.refresh_from_db()
    assert issue.blocks[0]["picture"] == asset.pk


def test_the_screens_fit_every_width_and_hold_no_barrier(page: Page, live_server: Any, editor: User) -> None:
    story = published("Isolde sails to the isles")
    blocks = [
        {"kind": "story", "article": story.pk, "headline": "At sea", "standfirst": "", "picture": None},
        {"kind": "sponsor", "name": "", "html": "<p>Warm.</p>", "url": "", "picture": None},
        {"kind": "text", "html": "<p>Good evening.</p>"},
    ]
    issue = make_draft(blocks=blocks)
    opened(page, live_server.url, issue, editor)
    approved, going = make_draft(state=Issue.State.APPROVED), make_draft(state=Issue.State.APPROVED)
    make_subscription(going.newsletter, "reader@example.org")
    sending.begin(going, by=None)
    sending.pause(going, by=None)
    for address in ("add/", *(f"{one.pk}/change/" for one in (issue, approved, going))):
        page.goto(f"{live_server.url}/admin/newsletter/issue/{address}")
        for width in (360, 768, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (address, width)
            assert violations_by_day_and_night(page) == [], (address, width)


def test_the_bar_follows_the_sending_and_the_buttons_its_state(page: Page, live_server: Any, editor: User) -> None:
    issue = make_draft(state=Issue.State.APPROVED)
    for number in range(2):
        make_subscription(issue.newsletter, f"reader{number}@example.org")
    troubles = opened(page, live_server.url, issue, editor)
    page.get_by_role("button", name="Send now to 2 readers").click()
    expect(page.get_by_text("It begins to go out within seconds, to 2 readers.")).to_be_visible()
    Issue.objects.filter(pk=issue.pk).update(send_at=timezone.now() - timedelta(minutes=2))
    expect(page.get_by_text("no worker seems to be running")).to_be_visible()
    issue.refresh_from_db()
    sending.begin(issue, by=None)
    expect(page.get_by_text("0 of 2 done")).to_be_visible()
    issue.deliveries.filter(pk=issue.deliveries.values("pk")[:1]).update(state="sent")
    expect(page.get_by_text("1 of 2 done")).to_be_visible()
    expect(page.get_by_role("row", name="taken by the mail server 1")).to_be_visible()
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("heading", name="Paused")).to_be_visible()
    issue.move(Issue.State.SENDING, by=None, whence=[Issue.State.PAUSED])
    expect(page.get_by_role("button", name="Pause")).to_be_visible()
    assert troubles == []


def test_without_script_an_issue_is_composed_and_saved(live_server: Any, browser: Browser, editor: User) -> None:
    published("Isolde sails to the isles")
    issue = make_draft()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    opened(page, live_server.url, issue, editor)
    page.get_by_role("button", name="Add text").click()
    page.get_by_role("textbox", name="Text").fill("Good evening.")
    page.get_by_label("Add a story").fill("isles")
    page.get_by_role("button", name="Search", exact=True).last.click()
    page.get_by_role("button", name="Add “Isolde sails to the isles”").click()
    page.get_by_role("button", name="Move text").first.click()
    page.get_by_role("button", name="Save", exact=True).last.click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()
    issue.refresh_from_db()
    assert [block["kind"] for block in issue.blocks] == ["text", "heading", "story"]
    context.close()
