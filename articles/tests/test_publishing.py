"""What readers see is decided by deeds, not by saves."""

import threading
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from articles.document import Credit, Document, Part
from articles.errors import EditionIsFrozen, NotPossible, NotPublishable
from articles.models import Article, AuditEntry, Edition, ImageAsset
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_asset, make_author, make_document, make_picture, make_user
from articles.workflow import ChangeKind, Standing

pytestmark = pytest.mark.django_db


def change(article: Article, by: Any = None, **changes: Any) -> None:
    article.write(replace(article.document(), **changes), by=by)


def test_a_save_never_becomes_public() -> None:
    article = make_article(headline="Director named")
    assert not Edition.objects.live().exists()
    article.publish(by=None)
    change(article, headline="Director sacked")

    assert Edition.objects.live().get().headline == "Director named"
    assert article.standing == Standing.CHANGED
    article.publish(by=None)
    assert Edition.objects.live().get().headline == "Director sacked"
    assert article.standing == Standing.LIVE


def test_a_refusal_names_every_problem_at_once_and_changes_nothing() -> None:
    bare = make_picture(alt_text="", asset=make_asset(credit=""))
    article = make_article(category=None, bylines=(), sections=(), lead=bare)

    with pytest.raises(NotPublishable) as refusal:
        article.publish(by=None)

    assert set(refusal.value.problems) == {"category", "bylines", "sections", "lead-alt_text", "lead-credit"}
    assert all(sentence.endswith(".") or ":" in sentence for sentence in refusal.value.problems.values())
    article.refresh_from_db()
    assert (article.first_published_at, Edition.objects.count()) == (None, 0)
    assert not AuditEntry.objects.filter(action="publish").exists()


def test_a_picture_that_cannot_be_made_stops_the_publishing() -> None:
    asset = make_asset(ready=False)
    asset.file.storage.delete(str(asset.file.name))
    article = make_article(lead=make_picture(asset=asset))
    with pytest.raises(NotPublishable, match="could not be prepared"):
        article.publish(by=None)


def test_publishing_makes_the_renditions_the_worker_had_no_time_for() -> None:
    article = make_article(lead=make_picture(asset=make_asset(ready=False)))
    article.publish(by=None)
    asset = ImageAsset.objects.get()
    assert asset.is_ready
    assert {one.shape for one in asset.renditions.all()} >= {"full", "wide", "square"}


def test_readers_are_told_of_an_update_only_when_the_editor_says_so() -> None:
    article = make_article()
    with time_machine.travel("2026-05-01 10:00Z", tick=False):
        article.publish(by=None)
    with time_machine.travel("2026-05-01 11:00Z", tick=False):
        change(article, standfirst="A word put right")
        quiet = article.publish(by=None)
    with time_machine.travel("2026-05-01 12:00Z", tick=False):
        change(article, standfirst="Her agent has answered")
        told = article.publish(by=None, change=ChangeKind.UPDATE)

    assert quiet.last_substantive_update_at is None
    assert told.first_published_at.hour == 10
    assert told.last_substantive_update_at is not None
    assert told.last_substantive_update_at.hour == 12


def test_the_byline_keeps_the_job_title_printed_that_day() -> None:
    author = make_author("Noor Castellan", job_title="Reporter")
    article = make_article(bylines=(Credit(author.pk, author.name, author.slug, "words", "Reporter"),))
    edition = article.publish(by=None)
    author.job_title = "Editor in Chief"
    author.save()
    assert Edition.objects.get(pk=edition.pk).story.bylines[0].job_title == "Reporter"
    assert article.document().bylines[0].job_title == "Reporter"


@pytest.mark.parametrize(
    "deed",
    [
        lambda edition: Edition.objects.update(headline="x"),
        lambda edition: Edition.objects.filter(pk=edition.pk).delete(),
        lambda edition: edition.article.editions.update(slug="x"),
        lambda edition: Edition.objects.bulk_update([edition], ["headline"]),
        lambda edition: Edition.objects.update_or_create({"headline": "x"}, pk=edition.pk),
        lambda edition: edition.save(),
        lambda edition: edition.delete(),
    ],
)
def test_an_edition_cannot_be_changed(deed: Any) -> None:
    edition = make_article().publish(by=None)
    with pytest.raises(EditionIsFrozen):
        deed(edition)
    assert Edition.objects.get().headline == edition.headline


def test_a_withdrawn_story_can_go_out_again_and_keeps_its_first_date() -> None:
    user = make_user()
    article = make_article()
    first = article.publish(by=user)
    article.withdraw(by=user, reason="Legal asked")
    assert not Edition.objects.live().exists()
    assert article.standing == Standing.WITHDRAWN
    with pytest.raises(NotPossible):
        article.withdraw(by=user)

    again = article.publish(by=user)
    assert (again.number, again.first_published_at) == (2, first.first_published_at)


def test_every_deed_leaves_an_entry_with_who_when_and_what() -> None:
    user = make_user(username="noor")
    article = make_article(by=user)
    article.schedule(timezone.now() + timedelta(hours=1), by=user)
    article.unschedule(by=user)
    article.publish(by=user)
    change(article, user, headline="A second thought")
    article.publish(by=user)
    article.withdraw(by=user, reason="Wrong person")
    done = list(AuditEntry.objects.order_by("pk").values_list("action", "who_name"))
    expected = ["create", "schedule", "unschedule", "publish", "save", "publish_changes", "withdraw"]
    assert done == [(action, "noor") for action in expected]
    assert AuditEntry.objects.get(action="withdraw").why == "Wrong person"


