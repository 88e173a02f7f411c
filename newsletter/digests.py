"""What a digest does: when its time comes, or when somebody has it made now."""

import logging
import smtplib
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.db import InterfaceError, OperationalError, transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django_tasks import task

from articles.models import Edition
from articles.models.audit import AuditEntry
from articles.models.notice import BACKEND
from articles.moments import said
from newsletter import composing, issue_checks
from newsletter.models import Digest, DigestStory, Issue, Newsletter
from newsletter.models.digest import fitting
from newsroom import mail
from newsroom.addresses import absolute
from newsroom.html import tidy

if TYPE_CHECKING:
    from articles.models.article import Person

logger = logging.getLogger(__name__)

AGAIN = timedelta(minutes=5)  # after something broke
FAULT = "Something went wrong that is no fault of the digest; the worker's log says what. It is tried again."
SEND = "newsletter.send_issue"
Action = AuditEntry.Action


@dataclass(frozen=True, slots=True)
class Made:
    """An issue, how many stories stand in it, and how many more were new."""

    issue: Issue
    count: int
    passed_over: int

    @property
    def stories(self) -> str:
        more = f"; {self.passed_over} more new ones were passed over" if self.passed_over else ""
        return f"{self.count} {'story' if self.count == 1 else 'stories'}{more}"


def make_due() -> int:
    """Make the issue of each digest whose time has come; returns how many digests had their turn.

    Two workers at once are safe. After a time without any worker a digest makes one issue, however often it was due.
    """
    done = 0
    for digest in Digest.objects.due().select_related("newsletter"):
        due = Digest.objects.filter(pk=digest.pk, next_at=digest.next_at)
        try:
            done += run(digest)
        except (OperationalError, InterfaceError):
            raise  # no database: nothing works
        except Exception:
            logger.exception("Digest %s could not be made; again in %s.", digest.pk, AGAIN)
            due.update(next_at=timezone.now() + AGAIN, problem=FAULT)
    return done


@transaction.atomic
def run(digest: Digest) -> bool:
    """Have its turn. False when another worker had it, or somebody changed its time meanwhile."""
    now = timezone.now()
    turn = Digest.objects.filter(pk=digest.pk, is_on=True, next_at=digest.next_at)
    if not turn.update(next_at=digest.following(now), problem="", last_at=now):
        return False
    digest.refresh_from_db()
    made = _made(digest, by=None)
    if made is None:
        _skipped(digest, f"Skipped on {said(now)}: no new story.", by=None)
        return True
    if digest.needs_approval:
        outcome = "waits for approval"
        told = f"Made a draft on {said(now)}, of {made.stories}."
    elif problems := issue_checks.stops(made.issue):
        made.issue.held_back = " ".join(problems)[:500]
        made.issue.save(update_fields=["held_back"])
        outcome = f"not sent: {made.issue.held_back}"
        told = f"Made a draft on {said(now)}, but did not send it. {made.issue.held_back}"
    else:
        made.issue.move(Issue.State.APPROVED, by=None, whence=[Issue.State.DRAFT], send_at=now)
        Issue.objects.filter(pk=made.issue.pk).update(approved_by_name=f"the digest “{digest}”")
        outcome = "to be sent now"
        told = f"Made an issue on {said(now)}, of {made.stories}, which went out by itself."
    _noted(digest, told, made.issue)
    _log(made, digest, outcome, by=None)
    if made.issue.is_open:
        tell.enqueue(made.issue.pk)
    return True


@transaction.atomic
def make_now(digest: Digest, *, by: "Person") -> Issue | None:
    """Make a draft of what is new now, and leave its next time as it is. None when nothing is new."""
    now = timezone.now()
    made = _made(digest, by=by)
    if made is None:
        _skipped(digest, f"Nothing was made on {said(now)}: no new story.", by=by)
        return None
    _noted(digest, f"Made a draft on {said(now)}, as somebody asked, of {made.stories}.", made.issue)
    _log(made, digest, "asked for", by=by)
    return made.issue


def _made(digest: Digest, *, by: "Person | None") -> Made | None:
    """A draft of what is new; None when nothing is. Digests of one newsletter take turns."""
    newsletter = Newsletter.objects.select_for_update().get(pk=digest.newsletter_id)
    carried, all_new = digest.new_stories()
    if not carried:
        return None
    blocks = [composing.story_block(one.article_id) for one in carried]
    if digest.intro:
        blocks.insert(0, {"kind": "text", "html": digest.intro})
    issue = Issue.objects.create(
        newsletter=newsletter,
        digest=digest,
        subject=digest.subject_for(headline(carried[0])),
        preheader=fitting(headline(carried[1]) if len(carried) > 1 else carried[0].standfirst),
        blocks=blocks,
        created_by_id=by.pk if by is not None else None,
    )
    DigestStory.keep(digest, issue, [one.article_id for one in carried], all_new)
    return Made(issue, len(carried), len(all_new) - len(carried))


def headline(edition: Edition) -> str:
    """As the newsletter has it."""
    return edition.story.looks.newsletter_headline or edition.headline


def _noted(digest: Digest, told: str, issue: Issue | None) -> None:
    Digest.objects.filter(pk=digest.pk).update(last_at=timezone.now(), last_said=told[:500], last_issue=issue)


def _skipped(digest: Digest, told: str, *, by: "Person | None") -> None:
    _noted(digest, told, None)
    AuditEntry.write(Action.CHANGE, by, about="digest", about_id=digest.pk, headline=str(digest), detail=told)


def _log(made: Made, digest: Digest, outcome: str, *, by: "Person | None") -> None:
    detail = f"by the digest “{digest}”, of {made.stories}; {outcome}"
    issue = made.issue
    AuditEntry.write(Action.MAKE, by, about="issue", about_id=issue.pk, headline=str(issue), detail=detail)


@task()
def tell(issue_pk: int, attempt: int = 1) -> None:
    """Mail those who may send that this draft waits for them, unless it does not any more."""
    issue = Issue.objects.select_related("newsletter", "digest").filter(pk=issue_pk, state=Issue.State.DRAFT).first()
    people = get_user_model()._default_manager.with_perm(SEND, backend=BACKEND)
    addresses = sorted(set(people.filter(is_staff=True).exclude(email="").values_list("email", flat=True)))
    if issue is None or not addresses:
        return
    words = {"issue": issue, "address": absolute(reverse("admin:newsletter_issue_change", args=[issue.pk]))}
    message = EmailMessage(
        subject=tidy(f"To approve: {issue}")[:200],
        body=render_to_string("admin/newsletter/digest/tell.txt", words),
        from_email=settings.DEFAULT_FROM_EMAIL,
        bcc=addresses,
        headers={
            "To": "undisclosed-recipients:;",
            "Auto-Submitted": "auto-generated",
            "Message-ID": mail.message_id(),
        },
    )
    try:
        mail.send(message)
    except (smtplib.SMTPException, OSError) as error:
        mail.try_again(tell, issue_pk, attempt, error)
