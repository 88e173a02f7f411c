"""Comments at the desk in a real browser: words, threads, mentions, colleagues, a phone."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from django.contrib.auth.models import User
from playwright.sync_api import Browser, Page, expect

from articles import commenting
from articles.models import Article, Comment
from articles.tests.factories import make_article
from articles.tests.test_comments import person, say
from articles.tests.test_story_screen import part, sign_in, write
from articles.workflow import State
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser

# The limit of a request by the clock of the page, which the test moves.
CLOCKED = """AbortSignal.timeout = (time) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), time);
    return controller.signal;
}"""


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    """Noor's browser, signed in."""
    person("Noor Lind")
    sign_in(page, live_server.url, "noor")
    return page


@pytest.fixture
def phone(browser: Browser, live_server: Any) -> Iterator[Page]:
    """A writer's phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    person("Wren Hale", "Writer")
    sign_in(page, live_server.url, "wren")
    yield page
    context.close()


def comments(page: Page) -> Any:
    return page.get_by_role("dialog", name="Comments")


def choose(page: Page, number: int, words: str) -> None:
    """Choose these words in a section's text."""
    body = part(page, number).locator(".cke_wysiwyg_div")
    expect(body).to_contain_text(words)
    body.evaluate(
        """(root, words) => {
            root.focus();
            const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
            while (walk.nextNode() && !walk.currentNode.data.includes(words));
            const at = walk.currentNode.data.indexOf(words);
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
        }""",
        words,
    )


def expect_marked(page: Page, words: str, after: str = "") -> None:
    """These words and no others are marked in the texts, and stand after those in their paragraph."""
    page.wait_for_function(
        """([words, after]) => {
            const names = ["desk-comment", "desk-comment-here"];
            const ranges = names.flatMap(name => [...(CSS.highlights.get(name) ?? [])]);
            if (ranges.length !== 1 || String(ranges[0]) !== words) return false;
            return ranges[0].startContainer.data.slice(0, ranges[0].startOffset).endsWith(after);
        }""",
        arg=[words, after],
        timeout=5000,
    )


