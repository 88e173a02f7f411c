"""What two or three people write at the same time: no word is lost, and all end with one story."""

import uuid
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import Document, Label, Part
from articles.merging import (
    Side,
    blocks,
    differences,
    in_words,
    merge,
    merge_texts,
    same,
    value_at,
    value_from_json,
)
from articles.models import Article, Revision
from articles.models.article import Saved
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
    tab: str = field(default_factory=lambda: str(uuid.uuid4()))


KEYS = [str(uuid.UUID(int=number + 1)) for number in range(12)]
NAMES = ["headline", "standfirst", "card_headline"]


class Newsroom:
    """One story, and those who write in it; remembers which words were sent and which somebody took out himself."""

    def __init__(self, writers: int) -> None:
        self.article, self.editor = Article(), make_user("Editor")
        parts = tuple(part(key, f"<p>begin{number}</p>") for number, key in enumerate(KEYS[:3]))
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

    def save(self, who: int, *, kind: Revision.Kind = Revision.Kind.AUTO, answered: bool = True) -> Saved:
        browser = self.browsers[who]
        saved = Article.objects.get(pk=self.article.pk).take_in(
            browser.document, by=None, base=browser.base, kind=kind, tab=browser.tab
        )
        self.sent |= words_in(browser.document)
        if answered:
            browser.document, browser.base = taken_over(browser.document, saved), number(self.article)
        return saved

    def choose(self, who: int, side: Side) -> None:
        """Decide the oldest conflict; what is not chosen was seen by whoever did."""
        self.save(who)
        aside, browser = self.article.asides.open().first(), self.browsers[who]
        if aside is None:
            return
        article = Article.objects.get(pk=self.article.pk)
        stands = value_at(article.document(), aside.place)
        seen = f"{in_words(aside.value('text'))} {in_words(aside.value('theirs'))} {in_words(stands)}"
        saved = article.choose(aside, side, by=self.editor, base=browser.base, tab=browser.tab)
        browser.document, browser.base = taken_over(browser.document, saved), number(self.article)
        if side != "both":
            self.removed |= set(seen.split()) - words_in(browser.document)

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


def taken_over(document: Document, saved: Saved) -> Document:
    """The form after it put every change of the answer where it belongs, as the screen does."""
    sections = {one.key: one for one in document.sections}
    order = [*sections]
    for place, value in differences(saved.sent, saved.document):
        if place == "sections":
            order = value
        elif not place.startswith("sections/"):
            document = document.having(**{place: value})
        elif place.count("/") == 1:
            sections.pop(place.split("/")[1], None)
            if value is not None:
                sections[value.key] = value
        else:
            _, key, name = place.split("/")
            sections[key] = replace(sections[key], **{name: value})
    return replace(document, sections=tuple(sections[key] for key in order))


DEEDS = st.sampled_from(["line", "rewrite", "add", "move", "remove", "paragraph", "paragraph", "edit", "edit", "cut"])
STEPS = st.lists(
    st.tuples(
        st.integers(0, 2),
        st.one_of(DEEDS, st.sampled_from(["save", "save", "press", "unanswered", "choose"])),
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
        elif deed == "choose":
            with suppress(ValueError):  # of some things there cannot be both
                room.choose(who, ("mine", "theirs", "both")[at % 3])
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
