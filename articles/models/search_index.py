"""The indexes behind search: SQLite keeps them in FTS5 tables, PostgreSQL in GIN indexes; migrations make either.

Readers' has an entry a live story, and one for its headline, kept by publishing and withdrawing in their transaction.
The desk's has one for every story, kept by saving: the few words that name it.
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
    rows = list(stories)
    titles = [row[:2] for row in rows]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany(
                "INSERT INTO articles_search (rowid, headline, standfirst, text) VALUES (%s, %s, %s, %s)", rows
            )
            cursor.executemany("INSERT INTO articles_search_titles (rowid, headline) VALUES (%s, %s)", titles)
        else:
            cursor.executemany(
                "INSERT INTO articles_search (article_id, words) VALUES (%s, setweight(to_tsvector('simple', %s), 'A')"
                " || setweight(to_tsvector('simple', %s), 'B') || to_tsvector('simple', left(%s, 200000)))",
                rows,
            )
            cursor.executemany(
                "INSERT INTO articles_search_titles (article_id, words) VALUES (%s, to_tsvector('simple', %s))", titles
            )


def forget(article_id: int) -> None:
    """Take a story out of the index."""
    strike("articles_search", article_id)
    strike("articles_search_titles", article_id)


def strike(table: str, article_id: int) -> None:
    column = "rowid" if connection.vendor == "sqlite" else "article_id"
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table} WHERE {column} = %s", [article_id])


# -- the desk's ----------------------------------------------------------------------------------------------------


def note(stories: Iterable[tuple[int, str]]) -> None:
    """Make these stories be found at the desk: article's id, and `name_words` as they are now."""
    rows = list(stories)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany("INSERT OR REPLACE INTO articles_desk_search (rowid, words) VALUES (%s, %s)", rows)
        else:
            cursor.executemany(
                "INSERT INTO articles_desk_search (article_id, words) VALUES (%s, to_tsvector('simple', %s))"
                " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words",
                rows,
            )


def name_words(names: Iterable[str], created_by: int | None) -> str:
    """What a story is called, and a word that only the stories begun by that person have."""
    return "\n".join([*names, owner_word(created_by)])


def owner_word(person: int | None) -> str:
    return f"begunby{person}"


def forget_note(article_id: int) -> None:
    strike("articles_desk_search", article_id)
