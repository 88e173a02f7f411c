"""Runs the web server and the worker side by side: starts again what dies, and ends both cleanly."""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from types import FrameType
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from django.conf import settings
from django.core.management.base import CommandError

GRACE = 30.0  # seconds a process gets to finish what it does
LONGEST_PAUSE = 30.0  # seconds before a process that keeps dying is started once more
STEADY = 60.0  # seconds after which a process counts as having run well
PR_SET_PDEATHSIG = 1  # of Linux' prctl: the signal to get when the parent dies


class Process:
    """A child that is started again whenever it ends, after a pause that doubles while it keeps dying early."""

    def __init__(self, name: str, command: list[str]) -> None:
        self.name = name
        self.command = command
        self.child: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._next_start = 0.0
        self._pause = 0.0

    def start(self) -> None:
        """Start it in a session of its own: a terminal's Ctrl-C is for us to pass on."""
        self.child = subprocess.Popen(self.command, start_new_session=True, preexec_fn=end_with_parent)
        self._started = time.monotonic()

    def look_after(self) -> None:
        """Start it when it has ended and its pause is over."""
        now = time.monotonic()
        if self.child is not None:
            code = self.child.poll()
            if code is None:
                return
            self.signal(signal.SIGKILL)  # what it leaves behind would hold the port
            self._pause = 0.0 if now - self._started > STEADY else min(max(1.0, self._pause * 2), LONGEST_PAUSE)
            self._next_start = now + self._pause
            self.child = None
            print(f"The {self.name} ended (code {code}); starting it again in {self._pause:.0f} s.", flush=True)
        if now >= self._next_start:
            self.start()

    def signal(self, number: signal.Signals) -> None:
        """Signal it and all its own children."""
        if self.child is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.child.pid, number)

    def end(self, by: float) -> None:
        """Wait for it to end, at most until that moment of the monotonic clock."""
        if self.child is None:
            return
        try:
            self.child.wait(max(0.1, by - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"The {self.name} did not end by itself in {GRACE:.0f} s.", flush=True)
        self.signal(signal.SIGKILL)
        self.child.wait()


def end_with_parent() -> None:
    """In a new child: ask the kernel, where it is Linux, for SIGTERM when the parent is killed."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def web_server() -> Process:
    return Process("web server", [sys.executable, "-m", "newsroom.web", str(int(GRACE) - 5)])


def workers() -> list[Process]:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"]
    return [Process("worker", command) for _ in range(max(1, settings.WORKER_PROCESSES))]


def check_port() -> None:
    """Raise CommandError, in a sentence, when nothing can listen at the address and port of the settings."""
    family = socket.AF_INET6 if ":" in settings.LISTEN_ADDRESS else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.LISTEN_ADDRESS, settings.PORT))
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise CommandError(
                f"Port {settings.PORT} cannot be used ({reason}); choose another one: "
                f"PORT={settings.PORT + 1 if settings.PORT < 65000 else 8001} python3 manage.py up"
            ) from None


def serve(processes: list[Process], announce: Callable[[], None]) -> None:
    """Run until SIGINT or SIGTERM; `announce` is called once, when the site answers."""
    ending = False

    def end(number: int, frame: FrameType | None) -> None:
        nonlocal ending
        ending = True

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    announced = False
    try:
        while not ending:
            for process in processes:
                process.look_after()
            if not announced and answers():
                announced = True
                announce()
            time.sleep(0.1)
    finally:
        print("Ending …", flush=True)
        by = time.monotonic() + GRACE
        for process in processes:
            process.signal(signal.SIGTERM)
        for process in processes:
            process.end(by)


def answers() -> bool:
    """Whether the web server answers, with whatever status."""
    host = settings.LISTEN_ADDRESS if settings.LISTEN_ADDRESS not in {"0.0.0.0", "::"} else "localhost"
    host = f"[{host}]" if ":" in host else host
    try:
        urlopen(f"http://{host}:{settings.PORT}/healthz", timeout=1).close()
    except HTTPError:
        return True
    except (URLError, OSError):
        return False
    return True
