"""The picture library: a file with its origin and credit, apart from how a story uses it."""

import errno
import logging
from collections.abc import Collection
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO, Self, cast

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone

from articles import keys, renditions
from articles.document import LOOK_PICTURES, Picture
from articles.models import search_index
from articles.renditions import Made
from newsroom.delivery.purging import ShownModel, ShownQuerySet, purge

if TYPE_CHECKING:
    from articles.models.article import Article

logger = logging.getLogger(__name__)

SEARCHED = frozenset(  # what a picture is found by at the desk
    {"title", "photographer", "credit", "supplier", "source_caption", "alt_text", "original_name"}
)


def original_path(asset: "ImageAsset", filename: str) -> str:
    """Uploads are stored by content; the name they came with is kept as text only."""
    return f"originals/{asset.sha256[:2]}/{asset.sha256}.{asset.extension}"


class ImageAssetQuerySet(ShownQuerySet):
    def unready(self) -> Self:
        """Pictures whose renditions are missing or were made before their credit or focal point changed."""
        return self.exclude(ready_key=models.F("key")).filter(failure="", withheld=False)

    def held(self) -> Self:
        """Rows that stay as they are until the transaction ends: what is published is not taken down meanwhile.

        In one order, so that of two transactions one waits for the other, and never both.
        """
        return self.select_for_update(of=("self",), no_key=True).order_by("pk")

    def used_in(self, stories: "models.QuerySet[Article]") -> Self:
        """Those that stand in these stories, which should be few, or are told of with them."""
        looks = stories.exclude(looks={}).values_list("looks", flat=True)
        told = models.Q(pk__in=[one[name] for one in looks for name in LOOK_PICTURES if name in one])
        ids = stories.order_by().values("pk")
        placed = models.Q(uses__lead_of__in=ids) | models.Q(uses__section__article__in=ids)
        return self.filter(pk__in=self.model._default_manager.filter(placed | told).values("pk"))

    def behind(self) -> Self:
        """Pictures readers may see whose files were made before SHAPES asked for more."""
        return self.filter(ready_ladder__lt=renditions.LADDER, failure="", withheld=False).exclude(ready_key="")

    def keys_with_files(self, asked: Collection[str]) -> set[str]:
        """Those of these keys under which readers get files today: of no picture that is withheld or was deleted."""
        ready = self.filter(ready_key__in=asked, withheld=False).values_list("ready_key", flat=True)
        earlier = Rendition.objects.filter(key__in=asked, asset__withheld=False).values_list("key", flat=True)
        return {*ready.order_by(), *earlier.order_by()} if asked else set()


