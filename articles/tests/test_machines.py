"""What pages and sitemaps say to machines: search engines, social networks, browsers."""

import json
import re
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine
from django.test import Client

from articles.document import Credit, Part
from articles.models import AuthorLink, Edition
from articles.tests.factories import make_article, make_asset, make_author, make_category, make_picture, make_topic
from articles.tests.site import written
from articles.workflow import ChangeKind
from newsroom.models import Publication
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
IMAGE = "{http://www.google.com/schemas/sitemap-image/1.1}"


class Head(HTMLParser):
    """A page's head: `meta` by name or property, `links` as (rel, type, address), `data` of its JSON-LD."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.meta: dict[str, list[str]] = {}
        self.links: list[tuple[str, str, str]] = []
        self.data: list[Any] = []
        self.in_data = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and (name := given.get("property") or given.get("name")):
            self.meta.setdefault(name, []).append(given["content"])
        if tag == "link":
            self.links.append((given["rel"], given.get("type", ""), given["href"]))
        self.in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_endtag(self, tag: str) -> None:
        self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.data.append(json.loads(data))

    def one(self, name: str) -> str:
        assert len(self.meta[name]) == 1, name
        return self.meta[name][0]

    def of_type(self, kind: str) -> Any:
        """The one thing of that type that the page describes."""
        assert len(self.data) == 1
        whole = self.data[0]
        assert whole["@context"] == "https://schema.org"
        return next(one for one in whole.get("@graph", [whole]) if one["@type"] == kind)


def head(client: Client, path: str) -> Head:
    answer = client.get(path)
    assert answer.status_code == 200
    return Head(answer.text)


def empty_values(data: Any) -> list[Any]:
    """Whatever in the data is empty, at any depth."""
    if isinstance(data, dict):
        return [found for value in data.values() for found in empty_values(value)]
    if isinstance(data, list) and data:
        return [found for value in data for found in empty_values(value)]
    return [data] if data in ("", None, [], {}) else []


def rich_story(**changes: Any) -> Edition:
    author = make_author("Mara Quill")
    picture = make_picture(
        asset=make_asset(
            width=2400,
            height=1600,
            credit="Jo Park/Agency",
            photographer="Jo Park",
            copyright_notice="© Agency",
            focal_x=0.1,
        ),
        caption="On “stage”",
        alt_text="Four dancers bow",
    )
    values = {
        "headline": "Isolde Vane & the sea",
        "standfirst": "She returns",
        "bylines": (Credit(author.pk, author.name, author.slug, "words", "Senior Editor"),),
        "topics": (make_topic("Isolde Vane").label(), make_topic("The Orpheum", kind="place").label()),
        "lead": picture,
        "sections": (
            Part(key="", body="<p>One two <em>three</em>.</p>"),
            Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer", pictures=(picture,)),
            Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="Without a poster"),
        ),
    }
    return make_article(**{**values, **changes}).publish(by=None)


# -- stories ---------------------------------------------------------------------------------------------------------


def test_a_shared_story_shows_its_picture_its_title_and_its_times(client: Client) -> None:
    edition = rich_story()
    path = edition.get_absolute_url()

    found = head(client, path)

    assert ("canonical", "", SITE + path) in found.links
    assert found.one("og:url") == SITE + path
    assert found.one("og:type") == "article"
    assert found.one("og:title") == found.one("twitter:title") == "Isolde Vane & the sea"
    assert found.one("og:description") == found.one("twitter:description") == found.one("description") == "She returns"
    assert found.one("og:image") == found.one("twitter:image")
    assert found.one("og:image").startswith(f"{SITE}/media/")
    assert (found.one("og:image:width"), found.one("og:image:height")) == ("1200", "630")
    assert found.one("og:image:alt") == found.one("twitter:image:alt") == "Four dancers bow"
    assert found.one("twitter:card") == "summary_large_image"
    assert found.one("robots") == "max-image-preview:large"
    assert found.one("article:published_time") == found.one("article:modified_time")
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", found.one("article:published_time"))
    assert found.one("article:section") == "Film"
    assert found.meta["article:tag"] == ["Isolde Vane", "The Orpheum"]
    assert found.meta["article:author"] == [f"{SITE}/authors/{edition.story.writers[0].slug}/"]


@pytest.mark.parametrize("base", ["/", "/film/"])
def test_a_story_names_all_feeds_of_the_site_and_of_its_category(client: Client, base: str) -> None:
    links = head(client, rich_story().get_absolute_url()).links

    for kind, address in (("rss+xml", "feed/"), ("atom+xml", "feed/atom/"), ("feed+json", "feed.json")):
        assert ("alternate", f"application/{kind}", base + address) in links


def test_a_story_is_described_as_it_stands_on_the_page(client: Client) -> None:
    edition = rich_story()
    found = head(client, edition.get_absolute_url())

    article = found.of_type("NewsArticle")

    assert empty_values(found.data) == []
    assert [(one["width"], one["height"]) for one in article["image"]] == [(1200, 1200), (1200, 900), (1280, 720)]
    for one in article["image"]:
        assert one["url"] == one["contentUrl"]
        assert (one["creditText"], one["copyrightNotice"]) == ("Jo Park/Agency", "© Agency")
        assert one["creator"] == {"@type": "Person", "name": "Jo Park"}
        assert one["caption"] == "On “stage”"
    assert article["author"][0]["jobTitle"] == "Senior Editor"
    assert [one["name"] for one in article["about"]] == ["Isolde Vane"]
    assert [(one["@type"], one["name"]) for one in article["mentions"]] == [("Place", "The Orpheum")]
    assert article["wordCount"] == 3
    assert article["datePublished"] == found.one("article:published_time")
    assert article["publisher"]["correctionsPolicy"] == f"{SITE}/corrections/"
    trail = found.of_type("BreadcrumbList")["itemListElement"]
    assert [(one["position"], one["name"]) for one in trail] == [
        (1, "Newsroom"),
        (2, "Film"),
        (3, "Isolde Vane & the sea"),
    ]
    assert [one["item"] for one in trail[:2]] == [f"{SITE}/", f"{SITE}/film/"]


def test_a_video_with_a_poster_is_described_and_one_without_is_not(client: Client) -> None:
    article = head(client, rich_story().get_absolute_url()).of_type("NewsArticle")

    (video,) = article["video"]

    assert video["name"] == "The trailer"
    assert video["description"]
    assert len(video["thumbnailUrl"]) == 3
    assert video["uploadDate"] == article["datePublished"]
    assert video["embedUrl"].startswith("https://www.youtube-nocookie.com/embed/abcdefghijk")


def test_a_correction_is_told_to_machines_too_and_an_update_is_none(client: Client) -> None:
    edition = rich_story()
    story = edition.article
    for kind, note in ((ChangeKind.UPDATE, "More is known."), (ChangeKind.CORRECTION, "It was Tuesday.")):
        story.refresh_from_db()
        edition = story.publish(by=None, change=kind, note=note)

    article = head(client, edition.get_absolute_url()).of_type("NewsArticle")

    assert [(one["@type"], one["text"]) for one in article["correction"]] == [("CorrectionComment", "It was Tuesday.")]
    assert article["dateModified"] == article["correction"][0]["datePublished"]


def test_a_story_without_pictures_topics_or_standfirst_promises_none(client: Client) -> None:
    found = head(client, make_article(standfirst="").publish(by=None).get_absolute_url())

    assert empty_values(found.data) == []
    assert (
        not {"image", "about", "mentions", "video", "correction", "description"} & found.of_type("NewsArticle").keys()
    )
    assert found.one("twitter:card") == "summary"
    assert "og:image" not in found.meta


def test_a_small_picture_gives_what_it_has(client: Client) -> None:
    edition = rich_story(lead=make_picture(asset=make_asset(width=500, height=400)))

    images = head(client, edition.get_absolute_url()).of_type("NewsArticle")["image"]

    assert [(one["width"], one["height"]) for one in images] == [(384, 384), (480, 360), (480, 270)]


# -- fronts ----------------------------------------------------------------------------------------------------------


def test_a_front_shares_the_picture_of_its_first_story(client: Client) -> None:
    edition = rich_story()
    make_article(headline="Newer, without a picture").publish(by=None)
    author, topic = edition.authors.get(), edition.topics.get(name="Isolde Vane")
    assert edition.picture is not None

    for path in ("/", "/film/", author.get_absolute_url(), topic.get_absolute_url()):
        found = head(client, path)
        assert found.one("og:image").startswith(f"{SITE}/media/{edition.picture.key[:2]}/{edition.picture.key}/social-")
        assert (found.one("og:image:width"), found.one("og:image:height")) == ("1200", "630")
        assert found.one("og:image:alt") == found.one("twitter:image:alt") == "Four dancers bow"
        assert found.one("twitter:card") == "summary_large_image"
        assert found.one("og:url") == SITE + path
        assert ("canonical", "", SITE + path) in found.links
        assert ("alternate", "application/rss+xml", f"{path}feed/") in found.links
        assert ("alternate", "application/rss+xml", "/feed/") in found.links
        assert empty_values(found.data) == []


def test_the_second_page_of_a_front_is_a_page_of_its_own(client: Client) -> None:
    topic = make_topic("Isolde Vane")
    for number in range(22):
        make_article(headline=f"Story {number}", topics=(topic.label(),)).publish(by=None)

    for path in (topic.get_absolute_url(), "/film/", "/"):
        found = head(client, f"{path}?page=2")
        assert found.one("og:url") == f"{SITE}{path}?page=2"
        assert ("canonical", "", f"{SITE}{path}?page=2") in found.links


def test_the_home_page_says_who_publishes_and_how_to_search(client: Client) -> None:
    Publication.objects.update_or_create(
        pk=1, defaults={"name": "Limelight", "tagline": "First nights", "contact": "desk@example.org"}
    )

    found = head(client, "/")

    publisher, site = found.of_type("NewsMediaOrganization"), found.of_type("WebSite")
    assert (publisher["name"], publisher["email"], publisher["slogan"]) == (
        "Limelight",
        "desk@example.org",
        "First nights",
    )
    assert site["publisher"] == {"@id": publisher["@id"]}
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}/search/?q={{search_term_string}}"
    assert empty_values(found.data) == []


def test_a_category_and_a_topic_list_their_stories_for_machines(client: Client) -> None:
    topic = make_topic("Isolde Vane", born=date(1980, 5, 2), aliases=["Izzy"])
    edition = rich_story(topics=(topic.label(),))

    for path, name in (("/film/", "Film"), (topic.get_absolute_url(), "Isolde Vane")):
        found = head(client, path)
        page = found.of_type("CollectionPage")
        assert page["name"] == name
        assert page["mainEntity"]["itemListElement"] == [
            {
                "@type": "ListItem",
                "position": 1,
                "name": edition.headline,
                "url": SITE + edition.get_absolute_url(),
            }
        ]
        assert [one["name"] for one in found.of_type("BreadcrumbList")["itemListElement"]] == ["Newsroom", name]
    assert page["about"]["birthDate"] == "1980-05-02"
    assert page["about"]["alternateName"] == ["Izzy"]
    make_category("Style")
    assert "mainEntity" not in head(client, "/style/").of_type("CollectionPage")


def test_an_author_is_a_person_with_a_profile(client: Client) -> None:
    author = make_author("Mara Quill", bio="Writes.\n\nReads.", portrait=make_asset())
    AuthorLink.objects.create(author=author, label="Instagram", url="https://instagram.com/mara")
    rich_story(bylines=(Credit(author.pk, author.name, author.slug, "words", "Editor"),))

    found = head(client, author.get_absolute_url())

    person = found.of_type("ProfilePage")["mainEntity"]
    assert (person["@type"], person["name"], person["jobTitle"]) == ("Person", "Mara Quill", "Senior Editor")
    assert person["sameAs"] == ["https://instagram.com/mara"]
    assert person["image"].startswith(f"{SITE}/media/")
    assert person["worksFor"]["name"] == "Newsroom"
    assert found.one("description") == "Writes. Reads."
    assert found.one("og:type") == "profile"


# -- sitemaps --------------------------------------------------------------------------------------------------------


def sitemap(client: Client, path: str) -> ET.Element:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    return ET.fromstring(answer.content)


def test_the_sitemap_says_when_a_story_last_had_news_for_readers(client: Client) -> None:
    moments = [datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 3, 7, 12, tzinfo=UTC)]
    with time_machine.travel(moments[0], tick=False):
        edition = rich_story()
    with time_machine.travel(datetime(2026, 1, 20, 12, tzinfo=UTC), tick=False):
        make_article().publish(by=None)
    story = edition.article

    def told() -> tuple[list[str | None], list[str | None]]:
        month = sitemap(client, "/sitemap/2026-01.xml")
        index = sitemap(client, "/sitemap.xml")
        return (
            [one.findtext(f"{SITEMAP}lastmod") for one in month.iter(f"{SITEMAP}url")],
            [
                one.findtext(f"{SITEMAP}lastmod")
                for one in index.iter(f"{SITEMAP}sitemap")
                if "fronts" not in (one.findtext(f"{SITEMAP}loc") or "")
            ],
        )

    assert told() == (["2026-01-20T12:00:00+00:00", "2026-01-05T12:00:00+00:00"], ["2026-01-20T12:00:00+00:00"])
    for kind, expected in ((ChangeKind.TYPO, "2026-01-05"), (ChangeKind.UPDATE, "2026-03-07")):
        with time_machine.travel(moments[1], tick=False):
            written(story, kicker=kind.label).publish(by=None, change=kind)
        assert told()[0][1] == f"{expected}T12:00:00+00:00"
    assert told()[1] == ["2026-03-07T12:00:00+00:00"]


def test_the_sitemap_shows_the_picture_of_a_story(client: Client) -> None:
    edition = rich_story()
    assert edition.picture is not None
    month = sitemap(client, f"/sitemap/{edition.first_published_at:%Y-%m}.xml")

    key = edition.picture.key
    assert [one.text for one in month.iter(f"{IMAGE}loc")] == [f"{SITE}/media/{key[:2]}/{key}/wide-1280.jpg"]


def test_the_news_sitemap_keeps_the_rules_for_news(client: Client) -> None:
    Publication.objects.update_or_create(pk=1, defaults={"name": "Lime & light"})
    with time_machine.travel(datetime(2026, 3, 7, 12, tzinfo=UTC), tick=False):
        edition = rich_story()
    with time_machine.travel(datetime(2026, 3, 8, 12, tzinfo=UTC), tick=False):
        written(edition.article, kicker="New").publish(by=None, change=ChangeKind.UPDATE)
        (url,) = list(sitemap(client, "/news-sitemap.xml"))

    (news,) = url.findall(f"{NEWS}news")
    assert url.findtext(f"{SITEMAP}loc") == SITE + edition.get_absolute_url()
    assert [one.tag for one in news] == [f"{NEWS}{name}" for name in ("publication", "publication_date", "title")]
    assert news.findtext(f"{NEWS}publication/{NEWS}name") == "Lime & light"
    assert news.findtext(f"{NEWS}publication/{NEWS}language") == "en"
    assert news.findtext(f"{NEWS}publication_date") == "2026-03-07T12:00:00+00:00"
    assert news.findtext(f"{NEWS}title") == "Isolde Vane & the sea"


def test_the_news_sitemap_holds_a_thousand_stories_at_most(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from articles import sitemaps

    assert (sitemaps.MOST_NEWS, sitemaps.NEWS_DAYS, sitemaps.MOST_ADDRESSES) == (1_000, 2, 50_000)
    monkeypatch.setattr(sitemaps, "MOST_NEWS", 2)
    editions = [make_article().publish(by=None) for _ in range(3)]

    found = [one.text for one in sitemap(client, "/news-sitemap.xml").iter(f"{SITEMAP}loc")]

    assert found == [SITE + one.get_absolute_url() for one in reversed(editions[1:])]


@pytest.mark.parametrize(
    "address", ["/sitemap.xml", "/sitemap/fronts.xml", "/sitemap/2026-03.xml", "/news-sitemap.xml", "/robots.txt"]
)
def test_a_crawler_that_asks_again_is_told_whether_anything_changed(
    reader: Reader, address: str, django_capture_on_commit_callbacks: Any
) -> None:
    with time_machine.travel(datetime(2026, 3, 7, 12, tzinfo=UTC), tick=False) as clock:
        edition = rich_story()
        tag = reader.get(address).headers["etag"]

        assert reader.get(address, if_none_match=tag).status == 304
        clock.shift(timedelta(hours=1))
        edition.article.refresh_from_db()
        with django_capture_on_commit_callbacks(execute=True):
            edition.article.withdraw(by=None)
        again = reader.get(address, if_none_match=tag)
        assert again.status == (304 if address == "/robots.txt" else 200)
        assert edition.get_absolute_url() not in again.text
