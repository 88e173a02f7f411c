"""Several newsletters: where each one's form stands, and how one form offers more than one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page, expect

from articles.document import Part
from articles.models import Category
from articles.tests.test_reader_story import published
from newsletter.models import ConsentRecord, ConsentText, Subscription
from newsletter.tests.factories import fields, link, make_newsletter, make_text, post
from newsletter.tests.test_desk import desk

Work = Callable[[], int]
pytestmark = pytest.mark.django_db


@pytest.fixture
def two() -> list[ConsentText]:
    cache.clear()
    return [make_text(newsletter=make_newsletter(name=name)) for name in ("Stages", "Screens")]


def several(texts: list[ConsentText], email: str = "nell.ashby@example.org") -> dict[str, Any]:
    return fields(texts[0], email, consent=None, consent_text=[text.pk for text in texts], several="1")


def placed(place: str, category: str = "") -> list[str]:
    return [text.newsletter.name for text in ConsentText.objects.by_place(category)[place]]


def test_one_mail_confirms_all_newsletters_chosen_in_one_form(
    client: Client, work: Work, two: list[ConsentText]
) -> None:
    assert post(client, several(two)).status_code == 303
    work()
    (message,) = mail.outbox
    assert message.subject == "Please confirm: Stages and Screens"
    assert "Stages and Screens of" in str(message.body)
    assert "these newsletters" in client.get(link("confirm")).text
    page = client.post(link("confirm")).text
    assert "Stages will come" in page
    assert "Screens will come" in page
    assert [one.state for one in Subscription.objects.all()] == ["active", "active"]
    records = ConsentRecord.objects.order_by("pk")
    assert [record.consent_text for record in records] == two
    assert all(record.confirmed_at for record in records)
    work()
    assert [one.subject for one in mail.outbox[1:]] == ["Welcome to Stages", "Welcome to Screens"]


def test_the_mail_asks_only_about_what_does_not_come_yet(client: Client, work: Work, two: list[ConsentText]) -> None:
    post(client, fields(two[0]))
    work()
    client.post(link("confirm"))
    Subscription.objects.update(mail_claimed_at=None)
    work()
    post(client, several(two))
    work()
    assert mail.outbox[-1].subject == "Please confirm: Screens"
    client.post(link("confirm"))
    assert set(Subscription.objects.values_list("state", flat=True)) == {"active"}


def test_what_was_left_since_the_mail_stays_left_when_the_rest_is_confirmed(
    client: Client, work: Work, two: list[ConsentText]
) -> None:
    post(client, several(two))
    work()
    client.post(Subscription.objects.get(newsletter=two[1].newsletter).unsubscribe_path())
    client.post(link("confirm"))
    assert list(Subscription.objects.order_by("pk").values_list("state", flat=True)) == ["active", "unsubscribed"]


def test_a_form_of_several_wants_one_of_them_and_keeps_what_was_ticked(client: Client, two: list[ConsentText]) -> None:
    none = post(client, several(two) | {"consent_text": []})
    assert none.status_code == 422
    assert "Please tick at least one newsletter." in none.text
    wrong = post(client, several(two, "nell") | {"consent_text": [two[1].pk]})
    assert wrong.status_code == 422
    assert "name like" not in wrong.text
    assert wrong.text.count(" checked") == 1
    assert f'value="{two[1].pk}" type="checkbox"' in wrong.text
    out_of_date = post(client, several(two) | {"consent_text": ["77777"]}, Accept="application/json")
    assert out_of_date.json()["errors"] == {"consent_text": "This form is out of date. Please load the page again."}
    assert not ConsentRecord.objects.exists()


def test_two_wordings_of_one_newsletter_make_one_record(client: Client, two: list[ConsentText]) -> None:
    newer = make_text(newsletter=two[0].newsletter)
    post(client, several([two[0], newer]))
    assert ConsentRecord.objects.count() == 1


def test_the_sign_up_page_offers_all_of_them_in_one_form(client: Client, two: list[ConsentText]) -> None:
    page = client.get("/newsletter/").text
    assert page.count("<form") == page.count("data-newsletter")
    assert page.count("data-newsletter") == 1
    for text in two:
        assert f'name="consent_text" value="{text.pk}" type="checkbox"' in page


def test_without_a_rule_the_foremost_newsletter_stands_after_stories_and_on_fronts(two: list[ConsentText]) -> None:
    assert placed("in_stories") == []
    assert placed("after_stories") == placed("on_fronts") == ["Stages"]


def test_each_newsletter_stands_where_the_desk_put_it(two: list[ConsentText]) -> None:
    film = Category.objects.create(title="Film", slug="film")
    stages, screens = (text.newsletter for text in two)
    stages.after_stories = stages.on_fronts = True
    stages.save()
    screens.in_stories = screens.after_stories = True
    screens.save()
    screens.categories.add(film)
    assert placed("after_stories", "film") == ["Stages", "Screens"]
    assert placed("after_stories", "music") == ["Stages"]
    assert (placed("in_stories", "film"), placed("in_stories", "music")) == (["Screens"], [])
    assert placed("on_fronts") == ["Stages"]


def test_the_desk_says_where_a_form_stands_and_the_home_page_follows(client: Client, two: list[ConsentText]) -> None:
    stages = two[0].newsletter
    kept = {
        name: getattr(stages, name) for name in ("name", "promise", "frequency", "sign_up_heading", "sign_up_label")
    }
    form = kept | {"is_open": "on", "position": "0", "in_stories": "on"}
    desk().post(f"/admin/newsletter/newsletter/{stages.pk}/change/", form)
    assert placed("in_stories", "film") == ["Stages"]
    assert placed("after_stories") == []


def test_a_reader_ticks_two_newsletters_in_place(page: Page, live_server: Any, two: list[ConsentText]) -> None:
    page.goto(f"{live_server.url}/newsletter/")
    page.get_by_label("E-mail address").fill("nell@example.org")
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_text("Please tick at least one newsletter.")).to_be_visible()
    expect(page.get_by_label("Stages")).to_be_focused()
    page.get_by_label("Screens").check()
    expect(page.get_by_text("Please tick at least one newsletter.")).to_be_hidden()
    page.get_by_label("Stages").check()
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_role("status")).to_contain_text("Please look in your inbox")
    assert ConsentRecord.objects.count() == 2


def test_a_long_story_has_a_form_inside_and_one_after_it_for_one_query(
    client: Client, two: list[ConsentText], django_assert_num_queries: Any
) -> None:
    stages, screens = (text.newsletter for text in two)
    stages.in_stories = screens.after_stories = True
    stages.save()
    screens.save()
    parts = tuple(Part(key="", subhead=f"Scene {number}", body="<p>Words.</p>") for number in range(4))
    edition = published(sections=parts)
    stages.categories.add(edition.category)
    with django_assert_num_queries(5):
        page = client.get(edition.get_absolute_url()).text
    inside, after = page.index("newsletter-inside"), page.index("newsletter-story")
    assert page.index("Scene 1") < inside < page.index("Scene 2</h2>") < after
    assert page.count("newsletter.js") == 1
