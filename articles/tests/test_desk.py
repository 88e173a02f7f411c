"""Who may do what at the desk, what the lists cost, and what the form takes."""

import re
from html.parser import HTMLParser

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.document import Part
from articles.models import Article, Edition, Revision, Topic
from articles.tests.factories import (
    make_article,
    make_asset,
    make_category,
    make_picture,
    make_topic,
    make_user,
)
from articles.workflow import State

pytestmark = pytest.mark.django_db


class Fields(HTMLParser):
    """The fields of the story's form as a browser would send them, without any button."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.area: str | None = None
        self.select: str | None = None
        self.inside = self.template = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        name = found.get("name") or ""
        self.template |= tag == "template"
        if tag == "form":
            self.inside = found.get("id") == "story"
        if not self.inside or self.template:
            return
        if tag == "input" and name and found.get("type") not in {"submit", "button"}:
            if found.get("type") not in {"checkbox", "radio"} or "checked" in found:
                self.values[name] = found.get("value") or ""
        elif tag == "textarea":
            self.area = name
            self.values[name] = ""
        elif tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in found:
            self.values[self.select] = found.get("value") or ""

    def handle_data(self, data: str) -> None:
        if self.area:
            self.values[self.area] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "form":
            self.inside = False
        elif tag == "template":
            self.template = False


def signed_in(role: str) -> tuple[Client, User]:
    user = make_user(role)
    client = Client()
    client.force_login(user)
    return client, user


def form_of(client: Client, article: Article) -> dict[str, str]:
    return Fields(client.get(article.get_absolute_url()).content.decode()).values


def test_without_scripts_the_form_saves_what_it_shows() -> None:
    client, _ = signed_in("Editor")
    article = make_article(lead=make_picture(), topics=(make_topic().label(),))
    before = article.document()
    fields = form_of(client, article)
    assert client.post(article.get_absolute_url(), {**fields, "_save": "1"}).status_code == 302
    assert Article.objects.get().document() == before

    client.post(article.get_absolute_url(), {**fields, "headline": "Put right", "_save": "1"})
    assert Article.objects.get().headline == "Put right"


def test_a_form_built_on_an_older_save_overwrites_nothing() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    fields = form_of(client, article)
    client.post(article.get_absolute_url(), {**fields, "headline": "First", "_save": "1"})
    answer = client.post(article.get_absolute_url(), {**fields, "headline": "Second", "_save": "1"})
    assert answer.status_code == 409
    assert "Second" in answer.text  # what was typed comes back
    assert Article.objects.get().headline == "First"


@pytest.mark.parametrize(
    "change",
    [
        {"headline": ""},
        {"headline": "x" * 201},
        {"sections-0-url": "javascript:alert(1)"},
        {"sections-TOTAL_FORMS": "99999"},
        {"sections-TOTAL_FORMS": "zero"},
        {"lead-asset": "9" * 40},
        {"base": "-1"},
        {"sections-0-kind": "live-blog"},
        {"sections-0-body": "x" * 200_001},
    ],
)
def test_bad_input_is_a_sentence_and_never_an_error(change: dict[str, str]) -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    answer = client.post(article.get_absolute_url(), {**form_of(client, article), **change, "_save": "1"})
    assert answer.status_code == 422
    assert re.search(r'role="alert">\s*<strong>Not saved', answer.text)
    assert Revision.objects.count() == 1


def test_pictures_people_and_topics_that_do_not_exist_are_left_out() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    fields = form_of(client, article) | {"lead-asset": "4711", "topics": "4711,abc", "bylines-0-author": "4711"}
    assert client.post(article.get_absolute_url(), {**fields, "_save": "1"}).status_code == 302
    document = Article.objects.get().document()
    assert (document.lead, document.topics, document.bylines) == (None, (), ())


def test_a_writer_sees_and_edits_only_their_own_drafts() -> None:
    client, writer = signed_in("Writer")
    mine, theirs = make_article(by=writer, headline="Mine"), make_article(headline="Theirs, embargoed")
    listing = client.get(reverse("admin:articles_article_changelist")).text
    assert "Mine" in listing
    assert "Theirs" not in listing
    assert "Theirs" not in client.get("/admin/").text
    assert client.get(mine.get_absolute_url()).status_code == 200
    for name, rest in [
        ("change", []),
        ("history", []),
        ("delete", []),
        ("compare", []),
        ("version", [1]),
        ("restore", [1]),
    ]:
        address = reverse(f"admin:articles_article_{name}", args=[theirs.pk, *rest])
        for answer in (client.get(address), client.post(address, {"post": "yes"})):
            assert answer.status_code in {302, 403, 404, 405}, address
            assert "Theirs" not in answer.text
    assert Article.objects.filter(pk=theirs.pk).exists()


@pytest.mark.parametrize("deed", ["_publish", "_schedule", "_unschedule", "_withdraw"])
def test_a_writer_cannot_do_an_editors_deeds(deed: str) -> None:
    client, writer = signed_in("Writer")
    article = make_article(by=writer)
    fields = form_of(client, article) | {deed: "1", "publish_at": "2099-01-01T10:00", "headline": "Sneaked in"}
    assert client.post(article.get_absolute_url(), fields).status_code == 403
    article.refresh_from_db()
    assert (Edition.objects.count(), article.publish_at) == (0, None)
    assert article.headline != "Sneaked in"


def test_a_story_that_was_handed_in_is_the_desks_until_it_is_taken_back() -> None:
    client, writer = signed_in("Writer")
    article = make_article(by=writer)
    fields = form_of(client, article)
    client.post(article.get_absolute_url(), {**fields, "_hand_in": "1"})
    article.refresh_from_db()
    assert article.workflow_state == State.DESK
    assert client.post(article.get_absolute_url(), {**fields, "headline": "Late idea", "_save": "1"}).status_code == 403
    client.post(article.get_absolute_url(), {"_take_back": "1"})
    article.refresh_from_db()
    assert article.workflow_state == State.DRAFT


@pytest.mark.parametrize("role", ["Picture editor", "Newsletter editor"])
def test_other_roles_do_not_reach_unpublished_stories_or_deeds(role: str) -> None:
    client, _ = signed_in(role)
    article = make_article(headline="Embargoed scoop")
    assert "Embargoed" not in client.get(reverse("admin:articles_article_changelist")).text
    assert client.post(article.get_absolute_url(), {"_publish": "1"}).status_code in {403, 404}
    assert client.get(reverse("admin:articles_article_add")).status_code == 403
    assert not Edition.objects.exists()


@pytest.mark.parametrize("role", ["Writer", "Editor", "Picture editor", "Newsletter editor"])
def test_only_administrators_reach_accounts_and_the_publication(role: str) -> None:
    client, _ = signed_in(role)
    for name in ("auth_user_changelist", "auth_group_changelist", "newsroom_publication_changelist"):
        assert client.get(reverse(f"admin:{name}")).status_code == 403


def test_nobody_signed_out_gets_anything_of_the_desk() -> None:
    article = make_article(headline="Embargoed scoop")
    for address in (
        *("/admin/", article.get_absolute_url(), reverse("admin:articles_article_history", args=[article.pk])),
        *(reverse("admin:articles_article_version", args=[article.pk, 1]), reverse("admin:articles_article_topics")),
    ):
        answer = Client().get(address)
        assert (answer.status_code, "Embargoed" in answer.text) == (302, False)
    assert Client().post(reverse("admin:articles_article_preview"), {}).status_code == 302


def test_an_editor_publishes_schedules_and_withdraws_from_the_screen() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    address, fields = article.get_absolute_url(), form_of(client, article)
    client.post(address, {**fields, "_schedule": "1", "publish_at": "2099-06-01T21:30"})
    article.refresh_from_db()
    assert article.publish_at is not None
    assert article.publish_at.isoformat() == "2099-06-01T20:30:00+00:00"
    client.post(address, {**form_of(client, article), "_publish": "1"})
    article.refresh_from_db()
    assert (article.live_edition is not None, article.publish_at) == (True, None)
    client.post(address, {**form_of(client, article), "_withdraw": "1", "reason": "Legal"})
    article.refresh_from_db()
    assert article.live_edition is None
    for wrong in ("", "soon", "2099-13-41T99:99", "2001-01-01T10:00"):
        client.post(address, {**form_of(client, article), "_schedule": "1", "publish_at": wrong})
        article.refresh_from_db()
        assert article.publish_at is None


def test_publishing_something_unready_saves_it_and_lists_what_lacks() -> None:
    client, _ = signed_in("Editor")
    article = make_article(category=None)
    fields = form_of(client, article) | {"headline": "Kept all the same", "_publish": "1"}
    answer = client.post(article.get_absolute_url(), fields, follow=True)
    assert "Choose the category it appears in." in answer.text
    assert Article.objects.get().headline == "Kept all the same"
    assert not Edition.objects.exists()


def test_the_preview_shows_what_is_typed_and_writes_nothing() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    fields = form_of(client, article) | {
        "headline": "Only typed",
        "sections-0-body": "<p>Hello<script>alert(1)</script><img src=x onerror=alert(1)></p>",
    }
    answer = client.post(reverse("admin:articles_article_preview"), fields)
    assert "Only typed" in answer.text
    assert "alert(1)" not in answer.text
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert "no-store" in answer.headers["Cache-Control"]
    assert Revision.objects.count() == 1


def test_the_list_asks_the_same_number_of_questions_for_few_and_many() -> None:
    client, _ = signed_in("Editor")
    counts = []
    asset = make_asset()
    for wanted in (4, 40):
        while Article.objects.count() < wanted:
            make_article(lead=make_picture(asset=asset), headline=f"Story {wanted}")
        for address in (reverse("admin:articles_article_changelist"), "/admin/"):
            client.get(address)
            with CaptureQueriesContext(connection) as asked:
                assert client.get(address).status_code == 200
            counts.append(len(asked))
    assert counts[:2] == counts[2:], counts


def test_a_save_of_thirty_sections_stays_within_forty_questions() -> None:
    client, _ = signed_in("Editor")
    parts = tuple(
        Part(key="", subhead=f"Part {n}", body="<p>Words.</p>", pictures=(make_picture(),)) for n in range(30)
    )
    article = make_article(sections=parts)
    fields = form_of(client, article)
    fields |= {name: value.replace("Words", "Other words") for name, value in fields.items() if name.endswith("-body")}
    with CaptureQueriesContext(connection) as asked:
        assert client.post(article.get_absolute_url(), {**fields, "_save": "1"}).status_code == 302
    assert "Other words" in Article.objects.get().document().sections[29].body
    assert len(asked) <= 40, "\n".join(one["sql"][:150] for one in asked)


def test_a_topic_is_made_in_place_once() -> None:
    client, _ = signed_in("Writer")
    address = reverse("admin:articles_article_topics")
    first = client.post(address, {"name": "  The Quiet   Pier ", "kind": "work"}).json()
    again = client.post(address, {"name": "the quiet pier", "kind": "work"}).json()
    assert first["id"] == again["id"] == Topic.objects.get().pk
    assert client.get(address, {"q": "quiet"}).json()["found"][0]["name"] == "The Quiet Pier"
    assert client.post(address, {"name": "x", "kind": "work"}).status_code == 400
    assert client.post(address, {"name": "Fine name", "kind": "galaxy"}).status_code == 400


def test_only_what_readers_never_saw_can_be_deleted() -> None:
    client, editor = signed_in("Editor")
    draft, live = make_article(by=editor), make_article(by=editor)
    live.publish(by=editor)
    for article in (draft, live):
        client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert list(Article.objects.all()) == [live]


def test_the_looser_policy_is_only_on_the_screen_with_the_editor() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    editor_policy = client.get(article.get_absolute_url()).headers["Content-Security-Policy"]
    assert "script-src 'self';" in editor_policy + ";"
    assert "script-src-attr 'unsafe-inline'" in editor_policy
    for address in ("/admin/", reverse("admin:articles_article_changelist"), "/"):
        assert "unsafe" not in client.get(address).headers["Content-Security-Policy"], address


def test_a_category_cannot_take_an_address_of_the_site() -> None:
    client, _ = signed_in("Administrator")
    answer = client.post(reverse("admin:articles_category_add"), {"title": "Search", "slug": "search", "position": 0})
    assert "address of its own" in answer.text
    assert make_category("Film").get_absolute_url() == "/film/"
