"""The whole way: a reader signs up, confirms, gets an issue and leaves; the desk has the proof."""

import re
import urllib.parse
import urllib.request
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

from playwright.sync_api import Page, expect

from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsletter.models import Issue, Subscriber
from newsletter.tests.factories import SENTENCE, make_newsletter, make_text
from newsletter.tests.test_mail import Inbox, smtp

Work = Callable[[], int]
__all__ = ["smtp"]


def words_of(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


def test_a_reader_signs_up_gets_an_issue_and_leaves_with_one_click(
    page: Page, live_server: Any, work: Work, smtp: Inbox
) -> None:
    site = live_server.url
    for headline in ("Isolde sails to the isles", "The goat is back"):
        make_article(headline=headline).publish(by=None)
    make_text(newsletter=make_newsletter(name="The Evening Letter", send_welcome=False))

    page.goto(f"{site}/newsletter/")
    page.get_by_label("E-mail address").fill("nell.ashby@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("status")).to_contain_text("Please look in your inbox")
    work()
    found = re.search(r"http://[^/]+(/newsletter/confirm/\S+)", words_of(smtp.messages()[0], "plain"))
    assert found
    page.goto(site + found[1])
    page.locator("main").get_by_role("button").click()
    expect(page.get_by_role("heading", name="You are signed up")).to_be_visible()

    sign_in(page, site, make_user("Newsletter editor", "mara").username)
    page.goto(f"{site}/admin/newsletter/issue/add/")
    page.get_by_role("button", name="Make the issue").click()
    page.get_by_label("Subject").fill("Isles and goats")
    page.get_by_role("button", name="Approve").click()
    page.get_by_role("button", name="Send now to 1 reader").click()
    expect(page.get_by_role("heading", name="Isles and goats").first).to_be_visible()
    work()
    issue = smtp.messages()[-1]
    assert (issue["To"], issue["Subject"]) == ("nell.ashby@example.org", "Isles and goats")
    for kind in ("plain", "html"):
        assert "Isolde sails to the isles" in words_of(issue, kind)
        assert "The goat is back" in words_of(issue, kind)
    assert Issue.objects.get().state == Issue.State.SENT

    # As a mail program does it: a bare POST, without a cookie and from no page.
    leave = urllib.parse.urlsplit(str(issue["List-Unsubscribe"]).strip(" <>")).path
    bare = urllib.request.Request(site + leave, data=b"List-Unsubscribe=One-Click", method="POST")
    with urllib.request.urlopen(bare) as answer:
        assert answer.status == 200

    page.goto(f"{site}/admin/newsletter/subscriber/{Subscriber.objects.get().pk}/change/")
    record = page.locator("#content")
    for proof in (SENTENCE, "Page of the form: /newsletter/", "Unsubscribed"):
        expect(record.get_by_text(proof).first).to_be_visible()
    history = [line.partition("\n")[2].strip() for line in record.locator(".person-history li").all_inner_texts()]
    for line, said in zip(
        history,
        [
            "Left The Evening Letter: one click in the mail program",
            "Issue “Isles and goats”",
            "Confirmed The Evening Letter by the link in that mail",
            "Mailed a link to confirm The Evening Letter",
            "Asked for The Evening Letter by a sign-up form",
        ],
        strict=True,
    ):
        assert line.startswith(said)
    assert "Taken by the mail server." in history[1]
