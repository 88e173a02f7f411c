"""“Most read” at the desk: which live stories were read most, today, this week, this month."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import path

from analytics.models import StoryReads
from analytics.reading import WEEK, ranking

MOST = 50  # stories
SPANS = {1: "Today", WEEK: "7 days", 30: "30 days"}


@admin.register(StoryReads)
class MostRead(admin.ModelAdmin):
    """For everybody who may see stories. Nothing of it can be changed."""

    desk_group, desk_order = "Stories", 7

    def get_urls(self) -> list[Any]:
        """No form and no history: there is only this screen."""
        return [path("", self.admin_site.admin_view(self.changelist_view), name="analytics_storyreads_changelist")]

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return request.user.has_perm("articles.view_article")

    has_module_permission = has_view_permission

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        asked = request.GET.get("days", "")
        days = int(asked) if asked in {str(span) for span in SPANS} else WEEK
        context = {
            **self.admin_site.each_context(request),
            "title": "Most read",
            "opts": self.opts,
            "found": ranking(MOST, days=days),
            "most": MOST,
            "spans": [(span, label, span == days) for span, label in SPANS.items()],
        }
        return TemplateResponse(request, "admin/analytics/storyreads/most_read.html", context)
