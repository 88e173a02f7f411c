"""What readers are told of a story and its publisher: editors say it on their screens, readers find it on the pages."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles import notice_mail
from articles.document import Part
from articles.models import NoticeChoice
from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.models import Page as PlainPage
from newsroom.models import Publication
from newsroom.tests.axe import READERS, SCHEMES, SETTLED, violations, violations_by_day_and_night

pytestmark = pytest.mark.browser


@pytest.fixture
def desk(page: Page, live_server: Any) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    sign_in(page, live_server.url, make_user("Administrator", "petra").username)
    return page


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def barriers(page: Page) -> list[str]:
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        page.evaluate(SETTLED)
        found += violations(page, READERS)
    return found


def described(page: Page) -> dict[str, Any]:
    """The story as machines are told of it."""
    found = json.loads(page.locator("script[type='application/ld+json']").inner_text())
    return dict(found["@graph"][0])


def test_who_paid_and_what_a_machine_did_is_typed_at_the_desk_and_read_on_the_story(
    desk: Page, live_server: Any
) -> None:
    links = '<p>Buy <a href="https://shop.example.org/hat">the hat</a>, or <a href="/film/">read on</a>.</p>'
    article = make_article(sections=(Part(key="", body=links),))
    desk.goto(f"{live_server.url}{article.get_absolute_url()}")
    desk.get_by_label("Label", exact=True).select_option("Sponsored")
    desk.get_by_label("Who paid or gave").fill("Acme Hats")
    desk.get_by_label("What AI wrote or altered").fill("it summed up the ruling")
    desk.get_by_label("AI tool").fill("Parrot 4")
    desk.get_by_role("button", name="Publish", exact=True).click()
    expect(desk.locator("[data-errors]")).to_contain_text("Name who checked what AI did: a person answers for it.")
    assert not article.editions.exists()
    expect(desk.get_by_label("AI tool")).to_have_value("Parrot 4")

    desk.get_by_label("Who checked what AI did").fill("Mara Quill")
    desk.get_by_label("When that was checked").fill("2026-01-20T14:30")
    press(desk, "Publish")
    desk.goto(f"{live_server.url}{article.editions.get().get_absolute_url()}")
    expect(desk.get_by_text("This story was paid for by Acme Hats.")).to_be_visible()
    assert "sponsored" in str(desk.get_by_role("link", name="the hat").get_attribute("rel"))
    assert desk.get_by_role("link", name="read on").get_attribute("rel") is None
    desk.get_by_role("link", name="AI was used").click()
    record = desk.get_by_role("region", name="How AI was used")
    expect(record).to_be_in_viewport()
    expect(record).to_contain_text("AI (Parrot 4) was used in this story: it summed up the ruling.")
    expect(record).to_contain_text("Mara Quill checked it on 20 January 2026 at 14:30.")
    assert barriers(desk) == []

    desk.goto(live_server.url)
    expect(desk.locator(".card-label").first).to_have_text("Sponsored")


def test_an_old_story_says_how_old_it_is_and_a_new_one_nothing(page: Page, live_server: Any) -> None:
    old = make_article(headline="Long ago").publish(by=None, at=timezone.now() - timedelta(days=3 * 366))
    new = make_article(headline="Just now").publish(by=None)

    page.goto(f"{live_server.url}{old.get_absolute_url()}")
    notice = page.get_by_text("This story is more than 3 years old. Some of it may no longer be so.")
    expect(notice).to_be_in_viewport()
    assert barriers(page) == []

    page.goto(f"{live_server.url}{new.get_absolute_url()}")
    expect(page.get_by_text("Just now").first).to_be_visible()
    expect(page.locator(".story-old")).to_have_count(0)


def test_a_policy_is_named_at_the_desk_found_in_the_footer_and_told_to_machines(desk: Page, live_server: Any) -> None:
    Publication.objects.create(pk=1, name="Limelight")
    PlainPage.objects.create(title="Our code", slug="ethics", body="<p>We ask before we print.</p>", in_footer=False)
    first, story = (make_article().publish(by=None) for _ in range(2))  # a browser keeps a page for a minute
    desk.goto(f"{live_server.url}/admin/newsroom/publication/1/change/")
    desk.locator("#id_ethics_policy").fill("/about/ethics/")
    with desk.expect_navigation():
        desk.keyboard.press("Control+s")

    desk.goto(f"{live_server.url}{first.get_absolute_url()}")
    footer = desk.get_by_role("contentinfo")
    expect(footer).to_be_visible()
    expect(footer.get_by_role("link", name="Code of ethics")).to_have_count(0)  # its page is no reader's yet

    desk.goto(f"{live_server.url}/admin/newsroom/page/{PlainPage.objects.get().pk}/change/")
    desk.check("#id_is_live")
    press(desk, "Save")
    desk.goto(f"{live_server.url}{story.get_absolute_url()}")
    publisher = described(desk)["publisher"]
    assert publisher["ethicsPolicy"] == publisher["publishingPrinciples"] == f"{live_server.url}/about/ethics/"
    footer.get_by_role("link", name="Code of ethics").click()
    expect(desk).to_have_url(f"{live_server.url}/about/ethics/")
    expect(desk.get_by_text("We ask before we print.")).to_be_visible()
    assert barriers(desk) == []


def test_a_writer_chooses_to_be_told_by_mail_and_is(page: Page, live_server: Any) -> None:
    writer = make_user("Writer", "nell")
    writer.email = "nell@limelight.example"
    writer.save()
    article = make_article(headline="The zither festival", by=writer)
    sign_in(page, live_server.url, "nell")
    page.goto(f"{live_server.url}/admin/")
    page.get_by_role("link", name="Notices").click()
    expect(page.get_by_text("Mail goes to nell@limelight.example.")).to_be_visible()
    wanted = page.get_by_label("A story of mine is published, withdrawn or killed: by mail")
    expect(wanted).not_to_be_checked()
    assert violations_by_day_and_night(page) == []
    wanted.check()
    page.get_by_label("A story of mine is published, withdrawn or killed: here").uncheck()
    press(page, "Keep this")
    expect(page.get_by_text("Kept: from now on you are told so.")).to_be_visible()
    expect(wanted).to_be_checked()
    assert NoticeChoice.objects.filter(user=writer, mail=True, kind="out", here=False).exists()

    article.publish(by=make_user("Editor", "noor"))
    assert notice_mail.send_due() == 1
    [letter] = mail.outbox
    assert (letter.to, letter.subject) == (["nell@limelight.example"], "The zither festival: noor published it.")
    page.reload()
    expect(page.get_by_text("noor published it")).to_have_count(0)  # by mail only
