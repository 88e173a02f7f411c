"""What becomes of an issue is counted for the issue, without a person: delivered, clicked, left."""

import csv
import re
from datetime import timedelta
from typing import Any

import environ
import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.models import Article
from articles.tests.factories import make_article
from articles.tests.factories import signed_in as desk_of
from newsletter import figures
from newsletter.bounces import bounced, complained
from newsletter.building import Letter
from newsletter.composing import preview
from newsletter.models import ConsentRecord, Delivery, Issue, IssueCount, Newsletter, Subscription
from newsletter.sending import begin
from newsletter.tests.factories import make_draft, make_issue, make_newsletter, make_subscription

State = Delivery.State
BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"
OWN = {"origin": "http://testserver", "sec-fetch-site": "same-origin", "user-agent": BROWSER}
pytestmark = pytest.mark.django_db


def published(headline: str) -> Article:
    article = make_article(headline=headline)
    article.publish(by=None)
    return article


def sent(newsletter: Newsletter, *stories: Article) -> Issue:
    """An issue that everybody got who gets the newsletter now."""
    blocks = [{"kind": "story", "article": one.pk} for one in stories] or [{"kind": "heading", "text": "Tonight"}]
    issue = make_issue(newsletter, blocks=blocks)
    begin(issue, by=None)
    issue.deliveries.update(state=State.SENT)
    Issue.objects.filter(pk=issue.pk).update(state=Issue.State.SENT)
    issue.refresh_from_db()
    return issue


def click(issue: Issue | int, story: Article | int = 0, headers: dict[str, str] = OWN) -> Any:
    number, article = issue if isinstance(issue, int) else issue.pk, story if isinstance(story, int) else story.pk
    return Client().post(f"/newsletter/issues/{number}/clicks/{article}/", headers=headers)


def counted(issue: Issue) -> dict[int, int]:
    return dict(issue.counts.values_list("story", "number"))


# -- clicks ----------------------------------------------------------------------------------------------------------


def test_links_in_a_mail_say_which_issue_they_are_of_and_are_the_same_for_everybody() -> None:
    story, newsletter = published("The goat is back"), make_newsletter()
    text = {"kind": "text", "html": '<p><a href="/film/">Films</a> <a href="/film/#page-notes">A place</a></p>'}
    paid = {"kind": "sponsor", "name": "Hay", "html": "", "url": "https://hay.example/"}
    issue = make_issue(newsletter, blocks=[{"kind": "story", "article": story.pk}, text, paid])
    letter, mark = Letter.of(issue), f"#issue-{issue.pk}"
    address = f"http://testserver{story.live_edition.get_absolute_url()}"  # type: ignore[union-attr]
    assert letter.html.count(f'href="{address}{mark}"') == letter.html.count(f'href="{address}') > 0
    assert f"{address}{mark}\n" in letter.text
    assert f'href="http://testserver/film/{mark}"' in letter.html
    assert f"Films (http://testserver/film/{mark})" in letter.text
    assert 'href="http://testserver/film/#page-notes"' in letter.html
    assert 'href="https://hay.example/"' in letter.html
    for link in (letter.unsubscribe, letter.preferences, f"http://testserver/newsletter/issues/{issue.pk}/"):
        assert f'href="{link}"' in letter.html
    one, other = (letter.message_for(make_subscription(newsletter)).decode() for _ in range(2))
    links = [set(re.findall(r"#issue-\S*", body.replace("=\r\n", ""))) for body in (one, other)]
    assert links[0] == links[1]


def test_the_page_of_an_issue_on_the_site_does_not_say_that_its_links_are_of_the_mail() -> None:
    story = published("The goat is back")
    issue = sent(make_newsletter(), story)
    page = Client().get(issue.get_absolute_url()).text
    assert story.live_edition.get_absolute_url() in page  # type: ignore[union-attr]
    assert "#issue-" not in page


def test_a_click_counts_for_the_issue_and_the_story_and_for_nobody() -> None:
    goat, ferry, newsletter = published("The goat"), published("The ferry"), make_newsletter()
    make_subscription(newsletter)
    issue = sent(newsletter, goat)
    answers = [click(issue, goat), click(issue, goat), click(issue), click(issue, ferry), click(issue, 10**17)]
    assert {one.status_code for one in answers} == {204}
    assert not any(one.cookies for one in answers)
    assert counted(issue) == {goat.pk: 2, IssueCount.ELSEWHERE: 3}, "what was not in it is another page of ours"
    assert {one.name for one in IssueCount._meta.get_fields()} == {"id", "issue", "what", "story", "number"}


def test_only_issues_that_went_out_are_counted_and_only_by_readers_on_our_pages() -> None:
    newsletter = make_newsletter()
    draft, issue = make_draft(newsletter=newsletter), sent(newsletter)
    for answer in (
        *(click(draft), click(987_654), click(10**17)),
        click(issue, headers=OWN | {"origin": "https://elsewhere.example"}),
        click(issue, headers=OWN | {"user-agent": "Barracuda Sentinel (EE) bot"}),
    ):
        assert answer.status_code == 204
    assert Client().get(f"/newsletter/issues/{issue.pk}/clicks/0/", headers=OWN).status_code == 405
    for _ in range(100):
        click(issue)
    assert counted(issue) == {0: 30}, "one network, in a minute"
    assert not counted(draft)


# -- who left --------------------------------------------------------------------------------------------------------


