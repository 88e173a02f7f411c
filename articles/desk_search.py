"""Search at the desk: words, and filters in words (`by:mara in:film is:draft since:monday`), over stories and pictures.

A filter becomes marks in the index (see models/search_index.py), so it is answered there, together with the words. What
is not understood is a word like any other.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db import connection
from django.db.models import Q, QuerySet, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Concat
from django.utils import timezone

from articles.models import Article, Author, Category, ImageAsset, Topic, display_name
from articles.models.search_index import (
    DESK_TABLES,
    author_mark,
    category_mark,
    folded,
    owner_word,
    standing_mark,
    topic_mark,
)
from articles.search import MOST_LETTERS, words_of
from articles.workflow import Standing

MOST_LISTED = 1_000  # of either kind, in the list of stories: of those with a very common word the newest
MOST_NAMED = 50  # people, categories or topics one filter can mean
FIRST_YEAR = 2000
# Words of so many letters also find longer ones: in names always, in texts where there is an index of beginnings.
SHORTEST = {"articles_desk_search": 2, "articles_desk_text": 4}

_PIECE = re.compile(r'(?P<name>[a-z]+):(?P<value>"[^"]*"?|[^\s"]+)|(?P<mine>mine)(?!\S)|(?P<word>\S+)', re.IGNORECASE)

# Kinds of things a story can be asked to have. Each is a mark qzw….
HAS = {
    "gallery": "a gallery",
    "video": "a video",
    "quote": "a pull quote",
    "post": "a social post",
    "picture": "a picture",
}
STANDINGS: dict[str, str] = {str(value): str(label) for value, label in Standing.choices}
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@dataclass(frozen=True, slots=True)
class Filter:
    """One filter as it was typed, what it means in words, and the marks of which a story has at least one."""

    name: str
    typed: str
    label: str
    marks: tuple[str, ...]
    value: Any = None


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed, understood."""

    typed: str
    words: list[str]
    filters: list[Filter]
    pieces: list[tuple[str, Filter | None]] = field(default_factory=list)

    @property
    def asks(self) -> bool:
        return bool(self.words or self.filters)

    def without(self, gone: Filter) -> str:
        """The question with one filter taken out."""
        return " ".join(typed for typed, one in self.pieces if one is not gone)

    @property
    def pattern(self) -> re.Pattern[str] | None:
        """What to mark in results: the words, and how longer ones begin. None without any."""
        if not self.words:
            return None
        ends = [rf"{word}[^\W_]*" if len(word) > 1 else rf"{word}(?!\w)" for word in self.words]
        return re.compile(rf"(?<!\w)(?:{'|'.join(ends)})", re.IGNORECASE)


def understand(typed: str, user: Any) -> Question:
    """Take a question apart. Names are looked up among at most a few thousand people, categories and topics."""
    typed = " ".join(typed[:MOST_LETTERS].split())
    pieces: list[tuple[str, Filter | None]] = []
    for found in _PIECE.finditer(typed):
        one = None
        if found["mine"]:
            one = mine(found[0], user)
        elif found["name"] and (value := found["value"].strip('"').strip()):
            reader = FILTERS.get(found["name"].lower())
            one = reader(found[0], value, user) if reader else None
        pieces.append((found[0], one))
    words = words_of(" ".join(text for text, one in pieces if one is None))
    return Question(typed, words, [one for _, one in pieces if one], pieces)


# -- filters: each gives what it means, or None when that cannot be a filter ----------------------------------


def mine(typed: str, user: Any) -> Filter:
    return Filter("mine", typed, "Mine", (owner_word(user.pk),))


def by(typed: str, value: str, user: Any) -> Filter:
    """Whose byline it has, or who began it."""
    if value.lower() == "me":
        return mine(typed, user)
    authors = list(Author.objects.filter(name__icontains=value).order_by("name").values_list("pk", "name")[:MOST_NAMED])
    people = list(people_called(value)[:MOST_NAMED])
    marks = (*(author_mark(pk) for pk, _ in authors), *(owner_word(one.pk) for one in people))
    names = list(dict.fromkeys([*(name for _, name in authors), *(display_name(one) for one in people)]))
    return Filter("by", typed, told("By", value, names), marks, value)


