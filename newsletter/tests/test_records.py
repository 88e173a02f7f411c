"""What is held about a person, for how long, and who is never written to again."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.models import AuditEntry
from newsletter import bounces, retention
from newsletter.history import SHOWN, history_of
from newsletter.models import Delivery, Issue, Newsletter, Subscriber, Subscription, Suppression
from newsletter.tests.factories import SENTENCE, fields, link, make_newsletter, make_text, post
from newsletter.tests.test_desk import desk, everywhere

Work = Callable[[], int]
pytestmark = pytest.mark.django_db


@pytest.fixture
def person(client: Client, work: Work) -> Subscriber:
    """Somebody who confirmed."""
    cache.clear()
    post(client, fields(make_text(newsletter=make_newsletter(name="Stages"))))
    work()
    client.post(link("confirm"))
    work()
    return Subscriber.objects.get()


def sent_to(person: Subscriber, subject: str = "Tonight") -> Delivery:
    issue = Issue.objects.create(newsletter=Newsletter.objects.get(name="Stages"), subject=subject)
    return Delivery.objects.create(issue=issue, subscriber=person, state="sent", sent_at=timezone.now(), code="250")


def state() -> str:
    return Subscription.objects.get().state


def test_all_that_is_held_about_a_person_is_one_file_and_taking_it_is_logged_without_the_address(
    person: Subscriber,
) -> None:
    sent_to(person)
    editor, path = desk(), f"/admin/newsletter/subscriber/{person.pk}/"
    assert "Export all that is held" in editor.get(f"{path}change/").text

    answer = editor.post(f"{path}held/")

    assert "attachment" in answer["Content-Disposition"]
    held = json.loads(answer.content)
    assert held["e-mail address"] == "nell.ashby@example.org"
    assert held["newsletters"][0]["state"] == "active"
    (consent,) = held["requests and consent"]
    assert (consent["sentence agreed to"], consent["network asked from"]) == (SENTENCE, "127.0.0.0")
    assert consent["page of the form"] == "/film/1/a-premiere/"
    assert held["issues"][0]["subject"] == "Tonight"
    entry = AuditEntry.objects.filter(action="export").get()
    assert f"subscriber {person.pk}" in entry.headline
    assert "nell" not in f"{entry.headline} {entry.detail}"


def test_nobody_exports_what_is_held_who_may_not_export_people(person: Subscriber) -> None:
    path = f"/admin/newsletter/subscriber/{person.pk}/held/"
    assert desk("Writer").post(path).status_code == 403
    assert desk().get(path).status_code == 405
    assert not AuditEntry.objects.filter(action="export").exists()


def test_erasure_takes_deliveries_along(person: Subscriber) -> None:
    sent_to(person)
    email = person.email
    person.erase()
    assert not Delivery.objects.exists()
    assert Issue.objects.exists()
    assert [(table, row) for table, row in everywhere() if email in row] == []
    assert Suppression.objects.get().reason == "forgotten"


def test_a_hard_bounce_ends_all_mail_to_that_address_and_a_new_sign_up_brings_none(
    client: Client, work: Work, person: Subscriber
) -> None:
    delivery = sent_to(person)
    assert bounces.bounced(delivery, hard=True)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.code, state()) == ("bounced", "hard", "unsubscribed")
    assert person.consent_records.get().get_withdrawal_method_display() == "mail came back"
    mail.outbox.clear()
    cache.clear()
    post(client, fields(make_text()))
    work()
    assert mail.outbox == []
    page = client.post(person.preferences_path(), {"consent_text": person.consent_records.get().consent_text_id})
    assert "We do not write to you any more" in page.text
    assert state() == "unsubscribed"
    assert "Mail came back" in desk().get(f"/admin/newsletter/subscriber/{person.pk}/change/").text
    assert "Mail came back" in desk().get("/admin/newsletter/suppression/", {"reason": "bounce"}).text


def test_soft_bounces_count_only_when_five_issues_in_a_row_came_back(person: Subscriber) -> None:
    for number in range(4):
        assert not bounces.bounced(sent_to(person, f"Issue {number}"), hard=False)
    sent_to(person, "arrived")
    for number in range(4):
        assert not bounces.bounced(sent_to(person, f"Late issue {number}"), hard=False)
        assert state() == "active"
    assert bounces.bounced(sent_to(person, "the fifth"), hard=False)
    assert state() == "unsubscribed"


def test_a_bounce_told_by_its_address_is_one_of_the_last_issue(person: Subscriber) -> None:
    old, new = sent_to(person, "old"), sent_to(person, "new")
    assert not bounces.bounced(person.email, hard=False)
    assert not bounces.bounced("stranger@example.org", hard=True)
    states = [Delivery.objects.get(pk=one.pk).state for one in (old, new)]
    assert states == ["sent", "bounced"]


def test_who_calls_it_spam_gets_nothing_any_more(person: Subscriber) -> None:
    assert bounces.complained(sent_to(person))
    assert state() == "unsubscribed"
    assert Delivery.objects.get().state == "complained"
    assert Suppression.objects.get().reason == "complaint"


def test_who_asked_to_be_forgotten_stays_forgotten_whatever_comes_after(person: Subscriber) -> None:
    person_again = person.email
    person.erase()
    Suppression.keep(person_again, Suppression.Reason.BOUNCE)
    assert Suppression.objects.get().reason == "forgotten"


def test_who_left_every_newsletter_is_deleted_after_three_years_and_nobody_else(person: Subscriber) -> None:
    long_ago = timezone.now() - timedelta(days=3 * 365 + 1)
    stays = Subscriber.objects.create(email="stays@example.org")
    one, other = Newsletter.objects.get(), make_newsletter()
    left: dict[str, Any] = {"state": "unsubscribed", "unsubscribed_at": long_ago}
    active: dict[str, Any] = {"state": "active", "confirmed_at": long_ago}
    Subscription.objects.create(subscriber=stays, newsletter=one, **left)
    Subscription.objects.create(subscriber=stays, newsletter=other, **active)
    lately = Subscriber.objects.create(email="lately@example.org")
    Subscription.objects.create(subscriber=lately, newsletter=one, **left)
    Subscription.objects.create(subscriber=lately, newsletter=other, **left | {"unsubscribed_at": timezone.now()})
    Subscription.objects.update(confirmed_at=long_ago)
    person.subscriptions.update(**left)
    sent_to(person)

    assert retention.delete_due() == 1

    assert set(Subscriber.objects.values_list("email", flat=True)) == {"stays@example.org", "lately@example.org"}
    assert not Delivery.objects.exists()


def test_the_rules_of_how_long_what_is_kept_stand_in_the_docs(client: Client) -> None:
    docs = (Path(settings.BASE_DIR) / "docs" / "operating.md").read_text()
    for rule in retention.RULES:
        assert f"| {rule.what} | {rule.kept.days} days | {rule.since} |" in docs
    assert "for 3 years" in client.get("/newsletter/data-protection/").text


def test_a_record_shows_the_newest_two_hundred_events_and_the_rest_when_asked(person: Subscriber) -> None:
    for number in range(SHOWN):
        sent_to(person, f"Issue {number}")
    address = f"/admin/newsletter/subscriber/{person.pk}/change/"
    page = desk().get(address).text
    assert "Issue 199" in page
    assert "Asked for" not in page
    assert f"Show {len(history_of(person)) - SHOWN} earlier" in page
    assert "Asked for" in desk().get(address, {"all": "1"}).text
