"""A site of many stories with every kind of list, somebody who reads it, and every address she can ask for."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection

from articles import consequences, feeds
from articles.demo import bulk
from articles.models import Article, Author, Category, Edition, Topic
from articles.tests.factories import make_asset, make_author, make_category, make_topic
from newsletter import sending
from newsletter.models import Issue, Newsletter
from newsletter.tests.factories import make_issue, make_newsletter, make_text
from newsroom.models import Page
from newsroom.tests.readers import Reader

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


class Site:
    """The newsroom, its clock, and a reader who keeps what she has read until it is purged."""

    def __init__(self, reader: Reader, clock: Any, committed: Callable[..., Any]) -> None:
        self.reader, self.clock, self.committed = reader, clock, committed
        self.pick = random.Random(4)

    def stories(self) -> list[Article]:
        """Newest first."""
        return list(Article.objects.live().order_by("-first_published_at", "-pk"))


@contextmanager
def site_of(
    stories: int,
    apart: timedelta,
    categories: tuple[str, ...],
    authors: int,
    topics: int,
    reader: Reader,
    committed: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Site]:
    """The last category is not in the menu; all authors but the last have portraits."""
    with time_machine.travel(NOW, tick=False) as clock:
        monkeypatch.setattr(bulk, "APART", apart)
        for module in (feeds, consequences):  # long feeds take a third of the time; short ones are left sooner
            monkeypatch.setattr(module, "STORIES", 9)
        for number, title in enumerate(categories):
            make_category(title, in_menu=title != categories[-1], position=number)
        pictures = [make_asset(width=1600, height=1200) for _ in range(authors + 2)]
        for number in range(authors):  # in this order, however many tests came before
            make_author(f"Writer {number}", portrait=pictures[number] if number < authors - 1 else None)
        for number in range(topics):
            make_topic(f"Topic {number}")
        make_text(newsletter=make_newsletter())
        bulk.add(stories, lambda line: None)
        send_an_issue()
        if connection.vendor == "postgresql":  # which plans for empty tables what is not committed yet
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE")
        yield Site(reader, clock, committed)


def send_an_issue() -> None:
    """One of the newest stories, as readers get them by mail."""
    newest = Edition.objects.live().newest()[:6]
    blocks = [{"kind": "story", "article": one.article_id} for one in newest]
    sending.begin(make_issue(Newsletter.objects.get(), blocks=blocks), by=None)


def addresses(every: int = 1) -> list[str]:
    """Every public address there is now, besides searches, of which there is no end.

    With `every` only one of so many stories, and half of the categories, topics and authors.
    """
    found = ["/", "/about/", "/corrections/", "/newsletter/", "/newsletter/thanks/", "/newsletter/data-protection/"]
    found += ["/robots.txt", "/sitemap.xml", "/sitemap/fronts.xml", "/news-sitemap.xml"]
    owners = [one for model in (Category, Topic, Author) for one in model.objects.all()]
    lists = ["/", *(one.get_absolute_url() for one in owners if every == 1 or one.pk % 2)]
    for path in lists:
        found += [f"{path}{kind}" for kind in ("", "?page=2", "?page=3", "feeds/", "feed/", "feed/atom/", "feed.json")]
    found += [f"/?page={number}" for number in (4, 7, 9)]
    stories = Edition.objects.live().select_related("category")
    found += [one.get_absolute_url() for one in stories.defer("document", "text") if one.article_id % every == 0]
    found += [f"{one.get_absolute_url()}changes/" for one in stories.filter(number__gt=1).defer("document", "text")]
    found += [f"/gone/{pk}/story/" for pk in Article.objects.exclude(withdrawn_at=None).values_list("pk", flat=True)]
    found += [f"/sitemap/{at:%Y-%m}.xml" for at in stories.datetimes("first_published_at", "month", tzinfo=UTC)]
    found += [page.get_absolute_url() for page in Page.objects.all()]
    issues = Issue.objects.filter(printed__isnull=False)
    found += ["/newsletter/issues/", *(one.get_absolute_url() for one in issues)]
    found += [one.get_absolute_url() for one in Newsletter.objects.all()]
    return list(dict.fromkeys(found))


def written(article: Article, **changes: Any) -> Article:
    article.refresh_from_db()
    article.write(replace(article.document(), **changes), by=None)
    return article


def with_body(article: Article, words: str) -> Article:
    first, *rest = article.document().sections
    return written(article, sections=(replace(first, body=f"<p>{words}</p>{first.body}"), *rest))
