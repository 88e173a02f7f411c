"""How far a deed on a story reaches: the surrogate keys of all the pages that readers see differently by it."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from django.utils import timezone

from articles import keys
from articles.models.edition import Edition
from articles.models.listed import KINDS, StoryList
from articles.models.people import Author, Category, Topic

if TYPE_CHECKING:
    from articles.models.article import Article

NEWS = timedelta(days=3)  # older stories are in no news sitemap


class Change(NamedTuple):
    """Readers see the edition `after` instead of `before`; None where they see none.

    `moved` are the lists the story came into or left; they are as they will be. `has_new_note`: a correction or a
    clarification was added.
    """

    before: Edition | None
    after: Edition | None
    moved: Iterable[StoryList]
    has_new_note: bool = False


def keys_of_changes(changes: Iterable[Change]) -> set[str]:
    """The keys to purge when readers see all of it differently at once."""
    found: set[str] = set()
    newest: dict[StoryList, tuple[datetime, int]] = {}  # of what moved; who sees that sees the others move, too
    movers: dict[StoryList, set[int]] = {}
    for before, after, moved, has_new_note in changes:
        one = after or before
        assert one is not None
        at = one.first_published_at
        found.add(keys.story(one.article_id))
        for place in moved:
            newest[place] = max(newest.get(place, (at, 0)), (at, one.article_id))
            movers.setdefault(place, set()).add(one.article_id)
        if before is None or on_card(before) != on_card(after):
            found.add(keys.card(one.article_id))
            if at > timezone.now() - NEWS:
                found.add(keys.NEWS)
        if before is None or in_sitemap(before) != in_sitemap(after):
            found.update([keys.month(at), keys.MONTHS])
        if has_new_note or (one.corrections and (before is None or after is None)):
            found.add(keys.CORRECTIONS)
    for place, (at, article) in newest.items():
        found.update(place.keys_from(place.rank(at, article, keys.DEPTHS[-1] + 1)))
        if place.is_empty_without(movers[place]):
            found.add(keys.FRONTS)
    return found


def on_card(edition: Edition | None) -> tuple[object, ...]:
    """All that lists show of it."""
    if edition is None:
        return ()
    words = edition.headline, edition.card_headline, edition.standfirst, edition.kicker, edition.writers
    shown = edition.picture, edition.format, edition.gallery_pictures, edition.label
    return *words, *shown, edition.slug, edition.category_id, edition.first_published_at


def in_sitemap(edition: Edition | None) -> tuple[object, ...]:
    if edition is None:
        return ()
    return edition.slug, edition.category_id, edition.last_substantive_update_at, edition.picture


def keys_of_withdrawn(article: "Article") -> set[str]:
    """The keys of the feeds that say whether this story was withdrawn: of every list it has ever stood in."""
    editions = Edition.objects.filter(article=article)
    places = {StoryList.site()}
    for model, name in ((Category, "category"), (Topic, "topics"), (Author, "authors")):
        owners = editions.exclude(**{name: None}).values_list(name, flat=True).distinct()
        places |= {StoryList(KINDS[model], pk) for pk in owners}
    return {place.withdrawn_key for place in places}
