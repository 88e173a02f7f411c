"""Finding, the palette and the shortcuts in a real browser, by keyboard."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.document import Part
from articles.models import Article, SavedSearch
from articles.tests.factories import make_article, make_category, make_user
from articles.tests.test_story_screen import part, sign_in
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def two_sections(**changes: Any) -> Article:
    sections = (
        Part(key="", body="<p>The lamps went out at nine.</p>"),
        Part(key="", subhead="Steady hands", body="<p>We danced anyway.</p>"),
    )
    return make_article(headline="Lights over the harbour", sections=sections, **changes)


def test_an_editor_finds_a_draft_by_a_word_of_its_text_and_keeps_the_search(desk: Page, live_server: Any) -> None:
    make_category("Film")
    story = two_sections()
    desk.goto(f"{live_server.url}/admin/")
    desk.keyboard.press("/")
    box = desk.get_by_role("combobox", name="Search the desk")
    expect(box).to_be_focused()
    desk.keyboard.type("danc")
    option = desk.get_by_role("option", name=re.compile("Lights over the harbour"))
    expect(option.locator("mark").first).to_have_text("danced")
    desk.keyboard.type(" in:fi")
    desk.get_by_role("option", name=re.compile("In Film")).click()
    expect(box).to_have_value("danc in:Film ")
    expect(desk.get_by_role("button", name="Remove the filter In Film")).to_be_visible()
    desk.keyboard.press("Enter")

    expect(desk.get_by_role("heading", name="Found for “danc in:Film”")).to_be_visible()
    desk.fill("#search-name", "Dancing")
    desk.get_by_label("Share it with the desk").check()
    desk.get_by_role("button", name="Save the search").click()
    expect(desk.get_by_text("“Dancing” is saved.")).to_be_visible()
    assert SavedSearch.objects.get().shared
    desk.get_by_role("link", name="Remove the filter In Film").click()
    desk.get_by_role("link", name=re.compile("Lights over the harbour")).click()
    expect(desk).to_have_url(f"{live_server.url}{story.get_absolute_url()}")
    desk.goto(f"{live_server.url}/admin/articles/article/")
    desk.get_by_role("navigation", name="Desk").get_by_role("link", name="Dancing").click()
    expect(desk.get_by_role("heading", name="Found for “danc in:Film”")).to_be_visible()

    desk.keyboard.press("/")
    desk.keyboard.type("lights")
    expect(desk.get_by_role("option", name=re.compile("Lights over the harbour"))).to_be_visible()
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(f"{live_server.url}{story.get_absolute_url()}")


def test_the_palette_does_a_storys_deeds_from_inside_its_text(desk: Page, live_server: Any) -> None:
    story = two_sections()
    desk.goto(f"{live_server.url}{story.get_absolute_url()}")
    text = part(desk, 2).locator(".cke_wysiwyg_div")
    text.click()
    desk.keyboard.press("End")
    desk.keyboard.type(" Twice")

    palette = desk.get_by_role("dialog", name="Palette")
    desk.keyboard.press("Control+k")
    expect(palette).to_be_visible()
    desk.keyboard.press("Escape")
    expect(palette).to_be_hidden()
    desk.keyboard.type(", or thrice.")
    expect(text).to_contain_text("We danced anyway. Twice, or thrice.")

    def do(typed: str, name: str) -> None:
        desk.keyboard.press("Control+k")
        desk.keyboard.type(typed)
        expect(palette.get_by_role("option", name=re.compile(name), selected=True)).to_be_visible()
        desk.keyboard.press("Enter")
        expect(palette).to_be_hidden()

    do("save", "^Save")
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    assert "thrice" in str(Article.objects.get(pk=story.pk).document())
    do("go to sec 1", "Go to section 1")
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_be_focused()
    do("add pull", "Add: Pull quote")
    expect(desk.locator("[data-part][data-kind=quote]")).to_be_visible()
    do("pub time", "Publish at a time")
    expect(desk.locator("#id_publish_at")).to_be_focused()
    do("delete", "Delete this draft")
    expect(desk.get_by_text("Are you sure").or_(desk.get_by_role("heading", name=re.compile("Delete")))).to_be_visible()
    assert Article.objects.filter(pk=story.pk).exists()


def test_shortcuts_move_sections_keep_the_caret_and_are_listed(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}{two_sections().get_absolute_url()}")
    part(desk, 1).locator(".cke_wysiwyg_div").click()
    desk.keyboard.press("Alt+n")
    text = part(desk, 2).locator(".cke_wysiwyg_div")
    expect(text).to_be_focused()
    desk.keyboard.press("Control+End")
    desk.keyboard.press("Alt+ArrowUp")
    desk.keyboard.type(" Twice?")
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_contain_text("We danced anyway. Twice?")
    expect(part(desk, 2).locator(".cke_wysiwyg_div")).to_contain_text("lamps")

    desk.locator("#id_working_title").focus()
    desk.keyboard.press("Control+Enter")
    assert desk.evaluate("document.activeElement.closest('#publishing') !== null")
    desk.locator("#site-name a").focus()
    desk.keyboard.press("?")
    keys = desk.get_by_role("dialog", name="Keyboard shortcuts")
    for label in ("Save", "Preview", "Move this section up", "Search", "Stories"):
        expect(keys.get_by_text(label, exact=True)).to_be_visible()
    desk.keyboard.press("Escape")
    desk.keyboard.press("Control+s")
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    desk.keyboard.press("g")
    desk.keyboard.press("s")
    expect(desk).to_have_url(f"{live_server.url}/admin/articles/article/")


def test_axe_finds_nothing_while_searching(page: Page, live_server: Any) -> None:
    user = make_user("Editor", "noor")
    two_sections(by=user)
    make_category("Film")
    SavedSearch.objects.create(owner=user, name="Dancing", question="danc")
    sign_in(page, live_server.url, "noor")
    page.goto(f"{live_server.url}/admin/search/?q=in:film+danc")
    assert not violations_by_day_and_night(page)
    page.keyboard.press("/")
    page.keyboard.press("End")
    page.keyboard.type(" i")
    page.keyboard.press("Backspace")
    expect(page.get_by_role("option", name=re.compile("All results"))).to_be_visible()
    assert not violations_by_day_and_night(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Control+k")
    expect(page.get_by_role("option", name="Stories").first).to_be_visible()
    assert not violations_by_day_and_night(page)
    page.keyboard.press("Escape")
    page.locator("#site-name a").focus()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard shortcuts")).to_be_visible()
    assert not violations_by_day_and_night(page)
