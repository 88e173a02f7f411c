"""A story's history: every save, folded into sittings; any two compared; versions named, restored, also in part."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby, islice
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles.admin.forms import ids
from articles.comparing import compare
from articles.document import Document
from articles.errors import DeletedMeanwhile, NotPossible, SavedMeanwhile
from articles.models import Article, AuditEntry, Revision, display_name
from articles.models.saving import ABOUT_SAVES
from articles.sittings import Sitting, previous_to, sittings
from articles.taking_back import take_back
from articles.views import render_story

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

ENTRIES = 40  # sittings on a page of the history
MOST_OFFERED = 100  # sittings in the lists of the compare screen
READERS, NOW = "readers", "now"
Action = AuditEntry.Action
PUBLISHINGS = {Action.PUBLISH, Action.PUBLISH_CHANGES}


@dataclass(frozen=True, slots=True)
class Version:
    """Something that can be compared: a save, or an edition. `number` is the save's, None for an edition.

    `place` orders both: the save's number, or halfway to the next one after that of which the edition was made.
    """

    ref: str
    place: float
    title: str
    by: str
    at: datetime
    document: Document
    number: int | None
    name: str = ""

    @property
    def sign(self) -> str:
        """What to call it on a button."""
        return self.title.split(",")[0].lower()


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed on the story, in its place among the saves. `edition` is the number of what it put before readers."""

    entry: AuditEntry
    edition: int | None
    is_live: bool = False

    @property
    def at(self) -> datetime:
        return self.entry.at


