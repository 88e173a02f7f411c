"""An issue's mail: what is frozen of it, and that the quick way to a person's mail loses nothing."""

import binascii
import re
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from articles.document import Looks
from articles.models import Article
from articles.tests.factories import make_article, make_asset, make_picture
from newsletter.building import Letter, encoded, printed_of
from newsletter.models import Newsletter
from newsletter.tests.factories import make_issue, make_newsletter, make_subscription, make_text
from newsroom.models import Publication

pytestmark = pytest.mark.django_db
HOSTILE_TEXTS = (
    "<p>.\n.</p><p>From here it ends in a space \n. and = begins =3D with é, “quotes” and 🐐</p>" + "<p>x</p>" * 40,
    "<p>" + "endless" * 300 + "</p><p>--=_\r\n--</p>",
    "<p>\u2028a\u0085b\x0bc</p>",
    "",
)


def published(**story: Any) -> Article:
    article = make_article(**story)
    article.publish(by=None)
    return article


def parsed(raw: bytes) -> EmailMessage:
    return message_from_bytes(raw, policy=policy.default)


def bodies(message: EmailMessage) -> list[str]:
    """The texts of its parts, line ends alike: SMTP knows only one kind."""
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    return [re.sub(r"\r\n|\r", "\n", part.get_content()).rstrip("\n") for part in message.iter_parts()]


def test_what_is_printed_are_live_editions_in_their_newsletter_looks() -> None:
    own = make_picture(asset=make_asset(alt_text="A stage door"))
    live = published(headline="The goat is back", looks=Looks(newsletter_headline="Back: the goat"), lead=own)
    live.headline = "The goat is sacked"
    live.save()
    draft, gone = make_article(headline="Not yet said"), published(headline="No longer said")
    gone.withdraw(by=None)
    blocks = [{"kind": "story", "article": one.pk} for one in (gone, live, draft)]
    (block,) = printed_of(make_issue(blocks=blocks))["blocks"]
    live.refresh_from_db()
    assert (block["article"], block["edition"]) == (live.pk, live.live_edition_id)
    assert block["headline"] == "Back: the goat"
    assert block["address"].startswith("http://testserver/film/")
    assert block["picture"]["alt_text"]


def test_words_and_a_picture_of_the_issue_come_before_the_storys_own() -> None:
    asset, story = make_asset(alt_text="A goat in a box office"), published().pk
    block = {
        "kind": "story",
        "article": story,
        "headline": "Own words",
        "standfirst": "And why.",
        "picture": asset.pk,
    }
    (drawn,) = printed_of(make_issue(blocks=[block]))["blocks"]
    assert (drawn["headline"], drawn["standfirst"]) == ("Own words", "And why.")
    assert drawn["picture"]["alt_text"] == "A goat in a box office"
    asset.withheld = True
    asset.save()
    (drawn,) = printed_of(make_issue(blocks=[block]))["blocks"]
    assert asset.key not in str(drawn), "a picture that must not be shown"


def test_text_is_cleaned_its_links_are_complete_and_an_advertisement_says_so() -> None:
    text = {"kind": "text", "html": '<p onclick="x()">See <a href="/film/">our films</a>.<script>x()</script></p>'}
    sponsor = {"kind": "sponsor", "name": "Goat & Sons", "html": "<p>Hay.</p>", "url": "https://hay.example/"}
    issue = make_issue(blocks=[text, {"kind": "heading", "text": "Tonight <b>"}, sponsor])
    letter = Letter.of(issue)
    assert f'<a href="http://testserver/film/#issue-{issue.pk}"' in letter.html
    assert f"our films (http://testserver/film/#issue-{issue.pk})" in letter.text
    assert "x()" not in letter.html
    assert "Tonight &lt;b&gt;" in letter.html
    assert "== Tonight <b> ==" in letter.text
    assert "Advertisement: Goat &amp; Sons" in letter.html
    assert re.search(r'href="https://hay.example/" rel="noopener nofollow sponsored external"', letter.html)
    assert "-- Advertisement: Goat & Sons\nHay." in letter.text


