"""Who writes, where it stands on the site, and what it is about."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models.functions import Lower

from articles import keys
from articles.document import Credit, Label
from articles.models.pictures import ImageAsset
from newsroom.delivery.purging import ShownModel, ShownQuerySet

LOOK_AT_ALL = 2**63 - 1  # of live stories: from the newest
# First words of addresses that mean something else; a category of that name could never be reached.
RESERVED_SLUGS = {
    *("about", "admin", "api", "authors", "corrections", "feed", "feeds", "healthz", "media", "news-sitemap"),
    *("newsletter", "previews", "readyz", "robots", "search", "sitemap", "static", "theme", "topics"),
}
not_reserved = RegexValidator(
    rf"^(?!(?:{'|'.join(sorted(RESERVED_SLUGS))})$)", "That word is an address of its own on this site; choose another."
)


class Category(ShownModel):
    """An area of the site, such as Film. Its page is a front."""

    title = models.CharField(max_length=40, unique=True, help_text="As readers see it, such as Celebrity News.")
    slug = models.SlugField(
        max_length=50,
        unique=True,
        validators=[not_reserved],
        help_text="In the address; keep it once stories are live.",
    )
    description = models.CharField(max_length=200, blank=True, help_text="One sentence, shown on its page.")
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the menu; 0 comes first.")
    in_menu = models.BooleanField("in the menu", default=True)
    editors = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        blank=True,
        related_name="desks",
        limit_choices_to={"is_staff": True, "is_active": True},
        help_text="Whose desk it is: they see its stories first.",
    )

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["position", "title"]
        verbose_name_plural = "categories"
        constraints = [
            models.CheckConstraint(condition=~models.Q(slug__in=sorted(RESERVED_SLUGS)), name="category_slug_free")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/{self.slug}/"

    def label(self) -> Label:
        return Label(self.pk, self.title, self.slug)

    def keys_of_change(self, before: "Category | None") -> Iterable[str]:
        if before is None or before.place != self.place:
            yield from (keys.CATEGORIES, keys.FRONTS, keys.category(self.pk))
        yield keys.front(self.pk)

    @property
    def place(self) -> tuple[object, ...]:
        """How it stands in menus and addresses."""
        return self.title, self.slug, self.position, self.in_menu


class Topic(ShownModel):
    """What stories are about. Persons have facts a story can be checked against."""

    class Kind(models.TextChoices):
        PERSON = "person", "Person"
        WORK = "work", "Work (film, series, song, book)"
        EVENT = "event", "Event"
        ORGANISATION = "organisation", "Organisation"
        PLACE = "place", "Place"

    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.PERSON)
    description = models.TextField(max_length=600, blank=True, help_text="Two or three sentences for the topic's page.")
    aliases = models.JSONField(default=list, blank=True, help_text="Other names the person or work goes by.")
    born = models.DateField(null=True, blank=True, help_text="Persons only.")
    died = models.DateField(null=True, blank=True, help_text="Persons only.")
    children = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="How many, where it is known. Stories that say “father of two” are checked."
    )

    look_from = models.BigIntegerField(
        null=True,
        editable=False,
        help_text="Facts have changed: live stories before this edition are still to be looked at. Empty: none.",
    )

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="person") | models.Q(born__isnull=True, died__isnull=True),
                name="only_persons_are_born",
                violation_error_message="Only a person has a date of birth or death.",
            ),
            models.CheckConstraint(
                condition=models.Q(died__isnull=True)
                | models.Q(born__isnull=True)
                | models.Q(died__gte=models.F("born")),
                name="born_before_died",
                violation_error_message="The date of death lies before the date of birth.",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="person") | models.Q(children__isnull=True),
                name="only_persons_have_children",
                violation_error_message="Only a person has children.",
            ),
        ]
        indexes = [
            models.Index(Lower("name"), name="topic_name_lower"),
            models.Index(fields=["id"], condition=models.Q(look_from__isnull=False), name="topic_to_look_at"),
        ]

    def __str__(self) -> str:
        return self.name

    @transaction.atomic
    def save(self, *args: Any, **options: Any) -> None:
        """Of a person whose facts change, the live stories are looked at again: see `contradiction.look_again`."""
        facts = (self.born, self.died, self.children)
        before = Topic.objects.filter(pk=self.pk).values_list("born", "died", "children").first() if self.pk else None
        changed = before is not None and before != facts
        if changed:
            self.contradictions.all().delete()
            self.look_from = LOOK_AT_ALL
            if fields := options.get("update_fields"):
                options["update_fields"] = {*fields, "look_from"}
        super().save(*args, **options)

    def get_absolute_url(self) -> str:
        return f"/topics/{self.slug}/"

    def label(self) -> Label:
        return Label(self.pk, self.name, self.slug, self.kind)

    def keys_of_change(self, before: "Topic | None") -> Iterable[str]:
        if before is None:  # stories that share a deleted topic have no more to say to each other
            yield from keys.newest_from("topic", self.pk, 0)
        if before is None or before.slug != self.slug:
            yield keys.FRONTS
        yield keys.topic(self.pk)


class Author(ShownModel):
    """A person who is credited. `job_title` is today's; each Byline keeps the one printed that day."""

    name = models.CharField(max_length=100)
    slug = models.SlugField(max_length=80, unique=True)
    job_title = models.CharField(max_length=80, blank=True, help_text="Such as Senior Editor.")
    bio = models.TextField(max_length=1500, blank=True)
    portrait = models.ForeignKey(ImageAsset, models.SET_NULL, null=True, blank=True, related_name="portrait_of")
    email = models.EmailField(blank=True, help_text="Shown on the author's page when given.")
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="author",
        help_text="The sign-in of this person, if there is one.",
    )

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/authors/{self.slug}/"

    def keys_of_change(self, before: "Author | None") -> Iterable[str]:
        if before is None or before.slug != self.slug:
            yield keys.FRONTS
        yield keys.author(self.pk)

    def credit(self, role: str, job_title: str) -> Credit:
        """This person as credited on one story, with the portrait of today if its files are made."""
        portrait = self.portrait.picture(decorative=True) if self.portrait and self.portrait.is_ready else None
        return Credit(self.pk, self.name, self.slug, role, job_title, portrait)


class AuthorLink(ShownModel):
    """Where else an author is found."""

    author = models.ForeignKey(Author, models.CASCADE, related_name="links")
    label = models.CharField(max_length=40, help_text="Such as Instagram.")
    url = models.URLField("address", max_length=300)

    objects = ShownQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.label

    def keys_of_change(self, before: "AuthorLink | None") -> Iterable[str]:
        return {keys.author(one.author_id) for one in (before, self) if one}


class Byline(models.Model):
    """The credit on one story, in order, with role and job title as printed that day."""

    class Role(models.TextChoices):
        WORDS = "words", "Words"
        PICTURES = "pictures", "Pictures"
        REPORTING = "reporting", "Additional reporting"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="bylines")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.WORDS)
    job_title = models.TextField(blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "author", "role"], name="credited_once_per_role"),
        ]

    def __str__(self) -> str:
        return str(self.author)

    def credit(self) -> Credit:
        return self.author.credit(self.role, self.job_title)