def no_trouble(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")  # nothing of the story is half below its bar
    assert violations_by_day_and_night(page) == []


def test_words_are_commented_on_and_a_colleague_asked_for_by_keyboard_alone(desk: Page, live_server: Any) -> None:
    person("Otto Reyes")
    article = make_article()
    before = article.document()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    choose(desk, 2, "danced anyw")
    expect(desk.get_by_role("button", name="Comment on the chosen words")).to_be_visible()
    desk.keyboard.press("Control+Alt+m")
    field = comments(desk).get_by_label("Your comment")
    expect(field).to_be_focused()
    desk.keyboard.type("Who says so? @ot")
    expect(comments(desk).get_by_role("option", name="Otto Reyes", selected=True)).to_be_visible()
    desk.keyboard.press("Enter")
    desk.keyboard.type("please look")
    expect(field).to_have_value("Who says so? @Otto Reyes please look")
    expect_marked(desk, "danced anyway")
    no_trouble(desk)

    desk.reload()  # what is being typed is still there
    expect(comments(desk).get_by_label("Your comment")).to_have_value("Who says so? @Otto Reyes please look")
    comments(desk).get_by_label("Your comment").press("Control+Enter")
    thread = comments(desk).get_by_role("article", name="Comment of Noor Lind")
    expect(thread.get_by_role("listitem")).to_be_focused()
    expect(thread.locator(".comment-mention")).to_have_text("@Otto Reyes")
    expect(part(desk, 2).get_by_role("link", name="1 open comment on this section")).to_be_visible()
    comment = Comment.objects.get()
    assert (comment.quote, comment.section) == ("danced anyway", before.sections[1].key)
    assert [(one.user.username, one.mention) for one in comment.notices.all()] == [("otto", True)]
    article.refresh_from_db()
    assert article.document() == before

    thread.get_by_role("button", name="Edit your comment").click()
    thread.get_by_label("Your comment", exact=True).fill("Who says so? https://example.org/?a=1&b=2, <b>")
    thread.get_by_role("button", name="Save").click()
    expect(thread.get_by_role("link", name="https://example.org/?a=1&b=2", exact=True)).to_be_visible()
    expect(thread).to_contain_text("<b>")
    expect(thread).to_contain_text("changed")
    thread.get_by_role("button", name="Delete").click()
    thread.get_by_role("button", name="Really delete?").click()
    expect(thread).to_be_hidden()
    expect(comments(desk)).to_contain_text("Nobody has said anything yet.")
    assert not Comment.objects.exists()
    desk.keyboard.press("Escape")
    expect(comments(desk)).to_be_hidden()


def test_comments_follow_their_words_until_these_are_gone(desk: Page, live_server: Any) -> None:
    mara = person("Mara Quill")
    first, second = make_article().document().sections
    parts = (replace(first, body="<p>Tea. We had tea again.</p>"), second)
    article = make_article(sections=parts)
    spot = {"section": article.document().sections[0].key, "quote": "tea", "before": "We had ", "after": " again."}
    comment = say(article, mara, "Coffee!", **spot)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}#comment-{comment.pk}")
    thread = comments(desk).get_by_role("article", name="Comment of Mara Quill")
    expect(thread.locator(f"#comment-{comment.pk}")).to_be_focused()
    expect_marked(desk, "tea", after="Tea. We had ")

    body = part(desk, 1).locator(".cke_wysiwyg_div")
    body.click()
    desk.keyboard.press("Control+Home")
    desk.keyboard.type("No tea at noon. ")
    expect_marked(desk, "tea", after="No tea at noon. Tea. We had ")
    choose(desk, 1, "We had")
    desk.keyboard.press("ArrowLeft")
    desk.keyboard.press("Control+Enter")  # the section is split: the comment goes with its words
    expect(part(desk, 2).get_by_role("link", name="1 open comment on this section")).to_be_visible()
    choose(desk, 2, "We had tea again.")
    desk.keyboard.type("We slept.")
    expect(thread).to_contain_text("These words are no longer in the text.")
    part(desk, 1).get_by_role("button", name="Remove", exact=True).click()
    expect(thread).to_contain_text(re.compile("Its section, .*, is gone."))
    expect(comments(desk).get_by_role("heading", name="Sections that are gone")).to_be_visible()
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    assert len(Article.objects.get(pk=article.pk).document().sections) == 2
    assert Comment.objects.filter(pk=comment.pk).exists()


def test_what_colleagues_say_comes_in_without_disturbing_what_is_typed(desk: Page, live_server: Any) -> None:
    mara = person("Mara Quill")
    article = make_article()
    first = say(article, mara, "Is this so?", section=article.document().sections[0].key)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    part(desk, 1).get_by_role("link", name="1 open comment on this section").click()
    thread = comments(desk).locator(f"[data-thread='{first.pk}']")
    field = thread.get_by_label("Reply to Mara Quill")
    field.click()
    desk.keyboard.type("I think ")
    field.evaluate("field => { window.field = field; }")

    say(article, mara, "A thought on all of it")
    commenting.reply(first, "Nobody knows.", by=mara)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # the sign of life, now
    expect(thread).to_contain_text("Nobody knows.")
    expect(comments(desk).get_by_role("status")).to_have_text("2 new comments.")
    expect(comments(desk)).to_contain_text("2 open")
    assert desk.evaluate("document.activeElement === window.field")
    commenting.resolve(first, by=mara)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(thread).to_contain_text("Resolved")  # and is not folded away over what is typed
    desk.keyboard.type("it is.")
    expect(field).to_be_focused()
    expect(field).to_have_value("I think it is.")

    commenting.remove(Comment.objects.get(text="Nobody knows."), by=mara)
    commenting.remove(first, by=mara)  # what somebody was answering is gone; the answer is not
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(comments(desk).get_by_role("alert").first).to_contain_text("was deleted. Your words stand below")
    kept = comments(desk).get_by_label("Your comment")
    expect(kept).to_have_value("I think it is.")
    comments(desk).get_by_role("button", name="Comment", exact=True).click()
    mine = comments(desk).get_by_role("article", name="Comment of Noor Lind")
    expect(mine).to_contain_text("I think it is.")
    mine.get_by_role("button", name="Resolve").click()
    expect(mine).to_be_hidden()
    comments(desk).get_by_text("Resolved (1)").click()
    expect(mine).to_contain_text("Noor Lind")
    mine.get_by_role("button", name="Open again").click()
    expect(comments(desk)).to_contain_text("2 open")
    write(desk, 2, " And more.")  # the story is written on beside it
    expect(desk.locator("[data-state]")).to_have_text(re.compile(r"^Saved \d\d:\d\d:\d\d$"))
    comments(desk).get_by_role("button", name="Close the comments").click()
    desk.get_by_role("button", name="Preview").click()
    expect(desk.get_by_role("dialog", name="Preview")).to_be_visible()
    desk.get_by_role("button", name="Comments, 2 open").click()  # one thing stands beside the text
    expect(desk.get_by_role("dialog", name="Preview")).to_be_hidden()


