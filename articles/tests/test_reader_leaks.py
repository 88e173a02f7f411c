"""Nothing the desk has not published is at any public address, whatever it is and wherever it was typed."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import Credit, Document, Part
from articles.models import Article, Author, Category, Edition, Topic
from articles.tests.factories import make_article, make_asset, make_author, make_category, make_topic, make_user

pytestmark = pytest.mark.django_db

LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word of a template is made of these alone
# What is public is one rule; how words are searched is all that PostgreSQL does otherwise.
EXAMPLES = 8 if connection.vendor == "sqlite" else 3
SECRET = st.text(alphabet=LETTERS, min_size=12, max_size=20)


def document(word: str) -> Document:
    """A story that has the word in every place somebody can type."""
    author = make_author(f"Name {word}")
    topic = make_topic(f"Topic {word}", description=word, aliases=[word])
    asset = make_asset(credit=f"Credit {word}", copyright_notice=word)
    picture = asset.picture(caption=f"Caption {word}", alt_text=f"Alt {word}")
    return Document(
        headline=f"Headline {word}",
        slug=f"slug-{word}",
        standfirst=f"Standfirst {word}",
        kicker=f"Kicker {word}",
        working_title=f"Working {word}",
        category=make_category("Film").label(),
        bylines=(Credit(author.pk, author.name, author.slug, "words", f"Title {word}"),),
        lead=picture,
        sections=(
            Part(key="", subhead=f"Subhead {word}", body=f"<p>Body {word}</p>", pictures=(picture,)),
            Part(key="", kind="quote", text=f"Quote {word}", source=f"Source {word}"),
            Part(key="", kind="post", url=f"https://x.com/{word}", text=f"Post {word}", source=word),
            Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title=f"Video {word}", source=word),
        ),
        topics=(topic.label(),),
    )


def public_addresses(words: set[str]) -> list[str]:
    """Every address a stranger could try, those only the secret's knower would guess included."""
    lists = ["/", "/film/"]
    lists += [one.get_absolute_url() for model in (Topic, Author, Category) for one in model.objects.all()]
    months = {f"/sitemap/{edition.first_published_at:%Y-%m}.xml" for edition in Edition.objects.live()}
    slugs = ["x", *(f"slug-{word}" for word in words)]
    stories = [f"/film/{pk}/{slug}/" for pk in Article.objects.values_list("pk", flat=True) for slug in slugs]
    stories += [edition.get_absolute_url() for edition in Edition.objects.live()]
    return [
        *(path + suffix for path in lists for suffix in ("", "feed/", "feed/atom/", "feed.json", "?page=2")),
        *(path + suffix for path in stories for suffix in ("", "changes/")),
        *("/corrections/", "/about/", "/feeds/"),
        *("/sitemap.xml", "/sitemap/fronts.xml", "/news-sitemap.xml", *months, "/robots.txt", "/newsletter/"),
        *("/search/?q=headline", "/search/?q=body", f"/search/?q={timezone.now():%Y}"),
    ]


def read_everything(client: Client, words: set[str]) -> None:
    for address in public_addresses(words):
        response = client.get(address)
        assert response.status_code in {200, 301, 404, 410}, address
        said = response.text + response.get("Location", "")
        assert not [word for word in words if word in said], address
    for word in words:
        answer = client.get("/search/", {"q": word})
        assert answer.text.count(word) == 3  # the question is said again in title, heading and field, and nowhere else
        assert "No story has all of these words" in answer.text


@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(draft=SECRET, change=SECRET, planned=SECRET, gone=SECRET)
def test_no_word_of_a_draft_a_change_a_scheduled_or_a_withdrawn_story_is_public(
    client: Client, draft: str, change: str, planned: str, gone: str
) -> None:
    with transaction.atomic():
        read_around(client, draft, change, planned, gone)
        transaction.set_rollback(True)  # the next words find an empty newsroom


def read_around(client: Client, draft: str, change: str, planned: str, gone: str) -> None:
    make_article(headline="An open story").publish(by=None)
    Article().write(document(draft), by=None)
    changed = make_article(headline="Shown as it was")
    changed.publish(by=None)
    changed.write(document(change), by=None)
    scheduled = Article()
    scheduled.write(document(planned), by=None)
    scheduled.schedule(timezone.now() + timedelta(hours=1), by=make_user())
    withdrawn = Article()
    withdrawn.write(document(gone), by=None)
    withdrawn.publish(by=None)
    withdrawn.withdraw(by=None)

    assert "Shown as it was" in client.get("/").text
    read_everything(client, {draft, change, planned, gone})


def test_what_is_published_is_seen_so_that_the_test_above_can_fail(client: Client) -> None:
    article = Article()
    article.write(document("bcdfghjklmnp"), by=None)
    article.publish(by=None)

    with pytest.raises(AssertionError):
        read_everything(client, {"bcdfghjklmnp"})
