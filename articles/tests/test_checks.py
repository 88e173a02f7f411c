"""What each check finds in a story, and what it leaves alone."""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles import checks
from articles.checks import ADVICE, STOP, WARNING, Facts, Finding, house
from articles.checks.finding import ALWAYS, HouseRuleFacts, Person, PictureFacts, plain_of
from articles.document import Credit, Document, Label, Part, Picture
from articles.tests.dialogue import CURLY, STRAIGHT, Writer

DAY = date(2026, 5, 15)
IDA = Person("Ida Marsh", ("Ida of the Lamps",), born=date(1988, 5, 16), children=2)
BRAM = Person("Bram Ostrow", born=date(1963, 1, 2), children=3)
TOPICS = (
    Label(1, "Ida Marsh", "ida-marsh", "person"),
    Label(2, "Bram Ostrow", "bram-ostrow", "person"),
    Label(3, "The Orpheum", "the-orpheum", "place"),
)


def picture(**values: Any) -> Picture:
    known = {"caption": "The company bows", "alt_text": "Four dancers at the edge of a stage", "credit": "Iris Bloom"}
    return Picture(**{"asset": 1, "key": "k", "width": 900, "height": 600, **known, **values})


def story(*bodies: str, **values: Any) -> Document:
    """A story that no check has anything to say about."""
    parts = tuple(
        Part(key=f"part-{number}", body=body) for number, body in enumerate(bodies or ("<p>They rowed.</p>",))
    )
    complete = {
        "headline": "Ida Marsh returns to the lighthouse stage",
        "slug": "",
        "standfirst": "After four winters away the actress rows back to where it began",
        "bylines": (Credit(1, "Mara Quill", "mara-quill", "words"),),
        "lead": picture(),
        "topics": TOPICS,
        "sections": parts,
    }
    return Document(**{**complete, **values})


def facts(**values: Any) -> Facts:
    return Facts(**{"today": DAY, "days": (DAY,), "site": "https://news.example", **values})


def found(document: Document, given: Facts | None = None, check: str = "") -> list[Finding]:
    return [one for one in checks.run(document, given or facts()) if not check or one.check == check]


def test_of_a_good_story_there_is_nothing_to_say() -> None:
    assert (
        found(story("<p>“We danced anyway,” she said.</p>"), facts(people=(IDA, BRAM), pictures={1: PictureFacts()}))
        == []
    )


def test_every_finding_names_its_place_and_its_words() -> None:
    document = story("<p>He said said so &amp; left.</p>", "<p>Then  the the end.</p>")
    for one in found(document):
        text = {"part-0": "He said said so & left.", "part-1": "Then  the the end."}[one.place.split("/")[1]]
        assert text[one.start : one.end] == one.words
        assert one.before == text[: one.start]
        assert one.after == text[one.end :]
    assert {(one.check, one.words, one.repair) for one in found(document)} == {
        ("Repeated words", "said said", "said"),
        ("Repeated words", "the the", "the"),
        ("Spaces", "Then  the", "Then the"),
    }


def test_every_check_has_a_name_of_its_own() -> None:
    assert len({check.NAME for check in checks.CHECKS}) == len(checks.CHECKS)


@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_a_finding_is_remembered_by_what_it_was_found_by(words: str, basis: str, other: str) -> None:
    one = Finding("Ages", ALWAYS[STOP], "standfirst", "So it is", words=words, basis=basis)
    assert (one.key == replace(one, basis=other).key) == (basis == other)
    assert one.key == replace(one, severity=WARNING, repair="x", before=" ").key


def test_how_grave_a_finding_is_depends_on_the_deed() -> None:
    bare = story(topics=(), lead=None)
    twice = facts(same_slug="“Another”")
    said = {
        deed: {one.check: one.severity for one in found(bare, replace(twice, deed=deed))}
        for deed in (checks.PUBLISH, checks.CHANGES, checks.SCHEDULE)
    }
    assert said[checks.PUBLISH] == {"Topics": WARNING, "Lead picture": WARNING, "Other stories": ADVICE}
    assert said[checks.SCHEDULE] == said[checks.PUBLISH]
    assert said[checks.CHANGES] == {"Topics": ADVICE, "Lead picture": ADVICE}


