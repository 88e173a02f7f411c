"""What RSS 2.0, Media RSS, Atom (RFC 4287, RFC 6721) and JSON Feed 1.1 demand: functions that return what is broken."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import parsedate_to_datetime
from html.parser import HTMLParser
from typing import Any

ATOM = "{http://www.w3.org/2005/Atom}"
TOMB = "{http://purl.org/atompub/tombstones/1.0}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
KNOWN = (ATOM, TOMB, CONTENT, DC, MEDIA)

RFC_822 = re.compile(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}"
    r" \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)"
)
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ABSOLUTE = re.compile(r"https?://[^\s/]+(?:/\S*)?")

CHANNEL = {
    *("title", "link", "description", "language", "copyright", "managingEditor", "webMaster", "pubDate"),
    *("lastBuildDate", "category", "generator", "docs", "cloud", "ttl", "image", "textInput", "skipHours", "skipDays"),
    "item",
}
ITEM = {"title", "link", "description", "author", "category", "comments", "enclosure", "guid", "pubDate", "source"}


def _text(element: ET.Element, path: str) -> str:
    return (element.findtext(path) or "").strip()


def _names(element: ET.Element) -> Counter[str]:
    return Counter(child.tag for child in element)


def _whole(text: str | None) -> bool:
    return bool(ABSOLUTE.fullmatch(text or ""))


def _rfc_822(text: str) -> datetime | None:
    return parsedate_to_datetime(text) if RFC_822.fullmatch(text) else None


def _rfc_3339(text: str) -> datetime | None:
    return datetime.fromisoformat(text) if RFC_3339.fullmatch(text) else None


def _namespaces(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag.startswith("{") and not element.tag.startswith(KNOWN):
            yield f"{element.tag} is of a namespace nobody expects"


# -- RSS -------------------------------------------------------------------------------------------------------------


def rss_faults(content: bytes, address: str) -> list[str]:
    root = ET.fromstring(content)
    faults = list(_namespaces(root))
    if root.tag != "rss" or root.get("version") != "2.0":
        faults.append("the root is not rss 2.0")
    if [child.tag for child in root] != ["channel"]:
        return [*faults, "rss holds something else than one channel"]
    return [*faults, *_channel(root[0], address)]


def _channel(channel: ET.Element, address: str) -> Iterator[str]:
    counts = _names(channel)
    for name in ("title", "link", "description"):
        if counts[name] != 1 or not _text(channel, name):
            yield f"the channel needs exactly one {name} with words"
    for name, count in counts.items():
        if not name.startswith("{") and name not in CHANNEL:
            yield f"a channel has no {name}"
        if count > 1 and name not in ("item", "category") and not name.startswith("{"):
            yield f"the channel has {count} of {name}"
    if not _whole(_text(channel, "link")):
        yield "the channel's link is not complete"
    own = [link for link in channel.iter(f"{ATOM}link") if link.get("rel") == "self"]
    if [link.get("href") for link in own] != [address]:
        yield "the channel does not say its own address once"
    if not re.fullmatch(r"[a-z]{2}(?:-[a-z]{2})?", _text(channel, "language")):
        yield "the language is none"
    if not _text(channel, "ttl").isdigit():
        yield "the ttl is no number of minutes"
    if (image := channel.find("image")) is not None:
        yield from _image(image, channel)
    built = _rfc_822(_text(channel, "lastBuildDate"))
    if built is None:
        yield "lastBuildDate is no RFC 822 date"
    stories = channel.findall("item")
    dates = [date for story in stories if (date := _rfc_822(_text(story, "pubDate")))]
    if len(dates) != len(stories) or dates != sorted(dates, reverse=True):
        yield "the items have no dates, or are not newest first"
    if built and dates and built < dates[0]:
        yield "the feed was built before its newest item"
    ids = [_text(story, "guid") for story in stories]
    if len(ids) != len(set(ids)):
        yield "two items share a guid"
    for story in stories:
        yield from _item(story)


def _image(image: ET.Element, channel: ET.Element) -> Iterator[str]:
    if not _whole(_text(image, "url")) or not _text(image, "url").endswith((".png", ".jpg", ".gif")):
        yield "the channel's image is no PNG, JPEG or GIF with a complete address"
    if (_text(image, "title"), _text(image, "link")) != (_text(channel, "title"), _text(channel, "link")):
        yield "the image's title and link are not the channel's"
    if not 0 < int(_text(image, "width") or 88) <= 144 or not 0 < int(_text(image, "height") or 31) <= 400:
        yield "the image is larger than RSS allows"


def _item(item: ET.Element) -> Iterator[str]:
    counts = _names(item)
    for name, count in counts.items():
        if not name.startswith("{") and name not in ITEM:
            yield f"an item has no {name}"
        if count > 1 and name not in ("category", f"{DC}creator", f"{MEDIA}content"):
            yield f"an item has {count} of {name}"
    for name in ("title", "link", "guid", "pubDate", f"{CONTENT}encoded", f"{DC}creator"):
        if not _text(item, name):
            yield f"an item has no {name}"
    if not _whole(_text(item, "link")):
        yield "an item's link is not complete"
    guid = item.find("guid")
    if guid is None or guid.get("isPermaLink") != "false":
        yield "a guid that is no lasting address must say so"
    yield from html_faults(_text(item, f"{CONTENT}encoded"))
    yield from html_faults(_text(item, "description"))
    for media in item.findall(f"{MEDIA}content"):
        yield from _media(media)


def _media(media: ET.Element) -> Iterator[str]:
    if not _whole(media.get("url")):
        yield "media:content has no complete address"
    if media.get("medium") not in {"image", "audio", "video", "document", "executable"}:
        yield "media:content has a medium that there is not"
    if not re.fullmatch(r"[a-z]+/[a-z0-9.+-]+", media.get("type") or ""):
        yield "media:content has no type"
    for one in (media, *media.findall(f"{MEDIA}thumbnail")):
        if not _whole(one.get("url")) or not all((one.get(side) or "").isdigit() for side in ("width", "height")):
            yield f"{one.tag} has no address or no size"
    for one in media.findall(f"{MEDIA}credit"):
        if not (one.text or "").strip() or not one.get("role"):
            yield "media:credit names nobody, or not for what"
    for one in media.findall(f"{MEDIA}description"):
        if one.get("type") not in ("plain", "html"):
            yield "media:description is neither plain nor html"


# -- Atom ------------------------------------------------------------------------------------------------------------


def atom_faults(content: bytes, address: str) -> list[str]:
    root = ET.fromstring(content)
    if root.tag != f"{ATOM}feed":
        return ["the root is no feed"]
    return [*_namespaces(root), *_feed(root, address)]


def _feed(feed: ET.Element, address: str) -> Iterator[str]:
    yield from _common(feed, "the feed")
    for name in ("icon", "logo", "subtitle", "generator", "rights"):
        if _names(feed)[f"{ATOM}{name}"] > 1:
            yield f"the feed has several of {name}"
    if not feed.get("{http://www.w3.org/XML/1998/namespace}lang"):
        yield "the feed says no language"
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [address]:
        yield "the feed does not say its own address once"
    entries = feed.findall(f"{ATOM}entry")
    ids = [_text(entry, f"{ATOM}id") for entry in entries]
    if len(ids) != len(set(ids)):
        yield "two entries share an id"
    newest = _rfc_3339(_text(feed, f"{ATOM}updated"))
    for entry in entries:
        yield from _common(entry, "an entry")
        yield from _entry(entry)
        updated = _rfc_3339(_text(entry, f"{ATOM}updated"))
        if newest and updated and updated > newest:
            yield "an entry is newer than the feed"
    for gone in feed.findall(f"{TOMB}deleted-entry"):
        if not _whole(gone.get("ref")) or not _rfc_3339(gone.get("when") or ""):
            yield "a deleted entry has no id or no time"
        if set(gone.attrib) != {"ref", "when"} or [one.tag for one in gone] != [f"{TOMB}comment"]:
            yield "a deleted entry says something else than which, when and how"
        if gone.get("ref") in ids:
            yield "an entry is both there and deleted"


def _common(element: ET.Element, called: str) -> Iterator[str]:
    counts = _names(element)
    for name in ("id", "title", "updated"):
        if counts[f"{ATOM}{name}"] != 1 or not _text(element, f"{ATOM}{name}"):
            yield f"{called} needs exactly one {name}"
    if not _whole(_text(element, f"{ATOM}id")):
        yield f"{called}'s id is no IRI"
    if _rfc_3339(_text(element, f"{ATOM}updated")) is None:
        yield f"{called}'s updated is no RFC 3339 date"
    seen = set()
    for link in element.findall(f"{ATOM}link"):
        if not _whole(link.get("href")):
            yield f"{called} has a link that is not complete"
        if link.get("rel") == "alternate" and (key := (link.get("type"), link.get("hreflang"))) in seen:
            yield f"{called} has two alternates of {key}"
        elif link.get("rel") == "alternate":
            seen.add(key)
    if not seen:
        yield f"{called} has no page"
    for person in (*element.findall(f"{ATOM}author"), *element.findall(f"{ATOM}contributor")):
        named = _names(person)
        if named[f"{ATOM}name"] != 1 or not _text(person, f"{ATOM}name") or named[f"{ATOM}uri"] > 1:
            yield f"{called} has a person without a name"
        if named[f"{ATOM}uri"] and not _whole(_text(person, f"{ATOM}uri")):
            yield f"{called} has a person whose address is not complete"
    for category in element.findall(f"{ATOM}category"):
        if not (category.get("term") or "").strip():
            yield f"{called} has a category without a term"


def _entry(entry: ET.Element) -> Iterator[str]:
    counts = _names(entry)
    for name in ("content", "summary", "published", "source", "rights"):
        if counts[f"{ATOM}{name}"] > 1:
            yield f"an entry has several of {name}"
    if not counts[f"{ATOM}author"]:
        yield "an entry has no author"
    published = _rfc_3339(_text(entry, f"{ATOM}published"))
    updated = _rfc_3339(_text(entry, f"{ATOM}updated"))
    if published is None or (updated and published > updated):
        yield "an entry was published at no time, or after its update"
    for name in ("content", "summary"):
        element = entry.find(f"{ATOM}{name}")
        if element is not None and (element.get("type") != "html" or len(element)):
            yield f"{name} is not HTML written as text"
        if element is not None:
            yield from html_faults(element.text or "")


# -- JSON Feed -------------------------------------------------------------------------------------------------------

FEED_KEYS = {
    *("version", "title", "home_page_url", "feed_url", "description", "user_comment", "next_url", "icon", "favicon"),
    *("authors", "language", "expired", "hubs", "items"),
}
ITEM_KEYS = {
    *("id", "url", "external_url", "title", "content_html", "content_text", "summary", "image", "banner_image"),
    *("date_published", "date_modified", "authors", "tags", "language", "attachments"),
}


def json_faults(feed: Any, address: str) -> list[str]:
    return list(_json_feed(feed, address))


def _json_feed(feed: Any, address: str) -> Iterator[str]:
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "the version is not 1.1"
    if not feed.get("title") or not isinstance(feed.get("items"), list):
        yield "title and items are demanded"
    if feed.get("feed_url") != address:
        yield "feed_url is not the feed's address"
    yield from (f"a feed has no {key}" for key in feed.keys() - FEED_KEYS if not key.startswith("_"))
    for key in ("home_page_url", "feed_url", "icon", "favicon"):
        if not _whole(feed.get(key)):
            yield f"{key} is not complete"
    yield from _json_authors(feed)
    ids = [item.get("id") for item in feed["items"]]
    if len(ids) != len(set(ids)):
        yield "two items share an id"
    for item in feed["items"]:
        yield from _json_item(item)


def _json_item(item: Any) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "an item has no id that is text"
    if not item.get("content_html"):
        yield "an item has no content"
    yield from (f"an item has no {key}" for key in item.keys() - ITEM_KEYS if not key.startswith("_"))
    yield from (f"{key} is empty" for key, value in item.items() if value in ("", None, [], {}))
    for key in ("url", "image", "banner_image"):
        if key in item and not _whole(item[key]):
            yield f"{key} is not complete"
    for key in ("date_published", "date_modified"):
        if _rfc_3339(item.get(key, "")) is None:
            yield f"{key} is no RFC 3339 date"
    if not all(isinstance(tag, str) and tag for tag in item.get("tags", [])):
        yield "a tag is no text"
    yield from _json_authors(item)
    yield from html_faults(item.get("content_html", ""))


def _json_authors(holder: Any) -> Iterator[str]:
    for author in holder.get("authors", [None]):
        if not isinstance(author, dict) or not author.get("name") or not _whole(author.get("url")):
            yield "an author has no name or no complete address"


# -- the full text ---------------------------------------------------------------------------------------------------


class _FullText(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"script", "style", "iframe", "form", "object", "embed", "link", "meta", "base"}:
            self.faults.append(f"<{tag}> in the text")
        for name, value in given.items():
            if name.startswith(("on", "data-")) or name in ("style", "srcset", "loading"):
                self.faults.append(f"{name} on <{tag}>")
            if name in ("href", "src", "cite") and not re.match(r"(?:https?://[^/\s]|mailto:|tel:)", value or ""):
                self.faults.append(f"{name}={value} is not complete")
        if tag == "img" and not {"src", "alt", "width", "height"} <= given.keys():
            self.faults.append("a picture without its size or alternative text")


def html_faults(text: str) -> list[str]:
    parser = _FullText()
    parser.feed(text)
    parser.close()
    return parser.faults
