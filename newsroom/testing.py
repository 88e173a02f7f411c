"""`manage.py test`: every check there is, on SQLite and on a PostgreSQL of its own. Standard library only."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

from newsroom.bootstrap import BASE_DIR, last_line, stop

# What the system must have: name in sentences, how to see that it is there, Debian's package.
# The first is the same engine without the window of a desktop around it, and opens pages in less time.
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
REDIS = ("redis-server", "valkey-server")


# What databases may answer differently; the rest is asked once.
DIFFERS = "database and not browser and not any_database"


class Outcome(NamedTuple):
    """One line of the summary. `passed` and `failed` count tests, or the check itself."""

    name: str
    passed: int
    failed: int
    skipped: int
    seconds: float


def main(arguments: list[str]) -> int:
    """Run everything, or pytest alone when there are arguments for it. Returns the exit code."""
    os.chdir(BASE_DIR)
    os.environ.pop("DJANGO_SETTINGS_MODULE", None)
    os.environ.pop("DATABASE_URL", None)
    if arguments:
        return subprocess.run([sys.executable, "-m", "pytest", *arguments], check=False).returncode
    need_tools()
    with ThreadPoolExecutor() as beside, postgresql() as address:  # while tests wait for browsers and servers
        other = {"DATABASE_URL": address}
        static = beside.submit(lambda: list(static_checks()))
        migrated = beside.submit(migrate, other)
        outcomes = [tests("tests on SQLite", {})]
        migrated.result()
        outcomes.append(tests("tests on PostgreSQL", other, "-m", DIFFERS))
    return summary([*static.result(), *outcomes])


def static_checks() -> Iterator[Outcome]:
    """The checks that need no database. They are told of in the summary, and at once where they fail."""
    tool = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as directory:
        production = {
            "SECRET_KEY": "abcdefghijklmnopqrstuvwxyz0123456789" * 2,
            "SITE_URL": "https://example.org",
            "DATA_DIR": directory,
            "DEMO": "0",
        }
        manage = [sys.executable, "manage.py"]
        yield check("ruff", [tool / "ruff", "check", "."])
        yield check("format", [tool / "ruff", "format", "--check", "."])
        yield check("types", [tool / "mypy", "."])
        yield check("migrations", [*manage, "makemigrations", "--check", "--dry-run"], production)
        yield check("deployment", [*manage, "check", "--deploy", "--fail-level", "WARNING"], production)


def check(name: str, command: list[str | Path], environment: Mapping[str, str] | None = None) -> Outcome:
    """Run one tool; its output is shown only when it has something to say against us."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        env=os.environ | (environment or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    seconds = time.monotonic() - start
    if done.returncode:
        print(f"\n{name} failed\n{done.stdout}", flush=True)
    return Outcome(name, int(not done.returncode), int(bool(done.returncode)), 0, seconds)


def migrate(environment: Mapping[str, str]) -> None:
    """Have the migrations run in that database by whatever test asks for one: others of the pass find a copy to take.

    What goes wrong is not told here. The pass meets it again.
    """
    command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "newsroom/tests/test_migrated.py"]
    subprocess.run(command, env=os.environ | environment, capture_output=True, check=False)


def tests(name: str, environment: Mapping[str, str], *arguments: str) -> Outcome:
    """One pass of pytest over everything, two processes at a time."""
    print(f"\n{name}", flush=True)
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as directory:
        report = Path(directory) / "report.xml"
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-n",
            "2",
            "--dist",
            "loadgroup",
            f"--junitxml={report}",
            *arguments,
        ]
        code = subprocess.run(command, env=os.environ | environment, check=False).returncode
        counts = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
        with contextlib.suppress(OSError, ElementTree.ParseError):
            for suite in ElementTree.parse(report).getroot().iter("testsuite"):
                counts = {key: counts[key] + int(suite.get(key, 0)) for key in counts}
    failed = counts["failures"] + counts["errors"] or int(code != 0)
    passed = max(0, counts["tests"] - counts["failures"] - counts["errors"] - counts["skipped"])
    return Outcome(name, passed, failed, counts["skipped"], time.monotonic() - start)


def summary(outcomes: list[Outcome]) -> int:
    """Print what came out; the last line is the whole in one. Returns the exit code."""
    print(f"\n{'check':<22} {'passed':>7} {'failed':>7} {'skipped':>8} {'seconds':>8}")
    for one in outcomes:
        print(f"{one.name:<22} {one.passed:>7} {one.failed:>7} {one.skipped:>8} {one.seconds:>8.1f}")
    failed = sum(one.failed for one in outcomes)
    print(f"{sum(one.passed for one in outcomes)} passed, {failed} failed")
    return 1 if failed else 0


# -- What the system must have -----------------------------------------------------------------------


