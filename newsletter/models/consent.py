"""What exactly people agreed to: wordings that never change, and the record of each consent."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any, NoReturn, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from newsletter import tokens
from newsletter.models.lists import Newsletter, SignUpModel
from newsletter.models.people import Subscriber, Subscription
from newsroom.delivery.shown import shows
from newsroom.html import tidy

FROZEN = "A consent text is what people agreed to and cannot be changed; add a new version instead."
IP_KEPT = timedelta(days=30)
PLACES = ("in_stories", "after_stories", "on_fronts")  # each a field of Newsletter


class ConsentTextIsFrozen(TypeError):
    """Code tried to change or delete a wording people agreed to. Add a new version instead."""


class LinkUsedUp(Exception):
    """The person has unsubscribed since this confirmation was sent."""


class ConsentTextQuerySet(models.QuerySet["ConsentText"]):
    def offered(self) -> Self:
        """Wordings of newsletters that take sign-ups, each with its newsletter: the foremost first, newest first."""
        return (
            self.filter(newsletter__is_open=True)
            .select_related("newsletter")
            .order_by("newsletter__position", "newsletter_id", "-version")
            .with_form()
        )

    def with_form(self) -> Self:
        """`form_pk` is the FormShown that says what the form with this wording says today."""
        from newsletter.models.forms_shown import FormShown

        shown = FormShown.objects.filter(consent_text=OuterRef("pk"))
        return self.annotate(form_pk=Subquery(shown.order_by("-pk").values("pk")[:1]))

    def current(self) -> "ConsentText | None":
        """The wording under the sign-up form in stories; None when there is nothing to sign up to."""
        shows(SignUpModel.KEY)
        return self.offered().first()

    def by_place(self, category: str = "") -> dict[str, list["ConsentText"]]:
        """For each of PLACES the wordings of the form there, on a page of the category with that slug. One query.

        While no newsletter says where its form stands, the foremost one stands after stories and on fronts.
        """
        shows(SignUpModel.KEY)
        chosen = Newsletter.categories.through.objects.filter(newsletter=OuterRef("newsletter"))
        newest: dict[int, Any] = {}
        for text in self.offered().annotate(
            is_anywhere=~Exists(chosen), is_here=Exists(chosen.filter(category__slug=category))
        ):
            newest.setdefault(text.newsletter_id, text)
        texts = list(newest.values())
        if not any(text.newsletter.is_placed for text in texts):
            return {place: [] if place == "in_stories" else texts[:1] for place in PLACES}
        here = [text for text in texts if text.is_anywhere or text.is_here]
        return {place: [text for text in here if getattr(text.newsletter, place)] for place in PLACES}

    def newest_for_each(self, *, or_in: Collection[int] = ()) -> list["ConsentText"]:
        """The newest wording of each newsletter that takes sign-ups, or whose key is in `or_in`."""
        shows(SignUpModel.KEY)
        newest: dict[int, ConsentText] = {}
        texts = self.filter(Q(newsletter__is_open=True) | Q(newsletter__in=or_in)).select_related("newsletter")
        for text in texts.with_form().order_by("newsletter__position", "newsletter_id", "-version"):
            newest.setdefault(text.newsletter_id, text)
        return list(newest.values())

    def update(self, **values: Any) -> int:
        if values != {"created_by": None}:  # what Django asks for when the account of whoever wrote it is deleted
            raise ConsentTextIsFrozen(FROZEN)
        return super().update(**values)

    def delete(self) -> NoReturn:
        raise ConsentTextIsFrozen(FROZEN)

    def bulk_update(self, *arguments: Any, **options: Any) -> NoReturn:
        raise ConsentTextIsFrozen(FROZEN)

    def update_or_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise ConsentTextIsFrozen(FROZEN)

    def bulk_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise ConsentTextIsFrozen(FROZEN)  # it could overwrite; a wording is added one at a time


class ConsentText(SignUpModel):
    """One wording of the consent, as printed beside the box. The highest version is the one now asked for."""

    newsletter = models.ForeignKey(Newsletter, models.PROTECT, related_name="consent_texts")
    version = models.PositiveIntegerField(editable=False)
    sentence = models.CharField(
        max_length=600,
        help_text="Printed beside the box, word for word. Say who sends what, what for, and that one can unsubscribe.",
    )
    policy_name = models.CharField(
        max_length=80, default="data protection notice", help_text="These words of the sentence become the link."
    )
    policy_address = models.CharField(
        max_length=200,
        default="/newsletter/data-protection/",
        validators=[RegexValidator(r"^(/(?![/\\])|https://)", "Begin with / or https://.")],
        help_text="Where the policy is: a path on this site, or an address elsewhere.",
    )
    policy_version = models.CharField(
        max_length=40, help_text="Which version of the policy, such as “1” or “May 2026”."
    )
    language = models.CharField(max_length=10, default="en-GB", help_text="Language code, such as en-GB.")
    counts_opens = models.BooleanField(
        "says that opening is counted",
        default=False,
        help_text="Only for a sentence that says so. Issues to people who agreed to it load a picture that is counted "
        "for the issue, not for the person.",
    )
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        help_text="None: a script.",
    )

    objects = ConsentTextQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        default_permissions = ("add", "view")
        ordering = ["newsletter", "-version"]
        constraints = [models.UniqueConstraint(fields=["newsletter", "version"], name="consent_text_version_once")]

    def __str__(self) -> str:
        return f"{self.newsletter}, version {self.version}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add this wording as the newsletter's next version."""
        from newsletter.models.forms_shown import FormShown

        if self.pk is not None:
            raise ConsentTextIsFrozen(FROZEN)
        with transaction.atomic():
            Newsletter.objects.select_for_update().get(pk=self.newsletter_id)  # two editors at once take turns
            newest = ConsentText.objects.filter(newsletter=self.newsletter_id).aggregate(newest=models.Max("version"))
            self.version = (newest["newest"] or 0) + 1
            super().save(*args, force_insert=True)
            FormShown.keep(Newsletter.objects.get(pk=self.newsletter_id))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise ConsentTextIsFrozen(FROZEN)

    def clean(self) -> None:
        self.sentence, self.policy_name = tidy(self.sentence), tidy(self.policy_name)
        if self.sentence.count(self.policy_name) != 1:
            raise ValidationError({"policy_name": "These words must stand in the sentence, once, to become the link."})

    def as_html(self) -> SafeString:
        """The sentence exactly as stored, with the policy's name in it as a link."""
        before, name, after = self.sentence.partition(self.policy_name)
        if not name:  # written by a script that skipped clean()
            return format_html('{} <a href="{}">{}</a>', before, self.policy_address, self.policy_name)
        return format_html('{}<a href="{}">{}</a>{}', before, self.policy_address, name, after)


