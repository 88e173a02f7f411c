"""A story goes from readers: at its time, and for good on demand, as those concerned do it."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings

from articles.models import AuditEntry
from articles.publishing import publish_due
from articles.removals import ask_due
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.tests.axe import violations_by_day_and_night

pytestmark = pytest.mark.browser


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_an_administrator_takes_a_story_down_and_reads_that_every_address_is_gone(
    page: Page, live_server: Any, settings: Settings
) -> None:
    settings.SITE_URL = live_server.url
    asset = make_asset(ready=False)
    article = make_article(headline="Not for the public", lead=make_picture(asset=asset))
    address = article.publish(by=None).get_absolute_url()
    picture = asset.renditions.all()[0].url
    assert page.request.get(live_server.url + picture).status == 200

    sign_in(page, live_server.url, make_user("Administrator", "petra").username)
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    page.get_by_role("link", name="Take down …").click()
    page.get_by_label("Why").fill("A court forbade it")
    page.get_by_label("I am sure").check()
    press(page, "Take the story down")
    assert ask_due() == 1
    page.get_by_role("link", name="Look again").click()
    expect(page.get_by_text("Everything is gone.")).to_be_visible()
    page.get_by_text("What each address answered").click()
    expect(page.get_by_role("cell", name=address, exact=True)).to_be_visible()
    assert violations_by_day_and_night(page) == []
    assert page.request.get(live_server.url + address).status == 410
    assert page.request.get(live_server.url + picture).status == 404

    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server.url}/admin/articles/article/?q=public")
    expect(page.get_by_text("Not for the public")).to_have_count(0)
    page.goto(f"{live_server.url}{article.get_absolute_url()}")
    expect(page.get_by_text("Not for the public")).to_have_count(0)


def test_a_story_is_withdrawn_at_its_time_and_another_by_hand_with_the_reason_readers_never_see(
    page: Page, live_server: Any
) -> None:
    competition, mistake = make_article(headline="Win two seats"), make_article(headline="Too early")
    addresses = [one.publish(by=None).get_absolute_url() for one in (competition, mistake)]
    sign_in(page, live_server.url, make_user("Editor", "noor").username)

    page.goto(f"{live_server.url}{competition.get_absolute_url()}")
    page.get_by_text("Withdraw at a time").click()
    ends = timezone.localtime() + timedelta(days=3)
    page.fill("#id_expires_at", f"{ends:%Y-%m-%dT%H:%M}")
    press(page, "Withdraw it then")
    expect(page.get_by_text(f"It is withdrawn {ends:%A %-d %B %Y, %H:%M}")).to_be_visible()
    with time_machine.travel(ends, tick=False):
        assert publish_due() == 1

    page.goto(f"{live_server.url}{mistake.get_absolute_url()}")
    page.get_by_text("Withdraw from readers now").click()
    page.get_by_label("Why (for the log)").fill("Nobody had checked it")
    press(page, "Withdraw the story")
    for address in addresses:
        gone = page.request.get(live_server.url + address)
        assert gone.status == 410
        assert "Nobody had checked it" not in gone.text()
    whys = AuditEntry.objects.filter(action="withdraw").order_by("pk").values_list("who_name", "why")
    assert [(who, "its time was over" in why, why == "Nobody had checked it") for who, why in whys] == [
        ("", True, False),
        ("noor", False, True),
    ]
