"""Comments at the desk: what colleagues say about a story, who is told, and that readers never learn of it."""

import json
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles import comment_mail, commenting
from articles.errors import NotPossible
from articles.models import Article, AuditEntry, Comment, CommentNotice, Revision
from articles.models.comment import LONGEST, labels, mentioned, people_of, runs
from articles.tests.factories import make_article, make_user
from articles.tests.test_preview_links import make as make_link
from articles.tests.test_reader_leaks import read_everything
from articles.workflow import State

pytestmark = pytest.mark.django_db
Work = Callable[[], int]
STORIES = "/admin/articles/article/"


def person(name: str, role: str = "Editor") -> User:
    """Somebody of the desk, such as “Mara Quill”, who signs in as mara."""
    user = make_user(role, name.split()[0].lower())
    user.first_name, _, user.last_name = name.partition(" ")
    user.email = f"{user.username}@example.org"
    user.save()
    return user


def at_desk(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(article: Article, comment: int | None = None) -> str:
    return f"{STORIES}{article.pk}/comments/" + (f"{comment}/" if comment else "")


def say(article: Article, by: User, text: str, **spot: str) -> Comment:
    return commenting.begin(article, text, commenting.Spot(**spot), by=by)


def threads(client: Client, article: Article) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(address(article)).json()["threads"]
    return found


@pytest.fixture
def mara() -> User:
    return person("Mara Quill")


@pytest.fixture
def otto() -> User:
    return person("Otto Reyes")


# -- what is said ----------------------------------------------------------------------------------------------------


def test_a_comment_on_words_is_there_for_colleagues_and_leaves_the_story_as_it_was(mara: User, otto: User) -> None:
    article = make_article()
    before, number = article.document(), Revision.objects.count()
    spot = {"section": before.sections[1].key, "quote": "danced  anyway", "before": "“We ", "after": ",” she said."}

    said = at_desk(mara).post(address(article), {"text": "Says who?\r\nAsk her.", **spot})

    assert said.status_code == 200
    (thread,) = threads(at_desk(otto), article)
    assert (thread["section"], thread["quote"]) == (before.sections[1].key, "danced anyway")
    assert (thread["before"], thread["after"], thread["where"]) == ("“We", ",” she said.", "“A quiet rehearsal”")
    (comment,) = thread["comments"]
    assert (comment["by"], comment["initials"], comment["own"]) == ("Mara Quill", "MQ", False)
    assert comment["text"] == "Says who?\nAsk her."
    article.refresh_from_db()
    assert (article.document(), Revision.objects.count()) == (before, number)


def test_a_thread_is_answered_resolved_and_open_again_with_the_next_answer(mara: User, otto: User) -> None:
    article = make_article()
    first = say(article, mara, "Is this so?")
    desk = at_desk(otto)
    for fields in ({"deed": "reply", "text": "It is."}, {"deed": "resolve"}, {"deed": "resolve"}):
        assert desk.post(address(article, first.pk), fields).status_code == 200
    assert threads(desk, article)[0]["resolved"].endswith("Otto Reyes")
    assert not Comment.objects.open_threads().exists()
    desk.post(address(article, first.pk), {"deed": "reopen"})
    assert threads(desk, article)[0]["resolved"] == ""
    commenting.resolve(first, by=otto)
    commenting.reply(first, "Not quite.", by=mara)
    (thread,) = threads(desk, article)
    assert thread["resolved"] == ""
    assert [one["text"] for one in thread["comments"]] == ["Is this so?", "It is.", "Not quite."]
    log = list(AuditEntry.objects.filter(article=article).exclude(action="create").values_list("action", flat=True))
    assert log[::-1] == ["comment", "comment", "resolve", "reopen", "resolve", "comment", "reopen"]


def test_only_the_writer_of_a_comment_changes_or_deletes_it(mara: User, otto: User) -> None:
    article = make_article()
    first = say(article, mara, "Is this so?")
    for deed in ("edit", "delete"):
        answer = at_desk(otto).post(address(article, first.pk), {"deed": deed, "text": "Never"})
        assert answer.status_code == 422
        assert answer.json()["error"].startswith("Only whoever wrote")
    at_desk(mara).post(address(article, first.pk), {"deed": "edit", "text": "Is this really so?"})
    (comment,) = threads(at_desk(otto), article)[0]["comments"]
    assert (comment["text"], comment["edited"]) == ("Is this really so?", True)


def test_what_was_deleted_leaves_a_trace_only_while_there_are_answers(mara: User, otto: User) -> None:
    article = make_article()
    first = say(article, mara, "Is this so?")
    middle = commenting.reply(first, "Perhaps.", by=otto)
    last = commenting.reply(first, "Surely.", by=mara)

    commenting.remove(first, by=mara)
    commenting.remove(middle, by=otto)
    comments = threads(at_desk(otto), article)[0]["comments"]
    assert [(one["text"], one["deleted"]) for one in comments] == [("", True), ("", True), ("Surely.", False)]
    with pytest.raises(NotPossible, match="is gone"):
        commenting.edit(first, "Again", by=mara)
    commenting.remove(last, by=mara)
    assert not Comment.objects.exists()
    with pytest.raises(NotPossible, match="is gone"):
        commenting.reply(first, "Too late", by=otto)
    log = json.dumps(list(AuditEntry.objects.values_list("detail", flat=True)))
    assert "so?" not in log
    assert "Surely" not in log


def test_a_comment_sent_again_because_the_answer_was_lost_is_one_comment(mara: User, otto: User) -> None:
    article = make_article()
    fields = {"text": "Is this so?", "key": str(uuid.uuid4())}
    for _ in range(2):
        at_desk(mara).post(address(article), fields)
    at_desk(otto).post(address(article), fields)  # somebody else's key is worth nothing
    answer = {"deed": "reply", "text": "It is.", "key": str(uuid.uuid4())}
    first = Comment.objects.first()
    assert first is not None
    for _ in range(2):
        at_desk(mara).post(address(article, first.pk), answer)
    assert [one.text for one in Comment.objects.all()] == ["Is this so?", "Is this so?", "It is."]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("<b onclick=x>hi</b>", [("text", "<b onclick=x>hi</b>", "")]),
        ("javascript:alert(1)", [("text", "javascript:alert(1)", "")]),
        (
            "See https://example.org/a_(b)). Or",
            [
                ("text", "See ", ""),
                ("link", "https://example.org/a_(b)", "https://example.org/a_(b)"),
                ("text", "). Or", ""),
            ],
        ),
        ('https://x.org/"onx="y', [("link", "https://x.org/", "https://x.org/"), ("text", '"onx="y', "")]),
        ("https:///nowhere http://[bad", [("text", "https:///nowhere http://[bad", "")]),
    ],
)
def test_text_is_never_markup_and_links_lead_only_to_web_pages(text: str, drawn: list[tuple[str, str, str]]) -> None:
    assert runs(text, ()) == drawn
    assert "".join(words for _, words, _ in runs(text, ())) == text


