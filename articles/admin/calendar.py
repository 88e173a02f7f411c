"""The calendar of the desk: what goes out, what is under embargo, what is wanted and what is withdrawn, day by day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.admin.forms import ids
from articles.errors import EditorialError, NotPossible
from articles.models import Article, Category
from articles.moments import moment, said
from articles.workflow import ChangeKind, Priority, State
from newsroom.headers import for_editors

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST = 1_000  # stories of one view
MOST_IN_DAY = 5  # entries of a day of the month; the week shows all
UNDO = "calendar_undo"
UNDONE = "A move in the calendar was undone."  # why an embargo changed then
# Kind of entry → the field of its moment, and what it is called.
KINDS = {
    "scheduled": ("publish_at", "Goes out"),
    "embargo": ("embargo_until", "Embargo ends"),
    "planned": ("deadline", "Wanted"),
    "expiry": ("expires_at", "Withdrawn"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One moment of one story. `may_move` says whether this person may move it to another day."""

    story: Article
    kind: str
    at: datetime
    may_move: bool

    @property
    def label(self) -> str:
        return KINDS[self.kind][1]

    @property
    def needs_reason(self) -> bool:
        """Whether somebody who moves it says why."""
        return self.kind == "embargo"

    @property
    def moment(self) -> str:
        return self.at.isoformat()

    @property
    def day(self) -> date:
        return timezone.localtime(self.at).date()


@dataclass(frozen=True, slots=True)
class Day:
    date: date
    entries: list[Entry]
    most: int
    is_today: bool
    is_outside: bool  # of the month shown

    @property
    def shown(self) -> list[Entry]:
        return self.entries[: self.most]

    @property
    def more(self) -> int:
        return max(0, len(self.entries) - self.most)


