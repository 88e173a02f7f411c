"""A digest makes an issue of what is new at its time, once, and says so when there is nothing new."""

import random
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.test import Client
from django.utils import timezone

from articles.models import Article, AuditEntry
from articles.tests.factories import make_article, make_asset, make_category, make_picture, make_user
from newsletter import composing, digests, sender
from newsletter.models import Digest, Issue, IssueStory, Newsletter
from newsletter.sending import begin
from newsletter.tests.factories import make_issue, make_newsletter
from newsletter.tests.test_desk import desk

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)  # a Wednesday
DIGESTS = "/admin/newsletter/digest/"


@pytest.fixture
def clock() -> Iterator[Any]:
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


def make_digest(**values: Any) -> Digest:
    """One that is on, every day at seven, and sends by itself."""
    defaults: dict[str, Any] = {"name": f"Digest {Digest.objects.count()}", "is_on": True, "needs_approval": False}
    defaults |= {"weekdays": list(range(7)), "at": time(7)}
    if "newsletter" not in values:
        values["newsletter"] = make_newsletter()
    return Digest.objects.create(**defaults | values)


def published(headline: str = "A story", **story: Any) -> Article:
    article = make_article(headline=headline, **story)
    article.publish(by=None)
    return article


def carried(issue: Issue) -> list[int]:
    return [block["article"] for block in issue.blocks if block["kind"] == "story"]


def next_run(clock: Any, digest: Digest) -> None:
    digest.refresh_from_db()
    assert digest.next_at
    clock.move_to(digest.next_at)
    digests.make_due()
    digest.refresh_from_db()


# -- when ----------------------------------------------------------------------------------------------------------


def test_it_comes_at_its_hour_of_the_publications_day_whatever_the_clocks_do() -> None:
    digest = Digest(is_on=True, weekdays=[6], at=time(7))  # Sundays; clocks go forward on 29 March, back on 25 October
    assert digest.following(datetime(2026, 3, 27, tzinfo=UTC)) == datetime(2026, 3, 29, 6, tzinfo=UTC)
    assert digest.following(datetime(2026, 10, 20, tzinfo=UTC)) == datetime(2026, 10, 25, 7, tzinfo=UTC)
    digest.at = time(1, 30)  # which does not come in March, and comes twice in October
    assert digest.following(datetime(2026, 3, 27, tzinfo=UTC)) == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    first = digest.following(datetime(2026, 10, 20, tzinfo=UTC))
    assert first == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert digest.following(first) == datetime(2026, 11, 1, 1, 30, tzinfo=UTC)


def test_it_comes_on_its_days_alone_and_never_while_it_is_off(clock: Any) -> None:
    digest = make_digest(weekdays=[0, 2])
    assert digest.next_at == datetime(2026, 11, 30, 7, tzinfo=UTC)  # this Wednesday's seven o'clock is over
    digest.is_on = False
    digest.save()
    assert digest.next_at is None
    clock.shift(timedelta(days=10))
    assert digests.make_due() == 0


def test_another_word_in_it_does_not_move_its_time_and_another_hour_does(clock: Any) -> None:
    digest, stale = make_digest(), Digest.objects.get()
    next_run(clock, digest)
    stale.intro = "<p>Good morning.</p>"
    stale.save()  # by somebody whose screen is older than the run
    digest.refresh_from_db()
    assert digest.next_at == datetime(2026, 11, 27, 7, tzinfo=UTC)
    assert digest.last_said
    digest.at = time(18)
    digest.save()
    assert digest.next_at == datetime(2026, 11, 26, 18, tzinfo=UTC)


def test_two_workers_make_one_issue(clock: Any) -> None:
    published()
    digest = make_digest()
    assert digest.next_at
    clock.move_to(digest.next_at)
    theirs = Digest.objects.get()
    assert digests.run(digest)
    assert not digests.run(theirs)
    assert Issue.objects.count() == 1


def test_after_days_without_a_worker_it_makes_one_issue(clock: Any) -> None:
    published()
    digest = make_digest()
    clock.shift(timedelta(days=5))
    assert digests.make_due() == 1
    assert digests.make_due() == 0
    digest.refresh_from_db()
    assert digest.next_at == datetime(2026, 12, 1, 7, tzinfo=UTC)
    assert Issue.objects.count() == 1


