"""Tasks for the worker's tests, in a module that another process can import."""

import time
from pathlib import Path

from django_tasks import task


@task()
def note(directory: str) -> None:
    """Say that it began, and that it ended once the file `go` is there."""
    place = Path(directory)
    with (place / "begun").open("a") as file:
        file.write("x")
    while not (place / "go").exists():
        time.sleep(0.02)
    (place / "ended").touch()


@task()
def fail() -> None:
    raise ValueError("The mail server said no.")


@task()
def count(directory: str) -> None:
    with (Path(directory) / "count").open("a") as file:
        file.write("x")
