"""What a new issue starts with: the newest, a front as it stands, what was read most; of the site or a category."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from articles.models import Article
from articles.tests.factories import make_article, make_category, signed_in
from newsletter.models import Issue
from newsletter.tests.factories import make_newsletter

ADD = "/admin/newsletter/issue/add/"
pytestmark = pytest.mark.django_db


def published(headline: str, category: str = "Film") -> Article:
    article = make_article(headline=headline, category=make_category(category).label())
    article.publish(by=None)
    return article


def was_read(article: Article, times: int) -> None:
    from datetime import timedelta

    reading: Any = import_string("analytics.reading.write")
    hour = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(hours=1)
    reading({(article.pk, hour): times})


def begun(desk: Client, **chosen: Any) -> list[int]:
    answer = desk.post(ADD, {"newsletter": make_newsletter().pk, **chosen})
    assert answer.status_code == 302, answer.text
    return [block["article"] for block in Issue.objects.latest("pk").blocks]


def test_an_issue_starts_with_what_was_read_most_this_week() -> None:
    desk, _ = signed_in("Newsletter editor")
    first, second, opera = published("First"), published("Second"), published("Third", "Opera")
    for article, times in ((first, 9), (second, 4), (opera, 6)):
        was_read(article, times)
    assert begun(desk, start="most-read") == [first.pk, opera.pk, second.pk]
    assert begun(desk, start="most-read", category=opera.category_id) == [opera.pk]
    assert begun(desk, start="newest", category=first.category_id) == [second.pk, first.pk]


def test_where_nothing_was_read_the_desk_says_so_and_makes_no_empty_issue() -> None:
    desk, _ = signed_in("Newsletter editor")
    article, newsletter = published("Unread"), make_newsletter()
    answer = desk.post(ADD, {"newsletter": newsletter.pk, "start": "most-read", "category": article.category_id})
    assert answer.status_code == 422
    assert "No story in Film was read this week" in answer.text
    assert '<option value="most-read" selected>' in answer.text
    assert re.search(rf'<option value="{article.category_id}" selected>Film', answer.text)
    assert not Issue.objects.exists()
    answer = desk.post(ADD, {"newsletter": newsletter.pk, "start": "front", "category": make_category("Opera").pk})
    assert "No story stands in Opera now" in answer.text
    answer = desk.post(ADD, {"newsletter": newsletter.pk, "start": "newest", "category": "987654"})
    assert "There is no such category any more" in answer.text
    assert not Issue.objects.exists()


@pytest.mark.parametrize("category", ["", "Film"])
def test_an_issue_starts_with_a_front_as_readers_see_it(client: Client, category: str) -> None:
    desk, _ = signed_in("Newsletter editor")
    for number in range(12):
        published(f"Story {number}", "Film" if number % 3 else "Opera")
    chosen = make_category(category) if category else None
    page = client.get(chosen.get_absolute_url() if chosen else "/").text
    seen = list(dict.fromkeys(int(pk) for pk in re.findall(r'<a [^>]*href="/[a-z]+/(\d+)/', page)))
    assert len(seen) >= 8
    assert begun(desk, start="front", category=chosen.pk if chosen else "") == seen[:8]


def test_what_the_settings_do_not_join_is_not_offered(settings: Any) -> None:
    desk, _ = signed_in("Newsletter editor")
    make_newsletter()
    assert "a front as it stands" in desk.get(ADD).text
    settings.ISSUE_STARTS = {}
    page = desk.get(ADD).text
    assert "a front as it stands" not in page
    assert "read most" not in page
    assert "the newest stories" in page
