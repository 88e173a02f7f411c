"""The stories' list and the story screen: a writing surface over one form, one save, one preview."""

import re
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import PAGE_VAR
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles import desk_search
from articles.admin.autosave import Autosave, begun_in, differing, open_conflicts, tab_of
from articles.admin.beginning import beginning
from articles.admin.comments import Comments, comments_mark
from articles.admin.consequences import ConsequencesAnswer
from articles.admin.finding import Finding, list_marks
from articles.admin.forms import BylineFormSet, PictureFormSet, SectionFormSet, StoryForm, ids
from articles.admin.history import HistoryScreens
from articles.admin.lookups import Lookups
from articles.admin.present import Present, chips
from articles.admin.preview import PreviewLinks, elsewhere_page, with_stand_ins
from articles.document import Document
from articles.errors import DeletedMeanwhile, EditorialError, NotPublishable, SavedMeanwhile
from articles.merging import FIELDS, differences, value_at
from articles.merging import called as called_part
from articles.models import Article, Author, Byline, Correction, display_name
from articles.models.saving import Saved
from articles.sittings import latest
from articles.views import render_story
from articles.workflow import ChangeKind, Standing, State
from newsroom.headers import for_editors

FEW = 1_000  # of an author's stories: so many are sorted in no time
PAGES_AHEAD = 3
EMPTY = Document(headline="", slug="")
MOST_NOTE = Correction._meta.get_field("text").max_length


class StandingFilter(admin.SimpleListFilter):
    title = "state"
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return list(Standing.choices)

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        value = self.value()
        return queryset.with_standing(value) if value in Standing.values else queryset  # type: ignore[attr-defined]


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


