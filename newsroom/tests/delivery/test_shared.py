"""Several machines with one Redis or Valkey that may lose what it knew, or be gone."""

import subprocess
import time
from collections.abc import Callable

import pytest
from django.conf import settings as site

from newsroom.delivery import shared
from newsroom.delivery.generations import Unreachable
from newsroom.tests.delivery.conftest import Pages
from newsroom.tests.readers import Reader


def test_a_record_that_was_lost_makes_everything_old(machine: Callable[..., Reader], pages: Pages) -> None:
    reader = machine()
    reader.get("/film/")
    shared.server(site.CACHES["default"]["LOCATION"]).client.flushall()
    pages.words = "Corrected. " * 100

    assert "Corrected." in reader.get("/film/").text


def test_readers_are_served_fresh_pages_while_redis_is_gone(
    machine: Callable[..., Reader], pages: Pages, redis: subprocess.Popen[bytes]
) -> None:
    reader = machine()
    reader.get("/film/")
    redis.kill()
    redis.wait()
    pages.words = "Corrected. " * 100

    start = time.monotonic()
    assert all("Corrected." in reader.get("/film/").text for _ in range(20))
    assert time.monotonic() - start < 2
    with pytest.raises(Unreachable):
        reader.cache.generations.rise([1])
