"""What a mail provider tells about our mail. Each proves that it comes from there; nobody else is listened to."""

import json
import logging
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from newsletter import bounces, returns
from newsletter.addresses import normalised
from newsletter.models import ConsentRecord, Delivery, Subscriber, Subscription
from newsletter.statuses import Fault, fault_of, status_in
from newsroom.providers import PROVIDERS, proves_itself

logger = logging.getLogger(__name__)
# What anymail raises at a wrong signature, at something else than it expects there, and at what is no report at all.
NO_REPORT = (
    SuspiciousOperation,
    ImproperlyConfigured,
    ArithmeticError,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


@csrf_exempt
@never_cache
@require_http_methods(["POST", "HEAD"])
def told(request: HttpRequest, provider: str) -> HttpResponse:
    """Reports of the provider that the settings name. HEAD only says that we are here: some ask before they begin."""
    if provider != settings.EMAIL_PROVIDER or not proves_itself(provider, settings.ANYMAIL):
        raise Http404("Nobody reports here.")
    if request.method == "HEAD":
        return HttpResponse()
    view = import_string(f"anymail.webhooks.{PROVIDERS[provider].reports}")()
    try:
        view.run_validators(request)
        events = view.parse_events(request)
    except NO_REPORT as error:
        logger.warning("A report in the name of %s was refused (%s).", provider, type(error).__name__)
        return HttpResponseBadRequest("This is no report, or its signature is not right.", content_type="text/plain")
    for event in events:
        _act(event)
    return HttpResponse()


def _act(event: Any) -> None:
    """One event, in anymail's words for all providers. What is not about an end of something changes nothing."""
    if event.event_type not in {"bounced", "rejected", "complained", "unsubscribed"}:
        return  # most of what is told: sent, delivered, late, opened …
    found = _whose(event)
    if found is None:
        return
    what, since = found
    if event.event_type == "complained" or event.reject_reason == "spam":
        bounces.complained(what, since=since)
    elif "unsubscribed" in {event.event_type, event.reject_reason}:
        _unsubscribe(what)
    else:
        fault, status = fault_and_status(event)
        bounces.bounced(what, hard=fault is Fault.HARD, code=status or fault.value, since=since)


def _whose(event: Any) -> tuple[Delivery | Subscriber | str, datetime | None] | None:
    """What it is about, and when that left. None: the person was forgotten since, or it is nobody's."""
    metadata = event.metadata if isinstance(event.metadata, dict) else {}
    if token := returns.token_in(str(metadata.get(returns.KEY, ""))):
        return returns.found(token)
    try:  # not every provider hands our note back; its signature vouches for the address
        return normalised(str(event.recipient or "")), None
    except ValidationError:
        return None


def fault_and_status(event: Any) -> tuple[Fault, str]:
    """What the other mail server said, where the provider hands it on; else what the provider makes of it."""
    status = status_in(f"{event.mta_response or ''} {event.description or ''}")
    if fault := fault_of(status):
        return fault, status
    said = event.esp_event if isinstance(event.esp_event, dict) else {}
    kinds = json.dumps([said.get(name) for name in ("Type", "type", "event", "bounce_type")], default=str).lower()
    if event.reject_reason == "invalid":
        return Fault.HARD, status
    if event.reject_reason == "bounced":
        return Fault.SOFT if "soft" in kinds else Fault.HARD, status
    return Fault.SOFT if event.reject_reason == "timed_out" else Fault.OURS, status


def _unsubscribe(what: Delivery | Subscriber | str) -> None:
    """From the newsletter that this was an issue of, or, when it was none, from all."""
    gets = Subscription.objects.exclude(state=Subscription.State.UNSUBSCRIBED)
    if isinstance(what, Delivery):
        gets = gets.filter(subscriber=what.subscriber_id, newsletter=what.issue.newsletter_id)
    elif isinstance(what, Subscriber):
        gets = gets.filter(subscriber=what)
    else:
        gets = gets.filter(subscriber__email=what)
    for subscription in gets:
        subscription.unsubscribe(ConsentRecord.Withdrawal.PROVIDER)
