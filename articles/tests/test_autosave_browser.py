"""Nothing is lost: autosave, offline, a session that is over, two people in one story; as editors go through it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Article, Revision
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import part, sign_in, write

pytestmark = pytest.mark.browser

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")


@pytest.fixture
def desk(page: Page, live_server: Any, settings: Any) -> Page:
    """An editor's browser, signed in."""
    settings.ROOT_URLCONF = "articles.tests.standin_urls"
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def state(page: Page) -> Any:
    return page.locator("[data-state]")


def test_a_story_never_saved_is_kept_by_itself_without_a_headline(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    write(desk, 1, "Words nobody wants to type twice.")
    expect(state(desk)).to_have_text(SAVED)
    article = Article.objects.get()
    expect(desk).to_have_url(f"{live_server.url}{article.get_absolute_url()}")
    assert article.document().sections[0].body == "<p>Words nobody wants to type twice.</p>"
    write(desk, 1, " And more.")
    expect(state(desk)).to_have_text("Not saved yet")
    expect(state(desk)).to_have_text(SAVED)
    assert Article.objects.get().document().sections[0].body == "<p>Words nobody wants to type twice. And more.</p>"


def test_a_form_closed_empty_leaves_nothing(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    part(desk, 1).get_by_role("button", name="+ Pull quote").click()
    with desk.expect_response(re.compile("/autosave/")):
        pass
    desk.close(run_before_unload=True)
    assert not Article.objects.exists()
    assert not Revision.objects.exists()