class HistoryScreens(Base):
    """The screens about saves; mixed into the stories' admin."""

    def history_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/compare/", view(self.compare_view), name="articles_article_compare"),
            path("<int:pk>/take-back/", view(self.take_back_view), name="articles_article_take_back"),
            path("<int:pk>/edition/<int:number>/", view(self.edition_view), name="articles_article_edition"),
            path("<int:pk>/version/<int:number>/", view(self.version_view), name="articles_article_version"),
            path("<int:pk>/version/<int:number>/name/", view(self.name_view), name="articles_article_name"),
            path("<int:pk>/restore/<int:number>/", view(self.restore_view), name="articles_article_restore"),
        ]

    def _story(self, request: HttpRequest, pk: int) -> Article:
        found = Article.objects.visible_to(request.user).filter(pk=pk) if pk < 2**63 else Article.objects.none()
        article = found.select_related("live_edition__category").first()
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        return article

    def _editable(self, request: HttpRequest, pk: int) -> Article:
        article = self._story(request, pk)
        if not article.editable_by(request.user):
            raise PermissionDenied
        return article

    def _revision(self, article: Article, number: str | int) -> Revision:
        found = article.revisions.filter(number__in=ids([number])).first()
        if found is None:
            raise Http404("There is no such version.")
        return found

    # -- the list --------------------------------------------------------------------------------------

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        article = self._story(request, next(iter(ids([object_id])), 0))
        before = next(iter(ids([request.GET.get("before")])), None)
        found = list(islice(sittings(article, before), ENTRIES + 1))
        shown, more = found[:ENTRIES], len(found) > ENTRIES
        deeds = deeds_beside(article, shown, before, to_the_end=not more)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "History",
            "subtitle": str(article),
            "article": article,
            "days": by_day([*shown, *deeds]),
            "older": shown[-1].first_number if more else None,
            "before": before,
            "may_edit": article.editable_by(request.user),
            "two": [one.number for one in found[:2]],
        }
        return TemplateResponse(request, "admin/articles/article/history.html", context)

    def name_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """Give a version a name, or another, or none."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._editable(request, pk)
        revision = self._revision(article, number)
        if revision.rename(request.POST.get("name", ""), by=request.user):
            said = f"is called “{revision.name}” now" if revision.name else "has no name any more"
            messages.success(request, f"Version {number} {said}.")
        before = next(iter(ids([request.POST.get("before")])), None)
        address = reverse("admin:articles_article_history", args=[pk])
        return HttpResponseRedirect(f"{address}{f'?before={before}' if before else ''}#v{number}")

    # -- comparing -------------------------------------------------------------------------------------

    def compare_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._story(request, pk)
        b = self._version(article, request.GET.get("b") or NOW)
        a = self._version(article, request.GET.get("a") or self._before(article, b))
        if a.place > b.place:
            a, b = b, a
        live_ref = f"e{article.live_edition.number}" if article.live_edition else ""
        may_edit = article.editable_by(request.user)
        offered = list(islice(sittings(article), MOST_OFFERED))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"{a.title} and {b.title[0].lower()}{b.title[1:]}",
            "subtitle": str(article),
            "article": article,
            "a": a,
            "b": b,
            "sides": [one for one in (a, b) if may_edit and one.number != article.revision_number],
            "offered": offered,
            "offered_refs": [*(str(one.number) for one in offered), live_ref],
            "live_ref": live_ref,
            "comparison": compare(a.document, b.document),
            "may_edit": may_edit,
        }
        return TemplateResponse(request, "admin/articles/article/compare.html", context)

    def _version(self, article: Article, ref: str) -> Version:
        """What an address means by a save's number, e and an edition's number, “readers” or “now”."""
        edition = article.live_edition if ref == READERS else None
        if ref[:1] == "e":
            edition = article.editions.filter(number__in=ids([ref[1:]])).first()
        if edition is not None:
            called, of = f"Edition {edition.number}", article.live_revision
            if edition.pk == article.live_edition_id:
                called += ", what readers see"
            else:
                before = article.revisions.filter(saved_at__lte=edition.published_at).order_by("-number")
                of = before.values_list("number", flat=True).first() or 0
            by = display_name(edition.published_by)
            return Version(f"e{edition.number}", of + 0.5, called, by, edition.published_at, edition.story, None)
        one = self._revision(article, article.revision_number if ref == NOW else ref)
        called = f"Version {one.number}{', as it is now' if one.number == article.revision_number else ''}"
        document = Document.from_json(one.document)
        return Version(
            str(one.number), one.number, called, one.saved_by_name, one.saved_at, document, one.number, one.name
        )

    def _before(self, article: Article, version: Version) -> str:
        """What to compare a version with when nothing is said: the sitting, or the edition, before it."""
        if version.number is not None:
            return str(previous_to(article, version.number) or version.number)
        number = int(version.ref[1:])
        return f"e{number - 1}" if number > 1 else version.ref

    # -- taking back -----------------------------------------------------------------------------------

    def take_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Put one field or section as it was into the working copy."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._editable(request, pk)
        source = self._version(article, request.POST.get("from", ""))
        called = f"{source.sign} of {timezone.localtime(source.at):%-d %B %Y, %H:%M}"
        base = next(iter(ids([request.POST.get("base")])), 0)
        place = request.POST.get("place", "")
        try:
            taken = take_back(article, place, source.document, called=called, by=request.user, base=base)
        except SavedMeanwhile as error:
            said = f"{error.who} changed this place while you were looking, so nothing was taken back yet. "
            messages.error(
                request, f"{said}What it reads now is below; take it back again to put it in the place of theirs."
            )
            return self._compared(pk, source.ref, NOW)
        except DeletedMeanwhile as error:
            raise Http404(str(error)) from error
        except NotPossible as error:
            messages.error(request, str(error))
            return self._compared(pk, request.POST.get("a", ""), request.POST.get("b", ""))
        label = f"{taken.label[:1].upper()}{taken.label[1:]}"
        if taken.saved:
            said = f"{label} is as in {called} again. Readers see no change until you publish."
        else:
            said = f"{label} is so already; nothing was changed."
        messages.success(request, said)
        return self._compared(pk, source.ref, NOW)

    def _compared(self, pk: int, a: str, b: str) -> HttpResponse:
        query = urlencode({"a": a, "b": b})
        return HttpResponseRedirect(f"{reverse('admin:articles_article_compare', args=[pk])}?{query}")

    def version_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """An old save as the page it would have been."""
        article = self._story(request, pk)
        revision = self._revision(article, number)
        return render_story(
            request, Document.from_json(revision.document), published_at=revision.saved_at, preview=True
        )

    def edition_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """An old edition as the page it was."""
        edition = self._story(request, pk).editions.filter(number__in=ids([number])).first()
        if edition is None:
            raise Http404("There is no such edition.")
        return render_story(request, edition.story, published_at=edition.published_at, preview=True)

    def restore_view(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._editable(request, pk)
        try:
            saved = article.restore(self._revision(article, number), by=request.user)
        except DeletedMeanwhile as error:
            raise Http404(str(error)) from error
        said = f"Version {number} is the working copy again. Readers see no change until you publish."
        messages.success(request, said if saved else f"The story already reads as version {number} did.")
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[pk]))


def deeds_beside(article: Article, shown: list[Sitting], before: int | None, *, to_the_end: bool) -> list[Deed]:
    """What else was done to the story in the time these saves are of, up to the first save of the page before."""
    deeds = article.audit.exclude(action__in=ABOUT_SAVES)
    if before is not None:
        later = article.revisions.filter(number__gte=before).order_by("number").values_list("saved_at", flat=True)
        if (ends := later.first()) is not None:
            deeds = deeds.filter(at__lt=ends)
    if not to_the_end:
        deeds = deeds.filter(at__gte=shown[-1].began_at)
    live = article.live_edition.number if article.live_edition else None
    found = []
    for entry in deeds:
        number = edition_of(entry)
        found.append(Deed(entry, number, number is not None and number == live))
    return found


def edition_of(entry: AuditEntry) -> int | None:
    """The number of the edition that this deed put before readers; its detail begins with it."""
    if entry.action not in PUBLISHINGS:
        return None
    words = entry.detail.replace(",", " ").split()
    return next(iter(ids(words[1:2])), None)


def by_day(entries: Iterable[Sitting | Deed]) -> list[tuple[date, list[Sitting | Deed]]]:
    """Newest first, by the day in the publication's zone. Of two at the same moment the deed came later."""

    def moment(one: Sitting | Deed) -> datetime:
        return one.at if isinstance(one, Deed) else one.saved_at

    order = sorted(
        entries, key=lambda one: (moment(one), isinstance(one, Deed), getattr(one, "number", 0)), reverse=True
    )
    return [(day, list(some)) for day, some in groupby(order, key=lambda one: timezone.localtime(moment(one)).date())]
