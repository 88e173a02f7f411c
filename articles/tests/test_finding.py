"""The desk's search: every word of a story, filters in words, and nothing for eyes that may not see it."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import desk_search
from articles.desk_search import marks_from, marks_until, understand
from articles.document import Credit, Part
from articles.models import Article, SavedSearch
from articles.tests.factories import (
    make_article,
    make_asset,
    make_author,
    make_category,
    make_picture,
    make_topic,
    make_user,
    signed_in,
)
from articles.workflow import Standing, State

pytestmark = pytest.mark.django_db
SEARCH = "/admin/search/"


def found(user: Any, question: str) -> list[str]:
    return [one.headline for one in desk_search.stories(understand(question, user), user, count=20)]


def shown(client: Client, question: str, **more: str) -> list[str]:
    """The results' titles as the page has them."""
    text = client.get(SEARCH, {"q": question, **more}).text
    return [re.sub(r"<.*?>", "", one) for one in re.findall(r"<b>(.*?)</b>", text)]


def test_a_draft_is_found_by_any_of_its_words_as_they_are_now() -> None:
    editor = make_user("Editor")
    picture = make_picture(caption="On the gangway", alt_text="Two lanterns")
    part = Part(
        key="", subhead="The tram shed", body="<p>A <strong>zither</strong> &amp; caf&eacute;</p>", pictures=(picture,)
    )
    quote = Part(key="", kind="quote", text="We danced anyway", source="Otis Marlowe")
    story = make_article(
        headline="Opening", working_title="PIER TWO", standfirst="Late", sections=(part, quote), by=editor
    )

    for word in (
        "open",
        "pier two",
        "late",
        "tram",
        "zither",
        "cafe",
        "gangway",
        "lanterns",
        "danced",
        "marlowe",
        "zither opening",
    ):
        assert found(editor, word) == ["Opening"], word
    assert found(editor, "strong") == []

    story.write(replace(story.document(), sections=()), by=editor)
    assert found(editor, "zither") == []


def test_who_is_called_so_comes_before_who_only_mentions_it() -> None:
    editor = make_user("Editor")
    make_article(headline="The zither returns", by=editor, sections=())
    make_article(headline="Newer", by=editor, sections=(Part(key="", body="<p>A zither</p>"),))

    assert found(editor, "zither") == ["The zither returns", "Newer"]


def test_filters_in_words_narrow_a_search_and_go_together() -> None:
    editor = make_user("Editor")
    ulla = make_author("Ulla Brandt")
    credit = (Credit(ulla.pk, ulla.name, ulla.slug, "words", ""),)
    topic = make_topic("Isolde Vane", aliases=["The Vane"])
    music = make_category("Music").label()
    gallery = Part(key="", layout="gallery", pictures=(make_picture(), make_picture()))
    make_article(headline="Hers", bylines=credit, topics=(topic.label(),), category=music, lead=make_picture())
    make_article(headline="Seen", sections=(gallery, Part(key="", kind="video", url="https://vimeo.com/1")), by=editor)

    for question, expected in {
        'by:"ulla brandt"': ["Hers"],
        "by:nobody": [],
        "in:music": ["Hers"],
        "IN:film": ["Seen"],
        'topic:"isolde vane"': ["Hers"],
        "topic:vane": ["Hers"],
        "with:gallery": ["Seen"],
        "with:video": ["Seen"],
        "with:picture": ["Seen", "Hers"],
        "picture:none": ["Seen"],
        "mine": ["Seen"],
        "by:me harbour": [],
        "in:music in:film": [],
        "in:music hers": ["Hers"],
        "in:music seen": [],
    }.items():
        assert found(editor, question) == expected, question


def test_what_is_no_filter_is_a_word() -> None:
    editor = make_user("Editor")
    make_article(headline="Note to self: is:nothing", by=editor, sections=())

    for question in ("to self:", "is:nothing", "self:is", '"note', "note:"):
        assert found(editor, question) == ["Note to self: is:nothing"], question
    for question in ('"*)(', "begunby AND NOT", "by:", "' OR 1=1", "since:", "NEAR(", "since:9999-99-99", "is:"):
        found(editor, question)


