"""What the story list at the desk reads: indexes for its filters, and a search index of what stories are called."""

from typing import Any

from django.db import migrations, models

SQLITE = """
CREATE VIRTUAL TABLE articles_desk_search USING fts5(
    words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3 4 5 6 7 8', detail = none
)
"""
POSTGRESQL = """
CREATE TABLE articles_desk_search (article_id bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX articles_desk_search_words ON articles_desk_search USING gin (words);
"""
WORDS = (
    "headline || ' ' || working_title || ' ' || standfirst || ' ' || kicker"
    " || ' begunby' || COALESCE(CAST(created_by_id AS text), 'None')"
)
FILL = {
    "sqlite": f"INSERT INTO articles_desk_search (rowid, words) SELECT id, {WORDS} FROM articles_article ORDER BY id",
    "postgresql": (
        f"INSERT INTO articles_desk_search (article_id, words) SELECT id, to_tsvector('simple', {WORDS})"
        " FROM articles_article ORDER BY id"
    ),
}


def make(apps: Any, schema_editor: Any) -> None:
    vendor = schema_editor.connection.vendor
    schema_editor.execute(SQLITE if vendor == "sqlite" else POSTGRESQL)
    schema_editor.execute(FILL[vendor])


def drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE articles_desk_search")


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_lists_of_live_stories")]
    operations = [
        migrations.AddIndex(
            "article", models.Index(fields=["category", "-saved_at", "-id"], name="article_in_category")
        ),
        migrations.AddIndex(
            "article",
            models.Index(
                condition=models.Q(("live_edition__isnull", True)),
                fields=["-saved_at", "-id"],
                name="article_not_live",
            ),
        ),
        migrations.AddIndex(
            "article",
            models.Index(
                condition=models.Q(
                    ("live_edition__isnull", False), ("revision_number__gt", models.F("live_revision"))
                ),
                fields=["-saved_at", "-id"],
                name="article_changed",
            ),
        ),
        migrations.AddIndex(
            "article",
            models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="article_scheduled"
            ),
        ),
        migrations.RunPython(make, drop),
    ]
