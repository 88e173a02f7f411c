"""Issues on their way: begun when due, a row of Delivery for each person, claimed before it is handed over.

A worker marks a row as in its hand, and only then speaks to the mail server; what came of it is noted together with the
next claim. So a worker killed at any moment leaves one row in its hand. Nobody knows whether that mail left: another
worker marks it as in doubt, and it goes out again only when somebody says so.
"""

import logging
import random
import time
import uuid
from collections import deque
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple, Self

from django.conf import settings
from django.db import connection, models, transaction
from django.db.models import Q
from django.utils import timezone

from articles.models.audit import AuditEntry
from newsletter import returns, telling
from newsletter.addresses import fingerprint
from newsletter.bounces import suppress
from newsletter.building import Letter
from newsletter.errors import IssueRefused
from newsletter.line import Away, CutOff, Line, Refused
from newsletter.models import Delivery, Issue, NoteOwed, Subscriber, Subscription, Suppression
from newsletter.sending import NothingInIt, begin, cancel, log, progress, recipients
from newsletter.telling import Owed, Told, told
from newsroom.mail import RETRY_AFTER
from newsroom.worker import alive, at_work

logger = logging.getLogger(__name__)

SLICE = 1.0  # seconds of sending before it is looked up again what there is to send
LOOK_BACK = 5.0  # seconds between two looks for corrections of what was sent
MOST_LETTERS = 100  # kept of one issue: one for all but those who are told of earlier issues
BATCH = 500  # people looked up together
FIRST_WAIT, LONGEST_WAIT = 5.0, 60.0  # seconds before a mail server that is away is asked again
EVERYWHERE, OTHERS = "everywhere", ""  # in the place of a domain
State = Delivery.State


def send_due() -> int:
    """Begin what is due, and send for about a second of all that is on its way. Returns how many things were done."""
    return SENDER.sweep()


def begin_due() -> int:
    """Begin issues whose time has come. One with nothing in it becomes a draft again, and the log says why."""
    begun, due = 0, list(Issue.objects.due().select_related("newsletter"))
    if due:
        telling.take_note()
    for issue in due:
        try:
            begin(issue, by=None)
            begun += 1
        except NothingInIt as error:
            _back_to_draft(issue, error)
        except IssueRefused:
            pass  # another worker was faster, or somebody took it back
        except Exception:
            logger.exception("Issue %s cannot begin; trying again.", issue.pk)  # and keeps no other waiting
    return begun


@transaction.atomic
def _back_to_draft(issue: Issue, why: NothingInIt) -> None:
    approved = Issue.objects.filter(pk=issue.pk, state=Issue.State.APPROVED)
    if approved.update(state=Issue.State.DRAFT, send_at=None):
        log(issue, None, str(why), AuditEntry.Action.REFUSED)


def _in_hand() -> "models.QuerySet[Delivery]":
    """What workers have in their hand. Asked each second, so not of all that was ever sent."""
    has_some = [Issue.State.SENDING, Issue.State.PAUSED, Issue.State.CANCELLED]
    issues = Issue.objects.filter(state__in=has_some).values_list("pk", flat=True)
    return Delivery.objects.filter(issue__in=list(issues), state=State.SENDING)


def take_over(me: str) -> int:
    """Mark as in doubt what workers that fell silent had in their hand. Returns how many."""
    in_hand = _in_hand().exclude(worker=me)
    rows = list(in_hand.values_list("pk", "worker"))
    if not rows:
        return 0
    known = alive()
    lost = [pk for pk, worker in rows if worker not in known]
    count = in_hand.filter(pk__in=lost).update(state=State.DOUBT, code="worker died")
    if count:
        logger.error("%d deliveries are in doubt: their worker died with them in its hand.", count)
    return count