@admin.register(Article)
class ArticleAdmin(
    Autosave,
    Comments,
    Finding,
    HistoryScreens,
    Lookups,
    ConsequencesAnswer,
    PreviewLinks,
    Present,
    admin.ModelAdmin[Article],
):
    desk_group, desk_order = "Stories", 1
    reader_page = re.compile(r"/[^/]+/(?P<pk>[0-9]{1,18})/[^/]+/")
    list_display = ["story", "state", "category", "by", "last_saved"]
    list_filter = [StandingFilter, ("category", CategoryFilter), AuthorFilter, ("saved_at", SavedFilter)]
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

    # -- the list --------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        stories = super().get_queryset(request).visible_to(request.user)  # type: ignore[attr-defined]
        bylines = Prefetch("bylines", Byline.objects.select_related("author"))
        return stories.select_related("category", "saved_by", "lead__asset").prefetch_related(bylines)

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
        extra = ""
        if standing is Standing.SCHEDULED and article.publish_at:
            extra = format_html(" <small>{}</small>", f"{timezone.localtime(article.publish_at):%-d %b, %H:%M}")
        if article.schedule_problem:
            extra = mark_safe(" <small>could not go out</small>")
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

    # -- permissions -----------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.editable_by(request.user))

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        mine = obj is None or request.user.has_perm("articles.edit_any_article") or obj.created_by_id == request.user.pk
        return super().has_view_permission(request, obj) and mine

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Only what readers never saw can be deleted; the rest is withdrawn."""
        if obj is None:
            return super().has_delete_permission(request)
        return (
            super().has_delete_permission(request, obj)
            and obj.first_published_at is None
            and obj.editable_by(request.user)
        )

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("articles.publish_article"))

    def delete_model(self, request: HttpRequest, obj: Article) -> None:
        obj.record_deletion(by=request.user)
        super().delete_model(request, obj)

    # -- the story screen ------------------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        own = [
            path("preview/", self.admin_site.admin_view(self.preview), name="articles_article_preview"),
        ]
        return [
            *self.autosave_urls(),
            *self.lookup_urls(),
            *self.history_urls(),
            *self.consequences_urls(),
            *self.preview_link_urls(),
            *self.comment_urls(),
            *own,
            *super().get_urls(),
        ]

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            article = self._article(request, object_id)
        except Http404:
            if request.method == "POST" and "base" in request.POST and self.has_add_permission(request):
                return self._act_without(request)
            raise
        if request.method == "POST":
            return self._act(request, article)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        document = article.document() if article else beginning(request.user)
        return self._screen(request, article, StoryForm(document, article.revision_number if article else 0))

    def _article(self, request: HttpRequest, object_id: str | None) -> Article | None:
        """The story asked for, None for a new one. Somebody else's draft is as unknown as no story at all."""
        if object_id is None:
            if not self.has_add_permission(request):
                raise PermissionDenied
            return None
        found = Article.objects.visible_to(request.user).select_related("category", "live_edition__category")
        article = found.filter(pk__in=ids([object_id])).first()
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        return article

    def _screen(
        self, request: HttpRequest, article: Article | None, form: StoryForm, status: int = 200
    ) -> HttpResponse:
        may_edit = article is None or article.editable_by(request.user)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": str(article) if article else "New story",
            "article": article,
            "form": form,
            "sections": form.sections,
            "empty_section": SectionFormSet(prefix="sections").empty_form,
            "empty_picture": PictureFormSet(prefix="__set__").empty_form,
            "empty_byline": BylineFormSet(prefix="bylines").empty_form,
            "changes": ChangeKind.choices,
            "most_note": MOST_NOTE,
            "may_edit": may_edit,
            "may_publish": may_edit and self.has_publish_permission(request),
            "may_delete": article is not None and self.has_delete_permission(request, article),
            "may_take_back": article is not None and may_take_back(article, request.user),
            "problems": [(field_of(place), said) for place, said in article.problems().items()] if article else [],
            "asides": open_conflicts(request, article) if article and may_edit else [],
            "sittings": latest(article, 5) if article else [],
            "time_zone": settings.TIME_ZONE,
            "site_url": settings.SITE_URL,
            "media": form.sections.empty_form.media,
            "soonest": timezone.localtime() + timedelta(minutes=1),
        }
        response = TemplateResponse(request, "admin/articles/article/change_form.html", context, status=status)
        return for_editors(response)

    def _act(self, request: HttpRequest, article: Article | None) -> HttpResponse:
        """Save what was sent, then do the deed whose button was pressed. A deed that is refused leaves the save."""
        if "_take_back" in request.POST and article is not None:
            return self._take_back(request, article)
        if article is not None and not article.editable_by(request.user):
            raise PermissionDenied
        form = StoryForm(article.document() if article else EMPTY, 0, request.POST)
        if not form.is_valid():
            return self._refused(request, article, form, 422, errors=form.errors)
        deed = next((name for name in DEEDS if name in request.POST), "_save")
        if deed not in {"_save", "_hand_in"} and not self.has_publish_permission(request):
            raise PermissionDenied
        article = article or begun_in(request) or Article(begun_in=tab_of(request) or None)
        base = None if article.pk is None else form.base or 0
        try:
            saved = article.take_in(
                form.document(), by=request.user, base=base, behind=form.behind, tab=tab_of(request)
            )
        except DeletedMeanwhile as error:
            return self._gone(request, form, error)
        if deed in {"_publish", "_schedule"} and (said := not_seen(article, saved)):
            return self._unseen(request, article, saved, said)
        try:
            said = DEEDS[deed](article, request) if deed in DEEDS else told(saved)
        except NotPublishable as error:
            said = "Saved, but not published yet:"
            return self._done(request, article, saved, f"{said} {error}", messages.ERROR, list(error.problems.items()))
        except SavedMeanwhile as error:
            return self._unseen(request, article, saved, f"{error} Look at it, then press the button again.")
        except DeletedMeanwhile as error:
            return self._gone(request, form, error)
        except EditorialError as error:
            return self._done(request, article, saved, f"Saved. {error}", messages.ERROR)
        return self._done(request, article, saved, said)

    def _take_back(self, request: HttpRequest, article: Article) -> HttpResponse:
        if not may_take_back(article, request.user):
            raise PermissionDenied
        try:
            article.move_to(State.DRAFT, by=request.user)
        except DeletedMeanwhile as error:
            raise Http404(str(error)) from error
        return self._done(request, article, None, "It is your draft again.")

    def _act_without(self, request: HttpRequest) -> HttpResponse:
        """The story was deleted while somebody wrote: first that is said, and a second save makes it a new story."""
        if request.POST["base"] == "0":
            return self._act(request, None)
        return self._gone(request, StoryForm(EMPTY, 0, request.POST), DeletedMeanwhile())

    def _gone(self, request: HttpRequest, form: StoryForm, error: DeletedMeanwhile) -> HttpResponse:
        """What was typed comes back, and a second save keeps it as a new story."""
        sent = request.POST.copy()
        sent["base"] = "0"
        form.main.data = sent
        said = f"{error} Save again to keep your text as a new story."
        return self._refused(request, None, form, 409, errors=[("", said)], number=0)

    def _unseen(self, request: HttpRequest, article: Article, saved: Saved, said: str) -> HttpResponse:
        """Nobody publishes what they have not seen: first it is shown, and a second press publishes."""
        article.refresh_from_db()
        saved.document = article.document()
        form = StoryForm(saved.document, article.revision_number)
        more = differing(request, article, saved) | {"base": article.revision_number}
        return self._refused(request, article, form, 409, errors=[("", said)], **more)

    def _refused(
        self,
        request: HttpRequest,
        article: Article | None,
        form: StoryForm,
        status: int,
        errors: list[tuple[str, str]],
        **more: Any,
    ) -> HttpResponse:
        form.errors = errors
        if wants_json(request):
            return JsonResponse({"errors": errors, **more}, status=status)
        return self._screen(request, article, form, status)

    def _done(
        self,
        request: HttpRequest,
        article: Article,
        saved: Saved | None,
        said: str,
        level: int = messages.SUCCESS,
        problems: list[tuple[str, str]] | None = None,
    ) -> HttpResponse:
        address = reverse("admin:articles_article_change", args=[article.pk])
        if not wants_json(request):
            messages.add_message(request, level, said)
            return HttpResponseRedirect(address)
        deed = next((name for name in (*DEEDS, "_take_back") if name in request.POST), "_save")
        if deed != "_save":
            messages.add_message(request, level, said)
        return JsonResponse(
            {
                "address": address,
                "base": article.revision_number,
                "reload": deed != "_save",
                "said": said,
                "saved_at": f"{timezone.localtime(article.saved_at):%H:%M:%S}",
                "slug": article.slug,
                "standing": [article.standing.value, article.standing.label],
                "problems": [sentence for _, sentence in problems or article.problems().items()],
                **(differing(request, article, saved) if saved else {}),
            }
        )

    def preview(self, request: HttpRequest) -> HttpResponse:
        """The very page readers will get, from what is typed but not saved. Nothing is written."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not (request.user.has_perm("articles.add_article") or request.user.has_perm("articles.change_article")):
            raise PermissionDenied
        form = StoryForm(EMPTY, 0, request.POST)
        form.is_valid()
        document, elsewhere = form.document(), request.POST.get("preview_of") == "elsewhere"
        page = (
            elsewhere_page(request, document)
            if elsewhere
            else render_story(request, document, published_at=timezone.now(), preview=True)
        )
        return with_stand_ins(page, form.known.assets.values())

    # -- the start page --------------------------------------------------------------------------------

    def desk_start(self, request: HttpRequest) -> list[dict[str, Any]]:
        """What a person wants to see first: mine, what waits, what goes out next, what went out last, others'."""
        stories = self.get_queryset(request)
        address = reverse("admin:articles_article_changelist")
        mine = stories.filter(created_by=request.user.pk).with_standing(Standing.DRAFT)  # type: ignore[attr-defined]
        waiting = stories.with_standing(Standing.DESK)  # type: ignore[attr-defined]
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
            others = stories.exclude(created_by=request.user.pk).with_standing(Standing.DRAFT)  # type: ignore[attr-defined]
            panels.append(
                panel(
                    "Other drafts",
                    others.order_by("-saved_at")[:8],
                    "No draft of anybody else is open.",
                    f"{address}?standing=draft",
                )
            )
        return [*self.comments_panel(request), *panels, *self.saved_panel(request)]


