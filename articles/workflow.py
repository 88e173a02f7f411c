"""Where a story stands at the desk. What readers may see is another thing: that is its live edition."""

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    DESK = "desk", "With the desk"


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
    SCHEDULED = "scheduled", "Scheduled"
    LIVE = "live", "Live"
    CHANGED = "changed", "Live, with changes"
    WITHDRAWN = "withdrawn", "Withdrawn"
