"""What the publication's settings promise: colours readers can read, addresses that stay honest, clean logos, pages."""

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import assume, given
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin

from newsroom import brand, colour, pages, theme
from newsroom.links import Address, Links
from newsroom.models import Page, Publication

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
MASTHEADS = st.sampled_from(colour.MASTHEADS)


@pytest.fixture(autouse=True)
def _own_disk(tmp_path: Path, settings: Any) -> None:
    settings.RENDITIONS_ROOT = tmp_path / "renditions"


# -- colours ---------------------------------------------------------------------------------------------------------


@given(COLOURS, MASTHEADS)
def test_whatever_accent_is_accepted_everything_printed_with_it_can_be_read(accent: str, masthead: str) -> None:
    accent = accent if colour.accepted(accent) else colour.nearest(accent)
    themed = colour.theme(accent, masthead)
    for scheme in (themed.light, themed.dark):
        for text, ground in scheme.pairs():
            assert colour.contrast(text, ground) >= 4.5, (accent, masthead, text, ground)


@given(COLOURS)
def test_a_refused_colour_is_answered_with_one_that_passes_and_is_no_lighter(accent: str) -> None:
    assume(not colour.accepted(accent))
    with pytest.raises(ValidationError) as refused:
        Publication(accent=accent).clean_fields()
    said = refused.value.message_dict["accent"][0]
    offered = re.findall("#[0-9a-f]{6}", said)[-1]
    assert colour.accepted(offered)
    assert colour.contrast(offered, "#ffffff") >= colour.contrast(accent, "#ffffff")
    measured = float(re.findall(r"([0-9.]+) : 1", said)[0])
    assert measured < 4.5


def test_the_offered_colour_is_of_the_same_hue_and_just_dark_enough() -> None:
    offered = colour.nearest("#ff5a9e")
    red, green, blue = (int(offered[place : place + 2], 16) for place in (1, 3, 5))
    assert red > blue > green, offered
    assert 4.5 <= min(colour.contrast(offered, paper) for paper in colour.PAPERS) < 4.7


def test_contrast_is_measured_as_wcag_measures_it() -> None:
    assert colour.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert colour.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert colour.ratio("#777777", "#ffffff") == "4.47 : 1", "never rounded up to a bound"


def test_the_colours_are_checked_against_the_papers_the_stylesheet_has() -> None:
    """tokens.css may get other papers; then newsroom.colour must learn of them."""
    css = (settings.BASE_DIR / "static/css/tokens.css").read_text()
    light, dark = css.split("@media (prefers-color-scheme: dark)", 1)

    def value(part: str, name: str) -> str:
        found = re.search(rf"--{name}: (#[0-9a-f]+);", part)
        assert found, name
        return found[1] if len(found[1]) == 7 else "#" + "".join(sign * 2 for sign in found[1][1:])

    for part, papers, ink, line in (
        (light, colour.PAPERS, colour.INK, colour.LINE),
        (dark, colour.DARK_PAPERS, colour.DARK_INK, colour.DARK_LINE),
    ):
        assert (value(part, "paper"), value(part, "paper-sunk")) == papers
        assert (value(part, "ink"), value(part, "line")) == (ink, line)


def test_the_theme_is_a_stylesheet_every_cache_may_keep(client: Client) -> None:
    response = client.get(Publication(accent="#0b5a3c", masthead="accent").theme_path)

    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    light, dark = response.content.decode().split("@media (prefers-color-scheme: dark)")
    assert light.startswith("@layer tokens {")
    assert "--accent: #0b5a3c;" in light
    assert "--masthead-paper: #0b5a3c;" in light
    for name in ("accent", "accent-ink", "tint", "masthead-paper", "masthead-ink", "masthead-line"):
        assert f"--{name}: #" in light, name
        assert f"--{name}: #" in dark, name
    assert not response.cookies


