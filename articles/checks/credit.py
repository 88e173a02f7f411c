"""One credit has one form in a story. The house's own forms are rules of style, and a missing one stops everything."""

from collections.abc import Iterator

from articles.checks.finding import ADVICE, ALWAYS, Facts, Finding, Story

NAME = "Credits"
MAY_STOP = False


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    credits = {
        known.credit for _, _, one in story.pictures() if (known := facts.pictures.get(one.asset)) and known.credit
    }
    for short in sorted(credits):
        longer = [one for one in sorted(credits) if one != short and one.startswith(f"{short} ") and "/" not in one]
        if longer:
            where = next(
                place
                for place, _, one in story.pictures()
                if (known := facts.pictures.get(one.asset)) and known.credit == short
            )
            said = f"One credit in two forms: “{short}” and “{longer[0]}”. Make them one in the picture library."
            yield Finding(NAME, ALWAYS[ADVICE], f"{where}/caption", said)
