"""What the story screen asks before a story is published or withdrawn: which pages, feeds and sitemaps that changes."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import path

from articles import consequences
from articles.admin.forms import StoryForm
from articles.consequences import Consequences, Line
from articles.document import Document
from articles.models import Article
from articles.workflow import ChangeKind
from newsroom.html import tidy

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object


class ConsequencesAnswer(Base):
    if TYPE_CHECKING:

        def _article(self, request: HttpRequest, object_id: str | None) -> Article | None: ...
        def has_publish_permission(self, request: HttpRequest) -> bool: ...

    def consequences_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.consequences_view)
        return [path("consequences/", view, name="articles_article_consequences")]

    def consequences_view(self, request: HttpRequest) -> HttpResponse:
        """POST the form of the story `?story=`, of a new one without: what publishing it as it is typed would change.

        With `_withdraw`, what withdrawing would. Nothing is written.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._article(request, request.GET.get("story"))
        if not self.has_publish_permission(request) or (article and not article.editable_by(request.user)):
            raise PermissionDenied
        if "_withdraw" in request.POST:
            if article is None or article.live_edition is None:
                return JsonResponse({"said": "Readers do not see this story.", "groups": []})
            return JsonResponse(as_json(consequences.of_withdrawing(article)))
        form = StoryForm(Document(headline="", slug=""), 0, request.POST)
        form.is_valid()
        document = form.document()
        if document.category is None:
            return JsonResponse(
                {"said": "Choose the category first: it decides where the story appears.", "groups": []}
            )
        kind = request.POST.get("change", "")
        change = ChangeKind(kind) if kind in ChangeKind.values else ChangeKind.TYPO
        found = consequences.of_publishing(article or Article(), document, change, tidy(request.POST.get("note", "")))
        return JsonResponse(as_json(found))


def as_json(found: Consequences) -> dict[str, Any]:
    """The sentence, and what it counts: groups with their lines, each of a text and the addresses it is about."""
    groups: list[tuple[str, list[tuple[str, list[Line]]]]] = [
        (title, [("", lines)]) for title, lines in found.groups.items()
    ]
    least = "At least " if found.is_more else ""
    if found.stories:
        pages = "1 story page" if found.stories == 1 else f"{found.stories:,} story pages"
        groups.append(("Other stories", [(f"{least}{pages} on which it is a way on to read", [])]))
    if found.older:
        pages = "1 older page" if found.older == 1 else f"{found.older:,} older pages"
        groups.append(("Older pages", [(f"{least}{pages} of these lists, whose stories move by one", [])]))
    if found.feeds:
        groups.append(("Feeds", list(found.feeds)))
    if found.sitemaps:
        groups.append(("Sitemaps", [("", found.sitemaps)]))
    return {
        "said": found.sentence,
        "groups": [
            {
                "title": title,
                "lines": [
                    {
                        "text": text,
                        "links": [
                            {"text": one.text, "address": one.address if one.is_there else None} for one in links
                        ],
                    }
                    for text, links in lines
                ],
            }
            for title, lines in groups
        ],
    }
