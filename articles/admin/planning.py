"""The way of stories through the desk: whose they are, by when, the board, and their moves along the table."""

from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.admin.deeds import wants_json
from articles.admin.forms import ids
from articles.errors import NotPossible
from articles.models import Article, Category, display_name
from articles.models.planning import LONGEST_BRIEF, may_be_given_to
from articles.workflow import Priority, State
from newsroom.headers import for_editors

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST_IN_COLUMN = 50
WHOSE = {"me": "For me", "desks": "On my desks", "nobody": "For nobody", "late": "Late"}


class Planning(Base):
    """Mixed into the stories' admin."""

    def planning_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("board/", view(self.board_view), name="articles_article_board"),
            path("<int:pk>/plan/", view(self.plan_view), name="articles_article_plan"),
            path("<int:pk>/move/", view(self.move_view), name="articles_article_move"),
        ]

    def plan_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST assignee, deadline, priority and brief. Answers what is planned then, in words."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._planned(request, pk)
        if not request.user.has_perm("articles.edit_any_article"):
            raise PermissionDenied
        sent = request.POST
        person = next(iter(ids([sent.get("assignee")])), None)
        try:
            chosen = may_be_given_to().filter(pk=person).first() if person else None
            if person and chosen is None and person != article.assignee_id:
                raise NotPossible("This person cannot write stories any more. Choose somebody else.")
            priority = sent.get("priority", "0")
            article.plan(
                by=request.user,
                assignee=chosen or (article.assignee if person else None),
                deadline=moment(sent.get("deadline", "")),
                priority=Priority(int(priority)) if priority in map(str, Priority.values) else Priority.NORMAL,
                brief=sent.get("brief", ""),
            )
        except NotPossible as error:
            return JsonResponse({"error": str(error)}, status=422)
        return JsonResponse({"said": planned(article)})

    def move_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST to=<state>: send the story there, as it is saved. Answers JSON to scripts, the board to forms."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._planned(request, pk)
        wanted = request.POST.get("to", "")
        try:
            if wanted not in State.values:
                raise NotPossible("There is no such state.")
            article.move_to(State(wanted), by=request.user)
        except NotPossible as error:
            if wants_json(request):
                return JsonResponse({"error": str(error)}, status=422)
            messages.error(request, f"“{article}” was not moved. {error}")
        else:
            said = f"“{article}” is “{State(wanted).label}” now."
            if wants_json(request):
                moves = [{"to": one.to, "label": one.label} for one in article.moves_for(request.user)]
                return JsonResponse({"said": said, "moves": moves})
            messages.success(request, said)
        back = reverse("admin:articles_article_board")
        narrowed_by = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(f"{back}{narrowed_by}#card-{pk}")

    def _planned(self, request: HttpRequest, pk: int) -> Article:
        article = Article.objects.visible_to(request.user).filter(pk=pk).first() if pk < 2**63 else None
        if article is None or not self.has_view_permission(request, article):
            raise Http404("There is no such story.")
        return article

    def board_view(self, request: HttpRequest) -> HttpResponse:
        """All stories on their way, a column for each state. ?in=<category> and ?whose=me, nobody or late narrow it."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        stories = Article.objects.visible_to(request.user).on_their_way()
        category = next(iter(ids([request.GET.get("in")])), None)
        if category:
            stories = stories.filter(category=category)
        whose = request.GET.get("whose", "")
        shown = narrowed(stories, whose, request.user)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Board",
            "columns": [column(shown, state, request.user) for state in State],
            "categories": Category.objects.all(),
            "category": category,
            "whose": whose if whose in WHOSE else "",
            "choices": WHOSE.items(),
        }
        return for_editors(TemplateResponse(request, "admin/articles/article/board.html", context))

    # -- on the story screen, the start page, in the palette -------------------------------------------

    def plan_of(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        """What the card about planning shows; `people` only to those who may plan."""
        may = request.user.has_perm("articles.edit_any_article")
        return {
            "may": may,
            "people": [(one.pk, display_name(one)) for one in may_be_given_to()] if may else [],
            "priorities": Priority.choices,
            "most": LONGEST_BRIEF,
            "said": planned(article) if article else "",
            "moves": article.moves_for(request.user) if article else (),
        }

    def planning_panels(self, request: HttpRequest) -> list[dict[str, Any]]:
        """What is wanted of this person, what waits on their desks, and what is late; each only where there is any."""
        user: Any = request.user
        stories = Article.objects.visible_to(user).on_their_way().select_related("category", "assignee")
        board = reverse("admin:articles_article_board")
        panels = [("For me", soonest(narrowed(stories, "me", user)), f"{board}?whose=me")]
        if user.has_perm("articles.edit_any_article"):
            if user.desks.exists():
                waiting = narrowed(stories, "desks", user).exclude(workflow_state__in=[State.DRAFT, State.HOLD])
                panels.append(("On my desks", soonest(waiting), f"{board}?whose=desks"))
            panels.append(("Late", stories.late(), f"{board}?whose=late"))
        found = [(title, list(some[:8]), more) for title, some, more in panels]
        return [{"title": title, "stories": some, "more": more, "planned": True} for title, some, more in found if some]

    def desk_links(self, request: HttpRequest) -> list[dict[str, str]]:
        return [
            {"label": "Board", "url": reverse("admin:articles_article_board")},
            {"label": "Calendar", "url": reverse("admin:articles_article_calendar")},
        ]


def narrowed(stories: QuerySet[Article], whose: str, user: Any) -> QuerySet[Article]:
    if whose == "me":
        return stories.filter(assignee=user.pk)
    if whose == "desks":
        return stories.filter(category__in=user.desks.all())
    if whose == "nobody":
        return stories.filter(assignee=None)
    return stories.filter(deadline__lt=timezone.now()) if whose == "late" else stories


def soonest(stories: QuerySet[Article]) -> QuerySet[Article]:
    """The most urgent first, of those the one that is wanted first."""
    return stories.order_by("-priority", F("deadline").asc(nulls_last=True), "-saved_at", "-pk")


def column(stories: QuerySet[Article], state: State, user: Any) -> dict[str, Any]:
    here = stories.filter(workflow_state=state).select_related("category", "assignee", "lead__asset")
    found = list(soonest(here)[: MOST_IN_COLUMN + 1])
    cards = [{"story": one, "moves": one.moves_for(user), "said": planned(one)} for one in found[:MOST_IN_COLUMN]]
    return {"state": state, "cards": cards, "more": len(found) > MOST_IN_COLUMN}


def planned(article: Article) -> str:
    """In words: whose, by when, how urgent; empty when nothing is planned."""
    said = []
    if article.assignee:
        said.append(f"for {display_name(article.assignee)}")
    if article.deadline:
        due = f"{timezone.localtime(article.deadline):%a %-d %b, %H:%M}"
        said.append(f"wanted by {due}{' (late)' if article.is_late else ''}")
    if article.priority:
        said.append(f"{Priority(article.priority).label.lower()} priority")
    text = ", ".join(said)
    return text[:1].upper() + text[1:]


def moment(typed: str) -> datetime | None:
    """Day and minute as a form has it, in the publication's zone; None for nothing. NotPossible when it is neither."""
    if not typed.strip():
        return None
    try:
        found = parse_datetime(typed)
    except ValueError:
        found = None
    if found is None:
        raise NotPossible("Give day and minute of the deadline, or leave it empty.")
    return found if timezone.is_aware(found) else found.replace(tzinfo=ZoneInfo(settings.TIME_ZONE))
