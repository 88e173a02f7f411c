"""The publication's screen in a real browser: the site changes while one types, by keyboard as by mouse."""

from typing import Any

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect

from articles.tests.factories import make_article, make_category, make_user
from articles.tests.test_story_screen import sign_in, sign_in_by_form
from newsletter.tests.factories import make_newsletter, make_text
from newsroom.models import Page as PlainPage
from newsroom.models import Publication
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser

SCREEN = "/admin/newsroom/publication/1/change/"


@pytest.fixture
def screen(page: Page, live_server: Any) -> Page:
    """The settings of Limelight, open before an administrator."""
    open_screen(page, live_server.url)
    return page


def open_screen(page: Page, site: str) -> None:
    Publication.objects.create(pk=1, name="Limelight")
    make_category("Film")
    make_category("Music")
    make_article(headline="Harbour lights").publish(by=None)
    sign_in(page, site, make_user("Administrator", "ada").username)
    page.goto(f"{site}{SCREEN}")
    expect(page.frame_locator("iframe").locator("h1").first).to_be_attached()


def test_the_site_is_redrawn_while_one_types_and_nothing_is_stored(screen: Page) -> None:
    inside = screen.frame_locator("iframe")
    screen.fill("#id_name", "Footlight")
    expect(inside.locator(".masthead-name").first).to_have_text("Footlight")
    expect(screen.locator("[data-state]")).to_have_text("Not saved yet")
    screen.select_option("#preview-page", "story")
    expect(inside.locator("h1")).to_have_text("Harbour lights")
    inside.locator(".masthead-name a").first.click()
    expect(inside.locator("h1")).to_have_text("Harbour lights")
    assert Publication.current().name == "Limelight"
    with screen.expect_navigation():
        screen.keyboard.press("Control+s")
    assert Publication.current().name == "Footlight"


def test_a_colour_nobody_can_read_is_told_at_once_and_repaired_with_one_press(screen: Page) -> None:
    screen.fill("#id_accent", "#ff5a9e")
    expect(screen.locator("#id_accent_error")).to_contain_text("2.64 : 1")
    expect(screen.locator("#id_accent")).to_have_attribute("aria-invalid", "true")
    screen.click("[data-repair]")
    expect(screen.locator("#id_accent_error")).to_be_hidden()
    expect(screen.locator("#id_accent")).to_be_focused()
    assert screen.input_value("#id_accent") == screen.input_value("[data-accent-picker]") == "#cf2876"
    link = screen.frame_locator("iframe").locator("html")
    expect(link).to_have_css("--accent", "#cf2876")


def test_the_menu_is_arranged_by_keyboard(screen: Page) -> None:
    rows = screen.locator('[data-links="menu"] [data-row]')
    expect(rows).to_have_count(0)
    screen.get_by_role("button", name="Start from the categories").press("Enter")
    expect(rows).to_have_count(2)
    screen.get_by_role("button", name="Move up: link 2").press("Enter")
    assert rows.nth(0).locator("input").first.input_value() == "Music"
    expect(screen.get_by_role("button", name="Move down: link 1")).to_be_focused()
    screen.locator('[data-links="menu"] [data-link-add]').press("Enter")
    screen.keyboard.type("Shop")
    screen.keyboard.press("Tab")
    screen.keyboard.type("shop.example")
    expect(rows.nth(2).locator("[data-row-error]")).to_contain_text("Begin with one / or with https://")
    rows.nth(2).locator("[data-remove]").press("Enter")
    expect(rows).to_have_count(2)
    expect(rows.nth(1).locator("input").first).to_be_focused()
    with screen.expect_navigation():
        screen.click("[data-save]")
    assert [link["label"] for link in Publication.current().menu] == ["Music", "Film"]


def test_the_preview_is_looked_at_in_the_dark_and_on_a_phone(screen: Page) -> None:
    body = screen.frame_locator("iframe").locator("body")
    expect(body).to_have_css("background-color", "rgb(255, 255, 255)")
    screen.click('[data-scheme="dark"]')
    expect(body).to_have_css("background-color", "rgb(21, 18, 23)")
    screen.fill("#id_name", "Footlight")
    expect(screen.frame_locator("iframe").locator(".masthead-name").first).to_have_text("Footlight")
    expect(body).to_have_css("background-color", "rgb(21, 18, 23)")
    screen.click('[data-width="390"]')
    assert screen.frame_locator("iframe").locator("html").evaluate("() => innerWidth") == 390


