"""Issues as anybody may read them: what was sent, without stories that are gone, and with what was corrected since."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from articles import keys
from articles.document import Note
from articles.listing import Listing, page_number
from articles.models import Edition, ImageAsset
from articles.models.redaction import Redaction
from articles.renditions import key_in
from articles.teasers import Teaser
from newsletter.composing import editions
from newsletter.models import Issue, SignUpModel
from newsroom.addresses import absolute
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows

PAGE = 30  # issues


@dataclass(frozen=True, slots=True)
class Story:
    """As the issue told of it, at the address it has today. `notes` is what readers were told since."""

    headline: str
    standfirst: str
    label: str
    address: str
    picture: dict[str, Any] | None
    notes: list[Note]


@public(query=("page",))
def issues(request: HttpRequest) -> HttpResponse:
    shows(Issue.LIST_KEY, SignUpModel.KEY)
    number = page_number(request)
    found = list(Issue.objects.shown().select_related("newsletter")[(number - 1) * PAGE : number * PAGE + 1])
    if not found and number > 1:
        raise Http404("There is no such page.")
    listing = Listing([], number, number + 1 if len(found) > PAGE else None)
    context = {"issues": found[:PAGE], "listing": listing, "canonical": absolute(reverse("newsletter:issues"))}
    return render(request, "newsletter/issues.html", context)


@public
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    found = Issue.objects.shown().select_related("newsletter").filter(pk=pk).first()
    if found is None or found.printed is None:
        raise Http404("There is no such issue.")
    told = [block for block in found.printed["blocks"] if block["kind"] == "story"]
    shows(found.key, SignUpModel.KEY, *(keys.story(block["article"]) for block in told))
    live = editions(block["article"] for block in told)
    shows(*(keys.category(one.category_id) for one in live.values()))
    carried = Edition.objects.filter(pk__in=[block["edition"] for block in told])
    told_then = {pk: len(notes) for pk, notes in carried.values_list("pk", "corrections")}
    redacted = dict(Redaction.objects.filter(article__in=live).order_by("edition").values_list("article", "edition"))
    blocks = []
    for block in with_pictures_there_are(found.printed["blocks"]):
        if block["kind"] != "story":
            blocks.append(block)
        elif edition := live.get(block["article"]):
            is_hidden = redacted.get(block["article"], 0) > block["edition"]
            later = edition.notes[: max(0, len(edition.notes) - told_then[block["edition"]])]  # they are newest first
            blocks.append({"kind": "story", "story": _story(block, edition, later, is_hidden=is_hidden)})
    context = {"issue": found, "subject": found.printed["subject"], "blocks": blocks}
    return render(request, "newsletter/issue.html", context | {"canonical": absolute(found.get_absolute_url())})


def with_pictures_there_are(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The blocks without pictures that readers get no more: those withheld with a story that was taken down, say.

    A takedown that takes pictures along purges every page. One that is let back shows when its page is next rendered.
    """
    keys_of = {number: key_in(one["picture"]["address"]) for number, one in enumerate(blocks) if one.get("picture")}
    there = ImageAsset.objects.keys_with_files(set(keys_of.values()))
    gone = {number for number, key in keys_of.items() if key not in there}
    return [one | {"picture": None} if number in gone else one for number, one in enumerate(blocks)]


def pages_with(article: int) -> list[tuple[str, str]]:
    """The issues that carried a story, newest first: subject and address of each."""
    issues = Issue.objects.shown().filter(stories__article=article).defer("blocks", "printed")
    return [(f"{one.newsletter}: {one}", one.get_absolute_url()) for one in issues.select_related("newsletter")[:PAGE]]


def _story(block: dict[str, Any], edition: Edition, notes: list[Note], *, is_hidden: bool) -> Story:
    """`is_hidden`: words were taken out of it for good since, so it is told of as it is today."""
    address = edition.get_absolute_url()
    if is_hidden:
        today = Teaser.of(edition.story, address)
        return Story(today.headline, today.standfirst, today.label, address, None, notes)
    picture = block["picture"]
    if picture:  # in a mail its address is complete; here it is ours, under whatever name the site is read
        picture = picture | {"address": picture["address"].removeprefix(absolute(""))}
    return Story(block["headline"], block["standfirst"], block["label"], address, picture, notes)
