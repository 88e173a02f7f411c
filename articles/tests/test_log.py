"""The log of deeds: what leaves an entry, that nobody changes one, how it is searched and exported."""

import csv
import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles import desk_log
from articles.document import Document
from articles.errors import LogIsAppendOnly, NotPossible, NotPublishable
from articles.models import Article, AuditEntry, Category, PreviewLink, Topic
from articles.models.audit import done_at
from articles.tests.factories import make_article, make_asset, make_document, make_user
from articles.workflow import ChangeKind, State
from newsletter.models import ConsentText, Newsletter, Subscriber
from newsletter.tests.factories import make_newsletter, make_text
from newsroom.models import Page, Publication

pytestmark = pytest.mark.django_db

LOG = "/admin/articles/auditentry/"


def signed_in(user: User) -> Client:
    client = Client(REMOTE_ADDR="203.0.113.77")
    client.force_login(user)
    return client


def last() -> AuditEntry:
    entry = AuditEntry.objects.first()
    assert entry is not None
    return entry


# -- what leaves an entry ------------------------------------------------------------------------------------------


def test_a_deed_of_a_story_says_who_when_why_and_from_where() -> None:
    mara = make_user()
    article = make_article()
    article.publish(by=mara)
    form = {"_withdraw": "1", "reason": "Wrong person", "base": "1", "headline": "Isolde Vane returns to the stage"}
    form |= {f"{one}-{name}": "0" for one in ("sections", "bylines") for name in ("TOTAL_FORMS", "INITIAL_FORMS")}

    signed_in(mara).post(article.get_absolute_url(), form)

    entry = AuditEntry.objects.get(action="withdraw")
    assert (entry.who_id, entry.who_name, entry.article_id) == (mara.pk, mara.username, article.pk)
    assert entry.why == "Wrong person"
    assert (entry.network, entry.address) == ("203.0.113.0", article.get_absolute_url())
    assert timezone.now() - entry.at < timedelta(minutes=1)


def test_signing_in_and_out_and_failing_to_are_deeds() -> None:
    mara = make_user(username="mara")
    client = Client(REMOTE_ADDR="203.0.113.77")

    client.post("/admin/login/", {"username": "mara", "password": "no"})
    client.post("/admin/login/", {"username": "open sesame 42", "password": "mara"})
    client.post("/admin/login/?next=/admin/", {"username": "mara", "password": "open sesame 42"})
    client.post("/admin/logout/")
    client.post("/admin/logout/")

    told = list(AuditEntry.objects.order_by("pk").values_list("action", "who_id", "headline", "network"))
    assert told == [
        ("sign_in_failed", None, "mara", "203.0.113.0"),
        ("sign_in_failed", None, "an account there is not", "203.0.113.0"),  # it may be a password
        ("sign_in", mara.pk, "mara", "203.0.113.0"),
        ("sign_out", mara.pk, "mara", "203.0.113.0"),
    ]


def test_a_permission_that_is_given_or_taken_stands_in_the_log_by_name() -> None:
    chief, otto = make_user("Administrator"), make_user("Writer", "otto")
    editor = Group.objects.get(name="Editor")
    form = {"username": "otto", "groups": [str(editor.pk)], "is_staff": "on", "is_superuser": "on", "is_active": "on"}
    form |= {"date_joined_0": "2026-01-01", "date_joined_1": "10:00"}

    answer = signed_in(chief).post(reverse("admin:auth_user_change", args=[otto.pk]), form)

    assert answer.status_code == 302
    entry = last()
    assert (entry.action, entry.about, entry.headline, entry.who_name) == ("change", "account", "otto", chief.username)
    assert "groups (+Editor; −Writer)" in entry.detail
    assert "superuser status on" in entry.detail


def test_no_password_reaches_the_log() -> None:
    chief, otto = make_user("Administrator"), make_user("Writer", "otto")
    new = {"password1": "lantern-harbour-91", "password2": "lantern-harbour-91"}

    signed_in(chief).post(reverse("admin:auth_user_password_change", args=[otto.pk]), new)

    entry = last()
    assert (entry.action, entry.headline) == ("change", "otto")
    assert "password" in entry.detail
    assert "lantern" not in entry.detail


def add_category(client: Client) -> None:
    client.post("/admin/articles/category/add/", {"title": "Opera", "slug": "opera", "position": "4"})


