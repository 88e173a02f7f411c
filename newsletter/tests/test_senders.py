"""A newsletter comes from its own sender, welcomes in its own words, and cannot be made to look forged."""

import re
from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.test import Client

from newsletter import from_line
from newsletter.building import Letter
from newsletter.mail import welcome_as_shown
from newsletter.models import Newsletter
from newsletter.tests.factories import fields, make_draft, make_newsletter, make_subscription, make_text, post
from newsletter.tests.test_desk import desk
from newsroom.mail import our_domain

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
NEWSLETTERS = "/admin/newsletter/newsletter/"


@pytest.fixture(autouse=True)
def site(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Limelight <news@limelight.example>"
    cache.clear()


OWN = {
    "name": "The Night Letter",
    "sender_name": "Nell, at night",
    "sender_address": "nell@letters.limelight.example",
    "reply_to": "nell@elsewhere.example",
}


def sent(message: Any) -> EmailMessage:
    found: EmailMessage = message.message()
    return found


def form_of(newsletter: Newsletter, **typed: Any) -> dict[str, Any]:
    names = ["name", "promise", "frequency", "slug", "sign_up_heading", "sign_up_label", "position"]
    names += ["sender_name", "sender_address", "reply_to", "welcome_subject", "welcome_words"]
    return {name: getattr(newsletter, name) for name in names} | {"send_welcome": "on", "is_open": "on"} | typed


def test_all_its_mail_comes_from_its_own_sender(client: Client, work: Work) -> None:
    text = make_text(newsletter=make_newsletter(**OWN))
    post(client, fields(text))
    work()
    client.post(re.search(r"/newsletter/confirm/\S+", str(mail.outbox[-1].body))[0])  # type: ignore[index]
    work()
    confirm, welcome = mail.outbox
    letter = Letter.of(make_draft(newsletter=text.newsletter)).mail_for(make_subscription(text.newsletter))
    for message in (confirm, welcome, letter):
        assert sent(message)["From"] == '"Nell, at night" <nell@letters.limelight.example>'
        assert sent(message)["Reply-To"] == "nell@elsewhere.example"


def test_without_a_sender_of_its_own_it_comes_under_its_name_from_the_sites_address() -> None:
    newsletter = make_newsletter(name="The Night Letter")
    assert newsletter.sender == '"The Night Letter" <news@limelight.example>'
    assert newsletter.answers == []


def test_one_mail_about_several_newsletters_comes_from_the_site(client: Client, work: Work, settings: Any) -> None:
    texts = [make_text(newsletter=make_newsletter(**OWN)), make_text()]
    pks = [text.pk for text in texts]
    post(client, {**fields(texts[0]), "consent_text": pks, "several": "1"})
    work()
    (message,) = mail.outbox
    assert message.from_email == settings.DEFAULT_FROM_EMAIL
    assert message.reply_to == []


@pytest.mark.parametrize(
    "address",
    [
        "nell@elsewhere.example",
        "nell@notlimelight.example",
        "nell@limelight.example.evil.example",
        "nell@limelight.example\nBcc: all@evil.example",
        "a@limelight.example, b@limelight.example",
        '"x"@limelight.example',
        "nell",
        "Nell <nell@limelight.example>",
    ],
)
def test_an_address_that_would_look_forged_is_refused_and_never_used(address: str) -> None:
    newsletter = make_newsletter(sender_address=address)  # as a script might
    with pytest.raises(ValidationError, match=r"This site sends from limelight\.example"):
        from_line.check_address(address)
    assert newsletter.address == "news@limelight.example"


def test_a_name_cannot_become_another_header_or_address() -> None:
    hostile = 'Nell" <x@evil.example>\r\nBcc: all@evil.example\r\n\\'
    newsletter = make_newsletter(sender_name=hostile)
    with pytest.raises(ValidationError):
        from_line.check_name(hostile)
    message = sent(Letter.of(make_draft(newsletter=newsletter)).mail_for(make_subscription(newsletter)))
    assert message["Bcc"] is None
    assert message["From"].endswith("<news@limelight.example>")
    assert "\n" not in message["From"].replace("\n ", " ")


def test_the_desk_refuses_a_foreign_sender_and_keeps_what_was_typed() -> None:
    newsletter, editor = make_newsletter(), desk()
    screen = f"{NEWSLETTERS}{newsletter.pk}/change/"
    typed = form_of(newsletter, sender_address="nell@evil.example", welcome_words="Come in.\n\nWelcome.")
    page = editor.post(screen, typed)
    assert page.status_code == 200
    assert our_domain() in page.text
    assert "nell@evil.example" in page.text
    assert "Come in.\n\nWelcome." in page.text
    newsletter.refresh_from_db()
    assert newsletter.sender_address == ""


def test_its_welcome_has_its_own_subject_and_words_clean(client: Client) -> None:
    newsletter, editor = make_newsletter(name="The Night Letter"), desk()
    words = 'Come in.\n\nSee <a href="/about/">who we are</a>.<script>x()</script>'
    typed = form_of(newsletter, welcome_subject="Good evening", welcome_words=words)
    assert editor.post(f"{NEWSLETTERS}{newsletter.pk}/change/", typed).status_code == 302
    newsletter.refresh_from_db()
    subject, html, text = welcome_as_shown(newsletter)
    assert subject == "Good evening"
    assert "Come in." in html
    assert 'href="http://testserver/about/"' in html
    assert "x()" not in html + text
    assert "who we are (http://testserver/about/)" in text
    assert "it comes to this address from now on" not in html


def test_the_desk_shows_the_welcome_as_it_is_typed_and_keeps_nothing() -> None:
    newsletter, editor = make_newsletter(), desk()
    address = f"{NEWSLETTERS}{newsletter.pk}/welcome/"
    assert "it comes to this address from now on" in editor.get(address).text
    assert "Come in." in editor.post(address, form_of(newsletter, welcome_words="Come in.")).text
    newsletter.refresh_from_db()
    assert newsletter.welcome_words == ""
    assert desk("Writer").get(address).status_code == 403


def test_a_test_of_the_welcome_goes_to_whoever_asks_alone() -> None:
    make_subscription(newsletter := make_newsletter(**OWN))
    editor = desk()
    User.objects.filter(pk=editor.session["_auth_user_id"]).update(email="mara@limelight.example")
    typed = form_of(newsletter, welcome_subject="Good evening", _test_welcome="")
    assert editor.post(f"{NEWSLETTERS}{newsletter.pk}/change/", typed).status_code == 302
    (message,) = mail.outbox
    assert message.recipients() == ["mara@limelight.example"]
    assert message.subject == "Test: Good evening"
    assert message.from_email == newsletter.sender


def test_the_compose_screen_says_who_it_comes_from() -> None:
    issue = make_draft(newsletter=make_newsletter(**OWN))
    page = desk().get(f"/admin/newsletter/issue/{issue.pk}/change/").text
    assert "From: &quot;Nell, at night&quot; &lt;nell@letters.limelight.example&gt;" in page
    assert "answers go to nell@elsewhere.example" in page
