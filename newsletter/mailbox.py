"""The mailbox that undeliverable mail and complaints come back to, read by IMAP.

What is understood is acted upon and deleted; everything else (answers, spam, what breaks the parser) stays there,
marked as read, and is counted. A reader that is killed in the middle leaves the message unread: the next one does it
again, which changes nothing.
"""

import imaplib
import logging
import ssl
from contextlib import suppress
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from newsletter import bounces, returns
from newsletter.models import Delivery, ReturnMailbox
from newsletter.reports import Report, report
from newsletter.statuses import Fault
from newsroom.env import Mailbox

logger = logging.getLogger(__name__)

EVERY = timedelta(minutes=1)
AT_ONCE = 200  # messages; the rest comes at once after them
LARGEST = 262_144  # bytes of a message that are looked at
TIMEOUT = 20  # seconds that a silent server may hold the worker
LATE = timedelta(minutes=30)  # without a reading: something is wrong
_HERE = {"localhost", "127.0.0.1", "::1"}


class Unreadable(Exception):
    """The mailbox cannot be read. Its text is a sentence without names and passwords."""


def read_due() -> int:
    """Once a minute, read what came back. Returns how many messages were looked at."""
    where: Mailbox | None = settings.NEWSLETTER_RETURN_MAILBOX
    row = ReturnMailbox.claim() if where else None
    if where is None or row is None:
        return 0
    handled = left = 0
    problem = ""
    try:
        handled, left = _read(where)
    except Unreadable as error:
        problem = str(error)
    except (imaplib.IMAP4.error, OSError) as error:  # its text may hold what the server was told
        problem = f"does not answer as it should ({type(error).__name__})"
    now = timezone.now()
    row.problem = problem
    row.handled, row.left = row.handled + handled, row.left + left
    if not problem:
        row.read_at = now
    row.next_at = now if handled + left == AT_ONCE else now + EVERY
    row.save()
    if problem:
        logger.warning("The mailbox of returns %s.", problem)
    if left:
        logger.warning("The mailbox of returns: %d messages were not understood, and stay there.", left)
    return handled + left


def _read(where: Mailbox) -> tuple[int, int]:
    """How many messages were understood, and how many were not."""
    box = _open(where)
    try:
        try:
            box.login(where.user, where.password)
        except imaplib.IMAP4.error:
            raise Unreadable("refused the name or the password") from None
        try:
            answer, _ = box.select(f'"{where.folder}"')
        except imaplib.IMAP4.readonly:
            answer = "NO"
        if answer != "OK":
            raise Unreadable("has no such folder, or nobody may write to it")
        _, (found,) = box.uid("SEARCH", "UNSEEN", "UNDELETED")
        done: list[str] = []
        left = 0
        for uid in (found or b"").decode("ascii").split()[:AT_ONCE]:
            if _take(_fetched(box, uid)):
                box.uid("STORE", uid, "+FLAGS.SILENT", r"(\Deleted \Seen)")
                done.append(uid)
            else:
                box.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)")
                left += 1
        if done and b"UIDPLUS" in box.capability()[1][0].upper().split():  # more is offered to who signed in
            box.uid("EXPUNGE", ",".join(done))
        elif done:
            box.expunge()
        return len(done), left
    finally:
        with suppress(imaplib.IMAP4.error, OSError):
            box.logout()


def _open(where: Mailbox) -> imaplib.IMAP4:
    """A connection that nobody can listen to, unless it stays on this machine."""
    context = ssl.create_default_context()
    if where.tls:
        return imaplib.IMAP4_SSL(where.host, where.port, ssl_context=context, timeout=TIMEOUT)
    box = imaplib.IMAP4(where.host, where.port, timeout=TIMEOUT)
    if "STARTTLS" in box.capabilities:
        box.starttls(context)
    elif where.host not in _HERE:
        box.shutdown()
        raise Unreadable("offers no encryption; nothing was said to it")
    return box


def _fetched(box: imaplib.IMAP4, uid: str) -> bytes:
    """The beginning of a message; it stays unread. Empty when it is gone."""
    _, answer = box.uid("FETCH", uid, f"(BODY.PEEK[]<0.{LARGEST}>)")
    return next((one[1] for one in answer if isinstance(one, tuple)), b"")


def _take(raw: bytes) -> bool:
    """Do what a message asks for. False when it is none of ours to understand."""
    try:
        told = report(raw)
    except Exception as error:
        logger.warning("A message in the mailbox of returns cannot be read (%s).", type(error).__name__)
        return False
    if told is None:
        return False
    act(told)
    return True


def act(told: Report) -> None:
    found = returns.found(told.token)
    if found is None:  # forgotten since
        return
    what, since = found
    if told.complaint:
        bounces.complained(what, since=since)
    elif told.fault is not None:
        bounces.bounced(what, hard=told.fault is Fault.HARD, code=told.status or told.fault.value, since=since)
    which = f"Delivery {what.pk}" if isinstance(what, Delivery) else "A mail to a subscriber"
    outcome = "was called spam" if told.complaint else f"came back ({told.status})" if told.fault else "is late"
    logger.info("%s %s.", which, outcome)


def returns_read() -> tuple[bool, str]:
    """For /readyz: whether the mailbox was read of late."""
    row = ReturnMailbox.objects.first()
    read_at = row.read_at if row else None
    if read_at and read_at > timezone.now() - LATE:
        return True, "read of late"
    return False, f"not read for {LATE.seconds // 60} minutes" + (f": it {row.problem}" if row and row.problem else "")
