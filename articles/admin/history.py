"""A story's history: every save, any two compared, any one shown as the page it was, or restored as a new save."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse

from articles.admin.forms import ids
from articles.comparing import compare
from articles.document import Document
from articles.errors import DeletedMeanwhile
from articles.models import Article, Revision
from articles.views import render_story

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST_SHOWN = 200


class HistoryScreens(Base):
    """The screens about saves; mixed into the stories' admin."""

    def history_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/compare/", view(self.compare_view), name="articles_article_compare"),
            path("<int:pk>/version/<int:number>/", view(self.version_view), name="articles_article_version"),
            path("<int:pk>/restore/<int:number>/", view(self.restore_view), name="articles_article_restore"),
        ]

    def _story(self, request: HttpRequest, pk: int) -> Article:
        article = Article.objects.visible_to(request.user).filter(pk=pk).first()
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        return article

    def _revision(self, article: Article, number: str | int) -> Revision:
        found = article.revisions.filter(number__in=ids([number])).first()
        if found is None:
            raise Http404("There is no such version.")
        return found

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self._story(request, next(iter(ids([object_id])), 0))
        revisions = list(article.revisions.defer("document")[:MOST_SHOWN])
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "History",
            "subtitle": str(article),
            "article": article,
            "revisions": revisions,
            "older": article.revision_number - len(revisions),
            "deeds": article.audit.exclude(action__in=["save", "create"])[:30],
            "may_edit": article.editable_by(request.user),
        }
        return TemplateResponse(request, "admin/articles/article/history.html", context)

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._story(request, pk)
        newest = article.revision_number
        b = self._revision(article, request.GET.get("b") or newest)
        a = self._revision(article, request.GET.get("a") or max(1, b.number - 1))
        if a.number > b.number:
            a, b = b, a
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"Versions {a.number} and {b.number}",
            "subtitle": str(article),
            "article": article,
            "a": a,
            "b": b,
            "numbers": list(article.revisions.values_list("number", flat=True)[:MOST_SHOWN]),
            "comparison": compare(Document.from_json(a.document), Document.from_json(b.document)),
            "may_edit": article.editable_by(request.user),
        }
        return TemplateResponse(request, "admin/articles/article/compare.html", context)

    def version_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """An old save as the page it would have been."""
        article = self._story(request, pk)
        revision = self._revision(article, number)
        return render_story(
            request, Document.from_json(revision.document), published_at=revision.saved_at, preview=True
        )

    def restore_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._story(request, pk)
        if not article.editable_by(request.user):
            raise PermissionDenied
        try:
            saved = article.restore(self._revision(article, number), by=request.user)
        except DeletedMeanwhile as error:
            raise Http404(str(error)) from error
        said = f"Version {number} is the working copy again. Readers see no change until you publish."
        messages.success(request, said if saved else f"The story already reads as version {number} did.")
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))
