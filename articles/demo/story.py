"""What a story of the demo is made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Subject:
    """A topic. Only persons have dates."""

    slug: str
    name: str
    kind: str
    description: str
    born: date | None = None
    died: date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Use:
    """A picture of the library in a story. The alternative text is the library's."""

    picture: str
    caption: str


@dataclass(frozen=True)
class Part:
    """A section; the fields are those of articles.document.Part, the body is paragraphs between empty lines."""

    body: str = ""
    subhead: str = ""
    pictures: Sequence[Use] = ()
    layout: str = "stack"
    kind: str = "text"
    url: str = ""
    title: str = ""
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Note:
    """What readers were told afterwards: a correction, clarification or update, and how many hours ago."""

    kind: str
    text: str
    hours: float


@dataclass(frozen=True)
class Story:
    """`hours` is how long ago readers first saw it; None for one that is not live. `stage` says what else it shows.

    `format` is how its page is laid out, one of articles.document.FORMATS; `told` are fields of its Disclosures.
    """

    slug: str
    category: str
    headline: str
    standfirst: str
    kicker: str
    bylines: Sequence[tuple[str, str]]
    topics: Sequence[str]
    lead: Use
    parts: Sequence[Part]
    hours: float | None = None
    stage: str = "live"
    updated_hours: float | None = None
    added: Part | None = None
    note: Note | None = None
    format: str = "article"
    told: tuple[tuple[str, str], ...] = ()


def words(name: str) -> tuple[str, str]:
    return name, "words"
