"""Mail as it comes back: what mail servers write about ours."""

from email import message_from_bytes


def undelivered(
    to: str,
    original: bytes,
    *,
    status: str = "5.1.1",
    action: str = "failed",
    diagnostic: str = "",
    to_header: str = "",
) -> bytes:
    """A delivery status notification (RFC 3464) in Postfix's manner, sent to our return path."""
    person = message_from_bytes(original)["To"]
    said = f"Diagnostic-Code: smtp; {diagnostic}\r\n" if diagnostic else ""
    return (
        (
            f"Return-Path: <>\r\nDelivered-To: {to}\r\nFrom: MAILER-DAEMON@mx.example.net (Mail Delivery System)\r\n"
            f"To: {to_header or to}\r\nSubject: Undelivered Mail Returned to Sender\r\nAuto-Submitted: auto-replied\r\n"
            "MIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"\r\n\r\n'
            f"--cut\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nIt did not reach <{person}>.\r\n\r\n"
            "--cut\r\nContent-Type: message/delivery-status\r\n\r\n"
            "Reporting-MTA: dns; mx.example.net\r\nX-Postfix-Queue-ID: 4Wq\r\n\r\n"
            f"Final-Recipient: rfc822; {person}\r\nAction: {action}\r\nStatus: {status}\r\n{said}\r\n"
            "--cut\r\nContent-Type: message/rfc822\r\n\r\n"
        ).encode()
        + original.replace(b"--cut", b"")
        + b"\r\n--cut--\r\n"
    )


def complaint(to: str, original: bytes, *, kind: str = "abuse") -> bytes:
    """An abuse report (RFC 5965) as a mailbox provider sends it: who complained stands nowhere in it."""
    hidden = b"\r\n".join(one for one in original.split(b"\r\n") if not one.startswith((b"To:", b"List-Unsubscribe:")))
    return (
        (
            f"From: <feedback@mailboxes.example.net>\r\nTo: {to}\r\nSubject: FW: news\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/report; report-type=feedback-report; boundary="cut"\r\n\r\n'
            "--cut\r\nContent-Type: text/plain\r\n\r\nThis is an email abuse report.\r\n\r\n"
            f"--cut\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: {kind}\r\nUser-Agent: FBL/1.0\r\n"
            "Version: 1\r\n\r\n--cut\r\nContent-Type: message/rfc822\r\nContent-Disposition: inline\r\n\r\n"
        ).encode()
        + hidden
        + b"\r\n--cut--\r\n"
    )
