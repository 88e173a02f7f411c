"""The desk: Django's admin, arranged for editors rather than by tables."""

from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest

# Headings of the desk's menu, in order. A ModelAdmin names its place with `desk_group`, and its rank with `desk_order`.
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
                group = getattr(options, "desk_group", "Site")
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
