"""All that happened between a person and the newsletters, as one line of events for the desk."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from django.urls import reverse

from newsletter.models import ConsentRecord, Delivery, NoteOwed, Subscriber, Suppression
from newsroom.html import tidy

SHOWN = 200  # events on one page, unless all are asked for
GOOD, BAD = "good", "bad"
OUTCOMES = {
    Delivery.State.SENT: GOOD,
    Delivery.State.FAILED: BAD,
    Delivery.State.BOUNCED: BAD,
    Delivery.State.COMPLAINED: BAD,
    Delivery.State.DOUBT: BAD,
}


@dataclass(frozen=True, slots=True)
class Event:
    """`tone` is GOOD, BAD or neither; `details` are sentences; `links` are words and where they lead."""

    at: datetime
    title: str
    tone: str = ""
    details: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)


def history_of(subscriber: Subscriber) -> list[Event]:
    """The newest first; of one moment, what came of a deed before the deed."""
    events = [*_consents(subscriber), *_issues(subscriber), *_moves(subscriber)]
    if suppressed := Suppression.of(subscriber.email):
        events.append(Event(suppressed.since, f"Not written to any more: {suppressed.get_reason_display()}", BAD))
    return sorted(events, key=lambda one: one.at)[::-1]


def _consents(subscriber: Subscriber) -> Iterator[Event]:
    """In the order in which one leads to the next."""
    records = subscriber.consent_records.select_related("newsletter", "consent_text").order_by("requested_at", "pk")
    for record in records:
        name = record.newsletter.name
        yield _request(record)
        if record.mailed_at:
            yield Event(record.mailed_at, f"Mailed a link to confirm {name}")
        if record.confirmed_at and record.method == ConsentRecord.Method.FORM:
            yield Event(record.confirmed_at, f"Confirmed {name} by the link in that mail", GOOD)
        if record.welcomed_at:
            yield Event(record.welcomed_at, f"Mailed the welcome to {name}")
        if record.withdrawn_at:
            how = record.get_withdrawal_method_display()
            yield Event(record.withdrawn_at, f"Left {name}: {how}", BAD)


def _request(record: ConsentRecord) -> Event:
    text = record.consent_text
    title = {
        ConsentRecord.Method.FORM: "Asked for {} by a sign-up form",
        ConsentRecord.Method.PREFERENCES: "Chose {} on the preferences page",
        ConsentRecord.Method.IMPORT: "Imported to {}",
    }[ConsentRecord.Method(record.method)].format(record.newsletter.name)
    details = [
        f"Agreed to: “{text.sentence}” (version {text.version}; policy {text.policy_address}, "
        f"version {text.policy_version})"
    ]
    if record.page:
        details.append(f"Page of the form: {record.page}")
    if record.proof:
        details.append(f"Proof: {record.proof}")
    if record.request_ip and record.request_ip_kept_until:
        details.append(f"Network: {record.request_ip}, kept until {record.request_ip_kept_until:%-d %B %Y}")
    links = []
    if record.forms:
        address = reverse("admin:newsletter_consentrecord_form", args=[record.pk])
        links.append(("See the form as it was seen", address))
    elif record.method == ConsentRecord.Method.FORM:
        details.append("What else the form said was not kept.")
    return Event(record.requested_at, title, details=details, links=links)


def _issues(subscriber: Subscriber) -> Iterator[Event]:
    told: dict[int, int] = {}
    for delivery in NoteOwed.objects.filter(subscriber=subscriber, delivery__isnull=False).values_list("delivery"):
        told[delivery[0]] = told.get(delivery[0], 0) + 1
    for one in subscriber.deliveries.select_related("issue__newsletter").order_by("pk"):
        at = one.sent_at or one.next_at or one.issue.started_at
        if at is None:
            continue
        subject = tidy(one.issue.subject) or "no subject"
        details = [f"{one.issue.newsletter.name}. {one.get_state_display().capitalize()}."]
        if one.why:
            code = f" ({one.code})" if one.code[:1].isdigit() else ""
            details.append(f"{one.why[:1].upper()}{one.why[1:]}{code}.")
        if one.attempts > 1:
            details.append(f"Tried {one.attempts} times.")
        if number := told.get(one.pk):
            details.append(f"It told them of {number} correction{'' if number == 1 else 's'} of an earlier issue.")
        links = [("See the issue", reverse("admin:newsletter_issue_change", args=[one.issue_id]))]
        yield Event(at, f"Issue “{subject}”", OUTCOMES.get(Delivery.State(one.state), ""), details, links)


def _moves(subscriber: Subscriber) -> Iterator[Event]:
    for one in subscriber.address_changes.order_by("pk"):
        yield Event(one.requested_at, f"Asked to have mail sent to {one.email or 'another address'}")
        if one.confirmed_at:
            yield Event(one.confirmed_at, "Confirmed the new address by the link mailed there", GOOD)