def test_a_story_is_found_by_how_it_stands_after_every_deed() -> None:
    editor = make_user("Editor")
    story = make_article(headline="The one", by=editor)

    def stands(standing: Standing) -> bool:
        assert Article.objects.get(pk=story.pk).standing == standing
        every = {one: found(editor, f"is:{one.value} one") for one in Standing}
        return every == {one: ["The one"] if one == standing else [] for one in Standing}

    assert stands(Standing.DRAFT)
    story.move_to(State.DESK, by=editor)
    assert stands(Standing.DESK)
    story.schedule(timezone.now() + timedelta(days=1), by=editor)
    assert stands(Standing.SCHEDULED)
    story.unschedule(by=editor)
    assert stands(Standing.DESK)
    story.publish(by=editor)
    assert stands(Standing.LIVE)
    story.write(replace(story.document(), kicker="New"), by=editor)
    assert stands(Standing.CHANGED)
    story.publish(by=editor)
    assert stands(Standing.LIVE)
    story.withdraw(by=editor)
    assert stands(Standing.WITHDRAWN)


@pytest.mark.parametrize("day", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 12, 31), date(2025, 6, 15)])
def test_the_marks_of_a_date_cover_each_day_on_its_side_and_no_other(day: date) -> None:
    after, until = set(marks_from(day)), set(marks_until(day))
    one = date(2023, 1, 1)
    while one.year < 2027:
        marks = {f"qzy{one:%Y}", f"qzm{one:%Y%m}", f"qzd{one:%Y%m%d}"}
        assert bool(marks & after) == (one >= day), one
        assert bool(marks & until) == (one < day), one
        one += timedelta(days=1)


def test_stories_are_found_by_when_they_were_saved() -> None:
    editor = make_user("Editor")
    make_article(headline="Fresh", by=editor)
    tomorrow = timezone.localdate() + timedelta(days=1)

    assert found(editor, "since:today") == ["Fresh"]
    assert found(editor, f"since:{tomorrow:%A}") == ["Fresh"]  # a week's day is its last, six days ago
    assert found(editor, f"since:{tomorrow:%Y-%m-%d}") == []
    assert found(editor, f"before:{tomorrow:%Y-%m-%d} fresh") == ["Fresh"]
    assert found(editor, "before:today") == []


def test_a_writer_finds_own_stories_only_and_no_filter_changes_that() -> None:
    client, writer = signed_in("Writer")
    other = make_user("Writer", "somebody")
    make_article(headline="My zither", by=writer)
    make_article(headline="Their zither", by=other)

    for question in ("zither", "zither by:somebody", f"zither begunby{other.pk}", "is:draft", "since:today"):
        assert "Their zither" not in client.get(SEARCH, {"q": question}).text, question
        assert "Their zither" not in client.get(SEARCH, {"q": question, "part": "1"}).text
    assert "My zither" in shown(client, "zither")
    assert "Their zither" not in client.get("/admin/palette/").text


def test_a_role_without_stories_finds_none() -> None:
    client, _ = signed_in("Newsletter editor")
    make_article(headline="A zither")

    assert shown(client, "zither") == []
    assert Client().get(SEARCH, {"q": "zither"}).status_code == 302


def test_words_are_marked_and_never_markup() -> None:
    client, editor = signed_in("Editor")
    make_article(
        headline="<i>Zither</i> night",
        by=editor,
        sections=(Part(key="", body="<p>" + "Rain. " * 80 + "A lute &lt;b&gt;</p>"),),
    )

    assert "&lt;i&gt;<mark>Zither</mark>&lt;/i&gt; night" in client.get(SEARCH, {"q": "zith"}).text
    assert "A <mark>lute</mark> &lt;b&gt;" in client.get(SEARCH, {"q": "lute"}).text


def test_pictures_and_people_are_found_beside_stories() -> None:
    client, _ = signed_in("Editor")
    asset = make_asset(title="Stage door", photographer="Otto Reyes", credit="Limelight", source_caption="At midnight")
    make_asset(title="Another")
    make_author("Otto Lindqvist")
    make_topic("Otto the Dog", aliases=["Rex"])

    assert shown(client, "otto") == ["Stage door", "Otto Lindqvist", "Otto the Dog"]
    assert shown(client, "rex") == ["Otto the Dog"]
    assert shown(client, "midnight") == shown(client, "by:otto") == shown(client, "door since:today") == ["Stage door"]
    assert shown(client, "door before:today") == shown(client, "door is:live") == []
    asset.source_caption = "At dawn"
    asset.save()
    assert shown(client, "midnight") == []
    asset.delete()
    assert shown(client, "dawn") == []