def test_a_writer_answers_on_a_phone_also_when_the_story_is_handed_in(phone: Page, live_server: Any) -> None:
    mara, wren = person("Mara Quill"), User.objects.get(username="wren")
    article = make_article(by=wren)
    phone.goto(f"{live_server.url}{article.get_absolute_url()}")
    choose(phone, 1, "harbour lights")
    part(phone, 1).get_by_role("link", name="Comment on the chosen words").tap()
    field = comments(phone).get_by_label("Your comment")
    expect(field).to_be_focused()
    field.fill("All of them?")
    no_trouble(phone)
    comments(phone).get_by_role("button", name="Comment", exact=True).tap()
    expect(comments(phone).get_by_role("article", name="Comment of Wren Hale")).to_contain_text("All of them?")
    comments(phone).get_by_role("button", name="harbour lights").tap()  # leads to the words, and out of the way
    expect(comments(phone)).to_be_hidden()

    article.refresh_from_db()
    article.move_to(State.DESK, by=wren)
    commenting.reply(Comment.objects.get(), "Every one.", by=mara)
    phone.reload()
    part(phone, 1).get_by_role("link", name="1 open comment on this section").tap()
    thread = comments(phone).get_by_role("article", name="Comment of Wren Hale")
    expect(thread).to_contain_text("Every one.")
    expect_marked(phone, "harbour lights")
    thread.get_by_label("Reply to Wren Hale").fill("Good.")
    thread.get_by_role("button", name="Reply").tap()
    expect(thread).to_contain_text("Good.")
    thread.get_by_role("button", name="No mail of replies").tap()
    expect(thread.get_by_role("button", name="Mail me its replies")).to_be_visible()
    assert list(Comment.objects.get(thread=None).muted_by.all()) == [wren]


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("On Friday we saw the Night Parade in the rain.", True),
        ("All of us, on Friday, saw it: the Night Parade, while rain came down.", True),  # put otherwise around it
        ("Her mother came to the Night Parade with the children.", False),  # another mention of it
        ("Night Parade", False),
        ("On Friday we saw a parade in the rain.", False),
        ("She came to the Night Parade. On Friday we saw the Night Parade in the rain.", True),
    ],
)
def test_commented_words_are_found_by_what_stands_around_them(page: Page, text: str, there: bool) -> None:
    page.add_script_tag(path="static/js/desk/comment-words.js")
    spot = {"quote": "Night Parade", "before": "On Friday we saw the ", "after": " in the rain."}
    found = page.evaluate("([text, spot]) => window.commentWords.find({ text }, spot)", [text, spot])
    assert (found is not None) == there
    if there:
        assert found["start"] == text.rindex("Night Parade")


