"""The desk can be used by everybody: axe finds nothing, in light and in dark."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from articles.document import Part
from articles.tests.factories import make_article, make_picture, make_topic, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser


def test_axe_finds_nothing_on_the_desks_screens(browser: Browser, live_server: Any) -> None:
    make_user("Administrator", "ada")
    kinds = [Part(key="", kind=kind, subhead=kind, text="We danced", title="t") for kind in ("text", "video", "quote")]
    article = make_article(lead=make_picture(), topics=(make_topic().label(),), sections=(*kinds,))
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    wrong = problems(page, live_server.url, "/admin/login/")
    sign_in(page, live_server.url, "ada")
    for address in (
        *("/admin/", "/admin/articles/article/", article.get_absolute_url(), "/admin/articles/article/add/"),
        *(f"/admin/articles/article/{article.pk}/history/", f"/admin/articles/article/{article.pk}/compare/"),
        *("/admin/articles/imageasset/", "/admin/articles/author/add/", "/admin/articles/topic/add/"),
        *("/admin/articles/auditentry/", "/admin/auth/user/", "/admin/newsroom/publication/1/change/"),
        *("/admin/newsroom/page/", "/admin/newsroom/page/add/", "/admin/newsroom/publication/1/history/"),
    ):
        wrong += problems(page, live_server.url, address)
    page.close()
    assert not wrong, "\n".join(wrong)


def problems(page: Page, site: str, address: str) -> list[str]:
    page.goto(f"{site}{address}", wait_until="networkidle")
    return [f"{address} {one}" for one in violations_by_day_and_night(page)]