def finish(issue: Issue) -> bool:
    """Whether that was the last of it."""
    if issue.deliveries.filter(state__in=[State.WAITING, State.SENDING]).exists():
        return False
    with transaction.atomic():
        ended = Issue.objects.filter(pk=issue.pk, state=Issue.State.SENDING)
        if not ended.update(state=Issue.State.SENT, finished_at=timezone.now()):
            return False
        telling.after_sending(issue)
        counts = progress(issue).counts
        said = [f"{count:,} {State(state).label}" for state, count in counts.items() if count]
        log(issue, None, f"sent: {', '.join(said) or 'nobody gets this newsletter'}")
    return True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of the row in hand, until it is noted."""

    delivery: int
    values: dict[str, Any]
    gone: Subscriber | None = None  # there is no such mailbox: whose it was


class Waiting(NamedTuple):
    """A Delivery's key, how often it was tried, who waits, and what they are told of earlier issues."""

    delivery: int
    attempts: int
    subscription: Subscription
    owed: frozenset[Owed]


@dataclass(frozen=True, slots=True)
class Queue:
    """Some who wait for letters, at one domain or at all others."""

    letters: "Letters"
    domain: str
    people: deque[Waiting]
    gets_it: tuple[str, tuple[Any, ...]]  # whether a subscription, whose key comes last, still gets it


class Letters:
    """An issue's letters, each rendered once: the one for most people, and those for who is told of earlier issues.

    `blocks` are without stories that are not live any more; `without` says which these are.
    """

    def __init__(self, issue: Issue) -> None:
        self.issue, self.printed = issue, issue.printed or {}
        gone = issue.stories.filter(article__live_edition=None).values_list("article_id", flat=True)
        self.gone = sorted(gone)
        self.blocks = [one for one in self.printed["blocks"] if one.get("article") not in self.gone]
        self._letters: dict[tuple[Told, ...], Letter] = {}
        self._told: dict[frozenset[Owed], tuple[Told, ...]] = {}

    def like(self, others: "Letters | None") -> Self:
        """Take over what another one rendered, where it is still true. What is told is asked anew."""
        if others and (others.issue.started_at, others.blocks) == (self.issue.started_at, self.blocks):
            self._letters = others._letters
        return self

    def to(self, owed: frozenset[Owed]) -> Letter:
        if owed not in self._told:
            self._told[owed] = tuple(told(owed)) if owed else ()
        said = self._told[owed]
        if said not in self._letters:
            if len(self._letters) >= MOST_LETTERS:
                self._letters.clear()
            without = "".join(f",{pk}" for pk in self.gone) + "," if self.gone else ""
            self._letters[said] = Letter(self.issue, self.printed | {"blocks": self.blocks}, said, without=without)
        return self._letters[said]


class Pace:
    """At most one each `gap` seconds."""

    def __init__(self) -> None:
        self.gap = 0.0
        self.due = 0.0  # of the monotonic clock: not before

    def took_one(self) -> None:
        self.due = max(self.due, time.monotonic()) + self.gap


