"""Renditions: the files readers get, made from an original. Knows files and shapes, no database.

An address follows from a picture's key, shape and width alone, and the key from all that goes into the file,
so a file never changes under its address and pages need no query to name their pictures.
"""

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings

PIPELINE = 1  # raise it when the same original would give other bytes


@dataclass(frozen=True, slots=True)
class Shape:
    """How a picture is cut: `ratio` is width / height, None keeps the original's."""

    ratio: float | None
    widths: tuple[int, ...]
    formats: tuple[str, ...] = ("avif", "jpg")


SHAPES = {
    "full": Shape(None, (320, 480, 640, 960, 1280, 1920)),
    "wide": Shape(16 / 9, (320, 480, 640, 960, 1280)),
    "square": Shape(1.0, (96, 192, 384)),
    "social": Shape(1200 / 630, (1200,), ("jpg",)),
}


def key_for(sha256: str, focal_x: float, focal_y: float, *printed: str) -> str:
    """The name of all renditions of one original with this focal point and these embedded credits."""
    parts = [str(PIPELINE), sha256, f"{focal_x:.3f}", f"{focal_y:.3f}", *printed]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:24]


def crop_size(shape: str, width: int, height: int) -> tuple[int, int]:
    """The largest cut of this shape inside a picture of that size, in pixels."""
    ratio = SHAPES[shape].ratio
    if ratio is None:
        return width, height
    return (width, max(1, round(width / ratio))) if width / height < ratio else (max(1, round(height * ratio)), height)


def sizes(shape: str, width: int, height: int) -> list[tuple[int, int]]:
    """Every (width, height) made of this shape. Nothing is enlarged; a small picture has one file of its own size."""
    most, tall = crop_size(shape, width, height)
    widths = [step for step in SHAPES[shape].widths if step <= most]
    if not widths or (most < SHAPES[shape].widths[-1] and most > widths[-1] * 1.15):
        widths.append(most)
    return [(step, max(1, round(step * tall / most))) for step in widths]


def name(key: str, shape: str, width: int, extension: str) -> str:
    """The file's path below RENDITIONS_ROOT."""
    return f"{key[:2]}/{key}/{shape}-{width}.{extension}"


def address(key: str, shape: str, width: int, extension: str) -> str:
    return f"{settings.RENDITIONS_URL}{name(key, shape, width, extension)}"


@dataclass(frozen=True, slots=True)
class Embedded:
    """What a file says about itself, and all it says: everything else that came with the original is removed."""

    photographer: str = ""
    credit: str = ""
    copyright_notice: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """One file that was written. `size` is in bytes."""

    shape: str
    width: int
    height: int
    extension: str
    size: int


def make(original: BinaryIO, key: str, focal: tuple[float, float], embedded: Embedded) -> list[Made]:
    """Write all renditions of one original below RENDITIONS_ROOT and return what was written."""
    raise ValueError("not yet")
