"""What opens above a page takes the focus, keeps it, and gives it back where it came from."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from newsroom.tests.axe import READERS, violations
from newsroom.tests.pages.site import PAGES, Site

# What opens something: a picture of a gallery, and any control that says it does. One of each kind a page is tried.
OPENERS = ("a[data-viewer]", "[aria-haspopup=dialog]", "[popovertarget]", "button[aria-expanded]", "[commandfor]")
SHOWN = "dialog[open], [popover]:popover-open"
INSIDE = f"document.activeElement.closest('{SHOWN}') !== null || document.activeElement === document.body"
STEPS = 12  # more than any of our dialogs has controls


@pytest.fixture
def page_of(browser: Browser, site: Site, request: pytest.FixtureRequest) -> Iterator[Page]:
    name, width = request.param
    context = browser.new_context(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site.address}{PAGES[name].path(site)}")
    yield page
    context.close()


@pytest.mark.parametrize("page_of", [("article", 360), ("article", 1280), ("home", 360)], indirect=True, ids=str)
def test_what_opens_can_be_closed_by_escape_and_gives_back_the_focus(page_of: Page) -> None:
    for selector in OPENERS:
        for opener in page_of.locator(f"{selector}:visible").all()[:2]:
            opener.focus()
            page_of.keyboard.press("Enter")
            page_of.wait_for_timeout(50)
            modal = page_of.locator("dialog:modal")
            if modal.count():
                for key in ["Tab"] * STEPS + ["Shift+Tab"] * STEPS:
                    page_of.keyboard.press(key)
                    assert page_of.evaluate(INSIDE), f"{key} leaves what {selector} opened"
                assert violations(page_of, READERS) == []
            page_of.keyboard.press("Escape")
            expect(page_of.locator(SHOWN)).to_have_count(0)
            expect(opener).to_be_focused()
            if opener.get_attribute("aria-expanded"):
                expect(opener).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("page_of", [("article", 360)], indirect=True, ids=str)
def test_the_gallery_is_seen_whole_on_a_phone_held_either_way(page_of: Page) -> None:
    """Picture, caption, credit and controls, upright and lying."""
    page_of.locator("a[data-viewer]").first.click()
    viewer = page_of.locator("dialog:modal")
    for width, height in ((360, 640), (640, 360)):
        page_of.set_viewport_size({"width": width, "height": height})
        picture = viewer.locator("img").bounding_box()
        assert picture is not None
        assert picture["height"] >= height / 3, f"at {width} × {height} the picture is {picture}"
        for part in (*viewer.get_by_role("button").all(), viewer.locator("img")):
            box = part.bounding_box()
            assert box is not None
            assert box["x"] >= 0, f"{width} × {height}: {part} {box}"
            assert box["y"] >= 0, f"{width} × {height}: {part} {box}"
            assert box["x"] + box["width"] <= width + 1, f"{width} × {height}: {part} {box}"
            assert box["y"] + box["height"] <= height + 1, f"{width} × {height}: {part} {box}"
        for button in viewer.get_by_role("button").all():
            size = button.bounding_box()
            assert size is not None
            assert min(size["width"], size["height"]) >= 24
        expect(viewer).to_contain_text("© Iris Bloom/Limelight")
