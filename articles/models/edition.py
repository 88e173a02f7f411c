"""Edition is what readers were shown. It is written by publishing and never changed afterwards."""

from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Left, Lower

from articles.document import Document, Note, Picture
from articles.errors import EditionIsFrozen
from articles.models.people import Author, Category, Topic

FROZEN = "An edition is what readers were shown and cannot be changed; publish a new one."


class EditionQuerySet(models.QuerySet["Edition"]):
    def live(self) -> Self:
        """What readers see. Public pages start here and nowhere else; those that list stories through `StoryList`."""
        from articles.models.article import Article

        return self.filter(Exists(Article.objects.filter(live_edition=OuterRef("pk"))))

    def newest(self) -> Self:
        """Newest first, without the text: what a list of cards needs."""
        return (
            self.order_by("-first_published_at", "-article_id")
            .select_related("category")
            .defer("document", "text", "corrections")
        )

    def update(self, **values: Any) -> NoReturn:
        raise EditionIsFrozen(FROZEN)

    def delete(self) -> NoReturn:
        raise EditionIsFrozen(FROZEN)

    def bulk_update(self, *arguments: Any, **options: Any) -> NoReturn:
        raise EditionIsFrozen(FROZEN)

    def update_or_create(self, *arguments: Any, **options: Any) -> NoReturn:
        raise EditionIsFrozen(FROZEN)


class Edition(models.Model):
    """One published state of a story, complete in itself. `card` is what lists show of it."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField(help_text="1 for the first publication of the story.")
    card: Any = models.JSONField(editable=False, help_text="The lead picture and writers' names, for lists.")
    headline = models.CharField(max_length=200, editable=False)
    standfirst = models.CharField(max_length=400, blank=True, editable=False)
    kicker = models.CharField(max_length=50, blank=True, editable=False)
    slug = models.SlugField(max_length=80, editable=False, db_index=False)
    category = models.ForeignKey(Category, models.PROTECT, related_name="editions", editable=False, db_index=False)
    authors = models.ManyToManyField(Author, related_name="editions", editable=False)
    topics = models.ManyToManyField(Topic, related_name="editions", editable=False)
    published_at = models.DateTimeField(editable=False, help_text="When this edition went out.")
    first_published_at = models.DateTimeField(editable=False, help_text="When readers first saw the story.")
    last_substantive_update_at = models.DateTimeField(
        null=True, editable=False, help_text="The last change readers are told of; None when there was none."
    )
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        help_text="None: the schedule.",
    )

    # Last in the row, so that lists, which need neither, do not read past them.
    text = models.TextField(blank=True, editable=False, help_text="All its words, plain, for search.")
    document: Any = models.JSONField(editable=False)
    corrections: Any = models.JSONField(
        editable=False, default=list, help_text="What readers were told of changes, up to this edition, newest first."
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        default_permissions = ("view",)
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="edition_number_once")]
        indexes = [
            models.Index(fields=["category"], name="edition_category"),
            models.Index(Lower(Left("headline", 100)), name="edition_headline_start"),
        ]

    def __str__(self) -> str:
        return self.headline

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise EditionIsFrozen(FROZEN)
        super().save(*args, force_insert=True)

    def get_absolute_url(self) -> str:
        return f"/{self.category.slug}/{self.article_id}/{self.slug}/"

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        raise EditionIsFrozen(FROZEN)

    @property
    def story(self) -> Document:
        """The frozen document as the renderer takes it."""
        return Document.from_json(self.document)

    @property
    def picture(self) -> Picture | None:
        """The picture for its card in lists."""
        return Picture.from_json(self.card.get("picture"))

    @property
    def card_headline(self) -> str:
        return str(self.card.get("headline") or self.headline)

    @property
    def label(self) -> str:
        """That it is sponsored, has affiliate links or shows what was given."""
        return str(self.card.get("label", ""))

    @property
    def notes(self) -> list[Note]:
        """Corrections, clarifications and updates readers were told of, newest first."""
        return [Note(**one) for one in self.corrections]

    @property
    def format(self) -> str:
        return str(self.card.get("format", "article"))

    @property
    def gallery_pictures(self) -> int:
        return int(self.card.get("gallery_pictures", 0))

    @property
    def writers(self) -> list[str]:
        return list(self.card.get("writers", []))
