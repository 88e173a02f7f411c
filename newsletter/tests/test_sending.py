"""An issue reaches everybody once, whoever leaves, stops it or dies in the middle."""

import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from articles.models import AuditEntry
from articles.tests.factories import make_article, make_user
from newsletter import sender as worker_side
from newsletter.addresses import fingerprint
from newsletter.errors import IssueRefused
from newsletter.line import Line
from newsletter.models import Delivery, Issue, Subscriber, Subscription, Suppression
from newsletter.sender import Sender, send_due, take_over
from newsletter.sending import begin, cancel, pause, progress, resume
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsletter.tests.mail_server import Server, run, sender, sent_to, server, states
from newsroom.models import WorkerBeat

__all__ = ["sender", "server"]
State = Delivery.State
pytestmark = pytest.mark.django_db


def test_an_issue_reaches_everybody_who_gets_the_newsletter_once_over_one_connection(server: Server) -> None:
    newsletter, other = make_newsletter(), make_newsletter()
    make_subscription(newsletter, "pending@example.org", state=Subscription.State.PENDING, confirmed_at=None)
    make_subscription(other, "other@example.org")
    for number in range(12):
        make_subscription(newsletter, f"reader-{number}@example.org")
    story = make_article(headline="The ferry is back")
    story.publish(by=None)
    blocks = [{"kind": "story", "article": story.pk}] * 2
    issue = make_issue(newsletter, blocks=blocks, send_at=timezone.now() + timedelta(minutes=1))
    run()
    assert not server.taken, "it is not due yet"
    with time_machine.travel(timezone.now() + timedelta(minutes=2)):
        run()
    run()
    assert sorted(server.taken) == sorted(f"reader-{number}@example.org" for number in range(12))
    assert len(server.connections) == 1
    issue.refresh_from_db()
    story.refresh_from_db()
    assert issue.state == Issue.State.SENT
    assert issue.started_at is not None
    assert issue.finished_at is not None
    assert [(one.article_id, one.edition_id) for one in issue.stories.all()] == [(story.pk, story.live_edition_id)]
    assert Counter(issue.deliveries.values_list("state", "code", "attempts")) == {("sent", "250", 1): 12}
    assert progress(issue).percent == 100
    said = list(AuditEntry.objects.filter(about="issue").order_by("pk").values_list("detail", flat=True))
    assert said == ["began to send it to 12", "sent: 12 taken by the mail server"]
    assert all(b"The ferry is back" in one for one in server.contents)


def test_what_is_sent_stays_what_it_was_when_its_story_changes_in_mid_send(server: Server) -> None:
    story = make_article(headline="The ferry is back")
    story.publish(by=None)
    sent_to(1, blocks=[{"kind": "story", "article": story.pk}])
    story.headline = "The ferry is late"
    story.save()
    story.publish(by=None)
    run()
    assert b"The ferry is back" in server.contents[0]


