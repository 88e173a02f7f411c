"""The story screen's form: what is typed, as a Document. One way in for saving, previewing and publishing."""

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.text import slugify

from articles.admin.editor import BodyWidget
from articles.document import (
    COMMERCIAL,
    DISCLOSURES,
    FORMATS,
    LOOK_PICTURES,
    LOOK_WORDS,
    LOOKS,
    Credit,
    Disclosures,
    Document,
    Looks,
    Part,
    Picture,
)
from articles.merging import Stood, is_place
from articles.models import Author, Byline, Category, ImageAsset, Section, Topic
from newsroom.html import clean, plain, tidy

# More than anybody writes; what is too long to print is another matter, and kept. See problems_of.
MOST_TEXT = 200_000  # characters of one section; a whole long read is a fifth of it
MOST_LINE = 20_000  # … and of anything else


class IdField(forms.IntegerField):
    widget = forms.HiddenInput

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=1, max_value=2**63 - 1, required=False, **options)


class TypedField(forms.CharField):
    """Text as somebody typed or pasted it. NUL, which a database cannot keep, is dropped and not complained about."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\0", "")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Without the length: a browser would cut off what is pasted, and say nothing."""
        return {name: value for name, value in super().widget_attrs(widget).items() if name != "maxlength"}


class MainForm(forms.Form):
    base = forms.IntegerField(min_value=0, max_value=2**31 - 1, required=False, widget=forms.HiddenInput)
    behind = forms.JSONField(required=False, widget=forms.HiddenInput, help_text="See Article.take_in.")
    headline = TypedField(
        max_length=MOST_LINE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "placeholder": "Headline", "data-guide": "40-75", "data-grow": ""}),
    )
    standfirst = TypedField(
        max_length=MOST_LINE,
        required=False,
        widget=forms.Textarea(
            attrs={
                "rows": 1,
                "placeholder": "Standfirst: the story in one sentence",
                "data-guide": "80-160",
                "data-grow": "",
            }
        ),
    )
    kicker = TypedField(
        max_length=MOST_LINE, required=False, widget=forms.TextInput(attrs={"placeholder": "Kicker, such as Exclusive"})
    )
    working_title = TypedField(max_length=MOST_LINE, required=False)
    slug = TypedField(max_length=MOST_LINE, required=False)
    category = IdField()
    format = forms.ChoiceField(choices=list(FORMATS.items()), required=False)
    topics = TypedField(required=False)
    card_headline = TypedField(max_length=MOST_LINE, required=False, label="Headline on cards")
    card_picture = IdField(label="Picture on cards")
    search_title = TypedField(max_length=MOST_LINE, required=False, label="Title in search")
    search_description = TypedField(
        max_length=MOST_LINE, required=False, label="Description in search", widget=forms.Textarea(attrs={"rows": 2})
    )
    social_headline = TypedField(max_length=MOST_LINE, required=False, label="Headline on social media")
    social_picture = IdField(label="Picture on social media")
    newsletter_headline = TypedField(max_length=MOST_LINE, required=False, label="Headline in the newsletter")
    newsletter_picture = IdField(label="Picture in the newsletter")
    commercial = forms.ChoiceField(
        label="Label",
        choices=[("", "No label"), *COMMERCIAL.items()],
        required=False,
    )
    sponsor = TypedField(max_length=MOST_LINE, required=False, label=DISCLOSURES["sponsor"])
    ai_purpose = TypedField(
        max_length=MOST_LINE,
        required=False,
        label=DISCLOSURES["ai_purpose"],
        widget=forms.Textarea(attrs={"rows": 2, "placeholder": "it summed up the court’s ruling"}),
    )
    ai_tool = TypedField(max_length=MOST_LINE, required=False, label=DISCLOSURES["ai_tool"])
    ai_reviewer = TypedField(max_length=MOST_LINE, required=False, label=DISCLOSURES["ai_reviewer"])
    ai_checked = TypedField(
        max_length=30,
        required=False,
        label=DISCLOSURES["ai_checked"],
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}),
    )

    def clean_behind(self) -> dict[str, Stood]:
        """Only the story screen writes it; what it cannot have written is refused: it says who overwrites whom."""
        sent = self.cleaned_data["behind"] or {}
        if isinstance(sent, dict) and len(sent) <= MOST_BEHIND and all(map(is_place, sent)):
            behind = {place: stood_of(one) for place, one in sent.items()}
            if None not in behind.values() and len({*behind.values()}) <= MOST_BASES:
                return {place: one for place, one in behind.items() if one}
        raise forms.ValidationError(
            "Where this form stands cannot be read. Keep a copy of your text and reload the page."
        )

    def clean_headline(self) -> str:
        return tidy(self.cleaned_data["headline"])

    def clean_slug(self) -> str:
        """Whatever was typed becomes an address; nothing that can be put right is refused."""
        return slugify(self.cleaned_data["slug"])


