"""Who is in a picture is in the story."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, WARNING, Facts, Finding, Gravity, Story

NAME = "Who is in the picture"
MAY_STOP = False
UNNAMED = Gravity(publish=WARNING, changes=ADVICE, schedule=WARNING)


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for place, called, one in story.pictures():
        known = facts.pictures.get(one.asset)
        if known and (missing := [name for name in known.people if not named(name, story)]):
            said = f"{called} shows {' and '.join(missing)}, whom the story does not name. Is it the right picture?"
            yield Finding(NAME, UNNAMED, f"{place}/caption", said)


def named(name: str, story: Story) -> bool:
    """Whether the story is about this person or names them, be it by surname."""
    whole = story.whole.casefold()
    return (
        name.casefold() in whole
        or name.split()[-1].casefold() in whole
        or any(topic.title.casefold() == name.casefold() for topic in story.document.topics)
    )
