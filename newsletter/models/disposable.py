"""Domains of mailboxes that live for ten minutes: nobody reads a newsletter there."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from newsletter.addresses import domain_of


class DisposableDomain(models.Model):
    """A sign-up from there, or from a domain below it, gets the usual answer and no mail, and is not kept."""

    domain = models.CharField(
        max_length=200,
        unique=True,
        help_text="Such as mailinator.com. Sign-ups from there get the usual answer, and nothing is kept or sent.",
    )
    since = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        default_permissions = ("add", "view", "delete")
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain

    def clean(self) -> None:
        try:
            self.domain = domain_of(self.domain)
        except ValidationError as error:
            raise ValidationError({"domain": error.messages}) from None

    @classmethod
    def holds(cls, email: str) -> bool:
        return bool(cls.among([email]))

    @classmethod
    def among(cls, emails: Collection[str]) -> set[str]:
        """Those of the addresses that are disposable. One query."""
        above = {email: _domains(email) for email in emails}
        listed = set(cls.objects.filter(domain__in=set().union(*above.values())).values_list("domain", flat=True))
        return {email for email, domains in above.items() if domains & listed}


def _domains(email: str) -> set[str]:
    """The address's domain and those above it."""
    parts = email.rpartition("@")[2].split(".")
    return {".".join(parts[at:]) for at in range(len(parts) - 1)}
