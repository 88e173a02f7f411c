"""Whom words of a story are about, by the names that stand beside them."""

import re

from articles.checks.finding import Person, Text, squeezed

Names = dict[str, Person | None]
SAME = " If it is the same person, one of them is wrong."  # of somebody who is named but no topic of the story
NEAR = 80  # characters before and after in which a name tells whom it is about
_HOW_OLD = r"(?:(?:,\s+(?:aged\s+)?|\s+\()\d{1,3}\)?)?"
_LEADS_TO = r"(?:(?:is|now|who|a|an|the|proud|devoted|single|married|already|herself|himself|aged?)\s+)*"
_CALLING = (
    "actress|actor|singer|star|director|model|presenter|comedian|musician|rapper|writer|author|dancer|royal|prince|"
    "princess|host|footballer|player|producer|designer|chef|duchess|duke"
)


def names_of(people: tuple[Person, ...]) -> Names:
    """Full names, other names, surnames and first names; None for one that two people share."""
    found: Names = {}
    for one in people:
        words = {
            name
            for full in one.names
            for name in (squeezed(full), *([full.split()[0], full.split()[-1]] if full.split() else []))
        }
        for name in words:
            found[name] = one if found.get(name, one) is one else None
    return found


def about(text: Text, start: int, end: int, by_name: Names) -> Person | None:
    """Whom these words are about, by a name that stands right beside them; None if none does or two share it.

    “Bram Ostrow, 63, the father of two”, “the 37-year-old actress Ida Marsh”; not “the 37-year-old rows with Bram
    Ostrow”.
    """
    if not by_name:
        return None
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    before = re.search(rf"\b({names}){_HOW_OLD}(?:,|’s|'s)?\s+{_LEADS_TO}$", text.plain[max(0, start - NEAR) : start])
    after = re.match(rf",?\s+(?:(?:{_CALLING})\s+)?({names})\b", text.plain[end : end + NEAR])
    found = before or after
    return by_name[found[1]] if found else None
