"""The way from here to a mail server, and what can become of a message on it."""

import re
import smtplib
from contextlib import suppress
from typing import Any

from django.core.mail import get_connection
from django.core.mail.backends.smtp import EmailBackend

from newsletter.building import Letter
from newsletter.models import Subscription
from newsroom.mail import TIMEOUT

PER_CONNECTION = 1_000  # messages before the mail server gets a new connection
LAST_REPLY = 60  # seconds for the mail server to say that it took a message
_DOT = re.compile(rb"^\.", re.MULTILINE)


class Away(Exception):
    """The mail server cannot be reached, or takes nothing from us now. It has not taken this message."""


class Refused(Exception):
    """The mail server does not take this message to this person."""

    def __init__(self, code: int) -> None:
        super().__init__(str(code))
        self.code = code


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

    def hand_over(self, letter: Letter, subscription: Subscription) -> None:
        """Raises Away, Refused or CutOff. A kept connection that the server has closed is opened again, once."""
        if self._used >= PER_CONNECTION:
            self.close()
        kept = self._backend is not None
        try:
            self._hand_over(letter, subscription)
        except Away:
            self.close()
            if not kept:
                raise
            try:
                self._hand_over(letter, subscription)
            except Away:
                self.close()
                raise
        except CutOff:
            self.close()
            raise

    def _hand_over(self, letter: Letter, subscription: Subscription) -> None:
        if self._backend is None:
            self._open()
        self._used += 1
        if isinstance(self._backend, EmailBackend):
            self._speak(letter.address, subscription.subscriber.email, letter.message_for(subscription))
            return
        message = letter.mail_for(subscription)
        message.connection = self._backend
        try:
            message.send()
        except OSError as error:
            raise Away(type(error).__name__) from None

    def _open(self) -> None:
        backend = get_connection(timeout=TIMEOUT)
        try:
            backend.open()
        except (smtplib.SMTPException, OSError) as error:
            raise Away(type(error).__name__) from None
        self._backend, self._used = backend, 0

    def _speak(self, sender: str, to: str, message: bytes) -> None:
        """Errors carry no text of the server's, which may hold the address."""
        server: smtplib.SMTP = self._backend.connection
        try:
            server.ehlo_or_helo_if_needed()
            code, _ = server.mail(sender)
            if code != 250:
                raise Away(f"{code} to our sender")
            code, _ = server.rcpt(to)
            if code not in (250, 251):
                self._refuse(server, code)
            code, _ = server.docmd("DATA")
            if code != 354:
                self._refuse(server, code)
        except (smtplib.SMTPException, OSError) as error:
            raise Away(type(error).__name__) from None
        try:
            if server.sock is not None:
                server.sock.settimeout(LAST_REPLY)
            server.send(_DOT.sub(b"..", message) + b".\r\n")
            code, _ = server.getreply()
            if server.sock is not None:
                server.sock.settimeout(TIMEOUT)
        except (smtplib.SMTPException, OSError):
            raise CutOff from None
        if code != 250:
            self._refuse(server, code)

    def _refuse(self, server: smtplib.SMTP, code: int) -> None:
        if code == 421:
            raise Away("421")
        try:
            server.rset()
        except (smtplib.SMTPException, OSError):
            self.close()
        raise Refused(code)
