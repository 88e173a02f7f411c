"""What is done on the screens of the desk leaves an entry in the log."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.urls import get_resolver, reverse
from django.urls.converters import IntConverter
from django.urls.resolvers import URLResolver

from articles.admin import comments, deeds
from articles.models import (
    AuditEntry,
)
from articles.tests.desk_deeds import LEAVES_NONE, ON_SCREENS
from articles.tests.factories import make_user
from articles.tests.test_log import last, signed_in
from newsletter.admin import issues
from newsletter.models import Subscriber
from newsletter.tests.desk_deeds import export_subscribers, forget_subscribers
from newsroom.logged import Logged

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


def everything_posted_to() -> Iterator[tuple[str, str]]:
    """Every address of the desk that answers POST, by its name; with each button it tells apart."""
    buttons = {
        "articles_article_change": ["_save", "_take_back", *deeds.DEEDS],
        "articles_article_comment": [*comments.DEEDS],
        "newsletter_issue_change": [*issues.DEEDS],
    }
    client = signed_in(make_user("Administrator"))
    request = RequestFactory().get("/admin/")
    request.user = make_user("Administrator")
    for model, options in admin.site._registry.items():
        list_name = f"{model._meta.app_label}_{model._meta.model_name}_changelist"
        buttons[list_name] = ["", *options.get_actions(request)]
    for name, arguments in named(get_resolver("newsroom.urls").url_patterns, "admin/"):
        address = reverse(f"admin:{name}", kwargs=arguments)
        if client.post(address).status_code not in {403, 405}:  # 403 to whoever may do anything: nobody may do this
            for button in buttons.get(name, [""]):
                yield name, button
        if name == "logout":
            client = signed_in(make_user("Administrator"))


def named(patterns: Iterable[Any], start: str, before: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The named addresses that begin so, each with arguments it would take."""
    for one in patterns:
        route = f"{before}{one.pattern}"
        if isinstance(one, URLResolver):
            yield from named(one.url_patterns, start, route)
        elif route.startswith(start) and one.name:
            types = one.pattern.converters if hasattr(one.pattern, "converters") else {}
            arguments = {name: 1 if isinstance(kind, IntConverter) else "1" for name, kind in types.items()}
            yield one.name, arguments or ({"app_label": "articles"} if one.name == "app_list" else {})


def is_django_s_own(name: str, button: str) -> bool:
    """Whether it is a form or list of Django's, whose every change `Logged` writes down, or its history."""
    for model, options in admin.site._registry.items():
        prefix, _, screen = name.rpartition("_")
        if prefix != f"{model._meta.app_label}_{model._meta.model_name}":
            continue
        own = type(options)
        assert issubclass(own, Logged)
        if screen == "history":
            return True
        if screen == "changelist":
            return not button or button == "delete_selected"
        views = {"add": "changeform_view", "change": "changeform_view", "delete": "delete_view"}
        return getattr(own, views.get(screen, ""), None) is getattr(admin.ModelAdmin, views.get(screen, ""), 0)
    return False


def test_every_address_of_the_desk_that_takes_a_deed_leaves_an_entry_or_says_why_not() -> None:
    tested = {name for name, *_ in ON_SCREENS}

    unknown = {
        f"{name} {button}".strip() for name, button in everything_posted_to() if not is_django_s_own(name, button)
    }.difference(tested, LEAVES_NONE)

    assert unknown == set(), "Put each into ON_SCREENS, or into LEAVES_NONE with the reason."


@pytest.mark.parametrize(
    ("deed", "action", "about"), [one[1:] for one in ON_SCREENS], ids=[one[1].__name__ for one in ON_SCREENS]
)
def test_every_deed_on_a_screen_leaves_exactly_one_entry(
    deed: Callable[[Client], None], action: str, about: str
) -> None:
    client = signed_in(make_user("Administrator"))

    deed(client)

    entries = list(AuditEntry.objects.filter(network__isnull=False))  # what came before was done by nobody's request
    assert [(one.action, one.about) for one in entries] == [(action, about)]
    assert entries[0].who_id is not None
    assert entries[0].network == "203.0.113.0"
    assert entries[0].address.startswith("/admin/")
    assert bool(entries[0].article_id) is (about == "")


def test_the_address_of_a_reader_never_stands_in_the_log() -> None:
    client = signed_in(make_user("Administrator"))
    export_subscribers(client)
    Subscriber.objects.all().delete()
    forget_subscribers(client)

    assert not [one for one in AuditEntry.objects.values() if "nell@" in str(one)]
