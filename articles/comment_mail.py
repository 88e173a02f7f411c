"""The mail that tells somebody of a comment. It is sent by the worker, and tried again when the mail server is away."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django_tasks import task

from articles.models import CommentNotice
from articles.models.comment import people_of
from newsroom import mail
from newsroom.addresses import absolute
from newsroom.html import tidy


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
            "Message-ID": mail.message_id(),
            # By this, mail programs show a thread's mails together.
            "References": f"<comments-{thread.key}@{mail.our_domain()}>",
        },
    )


@task()
def send_notice(notice_pk: int, attempt: int = 1) -> None:
    """Mail the person of this notice, unless that was done, or there is nothing to tell them any more."""
    notice = CommentNotice.objects.select_related("user", "comment__thread", "comment__article").filter(pk=notice_pk)
    found = notice.first()
    if found is None or found.mailed_at or found.comment.deleted_at or not found.user.email:
        return
    if not found.mention and found.user_id not in found.comment.listeners():
        return  # was asked for in words that were changed since, or wants no mail of this thread
    if not people_of(found.comment.article).filter(pk=found.user_id).exists():
        return  # may not see the story any more
    try:
        mail.send(letter(found))
    except (smtplib.SMTPException, OSError) as error:
        mail.try_again(send_notice, notice_pk, attempt, error)
        return
    CommentNotice.objects.filter(pk=notice_pk).update(mailed_at=timezone.now())