def change_topic(client: Client) -> None:
    topic = Topic.objects.create(name="Isolde Vane", slug="isolde-vane")
    form = {"name": "Isolde Vane", "kind": "work", "aliases": "", "description": "", "born": "", "died": ""}
    client.post(f"/admin/articles/topic/{topic.pk}/change/", form)


def new_topic(client: Client) -> None:
    client.post("/admin/articles/article/lookup/topics/", {"name": "The Meridian", "kind": "place"})


def remove_picture(client: Client) -> None:
    client.post(f"/admin/articles/imageasset/{make_asset().pk}/delete/", {"post": "yes"})


def complete_picture(client: Client) -> None:
    client.post(f"/admin/articles/imageasset/chooser/{make_asset().pk}/", {"credit": "Iris Bloom"})


def add_page(client: Client) -> None:
    client.post(
        "/admin/newsroom/page/add/",
        {"title": "Ethics", "slug": "ethics", "summary": "", "body": "<p>We do.</p>", "position": "0", "base": "0"},
    )
    assert Page.objects.exists()


def set_publication(client: Client) -> None:
    screen = client.get("/admin/newsroom/publication/1/change/").context["form"]
    form = {name: screen[name].value() for name in screen.fields if name not in {"logo", "logo_dark", "icon"}}
    form = {name: value for name, value in form.items() if isinstance(value, str | int)}
    client.post("/admin/newsroom/publication/1/change/", form | {"name": "Limelight"})
    assert Publication.current().name == "Limelight"


def add_role(client: Client) -> None:
    client.post("/admin/auth/group/add/", {"name": "Night desk", "permissions": []})


def make_account(client: Client) -> None:
    secret = "lantern-harbour-91"
    client.post(
        "/admin/auth/user/add/",
        {"username": "nell", "usable_password": "true", "password1": secret, "password2": secret},
    )
    assert User.objects.filter(username="nell").exists()


def own_password(client: Client) -> None:
    new = "lantern-harbour-91"
    client.post(
        "/admin/password_change/", {"old_password": "open sesame 42", "new_password1": new, "new_password2": new}
    )


def change_newsletter(client: Client) -> None:
    make_text()
    client.post(
        f"/admin/newsletter/newsletter/{Newsletter.objects.get().pk}/change/",
        {
            "name": "Weekly",
            "promise": "All of it.",
            "frequency": "Weekly",
            "sign_up_heading": "Get it",
            "sign_up_label": "Sign up",
            "position": "0",
        },
    )


def export_subscribers(client: Client) -> None:
    one = Subscriber.objects.create(email="nell@example.org")
    client.post("/admin/newsletter/subscriber/", {"action": "export", "_selected_action": [str(one.pk)]})


def forget_subscribers(client: Client) -> None:
    one = Subscriber.objects.create(email="nell@example.org")
    form = {"action": "erase", "_selected_action": [str(one.pk)], "confirmed": "yes"}
    client.post("/admin/newsletter/subscriber/", form)
    assert not Subscriber.objects.exists()


def export_log(client: Client) -> None:
    client.post(f"{LOG}export/", {})


def remove_several(client: Client) -> None:
    topic = Topic.objects.create(name="Isolde Vane", slug="isolde-vane")
    form = {"action": "delete_selected", "_selected_action": [str(topic.pk)], "post": "yes"}
    client.post("/admin/articles/topic/", form)
    assert not Topic.objects.exists()


def list_editing(client: Client) -> None:
    one = Category.objects.create(title="Opera", slug="opera")
    form = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": str(one.pk), "form-0-position": "7"}
    client.post("/admin/articles/category/", form | {"_save": "Save"})


def delete_draft(client: Client) -> None:
    client.post(f"/admin/articles/article/{draft().pk}/delete/", {"post": "yes"})


def draft() -> Article:
    """A story whose beginning is not in the log: what is counted comes after."""
    return Article.objects.create(headline="A draft")


