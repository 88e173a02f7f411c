"""Alternative texts say what is to be seen. That one is missing at all is told with what no story goes out without."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, STOP, WARNING, Facts, Finding, Story, squeezed

NAME = "Alternative text"
MAY_STOP = True

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
    for place, called, one in story.pictures():
        alt = story.by_place.get(f"{place}/alt_text")
        if alt is None or not alt.plain:
            continue
        known = facts.pictures.get(one.asset)
        words = squeezed(alt.plain).casefold()
        if (known and words == squeezed(known.original_name).casefold()) or _FILE_NAME.match(alt.plain.strip()):
            said = f"{called}: its alternative text is a file’s name. Say what is to be seen."
            yield alt.finding(NAME, ALWAYS[STOP], said, basis=str(one.asset))
        elif (known and words == squeezed(known.source_caption).casefold()) or _AGENCY.search(alt.plain):
            said = f"{called}: its alternative text is the agency’s caption. Say what is to be seen, in a few words."
            yield alt.finding(NAME, ALWAYS[WARNING], said)
        elif words == squeezed(one.caption).casefold():
            said = f"{called}: alternative text and caption are the same. One says what is seen, the other why."
            yield alt.finding(NAME, ALWAYS[WARNING], said)
