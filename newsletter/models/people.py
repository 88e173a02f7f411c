"""Who gets what: subscribers, their subscriptions, and those who are never to be written to again."""

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.db import connection, models, transaction
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Lower
from django.utils import timezone

from newsletter import addresses, tokens
from newsletter.models.lists import Newsletter

if TYPE_CHECKING:
    from newsletter.models.consent import ConsentRecord

UNCONFIRMED_KEPT = timedelta(days=30)
PROOF_KEPT = timedelta(days=3 * 365)  # for as long somebody may ask for the proof of a consent that ended
MAIL_EVERY = timedelta(days=1)


class Suppression(models.Model):
    """An address nobody writes to again, whoever signs it up or imports it. Only a keyed hash of it is kept."""

    class Reason(models.TextChoices):
        FORGOTTEN = "forgotten", "asked to be forgotten"
        BOUNCE = "bounce", "mail came back"
        COMPLAINT = "complaint", "called a mail spam"

    fingerprint = models.CharField(max_length=64, unique=True)
    reason = models.CharField(max_length=10, choices=Reason.choices, default=Reason.FORGOTTEN)
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        default_permissions = ("view", "delete")
        verbose_name = "suppressed address"
        verbose_name_plural = "suppressed addresses"

    def __str__(self) -> str:
        return f"{self.get_reason_display().capitalize()}, {self.since:%-d %B %Y}"

    @classmethod
    def keep(cls, email: str, reason: Reason) -> None:
        """From now on nobody writes there. Who asked to be forgotten stays so whatever comes after."""
        kept, is_new = cls.objects.get_or_create(
            fingerprint=addresses.fingerprint(email, "suppression"), defaults={"reason": reason}
        )
        if not is_new and kept.reason != cls.Reason.FORGOTTEN:
            cls.objects.filter(pk=kept.pk).update(reason=reason)

    @classmethod
    def of(cls, email: str) -> "Suppression | None":
        return cls.objects.filter(fingerprint=addresses.fingerprint(email, "suppression")).first()

    @classmethod
    def holds(cls, email: str) -> bool:
        return cls.of(email) is not None

    @classmethod
    def why(cls, email: str) -> str:
        """The reason and since when, or nothing."""
        found = cls.of(email)
        return str(found) if found else ""


class Subscriber(models.Model):
    """A person, known by an address in its normalised form (see addresses.normalised)."""

    email = models.EmailField("e-mail address", max_length=addresses.LONGEST, unique=True, editable=False)
    created_at = models.DateTimeField("first signed up", default=timezone.now, editable=False, db_index=True)

    class Meta:
        default_permissions = ("view",)
        permissions = [
            ("export_subscriber", "Can export subscribers"),
            ("erase_subscriber", "Can erase subscribers"),
            ("import_subscriber", "Can import subscribers"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(email=Lower("email")), name="subscriber_email_lower_case"),
        ]

    def __str__(self) -> str:
        return self.email

    @classmethod
    def made(cls, email: str) -> tuple[int, bool]:
        """The key of whoever has this address, whose row is locked, and whether they are new. One statement."""
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO newsletter_subscriber (email, created_at) VALUES (%s, %s) "
                "ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id, created_at = %s",
                [email, now, now],
            )
            key, is_new = cursor.fetchone()
        return int(key), bool(is_new)

    @transaction.atomic
    def erase(self) -> None:
        """Forget this person: every row goes. What stays is a keyed hash, so that nobody can sign them up again."""
        Suppression.keep(self.email, Suppression.Reason.FORGOTTEN)
        self.delete()

    @staticmethod
    def has_confirmed(key: int) -> bool:
        """Whether this mailbox ever said yes to one of our mails."""
        return Subscription.objects.filter(subscriber=key, confirmed_at__isnull=False).exists()

    def preferences_path(self) -> str:
        return f"/newsletter/preferences/{tokens.make('preferences', self.pk)}/"


class SubscriptionQuerySet(models.QuerySet["Subscription"]):
    def receiving(self) -> Self:
        """Those an issue goes to now: active, and in no pause. Whom nobody writes to has none that is active."""
        return self.filter(Q(paused_until=None) | Q(paused_until__lte=timezone.now()), state=Subscription.State.ACTIVE)

    def knowing_opens(self) -> Self:
        """Each with whether the wording they last agreed to says that opening is counted."""
        from newsletter.models.consent import ConsentRecord

        given = ConsentRecord.objects.filter(
            subscriber=OuterRef("subscriber"),
            newsletter=OuterRef("newsletter"),
            confirmed_at__isnull=False,
            withdrawn_at=None,
        ).order_by("-confirmed_at", "-pk")
        return self.annotate(agrees_to_opens=Coalesce(Subquery(given.values("consent_text__counts_opens")[:1]), False))


