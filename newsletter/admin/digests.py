"""The desk's screen of a digest: the rule, when it comes next, what it would carry now, and what became of it last."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse
from django.utils import timezone

from articles.moments import said
from newsletter import composing, digests
from newsletter.models import Digest
from newsletter.models.digest import WEEKDAYS

ADD_ISSUE = "newsletter.add_issue"


class DigestForm(forms.ModelForm[Digest]):
    may_send = False  # whoever fills it in

    weekdays = forms.TypedMultipleChoiceField(
        label="Days",
        required=False,
        coerce=int,
        choices=list(enumerate(WEEKDAYS)),
        widget=forms.CheckboxSelectMultiple,
    )
    intro = forms.CharField(
        label="Words before the stories",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "vLargeTextField"}),
        help_text="An empty line begins a new paragraph.",
    )

    class Meta:
        model = Digest
        fields = [
            *("name", "newsletter", "is_on", "needs_approval", "weekdays", "at"),
            *("categories", "most", "subject", "intro"),
        ]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.instance.intro:
            self.initial["intro"] = composing.to_lines(self.instance.intro)

    def clean_weekdays(self) -> list[int]:
        return sorted(set(self.cleaned_data["weekdays"]))

    def clean_intro(self) -> str:
        return composing.to_html(self.cleaned_data["intro"])

    def clean(self) -> dict[str, Any] | None:
        typed = super().clean() or self.cleaned_data
        if typed.get("is_on") and "weekdays" in typed and not typed["weekdays"]:
            self.add_error("weekdays", "Choose the days on which it comes, or switch it off.")
        if typed.get("is_on") and not typed.get("needs_approval") and not self.may_send:
            self.add_error("needs_approval", "You may not send issues, so what it makes has to wait for approval.")
        return typed


@admin.register(Digest)
class DigestAdmin(admin.ModelAdmin):
    desk_group, desk_order = "Newsletter", 1
    desk_empty = "No digest yet. A digest makes an issue of the newest stories by itself."
    form = DigestForm
    change_form_template = "admin/newsletter/digest/change_form.html"
    list_display = ["name", "newsletter", "comes", "next", "last"]
    list_select_related = ["newsletter"]
    fieldsets = [
        (None, {"fields": ["name", "newsletter", "is_on", "needs_approval"]}),
        ("When", {"fields": ["weekdays", "at"]}),
        ("What", {"fields": ["categories", "most", "subject", "intro"]}),
    ]

    class Media:
        css = {"all": ["css/desk-newsletter.css"]}

    def get_urls(self) -> list[Any]:
        make = path("<int:pk>/make/", self.admin_site.admin_view(self.make_view), name="newsletter_digest_make")
        return [make, *super().get_urls()]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """What was carried before counts for one newsletter."""
        return ["newsletter"] if obj else []

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change, **options)
        form.may_send = request.user.has_perm(digests.SEND)  # type: ignore[attr-defined]
        for name in {"categories", "newsletter"} & form.base_fields.keys():
            widget: Any = form.base_fields[name].widget
            widget.can_add_related = widget.can_change_related = widget.can_view_related = False
        if "at" in form.base_fields:
            said_zone = f"In the publication’s time zone, {timezone.get_default_timezone_name()}."
            form.base_fields["at"].help_text = said_zone
        return form

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "at":
            return db_field.formfield(widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
        return super().formfield_for_dbfield(db_field, request, **options)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, **{**options, "widget": forms.CheckboxSelectMultiple}
        )

    @admin.display(description="comes")
    def comes(self, digest: Digest) -> str:
        return f"{digest.days_said}, {digest.at:%H:%M}" if digest.is_on else "off"

    @admin.display(description="next", ordering="next_at", empty_value="–")
    def next(self, digest: Digest) -> str | None:
        return said(digest.next_at) if digest.next_at else None

    @admin.display(description="last", empty_value="–")
    def last(self, digest: Digest) -> str | None:
        return digest.problem or digest.last_said or None

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        digest: Any = self.get_object(request, object_id)
        context: dict[str, Any] = {}
        if isinstance(digest, Digest):
            carried, all_new = digest.new_stories()
            context = {
                "next_said": said(digest.next_at) if digest.next_at else "",
                "stories": [(digests.headline(one), one) for one in carried],
                "passed_over": len(all_new) - len(carried),
                "would_say": digest.subject_for(digests.headline(carried[0])) if carried else "",
                "may_make": self.has_change_permission(request, digest) and request.user.has_perm(ADD_ISSUE),
            }
        return super().change_view(request, object_id, form_url, context | (extra_context or {}))

    def make_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST: a draft of what is new now, to be looked at and sent by somebody."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        digest = Digest.objects.select_related("newsletter").filter(pk=pk).first()
        if not self.has_change_permission(request, digest) or not request.user.has_perm(ADD_ISSUE):
            raise PermissionDenied
        if digest is None:
            raise Http404("There is no such digest.")
        issue = digests.make_now(digest, by=request.user)
        if issue is None:
            messages.warning(request, "Nothing was made: no story is new.")
            return HttpResponseRedirect(reverse("admin:newsletter_digest_change", args=[digest.pk]))
        messages.success(request, "This is the draft. Its stories count as carried until you delete it.")
        return HttpResponseRedirect(reverse("admin:newsletter_issue_change", args=[issue.pk]))