def told(saved: Saved) -> str:
    if saved.asides:
        return f"Saved. {' and '.join(saved.by)} had changed the same text: choose what stays."
    if saved.merged:
        return f"Saved, with what {' and '.join(saved.by)} wrote meanwhile."
    return "Saved." if saved.revision else "Nothing had changed."


def not_seen(article: Article, saved: Saved) -> str:
    """Why this save cannot go to readers yet: a sentence about what its editor has not seen, or nothing."""
    if waiting := list(article.asides.open()):
        names = ", ".join(dict.fromkeys(one.label for one in waiting))
        return f"Saved, but not published: two people changed the same text ({names}). Choose what stays first."
    if not saved.merged:
        return ""
    came = dict.fromkeys(place_name(saved, place) for place, _ in differences(saved.sent, saved.document))
    if not came:
        return ""
    who = " and ".join(saved.by)
    return f"Saved, but not published: {who} changed {', '.join(came)} meanwhile. Look at it, then press again."


def place_name(saved: Saved, place: str) -> str:
    """A place of the story as an editor calls it: “Steady hands”, the headline."""
    if not place.startswith("sections"):
        return f"the {FIELDS[place].lower()}"
    key = "/".join(place.split("/")[:2])
    part = value_at(saved.document, key) or value_at(saved.sent, key) if "/" in place else None
    return called_part(part) if part else "the order of the sections"


