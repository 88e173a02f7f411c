"""Mail about our mail: undelivered (RFC 3464), or called spam (RFC 5965). Anybody may have written it."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from newsletter.returns import token_in
from newsletter.statuses import Fault, fault_of, status_in

MOST_PARTS = 50
ACTIONS = {"failed", "delayed", "delivered", "relayed", "expanded"}


class Report(NamedTuple):
    """`token` says whose mail it is about. `fault` is None for a complaint, or when nothing came of it yet."""

    token: str
    complaint: bool = False
    fault: Fault | None = None
    status: str = ""


def report(raw: bytes) -> Report | None:
    """What a message tells about a mail of ours; None when it is no such report, or about no mail of ours.

    May raise anything on a message that breaks Python's parser. Nothing but a signed word of ours says whose mail it
    is about: addresses in such a message prove nothing.
    """
    token = token_in(raw.decode("latin-1"))
    if not token or raw.lower().count(b"boundary=") > MOST_PARTS:  # parts in parts in parts take the parser seconds
        return None
    for number, part in enumerate(message_from_bytes(raw).walk()):
        if number == MOST_PARTS:
            break
        kind = part.get_content_type()
        if kind == "message/feedback-report":
            feedback = next(_fields(part), None)
            if feedback is not None:
                return Report(token, complaint=_said(feedback, "Feedback-Type") == "abuse")
        elif kind in {"message/delivery-status", "message/global-delivery-status"}:
            return _delivery(token, part)
    return None


def _delivery(token: str, part: Message) -> Report | None:
    """Of the people it is about, the first whom it says something about: our mails have one recipient."""
    told = [fields for fields in _fields(part) if _said(fields, "Action") in ACTIONS]
    if not told:
        return None
    for fields in told:
        if _said(fields, "Action") != "failed":
            continue
        status = status_in(_said(fields, "Status"))
        if fault_of(status) is None:  # many servers say 5.0.0, and more in what the other server answered
            status = status_in(_said(fields, "Diagnostic-Code")) or status
        return Report(token, fault=fault_of(status) or Fault.SOFT, status=status)
    return Report(token)  # late, or there


def _fields(part: Message) -> Iterator[Message]:
    """The blocks of fields that such a part consists of."""
    payload = part.get_payload()
    if isinstance(payload, list):
        yield from (one for one in payload if isinstance(one, Message))


def _said(fields: Message, name: str) -> str:
    return str(fields.get(name, "")).strip().lower()