@pytest.mark.parametrize("deed", [checks.PUBLISH, checks.CHANGES, checks.SCHEDULE])
def test_what_decides_and_what_the_panel_shows_are_the_same_stops(deed: str) -> None:
    rules = (rule("lamp", severity=STOP), rule("tea"))
    over = {1: PictureFacts("Bow", "IMG_2041.jpg", rights_until=date(2026, 5, 14))}
    given = facts(people=(IDA, BRAM), pictures=over, rules=rules, deed=deed, same_headline="x", same_slug="y")
    given = replace(given, named=(ORLA,))
    document = story(
        "<p>“Tea by the lamp, she said; see below, https://a.example/ the the  end.</p>",
        standfirst="Ida Marsh, 99, rows with Bram Ostrow, father of two, and Orla Finch, 99, mother of two, tonight",
        lead=picture(alt_text="IMG_2041.jpg"),
        topics=TOPICS,
    )
    shown = [one for one in found(document, given) if one.severity == STOP]
    assert {one.check for one in shown} == {check.NAME for check in checks.CHECKS if check.MAY_STOP}
    assert checks.run(document, given, stops_only=True) == shown


def test_words_from_a_word_processor_are_read_like_any_others() -> None:
    """Its no-break spaces hide from nobody where a quotation opens and closes."""
    document = story(standfirst='Ida said: "We rowed.\u00a0"So much\u00a0for the\u00a0the winter on the pier."')
    assert {one.check for one in found(document)} == {"Quotation marks", "Repeated words"}


@pytest.mark.parametrize(
    "typed",
    [
        "<p>“One.</p>\n\n<p>“Two,” she <b>said</b> <i>so</i>.</p>\n",
        "<p>“One.</p>  <p>“Two,” she\n<b>said</b>\n<i>so</i>.</p>",
        "<p>“One.</p>\r\n\t<p> “Two,” she <b>said</b> <i>so</i>.</p>",
        "<p>“One.<br />\n“Two,” she <b>said</b> <i>so</i>.</p>",
    ],
)
def test_how_an_editor_breaks_its_lines_is_no_matter(typed: str) -> None:
    assert plain_of(typed) == "“One.\n“Two,” she said so."


# -- facts of people -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("standfirst", "said"),
    [
        ("The 38-year-old rows with the father of three again this year", "Nobody the story is about is 38"),
        ("Ida Marsh, 38, rows out to the lighthouse with an old friend", "Ida Marsh is 37 on 15 May 2026"),
        ("The 37-year-old rows with Bram Ostrow, the father of two, again", "Bram Ostrow has three"),
        ("Bram Ostrow (64) rows out to the lighthouse with an old friend", "Bram Ostrow is 63"),
        ("Ida Marsh is a mother of three and rows better than anybody", "Ida Marsh has two"),
    ],
)
def test_what_a_persons_facts_contradict_is_found(standfirst: str, said: str) -> None:
    told = found(story(standfirst=standfirst), facts(people=(IDA, BRAM)))
    assert len(told) == 1
    assert said in told[0].said
    assert told[0].place == "standfirst"


@pytest.mark.parametrize(
    "standfirst",
    [
        "The 37-year-old rows with the father of three again this year",
        "Ida Marsh, 37, rows with Bram Ostrow (63) out to the lighthouse",
        "Ida Marsh took her two-year-old and a 19-year-old goat to the sea",
        "Ida Marsh was a 20-year-old student when the lighthouse called her",
        "Orla Finch, 50, a stranger, rows out to the lighthouse at night",
    ],
)
def test_what_agrees_or_is_about_somebody_else_is_left_alone(standfirst: str) -> None:
    assert found(story(standfirst=standfirst), facts(people=(IDA, BRAM))) == []


ORLA = Person("Orla Finch", born=date(1970, 1, 1), children=3)


