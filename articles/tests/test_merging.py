"""What two or three people write at the same time: no word is lost, and all end with one story."""

import uuid
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.document import Document, Label, Part
from articles.merging import (
    Side,
    Stood,
    blocks,
    differences,
    in_words,
    merge,
    merge_texts,
    same,
    value_at,
    value_from_json,
    with_value,
)
from articles.models import Article, Revision
from articles.models.saving import Saved
from articles.tests.factories import make_document, make_user

EMPTY = Document(headline="", slug="")


def story(*parts: Part, **values: Any) -> Document:
    return replace(EMPTY, headline="As it was", sections=parts, **values)


def part(key: str, body: str = "", **values: Any) -> Part:
    return Part(key=key, body=body, **values)


def test_a_text_falls_into_its_blocks() -> None:
    lists = "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"
    text = f"<p>One <em>is</em>.</p><h3>Two</h3>{lists}<hr><blockquote><p>d</p></blockquote>"
    assert "".join(blocks(text)) == text
    assert [one[:4] for one in blocks(text)] == ["<p>O", "<h3>", "<ul>", "<hr>", "<blo"]


@pytest.mark.parametrize(
    ("mine", "theirs", "merged", "differ"),
    [
        ("<p>A</p><p>b</p><p>c</p>", "<p>a</p><p>b</p><p>C</p>", "<p>A</p><p>b</p><p>C</p>", False),
        ("<p>A</p><p>B</p><p>c</p>", "<p>a</p><p>X</p><p>c</p>", "<p>A</p><p>X</p><p>c</p>", True),
        ("<p>a</p><p>b</p><p>c</p><p>M</p>", "<p>a</p><p>b</p><p>c</p><p>T</p>", None, False),
        ("<p>b</p><p>c</p>", "<p>a</p><p>b</p><p>C</p>", "<p>b</p><p>C</p>", False),
        ("<p>b</p><p>c</p>", "<p>A</p><p>b</p><p>c</p>", "<p>A</p><p>b</p><p>c</p>", True),
    ],
)
def test_paragraphs_merge_where_only_one_changed_them(mine: str, theirs: str, merged: str | None, differ: bool) -> None:
    expected = merged or "<p>a</p><p>b</p><p>c</p><p>T</p><p>M</p>"
    assert merge_texts("<p>a</p><p>b</p><p>c</p>", mine, theirs) == (expected, differ)


def test_what_both_add_to_a_list_of_topics_or_pictures_stands_together() -> None:
    coat, lamp, goat = (Label(number, name, name) for number, name in enumerate(("coat", "lamp", "goat"), 1))
    base = story(topics=(coat,))
    merged = merge(base, replace(base, topics=(coat, lamp)), replace(base, topics=(coat, goat)))
    assert (merged.document.topics, merged.conflicts) == ((coat, goat, lamp), [])
    merged = merge(base, replace(base, topics=(lamp,)), replace(base, topics=(coat, goat)))
    assert [one.place for one in merged.conflicts] == ["topics"]  # one took away what the other went on from


def test_sections_moved_by_one_and_added_by_the_other_find_their_places() -> None:
    base = story(*(part(key) for key in "abcd"))
    mine = story(*(part(key) for key in "dabc"))  # the last one went to the top
    theirs = story(*(part(key, body="<p>New.</p>" if key == "x" else "") for key in "abxcd"))
    assert [one.key for one in merge(base, mine, theirs).document.sections] == ["d", "a", "b", "x", "c"]
    assert [one.key for one in merge(base, theirs, mine).document.sections] == ["d", "a", "b", "x", "c"]


def test_both_move_another_section_and_both_moves_stand() -> None:
    base, mine, theirs = (story(*(part(key) for key in keys)) for keys in ("abcde", "eabcd", "acdbe"))
    merged = merge(base, mine, theirs)
    assert [one.key for one in merged.document.sections] == ["e", "a", "c", "d", "b"]
    assert merged.conflicts == []


# -- anything at all -----------------------------------------------------------------------------------------------


@dataclass
class Browser:
    """Somebody's form, which changes what it shows, sends it, and takes over what is answered."""

    document: Document
    base: int
    behind: dict[str, Stood] = field(default_factory=dict)
    tab: str = field(default_factory=lambda: str(uuid.uuid4()))


KEYS = [str(uuid.UUID(int=number + 1)) for number in range(12)]
NAMES = ["headline", "standfirst", "card_headline"]


