"""Feeds: what the specifications demand, what readers of feeds stumble over, and the page that explains them."""

import json
import xml.etree.ElementTree as ET
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.test import Client
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from articles.document import Credit, Part
from articles.models import Article, Author, Category, Edition, Topic
from articles.tests.factories import (
    let_pass,
    make_article,
    make_asset,
    make_author,
    make_category,
    make_picture,
    make_topic,
    make_user,
)
from articles.tests.feed_rules import ATOM, CONTENT, DC, MEDIA, TOMB, atom_faults, html_faults, json_faults, rss_faults
from articles.tests.site import written
from articles.workflow import ChangeKind
from newsroom.html import tidy
from newsroom.models import Publication
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db

SITE = "http://testserver"
DELETED = f"{TOMB}deleted-entry"


def faults(client: Client, base: str = "/") -> list[str]:
    """Everything that is wrong with the three feeds under an address."""
    addresses = [f"{base}feed/", f"{base}feed/atom/", f"{base}feed.json"]
    answers = [client.get(address) for address in addresses]
    assert [answer.status_code for answer in answers] == [200, 200, 200]
    return [
        *rss_faults(answers[0].content, SITE + addresses[0]),
        *atom_faults(answers[1].content, SITE + addresses[1]),
        *json_faults(json.loads(answers[2].content), SITE + addresses[2]),
    ]


def rss(client: Client, address: str = "/feed/") -> ET.Element:
    return ET.fromstring(client.get(address).content)


def atom(client: Client, address: str = "/feed/atom/") -> ET.Element:
    return ET.fromstring(client.get(address).content)


def rich_story(**changes: Any) -> Edition:
    """A story with everything a story can have."""
    writers = [make_author("Mara Quill"), make_author("Tobias Fenn")]
    picture = make_picture(
        asset=make_asset(width=2400, height=1600, credit="Jo Park/Agency", photographer="Jo Park"), caption="On stage"
    )
    links = (
        '<a href="/film/">film</a> <a href="#later">later</a> <a href="?page=2">more</a> <a href="mailto:x@y.z">w</a>'
    )
    values = {
        "headline": "Isolde & the sea",
        "standfirst": "She <b>returns</b> & stays",
        "bylines": tuple(Credit(one.pk, one.name, one.slug, "words", "Editor") for one in writers),
        "topics": (make_topic("Isolde Vane").label(),),
        "lead": picture,
        "sections": (
            Part(key="", body=f"<p>{links}</p>"),
            Part(key="", subhead="Later", body="<p>Words.</p>", pictures=(picture, picture), layout="pair"),
            Part(key="", subhead="Pictures", body="<p>Words.</p>", pictures=(picture,), layout="gallery"),
            Part(key="", kind="quote", text="We danced", source="Isolde Vane"),
            Part(key="", kind="post", url="https://x.com/isolde/1", text="Hello\n\nagain", source="Isolde", title="X"),
            Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer", pictures=(picture,)),
        ),
    }
    return make_article(**{**values, **changes}).publish(by=None)


# -- the specifications ----------------------------------------------------------------------------------------------


def test_the_feeds_of_every_page_keep_every_rule(client: Client) -> None:
    edition = rich_story()
    make_article().publish(by=None)
    bases = ["/", "/film/", edition.topics.get().get_absolute_url(), edition.authors.all()[0].get_absolute_url()]

    assert {base: faults(client, base) for base in bases} == {base: [] for base in bases}


def test_a_feed_without_a_story_is_a_feed_too_and_does_not_change(client: Client) -> None:
    make_category("Film")

    assert faults(client) == faults(client, "/film/") == []
    before = client.get("/feed/").content
    with time_machine.travel(datetime.now(UTC) + timedelta(days=1)):
        assert client.get("/feed/").content == before