class Subscription(models.Model):
    """Whether one person gets one newsletter. The proof is in the ConsentRecords."""

    class State(models.TextChoices):
        PENDING = "pending", "waits for confirmation"
        ACTIVE = "active", "active"
        UNSUBSCRIBED = "unsubscribed", "unsubscribed"

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="subscriptions")
    newsletter = models.ForeignKey(Newsletter, models.PROTECT, related_name="subscriptions")
    state = models.CharField(max_length=12, choices=State.choices, default=State.PENDING)
    requested_at = models.DateTimeField(default=timezone.now, help_text="The latest sign-up.")
    confirmed_at = models.DateTimeField(null=True, help_text="The latest confirmation; None when there never was one.")
    unsubscribed_at = models.DateTimeField(null=True, help_text="None unless unsubscribed now.")
    paused_until = models.DateTimeField(
        null=True, help_text="Active, but nothing comes before then; it begins again by itself. None: no pause."
    )
    mail_claimed_at = models.DateTimeField(null=True, help_text="When somebody's sign-up last caused a mail.")

    agrees_to_opens = False  # known of those that knowing_opens() gives

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "newsletter"], name="subscription_once"),
            models.CheckConstraint(
                condition=~Q(state="active") | Q(confirmed_at__isnull=False), name="active_only_when_confirmed"
            ),
            models.CheckConstraint(
                condition=Q(state="unsubscribed", unsubscribed_at__isnull=False)
                | (~Q(state="unsubscribed") & Q(unsubscribed_at__isnull=True)),
                name="unsubscribed_has_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["requested_at"], condition=Q(confirmed_at=None), name="subscription_unconfirmed")
        ]

    def __str__(self) -> str:
        return f"{self.newsletter}: {self.get_state_display()}"

    def activate(self) -> None:
        """The person said yes, provably."""
        self.state = self.State.ACTIVE
        self.confirmed_at = timezone.now()
        self.unsubscribed_at = self.paused_until = None
        self.save(update_fields=["state", "confirmed_at", "unsubscribed_at", "paused_until"])

    @transaction.atomic
    def unsubscribe(self, method: "ConsentRecord.Withdrawal") -> None:
        """Stop it and note the withdrawal on every consent given so far. Doing it again changes nothing.

        Who leaves by their own wish is counted for the last issue they had got.
        """
        from newsletter.models.consent import ConsentRecord
        from newsletter.models.delivery import Delivery

        now = timezone.now()
        stopped = Subscription.objects.filter(pk=self.pk).exclude(state=self.State.UNSUBSCRIBED)
        if stopped.update(state=self.State.UNSUBSCRIBED, unsubscribed_at=now, mail_claimed_at=None):
            got = Delivery.objects.got().filter(subscriber=self.subscriber_id, issue__newsletter=self.newsletter_id)
            if method.is_own_wish and (last := got.order_by("-pk").first()):
                Delivery.objects.filter(pk=last.pk).update(unsubscribed_at=now)
        ConsentRecord.objects.filter(
            subscriber=self.subscriber_id, newsletter=self.newsletter_id, withdrawn_at=None
        ).update(withdrawn_at=now, withdrawal_method=method)
        self.refresh_from_db()

    @classmethod
    def ask(cls, subscriber: int, newsletter: int) -> bool:
        """Note that the person asks for it: then it waits for confirmation, unless it comes already. One statement.

        Returns whether that takes the right to one mail about it, as `claim_mail` does.
        """
        moments = (now := timezone.now()), now - MAIL_EVERY
        asked, yesterday = (connection.ops.adapt_datetimefield_value(one) for one in moments)
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO newsletter_subscription AS known "
                "(subscriber_id, newsletter_id, state, requested_at, mail_claimed_at) "
                "VALUES (%s, %s, 'pending', %s, %s) ON CONFLICT (subscriber_id, newsletter_id) DO UPDATE SET "
                "state = CASE known.state WHEN 'active' THEN known.state ELSE excluded.state END, "
                "requested_at = CASE known.state WHEN 'active' THEN known.requested_at ELSE excluded.requested_at END, "
                "unsubscribed_at = NULL, "  # whoever is active has none
                "mail_claimed_at = CASE WHEN known.mail_claimed_at > %s THEN known.mail_claimed_at "
                "ELSE excluded.mail_claimed_at END RETURNING mail_claimed_at = %s",
                [subscriber, newsletter, asked, asked, yesterday, asked],
            )
            (has_claimed,) = cursor.fetchone()
        return bool(has_claimed)

    def claim_mail(self) -> bool:
        """Take the right to one mail about this newsletter. False when one went out within a day."""
        now = timezone.now()
        claimed = Subscription.objects.filter(
            Q(mail_claimed_at=None) | Q(mail_claimed_at__lte=now - MAIL_EVERY), pk=self.pk
        ).update(mail_claimed_at=now)
        return bool(claimed)

    def unsubscribe_path(self) -> str:
        return f"/newsletter/unsubscribe/{tokens.make('unsubscribe', self.pk)}/"