@pytest.mark.parametrize(
    ("standfirst", "said"),
    [
        ("Orla Finch, 99, a mother of nine, rows out to the lighthouse", ["is 56 on 15 May 2026", "has three"]),
        ("The 50-year-old singer Orla Finch rows out to the lighthouse", ["is 56 on 15 May 2026"]),
        ("Orla Finch (56), a mother of two, rows out to the lighthouse", ["has three"]),
        ("Orla Finch, 56, a mother of three, rows out to the lighthouse", []),
        ("The 50-year-old rows out to the lighthouse with a mother of two", []),
        ("Orla Finch was a 20-year-old student when the lighthouse called", []),
    ],
)
def test_whom_a_story_only_names_is_checked_by_name_and_never_stops_it(standfirst: str, said: list[str]) -> None:
    told = found(story(standfirst=standfirst), facts(named=(ORLA,)))
    assert [one.severity for one in told] == [WARNING] * len(said)
    for one, words in zip(told, said, strict=True):
        assert words in one.said
        assert "If it is the same person" in one.said


def test_of_two_people_of_one_name_whom_a_story_names_nobody_is_meant() -> None:
    other = Person("Orla Finch", born=date(1990, 1, 1))
    assert found(story(standfirst="Orla Finch, 99, rows out to the lighthouse"), facts(named=(ORLA, other))) == []


@given(
    st.lists(st.sampled_from([IDA, BRAM]), unique=True, max_size=2),
    st.sampled_from(["Ida Marsh", "Bram Ostrow", "Orla Finch", "Otto Marsh", "The singer"]),
    st.integers(1, 99),
    st.integers(1, 9),
)
def test_who_is_only_named_changes_nothing_of_what_stops(people: list[Person], who: str, age: int, count: int) -> None:
    document = story(standfirst=f"{who}, {age}, a mother of {count}, rows with the {age}-year-old star {who} again")
    given = facts(people=tuple(people))
    named = replace(given, named=(ORLA, Person("Otto Marsh", born=date(1950, 1, 1), children=8)))
    stops = [one for one in found(document, named) if one.severity == STOP]
    assert [replace(one, said="") for one in stops] == [
        replace(one, said="") for one in found(document, given) if one.severity == STOP
    ]


def test_an_age_is_that_of_the_day_of_publication() -> None:
    document = story(standfirst="Ida Marsh, 38, rows out to the lighthouse with an old friend")
    assert found(document, facts(people=(IDA,), days=(date(2026, 5, 16),))) == []
    wrong = found(document, facts(people=(IDA,)))
    assert [(one.severity, one.words, one.repair) for one in wrong] == [(STOP, "38", "37")]
    live = facts(people=(IDA,), days=(date(2026, 5, 16), date(2027, 6, 1)))
    assert found(document, live) == [], "it was so when readers first read it"


# -- pictures --------------------------------------------------------------------------------------------------------

KNOWN = PictureFacts(
    "Bow",
    "IMG_2041.jpg",
    "Orla Finch attends the Lumen Awards on March 02, 2025 in Port Merrin, Norland.",
    "Iris Bloom",
)


@pytest.mark.parametrize(
    ("use", "severity", "said"),
    [
        ({"alt_text": "IMG_2041.jpg"}, STOP, "a file’s name"),
        ({"alt_text": "DSC_0044"}, STOP, "a file’s name"),
        ({"alt_text": KNOWN.source_caption}, WARNING, "the agency’s caption"),
        ({"alt_text": "Ida Marsh poses at the Gala on May 15, 2025 in Marlow"}, WARNING, "the agency’s caption"),
        ({"alt_text": "The company  bows"}, WARNING, "are the same"),
    ],
)
def test_an_alternative_text_says_what_is_to_be_seen(use: dict[str, Any], severity: str, said: str) -> None:
    told = found(story(lead=picture(**use)), facts(pictures={1: KNOWN}), "Alternative text")
    assert [(one.severity, one.place) for one in told] == [(severity, "lead/alt_text")]
    assert said in told[0].said


def test_a_decorative_picture_needs_none() -> None:
    assert found(story(lead=picture(alt_text="", decorative=True)), facts(pictures={1: KNOWN})) == []


def test_a_picture_whose_rights_are_over_that_day_stops() -> None:
    over = {1: replace(KNOWN, rights_until=date(2026, 5, 14))}
    assert [one.severity for one in found(story(), facts(pictures=over))] == [STOP]
    assert found(story(), facts(pictures=over, days=(date(2026, 5, 14),))) == []


