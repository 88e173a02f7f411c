"""From a machine with nothing but Python to a running command. Standard library only.

Where Django can be imported already (a container, one's own environment) nothing is installed. Otherwise `.venv` is
made beside manage.py, the locked and hashed requirements go into it, and the command runs again there. A stamp of the
requirements makes the second run skip all that; a stamp that is missing or old makes it good again.
"""

from __future__ import annotations  # an older Python must get as far as the sentence that it is too old

import contextlib
import hashlib
import importlib.metadata
import importlib.util
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

BASE_DIR = Path(__file__).resolve().parent.parent
VENV = BASE_DIR / ".venv"
VENV_PYTHON = VENV / "bin" / "python"


def main(arguments: list[str]) -> None:
    """Run one command of manage.py, in an environment that has what it needs."""
    command = arguments[1] if len(arguments) > 1 else "help"
    if sys.version_info < (3, 11):  # noqa: UP036 - the one place that must run on an older one
        stop(f"Newsroom needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    try:
        prepare("requirements-dev.txt" if command == "test" else "requirements.txt", arguments)
        run(command, arguments)
    except KeyboardInterrupt:
        sys.exit(130)


def run(command: str, arguments: list[str]) -> None:
    if command == "test":
        from newsroom import testing

        sys.exit(testing.main(arguments[2:]))
    if command == "up" and not {"SECRET_KEY", "SECRET_KEY_FILE"} & set(os.environ):
        os.environ.setdefault("DEMO", "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        execute_from_command_line(arguments)
    except ImproperlyConfigured as error:
        stop(str(error))


def stop(sentence: str) -> NoReturn:
    print(sentence, file=sys.stderr)
    sys.exit(1)


def prepare(requirements: str, arguments: list[str]) -> None:
    """Return when this interpreter has the packages; otherwise go on in the one of `.venv`, which then has them."""
    inside = Path(sys.prefix).resolve() == VENV.resolve()
    if has_django() and not (inside and stamp(requirements).exists() and not fresh(requirements)):
        if requirements == "requirements.txt" or importable("pytest"):
            return
        if not inside:
            stop(f"The tests need more packages: {sys.executable} -m pip install -r {requirements}")
    if not fresh(requirements) or inside:
        with one_at_a_time():
            if not fresh(requirements) or not usable():
                install(requirements)
    os.execv(VENV_PYTHON, [str(VENV_PYTHON), *arguments])


def has_django() -> bool:
    """Whether this interpreter has a Django we can run on; a system's own is often too old."""
    try:
        version = importlib.metadata.version("django")
    except importlib.metadata.PackageNotFoundError:
        return False
    return tuple(int(part) for part in version.split(".")[:2] if part.isdigit()) >= (5, 2)


def importable(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def stamp(requirements: str) -> Path:
    """The file in `.venv` that says which state of these requirements is installed there."""
    return VENV / f"installed-{requirements}"


def digest(requirements: str) -> str:
    return hashlib.sha256((BASE_DIR / requirements).read_bytes()).hexdigest()


def fresh(requirements: str) -> bool:
    """Whether `.venv` was made to the end with these very requirements."""
    try:
        return VENV_PYTHON.exists() and stamp(requirements).read_text() == digest(requirements)
    except OSError:
        return False


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold the project directory against a second bootstrap; the lock goes with the process, however it ends."""
    import fcntl

    descriptor = os.open(BASE_DIR, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another run is installing packages; waiting for it …", flush=True)
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def usable() -> bool:
    """Whether `.venv` is whole enough to install into; one that was interrupted, or whose Python has gone, is not."""
    try:
        return subprocess.run([VENV_PYTHON, "-m", "pip", "--version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def install(requirements: str) -> None:
    """Make `.venv` if there is none that works, and put the locked packages into it."""
    if not os.access(BASE_DIR, os.W_OK):
        stop(f"{BASE_DIR} cannot be written to; Newsroom keeps its packages there, in .venv.")
    for old in VENV.glob("installed-*"):
        old.unlink()
    if not usable():
        if not importable("venv") or not importable("ensurepip"):
            stop("This Python cannot make virtual environments; on Debian and Ubuntu: apt install python3-venv")
        print("Making a virtual environment in .venv …", flush=True)
        base = getattr(sys, "_base_executable", None) or sys.executable
        made = subprocess.run([base, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False)
        if made.returncode:
            stop(f"The virtual environment could not be made: {last_line(made.stdout + made.stderr)}")
    print(f"Installing the packages of {requirements} …", flush=True)
    pip = [str(VENV_PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    done = subprocess.run(
        [*pip, "--require-hashes", "-r", BASE_DIR / requirements], stderr=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        stop(f"{done.stderr.strip()}\npip could not install {requirements}: is there a way to the package index?")
    stamp(requirements).write_text(digest(requirements))
    if requirements == "requirements-dev.txt":  # it holds the others, in the same versions
        stamp("requirements.txt").write_text(digest("requirements.txt"))


def last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no reason given"])[-1]
