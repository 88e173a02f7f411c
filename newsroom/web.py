"""The web server: granian, more patient with workers that are killed.

Granian itself gives up, with every worker, when the same one dies twice within five seconds. Memory that runs out, or
an administrator with `kill -9`, would take the site from readers although the other workers serve them.
"""

import gc
import os
import sys
from collections import defaultdict, deque
from importlib import import_module
from typing import Any

from django.conf import settings
from django.urls import get_resolver
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels
from granian.server import Server
from granian.server.common import AbstractServer

from newsroom.delivery import files, local

LARGEST = 400  # MiB beside the pages it keeps; a worker that has grown beyond it is replaced
THREADS = 12  # in each worker; most only wait, for the disk or for a page that another renders
GARBAGE = 50_000  # objects more than there were, before the collector looks for cycles
DEATHS = 4  # of one worker within five seconds: the code itself must be broken, and the supervisor takes over


class Respawns(dict[int, float]):
    """When workers were started again, for granian's question whether one dies too often: the DEATHS-th last time."""

    def __init__(self) -> None:
        super().__init__()
        self._times: defaultdict[int, deque[float]] = defaultdict(lambda: deque(maxlen=DEATHS))

    def __setitem__(self, worker: int, moment: float) -> None:
        self._times[worker].append(moment)

    def get(self, worker: int, default: Any = 0) -> Any:
        times = self._times[worker]
        return times[0] if len(times) == DEATHS else default

    def clear(self) -> None:
        """Granian forgets after each death; a loop is seen only by who remembers."""


def server(kill_timeout: int) -> AbstractServer[Any]:
    """The server of the settings, not yet started. `kill_timeout`: seconds a worker gets to finish what it does."""
    made: AbstractServer[Any] = Server(
        "newsroom.wsgi:application",
        address=settings.LISTEN_ADDRESS,
        port=settings.PORT,
        interface=Interfaces.WSGI,
        http=HTTPModes.http1,
        websockets=False,
        workers=max(1, settings.WEB_PROCESSES),
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=kill_timeout,
        workers_max_rss=LARGEST + settings.PAGE_CACHE_BYTES // 2**20,
        log_level=LogLevels.error,
        log_access=False,
    )
    made.respawned_wrks = Respawns()
    return made


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    local.begin_anew()
    files.begin_anew()
    import_module("newsroom.wsgi")  # a worker forked from here is at work at once, and shares what was read
    get_resolver().url_patterns  # noqa: B018 – reads the addresses and all they lead to
    gc.collect()
    gc.freeze()  # what was read stays; looking at it again with every collection is for nothing
    gc.set_threshold(GARBAGE)  # a page makes thousands of objects that go by themselves
    server(int(sys.argv[1])).serve()