class Sender:
    """What one worker has in its hand: a connection, the letter, and the outcome that is not noted yet."""

    def __init__(self) -> None:
        self.name = f"no worker, {uuid.uuid4().hex[:8]}"  # called by hand
        self.line = Line()
        self._letters: dict[int, Letters] = {}
        self._paces: dict[str, Pace] = {}
        self._outcome: Outcome | None = None
        self._look_back_at = 0.0  # of the monotonic clock: when corrections are looked for
        self._asked_again_at = 0.0  # of the monotonic clock: a mail server that was away
        self._wait = FIRST_WAIT

    def sweep(self) -> int:
        me = at_work.get() or self.name
        self._put_back(me)
        done = self._look_back() + begin_due() + take_over(me)
        if time.monotonic() < self._asked_again_at:
            return done
        on_their_way = Issue.objects.filter(state=Issue.State.SENDING)
        issues = list(on_their_way.select_related("newsletter").order_by("started_at"))
        if not issues:
            self.line.close()
            self._letters.clear()
            return done
        self._set_paces()
        done += self._send_some([queue for issue in issues for queue in self._queues(issue)], me)
        return done + sum(finish(issue) for issue in issues)

    def _look_back(self) -> int:
        """What was corrected is noted now and then, so that the desk sees who will be told; and before each issue."""
        now = time.monotonic()
        if now < self._look_back_at:
            return 0
        self._look_back_at = now + LOOK_BACK
        return telling.take_note()

    def _put_back(self, me: str) -> None:
        """Note what is not noted, for instance as the database went away; then nothing of ours was handed over."""
        ours = _in_hand().filter(worker=me)
        if self._outcome is None and not ours.exists():
            return
        with transaction.atomic():
            self._note(me)
            ours.update(state=State.WAITING, worker="")
        self._outcome = None

    def _send_some(self, queues: list["Queue"], me: str) -> int:
        end, done = time.monotonic() + SLICE, 0
        while (now := time.monotonic()) < end and now >= self._asked_again_at:
            left = [one for one in queues if one.people]
            if not left:
                break
            pauses = [max(0.0, self._paces[one.domain].due - now) for one in left]
            # Of those that need not wait, one at a slow domain first: all others can go at any time.
            pause, _, _, queue = min(
                (pause, one.domain == OTHERS, random.random(), one) for pause, one in zip(pauses, left, strict=True)
            )
            pause = max(pause, self._paces[EVERYWHERE].due - now)
            if now + pause >= end:
                break
            if pause > 0:
                time.sleep(pause)
            waiting = queue.people.popleft()
            letter = queue.letters.to(waiting.owed)
            with transaction.atomic():
                self._note(me)
                claimed = self._claim(waiting, queue, me)
            self._outcome = None
            if claimed:
                for domain in {EVERYWHERE, queue.domain}:
                    self._paces[domain].took_one()
                self._hand_over(waiting, letter)
            done += 1
        with transaction.atomic():
            self._note(me)
        self._outcome = None
        return done

    def _set_paces(self) -> None:
        """Each worker keeps to its part of what the settings allow."""
        rates = settings.NEWSLETTER_DOMAIN_RATES | {EVERYWHERE: settings.NEWSLETTER_RATE, OTHERS: 0}
        workers = max(1, len(alive())) if any(rates.values()) else 1
        for domain, rate in rates.items():
            self._paces.setdefault(domain, Pace()).gap = workers / rate if rate else 0.0

    def _queues(self, issue: Issue) -> list["Queue"]:
        """Who waits for it: those at each domain with a rate of its own, and all others."""
        letters, waiting = (
            Letters(issue).like(self._letters.get(issue.pk)),
            issue.deliveries.filter(state=State.WAITING),
        )
        self._letters[issue.pk] = letters
        if not letters.blocks:
            cancel(issue, by=None)
            return []
        rule, values = recipients(issue.newsletter_id).filter(pk=0).values("pk").query.sql_with_params()
        queue = partial(Queue, letters, gets_it=(rule, tuple(values[:-1])))
        queues = []
        for domain, rate in settings.NEWSLETTER_DOMAIN_RATES.items():
            there = Q(subscriber__email__endswith=f"@{domain}")
            people = self._people(issue, waiting.filter(there), min(rate + 1, BATCH))
            queues.append(queue(domain=domain, people=people))
            waiting = waiting.exclude(there)
        return [*queues, queue(domain=OTHERS, people=self._people(issue, waiting, BATCH))]

    def _people(self, issue: Issue, waiting: "models.QuerySet[Delivery]", most: int) -> deque[Waiting]:
        """The next who wait, in no order, so that two workers seldom reach for the same; who left is marked so."""
        rows = list(waiting.filter(next_at=None).values_list("pk", "attempts", "subscriber_id")[:most])
        if len(rows) < most:
            again = waiting.filter(next_at__lte=timezone.now()).values_list("pk", "attempts", "subscriber_id")
            rows += again[: most - len(rows)]
        getting_it = recipients(issue.newsletter_id).filter(subscriber__in=[row[2] for row in rows])
        if settings.NEWSLETTER_OPEN_TRACKING:
            getting_it = getting_it.knowing_opens()
        people = {one.subscriber_id: one for one in getting_it.select_related("subscriber")}
        hashes = {fingerprint(one.subscriber.email, "suppression"): one.subscriber_id for one in people.values()}
        for suppressed in Suppression.objects.filter(fingerprint__in=list(hashes)):
            del people[hashes[suppressed.fingerprint]]
        if gone := [pk for pk, _, subscriber in rows if subscriber not in people]:
            still = issue.deliveries.filter(state=State.WAITING, pk__in=gone)
            still.update(state=State.SKIPPED, code="left", next_at=None)
        owed: dict[int, set[Owed]] = {}
        for delivery, *one in NoteOwed.objects.filter(delivery__in=[row[0] for row in rows]).values_list(
            "delivery", "note", "carried_by"
        ):
            owed.setdefault(delivery, set()).add((one[0], one[1]))
        found = [
            Waiting(pk, attempts, people[subscriber], frozenset(owed.get(pk, ())))
            for pk, attempts, subscriber in rows
            if subscriber in people
        ]
        random.shuffle(found)
        return deque(found)

    def _claim(self, waiting: Waiting, queue: "Queue", me: str) -> bool:
        """Take it in hand. False when another worker did, the person left, or the issue goes no further."""
        rule, values = queue.gets_it
        with connection.cursor() as cursor:  # written out: Django would take longer to make it than the mail takes
            cursor.execute(
                "UPDATE newsletter_delivery SET state = 'sending', worker = %s WHERE id = %s AND state = 'waiting' "
                f"AND EXISTS (SELECT 1 FROM newsletter_issue WHERE id = %s AND state = 'sending') AND EXISTS ({rule})",
                [me, waiting.delivery, queue.letters.issue.pk, *values, waiting.subscription.pk],
            )
            return bool(cursor.rowcount)

    def _hand_over(self, waiting: Waiting, letter: Letter) -> None:
        outcome, attempts = partial(Outcome, waiting.delivery), waiting.attempts
        self._outcome = outcome({"state": State.DOUBT, "code": "broke off"})  # if all else fails
        try:
            self.line.hand_over(letter, waiting.subscription, returns.of_delivery(waiting.delivery))
        except Away as error:
            self._outcome = outcome({"state": State.WAITING, "worker": ""})
            self._asked_again_at = time.monotonic() + self._wait
            logger.warning("The mail server is away (%s); again in %.0f s.", error, self._wait)
            self._wait = min(self._wait * 2, LONGEST_WAIT)
            return
        except Refused as error:
            values: dict[str, Any] = {"attempts": attempts + 1, "code": error.code, "next_at": None}
            if error.for_good or attempts >= len(RETRY_AFTER):
                state = State.BOUNCED if error.hard else State.FAILED
                self._outcome = outcome(
                    values | {"state": state}, gone=waiting.subscription.subscriber if error.hard else None
                )
            else:
                values |= {"state": State.WAITING, "worker": "", "next_at": timezone.now() + RETRY_AFTER[attempts]}
                self._outcome = outcome(values)
        except CutOff:
            logger.warning("Delivery %s is in doubt: the mail server was cut off with it.", waiting.delivery)
            self._outcome = outcome({"state": State.DOUBT, "code": "cut off"})
        except Exception:
            logger.exception("Delivery %s is in doubt: handing it over failed.", waiting.delivery)
        else:
            sent = {"state": State.SENT, "sent_at": timezone.now(), "next_at": None, "code": "250"}
            if letter.without:
                sent["without"] = letter.without
            self._outcome = outcome({"attempts": attempts + 1, **sent})
        self._wait = FIRST_WAIT

    def _note(self, me: str) -> None:
        """We know better than who took us for dead meanwhile."""
        outcome = self._outcome
        if outcome is None:
            return
        dates = connection.ops.adapt_datetimefield_value
        values = [dates(one) if isinstance(one, datetime) else one for one in outcome.values.values()]
        with connection.cursor() as cursor:  # written out, as the claim is
            cursor.execute(
                f"UPDATE newsletter_delivery SET {', '.join(f'{name} = %s' for name in outcome.values)} "
                "WHERE id = %s AND worker = %s AND state IN ('sending', 'doubt')",
                [*values, outcome.delivery, me],
            )
            noted = cursor.rowcount
        if noted and outcome.gone:
            suppress(outcome.gone, Suppression.Reason.BOUNCE)


SENDER = Sender()
