"""The form of the publication's settings: lists of links in rows, pictures that survive an error elsewhere."""

from typing import Any, cast

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from newsroom import brand
from newsroom.html import tidy
from newsroom.links import Link, Links
from newsroom.models import Publication

SPARE_ROWS = 3  # for browsers without script, which cannot add any
FIELDS = [
    *("name", "tagline", "description", "contact", "accent", "masthead", "menu", "footer", "footer_links"),
    *("corrections_policy", "ethics_policy", "ownership_policy", "privacy_policy", "terms", "feedback", "social"),
    *("subscribe_label", "subscribe_address"),
]
ADDRESSES = [name for name in FIELDS if name.endswith("_policy")] + ["terms", "feedback", "subscribe_address"]
KEPT = "newsroom.brand"  # what is signed with this salt was made by newsroom.brand


class LinkRows(forms.Widget):
    """Reads rows of two fields each, in the order they stand. The screen's template draws them."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[Link]:
        labels, addresses = (
            data.getlist(f"{name}-{part}") if isinstance(data, MultiValueDict) else [] for part in ("label", "address")
        )
        return [Link(label=label, address=address) for label, address in zip(labels, addresses, strict=False)]


class LinksField(forms.Field):
    """Rows that are empty count for nothing; what is wrong with another is an error with the row's number as code."""

    widget = LinkRows

    def __init__(self, links: Links, **options: Any) -> None:
        super().__init__(required=False, **options)
        self.links = links

    def clean(self, value: Any) -> list[Link]:
        rows = list(value or [])
        found = [(number, tidied(row)) for number, row in enumerate(rows) if any(tidied(row).values())]
        errors = [
            ValidationError(problem, code=str(number))
            for number, row in found
            if (problem := self.links.problem_with(row))
        ]
        if len(found) > self.links.most:
            errors.append(ValidationError(f"{len(found)} links; at most {self.links.most} fit.", code="most"))
        if errors:
            raise ValidationError(errors)
        return [row for _, row in found]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (initial or []) != [row for row in map(tidied, data or []) if any(row.values())]


def tidied(row: Link) -> Link:
    return Link(label=tidy(row["label"]), address=row["address"].strip(" "))


