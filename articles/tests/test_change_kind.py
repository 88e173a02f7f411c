"""A change to a live story goes out when somebody said what it is; what a refused deed was typed for stays."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from articles.admin.change_kind import UNSAID
from articles.models import Article
from articles.tests.factories import make_article, signed_in
from articles.tests.test_desk import form_of
from articles.workflow import ChangeKind

pytestmark = pytest.mark.django_db


def changed_on_its_screen(client: Client, button: str) -> tuple[Article, dict[str, str]]:
    """A live story, and its form with other words, as somebody sends it who has chosen no kind."""
    article = make_article(headline="The Meridian reopens")
    article.publish(by=None)
    sent = form_of(client, article)
    assert "change" not in sent, "nobody has chosen yet"
    typed = {"headline": "The Meridian opens again", "note": "It was never closed.", "legal": "1"}
    return article, sent | typed | {"publish_at": "2099-06-01T21:30", button: "1"}


@pytest.mark.parametrize("button", ["_publish", "_schedule"])
def test_a_change_nobody_named_does_not_go_out_and_all_that_was_typed_is_there(button: str) -> None:
    client, _ = signed_in("Editor")
    article, sent = changed_on_its_screen(client, button)

    answer = client.post(article.get_absolute_url(), sent)

    assert answer.status_code == 422
    assert f'<p class="trouble" data-asking role="alert">{UNSAID}</p>' in answer.text
    for typed in ("The Meridian opens again", ">It was never closed.</textarea>", 'value="2099-06-01T21:30"'):
        assert typed in answer.text
    assert 'id="id_legal" value="1" checked' in answer.text
    article.refresh_from_db()
    assert (article.headline, article.editions.count(), article.publish_at) == ("The Meridian opens again", 1, None)


def test_what_was_refused_for_another_reason_keeps_what_was_chosen_and_typed() -> None:
    client, _ = signed_in("Editor")
    article, sent = changed_on_its_screen(client, "_publish")
    article.set_embargo(timezone.now() + timedelta(days=1), "The studio asked", by=signed_in("Editor")[1])

    answer = client.post(article.get_absolute_url(), sent | {"change": "clarification"})

    assert "The studio asked." in answer.text
    assert ">It was never closed.</textarea>" in answer.text
    assert 'value="clarification" checked' in answer.text
    assert UNSAID in answer.text
    assert f'role="alert">{UNSAID}' not in answer.text


def test_the_screen_is_told_so_that_it_stays_as_it_is() -> None:
    client, _ = signed_in("Editor")
    article, sent = changed_on_its_screen(client, "_publish")

    answer = client.post(article.get_absolute_url(), sent, headers={"X-Requested-With": "newsroom"})

    said = answer.json()
    assert (answer.status_code, said["title"], said["base"]) == (422, "Saved, but not published yet.", 2)
    assert said["errors"] == [["id_change_typo", UNSAID]]
    assert "reload" not in said


def test_a_story_readers_do_not_see_goes_out_without_being_asked() -> None:
    client, _ = signed_in("Editor")
    article = make_article()

    client.post(article.get_absolute_url(), form_of(client, article) | {"_publish": "1"})

    article.refresh_from_db()
    assert article.live_edition is not None


def test_the_kind_of_a_scheduled_change_stands_in_the_panel() -> None:
    client, editor = signed_in("Editor")
    article = make_article()
    article.publish(by=None)
    at = timezone.now() + timedelta(days=1)
    article.schedule(at, by=editor, change=ChangeKind.CORRECTION, note="It was 1913.", legal=True)

    sent = form_of(client, article)

    assert (sent["change"], sent["note"], sent["legal"]) == ("correction", "It was 1913.", "1")


def test_an_embargo_nobody_asked_for_is_refused_and_its_minute_stands_there() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    typed = {"embargo_until": "2099-06-01T21:37", "_embargo": "1"}

    answer = client.post(article.get_absolute_url(), form_of(client, article) | typed)

    assert answer.status_code == 422
    assert 'value="2099-06-01T21:37"' in answer.text
    assert "Saved, but the rest was not done." in answer.text
    article.refresh_from_db()
    assert article.embargo_until is None
