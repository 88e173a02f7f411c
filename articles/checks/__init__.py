"""Checks before publishing: each looks at one idea of a story and says what it finds, where, and what to do.

A check is a pure function of the story and of facts gathered beforehand; none of them asks the database. They stand
below the models, which decide by them what may be published.
"""

from collections.abc import Callable, Iterable

from articles.checks import house, links, people, pictures, quotation, shape, wording
from articles.checks.finding import ADVICE, SEVERITIES, STOP, WARNING, Facts, Finding, Story
from articles.document import Document

__all__ = ["ADVICE", "CHECKS", "SEVERITIES", "STOP", "WARNING", "Facts", "Finding", "Story", "run"]

Check = Callable[[Story, Facts], Iterable[Finding]]
CHECKS: tuple[Check, ...] = (
    quotation.check,
    people.check,
    pictures.check,
    links.check,
    wording.check,
    shape.check,
    house.check,
)


def run(document: Document, facts: Facts) -> list[Finding]:
    """All there is to say about a story, the gravest first, then in the order in which it is read."""
    story = Story(document)
    order = {text.place: number for number, text in enumerate(story.texts)}
    found = [one for check in CHECKS for one in check(story, facts)]
    grave = [*SEVERITIES]
    return sorted(found, key=lambda one: (grave.index(one.severity), order.get(one.place, len(order)), one.start))
