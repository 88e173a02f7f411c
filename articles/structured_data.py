"""schema.org descriptions for machines, from the same data as the page."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.document import Credit, Document, Label, Note, Part, Picture
from articles.embeds import video
from articles.models import Author, Category, Edition, Topic
from articles.renditions import address, largest
from articles.workflow import ChangeKind
from newsroom.addresses import absolute
from newsroom.html import plain
from newsroom.models import Publication

Data = dict[str, Any]

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"
# An event stays a Thing: an Event without its day and place is a fault to search engines, and a topic has neither.
ABOUT = {"person": "Person", "work": "CreativeWork", "organisation": "Organization", "place": "Place"}
CUTS = ("square", "standard", "wide")  # what search engines choose from: 1×1, 4×3 and 16×9
_UNSAFE = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script(data: Data) -> SafeString:
    """The element that holds `data`. No word of it can end the element: < > & are written as escapes."""
    text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def moment(value: datetime) -> str:
    """ISO 8601 in the publication's zone, with its offset and without microseconds."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def given(data: Data) -> Data:
    """The data without what is empty: an empty property is a wrong one."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def numbered(path: str, number: int) -> str:
    """The address of a page of a list."""
    return f"{path}?page={number}" if number > 1 else path


# -- parts -----------------------------------------------------------------------------------------------------------


def image(picture: Picture, shape: str) -> Data:
    width, height = largest(shape, picture.width, picture.height)
    url = absolute(address(picture.key, shape, width, "jpg"))
    return given(
        {
            "@type": "ImageObject",
            "url": url,
            "contentUrl": url,
            "width": width,
            "height": height,
            "caption": picture.caption or picture.alt_text,
            "creator": {"@type": "Person", "name": picture.photographer} if picture.photographer else None,
            "creditText": picture.credit,
            "copyrightNotice": picture.copyright_notice,
        }
    )


def publisher(publication: Publication) -> Data:
    """Who publishes. Its policies belong here, each as the complete address of its page."""
    return given(
        {
            "@type": "NewsMediaOrganization",
            "@id": absolute("/#publisher"),
            "name": publication.name,
            "url": absolute("/"),
            "description": publication.description,
            "slogan": publication.tagline,
            "email": publication.contact,
            "logo": logo(publication),
            "correctionsPolicy": absolute(publication.policy("corrections_policy") or "/corrections/"),
            "publishingPrinciples": policy(publication, "ethics_policy"),
            "ethicsPolicy": policy(publication, "ethics_policy"),
            "ownershipFundingInfo": policy(publication, "ownership_policy"),
            "actionableFeedbackPolicy": policy(publication, "feedback"),
            "sameAs": [one["address"] for one in publication.social],
        }
    )


def policy(publication: Publication, name: str) -> str:
    address = publication.policy(name)
    return absolute(address) if address else ""


def logo(publication: Publication) -> Data:
    """The logo if there is one, else the icon; the product's own before anybody uploaded either."""
    if publication.logo:
        size = {"width": publication.logo["width"], "height": publication.logo["height"]}
        return {"@type": "ImageObject", "url": absolute(publication.logo["address"]), **size}
    address = publication.icon.get("512") or static("img/icon-512.png")
    return {"@type": "ImageObject", "url": absolute(address), "width": 512, "height": 512}


def website(publication: Publication) -> Data:
    return given(
        {
            "@type": "WebSite",
            "@id": absolute("/#website"),
            "name": publication.name,
            "url": absolute("/"),
            "description": publication.description,
            "inLanguage": LANGUAGE,
            "publisher": {"@id": absolute("/#publisher")},
            "potentialAction": {
                "@type": "SearchAction",
                "target": {"@type": "EntryPoint", "urlTemplate": absolute("/search/?q={search_term_string}")},
                "query-input": "required name=search_term_string",
            },
        }
    )


def writer(credit: Credit) -> Data:
    return given(
        {"@type": "Person", "name": credit.name, "url": absolute(credit.url), "jobTitle": credit.job_title},
    )


def label(topic: Label) -> Data:
    return {"@type": ABOUT.get(topic.kind, "Thing"), "name": topic.title, "url": absolute(topic.url)}


def moving_picture(part: Part, document: Document, published_at: datetime) -> Data | None:
    """A video of the story; None without a poster, since a search engine takes none without a picture."""
    player = video(part.url)
    if player is None or not part.pictures:
        return None
    return {
        "@type": "VideoObject",
        "name": part.title or document.headline,
        "description": part.pictures[0].caption or part.subhead or document.standfirst or document.headline,
        "thumbnailUrl": [image(part.pictures[0], shape)["url"] for shape in CUTS],
        "uploadDate": moment(published_at),
        "embedUrl": player.player,
        "url": player.page,
    }