@pytest.mark.parametrize(
    "name",
    [
        *(
            "ffff00-paper-1",
            "b0124f-pink-1",
            "B0124F-paper-1",
            "b0124f-paper-2",
            "b0124f-paper",
            "b0124f-paper-1.css\n",
        ),
        *("b0124-paper-1", "../b0124f-paper-1", "b0124f;}body{display:none-paper-1"),
    ],
)
def test_there_is_no_theme_of_a_colour_nobody_can_read_nor_under_another_name(
    client: Client, name: str, db: None
) -> None:
    assert client.get(f"/theme/{name}.css").status_code == 404


def test_an_accent_that_came_past_the_check_has_no_say() -> None:
    assert Publication(accent="#ffff00", masthead="none").theme_path == theme.address(colour.DEFAULT_ACCENT, "paper")
    assert Publication(accent="red}").bar_colours == Publication().bar_colours


# -- addresses -------------------------------------------------------------------------------------------------------

HOSTILE = [
    *("javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x", "vbscript:x"),
    *("//host", "\\\\host", "/\\host", "\\/host", "/\t/host", "/\n/host", "\t//host", "http://host/", "https:host"),
    *("https:/host", "https://", "https:///host", "https://\\host", "https://user@host", "https://user:word@host/"),
    *(
        "ftp://host",
        "host",
        "",
        "/with blank",
        '/with"quote',
        "/with<tag>",
        "/with\x00nul",
        "https://host/\\x",
        "?page=2",
    ),
]


@pytest.mark.parametrize("address", HOSTILE)
def test_a_hostile_address_is_refused_wherever_one_can_be_typed(address: str) -> None:
    with pytest.raises(ValidationError):
        Address()(address)
    for field in ("menu", "footer_links", "social"):
        with pytest.raises(ValidationError) as refused:
            Publication(**{field: [{"label": "Film", "address": address}]}).clean_fields()
        assert list(refused.value.message_dict) == [field]
    if address.strip():
        for field in (
            "subscribe_address",
            "corrections_policy",
            "privacy_policy",
            "terms",
            "ethics_policy",
            "ownership_policy",
            "feedback",
        ):
            with pytest.raises(ValidationError) as refused:
                Publication(**{field: address}).clean_fields()
            assert list(refused.value.message_dict) == [field]


@pytest.mark.parametrize(
    "address",
    ["/", "/film/", "/search/?q=a&page=2", "/about/#top", "https://host.example", "https://h.example:8443/ü?x#y"],
)
def test_an_honest_address_is_taken(address: str) -> None:
    Address()(address)
    Publication(menu=[{"label": "Film", "address": address}], subscribe_address=address).clean_fields()


def test_social_accounts_are_elsewhere() -> None:
    with pytest.raises(ValidationError, match="complete address"):
        Publication(social=[{"label": "Bluesky", "address": "/film/"}]).clean_fields()


@pytest.mark.parametrize(
    "value",
    [
        "x",
        {"label": "a", "address": "/"},
        ["x"],
        [{"label": "a"}],
        [{"label": 1, "address": "/"}],
        [{"label": "a", "address": "/", "more": "x"}],
        [{"label": " ", "address": "/"}],
        [{"label": "a" * 41, "address": "/"}],
        [{"label": "a", "address": "/" + "a" * 200}],
        [{"label": "a", "address": "/"}] * 13,
    ],
)
def test_a_menu_holds_nothing_but_a_few_links(value: Any) -> None:
    with pytest.raises(ValidationError):
        Links(12)(value)


def test_the_footer_names_each_address_once() -> None:
    publication = Publication(
        footer_links=[{"label": "Jobs", "address": "/about/jobs/"}],
        pages=[{"title": "Privacy", "address": "/about/privacy/"}],
        privacy_policy="/about/privacy/",
        terms="https://limelight.example/terms",
    )
    assert publication.footer_entries() == [
        ("Jobs", "/about/jobs/"),
        ("Privacy", "/about/privacy/"),
        ("Terms of use", "https://limelight.example/terms"),
    ]


