"""The log of deeds as an administrator uses it: searched, read on any screen, exported."""

import csv
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from articles.models import AuditEntry
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser


def test_an_administrator_searches_the_log_and_exports_what_was_found(page: Page, live_server: Any) -> None:
    noor = make_user("Editor", "noor")
    for number in range(3):
        article = make_article(by=noor, headline=f"Harbour lights {number}")
        article.publish(by=noor)
    article.withdraw(by=noor, reason="It was another harbour, and nobody there had asked about the lights")
    sign_in(page, live_server.url, make_user("Administrator", "chief").username)
    page.goto(f"{live_server.url}/admin/articles/auditentry/")
    page.get_by_label("Who", exact=True).fill("noor")
    page.get_by_label("Did what").select_option("withdraw")
    page.locator("#log-form").get_by_role("button", name="Search").click()
    deeds = page.get_by_role("region", name="Deeds")
    expect(deeds.locator("tbody tr")).to_have_count(1)
    expect(deeds).to_contain_text("another harbour")
    for width in (360, 768, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        assert violations_by_day_and_night(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    with page.expect_download() as download:
        page.get_by_role("button", name="Export what was found (CSV)").click()
    with download.value.path().open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    assert [row[2] for row in table[1:]] == ["withdrew"]
    assert AuditEntry.objects.filter(action="export", who_name="chief").count() == 1
