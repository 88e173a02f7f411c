"""An editor's job in a real browser: type, add, drag, preview, publish, change, restore."""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.test import Client
from playwright.sync_api import Page, Response, expect

from articles.models import Article, Edition
from articles.tests.factories import (
    make_article,
    make_asset,
    make_author,
    make_category,
    make_picture,
    make_topic,
    make_user,
    picture_bytes,
)

pytestmark = pytest.mark.browser

PASSWORD = "open sesame 42"


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """An editor's browser, signed in."""
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def sign_in(page: Page, site: str, username: str) -> None:
    """Sign somebody in, and give the browser the cookies: quicker than its filling in the form each time."""
    client = Client(headers={"host": urlsplit(site).netloc})
    answer = client.post("/admin/login/", {"username": username, "password": PASSWORD, "next": "/admin/"})
    assert answer.status_code == 302, answer.text
    page.context.add_cookies(
        [
            {"name": one.key, "value": one.value, "url": site, "httpOnly": bool(one["httponly"]), "sameSite": "Lax"}
            for one in client.cookies.values()
        ]
    )


def sign_in_by_form(page: Page, site: str, username: str) -> None:
    """As everybody does, which also makes the tokens of forms worthless that are open in other tabs."""
    page.goto(f"{site}/admin/login/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    with page.expect_navigation():
        page.click("[type=submit]")


def part(page: Page, number: int) -> Any:
    return page.locator("[data-part]:not([data-gone])").nth(number - 1)


def write(page: Page, number: int, text: str) -> None:
    body = part(page, number).locator(".cke_wysiwyg_div")
    body.scroll_into_view_if_needed()
    body.click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)


def add(page: Page, number: int, what: str) -> None:
    part(page, number).get_by_role("button", name="Add after this section").click()
    page.get_by_role("listbox", name="What there is").get_by_role("option", name=re.compile(f"^{what}")).click()


def choose_picture(page: Page, title: str) -> None:
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("searchbox").fill(title)
    dialog.get_by_role("button", name=re.compile(title)).click()
    dialog.get_by_role("button", name="Use this picture").click()


def save(page: Page) -> None:
    """Press Save, and wait for its own answer: an autosave on its way says “Saved” before it."""

    def is_of_the_button(answer: Response) -> bool:
        return b'name="_save"' in (answer.request.post_data_buffer or b"")

    with page.expect_response(is_of_the_button):
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))


def test_an_editor_types_a_whole_story_and_a_reader_reads_it(desk: Page, live_server: Any) -> None:
    make_category("Celebrity News")
    make_author("Mara Quill", job_title="Senior Editor")
    make_topic("Isolde Vane")
    lead = make_asset(title="Harbour gala", credit="Iris Bloom/Limelight", ready=False)
    make_asset(title="Stage door", credit="Otto Reyes/Limelight", ready=False)
    desk.goto(f"{live_server.url}/admin/articles/article/add/")

    desk.fill("#id_kicker", "Exclusive")
    desk.fill("#id_headline", "Isolde Vane's quiet thanks to Otis Marlowe")
    desk.fill("#id_standfirst", "The dancer on the friend who came to every rehearsal")
    desk.get_by_role("button", name="Choose the lead picture").click()
    choose_picture(desk, "Harbour gala")
    desk.fill("#id_lead-caption", "Isolde Vane at the harbour gala")
    desk.fill("#id_lead-alt_text", "A dancer in a silver coat waves from a pier")
    write(desk, 1, "Isolde Vane has thanked the friend who never missed a night.")

    for number, (subhead, text) in enumerate(
        [("Steady hands", "“He came,” she said."), ("An open door", "They talk daily.")], 2
    ):
        add(desk, number - 1, "Section")
        part(desk, number).get_by_label("Subhead").fill(subhead)
        write(desk, number, text)
    part(desk, 2).get_by_role("button", name="+ Picture").click()
    choose_picture(desk, "Stage door")
    part(desk, 2).locator("[name$=-caption]").fill("The stage door at midnight")
    part(desk, 2).locator("[name$=-alt_text]").fill("A lit door in a dark street")
    add(desk, 3, "Video")
    part(desk, 4).get_by_label("Video address").fill("https://www.youtube.com/watch?v=abcdefghijk")
    part(desk, 4).get_by_label("Title of the video").fill("Trailer: The Quiet Pier")

    desk.select_option("#id_category", label="Celebrity News")
    desk.fill("#topic-find", "Isol")
    desk.get_by_role("option", name=re.compile("Isolde Vane")).click()
    make_author("Aaron Abbot")
    desk.fill("#author-find", "Mara")
    desk.keyboard.press("Enter")  # at once: whoever types fast gets the name they typed, not the first of the list
    expect(desk.get_by_label("Job title as printed")).to_have_value("Senior Editor")
    save(desk)
    assert not Edition.objects.exists()

    desk.get_by_role("button", name="Preview").click()
    preview = desk.frame_locator("iframe[name=preview]")
    expect(preview.locator("h1")).to_have_text("Isolde Vane's quiet thanks to Otis Marlowe")
    desk.get_by_role("button", name="Close").click()

    with desk.expect_navigation():
        desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("The story is live.")

    edition = Edition.objects.live().get()
    desk.goto(f"{live_server.url}{edition.get_absolute_url()}")
    words = desk.locator("main").inner_text()
    expected = [
        *("Isolde Vane's quiet thanks to Otis Marlowe", "The dancer on the friend who came to every rehearsal"),
        *("Isolde Vane at the harbour gala", "Iris Bloom/Limelight", "never missed a night.", "Steady hands"),
        *("“He came,” she said.", "The stage door at midnight", "Otto Reyes/Limelight", "An open door"),
        *("They talk daily.", "Trailer: The Quiet Pier", "Mara Quill", "Senior Editor"),
    ]
    places = [words.find(text) for text in expected]
    assert -1 not in places, [text for text, place in zip(expected, places, strict=True) if place < 0]
    assert lead.pk in {one.asset for one in edition.story.pictures()}


