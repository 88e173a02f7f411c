"""The publication's colours: one accent that readers can read, and everything that follows from it.

Nothing here is stored. Whatever is derived follows from the accent alone, so a theme's address can name it.
"""

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

READABLE = 4.5  # WCAG 2.2, AA, for text of any size
DEFAULT_ACCENT = "#b0124f"
WHITE = "#ffffff"
# As in static/css/tokens.css: what the accent is printed on, and the ink beside it.
PAPERS = ("#ffffff", "#f6f3f6")
INK, LINE = "#19141b", "#ddd5de"
DARK_PAPERS = ("#151217", "#1f1a22")
DARK_INK, DARK_LINE = "#f3eef4", "#3b343f"
# A bar darker than the page: the masthead "ink".
BAR, DARK_BAR = "#19141b", "#0b090c"

HEX = re.compile(r"#[0-9a-f]{6}\Z")
MASTHEADS = ("paper", "ink", "accent")

_STEP = 0.0025  # of lightness; finer than anybody sees


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one scheme, light or dark."""

    accent: str
    accent_ink: str
    tint: str
    masthead_paper: str
    masthead_ink: str
    masthead_line: str
    ink: str
    papers: tuple[str, ...]

    def pairs(self) -> list[tuple[str, str]]:
        """Every (text, ground) that pages print with these colours."""
        return [
            *((self.accent, paper) for paper in self.papers),
            (self.accent_ink, self.accent),
            (self.accent, self.tint),
            (self.ink, self.tint),
            (self.masthead_ink, self.masthead_paper),
        ]


@dataclass(frozen=True, slots=True)
class Theme:
    light: Scheme
    dark: Scheme


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours, from 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def readable(text: str, ground: str) -> bool:
    return contrast(text, ground) >= READABLE


def ratio(text: str, ground: str) -> str:
    """The contrast as it is said to people: never rounded up to a bound it misses."""
    return f"{math.floor(contrast(text, ground) * 100) / 100:.2f}".rstrip("0").rstrip(".") + " : 1"


def accepted(accent: str) -> bool:
    """Whether this colour can be read on both papers, and white on it."""
    return bool(HEX.match(accent)) and all(readable(accent, paper) for paper in PAPERS)


@lru_cache(maxsize=256)
def nearest(accent: str) -> str:
    """The lightest colour of the same hue that is accepted and no lighter than this one."""
    lightness, chroma, hue = _to_oklch(accent)
    while not accepted(found := _from_oklch(lightness, chroma, hue)):
        lightness -= _STEP
    return accent if accepted(accent) else found


@lru_cache(maxsize=256)
def theme(accent: str, masthead: str) -> Theme:
    """All colours of a publication. In the dark the accent keeps its hue and is light enough to be read."""
    lightness, chroma, hue = _to_oklch(accent)
    tint = _lighter_until(0.955, min(chroma * 0.15, 0.024), hue, lambda colour: readable(accent, colour))
    dark_accent = _lighter_until(
        max(0.74, lightness), chroma, hue, lambda colour: all(readable(colour, paper) for paper in DARK_PAPERS)
    )
    dark_ink = _from_oklch(0.17, min(chroma, 0.06), hue)
    dark_tint = _from_oklch(0.26, min(chroma * 0.3, 0.05), hue)
    light_bar = {"paper": PAPERS[0], "ink": BAR, "accent": accent}[masthead]
    dark_bar = {"paper": DARK_PAPERS[0], "ink": DARK_BAR, "accent": accent}[masthead]
    on_accent = _from_oklch(min(lightness + 0.12, 0.9), chroma * 0.8, hue)
    return Theme(
        Scheme(
            accent=accent,
            accent_ink=WHITE,
            tint=tint,
            masthead_paper=light_bar,
            masthead_ink=INK if masthead == "paper" else WHITE,
            masthead_line={"paper": LINE, "ink": DARK_LINE, "accent": on_accent}[masthead],
            ink=INK,
            papers=PAPERS,
        ),
        Scheme(
            accent=dark_accent,
            accent_ink=dark_ink,
            tint=dark_tint,
            masthead_paper=dark_bar,
            masthead_ink=WHITE if masthead == "accent" else DARK_INK,
            masthead_line=on_accent if masthead == "accent" else DARK_LINE,
            ink=DARK_INK,
            papers=DARK_PAPERS,
        ),
    )


def _lighter_until(lightness: float, chroma: float, hue: float, good: Callable[[str], bool]) -> str:
    while not good(found := _from_oklch(lightness, chroma, hue)) and lightness < 1:
        lightness += _STEP
    return found


# -- OKLCH, in which a hue stays itself while it gets lighter (bottosson.github.io/posts/oklab) -----------------------


def _channels(colour: str) -> tuple[float, float, float]:
    """Linear light of red, green and blue, from 0 to 1."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return _linear(red), _linear(green), _linear(blue)


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _luminance(colour: str) -> float:
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _to_oklch(colour: str) -> tuple[float, float, float]:
    red, green, blue = _channels(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    lightness = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour as a screen can show it: as much of the chroma as there is at this lightness."""
    lightness = min(1.0, max(0.0, lightness))
    least, most = 0.0, chroma
    if not _shown(_linear_rgb(lightness, most, hue)):
        for _ in range(20):
            between = (least + most) / 2
            least, most = (between, most) if _shown(_linear_rgb(lightness, between, hue)) else (least, between)
        most = least
    return "#" + "".join(f"{round(_gamma(value) * 255):02x}" for value in _linear_rgb(lightness, most, hue))


def _linear_rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )


def _shown(channels: tuple[float, float, float]) -> bool:
    return all(-0.0005 <= value <= 1.0005 for value in channels)


def _gamma(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055
