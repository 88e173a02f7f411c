"""What readers are owed: who paid or gave, what a machine did, how old a story is."""

import json
import re
from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from articles.document import Disclosures, Document, Part
from articles.errors import NotPublishable
from articles.merging import merge
from articles.models import Article
from articles.teasers import Teaser
from articles.tests.factories import make_article, make_document, signed_in
from articles.tests.test_hostile_form import form_of
from newsroom.delivery.shown import recording

pytestmark = pytest.mark.django_db

LINKS = '<p>Buy <a href="https://shop.example.org/hat">the hat</a>, or <a href="/film/">read on</a>.</p>'
AI = {
    "ai_purpose": "it summed up the ruling",
    "ai_tool": "Parrot 4",
    "ai_reviewer": "Mara Quill",
    "ai_checked": "2026-11-20T14:30",
}


def live(**told: str) -> Article:
    article = make_article(
        sections=(
            Part(key="", body=LINKS),
            Part(key="", kind="post", url="https://x.com/hat/1", text="A hat.", source="Hatter"),
            Part(key="", kind="video", url="https://www.youtube.com/watch?v=abcdefghijk", title="The hat"),
        ),
        disclosures=Disclosures(**told),
    )
    article.publish(by=None)
    return article


def path(article: Article) -> str:
    assert article.live_edition
    return article.live_edition.get_absolute_url()


def described(page: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    )
    return dict(found["@graph"][0])


@pytest.mark.parametrize(
    ("told", "label", "sentence", "paid"),
    [
        ({"commercial": "sponsored", "sponsor": "Acme"}, "Sponsored", "This story was paid for by Acme.", True),
        ({"commercial": "affiliate"}, "Affiliate links", "we may be paid for it", True),
        ({"commercial": "gifted", "sponsor": "Acme"}, "Gifted", "free of charge by Acme.", False),
        (
            {"commercial": "gifted_affiliate", "sponsor": "Acme"},
            "Gifted, with affiliate links",
            "free of charge by Acme. If you buy something through a link",
            True,
        ),
    ],
)
def test_the_label_stands_wherever_the_story_is_told_of(
    client: Client, told: dict[str, str], label: str, sentence: str, paid: bool
) -> None:
    article = live(**told)

    page = client.get(path(article)).text
    main = page.partition("<main")[2]

    assert main.index(f"<strong>{label}</strong>") < main.index("<h1>")
    assert sentence in main
    assert sentence in described(page)["backstory"]
    shop = re.search(r'<a href="https://shop[^>]*>', page)
    assert shop
    assert ("sponsored" in shop[0]) is paid
    assert page.count(" sponsored ") == (3 if paid else 0)  # the post's link and the video's, too
    assert '<a href="/film/">' in page  # our own is no advertisement
    for address in ("/", "/film/", "/search/?q=hat"):
        assert f'<p class="card-label">{label}</p>' in client.get(address).text, address
    for address in ("/feed/", "/feed/atom/", "/feed.json"):
        feed = client.get(address).text
        assert sentence in feed, address
        assert label in feed.replace("\\u003c", ""), address
        assert ("sponsored" in feed) is paid, address
    content = client.get("/feed.json").json()["items"][0]["content_html"]
    links = [one for one in re.findall(r"<a [^>]*>", content) if "testserver/" not in one]
    assert len(links) == 3, "the shop, the post and the video"
    assert {"sponsored" in one for one in links} == {paid}
    mail = Teaser.of(article.document(), path(article))
    assert mail.label == label


def test_advertising_is_described_as_such_and_is_no_news(client: Client) -> None:
    article, other = live(commercial="sponsored", sponsor="Acme"), live()

    page = described(client.get(path(article)).text)
    news = client.get("/news-sitemap.xml").text

    assert page["@type"] == "AdvertiserContentArticle"
    assert page["sponsor"] == {"@type": "Organization", "name": "Acme"}
    assert path(article) not in news
    assert path(other) in news
    assert described(client.get(path(other)).text)["@type"] == "NewsArticle"
    assert "backstory" not in described(client.get(path(other)).text)


def test_a_story_without_anything_to_disclose_says_nothing(client: Client) -> None:
    page = client.get(path(live())).text
    assert "story-label" not in page
    assert "page-ai" not in page


