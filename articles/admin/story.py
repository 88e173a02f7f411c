"""The story screen: a writing surface over one form, one save, one preview."""

import re
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from articles.admin.autosave import Autosave, open_conflicts
from articles.admin.beginning import beginning
from articles.admin.calendar import Calendar
from articles.admin.change_kind import MOST_NOTE, panel
from articles.admin.checks import ChecksAnswer
from articles.admin.comments import Comments
from articles.admin.consequences import ConsequencesAnswer
from articles.admin.deeds import Deeds, may_take_back
from articles.admin.finding import Finding
from articles.admin.forms import BylineFormSet, PictureFormSet, SectionFormSet, StoryForm, field_of, ids
from articles.admin.history import HistoryScreens
from articles.admin.lookups import Lookups
from articles.admin.notices import Notices
from articles.admin.planning import Planning
from articles.admin.present import Present
from articles.admin.preview import PreviewLinks, elsewhere_page, with_stand_ins
from articles.admin.proposing import Proposing
from articles.admin.readers import redactable
from articles.admin.start import StoriesPanels
from articles.admin.story_list import StoriesList
from articles.admin.times import Removals
from articles.merging import EMPTY
from articles.models import Article
from articles.sittings import latest
from articles.views import render_story
from articles.workflow import ChangeKind
from newsroom.headers import for_editors


@admin.register(Article)
class ArticleAdmin(
    Autosave,
    ChecksAnswer,
    Calendar,
    Comments,
    Deeds,
    Notices,
    Finding,
    HistoryScreens,
    Lookups,
    Planning,
    ConsequencesAnswer,
    PreviewLinks,
    Present,
    Proposing,
    Removals,
    StoriesPanels,
    StoriesList,
    admin.ModelAdmin[Article],
):
    desk_group, desk_order = "Stories", 1
    records_itself = {"make", "change", "remove"}  # in the log: see Article.record
    reader_page = re.compile(r"/[^/]+/(?P<pk>[0-9]{1,18})/[^/]+/")

    # -- permissions -----------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.editable_by(request.user))

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        mine = obj is None or request.user.has_perm("articles.edit_any_article") or obj.is_written_by(request.user)
        hidden = obj is not None and obj.is_hidden_from(request.user)
        return super().has_view_permission(request, obj) and mine and not hidden

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        """Only what readers never saw can be deleted; the rest is withdrawn."""
        if obj is None:
            return super().has_delete_permission(request)
        return (
            super().has_delete_permission(request, obj)
            and obj.first_published_at is None
            and obj.editable_by(request.user)
        )

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
            *self.proposing_urls(),
            *self.check_urls(),
            *self.preview_link_urls(),
            *self.comment_urls(),
            *self.removal_urls(),
            *self.planning_urls(),
            *self.calendar_urls(),
            *self.notice_urls(),
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
            if Article.objects.taken_down(*ids([object_id])) and request.method == "POST":
                raise PermissionDenied from None  # nobody keeps its text as a story of their own
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
            "change_panel": panel(article, request),
            "plan": self.plan_of(request, article),
            "most_note": MOST_NOTE,
            "may_edit": may_edit,
            "may_publish": may_edit and self.has_publish_permission(request),
            "may_delete": article is not None and self.has_delete_permission(request, article),
            "may_take_back": article is not None and may_take_back(article, request.user),
            "problems": [(field_of(place), said) for place, said in article.problems().items()] if article else [],
            "asides": open_conflicts(request, article) if article and may_edit else [],
            "sittings": latest(article, 5) if article else [],
            "redactable": partial(redactable, article),
            "time_zone": settings.TIME_ZONE,
            "site_url": settings.SITE_URL,
            "media": form.sections.empty_form.media,
        }
        response = TemplateResponse(request, "admin/articles/article/change_form.html", context, status=status)
        return for_editors(response)

    def desk_start(self, request: HttpRequest) -> list[dict[str, Any]]:
        """What a person wants to see first."""
        mine = [*self.notices_panel(request), *self.comments_panel(request), *self.planning_panels(request)]
        return [*mine, *self.stories_panels(request), *self.saved_panel(request)]

    def desk_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every screen of the desk has."""
        return {**self.notices_in_bar(request), **self.searches_at_side(request), **self.kill_notices(request)}

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
