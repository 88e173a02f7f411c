"""What the readers' templates ask for."""

import re
from calendar import isleap
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils import timezone
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from articles import keys, structured_data
from articles.document import Document, Picture
from articles.embeds import Video, network, video
from articles.models import Category, Edition, StoryList, Topic
from articles.picture_places import SIZES, gallery_place, pair_place
from articles.renditions import address, largest, sizes
from newsroom import addresses, html
from newsroom.delivery.shown import shows, true_until
from newsroom.models import Publication

register = template.Library()
register.simple_tag(gallery_place)
register.simple_tag(pair_place)


@register.simple_tag(takes_context=True)
def publication(context: Context) -> Publication:
    """The publication, asked for once a page."""
    found = context.get("publication")
    return found if isinstance(found, Publication) else Publication.current()


@register.simple_tag(takes_context=True)
def menu(context: Context, publication: Publication) -> list[tuple[str, str, bool]]:
    """The main menu: label, address, and whether the page stands under it. Without one of its own, the categories."""
    if publication.menu:
        entries = [(one["label"], one["address"]) for one in publication.menu]
    else:
        shows(keys.CATEGORIES)
        entries = [(one.title, one.get_absolute_url()) for one in Category.objects.filter(in_menu=True)]
    current = getattr(context.get("category"), "get_absolute_url", str)()
    return [(label, address, address == current) for label, address in entries]


@register.simple_tag
@lru_cache(maxsize=64)
def icon(name: str) -> SafeString:
    """A sign of the site's own set. It says nothing: the words beside it do."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("img/icons.svg"),
        name,
    )


_DOUBLE = re.compile(r"(?<!\S)[^\s<>&]*\w-\w[^\s<>&]*")
LONGEST_UNBROKEN = 16  # letters; a longer word may have to break on a phone


@register.filter
def unbroken(headline: str) -> SafeString:
    """A headline whose double names and hyphened words stay on one line: “thank-you”, not “thank-” and “you”."""

    def keep(match: re.Match[str]) -> str:
        word = match[0]
        return f'<span class="nobr">{word}</span>' if len(word) <= LONGEST_UNBROKEN else word

    return mark_safe(_DOUBLE.sub(keep, escape(headline)))


@register.simple_tag
def latest_stories() -> list[Edition]:
    """Four ways on for who found nothing."""
    return StoryList.site().newest(4)


@register.filter
def absolute(path: str) -> str:
    return addresses.absolute(path)


@register.filter
def moment(value: datetime) -> str:
    """For `datetime` attributes: with the offset, without microseconds, which would make it invalid."""
    return structured_data.moment(value)


@register.filter
def day_and_time(value: datetime) -> str:
    return f"{timezone.localtime(value):%-d %B %Y, %H:%M %Z}"


@register.filter
def day(value: datetime) -> str:
    """For lists: “18 November”, with the year when it is another than this."""
    local, now = timezone.localtime(value), timezone.localtime()
    true_until(new_year(now, 1), since=new_year(now))
    return f"{local:%-d %B}" if local.year == now.year else f"{local:%-d %B %Y}"


@register.filter
def rich_text(text: str, paid: bool = False) -> SafeString:
    """The one place where a story's HTML is trusted: saving, publishing and previewing cleaned it."""
    return mark_safe(html.with_rel(text, paid=paid))


_QUESTION = re.compile(r"<p>(<strong>(?:(?!</?strong>|</p>).)*</strong>)</p>", re.DOTALL)


@register.filter
def interview(text: str, paid: bool = False) -> SafeString:
    """A story's HTML with the questions, paragraphs that are bold from end to end, set apart."""
    return mark_safe(_QUESTION.sub(r'<p class="question">\1</p>', rich_text(text, paid)))


@register.simple_tag
def picture(
    picture: Picture, shape: str = "full", place: str = "text", lead: bool = False, alt: str | None = None
) -> SafeString:
    """A picture in every width and format it was made in. `alt` replaces its own text, as where a headline says it."""
    if alt is None:
        alt = "" if picture.decorative else picture.alt_text
    before, after = around_alt(picture.key, picture.width, picture.height, shape, place, lead)
    return mark_safe(f"{before}{escape(alt)}{after}")


