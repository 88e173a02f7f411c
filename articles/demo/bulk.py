"""Any number of live stories, for measurements: one shape, our own sentences, the demo's pictures."""

import json
import random
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import VERSION
from articles.models import (
    Article,
    Author,
    Byline,
    Category,
    Edition,
    ImageAsset,
    ImageWithCaption,
    Listed,
    Revision,
    Section,
    Topic,
    search_index,
)
from articles.models.many_rows import Rows, fresh_ids
from articles.workflow import Standing
from newsroom.delivery.purging import purge
from newsroom.delivery.shown import EVERYTHING

CHUNK = 2000  # stories a transaction: few enough to keep memory small and other writers waiting only briefly
APART = timedelta(minutes=37)  # between one story and the next older one

PLACES = [
    "Port Merrin",
    "the Orpheum",
    "Sable Street",
    "the south bank",
    "the Alcazar",
    "Kestrel Quay",
    "the old tram shed",
]
DEEDS = [
    *("thanks a stranger", "returns to the stage", "sells the piano", "learns to whistle", "turns down a crown"),
    *("opens a bakery", "loses a bet", "rehearses in the dark", "finds the missing reel", "plays the second fiddle"),
    *("keeps a promise", "misses the last ferry", "rewrites the ending", "dances on the roof", "names the horse"),
]
TIMES = [
    "on Monday",
    "at midnight",
    "after nine years",
    "before breakfast",
    "between two showings",
    "in the interval",
    "at last",
]
SENTENCES = [
    "{who} had not planned to say anything {when}, and then said it twice.",
    "“We had a lamp, a chair and a good reason,” {who} remembered.",
    "Those who were in {place} {when} still argue about the order of events.",
    "There was rain on the glass, and somebody in the second row was humming.",
    "“It was never about the applause,” said {who}. “It was about the walk home.”",
    "Nobody in {place} had expected the orchestra to stay for supper.",
    "The rehearsals took eleven weeks, four directors and one very long table.",
    "Asked what comes next, {who} looked at the clock and laughed.",
    "The costume had been borrowed from a cousin, and the cousin wants it back.",
    "{when_first}, the doors of {place} stayed open until the last tram had gone.",
    "“You learn a part by forgetting it,” {who} explained, folding the script in half.",
    "A spokesman for {place} would neither confirm nor deny the goat.",
    "The reviews were kind, the weather was not, and the takings lay in between.",
    "By the third verse even the ushers had put down their torches.",
    "“Ask me again when the paint is dry,” {who} said, and it was not a joke.",
]
SUBHEADS = [
    "A long table",
    "What the ushers saw",
    "Between two showings",
    "The walk home",
    "One more verse",
    "Paint and patience",
]


def add(number: int, say: Callable[[str], None]) -> None:
    """Add that many live stories, each older than all there are."""
    shared = Shared()
    site = Listed.objects.filter(kind=Listed.Kind.SITE, owner=0)
    oldest = site.order_by("at", "article").values_list("at", flat=True).first()
    first, begun, done = Article.objects.count(), time.monotonic(), 0
    before = oldest or timezone.now()
    while done < number:
        size = min(CHUNK, number - done)
        add_chunk(shared, first + done, size, before - APART * done)
        done += size
        if done % (CHUNK * 10) == 0 or done == number:
            say(f"{done} of {number} stories, {done / (time.monotonic() - begun):.0f} a second.")
    purge([EVERYTHING])


class Shared:
    """What all the stories are made of, read once."""

    def __init__(self) -> None:
        self.categories = [(one, asdict(one.label())) for one in Category.objects.all()]
        self.authors = [(one, portrait_of(one)) for one in Author.objects.select_related("portrait")]
        self.topics = [(one, asdict(one.label())) for one in Topic.objects.order_by("name")]
        assets = ImageAsset.objects.filter(ready_key=models.F("key"), width__gt=models.F("height"))
        self.pictures = [(one, asdict(one.picture(alt_text=one.alt_text or one.title))) for one in assets]


def portrait_of(author: Author) -> dict[str, Any] | None:
    portrait = author.portrait
    return asdict(portrait.picture(decorative=True)) if portrait and portrait.is_ready else None


class Chunk:
    """The rows of some stories."""

    def __init__(self) -> None:
        self.editions = Rows(Edition, with_id=True)
        self.articles = Rows(Article, with_id=True)
        self.sections = Rows(Section, with_id=True)
        self.revisions, self.bylines, self.listed = Rows(Revision), Rows(Byline), Rows(Listed)
        self.pictures = Rows(ImageWithCaption)
        self.article_topics = Rows(Article.topics.through)
        self.edition_topics, self.edition_authors = Rows(Edition.topics.through), Rows(Edition.authors.through)
        self.found: list[tuple[int, str, str, str]] = []  # by search
        self.noted: list[search_index.DeskEntry] = []  # by search at the desk

    def write(self) -> None:
        for one in vars(self).values():
            if isinstance(one, Rows):
                one.write()
        search_index.add(self.found)
        search_index.note(self.noted)