@time_machine.travel("2026-03-02 07:00Z", tick=False)  # links carry when they were made
def test_the_mail_names_the_newsletter_and_carries_all_that_mail_programs_ask_for(settings: Any) -> None:
    settings.DEFAULT_FROM_EMAIL = "Limelight <news@limelight.example>"
    Publication.objects.create(pk=1, name="Limelight")
    newsletter = make_newsletter(name='Zoë’s "Late", <Bcc>')
    make_text(newsletter=newsletter, language="de-AT")
    issue = make_issue(newsletter, subject="Süß\r\nBcc: everybody@example.org", preheader="First lines")
    person = make_subscription(newsletter, "o'neill+late@example.org")
    message = parsed(Letter.of(issue).message_for(person))
    assert message["To"] == "o'neill+late@example.org"
    (sender,) = message["From"].addresses
    assert (sender.display_name, sender.addr_spec) == ("Zoë’s Late, <Bcc>", "news@limelight.example")
    assert message["Subject"] == "Süß Bcc: everybody@example.org"
    assert message["Bcc"] is None
    assert message["List-Id"] == f"<newsletter-{newsletter.pk}.limelight.example>"
    assert message["List-Unsubscribe"] == f"<http://testserver{person.unsubscribe_path()}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Precedence"] == "bulk"
    assert message["Feedback-ID"].startswith(f"issue-{issue.pk}:newsletter-{newsletter.pk}:")
    assert message["Message-ID"].endswith("@limelight.example>")
    assert message["Date"].datetime is not None
    text, html = bodies(message)
    for body in (text, html):
        assert person.unsubscribe_path() in body
        assert person.subscriber.preferences_path() in body
        assert f"http://testserver/newsletter/issues/{issue.pk}/" in body
    assert 'lang="de-AT"' in html
    assert html.index("First lines") < html.index("Limelight")


@time_machine.travel("2026-03-02 07:00Z", tick=False)  # links carry when they were made
@pytest.mark.parametrize("text", HOSTILE_TEXTS)
@pytest.mark.parametrize("name", ["The Evening Letter", 'Zoë “and” Söhne, <late>; \\ "x" =?utf-8?q?y?=', "." * 60])
def test_what_arrives_is_what_the_slow_way_would_have_sent(
    text: str, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.mail.message_id", lambda token: "<one@localhost>")
    newsletter: Newsletter = make_newsletter(name=name, promise="x")
    subject = (text.replace("\n", " ") + "é")[:150]
    issue = make_issue(newsletter, subject=subject, blocks=[{"kind": "text", "html": text}])
    person = make_subscription(newsletter, f"{'long' * 16}@{'sub.' * 40}example.org")
    letter = Letter.of(issue)
    raw = letter.message_for(person)
    quick = parsed(raw)
    slow = parsed(letter.mail_for(person).message().as_bytes())
    for message in (quick, slow):
        del message["Date"], message["Content-Type"]
    # A folded line comes back with the space it was folded at, which means nothing.
    heads = [sorted((key, value.strip()) for key, value in message.items()) for message in (quick, slow)]
    assert heads[0] == heads[1]
    assert bodies(parsed(raw)) == bodies(parsed(letter.mail_for(person).message().as_bytes()))
    assert not quick.defects
    assert raw.isascii()
    assert re.fullmatch(rb"(?:[^\r\n]*\r\n)*", raw), "every line ends as SMTP wants it"
    assert all(len(line) <= 76 for line in raw.partition(b"\r\n\r\n")[2].split(b"\r\n"))
    assert letter.unsubscribe.encode() not in raw


@given(st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"])))
def test_pieces_encoded_apart_are_decoded_as_one(first: str, second: str) -> None:
    whole = binascii.a2b_qp(encoded(first) + b"=\r\n" + encoded(second)).decode()
    assert whole == "".join(re.sub(r"\r\n|\r|\n", "\r\n", part) for part in (first, second))


def test_an_issue_of_twelve_stories_is_lighter_than_60_kb() -> None:
    stories = [published(headline=f"{number} words about a goat that came back " * 2) for number in range(12)]
    issue = make_issue(blocks=[{"kind": "story", "article": one.pk} for one in stories])
    assert len(Letter.of(issue).html.encode()) < 60_000
