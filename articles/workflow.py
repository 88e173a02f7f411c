"""Where a story stands at the desk. What readers may see is another thing: that is its live edition."""

from django.db import models


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    DESK = "desk", "With the desk"


class Standing(models.TextChoices):
    """What an editor wants to know of a story at a glance, from both sides at once."""

    DRAFT = "draft", "Draft"
    DESK = "desk", "With the desk"
    SCHEDULED = "scheduled", "Scheduled"
    LIVE = "live", "Live"
    CHANGED = "changed", "Live, with changes"
    WITHDRAWN = "withdrawn", "Withdrawn"
