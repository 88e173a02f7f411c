"""StoryReads is all that is known of readers: how often a story was read in an hour, and by nobody in particular."""

from django.db import models


class StoryReads(models.Model):
    """`at` is the beginning of an hour; of days long enough ago there is one row, at their first hour."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+", db_index=False)
    at = models.DateTimeField()
    reads = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        verbose_name = "most read"
        verbose_name_plural = "most read"
        constraints = [models.UniqueConstraint(fields=["article", "at"], name="story_reads_once")]
        indexes = [models.Index(fields=["at"], name="story_reads_since")]

    def __str__(self) -> str:
        return f"story {self.article_id} was read {self.reads} times from {self.at:%Y-%m-%d %H:%M} on"
