"""The desk can be used by everybody: axe finds nothing, in light and in dark."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from articles.document import Part
from articles.tests.factories import make_article, make_picture, make_topic, make_user
from articles.tests.test_story_screen import sign_in

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_desks_screens(browser: Browser, live_server: Any, scheme: Any) -> None:
    make_user("Administrator", "ada")
    kinds = [Part(key="", kind=kind, subhead=kind, text="We danced", title="t") for kind in ("text", "video", "quote")]
    article = make_article(lead=make_picture(), topics=(make_topic().label(),), sections=(*kinds,))
    page = browser.new_page(color_scheme=scheme, viewport={"width": 1280, "height": 900})
    found = {"/admin/login/": problems(page, f"{live_server.url}/admin/login/")}
    sign_in(page, live_server.url, "ada")
    for address in (
        *("/admin/", "/admin/articles/article/", article.get_absolute_url(), "/admin/articles/article/add/"),
        *(f"/admin/articles/article/{article.pk}/history/", f"/admin/articles/article/{article.pk}/compare/"),
        *("/admin/articles/imageasset/", "/admin/articles/author/add/", "/admin/articles/topic/add/"),
        *("/admin/articles/auditentry/", "/admin/auth/user/", "/admin/newsroom/publication/1/change/"),
        *("/admin/newsroom/page/", "/admin/newsroom/page/add/", "/admin/newsroom/publication/1/history/"),
    ):
        found[address] = problems(page, f"{live_server.url}{address}")
    page.close()
    wrong = [f"{address} {one}" for address, every in found.items() for one in every]
    assert not wrong, "\n".join(wrong)


def problems(page: Any, address: str) -> list[str]:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    result = Axe().run(page, options=RULES).response
    return [f"{one['id']}: {node['html'][:140]}" for one in result["violations"] for node in one["nodes"]]
