"""Where files are kept. An original has no public address: readers get renditions only."""

import contextlib
import tempfile
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage

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


class StaticFiles(CompressedManifestStaticFilesStorage):
    """Static files with a hash in their names, each beside its gzip; those that readers get beside their Brotli too."""

    def create_compressor(self, **options: Any) -> Compressor:
        return BrotliForReaders(**options)


class BrotliForReaders(Compressor):
    """Leaves what only the desk loads, hundreds of files, with gzip: Brotli takes seconds over them."""

    DESK = {"admin", "ckeditor"}

    def compress(self, path: str) -> list[str]:
        for_readers = not self.DESK & set(Path(path).relative_to(settings.STATIC_ROOT).parts[:1])
        made: list[str] = Compressor(use_brotli=self.use_brotli and for_readers, quiet=True).compress(path)
        return made
