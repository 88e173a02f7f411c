"""The desk finds stories by all their words and by filters, pictures by theirs, and keeps searches.

An index of names and one of all other words; in both, marks say by whom a story is, where, how it stands and when it was
saved. They are filled from each story's newest save.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from articles.models import search_index

FTS5 = (
    "CREATE VIRTUAL TABLE {} USING fts5({}, tokenize = 'unicode61 remove_diacritics 2', prefix = '{}', detail = none)"
)
SQLITE = [
    "DROP TABLE articles_desk_search",
    FTS5.format("articles_desk_search", "words, marks", "2 3 4 5 6 7 8"),
    FTS5.format("articles_desk_text", "words, marks", "4 5 6 7 8 9 10"),
    FTS5.format("articles_picture_search", "words", "2 3 4 5 6 7 8"),
]
POSTGRESQL = [
    "DELETE FROM articles_desk_search",
    "CREATE TABLE articles_desk_text (article_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX articles_desk_text_words ON articles_desk_text USING gin (words)",
    "CREATE TABLE articles_picture_search (article_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "CREATE INDEX articles_picture_search_words ON articles_picture_search USING gin (words)",
]
PICTURE_WORDS = ["title", "photographer", "credit", "supplier", "source_caption", "alt_text", "original_name"]


def batched(rows: Iterable[Any], size: int) -> Iterator[list[Any]]:
    left = iter(rows)
    while some := list(islice(left, size)):
        yield some


def standing(article: Any) -> str:
    """As Article.standing has it."""
    if article.publish_at is not None:
        return "scheduled"
    if article.live_edition_id is not None:
        return "changed" if article.revision_number > article.live_revision else "live"
    return "withdrawn" if article.withdrawn_at is not None else str(article.workflow_state)


def make(apps: Any, schema_editor: Any) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)
    newest = apps.get_model("articles", "Revision").objects.filter(number=models.F("article__revision_number"))
    for some in batched(newest.select_related("article").order_by("article_id").iterator(500), 500):
        search_index.note(
            search_index.desk_entry(
                one.article_id,
                one.document,
                created_by=one.article.created_by_id,
                saved_at=one.article.saved_at,
                standing=standing(one.article),
            )
            for one in some
        )
    pictures = apps.get_model("articles", "ImageAsset").objects.order_by("pk").values_list("pk", *PICTURE_WORDS)
    for rows in batched(pictures.iterator(1000), 1000):
        search_index.note_pictures((pk, "\n".join(words)) for pk, *words in rows)


def drop(apps: Any, schema_editor: Any) -> None:
    """Back to the index of names alone; `marks` is a column more, which the older code does not ask for."""
    schema_editor.execute("DROP TABLE articles_desk_text")
    schema_editor.execute("DROP TABLE articles_picture_search")


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_preview_links"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.CreateModel(
            name="SavedSearch",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("question", models.CharField(max_length=200)),
                ("shared", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="saved_searches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name", "pk"],
                "constraints": [models.UniqueConstraint(fields=("owner", "name"), name="saved_search_name_once")],
            },
        ),
        migrations.RunPython(make, drop),
    ]
