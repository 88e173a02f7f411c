"""What a sign-up form said, word for word, so that it can be shown again as the person who used it saw it."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.utils import timezone

from newsletter.models.consent import ConsentText
from newsletter.models.lists import Newsletter

WORDS = ("name", "promise", "frequency", "sign_up_heading", "sign_up_label")


class FormShown(models.Model):
    """One state of a newsletter's words beside one wording of the consent. Kept when either changes, never changed."""

    consent_text = models.ForeignKey(ConsentText, models.PROTECT, related_name="forms_shown")
    words = models.JSONField()
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("view",)
        ordering = ["pk"]
        verbose_name_plural = "forms shown"

    def __str__(self) -> str:
        return f"{self.consent_text} as of {self.since:%-d %B %Y}"

    @classmethod
    def keep(cls, newsletter: Newsletter) -> None:
        """Write down what its form says from now on, unless that is what it says already."""
        text = newsletter.consent_texts.order_by("-version").first()
        if text is None:
            return
        words = {name: getattr(newsletter, name) for name in WORDS}
        last = cls.objects.filter(consent_text=text).order_by("-pk").first()
        if last is None or last.words != words:
            cls.objects.create(consent_text=text, words=words)

    def as_seen(self) -> ConsentText:
        """The wording with the newsletter's words of that time, for the form's template. Not to be saved."""
        text = self.consent_text
        text.newsletter = Newsletter(pk=text.newsletter_id, **self.words)
        return text


def forms_of(pks: Iterable[Any]) -> list[FormShown]:
    """The forms with these keys, in their order; what is none is left out."""
    wanted = list(pks)
    found = FormShown.objects.select_related("consent_text").in_bulk(wanted)
    return [found[pk] for pk in wanted if pk in found]
