"""Mail goes through a provider's web API, and what the provider tells about it is believed when it is signed."""

import hashlib
import hmac
import json
import socket
import threading
import time
from base64 import b64encode
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.core.cache import cache
from django.test import Client
from django_tasks_db.models import DBTaskResult

from newsletter import returns
from newsletter import sender as worker_side
from newsletter.models import ConsentRecord, Delivery, Issue, Subscriber, Suppression
from newsletter.sender import Sender, send_due
from newsletter.sending import begin
from newsletter.tests.factories import fields, make_issue, make_newsletter, make_subscription, make_text, post
from newsroom.providers import email_url

pytestmark = pytest.mark.django_db
NELL, TOM = "nell@example.org", "tom@example.org"
INACTIVE = (
    "You tried to send to a recipient that has been marked as inactive.\n"
    f"Found inactive addresses: {NELL}.\nInactive recipients are ones that have generated a hard bounce."
)
SIGNING = "key-that-signs"
TAKEN = {"ErrorCode": 0, "Message": "OK", "MessageID": "b7bc2f4a", "SubmittedAt": "2026-11-29T00:00:00Z"}


class Api:
    """A provider's side: what it was asked, and what it answers for a recipient (Postmark's, or Mailgun's)."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.answers: dict[str, tuple[int, Any]] = {}
        self.silent: set[str] = set()
        api = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                to = next((one for one in (NELL, TOM) if one in body or one.replace("@", "%40") in body), "")
                api.asked.append({"path": self.path, "body": body, "headers": dict(self.headers)})
                if to in api.silent:
                    self.close_connection = True
                    self.connection.shutdown(socket.SHUT_RDWR)
                    return
                default = {"id": "<1@example.com>", "message": "Queued."} if "messages" in self.path else TAKEN
                status, said = api.answers.get(to, (200, default))
                content = json.dumps(said).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: Any) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def api() -> Iterator[Api]:
    one = Api()
    yield one
    one.server.shutdown()
    one.server.server_close()


@pytest.fixture(autouse=True)
def sender(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sender]:
    fresh = Sender()
    monkeypatch.setattr(worker_side, "SENDER", fresh)
    yield fresh
    fresh.line.close()


def use(settings: Any, text: str) -> None:
    for name, value in email_url(text).items():
        setattr(settings, name, value)
    settings.DEFAULT_FROM_EMAIL = "news@example.com"


@pytest.fixture
def postmark(settings: Any, api: Api) -> Api:
    use(settings, f"postmark://?server_token=secret&webhook_secret=hook:pass&api_url={api.address}")
    return api


@pytest.fixture
def mailgun(settings: Any, api: Api) -> Api:
    use(settings, f"mailgun://?api_key=secret&webhook_signing_key={SIGNING}&api_url={api.address}")
    return api


def sent(*addresses: str) -> Issue:
    newsletter = make_newsletter(name="The Late Letter")
    for address in addresses:
        make_subscription(newsletter, address)
    issue = make_issue(newsletter)
    begin(issue, by=None)
    while send_due():
        pass
    return issue


def states(issue: Issue) -> dict[str, tuple[str, str]]:
    return {
        one: (state, code) for one, state, code in issue.deliveries.values_list("subscriber__email", "state", "code")
    }


def reason(email: str) -> str:
    found = Suppression.of(email)
    return found.reason if found else ""


# -- What goes out -------------------------------------------------------------------------------------


def test_an_issue_goes_through_the_provider_with_a_word_that_says_whose_it_is(postmark: Api) -> None:
    issue = sent(NELL)
    assert states(issue) == {NELL: ("sent", "250")}
    (asked,) = postmark.asked
    told = json.loads(asked["body"])
    assert asked["headers"]["X-Postmark-Server-Token"] == "secret"
    assert (told["To"], told["From"]) == (NELL, "The Late Letter <news@example.com>")
    assert told["Metadata"] == {"newsroom": returns.of_delivery(issue.deliveries.get().pk)}
    headers = {one["Name"]: one["Value"] for one in told["Headers"]}
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["List-Unsubscribe"].startswith("<http://testserver/newsletter/unsubscribe/")


def test_the_mail_of_a_sign_up_goes_there_too(mailgun: Api, client: Client, work: Any) -> None:
    cache.clear()
    post(client, fields(make_text(), NELL))
    work()
    (asked,) = mailgun.asked
    record = ConsentRecord.objects.get()
    assert asked["path"] == "/example.com/messages"
    assert parse_qs(asked["body"])["v:newsroom"] == [returns.of_request(record.pk)]
    assert record.mailed_at


@pytest.mark.parametrize(
    ("answer", "state", "code"),
    [
        ((422, {"ErrorCode": 300, "Message": f"Invalid 'To' address: '{NELL}'."}), "failed", "422"),
        ((422, {"ErrorCode": 406, "Message": INACTIVE}), "failed", "422"),
        ((413, {"ErrorCode": 1, "Message": "too large"}), "failed", "413"),
        ((422, {"ErrorCode": 406, "Message": "said in other words than today"}), "failed", "422"),
        ((200, {"what": "is this"}), "doubt", "cut off"),
        ((429, {"ErrorCode": 429, "Message": "slowly"}), "waiting", ""),
        ((500, {"ErrorCode": 500, "Message": "broken"}), "waiting", ""),
        ((503, {"ErrorCode": 503, "Message": "closed"}), "waiting", ""),
        ((401, {"ErrorCode": 10, "Message": "bad token"}), "waiting", ""),
    ],
)
def test_what_the_provider_answers_is_sorted_out(
    postmark: Api, caplog: pytest.LogCaptureFixture, answer: tuple[int, Any], state: str, code: str
) -> None:
    postmark.answers = {NELL: answer}
    issue = sent(NELL)
    assert states(issue) == {NELL: (state, code)}
    assert len(postmark.asked) == 1 if state != "waiting" else len(postmark.asked) <= 2
    assert NELL not in " ".join(one.getMessage() for one in caplog.records if one.name.startswith("newsletter"))
    if state == "waiting":
        assert issue.deliveries.get().attempts == 0


def test_one_who_is_refused_holds_up_nobody_else(postmark: Api) -> None:
    postmark.answers = {NELL: (422, {"ErrorCode": 406, "Message": INACTIVE})}
    issue = sent(NELL, TOM)
    assert states(issue) == {NELL: ("failed", "422"), TOM: ("sent", "250")}


def test_a_line_that_breaks_after_the_message_was_handed_over_leaves_it_in_doubt(postmark: Api) -> None:
    postmark.silent = {NELL}
    assert states(sent(NELL, TOM)) == {NELL: ("doubt", "cut off"), TOM: ("sent", "250")}


def test_a_provider_that_cannot_be_reached_makes_all_wait(settings: Any) -> None:
    use(settings, "postmark://?server_token=secret&api_url=http://127.0.0.1:1/")
    assert states(sent(NELL)) == {NELL: ("waiting", "")}


def test_a_provider_that_does_not_answer_in_time_may_have_the_message(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        monkeypatch.setattr("newsletter.line.TIMEOUT", 0.3)
        use(settings, f"postmark://?server_token=secret&api_url=http://127.0.0.1:{deaf.getsockname()[1]}/")
        assert states(sent(NELL)) == {NELL: ("doubt", "cut off")}


def test_mail_of_a_sign_up_that_is_refused_for_good_is_given_up_and_stands_in_no_log(
    postmark: Api, client: Client, work: Any, caplog: pytest.LogCaptureFixture
) -> None:
    cache.clear()
    postmark.answers = {NELL: (422, {"ErrorCode": 300, "Message": f"Invalid 'To' address: '{NELL}'."})}
    post(client, fields(make_text(), NELL))
    work()
    assert "given up" in caplog.text
    assert NELL not in caplog.text
    assert not DBTaskResult.objects.filter(status="READY").exists()
    assert NELL not in str(list(DBTaskResult.objects.values()))


def test_mail_of_a_sign_up_waits_for_a_provider_that_is_away(postmark: Api, client: Client, work: Any) -> None:
    cache.clear()
    postmark.answers = {NELL: (503, {"ErrorCode": 503, "Message": "closed"})}
    post(client, fields(make_text(), NELL))
    work()
    assert DBTaskResult.objects.filter(status="READY").count() == 1


# -- What is told --------------------------------------------------------------------------------------


def of_postmark(token: str, **values: Any) -> dict[str, Any]:
    return {
        "RecordType": "Bounce",
        "Type": "HardBounce",
        "ID": 42,
        "Email": NELL,
        "BouncedAt": "2026-11-29T20:00:00Z",
        "Details": "smtp;550 5.1.1 The email account does not exist.",
        "Metadata": {"newsroom": token} if token else {},
    } | values


def tell_postmark(event: Any, *, auth: str = "hook:pass") -> Any:
    headers = {"Authorization": f"Basic {b64encode(auth.encode()).decode()}"} if auth else {}
    client = Client(enforce_csrf_checks=True)
    body = event if isinstance(event, str) else json.dumps(event)
    return client.post("/newsletter/returns/postmark/", body, content_type="application/json", headers=headers)


def of_mailgun(token: str, event: str = "failed", **values: Any) -> dict[str, Any]:
    data = {
        "event": event,
        "timestamp": time.time(),
        "id": "G9Bn5sl1TC6nu79C8C0bwg",
        "recipient": NELL,
        "severity": "permanent",
        "reason": "bounce",
        "user-variables": {"newsroom": token} if token else {},
        "message": {"headers": {"message-id": "1@example.com"}},
        "delivery-status": {"code": 550, "message": "5.1.1 no such user", "description": ""},
    }
    return data | values


def tell_mailgun(data: Any, *, key: str = SIGNING) -> Any:
    stamp, token = str(int(time.time())), "a" * 50
    signature = hmac.new(key.encode(), f"{stamp}{token}".encode(), hashlib.sha256).hexdigest()
    body = {"signature": {"timestamp": stamp, "token": token, "signature": signature}, "event-data": data}
    client = Client(enforce_csrf_checks=True)
    return client.post("/newsletter/returns/mailgun/", json.dumps(body), content_type="application/json")


def delivered(email: str = NELL) -> Delivery:
    subscription = make_subscription(make_newsletter(), email)
    issue = make_issue(subscription.newsletter)
    return Delivery.objects.create(issue=issue, subscriber=subscription.subscriber, state=Delivery.State.SENT)


def test_a_hard_bounce_told_by_mailgun_with_its_signature_ends_all_mail_once(mailgun: Api) -> None:
    delivery = delivered()
    event = of_mailgun(returns.of_delivery(delivery.pk))
    assert tell_mailgun(event).status_code == 200
    delivery.refresh_from_db()
    assert (delivery.state, delivery.code, reason(NELL)) == ("bounced", "5.1.1", "bounce")
    before = list(Delivery.objects.values()) + list(Suppression.objects.values()) + list(ConsentRecord.objects.values())
    assert tell_mailgun(event).status_code == 200
    after = list(Delivery.objects.values()) + list(Suppression.objects.values()) + list(ConsentRecord.objects.values())
    assert before == after


def test_a_report_that_was_told_before_somebody_lifted_the_suppression_does_not_bring_it_back(mailgun: Api) -> None:
    event = of_mailgun(returns.of_delivery(delivered().pk))
    tell_mailgun(event)
    Suppression.objects.all().delete()
    tell_mailgun(event)
    assert not Suppression.objects.exists()


@pytest.mark.parametrize("token", [True, False], ids=["by our word", "by its address"])
@pytest.mark.parametrize(
    ("values", "state", "suppressed"),
    [
        ({"event": "complained"}, "complained", "complaint"),
        ({"severity": "temporary"}, "sent", ""),
        ({"delivery-status": {"message": "5.7.1 spam"}}, "bounced", ""),
        ({"delivery-status": {"message": "5.2.2 full"}}, "bounced", ""),
        ({"delivery-status": {"message": "no reason"}}, "bounced", "bounce"),
        ({"event": "delivered"}, "sent", ""),
        ({"event": "opened"}, "sent", ""),
        ({"event": "something new"}, "sent", ""),
    ],
)
def test_what_mailgun_tells_has_its_effect(
    mailgun: Api, token: bool, values: dict[str, Any], state: str, suppressed: str
) -> None:
    delivery = delivered()
    assert tell_mailgun(of_mailgun(returns.of_delivery(delivery.pk) if token else "", **values)).status_code == 200
    delivery.refresh_from_db()
    assert (delivery.state, reason(NELL)) == (state, suppressed)


@pytest.mark.parametrize(
    ("values", "state", "suppressed"),
    [
        ({}, "bounced", "bounce"),
        ({"Type": "SoftBounce", "Details": "later"}, "bounced", ""),
        ({"Type": "HardBounce", "Details": "no reason"}, "bounced", "bounce"),
        ({"RecordType": "SpamComplaint", "Type": "SpamComplaint"}, "complained", "complaint"),
        ({"Type": "Blocked", "Details": "5.7.1 listed"}, "bounced", ""),
        ({"Type": "BadEmailAddress", "Details": ""}, "bounced", "bounce"),
        ({"Type": "AutoResponder"}, "sent", ""),
    ],
)
def test_what_postmark_tells_has_its_effect(postmark: Api, values: dict[str, Any], state: str, suppressed: str) -> None:
    delivery = delivered()
    assert tell_postmark(of_postmark(returns.of_delivery(delivery.pk), **values)).status_code == 200
    delivery.refresh_from_db()
    assert (delivery.state, reason(NELL)) == (state, suppressed)


def test_an_unsubscription_at_the_provider_ends_that_newsletter_and_says_how(postmark: Api) -> None:
    delivery = delivered()
    other = make_subscription(make_newsletter(), NELL)
    event = of_postmark(
        returns.of_delivery(delivery.pk),
        RecordType="SubscriptionChange",
        SuppressSending=True,
        SuppressionReason="ManualSuppression",
        Recipient=NELL,
    )
    assert tell_postmark(event).status_code == 200
    person = Subscriber.objects.get()
    assert person.subscriptions.get(newsletter=delivery.issue.newsletter).state == "unsubscribed"
    other.refresh_from_db()
    assert other.state == "active"
    assert not Suppression.objects.exists()


@pytest.mark.parametrize("auth", ["", "hook:wrong", "hook", ":"])
def test_what_does_not_come_from_the_provider_changes_nothing(postmark: Api, auth: str) -> None:
    delivery = delivered()
    assert tell_postmark(of_postmark(returns.of_delivery(delivery.pk)), auth=auth).status_code == 400
    delivery.refresh_from_db()
    assert (delivery.state, reason(NELL)) == ("sent", "")


def test_a_wrong_signature_changes_nothing(mailgun: Api) -> None:
    delivery = delivered()
    assert tell_mailgun(of_mailgun(returns.of_delivery(delivery.pk)), key="another").status_code == 400
    delivery.refresh_from_db()
    assert (delivery.state, reason(NELL)) == ("sent", "")


@pytest.mark.parametrize("body", ["", "{", "[]", "null", "{}", '{"RecordType": 7}', '{"RecordType":"Inbound"}', "\x00"])
def test_what_is_no_report_is_refused_or_ignored_and_never_breaks(postmark: Api, body: str) -> None:
    assert tell_postmark(body).status_code in {200, 400}


def test_a_mailersend_report_is_believed_by_the_signature_of_its_whole_body(settings: Any) -> None:
    use(settings, f"mailersend://?api_token=secret&signing_secret={SIGNING}")
    delivery = delivered()
    data = {
        "type": "hard_bounced",
        "id": "1",
        "email": {"message": {"id": "2"}, "recipient": {"email": NELL}},
        "morph": {"object": "recipient_bounce", "reason": "550 5.1.1 unknown"},
    }
    body = json.dumps({"type": "activity.hard_bounced", "created_at": "2026-11-29T20:00:00.000000Z", "data": data})

    def tell(signed: str) -> int:
        signature = hmac.new(SIGNING.encode(), signed.encode(), hashlib.sha256).hexdigest()
        headers = {"Signature": signature}
        address = "/newsletter/returns/mailersend/"
        return Client().post(address, body, content_type="application/json", headers=headers).status_code

    assert tell(body + " ") == 400
    assert tell(body) == 200
    delivery.refresh_from_db()
    assert (delivery.state, reason(NELL)) == ("bounced", "bounce")


def test_a_report_about_somebody_who_was_forgotten_or_is_unknown_is_taken_and_changes_nothing(postmark: Api) -> None:
    token = returns.of_delivery(delivered().pk)
    Subscriber.objects.get().erase()
    assert tell_postmark(of_postmark(token)).status_code == 200
    assert tell_postmark(of_postmark("", Email="stranger@example.org")).status_code == 200
    assert tell_postmark(of_postmark("", Email="no address")).status_code == 200
    assert [one.reason for one in Suppression.objects.all()] == ["forgotten"]


def test_only_the_provider_of_the_settings_is_listened_to_and_a_visit_changes_nothing(
    client: Client, postmark: Api, settings: Any
) -> None:
    assert client.get("/newsletter/returns/postmark/").status_code == 405
    assert client.head("/newsletter/returns/postmark/").status_code == 200
    assert client.post("/newsletter/returns/mailgun/").status_code == 404
    assert client.post("/newsletter/returns/nobody/").status_code == 404
    use(settings, "postmark://?server_token=secret")
    assert tell_postmark(of_postmark("")).status_code == 404, "nothing would prove where it comes from"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("postmark://TOKEN", "behind a question mark"),
        ("postmark://?token=x", "knows no “token”"),
        ("mailjet://?api_key=x", "needs secret_key"),
        ("postmark://?server_token=x&webhook_secret=word", "a colon between them"),
    ],
)
def test_a_provider_that_is_set_up_wrongly_stops_the_start_with_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        email_url(text)
