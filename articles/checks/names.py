"""Names in small letters."""

import re
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, WARNING, Facts, Finding, Story, squeezed

NAME = "Names"
MAY_STOP = False


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    """Names of the story's people, and of what else it is about, written in small letters."""
    document = story.document
    known = {credit.name for credit in document.bylines}
    known |= {topic.title for topic in document.topics} | {name for one in facts.people for name in one.names}
    known = {squeezed(name) for name in known}
    # Of a single word, or one that is also said without capitals, it cannot be told.
    known = {name for name in known if len(name.split()) > 1 and all(word[0].isupper() for word in name.split()[-1:])}
    if not known:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(known, key=len, reverse=True))})\b", re.I)
    right = {name.casefold(): name for name in sorted(known)}
    for text in story.texts:
        for found in pattern.finditer(text.plain):
            name = right[found[0].casefold()]
            if same_but_for_article(found[0], name):
                continue
            if found[0] in known or found[0].isupper() or (found.start() == 0 and found[0][1:] == name[1:]):
                continue
            yield text.finding(NAME, ALWAYS[WARNING], f"“{found[0]}” is written “{name}”.", *found.span(), name)


def same_but_for_article(written: str, name: str) -> bool:
    """“the Orpheum” is what “The Orpheum” is called within a sentence."""
    first, _, rest = name.partition(" ")
    return (
        first in {"The", "A", "An"} and written[: len(first)].casefold() == first.casefold() and written.endswith(rest)
    )