def test_who_is_in_the_picture_is_in_the_story() -> None:
    shows = {1: replace(KNOWN, people=("Orla Finch",))}
    told = found(story(), facts(pictures=shows))
    assert "Orla Finch, whom the story does not name" in told[0].said
    assert found(story("<p>Finch rowed along.</p>"), facts(pictures=shows)) == []


def test_a_story_without_a_lead_picture_is_told_so_and_two_forms_of_one_credit() -> None:
    assert [one.place for one in found(story(lead=None))] == ["lead"]
    two = story(lead=picture(), sections=(Part("a", body="<p>They rowed.</p>", pictures=(picture(asset=2),)),))
    credits = {1: replace(KNOWN, credit="Limelight"), 2: replace(KNOWN, credit="Limelight Images")}
    assert [one.said for one in found(two, facts(pictures=credits)) if "two forms" in one.said]


# -- links, wording, shape -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bodies", "check", "words"),
    [
        (["<p>For the trailer, see below...</p>"], "See below", "see below"),
        (['<p>For more <a href="https://a.example/">click here</a>.</p>'], "Words of links", "click here"),
        (['<p>It is all <a href="https://a.example/">here</a>.</p>'], "Words of links", "here"),
        (["<p>It is at https://a.example/x now.</p>"], "Words of links", "https://a.example/x"),
        (["<p>“Yes,” she told Variety.</p>"], "Sources", "Variety"),
        (['<p>So says <a href="/film/999/gone/">the story</a>.</p>'], "Broken links", "the story"),
        (["<p>They they rowed.</p>"], "Repeated words", "They they"),
        (["<p>With ida marsh at the oar.</p>"], "Names", "ida marsh"),
        (
            [
                "<p>In Night Ferry: The Long Tide she rows.</p>",
                "<p>Night Ferry – The Long Tide, Night Ferry: The Long Tide.</p>",
            ],
            "Titles",
            "Night Ferry – The Long Tide",
        ),
        (["<p>They rowed.</p>", "<p> </p>"], "Sections", " "),
    ],
)
def test_what_is_to_be_put_right_is_found_at_its_words(bodies: list[str], check: str, words: str) -> None:
    told = found(story(*bodies))
    assert [(one.check, one.words.strip()) for one in told] == [(check, words.strip())]


@pytest.mark.parametrize(
    "bodies",
    [
        ["<p>“Yes,” she told <a href='/x'>Variety</a>.</p>".replace("'", '"').replace('"/x"', '"https://a.example/"')],
        ['<p>So says <a href="/film/12/here/">the story</a>, and <a href="mailto:a@b.example">the desk</a>.</p>'],
        ["<p>She had had enough; no, no. Duran Duran played.</p>"],
        ["<p>The sea lies below the lamp, and variety is the spice of life.</p>"],
        ["<p>IDA MARSH ROWS</p><p>Ida Marsh said so.</p>"],
        ["<p>They met at the Orpheum, where it began.</p>"],
    ],
)
def test_what_is_right_is_left_alone(bodies: list[str]) -> None:
    assert found(story(*bodies), facts(internal_links=frozenset({"/film/12/here/"}))) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So she told <em>Harbour Tonight</em>.", "Harbour Tonight"),
        ("So she told the <cite>Marlow &amp; Bay Echo</cite> in May.", "Marlow & Bay Echo"),
        ("In an interview with <em>Lantern</em>, Ida said so.", "Lantern"),
        ("<em>So</em>&nbsp;it is, according to <em>The Norland Post</em>’s Bo Lund.", "The Norland Post"),
        ("So she told Meridian, who wrote it down.", "Meridian"),
        ("Tide Radio reported it, and they rowed on <em>Harbour Tonight</em>.", "Tide Radio"),
        ("She told <em>Night Ferry</em> star Bram Ostrow all of it.", ""),
        ("So she told <em>Night Ferry</em>, her boat, as she told <em>Ida Marsh</em> and <em>Orla Finch</em>.", ""),
        ("She told <em>her</em>, and <em>Harbour Tonight</em> was on.", ""),
        ('So she told <em><a href="https://a.example/">Harbour Tonight</a></em>.', ""),
        ('As she told <em>Harbour Tonight</em>, she <a href="https://a.example/">rows at night</a>.', ""),
        ("They rowed to Meridian on Tide Radio day.", ""),
    ],
)
def test_an_outlet_is_also_a_name_in_italics_that_was_told_and_an_organisation_on_file(text: str, name: str) -> None:
    topics = (*TOPICS, Label(4, "Night Ferry", "night-ferry", "work"), Label(5, "Meridian", "meridian", "organisation"))
    given = facts(organisations=("Tide Radio",), named=(ORLA,))
    told = found(story(f"<p>They rowed.</p><p>{text}</p>", topics=topics), given, "Sources")
    assert [one.words for one in told] == ([name] if name else [])


