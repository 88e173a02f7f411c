"""Cuts, renditions and what they say about themselves; how readers get them, and what the desk may do with them."""

import hashlib
import io
import os
import time
from datetime import timedelta
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, IptcImagePlugin

from articles import renditions
from articles.document import LOOK_PICTURES, Looks
from articles.models import Article, ImageAsset
from articles.pictures import accept, make_missing
from articles.renditions import SHAPES, Embedded
from articles.tests.factories import (
    make_article,
    make_asset,
    make_author,
    make_picture,
    make_user,
    picture_bytes,
    signed_in,
)
from newsroom.storage import UNFINISHED

pytestmark = pytest.mark.any_database

SIDES = st.integers(1, 20_000)
SHARES = st.floats(0, 1)
KEY = "ab" + "0" * 22


@pytest.fixture(autouse=True)
def _own_disk(tmp_path: Path, settings: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.RENDITIONS_ROOT = tmp_path / "renditions"


# -- cuts ------------------------------------------------------------------------------------------------------------


@given(st.sampled_from(list(SHAPES)), SIDES, SIDES, SHARES, SHARES)
def test_every_cut_lies_inside_the_picture_and_keeps_the_focal_point(
    shape: str, width: int, height: int, x: float, y: float
) -> None:
    left, top, right, bottom = renditions.cut(shape, width, height, (x, y))

    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert left <= x * width <= right
    assert top <= y * height <= bottom


@given(st.sampled_from(list(SHAPES)), st.integers(20, 20_000), st.integers(20, 20_000))
def test_no_rendition_is_larger_than_its_cut_or_of_another_shape(shape: str, width: int, height: int) -> None:
    most = renditions.crop_size(shape, width, height)
    made = renditions.sizes(shape, width, height)

    assert made
    for wide, tall in made:
        assert wide <= most[0]
        assert tall <= most[1]
        assert abs(tall - max(1, wide * most[1] / most[0])) <= 0.5
    assert len({wide for wide, _ in made}) == len(made)


@given(st.integers(1200, 20_000), st.integers(1200, 20_000))
def test_machines_get_cuts_of_twelve_hundred_pixels_and_pages_name_no_file_that_is_not_made(
    width: int, height: int
) -> None:
    made = renditions.files(width, height)

    assert len(made) == len(set(made))
    for shape in SHAPES:
        for size in renditions.sizes(shape, width, height):
            assert {kind for one, step, kind in made if (one, step) == (shape, size)} == set(SHAPES[shape].formats)
        assert (shape, renditions.largest(shape, width, height), "jpg") in made
    for shape in ("square", "standard", "wide", "social"):
        if renditions.crop_size(shape, width, height)[0] >= 1200:
            assert renditions.largest(shape, width, height)[0] >= 1200


@given(st.sampled_from(["full", "wide", "standard", "tall", "square"]), st.floats(0.34, 1))
def test_a_browser_never_loads_more_than_half_as_many_pixels_again_as_it_shows(shape: str, share: float) -> None:
    steps = [step for step, _ in renditions.sizes(shape, 6000, 4000)]
    shown = share * steps[-1]

    taken = next(step for step in steps if step >= shown)

    assert shown < steps[0] or taken <= 1.5 * shown


def test_more_shapes_raise_the_ladder_so_that_pictures_in_use_get_them() -> None:
    asked = hashlib.sha256(repr(SHAPES).encode()).hexdigest()[:12]

    assert (renditions.LADDER, asked) == (2, "c507bec0bcbf"), "SHAPES changed: raise LADDER, and write both down here."


# -- files -----------------------------------------------------------------------------------------------------------


def original(
    size: tuple[int, int] = (2400, 1600), mark: tuple[float, float] = (0.9, 0.1), **options: Any
) -> io.BytesIO:
    """A dark picture with a light patch around `mark`."""
    image = Image.new("RGB", size, (20, 30, 40))
    x, y = int(mark[0] * size[0]), int(mark[1] * size[1])
    image.paste((240, 230, 220), (x - 100, y - 100, x + 100, y + 100))
    buffer = io.BytesIO()
    image.save(buffer, options.pop("kind", "JPEG"), **options)
    buffer.seek(0)
    return buffer


def files() -> list[Path]:
    return sorted(path for path in Path(settings.RENDITIONS_ROOT).rglob("*") if path.is_file())


def rendition(shape: str, width: int, extension: str = "jpg") -> Image.Image:
    with Image.open(Path(settings.RENDITIONS_ROOT) / renditions.name(KEY, shape, width, extension)) as image:
        image.load()
        return image


def test_all_sizes_are_made_once_and_a_second_run_touches_nothing() -> None:
    made = renditions.make(original(), KEY, (0.5, 0.5), Embedded())
    stamps = {path: path.stat().st_mtime_ns for path in files()}

    again = renditions.make(original(), KEY, (0.5, 0.5), Embedded())

    assert made == again
    assert len(made) == len(stamps) == 62
    assert {path: path.stat().st_mtime_ns for path in files()} == stamps
    for one in made:
        image = rendition(one.shape, one.width, one.extension)
        assert image.size == (one.width, one.height)
        assert image.format == {"avif": "AVIF", "jpg": "JPEG"}[one.extension]


def test_a_small_picture_is_not_enlarged() -> None:
    made = renditions.make(original((200, 150), (0.5, 0.5)), KEY, (0.5, 0.5), Embedded())

    assert {(one.shape, one.width) for one in made} == {
        *(("full", 200), ("wide", 200), ("standard", 160), ("standard", 200), ("tall", 120)),
        *(("square", 64), ("square", 96), ("square", 128), ("square", 150), ("social", 200)),
    }


def test_cuts_are_made_around_the_focal_point() -> None:
    renditions.make(original(mark=(0.95, 0.1)), KEY, (0.95, 0.1), Embedded())

    for shape, width in (("wide", 640), ("square", 384), ("social", 1200)):
        left, top, right, bottom = renditions.cut(shape, 2400, 1600, (0.95, 0.1))
        image = rendition(shape, width).convert("L")
        x = (0.95 * 2400 - left) / (right - left) * image.width
        y = (0.1 * 1600 - top) / (bottom - top) * image.height
        value = image.getpixel((int(x), int(y)))
        assert isinstance(value, int)
        assert value > 200


def test_a_killed_worker_leaves_nothing_behind_for_long() -> None:
    unfinished = Path(settings.RENDITIONS_ROOT) / UNFINISHED
    unfinished.mkdir(parents=True)
    old, fresh = unfinished / "tmpold", unfinished / "tmpfresh"
    for path in (old, fresh):
        path.write_bytes(b"half")
    hours_ago = time.time() - 2 * renditions.LEFTOVER_AFTER
    os.utime(old, (hours_ago, hours_ago))

    renditions.make(original((200, 150), (0.5, 0.5)), KEY, (0.5, 0.5), Embedded())

    assert not old.exists()
    assert fresh.exists()  # another worker may be writing it


def test_an_empty_file_left_by_a_power_cut_is_made_again() -> None:
    renditions.make(original((200, 150), (0.5, 0.5)), KEY, (0.5, 0.5), Embedded())
    broken = files()[0]
    broken.write_bytes(b"")

    renditions.make(original((200, 150), (0.5, 0.5)), KEY, (0.5, 0.5), Embedded())

    assert broken.stat().st_size > 0


def test_colours_of_another_profile_become_ordinary_ones() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()  # no RGB: must be ignored, not trip
    made = renditions.make(original(icc_profile=lab), KEY, (0.5, 0.5), Embedded())

    assert made
    assert "icc_profile" not in rendition("full", 640).info
    assert "icc_profile" not in rendition("full", 640, "avif").info


# -- what files say ---------------------------------------------------------------------------------------------------

SECRETS = (b"SERIAL-4711", b"Exif", b"secret place", b"GPS")


def with_secrets() -> io.BytesIO:
    exif = Image.Exif()
    exif[0x010F] = "Camera SERIAL-4711"
    exif[0x0112] = 1
    exif.get_ifd(0x8769)[0xA431] = "SERIAL-4711"
    gps = exif.get_ifd(0x8825)
    gps[1], gps[2] = "N", (51.0, 30.0, 0.0)
    xmp = (
        b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><a serial="SERIAL-4711" GPSLatitude="51,30N">secret place</a></x:xmpmeta>'
    )
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return original(exif=exif.tobytes(), xmp=xmp, comment=b"secret place", icc_profile=icc)


def test_served_files_carry_creator_credit_and_rights_and_nothing_else() -> None:
    assert all(secret in with_secrets().getvalue() for secret in SECRETS[:3])

    renditions.make(with_secrets(), KEY, (0.5, 0.5), Embedded("Iris Blööm", "Limelight & <Söhne>", "© Limelight\u0001"))

    assert len(files()) == 62
    for path in files():
        content = path.read_bytes()
        assert not [secret for secret in SECRETS if secret in content], path.name
        with Image.open(path) as image:
            image.load()
            assert not dict(image.getexif())
            assert "comment" not in image.info
            xmp = image.info["xmp"].decode()
            if path.suffix == ".jpg":
                iptc = IptcImagePlugin.getiptcinfo(image)
                assert iptc is not None
                assert iptc[2, 80] == "Iris Blööm".encode()
                assert iptc[2, 110] == "Limelight & <Söhne>".encode()
                assert bytes(iptc[2, 116]).startswith("© Limelight".encode())  # type: ignore[arg-type]
        assert "<dc:creator><rdf:Seq><rdf:li>Iris Blööm</rdf:li></rdf:Seq></dc:creator>" in xmp
        assert "<photoshop:Credit>Limelight &amp; &lt;Söhne&gt;</photoshop:Credit>" in xmp
        assert ">© Limelight</rdf:li>" in xmp


def test_files_of_a_picture_without_credit_say_nothing() -> None:
    renditions.make(with_secrets(), KEY, (0.5, 0.5), Embedded())

    for path in files():
        with Image.open(path) as image:
            assert "xmp" not in image.info
            assert "photoshop" not in image.info


@pytest.mark.django_db
def test_what_a_rendition_says_is_read_back_when_it_is_uploaded_again() -> None:
    renditions.make(original((640, 400)), KEY, (0.5, 0.5), Embedded("Iris Blööm", "Limelight", "© Limelight"))

    for extension in ("jpg", "avif"):
        content = (Path(settings.RENDITIONS_ROOT) / renditions.name(KEY, "full", 640, extension)).read_bytes()
        asset = accept(SimpleUploadedFile("again", content), by=None)
        assert (asset.photographer, asset.credit, asset.copyright_notice) == ("Iris Blööm", "Limelight", "© Limelight")


# -- the public address -----------------------------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(("extension", "kind"), [("jpg", "image/jpeg"), ("avif", "image/avif")])
def test_a_rendition_is_served_to_be_kept_for_ever(client: Client, extension: str, kind: str) -> None:
    renditions.make(original((640, 400)), KEY, (0.5, 0.5), Embedded())

    response = client.get(renditions.address(KEY, "full", 640, extension))

    assert response.status_code == 200
    served = Path(settings.RENDITIONS_ROOT) / renditions.name(KEY, "full", 640, extension)
    assert response.getvalue() == served.read_bytes()
    assert response.headers["Content-Type"] == kind
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    assert client.head(renditions.address(KEY, "full", 640, extension)).status_code == 200
    assert client.post(renditions.address(KEY, "full", 640, extension)).status_code == 405


@pytest.mark.django_db
def test_pictures_of_stories_that_go_out_soon_are_prepared_before_all_others() -> None:
    older, later, lead, card = (make_asset(ready=False) for _ in range(4))
    soon = make_article(lead=lead.picture(), looks=Looks(card_picture=card.picture()))
    Article.objects.filter(pk=soon.pk).update(publish_at=timezone.now() + timedelta(minutes=10))
    some_day = make_article(lead=later.picture())
    Article.objects.filter(pk=some_day.pk).update(publish_at=timezone.now() + timedelta(days=10))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articles.pictures.SWEEP_SECONDS", 0.0)
        ready = []
        while make_missing():
            ready.append(set(ImageAsset.objects.exclude(ready_key="")))
    assert ready == [{lead}, {lead, card}, {lead, card, older}, {lead, card, older, later}]


# -- an upgrade that asks for more -------------------------------------------------------------------------------------


def of_the_first_ladder() -> ImageAsset:
    """A picture as an upgraded site has it: ready, in use, its files those of the version before."""
    asset = accept(SimpleUploadedFile("bow.jpg", original().getvalue()), by=None, credit="Iris Bloom/Limelight")
    asset.make_renditions()
    for path in files():
        if path.name.startswith(("standard", "tall", "full-800", "square-1200")):
            path.unlink()
    ImageAsset.objects.filter(pk=asset.pk).update(ready_ladder=0)
    asset.refresh_from_db()
    return asset


@pytest.mark.django_db
def test_an_upgraded_site_gives_its_pictures_the_new_files_under_the_keys_stories_name() -> None:
    asset = of_the_first_ladder()
    earlier = asset.key
    asset.change(credit="Iris Bloom/Agency")  # a live story goes on naming the files of the earlier credit
    stamps = {path: path.stat().st_mtime_ns for path in files()}

    while make_missing():
        pass  # about a second's work at a time

    asset.refresh_from_db()
    assert asset.is_ready
    assert not ImageAsset.objects.behind().exists()
    for key in (earlier, asset.key):
        for shape, size, kind in renditions.files(2400, 1600):
            assert (Path(settings.RENDITIONS_ROOT) / renditions.name(key, shape, size[0], kind)).exists()
    assert {path: path.stat().st_mtime_ns for path in files() if path in stamps} == stamps
    assert asset.renditions.count() == len(files()) == 124
    assert make_missing() == 0


@pytest.mark.django_db
def test_a_picture_of_before_the_upgrade_stays_publishable_and_a_new_one_need_not_wait_for_it() -> None:
    old = of_the_first_ladder()
    make_article(lead=old.picture(alt_text="Dancers bow")).publish(by=None)

    old.refresh_from_db()
    assert old.ready_ladder == 0  # nobody waited for it
    new = accept(SimpleUploadedFile("new.jpg", original(mark=(0.3, 0.3)).getvalue()), by=None)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("articles.pictures.SWEEP_SECONDS", 0.0)
        assert make_missing() == 1
        assert ImageAsset.objects.get(pk=new.pk).is_ready
        assert list(ImageAsset.objects.behind()) == [old]
        assert make_missing() == 1
    assert not ImageAsset.objects.behind().exists()


@pytest.mark.django_db
def test_an_upgrade_without_the_original_costs_the_story_nothing_and_tells_the_library(client: Client) -> None:
    asset = of_the_first_ladder()
    Path(asset.file.path).unlink()

    assert make_missing() == 0
    assert make_missing() == 0

    asset.refresh_from_db()
    assert asset.is_ready
    assert asset.failure
    make_article(lead=asset.picture(alt_text="Dancers bow")).publish(by=None)
    assert client.get(renditions.address(asset.key, "standard", 640, "avif")).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("promised", "shown"),
    [
        ("full-800.avif", "full-960.avif"),
        ("square-1200.jpg", "square-384.jpg"),
        ("standard-480.avif", "full-480.avif"),
        ("tall-240.jpg", "full-320.jpg"),
    ],
)
def test_until_the_new_file_is_made_the_nearest_is_shown_and_not_kept_for_long(
    client: Client, promised: str, shown: str
) -> None:
    asset = of_the_first_ladder()
    folder = f"/media/{asset.key[:2]}/{asset.key}/"

    answer = client.get(folder + promised)

    assert answer.status_code == 302
    assert answer.headers["Location"] == shown
    assert answer.headers["Cache-Control"] == "public, max-age=60"
    assert client.get(folder + shown).status_code == 200
    asset.catch_up()
    assert client.get(folder + promised).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        f"/media/{KEY[:2]}/{KEY}/square-1200.avif",
        f"/media/{KEY[:2]}/{KEY}/social-1200.avif",
        f"/media/{KEY[:2]}/{KEY}/full-641.jpg",
        f"/media/{KEY[:2]}/{KEY}/full-640.JPG",
        f"/media/{KEY[:2]}/{KEY}/full-640.jpg/",
        f"/media/{KEY[:2]}/{KEY}/full-640.jpg%0A",
        f"/media/{KEY[:2]}/{KEY}/full-0640.jpg",
        f"/media/{KEY[:2]}/{KEY}/other-640.jpg",
        f"/media/cd/{KEY}/full-640.jpg",
        f"/media/{KEY[:2]}/../{KEY[:2]}/{KEY}/full-640.jpg",
        "/media/../newsroom.sqlite3",
        "/media/..%2f..%2fsecret-key",
        "/media/originals/ab/abc.jpg",
        f"/media/{UNFINISHED}/tmp1",
        "/media/",
    ],
)
def test_nothing_else_is_served_from_there(client: Client, address: str) -> None:
    renditions.make(original((640, 400)), KEY, (0.5, 0.5), Embedded())

    assert client.get(address).status_code == 404


