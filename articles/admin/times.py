"""When a story may be seen, at the desk: schedule, embargo and expiry on its screen; kill and takedown on their own."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe

from articles.admin import change_kind
from articles.errors import EditorialError, NotPossible, NotPublishable
from articles.models import Article, Removal
from articles.moments import moment, said

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

TAKE_DOWN = "articles.take_down_article"


# -- deeds of the story screen's buttons: each returns what to tell the editor -------------------------


def typed(request: HttpRequest, name: str, missing: str) -> datetime:
    """The moment typed in the field, in the publication's time zone. Raises NotPossible."""
    zone, which = ZoneInfo(settings.TIME_ZONE), request.POST.get(f"{name}_which", "")
    return moment(request.POST.get(name, ""), zone, which, missing=missing)


def schedule(article: Article, request: HttpRequest) -> str:
    try:
        at = typed(request, "publish_at", "Give the day and minute it is to go out.")
    except NotPossible as error:
        raise NotPublishable({"publish_at": str(error)}) from error
    article.schedule(at, by=request.user, **change_kind.sent(article, request))
    return f"{'The changes go' if article.live_edition_id else 'It goes'} out on {said(at)} ({settings.TIME_ZONE})."


def set_embargo(article: Article, request: HttpRequest) -> str:
    if article.is_embargoed and not request.user.has_perm("articles.publish_article"):
        raise NotPossible("The embargo stays as it is: an editor changes it.")
    until = typed(request, "embargo_until", "Give the day and minute the embargo ends.")
    moved = article.set_embargo(
        until,
        request.POST.get("embargo_asked", ""),
        by=request.user,
        reason=request.POST.get("embargo_reason", ""),
    )
    told = f"Nothing of it goes out before {said(until)}."
    return f"{told} It was scheduled for earlier, and goes out at that moment now." if moved else told


def lift_embargo(article: Article, request: HttpRequest) -> str:
    article.lift_embargo(by=request.user, reason=request.POST.get("embargo_reason", ""))
    return "The embargo is lifted. The story can go out."


def set_expiry(article: Article, request: HttpRequest) -> str:
    at = typed(request, "expires_at", "Give the day and minute it is to be withdrawn.")
    article.set_expiry(at, by=request.user)
    return f"It is withdrawn on {said(at)}."


def keep(article: Article, request: HttpRequest) -> str:
    article.set_expiry(None, by=request.user)
    return "It stays until somebody withdraws it."


BY_WRITERS = {"_embargo"}  # who gets a text under embargo says so, and need not be an editor
DEEDS: dict[str, Callable[[Article, HttpRequest], str]] = {
    "_schedule": schedule,
    "_embargo": set_embargo,
    "_lift_embargo": lift_embargo,
    "_expire": set_expiry,
    "_keep": keep,
}


# -- in the list of stories ----------------------------------------------------------------------------


def times_mark(article: Article) -> SafeString:
    """What the list says beside a story's state of when it goes out and when it goes."""
    words = []
    if article.publish_at is not None:
        words.append(f"{'update ' if article.live_edition_id else ''}{short(article.publish_at)}")
    if article.embargo_until is not None and article.is_embargoed:
        words.append(f"embargo until {short(article.embargo_until)}")
    if article.expires_at is not None:
        words.append(f"until {short(article.expires_at)}")
    if article.taken_down_at is not None:
        words.append("taken down")
    return format_html(" <small>{}</small>", ", ".join(words)) if words else mark_safe("")


def short(at: datetime) -> str:
    """A day and minute for lists; the year where it is another one."""
    local = timezone.localtime(at)
    return f"{local:%-d %b, %H:%M}" if local.year == timezone.localtime().year else f"{local:%-d %b %Y, %H:%M}"


# -- kill and takedown ---------------------------------------------------------------------------------


