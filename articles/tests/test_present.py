"""The stories' list says who is in a story at this moment."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Presence
from articles.tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db
LIST = reverse("admin:articles_article_changelist")


def seen(article: Article, name: str, user: Any = None, **ago: float) -> Presence:
    """A sign of life from a tab of its own."""
    return Presence.objects.create(
        article=article,
        user=user or make_user(),
        tab=str(Presence.objects.count()),
        name=name,
        seen_at=timezone.now() - timedelta(**ago),
    )


def in_stories(client: Client) -> dict[str, str]:
    """What is heard of people in each story of the list, by its headline."""
    rows = re.findall(r"<b>([^<]*)</b>(.*?)</th>", client.get(LIST).text, re.DOTALL)
    return {story: "".join(re.findall(r'visually-hidden">([^<]*)<', rest)) for story, rest in rows}


def test_the_list_names_who_was_in_a_story_in_the_last_minute() -> None:
    me, otto, client = make_user(), make_user(), Client()
    client.force_login(me)
    both, alone, left = (make_article(headline=name) for name in ("Both", "Alone", "Left"))
    seen(both, "Otto Lind", otto, seconds=50)
    seen(both, "Otto Lind", otto, seconds=2)  # a second tab
    seen(both, "<i>Mara Quill</i>", seconds=5)
    seen(alone, "Somebody", me, seconds=1)  # one knows where one is oneself
    seen(left, "Noor Haddad", seconds=61)

    assert in_stories(client) == {
        "Both": "&lt;i&gt;Mara Quill&lt;/i&gt; and Otto Lind are here",
        "Alone": "",
        "Left": "",
    }
    assert client.get(LIST).text.count('class="here-chip"') == 2


def test_many_in_one_story_are_counted_and_all_are_named() -> None:
    client = Client()
    client.force_login(make_user())
    article = make_article(headline="Busy")
    for number in range(6):
        seen(article, f"Writer {number}")
    page = client.get(LIST).text
    assert page.count('class="here-chip"') == 4
    assert '<span title="Writer 4, Writer 5" aria-hidden="true">+2</span>' in page
    assert in_stories(client)["Busy"] == "Writer 0, Writer 1, Writer 2, Writer 3, Writer 4 and Writer 5 are here"


def test_a_page_asks_once_for_all_its_stories_and_other_screens_do_not_ask() -> None:
    client = Client()
    client.force_login(make_user())
    for number in range(12):
        seen(make_article(headline=f"Story {number}"), "Otto Lind")

    def asked(address: str) -> int:
        with CaptureQueriesContext(connection) as questions:
            assert client.get(address).status_code == 200
        return sum("articles_presence" in one["sql"] for one in questions)

    assert asked(LIST) == 1
    assert asked("/admin/") == 0
