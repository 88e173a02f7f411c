"""The pictures that go with a story: those it has in any version, and that readers see nowhere else.

Files are what readers get, and they are known by the name a document has of them, not by a picture in the library: that
may have been deleted, or got another credit, since.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models, transaction
from django.db.models import F, Q

from articles import renditions
from articles.models.edition import Edition
from articles.models.pictures import ImageAsset, Rendition
from articles.models.section import ImageWithCaption

if TYPE_CHECKING:
    from articles.models.article import Article

AT_ONCE = 50  # documents


class Use(NamedTuple):
    """A picture as a document has it: its id in the library, and the name and size its files were made by."""

    asset: int
    key: str
    width: int
    height: int


class OwnPictures(NamedTuple):
    """`assets` are the pictures nothing else shows, `keys` name the files that go, and `addresses` are theirs."""

    assets: list[ImageAsset]
    keys: set[str]
    addresses: list[str]

    def withhold(self) -> None:
        """Let readers have no file of them any more, and none be made. The originals stay at the desk."""
        Rendition.objects.filter(key__in=self.keys).delete()
        ImageAsset.objects.filter(pk__in=[one.pk for one in self.assets]).update(withheld=True, ready_key="")
        transaction.on_commit(lambda: renditions.remove(self.keys), robust=True)


def own_pictures(story: "Article") -> OwnPictures:
    """For the transaction that takes the story down: the pictures' rows are held until it ends.

    What is in a draft, or in a story that was withdrawn or taken down, is shown to nobody, and may be this story's own
    all the same. Of a picture that is seen elsewhere under another credit, the files with this story's credit go.
    """
    uses, bylines = uses_of(story)
    if not uses:
        return OwnPictures([], set(), [])
    keys = {one.key for one in uses}
    ids = {one.asset for one in uses} | {*ImageAsset.objects.filter(key__in=keys).values_list("pk", flat=True)}
    assets = list(ImageAsset.objects.held().filter(pk__in=ids))
    portraits = set(ImageAsset.objects.filter(pk__in=ids, portrait_of__isnull=False).values_list("pk", flat=True))
    seen = seen_elsewhere(story, ids, {author for author, asset in bylines if asset not in portraits})
    shown = portraits | {one.asset for one in seen}
    own = [one for one in assets if one.pk not in shown]
    gone = keys | {key for one in own for key in (one.key, one.ready_key) if key}
    gone |= set(Rendition.objects.filter(asset__in=own).values_list("key", flat=True))
    gone -= {one.key for one in seen} | {key for one in assets if one.pk in shown for key in (one.key, one.ready_key)}
    addresses = {one.url for one in Rendition.objects.filter(key__in=gone)}
    sizes = {one.key: (one.width, one.height) for one in [*uses, *own]}
    for key in gone & sizes.keys():
        for shape, (width, _), kind in renditions.files(*sizes[key]):
            addresses.add(renditions.address(key, shape, width, kind))
    return OwnPictures(own, gone, sorted(addresses))


def uses_in(data: Any) -> Iterator[Use]:
    """All pictures in a document as JSON, portraits of its authors included."""
    if isinstance(data, dict):
        if isinstance(data.get("asset"), int):
            yield Use(data["asset"], data["key"], data["width"], data["height"])
        for one in data.values():
            yield from uses_in(one)
    elif isinstance(data, list | tuple):
        for one in data:
            yield from uses_in(one)


def uses_of(story: "Article") -> tuple[set[Use], set[tuple[int, int]]]:
    """Every picture in any version of the story; and who is credited with which portrait there: author, picture."""
    uses: set[Use] = set()
    bylines: set[tuple[int, int]] = set()

    def note(document: dict[str, Any]) -> None:
        uses.update(uses_in(document))
        for one in document.get("bylines", ()):
            bylines.update((one["author"], portrait.asset) for portrait in uses_in(one.get("portrait")))

    note(story.document().to_json())
    for versions in (story.editions, story.revisions):
        for document in versions.order_by().values_list("document", flat=True).iterator(chunk_size=AT_ONCE):
            note(document)
    return uses, bylines


def seen_elsewhere(story: "Article", assets: Iterable[int], authors: Iterable[int]) -> set[Use]:
    """Of these pictures, those that readers see in other stories, as they see them there.

    A live edition has what stands in the working copy, unless that was changed since; and the portraits its authors had
    that day, for which stories of these `authors` are looked through.
    """
    from articles.models.article import Article

    others = Article.objects.live().exclude(pk=story.pk).order_by()
    placed = ImageWithCaption.objects.filter(asset__in=assets)
    credited = Edition.authors.through._default_manager.filter(author__in=authors)
    candidates: list[models.QuerySet[Article]] = [
        others.filter(revision_number__gt=F("live_revision")),
        others.told_with(*assets),
        others.filter(Q(pk__in=placed.values("lead_of")) | Q(pk__in=placed.values("section__article"))),
        others.filter(live_edition__in=credited.values("edition")),
    ]
    found: set[Use] = set()
    for stories in candidates:
        documents = stories.values_list("live_edition__document", flat=True)
        for document in documents.iterator(chunk_size=AT_ONCE):
            found.update(one for one in uses_in(document) if one.asset in assets)
    return found
