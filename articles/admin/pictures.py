"""The picture library: what there is, what is known of it, where it is used; and the chooser of the story screen."""

from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.db.models import BigIntegerField, Count, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.urls import path, reverse

from articles import renditions
from articles.document import LOOK_PICTURES
from articles.errors import NotAPicture
from articles.models import Article, ImageAsset, ImageWithCaption
from articles.pictures import TEXT_FIELDS, accept, megabytes, remark_on
from newsroom.html import tidy
from newsroom.storage import put

PAGE = 24  # pictures the chooser shows at once
SEARCHED = ("title", "credit", "photographer", "source_caption", "alt_text", "original_name")
IN_PLACE = ["photographer", "credit", "alt_text"]  # what the chooser lets people add
SMALL, LARGE = 400, 1200  # longest side, in pixels, of the pictures the desk looks at


class WordsForm(forms.ModelForm[ImageAsset]):
    """What is known about a picture. Lines are tidied; a caption keeps no breaks either."""

    class Meta:
        model = ImageAsset
        fields = [*TEXT_FIELDS, "rights_until", "focal_x", "focal_y"]
        labels = {
            "alt_text": "Alternative text",
            "source_caption": "Caption it came with",
            "rights_until": "To be published until",
            "focal_x": "From the left",
            "focal_y": "From the top",
        }
        help_texts = {
            "source_caption": "Never used as alternative text by itself.",
            "focal_x": "0 is the left edge, 1 the right.",
            "focal_y": "0 is the top edge, 1 the bottom.",
        }
        widgets = {
            "rights_until": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "source_caption": forms.Textarea(attrs={"rows": 3}),
            "alt_text": forms.Textarea(attrs={"rows": 2}),
            "focal_x": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.001}),
            "focal_y": forms.NumberInput(attrs={"min": 0, "max": 1, "step": 0.001}),
        }

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        return {name: tidy(value) if isinstance(value, str) else value for name, value in values.items()}


class InPlaceForm(WordsForm):
    class Meta(WordsForm.Meta):
        fields = IN_PLACE


class UploadForm(WordsForm):
    """A file and, if somebody types them, its words; those left empty are read from the file."""

    by: Any = None  # who is signed in; set by the admin for each request

    file = forms.FileField(
        label="Picture",
        help_text="JPEG, PNG, WebP, GIF or AVIF. What the file says about its photographer, credit and rights is read.",
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/gif,image/avif"}),
        error_messages={"empty": "This file is empty. Export the picture again and upload it."},
    )

    class Meta(WordsForm.Meta):
        fields = list(TEXT_FIELDS)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        self.fields["title"].help_text = "Empty: the headline in the file, or its name."
        self.fields["file"].help_text += f" At most {megabytes(settings.UPLOAD_MAX_BYTES)}."

    def clean(self) -> dict[str, Any]:
        """Take the picture in; what is wrong with it stands beside the file field."""
        values = super().clean()
        if not self.errors:
            words: dict[str, Any] = {name: values.get(name) or "" for name in TEXT_FIELDS}
            try:
                self.instance = accept(values["file"], by=self.by, **words)
            except NotAPicture as error:
                self.add_error("file", str(error))
        return values

    def _post_clean(self) -> None:
        """The instance is what accept() returned, in the library already; nothing is copied into it."""

    def save(self, commit: bool = True) -> ImageAsset:
        return self.instance

    def save_m2m(self) -> None:
        """A picture has no lists."""


def assets_in_looks() -> QuerySet[Article, int]:
    """The pictures that stories have for cards, social media or the newsletter."""
    told = Article.objects.exclude(looks={}).order_by()
    numbers = [
        told.annotate(look=Cast(KeyTextTransform(name, "looks"), BigIntegerField()))
        .filter(look__isnull=False)
        .values_list("look", flat=True)
        for name in LOOK_PICTURES
    ]
    return numbers[0].union(*numbers[1:])