def trail(*steps: tuple[str, str]) -> Data:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


# -- pages -----------------------------------------------------------------------------------------------------------


def news_article(
    document: Document,
    path: str,
    publication: Publication,
    published_at: datetime,
    updated_at: datetime | None,
    notes: Sequence[Note] = (),
) -> Data:
    picture = document.lead or next(iter(document.pictures()), None)
    told = f"{document.headline} {document.standfirst}".casefold()
    mentions = [one for one in document.topics if one.title.casefold() not in told]
    about = [one for one in document.topics if one not in mentions] or mentions[:1]
    steps = [(publication.name, "/")]
    if document.category:
        steps.append((document.category.title, document.category.url))
    disclosed = document.disclosures
    article = {
        "@type": "AdvertiserContentArticle" if disclosed.commercial == "sponsored" else "NewsArticle",
        "@id": absolute(f"{path}#article"),
        "url": absolute(path),
        "mainEntityOfPage": {"@type": "WebPage", "@id": absolute(path)},
        "headline": document.headline,
        "description": document.standfirst,
        "image": [image(picture, shape) for shape in CUTS] if picture else [],
        "datePublished": moment(published_at),
        "dateModified": moment(updated_at or published_at),
        "author": [writer(one) for one in document.writers],
        "contributor": [writer(one) for one in document.helpers],
        "publisher": publisher(publication),
        "isPartOf": {"@type": "WebSite", "@id": absolute("/#website"), "name": publication.name, "url": absolute("/")},
        "articleSection": document.category.title if document.category else "",
        "keywords": [one.title for one in document.topics],
        "about": [label(one) for one in about],
        "mentions": [label(one) for one in mentions if one not in about],
        "video": [
            found
            for part in document.sections
            if part.kind == "video" and (found := moving_picture(part, document, published_at))
        ],
        "sponsor": {"@type": "Organization", "name": disclosed.sponsor}
        if disclosed.commercial == "sponsored"
        else None,
        "backstory": " ".join(
            one for one in (disclosed.sentence, disclosed.ai_sentence if disclosed.uses_ai else "") if one
        ),
        "correction": [
            {"@type": "CorrectionComment", "text": note.text, "datePublished": moment(note.moment)}
            for note in notes
            if ChangeKind(note.kind).needs_note
        ],
        "wordCount": sum(len(plain(part.body).split()) + len(part.text.split()) for part in document.sections),
        "isAccessibleForFree": True,
        "inLanguage": LANGUAGE,
    }
    return {"@context": CONTEXT, "@graph": [given(article), trail(*steps, (document.headline, path))]}


def home(publication: Publication) -> Data:
    return {"@context": CONTEXT, "@graph": [publisher(publication), website(publication)]}


def collection(owner: Category | Topic, stories: Sequence[Edition], publication: Publication, number: int = 1) -> Data:
    """A category's or a topic's page: what it is about and which stories are on page `number` of it."""
    path, subject = owner.get_absolute_url(), None
    if isinstance(owner, Topic):
        subject = label(owner.label()) | given(
            {
                "description": owner.description,
                "alternateName": owner.aliases,
                "birthDate": owner.born.isoformat() if owner.born else "",
                "deathDate": owner.died.isoformat() if owner.died else "",
            }
        )
    here = absolute(numbered(path, number))
    items = [
        {"@type": "ListItem", "position": place, "name": story.headline, "url": absolute(story.get_absolute_url())}
        for place, story in enumerate(stories, 1)
    ]
    page = {
        "@type": "CollectionPage",
        "@id": here,
        "url": here,
        "name": str(owner),
        "description": owner.description,
        "inLanguage": LANGUAGE,
        "about": subject,
        "isPartOf": {"@type": "WebSite", "@id": absolute("/#website"), "name": publication.name, "url": absolute("/")},
        "publisher": publisher(publication),
        "mainEntity": {"@type": "ItemList", "itemListElement": items} if items else None,
    }
    return {"@context": CONTEXT, "@graph": [given(page), trail((publication.name, "/"), (str(owner), path))]}


def profile(author: Author, publication: Publication) -> Data:
    path, portrait = author.get_absolute_url(), author.portrait
    person = {
        "@type": "Person",
        "@id": absolute(f"{path}#person"),
        "name": author.name,
        "url": absolute(path),
        "jobTitle": author.job_title,
        "description": author.bio,
        "image": image(portrait.picture(), "square")["url"] if portrait and portrait.is_ready else "",
        "worksFor": publisher(publication),
        "sameAs": [link.url for link in author.links.all()],
    }
    page = {"@type": "ProfilePage", "@id": absolute(path), "url": absolute(path), "mainEntity": given(person)}
    return {"@context": CONTEXT, "@graph": [page, trail((publication.name, "/"), (author.name, path))]}
