"""The publication's screen and the plain pages' screens: what they keep, what they refuse, what a preview leaves."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from PIL import Image

from articles.admin.publication import PageAdmin
from articles.tests.factories import make_article, make_category, make_user
from newsroom.models import Page, Publication

pytestmark = pytest.mark.django_db

SCREEN = "/admin/newsroom/publication/1/change/"
PREVIEW = "/admin/newsroom/publication/preview/"


@pytest.fixture(autouse=True)
def _own_disk(tmp_path: Path, settings: Any) -> None:
    settings.RENDITIONS_ROOT = tmp_path / "renditions"


@pytest.fixture
def desk(client: Client) -> Client:
    """An administrator at the desk of a magazine called Limelight."""
    Publication.objects.create(pk=1, name="Limelight", tagline="From the third row")
    client.force_login(make_user("Administrator", "ada"))
    return client


def typed(**changes: Any) -> dict[str, Any]:
    """The form as a browser sends it when nothing was changed but this."""
    now = Publication.current()
    sent: dict[str, Any] = {"base": now.version}
    for name in (
        *("name", "tagline", "description", "contact", "accent", "masthead", "footer", "subscribe_label"),
        *("subscribe_address", "corrections_policy", "ethics_policy", "ownership_policy", "privacy_policy"),
        *("terms", "feedback"),
    ):
        sent[name] = getattr(now, name)
    for name in ("menu", "footer_links", "social"):
        links = changes.pop(name, None)
        rows = [(one["label"], one["address"]) for one in getattr(now, name)] if links is None else links
        sent[f"{name}-label"] = [label for label, _ in rows] + ["", "", ""]
        sent[f"{name}-address"] = [address for _, address in rows] + ["", "", ""]
    return {**sent, **changes}


def preview(desk: Client, **changes: Any) -> Any:
    """What the screen's script gets when this is typed."""
    return desk.post(PREVIEW, typed(**changes), headers={"Accept": "application/json"})


def logo_file(width: int = 400, height: int = 100) -> SimpleUploadedFile:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "#b0124f").save(buffer, "PNG")
    return SimpleUploadedFile("logo.png", buffer.getvalue(), "image/png")


# -- saving ----------------------------------------------------------------------------------------------------------


def test_settings_saved_at_the_desk_change_the_site(desk: Client) -> None:
    sent = typed(
        name="Footlight",
        accent="#0B5A3C",
        masthead="ink",
        menu=[("Stage", "/film/"), ("Shop", "https://shop.example/")],
        footer_links=[("Jobs", "/about/jobs/")],
        social=[("Bluesky", "https://bsky.example/footlight")],
        privacy_policy="/about/privacy/",
    )
    response = desk.post(SCREEN, sent)
    assert response.status_code == 302
    now = Publication.current()
    assert (now.name, now.accent, now.masthead) == ("Footlight", "#0b5a3c", "ink")
    page = Client().get("/").text
    for words in (
        "Footlight",
        now.theme_path,
        "Stage",
        "https://shop.example/",
        "Jobs",
        "https://bsky.example/footlight",
    ):
        assert words in page, words


def test_rows_keep_their_order_and_empty_ones_count_for_nothing(desk: Client) -> None:
    sent = typed()
    sent["menu-label"] = ["", "  Film ", "", "Music"]
    sent["menu-address"] = ["", " /film/ ", "", "/music/"]
    desk.post(SCREEN, sent)
    assert Publication.current().menu == [
        {"label": "Film", "address": "/film/"},
        {"label": "Music", "address": "/music/"},
    ]


def test_an_error_stands_beside_its_row_and_nothing_typed_is_lost(desk: Client) -> None:
    response = desk.post(
        SCREEN,
        typed(
            name="Footlight",
            menu=[("Film", "/film/"), ("Trap", "javascript:alert(1)"), ("", "/music/")],
            social=[("Here", "/film/")],
        ),
    )
    page = response.text
    assert response.status_code == 422
    assert Publication.current().name == "Limelight"
    rows = re.findall(r'<li class="link-row".*?</li>', page, re.S)
    trap = next(row for row in rows if "javascript:alert(1)" in row)
    assert "Begin with one / or with https://" in trap
    assert 'value="Trap"' in trap
    assert "Say what readers see." in next(row for row in rows if 'value="/music/"' in row)
    assert "complete address" in next(row for row in rows if 'value="Here"' in row)
    assert "Links in the menu, link 2: Begin" in page
    assert 'value="Footlight"' in page


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("subscribe_address", "//evil.example"),
        ("privacy_policy", "/\\evil.example"),
        ("terms", "javascript:alert(1)"),
        ("name", ""),
        ("masthead", "pink"),
        ("accent", "red;}"),
    ],
)
def test_a_bad_setting_is_refused(desk: Client, field: str, value: str) -> None:
    response = desk.post(SCREEN, typed(**{field: value}))
    assert response.status_code == 422
    assert getattr(Publication.current(), field) != value


