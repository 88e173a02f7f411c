"""Every public page type by name, on a small site that has one of each. A new page type is a line of PAGES."""

import itertools
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from articles.document import Part, Picture
from articles.models import Article, Author, AuthorLink, Category, Edition, ImageAsset, Topic
from articles.pictures import accept
from articles.tests.factories import make_article, make_author, make_category, make_topic
from articles.workflow import ChangeKind
from newsletter import signup
from newsletter.models import ConsentRecord, ConsentText, Subscriber
from newsletter.tests.factories import make_newsletter, make_text
from newsroom.models import Page as PlainPage
from newsroom.models import Publication

BULK = 24  # stories in Film: two pages of the category and of the search


@dataclass(frozen=True)
class Site:
    """What was made, and where it is served."""

    address: str
    everything: Edition  # a story with one of everything a story may have
    formats: dict[str, Edition]  # one of each format but the ordinary one
    bare: Edition  # no lead picture, no standfirst, one paragraph
    long: Edition  # the longest words and headline there may be
    short: Edition
    gone: Article
    film: Category
    empty: Category
    person: Topic
    work: Topic
    author: Author
    text: ConsentText
    readers: tuple["Reader", ...]


@dataclass(frozen=True)
class Reader:
    """Somebody who signed up to the newsletter: where the links in her mail lead."""

    confirm: str
    unsubscribe: str
    preferences: str


@dataclass(frozen=True)
class PageType:
    path: Callable[[Site], str]
    status: int = 200


PAGES = {
    "article": PageType(lambda site: site.everything.get_absolute_url()),
    "photo-led story": PageType(lambda site: site.formats["photo"].get_absolute_url()),
    "gallery story": PageType(lambda site: site.formats["gallery"].get_absolute_url()),
    "video-led story": PageType(lambda site: site.formats["video"].get_absolute_url()),
    "interview": PageType(lambda site: site.formats["interview"].get_absolute_url()),
    "list": PageType(lambda site: site.formats["list"].get_absolute_url()),
    "article without lead picture": PageType(lambda site: site.bare.get_absolute_url()),
    "article of long words": PageType(lambda site: site.long.get_absolute_url()),
    "article of few words": PageType(lambda site: site.short.get_absolute_url()),
    "home": PageType(lambda site: "/"),
    "category": PageType(lambda site: site.film.get_absolute_url()),
    "category, page 2": PageType(lambda site: f"{site.film.get_absolute_url()}?page=2"),
    "empty category": PageType(lambda site: site.empty.get_absolute_url()),
    "topic": PageType(lambda site: site.work.get_absolute_url()),
    "person": PageType(lambda site: site.person.get_absolute_url()),
    "author": PageType(lambda site: site.author.get_absolute_url()),
    "feeds": PageType(lambda site: "/feeds/"),
    "feeds of a category": PageType(lambda site: f"{site.film.get_absolute_url()}feeds/"),
    "search": PageType(lambda site: "/search/"),
    "search results": PageType(lambda site: "/search/?q=harbour"),
    "search without results": PageType(lambda site: "/search/?q=zyxwv"),
    "newsletter": PageType(lambda site: "/newsletter/"),
    "one newsletter": PageType(lambda site: site.text.newsletter.get_absolute_url()),
    "sign-up refused": PageType(
        lambda site: f"/meant/posted/newsletter/sign-up/?email=nell@example&consent_text={site.text.pk}", 422
    ),
    "sign-up, nearly done": PageType(lambda site: "/newsletter/thanks/"),
    "link that does not work": PageType(lambda site: "/newsletter/confirm/no-such-link/", 404),
    "confirm": PageType(lambda site: site.readers[0].confirm),
    "confirmed": PageType(lambda site: f"/meant/posted{site.readers[1].confirm}"),
    "unsubscribe": PageType(lambda site: site.readers[0].unsubscribe),
    "unsubscribed": PageType(lambda site: f"/meant/posted{site.readers[2].unsubscribe}"),
    "preferences": PageType(lambda site: site.readers[0].preferences),
    "preferences saved": PageType(lambda site: f"/meant/posted{site.readers[3].preferences}"),
    "corrections": PageType(lambda site: "/corrections/"),
    "about": PageType(lambda site: "/about/"),
    "plain page": PageType(lambda site: "/about/how-we-work/"),
    "data protection": PageType(lambda site: "/newsletter/data-protection/"),
    "not found": PageType(lambda site: "/nothing/here/", 404),
    "gone": PageType(lambda site: f"/film/{site.gone.pk}/gone/", 410),
    "broken": PageType(lambda site: "/meant/broken/", 500),
    "forbidden": PageType(lambda site: "/meant/forbidden/", 403),
    "forged": PageType(lambda site: "/meant/forged/", 403),
    "unreadable": PageType(lambda site: "/meant/unreadable/", 400),
}

