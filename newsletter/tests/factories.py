"""Newsletters for tests, complete by default."""

import itertools
import re
from typing import Any

from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.test import Client
from django.utils import timezone

from newsletter.models import ConsentText, Issue, Newsletter, Subscriber, Subscription

_numbers = itertools.count(1)
SENTENCE = "Yes, mail me the letter, as the data protection notice says. You can unsubscribe at any time."


def make_newsletter(**values: Any) -> Newsletter:
    number = next(_numbers)
    defaults = {
        "name": f"The Evening Letter {number}",
        "promise": "All that matters from tonight’s stages.",
        "frequency": "Every evening.",
        "sign_up_heading": "Get the Evening Letter",
    }
    return Newsletter.objects.create(**defaults | values)


def make_text(**values: Any) -> ConsentText:
    if "newsletter" not in values:
        values["newsletter"] = make_newsletter()
    return ConsentText.objects.create(**{"sentence": SENTENCE, "policy_version": "1"} | values)


def make_draft(**values: Any) -> Issue:
    """An issue with a heading, that may go out."""
    if "newsletter" not in values:
        values["newsletter"] = make_newsletter()
    blocks = [{"kind": "heading", "text": "Tonight"}]
    return Issue.objects.create(**{"subject": "What a night", "preheader": "And who came", "blocks": blocks} | values)


def fields(text: ConsentText, email: str = "nell.ashby@example.org", **values: Any) -> dict[str, Any]:
    """What the form sends; None leaves a field out."""
    sent = {"email": email, "consent": "on", "consent_text": text.pk, "page": "/film/1/a-premiere/", "fax": ""} | values
    return {name: value for name, value in sent.items() if value is not None}


def post(client: Client, data: dict[str, Any], **headers: str) -> Any:
    """Send the form as a browser on our own page does."""
    sent = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"} | headers
    return client.post("/newsletter/sign-up/", data, headers=sent)


def link(purpose: str, message: Any = None) -> str:
    """The path of a link in a mail, the last one sent unless another is given."""
    sent = message or mail.outbox[-1]
    assert isinstance(sent, EmailMultiAlternatives)
    found = re.search(rf"http://testserver(/newsletter/{purpose}/\S+)", str(sent.body))
    assert found, f"no link to {purpose}"
    return found[1]


def make_subscription(newsletter: Newsletter, email: str = "", **values: Any) -> Subscription:
    """Somebody who gets it, or did: `values` are those of the Subscription."""
    subscriber, _ = Subscriber.objects.get_or_create(email=email or f"reader-{next(_numbers)}@example.org")
    defaults = {"state": Subscription.State.ACTIVE, "confirmed_at": timezone.now()}
    return Subscription.objects.create(subscriber=subscriber, newsletter=newsletter, **defaults | values)


def make_issue(newsletter: Newsletter | None = None, **values: Any) -> Issue:
    """One that is approved."""
    defaults = {"newsletter": newsletter or make_newsletter(), "state": Issue.State.APPROVED}
    return make_draft(**defaults | values)
