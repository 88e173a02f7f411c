"""An issue as it is put together: where it starts, its blocks as the desk's form has them, and how it will look."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from django.conf import settings
from django.http import QueryDict
from django.utils.module_loading import import_string

from articles import search
from articles.models import Category, Edition, StoryList
from newsletter.building import Letter
from newsletter.errors import NothingToStartWith
from newsletter.models import Issue
from newsletter.telling import Told
from newsroom.addresses import absolute
from newsroom.html import address, clean, tidy

STARTS_WITH = 8  # stories
NEWEST, EMPTY = "newest", "empty"
# What a new issue can start with, as the desk says it, and what it says where that is nothing.
STARTS = {
    NEWEST: "the newest stories",
    "front": "a front as it stands",
    "most-read": "what was read most this week",
    EMPTY: "nothing",
}
NO_START = {
    "front": "No story stands {where} now.",
    "most-read": "No story {where} was read this week, as far as is counted. Start with the newest, or with nothing.",
}
MOST_FOUND = 8
MOST_BLOCKS = 60
# What each kind of block has to be typed, and how many characters of it are taken.
FIELDS = {
    "story": {"article": 20, "headline": 200, "standfirst": 400, "picture": 20},
    "text": {"html": 20_000},
    "heading": {"text": 120},
    "sponsor": {"name": 100, "html": 2_000, "url": 500, "picture": 20},
}
TITLES = {"story": "Story", "text": "Text", "heading": "Heading", "sponsor": "Sponsor"}
LABELS = {
    "headline": "Headline here",
    "standfirst": "Standfirst here",
    "text": "Heading",
    "html": "Text",
    "name": "Sponsor’s name",
    "url": "Address it leads to",
}
NUMBERS = {"article", "picture"}
_KEY = re.compile(r"[a-z0-9]{1,20}")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_BLOCK = re.compile(r"<(?:p|ul|ol|li|h[1-6]|blockquote|div|table|hr)\b", re.IGNORECASE)

Block = dict[str, Any]


def may_start_with(how: str) -> bool:
    """Whether the settings join what gives stories of that kind."""
    return how in {NEWEST, EMPTY} or how in settings.ISSUE_STARTS


def start(how: str, category: Category | None = None) -> list[Block]:
    """The blocks a new issue has, of one category or the whole site: by one of STARTS, or none.

    Raises NothingToStartWith where other stories than the newest were asked for, and there are none.
    """
    if how == NEWEST:
        stories = StoryList.site() if category is None else StoryList.of(category)
        return [story_block(one.article_id) for one in stories.newest(STARTS_WITH)]
    if how not in settings.ISSUE_STARTS:
        return []
    found = import_string(settings.ISSUE_STARTS[how])(STARTS_WITH, category)
    if not found:
        raise NothingToStartWith(NO_START[how].format(where=f"in {category}" if category else "on the site"))
    return [story_block(one) for one in found]


def story_block(article: int) -> Block:
    return {"kind": "story", "article": article, "headline": "", "standfirst": "", "picture": None}


def found(typed: str) -> list[Edition]:
    """Live stories with these words, best first; the newest where nothing is typed."""
    words = search.words_of(tidy(typed)[:100])
    return search.found(words, start=0, count=MOST_FOUND) if words else StoryList.site().newest(MOST_FOUND)


# -- text: people type paragraphs with an empty line between; what is kept is clean HTML --------------------------


def to_html(typed: str) -> str:
    if not _BLOCK.search(typed):
        parts = [part.strip() for part in re.split(r"\n\s*\n", typed.replace("\r\n", "\n"))]
        typed = "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts if part)
    return clean(typed)


def to_lines(html: str) -> str:
    paragraphs = _PARAGRAPH.findall(html)
    if "".join(f"<p>{one}</p>" for one in paragraphs) != html.replace("\n", ""):
        return html  # it has lists or subheads
    return "\n\n".join(one.replace("<br>", "\n") for one in paragraphs)


# -- the form ----------------------------------------------------------------------------------------------------


class Row:
    """A block in the form: `values` as typed, `error` the sentence about them, `is_gone` when it was taken out."""

    def __init__(self, key: str, kind: str, values: dict[str, str], *, is_gone: bool = False) -> None:
        self.key, self.kind, self.values, self.is_gone = key, kind, values, is_gone
        self.error = ""
        self.text_field = self.picture_field = ""  # their widgets, on the screen
        self.edition: Edition | None = None

    @property
    def title(self) -> str:
        """What its buttons call it."""
        if self.kind == "story":
            own = self.edition.card_headline if self.edition else f"a story that is not live ({self.values['article']})"
            return f"“{self.values['headline'] or own}”"
        return f"{TITLES[self.kind].lower()} “{(self.values.get('text') or self.values.get('name') or '…')[:60]}”"

    @property
    def name(self) -> str:
        return TITLES[self.kind]

    def block(self) -> Block:
        """What is kept of it. What cannot be kept is said in `error`."""
        kept: Block = {"kind": self.kind}
        for name, most in FIELDS[self.kind].items():
            value = self.values[name]
            if name in NUMBERS:
                kept[name] = int(value) if value.isascii() and value.isdigit() and len(value) < 19 else None
            elif len(value) > most:
                kept[name] = ""
                self.error = f"{LABELS[name]}: at most {most:,} characters, please. These are {len(value):,}."
            elif name == "html":
                kept[name] = to_html(value)
            elif name == "url":
                kept[name] = address(value)
                if value and not kept[name].startswith(("http://", "https://", "/")):
                    self.error = "Address it leads to: give a complete one, such as https://example.org/."
            else:
                kept[name] = tidy(value)
        if self.kind == "story" and kept["article"] is None:
            self.error = "This is no story."
        return kept


def rows_of(blocks: Iterable[Block]) -> list[Row]:
    rows = []
    for number, block in enumerate(blocks, 1):
        values = {name: str(block.get(name) or "") for name in FIELDS[block["kind"]]}
        if "html" in values:
            values["html"] = to_lines(values["html"])
        rows.append(Row(f"b{number}", block["kind"], values))
    return rows


def typed_rows(data: QueryDict) -> list[Row]:
    """The rows as the form sends them, in its order. What is no block is passed over."""
    rows: dict[str, Row] = {}
    for key in data.getlist("block"):
        kind = data.get(f"{key}-kind", "")
        if _KEY.fullmatch(key) and kind in FIELDS:
            values = {name: data.get(f"{key}-{name}", "").strip() for name in FIELDS[kind]}
            rows[key] = Row(key, kind, values, is_gone=data.get(f"{key}-gone") == "1")
    return list(rows.values())


def kept(rows: Iterable[Row]) -> list[Block]:
    """The blocks of those that were not taken out. What was wrong stands with the row."""
    return [row.block() for row in rows if not row.is_gone]


def new_row(rows: list[Row], kind: str, **values: str) -> Row:
    taken = {row.key for row in rows}
    key = next(key for key in (f"b{number}" for number in range(1, len(rows) + 2)) if key not in taken)
    return Row(key, kind, {name: values.get(name, "") for name in FIELDS[kind]})


def arrange(rows: list[Row], do: str) -> list[Row]:
    """The rows after one of the form's buttons, for browsers without script: “up:b3”, “add:text”, “story:12” …"""
    deed, _, of = do.partition(":")
    if deed == "add" and of in FIELDS and of != "story":
        return [*rows, new_row(rows, of)]
    if deed == "story" and of.isdecimal():
        return [*rows, new_row(rows, "story", article=of)]
    here = next((place for place, row in enumerate(rows) if row.key == of), None)
    if here is None:
        return rows
    if deed in {"remove", "undo"}:
        rows[here].is_gone = deed == "remove"
    there = here + {"up": -1, "down": 1}.get(deed, 0)
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
    return rows


def with_editions(rows: list[Row]) -> list[Row]:
    """The rows, each story with what readers see of it now."""
    numbers = {row.values["article"] for row in rows if row.kind == "story"}
    live = editions([int(one) for one in numbers if one.isascii() and one.isdigit() and len(one) < 19])
    for row in rows:
        if row.kind == "story" and row.values["article"].isdigit():
            row.edition = live.get(int(row.values["article"]))
    return rows


def editions(articles: Iterable[int]) -> dict[int, Edition]:
    """What readers see of these stories now; those that are not live are not in it."""
    live = Edition.objects.live().filter(article_id__in=list(articles)).select_related("category").defer("text")
    return {one.article_id: one for one in live}


# -- how it looks ------------------------------------------------------------------------------------------------


def preview(issue: Issue, told: Collection[Told] = ()) -> tuple[str, str]:
    """The mail as HTML and as text: as it was sent, or, before that, as it would be now, to who is `told` that.

    Its personal links lead to the sign-up page.
    """
    letter, page = Letter.of(issue, told), absolute("/newsletter/")
    html, text = (
        body.replace(letter.unsubscribe, page).replace(letter.preferences, page) for body in (letter.html, letter.text)
    )
    return (html.replace(letter.opened, "") if letter.opened else html), text