@pytest.mark.django_db
def test_a_policy_is_named_only_once_its_page_can_be_read(client: Client) -> None:
    policies = {"ethics_policy": "/about/ethics/", "ownership_policy": "/about/owners/", "terms": "/corrections/"}
    Publication.objects.update_or_create(pk=1, defaults=policies)
    assert Publication.current().policies == [("Terms of use", "/corrections/")]
    owners = Page.objects.create(title="Who owns us", slug="owners", in_footer=False, is_live=False)
    assert "/about/owners/" not in client.get("/").text

    owners.is_live = True
    owners.save()

    home = client.get("/").text
    assert '<a href="/about/owners/">Ownership and funding</a>' in home
    assert '"ownershipFundingInfo": "http://testserver/about/owners/"' in home
    assert "ethicsPolicy" not in home
    owners.delete()
    assert "/about/owners/" not in client.get("/").text


# -- logo and icon ---------------------------------------------------------------------------------------------------


def upload(image: Image.Image, kind: str = "PNG", name: str = "logo.png", **options: Any) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return SimpleUploadedFile(name, buffer.getvalue(), "image/png")


def drawn(width: int, height: int, colour: str = "#b0124f") -> Image.Image:
    return Image.new("RGBA", (width, height), colour)


def served(client: Client, address: str) -> Image.Image:
    response = client.get(address)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "image/png"
    assert "immutable" in response.headers["Cache-Control"]
    image = Image.open(io.BytesIO(response.getvalue()))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "GIF", "AVIF", "JPEG"])
def test_a_logo_is_served_in_two_sizes_as_clean_png(client: Client, kind: str) -> None:
    image = drawn(2400, 400) if kind != "JPEG" else drawn(2400, 400).convert("RGB")
    made = brand.logo(upload(image, kind, "logo.svg"))

    assert (made["width"], made["height"]) == (576, 96)
    assert served(client, made["address"]).size == (576, 96)
    assert served(client, made["address_2x"]).size == (1152, 192)


def test_a_wide_logo_is_bounded_by_its_width_and_a_small_one_is_not_enlarged() -> None:
    wide, small = brand.logo(upload(drawn(3000, 100))), brand.logo(upload(drawn(120, 40)))
    assert (wide["width"], wide["height"]) == (800, 27)
    assert (small["width"], small["height"]) == (120, 40)


def test_transparent_edges_are_cut_off_and_transparency_is_kept(client: Client) -> None:
    image = Image.new("RGBA", (1000, 1000), (0, 0, 0, 0))
    image.paste((176, 18, 79, 255), (100, 400, 900, 500))
    image.paste((0, 0, 0, 0), (300, 400, 500, 500))
    made = brand.logo(upload(image))
    assert (made["width"], made["height"]) == (768, 96)
    assert served(client, made["address"]).getchannel("A").getextrema() == (0, 255)


def test_nothing_that_came_with_the_file_is_served(client: Client) -> None:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", "SECRET")
    exif = Image.Exif()
    exif[0x010E] = "SECRET"
    hostile = upload(drawn(400, 100), pnginfo=words, exif=exif)
    hostile = SimpleUploadedFile("x.png", hostile.read() + b"<script>SECRET</script>")
    made = brand.logo(hostile)
    for address in (made["address"], made["address_2x"]):
        response = client.get(address)
        assert b"SECRET" not in response.getvalue()


def test_a_picture_taken_on_its_side_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = brand.logo(upload(drawn(100, 400).convert("RGB"), "JPEG", exif=exif))
    assert (made["width"], made["height"]) == (384, 96)


def test_an_icon_is_made_for_tabs_phones_and_launchers(client: Client) -> None:
    image = drawn(1024, 1024, "#00000000")
    image.paste((176, 18, 79, 255), (256, 256, 768, 768))
    made = brand.icon(upload(image))
    assert set(made) == {"32", "180", "192", "512"}
    for width, address in made.items():
        assert served(client, address).size == (int(width), int(width))
    assert served(client, made["180"]).convert("RGBA").getpixel((0, 0)) == (255, 255, 255, 255), (
        "phones fill with black"
    )