class LacksFilter(admin.SimpleListFilter):
    title = "what is missing"
    parameter_name = "lacks"
    rules = {
        "credit": ("No credit", Q(credit="")),
        "alt": ("No alternative text", Q(alt_text="")),
        "use": ("Not used yet", Q(uses__isnull=True) & ~Q(pk__in=assets_in_looks())),
        "ready": ("Being prepared", ~Q(ready_key=F("key")) & Q(failure="")),
        "failed": ("Could not be prepared", ~Q(failure="")),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _) in self.rules.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImageAsset]) -> QuerySet[ImageAsset]:
        rule = self.rules.get(self.value() or "")
        return queryset.filter(rule[1]) if rule else queryset


class MineFilter(admin.SimpleListFilter):
    title = "who uploaded it"
    parameter_name = "by"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("me", "I did")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[ImageAsset]) -> QuerySet[ImageAsset]:
        return queryset.filter(uploaded_by=request.user.pk) if self.value() == "me" else queryset


@admin.register(ImageAsset)
class ImageAssetAdmin(admin.ModelAdmin[ImageAsset]):
    desk_group, desk_order = "Pictures", 1
    records_itself = {"make"}  # in the log: accept() does
    list_display = ["title"]
    list_filter = [LacksFilter, MineFilter, "uploaded_at"]
    search_fields = SEARCHED
    search_help_text = "Title, credit, photographer, caption it came with, alternative text or file name"
    ordering = ["-uploaded_at", "-pk"]
    list_per_page = 40
    show_full_result_count = False
    actions = None
    form = WordsForm
    fieldsets = [
        ("Credit", {"fields": ["title", "photographer", "credit", "supplier", "copyright_notice", "rights_until"]}),
        ("Words", {"fields": ["alt_text", "source_caption"]}),
        ("Focal point", {"fields": [("focal_x", "focal_y")]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["file"]}),
        ("If the file does not say it", {"fields": [*TEXT_FIELDS]}),
    ]

    class Media:
        css = {"all": ["css/desk-pictures.css"]}
        js = ["js/desk/focal-point.js"]

    # -- the list --------------------------------------------------------------------------------------

    def get_queryset(self, request: HttpRequest) -> QuerySet[ImageAsset]:
        uses = ImageWithCaption.objects.filter(asset=OuterRef("pk")).order_by().values("asset")
        times = Coalesce(Subquery(uses.annotate(times=Count("pk")).values("times")), 0)
        return super().get_queryset(request).annotate(used=times)

    def get_changelist_instance(self, request: HttpRequest) -> ChangeList:
        """Uses for cards, social media and the newsletter count, too: one question for all pictures of the page."""
        changes = super().get_changelist_instance(request)
        pictures: Any = list(changes.result_list)
        numbers = {one.pk for one in pictures}
        told = Article.objects.told_with(*numbers).values_list("looks", flat=True) if numbers else []
        times = Counter(looks.get(name) for looks in told for name in LOOK_PICTURES)
        for one in pictures:
            one.used += times[one.pk]
        changes.result_list = pictures
        return changes

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Pictures", **(extra_context or {})})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return super().add_view(request, form_url, {"title": "Upload a picture", **(extra_context or {})})

    # -- permissions -----------------------------------------------------------------------------------

    def has_change_permission(self, request: HttpRequest, obj: ImageAsset | None = None) -> bool:
        """Picture editors and editors change any picture; who uploaded one may complete it."""
        if super().has_change_permission(request, obj):
            return True
        return obj is not None and obj.uploaded_by_id == request.user.pk and self.has_add_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: ImageAsset | None = None) -> bool:
        """A picture in a story, or an author's portrait, stays."""
        if not super().has_delete_permission(request, obj):
            return False
        return obj is None or not (
            obj.uses.exists() or obj.portrait_of.exists() or Article.objects.told_with(obj.pk).exists()
        )

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask, then delete; or say which stories keep the picture here."""
        asset = self.get_object(request, object_id)
        if asset is None or not super().has_delete_permission(request, asset) or not (why := kept_by(asset, request)):
            return super().delete_view(request, object_id, extra_context)
        self.message_user(request, why, "ERROR")
        return HttpResponseRedirect(reverse("admin:articles_imageasset_change", args=[asset.pk]))

    def delete_model(self, request: HttpRequest, obj: ImageAsset) -> None:
        """Remove the record and the original. Renditions stay: editions that were printed may show them."""
        storage, name = obj.file.storage, str(obj.file.name)
        super().delete_model(request, obj)
        transaction.on_commit(lambda: storage.delete(name))

    # -- the picture's own screen ----------------------------------------------------------------------

    def get_fieldsets(self, request: HttpRequest, obj: ImageAsset | None = None) -> Any:
        return self.fieldsets if obj else self.add_fieldsets

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        if change:
            return super().get_form(request, obj, change, **kwargs)
        return type("SignedUploadForm", (UploadForm,), {"by": request.user})

    def save_model(self, request: HttpRequest, obj: ImageAsset, form: Any, change: bool) -> None:
        if change and form.changed_data:
            obj.change(**{name: form.cleaned_data[name] for name in form.changed_data})
        elif remark := remark_on(obj):
            self.message_user(request, remark, "WARNING")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        asset = self.get_object(request, object_id)
        context = (
            {"title": asset.title, "subtitle": None, **uses_of(asset, request.user), **described(asset)}
            if asset
            else {}
        )
        return super().change_view(request, object_id, form_url, {**context, **(extra_context or {})})

    # -- what the desk's screens ask -------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        own = [
            path("chooser/", view(self.chooser), name="articles_imageasset_chooser"),
            path("chooser/upload/", view(self.upload), name="articles_imageasset_upload"),
            path("chooser/<int:pk>/", view(self.complete), name="articles_imageasset_complete"),
            path(
                "<int:pk>/thumbnail/",
                view(self.look, cacheable=True),
                {"longest": SMALL},
                "articles_imageasset_thumbnail",
            ),
            path("<int:pk>/large/", view(self.look, cacheable=True), {"longest": LARGE}, "articles_imageasset_large"),
        ]
        return [*own, *super().get_urls()]

    def chooser(self, request: HttpRequest) -> HttpResponse:
        """GET ?q=&page=: pictures that hold every word, newest first."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        if not self.has_view_permission(request):
            raise PermissionDenied
        page = request.GET.get("page", "1")
        number = min(int(page), 10_000) if page.isdecimal() and len(page) < 9 and int(page) else 1
        found = ImageAsset.objects.order_by("-uploaded_at", "-pk")
        for word in tidy(request.GET.get("q", ""))[:100].split()[:8]:
            found = found.filter(any_of(SEARCHED, word))
        shown = list(found[(number - 1) * PAGE : number * PAGE + 1])
        return JsonResponse(
            {
                "pictures": [self._as_json(request, asset) for asset in shown[:PAGE]],
                "next": number + 1 if len(shown) > PAGE else None,
                "may_upload": self.has_add_permission(request),
            }
        )

    def upload(self, request: HttpRequest) -> HttpResponse:
        """POST one `file`: the picture as it is now in the library, or {error}: why it is not taken."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self.has_add_permission(request):
            raise PermissionDenied
        file = request.FILES.get("file")
        if not isinstance(file, UploadedFile):
            return JsonResponse({"error": "No file arrived. Try again."}, status=400)
        try:
            asset = accept(file, by=request.user)
        except NotAPicture as error:
            return JsonResponse({"error": str(error)}, status=422)
        return JsonResponse(self._as_json(request, asset), status=201)

    def complete(self, request: HttpRequest, pk: int) -> HttpResponse:
        """POST photographer, credit, alt_text, those that are meant: the picture with them, or {error}."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        asset = self._asset(request, pk)
        if not self.has_change_permission(request, asset):
            raise PermissionDenied
        meant = [name for name in IN_PLACE if name in request.POST]
        form = InPlaceForm({name: getattr(asset, name) for name in IN_PLACE} | request.POST.dict(), instance=asset)
        if not form.is_valid():
            sentences = [
                f"{form.fields[name].label}: {' '.join(map(str, errors))}" for name, errors in form.errors.items()
            ]
            return JsonResponse({"error": " ".join(sentences)}, status=422)
        with transaction.atomic():
            asset.change(**{name: form.cleaned_data[name] for name in meant})
            self.log_change(request, asset, ", ".join(meant))
        return JsonResponse(self._as_json(request, asset))

    def look(self, request: HttpRequest, pk: int, longest: int) -> HttpResponse:
        """A small copy of the whole picture for the desk, made when it is first asked for."""
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        asset = self._asset(request, pk)
        root, name = Path(settings.MEDIA_ROOT) / "thumbnails", f"{asset.sha256[:2]}/{asset.sha256}-{longest}.jpg"
        try:
            content = (root / name).read_bytes()
        except OSError:
            content = self._small_copy(asset, longest)
            with suppress(OSError):  # a full disk: it is made again next time
                put(root, name, content)
        response = HttpResponse(content, content_type="image/jpeg")
        response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
        return response

    def _small_copy(self, asset: ImageAsset, longest: int) -> bytes:
        try:
            with asset.file.open("rb") as original:
                return renditions.thumbnail(cast(BinaryIO, original), longest)
        except (OSError, ValueError, SyntaxError) as error:
            raise Http404("This picture's file cannot be read.") from error

    def _asset(self, request: HttpRequest, pk: int) -> ImageAsset:
        asset = ImageAsset.objects.filter(pk=pk).first() if pk < 2**63 else None
        if not self.has_view_permission(request, asset):
            raise PermissionDenied
        if asset is None:
            raise Http404("There is no such picture.")
        return asset

    def _as_json(self, request: HttpRequest, asset: ImageAsset) -> dict[str, Any]:
        words = {name: getattr(asset, name) for name in (*TEXT_FIELDS, "width", "height")}
        return {
            "id": asset.pk,
            **words,
            "thumb": reverse("admin:articles_imageasset_thumbnail", args=[asset.pk]),
            "large": reverse("admin:articles_imageasset_large", args=[asset.pk]),
            "ready": asset.is_ready,
            "remark": remark_on(asset),
            "editable": self.has_change_permission(request, asset),
        }