ON_SCREENS: list[tuple[Callable[[Client], None], str, str]] = [
    (add_category, "make", "category"),
    (change_topic, "change", "topic"),
    (new_topic, "make", "topic"),
    (remove_picture, "remove", "picture"),
    (complete_picture, "change", "picture"),
    (add_page, "make", "page"),
    (set_publication, "change", "publication"),
    (add_role, "make", "role"),
    (make_account, "make", "account"),
    (own_password, "change", "account"),
    (change_newsletter, "change", "newsletter"),
    (export_subscribers, "export", "subscribers"),
    (forget_subscribers, "forget", "subscribers"),
    (export_log, "export", "log of deeds"),
    (remove_several, "remove", "topic"),
    (list_editing, "change", "category"),
    (delete_draft, "delete", ""),
]


@pytest.mark.parametrize(("deed", "action", "about"), ON_SCREENS, ids=[one[0].__name__ for one in ON_SCREENS])
def test_every_deed_on_a_screen_leaves_exactly_one_entry(
    deed: Callable[[Client], None], action: str, about: str
) -> None:
    chief = make_user("Administrator")

    deed(signed_in(chief))

    entries = list(AuditEntry.objects.all())
    assert [(one.action, one.about, one.who_id) for one in entries] == [(action, about, chief.pk)]
    assert entries[0].network == "203.0.113.0"
    assert entries[0].address.startswith("/admin/")


def test_the_address_of_a_reader_never_stands_in_the_log() -> None:
    client = signed_in(make_user("Administrator"))
    export_subscribers(client)
    Subscriber.objects.all().delete()
    forget_subscribers(client)

    assert not [one for one in AuditEntry.objects.values() if "nell@" in str(one)]


# A story's own deeds, in any order: each leaves exactly one entry when it is done, and none when it is refused.
STORY_DEEDS: dict[str, Callable[[Article, User], Any]] = {
    "publish": lambda article, by: article.publish(by=by),
    "correct": lambda article, by: article.publish(by=by, change=ChangeKind.CORRECTION, note="It was 1913."),
    "correct without a note": lambda article, by: article.publish(by=by, change=ChangeKind.CORRECTION),
    "withdraw": lambda article, by: article.withdraw(by=by, reason="Wrong person"),
    "schedule": lambda article, by: article.schedule(timezone.now() + timedelta(hours=1), by=by),
    "schedule too late": lambda article, by: article.schedule(timezone.now() - timedelta(hours=1), by=by),
    "unschedule": lambda article, by: article.unschedule(by=by),
    "save": lambda article, by: article.write(changed(article), by=by),
    "hand in": lambda article, by: article.move_to(State.DESK, by=by),
    "link": lambda article, by: PreviewLink.make(article, "Nell", timezone.now() + timedelta(days=1), by=by),
}


def changed(article: Article) -> Document:
    return make_document(headline=f"{article.headline} again"[:150])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(STORY_DEEDS)), st.booleans()), min_size=1, max_size=7))
def test_a_deed_that_is_done_leaves_one_entry_and_one_that_is_refused_or_rolled_back_none(
    deeds: list[tuple[str, bool]],
) -> None:
    with transaction.atomic():
        mara, article = make_user(), make_article()
        for name, is_rolled_back in deeds:
            before = AuditEntry.objects.count()
            state = (article.workflow_state, name)
            try:
                with transaction.atomic():
                    STORY_DEEDS[name](article, mara)
                    if is_rolled_back:
                        raise InterruptedError
                done = state != (State.DESK, "hand in")  # handed in already: nothing is done
            except (NotPossible, NotPublishable, InterruptedError):
                done = False
            article = Article.objects.get(pk=article.pk)
            assert AuditEntry.objects.count() - before == done, name
        transaction.set_rollback(True)


# -- nobody changes it ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "attempt",
    [
        lambda one: one.save(),
        lambda one: one.delete(),
        lambda one: AuditEntry.objects.all().delete(),
        lambda one: AuditEntry.objects.update(who_name="Nobody"),
        lambda one: AuditEntry.objects.bulk_update([one], ["who_name"]),
        lambda one: AuditEntry.objects.bulk_create([one]),
        lambda one: AuditEntry.objects.update_or_create(pk=one.pk),
        lambda one: AuditEntry._base_manager.filter(pk=one.pk).update(who_name="Nobody"),
    ],
)
def test_no_code_changes_or_deletes_an_entry(attempt: Callable[[AuditEntry], Any]) -> None:
    make_article()
    with pytest.raises(LogIsAppendOnly):
        attempt(last())
    assert AuditEntry.objects.filter(action="create").count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_auditentry SET who_name = 'Nobody'",
        "DELETE FROM articles_auditentry",
        *(
            ["INSERT OR REPLACE INTO articles_auditentry SELECT * FROM articles_auditentry"]
            * (connection.vendor == "sqlite")
        ),
        *(["TRUNCATE articles_auditentry"] * (connection.vendor == "postgresql")),
    ],
)
def test_the_database_refuses_it_too(statement: str) -> None:
    make_article()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert AuditEntry.objects.get().action == "create"


