"""Where a story stands at the desk. What readers may see is another thing: that is its live edition."""

from typing import NamedTuple

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    DESK = "desk", "With the desk"
    SUBS = "subs", "Sub-editing"
    READY = "ready", "Ready"
    REVISE = "revise", "To revise"
    HOLD = "hold", "On hold"


class Move(NamedTuple):
    """A way from one state to another. `own`: whoever writes the story may go it, too; else editors only."""

    to: State
    label: str
    own: bool = False


# Who may move what: this table, and nothing beside it.
MOVES: dict[State, tuple[Move, ...]] = {
    State.DRAFT: (
        Move(State.DESK, "Hand in", own=True),
        Move(State.SUBS, "To sub-editing"),
        Move(State.READY, "Ready to publish"),
        Move(State.HOLD, "Put on hold"),
    ),
    State.DESK: (
        Move(State.SUBS, "To sub-editing"),
        Move(State.READY, "Ready to publish"),
        Move(State.REVISE, "Send back to revise"),
        Move(State.HOLD, "Put on hold"),
        Move(State.DRAFT, "Take back to draft", own=True),
    ),
    State.SUBS: (
        Move(State.READY, "Ready to publish"),
        Move(State.REVISE, "Send back to revise"),
        Move(State.DESK, "Back to the desk"),
        Move(State.HOLD, "Put on hold"),
    ),
    State.READY: (
        Move(State.SUBS, "Back to sub-editing"),
        Move(State.REVISE, "Send back to revise"),
        Move(State.HOLD, "Put on hold"),
    ),
    State.REVISE: (
        Move(State.DESK, "Hand in again", own=True),
        Move(State.SUBS, "To sub-editing"),
        Move(State.READY, "Ready to publish"),
        Move(State.HOLD, "Put on hold"),
    ),
    State.HOLD: (
        Move(State.DRAFT, "Back to draft"),
        Move(State.DESK, "Back to the desk"),
        Move(State.SUBS, "To sub-editing"),
        Move(State.READY, "Ready to publish"),
    ),
}
# Whoever may publish may do so from every state but these, which say why not; from “Ready” it is the next thing to do.
HELD: dict[State, str] = {
    State.REVISE: "It was sent back to be revised: move it on before it goes out.",
    State.HOLD: "It is on hold: move it on before it goes out.",
}
WRITTEN_IN = (State.DRAFT, State.REVISE)  # where whoever writes the story may change it


class Priority(models.IntegerChoices):
    NORMAL = 0, "Normal"
    HIGH = 1, "High"
    URGENT = 2, "Urgent"


class ChangeKind(models.TextChoices):
    """What a change to a live story is to its readers. Only what is new or was wrong moves the time they are told."""

    TYPO = "typo", "Typo or tidying: nothing changes in meaning"
    UPDATE = "update", "Update: there is news in it"
    CLARIFICATION = "clarification", "Clarification: it was right, but could mislead"
    CORRECTION = "correction", "Correction: we were wrong"

    @property
    def moves_time(self) -> bool:
        return self in (ChangeKind.UPDATE, ChangeKind.CORRECTION)

    @property
    def needs_note(self) -> bool:
        return self in (ChangeKind.CLARIFICATION, ChangeKind.CORRECTION)


class Standing(models.TextChoices):
    """What an editor wants to know of a story at a glance, from both sides at once."""

    DRAFT = "draft", "Draft"
    DESK = "desk", "With the desk"
    SUBS = "subs", "Sub-editing"
    READY = "ready", "Ready"
    REVISE = "revise", "To revise"
    HOLD = "hold", "On hold"
    SCHEDULED = "scheduled", "Scheduled"
    LIVE = "live", "Live"
    CHANGED = "changed", "Live, with changes"
    WITHDRAWN = "withdrawn", "Withdrawn"
