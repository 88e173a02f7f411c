"""Whoever has the address reads an issue as it was sent; what was corrected or withdrawn since shows at once."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page

from articles.models import Article, Rendition
from articles.models.redaction import Redaction
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from articles.workflow import ChangeKind
from newsletter import composing
from newsletter.building import printed_of
from newsletter.models import Issue
from newsletter.tests.factories import make_draft, make_newsletter
from newsroom.tests.axe import READERS, SCHEMES, SETTLED, violations
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db
NOTE = "She sails on Tuesday, not on Monday."


def published(headline: str, **story: Any) -> Article:
    article = make_article(headline=headline, **story)
    article.publish(by=None)
    return article


def sent(*stories: Article, **values: Any) -> Issue:
    """An issue with these stories, which has begun to go out."""
    blocks = [
        {"kind": "text", "html": "<p>Good evening.</p>"},
        *(composing.story_block(one.pk) for one in stories),
        {
            "kind": "sponsor",
            "name": "Harbour Tea",
            "html": "<p>Warm.</p>",
            "url": "https://t.example/",
            "picture": None,
        },
    ]
    issue = make_draft(**{"blocks": blocks, "state": Issue.State.APPROVED} | values)
    now = timezone.now()
    issue.move(Issue.State.SENDING, by=None, whence=[Issue.State.APPROVED], printed=printed_of(issue), started_at=now)
    return issue


def corrected(article: Article, **changes: Any) -> None:
    article.write(replace(article.document(), **changes), by=None)
    article.publish(by=None, change=ChangeKind.CORRECTION, note=NOTE)


def read(issue: Issue) -> str:
    return Client().get(issue.get_absolute_url()).text


def test_an_issue_is_read_as_it_was_sent_and_sets_no_cookie() -> None:
    lead = make_picture(asset=make_asset())
    issue = sent(published("Isolde sails on Monday", standfirst="To the isles.", lead=lead))
    answer = Client().get(issue.get_absolute_url())
    assert answer.status_code == 200
    for told in (
        "What a night",
        "Good evening.",
        "Isolde sails on Monday",
        "To the isles.",
        "Advertisement: Harbour Tea",
    ):
        assert told in answer.text
    assert f'src="/media/{lead.key[:2]}/{lead.key}/' in answer.text
    assert not answer.cookies
    assert answer["Cache-Control"].startswith("public")


def test_what_was_not_sent_yet_is_not_there() -> None:
    draft, approved = make_draft(), make_draft(state=Issue.State.APPROVED, subject="Not yet")
    for one in (draft, approved):
        assert Client().get(one.get_absolute_url()).status_code == 404
    assert Client().get("/newsletter/issues/999999999999999999/").status_code == 404
    assert "No issue was sent yet." in Client().get("/newsletter/issues/").text
    assert "/newsletter/issues/" not in Client().get("/newsletter/").text


def test_a_correction_stands_beside_the_story_as_it_was_sent() -> None:
    article = published("Isolde sails on Monday")
    issue = sent(article)
    assert NOTE not in read(issue)
    corrected(article, headline="Isolde sails on Tuesday")
    page = read(issue)
    assert "Isolde sails on Monday" in page
    assert "Correction since it was sent,</strong>" in page
    assert NOTE in page
    assert NOTE not in read(sent(article)), "it was sent corrected"


@pytest.mark.parametrize("deed", ["withdraw", "kill"])
def test_a_story_that_is_withdrawn_or_killed_is_gone_from_the_page_at_once(deed: str) -> None:
    article, other = published("Isolde sails on Monday"), published("The pier reopens")
    issue = sent(article, other)
    getattr(article, deed)(by=make_user(), reason="It never happened")
    page = read(issue)
    assert "Isolde" not in page
    assert "The pier reopens" in page


def test_a_page_that_is_kept_loses_a_killed_story_at_once(
    reader: Reader, django_capture_on_commit_callbacks: Any
) -> None:
    article = published("Isolde sails on Monday")
    issue = sent(article)
    for _ in range(2):  # the second comes from the page cache
        assert "Isolde sails" in reader.get(issue.get_absolute_url()).text
    assert len(reader.rendered) == 1
    with django_capture_on_commit_callbacks(execute=True):
        article.kill(by=make_user(), reason="It never happened")
    assert "Isolde sails" not in reader.get(issue.get_absolute_url()).text


def test_words_taken_out_for_good_are_not_in_the_archive_either() -> None:
    article = published("Isolde stole the pearls")
    issue = sent(article)
    corrected(article, headline="Isolde wore the pearls")
    assert "stole the pearls" in read(issue)
    Redaction.hide_before(article, 2, by=make_user(), reason="A court said so")
    page = read(issue)
    assert "stole the pearls" not in page
    assert "Isolde wore the pearls" in page


def test_a_picture_that_went_with_a_story_is_gone_from_issues_at_once_and_no_other_is(
    reader: Reader, django_capture_on_commit_callbacks: Any
) -> None:
    gone, kept = make_asset(title="Gone"), make_asset(title="Kept")
    taken = published("Isolde sails on Monday", lead=make_picture(asset=gone))
    other = published("The pier reopens", lead=make_picture(asset=kept))
    sponsor = {"kind": "sponsor", "name": "Harbour Tea", "html": "<p>Warm.</p>", "url": "", "picture": gone.pk}
    issue = sent(blocks=[composing.story_block(other.pk) | {"picture": gone.pk}, sponsor])
    second = sent(other)
    at_gone, at_kept = (f"/media/{one.key[:2]}/{one.key}/" for one in (gone, kept))
    for _ in range(2):  # the second comes from the page cache
        assert reader.get(issue.get_absolute_url()).text.count(at_gone) == 2
    assert at_kept in reader.get(second.get_absolute_url()).text
    assert len(reader.rendered) == 2

    with django_capture_on_commit_callbacks(execute=True):
        taken.take_down(by=make_user("Administrator"), reason="A court said so")
    page = reader.get(issue.get_absolute_url()).text
    assert at_gone not in page
    assert "The pier reopens" in page
    assert "Harbour Tea" in page
    assert at_kept in reader.get(second.get_absolute_url()).text


def test_a_picture_whose_name_changed_since_or_that_was_deleted_is_shown_only_where_its_file_is_kept() -> None:
    asset = make_asset()
    issue = sent(published("Isolde sails on Monday", lead=make_picture(asset=asset)))
    then = asset.key
    Rendition.objects.create(asset=asset, key=then, shape="wide", width=640, height=360, extension="jpg", size=9)
    asset.change(focal_x=0.2)
    asset.ready_key = asset.key
    asset.save()
    assert f"/{then}/" in read(issue)
    Rendition.objects.filter(key=then).delete()
    assert f"/{then}/" not in read(issue)


def test_deeds_purge_the_pages_that_show_them() -> None:
    article = published("Isolde sails on Monday")
    issue = sent(article)
    keys = Client().get(issue.get_absolute_url())["Surrogate-Key"].split()
    assert {f"story-{article.pk}", f"issue-{issue.pk}"} <= set(keys)
    for path in ("/newsletter/", "/newsletter/issues/"):
        assert "issues" in Client().get(path)["Surrogate-Key"].split()


def test_beginning_to_send_purges_the_list(purged: Callable[[], set[str]]) -> None:
    issue = sent()
    assert {"issues", f"issue-{issue.pk}"} <= purged()


@pytest.fixture
def purged(monkeypatch: pytest.MonkeyPatch) -> Callable[[], set[str]]:
    keys: set[str] = set()
    monkeypatch.setattr("newsletter.models.issue.purge", keys.update)
    return lambda: keys


def test_issues_are_listed_newest_first_page_by_page_and_linked_from_the_sign_up_page() -> None:
    newsletter = make_newsletter(name="The Evening Letter")
    for number in range(31):
        sent(newsletter=newsletter, subject=f"Issue no. {number:02}")
    first, second = (Client().get("/newsletter/issues/", {"page": page}).text for page in (1, 2))
    assert first.index("Issue no. 30") < first.index("Issue no. 01")
    assert "Issue no. 00" not in first
    assert "Issue no. 00" in second
    assert Client().get("/newsletter/issues/", {"page": "3"}).status_code == 404
    assert 'href="/newsletter/issues/"' in Client().get("/newsletter/").text


def test_the_archive_fits_every_width_and_holds_no_barrier(page: Page, live_server: Any) -> None:
    article = published("Isolde sails on Monday", lead=make_picture())
    issue = sent(article)
    corrected(article, headline="Isolde sails on Tuesday")
    for path in ("/newsletter/issues/", issue.get_absolute_url()):
        page.goto(f"{live_server.url}{path}")
        for width in (320, 1440):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (path, width)
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                page.evaluate(SETTLED)
                assert violations(page, READERS) == [], (path, width, scheme)
