"""Comparing two saves: nothing is lost between the marks."""

import re
import time
from dataclasses import replace
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import comparing
from articles.comparing import compare, words
from articles.document import Document, Part, Picture
from newsroom.html import plain

TEXT = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200)


@given(TEXT, TEXT)
def test_the_marks_give_both_texts_back(old: str, new: str) -> None:
    runs = words(old, new)
    assert "".join(run.text for run in runs if run.mark != "new") == old
    assert "".join(run.text for run in runs if run.mark != "gone") == new


def test_only_the_word_that_changed_is_marked() -> None:
    runs = words("She said no to the part.", "She said yes to the part.")
    assert [(run.mark, run.text) for run in runs if run.mark != "same"] == [("gone", "no"), ("new", "yes")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a\n" * 16_000, "a\n" * 15_990 + "b\n" * 9),
        ("a\nb\n" * 8_000, "b\na\n" * 8_000),
        ("a b " * 700, "b a " * 700),
        ("c " + "a " * 1400, "a " * 1400 + "c "),
        ("c " + "a " * 1215, "a " * 1215 + "c "),  # as much as is compared word by word at all
    ],
)
def test_no_two_texts_take_more_than_a_second_to_compare(old: str, new: str) -> None:
    started = time.process_time()
    runs = words(old, new)
    assert time.process_time() - started < 1
    assert "".join(run.text for run in runs if run.mark != "new") == old


PIECES = ['<a href="/x">', '<a title="t" href="/y">', "<a>", "</a>", "<em>", "</em>", "<blockquote>", "</blockquote>"]
PIECES += ["<li>", "</li>", "<p>", "</p>", "one", " two", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_links_and_emphasis_are_those_that_end_up_to_their_first_end(body: str) -> None:
    links = re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', body, re.DOTALL)
    assert comparing._links(body) == "\n".join(f"{plain(inside)}: {address}" for address, inside in links)
    names = {"em": "italic", "blockquote": "quotation"}
    emphasis = re.findall(r"<(em|li|blockquote)>(.*?)</\1>", body, re.DOTALL)
    told = [f"{names[tag]}: {plain(inside)}" for tag, inside in emphasis if tag in names]
    assert comparing._emphasis(body) == "\n".join(told)


@pytest.mark.parametrize(
    "piece", ["<blockquote>a", '<a href="/x">a', '<a href="x', "<a ", "<em>a<strong>b", '<a href="x" href="y', "a</em>"]
)
def test_text_without_its_ends_takes_no_more_than_its_length_to_compare(piece: str) -> None:
    """As no cleaned text is: twice as much of it would take four times as long, or eight."""

    def seconds(count: int) -> float:
        old, new = Part(key="k", body=piece * count), Part(key="k", body=piece * count + " the end")
        taken = []
        for _ in range(3):
            started = time.process_time()
            for body in (old.body, new.body):
                comparing._links(body)
                comparing._emphasis(body)
                comparing._dressed(body)
            taken.append(time.process_time() - started)
        return min(taken)

    assert seconds(8_000) < 30 * max(seconds(500), 0.001)


def story(*parts: Part) -> Document:
    return Document(headline="h", slug="s", sections=parts)


def test_sections_are_told_as_new_gone_moved_or_changed() -> None:
    a, b, c, d = (Part(key=str(uuid4()), subhead=name, body=f"<p>{name}</p>") for name in "abcd")
    comparison = compare(story(a, b, c), story(c, a, replace(d), replace(b, body="<p>other</p>")))
    told = {one.title: (one.status, one.moved) for one in comparison.sections}
    assert told["d"] == ("new", False)
    assert told["b"] == ("changed", False)
    assert told["a"] == ("same", False)
    assert told["c"] == ("same", True)
    gone = compare(story(a, b), story(b))
    assert [(one.title, one.status) for one in gone.sections] == [("a", "gone"), ("b", "same")]


def test_a_change_of_a_picture_or_of_emphasis_alone_is_seen() -> None:
    part = Part(key=str(uuid4()), body="<p>One word</p>")
    bold = replace(part, body="<p>One <strong>word</strong></p>")
    assert [change.what for change in compare(story(part), story(bold)).sections[0].changes] == [
        "Emphasis, links or lists"
    ]
    pictured = replace(part, pictures=(Picture(1, "k", 10, 10, caption="c"),))
    assert "Pictures" in {change.what for change in compare(story(part), story(pictured)).sections[0].changes}
    assert compare(story(part), story(part)).is_empty