@lru_cache(maxsize=4096)
def around_alt(key: str, width: int, height: int, shape: str, place: str, lead: bool) -> tuple[str, str]:
    """The markup of a picture before and after its alternative text. It follows from the picture, so it is kept."""
    steps = sizes(shape, width, height)
    avif, jpeg = (srcset(key, shape, extension, steps) for extension in ("avif", "jpg"))
    plain_width, plain_height = next((step for step in steps if step[0] >= 640), steps[-1])
    before = format_html(
        '<picture><source type="image/avif" srcset="{}" sizes="{}">'
        '<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="',
        avif,
        SIZES[place],
        address(key, shape, plain_width, "jpg"),
        jpeg,
        SIZES[place],
        plain_width,
        plain_height,
    )
    manner = 'fetchpriority="high"' if lead else 'loading="lazy" decoding="async"'
    return before, f'" {manner}></picture>'


@register.simple_tag
def caption(picture: Picture, number: str = "") -> SafeString:
    """What stands under a picture: its words and its credit, told apart; nothing when it has neither."""
    words = format_html('<span class="caption">{}</span>', picture.caption) if picture.caption else ""
    credit = format_html(_CREDIT, picture.credit) if picture.credit else ""
    said = " ".join(part for part in (number, words, credit) if part)
    return mark_safe(f"<figcaption>{said}</figcaption>" if said else "")


_CREDIT = '<span class="credit"><span class="visually-hidden">Picture: </span>© {}</span>'


@register.simple_tag
def numbered_caption(picture: Picture, number: int, count: int) -> SafeString:
    """The same in a gallery story, where each picture has its number."""
    shown = '<span class="gallery-number" aria-hidden="true">{}<span>/{}</span></span>'
    return caption(picture, format_html(shown, number, count))


class Card(NamedTuple):
    """All that a card shows of a story. Nothing else reaches its template, so what was made of it can be kept."""

    headline: str
    kicker: str
    standfirst: str
    writers: tuple[str, ...]
    address: str
    picture: Picture | None
    format: str
    gallery_pictures: int
    moment: str
    day: str
    label: str


@register.simple_tag
def card(
    story: Edition,
    kind: str = "row",
    shape: str = "standard",
    place: str = "row",
    level: str = "h3",
    lead: bool = False,
    bare: bool = False,
    show_category: bool = False,
) -> SafeString:
    """A story in a list. `bare` leaves out its standfirst and its writers."""
    shown = Card(
        story.card_headline,
        story.kicker or (story.category.title if show_category else ""),
        "" if bare else story.standfirst,
        () if bare else tuple(story.writers),
        story.get_absolute_url(),
        story.picture,
        story.format,
        story.gallery_pictures,
        moment(story.first_published_at),
        day(story.first_published_at),
        story.label,
    )
    return card_html(shown, kind, shape, place, level, lead)


@lru_cache(maxsize=0 if settings.DEBUG else 2048)
def card_html(card: Card, kind: str, shape: str, place: str, level: str, lead: bool) -> SafeString:
    """Kept, because a page that is made anew shows dozens of cards, and of these nearly all as before."""
    words = {"card": card, "kind": kind, "shape": shape, "place": place, "level": level, "lead": lead}
    return mark_safe(render_to_string("includes/card.html", words))


@register.simple_tag
def badge(story: Card) -> SafeString:
    """What waits behind a card besides text: pictures, a video."""
    if story.format == "video":
        return format_html('<span class="badge">{}Video</span>', icon("play"))
    if story.format == "gallery" and (count := story.gallery_pictures):
        words = f"{count} picture{'' if count == 1 else 's'}"
        return format_html('<span class="badge">{}{}</span>', icon("pictures"), words)
    return mark_safe("")


@register.simple_tag
def picture_address(picture: Picture, shape: str = "full") -> str:
    """The path of the largest JPEG of a shape."""
    return address(picture.key, shape, largest(shape, picture.width, picture.height)[0], "jpg")


@register.simple_tag
def picture_files(picture: Picture) -> str:
    """The whole picture's AVIF files as a `srcset`, for the viewer."""
    return srcset(picture.key, "full", "avif", sizes("full", picture.width, picture.height))


def srcset(key: str, shape: str, extension: str, steps: list[tuple[int, int]]) -> str:
    return ", ".join(f"{address(key, shape, step, extension)} {step}w" for step, _ in steps)