# -- the desk ---------------------------------------------------------------------------------------------------------

LIST = "/admin/articles/imageasset/"
CHOOSER = f"{LIST}chooser/"


@pytest.mark.django_db
def test_the_chooser_finds_pictures_by_every_word_and_pages_newest_first(django_assert_max_num_queries: Any) -> None:
    for number in range(30):
        make_asset(title=f"Harbour {number}", credit="Iris Bloom/Limelight" if number % 2 else "Jo Park")
    client, _ = signed_in("Writer")

    with django_assert_max_num_queries(8):
        first = client.get(CHOOSER)
    second = client.get(CHOOSER, {"page": first.json()["next"]})
    found = client.get(CHOOSER, {"q": "limelight harbour 7"})

    assert "no-store" in first.headers["Cache-Control"]
    assert [len(page.json()["pictures"]) for page in (first, second)] == [24, 6]
    assert first.json()["pictures"][0]["title"] == "Harbour 29"
    assert second.json()["next"] is None
    assert {one["title"] for one in found.json()["pictures"]} == {"Harbour 7", "Harbour 17", "Harbour 27"}
    assert first.json()["may_upload"] is True


@pytest.mark.django_db
@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30, "٣", ""])
def test_odd_page_numbers_harm_nobody(number: str) -> None:
    client, _ = signed_in("Writer")

    assert client.get(CHOOSER, {"page": number, "q": "a " * 5000}).status_code == 200


