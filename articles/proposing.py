"""What a change to a live story probably is to its readers, judged by what changed, and why.

Spelling, punctuation and spaces are a typo. Whatever readers may have taken as a fact is more than that: a number, a
date, a name, a quotation, a “not”, an “allegedly”. Only a person knows which it is; this
proposes, and says what it saw.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from articles.comparing import Change, SectionChange, blocks, compare
from articles.document import Document
from articles.workflow import ChangeKind
from newsroom.html import plain

READ = (
    "headline",
    "standfirst",
    "kicker",
    "lead",
    "bylines",
    "commercial",
    "sponsor",
)  # what its page shows of its fields
UNREAD = {"kind", "layout"}  # of a section: how it looks
MOST_REASONS = 5
MOST_PLACES = 8
LONG_ADDITION = 12  # words that came where none went: news
SEVERAL = 3  # words that only came, or only went: the sense may be another
SPELT_ALIKE = 0.7  # of its letters a word shares with the one it was, to be the same word put right


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen"
    " half quarter double triple twice once first second third fourth fifth sixth seventh eighth ninth tenth"
)
DATES = _words(
    "january february april june july august september october november december monday tuesday wednesday thursday"
    " friday saturday sunday today tonight yesterday tomorrow"
)
NEGATIONS = _words(
    "no not never none nobody nothing neither nor without cannot denied denies deny refused refuses hardly barely"
)
DOUBTS = _words(
    "allegedly reportedly apparently perhaps maybe probably possibly may might could would alleged alleges claims"
    " claimed accused suspected rumoured"
)
# Words that change the sense little, and those a sentence opens with although they are nobody's name.
SMALL = _words("a an the of to in on at by for with and as is are was were be been that which who it its this these")
OPENERS = SMALL | _words(
    "he she they we you i his her their our my your but or so if when while where what why how there here then after"
    " before since until under over from into all some many most both each every another other others more such only"
    " even just now also yet still however although though because once during despite like unlike out up down off"
)
_MONEY = "£$€¥₹"
_WORD = re.compile(rf"[{_MONEY}]?\d(?:[\d.,:]*\d)?[^\W_]*%?|[^\W_]+(?:[’'\-][^\W_]+)*|[{_MONEY}%]")
_QUOTED = re.compile(
    r"[“„«]([^“”„«»\n]*)|\"([^\"\n]*)\"|(?<!\w)[‘']((?:[^’‘'\n]|(?<=\w)[’'](?=\w))*)[’'](?!\w)",
)
_SET_APART = re.compile(r"(</?(?:blockquote|q)>)")
_SENTENCE_END = re.compile(r"[.!?:…][”\"’')\]]*\s*$|\n\s*$|[“\"‘'(\[]\s*$")
_POSSESSIVE = re.compile(r"'s?$")
_CALLED = {"number": "number", "date": "date", "name": "name", "negation": "negation", "doubt": "word of doubt"}
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "non-")


@dataclass(frozen=True, slots=True)
class Proposal:
    """`places` are those of the story that read differently, as an editor calls them."""

    kind: ChangeKind = ChangeKind.TYPO
    reasons: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, object]:
        return {"kind": self.kind.value, "reasons": self.reasons, "places": self.places}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of the texts before and after: those that stand in small letters somewhere, and those that are
    somebody's name there by more than the sentence they open."""

    small: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()


@dataclass(slots=True)
class Findings:
    vocabulary: Vocabulary
    facts: list[str] = field(default_factory=list)
    news: list[str] = field(default_factory=list)
    rewritten: list[str] = field(default_factory=list)


def proposal(was: Document, now: Document) -> Proposal:
    """What publishing `now` where readers see `was` probably is to them."""
    found, places = Findings(vocabulary_of(was, now)), []
    for where, change in read_changes(was, now):
        places.append(where)
        if change.pictures:
            weigh_pictures(where, change, found)
        elif change.place == "url":
            found.news.append(f"Another address in {where}.")
        elif change.place == "commercial":
            found.rewritten.append("The label that says who paid or gave is another.")
        else:
            weigh(where, change.was, change.now, found)
    weigh_quotations(quotations(was), quotations(now), found)
    kind, reasons = ChangeKind.TYPO, []
    if found.facts:
        kind, reasons = ChangeKind.CORRECTION, found.facts + found.news
    elif found.news:
        kind, reasons = ChangeKind.UPDATE, found.news
    elif found.rewritten:
        kind, reasons = ChangeKind.CLARIFICATION, found.rewritten
    return Proposal(kind, unique(reasons)[:MOST_REASONS], unique(places)[:MOST_PLACES])


def unique(said: list[str]) -> list[str]:
    return list(dict.fromkeys(said))