class Newsroom:
    """One story, and those who write in it; remembers which words were sent and which somebody took out himself."""

    def __init__(self, writers: int, paragraphs: int = 1) -> None:
        self.article, self.editor = Article(), make_user("Editor")
        parts = tuple(
            part(key, "".join(f"<p>begin{number}.{one}</p>" for one in range(paragraphs)))
            for number, key in enumerate(KEYS[:3])
        )
        self.article.write(make_document(category=None, bylines=(), sections=parts, slug="kept"), by=None)
        now = self.article.document()
        self.browsers = [Browser(now, 1) for _ in range(writers)]
        self.words = 0
        self.sent: set[str] = set()
        self.removed: set[str] = set()  # by somebody who saw them

    def word(self) -> str:
        self.words += 1
        return f"w{self.words}w"

    def change(self, who: int, deed: str, at: int, to: int) -> None:
        browser = self.browsers[who]
        before = browser.document
        sections = list(before.sections)
        here = at % len(sections) if sections else 0
        changed = before
        if deed == "line":
            name = NAMES[at % len(NAMES)]
            changed = before.having(**{name: f"{before.at(name)} {self.word()}".strip()})
        elif deed == "rewrite":
            changed = before.having(**{NAMES[at % len(NAMES)]: self.word()})
        elif deed == "add":
            key = next((key for key in KEYS if key not in {one.key for one in sections}), None)
            if key is None or any(one.key == key for b in self.browsers for one in b.document.sections):
                key = str(uuid.uuid4())
            sections.insert(to % (len(sections) + 1), part(key, f"<p>{self.word()}</p>"))
        elif sections and deed == "move":
            sections.insert(to % len(sections), sections.pop(here))
        elif sections and deed == "remove":
            sections.pop(here)
        elif sections and deed in {"paragraph", "edit", "cut"}:
            texts = blocks(sections[here].body)
            if deed == "paragraph" or not texts:
                texts.insert(to % (len(texts) + 1), f"<p>{self.word()}</p>")
            elif deed == "edit":
                place = to % len(texts)
                texts[place] = texts[place].replace("</p>", f" {self.word()}</p>")
            else:
                texts.pop(to % len(texts))
            sections[here] = replace(sections[here], body="".join(texts))
        if deed not in {"line", "rewrite"}:
            changed = replace(before, sections=tuple(sections))
        self.removed |= words_in(before) - words_in(changed)
        browser.document = changed

    def save(
        self,
        who: int,
        *,
        kind: Revision.Kind = Revision.Kind.AUTO,
        answered: bool = True,
        meanwhile: tuple[str, int, int] | None = None,
    ) -> Saved:
        """`meanwhile` is what this person does until the answer comes."""
        browser = self.browsers[who]
        sent = browser.document
        saved = Article.objects.get(pk=self.article.pk).take_in(
            sent, by=None, base=browser.base, behind=browser.behind, kind=kind, tab=browser.tab
        )
        self.sent |= words_in(sent)
        if meanwhile:
            self.change(who, *meanwhile)
        if answered:
            self.take_over(browser, sent, saved)
        return saved

    def take_over(self, browser: Browser, sent: Document, saved: Saved) -> None:
        """Put every change of the answer where it belongs, as the screen does; where it cannot, the place is behind."""
        browser.document, places = taken_over(browser.document, sent, saved)
        sent_as = Stood(saved.kept_as, True) if saved.kept_as else None
        browser.behind = {place: sent_as or self.stood(browser, place) for place in places}
        browser.base = number(self.article)

    def stood(self, browser: Browser, place: str) -> Stood:
        return browser.behind.get(place, Stood(browser.base, False))

    def choose(self, who: int, side: Side, *, answered: bool = True) -> None:
        """Decide the oldest conflict; what is not chosen was seen by whoever did."""
        self.save(who)
        aside, browser = self.article.asides.open().first(), self.browsers[who]
        if aside is None:
            return
        article = Article.objects.get(pk=self.article.pk)
        stands = value_at(article.document(), aside.place)
        seen = f"{in_words(aside.value('text'))} {in_words(aside.value('theirs'))} {in_words(stands)}"
        saved = article.choose(aside, side, by=self.editor, base=self.stood(browser, aside.place).number)
        if answered:
            unheard = {place: base for place, base in browser.behind.items() if place not in changed_in(saved)}
            self.take_over(browser, browser.document, saved)
            browser.behind |= unheard
        if side != "both":
            self.removed |= set(seen.split()) - words_in(saved.document)

    def kept(self) -> set[str]:
        words = words_in(Article.objects.get(pk=self.article.pk).document())
        for aside in self.article.asides.open():
            for of in ("text", "theirs"):
                words |= set(in_words(value_from_json(aside.place, getattr(aside, of))).split())
        return words


def words_in(document: Document) -> set[str]:
    texts = [document.at(name) for name in NAMES]
    texts += [in_words(one) for one in document.sections]
    return {word for word in " ".join(texts).split() if word.startswith(("w", "begin"))}


def number(article: Article) -> int:
    return Article.objects.values_list("revision_number", flat=True).get(pk=article.pk)


def changed_in(saved: Saved) -> set[str]:
    return {place for place, _ in differences(saved.sent, saved.document)}


