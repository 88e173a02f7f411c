"""The compose screen: an issue from the first story to its approval, and how far its sending is."""

import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Model, QuerySet
from django.db.models.functions import Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from articles import desk_log
from articles.admin.editor import BodyWidget
from articles.admin.picture_field import PictureWidget
from articles.admin.preview import DARK, MAIL_PROGRAMS, with_stand_ins
from articles.admin.times import typed as typed_moment
from articles.errors import NotPossible
from articles.models import Category, ImageAsset
from articles.moments import said
from newsletter import composing, figures, issue_checks, sending, telling
from newsletter.admin.trial import send_test
from newsletter.composing import Row
from newsletter.errors import IssueRefused, NothingToStartWith, SavedMeanwhile
from newsletter.models import Delivery, Issue, Newsletter, Subscription
from newsletter.models.issue import MOST_SUBJECT
from newsroom.headers import for_editors, framed_by_desk, showing_mail
from newsroom.html import tidy
from newsroom.spreadsheets import download

State = Issue.State
ARRANGING = {"add", "story", "up", "down", "remove", "undo", "find"}  # change the form, and keep nothing
ON_DRAFTS = ["save", "test", "approve"]
ON_APPROVED = ["send", "schedule", "draft"]
ON_ITS_WAY: dict[str, tuple[Callable[..., Any], str]] = {  # each writes itself into the log
    "pause": (sending.pause, "Paused. What was in hand still goes; nothing else does until you go on."),
    "resume": (sending.resume, "It goes on."),
    "cancel": (sending.cancel, "Cancelled. Nobody else gets it."),
    "again": (sending.send_again, "It goes once more to those of whom nobody knows whether they got it."),
}
DEEDS = [*ON_DRAFTS, *ON_APPROVED, *ON_ITS_WAY]
SEND = "newsletter.send_issue"
NO_WORKER = timedelta(minutes=1)  # after its time, and not begun: nobody is there to do it
NOT_SAVED = "Not saved. Nothing you typed is lost."
_SOURCE = re.compile(r'(<img\b[^>]*?) src="[^"]*"')


class LinesWidget(BodyWidget):
    """The desk's editor; without script a field whose paragraphs have an empty line between them."""

    def format_value(self, value: Any) -> str:
        return composing.to_lines(composing.to_html(value or ""))


class Typed:
    """An issue as the form sends it. `problems` are (place on the screen, sentence)."""

    def __init__(self, request: HttpRequest) -> None:
        self.subject, self.preheader = tidy(request.POST.get("subject", "")), tidy(request.POST.get("preheader", ""))
        base = request.POST.get("version", "")
        self.base = int(base) if base.isascii() and base.isdigit() and len(base) < 9 else -1
        self.rows = composing.typed_rows(request.POST)
        self.blocks = composing.kept(self.rows)
        self.problems = [(f"block-{row.key}", row.error) for row in self.rows if row.error and not row.is_gone]
        for name, value in (("subject", self.subject), ("preheader", self.preheader)):
            if len(value) > MOST_SUBJECT:
                label = "The subject" if name == "subject" else "The preview line"
                self.problems.append(
                    (f"id_{name}", f"{label} has {len(value)} characters; {MOST_SUBJECT} are the most.")
                )
        if len(self.blocks) > composing.MOST_BLOCKS:
            self.problems.append(("blocks", f"An issue has at most {composing.MOST_BLOCKS} blocks."))

    def on(self, issue: Issue) -> Issue:
        """The issue as it would be."""
        issue.subject, issue.preheader, issue.blocks = self.subject, self.preheader, self.blocks
        return issue


class Issues(ChangeList):
    """The list of issues: those of a page with their figures."""

    def get_results(self, request: HttpRequest) -> None:
        super().get_results(request)
        self.result_list = list(self.result_list)
        found = figures.for_a_list(self.result_list)
        for one in self.result_list:
            one.figures = found.get(one.pk)


