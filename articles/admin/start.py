"""The stories' panels on the desk's start page."""

from typing import TYPE_CHECKING, Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from articles.models import Article
from articles.workflow import Standing

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object


class StoriesPanels(Base):
    """Mixed into the stories' admin."""

    def stories_panels(self, request: HttpRequest) -> list[dict[str, Any]]:
        """What a person wants to see first: mine, what waits, what goes out next, what went out last, others'."""
        stories = Article.objects.visible_to(request.user).select_related("category")
        address = reverse("admin:articles_article_changelist")
        mine = stories.filter(created_by=request.user.pk).with_standing(Standing.DRAFT)
        waiting = stories.with_standing(Standing.DESK)
        panels = [
            panel(
                "My drafts", mine.order_by("-saved_at")[:8], "No draft of yours is open.", f"{address}?standing=draft"
            ),
            panel("Waits for the desk", waiting.order_by("saved_at")[:8], "Nothing waits.", f"{address}?standing=desk"),
            panel(
                "Goes out next",
                stories.filter(publish_at__isnull=False).order_by("publish_at")[:8],
                "Nothing is scheduled.",
                f"{address}?standing=scheduled",
            ),
            panel(
                "Went out last",
                stories.filter(live_edition__isnull=False).order_by("-last_published_at")[:8],
                "Nothing is live yet.",
                f"{address}?standing=live",
            ),
        ]
        if request.user.has_perm("articles.edit_any_article"):
            others = stories.exclude(created_by=request.user.pk).with_standing(Standing.DRAFT)
            panels.append(
                panel(
                    "Other drafts",
                    others.order_by("-saved_at")[:8],
                    "No draft of anybody else is open.",
                    f"{address}?standing=draft",
                )
            )
        return panels


def panel(title: str, stories: QuerySet[Article], empty: str, more: str) -> dict[str, Any]:
    return {"title": title, "stories": list(stories), "empty": empty, "more": more}
