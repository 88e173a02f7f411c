"""The desk's screen of a newsletter: what readers see of it, who it comes from, and how it welcomes them."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import path, reverse

from articles.admin.preview import DARK, MAIL_PROGRAMS
from newsletter import composing, from_line
from newsletter.admin.trial import send_test
from newsletter.mail import welcome_as_shown
from newsletter.models import Newsletter
from newsroom import mail
from newsroom.headers import framed_by_desk, showing_mail
from newsroom.html import tidy

TEST = "_test_welcome"


class NewsletterForm(forms.ModelForm[Newsletter]):
    welcome_words = forms.CharField(
        label="Welcome mail’s words",
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"}),
        help_text="Instead of the sentence that says what the newsletter promises and how often it comes; the newest "
        "stories stand below. An empty line begins a new paragraph. A link: "
        "&lt;a href=&quot;https://example.org/&quot;&gt;words&lt;/a&gt;",
    )

    class Meta:
        model = Newsletter
        fields = [
            *("name", "promise", "frequency", "slug", "is_open", "sign_up_heading", "sign_up_label", "position"),
            *("in_stories", "after_stories", "on_fronts", "categories", "sender_name", "sender_address", "reply_to"),
            *("send_welcome", "welcome_subject", "welcome_words"),
        ]

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self.instance.welcome_words:
            self.initial["welcome_words"] = composing.to_lines(self.instance.welcome_words)
        if "sender_address" in self.fields:
            domain = mail.our_domain()
            said = f"At {domain} or a subdomain of it. Empty: {from_line.site_address()}."
            self.fields["sender_address"].help_text = said

    def clean_welcome_words(self) -> str:
        return composing.to_html(self.cleaned_data["welcome_words"])


@admin.register(Newsletter)
class NewsletterAdmin(admin.ModelAdmin):
    desk_group, desk_order = "Newsletter", 1
    reader_page = re.compile(r"/newsletter/(?P<slug>[-\w]+)/")
    form = NewsletterForm
    change_form_template = "admin/newsletter/newsletter/change_form.html"
    list_display = ["name", "frequency", "is_open", "wordings", "readers"]
    fieldsets = [
        ("What readers are told", {"fields": ["name", "promise", "frequency", "slug"]}),
        ("Its form", {"fields": ["is_open", "sign_up_heading", "sign_up_label", "position"]}),
        (
            "Where its form stands",
            {
                "fields": ["in_stories", "after_stories", "on_fronts", "categories"],
                "description": "Its own page and /newsletter/ have the form of every newsletter that takes sign-ups. "
                "While none has a place here, the first one stands after stories and on fronts. Several at one place "
                "share one form.",
            },
        ),
        (
            "Sender",
            {
                "fields": ["sender_name", "sender_address", "reply_to"],
                "description": "Who its issues, its confirmations and its welcome come from, as mail programs show it.",
            },
        ),
        ("Welcome mail", {"fields": ["send_welcome", "welcome_subject", "welcome_words"]}),
    ]

    class Media:
        css = {"all": ["css/desk-newsletter.css"]}

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view(self.welcome_view)
        return [path("<int:pk>/welcome/", view, name="newsletter_newsletter_welcome"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Newsletter]:
        return (
            super()
            .get_queryset(request)
            .annotate(
                wordings=Count("consent_texts", distinct=True),
                readers=Count("subscriptions", filter=Q(subscriptions__state="active"), distinct=True),
            )
        )

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, **{**options, "widget": forms.CheckboxSelectMultiple}
        )

    @admin.display(description="consent wordings", empty_value="none yet: no form is shown")
    def wordings(self, newsletter: Any) -> int | None:
        return newsletter.wordings or None

    @admin.display(description="active subscribers", ordering="readers")
    def readers(self, newsletter: Any) -> int:
        return newsletter.readers

    def save_model(self, request: HttpRequest, obj: Newsletter, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if not obj.consent_texts.exists():
            messages.warning(request, "The sign-up form appears as soon as you add a consent text for this newsletter.")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        """No adding of categories beside their boxes."""
        form = super().get_form(request, obj, change, **options)
        if "categories" in form.base_fields:
            widget: Any = form.base_fields["categories"].widget
            widget.can_add_related = False
        return form

    # -- the welcome ---------------------------------------------------------------------------------------

    def response_add(self, request: HttpRequest, obj: Newsletter, post_url_continue: str | None = None) -> HttpResponse:
        return self._tested(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request: HttpRequest, obj: Newsletter) -> HttpResponse:
        return self._tested(request, obj) or super().response_change(request, obj)

    def _tested(self, request: HttpRequest, newsletter: Newsletter) -> HttpResponse | None:
        """Mail the welcome to whoever asks, and nobody else, now that what was typed is saved."""
        if TEST not in request.POST:
            return None
        subject, html, text = welcome_as_shown(newsletter)
        send_test(request, newsletter, subject, html, text, what="A test of the welcome mail")
        return HttpResponseRedirect(reverse("admin:newsletter_newsletter_change", args=[newsletter.pk]))

    def welcome_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The welcome mail as it is kept, or, for a POST of the form, as it is typed. Nothing is kept by looking."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        newsletter = Newsletter.objects.filter(pk=pk).first()
        if newsletter is None:
            raise Http404("There is no such newsletter.")
        if request.method == "POST":
            for name in ("name", "promise", "frequency", "welcome_subject"):
                setattr(newsletter, name, tidy(request.POST.get(name, "")))
            newsletter.welcome_words = composing.to_html(request.POST.get("welcome_words", "")[:20_000])
        elif request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
        _, html, _ = welcome_as_shown(newsletter)
        page = html.replace(f'src="{settings.SITE_URL}/', 'src="/')  # the desk may be open under another name
        page = page.replace(DARK, MAIL_PROGRAMS["light"]).replace('content="light dark"', 'content="light"')
        return showing_mail(framed_by_desk(HttpResponse(page)))
