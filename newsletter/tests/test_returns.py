"""Mail that comes back is read from a real mailbox, and ends what it says should end: for that person, and once."""

import imaplib
import itertools
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

import pytest
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from articles.tests.factories import make_user
from newsletter import mailbox, reports, returns
from newsletter import sender as worker_side
from newsletter.models import AddressChange, Delivery, Issue, ReturnMailbox, Subscriber, Suppression
from newsletter.sender import Sender, send_due
from newsletter.sending import begin
from newsletter.statuses import Fault, fault_of, in_words
from newsletter.tests.factories import fields, make_issue, make_newsletter, make_subscription, make_text, post
from newsletter.tests.returned import complaint, undelivered
from newsletter.tests.test_mail import AnyPort
from newsroom.env import Mailbox
from newsroom.env import mailbox as mailbox_setting
from newsroom.testing import free_port, wait_for

pytestmark = pytest.mark.django_db


class Server:
    """A mail server that takes everything, unless it is told an answer for an address; with what each came with."""

    def __init__(self) -> None:
        self.taken: dict[str, tuple[str, bytes]] = {}  # by recipient: the envelope's sender and the message
        self.at_rcpt: dict[str, str] = {}

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: list[str]) -> str:
        if refusal := self.at_rcpt.get(address):
            return refusal
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        for address in envelope.rcpt_tos:
            self.taken[address] = (envelope.mail_from, envelope.content)
        return "250 taken"