def test_clean_dialogue_with_words_in_italics_quotes_no_outlet() -> None:
    """Under one false alarm in ten thousand words."""
    words, alarms, given = 0, 0, facts(people=(IDA, BRAM), organisations=("Harbour Trust",))
    for seed in range(400):
        pick, paragraphs = random.Random(seed), []
        for paragraph in Writer(seed, CURLY if seed % 2 else STRAIGHT).text(12):
            split = paragraph.split(" ")
            words += len(split)
            for at in range(len(split)):
                if pick.random() < 0.15 and split[at].isalpha():
                    split[at] = f"<em>{split[at]}</em>"
            paragraphs.append(f"<p>{' '.join(split)}</p>")
        alarms += len(found(story("".join(paragraphs)), given, "Sources"))
    assert words > 50_000
    assert alarms * 10_000 < words


def test_see_below_is_right_where_something_follows() -> None:
    document = story("<p>For the trailer, see below.</p>")
    video = Part("v", kind="video", url="https://a.example/", title="The trailer")
    assert found(replace(document, sections=(*document.sections, video))) == []


def test_words_of_time_are_told_only_of_a_story_that_goes_out_another_day() -> None:
    document = story("<p>They row tonight.</p>")
    assert found(document) == []
    assert found(document, facts(deed=checks.SCHEDULE)) == []
    told = found(document, facts(deed=checks.SCHEDULE, days=(date(2026, 5, 17),)))
    assert [(one.check, one.words) for one in told] == [("Words of time", "tonight")]
    assert "Sunday, 17 May" in told[0].said


@pytest.mark.parametrize(
    ("changes", "given", "place", "severity"),
    [
        ({"headline": "Ida rows"}, {}, "headline", ADVICE),
        ({"headline": "Ida Marsh " * 12}, {}, "headline", WARNING),
        ({"standfirst": ""}, {}, "standfirst", WARNING),
        ({"standfirst": "She rows and rows. " * 14}, {}, "standfirst", WARNING),
        ({"topics": ()}, {}, "topics", WARNING),
        ({}, {"same_headline": "published 1 May 2026"}, "headline", WARNING),
        ({}, {"same_slug": "“Another”"}, "slug", ADVICE),
        ({"sections": (Part("a", subhead="First", body="<p>They rowed.</p>"),)}, {}, "sections/a/subhead", ADVICE),
    ],
)
def test_the_story_as_a_whole(changes: dict[str, Any], given: dict[str, Any], place: str, severity: str) -> None:
    assert [(one.place, one.severity) for one in found(story(**changes), facts(**given))] == [(place, severity)]


# -- house style -----------------------------------------------------------------------------------------------------


def rule(pattern: str, suggestion: str = "", **values: Any) -> HouseRuleFacts:
    given = {"is_pattern": False, "any_case": True, **values}
    severity = given.pop("severity", WARNING)
    return HouseRuleFacts(1, "As we write it", severity, "", suggestion, pattern, **given)


def test_the_houses_words_are_found_as_words_and_keep_their_capital() -> None:
    document = story("<p>Theater or theaters? The theater.</p>")
    told = found(document, facts(rules=(rule("theater", "theatre"),)))
    assert [(one.words, one.repair) for one in told] == [("Theater", "Theatre"), ("theater", "theatre")]


