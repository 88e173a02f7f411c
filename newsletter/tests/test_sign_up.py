"""A reader signs up: what is stored, what is mailed, and what is refused."""

import re
import threading
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core import mail
from django.db import connection, transaction
from django.template import Context, RequestContext, Template
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from newsletter.addresses import mailbox, normalised
from newsletter.models import ConsentRecord, ConsentText, Quota, Subscriber, Subscription
from newsletter.tests.factories import SENTENCE, fields, link, make_newsletter, make_subscription, make_text, post
from newsroom.html import tidy
from newsroom.sqlite.base import FIRST_HERE
from newsroom.tests.test_worker import until
from newsroom.whence import network_kept, network_of

Work = Callable[[], int]
pytestmark = pytest.mark.django_db


def words(html: str) -> str:
    return tidy(unescape(re.sub(r"<[^>]+>", "", html)))


def test_a_sign_up_waits_until_the_link_in_the_mail_is_confirmed(client: Client, work: Work) -> None:
    text = make_text()

    answer = post(client, fields(text, "Nell.Ashby@Example.org"))
    assert (answer.status_code, answer["Location"]) == (303, "/newsletter/thanks/")
    assert client.get(answer["Location"]).status_code == 200
    subscription = Subscription.objects.get()
    assert (subscription.subscriber.email, subscription.state) == ("nell.ashby@example.org", "pending")
    assert not mail.outbox, "a reader's request must not wait for the mail server"

    work()
    (message,) = mail.outbox
    assert message.to == ["nell.ashby@example.org"]
    assert message.from_email == f'"{text.newsletter.name}" <{settings.DEFAULT_FROM_EMAIL}>'
    address = link("confirm")

    assert client.get(address).status_code == 200
    assert client.head(address).status_code == 200
    subscription.refresh_from_db()
    assert subscription.state == "pending", "a mail scanner that opens links must confirm nothing"

    assert "You are signed up" in client.post(address).text
    subscription.refresh_from_db()
    record = ConsentRecord.objects.get()
    assert subscription.state == "active"
    assert (record.consent_text, record.newsletter) == (text, text.newsletter)
    assert (record.page, record.method) == ("/film/1/a-premiere/", "form")
    assert record.confirmed_at is not None
    assert record.mailed_at is not None


