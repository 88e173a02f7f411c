"""Who signed in, and until when; and what no cache may keep."""

import pytest
from django.test import Client

from articles.tests.factories import make_user

pytestmark = pytest.mark.django_db


def signed_in(username: str) -> Client:
    client = Client()
    assert client.login(username=username, password="open sesame 42")
    return client


def test_signing_out_ends_every_session_of_that_person_and_nobody_elses() -> None:
    make_user("Editor", "noor")
    here, elsewhere = signed_in("noor"), signed_in("noor")
    colleague = signed_in(make_user("Editor").username)
    assert here.post("/admin/logout/").status_code == 200
    assert [client.get("/admin/").status_code for client in (here, elsewhere, colleague)] == [302, 302, 200]


def test_a_new_password_ends_the_other_sessions() -> None:
    make_user("Editor", "noor")
    here, elsewhere = signed_in("noor"), signed_in("noor")
    new = {"new_password1": "a longer sesame 43", "new_password2": "a longer sesame 43"}
    assert here.post("/admin/password_change/", {"old_password": "open sesame 42", **new}).status_code == 302
    assert [client.get("/admin/").status_code for client in (here, elsewhere)] == [200, 302]


@pytest.mark.parametrize(
    "address", ["/admin/", "/admin/password_change/", "/admin/jsi18n/", "/admin/articles/article/"]
)
def test_no_shared_cache_may_keep_a_screen_of_the_desk(address: str) -> None:
    make_user("Editor", "noor")
    response = signed_in("noor").get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
