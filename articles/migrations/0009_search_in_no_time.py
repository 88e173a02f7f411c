"""Search whose time does not grow with the stories: headlines apart, and on SQLite words indexed by how they begin.

A word of four letters or more also finds longer ones. Without an entry for each beginning, SQLite reads every place of every
such word first. Of words of eleven letters or more there are few.
"""

from typing import Any

from django.db import migrations, models

FTS5 = "CREATE VIRTUAL TABLE {} USING fts5({}, tokenize = 'unicode61 remove_diacritics 2', prefix = '4 5 6 7 8 9 10')"
SQLITE = [
    FTS5.format("articles_search_again", "headline, standfirst, text"),
    "INSERT INTO articles_search_again (rowid, headline, standfirst, text)"
    " SELECT rowid, headline, standfirst, text FROM articles_search",
    "DROP TABLE articles_search",
    "ALTER TABLE articles_search_again RENAME TO articles_search",
    FTS5.format("articles_search_titles", "headline, detail = none"),
    "INSERT INTO articles_search_titles (rowid, headline) SELECT rowid, headline FROM articles_search",
]
POSTGRESQL = [
    "CREATE TABLE articles_search_titles (article_id bigint PRIMARY KEY, words tsvector NOT NULL)",
    "INSERT INTO articles_search_titles (article_id, words) SELECT a.id, to_tsvector('simple', e.headline)"
    " FROM articles_article a JOIN articles_edition e ON e.id = a.live_edition_id",
    "CREATE INDEX articles_search_titles_words ON articles_search_titles USING gin (words)",
]


def make(apps: Any, schema_editor: Any) -> None:
    for statement in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(statement)


def drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE articles_search_titles")


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_desk_lists_and_search")]
    operations = [
        migrations.RemoveIndex("article", "article_scheduled"),
        migrations.AddIndex(
            "article",
            models.Index(
                condition=models.Q(("publish_at__isnull", False)),
                fields=["-saved_at", "-id"],
                name="article_scheduled",
            ),
        ),
        migrations.RunPython(make, drop),
    ]