def test_too_many_links_are_refused(desk: Client) -> None:
    response = desk.post(SCREEN, typed(menu=[("Film", "/film/")] * 13))
    assert response.status_code == 422
    assert "13 links; at most 12 fit." in response.text


def test_a_colour_readers_cannot_read_is_refused_and_one_press_repairs_it(desk: Client) -> None:
    refused = desk.post(SCREEN, typed(accent="#ff5a9e"))
    assert refused.status_code == 422
    assert "contrast of 2.64 : 1" in refused.text
    offered = re.search(r'name="_repair" value="(#[0-9a-f]{6})"', refused.text)
    assert offered
    assert desk.post(SCREEN, typed(accent="#ff5a9e", _repair=offered[1])).status_code == 302
    assert Publication.current().accent == offered[1]


def test_a_logo_is_taken_shown_to_readers_and_removed(desk: Client) -> None:
    desk.post(SCREEN, typed(logo_file=logo_file()))
    logo = Publication.current().logo
    assert (logo["width"], logo["height"]) == (384, 96)
    assert logo["address"] in Client().get("/").text
    assert logo["address"] in desk.get(SCREEN).text
    desk.post(SCREEN, typed(logo_remove="on"))
    assert Publication.current().logo == {}
    assert Client().get(logo["address"]).status_code == 200, "a page somebody's cache keeps still shows it"


def test_a_logo_survives_an_error_elsewhere(desk: Client) -> None:
    refused = desk.post(SCREEN, typed(name="", logo_file=logo_file()))
    assert refused.status_code == 422
    kept = re.search(r'name="logo_kept" value="([^"]+)"', refused.text)
    assert kept
    desk.post(SCREEN, typed(logo_kept=kept[1]))
    assert Publication.current().logo["width"] == 384


def kept_in(response: Any) -> str:
    """The logo that goes with the form when it is sent again."""
    found = re.search(r'name="logo_kept" value="([^"]*)"', response.text)
    assert found
    return found[1]


def removal_is_ticked(response: Any) -> bool:
    return bool(re.search(r'<input[^>]*name="logo_remove"[^>]* checked', response.text))


def test_a_tick_to_remove_the_logo_wins_over_one_that_was_kept(desk: Client) -> None:
    desk.post(SCREEN, typed(logo_file=logo_file()))
    kept = kept_in(desk.post(SCREEN, typed(name="", logo_file=logo_file(200, 100))))
    refused = desk.post(SCREEN, typed(name="", logo_kept=kept, logo_remove="on"))
    assert removal_is_ticked(refused), "an error elsewhere does not cost the tick"
    assert kept_in(refused) == ""
    desk.post(SCREEN, typed(logo_kept=kept, logo_remove="on"))
    assert Publication.current().logo == {}


def test_a_logo_chosen_now_wins_over_the_tick_to_remove_it(desk: Client) -> None:
    desk.post(SCREEN, typed(logo_file=logo_file()))
    refused = desk.post(SCREEN, typed(name="", logo_file=logo_file(200, 100), logo_remove="on"))
    assert not removal_is_ticked(refused), "sent again with the kept file, it would remove that"
    desk.post(SCREEN, typed(logo_kept=kept_in(refused)))
    assert Publication.current().logo["width"] == 192


@pytest.mark.parametrize("kept", ["x", '{"address":"https://evil.example/x.png"}', "eyJhIjoxfQ:1x:AAAA"])
def test_a_logo_nobody_uploaded_is_not_believed(desk: Client, kept: str) -> None:
    desk.post(SCREEN, typed(logo_kept=kept))
    assert Publication.current().logo == {}


