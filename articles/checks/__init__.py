"""Checks before publishing: each module looks at one idea of a story and says what it finds, where, and what to do.

A check is a pure function of the story and of facts gathered beforehand; none of them asks the database. They stand
below the models, which decide by them what may be published. How grave a finding is depends on the deed: see Gravity.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol

from articles.checks import (
    ages,
    alt_text,
    below,
    broken_links,
    children,
    credit,
    house,
    lead_picture,
    lengths,
    link_words,
    names,
    outlets,
    quotation,
    repeated,
    rights,
    sections,
    shown,
    spaces,
    times,
    titles,
    topics,
    twice,
)
from articles.checks.finding import (
    ADVICE,
    CHANGES,
    PUBLISH,
    SCHEDULE,
    SEVERITIES,
    STOP,
    WARNING,
    Facts,
    Finding,
    Story,
)
from articles.document import Document

__all__ = [
    "ADVICE",
    "CHANGES",
    "CHECKS",
    "PUBLISH",
    "SCHEDULE",
    "SEVERITIES",
    "STOP",
    "WARNING",
    "Facts",
    "Finding",
    "Story",
    "run",
]


class Check(Protocol):
    """What a module of a check has. `MAY_STOP`: whether anything it finds can stop a deed."""

    NAME: str
    MAY_STOP: bool

    def check(self, story: Story, facts: Facts) -> Iterable[Finding]: ...


CHECKS: tuple[Check, ...] = (
    quotation,
    ages,
    children,
    lead_picture,
    alt_text,
    credit,
    rights,
    shown,
    below,
    link_words,
    outlets,
    broken_links,
    repeated,
    spaces,
    titles,
    names,
    times,
    lengths,
    sections,
    topics,
    twice,
    house,
)


def run(document: Document, facts: Facts, *, stops_only: bool = False) -> list[Finding]:
    """What there is to say about a story at this deed, the gravest first, then in the order in which it is read."""
    story = Story(document)
    order = {text.place: number for number, text in enumerate(story.texts)}
    found = [
        replace(one, severity=severity)
        for check in CHECKS
        if check.MAY_STOP or not stops_only
        for one in check.check(story, facts)
        if (severity := one.gravity.at(facts.deed)) and (severity == STOP or not stops_only)
    ]
    grave = [*SEVERITIES]
    return sorted(found, key=lambda one: (grave.index(one.severity), order.get(one.place, len(order)), one.start))
