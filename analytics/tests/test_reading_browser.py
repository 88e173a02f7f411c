"""In a real browser: who reads a story for some seconds says so, once; who does not, or works here, does not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import BrowserContext, Page, expect

from analytics.models import StoryReads
from articles.models import Edition
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import violations_by_day_and_night

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"
Open = Callable[..., Page]


@pytest.fixture
def story(live_server: Any) -> Edition:
    return make_article(headline="The goat is back").publish(by=None)


@pytest.fixture
def said(context: BrowserContext) -> list[tuple[str, str]]:
    """What pages sent, each as its method and path."""
    found: list[tuple[str, str]] = []
    context.set_extra_http_headers({"User-Agent": BROWSER})
    context.on("request", lambda one: found.append((one.method, "/" + one.url.split("/", 3)[3])))
    return found


def posts(said: list[tuple[str, str]]) -> list[str]:
    return [path for method, path in said if method == "POST"]


def test_a_story_in_view_for_five_seconds_was_read_once(
    page: Page, live_server: Any, story: Edition, said: list[tuple[str, str]]
) -> None:
    now = timezone.now()
    page.clock.install(time=now)
    page.clock.pause_at(now + timedelta(seconds=1))  # it goes on by itself no more
    page.goto(f"{live_server.url}{story.get_absolute_url()}", wait_until="load")
    page.clock.run_for(4_900)
    assert posts(said) == []
    with page.expect_response("**/reads/*/") as answer:
        page.clock.run_for(200)
    assert answer.value.status == 204
    page.clock.run_for(60_000)
    assert posts(said) == [f"/reads/{story.article_id}/"]
    assert StoryReads.objects.get().reads == 1
    assert page.context.cookies() == []
    assert page.evaluate("Object.keys(localStorage).length + Object.keys(sessionStorage).length") == 0


def test_a_story_that_nobody_looks_at_is_not_read(
    page: Page, live_server: Any, story: Edition, said: list[tuple[str, str]]
) -> None:
    page.add_init_script("Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })")
    page.clock.install()
    page.goto(f"{live_server.url}{story.get_absolute_url()}", wait_until="load")
    page.clock.run_for(60_000)
    assert posts(said) == []


def test_colleagues_are_not_counted(page: Page, live_server: Any, story: Edition, said: list[tuple[str, str]]) -> None:
    make_user("Editor", "mara")
    sign_in(page, live_server.url, "mara")
    page.clock.install()
    page.goto(f"{live_server.url}{story.get_absolute_url()}#issue-1", wait_until="load")
    page.clock.run_for(60_000)
    assert not [one for one in posts(said) if "admin" not in one]


def test_the_desk_s_screen_of_what_was_read_can_be_used_by_everybody(
    page: Page, live_server: Any, story: Edition
) -> None:
    make_user("Editor", "mara")
    sign_in(page, live_server.url, "mara")
    for reads in (0, 12_345):
        if reads:
            StoryReads.objects.create(article_id=story.article_id, at=story.first_published_at, reads=reads)
        page.goto(f"{live_server.url}/admin/analytics/storyreads/")
        assert violations_by_day_and_night(page) == []
    expect(page.get_by_role("cell", name="12,345")).to_be_visible()
    page.get_by_role("link", name="30 days").click()
    expect(page.get_by_role("link", name="30 days")).to_have_attribute("aria-current", "page")
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
