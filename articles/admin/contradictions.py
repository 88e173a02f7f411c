"""Live stories that a person's changed facts contradict: as a list at the desk, and on the person's screen."""

from typing import Any, ClassVar

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.errors import EditorialError
from articles.models import Contradiction, Topic

MOST = 50  # on a person's screen; the list has all


class ReasonForm(forms.ModelForm[Contradiction]):
    reason = forms.CharField(
        max_length=300,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        label="Why it stays as it is",
        help_text="Such as: quoted from a letter of that year. Kept with your name; the line leaves the list.",
    )

    class Meta:
        model = Contradiction
        fields: list[str] = []


@admin.register(Contradiction)
class ContradictionAdmin(admin.ModelAdmin[Contradiction]):
    """To put a story right it is changed and published; what is meant as it is stands with a reason."""

    desk_group, desk_order = "Stories", 6
    desk_empty = (
        "No live story says otherwise. When a person’s date of birth or number of children is changed, "
        "stories that state it otherwise are listed here."
    )
    records_itself = {"change"}  # in the log: see Contradiction.let_stand
    list_display = ["line", "person"]
    list_display_links = None
    list_select_related = ["edition__article", "topic"]
    list_filter = ["check_name"]
    search_fields = ["edition__headline", "topic__name", "words"]
    actions = None
    form = ReasonForm
    readonly_fields = ["story", "person", "it_says", "desk_knows"]
    fields = ["story", "person", "it_says", "desk_knows", "reason"]

    class Media:
        css: ClassVar = {"all": ["css/desk-checks.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contradiction]:
        return Contradiction.objects.standing()

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """They go with a deleted person, not by hand: see TopicAdmin."""
        return False

    @admin.display(description="Story", ordering="edition__headline")
    def line(self, one: Contradiction) -> SafeString:
        where = reverse("admin:articles_contradiction_change", args=[one.pk])
        return format_html(
            '<span class="contradiction"><a href="{}">{}</a><span>“…{}…”: {}</span>'
            '<a href="{}">It stays as it is …</a></span>',
            *(one.edition.article.get_absolute_url(), one.edition.headline, one.words, one.said, where),
        )

    @admin.display(description="Story")
    def story(self, one: Contradiction) -> SafeString:
        return format_html('<a href="{}">{}</a>', one.edition.article.get_absolute_url(), one.edition.headline)

    @admin.display(description="It says")
    def it_says(self, one: Contradiction) -> str:
        return f"“…{one.words}…”"

    @admin.display(description="The desk knows")
    def desk_knows(self, one: Contradiction) -> str:
        return one.said

    @admin.display(description="Person", ordering="topic__name")
    def person(self, one: Contradiction) -> SafeString:
        where = reverse("admin:articles_topic_change", args=[one.topic_id])
        return format_html('<a href="{}">{}</a>', where, one.topic.name)

    def render_change_form(self, request: HttpRequest, context: Any, *arguments: Any, **options: Any) -> HttpResponse:
        shown: dict[str, object] = {
            "show_save_and_continue": False,
            "show_save_and_add_another": False,
            "show_delete": False,
        }
        shown |= {"title": "Let it stay as it is"}
        return super().render_change_form(request, context | shown, *arguments, **options)

    def save_model(self, request: HttpRequest, obj: Contradiction, form: Any, change: bool) -> None:
        obj.let_stand(reason=form.cleaned_data["reason"], by=request.user)

    def changeform_view(self, request: HttpRequest, *arguments: Any, **options: Any) -> HttpResponse:
        try:
            return super().changeform_view(request, *arguments, **options)
        except EditorialError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(request.path)

    def response_change(self, request: HttpRequest, obj: Contradiction) -> HttpResponse:
        self.message_user(request, f"“{obj}” stays as it is. The reason is in the log.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:articles_contradiction_changelist"))


def contradicted(topic: Topic) -> SafeString | str:
    """What a person's screen says of live stories, with always the same number of queries."""
    found = list(topic.contradictions.standing().select_related("edition__article")[: MOST + 1])
    if topic.look_from is not None:
        looking = "Older stories are still being looked through: load this page anew in a moment."
    else:
        looking = ""
    if not found:
        return looking or "None."
    lines = (
        (one.edition.article.get_absolute_url(), one.edition.headline, one.words, one.said) for one in found[:MOST]
    )
    more = format_html(
        ' <a href="{}?q={}">All of them</a>', reverse("admin:articles_contradiction_changelist"), topic.name
    )
    return format_html(
        '<ul class="contradicted">{}</ul>{}{}',
        format_html_join("", '<li><a href="{}">{}</a><br>“…{}…”: {}</li>', lines),
        looking,
        more if len(found) > MOST else "",
    )
