"""What the desk is told that a deed would change is what it changes: pages and feeds by name, story pages by number.

The site of these tests has 48 stories. Every public page, feed and sitemap is read before a deed and after it.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Page, expect

from articles import consequences
from articles.consequences import Consequences
from articles.document import Credit
from articles.models import Article, AuditEntry, Author, Category, Edition, Listed, Revision, Topic
from articles.tests.factories import (
    make_article,
    make_category,
    make_picture,
    make_topic,
    make_user,
)
from articles.tests.site import Site, addresses, site_of, with_body, written
from articles.tests.test_story_screen import sign_in
from articles.workflow import ChangeKind
from newsroom.delivery.purging import Purge
from newsroom.tests.axe import READERS, violations
from newsroom.tests.readers import Reader

STORIES = 48
MOST_QUERIES = 16
NO_PAGES = tuple(f"?page={number}" for number in (3, 4, 7, 9))  # of so few stories

Deed = Callable[[Site], tuple[Article, ChangeKind | None, str]]  # a change of None withdraws


def read(site: Site) -> dict[str, tuple[int, str]]:
    """What there is to read, and no page that is unknown. What no deed purged comes from the page cache."""
    asked = [one for one in addresses() if one == "/?page=3" or not one.endswith(NO_PAGES)]
    got = {address: site.reader.get(address) for address in asked}
    return {address: (one.status, one.text) for address, one in got.items() if one.status != 404}


def do(site: Site, article: Article, change: ChangeKind | None, note: str) -> None:
    with site.committed(execute=True):
        if change is None:
            article.withdraw(by=None)
        else:
            article.publish(by=None, change=change, note=note)
    site.clock.shift(60)


def announced(article: Article, change: ChangeKind | None, note: str) -> Consequences:
    if change is None:
        return consequences.of_withdrawing(article)
    return consequences.of_publishing(article, article.document(), change, note)


def correcting_a_text(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return with_body(site.stories()[3], "A word was missing."), ChangeKind.TYPO, ""


def confessing(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return with_body(site.stories()[12], "It was nine."), ChangeKind.CORRECTION, "It was nine, not ten."


def giving_a_confessed_story_a_new_headline(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return written(site.stories()[12], headline="Another headline"), ChangeKind.TYPO, ""


def giving_the_newest_a_new_headline(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return written(site.stories()[0], headline="The newest headline"), ChangeKind.TYPO, ""


def giving_a_story_on_page_two_a_new_headline(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return written(site.stories()[24], headline="A headline of the second page"), ChangeKind.TYPO, ""


def giving_an_old_story_another_address(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return written(site.stories()[44], slug="another-address"), ChangeKind.TYPO, ""


def publishing_a_story(site: Site) -> tuple[Article, ChangeKind | None, str]:
    author = Author.objects.all()[0]
    credit = Credit(author.pk, author.name, author.slug, "words", author.job_title)
    topics = tuple(one.label() for one in site.pick.sample(list(Topic.objects.all()), 2))
    film = make_category("Film").label()
    story = make_article(headline="Fresh from the stage", category=film, topics=topics, bylines=(credit,))
    return story, ChangeKind.TYPO, ""


def publishing_the_first_of_a_topic_an_author_and_a_category(site: Site) -> tuple[Article, ChangeKind | None, str]:
    topics, category = (make_topic("Nobody’s yet").label(),), Category.objects.get(title="Fashion").label()
    return make_article(headline="A first", topics=topics, category=category), ChangeKind.TYPO, ""


def withdrawing_it(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return Article.objects.live().get(headline="A first"), None, ""


def publishing_it_again(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return Article.objects.get(headline="A first"), ChangeKind.TYPO, ""


def withdrawing_a_story_of_the_top(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return site.stories()[2], None, ""


def withdrawing_an_old_story(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return site.stories()[43], None, ""


def withdrawing_a_confessed_story(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return Article.objects.live().exclude(corrections=None).get(), None, ""


def moving_a_story_to_another_category(site: Site) -> tuple[Article, ChangeKind | None, str]:
    story = site.stories()[6]
    other = Category.objects.exclude(pk=story.category_id or 0)[0]
    return written(story, category=other.label()), ChangeKind.UPDATE, ""


def giving_a_story_other_topics_and_another_author(site: Site) -> tuple[Article, ChangeKind | None, str]:
    author = Author.objects.order_by("-pk")[1]
    topics = tuple(one.label() for one in site.pick.sample(list(Topic.objects.all()), 3))
    credit = Credit(author.pk, author.name, author.slug, "words", "Editor")
    return written(site.stories()[8], topics=topics, bylines=(credit,)), ChangeKind.TYPO, ""


def publishing_what_no_reader_sees(site: Site) -> tuple[Article, ChangeKind | None, str]:
    return written(site.stories()[1], working_title="For us alone"), ChangeKind.TYPO, ""


DEEDS: list[Deed] = [
    correcting_a_text,
    confessing,
    giving_a_confessed_story_a_new_headline,
    giving_the_newest_a_new_headline,
    giving_a_story_on_page_two_a_new_headline,
    giving_an_old_story_another_address,
    publishing_a_story,
    publishing_the_first_of_a_topic_an_author_and_a_category,
    withdrawing_it,
    publishing_it_again,
    withdrawing_a_story_of_the_top,
    withdrawing_an_old_story,
    withdrawing_a_confessed_story,
    moving_a_story_to_another_category,
    giving_a_story_other_topics_and_another_author,
    publishing_what_no_reader_sees,
]


@pytest.fixture
def site(reader: Reader, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    categories, committed = ("Film", "Music", "Royalty"), django_capture_on_commit_callbacks
    with site_of(STORIES, timedelta(hours=9), categories, 2, 5, reader, committed, monkeypatch) as built:
        make_category("Fashion", in_menu=False, position=9)
        built.clock.shift(60)
        yield built


def is_story(address: str) -> bool:
    return address.split("/")[2:3] != [] and address.split("/")[2].isdigit()


def test_what_is_announced_is_what_changes(site: Site) -> None:
    before = read(site)
    for deed in DEEDS:
        article, change, note = deed(site)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            told = announced(article, change, note)
            asked = len(queries)
        do(site, article, change, note)
        after = read(site)
        changed = {one for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
        others = {one for one in changed if is_story(one) and int(one.split("/")[2]) != article.pk}
        own = {one for one in changed if is_story(one)} - others
        named = [line for group, lines in told.groups.items() if group != "The story" for line in lines]
        named += [*(line for _, lines in told.feeds for line in lines), *told.sitemaps]
        addresses_told = [line.address for line in named]
        rest = changed - others - own - set(addresses_told)

        print(f"{deed.__name__.replace('_', ' '):<60} {asked:>2} queries. {told.sentence}")
        assert len(addresses_told) == len(set(addresses_told))
        assert not set(addresses_told) - changed, f"{deed.__name__}: told, but the same"
        assert all("?page=" in one for one in rest), f"{deed.__name__}: not told of {rest}"
        assert len(rest) == told.older, f"{deed.__name__}: {told.older} older pages were told, not {sorted(rest)}"
        assert len(others) == told.stories, f"{deed.__name__}: {told.stories} story pages were told of {len(others)}"
        assert bool(own) == ("The story" in told.groups), deed.__name__
        assert {line.address for line in named if not line.is_there} == {
            one for one in addresses_told if one not in before
        }
        assert not told.is_more
        assert asked <= MOST_QUERIES
        before = after


# -- at the desk -----------------------------------------------------------------------------------------------------

ADDRESS = "/admin/articles/article/consequences/"


def ask(role: str, article: Article | None, by: User | None = None, **fields: str) -> Any:
    client = Client()
    client.force_login(by or make_user(role))
    return client.post(f"{ADDRESS}?story={article.pk}" if article else ADDRESS, fields)


@pytest.mark.django_db
def test_it_is_told_of_what_is_typed_and_nothing_is_written() -> None:
    film = make_category("Film")
    counted = [model._default_manager.count for model in (Article, Edition, Listed, Purge, Revision, AuditEntry)]
    before = [count() for count in counted]

    told = ask("Editor", None, headline="Typed, not saved", category=str(film.pk)).json()

    assert told["said"] == "This changes 5 pages, 6 feeds and 4 sitemaps."
    assert told["groups"][0]["title"] == "The story"
    assert told["groups"][0]["lines"][0]["links"] == [{"text": "Typed, not saved", "address": None}]
    assert [count() for count in counted] == before


@pytest.mark.django_db
def test_without_a_category_nobody_can_tell() -> None:
    assert ask("Editor", None, headline="Nowhere").json()["said"].startswith("Choose the category first")


@pytest.mark.django_db
def test_only_who_may_publish_the_story_is_told() -> None:
    writer = make_user("Writer")
    story = make_article(by=writer)
    assert ask("Editor", story, headline="Ours").status_code == 200
    assert ask("Writer", story, by=writer).status_code == 403
    assert ask("Writer", story).status_code == 404
    assert ask("Picture editor", None).status_code == 403
    assert Client().post(ADDRESS).status_code == 302


@pytest.mark.django_db
def test_a_story_that_is_not_live_cannot_be_withdrawn_from_anything() -> None:
    assert ask("Editor", make_article(), _withdraw="1").json() == {
        "said": "Readers do not see this story.",
        "groups": [],
    }


@pytest.mark.django_db
def test_on_a_large_site_it_says_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consequences, "MOST", 3)
    for number in range(5):
        make_article(headline=f"Story {number}").publish(by=None)
    fresh = make_article(headline="Fresh")
    told = consequences.of_publishing(fresh, fresh.document(), ChangeKind.TYPO, "")
    assert (told.stories, told.is_more) == (3, True)
    assert told.sentence.startswith("This changes at least ")


def test_an_editor_sees_what_publishing_would_change(page: Page, live_server: Any) -> None:
    make_article(headline="Another").publish(by=None)
    story = make_article(headline="Isolde Vane returns", lead=make_picture(), topics=(make_topic().label(),))
    story.publish(by=None)
    sign_in(page, live_server.url, make_user("Editor").username)
    page.goto(f"{live_server}/admin/articles/article/{story.pk}/change/")
    place = page.locator("[data-consequences=_publish]")
    said, which = place.get_by_role("status"), place.get_by_text("Which they are")

    button = place.get_by_role("button", name="What will publishing change?")
    button.press("Enter")
    expect(said).to_have_text("Readers see no change.")
    expect(which).to_be_hidden()

    page.fill("#id_headline", "Isolde Vane stays away")
    expect(said).to_have_text("")
    button.press("Enter")
    expect(said).to_have_text(re.compile(r"^This changes \d+ pages, \d+ feeds and 1 sitemap\.$"))
    which.press("Enter")
    expect(place.get_by_role("link", name="Home", exact=True)).to_have_attribute("href", "/")
    expect(place.get_by_text("1 story page on which it is a way on to read")).to_be_visible()
    assert violations(page, READERS) == []
    assert Edition.objects.live().get(article=story).headline == "Isolde Vane returns"  # asking publishes nothing

    page.get_by_text("Withdraw from readers now").click()
    leaving = page.locator("[data-consequences=_withdraw]")
    leaving.get_by_role("button", name="What will withdrawing change?").click()
    expect(leaving.get_by_role("status")).to_have_text(re.compile(r"^This changes \d+ pages"))


@pytest.mark.django_db
@pytest.mark.parametrize(("deed", "kinds"), [("withdraw", ["Atom"]), ("kill", ["RSS", "Atom", "JSON"])])
def test_the_return_of_a_story_too_old_for_the_feeds_changes_those_that_say_it_went(
    monkeypatch: pytest.MonkeyPatch, deed: str, kinds: list[str]
) -> None:
    monkeypatch.setattr(consequences, "STORIES", 0)
    article = make_article()
    article.publish(by=None)
    getattr(article, deed)(by=make_user(), reason="It was another woman")
    told = consequences.of_publishing(article, article.document(), ChangeKind.TYPO, "")
    assert {name: [one.text for one in lines] for name, lines in told.feeds}["All stories"] == kinds
