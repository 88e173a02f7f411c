"""Everything that is held about a person, for the person."""

from typing import Any

from newsletter.models import ConsentRecord, Subscriber, Suppression
from newsletter.models.forms_shown import forms_of


def held_about(subscriber: Subscriber) -> dict[str, Any]:
    """Every row about this person, in words that need no knowledge of our tables; times are UTC."""
    return {
        "e-mail address": subscriber.email,
        "first signed up": subscriber.created_at,
        "not written to any more": Suppression.why(subscriber.email),
        "newsletters": [
            {
                "newsletter": one.newsletter.name,
                "state": one.get_state_display(),
                "last asked for": one.requested_at,
                "confirmed": one.confirmed_at,
                "unsubscribed": one.unsubscribed_at,
                "paused until": one.paused_until,
                "last mail caused by a sign-up": one.mail_claimed_at,
            }
            for one in subscriber.subscriptions.select_related("newsletter").order_by("pk")
        ],
        "changes of address": [
            {"asked for": one.requested_at, "new address": one.email, "confirmed": one.confirmed_at}
            for one in subscriber.address_changes.order_by("pk")
        ],
        "requests and consent": [
            _consent(record)
            for record in subscriber.consent_records.select_related("newsletter", "consent_text").order_by("pk")
        ],
        "issues": [
            {
                "newsletter": one.issue.newsletter.name,
                "subject": one.issue.subject,
                "what became of it": one.get_state_display(),
                "sent": one.sent_at,
                "tries": one.attempts,
                "answer of the mail server": one.code,
                "unsubscribed after it": one.unsubscribed_at,
                "which means": one.why,
            }
            for one in subscriber.deliveries.select_related("issue__newsletter").order_by("pk")
        ],
        "corrections of what was sent": [
            {
                "story": one.note.article_id,
                "what happened": "withdrawn" if one.note.removal_id else "corrected",
                "issue that carried it": one.carried_by.subject,
                "told by issue": one.delivery.issue.subject if one.delivery else None,
            }
            for one in subscriber.notes_owed.select_related("note", "carried_by", "delivery__issue").order_by("pk")
        ],
    }


def _consent(record: ConsentRecord) -> dict[str, Any]:
    text = record.consent_text
    return {
        "newsletter": record.newsletter.name,
        "sentence agreed to": text.sentence,
        "version of the sentence": text.version,
        "policy": text.policy_address,
        "version of the policy": text.policy_version,
        "language": text.language,
        "how": record.get_method_display(),
        "page of the form": record.page,
        "proof": record.proof,
        "words of the form": [form.words for form in forms_of(record.forms)],
        "asked for": record.requested_at,
        "confirmation mailed": record.mailed_at,
        "confirmed": record.confirmed_at,
        "welcome mailed": record.welcomed_at,
        "network asked from": record.request_ip,
        "network is deleted": record.request_ip_kept_until,
        "withdrawn": record.withdrawn_at,
        "withdrawn by": record.get_withdrawal_method_display(),
    }