def test_what_somebody_did_stays_when_the_account_and_the_story_go() -> None:
    otto = make_user("Writer", "otto")
    article = make_article(by=otto)
    number, person = article.pk, otto.pk

    article.delete()
    otto.delete()

    entry = AuditEntry.objects.get()
    assert (entry.who_id, entry.who_name, entry.article_id) == (person, "otto", number)
    assert "otto" in signed_in(make_user()).get(LOG, {"who": "otto"}).text
    assert entry.headline in signed_in(make_user()).get(LOG, {"story": str(number)}).text


def test_the_account_of_whoever_wrote_a_consent_text_can_be_deleted() -> None:
    otto = make_user("Newsletter editor")
    text = ConsentText.objects.create(
        newsletter=make_newsletter(),
        sentence="Yes, see the data protection notice.",
        policy_version="1",
        created_by=otto,
    )

    otto.delete()

    text.refresh_from_db()
    assert text.created_by_id is None
    assert text.sentence == "Yes, see the data protection notice."


def test_only_an_administrator_s_command_deletes_what_is_old_and_says_so() -> None:
    with done_at(timezone.now() - timedelta(days=800)):
        make_article()
    make_article()

    with pytest.raises(CommandError, match="a year at least"):
        call_command("prune_log", before=f"{timezone.now() - timedelta(days=30):%Y-%m-%d}")
    call_command("prune_log", before=f"{timezone.now() - timedelta(days=400):%Y-%m-%d}")

    assert [one.action for one in AuditEntry.objects.order_by("pk")] == ["create", "prune"]
    assert last().detail.startswith("1 from before")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM articles_auditentry")


# -- searching and exporting ---------------------------------------------------------------------------------------


def found(client: Client, **asked: str) -> list[str]:
    return [one.headline for one, _ in client.get(LOG, asked).context["entries"]]


def test_the_log_is_searched_by_person_deed_kind_story_and_day() -> None:
    mara, otto = make_user(username="mara"), make_user("Writer", "otto")
    with done_at(timezone.now() - timedelta(days=10)):
        old = make_article(by=otto, headline="The Meridian reopens")
    new = make_article(by=mara, headline="Harbour lights")
    new.publish(by=None)
    AuditEntry.write(AuditEntry.Action.CHANGE, mara, about="role", headline="Editor")
    client, today = signed_in(mara), f"{timezone.localdate():%Y-%m-%d}"

    assert found(client) == ["Editor", "Harbour lights", "Harbour lights", "The Meridian reopens"]
    assert found(client, who="otto") == ["The Meridian reopens"]
    assert found(client, who="the schedule") == ["Harbour lights"]
    assert found(client, who="nobody at all") == []
    assert found(client, action="publish") == ["Harbour lights"]
    assert found(client, about="role") == ["Editor"]
    assert found(client, about="story", who="mara") == ["Harbour lights"]
    assert found(client, story="meridian") == found(client, story=str(old.pk)) == ["The Meridian reopens"]
    assert found(client, since=today) == ["Editor", "Harbour lights", "Harbour lights"]
    assert found(client, until=f"{timezone.localdate() - timedelta(days=1):%Y-%m-%d}") == ["The Meridian reopens"]
    assert len(found(client, since="2026-99-99", story="\0", before="x")) == 4


def test_the_log_pages_back_to_the_first_entry_and_shows_each_once() -> None:
    with done_at(timezone.now()):  # all of one moment
        for number in range(120):
            AuditEntry.write(AuditEntry.Action.CHANGE, None, about="role", headline=f"Role {number}")
    client, seen, query = signed_in(make_user()), [], ""
    for _ in range(4):
        context = client.get(f"{LOG}?{query}").context
        seen += [one.headline for one, _ in context["entries"]]
        query = context["older"]
        if not query:
            break

    assert seen == [f"Role {number}" for number in reversed(range(120))]


