"""The preview beside the text, as an editor uses it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from articles.document import Part
from articles.tests.factories import make_article, make_asset, make_user
from articles.tests.test_story_screen import part, sign_in, sign_in_by_form, write
from newsroom.tests.axe import DESK, violations

pytestmark = pytest.mark.browser

LONG = "".join(f"<p>{'The harbour lights went out at nine and nobody minded. ' * 12}</p>" for _ in range(6))


def preview_of(page: Page) -> FrameLocator:
    return page.frame_locator("iframe[name=preview]")


def scrolled(page: Page) -> int:
    return int(page.locator("iframe[name=preview]").evaluate("one => one.contentWindow.scrollY"))


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    page.set_viewport_size({"width": 1400, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def test_the_preview_stands_beside_the_text_and_follows_what_is_typed(desk: Page, live_server: Any) -> None:
    sections = [Part(key="", subhead=name, body=LONG) for name in ("Opening night", "Second night", "Third night")]
    article = make_article(sections=tuple(sections))
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Preview").click()
    preview = preview_of(desk)
    expect(preview.locator("h1")).to_have_text(article.headline)
    steps_back = desk.evaluate("history.length")

    assert not violations(desk, {**DESK, "iframes": False})

    desk.fill("#id_headline", "Typed beside it")  # the form is still there to be typed in
    expect(preview.locator("h1")).to_have_text("Typed beside it")

    part(desk, 3).get_by_label("Subhead").click()  # it goes along with the section being edited
    expect(preview.locator("h2", has_text="Third night")).to_be_in_viewport()
    before = scrolled(desk)
    assert before > 0
    write(desk, 3, "And then it rained. ")
    expect(preview.locator(".story-body")).to_contain_text("And then it rained.")
    assert abs(scrolled(desk) - before) < 200  # and keeps its place while it is drawn anew

    preview.locator("h2", has_text="Second night").click()  # a click leads to where that is written
    expect(part(desk, 2).get_by_label("Subhead")).to_be_focused()
    preview.locator(".part").nth(0).locator("p").nth(0).click()
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_be_focused()

    preview.get_by_role("link", name="About").first.click()  # nothing in it acts
    expect(preview.locator("h1")).to_have_text("Typed beside it")
    assert desk.locator("iframe[name=preview]").get_attribute("sandbox") == "allow-same-origin"

    assert desk.evaluate("history.length") == steps_back  # “Back” leads out of the story, not through its drawings

    desk.get_by_role("separator", name="Width of the preview").press("ArrowLeft")
    desk.get_by_role("button", name="Tablet").click()
    width = desk.locator("dialog.preview").bounding_box()
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.reload()  # it is as it was left, and shows what stands in the form, which was saved meanwhile or not
    expect(preview.locator("h1")).to_have_text(desk.input_value("#id_headline"))
    expect(desk.get_by_role("button", name="Tablet")).to_have_attribute("aria-pressed", "true")
    assert desk.locator("dialog.preview").bounding_box() == width
    desk.get_by_role("button", name="Close").click()
    desk.reload()
    expect(desk.locator("dialog.preview")).to_be_hidden()


def test_a_picture_nobody_prepared_yet_is_seen_and_an_expired_session_is_told(desk: Page, live_server: Any) -> None:
    make_asset(title="Stage door", ready=False)
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Preview").click()
    desk.get_by_role("button", name="Choose the lead picture").click()
    dialog = desk.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("button", name=re.compile("Stage door")).click()
    dialog.get_by_role("button", name="Use this picture").click()
    picture = preview_of(desk).locator(".lead-picture img")
    expect(picture).to_be_visible()
    assert picture.evaluate("async one => (await one.decode(), one.naturalWidth)") > 0

    desk.context.clear_cookies()
    desk.fill("#id_headline", "Typed while signed out")
    expect(desk.get_by_text("No preview: sign in again in another tab.")).to_be_visible()
    expect(preview_of(desk).locator("h1")).to_have_text(article.headline)  # the last one stays
    tab = desk.context.new_page()
    sign_in_by_form(tab, live_server.url, "noor")
    tab.close()
    desk.fill("#id_headline", "Typed after signing in")
    expect(preview_of(desk).locator("h1")).to_have_text("Typed after signing in")


def test_how_it_looks_elsewhere_is_seen_while_it_is_typed(desk: Page, live_server: Any) -> None:
    make_asset(title="Stage door")
    article = make_article(headline="The headline")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Show how it looks").click()
    preview = preview_of(desk)
    expect(preview.locator(".look-card .card-headline").first).to_have_text("The headline")
    desk.get_by_label("Headline on cards").fill("Short for a card")
    expect(preview.locator(".look-card .card-headline").first).to_have_text("Short for a card")
    expect(preview.locator(".look-post .look-title")).to_have_text("The headline")
    preview.locator(".look-post").click()
    expect(desk.get_by_label("Headline on social media")).to_be_focused()
    desk.get_by_role("button", name="Picture on social media …").click()
    dialog = desk.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("button", name=re.compile("Stage door")).click()
    dialog.get_by_role("button", name="Use this picture").click()
    expect(preview.locator(".look-post img")).to_have_count(1)
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator("[data-state]")).to_have_text(re.compile("^Saved"))
    article.refresh_from_db()
    looks = article.document().looks
    assert (looks.card_headline, looks.social_headline) == ("Short for a card", "")
    assert looks.social_picture is not None


def test_on_a_phone_the_preview_lies_over_the_text(page: Page, live_server: Any) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    article = make_article()
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    page.get_by_role("button", name="Preview").click()
    expect(preview_of(page).locator("h1")).to_have_text(article.headline)
    preview_of(page).locator("h2", has_text="A quiet rehearsal").click()
    expect(part(page, 2).get_by_label("Subhead")).to_be_focused()
    expect(page.locator("dialog.preview")).to_be_hidden()


def test_somebody_outside_gets_a_link_and_loses_it(desk: Page, browser: Browser, live_server: Any) -> None:
    article = make_article(headline="The scoop")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_text("Make a link").click()
    desk.get_by_label("Who it is for").fill("Iris Bloom")
    desk.get_by_role("button", name="Make the link").click()
    address = desk.get_by_label("Copy it now: it is shown only once.")
    expect(address).to_be_focused()

    outside = browser.new_page()
    outside.goto(address.input_value())
    expect(outside.locator("h1")).to_have_text("The scoop")
    expect(outside.locator(".preview-banner")).to_contain_text("Preview for Iris Bloom, not for publication.")
    mark = outside.locator(".preview-mark").bounding_box()
    assert mark is not None
    assert (mark["width"], mark["height"]) == (1280, 720)  # over the whole window

    desk.fill("#id_headline", "The scoop, reworded")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator("[data-state]")).to_have_text(re.compile("^Saved"))
    outside.reload()
    expect(outside.locator("h1")).to_have_text("The scoop, reworded")

    desk.reload()
    links = desk.get_by_role("list", name="Preview links of this story")
    expect(links).to_contain_text("last opened")
    links.get_by_role("button", name="Revoke the link for Iris Bloom").click()
    expect(links).to_contain_text("revoked")
    outside.reload()
    expect(outside.locator("h1")).to_have_text("This preview cannot be opened")
    outside.close()
