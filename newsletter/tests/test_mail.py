"""Mail leaves through a real SMTP server, survives its absence, and carries nothing a stranger put there."""

import smtplib
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail
from django.core.cache import cache
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from newsletter import mail as letters
from newsletter.models import ConsentRecord, ConsentText, Subscriber
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post
from newsletter.tests.test_sign_up import HOSTILE
from newsroom.models import Publication

Work = Callable[[], int]
pytestmark = pytest.mark.django_db


class Inbox:
    """What an SMTP server took. `refusal` is what it answers instead when it takes nothing."""

    def __init__(self) -> None:
        self.taken: list[tuple[list[str], bytes]] = []
        self.refusal = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.refusal:
            return self.refusal
        self.taken.append((list(envelope.rcpt_tos), envelope.content))
        return "250 taken"

    def messages(self) -> list[EmailMessage]:
        return [message_from_bytes(raw, policy=policy.default) for _, raw in self.taken]


class AnyPort(Controller):
    """A server on whichever port is free."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]  # type: ignore[union-attr]
        super()._trigger_server()


@pytest.fixture
def smtp(settings: Any) -> Iterator[Inbox]:
    inbox = Inbox()
    controller = AnyPort(inbox, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    cache.clear()
    try:
        yield inbox
    finally:
        controller.stop()


def test_the_mail_that_arrives_is_complete_and_loads_nothing(client: Client, work: Work, smtp: Inbox) -> None:
    post(client, fields(make_text(newsletter=make_newsletter(name="Tom & Co <late>"))), Host="testserver")
    work()
    ((recipients, raw),) = smtp.taken
    (message,) = smtp.messages()
    assert recipients == ["nell.ashby@example.org"]
    assert message["To"] == "nell.ashby@example.org"
    assert message["From"] == '"Tom & Co <late>" <newsletter@localhost>'
    assert message["Subject"] == "Please confirm: Tom & Co <late>"
    assert message["List-Unsubscribe"].strip().startswith("<http://testserver/newsletter/unsubscribe/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Message-ID"].endswith("@localhost>")
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    assert "http://testserver/newsletter/confirm/" in text.get_content()
    assert "Tom & Co <late>" in text.get_content()
    page = html.get_content()
    assert "Tom &amp; Co &lt;late&gt;" in page
    assert 'style="' in page, "mail programs drop style sheets"
    assert "<img" not in page
    assert "<link" not in page
    assert "url(" not in page
    assert max(len(line) for line in raw.splitlines()) <= 998


def test_no_hostile_address_reaches_the_mail_server(client: Client, work: Work, smtp: Inbox) -> None:
    text = make_text()
    for address in HOSTILE:
        post(client, fields(text, address))
        post(client, fields(text, "nell@example.org", page=address))
    work()
    assert [recipients for recipients, _ in smtp.taken] == [["nell@example.org"]]
    (message,) = smtp.messages()
    assert not {"bcc", "cc"} & {name.lower() for name in message.keys()}  # noqa: SIM118
    assert b"everybody" not in smtp.taken[0][1]


def test_links_in_mail_ignore_the_host_a_request_names(client: Client, work: Work, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    post(client, fields(make_text()), Host="elsewhere.example")
    work()
    assert "elsewhere.example" not in str(mail.outbox[0].message())


def test_a_newsroom_name_with_a_line_break_makes_no_header(client: Client, work: Work) -> None:
    text = make_text(newsletter=make_newsletter(name="Late\nBcc: everybody@example.org"))
    Publication.objects.create(pk=1, name="Limelight\r\nBcc: everybody@example.org")
    post(client, fields(text))
    work()
    assert mail.outbox[0].recipients() == ["nell.ashby@example.org"]
    assert mail.outbox[0].message()["Bcc"] is None


def test_mail_waits_while_the_mail_server_is_away(client: Client, work: Work, smtp: Inbox) -> None:
    smtp.refusal = "451 come back later"
    post(client, fields(make_text()))
    work()
    assert not smtp.taken
    later = DBTaskResult.objects.get(
        run_after__gt=timezone.now(), run_after__lt=timezone.now() + letters.mail.RETRY_AFTER[-1]
    )
    assert later.args_kwargs["args"] == [ConsentRecord.objects.get().pk, 2]
    smtp.refusal = ""
    with time_machine.travel(timezone.now() + letters.mail.RETRY_AFTER[0]):
        work()
        work()
    assert len(smtp.taken) == 1
    assert ConsentRecord.objects.get().mailed_at is not None


def test_a_refused_address_is_not_tried_again_and_stands_in_no_log(
    client: Client, work: Work, smtp: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    smtp.refusal = "550 no nell.ashby@example.org here"
    post(client, fields(make_text()))
    work()
    (task,) = DBTaskResult.objects.all()
    assert task.status == "SUCCESSFUL"
    assert "nell.ashby" not in str(vars(task)) + "".join(
        record.getMessage() for record in caplog.records if record.name != "mail.log"
    )
    assert "SMTPDataError at attempt 1 to mail it; given up" in caplog.text
    assert ConsentRecord.objects.get().mailed_at is None


def test_it_is_given_up_after_ten_hours_of_trying(client: Client) -> None:
    class Away(BaseEmailBackend):
        def send_messages(self, messages: Any) -> int:
            raise ConnectionRefusedError

    post(client, fields(make_text()))
    record = ConsentRecord.objects.get()
    DBTaskResult.objects.all().delete()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters.mail, "get_connection", lambda **options: Away())
        letters.send_confirmation.call(record.pk, len(letters.mail.RETRY_AFTER))
        assert DBTaskResult.objects.count() == 1
        letters.send_confirmation.call(record.pk, len(letters.mail.RETRY_AFTER) + 1)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.parametrize(
    ("error", "final"),
    [
        (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no")}), True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (450, b"later")}), False),
        (smtplib.SMTPDataError(554, b"no"), True),
        (smtplib.SMTPDataError(451, b"later"), False),
        (smtplib.SMTPServerDisconnected("gone"), False),
        (TimeoutError(), False),
    ],
)
def test_only_refusals_for_good_end_the_tries(error: Exception, final: bool) -> None:
    assert letters.mail.is_final(error) is final


def test_a_task_that_runs_twice_mails_once(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    letters.send_confirmation.call(ConsentRecord.objects.get().pk)
    assert len(mail.outbox) == 1


def test_nobody_forgotten_or_gone_meanwhile_is_mailed(client: Client, work: Work) -> None:
    text: ConsentText = make_text()
    post(client, fields(text, "one@example.org"))
    post(client, fields(text, "two@example.org"))
    Subscriber.objects.get(email="one@example.org").erase()
    client.post(Subscriber.objects.get(email="two@example.org").subscriptions.get().unsubscribe_path())
    work()
    assert not mail.outbox


def test_mail_lands_in_files_when_no_server_is_set(client: Client, work: Work, settings: Any, tmp_path: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "mail")
    post(client, fields(make_text()))
    work()
    (file,) = (tmp_path / "mail").iterdir()
    assert b"To: nell.ashby@example.org" in file.read_bytes()
    assert ConsentRecord.objects.get().mailed_at is not None


def test_the_mail_says_what_the_link_is_for(client: Client, work: Work) -> None:
    post(client, fields(make_text()))
    work()
    (sent,) = mail.outbox
    assert isinstance(sent, EmailMultiAlternatives)
    html = str(sent.alternatives[0][0])
    assert link("confirm") in html
    assert "click here" not in html.lower()