def test_answers_to_what_a_colleague_deletes_are_all_kept(desk: Page, live_server: Any) -> None:
    mara = person("Mara Quill")
    article = make_article()
    first, second = say(article, mara, "One."), say(article, mara, "Two.")
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_role("button", name="Comments, 2 open").click()
    comments(desk).get_by_role("button", name="Comment on the story").click()
    comments(desk).get_by_label("Your comment").fill("Mine.")
    for thread, words in ((first, "To one."), (second, "To two.")):
        comments(desk).locator(f"[data-thread='{thread.pk}']").get_by_label("Reply to Mara Quill").fill(words)
    for thread in (first, second):
        commenting.remove(thread, by=mara)
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(comments(desk).get_by_label("Your comment")).to_have_value("Mine.\n\nTo one.\n\nTo two.")
    expect(comments(desk).locator("[data-thread]")).to_have_count(0)


def test_what_is_typed_outlives_its_tab_and_the_thread_and_is_nobody_elses(desk: Page, live_server: Any) -> None:
    mara = person("Mara Quill")
    article = make_article()
    thread = say(article, mara, "Is this so?", section=article.document().sections[1].key)
    address = f"{live_server.url}{article.get_absolute_url()}"
    desk.goto(f"{address}#comment-{thread.pk}")
    comments(desk).get_by_label("Reply to Mara Quill").fill("A private half thought")
    context = desk.context
    desk.close()
    commenting.remove(thread, by=mara)

    again = context.new_page()
    again.route("**/here/", lambda route: route.abort())  # no sign of life comes first
    again.goto(f"{address}#comments")
    expect(comments(again).get_by_label("Your comment")).to_have_value("A private half thought")
    expect(comments(again)).to_contain_text("A quiet rehearsal")  # at the section it was about
    context.clear_cookies()
    sign_in(again, live_server.url, "mara")
    again.goto(f"{address}#comments")
    expect(comments(again)).to_contain_text("Nobody has said anything yet")
    assert "half thought" not in again.content()


def test_the_link_of_a_mail_leads_to_the_comment_through_the_sign_in(page: Page, live_server: Any) -> None:
    noor, mara = person("Noor Lind"), person("Mara Quill")
    article = make_article()
    comment = say(article, mara, "@Noor Lind, is this so?")
    page.goto(f"{live_server.url}{comment.get_absolute_url()}")
    page.fill("#id_username", noor.username)
    page.fill("#id_password", "open sesame 42")
    page.click("[type=submit]")
    expect(page.locator(f"#comment-{comment.pk}")).to_be_focused()


def test_a_silent_newsroom_is_said_and_colleagues_come_in_meanwhile(desk: Page, live_server: Any) -> None:
    mara = person("Mara Quill")
    article = make_article()
    thread = say(article, mara, "Is this so?")
    desk.clock.install()
    desk.add_init_script(CLOCKED)
    desk.goto(f"{live_server.url}{article.get_absolute_url()}#comment-{thread.pk}")
    desk.route(f"**/comments/{thread.pk}/", lambda route: None)  # an answer that never comes
    field = comments(desk).locator(f"[data-thread='{thread.pk}']").get_by_label("Reply to Mara Quill")
    field.fill("It is.")
    field.press("Control+Enter")
    expect(field).to_have_js_property("readOnly", True)
    say(article, mara, "And this?")
    desk.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(comments(desk)).to_contain_text("And this?")
    desk.clock.run_for(31_000)
    expect(comments(desk).get_by_role("alert").filter(has_text="cannot be reached")).to_be_visible()
    expect(field).to_have_js_property("readOnly", False)
    expect(field).to_have_value("It is.")


def test_looking_for_somebody_who_may_not_see_the_story_says_so(desk: Page, live_server: Any) -> None:
    person("Wren Hale", "Writer")
    article = make_article()
    desk.goto(f"{live_server.url}{article.get_absolute_url()}#comments")
    comments(desk).get_by_role("button", name="Comment on the story").click()
    field = comments(desk).get_by_label("Your comment")
    field.press_sequentially("Ask @wr")
    expect(comments(desk).get_by_role("listbox")).to_have_text("Nobody of this name may see the story.")
    field.press("Enter")
    field.press_sequentially("or so")
    expect(comments(desk).get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("Ask @wr\nor so")
    assert violations_by_day_and_night(desk) == []