class PublicationForm(forms.ModelForm[Publication]):
    """All settings. `base` is the version they were when the form was loaded."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    menu = LinksField(Links(12), label="Links in the menu")
    footer_links = LinksField(Links(16), label="More links in the footer")
    social = LinksField(Links(10, paths=False), label="Accounts")

    class Meta:
        model = Publication
        fields = FIELDS
        widgets = {
            "description": forms.Textarea(attrs={"rows": 2}),
            "footer": forms.Textarea(attrs={"rows": 2}),
            "masthead": forms.RadioSelect,
            **{name: forms.TextInput(attrs={"list": "own-addresses", "inputmode": "url"}) for name in ADDRESSES},
            "accent": forms.TextInput(attrs={"spellcheck": "false", "autocapitalize": "none", "autocomplete": "off"}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["base"].initial = self.instance.version
        self.fields["name"].error_messages["required"] = "The publication needs a name."
        for name in ("subscribe_label", "subscribe_address", "accent", "masthead"):
            self.fields[name].error_messages["required"] = "This cannot be empty."
        self.taken: dict[str, dict[str, Any]] = {}  # pictures that came with this form and are good
        for name, label in (("logo", "Logo"), ("logo_dark", "Logo on dark"), ("icon", "Icon")):
            self.fields[f"{name}_file"] = forms.FileField(
                label=label,
                required=False,
                allow_empty_file=True,  # newsroom.brand says it better
                widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif,image/avif"}),
            )
            self.fields[f"{name}_kept"] = forms.CharField(
                label=label, widget=forms.HiddenInput, required=False, max_length=2000
            )
            self.fields[f"{name}_remove"] = forms.BooleanField(label=f"Remove this {label.lower()}", required=False)

    def clean_accent(self) -> str:
        return str(self.cleaned_data["accent"]).lower()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name, make in brand.KINDS.items():
            # A file chosen now wins over the tick, the tick over a file that came before and was kept.
            upload, removed = cleaned.get(f"{name}_file"), cleaned.get(f"{name}_remove")
            try:
                made = make(cast(UploadedFile, upload)) if upload else {} if removed else self._kept(name)
            except ValidationError as error:
                self.add_error(f"{name}_file", error)
                continue
            if made:
                self.taken[name] = made
                setattr(self.instance, name, made)
                if removed:
                    self._untick(name)
            elif removed:
                setattr(self.instance, name, {})
        return cleaned

    def _kept(self, name: str) -> dict[str, Any]:
        """A picture that came with the form before, when something else was wrong with it."""
        try:
            return dict(signing.loads(self.cleaned_data.get(f"{name}_kept") or "", salt=f"{KEPT}.{name}"))
        except signing.BadSignature:
            return {}

    def _untick(self, name: str) -> None:
        """The tick has been answered with a file: coming back beside that file, it would remove it."""
        sent = cast(QueryDict, self.data).copy()
        del sent[f"{name}_remove"]
        self.data = sent

    @property
    def update_fields(self) -> list[str]:
        """Everything this form decides, and nothing that others write to the row meanwhile."""
        return [*FIELDS, *brand.KINDS, "version"]

    # -- what the template asks for ------------------------------------------------------------------------

    def link_lists(self) -> dict[str, dict[str, Any]]:
        """For each list of links its rows as typed, each with what is wrong with it, and some empty ones."""
        return {
            name: {
                "field": self[name],
                "name": name,
                "most": field.links.most,
                "paths": field.links.paths,
                "rows": self._rows(name),
                "spare": [{"label": "", "address": "", "error": ""}] * SPARE_ROWS,
                "trouble": " ".join(text for code, text in self._errors_of(name) if not code.isdigit()),
            }
            for name, field in self.fields.items()
            if isinstance(field, LinksField)
        }

    def _rows(self, name: str) -> list[dict[str, str]]:
        errors = dict(self._errors_of(name))
        rows = [{**row, "error": errors.get(str(number), "")} for number, row in enumerate(self[name].value() or [])]
        return [row for row in rows if row["label"].strip() or row["address"].strip()]

    def _errors_of(self, name: str) -> list[tuple[str, str]]:
        found = self.errors.as_data().get(name, []) if self.is_bound else []
        return [(str(error.code), error.messages[0]) for error in found]

    def pictures(self) -> list[dict[str, Any]]:
        """Logo, logo on dark, icon: what there is now, and the fields to change it."""
        return [
            {
                "name": name,
                "picture": getattr(self.instance, name),
                "file": self[f"{name}_file"],
                "remove": self[f"{name}_remove"],
                "kept": self._signed(name),
            }
            for name in brand.KINDS
        ]

    def _signed(self, name: str) -> str:
        if name in self.taken:
            return signing.dumps(self.taken[name], salt=f"{KEPT}.{name}", compress=True)
        if self[f"{name}_remove"].value():
            return ""
        return str(self[f"{name}_kept"].value() or "")

    def sentences(self) -> dict[str, list[str]]:
        """Every error by the field it stands at; a row's by the list's name and its number."""
        said: dict[str, list[str]] = {}
        for name, errors in self.errors.as_data().items():
            for error in errors:
                row = f".{error.code}" if name in self.link_names and str(error.code).isdigit() else ""
                said.setdefault(name + row, []).extend(error.messages)
        return said

    def trouble(self) -> list[tuple[str, str]]:
        """Every error with the name of its field, and where on the screen that is."""
        found = []
        for place, sentences in self.sentences().items():
            name, _, row = place.partition(".")
            label = (
                f"{self.fields[name].label}{f', link {int(row) + 1}' if row else ''}: " if name in self.fields else ""
            )
            anchor = f"{name}-links" if name in self.link_names else self[name].id_for_label if label else ""
            found += [(str(anchor), f"{label}{sentence}") for sentence in sentences]
        return found

    def shown(self) -> Publication:
        """The publication with everything typed that is good; the rest as it is saved."""
        saved = Publication.current()
        for name in self.errors:
            if name in FIELDS:
                setattr(self.instance, name, getattr(saved, name))
        return self.instance

    @property
    def link_names(self) -> list[str]:
        return [name for name, field in self.fields.items() if isinstance(field, LinksField)]
