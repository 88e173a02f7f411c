"""Autosave, presence and the choice between two texts: what the story screen sends by itself while somebody writes."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import path, reverse
from django.utils import timezone

from articles.admin.forms import StoryForm, ids
from articles.comparing import words
from articles.document import Credit, Document, Label, Part, Picture, is_key
from articles.errors import DeletedMeanwhile
from articles.merging import EMPTY, Side, differences, in_words, same
from articles.models import Article, Aside, Comment, Presence, Revision
from articles.models.publishing import problems_of
from articles.models.saving import Saved

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

SIDES: dict[str, Side] = {"mine": "mine", "theirs": "theirs", "both": "both"}


class Autosave(Base):
    """What the screen sends by itself; mixed into the stories' admin."""

    def autosave_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("autosave/", view(self.autosave_new_view), name="articles_article_autosave_new"),
            path("<int:pk>/autosave/", view(self.autosave_view), name="articles_article_autosave"),
            path("<int:pk>/here/", view(self.here_view), name="articles_article_here"),
            path("<int:pk>/asides/<int:aside>/", view(self.aside_view), name="articles_article_aside"),
        ]

    def autosave_new_view(self, request: HttpRequest) -> HttpResponse:
        """POST the form of a story never saved: it is made once there is something in it, and once per `tab`."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_add_permission(request):
            raise PermissionDenied
        if article := begun_in(request):
            return self.autosave_view(request, article.pk)
        form = StoryForm(EMPTY, 0, request.POST, EMPTY)
        if not form.is_valid():
            return refused(form.errors)
        document = form.document()
        if same(document, Document(headline="", slug="", format=document.format, category=document.category)):
            return HttpResponse(status=204)
        try:
            with transaction.atomic():
                article = Article(begun_in=tab_of(request) or None)
                saved = article.take_in(document, by=request.user, kind=Revision.Kind.AUTO, tab=tab_of(request))
        except IntegrityError:  # sent twice at the same moment
            if article := begun_in(request):
                return self.autosave_view(request, article.pk)
            raise
        return JsonResponse(answer(request, article, saved))

    def autosave_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST the form: saved as it is, with what others wrote since its `base`. Answers what now stands elsewhere."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        newest = Revision.objects.filter(article=pk).select_related("article").order_by("-number").first()
        if newest is None or not self.has_view_permission(request, newest.article):
            return self._is_gone(request, pk)
        article = newest.article
        if not article.editable_by(request.user):
            raise PermissionDenied
        now = Document.from_json(newest.document)
        form = StoryForm(EMPTY, 0, request.POST, now)
        if not form.is_valid():
            return refused(form.errors)
        tab = tab_of(request)
        try:
            saved = article.take_in(
                form.document(),
                by=request.user,
                base=form.base or 0,
                behind=form.behind,
                kind=Revision.Kind.AUTO,
                tab=tab,
                newest=newest,
            )
        except DeletedMeanwhile:
            return self._is_gone(request, pk)
        return JsonResponse(answer(request, article, saved))

    def _is_gone(self, request: HttpRequest, pk: int) -> HttpResponse:
        if not self.has_change_permission(request) or Article.objects.taken_down(pk):
            raise PermissionDenied
        said = f"{DeletedMeanwhile()} What you write on is kept as a new story."
        return JsonResponse({"gone": True, "errors": [["", said]]}, status=409)

    def here_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST where one is in the story. Answers who else is, and the number of the newest save."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = Article.objects.visible_to(request.user).filter(pk=pk).first()
        if article is None or not self.has_view_permission(request, article):
            return self._is_gone(request, pk)
        comments = Comment.objects.stamp(article.pk)
        here = others_here(request, article)
        return JsonResponse({"here": here, "base": article.revision_number, "comments": comments})

    def aside_view(self, request: HttpRequest, pk: int, aside: int) -> HttpResponse:
        """POST take=mine, theirs or both: that decides a conflict. Answers like an autosave."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = Article.objects.visible_to(request.user).filter(pk=pk).first()
        if article is None or not self.has_view_permission(request, article):
            return self._is_gone(request, pk)
        if not article.editable_by(request.user):
            raise PermissionDenied
        found = Aside.objects.filter(article=article, pk__in=ids([aside])).first()
        if found is None:
            raise Http404("There is no such text.")
        if (side := SIDES.get(request.POST.get("take", ""))) is None:
            return refused([("", "Take mine, theirs or both.")])
        base = next(iter(ids([request.POST.get("base")])), None)
        try:
            saved = article.choose(found, side, by=request.user, base=base)
        except ValueError:
            return refused([("", f"{found.label}: only one can stand here. Take mine or theirs.")])
        except DeletedMeanwhile:
            return self._is_gone(request, pk)
        return JsonResponse(answer(request, article, saved))


