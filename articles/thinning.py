"""What autosaving leaves behind goes after a while: all but the last autosave of a sitting, and signs of life."""

from django.core.cache import cache

from articles.models import Presence, Revision

EVERY = 600  # seconds
AT_ONCE = 500


def thin() -> int:
    """Delete what is spare, a few at a time so that nobody who writes waits; returns how many."""
    if not cache.add("articles:thinned", 1, EVERY):
        return 0
    Presence.objects.forget_old()
    gone = 0
    while spare := list(Revision.objects.spare().order_by("saved_at").values_list("pk", flat=True)[:AT_ONCE]):
        gone += Revision.objects.filter(pk__in=spare).delete()[0]
    return gone
