"""Links an editor may put into menus, footers and settings: a path on this site, or a complete https address."""

import re
from dataclasses import dataclass
from typing import Any, TypedDict
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.deconstruct import deconstructible

from newsroom.html import tidy

LONGEST_LABEL = 40
LONGEST_ADDRESS = 200
# No blanks and control signs, which browsers drop before they read on; no backslash, which they take for a slash.
_PATH = re.compile(r"/(?![/\\])[^\s\\\x00-\x1f\x7f-\x9f<>\"]*\Z")
_HTTPS = re.compile(
    r"https://[^\s/\\?#@:\x00-\x1f\x7f-\x9f<>\"]+(?::[0-9]{1,5})?(?:[/?#][^\s\\\x00-\x1f\x7f-\x9f<>\"]*)?\Z"
)


def is_https(value: str) -> bool:
    """Whether this is a complete address a browser could open."""
    try:
        URLValidator(["https"])(value)
        urlsplit(value).port  # noqa: B018 - a port out of range says so here
    except (ValidationError, ValueError):
        return False
    return bool(_HTTPS.match(value))


class Link(TypedDict):
    label: str
    address: str


@deconstructible
@dataclass
class Address:
    """Refuses what is neither a path on this site nor an https address; with `paths=False` the first as well."""

    paths: bool = True

    def __call__(self, value: str) -> None:
        if not value.isprintable() or not (is_https(value) or (self.paths and _PATH.match(value))):
            raise ValidationError(
                "Begin with one / or with https://, and leave out spaces."
                if self.paths
                else "Give the complete address, beginning with https://.",
                code="address",
            )


@deconstructible
@dataclass
class Links:
    """Refuses lists that hold anything but good links, and more of them than `most`."""

    most: int
    paths: bool = True

    def __call__(self, value: Any) -> None:
        if not isinstance(value, list) or any(
            not isinstance(one, dict)
            or set(one) != {"label", "address"}
            or not all(isinstance(x, str) for x in one.values())
            for one in value
        ):
            raise ValidationError("This is no list of links.", code="links")
        if len(value) > self.most:
            raise ValidationError(f"{len(value)} links; at most {self.most} fit.", code="links")
        for number, link in enumerate(value, 1):
            if problem := self.problem_with(link):
                raise ValidationError(f"Link {number}: {problem}", code="links")

    def problem_with(self, link: Link) -> str:
        """What is wrong with one link, as a sentence for the editor; empty when nothing is."""
        label, address = tidy(link["label"]), link["address"]
        if not label:
            return "Say what readers see."
        if len(label) > LONGEST_LABEL:
            return f"The words have {len(label)} signs; at most {LONGEST_LABEL} fit."
        if len(address) > LONGEST_ADDRESS:
            return f"The address has {len(address)} signs; at most {LONGEST_ADDRESS} fit."
        try:
            Address(self.paths)(address)
        except ValidationError as error:
            return str(error.message)
        return ""
