"""Each newsletter has a page of its own, with an address that leads there for good."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from articles.document import Part
from articles.models.checking import internal_links
from articles.tests.factories import make_document
from newsletter import issue_checks, sending
from newsletter.models import Newsletter
from newsletter.models.lists import own_addresses
from newsletter.tests.factories import make_draft, make_issue, make_newsletter, make_text
from newsletter.tests.test_archive import sent
from newsroom.tests.readers import Reader

pytestmark = pytest.mark.django_db


def test_its_page_says_what_it_is_who_it_comes_from_and_has_its_form_alone(client: Client) -> None:
    make_text(newsletter=make_newsletter(name="Another"))
    text = make_text(newsletter=make_newsletter(name="The Night Letter", sender_name="Nell at night"))
    page = client.get("/newsletter/the-night-letter/")
    assert page.status_code == 200
    for words in ("The Night Letter", text.newsletter.promise, text.newsletter.frequency, "Nell at night"):
        assert words in page.text
    assert f'name="consent_text" value="{text.pk}"' in page.text
    assert page.text.count('name="consent_text"') == 1
    assert '<link rel="canonical" href="http://testserver/newsletter/the-night-letter/">' in page.text
    assert '<meta property="og:title" content="The Night Letter">' in page.text
    assert 'name="robots"' not in page.text
    assert "/newsletter/another/" in page.text
    assert not page.cookies


def test_a_closed_newsletter_says_so_and_names_those_that_can_be_had(client: Client) -> None:
    make_text(newsletter=make_newsletter(name="Open"))
    closed = make_text(newsletter=make_newsletter(name="Closed", is_open=False)).newsletter
    page = client.get(closed.get_absolute_url())
    assert "Closed takes no sign-ups at the moment. These do:" in page.text
    assert '<a href="/newsletter/open/">Open</a>' in page.text
    assert "data-newsletter>" not in page.text


def test_its_page_has_its_own_past_issues_and_a_draft_is_none(client: Client) -> None:
    ours = sent(newsletter=make_newsletter(name="Ours"), subject="Ours went out")
    sent(subject="Theirs went out")
    ours.newsletter.issues.create(subject="Not yet")
    page = client.get("/newsletter/ours/").text
    assert f'<a href="{ours.get_absolute_url()}">Ours went out</a>' in page
    assert "Theirs" not in page
    assert "Not yet" not in page
    assert client.get("/newsletter/ours/?page=2").status_code == 404


def test_an_address_it_had_leads_to_the_one_it_has(client: Client) -> None:
    one = make_newsletter(name="First")
    for slug in ("second", "third"):
        one.slug = slug
        one.save()
    for old in ("first", "second"):
        answer = client.get(f"/newsletter/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, "/newsletter/third/")
    one.slug = "first"
    one.save()
    assert client.get("/newsletter/first/").status_code == 200
    make_newsletter(name="Second")
    assert client.get("/newsletter/second/").status_code == 200


def test_no_newsletter_takes_an_address_of_the_sites_own(client: Client) -> None:
    assert {"issues", "sign-up", "thanks", "confirm", "unsubscribe", "preferences"} <= own_addresses()
    for word in own_addresses():
        with pytest.raises(ValidationError, match="address of its own"):
            Newsletter(name="X", promise="x", frequency="x", sign_up_heading="x", slug=word).full_clean()
    named = make_newsletter(name="Issues")
    assert named.slug == "issues-2"
    assert client.get("/newsletter/issues-2/").status_code == 200


def test_what_changes_on_it_shows_at_once(reader: Reader, django_capture_on_commit_callbacks: Any) -> None:
    committed = django_capture_on_commit_callbacks
    text = make_text(newsletter=make_newsletter(name="First"))
    for address in ("/newsletter/first/", "/newsletter/second/", "/newsletter/issues/"):
        reader.get(address)
    newsletter = text.newsletter
    newsletter.promise, newsletter.slug, newsletter.name = "Everything, tonight.", "second", "Renamed"
    with committed(execute=True):
        newsletter.save()
    assert reader.get("/newsletter/first/").status == 301
    assert "Everything, tonight." in reader.get("/newsletter/second/").text
    with committed(execute=True):
        issue = sent(newsletter=newsletter, subject="It went out")
    assert "It went out" in reader.get("/newsletter/second/").text
    assert "Renamed" in reader.get(issue.get_absolute_url()).text
    newsletter.name = "Once more"
    with committed(execute=True):
        newsletter.save()
    assert "Once more" in reader.get(issue.get_absolute_url()).text
    assert "Once more" in reader.get("/newsletter/issues/").text


def test_it_is_in_the_sitemap_while_it_can_be_had(client: Client) -> None:
    make_text(newsletter=make_newsletter(name="Open"))
    make_newsletter(name="No wording")
    found = client.get("/sitemap/fronts.xml").text
    assert "http://testserver/newsletter/</loc>" in found
    assert "http://testserver/newsletter/open/</loc>" in found
    assert "no-wording" not in found


def test_links_to_it_are_known_to_lead_somewhere_and_to_no_newsletter_are_not() -> None:
    one = make_newsletter(name="First")
    one.slug = "second"
    one.save()
    words = "".join(f'<p><a href="/newsletter/{slug}/">See</a></p>' for slug in ("first", "second", "nobodys"))
    issue = make_draft(newsletter=one, blocks=[{"kind": "text", "html": words}])
    assert issue_checks.stops(issue) == ["A link leads nowhere: /newsletter/nobodys/"]
    gone_out = make_issue(one)
    sending.begin(gone_out, by=None)
    others = "".join(f'<p><a href="/newsletter/issues/{pk}/">See</a></p>' for pk in (gone_out.pk, issue.pk, 999_999))
    found = internal_links(make_document(sections=(Part(key="", body=words + others),)))
    assert found == {"/newsletter/first/", "/newsletter/second/", gone_out.get_absolute_url()}
