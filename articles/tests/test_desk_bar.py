"""The desk's bar on public pages: for who signed in, where to edit what is shown; readers know nothing of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect

from articles.models import Edition
from articles.tests.factories import make_article, make_author, make_category, make_topic, make_user
from articles.tests.test_story_screen import sign_in
from newsroom.models import Page as PlainPage
from newsroom.tests.axe import READERS, violations
from newsroom.tests.readers import Reader

FLAG = settings.DESK_COOKIE_NAME
CREDENTIALS = {"password": "open sesame 42", "next": "/admin/"}

Ask = Callable[..., dict[str, str]]


def signed_in(role: str = "Editor") -> Client:
    client = Client()
    client.force_login(make_user(role))
    return client


@pytest.fixture
def ask(db: None) -> Ask:
    def bar(path: str, client: Client | None = None) -> dict[str, str]:
        response = (client or signed_in()).get("/admin/bar/", {"path": path})
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        found: dict[str, str] = response.json()
        return found

    return bar


# -- what it says ----------------------------------------------------------------------------------------------------


def test_it_leads_to_what_the_page_shows(ask: Ask) -> None:
    story = make_article().publish(by=None)
    author, topic, category = make_author(), make_topic(), make_category("Stage")
    page = PlainPage.objects.create(title="Our ethics", slug="ethics", body="<p>Be fair.</p>", is_live=True)
    editor = signed_in()

    for shown, label, address in (
        (story, "Edit this story", f"/admin/articles/article/{story.article_id}/change/"),
        (author, "Edit this author", f"/admin/articles/author/{author.pk}/change/"),
        (topic, "Edit this topic", f"/admin/articles/topic/{topic.pk}/change/"),
        (category, "Edit this category", f"/admin/articles/category/{category.pk}/change/"),
        (page, "Edit this page", f"/admin/newsroom/page/{page.pk}/change/"),
    ):
        bar = ask(shown.get_absolute_url(), editor)
        assert (bar["label"], bar["edit"]) == (label, address)
        assert editor.get(address).status_code == 200


@pytest.mark.parametrize("path", ["/", "/about/"])
def test_who_may_change_the_publication_is_led_there_from_home_and_about(ask: Ask, path: str) -> None:
    bar = ask(path, signed_in("Administrator"))
    assert (bar["label"], bar["edit"]) == ("Edit this publication", "/admin/newsroom/publication/1/change/")
    assert ask(path, signed_in("Editor")) == {"desk": "/admin/"}


@pytest.mark.parametrize(
    "path",
    ["", "/nothing/", "/film/999/none/", "/topics/none/", "/search/", "//evil.example/", "/film/\0/", "x" * 3000],
)
def test_a_page_of_nothing_that_can_be_edited_leads_to_the_desk_alone(ask: Ask, path: str) -> None:
    assert ask(path) == {"desk": "/admin/"}


def test_it_tells_that_more_is_to_come(ask: Ask) -> None:
    story = make_article()
    address = story.publish(by=None).get_absolute_url()
    assert ask(address)["note"] == "Live"

    story.write(replace(story.document(), headline="Nobody is to read this yet"), by=None)
    assert ask(address)["note"] == "Live, with changes"

    story.schedule(timezone.now() + timedelta(days=1), by=make_user())
    assert ask(address)["note"].startswith("Scheduled for ")


def test_a_writer_learns_nothing_of_others_stories_and_may_look_at_her_own(ask: Ask) -> None:
    writer = make_user("Writer")
    own = make_article(by=writer).publish(by=None)
    foreign = make_article(headline="Secret", by=make_user("Writer"))
    client = Client()
    client.force_login(writer)

    assert ask(own.get_absolute_url(), client)["label"] == "This story at the desk"
    assert ask(f"/film/{foreign.pk}/secret/", client) == {"desk": "/admin/"}


def test_who_is_not_signed_in_is_told_nothing_and_loses_the_flag() -> None:
    client = Client()
    client.cookies[FLAG] = "1"
    response = client.get("/admin/bar/?path=/")
    assert (response.status_code, response.json()) == (403, {})
    assert response.cookies[FLAG]["max-age"] == 0


@pytest.mark.django_db
def test_somebody_who_is_no_member_of_the_desk_is_told_nothing() -> None:
    person = make_user()
    person.is_staff = False
    person.save()
    client = Client()
    client.force_login(person)
    assert client.get("/admin/bar/?path=/").status_code == 403


def test_it_is_asked_and_never_sent_anything() -> None:
    assert Client().post("/admin/bar/").status_code == 405


# -- the flag --------------------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_signing_in_sets_the_flag_for_as_long_as_the_session_and_signing_out_deletes_it() -> None:
    client = Client()
    response = client.post("/admin/login/", {"username": make_user().username, **CREDENTIALS})
    flag, session = response.cookies[FLAG], response.cookies[settings.SESSION_COOKIE_NAME]
    assert abs(flag["max-age"] - session["max-age"]) <= 1
    assert (flag["path"], flag["samesite"], flag["httponly"]) == ("/", "Lax", "")

    assert client.post("/admin/logout/").cookies[FLAG]["max-age"] == 0


@pytest.mark.django_db
def test_over_https_the_flag_is_bound_to_this_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "HTTPS", True)
    monkeypatch.setattr(settings, "DESK_COOKIE_NAME", "__Host-desk")
    response = Client().post("/admin/login/", {"username": make_user().username, **CREDENTIALS})
    flag = response.cookies["__Host-desk"]
    assert (flag["secure"], flag["path"], flag["domain"]) == (True, "/", "")


@pytest.mark.django_db
def test_a_wrong_password_sets_no_flag() -> None:
    assert FLAG not in Client().post("/admin/login/", {"username": make_user().username, "password": "open"}).cookies


def test_a_page_is_the_same_for_the_desk_and_for_readers(reader: Reader) -> None:
    address = make_article().publish(by=None).get_absolute_url()
    client = Client()
    client.post("/admin/login/", {"username": make_user().username, **CREDENTIALS})
    cookies = "; ".join(f"{name}={one.value}" for name, one in client.cookies.items())
    assert f"{FLAG}=1" in cookies

    desk = reader.get(address, cookie=cookies)
    anybody = reader.get(address)

    assert reader.rendered == [address]  # once, for both
    assert (anybody.status, anybody.body, anybody.headers) == (200, desk.body, desk.headers)
    assert "set-cookie" not in desk.headers
    assert "cookie" not in desk.headers["vary"].lower()
    assert Reader().get(address).body == desk.body


# -- in a browser ----------------------------------------------------------------------------------------------------


@pytest.fixture
def story(live_server: object) -> Edition:
    return make_article(topics=(make_topic().label(),)).publish(by=None)


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The paths that the page asks for."""
    found: list[str] = []
    page.on("request", lambda request: found.append(request.url.split("/", 3)[3]))
    return found


