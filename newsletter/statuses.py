"""What mail servers answer, by the numbers of RFC 3463 (5.1.1 and its like): whose fault it is, and in words."""

import re
from enum import Enum

STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.])")
_HARD = {"5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"}
_OURS = {"1.7", "1.8", "2.3", "3.4"}  # our sender's address, and how large the mail is
_WORDS = {
    "1.1": "there is no such mailbox",
    "1.2": "there is no such domain",
    "1.3": "the address is malformed",
    "1.6": "the mailbox has moved",
    "1.7": "our sender’s address was refused",
    "1.8": "our sender’s domain was refused",
    "1.10": "the domain takes no mail",
    "2.1": "the mailbox is closed",
    "2.2": "the mailbox is full",
    "2.3": "the mail is too large",
    "3.4": "the mail is too large",
    "4.1": "their mail server did not answer",
    "4.4": "no way to their mail server was found",
    "4.7": "it could not be delivered in time",
}
_CLASSES = {
    "1": "something about the address",
    "2": "something about the mailbox",
    "3": "their mail server could not take it",
    "4": "their mail server was not reached",
    "5": "their mail server did not understand ours",
    "6": "the mail’s form was refused",
    "7": "their rules refused it, for instance as spam",
}
_OWN = {
    "hard": "there is no such mailbox",
    "soft": "for now, for instance as the mailbox is full",
    "ours": "refused by rules of theirs",
    "spam": "the person called it spam",
    "cancelled": "the issue was cancelled",
    "cut off": "no answer came from the mail server",
    "worker died": "the worker died with it in its hand",
    "broke off": "handing it over failed",
}


class Fault(Enum):
    """Why a mail came back."""

    HARD = "hard"  # nobody can be reached there
    SOFT = "soft"  # nobody was reached there this time
    OURS = "ours"  # what sends, or what was sent, is not wanted there: it says nothing about the mailbox


def status_in(text: str) -> str:
    """The first such number in a mail server's answer, or nothing. Its other words may hold the address."""
    found = STATUS.search(text[:2000])
    return found[0] if found else ""


def fault_of(status: str) -> Fault | None:
    """None when the number says nothing, such as 5.0.0."""
    kind, _, detail = status.partition(".")
    subject = detail.partition(".")[0]
    if kind not in {"4", "5"} or subject in {"", "0"}:
        return None
    if status in _HARD:
        return Fault.HARD
    return Fault.OURS if subject in {"5", "6", "7"} or detail in _OURS else Fault.SOFT


def in_words(code: str) -> str:
    """A code as deliveries have it (550 5.1.1, 4.2.2, hard) for somebody at the desk; empty where it has no more."""
    if code in _OWN:
        return _OWN[code]
    status = status_in(code)
    detail = status.partition(".")[2]
    if not detail or detail.startswith("0."):
        return ""
    return _WORDS.get(detail) or _CLASSES.get(detail.partition(".")[0], "")
