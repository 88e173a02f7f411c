"""Live stories that a person's changed facts contradict: found, listed, put right or let stand."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article, AuditEntry, Contradiction, Edition, Topic, contradiction
from articles.models.contradiction import AT_ONCE, look_again
from articles.tests.factories import make_article, make_topic, make_user

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/contradiction/"


def mother(children: int = 2) -> Topic:
    return make_topic("Ida Marsh", born=date(1988, 5, 16), children=children)


def story(*topics: Topic, standfirst: str = "Ida Marsh, a mother of two, rows again", **changes: Any) -> Article:
    article = make_article(standfirst=standfirst, topics=tuple(one.label() for one in topics), **changes)
    article.publish(by=None)
    return article


def changed(topic: Topic, **facts: Any) -> Topic:
    for name, value in facts.items():
        setattr(topic, name, value)
    topic.save()
    return topic


def listed() -> list[tuple[int, str]]:
    return [(one.edition.article_id, one.said) for one in Contradiction.objects.standing()]


def test_a_changed_fact_lists_the_live_stories_it_contradicts_until_they_say_so_no_more() -> None:
    ida = mother()
    one, withdrawn, right = story(ida), story(ida), story(ida, standfirst="Ida Marsh rows again, as every winter")
    make_article(standfirst="Ida Marsh, a mother of two, rows again", topics=(ida.label(),))  # a draft
    look_again()
    assert listed() == [], "nothing has changed yet"

    changed(ida, children=3)
    assert look_again() == 3
    assert sorted(listed()) == [(pk, "Ida Marsh has three by what the desk knows.") for pk in (one.pk, withdrawn.pk)]

    withdrawn.withdraw(by=None)
    one.write(one.document().having(standfirst="Ida Marsh, a mother of three, rows again"), by=None)
    assert len(listed()) == 1, "saved is not published"
    one.publish(by=None)
    assert listed() == []
    assert right.live_edition is not None


def test_a_line_stays_when_the_story_is_published_again_and_the_words_stand() -> None:
    ida, bram = mother(), make_topic("Bram Ostrow", born=date(1963, 1, 2), children=2)
    with time_machine.travel("2026-05-01 12:00Z", tick=False):
        one = story(ida, bram, standfirst="The 37-year-old rows again this winter")
    changed(ida, born=date(1980, 5, 16))
    look_again()
    assert [pk for pk, _ in listed()] == [one.pk]

    republished(one, kicker="Rowing")
    assert [pk for pk, _ in listed()] == [one.pk]
    one.withdraw(by=None)
    assert listed() == []
    republished(one, kicker="Rowing again")
    assert [pk for pk, _ in listed()] == [one.pk], "also when it comes back"
    republished(one, standfirst="The actress rows again this winter")
    assert listed() == []


def test_who_is_no_topic_of_the_story_any_more_is_still_contradicted_by_name() -> None:
    ida, bram = mother(), make_topic("Bram Ostrow", born=date(1963, 1, 2), children=4)
    with time_machine.travel("2026-05-01 12:00Z", tick=False):
        by_name = story(ida, bram, standfirst="Ida Marsh, 37, rows again this winter")
        unnamed = story(ida, bram, standfirst="The 37-year-old rows again this winter")
    changed(ida, born=date(1980, 5, 16))
    look_again()
    assert {pk for pk, _ in listed()} == {by_name.pk, unnamed.pk}
    for one in (by_name, unnamed):
        republished(one, topics=(bram.label(),))
    assert {pk for pk, _ in listed()} == {by_name.pk}


def test_a_story_published_while_the_others_are_looked_through_is_looked_at_too() -> None:
    ida = mother()
    one = story(ida)
    changed(ida, children=3)
    Topic.objects.filter(pk=ida.pk).update(look_from=one.live_edition_id)  # as far as the worker has come
    republished(one, kicker="Rowing")
    assert [pk for pk, _ in listed()] == [one.pk]


def republished(article: Article, **changes: Any) -> None:
    article.write(article.document().having(**changes), by=None)
    article.publish(by=None, at=timezone.now())  # as published elsewhere: whatever the checks would stop


def test_a_release_asks_twice_for_contradicted_stories_however_many_go_out_and_looks_at_those_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ida, bram = mother(), make_topic("Bram Ostrow")
    contradicted = story(ida)
    changed(ida, children=3)
    look_again()
    pairs = [pair_of(one) for one in (story(bram), story(bram))]
    looked: list[int] = []

    def look(edition: Edition, *_: object) -> list[Contradiction]:
        looked.append(edition.pk)
        return []

    monkeypatch.setattr(contradiction, "contradicting", look)
    for some in (pairs[:1], pairs):
        with CaptureQueriesContext(connection) as asked:
            contradiction.carry_over(some)
        assert len(asked) == 2
    assert looked == []
    contradiction.carry_over([*pairs, pair_of(contradicted)])
    assert looked == [contradicted.live_edition_id]


def pair_of(article: Article) -> tuple[Edition, Edition]:
    """As if what readers see went out again."""
    assert article.live_edition is not None
    return article.live_edition, article.live_edition


def test_a_fact_put_back_contradicts_nothing() -> None:
    ida = mother()
    story(ida)
    changed(ida, children=3)
    look_again()
    changed(ida, children=2)
    assert listed() == [], "at once, before the worker has looked again"
    look_again()
    assert listed() == []


def test_an_age_is_that_of_the_days_the_story_was_published() -> None:
    ida = mother()
    with time_machine.travel("2026-05-15 12:00Z", tick=False):
        story(ida, standfirst="Ida Marsh, 37, rows out again this winter")
    changed(ida, born=date(1988, 5, 1))
    look_again()
    assert [said for _, said in listed()] == ["Ida Marsh is 38 on 15 May 2026, by the date of birth at the desk."]


def test_a_worker_that_dies_goes_on_where_it_was() -> None:
    ida = mother()
    stories = [story(ida) for _ in range(AT_ONCE + 2)]
    changed(ida, children=3)
    assert look_again(seconds=0.0) == 0
    assert look_once() == AT_ONCE
    assert len(listed()) == AT_ONCE
    assert look_once() == 2
    assert {pk for pk, _ in listed()} == {one.pk for one in stories}
    assert look_once() == 0
    ida.refresh_from_db()
    assert ida.look_from is None


def look_once() -> int:
    from articles.models.contradiction import look_on

    waiting = Topic.objects.filter(look_from__isnull=False).first()
    return look_on(waiting) if waiting else 0


def test_looking_and_listing_take_the_same_queries_however_many_there_are(client: Client) -> None:
    client.force_login(make_user())
    ida, bram = mother(), make_topic("Bram Ostrow", born=date(1963, 1, 2))

    def counted(number: int) -> list[int]:
        changed(ida, children=2)
        for _ in range(number):
            story(ida, bram)
        changed(ida, children=3)
        with CaptureQueriesContext(connection) as looking:
            look_once()
        taken = [len(looking)]
        for address in (LIST, f"/admin/articles/topic/{ida.pk}/change/"):
            client.get(address)
            with CaptureQueriesContext(connection) as shown:
                assert client.get(address).text.count("a mother of two") >= number
            taken.append(len(shown))
        return taken

    assert counted(1) == counted(7)


def test_who_changes_a_fact_is_shown_at_once_what_it_contradicts(client: Client) -> None:
    client.force_login(make_user())
    ida = mother()
    article = story(ida)
    values = {"name": ida.name, "kind": "person", "born": "1988-05-16", "children": "3"}
    page = client.post(f"/admin/articles/topic/{ida.pk}/change/", values, follow=True)
    assert "1 place in live stories contradicts it" in page.text
    assert f'<a href="{article.get_absolute_url()}">' in page.text
    page = client.post(f"/admin/articles/topic/{ida.pk}/change/", values | {"description": "Rows."}, follow=True)
    assert "see below" not in page.text, "no fact has changed"


def test_what_is_meant_as_it_is_stands_with_a_name_and_a_reason(client: Client) -> None:
    editor = make_user()
    client.force_login(editor)
    ida = mother()
    article = story(ida)
    changed(ida, children=3)
    look_again()
    one = Contradiction.objects.get()
    client.post(f"{LIST}{one.pk}/change/", {"reason": " "})
    assert len(listed()) == 1
    client.post(f"{LIST}{one.pk}/change/", {"reason": "She said so then"})
    assert listed() == []
    entry = AuditEntry.objects.get(action="override")
    assert (entry.who, entry.article_id, entry.why) == (editor, article.pk, "She said so then")
    article.write(article.document().having(kicker="Rowing"), by=editor)
    article.publish(by=editor)  # the same words need no second reason


def test_a_line_goes_with_its_person_and_never_by_hand(client: Client) -> None:
    client.force_login(make_user("Administrator"))
    ida = mother()
    story(ida)
    changed(ida, children=3)
    look_again()
    one = Contradiction.objects.get()
    assert client.post(f"{LIST}{one.pk}/delete/", {"post": "yes"}).status_code == 403
    assert client.post(LIST, {"action": "delete_selected", "_selected_action": one.pk, "post": "yes"}, follow=True)
    assert Contradiction.objects.exists()

    client.post(f"/admin/articles/topic/{ida.pk}/delete/", {"post": "yes"})
    assert not Topic.objects.filter(pk=ida.pk).exists()


def test_only_editors_see_the_list(client: Client) -> None:
    client.force_login(make_user("Writer"))
    assert client.get(LIST).status_code == 403
