"""Each deed on the screens of newsletters, for the tests of the log (see articles.tests.desk_deeds)."""

from collections.abc import Callable

from django.test import Client

from articles.tests.factories import make_article
from newsletter.models import Delivery, Digest, Issue, Newsletter, Subscriber
from newsletter.tests.factories import make_draft, make_newsletter, make_text


def change_newsletter(client: Client) -> None:
    make_text()
    client.post(
        f"/admin/newsletter/newsletter/{Newsletter.objects.get().pk}/change/",
        {
            "name": "Weekly",
            "promise": "All of it.",
            "frequency": "Weekly",
            "sign_up_heading": "Get it",
            "sign_up_label": "Sign up",
            "position": "0",
        },
    )


def mail_welcome_as_test(client: Client) -> None:
    newsletter = make_text().newsletter
    screen = f"/admin/newsletter/newsletter/{newsletter.pk}/change/"
    form = {"name": "Weekly", "promise": "All of it.", "frequency": "Weekly", "sign_up_heading": "Get it"}
    client.post(screen, form | {"sign_up_label": "Sign up", "position": "0", "_test_welcome": ""})


def make_digest() -> Digest:
    return Digest.objects.create(newsletter=make_newsletter(), name="Weekdays", weekdays=[0])


def add_digest(client: Client) -> None:
    form = {"name": "Weekdays", "newsletter": str(make_newsletter().pk), "weekdays": ["0", "1"], "at": "07:00"}
    client.post("/admin/newsletter/digest/add/", form | {"most": "8", "subject": "{headline}"})
    assert Digest.objects.exists()


def make_issue_of_digest(client: Client) -> None:
    digest = make_digest()
    make_article().publish(by=None)
    client.post(f"/admin/newsletter/digest/{digest.pk}/make/")
    assert Issue.objects.get().digest == digest


def make_nothing_of_digest(client: Client) -> None:
    client.post(f"/admin/newsletter/digest/{make_digest().pk}/make/")


def export_subscribers(client: Client) -> None:
    one = Subscriber.objects.create(email="nell@example.org")
    client.post("/admin/newsletter/subscriber/", {"action": "export", "_selected_action": [str(one.pk)]})


def export_all_held(client: Client) -> None:
    one = Subscriber.objects.create(email="nell@example.org")
    client.post(f"/admin/newsletter/subscriber/{one.pk}/held/")


def import_subscribers(client: Client) -> None:
    form = {"table": "e-mail,agreed,proof\nnell@example.org,2026-01-02,Paper form", "consent_text": make_text().pk}
    client.post("/admin/newsletter/subscriber/import/", form | {"deed": "import"})
    assert Subscriber.objects.exists()


def forget_subscribers(client: Client) -> None:
    one = Subscriber.objects.create(email="nell@example.org")
    form = {"action": "erase", "_selected_action": [str(one.pk)], "confirmed": "yes"}
    client.post("/admin/newsletter/subscriber/", form)
    assert not Subscriber.objects.exists()


def new_issue(client: Client) -> None:
    client.post("/admin/newsletter/issue/add/", {"newsletter": str(make_newsletter().pk), "start": "newest"})


def press_on_issue(client: Client, do: str, issue: Issue, **more: str) -> None:
    fields = {"_do": do, "version": str(issue.version), "subject": issue.subject, "block": "b1"}
    fields |= {"b1-kind": "heading", "b1-text": "Tonight"}
    client.post(f"/admin/newsletter/issue/{issue.pk}/change/", fields | more)


def save_issue(client: Client) -> None:
    press_on_issue(client, "save", make_draft())


def mail_issue_as_test(client: Client) -> None:
    press_on_issue(client, "test", make_draft())


def approve_issue(client: Client) -> None:
    issue = make_draft()
    press_on_issue(client, "approve", issue)
    issue.refresh_from_db()
    assert issue.state == Issue.State.APPROVED


def send_issue(client: Client) -> None:
    press_on_issue(client, "send", make_draft(state=Issue.State.APPROVED))


def schedule_issue(client: Client) -> None:
    press_on_issue(client, "schedule", make_draft(state=Issue.State.APPROVED), send_at="2099-03-01T07:00")


def take_back_issue(client: Client) -> None:
    press_on_issue(client, "draft", make_draft(state=Issue.State.APPROVED))


def on_its_way(state: Issue.State) -> Issue:
    return make_draft(state=state, printed={"subject": "What a night", "preheader": "", "blocks": []})


def pause_issue(client: Client) -> None:
    press_on_issue(client, "pause", on_its_way(Issue.State.SENDING))


def resume_issue(client: Client) -> None:
    press_on_issue(client, "resume", on_its_way(Issue.State.PAUSED))


def cancel_issue(client: Client) -> None:
    press_on_issue(client, "cancel", on_its_way(Issue.State.PAUSED))


def send_issue_again(client: Client) -> None:
    issue = on_its_way(Issue.State.SENT)
    Delivery.objects.create(issue=issue, subscriber=Subscriber.objects.create(email="nell@example.org"), state="doubt")
    press_on_issue(client, "again", issue)


ON_SCREENS: list[tuple[str, Callable[[Client], None], str, str]] = [
    ("newsletter_issue_add", new_issue, "make", "issue"),
    ("newsletter_issue_change save", save_issue, "change", "issue"),
    ("newsletter_issue_change test", mail_issue_as_test, "change", "issue"),
    ("newsletter_issue_change approve", approve_issue, "change", "issue"),
    ("newsletter_issue_change send", send_issue, "change", "issue"),
    ("newsletter_issue_change schedule", schedule_issue, "change", "issue"),
    ("newsletter_issue_change draft", take_back_issue, "change", "issue"),
    ("newsletter_issue_change pause", pause_issue, "change", "issue"),
    ("newsletter_issue_change resume", resume_issue, "change", "issue"),
    ("newsletter_issue_change cancel", cancel_issue, "change", "issue"),
    ("newsletter_issue_change again", send_issue_again, "change", "issue"),
    ("newsletter_newsletter_change", change_newsletter, "change", "newsletter"),
    ("newsletter_newsletter_change", mail_welcome_as_test, "change", "newsletter"),
    ("newsletter_digest_add", add_digest, "make", "digest"),
    ("newsletter_digest_make", make_issue_of_digest, "make", "issue"),
    ("newsletter_digest_make", make_nothing_of_digest, "change", "digest"),
    ("newsletter_subscriber_changelist export", export_subscribers, "export", "subscribers"),
    ("newsletter_subscriber_held", export_all_held, "export", "subscribers"),
    ("newsletter_subscriber_import", import_subscribers, "make", "subscribers"),
    ("newsletter_subscriber_changelist erase", forget_subscribers, "forget", "subscribers"),
]

# What takes a POST and leaves no entry, and why.
LEAVES_NONE = {
    "newsletter_newsletter_welcome": "It shows what is typed, and keeps nothing.",
    "newsletter_issue_preview": "It shows what is typed, and keeps nothing.",
    "newsletter_issue_checks": "It answers what is typed, and keeps nothing.",
}
