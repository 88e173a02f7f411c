"""schema.org descriptions for machines, from the same data as the page."""

import json
from datetime import datetime
from typing import Any

from django.templatetags.static import static
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.document import Document, Label, Picture
from articles.models import Author
from articles.renditions import address, largest
from newsroom.addresses import absolute
from newsroom.models import Publication

Data = dict[str, Any]

ABOUT = {"person": "Person", "work": "CreativeWork", "organisation": "Organization", "place": "Place"}
_UNSAFE = str.maketrans({"<": "\\u003C", ">": "\\u003E", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def script(data: Data) -> SafeString:
    """The element that holds `data`. No word of it can end the element: < > & are written as escapes."""
    text = json.dumps(data, ensure_ascii=False).translate(_UNSAFE)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')


def moment(value: datetime) -> str:
    """ISO 8601 in the publication's zone, with its offset and without microseconds."""
    return timezone.localtime(value).isoformat(timespec="seconds")


def image(picture: Picture, shape: str) -> Data:
    width, height = largest(shape, picture.width, picture.height)
    data = {
        "@type": "ImageObject",
        "url": absolute(address(picture.key, shape, width, "jpg")),
        "width": width,
        "height": height,
        "caption": picture.caption or picture.alt_text,
        "creditText": picture.credit,
        "copyrightNotice": picture.copyright_notice,
    }
    return {name: value for name, value in data.items() if value != ""}


def publisher(publication: Publication) -> Data:
    return {
        "@type": "NewsMediaOrganization",
        "@id": absolute("/#publisher"),
        "name": publication.name,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": absolute(static("img/icon-512.png")), "width": 512, "height": 512},
    }


def topic(label: Label) -> Data:
    return {"@type": ABOUT.get(label.kind, "Thing"), "name": label.title, "url": absolute(label.url)}


def trail(*steps: tuple[str, str]) -> Data:
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": name, "item": absolute(path)}
            for number, (name, path) in enumerate(steps, 1)
        ],
    }


def news_article(
    document: Document, path: str, publication: Publication, published_at: datetime, updated_at: datetime | None
) -> Data:
    picture = document.lead or next(iter(document.pictures()), None)
    article: Data = {
        "@type": "NewsArticle",
        "@id": absolute(f"{path}#article"),
        "url": absolute(path),
        "mainEntityOfPage": absolute(path),
        "headline": document.headline,
        "datePublished": moment(published_at),
        "dateModified": moment(updated_at or published_at),
        "author": [
            {"@type": "Person", "name": one.name, "url": absolute(one.url)}
            | ({"jobTitle": one.job_title} if one.job_title else {})
            for one in document.writers
        ],
        "publisher": publisher(publication),
        "isAccessibleForFree": True,
        "inLanguage": "en-GB",
    }
    if document.standfirst:
        article["description"] = document.standfirst
    if picture:
        article["image"] = [image(picture, shape) for shape in ("square", "standard", "wide")]
    if document.topics:
        article["about"] = [topic(label) for label in document.topics]
    steps = [(publication.name, "/")]
    if document.category:
        article["articleSection"] = document.category.title
        steps.append((document.category.title, document.category.url))
    return {"@context": "https://schema.org", "@graph": [article, trail(*steps, (document.headline, path))]}


def home(publication: Publication) -> Data:
    site = {
        "@type": "WebSite",
        "name": publication.name,
        "url": absolute("/"),
        "publisher": {"@id": absolute("/#publisher")},
    }
    return {"@context": "https://schema.org", "@graph": [publisher(publication), site]}


def profile(author: Author) -> Data:
    person: Data = {"@type": "Person", "name": author.name, "url": absolute(author.get_absolute_url())}
    if author.job_title:
        person["jobTitle"] = author.job_title
    if author.bio:
        person["description"] = author.bio
    if author.portrait and author.portrait.is_ready:
        person["image"] = image(author.portrait.picture(), "square")["url"]
    if links := [link.url for link in author.links.all()]:
        person["sameAs"] = links
    return {"@context": "https://schema.org", "@type": "ProfilePage", "mainEntity": person}
