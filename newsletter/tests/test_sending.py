"""An issue reaches everybody once: through a real mail server, whatever it answers, and whoever stops it."""

import asyncio
import socketserver
import threading
import time
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from articles.models import AuditEntry
from articles.tests.factories import make_article, make_user
from newsletter import sender as worker_side
from newsletter.addresses import fingerprint
from newsletter.errors import IssueRefused
from newsletter.line import Line
from newsletter.models import Delivery, Issue, Newsletter, Subscriber, Subscription, Suppression
from newsletter.sender import Sender, send_due, take_over
from newsletter.sending import begin, cancel, pause, progress, resume, send_again
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsletter.tests.test_mail import AnyPort
from newsroom.mail import RETRY_AFTER
from newsroom.models import WorkerBeat

State = Delivery.State
pytestmark = pytest.mark.django_db


class Server:
    """A mail server that answers some people differently, at RCPT or at the end, and counts connections."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.contents: list[bytes] = []
        self.at_rcpt: dict[str, str] = {}
        self.at_end: dict[str, str] = {}
        self.sender_refusal = ""
        self.pipelining = False
        self.connections: set[int] = set()

    async def handle_EHLO(
        self, server: Any, session: Any, envelope: Any, hostname: str, responses: list[str]
    ) -> list[str]:
        session.host_name = hostname
        return [responses[0], *["250-PIPELINING"] * self.pipelining, *responses[1:]]

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        self.connections.add(id(session))
        if self.sender_refusal:
            return self.sender_refusal
        envelope.mail_from = address
        return "250 ok"

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if refusal := self.at_rcpt.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        (address,) = envelope.rcpt_tos
        answer = self.at_end.get(address, "250 taken")
        if answer == "cut":
            server.transport.abort()
            await asyncio.sleep(0)
            return "250 never heard"
        if answer.startswith("250"):
            self.taken.append(address)
            self.contents.append(envelope.content)
        return answer


@pytest.fixture(autouse=True)
def sender(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sender]:
    """A worker's side that remembers nothing of another test."""
    fresh = Sender()
    monkeypatch.setattr(worker_side, "SENDER", fresh)
    yield fresh
    fresh.line.close()


