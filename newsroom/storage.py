"""Where files are kept. An original has no public address: readers get renditions only."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

UNFINISHED = "unfinished"  # where files are written before they get their name


def put(root: Path, path: str, content: bytes) -> None:
    """Put a file in place below `root`, whole, or raise OSError and leave nothing."""
    target, unfinished = root / path, root / UNFINISHED
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=unfinished, delete=False) as file:
        half = Path(file.name)
        try:
            file.write(content)
            file.flush()
            half.chmod(0o644)  # a web server in front may read it as another user
            half.replace(target)
        except BaseException:
            half.unlink(missing_ok=True)
            raise


class Originals(FileSystemStorage):
    """Files under MEDIA_ROOT without an address. A save that fails midway leaves no half file behind."""

    def url(self, name: str | None) -> str:
        raise ValueError("An original has no public address; use a rendition.")

    def _save(self, name: str, content: File[Any]) -> str:
        try:
            return super()._save(name, content)  # type: ignore[misc]  # in Django, not in its stubs
        except OSError:
            with contextlib.suppress(OSError):
                self.delete(name)
            raise
