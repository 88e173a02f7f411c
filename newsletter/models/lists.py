"""Newsletter: what is offered to readers, what its sign-up forms say, who its mail comes from."""

from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.text import slugify

from articles.models import Category
from newsletter import from_line
from newsroom.delivery.purging import ShownModel, ShownQuerySet
from newsroom.html import tidy

LONGEST_SLUG = 60


class SignUpModel(ShownModel):
    """What sign-up forms show; they stand on many pages."""

    KEY = "newsletter"

    class Meta:
        abstract = True

    def keys_of_change(self, before: Self | None) -> list[str]:
        return [self.KEY]


def own_addresses() -> set[str]:
    """The words below /newsletter/ that mean something else; a newsletter of that name could never be reached."""
    from newsletter.urls import urlpatterns

    return {str(one.pattern).lstrip("^").partition("/")[0] for one in urlpatterns} - {"", "<slug:slug>"}


def not_taken(slug: str) -> None:
    """Raises ValidationError for a word that is an address of its own."""
    if slug in own_addresses():
        raise ValidationError("That word is an address of its own below /newsletter/; choose another.")


class Newsletter(SignUpModel):
    """A newsletter: who it is for, what it promises, how often it comes."""

    name = models.CharField(max_length=60, unique=True)
    slug = models.SlugField(
        "address of its page",
        max_length=LONGEST_SLUG,
        unique=True,
        blank=True,
        validators=[not_taken],
        help_text="Below /newsletter/. Empty: made of the name. An address it had leads to the one it has now.",
    )
    promise = models.CharField(max_length=200, help_text="What readers get, in one sentence.")
    frequency = models.CharField(max_length=60, help_text="How often, such as “Every weekday at 7 am”.")
    sign_up_heading = models.CharField(max_length=80, help_text="Above the form, such as “Get the day’s best stories”.")
    sign_up_label = models.CharField("button", max_length=30, default="Sign up", help_text="What the button says.")
    is_open = models.BooleanField("takes sign-ups", default=True)
    send_welcome = models.BooleanField(
        "send a welcome mail",
        default=True,
        help_text="To everybody who confirms: a greeting with the five newest stories.",
    )
    welcome_subject = models.CharField(
        "welcome mail’s subject", max_length=150, blank=True, help_text="Empty: “Welcome to …” with its name."
    )
    welcome_words = models.TextField("welcome mail’s words", blank=True)  # clean HTML
    sender_name = models.CharField(
        "sender’s name",
        max_length=60,
        blank=True,
        validators=[from_line.check_name],
        help_text="Empty: the newsletter’s name.",
    )
    sender_address = models.CharField(
        "sender’s address", max_length=200, blank=True, validators=[from_line.check_address]
    )
    reply_to = models.EmailField(
        "answers go to", max_length=200, blank=True, help_text="Empty: to the sender’s address."
    )
    position = models.PositiveSmallIntegerField(
        default=0, help_text="The lowest number comes first where several are offered."
    )
    in_stories = models.BooleanField("inside stories", default=False, help_text="In the middle of long stories.")
    after_stories = models.BooleanField("after stories", default=False)
    on_fronts = models.BooleanField("on fronts", default=False, help_text="The home page and those of categories.")
    categories = models.ManyToManyField(
        Category,
        blank=True,
        related_name="+",
        verbose_name="only in these categories",
        help_text="Their stories and their fronts, and no home page. None chosen: everywhere.",
    )

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.sender_name = tidy(self.sender_name)

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """Without an address of its own it gets one made of its name; the address it had leads here from then on."""
        from newsletter.models.forms_shown import FormShown

        before = Newsletter.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **options)
        FormerAddress.objects.filter(slug=self.slug).delete()  # a page that is there comes before one that was
        if before and before != self.slug:
            FormerAddress.objects.create(newsletter=self, slug=before)
        FormShown.keep(self)

    def _free_slug(self) -> str:
        words = slugify(self.name)[: LONGEST_SLUG - 4].strip("-") or "newsletter"
        taken = own_addresses() | set(Newsletter.objects.exclude(pk=self.pk).values_list("slug", flat=True))
        return next(slug for slug in (words, *(f"{words}-{n}" for n in range(2, 1000))) if slug not in taken)

    def get_absolute_url(self) -> str:
        return f"/newsletter/{self.slug}/"

    @property
    def sender(self) -> str:
        """The From of its mail: its sender's name, or its own, at its sender's address."""
        return from_line.from_line(self.shown_name, self.address)

    @property
    def shown_name(self) -> str:
        return from_line.named(self.sender_name or self.name)

    @property
    def address(self) -> str:
        """Where its mail comes from. One that the site may not send from any more gives way to the site's own."""
        if self.sender_address and from_line.is_ours(self.sender_address):
            return self.sender_address
        return from_line.site_address()

    @property
    def answers(self) -> list[str]:
        """The Reply-To of its mail; none when answers go where it comes from."""
        return [self.reply_to] if self.reply_to else []

    @property
    def is_placed(self) -> bool:
        """Whether the desk said where its form stands."""
        return self.in_stories or self.after_stories or self.on_fronts


class FormerAddress(SignUpModel):
    """An address that a newsletter's page had, and that leads to the one it has now."""

    newsletter = models.ForeignKey(Newsletter, models.CASCADE, related_name="former_addresses")
    slug = models.SlugField(max_length=LONGEST_SLUG, unique=True)

    objects = ShownQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug
