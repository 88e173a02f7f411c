"""A page as bytes, for stores outside of the process. Reading it runs no code."""

import json
import struct

from newsroom.delivery.pages import Page

Query = tuple[str, ...]  # the parameters that count for its path

LENGTH = struct.Struct(">I")
FOR_EVER = 1e12


def packed(page: Page, query: Query) -> bytes:
    """What is known of it as JSON, then its text in the form it has."""
    encoding, form = page.first_form()
    known = {
        "status": page.status,
        "headers": page.headers,
        "slots": page.slots,
        "began": page.began,
        "changed": page.changed,
        "until": min(page.until, FOR_EVER),
        "form": [page.digest, encoding, form.is_worth],
        "query": query,
    }
    head = json.dumps(known).encode()
    return LENGTH.pack(len(head)) + head + form.body[0]


def unpacked(stored: bytes) -> tuple[Page, Query] | None:
    """None for what another version wrote, or only half."""
    try:
        (length,) = LENGTH.unpack_from(stored)
        known = json.loads(stored[LENGTH.size : LENGTH.size + length])
        headers = [(name, value) for name, value in known["headers"]]
        slots = tuple(known["slots"])
        page = Page(known["status"], headers, slots, known["began"], known["changed"], known["until"])
        digest, encoding, is_worth = known["form"]
        page.hold_form(digest, encoding, stored[LENGTH.size + length :], is_worth)
    except (ValueError, KeyError, TypeError, struct.error):
        return None
    return page, tuple(known["query"])
