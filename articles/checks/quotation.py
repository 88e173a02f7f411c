"""Quotation marks, paired by where they stand and not by how many there are.

An opener follows a space, a bracket or a dash and touches what comes after it; a closer touches what comes before it.
So an opener inside an open quotation shows the closer that is missing before it, though the count is even. A quotation
that runs over several paragraphs opens each of them and closes the last. Apostrophes, ’em and ’90s, feet and inches
are no quotation marks. A quotation that its own paragraph shows to be over (“to the theatre,she said.”) is not one
that goes on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from articles.checks.finding import ALWAYS, STOP, WARNING, Facts, Finding, Story, Text

NAME = "Quotation marks"
MAY_STOP = True

DOUBLE, GUILLEMET, SINGLE = "double", "guillemet", "single"
_OPENS_AFTER = set(" \t([{–—-/¡¿") | {""}
_CLOSES_BEFORE = set(" \t.,;:!?)]}…–—-/") | {""}
_NO_BEGINNING = set(" ,;:!?)]}") | {""}
_MARKS = re.compile("[\"“”„«»‘’'‚]")
_CLIPPED = re.compile(
    r"(?:tis|twas|twere|twill|em|til|till|cause|cos|bout|round|neath|n|ere|allo|appen|ow|er|im|is|ave|ad|nuff|kay"
    r"|tude|burbs|hood|fraid|gainst|tween|cept|pon|un|uns|ello|alf|ome|ouse|tec|member|ole)(?![^\W\d_])"
    r"|\d0?s|\d\d(?!\d)",
    re.IGNORECASE,
)
_SPOKE = (
    r"(?:said|says|told|tells|added|adds|explained|explains|replied|replies|asked|asks|answered|answers|admitted|admits"
    r"|concluded|concludes|continued|continues|recalled|recalls|revealed|reveals|insisted|insists|joked|jokes|shared"
    r"|shares|wrote|writes|responded|responds|remarked|remarks|noted|notes|laughed|laughs|confessed|confesses)"
)
_WHO = r"(?:he|she|they|I|we|it|the [a-z]+(?: [a-z]+)?|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})"
_ADVERB = r"(?:(?:later|also|then|quickly|quietly) )?"
_ATTRIBUTION = rf"(?:{_WHO} {_ADVERB}{_SPOKE}|{_SPOKE} {_WHO})\b"
# The closing mark and its space are gone: “to the theatre,she said”.
_GLUED = re.compile(rf"[,.!?…](?={_ATTRIBUTION})")
# Only the mark is gone: “to the theatre, she said.” at the end of a paragraph.
_TAIL = re.compile(rf"[,!?…](?= {_ATTRIBUTION}[^.!?]{{0,60}}[.!?]?\s*$)")
_ANY_GLUE = re.compile(r"(?:,(?=[^\W\d_])|[^\W\d_]{2}[.!?…](?=[A-Z][a-z]))")
# “remarkableand ”: a word that nothing else explains, before the next opener.
_RUN_ON = re.compile(r"(?<=[^\W\d_]{4})and(?=\s*$)")
_REAL_AND = re.compile(
    r"\b(?:understand|thousand|mainland|husband|withstand|ampersand|misunderstand|\w+land|\w+hand|\w+brand|"
    r"\w+stand|\w+band|\w+sand)\s*$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[<>{}]|\w=[\w\"']|\balert\(|javascript:")  # whose marks are no dialogue's
_FEET = re.compile(r"\d['′’]\s?\d+\"")
_ATTRIBUTED = re.compile(rf"\b{_ATTRIBUTION}")
_ELSEWHERE = re.compile(rf"\b{_WHO} (?:later|separately) {_SPOKE}\b|\btold (?:[A-Z][\w’'-]+ ?){{2,}}")
_SENTENCE_START = re.compile(r"(?:[.!?…][”\"’')\]]*|:|\b(?:said|says|added|told \w+|asked|replied),)\s+(?=\S)")


@dataclass(slots=True)
class Mark:
    at: int
    sign: str
    kind: str


@dataclass(slots=True)
class Fault:
    """`at` is where a mark is missing or wrong; `start` and `end` what is shown; `put` what goes in at `at`."""

    said: str
    start: int
    end: int
    severity: str = STOP
    at: int | None = None
    put: str = ""
    gone: int = 0  # characters at `at` that `put` takes the place of


@dataclass(slots=True)
class Paragraph:
    text: str
    faults: list[Fault] = field(default_factory=list)
    open: Mark | None = None  # the double or outer single quotation that its end finds open
    opens: str = ""  # the kind of mark it begins with
    lacks_opener: Fault | None = None  # the first fault, if it is a closer with nothing open
    outside: str = ""  # what stands in no quotation


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    turned = all(sign not in story.whole for sign in "“„")  # ”so” is how some languages open
    for text in story.texts:
        if _MARKS.search(text.plain):
            yield from of_text(text, turned)


def of_text(text: Text, turned: bool = False) -> Iterator[Finding]:
    read = [(start, paragraph_of(line, turned)) for start, line in text.paragraphs]
    for index, (_, one) in enumerate(read):
        if one.open is not None:
            following = read[index + 1][1] if index + 1 < len(read) else None
            end_of(one, following)
    for start, one in read:
        for fault in sorted(one.faults, key=lambda fault: fault.start):
            repair = None
            if fault.at is not None:
                repair = one.text[fault.start : fault.at] + fault.put + one.text[fault.at + fault.gone : fault.end]
            yield text.finding(NAME, ALWAYS[fault.severity], fault.said, start + fault.start, start + fault.end, repair)


# -- one paragraph -------------------------------------------------------------------------------------------------


def marks_of(text: str, turned: bool) -> Iterator[tuple[Mark, str, str]]:
    """Every sign that may be a quotation mark, with the signs before and after it."""
    for found in _MARKS.finditer(text):
        at, sign = found.start(), found[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        if turned and sign == "”":
            sign = '"'
        kind = DOUBLE if sign in '"“”„' else GUILLEMET if sign in "«»" else SINGLE
        yield Mark(at, sign, kind), before, after


class Reader:
    """Reads one paragraph from left to right, with the quotations that are open on a stack."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = Paragraph(text)
        self.stack: list[Mark] = []
        self.outside_from = 0

    def innermost(self, kind: str) -> Mark | None:
        return next((mark for mark in reversed(self.stack) if mark.kind == kind), None)

    def push(self, mark: Mark) -> None:
        if not self.stack:
            self.read.outside += self.text[self.outside_from : mark.at] + " "
        if not self.text[: mark.at].strip():
            self.read.opens = mark.kind
        self.stack.append(mark)

    def pop(self, kind: str, at: int) -> None:
        """Close the innermost quotation of that kind; what is open inside it has lost its closing mark."""
        while self.stack:
            mark = self.stack.pop()
            if mark.kind == kind:
                break
            if mark.kind == SINGLE and self.text[at + 1 : at + 2] not in {"’", "'"}:
                unclosed_single(self.read, mark, at)
        if not self.stack:
            self.outside_from = at + 1

    def double(self, mark: Mark, before: str, after: str, opening: bool, closing: bool) -> None:
        opener = self.innermost(mark.kind)
        if is_inches(self.text, mark, before, after, opener is not None):
            return
        if self.opens(mark, opener, opening, closing):
            if opener:
                missing_closer(self.read, opener, mark.at)
                self.pop(mark.kind, mark.at - 1)
            self.push(mark)
        elif opener:
            self.pop(mark.kind, mark.at)
        else:
            missing_opener(self.read, mark)

    def opens(self, mark: Mark, opener: Mark | None, opening: bool, closing: bool) -> bool:
        """Whether a mark opens a quotation: by its form where it has one, else by where it stands."""
        if mark.sign == "„":
            return True
        if mark.sign == "“":
            if opener and opener.sign == "„":
                return False
            if opener and closing and not opening:
                turned_wrong(self.read, mark, "”")
                return False
            return True
        if mark.sign == "”":
            if opening and not closing and not opener:
                turned_wrong(self.read, mark, "“")
                return True
            return False
        if opening != closing:
            return opening
        if mark.kind == GUILLEMET and not opener:
            return mark.sign == "«"
        return opener is None

    def single(self, mark: Mark, before: str, after: str, opening: bool, closing: bool) -> None:
        """A single mark is an apostrophe wherever it can be one."""
        if mark.sign == "‚":
            if opening:
                self.push(mark)
            return
        opener = self.innermost(SINGLE)
        if (before.isalnum() and after.isalnum()) or (before.isdigit() and not opener):
            return  # it’s; feet, or the 1990s’
        if opening and not (closing and opener):
            is_apostrophe = mark.sign == "’" or opener or _CLIPPED.match(self.text, mark.at + 1)
            if not is_apostrophe and (mark.sign != "'" or pairs_later(self.text, mark.at)):
                self.push(mark)
        elif before in {"", " "}:
            return
        elif opener:
            if not (before.isalnum() and after == " " and another_closer(self.text, mark.at)):
                self.pop(SINGLE, mark.at)  # else it is the dancers’ room, in a quotation that closes later
        elif before in ".,!?…" and mark.sign in "’'" and self.stack:
            word = word_before(self.text, mark.at)
            said = f"A single quotation mark closes after “{word}”, but none is open."
            self.read.faults.append(Fault(said, mark.at - len(word), mark.at + 1, WARNING))

    def end(self) -> Paragraph:
        outer = next((mark for mark in self.stack if mark.kind != SINGLE or mark.sign == "‘"), None)
        for mark in self.stack:
            if mark.kind == SINGLE and mark is not outer:
                unclosed_single(self.read, mark, len(self.text))
        self.read.open = outer
        if not self.stack:
            self.read.outside += self.text[self.outside_from :]
        return self.read


