"""Corrections: what readers are told of a change, where it stands, and what moves the time."""

import json

import pytest
import time_machine
from django.test import Client

from articles.errors import NotPublishable
from articles.models import Article, AuditEntry, Correction
from articles.tests.factories import make_article
from articles.workflow import ChangeKind

pytestmark = pytest.mark.django_db

NOTE = "An earlier version said the theatre opened in 1931. It opened in 1913."


def live() -> Article:
    with time_machine.travel("2026-11-25 09:00:00+00:00", tick=False):
        article = make_article(headline="The Meridian reopens")
        article.publish(by=None)
    return article


def changed(article: Article, kind: ChangeKind, note: str = "", hour: int = 12) -> Article:
    with time_machine.travel(f"2026-11-25 {hour}:00:00+00:00", tick=False):
        article.publish(by=None, change=kind, note=note)
    return article


def read(article: Article) -> str:
    assert article.live_edition
    return Client().get(article.live_edition.get_absolute_url()).text


def test_a_correction_is_printed_on_the_story_and_listed_with_the_others() -> None:
    article = changed(live(), ChangeKind.CORRECTION, NOTE)

    story, listed = read(article).partition("<main")[2], Client().get("/corrections/").text

    assert story.index(NOTE) < story.index("The harbour lights")  # above the story
    assert 'id="page-notes"' not in story
    assert "25 November 2026, 12:00 GMT" in story
    assert NOTE in listed
    assert "The Meridian reopens" in listed


def test_notes_stay_on_the_story_when_it_changes_again_newest_first() -> None:
    article = changed(live(), ChangeKind.UPDATE, "The theatre has since named its first night.")
    changed(article, ChangeKind.CLARIFICATION, "The roof was paid for by the town.", hour=13)

    text = read(changed(article, ChangeKind.TYPO, hour=14))

    assert text.index("paid for by the town") < text.index("named its first night")


def test_a_clarification_stands_under_the_story_and_its_head_leads_there() -> None:
    page = read(changed(live(), ChangeKind.CLARIFICATION, "The roof was paid for by the town."))
    text = page.partition("<main")[2]

    assert text.index("The harbour lights") < text.index("paid for by the town")
    assert '<a href="#page-notes">See the note on this story</a>' in text


@pytest.mark.parametrize("address", ["/feed/", "/feed/atom/", "/feed.json"])
def test_feeds_print_the_note_where_the_story_does(address: str) -> None:
    article = changed(live(), ChangeKind.CORRECTION, NOTE)
    changed(article, ChangeKind.CLARIFICATION, "The roof was paid for by the town.", hour=13)

    text = Client().get(address).text

    assert text.index(NOTE) < text.index("The harbour lights") < text.index("paid for by the town")


@pytest.mark.parametrize(
    ("kind", "moves"),
    [
        (ChangeKind.TYPO, False),
        (ChangeKind.CLARIFICATION, False),
        (ChangeKind.UPDATE, True),
        (ChangeKind.CORRECTION, True),
    ],
)
def test_only_news_and_corrections_move_the_time_readers_are_told(kind: ChangeKind, moves: bool) -> None:
    article = changed(live(), kind, NOTE)

    assert (article.last_substantive_update_at is not None) is moves


@pytest.mark.parametrize("kind", [ChangeKind.CLARIFICATION, ChangeKind.CORRECTION])
def test_a_correction_without_its_note_is_refused_and_changes_nothing(kind: ChangeKind) -> None:
    article = live()

    with pytest.raises(NotPublishable, match="Write the note for readers"):
        changed(article, kind, "   ")

    assert article.editions.count() == 1
    assert not Correction.objects.exists()


def test_a_story_readers_have_not_seen_needs_no_note_and_gets_none() -> None:
    article = make_article()

    article.publish(by=None, change=ChangeKind.CORRECTION)

    assert "this story</h2>" not in read(article)


def test_a_typo_prints_no_note_even_if_one_was_typed() -> None:
    assert NOTE not in read(changed(live(), ChangeKind.TYPO, NOTE))


def test_an_update_with_a_note_is_on_the_story_but_no_correction() -> None:
    article = changed(live(), ChangeKind.UPDATE, "The theatre has since named its first night.")

    assert "named its first night" in read(article)
    assert "named its first night" not in Client().get("/corrections/").text


def test_the_corrections_of_a_withdrawn_story_go_with_it_and_come_back_with_it() -> None:
    article = changed(live(), ChangeKind.CORRECTION, NOTE)
    article.withdraw(by=None)
    assert "There is nothing to correct" in Client().get("/corrections/").text

    article.publish(by=None)

    assert NOTE in read(article)
    assert NOTE in Client().get("/corrections/").text


def test_machines_are_told_of_a_correction() -> None:
    text = read(changed(live(), ChangeKind.CORRECTION, NOTE))

    graph = json.loads(text.partition('<script type="application/ld+json">')[2].partition("</script>")[0])["@graph"]
    assert NOTE in json.dumps(graph[0]["correction"], ensure_ascii=False)
    assert graph[0]["dateModified"] == "2026-11-25T12:00:00+00:00"


def test_the_log_says_what_kind_of_change_it_was() -> None:
    changed(live(), ChangeKind.CORRECTION, NOTE)

    entry = AuditEntry.objects.filter(action=AuditEntry.Action.PUBLISH_CHANGES).get()
    assert entry.detail == f"edition 2, correction: {NOTE}"


def test_the_pages_of_corrections_end() -> None:
    assert Client().get("/corrections/?page=2").status_code == 404


def test_an_editor_corrects_a_live_story_on_its_screen() -> None:
    from articles.tests.test_hostile_form import form_of, signed_in

    client, _ = signed_in("Editor")
    article = live()
    sent = {**form_of(client, article), "change": "correction", "_publish": "1"}

    refused = client.post(article.get_absolute_url(), {**sent, "note": ""}, follow=True)
    assert "Write the note for readers" in refused.text
    client.post(article.get_absolute_url(), {**sent, **form_of(client, article), "change": "correction", "note": NOTE})

    article.refresh_from_db()
    assert NOTE in read(article)