def read_changes(was: Document, now: Document) -> Iterator[tuple[str, Change]]:
    """What reads differently, each with what its place is called in a sentence. Looks and links are not read."""
    found = compare(was, now)
    for change in found.fields:
        if change.place in READ:
            yield f"the {change.what.lower()}", change
    for section in found.sections:
        for change in section.changes:
            if change.place in UNREAD or (change.place == "body" and change.what != "Text"):
                continue
            yield called(section), change


def called(section: SectionChange) -> str:
    return f"“{section.part.subhead[:40]}”" if section.part.subhead else "the text"


def weigh_pictures(where: str, change: Change, found: Findings) -> None:
    for one in change.pictures:
        if one.swapped or (one.was is None) != (one.now is None):
            what = "another" if one.was and one.now else "new" if one.now else "gone"
            if change.place == "lead":
                found.news.append(f"The lead picture is {what}.")
            else:
                found.news.append(f"A picture in {where} is {what}.")
        else:
            for words in one.words:
                if words.differs and words.what != "Alternative text":
                    weigh(f"{where}: {words.what.lower()}", words.was, words.now, found)


def weigh(where: str, was: str, now: str, found: Findings) -> None:
    """Look at one text of the story: what readers may have taken as a fact, what is news, what was put otherwise."""
    changed = list(changed_words(words_of(was), words_of(now)))
    spelling = misspelt(changed, found.vocabulary)
    gone, came = [one for some, _ in changed for one in some], [one for _, some in changed for one in some]
    for kind, said in _CALLED.items():
        went, arrived = facts(kind, gone, came, spelling), facts(kind, came, gone, spelling)
        if kind == "negation":
            for one, other in opposites(changed):
                went, arrived = [*went, one], [*arrived, other]
        if sorted(map(plainly, went)) == sorted(map(plainly, arrived)):
            if went:
                found.rewritten.append(f"A {said} stands elsewhere in {where}: “{', '.join(went[:3])}”.")
            continue
        lasting = bool(went) or kind in {"negation", "doubt"} or any(words for words, _ in changed)
        (found.facts if lasting else found.news).append(sentence(said, went, arrived, where))
    if len(came) - len(gone) >= LONG_ADDITION:
        found.news.append(f"{len(came) - len(gone)} more words in {where}.")
    for some, others in changed:
        weigh_words(where, [one for one, _ in some], [one for one, _ in others], found)


def weigh_words(where: str, went: list[str], arrived: list[str], found: Findings) -> None:
    """Other words in the place of some, which are not only spelt otherwise."""
    if alike("".join(went), "".join(arrived)):
        return
    left, right = content(went), content(arrived)
    pairs = list(zip(left, right, strict=False))
    others = [(one, other) for one, other in pairs if not alike(one, other)]
    if others:
        found.rewritten.append(f"Words were put otherwise in {where}: “{others[0][0]}” became “{others[0][1]}”.")
    elif abs(len(left) - len(right)) >= SEVERAL:
        words, many = ("fewer", len(left) - len(right)) if len(left) > len(right) else ("more", len(right) - len(left))
        found.rewritten.append(f"{many} words {words} in {where}.")


def content(words: list[str]) -> list[str]:
    return [one for one in words if one.lower() not in SMALL]


def alike(one: str, other: str) -> bool:
    """Whether it is the same word, spelt otherwise."""
    one, other = one.lower(), other.lower()
    return sorted(one) == sorted(other) or SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELT_ALIKE


Word = tuple[str, bool]  # as it stands, and whether it begins a sentence, where a capital says little


def words_of(text: str) -> list[Word]:
    found = []
    for match in _WORD.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()]
        begins = (match.start() < 8 and not before.strip()) or bool(_SENTENCE_END.search(before))
        found.append((match[0].replace("’", "'"), begins))
    return found


def changed_words(before: list[Word], after: list[Word]) -> Iterator[tuple[list[Word], list[Word]]]:
    """Those that went and those that came, place by place. Where a sentence begins does not make a word another."""
    a, b = [one for one, _ in before], [one for one, _ in after]
    at = to = 0
    for tag, went, came in blocks(a, b):
        if tag != "equal" and [*map(plainly, went)] != [*map(plainly, came)]:
            yield before[at : at + len(went)], after[to : to + len(came)]
        at, to = at + len(went), to + len(came)


def vocabulary_of(*documents: Document) -> Vocabulary:
    small, names = set(), set()
    for document in documents:
        for text in texts_of(document):
            words = words_of(text)
            small |= {one for one, _ in words if one == one.lower()}
            for (one, begins), (following, starts) in zip(words, [*words[1:], ("", True)], strict=False):
                if one[0].isupper() and (not begins or (not starts and kind_of(following, begins=False) == "name")):
                    names.add(one)
    return Vocabulary(frozenset(small), frozenset(names))