def field_of(place: str) -> str:
    """The id of the field in which a problem is put right; empty where it has none."""
    if place.endswith(("-credit", "-asset")):  # in the library, to which the picture in use leads
        place = f"{place.rpartition('-')[0]}-caption"
    return {"bylines": "author-find", "sections": ""}.get(place, f"id_{place}")


def panel(title: str, stories: QuerySet[Article], empty: str, more: str) -> dict[str, Any]:
    return {"title": title, "stories": list(stories), "empty": empty, "more": more}


def may_take_back(article: Article, user: Any) -> bool:
    """Whoever began a story may have it back as long as it waits with the desk."""
    own = article.created_by_id == user.pk and user.has_perm("articles.change_article")
    return bool(own and article.standing == Standing.DESK)


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "newsroom"


# -- deeds of the panel's buttons: each returns what to tell the editor ------------------------------------


def publish(article: Article, request: HttpRequest) -> str:
    was_live = article.live_edition_id is not None
    kind = request.POST.get("change", "")
    article.publish(
        by=request.user,
        change=ChangeKind(kind) if kind in ChangeKind.values else ChangeKind.TYPO,
        note=request.POST.get("note", "")[:MOST_NOTE],
        revision=article.revision_number,
    )
    return "The changes are live." if was_live else "The story is live."


def schedule(article: Article, request: HttpRequest) -> str:
    try:
        typed = parse_datetime(request.POST.get("publish_at", ""))
    except ValueError:
        typed = None
    if typed is None:
        raise NotPublishable({"publish_at": "Give the day and minute it is to go out."})
    at = typed if timezone.is_aware(typed) else typed.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))
    article.schedule(at, by=request.user)
    return f"It goes out on {timezone.localtime(at):%A, %-d %B %Y at %H:%M} ({settings.TIME_ZONE})."


def unschedule(article: Article, request: HttpRequest) -> str:
    article.unschedule(by=request.user)
    return "It is off the schedule."


def withdraw(article: Article, request: HttpRequest) -> str:
    article.withdraw(by=request.user, reason=request.POST.get("reason", ""))
    return "Readers no longer see the story."


def hand_in(article: Article, request: HttpRequest) -> str:
    article.move_to(State.DESK, by=request.user)
    return "Handed in: it waits for the desk."


DEEDS = {
    "_publish": publish,
    "_schedule": schedule,
    "_unschedule": unschedule,
    "_withdraw": withdraw,
    "_hand_in": hand_in,
}
