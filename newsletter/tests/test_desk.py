"""The newsletter at the desk: seen, searched, exported and forgotten, by those who may; nobody writes consent."""

import csv
import io
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test import Client

from newsletter.models import ConsentRecord, ConsentText, Newsletter, Subscriber, Subscription, Suppression
from newsletter.tests.factories import SENTENCE, fields, link, make_newsletter, make_text, post
from newsroom.spreadsheets import harmless

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
PEOPLE = "/admin/newsletter/subscriber/"


def desk(role: str = "Newsletter editor") -> Client:
    """Somebody of the desk, signed in."""
    user = User.objects.create_user(f"someone-{User.objects.count()}", is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def person(client: Client, work: Work) -> Subscriber:
    """Somebody who confirmed."""
    cache.clear()
    post(client, fields(make_text()))
    work()
    client.post(link("confirm"))
    return Subscriber.objects.get()


def everywhere() -> Iterator[tuple[str, str]]:
    """Every row of every table, as text."""
    ContentType.objects.clear_cache()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(("search_index_", "articles_search")):
                continue  # SQLite's own tables of the search index
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            for row in cursor.fetchall():
                yield table, repr(row)


def test_people_are_listed_searched_and_filtered(person: Subscriber) -> None:
    Subscriber.objects.create(email="somebody.else@example.org")
    editor = desk()
    assert person.email in editor.get(PEOPLE).text
    found = editor.get(PEOPLE, {"q": "ASHBY"}).text
    assert person.email in found
    assert "somebody.else" not in found
    assert person.email in editor.get(PEOPLE, {"subscriptions__state__exact": "active"}).text
    assert person.email not in editor.get(PEOPLE, {"subscriptions__state__exact": "unsubscribed"}).text


def test_the_list_asks_as_often_for_many_people_as_for_few(django_assert_max_num_queries: Any) -> None:
    editor, newsletter = desk(), make_newsletter()
    for number in range(60):
        subscriber = Subscriber.objects.create(email=f"nell{number}@example.org")
        Subscription.objects.create(subscriber=subscriber, newsletter=newsletter)
    with django_assert_max_num_queries(12):
        editor.get(PEOPLE)


def test_the_whole_history_of_a_persons_consent_is_shown_and_cannot_be_edited(person: Subscriber) -> None:
    editor = desk()
    page = editor.get(f"{PEOPLE}{person.pk}/change/").text
    assert SENTENCE in page
    assert "/film/1/a-premiere/" in page
    assert "/newsletter/data-protection/, version 1" in page
    assert 'name="_save"' not in page
    before = list(ConsentRecord.objects.values()), list(Subscription.objects.values())
    assert editor.post(f"{PEOPLE}{person.pk}/change/", {"email": "other@example.org"}).status_code == 403
    assert editor.get(f"{PEOPLE}add/").status_code == 403
    assert editor.post(f"{PEOPLE}{person.pk}/delete/", {"post": "yes"}).status_code == 403
    assert (list(ConsentRecord.objects.values()), list(Subscription.objects.values())) == before


@pytest.mark.parametrize("role", ["Writer", "Editor", "Picture editor"])
def test_who_does_not_run_the_newsletter_sees_no_address(person: Subscriber, role: str) -> None:
    other = desk(role)
    for path in (PEOPLE, f"{PEOPLE}{person.pk}/change/", "/admin/newsletter/newsletter/add/"):
        assert other.get(path).status_code == 403
    for action in ("export", "erase"):
        sent = {"action": action, "_selected_action": person.pk, "confirmed": "yes"}
        assert other.post(PEOPLE, sent).status_code == 403
    assert Subscriber.objects.exists()


def test_seeing_the_list_is_not_yet_exporting_or_erasing_it(person: Subscriber) -> None:
    viewer = desk()
    group = Group.objects.get(name="Newsletter editor")
    group.permissions.remove(*group.permissions.filter(codename__in=["export_subscriber", "erase_subscriber"]))
    for action in ("export", "erase"):
        answer = viewer.post(PEOPLE, {"action": action, "_selected_action": person.pk, "confirmed": "yes"})
        assert answer["Content-Type"] != "text/csv; charset=utf-8"
    assert "Forget this person" not in viewer.get(f"{PEOPLE}{person.pk}/change/").text
    assert Subscriber.objects.exists()


def test_the_export_holds_who_was_chosen_and_says_who_took_it(
    person: Subscriber, caplog: pytest.LogCaptureFixture
) -> None:
    formula = Subscriber.objects.create(email="=cmd|'/c calc'!a1@example.org")
    Subscription.objects.create(subscriber=formula, newsletter=Newsletter.objects.get())
    other = Subscriber.objects.create(email="not.chosen@example.org")
    Subscription.objects.create(subscriber=other, newsletter=Newsletter.objects.get())

    answer = desk().post(PEOPLE, {"action": "export", "_selected_action": [person.pk, formula.pk]})
    assert answer.streaming
    table = answer.getvalue().decode("utf-8-sig")

    head, first, second = csv.reader(io.StringIO(table))
    assert head[:3] == ["e-mail", "newsletter", "state"]
    assert first[0] == person.email
    assert first[2] == "active"
    assert first[-3:] == ["1", "1", "/film/1/a-premiere/"]
    assert second[0].startswith("'=")
    assert "2 subscribers exported by user" in caplog.text
    assert any("2 subscribers" in row for table, row in everywhere() if table == "articles_auditentry")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "\n@a"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"
    assert harmless("nell@example.org") == "nell@example.org"


def test_forgetting_asks_first_and_then_leaves_no_row_with_the_address(
    client: Client, person: Subscriber, work: Work
) -> None:
    cache.clear()
    Subscription.objects.update(mail_claimed_at=None)
    post(client, fields(ConsentText.objects.get()))  # a request whose mail still waits
    email, path, editor = person.email, f"{PEOPLE}{person.pk}/change/", desk()
    assert "Forget this person" in editor.get(path).text
    assert any(email in row for _, row in everywhere()), "the search below would find it"

    asked = editor.post(PEOPLE, {"action": "erase", "index": "0", "_selected_action": person.pk})
    assert "for good" in asked.text
    assert Subscriber.objects.exists()

    editor.post(PEOPLE, {"action": "erase", "index": "0", "_selected_action": person.pk, "confirmed": "yes"})
    work()
    assert [(table, row) for table, row in everywhere() if email in row or "nell.ashby" in row] == []
    assert not Subscription.objects.exists()
    assert not ConsentRecord.objects.exists()
    assert editor.get(path).status_code == 302


def test_a_forgotten_person_is_found_by_their_address_and_may_come_back(client: Client, person: Subscriber) -> None:
    email, text, editor = person.email, ConsentText.objects.get(), desk()
    person.erase()
    people = "/admin/newsletter/suppression/"
    assert "1 suppressed address" in editor.get(people, {"q": email.upper()}).text
    assert "0 suppressed addresses" in editor.get(people, {"q": "somebody.else@example.org"}).text
    assert "0 suppressed addresses" in editor.get(people, {"q": "nonsense"}).text

    post(client, fields(text))
    assert not Subscriber.objects.exists()
    editor.post(f"{people}{Suppression.objects.get().pk}/delete/", {"post": "yes"})
    post(client, fields(text))
    assert Subscriber.objects.get().email == email


def test_a_wording_is_added_as_a_new_version_and_never_changed() -> None:
    text, editor = make_text(), desk()
    wordings = "/admin/newsletter/consenttext/"
    form = editor.get(f"{wordings}add/").text
    assert SENTENCE in form, "a new version begins as the last one"
    values = {
        "newsletter": text.newsletter_id,
        "sentence": "Yes: our data protection notice applies. You can unsubscribe at any time.",
        "policy_name": "data protection notice",
        "policy_address": "/newsletter/data-protection/",
        "policy_version": "2",
        "language": "en-GB",
    }
    wrong = editor.post(f"{wordings}add/", values | {"policy_name": "privacy policy"})
    assert "must stand in the sentence, once" in wrong.text
    editor.post(f"{wordings}add/", values)
    newest = ConsentText.objects.current()
    assert newest is not None
    assert (newest.version, newest.policy_version) == (2, "2")
    assert newest.created_by is not None
    page = editor.get(f"{wordings}{text.pk}/change/").text
    assert 'name="_save"' not in page
    assert editor.post(f"{wordings}{text.pk}/change/", values).status_code == 403
    assert editor.post(f"{wordings}{text.pk}/delete/", {"post": "yes"}).status_code == 403
    text.refresh_from_db()
    assert text.sentence == SENTENCE


def test_a_newsletter_is_made_at_the_desk_and_its_form_appears_with_the_first_wording() -> None:
    editor = desk()
    values = {
        "name": "The Red Carpet",
        "promise": "Who came.",
        "frequency": "Weekly.",
        "sign_up_heading": "Get it",
        "sign_up_label": "Sign up",
        "is_open": "on",
        "position": "0",
    }
    page = editor.post("/admin/newsletter/newsletter/add/", values, follow=True).text
    assert "appears as soon as you add a consent text" in page
    assert "none yet: no form is shown" in page
    make_text(newsletter=Newsletter.objects.get())
    assert "none yet" not in editor.get("/admin/newsletter/newsletter/").text


def test_every_table_of_the_newsletter_stands_under_its_heading_at_the_desk() -> None:
    page = desk().get("/admin/").text
    for name in ("Newsletters", "Subscribers", "Consent texts", "Suppressed addresses"):
        assert name in page
