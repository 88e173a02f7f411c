"""Who is told what of a story's way, at the desk and by mail, as each person chose."""

import smtplib
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles import notice_mail
from articles.models import Article, Notice, NoticeChoice
from articles.models.audit import done_at
from articles.models.notice import Kind
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_category, make_user, signed_in
from articles.workflow import Priority, State

pytestmark = pytest.mark.django_db

NOTICES = "/admin/articles/article/notices/"


def with_mail(user: User) -> User:
    user.email = f"{user.username}@example.com"
    user.save()
    return user


def told(user: User) -> list[str]:
    return list(Notice.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))


def give(article: Article, to: User | None, by: User, **more: Any) -> None:
    article.plan(by=by, **{"assignee": to, "deadline": None, "priority": Priority.NORMAL, "brief": "", **more})


def choose(user: User, kind: Kind, *, here: bool, mail: bool) -> None:
    NoticeChoice.objects.update_or_create(user=user, kind=kind, defaults={"here": here, "mail": mail})


def test_who_is_given_a_story_is_told_here_and_by_mail_and_the_giver_is_not() -> None:
    editor, writer = with_mail(make_user("Editor")), with_mail(make_user("Writer"))
    article = make_article(headline="The zither festival", by=editor)
    give(article, writer, editor)
    give(article, writer, editor, brief="600 words")  # no news for whoever has it already
    assert (told(writer), told(editor)) == (["given"], [])
    assert (notice_mail.send_due(), notice_mail.send_due()) == (1, 0)
    [letter] = mail.outbox
    assert letter.to == [writer.email]
    assert letter.subject == f"The zither festival: {editor.username} gave it to you."
    assert article.get_absolute_url() in letter.body
    assert f"{NOTICES}#choices" in letter.body
    give(article, editor, editor)
    assert told(editor) == []


def test_who_handed_a_story_in_is_told_that_it_comes_back_and_that_it_went_out() -> None:
    editor, writer, other = make_user("Editor"), make_user("Writer"), make_user("Writer")
    article = make_article(by=writer)
    article.move_to(State.DESK, by=writer)
    article.move_to(State.REVISE, by=editor)
    article.move_to(State.DESK, by=writer)
    article.publish(by=editor)
    article.withdraw(by=None)
    article.publish(by=None)
    article.kill(by=editor, reason="Wrong person")
    texts = [one.text for one in Notice.objects.filter(user=writer).order_by("pk")]
    assert texts == [
        f"{editor.username} sent it back to revise.",
        f"{editor.username} published it.",
        "The schedule withdrew it.",
        "The schedule published it.",
        f"{editor.username} killed it: Wrong person.",
    ]
    assert told(other) == []
    assert told(editor) == ["desk", "desk"]


def test_a_desk_is_told_of_its_own_categories_and_everybody_of_what_is_nobodys() -> None:
    film, stage = make_category("Film"), make_category("Stage")
    of_film, of_none, writer = make_user("Editor"), make_user("Editor"), make_user("Writer")
    film.editors.add(of_film)
    for category in (film, stage):
        make_article(category=category.label(), by=writer).move_to(State.DESK, by=writer)
    assert (told(of_film), told(of_none)) == (["desk", "desk"], ["desk"])


def test_each_is_told_as_they_chose() -> None:
    editor, writer = make_user("Editor"), make_user("Writer")
    waits, quiet, by_mail = (make_user("Editor") for _ in range(3))
    choose(waits, Kind.READY, here=True, mail=False)
    choose(quiet, Kind.DESK, here=False, mail=False)
    choose(by_mail, Kind.READY, here=False, mail=True)
    with_mail(by_mail)
    article = make_article(by=writer)
    article.move_to(State.DESK, by=writer)
    article.move_to(State.READY, by=editor)
    assert (told(waits), told(quiet), told(by_mail)) == (["desk", "ready"], [], ["desk", "ready"])
    notice_mail.send_due()
    assert [(one.to, "ready" in one.subject.lower()) for one in mail.outbox] == [([by_mail.email], True)]
    shown = Notice.objects.shown_to(by_mail)
    assert [one.kind for one in shown] == ["desk"]


def test_lateness_is_told_once_for_each_deadline_and_not_after_the_story_is_out() -> None:
    editor, writer = make_user("Editor"), with_mail(make_user("Writer"))
    article, out = make_article(by=editor), make_article(by=editor)
    now = timezone.now()
    for one in (article, out):
        give(one, writer, editor, deadline=now + timedelta(hours=1))
    out.publish(by=editor)
    assert notice_mail.tell_late() == 0
    with time_machine.travel(now + timedelta(hours=2), tick=False):
        assert (notice_mail.tell_late(), notice_mail.tell_late()) == (1, 0)
        assert told(writer).count("late") == told(editor).count("late") == 1
        give(article, writer, editor, deadline=now + timedelta(hours=3))
        assert notice_mail.tell_late() == 0
    with time_machine.travel(now + timedelta(hours=4), tick=False):
        assert notice_mail.tell_late() == 1
        assert told(writer).count("late") == 2


