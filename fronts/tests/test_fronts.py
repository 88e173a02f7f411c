"""The home page and the categories' fronts."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.listing import BLOCK_SIZE, FRONT_SIZE
from articles.models import Category
from articles.tests.factories import make_article, make_category, make_picture
from newsroom.models import Publication

pytestmark = pytest.mark.django_db


def test_home_shows_the_newest_first_and_names_the_publication(client: Client) -> None:
    Publication.objects.create(pk=1, name="The Limelight", tagline="Stage and screen")
    for number in range(4):
        make_article(headline=f"Story {number}").publish(by=None)

    text = client.get("/").text

    assert "<title>The Limelight – Stage and screen</title>" in text
    places = [text.index(f"Story {number}") for number in (3, 2, 1, 0)]
    assert places == sorted(places)
    assert text.count("<h1") == 1


def test_home_of_a_new_newsroom_says_that_stories_are_coming(client: Client) -> None:
    assert "The first stories are being written" in client.get("/").text


def test_a_category_shows_its_own_stories_only(client: Client) -> None:
    film, music = make_category("Film", description="Openings and castings."), make_category("Music")
    make_article(headline="About a film", category=film.label()).publish(by=None)
    make_article(headline="About a song", category=music.label()).publish(by=None)

    text = client.get("/film/").text

    assert "Openings and castings." in text
    assert "About a film" in text
    assert "About a song" not in text
    assert '<a href="/film/" aria-current="true">' in text


def test_an_unknown_category_and_a_hidden_empty_one_are_unknown(client: Client) -> None:
    make_category("Secret launch", in_menu=False)

    assert client.get("/nothing/").status_code == 404
    assert client.get("/secret-launch/").status_code == 404


def test_a_new_category_of_the_menu_has_a_page_already(client: Client) -> None:
    make_category("Royalty")

    assert "Nothing has been published here yet" in client.get("/royalty/").text


@pytest.mark.parametrize("path", ["/", "/film/"])
def test_lists_take_the_same_queries_for_two_stories_and_for_thirty(client: Client, path: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(path).status_code == 200
        return len(captured)

    for _ in range(2):
        make_article(lead=make_picture()).publish(by=None)
    few = queries()
    for _ in range(28):
        make_article(lead=make_picture()).publish(by=None)

    assert queries() == few <= 8


def test_home_turns_pages_and_ends(client: Client) -> None:
    for number in range(23):
        make_article(headline=f"Story {number:02}").publish(by=None)

    assert "Story 00" not in client.get("/").text
    assert "Story 00" in client.get("/?page=2").text
    assert client.get("/?page=3").status_code == 404


def test_every_page_begins_with_two_ways_past_the_menu(client: Client) -> None:
    make_category("Film")

    text = client.get("/").text

    assert text.index('<li><a href="#page-main">') < text.index('<li><a href="#page-footer">') < text.index("<nav")


def test_an_unknown_page_leads_on(client: Client) -> None:
    response = client.get("/no/such/page/")

    assert response.status_code == 404
    assert 'action="/search/"' in response.text
    assert "See the latest stories" in response.text


def test_the_page_for_our_own_mistakes_needs_no_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("secret detail")

    monkeypatch.setattr(Publication, "current", broken)
    client.raise_request_exception = False

    response = client.get("/")

    assert response.status_code == 500
    assert "The mistake is ours" in response.text
    assert "secret detail" not in response.text


def test_a_category_named_like_markup_is_text(client: Client) -> None:
    make_category("Film")
    Category.objects.update(title="<b>Film</b>")

    assert "<b>Film</b>" not in client.get("/film/").text


def test_home_gives_each_category_a_block_of_stories_that_do_not_stand_above(client: Client) -> None:
    film, music = make_category("Film", position=1), make_category("Music", position=2)
    for number in range(FRONT_SIZE + BLOCK_SIZE):
        make_article(headline=f"Film {number:02}.", category=film.label()).publish(by=None)
    for number in range(BLOCK_SIZE - 1):
        make_article(headline=f"Song {number}.", category=music.label()).publish(by=None)

    text = client.get("/").text

    block = text.partition('id="page-block-film"')[2].partition("</section>")[0]
    assert [number for number in range(30) if f"Film {number:02}." in block] == [4, 5, 6, 7, 8]
    assert all(text.count(f"Film {number:02}.") <= 1 for number in range(30))
    assert "page-block-music" not in text  # what it has stands above


def test_the_blocks_of_home_leave_out_what_is_not_live(client: Client) -> None:
    film = make_category("Film")
    stories = [make_article(headline=f"Film {number:02}.", category=film.label()) for number in range(FRONT_SIZE + 6)]
    for one in stories:
        one.publish(by=None)
    stories[2].withdraw(by=None)

    block = client.get("/").text.partition('id="page-block-film"')[2].partition("</section>")[0]

    assert "Film 05." in block
    assert "Film 02." not in block
