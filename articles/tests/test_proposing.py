"""What a change is proposed to be: never a typo where a fact changed, and never more than a typo where none did."""

import string
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.document import Document, Part
from articles.proposing import DATES, NEGATIONS, NUMBERS, proposal
from articles.tests.factories import make_picture
from articles.workflow import ChangeKind

PLAIN = [
    "the",
    "harbour",
    "lights",
    "went",
    "out",
    "at",
    "dusk",
    "while",
    "the",
    "company",
    "rehearsed",
    "its",
    "last",
    "dance",
    "on",
    "the",
    "old",
    "stage",
]


def story(text: str, **values: object) -> Document:
    part = Part(key="8b0a2c1e-0000-4000-8000-000000000001", body=f"<p>{text}</p>")
    return Document(headline="Isolde Vane returns", slug="", sections=(part,)).having(**values)


@st.composite
def plain_sentences(draw: st.DrawFn) -> list[str]:
    return draw(st.lists(st.sampled_from(PLAIN), min_size=4, max_size=30))


FACTS = st.one_of(
    st.integers(0, 99_999).map(str),
    st.sampled_from(sorted(NUMBERS)),
    st.sampled_from([one.capitalize() for one in sorted(DATES)]),
    st.sampled_from(["Mara", "Otto", "Lindqvist", "Meridian", "O’Hara", "Vane-Holt", "Isolde"]),
    st.sampled_from([*sorted(NEGATIONS), "didn’t", "wasn't"]),
    st.sampled_from(["“We danced anyway”", "“never again”", "“it was his idea”"]),
)


@given(plain_sentences(), st.data(), FACTS, FACTS)
def test_where_a_fact_is_put_in_taken_out_or_exchanged_it_is_more_than_a_typo(
    words: list[str], data: st.DataObject, fact: str, other: str
) -> None:
    at = data.draw(st.integers(1, len(words)))
    without = " ".join(words)
    with_one = " ".join([*words[:at], fact, *words[at:]])
    with_other = " ".join([*words[:at], other, *words[at:]])

    pairs = [(without, with_one), (with_one, without)]
    if at == len(words) and fact[0].isalpha():  # a sentence of its own, which it opens
        pairs.append((f"{without}. It ended.", f"{without}. {fact} ended."))
    if fact.lower().replace("’", "'") != other.lower().replace("’", "'"):
        pairs.append((with_one, with_other))
    for before, after in pairs:
        found = proposal(story(before), story(after))
        assert found.kind != ChangeKind.TYPO, (before, after)
        assert found.reasons


@given(plain_sentences(), st.data())
def test_a_letter_or_a_sign_put_right_is_a_typo(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words) - 1))
    wrong = data.draw(
        st.one_of(
            st.tuples(st.integers(0, len(words[at])), st.sampled_from(string.ascii_lowercase)).map(
                lambda pair: words[at][: pair[0]] + pair[1] + words[at][pair[0] :]
            ),
            st.sampled_from([",", " ,", ".", " –", ";"]).map(lambda sign: words[at] + sign),
        ).filter(lambda one: one.strip(" ,.–;") not in {*NUMBERS, *DATES, *NEGATIONS})
    )
    mistaken = " ".join([*words[:at], wrong, *words[at + 1 :]])

    assert proposal(story(mistaken), story(" ".join(words))).kind == ChangeKind.TYPO


@given(plain_sentences(), FACTS)
def test_what_is_the_same_is_a_typo_without_a_reason(words: list[str], fact: str) -> None:
    text = " ".join([*words, fact])
    found = proposal(story(text), replace(story(text), working_title="Vane", slug="vane"))
    assert (found.kind, found.reasons) == (ChangeKind.TYPO, [])


