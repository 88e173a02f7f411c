"""Who a newsletter comes from, as mail programs show it: a name, and an address that the site may send from."""

import re
from email.utils import parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from newsroom.html import tidy
from newsroom.mail import our_domain

_ENDS_A_NAME = re.compile(r'["\\]')  # it stands in quotation marks


def site_address() -> str:
    """The address in DEFAULT_FROM_EMAIL, without the name beside it."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def named(text: str) -> str:
    """A name as it may stand before an address: one line, and nothing that could end it early."""
    return tidy(_ENDS_A_NAME.sub("", text))


def from_line(name: str, address: str) -> str:
    return f'"{named(name)}" <{address}>'


def check_name(text: str) -> None:
    """Raises ValidationError, with a sentence, for what mail programs would not show as it was typed."""
    if named(text) != tidy(text):
        raise ValidationError("A sender’s name has no straight quotation marks or backslashes.")


def is_ours(address: str) -> bool:
    """Whether it is one address, plainly written, at the site's own domain or below it."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    local, _, domain = address.lower().rpartition("@")
    ours = our_domain().lower()
    return address.isascii() and '"' not in local and (domain == ours or domain.endswith(f".{ours}"))


def check_address(address: str) -> None:
    """Raises ValidationError, with a sentence, for an address that mail programs would call forged."""
    if not is_ours(address):
        raise ValidationError(
            f"This site sends from {our_domain()}: give an address there, such as news@{our_domain()}, or at a"
            " subdomain. From any other, mail programs would call its mail forged."
        )
