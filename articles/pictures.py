"""Taking pictures into the library. A file is believed for what decoding it shows, never for its name or its type."""

import hashlib
import logging
import re
import struct
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import PurePath
from typing import BinaryIO, cast
from xml.etree import ElementTree

from django.conf import settings
from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from PIL import Image, IptcImagePlugin
from PIL.JpegImagePlugin import JpegImageFile

from articles import renditions
from articles.errors import NotAPicture
from articles.models import Article, AuditEntry, ImageAsset
from articles.models.article import Person
from newsroom.html import tidy

logger = logging.getLogger(__name__)

MOST_MEMORY = 295_000_000  # bytes that decoding one picture may take
MOST_SCANS = 1_600_000_000  # pixels times passes over a progressive JPEG: some seconds of work
SMALL = 600  # pixels; a narrower picture looks poor in a story
SWEEP_SECONDS = 1.0  # after which the sweep looks anew at what is needed first
SOON = timedelta(minutes=30)  # before a story goes out, its pictures come before all others
TEXT_FIELDS = ("title", "photographer", "credit", "supplier", "copyright_notice", "source_caption", "alt_text")


@dataclass(frozen=True, slots=True)
class Found:
    """What decoding showed. `format` is one of renditions.FORMATS, the size upright and in pixels."""

    format: str
    width: int
    height: int
    words: dict[str, str]


def accept(
    upload: UploadedFile,
    *,
    by: Person | None,
    focal_x: float = 0.5,
    focal_y: float = 0.5,
    **words: str,
) -> ImageAsset:
    """Take an upload into the library and return it; the same bytes again return the picture that is there already.

    `words` are any of TEXT_FIELDS; one that is left empty is filled from what the file says about itself. Raises
    NotAPicture, with a sentence for the editor, for anything we do not take, and leaves neither file nor record.
    """
    if unknown := words.keys() - set(TEXT_FIELDS):
        raise TypeError(f"accept() takes no {', '.join(sorted(unknown))}")
    name = tidy(PurePath((upload.name or "").replace("\\", "/")).name)[:200]
    if not upload.size:
        raise NotAPicture("This file is empty. Export the picture again and upload it.")
    if upload.size > settings.UPLOAD_MAX_BYTES:
        raise NotAPicture(
            f"This file has {megabytes(upload.size)}; at most {megabytes(settings.UPLOAD_MAX_BYTES)} are taken. "
            "Save it as JPEG, or smaller."
        )
    try:
        sha256 = _digest(upload)
        if known := ImageAsset.objects.filter(sha256=sha256).first():
            _mend(known, upload)
            return known
        found = look_at(cast(BinaryIO, upload))
        asset = ImageAsset(
            sha256=sha256,
            original_name=name,
            format=found.format,
            width=found.width,
            height=found.height,
            focal_x=focal_x,
            focal_y=focal_y,
            uploaded_by_id=by.pk if by is not None else None,
        )
        for field in TEXT_FIELDS:
            setattr(asset, field, _fitting(field, tidy(words.get(field, ""))) or found.words.get(field, ""))
        asset.title = asset.title or _title_from(name)
        _store(asset, upload, by)
    except IntegrityError:  # somebody uploaded the same picture at the same moment
        return ImageAsset.objects.get(sha256=sha256)
    except OSError as error:
        logger.error("Upload of “%s” could not be stored: %s", name, error)
        raise NotAPicture(
            "The picture could not be stored: the server's disk is full or cannot be written. "
            "Nothing was kept; please tell the administrator."
        ) from error
    return asset


def make_missing() -> int:
    """Make the renditions that are missing, oldest picture first, for about a second; returns how many are ready now.

    Those of stories that go out soon come before all others. New pictures come before those that only lack what a newer
    version asks for, and of these the newest first: they are on the front pages. Two workers at once are safe: files
    appear whole, and doing the same twice changes nothing.
    """
    done, until = 0, time.monotonic() + SWEEP_SECONDS
    unready = ImageAsset.objects.unready().order_by("uploaded_at", "pk")
    oldest = list(unready[:20])
    soon = Article.objects.filter(publish_at__lte=timezone.now() + SOON)
    urgent = list(unready.used_in(soon)[:20]) if oldest else []
    for asset in [*urgent, *(one for one in oldest if one not in urgent)]:
        done += asset.make_renditions()
        if time.monotonic() > until:
            return done
    for asset in ImageAsset.objects.behind().order_by("-uploaded_at", "-pk")[:20]:
        done += asset.catch_up()
        if time.monotonic() > until:
            break
    return done


