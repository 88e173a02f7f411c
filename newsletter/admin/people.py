"""The desk's screens for the people who get newsletters. Consent is never entered or changed by hand."""

import logging
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, Model, OuterRef, QuerySet, Subquery
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseNotAllowed,
    JsonResponse,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import desk_log
from articles.models import AuditEntry
from newsletter import imports
from newsletter.addresses import fingerprint, normalised
from newsletter.history import SHOWN, history_of
from newsletter.models import (
    ConsentRecord,
    ConsentText,
    DisposableDomain,
    Subscriber,
    Subscription,
    Suppression,
)
from newsletter.models.forms_shown import forms_of
from newsletter.records import held_about
from newsroom.spreadsheets import download

LARGEST_TABLE = 2_000_000  # bytes
logger = logging.getLogger("newsletter.audit")

COLUMNS = [
    *("e-mail", "newsletter", "state", "signed up", "confirmed", "unsubscribed"),
    *("consent version", "policy version", "form page"),
]


WORDING = ["newsletter", "sentence", "policy_name", "policy_address", "policy_version", "language", "counts_opens"]
OWN = {"newsletter", "counts_opens"}  # of each wording: not taken over from the one before


class ReadOnly(admin.options.BaseModelAdmin):
    """Shown to those who may view it, changed by nobody here."""

    def has_add_permission(self, request: HttpRequest, *arguments: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


class AgreedTo(admin.SimpleListFilter):
    """People by the wording they agreed to, as long as they have not left."""

    title = "consent wording agreed to"
    parameter_name = "agreed"

    @staticmethod
    def records() -> QuerySet[ConsentRecord]:
        return ConsentRecord.objects.filter(confirmed_at__isnull=False, withdrawn_at=None).order_by()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(text.pk), str(text)) for text in ConsentText.objects.select_related("newsletter")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> QuerySet[Subscriber]:
        chosen = self.value()
        if not chosen or not chosen.isdecimal() or len(chosen) > 17:
            return queryset
        return queryset.filter(pk__in=self.records().filter(consent_text=int(chosen)).values("subscriber"))


