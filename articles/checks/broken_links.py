"""Links on this site lead somewhere."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from articles.checks.finding import ALWAYS, WARNING, Facts, Finding, Story, Text

NAME = "Broken links"
MAY_STOP = False


def check(story: Story, facts: Facts) -> Iterator[Finding]:
    for part, text in story.bodies:
        yield from broken(text, story.links(part), facts)


def broken(text: Text, linked: list[tuple[str, str]], facts: Facts) -> Iterator[Finding]:
    for address, shown in linked:
        path = internal(address, facts.site)
        if path and path not in facts.internal_links:
            at = max(0, text.plain.find(shown))
            yield text.finding(
                NAME, ALWAYS[WARNING], f"This link leads to {path}, which no reader can open.", at, at + len(shown)
            )


def internal(address: str, site: str) -> str:
    """The path of an address on this site, empty for one elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if (parts.netloc and parts.netloc != urlsplit(site).netloc) or parts.scheme not in {"", "http", "https"}:
        return ""
    return parts.path if parts.path.startswith("/") else ""