def test_who_leaves_is_counted_for_the_last_issue_they_had_got_of_that_newsletter() -> None:
    newsletter, other = make_newsletter(), make_newsletter()
    leaving, staying = make_subscription(newsletter), make_subscription(newsletter)
    Subscription.objects.create(
        subscriber=leaving.subscriber, newsletter=other, state="active", confirmed_at=leaving.confirmed_at
    )
    first, second = sent(newsletter), sent(newsletter)
    third, elsewhere = sent(newsletter), sent(other)
    third.deliveries.filter(subscriber=leaving.subscriber).update(state=State.WAITING)
    for _ in range(2):  # mail programs may ask twice
        assert Client().post(leaving.unsubscribe_path(), {"List-Unsubscribe": "One-Click"}).status_code == 200
    found = figures.of_issues([one.pk for one in (first, second, third, elsewhere)])
    assert [found[one.pk].unsubscribed for one in (first, second, third, elsewhere)] == [0, 1, 0, 0]

    Client().post(staying.subscriber.preferences_path(), {"deed": "choose"})
    assert figures.of(third).unsubscribed == 1
    leaving.subscriber.erase()
    assert figures.of(second).unsubscribed == 0, "whoever is forgotten is so in figures too"


def test_who_was_stopped_by_us_did_not_leave() -> None:
    newsletter = make_newsletter()
    one, other, third = (make_subscription(newsletter) for _ in range(3))
    issue = sent(newsletter)
    bounced(one.subscriber.deliveries.get(), hard=True)
    complained(other.subscriber.deliveries.get())
    found = figures.of(issue)
    assert (found.delivered, found.came_back, found.spam, found.unsubscribed) == (2, 1, 1, 0)
    assert third.state == "active"


def test_who_leaves_before_the_first_issue_is_counted_nowhere() -> None:
    one = make_subscription(make_newsletter())
    assert Client().post(one.unsubscribe_path()).status_code == 200
    one.refresh_from_db()
    assert one.state == "unsubscribed"


# -- at the desk -----------------------------------------------------------------------------------------------------


def test_an_issue_s_screen_tells_at_a_glance_what_came_of_it() -> None:
    goat, ferry, newsletter = published("The goat is back"), published("=The ferry"), make_newsletter()
    people = [make_subscription(newsletter) for _ in range(8)]
    issue = sent(newsletter, goat, ferry)
    for one, state in zip(people, [State.FAILED, State.BOUNCED, State.COMPLAINED, State.DOUBT], strict=False):
        one.subscriber.deliveries.update(state=state)
    people[-1].unsubscribe(ConsentRecord.Withdrawal.LINK)
    for story in (ferry, ferry, ferry, goat, 0):
        click(issue, story)
    desk, _ = desk_of("Newsletter editor")
    page = desk.get(f"/admin/newsletter/issue/{issue.pk}/change/").text
    said = dict(re.findall(r'data-figure="(\w+)"[^>]*><dt>[^<]*</dt><dd><b>([\d,]+)</b>', page))
    assert said == {
        "delivered": "5",
        "clicks": "5",
        "unsubscribed": "1",
        "spam": "1",
        "came_back": "1",
        "refused": "1",
        "doubt": "1",
    }
    assert "100 per 100" in page, "five clicks, five delivered"
    assert page.index("=The ferry</a>") < page.index("The goat is back</a>") < page.index("Other pages of the site")

    told = desk.get(f"/admin/newsletter/issue/{issue.pk}/progress/").json()
    assert told["figures"]["unsubscribed"] == [1, "20"]
    assert [(one["headline"], one["clicks"], one["per_hundred"]) for one in told["clicks"]] == [
        *(("=The ferry", 3, "60"), ("The goat is back", 1, "20")),
        ("Other pages of the site", 1, "20"),
    ]
    answer = desk.get(f"/admin/newsletter/issue/{issue.pk}/figures/")
    table = list(csv.reader(answer.getvalue().decode("utf-8-sig").splitlines()))
    assert table[1] == ["Delivered", "", "5", ""]
    assert ["Clicks", "'=The ferry", "3", "60"] in table, "no formula"
    assert desk.post(f"/admin/newsletter/issue/{issue.pk}/figures/").status_code == 405


def test_the_list_of_issues_has_their_figures_in_as_many_queries_however_many_there_are() -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    desk, _ = desk_of("Newsletter editor")
    make_draft(newsletter=newsletter)
    click(sent(newsletter))
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            page = desk.get("/admin/newsletter/issue/")
        counts.append(len(queries))
        for _ in range(4):
            sent(newsletter)
    assert counts[0] == counts[1]
    assert '<td class="field-clicks">100</td>' in page.text
    assert page.text.count('<td class="field-delivered">1</td>') == 5
    assert page.text.count('<td class="field-delivered"></td>') == 1, "a draft has none, rather than 0"


def test_the_list_counts_the_deliveries_of_issues_long_done_once_a_day_and_of_others_each_time() -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    old, fresh = sent(newsletter), sent(newsletter)
    Issue.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=9))
    cache.clear()
    for told in (1, 1):
        found = figures.for_a_list(Issue.objects.all())
        assert found[old.pk].delivered == told
        Delivery.objects.update(state=State.BOUNCED)
    assert found[fresh.pk].delivered == 0
    click(old)
    assert figures.for_a_list(Issue.objects.all())[old.pk].clicks == 1, "clicks are cheap to tell"
    cache.clear()
    assert figures.for_a_list(Issue.objects.all())[old.pk].delivered == 0


def test_the_list_is_told_also_while_the_cache_is_away(settings: Any) -> None:
    newsletter = make_newsletter()
    make_subscription(newsletter)
    old = sent(newsletter)
    Issue.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=9))
    settings.CACHES = {"default": environ.Env.cache_url_config("redis://127.0.0.1:1/0")}
    assert figures.for_a_list(Issue.objects.all())[old.pk].delivered == 1


def test_a_preview_has_neither_personal_links_nor_stand_ins() -> None:
    html, text = preview(make_draft())
    assert "opened" not in html + text