class ImageAsset(ShownModel):
    """A file in the picture library. Its renditions are named by `key`; those of `ready_key` are on the disk."""

    file = models.FileField(upload_to=original_path, max_length=200)
    original_name = models.CharField(max_length=200, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    format = models.CharField(max_length=8, editable=False, help_text="JPEG, PNG, WEBP, GIF or AVIF.")
    width = models.PositiveIntegerField(editable=False, help_text="In pixels, upright.")
    height = models.PositiveIntegerField(editable=False, help_text="In pixels, upright.")
    title = models.CharField(max_length=200, help_text="What the library calls it. Readers do not see this.")
    photographer = models.CharField(max_length=100, blank=True)
    credit = models.CharField(max_length=150, blank=True, help_text="As printed, such as Jo Park/Agency.")
    supplier = models.CharField(max_length=100, blank=True, help_text="Agency or person it came from.")
    copyright_notice = models.CharField(max_length=200, blank=True)
    rights_until = models.DateField(
        null=True, blank=True, help_text="The last day on which we may publish it. Empty: no end is known."
    )
    source_caption = models.TextField(
        blank=True, help_text="The caption it came with; never used as alt text by itself."
    )
    alt_text = models.CharField(max_length=250, blank=True, help_text="What is to be seen; offered when it is used.")
    focal_x = models.FloatField(
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="The point every cut keeps: 0 is the left edge, 1 the right.",
    )
    focal_y = models.FloatField(
        default=0.5,
        validators=[MinValueValidator(0), MaxValueValidator(1)],
        help_text="The point every cut keeps: 0 is the top edge, 1 the bottom.",
    )
    key = models.CharField(max_length=24, editable=False, db_index=True)
    ready_key = models.CharField(max_length=24, blank=True, editable=False)
    ready_ladder = models.PositiveSmallIntegerField(
        default=0,
        editable=False,
        help_text="The LADDER of which every file is made, for all keys this picture has had.",
    )
    failure = models.CharField(
        max_length=200, blank=True, editable=False, help_text="Why renditions could not be made."
    )
    withheld = models.BooleanField(
        default=False,
        editable=False,
        help_text="Its story was taken down: readers get no file of it.",
    )
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, editable=False, related_name="+"
    )
    uploaded_at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    objects = ImageAssetQuerySet.as_manager()

    class Meta:
        verbose_name = "picture"
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(width__gt=0, height__gt=0), name="picture_has_pixels"),
            models.CheckConstraint(
                condition=models.Q(focal_x__range=(0, 1), focal_y__range=(0, 1)), name="focal_point_inside"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """What is printed into the files decides their name, so a changed credit gets new files."""
        self.key = renditions.key_for(
            self.sha256, self.focal_x, self.focal_y, self.photographer, self.credit, self.copyright_notice
        )
        if fields := kwargs.get("update_fields"):
            kwargs["update_fields"] = {*fields, "key"}
        super().save(*args, **kwargs)
        if not fields or not SEARCHED.isdisjoint(fields):
            search_index.note_pictures([(self.pk, "\n".join(getattr(self, name) for name in sorted(SEARCHED)))])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        search_index.forget_picture(self.pk)
        return super().delete(*args, **kwargs)

    def keys_of_change(self, before: "ImageAsset | None") -> list[str]:
        same = before is not None and (before.key, before.alt_text) == (self.key, self.alt_text)
        return [] if same or not self.portrait_of.exists() else [keys.picture(self.pk)]

    @property
    def extension(self) -> str:
        return {"JPEG": "jpg"}.get(self.format, self.format.lower())

    @property
    def is_ready(self) -> bool:
        return self.ready_key == self.key

    def make_renditions(self, widest: int | None = None) -> bool:
        """Make every rendition that is missing; returns whether they are all there. Takes two seconds; safe to repeat.

        With `widest` only those up to so many pixels, which are ready sooner; the rest is left to the worker's sweep.

        A file that cannot be read is remembered in `failure` and not tried again until its picture changes. A full
        disk is nobody's picture's fault: nothing is remembered, and the next sweep tries again.
        """
        if self.is_ready:
            return True
        if self.withheld:
            return False
        key = self.key
        made = self._made(key, widest)
        if made is None:
            return False
        with transaction.atomic():
            if not self._may_have(key):
                return False
            self._put_on_record(key, made)
            rows = type(self).objects.filter(pk=self.pk)
            if widest is None:
                rows.filter(ready_key="").update(ready_ladder=renditions.LADDER)  # no earlier key is left behind
            rows.filter(key=key, withheld=False).update(ready_key=key, failure="")
            if self.portrait_of.exists():  # an author's page waited for it
                purge([keys.picture(self.pk)])
        self.ready_key = key
        return True

    def catch_up(self) -> bool:
        """Make the files that a newer LADDER asks for, under this key and the earlier ones that stories still name.

        It stays ready meanwhile. What an earlier key's files said about credit and focal point is in that key's hash
        alone, so its new files are cut and credited as the picture is today.
        """
        for key in set(self.renditions.order_by().values_list("key", flat=True)) | {self.ready_key}:
            made = self._made(key)
            if made is None:
                return False
            with transaction.atomic():
                if not self._may_have(key):
                    return False
                self._put_on_record(key, made)
        type(self).objects.filter(pk=self.pk).update(ready_ladder=renditions.LADDER)
        return True

    def _made(self, key: str, widest: int | None = None) -> list[Made] | None:
        """All files of that name, made where they are missing; None when they cannot be made, now or at all."""
        credit = renditions.Embedded(self.photographer, self.credit, self.copyright_notice)
        try:
            with self.file.open("rb") as original:
                return renditions.make(cast(BinaryIO, original), key, (self.focal_x, self.focal_y), credit, widest)
        except (OSError, ValueError, SyntaxError, MemoryError) as error:
            if getattr(error, "errno", None) not in (None, errno.ENOENT):
                logger.error("No renditions of picture %s: %s", self.pk, error)
            else:
                type(self).objects.filter(pk=self.pk).update(failure=str(error)[:200])
            return None

    def _may_have(self, key: str) -> bool:
        """Whether readers may have the files that were just made. If a story was taken down meanwhile, they go again.

        Holds the row until the transaction ends: who takes a story down waits, or is waited for.
        """
        row = type(self).objects.select_for_update(of=("self",)).filter(pk=self.pk).first()
        if row is None:
            return False
        known = key in (row.key, row.ready_key) or row.renditions.filter(key=key).exists()
        if row.withheld or not known:
            renditions.remove([key])
        return known and not row.withheld

    def _put_on_record(self, key: str, made: list[Made]) -> None:
        Rendition.objects.bulk_create(
            [Rendition(asset=self, key=key, **asdict(one)) for one in made], ignore_conflicts=True
        )

    @transaction.atomic
    def change(self, **changes: Any) -> None:
        """Change words or the focal point, on top of what others changed meanwhile. What failed is tried again."""
        type(self).objects.select_for_update().filter(pk=self.pk).first()
        self.refresh_from_db()
        for field, value in changes.items():
            setattr(self, field, value)
        self.failure = ""
        self.save(update_fields=[*changes, "failure"])

    def picture(self, *, caption: str = "", alt_text: str = "", decorative: bool = False) -> Picture:
        """This picture as a story uses it."""
        return Picture(
            asset=self.pk,
            key=self.key,
            width=self.width,
            height=self.height,
            credit=self.credit,
            caption=caption,
            alt_text=alt_text,
            decorative=decorative,
            copyright_notice=self.copyright_notice,
            photographer=self.photographer,
        )


class Rendition(models.Model):
    """A derived file: one width, one format. Kept on record so that its space and its removal can be accounted for."""

    asset = models.ForeignKey(ImageAsset, models.CASCADE, related_name="renditions")
    key = models.CharField(max_length=24)
    shape = models.CharField(max_length=10)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    extension = models.CharField(max_length=5)
    size = models.PositiveIntegerField(help_text="In bytes.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "shape", "width", "extension"], name="one_file_per_rendition")
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def url(self) -> str:
        return renditions.address(self.key, self.shape, self.width, self.extension)