def remark_on(asset: ImageAsset) -> str:
    """What an editor should know before using this picture; empty when there is nothing."""
    if asset.withheld:
        return "Its story was taken down: readers get no file of it, and no story can be published with it."
    if asset.failure:
        return "This picture could not be prepared for readers. Upload it again, saved as JPEG."
    if asset.width < SMALL:
        return f"Only {asset.width} pixels wide: it will look small or soft in a story."
    return ""


def megabytes(size: int) -> str:
    """A file's size as people say it."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} kB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".0 ", " ")


def _digest(upload: File) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def _store(asset: ImageAsset, upload: File, by: Person | None) -> None:
    """Write record, entry in the log and file, or none.

    The record comes first: its unique sha256 makes this process the only one that writes to the file's path. What
    lies there already was left by a process that was killed before its record was committed.
    """
    storage = asset.file.storage
    path = asset.file.field.generate_filename(asset, asset.original_name)
    with transaction.atomic():
        asset.file.name = path
        asset.save(force_insert=True)
        if by is not None:
            AuditEntry.write(
                AuditEntry.Action.MAKE, by, about="picture", about_id=asset.pk, headline=asset.title, detail="uploaded"
            )
        storage.delete(path)
        upload.seek(0)
        try:
            if storage.save(path, upload) != path:
                raise OSError(f"{path} could not be replaced.")
        except BaseException:
            asset.pk = None
            raise


def _mend(asset: ImageAsset, upload: File) -> None:
    """The same picture came again: put back a file that was lost, and try again what failed before."""
    path = str(asset.file.name)
    if not asset.file.storage.exists(path):
        asset.file.storage.save(path, upload)
    if asset.failure:
        asset.failure = ""
        asset.save(update_fields=["failure"])


def _title_from(name: str) -> str:
    return tidy(re.sub(r"[_\s]+", " ", PurePath(name).stem))[:200] or "Untitled picture"


# -- what is in the file ---------------------------------------------------------------------------------------------


def look_at(file: BinaryIO) -> Found:
    """Decode the picture once and say what it is. Raises NotAPicture for everything that is not one of ours.

    Its size is judged by its header, before a pixel is decoded.
    """
    file.seek(0)
    try:
        image = renditions.opened(file)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_many_pixels(None) from None
    except Exception as error:  # whatever a decoder raises for hostile bytes means the same to an editor
        raise NotAPicture("This is not a picture in a format we take: JPEG, PNG, WebP, GIF or AVIF.") from error
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    width, height = image.size
    if width * height > settings.UPLOAD_MAX_PIXELS:
        raise _too_many_pixels((width, height))
    try:
        if renditions.memory_needed(image) > MOST_MEMORY:
            raise NotAPicture(
                f"This {kind} file of {width} × {height} pixels is too large to be prepared. "
                "Make it smaller, or save it as an ordinary JPEG."
            )
        if kind == "JPEG" and image.info.get("progressive") and _scans(file) * width * height > MOST_SCANS:
            raise NotAPicture("This JPEG is built of too many passes. Open it and save it again as an ordinary JPEG.")
        if kind == "PNG":
            _verify(file)
        words = _words_in(image)
        image.draft(image.mode, (1, 1))
        turned = renditions.orientation(image) >= 5
        image.load()
    except NotAPicture:
        raise
    except Exception as error:
        raise NotAPicture(
            "This picture is damaged or incomplete. Export it again, or fetch it again from where it came."
        ) from error
    finally:
        file.seek(0)
    return Found(kind, *((height, width) if turned else (width, height)), words)


def _too_many_pixels(size: tuple[int, int] | None) -> NotAPicture:
    said = f"This picture has {size[0]} × {size[1]} pixels" if size else "This picture has far too many pixels"
    return NotAPicture(
        f"{said}; at most {settings.UPLOAD_MAX_PIXELS / 1_000_000:.0f} million are taken. Make it smaller."
    )


def _verify(file: BinaryIO) -> None:
    """Check a PNG's sums: decoding alone skips them."""
    position = file.tell()
    file.seek(0)
    renditions.opened(file).verify()
    file.seek(position)


