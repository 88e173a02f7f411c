"""What the mail server answers decides what becomes of each message; nobody else is held up by it."""

import socketserver
import threading
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from articles.tests.factories import make_user
from newsletter.errors import IssueRefused
from newsletter.models import Delivery, Issue, Newsletter
from newsletter.sender import Sender
from newsletter.sending import begin, send_again
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsletter.tests.mail_server import Server, run, sender, sent_to, server, states
from newsroom.mail import RETRY_AFTER

__all__ = ["sender", "server"]
State = Delivery.State
pytestmark = pytest.mark.django_db


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


def test_other_ways_to_send_than_smtp_get_the_same_mail(sender: Sender) -> None:
    newsletter: Newsletter = make_newsletter(name="The Late Letter")
    person = make_subscription(newsletter)
    begin(make_issue(newsletter), by=None)
    run()
    (message,) = mail.outbox
    assert message.to == [person.subscriber.email]
    assert person.unsubscribe_path() in message.body
    assert message.extra_headers["List-Unsubscribe"] == f"<http://testserver{person.unsubscribe_path()}>"
