"""Comments at the desk: what the story screen asks and sends, the numbers in lists, and what waits for somebody."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import path
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import commenting
from articles.errors import DeletedMeanwhile, NotPossible
from articles.models import Article, Comment, CommentNotice, Person, display_name
from articles.models.comment import labels, people_of, runs, stamp
from articles.models.presence import initials

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST_WAITING = 8
MOST_PEOPLE = 500


class Comments(Base):
    """Mixed into the stories' admin. Whoever may see a story may comment on it."""

    def comment_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("<int:pk>/comments/", view(self.comments_view), name="articles_article_comments"),
            path("<int:pk>/comments/people/", view(self.comment_people_view), name="articles_article_comment_people"),
            path("<int:pk>/comments/<int:comment>/", view(self.comment_view), name="articles_article_comment"),
        ]

    def comments_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: all comments of the story. POST says something new. Both answer with all there are."""
        if request.method not in {"GET", "POST"}:
            return HttpResponseNotAllowed(["GET", "POST"])
        article = self._commentable(request, pk)
        if request.method == "GET":
            return listed(request, article)
        sent = request.POST
        spot = commenting.Spot(*(sent.get(name, "") for name in ("section", "quote", "before", "after")))
        return answer(
            request,
            article,
            lambda by: commenting.begin(article, sent.get("text", ""), spot, by=by, key=sent.get("key", "")),
        )

    def comment_view(self, request: HttpRequest, pk: int, comment: int) -> HttpResponse:
        """POST deed=reply, edit, delete, resolve, reopen, mute or unmute. Answers with all comments of the story."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._commentable(request, pk)
        deed = DEEDS.get(request.POST.get("deed", ""))
        if deed is None:
            return JsonResponse({"error": "There is no such deed."}, status=422)
        found = article.comments.select_related("article").filter(pk=comment).first() if comment < 2**63 else None
        if found is None:
            return JsonResponse({"error": commenting.GONE, **told(request, article)}, status=422)
        return answer(request, article, lambda by: deed(found, by, request.POST.get("text", ""), request))

    def comment_people_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Who can be asked for in a comment: whoever may see the story."""
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        people = list(people_of(self._commentable(request, pk))[:MOST_PEOPLE])
        names = labels(people)
        found = [
            {
                "label": names[one.pk],
                "name": display_name(one),
                "sign_in": one.get_username(),
                "initials": initials(display_name(one)),
                "mail": bool(one.email),
            }
            for one in people
            if one.pk != request.user.pk
        ]
        return private(JsonResponse({"people": found}))

    def _commentable(self, request: HttpRequest, pk: int) -> Article:
        visible = Article.objects.visible_to(request.user)
        article = visible.filter(pk=pk).first() if pk < 2**63 else None
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        return article

    # -- elsewhere at the desk -------------------------------------------------------------------------

    def get_changelist_instance(self, request: HttpRequest) -> Any:
        """The list, where each story of the page knows its open comments; one query for all of them."""
        changes = super().get_changelist_instance(request)
        stories = list(changes.result_list)
        if numbers := Comment.objects.open_of(one.pk for one in stories):
            for one in stories:
                one.open_comments = numbers.get(one.pk, 0)
        return changes

    def comments_panel(self, request: HttpRequest) -> list[dict[str, Any]]:
        """For the start page: where this person is asked for and has not answered."""
        waiting = Comment.objects.awaiting(request.user)[:MOST_WAITING]
        return [{"title": "Comments for me", "comments": list(waiting)}] if waiting else []


def comments_mark(article: Article) -> SafeString | str:
    """In the list: how many threads are open, where there are any."""
    number = getattr(article, "open_comments", 0)
    words = f"{number} open comment{'s' if number > 1 else ''}"
    return format_html('<small class="story-comments">{}</small>', words) if number else ""


Deed = Callable[[Comment, Person, str, HttpRequest], Any]
DEEDS: dict[str, Deed] = {
    "reply": lambda one, by, text, request: commenting.reply(one, text, by=by, key=request.POST.get("key", "")),
    "edit": lambda one, by, text, _: commenting.edit(one, text, by=by),
    "delete": lambda one, by, *_: commenting.remove(one, by=by),
    "resolve": lambda one, by, *_: commenting.resolve(one, by=by),
    "reopen": lambda one, by, *_: commenting.reopen(one, by=by),
    "mute": lambda one, by, *_: commenting.mute(one, by=by, muted=True),
    "unmute": lambda one, by, *_: commenting.mute(one, by=by, muted=False),
}


def answer(request: HttpRequest, article: Article, deed: Callable[[Person], Any]) -> HttpResponse:
    """Do it, and say how all stands then; a refusal says why, and how it stands."""
    try:
        done = deed(request.user)
    except DeletedMeanwhile as error:
        raise Http404(str(error)) from error
    except NotPossible as error:
        return JsonResponse({"error": str(error), **told(request, article)}, status=422)
    return listed(request, article, done=done.pk if isinstance(done, Comment) else None)


def listed(request: HttpRequest, article: Article, **more: Any) -> HttpResponse:
    return private(JsonResponse(told(request, article) | more))


def private(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store, private"
    return response


def told(request: HttpRequest, article: Article) -> dict[str, Any]:
    """All comments of the story as the screen draws them, by threads, and the stamp of this state."""
    named = Prefetch("notices", CommentNotice.objects.filter(mention=True))
    comments = list(article.comments.prefetch_related(named))
    muted = Comment.muted_by.through.objects.filter(user=request.user.pk, comment__article=article)
    silent = set(muted.values_list("comment", flat=True))
    threads: dict[int, dict[str, Any]] = {}
    for one in comments:
        if one.thread_id is None:
            threads[one.pk] = thread(one, muted=one.pk in silent)
        threads[one.root_id]["comments"].append(comment(one, request.user))
    for known in threads.values():
        known["told"] = any(one["own"] and not one["deleted"] for one in known["comments"])
    last = max((one.changed_at for one in comments), default=None)
    return {"stamp": stamp(len(comments), last), "threads": list(threads.values())}


def thread(one: Comment, *, muted: bool) -> dict[str, Any]:
    return {
        "id": one.pk,
        "section": one.section,
        "where": one.where,
        "quote": one.quote,
        "before": one.before,
        "after": one.after,
        "resolved": f"Resolved {moment(one.resolved_at)}, {one.resolved_by_name}" if one.resolved_at else "",
        "muted": muted,
        "comments": [],
    }


def comment(one: Comment, user: Any) -> dict[str, Any]:
    return {
        "id": one.pk,
        "by": one.by_name,
        "initials": initials(one.by_name),
        "own": one.by_id == user.pk,
        "at": moment(one.at),
        "edited": one.edited_at is not None,
        "deleted": one.deleted_at is not None,
        "text": one.text,
        "runs": runs(one.text, {notice.label for notice in one.notices.all()}),
        "for_me": any(notice.user_id == user.pk for notice in one.notices.all()),
    }


def moment(at: Any) -> str:
    local, now = timezone.localtime(at), timezone.localtime()
    if local.date() == now.date():
        return f"{local:%H:%M}"
    return f"{local:%-d %b, %H:%M}" if local.year == now.year else f"{local:%-d %b %Y, %H:%M}"
