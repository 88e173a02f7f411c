"""Consent one can replay: the form as each person saw it, and who agreed to which wording."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.test import Client

from newsletter.models import ConsentRecord, ConsentText, FormShown, Subscriber
from newsletter.tests.factories import SENTENCE, fields, link, make_newsletter, make_text, post
from newsletter.tests.test_desk import desk

Work = Callable[[], int]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def no_counters() -> None:
    cache.clear()


def printed(client: Client) -> list[str]:
    """The numbers of what the sign-up page says."""
    return re.findall(r'name="form" value="(\d+)"', client.get("/newsletter/").text)


def seen(record: ConsentRecord) -> Any:
    return desk().get(f"/admin/newsletter/subscriber/form/{record.pk}/")


def test_the_form_is_shown_again_as_the_person_saw_it_though_newsletter_and_wording_changed(client: Client) -> None:
    text = make_text(newsletter=make_newsletter(promise="Curtain calls.", sign_up_label="Count me in"))
    form = printed(client)
    newsletter = text.newsletter
    newsletter.promise, newsletter.sign_up_label = "Something else.", "Join"
    newsletter.save()
    make_text(newsletter=newsletter, sentence="A new data protection notice.")
    post(client, fields(text, form=form))  # from a page that stood open all the while

    page = seen(ConsentRecord.objects.get()).text
    assert "Curtain calls." in page
    assert "Count me in" in page
    assert re.search(r'<a href="[^"]+">data protection notice</a> says. You can unsubscribe', page)
    assert "Something else" not in page
    assert "A new" not in page
    assert "/film/1/a-premiere/" in page
    assert "newsletter.js" not in page


def test_a_form_of_several_is_shown_again_with_what_was_not_chosen(client: Client) -> None:
    first, second = make_text(), make_text()
    post(client, fields(first, consent=None, several="1", form=printed(client)))
    page = seen(ConsentRecord.objects.get()).text
    assert first.newsletter.name in page
    assert second.newsletter.name in page


def test_a_form_that_does_not_name_the_wording_is_not_taken_for_proof(client: Client) -> None:
    text, other = make_text(), make_text()
    for number, form in enumerate(([], ["x", "99999999"], [str(FormShown.objects.get(consent_text=other).pk)])):
        post(client, fields(text, f"nell{number}@example.org", form=form))
    records = ConsentRecord.objects.all()
    assert [record.forms for record in records] == [[], [], []]
    assert seen(records[0]).status_code == 404
    assert "not kept" in desk().get(f"/admin/newsletter/subscriber/{records[0].subscriber_id}/change/").text


def test_a_state_of_the_form_is_kept_when_its_words_change_and_only_then() -> None:
    text = make_text()
    newsletter = text.newsletter
    newsletter.position = 7
    newsletter.save()
    assert FormShown.objects.count() == 1
    newsletter.frequency = "Now and then."
    newsletter.save()
    assert [form.words["frequency"] for form in FormShown.objects.all()] == ["Every evening.", "Now and then."]
    make_text(newsletter=newsletter)
    assert FormShown.objects.count() == 3


def test_the_migration_keeps_what_forms_say_today() -> None:
    text = make_text()
    FormShown.objects.all().delete()
    import_module("newsletter.migrations.0008_forms_shown").keep_todays(apps, None)
    (form,) = FormShown.objects.all()
    assert form.consent_text == text
    FormShown.keep(text.newsletter)
    assert FormShown.objects.count() == 1, "the migration and the model keep the same words"


def test_the_form_is_linked_from_the_persons_record_for_those_who_may_see_people(client: Client) -> None:
    post(client, fields(make_text(), form=printed(client)))
    record = ConsentRecord.objects.get()
    address = f"/admin/newsletter/subscriber/form/{record.pk}/"
    assert address in desk().get(f"/admin/newsletter/subscriber/{record.subscriber_id}/change/").text
    assert desk("Writer").get(address).status_code == 403


def test_the_desk_says_who_agreed_to_which_wording(client: Client, work: Work) -> None:
    old = make_text()
    for name in ("nell", "ned", "nora"):
        post(client, fields(old, f"{name}@example.org"))
        work()
        client.post(link("confirm"))
    client.post(Subscriber.objects.get(email="nora@example.org").subscriptions.get().unsubscribe_path())
    new = make_text(newsletter=old.newsletter)
    post(client, fields(new, "noel@example.org"))  # not confirmed
    editor = desk()
    page = editor.get("/admin/newsletter/consenttext/").text
    assert f'?agreed={old.pk}">2</a>' in page
    assert f"?agreed={new.pk}" not in page
    people = editor.get("/admin/newsletter/subscriber/", {"agreed": old.pk}).text
    assert "2 subscribers" in people
    assert "nora@" not in people
    assert SENTENCE in editor.get(f"/admin/newsletter/consenttext/{old.pk}/change/").text
    assert ConsentText.objects.count() == 2