def test_filters_are_chips_with_a_way_to_remove_each() -> None:
    client, _ = signed_in("Editor")
    make_category("Film")
    text = client.get(SEARCH, {"q": "in:film harbour is:draft", "part": "1"}).text

    assert 'data-question="harbour is:draft" aria-label="Remove the filter In Film"' in text
    assert 'data-question="in:film harbour"' in text
    assert 'data-question="is:draft "' in client.get(SEARCH, {"q": "is:dr", "part": "1"}).text
    assert "in:film harbour by:&quot;Mara Q&quot; " in suggestion(client, "in:film harbour by:mar")


def suggestion(client: Client, question: str) -> str:
    make_author("Mara Q")
    return str(client.get(SEARCH, {"q": question, "part": "1"}).text)


def test_the_story_list_takes_the_same_words_and_its_filters_go_through_all_stories(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client, editor = signed_in("Editor")
    monkeypatch.setattr("articles.desk_search.MOST_LISTED", 2)
    live = make_article(headline="Old zither", by=editor)
    live.publish(by=editor)
    for number in range(3):
        make_article(headline=f"New zither {number}", by=editor)
    address = "/admin/articles/article/"

    def listed(**asked: str) -> list[str]:
        return re.findall(r'<span class="story-name"><b>(.*?)</b>', client.get(address, asked).text)

    assert listed(q="zither is:live") == listed(q="zither", standing="live") == ["Old zither"]
    category = str(make_category("Music").pk)
    assert listed(q="zither", category__id__exact=category) == []


def test_a_search_is_saved_shared_renamed_and_deleted_by_whose_it_is() -> None:
    client, editor = signed_in("Editor")
    others, _ = signed_in("Editor")
    make_article(headline="A zither", by=editor)
    address = "/admin/search/saved/"

    client.post(address, {"q": "is:draft zither", "name": "My zithers"})
    one = SavedSearch.objects.get()
    assert "My zithers" in client.get("/admin/").text
    assert "1 story" in client.get("/admin/").text
    assert "My zithers" not in others.get("/admin/").text

    client.post(address, {"q": "", "id": str(one.pk), "name": "Zithers", "shared": "on"})
    assert "Zithers" in others.get("/admin/articles/article/").text
    assert others.post(address, {"id": str(one.pk), "name": "Stolen"}).status_code == 403
    assert others.post(address, {"id": str(one.pk), "_delete": "1"}).status_code == 403

    client.post(address, {"q": "is:draft", "name": "Zithers"})
    client.post(address, {"q": "  ", "name": "Empty"})
    client.post(address, {"q": "is:draft", "name": " "})
    assert [(kept.name, kept.question) for kept in SavedSearch.objects.all()] == [("Zithers", "is:draft zither")]
    client.post(address, {"id": str(one.pk), "_delete": "1", "name": "Zithers"})
    assert not SavedSearch.objects.exists()


def test_a_saved_search_is_counted_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    client, editor = signed_in("Editor")
    monkeypatch.setattr("articles.admin.finding.MOST_COUNTED", 2)
    SavedSearch.objects.create(owner=editor, name="All of it", question="zither")
    for number in range(4):
        make_article(headline=f"Zither {number}", by=editor)

    assert "more than 2 stories" in client.get("/admin/").text


def test_the_palette_holds_what_this_person_may_do() -> None:
    editor, _ = signed_in("Editor")
    writer, _ = signed_in("Writer")
    for client, lacks in ((editor, "Users"), (writer, "Categories")):
        labels = {one["label"] for one in client.get("/admin/palette/").json()["deeds"]}
        assert {"Start", "Stories", "New story"} <= labels
        assert lacks not in labels


def test_a_search_takes_the_same_queries_for_two_stories_and_for_twelve() -> None:
    client, editor = signed_in("Editor")
    author, category = make_author("Mara Quill"), make_category("Film")
    credit = Credit(author.pk, author.name, author.slug, "words", "")
    questions = ["story", "by:mara", "in:film story", "is:draft since:monday", "anyway"]
    client.get(SEARCH)

    def queries() -> list[int]:
        counted = []
        for question in questions:
            with CaptureQueriesContext(connection) as captured:
                client.get(SEARCH, {"q": question, "part": "1"})
            counted.append(len(captured))
        return counted

    def make(number: int) -> None:
        for _ in range(number):
            make_article(
                headline="A story", bylines=(credit,), category=category.label(), by=editor, lead=make_picture()
            )

    make(2)
    few = queries()
    make(10)
    assert queries() == few
    assert max(few) <= 16
