"""SavedSearch is a question somebody asks often, under a name; shared, the whole desk has it."""

from typing import Any, Self

from django.conf import settings
from django.db import models

MOST_SHOWN = 20  # at the side and on the start page, so that neither grows without end


class SavedSearchQuerySet(models.QuerySet["SavedSearch"]):
    def for_user(self, user: Any) -> Self:
        """Their own and those shared with the desk."""
        return self.filter(models.Q(owner=user.pk) | models.Q(shared=True)).select_related("owner")


class SavedSearch(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_searches")
    name = models.CharField(max_length=60)
    question = models.CharField(max_length=200)
    shared = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SavedSearchQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [models.UniqueConstraint(fields=["owner", "name"], name="saved_search_name_once")]

    def __str__(self) -> str:
        return self.name