@pytest.mark.django_db
def test_an_upload_in_the_chooser_answers_with_the_picture_or_a_sentence() -> None:
    client, user = signed_in("Writer")

    taken = client.post(f"{CHOOSER}upload/", {"file": SimpleUploadedFile("bow.jpg", picture_bytes())})
    refused = client.post(f"{CHOOSER}upload/", {"file": SimpleUploadedFile("bow.jpg", b"<svg/>")})
    nothing = client.post(f"{CHOOSER}upload/")

    assert taken.status_code == 201
    assert taken.json()["title"] == "bow"
    assert taken.json()["ready"] is False
    assert client.get(taken.json()["thumb"]).headers["Content-Type"] == "image/jpeg"  # before any worker came by
    assert ImageAsset.objects.get().uploaded_by == user
    assert (refused.status_code, nothing.status_code) == (422, 400)
    assert "not a picture" in refused.json()["error"]


@pytest.mark.django_db
def test_an_upload_without_a_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Editor"))

    response = client.post(f"{CHOOSER}upload/", {"file": SimpleUploadedFile("bow.jpg", picture_bytes())})

    assert response.status_code == 403
    assert not ImageAsset.objects.exists()


@pytest.mark.django_db
def test_a_writer_completes_only_the_pictures_they_uploaded() -> None:
    client, user = signed_in("Writer")
    mine, theirs = make_asset(uploaded_by=user, credit=""), make_asset(credit="")

    done = client.post(f"{CHOOSER}{mine.pk}/", {"credit": "Iris  Bloom", "alt_text": "Two dancers bow"})
    refused = client.post(f"{CHOOSER}{theirs.pk}/", {"credit": "Iris Bloom"})
    too_long = client.post(f"{CHOOSER}{mine.pk}/", {"credit": "x" * 151})

    assert (done.status_code, refused.status_code, too_long.status_code) == (200, 403, 422)
    assert "150" in too_long.json()["error"]
    mine.refresh_from_db()
    theirs.refresh_from_db()
    assert (mine.credit, mine.alt_text, theirs.credit) == ("Iris Bloom", "Two dancers bow", "")
    assert client.get(f"{LIST}{mine.pk}/change/").context["has_change_permission"] is True
    assert client.get(f"{LIST}{theirs.pk}/change/").context["has_change_permission"] is False


