"""Wording: repeated words, spaces, names and titles, words that are only true today."""

import re
from collections import Counter
from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Story, Text, squeezed

REPEATED, SPACES, NAMES, TITLES, TIMES = "Repeated words", "Spaces", "Names", "Titles", "Words of time"

_TWICE = re.compile(r"\b([^\W\d_]+)([ \u00a0]+)\1\b", re.IGNORECASE)
# Which English may well say twice.
_MAY_REPEAT = {
    *("had", "that", "is", "so", "very", "no", "yes", "bye", "ha", "hey", "oh", "la", "na", "yeah", "knock", "many"),
    *("really", "more", "please", "never", "boom", "come", "go", "there", "well", "now", "long", "far", "again", "you"),
    *("blah", "tut", "night", "hip", "wow", "do", "much", "her", "his", "out", "over", "up", "on", "in", "who", "what"),
}
_SURELY = {
    "the",
    "a",
    "an",
    "and",
    "of",
    "to",
    "for",
    "with",
    "at",
    "but",
    "or",
    "was",
    "were",
    "are",
    "he",
    "she",
    "they",
    "we",
    "it",
}
_SPACES = re.compile(r"(\S{1,40})( {2,})(\S{1,40})")
_BEFORE_SIGN = re.compile(r"([^\W\d_]+) +([,.;:!?])(?=\s|$)")
_TIME = re.compile(
    r"\b(?:today|tonight|tomorrow|yesterday|this (?:morning|afternoon|evening)|last night|earlier today)\b", re.I
)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for text in story.texts:
        yield from repeated(text)
        yield from spaces(text)
        if facts.is_scheduled and max(facts.days) != facts.today and text.place != "kicker":
            yield from times(text, facts)
    yield from names(story, facts)
    yield from titles(story)


def repeated(text: Text) -> Iterator[Finding]:
    for found in _TWICE.finditer(text.plain):
        word = found[1].casefold()
        # A name may be said twice: “Duran Duran”, “Sirhan Sirhan”.
        is_name = found[1][0].isupper() and found[0][-len(found[1])].isupper()
        if word in _MAY_REPEAT or (is_name and word not in _SURELY):
            continue
        severity = WARNING if word in _SURELY else ADVICE
        yield text.finding(REPEATED, severity, f"“{found[1]}” stands twice.", *found.span(), found[1])


def spaces(text: Text) -> Iterator[Finding]:
    for found in _SPACES.finditer(text.plain):
        start = found.start(1)
        yield text.finding(SPACES, ADVICE, "More than one space.", start, found.end(), f"{found[1]} {found[3]}")
    for found in _BEFORE_SIGN.finditer(text.plain):
        yield text.finding(SPACES, ADVICE, f"A space before “{found[2]}”.", *found.span(), f"{found[1]}{found[2]}")


def times(text: Text, facts: Facts) -> Iterator[Finding]:
    for found in _TIME.finditer(text.plain):
        said = (
            f"“{found[0]}” is written on {facts.today:%A} and goes out on {max(facts.days):%A, %-d %B}: "
            "name the day, or make sure it is true then."
        )
        yield text.finding(TIMES, WARNING, said, *found.span())


def names(story: Story, facts: Facts) -> Iterator[Finding]:
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
            if found[0] in known or found[0].isupper() or (found.start() == 0 and found[0][1:] == name[1:]):
                continue
            yield text.finding(NAMES, WARNING, f"“{found[0]}” is written “{name}”.", *found.span(), name)


_TITLE = re.compile(r"\b[A-Z][\w’']*(?:(?: [–—-] |: ?| )(?:(?:of|the|in|a|an|and|to|for|at|on) )*[A-Z\d][\w’']*){2,}")
_BEFORE_TITLE = re.compile(r"^(?:In|On|At|For|And|But|With|When|As|His|Her|Their|To|After|Before|While) ")
_BARE = re.compile(r"[^\w ]+")


def titles(story: Story) -> Iterator[Finding]:
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
                yield text.finding(TITLES, WARNING, said, start, end, best)


def bare(title: str) -> str:
    return squeezed(_BARE.sub(" ", title)).casefold()