@transaction.atomic
def add_chunk(shared: Shared, first: int, size: int, before: datetime) -> None:
    """Write `size` stories, the newest one step older than `before`. `first` numbers the sentences they are made of."""
    chunk, section_ids = Chunk(), iter(fresh_ids(Section, size * 3))
    for index, (article, edition) in enumerate(zip(fresh_ids(Article, size), fresh_ids(Edition, size), strict=True)):
        story(shared, chunk, first + index, article, edition, section_ids, before - APART * (index + 1))
    chunk.write()


def story(
    shared: Shared, chunk: Chunk, number: int, article: int, edition: int, section_ids: Iterator[int], when: datetime
) -> None:
    """Append all rows of one story, the same for the same number."""
    pick, at = random.Random(number), connection.ops.adapt_datetimefield_value(when)
    category, category_label = shared.categories[number % len(shared.categories)]
    author, portrait = pick.choice(shared.authors)
    chosen = sorted(pick.sample(range(len(shared.topics)), min(2, len(shared.topics))))  # by name, as they are
    about = [shared.topics[one] for one in chosen]
    names = {"who": about[0][0].name if about else author.name, "place": pick.choice(PLACES)}
    moment = pick.choice(TIMES)
    names |= {"when": moment, "when_first": moment.capitalize()}
    sentences = iter([one.format_map(names) for one in pick.choices(SENTENCES, k=24)])

    headline = f"{names['who']} {pick.choice(DEEDS)} {moment}"
    standfirst = f"{next(sentences)} What happened in {names['place']}, story {number}"
    slug = slugify(headline)[:80].strip("-")
    bodies = [f"<p>{' '.join(islice(sentences, 4))}</p><p>{' '.join(islice(sentences, 3))}</p>" for _ in range(3)]
    used = pick.sample(shared.pictures, min(2, len(shared.pictures)))
    captions = list(islice(sentences, len(used)))
    printed = [{**picture, "caption": caption} for (_, picture), caption in zip(used, captions, strict=True)]
    parts: list[dict[str, Any]] = []
    for position, body in enumerate(bodies):
        subhead = SUBHEADS[(number + position) % len(SUBHEADS)] if position else ""
        anchor = subhead.lower().replace(" ", "-")
        pictures = printed[1:2] if position == 1 else []
        section = next(section_ids)
        key = uuid.UUID(int=section, version=4)
        chunk.sections.add(
            id=section, article_id=article, key=key.hex, position=position, subhead=subhead, anchor=anchor, body=body
        )
        parts.append(
            {
                "key": str(key),
                "kind": "text",
                "subhead": subhead,
                "anchor": anchor,
                "body": body,
                "layout": "stack",
                "url": "",
                "title": "",
                "text": "",
                "source": "",
                "pictures": pictures,
            }
        )
        if pictures:
            chunk.pictures.add(section_id=section, **use(used[1][0], captions[1]))
    if used:
        chunk.pictures.add(lead_of_id=article, **use(used[0][0], captions[0]))
    credit = {
        "author": author.pk,
        "name": author.name,
        "slug": author.slug,
        "role": "words",
        "job_title": author.job_title,
        "portrait": portrait,
    }
    lead = printed[0] if printed else None
    data = {
        "headline": headline,
        "slug": slug,
        "standfirst": standfirst,
        "kicker": "",
        "working_title": "",
        "category": category_label,
        "bylines": [credit],
        "lead": lead,
        "sections": parts,
        "topics": [label for _, label in about],
        "version": VERSION,
    }
    document = json.dumps(data)
    words = "\n".join(part["subhead"] + "\n" + part["body"][3:-4].replace("</p><p>", "\n") for part in parts)
    text = "\n".join([words, *captions, author.name])
    shown = {"headline": headline, "standfirst": standfirst, "slug": slug, "category_id": category.pk}
    chunk.articles.add(
        id=article,
        **shown,
        created_at=at,
        saved_at=at,
        revision_number=1,
        live_revision=1,
        live_edition_id=edition,
        first_published_at=at,
        last_published_at=at,
    )
    chunk.editions.add(
        id=edition,
        article_id=article,
        number=1,
        document=document,
        **shown,
        card=json.dumps({"picture": lead, "writers": [author.name]}),
        published_at=at,
        text=text,
        first_published_at=at,
    )
    chunk.found.append((article, headline, standfirst, text))
    chunk.noted.append(search_index.desk_entry(article, data, owners=[None], saved_at=when, standing=Standing.LIVE))
    chunk.revisions.add(article_id=article, number=1, document=document, saved_at=at, saved_by_name=author.name)
    chunk.bylines.add(article_id=article, author_id=author.pk, job_title=author.job_title)
    chunk.edition_authors.add(edition_id=edition, author_id=author.pk)
    places = [(Listed.Kind.SITE, 0), (Listed.Kind.CATEGORY, category.pk), (Listed.Kind.AUTHOR, author.pk)]
    for topic, _ in about:
        chunk.article_topics.add(article_id=article, topic_id=topic.pk)
        chunk.edition_topics.add(edition_id=edition, topic_id=topic.pk)
        places.append((Listed.Kind.TOPIC, topic.pk))
    for kind, owner in places:
        chunk.listed.add(kind=kind.value, owner=owner, at=at, article_id=article)


def use(asset: ImageAsset, caption: str) -> dict[str, Any]:
    return {"asset_id": asset.pk, "caption": caption, "alt_text": asset.alt_text or asset.title}