def test_one_that_breaks_is_tried_again_and_keeps_no_other_waiting(clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    published()
    broken, other = make_digest(name="Broken"), make_digest(name="Other")
    new_stories = Digest.new_stories

    def breaks(self: Digest) -> Any:
        if self.pk == broken.pk:
            raise RuntimeError("broken")
        return new_stories(self)

    monkeypatch.setattr(Digest, "new_stories", breaks)
    assert broken.next_at
    clock.move_to(broken.next_at)
    digests.make_due()
    assert Issue.objects.get().digest == other
    broken.refresh_from_db()
    assert broken.problem == digests.FAULT
    monkeypatch.undo()
    clock.shift(digests.AGAIN)
    digests.make_due()
    broken.refresh_from_db()
    assert broken.problem == ""
    assert Issue.objects.count() == 2


# -- what ----------------------------------------------------------------------------------------------------------


def test_it_carries_the_newest_stories_of_its_categories_with_its_words(clock: Any) -> None:
    film, opera = make_category("Film"), make_category("Opera")
    stories = []
    for number in range(4):
        clock.shift(60)
        stories.append(published(f"Film {number}", category=film.label()))
    published("Opera", category=opera.label())
    digest = make_digest(most=3, subject="{date}: {headline}", intro="<p>Good morning.</p>")
    digest.categories.add(film)
    next_run(clock, digest)
    issue = Issue.objects.get()
    assert carried(issue) == [one.pk for one in reversed(stories[1:])]
    assert issue.blocks[0] == {"kind": "text", "html": "<p>Good morning.</p>"}
    assert issue.subject == "26 November: Film 3"
    assert issue.preheader == "Film 2"
    assert (issue.created_by, issue.digest) == (None, digest)
    assert "of 3 stories; 1 more new ones were passed over" in digest.last_said
    next_run(clock, digest)
    assert Issue.objects.count() == 1, "what was passed over is not carried later"


def test_nothing_new_is_skipped_and_the_desk_and_the_log_say_so(clock: Any) -> None:
    digest = make_digest()
    next_run(clock, digest)
    assert not Issue.objects.exists()
    assert digest.last_said.startswith("Skipped on Thursday, 26 November 2026")
    assert "no new story" in digest.last_said
    entry = AuditEntry.objects.get(about="digest")
    assert (entry.headline, entry.who, entry.detail) == (digest.name, None, digest.last_said)
    assert digest.last_said in desk().get(f"{DIGESTS}{digest.pk}/change/").text
    assert digest.next_at == datetime(2026, 11, 27, 7, tzinfo=UTC)


def test_what_is_not_live_is_not_carried(clock: Any) -> None:
    make_article(headline="A draft")
    scheduled, withdrawn, killed = make_article(headline="Later"), published("Withdrawn"), published("Killed")
    scheduled.schedule(NOW + timedelta(days=3), by=make_user())
    withdrawn.withdraw(by=None)
    killed.kill(by=make_user(), reason="Wrong person")
    digest = make_digest()
    next_run(clock, digest)
    assert not Issue.objects.exists()
    clock.move_to(NOW + timedelta(days=2))
    withdrawn.publish(by=None)  # it is live again, under its first time
    digests.make_due()
    assert carried(Issue.objects.get()) == [withdrawn.pk]


def test_what_another_issue_of_the_newsletter_carried_or_is_about_to_is_not_new(clock: Any) -> None:
    newsletter = make_newsletter()
    sent, approved, drafted, fresh = (published(name) for name in ("Sent", "Approved", "Drafted", "Fresh"))
    digest = make_digest(newsletter=newsletter)
    begin(make_issue(newsletter, blocks=[composing.story_block(sent.pk)]), by=None)
    make_issue(newsletter, blocks=[composing.story_block(approved.pk)])
    make_issue(newsletter, blocks=[composing.story_block(drafted.pk)], state=Issue.State.DRAFT)
    begin(make_issue(blocks=[composing.story_block(fresh.pk)]), by=None)  # of another newsletter
    next_run(clock, digest)
    assert set(carried(Issue.objects.get(digest=digest))) == {drafted.pk, fresh.pk}


def test_what_it_made_and_nobody_got_is_new_again(clock: Any) -> None:
    story = published()
    digest = make_digest(needs_approval=True)
    next_run(clock, digest)
    next_run(clock, digest)
    first = Issue.objects.get()
    first.delete()
    next_run(clock, digest)
    second = Issue.objects.get()
    assert carried(second) == [story.pk]
    second.move(Issue.State.APPROVED, by=None, whence=[Issue.State.DRAFT])
    second.move(Issue.State.CANCELLED, by=None, whence=[Issue.State.APPROVED])
    next_run(clock, digest)
    assert carried(Issue.objects.exclude(pk=second.pk).get()) == [story.pk]


def test_stories_from_before_the_last_issue_are_not_new_to_it(clock: Any) -> None:
    newsletter = make_newsletter()
    published("Old")
    clock.shift(timedelta(hours=1))
    begin(make_issue(newsletter), by=None)
    clock.shift(timedelta(hours=1))
    new = published("New")
    assert [one.article_id for one in make_digest(newsletter=newsletter).new_stories()[0]] == [new.pk]


@pytest.mark.parametrize("seed", range(4))
def test_no_story_is_carried_twice_and_none_that_is_new_is_forgotten(clock: Any, seed: int) -> None:
    """Over any sequence of publishing, withdrawing, killing, runs and days without a worker."""
    pick = random.Random(seed)
    newsletter, categories = make_newsletter(), [make_category("Film"), make_category("Opera")]
    all_, film = make_digest(newsletter=newsletter, most=30), make_digest(newsletter=newsletter, most=30, at=time(18))
    film.categories.add(categories[0])
    stories: list[Article] = []
    for number in range(24):
        clock.shift(timedelta(minutes=pick.randrange(1, 60 * 20)))
        deed = pick.choice(["publish", "publish", "withdraw", "back", "kill", "work", "work"])
        one = pick.choice(stories) if stories else None
        if deed == "publish" or one is None:
            stories.append(published(f"Story {number}", category=pick.choice(categories).label()))
        elif deed == "work":
            digests.make_due()
            sender.begin_due()
        else:
            one.refresh_from_db()
            if deed == "back" and one.live_edition is None and not one.open_kill:
                one.publish(by=None)
            elif deed == "withdraw" and one.live_edition:
                one.withdraw(by=None)
            elif deed == "kill" and one.live_edition:
                one.kill(by=make_user(), reason="Wrong person")
    for _ in range(2):
        clock.shift(timedelta(days=1))
        digests.make_due()
        sender.begin_due()

    told = Counter(IssueStory.objects.filter(issue__newsletter=newsletter).values_list("article", flat=True))
    assert set(told.values()) <= {1}
    live = set(Article.objects.filter(live_edition__isnull=False).values_list("pk", flat=True))
    assert live <= set(told)
    assert all_.new_stories() == ([], [])


# -- sending, or waiting -------------------------------------------------------------------------------------------


def test_it_goes_out_by_itself_when_nothing_stands_against_it(clock: Any) -> None:
    published("What a night")
    digest = make_digest(name="Every day")
    next_run(clock, digest)
    issue = Issue.objects.get()
    assert (issue.state, issue.send_at) == (Issue.State.APPROVED, timezone.now())
    assert issue.approved_by_name == "the digest “Every day”"
    sender.begin_due()
    issue.refresh_from_db()
    assert issue.state == Issue.State.SENDING
    assert not mail.outbox


def test_one_with_a_stop_against_it_stays_a_draft_and_the_desk_says_why(clock: Any, work: Any) -> None:
    User.objects.filter(pk=make_user("Newsletter editor").pk).update(email="mara@example.org")
    asset = make_asset(rights_until=NOW.date())  # in order on the day of publication, over on that of the issue
    story = published("What a night", lead=make_picture(asset=asset))
    digest = make_digest()
    next_run(clock, digest)
    issue = Issue.objects.get()
    assert issue.state == Issue.State.DRAFT
    assert "We may not send the picture" in issue.held_back
    assert issue.held_back in digest.last_said
    assert "not sent" in AuditEntry.objects.get(about="issue").detail
    page = desk().get(f"/admin/newsletter/issue/{issue.pk}/change/").text
    assert "It did not go out by itself: We may not send the picture" in page
    work()
    assert "We may not send the picture" in mail.outbox[-1].body
    assert story.headline in mail.outbox[-1].body


def test_a_draft_that_waits_is_told_by_mail_to_those_who_may_send(clock: Any, work: Any) -> None:
    for role, name in (("Newsletter editor", "mara"), ("Writer", "otto")):
        User.objects.filter(pk=make_user(role, name).pk).update(email=f"{name}@example.org")
    published("What a night")
    next_run(clock, make_digest(needs_approval=True))
    issue = Issue.objects.get()
    assert issue.state == Issue.State.DRAFT
    work()
    (message,) = mail.outbox
    assert message.recipients() == ["mara@example.org"]
    assert "mara@example.org" not in str(message.message())
    assert message.subject == "To approve: What a night"
    assert f"http://testserver/admin/newsletter/issue/{issue.pk}/change/" in message.body


# -- at the desk ---------------------------------------------------------------------------------------------------


def form(**typed: Any) -> dict[str, Any]:
    newsletter = typed.pop("newsletter", None) or make_newsletter()
    plain = {"name": "Weekdays", "newsletter": str(newsletter.pk), "is_on": "on", "needs_approval": "on"}
    return plain | {"weekdays": ["0", "4"], "at": "07:15", "most": "5", "subject": "{headline}"} | typed


def test_an_editor_sets_the_rule_and_sees_when_it_comes_next(clock: Any) -> None:
    editor, story = desk(), published("What a night")
    assert editor.post(f"{DIGESTS}add/", form(intro="Good\n\nmorning.")).status_code == 302
    digest = Digest.objects.get()
    assert (digest.weekdays, digest.at, digest.intro) == ([0, 4], time(7, 15), "<p>Good</p><p>morning.</p>")
    page = editor.get(f"{DIGESTS}{digest.pk}/change/").text
    assert "Next: " in page
    assert "27 November 2026" in page
    assert "What it would carry now" in page
    assert story.headline in page
    assert "Good\n\nmorning." in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"weekdays": []}, "Choose the days on which it comes"),
        ({"subject": "{headlines}"}, "Only {headline} and {date} can stand in braces."),
        ({"most": "0"}, "greater than or equal to 1"),
        ({"at": "25:00"}, "Enter a valid time."),
    ],
)
def test_a_rule_that_cannot_be_is_refused_with_a_sentence(typed: dict[str, Any], sentence: str) -> None:
    page = desk().post(f"{DIGESTS}add/", form(intro="What I typed") | typed)
    assert page.status_code == 200
    assert sentence in page.text
    assert "What I typed" in page.text
    assert not Digest.objects.exists()


