"""Programs, disposable mailboxes and links that are too old: the answer is always the same, the mail is not."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Page, expect

from newsletter import limits
from newsletter.models import ConsentRecord, DisposableDomain, Quota, Subscriber, Subscription
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post
from newsletter.tests.test_desk import desk

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
LATER = timedelta(days=8)


@pytest.fixture(autouse=True)
def no_counters() -> None:
    Quota.objects.all().delete()


def asked_again(client: Client, address: str) -> Any:
    answer = client.post(address)
    return answer.status_code, answer.text


def test_a_link_that_is_too_old_brings_a_new_one_when_asked_for_and_never_by_itself(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    old = link("confirm")
    with time_machine.travel(timedelta(days=8)):
        Quota.objects.all().delete()
        page = client.get(old)
        assert page.status_code == 410
        assert "Send me a new link" in page.text
        work()
        assert len(mail.outbox) == 1
        assert "Please look in your inbox" in client.post(old).text
        work()
        assert Subscription.objects.get().state == "pending", "an old link confirms nothing"
        client.post(link("confirm"))
        assert Subscription.objects.get().state == "active"
        assert ConsentRecord.objects.count() == 1


def test_a_new_link_comes_once_a_day_however_often_it_is_asked_for(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    old = link("confirm")
    with time_machine.travel(LATER):
        Quota.objects.all().delete()
        answers = {asked_again(client, old) for _ in range(4)}
        work()
    assert len(answers) == 1
    assert len(mail.outbox) == 2


def test_who_waits_who_left_and_who_is_forgotten_get_the_same_answer_for_an_old_link(
    client: Client, work: Work
) -> None:
    text, links = make_text(), []
    for name in ("waits", "left", "forgotten"):
        post(client, fields(text, f"{name}@example.org"))
        work()
        links.append(link("confirm"))
    client.post(Subscription.objects.get(subscriber__email="left@example.org").unsubscribe_path())
    Subscriber.objects.get(email="forgotten@example.org").erase()
    mail.outbox.clear()
    with time_machine.travel(LATER):
        Quota.objects.all().delete()
        assert len({asked_again(client, old) for old in links}) == 1
        work()
    assert [one.to for one in mail.outbox] == [["waits@example.org"]]


def test_a_network_that_asks_for_too_many_links_is_asked_to_wait(
    client: Client, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    post(client, fields(make_text()))
    work()
    monkeypatch.setattr(settings, "NEWSLETTER_SIGN_UPS_PER_NETWORK", 0)
    with time_machine.travel(LATER):
        assert client.post(link("confirm")).status_code == 429


@pytest.mark.parametrize(("took", "kept"), [("1999", 0), ("2000", 1), ("", 1), ("soon", 1), ("-5", 1)])
def test_a_form_filled_in_faster_than_anybody_can_is_a_programs(
    client: Client, monkeypatch: pytest.MonkeyPatch, took: str, kept: int
) -> None:
    monkeypatch.setattr(limits, "QUICKEST", 2_000)
    text = make_text()
    usual = post(client, fields(text, "usual@example.org"))
    answer = post(client, fields(text, took=took))
    assert (answer.status_code, answer["Location"]) == (usual.status_code, usual["Location"])
    assert ConsentRecord.objects.filter(subscriber__email="nell.ashby@example.org").count() == kept


def test_a_browser_says_how_long_filling_in_took(page: Page, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    make_text(newsletter=make_newsletter())
    monkeypatch.setattr(limits, "QUICKEST", 600_000)
    page.goto(f"{live_server.url}/newsletter/")
    page.get_by_label("E-mail address").fill("nell@example.org")
    page.get_by_role("checkbox").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("status")).to_contain_text("Please look in your inbox")
    assert not ConsentRecord.objects.exists()


@pytest.mark.parametrize("domain", ["mailinator.com", "deep.below.mailinator.com"])
def test_a_disposable_mailbox_gets_the_usual_answer_and_nothing_is_kept_or_sent(
    client: Client, work: Work, domain: str
) -> None:
    answer = post(client, fields(make_text(), f"nell@{domain}"))
    assert (answer.status_code, answer["Location"]) == (303, "/newsletter/thanks/")
    work()
    assert mail.outbox == []
    assert not Subscriber.objects.exists()


def test_a_domain_that_only_ends_alike_is_not_disposable(client: Client) -> None:
    post(client, fields(make_text(), "nell@notmailinator.com"))
    assert Subscriber.objects.exists()


def test_the_desk_keeps_the_list_of_disposable_domains(client: Client) -> None:
    editor, domains = desk(), "/admin/newsletter/disposabledomain/"
    assert "mailinator.com" in editor.get(domains).text
    assert "Please enter a domain like" in editor.post(f"{domains}add/", {"domain": "no domain"}).text
    editor.post(f"{domains}add/", {"domain": " nell@Bücher-Minute.example "})
    one = DisposableDomain.objects.get(domain="xn--bcher-minute-dlb.example")
    assert DisposableDomain.holds("nell@xn--bcher-minute-dlb.example")
    editor.post(f"{domains}{one.pk}/delete/", {"post": "yes"})
    assert not DisposableDomain.holds("nell@xn--bcher-minute-dlb.example")
    assert desk("Writer").get(domains).status_code == 403