def test_a_scheduled_story_goes_out_at_its_time_and_not_before() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(hours=2), by=make_user())
    assert (publish_due(), article.standing) == (0, Standing.SCHEDULED)
    with time_machine.travel(timezone.now() + timedelta(hours=2, seconds=1)):
        assert publish_due() == 1
        assert publish_due() == 0
    article.refresh_from_db()
    assert article.standing == Standing.LIVE
    assert article.live_edition is not None
    assert article.live_edition.published_by is None


def test_a_time_that_has_passed_cannot_be_scheduled() -> None:
    article = make_article()
    with pytest.raises(NotPublishable, match="has passed"):
        article.schedule(timezone.now() - timedelta(minutes=1), by=make_user())
    assert article.publish_at is None


def test_a_live_story_stays_live_when_the_clock_steps_back() -> None:
    make_article().publish(by=None)
    with time_machine.travel(timezone.now() - timedelta(minutes=20)):
        assert Edition.objects.live().count() == 1


def test_a_due_story_that_is_not_ready_stays_scheduled_and_says_why_once() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(minutes=5), by=make_user())
    change(article, category=None)
    with time_machine.travel(timezone.now() + timedelta(minutes=7)):
        assert publish_due() == publish_due() == 0
    article.refresh_from_db()
    assert "category" in article.schedule_problem
    assert AuditEntry.objects.filter(action="refused").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_workers_publishing_one_due_story_make_one_edition() -> None:
    article = make_article()
    article.schedule(timezone.now() + timedelta(seconds=1), by=make_user())
    Article.objects.filter(pk=article.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    start = threading.Barrier(4)
    done: list[Any] = []

    def work() -> None:
        try:
            mine = Article.objects.get(pk=article.pk)
            start.wait()
            done.append(mine.publish_if_due())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert sorted(one is None for one in done) == [False, True, True, True]
    assert Edition.objects.count() == 1
    assert AuditEntry.objects.filter(action="publish").count() == 1


def test_a_section_keeps_its_identity_and_its_anchor_through_every_change() -> None:
    article = make_article()
    opening, second = article.document().sections
    assert second.anchor == "a-quiet-rehearsal"
    change(
        article,
        sections=(replace(second, subhead="A loud rehearsal"), Part(key="", subhead="A quiet rehearsal"), opening),
    )
    renamed, namesake, moved = article.document().sections
    assert (renamed.key, renamed.anchor) == (second.key, "a-quiet-rehearsal")
    assert namesake.anchor == "a-quiet-rehearsal-2"
    assert moved.key == opening.key


def test_restoring_a_version_is_a_new_save_with_everything_in_it() -> None:
    picture = make_picture(caption="Before the storm")
    first = make_document(
        lead=picture, sections=(Part(key="", body="<p>One.</p>", subhead="Then", pictures=(picture,)),)
    )
    article = Article()
    old = article.write(first, by=None)
    assert old is not None
    change(article, headline="Nothing as it was", lead=None, sections=(), bylines=())
    restored = article.restore(old, by=None)
    assert restored is not None
    assert restored.number == 3
    assert restored.document == old.document
    assert article.revisions.count() == 3


def test_saving_the_same_again_makes_no_version() -> None:
    article = make_article()
    assert article.write(article.document(), by=None) is None
    assert article.revisions.count() == 1


def test_nobody_overwrites_a_save_they_have_not_seen() -> None:
    article = make_article()
    mine = replace(article.document(), headline="Mine")
    change(article, make_user(username="noor"), headline="Theirs")
    article.write(mine, by=None, base=1)
    article.refresh_from_db()
    assert article.headline == "Theirs"
    aside = article.asides.open().get()
    assert (aside.text, aside.other_name, aside.label) == ("Mine", "noor", "Headline")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_neither_loses_a_word() -> None:
    article = make_article()
    start = threading.Barrier(2)

    def save(headline: str) -> None:
        try:
            mine = Article.objects.get(pk=article.pk)
            document = replace(mine.document(), headline=headline)
            start.wait()
            mine.write(document, by=None, base=1)
        finally:
            connection.close()

    writers = [threading.Thread(target=save, args=[headline]) for headline in ("Hers", "His")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    article.refresh_from_db()
    assert sorted([article.headline, article.asides.open().get().text]) == ["Hers", "His"]


def test_the_database_refuses_what_must_never_be() -> None:
    article = make_article()
    for wrong in ({"workflow_state": "lost"}, {"live_edition": None, "first_published_at": None}):
        rows = Article.objects.filter(pk=article.pk)
        if wrong == {"live_edition": None, "first_published_at": None}:
            article.publish(by=None)
            wrong = {"first_published_at": None}
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)


def test_a_document_is_the_same_after_a_trip_through_json() -> None:
    document = make_article(lead=make_picture()).document()
    assert Document.from_json(document.to_json()) == document


def test_text_that_came_into_the_database_by_another_way_is_cleaned_before_readers_see_it() -> None:
    story = make_article()
    story.sections.update(body="<p>Harbour lights<img src=x onerror=alert(1)><script>alert(1)</script></p>")
    edition = story.publish(by=None)
    assert [part.body for part in edition.story.sections] == ["<p>Harbour lights</p>"] * 2