def test_what_ai_did_is_said_with_who_answers_for_it(client: Client) -> None:
    article = live(**AI)

    page = client.get(path(article)).text

    said = (
        "AI (Parrot 4) was used in this story: it summed up the ruling."
        " Mara Quill checked it on 20 November 2026 at 14:30."
    )
    assert f"<p>{said}</p>" in page
    assert '<a href="#page-ai">AI was used</a>' in page
    assert described(page)["backstory"] == said
    assert said in client.get("/feed/").text


@pytest.mark.parametrize(
    ("told", "problems"),
    [
        ({"commercial": "sponsored"}, {"sponsor"}),
        ({"commercial": "gifted"}, {"sponsor"}),
        ({"commercial": "affiliate"}, set()),
        ({"commercial": "gifted_affiliate"}, {"sponsor"}),
        ({"ai_purpose": "it wrote all"}, {"ai_tool", "ai_reviewer", "ai_checked"}),
        ({**AI, "ai_tool": ""}, {"ai_tool"}),
        ({**AI, "ai_reviewer": " "}, {"ai_reviewer"}),
        ({**AI, "ai_checked": "yesterday"}, {"ai_checked"}),
        ({**AI, "ai_checked": "2100-01-01T00:00"}, {"ai_checked"}),
        ({"ai_reviewer": "Mara"}, {"ai_purpose", "ai_tool", "ai_checked"}),
        (AI, set()),
    ],
)
def test_a_label_without_a_name_or_a_machine_without_a_person_stops_publishing(
    told: dict[str, str], problems: set[str]
) -> None:
    article = make_article(disclosures=Disclosures(**told))

    assert set(article.problems()) == problems
    if problems:
        with pytest.raises(NotPublishable):
            article.publish(by=None)


def test_a_label_nobody_knows_is_none() -> None:
    assert make_article(disclosures=Disclosures(commercial="<b>")).document().disclosures.label == ""


def test_the_desk_types_it_and_every_version_keeps_it() -> None:
    client, editor = signed_in("Editor")
    article = make_article(by=editor)
    fields = form_of(client, article) | {"commercial": "gifted", "sponsor": "Acme", **AI, "_save": "1"}

    client.post(article.get_absolute_url(), fields)

    article.refresh_from_db()
    assert article.document().disclosures == Disclosures(commercial="gifted", sponsor="Acme", **AI)
    first, last = article.revisions.order_by("number")
    assert Document.from_json(last.document).disclosures.sponsor == "Acme"
    article.restore(first, by=editor)
    article.refresh_from_db()
    assert article.document().disclosures == Disclosures()


def test_what_two_people_disclose_at_once_is_merged() -> None:
    base = make_document()
    merged = merge(base, base.having(commercial="affiliate"), base.having(ai_tool="Parrot 4"))
    assert not merged.conflicts
    assert merged.document.disclosures == Disclosures(commercial="affiliate", ai_tool="Parrot 4")


def test_an_edition_from_before_there_were_labels_has_none() -> None:
    old = {name: value for name, value in make_document().to_json().items() if name != "disclosures"}
    assert Document.from_json(old).disclosures == Disclosures()


# -- old stories -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ("2026-11-24 23:59:00+00:00", ""),
        ("2026-11-25 00:01:00+00:00", "This story is more than a year old."),
        ("2027-11-24 23:59:00+00:00", "This story is more than a year old."),
        ("2029-12-01 00:00:00+00:00", "This story is more than 4 years old."),
    ],
)
def test_a_story_says_how_old_it_is_from_the_day_it_turned(now: str, said: str) -> None:
    with time_machine.travel("2025-11-25 09:00:00+00:00", tick=False):
        article = live()
    with time_machine.travel(now, tick=False):
        page = Client().get(path(article)).text
    assert (said in page) if said else ("story-old" not in page)


def test_a_kept_page_is_true_until_the_story_is_a_year_older() -> None:
    from articles.templatetags.pages import years_old

    with time_machine.travel("2026-07-01 12:00:00+00:00", tick=False), recording() as page:
        years_old(timezone.now() - timedelta(days=400))
    assert datetime.fromtimestamp(page.until, timezone.get_current_timezone()).date().isoformat() == "2027-05-27"
