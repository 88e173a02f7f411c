"""Headline and standfirst have the length that cards and search have room for."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, WARNING, Facts, Finding, Story

NAME = "Lengths"
MAY_STOP = False

HEADLINE = (20, 100)  # the screen's guide, with room: what is in it is good, what is far outside is told here
STANDFIRST = (40, 210)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for name, (least, most) in (("headline", HEADLINE), ("standfirst", STANDFIRST)):
        text = story.by_place[name]
        length = len(text.plain.strip())
        if not length:
            if name == "standfirst":
                said = "The story has no standfirst: say it in one sentence."
                yield text.finding(NAME, ALWAYS[WARNING], said)
        elif length < least:
            yield text.finding(NAME, ALWAYS[ADVICE], f"The {name} is short: {length} characters.")
        elif length > most:
            said = f"The {name} has {length} characters; cards and search cut it at about {most}."
            yield text.finding(NAME, ALWAYS[WARNING], said)