def test_a_story_that_could_not_go_out_is_told_once_to_its_planner_its_writers_and_its_desk_here_and_by_mail() -> None:
    film = make_category("Film")
    planner, writer, assignee, desk, other = (
        with_mail(make_user(role)) for role in ("Editor", "Writer", "Writer", "Editor", "Editor")
    )
    film.editors.add(desk)
    article = make_article(headline="The zither festival", by=writer, category=film.label())
    give(article, assignee, planner)
    at = timezone.now() + timedelta(hours=1)
    article.schedule(at, by=planner)
    Article.objects.filter(pk=article.pk).update(headline="")
    Notice.objects.update(mail_at=None)
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        for headline in ("", "x" * 201, "x" * 202):  # somebody mends it, and is not told of every letter
            Article.objects.filter(pk=article.pk).update(headline=headline)
            assert publish_due() == 0
        people = (planner, writer, assignee, desk, other)
        assert [told(one).count("stuck") for one in people] == [1, 1, 1, 1, 0]
        [text] = set(Notice.objects.filter(kind=Kind.STUCK).values_list("text", flat=True))
        assert text.startswith("It could not go out on ")
        assert text.endswith(": The story has no headline.")
        assert notice_mail.send_due() == 4
    assert {one.to[0] for one in mail.outbox} == {one.email for one in people[:4]}


def test_no_mail_tells_of_a_story_that_could_not_go_out_once_it_can() -> None:
    editor = with_mail(make_user("Editor"))
    article = make_article(by=editor)
    at = timezone.now() + timedelta(hours=1)
    article.schedule(at, by=editor)
    Article.objects.update(headline="")
    with time_machine.travel(at + timedelta(seconds=1), tick=False):
        assert publish_due() == 0
        Article.objects.update(headline="The zither festival")
        assert publish_due() == 1
        notice_mail.send_due()
    assert "could not go out" not in "".join(str(one.subject) for one in mail.outbox)


def test_who_may_not_open_the_story_is_told_nothing_nor_mailed_nor_shown_what_was_told_before() -> None:
    client, writer = signed_in("Writer")
    editor = make_user("Editor")
    with_mail(writer)
    article = make_article(headline="The zither festival", by=editor)
    give(article, writer, editor)
    assert "The zither festival" in client.get(NOTICES).text
    give(article, None, editor)
    assert "The zither festival" not in client.get(NOTICES).text
    assert "zither" not in client.get("/admin/").text
    notice_mail.send_due()
    assert mail.outbox == []
    article.publish(by=editor)
    article.take_down(by=make_user("Administrator"), reason="A court")
    before = Notice.objects.count()
    give(article, writer, editor)
    assert Notice.objects.count() == before
    gone = make_user("Editor")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    make_article(by=writer).move_to(State.DESK, by=writer)
    assert told(gone) == []


def test_a_mail_the_server_refuses_is_tried_again_and_one_whose_worker_died_too(monkeypatch: Any) -> None:
    editor, writer = make_user("Editor"), with_mail(make_user("Writer"))
    give(make_article(by=editor), writer, editor)
    now = timezone.now()

    def fails(*_: Any) -> None:
        raise smtplib.SMTPServerDisconnected

    def dies(*_: Any) -> None:
        raise SystemExit

    with monkeypatch.context() as patched, time_machine.travel(now + timedelta(seconds=1), tick=False):
        patched.setattr(notice_mail.mail, "send", fails)
        assert (notice_mail.send_due(), notice_mail.send_due()) == (1, 0)
    with monkeypatch.context() as patched, time_machine.travel(now + timedelta(minutes=2), tick=False):
        patched.setattr(notice_mail.mail, "send", dies)
        with pytest.raises(SystemExit):
            notice_mail.send_due()
        patched.undo()
        assert notice_mail.send_due() == 0  # another worker may have it in hand
    with time_machine.travel(now + timedelta(minutes=8), tick=False):
        assert (notice_mail.send_due(), notice_mail.send_due()) == (1, 0)
    assert len(mail.outbox) == 1
    assert Notice.objects.get().mailed_at is not None


def test_what_was_done_long_ago_is_no_news() -> None:
    editor, writer = make_user("Editor"), make_user("Writer")
    article = make_article(by=writer)
    with done_at(timezone.now() - timedelta(days=3)):
        article.publish(by=editor)
    assert told(writer) == []


def test_the_number_in_the_bar_goes_down_as_ones_own_notices_are_read() -> None:
    client, writer = signed_in("Writer")
    editor, other = make_user("Editor"), make_user("Writer")
    for _ in range(3):
        give(make_article(by=editor), writer, editor)
    give(make_article(by=editor), other, editor)

    def number() -> str:
        page = client.get("/admin/").text.split('class="bar-notices"')[1].split("</a>")[0]
        return page.split("<span>")[1].split("<")[0] if "<span>" in page else ""

    assert number() == "3"
    first = Notice.objects.filter(user=writer).first()
    foreign = Notice.objects.get(user=other)
    assert first is not None
    for pk in (first.pk, foreign.pk, "x"):
        client.post(f"{NOTICES}read/", {"notice": pk, "back": "start"})
    assert number() == "2"
    assert client.get(f"{NOTICES}read/").status_code == 405
    client.post(f"{NOTICES}read/")
    assert number() == ""
    foreign.refresh_from_db()
    assert foreign.read_at is None


def choices(client: Client, **ticked: list[str]) -> None:
    assert client.post(f"{NOTICES}choices/", ticked).status_code == 302


def test_everybody_chooses_for_themselves_and_writers_only_what_comes_to_writers() -> None:
    client, writer = signed_in("Writer")
    editor, _ = signed_in("Editor")
    page = client.get(NOTICES).text
    assert 'value="given"' in page
    assert 'value="subs"' not in page
    assert 'value="subs"' in editor.get(NOTICES).text
    choices(client, here=["given", "subs", "<b>"], mail=["late"])
    kept = NoticeChoice.objects.filter(user=writer)
    assert {(one.kind, one.here, one.mail) for one in kept} == {
        ("given", True, False),
        ("back", False, False),
        ("out", False, False),
        ("late", False, True),
        ("stuck", False, False),
    }
    pictures, _ = signed_in("Newsletter editor")
    assert pictures.get(NOTICES).status_code == 403
