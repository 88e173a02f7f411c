"""The sign-up in a real browser, with and without script."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from playwright.sync_api import Browser, Page, expect

from newsletter.models import ConsentRecord, Subscription
from newsletter.tests.factories import make_newsletter, make_text

Work = Callable[[], int]


@pytest.fixture
def address(live_server: Any) -> str:
    make_text(newsletter=make_newsletter(name="The Evening Letter"))
    return f"{live_server.url}/newsletter/"


def link(purpose: str) -> str:
    found = re.search(rf"http://\S+/newsletter/{purpose}/\S+", str(mail.outbox[-1].body))
    assert found
    return found[0]


def test_a_reader_signs_up_in_place_by_keyboard(page: Page, address: str, work: Work) -> None:
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "POST" else None)
    page.goto(address)
    field, box = page.get_by_label("E-mail address"), page.get_by_role("checkbox")
    expect(box).not_to_be_checked()

    field.press("Enter")
    expect(page.get_by_text("Please enter your e-mail address.")).to_be_visible()
    expect(page.get_by_text("Please tick the box")).to_be_visible()
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(field).to_have_accessible_description("Please enter your e-mail address.")

    page.keyboard.type("nell@example")
    box.press("Space")
    field.press("Enter")
    expect(page.get_by_text("Please enter an e-mail address like name@example.org.")).to_be_visible()
    expect(page.get_by_text("Please tick the box")).to_be_hidden()
    expect(field).to_have_value("nell@example")

    field.fill("nell@example.org")
    page.get_by_role("button", name="Sign up").dblclick()
    status = page.get_by_role("status")
    expect(status).to_contain_text("Please look in your inbox")
    expect(status).to_be_focused()
    expect(field).to_be_hidden()
    assert page.url == address
    assert len(sent) == 2, "one refused by the newsroom, one sign-up"
    assert ConsentRecord.objects.get().page == "/newsletter/"
    assert [trouble for trouble in troubles if "422" not in trouble] == []
    assert page.context.cookies() == []


def test_a_newsroom_out_of_reach_is_said_and_nothing_typed_is_lost(page: Page, address: str) -> None:
    page.goto(address)
    page.route("**/sign-up/", lambda route: route.abort())
    page.get_by_label("E-mail address").fill("nell@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("status")).to_contain_text("We could not reach the newsroom")
    expect(page.get_by_label("E-mail address")).to_have_value("nell@example.org")
    page.unroute("**/sign-up/")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("status")).to_contain_text("Please look in your inbox")


def test_without_script_everything_works_from_form_to_leaving(browser: Browser, address: str, work: Work) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    outside: list[str] = []
    page.on("request", lambda request: outside.append(request.url) if urlsplit(request.url).scheme != "data" else None)
    page.goto(address)
    page.get_by_label("E-mail address").fill("nell@example")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_text("Please enter an e-mail address like name@example.org.")).to_be_visible()
    expect(page.get_by_role("checkbox")).not_to_be_checked()

    page.get_by_label("E-mail address").fill("nell@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("heading", name="Nearly done")).to_be_visible()
    page.reload()
    assert ConsentRecord.objects.count() == 1, "loading the page again must not sign up again"

    work()
    page.goto(link("confirm"))
    page.get_by_role("button", name="Yes, send me The Evening Letter").click()
    expect(page.get_by_role("heading", name="You are signed up")).to_be_visible()
    assert Subscription.objects.get().state == "active"

    page.get_by_role("link", name="Choose your newsletters").click()
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Save your choice").click()
    expect(page.get_by_role("status")).to_have_text("Your choice is saved.")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Save your choice").click()
    assert Subscription.objects.get().state == "active"

    page.goto(link("unsubscribe"))
    page.get_by_role("button", name="Unsubscribe").click()
    expect(page.get_by_role("heading", name="You are unsubscribed")).to_be_visible()
    assert Subscription.objects.get().state == "unsubscribed"
    assert context.cookies() == []
    assert {urlsplit(url).netloc for url in outside} == {urlsplit(address).netloc}
    context.close()


@pytest.mark.parametrize("width", [320, 360, 768, 1440])
def test_the_form_fits_every_width(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for control in (page.get_by_role("checkbox"), page.get_by_role("button", name="Sign up")):
        box = control.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 24
