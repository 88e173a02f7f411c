"""The deeds of the story screen's buttons: first what was sent is saved, then the deed is done, or refused in words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils import timezone

from articles.admin import change_kind, readers, times
from articles.admin.autosave import begun_in, differing, tab_of
from articles.admin.forms import StoryForm, field_of
from articles.errors import DeletedMeanwhile, EditorialError, LiveAlready, NotPossible, NotPublishable, SavedMeanwhile
from articles.merging import EMPTY, FIELDS, differences, value_at
from articles.merging import called as called_part
from articles.models import Article
from articles.models.saving import Saved
from articles.workflow import State

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    from articles.admin.story import ArticleAdmin

    Base = ModelAdmin[Article]
else:
    Base = object


NOT_SAVED = "Not saved. Nothing you typed is lost."
SAVED_ONLY = "Saved, but the rest was not done."
NOT_YET = "Saved, but not published yet."


class Deeds(Base):
    """Answers a pressed button; mixed into the stories' admin."""

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm("articles.publish_article"))

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
        if deed not in {"_save", "_hand_in", "_move", *times.BY_WRITERS} and not self.has_publish_permission(request):
            raise PermissionDenied
        article = article or begun_in(request) or Article(begun_in=tab_of(request) or None)
        is_new = article.pk is None
        base = None if is_new else form.base or 0
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
            return self._not_yet(request, article, saved, list(error.problems.items()), is_new)
        except SavedMeanwhile as error:
            return self._unseen(request, article, saved, f"{error} Look at it, then press again.")
        except DeletedMeanwhile as error:
            return self._gone(request, form, error)
        except LiveAlready as error:
            return self._done(request, article, saved, str(error), messages.INFO)
        except EditorialError as error:
            return self._not_yet(request, article, saved, [("", str(error))], is_new)
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
        return self._refused(request, article, form, 409, errors=[("", said)], title=NOT_YET, **more)

    def _not_yet(
        self, request: HttpRequest, article: Article, saved: Saved, problems: list[tuple[str, str]], is_new: bool
    ) -> HttpResponse:
        """The text is saved. What was chosen and typed in the panel beside it stays there and is sent again."""
        title = NOT_YET if {"_publish", "_schedule"} & request.POST.keys() else SAVED_ONLY
        if is_new:  # its screen has another address now
            said = " ".join([title, *(sentence for _, sentence in problems)])
            return self._done(request, article, saved, said, messages.ERROR, problems)
        errors = [(field_of(place) if place else "", sentence) for place, sentence in problems]
        form = StoryForm(article.document(), article.revision_number)
        sentences = [sentence for place, sentence in problems if place] or article.problems().values()
        more = standing(article, sentences) | differing(request, article, saved)
        return self._refused(request, article, form, 422, errors=errors, title=title, **more)

    def _refused(
        self,
        request: HttpRequest,
        article: Article | None,
        form: StoryForm,
        status: int,
        errors: list[tuple[str, str]],
        title: str = NOT_SAVED,
        **more: Any,
    ) -> HttpResponse:
        form.errors, form.refusal = errors, title
        if wants_json(request):
            return JsonResponse({"errors": errors, "title": title, **more}, status=status)
        return cast("ArticleAdmin", self)._screen(request, article, form, status)

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
                "reload": deed != "_save",
                "said": said,
                **standing(article, [sentence for _, sentence in problems or article.problems().items()]),
                **(differing(request, article, saved) if saved else {}),
            }
        )


def standing(article: Article, problems: Iterable[str]) -> dict[str, Any]:
    """How the story stands after what was pressed, for the screen it was pressed on."""
    return {
        "base": article.revision_number,
        "saved_at": f"{timezone.localtime(article.saved_at):%H:%M:%S}",
        "slug": article.slug,
        "standing": [article.standing.value, article.standing.label],
        "problems": list(problems),
    }


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
        return f"Two people changed the same text ({names}). Choose what stays first."
    if not saved.merged:
        return ""
    came = dict.fromkeys(place_name(saved, place) for place, _ in differences(saved.sent, saved.document))
    if not came:
        return ""
    who = " and ".join(saved.by)
    return f"{who} changed {', '.join(came)} meanwhile. Look at it, then press again."


def place_name(saved: Saved, place: str) -> str:
    """A place of the story as an editor calls it: “Steady hands”, the headline."""
    if not place.startswith("sections"):
        return f"the {FIELDS[place].lower()}"
    key = "/".join(place.split("/")[:2])
    part = value_at(saved.document, key) or value_at(saved.sent, key) if "/" in place else None
    return called_part(part) if part else "the order of the sections"


def may_take_back(article: Article, user: Any) -> bool:
    """Whoever began a story may have it back as long as it waits with the desk."""
    return not article.editable_by(user) and any(one.to == State.DRAFT for one in article.moves_for(user))


def wants_json(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "newsroom"


# -- deeds of the panel's buttons: each returns what to tell the editor ------------------------------------


def publish(article: Article, request: HttpRequest) -> str:
    was_live = article.live_edition_id is not None
    article.publish(by=request.user, revision=article.revision_number, **change_kind.sent(article, request))
    return "The changes are live." if was_live else "The story is live."


def unschedule(article: Article, request: HttpRequest) -> str:
    article.unschedule(by=request.user)
    return "It is off the schedule."


def withdraw(article: Article, request: HttpRequest) -> str:
    article.withdraw(by=request.user, reason=request.POST.get("reason", ""))
    return "Readers no longer see the story."


def hand_in(article: Article, request: HttpRequest) -> str:
    article.move_to(State.DESK, by=request.user)
    return "Handed in: it waits for the desk."


def move(article: Article, request: HttpRequest) -> str:
    wanted = request.POST.get("_move", "")
    if wanted not in State.values:
        raise NotPossible("There is no such state.")
    article.move_to(State(wanted), by=request.user)
    return f"It is “{State(wanted).label}” now."


DEEDS = {
    "_publish": publish,
    **times.DEEDS,
    "_unschedule": unschedule,
    "_withdraw": withdraw,
    "_redact": readers.redact,
    "_hand_in": hand_in,
    "_move": move,
}
