"""How a story looks where it is told of: on cards, in search, on social media."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.comparing import compare
from articles.document import Document, Looks
from articles.models import Article, search_index
from articles.taking_back import take_back
from articles.tests.factories import make_article, make_asset, make_picture, make_user
from articles.tests.test_autosave import Tab, now, opened_by_two
from articles.tests.test_desk import form_of

pytestmark = pytest.mark.django_db

LOOKS = Looks(
    card_headline="Short for a card",
    search_title="What people search for",
    search_description="What the result says",
    social_headline="What friends click on",
    newsletter_headline="What comes by mail",
)


def test_each_place_shows_its_own_words_and_pictures_and_the_story_keeps_its_headline(client: Client) -> None:
    card, social, mailed = (make_picture(caption="", alt_text="") for _ in range(3))
    article = make_article(
        headline="The headline",
        standfirst="The standfirst.",
        lead=make_picture(),
        looks=replace(LOOKS, card_picture=card, social_picture=social, newsletter_picture=mailed),
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
    for shown in (page, front, feed):
        assert "What comes by mail" not in shown
        assert mailed.key not in shown


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
    other = make_picture(asset=make_asset(credit=""))
    article = make_article(looks=Looks(card_picture=bare, social_picture=make_picture(), newsletter_picture=other))
    assert article.problems() == {
        "newsletter_picture-credit": "The picture for the newsletter has no credit: add it in the picture library.",
        "card_picture-credit": "The picture for cards has no credit: add it in the picture library.",
        "card_picture-asset": "The picture for cards is being prepared for readers: try again in a moment.",
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


def mails_in(page: str) -> list[str]:
    return [unescape(one) for one in re.findall(r'srcdoc="([^"]*)"', page)]


def test_the_desk_sees_the_story_as_the_newsletter_draws_it_in_light_and_dark_mail_programs(settings: Any) -> None:
    settings.SITE_URL = "https://readers.example.org"
    desk = Client()
    desk.force_login(make_user("Editor"))
    lead, own = make_asset(alt_text="A pier at night"), make_asset(alt_text="A stage door", ready=False)
    fields = form_of(desk, make_article()) | {
        "preview_of": "elsewhere",
        "headline": "A headline",
        "slug": "a-headline",
        "standfirst": "The standfirst.",
        "newsletter_headline": "<b>By mail</b>",
        "newsletter_picture": str(own.pk),
        "lead-asset": str(lead.pk),
    }
    page = desk.post(reverse("admin:articles_article_preview"), fields)

    light, dark = mails_in(page.text)

    for mail in (light, dark):
        assert "&lt;b&gt;By mail&lt;/b&gt;</a></h2>" in mail
        assert "The standfirst.</p>" in mail
        assert 'href="https://readers.example.org/film/a-headline/"' in mail
        picture = reverse("admin:articles_imageasset_large", args=[own.pk])  # it is not prepared for readers yet
        assert f'<img src="{picture}" width="504" height="284" alt="A stage door"' in mail
        assert "prefers-color-scheme" not in mail
        assert "<script" not in mail
    assert "@media not all {" in light
    assert "@media all {" in dark
    assert "style-src 'self' 'unsafe-inline'" in page.headers["Content-Security-Policy"]
    assert "script-src 'self';" in page.headers["Content-Security-Policy"] + ";"  # its parts come in any order
    light, _ = mails_in(
        desk.post(
            reverse("admin:articles_article_preview"), fields | {"newsletter_headline": "", "newsletter_picture": ""}
        ).text
    )
    assert "A headline</a></h2>" in light
    assert f'src="/media/{lead.key[:2]}/{lead.key}/wide-640.jpg"' in light


def test_what_is_too_long_to_print_is_saved_and_stops_publishing() -> None:
    desk, user = Client(), make_user("Editor")
    desk.force_login(user)
    article = make_article()
    typed = {"search_title": "t" * 201, "search_description": "d" * 401, "card_headline": "c" * 200}
    typed |= {"newsletter_headline": "n" * 201}
    desk.post(article.get_absolute_url(), form_of(desk, article) | typed)
    article = Article.objects.get()
    assert {name: article.document().at(name) for name in typed} == typed
    assert article.problems() == {
        "search_title": "The title in search is too long: 201 characters, at most 200 are printed.",
        "search_description": "The description in search is too long: 401 characters, at most 400 are printed.",
        "newsletter_headline": "The headline in the newsletter is too long: 201 characters, at most 200 are printed.",
    }


def test_two_who_change_different_looks_have_both_and_the_other_form_is_told() -> None:
    asset = make_asset(alt_text="A pier at night")
    first, second, article = opened_by_two()
    first.autosave(card_headline="Noor’s", social_picture=str(asset.pk))
    said = second.autosave(search_title="Otto’s")
    assert said["conflicts"] == []
    changes = {one["place"]: one["value"] for one in said["changes"]}
    assert changes["card_headline"] == "Noor’s"
    assert (changes["social_picture"]["asset"], set(changes)) == (asset.pk, {"card_headline", "social_picture"})
    looks = now(article).looks
    assert (looks.card_headline, looks.search_title, looks.social_picture.asset) == ("Noor’s", "Otto’s", asset.pk)
    assert Document.from_json(Article.objects.get().revisions.latest("number").document) == now(article)


def test_two_headlines_for_cards_are_both_kept_until_somebody_chooses() -> None:
    first, second, article = opened_by_two()
    first.autosave(card_headline="Noor’s")
    (conflict,) = second.autosave(card_headline="Otto’s", search_title="Otto’s, too")["conflicts"]
    assert (conflict["label"], conflict["mine"], conflict["theirs"]) == ("Headline on cards", "Otto’s", "Noor’s")
    assert (now(article).looks.card_headline, now(article).looks.search_title) == ("Noor’s", "Otto’s, too")
    second.choose(conflict["id"], "mine")
    assert now(article).looks.card_headline == "Otto’s"


def test_of_two_pictures_for_cards_one_is_chosen() -> None:
    noors, ottos = make_asset(), make_asset()
    first, second, article = opened_by_two()
    first.autosave(card_picture=str(noors.pk))
    (conflict,) = second.autosave(card_picture=str(ottos.pk))["conflicts"]
    assert second.choose(conflict["id"], "both").status_code == 422
    second.choose(conflict["id"], "mine")
    assert now(article).looks.card_picture.asset == ottos.pk


def test_an_autosave_asks_nothing_more_for_pictures_chosen_before() -> None:
    desk = Client()
    desk.force_login(make_user("Editor"))
    article = make_article(looks=Looks(card_picture=make_picture(), social_picture=make_picture()))
    tab = Tab(desk, article)
    tab.autosave(kicker="First of its sitting")
    with CaptureQueriesContext(connection) as asked:
        tab.autosave(card_headline="Short")
    found = [one["sql"] for one in asked if 'FROM "articles_imageasset"' in one["sql"]]
    assert len(found) == 1, "\n".join(found)  # whether they are ready, for what stands in the way of publishing
    assert now(article).looks.card_picture == article.document().looks.card_picture


def test_one_look_is_taken_back_and_the_others_stay() -> None:
    noor = make_user()
    article = make_article()
    old = article.document()
    article.write(replace(old, looks=replace(LOOKS, social_picture=make_picture())), by=noor)
    compared = {one.what: one for one in compare(old, article.document()).fields}
    assert "".join(run.text for run in compared["Title in search"].runs) == "What people search for"
    assert compared["Picture on social media"].pictures[0].now == article.document().looks.social_picture
    for place in ("social_picture", "search_title"):
        take_back(article, place, old, called="version 1", by=noor)
    assert article.document().looks == replace(LOOKS, search_title="")


def test_the_desk_finds_a_story_by_the_words_it_has_elsewhere() -> None:
    article = make_article(looks=LOOKS)
    assert "What friends click on" in search_index.desk_text(article.revisions.get().document).splitlines()
