"""Subscribers from elsewhere come with proof of consent, after a look at what would be refused, or not at all."""

import re
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import AuditEntry
from newsletter import imports
from newsletter.models import ConsentRecord, ConsentText, Subscriber, Subscription, Suppression
from newsletter.tests.factories import make_text
from newsletter.tests.test_desk import desk

pytestmark = pytest.mark.django_db
PATH = "/admin/newsletter/subscriber/import/"
HEADINGS = "Name;Mail;Consent on;Source"
PROOF = "Paper form 7, theatre foyer"


@pytest.fixture
def text() -> ConsentText:
    return make_text()


def table(*lines: str) -> str:
    return "\n".join([HEADINGS, *lines])


def good(email: str) -> str:
    return f"Nell;{email};2026-01-31;{PROOF}"


def sent(text: ConsentText, lines: str | bytes, **values: Any) -> Any:
    data = lines.encode() if isinstance(lines, str) else lines
    form = {"file": SimpleUploadedFile("people.csv", data), "consent_text": text.pk, "deed": "check"}
    return desk().post(PATH, form | values)


def test_a_check_says_what_would_happen_and_changes_nothing_and_then_it_happens(text: ConsentText) -> None:
    page = sent(text, table(good("Nell@Example.org"), good("ned@example.org"), "Ned;nonsense;2026-01-31;Form")).text
    assert "Would be imported: 2. Not imported: 1." in page
    assert re.search(r"<td>4</td><td>nonsense</td><td>Please enter an e-mail address", page)
    assert '<option value="1" selected>Mail</option>' in page
    assert not Subscriber.objects.exists()

    kept = table(good("Nell@Example.org"), good("ned@example.org"))
    page = desk().post(PATH, {"table": kept, "consent_text": text.pk, "deed": "import"}).text
    assert "Imported: 2. Not imported: 0." in page
    assert Subscription.objects.receiving().count() == 2
    record = ConsentRecord.objects.get(subscriber__email="nell@example.org")
    assert (record.proof, record.method, record.consent_text) == (PROOF, "import", text)
    assert record.confirmed_at == record.requested_at
    assert f"{record.confirmed_at:%Y-%m-%d}" == "2026-01-31"
    assert PROOF in desk().get(f"/admin/newsletter/subscriber/{record.subscriber_id}/change/").text
    assert mail.outbox == []
    entry = AuditEntry.objects.get(action="make", about="subscribers")
    assert "2 subscribers imported" in entry.headline
    assert "nell" not in f"{entry.headline}{entry.detail}"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Nell;;2026-01-31;Form", "Please enter an e-mail address"),
        ("Nell;nell@example.org;;Form", "The day of consent is missing"),
        ("Nell;nell@example.org;31.1.2026;Form", "not written like 2026-05-31"),
        ("Nell;nell@example.org;2999-01-31;Form", "The day of consent cannot be"),
        ("Nell;nell@example.org;2026-01-31; ", "The proof is missing"),
        ("Nell;nell@example.org;2026-01-31", "The proof is missing"),
        ("Nell;nell@mailinator.com;2026-01-31;Form", "A disposable mailbox"),
        ("Nell;active@example.org;2026-01-31;Form", "Gets this newsletter already"),
        ("Nell;left@example.org;2026-01-31;Form", "Has left this newsletter"),
        ("Nell;bounced@example.org;2026-01-31;Form", "Suppressed: mail came back"),
        ("Nell;FORGOTTEN@example.org;2026-01-31;Form", "Suppressed: asked to be forgotten"),
        ("Nell;twice@example.org;2026-01-31;Form", "stands in the file twice"),
    ],
)
def test_every_line_that_is_refused_says_why_and_stays_out(text: ConsentText, line: str, reason: str) -> None:
    now = timezone.now()
    for name, values in (
        ("active", {"state": "active", "confirmed_at": now}),
        ("left", {"state": "unsubscribed", "unsubscribed_at": now}),
    ):
        person = Subscriber.objects.create(email=f"{name}@example.org")
        Subscription.objects.create(subscriber=person, newsletter=text.newsletter, **values)
    Suppression.keep("bounced@example.org", Suppression.Reason.BOUNCE)
    Suppression.keep("forgotten@example.org", Suppression.Reason.FORGOTTEN)
    before = list(Subscription.objects.order_by("pk").values())

    page = sent(text, table(good("twice@example.org"), line), deed="import").text

    assert "Imported: 1. Not imported: 1." in page
    assert "<td>3</td><td>" in page
    assert reason in page
    assert list(Subscription.objects.exclude(subscriber__email="twice@example.org").order_by("pk").values()) == before


def test_who_signed_up_and_never_confirmed_is_confirmed_by_the_proof(text: ConsentText) -> None:
    person = Subscriber.objects.create(email="nell@example.org")
    Subscription.objects.create(subscriber=person, newsletter=text.newsletter)
    sent(text, table(good("nell@example.org")), deed="import")
    assert Subscription.objects.get().state == "active"
    assert Subscription.objects.get().confirmed_at is not None


def test_the_desk_says_which_column_is_what(text: ConsentText) -> None:
    lines = "a,b,c\n2026-01-31,nell@example.org,Letter"
    assert "Would be imported: 0" in sent(text, lines).text
    page = sent(text, lines, email="1", agreed="0", proof="2").text
    assert "Would be imported: 1" in page
    assert "Imported: 1" in sent(text, lines, email="1", agreed="0", proof="2", deed="import").text


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        ("", "needs a line of headings"),
        (HEADINGS, "needs a line of headings"),
        (table(good("nell@example.org")).encode("utf-16"), "not in UTF-8"),
        (table('Nell;"nell@example.org;2026-01-31;Form'), "not a table"),
        (table(*["x"] * 20_001), "more than 20,000 lines"),
        (b"x" * 2_000_001, "larger than 2 MB"),
    ],
)
def test_what_is_no_table_is_said_in_a_sentence(text: ConsentText, lines: str | bytes, sentence: str) -> None:
    assert sentence in sent(text, lines).text
    assert "Please choose what they agreed to" in sent(text, table("x"), consent_text="").text


def test_an_import_that_breaks_brings_in_nobody(text: ConsentText, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "AT_ONCE", 1)
    rows = imports.rows_of(table(good("nell@example.org"), good("ned@example.org")))[1:]
    made = Subscriber.objects.bulk_create

    def breaks(people: Any, **options: Any) -> Any:
        if Subscriber.objects.exists():
            raise RuntimeError
        return made(people, **options)

    monkeypatch.setattr(Subscriber.objects, "bulk_create", breaks)
    with pytest.raises(RuntimeError):
        imports.bring_in(rows, imports.guessed(HEADINGS.split(";")), text)
    assert not Subscriber.objects.exists()


def test_five_hundred_lines_take_few_queries(text: ConsentText) -> None:
    counts = []
    for size, name in ((5, "few"), (500, "many")):
        rows = imports.rows_of(table(*(good(f"{name}{number}@example.org") for number in range(size))))[1:]
        with CaptureQueriesContext(connection) as queries:
            imports.bring_in(rows, imports.guessed(HEADINGS.split(";")), text)
        counts.append(len(queries))
    assert Subscriber.objects.count() == 505
    assert counts[1] < 30, "SQLite splits long inserts; nothing is asked for each line"


def test_nobody_imports_who_may_not() -> None:
    assert desk("Writer").get(PATH).status_code == 403
    assert "Import…" in desk().get("/admin/newsletter/subscriber/").text
    assert "The file" in desk().get(PATH).text
