"""The way of stories through the desk: who may move what, whose they are, by when, the board."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk_search
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, AuditEntry
from articles.tests.factories import make_article, make_category, make_user, signed_in
from articles.tests.test_desk import form_of
from articles.workflow import MOVES, Priority, Standing, State

pytestmark = pytest.mark.django_db

BOARD = "/admin/articles/article/board/"


def plan(client: Client, article: Article, **fields: Any) -> Any:
    return client.post(reverse("admin:articles_article_plan", args=[article.pk]), fields)


def move(client: Client, article: Article, to: str, **options: Any) -> Any:
    return client.post(reverse("admin:articles_article_move", args=[article.pk]), {"to": to}, **options)


@pytest.mark.parametrize("state", State)
def test_an_editor_goes_every_way_of_the_table_and_no_other(state: State) -> None:
    editor = make_user("Editor")
    for to in State:
        article = make_article()
        Article.objects.filter(pk=article.pk).update(workflow_state=state)
        article.refresh_from_db()
        if any(one.to == to for one in MOVES[state]):
            article.move_to(to, by=editor)
            assert Article.objects.get(pk=article.pk).standing.value == to.value
        elif to != state:
            with pytest.raises(NotPossible):
                article.move_to(to, by=editor)
            assert Article.objects.get(pk=article.pk).workflow_state == state


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ways=st.lists(
        st.tuples(st.sampled_from(["writer", "other", "editor", "pictures"]), st.sampled_from(State)), max_size=12
    )
)
def test_whatever_anybody_tries_a_story_moves_only_as_the_table_says_and_each_move_is_logged_once(ways: Any) -> None:
    roles = {"writer": "Writer", "other": "Writer", "editor": "Editor", "pictures": "Picture editor"}
    people = {name: make_user(role) for name, role in roles.items()}
    article = make_article(by=people["writer"])
    logged = []
    for who, to in ways:
        before = State(Article.objects.get(pk=article.pk).workflow_state)
        way = next((one for one in MOVES[before] if one.to == to), None)
        allowed = way is not None and (who == "editor" or (who == "writer" and way.own))
        try:
            article.move_to(to, by=people[who])
        except NotPossible:
            assert not allowed
        else:
            assert allowed or to == before
        now = Article.objects.get(pk=article.pk)
        assert now.workflow_state == (to if allowed else before)
        if allowed:
            logged.append((people[who].pk, f"from “{before.label}” to “{to.label}”"))
        entries = AuditEntry.objects.filter(article=article, action="state").order_by("pk")
        assert list(entries.values_list("who", "detail")) == logged
        assert now.editable_by(people["writer"]) == (now.workflow_state in (State.DRAFT, State.REVISE))
        assert not now.editable_by(people["other"])


def test_a_story_sent_back_is_its_writers_again_and_handed_in_once_more() -> None:
    client, writer = signed_in("Writer")
    editor, _ = signed_in("Editor")
    article = make_article(by=writer)
    assert client.post(article.get_absolute_url(), {**form_of(client, article), "_hand_in": "1"}).status_code == 302
    sent = {**form_of(editor, article), "_move": "revise"}
    assert editor.post(article.get_absolute_url(), sent, follow=True).status_code == 200
    assert Article.objects.get().standing == Standing.REVISE
    page = client.get(article.get_absolute_url()).text
    assert "To revise" in page
    client.post(article.get_absolute_url(), {**form_of(client, article), "headline": "Revised", "_hand_in": "1"})
    now = Article.objects.get()
    assert (now.headline, now.standing) == ("Revised", Standing.DESK)
    said = list(AuditEntry.objects.filter(action="state").order_by("pk").values_list("detail", flat=True))
    assert said == [
        "from “Draft” to “With the desk”",
        "from “With the desk” to “To revise”",
        "from “To revise” to “With the desk”",
    ]


def test_what_is_live_scheduled_or_withdrawn_is_not_moved() -> None:
    editor = make_user("Editor")
    live = make_article()
    live.publish(by=editor)
    scheduled = make_article()
    scheduled.schedule(timezone.now() + timedelta(hours=1), by=editor)
    for article in (live, scheduled):
        with pytest.raises(NotPossible):
            article.move_to(State.HOLD, by=editor)
        assert article.moves_for(editor) == ()


def test_a_story_given_to_a_writer_is_seen_found_and_written_by_that_writer() -> None:
    client, writer = signed_in("Writer")
    editor, _ = signed_in("Editor")
    article = make_article(headline="The zither festival", by=make_user("Editor"))
    assert client.get(article.get_absolute_url()).status_code == 404
    question = desk_search.understand("zither mine", writer)
    assert desk_search.ids(question, writer, count=9) == []

    due = timezone.localtime() + timedelta(days=1)
    answer = plan(
        editor,
        article,
        assignee=writer.pk,
        deadline=f"{due:%Y-%m-%dT%H:%M}",
        priority="2",
        brief="600 words. Ask the captain.",
    )
    assert answer.json()["said"].startswith(f"For {writer.username}, wanted by ")
    page = client.get(article.get_absolute_url())
    assert "Ask the captain." in page.text
    assert desk_search.ids(question, writer, count=9) == [article.pk]
    fields = {**form_of(client, article), "headline": "The zither festival begins", "_save": "1"}
    assert client.post(article.get_absolute_url(), fields).status_code == 302
    assert desk_search.ids(question, writer, count=9) == [article.pk]
    assert "For me" in client.get("/admin/").text

    plan(editor, article, assignee="", deadline="", priority="0", brief="")
    assert client.get(article.get_absolute_url()).status_code == 404
    assert desk_search.ids(question, writer, count=9) == []


def test_only_editors_plan_and_only_who_writes_is_given_a_story() -> None:
    client, writer = signed_in("Writer")
    editor, _ = signed_in("Editor")
    article = make_article(by=writer)
    assert plan(client, article, brief="Mine").status_code == 403
    pictures = make_user("Picture editor")
    refused = plan(editor, article, assignee=pictures.pk)
    assert (refused.status_code, refused.json()["error"][:11]) == (422, "This person")
    assert plan(editor, article, deadline="the day after").status_code == 422
    assert plan(editor, article, assignee="9" * 30, priority="x").status_code == 200
    now = Article.objects.get()
    assert (now.assignee, now.deadline, now.priority, now.brief) == (None, None, Priority.NORMAL, "")
    assert not AuditEntry.objects.filter(action="plan").exists()


def test_a_plan_is_logged_once() -> None:
    editor, _ = signed_in("Editor")
    article = make_article()
    writer = make_user("Writer")
    for _ in range(2):
        plan(editor, article, assignee=writer.pk, priority="1", brief="A page.")
    assert [one.detail for one in AuditEntry.objects.filter(action="plan")] == [
        f"for {writer.username}, priority high, with a brief"
    ]


def test_late_is_what_is_over_its_deadline_and_not_out_yet() -> None:
    editor = make_user("Editor")
    late, live, later = (make_article() for _ in range(3))
    past = timezone.now() - timedelta(hours=1)
    Article.objects.update(deadline=past)
    Article.objects.filter(pk=later.pk).update(deadline=timezone.now() + timedelta(hours=1))
    live.refresh_from_db()
    live.publish(by=editor)
    assert list(Article.objects.late()) == [late]
    assert [one.is_late for one in Article.objects.order_by("pk")] == [True, False, False]


def test_the_board_shows_each_story_once_in_its_column_with_its_own_moves() -> None:
    client, _ = signed_in("Editor")
    film, stage = make_category("Film"), make_category("Stage")
    made = {}
    for state in State:
        article = make_article(headline=f"Story {state.value}", category=film.label())
        Article.objects.filter(pk=article.pk).update(workflow_state=state)
        made[state] = article
    other = make_article(headline="Elsewhere", category=stage.label())
    gone = make_article(headline="Out already", category=film.label())
    gone.publish(by=None)
    page = client.get(BOARD).text
    for state, article in made.items():
        column = page.split(f'data-column="{state.value}"')[1].split("</section>")[0]
        assert column.count(article.get_absolute_url()) == 1
        for one in MOVES[state]:
            assert f'<option value="{one.to}">{one.label}</option>' in column
    assert "Out already" not in page
    narrowed = client.get(BOARD, {"in": film.pk}).text
    assert other.get_absolute_url() not in narrowed
    assert made[State.HOLD].get_absolute_url() in narrowed
    assert client.get(BOARD, {"in": "x' OR 1=1", "whose": "<b>"}).status_code == 200


def test_a_move_from_the_board_comes_back_to_the_board_as_it_was_narrowed() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    address = reverse("admin:articles_article_move", args=[article.pk])
    answer = client.post(f"{address}?whose=late", {"to": "ready"})
    assert answer.headers["Location"] == f"{BOARD}?whose=late#card-{article.pk}"
    assert Article.objects.get().standing == Standing.READY
    refused = client.post(address, {"to": "draft"}, follow=True)
    assert "was not moved" in refused.text
    stranger, _ = signed_in("Writer")
    assert move(stranger, article, "hold").status_code == 404


def test_the_boards_queries_do_not_grow_with_its_stories(django_assert_num_queries: Any) -> None:
    client, _ = signed_in("Editor")
    make_article()
    client.get(BOARD)
    with django_assert_num_queries(14) as few:
        client.get(BOARD)
    for _ in range(12):
        make_article()
    with django_assert_num_queries(len(few)):
        client.get(BOARD)


def test_on_my_desks_stands_what_waits_in_my_categories() -> None:
    client, editor = signed_in("Editor")
    film, stage = make_category("Film"), make_category("Stage")
    film.editors.add(editor)
    for headline, category in (("Reel one", film), ("On stage", stage)):
        make_article(headline=headline, category=category.label()).move_to(State.DESK, by=editor)
    page = client.get("/admin/").text
    panel = page.split("On my desks")[1].split("</section>")[0]
    assert "Reel one" in panel
    assert "On stage" not in panel


def test_what_is_on_hold_or_to_revise_does_not_go_out_and_says_why() -> None:
    client, editor = signed_in("Editor")
    tomorrow = timezone.now() + timedelta(days=1)
    for state, said in ((State.HOLD, "It is on hold"), (State.REVISE, "sent back to be revised")):
        article = make_article()
        article.move_to(State.DESK, by=editor)
        article.move_to(state, by=editor)
        assert said in article.problems()["workflow_state"]
        assert said in client.get(article.get_absolute_url()).text
        for deed in (lambda one: one.publish(by=editor), lambda one: one.schedule(tomorrow, by=editor)):
            with pytest.raises(NotPublishable, match=said):
                deed(article)
        article.move_to(State.READY, by=editor)
        article.publish(by=editor)
        assert Article.objects.get(pk=article.pk).standing == Standing.LIVE


def test_the_list_and_the_board_show_what_is_mine_on_my_desks_for_nobody_and_late() -> None:
    client, editor = signed_in("Editor")
    film, stage = make_category("Film"), make_category("Stage")
    film.editors.add(editor)
    mine, desk, late, out = (
        make_article(headline=headline, category=category.label())
        for headline, category in (("Mine", stage), ("Desk", film), ("Late", stage), ("Out", film))
    )
    Article.objects.exclude(pk=desk.pk).update(assignee=editor)
    Article.objects.filter(pk=late.pk).update(deadline=timezone.now() - timedelta(hours=1), assignee=None)
    out.refresh_from_db()
    out.publish(by=editor)
    expected = {"me": {mine}, "desks": {desk}, "nobody": {desk, late}, "late": {late}}
    for whose, stories in expected.items():
        for address in (BOARD, reverse("admin:articles_article_changelist")):
            page = client.get(address, {"whose": whose}).text
            for story in (mine, desk, late, out):
                assert (story.get_absolute_url() in page) == (story in stories), (whose, address, story)
