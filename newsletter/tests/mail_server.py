"""A mail server that the tests hand issues to, and an issue on its way through it."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from newsletter import sender as worker_side
from newsletter.models import Issue
from newsletter.sender import Sender, send_due
from newsletter.sending import begin
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsletter.tests.test_mail import AnyPort


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