class PictureForm(forms.Form):
    known: ImageAsset | None = None  # the picture `asset` names, for the template

    asset = IdField()
    caption = TypedField(
        max_length=MOST_LINE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "data-grow": "", "placeholder": "Caption"}),
    )
    alt_text = TypedField(
        max_length=MOST_LINE, required=False, widget=forms.TextInput(attrs={"placeholder": "What is to be seen"})
    )
    decorative = forms.BooleanField(required=False)


class BylineForm(forms.Form):
    known: Author | None = None  # the person `author` names, for the template

    author = IdField()
    role = forms.ChoiceField(choices=Byline.Role.choices, required=False)
    job_title = TypedField(max_length=MOST_LINE, required=False)


class SectionForm(forms.Form):
    key = TypedField(max_length=36, required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=Section.Kind.choices, required=False, widget=forms.HiddenInput)
    subhead = TypedField(
        max_length=MOST_LINE,
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Subhead", "class": "subhead"}),
    )
    body = TypedField(max_length=MOST_TEXT, required=False, widget=BodyWidget(), strip=False)
    layout = forms.ChoiceField(choices=Section.Layout.choices, required=False)
    url = TypedField(max_length=MOST_LINE, required=False, widget=forms.URLInput(attrs={"placeholder": "https://"}))
    title = TypedField(max_length=MOST_LINE, required=False)
    text = TypedField(max_length=MOST_TEXT, required=False, widget=forms.Textarea(attrs={"rows": 2, "data-grow": ""}))
    source = TypedField(max_length=MOST_LINE, required=False)

    pictures: "BaseFormSet[PictureForm]"

    def clean_kind(self) -> str:
        return self.cleaned_data["kind"] or Section.Kind.TEXT

    def clean_layout(self) -> str:
        return self.cleaned_data["layout"] or Section.Layout.STACK


COUNT = forms.IntegerField(required=False)
MOST_FORMS = 300  # sections of one story
MOST_PICTURES = 100  # under one section
MOST_BEHIND, MOST_BASES = 3_000, 10  # places that stand on older revisions, and those revisions
MOST_ROWS = 2_000  # sections, pictures and bylines of one story together
PictureFormSet = formset_factory(
    PictureForm, extra=0, can_order=True, can_delete=True, max_num=MOST_PICTURES, absolute_max=MOST_PICTURES + 1
)
BylineFormSet = formset_factory(BylineForm, extra=0, can_order=True, can_delete=True, max_num=30)


