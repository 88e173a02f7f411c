"""The proof of consent: a wording never changes, and what is not needed any more goes by itself."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.utils import timezone

from newsletter import demo, retention
from newsletter.models import ConsentRecord, ConsentText, ConsentTextIsFrozen, Newsletter, Subscriber, Subscription
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post

pytestmark = pytest.mark.django_db

DEEDS: list[Callable[[ConsentText], Any]] = [
    lambda text: text.save(),
    lambda text: text.delete(),
    lambda text: ConsentText.objects.update(sentence="Other"),
    lambda text: ConsentText.objects.filter(pk=text.pk).delete(),
    lambda text: ConsentText.objects.bulk_update([text], ["sentence"]),
    lambda text: ConsentText.objects.update_or_create({"sentence": "Other"}, pk=text.pk),
    lambda text: ConsentText.objects.bulk_create([text]),
    lambda text: text.newsletter.consent_texts.update(sentence="Other"),
    lambda text: text.newsletter.consent_texts.all().delete(),
]


@pytest.mark.parametrize("deed", DEEDS)
def test_a_wording_people_agreed_to_cannot_be_changed(deed: Callable[[ConsentText], Any]) -> None:
    text = make_text()
    before = list(ConsentText.objects.values())
    text.sentence = "Other"
    with pytest.raises(ConsentTextIsFrozen):
        deed(text)
    assert list(ConsentText.objects.values()) == before


def test_a_wording_outlives_the_account_of_whoever_wrote_it() -> None:
    writer = User.objects.create_user("nell")
    text = make_text(created_by=writer)
    writer.delete()
    assert ConsentText.objects.get(pk=text.pk).created_by is None


def test_a_newsletter_with_a_wording_cannot_be_deleted() -> None:
    text = make_text()
    with pytest.raises(ProtectedError):
        text.newsletter.delete()


def test_wordings_are_numbered_for_each_newsletter() -> None:
    first, second = make_newsletter(), make_newsletter()
    versions = [make_text(newsletter=newsletter).version for newsletter in (first, first, second, first)]
    assert versions == [1, 2, 1, 3]


@pytest.mark.parametrize("sentence", ["No link at all.", "data protection notice, data protection notice"])
def test_the_policys_name_must_stand_in_the_sentence_once(sentence: str) -> None:
    text = ConsentText(newsletter=make_newsletter(), sentence=sentence, policy_version="1")
    with pytest.raises(ValidationError) as refusal:
        text.full_clean()
    assert "policy_name" in refusal.value.message_dict


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//elsewhere.example", "/\\elsewhere.example", "http://a"])
def test_a_policy_address_leads_to_this_site_or_a_safe_one(address: str) -> None:
    text = ConsentText(
        newsletter=make_newsletter(), sentence="The data protection notice.", policy_version="1", policy_address=address
    )
    with pytest.raises(ValidationError):
        text.full_clean()


@pytest.mark.parametrize(
    "values",
    [
        {"state": "active"},
        {"state": "unsubscribed"},
        {"state": "pending", "unsubscribed_at": timezone.now()},
    ],
)
def test_the_database_refuses_a_state_without_its_time(values: dict[str, Any]) -> None:
    subscriber = Subscriber.objects.create(email="nell@example.org")
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscription.objects.create(subscriber=subscriber, newsletter=make_newsletter(), **values)


def test_the_database_refuses_a_second_spelling_of_an_address() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Subscriber.objects.create(email="Nell@example.org")


def test_networks_and_people_who_never_confirmed_are_deleted_in_time(client: Client, work: Callable[[], int]) -> None:
    cache.clear()
    text = make_text()
    post(client, fields(text, "confirmed@example.org"))
    work()
    client.post(link("confirm"))
    post(client, fields(text, "waits@example.org"))
    post(client, fields(text, "waited@example.org"))
    post(client, fields(text, "left@example.org"))
    client.post(Subscriber.objects.get(email="left@example.org").subscriptions.get().unsubscribe_path())
    long_ago = timezone.now() - timedelta(days=31)
    Subscription.objects.exclude(subscriber__email="waits@example.org").update(requested_at=long_ago)
    assert set(ConsentRecord.objects.values_list("request_ip", flat=True)) == {"127.0.0.0"}
    ConsentRecord.objects.filter(subscriber__email="confirmed@example.org").update(request_ip_kept_until=long_ago)

    assert retention.delete_due() == 3
    assert retention.delete_due() == 0

    left = Subscriber.objects.values_list("email", flat=True)
    assert set(left) == {"confirmed@example.org", "waits@example.org"}
    assert ConsentRecord.objects.get(subscriber__email="confirmed@example.org").request_ip is None
    assert ConsentRecord.objects.count() == 2


def test_the_sweep_looks_once_an_hour() -> None:
    cache.clear()
    make_text()
    subscriber = Subscriber.objects.create(email="nell@example.org")
    long_ago = timezone.now() - timedelta(days=31)
    Subscription.objects.create(subscriber=subscriber, newsletter=Newsletter.objects.get(), requested_at=long_ago)
    assert retention.tidy() == 1
    Subscription.objects.create(
        subscriber=Subscriber.objects.create(email="ned@example.org"),
        newsletter=Newsletter.objects.get(),
        requested_at=long_ago,
    )
    assert retention.tidy() == 0


def test_the_demo_makes_its_newsletter_once() -> None:
    demo.make()
    demo.make()
    assert Newsletter.objects.count() == ConsentText.objects.count() == 1
    ConsentText.objects.get().full_clean()
