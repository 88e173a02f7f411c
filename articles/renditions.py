"""Renditions: the files readers get, made from an original. Knows files and shapes, no database.

An address follows from a picture's key, shape and width alone, and the key from all that goes into the file,
so a file never changes under its address and pages need no query to name their pictures.
"""

import hashlib
import math
import re
import shutil
import struct
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

from django.conf import settings
from PIL import Image, ImageCms
from PIL.JpegImagePlugin import JpegImageFile

from newsroom.storage import UNFINISHED, put

PIPELINE = 1  # raise it when the same original would give other bytes: every picture then gets a new key and new files
LADDER = 2  # raise it when SHAPES asks for more: pictures then get the new files under the keys they have
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")  # no other decoder is tried, whatever the file is called
DECODER_BYTES = {"PNG": 4, "GIF": 5, "WEBP": 16, "AVIF": 9}  # a pixel, as measured; JPEG is shrunk while it is read
LEFTOVER_AFTER = 3600  # seconds; a temporary file that old belongs to a worker that was killed


@dataclass(frozen=True, slots=True)
class Shape:
    """How a picture is cut: `ratio` is width / height, None keeps the original's.

    Pages choose among `widths`. `largest` is one more, as JPEG only, for those who take a single file: structured data,
    cards, feeds. Neighbouring widths lie so close that the file a browser takes is at most 1.5 times as wide as needed.
    """

    ratio: float | None
    widths: tuple[int, ...]
    formats: tuple[str, ...] = ("avif", "jpg")
    largest: int = 0


