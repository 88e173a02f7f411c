"""Who may do what at the desk, what the lists cost, and what the form takes."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format

from articles.document import Part
from articles.models import Article, Edition, ImageAsset, Revision, Topic
from articles.models.audit import done_at
from articles.tests.factories import (
    make_article,
    make_asset,
    make_category,
    make_picture,
    make_topic,
    signed_in,
)
from articles.workflow import State
from newsletter.models import Issue, Suppression
from newsletter.tests.factories import make_draft, make_text
from newsroom.models import Publication

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
    answer = client.post(article.get_absolute_url(), {**fields, "headline": "Second", "kicker": "New", "_save": "1"})
    assert answer.status_code == 302
    article.refresh_from_db()
    assert (article.headline, article.kicker) == ("First", "New")
    assert article.asides.open().get().text == "Second"


@pytest.mark.parametrize(
    "change",
    [
        {"headline": "x" * 20_001},
        {"sections-TOTAL_FORMS": "99999"},
        {"bylines-TOTAL_FORMS": "-9999", "sections-9-pictures-TOTAL_FORMS": "2001"},
        {"sections-0-pictures-TOTAL_FORMS": "102"},
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
    assert re.search(r'role="alert">\s*<strong>Not saved.*?<li>\s*\S', answer.text, re.DOTALL)
    assert Revision.objects.count() == 1


def test_pictures_people_and_topics_that_do_not_exist_are_left_out() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    fields = form_of(client, article) | {
        "lead-asset": "4711",
        "topics": f"4711,abc,²,{'9' * 5000}",
        "bylines-0-author": "4711",
    }
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
    make_text()
    answer = client.post(reverse("admin:articles_article_preview"), fields)
    assert "Only typed" in answer.text
    assert "alert(1)" not in answer.text
    assert "frame-ancestors 'self'" in answer.headers["Content-Security-Policy"]
    assert 'name="consent"' in answer.text  # the sign-up form as readers get it …
    assert "<script" not in answer.text  # … without what the desk's frame would not run
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


def test_digits_that_are_no_number_are_an_unknown_address() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    compare = reverse("admin:articles_article_compare", args=[article.pk])
    for address in (
        *("/admin/articles/article/²/change/", "/admin/articles/article/²/history/"),
        *(f"{compare}?a=²", f"{compare}?a={'9' * 5000}"),
    ):
        assert client.get(address).status_code == 404, address[:60]


@pytest.mark.parametrize("moment", ["before the save", "before the deed"])
def test_the_text_for_a_story_somebody_deleted_comes_back_and_can_be_kept(
    moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    address, fields = article.get_absolute_url(), form_of(client, article) | {"headline": "Two hours of work"}
    late = {"before the save": "take_in", "before the deed": "publish"}[moment]
    kept = getattr(Article, late)

    def deleted_first(story: Article, *args: Any, **options: Any) -> Any:
        Article.objects.filter(pk=story.pk).delete()
        return kept(story, *args, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Article, late, deleted_first)
        answer = client.post(address, {**fields, "_publish": "1"})
    assert answer.status_code == 409
    assert "Somebody deleted this story meanwhile." in answer.text
    again = Fields(answer.text).values
    assert again["headline"].strip() == "Two hours of work"
    assert client.post(address, {**again, "_save": "1"}).status_code == 302
    assert Article.objects.get().headline == "Two hours of work"


def test_a_form_for_a_story_that_is_gone_is_told_so_before_it_becomes_a_new_one() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    address, fields = article.get_absolute_url(), form_of(client, article)
    article.delete()
    answer = client.post(address, {**fields, "_save": "1"})
    assert (answer.status_code, Article.objects.count()) == (409, 0)
    assert client.get(address).status_code == 404


def test_what_goes_out_is_what_this_editor_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    client, editor = signed_in("Editor")
    article = make_article()
    fields = form_of(client, article) | {"headline": "Mine"}
    kept = Article.publish

    def overtaken(story: Article, **options: Any) -> Edition:
        other = Article.objects.get(pk=story.pk)
        other.write(replace(other.document(), headline="Theirs, unread"), by=editor)
        return kept(story, **options)

    monkeypatch.setattr(Article, "publish", overtaken)
    answer = client.post(article.get_absolute_url(), {**fields, "_publish": "1"})
    assert answer.status_code == 409
    assert "saved this story while you were writing" in answer.text
    assert not Edition.objects.exists()


def test_only_what_waits_with_the_desk_is_taken_back_by_who_may_still_write() -> None:
    client, writer = signed_in("Writer")
    live = make_article(by=writer)
    live.move_to(State.DESK, by=writer)
    live.publish(by=None)
    assert client.post(live.get_absolute_url(), {"_take_back": "1"}).status_code == 403
    waiting = make_article(by=writer)
    waiting.move_to(State.DESK, by=writer)
    editor, _ = signed_in("Editor")
    assert editor.post(waiting.get_absolute_url(), {"_take_back": "1"}).status_code == 403
    writer.groups.clear()
    assert client.post(waiting.get_absolute_url(), {"_take_back": "1"}).status_code in {403, 404}
    assert set(Article.objects.values_list("workflow_state", flat=True)) == {State.DESK}


def test_a_refusal_says_what_to_do() -> None:
    client, _ = signed_in("Writer")
    answer = client.get(reverse("admin:auth_user_changelist"))
    assert answer.status_code == 403
    assert "ask whoever looks after the accounts" in answer.text


def test_a_picture_in_use_says_which_stories_keep_it() -> None:
    client, _ = signed_in("Editor")
    asset = make_asset()
    make_article(headline="The pier reopens", lead=make_picture(asset=asset))
    address = reverse("admin:articles_imageasset_delete", args=[asset.pk])
    for answer in (client.get(address, follow=True), client.post(address, {"post": "yes"}, follow=True)):
        assert answer.status_code == 200
        assert "It is used in: the story “The pier reopens”." in answer.text
    assert ImageAsset.objects.filter(pk=asset.pk).exists()


def test_the_question_before_a_deletion_names_the_story_and_no_rows() -> None:
    client, _ = signed_in("Editor")
    article = make_article(headline="Never mind", topics=(make_topic().label(),))
    answer = client.get(reverse("admin:articles_article_delete", args=[article.pk]))
    assert "“Never mind” will be gone for good" in answer.text
    assert " object (" not in answer.text


def test_what_stories_need_is_not_deleted_and_the_desk_reads_why() -> None:
    client, _ = signed_in("Administrator")
    article = make_article(headline="Credited to her")
    author = article.authors.get()
    address = reverse("admin:articles_author_delete", args=[author.pk])
    answer = client.get(address)
    assert "because these need it" in answer.text
    assert "the story “Credited to her”" in answer.text
    assert "Yes, delete it" not in answer.text
    client.post(address, {"post": "yes"})
    assert article.authors.get() == author


def test_the_menu_holds_only_what_the_desk_named() -> None:
    client, _ = signed_in("Administrator")
    page = client.get("/admin/").text
    assert "/admin/articles/article/" in page
    assert "/admin/axes/" not in page
    assert "/admin/django_tasks_db/" not in page
    assert client.get("/admin/articles/").headers["Location"] == "/admin/"


def test_the_log_tells_the_hour_as_the_desk_does() -> None:
    client, _ = signed_in("Administrator")
    with done_at(datetime(2026, 1, 9, 15, 5, tzinfo=UTC)):
        make_article()
    page = client.get(reverse("admin:articles_auditentry_changelist")).text
    assert "9 Jan 2026, 15:05" in page
    assert "p.m." not in page


def test_lists_and_what_cannot_be_changed_tell_hours_as_every_other_screen_does() -> None:
    client, _ = signed_in("Administrator")
    at = datetime(2026, 1, 9, 23, 3, tzinfo=UTC)
    make_draft(state=Issue.State.APPROVED, send_at=at)
    Suppression.objects.create(fingerprint="0" * 64, since=at)
    for name in ("newsletter_issue", "newsletter_suppression"):
        page = client.get(reverse(f"admin:{name}_changelist")).text
        assert "9 Jan 2026, 23:03" in page, name
        assert "p.m." not in page, name
    assert [date_format(at, kind) for kind in ("TIME_FORMAT", "SHORT_DATETIME_FORMAT", "DATE_FORMAT")] == [
        "23:03",
        "09/01/2026 23:03",
        "9 Jan 2026",
    ]


@pytest.mark.parametrize("address", ["//evil.example", "/\\evil.example", "javascript:alert(1)", "http://a.example"])
def test_the_subscribe_button_leads_nowhere_by_accident(address: str) -> None:
    with pytest.raises(ValidationError):
        Publication(pk=1, subscribe_address=address).clean_fields()
    for fine in ("/", "/newsletter/", "https://shop.example/"):
        Publication(pk=1, subscribe_address=fine).clean_fields()


def test_the_start_page_shows_what_is_live_and_to_editors_the_drafts_of_others() -> None:
    client, editor = signed_in("Editor")
    make_article(headline="Begun by somebody else")
    gone, live = make_article(headline="Taken back"), make_article(headline="Still there")
    for article in (gone, live):
        article.publish(by=editor)
    gone.withdraw(by=editor)
    panels = {panel["title"]: panel["stories"] for panel in client.get("/admin/").context["panels"]}
    assert panels["Went out last"] == [live]
    assert [story.headline for story in panels["Other drafts"]] == ["Begun by somebody else"]
    writer, _ = signed_in("Writer")
    assert "Other drafts" not in writer.get("/admin/").text