def test_a_file_that_is_no_picture_is_refused_beside_its_field(desk: Client) -> None:
    response = desk.post(SCREEN, typed(icon_file=SimpleUploadedFile("icon.png", b"<svg onload=alert(1)>", "image/png")))
    assert response.status_code == 422
    assert "This is not a picture in a format we take" in response.text
    assert desk.post(SCREEN, typed(icon_file=logo_file())).status_code == 422, "an icon is a square"


def test_who_comes_second_is_told_and_decides(desk: Client) -> None:
    mine = typed(tagline="Mine")
    other = Client()
    other.force_login(make_user("Administrator", "bea"))
    other.post(SCREEN, typed(tagline="Theirs", contact="bea@limelight.example"))

    overtaken = desk.post(SCREEN, mine)
    assert overtaken.status_code == 409
    assert "bea saved other settings after you opened this page" in overtaken.text
    assert 'value="Mine"' in overtaken.text
    assert Publication.current().tagline == "Theirs"

    again = re.search(r'name="base" value="(\d+)"', overtaken.text)
    assert again
    desk.post(SCREEN, {**mine, "base": again[1]})
    assert Publication.current().tagline == "Mine"


def test_pages_written_meanwhile_stay_in_the_footer(desk: Client) -> None:
    mine = typed(tagline="Mine")
    Page.objects.create(title="Jobs", slug="jobs", is_live=True)
    assert desk.post(SCREEN, mine).status_code == 302, "a page is no setting: nobody is overtaken"
    assert [one["title"] for one in Publication.current().pages] == ["Jobs"]


def test_changes_are_logged_with_what_was_changed(desk: Client) -> None:
    desk.post(SCREEN, typed(tagline="New", menu=[("Film", "/film/")], logo_file=logo_file()))
    entry = LogEntry.objects.get()
    said = entry.get_change_message()
    for words in ("Tagline", "Links in the menu", "Logo"):
        assert words in said
    assert "Name" not in said
    assert said in desk.get(SCREEN).text
    desk.post(SCREEN, typed())
    assert LogEntry.objects.count() == 1, "nothing was changed"


# -- who may ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["Editor", "Writer", "Picture editor", "Newsletter editor"])
def test_settings_are_for_administrators(client: Client, role: str) -> None:
    client.force_login(make_user(role))
    for response in (client.get(SCREEN), client.post(SCREEN, typed(name="Mine")), client.post(PREVIEW, typed())):
        assert response.status_code == 403
    assert not Publication.objects.exists()


def test_whoever_holds_the_permission_may(client: Client) -> None:
    editor = make_user("Editor")
    editor.user_permissions.add(Permission.objects.get(codename="change_publication"))
    client.force_login(User.objects.get(pk=editor.pk))
    assert client.get("/admin/newsroom/publication/", follow=True).status_code == 200
    assert client.post(SCREEN, typed(name="Ours")).status_code == 302
    assert Publication.current().name == "Ours"


@pytest.mark.parametrize("path", [PREVIEW, "/admin/newsroom/publication/2/change/", "/admin/newsroom/publication/add/"])
def test_there_is_one_publication_and_looking_needs_a_form(desk: Client, path: str) -> None:
    assert desk.get(path).status_code in {403, 404, 405}


def test_a_stranger_sees_no_preview(client: Client) -> None:
    assert client.post(PREVIEW, {}).status_code == 302


# -- the preview -----------------------------------------------------------------------------------------------------


def stored() -> list[Any]:
    return [list(Publication.objects.values()), list(Page.objects.values()), LogEntry.objects.count()]


@pytest.mark.parametrize("asked", ["home", "story", "newsletter", "about", "https://evil.example/", "/admin/"])
def test_the_preview_shows_what_is_typed_and_stores_nothing(desk: Client, asked: str) -> None:
    make_article(headline="Harbour lights").publish(by=None)
    before = stored()
    response = preview(
        desk, name="Footlight", accent="#0b5a3c", menu=[("Stage", "/film/")], logo_file=logo_file(), page=asked
    )
    answer = response.json()
    assert answer["trouble"] == []
    assert "/theme/0b5a3c-paper-" in answer["page"]
    assert "Stage" in answer["page"]
    assert "Footlight" in answer["page"]
    assert "Harbour lights" in answer["page"] or asked in {"newsletter", "about"}
    assert stored() == before
    assert "Footlight" not in Client().get("/").text
    assert response.headers["Cache-Control"].startswith("no-store, private")
    assert response.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_the_preview_says_what_is_wrong_and_shows_the_rest(desk: Client) -> None:
    answer = preview(
        desk, name="", accent="#ffff00", tagline="Out loud", menu=[("Film", "/film/"), ("Trap", "//x.example")]
    ).json()
    assert set(answer["errors"]) == {"name", "accent", "menu.1"}
    assert len(answer["trouble"]) == 3
    assert "Out loud" in answer["page"]
    assert "Limelight" in answer["page"], "the name as it is saved"
    assert "//x.example" not in answer["page"]
    assert "too low" in answer["swatches"]
    assert "_repair" in answer["swatches"]