def people_called(value: str) -> QuerySet[Any]:
    whole = Concat("first_name", Value(" "), "last_name")
    named = get_user_model().objects.filter(is_staff=True).annotate(whole=whole)
    return named.filter(Q(whole__icontains=value) | Q(username__iexact=value)).order_by("pk")


def within(typed: str, value: str, user: Any) -> Filter:
    found = list(
        Category.objects.filter(Q(title__icontains=value) | Q(slug__iexact=value)).values_list("pk", "title")[
            :MOST_NAMED
        ]
    )
    exact = [one for one in found if one[1].lower() == value.lower()]
    chosen = exact or found
    return Filter(
        "in", typed, told("In", value, [title for _, title in chosen]), tuple(category_mark(pk) for pk, _ in chosen)
    )


def standing(typed: str, value: str, user: Any) -> Filter | None:
    value = value.lower()
    return Filter("is", typed, STANDINGS[value], (standing_mark(value),)) if value in STANDINGS else None


def about(typed: str, value: str, user: Any) -> Filter:
    named = Topic.objects.filter(Q(name__icontains=value) | Q(aliases__icontains=value))
    found = list(named.order_by("name").values_list("pk", "name")[:MOST_NAMED])
    exact = [one for one in found if one[1].lower() == value.lower()]
    chosen = exact or found
    return Filter(
        "topic", typed, told("About", value, [name for _, name in chosen]), tuple(topic_mark(pk) for pk, _ in chosen)
    )


def having(typed: str, value: str, user: Any) -> Filter | None:
    value = value.lower()
    return Filter("with", typed, f"With {HAS[value]}", (f"qzw{value}",)) if value in HAS else None


def picture(typed: str, value: str, user: Any) -> Filter | None:
    value = value.lower()
    if value not in {"none", "lead"}:
        return None
    label = "No lead picture" if value == "none" else "With a lead picture"
    return Filter("picture", typed, label, (f"qzp{value}",))


def since(typed: str, value: str, user: Any) -> Filter | None:
    if not (start := day_of(value)):
        return None
    return Filter("since", typed, f"Saved since {start:%-d %B %Y}", tuple(marks_from(start)), start)


def before(typed: str, value: str, user: Any) -> Filter | None:
    if not (end := day_of(value)):
        return None
    return Filter("before", typed, f"Saved before {end:%-d %B %Y}", tuple(marks_until(end)), end)


FILTERS: dict[str, Callable[[str, str, Any], Filter | None]] = {
    "by": by,
    "in": within,
    "is": standing,
    "topic": about,
    "with": having,
    "picture": picture,
    "since": since,
    "before": before,
}


def told(how: str, value: str, names: list[str]) -> str:
    if not names:
        return f"{how} “{value}”: no such name"
    return f"{how} {names[0]}" if len(names) == 1 else f"{how} {names[0]} or {len(names) - 1} more like “{value}”"


