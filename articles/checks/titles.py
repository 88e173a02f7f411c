"""One title is spelled in one way."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.checks.finding import ALWAYS, WARNING, Facts, Finding, Story, Text, squeezed

NAME = "Titles"
MAY_STOP = False

_TITLE = re.compile(r"\b[A-Z][\w’']*(?:(?: [–—-] |: ?| )(?:(?:of|the|in|a|an|and|to|for|at|on) )*[A-Z\d][\w’']*){2,}")
_BEFORE_TITLE = re.compile(r"^(?:In|On|At|For|And|But|With|When|As|His|Her|Their|To|After|Before|While) ")
_BARE = re.compile(r"[^\w ]+")


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    """One title in two forms: with the same words, but other signs between them."""
    forms: dict[str, Counter[str]] = {}
    places: dict[str, list[tuple[Text, int, int]]] = {}
    known = {topic.title for topic in story.document.topics if topic.kind == "work"}
    for title in known:
        forms.setdefault(bare(title), Counter())[title] += 100  # as the topic has it is right
    for text in story.texts:
        if not text.is_story and not text.place.endswith("/alt_text"):
            continue
        for found in _TITLE.finditer(text.plain):
            start = found.start() + len(found[0]) - len(title := _BEFORE_TITLE.sub("", found[0]))
            forms.setdefault(bare(title), Counter())[title] += 1
            places.setdefault(title, []).append((text, start, found.end()))
    written = [(form, key) for key, counted in forms.items() for form in counted if re.search("[:–—-]", form)]
    for key, counted in forms.items():
        if len(counted) < 2 or not any((form, key) in written for form in counted):
            continue
        best = max(counted, key=lambda form: (counted[form], len(form)))
        for form in counted:
            for text, start, end in places.get(form, []) if form != best else []:
                said = f"One title in two forms: “{form}” and “{best}”."
                yield text.finding(NAME, ALWAYS[WARNING], said, start, end, best)


def bare(title: str) -> str:
    return squeezed(_BARE.sub(" ", title)).casefold()