@pytest.mark.parametrize("size", [(512, 500), (400, 400)])
def test_an_icon_that_is_no_square_or_too_small_is_refused(size: tuple[int, int]) -> None:
    with pytest.raises(ValidationError, match="square of at least 512"):
        brand.icon(upload(drawn(*size)))


def bomb() -> bytes:
    """A PNG of a few kB that says it has 30,000 × 30,000 pixels."""
    buffer = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(buffer, "PNG")
    return buffer.getvalue()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def whole() -> bytes:
    return upload(drawn(400, 100), "PNG").read()


# Each is made when it is asked for: the large ones take a second.
HOSTILE_FILES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "text": lambda: b"not a picture",
    "svg": lambda: SVG,
    "html": lambda: b"<html><script>alert(1)</script>",
    "tiff": lambda: upload(drawn(100, 100), "TIFF").read(),
    "eps": lambda: upload(drawn(100, 100).convert("RGB"), "EPS").read(),
    "cut off": lambda: whole()[: len(whole()) // 2],
    "head only": lambda: whole()[:40],
    "too many pixels": bomb,
    "too many bytes": lambda: whole() + b"\0" * brand.MOST_BYTES,
    "transparent": lambda: upload(Image.new("RGBA", (50, 50)), "PNG").read(),
}


@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_a_hostile_file_is_refused_with_a_sentence_and_leaves_nothing(name: str) -> None:
    with pytest.raises(ValidationError) as refused:
        brand.logo(SimpleUploadedFile("logo.png", HOSTILE_FILES[name](), "image/png"))
    assert refused.value.messages[0].endswith(".")
    assert not list(Path(settings.RENDITIONS_ROOT).rglob("*"))


def test_a_full_disk_is_told_and_leaves_no_half_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(ValidationError, match="disk is full"):
        brand.logo(upload(drawn(400, 100)))
    assert not [one for one in Path(settings.RENDITIONS_ROOT).rglob("*") if one.is_file()]


@pytest.mark.parametrize(
    "path",
    [
        *("brand/../secret-key", "brand/0123456789abcdef01234567-logo.png", "brand/x-logo.png", "brand/"),
        "brand/0123456789abcdef01234567-logo.png\n",
    ],
)
def test_only_files_that_were_made_are_served(client: Client, db: None, path: str) -> None:
    assert client.get(f"/media/{path}").status_code == 404


# -- plain pages -----------------------------------------------------------------------------------------------------


@pytest.fixture
def _named(db: None) -> None:
    Publication.objects.create(
        pk=1,
        name="Limelight",
        description="News from the third row.",
        contact="newsroom@limelight.example",
        social=[{"label": "Bluesky", "address": "https://bsky.example/limelight"}],
    )


def make_page(**values: Any) -> Page:
    given = {"title": "Corrections policy", "slug": "corrections-policy", "is_live": True, **values}
    return Page.objects.create(**given)


@pytest.mark.usefixtures("_named")
def test_a_live_page_is_read_at_its_address(client: Client) -> None:
    page = make_page(body="<h3>How</h3><p>We say so.</p>", summary="What we do when we were wrong.")
    response = client.get("/about/corrections-policy/")
    text = response.text
    assert page.get_absolute_url() == "/about/corrections-policy/"
    assert "<h1>Corrections policy</h1>" in text
    assert "<h2>How</h2><p>We say so.</p>" in text
    assert '<link rel="canonical" href="http://testserver/about/corrections-policy/">' in text
    assert '<meta name="description" content="What we do when we were wrong.">' in text
    assert '<meta name="robots" content="noindex">' not in text
    assert re.search(r'<time datetime="[0-9T:+-]+">', text)
    assert "public" in response.headers["Cache-Control"]
    assert not response.cookies


@pytest.mark.usefixtures("_named")
def test_a_draft_answers_as_an_unknown_page_does_and_is_listed_nowhere(client: Client) -> None:
    make_page(title="Secret plan", slug="secret-plan", is_live=False)
    draft, unknown = client.get("/about/secret-plan/"), client.get("/about/nothing-here/")
    assert draft.status_code == unknown.status_code == 404
    assert draft.text.replace("secret-plan", "") == unknown.text.replace("nothing-here", "")
    assert "Secret plan" not in client.get("/about/").text
    assert Publication.current().pages == []
    assert [address for address, _ in pages.live_addresses()] == ["/about/"]


