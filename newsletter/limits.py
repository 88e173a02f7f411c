"""How much one network, one mailbox and the whole world may ask for. Counted in the database."""

import ipaddress

from django.conf import settings

from newsletter.addresses import fingerprint, mailbox
from newsletter.models.tally import Tally

HOUR, DAY = 3600, 86_400  # seconds
EVERYWHERE = "everywhere"
QUICKEST = 2_000  # milliseconds from the page's script to the press; who needs less is a program
MAILS_PER_READER = 2  # a day, to a mailbox whose owner once confirmed, whoever asked for them
MAILS_PER_STRANGER = 1


def network(address: str) -> str:
    """The network of a client's address: a household's /64 for IPv6, the address itself for IPv4, "" for none."""
    try:
        client = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(client, ipaddress.IPv6Address):
        if client.ipv4_mapped:
            return str(client.ipv4_mapped)
        return str(ipaddress.ip_network((client, 64), strict=False).network_address)
    return str(client)


def may_sign_up(address: str) -> bool:
    """Count one sign-up from this client address; False when its network, or the world, had enough this hour.

    What is let through is counted by `signed_up`, too.
    """
    ours = Tally.count_one(f"network {fingerprint(network(address), 'network')}", HOUR)
    return ours <= settings.NEWSLETTER_SIGN_UPS_PER_NETWORK and (
        Tally.so_far(EVERYWHERE) < settings.NEWSLETTER_SIGN_UPS_PER_HOUR
    )


def signed_up() -> None:
    """Count one for the world. All who sign up wait for this row, so it is written last, and let go at once."""
    Tally.count_one(EVERYWHERE, HOUR)


def may_mail(email: str, *, is_reader: bool) -> bool:
    """Take one of the mailbox's mails of the day; False when none is left. Two at once never take the same."""
    most = MAILS_PER_READER if is_reader else MAILS_PER_STRANGER
    return Tally.count_one(f"mail {fingerprint(mailbox(email), 'mailbox')}", DAY) <= most
