"""The search index: FTS5 on SQLite, a GIN index on PostgreSQL."""

from typing import Any

from django.db import migrations

SQLITE = """
CREATE VIRTUAL TABLE articles_search USING fts5(
    headline, standfirst, text, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
)
"""
POSTGRESQL = """
CREATE TABLE articles_search (article_id bigint PRIMARY KEY, words tsvector NOT NULL);
CREATE INDEX articles_search_words ON articles_search USING gin (words);
"""


def make(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute(SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL)


def drop(apps: Any, schema_editor: Any) -> None:
    schema_editor.execute("DROP TABLE articles_search")


class Migration(migrations.Migration):
    dependencies = [("articles", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
