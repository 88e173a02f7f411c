from typing import Any

from django import forms
from django.http import QueryDict

from newsletter import limits
from newsletter.addresses import LONGEST, normalised
from newsletter.models import ConsentText, FormShown
from newsletter.models.forms_shown import forms_of

OUT_OF_DATE = "This form is out of date. Please load the page again."


class AddressField(forms.CharField):
    """An e-mail address; what it cleans to is the normalised form."""

    def __init__(self) -> None:
        super().__init__(
            strip=False,
            error_messages={"required": "Please enter your e-mail address."},
        )

    def clean(self, value: Any) -> str:
        text = super().clean(value)
        if len(text) > 2 * LONGEST:
            text = ""  # not worth a closer look
        return normalised(text)


class SignUpForm(forms.Form):
    """The form in stories and at /newsletter/. The wording it was printed with comes along and is recorded.

    One that offers `several` newsletters has a box for each wording, and ticking it is the consent.
    """

    data: QueryDict

    email = AddressField()
    consent = forms.BooleanField(
        error_messages={"required": "Please tick the box: we need your consent to write to you."}
    )
    consent_text = forms.ModelMultipleChoiceField(
        ConsentText.objects.filter(newsletter__is_open=True),
        error_messages=dict.fromkeys(("required", "invalid_choice", "invalid_pk_value"), OUT_OF_DATE),
    )
    page = forms.CharField(required=False, empty_value="")
    fax = forms.CharField(required=False)  # people do not see it; whoever fills it in is a program

    def __init__(self, data: QueryDict) -> None:
        super().__init__(data)
        if self.is_of_several:
            self.fields["consent"].required = False
            self.fields["consent_text"].error_messages["required"] = "Please tick at least one newsletter."

    def clean_page(self) -> str:
        """The path the form says it stood on; nothing unless it looks like one."""
        page = self.cleaned_data["page"]
        return page if page.startswith("/") and len(page) <= 200 and page.isprintable() else ""

    def shown(self) -> list[FormShown]:
        """What the form said, as far as it names the wordings that were agreed to; nothing when it does not."""
        pks = [int(pk) for pk in self.data.getlist("form")[:50] if pk.isascii() and pk.isdigit() and len(pk) < 18]
        forms = forms_of(pks)
        named = {form.consent_text_id for form in forms}
        return forms if named.issuperset(text.pk for text in self.cleaned_data["consent_text"]) else []

    @property
    def is_of_several(self) -> bool:
        return bool(self.data.get("several"))

    @property
    def is_from_a_program(self) -> bool:
        """It filled in what nobody sees, or was faster than anybody. Without script nothing says how fast."""
        took = self.data.get("took", "")
        too_fast = took.isascii() and took.isdigit() and len(took) < 9 and int(took) < limits.QUICKEST
        return bool(self.data.get("fax")) or too_fast
