"""Domains of mailboxes that live for ten minutes: nobody reads a newsletter there."""

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
        parts = email.rpartition("@")[2].split(".")
        return cls.objects.filter(domain__in=[".".join(parts[at:]) for at in range(len(parts) - 1)]).exists()
