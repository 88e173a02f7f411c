"""Corrections: what readers are told of a change, where it stands, and what moves the time."""

import json
import threading

import pytest
import time_machine
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.errors import LiveAlready, NotPublishable
from articles.models import Article, AuditEntry, Correction
from articles.tests.factories import make_article, make_asset, make_picture, make_user, signed_in
from articles.tests.site import written
from articles.tests.test_desk import form_of
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
        written(article, kicker=f"At {hour}").publish(by=None, change=kind, note=note)
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
    client, _ = signed_in("Editor")
    article = live()
    sent = {**form_of(client, article), "change": "correction", "_publish": "1"}

    refused = client.post(article.get_absolute_url(), {**sent, "note": ""}, follow=True)
    assert "Write the note for readers" in refused.text
    client.post(article.get_absolute_url(), {**sent, **form_of(client, article), "change": "correction", "note": NOTE})

    article.refresh_from_db()
    assert NOTE in read(article)


# -- a correction is printed once ------------------------------------------------------------------------------------


PRESSES = st.tuples(
    st.booleans(), st.sampled_from(ChangeKind), st.sampled_from(["", "It was 1913.", "She is 37."]), st.booleans()
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PRESSES, min_size=1, max_size=6))
def test_however_often_publish_is_pressed_readers_get_each_change_and_each_note_once(
    presses: list[tuple[bool, ChangeKind, str, bool]],
) -> None:
    with transaction.atomic():
        editor, article = make_user(), make_article()
        article.publish(by=editor)
        waits, legally = False, False
        printed: list[tuple[str, str]] = []
        for number, (is_changed, kind, note, legal) in enumerate(presses):
            if is_changed:
                written(article, kicker=f"Change {number}")
                waits, legally = True, False
            told = bool(note) and kind != ChangeKind.TYPO
            is_new = waits or (told and (kind, note) not in printed) or (legal and not legally)
            editions = article.editions.count()
            try:
                article.publish(by=editor, change=kind, note=note, legal=legal)
            except LiveAlready:
                assert not is_new
            except NotPublishable:
                assert kind.needs_note
                assert not note
            else:
                assert is_new
                assert article.editions.count() == editions + 1
                printed += [(kind, note)] if told else []
                waits, legally = False, legal
            article.refresh_from_db()
        assert article.live_edition is not None
        assert [(one.kind, one.text) for one in article.live_edition.notes] == printed[::-1]
        assert article.corrections.count() == len(printed)
        transaction.set_rollback(True)


def test_a_second_tab_and_a_second_press_print_no_correction_again() -> None:
    client, _ = signed_in("Editor")
    article = written(live(), kicker="Reopened")
    sent = form_of(client, article) | {"change": "correction", "note": NOTE, "_publish": "1"}

    client.post(article.get_absolute_url(), sent)
    again = client.post(article.get_absolute_url(), sent, follow=True)

    assert "These changes are live already." in again.text
    assert Correction.objects.count() == 1
    assert article.editions.count() == 2

    scheduled = sent | {"publish_at": "2099-06-01T12:00", "_schedule": "1"}
    del scheduled["_publish"]
    assert "These changes are live already." in client.post(article.get_absolute_url(), scheduled, follow=True).text
    owned_up = form_of(client, article) | {"change": "correction", "note": "She is 37, not 39.", "_publish": "1"}
    client.post(article.get_absolute_url(), owned_up)
    assert Correction.objects.count() == 2, "a note about what was published before"


def test_what_the_library_says_of_a_picture_now_goes_out_though_no_word_of_the_story_changed() -> None:
    asset = make_asset()
    article = make_article(lead=make_picture(asset=asset))
    article.publish(by=None)
    asset.credit = "Iris Bloom and Otto Lang/Limelight"
    asset.save()

    article.publish(by=None)

    assert "Otto Lang" in read(article)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_one_correction_at_the_same_moment_one_is_told_that_it_is_live() -> None:
    article, editors = live(), [make_user(), make_user()]
    written(article, kicker="Reopened")
    ready, came = threading.Barrier(2), []

    def press(editor: User) -> None:
        try:
            mine = Article.objects.get(pk=article.pk)
            ready.wait()
            mine.publish(by=editor, change=ChangeKind.CORRECTION, note=NOTE, revision=mine.revision_number)
            came.append("published")
        except LiveAlready as error:
            came.append(str(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[one]) for one in editors]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert sorted(came) == ["These changes are live already.", "published"]
    assert Correction.objects.count() == 1
