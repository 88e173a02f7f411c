"""Writing in a real browser: a whole story pasted, things added by stroke, sections split and joined, few clicks."""

import base64
import io
import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import FilePayload, Page, expect

from articles.models import Article, Edition, ImageAsset
from articles.tests.factories import (
    make_article,
    make_author,
    make_category,
    make_picture,
    make_topic,
    make_user,
    picture_bytes,
)
from articles.tests.test_story_screen import part, save, sign_in
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser

PASTE = """([selector, html, text]) => {
  const at = selector ? document.querySelector(selector) : document.activeElement;
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  if (text) data.setData("text/plain", text);
  at.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""

STORY = """<meta charset="utf-8"><p class=MsoNormal>Isolde Vane&nbsp;opened up - at last - about the harbour.</p>
<p>"It's <b>late</b>," she said. <a href="https://example.org/it's--here">Read on</a>...</p>
<h2>Steady hands</h2><p>"He came," she said, "in the '90s."</p><ul><li>One</li><li>Two</li></ul>
<h2>An open door</h2><p>They talk daily.</p>"""


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


def opened(page: Page, site: str, article: Article | None = None) -> Page:
    page.goto(f"{site}{article.get_absolute_url() if article else '/admin/articles/article/add/'}")
    expect(page.locator(".cke_wysiwyg_div").first).to_be_visible()
    return page


def paste(page: Page, html: str = "", text: str = "", at: str = "") -> None:
    page.evaluate(PASTE, [at, html, text])


def text_of(page: Page, number: int) -> Any:
    return part(page, number).locator(".cke_wysiwyg_div")


def bar(page: Page) -> Any:
    return page.get_by_role("region", name="What was done")


def picture_uri() -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture_bytes(300, 200, (3, 90, 200))).decode()}"


def test_a_pasted_story_becomes_sections_and_one_undo_brings_back_what_was(desk: Page, live_server: Any) -> None:
    article = make_article()
    opened(desk, live_server.url, article)
    text_of(desk, 1).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" Mine.")
    before = desk.evaluate("[...document.querySelectorAll('.cke_wysiwyg_div')].map(one => one.innerText.trim())")
    paste(desk, STORY)
    expect(bar(desk)).to_contain_text(
        "Pasted as 3 sections; 8 quotation marks, 2 dashes, 1 ellipsis and 1 space put right"
    )
    expect(part(desk, 2).get_by_label("Subhead")).to_have_value("Steady hands")
    save(desk)
    first, second, third, last = article.document().sections
    assert unescape(first.body).endswith(
        " Mine.</p><p>Isolde Vane opened up – at last – about the harbour.</p><p>“It’s <strong>late</strong>,” "
        'she said. <a href="https://example.org/it\'s--here">Read on</a>…</p>'
    ), first.body
    assert (second.subhead, second.body) == (
        "Steady hands",
        "<p>“He came,” she said, “in the ’90s.”</p><ul><li>One</li><li>Two</li></ul>",
    )
    assert (third.subhead, last.subhead) == ("An open door", "A quiet rehearsal")
    bar(desk).get_by_role("button", name="Undo").click()
    expect(bar(desk)).to_be_hidden()
    after = desk.evaluate(
        "[...document.querySelectorAll('[data-part]:not([data-gone]) .cke_wysiwyg_div')].map(a => a.innerText.trim())"
    )
    assert after == before
    save(desk)
    assert len(article.document().sections) == 2
    assert article.document().sections[0].body.endswith("nine. Mine.</p>")


def test_what_would_be_guessing_is_offered(desk: Page, live_server: Any) -> None:
    opened(desk, live_server.url)
    lines = ["The pier at night", "Isolde Vane on the friend who never missed a single rehearsal of hers"]
    lines += [
        "She has thanked the friend who never missed a night, and who has kept the key of the house since.",
        "A key",
    ]
    paste(
        desk,
        text="\n".join([*lines, "They talk daily, and have done so for as long as anybody at the harbour can say."]),
    )
    expect(part(desk, 2).get_by_label("Subhead")).to_have_value("A key")
    expect(desk.locator("#id_headline")).to_have_value("")
    bar(desk).get_by_role("button", name="Use its first lines as headline and standfirst").click()
    expect(desk.locator("#id_headline")).to_have_value(lines[0])
    expect(desk.locator("#id_standfirst")).to_have_value(lines[1])
    expect(text_of(desk, 1)).to_have_text(lines[2])
    bar(desk).get_by_role("button", name="Undo").click()
    expect(desk.locator("#id_headline")).to_have_value("")
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(1)
    text_of(desk, 1).click()
    paste(desk, text="https://www.youtube.com/watch?v=abcdefghijk")
    bar(desk).get_by_role("button", name="Make it a video").click()
    expect(part(desk, 1).get_by_label("Video address")).to_have_value("https://www.youtube.com/watch?v=abcdefghijk")


def test_a_pasted_piece_stays_in_its_sentence_and_can_be_had_as_it_was(desk: Page, live_server: Any) -> None:
    article = make_article()
    opened(desk, live_server.url, article)
    text_of(desk, 1).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.press("ArrowLeft")
    paste(desk, text=', she wasn\'t "sad"')
    expect(text_of(desk, 1)).to_have_text("The harbour lights went out at nine, she wasn’t “sad”.")
    bar(desk).get_by_role("button", name="Leave the signs as they were").click()
    expect(text_of(desk, 1)).to_have_text('The harbour lights went out at nine, she wasn\'t "sad".')
    desk.keyboard.press("Control+z")
    expect(text_of(desk, 1)).to_have_text("The harbour lights went out at nine.")


def test_pasted_pictures_go_to_the_library_and_ask_for_their_credit(desk: Page, live_server: Any) -> None:
    article = make_article()
    opened(desk, live_server.url, article)
    text_of(desk, 1).click()
    html = f"""<p>At the pier.</p><figure><img src="{picture_uri()}" alt="A pier">
      <figcaption>The pier at nine</figcaption></figure><p>Later.</p>
      <figure><img src="https://elsewhere.example/p/storm.jpg"><figcaption>The storm</figcaption></figure>"""
    paste(desk, html)
    credit = part(desk, 1).get_by_label("Needs a credit")
    expect(credit).to_be_focused()
    expect(bar(desk)).to_contain_text("storm.jpg could not be fetched")
    expect(part(desk, 1).locator("[data-missing]")).to_contain_text("A picture belongs here: storm.jpg")
    credit.fill("Iris Bloom/Limelight")
    credit.press("Enter")
    expect(part(desk, 1).locator("[data-credit]")).to_have_text("© Iris Bloom/Limelight")
    save(desk)
    (picture,) = article.document().sections[0].pictures
    assert (picture.caption, picture.alt_text, picture.credit) == ("The pier at nine", "A pier", "Iris Bloom/Limelight")
    assert "<p>The storm</p>" in article.document().sections[0].body


def test_axe_finds_nothing_about_what_was_pasted_and_what_can_be_added(desk: Page, live_server: Any) -> None:
    desk.set_viewport_size({"width": 360, "height": 800})
    opened(desk, live_server.url, make_article())
    text_of(desk, 1).click()
    paste(desk, f'<p>"Here."</p><img src="{picture_uri()}"><img src="https://elsewhere.example/p/storm.jpg">')
    expect(part(desk, 1).get_by_label("Needs a credit")).to_be_focused()
    part(desk, 1).get_by_role("button", name="Add after this section").click()
    expect(desk.get_by_role("listbox", name="What there is")).to_be_visible()
    assert not violations_by_day_and_night(desk)
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_stroke_on_an_empty_line_adds_whatever_a_story_can_hold(desk: Page, live_server: Any) -> None:
    article = make_article()
    opened(desk, live_server.url, article)
    text_of(desk, 1).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.press("Enter")
    desk.keyboard.press("/")
    expect(desk.get_by_role("listbox", name="What there is").get_by_role("option")).to_have_count(6)
    desk.keyboard.type("pull")
    expect(desk.get_by_role("listbox", name="What there is").get_by_role("option")).to_have_count(1)
    desk.keyboard.press("Enter")
    expect(part(desk, 2).get_by_label("Words to pull out")).to_be_focused()
    desk.keyboard.type("We danced anyway")
    part(desk, 2).get_by_role("button", name="Add after this section").focus()
    desk.keyboard.press("Enter")
    desk.keyboard.press("ArrowDown")
    desk.keyboard.press("Escape")
    expect(part(desk, 2).get_by_role("button", name="Add after this section")).to_be_focused()
    text_of(desk, 3).click()
    desk.keyboard.press("Control+End")
    desk.keyboard.type(" and/or")
    desk.keyboard.press("Enter")
    desk.keyboard.type("/tmp")
    desk.keyboard.press("Escape")  # whoever means a stroke gets it
    expect(text_of(desk, 3)).to_contain_text("/tmp")
    desk.evaluate("""() => {
      const body = document.querySelector(".cke_wysiwyg_div");
      body.focus();
      getSelection().setBaseAndExtent(body.querySelector("p").firstChild, 4, body.querySelector("p").firstChild, 18);
    }""")
    desk.keyboard.press("Control+Shift+Period")
    expect(part(desk, 2).get_by_label("Words to pull out")).to_have_value("harbour lights")
    expect(part(desk, 2).get_by_label("Who said them")).to_be_focused()
    save(desk)
    parts = article.document().sections
    assert [one.kind for one in parts] == ["text", "quote", "quote", "text"]
    assert parts[0].body == "<p>The harbour lights went out at nine.</p>"
    assert parts[3].body.endswith("she said. and/or</p><p>/tmp</p>")


def test_sections_are_split_at_the_caret_and_joined_again(desk: Page, live_server: Any) -> None:
    article = make_article()
    old = article.document()
    body = (
        '<p>One.</p><ul><li>First <strong>bold <a href="https://a.example/">link</a></strong></li><li>Second</li></ul>'
    )
    pictures = (make_picture(caption="Kept above"),)
    whole = replace(old.sections[1], body=body, pictures=pictures)
    article.write(replace(old, sections=(whole,)), by=None)
    before = article.document().sections[0]
    opened(desk, live_server.url, article)
    desk.evaluate("""() => {
      const text = document.querySelector(".cke_wysiwyg_div a").firstChild;
      document.querySelector(".cke_wysiwyg_div").focus();
      getSelection().collapse(text, 2);
    }""")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(2)
    save(desk)
    upper, lower = article.document().sections
    assert (upper.key, upper.subhead, upper.anchor) == (before.key, before.subhead, before.anchor)
    assert upper.body == '<p>One.</p><ul><li>First <strong>bold <a href="https://a.example/">li</a></strong></li></ul>'
    assert lower.body == '<ul><li><strong><a href="https://a.example/">nk</a></strong></li><li>Second</li></ul>'
    assert [one.caption for one in upper.pictures] == ["Kept above"]

    part(desk, 2).get_by_role("button", name="More for this section").click()
    desk.get_by_role("option", name="Join with the one above").click()
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(1)
    bar(desk).get_by_role("button", name="Undo").click()
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(2)
    expect(text_of(desk, 2)).to_contain_text("Second")
    part(desk, 2).get_by_role("button", name="More for this section").click()
    desk.get_by_role("option", name="Turn into a pull quote").click()
    expect(part(desk, 2).get_by_label("Words to pull out")).to_have_value("nk\nSecond")
    bar(desk).get_by_role("button", name="Undo").click()
    expect(text_of(desk, 2)).to_contain_text("Second")


def test_backspace_at_the_beginning_joins_texts_and_pictures(desk: Page, live_server: Any) -> None:
    article = make_article()
    old = article.document()
    first, second = old.sections
    parts = (
        replace(first, subhead="Upper", pictures=(make_picture(caption="One"),)),
        replace(second, subhead="", pictures=(make_picture(caption="Two"),)),
    )
    article.write(replace(old, sections=parts), by=None)
    opened(desk, live_server.url, article)
    text_of(desk, 2).click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.press("Backspace")
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(1)
    save(desk)
    (joined,) = article.document().sections
    assert (joined.key, joined.subhead, joined.body) == (first.key, "Upper", first.body + second.body)
    assert [one.caption for one in joined.pictures] == ["One", "Two"]


def test_a_picture_is_dragged_into_another_section_with_its_words(desk: Page, live_server: Any) -> None:
    article = make_article()
    first, second = article.document().sections
    pictures = (make_picture(caption="Stays"), make_picture(caption="Goes", alt_text="A pier"))
    article.write(replace(article.document(), sections=(replace(first, pictures=pictures), second)), by=None)
    desk.set_viewport_size({"width": 1280, "height": 1600})
    opened(desk, live_server.url, article)
    part(desk, 1).locator("[data-use]").nth(1).locator(".use-thumb").hover()
    desk.mouse.down()
    box = part(desk, 2).get_by_label("Subhead").bounding_box()
    desk.mouse.move(box["x"] + 40, box["y"] + 10, steps=4)
    desk.mouse.up()
    expect(bar(desk)).to_contain_text("Picture moved to section 2.")
    save(desk)
    upper, lower = article.document().sections
    assert [one.caption for one in upper.pictures] == ["Stays"]
    assert [(one.caption, one.alt_text) for one in lower.pictures] == [("Goes", "A pier")]


def wire_picture(number: int) -> FilePayload:
    """A picture as an agency sends it, with its caption and credit in the file."""
    packet = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
        photoshop:Credit="Iris Bloom/Limelight">
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">Picture {number} of the gala</rdf:li></rdf:Alt>
      </dc:description>
      </rdf:Description></rdf:RDF></x:xmpmeta>"""
    buffer = io.BytesIO()
    Image.new("RGB", (640, 400), (number * 20, 80, 120)).save(buffer, "JPEG", xmp=packet.encode())
    return {"name": f"{number}.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


MODEL = """Isolde Vane's long way back to the harbour stage

A borrowed boat, a broken ankle and the neighbour who kept the lamps lit

Isolde Vane has not danced in public for two winters, and nobody on the quay expected her on Saturday.

She came by boat, with a stick and a flask, and told the Harbour Gazette that the crossing was "a small holiday".

Lamps on the pier

"Otis rang every evening and said the lamps were lit," Isolde said. "I didn't believe him... until I saw them."

Her neighbour, a retired ferryman, had carried 40 lanterns to the end of the pier - one for each missed night.

The borrowed boat

The boat belongs to the 'Night Tide' choir, which lends it to anybody who sings for the fare.

"So I sang," she says. "It was terrible, but the seagulls didn't mind."

Breaking and mending

An ankle breaks in a second and mends in a season: hers took three, and a doctor who calls her "my worst patient".

A new old piece

She will dance what she danced in the '90s, shortened by a third and with a chair on stage.

Opening night

Tickets went on sale on Monday - and were gone by noon. The choir has promised to sing outside for the rest.

What it looks like in rehearsal is in the film below..."""


def right(text: str) -> str:
    """The same with its signs right, as a subeditor would have them."""
    text = text.replace("...", "…").replace(" - ", " – ").replace("'Night", "‘Night").replace("'", "’")
    text = re.sub(r'(^|[\s([])"', r"\1“", text)
    return text.replace('"', "”")


COUNT = """() => addEventListener("click", (event) => {
  if (event.isTrusted && event.detail) sessionStorage.clicks = Number(sessionStorage.clicks || 0) + 1;
}, true)"""


def test_the_model_story_takes_few_clicks_from_sign_in_to_published(page: Page, live_server: Any) -> None:
    user = make_user("Editor", "noor")
    make_category("Celebrity News")
    make_author("Mara Quill", job_title="Senior Editor", user=user)
    make_topic("Isolde Vane")
    make_topic("Otis Marlowe")
    page.add_init_script(f"({COUNT})()")
    loads: list[str] = []

    page.goto(f"{live_server.url}/admin/login/")
    page.keyboard.type("noor")
    page.keyboard.press("Tab")
    page.keyboard.type("open sesame 42")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.get_by_role("link", name="Write a story").click()
    expect(page.locator(".cke_wysiwyg_div").first).to_be_visible()
    page.wait_for_load_state()
    page.on("load", lambda one: loads.append(one.url))

    page.locator("#id_headline").click()
    paste(page, text=MODEL)
    bar(page).get_by_role("button", name="Use its first lines as headline and standfirst").click()
    expect(page.locator("[data-part]:not([data-gone])")).to_have_count(6)

    with page.expect_file_chooser() as chooser:
        page.get_by_label("Upload several pictures").click()
    chooser.value.set_files([wire_picture(number) for number in range(1, 10)])
    expect(bar(page)).to_contain_text("9 pictures placed")
    page.locator("[name=lead-alt_text]").click()
    page.keyboard.type("What is to be seen in 1")
    for number in range(2, 10):
        page.keyboard.press("Enter")
        page.keyboard.type(f"What is to be seen in {number}")

    part(page, 6).get_by_role("button", name="Add after this section").click()
    page.keyboard.type("video")
    page.keyboard.press("Enter")
    page.keyboard.type("https://www.youtube.com/watch?v=abcdefghijk")
    page.keyboard.press("Tab")
    page.keyboard.type("Trailer: The Quiet Pier")

    page.locator("#id_category").click()
    page.keyboard.type("Celeb")
    page.keyboard.press("Enter")
    expect(page.locator("#id_category option:checked")).to_have_text("Celebrity News")
    page.locator("#topic-find").click()
    for name in ("Isolde Vane", "Otis Marlowe"):
        page.keyboard.type(name)
        page.keyboard.press("Enter")
        expect(page.locator("[data-chips]")).to_contain_text(name)
    with page.expect_navigation():
        page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("The story is live.")
    page.wait_for_load_state()
    clicks = int(page.evaluate("sessionStorage.clicks"))
    assert clicks <= 18, clicks
    assert len(loads) == 1, loads

    story = Edition.objects.live().get().story
    lines = [right(line) for line in MODEL.split("\n\n")]
    printed = [story.headline, story.standfirst]
    for one in story.sections:
        printed += [one.subhead, *re.findall(r"<p>(.*?)</p>", one.body)]
    assert [line for line in printed if line] == lines
    assert [one.caption for one in story.pictures()] == [
        f"Picture {number} of the gala" for number in (1, *range(2, 7), 7, 8, 9)
    ]
    assert [len(one.pictures) for one in story.sections] == [1, 1, 1, 1, 1, 3, 0]
    assert [one.name for one in story.bylines] == ["Mara Quill"]
    assert ImageAsset.objects.count() == 9


def test_undo_takes_back_the_deed_and_nothing_that_was_written_elsewhere_since(desk: Page, live_server: Any) -> None:
    article = make_article()
    opened(desk, live_server.url, article)
    text = part(desk, 1).locator(".cke_wysiwyg_div")
    text.click()
    desk.keyboard.press("Control+Home")
    for _ in range(5):
        desk.keyboard.press("ArrowRight")
    desk.keyboard.press("Control+Enter")
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(3)
    desk.fill("#id_kicker", "Written since")
    expect(desk.locator("[data-state]")).to_contain_text("Saved")
    # A colleague's words come in elsewhere: the deed can still be taken back, and they stay.
    newsroom = Article.objects.get(pk=article.pk)
    newsroom.write(replace(newsroom.document(), standfirst="A colleague’s standfirst."), by=make_user("Editor", "mara"))
    desk.type("#id_kicker", " here")
    expect(desk.locator("#id_standfirst")).to_have_value("A colleague’s standfirst.")
    undo = bar(desk).get_by_role("button", name="Undo")
    undo.click()
    bar(desk).get_by_role("button", name="Also what was written since").click()
    expect(desk.locator("[data-part]:not([data-gone])")).to_have_count(2)
    expect(desk.locator("#id_kicker")).to_have_value("Written since here")
    expect(desk.locator("#id_standfirst")).to_have_value("A colleague’s standfirst.")