def test_hostile_comments_are_kept_as_words_or_refused_with_a_sentence(mara: User) -> None:
    article = make_article()
    desk = at_desk(mara)
    for text in ("", " \n\u200b ", "x" * (LONGEST + 1), "y" * 3_000_000):
        answer = desk.post(address(article), {"text": text})
        assert answer.status_code == 422
        assert answer.json()["error"]
    odd = {"section": "<img>", "quote": "<script>", "before": "\0", "key": "x' OR 1=1"}
    assert desk.post(address(article), {"text": "a\0b <script>alert(1)</script>", **odd}).status_code == 200
    key = str(uuid.uuid4())
    many = {"section": key.upper(), "quote": "“" * 9000, "before": "b" * 500, "after": "a" * 500}
    assert desk.post(address(article), {"text": "Long", **many}).status_code == 200
    plain, quoted = threads(desk, article)
    assert (plain["section"], plain["quote"]) == ("", "")
    assert "<script>alert(1)</script>" in plain["comments"][0]["text"]
    assert (quoted["section"], len(quoted["quote"]), len(quoted["before"])) == (key, 1000, 80)
    page = desk.get(article.get_absolute_url()).text
    assert "alert(1)" not in page
    for path in (address(article, 2**70), f"{STORIES}{2**70}/comments/", f"{STORIES}999/comments/"):
        assert desk.post(path, {"text": "x", "deed": "reply"}).status_code in {404, 422}
    assert desk.post(address(article, 1), {"deed": "drop"}).status_code == 422
    assert desk.put(address(article)).status_code == desk.get(address(article, 1)).status_code == 405


# -- who may ---------------------------------------------------------------------------------------------------------