def paragraph_of(text: str, turned: bool = False) -> Paragraph:
    if _CODE.search(text):
        return Paragraph(text)
    reader = Reader(text)
    for mark, before, after in marks_of(text, turned):
        opening = (before in _OPENS_AFTER or before in "\"“„«‘'‚") and after not in _NO_BEGINNING
        closing = before not in {"", " "} and (after in _CLOSES_BEFORE or after in "\"”’'»“")
        read = reader.single if mark.kind == SINGLE else reader.double
        read(mark, before, after, opening, closing)
    return reader.end()


def pairs_later(text: str, at: int) -> bool:
    """Whether a straight single mark that could open has one that could close it: else it is an apostrophe."""
    return any(
        text[found.start() - 1 : found.start()] not in {"", " "} and not text[found.end() : found.end() + 1].isalnum()
        for found in re.finditer("'", text[at + 1 :])
        if found.start()
    ) or ('"' in text[at:] and '"' in text[:at])


def another_closer(text: str, at: int) -> bool:
    """Whether what is left of the quotation around it holds another sign that can close a single one."""
    rest = text[at + 1 :]
    for found in re.finditer("[’'‘“\"”]", rest):
        before = rest[found.start() - 1] if found.start() else " "
        if found[0] == '"' and before.isdigit():
            continue  # inches, most likely
        if found[0] not in "’'":
            return False
        if before != " " and not rest[found.end() : found.end() + 1].isalnum():
            return True
    return False