SENTENCES = (
    "The harbour lights went out at nine, and the band played on in the dark. ",
    "Nobody had told the brass section, who were at supper. ",
    "“We danced anyway,” she said, and would not say with whom. ",
)
PROSE = f"<p>{''.join(SENTENCES)}</p><p>{''.join(reversed(SENTENCES))}</p>"
RICH = (
    "<p>It was said <em>before</em> the <strong>opening</strong>, and <a href='https://example.org/'>a neighbour</a> "
    "heard it.</p><ul><li>The lamp</li><li>The goat</li></ul><ol><li>First</li></ol>"
    "<blockquote><p>Not a word of it.</p></blockquote><h3>Afterwards</h3>" + PROSE
)


def build(address: str) -> Site:
    Publication.objects.update_or_create(
        pk=1,
        defaults={
            "name": "Limelight",
            "tagline": "Film, music, stage and the people who make them",
            "description": "Stories from both sides of the curtain.",
            "footer": "Limelight is made by people who stay for the credits.",
            "contact": "desk@example.org",
            "social": [{"label": "Mastodon", "address": "https://social.example/@limelight"}],
            "footer_links": [{"label": "Work with us", "address": "https://example.org/jobs"}],
        },
    )
    PlainPage.objects.create(
        title="How we work", slug="how-we-work", summary="Who checks what.", body=RICH, is_live=True
    )
    for name in ("Celebrity News", "Music", "Stage", "Television"):
        make_category(name)
    film, empty = make_category("Film", description="What is on, and what is worth it."), make_category("Royalty")
    wide, tall, small = pictures = (
        drawn("wide.png", 2000, 1333),
        drawn("tall.png", 1200, 1600),
        drawn("small.png", 560, 420),
    )
    author = make_author("Mara Quill", bio=SENTENCES[0] * 3, portrait=tall, email="mara@example.org")
    AuthorLink.objects.create(author=author, label="Mastodon", url="https://example.org/@mara")
    person = make_topic("Isolde Vane", description=SENTENCES[0], aliases=["Izzy Vane"], born=date(1988, 3, 4))
    work = make_topic("The Salt Season", kind="work", description=SENTENCES[1])
    byline = author.credit("words", author.job_title)
    helper = make_author("Tobias Lark", job_title="Photographer").credit("pictures", "Photographer")
    topics = (person.label(), work.label())
    label = film.label()

    def use(asset: ImageAsset, caption: str = "The company on the last night, before the lamps were lit") -> Picture:
        """One more picture like that: a browser that has a file of one already would not choose another."""
        return another(asset).picture(caption=caption, alt_text="Four dancers bow before a dark curtain")

    hours = itertools.count(1)

    def publish(**changes: Any) -> Edition:
        """One story; each is an hour older than the one before."""
        story = make_article(**{"category": label, "bylines": (byline,), "topics": topics, **changes})
        return story.publish(by=None, at=timezone.now() - timedelta(hours=next(hours)))

    everything = publish(
        headline="Isolde Vane returns to the stage, and the stage gives way",
        kicker="Exclusive",
        standfirst="Ten years after the fire she is back in the house that made her, with a score nobody has heard.",
        bylines=(byline, helper),
        lead=use(wide),
        sections=(
            Part(key="", body=PROSE),
            Part(key="", subhead="A long night", body=RICH, pictures=(use(wide),)),
            Part(key="", subhead="Two at the door", body=PROSE, layout="pair", pictures=(use(tall), use(tall))),
            Part(key="", subhead="The rehearsal", body=PROSE, pictures=(use(tall),)),
            Part(
                key="",
                subhead="In pictures",
                body=PROSE,
                layout="gallery",
                pictures=(use(wide, "First"), use(tall, "Second"), use(small, "Third"), use(wide, "Fourth")),
            ),
            Part(key="", subhead="On film", body=PROSE),
            Part(
                key="",
                kind="video",
                url="https://youtu.be/abcdefghijk",
                title="The trailer",
                source="Harbour Films",
                pictures=(use(wide),),
            ),
            Part(key="", kind="quote", text="“We danced anyway, and the roof held.”", source="Isolde Vane"),
            Part(key="", kind="post", url="https://x.com/a/1", text="Coat returned.", source="Tobias Lark"),
            Part(key="", body=PROSE),
        ),
    )
    everything = everything.article.publish(
        by=None,
        change=ChangeKind.CORRECTION,
        note="An earlier version said that the house opened in 1913. It opened in 1931.",
    )
    formats = {}
    formats["photo"] = publish(format="photo", headline="The whole harbour, once a year", lead=use(wide))
    trailer = Part(key="", kind="video", url="https://youtu.be/abcdefghijk", title="The trailer", pictures=(use(wide),))
    formats["video"] = publish(
        format="video", headline="The trailer is here", sections=(Part(key="", body=PROSE), trailer)
    )
    asked = f"<p><strong>When did you first hear it?</strong></p>{PROSE}<p><strong>And then?</strong></p><p>“Tea.”</p>"
    formats["interview"] = publish(
        format="interview", headline="Isolde Vane has a question", lead=use(tall), sections=(Part(key="", body=asked),)
    )
    formats["list"] = publish(
        format="list",
        headline="Six lamps, in order of brightness",
        lead=use(wide),
        sections=tuple(
            Part(key="", subhead=name, body=PROSE, pictures=(use(wide),) if number == 1 else ())
            for number, name in enumerate(("", "Port", "Starboard", "The kitchen", "The other kitchen"))
        ),
    )
    formats["gallery"] = publish(
        format="gallery",
        headline="Every coat of the Salt Season, in the order they were lost",
        lead=use(wide),
        sections=(
            Part(key="", body=PROSE),
            Part(
                key="",
                subhead="The coats",
                layout="gallery",
                pictures=tuple(use((wide, tall)[number % 2], f"Coat {number}") for number in range(6)),
            ),
        ),
    )
    bare = publish(headline="No picture came of the lamp", sections=(Part(key="", body=PROSE),), topics=())
    word = "Floccinaucinihilipilificationantidisestablishmentarianism"
    long = publish(
        headline=f"{word} and the {'very ' * 17}long evening of everybody who ever worked in it",
        kicker="A kicker that goes on for rather longer than it",
        standfirst=f"{SENTENCES[0] * 3}{word}{word}"[:400],
        lead=use(wide, f"{SENTENCES[0] * 4}{word}{word}"[:500]),
        sections=(
            *(
                Part(key="", subhead=f"{number} {word} {SENTENCES[1]}"[:150], body=f"<p>{word * 6}</p>{PROSE}")
                for number in range(9)
            ),
            Part(key="", kind="quote", text=word * 4, source=word * 2),
            Part(key="", kind="post", url="https://x.com/a/1", text=word * 5, source=word * 2),
        ),
    )
    short = publish(headline="Out", sections=(Part(key="", body="<p>Yes.</p>"),), lead=use(small))
    gone = make_article(category=label)
    gone.publish(by=None)
    gone.withdraw(by=None, reason="It was about somebody else.")
    for number in range(BULK):
        publish(
            headline=f"The harbour at {number % 12 + 1} o’clock, and who was there to see it {number + 1} times",
            standfirst=SENTENCES[number % 3] if number % 4 else "",
            lead=use(pictures[number % 3]) if number % 5 else None,
        )
    text = make_text(
        newsletter=make_newsletter(name="The Evening Letter"),
        sentence="Yes, mail me the letter, as the data protection notice says. You can unsubscribe at any time.",
    )
    return Site(
        address=address,
        everything=everything,
        formats=formats,
        bare=bare,
        long=long,
        short=short,
        gone=gone,
        film=film,
        empty=empty,
        person=person,
        work=work,
        author=author,
        text=text,
        readers=tuple(reader(f"nell.{number}@example.org", text) for number in range(4)),
    )


