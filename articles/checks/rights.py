"""We may still publish the pictures, on the day they go out."""

from collections.abc import Iterator

from articles.checks.finding import ALWAYS, STOP, Facts, Finding, Story

NAME = "Picture rights"
MAY_STOP = True


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    looks = story.document.looks
    elsewhere = {
        "card_picture": looks.card_picture,
        "social_picture": looks.social_picture,
        "newsletter_picture": looks.newsletter_picture,
    }
    used = [(f"{place}/caption", called, one) for place, called, one in story.pictures()]
    used += [(name, "This picture", one) for name, one in elsewhere.items() if one]
    for place, called, one in used:
        known = facts.pictures.get(one.asset)
        if known and known.rights_until and max(facts.days) > known.rights_until:
            said = (
                f"{called}: we may not publish it after {known.rights_until:%-d %B %Y}. "
                "Choose another, or change the date in the library if the rights were extended."
            )
            yield Finding(NAME, ALWAYS[STOP], place, said, basis=str(one.asset))
