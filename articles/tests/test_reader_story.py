"""What a reader gets at a story's address."""

import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker, Settings

from articles.document import Credit, Document, Part, Picture
from articles.models import Article, Category, Edition
from articles.tests.factories import (
    make_article,
    make_asset,
    make_author,
    make_category,
    make_document,
    make_picture,
    make_topic,
)
from articles.tests.site import written
from articles.views import render_story
from articles.workflow import ChangeKind
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db

FEED_HTML = {
    *("description", "{http://purl.org/rss/1.0/modules/content/}encoded"),
    *("{http://www.w3.org/2005/Atom}summary", "{http://www.w3.org/2005/Atom}content"),
}
NASTY = "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>"


def published(**changes: Any) -> Edition:
    return make_article(**changes).publish(by=None)


def page(client: Client, edition: Edition) -> str:
    response = client.get(edition.get_absolute_url())
    assert response.status_code == 200
    return response.text


def described(text: str) -> dict[str, Any]:
    """The page's structured data."""
    return dict(json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]))


class Outline(HTMLParser):
    """Headings, ids, elements with code and the text of links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.links: list[tuple[str, str]] = []
        self.images: list[dict[str, str | None]] = []
        self.inline: list[str] = []
        self.link: str | None = None
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(tag)
        if values.get("id"):
            self.ids.append(str(values["id"]))
        if tag == "img":
            self.images.append(values)
        if tag == "a":
            self.link, self.words = values.get("href"), ""
        if "style" in values or any(name.startswith("on") for name in values):
            self.inline.append(f"{tag} {attrs}")
        if tag == "style" or (tag == "script" and "src" not in values and values.get("type") != "application/ld+json"):
            self.inline.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self.link is not None:
            self.links.append((self.link, " ".join(self.words.split())))
            self.link = None


def test_a_story_has_everything_in_the_readers_order(client: Client) -> None:
    mara, tobias, iris = (make_author(name) for name in ("Mara Quill", "Tobias Wren", "Iris Bloom"))
    topic = make_topic("Isolde Vane")
    category = make_category("Celebrity News")
    published(headline="Another story of the category", category=category.label())
    edition = published(
        headline="Isolde Vane returns",
        standfirst="She had missed nothing",
        kicker="Exclusive",
        category=category.label(),
        lead=make_picture(caption="After the dress rehearsal", asset=make_asset(credit="Jo Park/Agency")),
        bylines=(
            Credit(mara.pk, mara.name, mara.slug, "words", "Senior Editor"),
            Credit(tobias.pk, tobias.name, tobias.slug, "words", "Film Reporter"),
            Credit(iris.pk, iris.name, iris.slug, "pictures"),
            Credit(mara.pk, mara.name, mara.slug, "reporting"),
        ),
        topics=(topic.label(),),
        sections=(
            Part(key="", body="<p>The opening words.</p>"),
            Part(key="", subhead="A quiet rehearsal", body="<p>“We danced anyway.”</p>", pictures=(make_picture(),)),
            Part(
                key="",
                kind="video",
                url="https://youtu.be/abcdefghijk",
                title="The first trailer",
                source="Harbour Pictures",
                pictures=(make_picture(),),
            ),
        ),
    )

    text = page(client, edition)

    order = [
        *("Skip to the story", "Skip to footer", 'class="masthead"', "Subscribe", "Celebrity News", "Exclusive"),
        *("<h1>Isolde Vane returns</h1>", "She had missed nothing", "Mara Quill", "Senior Editor", "Tobias Wren"),
        *("Pictures: <a", "Additional reporting: <a", "<time datetime=", "Share on WhatsApp", "Share on Facebook"),
        *("Share on X", "Share on Pinterest", "Share by e-mail", "After the dress rehearsal", "© Jo Park/Agency"),
        *("The opening words.", "A quiet rehearsal", "We danced anyway", "The first trailer", "Harbour Pictures"),
        *("Isolde Vane</a>", "More Celebrity News", "Another story of the category", "See more Celebrity News"),
        'id="page-footer"',
    ]
    places, at = [], 0
    for words in order:
        at = text.find(words, at)
        assert at >= 0, f"{words!r} is missing or stands too early"
        places.append(at)
    outline = Outline(text)
    assert outline.headings.count("h1") == 1
    assert len(outline.ids) == len(set(outline.ids))
    assert outline.inline == []
    assert {"", "click here", "read more", "see more", "here", "more"}.isdisjoint(
        text.lower() for _, text in outline.links
    )


def test_a_bare_story_prints_no_empty_module(client: Client) -> None:
    text = page(client, published(sections=(Part(key="", body="<p>All there is.</p>"),)))

    for module in ("standfirst", "page-topics", "page-more", "contents", "<figure", "Updated"):
        assert module not in text


def test_related_stories_are_never_this_one_and_never_twice(client: Client) -> None:
    editions = [published(headline=f"Story {number}") for number in range(7)]
    again = Article.objects.get(pk=editions[3].article_id)
    again.write(replace(again.document(), headline="Story 3, updated"), by=None)
    again.publish(by=None)

    for edition in Edition.objects.live():
        module = page(client, edition).partition('id="page-more"')[2]
        links = [path for path, _ in Outline(module).links if re.match(r"^/film/\d+/", path or "")]
        assert len(links) == 4
        assert len(set(links)) == 4
        assert edition.get_absolute_url() not in links


def test_an_update_is_told_only_when_it_was_one(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 1, 9, 30, 12, 345678, tzinfo=UTC), tick=False):
        article = make_article()
        first = article.publish(by=None)
    text = page(client, first)
    assert '<time datetime="2026-03-01T09:30:12+00:00" data-relative>1 March 2026, 09:30 GMT</time>' in text
    assert "Updated" not in text

    with time_machine.travel(datetime(2026, 7, 2, 9, 30, tzinfo=UTC), tick=False):
        written(article, kicker="Stage").publish(by=None)
        assert "Updated" not in page(client, first)
        written(article, kicker="On stage").publish(by=None, change=ChangeKind.UPDATE)
    text = page(client, first)
    assert 'Updated <time datetime="2026-07-02T10:30:00+01:00" data-relative>2 July 2026, 10:30 BST</time>' in text
    assert described(text)["@graph"][0]["dateModified"] == "2026-07-02T10:30:00+01:00"
    assert described(text)["@graph"][0]["datePublished"] == "2026-03-01T09:30:12+00:00"


def test_subheads_have_anchors_and_long_stories_a_contents_list(client: Client) -> None:
    def parts(count: int) -> tuple[Part, ...]:
        return tuple(Part(key="", subhead=f"Scene {number}", body="<p>Words.</p>") for number in range(count))

    short, long = page(client, published(sections=parts(3))), page(client, published(sections=parts(5)))

    assert '<h2 id="scene-1" tabindex="-1">Scene 1</h2>' in short
    assert 'aria-label="In this story"' not in short
    assert '<a href="#scene-4">Scene 4</a>' in long


def test_only_the_lead_picture_is_loaded_at_once_and_none_moves_the_page(client: Client) -> None:
    pictures = tuple(make_picture(asset=make_asset(width=1400, height=900 + number)) for number in range(5))
    edition = published(
        lead=make_picture(),
        sections=(
            Part(key="", body="<p>Words.</p>", pictures=pictures[:2], layout="pair"),
            Part(key="", pictures=pictures[2:], layout="gallery"),
        ),
    )

    images = Outline(page(client, edition)).images

    assert len(images) == 6
    assert images[0]["fetchpriority"] == "high"
    assert "loading" not in images[0]
    assert all(image["loading"] == "lazy" for image in images[1:])
    assert all(image["width"] and image["height"] and image["srcset"] and image["sizes"] for image in images)
    assert all("alt" in image for image in images)


def test_a_decorative_picture_has_an_empty_alternative(client: Client) -> None:
    edition = published(lead=make_picture(decorative=True, alt_text=""))

    assert Outline(page(client, edition)).images[0]["alt"] == ""


def test_a_video_asks_nobody_before_the_click_and_is_a_link_without_script(client: Client) -> None:
    video = Part(key="", kind="video", url="https://vimeo.com/123456789", title="The trailer")
    text = page(client, published(sections=(Part(key="", body="<p>See below.</p>"), video)))

    assert "<iframe" not in text
    assert '<a class="video-frame" href="https://vimeo.com/123456789"' in text
    assert "Playing it loads content from Vimeo." in text


def test_a_quotation_is_not_given_its_marks_twice(client: Client) -> None:
    quote = Part(key="", kind="quote", text="“We danced anyway”", source="Isolde Vane")
    text = page(client, published(sections=(Part(key="", body="<p>Words.</p>"), quote)))

    assert "<blockquote><p>We danced anyway</p></blockquote><figcaption>Isolde Vane</figcaption>" in text


def test_links_that_leave_the_site_say_so_and_those_inside_do_not(client: Client) -> None:
    body = '<p><a href="https://elsewhere.example/a">out</a> <a href="/film/">in</a></p>'
    text = page(client, published(sections=(Part(key="", body=body),)))

    assert '<a href="https://elsewhere.example/a" rel="noopener nofollow external">out</a>' in text
    assert '<a href="/film/">in</a>' in text


def test_any_other_slug_or_category_leads_to_the_story(client: Client) -> None:
    edition = published()
    make_category("Television")

    for path in (f"/film/{edition.article_id}/other/", f"/television/{edition.article_id}/{edition.slug}/"):
        response = client.get(path + "?from=feed")
        assert response.status_code == 301
        assert response["Location"] == edition.get_absolute_url()


def test_a_withdrawn_story_says_so_at_every_address_it_had(client: Client) -> None:
    edition = published(headline="A sentence nobody may read again")
    Article.objects.get(pk=edition.article_id).withdraw(by=None)

    for path in (edition.get_absolute_url(), f"/film/{edition.article_id}/other/"):
        response = client.get(path)
        assert response.status_code == 410
        assert "withdrawn" in response.text
        assert "nobody may read" not in response.text


def test_an_unpublished_story_answers_exactly_as_an_unknown_one(client: Client) -> None:
    draft = make_article(headline="Not yet")

    unknown = client.get(f"/film/{draft.pk + 1}/not-yet/")
    unpublished = client.get(f"/film/{draft.pk}/not-yet/")

    assert unknown.status_code == unpublished.status_code == 404
    assert unknown.content == unpublished.content
    assert dict(unknown.headers) == dict(unpublished.headers)


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 30, "-1", "１２"])
def test_odd_numbers_in_an_address_are_unknown_pages(client: Client, number: str) -> None:
    assert client.get(f"/film/{number}/slug/").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_a_page_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)(published().get_absolute_url()).status_code == 405


def test_public_answers_may_be_kept_by_every_cache_and_set_no_cookie(reader: Reader) -> None:
    edition = published()
    for path in ("/", "/film/", edition.get_absolute_url(), "/feed/", "/search/?q=harbour", "/sitemap.xml"):
        got = reader.get(path, cookie="sessionid=somebody")
        assert got.headers["cache-control"].startswith("public, max-age=10")
        assert got.headers.get("vary", "Accept-Encoding") == "Accept-Encoding"
        assert "set-cookie" not in got.headers
        assert reader.get(path, if_none_match=got.headers["etag"]).status == 304


def test_a_story_that_was_read_before_is_served_while_the_database_is_away(
    reader: Reader, django_db_blocker: DjangoDbBlocker
) -> None:
    address = published().get_absolute_url()
    text = reader.get(address).text
    with django_db_blocker.block():  # any query fails
        assert reader.get(address).text == text


def test_machines_are_told_the_same_as_readers(client: Client) -> None:
    author = make_author("Mara Quill")
    topic = make_topic("Isolde Vane")
    edition = published(
        headline="Isolde & the “sea”",
        standfirst="A standfirst",
        lead=make_picture(asset=make_asset(width=1600, height=1200)),
        bylines=(Credit(author.pk, author.name, author.slug, "words", "Senior Editor"),),
        topics=(topic.label(),),
    )

    text = page(client, edition)

    url = f"http://testserver{edition.get_absolute_url()}"
    assert f'<link rel="canonical" href="{url}">' in text
    assert '<meta name="robots" content="max-image-preview:large">' in text
    assert f'<meta property="og:url" content="{url}">' in text
    assert '<meta property="og:image:width" content="1200">' in text
    article = described(text)["@graph"][0]
    assert article["@type"] == "NewsArticle"
    assert article["headline"] == "Isolde & the “sea”"
    assert article["author"] == [
        {
            "@type": "Person",
            "name": "Mara Quill",
            "url": f"http://testserver/authors/{author.slug}/",
            "jobTitle": "Senior Editor",
        }
    ]
    assert article["publisher"]["name"] == "Newsroom"
    assert article["about"][0]["name"] == "Isolde Vane"
    assert [round(one["width"] / one["height"], 1) for one in article["image"]] == [1.0, 1.3, 1.8]
    assert all(one["url"].startswith("http://testserver/media/") for one in article["image"])


def test_a_foreign_host_header_is_not_believed(client: Client, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    edition = published()

    for path in (edition.get_absolute_url(), "/", "/feed/", "/sitemap.xml", "/robots.txt", "/search/"):
        response = client.get(path, headers={"host": "evil.example", "x-forwarded-host": "evil.example"})
        assert "evil.example" not in response.text


@pytest.mark.parametrize("count", [3, 30])
def test_a_story_takes_the_same_few_queries_however_long(client: Client, count: int) -> None:
    pictures = [make_picture() for _ in range(3)]
    parts = tuple(
        Part(key="", subhead=f"Scene {number}", body="<p>Words.</p>", pictures=(pictures[number % 3],))
        for number in range(count)
    )
    edition = published(lead=pictures[0], sections=parts, topics=(make_topic().label(),))
    published()
    path = edition.get_absolute_url()

    with CaptureQueriesContext(connection) as queries:
        client.get(path)

    statements = [one["sql"] for one in queries]
    assert len(statements) == 5, statements  # story, related, publication, menu, newsletter


def nasty_story() -> Edition:
    author = make_author(NASTY[:100], job_title=NASTY[:80])
    category = make_category("Film")
    type(category).objects.filter(pk=category.pk).update(title=NASTY[:40])
    category.refresh_from_db()
    picture = make_picture(caption=NASTY, alt_text=NASTY, asset=make_asset(credit=NASTY, copyright_notice=NASTY))
    text = "<p>Words.</p>"
    return published(
        headline=NASTY,
        standfirst=NASTY,
        kicker=NASTY[:50],
        category=category.label(),
        lead=picture,
        bylines=tuple(
            Credit(author.pk, author.name, author.slug, role, NASTY[:80]) for role in ("words", "pictures", "reporting")
        ),
        topics=(make_topic(NASTY[:100], description=NASTY, aliases=[NASTY]).label(),),
        sections=(
            Part(key="", subhead=NASTY, body=text + NASTY, pictures=(picture, picture), layout="pair"),
            Part(key="", subhead=NASTY, body=text, pictures=(picture,), layout="gallery"),
            Part(key="", kind="quote", subhead=NASTY, text=NASTY, source=NASTY),
            Part(key="", kind="post", url="https://x.com/" + NASTY, text=NASTY, source=NASTY, title=NASTY),
            Part(
                key="", kind="video", url="https://youtu.be/abcdefghijk", title=NASTY, source=NASTY, pictures=(picture,)
            ),
            Part(key="", subhead="Four", body=text),
        ),
    )


def test_no_plain_field_reaches_any_page_unescaped(client: Client) -> None:
    edition = nasty_story()
    topic, author = edition.topics.get(), edition.authors.get()
    paths = ["/", "/film/", edition.get_absolute_url(), topic.get_absolute_url(), author.get_absolute_url()]

    for path in [*paths, "/search/?q=alert", "/search/?q=" + NASTY]:
        text = client.get(path).text
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert Outline(text).inline == [], path
    rss, atom = (ET.fromstring(client.get(path).content) for path in ("/feed/", "/feed/atom/"))
    html = [element.text or "" for feed in (rss, atom) for element in feed.iter() if element.tag in FEED_HTML]
    html = [text for text in html if text != "Newsroom"]  # the channel's own description
    assert len(html) == 4  # what a reader of feeds shows as HTML: summary and full text of either
    html += [item["content_html"] for item in client.get("/feed.json").json()["items"]]
    for text in html:
        assert "alert(1)" in text
        assert "<script" not in text
        assert "<img src=x" not in text


def preview(document: Document) -> str:
    return render_story(RequestFactory().get("/"), document, preview=True).text


def test_a_preview_is_the_page_readers_will_get_kept_by_nobody() -> None:
    document = make_document(headline="Not yet", lead=make_picture())

    response = render_story(RequestFactory().get("/"), document, preview=True)

    assert "<h1>Not yet</h1>" in response.text
    assert "Readers do not see this page" in response.text
    assert '<meta name="robots" content="noindex">' in response.text
    assert "og:title" not in response.text
    assert "ld+json" not in response.text
    assert "no-store" in response["Cache-Control"]
    assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_a_preview_cleans_what_was_typed() -> None:
    nasty = Part(key="", body='<p onclick="alert(1)">Words<script>alert(1)</script></p>')

    text = preview(make_document(sections=(nasty,)))

    assert "Words" in text
    assert "alert(1)" not in text


def test_a_preview_of_almost_nothing_is_a_page_too() -> None:
    assert "<h1>Half a headline</h1>" in preview(Document(headline="Half a headline", slug=""))
    assert "<h1></h1>" in preview(Document(headline="", slug=""))


def test_a_picture_keeps_nothing_typed_in_what_is_remembered_of_it() -> None:
    one, other = (
        Picture(asset=1, key="ab" * 12, width=800, height=600, credit="c", alt_text=text)
        for text in ("First", "Second")
    )

    first, second = (preview(make_document(lead=picture)) for picture in (one, other))

    assert 'alt="First"' in first
    assert 'alt="Second"' in second
    assert 'alt="First"' not in second


def test_no_subhead_takes_an_id_of_the_page_itself(client: Client) -> None:
    names = ("Page main", "Page topics", "Newsletter 1", "Newsletter 1 email", "Page main")
    parts = tuple(Part(key="", subhead=name, body="<p>Words.</p>") for name in names)

    ids = Outline(page(client, published(sections=parts, topics=(make_topic().label(),)))).ids

    assert len(ids) == len(set(ids))
    assert "part-page-main-2" in ids


def test_a_category_renamed_since_is_linked_where_it_is_today(client: Client) -> None:
    edition = published(category=make_category("Film").label())
    Category.objects.update(title="Cinema", slug="cinema")
    edition = Edition.objects.get()

    text = page(client, edition)

    assert client.get(f"/film/{edition.article_id}/{edition.slug}/")["Location"] == edition.get_absolute_url()
    assert '<p class="kicker"><a href="/cinema/">Cinema</a>' in text
    assert "/film/" not in text


def test_asking_for_the_head_only_is_answered_and_cached_alike(client: Client) -> None:
    path = published().get_absolute_url()

    whole, head = client.get(path), client.head(path)

    assert head.status_code == 200
    assert head.content == b""
    assert head["Cache-Control"] == whole["Cache-Control"]