def need_tools() -> None:
    """Have Chromium, usual fonts, PostgreSQL, Redis or Valkey, nginx, Varnish, and Java (for the HTML checker)."""
    if not found(CHROMIUM[:1]) and may_install():
        install([CHROMIUM[0]])  # not every system has it; then any other does
    need(
        "The tests need",
        {
            "chromium": found(CHROMIUM),
            "fonts-liberation": has_usual_fonts(),
            "postgresql": postgresql_directory(),
            "redis-server": found(REDIS),
            **front_servers(),
            "default-jre-headless": shutil.which("java"),
        },
    )


def has_usual_fonts() -> bool:
    """Whether there is a Times, or one of its measures, as on readers' devices: pages are first set in it. Where the
    program that lists fonts is missing, the system is none of those that lack it."""
    program = shutil.which("fc-list")
    if program is None:
        return True
    known = subprocess.run([program, ":", "family"], capture_output=True, text=True, check=False).stdout
    return "Liberation Serif" in known or "Times New Roman" in known


def front_servers() -> dict[str, object]:
    """Packages of what stands in front of the application, and where they are."""
    return {
        "nginx": found_server("nginx"),
        "varnish": found_server("varnishd"),
        "varnish-modules": next(Path("/usr/lib").glob("*/varnish/vmods/libvmod_xkey.so"), None),
    }


def need(said: str, packages: Mapping[str, object]) -> None:
    """Have these of Debian's packages; each comes with where it is, or None.

    What is missing is installed where we may, else the run stops and says what to install.
    """
    missing = [package for package, there in packages.items() if not there]
    if not missing:
        return
    if not may_install():
        stop(f"{said} {', '.join(missing)}; on Debian: sudo {INSTALL} {' '.join(missing)}")
    if failed := install(missing):
        stop(f"{failed} {said} {', '.join(missing)}.")


INSTALL = "apt-get install -y --no-install-recommends"


def install(packages: list[str]) -> str:
    """Install them; returns a sentence about what failed, if something did."""
    print(f"Installing {', '.join(packages)} …", flush=True)
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "sh", "-c"]
    for command in ("apt-get update", f"{INSTALL} {' '.join(packages)}"):
        done = subprocess.run([*quiet, f"{NO_SERVICES}\n{command}"], capture_output=True, text=True, check=False)
        if done.returncode:
            return f"`{command}` failed ({last_line(done.stderr)})."
    return ""


def may_install() -> bool:
    return bool(shutil.which("apt-get")) and (os.geteuid() == 0 or may_become_root())


# Debian starts a server as it installs it, unless this file says no. Ours run on ports of their own, while a test does.
NO_SERVICES = r"""
policy=/usr/sbin/policy-rc.d
if [ ! -e $policy ]; then
    trap "rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' > $policy
    chmod 755 $policy
fi"""


def found_server(name: str) -> str | None:
    """Where a server's program is. Debian has them where only the administrator's path leads."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


def found(names: tuple[str, ...]) -> str | None:
    return next((path for name in names if (path := shutil.which(name))), None)


def may_become_root() -> bool:
    return bool(shutil.which("sudo")) and not subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode


def postgresql_directory() -> Path | None:
    """Where initdb and postgres are: on the path, or where Debian and Homebrew put them; the newest."""
    if path := shutil.which("initdb"):
        return Path(path).parent
    places = [*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/opt/homebrew/opt").glob("postgresql@*/bin")]
    there = [place for place in places if (place / "initdb").exists() and (place / "postgres").exists()]
    return max(there, key=lambda place: float("".join(c for c in place.parent.name if c.isdigit()) or 0), default=None)


@contextlib.contextmanager
def postgresql(*, carefully: bool = False) -> Iterator[str]:
    """Run a PostgreSQL server that lives as long as the block, and give its address. Nothing of it is kept.

    `carefully` it waits for the disk at each commit, as one does that somebody relies on.
    """
    programs = postgresql_directory()
    assert programs, "need_tools() saw to it"
    user = server_user()
    with tempfile.TemporaryDirectory(prefix="newsroom-postgresql-", ignore_cleanup_errors=True) as directory:
        if user:
            shutil.chown(directory, user)
        data, port = Path(directory) / "data", free_port()
        subprocess.run(
            [programs / "initdb", "-D", data, "-U", "newsroom", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            user=user, cwd=directory, stdout=subprocess.DEVNULL, check=True,
        )  # fmt: skip
        safety = ("fsync", "synchronous_commit", "full_page_writes")
        careless = [] if carefully else [f"-c{name}=off" for name in safety]
        with (Path(directory) / "log").open("w") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", directory, *careless],
                user=user, cwd=directory, stdout=log, stderr=log,
            )  # fmt: skip
        try:
            wait_for(server, port, Path(directory) / "log")
            yield f"postgres://newsroom@127.0.0.1:{port}/postgres"
        finally:
            server.terminate()  # refuses newcomers and waits for those who are there
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def server_user() -> str | None:
    """PostgreSQL refuses to run as root: the account to use then. None: our own."""
    if os.geteuid() != 0:
        return None
    import pwd

    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(server: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Return when the server takes connections; stop the run when it does not within half a minute."""
    until = time.monotonic() + 30
    while time.monotonic() < until and server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    stop(f"PostgreSQL did not start: {last_line(log.read_text())}")