@admin.register(ConsentText)
class ConsentTextAdmin(admin.ModelAdmin):
    """New versions are added; a wording people agreed to stays as it was."""

    desk_group, desk_order = "Newsletter", 3
    list_display = ["__str__", "sentence", "agreed", "policy_version", "language", "created_at"]
    list_filter = ["newsletter"]
    list_select_related = ["newsletter"]
    readonly_fields = ["version", "agreed", "created_at", "created_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[ConsentText]:
        """Each with how many people agreed to it and have not left."""
        agreed = AgreedTo.records().filter(consent_text=OuterRef("pk")).values("consent_text")
        people = agreed.annotate(people=Count("subscriber", distinct=True)).values("people")
        return super().get_queryset(request).annotate(people=Subquery(people))

    @admin.display(description="agreed and still get it")
    def agreed(self, text: Any) -> SafeString | int:
        if not text.people:
            return 0
        address = reverse("admin:newsletter_subscriber_changelist")
        return format_html('<a href="{}?agreed={}">{}</a>', address, text.pk, text.people)

    def get_fields(self, request: HttpRequest, obj: ConsentText | None = None) -> list[Any]:
        """Whether a wording says that opening is counted is asked only where it can be."""
        if obj:
            return [*WORDING, *self.readonly_fields]
        return [name for name in WORDING if name != "counts_opens" or settings.NEWSLETTER_OPEN_TRACKING]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A new version begins as the last one."""
        initial: dict[str, Any] = dict(super().get_changeform_initial_data(request))
        if last := ConsentText.objects.order_by("-pk").first():
            initial = {name: getattr(last, name) for name in WORDING if name not in OWN} | {
                "newsletter": last.newsletter_id,
                **initial,
            }
        return initial

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "sentence":
            options["widget"] = AdminTextareaWidget(attrs={"rows": 4})
        return super().formfield_for_dbfield(db_field, request, **options)

    def save_model(self, request: HttpRequest, obj: ConsentText, form: Any, change: bool) -> None:
        obj.created_by = request.user if request.user.is_authenticated else None
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(Subscriber)
class SubscriberAdmin(ReadOnly, admin.ModelAdmin):
    desk_group, desk_order = "Newsletter", 2
    list_display = ["email", "newsletters", "created_at"]
    list_filter = ["subscriptions__state", "subscriptions__newsletter", AgreedTo, "created_at"]
    search_fields = ["email"]
    search_help_text = "Part of an e-mail address."
    list_per_page = 50
    ordering = ["-created_at", "-pk"]
    show_full_result_count = False
    fields = ["created_at"]  # its template shows the whole record
    actions = ["export", "erase"]
    change_form_template = "admin/newsletter/subscriber/change_form.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Subscriber]:
        return super().get_queryset(request).prefetch_related("subscriptions__newsletter")

    @admin.display(description="newsletters")
    def newsletters(self, subscriber: Subscriber) -> str:
        return ", ".join(str(subscription) for subscription in subscriber.subscriptions.all())

    def has_export_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("newsletter.export_subscriber")

    def has_erase_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("newsletter.erase_subscriber")

    def get_urls(self) -> list[Any]:
        form = path("form/<int:pk>/", self.admin_site.admin_view(self.form_view), name="newsletter_consentrecord_form")
        held = path("<int:pk>/held/", self.admin_site.admin_view(self.held_view), name="newsletter_subscriber_held")
        new = path("import/", self.admin_site.admin_view(self.import_view), name="newsletter_subscriber_import")
        return [form, held, new, *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"may_import": request.user.has_perm("newsletter.import_subscriber"), **(extra_context or {})}
        return super().changelist_view(request, context)

    def import_view(self, request: HttpRequest) -> HttpResponse:
        """First what a table would bring in, with every line that it would not; then the deed."""
        if not request.user.has_perm("newsletter.import_subscriber"):
            raise PermissionDenied
        context: dict[str, Any] = {
            **self.admin_site.each_context(request),
            "title": "Import subscribers",
            "opts": self.opts,
            "texts": ConsentText.objects.select_related("newsletter"),
        }
        if request.method == "POST":
            try:
                context |= self._imported(request)
            except ValidationError as error:
                context["problem"] = error.messages[0]
        return TemplateResponse(request, "admin/newsletter/subscriber/import.html", context)

    def _imported(self, request: HttpRequest) -> dict[str, Any]:
        """What the page says after a check or an import. Raises ValidationError with a sentence."""
        table = request.POST.get("table", "")
        if file := request.FILES.get("file"):
            if (file.size or 0) > LARGEST_TABLE:
                raise ValidationError("The file is larger than 2 MB. Please split it.")
            try:
                table = file.read().decode("utf-8-sig")
            except UnicodeDecodeError:
                raise ValidationError("The file is not in UTF-8. Please save it as “CSV UTF-8”.") from None
        headings, *rows = imports.rows_of(table)
        columns = imports.guessed(headings)
        for name in columns:
            if request.POST.get(name, "").isdecimal():
                columns[name] = int(request.POST[name][:4])
        chosen = request.POST.get("consent_text", "")
        text = ConsentText.objects.filter(pk=int(chosen) if chosen.isdecimal() and len(chosen) < 18 else 0).first()
        if text is None:
            raise ValidationError("Please choose what they agreed to.")
        done = request.POST.get("deed") == "import"
        if done:
            with transaction.atomic():
                report = imports.bring_in(rows, columns, text)
                what = f"{len(report.good)} subscribers imported to {text}, {len(report.refused)} lines refused"
                self._log(request, AuditEntry.Action.MAKE, what)
        else:
            report = imports.check(rows, columns, text)
        named = [(name, label, columns[name]) for name, (label, _) in imports.COLUMNS.items()]
        return {
            "table": table,
            "headings": headings,
            "columns": named,
            "chosen": text,
            "report": report,
            "done": done,
        }

    def held_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Everything held about a person, as a file to give to them."""
        if not self.has_export_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        person = get_object_or_404(Subscriber, pk=pk)
        self._log(request, AuditEntry.Action.EXPORT, f"all that is held about subscriber {person.pk}")
        response = JsonResponse(held_about(person), json_dumps_params={"indent": 2, "ensure_ascii": False})
        response["Content-Disposition"] = f'attachment; filename="subscriber-{person.pk}.json"'
        response["Cache-Control"] = "no-store, private"
        return response

    def form_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The sign-up form of a request, as the person saw it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        record = get_object_or_404(ConsentRecord.objects.select_related("newsletter", "consent_text"), pk=pk)
        texts = [form.as_seen() for form in forms_of(record.forms)]
        if not texts:
            raise Http404("The form of this request was not kept.")
        context = {"record": record, "texts": texts, "text": texts[0]}
        return TemplateResponse(request, "newsletter/form_as_seen.html", context)

    def change_view(
        self,
        request: HttpRequest,
        object_id: str,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        context: dict[str, Any] = {
            "may_erase": self.has_erase_permission(request),
            "may_export": self.has_export_permission(request),
            **(extra_context or {}),
        }
        if (person := self.get_object(request, object_id)) and self.has_view_permission(request, person):
            events = history_of(person)
            shown = len(events) if request.GET.get("all") else SHOWN
            context |= {
                "title": person.email,
                "subtitle": "",
                "suppressed": Suppression.why(person.email),
                "subscriptions": person.subscriptions.select_related("newsletter").order_by(
                    "newsletter__position", "pk"
                ),
                "events": events[:shown],
                "more": max(0, len(events) - shown),
            }
        return super().change_view(request, object_id, form_url, context)

    @admin.action(permissions=["export"], description="Export as a table (CSV)")
    def export(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> StreamingHttpResponse:
        chosen = queryset.order_by().values("pk")
        count = queryset.count()
        self._log(request, AuditEntry.Action.EXPORT, f"{count} subscribers")
        subscriptions = (
            Subscription.objects.filter(subscriber__in=chosen)
            .select_related("subscriber", "newsletter")
            .order_by("subscriber_id", "newsletter_id")
        )
        return download("subscribers", COLUMNS, _rows(subscriptions))

    @admin.action(permissions=["erase"], description="Forget these people…")
    def erase(self, request: HttpRequest, queryset: QuerySet[Subscriber]) -> HttpResponse | None:
        """Ask first; then every row goes, and a keyed hash stays so that nobody signs them up again."""
        if request.POST.get("confirmed") != "yes":
            people = list(queryset.order_by("email")[:101])
            context = {
                **self.admin_site.each_context(request),
                "title": "Forget these people?",
                "opts": self.opts,
                "count": queryset.count(),
                "people": people[:100],
                "selected": queryset.order_by().values_list("pk", flat=True),
            }
            return TemplateResponse(request, "admin/newsletter/subscriber/erase.html", context)
        with transaction.atomic():
            people = list(queryset)
            for person in people:
                person.erase()
            self._log(request, AuditEntry.Action.FORGET, f"{len(people)} subscribers")
        messages.success(request, f"Forgotten: {len(people)}. No mail will go to them any more.")
        return None

    def _log(self, request: HttpRequest, action: AuditEntry.Action, what: str) -> None:
        """Note who did it. An address never goes into a log: it would outlive the person's wish to be forgotten."""
        logger.info("%s %s by user %s", what, action.label, request.user.pk)
        desk_log.done(request, action, "subscribers", what)


@admin.register(Suppression)
class SuppressionAdmin(admin.ModelAdmin):
    """Addresses nobody writes to, found by typing one. Deleting one lets its person sign up again."""

    desk_group, desk_order = "Newsletter", 4
    list_display = ["__str__", "reason", "since"]
    list_filter = ["reason"]
    fields = ["fingerprint", "reason", "since"]
    search_fields = ["fingerprint"]
    search_help_text = "The whole e-mail address. It is not kept: only its code is looked for."
    ordering = ["-since"]

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Suppression], search_term: str
    ) -> tuple[QuerySet[Suppression], bool]:
        if not search_term:
            return queryset, False
        try:
            email = normalised(search_term)
        except ValidationError:
            return queryset.none(), False
        return queryset.filter(fingerprint=fingerprint(email, "suppression")), False

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


@admin.register(DisposableDomain)
class DisposableDomainAdmin(admin.ModelAdmin):
    """Where nobody reads a newsletter. Rows come and go; they are not changed."""

    desk_group, desk_order = "Newsletter", 5
    list_display = ["domain", "since"]
    search_fields = ["domain"]
    search_help_text = "Part of a domain."

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def _rows(subscriptions: QuerySet[Subscription]) -> Iterator[list[object]]:
    for chunk in _chunks(subscriptions.iterator(chunk_size=500), 500):
        proofs = _proofs(chunk)
        for subscription in chunk:
            proof = proofs.get((subscription.subscriber_id, subscription.newsletter_id))
            text = proof.consent_text if proof else None
            yield [
                subscription.subscriber.email,
                subscription.newsletter.name,
                subscription.get_state_display(),
                *(
                    at.isoformat(timespec="seconds") if at else ""
                    for at in (subscription.requested_at, subscription.confirmed_at, subscription.unsubscribed_at)
                ),
                text.version if text else "",
                text.policy_version if text else "",
                proof.page if proof else "",
            ]


def _chunks(rows: Iterator[Subscription], size: int) -> Iterator[list[Subscription]]:
    chunk: list[Subscription] = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _proofs(chunk: list[Subscription]) -> dict[tuple[int, int], ConsentRecord]:
    """The consent each subscription rests on: the latest confirmed one, else the latest request."""
    people = {subscription.subscriber_id for subscription in chunk}
    records = ConsentRecord.objects.filter(subscriber__in=people).select_related("consent_text").order_by("pk")
    found: dict[tuple[int, int], ConsentRecord] = {}
    for record in sorted(records, key=lambda record: (record.confirmed_at is not None, record.pk)):
        found[(record.subscriber_id, record.newsletter_id)] = record
    return found
