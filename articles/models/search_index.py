"""The indexes behind search: SQLite keeps them in FTS5 tables, PostgreSQL in GIN indexes; migrations make either.

Readers' has an entry a live story, and one for its headline, kept by publishing and withdrawing in their transaction.
The desk's has two for every story, kept by saving: the few words that name it, and all its words. Both hold its marks,
too: words nobody types that say by whom it is, where, how it stands and when it was saved. So a search with filters is
one question to each index, however many stories there are.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import connection
from django.utils import timezone

from articles.document import DISCLOSURES, LOOK_WORDS

if TYPE_CHECKING:
    from articles.models.edition import Edition


def replace(editions: Iterable["Edition"]) -> None:
    """Make these editions what a search for their stories finds. Of a first one nothing is known yet."""
    found = list(editions)
    forget(*(one.article_id for one in found if one.number > 1))
    add((one.article_id, one.headline, one.standfirst, one.text) for one in found)


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


def forget(*articles: int) -> None:
    """Take stories, by their ids, out of the index."""
    strike("articles_search", *articles)
    strike("articles_search_titles", *articles)


def strike(table: str, *articles: int) -> None:
    column = "rowid" if connection.vendor == "sqlite" else "article_id"
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {table} WHERE {column} = %s", [(one,) for one in articles])


# -- the desk's ----------------------------------------------------------------------------------------------------

DESK_TABLES = {"articles_desk_search": "names", "articles_desk_text": "text"}

_TAG = re.compile(r"<[^>]*>")


class DeskEntry(NamedTuple):
    """What the desk finds a story by: what it is called, all its words, and its marks."""

    article: int
    names: str
    text: str
    marks: str


def desk_text(document: dict[str, Any]) -> str:
    """All words of a working copy, a Document as JSON, a line for each place they stand in."""
    parts, lead = document.get("sections", ()), document.get("lead")
    pictures = [*([lead] if lead else []), *(one for part in parts for one in part.get("pictures", ()))]
    looks = document.get("looks") or {}
    told = document.get("disclosures") or {}
    lines = names_of(document) + [looks.get(name, "") for name in LOOK_WORDS]
    lines += [told.get(name, "") for name in DISCLOSURES]
    lines += [part.get(name, "") for part in parts for name in ("subhead", "title", "text", "source")]
    lines += [html.unescape(_TAG.sub(" ", part.get("body", ""))) for part in parts]
    lines += [one.get(name, "") for one in pictures for name in ("caption", "alt_text", "credit")]
    lines += [one["name"] for one in document.get("bylines", ())]
    lines += [one["title"] for one in document.get("topics", ())]
    return "\n".join(filter(None, lines))


def names_of(document: dict[str, Any]) -> list[str]:
    """What a story is called."""
    return [document.get(name, "") for name in ("headline", "working_title", "standfirst", "kicker")]


def desk_entry(
    article: int, document: dict[str, Any], *, owners: Iterable[int | None], saved_at: datetime, standing: str
) -> DeskEntry:
    parts, category, day = document.get("sections", ()), document.get("category"), timezone.localtime(saved_at)
    kinds = [part.get("kind", "text") for part in parts]
    has_pictures = document.get("lead") or any(part.get("pictures") for part in parts)
    marks = [
        *map(owner_word, owners),
        standing_mark(standing),
        f"qzy{day:%Y}",
        f"qzm{day:%Y%m}",
        f"qzd{day:%Y%m%d}",
        *([category_mark(category["id"])] if category else []),
        *(author_mark(one["author"]) for one in document.get("bylines", ())),
        *(topic_mark(one["id"]) for one in document.get("topics", ())),
        *(f"qzw{kind}" for kind in kinds if kind != "text"),
        *("qzwgallery" for part in parts if part.get("layout") == "gallery" and len(part.get("pictures", ())) > 1),
        *(["qzwpicture"] if has_pictures else []),
        "qzplead" if document.get("lead") else "qzpnone",
    ]
    names = "\n".join(filter(None, names_of(document)))
    return DeskEntry(article, names, desk_text(document), " ".join(dict.fromkeys(marks)))


def owner_word(person: int | None) -> str:
    return f"begunby{person}"


def standing_mark(standing: str) -> str:
    return f"qzs{standing}"


def category_mark(category: int) -> str:
    return f"qzc{category}"


def author_mark(author: int) -> str:
    return f"qza{author}"


def topic_mark(topic: int) -> str:
    return f"qzt{topic}"


def folded(text: str) -> str:
    """Without accents, as SQLite's index takes words anyway: “cafe” finds “café” on PostgreSQL, too."""
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def note_change(before: DeskEntry | None, now: DeskEntry) -> None:
    """Make a story be found as it is now; what is found as `before` is not written again."""

    def differs(words: str) -> bool:
        return before is None or before.marks != now.marks or getattr(before, words) != getattr(now, words)

    note([now], {table: words for table, words in DESK_TABLES.items() if differs(words)})