class Removals(Base):
    """Screens about stories that go for cause; mixed into the stories' admin."""

    if TYPE_CHECKING:

        def _story(self, request: HttpRequest, pk: int) -> Article: ...
        def has_publish_permission(self, request: HttpRequest) -> bool: ...

    def removal_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/kill/", view(self.kill_view), name="articles_article_kill"),
            path("<int:pk>/takedown/", view(self.takedown_view), name="articles_article_takedown"),
            path("<int:pk>/takedown/again/", view(self.ask_again_view), name="articles_article_ask_again"),
            path("<int:pk>/let-back/", view(self.let_back_view), name="articles_article_let_back"),
            path("kills/<int:pk>/confirm/", view(self.confirm_view), name="articles_article_confirm_kill"),
        ]

    def kill_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._story(request, pk)
        if not (self.has_publish_permission(request) and article.editable_by(request.user)):
            raise PermissionDenied
        if request.method == "POST" and sure(request):
            try:
                article.kill(by=request.user, reason=request.POST.get("reason", ""))
            except EditorialError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, "The story is killed. The start page tells everybody until it is confirmed.")
                return HttpResponseRedirect(article.get_absolute_url())
        return self._removal_screen(request, article, "kill")

    def takedown_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Before: what a takedown does, and the question. After: its report."""
        if not request.user.has_perm(TAKE_DOWN):
            raise PermissionDenied
        article = self._story(request, pk)
        if request.method == "POST" and sure(request):
            try:
                article.take_down(by=request.user, reason=request.POST.get("reason", ""))
            except EditorialError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, "The story is taken down. Its addresses are being asked: see below.")
                return HttpResponseRedirect(request.path)
        return self._removal_screen(request, article, "takedown")

    def _removal_screen(self, request: HttpRequest, article: Article, kind: str) -> HttpResponse:
        removals = list(article.removals.filter(kind=kind))
        why_not = article.why_no_kill if kind == "kill" else ""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": {"kill": "Kill a story", "takedown": "Take a story down"}[kind],
            "article": article,
            "kind": kind,
            "removals": removals,
            "may_act": article.taken_down_at is None and not why_not,
            "why_not": why_not,
            "reason": request.POST.get("reason", ""),
        }
        return TemplateResponse(request, "admin/articles/article/removal.html", context)

    def ask_again_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Have the worker fetch what was not gone once more."""
        report = self._after_takedown(request, pk).removals.filter(kind=Removal.Kind.TAKEDOWN).first()
        try:
            if report is None:
                raise NotPossible("This story was not taken down.")
            report.ask_again(by=request.user)
        except NotPossible as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The addresses are asked again: look again in a moment.")
        return HttpResponseRedirect(reverse("admin:articles_article_takedown", args=[pk]))

    def let_back_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        article = self._after_takedown(request, pk)
        try:
            article.let_back(by=request.user, reason=request.POST.get("reason", ""))
        except EditorialError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The desk sees the story again. Readers see it when somebody publishes it.")
        return HttpResponseRedirect(reverse("admin:articles_article_takedown", args=[pk]))

    def _after_takedown(self, request: HttpRequest, pk: int) -> Article:
        if request.method != "POST" or not request.user.has_perm(TAKE_DOWN):
            raise PermissionDenied
        return self._story(request, pk)

    # -- the notice on every screen --------------------------------------------------------------------

    def kill_notices(self, request: HttpRequest) -> dict[str, Any]:
        """What was killed and no editor has confirmed yet; the whole desk is told, whoever may open the story."""
        kills = Removal.objects.open().select_related("article").defer("answers", "pictures")[:20]
        return {"kills": kills, "may_confirm_kills": self.has_publish_permission(request)}

    def confirm_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_publish_permission(request):
            raise PermissionDenied
        kill = Removal.objects.filter(pk=pk).select_related("article").first() if pk < 2**63 else None
        if kill is None:
            raise Http404("There is no such notice.")
        try:
            kill.confirm(by=request.user)
        except NotPossible as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, "Confirmed. The notice is gone from the desk’s screens, and stays in the log.")
        back = request.POST.get("next", "")
        is_ours = url_has_allowed_host_and_scheme(back, None)
        return HttpResponseRedirect(back if is_ours else reverse("admin:index"))


def sure(request: HttpRequest) -> bool:
    if not request.POST.get("sure"):
        messages.error(request, "Tick that you are sure.")
        return False
    return True
