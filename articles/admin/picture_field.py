"""A form field that holds one picture of the library, chosen in the same dialog as a story's pictures."""

from typing import Any

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.models import ImageAsset


class PictureWidget(forms.HiddenInput):
    """Thumbnail, “Choose” and “Remove” beside the hidden number of the picture."""

    input_type = "hidden"

    class Media:
        css = {"all": ["css/desk-pictures.css"]}
        js = ["js/desk/picture-chooser.js", "js/desk/picture-field.js"]

    @property
    def is_hidden(self) -> bool:
        return False  # it has a label, and something to see

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        number = str(value or "")
        asset = ImageAsset.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 19 else None
        hidden = super().render(name, value, attrs, renderer)
        return render_to_string("admin/articles/picture_field.html", {"hidden": hidden, "asset": asset})
