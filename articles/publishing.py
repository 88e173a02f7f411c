"""The schedule: stories whose hour has come are published by whichever worker claims them first."""

import logging
from datetime import timedelta

from django.utils import timezone

from articles.errors import NotPublishable
from articles.models import Article

log = logging.getLogger(__name__)
LATE = timedelta(seconds=60)


def publish_due() -> int:
    """Publish every story whose hour has come; returns how many. Two workers at once are safe.

    A story that is not ready stays scheduled with the reason beside it, and is tried again.
    """
    done = 0
    for article in Article.objects.due():
        known = article.schedule_problem
        try:
            if edition := article.publish_if_due():
                log.info("Published on schedule: %s “%s”", edition.get_absolute_url(), article)
                done += 1
        except NotPublishable as error:
            if str(error) != known:
                log.warning("Stays scheduled: %s “%s”: %s", article.pk, article, error)
    return done


def lateness() -> tuple[bool, str]:
    """Whether scheduled stories go out on time, and a sentence about it. For the readiness page."""
    late = Article.objects.filter(publish_at__lte=timezone.now() - LATE).count()
    return (False, f"{late} scheduled stories are more than a minute late.") if late else (True, "on time")