@register.simple_tag
def social_picture(picture: Picture) -> dict[str, Any]:
    return structured_data.image(picture, "social")


@register.simple_tag
def first_picture(stories: Sequence[Edition]) -> Picture | None:
    """The picture of the first of these stories that has one: what stands for a front where its address is shared."""
    return next((story.picture for story in stories if story.picture), None)


@register.filter
def numbered(path: str, number: int) -> str:
    return structured_data.numbered(path, number)


FEED_PICTURE = 1280  # pixels; a feed's reader chooses no file, and loads every picture of every story


@register.simple_tag
def jpeg(picture: Picture) -> dict[str, Any]:
    """A JPEG for those who cannot choose among several: complete address, width and height."""
    steps = sizes("full", picture.width, picture.height)
    width, height = next((step for step in reversed(steps) if step[0] <= FEED_PICTURE), steps[0])
    return {"url": addresses.absolute(address(picture.key, "full", width, "jpg")), "width": width, "height": height}


@register.filter
def player(address: str) -> Video | None:
    return video(address)


@register.filter
def change_name(kind: str) -> str:
    """What a change was, for readers."""
    return {"typo": "Small change"}.get(kind, kind.capitalize())


@register.filter
def years_old(published_at: datetime) -> int:
    """Whole years since readers first saw it. A kept page is true until the next is full."""
    return age(timezone.localdate(published_at))


@register.filter
def network_name(address: str) -> str:
    return network(address)


@register.filter
def bare_quote(text: str) -> str:
    """A quotation without the marks around it: the page sets its own."""
    text = text.strip()
    return text[1:-1].strip() if len(text) > 2 and text[0] in "“\"'‘" and text[-1] in "”\"'’" else text


@register.simple_tag
def share_links(document: Document, path: str) -> list[tuple[str, str, str]]:
    """Where a reader can share a story: name, icon, address. Plain links; nobody is told before the click."""
    url, title = addresses.absolute(path), document.headline
    pictured = document.lead or next(iter(document.pictures()), None)
    media = {"media": structured_data.image(pictured, "social")["url"]} if pictured else {}
    return [
        ("WhatsApp", "whatsapp", "https://wa.me/?" + urlencode({"text": f"{title} {url}"})),
        ("Facebook", "facebook", "https://www.facebook.com/sharer/sharer.php?" + urlencode({"u": url})),
        ("X", "x", "https://x.com/intent/post?" + urlencode({"text": title, "url": url})),
        (
            "Pinterest",
            "pinterest",
            "https://www.pinterest.com/pin/create/button/?" + urlencode({"url": url, "description": title, **media}),
        ),
    ]


@register.simple_tag
def mail_link(document: Document, path: str) -> str:
    subject_and_body = {"subject": document.headline, "body": f"{document.headline}\n\n{addresses.absolute(path)}"}
    return "mailto:?" + urlencode(subject_and_body).replace("+", "%20")


@register.simple_tag
def described(data: dict[str, Any]) -> SafeString:
    return structured_data.script(data)


@register.filter
def topic_kind(kind: str) -> str:
    """“Work” for a work: the desk's explanation in brackets is not for readers."""
    return Topic.Kind(kind).label.partition(" (")[0]


@register.filter
def age(born: date, on: date | None = None) -> int:
    """Whole years from a birthday to a day, today when none is given."""
    if on is None:
        on = timezone.localdate()
        true_until(next_birthday(born, on), since=next_birthday(born, on, -1))
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def next_birthday(born: date, today: date, later: int = 0) -> datetime:
    """When the age changes next, or so many years later; for those born on a 29 February, in other years on 1 March."""
    year = today.year + ((born.month, born.day) <= (today.month, today.day)) + later
    leaps = born.day < 29 or born.month != 2 or isleap(year)
    day = date(year, born.month, born.day) if leaps else date(year, 3, 1)
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone())


def new_year(now: datetime, later: int = 0) -> datetime:
    """When this year began, or one so many years later."""
    return now.replace(year=now.year + later, month=1, day=1, hour=0, minute=0, second=0, microsecond=0)


@register.simple_tag
def this_year() -> int:
    """For the footer's line."""
    now = timezone.localtime()
    true_until(new_year(now, 1), since=new_year(now))
    return now.year
