"""Checks at the desk: the panel's answer while somebody types, overriding a stop, and the editors' own rules."""

import time
from typing import TYPE_CHECKING, Any, NamedTuple

from django.contrib import admin, messages
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles import checks
from articles.admin import times
from articles.admin.forms import StoryForm
from articles.checks import house
from articles.checks.finding import Finding, Story, squeezed
from articles.document import Document
from articles.errors import EditorialError, NotPossible
from articles.merging import EMPTY
from articles.models import Article, Edition, HouseRule
from articles.models.checking import CheckOverride, as_stops, deed_of, field_at, findings_of, override
from articles.models.publishing import problems_of

if TYPE_CHECKING:
    from datetime import datetime

    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object


class ChecksAnswer(Base):
    """Mixed into the stories' admin."""

    if TYPE_CHECKING:

        def _article(self, request: HttpRequest, object_id: str | None) -> Article | None: ...
        def has_publish_permission(self, request: HttpRequest) -> bool: ...

    def check_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("checks/", view(self.checks_view), name="articles_article_checks"),
            path("<int:pk>/checks/override/", view(self.override_view), name="articles_article_override"),
        ]

    def checks_view(self, request: HttpRequest) -> HttpResponse:
        """POST the form of the story `?story=`, of a new one without: what the checks find as it is typed.

        Nothing is written.
        """
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        return JsonResponse(self._checked(request, self._article(request, request.GET.get("story"))))

    def override_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST the form with a stop's `finding` and the `override_reason`: it stops this story no more."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        article = self._article(request, str(pk))
        if article is None or not self.has_publish_permission(request) or not article.editable_by(request.user):
            raise PermissionDenied
        found, _ = findings_of(document_of(request), article, publish_at(request))
        wanted = next((one for one in found if one.key == request.POST.get("finding")), None)
        if wanted is None:
            return JsonResponse({"errors": ["These words have changed meanwhile. Look again."]}, status=409)
        try:
            override(article, wanted, reason=request.POST.get("override_reason", ""), by=request.user)
        except EditorialError as error:
            return JsonResponse({"errors": [str(error)]}, status=422)
        return JsonResponse(self._checked(request, article))

    def _checked(self, request: HttpRequest, article: Article | None) -> dict[str, Any]:
        document, at = document_of(request), publish_at(request)
        found, held = findings_of(document, article, at)
        found = [*as_stops(document, problems_of(document)), *found]
        may = article is not None and self.has_publish_permission(request) and article.editable_by(request.user)
        return {
            "findings": [as_json(one, field_at(document, one.place), held.get(one.key)) for one in found],
            "may_override": may,
            "deed": deed_of(article, at),
        }


def document_of(request: HttpRequest) -> Any:
    form = StoryForm(EMPTY, 0, request.POST)
    form.is_valid()
    return form.document()


def publish_at(request: HttpRequest) -> "datetime | None":
    """When the form says the story goes out, if that is still to come."""
    try:
        at = times.typed(request, "publish_at", "")
    except NotPossible:
        return None
    return at if at > timezone.now() else None


def as_json(one: Finding, field: str, held: CheckOverride | None) -> dict[str, Any]:
    return {
        "key": one.key,
        "check": one.check,
        "severity": one.severity,
        "place": one.place,
        "field": field,
        "said": one.said,
        "quote": squeezed(one.words),
        "before": squeezed_around(one.before),
        "after": squeezed_around(one.after),
        "repair": one.repair,
        "may_be_overridden": one.severity == checks.STOP and one.may_be_overridden,
        "overridden": held and {"by": held.by_name, "reason": held.reason},
    }


def squeezed_around(text: str) -> str:
    """As the screen reads it: every stretch of space is one, also at the ends."""
    return f"{' ' if text[:1].isspace() else ''}{squeezed(text)}{' ' if text[-1:].isspace() and text.strip() else ''}"


