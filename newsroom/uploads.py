"""Uploads on their way in. A disk without room for them is told as a sentence by whoever reads the file."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class Unstored(UploadedFile):
    """A file that arrived and could not be kept: reading it raises the OSError that storing it met."""

    def __init__(self, name: str | None, content_type: str | None, size: int, error: OSError) -> None:
        super().__init__(None, name, content_type, size)
        self._error = error

    def chunks(self, chunk_size: int | None = None) -> Iterator[bytes]:
        raise self._error


class ToDisk(TemporaryFileUploadHandler):
    """Django's handler for large files; it answers 500 and leaves half a file when the disk is full."""

    _error: OSError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        self._error = None
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._error = error

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self._error is None:
            try:
                super().receive_data_chunk(raw_data, start)
            except OSError as error:
                self._give_up(error)
        return None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        if self._error is None:
            try:
                self.file.flush()
                return super().file_complete(file_size)
            except OSError as error:
                self._give_up(error)
        assert self._error is not None
        return Unstored(self.file_name, self.content_type, file_size, self._error)

    def _give_up(self, error: OSError) -> None:
        self._error = error
        with contextlib.suppress(OSError):  # closing writes what is left, and removes the file
            self.file.close()
