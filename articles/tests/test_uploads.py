"""What may come into the picture library, and what an editor is told when it may not."""

import errno
import io
import struct
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from articles import pictures, renditions
from articles.errors import NotAPicture
from articles.models import ImageAsset
from articles.pictures import accept, make_missing
from articles.tests.factories import make_user
from newsroom.storage import Originals

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]


@pytest.fixture(autouse=True)
def _own_disk(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.RENDITIONS_ROOT = tmp_path / "renditions"


def drawn(mode: str = "RGB", size: tuple[int, int] = (64, 40)) -> Image.Image:
    """A picture whose left half is dark and whose right half is light."""
    image = Image.new("L", size, 30)
    image.paste(220, (size[0] // 2, 0, size[0], size[1]))
    if mode == "I;16":
        return image.convert("I").point(lambda value: value * 257).convert(mode)
    return image.convert(mode, dither=Image.Dither.NONE)


def saved(kind: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (64, 40), **options: Any) -> bytes:
    buffer = io.BytesIO()
    drawn(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


def brightness(image: Image.Image, x: float, y: float) -> int:
    """How light the picture is there, 0 to 255; `x` and `y` are shares of its width and height."""
    value = image.convert("L").getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(value, int)
    return value


def sent(content: bytes, name: str = "picture.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "image/jpeg")


def files() -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def png_chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png_bomb() -> bytes:
    """A PNG of a few hundred bytes that says it is 50,000 by 50,000 pixels."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + png_chunk(b"IHDR", header)
        + png_chunk(b"IDAT", zlib.compress(bytes(100_000)))
        + png_chunk(b"IEND", b"")
    )


def png_with(*chunks: bytes) -> bytes:
    plain = saved("PNG")
    return plain[:33] + b"".join(chunks) + plain[33:]  # behind the header


SCRIPT = b"<script>alert(1)</script>"
EPS = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\nshowpage\n%%EOF\n"
FITS = b"".join(
    card.ljust(80)
    for card in (
        *(b"SIMPLE  =                    T", b"BITPIX  =                    8", b"NAXIS   =                    2"),
        *(b"NAXIS1  =                    2", b"NAXIS2  =                    2", b"END"),
    )
).ljust(2880) + bytes(2880)
REFUSED = {
    "EPS called .jpg": EPS,
    "TIFF called .jpg": saved("TIFF"),
    "PPM called .jpg": saved("PPM"),
    "FITS called .jpg": FITS,
    "BMP called .jpg": saved("BMP"),
    "ICO called .jpg": saved("ICO"),
    "TGA called .jpg": saved("TGA"),
    "PDF called .jpg": saved("PDF"),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "SVG with a declaration": b'<?xml version="1.0"?><!DOCTYPE svg><svg xmlns="http://www.w3.org/2000/svg"/>',
    "HTML": b"<!doctype html>" + SCRIPT,
    "HTML that begins as a GIF": b"GIF89a=1;/*" + SCRIPT + b"*/",
    "a JPEG cut in half": saved(size=(800, 600))[:-4000],
    "a PNG cut in half": saved("PNG", size=(800, 600), compress_level=0)[:-4000],
    "a WebP cut in half": saved("WEBP", size=(800, 600))[:-200],
    "a PNG with a flipped bit": saved("PNG", size=(64, 64))[:-30] + b"\0" + saved("PNG", size=(64, 64))[-29:],
    "a JPEG's first bytes": saved()[:20],
    "a GIF's first bytes": saved("GIF")[:12],
    "an AVIF's first bytes": saved("AVIF")[:60],
    "random bytes": bytes(range(256)) * 8,
    "a compressed text chunk that unpacks to 200 MB": png_with(
        png_chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(200_000_000), 1))
    ),
    "a bomb": png_bomb(),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_picture_is_refused_with_a_sentence_and_leaves_nothing(content: bytes) -> None:
    begun = time.monotonic()

    with pytest.raises(NotAPicture) as refusal:
        accept(sent(content), by=None)

    assert str(refusal.value).endswith(".")
    assert "Error" not in str(refusal.value)
    assert time.monotonic() - begun < 2
    assert not ImageAsset.objects.exists()
    assert files() == []


def test_an_empty_file_is_named_as_such() -> None:
    with pytest.raises(NotAPicture, match="empty"):
        accept(sent(b""), by=None)


def test_a_bomb_is_answered_from_its_header(monkeypatch: pytest.MonkeyPatch) -> None:
    def decode(*_: Any) -> None:
        raise AssertionError("it was decoded")

    monkeypatch.setattr(Image.Image, "load", decode)

    with pytest.raises(NotAPicture, match="far too many pixels"):
        accept(sent(png_bomb()), by=None)


def test_the_limits_are_said_in_the_refusal(settings: Any) -> None:
    settings.UPLOAD_MAX_PIXELS = 2_000_000
    with pytest.raises(NotAPicture, match=r"2000 × 1500 pixels; at most 2 million"):
        accept(sent(saved(size=(2000, 1500))), by=None)
    settings.UPLOAD_MAX_BYTES = 1024
    with pytest.raises(NotAPicture, match=r"at most 1 kB"):
        accept(sent(saved("PNG", size=(2000, 1500), compress_level=0)), by=None)


def test_a_picture_that_would_take_too_much_memory_is_refused_before_it_is_decoded(monkeypatch: Any) -> None:
    monkeypatch.setattr(pictures, "MOST_MEMORY", 2_500_000)

    with pytest.raises(NotAPicture, match=r"WEBP file of 400 × 300 pixels is too large"):
        accept(sent(saved("WEBP", size=(400, 300))), by=None)
    assert accept(sent(saved("JPEG", size=(400, 300))), by=None).pk


def test_a_progressive_jpeg_of_endless_passes_is_refused(monkeypatch: Any) -> None:
    monkeypatch.setattr(pictures, "MOST_SCANS", 64 * 40 * 5)

    with pytest.raises(NotAPicture, match="passes"):
        accept(sent(saved(progressive=True)), by=None)
    assert accept(sent(saved()), by=None).pk


TAKEN = {
    "JPEG": (saved(), "JPEG"),
    "CMYK JPEG": (saved(mode="CMYK"), "JPEG"),
    "grey JPEG": (saved(mode="L"), "JPEG"),
    "progressive JPEG": (saved(progressive=True), "JPEG"),
    "PNG": (saved("PNG"), "PNG"),
    "PNG of 16 bits": (saved("PNG", "I;16"), "PNG"),
    "PNG of one bit": (saved("PNG", "1"), "PNG"),
    "PNG with a palette and transparency": (saved("PNG", "P", transparency=0), "PNG"),
    "PNG with alpha": (saved("PNG", "RGBA"), "PNG"),
    "GIF": (saved("GIF"), "GIF"),
    "animated GIF": (saved("GIF", save_all=True, append_images=[drawn("L").rotate(180)]), "GIF"),
    "animated WebP": (saved("WEBP", save_all=True, append_images=[drawn().rotate(180)]), "WEBP"),
    "WebP": (saved("WEBP"), "WEBP"),
    "AVIF": (saved("AVIF"), "AVIF"),
    "JPEG of several pictures": (saved("MPO", save_all=True, append_images=[drawn().rotate(180)]), "JPEG"),
    "JPEG followed by a script": (saved() + SCRIPT, "JPEG"),
    "JPEG with a script as comment": (saved(comment=SCRIPT), "JPEG"),
    "GIF that is a script as well": (saved("GIF", comment=b"*/=1;alert(1)//") + b";alert(1)", "GIF"),
    "picture of one pixel": (saved("PNG", size=(1, 1)), "PNG"),
}


@pytest.mark.parametrize(("content", "kind"), TAKEN.values(), ids=TAKEN.keys())
def test_pictures_of_every_kind_we_take_become_clean_renditions(content: bytes, kind: str) -> None:
    asset = accept(sent(content, "whatever.exe"), by=None)

    assert asset.format == kind
    assert Path(asset.file.path).read_bytes() == content
    assert make_missing() == 1
    asset.refresh_from_db()
    assert asset.is_ready
    made = [path for path in Path(settings.RENDITIONS_ROOT).rglob("*.*") if path.is_file()]
    assert len(made) == asset.renditions.count() > 0
    for path in made:
        assert b"alert" not in path.read_bytes()
        with Image.open(path) as image:
            image.load()
            assert image.mode == "RGB"
            if asset.width > 1 and path.name.startswith("full"):
                assert brightness(image, 1 / 8, 1 / 2) < 70
                assert brightness(image, 7 / 8, 1 / 2) > 180


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
@pytest.mark.parametrize("size", [(64, 40), (4000, 3000)], ids=["small", "shrunk in strips"])
def test_what_is_transparent_becomes_white(mode: str, size: tuple[int, int]) -> None:
    image = Image.new("LA", size, (0, 0))
    image.paste((0, 255), (0, 0, size[0] // 2, size[1]))
    buffer = io.BytesIO()
    image.convert(mode).save(buffer, "PNG", compress_level=1)

    asset = accept(sent(buffer.getvalue()), by=None)
    asset.make_renditions()

    width = renditions.sizes("full", *size)[0][0]
    with Image.open(Path(settings.RENDITIONS_ROOT) / renditions.name(asset.key, "full", width, "jpg")) as made:
        assert brightness(made, 1 / 8, 1 / 2) < 10
        assert brightness(made, 7 / 8, 1 / 2) > 245


def test_a_picture_taken_with_the_camera_turned_is_stored_with_its_upright_size() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was turned: the dark half, on the left in the file, is at the top

    asset = accept(sent(saved(exif=exif.tobytes(), size=(640, 400))), by=None)
    asset.make_renditions()

    assert (asset.width, asset.height) == (400, 640)
    path = Path(settings.RENDITIONS_ROOT) / renditions.name(asset.key, "full", 320, "jpg")
    with Image.open(path) as image:
        assert image.size == (320, 512)
        assert brightness(image, 1 / 2, 1 / 8) < 70
        assert brightness(image, 1 / 2, 7 / 8) > 180


XMP = """<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="Limelight &amp; Söhne">
 <dc:creator><rdf:Seq><rdf:li>Iris  Bloom</rdf:li><rdf:li>Jo Park</rdf:li></rdf:Seq></dc:creator>
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">The last bow\n at the harbour</rdf:li></rdf:Alt></dc:description>
 <photoshop:Headline>Last bow</photoshop:Headline></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_what_the_agency_wrote_into_the_file_fills_the_fields(kind: str) -> None:
    if kind == "PNG":
        content = png_with(png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + XMP.encode()))
    else:
        content = saved(kind, xmp=XMP.encode())

    asset = accept(sent(content, "DSC_0815.jpg"), by=None)

    assert asset.title == "Last bow"
    assert asset.photographer == "Iris Bloom, Jo Park"
    assert asset.credit == "Limelight & Söhne"
    assert asset.source_caption == "The last bow at the harbour"
    assert asset.alt_text == ""
    assert asset.original_name == "DSC_0815.jpg"


def test_iptc_and_exif_are_read_too_and_what_somebody_typed_wins() -> None:
    exif = Image.Exif()
    exif[0x013B], exif[0x8298] = "Somebody Else", "(c) Limelight"
    told = renditions.Embedded("Iris Blööm", "Limelight", "")
    content = saved(exif=exif.tobytes(), extra=renditions.iptc_segment(told))

    asset = accept(sent(content, "harbour_last-bow.jpeg"), by=None, credit=" Iris Bloom/Limelight ")

    assert asset.title == "harbour last-bow"
    assert (asset.photographer, asset.copyright_notice) == ("Iris Blööm", "(c) Limelight")
    assert asset.credit == "Iris Bloom/Limelight"


HOSTILE_WORDS = {
    "entities without end": b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "no XML": b"<x:xmpmeta",
    "control signs": XMP.replace("Last bow", "Last\u202e bow\u0007").encode(),
    "far too long": XMP.replace("Last bow", "Last bow " * 200).encode(),
}


@pytest.mark.parametrize("packet", HOSTILE_WORDS.values(), ids=HOSTILE_WORDS.keys())
def test_hostile_metadata_costs_no_picture_and_fits_the_fields(packet: bytes) -> None:
    asset = accept(sent(saved(xmp=packet), "bow.jpg"), by=None)

    assert 0 < len(asset.title) <= 200
    assert asset.title.isprintable()


def test_the_same_file_again_is_the_picture_that_is_there_and_stays_as_it_is() -> None:
    first = accept(sent(saved()), by=None, credit="Iris Bloom/Limelight")

    second = accept(sent(saved(), "again.jpg"), by=make_user(), credit="Somebody Else")

    assert second.pk == first.pk
    assert second.credit == "Iris Bloom/Limelight"
    assert len(files()) == 1


def test_two_who_upload_the_same_file_at_once_get_the_same_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    look_at = pictures.look_at

    def overtaken(file: Any) -> Any:
        monkeypatch.setattr(pictures, "look_at", look_at)
        accept(sent(saved(), "theirs.jpg"), by=None)
        return look_at(file)

    monkeypatch.setattr(pictures, "look_at", overtaken)

    assert accept(sent(saved(), "mine.jpg"), by=None).original_name == "theirs.jpg"
    assert len(files()) == ImageAsset.objects.count() == 1


def test_a_full_disk_is_told_in_a_sentence_and_leaves_neither_file_nor_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def write(self: Originals, name: str, content: Any) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.storage.FileSystemStorage._save", write)

    with pytest.raises(NotAPicture, match="disk is full"):
        accept(sent(saved()), by=None)

    assert not ImageAsset.objects.exists()
    assert files() == []


def test_what_a_killed_upload_left_is_replaced_by_the_next() -> None:
    asset = accept(sent(saved()), by=None)
    path = Path(asset.file.path)
    ImageAsset.objects.all().delete()
    path.write_bytes(b"half")

    again = accept(sent(saved()), by=None)

    assert Path(again.file.path).read_bytes() == saved()
    assert len(files()) == 1


def test_uploading_again_puts_back_a_lost_file_and_tries_again_what_failed() -> None:
    asset = accept(sent(saved()), by=None)
    Path(asset.file.path).unlink()
    assert make_missing() == 0
    asset.refresh_from_db()
    assert asset.failure
    assert make_missing() == 0  # it is not tried over and over

    accept(sent(saved()), by=None)

    assert make_missing() == 1


def test_a_full_disk_while_renditions_are_made_is_no_fault_of_the_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    asset = accept(sent(saved(size=(700, 400))), by=None)
    replace = Path.replace
    made: list[Path] = []

    def full_after_three(self: Path, target: Path) -> Path:
        if len(made) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        made.append(target)
        return replace(self, target)

    with monkeypatch.context() as full:
        full.setattr(Path, "replace", full_after_three)
        assert make_missing() == 0

    asset.refresh_from_db()
    assert asset.failure == ""
    left = {path for path in Path(settings.RENDITIONS_ROOT).rglob("*") if path.is_file()}
    assert left == set(made)
    assert make_missing() == 1


def test_a_changed_credit_gets_new_files_and_printed_stories_keep_theirs() -> None:
    asset = accept(sent(saved(size=(700, 400))), by=None)
    make_missing()
    asset.refresh_from_db()
    before = asset.key

    asset.change(credit="Iris Bloom/Limelight")

    assert not asset.is_ready
    assert make_missing() == 1
    for key in (before, asset.key):
        assert (Path(settings.RENDITIONS_ROOT) / renditions.name(key, "full", 640, "jpg")).exists()


def test_two_people_changing_one_picture_lose_nothing_of_each_other() -> None:
    asset = accept(sent(saved()), by=None)
    mine, theirs = ImageAsset.objects.get(pk=asset.pk), ImageAsset.objects.get(pk=asset.pk)

    mine.change(credit="Iris Bloom/Limelight")
    theirs.change(focal_x=0.25)

    asset.refresh_from_db()
    assert (asset.credit, asset.focal_x) == ("Iris Bloom/Limelight", 0.25)
    fresh = ImageAsset.objects.get(pk=asset.pk)
    fresh.save()
    assert fresh.key == asset.key


def test_an_upload_is_never_stored_under_the_name_it_came_with() -> None:
    asset = accept(sent(saved(), "../../evil<script>.php\0.jpg"), by=None)

    assert Path(asset.file.path).name == f"{asset.sha256}.jpg"
    with pytest.raises(ValueError, match="no public address"):
        _ = asset.file.url


def test_words_nobody_knows_are_a_mistake_of_the_caller() -> None:
    with pytest.raises(TypeError, match="caption"):
        accept(SimpleUploadedFile("a.jpg", ContentFile(saved()).read()), by=None, caption="x")


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("django.core.files.uploadhandler.TemporaryUploadedFile", "__init__"),
        ("django.core.files.uploadhandler.TemporaryFileUploadHandler", "receive_data_chunk"),
        ("django.core.files.uploadhandler.TemporaryFileUploadHandler", "file_complete"),
    ],
    ids=["at the start", "midway", "at the end"],
)
def test_no_room_for_a_file_on_its_way_in_is_told_in_the_same_sentence(
    client: Client, monkeypatch: pytest.MonkeyPatch, place: str, name: str
) -> None:
    """A file too large for memory waits in the temporary directory before anybody has looked at it."""
    client.force_login(make_user("Editor"))

    def full(*arguments: Any, **options: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"{place}.{name}", full)
    large = SimpleUploadedFile("stage.jpg", b"\xff\xd8" + b"x" * 3_000_000)
    answer = client.post("/admin/articles/imageasset/chooser/upload/", {"file": large})
    assert answer.status_code == 422
    assert "disk is full" in answer.json()["error"]
    assert not ImageAsset.objects.exists()