def day_of(value: str) -> date | None:
    """The day somebody means: a date, a month's or year's first day, today, yesterday, or a weekday's last time."""
    value, today = value.lower(), timezone.localdate()
    if value in {"today", "yesterday"}:
        return today - timedelta(days=value == "yesterday")
    starting = [number for number, name in enumerate(WEEKDAYS) if len(value) > 2 and name.startswith(value)]
    if starting:
        return today - timedelta(days=(today.weekday() - starting[0]) % 7)
    numbers = re.fullmatch(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", value, re.ASCII)
    try:
        return date(int(numbers[1]), int(numbers[2] or 1), int(numbers[3] or 1)) if numbers else None
    except ValueError:
        return None


def marks_from(start: date) -> list[str]:
    """Marks of a day, of months and of years that together cover every day from `start` on."""
    last = timezone.localdate().year + 1
    if start.year > last:
        return []
    start = max(start, date(FIRST_YEAR, 1, 1))
    days = [one for one in days_of(start.year, start.month) if one >= start]
    months = [f"qzm{start.year}{month:02}" for month in range(start.month + 1, 13)]
    return [*(f"qzd{one:%Y%m%d}" for one in days), *months, *(f"qzy{year}" for year in range(start.year + 1, last + 1))]


def marks_until(end: date) -> list[str]:
    """The same for every day before `end`."""
    end = min(end, date(timezone.localdate().year + 2, 1, 1))
    days = [one for one in days_of(end.year, end.month) if one < end]
    months = [f"qzm{end.year}{month:02}" for month in range(1, end.month)]
    return [*(f"qzy{year}" for year in range(FIRST_YEAR, end.year)), *months, *(f"qzd{one:%Y%m%d}" for one in days)]


def days_of(year: int, month: int) -> list[date]:
    first = date(year, month, 1)
    return [one for number in range(31) if (one := first + timedelta(days=number)).month == month]


# -- asking the indexes ------------------------------------------------------------------------------------------


def asked(words: Iterable[str], marks: Iterable[Iterable[str]], *, shortest: int) -> str:
    """The question in the index's own language. Words are letters and digits (see words_of), so nothing is escaped.

    Every word of `shortest` letters or more also finds longer ones: whoever looks for something is still typing it.
    """
    if connection.vendor == "sqlite":
        both, either, quote, longer = " AND ", " OR ", '"', "*"
    else:
        both, either, quote, longer = " & ", " | ", "'", ":*"
    terms = [f"{quote}{word}{quote}{longer if len(word) >= shortest else ''}" for word in map(folded, words)]
    return both.join([*terms, *(f"({either.join(some)})" for some in marks)])


def in_index(table: str) -> str:
    if connection.vendor == "sqlite":
        return f"SELECT rowid AS id FROM {table} WHERE {table} MATCH %s ORDER BY rowid DESC LIMIT %s"
    fits = "words @@ to_tsquery('simple', %s)"
    return f"SELECT article_id AS id FROM {table} WHERE {fits} ORDER BY article_id DESC LIMIT %s"


def marks_for(question: Question, user: Any) -> list[tuple[str, ...]] | None:
    """All marks a story needs one of each, with whose it has to be; None when a filter can mean nothing."""
    every = [one.marks for one in question.filters]
    if not all(every):
        return None
    return every if user.has_perm("articles.edit_any_article") else [*every, (owner_word(user.pk),)]


def stories(question: Question, user: Any, *, start: int = 0, count: int) -> list[Article]:
    """Stories this person may see that fit, those called so before those with the words elsewhere, newest first."""
    return in_order(ids(question, user, start=start, count=count), user)


def ids(question: Question, user: Any, *, start: int = 0, count: int) -> list[int]:
    marks = marks_for(question, user)
    if marks is None or not question.asks:
        return []
    named, most = asked(question.words, marks, shortest=2), start + count
    statement = in_index("articles_desk_search")
    values: list[str | int] = [named, most]
    if question.words:  # without any, the index of names says it all
        statement = (
            f"WITH named AS (SELECT * FROM ({statement}) AS n),"
            f" other AS (SELECT * FROM ({in_index('articles_desk_text')}) AS t)"
            " SELECT id FROM (SELECT id, 1 AS place FROM named"
            " UNION ALL SELECT id, 2 FROM other WHERE id NOT IN (SELECT id FROM named)) AS found"
            " ORDER BY place, id DESC LIMIT %s OFFSET %s"
        )
        # As many more of the others as can be named, too.
        values += [asked(question.words, marks, shortest=4), 2 * most, count, start]
    else:
        statement, values = (
            f"SELECT id FROM ({statement}) AS named ORDER BY id DESC LIMIT %s OFFSET %s",
            [*values, count, start],
        )
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


def in_order(order: list[int], user: Any) -> list[Article]:
    found = Article.objects.visible_to(user).filter(pk__in=order)
    shown = found.select_related("category", "saved_by", "lead__asset").prefetch_related("bylines__author")
    by_id = {one.pk: one for one in shown}
    return [by_id[pk] for pk in order if pk in by_id]


def listed(question: Question, user: Any, more: Iterable[tuple[str, ...]] = ()) -> list[int]:
    """Ids for the list of stories, in no order; `more` are marks of the list's own filters."""
    marks = marks_for(question, user)
    if marks is None or not question.asks:
        return []
    every = [*marks, *more]
    tables = DESK_TABLES if question.words else ["articles_desk_search"]
    statement = " UNION ".join(f"SELECT id FROM ({in_index(table)}) AS {table}_found" for table in tables)
    values = [
        value for table in tables for value in (asked(question.words, every, shortest=SHORTEST[table]), MOST_LISTED)
    ]
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return [row[0] for row in cursor.fetchall()]


def count(question: Question, user: Any, *, most: int) -> int:
    """How many stories fit, counted up to `most`."""
    return len(ids(question, user, count=most))


PICTURE_FILTERS = {"by", "since", "before", "mine"}


def pictures(question: Question, user: Any, *, start: int = 0, count: int) -> list[ImageAsset]:
    """Pictures of the library that fit, newest first. Filters that only stories have leave pictures out."""
    filters = {one.name: one for one in question.filters}
    words = list(question.words)
    if not question.asks or not filters.keys() <= PICTURE_FILTERS:
        return []
    found = ImageAsset.objects.order_by("-pk")
    if named := filters.get("by"):
        words += words_of(str(named.value))
    if words:
        found = found.filter(
            pk__in=RawSQL(in_index("articles_picture_search"), [asked(words, [], shortest=2), MOST_LISTED])
        )
    if "mine" in filters:
        found = found.filter(uploaded_by=user.pk)
    if first := filters.get("since"):
        found = found.filter(uploaded_at__date__gte=first.value)
    if last := filters.get("before"):
        found = found.filter(uploaded_at__date__lt=last.value)
    return list(found[start : start + count])


def people(question: Question, *, count: int) -> tuple[list[Author], list[Topic]]:
    """Authors and topics whose names have every word; with filters nobody is asked for."""
    if not question.words or question.filters:
        return [], []
    author, topic = Q(), Q()
    for word in question.words:
        author &= Q(name__icontains=word)
        topic &= Q(name__icontains=word) | Q(aliases__icontains=word)
    authors = Author.objects.filter(author).select_related("portrait").order_by("name")[:count]
    return list(authors), list(Topic.objects.filter(topic).order_by("name")[:count])


# -- what could be typed next ------------------------------------------------------------------------------------

HINTS = [
    ("by:", "by whom: by:mara"),
    ("in:", "in which category: in:film"),
    ("is:", "how it stands: is:draft"),
    ("with:", "with a gallery or video: with:gallery"),
    ("topic:", "about: topic:name"),
    ("since:", "saved since: since:monday"),
    ("before:", "saved before: before:2026-11-01"),
    ("picture:none", "without a lead picture"),
    ("mine", "what you began"),
]
MOST_SUGGESTED = 6


def suggestions(typed: str) -> list[tuple[str, str]]:
    """For what is being typed, the last piece: (the whole question with it completed, what it would mean)."""
    before, last = typed[:MOST_LETTERS], ""
    if found := re.search(r'([a-z]+:"[^"]*|\S+)$', before, re.IGNORECASE):
        before, last = before[: found.start()], found[0]
    name, colon, value = last.partition(":")
    value = value.lstrip('"').strip().lower()
    if not last:
        return []
    if not colon:
        return [(before + hint, label) for hint, label in HINTS if len(last) > 1 and hint.startswith(last.lower())]
    return [
        (f"{before}{name}:{quoted(one)} ", label)
        for one, label in values_for(name.lower(), value)
        if one.lower() != value
    ][:MOST_SUGGESTED]


def values_for(name: str, value: str) -> list[tuple[str, str]]:
    if name == "by":
        found = Author.objects.filter(name__icontains=value).order_by("name").values_list("name", flat=True)
        return [(one, f"By {one}") for one in found[:MOST_SUGGESTED]]
    if name == "in":
        titles = Category.objects.filter(title__icontains=value).values_list("title", flat=True)
        return [(one, f"In {one}") for one in titles[:MOST_SUGGESTED]]
    if name == "topic" and value:
        topics = Topic.objects.filter(name__icontains=value).order_by("name").values_list("name", flat=True)
        return [(one, f"About {one}") for one in topics[:MOST_SUGGESTED]]
    if name == "is":
        return [(one, label) for one, label in STANDINGS.items() if one.startswith(value)]
    if name == "with":
        return [(one, f"With {what}") for one, what in HAS.items() if one.startswith(value)]
    if name == "picture":
        return [("none", "No lead picture")]
    if name in {"since", "before"}:
        days = ["today", "yesterday", *WEEKDAYS]
        return [(one, f"Saved {name} {one}") for one in days if one.startswith(value)]
    return []


def quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value
