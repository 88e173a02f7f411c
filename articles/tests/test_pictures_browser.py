"""The chooser, the library and the focal point in a real browser, by mouse and by keyboard."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Page, expect

from articles.models import ImageAsset
from articles.tests.factories import make_asset, make_user, picture_bytes
from articles.tests.test_story_screen import sign_in

LIST = "/admin/articles/imageasset/"


@pytest.fixture(autouse=True)
def _own_disk(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.RENDITIONS_ROOT = tmp_path / "renditions"


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """A page signed in as a writer, which fails the test when a script fails or the policy blocks something."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda message: problems.append(message.text) if "Content Security" in message.text else None)
    sign_in(page, live_server.url, make_user("Writer", "mara").username)
    page.goto(f"{live_server.url}{LIST}")
    page.problems = problems  # type: ignore[attr-defined]
    return page


def open_chooser(desk: Page) -> None:
    """Put a button on the page that opens the chooser and keeps what was chosen."""
    desk.add_script_tag(url="/static/js/desk/picture-chooser.js")
    desk.evaluate(
        """() => {
          const button = document.createElement("button");
          button.dataset.choosePicture = "";
          button.textContent = "Choose here";
          button.addEventListener("picture:chosen", (event) => { window.chosen = event.detail; });
          document.querySelector("#content").prepend(button);
        }"""
    )
    desk.get_by_role("button", name="Choose here").click()
    expect(desk.get_by_role("dialog", name="Choose a picture")).to_be_visible()


def upload(desk: Page, **files: bytes) -> None:
    """Choose files in the upload field: name without ending = content."""
    desk.locator("[data-file]").set_input_files(
        [FilePayload(name=f"{name}.jpg", mimeType="image/jpeg", buffer=content) for name, content in files.items()]
    )


def test_a_picture_is_uploaded_completed_and_used_without_leaving_the_chooser(desk: Page) -> None:
    open_chooser(desk)
    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("No pictures yet.")

    upload(desk, bow=picture_bytes())

    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("“bow” is in the library.")
    expect(desk.get_by_label("Credit")).to_be_focused()
    desk.keyboard.type("Iris Bloom/Limelight")
    desk.get_by_label("Alternative text").fill("Four dancers bow")
    desk.get_by_role("button", name="Use this picture").click()
    expect(desk.get_by_role("dialog")).to_be_hidden()
    asset = ImageAsset.objects.get()
    assert (asset.credit, asset.alt_text) == ("Iris Bloom/Limelight", "Four dancers bow")
    chosen = desk.evaluate("window.chosen")
    assert chosen["id"] == asset.pk
    assert (chosen["credit"], chosen["alt_text"]) == ("Iris Bloom/Limelight", "Four dancers bow")
    expect(desk.get_by_role("button", name="Choose here")).to_be_focused()
    assert desk.problems == []  # type: ignore[attr-defined]


def test_a_refused_file_is_explained_and_does_not_stop_the_others(desk: Page) -> None:
    open_chooser(desk)
    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("No pictures yet.")

    upload(desk, bad=b"<svg onload=alert(1)>", good=picture_bytes())

    expect(desk.get_by_role("alert").filter(has_text="This is not a picture")).to_be_visible()
    expect(desk.locator(".chooser-card")).to_have_count(1)
    desk.get_by_role("button", name="Dismiss the message about bad.jpg").click()
    expect(desk.locator(".chooser-failed")).to_have_count(0)


def test_a_picture_is_pasted(desk: Page) -> None:
    open_chooser(desk)
    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("No pictures yet.")

    desk.evaluate(
        """(bytes) => {
          const data = new DataTransfer();
          data.items.add(new File([new Uint8Array(bytes)], "pasted.jpg", { type: "image/jpeg" }));
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          document.querySelector("dialog [data-search]").dispatchEvent(event);
        }""",
        list(picture_bytes()),
    )

    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("“pasted” is in the library.")