def test_a_broken_rule_is_noticed() -> None:
    assert html_faults('<p><img src="/a.jpg" onerror="x"><a href="#x">y</a><script></script></p>')
    assert rss_faults(b"<rss version='2.0'><channel><title>x</title><item><guid>a</guid></item></channel></rss>", "")
    assert atom_faults(b"<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "")
    assert json_faults({"version": "1", "title": "", "items": [{"id": 1}]}, "")


NASTY = st.sampled_from(
    [
        *(
            "]]>",
            "<![CDATA[",
            "<script>alert(1)</script>",
            "</title>",
            "&amp;",
            "&#0;",
            "&nbsp;",
            "<!--",
            "-->",
            "<?xml",
        ),
        *(
            "\x02",
            "\x1f",
            "\x85",
            "\ufffe",
            "\uffff",
            "\u2028",
            "\u202e",
            "\u200f",
            "\ufeff",
            "👩🏽‍🚀",
            "ش",
            "𝕏",
            '"',
            "'",
            " ",
        ),
    ]
)
WORDS = st.lists(
    NASTY | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12), max_size=12
).map("".join)


@given(headline=WORDS, standfirst=WORDS, name=WORDS, caption=WORDS, credit=WORDS)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_words_of_anybody_break_a_feed(
    client: Client, headline: str, standfirst: str, name: str, caption: str, credit: str
) -> None:
    headline, name = (headline * 20)[:200], name[:40]
    assume(tidy(headline) and tidy(name) and tidy(credit) and name.strip())
    Publication.objects.update_or_create(pk=1, defaults={"name": name, "description": standfirst[:200]})
    category, topic, author = make_category("Film"), make_topic("t"), make_author("a")
    Category.objects.filter(pk=category.pk).update(title=name)
    Topic.objects.filter(pk=topic.pk).update(name=name)
    Author.objects.filter(pk=author.pk).update(name=name)
    for one in (category, topic, author):
        one.refresh_from_db()
    picture = make_picture(caption=caption, alt_text=name, asset=make_asset(credit=credit[:100]))
    article = make_article(
        headline=headline,
        standfirst=standfirst[:400],
        category=category.label(),
        topics=(topic.label(),),
        bylines=(Credit(author.pk, author.name, author.slug, "words"),),
        lead=picture,
    )
    edition = let_pass(article).publish(by=None)

    try:
        assert faults(client) == []
        titles = [item.findtext("title") for item in rss(client).iter("item")]
        assert edition.headline in titles
        assert client.get("/feeds/").status_code == 200
    finally:
        Article.objects.get(pk=edition.article_id).withdraw(by=None)


# -- what is in it ---------------------------------------------------------------------------------------------------


def test_a_picture_stands_in_rss_with_its_credit_its_caption_and_its_size(client: Client) -> None:
    rich_story()

    media = rss(client).find(f"channel/item/{MEDIA}content")

    assert media is not None
    assert (media.get("medium"), media.get("type")) == ("image", "image/jpeg")
    assert (media.get("width"), media.get("height")) == ("1280", "720")
    assert media.findtext(f"{MEDIA}credit") == "Jo Park/Agency"
    assert media.findtext(f"{MEDIA}description") == "On stage"
    assert media.find(f"{MEDIA}thumbnail") is not None


def test_every_writer_is_named_apart_with_an_address(client: Client) -> None:
    edition = rich_story()
    urls = [f"{SITE}/authors/{credit.slug}/" for credit in edition.story.writers]

    item, entry = rss(client).find("channel/item"), atom(client).find(f"{ATOM}entry")
    assert item is not None
    assert entry is not None

    assert [one.text for one in item.iter(f"{DC}creator")] == ["Mara Quill", "Tobias Fenn"]
    assert [one.findtext(f"{ATOM}uri") for one in entry.iter(f"{ATOM}author")] == urls
    assert client.get("/feed.json").json()["items"][0]["authors"] == [
        {"name": "Mara Quill", "url": urls[0]},
        {"name": "Tobias Fenn", "url": urls[1]},
    ]


def test_links_and_pictures_of_the_text_lead_to_the_site_from_wherever_it_is_read(client: Client) -> None:
    edition = rich_story()
    here = SITE + edition.get_absolute_url()

    text = rss(client).findtext(f"channel/item/{CONTENT}encoded") or ""

    for link in (f"{SITE}/film/", f"{here}#later", f"{here}?page=2", "mailto:x@y.z"):
        assert f'<a href="{link}">' in text
    assert text.count("<figure><img src=") == text.count("On stage © Jo Park/Agency</figcaption></figure>") == 4
    assert 'full-1280.jpg" width="1280" height="853"' in text


