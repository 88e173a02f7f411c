"""A story as a newsletter tells of it: what templates/newsletter/email/_story.html and _story.txt draw."""

from dataclasses import dataclass
from typing import Self

from articles.document import Document, Picture
from articles.renditions import address, sizes
from newsroom.addresses import absolute

FILE = 640  # pixels: sharp enough on a phone, and five of them weigh less than one page
ROOM = 504  # pixels that the sheet of newsletter/email/base.html has for a picture


@dataclass(frozen=True, slots=True)
class TeaserPicture:
    """One file, since mail programs choose among none. `width` and `height` are those it is drawn in."""

    address: str
    width: int
    height: int
    alt_text: str

    @classmethod
    def of(cls, picture: Picture, otherwise: str) -> Self:
        """It leads to the story, and a link needs a name: `otherwise` where nobody said what is to be seen."""
        made = sizes("wide", picture.width, picture.height)
        width, height = max((one for one in made if one[0] <= FILE), default=made[0])
        drawn = min(ROOM, width)
        alt_text = "" if picture.decorative else picture.alt_text
        return cls(
            absolute(address(picture.key, "wide", width, "jpg")),
            drawn,
            max(1, round(height * drawn / width)),
            alt_text or otherwise,
        )


@dataclass(frozen=True, slots=True)
class Teaser:
    """`address` is complete: a mail stands nowhere."""

    headline: str
    standfirst: str
    address: str
    picture: TeaserPicture | None
    label: str = ""

    @classmethod
    def of(cls, story: Document, path: str) -> Self:
        headline, picture = story.looks.newsletter_headline or story.headline, story.newsletter_picture
        drawn = TeaserPicture.of(picture, headline) if picture else None
        return cls(headline, story.standfirst, absolute(path), drawn, story.disclosures.label)
