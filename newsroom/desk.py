"""The desk: Django's admin, arranged for editors rather than by tables."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

# Headings of the desk's menu, in order. A ModelAdmin names its place with `desk_group`, and its rank with `desk_order`;
# one that names none, such as those that libraries bring, is not in the menu.
GROUPS = ["Stories", "Pictures", "People & topics", "Fronts", "Newsletter", "Site"]


class Desk(AdminSite):
    site_header = "Newsroom"
    site_title = "Newsroom"
    index_title = "Start"
    empty_value_display = "–"
    enable_nav_sidebar = True

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models this person may use, under the desk's own headings instead of their apps'."""
        found: dict[str, list[tuple[int, Any]]] = {group: [] for group in GROUPS}
        for app in self._build_app_dict(request, app_label).values():
            for model in app["models"]:
                options = self._registry[model["model"]]
                if group := getattr(options, "desk_group", ""):
                    found[group].append((getattr(options, "desk_order", 99), model))
        return [
            {
                "name": group,
                "app_label": group.lower().replace(" & ", "-"),
                "app_url": "",
                "has_module_perms": True,
                "models": [model for _, model in sorted(models, key=lambda pair: (pair[0], pair[1]["name"]))],
            }
            for group, models in found.items()
            if models
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The start page: every ModelAdmin with a `desk_start` puts panels of stories on it."""
        panels = [
            panel
            for options in self._registry.values()
            if hasattr(options, "desk_start") and options.has_view_or_change_permission(request)
            for panel in options.desk_start(request)
        ]
        name = getattr(request.user, "first_name", "") or request.user.get_username()
        context = {"panels": panels, "greeting": f"Hello, {name}", **(extra_context or {})}
        return super().index(request, context)

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """An app is nothing an editor knows; who shortens an address comes to the start page."""
        return HttpResponseRedirect(reverse("admin:index"))

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Sign out everywhere: who forgot to sign out on another machine means that one too."""
        person = str(request.user.pk)
        response = super().logout(request, extra_context)
        for session in Session.objects.iterator():
            if session.get_decoded().get(SESSION_KEY) == person:
                session.delete()
        return response
