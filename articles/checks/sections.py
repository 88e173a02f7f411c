"""Sections have something in them, and the story does not begin with a subhead."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, WARNING, Facts, Finding, Story

NAME = "Sections"
MAY_STOP = False


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    document = story.document
    for number, (part, text) in enumerate(story.bodies):
        place = f"sections/{story.where(part)}"
        if not text.plain.strip() and not part.pictures:
            said = f"{story.name(part).capitalize()} is empty: write it, or remove it."
            yield Finding(NAME, ALWAYS[WARNING], f"{place}/body", said)
        if number == 0 and part.subhead and document.format not in {"list", "gallery"} and document.sections[0] is part:
            said = "The story begins with a subhead: its opening stands better without."
            yield story.by_place[f"{place}/subhead"].finding(NAME, ALWAYS[ADVICE], said)