def test_whoever_may_see_a_story_may_comment_on_it_and_nobody_else(mara: User) -> None:
    owner, other, pictures = person("Noor Lind", "Writer"), person("Wren Hale", "Writer"), make_user("Picture editor")
    article = make_article(by=owner)
    comment = say(article, mara, "Well done.")
    for stranger in (other, pictures):
        desk = at_desk(stranger)
        for path in (address(article), address(article, comment.pk)):
            assert desk.post(path, {"text": "x", "deed": "reply"}).status_code == 404
        assert desk.get(address(article)).status_code == 404
        assert desk.get(f"{address(article)}people/").status_code == 404
    assert Client().get(address(article)).status_code == 302
    article.move_to(State.DESK, by=owner)  # she can read it now, not change it
    assert at_desk(owner).post(address(article, comment.pk), {"deed": "reply", "text": "Thanks!"}).status_code == 200
    elsewhere = make_article(by=other)
    assert at_desk(other).post(address(elsewhere, comment.pk), {"deed": "delete"}).status_code == 422
    assert [one.text for one in Comment.objects.all()] == ["Well done.", "Thanks!"]


def test_those_who_may_see_the_story_are_offered_after_an_at_sign(mara: User, otto: User) -> None:
    owner = person("Noor Lind", "Writer")
    person("Wren Hale", "Writer")
    gone = person("Iris Bloom")
    gone.is_active = False
    gone.save()
    offered = at_desk(mara).get(f"{address(make_article(by=owner))}people/").json()["people"]
    assert [one["label"] for one in offered] == ["Noor Lind", "Otto Reyes"]


def test_names_are_found_as_they_are_typed(mara: User) -> None:
    quill, same, long = person("Ada Quill"), person("Mira Moss"), person("Ida Quill-Berg")
    same.first_name, same.last_name = "Mara", "Quill"
    same.save()
    long.first_name = "Ada"
    long.save()
    people = [mara, quill, same, long]
    assert labels(people) == {mara.pk: "mara", quill.pk: "Ada Quill", same.pk: "mira", long.pk: "Ada Quill-Berg"}
    assert mentioned("@ada quill, @Ada Quill-Berg: see", people) == {quill.pk: "ada quill", long.pk: "Ada Quill-Berg"}
    assert mentioned("(@mara) @mira_x a@mira.org @nobody @", people) == {mara.pk: "mara"}


# -- who is told -----------------------------------------------------------------------------------------------------


def test_who_is_asked_for_gets_one_mail_with_the_words_and_the_way_there(mara: User, otto: User, work: Work) -> None:
    article = make_article(headline="Isolde\r\nVane returns")
    key = article.document().sections[1].key
    comment = say(article, mara, "@Otto Reyes, is <this> so? @otto", section=key, quote="We danced anyway")
    work()
    (letter,) = mail.outbox
    assert letter.to == ["otto@example.org"]
    assert letter.subject == "Mara Quill mentions you: Isolde Vane returns"
    for words in ("is <this> so?", "“We danced anyway”", "“A quiet rehearsal”"):
        assert words in letter.body
    assert f"http://testserver{article.get_absolute_url()}#comment-{comment.pk}\n" in letter.body
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    drawn = threads(at_desk(mara), article)[0]["comments"][0]["runs"]
    assert drawn == [["mention", "@Otto Reyes", ""], ["text", ", is <this> so? @otto", ""]]
    comment_mail.send_notice.call(CommentNotice.objects.get().pk)
    commenting.edit(comment, "@Otto Reyes, is it?", by=mara)
    work()
    assert len(mail.outbox) == 1


def test_those_in_a_thread_are_told_of_answers_until_they_want_no_more(mara: User, otto: User, work: Work) -> None:
    noor = person("Noor Lind")
    article = make_article()
    first = say(article, mara, "Is this so?")
    commenting.reply(first, "It is.", by=otto)
    work()
    assert [one.to for one in mail.outbox] == [["mara@example.org"]]
    assert mail.outbox[0].subject.startswith("Otto Reyes answered: ")
    at_desk(mara).post(address(article, first.pk), {"deed": "mute"})
    assert threads(at_desk(mara), article)[0]["muted"]
    assert not threads(at_desk(otto), article)[0]["muted"]
    commenting.reply(first, "I know more.", by=noor)
    commenting.reply(first, "@mara, you too?", by=noor)  # by name she is told all the same
    work()
    sent = sorted(one.to[0].partition("@")[0] for one in mail.outbox[1:])
    assert sent == ["mara", "otto", "otto"]
    at_desk(mara).post(address(article, first.pk), {"deed": "unmute"})
    commenting.reply(first, "So.", by=noor)
    work()
    assert len(mail.outbox) == 6