@admin.register(Issue)
class IssueAdmin(admin.ModelAdmin):
    desk_group, desk_order = "Newsletter", 0
    desk_empty = "No issue yet. A new one starts with the newest stories."
    list_display = ["__str__", "newsletter", "state", "goes_out", "delivered", "clicks", "unsubscribed"]
    list_filter = ["state", "newsletter"]
    list_select_related = ["newsletter"]
    search_fields = ["subject"]
    list_per_page = 25

    def get_changelist(self, request: HttpRequest, **options: Any) -> type[ChangeList]:
        return Issues

    class Media:
        css: ClassVar = {"all": ["css/desk-issue.css"]}

    @admin.display(ordering=Coalesce("started_at", "send_at"))
    def goes_out(self, issue: Issue) -> str | None:
        """When it began to, or is to."""
        at = issue.started_at or issue.send_at
        return f"{timezone.localtime(at):%-d %b %Y, %H:%M}" if at else None

    @admin.display(empty_value="")
    def delivered(self, issue: Any) -> str | None:
        return f"{issue.figures.delivered:,}" if issue.figures else None

    @admin.display(empty_value="", description="clicks per 100")
    def clicks(self, issue: Any) -> str | None:
        return issue.figures.per_hundred(issue.figures.clicks) if issue.figures else None

    @admin.display(empty_value="")
    def unsubscribed(self, issue: Any) -> str | None:
        return f"{issue.figures.unsubscribed:,}" if issue.figures else None

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        own = [
            path("stories/", view(self.stories_view), name="newsletter_issue_stories"),
            path("<int:pk>/progress/", view(self.progress_view), name="newsletter_issue_progress"),
            path("<int:pk>/figures/", view(self.figures_view), name="newsletter_issue_figures"),
            path("<int:pk>/preview/", view(self.preview_view), name="newsletter_issue_preview"),
            path("<int:pk>/checks/", view(self.checks_view), name="newsletter_issue_checks"),
        ]
        return [*own, *super().get_urls()]

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What was sent, or is about to be, stays."""
        gone = isinstance(obj, Issue) and not obj.is_open
        return not gone and super().has_delete_permission(request, obj)

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if object_id is None:
            return self._new(request)
        issue = self._issue(request, object_id)
        if request.method != "POST":
            return self._screen(request, issue)
        if not self.has_change_permission(request, issue):
            raise PermissionDenied
        return self._compose(request, issue) if issue.is_open else self._send(request, issue)

    def _issue(self, request: HttpRequest, pk: int | str) -> Issue:
        if not self.has_view_permission(request):
            raise PermissionDenied
        number = int(pk) if str(pk).isascii() and str(pk).isdigit() and len(str(pk)) < 19 else 0
        issue = Issue.objects.select_related("newsletter").filter(pk=number).first()
        if issue is None:
            raise Http404("There is no such issue.")
        return issue

    # -- a new one -------------------------------------------------------------------------------------

    def _new(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        newsletters, categories = list(Newsletter.objects.all()), list(Category.objects.all())
        typed, problem = {name: request.POST.get(name, "") for name in ("newsletter", "start", "category")}, ""
        if request.method == "POST":
            newsletter = next((one for one in newsletters if str(one.pk) == typed["newsletter"]), None)
            category = next((one for one in categories if str(one.pk) == typed["category"]), None)
            if newsletter is None:
                problem = "Choose the newsletter it is an issue of."
            elif typed["category"] and category is None:
                problem = "There is no such category any more. Choose another, or the whole site."
            else:
                try:
                    blocks = composing.start(typed["start"] or composing.NEWEST, category)
                except NothingToStartWith as error:
                    problem = str(error)
                else:
                    return HttpResponseRedirect(self._address(self._made(request, newsletter, blocks)))
        context = {
            **self.admin_site.each_context(request),
            "title": "New issue",
            "opts": self.opts,
            "newsletters": newsletters,
            "categories": categories,
            "starts": [(key, label) for key, label in composing.STARTS.items() if composing.may_start_with(key)],
            "typed": typed,
            "problem": problem,
        }
        return TemplateResponse(request, "admin/newsletter/issue/new.html", context, status=422 if problem else 200)

    @transaction.atomic
    def _made(self, request: HttpRequest, newsletter: Newsletter, blocks: list[composing.Block]) -> Issue:
        by = request.user if request.user.is_authenticated else None
        issue = Issue.objects.create(newsletter=newsletter, blocks=blocks, created_by=by)
        desk_log.changed(request, "make", issue)
        return issue

    def _address(self, issue: Issue) -> str:
        return reverse("admin:newsletter_issue_change", args=[issue.pk])

    # -- composing -------------------------------------------------------------------------------------

    def _compose(self, request: HttpRequest, issue: Issue) -> HttpResponse:
        """Save what was typed, with the deed of the button; or arrange the form, for browsers without script."""
        typed, do = Typed(request), request.POST.get("_do", "save")
        if do.partition(":")[0] in ARRANGING:
            typed.rows = composing.arrange(typed.rows, do)
            return self._screen(request, issue, typed, find=do == "find")
        if do not in ON_DRAFTS:
            do = "save"
        if typed.problems:
            return self._screen(request, issue, typed, refusal=NOT_SAVED, status=422)
        if do == "approve" and not request.user.has_perm(SEND):
            raise PermissionDenied
        try:
            self._keep(request, issue, typed, do)
        except SavedMeanwhile as error:
            typed.base = error.version
            return self._screen(request, issue, typed, refusal=str(error), is_stale=True, status=409)
        except IssueRefused as error:
            return self._screen(request, issue, typed, refusal=str(error), status=409)
        if do == "test":
            self._test(request, issue)
        return HttpResponseRedirect(self._address(issue))

    def _keep(self, request: HttpRequest, issue: Issue, typed: Typed, do: str) -> None:
        """Save, and approve if that was pressed and nothing stands against it. One deed, and one entry in the log."""
        with transaction.atomic():
            issue.compose(base=typed.base, subject=typed.subject, preheader=typed.preheader, blocks=typed.blocks)
            words, problems = "saved", issue_checks.stops(issue) if do == "approve" else []
            if do == "approve" and not problems:
                issue.move(State.APPROVED, by=request.user, whence=[State.DRAFT], send_at=None)
                words = "approved"
            if do == "test":
                words = "saved, and a test asked for"
            desk_log.changed(request, "change", issue, words)
        if problems:
            messages.error(request, f"Saved, but not approved. {' '.join(problems)}")
        elif do == "approve":
            messages.success(request, "Approved. It goes when you send it, or at a time you set.")
        elif do == "save":
            messages.success(request, "Saved.")

    def _test(self, request: HttpRequest, issue: Issue) -> None:
        """Mail the issue to whoever asks, and nobody else."""
        html, text = composing.preview(issue)
        send_test(request, issue.newsletter, issue.subject or "no subject yet", html, text, what="A test")

    # -- after approval --------------------------------------------------------------------------------

    def _send(self, request: HttpRequest, issue: Issue) -> HttpResponse:
        """Send it now, set its time, or take it back. The worker begins what is due."""
        do = request.POST.get("_do", "")
        if do not in ON_APPROVED and do not in ON_ITS_WAY:
            sentence = f"This issue is “{issue.get_state_display()}” now, and cannot be changed any more."
            return self._screen(request, issue, refusal=sentence, status=409)
        if not request.user.has_perm(SEND):
            raise PermissionDenied
        try:
            if do in ON_ITS_WAY:
                deed, told = ON_ITS_WAY[do]
                deed(issue, by=request.user)
            else:
                told = self._moved(request, issue, do)
        except (IssueRefused, NotPossible) as error:
            return self._screen(request, issue, refusal=str(error), status=409)
        messages.success(request, told)
        return HttpResponseRedirect(self._address(issue))

    @transaction.atomic
    def _moved(self, request: HttpRequest, issue: Issue, do: str) -> str:
        if do == "draft":
            issue.move(State.DRAFT, by=request.user, whence=[State.APPROVED], send_at=None, approved_by_name="")
            desk_log.changed(request, "change", issue, "taken back to draft")
            return "It is a draft again."
        at = timezone.now()
        if do == "schedule":
            at = typed_moment(request, "send_at", "Give the day and minute it is to be sent.")
            if at <= timezone.now():
                raise NotPossible("That time has passed. Give a later one, or send it now.")
        issue.send_at = at
        if problems := issue_checks.stops(issue):
            raise IssueRefused(f"Not {'scheduled' if do == 'schedule' else 'sent'}. {' '.join(problems)}")
        if not Issue.objects.filter(pk=issue.pk, state=State.APPROVED).update(send_at=at):
            issue.refresh_from_db()
            raise IssueRefused(f"This issue is “{issue.get_state_display()}” now. Perhaps somebody was faster.")
        desk_log.changed(request, "change", issue, "to be sent now" if do == "send" else f"to be sent on {said(at)}")
        return "It begins to go out within seconds." if do == "send" else f"It goes out on {said(at)}."

    # -- screens ---------------------------------------------------------------------------------------

    def _screen(
        self,
        request: HttpRequest,
        issue: Issue,
        typed: Typed | None = None,
        *,
        refusal: str = "",
        is_stale: bool = False,
        find: bool = False,
        status: int = 200,
    ) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "title": str(issue),
            "opts": self.opts,
            "issue": issue,
            "refusal": refusal,
            "may_send": request.user.has_perm(SEND),
            "may_change": self.has_change_permission(request, issue),
            "may_delete": self.has_delete_permission(request, issue),
            "readers": Subscription.objects.filter(newsletter=issue.newsletter, state="active").count(),
            "time_zone": settings.TIME_ZONE,
            "along": self._along(issue),
        }
        if not issue.is_open:
            far = sending.progress(issue)
            context["far"] = far
            context["stage"] = stage(issue)
            context["counts"] = [(state, label, far.counts[state]) for state, label in Delivery.State.choices]
            if issue.printed:
                context["figures"] = found = figures.of(issue)
                context["clicks"] = figures.clicks_of(issue, found)
            context["doubtful"] = far.counts[Delivery.State.DOUBT]
            context["send_at_typed"] = request.POST.get("send_at", "")
            return TemplateResponse(request, "admin/newsletter/issue/progress.html", context, status=status)
        base = issue.version
        if typed is None:
            rows = composing.rows_of(issue.blocks)
        else:
            rows, base, issue = typed.rows, typed.base, typed.on(issue)
        asked = request.POST.get("q", "")
        context |= {
            "rows": [drawn(row) for row in composing.with_editions(rows)],
            "blank": [
                drawn(Row("__key__", kind, dict.fromkeys(names, ""))) for kind, names in composing.FIELDS.items()
            ],
            "version": base,
            "is_stale": is_stale,
            "is_dirty": typed is not None,
            "problems": typed.problems if typed else [],
            **checked(issue, rows),
            "subject_most": issue_checks.LONGEST_SUBJECT,
            "preheader_most": issue_checks.LONGEST_PREHEADER,
            "most": MOST_SUBJECT,
            "asked": asked,
            "found": composing.found(asked) if find else [],
            "has_searched": find,
            "preview": reverse("admin:newsletter_issue_preview", args=[issue.pk]),
            "media": BodyWidget().media,
        }
        screen = TemplateResponse(request, "admin/newsletter/issue/compose.html", context, status=status)
        return for_editors(screen)

    def stories_view(self, request: HttpRequest) -> HttpResponse:
        """GET ?q=: live stories with these words, for the compose screen's search."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = composing.found(request.GET.get("q", ""))
        return JsonResponse(
            {
                "found": [
                    {
                        "id": one.article_id,
                        "headline": one.headline,
                        "standfirst": one.standfirst,
                        "detail": f"{one.category.title}, {timezone.localtime(one.first_published_at):%-d %b %Y}",
                        "address": one.get_absolute_url(),
                    }
                    for one in found
                ]
            }
        )

    def progress_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """GET: how far its sending is, for the bar that follows it."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        issue = self._issue(request, pk)
        far = sending.progress(issue)
        told: dict[str, Any] = {"stage": stage(issue), "done": far.done, "total": far.total, "counts": far.counts}
        if issue.printed:
            found = figures.of(issue)
            told["figures"] = {one.key: [one.number, one.per_hundred] for one in found.lines()}
            told["clicks"] = [asdict(one) for one in figures.clicks_of(issue, found)]
        answer = JsonResponse(told)
        answer["Cache-Control"] = "no-store, private"
        return answer

    def _along(self, issue: Issue) -> list[telling.Along]:
        """What some of its readers are told of stories in earlier issues."""
        return telling.along(issue, sending.recipients(issue.newsletter_id))

    def figures_view(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """GET: what became of it, as a table for spreadsheets. No person is in it."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        issue = self._issue(request, pk)
        return download(f"issue-{issue.pk}", ["figure", "story", "number", "per 100 delivered"], figures.table(issue))

    def preview_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The mail as it is kept, or, for a POST of the form, as it is typed. Nothing is kept by looking."""
        issue = self._issue(request, pk)
        if request.method == "POST":
            Typed(request).on(issue)
        elif request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        sent = request.POST if request.method == "POST" else request.GET
        told = [one.told for one in self._along(issue)] if sent.get("view_told") == "on" else []
        html, text = composing.preview(issue, told)
        if sent.get("view_as") == "text":
            return framed_by_desk(HttpResponse(text, content_type="text/plain; charset=utf-8"))
        scheme = "dark" if sent.get("view_scheme") == "dark" else "light"
        page = html.replace(f'src="{settings.SITE_URL}/', 'src="/')  # the desk may be open under another name
        page = page.replace(DARK, MAIL_PROGRAMS[scheme]).replace('content="light dark"', f'content="{scheme}"')
        if sent.get("view_pictures") == "off":
            page = _SOURCE.sub(r"\1", page)
        chosen = [block["picture"] for block in issue.blocks if block.get("picture")]
        drawn_now = with_stand_ins(HttpResponse(page), ImageAsset.objects.filter(pk__in=chosen))
        return showing_mail(framed_by_desk(drawn_now))

    def checks_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST of the form: what the checks say of it as it is typed. Nothing is kept by asking."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        issue, typed = self._issue(request, pk), Typed(request)
        context = checked(typed.on(issue), typed.rows)
        return TemplateResponse(request, "admin/newsletter/issue/_checks.html", context)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Issue]:
        return super().get_queryset(request).defer("blocks", "printed")


def stage(issue: Issue) -> str:
    """Its state; of an approved one whose time has come “due”, and “late” where no worker seems to be there."""
    return "late" if issue.is_due(by=NO_WORKER) else "due" if issue.is_due() else issue.state


def checked(issue: Issue, rows: list[Row]) -> dict[str, Any]:
    """What the checks say of an issue, each with the place of these rows that it is about; and how much it weighs."""
    shown = [row for row in rows if not row.is_gone]
    places = {f"block-b{number}": f"block-{row.key}" for number, row in enumerate(shown, 1)}
    remarks, weight = issue_checks.look_over(issue)
    return {"remarks": [(one, places.get(one.place, one.place)) for one in remarks], "weight": round(weight / 1000)}


def drawn(row: Row) -> Row:
    """The row with its editor and its picture field, where it has them."""
    if "html" in row.values:
        name = f"{row.key}-html"
        row.text_field = LinesWidget().render(name, row.values["html"], {"id": f"id_{name}"})
    if "picture" in row.values:
        name = f"{row.key}-picture"
        row.picture_field = PictureWidget().render(name, row.values["picture"], {"id": f"id_{name}"})
    return row
