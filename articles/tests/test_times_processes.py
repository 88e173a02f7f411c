"""The schedule with real worker processes, of which one dies in the middle of it."""

import subprocess
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone

from articles.models import Article, AuditEntry, Edition
from articles.tests.factories import make_article, make_user
from newsroom.models import WorkerBeat
from newsroom.tests.test_worker import start_worker, until

__all__ = ["start_worker"]
pytestmark = pytest.mark.django_db(transaction=True)

Start = Callable[[], "subprocess.Popen[bytes]"]


def test_of_two_workers_one_is_killed_while_stories_go_out_and_each_goes_out_exactly_once(start_worker: Start) -> None:
    editor, stories = make_user(), [make_article() for _ in range(40)]
    for story in stories:
        story.schedule(timezone.now() + timedelta(hours=1), by=editor)
    killed, _ = start_worker(), start_worker()
    until(lambda: WorkerBeat.objects.count() == 2)
    first = timezone.now() + timedelta(seconds=1)
    for number, story in enumerate(stories):  # more moments than one, or all would be out in one transaction
        Article.objects.filter(pk=story.pk).update(publish_at=first + timedelta(milliseconds=50 * number))
    until(lambda: Edition.objects.count() > 5)
    killed.kill()
    killed.wait()
    assert Article.objects.live().count() < 40, "it died in the middle"
    until(lambda: Article.objects.live().count() == 40)
    assert Edition.objects.count() == AuditEntry.objects.filter(action="publish").count() == 40
    assert not Article.objects.filter(publish_at__isnull=False).exists()


def test_of_two_workers_one_is_killed_while_stories_expire_and_each_is_withdrawn_exactly_once(
    start_worker: Start,
) -> None:
    editor, stories = make_user(), [make_article() for _ in range(40)]
    for story in stories:
        story.publish(by=editor)
        story.set_expiry(timezone.now() + timedelta(hours=1), by=editor)
    killed, _ = start_worker(), start_worker()
    until(lambda: WorkerBeat.objects.count() == 2)
    first = timezone.now() + timedelta(seconds=1)
    for number, story in enumerate(stories):
        Article.objects.filter(pk=story.pk).update(expires_at=first + timedelta(milliseconds=50 * number))
    until(lambda: Article.objects.live().count() < 35)
    killed.kill()
    killed.wait()
    assert Article.objects.live().exists(), "it died in the middle"
    until(lambda: not Article.objects.live().exists())
    assert AuditEntry.objects.filter(action="withdraw").count() == 40
    assert not Article.objects.filter(expires_at__isnull=False).exists()
    assert Edition.objects.count() == 40


def test_what_came_due_while_every_worker_was_dead_goes_out_as_soon_as_one_is_back_and_is_said_to_be_late(
    start_worker: Start,
) -> None:
    story = make_article()
    story.schedule(timezone.now() + timedelta(hours=1), by=make_user())
    worker = start_worker()
    until(WorkerBeat.objects.exists)
    worker.kill()
    worker.wait()
    Article.objects.update(publish_at=timezone.now() - timedelta(minutes=7))
    start_worker()
    until(Edition.objects.exists)
    until(AuditEntry.objects.filter(action="publish", detail__contains="after its time").exists)
    assert "7 min" in AuditEntry.objects.get(action="publish").detail
