"""An editor and the checks: what the panel says while she types, where it leads, what she puts right and lets pass."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.document import Part
from articles.models import AuditEntry, CheckOverride, Contradiction, Edition, HouseRule
from articles.tests.factories import make_article, make_topic
from articles.tests.test_autosave_browser import desk, until
from articles.tests.test_writing_browser import paste
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser
__all__ = ["desk"]


def test_a_pasted_story_is_led_through_put_right_undone_let_pass_and_published(desk: Page, live_server: Any) -> None:
    article = make_article(sections=(Part(key="", body="<p>They rowed.</p>"),))
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    panel = desk.get_by_role("region", name="Checks")
    expect(panel).to_be_visible()
    text = desk.locator("[data-part] .cke_wysiwyg_div").first
    text.click()
    desk.keyboard.press("Control+End")
    paste(desk, '<p>She had been "<em>remark</em>ableand\u00a0"kind".</p><p>"We mend nets,she added.</p>')
    stops = panel.locator(".checks-one.is-stop")
    expect(stops).to_have_count(2)
    expect(stops.first).to_contain_text("not closed before the next one opens")
    stops.first.locator(".checks-jump").click()
    until(desk, "getSelection().toString() === '“remarkableand'")
    assert violations_by_day_and_night(desk) == []

    stops.first.get_by_role("button", name=re.compile("Make it")).click()
    expect(text).to_contain_text("She had been “remarkable” and “kind”.")
    expect(text.locator("em")).to_have_text("remark")
    expect(stops).to_have_count(1)
    desk.get_by_role("region", name="What was done").get_by_role("button", name="Undo").click()
    expect(text).to_contain_text("She had been “remarkableand “kind”.")
    expect(stops).to_have_count(2)

    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(
        desk.get_by_role("alert").filter(has_text="not published yet").or_(desk.locator(".messagelist"))
    ).to_contain_text("not closed")
    assert not Edition.objects.exists()

    stops.first.get_by_role("button", name=re.compile("Make it")).click()
    expect(stops).to_have_count(1)
    stops.get_by_role("button", name="Let it pass …").click()
    stops.get_by_label(re.compile("Why may it be published")).fill("As in the letter")
    stops.get_by_role("button", name="Let it pass", exact=True).click()
    expect(panel.locator(".checks-group.is-passed")).to_contain_text("Let pass")
    assert CheckOverride.objects.get().reason == "As in the letter"
    assert AuditEntry.objects.get(action="override").why == "As in the letter"

    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("The story is live.")
    assert "<em>remark</em>able” and “kind”." in unescape(Edition.objects.get().story.sections[0].body)


def test_a_changed_fact_leads_to_the_stories_it_contradicts(desk: Page, live_server: Any) -> None:
    ida = make_topic("Ida Marsh", born=date(1988, 5, 16), children=2)
    for number in range(2):
        make_article(
            headline=f"Ida rows again {number}",
            standfirst="Ida Marsh, a mother of two, rows again",
            topics=(ida.label(),),
        ).publish(by=None)
    desk.goto(f"{live_server.url}/admin/articles/topic/{ida.pk}/change/")
    desk.get_by_label("Children").fill("3")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("2 places in live stories contradict it")
    expect(desk.get_by_role("link", name="Ida rows again 1")).to_be_visible()
    assert violations_by_day_and_night(desk) == []

    desk.goto(f"{live_server.url}/admin/articles/contradiction/")
    assert violations_by_day_and_night(desk) == []
    desk.get_by_role("link", name="It stays as it is …").first.click()
    desk.get_by_label("Why it stays as it is").fill("She said so then")
    assert violations_by_day_and_night(desk) == []
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator(".messagelist")).to_contain_text("stays as it is")
    expect(desk.get_by_role("link", name="It stays as it is …")).to_have_count(1)
    assert Contradiction.objects.standing().count() == 1


def test_a_rule_of_style_is_tried_on_the_archive_before_it_works(desk: Page, live_server: Any) -> None:
    make_article(headline="The theater opens again").publish(by=None)
    desk.goto(f"{live_server.url}/admin/articles/houserule/add/")
    desk.get_by_label("Name").fill("theatre, not theater")
    desk.get_by_label("Look for").fill("theater")
    desk.get_by_label("Write instead").fill("theatre")
    desk.get_by_role("button", name="Save", exact=True).click()
    expect(desk.locator("mark")).to_have_text("theater")
    assert violations_by_day_and_night(desk) == []
    desk.get_by_role("button", name="Put it to work").click()
    expect(desk.locator(".messagelist")).to_contain_text("is at work")
    assert HouseRule.objects.get().is_live