def test_without_script_the_preview_is_the_page_itself(desk: Client) -> None:
    good = desk.post(PREVIEW, typed(name="Footlight"))
    assert good.status_code == 200
    assert good.text.startswith("<!doctype html>")
    assert "Footlight" in good.text
    bad = desk.post(PREVIEW, typed(name=""))
    assert bad.status_code == 422
    assert "The publication needs a name." in bad.text


def test_a_preview_of_no_story_says_so(desk: Client) -> None:
    answer = preview(desk, page="story").json()
    assert answer["trouble"] == ["There is no live story to show yet."]
    assert answer["page"] == ""


def test_what_is_typed_cannot_run_in_the_screen_or_the_preview(desk: Client) -> None:
    payload = '"><script>alert(1)</script>'
    answer = preview(desk, name=payload, accent=payload, tagline=payload).json()
    assert "<script>alert(1)" not in answer["page"]
    assert "<script>alert(1)" not in answer["swatches"]
    refused = desk.post(SCREEN, typed(name=payload, accent=payload, menu=[(payload, payload)]))
    assert "<script>alert(1)" not in refused.text


def test_the_screen_asks_no_more_for_more_links(desk: Client) -> None:
    desk.get(SCREEN)
    with CaptureQueriesContext(connection) as few:
        desk.get(SCREEN)
    for number in range(5):
        make_category(f"Area {number}")
        Page.objects.create(title=f"Page {number}", slug=f"page-{number}", is_live=True)
    Publication.objects.update(menu=[{"label": "Film", "address": "/film/"}] * 12)
    with CaptureQueriesContext(connection) as many:
        desk.get(SCREEN)
    assert len(many) == len(few)


# -- plain pages -----------------------------------------------------------------------------------------------------


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editor"))
    return client


def page_form(**changes: Any) -> dict[str, Any]:
    given = {
        "title": "Code of ethics",
        "slug": "code-of-ethics",
        "summary": "",
        "body": "<p>We ask.</p>",
        "position": 0,
    }
    return {**given, "base": 0, **changes}


def test_an_editor_writes_a_page_and_puts_it_before_readers(editor: Client) -> None:
    added = editor.post("/admin/newsroom/page/add/", page_form(body="<h2>Ask</h2><p onclick=x()>We ask.</p>"))
    assert added.status_code == 302
    page = Page.objects.get()
    assert page.body == "<h3>Ask</h3><p>We ask.</p>"
    assert Client().get(page.get_absolute_url()).status_code == 404
    screen = f"/admin/newsroom/page/{page.pk}/change/"
    editor.post(screen, page_form(base=page.version, is_live="on", in_footer="on"))
    assert "We ask." in Client().get("/about/code-of-ethics/").text
    assert "/about/code-of-ethics/" in Client().get("/").text
    assert 'name="slug"' not in editor.get(screen).text, "an address readers know stays"


def test_old_text_is_cleaned_before_the_editor_loads_it(editor: Client) -> None:
    page = Page.objects.create(title="Old", slug="old")
    Page.objects.filter(pk=page.pk).update(body="<p>Hello</p><img src=x onerror=alert(1)>")
    response = editor.get(f"/admin/newsroom/page/{page.pk}/change/")
    assert "onerror" not in response.text
    assert "unsafe-inline" in response.headers["Content-Security-Policy"]


