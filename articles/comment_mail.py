"""The mail that tells somebody of a comment. It is sent by the worker, and tried again when the mail server is away."""

import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from articles.models import CommentNotice
from articles.models.comment import people_of
from newsroom.addresses import absolute
from newsroom.html import tidy
from newsroom.mail_server import RETRY_AFTER, TIMEOUT, is_final, message_id, our_domain

logger = logging.getLogger(__name__)


def letter(notice: CommentNotice) -> EmailMessage:
    """What was said, about which words, and the way to it."""
    comment = notice.comment
    thread = comment.thread or comment
    did = "mentions you" if notice.mention else "answered"
    words = {
        "comment": comment,
        "thread": thread,
        "notice": notice,
        "did": did,
        "address": absolute(comment.get_absolute_url()),
    }
    return EmailMessage(
        subject=tidy(f"{comment.by_name} {did}: {comment.article}")[:200],
        body=render_to_string("admin/articles/article/comment_mail.txt", words),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.user.email],
        headers={
            "Auto-Submitted": "auto-generated",
            "Message-ID": message_id(),
            # By this, mail programs show a thread's mails together.
            "References": f"<comments-{thread.key}@{our_domain() or 'localhost'}>",
        },
    )


@task()
def send_notice(notice_pk: int, attempt: int = 1) -> None:
    """Mail the person of this notice, unless that was done, or there is nothing to tell them any more.

    Like the newsletter's, it keeps its own schedule for a mail server that is away, and no address gets into a log.
    """
    notice = CommentNotice.objects.select_related("user", "comment__thread", "comment__article").filter(pk=notice_pk)
    found = notice.first()
    if found is None or found.mailed_at or found.comment.deleted_at or not found.user.email:
        return
    if not found.mention and found.comment.thread_id is None:
        return  # was asked for in words that were changed since
    if not people_of(found.comment.article).filter(pk=found.user_id).exists():
        return  # may not see the story any more
    message = letter(found)
    message.connection = get_connection(timeout=TIMEOUT)
    try:
        message.send()
    except (smtplib.SMTPException, OSError) as error:
        name = type(error).__name__  # its text holds the address
        if is_final(error) or attempt > len(RETRY_AFTER):
            logger.error("Notice %s: given up at attempt %s (%s).", notice_pk, attempt, name)
            return
        logger.warning("Notice %s: %s at attempt %s to mail it; trying again.", notice_pk, name, attempt)
        send_notice.using(run_after=timezone.now() + RETRY_AFTER[attempt - 1]).enqueue(notice_pk, attempt + 1)
        return
    CommentNotice.objects.filter(pk=notice_pk).update(mailed_at=timezone.now())
