"""Topics, authors, search, feeds and sitemaps."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import search
from articles.document import Credit, Part
from articles.models import Article, Author, AuthorLink, Topic
from articles.tests.factories import make_article, make_asset, make_author, make_category, make_picture, make_topic
from newsroom.models import Publication

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ATOM = "{http://www.w3.org/2005/Atom}"


def text_about(*words: str) -> tuple[Part, ...]:
    return tuple(Part(key="", body=f"<p>{word}</p>") for word in words)


# -- topics and authors --------------------------------------------------------------------------


def test_a_person_has_facts_and_stories(client: Client) -> None:
    topic = make_topic(
        "Isolde Vane", born=date(1980, 5, 2), died=date(2020, 5, 1), aliases=["Izzy"], description="An actor."
    )
    make_article(headline="About her", topics=(topic.label(),)).publish(by=None)

    text = client.get(topic.get_absolute_url()).text

    for words in ("Person", "An actor.", "2 May 1980", "1 May 2020", "(aged 39)", "Izzy", "About her"):
        assert words in text


def test_an_author_has_a_portrait_a_biography_and_links(client: Client) -> None:
    author = make_author("Mara Quill", bio="Writes.\n\nAlso reads.", portrait=make_asset(), email="mara@example.org")
    AuthorLink.objects.create(author=author, label="Instagram", url="https://instagram.com/mara")
    credit = Credit(author.pk, author.name, author.slug, "words", "Editor")
    make_article(headline="By her", bylines=(credit,)).publish(by=None)

    text = client.get(author.get_absolute_url()).text

    for words in ("<p>Also reads.</p>", "Mara Quill on Instagram", "mailto:mara@example.org", "<picture>", "By her"):
        assert words in text


def test_topics_and_authors_of_unpublished_stories_only_are_unknown(client: Client) -> None:
    author, topic = make_author("Secret Pen"), make_topic("Secret wedding")
    credit = Credit(author.pk, author.name, author.slug, "words", "")
    article = make_article(bylines=(credit,), topics=(topic.label(),))

    for page in (author, topic):
        for suffix in ("", "feed/", "feed/atom/", "feed.json"):
            assert client.get(page.get_absolute_url() + suffix).status_code == 404
    article.publish(by=None)
    assert client.get(topic.get_absolute_url()).status_code == 200
    assert client.get(author.get_absolute_url() + "feed/").status_code == 200


def test_lists_turn_pages_and_end(client: Client) -> None:
    topic = make_topic("Isolde Vane")
    for number in range(23):
        make_article(headline=f"Story number {number:02}", topics=(topic.label(),)).publish(by=None)
    address = topic.get_absolute_url()

    first, second = client.get(address).text, client.get(f"{address}?page=2").text

    assert "Story number 22" in first
    assert "Story number 02" not in first
    assert "Older stories" in first
    assert "Newer stories" not in first
    assert "Story number 02" in second
    assert "Older stories" not in second
    assert f'<link rel="canonical" href="http://testserver{address}?page=2">' in second
    for bad in ("3", "0", "-1", "x", "", "1.5", "９", "999999999999999999999999"):
        assert client.get(address, {"page": bad}).status_code == 404


# -- search ----------------------------------------------------------------------------------------


def found(client: Client, question: str) -> str:
    response = client.get("/search/", {"q": question})
    assert response.status_code == 200
    return response.text


def test_search_finds_words_in_headline_text_and_caption_and_marks_them(client: Client) -> None:
    make_article(headline="The lighthouse keeper", sections=text_about("Nothing else.")).publish(by=None)
    make_article(headline="Another", sections=text_about("She lit a lantern & left.")).publish(by=None)
    make_article(headline="Third", lead=make_picture(), sections=(Part(key="", body="<p>x</p>"),)).publish(by=None)

    assert "The lighthouse keeper" in found(client, "LIGHTHOUSE")
    assert "She lit a <mark>lantern</mark> &amp; left." in found(client, "lantern")
    assert "Another" not in found(client, "lighthouse")
    assert "<mark>lighthouse</mark>" not in found(client, "lantern")


def test_search_wants_every_word_and_takes_longer_forms(client: Client) -> None:
    make_article(headline="Festivals by the sea").publish(by=None)

    assert "Festivals by the sea" in found(client, "sea festival")
    assert "Festivals by the sea" not in found(client, "festival mountain")


def test_a_headline_counts_more_than_a_passing_mention(client: Client) -> None:
    make_article(headline="Lantern festival opens", sections=text_about("Short.")).publish(by=None)
    make_article(headline="Other", sections=text_about("A lantern was there, among a great many words." * 3)).publish(
        by=None
    )

    text = found(client, "lantern")

    assert text.index("Lantern festival opens") < text.index(">Other<")


def test_a_withdrawn_story_and_a_former_headline_are_not_found(client: Client) -> None:
    article = make_article(headline="Zeppelin spotted")
    article.publish(by=None)
    article.headline = "Balloon spotted"
    article.save()
    article.publish(by=None)
    assert "Balloon spotted" in found(client, "balloon")
    assert "spotted</a>" not in found(client, "zeppelin")

    article.withdraw(by=None)
    assert "spotted</a>" not in found(client, "balloon")


def test_results_turn_pages(client: Client) -> None:
    for number in range(22):
        make_article(headline=f"Lantern {number:02}").publish(by=None)

    first = found(client, "lantern & more? no: lantern")
    assert "Older" not in first
    pages = [client.get("/search/", {"q": "lantern", "page": page}) for page in (1, 2, 3)]
    assert [response.status_code for response in pages] == [200, 200, 404]
    assert 'href="?q=lantern&amp;page=2"' in pages[0].text
    titles = {f"Lantern {number:02}</a>" for number in range(22)}
    assert {title for title in titles if title in pages[0].text} | {t for t in titles if t in pages[1].text} == titles


def test_empty_searches_help_on(client: Client) -> None:
    assert "Names of people, films" in client.get("/search/").text
    assert "signs alone" in found(client, '"*)(')
    assert "No story has all of these words" in found(client, "xylophone")


@pytest.mark.parametrize(
    "question",
    [
        '"',
        "a AND",
        "NEAR(a b)",
        "headline:x",
        "a* OR *",
        "-a",
        "^a",
        "a:*",
        "!a|b&",
        "'; DROP TABLE x",
        "\0",
        "𞤀",
        "²",
        "(" * 5000,
    ],
)
def test_no_question_is_a_query_language(client: Client, question: str) -> None:
    found(client, question)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(question=st.text(max_size=60))
def test_every_question_is_answered(client: Client, question: str) -> None:
    found(client, question)


@given(question=st.text(max_size=400))
def test_words_are_bounded_and_hold_nothing_but_letters_and_digits(question: str) -> None:
    words = search.words_of(question)

    assert len(words) <= search.MOST_WORDS
    assert sum(map(len, words)) <= search.MOST_LETTERS * 2  # lowering may lengthen a letter
    assert not any(set(word) & set("\"'*&|!():\\_ \0") for word in words)


# -- feeds -----------------------------------------------------------------------------------------


@pytest.fixture
def story() -> Article:
    category, topic, author = make_category("Film"), make_topic("Isolde Vane"), make_author("Mara Quill")
    article = make_article(
        headline="Isolde & the sea",
        standfirst="A standfirst",
        category=category.label(),
        topics=(topic.label(),),
        bylines=(Credit(author.pk, author.name, author.slug, "words", "Editor"),),
        lead=make_picture(caption="On stage", asset=make_asset(credit="Jo Park/Agency")),
        sections=(
            Part(key="", body='<p>See <a href="/film/">film</a> and <a href="#later">later</a>.\x0b</p>'),
            Part(key="", subhead="Later", body="<p>The very last words.</p>"),
            Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer"),
        ),
    )
    article.publish(by=None)
    return article


@pytest.mark.parametrize("base", ["/", "/film/", "topic", "author"])
def test_every_list_has_feeds_with_the_full_text(client: Client, story: Article, base: str) -> None:
    edition = story.live_edition
    assert edition is not None
    owners = {"topic": story.topics.get().get_absolute_url(), "author": story.authors.get().get_absolute_url()}
    base = owners.get(base, base)
    url = f"http://testserver{edition.get_absolute_url()}"

    rss = ET.fromstring(client.get(f"{base}feed/").content)
    atom = ET.fromstring(client.get(f"{base}feed/atom/").content)
    feed = json.loads(client.get(f"{base}feed.json").content)

    item = rss.find("channel/item")
    assert item is not None
    assert item.findtext("title") == "Isolde & the sea"
    assert item.findtext("link") == url
    assert item.findtext(CREATOR) == "Mara Quill"
    full = item.findtext(CONTENT) or ""
    for words in ("The very last words.", "On stage © Jo Park/Agency", 'src="http://testserver/media/', "The trailer"):
        assert words in full
    assert '<a href="http://testserver/film/">' in full
    assert f'<a href="{url}#later">' in full
    own = rss.find(f"channel/{ATOM}link")
    assert own is not None
    assert own.get("href") == f"http://testserver{base}feed/"
    assert atom.findtext(f"{ATOM}entry/{ATOM}content") == full
    assert atom.findtext(f"{ATOM}entry/{ATOM}published")
    assert feed["items"][0]["content_html"] == full
    writer = f"http://testserver{owners['author']}"
    assert feed["items"][0]["authors"] == [{"name": "Mara Quill", "url": writer}]
    assert atom.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}uri") == writer


def test_an_entry_keeps_its_identity_when_the_story_moves(client: Client, story: Article) -> None:
    before = ET.fromstring(client.get("/feed/").content).findtext("channel/item/guid")
    story.refresh_from_db()
    story.slug, story.category = "a-new-slug", make_category("Television")
    story.save()
    story.publish(by=None)

    assert ET.fromstring(client.get("/feed/").content).findtext("channel/item/guid") == before


def test_a_feed_takes_the_same_queries_for_one_story_and_for_ten(client: Client, story: Article) -> None:
    with CaptureQueriesContext(connection) as one:
        client.get("/feed/")
    for _ in range(9):
        make_article(lead=make_picture()).publish(by=None)
    with CaptureQueriesContext(connection) as ten:
        client.get("/feed/")

    assert len(one) == len(ten) <= 4


# -- sitemaps --------------------------------------------------------------------------------------


def locations(client: Client, path: str) -> list[str]:
    response = client.get(path)
    assert response.status_code == 200
    return [element.text or "" for element in ET.fromstring(response.content).iter(f"{SITEMAP}loc")]


def test_the_sitemap_is_an_index_by_month_that_names_every_live_page_once(client: Client, story: Article) -> None:
    with time_machine.travel(datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC), tick=False):
        old = make_article(headline="Last of the year").publish(by=None)
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC), tick=False):
        new = make_article(headline="First of the year").publish(by=None)
    make_article(headline="A draft")

    index = locations(client, "/sitemap.xml")
    pages = [address for part in index for address in locations(client, part.removeprefix("http://testserver"))]

    assert "http://testserver/sitemap/2025-12.xml" in index
    assert locations(client, "/sitemap/2025-12.xml") == [f"http://testserver{old.get_absolute_url()}"]
    assert locations(client, "/sitemap/2026-01.xml") == [f"http://testserver{new.get_absolute_url()}"]
    assert len(pages) == len(set(pages))
    assert all(client.get(page.removeprefix("http://testserver")).status_code == 200 for page in pages)
    assert not any("draft" in page for page in pages)
    assert client.get("/sitemap/2026-13.xml").status_code == 404


def test_the_news_sitemap_forgets_after_two_days(client: Client, story: Article) -> None:
    root = ET.fromstring(client.get("/news-sitemap.xml").content)
    assert [element.text for element in root.iter(f"{NEWS}title")] == ["Isolde & the sea"]
    assert [element.text for element in root.iter(f"{NEWS}name")] == ["Newsroom"]

    with time_machine.travel(datetime.now(UTC) + timedelta(days=2, minutes=1)):
        assert ET.fromstring(client.get("/news-sitemap.xml").content).findall("*") == []


def test_robots_are_told_where_the_sitemaps_are(client: Client) -> None:
    text = client.get("/robots.txt").text

    assert "Sitemap: http://testserver/sitemap.xml" in text
    assert "Disallow: /admin/" in text


@pytest.mark.parametrize(
    "address", ["/feed/", "/feed/atom/", "/film/feed/", "/topics/t/feed/", "/authors/a/feed/atom/", "/news-sitemap.xml"]
)
def test_no_name_with_a_control_character_breaks_a_feed_or_a_sitemap(client: Client, address: str) -> None:
    category = make_category("Film")
    category.title = "Film\x02\ufffe"
    category.save()
    Publication.objects.update_or_create(pk=1, defaults={"name": "Lime\x03light", "description": "All\x1f of it"})
    topic, author = make_topic("Isolde\x04 Vane"), make_author("Mara\x05 Quill")
    Topic.objects.filter(pk=topic.pk).update(slug="t")
    Author.objects.filter(pk=author.pk).update(slug="a")
    credit = Credit(author.pk, author.name, "a", "words")
    make_article(
        headline="A\x06 night \uffff out", category=category.label(), topics=(topic.label(),), bylines=(credit,)
    ).publish(by=None)
    ET.fromstring(client.get(address).content)
