"""The desk's one search: what is found while typing, the page of all results, and searches kept under a name."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles import desk_log, desk_search, search
from articles.admin.forms import ids
from articles.desk_search import Question
from articles.models import Article, ImageAsset, Revision, SavedSearch, Topic, display_name
from articles.models.saved_search import MOST_SHOWN
from articles.models.search_index import author_mark, category_mark, desk_text, standing_mark
from articles.workflow import Standing
from newsroom.html import tidy

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

A_PAGE, AT_ONCE = 30, 6  # stories on the page, and of each kind while typing
PICTURES_A_PAGE = 24
MOST_PAGES = 60
MOST_COUNTED = 99
MOST_KEPT = 50  # searches one person can save
NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Row:
    """One result as it is shown."""

    url: str
    title: SafeString
    detail: str
    picture: str = ""
    standing: Standing | None = None
    passage: SafeString | str = ""


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: list[Row]


class Finding(Base):
    def desk_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("search/", view(self.search_view), name="search"),
            path("search/saved/", view(self.saved_view), name="saved_search"),
        ]

    def searches_at_side(self, request: HttpRequest) -> dict[str, Any]:
        """For every screen; asked for only where the side is drawn."""
        return {"saved_searches": SavedSearch.objects.for_user(request.user)[:MOST_SHOWN]}

    def desk_deeds(self, request: HttpRequest) -> list[dict[str, str]]:
        """For the palette: stories saved last, and saved searches."""
        stories = Article.objects.visible_to(request.user).order_by("-saved_at", "-pk").only("pk", "headline")
        kept = SavedSearch.objects.for_user(request.user)[:MOST_SHOWN]
        return [
            *({"group": "Recent stories", "label": str(one), "url": one.get_absolute_url()} for one in stories[:12]),
            *({"group": "Saved searches", "label": one.name, "url": address(one.question)} for one in kept),
        ]

    def saved_panel(self, request: HttpRequest) -> list[dict[str, Any]]:
        """For the start page: each saved search with how many stories it finds now."""
        kept = SavedSearch.objects.for_user(request.user)[:MOST_SHOWN]
        links = []
        for one in kept:
            question = desk_search.understand(one.question, request.user)
            number = desk_search.count(question, request.user, most=MOST_COUNTED + 1)
            links.append(
                {
                    "name": one.name,
                    "url": address(one.question),
                    "count": counted(number),
                    "whose": "" if one.owner_id == request.user.pk else f"by {display_name(one.owner)}",
                }
            )
        return [{"title": "Saved searches", "links": links}] if links else []

    # -- the search ------------------------------------------------------------------------------------

    def search_view(self, request: HttpRequest) -> HttpResponse:
        """GET ?q=: the page of all results. With part=1 what stands under the box while somebody types."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        typed, number = request.GET.get("q", ""), request.GET.get("p", "1")
        question = desk_search.understand(typed, request.user)
        chips = [{"label": one.label, "without": question.without(one)} for one in question.filters]
        context = {"question": question, "chips": chips, "all": address(question.typed)}
        if "part" in request.GET:
            groups = self._groups(request, question, 0, AT_ONCE, AT_ONCE)
            suggested = [
                {"question": whole, "typed": whole.strip(), "label": label}
                for whole, label in desk_search.suggestions(typed)
            ]
            context |= {"groups": groups, "suggested": suggested}
            return TemplateResponse(request, "admin/search/_found.html", context)
        page = min(int(number), MOST_PAGES) if number.isascii() and number.isdigit() and int(number[:6]) else 1
        groups = self._groups(request, question, (page - 1) * A_PAGE, A_PAGE + 1, PICTURES_A_PAGE if page == 1 else 0)
        more = bool(groups and groups[0].title == "Stories" and len(groups[0].rows) > A_PAGE)
        if more:
            groups[0].rows.pop()
        kept = list(SavedSearch.objects.for_user(request.user))
        context |= {
            **self.admin_site.each_context(request),
            "title": f"Search: {question.typed}" if question.typed else "Search",
            "groups": groups,
            "page": page,
            "newer": address(question.typed, p=page - 1) if page > 1 else "",
            "older": address(question.typed, p=page + 1) if more and page < MOST_PAGES else "",
            "kept": [
                {"search": one, "url": address(one.question), "mine": one.owner_id == request.user.pk} for one in kept
            ],
            "is_kept": any(one.question == question.typed and one.owner_id == request.user.pk for one in kept),
            "hints": desk_search.HINTS,
        }
        return TemplateResponse(request, "admin/search/search.html", context)

    def _groups(self, request: HttpRequest, question: Question, start: int, most: int, others: int) -> list[Group]:
        """What was found, by kind. Each kind is asked for only if this person may look at it."""
        pattern = question.pattern or NOTHING
        groups = []
        if self.has_view_or_change_permission(request):
            found = desk_search.stories(question, request.user, start=start, count=most)
            groups.append(Group("Stories", story_rows(found, pattern)))
        if others and may_see(request, "imageasset"):
            found_pictures = desk_search.pictures(question, request.user, count=others)
            groups.append(Group("Pictures", [picture_row(one, pattern) for one in found_pictures]))
        if others and (may_see(request, "author") or may_see(request, "topic")):
            authors, topics = desk_search.people(question, count=others)
            rows = [author_row(one, pattern) for one in authors if may_see(request, "author")]
            rows += [topic_row(one, pattern) for one in topics if may_see(request, "topic")]
            groups.append(Group("People and topics", rows))
        return [one for one in groups if one.rows]

    # -- saved searches --------------------------------------------------------------------------------

    def saved_view(self, request: HttpRequest) -> HttpResponse:
        """POST: save a search under a name, or rename, share or delete one's own."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        name = tidy(request.POST.get("name", ""))[:60]
        wanted = ids([request.POST.get("id", "")])
        if not wanted:
            return self._keep(request, name)
        one = SavedSearch.objects.filter(pk__in=wanted, owner=request.user.pk).first()
        if one is None:
            raise PermissionDenied
        if "_delete" in request.POST:
            with transaction.atomic():
                desk_log.changed(request, "remove", one)
                one.delete()
            messages.success(request, f"“{one.name}” is no longer among the saved searches.")
        elif name:
            one.name, one.shared = name, "shared" in request.POST
            self._store(request, one, f"“{name}” is saved.")
        return HttpResponseRedirect(address(request.POST.get("q", "")))

    def _keep(self, request: HttpRequest, name: str) -> HttpResponse:
        question = " ".join(request.POST.get("q", "")[: search.MOST_LETTERS].split())
        if not name or not desk_search.understand(question, request.user).asks:
            messages.error(request, "A saved search needs a name and something to look for.")
        elif SavedSearch.objects.filter(owner=request.user.pk).count() >= MOST_KEPT:
            messages.error(request, f"You have {MOST_KEPT} saved searches. Delete one first.")
        else:
            one = SavedSearch(
                owner_id=int(request.user.pk or 0), name=name, question=question, shared="shared" in request.POST
            )
            self._store(request, one, f"“{name}” is saved. It stands at the side and on the start page.")
        return HttpResponseRedirect(address(question))

    def _store(self, request: HttpRequest, one: SavedSearch, said: str) -> None:
        try:
            with transaction.atomic():
                action = "make" if one.pk is None else "change"
                one.save()
                desk_log.changed(request, action, one, "shared with the desk" if one.shared else "")
        except IntegrityError:
            messages.error(request, f"You have a saved search called “{one.name}” already.")
        else:
            messages.success(request, said)


def list_marks(request: HttpRequest) -> list[tuple[str, ...]]:
    """The filters of the story list that are on, as marks, so that a search goes through all of their stories."""
    marks: list[tuple[str, ...]] = []
    if (value := request.GET.get("standing", "")) in Standing.values:
        marks.append((standing_mark(value),))
    if pks := ids([request.GET.get("category__id__exact", "")]):
        marks.append(tuple(map(category_mark, pks)))
    if pks := ids([request.GET.get("author", "")]):
        marks.append(tuple(map(author_mark, pks)))
    return marks


def counted(number: int) -> str:
    if number > MOST_COUNTED:
        return f"more than {MOST_COUNTED} stories"
    return f"{number} {'story' if number == 1 else 'stories'}"


def address(question: str, **more: Any) -> str:
    return f"{reverse('admin:search')}?{urlencode({'q': question, **more})}"


def may_see(request: HttpRequest, model: str) -> bool:
    return any(request.user.has_perm(f"articles.{deed}_{model}") for deed in ("view", "change"))


def thumbnail(asset: int | None) -> str:
    return reverse("admin:articles_imageasset_thumbnail", args=[asset]) if asset else ""


def story_rows(stories: list[Article], pattern: re.Pattern[str]) -> list[Row]:
    """Stories with whose they are and who saved them when; where the words stand only in the text, a piece of it."""
    elsewhere = [one.pk for one in stories if not pattern.search(f"{one.headline} {one.standfirst}")]
    saves = Revision.objects.filter(article__in=elsewhere, number=F("article__revision_number"))
    texts = {one.article_id: desk_text(one.document) for one in saves} if pattern is not NOTHING and elsewhere else {}
    return [story_row(one, pattern, texts.get(one.pk, "")) for one in stories]


def story_row(one: Article, pattern: re.Pattern[str], text: str) -> Row:
    lead = getattr(one, "lead", None)
    writers = ", ".join(dict.fromkeys(byline.author.name for byline in one.bylines.all()))
    saved = f"{timezone.localtime(one.saved_at):%-d %b %Y, %H:%M}"
    by = f" by {display_name(one.saved_by)}" if one.saved_by else ""
    details = [one.category.title if one.category else "", writers, f"saved {saved}{by}"]
    return Row(
        url=one.get_absolute_url(),
        title=search.marked(one.headline or "Untitled", pattern),
        detail=" · ".join(filter(None, details)),
        picture=thumbnail(lead.asset_id if lead else None),
        standing=one.standing,
        passage=search.passage(" ".join(text.split()), pattern)
        or (search.marked(one.standfirst, pattern) if pattern.search(one.standfirst) else mark_safe("")),
    )


def picture_row(one: ImageAsset, pattern: re.Pattern[str]) -> Row:
    credit = one.credit or one.photographer
    details = [credit or "No credit yet", f"uploaded {timezone.localtime(one.uploaded_at):%-d %b %Y}"]
    return Row(
        url=reverse("admin:articles_imageasset_change", args=[one.pk]),
        title=search.marked(one.title, pattern),
        detail=" · ".join(details),
        picture=thumbnail(one.pk),
        passage=search.passage(" ".join(f"{one.source_caption} {one.alt_text}".split()), pattern),
    )


def author_row(one: Any, pattern: re.Pattern[str]) -> Row:
    return Row(
        url=reverse("admin:articles_author_change", args=[one.pk]),
        title=search.marked(one.name, pattern),
        detail=one.job_title or "Author",
        picture=thumbnail(one.portrait_id),
    )


def topic_row(one: Topic, pattern: re.Pattern[str]) -> Row:
    return Row(
        url=reverse("admin:articles_topic_change", args=[one.pk]),
        title=search.marked(one.name, pattern),
        detail=f"Topic: {one.get_kind_display()}",
    )
