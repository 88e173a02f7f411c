"""Sweeps of the worker that tell people: stories that have become late, and mails of notices."""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Notice
from articles.models.notice import Kind, may_open, tell_of_lateness
from newsroom import mail
from newsroom.addresses import absolute
from newsroom.html import tidy

logger = logging.getLogger(__name__)
AT_ONCE = 50
# A mail whose worker died in the middle is tried again after this: it may come twice, and never not at all.
IN_HAND = timedelta(minutes=5)


def tell_late() -> int:
    """Tell of every story that is over its deadline, once a deadline. Returns of how many."""
    done = 0
    untold = Q(late_told=None) | ~Q(late_told=F("deadline"))
    for story in Article.objects.late().filter(untold)[:AT_ONCE]:
        with transaction.atomic():
            same = Article.objects.on_their_way().filter(untold, pk=story.pk, deadline=story.deadline)
            if same.update(late_told=story.deadline):  # of two workers, one changes the row
                tell_of_lateness(story)
                done += 1
    return done


def send_due() -> int:
    """Send the mails that are due; returns how many were tried."""
    return sum(send(pk) for pk in list(Notice.objects.to_mail().values_list("pk", flat=True)[:AT_ONCE]))


def send(pk: int) -> int:
    """Mail one notice, if no other worker has it in hand, and its person may still open the story."""
    claimed = Notice.objects.to_mail().filter(pk=pk).order_by()
    if not claimed.update(mail_at=timezone.now() + IN_HAND, attempts=F("attempts") + 1):
        return 0
    row = Notice.objects.filter(pk=pk)
    notice = row.select_related("user", "article__category").first()
    if notice is None:
        return 0
    if not notice.user.email or is_over(notice) or not may_open(notice.article).filter(pk=notice.user_id).exists():
        row.update(mail_at=None)
        return 1
    try:
        mail.send(letter(notice))
    except (smtplib.SMTPException, OSError) as error:
        last = mail.is_final(error) or notice.attempts > len(mail.RETRY_AFTER)
        row.update(mail_at=None if last else timezone.now() + mail.RETRY_AFTER[notice.attempts - 1])
        said = "given up" if last else "trying again"
        logger.warning("Notice %s: %s at attempt %s to mail it; %s.", pk, type(error).__name__, notice.attempts, said)
        return 1
    row.update(mail_at=None, mailed_at=timezone.now())
    return 1


def is_over(notice: Notice) -> bool:
    """Whether there is nothing to tell any more: a late story that came in, one that is not stuck any more."""
    story = notice.article
    return {Kind.LATE: not story.is_late, Kind.STUCK: not story.schedule_problem}.get(Kind(notice.kind), False)


def letter(notice: Notice) -> EmailMessage:
    words = {
        "notice": notice,
        "address": absolute(notice.article.get_absolute_url()),
        "choices": absolute(reverse("admin:articles_article_notices") + "#choices"),
    }
    return EmailMessage(
        subject=tidy(f"{notice.article}: {notice.text}")[:200],
        body=render_to_string("admin/articles/article/notice_mail.txt", words),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.user.email],
        headers={"Auto-Submitted": "auto-generated", "Message-ID": mail.message_id()},
    )