@pytest.mark.usefixtures("_named")
def test_the_about_page_says_who_publishes_and_lists_the_pages(client: Client) -> None:
    make_page(summary="What we do when we were wrong.")
    text = client.get("/about/").text
    for words in ("About Limelight", "News from the third row.", "mailto:newsroom@limelight.example", "Bluesky"):
        assert words in text
    assert '<a href="/about/corrections-policy/">Corrections policy</a>' in text
    assert 'href="https://bsky.example/limelight" rel="me noopener external"' in text


@pytest.mark.usefixtures("_named")
def test_the_footer_follows_whatever_is_done_to_pages() -> None:
    first = make_page(position=2)
    make_page(title="About us", slug="us", position=1)
    make_page(title="Hidden", slug="hidden", in_footer=False)
    make_page(title="Draft", slug="draft", is_live=False)

    def footer() -> list[str]:
        return [one["title"] for one in Publication.current().pages]

    assert footer() == ["About us", "Corrections policy"]
    first.title = "Corrections"
    first.save()
    assert footer() == ["About us", "Corrections"]
    first.delete()
    assert footer() == ["About us"]
    Page.objects.filter(slug="us").delete()
    assert footer() == []


@pytest.mark.django_db
def test_a_page_can_be_made_before_anybody_described_the_publication() -> None:
    make_page()
    assert Publication.current().pages == [{"title": "Corrections policy", "address": "/about/corrections-policy/"}]


@pytest.mark.usefixtures("_named")
def test_a_page_carries_no_code_and_its_date_moves_when_its_words_do() -> None:
    page = make_page(body='<p onclick="x()">Hello<script>alert(1)</script> <a href="javascript:x">there</a></p>')
    assert page.body == "<p>Hello there</p>"
    first = page.updated_at
    page.position = 5
    page.save()
    assert page.updated_at == first, "readers see no change"
    page.body = "<p>Hello again</p>"
    page.save()
    assert page.updated_at > first


@pytest.mark.usefixtures("_named")
@pytest.mark.parametrize("path", ["/", "/newsletter/", "/search/"])
def test_pages_ask_no_more_questions_for_the_settings_there_are(client: Client, path: str) -> None:
    client.get(path)
    with CaptureQueriesContext(connection) as before:
        client.get(path)
    for number in range(8):
        make_page(title=f"Page {number}", slug=f"page-{number}")
    links = [{"label": "Film", "address": "/film/"}] * 10
    Publication.objects.update(menu=links, footer_links=links, social=[{"label": "X", "address": "https://x.example"}])
    with CaptureQueriesContext(connection) as after:
        client.get(path)
    assert len(after) <= len(before)


@pytest.mark.django_db
def test_editors_write_pages_and_writers_do_not() -> None:
    held = {
        role: set(
            Group.objects.get(name=role)
            .permissions.filter(content_type__model="page")
            .values_list("codename", flat=True)
        )
        for role in ("Editor", "Writer", "Picture editor")
    }
    assert held["Editor"] == {"view_page", "add_page", "change_page", "delete_page"}
    assert held["Writer"] == held["Picture editor"] == set()


@pytest.mark.parametrize(
    "address", ["https://[x/", "https://a..b", "https://%00/", "https://evil.example:99999/", "/\u202ex", "/\ufdd0/x"]
)
def test_what_no_browser_could_open_is_no_address(address: str) -> None:
    with pytest.raises(ValidationError):
        Address()(address)


def test_a_name_is_one_line_that_can_be_seen() -> None:
    publication = Publication(pk=1, name="Lime\r\nlight\x07", tagline="\u200b")
    publication.clean_fields()
    assert (publication.name, publication.tagline) == ("Lime light", "")

    with pytest.raises(ValidationError, match="title"):
        Page(title="\u200b\u202e", slug="unseen").clean_fields()