def _scans(file: BinaryIO) -> int:
    """How many passes a JPEG has; thumbnails inside it count too."""
    position = file.tell()
    file.seek(0)
    count, last = 0, b""
    while chunk := file.read(1 << 20):
        count += (last + chunk).count(b"\xff\xda")
        last = chunk[-1:]
    file.seek(position)
    return count


def _words_in(image: Image.Image) -> dict[str, str]:
    """What the file says about itself, by the library's fields: XMP before IPTC before EXIF, as it is least cut off."""
    found: dict[str, str] = {}
    for field, text in [*_from_xmp(image), *_from_iptc(image), *_from_exif(image)]:
        if value := _fitting(field, tidy(text)):
            found.setdefault(field, value)
    return found


def _fitting(field: str, text: str) -> str:
    """As much of the text as the field holds, with control characters gone."""
    text = "".join(sign for sign in text if sign.isprintable())
    most = getattr(ImageAsset._meta.get_field(field), "max_length", None) or 5000
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
XMP_FIELDS = {
    f"{PHOTOSHOP}Headline": "title",
    f"{DC}title": "title",
    f"{DC}creator": "photographer",
    f"{PHOTOSHOP}Credit": "credit",
    f"{PHOTOSHOP}Source": "supplier",
    f"{DC}rights": "copyright_notice",
    f"{DC}description": "source_caption",
}


def _from_xmp(image: Image.Image) -> Iterator[tuple[str, str]]:
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    text = packet if isinstance(packet, str) else packet.decode("utf-8", "replace")
    start, end = text.find("<"), text.rfind(">")
    if start < 0 or len(text) > 1_000_000 or "<!" in text:  # a document type could make entities grow without end
        return
    try:
        root = ElementTree.fromstring(text[start : end + 1])
    except ElementTree.ParseError:
        return
    for description in root.iter(f"{RDF}Description"):
        for name, field in XMP_FIELDS.items():
            if value := description.get(name):
                yield field, value
            for element in description.iterfind(name):
                items = [item.text or "" for item in element.iter(f"{RDF}li")]
                if field == "photographer":
                    yield field, ", ".join(filter(None, items)) or element.text or ""
                else:
                    yield field, items[0] if items else element.text or ""


IPTC_FIELDS = {
    (2, 105): "title",
    (2, 5): "title",
    (2, 80): "photographer",
    (2, 110): "credit",
    (2, 115): "supplier",
    (2, 116): "copyright_notice",
    (2, 120): "source_caption",
}


def _from_iptc(image: Image.Image) -> Iterator[tuple[str, str]]:
    if not isinstance(image, JpegImageFile):
        return
    try:
        said = IptcImagePlugin.getiptcinfo(image) or {}
    except (SyntaxError, ValueError, OSError, LookupError, TypeError, struct.error):
        return
    for number, field in IPTC_FIELDS.items():
        value = said.get(number)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, bytes):
                yield field, _text_of(one)


EXIF_FIELDS = {0x013B: "photographer", 0x8298: "copyright_notice", 0x010E: "source_caption"}


def _from_exif(image: Image.Image) -> Iterator[tuple[str, str]]:
    if image.format == "PNG" and "exif" not in image.info:
        return  # Pillow would decode the picture to look behind it
    try:
        exif = image.getexif()
        said = {field: exif.get(tag) for tag, field in EXIF_FIELDS.items()}
    except (SyntaxError, ValueError, OSError, LookupError, TypeError, struct.error):
        return
    for field, value in said.items():
        if isinstance(value, str | bytes):
            yield field, _text_of(value) if isinstance(value, bytes) else _text_of(value.encode("latin-1", "replace"))


def _text_of(value: bytes) -> str:
    """Text from a field that does not say its encoding: UTF-8 when it can be, else Windows' Latin letters."""
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value.decode("cp1252", "replace")
