"""Section is an ordered part of an article; ImageWithCaption is a picture as one story uses it."""

import uuid

from django.db import models

from articles.document import Part, Picture
from articles.models.pictures import ImageAsset


class Section(models.Model):
    """A part of the story: opening text, text under a subhead, a video, a pull quote, a social post."""

    class Kind(models.TextChoices):
        TEXT = "text", "Text"
        VIDEO = "video", "Video"
        QUOTE = "quote", "Pull quote"
        POST = "post", "Social post"

    class Layout(models.TextChoices):
        STACK = "stack", "One under the other"
        PAIR = "pair", "Side by side"
        GALLERY = "gallery", "Gallery"

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="sections")
    key = models.UUIDField(default=uuid.uuid4, editable=False, help_text="The section's identity across revisions.")
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TEXT)
    subhead = models.TextField(blank=True)
    anchor = models.SlugField(max_length=80, blank=True, help_text="Kept once given, so that links to the part last.")
    body = models.TextField(blank=True)
    layout = models.CharField(max_length=10, choices=Layout.choices, default=Layout.STACK)
    url = models.TextField("address", blank=True)
    title = models.TextField(blank=True)
    text = models.TextField(blank=True)
    source = models.TextField(blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "key"], name="section_key_once_per_article"),
            models.UniqueConstraint(
                fields=["article", "anchor"], condition=~models.Q(anchor=""), name="anchor_once_per_article"
            ),
            models.CheckConstraint(
                condition=models.Q(kind__in=["text", "video", "quote", "post"]), name="section_kind_known"
            ),
        ]

    def __str__(self) -> str:
        return self.subhead or self.get_kind_display()

    def part(self, pictures: list["ImageWithCaption"]) -> Part:
        return Part(
            key=str(self.key),
            kind=self.kind,
            subhead=self.subhead,
            anchor=self.anchor,
            body=self.body,
            layout=self.layout,
            url=self.url,
            title=self.title,
            text=self.text,
            source=self.source,
            pictures=tuple(one.picture() for one in pictures),
        )


class ImageWithCaption(models.Model):
    """A picture in use: the asset with the caption and alternative text it has in this place."""

    asset = models.ForeignKey(ImageAsset, models.PROTECT, related_name="uses", verbose_name="picture")
    lead_of = models.OneToOneField(
        "articles.Article", models.CASCADE, null=True, blank=True, related_name="lead", editable=False
    )
    section = models.ForeignKey(Section, models.CASCADE, null=True, blank=True, related_name="pictures", editable=False)
    position = models.PositiveIntegerField(default=0)
    caption = models.TextField(blank=True)
    alt_text = models.TextField(blank=True)
    decorative = models.BooleanField(default=False, help_text="It adds nothing for somebody who cannot see it.")

    class Meta:
        verbose_name = "picture in use"
        verbose_name_plural = "pictures in use"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(lead_of__isnull=False, section__isnull=True)
                | models.Q(lead_of__isnull=True, section__isnull=False),
                name="picture_used_in_one_place",
            ),
        ]

    def __str__(self) -> str:
        return self.caption or str(self.asset)

    def picture(self) -> Picture:
        return self.asset.picture(
            caption=self.caption, alt_text="" if self.decorative else self.alt_text, decorative=self.decorative
        )
