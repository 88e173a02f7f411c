"""The log of deeds at the desk: who did what, when, why and from where. Read, searched, exported; never changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles import desk_log, desk_search
from articles.admin.forms import ids
from articles.models import Article, AuditEntry, SavedSearch
from newsroom.spreadsheets import download

PAGE = 50
MOST_STORIES = 50  # that words can mean
MOST_PEOPLE = 50
SCHEDULE = "the schedule"
STORY = "story"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
COLUMNS = ["when (UTC)", "who", "did", "kind", "number", "what", "detail", "why", "network", "address"]
_PLACE = re.compile(r"(?P<at>\d{10,16})-(?P<pk>\d{1,18})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the log is asked: empty is everything."""

    who: str = ""
    action: str = ""
    about: str = ""
    story: str = ""
    since: str = ""
    until: str = ""

    @classmethod
    def of(cls, data: QueryDict) -> "Asked":
        return cls(**{name: data.get(name, "")[:200].replace("\0", "").strip() for name in cls.__slots__})

    @property
    def query(self) -> str:
        return urlencode({name: value for name in self.__slots__ if (value := getattr(self, name))})

    def entries(self, user: Any) -> QuerySet[AuditEntry]:
        """Newest first. Each kind of question is answered by an index of its own, in this order."""
        found = AuditEntry.objects.order_by("-at", "-pk")
        if not user.has_perm("articles.take_down_article"):  # its entries name a story that was taken down
            found = found.exclude(article__in=Article.objects.filter(taken_down_at__isnull=False))
        if self.who:
            found = found.filter(self._people())
        if self.action:
            found = found.filter(action=self.action)
        if self.about:
            found = found.filter(article__isnull=False) if self.about == STORY else found.filter(about=self.about)
        if self.story:
            found = found.filter(article_id__in=self._stories(user))
        if (since := start_of(self.since)) is not None:
            found = found.filter(at__gte=since)
        if (until := start_of(self.until, days=1)) is not None:
            found = found.filter(at__lt=until)
        return found

    def _people(self) -> Q:
        """Whom a name means: accounts there are, or one there was, by the whole name it had."""
        if self.who.lower() in SCHEDULE:
            return Q(who=None, who_name="")
        known = list(desk_search.people_called(self.who).values_list("pk", flat=True)[:MOST_PEOPLE])
        return Q(who__in=known) if known else Q(who_name=self.who)

    def _stories(self, user: Any) -> list[int]:
        """The story of this number, there or gone, or those that have these words."""
        if self.story.isdecimal():
            return list(ids([self.story]))
        return desk_search.ids(desk_search.understand(self.story, user), user, count=MOST_STORIES)


def start_of(day: str, days: int = 0) -> datetime | None:
    """When this day began in the publication's zone, or so many days later; None for what is no day."""
    try:
        date = datetime.strptime(day, "%Y-%m-%d").date() + timedelta(days=days)
        return timezone.make_aware(datetime.combine(date, time.min))
    except (ValueError, OverflowError):
        return None


def after(entries: QuerySet[AuditEntry], place: str) -> QuerySet[AuditEntry]:
    """Those that stand below a place, as `place_of` names it."""
    found = _PLACE.fullmatch(place)
    if found is None:
        return entries
    at = EPOCH + timedelta(microseconds=int(found["at"]))
    return entries.filter(at__lte=at).exclude(at=at, pk__gte=int(found["pk"]))


def place_of(entry: AuditEntry) -> str:
    return f"{(entry.at - EPOCH) // timedelta(microseconds=1)}-{entry.pk}"


@admin.register(AuditEntry)
class LogAdmin(admin.ModelAdmin[AuditEntry]):
    """Read only: what is in the log was done."""

    desk_group, desk_order = "Site", 5

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def get_urls(self) -> list[Any]:
        export = path("export/", self.admin_site.admin_view(self.export_view), name="articles_auditentry_export")
        return [export, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        asked, before = Asked.of(request.GET), request.GET.get("before", "")
        found = list(after(asked.entries(request.user), before)[: PAGE + 1])
        shown = found[:PAGE]
        named = {one.article_id for one in shown if one.article_id}
        open_to_them = set(Article.objects.visible_to(request.user).filter(pk__in=named).values_list("pk", flat=True))
        kinds = sorted(
            {desk_log.kind_of(model) for model in self.admin_site._registry}
            | {desk_log.kind_of(SavedSearch), desk_log.NOTICES, "subscribers", "log of deeds"}
        )
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Log of deeds",
            "asked": asked,
            "entries": [(one, one.article_id in open_to_them) for one in shown],
            "actions": AuditEntry.Action.choices,
            "kinds": [STORY, *(kind for kind in kinds if kind not in {STORY, "entry"})],
            "older": urlencode({"before": place_of(shown[-1])}) if len(found) > PAGE else "",
            "before": before,
            "story": Article.objects.visible_to(request.user).filter(pk__in=ids([asked.story])).first()
            if asked.story.isdecimal()
            else None,
        }
        return TemplateResponse(request, "admin/articles/auditentry/log.html", context)

    def export_view(self, request: HttpRequest) -> HttpResponseBase:
        """POST the same questions: all that answers them, as a table. The export is a deed itself."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = Asked.of(request.POST)
        entries = asked.entries(request.user)
        with transaction.atomic():
            desk_log.done(
                request, AuditEntry.Action.EXPORT, "log of deeds", "the log of deeds", asked.query or "all of it"
            )
        return download("log", COLUMNS, rows(entries))

    def change_view(self, request: HttpRequest, object_id: str, *arguments: Any, **options: Any) -> HttpResponse:
        """An entry is a line of the log and has no screen of its own."""
        return HttpResponseRedirect(reverse("admin:articles_auditentry_changelist"))


def rows(entries: QuerySet[AuditEntry]) -> Iterator[list[object]]:
    for one in entries.iterator(chunk_size=2000):
        yield [
            f"{one.at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
            one.who_name or "The schedule",
            one.get_action_display(),
            one.about or STORY,
            one.about_id or one.article_id or "",
            one.headline,
            one.detail,
            one.why,
            one.network or "",
            one.address,
        ]