class Calendar(Base):
    """Mixed into the stories' admin."""

    if TYPE_CHECKING:

        def _planned(self, request: HttpRequest, pk: int) -> Article: ...
        def has_publish_permission(self, request: HttpRequest) -> bool: ...

    def calendar_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("calendar/", view(self.calendar_view), name="articles_article_calendar"),
            path("<int:pk>/calendar/", view(self.calendar_move_view), name="articles_article_calendar_move"),
        ]

    def calendar_view(self, request: HttpRequest) -> HttpResponse:
        """?view=week or month, the one that ?day=2026-11-29 lies in; ?in=<category> narrows it."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        today = timezone.localdate()
        day, week = day_of(request.GET.get("day", "")) or today, request.GET.get("view") == "week"
        first, last = (monday(day), monday(day) + timedelta(6)) if week else month_around(day)
        stories = Article.objects.visible_to(request.user).select_related("category")
        category = next(iter(ids([request.GET.get("in")])), None)
        if category:
            stories = stories.filter(category=category)
        found = list(in_days(stories, first, last)[: MOST + 1])
        entries = self._entries(request, found[:MOST], first, last)
        days = [first + timedelta(number) for number in range((last - first).days + 1)]
        most = MOST if week else MOST_IN_DAY
        kept = {"in": str(category)} if category else {}
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Calendar",
            "days": [
                Day(one, entries.get(one, []), most, one == today, not week and one.month != day.month) for one in days
            ],
            "called": f"Week of {first:%-d %B %Y}" if week else f"{day:%B %Y}",
            "week": week,
            "before": at(first - timedelta(7) if week else day.replace(day=1) - timedelta(1), week, kept),
            "after": at(first + timedelta(7) if week else day.replace(day=28) + timedelta(4), week, kept),
            "now": at(today, week, kept),
            "other": at(day, not week, kept),
            "kept": kept,
            "here": at(day, week, kept),
            "day": day,
            "is_cut": len(found) > MOST,
            "is_empty": not entries,
            "categories": Category.objects.all(),
            "category": category,
            "time_zone": settings.TIME_ZONE,
            "undo": request.session.pop(UNDO, None),
            "legend": [(kind, label) for kind, (_, label) in KINDS.items()],
        }
        return for_editors(TemplateResponse(request, "admin/articles/article/calendar.html", context))

    def _entries(
        self, request: HttpRequest, stories: list[Article], first: date, last: date
    ) -> dict[date, list[Entry]]:
        """The entries of these stories, under their days, each day in order."""
        found = []
        for story in stories:
            for kind, (field, _) in KINDS.items():
                moment_of = getattr(story, field)
                if moment_of is None or (kind == "planned" and story.standing.value not in State.values):
                    continue
                entry = Entry(story, kind, moment_of, not self._why_not(request, story, kind))
                if first <= entry.day <= last:
                    found.append(entry)
        days: dict[date, list[Entry]] = {}
        for entry in sorted(found, key=lambda one: (one.at, str(one.story), one.kind)):
            days.setdefault(entry.day, []).append(entry)
        return days

    def _why_not(self, request: HttpRequest, story: Article, kind: str) -> str:
        """Why this person cannot move such an entry, as a sentence; empty where they can."""
        if kind == "embargo" and not story.is_embargoed:
            return "This embargo has ended."
        if kind == "planned":
            may = request.user.has_perm("articles.edit_any_article")
            return "" if may else "Only an editor changes by when a story is wanted."
        may = self.has_publish_permission(request) and story.editable_by(request.user)
        return "" if may else "Only who may publish the story changes when it goes out, may go out or is withdrawn."

    def calendar_move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST kind, was and day: move an entry to another day, at its time of day. `to`, a moment, undoes a move.

        Moving an embargo needs a `reason`, too.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article, kind = self._planned(request, pk), request.POST.get("kind", "")
        try:
            old, new = self._move(request, article, kind)
        except EditorialError as error:
            messages.error(request, f"“{article}” was not moved. {error}")
        else:
            messages.success(request, f"“{article}”: {KINDS[kind][1].lower()} {said(new)} now.")
            if "to" not in request.POST:
                undo = {"pk": pk, "kind": kind, "to": old.isoformat(), "was": new.isoformat()}
                request.session[UNDO] = {**undo, "said": f"Put “{article}” back to {said(old)}"}
        back = reverse("admin:articles_article_calendar")
        return HttpResponseRedirect(f"{back}?{request.GET.urlencode()}#entry-{kind}-{pk}")

    def _move(self, request: HttpRequest, article: Article, kind: str) -> tuple[datetime, datetime]:
        """Returns the moment as it was and as it is now. Raises an EditorialError, and changes nothing."""
        if kind not in KINDS:
            raise NotPossible("There is no such entry in the calendar.")
        with transaction.atomic():
            article._refresh_locked()
            old = getattr(article, KINDS[kind][0])
            if old is None or old.isoformat() != request.POST.get("was"):
                raise NotPossible("Somebody changed it meanwhile: look again.")
            if why := self._why_not(request, article, kind):
                raise NotPossible(why)
            is_undo = "to" in request.POST
            new = exactly(request.POST["to"]) if is_undo else same_time(request.POST.get("day", ""), old)
            if new == old:
                raise NotPossible("It stands on that day already.")
            if kind == "planned":
                if not is_undo and new <= timezone.now():
                    raise NotPossible("That moment has passed: choose a later day.")
                brief, priority = article.brief, Priority(article.priority)
                article.plan(by=request.user, assignee=article.assignee, deadline=new, priority=priority, brief=brief)
            elif kind == "expiry":
                article.set_expiry(new, by=request.user)
            elif kind == "embargo":
                reason = UNDONE if is_undo else request.POST.get("reason", "")
                if article.set_embargo(new, article.embargo_asked, by=request.user, reason=reason):
                    messages.info(request, f"“{article}” was scheduled for earlier, and goes out at that moment now.")
            else:
                change = ChangeKind(article.scheduled_change or ChangeKind.TYPO)
                note, legal = article.scheduled_note, article.scheduled_legal
                article.schedule(new, by=request.user, change=change, note=note, legal=legal)
        return old, new


def in_days(stories: Any, first: date, last: date) -> Any:
    """Of these stories, those with a moment between the two days, in the publication's time zone."""
    zone = ZoneInfo(settings.TIME_ZONE)
    span = [datetime(one.year, one.month, one.day, tzinfo=zone) for one in (first, last + timedelta(1))]
    wanted = Q()
    for field, _ in KINDS.values():
        there = Q(**{f"{field}__gte": span[0], f"{field}__lt": span[1]})
        wanted |= there & Q(live_edition__isnull=True) if field == "deadline" else there
    return stories.filter(wanted).order_by("pk")


def day_of(typed: str) -> date | None:
    try:
        found = date.fromisoformat(typed)
    except ValueError:
        return None
    return found if 1990 <= found.year <= 2190 else None


def monday(day: date) -> date:
    return day - timedelta(day.weekday())


def month_around(day: date) -> tuple[date, date]:
    """First and last day of the weeks that the day's month lies in."""
    last = (day.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    return monday(day.replace(day=1)), monday(last) + timedelta(6)


def at(day: date, week: bool, kept: dict[str, str]) -> str:
    """The query of the calendar at that day."""
    query = QueryDict(mutable=True)
    query.update({"view": "week" if week else "month", "day": day.isoformat(), **kept})
    return query.urlencode()


def exactly(typed: str) -> datetime:
    try:
        found = parse_datetime(typed)
    except ValueError:
        found = None
    if found is None or timezone.is_naive(found):
        raise NotPossible("That is no moment.")
    return found


def same_time(day: str, old: datetime) -> datetime:
    """That day at the same time of day, as clocks show it there. Of a time that comes twice that day, the first."""
    if day_of(day) is None:
        raise NotPossible("Choose the day it is to be moved to.")
    zone = ZoneInfo(settings.TIME_ZONE)
    return moment(f"{day}T{old.astimezone(zone):%H:%M:%S.%f}", zone, "first", missing="Choose the day it is moved to.")
