"""Pictures: there is one, it can be described, it is credited as the house does, and we may still show it."""

import re
from collections.abc import Iterator

from articles.checks.finding import ADVICE, STOP, WARNING, Facts, Finding, Story, squeezed

NAME = "Pictures"

_FILE_NAME = re.compile(
    r"(?:^\S+\.(?:jpe?g|png|webp|gif|avif|tiff?)$)|^(?:IMG|DSC[NF]?|DJI|PXL|GettyImages)[-_]?\d+", re.I
)
# How agencies write: “attends the … on March 02, 2025 in Marlow, California. (Photo by …)”.
_AGENCY = re.compile(
    r"\((?:Photo|Picture|Image) by\b"
    r"|\b(?:attends?|arrives? (?:at|for)|poses? (?:at|for|with|on)|is seen|seen (?:at|in|on))\b.*"
    r"\b(?:on )?(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, \d{4}"
    r"|©|\bGetty Images\b",
    re.I | re.DOTALL,
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    document = story.document
    if document.lead is None:
        yield Finding(NAME, WARNING, "lead", "The story has no lead picture: cards and shared links will be bare.")
    for place, called, one in story.pictures():
        known = facts.pictures.get(one.asset)
        alt = story.by_place.get(f"{place}/alt_text")
        if alt and alt.plain:
            words = squeezed(alt.plain).casefold()
            if (known and words == squeezed(known.original_name).casefold()) or _FILE_NAME.match(alt.plain.strip()):
                said = f"{called}: its alternative text is a file’s name. Say what is to be seen."
                yield alt.finding(NAME, STOP, said)
            elif (known and words == squeezed(known.source_caption).casefold()) or _AGENCY.search(alt.plain):
                said = (
                    f"{called}: its alternative text is the agency’s caption. Say what is to be seen, in a few words."
                )
                yield alt.finding(NAME, WARNING, said)
            elif words == squeezed(one.caption).casefold():
                said = f"{called}: alternative text and caption are the same. One says what is seen, the other why."
                yield alt.finding(NAME, WARNING, said)
        if known is None:
            continue
        if known.rights_until and max(facts.days) > known.rights_until:
            said = (
                f"{called}: we may not publish it after {known.rights_until:%-d %B %Y}. "
                "Choose another, or change the date in the library if the rights were extended."
            )
            yield Finding(NAME, STOP, f"{place}/caption", said)
        if missing := [name for name in known.people if not named(name, story)]:
            said = f"{called} shows {' and '.join(missing)}, whom the story does not name. Is it the right picture?"
            yield Finding(NAME, WARNING, f"{place}/caption", said)
    for name, elsewhere in (
        ("card_picture", document.looks.card_picture),
        ("social_picture", document.looks.social_picture),
        ("newsletter_picture", document.looks.newsletter_picture),
    ):
        known = facts.pictures.get(elsewhere.asset) if elsewhere else None
        if known and known.rights_until and max(facts.days) > known.rights_until:
            said = f"This picture may not be published after {known.rights_until:%-d %B %Y}. Choose another."
            yield Finding(NAME, STOP, name, said)
    credits = {
        known.credit for _, _, one in story.pictures() if (known := facts.pictures.get(one.asset)) and known.credit
    }
    for short in sorted(credits):
        longer = [one for one in sorted(credits) if one != short and one.startswith(f"{short} ") and "/" not in one]
        if longer:
            where = next(
                place
                for place, _, one in story.pictures()
                if (known := facts.pictures.get(one.asset)) and known.credit == short
            )
            said = f"One credit in two forms: “{short}” and “{longer[0]}”. Make them one in the picture library."
            yield Finding(NAME, ADVICE, f"{where}/caption", said)


def named(name: str, story: Story) -> bool:
    """Whether the story is about this person or names them, be it by surname."""
    whole = story.whole.casefold()
    return (
        name.casefold() in whole
        or name.split()[-1].casefold() in whole
        or any(topic.title.casefold() == name.casefold() for topic in story.document.topics)
    )