@pytest.fixture(params=[False, True], ids=["a command at a time", "pipelined"])
def server(request: pytest.FixtureRequest, settings: Any, sender: Sender) -> Iterator[Server]:
    handler = Server()
    handler.pipelining = request.param
    controller = AnyPort(handler, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    try:
        yield handler
    finally:
        sender.line.close()
        controller.stop()


def sent_to(count: int, **issue: Any) -> tuple[Issue, list[str]]:
    """An issue on its way to so many people, and their addresses."""
    newsletter = make_newsletter()
    people = [make_subscription(newsletter, f"reader-{number}@example.org") for number in range(count)]
    made = make_issue(newsletter, **issue)
    begin(made, by=None)
    return made, [one.subscriber.email for one in people]


def run() -> None:
    """As the worker does: again while there is something to do."""
    while send_due():
        pass


def states(issue: Issue) -> dict[str, str]:
    return dict(issue.deliveries.values_list("subscriber__email", "state"))


def test_an_issue_reaches_everybody_who_gets_the_newsletter_once_over_one_connection(server: Server) -> None:
    newsletter, other = make_newsletter(), make_newsletter()
    make_subscription(newsletter, "pending@example.org", state=Subscription.State.PENDING, confirmed_at=None)
    make_subscription(other, "other@example.org")
    for number in range(12):
        make_subscription(newsletter, f"reader-{number}@example.org")
    story = make_article(headline="The ferry is back")
    story.publish(by=None)
    blocks = [{"kind": "story", "article": story.pk}] * 2
    issue = make_issue(newsletter, blocks=blocks, send_at=timezone.now() + timedelta(minutes=1))
    run()
    assert not server.taken, "it is not due yet"
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        run()
    run()
    assert sorted(server.taken) == sorted(f"reader-{number}@example.org" for number in range(12))
    assert len(server.connections) == 1
    issue.refresh_from_db()
    story.refresh_from_db()
    assert issue.state == Issue.State.SENT
    assert issue.started_at is not None
    assert issue.finished_at is not None
    assert [(one.article_id, one.edition_id) for one in issue.stories.all()] == [(story.pk, story.live_edition_id)]
    assert Counter(issue.deliveries.values_list("state", "code", "attempts")) == {("sent", "250", 1): 12}
    assert progress(issue).percent == 100
    said = list(AuditEntry.objects.filter(about="issue").order_by("pk").values_list("detail", flat=True))
    assert said == ["began to send it to 12", "sent: 12 taken by the mail server"]
    assert all(b"The ferry is back" in one for one in server.contents)


def test_what_is_sent_stays_what_it_was_when_its_story_changes_in_mid_send(server: Server) -> None:
    story = make_article(headline="The ferry is back")
    story.publish(by=None)
    sent_to(1, blocks=[{"kind": "story", "article": story.pk}])
    story.headline = "The ferry is late"
    story.save()
    story.publish(by=None)
    run()
    assert b"The ferry is back" in server.contents[0]


def test_a_story_that_is_withdrawn_in_mid_send_is_left_out_for_all_who_still_wait(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_article(headline="The ferry is back"), make_article(headline="The harbour is shut")
    for one in (first, second):
        one.publish(by=None)
    issue, _ = sent_to(3, blocks=[{"kind": "story", "article": one.pk} for one in (first, second)])
    monkeypatch.setattr(worker_side, "BATCH", 1)  # one a sweep
    send_due()
    first.withdraw(by=None)
    send_due()
    assert [b"The ferry is back" in one for one in server.contents] == [True, False]
    assert all(b"The harbour is shut" in one for one in server.contents)
    second.withdraw(by=None)
    run()
    issue.refresh_from_db()
    assert (issue.state, len(server.taken)) == (Issue.State.CANCELLED, 2), "nothing is left to send"
    assert Counter(states(issue).values()) == {"sent": 2, "skipped": 1}


def test_an_issue_with_nothing_left_in_it_becomes_a_draft_again_and_the_log_says_why(server: Server) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    draft = make_article().pk
    issue = make_issue(newsletter, blocks=[{"kind": "story", "article": draft}], send_at=timezone.now())
    whole = make_issue(newsletter, send_at=timezone.now())
    run()
    issue.refresh_from_db()
    whole.refresh_from_db()
    assert (issue.state, issue.send_at, issue.printed) == (Issue.State.DRAFT, None, None)
    assert whole.state == Issue.State.SENT, "one that can go is not kept waiting"
    assert "there is nothing to send" in AuditEntry.objects.get(about_id=str(issue.pk), about="issue").detail
    with pytest.raises(IssueRefused):
        begin(make_issue(newsletter, subject=" "), by=None)


def test_an_issue_begins_once_whoever_presses_at_the_same_moment() -> None:
    issue, _ = sent_to(3)
    again = Issue.objects.get(pk=issue.pk)
    Issue.objects.filter(pk=issue.pk).update(state=Issue.State.SENDING)
    with pytest.raises(IssueRefused):
        begin(again, by=make_user())
    assert issue.deliveries.count() == 3


def test_who_left_or_was_suppressed_or_forgotten_since_it_began_gets_nothing(server: Server) -> None:
    issue, addresses = sent_to(5)
    left, suppressed, forgotten, *rest = addresses
    Subscription.objects.filter(subscriber__email=left).update(
        state=Subscription.State.UNSUBSCRIBED, unsubscribed_at=timezone.now()
    )
    Suppression.objects.create(fingerprint=fingerprint(suppressed, "suppression"))
    Subscriber.objects.get(email=forgotten).erase()
    run()
    assert sorted(server.taken) == sorted(rest)
    assert states(issue) == {left: "skipped", suppressed: "skipped"} | dict.fromkeys(rest, "sent")


def test_who_pauses_gets_nothing_until_the_day_it_ends(server: Server) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, "away@example.org", paused_until=timezone.now() + timedelta(days=1))
    make_subscription(newsletter, "here@example.org")
    begin(make_issue(newsletter), by=None)
    run()
    assert server.taken == ["here@example.org"]

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        begin(make_issue(newsletter), by=None)
        run()
    assert sorted(server.taken[1:]) == ["away@example.org", "here@example.org"]


def test_who_leaves_between_the_look_up_and_the_claim_gets_nothing(
    server: Server, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, _addresses = sent_to(3)
    people = Sender._people

    def and_then_all_leave(self: Sender, *about: Any) -> Any:
        found = people(self, *about)
        Subscription.objects.update(state=Subscription.State.UNSUBSCRIBED, unsubscribed_at=timezone.now())
        return found

    monkeypatch.setattr(Sender, "_people", and_then_all_leave)
    run()
    assert not server.taken
    assert set(states(issue).values()) == {"skipped"}


def test_a_refusal_for_good_is_noted_with_its_code_and_a_later_one_is_tried_again(server: Server) -> None:
    issue, (gone, full, late, fine) = sent_to(4)
    server.at_rcpt = {gone: "550 no such person", full: "452 mailbox full"}
    server.at_end = {late: "451 later"}
    run()
    assert server.taken == [fine]
    assert states(issue) == {gone: "failed", full: "waiting", late: "waiting", fine: "sent"}
    assert dict(issue.deliveries.values_list("subscriber__email", "code"))[gone] == "550"
    server.at_rcpt, server.at_end = {}, {}
    run()
    assert len(server.taken) == 1, "not yet"
    with time_machine.travel(timezone.now() + RETRY_AFTER[0]):
        run()
    assert sorted(server.taken) == sorted([fine, full, late])
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENT


class Stubborn(socketserver.StreamRequestHandler):
    """Refuses a person. Then it `hangs_up`, or takes the message all the same, as it may (RFC 2920) when it was told
    of both at once."""

    refused, hangs_up, pipelining = "", False, True
    log: list[str]

    def handle(self) -> None:
        person = ""
        self.wfile.write(b"220 here\r\n")
        while line := self.rfile.readline().decode():
            word, _, rest = line.strip().partition(" ")
            if word == "ehlo":
                self.wfile.write(b"250-here\r\n250 PIPELINING\r\n" if self.pipelining else b"250 here\r\n")
            elif word == "RCPT":
                person = rest.partition("<")[2].rstrip(">")
                self.wfile.write(b"550 not here\r\n" if person == self.refused else b"250 ok\r\n")
                if person == self.refused and self.hangs_up:
                    break
            elif word == "DATA":
                self.wfile.write(b"354 go on\r\n")
                while (part := self.rfile.readline()) not in (b".\r\n", b""):
                    pass
                if part:
                    self.log.append(person)
                    self.wfile.write(b"250 taken\r\n")
            else:
                self.wfile.write(b"250 ok\r\n")


@pytest.mark.parametrize("hangs_up", [False, True], ids=["waits for it all the same", "hangs up"])
@pytest.mark.parametrize("pipelining", [False, True], ids=["a command at a time", "pipelined"])
def test_whom_the_server_refused_gets_nothing_and_all_others_do_whatever_it_does_then(
    settings: Any, sender: Sender, hangs_up: bool, pipelining: bool
) -> None:
    issue, (gone, *others) = sent_to(3)
    log: list[str] = []
    told = {"refused": gone, "log": log, "hangs_up": hangs_up, "pipelining": pipelining}
    handler = type("Handler", (Stubborn,), told)
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as there:
        there.daemon_threads = True
        threading.Thread(target=there.serve_forever).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = there.socket.getsockname()
        try:
            run()
        finally:
            sender.line.close()
            there.shutdown()
    assert sorted(log) == sorted(others)
    assert states(issue) == {gone: "failed"} | dict.fromkeys(others, "sent")


def test_who_is_refused_for_now_too_often_is_given_up(server: Server) -> None:
    issue, (full,) = sent_to(1)
    server.at_rcpt = {full: "452 mailbox full"}
    with time_machine.travel(timezone.now()) as clock:
        for _ in range(len(RETRY_AFTER) + 1):
            run()
            clock.shift(RETRY_AFTER[-1])
    row = issue.deliveries.get()
    assert (row.state, row.code, row.attempts) == ("failed", "452", len(RETRY_AFTER) + 1)


@pytest.mark.parametrize("trouble", ["nobody listens", "421 at the person", "the sender is refused", "421 at the end"])
def test_a_mail_server_that_is_away_makes_all_wait_and_uses_up_nobodys_attempts(
    server: Server, sender: Sender, settings: Any, trouble: str
) -> None:
    issue, addresses = sent_to(3)
    port = settings.EMAIL_PORT
    if trouble == "nobody listens":
        settings.EMAIL_PORT = 1
    elif trouble == "421 at the person":
        server.at_rcpt = dict.fromkeys(addresses, "421 closing")
    elif trouble == "the sender is refused":
        server.sender_refusal = "550 not you"
    else:
        server.at_end = dict.fromkeys(addresses, "421 closing")
    run()
    assert set(issue.deliveries.values_list("state", "attempts", "code", "worker")) == {("waiting", 0, "", "")}
    settings.EMAIL_PORT, server.at_rcpt, server.at_end, server.sender_refusal = port, {}, {}, ""
    run()
    assert not server.taken, "it is not asked again at once"
    sender._asked_again_at = 0
    run()
    assert sorted(server.taken) == sorted(addresses)


def test_a_message_that_was_handed_over_without_an_answer_is_in_doubt_and_goes_again_only_on_purpose(
    server: Server,
) -> None:
    issue, (cut, fine) = sent_to(2)
    server.at_end = {cut: "cut"}
    run()
    assert states(issue) == {cut: "doubt", fine: "sent"}
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENT
    server.at_end = {}
    assert send_again(issue, by=make_user()) == 1
    run()
    assert sorted(server.taken) == sorted([cut, fine])
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENT
    with pytest.raises(IssueRefused):
        send_again(issue, by=None)


def test_a_connection_that_the_server_closed_meanwhile_is_opened_again(server: Server, sender: Sender) -> None:
    issue, _ = sent_to(1)
    run()
    make_subscription(issue.newsletter)
    second = make_issue(issue.newsletter)
    begin(second, by=None)
    sender.line._open()
    sender.line._backend.connection.sock.close()
    run()
    assert len(server.taken) == 3


def test_pause_cancel_and_resume_hold_in_mid_send_and_stand_in_the_log(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make_user()
    issue, _addresses = sent_to(6)
    hand_over = Line.hand_over

    def pressed_after_two(self: Any, letter: Any, subscription: Any, token: str) -> None:
        hand_over(self, letter, subscription, token)
        if len(server.taken) in (2, 4):
            (pause if len(server.taken) == 2 else cancel)(Issue.objects.get(pk=issue.pk), by=editor)

    monkeypatch.setattr(Line, "hand_over", pressed_after_two)
    run()
    run()
    assert len(server.taken) == 2
    now = progress(issue)
    assert (now.counts["sent"], now.left, now.total, now.percent) == (2, 4, 6, 33)
    issue.refresh_from_db()
    resume(issue, by=editor)
    run()
    issue.refresh_from_db()
    assert issue.state == Issue.State.CANCELLED
    assert len(server.taken) == 4
    assert Counter(states(issue).values()) == {"sent": 4, "skipped": 2}
    said = AuditEntry.objects.filter(about="issue", who=editor).order_by("pk").values_list("detail", flat=True)
    assert list(said) == ["paused sending it", "went on sending it", "cancelled it; 2 do not get it"]
    for deed in (pause, resume, cancel):
        with pytest.raises(IssueRefused):
            deed(issue, by=editor)


def test_what_a_dead_worker_had_in_its_hand_is_in_doubt_and_what_a_living_one_has_is_left_alone() -> None:
    issue, (first, second, third) = sent_to(3)
    WorkerBeat.objects.create(worker="lives", beat_at=timezone.now())
    WorkerBeat.objects.create(worker="silent", beat_at=timezone.now() - timedelta(minutes=1))
    for address, worker in ((first, "lives"), (second, "silent"), (third, "unheard of")):
        issue.deliveries.filter(subscriber__email=address).update(state=State.SENDING, worker=worker)
    assert take_over("me") == 2
    assert states(issue) == {first: "sending", second: "doubt", third: "doubt"}
    assert not worker_side.finish(issue), "one is still in hand"


def test_what_the_database_could_not_note_is_noted_later_and_sent_once(
    server: Server, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, (address,) = sent_to(1)
    note = Sender._note

    def fails_once(self: Sender, me: str) -> None:
        if server.taken:
            monkeypatch.setattr(Sender, "_note", note)
            raise RuntimeError("the database is away")
        note(self, me)

    monkeypatch.setattr(Sender, "_note", fails_once)
    with pytest.raises(RuntimeError):
        run()
    assert states(issue) == {address: "sending"}
    run()
    assert server.taken == [address]
    assert states(issue) == {address: "sent"}


def test_a_domain_with_a_rate_of_its_own_gets_no_more_a_second_and_holds_up_nobody_else(
    server: Server, settings: Any
) -> None:
    settings.NEWSLETTER_DOMAIN_RATES = {"slow.example": 4}
    newsletter = make_newsletter()
    for number in range(6):
        make_subscription(newsletter, f"reader-{number}@slow.example")
    for number in range(10):
        make_subscription(newsletter, f"reader-{number}@example.org")
    begin(make_issue(newsletter), by=None)
    second = make_issue(newsletter)
    begin(second, by=None)
    begun = time.monotonic()
    run()
    assert time.monotonic() - begun >= 11 / 4, "twelve at four a second"
    at_once = [address for address in server.taken[:30] if "slow" not in address]
    assert len(at_once) == 20, "all others went before the last of those"
    assert Counter(server.taken).most_common(1)[0][1] == 2, "once for each issue"
    assert len(server.taken) == 32


def test_no_more_leave_a_second_than_the_settings_allow_all_workers_together(server: Server, settings: Any) -> None:
    settings.NEWSLETTER_RATE = 20
    for name in ("one", "two"):
        WorkerBeat.objects.create(worker=name, beat_at=timezone.now())
    sent_to(11)
    begun = time.monotonic()
    run()
    assert len(server.taken) == 11
    assert time.monotonic() - begun >= 1, "eleven at half of twenty a second: the other half is the other worker's"


def test_no_log_and_no_row_of_a_delivery_holds_an_address(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    issue, addresses = sent_to(3)
    server.at_rcpt = {addresses[0]: f"550 no {addresses[0]} here", addresses[1]: f"421 {addresses[1]} not now"}
    run()
    ours = [one.getMessage() for one in caplog.records if one.name != "mail.log"]
    assert "example.org" not in str(ours)
    assert "example.org" not in str(list(issue.deliveries.values())) + str(list(AuditEntry.objects.values()))


def test_a_worker_with_nothing_to_send_changes_nothing_and_does_not_look_through_all_that_was_ever_sent(
    sender: Sender, django_assert_max_num_queries: Any
) -> None:
    sent_to(2)
    run()
    with django_assert_max_num_queries(4) as asked:
        assert send_due() == 0
    statements = [one["sql"] for one in asked.captured_queries]
    assert all(one.startswith("SELECT") for one in statements)
    assert not [one for one in statements if 'FROM "newsletter_delivery"' in one and "issue_id" not in one]


def test_other_ways_to_send_than_smtp_get_the_same_mail(sender: Sender) -> None:
    newsletter: Newsletter = make_newsletter(name="The Late Letter")
    person = make_subscription(newsletter)
    begin(make_issue(newsletter), by=None)
    run()
    (message,) = mail.outbox
    assert message.to == [person.subscriber.email]
    assert person.unsubscribe_path() in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<http://testserver{person.unsubscribe_path()}>"