def test_the_preview_keeps_its_place_and_its_shortcut_while_it_is_redrawn(screen: Page) -> None:
    inside = screen.frame_locator("iframe")
    html = inside.locator("html")
    screen.set_viewport_size({"width": 1280, "height": 500})
    screen.click('[data-width="390"]')
    html.evaluate("() => scrollTo({ top: 120, behavior: 'instant' })")
    screen.fill("#id_name", "Footlight")
    expect(inside.locator(".masthead-name").first).to_have_text("Footlight")
    expect(html).to_have_js_property("scrollTop", 120)
    inside.locator("footer").first.click(position={"x": 3, "y": 3})
    with screen.expect_navigation():
        screen.keyboard.press("Control+s")
    assert Publication.current().name == "Footlight"


def test_a_preview_that_was_led_away_comes_back(screen: Page) -> None:
    screen.locator("iframe").evaluate("""frame => new Promise((led) => {
        frame.addEventListener("load", led, { once: true });
        frame.contentWindow.location = "/film/";
    })""")
    expect(screen.frame_locator("iframe").locator(".masthead-name").first).to_have_text("Limelight")


def test_nobody_signs_up_in_the_preview(screen: Page) -> None:
    make_text(newsletter=make_newsletter())
    sent: list[str] = []
    screen.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    screen.select_option("#preview-page", "newsletter")
    form = screen.frame_locator("iframe").locator("form[data-newsletter]").first
    form.locator("[name=email]").fill("reader@example.org")
    form.locator("[name=consent]").check()
    sent.clear()
    form.locator("[type=submit]").click()
    form.locator("[name=email]").press("Enter")
    screen.evaluate("fetch('/healthz')")  # whatever was sent is on its way by now
    assert sent == []
    expect(form).to_be_visible()


def test_without_script_settings_are_saved_and_previewed(browser: Browser, live_server: Any) -> None:
    Publication.objects.create(pk=1, name="Limelight", menu=[{"label": "Film", "address": "/film/"}])
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server.url, make_user("Administrator", "ada").username)
    page.goto(f"{live_server.url}{SCREEN}")
    rows = page.locator('[data-links="menu"] [data-row]')
    assert rows.count() == 4, "one there is, and three to write into"
    rows.nth(1).locator("input").nth(0).fill("Shop")
    rows.nth(1).locator("input").nth(1).fill("/shop/")
    rows.nth(0).locator("input").nth(0).fill("")
    rows.nth(0).locator("input").nth(1).fill("")
    page.click("[data-preview-open]")
    expect(page.frame_locator("iframe").get_by_role("link", name="Shop").first).to_be_visible()
    with page.expect_navigation():
        page.locator("#id_tagline").press("Enter")  # the first button of the form is Save
    assert Publication.current().menu == [{"label": "Shop", "address": "/shop/"}]
    context.close()


# -- when saving goes wrong ------------------------------------------------------------------------------------------


def sign_out(page: Page) -> None:
    """The session ends while the form is open."""
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


def sign_in_again(page: Page, username: str) -> None:
    """In another tab, which makes the tokens of older forms worthless."""
    tab = page.context.new_page()
    sign_in_by_form(tab, page.url.partition("/admin/")[0], username)
    tab.close()


def test_settings_survive_the_end_of_the_session(screen: Page) -> None:
    note = screen.locator("[data-preview-state]")
    sign_out(screen)
    screen.fill("#id_name", "Footlight")
    expect(note).to_have_text("No preview: sign in again in another tab.")
    screen.click("[data-save]")
    expect(screen.get_by_role("alert")).to_contain_text("You have been signed out. What you typed is still here.")
    expect(screen.locator("[data-state]")).to_have_text("Not saved")
    sign_in_again(screen, "ada")
    screen.fill("#id_tagline", "Out loud")
    expect(note).to_have_text("Not saved; nobody else sees this.")
    with screen.expect_navigation():
        screen.click("[data-save]")
    assert (Publication.current().name, Publication.current().tagline) == ("Footlight", "Out loud")


def test_settings_typed_before_signing_in_again_are_saved_at_once(screen: Page) -> None:
    screen.fill("#id_name", "Footlight")
    expect(screen.locator("[data-preview-state]")).to_have_text("Not saved; nobody else sees this.")
    sign_out(screen)
    sign_in_again(screen, "ada")
    with screen.expect_navigation():
        screen.click("[data-save]")
    assert Publication.current().name == "Footlight"