def test_who_may_not_send_has_it_wait_for_approval() -> None:
    editor = desk()
    group = User.objects.get(pk=editor.session["_auth_user_id"]).groups.get()
    group.permissions.remove(group.permissions.get(codename="send_issue"))
    sent = form(needs_approval="")
    page = editor.post(f"{DIGESTS}add/", sent)
    assert "has to wait for approval" in page.text
    assert editor.post(f"{DIGESTS}add/", sent | {"needs_approval": "on"}).status_code == 302


def test_it_can_be_had_now_as_a_draft_and_its_time_stays(clock: Any) -> None:
    editor, story = desk(), published()
    digest = make_digest()
    answer = editor.post(f"{DIGESTS}{digest.pk}/make/")
    issue = Issue.objects.get()
    assert answer["Location"] == f"/admin/newsletter/issue/{issue.pk}/change/"
    assert (issue.state, carried(issue)) == (Issue.State.DRAFT, [story.pk])
    assert issue.created_by is not None
    assert Digest.objects.get().next_at == digest.next_at
    answer = editor.post(f"{DIGESTS}{digest.pk}/make/", follow=True)
    assert "Nothing was made: no story is new." in answer.text
    assert editor.get(f"{DIGESTS}{digest.pk}/make/").status_code == 405


@pytest.mark.parametrize("role", ["Writer", "Editor", "Picture editor"])
def test_who_does_not_run_the_newsletter_neither_sees_nor_makes_one(role: str) -> None:
    digest = make_digest()
    other: Client = desk(role)
    assert other.get(f"{DIGESTS}{digest.pk}/change/").status_code == 403
    assert other.post(f"{DIGESTS}{digest.pk}/make/").status_code == 403
    assert not Issue.objects.exists()


def test_a_newsletter_with_a_digest_keeps_its_issues_when_the_digest_goes(clock: Any) -> None:
    published()
    digest = make_digest()
    next_run(clock, digest)
    digest.delete()
    assert Issue.objects.get().digest is None
    assert make_digest(newsletter=Newsletter.objects.get()).new_stories() == ([], [])
