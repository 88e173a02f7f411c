"""Nothing is lost: autosave, offline, a session that is over, two people in one story; as editors go through it."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import axes.utils
import pytest
from playwright.sync_api import Browser, Dialog, Error, Page, expect
from pytest_django import Settings

from articles.document import Looks, Part
from articles.merging import meant
from articles.models import Article, Revision
from articles.tests.factories import (
    make_article,
    make_author,
    make_category,
    make_document,
    make_picture,
    make_topic,
    make_user,
)
from articles.tests.test_story_screen import add, part, sign_in, write
from newsroom.tests.axe import violations

pytestmark = pytest.mark.browser

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """An editor's browser, signed in."""
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    return page


@pytest.fixture
def second(browser: Browser, live_server: Any) -> Iterator[Page]:
    """Another editor's browser."""
    context = browser.new_context()
    page = context.new_page()
    mara = make_user("Editor", "mara")
    mara.first_name, mara.last_name = "Mara", "Quill"
    mara.save()
    sign_in(page, live_server.url, "mara")
    yield page
    context.close()


def state(page: Page) -> Any:
    return page.locator("[data-state]")


def test_a_story_never_saved_is_kept_by_itself_without_a_headline(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    write(desk, 1, "Words nobody wants to type twice.")
    expect(state(desk)).to_have_text(SAVED)
    article = Article.objects.get()
    expect(desk).to_have_url(f"{live_server.url}{article.get_absolute_url()}")
    assert article.document().sections[0].body == "<p>Words nobody wants to type twice.</p>"
    write(desk, 1, " And more.")
    expect(state(desk)).to_have_text("Not saved yet")
    expect(state(desk)).to_have_text(SAVED)
    assert Article.objects.get().document().sections[0].body == "<p>Words nobody wants to type twice. And more.</p>"


def test_a_form_closed_empty_leaves_nothing(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    add(desk, 1, "Pull quote")
    with desk.expect_response(re.compile("/autosave/")):
        pass
    desk.close(run_before_unload=True)
    assert not Article.objects.exists()
    assert not Revision.objects.exists()


def bodies(article: Article) -> list[str]:
    return [one.body for one in article.document().sections]


def until(page: Page, condition: str) -> None:
    page.evaluate(f"new Promise(done => {{ const look = () => {condition} ? done() : setTimeout(look, 20); look(); }})")


def crash(page: Page) -> None:
    """As a browser crashes: no event, no last word."""
    with suppress(Error):
        page.goto("chrome://crash")


def test_words_typed_just_before_a_crash_are_offered_and_put_back(desk: Page, live_server: Any) -> None:
    desk.goto(f"{live_server.url}/admin/articles/article/add/")
    write(desk, 1, "The last words before the power went.")
    other = desk.context.new_page()
    until(desk, "Object.values(localStorage).join().includes('power went.')")
    crash(desk)
    assert not Article.objects.exists()

    other.goto(f"{live_server.url}/admin/")
    other.get_by_role("link", name="a story without a headline").click()
    notice = other.get_by_role("region", name=re.compile(r"^Words from \d\d:\d\d that never reached the newsroom"))
    expect(notice).to_contain_text("The last words before the power went.")
    with other.expect_navigation():
        notice.get_by_role("button", name="Put them back").click()
    expect(part(other, 1).locator(".cke_wysiwyg_div")).to_contain_text("The last words before the power went.")
    assert bodies(Article.objects.get()) == ["<p>The last words before the power went.</p>"]
    assert other.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk-kept:'))") == []


def test_what_is_typed_offline_arrives_when_the_connection_is_back(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_be_visible()
    desk.context.set_offline(True)
    write(desk, 1, " Typed in the tunnel.")
    expect(state(desk)).to_have_text("Offline: kept in this browser")
    write(desk, 1, " And still there.")
    desk.context.set_offline(False)
    expect(state(desk)).to_have_text(SAVED)
    assert bodies(article)[0] == ("<p>The harbour lights went out at nine. Typed in the tunnel. And still there.</p>")


def test_who_is_signed_out_in_mid_sentence_signs_in_over_the_page(
    desk: Page, live_server: Any, settings: Settings
) -> None:
    settings.AXES_ENABLED, settings.AXES_FAILURE_LIMIT = True, 2
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    write(desk, 1, " Half a")
    desk.context.clear_cookies()
    dialog = desk.get_by_role("dialog", name="You have been signed out")
    expect(dialog.get_by_label("Username")).to_have_value("noor")
    expect(state(desk)).to_have_text("Signed out: kept in this browser")
    dialog.get_by_label("Password").fill("not the word")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_contain_text("Please enter the correct username and password")
    dialog.get_by_label("Password").fill("nor this")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_contain_text("too many login attempts")
    axes.utils.reset()
    dialog.get_by_label("Password").fill("open sesame 42")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog).to_be_hidden()
    expect(state(desk)).to_have_text(SAVED)
    with desk.expect_response(re.compile("/autosave/$")):
        desk.keyboard.type(" sentence.")
    expect(state(desk)).to_have_text(SAVED)
    assert bodies(article)[0] == "<p>The harbour lights went out at nine. Half a sentence.</p>"


def test_somebody_else_in_the_same_browser_sees_nothing_of_kept_words(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(part(desk, 1).locator(".cke_wysiwyg_div")).to_be_visible()
    desk.context.set_offline(True)
    write(desk, 1, " For noor only.")
    expect(state(desk)).to_have_text("Offline: kept in this browser")
    desk.close()
    tab = desk.context.new_page()
    desk.context.set_offline(False)
    desk.context.clear_cookies()
    sign_in(tab, live_server.url, make_user("Editor", "otto").username)
    tab.goto(f"{live_server.url}{article.get_absolute_url()}")
    tab.evaluate("window.kept.left(document.querySelector('[data-story]').dataset.user)")
    expect(tab.locator("[data-kept]")).to_have_count(0)
    tab.context.clear_cookies()
    sign_in(tab, live_server.url, "noor")
    tab.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(tab.locator("[data-kept]")).to_contain_text("For noor only.")
    tab.get_by_role("button", name="Throw them away").click()
    expect(tab.locator("[data-kept]")).to_contain_text("Thrown away.")
    assert tab.evaluate("Object.keys(localStorage).filter(key => key.startsWith('desk-kept:'))") == []


def typed(page: Page, number: int) -> Any:
    return part(page, number).locator(".cke_wysiwyg_div")


def test_two_people_in_one_story_write_in_different_sections_and_see_each_other(
    desk: Page, second: Page, live_server: Any
) -> None:
    article = make_article()
    for page in (desk, second):
        page.goto(f"{live_server.url}{article.get_absolute_url()}")
    write(second, 2, " Mara’s words.")
    expect(state(second)).to_have_text(SAVED)
    write(desk, 1, " Noor’s words.")
    expect(desk.locator("[data-here]")).to_have_attribute("title", "Mara Quill is writing in “A quiet rehearsal”")
    expect(part(desk, 2).locator("[data-part-here]")).to_contain_text("Mara Quill")
    expect(typed(desk, 2)).to_contain_text("Mara’s words.")
    expect(desk.get_by_role("status").filter(has_text="Mara Quill changed “A quiet rehearsal”")).to_be_visible()
    desk.keyboard.type(" And on.")  # the caret is where it was
    second.keyboard.type(" And on, too.")
    expect(typed(second, 1)).to_contain_text("Noor’s words. And on.")
    expect(typed(desk, 2)).to_contain_text("Mara’s words. And on, too.")
    for page in (desk, second):
        expect(state(page)).to_have_text(SAVED)
    assert bodies(article) == [
        "<p>The harbour lights went out at nine. Noor’s words. And on.</p>",
        "<p>“We danced anyway,” she said. Mara’s words. And on, too.</p>",
    ]


@pytest.mark.parametrize(
    ("side", "stands"),
    [
        ("Mine", ["<p>The harbour lights went out at nine. Noor was here.</p>"]),
        ("Theirs", ["<p>The harbour lights went out at nine. Mara was here.</p>"]),
        (
            "Both",
            [
                "<p>The harbour lights went out at nine. Mara was here.</p>",
                "<p>The harbour lights went out at nine. Noor was here.</p>",
            ],
        ),
    ],
)
def test_two_people_in_one_paragraph_choose_between_both_texts(
    desk: Page, second: Page, live_server: Any, side: str, stands: list[str]
) -> None:
    article = make_article()
    for page in (desk, second):
        page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(typed(desk, 1)).to_be_visible()
    desk.context.set_offline(True)  # so that neither sees the other's words come in
    write(second, 1, " Mara was here.")
    expect(state(second)).to_have_text(SAVED)
    write(desk, 1, " Noor was here.")
    expect(state(desk)).to_have_text("Offline: kept in this browser")
    desk.context.set_offline(False)
    choice = part(desk, 1).get_by_role("region", name="Mara Quill and you changed the same")
    expect(choice.locator("mark").first).to_have_text("Noor")
    expect(choice.locator("mark").last).to_have_text("Mara")
    choice.get_by_role("button", name=side, exact=True).focus()
    desk.keyboard.press("Enter")
    expect(choice).to_be_hidden()
    expect(typed(desk, 1)).to_have_text("".join(re.sub("<.*?>", "", one) for one in stands))
    assert bodies(article)[0] == "".join(stands)


def test_a_choice_left_open_waits_when_the_story_is_opened_again(desk: Page, second: Page, live_server: Any) -> None:
    article = make_article()
    for page in (desk, second):
        page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(typed(desk, 1)).to_be_visible()
    desk.context.set_offline(True)
    second.fill("#id_headline", "As Mara has it")
    expect(state(second)).to_have_text(SAVED)
    desk.fill("#id_headline", "As Noor has it")
    expect(state(desk)).to_have_text("Offline: kept in this browser")
    desk.context.set_offline(False)
    choice = desk.get_by_role("region", name="Mara Quill and you changed the same: headline")
    expect(choice).to_be_visible()
    expect(state(desk)).to_have_text(SAVED)
    desk.reload()
    expect(desk.locator("#id_headline")).to_have_value("As Mara has it")
    choice.get_by_role("button", name="Mine").click()
    expect(desk.locator("#id_headline")).to_have_value("As Noor has it")
    article.refresh_from_db()
    assert article.headline == "As Noor has it"
    assert article.document().headline == "As Noor has it"


def test_leaving_is_questioned_only_when_words_are_neither_saved_nor_kept(desk: Page, live_server: Any) -> None:
    article = make_article()
    asked: list[str] = []

    def accept(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    desk.on("dialog", accept)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.fill("#id_headline", "Typed and left at once")
    desk.goto(f"{live_server.url}/admin/")
    until(desk, "Object.keys(localStorage).every(key => !key.startsWith('desk-kept:'))")
    expect(desk.locator("[data-kept-start]")).to_be_hidden()
    assert asked == []
    article.refresh_from_db()
    assert article.headline == "Typed and left at once"

    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    desk.context.set_offline(True)
    desk.fill("#id_headline", "Typed with no room left")
    expect(state(desk)).to_have_text("Offline: not kept anywhere yet")
    desk.context.set_offline(False)
    desk.fill("#id_headline", "Typed with no room left at all")
    desk.goto(f"{live_server.url}/admin/")
    assert asked == ["beforeunload"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_words_wait(browser: Browser, live_server: Any, scheme: Any) -> None:
    make_user("Editor", "noor")
    article = make_article()
    article.take_in(replace(article.document(), headline="As Mara has it"), by=make_user("Editor", "mara"), base=1)
    article.take_in(replace(article.document(), headline="As Noor has it"), by=make_user("Editor", "otto"), base=1)
    context = browser.new_context(color_scheme=scheme, viewport={"width": 360, "height": 740})
    page = context.new_page()
    sign_in(page, live_server.url, "noor")
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(page.get_by_role("region", name="mara and otto changed the same: headline")).to_be_visible()
    expect(typed(page, 1)).to_be_visible()
    page.route("**/autosave/", lambda route: route.abort())
    write(page, 1, " Words for later.")
    expect(state(page)).to_have_text("Offline: kept in this browser")
    crash(page)
    page = context.new_page()
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(page.locator("[data-kept]")).to_contain_text("Words for later.")
    assert violations(page) == []
    context.clear_cookies()
    page.fill("#id_standfirst", "Typed by nobody")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert violations(page) == []
    context.close()


def test_a_section_removed_before_a_colleagues_words_in_it_arrived_waits_for_a_choice(
    desk: Page, second: Page, live_server: Any
) -> None:
    article = make_article()
    for page in (desk, second):
        page.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.route("**/here/", lambda route: route.abort())  # it would hear of the colleague’s save by itself
    expect(typed(desk, 2)).to_be_visible()
    write(second, 2, " Precious words.")
    expect(state(second)).to_have_text(SAVED)
    held: list[Any] = []
    # The answer, with the colleague's words in it, stays on its way.
    desk.route("**/autosave/", lambda route: held.append((route, route.fetch())), times=1)
    write(desk, 1, " And on.")
    while not held:
        desk.wait_for_timeout(50)
    part(desk, 2).get_by_role("button", name="Remove", exact=True).click()
    route, answer = held[0]
    route.fulfill(response=answer)

    choice = desk.get_by_role("region", name="Mara Quill and you changed the same: section")
    expect(choice).to_be_visible()
    expect(part(desk, 2)).to_contain_text("Precious words.")
    expect(desk.locator("[data-part]")).to_have_count(2)  # it is the one that was there, not a second
    expect(desk.get_by_text("Section removed.")).to_be_hidden()
    assert "Precious words." in bodies(article)[1]


def test_where_somebody_types_on_while_a_colleague_changes_much_nobody_is_asked_to_choose(
    desk: Page, live_server: Any
) -> None:
    mara = make_user("Editor", "mara")
    article = make_article(sections=(Part(key="", body="<p>One.</p><p>Two.</p>"),), kicker="First")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.route("**/here/", lambda route: route.abort())  # it would hear of the colleague’s save by itself
    expect(typed(desk, 1)).to_be_visible()

    def colleague(kicker: str, word: str) -> None:
        story = Article.objects.get(pk=article.pk)
        was = story.document()
        body = was.sections[0].body.replace("One.", f"One. {word}")
        story.write(replace(was, kicker=kicker, sections=(replace(was.sections[0], body=body),)), by=mara)

    colleague("Second", "Maras.")
    held: list[Any] = []
    desk.route("**/autosave/", lambda route: held.append((route, route.fetch())), times=1)
    write(desk, 1, " Noors.")
    while not held:
        desk.wait_for_timeout(50)
    desk.keyboard.type(" And on.")
    held[0][0].fulfill(response=held[0][1])
    expect(desk.locator("#id_kicker")).to_have_value("Second")  # taken over; the text, where somebody types, is not yet
    colleague("Third", "Again.")
    expect(typed(desk, 1)).to_contain_text("One. Again. Maras.")
    expect(desk.locator("#id_kicker")).to_have_value("Third")
    expect(state(desk)).to_have_text(SAVED)
    assert bodies(article) == ["<p>One. Again. Maras.</p><p>Two. Noors. And on.</p>"]
    assert not Article.objects.get(pk=article.pk).asides.exists()


def test_who_types_without_a_pause_is_saved_every_eight_seconds(desk: Page, live_server: Any) -> None:
    article = make_article(kicker="")
    desk.clock.install()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(typed(desk, 1)).to_be_visible()
    sent: list[str] = []
    desk.on("request", lambda request: sent.append(request.url) if request.url.endswith("/autosave/") else None)
    desk.focus("#id_kicker")
    desk.clock.pause_at(desk.evaluate("Date.now()") / 1000 + 1)  # it goes on by itself no more
    for _ in range(5):
        desk.keyboard.type("a")
        desk.clock.run_for(1_500)
    assert sent == []
    with desk.expect_response("**/autosave/"):
        desk.keyboard.type("a")
        desk.clock.run_for(1_500)
    assert Article.objects.get(pk=article.pk).kicker == "aaaaaa"


def test_a_story_deleted_while_somebody_writes_in_it_is_kept_as_a_new_one(desk: Page, live_server: Any) -> None:
    article = make_article(headline="The harbour")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(typed(desk, 1)).to_be_visible()
    article.delete()
    write(desk, 1, " Still here.")
    expect(desk.locator("[data-errors]")).to_contain_text("kept as a new story")
    desk.keyboard.type(" And on.")
    expect(state(desk)).to_have_text(SAVED)
    again = Article.objects.get()
    assert desk.url.endswith(again.get_absolute_url())
    assert (again.headline, bodies(again)[0]) == (
        "The harbour",
        "<p>The harbour lights went out at nine. Still here. And on.</p>",
    )


def test_whatever_a_colleague_chooses_comes_in_while_one_writes(desk: Page, live_server: Any) -> None:
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(typed(desk, 1)).to_be_visible()
    story = Article.objects.get(pk=article.pk)
    wanted = make_document(
        lead=make_picture(caption="The pier at dusk."),
        category=make_category("Theatre").label(),
        topics=(make_topic("Opera").label(),),
        bylines=(make_author("Zadie Birch").credit("words", "Critic"),),
        format="interview",
        sections=story.document().sections,
        looks=Looks(card_headline="On a card", card_picture=make_picture(caption="", alt_text="")),
    )
    assert wanted.category
    story.write(wanted, by=make_user("Editor", "mara"))
    write(desk, 1, " Noors.")
    expect(desk.locator("[data-lead]").get_by_placeholder("Caption")).to_have_value("The pier at dusk.")
    expect(desk.locator("[name=category]")).to_have_value(str(wanted.category.id))
    expect(desk.locator("#id_format")).to_have_value("interview")
    expect(desk.locator('[data-names="topics"]')).to_contain_text("Opera")
    expect(desk.locator("[data-byline]:not([hidden])")).to_contain_text(["Zadie Birch"])
    expect(desk.locator("#id_card_headline")).to_have_value("On a card")
    expect(state(desk)).to_have_text(SAVED)
    now = Article.objects.get(pk=article.pk).document()
    assert meant(replace(now, sections=())) == meant(replace(wanted, sections=(), slug=now.slug))
    assert bodies(article)[0] == "<p>The harbour lights went out at nine. Noors.</p>"