# -- house style ---------------------------------------------------------------------------------------------------

SHOWN = 60  # places that are listed
SECONDS = 5.0  # that a trial takes at most; then it says how far it came, and goes on when asked
AT_ONCE = 200  # stories read in one go


class Hit(NamedTuple):
    story: Any
    before: str
    words: str
    after: str
    instead: str


class Trial(NamedTuple):
    stories: int  # looked at
    found_in: int  # of them
    places: int
    hits: list[Hit]
    came_to: int | None  # the edition before which it goes on; None when all was looked through


def try_rule(rule: HouseRule, before: int | None = None, seconds: float = SECONDS) -> Trial:
    """Where the rule would have spoken up in what readers see now, newest first, from the edition `before`."""
    facts, start = rule.facts(), time.monotonic()
    quick = house.sieve(facts.pattern, facts.is_pattern, facts.any_case)
    looked = found_in = places = 0
    hits: list[Hit] = []
    live = Edition.objects.filter(live_for__isnull=False).order_by("-pk")
    if before is not None:
        live = live.filter(pk__lt=before)
    for edition in live.values("pk", "article_id", "headline", "document").iterator(chunk_size=AT_ONCE):
        looked += 1
        texts, count = house.texts_of(Story(Document.from_json(edition["document"])), of_credits=facts.of_credits), 0
        if quick is not None and not quick.search("\n".join(texts).encode(errors="replace")):
            texts = []
        for text in texts:
            for begin, end, instead in house.matches(facts, text):
                count += 1
                if len(hits) < SHOWN:
                    around = text[max(0, begin - 50) : begin], text[begin:end], text[end : end + 50]
                    hits.append(Hit(edition, *around, instead or ""))
        places += count
        found_in += bool(count)
        if time.monotonic() - start > seconds:
            return Trial(looked, found_in, places, hits, edition["pk"])
    return Trial(looked, found_in, places, hits, None)


class Tried(NamedTuple):
    """How far the trial of a rule has come, and what it found, in one go or several."""

    stories: int = 0
    found_in: int = 0
    places: int = 0
    came_to: int | None = None  # as in Trial

    def and_then(self, trial: Trial) -> "Tried":
        found = self.stories + trial.stories, self.found_in + trial.found_in, self.places + trial.places
        return Tried(*found, trial.came_to)

    @property
    def is_whole(self) -> bool:
        return self.came_to is None

    def signed(self, rule: HouseRule) -> str:
        """That whoever shows it has seen this much of the trial of this very rule."""
        return signing.dumps([version_of(rule), [*self]], salt="house-rule")

    @classmethod
    def shown(cls, rule: HouseRule, signed: str) -> "Tried | None":
        try:
            version, tried = signing.loads(signed, salt="house-rule")
        except signing.BadSignature:
            return None
        return cls(*tried) if version == version_of(rule) else None


def version_of(rule: HouseRule) -> list[Any]:
    return [rule.pk, rule.pattern, rule.is_pattern, rule.any_case, rule.where, rule.suggestion, rule.severity]


