"""What is not needed any more is deleted by itself."""

from django.core.cache import cache
from django.utils import timezone

from newsletter.models import UNCONFIRMED_KEPT, ConsentRecord, Subscriber, Subscription

EVERY = 3600  # seconds


def tidy() -> int:
    """Once an hour, delete networks past their date and people who never confirmed. Returns how many rows changed."""
    return delete_due() if cache.add("newsletter:tidied", 1, EVERY) else 0


def delete_due() -> int:
    now = timezone.now()
    networks = ConsentRecord.objects.filter(request_ip_kept_until__lte=now).update(
        request_ip=None, request_ip_kept_until=None
    )
    stale = Subscription.objects.filter(confirmed_at=None, requested_at__lte=now - UNCONFIRMED_KEPT)
    pairs = list(stale.values_list("pk", "subscriber_id", "newsletter_id")[:1000])
    for pk, subscriber_id, newsletter_id in pairs:
        if stale.filter(pk=pk).delete()[0]:  # asked again: somebody may be confirming just now
            ConsentRecord.objects.filter(subscriber=subscriber_id, newsletter=newsletter_id).delete()
    Subscriber.objects.filter(pk__in=[pair[1] for pair in pairs], subscriptions=None).delete()
    return networks + len(pairs)