@pytest.fixture
def server(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    handler, sender = Server(), Sender()
    monkeypatch.setattr(worker_side, "SENDER", sender)
    controller = AnyPort(handler, hostname="127.0.0.1", port=0)
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    settings.DEFAULT_FROM_EMAIL = "news@example.com"
    settings.NEWSLETTER_RETURN_ADDRESS = "returns@example.com"
    try:
        yield handler
    finally:
        sender.line.close()
        controller.stop()


@pytest.fixture(scope="module")
def imap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a real IMAP server."""
    log, port = tmp_path_factory.mktemp("imap") / "log", free_port()
    command = [str(Path(sys.executable).parent / "pymap"), "--host", "127.0.0.1", "--port", str(port), "--no-tls"]
    with log.open("w") as file:
        process = subprocess.Popen([*command, "dict", "--demo-data"], stdout=file, stderr=file)
    wait_for(process, port, log)
    yield port
    process.kill()
    process.wait()


class Box:
    """The mailbox, as somebody sees it who looks into it with a mail program."""

    def __init__(self, port: int) -> None:
        self.imap = imaplib.IMAP4("127.0.0.1", port, timeout=10)
        self.imap.login("demouser", "demopass")
        self.imap.select("INBOX")
        self.imap.uid("STORE", "1:*", "+FLAGS.SILENT", r"(\Deleted)")
        self.imap.expunge()

    def put(self, *messages: bytes) -> None:
        for one in messages:
            assert self.imap.append("INBOX", "", None, one)[0] == "OK"

    def count(self, what: str = "ALL") -> int:
        self.imap.noop()
        return len(self.imap.uid("SEARCH", what)[1][0].split())


@pytest.fixture
def box(imap: int, settings: Any) -> Iterator[Box]:
    settings.NEWSLETTER_RETURN_MAILBOX = mailbox_setting(f"imap://demouser:demopass@127.0.0.1:{imap}/INBOX")
    one = Box(imap)
    yield one
    one.imap.logout()


def read() -> int:
    """As the worker does when the next minute has come."""
    ReturnMailbox.objects.update(next_at=timezone.now())
    return mailbox.read_due()


def sent(server: Server, *addresses: str, **values: Any) -> Issue:
    newsletter = make_newsletter()
    for address in addresses:
        make_subscription(newsletter, address)
    issue = make_issue(newsletter, **values)
    begin(issue, by=None)
    while send_due():
        pass
    return issue


def states(issue: Issue) -> dict[str, tuple[str, str]]:
    return {
        one: (state, code) for one, state, code in issue.deliveries.values_list("subscriber__email", "state", "code")
    }


def suppressed() -> dict[str, str]:
    """Who is, of those there are, and why."""
    found = ((email, Suppression.of(email)) for email in Subscriber.objects.values_list("email", flat=True))
    return {email: one.reason for email, one in found if one}


NELL, TOM, ADA = "nell@example.org", "tom@example.org", "ada@example.org"


def test_each_mail_has_a_return_path_of_its_own_in_the_domain_of_its_sender(server: Server) -> None:
    issue = sent(server, NELL, TOM)
    paths = {address: path for address, (path, _) in server.taken.items()}
    assert len(set(paths.values())) == 2
    for address, path in paths.items():
        local, _, domain = path.partition("@")
        assert (local.partition("+")[0], domain, len(local) <= 64) == ("returns", "example.com", True)
        found = returns.found(returns.token_in(path.upper()))
        assert found is not None
        assert found[0] == issue.deliveries.get(subscriber__email=address)
        message = message_from_bytes(server.taken[address][1], policy=policy.default)
        assert message["From"].addresses[0].addr_spec == "news@example.com"
        assert returns.token_in(message["Message-ID"]) == returns.token_in(path)


def test_without_a_return_address_mail_comes_back_to_its_sender(server: Server, settings: Any) -> None:
    settings.NEWSLETTER_RETURN_ADDRESS = ""
    sent(server, NELL)
    assert server.taken[NELL][0] == "news@example.com"


def test_who_has_no_mailbox_any_more_is_never_written_to_again_and_the_notice_is_deleted(
    server: Server, box: Box
) -> None:
    issue = sent(server, NELL, TOM)
    box.put(undelivered(*server.taken[NELL]))
    assert read() == 1
    assert states(issue) == {NELL: ("bounced", "5.1.1"), TOM: ("sent", "250")}
    assert suppressed() == {NELL: "bounce"}
    assert Subscriber.objects.get(email=NELL).subscriptions.get().state == "unsubscribed"
    assert box.count() == 0
    assert read() == 0


def test_a_full_mailbox_counts_only_after_five_issues_in_a_row(server: Server, box: Box) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, NELL)
    for number in range(5):
        assert suppressed() == {}
        begin(make_issue(newsletter, subject=f"Issue {number}"), by=None)
        while send_due():
            pass
        box.put(undelivered(*server.taken[NELL], status="5.2.2" if number % 2 else "4.4.7"))
        assert read() == 1
    assert suppressed() == {NELL: "bounce"}
    assert set(Delivery.objects.values_list("state", "code")) == {("bounced", "5.2.2"), ("bounced", "4.4.7")}


def test_what_comes_back_for_what_we_sent_suppresses_nobody_however_often(server: Server, box: Box) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, NELL)
    for number in range(6):
        begin(make_issue(newsletter, subject=f"Issue {number}"), by=None)
        while send_due():
            pass
        box.put(undelivered(*server.taken[NELL], status="5.7.1", diagnostic=f"550 5.7.1 <{NELL}> looks like spam"))
    assert read() == 6
    assert suppressed() == {}
    assert set(Delivery.objects.values_list("state", "code")) == {("bounced", "5.7.1")}


def test_a_late_mail_is_no_bounce_and_a_vague_number_is_looked_up_in_the_answer(server: Server, box: Box) -> None:
    issue = sent(server, NELL, TOM)
    box.put(undelivered(*server.taken[NELL], status="4.4.1", action="delayed"))
    box.put(undelivered(*server.taken[TOM], status="5.0.0", diagnostic=f"550 5.1.10 <{TOM}> takes no mail"))
    assert read() == 2
    assert states(issue) == {NELL: ("sent", "250"), TOM: ("bounced", "5.1.10")}
    assert box.count() == 0


def test_a_complaint_ends_all_mail_though_it_does_not_say_who_complained(server: Server, box: Box) -> None:
    issue = sent(server, NELL, TOM)
    box.put(complaint("abuse@example.com", server.taken[NELL][1]))
    box.put(complaint("abuse@example.com", server.taken[TOM][1], kind="not-spam"))
    assert read() == 2
    assert states(issue) == {NELL: ("complained", "spam"), TOM: ("sent", "250")}
    assert suppressed() == {NELL: "complaint"}


def test_nobody_can_make_up_a_notice_about_somebody_else(server: Server, box: Box) -> None:
    issue = sent(server, NELL, TOM)
    own, _ = server.taken[TOM]
    token = returns.token_in(own)
    hers = issue.deliveries.get(subscriber__email=NELL).pk
    forged = f"d{hers}{token[token.index('.') :]}"
    box.put(
        undelivered(own.replace(token, forged), server.taken[NELL][1].replace(b"Message-ID", b"X-Gone", 1)).replace(
            returns.of_delivery(hers).encode(), forged.encode()
        ),
        undelivered("returns@example.com", b"To: nell@example.org\r\n\r\nhello\r\n"),
    )
    assert read() == 2
    assert (suppressed(), set(states(issue).values())) == ({}, {("sent", "250")})
    assert box.count("SEEN") == 2


def test_answers_and_spam_stay_and_what_breaks_the_parser_stops_nothing_else(
    server: Server, box: Box, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    issue = sent(server, NELL, TOM)
    path, _ = server.taken[NELL]
    head = f"To: {path}\r\n".encode()
    box.put(
        head
        + b"From: nell@example.org\r\nSubject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nUntil May.\r\n",
        b"From: x\r\nSubject: =?utf-8?b?////?= =?x?q?=FF?=\r\n\r\n\xff\xfe\x00 cheap watches\r\n",
        head + b"Content-Type: message/delivery-status\r\n\r\nAction: failed\x00\xff\r\nStatus: ;;;\r\n",
        head + b"X-Breaks: the parser\r\n\r\n",
        b"\r\n",
        undelivered(*server.taken[TOM]),
    )
    monkeypatch.setattr(
        reports, "message_from_bytes", lambda raw: 1 / 0 if b"X-Breaks" in raw else message_from_bytes(raw)
    )
    assert read() == 6
    assert (states(issue)[TOM][0], suppressed()) == ("bounced", {TOM: "bounce"})
    assert box.count() == 5
    assert box.count("UNSEEN") == 0
    assert read() == 0, "what stays is looked at once"
    row = ReturnMailbox.objects.get()
    assert (row.handled + row.left, row.problem) == (6, "")
    assert "example.org" not in " ".join(
        one.getMessage() for one in caplog.records if one.name.startswith("newsletter")
    )


@pytest.mark.parametrize(
    "body",
    [
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(5000)),
        b'Content-Type: multipart/mixed; boundary="a"\r\n\r\n' + b"--a\r\n\r\n" * 20_000,
        b'Content-Type: multipart/report; boundary="' + b"x" * 250_000 + b'"\r\n\r\n',
        b"Content-Type: message/rfc822\r\n\r\n" * 6_000,
        b"Content-Type: message/delivery-status\r\n\r\n" + b"Action: failed\r\n\r\n" * 10_000,
        b"Content-Type: message/delivery-status; a*0*=\xff''%ff\r\nContent-Transfer-Encoding: base64\r\n\r\n\xff=",
        bytes(range(256)) * 900,
    ],
    ids=["nested", "parts", "boundary", "forwarded", "blocks", "charset", "bytes"],
)
def test_no_message_stops_the_reader_or_holds_it_for_long(settings: Any, body: bytes) -> None:
    settings.NEWSLETTER_RETURN_ADDRESS = "returns@example.com"
    delivery = make_delivery()
    start = time.perf_counter()
    mailbox._take(f"To: {returns.address(returns.of_delivery(delivery.pk))}\r\n".encode() + body)
    assert time.perf_counter() - start < 10
    assert suppressed() == {}


def make_delivery() -> Delivery:
    subscription = make_subscription(make_newsletter(), NELL)
    return Delivery.objects.create(
        issue=make_issue(subscription.newsletter), subscriber=subscription.subscriber, state=Delivery.State.SENT
    )


def test_a_notice_longer_than_is_looked_at_is_understood_all_the_same(server: Server, box: Box) -> None:
    issue = sent(server, NELL)
    path, message = server.taken[NELL]
    box.put(undelivered(path, message + b"long\r\n" * 400_000))
    read()
    assert states(issue)[NELL] == ("bounced", "5.1.1")


def test_a_reader_killed_before_it_deleted_a_notice_does_it_again_without_a_double_effect(
    server: Server, box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent(server, NELL)
    box.put(undelivered(*server.taken[NELL]))
    uid = imaplib.IMAP4.uid

    def dies(self: Any, command: str, *arguments: str) -> Any:
        if command == "STORE" and "Deleted" in arguments[2]:
            raise SystemExit
        return uid(self, command, *arguments)

    monkeypatch.setattr(imaplib.IMAP4, "uid", dies)
    with pytest.raises(SystemExit):
        read()
    monkeypatch.undo()
    assert suppressed() == {NELL: "bounce"}
    before = list(Delivery.objects.values()) + list(Suppression.objects.values())
    assert read() == 1
    assert list(Delivery.objects.values()) + list(Suppression.objects.values()) == before
    assert box.count() == 0


def test_two_workers_do_not_read_at_once_and_a_dead_one_keeps_the_mailbox_five_minutes(
    server: Server, box: Box
) -> None:
    sent(server, NELL)
    box.put(undelivered(*server.taken[NELL]))
    assert ReturnMailbox.claim() is not None, "the other, which dies now"
    assert mailbox.read_due() == 0
    with time_machine.travel(timezone.now() + timedelta(minutes=5, seconds=1)):
        assert mailbox.read_due() == 1
        assert mailbox.read_due() == 0, "a minute has not gone by"


def test_a_notice_about_somebody_who_was_forgotten_or_moved_on_changes_nothing(server: Server, box: Box) -> None:
    sent(server, NELL, TOM)
    Subscriber.objects.get(email=NELL).erase()
    tom = Subscriber.objects.get(email=TOM)
    AddressChange.objects.create(subscriber=tom, email=ADA).confirm()
    box.put(undelivered(*server.taken[NELL]), undelivered(*server.taken[TOM]))
    assert read() == 2
    assert Suppression.of(NELL).reason == "forgotten"  # type: ignore[union-attr]
    assert suppressed() == {}, "the mailbox he left is gone, not the one he has"
    assert tom.subscriptions.get().state == "active"


def test_the_confirmation_of_a_sign_up_comes_back_to_the_same_mailbox(
    server: Server, box: Box, client: Client, work: Any
) -> None:
    cache.clear()
    post(client, fields(make_text(), NELL))
    work()
    path, message = server.taken[NELL]
    assert path.startswith("returns+c")
    assert "<news@example.com>" in message_from_bytes(message)["From"]
    box.put(undelivered(path, message))
    read()
    assert suppressed() == {NELL: "bounce"}


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("imap://demouser:wrong@127.0.0.1:{port}/INBOX", "refused the name or the password"),
        ("imap://demouser:demopass@127.0.0.1:{port}/Nowhere", "has no such folder"),
        ("imap://demouser:demopass@127.0.0.1:1/INBOX", "does not answer as it should (ConnectionRefusedError)"),
        ("imaps://demouser:demopass@127.0.0.1:{port}/INBOX", "does not answer as it should"),
    ],
)
def test_a_mailbox_that_cannot_be_read_is_told_of_without_its_password_and_asked_again(
    imap: int, settings: Any, caplog: pytest.LogCaptureFixture, address: str, said: str
) -> None:
    settings.NEWSLETTER_RETURN_MAILBOX = mailbox_setting(address.format(port=imap))
    assert read() == 0
    assert said in ReturnMailbox.objects.get().problem
    assert said in caplog.text
    assert "demopass" not in caplog.text
    in_order, detail = mailbox.returns_read()
    assert (in_order, said in detail) == (False, True)
    settings.NEWSLETTER_RETURN_MAILBOX = mailbox_setting(f"imap://demouser:demopass@127.0.0.1:{imap}/INBOX")
    read()
    assert mailbox.returns_read() == (True, "read of late")


class TlsInFront:
    """What listens with TLS from the first byte in front of a server without, and hands on what comes."""

    def __init__(self, port: int, certificate: Path) -> None:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(certificate)
        self.listening = context.wrap_socket(socket.create_server(("127.0.0.1", 0)), server_side=True)
        self.port = self.listening.getsockname()[1]
        self._behind = port
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                front, _ = self.listening.accept()
            except ssl.SSLError:
                continue  # whoever came does not trust us
            except OSError:
                return
            behind = socket.create_connection(("127.0.0.1", self._behind))
            for whence, whither in ((front, behind), (behind, front)):
                threading.Thread(target=self._hand_on, args=(whence, whither), daemon=True).start()

    @staticmethod
    def _hand_on(whence: socket.socket, whither: socket.socket) -> None:
        with suppress(OSError):
            while some := whence.recv(65_536):
                whither.sendall(some)
        with suppress(OSError):
            whither.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of this machine, signed by nobody else, with its key."""
    key = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    path.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + made.public_bytes(Encoding.PEM)
    )
    return path


