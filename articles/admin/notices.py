"""What somebody is told of the stories of the desk: the list, its number in the bar, and what each wants to be told."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject

from articles import desk_log
from articles.admin.forms import ids
from articles.models import Article, AuditEntry, Notice, NoticeChoice
from articles.models.notice import FOR_EDITORS, Kind, choices_of
from newsroom.headers import for_editors

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

ON_START, LISTED, MOST_COUNTED = 8, 100, 99


class Notices(Base):
    """Mixed into the stories' admin."""

    def notice_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("notices/", view(self.notices_view), name="articles_article_notices"),
            path("notices/read/", view(self.read_view), name="articles_article_notices_read"),
            path("notices/choices/", view(self.choices_view), name="articles_article_notice_choices"),
        ]

    def notices_in_bar(self, request: HttpRequest) -> dict[str, Any]:
        """For every screen; counted only where the bar is drawn."""
        if not self.has_view_or_change_permission(request):
            return {}
        address = reverse("admin:articles_article_notices")
        return {"notices_address": address, "unread_notices": SimpleLazyObject(lambda: counted(request))}

    def notices_panel(self, request: HttpRequest) -> list[dict[str, Any]]:
        """For the start page: what this person was told and has not read."""
        unread = list(Notice.objects.shown_to(request.user).unread().select_related("article")[:ON_START])
        return [{"title": "News for me", "notices": unread}] if unread else []

    def notices_view(self, request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        user: Any = request.user
        chosen = choices_of([user.pk])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Notices",
            "notices": list(Notice.objects.shown_to(user).select_related("article")[:LISTED]),
            "kinds": [(kind, *chosen[user.pk, kind]) for kind in kinds_for(user)],
            "address": user.email,
        }
        return for_editors(TemplateResponse(request, "admin/articles/article/notices.html", context))

    def read_view(self, request: HttpRequest) -> HttpResponse:
        """POST notice=<pk>, or without: these, or all, are read. Only one's own."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        mine = Notice.objects.filter(user=request.user.pk, here=True).unread()
        if "notice" in request.POST:
            mine = mine.filter(pk__in=ids(request.POST.getlist("notice")))
        mine.update(read_at=timezone.now())
        start = request.POST.get("back") == "start"
        return HttpResponseRedirect(reverse("admin:index" if start else "admin:articles_article_notices"))

    def choices_view(self, request: HttpRequest) -> HttpResponse:
        """POST here=<kind> and mail=<kind>, each as often as it is ticked."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        user: Any = request.user
        here, mail = set(request.POST.getlist("here")), set(request.POST.getlist("mail"))
        chosen = {kind: (kind.value in here, kind.value in mail) for kind in kinds_for(user)}
        with transaction.atomic():
            before = choices_of([user.pk])
            for kind, (at_desk, by_mail) in chosen.items():
                NoticeChoice.objects.update_or_create(user=user, kind=kind, defaults={"here": at_desk, "mail": by_mail})
            others = [f"{kind.label}: {ways(*how)}" for kind, how in chosen.items() if how != before[user.pk, kind]]
            if others:
                desk_log.done(request, AuditEntry.Action.CHANGE, desk_log.NOTICES, "own notices", "; ".join(others))
        messages.success(request, "Kept: from now on you are told so.")
        return HttpResponseRedirect(reverse("admin:articles_article_notices") + "#choices")


def kinds_for(user: Any) -> list[Kind]:
    """What somebody can be told of: what comes to a desk only editors."""
    return [kind for kind in Kind if kind not in FOR_EDITORS or user.has_perm("articles.edit_any_article")]


def ways(here: bool, mail: bool) -> str:
    """How somebody is told, for the log."""
    return " and ".join(way for way, wanted in (("at the desk", here), ("by mail", mail)) if wanted) or "not told"


def counted(request: HttpRequest) -> str:
    """How many are unread, in the bar; empty for none."""
    number = Notice.objects.shown_to(request.user).unread().order_by()[: MOST_COUNTED + 1].count()
    return f"{MOST_COUNTED}+" if number > MOST_COUNTED else str(number or "")