def test_the_second_of_two_who_write_a_page_is_told(editor: Client) -> None:
    page = Page.objects.create(title="Code of ethics", slug="code-of-ethics", body="<p>First</p>")
    screen, opened = f"/admin/newsroom/page/{page.pk}/change/", page.version
    editor.post(screen, page_form(base=opened, body="<p>Theirs</p>"))
    refused = editor.post(screen, page_form(base=opened, body="<p>Mine</p>"))
    assert "Somebody saved this page after you opened it" in refused.text
    assert "&lt;p&gt;Mine&lt;/p&gt;" in refused.text
    assert Page.objects.get().body == "<p>Theirs</p>"
    editor.post(screen, page_form(base=new_base(refused), body="<p>Mine</p>"))
    assert Page.objects.get().body == "<p>Mine</p>"


def new_base(response: Any) -> str:
    found = re.search(r'name="base" value="(\d+)"', response.text)
    assert found
    return found[1]


def test_a_page_that_was_deleted_meanwhile_is_saved_as_a_new_one_knowingly(editor: Client) -> None:
    page = Page.objects.create(title="Code of ethics", slug="code-of-ethics", body="<p>First</p>")
    screen, opened = f"/admin/newsroom/page/{page.pk}/change/", page.version
    page.delete()
    refused = editor.post(screen, page_form(base=opened, body="<p>Mine</p>"))
    assert "Somebody deleted this page meanwhile" in refused.text
    assert "&lt;p&gt;Mine&lt;/p&gt;" in refused.text
    assert not Page.objects.exists()
    assert editor.post(screen, page_form(base=new_base(refused), body="<p>Mine</p>")).status_code == 302
    assert Page.objects.get().body == "<p>Mine</p>"


def test_the_text_of_a_live_page_that_was_deleted_is_kept_too(editor: Client) -> None:
    """Its address was not to be changed, and is what readers know: the new page has it again."""
    page = Page.objects.create(title="Code of ethics", slug="ethics", is_live=True)
    screen, mine = f"/admin/newsroom/page/{page.pk}/change/", page_form(base=page.version)
    known = re.search(r'name="known_slug" value="([^"]+)"', editor.get(screen).text)
    assert known
    del mine["slug"]
    mine["known_slug"] = known[1]
    page.delete()
    script = {"X-Requested-With": "newsroom"}
    refused = editor.post(screen, mine, headers=script)
    assert refused.status_code == 422
    assert refused.json()["errors"][0][1].startswith("Somebody deleted this page meanwhile")
    again = editor.post(screen, {**mine, "base": refused.json()["base"]}, headers=script)
    assert again.json() == {"address": "/admin/newsroom/page/"}
    assert Page.objects.get().slug == "ethics"


def test_a_page_deleted_in_the_very_moment_of_saving_costs_no_word(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Page.objects.create(title="Code of ethics", slug="code-of-ethics")

    def just_found(self: Any, *arguments: Any, **options: Any) -> Any:
        found = original(self, *arguments, **options)
        Page.objects.all().delete()
        return found

    original = PageAdmin.get_object
    monkeypatch.setattr(PageAdmin, "get_object", just_found)
    refused = editor.post(f"/admin/newsroom/page/{page.pk}/change/", page_form(base=page.version, body="<p>Mine</p>"))
    assert "Somebody deleted this page meanwhile" in refused.text
    assert "&lt;p&gt;Mine&lt;/p&gt;" in refused.text


def test_an_address_taken_a_moment_ago_is_told_as_taken(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    saves = []

    def first_fails(self: Page, *args: Any, **options: Any) -> None:
        saves.append(self.slug)
        if len(saves) == 1:
            raise IntegrityError("UNIQUE constraint failed: newsroom_page.slug")
        original(self, *args, **options)

    original = Page.save
    monkeypatch.setattr(Page, "save", first_fails)
    assert editor.post("/admin/newsroom/page/add/", page_form()).status_code == 302
    assert saves == ["code-of-ethics"] * 2


def test_deleting_pages_in_the_list_takes_them_from_the_footer(editor: Client) -> None:
    page = Page.objects.create(title="Jobs", slug="jobs", is_live=True)
    chosen = {"action": "delete_selected", "_selected_action": [page.pk], "post": "yes"}
    editor.post("/admin/newsroom/page/", chosen)
    assert not Page.objects.exists()
    assert Publication.current().pages == []


def test_a_writer_does_not_write_pages(client: Client) -> None:
    client.force_login(make_user("Writer"))
    assert client.get("/admin/newsroom/page/").status_code == 403
    assert client.post("/admin/newsroom/page/add/", page_form()).status_code == 403
