"""The schedule: stories whose hour has come are published or withdrawn by whichever worker claims them first."""

import logging
from contextlib import suppress
from datetime import datetime, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from articles import ahead
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, Edition
from articles.models.checking import stops_of_all
from articles.models.release import ON_TIME, carry_out
from articles.moments import span
from articles.workflow import ChangeKind

log = logging.getLogger(__name__)
JUST_NOW = timedelta(seconds=1)
TOGETHER = 200  # stories in one transaction: an editor's save waits for it
FAULT = "Something went wrong that is no fault of the story; the worker's log says what. It is tried again."
UNREADY = "Files of its pictures are not made yet. It goes out as soon as they are."
OURS = ["", FAULT, UNREADY]  # problems that no editor has to put right
LATE = timedelta(seconds=60)


def publish_due() -> int:
    """Publish every story whose hour has come, and withdraw those whose time is over; returns how many.

    Two workers at once are safe. A story that is not ready stays scheduled with the reason beside it, and is tried
    again. What a worker finds overdue, because none ran, goes out at once, and the log says how late.
    """
    due = waiting()
    done = sum(publish_together(due[start : start + TOGETHER]) for start in range(0, len(due), TOGETHER))
    for article in Article.objects.due():  # what could not go out with the others, each for itself
        known, at = article.schedule_problem, article.publish_at
        try:
            if article.awaits_pictures:
                if at and timezone.now() - at > LATE:
                    article.stays(UNREADY)
            elif edition := article.publish_if_due():
                log.info("Published on schedule%s: %s “%s”", lag(at), edition.get_absolute_url(), article)
                done += 1
        except NotPublishable as error:
            if str(error) != known:
                log.warning("Stays scheduled: %s “%s”: %s", article.pk, article, error)
        except Exception as error:
            fault(article, "Stays scheduled", error)
    for article in Article.objects.expired():
        at = article.expires_at
        try:
            if article.expire_if_due():
                log.info("Withdrawn, its time being over%s: %s “%s”", lag(at), article.pk, article)
                done += 1
        except NotPossible:  # somebody withdrew it in this moment
            continue
        except Exception as error:
            fault(article, "Is not withdrawn", error)
    return done


def fault(article: Article, what: str, error: Exception) -> None:
    """Note that something broke at a story: it must keep no other from its minute. A missing database breaks all."""
    if isinstance(error, OperationalError | InterfaceError):
        raise error
    if article.schedule_problem != FAULT:
        log.error("%s: %s “%s”", what, article.pk, article, exc_info=error)
        article.stays(FAULT)


def waiting() -> list[int]:
    """The stories that are due and of which nothing wrong is known, oldest first."""
    return list(Article.objects.due().filter(schedule_problem="").values_list("pk", flat=True))


def publish_together(pks: list[int]) -> int:
    """Publish those of these stories that are due, in one transaction; returns how many.

    A story that is refused is left out, and so is one that somebody else holds at the moment; when anything goes wrong,
    so are all: each is then tried for itself.
    """
    try:
        with transaction.atomic():
            held = Article.objects.due().filter(pk__in=pks).select_for_update(of=("self",), skip_locked=True)
            stories = list(held)
            copies, pictures = ahead.copies_of(stories)
            last = {
                one.article_id: one
                for one in Edition.objects.filter(article__in=stories).defer("document", "text").order_by("number")
            }
            stops = stops_of_all([(copies[one.pk].document, one) for one in stories])
            releases = []
            for story, stopped in zip(stories, stops, strict=True):
                assert story.publish_at is not None
                late, story.publish_at = timezone.now() - story.publish_at, None  # claimed, as one by itself is
                with suppress(NotPublishable):
                    releases.append(
                        story._release(
                            copies[story.pk],
                            last.get(story.pk),
                            by=None,
                            change=ChangeKind(story.scheduled_change or ChangeKind.TYPO),
                            note=story.scheduled_note,
                            legal=story.scheduled_legal,
                            late=late,
                            pictures=pictures,
                            stops=stopped,
                        )
                    )
            carry_out(releases)
    except Exception:
        log.exception("%d stories could not go out together; each is published for itself.", len(pks))
        return 0
    for one in releases:
        log.info("Published on schedule%s: %s “%s”", behind(one.late), one.address, one.story)
    return len(releases)


def lag(at: datetime | None) -> str:
    """How late something is, for the log; empty when it is in time."""
    return behind(timezone.now() - at if at else timedelta(0))


def behind(late: timedelta) -> str:
    return f", {span(late)} after its time" if late > ON_TIME else ""


def until_due() -> float | None:
    """Seconds until the next story goes out or is withdrawn; None when nothing lies ahead.

    What has come due since `publish_due` looked is due at once. What is overdue and could not go out is not waited for:
    it is tried again in the worker's own time.
    """
    now = timezone.now()
    since = now - JUST_NOW
    goes_out = Article.objects.filter(publish_at__gt=since, schedule_problem="").order_by("publish_at")
    goes = Article.objects.filter(expires_at__gt=since, live_edition__isnull=False).order_by("expires_at")
    ahead_of_us = [
        goes_out.values_list("publish_at", flat=True).first(),
        goes.values_list("expires_at", flat=True).first(),
    ]
    return min((max(0.0, (one - now).total_seconds()) for one in ahead_of_us if one), default=None)


def lateness() -> tuple[bool, str]:
    """Whether scheduled stories come and go on time, and how late the most overdue one is. For the readiness page.

    A story that was refused at its minute is told of, and is no fault: it waits for the desk.
    """
    now = timezone.now()
    goes_out = Article.objects.due().filter(schedule_problem__in=OURS).values_list("publish_at", flat=True)
    goes = Article.objects.expired().values_list("expires_at", flat=True)
    refused = Article.objects.due().exclude(schedule_problem__in=OURS).count()
    waits = f"; {stories(refused)} refused at {'its' if refused == 1 else 'their'} time, and the desk knows why"
    overdue = [at for at in (goes_out.first(), goes.first()) if at]
    late = now - min(overdue) if overdue else timedelta(0)
    if not overdue:
        found = "on time"
    elif late < LATE:
        found = f"the most overdue story is {span(late)} late"
    else:
        count = goes_out.filter(publish_at__lte=now - LATE).count() + goes.filter(expires_at__lte=now - LATE).count()
        found = f"{stories(count)} more than a minute late, the most overdue one {span(late)}"
    return late < LATE, found + (waits if refused else "")


def stories(count: int) -> str:
    return "1 story is" if count == 1 else f"{count} stories are"