def is_inches(text: str, mark: Mark, before: str, after: str, now_open: bool) -> bool:
    """A straight mark after a figure: 12" records, and 6'2"."""
    if mark.sign != '"' or not before.isdigit() or after.isalnum():
        return False
    if any(found.end() == mark.at + 1 for found in _FEET.finditer(text)):
        return True
    rest = _FEET.sub("", text[mark.at + 1 :])
    return not now_open or rest.count('"') % 2 == 1


# -- what is wrong -------------------------------------------------------------------------------------------------


def like(mark: Mark, opens: bool) -> str:
    """The partner of a mark, of its kind."""
    if mark.kind == SINGLE:
        return {"'": "'"}.get(mark.sign, "‘" if opens else "’")
    if mark.kind == GUILLEMET:
        return "»" if mark.sign == "«" else "«"
    return {'"': '"', "„": "“"}.get(mark.sign, "“" if opens else "”")


def word_before(text: str, at: int) -> str:
    found = re.search(r"\S{1,40}$", text[:at])
    return found[0] if found else ""


def around(text: str, at: int) -> tuple[int, int]:
    """The words that touch a place."""
    start, end = at, at
    while start > 0 and not text[start - 1].isspace() and at - start < 40:
        start -= 1
    while end < len(text) and not text[end].isspace() and end - at < 40:
        end += 1
    return start, end


def insertion(read: Paragraph, at: int, put: str, said: str, severity: str = STOP, gone: int = 0) -> None:
    start, end = around(read.text, at)
    if start == end:
        start = max(0, at - len(word_before(read.text, at)))
    read.faults.append(Fault(said, start, end, severity, at, put, gone))


