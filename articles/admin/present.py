"""Who is in which story at this moment, said in the stories' list."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin.views.main import ChangeList
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.models import Article, Presence
from articles.models.presence import Here

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST_CHIPS = 4


class Present(Base):
    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """The list, its stories each with those who are `here`: one question for the whole page."""
        changes = super().get_changelist_instance(request)
        stories: Any = list(changes.result_list)
        there = Presence.objects.lately_in({one.pk for one in stories}, request.user)
        for one in stories:
            one.here = there.get(one.pk, [])
        changes.result_list = stories
        return changes


def chips(article: Article) -> SafeString:
    """A chip with initials for each of those in the story; their names are heard, and seen on pointing at it."""
    people: list[Here] = getattr(article, "here", [])
    if not people:
        return mark_safe("")
    shown = [(one.name, one.initials) for one in people[:MOST_CHIPS]]
    unseen = [one.name for one in people[MOST_CHIPS:]]
    return format_html(
        '<span class="story-here">{}{}<span class="visually-hidden">{}</span></span>',
        format_html_join("", '<span class="here-chip" title="{}" aria-hidden="true">{}</span>', shown),
        format_html('<span title="{}" aria-hidden="true">+{}</span>', ", ".join(unseen), len(unseen)) if unseen else "",
        named([one.name for one in people]),
    )


def named(names: list[str]) -> str:
    """“Mara Quill is here”, “Mara Quill, Noor Haddad and Otto Lind are here”."""
    return f"{', '.join(names[:-1])} and {names[-1]} are here" if len(names) > 1 else f"{names[0]} is here"
