"""The story as a whole: its lengths, sections, topics, and what it shares with other stories."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Story

LENGTHS, SECTIONS, TOPICS, TWICE = "Lengths", "Sections", "Topics", "Other stories"

HEADLINE = (20, 100)  # the screen's guide, with room: what is in it is good, what is far outside is told here
STANDFIRST = (40, 210)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    document = story.document
    for name, called, (least, most) in (("headline", "headline", HEADLINE), ("standfirst", "standfirst", STANDFIRST)):
        text = story.by_place[name]
        length = len(text.plain.strip())
        if not length:
            if name == "standfirst":
                yield text.finding(LENGTHS, WARNING, "The story has no standfirst: say it in one sentence.")
        elif length < least:
            yield text.finding(LENGTHS, ADVICE, f"The {called} is short: {length} characters.")
        elif length > most:
            said = f"The {called} has {length} characters; cards and search cut it at about {most}."
            yield text.finding(LENGTHS, WARNING, said)
    for number, (part, text) in enumerate(story.bodies):
        place = f"sections/{story.where(part)}"
        if not text.plain.strip() and not part.pictures:
            yield Finding(
                SECTIONS, WARNING, f"{place}/body", f"{story.name(part).capitalize()} is empty: write it, or remove it."
            )
        if number == 0 and part.subhead and document.format not in {"list", "gallery"} and document.sections[0] is part:
            yield story.by_place[f"{place}/subhead"].finding(
                SECTIONS, ADVICE, "The story begins with a subhead: its opening stands better without."
            )
    if not document.topics:
        yield Finding(
            TOPICS, WARNING, "topics", "The story has no topics: nobody who follows a person or a film will find it."
        )
    if facts.same_headline:
        yield story.by_place["headline"].finding(
            TWICE,
            WARNING,
            f"Another story has this headline: {facts.same_headline}. Readers and search cannot tell them apart.",
        )
    if facts.same_slug:
        yield Finding(TWICE, ADVICE, "slug", f"An older story’s address ends alike: {facts.same_slug}.")
