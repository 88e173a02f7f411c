"""Who got a story that was wrong is told so in their next issue: exactly they, once, however it went wrong."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.models import Article, Correction
from articles.tests.factories import make_article, make_user
from articles.workflow import ChangeKind
from newsletter import sender as worker_side
from newsletter import sending, telling
from newsletter.composing import story_block
from newsletter.models import ConsentRecord, Delivery, Issue, Newsletter, NoteOwed, StoryNote, Subscriber, Subscription
from newsletter.retention import delete_due
from newsletter.sender import Sender, send_due
from newsletter.tests.factories import make_draft, make_issue, make_newsletter, make_subscription
from newsletter.tests.test_composing import desk

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture(autouse=True)
def sender(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sender]:
    fresh = Sender()
    monkeypatch.setattr(worker_side, "SENDER", fresh)
    yield fresh
    fresh.line.close()


def published(headline: str) -> Article:
    article = make_article(headline=headline)
    article.publish(by=None)
    return article


def corrected(article: Article, note: str, kind: ChangeKind = ChangeKind.CORRECTION) -> None:
    article.refresh_from_db()
    article.write(replace(article.document(), standfirst=f"As of now. {note}"), by=None)
    article.publish(by=None, change=kind, note=note if kind.needs_note else "")


def killed(article: Article) -> None:
    article.refresh_from_db()
    article.kill(by=make_user(), reason="It never happened")


def run() -> None:
    while send_due():
        pass


def send(newsletter: Newsletter, *stories: Article) -> tuple[Issue, dict[str, str]]:
    """Send an issue of these stories now; what each person got of it, as text."""
    mail.outbox.clear()
    blocks = [{"kind": "text", "html": "<p>Good evening.</p>"}, *(story_block(one.pk) for one in stories)]
    issue = make_issue(newsletter, blocks=blocks)
    telling.take_note()
    sending.begin(issue, by=None)
    run()
    return issue, got()


def got() -> dict[str, str]:
    return {message.to[0]: str(message.body) for message in mail.outbox}


def test_a_correction_reaches_those_who_got_the_wrong_version_in_their_next_issue_once_and_nobody_else() -> None:
    evening, film = make_newsletter(name="The Evening Letter"), make_newsletter(name="Film Notes")
    reader = make_subscription(evening, "reader@example.org").subscriber
    make_subscription(film, reader.email)
    story = published("Isolde sails on Monday")
    send(evening, story)
    make_subscription(evening, "later@example.org")
    make_subscription(film, "stranger@example.org")
    corrected(story, "She sails on Tuesday.")

    _, mails = send(film)

    assert "Put right since you read it" in mails["reader@example.org"]
    assert "Correction to “Isolde sails on Monday” (The Evening Letter, " in mails["reader@example.org"]
    assert "She sails on Tuesday." in mails["reader@example.org"]
    assert story.live_edition is not None
    assert f"http://testserver{story.live_edition.get_absolute_url()}" in mails["reader@example.org"]
    assert "Put right" not in mails["stranger@example.org"]
    told = next(one for one in mail.outbox if one.to == ["reader@example.org"])
    assert isinstance(told, EmailMultiAlternatives)
    assert "She sails on Tuesday." in str(told.alternatives[0][0])
    for _, mails in (send(evening), send(film)):
        assert not any("Put right" in one for one in mails.values()), "everybody was told, or never got it"


def test_who_gets_the_corrected_version_is_told_nothing_and_neither_is_anybody_of_news_or_of_typing_errors() -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    first, second, third = (published(f"Story {number}") for number in range(3))
    corrected(first, "It was wrong before it was sent.")
    send(newsletter, first, second, third)
    corrected(second, "There is more of it.", ChangeKind.UPDATE)
    corrected(third, "A letter too many.", ChangeKind.TYPO)
    _, mails = send(newsletter)
    assert "Put right" not in "".join(mails.values())
    assert not StoryNote.objects.filter(article__in=[second.pk, third.pk]).exists()


def test_of_a_killed_story_readers_are_told_without_a_word_of_it() -> None:
    newsletter = make_newsletter(name="The Evening Letter")
    make_subscription(newsletter, "reader@example.org")
    story = published("Isolde sails on Monday")
    send(newsletter, story)
    killed(story)
    _, mails = send(newsletter, published("The pier reopens"))
    assert "Withdrawn: a story in The Evening Letter of " in mails["reader@example.org"]
    assert "Isolde" not in mails["reader@example.org"]
    assert "Isolde" not in str(mail.outbox[0].message())


def test_only_who_got_a_story_before_it_was_killed_in_mid_send_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    newsletter = make_newsletter()
    for number in range(3):
        make_subscription(newsletter, f"reader-{number}@example.org")
    story, other = published("Isolde sails on Monday"), published("The pier reopens")
    issue = make_issue(newsletter, blocks=[story_block(story.pk), story_block(other.pk)])
    sending.begin(issue, by=None)
    monkeypatch.setattr(worker_side, "BATCH", 1)  # one a sweep
    send_due()
    killed(story)
    run()
    had_it = {address for address, text in got().items() if "Isolde" in text}
    assert (len(had_it), len(mail.outbox)) == (1, 3)
    monkeypatch.undo()
    _, mails = send(newsletter)
    assert {address for address, text in mails.items() if "Withdrawn" in text} == had_it


def test_who_got_the_wrong_version_after_it_was_corrected_as_it_was_on_its_way_is_told_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    newsletter = make_newsletter()
    for number in range(3):
        make_subscription(newsletter, f"reader-{number}@example.org")
    story = published("Isolde sails on Monday")
    sending.begin(make_issue(newsletter, blocks=[story_block(story.pk)]), by=None)
    monkeypatch.setattr(worker_side, "BATCH", 1)
    send_due()
    corrected(story, "She sails on Tuesday.")
    telling.take_note()
    run()
    _, mails = send(newsletter)
    assert len(mails) == 3
    assert all("She sails on Tuesday." in one for one in mails.values())


def test_what_did_not_leave_is_owed_again_and_a_cancelled_issue_tells_nobody() -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, "reader@example.org")
    story = published("Isolde sails on Monday")
    send(newsletter, story)
    corrected(story, "She sails on Tuesday.")
    telling.take_note()
    issue = make_issue(newsletter)
    sending.begin(issue, by=None)
    assert NoteOwed.objects.get().delivery is not None
    sending.cancel(issue, by=None)
    assert NoteOwed.objects.get().delivery is None
    _, mails = send(newsletter)
    assert "She sails on Tuesday." in mails["reader@example.org"]


def test_a_story_that_was_taken_down_is_told_of_in_no_mail_and_a_kill_outdoes_a_correction() -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter, "reader@example.org")
    first, second = published("Isolde sails on Monday"), published("The pier reopens")
    send(newsletter, first, second)
    for one in (first, second):
        corrected(one, "It was not so.")
    killed(first)
    second.refresh_from_db()
    second.take_down(by=make_user(), reason="A court says so")
    _, mails = send(newsletter)
    text = mails["reader@example.org"]
    assert "Withdrawn: a story in" in text
    for word in ("Isolde", "pier", "It was not so."):
        assert word not in text


def test_the_desk_sees_beforehand_what_goes_along_to_how_many_and_how_it_looks() -> None:
    client = desk()
    newsletter = make_newsletter(name="The Evening Letter")
    for number in range(2):
        make_subscription(newsletter, f"reader-{number}@example.org")
    story = published("Isolde sails on Monday")
    send(newsletter, story)
    make_subscription(newsletter, "later@example.org")
    corrected(story, "She sails on Tuesday.")
    telling.take_note()
    draft = make_draft(newsletter=newsletter)
    screen = client.get(f"/admin/newsletter/issue/{draft.pk}/change/").text
    assert "Told to some readers" in screen
    assert re.search(r"To 2 readers of The Evening Letter", screen)
    preview = f"/admin/newsletter/issue/{draft.pk}/preview/"
    assert "She sails on Tuesday." not in client.get(preview).text
    assert "She sails on Tuesday." in client.get(preview, {"view_told": "on"}).text
    issue, _ = send(newsletter)
    assert re.search(r"To 2 readers of", client.get(f"/admin/newsletter/issue/{issue.pk}/change/").text)
    assert "Told to some readers" not in client.get(f"/admin/newsletter/issue/{draft.pk}/change/").text


def test_whoever_is_forgotten_is_owed_nothing_and_old_notes_go() -> None:
    newsletter = make_newsletter()
    person = make_subscription(newsletter, "reader@example.org").subscriber
    story = published("Isolde sails on Monday")
    send(newsletter, story)
    corrected(story, "She sails on Tuesday.")
    telling.take_note()
    person.erase()
    assert not NoteOwed.objects.exists()
    StoryNote.objects.update(at=StoryNote.objects.get().at - telling.KEPT)
    Correction.objects.update(at=StoryNote.objects.get().at)
    delete_due()
    assert not StoryNote.objects.exists()
    assert not telling.take_note(), "what is that old is not looked for again"


# -- whatever happens in whatever order --------------------------------------------------------------------------


@dataclass
class World:
    """What should be known of two newsletters, three readers and two stories."""

    newsletters: list[Newsletter]
    stories: list[Article]
    had: set[tuple[str, int, int]] = field(default_factory=set)  # who was sent which story, after how many kills of it
    kills: Counter[int] = field(default_factory=Counter)
    notes: list[tuple[int, str, set[str]]] = field(default_factory=list)  # a story, the words or "" for a kill, to whom
    told: set[tuple[str, int]] = field(default_factory=set)  # whom of which note


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("send"), st.integers(0, 1), st.sets(st.integers(0, 1))),
        st.tuples(st.just("correct"), st.integers(0, 1)),
        st.tuples(st.just("kill"), st.integers(0, 1)),
        st.tuples(st.just("return"), st.integers(0, 1)),
        st.tuples(st.just("leave"), st.integers(0, 1)),
    ),
    max_size=12,
)


def is_live(story: Article) -> bool:
    story.refresh_from_db()
    return story.live_edition_id is not None


@given(STEPS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_everybody_is_told_once_of_what_they_got_wrong_and_of_nothing_else(steps: list[Any]) -> None:
    Subscriber.objects.all().delete()
    newsletters = [make_newsletter(), make_newsletter()]
    for address, theirs in {"a@example.org": [0], "b@example.org": [0, 1], "c@example.org": [1]}.items():
        for number in theirs:
            make_subscription(newsletters[number], address)
    world = World(newsletters, [published(f"Story number {number}") for number in range(2)])
    for deed, which, *more in [*steps, ("send", 0, set()), ("send", 1, set())]:
        story = world.stories[which]
        if deed == "correct" and is_live(story):
            words = f"It was so, note {len(world.notes)}."
            corrected(story, words)
            world.notes.append((which, words, {who for who, what, _ in world.had if what == which}))
        elif deed == "kill" and is_live(story):
            killed(story)
            now = (which, world.kills[which])
            world.notes.append((which, "", {who for who, *what in world.had if tuple(what) == now}))
            world.kills[which] += 1
        elif deed == "return" and not is_live(story):
            kill = story.open_kill
            assert kill is not None
            kill.confirm(by=make_user())
            story.publish(by=None)
        elif deed == "leave":
            for one in Subscription.objects.filter(newsletter=world.newsletters[which])[:1]:
                one.unsubscribe(ConsentRecord.Withdrawal.LINK)
        elif deed == "send":
            sent_and_told(world, which, {number for number in more[0] if is_live(world.stories[number])})


def sent_and_told(world: World, which: int, stories: set[int]) -> None:
    receiving = Subscription.objects.receiving().filter(newsletter=world.newsletters[which])
    people = set(receiving.values_list("subscriber__email", flat=True))
    _, mails = send(world.newsletters[which], *(world.stories[number] for number in stories))
    assert set(mails) == people
    for address, text in mails.items():
        expected, kills = set(), 0
        for number, (story, words, owed) in enumerate(world.notes):
            if address not in owed or (address, number) in world.told:
                continue
            world.told.add((address, number))
            if words and is_live(world.stories[story]):
                expected.add(words)
            kills += not words and not is_live(world.stories[story])
        assert set(re.findall(r"It was so, note \d+\.", text.partition("Good evening.")[0])) == expected
        assert text.count("Withdrawn: a story in") == kills
        world.had |= {(address, number, world.kills[number]) for number in stories}