def any_of(fields: tuple[str, ...], word: str) -> Q:
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": word})
    return found


def uses_of(asset: ImageAsset, user: Any) -> dict[str, Any]:
    """The stories a picture is in, as far as this person may see them, and how many others."""
    leads = asset.uses.filter(lead_of__isnull=False).values("lead_of")
    inside = asset.uses.filter(section__isnull=False).values("section__article")
    told = Article.objects.told_with(asset.pk).values("pk")
    stories = Article.objects.filter(Q(pk__in=leads) | Q(pk__in=inside) | Q(pk__in=told))
    seen = list(stories.visible_to(user).select_related("live_edition")[:50])
    return {
        "used_in": seen,
        "used_elsewhere": max(0, stories.count() - len(seen)),
        "portrait_of": asset.portrait_of.all(),
    }


def kept_by(asset: ImageAsset, request: HttpRequest) -> str:
    """What keeps a picture from being deleted, as a sentence; empty when nothing does."""
    uses = uses_of(asset, request.user)
    places = [f"the story “{story}”" for story in uses["used_in"]]
    places += [f"the portrait of {author}" for author in uses["portrait_of"]]
    if others := uses["used_elsewhere"]:
        places.append("another story" if others == 1 else f"{others} other stories")
    return f"“{asset}” stays. It is used in: {', '.join(places)}." if places else ""


def described(asset: ImageAsset) -> dict[str, Any]:
    """What the picture's screen says about its file, and the cuts it shows."""
    return {
        "size": megabytes(asset.file.size)
        if asset.file.storage.exists(str(asset.file.name))
        else "the file is missing",
        "remark": remark_on(asset),
        "cuts": [("wide", "Wide"), ("square", "Square"), ("social", "Social card")],
    }