def refused(errors: list[tuple[str, str]]) -> HttpResponse:
    return JsonResponse({"errors": errors}, status=422)


def tab_of(request: HttpRequest) -> str:
    """The opened form that speaks; empty when it does not say."""
    tab = request.POST.get("tab", "")
    return tab if is_key(tab) and len(tab) <= 36 else ""


def begun_in(request: HttpRequest) -> Article | None:
    """The story that this opened form has made before, if it has."""
    tab = tab_of(request)
    return (
        Article.objects.visible_to(request.user).filter(created_by=request.user.pk, begun_in=tab).first()
        if tab
        else None
    )


def others_here(request: HttpRequest, article: Article) -> list[dict[str, Any]]:
    """Note that this person is here, and say who else is."""
    section = request.POST.get("section", "")
    section = section if is_key(section) and len(section) <= 36 else ""
    writing = bool(section) and article.editable_by(request.user)
    here = Presence.objects.seen(article.pk, request.user, tab_of(request), section, writing=writing)
    return [one._asdict() for one in here]


def answer(request: HttpRequest, article: Article, saved: Saved) -> dict[str, Any]:
    """What the screen is told after a save: where it stands, what others wrote, what cannot stand together."""
    return {
        "id": article.pk,
        "address": reverse("admin:articles_article_change", args=[article.pk]),
        "autosave": reverse("admin:articles_article_autosave", args=[article.pk]),
        "here_address": reverse("admin:articles_article_here", args=[article.pk]),
        "base": article.revision_number,
        "saved_at": f"{timezone.localtime():%H:%M:%S}",
        "changed": saved.revision is not None,
        "slug": article.slug,
        "standing": [article.standing.value, article.standing.label],
        "problems": list(problems_of(saved.document).values()),
        **differing(request, article, saved),
        "here": others_here(request, article),
    }


def differing(request: HttpRequest, article: Article, saved: Saved) -> dict[str, Any]:
    """What now stands elsewhere than in the form that was sent, and the conflicts that are open."""
    return {
        "kept_as": saved.kept_as,
        "changes": [
            {"place": place, "value": to_draw(value)} for place, value in differences(saved.sent, saved.document)
        ],
        "conflicts": open_conflicts(request, article),
    }


def open_conflicts(request: HttpRequest, article: Article) -> list[dict[str, Any]]:
    return [conflict(one, request.user) for one in article.asides.open()] if article.has_asides else []


def conflict(aside: Aside, user: Any) -> dict[str, Any]:
    """For the screen: both texts in words, and what differs. `own` is whether this person wrote “mine”."""
    mine, theirs = in_words(aside.value("text")), in_words(aside.value("theirs"))
    return {
        "id": aside.pk,
        "place": aside.place,
        "label": aside.label,
        "by": aside.other_name,
        "from": aside.by_name,
        "own": aside.by_id == user.pk,
        "mine": mine,
        "theirs": theirs,
        "runs": [[run.mark, run.text] for run in words(theirs, mine)],
    }


def to_draw(value: Any) -> Any:
    """A value as the screen draws it."""
    if isinstance(value, (tuple, list)):
        return [to_draw(one) for one in value]
    if isinstance(value, Picture):
        return {
            "asset": value.asset,
            "caption": value.caption,
            "alt_text": value.alt_text,
            "decorative": value.decorative,
            "thumb": reverse("admin:articles_imageasset_thumbnail", args=[value.asset]),
            "large": reverse("admin:articles_imageasset_large", args=[value.asset]),
            "credit": value.credit,
        }
    if isinstance(value, Part):
        names = ("key", "kind", "subhead", "body", "layout", "url", "title", "text", "source")
        return {name: getattr(value, name) for name in names} | {"pictures": to_draw(value.pictures)}
    if isinstance(value, Credit):
        portrait = reverse("admin:articles_imageasset_thumbnail", args=[value.portrait.asset]) if value.portrait else ""
        return {
            "author": value.author,
            "name": value.name,
            "role": value.role,
            "job_title": value.job_title,
            "portrait": portrait,
        }
    if isinstance(value, Label):
        return {"id": value.id, "name": value.title}
    return value