def test_nobody_is_mailed_of_what_is_gone_or_what_they_may_not_see(mara: User, work: Work) -> None:
    writer, plain = person("Noor Lind", "Writer"), person("Otto Reyes")
    plain.email = ""
    plain.save()
    article = make_article(by=writer)
    say(article, mara, "@Otto Reyes has no address")
    commenting.remove(say(article, mara, "@noor, nothing"), by=mara)
    commenting.edit(say(article, mara, "@noor, hm"), "Nothing", by=mara)
    say(article, mara, "@Noor Lind, read this")
    article.created_by = mara
    article.save()
    work()
    assert mail.outbox == []
    assert set(DBTaskResult.objects.values_list("status", flat=True)) == {"SUCCESSFUL"}


def test_the_mail_waits_for_a_server_that_is_away(
    mara: User, otto: User, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise ConnectionRefusedError("otto@example.org")

    with monkeypatch.context() as away:
        away.setattr("django.core.mail.EmailMessage.send", refuse)
        say(make_article(), mara, "@otto?")
        work()
    waiting = DBTaskResult.objects.get(status="READY")
    assert waiting.run_after > timezone.now()
    assert waiting.args_kwargs["args"][1] == 2
    comment_mail.send_notice.call(*waiting.args_kwargs["args"])
    assert len(mail.outbox) == 1


# -- elsewhere at the desk -------------------------------------------------------------------------------------------


def test_the_start_page_shows_where_somebody_waits_for_ones_answer(mara: User, otto: User) -> None:
    article = make_article(headline="The scoop")
    asked = say(article, mara, "@otto, <i>is</i> this so?")
    other = say(article, mara, "@otto: done?")
    say(article, otto, "@otto, do not forget")
    page = at_desk(otto).get("/admin/").text
    assert "Comments for me" in page
    assert f'href="{article.get_absolute_url()}#comment-{asked.pk}"' in page
    assert "&lt;i&gt;is&lt;/i&gt; this so?" in page
    assert "do not forget" not in page
    assert "Comments for me" not in at_desk(mara).get("/admin/").text
    commenting.reply(asked, "It is.", by=otto)
    commenting.resolve(other, by=mara)
    assert "Comments for me" not in at_desk(otto).get("/admin/").text


def test_the_list_says_how_many_are_open_in_the_same_queries_however_many(mara: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page = at_desk(mara).get(STORIES).text
        assert "2 open comments" in page
        assert page.count("1 open comment<") == Article.objects.count() - 1
        return len(captured)

    def make(number: int) -> None:
        for _ in range(number):
            commenting.reply(say(make_article(), mara, "Is this so?"), "It is.", by=mara)

    make(2)
    article = Article.objects.first()
    assert article is not None
    say(article, mara, "And this?")
    commenting.resolve(say(article, mara, "That is done"), by=mara)
    few = queries()
    make(8)
    assert queries() == few


def test_the_sign_of_life_says_that_there_is_something_new(mara: User, otto: User) -> None:
    article = make_article()
    desk = at_desk(otto)
    seen = []

    def look() -> None:
        told = desk.post(f"{STORIES}{article.pk}/here/", {"tab": str(uuid.uuid4())}).json()
        assert told["comments"] == desk.get(address(article)).json()["stamp"]
        seen.append(told["comments"])

    look()
    assert seen == [""]
    first = say(article, mara, "Is this so?")
    look()
    last = commenting.reply(first, "It is.", by=mara)
    for deed in (
        lambda: commenting.edit(last, "It is!", by=mara),
        lambda: commenting.resolve(first, by=otto),
        lambda: commenting.remove(last, by=mara),
        lambda: commenting.remove(first, by=mara),
    ):
        look()
        deed()
    look()
    assert len(set(seen[:-1])) == len(seen) - 1
    assert seen[-1] == ""


def test_all_comments_of_a_story_come_in_the_same_queries_however_many(mara: User, otto: User) -> None:
    article = make_article()
    desk = at_desk(mara)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert threads(desk, article)
        return len(captured)

    say(article, mara, "@otto?")
    few = queries()
    for _ in range(5):
        commenting.reply(say(article, mara, "@otto?"), "@mara!", by=otto)
    assert queries() == few


# -- what stays and what goes ----------------------------------------------------------------------------------------


def test_comments_go_with_their_story_and_outlive_their_writer(mara: User, otto: User) -> None:
    article, other = make_article(), make_article()
    for one in (article, other):
        commenting.reply(say(one, mara, "@otto?"), "@mara!", by=otto)
    assert at_desk(mara).post(f"{STORIES}{article.pk}/delete/", {"post": "yes"}).status_code == 302
    assert {one.article_id for one in Comment.objects.all()} == {other.pk}
    Comment.objects.filter(by=otto).update(by=None)  # as the database does when an account goes
    assert [one["by"] for one in threads(at_desk(mara), other)[0]["comments"]] == ["Mara Quill", "Otto Reyes"]
    assert people_of(other).get(pk=mara.pk)


def test_no_word_of_a_comment_is_public(client: Client, mara: User, otto: User) -> None:
    word = "bcdfghjklmnp"
    live, draft = make_article(), make_article()
    _, preview = make_link(live)
    for article in (live, draft):
        key = article.document().sections[0].key
        first = say(article, mara, f"@otto {word}", section=key, quote=f"{word} lights")
        commenting.reply(first, f"{word} too", by=otto)
    live.publish(by=mara)
    live.refresh_from_db()
    read_everything(client, {word})
    assert word not in client.get(preview).text
    assert word not in client.get(address(live), follow=True).text
    for article in (live, draft):
        assert word not in json.dumps(article.document().to_json())
        assert word not in json.dumps(list(article.revisions.values_list("document", flat=True)))
    assert live.live_edition is not None
    assert word not in json.dumps(live.live_edition.document)


def test_what_was_written_on_before_it_was_sent_again_is_kept_whole(mara: User, otto: User) -> None:
    article, key = make_article(), str(uuid.uuid4())
    client = at_desk(mara)
    client.post(address(article), {"text": "Who sang?", "key": key})
    client.post(address(article), {"text": "Who sang? And who says so?", "key": key})
    assert [one.text for one in Comment.objects.all()] == ["Who sang? And who says so?"]
    at_desk(otto).post(address(article), {"text": "Not mine to change", "key": key})
    assert [one.text for one in Comment.objects.all()] == ["Who sang? And who says so?", "Not mine to change"]


def test_who_was_named_by_mistake_and_wrote_nothing_in_the_thread_gets_no_mail(
    mara: User, otto: User, work: Work
) -> None:
    thread = say(make_article(), mara, "Was it nine?")
    answer = commenting.reply(thread, "@Otto Reyes knows.", by=mara)
    commenting.edit(answer, "I look it up.", by=mara)
    work()
    assert mail.outbox == []


def test_what_is_sent_again_after_it_was_deleted_is_a_comment_of_its_own(mara: User) -> None:
    article, key = make_article(), str(uuid.uuid4())
    client = at_desk(mara)
    thread = say(article, mara, "Who sang?")
    commenting.remove(commenting.reply(thread, "Nell did.", by=mara, key=key), by=mara)
    commenting.reply(thread, "Nell did, and Otto.", by=mara, key=key)
    assert [one["text"] for one in threads(client, article)[0]["comments"]] == ["Who sang?", "Nell did, and Otto."]


def test_who_is_named_again_after_being_taken_out_gets_the_mail_then(mara: User, otto: User, work: Work) -> None:
    comment = say(make_article(), mara, "@Otto Reyes knows.")
    commenting.edit(comment, "Somebody knows.", by=mara)
    work()
    assert mail.outbox == []
    commenting.edit(comment, "@Otto Reyes knows, I am sure.", by=mara)
    work()
    assert [one.to for one in mail.outbox] == [["otto@example.org"]]


def test_who_wants_no_replies_and_was_named_by_mistake_gets_no_mail(mara: User, otto: User, work: Work) -> None:
    thread = say(make_article(), otto, "Was it nine?")
    commenting.mute(thread, by=otto, muted=True)
    answer = commenting.reply(thread, "@Otto Reyes, it was.", by=mara)
    commenting.edit(answer, "It was.", by=mara)
    work()
    assert mail.outbox == []
    commenting.mute(thread, by=otto, muted=False)
    commenting.reply(thread, "Half past, even.", by=mara)
    work()
    assert [one.to for one in mail.outbox] == [["otto@example.org"]]


@pytest.mark.parametrize("blank", ["\u200e\u200f\u202e", "\u2800 \u3164", "\u00ad\n\u200b"])
def test_a_comment_that_nobody_can_see_is_none(mara: User, blank: str) -> None:
    with pytest.raises(NotPossible):
        say(make_article(), mara, blank)