class ConsentRecord(models.Model):
    """One request to get a newsletter: what the person was told, where, when, and what became of it."""

    class Method(models.TextChoices):
        FORM = "form", "sign-up form"
        PREFERENCES = "preferences", "preferences page"
        IMPORT = "import", "imported"

    class Withdrawal(models.TextChoices):
        ONE_CLICK = "one-click", "one click in the mail program"
        LINK = "link", "unsubscribe page"
        PREFERENCES = "preferences", "preferences page"
        BOUNCE = "bounce", "mail came back"
        COMPLAINT = "complaint", "called a mail spam"
        PROVIDER = "provider", "told by the mail provider"

        @property
        def is_own_wish(self) -> bool:
            """Whether the person left, and not we who stopped."""
            return self not in {self.BOUNCE, self.COMPLAINT}

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="consent_records")
    newsletter = models.ForeignKey(Newsletter, models.PROTECT, related_name="consent_records")
    consent_text = models.ForeignKey(ConsentText, models.PROTECT, related_name="consent_records")
    led_by = models.ForeignKey(
        "self",
        models.CASCADE,
        null=True,
        editable=False,
        related_name="companions",
        help_text="The request whose mail confirms this one too; None when it has, or had, its own.",
    )
    page = models.CharField("form page", max_length=200, blank=True, help_text="Path of the page the form stood on.")
    forms = models.JSONField(
        default=list, help_text="Keys of the FormShown rows the form was made of, in their order; none: not known."
    )
    proof = models.CharField(
        max_length=300, blank=True, help_text="Where and how they agreed, as an imported table says."
    )
    method = models.CharField(max_length=12, choices=Method.choices, default=Method.FORM)
    requested_at = models.DateTimeField(default=timezone.now)
    confirmed_at = models.DateTimeField(null=True, help_text="None until the link in the mail was used.")
    mailed_at = models.DateTimeField(null=True, help_text="None when this request caused no mail, or not yet.")
    welcomed_at = models.DateTimeField(null=True, help_text="When the welcome mail left; None when none did.")
    request_ip = models.GenericIPAddressField(
        null=True, help_text="The network the request came from: the address without its last part."
    )
    request_ip_kept_until = models.DateTimeField(null=True, help_text="Then the network is deleted.")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawal_method = models.CharField(max_length=12, choices=Withdrawal.choices, blank=True)

    class Meta:
        default_permissions = ("view",)
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawal_method="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawal_method="")),
                name="withdrawal_says_how",
            ),
            models.CheckConstraint(
                condition=Q(request_ip__isnull=True) | Q(request_ip_kept_until__isnull=False),
                name="request_ip_has_an_end",
            ),
        ]
        indexes = [models.Index(fields=["request_ip_kept_until"], name="consent_ip_due")]

    def __str__(self) -> str:
        return f"{self.consent_text} asked for on {self.requested_at:%-d %B %Y}"

    def subscription(self) -> Subscription:
        return Subscription.objects.select_related("subscriber", "newsletter").get(
            subscriber=self.subscriber_id, newsletter=self.newsletter_id
        )

    @transaction.atomic
    def confirm(self) -> bool:
        """Make the subscription active; returns whether it was not before. Doing it again changes nothing.

        Raises LinkUsedUp after unsubscribing.
        """
        subscription = Subscription.objects.select_for_update().get(
            subscriber=self.subscriber_id, newsletter=self.newsletter_id
        )
        self.refresh_from_db()
        if self.withdrawn_at:
            raise LinkUsedUp
        if self.confirmed_at is None:
            self.confirmed_at = timezone.now()
            self.save(update_fields=["confirmed_at"])
        is_new = subscription.state != Subscription.State.ACTIVE
        if is_new:
            subscription.activate()
        return is_new

    def claim_welcome(self) -> bool:
        """Take the right to send the one welcome mail. False when another worker has it, or nobody may any more.

        A worker killed while it sends keeps it: nobody knows whether the mail left, and two are worse than none.
        """
        waiting = ConsentRecord.objects.filter(pk=self.pk, welcomed_at=None, withdrawn_at=None)
        return bool(waiting.update(welcomed_at=timezone.now()))

    def asked_together(self) -> list["ConsentRecord"]:
        """This request, and those of the same form that its mail confirms."""
        others = self.companions.filter(withdrawn_at=None).select_related("newsletter", "consent_text")
        return [self, *others.order_by("newsletter__position", "newsletter_id")]

    def confirm_path(self) -> str:
        return f"/newsletter/confirm/{tokens.make('confirm', self.pk)}/"
