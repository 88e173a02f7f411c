"""What became of an issue, in numbers that no person can be read from."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Sum
from django.utils import timezone

from newsletter.models import Delivery, Issue, IssueCount

SETTLED_AFTER = timedelta(days=3)  # since it was done: by then hardly a mail still comes back
LOOKED_UP_EVERY = 86_400  # seconds
State = Delivery.State
What = IssueCount.What


class Figure(NamedTuple):
    """`per_hundred` delivered; empty where that would say nothing."""

    key: str
    label: str
    number: int
    per_hundred: str = ""

    @property
    def said(self) -> str:
        return f"{self.number:,}"


@dataclass(frozen=True, slots=True)
class StoryClicks:
    """How often links to one story of an issue, or to all else on the site, were followed."""

    headline: str
    address: str  # "" for all else
    clicks: int
    per_hundred: str

    @property
    def said(self) -> str:
        return f"{self.clicks:,}"


@dataclass(frozen=True, slots=True)
class Figures:
    """`states` has how many deliveries are in each state of a Delivery that has any."""

    states: dict[str, int] = field(default_factory=dict)
    unsubscribed: int = 0
    clicks: int = 0
    opens: int = 0

    @property
    def delivered(self) -> int:
        """Taken by the mail server and not come back. Who called it spam had got it."""
        return self.states.get(State.SENT, 0) + self.states.get(State.COMPLAINED, 0)

    @property
    def refused(self) -> int:
        return self.states.get(State.FAILED, 0)

    @property
    def came_back(self) -> int:
        return self.states.get(State.BOUNCED, 0)

    @property
    def spam(self) -> int:
        return self.states.get(State.COMPLAINED, 0)

    @property
    def doubt(self) -> int:
        return self.states.get(State.DOUBT, 0)

    def per_hundred(self, number: int) -> str:
        """For each hundred delivered: clicks are no people, so they are no per cent. Empty while none is delivered."""
        if not self.delivered:
            return ""
        rate = 100 * number / self.delivered
        return f"{rate:.0f}" if rate >= 10 or not number else f"{rate:.1f}" if rate >= 1 else f"{rate:.2f}"

    def lines(self) -> list[Figure]:
        """The foremost first; opens only where they are, or were, counted."""
        said = [
            Figure("delivered", "Delivered", self.delivered),
            Figure("clicks", "Clicks", self.clicks, self.per_hundred(self.clicks)),
            Figure("unsubscribed", "Unsubscribed", self.unsubscribed, self.per_hundred(self.unsubscribed)),
            Figure("opens", "Opened", self.opens),
            Figure("spam", "Called spam", self.spam, self.per_hundred(self.spam)),
            Figure("came_back", "Came back", self.came_back),
            Figure("refused", "Refused", self.refused),
            Figure("doubt", "In doubt", self.doubt),
        ]
        shown = settings.NEWSLETTER_OPEN_TRACKING or self.opens > 0
        return [one for one in said if shown or one.key != "opens"]


def states_of(issues: Collection[int]) -> dict[int, dict[str, int]]:
    """How many deliveries of each of these issues are in which state. It takes long where they are millions."""
    states: dict[int, dict[str, int]] = {pk: {} for pk in issues}
    deliveries = Delivery.objects.filter(issue__in=issues).order_by()
    for pk, state, number in deliveries.values_list("issue", "state").annotate(Count("pk")):
        states[pk][state] = number
    return states


def for_a_list(issues: Iterable[Issue]) -> dict[int, Figures]:
    """The figures of those of these issues that began to go out.

    What little still changes in the deliveries of one that was done days ago is looked up once a day.
    """
    begun = [one for one in issues if one.started_at]
    settled = timezone.now() - SETTLED_AFTER
    old = {f"newsletter:deliveries:{one.pk}": one.pk for one in begun if one.finished_at and one.finished_at < settled}
    known: dict[int, dict[str, int]] = {}
    with suppress(Exception):  # whichever cache it is that is away, as /readyz tells: then all are counted
        known = {old[key]: states for key, states in cache.get_many(old).items()}
    counted = states_of([one.pk for one in begun if one.pk not in known])
    with suppress(Exception):
        cache.set_many({key: counted[pk] for key, pk in old.items() if pk in counted}, LOOKED_UP_EVERY)
    return of_issues([one.pk for one in begun], known | counted)


def of_issues(issues: Collection[int], states: dict[int, dict[str, int]] | None = None) -> dict[int, Figures]:
    """The figures of each of these issues; three queries, or two with `states`, however many they are."""
    states = states_of(issues) if states is None else states
    left = Delivery.objects.filter(issue__in=issues, unsubscribed_at__isnull=False).order_by()
    unsubscribed = dict(left.values_list("issue").annotate(Count("pk")))
    counted: dict[tuple[int, str], int] = {}
    rows = IssueCount.objects.filter(issue__in=issues).order_by()
    for pk, what, number in rows.values_list("issue", "what").annotate(Sum("number")):
        counted[pk, what] = number
    return {
        pk: Figures(
            states[pk],
            unsubscribed.get(pk, 0),
            counted.get((pk, What.CLICK), 0),
            counted.get((pk, What.OPEN), 0),
        )
        for pk in issues
    }


def of(issue: Issue) -> Figures:
    return of_issues([issue.pk])[issue.pk]


def clicks_of(issue: Issue, figures: Figures) -> list[StoryClicks]:
    """Every story of the issue with its clicks, most clicked first; then all else, where there was any."""
    counted = dict(issue.counts.filter(what=What.CLICK).values_list("story", "number"))
    elsewhere = counted.pop(IssueCount.ELSEWHERE, 0)
    stories: dict[int, Any] = {}
    for block in (issue.printed or {}).get("blocks", []):
        if block["kind"] == "story":
            stories.setdefault(block["article"], block)
    found = [
        StoryClicks(block["headline"], block["address"], number, figures.per_hundred(number))
        for pk, block in stories.items()
        for number in [counted.get(pk, 0)]
    ]
    found.sort(key=lambda one: -one.clicks)
    if elsewhere:
        found.append(StoryClicks("Other pages of the site", "", elsewhere, figures.per_hundred(elsewhere)))
    return found


def table(issue: Issue) -> Iterator[tuple[object, ...]]:
    """The lines of the file with an issue's figures."""
    figures = of(issue)
    for figure in figures.lines():
        yield figure.label, "", figure.number, figure.per_hundred
    for one in clicks_of(issue, figures):
        yield "Clicks", one.headline, one.clicks, one.per_hundred
