"""Whom words of a story are about, by the names that stand beside them."""

import re

from articles.checks.finding import Person, Text, squeezed

NEAR = 80  # characters before and after in which a name tells whom it is about
_LEADS_TO = r"(?:(?:is|now|who|a|an|the|proud|devoted|single|married|already|herself|himself|aged?)\s+)*"
_CALLING = (
    "actress|actor|singer|star|director|model|presenter|comedian|musician|rapper|writer|author|dancer|royal|prince|"
    "princess|host|footballer|player|producer|designer|chef|duchess|duke"
)


def names_of(people: tuple[Person, ...]) -> dict[str, Person | None]:
    """Full names, other names, surnames and first names; None for one that two people share."""
    found: dict[str, Person | None] = {}
    for one in people:
        words = {
            name
            for full in one.names
            for name in (squeezed(full), *([full.split()[0], full.split()[-1]] if full.split() else []))
        }
        for name in words:
            found[name] = one if found.get(name, one) is one else None
    return found


def about(text: Text, start: int, end: int, by_name: dict[str, Person | None]) -> Person | None:
    """Whom these words are about, by a name that stands right beside them; None if none does or two share it.

    “Bram Ostrow, the father of two”, “the 37-year-old actress Ida Marsh”; not “the 37-year-old rows with Bram Ostrow”.
    """
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    before = re.search(rf"\b({names})(?:,|’s|'s)?\s+{_LEADS_TO}$", text.plain[max(0, start - NEAR) : start])
    after = re.match(rf",?\s+(?:(?:{_CALLING})\s+)?({names})\b", text.plain[end : end + NEAR])
    found = before or after
    return by_name[found[1]] if found else None
