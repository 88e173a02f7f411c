"""The index behind search: one entry a live story, kept by publishing and withdrawing in their own transaction.

SQLite keeps it in an FTS5 table, PostgreSQL in a GIN index; a migration makes either.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import connection

if TYPE_CHECKING:
    from articles.models.edition import Edition


def replace(edition: "Edition") -> None:
    """Make this edition what a search for its story finds."""
    forget(edition.article_id)
    add([(edition.article_id, edition.headline, edition.standfirst, edition.text)])


def add(stories: Iterable[tuple[int, str, str, str]]) -> None:
    """Enter stories that are not in the index: article's id, headline, standfirst, text."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO articles_search (rowid, headline, standfirst, text) VALUES (%s, %s, %s, %s)", list(stories)
            )
        else:
            cursor.executemany(
                "INSERT INTO articles_search (article_id, words) VALUES (%s, setweight(to_tsvector('simple', %s), 'A')"
                " || setweight(to_tsvector('simple', %s), 'B') || to_tsvector('simple', left(%s, 200000)))",
                list(stories),
            )


def forget(article_id: int) -> None:
    """Take a story out of the index."""
    column = "rowid" if connection.vendor == "sqlite" else "article_id"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM articles_search WHERE {column} = %s", [article_id])
