"""The links in mails: each opens its own door, to whoever reads that mailbox, and to nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.test import Client, override_settings

from newsletter import tokens
from newsletter.models import ConsentRecord, Subscriber, Subscription
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
PURPOSES = ["confirm", "unsubscribe", "preferences"]


@pytest.fixture
def reader(client: Client, work: Work) -> Subscriber:
    """Somebody whose subscription waits; their mail is the last one sent."""
    cache.clear()
    post(client, fields(make_text()))
    work()
    return Subscriber.objects.get()


def state() -> str:
    return Subscription.objects.get().state


def test_a_mail_program_unsubscribes_with_one_bare_request_twice(client: Client, reader: Subscriber) -> None:
    client.post(link("confirm"))
    headers = mail.outbox[-1].extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    bare = Client(enforce_csrf_checks=True)
    for _ in range(2):
        answer = bare.post(address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
        assert answer.status_code == 200
        assert not answer.cookies
    subscription = Subscription.objects.get()
    assert subscription.state == "unsubscribed"
    record = ConsentRecord.objects.get()
    assert record.withdrawn_at == subscription.unsubscribed_at
    assert record.withdrawal_method == "one-click"


def test_opening_the_unsubscribe_link_only_shows_a_button(client: Client, reader: Subscriber) -> None:
    client.post(link("confirm"))
    page = client.get(link("unsubscribe"))
    assert "<button" in page.text
    assert state() == "active"
    assert "You are unsubscribed" in client.post(link("unsubscribe")).text
    assert state() == "unsubscribed"
    assert ConsentRecord.objects.get().withdrawal_method == "link"


def test_the_unsubscribe_link_never_expires_and_the_confirm_link_does(client: Client, reader: Subscriber) -> None:
    with time_machine.travel(timedelta(days=6, hours=23)):
        assert client.get(link("confirm")).status_code == 200
    with time_machine.travel(timedelta(days=7, minutes=1)):
        page = client.get(link("confirm"))
        assert page.status_code == 410
        assert "This link is too old" in page.text
        assert 'href="/newsletter/"' in page.text
    assert state() == "pending"
    with time_machine.travel(timedelta(days=2000)):
        assert client.post(link("unsubscribe")).status_code == 200
    assert state() == "unsubscribed"


def test_a_confirm_link_does_nothing_after_unsubscribing(client: Client, reader: Subscriber) -> None:
    client.post(link("confirm"))
    client.post(link("unsubscribe"))
    for answer in (client.get(link("confirm")), client.post(link("confirm"))):
        assert answer.status_code == 410
    assert state() == "unsubscribed"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_link_for_another_purpose_or_a_forged_one_opens_nothing(
    client: Client, reader: Subscriber, purpose: str
) -> None:
    record, subscription = ConsentRecord.objects.get(), Subscription.objects.get()
    keys = {"confirm": record.pk, "unsubscribe": subscription.pk, "preferences": reader.pk}
    right = tokens.make(purpose, keys[purpose])
    with override_settings(SECRET_KEY="somebody else's secret"):
        foreign = tokens.make(purpose, keys[purpose])
    pk, time, signature = right.split(".")
    wrong = [
        *(tokens.make(other, keys[purpose]) for other in PURPOSES if other != purpose),
        *(
            foreign,
            f"{int(pk) + 1}.{time}.{signature}",
            f"{pk}.{time}.{signature[:-2]}",
            f"{pk}.{time}.",
            pk,
            "x",
            "...",
        ),
        *(f"{pk}.{time}.{signature}x", "%00", "é", "1" * 3000),
    ]
    for token in wrong:
        for answer in (client.get(f"/newsletter/{purpose}/{token}/"), client.post(f"/newsletter/{purpose}/{token}/")):
            assert answer.status_code == 404, token
            assert "This link does not work" in answer.text
    assert state() == "pending"


def test_a_signature_has_at_least_128_bits() -> None:
    signature = tokens.make("confirm", 1).split(".")[-1]
    assert len(signature) * 6 >= 256


def test_pages_behind_a_link_are_kept_in_no_cache_and_told_to_nobody(client: Client, reader: Subscriber) -> None:
    addresses = [link("confirm"), link("unsubscribe"), reader.preferences_path(), "/newsletter/confirm/x/"]
    for address in addresses:
        for answer in (client.get(address), client.post(address)):
            assert "no-store" in answer["Cache-Control"]
            assert answer["Referrer-Policy"] == "no-referrer"
            assert "noindex" in answer["X-Robots-Tag"]
            assert address not in answer.text


def test_links_of_a_forgotten_person_end_in_friendly_pages(client: Client, reader: Subscriber) -> None:
    confirm, unsubscribe, preferences = link("confirm"), link("unsubscribe"), reader.preferences_path()
    reader.erase()
    for address in (confirm, preferences):
        assert client.get(address).status_code == 410
        assert client.post(address).status_code == 410
    assert client.get(unsubscribe).status_code == 200
    for _ in range(2):
        assert client.post(unsubscribe, {"List-Unsubscribe": "One-Click"}).status_code == 200


def test_a_reader_chooses_newsletters_and_each_choice_leaves_its_proof(client: Client, reader: Subscriber) -> None:
    client.post(link("confirm"))
    first = Subscription.objects.get().newsletter.consent_texts.get()
    other = make_text()
    shut = make_text(newsletter=make_newsletter(is_open=False))
    address = reader.preferences_path()

    page = client.get(address).text
    assert "n…@example.org" in page
    assert reader.email not in page
    assert shut.newsletter.name not in page

    page = client.post(address, {"consent_text": [other.pk, shut.pk, "x", "99999"]}).text
    assert "Your choice is saved." in page
    states = dict(Subscription.objects.values_list("newsletter__name", "state"))
    assert states == {first.newsletter.name: "unsubscribed", other.newsletter.name: "active"}
    proof = ConsentRecord.objects.get(newsletter=other.newsletter)
    assert (proof.consent_text, proof.method) == (other, "preferences")
    assert proof.confirmed_at is not None
    assert ConsentRecord.objects.get(newsletter=first.newsletter).withdrawal_method == "preferences"

    before = list(ConsentRecord.objects.values())
    client.post(address, {"consent_text": [other.pk]})
    assert list(ConsentRecord.objects.values()) == before, "saving the same again is no new consent"


def test_a_newsletter_closed_meanwhile_can_still_be_left_and_is_not_lost_by_accident(
    client: Client, reader: Subscriber
) -> None:
    client.post(link("confirm"))
    text = Subscription.objects.get().newsletter.consent_texts.get()
    text.newsletter.is_open = False
    text.newsletter.save()
    assert f'value="{text.pk}" type="checkbox" checked' in client.get(reader.preferences_path()).text
    client.post(reader.preferences_path(), {"consent_text": [text.pk]})
    assert state() == "active"
    client.post(reader.preferences_path(), {})
    assert state() == "unsubscribed"
