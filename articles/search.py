"""Search for readers: what was typed is taken as words, never as a query language."""

import re
from dataclasses import dataclass

from django.db import connection
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import Edition

MOST_LETTERS = 200
MOST_WORDS = 12
MOST_FOUND = 500  # of either kind, so that a word every story has costs no more than any other
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


@dataclass(frozen=True, slots=True)
class Result:
    story: Edition
    excerpt: SafeString


def excerpt(edition: Edition, words: list[str]) -> SafeString:
    """Where the first word stands in the text, with every word marked; the standfirst when it stands elsewhere."""
    endings = [rf"{word}[^\W_]*" if is_stem(word) else rf"{word}(?!\w)" for word in words]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(endings)})", re.IGNORECASE)
    text = " ".join(edition.text.split())
    if pattern.search(edition.standfirst) or not pattern.search(text):
        return marked(edition.standfirst or text[:EXCERPT_LETTERS], pattern)
    return passage(text, pattern)


def passage(text: str, pattern: re.Pattern[str]) -> SafeString:
    """A piece of the text around what is found first, every finding marked; nothing when nothing is found."""
    if not (first := pattern.search(text)):
        return mark_safe("")
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
