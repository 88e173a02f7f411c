"""The publication's screen, with a preview of the site as it would be, and the plain pages' screens."""

import re
from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.models import LogEntry
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    HttpResponseRedirect,
    JsonResponse,
    QueryDict,
)
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import Resolver404, path, resolve, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles.admin.deeds import wants_json
from articles.admin.editor import BodyWidget
from articles.admin.publication_form import PublicationForm
from articles.models import Category, StoryList, display_name
from newsroom import colour
from newsroom.headers import for_editors, framed_by_desk
from newsroom.models import Page, Publication

# What can be looked at before it is saved. Where a story is shown, it is the newest.
PREVIEWED = [("home", "Home"), ("story", "A story"), ("newsletter", "Newsletter"), ("about", "About")]
CHANGES_SHOWN = 5


@admin.register(Publication)
class PublicationAdmin(admin.ModelAdmin[Publication]):
    """There is one; the list leads straight to it."""

    desk_group, desk_order = "Site", 1
    reader_page = re.compile(r"/(about/)?")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Publication | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Publication | None = None) -> bool:
        return self.has_change_permission(request, obj)

    def get_urls(self) -> list[Any]:
        preview = path("preview/", self.admin_site.admin_view(self.preview), name="newsroom_publication_preview")
        return [preview, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:newsroom_publication_change", args=[1]))

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        if not self.has_change_permission(request):
            raise PermissionDenied
        if object_id is None or unquote(object_id) != "1":
            raise Http404("There is one publication.")
        if request.method == "POST":
            return self._save(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        return self._screen(request, PublicationForm(instance=Publication.current()))

    def _form(self, request: HttpRequest) -> PublicationForm:
        """The form as it was sent. Pressing the offered colour is typing it."""
        data = request.POST.copy()
        if offered := data.get("_repair"):
            data["accent"] = offered
        return PublicationForm(data, request.FILES, instance=Publication.current())

    def _save(self, request: HttpRequest) -> HttpResponse:
        form = self._form(request)
        if not form.is_valid():
            return self._refused(request, form, 422)
        publication = form.instance
        with transaction.atomic():
            Publication.objects.get_or_create(pk=1)
            current = Publication.objects.select_for_update().get(pk=1)
            overtaken = current.version != form.cleaned_data["base"]
            if not overtaken:
                publication.version = current.version + 1
                publication.save(force_update=True, update_fields=form.update_fields)
                if changes := [name for name in form.changed_data if name != "base"]:
                    form.changed_data = changes
                    self.log_change(
                        request, publication, self.construct_change_message(request, cast(forms.Form, form), [])
                    )
        if overtaken:
            return self._overtaken(request, form, current)
        messages.success(request, "Saved. Readers see it now.")
        address = reverse("admin:newsroom_publication_change", args=[1])
        return JsonResponse({"address": address}) if wants_json(request) else HttpResponseRedirect(address)

    def _refused(self, request: HttpRequest, form: PublicationForm, status: int) -> HttpResponse:
        if not wants_json(request):
            return self._screen(request, form, status)
        answer = {"errors": form.trouble(), "fields": form.sentences(), "base": form["base"].value()}
        return JsonResponse(answer, status=status)

    def _overtaken(self, request: HttpRequest, form: PublicationForm, current: Publication) -> HttpResponse:
        """Somebody saved first. What was typed comes back, and a second save puts it on top, knowingly."""
        last = self._changes().first()
        who = f"{display_name(last.user)} saved other settings" if last else "Somebody saved other settings"
        form.add_error(
            None,
            f"{who} after you opened this page. Nothing was overwritten: save again to put yours in their place.",
        )
        sent = cast(QueryDict, form.data).copy()
        sent["base"] = str(current.version)
        form.data = sent
        return self._refused(request, form, 409)

    def _changes(self) -> Any:
        about = ContentType.objects.get_for_model(Publication)
        return LogEntry.objects.filter(content_type=about, object_id="1").select_related("user").order_by("-pk")

    def _screen(self, request: HttpRequest, form: PublicationForm, status: int = 200) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Publication",
            "form": form,
            "links": form.link_lists(),
            "swatches": swatches(form),
            "previewed": PREVIEWED,
            "own_addresses": own_addresses(),
            "changes": [
                {"at": entry.action_time, "who": display_name(entry.user), "what": entry.get_change_message()}
                for entry in self._changes()[:CHANGES_SHOWN]
            ],
            "may_change_newsletters": request.user.has_perm("newsletter.change_newsletter"),
            "may_change_categories": request.user.has_perm("articles.change_category"),
        }
        return TemplateResponse(request, "admin/newsroom/publication/change_form.html", context, status=status)

    # -- the preview -----------------------------------------------------------------------------------

    def preview(self, request: HttpRequest) -> HttpResponse:
        """A page of the site as it would be with what is typed. Nothing is stored but the files of new pictures."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_change_permission(request):
            raise PermissionDenied
        form = self._form(request)
        page, trouble = "", [sentence for _, sentence in form.trouble()]
        try:
            page = as_it_would_be(form.shown(), previewed_path(str(request.POST.get("page"))))
        except Http404 as error:
            trouble.append(str(error))
        if "application/json" in request.headers.get("Accept", ""):
            answer: HttpResponse = JsonResponse(
                {
                    "page": page,
                    "errors": form.sentences(),
                    "trouble": trouble,
                    "swatches": render_to_string("admin/newsroom/publication/_swatches.html", swatches(form)),
                }
            )
        elif trouble:
            context = {"trouble": trouble}
            answer = HttpResponse(
                render_to_string("admin/newsroom/publication/preview_refused.html", context), status=422
            )
        else:
            answer = HttpResponse(page)
        return framed_by_desk(answer)


def previewed_path(page: str) -> str:
    if page == "story":
        story = next(iter(StoryList.site().newest(1)), None)
        if story is None:
            raise Http404("There is no live story to show yet.")
        return story.get_absolute_url()
    return {"newsletter": "/newsletter/", "about": "/about/"}.get(page, "/")


def as_it_would_be(publication: Publication, address: str) -> str:
    """The page of this address as a reader would get it if these settings were saved. They are not."""
    try:
        match = resolve(address)
    except Resolver404 as error:
        raise Http404("There is no such page.") from error
    asked = HttpRequest()
    asked.method, asked.path, asked.path_info, asked.resolver_match = "GET", address, address, match
    asked.META |= {"REQUEST_METHOD": "GET", "PATH_INFO": address, "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    asked.user = AnonymousUser()
    with transaction.atomic():
        publication.save()
        response = match.func(asked, *match.args, **match.kwargs)
        if hasattr(response, "render"):
            response.render()
        transaction.set_rollback(True)
    return str(response.content.decode())


def own_addresses() -> list[dict[str, Any]]:
    """Addresses of this site that an editor may want in a menu; categories in the menu's order come first."""
    categories = [
        {"label": one.title, "address": one.get_absolute_url(), "in_menu": one.in_menu}
        for one in Category.objects.all()
    ]
    pages = [{"label": one.title, "address": one.get_absolute_url()} for one in Page.objects.live().defer("body")]
    more = [("Home", "/"), ("Newsletter", "/newsletter/"), ("Search", "/search/"), ("Feeds", "/feeds/")]
    more += [("About", "/about/"), ("Corrections", "/corrections/")]
    return [*categories, *pages, *({"label": label, "address": address} for label, address in more)]


def swatches(form: PublicationForm) -> dict[str, Any]:
    """The colours that follow from what is typed, each with the contrast it has; the last good ones if it is none."""
    typed = str(form["accent"].value() or "").strip().lower()
    masthead = str(form["masthead"].value())
    accent = typed if colour.HEX.match(typed) else form.fields["accent"].initial or colour.DEFAULT_ACCENT
    themed = colour.theme(str(accent), masthead if masthead in colour.MASTHEADS else colour.MASTHEADS[0])
    return {
        "accent": typed,
        "is_colour": bool(colour.HEX.match(typed)),
        "offered": "" if colour.accepted(str(accent)) else colour.nearest(str(accent)),
        "name": str(form["name"].value() or ""),
        "schemes": [
            {"title": title, "scheme": scheme, "paper": scheme.papers[0], "measured": measured(scheme)}
            for title, scheme in (("Light", themed.light), ("Dark", themed.dark))
        ],
    }


def measured(scheme: colour.Scheme) -> list[dict[str, Any]]:
    pairs = [
        ("Accent on paper", scheme.accent, scheme.papers[0]),
        ("Accent on grey", scheme.accent, scheme.papers[1]),
        ("Words on the button", scheme.accent_ink, scheme.accent),
        ("Words in the masthead", scheme.masthead_ink, scheme.masthead_paper),
    ]
    return [
        {"label": label, "ratio": colour.ratio(text, ground), "good": colour.readable(text, ground)}
        for label, text, ground in pairs
    ]


# -- plain pages -----------------------------------------------------------------------------------------------------


def trouble(form: forms.ModelForm[Page]) -> list[tuple[str, str]]:
    """Every error with the name of its field, and where on the screen that is."""
    return [
        (str(form[name].id_for_label), f"{form.fields[name].label}: {sentence}")
        if name in form.fields
        else ("", str(sentence))
        for name, sentences in form.errors.items()
        for sentence in sentences
    ]


def is_sent(request: HttpRequest) -> bool:
    """Whether this is a page's form, rather than the question whether to delete it."""
    return request.method == "POST" and "base" in request.POST


class PageForm(forms.ModelForm[Page]):
    base = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Page
        fields = ["title", "slug", "summary", "body", "position", "in_footer", "is_live"]
        widgets = {"body": BodyWidget, "summary": forms.Textarea(attrs={"rows": 2})}

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["base"].initial = self.instance.version
        if self.is_bound and not self.instance.pk and "slug" not in self.data:
            self._send_instead("slug", self.data.get("known_slug", ""))  # the page that is gone was live: it stays
        if "body" in self.fields:  # not for those who may only look
            self.fields["body"].widget.template_name = "admin/newsroom/page/body.html"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.pk:
            # Locked until it is saved, where the database can: of two who save at once, the second is told.
            version = Page.objects.select_for_update().values_list("version", flat=True).get(pk=self.instance.pk)
            if version != cleaned.get("base"):
                self._send_instead("base", str(version))
                raise ValidationError(
                    "Somebody saved this page after you opened it. Nothing was overwritten: read theirs in another "
                    "tab, or save again to put yours in its place."
                )
        elif cleaned.get("base"):
            self._send_instead("base", "0")
            raise ValidationError("Somebody deleted this page meanwhile. Save again to keep your text as a new page.")
        return cleaned

    def _send_instead(self, name: str, value: str) -> None:
        """What the form brings when it is sent again."""
        sent = cast(QueryDict, self.data).copy()
        sent[name] = value
        self.data = sent


@admin.register(Page)
class PageAdmin(admin.ModelAdmin[Page]):
    desk_group, desk_order = "Site", 2
    reader_page = re.compile(r"/about/(?P<slug>[-\w]+)/")
    form = PageForm
    list_display = ["title", "address", "state", "in_footer", "changed"]
    search_fields = ["title", "summary", "body"]
    fieldsets = [
        (None, {"fields": ["title", "slug", "summary", "body", "base"]}),
        ("For readers", {"fields": ["is_live", "in_footer", "position"]}),
    ]

    @admin.display(description="Address", ordering="slug")
    def address(self, page: Page) -> str:
        return page.get_absolute_url()

    @admin.display(description="State", ordering="is_live")
    def state(self, page: Page) -> SafeString:
        standing, label = ("live", "Live") if page.is_live else ("draft", "Draft")
        return format_html('<span class="standing standing-{}">{}</span>', standing, label)

    @admin.display(description="Last changed", ordering="updated_at")
    def changed(self, page: Page) -> str:
        return f"{timezone.localtime(page.updated_at):%-d %b %Y, %H:%M}"

    def view_on_site(self, page: Page) -> str | None:
        return page.get_absolute_url() if page.is_live else None

    def get_readonly_fields(self, request: HttpRequest, obj: Page | None = None) -> list[str]:
        """An address readers know stays what it is."""
        return ["slug"] if obj and obj.is_live else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Page | None = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": ["title"]}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            response = self._answer(request, object_id, form_url, extra_context)
        except IntegrityError:  # somebody took the address a moment ago; asked again, the form sees it
            response = self._answer(request, object_id, form_url, extra_context)
        except Page.DoesNotExist:  # the form says so, and sent again it makes a new page
            response = self._answer(request, None, form_url, extra_context)
        return for_editors(response)

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Page | None:
        """Django sends whoever saves a page that is gone away without their text; `changeform_view` keeps it."""
        page = super().get_object(request, object_id, from_field)
        if page is None and is_sent(request):
            raise Page.DoesNotExist
        return page

    def _answer(self, request: HttpRequest, *arguments: Any) -> HttpResponse:
        response = super().changeform_view(request, *arguments)
        if not (is_sent(request) and wants_json(request)):
            return response
        if isinstance(response, HttpResponseRedirect):
            return JsonResponse({"address": response.url})
        form = cast(Any, response).context_data["adminform"].form
        return JsonResponse({"errors": trouble(form), "base": form["base"].value()}, status=422)
