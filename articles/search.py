"""Search for readers: what was typed is taken as words, never as a query language."""

import re
from dataclasses import dataclass

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import Edition

MOST_LETTERS = 200
MOST_WORDS = 12
RANKED = 500  # only the newest that match are ranked: a word that is in every story costs no more than this
EXCERPT_LETTERS = 220

_WORD = re.compile(r"[^\W_]+")

SQLITE = """
SELECT rowid FROM articles_search
WHERE articles_search MATCH %s
  AND rowid IN (SELECT rowid FROM articles_search WHERE articles_search MATCH %s ORDER BY rowid DESC LIMIT %s)
ORDER BY bm25(articles_search, 10.0, 4.0, 1.0), rowid DESC LIMIT %s OFFSET %s
"""
POSTGRESQL = """
SELECT article_id FROM (
    SELECT article_id, words FROM articles_search WHERE words @@ to_tsquery('simple', %s)
    ORDER BY article_id DESC LIMIT %s
) AS newest
ORDER BY ts_rank(words, to_tsquery('simple', %s)) DESC, article_id DESC LIMIT %s OFFSET %s
"""


def words_of(question: str) -> list[str]:
    """The words to look for, bounded in number and length, each once."""
    return list(dict.fromkeys(_WORD.findall(question[:MOST_LETTERS].lower())))[:MOST_WORDS]


def found(words: list[str], *, start: int, count: int) -> list[Edition]:
    """Live stories that have every word, best first. A word of four letters or more also finds longer ones."""
    if not words:
        return []
    with connection.cursor() as cursor:
        # Words are letters and digits only (see _WORD), so neither query language has anything to escape.
        if connection.vendor == "sqlite":
            query = " AND ".join(f'"{word}"*' if len(word) > 3 else f'"{word}"' for word in words)
            cursor.execute(SQLITE, [query, query, RANKED, count, start])
        else:
            query = " & ".join(f"'{word}':*" if len(word) > 3 else f"'{word}'" for word in words)
            cursor.execute(POSTGRESQL, [query, RANKED, query, count, start])
        order = [row[0] for row in cursor.fetchall()]
    editions = Edition.objects.live().newest().defer(None).defer("document").filter(article_id__in=order)
    by_article = {edition.article_id: edition for edition in editions}
    return [by_article[pk] for pk in order if pk in by_article]


@dataclass(frozen=True, slots=True)
class Result:
    story: Edition
    excerpt: SafeString


def excerpt(edition: Edition, words: list[str]) -> SafeString:
    """Where the first word stands in the text, with every word marked; the standfirst when it stands elsewhere."""
    endings = [rf"{word}[^\W_]*" if len(word) > 3 else rf"{word}(?!\w)" for word in words]
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
