"""How much one network, one mailbox and the whole world may ask for. Counted in the database."""

from django.conf import settings

from newsletter.addresses import fingerprint, mailbox
from newsletter.models.quota import Quota
from newsroom.whence import network_of

HOUR, DAY = 3600, 86_400  # seconds
EVERYWHERE = "everywhere"
QUICKEST = 2_000  # milliseconds from the page's script to the press; who needs less is a program
MAILS_PER_READER = 2  # a day, to a mailbox whose owner once confirmed, whoever asked for them
MAILS_PER_STRANGER = 1


def may_sign_up(address: str) -> bool:
    """Count one sign-up from this client address; False when its network, or the world, had enough this hour.

    What is let through is counted by `signed_up`, too.
    """
    ours = Quota.take(f"network {fingerprint(network_of(address), 'network')}", HOUR)
    return ours <= settings.NEWSLETTER_SIGN_UPS_PER_NETWORK and (
        Quota.so_far(EVERYWHERE) < settings.NEWSLETTER_SIGN_UPS_PER_HOUR
    )


def signed_up() -> None:
    """Count one for the world. All who sign up wait for this row, so it is written last, and let go at once."""
    Quota.take(EVERYWHERE, HOUR)


def may_mail(email: str, *, is_reader: bool) -> bool:
    """Take one of the mailbox's mails of the day; False when none is left. Two at once never take the same."""
    most = MAILS_PER_READER if is_reader else MAILS_PER_STRANGER
    return Quota.take(f"mail {fingerprint(mailbox(email), 'mailbox')}", DAY) <= most