def test_a_change_stays_at_the_desk_until_it_is_published(desk: Page, live_server: Any) -> None:
    article = make_article(headline="Director named")
    edition = article.publish(by=None)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.fill("#id_headline", "Director sacked")
    save(desk)
    expect(desk.locator("[data-standing]")).to_have_text("Live, with changes")
    assert "Director sacked" not in desk.request.get(f"{live_server.url}{edition.get_absolute_url()}").text()
    desk.get_by_role("radio", name="Update").check()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Publish changes").click()
    assert "Director sacked" in desk.request.get(f"{live_server.url}{edition.get_absolute_url()}").text()


def test_sections_are_dragged_and_moved_by_buttons_without_losing_a_word(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    write(desk, 1, "Typed before the move.")
    add(desk, 2, "Pull quote")
    part(desk, 3).get_by_label("Words to pull out").fill("We danced anyway")
    part(desk, 3).locator("[data-grip]").hover()
    desk.mouse.down()
    desk.mouse.move(400, 400, steps=5)
    desk.mouse.move(400, 90, steps=5)  # near the edge the page scrolls along until the section is on top
    expect(part(desk, 1)).to_have_attribute("data-kind", "quote")
    desk.mouse.up()
    expect(part(desk, 1)).to_have_attribute("data-kind", "quote")
    write(desk, 2, "Typed after the move. ")
    part(desk, 3).get_by_role("button", name="Move this section up").click()
    save(desk)

    article.refresh_from_db()
    parts = article.document().sections
    assert [one.kind for one in parts] == ["quote", "text", "text"]
    assert [one.subhead for one in parts] == ["", "A quiet rehearsal", ""]
    assert "Typed before the move." in parts[2].body
    assert "Typed after the move." in parts[2].body


def test_a_removed_section_comes_back_with_undo_and_goes_with_a_save(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    part(desk, 2).get_by_role("button", name="Remove", exact=True).click()
    desk.get_by_role("button", name="Undo").click()
    expect(part(desk, 2).get_by_label("Subhead")).to_have_value("A quiet rehearsal")
    part(desk, 2).get_by_role("button", name="Remove", exact=True).click()
    save(desk)
    assert len(article.document().sections) == 1


def test_a_story_without_a_headline_is_saved_and_refused_only_by_publishing(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    write(desk, 1, "Words nobody wants to type twice.")
    save(desk)
    assert Article.objects.get().document().sections[0].body == "<p>Words nobody wants to type twice.</p>"
    desk.get_by_role("button", name="Publish", exact=True).click()
    refused = desk.get_by_role("alert").filter(has_text="Saved, but not published yet")
    refused.get_by_role("link", name="headline").first.click()
    expect(desk.locator("#id_headline")).to_be_focused()
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_contain_text("Words nobody wants to type twice.")
    assert not Edition.objects.exists()


def test_who_presses_save_when_signed_out_signs_in_and_it_is_saved(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.context.clear_cookies()
    desk.fill("#id_headline", "Typed while signed out")
    desk.get_by_role("button", name="Save", exact=True).click()
    dialog = desk.get_by_role("dialog", name="You have been signed out")
    dialog.get_by_label("Password").fill("open sesame 42")
    dialog.get_by_role("button", name="Sign in").click()
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    article.refresh_from_db()
    assert article.headline == "Typed while signed out"


def test_the_second_of_two_editors_overwrites_nothing(desk: Page, live_server: Any) -> None:
    article = make_article(headline="As it was")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    article.write(replace(article.document(), headline="Theirs"), by=make_user("Editor", "otto"))
    desk.fill("#id_headline", "Mine")
    desk.get_by_role("button", name="Save", exact=True).click()
    choice = desk.get_by_role("region", name="otto and you changed the same: headline")
    expect(choice).to_contain_text("Theirs")
    article.refresh_from_db()
    assert article.headline == "Theirs"
    choice.get_by_role("button", name="Mine").click()
    expect(choice).to_be_hidden()
    expect(desk.locator("#id_headline")).to_have_value("Mine")
    assert [one.document["headline"] for one in article.revisions.all()] == ["Mine", "Theirs", "As it was"]


def test_a_double_click_on_publish_is_one_edition_with_what_was_just_typed(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.fill("#id_headline", "Typed a moment before")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Publish", exact=True).dblclick()
    expect(desk.locator(".messagelist")).to_contain_text("The story is live.")
    assert Edition.objects.get().story.headline == "Typed a moment before"


def test_an_old_version_is_compared_and_restored(desk: Page, live_server: Any) -> None:
    article = make_article(headline="The first wording", lead=make_picture())
    article.write(replace(article.document(), headline="The second wording", sections=()), by=None)
    desk.goto(f"{live_server.url}/admin/articles/article/{article.pk}/history/")
    desk.get_by_role("link", name="What version 2 changed").click()
    expect(desk.locator(".marked del").first).to_have_text("first")
    expect(desk.locator(".marked ins").first).to_have_text("second")
    desk.go_back()
    with desk.expect_navigation():
        desk.get_by_role("button", name="Restore version 1").click()
    expect(desk.locator("#id_headline")).to_have_value("The first wording")
    assert article.revisions.count() == 3
    assert len(Article.objects.get().document().sections) == 2


def test_the_whole_screen_works_by_keyboard(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    part(desk, 2).get_by_role("button", name="Move this section up").focus()
    desk.keyboard.press("Enter")
    expect(part(desk, 1).get_by_label("Subhead")).to_have_value("A quiet rehearsal")
    expect(part(desk, 1).get_by_role("button", name="Move this section down")).to_be_focused()
    desk.locator("#id_headline").focus()
    desk.keyboard.press("End")
    desk.keyboard.type(" again")
    desk.keyboard.press("Control+s")
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved"))
    article.refresh_from_db()
    assert article.headline.endswith("again")
    assert article.document().sections[0].subhead == "A quiet rehearsal"


def test_a_writer_hands_in_and_cannot_publish(page: Page, live_server: Any) -> None:
    writer = make_user("Writer", "wren")
    article = make_article(by=writer)
    sign_in(page, live_server.url, "wren")
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(page.get_by_role("button", name=re.compile("^Publish"))).to_have_count(0)
    with page.expect_navigation():
        page.get_by_role("button", name="Hand in").click()
    expect(page.locator("[data-standing]")).to_have_text("With the desk")
    expect(page.locator("#id_headline")).to_be_disabled()


def test_a_gallery_is_chosen_in_one_visit_to_the_library(desk: Page, live_server: Any) -> None:
    for title in ("One", "Two", "Three"):
        make_asset(title=title)
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    part(desk, 1).get_by_role("button", name="+ Picture").click()
    dialog = desk.get_by_role("dialog", name="Choose a picture")
    for title in ("One", "Two"):
        dialog.get_by_role("button", name=re.compile(f"^{title}")).click()
        dialog.get_by_role("button", name="Use it and choose another").click()
    dialog.get_by_role("button", name=re.compile("^Three")).click()
    dialog.get_by_role("button", name="Use this picture").click()
    part(desk, 1).get_by_label("Show them").select_option("Gallery")
    save(desk)
    first = article.document().sections[0]
    assert (first.layout, len(first.pictures)) == ("gallery", 3)


def test_a_picture_is_uploaded_in_place(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Choose the lead picture").click()
    dialog = desk.get_by_role("dialog", name="Choose a picture")
    expect(dialog.get_by_text("Upload", exact=True)).to_be_visible()
    dialog.locator("input[type=file]").set_input_files(
        {"name": "gala.jpg", "mimeType": "image/jpeg", "buffer": picture_bytes(900, 600, (9, 120, 60))}
    )
    expect(dialog.get_by_label("Credit")).to_be_visible()
    dialog.get_by_label("Credit").fill("Iris Bloom/Limelight")
    dialog.get_by_role("button", name=re.compile("^Use")).click()
    expect(desk.locator("[data-lead] [data-credit]")).to_contain_text("Iris Bloom/Limelight")
    save(desk)
    lead = article.document().lead
    assert lead is not None
    assert (lead.width, lead.credit) == (900, "Iris Bloom/Limelight")


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {mso-style-unhide:no; margin:0cm; font-family:Calibri}</style></head><body lang=EN-GB>
<h1 style='mso-outline-level:1'>The harbour concert<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8pt'><span style='font-family:Calibri;color:red'>She said&nbsp;<b>nothing</b>
and <i style='mso-bidi-font-style:normal'>sang</i>.<o:p></o:p></span></p><p class=MsoNormal>&nbsp;</p></body></html>"""
GOOGLE = "font-variant:normal;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;"  # on all of its spans
DOCS = f"""<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1b2c">
<p dir="ltr" style="line-height:1.38"><span style="font-size:11pt;font-weight:700;color:#ff0000;{GOOGLE}">Bold</span>
<span style="font-size:11pt;{GOOGLE}"> and plain, with </span>
<a href="https://example.org/a" style="text-decoration:none"><span style="color:#1155cc;{GOOGLE}">a link</span></a></p>
<ul style="margin-top:0;margin-bottom:0;"><li dir="ltr" style="list-style-type:disc;font-size:11pt" aria-level="1">
<p dir="ltr" style="line-height:1.38" role="presentation"><span style="font-size:11pt;{GOOGLE}">One</span></p></li></ul>
</b><br class="Apple-interchange-newline"><p>&nbsp;</p>"""
COPY = """html => navigator.clipboard.write([new ClipboardItem({
    "text/html": new Blob([html], {type: "text/html"}),
    "text/plain": new Blob(["plain"], {type: "text/plain"}),
})])"""


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        (WORD, ["<p>She said <strong>nothing</strong>", "<em>sang</em>"]),
        (
            '<b id="docs-internal-guid-1"><p dir="ltr"><span>One</span><span style="color:red"> way</span></p></b>',
            ["<p>One way</p>"],
        ),
        (DOCS, ["<strong>Bold</strong>", '<a href="https://example.org/a">a link</a>', "<li>"]),
    ],
    ids=["Word", "mixed", "Google Docs"],
)
def test_pasted_text_keeps_its_meaning_and_loses_its_dress(
    desk: Page, live_server: Any, pasted: str, kept: list[str]
) -> None:
    article = make_article(sections=())
    desk.context.grant_permissions(["clipboard-read", "clipboard-write"])
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.wait_for_load_state("networkidle")
    desk.evaluate(COPY, pasted)
    part(desk, 1).get_by_role("textbox", name="Text of the section").click()
    expect(part(desk, 1).locator(".cke_focus")).to_be_visible()
    desk.keyboard.press("Control+v")
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_contain_text(re.compile("sang|One"))
    save(desk)
    body = article.document().sections[0].body
    for words in kept:
        assert words in body, body
    for dirt in ("style", "span", "class", "Mso", "mso", "<o:", "font", "nbsp", "\u00a0", "docs-internal", "<p></p>"):
        assert dirt not in body, body
