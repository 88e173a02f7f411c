"""Newsletter: what is offered to readers, and what its sign-up forms say."""

from typing import Any, Self

from django.db import models, transaction

from articles.models import Category
from newsroom.delivery.purging import ShownModel, ShownQuerySet


class SignUpModel(ShownModel):
    """What sign-up forms show; they stand on many pages."""

    KEY = "newsletter"

    class Meta:
        abstract = True

    def keys_of_change(self, before: Self | None) -> list[str]:
        return [self.KEY]


class Newsletter(SignUpModel):
    """A newsletter: who it is for, what it promises, how often it comes."""

    name = models.CharField(max_length=60, unique=True)
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

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        from newsletter.models.forms_shown import FormShown

        super().save(*args, **options)
        FormShown.keep(self)

    @property
    def is_placed(self) -> bool:
        """Whether the desk said where its form stands."""
        return self.in_stories or self.after_stories or self.on_fronts
