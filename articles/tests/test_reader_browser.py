"""The story page in a browser: what the scripts add, and that nothing needs them."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from articles.document import Part
from articles.models import Edition
from articles.tests.factories import make_article, make_asset, make_author, make_picture, make_topic
from newsroom.tests.axe import READERS, violations

SCRIPTS = ("relative-time", "share", "video", "gallery")


@pytest.fixture
def story(live_server: object) -> Edition:
    pictures = tuple(
        make_picture(caption=f"Opening night {number}", asset=make_asset(title=f"Night {number}"))
        for number in range(3)
    )
    parts = (
        Part(key="", body="<p>The harbour lights went out at nine.</p>"),
        Part(key="", subhead="A long night", body="<p>Everybody came.</p>", layout="gallery", pictures=pictures),
        Part(key="", subhead="On film", body="<p>See below.</p>"),
        Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer", pictures=pictures[:1]),
        Part(key="", kind="quote", text="We danced anyway", source="Isolde Vane"),
        Part(key="", kind="post", url="https://x.com/a/1", text="Coat returned.", source="Tobias Lark"),
    )
    lead = make_picture(asset=make_asset(width=1600, height=900))
    make_article(headline="Another").publish(by=None)
    return make_article(lead=lead, sections=parts, topics=(make_topic().label(),), standfirst="In short").publish(
        by=None
    )


@pytest.fixture
def foreign(page: Page, live_server: object) -> list[str]:
    """Addresses of other hosts that the page asked; they are not reached."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith((str(live_server), "data:")):
            asked.append(request.url)

    page.on("request", note)
    page.route(lambda url: not url.startswith(str(live_server)), lambda route: route.abort())
    return asked


@pytest.fixture
def visit(page: Page, live_server: object, story: Edition) -> Callable[[], Page]:
    def go() -> Page:
        page.goto(f"{live_server}{story.get_absolute_url()}")
        return page

    return go


def test_the_gallery_opens_full_screen_and_is_driven_by_the_keyboard(visit: Callable[[], Page]) -> None:
    page = visit()
    second = page.locator(".gallery a").nth(1)
    second.focus()
    page.keyboard.press("Enter")
    viewer = page.get_by_role("dialog", name="Gallery")

    expect(viewer).to_contain_text("2 of 3")
    expect(viewer).to_contain_text("Opening night 1")
    expect(viewer).to_contain_text("© Iris Bloom/Limelight")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(viewer).to_contain_text("1 of 3")
    page.keyboard.press("ArrowLeft")
    expect(viewer).to_contain_text("3 of 3")
    viewer.get_by_role("button", name="Previous picture").click()
    page.keyboard.press("Escape")
    expect(viewer).to_have_count(0)
    expect(second).to_be_focused()


def test_a_swipe_turns_the_gallery(visit: Callable[[], Page]) -> None:
    page = visit()
    page.locator(".gallery a").first.click()
    viewer = page.get_by_role("dialog", name="Gallery")
    expect(viewer).to_contain_text("1 of 3")

    page.mouse.move(600, 300)
    page.mouse.down()
    page.mouse.move(400, 300, steps=3)
    page.mouse.up()

    expect(viewer).to_contain_text("2 of 3")


def test_nobody_else_is_asked_until_the_reader_plays_the_video(visit: Callable[[], Page], foreign: list[str]) -> None:
    page = visit()
    page.wait_for_load_state("networkidle")
    assert foreign == []
    assert page.context.cookies() == []

    page.get_by_role("link", name="Play video: The trailer").click()

    player = page.locator('iframe[title="The trailer"]')
    expect(player).to_be_focused()
    assert all(address.startswith("https://www.youtube-nocookie.com/embed/abcdefghijk") for address in foreign)


def test_times_are_relative_and_stay_true_while_the_page_is_open(
    page: Page, live_server: object, story: Edition
) -> None:
    page.clock.install(time=story.first_published_at)
    page.goto(f"{live_server}{story.get_absolute_url()}")
    time = page.locator(".story-times time")

    expect(time).to_have_text("just now")
    page.clock.run_for("03:00:00")
    expect(time).to_have_text("3 hours ago")
    absolute = time.get_attribute("title")
    page.clock.fast_forward(7 * 24 * 3600 * 1000)
    page.clock.run_for(30_000)
    expect(time).to_have_text(str(absolute))


def test_the_link_is_copied(visit: Callable[[], Page], story: Edition, live_server: object) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy the link to this story").click()

    expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{live_server}{story.get_absolute_url()}"


def test_everything_is_there_without_scripts(browser: Browser, live_server: object, story: Edition) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server}{story.get_absolute_url()}")

    for words in ("The harbour lights", "Opening night 2", "We danced anyway", "Coat returned.", "More Film"):
        expect(page.get_by_text(words).first).to_be_visible()
    assert (
        page.get_by_role("link", name="Play video").get_attribute("href")
        == "https://www.youtube.com/watch?v=abcdefghijk"
    )
    assert str(page.locator(".gallery a").first.get_attribute("href")).endswith(".jpg")
    expect(page.get_by_role("button", name="Copy the link")).to_have_count(0)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_pages_fit_and_have_no_barrier(
    browser: Browser, live_server: object, story: Edition, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True
    )
    page = context.new_page()
    topic, author = story.topics.get(), story.authors.get()
    paths = [
        story.get_absolute_url(),
        "/",
        "/film/",
        topic.get_absolute_url(),
        author.get_absolute_url(),
        "/search/?q=nine",
    ]
    for path in [*paths, "/nothing/here/", "/newsletter/"]:
        page.goto(f"{live_server}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
        assert violations(page, READERS) == [], path
    context.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_words_without_a_space_widen_no_page(page: Page, live_server: object, width: int) -> None:
    author = make_author("N" * 100, job_title="J" * 80)
    long = make_article(
        headline="W" * 200,
        standfirst="S" * 400,
        kicker="K" * 50,
        bylines=(author.credit("words", "J" * 80),),
        lead=make_picture(caption="C" * 500),
        sections=(
            Part(key="", subhead="H" * 150, body=f"<p>{'B' * 900}</p>"),
            Part(key="", kind="quote", text="Q" * 500, source="O" * 150),
            Part(key="", kind="post", url="https://x.com/a/1", text="P" * 500, source="A" * 150),
        ),
    ).publish(by=None)
    make_article(headline="Another").publish(by=None)
    page.set_viewport_size({"width": width, "height": 900})
    for path in (long.get_absolute_url(), "/", "/film/", author.get_absolute_url(), f"/search/?q={'b' * 100}"):
        page.goto(f"{live_server}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_the_scripts_of_a_story_are_small() -> None:
    scripts = [Path(__file__).parents[2] / "static/js" / f"{name}.js" for name in SCRIPTS]

    assert sum(len(path.read_bytes()) for path in scripts) < 8_000  # before compression
