"""Search for readers: what was typed is taken as words, never as a query language."""

import re
from dataclasses import dataclass

from django.db import connection
from django.db.models.expressions import RawSQL
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import Edition
from articles.models.search_index import owner_word

MOST_LETTERS = 200
MOST_WORDS = 12
MOST_FOUND = 500  # of either kind, so that a word every story has costs no more than any other
MOST_AT_DESK = 2_000  # of those with a very common word the newest; nobody reads on
EXCERPT_LETTERS = 220

_WORD = re.compile(r"[^\W_]+")

# Stories with the words in the headline come first, then the others; each newest first. Nothing is scored: that would
# read every story that has a common word.
ORDERED = """
WITH titled AS (SELECT {id} AS id FROM articles_search_titles WHERE {titles} ORDER BY {id} DESC LIMIT {most}),
     other AS (SELECT {id} AS id FROM articles_search WHERE {anywhere} ORDER BY {id} DESC LIMIT {most})
SELECT id FROM (
    SELECT id, 1 AS place FROM titled UNION ALL SELECT id, 2 FROM other WHERE id NOT IN (SELECT id FROM titled)
) AS found ORDER BY place, id DESC LIMIT %s OFFSET %s
"""
SQLITE = ORDERED.format(
    id="rowid", titles="articles_search_titles MATCH %s", anywhere="articles_search MATCH %s", most=MOST_FOUND
)
IN_WORDS = "words @@ to_tsquery('simple', %s)"
POSTGRESQL = ORDERED.format(id="article_id", titles=IN_WORDS, anywhere=IN_WORDS, most=MOST_FOUND)


def words_of(question: str) -> list[str]:
    """The words to look for, bounded in number and length, each once."""
    return list(dict.fromkeys(_WORD.findall(question[:MOST_LETTERS].lower())))[:MOST_WORDS]


def is_stem(word: str) -> bool:
    """Whether longer words that begin so are meant too."""
    return len(word) > 3


def found(words: list[str], *, start: int, count: int) -> list[Edition]:
    """Live stories that have every word, best first. A word of four letters or more also finds longer ones."""
    if not words:
        return []
    # Words are letters and digits only (see _WORD), so neither query language has anything to escape.
    if connection.vendor == "sqlite":
        statement = SQLITE
        asked = " AND ".join(f'"{word}"*' if is_stem(word) else f'"{word}"' for word in words)
    else:
        statement = POSTGRESQL
        asked = " & ".join(f"'{word}':*" if is_stem(word) else f"'{word}'" for word in words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked, asked, count, start])
        order = [row[0] for row in cursor.fetchall()]
    editions = Edition.objects.live().newest().defer(None).defer("document").filter(article_id__in=order)
    by_article = {edition.article_id: edition for edition in editions}
    return [by_article[pk] for pk in order if pk in by_article]


AT_DESK = {
    "sqlite": "SELECT rowid FROM articles_desk_search WHERE articles_desk_search MATCH %s ORDER BY rowid DESC LIMIT %s",
    "postgresql": (
        "SELECT article_id FROM articles_desk_search WHERE words @@ to_tsquery('simple', %s)"
        " ORDER BY article_id DESC LIMIT %s"
    ),
}


def at_desk(question: str, person: int | None) -> RawSQL:
    """Ids of the newest stories that are called so, drafts and all; with `person`, of those that person began.

    Every word of two letters or more also finds longer ones: whoever looks for a story is still typing its name.
    """
    words = words_of(question)
    if connection.vendor == "sqlite":
        terms = [f'"{word}"*' if len(word) > 1 else f'"{word}"' for word in words]
    else:
        terms = [f"'{word}':*" if len(word) > 1 else f"'{word}'" for word in words]
    owner = [] if person is None else [owner_word(person)]
    asked = (" AND " if connection.vendor == "sqlite" else " & ").join([*terms, *owner])
    return RawSQL(AT_DESK[connection.vendor], [asked or "nothing", MOST_AT_DESK if words else 0])


@dataclass(frozen=True, slots=True)
class Result:
    story: Edition
    excerpt: SafeString


def excerpt(edition: Edition, words: list[str]) -> SafeString:
    """Where the first word stands in the text, with every word marked; the standfirst when it stands elsewhere."""
    endings = [rf"{word}[^\W_]*" if is_stem(word) else rf"{word}(?!\w)" for word in words]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(endings)})", re.IGNORECASE)
    text = " ".join(edition.text.split())
    first = pattern.search(text)
    if first is None or pattern.search(edition.standfirst):
        return marked(edition.standfirst or text[:EXCERPT_LETTERS], pattern)
    start = max(0, first.start() - EXCERPT_LETTERS // 3)
    start = text.find(" ", start, first.start()) + 1 if start else 0
    end = start + EXCERPT_LETTERS
    shown = text[start:end].rsplit(" ", 1)[0] if end < len(text) else text[start:]
    return mark_safe(f"{'… ' if start else ''}{marked(shown, pattern)}{' …' if end < len(text) else ''}")


def marked(text: str, pattern: re.Pattern[str]) -> SafeString:
    pieces, last = [], 0
    for match in pattern.finditer(text):
        pieces += [escape(text[last : match.start()]), f"<mark>{escape(match[0])}</mark>"]
        last = match.end()
    return mark_safe("".join([*pieces, escape(text[last:])]))
