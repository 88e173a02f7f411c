"""After any deed, the pages that are purged are those that changed: none is stale, and few are purged for nothing.

The site of these tests has 180 stories and lists of several pages. Every public page, feed and sitemap is read before
a deed and after it; what differs must have been purged.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from articles.document import Credit, Disclosures, Looks
from articles.models import Article, Author, AuthorLink, Category, ImageAsset, Redaction, Topic
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_topic, make_user
from articles.tests.site import Site, addresses, send_an_issue, site_of, with_body, written
from articles.tests.truth import Truth
from articles.workflow import ChangeKind
from newsletter.models import Newsletter
from newsletter.tests.factories import make_text
from newsroom.models import Page, Publication
from newsroom.tests.readers import Reader

STORIES = 180
NEEDLESS = 0.05  # of all pages, for a correction of a body text


def after(deed: Callable[[Site], object], site: Site, truth: Truth) -> tuple[int, int, int]:
    """Do it, and look at every page. Returns how many there are, how many were purged and how many for nothing.

    Fails when a page that was not purged is not what it would be now.
    """
    every = 1 if deed in LOOKED_AT_WHOLE and connection.vendor == "sqlite" else 7
    before = {address: site.reader.get(address) for address in addresses(every)}
    site.clock.shift(60)
    with site.committed(execute=True):
        deed(site)
    truth.look()
    if deed in MOVES_THE_CLOCK:
        truth.forget()
    purged = needless = kept = 0
    for address in addresses(every):
        old = before.get(address)
        if old is None or "surrogate-key" not in old.headers:
            continue
        site.reader.rendered.clear()
        got = site.reader.get(address)
        kept += 1
        if site.reader.rendered:
            purged += 1
            needless += (got.status, got.text) == (old.status, old.text)
        else:
            assert (got.status, got.text) == truth.of(address), f"{address} is stale after {deed.__name__}"
    return kept, purged, needless


# -- deeds -----------------------------------------------------------------------------------------------------------


def correcting_the_text_of_a_new_story(site: Site) -> None:
    with_body(site.stories()[site.pick.randrange(20)], "A word was missing.").publish(by=None)


def correcting_the_text_of_an_old_story(site: Site) -> None:
    with_body(site.stories()[site.pick.randrange(60, 180)], "A word was missing.").publish(by=None)


def confessing_a_mistake(site: Site) -> None:
    story = with_body(site.stories()[site.pick.randrange(36)], "It was nine.")
    story.publish(by=None, change=ChangeKind.CORRECTION, note="It was nine, not ten.")


def giving_a_new_headline(site: Site) -> None:
    written(site.stories()[site.pick.randrange(24)], headline="Another headline").publish(by=None)


def giving_an_old_story_a_new_address(site: Site) -> None:
    written(site.stories()[site.pick.randrange(60, 180)], slug="another-address").publish(by=None)


def changing_the_lead_picture(site: Site) -> None:
    picture = ImageAsset.objects.order_by("pk")[1].picture(caption="The door", alt_text="A door")
    written(site.stories()[site.pick.randrange(8)], lead=picture).publish(by=None)


def giving_it_another_headline_on_cards(site: Site) -> None:
    story = site.stories()[site.pick.randrange(8)]
    written(story, looks=Looks(card_headline="Shorter on a card")).publish(by=None)


def telling_that_it_was_paid_for(site: Site) -> None:
    told = Disclosures(commercial="sponsored", sponsor="Acme")
    written(site.stories()[site.pick.randrange(8)], disclosures=told).publish(by=None)


def hiding_words_that_were_removed(site: Site) -> None:
    story = next(one for one in site.stories() if one.live_edition and one.live_edition.number > 1)
    assert story.live_edition
    Redaction.hide_before(story, story.live_edition.number, by=make_user(), reason="The court.")


def saving_without_publishing(site: Site) -> None:
    written(site.stories()[0], headline="Nobody is to read this yet")


def publishing_a_story(site: Site) -> None:
    topics = tuple(one.label() for one in site.pick.sample(list(Topic.objects.all()), 2))
    author = site.pick.choice(list(Author.objects.all()))
    make_article(
        headline="Fresh from the stage",
        category=site.pick.choice(list(Category.objects.all())).label(),
        topics=topics,
        bylines=(Credit(author.pk, author.name, author.slug, "words", author.job_title),),
    ).publish(by=None)


def publishing_the_first_story_of_a_topic_and_an_author(site: Site) -> None:
    make_article(headline="A first", topics=(make_topic("Nobody’s yet").label(),)).publish(by=None)


def publishing_on_schedule(site: Site) -> None:
    story = make_article(headline="At its minute")
    story.schedule(timezone.now() + timedelta(seconds=30), by=make_user())
    site.clock.shift(30)
    assert publish_due() == 1


def withdrawing_a_new_story(site: Site) -> None:
    site.stories()[site.pick.randrange(10)].withdraw(by=None)


def withdrawing_an_old_story(site: Site) -> None:
    site.stories()[site.pick.randrange(90, 150)].withdraw(by=None)


def withdrawing_the_only_story_of_a_topic(site: Site) -> None:
    Article.objects.live().get(headline="A first").withdraw(by=None)


def publishing_it_again(site: Site) -> None:
    Article.objects.get(headline="A first").publish(by=None)


def moving_a_story_to_another_category(site: Site) -> None:
    story = site.stories()[site.pick.randrange(5, 30)]
    other = site.pick.choice(list(Category.objects.exclude(articles=story)))
    written(story, category=other.label()).publish(by=None)


def giving_a_story_other_topics_and_another_author(site: Site) -> None:
    author = site.pick.choice(list(Author.objects.all()))
    written(
        site.stories()[site.pick.randrange(120)],
        topics=tuple(one.label() for one in site.pick.sample(list(Topic.objects.all()), 3)),
        bylines=(Credit(author.pk, author.name, author.slug, "words", "Editor"),),
    ).publish(by=None)


def renaming_an_author(site: Site) -> None:
    author = site.pick.choice(list(Author.objects.all()))
    author.name, author.slug = "Perpetua Lisle", "perpetua-lisle"
    author.save()


def giving_an_author_a_link_and_taking_it_away(site: Site) -> None:
    one, other = Author.objects.all()[:2]
    AuthorLink.objects.create(author=one, label="Instagram", url="https://example.com/lisle")
    AuthorLink.objects.create(author=other, label="Mastodon", url="https://example.com/other")
    AuthorLink.objects.filter(author=other).delete()


def moving_the_focal_point_of_a_portrait(site: Site) -> None:
    portrait = Author.objects.exclude(portrait=None)[0].portrait
    assert portrait
    portrait.change(focal_x=0.2)


def renaming_a_category(site: Site) -> None:
    category = site.pick.choice(list(Category.objects.all()))
    category.title, category.slug = "Television", "television"
    category.save()


def describing_a_category(site: Site) -> None:
    category = site.pick.choice(list(Category.objects.filter(in_menu=True)))
    category.description = "All that moves"
    category.save()


def taking_a_category_from_the_menu(site: Site) -> None:
    category = Category.objects.filter(in_menu=True)[1]
    category.in_menu = False
    category.save()


def telling_more_about_a_topic(site: Site) -> None:
    topic = site.pick.choice(list(Topic.objects.all()))
    topic.description, topic.born, topic.slug = "A singer.", date(1990, 12, 1), "a-singer"
    topic.save()


def deleting_a_topic(site: Site) -> None:
    site.pick.choice(list(Topic.objects.all())).delete()


def deleting_topics_from_their_list(site: Site) -> None:
    Topic.objects.filter(pk__in=Topic.objects.values("pk")[:2]).delete()


def describing_the_publication(site: Site) -> None:
    publication = Publication.current()
    publication.tagline = "All the stage"
    publication.save()


def giving_the_publication_a_menu_of_its_own(site: Site) -> None:
    publication = Publication.current()
    publication.menu = [{"label": "The stage", "address": "/film/"}]
    publication.save()


def writing_a_plain_page(site: Site) -> None:
    Page.objects.create(title="Our ethics", slug="ethics", body="<p>Be fair.</p>", is_live=True)


def changing_a_plain_page(site: Site) -> None:
    page = Page.objects.get(slug="ethics")
    page.body, page.in_footer = "<p>Be fair and quick.</p>", False
    page.save()


def deleting_plain_pages(site: Site) -> None:
    Page.objects.all().delete()


def wording_the_sign_up_anew(site: Site) -> None:
    make_text(newsletter=Newsletter.objects.all()[0])


def renaming_a_newsletter(site: Site) -> None:
    newsletter = Newsletter.objects.all()[0]
    newsletter.name = newsletter.sign_up_heading = "The Evening"
    newsletter.save()


def giving_a_newsletter_another_address(site: Site) -> None:
    newsletter = Newsletter.objects.all()[0]
    newsletter.slug = "every-evening"
    newsletter.save()


def sending_another_issue(site: Site) -> None:
    send_an_issue()


def waiting_for_two_days(site: Site) -> None:
    site.clock.shift(timedelta(days=2))


def waiting_for_the_next_year(site: Site) -> None:
    site.clock.shift(timedelta(days=45))


# Every deed that changes what readers see, in an order in which each finds what it needs.
WITH_STORIES: list[Callable[[Site], object]] = [
    correcting_the_text_of_a_new_story,
    correcting_the_text_of_an_old_story,
    confessing_a_mistake,
    giving_a_new_headline,
    giving_an_old_story_a_new_address,
    changing_the_lead_picture,
    giving_it_another_headline_on_cards,
    telling_that_it_was_paid_for,
    hiding_words_that_were_removed,
    saving_without_publishing,
    publishing_a_story,
    publishing_the_first_story_of_a_topic_and_an_author,
    publishing_on_schedule,
    withdrawing_a_new_story,
    withdrawing_an_old_story,
    withdrawing_the_only_story_of_a_topic,
    publishing_it_again,
    moving_a_story_to_another_category,
    giving_a_story_other_topics_and_another_author,
]
WITH_ALL_ELSE: list[Callable[[Site], object]] = [
    renaming_an_author,
    giving_an_author_a_link_and_taking_it_away,
    moving_the_focal_point_of_a_portrait,
    renaming_a_category,
    describing_a_category,
    taking_a_category_from_the_menu,
    telling_more_about_a_topic,
    deleting_a_topic,
    deleting_topics_from_their_list,
    describing_the_publication,
    writing_a_plain_page,
    changing_a_plain_page,
    deleting_plain_pages,
    wording_the_sign_up_anew,
    renaming_a_newsletter,
    giving_a_newsletter_another_address,
    sending_another_issue,
    waiting_for_two_days,
    giving_the_publication_a_menu_of_its_own,
    waiting_for_the_next_year,
]


# The deeds of every hour, after which every page is looked at; after the others at one in seven.
LOOKED_AT_WHOLE = [
    correcting_the_text_of_a_new_story,
    correcting_the_text_of_an_old_story,
    giving_a_new_headline,
    publishing_a_story,
    withdrawing_a_new_story,
]
MOVES_THE_CLOCK = [waiting_for_two_days, waiting_for_the_next_year]


@pytest.fixture
def site(reader: Reader, django_capture_on_commit_callbacks: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    categories = ("Film", "Music", "Royalty", "Style")
    committed = django_capture_on_commit_callbacks
    with site_of(STORIES, timedelta(hours=13), categories, 3, 6, reader, committed, monkeypatch) as built:
        yield built


@pytest.mark.parametrize(
    "deeds", [WITH_STORIES, pytest.param(WITH_ALL_ELSE, marks=pytest.mark.any_database)], ids=["stories", "all else"]
)
def test_after_any_deed_no_page_is_stale_and_few_were_purged_for_nothing(
    site: Site, deeds: list[Callable[[Site], object]]
) -> None:
    print(f"\n{'after …':<62} pages  purged  of these unchanged")
    truth = Truth()
    # What PostgreSQL may answer differently are lists, which the deeds of every hour ask for.
    for deed in deeds if connection.vendor == "sqlite" else LOOKED_AT_WHOLE:
        pages, purged, needless = after(deed, site, truth)
        print(f"{deed.__name__.replace('_', ' '):<62} {pages:>5} {purged:>7} {needless:>7}")
        if "correcting_the_text" in deed.__name__:
            assert needless <= NEEDLESS * pages
    truth.proved()
    print(f"{truth.rendered} pages were rendered to know what is true, and {truth.known} had not to be")
