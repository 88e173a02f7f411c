"""What changed: readers may compare public editions, never more, and never what was removed for legal reasons."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.document import Document, Part
from articles.errors import NotPossible
from articles.models import Article, AuditEntry, Redaction
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_document, make_picture, make_user, signed_in
from articles.tests.test_hostile_form import form_of
from articles.workflow import ChangeKind

pytestmark = pytest.mark.django_db

KEY = "8b0a2c1e-0000-4000-8000-00000000000{}"
LETTERS = "bcdfghjklmnpqrstvwxz"  # no vowels: no word of a template is made of these alone
WORD = st.text(alphabet=LETTERS, min_size=12, max_size=16)


def parts(*texts: str) -> tuple[Part, ...]:
    return tuple(Part(key=KEY.format(at), body=f"<p>{text}</p>") for at, text in enumerate(texts, 1))


def live(*texts: str, **values: Any) -> Article:
    article = make_article(sections=parts(*texts), **values)
    article.publish(by=None)
    return article


def publish(
    article: Article,
    *texts: str,
    kind: ChangeKind = ChangeKind.UPDATE,
    note: str = "",
    legal: bool = False,
    **more: Any,
) -> Article:
    wanted = article.document().having(sections=parts(*texts), **more)
    article.write(wanted, by=None)
    article.publish(by=None, change=kind, note=note, legal=legal)
    return article


def address(article: Article) -> str:
    article.refresh_from_db()
    assert article.live_edition
    return f"{article.live_edition.get_absolute_url()}changes/"


def seen(article: Article, client: Client | None = None) -> str:
    response = (client or Client()).get(address(article))
    assert response.status_code == 200
    return response.text


def main(text: str) -> str:
    return text.partition("<main")[2].partition("</main>")[0]


def words(text: str) -> str:
    """The text between tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", "", main(text)).split())


def test_readers_see_what_went_and_what_came_with_words_for_those_who_only_hear_it() -> None:
    article = live("It opened in 1931.")
    publish(article, "It opened in 1913.", kind=ChangeKind.CORRECTION, note="It opened in 1913, not 1931.")

    text = seen(article)

    assert '<del><span class="visually-hidden"> [removed: </span>1931' in text
    assert '<ins><span class="visually-hidden"> [added: </span>1913' in text
    assert "It opened in 1913, not 1931." in text
    assert '<meta name="robots" content="noindex">' in text
    assert "First published" in text


def test_the_story_leads_there_once_readers_were_told_of_a_change() -> None:
    article, client = live("Old words."), Client()
    story = address(article).removesuffix("changes/")
    assert "What changed" not in client.get(story).text
    assert client.get(address(article)).status_code == 404

    publish(article, "Old wrods.", kind=ChangeKind.TYPO)
    assert "What changed" not in client.get(story).text

    publish(article, "New words.")
    assert f'<a href="{story}changes/" rel="nofollow">What changed</a>' in client.get(story).text
    assert "Small change" in seen(article)


def test_what_was_only_saved_is_never_there() -> None:
    article = live("Public.")
    article.write(article.document().having(sections=parts("Zwischenstand")), by=None)
    publish(article, "Public again.", working_title="Zwischentitel")
    article.write(article.document().having(sections=parts("Entwurf")), by=None)

    text = seen(article)

    assert not any(one in text for one in ("Zwischenstand", "Zwischentitel", "Entwurf"))


@pytest.mark.parametrize("how", ["withdraw", "kill", "take_down"])
def test_the_changes_of_a_story_that_is_gone_are_gone(how: str) -> None:
    article = publish(live("One."), "Two.")
    there = address(article)

    if how == "withdraw":
        article.withdraw(by=None)
    else:
        getattr(article, how)(by=make_user("Administrator"), reason="The court said so.")

    response = Client().get(there)
    assert response.status_code == 410
    assert "Two" not in response.text
    assert Client().get("/film/999999/x/changes/").status_code == 404


def test_a_story_that_came_back_begins_anew() -> None:
    article = publish(live("Bcdfghjkl is guilty."), "Mnpqrst.")
    article.withdraw(by=None, reason="It was wrong.")
    article.publish(by=None)
    assert "Published again" in seen(article)

    publish(article, "Another.")

    text = seen(article)
    assert "Another" in text
    assert "Bcdfghjkl" not in text
    assert "Readers could not see the story before that" in text


def test_another_address_of_the_story_leads_to_its_changes() -> None:
    article = publish(live("One."), "Two.")
    response = Client().get(f"/other/{article.pk}/old-slug/changes/")
    assert (response.status_code, response["Location"]) == (301, address(article))


def test_many_changes_come_on_pages_and_each_costs_the_same_questions() -> None:
    article = live("Version 0.")
    for number in range(1, 23):
        publish(article, f"Version {number}.")
    client = Client()
    with CaptureQueriesContext(connection) as first:
        one = client.get(address(article)).text
    two, three = (client.get(f"{address(article)}?page={number}").text for number in (2, 3))

    assert len(first) <= 8
    assert "22" in main(one)
    assert "Older changes" in one
    assert "First published" in three
    assert "First published" not in two
    assert client.get(f"{address(article)}?page=4").status_code == 404


# -- removed for legal reasons ---------------------------------------------------------------------------------------