def drawn(name: str, width: int, height: int) -> ImageAsset:
    """A picture of the library with all its files. Its colours run from edge to edge."""
    falling = Image.linear_gradient("L").resize((width, height))
    image, file = Image.merge("RGB", (falling, falling.rotate(180), Image.new("L", (width, height), 90))), BytesIO()
    image.save(file, "PNG")
    asset = accept(SimpleUploadedFile(name, file.getvalue(), "image/png"), by=None, credit="Iris Bloom/Limelight")
    assert asset.make_renditions(), asset.failure
    return asset


def another(asset: ImageAsset) -> ImageAsset:
    """A picture of its own with that one's files, which took a second to make."""
    made = ImageAsset.objects.get(pk=asset.pk)
    made.pk, made.sha256 = None, f"{ImageAsset.objects.count():064}"
    made.ready_key = made.key
    made.save(force_insert=True)
    old, new = (Path(settings.RENDITIONS_ROOT) / key[:2] / key for key in (asset.key, made.key))
    if not new.exists():  # it is there from a site that was built before in this process
        shutil.copytree(old, new, copy_function=os.link)
    return made


def reader(email: str, text: ConsentText) -> Reader:
    signup.sign_up(email, [text], page="/newsletter/", address="203.0.113.7")
    subscriber = Subscriber.objects.get(email=email)
    subscription = subscriber.subscriptions.get()
    return Reader(
        ConsentRecord.objects.get(subscriber=subscriber).confirm_path(),
        subscription.unsubscribe_path(),
        subscriber.preferences_path(),
    )
