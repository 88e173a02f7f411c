"""Links by which somebody outside looks at a story that is not published."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import previews
from articles.errors import NotPossible
from articles.models import Article, AuditEntry, PreviewLink
from articles.models.preview_link import MOST_LIVE
from articles.tests.factories import make_article, make_picture, make_user, signed_in
from newsletter.tests.factories import make_text
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db
WORDS = "This preview cannot be opened"


@pytest.fixture(autouse=True)
def _nobody_asked_yet() -> None:
    cache.clear()


def make(article: Article, name: str = "Iris Bloom", hours: float = 24, **options: Any) -> tuple[PreviewLink, str]:
    until = timezone.now() + timedelta(hours=hours)
    link, token = PreviewLink.make(article, name, until, by=make_user(), **options)
    return link, f"/previews/{token}/"


def test_whoever_has_the_link_sees_the_real_page_with_their_name_over_it(client: Client) -> None:
    make_text()
    lead = make_picture()
    _, address = make(make_article(headline="The scoop", lead=lead))

    page = client.get(address)

    assert page.status_code == 200
    assert "<h1>The scoop</h1>" in page.text
    assert lead.key in page.text
    assert page.text.count("Preview for Iris Bloom") == 2  # the banner, and over the page
    assert "not for publication" in page.text
    assert "data-newsletter" not in page.text  # nobody signs up under a secret address
    assert 'property="og:' not in page.text


def test_the_page_is_kept_indexed_and_passed_on_by_nobody(client: Client, reader: Reader) -> None:
    article = make_article(headline="The scoop")
    link, address = make(article)
    page = client.get(address)
    assert page.headers["Cache-Control"] == "no-store, private"
    assert page.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in page.headers["Content-Security-Policy"]
    assert '<meta name="robots" content="noindex">' in page.text
    assert not page.cookies
    assert "Surrogate-Key" not in page.headers

    assert reader.get(address).status == 200  # through the page cache
    link.revoke(by=make_user())
    assert reader.get(address).status == 410


def test_one_link_follows_the_saves_and_another_stays_at_its_version(client: Client) -> None:
    article = make_article(headline="First wording")
    _, following = make(article)
    _, frozen = make(article, frozen=True)
    article.write(replace(article.document(), headline="Second wording"), by=None)
    assert "<h1>Second wording</h1>" in client.get(following).text
    assert "<h1>First wording</h1>" in client.get(frozen).text
    article.revisions.filter(number=1).delete()  # whatever becomes of the history
    assert "<h1>First wording</h1>" in client.get(frozen).text


def test_old_revoked_and_invented_links_answer_with_the_same_words_and_work(client: Client) -> None:
    article = make_article(headline="The scoop")
    link, revoked = make(article, name="Otto Reyes")
    link.revoke(by=make_user())
    _, old = make(article, name="Wren Hale", hours=1)
    _, works = make(article)
    answers, asked = {}, []
    with time_machine.travel(timezone.now() + timedelta(hours=2), tick=False):
        assert client.get(works).status_code == 200
        for address in (revoked, old, "/previews/invented/", f"/previews/{'x' * 4000}/", "/previews/%ff%00/"):
            with CaptureQueriesContext(connection) as queries:
                answers[address] = client.get(address)
            asked.append(len(queries))
    assert [one.status_code for one in answers.values()] == [410, 410, 404, 404, 404]
    assert len({one.text for one in answers.values()}) == 1
    assert len(set(asked)) == 1
    for answer in answers.values():
        assert WORDS in answer.text
        assert not {"scoop", "Otto", "Wren"} & set(answer.text.split())
        assert answer.headers["Cache-Control"] == "no-store, private"
        assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_database_does_not_know_the_address() -> None:
    link, address = make(make_article())
    token = address.split("/")[2]
    assert len(token) >= 32  # of 64 signs each: 192 bits
    assert token not in str(PreviewLink.objects.filter(pk=link.pk).values().get())
    assert not AuditEntry.objects.filter(detail__contains=token).exists()


def test_the_desk_sees_when_a_link_was_last_opened(client: Client) -> None:
    link, address = make(make_article())
    client.head(address)
    link.refresh_from_db()
    assert link.last_opened_at is None
    client.get(address)
    link.refresh_from_db()
    assert link.last_opened_at is not None
    with CaptureQueriesContext(connection) as queries:
        client.get(address)  # at once again: nothing is written
    assert not [one for one in queries if one["sql"].startswith("UPDATE") and "previewlink" in one["sql"]]


def test_nobody_tries_links_for_hours(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(previews, "OPENINGS", 3)
    _, address = make(make_article())
    assert [client.get(f"/previews/{number}/").status_code for number in range(4)] == [404, 404, 404, 429]
    assert client.get(address).status_code == 429
    assert client.get(address, REMOTE_ADDR="203.0.113.9").status_code == 200
    assert client.post(address, REMOTE_ADDR="203.0.113.9").status_code == 405


def test_links_go_thirty_days_after_they_stopped_working(work: Callable[[], int]) -> None:
    article = make_article()
    old, revoked, works = (make(article, hours=hours)[0] for hours in (1, 24 * 300, 24 * 300))
    revoked.revoke(by=make_user())
    with time_machine.travel(timezone.now() + timedelta(days=29), tick=False):
        previews.delete_old()
        assert PreviewLink.objects.count() == 3
    with time_machine.travel(timezone.now() + timedelta(days=31), tick=False):
        work()
        assert list(PreviewLink.objects.all()) == [works]
    assert old.pk != works.pk


# -- at the desk -----------------------------------------------------------------------------------------------------


def links_of(article: Article) -> str:
    return f"/admin/articles/article/{article.pk}/links/"


def test_an_editor_makes_a_link_and_takes_it_back_and_both_are_on_record(client: Client) -> None:
    desk, user = signed_in("Editor")
    article = make_article()
    fields = {"link_name": " Iris  Bloom ", "link_until": "week", "link_shows": "this"}

    told = desk.post(links_of(article), fields).json()

    path = told["address"].removeprefix("http://testserver").removeprefix("http://localhost:8000")
    assert client.get(path).status_code == 200
    [line] = desk.get(links_of(article)).json()["links"]
    assert (line["name"], line["shows"], line["works"]) == ("Iris Bloom", "version 1", True)
    assert line["opened"].startswith("last opened")
    link = article.preview_links.get()
    assert link.made_by == user
    assert timedelta(days=6.9) < link.expires_at - timezone.now() <= timedelta(days=7)

    revoke = f"{links_of(article)}{line['id']}/revoke/"
    for _ in range(2):
        [line] = desk.post(revoke).json()["links"]
    assert (line["works"], line["ends"]) == (False, "revoked")
    assert client.get(path).status_code == 410
    deeds = article.audit.filter(action__in=["link", "unlink"]).order_by("pk")
    assert [(one.action, one.who_id) for one in deeds] == [("link", user.pk), ("unlink", user.pk)]
    assert deeds[0].detail.startswith("for Iris Bloom, until ")
    assert "made a preview link to" in desk.get(f"/admin/articles/article/{article.pk}/history/").text


@time_machine.travel(datetime(2026, 7, 1, 12, tzinfo=UTC), tick=False)
@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"link_name": " "}, "Say who the link is for"),
        ({"link_until": "date", "link_date": ""}, "Choose the last day"),
        ({"link_until": "date", "link_date": "2026-06-30"}, "That day has passed"),
        ({"link_until": "date", "link_date": "2028-01-01"}, "a year at most"),
        ({"link_until": "date", "link_date": "9999-12-31"}, "a year at most"),
        ({"link_until": "for ever"}, "Choose the last day"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(changes: dict[str, str], said: str) -> None:
    desk, _ = signed_in("Editor")
    article = make_article()
    answer = desk.post(links_of(article), {"link_name": "Iris Bloom", "link_until": "day", **changes})
    assert answer.status_code == 422
    assert said in answer.json()["error"]
    assert not PreviewLink.objects.exists()


def test_a_link_until_a_day_works_to_the_end_of_it(settings: Any) -> None:
    settings.TIME_ZONE = "Europe/Berlin"
    desk, _ = signed_in("Editor")
    article = make_article()
    with time_machine.travel(datetime(2026, 7, 1, 12, tzinfo=UTC), tick=False):
        desk.post(links_of(article), {"link_name": "Iris", "link_until": "date", "link_date": "2026-07-03"})
    assert article.preview_links.get().expires_at == datetime(2026, 7, 3, 21, 59, 59, tzinfo=UTC)


def test_a_story_has_at_most_so_many_links_that_work() -> None:
    article = make_article()
    for _ in range(MOST_LIVE):
        last, _ = make(article)
    with pytest.raises(NotPossible, match="work already"):
        make(article)
    last.revoke(by=make_user())
    make(article)


def test_who_may_not_edit_a_story_makes_sees_and_revokes_no_link_to_it() -> None:
    article, mine = make_article(), make_article()
    link, _ = make(article)
    other, _ = make(mine)
    revoke = f"{links_of(article)}{link.pk}/revoke/"
    fields = {"link_name": "Iris Bloom", "link_until": "day"}
    assert Client().get(links_of(article)).status_code == 302
    for role in ("Writer", "Picture editor", "Newsletter editor"):
        desk, _ = signed_in(role)
        for answer in (desk.get(links_of(article)), desk.post(links_of(article), fields), desk.post(revoke)):
            assert answer.status_code in {403, 404}, role
    desk, writer = signed_in("Writer")
    own = make_article(by=writer)
    assert desk.post(links_of(own), fields).status_code == 200
    assert desk.post(f"{links_of(own)}{link.pk}/revoke/").status_code == 404  # another story's link
    assert desk.get(f"{links_of(own)}{other.pk}/revoke/").status_code == 405
    link.refresh_from_db()
    assert link.works
    assert PreviewLink.objects.count() == 3