def test_what_was_removed_for_legal_reasons_is_shown_as_removed_without_its_words() -> None:
    article = live("Bcdfg took the money. It was late.")
    publish(article, "Bcdfg stole the money. It was late.")
    note = "We removed a sentence."
    publish(article, "It was late.", kind=ChangeKind.CORRECTION, note=note, legal=True)
    publish(article, "It was very late.")

    text = seen(article)

    assert "Bcdfg" not in text
    assert "stole" not in text
    assert "took" not in text
    assert '<span class="change-hidden">Removed for legal reasons</span>' in text
    assert "What changed then is not shown" in text
    assert note in text
    assert "very" in main(text)
    entry = AuditEntry.objects.filter(action=AuditEntry.Action.PUBLISH_CHANGES, detail__contains="legal").get()
    assert "something removed for legal reasons" in entry.detail


def test_a_scheduled_change_keeps_that_something_is_removed_for_legal_reasons() -> None:
    article, editor = live("Bcdfg stole it. It was late."), make_user()
    article.write(article.document().having(sections=parts("It was late.")), by=editor)
    article.schedule(timezone.now() + timedelta(hours=1), by=editor, change=ChangeKind.UPDATE, legal=True)

    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        publish_due()

    assert Redaction.objects.get().cause == "legal"
    assert "Bcdfg" not in seen(article)


def test_an_editor_hides_removed_words_later_with_a_reason() -> None:
    article, editor = publish(live("Bcdfg stole it. It was late."), "It was late."), make_user()
    assert "Bcdfg" in seen(article)

    with pytest.raises(NotPossible, match="Say why"):
        Redaction.hide_before(article, 2, by=editor, reason="")
    Redaction.hide_before(article, 2, by=editor, reason="The court of Port Merrin.")

    assert "Bcdfg" not in seen(article)
    entry = AuditEntry.objects.get(action=AuditEntry.Action.REDACT)
    assert (entry.detail, entry.why) == ("by edition 2", "The court of Port Merrin.")
    for number in (1, 7):
        with pytest.raises(NotPossible):
            Redaction.hide_before(article, number, by=editor, reason="Again.")


def test_the_desk_hides_removed_words_and_a_writer_does_not() -> None:
    article = publish(live("Bcdfg stole it. It was late."), "It was late.")
    client, _ = signed_in("Editor")
    writer, _ = signed_in("Writer")
    sent = form_of(client, article) | {"_redact": "1", "redact_edition": "2"}

    writer.post(article.get_absolute_url(), sent | {"redact_reason": "Mine."})
    assert not Redaction.objects.exists()
    assert "Say why the words are hidden" in client.post(article.get_absolute_url(), sent, follow=True).text
    client.post(article.get_absolute_url(), sent | {"redact_reason": "The court."}, follow=True)
    assert "Bcdfg" not in seen(article)


def with_word(base: Document, place: str, word: str) -> Document:
    """The story with the word in one of the places where readers read."""
    first, *rest = base.sections
    match place:
        case "headline" | "standfirst" | "kicker" | "sponsor":
            return base.having(**{place: f"{base.at(place)} {word}".strip()})
        case "ai_purpose":
            return base.having(ai_purpose=word, ai_tool="Tool", ai_reviewer="Mara", ai_checked="2026-01-01T10:00")
        case "lead":
            return base.having(lead=make_picture(caption=word, alt_text=word))
        case "gone":
            return base.having(sections=(*base.sections, Part(key=KEY.format(9), subhead=word, body=f"<p>{word}</p>")))
        case "quote":
            quote = Part(key=KEY.format(8), kind="quote", text=word, source=word)
            return base.having(sections=(*base.sections, quote))
        case _:
            body = first.body.replace("</p>", f" {word}.</p>")
            return base.having(sections=(Part(key=first.key, subhead=first.subhead, body=body), *rest))


PLACES = ["headline", "standfirst", "kicker", "sponsor", "ai_purpose", "lead", "gone", "quote", "body"]


@settings(max_examples=12 if connection.vendor == "sqlite" else 4, suppress_health_check=[*HealthCheck], deadline=None)
@given(
    removed=st.lists(st.tuples(st.sampled_from(PLACES), WORD), min_size=1, max_size=4, unique_by=lambda one: one[0]),
    earlier=WORD,
    later=st.booleans(),
)
def test_no_word_that_only_the_removed_text_has_is_anywhere(
    client: Client, removed: list[tuple[str, str]], earlier: str, later: bool
) -> None:
    clean = make_document(sections=parts("The lights went out.", "They danced."))
    clean = clean.having(commercial="sponsored", sponsor="Acme")
    article = Article()
    dirty = clean
    for place, word in removed:
        dirty = with_word(dirty, place, word)
    for one in (with_word(clean, "body", earlier), dirty):  # another wording of it stood there before
        if article.write(one.having(slug=clean.slug or "story"), by=None):  # else both are the same
            article.publish(by=None, change=ChangeKind.UPDATE)
    article.write(clean.having(slug="story"), by=None)
    article.publish(by=None, change=ChangeKind.UPDATE, note="We removed something.", legal=True)
    if later:
        article.write(clean.having(slug="story", standfirst="It is later now."), by=None)
        article.publish(by=None, change=ChangeKind.UPDATE)

    story = address(article).removesuffix("changes/")
    addresses = [f"{story}changes/", story, "/", "/film/", "/feed/", "/feed/atom/", "/feed.json", "/news-sitemap.xml"]
    for where in [*addresses, f"/sitemap/{timezone.now():%Y-%m}.xml", "/search/?q=danced", "/corrections/"]:
        response = client.get(where)
        assert response.status_code == 200, where
        assert not [word for word in (earlier, *(word for _, word in removed)) if word in response.text], where
    for word in (earlier, *(word for _, word in removed)):
        assert "No story has all of these words" in client.get("/search/", {"q": word}).text
