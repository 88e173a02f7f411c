"""Quotation marks are paired by where they stand: what is missing is found, and clean dialogue is left alone."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.checks import STOP, WARNING
from articles.checks.finding import Finding, Text, plain_of
from articles.checks.quotation import of_text
from articles.tests.dialogue import CURLY, STRAIGHT, Style, Writer

# A story that lost “mark and space” nine times, as a paste can. In the sixth the next paragraph begins with a mark.
SECTIONS = [
    [
        "Ida Marsh talked of the lighthouse film they make together.",
        'She told The Lantern at the premiere of The Long Tide that Bram\'s help had been "remarkableand "truly kind".',
    ],
    [
        '"He lent us the pier. He would lend the whole bay if it brought one more child to the pictures,Ida said. ',
        '"We mend nets on Sundays, and there he hums the whole of it [the score]."',
        '"Nobody had asked him to paint [the hull],she added. "He came with his own brush and stayed all winter."',
        "The two have been seen rowing, and fell in twice.",
        "Asked by The Lantern how they prepare, Ida answered: \"Blisters, tar, and tea that's been cold since six.",
        "\"I don't swim, and the goat doesn't either, so we're careful,she later told Harbour Tonight. \"Ask the goat.",
    ],
    [
        'In spring she called the rowing "astounding", adding: "My hands know it now. So does my back."',
        '"Then there are the seals. A stand-in in the boat would have them all to herself,Ida concluded. ',
    ],
    [
        '"On the water [at dawn] nobody asks you for a line,he explained on The Sofa. "So the oars became my script.',
        "The film has Bram row round the bay as it ends.",
    ],
]


def found_in(*paragraphs: str) -> list[Finding]:
    return list(of_text(Text("standfirst", "The text", "\n".join(paragraphs))))


def repaired(paragraphs: list[str], found: list[Finding]) -> list[str]:
    text = "\n".join(paragraphs)
    for one in sorted(found, key=lambda one: -one.start):
        assert text[one.start : one.end] == one.words
        assert one.repair is not None
        text = text[: one.start] + one.repair + text[one.end :]
    return text.split("\n")


def test_nine_lost_marks_are_eight_errors_and_one_that_may_be_meant() -> None:
    found = [one for section in SECTIONS for one in found_in(*section)]

    assert [one.gravity.publish for one in found].count(STOP) == 8
    assert [one.gravity.publish for one in found].count(WARNING) == 1
    broken = {
        (number, paragraph_at(section, one)) for number, section in enumerate(SECTIONS) for one in found_in(*section)
    }
    assert broken == {(0, 1), (1, 0), (1, 2), (1, 4), (1, 5), (2, 1), (3, 0)}
    warned = next(one for one in found if one.gravity.publish == WARNING)
    assert warned.words == "six."
    assert "elsewhere or later" in warned.said


def paragraph_at(section: list[str], one: Finding) -> int:
    return "\n".join(section)[: one.start].count("\n")


def test_every_one_has_a_repair_and_nothing_is_left_of_it() -> None:
    for section in SECTIONS:
        assert found_in(*repaired(section, found_in(*section))) == []
    assert '"remarkable" and "truly kind".' in repaired(SECTIONS[0], found_in(*SECTIONS[0]))[1]
    assert 'to the pictures," Ida said.' in repaired(SECTIONS[1], found_in(*SECTIONS[1]))[0]


@pytest.mark.parametrize(
    "text",
    [
        "“Rock ’n’ roll, ’tis the dancers’ night,” she said. “Give ’em the ’90s.”",
        "\"Rock 'n' roll, 'tis the dancers' night,\" she said. \"Give 'em the '90s.\"",
        'He is 6\'2" and carried a 12" record.',
        '"The 12" single," she said, "is by the \'Lamps\'."',
        "“She told me, ‘go home,’ and I did,” he said.",
        "‘She told me, “go home,” and I did,’ he said.",
        "„So geht es“, sagte sie. «Voilà», dit-il. « Voilà », dit-il.",
        "The goats’ shed, the actors' door and Hawai'i.",
        "“Wait—” she said. (“No.”) [“Yes”]",
        'She called it "a \'remarkable\' night" and "a gift".',
        'The line was <a href="x>, and then a="b with alert("x',
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_a_quotation_that_goes_on_opens_every_paragraph_and_closes_the_last() -> None:
    assert found_in("“One.", "“Two.", "“Three,” she said.") == []
    missing = found_in("“One.", "Two.", "“Three,” she said.")
    assert [(one.words, one.repair) for one in missing] == [("“One.", "“One.”")]
    goes_on = found_in("“One.", "Two,” she said.")
    assert len(goes_on) == 1
    assert "goes on from the paragraph before" in goes_on[0].said
    assert goes_on[0].repair == "“Two,”"
    assert found_in("“One.", "", "“Two,” she said.") == []
    for between in ("</p><h3>Next</h3><p>", "</p></blockquote><p>"):
        assert len(found_in(plain_of(f"<p>“One.{between}“Two,” she said.</p>"))) == 1


EMPTY = ["", " ", "\u00a0", "\u00a0 "]


@given(
    st.integers(0, 10**9),
    st.sampled_from([STRAIGHT, CURLY]),
    st.lists(st.tuples(st.integers(0, 60), st.sampled_from(EMPTY)), max_size=12),
    st.data(),
)
def test_empty_paragraphs_change_nothing_of_what_is_found(
    seed: int, style: Style, empty: list[tuple[int, str]], data: st.DataObject
) -> None:
    whole = "\n".join(Writer(seed, style).text(6))
    lost = data.draw(st.sampled_from([-1, *(one.start() for one in re.finditer('["“”]', whole))]))
    written = (whole if lost < 0 else whole[:lost] + whole[lost + 1 :]).split("\n")
    apart = list(written)
    for at, nothing in empty:
        apart.insert(min(at, len(apart)), nothing)
    assert told(found_in(*apart)) == told(found_in(*written))
    html = "".join(f"<p>{one}</p>" for one in apart)
    assert told(found_in(plain_of(html))) == told(found_in(*written))


def told(found: list[Finding]) -> list[tuple[str, str, str, str | None]]:
    return [(one.gravity.publish or "", one.said, one.words, one.repair) for one in found]


def test_nine_lost_marks_are_found_alike_with_empty_paragraphs_between() -> None:
    closely = [one for section in SECTIONS for one in found_in(*section)]
    apart = [one for section in SECTIONS for one in found_in(*(line for text in section for line in (text, "")))]
    assert told(apart) == told(closely)


def test_marks_turned_the_wrong_way_are_turned() -> None:
    assert [(one.words, one.repair) for one in found_in("”One,” she said. “Two.”")] == [("”One,”", "“One,”")]
    assert [(one.words, one.repair) for one in found_in("“One,“ she said.")] == [("“One,“", "“One,”")]


@given(st.integers(0, 10**9), st.sampled_from([STRAIGHT, CURLY]))
def test_correct_dialogue_is_never_reported(seed: int, style: Style) -> None:
    assert found_in(*Writer(seed, style).text(12)) == []


def test_inches_written_with_straight_marks_raise_less_than_one_false_alarm_in_ten_thousand_words() -> None:
    """Two of them in one quotation cannot be told from its end; one in every ten quotations here has some."""
    texts = [Writer(seed, STRAIGHT, inches=True).text(12) for seed in range(800)]
    words = sum(len(paragraph.split()) for text in texts for paragraph in text)
    assert sum(len(found_in(*text)) for text in texts) * 10_000 < words


@given(st.integers(0, 10**9), st.sampled_from([STRAIGHT, CURLY]), st.data())
def test_a_lost_mark_is_always_reported(seed: int, style: Style, data: st.DataObject) -> None:
    """Unless what is left is correct, too: a quotation may go on in a paragraph that begins with a mark, and a
    paragraph that lost its only mark says nothing of it."""
    text = "\n".join(Writer(seed, style).text(6))
    marks = [one.start() for one in re.finditer('["“”]', text) if not still_correct(text, one.start())]
    if not marks:
        return
    lost = data.draw(st.sampled_from(marks))
    assert found_in(*(text[:lost] + text[lost + 1 :]).split("\n"))


def still_correct(text: str, lost: int) -> bool:
    start, end = text.rfind("\n", 0, lost) + 1, text.find("\n", lost)
    end = len(text) if end < 0 else end
    before = text[:start].rstrip("\n").rpartition("\n")[2]
    rest = re.findall('["“”]', text[start:lost] + text[lost + 1 : end])
    is_last = not re.search('["“”]', text[lost + 1 : end])
    if is_last and text[end : end + 2].lstrip("\n")[:1] in {'"', "“"} and len(rest) % 2 == 1:
        return True
    goes_on = len(re.findall('["“”]', before)) % 2 == 1
    return not rest and not goes_on
