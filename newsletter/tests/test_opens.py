"""Whether mails are opened is not known, unless the publisher turns it on and the person agreed: then by no name."""

from email import message_from_bytes, policy
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from newsletter import figures
from newsletter.building import Letter
from newsletter.composing import preview
from newsletter.models import ConsentRecord, ConsentText, Issue, Newsletter, Subscription
from newsletter.sender import Sender
from newsletter.sending import begin
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription, make_text

pytestmark = pytest.mark.django_db
SAYS_SO = "Yes, mail me the letter and count that I open it, as the data protection notice says. Unsubscribe any time."


@pytest.fixture
def turned_on(settings: Any) -> None:
    settings.NEWSLETTER_OPEN_TRACKING = True


def agreed(text: ConsentText, **values: Any) -> Subscription:
    one = make_subscription(text.newsletter)
    now = timezone.now()
    given = {"subscriber": one.subscriber, "newsletter": text.newsletter, "consent_text": text, "confirmed_at": now}
    ConsentRecord.objects.create(**given | values)
    return one


def wordings(newsletter: Newsletter) -> tuple[ConsentText, ConsentText]:
    """One that says nothing of opening, and one that does."""
    plain = make_text(newsletter=newsletter)
    return plain, make_text(newsletter=newsletter, sentence=SAYS_SO, counts_opens=True)


def html_to(letter: Letter, person: Subscription) -> str:
    found = message_from_bytes(letter.message_for(person), policy=policy.default).get_body(("html",))
    assert found is not None
    return str(found.get_content())


def people_of(issue: Issue) -> dict[int, Subscription]:
    """As the worker gets them from the database."""
    (queue,) = Sender()._queues(issue)
    return {one.subscription.pk: one.subscription for one in queue.people}


def test_no_mail_has_a_picture_of_that_kind_and_there_is_no_such_address_by_itself() -> None:
    newsletter = make_newsletter()
    _, counting = wordings(newsletter)
    person = agreed(counting)
    issue = make_issue(newsletter)
    begin(issue, by=None)
    letter = Letter.of(issue)
    assert "opened" not in letter.html
    assert "opened.gif" not in html_to(letter, people_of(issue)[person.pk])
    assert Client().get(f"/newsletter/issues/{issue.pk}/opened.gif").status_code == 404
    assert not issue.counts.exists()


def test_only_mails_to_those_whose_last_wording_says_so_have_it(turned_on: None) -> None:
    newsletter = make_newsletter()
    plain, counting = wordings(newsletter)
    refused, yes = agreed(plain), agreed(counting)
    changed_mind, withdrawn, unconfirmed = agreed(counting), agreed(counting), agreed(counting, confirmed_at=None)
    ConsentRecord.objects.create(
        subscriber=changed_mind.subscriber, newsletter=newsletter, consent_text=plain, confirmed_at=timezone.now()
    )
    withdrawn.subscriber.consent_records.update(withdrawn_at=timezone.now(), withdrawal_method="link")
    unknown = make_subscription(newsletter)
    issue = make_issue(newsletter)
    begin(issue, by=None)
    letter, people = Letter.of(issue), people_of(issue)
    address = f'<img src="http://testserver/newsletter/issues/{issue.pk}/opened.gif" width="1" height="1" alt="">'
    assert html_to(letter, people[yes.pk]).count(address) == 1
    assert address in str(letter.mail_for(people[yes.pk]).alternatives[0][0])
    for one in (refused, changed_mind, withdrawn, unconfirmed, unknown):
        assert "opened" not in html_to(letter, people[one.pk])
        assert "opened" not in str(letter.mail_for(people[one.pk]).alternatives[0][0])
    raw = letter.message_for(people[refused.pk])
    assert all(len(line) <= 76 for line in raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))
    assert "opened" not in preview(issue)[0]


def test_loading_it_counts_for_the_issue_alone(turned_on: None) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    issue = make_issue(newsletter)
    assert Client().get(f"/newsletter/issues/{issue.pk}/opened.gif").status_code == 200
    begin(issue, by=None)
    for _ in range(3):
        answer = Client().get(f"/newsletter/issues/{issue.pk}/opened.gif")
    Client().head(f"/newsletter/issues/{issue.pk}/opened.gif")
    assert answer["Content-Type"] == "image/gif"
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert answer.content.startswith(b"GIF89a")
    assert figures.of(issue).opens == 3, "not that before it went out"
    assert list(issue.counts.values_list("what", "story", "number")) == [("open", 0, 3)]
    assert [one.key for one in figures.of(issue).lines()][:4] == ["delivered", "clicks", "unsubscribed", "opens"]


def test_a_new_wording_does_not_say_so_because_the_last_one_did(settings: Any) -> None:
    from articles.tests.factories import signed_in

    wordings(make_newsletter())
    desk, _ = signed_in("Newsletter editor")
    form = desk.get("/admin/newsletter/consenttext/add/").context["adminform"].form
    assert form["sentence"].value() == SAYS_SO
    assert "counts_opens" not in form.fields, "nothing is counted, so nothing is asked"
    settings.NEWSLETTER_OPEN_TRACKING = True
    form = desk.get("/admin/newsletter/consenttext/add/").context["adminform"].form
    assert not form["counts_opens"].value()


def test_the_notice_says_whether_opening_is_counted(settings: Any) -> None:
    address = "/newsletter/data-protection/"
    assert "do not report whether you opened them" in Client().get(address).text
    settings.NEWSLETTER_OPEN_TRACKING = True
    page = Client().get(address).text
    assert "do not report whether you opened them" not in page
    assert "if the sentence you agreed to says so" in page
