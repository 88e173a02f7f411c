"""What is not needed any more is deleted by itself. RULES is the whole list; docs/operating.md prints it."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

from django.core.cache import cache
from django.db.models import Max
from django.utils import timezone

from newsletter.models import (
    IP_KEPT,
    PROOF_KEPT,
    UNCONFIRMED_KEPT,
    AddressChange,
    ConsentRecord,
    StoryNote,
    Subscriber,
    Subscription,
)
from newsletter.models.notes import KEPT as NOTES_KEPT
from newsletter.models.quota import Quota

EVERY = 3600  # seconds
QUOTA_KEPT = timedelta(days=1)
AT_ONCE = 1000  # rows; the rest goes with the next hour


class Rule(NamedTuple):
    what: str
    kept: timedelta
    since: str
    delete: Callable[[datetime], int]  # what is older than that moment; returns how many rows changed


def _networks(before: datetime) -> int:
    """Each has its own date, written when it was stored."""
    due = ConsentRecord.objects.filter(request_ip_kept_until__lte=before + IP_KEPT)
    return due.update(request_ip=None, request_ip_kept_until=None)


def _unconfirmed(before: datetime) -> int:
    stale = Subscription.objects.filter(confirmed_at=None, requested_at__lte=before)
    pairs = list(stale.values_list("pk", "subscriber_id", "newsletter_id")[:AT_ONCE])
    for pk, subscriber_id, newsletter_id in pairs:
        if stale.filter(pk=pk).delete()[0]:  # asked again: somebody may be confirming just now
            ConsentRecord.objects.filter(subscriber=subscriber_id, newsletter=newsletter_id).delete()
    Subscriber.objects.filter(pk__in=[pair[1] for pair in pairs], subscriptions=None).delete()
    return len(pairs)


def _unconfirmed_addresses(before: datetime) -> int:
    return AddressChange.objects.filter(confirmed_at=None, requested_at__lte=before).delete()[0]


def _gone(before: datetime) -> int:
    """People who get nothing any more, with all their rows. Who is suppressed stays so: that is another table."""
    gone = (
        Subscriber.objects.exclude(subscriptions__unsubscribed_at=None)
        .alias(left=Max("subscriptions__unsubscribed_at"))
        .filter(left__lte=before)
    )
    people = list(gone.values_list("pk", flat=True)[:AT_ONCE])
    for pk in people:
        gone.filter(pk=pk).delete()  # looked at again: they may have come back just now
    return len(people)


def _notes(before: datetime) -> int:
    return StoryNote.objects.filter(at__lte=before).delete()[0]


def _quotas(before: datetime) -> int:
    """Each has its own end: an hour or a day after the first."""
    return Quota.objects.filter(until__lte=before + QUOTA_KEPT).delete()[0]


RULES = [
    Rule("The network a sign-up came from", IP_KEPT, "the sign-up", _networks),
    Rule("Sign-ups that were never confirmed", UNCONFIRMED_KEPT, "the last sign-up", _unconfirmed),
    Rule("New addresses that were never confirmed", UNCONFIRMED_KEPT, "asking for the change", _unconfirmed_addresses),
    Rule(
        "People who get nothing any more: address, consent, what was sent",
        PROOF_KEPT,
        "they left their last newsletter",
        _gone,
    ),
    Rule("Who is to be told of a correction or a kill in the next issue", NOTES_KEPT, "the correction", _notes),
    Rule("How often a network or a mailbox asked (keyed hashes)", QUOTA_KEPT, "it asked first", _quotas),
]


def tidy() -> int:
    """Once an hour, delete what is due by each rule. Returns how many rows changed."""
    return delete_due() if cache.add("newsletter:tidied", 1, EVERY) else 0


def delete_due() -> int:
    now = timezone.now()
    return sum(rule.delete(now - rule.kept) for rule in RULES)
