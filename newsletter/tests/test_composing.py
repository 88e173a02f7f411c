"""An issue is composed at the desk: nothing typed is lost, and nothing goes out that should not."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.utils import timezone

from articles.document import Looks
from articles.models import Article, AuditEntry
from articles.tests.factories import make_article, make_asset, make_picture
from newsletter import composing, issue_checks, sending
from newsletter.models import Issue
from newsletter.tests.factories import make_draft, make_newsletter, make_subscription
from newsletter.tests.test_desk import desk
from newsletter.tests.test_mail import Inbox, smtp

pytestmark = pytest.mark.django_db
__all__ = ["smtp"]
ISSUES = "/admin/newsletter/issue/"


def published(**story: Any) -> Article:
    article = make_article(**story)
    article.publish(by=None)
    return article


def screen(issue: Issue) -> str:
    return f"{ISSUES}{issue.pk}/change/"


def form(issue: Issue, *blocks: dict[str, str], **more: Any) -> dict[str, Any]:
    """What the compose screen sends of these blocks."""
    sent: dict[str, Any] = {"version": str(issue.version), "subject": "What a night", "preheader": "", "_do": "save"}
    sent["block"] = [f"b{number}" for number in range(1, len(blocks) + 1)]
    for number, block in enumerate(blocks, 1):
        sent |= {f"b{number}-{name}": value for name, value in block.items()}
    return sent | more


def story(article: Article, **more: str) -> dict[str, str]:
    return {"kind": "story", "article": str(article.pk), **more}


def sentences(issue: Issue) -> list[str]:
    return [one.sentence for one in issue_checks.look_over(issue)[0] if one.stops]


def test_a_new_issue_starts_with_the_newest_live_stories_or_those_of_a_category_or_none() -> None:
    newsletter, editor = make_newsletter(), desk()
    first, second = published(headline="First"), published(headline="Second")
    make_article(headline="A draft")
    for start, category, expected in (
        ("newest", "", [second.pk, first.pk]),
        ("newest", str(first.category_id), [second.pk, first.pk]),
        ("nonsense", "", []),
        ("empty", "", []),
    ):
        answer = editor.post(f"{ISSUES}add/", {"newsletter": newsletter.pk, "start": start, "category": category})
        issue = Issue.objects.latest("pk")
        assert answer["Location"] == screen(issue)
        assert [block["article"] for block in issue.blocks] == expected
    assert issue.created_by is not None
    refused = editor.post(f"{ISSUES}add/", {"newsletter": "nonsense"})
    assert refused.status_code == 422
    assert "Choose the newsletter" in refused.text


def test_what_is_typed_is_kept_cleaned_and_in_the_order_of_the_form() -> None:
    issue, article, picture = make_draft(), published(headline="Isolde sails"), make_asset()
    sent = form(
        issue,
        {"kind": "heading", "text": "  Tonight  "},
        {"kind": "text", "html": "Good evening.\n\nTom & <b>Lou</b><script>alert(1)</script>"},
        story(article, headline="All aboard", standfirst="At last.", picture=str(picture.pk)),
        {"kind": "sponsor", "name": "Harbour Tea", "html": "Warm.", "url": "https://tea.example.org/", "picture": ""},
    )
    sent["block"] = ["b2", "b1", "b3", "b4"]
    answer = desk().post(screen(issue), sent, follow=True)
    issue.refresh_from_db()
    assert issue.version == 1
    assert issue.blocks == [
        {"kind": "text", "html": "<p>Good evening.</p><p>Tom &amp; <strong>Lou</strong></p>"},
        {"kind": "heading", "text": "Tonight"},
        {
            "kind": "story",
            "article": article.pk,
            "headline": "All aboard",
            "standfirst": "At last.",
            "picture": picture.pk,
        },
        {
            "kind": "sponsor",
            "name": "Harbour Tea",
            "html": "<p>Warm.</p>",
            "url": "https://tea.example.org/",
            "picture": None,
        },
    ]
    assert "Good evening.\n\nTom &amp;amp; &lt;strong&gt;Lou&lt;/strong&gt;</textarea>" in answer.text
    entry = AuditEntry.objects.latest("pk")
    assert (entry.action, entry.about, entry.detail) == ("change", "issue", "saved")


def test_a_stale_save_is_refused_with_everything_typed_still_there() -> None:
    issue = make_draft()
    editor = desk()
    typed = form(issue, {"kind": "heading", "text": "My own words"}, subject="My subject")
    editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Their words"}))
    answer = editor.post(screen(issue), typed)
    assert answer.status_code == 409
    assert "Somebody saved this issue meanwhile" in answer.text
    for kept in ("My own words", "My subject", 'name="version" value="1"'):
        assert kept in answer.text
    issue.refresh_from_db()
    assert issue.blocks == [{"kind": "heading", "text": "Their words"}]
    editor.post(screen(issue), typed | {"version": "1"})
    issue.refresh_from_db()
    assert issue.blocks == [{"kind": "heading", "text": "My own words"}]


@pytest.mark.parametrize(
    ("block", "sentence"),
    [
        ({"kind": "heading", "text": "x" * 121}, "at most 120 characters"),
        ({"kind": "sponsor", "name": "Tea", "url": "javascript:alert(1)"}, "give a complete one"),
        ({"kind": "story", "article": "nine"}, "This is no story."),
    ],
)
def test_bad_input_gets_a_sentence_and_loses_nothing(block: dict[str, str], sentence: str) -> None:
    issue = make_draft()
    answer = desk().post(screen(issue), form(issue, block, {"kind": "text", "html": "Kept words"}))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "Kept words" in answer.text
    issue.refresh_from_db()
    assert issue.version == 0


def test_without_script_the_buttons_arrange_what_is_typed_and_keep_nothing_yet() -> None:
    issue, article, editor = make_draft(), published(headline="Isolde sails to the isles"), desk()
    blocks = [{"kind": "heading", "text": "Alpha"}, {"kind": "heading", "text": "Omega"}]

    def pressed(do: str, **more: str) -> str:
        answer = editor.post(screen(issue), form(issue, *blocks, _do=do, **more))
        assert answer.status_code == 200
        return answer.text

    moved = pressed("down:b1")
    assert moved.index('value="Omega"') < moved.index('value="Alpha"')
    assert pressed("up:b1").index('value="Alpha"') < moved.index('value="Alpha"')
    assert 'name="b3-html"' in pressed("add:text")
    assert "Add “Isolde sails to the isles”" in pressed("find", q="isles")
    assert "No live story has these words." in pressed("find", q="zebra")
    assert f'name="b3-article" value="{article.pk}"' in pressed(f"story:{article.pk}")
    assert 'name="b1-gone" value="1"' in pressed("remove:b1")
    assert 'name="b1-gone" value=""' in pressed("undo:b1", **{"b1-gone": "1"})
    issue.refresh_from_db()
    assert issue.version == 0
    editor.post(screen(issue), form(issue, *blocks, **{"b1-gone": "1"}))
    issue.refresh_from_db()
    assert issue.blocks == [{"kind": "heading", "text": "Omega"}]


def test_the_search_offers_live_stories_only() -> None:
    live, editor = published(headline="Isolde sails to the isles"), desk()
    make_article(headline="Isolde in a draft")
    found = editor.get(f"{ISSUES}stories/", {"q": "isolde"}).json()["found"]
    assert [one["id"] for one in found] == [live.pk]
    assert [one["id"] for one in editor.get(f"{ISSUES}stories/").json()["found"]] == [live.pk]
    assert desk("Writer").get(f"{ISSUES}stories/").status_code == 403


def test_the_preview_shows_what_is_typed_in_each_way_a_mail_is_read() -> None:
    lead = make_picture(asset=make_asset(alt_text="A stage door"))
    article = published(headline="Isolde sails", standfirst="On Monday.", lead=lead)
    issue, editor = make_draft(), desk()
    sent = form(issue, story(article, headline="All aboard"), {"kind": "text", "html": '<a href="/film/">Films</a>'})
    address = f"{ISSUES}{issue.pk}/preview/"

    answer = editor.post(address, sent)
    assert "All aboard" in answer.text
    assert "Isolde sails" not in answer.text
    assert "On Monday." in answer.text
    assert 'src="/media/' in answer.text
    assert f'href="http://testserver/film/#issue-{issue.pk}"' in answer.text, "a mail stands nowhere"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "@media not all" in answer.text
    assert "@media all" in editor.post(address, sent | {"view_scheme": "dark"}).text
    without = editor.post(address, sent | {"view_pictures": "off"}).text
    assert " src=" not in without
    assert 'alt="' in without
    text = editor.post(address, sent | {"view_as": "text"})
    assert text["Content-Type"] == "text/plain; charset=utf-8"
    assert f"All aboard\nOn Monday.\nhttp://testserver/film/{article.pk}/" in text.text
    issue.refresh_from_db()
    assert issue.version == 0
    assert "Tonight" in editor.get(address).text


def test_the_checks_answer_what_is_typed_at_the_place_where_it_stands_and_keep_nothing() -> None:
    issue, editor = make_draft(), desk()
    gone, empty = {"kind": "heading", "text": "", "gone": "1"}, {"kind": "heading", "text": ""}
    address = f"{ISSUES}{issue.pk}/checks/"
    answer = editor.post(address, form(issue, gone, empty, subject="")).text
    assert 'href="#id_subject"' in answer
    assert "A heading is empty." in answer
    assert 'href="#block-b2"' in answer
    assert 'href="#block-b1"' not in answer, "it was taken out"
    assert "There is no subject yet." not in editor.post(address, form(issue, empty)).text
    issue.refresh_from_db()
    assert issue.version == 0
    assert editor.get(address).status_code == 405
    assert desk("Writer").post(address, form(issue, empty)).status_code == 403


def test_a_story_carries_its_newsletter_look_and_goes_from_the_mail_when_it_is_withdrawn() -> None:
    article = published(headline="Isolde sails", looks=Looks(newsletter_headline="Isolde at sea"))
    issue = make_draft(blocks=[composing.story_block(article.pk)])
    assert "Isolde at sea" in composing.preview(issue)[0]
    article.withdraw(by=None)
    html, text = composing.preview(issue)
    assert "Isolde" not in html + text
    assert sentences(issue) == ["A story is no longer live. Remove it: readers could not open it."]


def test_each_check_says_what_is_wrong_and_where() -> None:
    expired = make_asset(alt_text="A pier", rights_until=timezone.localdate() - timedelta(days=1))
    article = published(headline="Isolde sails")
    issue = make_draft(
        subject="",
        blocks=[
            composing.story_block(article.pk),
            composing.story_block(article.pk),
            composing.story_block(article.pk) | {"picture": expired.pk},
            {"kind": "text", "html": '<p><a href="/film/123456/gone/">See</a> <a href="/film/">fine</a></p>'},
            {"kind": "sponsor", "name": "", "html": "", "url": "/nowhere-at-all/x/", "picture": None},
            {"kind": "heading", "text": ""},
        ],
    )
    found = {one.sentence: one.place for one in issue_checks.look_over(issue)[0] if one.stops}
    assert found["There is no subject yet."] == "id_subject"
    assert found["“Isolde sails” is in it twice."] in {"block-b2", "block-b3"}
    assert any("We may not send the picture of “Isolde sails” after" in one for one in found)
    assert found["A link leads nowhere: /film/123456/gone/"] == "block-b4"
    assert found["A link leads nowhere: /nowhere-at-all/x/"] == "block-b5"
    assert found["Name the sponsor: readers must see who paid."] == "block-b5"
    assert found["A heading is empty."] == "block-b6"
    assert not any("/film/" in one and "gone" not in one for one in found)
    bare = make_draft(blocks=[composing.story_block(article.pk) | {"picture": make_asset(width=700).pk}])
    assert sentences(bare) == [
        "The picture of “Isolde sails” has no alt text. Say in the library what is to be seen on it."
    ]
    heavy = make_draft(blocks=[{"kind": "text", "html": "<p>" + "word " * 21_000 + "</p>"}])
    assert any("Gmail cuts off" in one for one in sentences(heavy))
    loud = make_draft(subject="CLICK HERE TO BE A WINNER, " + "X" * 60)
    advice = [one.sentence for one in issue_checks.look_over(loud)[0] if not one.stops]
    assert any("phones show about 60" in one for one in advice)
    assert any("“click here”, “winner”" in one for one in advice)
    assert any("capitals" in one for one in advice)
    assert sentences(loud) == []


def test_a_picture_that_is_not_prepared_yet_is_seen_at_the_desk_and_holds_the_issue_back() -> None:
    asset, article = make_asset(ready=False, alt_text="A pier"), published(headline="Isolde sails")
    issue = make_draft(blocks=[composing.story_block(article.pk) | {"picture": asset.pk}])
    assert sentences(issue) == ["The picture of “Isolde sails” is still being prepared: try again in a minute."]
    assert f'src="/admin/articles/imageasset/{asset.pk}/large/"' in desk().get(f"{ISSUES}{issue.pk}/preview/").text
    asset.failure = "It is no picture."
    asset.save()
    assert sentences(issue) == ["The picture of “Isolde sails” cannot be read: choose another."]


def test_rights_are_looked_at_for_the_day_it_goes_out() -> None:
    asset = make_asset(alt_text="A pier", rights_until=date(2099, 1, 1))
    block = composing.story_block(published(headline="Isolde sails").pk) | {"picture": asset.pk}
    issue = make_draft(blocks=[block])
    assert sentences(issue) == []
    issue.send_at = datetime(2099, 1, 2, 7, tzinfo=UTC)
    assert any("after 1 January 2099" in one for one in sentences(issue))


def test_what_must_be_put_right_refuses_approval_and_keeps_the_words() -> None:
    issue = make_draft()
    answer = desk().post(
        screen(issue), form(issue, {"kind": "heading", "text": "New"}, subject="", _do="approve"), follow=True
    )
    assert "Saved, but not approved. There is no subject yet." in answer.text
    issue.refresh_from_db()
    assert (issue.state, issue.blocks[0]["text"]) == ("draft", "New")


def test_an_issue_is_approved_scheduled_taken_back_and_sent() -> None:
    issue, editor = make_draft(), desk()
    editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Tonight"}, _do="approve"))
    issue.refresh_from_db()
    assert issue.state == "approved"
    assert issue.approved_by_name
    assert not Issue.objects.due().exists()

    late = editor.post(screen(issue), {"_do": "schedule", "send_at": "2001-01-01T07:00"})
    assert late.status_code == 409
    assert "That time has passed." in late.text
    assert 'value="2001-01-01T07:00"' in late.text
    page = editor.post(screen(issue), {"_do": "schedule", "send_at": "2099-07-01T07:00"}, follow=True).text
    assert "Wednesday, 1 July 2099, 07:00 BST" in page
    assert "Send now to 0 readers" in page

    assert editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Late"})).status_code == 409
    editor.post(screen(issue), {"_do": "draft"})
    issue.refresh_from_db()
    assert (issue.state, issue.send_at, issue.approved_by_name) == ("draft", None, "")

    editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Tonight"}, _do="approve"))
    editor.post(screen(issue), {"_do": "send"})
    assert list(Issue.objects.due()) == [issue]


def test_what_is_about_to_begin_is_not_sent_once_more_and_without_a_worker_it_says_so() -> None:
    issue, editor = make_draft(state=Issue.State.APPROVED), desk()
    make_subscription(issue.newsletter)
    assert "Send now to 1 reader" in editor.get(screen(issue)).text
    editor.post(screen(issue), {"_do": "send"})
    page = editor.get(screen(issue)).text
    assert "It begins to go out within seconds, to 1 reader." in page
    assert "Send now" not in page
    assert "Back to draft" in page
    assert "no worker" not in page
    Issue.objects.update(send_at=timezone.now() - timedelta(minutes=2))
    assert "and no worker seems to be running" in editor.get(screen(issue)).text


def test_a_story_that_went_since_approval_stops_the_sending() -> None:
    article, editor = published(headline="Isolde sails"), desk()
    issue = make_draft(blocks=[composing.story_block(article.pk)], state=Issue.State.APPROVED)
    article.withdraw(by=None)
    answer = editor.post(screen(issue), {"_do": "send"})
    assert answer.status_code == 409
    assert "Not sent. A story is no longer live." in answer.text
    assert not Issue.objects.due().exists()


def test_who_may_only_compose_cannot_approve_or_send() -> None:
    editor = desk()
    group = Group.objects.get(name="Newsletter editor")
    group.permissions.remove(group.permissions.get(codename="send_issue"))
    draft, approved = make_draft(), make_draft(state=Issue.State.APPROVED)
    assert editor.post(screen(draft), form(draft, {"kind": "heading", "text": "x"}, _do="approve")).status_code == 403
    for do in ("send", "schedule", "draft", "pause", "resume", "cancel", "again"):
        assert editor.post(screen(approved), {"_do": do, "send_at": "2099-01-01T07:00"}).status_code == 403
    assert "Approve" not in editor.get(screen(draft)).text
    for role in ("Writer", "Editor"):
        assert desk(role).get(screen(draft)).status_code == 403
    assert {one.state for one in Issue.objects.all()} == {"draft", "approved"}


def test_a_draft_may_be_deleted_and_nothing_else() -> None:
    draft, approved, editor = make_draft(), make_draft(state=Issue.State.APPROVED), desk()
    assert editor.post(f"{ISSUES}{draft.pk}/delete/", {"post": "yes"}).status_code == 302
    assert editor.post(f"{ISSUES}{approved.pk}/delete/", {"post": "yes"}).status_code == 403
    sent = {"action": "delete_selected", "_selected_action": [approved.pk], "post": "yes"}
    editor.post(ISSUES, sent)
    assert list(Issue.objects.all()) == [approved]


def test_a_test_goes_to_oneself_alone_as_the_readers_would_get_it(smtp: Inbox) -> None:
    editor, issue = desk(), make_draft()
    told = editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Tonight"}, _do="test"), follow=True)
    assert "your account has no e-mail address" in told.text
    assert smtp.taken == []

    user = told.context["user"]
    user.email = "mara@example.org"
    user.save()
    issue.refresh_from_db()
    editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Tonight & now"}, _do="test"))
    ((recipients, _),) = smtp.taken
    (message,) = smtp.messages()
    assert recipients == ["mara@example.org"]
    assert message["Subject"] == "Test: What a night"
    html, text = message.get_body(("html",)), message.get_body(("plain",))
    assert html is not None
    assert text is not None
    assert "Tonight &amp; now" in html.get_content()
    assert "== Tonight & now ==" in text.get_content()
    assert not AuditEntry.objects.filter(detail__contains="@").exists()

    smtp.refusal = "451 not now"
    issue.refresh_from_db()
    said = editor.post(screen(issue), form(issue, {"kind": "heading", "text": "Again"}, _do="test"), follow=True).text
    assert "the mail server did not take the test" in said
    issue.refresh_from_db()
    assert issue.blocks[0]["text"] == "Again"


def test_an_issue_on_its_way_is_followed_paused_gone_on_with_and_cancelled() -> None:
    newsletter, editor = make_newsletter(), desk()
    for number in range(3):
        make_subscription(newsletter, f"reader{number}@example.org")
    issue = make_draft(newsletter=newsletter, state=Issue.State.APPROVED)
    assert "Send now to 3 readers" in editor.get(screen(issue)).text
    sending.begin(issue, by=None)
    page = editor.get(screen(issue)).text
    assert '<progress id="progress" value="0" max="3">' in page
    assert f'href="/newsletter/issues/{issue.pk}/"' in page
    told = editor.get(f"{ISSUES}{issue.pk}/progress/").json()
    assert (told["stage"], told["done"], told["total"]) == ("sending", 0, 3)
    for do, state in (("pause", "paused"), ("resume", "sending"), ("cancel", "cancelled")):
        editor.post(screen(issue), {"_do": do})
        issue.refresh_from_db()
        assert issue.state == state
    assert editor.get(f"{ISSUES}{issue.pk}/progress/").json()["counts"]["skipped"] == 3
    again = editor.post(screen(issue), {"_do": "pause"})
    assert again.status_code == 409
    assert "This issue is “Cancelled” now." in again.text
    assert desk("Writer").get(f"{ISSUES}{issue.pk}/progress/").status_code == 403


def test_who_is_in_doubt_gets_it_again_on_purpose() -> None:
    newsletter, editor = make_newsletter(), desk()
    make_subscription(newsletter, "reader@example.org")
    issue = make_draft(newsletter=newsletter, state=Issue.State.APPROVED)
    sending.begin(issue, by=None)
    issue.deliveries.update(state="doubt")
    assert "Send again to 1 in doubt" in editor.get(screen(issue)).text
    editor.post(screen(issue), {"_do": "again"})
    assert issue.deliveries.get().state == "waiting"


def test_addresses_that_are_no_issue_are_not_found() -> None:
    editor: Client = desk()
    for pk in ("0", "999", "9" * 30, "nonsense"):
        assert editor.get(f"{ISSUES}{pk}/change/").status_code == 404
