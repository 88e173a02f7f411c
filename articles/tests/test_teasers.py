"""A story as a newsletter tells of it."""

from dataclasses import replace

import pytest
from django.template.loader import render_to_string

from articles.document import Looks
from articles.teasers import Teaser, TeaserPicture
from articles.tests.factories import make_asset, make_document, make_picture

pytestmark = pytest.mark.django_db


def test_the_newsletters_own_words_and_picture_come_before_the_storys() -> None:
    lead, own = make_picture(), make_picture(alt_text="A stage door")
    story = make_document(headline="The headline", standfirst="The standfirst.", lead=lead)

    plain, dressed = (
        Teaser.of(one, "/film/1/the-headline/")
        for one in (story, replace(story, looks=Looks(newsletter_headline="By mail", newsletter_picture=own)))
    )

    assert (plain.headline, plain.standfirst) == ("The headline", "The standfirst.")
    assert plain.address == "http://testserver/film/1/the-headline/"
    assert plain.picture == TeaserPicture(
        f"http://testserver/media/{lead.key[:2]}/{lead.key}/wide-640.jpg", 504, 284, "Four dancers bow"
    )
    assert (dressed.headline, dressed.standfirst) == ("By mail", "The standfirst.")
    assert dressed.picture is not None
    assert own.key in dressed.picture.address
    assert dressed.picture.alt_text == "A stage door"


@pytest.mark.parametrize(
    ("width", "height", "file", "drawn"), [(3000, 2000, 640, (504, 284)), (300, 200, 300, (300, 169))]
)
def test_no_picture_is_larger_than_the_mail_or_drawn_larger_than_it_is(
    width: int, height: int, file: int, drawn: tuple[int, int]
) -> None:
    picture = make_picture(asset=make_asset(width=width, height=height))
    shown = TeaserPicture.of(picture, "The headline")
    assert shown.address.endswith(f"/wide-{file}.jpg")
    assert (shown.width, shown.height) == drawn


def test_a_picture_nobody_described_is_still_a_link_with_a_name() -> None:
    for picture in (make_picture(alt_text=""), make_picture(alt_text="Fog", decorative=True)):
        assert TeaserPicture.of(picture, "The headline").alt_text == "The headline"


def test_a_story_without_picture_or_standfirst_leaves_no_gap_for_them() -> None:
    teaser = Teaser.of(make_document(headline="Tom & <Co>"), "/film/1/tom/")
    html = render_to_string("newsletter/email/_story.html", {"story": teaser})
    assert "<img" not in html
    assert "<p>" not in html
    assert "Tom &amp; &lt;Co&gt;" in html
    text = render_to_string("newsletter/email/_story.txt", {"story": teaser})
    assert text.split("\n") == ["Tom & <Co>", "http://testserver/film/1/tom/", ""]
