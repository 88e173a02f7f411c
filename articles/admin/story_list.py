"""The stories' list at the desk: its columns, filters and pages."""

from typing import TYPE_CHECKING, Any, cast

from django.contrib import admin
from django.contrib.admin.views.main import PAGE_VAR
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import desk_search
from articles.admin.comments import comments_mark
from articles.admin.finding import list_marks
from articles.admin.forms import ids
from articles.admin.planning import WHOSE, narrowed, planned
from articles.admin.present import chips
from articles.admin.times import times_mark
from articles.models import Article, ArticleQuerySet, Author, Byline, display_name
from articles.workflow import Standing, State

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

FEW = 1_000  # of an author's stories: so many are sorted in no time
PAGES_AHEAD = 3


class StandingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Standing.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        return cast("ArticleQuerySet", queryset).with_standing(value) if value in Standing.values else queryset


class PlanFilter(admin.SimpleListFilter):
    """Of the stories on their way: for whom, on which desk, late."""

    title = "on their way"
    parameter_name = "whose"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(WHOSE.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        if (value := self.value()) not in WHOSE:
            return queryset
        return narrowed(cast("ArticleQuerySet", queryset).on_their_way(), value, request.user)


class AuthorFilter(admin.SimpleListFilter):
    title = "author"
    parameter_name = "author"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[Any, str]]:
        return list(Author.objects.order_by("name").values_list("pk", "name")[:200])

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value() or ""
        # A subquery instead of a join: a story credited twice is still one row.
        if not (wanted := ids([value])):
            return queryset
        bylines = Byline.objects.filter(author__in=wanted).order_by()
        if bylines[:FEW].count() < FEW:
            return queryset.filter(pk__in=bylines.values("article"))
        # Of many, the last saved are found sooner along all stories than by sorting the author's.
        return queryset.filter(Exists(bylines.filter(article=OuterRef("pk"))))


class Ahead(Paginator[Article]):
    """Pages of a list that nobody counts: it looks a few pages ahead of the one that is open."""

    def __init__(self, stories: QuerySet[Article], per_page: int, *, at: int) -> None:
        super().__init__(stories, per_page)
        self.most = (at + PAGES_AHEAD) * per_page
        self.ahead = stories[: self.most + 1]

    @cached_property
    def found(self) -> int:
        return self.ahead.count()

    @property
    def count(self) -> int:
        return min(self.found, self.most)

    @property
    def goes_on(self) -> bool:
        return self.found > self.most


class CategoryFilter(admin.RelatedFieldListFilter):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.empty_value_display = mark_safe("none")


class SavedFilter(admin.DateFieldListFilter):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.title = "when saved"


class StoriesList(Base):
    """The list; mixed into the stories' admin."""

    list_display = ["story", "state", "category", "by", "last_saved"]
    list_filter = [StandingFilter, PlanFilter, ("category", CategoryFilter), AuthorFilter, ("saved_at", SavedFilter)]
    search_fields = ["headline"]  # that there is a search; where it looks says get_search_results
    search_help_text = (
        "Any words of a story, and filters: by:mara in:film is:draft topic:name since:monday with:video mine"
    )
    list_per_page = 50
    sortable_by = ["last_saved"]  # by what there is an index for
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER  # they would count every story, for each choice
    actions = None
    ordering = ["-saved_at", "-pk"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        stories = cast("ArticleQuerySet", super().get_queryset(request)).visible_to(request.user)
        bylines = Prefetch("bylines", Byline.objects.select_related("author"))
        return stories.select_related("category", "saved_by", "assignee", "lead__asset").prefetch_related(bylines)

    def get_paginator(
        self, request: HttpRequest, queryset: Any, per_page: int, orphans: int = 0, allow_empty_first_page: bool = True
    ) -> Paginator[Article]:
        number = request.GET.get(PAGE_VAR, "")
        return Ahead(queryset, per_page, at=int(number[:6]) if number.isascii() and number.isdigit() else 1)

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        if search_term:
            question = desk_search.understand(search_term, request.user)
            found = desk_search.listed(question, request.user, list_marks(request))
            queryset = queryset.filter(pk__in=found)
        return queryset, False

    @admin.display(description="Story")
    def story(self, article: Article) -> SafeString:
        lead = getattr(article, "lead", None)
        thumb = reverse("admin:articles_imageasset_thumbnail", args=[lead.asset_id]) if lead else ""
        return format_html(
            '{}<span class="story-name"><b>{}</b>{}{}{}</span>',
            format_html('<img class="story-thumb" src="{}" alt="" width="72" height="48" loading="lazy">', thumb)
            if thumb
            else mark_safe('<span class="story-thumb"></span>'),
            str(article),
            format_html("<small>{}</small>", article.working_title) if article.working_title else "",
            comments_mark(article),
            chips(article),
        )

    @admin.display(description="State")
    def state(self, article: Article) -> SafeString:
        standing = article.standing
        extra = times_mark(article)
        if article.schedule_problem:
            what = "go out" if article.publish_at else "be withdrawn"
            extra = format_html(" <small>could not {}</small>", what)
        elif said := planned(article) if standing.value in State.values else "":
            extra = format_html(' <small class="story-plan{}">{}</small>', " is-late" if article.is_late else "", said)
        return format_html('<span class="standing standing-{}">{}</span>{}', standing.value, standing.label, extra)

    def bar_note(self, article: Article) -> str:
        """Where it stands, since the page itself does not show that more is to come."""
        standing = article.standing
        if standing is Standing.SCHEDULED and article.publish_at:
            return f"Scheduled for {timezone.localtime(article.publish_at):%-d %b, %H:%M}"
        return str(standing.label)

    @admin.display(description="By")
    def by(self, article: Article) -> str:
        return ", ".join(dict.fromkeys(one.author.name for one in article.bylines.all()))

    @admin.display(description="Saved", ordering="saved_at")
    def last_saved(self, article: Article) -> SafeString:
        who = display_name(article.saved_by) if article.saved_by else ""
        when = timezone.localtime(article.saved_at)
        return format_html("{}<br><small>{}</small>", f"{when:%-d %b %Y, %H:%M}", who)
