"""After a takedown: every address the story ever had is fetched, as a reader would, until all are found gone."""

import http.client
import logging
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone

from articles import renditions
from articles.models import ImageAsset
from articles.models.removal import GONE, Removal

log = logging.getLogger(__name__)
TIMEOUT = 10.0  # seconds for one address
# Before the addresses that were not gone are asked again; after the last the report stays as it is.
PAUSES = [timedelta(seconds=one) for one in (2, 5, 15, 60, 300, 900)]


def ask_due() -> int:
    """For the worker: fetch what is to be fetched. Returns how many takedowns were asked about."""
    done = 0
    for removal in Removal.objects.to_ask():
        ask(removal)
        done += 1
    return done


def ask(removal: Removal) -> None:
    """Fetch every address that was not found gone yet, and write down what it answered.

    Files that a killed process left, or that were being made in that moment, are removed before; not those that have
    come back since, of a picture that was uploaded anew or has its former credit again.
    """
    keys = {one["address"].split("/")[-2] for one in removal.answers if one["what"] == "picture"}
    back = ImageAsset.objects.filter(key__in=keys, withheld=False).values_list("key", flat=True)
    renditions.remove(keys.difference(back))
    answers = [
        one if one["status"] in GONE else {**one, "status": status_of(one["address"])} for one in removal.answers
    ]
    left = [one for one in answers if one["status"] not in GONE]
    again = left and removal.attempts < len(PAUSES)
    rows = Removal.objects.filter(pk=removal.pk, let_back_at=None)
    rows.update(
        answers=answers,
        asked_at=timezone.now(),
        attempts=removal.attempts + 1,
        ask_at=timezone.now() + PAUSES[removal.attempts] if again else None,
    )
    if not left:
        log.info("Story %s was taken down: %d addresses were asked, all are gone.", removal.article_id, len(answers))
    elif not again:
        log.error("Story %s was taken down, but %d addresses still answer.", removal.article_id, len(left))


def status_of(address: str) -> int:
    """What the site answers to a reader at that address; redirects count as what they are. 0: nothing answered."""
    site = urlsplit(settings.SITE_URL)
    kind = http.client.HTTPSConnection if site.scheme == "https" else http.client.HTTPConnection
    line = kind(site.netloc, timeout=TIMEOUT)
    try:
        line.request("GET", address, headers={"User-Agent": "Newsroom (takedown report)", "Cache-Control": "no-cache"})
        return line.getresponse().status
    except (OSError, http.client.HTTPException):
        return 0
    finally:
        line.close()