def note(stories: Iterable[DeskEntry], tables: Mapping[str, str] = DESK_TABLES) -> None:
    """Make these stories be found at the desk, as they are now."""
    entries = list(stories)
    with connection.cursor() as cursor:
        for table, words in tables.items():
            rows = [(one.article, folded(getattr(one, words)), one.marks) for one in entries]
            if connection.vendor == "sqlite":
                cursor.executemany(f"INSERT OR REPLACE INTO {table} (rowid, words, marks) VALUES (%s, %s, %s)", rows)
            else:
                cursor.executemany(
                    f"INSERT INTO {table} (article_id, words) VALUES"
                    " (%s, to_tsvector('simple', left(%s, 200000)) || to_tsvector('simple', %s))"
                    " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words",
                    rows,
                )


def stand(article: int, standing: str) -> None:
    """Note that a story stands so now; nothing else of it has changed."""
    stand_all({article: standing})


def stand_all(standings: Mapping[int, str]) -> None:
    """The same for many stories: article's id → how it stands."""
    exchange(standing_mark(""), {article: [standing_mark(one)] for article, one in standings.items()})


def own(article: int, owners: Iterable[int | None]) -> None:
    """Note whose a story is now."""
    exchange(owner_word(None).removesuffix("None"), {article: list(map(owner_word, owners))})


def exchange(beginning: str, now: Mapping[int, list[str]]) -> None:
    """Put marks in the place of those that begin so: article's id → its new ones."""
    with connection.cursor() as cursor:
        for table in DESK_TABLES:
            if connection.vendor == "sqlite":
                places = ", ".join(["%s"] * len(now))
                cursor.execute(f"SELECT rowid, marks FROM {table} WHERE rowid IN ({places})", [*now])
                rows = []
                for article, marks in cursor.fetchall():
                    kept = [one for one in marks.split() if not one.startswith(beginning)]
                    rows.append((" ".join([*kept, *now[article]]), article))
                cursor.executemany(f"UPDATE {table} SET marks = %s WHERE rowid = %s", rows)
            else:
                cursor.executemany(
                    f"UPDATE {table} SET words = ts_delete(words, ARRAY("
                    "SELECT one FROM unnest(tsvector_to_array(words)) AS one WHERE starts_with(one, %s)"
                    ")) || to_tsvector('simple', %s) WHERE article_id = %s",
                    [(beginning, " ".join(marks), article) for article, marks in now.items()],
                )


def forget_note(article_id: int) -> None:
    for table in DESK_TABLES:
        strike(table, article_id)


# -- pictures in the library ---------------------------------------------------------------------------------------


def note_pictures(pictures: Iterable[tuple[int, str]]) -> None:
    """Make these pictures be found at the desk: asset's id, all its words."""
    rows = [(asset, folded(words)) for asset, words in pictures]
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.executemany("INSERT OR REPLACE INTO articles_picture_search (rowid, words) VALUES (%s, %s)", rows)
        else:
            cursor.executemany(
                "INSERT INTO articles_picture_search (article_id, words) VALUES (%s, to_tsvector('simple', %s))"
                " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words",
                rows,
            )


def forget_picture(asset: int) -> None:
    strike("articles_picture_search", asset)
