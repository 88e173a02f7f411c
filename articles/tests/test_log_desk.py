"""What is done on the screens of the desk leaves an entry in the log."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from articles.models import Article, AuditEntry, Category, Topic
from articles.tests.factories import make_asset, make_user
from articles.tests.test_log import LOG, last, signed_in
from newsletter.models import Newsletter, Subscriber
from newsletter.tests.factories import make_text
from newsroom.models import Page, Publication

pytestmark = pytest.mark.django_db


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
