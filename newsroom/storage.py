"""Where uploads are kept. An original has no public address: readers get renditions only."""

import contextlib
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage


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
