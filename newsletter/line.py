"""The way from here to a mail server, and what can become of a message on it."""

import re
import smtplib
from contextlib import suppress
from typing import Any, NoReturn

from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

from newsletter import returns
from newsletter.building import Letter
from newsletter.models import Subscription
from newsletter.statuses import Fault, fault_of, status_in
from newsroom import mail
from newsroom.mail import TIMEOUT
from newsroom.providers import NotTaken, look, not_taken

PER_CONNECTION = 1_000  # messages before the mail server gets a new connection
LAST_REPLY = 60  # seconds for the mail server to say that it took a message
_BREAK = re.compile(r"[\r\n]")


class Away(Exception):
    """The mail server cannot be reached, or takes nothing from us now. It has not taken this message."""


class Refused(Exception):
    """The mail server, or the provider, does not take this message to this person.

    `code` is its answer, 5.1.1 and its like behind it where it says so of the person. `for_good`: asking again cannot
    help. `hard`: there is no such mailbox.
    """

    def __init__(self, code: int, status: str = "", *, for_good: bool | None = None) -> None:
        self.code = f"{code} {status}".strip()
        super().__init__(self.code)
        self.for_good = code >= 500 if for_good is None else for_good
        self.hard = self.for_good and fault_of(status) is Fault.HARD


class CutOff(Exception):
    """The message was handed over, and no answer came: it may or may not have left."""


class Line:
    """The kept connection to the mail server, or to whatever else EMAIL_URL names."""

    def __init__(self) -> None:
        self._backend: Any = None
        self._used = 0

    def close(self) -> None:
        if self._backend is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._backend.close()
            self._backend = None

    def hand_over(self, letter: Letter, subscription: Subscription, token: str) -> None:
        """Raises Away, Refused or CutOff. A kept connection that the server has closed is opened again, once."""
        if self._used >= PER_CONNECTION:
            self.close()
        kept = self._backend is not None
        try:
            self._hand_over(letter, subscription, token)
        except Away:
            self.close()
            if not kept:
                raise
            try:
                self._hand_over(letter, subscription, token)
            except Away:
                self.close()
                raise
        except CutOff:
            self.close()
            raise

    def _hand_over(self, letter: Letter, subscription: Subscription, token: str) -> None:
        if self._backend is None:
            self._open()
        self._used += 1
        if isinstance(self._backend, EmailBackend):
            sender = returns.address(token) or letter.address
            self._speak(sender, subscription.subscriber.email, letter.message_for(subscription, token))
            return
        message = letter.mail_for(subscription, token)
        message.connection = self._backend
        mail.sign(message)
        try:
            message.send()
            look(message)
        except Exception as error:
            _sort_out(error)

    def _open(self) -> None:
        try:
            backend = get_connection(timeout=TIMEOUT)
            backend.open()
        except (smtplib.SMTPException, OSError) as error:
            raise Away(type(error).__name__) from None
        except Exception as error:
            _sort_out(error)
        self._backend, self._used = backend, 0

    def _speak(self, sender: str, to: str, message: bytes) -> None:
        """Errors carry no text of the server's, which may hold the address."""
        server: smtplib.SMTP = self._backend.connection
        try:
            server.ehlo_or_helo_if_needed()
            self._address(server, sender, to)
        except (smtplib.SMTPException, OSError) as error:
            raise Away(type(error).__name__) from None
        try:
            if server.sock is not None:
                server.sock.settimeout(LAST_REPLY)
            server.send(message.replace(b"\r\n.", b"\r\n..") + b".\r\n")  # of its lines, the first is no dot
            code, _ = server.getreply()
            if server.sock is not None:
                server.sock.settimeout(TIMEOUT)
        except (smtplib.SMTPException, OSError):
            raise CutOff from None
        if code != 250:
            self._refuse(server, code)

    def _address(self, server: smtplib.SMTP, sender: str, to: str) -> None:
        """Until the server waits for the message."""
        addressed, named, ready = _answers(
            server, [f"MAIL FROM:{smtplib.quoteaddr(sender)}", f"RCPT TO:{smtplib.quoteaddr(to)}", "DATA"]
        )
        code, _ = addressed
        if code != 250:
            raise Away(f"{code} to our sender")
        code, answer = named
        if code not in (250, 251):
            if ready[0] == 354:
                server.close()  # it waits for the message, which nobody is to get
            self._refuse(server, code, status_in(answer.decode("latin-1")))
        code, _ = ready
        if code != 354:
            self._refuse(server, code)

    def _refuse(self, server: smtplib.SMTP, code: int, status: str = "") -> None:
        if code == 421:
            raise Away("421")
        try:
            server.rset()
        except (smtplib.SMTPException, OSError):
            self.close()
        raise Refused(code, status)


def _answers(server: smtplib.SMTP, commands: list[str]) -> list[tuple[int, bytes]]:
    """What it says to each. A server that can is told all at once: that saves two waits of three.

    To what it was not told, or hung up before, the answer is 421, as if it had said that it goes.
    """
    if any(_BREAK.search(command) for command in commands):
        raise ValueError("An address has a line break in it.")
    at_once = server.has_extn("pipelining")
    if at_once:
        server.send("".join(f"{command}\r\n" for command in commands))
    answers: list[tuple[int, bytes]] = []
    for command in commands:
        if answers and not at_once and answers[-1][0] not in (250, 251):
            break
        try:
            answers.append(server.getreply() if at_once else server.docmd(command))
        except smtplib.SMTPServerDisconnected:
            if len(answers) < 2:
                raise
            break  # it hung up on this person, and said why
    return answers + [(421, b"")] * (len(commands) - len(answers))


def _sort_out(error: Exception) -> NoReturn:
    """What an exception of a backend's says about the message. Raises it as it is when it says nothing."""
    known = not_taken(error)
    if known is None and isinstance(error, OSError):
        raise Away(type(error).__name__) from None
    if known is None:
        raise error
    if known.how == NotTaken.REFUSED:
        raise Refused(known.code, for_good=True) from None
    raise (CutOff if known.how == NotTaken.CUT_OFF else Away)(str(known)) from None