@pytest.mark.parametrize("scheme", ["imaps", "imap"])
def test_the_mailbox_is_read_with_tls_and_only_when_the_certificate_is_right(
    server: Server, box: Box, imap: int, certificate: Path, tmp_path: Path, settings: Any, monkeypatch: Any, scheme: str
) -> None:
    process = None
    if scheme == "imaps":
        port = TlsInFront(imap, certificate).port
        sent(server, NELL)
        box.put(undelivered(*server.taken[NELL]))
    else:  # STARTTLS, by the server itself
        port = free_port()
        options = ["--host", "127.0.0.1", "--port", str(port), "--cert", str(certificate), "--key", str(certificate)]
        with (tmp_path / "log").open("w") as file:
            command = [str(Path(sys.executable).parent / "pymap"), *options, "dict", "--demo-data"]
            process = subprocess.Popen(command, stdout=file, stderr=file)
        wait_for(process, port, tmp_path / "log")
    settings.NEWSLETTER_RETURN_MAILBOX = mailbox_setting(f"{scheme}://demouser:demopass@localhost:{port}/INBOX")
    try:
        assert read() == 0
        assert "SSLCertVerificationError" in ReturnMailbox.objects.get().problem
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert read() > 0
        assert ReturnMailbox.objects.get().problem == ""
        assert suppressed() == ({NELL: "bounce"} if scheme == "imaps" else {})
    finally:
        if process:
            process.kill()
            process.wait()