def test_a_picture_is_found_and_chosen_by_keyboard_alone(desk: Page) -> None:
    for number in range(6):
        make_asset(title=f"Harbour {number}")
    make_asset(title="Somewhere else")
    open_chooser(desk)
    expect(desk.locator(".chooser-card")).to_have_count(7)

    desk.keyboard.type("harbour")
    expect(desk.locator(".chooser-card")).to_have_count(6)
    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("6 pictures for “harbour”")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".chooser-card").nth(0)).to_be_focused()
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator(".chooser-card[aria-pressed=true]")).to_contain_text("Harbour 3")
    desk.keyboard.press("Enter")

    expect(desk.get_by_role("dialog")).to_be_hidden()
    assert desk.evaluate("window.chosen.title") == "Harbour 3"


def test_escape_closes_without_a_choice_and_gives_the_focus_back(desk: Page) -> None:
    make_asset(title="Harbour")
    open_chooser(desk)
    expect(desk.locator(".chooser-card")).to_have_count(1)

    desk.keyboard.type("xyz")
    expect(desk.get_by_role("dialog").get_by_role("status")).to_have_text("No picture for “xyz”.")
    desk.keyboard.press("Escape")  # empties the search first
    expect(desk.locator(".chooser-card")).to_have_count(1)
    desk.keyboard.press("Escape")

    expect(desk.get_by_role("dialog")).to_be_hidden()
    expect(desk.get_by_role("button", name="Choose here")).to_be_focused()
    assert desk.evaluate("window.chosen") is None


def test_more_pictures_are_loaded_below_and_the_keyboard_goes_on_there(desk: Page) -> None:
    for number in range(26):
        make_asset(title=f"Harbour {number}")
    open_chooser(desk)
    expect(desk.locator(".chooser-card")).to_have_count(24)

    desk.get_by_role("button", name="Load more").click()

    expect(desk.locator(".chooser-card")).to_have_count(26)
    expect(desk.locator(".chooser-card").nth(24)).to_be_focused()
    expect(desk.get_by_role("button", name="Load more")).to_be_hidden()


def test_somebody_elses_picture_shows_its_words_without_fields(desk: Page) -> None:
    make_asset(title="Harbour", photographer="Iris Bloom")
    open_chooser(desk)

    desk.locator(".chooser-card").click()

    detail = desk.get_by_role("form", name="The selected picture")
    expect(detail).to_contain_text("Photographer: Iris Bloom")
    expect(detail.get_by_role("textbox")).to_have_count(0)


def test_the_focal_point_follows_mouse_keys_and_numbers(desk: Page, live_server: Any) -> None:
    from django.contrib.auth.models import User

    asset = make_asset(width=800, height=500, uploaded_by=User.objects.get(username="mara"))
    desk.goto(f"{live_server.url}{LIST}{asset.pk}/change/")
    frame = desk.locator("[data-focal-frame]")
    box = frame.bounding_box()
    assert box is not None

    frame.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.5})
    assert float(desk.get_by_role("spinbutton", name="From the left").input_value()) == pytest.approx(0.25, abs=0.01)
    mark = desk.get_by_role("button", name="Focal point")
    expect(mark).to_be_focused()
    desk.keyboard.press("Shift+ArrowRight")
    desk.keyboard.press("ArrowUp")
    assert float(desk.get_by_role("spinbutton", name="From the left").input_value()) == pytest.approx(0.35, abs=0.01)
    assert float(desk.get_by_role("spinbutton", name="From the top").input_value()) == pytest.approx(0.49, abs=0.01)
    desk.get_by_role("spinbutton", name="From the left").fill("0")
    expect(mark).to_have_attribute("aria-label", "Focal point: 0 % from the left, 49 % from the top")
    square = desk.locator("[data-cut=square] img")
    assert square.evaluate("image => image.style.objectPosition").startswith("0%")
    desk.get_by_role("spinbutton", name="From the left").fill("0.35")
    with desk.expect_navigation():
        desk.get_by_role("button", name="Save", exact=True).click()

    asset.refresh_from_db()
    assert asset.focal_x == pytest.approx(0.35, abs=0.01)
    assert desk.problems == []  # type: ignore[attr-defined]
