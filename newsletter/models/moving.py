"""A reader's change of address: asked for with the link in a mail, confirmed from the new mailbox."""

from django.db import models, transaction
from django.utils import timezone

from newsletter import tokens
from newsletter.models.people import Subscriber, Suppression


class AddressTaken(Exception):
    """Somebody with that address gets newsletters already."""


class AddressChange(models.Model):
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="address_changes")
    email = models.CharField("new address", max_length=254, blank=True, help_text="Empty once it is the person's own.")
    requested_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, help_text="None until the link in the mail was used.")

    class Meta:
        default_permissions = ("view",)
        ordering = ["-pk"]
        indexes = [
            models.Index(
                fields=["requested_at"], condition=models.Q(confirmed_at=None), name="address_change_unconfirmed"
            )
        ]

    def __str__(self) -> str:
        return f"asked for on {self.requested_at:%-d %B %Y}"

    @transaction.atomic
    def confirm(self) -> None:
        """The new address is the person's from now on; doing it again changes nothing. Other links asked for end.

        Raises AddressTaken, and AddressChange.DoesNotExist when the person was forgotten or asked for another since.
        """
        person = Subscriber.objects.select_for_update().filter(address_changes=self.pk).first()
        if person is None:
            raise AddressChange.DoesNotExist
        self.refresh_from_db()
        if self.confirmed_at:
            return
        if Suppression.holds(self.email) or Subscriber.objects.filter(email=self.email).exclude(pk=person.pk).exists():
            raise AddressTaken
        person.email = self.email
        person.save(update_fields=["email"])
        self.email, self.confirmed_at = "", timezone.now()
        self.save(update_fields=["email", "confirmed_at"])
        AddressChange.objects.filter(subscriber=person, confirmed_at=None).delete()

    def path(self) -> str:
        return f"/newsletter/new-address/{tokens.make('new-address', self.pk)}/"