@pytest.mark.django_db
def test_strangers_see_no_picture_of_the_library() -> None:
    asset = make_asset()
    stranger, (roleless, user) = Client(), signed_in("Writer")
    user.groups.clear()
    large = reverse("admin:articles_imageasset_large", args=[asset.pk])
    thumbnail = reverse("admin:articles_imageasset_thumbnail", args=[asset.pk])

    for address in (LIST, CHOOSER, large, thumbnail, f"{LIST}{asset.pk}/change/"):
        assert stranger.get(address).status_code == 302
        assert roleless.get(address).status_code == 403


@pytest.mark.django_db
def test_a_thumbnail_is_made_once_and_a_missing_original_is_no_server_error() -> None:
    client, _ = signed_in("Writer")
    asset, lost = make_asset(), make_asset(width=641)
    address = reverse("admin:articles_imageasset_thumbnail", args=[asset.pk])

    first = client.get(address)
    Path(asset.file.path).unlink()
    Path(lost.file.path).unlink()

    assert client.get(address).content == first.content
    assert first.headers["Cache-Control"].startswith("private")
    with Image.open(io.BytesIO(first.content)) as image:
        assert max(image.size) == 400
    assert client.get(reverse("admin:articles_imageasset_thumbnail", args=[lost.pk])).status_code == 404
    assert client.get(f"{LIST}{lost.pk}/change/").status_code == 200
    assert client.get(f"{LIST}{10**30}/thumbnail/").status_code == 404


