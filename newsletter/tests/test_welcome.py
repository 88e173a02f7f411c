"""Who confirms is welcomed: by one mail, with the newest stories as the newsletter draws them."""

from collections.abc import Callable
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.mail.backends.base import BaseEmailBackend
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from articles.document import Looks
from articles.models import Article
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from newsletter import mail as letters
from newsletter.models import ConsentRecord, Newsletter, Subscriber
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post
from newsletter.tests.test_desk import desk
from newsletter.tests.test_mail import Inbox, smtp

Work = Callable[[], int]
pytestmark = pytest.mark.django_db
__all__ = ["smtp"]


@pytest.fixture(autouse=True)
def _nobody_was_mailed_today() -> None:
    cache.clear()


def confirmed(client: Client, work: Work, **newsletter: Any) -> ConsentRecord:
    """Somebody who has just pressed the button; the worker has done nothing of it yet."""
    post(client, fields(make_text(newsletter=make_newsletter(**{"name": "Tom & Co", **newsletter}))))
    record = ConsentRecord.objects.get()
    ConsentRecord.objects.update(mailed_at=timezone.now())
    work()  # that mail is sent already
    client.post(record.confirm_path())
    return record


def published(**story: Any) -> Article:
    article = make_article(**story)
    article.publish(by=None)
    return article


def parts(message: EmailMessage) -> tuple[str, str]:
    text, html = message.get_body(("plain",)), message.get_body(("html",))
    assert text is not None
    assert html is not None
    return text.get_content(), html.get_content()


def test_the_welcome_is_a_complete_mail_with_the_newest_live_stories(client: Client, work: Work, smtp: Inbox) -> None:
    lead, own = make_picture(), make_picture(asset=make_asset(alt_text="A stage door"))
    for number in range(5):
        published(headline=f"Story {number}")
    published(
        headline="Tom & Lou at sea",
        standfirst="They sail on Monday.",
        lead=lead,
        looks=Looks(newsletter_headline="All aboard", newsletter_picture=own, card_headline="For cards"),
    )
    make_article(headline="A draft")
    published(headline="Withdrawn since").withdraw(by=None)

    record = confirmed(client, work)
    work()

    ((recipients, raw),) = smtp.taken
    (message,) = smtp.messages()
    assert recipients == ["nell.ashby@example.org"]
    assert message["Subject"] == "Welcome to Tom & Co"
    assert message["List-Unsubscribe"].strip().startswith("<http://testserver/newsletter/unsubscribe/")
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    text, html = parts(message)
    assert "\n\n\n" not in text
    for said in (text, html):
        assert "You are signed up" in said
        assert "http://testserver/newsletter/preferences/" in said
        assert "http://testserver/newsletter/unsubscribe/" in said
        places = [said.index(one) for one in ("All aboard", "Story 4", "Story 3", "Story 2", "Story 1")]
        assert places == sorted(places)
        for unsaid in ("Story 0", "Tom & Lou", "Tom &amp; Lou", "For cards", "A draft", "Withdrawn since"):
            assert unsaid not in said
        assert "They sail on Monday." in said
        assert f"http://testserver/film/{Article.objects.get(headline='Story 4').pk}/story-4/" in said
    assert f'src="http://testserver/media/{own.key[:2]}/{own.key}/wide-640.jpg"' in html
    assert 'alt="A stage door"' in html
    assert lead.key not in html
    assert '<!--[if mso]><table role="presentation" width="560">' in html, "Outlook knows no max-width"
    assert "Tom &amp; Co" in html
    assert 'style="' in html, "mail programs drop style sheets"
    assert "@media (prefers-color-scheme: dark)" in html
    assert max(len(line) for line in raw.splitlines()) <= 998
    record.refresh_from_db()
    assert record.welcomed_at is not None


def test_a_story_killed_while_the_welcome_waits_is_not_in_it(client: Client, work: Work, smtp: Inbox) -> None:
    published(headline="It stands")
    killed = published(headline="It must not stand", standfirst="Nobody ever said so.")
    confirmed(client, work)

    killed.kill(by=make_user("Editor"), reason="It is not true")
    work()

    (message,) = smtp.messages()
    for words in parts(message):
        assert "It stands" in words
        assert "must not stand" not in words
        assert "Nobody ever said so" not in words


def test_twelve_long_stories_weigh_less_than_sixty_kilobytes(
    client: Client, work: Work, smtp: Inbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "STORIES", 12)
    for number in range(12):
        lead = make_picture(alt_text="a " * 125)
        published(headline=f"{number} " + "long " * 39, standfirst="words " * 66, lead=lead)
    confirmed(client, work)
    work()
    ((_, raw),) = smtp.taken
    assert parts(smtp.messages()[0])[1].count("/wide-640.jpg") == 12
    assert len(raw) < 60_000


def test_a_publication_without_stories_welcomes_without_them(client: Client, work: Work, smtp: Inbox) -> None:
    confirmed(client, work)
    work()
    text, html = parts(smtp.messages()[0])
    assert "what we published last" not in text + html
    assert "<img" not in html