@pytest.mark.parametrize(
    ("before", "after", "kind", "why"),
    [
        (
            "It opened in 1931.",
            "It opened in 1913.",
            "correction",
            "A number changed in the text: “1931” became “1913”.",
        ),
        ("It opens on Friday.", "It opens on Sunday.", "correction", "“Friday” became “Sunday”"),
        ("She met Mara Holt.", "She met Mara Hult.", "correction", "A name changed"),
        ("She did agree.", "She did not agree.", "correction", "A negation came into the text: “not”."),
        ("“We danced,” she said.", "“We did dance,” she said.", "correction", "A quotation reads differently"),
        ("The lights went out.", "The lights went out. “We danced,” she said.", "update", "There is a new quotation"),
        ("Mara Holt agreed.", "Otto Holt agreed.", "correction", "“Mara” became “Otto”"),
        ("Mara left Otto at the pier.", "Otto left Mara at the pier.", "clarification", "A name stands elsewhere"),
        ("It took £5 from each.", "It took $5 from each.", "correction", "“£5” became “$5”"),
        ("It was 1.5 long.", "It was 15 long.", "correction", "“1.5” became “15”"),
        ("They were happy with it.", "They were unhappy with it.", "correction", "“happy” became “unhappy”"),
        ("He allegedly took it.", "He took it.", "correction", "A word of doubt is gone from the text"),
        (
            "“We danced anyway” she said.",
            "“We danced any way” she said.",
            "correction",
            "A quotation reads differently",
        ),
        ("‘We danced,’ she said.", "‘We did it,’ she said.", "correction", "A quotation reads differently"),
        ("They married in the old town.", "They parted in the old town.", "clarification", "“married” became “parted”"),
        ("That is the Vanes house.", "That is the Vanes’ house.", "typo", ""),
        ("Teh lights went out.", "The lights went out.", "typo", ""),
        ("the lights went out atthe old pier", "the lights went out at the old pier", "typo", ""),
        ("teh lights went out", "the lights went out", "typo", ""),
        ("she likes the Theatre", "she likes the theatre", "typo", ""),
        ("a fine long evening of dances", "some short dull mornings without any music", "correction", "negation"),
        (
            "old bright red small glad warm days",
            "new dark blue large sad cold nights",
            "clarification",
            "put otherwise",
        ),
        (
            "It is late.",
            "It is late. " + "they went on dancing until the morning came over the town again " * 2,
            "update",
            "more",
        ),
    ],
)
def test_the_proposal_says_what_it_saw(before: str, after: str, kind: str, why: str) -> None:
    found = proposal(story(before), story(after))
    assert found.kind == kind
    assert why in " ".join(found.reasons)


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("The harbour slept. Harbuor lights went out.", "The harbour slept. Harbour lights went out.", "typo"),
        ("The harbour slept. Habour lights went out.", "The harbour slept. Harbour lights went out.", "typo"),
        ("Harbuor lights went out. A harbuor slept.", "Harbour lights went out. A harbuor slept.", "typo"),
        ("He will go. Will Holt agreed.", "He will go. Bill Holt agreed.", "correction"),
        ("He will go with Will. Will agreed.", "He will go with Will. Bill agreed.", "correction"),
        ("The mara slept. Mara agreed.", "The mara slept. Otto agreed.", "correction"),
        ("The lamp went out. Habour lights went out.", "The lamp went out. Harbour lights went out.", "correction"),
        ("He said no to Harbour. Harbuor won.", "He said no to Harbour. Harbour won.", "correction"),
    ],
)
def test_a_misspelt_word_that_opens_a_sentence_is_no_name(before: str, after: str, kind: str) -> None:
    assert proposal(story(before), story(after)).kind == kind


@given(st.sampled_from(["harbour", "company", "lights", "rehearsed", "while"]), st.data())
def test_a_common_word_put_right_at_the_start_of_a_sentence_is_a_typo(word: str, data: st.DataObject) -> None:
    at, letter = data.draw(st.integers(1, len(word) - 2)), data.draw(st.sampled_from(string.ascii_lowercase))
    mistakes = [
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    ]
    wrong = data.draw(st.sampled_from(mistakes))
    text = f"They saw the {word} at dusk. {{}} went on."
    found = proposal(story(text.format(wrong.capitalize())), story(text.format(word.capitalize())))
    assert found.kind == ChangeKind.TYPO


def test_words_set_apart_as_said_are_a_quotation_without_marks() -> None:
    before, after = "<blockquote>we danced</blockquote>", "<blockquote>we danse</blockquote>"
    found = proposal(story(f"</p>{before}<p>"), story(f"</p>{after}<p>"))
    assert found.kind == ChangeKind.CORRECTION


def test_the_places_that_read_differently_are_named() -> None:
    found = proposal(story("It is late."), story("It is early.", headline="Isolde Vane is back"))
    assert found.places == ["the headline", "the text"]


@pytest.mark.django_db
def test_another_picture_is_news() -> None:
    found = proposal(story("It is late.", lead=make_picture()), story("It is late.", lead=make_picture()))
    assert found.kind == ChangeKind.UPDATE
    assert found.reasons == ["The lead picture is another."]