def keys_of(document: Document) -> list[str]:
    return [one.key for one in document.sections]


def taken_over(document: Document, sent: Document, saved: Saved) -> tuple[Document, list[str]]:
    """The form after the changes were put in, and the places where they were not since somebody typed there."""
    before = document

    def typed(place: str) -> bool:
        if place == "sections":
            return keys_of(before) != keys_of(sent)
        return not same(value_at(before, place), value_at(sent, place))

    behind: list[str] = []
    for place, value in differences(saved.sent, saved.document):
        key = [*place.split("/"), ""][1]
        here, there = value_at(before, f"sections/{key}"), value_at(sent, f"sections/{key}")
        if place == "sections":
            order = [one for one in value if one in keys_of(document)]
            if typed(place):
                behind.append(place)
                new = [one for one in order if one not in keys_of(before)]
                order = [one for one in keys_of(document) if one not in new]
                for one in new:
                    earlier = [order.index(key) for key in value[: value.index(one)] if key in order]
                    order.insert(earlier[-1] + 1 if earlier else 0, one)
            document = replace(document, sections=tuple(value_at(document, f"sections/{one}") for one in order))
        elif not key:
            if typed(place):
                behind.append(place)
            else:
                document = document.having(**{place: value})
        elif (there is not None and value is not None) if here is None else (there is not None and typed(place)):
            behind.append(place)
        else:
            document = with_value(document, place, value)
    return document, behind


# An answer that arrives when its reader has gone on: the deed done meanwhile.
TYPED_ON = st.sampled_from(
    [f"on:{deed}" for deed in ("line", "rewrite", "add", "move", "remove", "paragraph", "edit", "cut")]
)
DEEDS = st.sampled_from(["line", "rewrite", "add", "move", "remove", "paragraph", "paragraph", "edit", "edit", "cut"])
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(
            DEEDS,
            st.sampled_from(["save", "save", "press", "unanswered", "choose", "unheard", "clash", "clash"]),
            TYPED_ON,
        ),
        st.integers(0, 5),
        st.integers(0, 5),
    ),
    max_size=25,
)


@pytest.mark.django_db
@pytest.mark.any_database  # which keeps the documents; what is done to them is ours
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=STEPS)
def test_whatever_three_people_do_no_word_is_lost_and_all_end_with_one_story(steps: list[Any]) -> None:
    room = Newsroom(3)
    for who, deed, at, to in steps:
        if deed == "save":
            room.save(who)
        elif deed == "press":
            room.save(who, kind=Revision.Kind.SAVE)
        elif deed == "unanswered":
            room.save(who, answered=False)
        elif deed in {"choose", "unheard"}:
            with suppress(ValueError):  # of some things there cannot be both
                room.choose(who, ("mine", "theirs", "both")[at % 3], answered=deed == "choose")
        elif deed == "clash":  # two change the same paragraph before either hears of the other
            for one in (who, (who + 1) % 3):
                room.change(one, "edit", at, to)
            for one in (who, (who + 1) % 3):
                room.save(one)
        elif deed.startswith("on:"):
            room.save(who, meanwhile=(deed[3:], at, to))
        else:
            room.change(who, deed, at, to)
        assert room.sent - room.removed <= room.kept()
    for who in (0, 1, 2, 0, 1, 2):
        room.save(who)
    assert room.sent - room.removed <= room.kept()
    now = Article.objects.get(pk=room.article.pk).document()
    for browser in room.browsers:
        assert same(browser.document, now)
    revision = room.article.revisions.first()
    assert revision is not None
    assert same(Document.from_json(revision.document), now)
    assert value_at(now, "headline") == now.headline


OWN = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["type", "save", "unanswered", "on"]), st.booleans()), max_size=40
)


@pytest.mark.django_db
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(steps=OWN)
@example(
    steps=[
        *((1, "on", False), (1, "type", True), (1, "save", True), (0, "type", True), (0, "on", True)),
        *((1, "type", False), (1, "save", True), (0, "save", True)),
    ]
)
@example(
    steps=[
        *((0, "type", True), (0, "save", True), (1, "type", False), (1, "save", True), (0, "type", True)),
        *((0, "save", True), (1, "on", True), (1, "save", True)),
    ]
)
def test_who_keep_to_places_of_their_own_are_never_asked_to_choose(steps: list[Any]) -> None:
    room = Newsroom(3, paragraphs=3)
    for who, deed, in_text in steps:
        typing = ("edit", 0, who) if in_text else ("rewrite", who, 0)  # each a paragraph of one section, and a field
        if deed == "type":
            room.change(who, *typing)
        elif deed == "on":
            room.save(who, meanwhile=typing)
        else:
            room.save(who, answered=deed == "save")
        assert not room.article.asides.exists()