@pytest.mark.django_db
def test_the_library_asks_the_same_number_of_questions_for_few_and_for_many() -> None:
    client, _ = signed_in("Picture editor")
    counts = []
    for more in (3, 30):
        for _ in range(more):
            make_asset()
        with CaptureQueriesContext(connection) as counted:
            page = client.get(LIST)
        assert page.status_code == 200
        counts.append(len(counted))
    # Four tell who asks, three are the library's; every screen's frame counts notices, reads saved searches and kills.
    assert counts[0] == counts[1] <= 10


@pytest.mark.django_db
def test_the_library_lists_finds_and_filters() -> None:
    client, user = signed_in("Picture editor")
    used, bare = make_asset(title="Used bow"), make_asset(title="Bare bow", credit="", uploaded_by=user)
    make_article(lead=make_picture(asset=used))

    def titles(**query: str) -> set[str]:
        return {one.title for one in client.get(LIST, query).context["cl"].result_list}

    assert titles() == {"Used bow", "Bare bow"}
    assert titles(q="bare") == titles(lacks="credit") == titles(lacks="use") == titles(by="me") == {bare.title}
    assert titles(lacks="alt") == {"Used bow", "Bare bow"}
    assert titles(lacks="ready") == titles(lacks="failed") == set()
    assert "used 1 time" in client.get(LIST).text