def test_an_update_readers_are_told_of_moves_only_the_time_of_the_update(client: Client) -> None:
    with time_machine.travel(datetime(2026, 3, 1, 12, tzinfo=UTC), tick=False):
        edition = rich_story()
    with time_machine.travel(datetime(2026, 3, 1, 18, tzinfo=UTC), tick=False):
        written(edition.article, kicker="New").publish(by=None, change=ChangeKind.UPDATE)

    item, entry = rss(client).find("channel/item"), atom(client).find(f"{ATOM}entry")
    assert item is not None
    assert entry is not None

    assert item.findtext("pubDate") == "Sun, 01 Mar 2026 12:00:00 +0000"
    assert item.findtext(f"{ATOM}updated") == entry.findtext(f"{ATOM}updated") == "2026-03-01T18:00:00+00:00"
    assert entry.findtext(f"{ATOM}published") == "2026-03-01T12:00:00+00:00"
    assert rss(client).findtext("channel/lastBuildDate") == "Sun, 01 Mar 2026 18:00:00 +0000"
    assert faults(client) == []


def test_atom_says_for_thirty_days_that_a_story_was_withdrawn_and_no_word_of_it(client: Client) -> None:
    kept, gone = rich_story(headline="Kept"), rich_story(headline="Regretted")
    gone.article.refresh_from_db()
    gone.article.withdraw(by=None, reason="A secret reason")
    draft = make_article(headline="Never seen")

    for base in ("/", "/film/"):
        answer = client.get(f"{base}feed/atom/")
        tombs = list(ET.fromstring(answer.content).iter(f"{TOMB}deleted-entry"))
        assert [one.get("ref") for one in tombs] == [f"{SITE}/#story-{gone.article_id}"]
        assert "Regretted" not in answer.text
        assert "secret" not in answer.text
        assert f"#story-{draft.pk}" not in answer.text
        assert faults(client, base) == []
    assert list(atom(client, f"{make_topic_page(kept)}feed/atom/").iter(f"{TOMB}deleted-entry")) == []
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        assert list(atom(client).iter(f"{TOMB}deleted-entry")) == []
    gone.article.publish(by=None)
    assert list(atom(client).iter(f"{TOMB}deleted-entry")) == []


def test_a_kill_is_told_in_every_feed_for_thirty_days_without_a_word_of_the_story(client: Client) -> None:
    gone, left = rich_story(headline="Regretted"), rich_story(headline="Left out")
    later = make_article(headline="Newer").publish(by=None)
    withdraw(left)
    gone.article.refresh_from_db()
    kill = gone.article.kill(by=make_user(), reason="A secret reason")
    kill.confirm(by=make_user())
    guid, title = f"{SITE}/#story-{gone.article_id}", "Withdrawn: do not use this story"
    for base in ("/", "/film/"):
        assert faults(client, base) == []
        answers = [client.get(f"{base}{kind}") for kind in ("feed/", "feed/atom/", "feed.json")]
        for answer in answers:
            assert not [word for word in ("regretted", "secret", "left-out", "left out") if word in answer.text.lower()]
            assert "Do not use it, and take down what you have of it." in answer.text
        [item] = [one for one in ET.fromstring(answers[0].content).iter("item") if one.findtext("guid") == guid]
        [entry] = [one for one in json.loads(answers[2].content)["items"] if one["id"] == guid]
        assert item.findtext("title") == entry["title"] == title
        assert client.get((item.findtext("link") or "").removeprefix(SITE)).status_code == 410
        assert entry["url"] == item.findtext("link")
        comments = {one.get("ref"): one[0].text or "" for one in ET.fromstring(answers[1].content).iter(DELETED)}
        assert comments[guid].startswith("This story was killed")
        assert comments[f"{SITE}/#story-{left.article_id}"].startswith("This story was withdrawn on")
        assert f"#story-{left.article_id}" not in answers[0].text + answers[2].text
        assert f"#story-{later.article_id}" in answers[0].text
    assert "have a notice in its place" in " ".join(client.get("/feeds/").text.split())
    with time_machine.travel(datetime.now(UTC) + timedelta(days=31)):
        assert not [kind for kind in ("feed/", "feed/atom/", "feed.json") if guid in client.get(f"/{kind}").text]
    gone.article.refresh_from_db()
    gone.article.publish(by=None)
    assert title not in client.get("/feed/").text + client.get("/feed.json").text


