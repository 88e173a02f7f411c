"""The publication itself: what every page says about who publishes it."""

from django.core.validators import RegexValidator
from django.db import models


class Publication(models.Model):
    """One row: the name, promise and addresses readers see on every page."""

    name = models.CharField(max_length=60, default="Newsroom", help_text="As it stands in the masthead.")
    tagline = models.CharField(max_length=120, blank=True, help_text="One line under the name on the home page.")
    description = models.CharField(max_length=200, blank=True, help_text="What search engines say about the home page.")
    subscribe_label = models.CharField(max_length=30, default="Subscribe", help_text="The button in the masthead.")
    subscribe_address = models.CharField(
        max_length=200,
        default="/newsletter/",
        validators=[RegexValidator(r"^(/(?![/\\])|https://)", "Begin with one / or with https://.")],
        help_text="Where the button leads: a path on this site, or an address elsewhere.",
    )
    footer = models.CharField(max_length=300, blank=True, help_text="The line at the foot of every page.")
    contact = models.EmailField(blank=True, help_text="Where readers reach the newsroom.")

    class Meta:
        verbose_name = "publication"
        verbose_name_plural = "publication"
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="only_one_publication")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def current(cls) -> "Publication":
        """The publication; one with defaults (not stored) before anybody described it."""
        return cls.objects.filter(pk=1).first() or cls(pk=1)


class WorkerBeat(models.Model):
    """A sign of life of one worker process. Work held by a worker without a recent beat is done again by another."""

    worker = models.CharField(max_length=64, primary_key=True)
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.worker