def test_the_log_takes_the_same_queries_however_long_and_each_by_an_index() -> None:
    mara = make_user(username="mara")
    client = signed_in(mara)

    def queries() -> list[str]:
        with CaptureQueriesContext(connection) as asked:
            client.get(LOG, {"who": "mara", "action": "publish"})
        return [one["sql"] for one in asked]

    article = make_article(by=mara)
    article.publish(by=mara)
    few = queries()
    for _ in range(3):
        make_article(by=mara).publish(by=mara)
    many = queries()

    assert len(few) == len(many)
    if connection.vendor == "sqlite":
        [listing] = [one for one in many if 'FROM "articles_auditentry"' in one]
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN QUERY PLAN {listing}")
            plan = " ".join(str(row[-1]) for row in cursor.fetchall())
        assert "USING INDEX audit_" in plan
        assert "SCAN" not in plan


def test_the_export_has_what_was_asked_and_no_cell_is_a_formula() -> None:
    mara = make_user(username="mara")
    make_article(by=mara, headline='=HYPERLINK("https://example.org")')
    make_article(by=None, headline="Harbour lights")
    client = signed_in(mara)

    answer = client.post(f"{LOG}export/", {"who": "mara", "action": "create"})
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    table = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))

    assert table[0][:3] == ["when (UTC)", "who", "did"]
    assert [row[5] for row in table[1:]] == ['\'=HYPERLINK("https://example.org")']
    assert last().action == "export"
    assert last().detail == "who=mara&action=create"
    assert client.get(f"{LOG}export/").status_code == 405, "a link exports nothing"


def test_who_may_not_see_the_log_sees_and_exports_none() -> None:
    client = signed_in(make_user("Writer"))

    assert client.get(LOG).status_code == 403
    assert client.post(f"{LOG}export/", {}).status_code == 403
    assert not AuditEntry.objects.filter(action="export").exists()


def test_a_story_s_history_leads_to_its_deeds() -> None:
    mara = make_user()
    article = make_article(by=mara)
    article.publish(by=mara)
    article.withdraw(by=mara, reason="Wrong person")

    history = signed_in(mara).get(reverse("admin:articles_article_history", args=[article.pk])).text

    assert "Wrong person" in history
    assert f"{LOG}?story={article.pk}" in history


# -- accounts from the command line, and floods ------------------------------------------------------------------------


def test_an_account_that_a_command_makes_or_changes_stands_in_the_log_and_its_password_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "lantern-harbour-91")
    call_command("createsuperuser", "--noinput", username="otto", email="otto@limelight.example", verbosity=0)
    monkeypatch.setattr("getpass.getpass", lambda **_: "lantern-harbour-92")
    call_command("changepassword", "otto", stdout=io.StringIO())

    told = list(AuditEntry.objects.order_by("pk").values_list("who_name", "action", "about", "headline", "detail"))
    assert told == [
        ("manage.py createsuperuser", "make", "account", "otto", "superuser status on"),
        ("manage.py changepassword", "change", "account", "otto", ""),
    ]
    make_user()
    assert AuditEntry.objects.count() == 2, "the command is over"


def test_failed_sign_ins_cannot_flood_the_log() -> None:
    cache.clear()
    request = RequestFactory().post("/admin/login/")

    def fail(times: int, network: str | None) -> None:
        with patch("newsroom.whence.network", lambda: network):
            for _ in range(times):
                desk_log.failed_to_sign_in(request, "nobody")

    with time_machine.travel("2026-05-01 10:00Z", tick=False):
        fail(200, "203.0.113.0")
        entries = AuditEntry.objects.filter(action="sign_in_failed")
        assert entries.count() == 20 + 3, "40, 80 and 160"
        assert entries.first().detail.startswith("160 failed this hour from this network")  # type: ignore[union-attr]
        for number in range(600):
            fail(1, f"192.0.{number % 250}.0")
        assert entries.count() == 23 + 2, "400 and 800"
        assert entries.first().detail.startswith("800 failed this hour, from everywhere")  # type: ignore[union-attr]
    with time_machine.travel("2026-05-01 11:00Z", tick=False):
        fail(1, "203.0.113.0")
        assert entries.count() == 26, "another hour"
