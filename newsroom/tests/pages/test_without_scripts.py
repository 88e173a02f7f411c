"""Scripts are an enhancement: without them what leads somewhere still does. What a page shows, every page is asked."""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from newsroom.tests.pages.site import Site


@pytest.fixture(scope="module")
def plain(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    yield context
    context.close()


@pytest.fixture(scope="module")
def page_without_scripts(plain: BrowserContext) -> Page:
    return plain.new_page()


def test_a_story_s_links_lead_to_what_they_promise(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    page.goto(f"{site.address}{site.everything.get_absolute_url()}")

    pictures = page.locator("a[data-viewer]")
    assert pictures.count() == 4
    for link in pictures.all():
        answer = page.request.get(urljoin(page.url, str(link.get_attribute("href"))))
        assert answer.headers["content-type"] == "image/jpeg"
    film = page.locator("a[data-player]").first.get_attribute("href")
    assert film == "https://www.youtube.com/watch?v=abcdefghijk"
    for place in page.locator("main a[href^='#']").all():
        assert page.locator(str(place.get_attribute("href"))).count() == 1
    for share in page.locator(".share a").all():
        assert urlsplit(str(share.get_attribute("href"))).scheme in {"https", "mailto"}


@pytest.mark.parametrize("width", [360, 1280])
def test_the_menu_leads_to_every_category(plain: BrowserContext, site: Site, width: int) -> None:
    """Where it is folded, a click that needs no script unfolds it."""
    page = plain.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site.address}/")
    for unfold in page.locator("header summary:visible, header [popovertarget]:visible").all():
        unfold.click()
    for title in ("Film", "Music", "Royalty"):
        expect(page.locator("header").get_by_role("link", name=title, exact=True).first).to_be_visible()
    page.locator("header").get_by_role("link", name="Film", exact=True).first.click()
    assert urlsplit(page.url).path == "/film/"
    page.close()


def test_the_search_finds(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    page.goto(f"{site.address}/search/")
    field = page.locator("main input[type=search]")
    field.fill("harbour")
    field.press("Enter")
    expect(page.locator("main").get_by_role("link", name="The harbour at").first).to_be_visible()
    assert urlsplit(page.url).query == "q=harbour"


def test_a_reader_signs_up_from_a_story(page_without_scripts: Page, site: Site) -> None:
    page = page_without_scripts
    page.goto(f"{site.address}{site.bare.get_absolute_url()}")
    form = page.locator("form[action='/newsletter/sign-up/']").first
    form.locator("input[type=email]").fill("without.scripts@example.org")
    form.locator("input[type=checkbox]").check()
    form.locator("button").click()
    expect(page.get_by_role("heading", name="Nearly done")).to_be_visible()