def test_a_server_elsewhere_that_offers_no_encryption_hears_no_password(
    imap: int, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mailbox, "_HERE", set())
    monkeypatch.setattr(imaplib.IMAP4, "login", lambda *_: pytest.fail("it heard the password"))
    settings.NEWSLETTER_RETURN_MAILBOX = Mailbox(False, "127.0.0.1", imap, "demouser", "demopass", "INBOX")
    read()
    assert "offers no encryption" in ReturnMailbox.objects.get().problem


def test_a_refusal_of_the_mailbox_itself_is_a_hard_bounce_and_any_other_is_not(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.at_rcpt = {
        NELL: f"550 5.1.1 <{NELL}>: no such person",
        TOM: f"554 5.7.1 <{TOM}>: your network is listed",
        ADA: "550 5.1.8 your domain is nowhere",
    }
    issue = sent(server, NELL, TOM, ADA, "fine@example.org")
    assert states(issue) == {
        NELL: ("bounced", "550 5.1.1"),
        TOM: ("failed", "554 5.7.1"),
        ADA: ("failed", "550 5.1.8"),
        "fine@example.org": ("sent", "250"),
    }
    assert suppressed() == {NELL: "bounce"}
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENT
    assert "example.org" not in " ".join(
        one.getMessage() for one in caplog.records if one.name.startswith("newsletter")
    )


def test_the_desk_reads_in_words_why_mail_came_back_and_since_when_nothing_is_sent(server: Server) -> None:
    server.at_rcpt = {NELL: "550 5.1.1 no", TOM: "550 5.7.1 spam"}
    sent(server, NELL, TOM)
    client = Client()
    client.force_login(make_user("Newsletter editor"))
    pages = [
        client.get(f"/admin/newsletter/subscriber/{Subscriber.objects.get(email=one).pk}/change/").text
        for one in (NELL, TOM)
    ]
    assert "came back" in pages[0]
    assert "There is no such mailbox (550 5.1.1)." in pages[0]
    assert f"Mail came back, {timezone.now():%-d %B %Y}" in pages[0]
    assert "Their rules refused it" in pages[1]


@pytest.mark.parametrize(
    ("status", "fault", "words"),
    [
        ("5.1.1", Fault.HARD, "there is no such mailbox"),
        ("5.2.1", Fault.HARD, "the mailbox is closed"),
        ("5.1.10", Fault.HARD, "the domain takes no mail"),
        ("5.2.2", Fault.SOFT, "the mailbox is full"),
        ("4.2.1", Fault.SOFT, "the mailbox is closed"),
        ("4.4.7", Fault.SOFT, "it could not be delivered in time"),
        ("5.7.26", Fault.OURS, "their rules refused it, for instance as spam"),
        ("5.3.4", Fault.OURS, "the mail is too large"),
        ("5.0.0", None, ""),
        ("2.1.5", None, "something about the address"),
        ("", None, ""),
    ],
)
def test_numbers_of_mail_servers_have_a_meaning(status: str, fault: Fault | None, words: str) -> None:
    assert (fault_of(status), in_words(status)) == (fault, words)


def test_a_message_full_of_words_like_ours_takes_no_time() -> None:
    token = "d12345678.aaaaaaaaaaaaaaaa "
    hostile = (token * (mailbox.LARGEST // len(token))) + "d1." * 1000
    start = time.perf_counter()
    assert returns.token_in(hostile) == ""
    assert time.perf_counter() - start < 1
    found = next(itertools.islice(returns._TOKEN.finditer(hostile), 1))
    assert found[0] == token.strip()