def test_a_reader_asks_for_nothing_of_the_bar(page: Page, live_server: Any, story: Edition, asked: list[str]) -> None:
    page.goto(f"{live_server}{story.get_absolute_url()}")
    page.wait_for_load_state("networkidle")

    assert any("relative-time" in one for one in asked)
    assert not [one for one in asked if "bar" in one or "admin" in one]
    assert page.context.cookies() == []
    expect(page.get_by_role("region", name="Desk")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1440])
def test_an_editor_gets_from_a_page_to_its_story(page: Page, live_server: Any, story: Edition, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server}{story.get_absolute_url()}")
    bar = page.get_by_role("region", name="Desk")
    edit = bar.get_by_role("link", name="Edit this story")

    expect(bar).to_be_in_viewport(ratio=1)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page, READERS) == []
    assert not troubles
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    covered = page.locator(".page-footer").bounding_box()
    box = bar.bounding_box()
    assert covered
    assert box
    assert covered["y"] + covered["height"] <= box["y"] + 0.5

    page.locator(".page-footer a").last.focus()
    page.keyboard.press("Tab")
    expect(edit).to_be_focused()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{live_server}/admin/articles/article/{story.article_id}/change/"


def test_it_is_not_printed_and_closed_it_stays_so_in_this_tab(page: Page, live_server: Any, story: Edition) -> None:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.goto(f"{live_server}{story.get_absolute_url()}")
    bar = page.get_by_role("region", name="Desk")
    expect(bar).to_be_visible()
    page.emulate_media(media="print")
    expect(bar).to_be_hidden()
    page.emulate_media(media="screen")

    bar.get_by_role("button", name="Close this bar").click()
    expect(bar).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.body).paddingBottom") == "0px"

    page.goto(f"{live_server}/")
    page.wait_for_load_state("networkidle")
    expect(bar).to_have_count(0)
    other = page.context.new_page()
    other.goto(f"{live_server}/")
    expect(other.get_by_role("region", name="Desk")).to_be_visible()


def test_when_the_session_is_over_the_page_is_a_readers_again(
    page: Page, live_server: Any, story: Edition, asked: list[str]
) -> None:
    sign_in(page, live_server.url, make_user("Editor", "noor").username)
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    with page.expect_response("**/admin/bar/**") as refused:
        page.goto(f"{live_server}{story.get_absolute_url()}")
    assert refused.value.status == 403
    assert FLAG not in {one["name"] for one in page.context.cookies()}

    asked.clear()
    page.reload(wait_until="networkidle")
    assert not [one for one in asked if "bar" in one]