@pytest.mark.django_db
@pytest.mark.parametrize("place", LOOK_PICTURES)
def test_a_picture_that_a_story_has_only_elsewhere_is_in_use(place: str) -> None:
    client, _ = signed_in("Editor")
    asset, unused = make_asset(title="Told with"), make_asset(title="Lies there")
    looks: dict[str, Any] = {place: make_picture(asset=asset)}
    story = make_article(looks=Looks(**looks))

    listed = {one.title: one.used for one in client.get(LIST).context["cl"].result_list}
    screen = client.get(f"{LIST}{asset.pk}/change/").text
    refused = client.post(f"{LIST}{asset.pk}/delete/", {"post": "yes"}, follow=True).text

    assert listed == {"Told with": 1, "Lies there": 0}
    assert [one.pk for one in client.get(LIST, {"lacks": "use"}).context["cl"].result_list] == [unused.pk]
    assert story.get_absolute_url() in screen
    assert "deletelink" not in screen
    assert f"stays. It is used in: the story “{story}”" in unescape(refused)
    assert ImageAsset.objects.filter(pk=asset.pk).exists()


@pytest.mark.django_db
def test_the_upload_form_takes_pictures_and_says_what_is_wrong_beside_the_file() -> None:
    client, user = signed_in("Writer")

    refused = client.post(f"{LIST}add/", {"file": SimpleUploadedFile("x.jpg", b"<html>"), "credit": "Iris Bloom"})
    empty = client.post(f"{LIST}add/", {"file": SimpleUploadedFile("x.jpg", b"")})
    missing = client.post(f"{LIST}add/", {})
    taken = client.post(
        f"{LIST}add/", {"file": SimpleUploadedFile("bow.jpg", picture_bytes()), "credit": " Iris Bloom"}
    )

    assert "not a picture in a format we take" in refused.text
    assert 'value="Iris Bloom"' in refused.text
    assert (empty.status_code, missing.status_code) == (200, 200)
    assert taken.status_code == 302
    asset = ImageAsset.objects.get()
    assert (asset.title, asset.credit, asset.uploaded_by) == ("bow", "Iris Bloom", user)


