"""A live story is changed as an editor changes it, and a reader looks at what changed."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.admin.change_kind import UNSAID
from articles.document import Part
from articles.models import Article, Redaction
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import READERS, SCHEMES, SETTLED, violations, violations_by_day_and_night

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def live() -> Article:
    article = make_article(
        standfirst="The theatre opened in 1931 for the crowd.",
        sections=(Part(key="", subhead="Late", body="<p>Mara Holt stole the show.</p>"),),
    )
    article.publish(by=None)
    return article


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_publishing_a_change_asks_what_it_is_proposes_it_and_readers_see_it(desk: Page, live_server: Any) -> None:
    article = live()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("group", name="What the change is to readers")
    expect(panel.get_by_role("radio", name="Typo")).to_be_checked()

    desk.get_by_label("Standfirst", exact=True).fill("The theatre opened in 1931 for the crowds.")
    expect(panel.get_by_text("Readers would see something else in the standfirst.")).to_be_visible()
    expect(panel.get_by_text("This looks like")).to_be_hidden()

    desk.get_by_label("Standfirst", exact=True).fill("The theatre opened in 1913 for the crowds.")
    expect(panel.get_by_text("This looks like a correction.")).to_be_visible()
    expect(panel.get_by_text("A number changed in the standfirst: “1931” became “1913”.")).to_be_visible()
    expect(panel.get_by_role("radio", name="Correction")).to_be_checked()
    assert violations_by_day_and_night(desk) == []

    desk.get_by_role("button", name="Publish changes").click()  # nobody has said yet what it is
    expect(panel.get_by_role("alert")).to_have_text(UNSAID)
    assert article.editions.count() == 1
    panel.get_by_label("Note for readers").fill("The theatre opened in 1913, not in 1931.")
    press(desk, "Publish changes")
    assert article.editions.count() == 2

    article.refresh_from_db()
    assert article.live_edition
    desk.goto(f"{live_server.url}{article.live_edition.get_absolute_url()}")
    expect(desk.get_by_role("region", name="Correction")).to_contain_text("in 1913, not in 1931")
    desk.get_by_role("link", name="What changed").click()
    expect(desk).to_have_url(re.compile("/changes/$"))
    expect(desk.locator("del")).to_contain_text(["1931", "crowd"])
    expect(desk.locator("ins")).to_contain_text(["1913", "crowds"])


def test_scheduling_a_change_asks_what_it_is_too(desk: Page, live_server: Any) -> None:
    article = live()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("group", name="What the change is to readers")
    desk.get_by_label("Standfirst", exact=True).fill("The theatre opened in 1913 for the crowd.")
    desk.fill("#id_publish_at", "2099-06-01T21:30")
    desk.get_by_role("button", name="Schedule the changes").click()
    expect(panel.get_by_role("alert")).to_have_text(UNSAID)
    assert not Article.objects.filter(publish_at__isnull=False).exists()

    panel.get_by_role("radio", name="Update").check()
    press(desk, "Schedule the changes")

    article.refresh_from_db()
    assert (article.scheduled_change, article.publish_at is not None) == ("update", True)


def test_when_the_newsroom_proposes_nothing_the_editor_is_asked(desk: Page, live_server: Any) -> None:
    article = live()
    desk.route("**/change-kind/", lambda route: route.abort())
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("group", name="What the change is to readers")
    desk.get_by_label("Standfirst", exact=True).fill("The theatre opened in 1913 for the crowd.")
    desk.get_by_role("button", name="Publish changes").click()
    expect(panel.get_by_role("alert")).to_have_text(UNSAID)
    expect(panel.get_by_role("radio", name="Typo")).to_be_focused()
    expect(panel.get_by_role("radio", checked=True)).to_have_count(0)

    panel.get_by_role("radio", name="Typo").check()
    press(desk, "Publish changes")
    assert article.editions.count() == 2


def test_without_scripts_the_panel_asks_beside_the_choice(browser: Browser, live_server: Any) -> None:
    article = live()
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = page.get_by_role("group", name="What the change is to readers")
    expect(panel.get_by_role("radio", checked=True)).to_have_count(0)
    page.get_by_label("Standfirst", exact=True).fill("The theatre opened in 1913 for the crowd.")
    panel.get_by_label("Note for readers").fill("It opened in 1913.")
    press(page, "Publish changes")
    expect(panel.get_by_role("alert")).to_have_text(UNSAID)
    expect(panel.get_by_label("Note for readers")).to_have_value("It opened in 1913.")

    panel.get_by_role("radio", name="Correction").check()
    press(page, "Publish changes")
    assert article.corrections.get().text == "It opened in 1913."
    context.close()


def test_what_is_removed_for_legal_reasons_is_marked_at_the_desk_and_read_by_nobody(
    desk: Page, live_server: Any
) -> None:
    article = live()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("group", name="What the change is to readers")
    desk.get_by_label("Subhead").first.fill("Later")
    expect(panel.get_by_text("This looks like a correction.")).to_be_visible()
    panel.get_by_role("radio", name="Update").check()  # an editor knows better, and is not asked again
    panel.get_by_role("checkbox", name="Something is removed for legal reasons").check()
    press(desk, "Publish changes")
    assert Redaction.objects.get().article == article

    desk.goto(f"{live_server.url}/film/{article.pk}/x/changes/")
    expect(desk.get_by_text("Something was removed for legal reasons. Its words are not shown here.")).to_be_visible()
    expect(desk.get_by_text("Removed for legal reasons", exact=True)).to_be_visible()
    for scheme in SCHEMES:
        desk.emulate_media(color_scheme=scheme)
        desk.evaluate(SETTLED)
        assert violations(desk, READERS) == []