def test_a_pattern_puts_what_its_brackets_found_into_the_suggestion() -> None:
    dates = rule(r"(May|June) 0?(\d{1,2}), (\d{4})", r"\2 \1 \3", is_pattern=True)
    told = found(story("<p>On May 05, 2026 they rowed.</p>"), facts(rules=(dates,)))
    assert [(one.words, one.repair) for one in told] == [("May 05, 2026", "5 May 2026")]


def test_a_rule_of_credits_looks_at_the_pictures() -> None:
    credit = rule("^Limelight$", "Limelight Images", is_pattern=True, of_credits=True)
    told = found(story(), facts(rules=(credit,), pictures={1: replace(KNOWN, credit="Limelight")}))
    assert "“Limelight Images”" in told[0].said


HOSTILE = [
    *("(a+)+$", "(a|aa)+$", "(.*a){25}", "(x+x+)+y", "([a-z]+)*!", "^(([a-z])+.)+[A-Z]([a-z])+$", "(a?){50}a{50}"),
    *("((a{1,100}){1,100}){1,100}", "(?:a{0,500}){0,500}", r"(\w+\s?)*\.$", "(.{1,1000}){1,1000}x", "(?=a)a", r"(a)\1"),
]


@pytest.mark.parametrize("pattern", HOSTILE)
def test_a_hostile_pattern_is_refused_or_done_in_a_tenth_of_a_second(pattern: str) -> None:
    house.compiled.cache_clear()
    text = "a" * 20_000 + " " + "x" * 5_000
    start = time.process_time()
    refusal = "None."
    try:
        list(house.matches(rule(pattern, is_pattern=True), text))
    except house.NotAPattern as error:
        refusal = str(error)
    assert refusal.endswith(".")
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize("pattern", ["", "a*", "(", "x" * 201])
def test_a_pattern_that_finds_nothing_or_everything_is_refused(pattern: str) -> None:
    with pytest.raises(house.NotAPattern):
        house.compiled(pattern, True, False)


PATTERNS = [
    *(r"^tea", r"tea$", r"\btea\b", r"a\sb", r"t.a", r"[^x]ea", r"\Atea", r"tea\z", r"(?i)tea", r"tea|^b$", r"\Btea"),
    *(r"(?s)a.b", r"^a.*b$", r"\W", r"é"),
]


@given(st.lists(st.text("tea bé\n-", max_size=12), min_size=1, max_size=5), st.sampled_from(PATTERNS), st.booleans())
def test_the_quick_look_at_all_texts_misses_nothing_a_rule_finds(
    texts: list[str], pattern: str, any_case: bool
) -> None:
    asked = rule(pattern, is_pattern=True, any_case=any_case)
    finder = house.sieve(pattern, True, any_case)
    if any(list(house.matches(asked, text)) for text in texts):
        assert finder is None or finder.search("\n".join(texts).encode())


# -- repairs ---------------------------------------------------------------------------------------------------------

BROKEN: list[Callable[[], Document]] = [
    lambda: story('<p>He was "kindand "warm".</p>', "<p>They they  rowed ,slowly , and and home.</p>"),
    lambda: story(standfirst="Ida Marsh, 40, rows with ida marsh and Bram Ostrow, father of two, at sea"),
    lambda: story("<p>“One.</p><p>Two,” she said.</p><h3>Next</h3><p>“Three.</p>"),
]


@pytest.mark.parametrize("broken", BROKEN)
def test_a_repair_changes_its_own_place_and_its_finding_is_gone(broken: Callable[[], Document]) -> None:
    document, given = broken(), facts(people=(IDA, BRAM))
    for one in found(document, given):
        if one.repair is None:
            continue
        better = repaired(document, one)
        assert one.key not in {other.key for other in found(better, given)}, one
        assert len(found(better, given)) < len(found(document, given)), one


def repaired(document: Document, one: Finding) -> Document:
    """As the screen does it, for texts without signs that HTML writes otherwise."""
    assert one.repair is not None
    if not one.place.startswith("sections/"):
        value = getattr(document, one.place)
        return replace(document, **{one.place: value[: one.start] + one.repair + value[one.end :]})
    key = one.place.split("/")[1]
    parts = [
        replace(part, body=part.body.replace(one.words, one.repair, 1)) if part.key == key else part
        for part in document.sections
    ]
    return replace(document, sections=tuple(parts))
