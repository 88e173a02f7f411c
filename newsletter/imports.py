"""Subscribers from elsewhere, as a table (CSV): each with the proof of consent, or not at all."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from newsletter.addresses import fingerprint, normalised
from newsletter.models import (
    ConsentRecord,
    ConsentText,
    DisposableDomain,
    Subscriber,
    Subscription,
    Suppression,
)

MOST = 20_000  # lines of a file
AT_ONCE = 500
LONGEST_PROOF = 300
# What a column may be, and words of headings that say so.
COLUMNS = {
    "email": ("E-mail address", ("mail",)),
    "agreed": ("Day of consent", ("consent", "confirm", "agreed", "date", "opt")),
    "proof": ("Proof: where and how they agreed", ("proof", "source", "page", "form", "how")),
}


@dataclass
class Line:
    number: int
    email: str
    agreed_at: datetime
    proof: str


@dataclass
class Report:
    """`refused` are number, address as it stands in the file, and reason, of every line that is not imported."""

    good: list[Line] = field(default_factory=list)
    refused: list[tuple[int, str, str]] = field(default_factory=list)


def rows_of(text: str) -> list[list[str]]:
    """The table's rows, headings first. Raises ValidationError with a sentence."""
    text = text.lstrip("\ufeff")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise ValidationError("This is not a table (CSV): a quotation mark stands where none may.") from None
    if len(rows) < 2:
        raise ValidationError("The file needs a line of headings, and a line for each person.")
    if len(rows) > MOST + 1:
        raise ValidationError(f"The file has more than {MOST:,} lines. Please split it.")
    return rows


def guessed(headings: Sequence[str]) -> dict[str, int]:
    """Which column is what, as far as the headings tell; -1 where they do not."""
    found: dict[str, int] = {}
    for name, (_, words) in COLUMNS.items():
        fits = [
            at
            for at, heading in enumerate(headings)
            if at not in found.values() and any(word in heading.lower() for word in words)
        ]
        found[name] = fits[0] if fits else -1
    return found


def check(rows: Iterable[Sequence[str]], columns: dict[str, int], text: ConsentText) -> Report:
    """What an import would do, line by line. Changes nothing."""
    report = Report()
    seen: set[str] = set()
    read: list[Line] = []
    for number, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = {name: row[at].strip() if 0 <= at < len(row) else "" for name, at in columns.items()}
        try:
            line = _line(number, cells)
            if line.email in seen:
                raise ValidationError("This address stands in the file twice; the first line counts.")
        except ValidationError as error:
            report.refused.append((number, cells["email"], error.messages[0]))
        else:
            seen.add(line.email)
            read.append(line)
    for chunk in _chunks(read):
        reasons = _known([line.email for line in chunk], text)
        for line in chunk:
            if line.email in reasons:
                report.refused.append((line.number, line.email, reasons[line.email]))
            else:
                report.good.append(line)
    report.refused.sort()
    return report


@transaction.atomic
def bring_in(rows: Iterable[Sequence[str]], columns: dict[str, int], text: ConsentText) -> Report:
    """Make every good line a subscription with its proof; all of them, or none when something breaks."""
    report = check(rows, columns, text)
    for chunk in _chunks(report.good):
        emails = [line.email for line in chunk]
        Subscriber.objects.bulk_create([Subscriber(email=email) for email in emails], ignore_conflicts=True)
        people = dict(Subscriber.objects.filter(email__in=emails).values_list("email", "pk"))
        waiting = dict(
            Subscription.objects.filter(subscriber__email__in=emails, newsletter=text.newsletter_id).values_list(
                "subscriber__email", "pk"
            )
        )
        for line in chunk:  # few: those who signed up and never confirmed
            if line.email in waiting:
                pending = Subscription.objects.filter(pk=waiting[line.email], state=Subscription.State.PENDING)
                pending.update(state=Subscription.State.ACTIVE, confirmed_at=line.agreed_at)
        Subscription.objects.bulk_create(
            Subscription(
                subscriber_id=people[line.email],
                newsletter_id=text.newsletter_id,
                state=Subscription.State.ACTIVE,
                requested_at=line.agreed_at,
                confirmed_at=line.agreed_at,
            )
            for line in chunk
            if line.email not in waiting
        )
        ConsentRecord.objects.bulk_create(
            ConsentRecord(
                subscriber_id=people[line.email],
                newsletter_id=text.newsletter_id,
                consent_text=text,
                method=ConsentRecord.Method.IMPORT,
                proof=line.proof,
                requested_at=line.agreed_at,
                confirmed_at=line.agreed_at,
            )
            for line in chunk
        )
    return report


def _line(number: int, cells: dict[str, str]) -> Line:
    email = normalised(cells["email"])
    try:
        day = date.fromisoformat(cells["agreed"][:10])
        agreed_at = timezone.make_aware(datetime.combine(day, time(12)))
    except ValueError:
        raise ValidationError("The day of consent is missing, or not written like 2026-05-31.") from None
    if day > timezone.localdate() or day.year < 1990:
        raise ValidationError("The day of consent cannot be.")
    if not cells["proof"] or len(cells["proof"]) > LONGEST_PROOF:
        raise ValidationError(f"The proof is missing, or longer than {LONGEST_PROOF} characters.")
    return Line(number, email, min(agreed_at, timezone.now()), cells["proof"])


def _known(emails: list[str], text: ConsentText) -> dict[str, str]:
    """Why these addresses are not imported; those that may be are not in it."""
    reasons: dict[str, str] = {}
    states = Subscription.objects.filter(newsletter=text.newsletter_id, subscriber__email__in=emails)
    for email, state in states.values_list("subscriber__email", "state"):
        if state == Subscription.State.ACTIVE:
            reasons[email] = "Gets this newsletter already."
        elif state == Subscription.State.UNSUBSCRIBED:
            reasons[email] = "Has left this newsletter; that stays so."
    prints = {fingerprint(email, "suppression"): email for email in emails}
    for suppressed in Suppression.objects.filter(fingerprint__in=list(prints)):
        reasons[prints[suppressed.fingerprint]] = f"Suppressed: {suppressed.get_reason_display()}."
    return reasons | dict.fromkeys(DisposableDomain.among(emails), "A disposable mailbox.")


def _chunks(lines: list[Line]) -> Iterator[list[Line]]:
    for at in range(0, len(lines), AT_ONCE):
        yield lines[at : at + AT_ONCE]
