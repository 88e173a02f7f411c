"""Two people say at once how a story looks elsewhere."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.tests.factories import make_article, make_asset, make_picture
from articles.tests.test_autosave_browser import SAVED, desk, second, state
from newsletter.tests.factories import make_text

pytestmark = pytest.mark.browser
__all__ = ["desk", "second"]


def test_what_a_colleague_chooses_for_elsewhere_comes_into_the_form(desk: Page, second: Page, live_server: Any) -> None:
    asset, article = make_asset(title="Stage door"), make_article()
    for page in (desk, second):
        page.goto(f"{live_server.url}{article.get_absolute_url()}")
    second.get_by_label("Headline on cards").fill("Mara’s for cards")
    second.get_by_role("button", name="Picture on social media …").click()
    dialog = second.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("button", name=re.compile("Stage door")).click()
    dialog.get_by_role("button", name="Use this picture").click()
    expect(state(second)).to_have_text(SAVED)

    desk.get_by_label("Title in search").fill("Noor’s for search")
    expect(desk.get_by_label("Headline on cards")).to_have_value("Mara’s for cards")
    picture = desk.get_by_role("group", name="Picture on social media")
    expect(picture.locator("img")).to_be_visible()
    said = desk.get_by_role("status").filter(has_text="Mara Quill changed the headline on cards")
    expect(said).to_contain_text("the picture on social media")
    expect(state(desk)).to_have_text(SAVED)
    article.refresh_from_db()
    looks = article.document().looks
    assert (looks.card_headline, looks.search_title) == ("Mara’s for cards", "Noor’s for search")
    assert looks.social_picture is not None
    assert looks.social_picture.asset == asset.pk

    desk.context.set_offline(True)  # so that neither sees the other's words come in
    second.get_by_role("button", name="Picture on social media: the story’s own").click()
    second.get_by_label("Headline on cards").fill("Mara’s again")
    expect(state(second)).to_have_text("Not saved yet")
    expect(state(second)).to_have_text(SAVED)
    desk.get_by_label("Headline on cards").fill("Noor’s for cards")
    expect(state(desk)).to_have_text("Offline: kept in this browser")
    desk.context.set_offline(False)
    choice = desk.get_by_role("region", name="Mara Quill and you changed the same: headline on cards")
    choice.get_by_role("button", name="Mine", exact=True).click()
    expect(choice).to_be_hidden()
    expect(desk.get_by_label("Headline on cards")).to_have_value("Noor’s for cards")
    expect(picture.locator("img")).to_be_hidden()
    article.refresh_from_db()
    looks = article.document().looks
    assert (looks.card_headline, looks.social_picture) == ("Noor’s for cards", None)


def test_an_editor_sees_the_newsletter_in_both_schemes_and_comes_from_it_to_its_headline(
    desk: Page, live_server: Any
) -> None:
    troubles: list[str] = []
    desk.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    make_text()  # stories carry a sign-up form
    lead = make_picture(asset=make_asset(ready=False), alt_text="A pier")
    article = make_article(headline="The story’s own", lead=lead)
    desk.set_viewport_size({"width": 1440, "height": 900})
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Preview", exact=True).click()
    preview = desk.frame_locator("iframe[name=preview]")
    expect(preview.get_by_label("E-mail address")).to_be_visible()
    desk.get_by_label("Headline in the newsletter").fill("What comes by mail")
    desk.get_by_role("button", name="Show how it looks").click()
    inks = []
    for scheme in ("light", "dark"):
        program = preview.locator(f"iframe[title='In a {scheme} mail program']")
        mail = program.content_frame
        headline = mail.get_by_role("link", name="What comes by mail")
        expect(headline).to_be_visible()
        expect(mail.get_by_role("img", name="A pier")).to_be_visible()
        inks.append(headline.evaluate("one => getComputedStyle(one).color"))
        assert program.evaluate("one => one.clientWidth") < 400
        assert program.evaluate("one => one.contentDocument.documentElement.scrollHeight <= one.clientHeight")
    assert inks == ["rgb(33, 27, 38)", "rgb(241, 236, 243)"]
    assert not troubles
    preview.locator("iframe[title='In a dark mail program']").content_frame.get_by_role("img").click()
    expect(desk.get_by_label("Headline in the newsletter")).to_be_focused()
