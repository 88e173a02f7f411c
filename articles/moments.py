"""Moments as people type and read them: a day and a minute in the publication's time zone."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.errors import NotPossible

BOTH = {"first": 0, "second": 1}  # of a minute that comes twice


def moment(typed: str, zone: ZoneInfo, which: str = "", *, missing: str) -> datetime:
    """What somebody means who types `typed` in that zone, in UTC. Raises NotPossible, with a sentence for the editor.

    When clocks change there are minutes that never come, and minutes that come twice; of those, `which` says whether
    the “first” or the “second” is meant. `missing` is the sentence for what is no moment at all.
    """
    try:
        found = parse_datetime(typed)
        if found is None:
            raise NotPossible(missing)
        if timezone.is_aware(found):
            return found.astimezone(UTC)
        comes = comings(found, zone)
    except (ValueError, OverflowError):
        raise NotPossible(missing) from None
    if not comes:
        before, after = around(found, zone)
        raise NotPossible(
            f"{found:%H:%M} does not come on {found:%-d %B %Y}: the clocks go from {before:%H:%M} to {after:%H:%M}."
            " Choose another minute."
        )
    if len(comes) == 1:
        return comes[0]
    if which not in BOTH:
        first, second = (one.astimezone(zone) for one in comes)
        raise NotPossible(
            f"{found:%H:%M} comes twice on {found:%-d %B %Y}, when the clocks go back: say whether you mean the first"
            f" ({first:%Z}) or the second ({second:%Z})."
        )
    return comes[BOTH[which]]


def comings(wall: datetime, zone: ZoneInfo) -> list[datetime]:
    """The moments, in UTC, at which a clock in the zone shows this: one as a rule, none or two when clocks change."""
    both = [wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in BOTH.values()]
    return sorted({one for one in both if one.astimezone(zone).replace(tzinfo=None, fold=0) == wall})


def around(wall: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """What clocks show at the moment they skip a time that never comes, and what they show next."""
    early, late = (wall.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta(0) for fold in (0, 1))
    low, high = wall.replace(tzinfo=UTC) - max(early, late), wall.replace(tzinfo=UTC) - min(early, late)
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
            low = middle
        else:
            high = middle
    change = high.replace(microsecond=0)
    if change.astimezone(zone).utcoffset() == low.astimezone(zone).utcoffset():
        change += timedelta(seconds=1)
    before = (change - timedelta(seconds=1)).astimezone(zone).replace(tzinfo=None) + timedelta(seconds=1)
    return before, change.astimezone(zone).replace(tzinfo=None)


def said(at: datetime) -> str:
    """A moment as an editor reads it, with its time zone."""
    return f"{timezone.localtime(at):%A, %-d %B %Y, %H:%M %Z}"


def span(late: timedelta) -> str:
    """How long something took, as one says it: 4 s, 3 min 5 s, 2 h 1 min."""
    seconds = int(late.total_seconds())
    if seconds < 60:
        return f"{seconds} s"
    minutes, seconds = divmod(seconds, 60)
    if minutes < 60:
        return f"{minutes} min {seconds} s"
    return f"{minutes // 60} h {minutes % 60} min"