def place_of_closer(text: str, start: int, end: int, *, at_end: bool) -> tuple[int, str] | None:
    """Where the mark that closes what opened at `start` was lost, and what stands after it; None if nothing tells."""
    inside = text[start:end]
    glued = [*_GLUED.finditer(inside)] or [*_ANY_GLUE.finditer(inside)]
    if glued:
        return start + glued[-1].end(), " "
    if tail := _TAIL.search(inside) if at_end else re.search(rf"[,!?…](?= {_ATTRIBUTION})", inside):
        return start + tail.end(), ""
    if not at_end and (found := _RUN_ON.search(inside)) and not _REAL_AND.search(inside):
        return start + found.start(), " "
    if at_end:
        return start + len(inside.rstrip()), ""
    kept = inside.rstrip()
    if kept[-1:] in set(".,!?…") and len(kept) > 1:
        return start + len(kept), ""
    return None


def missing_closer(read: Paragraph, opener: Mark, at: int) -> None:
    """A quotation opens where one is open: the mark that closes the first is missing."""
    said = f"This quotation is not closed before the next one opens: add {like(opener, opens=False)} where it ends."
    if place := place_of_closer(read.text, opener.at + 1, at, at_end=False):
        insertion(read, place[0], like(opener, opens=False) + place[1], said)
    else:
        read.faults.append(Fault(said, opener.at, min(at, opener.at + 60)))


def missing_opener(read: Paragraph, closer: Mark) -> None:
    text = read.text
    starts = [found.end() for found in _SENTENCE_START.finditer(text[: closer.at])]
    last = max(
        [mark.at + 1 for mark, _, _ in marks_of(text[: closer.at], False) if mark.kind == closer.kind], default=0
    )
    at = max([one for one in starts if one < closer.at - 1] or [0])
    if at < last:
        at = last + len(text[last:]) - len(text[last:].lstrip())
    first = len(text) - len(text.lstrip())
    opener = like(closer, opens=True)
    said = f"A quotation closes here, but none is open: add {opener} where it begins."
    word = word_before(text, closer.at)
    fault = Fault(said, closer.at - len(word), closer.at + 1)
    if max(at, first) < closer.at:
        fault = Fault(said, max(at, first), closer.at + 1, at=max(at, first), put=opener)
    if not read.faults and not read.opens and read.lacks_opener is None:
        read.lacks_opener = fault
    read.faults.append(fault)


def turned_wrong(read: Paragraph, mark: Mark, right: str) -> None:
    start, end = around(read.text, mark.at)
    said = f"This quotation mark is turned the wrong way: {right} belongs here."
    read.faults.append(Fault(said, start, max(end, mark.at + 1), STOP, mark.at, right, 1))


def unclosed_single(read: Paragraph, mark: Mark, at: int) -> None:
    said = "The quotation in single marks that opens here is not closed."
    read.faults.append(Fault(said, mark.at, min(at, mark.at + 60), WARNING))


def end_of(read: Paragraph, following: Paragraph | None) -> None:
    """A paragraph ends in an open quotation: it goes on in the next one, or its closing mark is missing."""
    opener = read.open
    assert opener is not None
    text, closer = read.text, like(opener, opens=False)
    severity = WARNING if opener.kind == SINGLE else STOP
    said = f"This quotation is not closed: add {closer} where it ends."
    goes_on = following is not None and following.opens == opener.kind
    over = _GLUED.search(text, opener.at) or _TAIL.search(text, opener.at)
    if goes_on and not over:
        assert following is not None
        told = _ATTRIBUTED.search(read.outside)
        if told and _ELSEWHERE.search(after_quotation(following)):
            said = (
                "By its marks this quotation goes on in the next paragraph, which was said elsewhere or later. "
                f"If it ends here, add {closer}."
            )
            insertion(read, len(text.rstrip()), closer, said, WARNING)
        return
    if following is not None and following.lacks_opener and not over:
        following.lacks_opener.said = (
            "This quotation goes on from the paragraph before: each of its paragraphs begins with an opening mark."
        )
        return
    place = place_of_closer(text, opener.at + 1, len(text), at_end=True)
    if place is None:
        read.faults.append(Fault(said, opener.at, min(len(text), opener.at + 60), severity))
    else:
        insertion(read, place[0], closer + place[1], said, severity)


def after_quotation(read: Paragraph) -> str:
    """What a paragraph says of who spoke, also where the mark before it is missing."""
    glued = "".join(read.text[found.end() : found.end() + 80] for found in _GLUED.finditer(read.text))
    return f"{read.outside} {glued}"
