"""Who is credited, what stories are about, and the areas of the site."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from articles.admin.contradictions import contradicted
from articles.admin.picture_field import PictureWidget
from articles.models import Article, Author, AuthorLink, Byline, Category, Contradiction, ImageAsset, Topic
from articles.models.contradiction import look_again

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = object


class LinkInline(admin.StackedInline[AuthorLink, Author]):
    model = AuthorLink
    extra = 1
    verbose_name_plural = "links"


class SlugKept(Base):
    """An address readers know stays what it is; it is made from the name when something is new."""

    slug_from = "name"

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> dict[str, Sequence[str]]:
        return {} if obj else {"slug": [self.slug_from]}


class AuthorForm(forms.ModelForm[Author]):
    portrait = forms.ModelChoiceField(ImageAsset.objects.all(), required=False, widget=PictureWidget)

    class Meta:
        model = Author
        fields = ["name", "slug", "job_title", "portrait", "bio", "email", "user"]


@admin.register(Author)
class AuthorAdmin(SlugKept, admin.ModelAdmin[Author]):
    desk_group, desk_order = "People & topics", 1
    reader_page = re.compile(r"/authors/(?P<slug>[-\w]+)/")
    list_display = ["name", "job_title", "stories"]
    search_fields = ["name", "job_title"]
    form = AuthorForm
    inlines = [LinkInline]
    fieldsets = [
        (None, {"fields": ["name", "slug", "job_title", "portrait"]}),
        ("For readers", {"fields": ["bio", "email"]}),
        ("At the desk", {"fields": ["user"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Author]:
        return super().get_queryset(request).annotate(credited=Count("bylines__article", distinct=True))

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """As Django does it, but bylines, which keep an author here, are told by their stories."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        if protected:
            stories = Article.objects.visible_to(request.user).filter(
                pk__in=Byline.objects.filter(author__in=list(objs)).values("article")
            )
            protected = [f"the story “{story}”" for story in stories] or protected
        return deleted, counts, lacking, protected

    @admin.display(description="Stories", ordering="credited")
    def stories(self, author: Any) -> int:
        return int(author.credited)


class NamesField(forms.CharField):
    """A list of names, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 3}), **options)

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        return [line.strip()[:100] for line in (super().clean(value) or "").splitlines() if line.strip()]


class TopicForm(forms.ModelForm[Topic]):
    aliases = NamesField(label="Also known as", help_text="One name a line.")

    class Meta:
        model = Topic
        fields = ["name", "slug", "kind", "description", "aliases", "born", "died", "children"]


@admin.register(Topic)
class TopicAdmin(SlugKept, admin.ModelAdmin[Topic]):
    desk_group, desk_order = "People & topics", 2
    reader_page = re.compile(r"/topics/(?P<slug>[-\w]+)/")
    form = TopicForm
    list_display = ["name", "kind", "born", "died"]
    list_filter = ["kind"]
    search_fields = ["name", "aliases"]

    class Media:
        css: ClassVar = {"all": ["css/desk-checks.css"]}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [*super().get_readonly_fields(request, obj), "contradicting"]

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields: list[str] = [*TopicForm.Meta.fields]
        return [*fields, "contradicting"] if obj and obj.kind == Topic.Kind.PERSON else fields

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What live stories say against a person goes with them, although nobody removes it by hand."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, lacking - {Contradiction._meta.verbose_name}, protected

    @admin.display(description="Live stories that say otherwise")
    def contradicting(self, topic: Any) -> Any:
        """Stories whose ages or children the facts above contradict, on the day each was published."""
        return contradicted(topic)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Who changes a fact is shown at once which live stories it contradicts."""
        if obj.look_from is None:
            return super().response_change(request, obj)
        look_again()
        obj.refresh_from_db(fields=["look_from"])
        count = obj.contradictions.standing().count()
        if not count and obj.look_from is None:
            return super().response_change(request, obj)
        stories = "1 place in live stories contradicts" if count == 1 else f"{count} places in live stories contradict"
        still = " Older stories are still being looked through." if obj.look_from is not None else ""
        said = f"“{obj}” is saved. {stories} it: see below.{still}" if count else f"“{obj}” is saved.{still}"
        self.message_user(request, said, messages.WARNING)
        return HttpResponseRedirect(request.path)


@admin.register(Category)
class CategoryAdmin(SlugKept, admin.ModelAdmin[Category]):
    desk_group, desk_order = "Fronts", 1
    reader_page = re.compile(r"/(?P<slug>[-\w]+)/")
    slug_from = "title"
    list_display = ["title", "slug", "position", "in_menu"]
    list_editable = ["position", "in_menu"]
    search_fields = ["title"]

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **options: Any) -> Any:
        return super().formfield_for_manytomany(
            db_field, request, **{**options, "widget": forms.CheckboxSelectMultiple}
        )