SHAPES = {
    "full": Shape(None, (320, 480, 640, 800, 960, 1280, 1920)),
    "wide": Shape(16 / 9, (320, 480, 640, 960, 1280)),
    "standard": Shape(4 / 3, (160, 240, 320, 480, 640, 960, 1200)),
    "tall": Shape(4 / 5, (240, 320, 480, 640, 960)),
    "square": Shape(1.0, (64, 96, 128, 192, 256, 384), largest=1200),
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
    """Every (width, height) of this shape that is made in all its formats: what a page may choose from.

    Nothing is enlarged; a small picture has one file of its own size.
    """
    most, tall = crop_size(shape, width, height)
    widths = [step for step in SHAPES[shape].widths if step <= most]
    if not widths or (most < SHAPES[shape].widths[-1] and most > widths[-1] * 1.15):
        widths.append(most)
    return [(step, max(1, round(step * tall / most))) for step in widths]


def largest(shape: str, width: int, height: int) -> tuple[int, int]:
    """Width and height of the largest JPEG of this shape."""
    most, tall = crop_size(shape, width, height)
    best, widest = min(SHAPES[shape].largest, most), sizes(shape, width, height)[-1]
    return (best, max(1, round(best * tall / most))) if best > widest[0] * 1.15 else widest


def files(width: int, height: int) -> list[tuple[str, tuple[int, int], str]]:
    """Every file made of a picture of that size: shape, (width, height), extension."""
    wanted = [
        (shape, size, kind)
        for shape in SHAPES
        for size in sizes(shape, width, height)
        for kind in SHAPES[shape].formats
    ]
    singles = [(shape, largest(shape, width, height), "jpg") for shape in SHAPES]
    return [*wanted, *(one for one in singles if one not in wanted)]


def name(key: str, shape: str, width: int, extension: str) -> str:
    """The file's path below RENDITIONS_ROOT."""
    return f"{key[:2]}/{key}/{shape}-{width}.{extension}"


def address(key: str, shape: str, width: int, extension: str) -> str:
    return f"{settings.RENDITIONS_URL}{name(key, shape, width, extension)}"


def key_in(address: str) -> str:
    """The key of the file at this address, wherever pictures are served from."""
    return address.split("/")[-2]


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


def cut(shape: str, width: int, height: int, focal: tuple[float, float]) -> tuple[float, float, float, float]:
    """The part of an upright picture that this shape shows: left, top, right, bottom in pixels, around `focal`."""
    wide, tall = crop_size(shape, width, height)
    left = min(max(focal[0] * width - wide / 2, 0), width - wide)
    top = min(max(focal[1] * height - tall / 2, 0), height - tall)
    return left, top, left + wide, top + tall


def make(
    original: BinaryIO, key: str, focal: tuple[float, float], embedded: Embedded, widest: int | None = None
) -> list[Made]:
    """Write all renditions of one original, or those up to `widest` pixels; return what is there now.

    A file that exists is left alone, and each appears whole or not at all, so two workers at once are safe. Raises
    OSError when the disk is full (its `errno` is set) or the original cannot be read, ValueError when it is no picture.
    """
    root = Path(settings.RENDITIONS_ROOT)
    image = opened(original)
    width, height = upright_size(image)
    wanted = [one for one in files(width, height) if widest is None or one[1][0] <= widest]
    paths = {(shape, size, kind): name(key, shape, size[0], kind) for shape, size, kind in wanted}
    missing = {one for one in wanted if not _there(root / paths[one])}
    if missing:
        _forget_leftovers(root)
        base = decoded(image, max(size[0] / crop_size(shape, width, height)[0] for shape, size, _ in missing))
        del image  # its pixels are not needed while encoders take their own memory
        across, down = base.width / width, base.height / height
    for shape in SHAPES if missing else ():
        left, top, right, bottom = cut(shape, width, height, focal)
        source, region = base, (left * across, top * down, right * across, bottom * down)
        for size in sorted({size for one, size, _ in missing if one == shape}, reverse=True):
            source = source.resize(size, Image.Resampling.LANCZOS, box=region, reducing_gap=3)
            region = (0, 0, *size)  # the next is made from this one
            for kind in ("avif", "jpg"):
                if (shape, size, kind) in missing:
                    put(root, paths[shape, size, kind], encoded(source, kind, embedded))
    return [Made(shape, *size, kind, (root / paths[shape, size, kind]).stat().st_size) for shape, size, kind in wanted]


def remove(keys: Iterable[str]) -> None:
    """Remove all files under these keys. What is not there is no error."""
    for key in keys:
        shutil.rmtree((Path(settings.RENDITIONS_ROOT) / name(key, "full", 1, "jpg")).parent, ignore_errors=True)


def thumbnail(original: BinaryIO, longest: int) -> bytes:
    """A small JPEG of the whole picture, for the desk; `longest` side in pixels."""
    image = opened(original)
    width, height = upright_size(image)
    scale = min(1.0, longest / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return encoded(decoded(image, scale).resize(size, Image.Resampling.LANCZOS, reducing_gap=2), "jpg", Embedded())


# -- reading ---------------------------------------------------------------------------------------------------------


def opened(original: BinaryIO) -> Image.Image:
    """The picture with only its header read. Raises OSError for anything but the formats we take."""
    return Image.open(original, formats=FORMATS)


def orientation(image: Image.Image) -> int:
    """How the camera was held: 1 to 8 as EXIF has it; 1, upright, when nothing or nonsense is said."""
    try:
        found = image.getexif().get(0x0112, 1)
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, struct.error):
        return 1
    return found if found in UPRIGHT else 1


UPRIGHT = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def memory_needed(image: Image.Image) -> int:
    """About how many bytes it takes to decode this picture and make its renditions, told from its header."""
    width, height = upright_size(image) if image.format == "JPEG" else image.size
    pixels = width * height
    scale = max(largest(shape, width, height)[0] / crop_size(shape, width, height)[0] for shape in SHAPES)
    encoding = math.prod(sizes("full", width, height)[-1]) * 12  # the picture, its copy and the encoder's
    if not isinstance(image, JpegImageFile):
        return pixels * DECODER_BYTES[str(image.format)] + encoding
    divided = max(step for step in (1, 2, 4, 8) if step * scale <= 1)
    needed = pixels * 4 // divided**2 + encoding
    if image.info.get("progressive"):  # the whole picture is kept as coefficients of two bytes
        full = max(across * down for _, across, down, _ in image.layer)
        needed += pixels * 2 * sum(across * down for _, across, down, _ in image.layer) // full
    return needed


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels as a reader sees it. For PNG this decodes the picture."""
    width, height = image.size
    return (height, width) if orientation(image) >= 5 else (width, height)


def decoded(image: Image.Image, scale: float) -> Image.Image:
    """The first frame, upright, in sRGB on white, without metadata, no smaller than `scale` times its size.

    It is shrunk by whole numbers while it is read, so that a picture of many megapixels needs little memory.
    """
    turn, profile = UPRIGHT[orientation(image)], image.info.get("icc_profile")
    least = (math.ceil(image.width * scale), math.ceil(image.height * scale))
    image.draft(image.mode, least)
    image.load()
    factor = max(1, min(image.width // max(1, least[0]), image.height // max(1, least[1])))
    image = _to_srgb(_flat(image) if factor == 1 else _reduced(image, factor), profile)
    if turn is not None:
        image = image.transpose(turn)
    image.info = {}  # encoders would copy comments and profiles from here
    return image


def _flat(image: Image.Image) -> Image.Image:
    """The picture in 8 bits as grey, RGB or CMYK; what is transparent becomes white."""
    if image.mode.startswith("I") or image.mode == "F":
        return image.point(lambda value: value * (1 / 256)).convert("L")  # 16 bits; a plain conversion would clip
    if "transparency" in image.info or image.mode in ("PA", "LA", "RGBA", "La", "RGBa"):
        image = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", image.size, "white"), image).convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """The picture divided by a whole number, strip by strip: the copy made on the way stays small."""
    size = (math.ceil(image.width / factor), math.ceil(image.height / factor))
    smaller, rows = None, factor * max(1, 256 // factor)
    for top in range(0, image.height, rows):
        strip = _flat(image.crop((0, top, image.width, min(top + rows, image.height)))).reduce(factor)
        smaller = smaller or Image.new(strip.mode, size)
        smaller.paste(strip, (0, top // factor))
    assert smaller is not None
    return smaller


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    if profile:
        with suppress(ImageCms.PyCMSError, OSError, ValueError):  # a broken profile: the plain conversion below
            made_for = ImageCms.ImageCmsProfile(BytesIO(profile))
            if made_for.profile.xcolor_space.strip() == {"L": "GRAY"}.get(image.mode, image.mode):
                converted = ImageCms.profileToProfile(image, made_for, ImageCms.createProfile("sRGB"), outputMode="RGB")
                if converted is not None:
                    return converted
    return image.convert("RGB") if image.mode != "RGB" else image


# -- writing ---------------------------------------------------------------------------------------------------------


def encoded(image: Image.Image, extension: str, embedded: Embedded) -> bytes:
    """The picture as a file that says nothing but `embedded`."""
    buffer = BytesIO()
    if extension == "avif":
        image.save(buffer, "AVIF", quality=60, speed=8, xmp=xmp_packet(embedded))
    else:
        image.save(
            buffer,
            "JPEG",
            quality=80,
            progressive=True,
            optimize=True,
            xmp=xmp_packet(embedded),
            extra=iptc_segment(embedded),
        )
    return buffer.getvalue()


_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xmp_packet(embedded: Embedded) -> bytes:
    """Creator, credit line and rights as XMP; empty when there is nothing to say."""

    def text(value: str) -> str:
        return escape(_NOT_XML.sub("", value))

    said = ""
    if embedded.photographer:
        said += f"<dc:creator><rdf:Seq><rdf:li>{text(embedded.photographer)}</rdf:li></rdf:Seq></dc:creator>"
    if embedded.credit:
        said += f"<photoshop:Credit>{text(embedded.credit)}</photoshop:Credit>"
    if embedded.copyright_notice:
        notice = text(embedded.copyright_notice)
        said += f'<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{notice}</rdf:li></rdf:Alt></dc:rights>'
    if not said:
        return b""
    return (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{said}</rdf:Description></rdf:RDF></x:xmpmeta>'
    ).encode()


def iptc_segment(embedded: Embedded) -> bytes:
    """The same as IPTC-IIM in a JPEG segment, which picture desks' older tools read; empty when there is nothing."""

    def dataset(record: int, number: int, value: bytes) -> bytes:
        return struct.pack(">BBBH", 0x1C, record, number, len(value)) + value

    said = b"".join(
        dataset(2, number, value.encode())
        for number, value in ((80, embedded.photographer), (110, embedded.credit), (116, embedded.copyright_notice))
        if value
    )
    if not said:
        return b""
    block = dataset(1, 90, b"\x1b%G") + dataset(2, 0, b"\x00\x04") + said  # UTF-8, version 4
    block += b"\0" * (len(block) % 2)
    resource = b"Photoshop 3.0\x008BIM" + struct.pack(">HHI", 0x0404, 0, len(block)) + block
    return b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource


def _there(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except FileNotFoundError:
        return False


def _forget_leftovers(root: Path) -> None:
    for half in (root / UNFINISHED).glob("tmp*"):
        with suppress(FileNotFoundError):
            if half.stat().st_mtime < time.time() - LEFTOVER_AFTER:
                half.unlink()