def withdraw(edition: Edition) -> None:
    edition.article.refresh_from_db()
    edition.article.withdraw(by=None)


def test_the_kill_of_a_story_that_was_withdrawn_long_ago_is_told(
    reader: Reader, django_capture_on_commit_callbacks: Any
) -> None:
    edition = rich_story(headline="Regretted")
    with time_machine.travel(datetime.now(UTC) - timedelta(days=40)):
        Article.objects.update(first_published_at=datetime.now(UTC), last_published_at=datetime.now(UTC))
        withdraw(edition)
    feeds = ("/feed/", "/feed/atom/", "/feed.json")
    assert not [one for one in feeds if f"#story-{edition.article_id}" in reader.get(one).text]
    with django_capture_on_commit_callbacks(execute=True):
        Article.objects.get().kill(by=make_user(), reason="It was another woman")
    assert [one for one in feeds if f"#story-{edition.article_id}" in reader.get(one).text] == [*feeds]


def make_topic_page(edition: Edition) -> str:
    return edition.topics.get().get_absolute_url()


# -- asking again ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["/feed/", "/feed/atom/", "/feed.json", "/film/feed/"])
def test_a_reader_that_asks_again_is_told_whether_anything_changed(
    reader: Reader, address: str, django_capture_on_commit_callbacks: Any
) -> None:
    with time_machine.travel(datetime(2036, 3, 1, 12, tzinfo=UTC), tick=False) as clock:
        with django_capture_on_commit_callbacks(execute=True):
            edition = rich_story()
        clock.shift(60)
        first = reader.get(address)
        tag, since = first.headers["etag"], first.headers["last-modified"]
        assert parsedate_to_datetime(since) == datetime(2036, 3, 1, 12, tzinfo=UTC)

        assert reader.get(address, if_none_match=tag).status == 304
        assert reader.get(address, if_modified_since=since).status == 304
        edition.article.refresh_from_db()
        with django_capture_on_commit_callbacks(execute=True):
            edition.article.withdraw(by=None)
        assert reader.get(address, if_none_match=tag).status == 200
        assert reader.get(address, if_modified_since=since).status == 200


# -- for people ------------------------------------------------------------------------------------------------------


def test_every_page_with_feeds_has_a_page_that_explains_them(client: Client) -> None:
    edition = rich_story()
    bases = ["/", "/film/", make_topic_page(edition), edition.authors.all()[0].get_absolute_url()]

    for base in bases:
        text = client.get(f"{base}feeds/").text
        for name in ("feed/", "feed/atom/", "feed.json"):
            assert f'value="{SITE}{base}{name}"' in text
        assert edition.get_absolute_url() in text
        assert 'role="status"' in text
        assert f'<link rel="canonical" href="{SITE}{base}feeds/">' in text
        assert f'href="{SITE}{base}feeds/"' in client.get(f"{base}feed/").text
    assert client.get("/topics/nobody/feeds/").status_code == 404
    assert client.get("/nothing/feeds/").status_code == 404


def test_no_category_can_take_the_address_of_that_page() -> None:
    with pytest.raises(ValidationError, match="address of its own"):
        Category(title="Feeds", slug="feeds").full_clean()


@pytest.mark.parametrize("address", ["/feed/", "/feed/atom/"])
def test_a_feed_that_is_opened_in_a_browser_is_dressed(client: Client, address: str) -> None:
    answer = client.get(address)

    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"  # what browsers show as a document
    assert b"<?xml-stylesheet " in answer.content.partition(b"<rss")[0].partition(b"<feed")[0]
    assert "style-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.django_db
def test_feeds_carry_the_publications_own_icon_once_it_has_one(client: Client) -> None:
    icons = dict.fromkeys(("32", "180", "192", "512"), f"/media/brand/{'a' * 24}-icon.png")
    Publication.objects.update_or_create(pk=1, defaults={"icon": icons})

    assert client.get("/feed.json").json()["icon"].endswith(icons["512"])
    assert icons["180"] in client.get("/feed/").text