def test_confirming_twice_changes_nothing_the_second_time(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    address = link("confirm")
    client.post(address)
    before = list(Subscription.objects.values()), list(ConsentRecord.objects.values())
    assert client.post(address).status_code == 200
    assert (list(Subscription.objects.values()), list(ConsentRecord.objects.values())) == before


def test_the_sentence_printed_is_the_sentence_stored(client: Client) -> None:
    text = make_text(sentence="I agree & sign; the “data protection notice” <holds>. You can unsubscribe at any time.")
    page = client.get("/newsletter/").text
    label = re.search(r"<label[^>]*-consent\"[^>]*>(.*?)</label>", page, re.S)
    assert label
    assert words(label[1]) == text.sentence
    assert '<a href="/newsletter/data-protection/">data protection notice</a>' in label[1]
    assert client.get(text.policy_address).status_code == 200
    assert "checked" not in page


def test_the_wording_of_the_cached_page_is_recorded_not_a_newer_one(client: Client) -> None:
    shown = make_text()
    make_text(newsletter=shown.newsletter, sentence="Another data protection notice.")
    post(client, fields(shown))
    assert ConsentRecord.objects.get().consent_text == shown


def test_public_pages_set_no_cookie(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    for path in ("/newsletter/", "/newsletter/thanks/", link("confirm"), link("unsubscribe")):
        client.get(path)
        client.post(path)
    assert not client.cookies


@pytest.mark.parametrize(
    "missing",
    [
        ({"email": ""}, "Please enter your e-mail address."),
        ({"email": "nell"}, "Please enter an e-mail address like name@example.org."),
        ({"consent": None}, "Please tick the box"),
        ({"consent_text": "77777"}, "This form is out of date"),
        ({"consent_text": "one"}, "This form is out of date"),
        ({"consent_text": None}, "This form is out of date"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    client: Client, missing: tuple[dict[str, Any], str]
) -> None:
    values, sentence = missing
    data = fields(make_text()) | values
    data = {name: value for name, value in data.items() if value is not None}
    page = post(client, data)
    assert page.status_code == 422
    assert sentence in page.text
    if data["email"]:
        assert f'value="{data["email"]}"' in page.text
    answer = post(client, data, Accept="application/json")
    assert answer.status_code == 422
    assert sentence in str(answer.json()["errors"])
    assert not Subscriber.objects.exists()


HOSTILE = [
    "nell@example.org\nBcc: everybody@example.org",
    "nell@example.org\r\nBcc: everybody@example.org",
    "nell@example.org\r\n\r\nBuy now",
    "nell@example.org%0aBcc:everybody@example.org\n",
    "nell@example.org\rSubject: hi",
    "nell\n@example.org",
    "nell@example.org\x00",
    "nell@example.org\u2028Bcc: everybody@example.org",
    "nell@example.org\x0bBcc: everybody@example.org",
    "nell@example.org\x85Bcc: everybody@example.org",
    "nell@example.org, everybody@example.org",
    "nell@example.org; everybody@example.org",
    "nell@example.org everybody@example.org",
    "<nell@example.org>,<everybody@example.org>",
    "Nell <nell@example.org>",
    '"nell\\\r\nBcc: everybody"@example.org',
    '"nell, everybody@example.org"@example.org',
    "nell@[127.0.0.1]",
    "nell@localhost",
    "nell@example..org",
    "@example.org",
    "nell@",
    "n" * 65 + "@example.org",
    "nell@" + "a" * 300 + ".org",
    "nell@" + "ａ" * 5000,
]


@pytest.mark.parametrize("address", HOSTILE)
def test_an_address_that_could_become_a_header_or_a_second_recipient_is_refused(
    client: Client, work: Work, address: str
) -> None:
    assert post(client, fields(make_text(), address)).status_code == 422
    work()
    assert not mail.outbox
    assert not Subscriber.objects.exists()


def test_a_page_that_would_break_a_line_is_not_kept(client: Client) -> None:
    text = make_text()
    for number, page in enumerate(["//elsewhere\nX", "https://elsewhere.example", "/" + "a" * 300, "/a\tb"]):
        post(client, fields(text, f"nell{number}@example.org", page=page))
    assert set(ConsentRecord.objects.values_list("page", flat=True)) == {""}


@given(st.emails(), st.sampled_from(["\n", "\r", "\x00", ",", ";", " ", "\u2028"]), st.integers(0, 60))
def test_no_address_that_is_taken_holds_anything_but_one_address(address: str, sign: str, at: int) -> None:
    from django.core.exceptions import ValidationError

    for typed in (address, address[:at] + sign + address[at:]):
        try:
            stored = normalised(typed)
        except ValidationError:
            continue
        assert stored == stored.lower() == normalised(stored)
        assert stored.isascii()
        assert stored.count("@") == 1
        assert not set(stored) & set('\r\n\0,;<>" \t')


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  Nell@Example.ORG ", "nell@example.org"),
        ("nell@bühne.example", "nell@xn--bhne-0ra.example"),
        ("nell@BÜHNE.example", "nell@xn--bhne-0ra.example"),
        ("o'hara+films@example.co.uk", "o'hara+films@example.co.uk"),
    ],
)
def test_an_address_is_stored_in_one_form(typed: str, stored: str) -> None:
    assert normalised(typed) == stored


def test_an_address_with_an_international_domain_is_mailed(client: Client, work: Work) -> None:
    post(client, fields(make_text(), "nell@bühne.example"))
    work()
    assert mail.outbox[0].to == ["nell@xn--bhne-0ra.example"]


def test_twelve_sign_ups_in_a_row_mail_a_stranger_once_a_day(client: Client, work: Work) -> None:
    text, other = make_text(), make_text()
    for number in range(12):
        address = ["victim@example.org", "Victim@Example.org", f"victim+{number}@example.org"][number % 3]
        assert post(client, fields(other if number % 2 else text, address)).status_code == 303
        work()
    assert len(mail.outbox) == 1
    with time_machine.travel(timedelta(hours=30)):
        Quota.objects.all().delete()
        post(client, fields(text, "victim@example.org"))
        work()
    assert len(mail.outbox) == 2


def test_one_address_is_mailed_once_a_day_even_when_the_counters_are_lost(client: Client, work: Work) -> None:
    text = make_text()
    for _ in range(5):
        Quota.objects.all().delete()
        post(client, fields(text))
    work()
    assert len(mail.outbox) == 1
    assert ConsentRecord.objects.count() == 5, "each request is on record"
    with time_machine.travel(timedelta(hours=25)):
        Quota.objects.all().delete()
        post(client, fields(text))
    assert ConsentRecord.objects.count() == 6


def test_who_unsubscribed_by_mistake_may_come_back_the_same_day(client: Client, work: Work) -> None:
    text = make_text()
    post(client, fields(text))
    work()
    client.post(link("confirm"))
    client.post(link("unsubscribe"))
    post(client, fields(text))
    work()
    assert len(mail.outbox) == 2
    client.post(link("confirm"))
    assert Subscription.objects.get().state == "active"


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_known_new_confirmed_and_forgotten_addresses_get_the_same_answer(
    client: Client, work: Work, accept: str
) -> None:
    text = make_text()
    post(client, fields(text, "known@example.org"))
    post(client, fields(text, "confirmed@example.org"))
    work()
    for message in mail.outbox:
        if message.to == ["confirmed@example.org"]:
            client.post(link("confirm", message))
    post(client, fields(text, "forgotten@example.org"))
    Subscriber.objects.get(email="forgotten@example.org").erase()

    names = ("unknown", "known", "confirmed", "forgotten")
    answers = [post(client, fields(text, f"{name}@example.org"), Accept=accept) for name in names]

    assert len({(answer.status_code, answer.text, answer.get("Location")) for answer in answers}) == 1
    work()
    to = [message.to[0] for message in mail.outbox]
    assert "forgotten@example.org" not in to
    assert not Subscriber.objects.filter(email="forgotten@example.org").exists()


def test_who_already_gets_it_is_told_so_by_mail_and_stays_subscribed(client: Client, work: Work) -> None:
    text = make_text()
    post(client, fields(text))
    work()
    client.post(link("confirm"))
    with time_machine.travel(timedelta(days=2)):
        post(client, fields(text))
        work()
    assert mail.outbox[-1].subject == f"You already get {text.newsletter.name}"
    assert link("preferences")
    assert Subscription.objects.get().state == "active"


def test_a_program_that_fills_in_every_field_gets_the_usual_answer_and_nothing_happens(client: Client) -> None:
    answer = post(client, fields(make_text(), fax="+44 1"))
    assert (answer.status_code, answer["Location"]) == (303, "/newsletter/thanks/")
    assert not Subscriber.objects.exists()


def test_a_network_that_asks_too_often_is_asked_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    Quota.objects.all().delete()
    monkeypatch.setattr(settings, "NEWSLETTER_SIGN_UPS_PER_NETWORK", 3)
    text = make_text()
    codes = [post(client, fields(text, f"nell{number}@example.org")).status_code for number in range(5)]
    assert codes == [303, 303, 303, 429, 429]
    answer = post(client, fields(text), Accept="application/json")
    assert answer.status_code == 429
    assert answer["Retry-After"] == "3600"
    assert "Please try again in an hour." in answer.json()["message"]
    elsewhere = {"Origin": "http://testserver"}
    answer = client.post("/newsletter/sign-up/", fields(text), headers=elsewhere, REMOTE_ADDR="203.0.113.9")
    assert answer.status_code == 303


def test_a_flood_from_everywhere_is_stopped_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    Quota.objects.all().delete()
    monkeypatch.setattr(settings, "NEWSLETTER_SIGN_UPS_PER_HOUR", 2)
    text = make_text()
    codes = [
        client.post(
            "/newsletter/sign-up/",
            fields(text, f"nell{number}@example.org"),
            headers={"Origin": "http://testserver"},
            REMOTE_ADDR=f"203.0.113.{number}",
        ).status_code
        for number in range(3)
    ]
    assert codes == [303, 303, 429]


def test_the_mailbox_behind_variants_of_an_address_is_one() -> None:
    assert mailbox("n.ell+films@gmail.com") == mailbox("nell@gmail.com")
    assert mailbox("n.ell@example.org") != mailbox("nell@example.org")
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff:1")
    assert network_of("::ffff:203.0.113.9") == network_of("203.0.113.9")


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Origin": "http://testserver"}, 303),
        ({"Referer": "http://testserver/film/1/a/"}, 303),
        ({"Origin": "null", "Sec-Fetch-Site": "same-origin"}, 303),
        ({}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "https://elsewhere.example"}, 403),
        ({"Origin": "http://testserver.elsewhere.example"}, 403),
        ({"Origin": "http://testserver@elsewhere.example"}, 403),
        ({"Origin": "http://testserver:81"}, 403),
        ({"Origin": "file://testserver"}, 403),
        ({"Origin": "http://[testserver"}, 403),
        ({"Origin": "https://elsewhere.example", "Referer": "http://testserver/"}, 403),
        ({"Referer": "https://elsewhere.example/http://testserver/"}, 403),
        ({"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
    ],
)
def test_a_form_from_another_site_is_refused(client: Client, headers: dict[str, str], code: int) -> None:
    text = make_text()
    assert client.post("/newsletter/sign-up/", fields(text), headers=headers).status_code == code
    assert Subscriber.objects.exists() == (code == 303)


def test_the_network_is_kept_without_its_last_part() -> None:
    assert network_kept("203.0.113.77") == "203.0.113.0"
    assert network_kept("2001:db8:1:2:3:4:5:6") == "2001:db8:1::"
    assert network_kept("") is None


def test_the_tag_asks_the_database_once_and_ids_stay_unique(django_assert_num_queries: Any) -> None:
    make_text()
    twice = Template(
        "{% load newsletter_tags %}{% newsletter_signup placement='story' %}{% newsletter_signup placement='front' %}"
    )
    request = RequestFactory().get("/film/1/a/")
    with django_assert_num_queries(1):
        html = twice.render(RequestContext(request))
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert ids
    assert len(ids) == len(set(ids))
    assert html.count('name="page" value="/film/1/a/"') == 2
    assert html.count("<script") == 1
    assert SENTENCE in words(html)


def test_the_tag_prints_nothing_when_there_is_nothing_to_sign_up_to(client: Client) -> None:
    tag = Template("{% load newsletter_tags %}{% newsletter_signup %}")
    assert tag.render(Context()).strip() == ""
    make_newsletter()
    assert tag.render(Context()).strip() == "", "no wording, no form"
    make_text(newsletter=make_newsletter(is_open=False))
    assert tag.render(Context()).strip() == ""
    page = client.get("/newsletter/")
    assert page.status_code == 200
    assert "has no newsletter at the moment" in page.text


def test_the_foremost_open_newsletter_stands_in_stories() -> None:
    second = make_text(newsletter=make_newsletter(position=2))
    first = make_text(newsletter=make_newsletter(position=1))
    newer = make_text(newsletter=first.newsletter)
    assert ConsentText.objects.current() == newer
    assert ConsentText.objects.newest_for_each() == [newer, second]


@pytest.mark.django_db(transaction=True)
def test_two_sign_ups_of_one_address_at_once_make_one_subscription(work: Work) -> None:
    Quota.objects.all().delete()
    text = make_text()
    ready = threading.Barrier(6)
    codes: list[int] = []

    def sign_up() -> None:
        try:
            ready.wait()
            codes.append(post(Client(), fields(text)).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=sign_up) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    work()
    assert codes == [303] * 6
    assert Subscriber.objects.count() == Subscription.objects.count() == 1
    assert ConsentRecord.objects.count() == 6
    assert len(mail.outbox) == 1


def somebody_waits_for_us() -> bool:
    """Whether another thread waits for what this one's transaction holds."""
    if connection.vendor == "sqlite":
        return FIRST_HERE.locked()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid() = ANY (pg_blocking_pids(pid)) FROM pg_locks WHERE NOT granted")
        return (True,) in cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_who_is_forgotten_in_the_middle_of_a_sign_up_stays_forgotten(work: Work) -> None:
    text = make_text()
    person, codes = make_subscription(text.newsletter, "nell.ashby@example.org").subscriber, list[int]()

    def sign_up() -> None:
        try:
            codes.append(post(Client(), fields(text)).status_code)
        finally:
            connection.close()

    thread = threading.Thread(target=sign_up)
    with transaction.atomic():
        person.erase()
        thread.start()
        until(somebody_waits_for_us)
    thread.join()
    work()
    assert codes == [303]
    assert not Subscriber.objects.exists()
    assert not mail.outbox