@admin.register(HouseRule)
class HouseRuleAdmin(admin.ModelAdmin[HouseRule]):
    """A rule is written, tried on the archive, and then put to work; changed, it rests until it was tried again."""

    desk_group, desk_order = "Stories", 5
    desk_empty = (
        "No rule yet. A rule looks for words or a pattern in every story, says why, and offers what to write instead. "
        "It is tried on the archive before it goes to work."
    )
    list_display = ["name", "pattern", "suggestion", "severity", "at_work"]
    list_filter = ["is_live", "severity"]
    search_fields = ["name", "pattern", "suggestion", "reason"]
    change_form_template = "admin/articles/houserule/change_form.html"
    fieldsets = [
        (None, {"fields": ["name", "pattern", "is_pattern", "any_case", "where"]}),
        ("What editors are told", {"fields": ["suggestion", "reason", "severity"]}),
    ]

    @admin.display(description="At work", boolean=True, ordering="is_live")
    def at_work(self, rule: HouseRule) -> bool:
        return rule.is_live

    def get_urls(self) -> list[Any]:
        trial = path("<int:pk>/try/", self.admin_site.admin_view(self.try_view), name="articles_houserule_try")
        return [trial, *super().get_urls()]

    def save_model(self, request: HttpRequest, obj: HouseRule, form: Any, change: bool) -> None:
        """What looks elsewhere or stops more than it did was not tried."""
        if change and {"pattern", "is_pattern", "any_case", "where", "suggestion", "severity"} & {*form.changed_data}:
            obj.is_live, obj.tried_at = False, None
        super().save_model(request, obj, form, change)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        said = super().construct_change_message(request, form, formsets, add)
        rests = not add and form.instance.tried_at is None
        return [*said, {"told": "rests until it is tried again"}] if rests else said

    def response_add(self, request: HttpRequest, obj: HouseRule, post_url_continue: str | None = None) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:articles_houserule_try", args=[obj.pk]))

    def response_change(self, request: HttpRequest, obj: HouseRule) -> HttpResponse:
        if obj.tried_at is None:
            return HttpResponseRedirect(reverse("admin:articles_houserule_try", args=[obj.pk]))
        return super().response_change(request, obj)

    def try_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: what the rule finds in the archive, `?from=` the `tried` of a trial's page on from where that came to.
        POST `live`: put it to work (1) or rest (0).

        It goes to work with the `tried` of a trial's page, which is of the rule as it is now. One that stops stories
        only when that trial has come through the whole archive.
        """
        rule = HouseRule.objects.filter(pk=pk).first()
        if rule is None:
            raise Http404("There is no such rule.")
        if not self.has_change_permission(request, rule):
            raise PermissionDenied
        if request.method == "POST":
            return self.put(request, rule, to_work=request.POST.get("live") == "1")
        before = Tried.shown(rule, request.GET.get("from", "")) or Tried()
        trial = try_rule(rule, before.came_to)
        tried, live = before.and_then(trial), Article.objects.live().count()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": f"“{rule}” on the archive",
            "rule": rule,
            "trial": trial,
            "found": tried,
            "tried_on": f"all {tried.stories:,}" if tried.is_whole else f"the newest {tried.stories:,} of {live:,}",
            "archive": tried.stories if tried.is_whole else live,
            "is_part": not tried.is_whole or before.stories > 0,
            "may_work": tried.is_whole or rule.severity != HouseRule.Severity.STOP,
            "tried": tried.signed(rule),
        }
        return TemplateResponse(request, "admin/articles/houserule/try.html", context)

    @transaction.atomic
    def put(self, request: HttpRequest, rule: HouseRule, *, to_work: bool) -> HttpResponse:
        """To work, as it was tried, or to rest; on record."""
        rule = HouseRule.objects.select_for_update().get(pk=rule.pk)
        tried = Tried.shown(rule, request.POST.get("tried", ""))
        if to_work and tried is None:
            self.message_user(request, "The rule was changed meanwhile: look at what it finds now.", messages.ERROR)
            return HttpResponseRedirect(request.path)
        if to_work and tried and not tried.is_whole and rule.severity == HouseRule.Severity.STOP:
            said = "A rule that stops stories goes to work once it was tried on all of them: try the rest."
            self.message_user(request, said, messages.ERROR)
            return HttpResponseRedirect(request.path)
        if rule.is_live != to_work:
            rule.is_live, rule.tried_at = to_work, timezone.now() if to_work else rule.tried_at
            rule.save(update_fields=["is_live", "tried_at"])
            self.log_change(request, rule, "put to work" if to_work else "put to rest")
        self.message_user(request, f"“{rule}” {'is at work' if to_work else 'rests'}.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_houserule_changelist"))
