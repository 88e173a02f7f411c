"""An editor and the checks' panel: what it says while she types, where it leads and what she lets pass."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.document import Part
from articles.models import CheckOverride
from articles.tests.factories import make_article
from articles.tests.test_autosave_browser import desk

pytestmark = pytest.mark.browser
__all__ = ["desk"]


def test_a_stop_is_found_while_one_types_led_to_put_right_undone_and_let_pass(desk: Page, live_server: Any) -> None:
    body = '<p>She had been "<em>remark</em>ableand "kind".</p>'
    article = make_article(sections=(Part(key="", body=body),))
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("region", name="Checks")
    stop = panel.locator(".checks-one.is-stop")
    expect(stop).to_contain_text("not closed before the next one opens")
    stop.locator(".checks-jump").click()
    desk.wait_for_function("getSelection().toString() === '\"remarkableand'")

    stop.get_by_role("button", name=re.compile("Make it")).click()
    text = desk.locator("[data-part] .cke_wysiwyg_div").first
    expect(text).to_have_text('She had been "remarkable" and "kind".')
    expect(text.locator("em")).to_have_text("remark")
    expect(stop).to_have_count(0)
    desk.get_by_role("region", name="What was done").get_by_role("button", name="Undo").click()
    expect(text).to_have_text('She had been "remarkableand "kind".')

    expect(stop).to_have_count(1)
    stop.get_by_role("button", name="Let it pass …").click()
    stop.get_by_label(re.compile("Why may it be published")).fill("As in the letter")
    stop.get_by_role("button", name="Let it pass", exact=True).click()
    expect(panel.locator(".checks-group.is-passed")).to_contain_text("noor let it pass: As in the letter")
    assert CheckOverride.objects.get().reason == "As in the letter"