class BaseSectionFormSet(BaseFormSet[SectionForm]):
    """Sections, each with the pictures under it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["ORDER"].widget = form.fields["DELETE"].widget = forms.HiddenInput()
        form.pictures = PictureFormSet(
            self.data if self.is_bound and index is not None else None,
            initial=(form.initial or {}).get("pictures"),
            prefix=f"{form.prefix}-pictures",
        )

    def is_valid(self) -> bool:
        return super().is_valid() and all(form.pictures.is_valid() for form in self.forms if not self._gone(form))

    def _gone(self, form: SectionForm) -> bool:
        return bool(self._should_delete_form(form))  # type: ignore[attr-defined]


SectionFormSet = formset_factory(
    SectionForm, formset=BaseSectionFormSet, extra=0, can_order=True, can_delete=True, max_num=MOST_FORMS
)


@dataclass(frozen=True, slots=True)
class Known:
    """What the form refers to, fetched at once."""

    assets: dict[int, ImageAsset]
    authors: dict[int, Author]
    topics: dict[int, Topic]
    categories: dict[int, Category]


class Seen:
    """What the last save of a story says about the pictures, people and topics it refers to: they need no fetching."""

    def __init__(self, document: Document) -> None:
        self.pictures = {one.asset: one for one in document.pictures()}
        self.look_pictures = {one.asset: one for one in document.looks.pictures()}
        self.credits = {one.author: one for one in document.bylines}
        self.topics = {one.id: one for one in document.topics}
        self.categories = {one.id: one for one in [document.category] if one}


class StoryForm:
    """The whole screen: unbound from a Document, or bound to what was sent.

    With `seen`, a save of the same story, nothing is fetched that it knows: enough to save, not to draw the screen.
    """

    def __init__(
        self, document: Document, base: int, data: QueryDict | None = None, seen: Document | None = None
    ) -> None:
        self.seen = Seen(seen or Document(headline="", slug=""))
        self.draws = seen is None
        self.is_bound = data is not None
        self.main = MainForm(data, initial=main_values(document, base))
        # Formsets within a formset multiply: a few bytes could ask for a million rows. Such a form is not built.
        self.too_many = data is not None and forms_announced(data) > MOST_ROWS
        if self.too_many:
            data = None
        self.lead = PictureForm(data, initial=picture_values(document.lead), prefix="lead")
        self.sections = SectionFormSet(data, initial=[part_values(one) for one in document.sections], prefix="sections")
        self.bylines = BylineFormSet(data, initial=[byline_values(one) for one in document.bylines], prefix="bylines")
        self.known = self._fetch()
        self.errors: list[tuple[str, str]] = []
        self.refusal = ""  # what stands over the errors
        if not self.draws:
            return
        for form in self._picture_forms():
            form.known = self.known.assets.get(next(iter(ids([form["asset"].value()])), 0))
        for form in self.bylines.forms:
            form.known = self.known.authors.get(next(iter(ids([form["author"].value()])), 0))

    def _fetch(self) -> Known:
        seen = self.seen
        assets = missing(ids(form["asset"].value() for form in self._picture_forms()), seen.pictures)
        assets += missing(ids(self.main[name].value() for name in LOOK_PICTURES), seen.look_pictures)
        authors = missing(ids(form["author"].value() for form in self.bylines.forms), seen.credits)
        topics = missing(ids(str(self.main["topics"].value() or "").split(",")), seen.topics)
        categories = Category.objects.all()
        if not self.draws:
            categories = categories.filter(pk__in=missing(ids([self.main["category"].value()]), seen.categories))
        return Known(
            assets=ImageAsset.objects.in_bulk(assets),
            authors=Author.objects.select_related("portrait").in_bulk(authors),
            topics=Topic.objects.in_bulk(topics),
            categories={one.pk: one for one in categories},
        )

    # -- for the template ------------------------------------------------------------------------------

    @property
    def chosen_topics(self) -> list[Topic]:
        wanted = ids(str(self.main["topics"].value() or "").split(","))
        return [self.known.topics[one] for one in wanted if one in self.known.topics]

    @property
    def looks(self) -> list[tuple[Any, ImageAsset | None]]:
        """The fields about how it looks elsewhere, those of pictures with the one that is chosen."""
        fields = [self.main[name] for name in LOOKS]
        return [(one, self.known.assets.get(next(iter(ids([one.value()])), 0))) for one in fields]

    @property
    def disclosures(self) -> list[Any]:
        """The fields about who paid or gave, and what AI did."""
        return [self.main[name] for name in DISCLOSURES]

    def _picture_forms(self) -> list[Any]:
        return [self.lead, *(one for form in self.sections.forms for one in form.pictures.forms)]

    # -- what was sent ---------------------------------------------------------------------------------

    def is_valid(self) -> bool:
        """Whether what was sent can be saved. Fills `errors` with (field's id, sentence)."""
        parts: list[Any] = [self.main, self.lead, self.sections, self.bylines]
        fine = [part.is_valid() for part in parts]  # each of them, so that every problem is told at once
        forms_: list[Any] = [self.main, *self.bylines.forms, *self.sections.forms, *self._picture_forms()]
        self.errors = [
            (form[name].auto_id if name in form.fields else "", str(error))
            for form in forms_
            for name, errors in form.errors.items()
            for error in errors
        ]
        formsets: list[Any] = [self.sections, *(form.pictures for form in self.sections.forms), self.bylines]
        for formset in formsets:
            self.errors += [("", str(error)) for error in formset.non_form_errors()]
        if self.too_many:
            self.errors.append(("", f"A story has at most {MOST_ROWS:,} sections, pictures and bylines together."))
        return all(fine) and not self.too_many

    @property
    def base(self) -> int | None:
        return self.main.cleaned_data["base"]

    @property
    def behind(self) -> dict[str, Stood]:
        """Places that have not taken over what stands in revision `base`, each with what it still goes on from."""
        behind: dict[str, Stood] = self.main.cleaned_data["behind"]
        return behind

    def document(self) -> Document:
        """What was typed. Call it after `is_valid`; what did not pass (in a preview) is left out."""
        values = getattr(self.main, "cleaned_data", {})
        category = values.get("category") or 0
        wanted = ids(str(self.main["topics"].value() or "").split(","))
        topics = (
            self.known.topics[one].label() if one in self.known.topics else self.seen.topics.get(one) for one in wanted
        )
        return Document(
            headline=values.get("headline") or "",
            slug=values.get("slug") or "",
            standfirst=values.get("standfirst") or "",
            kicker=values.get("kicker") or "",
            working_title=values.get("working_title") or "",
            format=values.get("format") or "article",
            category=self.known.categories[category].label()
            if category in self.known.categories
            else self.seen.categories.get(category),
            bylines=tuple(credit for form in kept(self.bylines) if (credit := self._credit(form.cleaned_data))),
            lead=self._picture(getattr(self.lead, "cleaned_data", {})),
            sections=tuple(part for form in kept(self.sections) if (part := self._part(form))),
            topics=tuple(topic for topic in topics if topic),
            looks=self._looks(values),
            disclosures=Disclosures(**{name: values.get(name) or "" for name in DISCLOSURES}),
        )

    def _looks(self, values: dict[str, Any]) -> Looks:
        looks: dict[str, Any] = {name: values.get(name) or "" for name in LOOK_WORDS}
        for name in LOOK_PICTURES:
            number = values.get(name) or 0
            asset = self.known.assets.get(number)
            looks[name] = asset.picture(alt_text=asset.alt_text) if asset else self.seen.look_pictures.get(number)
        return Looks(**looks)

    def _credit(self, values: dict[str, Any]) -> Credit | None:
        number = values.get("author") or 0
        role, title = values.get("role") or Byline.Role.WORDS, values.get("job_title") or ""
        if author := self.known.authors.get(number):
            return author.credit(role, title)
        seen = self.seen.credits.get(number)
        return replace(seen, role=role, job_title=title) if seen else None

    def _picture(self, values: dict[str, Any]) -> Picture | None:
        number = values.get("asset") or 0
        use: dict[str, Any] = {
            "caption": values.get("caption") or "",
            "alt_text": values.get("alt_text") or "",
            "decorative": bool(values.get("decorative")),
        }
        if asset := self.known.assets.get(number):
            return asset.picture(**use)
        seen = self.seen.pictures.get(number)
        return replace(seen, **use) if seen else None

    def _part(self, form: SectionForm) -> Part | None:
        """The section, or None for one that was added and left empty."""
        values = {"kind": "text", "layout": "stack"} | form.cleaned_data
        pictures = tuple(one for row in kept(form.pictures) if (one := self._picture(row.cleaned_data)))
        names = ("key", "kind", "subhead", "body", "layout", "url", "title", "text", "source")
        texts = {name: values.get(name) or "" for name in names}
        words = [texts[name] for name in ("subhead", "url", "title", "text", "source")]
        return Part(**texts, pictures=pictures) if pictures or any(words) or plain(texts["body"]) else None


def kept(formset: Any) -> list[Any]:
    """The forms that were not removed, in the order they were put in; those without a place stay last."""
    forms_ = [form for form in formset.forms if hasattr(form, "cleaned_data") and not form.cleaned_data.get("DELETE")]
    places = {id(form): form.cleaned_data.get("ORDER") for form in forms_}
    return sorted(forms_, key=lambda form: (places[id(form)] is None, places[id(form)] or 0))


def ids(values: Any) -> list[int]:
    """The numbers among these, once each, in order; what is no number is passed over."""
    texts = [str(value or "").strip() for value in values]
    found = [int(text) for text in texts if text.isascii() and text.isdigit() and len(text) < 20]
    return list(dict.fromkeys(one for one in found if 0 < one < 2**63))


def missing(wanted: list[int], there: Any) -> list[int]:
    return [one for one in wanted if one not in there]


def forms_announced(data: QueryDict) -> int:
    """How many rows what was sent says it has, in all formsets together."""
    total = 0
    for name, value in data.items():
        if name.endswith("-TOTAL_FORMS"):
            with suppress(forms.ValidationError):  # the formset itself complains about what is no number
                total += max(0, COUNT.clean(value) or 0)
    return total


def stood_of(sent: Any) -> Stood | None:
    """[number, whether it is what was sent then]; None for anything else."""
    if isinstance(sent, list) and list(map(type, sent)) == [int, bool] and 0 <= sent[0] < 2**31:
        return Stood(*sent)
    return None


def main_values(document: Document, base: int) -> dict[str, Any]:
    return {
        "base": base,
        "headline": document.headline,
        "standfirst": document.standfirst,
        "kicker": document.kicker,
        "working_title": document.working_title,
        "slug": document.slug,
        "format": document.format,
        "category": document.category.id if document.category else None,
        "topics": ",".join(str(topic.id) for topic in document.topics),
        **{name: getattr(document.looks, name) for name in LOOK_WORDS},
        **{name: getattr(document.disclosures, name) for name in DISCLOSURES},
        **{name: one.asset for name in LOOK_PICTURES if (one := getattr(document.looks, name))},
    }


def picture_values(picture: Picture | None) -> dict[str, Any]:
    if picture is None:
        return {}
    return {
        "asset": picture.asset,
        "caption": picture.caption,
        "alt_text": picture.alt_text,
        "decorative": picture.decorative,
    }


def byline_values(credit: Credit) -> dict[str, Any]:
    return {"author": credit.author, "role": credit.role, "job_title": credit.job_title}


def part_values(part: Part) -> dict[str, Any]:
    names = ("key", "kind", "subhead", "body", "layout", "url", "title", "text", "source")
    return {name: getattr(part, name) for name in names} | {
        "body": clean(part.body),
        "pictures": [picture_values(picture) for picture in part.pictures],
    }


def field_of(place: str) -> str:
    """The id of the field in which a problem is put right; empty where it has none."""
    if place.endswith(("-credit", "-asset")):  # in the library, to which the picture in use leads
        place = f"{place.rpartition('-')[0]}-caption"
    elsewhere = {"bylines": "author-find", "sections": "", "killed": "", "taken_down": "", "workflow_state": ""}
    return (elsewhere | {"change": "id_change_typo"}).get(place, f"id_{place}")
