"""In a real browser: a link in a mail is counted for its issue, and the desk sees it without loading anew."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from articles.tests.factories import make_article, make_user
from articles.tests.test_story_screen import sign_in
from newsletter.models import Delivery, Issue
from newsletter.sending import begin
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription
from newsroom.tests.axe import violations_by_day_and_night

BROWSER = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36"


@pytest.fixture
def issue(live_server: Any) -> Issue:
    """One with two stories, that three people got."""
    newsletter = make_newsletter()
    for _ in range(3):
        make_subscription(newsletter)
    stories = [make_article(headline=headline) for headline in ("The goat is back", "The ferry is late")]
    for one in stories:
        one.publish(by=None)
    made = make_issue(newsletter, blocks=[{"kind": "story", "article": one.pk} for one in stories])
    begin(made, by=None)
    made.deliveries.update(state=Delivery.State.SENT)
    Issue.objects.filter(pk=made.pk).update(state=Issue.State.SENT)
    made.refresh_from_db()
    return made


def test_who_follows_a_link_is_counted_once_and_passes_on_an_address_without_the_issue(
    browser: Browser, live_server: Any, issue: Issue
) -> None:
    context = browser.new_context(user_agent=BROWSER)
    page, posts = context.new_page(), []
    page.on("request", lambda one: posts.append(one.url) if one.method == "POST" else None)
    assert issue.printed is not None
    first, second = (block["address"].partition("/film/")[2] for block in issue.printed["blocks"])
    with page.expect_response("**/clicks/**") as answer:  # under an old address, that leads on to the story's own
        page.goto(f"{live_server.url}/old/{second.partition('/')[0]}/as-it-was/#issue-{issue.pk}")
    assert answer.value.status == 204
    assert page.url == f"{live_server.url}/film/{second}"
    page.reload()
    with page.expect_response("**/clicks/**"):
        page.goto(f"{live_server.url}/#issue-{issue.pk}")
    page.go_back()
    page.goto(f"{live_server.url}/film/{first}#page-more")
    assert page.url.endswith("#page-more")
    context.close()
    assert len(posts) == 2
    assert dict(issue.counts.values_list("story", "number")) == {int(second.partition("/")[0]): 1, 0: 1}


def test_the_desk_sees_clicks_come_in(page: Page, live_server: Any, issue: Issue) -> None:
    make_user("Newsletter editor", "mara")
    sign_in(page, live_server.url, "mara")
    page.clock.install()
    page.goto(f"{live_server.url}/admin/newsletter/issue/{issue.pk}/change/")
    clicks = page.locator('[data-figure="clicks"]')
    expect(clicks).to_contain_text("0 per 100")
    story = issue.stories.last()
    assert story is not None
    issue.counts.create(what="click", story=story.article_id, number=2)
    page.clock.run_for(15_500)
    expect(clicks).to_contain_text("67 per 100")
    expect(page.locator("[data-clicks] tr").first).to_contain_text("The ferry is late")
    assert violations_by_day_and_night(page) == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
