"""Who has a story open at this moment, and where in it. A sign of life every few seconds; without one, nobody."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, NamedTuple

from django.conf import settings
from django.db import models
from django.utils import timezone

from articles.models.audit import display_name

GONE_AFTER = timedelta(seconds=30)
LATELY = timedelta(minutes=1)  # for lists: a browser lets a page that is not seen speak once a minute
STEADY = timedelta(seconds=5)  # a sign of life that says nothing new is not written sooner


class Here(NamedTuple):
    """Somebody else who has the story open. `section` is the key of the one they are in, or empty."""

    name: str
    initials: str
    section: str
    writing: bool


class PresenceQuerySet(models.QuerySet["Presence"]):
    def seen(self, article: int, user: Any, tab: str, section: str, *, writing: bool) -> list[Here]:
        """Note that this person has the story open, and say who else has."""
        now = timezone.now()
        rows: list[Presence] = list(Presence.objects.filter(article=article, seen_at__gt=now - GONE_AFTER))
        own = next((one for one in rows if one.user_id == user.pk and one.tab == tab), None)
        if own is not None:
            if (own.section, own.writing) != (section, writing) or own.seen_at < now - STEADY:
                Presence.objects.filter(pk=own.pk).update(section=section, writing=writing, seen_at=now)
        else:
            row = Presence(article_id=article, user_id=user.pk, tab=tab, section=section, writing=writing)
            row.name, row.seen_at = display_name(user), now
            Presence.objects.bulk_create(
                [row],
                update_conflicts=True,
                unique_fields=["article", "user", "tab"],
                update_fields=["section", "writing", "name", "seen_at"],
            )
        others: dict[int, Here] = {}
        for one in sorted(rows, key=lambda one: (not one.writing, -one.seen_at.timestamp())):
            if one.user_id != user.pk:
                others.setdefault(one.user_id, Here(one.name, initials(one.name), one.section, one.writing))
        return sorted(others.values())

    def lately_in(self, articles: Collection[int], user: Any) -> dict[int, list[Here]]:
        """Who else had which of these stories open in the last minute: one question, however many stories there are."""
        rows = self.filter(article__in=articles, seen_at__gt=timezone.now() - LATELY).exclude(user=user.pk)
        people: dict[int, dict[int, Here]] = {}
        for one in rows.order_by("-writing", "-seen_at", "pk") if articles else ():
            here = Here(one.name, initials(one.name), one.section, one.writing)
            people.setdefault(one.article_id, {}).setdefault(one.user_id, here)
        return {article: sorted(found.values()) for article, found in people.items()}

    def forget_old(self) -> int:
        return self.filter(seen_at__lt=timezone.now() - 10 * GONE_AFTER).delete()[0]


class Presence(models.Model):
    """One person's sign of life from one tab. Whoever only reads has no section and does not write."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.CharField(max_length=36)
    section = models.CharField(max_length=36, blank=True)
    writing = models.BooleanField(default=False)
    name = models.CharField(max_length=150)
    seen_at = models.DateTimeField(db_index=True)

    objects = PresenceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user", "tab"], name="one_presence_a_tab")]

    def __str__(self) -> str:
        return f"{self.name} has story {self.article_id} open"


def initials(name: str) -> str:
    """“Mara Quill” is MQ, “noor” is N."""
    parts = name.split()
    return (parts[0][:1] + parts[-1][:1] if len(parts) > 1 else name[:1]).upper()