def test_it_waits_in_the_transaction_of_the_confirmation(client: Client, work: Work) -> None:
    record = confirmed(client, work)
    waiting = [one.task_path for one in DBTaskResult.objects.filter(status="READY")]
    assert waiting == ["newsletter.mail.send_welcome"]
    assert record.subscription().state == "active"


def test_nobody_is_welcomed_twice(client: Client, work: Work) -> None:
    record = confirmed(client, work)
    client.post(record.confirm_path())  # a second press
    again = ConsentRecord.objects.create(
        subscriber=record.subscriber, newsletter=record.newsletter, consent_text=record.consent_text
    )
    client.post(again.confirm_path())  # the link of a second sign-up
    work()
    letters.send_welcome.call(record.pk)  # a task may run twice
    assert [one.subject for one in mail.outbox] == ["Welcome to Tom & Co"]


def test_of_two_workers_with_the_same_welcome_one_sends(
    client: Client, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = confirmed(client, work)
    write = letters.welcome

    def overtaken(of: ConsentRecord) -> Any:
        monkeypatch.setattr(letters, "welcome", write)
        letters.send_welcome.call(of.pk)  # the other one, between our look and our claim
        return write(of)

    monkeypatch.setattr(letters, "welcome", overtaken)
    letters.send_welcome.call(record.pk)
    assert len(mail.outbox) == 1


def test_a_worker_killed_while_it_sends_leaves_no_second_welcome(client: Client, work: Work) -> None:
    class Killed(BaseException):
        pass

    class Kills(BaseEmailBackend):
        def send_messages(self, messages: Any) -> int:
            mail.outbox.extend(messages)
            raise Killed

    record = confirmed(client, work)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(letters.mail, "get_connection", lambda **options: Kills())
        with pytest.raises(Killed):
            letters.send_welcome.call(record.pk)
    work()  # whoever takes over
    assert len(mail.outbox) == 1


def test_the_welcome_waits_while_the_mail_server_is_away(client: Client, work: Work, smtp: Inbox) -> None:
    record = confirmed(client, work)
    smtp.refusal = "451 come back later"
    work()
    record.refresh_from_db()
    assert record.welcomed_at is None
    later = DBTaskResult.objects.get(status="READY")
    assert later.args_kwargs["args"] == [record.pk, 2]
    smtp.refusal = ""
    with time_machine.travel(timezone.now() + letters.mail.RETRY_AFTER[0]):
        work()
        work()
    assert [one["Subject"] for one in smtp.messages()] == ["Welcome to Tom & Co"]
    record.refresh_from_db()
    assert record.welcomed_at is not None


def test_a_mailbox_that_is_gone_is_given_up(
    client: Client, work: Work, smtp: Inbox, caplog: pytest.LogCaptureFixture
) -> None:
    record = confirmed(client, work)
    smtp.refusal = "550 no nell.ashby@example.org here"
    work()
    assert "SMTPDataError at attempt 1 to mail it; given up" in caplog.text
    assert not DBTaskResult.objects.filter(status="READY").exists()
    record.refresh_from_db()
    assert record.welcomed_at is None


def test_who_left_before_the_worker_came_is_not_welcomed(client: Client, work: Work) -> None:
    record = confirmed(client, work)
    client.post(record.subscription().unsubscribe_path())
    work()
    assert not mail.outbox


def test_who_was_forgotten_before_the_worker_came_is_not_welcomed(client: Client, work: Work) -> None:
    confirmed(client, work)
    Subscriber.objects.get().erase()
    work()
    assert not mail.outbox
    assert not DBTaskResult.objects.filter(status="FAILED").exists()


def test_who_comes_back_is_welcomed_again(client: Client, work: Work) -> None:
    record = confirmed(client, work)
    work()
    client.post(record.subscription().unsubscribe_path())
    post(client, fields(record.consent_text))
    work()
    client.post(link("confirm"))
    work()
    welcomed = [one.subject for one in mail.outbox if one.subject.startswith("Welcome")]
    assert welcomed == ["Welcome to Tom & Co"] * 2


def test_a_newsletter_editor_can_do_without_it(client: Client, work: Work) -> None:
    first = confirmed(client, work)
    editor, address = desk(), f"/admin/newsletter/newsletter/{first.newsletter.pk}/change/"
    assert "Send a welcome mail" in editor.get(address).text
    values = {name: getattr(first.newsletter, name) for name in ("name", "promise", "frequency", "position")}
    values |= {"sign_up_heading": "Sign up", "sign_up_label": "Sign up", "is_open": "on"}
    assert editor.post(address, values).status_code == 302
    assert Newsletter.objects.get().send_welcome is False
    work()  # one was waiting
    post(client, fields(first.consent_text, "otto.lind@example.org"))
    work()
    client.post(link("confirm"))
    work()
    assert [one.subject for one in mail.outbox] == ["Please confirm: Tom & Co"]
