"""The document type: one story as data. Preview, old version, live page and print are all rendered from it.

Values are plain JSON in the database (a Revision's or an Edition's `document`) and these classes in Python.
"""

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import Any, Self
from uuid import UUID, uuid4

from django.utils import timezone

from newsroom.html import clean, tidy

VERSION = 1

# How a story's page is laid out, with what the desk calls it.
FORMATS = {
    "article": "Article",
    "photo": "Photo-led",
    "gallery": "Gallery story",
    "video": "Video-led",
    "interview": "Interview",
    "list": "List",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in use. `key` names its renditions; `asset` is the ImageAsset it was made from."""

    asset: int
    key: str
    width: int
    height: int
    credit: str = ""
    caption: str = ""
    alt_text: str = ""
    decorative: bool = False
    copyright_notice: str = ""
    photographer: str = ""

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> Self | None:
        return cls(**data) if data else None

    @property
    def portrait(self) -> bool:
        return self.height > self.width


@dataclass(frozen=True, slots=True)
class Note:
    """What readers are told of a later change. `kind` is a ChangeKind other than typo, `at` ISO 8601 in UTC."""

    kind: str
    text: str
    at: str

    @property
    def moment(self) -> datetime:
        return datetime.fromisoformat(self.at)


@dataclass(frozen=True, slots=True)
class Credit:
    """A byline as printed that day."""

    author: int
    name: str
    slug: str
    role: str
    job_title: str = ""
    portrait: Picture | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(**data | {"portrait": Picture.from_json(data.get("portrait"))})

    @property
    def url(self) -> str:
        return f"/authors/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Label:
    """A category or topic as it was named that day."""

    id: int
    title: str
    slug: str
    kind: str = ""

    @property
    def url(self) -> str:
        return f"/topics/{self.slug}/" if self.kind else f"/{self.slug}/"


@dataclass(frozen=True, slots=True)
class Part:
    """One section. `key` is its lasting identity; the meaning of url, title, text, source depends on `kind`.

    video: address, title, (unused), source. quote: (unused), (unused), words, who said them.
    post: address, network, words, who posted.
    """

    key: str
    kind: str = "text"
    subhead: str = ""
    anchor: str = ""
    body: str = ""
    layout: str = "stack"
    url: str = ""
    title: str = ""
    text: str = ""
    source: str = ""
    pictures: tuple[Picture, ...] = ()

    @property
    def link(self) -> str:
        """The address where it may be followed; empty for what somebody typed that is none."""
        return self.url if self.url.startswith(("https://", "http://")) else ""

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        return cls(**data | {"pictures": tuple(Picture(**one) for one in data.get("pictures", ()))})


@dataclass(frozen=True, slots=True)
class Looks:
    """How the story looks elsewhere, where that is not as the story itself says it. What is empty is as the story."""

    card_headline: str = ""
    card_picture: Picture | None = None
    search_title: str = ""
    search_description: str = ""
    social_headline: str = ""
    social_picture: Picture | None = None
    newsletter_headline: str = ""
    newsletter_picture: Picture | None = None

    @classmethod
    def from_json(cls, data: dict[str, Any] | None) -> Self:
        data = data or {}
        return cls(**data | {name: Picture.from_json(data.get(name)) for name in LOOK_PICTURES})

    def pictures(self) -> list[Picture]:
        return [one for name in LOOK_PICTURES if (one := getattr(self, name))]


# What they are called. No field of a story has such a name, so each is a place of the story as its fields are.
LOOKS = {
    "card_headline": "Headline on cards",
    "card_picture": "Picture on cards",
    "search_title": "Title in search",
    "search_description": "Description in search",
    "social_headline": "Headline on social media",
    "social_picture": "Picture on social media",
    "newsletter_headline": "Headline in the newsletter",
    "newsletter_picture": "Picture in the newsletter",
}
LOOK_PICTURES = ("card_picture", "social_picture", "newsletter_picture")
LOOK_WORDS = tuple(name for name in LOOKS if name not in LOOK_PICTURES)


# Why somebody may think that a story was bought, with the label readers see.
COMMERCIAL = {
    "sponsored": "Sponsored",
    "affiliate": "Affiliate links",
    "gifted": "Gifted",
    "gifted_affiliate": "Gifted, with affiliate links",
}
PAID_LINKS = {"sponsored", "affiliate", "gifted_affiliate"}  # whose links a search engine must not count


@dataclass(frozen=True, slots=True)
class Disclosures:
    """What readers are owed about how the story came about: who paid or gave, and what a machine did.

    `ai_checked` is a day and minute in the publication's time zone, as the form's field has it: 2026-11-29T14:30.
    """

    commercial: str = ""  # one of COMMERCIAL, or nothing
    sponsor: str = ""
    ai_purpose: str = ""
    ai_tool: str = ""
    ai_reviewer: str = ""
    ai_checked: str = ""

    @property
    def label(self) -> str:
        return COMMERCIAL.get(self.commercial, "")

    @property
    def sentence(self) -> str:
        """What the label means, for readers."""
        who = self.sponsor or "whoever makes them"
        gifted = f"Things shown in this story were given to us free of charge by {who}."
        affiliate = "If you buy something through a link in this story, we may be paid for it."
        return {
            "sponsored": f"This story was paid for by {self.sponsor}.",
            "affiliate": affiliate,
            "gifted": gifted,
            "gifted_affiliate": f"{gifted} {affiliate}",
        }.get(self.commercial, "")

    @property
    def has_paid_links(self) -> bool:
        return self.commercial in PAID_LINKS

    @property
    def uses_ai(self) -> bool:
        return bool(self.ai_purpose or self.ai_tool or self.ai_reviewer or self.ai_checked)

    @property
    def ai_checked_at(self) -> datetime | None:
        try:
            at = datetime.fromisoformat(self.ai_checked)
        except ValueError:
            return None
        return timezone.make_aware(at) if timezone.is_naive(at) else None

    @property
    def ai_sentence(self) -> str:
        """What a machine did, and who answers for it, for readers."""
        at = self.ai_checked_at
        when = f" on {at:%-d %B %Y at %H:%M}" if at else ""
        what = self.ai_purpose.rstrip(".")
        return f"AI ({self.ai_tool}) was used in this story: {what}. {self.ai_reviewer} checked it{when}."


# What they are called. As with looks, no field of a story has such a name.
DISCLOSURES = {
    "commercial": "Label",
    "sponsor": "Who paid or gave",
    "ai_purpose": "What AI wrote or altered",
    "ai_tool": "AI tool",
    "ai_reviewer": "Who checked what AI did",
    "ai_checked": "When that was checked",
}


@dataclass(frozen=True, slots=True)
class Document:
    headline: str
    slug: str
    standfirst: str = ""
    kicker: str = ""
    working_title: str = ""
    format: str = "article"
    category: Label | None = None
    bylines: tuple[Credit, ...] = ()
    lead: Picture | None = None
    sections: tuple[Part, ...] = ()
    topics: tuple[Label, ...] = ()
    looks: Looks = field(default_factory=Looks)
    disclosures: Disclosures = field(default_factory=Disclosures)
    version: int = field(default=VERSION)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        category = data.get("category")
        return cls(
            **data
            | {
                "category": Label(**category) if category else None,
                "bylines": tuple(Credit.from_json(one) for one in data.get("bylines", ())),
                "lead": Picture.from_json(data.get("lead")),
                "sections": tuple(Part.from_json(one) for one in data.get("sections", ())),
                "topics": tuple(Label(**one) for one in data.get("topics", ())),
                "looks": Looks.from_json(data.get("looks")),
                "disclosures": Disclosures(**(data.get("disclosures") or {})),
            }
        )

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    def at(self, name: str) -> Any:
        """What stands in a field of the story, of its looks or of what it discloses."""
        return getattr(self.looks if name in LOOKS else self.disclosures if name in DISCLOSURES else self, name)

    def having(self, **values: Any) -> Self:
        """The story with other values in fields of its own, of its looks or of what it discloses."""
        if looks := {name: values.pop(name) for name in LOOKS if name in values}:
            values["looks"] = replace(values.get("looks", self.looks), **looks)
        if told := {name: values.pop(name) for name in DISCLOSURES if name in values}:
            values["disclosures"] = replace(values.get("disclosures", self.disclosures), **told)
        return replace(self, **values)

    def pictures(self) -> list[Picture]:
        """Every picture of the story in reading order, the lead first."""
        return [*([self.lead] if self.lead else []), *(one for part in self.sections for one in part.pictures)]

    def all_pictures(self) -> list[Picture]:
        """Every picture that readers may come to see of it, also where it is only told of."""
        return [*self.pictures(), *self.looks.pictures()]

    @property
    def main_picture(self) -> Picture | None:
        """The picture that stands for the story."""
        return self.lead or next(iter(self.pictures()), None)

    @property
    def card_picture(self) -> Picture | None:
        return self.looks.card_picture or self.main_picture

    @property
    def social_picture(self) -> Picture | None:
        return self.looks.social_picture or self.main_picture

    @property
    def newsletter_picture(self) -> Picture | None:
        return self.looks.newsletter_picture or self.main_picture

    @property
    def format_name(self) -> str:
        """What the format is called, for readers too: “Gallery story”."""
        return FORMATS.get(self.format, FORMATS["article"])

    @property
    def opening_video(self) -> "Part | None":
        """The video that stands at the top of a video-led story in place of the lead picture; None elsewhere."""
        if self.format != "video":
            return None
        return next(
            (part for part in self.sections if part.kind == "video" and not part.subhead and not part.body), None
        )

    @property
    def entries(self) -> "dict[str, int]":
        """The number of each entry of a list by its section's key; empty for other formats."""
        return {part.key: number for number, part in enumerate(self.subheads, 1)} if self.format == "list" else {}

    @property
    def gallery_pictures(self) -> int:
        """How many pictures its galleries hold."""
        return sum(len(part.pictures) for part in self.sections if part.kind == "text" and part.layout == "gallery")

    @property
    def writers(self) -> list[Credit]:
        return [credit for credit in self.bylines if credit.role == "words"]

    @property
    def helpers(self) -> list[Credit]:
        """Those credited for pictures or additional reporting."""
        return [credit for credit in self.bylines if credit.role != "words"]

    @property
    def subheads(self) -> list[Part]:
        return [part for part in self.sections if part.subhead]


def is_key(text: str) -> bool:
    """Whether `text` can be a section's identity (a UUID)."""
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def tidied(document: Document, clean_already: frozenset[str] = frozenset()) -> Document:
    """The document with rich text cleaned, plain lines tidied and every section named by a key of its own.

    Nobody is credited twice for the same. `clean_already` are texts that need no cleaning, which takes the time.
    """

    def picture(one: Picture) -> Picture:
        return replace(one, caption=tidy(one.caption), alt_text=tidy(one.alt_text))

    credits: dict[tuple[int, str], Credit] = {}
    for one in document.bylines:
        credits.setdefault((one.author, one.role), replace(one, job_title=tidy(one.job_title)))
    seen: set[str] = set()
    parts = []
    for part in document.sections:
        key = str(UUID(part.key)) if is_key(part.key) else ""
        if not key or key in seen:
            key = str(uuid4())
        seen.add(key)
        parts.append(
            replace(
                part,
                key=key,
                subhead=tidy(part.subhead),
                body=part.body if part.body in clean_already else clean(part.body),
                title=tidy(part.title),
                text="\n".join(tidy(line) for line in part.text.splitlines()).strip(),
                source=tidy(part.source),
                url=tidy(part.url),
                pictures=tuple(picture(one) for one in part.pictures),
            )
        )
    looks: dict[str, Any] = {name: tidy(getattr(document.looks, name)) for name in LOOK_WORDS}
    told = {name: tidy(getattr(document.disclosures, name)) for name in DISCLOSURES}
    told["commercial"] = told["commercial"] if told["commercial"] in COMMERCIAL else ""
    return replace(
        document,
        format=document.format if document.format in FORMATS else "article",
        headline=tidy(document.headline),
        standfirst=tidy(document.standfirst),
        kicker=tidy(document.kicker),
        working_title=tidy(document.working_title),
        lead=picture(document.lead) if document.lead else None,
        sections=tuple(parts),
        bylines=tuple(credits.values()),
        looks=replace(document.looks, **looks),
        disclosures=Disclosures(**told),
    )
