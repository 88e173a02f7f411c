"""What is done to a story leaves an entry in the log: each deed one, and none that is refused."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.checks import STOP
from articles.document import Document
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, AuditEntry, HouseRule, PreviewLink, Redaction, Revision
from articles.models.checking import findings_of, override
from articles.tests.factories import make_article, make_document, make_user
from articles.tests.test_log import signed_in
from articles.workflow import ChangeKind, Priority, State

pytestmark = pytest.mark.django_db


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


def test_what_is_written_after_another_deed_of_the_same_sitting_stands_in_the_log_too() -> None:
    mara, article = make_user(), make_article()

    def types(headline: str) -> None:
        article.write(make_document(headline=headline), by=mara, kind=Revision.Kind.AUTO)

    types("The lights")
    types("The lights go out")
    article.publish(by=mara)
    types("The lights go out at nine")
    types("The lights go out at ten")

    told = list(article.audit.order_by("pk").values_list("action", flat=True))
    assert told == ["create", "save", "publish", "save"]
    assert {one.sitting for one in article.revisions.filter(kind="auto")} == {2}, "it is one sitting all the same"


def plan(article: Article, by: User) -> bool:
    deadline = timezone.now() + timedelta(days=1) if article.deadline is None else None
    return article.plan(by=by, assignee=None, deadline=deadline, priority=Priority.NORMAL, brief="")


def let_a_stop_pass(article: Article, by: User) -> None:
    finding = next((one for one in findings_of(article.document(), article)[0] if one.severity == STOP), None)
    if finding is None:
        raise NotPossible("Nothing stops it.")
    override(article, finding, reason="It is her own word", by=by)


def confirm_kill(article: Article, by: User) -> None:
    if (notice := article.removals.open().first()) is None:
        raise NotPossible("Nobody killed it.")
    notice.confirm(by=by)


def ask_again(article: Article, by: User) -> None:
    if (report := article.removals.filter(kind="takedown").first()) is None:
        raise NotPossible("It was never taken down.")
    report.ask_again(by=by)


def in_hours(number: int) -> datetime:
    return timezone.now() + timedelta(hours=number)


# A story's own deeds, in any order: each leaves exactly one entry when it is done, and none when it is refused.
STORY_DEEDS: dict[str, Callable[[Article, User], Any]] = {
    "publish": lambda article, by: article.publish(by=by),
    "correct": lambda article, by: article.publish(by=by, change=ChangeKind.CORRECTION, note="It was 1913."),
    "correct without a note": lambda article, by: article.publish(by=by, change=ChangeKind.CORRECTION),
    "redact": lambda article, by: Redaction.hide_before(article, 2, by=by, reason="A court said so"),
    "withdraw": lambda article, by: article.withdraw(by=by, reason="Wrong person"),
    "kill": lambda article, by: article.kill(by=by, reason="Wrong person"),
    "confirm the kill": confirm_kill,
    "take down": lambda article, by: article.take_down(by=by, reason="A court said so"),
    "ask again": ask_again,
    "let back": lambda article, by: article.let_back(by=by, reason="Another court said so"),
    "embargo": lambda article, by: article.set_embargo(in_hours(2), "The studio asked", by=by, reason="It asked"),
    "embargo without a word on who asked": lambda article, by: article.set_embargo(in_hours(2), "", by=by),
    "lift the embargo": lambda article, by: article.lift_embargo(by=by, reason="The studio called"),
    "expire": lambda article, by: article.set_expiry(in_hours(3), by=by),
    "keep": lambda article, by: article.set_expiry(None, by=by),
    "plan": plan,
    "let a stop pass": let_a_stop_pass,
    "schedule": lambda article, by: article.schedule(in_hours(1), by=by),
    "schedule too late": lambda article, by: article.schedule(in_hours(-1), by=by),
    "unschedule": lambda article, by: article.unschedule(by=by),
    "save": lambda article, by: article.write(changed(article), by=by),
    "hand in": lambda article, by: article.move_to(State.DESK, by=by),
    "link": lambda article, by: PreviewLink.make(article, "Nell", in_hours(24), by=by),
}


def changed(article: Article) -> Document:
    return make_document(headline=f"{article.headline} again"[:150])


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(sorted(STORY_DEEDS)), st.booleans()), min_size=1, max_size=9))
# Those that need others first, which chance seldom finds in order.
@example([(one, False) for one in ("publish", "save", "let a stop pass", "correct", "redact", "kill")])
@example([(one, False) for one in ("publish", "kill", "confirm the kill", "take down", "ask again", "let back")])
@example([(one, False) for one in ("schedule", "embargo", "lift the embargo", "expire", "keep", "plan")])
def test_a_deed_that_is_done_leaves_one_entry_and_one_that_is_refused_or_rolled_back_none(
    deeds: list[tuple[str, bool]],
) -> None:
    with transaction.atomic():
        mara, article = make_user(), make_article()
        HouseRule.objects.create(name="Once", pattern="again", severity=STOP, is_live=True, tried_at=timezone.now())
        for name, is_rolled_back in deeds:
            before = AuditEntry.objects.count()
            state = (article.workflow_state, name)
            try:
                with transaction.atomic():
                    found = STORY_DEEDS[name](article, mara)
                    if is_rolled_back:
                        raise InterruptedError
                entries = int(state != (State.DESK, "hand in"))  # handed in already: nothing is done
                if name == "embargo":
                    entries += found  # it moved a schedule, which is a deed of its own
            except (NotPossible, NotPublishable, InterruptedError):
                entries = 0
            article = Article.objects.get(pk=article.pk)
            assert AuditEntry.objects.count() - before == entries, name
        transaction.set_rollback(True)