def test_a_story_that_is_withdrawn_in_mid_send_is_left_out_for_all_who_still_wait(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = make_article(headline="The ferry is back"), make_article(headline="The harbour is shut")
    for one in (first, second):
        one.publish(by=None)
    issue, _ = sent_to(3, blocks=[{"kind": "story", "article": one.pk} for one in (first, second)])
    monkeypatch.setattr(worker_side, "BATCH", 1)  # one a sweep
    send_due()
    first.withdraw(by=None)
    send_due()
    assert [b"The ferry is back" in one for one in server.contents] == [True, False]
    assert all(b"The harbour is shut" in one for one in server.contents)
    second.withdraw(by=None)
    run()
    issue.refresh_from_db()
    assert (issue.state, len(server.taken)) == (Issue.State.CANCELLED, 2), "nothing is left to send"
    assert Counter(states(issue).values()) == {"sent": 2, "skipped": 1}


def test_an_issue_with_nothing_left_in_it_becomes_a_draft_again_and_the_log_says_why(server: Server) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    draft = make_article().pk
    issue = make_issue(newsletter, blocks=[{"kind": "story", "article": draft}], send_at=timezone.now())
    whole = make_issue(newsletter, send_at=timezone.now())
    run()
    issue.refresh_from_db()
    whole.refresh_from_db()
    assert (issue.state, issue.send_at, issue.printed) == (Issue.State.DRAFT, None, None)
    assert whole.state == Issue.State.SENT, "one that can go is not kept waiting"
    assert "there is nothing to send" in AuditEntry.objects.get(about_id=str(issue.pk), about="issue").detail
    with pytest.raises(IssueRefused):
        begin(make_issue(newsletter, subject=" "), by=None)


def test_an_issue_begins_once_whoever_presses_at_the_same_moment() -> None:
    issue, _ = sent_to(3)
    again = Issue.objects.get(pk=issue.pk)
    Issue.objects.filter(pk=issue.pk).update(state=Issue.State.SENDING)
    with pytest.raises(IssueRefused):
        begin(again, by=make_user())
    assert issue.deliveries.count() == 3


def test_who_left_or_was_suppressed_or_forgotten_since_it_began_gets_nothing(server: Server) -> None:
    issue, addresses = sent_to(5)
    left, suppressed, forgotten, *rest = addresses
    Subscription.objects.filter(subscriber__email=left).update(
        state=Subscription.State.UNSUBSCRIBED, unsubscribed_at=timezone.now()
    )
    Suppression.objects.create(fingerprint=fingerprint(suppressed, "suppression"))
    Subscriber.objects.get(email=forgotten).erase()
    run()
    assert sorted(server.taken) == sorted(rest)
    assert states(issue) == {left: "skipped", suppressed: "skipped"} | dict.fromkeys(rest, "sent")


def test_who_pauses_gets_nothing_until_the_day_it_ends(server: Server) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, "away@example.org", paused_until=timezone.now() + timedelta(days=1))
    make_subscription(newsletter, "here@example.org")
    begin(make_issue(newsletter), by=None)
    run()
    assert server.taken == ["here@example.org"]

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        begin(make_issue(newsletter), by=None)
        run()
    assert sorted(server.taken[1:]) == ["away@example.org", "here@example.org"]


