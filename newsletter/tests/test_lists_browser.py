"""The screens of a newsletter and of a digest in a real browser, also on a phone and without a mouse."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Page, expect

from articles.tests.factories import make_article, make_category, make_user
from articles.tests.test_story_screen import sign_in
from newsletter.models import Digest, Issue
from newsletter.tests.factories import make_newsletter, make_text
from newsroom.tests.axe import violations_by_day_and_night

WIDER = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def editor(live_server: Any) -> User:
    return make_user("Newsletter editor", "mara")


def test_a_welcome_is_written_and_looked_at_and_the_form_is_saved_by_enter(
    page: Page, live_server: Any, editor: User
) -> None:
    film, newsletter = make_category("Film"), make_text(newsletter=make_newsletter(name="The Night Letter")).newsletter
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.set_viewport_size({"width": 360, "height": 800})
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}/admin/newsletter/newsletter/{newsletter.pk}/change/")
    assert page.evaluate(WIDER) <= 0
    frame = page.frame_locator('iframe[name="welcome-preview"]')
    expect(frame.get_by_role("heading", name="Welcome to The Night Letter")).to_be_visible()

    page.get_by_label("Welcome mail’s words").fill("Come in.\n\nIt is late.")
    page.get_by_role("button", name="Show what is typed").click()
    expect(frame.get_by_text("It is late.")).to_be_visible()
    expect(page.get_by_label("Welcome mail’s words")).to_have_value("Come in.\n\nIt is late.")
    assert troubles == []
    assert violations_by_day_and_night(page) == []

    page.get_by_label("Film").focus()
    page.keyboard.press("Space")
    page.get_by_label("Sender’s name").fill("Nell")
    with page.expect_navigation():
        page.get_by_label("Sender’s name").press("Enter")
    newsletter.refresh_from_db()
    assert (newsletter.sender_name, newsletter.welcome_words) == ("Nell", "<p>Come in.</p><p>It is late.</p>")
    assert list(newsletter.categories.all()) == [film]


def test_a_digest_is_set_up_and_had_at_once(page: Page, live_server: Any, editor: User) -> None:
    make_newsletter(name="The Night Letter")
    make_article(headline="What a night").publish(by=None)
    page.set_viewport_size({"width": 360, "height": 800})
    sign_in(page, live_server.url, editor.username)
    page.goto(f"{live_server.url}/admin/newsletter/digest/add/")
    page.get_by_label("Name").fill("Weekdays")
    page.get_by_label("Newsletter", exact=False).last.select_option("The Night Letter")
    page.get_by_label("On", exact=True).check()
    page.get_by_label("Monday").focus()
    page.keyboard.press("Space")
    page.get_by_label("Time").fill("06:30")
    with page.expect_navigation():
        page.get_by_role("button", name="Save and continue editing").click()
    digest = Digest.objects.get()
    assert (digest.weekdays, f"{digest.at:%H:%M}", digest.is_on) == ([0], "06:30", True)
    expect(page.get_by_role("heading", name="Next: Monday")).to_be_visible()
    assert page.evaluate(WIDER) <= 0
    assert violations_by_day_and_night(page) == []
    with page.expect_navigation():
        page.get_by_role("button", name="Make a draft of it now").click()
    expect(page.get_by_label("Subject")).to_have_value("What a night")
    expect(page.get_by_text("Made by the digest Weekdays.")).to_be_visible()
    assert Issue.objects.get().digest == digest