def texts_of(document: Document) -> Iterator[str]:
    """Where capitals say something: not headlines, which some set in capitals throughout."""
    yield document.standfirst
    for part in document.sections:
        yield from (plain(part.body), part.text, *(picture.caption for picture in part.pictures))
    if document.lead:
        yield document.lead.caption


def misspelt(changed: list[tuple[list[Word], list[Word]]], vocabulary: Vocabulary) -> set[str]:
    """Words that are no names, whatever their capital: they open a sentence, a letter or two of them changed, and one
    of the two forms is a common word elsewhere in the text."""
    found = set()
    for went, came in changed:
        for (one, begins), (other, still) in zip(went, came, strict=False):
            common = {one.lower(), other.lower()} & vocabulary.small
            if begins and still and common and not {one, other} & vocabulary.names and letters_apart(one, other) <= 2:
                found |= {one, other}
    return found


def letters_apart(one: str, other: str) -> int:
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(max(end - start, last - first) for tag, start, end, first, last in steps if tag != "equal")


def facts(kind: str, words: list[Word], others: list[Word], spelling: set[str]) -> list[str]:
    """The facts of that kind among words that went or came. A name in small letters on the other side is no other, nor
    is a word of which only the `spelling` changed."""
    found = [one for one, begins in words if kind_of(one, begins) == kind]
    if kind == "name":
        found = [one for one in found if one not in spelling]
        lowered = {one for one, _ in others if one == one.lower()}
        found = [one for one in found if one.lower() not in lowered]
        opens = {one for one, begins in words if begins}
        common = {one.lower() for one, _ in others if one.lower() in OPENERS}
        found = [one for one in found if one not in opens or not any(alike(one, small) for small in common)]
    return found


def kind_of(word: str, begins: bool) -> str:
    plain_word = word.lower()
    if any(sign.isnumeric() or sign in f"{_MONEY}%" for sign in word):
        return "number"
    if any(part in NUMBERS for part in plain_word.split("-")):
        return "number"
    if plain_word in DATES or word == "March" or (word == "May" and not begins):
        return "date"
    if plain_word in NEGATIONS or plain_word.endswith("n't"):
        return "negation"
    if plain_word in DOUBTS:
        return "doubt"
    is_name = word[0].isupper() and plain_word != "i" and not plain_word.startswith("i'")
    return "name" if is_name and not (begins and plain_word in OPENERS) else ""


def plainly(word: str) -> str:
    """To compare facts by: “Mara's” names whom “Mara” names."""
    return _POSSESSIVE.sub("", word.lower()) if word[0].isalpha() else word


def opposites(changed: list[tuple[list[Word], list[Word]]]) -> Iterator[tuple[str, str]]:
    """“happy” that became “unhappy”."""
    for went, came in changed:
        for (one, _), (other, _) in zip(went, came, strict=False):
            short, long = sorted([one.lower(), other.lower()], key=len)
            ends = short.endswith("ful") and long.endswith("less") and short[:-3] == long[:-4]
            if ends or (len(short) > 3 and any(long == f"{prefix}{short}" for prefix in _PREFIXES)):
                yield one, other


def quotations(document: Document) -> Counter[str]:
    """What is said between marks, or set apart as said, by its words alone."""
    texts = [document.headline, document.standfirst]
    quoted: list[str] = []
    for part in document.sections:
        texts += [plain(part.body), part.subhead, part.title]
        texts += [picture.caption for picture in part.pictures]
        quoted += [plain(one) for one in set_apart(part.body)]
        if part.kind in {"quote", "post"}:
            quoted.append(part.text)
    texts += [document.lead.caption] if document.lead else []
    quoted += ["".join(one) for text in texts for one in _QUOTED.findall(text)]
    spoken = (" ".join(_WORD.findall(one.lower().replace("’", "'"))) for one in quoted)
    return Counter(one for one in spoken if one)


def set_apart(body: str) -> Iterator[str]:
    """The HTML inside quotations that need no marks."""
    depth = 0
    for piece in _SET_APART.split(body):
        if _SET_APART.fullmatch(piece):
            depth = max(0, depth + (-1 if piece.startswith("</") else 1))
        elif depth:
            yield piece


def weigh_quotations(was: Counter[str], now: Counter[str], found: Findings) -> None:
    gone, came = list((was - now).elements()), list((now - was).elements())
    if gone and came:
        found.facts.append("A quotation reads differently.")
    elif gone:
        found.facts.append("A quotation is gone.")
    elif came:
        found.news.append("There is a new quotation.")


def sentence(said: str, went: list[str], arrived: list[str], where: str) -> str:
    was, now = ", ".join(went[:3]), ", ".join(arrived[:3])
    if went and arrived:
        return f"A {said} changed in {where}: “{was}” became “{now}”."
    return f"A {said} {'is gone from' if went else 'came into'} {where}: “{was or now}”."
