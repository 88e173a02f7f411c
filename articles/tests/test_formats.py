"""Formats: how a story's page is laid out, and what each promises."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from articles.document import FORMATS, Document, Part, tidied
from articles.models import Edition
from articles.templatetags.pages import interview
from articles.tests.factories import make_article, make_asset, make_category, make_picture, make_topic

pytestmark = pytest.mark.django_db

VIDEO = Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer", source="Harbour Pictures")
OPENING = Part(key="", body="<p>The harbour lights went out at nine.</p>")


def page(**changes: Any) -> str:
    edition = make_article(**changes).publish(by=None)
    return Client().get(edition.get_absolute_url()).text


@pytest.mark.parametrize("name", FORMATS)
def test_a_story_of_every_format_keeps_all_its_words_and_one_headline(name: str) -> None:
    pictures = tuple(make_picture(caption=f"Night {number}") for number in range(3))
    parts = (
        OPENING,
        Part(key="", subhead="A long night", body="<p>Everybody came.</p>", pictures=pictures, layout="gallery"),
        VIDEO,
        Part(key="", kind="quote", text="We danced anyway", source="Isolde Vane"),
    )

    text = page(format=name, lead=make_picture(caption="The first bow"), sections=parts)

    words = ["lights went out at nine", "A long night</", "Everybody came", "Night 0", "Night 2", "We danced anyway"]
    for one in [*words, "Play video: </span>The trailer", f'class="story story-{name}']:
        assert text.count(one) == 1, one
    assert text.count("<h1>") == 1


def test_an_unknown_format_becomes_an_ordinary_article() -> None:
    assert tidied(Document(headline="x", slug="", format="hologram")).format == "article"


def test_a_revision_from_before_there_were_formats_is_an_article() -> None:
    old = {name: value for name, value in Document(headline="x", slug="").to_json().items() if name != "format"}

    assert Document.from_json(old).format == "article"


def test_the_entries_of_a_list_are_numbered_and_its_opening_is_not() -> None:
    parts = (OPENING, *(Part(key="", subhead=name, body="<p>Words.</p>") for name in ("Kettle", "Lamp", "Rope")))

    text = page(format="list", sections=parts)

    found = re.findall(r'<span class="entry-number">(\d+)</span> <span>(\w+)</span>', text)
    assert found == [("1", "Kettle"), ("2", "Lamp"), ("3", "Rope")]


def test_the_video_of_a_video_led_story_stands_before_the_headline_and_takes_the_lead_pictures_place() -> None:
    lead = make_picture(caption="Only on cards")

    text = page(format="video", lead=lead, sections=(OPENING, replace(VIDEO, pictures=(make_picture(),))))

    assert text.index("The trailer") < text.index("<h1>")
    assert "Only on cards" not in text.partition("<main")[2]


def test_a_video_with_words_of_its_own_stays_where_they_are() -> None:
    text = page(format="video", sections=(OPENING, replace(VIDEO, subhead="Watch it here")))

    assert text.index("<h1>") < text.index("Watch it here") < text.index("The trailer")


def test_questions_are_paragraphs_that_are_bold_from_end_to_end() -> None:
    text = interview(
        "<p><strong>When did you hear it?</strong></p><p>“In a <strong>lift</strong>.”</p>"
        "<p><strong>And</strong> then <strong>what</strong></p><p><strong>Why <em>now</em>?</strong></p>"
    )

    assert re.findall(r'<p class="question"><strong>(.*?)</strong></p>', text) == [
        "When did you hear it?",
        "Why <em>now</em>?",
    ]


def test_a_card_says_what_waits_behind_it() -> None:
    pictures = tuple(make_picture() for _ in range(4))
    gallery = Part(key="", subhead="The night", pictures=pictures, layout="gallery", body="<p>x</p>")
    make_article(headline="Four nights", format="gallery", lead=make_picture(), sections=(gallery,)).publish(by=None)
    make_article(headline="A trailer", format="video", lead=make_picture(), sections=(OPENING, VIDEO)).publish(by=None)

    text = Client().get("/").text

    assert "4 pictures</span>" in text
    assert "Video</span>" in text


def test_an_upright_lead_picture_stands_beside_the_headline() -> None:
    assert "story-split" in page(lead=make_picture(asset=make_asset(width=400, height=640)))
    assert "story-split" not in page(lead=make_picture(asset=make_asset(width=640, height=400)))


def test_what_to_read_next_shares_a_topic_before_it_shares_a_category() -> None:
    vane, film, music = make_topic("Isolde Vane"), make_category("Film"), make_category("Music")
    for number in range(3):
        make_article(headline=f"Film story {number}", category=film.label()).publish(by=None)
    make_article(headline="Vane sings", category=music.label(), topics=(vane.label(),)).publish(by=None)
    story = make_article(headline="Vane acts", category=film.label(), topics=(vane.label(),)).publish(by=None)

    text = Client().get(story.get_absolute_url()).text

    following = text.partition('class="following"')[2].partition("</section>")[0]
    assert "Vane sings" in following
    assert text.count("Vane sings") == 1
    assert "Vane acts" not in text.partition("onwards")[2]
    assert all(f"Film story {number}" in text.partition("related")[2] for number in range(3))


def test_a_story_that_shares_nothing_has_no_next_one() -> None:
    text = page()

    assert "Read next" not in text
    assert "More Film" not in text


def test_the_story_screen_offers_the_formats_and_keeps_the_choice() -> None:
    from articles.tests.test_hostile_form import form_of, signed_in

    client, _ = signed_in("Editor")
    article = make_article()

    client.post(article.get_absolute_url(), {**form_of(client, article), "format": "interview", "_save": "1"})

    article.refresh_from_db()
    assert article.format == "interview"
    assert Edition.objects.count() == 0
