"""What is looked at before an issue may go out. A stop refuses approval; advice is only said."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Q
from django.urls import Resolver404, resolve
from django.utils import timezone

from articles.models import Category, Edition, ImageAsset
from newsletter import composing
from newsletter.composing import Block
from newsletter.models import Issue, Newsletter
from newsroom.html import plain

LONGEST_SUBJECT = 60  # characters that a phone shows, about
LONGEST_PREHEADER = 100
HEAVIEST = 100_000  # bytes; Gmail cuts off what is over 102 kB, the link to unsubscribe with it
TRAPS = (
    "100% free",
    "act now",
    "buy now",
    "cash bonus",
    "click here",
    "free money",
    "risk-free",
    "winner",
    "$$$",
    "!!!",
)
_LINK = re.compile(r'href="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Remark:
    """`place` is the id of what it is about on the compose screen."""

    stops: bool
    place: str
    sentence: str


def look_over(issue: Issue) -> tuple[list[Remark], int]:
    """Every remark on the issue as it is, stops first; and the weight of its mail in bytes."""
    html, text = composing.preview(issue)
    weight = len(html.encode())
    found = [*_words(issue, text), *_blocks(issue), *_weight(weight)]
    return sorted(found, key=lambda one: not one.stops), weight


def stops(issue: Issue) -> list[str]:
    remarks, _ = look_over(issue)
    return [one.sentence for one in remarks if one.stops]


def _words(issue: Issue, text: str) -> Iterator[Remark]:
    if not issue.subject:
        yield Remark(True, "id_subject", "There is no subject yet.")
    elif len(issue.subject) > LONGEST_SUBJECT:
        said = f"The subject has {len(issue.subject)} characters; phones show about {LONGEST_SUBJECT}."
        yield Remark(False, "id_subject", said)
    if not issue.preheader:
        said = "There is no preview line: mail programs show the first words of the mail beside the subject."
        yield Remark(False, "id_preheader", said)
    elif len(issue.preheader) > LONGEST_PREHEADER:
        said = (
            f"The preview line has {len(issue.preheader)} characters; few mail programs show over {LONGEST_PREHEADER}."
        )
        yield Remark(False, "id_preheader", said)
    words = f"{issue.subject}\n{issue.preheader}\n{text}".casefold()
    if caught := [one for one in TRAPS if one in words]:
        said = f"Spam filters dislike {', '.join(f'“{one}”' for one in caught)}."
        yield Remark(False, "id_subject", said)
    if len(issue.subject) > 8 and issue.subject.isupper():
        yield Remark(False, "id_subject", "Spam filters dislike a subject in capitals.")


def _blocks(issue: Issue) -> Iterator[Remark]:
    if not issue.blocks:
        yield Remark(True, "blocks", "There is nothing in it yet.")
    stories = [block["article"] for block in issue.blocks if block["kind"] == "story"]
    live, times, seen = composing.editions(stories), Counter(stories), set()
    chosen = {block["picture"] for block in issue.blocks if block.get("picture")}
    used = chosen | {one.story.newsletter_picture.asset for one in live.values() if one.story.newsletter_picture}
    assets = ImageAsset.objects.in_bulk(used)
    day = timezone.localdate(issue.send_at) if issue.send_at else timezone.localdate()
    for number, block in enumerate(issue.blocks, 1):
        place = f"block-b{number}"
        if block["kind"] == "story":
            edition = live.get(block["article"])
            if edition is None:
                yield Remark(True, place, "A story is no longer live. Remove it: readers could not open it.")
                continue
            name = f"“{block['headline'] or edition.headline}”"
            if times[block["article"]] > 1 and block["article"] in seen:
                yield Remark(True, place, f"{name} is in it twice.")
            seen.add(block["article"])
            yield from _picture(block, edition, name, place, assets, day)
        else:
            yield from _rights(assets.get(block.get("picture") or 0), block.get("name", ""), place, day)
            if block["kind"] == "text" and not plain(block["html"]):
                yield Remark(False, place, "A text is empty.")
            if block["kind"] == "heading" and not block["text"]:
                yield Remark(True, place, "A heading is empty.")
            if block["kind"] == "sponsor" and not block["name"]:
                yield Remark(True, place, "Name the sponsor: readers must see who paid.")
            yield from _links(block, place)


def _picture(
    block: Block, edition: Edition, name: str, place: str, assets: dict[int, ImageAsset], day: date
) -> Iterator[Remark]:
    own, of_story = assets.get(block["picture"] or 0), edition.story.newsletter_picture
    described = own.alt_text if own else of_story is None or of_story.decorative or of_story.alt_text
    if not described:
        said = f"The picture of {name} has no alt text. Say in the library what is to be seen on it."
        yield Remark(True, place, said)
    yield from _rights(own or assets.get(of_story.asset if of_story else 0), name, place, day)


def _rights(asset: ImageAsset | None, name: str, place: str, day: date) -> Iterator[Remark]:
    if asset and asset.withheld:
        yield Remark(True, place, f"The picture of {name} was taken down.")
    elif asset and asset.rights_until and day > asset.rights_until:
        said = f"We may not send the picture of {name} after {asset.rights_until:%-d %B %Y}. Choose another."
        yield Remark(True, place, said)
    elif asset and not asset.is_ready:
        why = "cannot be read: choose another" if asset.failure else "is still being prepared: try again in a minute"
        yield Remark(True, place, f"The picture of {name} {why}.")


def _links(block: Block, place: str) -> Iterator[Remark]:
    for link in [*_LINK.findall(block.get("html", "")), *filter(None, [block.get("url")])]:
        if not _leads_somewhere(link.replace("&amp;", "&")):
            yield Remark(True, place, f"A link leads nowhere: {link}")


def _leads_somewhere(link: str) -> bool:
    """Whether there is such a page here. What stands elsewhere is not asked; mail has no page a bare “#” could mean."""
    if link.startswith(f"{settings.SITE_URL}/"):
        link = link.removeprefix(settings.SITE_URL)
    if link.startswith(("http://", "https://", "mailto:", "tel:")):
        return True
    path = urlsplit(link).path
    try:
        match = resolve(path)
    except Resolver404:
        return False
    if {"category", "pk", "slug"} <= match.kwargs.keys():
        return Edition.objects.live().filter(article_id=match.kwargs["pk"]).exists()
    if match.view_name == "newsletter:own-page":
        slug = match.kwargs["slug"]
        return Newsletter.objects.filter(Q(slug=slug) | Q(former_addresses__slug=slug)).exists()
    if match.kwargs.keys() == {"slug"} and path == f"/{match.kwargs['slug']}/":
        return Category.objects.filter(slug=match.kwargs["slug"]).exists()
    return True


def _weight(weight: int) -> Iterator[Remark]:
    if weight >= HEAVIEST:
        said = f"The mail weighs {weight // 1000} kB; Gmail cuts off what is over 100. Take something out."
        yield Remark(True, "blocks", said)
