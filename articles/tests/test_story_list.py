"""The stories' list at the desk: what it finds, for whom, and at what cost."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse_lazy
from django.utils import timezone

from articles.document import Credit
from articles.models import Article
from articles.tests.factories import (
    make_article,
    make_author,
    make_category,
    make_user,
    signed_in,
)
from articles.workflow import Standing, State

pytestmark = pytest.mark.django_db

STORIES = reverse_lazy("admin:articles_article_changelist")


def listed(client: Client, **asked: str) -> list[str]:
    response = client.get(STORIES, asked)
    assert response.status_code == 200
    return re.findall(r'<span class="story-name"><b>(.*?)</b>', response.text)


def test_stories_are_found_at_the_desk_by_what_they_are_called_now() -> None:
    client, editor = signed_in("Editor")
    harbour = make_article(headline="Lights over the harbour", kicker="Opening night", by=editor, sections=())
    make_article(headline="Another", working_title="HARBOUR, second part", by=editor, sections=())
    make_article(headline="Third", standfirst="Café society", by=editor, sections=())

    assert listed(client, q="harb") == ["Another", "Lights over the harbour"]
    assert listed(client, q="night LIGHT") == ["Lights over the harbour"]
    assert listed(client, q="caf") == ["Third"]
    assert listed(client, q="harbour", category__id__exact="99") == []
    assert listed(client, q='"*)(') == []
    assert listed(client, q="begunby AND NOT") == []

    harbour.refresh_from_db()
    harbour.write(replace(harbour.document(), headline="Lights over the quay"), by=editor)
    assert listed(client, q="harbour") == ["Another"]
    Article.objects.get(working_title="HARBOUR, second part").delete()
    assert listed(client, q="harbour") == []


def test_a_writer_finds_own_stories_only_however_many_others_are_called_so(monkeypatch: pytest.MonkeyPatch) -> None:
    client, writer = signed_in("Writer")
    other = make_user("Writer")
    monkeypatch.setattr("articles.desk_search.MOST_LISTED", 2)
    make_article(headline="My harbour", by=writer)
    for number in range(3):
        make_article(headline=f"Their harbour {number}", by=other)

    assert listed(client, q="harbour") == ["My harbour"]


@pytest.mark.parametrize("few", [1, 1000])
def test_an_authors_stories_are_the_same_found_either_way(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    monkeypatch.setattr("articles.admin.story_list.FEW", few)
    client, _ = signed_in("Editor")
    author = make_author()
    credits = tuple(Credit(author.pk, author.name, author.slug, role, "") for role in ("words", "pictures"))
    make_article(headline="Hers", bylines=credits)
    make_article(headline="Somebody else's")

    assert listed(client, author=str(author.pk)) == ["Hers"]


def test_every_standing_lists_its_stories() -> None:
    client, editor = signed_in("Editor")
    made = {standing: make_article(headline=standing.label) for standing in Standing}
    for standing in (Standing.LIVE, Standing.CHANGED, Standing.WITHDRAWN):
        made[standing].publish(by=None)
    made[Standing.CHANGED].write(replace(made[Standing.CHANGED].document(), kicker="New"), by=None)
    made[Standing.WITHDRAWN].withdraw(by=None)
    for state in State:
        Article.objects.filter(pk=made[Standing(state.value)].pk).update(workflow_state=state)
    made[Standing.SCHEDULED].schedule(timezone.now() + timedelta(days=1), by=editor)

    for standing in Standing:
        assert listed(client, standing=standing.value) == [standing.label]


def test_the_list_looks_a_few_pages_ahead_and_counts_no_further(monkeypatch: pytest.MonkeyPatch) -> None:
    client, editor = signed_in("Editor")
    monkeypatch.setattr("articles.admin.story.ArticleAdmin.list_per_page", 2)
    for number in range(11):
        make_article(headline=f"Story {number:02}", by=editor)

    first = client.get(STORIES).text
    assert "more than 8 stories" in first
    assert "?p=4" in first
    assert "?p=5" not in first
    last = client.get(STORIES, {"p": "6"}).text
    assert re.search(r"(?<!more than )11 stories", last)
    assert listed(client, p="6") == ["Story 00"]
    assert listed(client, p="5") == ["Story 02", "Story 01"]
    for odd in ("-1", "x", "99", "٣", "9" * 50):
        assert client.get(STORIES, {"p": odd}, follow=True).status_code == 200


def test_the_list_takes_the_same_queries_for_two_stories_and_for_twelve() -> None:
    client, editor = signed_in("Editor")
    category, author = make_category(), make_author()
    credit = Credit(author.pk, author.name, author.slug, "words", "")
    asked = [{}, {"q": "story"}, {"category__id__exact": str(category.pk)}, {"author": str(author.pk)}]

    def queries() -> list[int]:
        counted = []
        for one in asked:
            with CaptureQueriesContext(connection) as captured:
                client.get(STORIES, one)
            counted.append(len(captured))
        return counted

    def make(number: int) -> None:
        for _ in range(number):
            make_article(headline="A story", bylines=(credit,), by=editor)

    make(2)
    few = queries()
    make(10)
    assert queries() == few