def test_a_server_that_fails_is_called_that(screen: Page) -> None:
    screen.route("**/admin/newsroom/publication/**", lambda route: route.fulfill(status=500, body="<h1>Error</h1>"))
    screen.fill("#id_name", "Footlight")
    expect(screen.locator("[data-preview-state]")).to_have_text("No preview. The server failed (error 500).")
    screen.click("[data-save]")
    expect(screen.get_by_role("alert")).to_contain_text("The server failed (error 500).")
    assert screen.input_value("#id_name") == "Footlight"


def test_a_refused_setting_is_told_in_place_and_the_second_save_puts_it_on_top(screen: Page) -> None:
    screen.fill("#id_name", "")
    screen.click("[data-save]")
    errors = screen.get_by_role("alert")
    expect(errors).to_contain_text("The publication needs a name.")
    expect(errors).to_be_focused()
    expect(screen.locator("#id_name")).to_have_attribute("aria-invalid", "true")
    errors.get_by_role("link").click()
    expect(screen.locator("#id_name")).to_be_focused()
    Publication.objects.update(tagline="Theirs", version=7)
    screen.fill("#id_name", "Footlight")
    screen.click("[data-save]")
    expect(errors).to_contain_text("save again to put yours in their place")
    with screen.expect_navigation():
        screen.click("[data-save]")
    expect(screen.get_by_text("Saved. Readers see it now.")).to_be_visible()
    assert Publication.current().name == "Footlight"


@pytest.fixture
def writing(page: Page, live_server: Any) -> Page:
    """A plain page, open before an editor."""
    written = PlainPage.objects.create(title="Code of ethics", slug="ethics", body="<p>We ask.</p>", is_live=True)
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server.url}/admin/newsroom/page/{written.pk}/change/")
    write(page, " We print.")
    return page


def write(page: Page, words: str) -> None:
    text = page.locator(".cke_wysiwyg_div")
    text.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def test_a_plain_page_survives_the_end_of_the_session(writing: Page) -> None:
    sign_out(writing)
    writing.click("[name=_save]")
    expect(writing.get_by_role("alert")).to_contain_text("You have been signed out. What you typed is still here.")
    sign_in_again(writing, "noor")
    write(writing, " We correct.")
    with writing.expect_navigation():
        writing.click("[name=_save]")
    expect(writing.get_by_text("was changed successfully")).to_be_visible()
    assert PlainPage.objects.get().body == "<p>We ask. We print. We correct.</p>"


def test_a_plain_page_somebody_deleted_is_saved_as_a_new_one(writing: Page) -> None:
    PlainPage.objects.all().delete()
    writing.click("[name=_save]")
    expect(writing.get_by_role("alert")).to_contain_text("Somebody deleted this page meanwhile. Save again")
    assert not PlainPage.objects.exists()
    with writing.expect_navigation():
        writing.click("[name=_continue]")
    again = PlainPage.objects.get()
    assert (again.slug, again.body) == ("ethics", "<p>We ask. We print.</p>")
    assert writing.url.endswith(f"/page/{again.pk}/change/")


def test_axe_finds_nothing_while_settings_are_wrong_or_previewed_on_a_phone(page: Page, live_server: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    open_screen(page, live_server.url)
    page.fill("#id_accent", "#ff5a9e")
    page.click('[data-links="social"] [data-link-add]')
    page.keyboard.type("Here")
    expect(page.locator('[data-links="social"] [data-row-error]')).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    wrong = violations_by_day_and_night(page)
    page.click("[data-preview-open]")
    expect(page.locator("[data-preview-close]")).to_be_focused()
    wrong += violations_by_day_and_night(page)
    page.keyboard.press("Escape")
    expect(page.locator("[data-preview-open]")).to_be_focused()
    assert not wrong, "\n".join(wrong)


def test_a_page_is_written_in_the_editor(page: Page, live_server: Any) -> None:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server.url}/admin/newsroom/page/add/")
    page.fill("#id_title", "Code of ethics")
    text = page.locator(".cke_wysiwyg_div")
    text.click()
    page.keyboard.type("We ask before we print.")
    page.check("#id_is_live")
    with page.expect_navigation():
        page.click("[name=_save]")
    written = PlainPage.objects.get()
    assert (written.slug, written.body) == ("code-of-ethics", "<p>We ask before we print.</p>")
    page.goto(f"{live_server.url}/about/code-of-ethics/")
    expect(page.locator(".prose")).to_contain_text("We ask before we print.")
