"""How a story looks where it is told of: on cards, in search, on social media."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from articles.comparing import compare
from articles.document import Document, Looks
from articles.models import Article
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from articles.tests.test_desk import form_of

pytestmark = pytest.mark.django_db

LOOKS = Looks(
    card_headline="Short for a card",
    search_title="What people search for",
    search_description="What the result says",
    social_headline="What friends click on",
)


def test_each_place_shows_its_own_words_and_pictures_and_the_story_keeps_its_headline(client: Client) -> None:
    card, social = make_picture(caption="", alt_text=""), make_picture(caption="", alt_text="")
    article = make_article(
        headline="The headline",
        standfirst="The standfirst.",
        lead=make_picture(),
        looks=replace(LOOKS, card_picture=card, social_picture=social),
    )
    edition = article.publish(by=None)

    page = client.get(edition.get_absolute_url()).text
    front = client.get("/film/").text

    assert "<h1>The headline</h1>" in page
    assert "<title>What people search for – " in page
    assert '<meta name="description" content="What the result says">' in page
    assert '<meta property="og:title" content="What friends click on">' in page
    assert f"{social.key}/social-" in page
    assert '"headline":"The headline"' in page.replace('": "', '":"')
    assert "Short for a card" in front
    assert "The headline</a>" not in front
    assert card.key in front
    feed = client.get("/feed/").text
    assert "<title>The headline</title>" in feed
    assert "Short for a card" not in feed


def test_a_story_without_looks_is_told_of_as_it_is(client: Client) -> None:
    edition = make_article(headline="The headline", standfirst="The standfirst.").publish(by=None)
    page = client.get(edition.get_absolute_url()).text
    assert "<title>The headline – " in page
    assert '<meta property="og:title" content="The headline">' in page
    assert '<meta name="description" content="The standfirst.">' in page
    assert "headline" not in edition.card


def test_what_was_saved_before_there_were_looks_still_loads() -> None:
    old = make_article().document().to_json()
    del old["looks"]
    assert Document.from_json(old).looks == Looks()


def test_looks_are_saved_compared_and_restored_through_the_form() -> None:
    desk, user = Client(), make_user("Editor")
    desk.force_login(user)
    article, asset = make_article(), make_asset(alt_text="A pier at night")
    fields = form_of(desk, article) | {"card_headline": "  Short  one ", "social_picture": str(asset.pk)}
    desk.post(article.get_absolute_url(), fields)

    looks = Article.objects.get().document().looks

    assert looks.card_headline == "Short one"
    assert looks.social_picture is not None
    assert (looks.social_picture.asset, looks.social_picture.alt_text) == (asset.pk, "A pier at night")
    first, second = (Document.from_json(article.revisions.get(number=n).document) for n in (1, 2))
    assert [one.what for one in compare(first, second).fields] == ["Headline on cards", "Picture on social media"]
    article.restore(article.revisions.get(number=1), by=user)
    assert Article.objects.get().document().looks == Looks()
    article.restore(article.revisions.get(number=2), by=user)
    asset.delete()
    assert Article.objects.get().document().looks == Looks(card_headline="Short one")  # the story's picture again


def test_a_picture_for_elsewhere_must_be_ready_and_credited() -> None:
    bare = make_picture(asset=make_asset(credit="", ready=False))
    article = make_article(looks=Looks(card_picture=bare, social_picture=make_picture()))
    assert article.problems() == {
        "card_picture-credit": "The picture for cards has no credit: add it in the picture library.",
        "card_picture-asset": "The picture for cards could not be prepared; upload it again or choose another.",
    }


def test_the_desk_sees_what_is_typed_as_it_would_look_elsewhere() -> None:
    desk = Client()
    desk.force_login(make_user("Editor"))
    fields = form_of(desk, make_article()) | {
        "preview_of": "elsewhere",
        "headline": "A headline",
        "search_title": "word " * 30,
        "social_headline": "<b>Clicked</b>",
        "card_headline": "On the card",
    }
    page = desk.post(reverse("admin:articles_article_preview"), fields)
    assert "word …" in page.text
    assert "about 60 are shown" in page.text
    assert "&lt;b&gt;Clicked&lt;/b&gt;" in page.text
    assert 'class="card card-grid' in page.text
    assert "On the card" in page.text
    assert "frame-ancestors 'self'" in page.headers["Content-Security-Policy"]
    fields["category"] = ""
    assert "Choose the category first" in desk.post(reverse("admin:articles_article_preview"), fields).text
