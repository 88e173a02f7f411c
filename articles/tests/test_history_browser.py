"""An editor reads the history, compares and takes a part back, in a real browser."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Article, Revision
from articles.tests.factories import make_article, make_picture, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import violations

pytestmark = pytest.mark.browser
Kind = Revision.Kind


def saved(article: Article, days: float, **changes: Any) -> None:
    """A save so many days ago."""
    revision = article.write(replace(article.document(), **changes), by=article.created_by)
    assert revision is not None
    revision.saved_at = timezone.now() - timedelta(days=days)
    revision.save()


def test_an_editor_opens_a_sitting_names_a_version_and_compares_any_two(page: Page, live_server: Any) -> None:
    noor = make_user("Editor", "noor")
    article = make_article(by=noor, headline="First wording")
    article.revisions.update(saved_at=timezone.now() - timedelta(days=60))
    for number in range(2, 46):
        saved(article, 60 - number, headline=f"Wording {number}")
    for number in range(46, 50):
        article.write(replace(article.document(), headline=f"Wording {number}"), by=noor, kind=Kind.AUTO)
    sign_in(page, live_server.url, "noor")
    page.goto(f"{live_server.url}/admin/articles/article/{article.pk}/history/")

    page.get_by_text("4 autosaves").click()
    page.get_by_label("Name version 47", exact=True).click()
    expect(page.get_by_label("Name of version 47")).to_be_focused()
    page.keyboard.type("As sent to the lawyer")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("#v47 .history-name")).to_have_text("As sent to the lawyer")
    expect(page.locator(".history-day").first).to_contain_text("“As sent to the lawyer” (version 47)")

    page.get_by_role("link", name="Older versions").click()
    page.get_by_label("Compare version 2", exact=True).check()
    page.get_by_label("with version 47").check()
    assert not violations(page)
    page.get_by_role("button", name="Compare the two").click()
    expect(page.locator(".compare-sides")).to_contain_text("Version 47: As sent to the lawyer")
    expect(page.locator(".marked del:visible")).to_have_text(["2"])
    expect(page.locator(".marked ins:visible")).to_have_text(["47"])


def test_a_section_comes_back_from_the_comparison_and_the_rest_stays(page: Page, live_server: Any) -> None:
    make_user("Editor", "noor")
    article = make_article(by=make_user("Editor", "mara"))
    old = article.document()
    opening, rehearsal = old.sections
    changed = replace(opening, body="<p>The lights went out at ten.</p>", pictures=(make_picture(),))
    article.publish(by=None)
    article.write(replace(old, headline="Another headline", sections=(changed,)), by=article.created_by)
    sign_in(page, live_server.url, "noor")
    page.set_viewport_size({"width": 1280, "height": 800})
    compare = f"{live_server.url}/admin/articles/article/{article.pk}/compare/?a=readers&b=now"
    page.goto(compare)
    expect(page.get_by_role("button", name="Side by side")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="In one text").click()
    page.reload()
    expect(page.get_by_role("button", name="In one text")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("n")
    expect(page.locator("[data-here]")).to_contain_text("Another headline")
    page.keyboard.press("n")
    expect(page.locator("[data-here]")).to_contain_text("at ten")
    page.keyboard.press("p")
    expect(page.locator("[data-compare-count]")).to_have_text("1 of 5")
    assert not violations(page)

    # Meanwhile somebody writes elsewhere, which is no hindrance, and then in the very place.
    article.write(replace(article.document(), kicker="Dance"), by=article.created_by)
    with page.expect_navigation():
        page.get_by_role("button", name="Take A quiet rehearsal as in edition 1").click()
    expect(page.locator(".messagelist")).to_contain_text("“A quiet rehearsal” is as in edition 1")
    now = article.document()
    assert [one.key for one in now.sections] == [opening.key, rehearsal.key]
    assert (now.headline, now.kicker, now.sections[0]) == ("Another headline", "Dance", changed)
    article.write(replace(now, headline="A third headline"), by=article.created_by)
    with page.expect_navigation():
        page.get_by_role("button", name="Take Headline as in edition 1").click()
    expect(page.locator(".messagelist")).to_contain_text("Mara changed this place while you were looking")
    assert article.document().headline == "A third headline"
    with page.expect_navigation():
        page.get_by_role("button", name="Take Headline as in edition 1").click()
    expect(page.locator(".messagelist")).to_contain_text("Headline is as in edition 1")
    article.refresh_from_db()
    assert article.document().headline == old.headline
