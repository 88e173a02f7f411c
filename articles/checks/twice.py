"""Another story has this headline, or an address that ends like this one's."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Gravity, Story

NAME = "Other stories"
MAY_STOP = False
HEADLINE = Gravity(publish=WARNING, changes=ADVICE, schedule=WARNING)
SLUG = Gravity(publish=ADVICE, changes=None, schedule=ADVICE)  # that of a live story is out


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    if facts.same_headline:
        said = f"Another story has this headline: {facts.same_headline}. Readers and search cannot tell them apart."
        yield story.by_place["headline"].finding(NAME, HEADLINE, said)
    if facts.same_slug:
        yield Finding(NAME, SLUG, "slug", f"An older story’s address ends alike: {facts.same_slug}.")
