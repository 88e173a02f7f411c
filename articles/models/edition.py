"""Edition is what readers were shown. It is written by publishing and never changed afterwards."""

from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef

from articles.document import Document, Note, Picture
from articles.errors import EditionIsFrozen
from articles.models.people import Author, Category, Topic

FROZEN = "An edition is what readers were shown and cannot be changed; publish a new one."


class EditionQuerySet(models.QuerySet["Edition"]):
    def live(self) -> Self:
        """What readers see. Public pages start here and nowhere else.

        Asked as EXISTS, so that a list is read in its own order and stops after a page, however many stories there are.
        """
        from articles.models.article import Article

        return self.filter(Exists(Article.objects.filter(live_edition=OuterRef("pk"))))

    def newest(self) -> Self:
        """Newest first, without the text: what a list of cards needs."""
        return (
            self.order_by("-first_published_at", "-pk")
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


# Written out: every story's page asks this, and composing it took longer than answering it. Live as in `live()`. Of a
# topic with thousands of stories only the last to go out are looked at: sorting all would take longer than the page.
WAYS_ON = """
SELECT e.id, e.article_id, e.headline, e.standfirst, e.kicker, e.slug, e.category_id, e.first_published_at, e.card,
  c.slug AS category_slug, c.title AS category_title, MAX(ways.kin) AS kin
FROM (
  SELECT * FROM (
    SELECT e.id AS key, 1 AS kin FROM articles_edition e JOIN articles_article a ON a.live_edition_id = e.id
    WHERE e.article_id <> %s AND e.id IN (
      SELECT edition_id FROM articles_edition_topics WHERE topic_id IN ({topics}) ORDER BY id DESC LIMIT 60
    )
    ORDER BY e.first_published_at DESC, e.id DESC LIMIT 1
  ) AS shares_a_topic
  UNION ALL
  SELECT * FROM (
    SELECT e.id AS key, 0 AS kin FROM articles_edition e JOIN articles_article a ON a.live_edition_id = e.id
    WHERE e.category_id = %s AND e.article_id <> %s
    ORDER BY e.first_published_at DESC, e.id DESC LIMIT %s
  ) AS same_category
) AS ways JOIN articles_edition e ON e.id = ways.key JOIN articles_category c ON c.id = e.category_id
GROUP BY e.id, c.id ORDER BY e.first_published_at DESC, e.id DESC
"""


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
            models.Index(fields=["-first_published_at", "-id"], name="edition_newest"),
            models.Index(fields=["category", "-first_published_at", "-id"], name="edition_newest_in_category"),
            models.Index(fields=["-published_at"], name="edition_published"),
            models.Index(
                fields=["first_published_at"],
                condition=models.Q(last_substantive_update_at__isnull=False),
                name="edition_updated",
            ),
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

    def ways_on(self, count: int) -> list[tuple["Edition", bool]]:
        """Live stories to go on with, newest first, for cards: the newest that shares a topic, which is marked, and the
        newest `count` of the category. One query."""
        topics = [label.id for label in self.story.topics] or [0]
        statement = WAYS_ON.format(topics=", ".join(["%s"] * len(topics)))
        given = [self.article_id, *topics, self.category_id, self.article_id, count]
        found = []
        one: Any  # with the columns beside its own
        for one in Edition.objects.raw(statement, given):
            one.category = Category(pk=one.category_id, slug=one.category_slug, title=one.category_title)
            found.append((one, bool(one.kin)))
        return found

    @property
    def story(self) -> Document:
        """The frozen document as the renderer takes it."""
        return Document.from_json(self.document)

    @property
    def picture(self) -> Picture | None:
        """The picture for its card in lists."""
        return Picture.from_json(self.card.get("picture"))

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