def test_who_leaves_between_the_look_up_and_the_claim_gets_nothing(
    server: Server, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, _addresses = sent_to(3)
    people = Sender._people

    def and_then_all_leave(self: Sender, *about: Any) -> Any:
        found = people(self, *about)
        Subscription.objects.update(state=Subscription.State.UNSUBSCRIBED, unsubscribed_at=timezone.now())
        return found

    monkeypatch.setattr(Sender, "_people", and_then_all_leave)
    run()
    assert not server.taken
    assert set(states(issue).values()) == {"skipped"}


def test_pause_cancel_and_resume_hold_in_mid_send_and_stand_in_the_log(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = make_user()
    issue, _addresses = sent_to(6)
    hand_over = Line.hand_over

    def pressed_after_two(self: Any, letter: Any, subscription: Any, token: str) -> None:
        hand_over(self, letter, subscription, token)
        if len(server.taken) in (2, 4):
            (pause if len(server.taken) == 2 else cancel)(Issue.objects.get(pk=issue.pk), by=editor)

    monkeypatch.setattr(Line, "hand_over", pressed_after_two)
    run()
    run()
    assert len(server.taken) == 2
    now = progress(issue)
    assert (now.counts["sent"], now.left, now.total, now.percent) == (2, 4, 6, 33)
    issue.refresh_from_db()
    resume(issue, by=editor)
    run()
    issue.refresh_from_db()
    assert issue.state == Issue.State.CANCELLED
    assert len(server.taken) == 4
    assert Counter(states(issue).values()) == {"sent": 4, "skipped": 2}
    said = AuditEntry.objects.filter(about="issue", who=editor).order_by("pk").values_list("detail", flat=True)
    assert list(said) == ["paused sending it", "went on sending it", "cancelled it; 2 do not get it"]
    for deed in (pause, resume, cancel):
        with pytest.raises(IssueRefused):
            deed(issue, by=editor)


def test_what_a_dead_worker_had_in_its_hand_is_in_doubt_and_what_a_living_one_has_is_left_alone() -> None:
    issue, (first, second, third) = sent_to(3)
    WorkerBeat.objects.create(worker="lives", beat_at=timezone.now())
    WorkerBeat.objects.create(worker="silent", beat_at=timezone.now() - timedelta(minutes=1))
    for address, worker in ((first, "lives"), (second, "silent"), (third, "unheard of")):
        issue.deliveries.filter(subscriber__email=address).update(state=State.SENDING, worker=worker)
    assert take_over("me") == 2
    assert states(issue) == {first: "sending", second: "doubt", third: "doubt"}
    assert not worker_side.finish(issue), "one is still in hand"


def test_what_the_database_could_not_note_is_noted_later_and_sent_once(
    server: Server, sender: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    issue, (address,) = sent_to(1)
    note = Sender._note

    def fails_once(self: Sender, me: str) -> None:
        if server.taken:
            monkeypatch.setattr(Sender, "_note", note)
            raise RuntimeError("the database is away")
        note(self, me)

    monkeypatch.setattr(Sender, "_note", fails_once)
    with pytest.raises(RuntimeError):
        run()
    assert states(issue) == {address: "sending"}
    run()
    assert server.taken == [address]
    assert states(issue) == {address: "sent"}


def test_a_domain_with_a_rate_of_its_own_gets_no_more_a_second_and_holds_up_nobody_else(
    server: Server, settings: Any
) -> None:
    settings.NEWSLETTER_DOMAIN_RATES = {"slow.example": 4}
    newsletter = make_newsletter()
    for number in range(6):
        make_subscription(newsletter, f"reader-{number}@slow.example")
    for number in range(10):
        make_subscription(newsletter, f"reader-{number}@example.org")
    begin(make_issue(newsletter), by=None)
    second = make_issue(newsletter)
    begin(second, by=None)
    begun = time.monotonic()
    run()
    assert time.monotonic() - begun >= 11 / 4, "twelve at four a second"
    at_once = [address for address in server.taken[:30] if "slow" not in address]
    assert len(at_once) == 20, "all others went before the last of those"
    assert Counter(server.taken).most_common(1)[0][1] == 2, "once for each issue"
    assert len(server.taken) == 32


def test_no_more_leave_a_second_than_the_settings_allow_all_workers_together(server: Server, settings: Any) -> None:
    settings.NEWSLETTER_RATE = 20
    for name in ("one", "two"):
        WorkerBeat.objects.create(worker=name, beat_at=timezone.now())
    sent_to(11)
    begun = time.monotonic()
    run()
    assert len(server.taken) == 11
    assert time.monotonic() - begun >= 1, "eleven at half of twenty a second: the other half is the other worker's"


def test_no_log_and_no_row_of_a_delivery_holds_an_address(server: Server, caplog: pytest.LogCaptureFixture) -> None:
    issue, addresses = sent_to(3)
    server.at_rcpt = {addresses[0]: f"550 no {addresses[0]} here", addresses[1]: f"421 {addresses[1]} not now"}
    run()
    ours = [one.getMessage() for one in caplog.records if one.name != "mail.log"]
    assert "example.org" not in str(ours)
    assert "example.org" not in str(list(issue.deliveries.values())) + str(list(AuditEntry.objects.values()))


def test_a_worker_with_nothing_to_send_changes_nothing_and_does_not_look_through_all_that_was_ever_sent(
    sender: Sender, django_assert_max_num_queries: Any
) -> None:
    sent_to(2)
    run()
    with django_assert_max_num_queries(4) as asked:
        assert send_due() == 0
    statements = [one["sql"] for one in asked.captured_queries]
    assert all(one.startswith("SELECT") for one in statements)
    assert not [one for one in statements if 'FROM "newsletter_delivery"' in one and "issue_id" not in one]
