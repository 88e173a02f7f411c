"""A reader's preferences page: a pause, another address, and who may not be written to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, expect

from newsletter import limits, retention
from newsletter.models import AddressChange, Quota, Subscriber, Subscription, Suppression
from newsletter.tests.factories import fields, link, make_text, post
from newsletter.tests.test_desk import desk, everywhere
from newsletter.tests.test_mail import Inbox, smtp

__all__ = ["smtp"]

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
NEW = "nell@another.example"


@pytest.fixture
def reader(client: Client, work: Work) -> Subscriber:
    Quota.objects.all().delete()
    post(client, fields(make_text()))
    work()
    client.post(link("confirm"))
    work()
    mail.outbox.clear()
    return Subscriber.objects.get()


def act(client: Client, reader: Subscriber, deed: str, **values: str) -> Any:
    return client.post(reader.preferences_path(), {"deed": deed} | values)


def move(client: Client, work: Work, reader: Subscriber, to: str = NEW) -> str:
    act(client, reader, "move", email=to)
    work()
    return link("new-address")


@time_machine.travel(datetime(2026, 6, 1, 12, tzinfo=UTC), tick=False)
def test_a_pause_ends_by_itself_on_the_morning_of_its_day(client: Client, reader: Subscriber) -> None:
    page = act(client, reader, "pause", until="2026-06-14").text
    assert "Your pause is set." in page
    assert "Nothing comes until 14 June 2026" in page
    assert not Subscription.objects.receiving().exists()
    assert Subscription.objects.get().state == "active"
    assert "paused until 14 June 2026" in desk().get(f"/admin/newsletter/subscriber/{reader.pk}/change/").text
    with time_machine.travel(datetime(2026, 6, 13, 22, 59, tzinfo=UTC)):
        assert not Subscription.objects.receiving().exists()
    with time_machine.travel(datetime(2026, 6, 13, 23, 0, tzinfo=UTC)):  # midnight in London
        assert Subscription.objects.receiving().exists()
        assert "Send me nothing until" in client.get(reader.preferences_path()).text


def test_a_pause_can_end_early_and_opening_the_page_changes_nothing(client: Client, reader: Subscriber) -> None:
    until = (timezone.localdate() + timedelta(days=9)).isoformat()
    act(client, reader, "pause", until=until)
    client.get(reader.preferences_path(), {"deed": "resume"})
    assert not Subscription.objects.receiving().exists()
    assert "come again" in act(client, reader, "resume").text
    assert Subscription.objects.receiving().exists()


@pytest.mark.parametrize("until", ["", "soon", "2020-01-01", "2999-01-01", "2026-02-30"])
def test_a_pause_wants_a_day_within_a_year(client: Client, reader: Subscriber, until: str) -> None:
    answer = act(client, reader, "pause", until=until)
    assert answer.status_code == 422
    assert "Please choose a day" in answer.text
    assert Subscription.objects.receiving().exists()


def test_who_leaves_during_a_pause_and_comes_back_is_in_none(client: Client, reader: Subscriber) -> None:
    text = reader.consent_records.get().consent_text_id
    act(client, reader, "pause", until=(timezone.localdate() + timedelta(days=9)).isoformat())
    client.post(reader.preferences_path(), {})
    client.post(reader.preferences_path(), {"consent_text": [text]})
    assert Subscription.objects.receiving().exists()


def test_another_address_counts_once_the_link_sent_there_is_pressed(
    client: Client, work: Work, reader: Subscriber, smtp: Inbox
) -> None:
    page = act(client, reader, "move", email=" Nell@Another.EXAMPLE").text
    assert "Please look into the inbox of the new address" in page
    work()
    (message,) = smtp.messages()
    assert message["To"] == NEW
    assert reader.email not in message.as_string()
    change = AddressChange.objects.get()
    assert "n…@another.example" in client.get(change.path()).text
    reader.refresh_from_db()
    assert reader.email == "nell.ashby@example.org", "mail scanners open links"

    assert "This is your address now" in client.post(change.path()).text
    assert client.post(change.path()).status_code == 200
    reader.refresh_from_db()
    assert reader.email == NEW
    assert [row for _, row in everywhere() if "nell.ashby@example.org" in row] == []
    assert Subscription.objects.receiving().exists()
    assert "Confirmed the new address" in desk().get(f"/admin/newsletter/subscriber/{reader.pk}/change/").text


def test_the_first_of_two_links_changes_nothing(client: Client, work: Work, reader: Subscriber) -> None:
    first = move(client, work, reader)
    second = move(client, work, reader, "nell@third.example")
    assert client.post(first).status_code == 410
    client.post(second)
    reader.refresh_from_db()
    assert reader.email == "nell@third.example"


def test_an_address_of_somebody_else_cannot_be_taken_over(client: Client, work: Work, reader: Subscriber) -> None:
    other = Subscriber.objects.create(email=NEW)
    answer = client.post(move(client, work, reader))
    assert answer.status_code == 409
    assert "come to this address already" in answer.text
    assert set(Subscriber.objects.values_list("email", flat=True)) == {"nell.ashby@example.org", other.email}


@pytest.mark.parametrize("email", ["gone@example.org", "nell@mailinator.com", "had.one.today@example.org"])
def test_the_answer_is_the_same_and_no_mail_goes_to_who_must_not_get_one(
    client: Client, work: Work, reader: Subscriber, email: str
) -> None:
    Suppression.keep("gone@example.org", Suppression.Reason.FORGOTTEN)
    limits.may_mail("had.one.today@example.org", is_reader=False)
    page = act(client, reader, "move", email=email).text.replace(email, "")
    usual = act(client, reader, "move", email="usual@example.org").text.replace("usual@example.org", "")
    assert page == usual
    work()
    assert [one.to for one in mail.outbox] == [["usual@example.org"]]


@pytest.mark.parametrize("email", ["", "nell", "nell.ashby@example.org"])
def test_a_new_address_that_is_none_is_said_and_what_was_typed_is_kept(
    client: Client, reader: Subscriber, email: str
) -> None:
    answer = act(client, reader, "move", email=email)
    assert answer.status_code == 422
    assert f'value="{email}"' in answer.text
    assert not AddressChange.objects.exists()


def test_new_addresses_never_confirmed_are_deleted_in_time_and_with_the_person(
    client: Client, reader: Subscriber
) -> None:
    act(client, reader, "move", email=NEW)
    with time_machine.travel(timedelta(days=31)):
        retention.delete_due()
    assert not AddressChange.objects.exists()
    Quota.objects.all().delete()
    act(client, reader, "move", email=NEW)
    path = AddressChange.objects.get().path()
    reader.erase()
    assert client.post(path).status_code == 410
    assert [row for _, row in everywhere() if NEW in row] == []


def test_without_script_a_reader_pauses_and_moves_in_a_browser(browser: Browser, live_server: Any) -> None:
    Quota.objects.all().delete()
    reader = Subscriber.objects.create(email="nell@example.org")
    newsletter = make_text().newsletter
    Subscription.objects.create(subscriber=reader, newsletter=newsletter, state="active", confirmed_at=timezone.now())
    page = browser.new_page(java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(live_server.url + reader.preferences_path())
    page.get_by_label("Send me nothing until").fill((timezone.localdate() + timedelta(days=20)).isoformat())
    page.get_by_role("button", name="Pause").click()
    expect(page.get_by_role("status")).to_have_text("Your pause is set.")
    page.get_by_label("New e-mail address").fill(NEW)
    page.get_by_role("button", name="Change the address").click()
    expect(page.get_by_role("status")).to_contain_text("new address")
    page.close()
    assert AddressChange.objects.get().email == NEW
