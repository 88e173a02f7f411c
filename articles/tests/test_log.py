"""The log of deeds: that nobody changes one, how it is searched and exported."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import desk_log
from articles.errors import LogIsAppendOnly
from articles.models import AuditEntry
from articles.models.audit import done_at
from articles.tests.factories import make_article, make_user
from newsletter.models import ConsentText
from newsletter.tests.factories import make_newsletter

pytestmark = pytest.mark.django_db

LOG = "/admin/articles/auditentry/"


def signed_in(user: User) -> Client:
    client = Client(REMOTE_ADDR="203.0.113.77")
    client.force_login(user)
    return client


def last() -> AuditEntry:
    entry = AuditEntry.objects.first()
    assert entry is not None
    return entry


# -- nobody changes it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attempt",
    [
        lambda one: one.save(),
        lambda one: one.delete(),
        lambda one: AuditEntry.objects.all().delete(),
        lambda one: AuditEntry.objects.update(who_name="Nobody"),
        lambda one: AuditEntry.objects.bulk_update([one], ["who_name"]),
        lambda one: AuditEntry.objects.bulk_create([one]),
        lambda one: AuditEntry.objects.update_or_create(pk=one.pk),
        lambda one: AuditEntry._base_manager.filter(pk=one.pk).update(who_name="Nobody"),
    ],
)
def test_no_code_changes_or_deletes_an_entry(attempt: Callable[[AuditEntry], Any]) -> None:
    make_article()
    with pytest.raises(LogIsAppendOnly):
        attempt(last())
    assert AuditEntry.objects.filter(action="create").count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_auditentry SET who_name = 'Nobody'",
        "DELETE FROM articles_auditentry",
        *(
            ["INSERT OR REPLACE INTO articles_auditentry SELECT * FROM articles_auditentry"]
            * (connection.vendor == "sqlite")
        ),
        *(["TRUNCATE articles_auditentry"] * (connection.vendor == "postgresql")),
    ],
)
def test_the_database_refuses_it_too(statement: str) -> None:
    make_article()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEntry.objects.get().action == "create"


def test_what_somebody_did_stays_when_the_account_and_the_story_go() -> None:
    otto = make_user("Writer", "otto")
    article = make_article(by=otto)
    number, person = article.pk, otto.pk

    article.delete()
    otto.delete()

    entry = AuditEntry.objects.get()
    assert (entry.who_id, entry.who_name, entry.article_id) == (person, "otto", number)
    assert "otto" in signed_in(make_user()).get(LOG, {"who": "otto"}).text
    assert entry.headline in signed_in(make_user()).get(LOG, {"story": str(number)}).text


def test_the_account_of_whoever_wrote_a_consent_text_can_be_deleted() -> None:
    otto = make_user("Newsletter editor")
    text = ConsentText.objects.create(
        newsletter=make_newsletter(),
        sentence="Yes, see the data protection notice.",
        policy_version="1",
        created_by=otto,
    )

    otto.delete()

    text.refresh_from_db()
    assert text.created_by_id is None
    assert text.sentence == "Yes, see the data protection notice."


def test_only_an_administrator_s_command_deletes_what_is_old_and_says_so() -> None:
    with done_at(timezone.now() - timedelta(days=800)):
        make_article()
    make_article()

    with pytest.raises(CommandError, match="a year at least"):
        call_command("prune_log", before=f"{timezone.now() - timedelta(days=30):%Y-%m-%d}")
    call_command("prune_log", before=f"{timezone.now() - timedelta(days=400):%Y-%m-%d}")

    assert [one.action for one in AuditEntry.objects.order_by("pk")] == ["create", "prune"]
    assert last().detail.startswith("1 from before")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_auditentry")


# -- searching and exporting ---------------------------------------------------------------------------------------


def found(client: Client, **asked: str) -> list[str]:
    return [one.headline for one, _ in client.get(LOG, asked).context["entries"]]


def test_the_log_is_searched_by_person_deed_kind_story_and_day() -> None:
    mara, otto = make_user(username="mara"), make_user("Writer", "otto")
    with done_at(timezone.now() - timedelta(days=10)):
        old = make_article(by=otto, headline="The Meridian reopens")
    new = make_article(by=mara, headline="Harbour lights")
    new.publish(by=None)
    AuditEntry.write(AuditEntry.Action.CHANGE, mara, about="role", headline="Editor")
    client, today = signed_in(mara), f"{timezone.localdate():%Y-%m-%d}"

    assert found(client) == ["Editor", "Harbour lights", "Harbour lights", "The Meridian reopens"]
    assert found(client, who="otto") == ["The Meridian reopens"]
    assert found(client, who="the schedule") == ["Harbour lights"]
    assert found(client, who="nobody at all") == []
    assert found(client, action="publish") == ["Harbour lights"]
    assert found(client, about="role") == ["Editor"]
    assert found(client, about="story", who="mara") == ["Harbour lights"]
    assert found(client, story="meridian") == found(client, story=str(old.pk)) == ["The Meridian reopens"]
    assert found(client, since=today) == ["Editor", "Harbour lights", "Harbour lights"]
    assert found(client, until=f"{timezone.localdate() - timedelta(days=1):%Y-%m-%d}") == ["The Meridian reopens"]
    assert len(found(client, since="2026-99-99", story="\0", before="x")) == 4


def test_the_log_pages_back_to_the_first_entry_and_shows_each_once() -> None:
    with done_at(timezone.now()):  # all of one moment
        for number in range(120):
            AuditEntry.write(AuditEntry.Action.CHANGE, None, about="role", headline=f"Role {number}")
    client, seen, query = signed_in(make_user()), [], ""
    for _ in range(4):
        context = client.get(f"{LOG}?{query}").context
        seen += [one.headline for one, _ in context["entries"]]
        query = context["older"]
        if not query:
            break

    assert seen == [f"Role {number}" for number in reversed(range(120))]


def test_the_log_takes_the_same_queries_however_long_and_each_by_an_index() -> None:
    mara = make_user(username="mara")
    client = signed_in(mara)

    def queries() -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            client.get(LOG, {"who": "mara", "action": "publish"})
        return [one["sql"] for one in asked]

    article = make_article(by=mara)
    article.publish(by=mara)
    few = queries()
    for _ in range(3):
        make_article(by=mara).publish(by=mara)
    many = queries()

    assert len(few) == len(many)
    if connection.vendor == "sqlite":
        [listing] = [one for one in many if 'FROM "articles_auditentry"' in one]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {listing}")
            plan = " ".join(str(row[-1]) for row in cursor.fetchall())
        assert "USING INDEX audit_" in plan
        assert "SCAN" not in plan


def test_the_export_has_what_was_asked_and_no_cell_is_a_formula() -> None:
    mara = make_user(username="mara")
    make_article(by=mara, headline='=HYPERLINK("https://example.org")')
    make_article(by=None, headline="Harbour lights")
    client = signed_in(mara)

    answer = client.post(f"{LOG}export/", {"who": "mara", "action": "create"})
    text = answer.getvalue().decode()
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    assert table[0][:3] == ["when (UTC)", "who", "did"]
    assert [row[5] for row in table[1:]] == ['\'=HYPERLINK("https://example.org")']
    assert last().action == "export"
    assert last().detail == "who=mara&action=create"
    assert client.get(f"{LOG}export/").status_code == 405, "a link exports nothing"


def test_who_may_not_see_the_log_sees_and_exports_none() -> None:
    client = signed_in(make_user("Writer"))

    assert client.get(LOG).status_code == 403
    assert client.post(f"{LOG}export/", {}).status_code == 403
    assert not AuditEntry.objects.filter(action="export").exists()


def test_a_story_s_history_leads_to_its_deeds() -> None:
    mara = make_user()
    article = make_article(by=mara)
    article.publish(by=mara)
    article.withdraw(by=mara, reason="Wrong person")

    history = signed_in(mara).get(reverse("admin:articles_article_history", args=[article.pk])).text

    assert "Wrong person" in history
    assert f"{LOG}?story={article.pk}" in history


# -- accounts from the command line, and floods ------------------------------------------------------------------------


def test_an_account_that_a_command_makes_or_changes_stands_in_the_log_and_its_password_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "lantern-harbour-91")
    call_command("createsuperuser", "--noinput", username="otto", email="otto@limelight.example", verbosity=0)
    monkeypatch.setattr("getpass.getpass", lambda **_: "lantern-harbour-92")
    call_command("changepassword", "otto", stdout=io.StringIO())

    told = list(AuditEntry.objects.order_by("pk").values_list("who_name", "action", "about", "headline", "detail"))
    assert told == [
        ("manage.py createsuperuser", "make", "account", "otto", "superuser status on"),
        ("manage.py changepassword", "change", "account", "otto", ""),
    ]
    make_user()
    assert AuditEntry.objects.count() == 2, "the command is over"


def test_failed_sign_ins_cannot_flood_the_log() -> None:
    cache.clear()
    request = RequestFactory().post("/admin/login/")

    def fail(times: int, network: str | None) -> None:
        with patch("newsroom.whence.network", lambda: network):
            for _ in range(times):
                desk_log.failed_to_sign_in(request, "nobody")

    with time_machine.travel("2026-05-01 10:00Z", tick=False):
        fail(200, "203.0.113.0")
        entries = AuditEntry.objects.filter(action="sign_in_failed")
        assert entries.count() == 20 + 3, "40, 80 and 160"
        assert entries[0].detail.startswith("160 failed this hour from this network")
        for number in range(600):
            fail(1, f"192.0.{number % 250}.0")
        assert entries.count() == 23 + 2, "400 and 800"
        assert entries[0].detail.startswith("800 failed this hour, from everywhere")
    with time_machine.travel("2026-05-01 11:00Z", tick=False):
        fail(1, "203.0.113.0")
        assert entries.count() == 26, "another hour"