@pytest.mark.django_db
def test_a_picture_editor_moves_the_focal_point_and_renditions_are_made_anew() -> None:
    client, _ = signed_in("Picture editor")
    asset = make_asset(failure="It was odd.")
    words = {"title": "Bow", "credit": "Iris Bloom", "focal_x": "0.25", "focal_y": "0.75"}

    saved = client.post(f"{LIST}{asset.pk}/change/", words)
    outside = client.post(f"{LIST}{asset.pk}/change/", {**words, "focal_x": "1.5"})

    assert saved.status_code == 302
    assert outside.status_code == 200
    before = asset.key
    asset.refresh_from_db()
    assert (asset.focal_x, asset.focal_y, asset.failure) == (0.25, 0.75, "")
    assert asset.key != before
    assert asset in ImageAsset.objects.unready()


@pytest.mark.django_db
def test_the_screen_links_the_stories_a_person_may_open_and_counts_the_others() -> None:
    client, user = signed_in("Writer")
    asset = make_asset()
    mine = make_article(by=user, headline="My own story", lead=make_picture(asset=asset))
    make_article(headline="A secret scoop", lead=make_picture(asset=asset))

    page = client.get(f"{LIST}{asset.pk}/change/").text

    assert mine.get_absolute_url() in page
    assert "My own story" in page
    assert "secret scoop" not in page
    assert "1 other story" in page


@pytest.mark.django_db
def test_a_picture_in_use_stays_and_an_unused_one_goes_with_its_file(
    django_capture_on_commit_callbacks: Any,
) -> None:
    client, _ = signed_in("Editor")
    used, portrait, unused = make_asset(), make_asset(), make_asset()
    make_article(lead=make_picture(asset=used))
    make_author(portrait=portrait)
    path = Path(unused.file.path)

    for kept in (used, portrait):
        answer = client.post(f"{LIST}{kept.pk}/delete/", {"post": "yes"}, follow=True)
        assert "stays. It is used in: the " in answer.text
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{LIST}{unused.pk}/delete/", {"post": "yes"}).status_code == 302

    assert set(ImageAsset.objects.all()) == {used, portrait}
    assert not path.exists()


@pytest.mark.django_db
def test_a_picture_whose_small_files_are_made_can_be_published_and_the_worker_makes_the_large_ones() -> None:
    asset = accept(SimpleUploadedFile("bow.jpg", original().getvalue()), by=None, credit="Iris Bloom/Limelight")

    assert asset.make_renditions(640)

    assert {path.name for path in files()} >= {"full-640.avif", "tall-480.jpg"}
    assert not any(path.name.startswith(("full-960", "wide-1280")) for path in files())
    make_article(lead=asset.picture(alt_text="Dancers bow")).publish(by=None)
    assert make_missing() == 1
    assert len(files()) == 62
