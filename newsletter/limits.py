"""How much one network, one mailbox and the whole world may ask for. Counted in the cache the processes share."""

from django.core.cache import cache

from newsletter.addresses import fingerprint, mailbox
from newsroom.whence import network_of

HOUR, DAY = 3600, 86_400  # seconds
SIGN_UPS_PER_NETWORK = 60  # an hour; an office or a mobile network shares one address
SIGN_UPS_PER_HOUR = 3_000  # from everywhere; above that it is not a good story but an attack
QUICKEST = 2_000  # milliseconds from the page's script to the press; who needs less is a program
MAILS_PER_READER = 2  # a day, to a mailbox whose owner once confirmed, whoever asked for them
MAILS_PER_STRANGER = 1


def may_sign_up(address: str) -> bool:
    """Count one sign-up from this client address; False when its network, or the world, had enough this hour."""
    ours = _counted(f"newsletter:network:{fingerprint(network_of(address), 'network')}") <= SIGN_UPS_PER_NETWORK
    return ours and _counted("newsletter:everywhere") <= SIGN_UPS_PER_HOUR


def may_mail(email: str, *, is_reader: bool) -> bool:
    """Take one of the mailbox's mails of the day; False when none is left. Two at once never take the same."""
    key = fingerprint(mailbox(email), "mailbox")
    most = MAILS_PER_READER if is_reader else MAILS_PER_STRANGER
    return any(cache.add(f"newsletter:mail:{key}:{number}", 1, DAY) for number in range(most))


def _counted(key: str) -> int:
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:  # it expired between the two
        cache.add(key, 1, HOUR)
        return 1
