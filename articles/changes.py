"""What changed in a live story, from one public edition to the next, for readers who want to know.

Only editions are compared: what was saved in between was never public. Where words were removed for legal reasons they
are shown as removed, and nothing of what stood before that edition is shown again: an older version would say the same
in other words. A story that was away and came back begins anew, for the same reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Literal

from articles.comparing import Change, Run, SectionChange, compare, folded, lines, title_of
from articles.document import Document, Picture
from articles.models import AuditEntry, Correction, Edition, Redaction
from articles.proposing import READ, UNREAD
from articles.workflow import ChangeKind

STEPS = 10  # editions on a page
GONE = [AuditEntry.Action.WITHDRAW, AuditEntry.Action.KILL, AuditEntry.Action.TAKE_DOWN]
READ_AND_TOLD = (*READ, "ai_purpose", "ai_tool", "ai_reviewer", "ai_checked")
DOCUMENT_LESS = ("text", "card", "corrections")

Mark = Literal["same", "gone", "new", "hidden", "folded"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line: as it is, gone, new, hidden for legal reasons, or left out because it is the same."""

    mark: Mark
    text: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the story something differs, and its lines."""

    what: str
    lines: list[list[Piece]]


@dataclass(frozen=True, slots=True)
class Step:
    """One edition beside the one before. With `is_hidden` nobody is shown what differs."""

    number: int
    at: datetime
    kind: ChangeKind
    note: str = ""
    is_legal: bool = False
    is_hidden: bool = False
    places: list[Place] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Changes:
    """The newest steps first. `begins` is when the oldest edition that is shown here came; `returned`: came back."""

    steps: list[Step]
    begins: datetime | None
    returned: bool
    has_older: bool

    @property
    def hides(self) -> bool:
        return any(step.is_hidden for step in self.steps)


def changes_of(live: Edition, page: int) -> Changes:
    """What readers saw change in this story, `STEPS` editions a page."""
    start = (page - 1) * STEPS
    older = Edition.objects.filter(article=live.article_id).order_by("-number").defer(*DOCUMENT_LESS)
    editions = list(older[start : start + STEPS + 1])
    redactions = list(
        Redaction.objects.filter(article=live.article_id).values_list("edition_id", "cause", "edition__number")
    )
    went = AuditEntry.objects.filter(article=live.article_id, action__in=GONE).values_list("at", flat=True).first()
    notes = {one.edition_id: one for one in Correction.objects.filter(edition__in=[one.pk for one in editions])}
    hidden_to = max((number for _, cause, number in redactions if cause == Redaction.Cause.LEGAL), default=0)
    first = max((number for _, cause, number in redactions if cause == Redaction.Cause.RETURN), default=1)
    legal_ones = {pk for pk, cause, _ in redactions if cause == Redaction.Cause.LEGAL}
    steps: list[Step] = []
    begins, has_older = None, len(editions) > STEPS
    for one, before in [*pairwise(editions), *([(editions[-1], None)] if editions and not has_older else [])]:
        if before is None or one.number <= first or is_before(before, went):
            begins, has_older = one.published_at, False
            break
        legal, hidden, note = one.pk in legal_ones, one.number < hidden_to, notes.get(one.pk)
        kind = ChangeKind(note.kind) if note else kind_of(one)
        places = [] if hidden else list(places_of(before.story, one.story, legal=legal))
        if places or legal or kind != ChangeKind.TYPO:
            steps.append(Step(one.number, one.published_at, kind, note.text if note else "", legal, hidden, places))
    return Changes(steps, begins, begins is not None and (first > 1 or went is not None), has_older)


def is_before(edition: Edition, went: datetime | None) -> bool:
    """Whether readers lost the story after this edition."""
    return went is not None and edition.published_at <= went


def kind_of(edition: Edition) -> ChangeKind:
    """That of a change without a note."""
    return ChangeKind.UPDATE if edition.last_substantive_update_at == edition.published_at else ChangeKind.TYPO


def places_of(was: Document, now: Document, *, legal: bool) -> Iterator[Place]:
    """Where the two read differently. With `legal` nothing comes from the older one."""
    found = compare(was, now)
    for change in found.fields:
        if change.place in READ_AND_TOLD:
            yield from told(change, change.what, legal)
    for section in found.sections:
        for change in section.changes:
            if change.place in UNREAD or change.place == "url" or (change.place == "body" and change.what != "Text"):
                continue
            yield from told(change, called(section, legal), legal)


def called(section: SectionChange, legal: bool) -> str:
    if section.status == "gone":
        return "A part of the story" if legal else f"“{section.title}”"
    name = title_of(section.part) if section.part.subhead or section.part.title else ""
    return f"“{name}”" if name else "Text"


def told(change: Change, what: str, legal: bool) -> Iterator[Place]:
    if not change.pictures:
        yield Place(what, drawn(change.was, change.now, legal))
        return
    for one in change.pictures:
        if one.swapped or one.was is None or one.now is None:
            yield Place("Picture", drawn(spoken(one.was), spoken(one.now), legal))
        else:
            for words in one.words:
                if words.differs:
                    yield Place(f"Picture: {words.what.lower()}", drawn(words.was, words.now, legal))


def spoken(picture: Picture | None) -> str:
    """A picture by its words; its files may be nobody's business any more."""
    if picture is None:
        return ""
    said = picture.caption or picture.alt_text or "without a caption"
    return f"Picture: {said}" + (f" © {picture.credit}" if picture.credit else "")


def drawn(was: str, now: str, legal: bool) -> list[list[Piece]]:
    found: list[list[Piece]] = []
    for stretch in folded(lines(was, now)):
        if stretch.folded:
            found.append([Piece("folded")])
        else:
            found += [line for row in stretch.rows if (line := pieces(row.runs, legal))]
    return found


def pieces(runs: list[Run], legal: bool) -> list[Piece]:
    line: list[Piece] = []
    for run in runs:
        piece = Piece("hidden") if legal and run.mark == "gone" else Piece(run.mark, run.text)
        if piece.mark != "hidden" or not line or line[-1].mark != "hidden":
            line.append(piece)
    return line
