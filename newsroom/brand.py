"""The publication's logo and icon: whatever is uploaded is drawn anew as clean PNG, named by what is in it.

A file that was made stays: a page kept by some cache may still show it.
"""

import hashlib
import logging
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from PIL import Image, ImageCms, ImageOps

from newsroom.storage import put

logger = logging.getLogger(__name__)

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "AVIF")  # no other decoder is tried, whatever the file is called
MOST_BYTES = 4 * 1024 * 1024
MOST_PIXELS = 10_000_000
LOGO = (800, 96)  # pixels at most, on a screen of one pixel to a pixel; the second file has twice as many
ICONS = (32, 180, 192, 512)
PATTERN = r"^media/(?P<path>brand/[0-9a-f]{24}-(?:logo|icon)\.png)\Z"


def logo(upload: UploadedFile) -> dict[str, Any]:
    """Take a logo in; returns its address, width and height, and the address of the file for sharp screens.

    Raises ValidationError, with a sentence for the editor, for anything we do not take.
    """
    image = _cropped(_decoded(upload))
    scale = min(1.0, LOGO[0] / image.width, LOGO[1] / image.height)
    width, height = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    sharp = min(1.0, 2 * scale)
    sharp_size = max(1, round(image.width * sharp)), max(1, round(image.height * sharp))
    return {
        "address": _stored(image.resize((width, height), Image.Resampling.LANCZOS), "logo"),
        "address_2x": _stored(image.resize(sharp_size, Image.Resampling.LANCZOS), "logo"),
        "width": width,
        "height": height,
    }


def icon(upload: UploadedFile) -> dict[str, Any]:
    """Take an icon in; returns its addresses by width in pixels. Raises ValidationError as `logo` does."""
    image = _decoded(upload)
    if image.width != image.height or image.width < ICONS[-1]:
        raise ValidationError(
            f"An icon is a square of at least {ICONS[-1]} × {ICONS[-1]} pixels; this picture has "
            f"{image.width} × {image.height}.",
            code="picture",
        )
    return {str(width): _stored(_icon_of(image, width), "icon") for width in ICONS}


KINDS: dict[str, Callable[[UploadedFile], dict[str, Any]]] = {"logo": logo, "logo_dark": logo, "icon": icon}


def _icon_of(image: Image.Image, width: int) -> Image.Image:
    made = image.resize((width, width), Image.Resampling.LANCZOS)
    if width != 180:
        return made
    # Phones put this one on black where it is transparent.
    return Image.alpha_composite(Image.new("RGBA", made.size, "white"), made)


def _decoded(upload: UploadedFile) -> Image.Image:
    """The first frame, upright, in sRGB with transparency; its bytes and pixels are counted before it is decoded."""
    if not upload.size:
        raise ValidationError("This file is empty.", code="picture")
    if upload.size > MOST_BYTES:
        raise ValidationError(
            f"This file has {upload.size / 1024 / 1024:.1f} MB; at most {MOST_BYTES // 1024 // 1024} are taken.",
            code="picture",
        )
    try:
        content = b"".join(upload.chunks())
    except OSError as error:
        raise _not_stored(error) from error
    try:
        image = _opened(BytesIO(content))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_large() from error
    except Exception as error:  # whatever a decoder raises for hostile bytes means the same to an editor
        raise ValidationError(
            "This is not a picture in a format we take: PNG, JPEG, WebP, GIF or AVIF.", code="picture"
        ) from error
    if image.width * image.height > MOST_PIXELS:
        raise _too_large()
    try:
        image.load()
        image = _srgb(ImageOps.exif_transpose(image))
    except Exception as error:
        raise ValidationError("This picture is damaged or incomplete. Export it again.", code="picture") from error
    return image


def _opened(file: BinaryIO) -> Image.Image:
    return Image.open(file, formats=FORMATS)


def _srgb(image: Image.Image) -> Image.Image:
    """The picture with transparency, its colours as they were meant, and nothing that came with it."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I") or image.mode == "F":
        image = image.point(lambda value: value * (1 / 256)).convert("L")  # 16 bits; a plain conversion would clip
    if profile and image.mode in ("RGB", "RGBA", "CMYK", "L"):
        try:
            made_for = ImageCms.ImageCmsProfile(BytesIO(profile))
            target = "RGBA" if image.mode == "RGBA" else "RGB"
            converted = ImageCms.profileToProfile(image, made_for, ImageCms.createProfile("sRGB"), outputMode=target)
            image = converted if converted is not None else image
        except (ImageCms.PyCMSError, OSError, ValueError):
            logger.info("A logo's colour profile cannot be used; its colours are taken as they are.")
    image = image.convert("RGBA")
    image.info = {}  # the encoder would copy comments and profiles from here
    return image


def _cropped(image: Image.Image) -> Image.Image:
    """The logo without transparent edges, which would make it look small."""
    box = image.getchannel("A").point(lambda value: 255 if value > 8 else 0).getbbox()
    if box is None:
        raise ValidationError("There is nothing to see in this picture: all of it is transparent.", code="picture")
    return image.crop(box)


def _stored(image: Image.Image, kind: str) -> str:
    """Write the picture below RENDITIONS_ROOT, unless it is there, and return its address."""
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    name = f"brand/{hashlib.sha256(buffer.getvalue()).hexdigest()[:24]}-{kind}.png"
    root = Path(settings.RENDITIONS_ROOT)
    try:
        if not (root / name).is_file():
            put(root, name, buffer.getvalue())
    except OSError as error:
        raise _not_stored(error) from error
    return f"{settings.RENDITIONS_URL}{name}"


def _too_large() -> ValidationError:
    return ValidationError(
        f"This picture has too many pixels; at most {MOST_PIXELS // 1_000_000} million are taken.", code="picture"
    )


def _not_stored(error: OSError) -> ValidationError:
    logger.error("A logo could not be stored: %s", error)
    return ValidationError(
        "The picture could not be stored: the server's disk is full or cannot be written. Tell the administrator.",
        code="disk",
    )


@require_safe
def picture(request: HttpRequest, path: str) -> FileResponse:
    """One file, kept for ever by every cache: what is under an address never changes."""
    try:
        file = (Path(settings.RENDITIONS_ROOT) / path).open("rb")
    except OSError:
        raise Http404("There is no such picture.") from None
    response = FileResponse(file, content_type="image/png")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # feed readers and search engines show it
    return response
