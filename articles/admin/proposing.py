"""What the story screen proposes as the kind of a change to a live story, while it is typed."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import path

from articles.admin.forms import StoryForm
from articles.document import Document, tidied
from articles.models import Article
from articles.proposing import Proposal, proposal

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object


class Proposing(Base):
    if TYPE_CHECKING:

        def _article(self, request: HttpRequest, object_id: str | None) -> Article | None: ...
        def has_publish_permission(self, request: HttpRequest) -> bool: ...

    def proposing_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.proposal_view)
        return [path("<int:pk>/change-kind/", view, name="articles_article_change_kind")]

    def proposal_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST the form: what publishing it as typed would be to readers, why and where. Nothing is written."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._article(request, str(pk))
        if article is None or not self.has_publish_permission(request) or not article.editable_by(request.user):
            raise PermissionDenied
        if article.live_edition is None:
            return JsonResponse(Proposal().as_json())
        form = StoryForm(Document(headline="", slug=""), 0, request.POST)
        form.is_valid()
        return JsonResponse(proposal(article.live_edition.story, tidied(form.document())).as_json())
