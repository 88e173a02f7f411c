"""People as the posters show them: invented, and recognisable by hair and dress rather than by features."""
# ruff: noqa: E501

from collections.abc import Sequence
from dataclasses import dataclass

from articles.demo.drawing import Colour, Point, Sheet, darker, lighter, mix, rgb, smooth

# fmt: off

FACE: list[Point] = [
    *((0, -0.70), (0.30, -0.63), (0.46, -0.34), (0.475, -0.02), (0.43, 0.26), (0.30, 0.51), (0.13, 0.665), (0, 0.69)),
    *((-0.13, 0.665), (-0.30, 0.51), (-0.43, 0.26), (-0.475, -0.02), (-0.46, -0.34), (-0.30, -0.63)),
]
FACE_SHADOW: list[Point] = [
    *((0.12, -0.8), (0.31, -0.36), (0.25, -0.16), (0.11, -0.06), (0.15, 0.10), (0.07, 0.25), (0.20, 0.30), (0.12, 0.46)),
    *((0.02, 0.56), (0.05, 0.8), (0.7, 0.8), (0.7, -0.8)),
]
SHOULDERS: list[Point] = [
    *((0.22, 0.66), (0.30, 0.80), (0.62, 0.93), (1.0, 1.08), (1.22, 1.42), (1.36, 2.1), (1.45, 4.2), (-1.45, 4.2)),
    *((-1.36, 2.1), (-1.22, 1.42), (-1.0, 1.08), (-0.62, 0.93), (-0.30, 0.80), (-0.22, 0.66)),
]

# What lies behind the head, and what falls over the forehead.
HAIR_BEHIND: dict[str, list[Point]] = {
    "bob": [
        *((0, -0.90), (0.42, -0.80), (0.66, -0.42), (0.70, 0.10), (0.66, 0.50), (0.40, 0.60), (0, 0.5)),
        *((-0.40, 0.60), (-0.66, 0.50), (-0.70, 0.10), (-0.66, -0.42), (-0.42, -0.80)),
    ],
    "long": [
        *((0, -0.92), (0.44, -0.80), (0.66, -0.36), (0.68, 0.3), (0.78, 0.9), (0.74, 1.6), (0.42, 1.75), (0, 1.4)),
        *((-0.42, 1.75), (-0.74, 1.6), (-0.78, 0.9), (-0.68, 0.3), (-0.66, -0.36), (-0.44, -0.80)),
    ],
    "waves": [
        *((0, -0.94), (0.46, -0.86), (0.78, -0.42), (0.68, -0.05), (0.92, 0.30), (0.76, 0.62), (0.96, 0.98), (0.66, 1.24)),
        *((0.3, 0.9), (-0.3, 0.9), (-0.66, 1.24), (-0.96, 0.98), (-0.76, 0.62), (-0.92, 0.30), (-0.68, -0.05)),
        *((-0.78, -0.42), (-0.46, -0.86)),
    ],
    "afro": [
        *((0, -1.22), (0.52, -1.10), (0.90, -0.72), (1.02, -0.18), (0.88, 0.30), (0.56, 0.46), (0, 0.3)),
        *((-0.56, 0.46), (-0.88, 0.30), (-1.02, -0.18), (-0.90, -0.72), (-0.52, -1.10)),
    ],
    "scarf": [
        *((0, -0.92), (0.44, -0.80), (0.64, -0.36), (0.62, 0.2), (0.52, 0.62), (0.62, 1.0), (0, 1.1)),
        *((-0.62, 1.0), (-0.52, 0.62), (-0.62, 0.2), (-0.64, -0.36), (-0.44, -0.80)),
    ],
    "locs": [
        *((0, -0.92), (0.46, -0.80), (0.68, -0.30), (0.66, 0.4), (0.60, 1.05), (0.36, 1.1), (0, 0.6)),
        *((-0.36, 1.1), (-0.60, 1.05), (-0.66, 0.4), (-0.68, -0.30), (-0.46, -0.80)),
    ],
}
HAIR_OVER: dict[str, list[Point]] = {
    "bob": [
        *((-0.55, 0.22), (-0.52, -0.40), (-0.30, -0.78), (0.05, -0.86), (0.40, -0.74), (0.56, -0.36), (0.55, 0.22)),
        *((0.46, -0.10), (0.42, -0.28), (0.10, -0.33), (-0.20, -0.30), (-0.42, -0.26), (-0.47, -0.08)),
    ],
    "long": [
        *((-0.56, 0.5), (-0.56, -0.34), (-0.32, -0.80), (0.02, -0.88), (0.36, -0.78), (0.56, -0.36), (0.56, 0.5)),
        *((0.46, 0.02), (0.38, -0.36), (0.02, -0.66), (-0.28, -0.40), (-0.45, 0.0)),
    ],
    "waves": [
        *((-0.58, 0.34), (-0.60, -0.40), (-0.34, -0.84), (0.08, -0.92), (0.44, -0.78), (0.60, -0.34), (0.54, 0.22)),
        *((0.45, -0.18), (0.26, -0.52), (-0.02, -0.50), (-0.34, -0.24), (-0.45, 0.10)),
    ],
    "afro": [
        *((-0.50, -0.06), (-0.56, -0.50), (-0.3, -0.80), (0, -0.86), (0.3, -0.80), (0.56, -0.50), (0.50, -0.06)),
        *((0.42, -0.34), (0.22, -0.50), (0, -0.54), (-0.22, -0.50), (-0.42, -0.34)),
    ],
    "crop": [
        *((-0.49, 0.05), (-0.53, -0.42), (-0.34, -0.78), (0.04, -0.88), (0.40, -0.76), (0.54, -0.40), (0.49, 0.05)),
        *((0.43, -0.22), (0.36, -0.42), (0.08, -0.50), (-0.24, -0.46), (-0.41, -0.30)),
    ],
    "quiff": [
        *((-0.49, 0.06), (-0.53, -0.40), (-0.50, -0.74), (-0.20, -1.04), (0.24, -1.08), (0.52, -0.88), (0.55, -0.42)),
        *((0.49, 0.06), (0.43, -0.24), (0.36, -0.50), (0.04, -0.62), (-0.26, -0.50), (-0.42, -0.26)),
    ],
    "swept": [
        *((-0.49, 0.08), (-0.56, -0.34), (-0.42, -0.80), (-0.02, -0.95), (0.42, -0.84), (0.60, -0.44), (0.51, 0.10)),
        *((0.44, -0.18), (0.40, -0.42), (0.10, -0.38), (-0.16, -0.52), (-0.36, -0.58), (-0.43, -0.26)),
    ],
    "bun": [
        *((-0.49, 0.06), (-0.54, -0.38), (-0.34, -0.78), (0, -0.87), (0.34, -0.78), (0.54, -0.38), (0.49, 0.06)),
        *((0.43, -0.22), (0.28, -0.52), (0, -0.60), (-0.28, -0.52), (-0.43, -0.22)),
    ],
    "locs": [
        *((-0.58, 0.62), (-0.60, -0.30), (-0.36, -0.82), (0, -0.92), (0.36, -0.82), (0.60, -0.30), (0.58, 0.62)),
        *((0.46, 0.10), (0.40, -0.34), (0.14, -0.56), (-0.14, -0.56), (-0.40, -0.34), (-0.46, 0.10)),
    ],
    "scarf": [
        *((-0.55, 0.40), (-0.58, -0.36), (-0.36, -0.80), (0, -0.90), (0.36, -0.80), (0.58, -0.36), (0.55, 0.40), (0.36, 0.66)),
        *((0.45, 0.24), (0.45, -0.18), (0.28, -0.46), (0, -0.52), (-0.28, -0.46), (-0.45, -0.18), (-0.45, 0.24), (-0.36, 0.66)),
    ],
}


@dataclass(frozen=True)
class Look:
    """How somebody looks. `eyes` is lowered, open or shades; `wears` is suit, gown, roll, shirt or jacket."""

    skin: str
    hair: str
    style: str
    wears: str
    cloth: str
    accent: str = "#f4ead2"
    eyes: str = "lowered"
    lips: str = ""
    beard: bool = False
    glasses: bool = False
    earrings: str = ""


def bust(sheet: Sheet, x: float, y: float, head: float, look: Look, flip: bool = False) -> None:
    """Draw a person from the chest up: `head` is the width of the face, its middle is at x, y."""
    side = -1 if flip else 1

    def place(points: Sequence[Point]) -> list[Point]:
        return [(x + px * head * side, y + py * head) for px, py in points]

    def line(points: Sequence[Point], colour: Colour, width: float) -> None:
        sheet.arc(place(points), colour, width * head)

    shade = mix(look.skin, "#5a1e3c", 0.36)
    if look.style == "bun":
        sheet.disc(x, y - head * 0.98, head * 0.30, look.hair)
        sheet.disc(x - head * 0.06 * side, y - head * 1.03, head * 0.17, lighter(look.hair, 0.14))
    if behind := HAIR_BEHIND.get(look.style):
        sheet.blob(place(behind), darker(look.hair, 0.25))
        if look.style == "afro":
            for px, py, size in ((-0.62, -0.66, 0.24), (-0.30, -0.98, 0.2), (-0.8, -0.1, 0.2), (0.1, -1.0, 0.16)):
                sheet.disc(x + px * head * side, y + py * head, head * size, lighter(look.hair, 0.10), 120)
        if look.style == "locs":
            for px in (-0.55, -0.38, 0.38, 0.55):
                line([(px * 0.9, -0.2), (px * 1.08, 0.5), (px, 1.12)], look.hair, 0.15)
    neck = smooth(place([(-0.21, 0.3), (-0.2, 0.7), (-0.34, 0.92), (0, 1.3), (0.34, 0.92), (0.2, 0.7), (0.21, 0.3)]))
    if look.wears == "gown":
        bare = smooth(place(SHOULDERS))
        sheet.shape(bare, look.skin)
        sheet.inside(bare, place([(0.1, 0.6), (0.5, 1.0), (0.62, 4), (2, 4), (2, 0.6)]), mix(look.skin, "#5a1e3c", 0.22))
        gown = smooth(place([
            *((-1.02, 1.46), (-0.66, 1.50), (-0.30, 1.70), (0, 1.86), (0.30, 1.70), (0.66, 1.50), (1.02, 1.46)),
            *((1.22, 2.2), (1.3, 4.2), (-1.3, 4.2), (-1.22, 2.2)),
        ]))
        sheet.shape(gown, look.cloth)
        sheet.inside(gown, place([(0.2, 1.3), (0.42, 2.2), (0.3, 4.3), (2, 4.3), (2, 1.3)]), darker(look.cloth, 0.22))
        for strap in (-1, 1):
            sheet.stroke(place([(strap * 0.72, 1.54), (strap * 0.56, 0.92)]), look.cloth, head * 0.07)
        if look.accent:
            line([(-0.40, 0.98), (-0.2, 1.22), (0, 1.29), (0.2, 1.22), (0.40, 0.98)], look.accent, 0.035)
            sheet.disc(x, y + 1.35 * head, head * 0.07, look.accent)
    else:
        coat = smooth(place(SHOULDERS))
        sheet.shape(coat, look.cloth)
        sheet.inside(coat, place([(0.25, 0.6), (0.62, 1.4), (0.5, 4.2), (2, 4.2), (2, 0.6)]), darker(look.cloth, 0.25))
    sheet.shape(neck, look.skin)
    sheet.inside(neck, place([(-0.3, 0.55), (0.0, 0.78), (0.3, 0.74), (0.06, 1.3), (0.6, 1.3), (0.6, 0.3), (-0.3, 0.3)]), shade)
    if look.wears in {"suit", "shirt", "jacket"}:
        white = look.accent if look.wears == "suit" else lighter(look.cloth, 0.12)
        sheet.shape(place([(-0.30, 0.80), (0, 1.5), (0.30, 0.80), (0.42, 1.0), (0.2, 2.6), (-0.2, 2.6), (-0.42, 1.0)]), white)
        if look.wears != "suit":
            sheet.shape(place([(-0.27, 0.82), (0, 1.42), (0.27, 0.82)]), look.skin)
            sheet.shape(place([(0.02, 0.8), (0, 1.42), (0.27, 0.82)]), shade)
        for wing in (-1, 1):
            sheet.shape(place([(wing * 0.24, 0.68), (wing * 0.42, 0.96), (wing * 0.16, 1.24), (wing * 0.04, 1.02)]),
                        lighter(white, 0.25) if look.wears == "suit" else lighter(look.cloth, 0.22))
        if look.wears != "shirt":
            for wing in (-1, 1):
                sheet.shape(
                    place([(wing * 0.36, 0.80), (wing * 0.72, 1.22), (wing * 0.5, 1.38), (wing * 0.6, 1.52), (wing * 0.04, 2.9), (wing * 0.02, 2.2)]),
                    lighter(look.cloth, 0.10) if wing < 0 else darker(look.cloth, 0.1),
                )
        if look.wears == "suit":
            for wing in (-1, 1):
                sheet.shape(place([(0, 1.10), (wing * 0.24, 0.99), (wing * 0.24, 1.25), (0, 1.13)]), "#1b1226")
            sheet.disc(x, y + 1.12 * head, head * 0.05, "#2d2038")
    if look.wears == "roll":
        sheet.blob(place([(-0.42, 0.84), (0.42, 0.84), (0.30, 1.10), (0, 1.40), (-0.30, 1.10)]), look.cloth)
        sheet.blob(place([(-0.27, 0.56), (0, 0.64), (0.27, 0.56), (0.33, 0.9), (0, 1.02), (-0.33, 0.9)]), lighter(look.cloth, 0.10))
    for ear in (-1, 1):
        sheet.disc(x + ear * 0.475 * head, y + 0.03 * head, head * 0.075, look.skin if ear * side < 0 else shade, tall=1.6)
    face = smooth(place(FACE))
    sheet.shape(face, look.skin)
    sheet.inside(face, smooth(place(FACE_SHADOW)), shade)
    if look.beard:
        sheet.inside(face, smooth(place([
            *((-0.6, 0.02), (-0.40, 0.10), (-0.30, 0.30), (-0.17, 0.285), (0, 0.30), (0.17, 0.285), (0.30, 0.30)),
            *((0.40, 0.10), (0.6, 0.02), (0.6, 0.9), (-0.6, 0.9)),
        ])), mix(look.hair, look.skin, 0.12))
    lips = look.lips or (mix(look.skin, "#9c2f3f", 0.5))
    sheet.blob(place([(-0.15, 0.385), (-0.05, 0.35), (0, 0.365), (0.05, 0.35), (0.15, 0.385), (0.06, 0.445), (-0.06, 0.445)]), lips)
    line([(-0.13, 0.39), (0, 0.40), (0.13, 0.39)], darker(lips, 0.45), 0.012)
    ink = darker(look.hair, 0.5) if sum(rgb(look.hair)) < 380 else "#4a3a40"
    for eye in (-1, 1):
        line([(eye * 0.09, -0.155), (eye * 0.21, -0.205), (eye * 0.335, -0.15)], ink, 0.034)
        if look.eyes == "lowered":
            line([(eye * 0.10, -0.02), (eye * 0.21, 0.025), (eye * 0.32, -0.025)], ink, 0.026)
            line([(eye * 0.32, -0.025), (eye * 0.36, -0.005)], ink, 0.018)
        elif look.eyes == "open":
            sheet.blob(place([(eye * 0.10, -0.005), (eye * 0.21, -0.06), (eye * 0.325, -0.015), (eye * 0.21, 0.03)]), "#fbf3e4")
            sheet.disc(x + eye * 0.21 * head * side, y - 0.017 * head, head * 0.043, ink)
            line([(eye * 0.09, -0.008), (eye * 0.21, -0.068), (eye * 0.345, -0.028)], ink, 0.022)
        if look.glasses:
            sheet.ring(x + eye * 0.215 * head, y - 0.01 * head, head * 0.15, ink, head * 0.024)
    if look.glasses:
        line([(-0.07, -0.03), (0, -0.05), (0.07, -0.03)], ink, 0.02)
    if look.style in HAIR_OVER:
        sheet.blob(place(HAIR_OVER[look.style]), look.hair)
        if look.style not in {"afro", "scarf"}:
            line([(-0.40, -0.42), (-0.22, -0.68), (0.02, -0.78)], lighter(look.hair, 0.22), 0.035)
            line([(-0.34, -0.36), (-0.16, -0.58), (0.06, -0.68)], lighter(look.hair, 0.14), 0.02)
    if look.eyes == "shades":
        for eye in (-1, 1):
            sheet.blob(place([(eye * 0.04, -0.10), (eye * 0.24, -0.14), (eye * 0.46, -0.12), (eye * 0.43, 0.06), (eye * 0.24, 0.13), (eye * 0.08, 0.06)]), "#171020")
            sheet.stroke(place([(eye * 0.22 - 0.06, 0.04), (eye * 0.22 + 0.04, -0.08)]), "#6c5a78", head * 0.03)
        line([(-0.08, -0.07), (0, -0.09), (0.08, -0.07)], "#171020", 0.04)
    if look.earrings:
        for ear in (-1, 1):
            sheet.disc(x + ear * 0.485 * head, y + 0.24 * head, head * 0.06, look.earrings, tall=1.7)


def standing(sheet: Sheet, x: float, feet: float, tall: float, look: Look, flip: bool = False) -> None:
    """Draw a person from head to foot, `tall` pixels high, in evening dress."""
    side, unit = (-1 if flip else 1), tall / 7.4
    top = feet - tall

    def place(points: Sequence[Point]) -> list[Point]:
        return [(x + px * unit * side, top + py * unit) for px, py in points]

    shade = mix(look.skin, "#5a1e3c", 0.36)
    sheet.disc(x, feet, unit * 1.5, "#0d0716", 110, tall=0.10)
    if look.style in {"long", "waves", "bob", "afro", "locs"}:
        sheet.blob(place([(0, -0.12), (0.52, 0.2), (0.56, 0.9), (0.46, 1.35), (0, 1.2), (-0.46, 1.35), (-0.56, 0.9), (-0.52, 0.2)]), darker(look.hair, 0.2))
    if look.style == "bun":
        sheet.disc(x, top - unit * 0.08, unit * 0.22, look.hair)
    sheet.shape(place([(-0.14, 0.8), (0.14, 0.8), (0.18, 1.5), (-0.18, 1.5)]), shade)
    if look.wears == "gown":
        for arm in (-1, 1):
            sheet.arc(place([(arm * 0.55, 1.55), (arm * 0.78, 2.5), (arm * 0.52, 3.4)]), look.skin if arm < 0 else shade, unit * 0.22)
        sheet.blob(place([(-0.6, 1.4), (0, 1.3), (0.6, 1.4), (0.45, 2.0), (-0.45, 2.0)]), look.skin)
        gown = smooth(place([
            *((-0.50, 1.72), (0, 1.95), (0.50, 1.72), (0.36, 2.75), (0.60, 3.5), (0.95, 6.0), (1.5, 7.3), (0, 7.5)),
            *((-1.2, 7.3), (-0.85, 6.0), (-0.60, 3.5), (-0.36, 2.75)),
        ]))
        sheet.shape(gown, look.cloth)
        sheet.inside(gown, smooth(place([(0.1, 1.6), (0.16, 3.0), (0.3, 5.0), (0.2, 7.6), (3, 7.6), (3, 1.6)])), darker(look.cloth, 0.25))
        for fold in (-0.3, 0.02, 0.5):
            sheet.arc(place([(fold * 0.4, 3.3), (fold, 5.2), (fold * 1.7, 7.1)]), lighter(look.cloth, 0.16), unit * 0.05)
    else:
        for leg in (-1, 1):
            sheet.shape(place([(leg * 0.04, 3.7), (leg * 0.52, 3.7), (leg * 0.46, 7.25), (leg * 0.12, 7.25)]), darker(look.cloth, 0.2 if leg < 0 else 0.4))
            sheet.blob(place([(leg * 0.10, 7.2), (leg * 0.5, 7.15), (leg * 0.6, 7.42), (leg * 0.08, 7.42)]), "#120a18")
            sheet.arc(place([(leg * 0.66, 1.6), (leg * 0.84, 2.7), (leg * 0.74, 3.85)]), darker(look.cloth, 0.08 if leg < 0 else 0.3), unit * 0.34)
            sheet.disc(x + leg * 0.74 * unit * side, top + 4.0 * unit, unit * 0.15, look.skin)
        coat = smooth(place([(-0.25, 1.32), (0.25, 1.32), (0.78, 1.55), (0.70, 2.8), (0.72, 4.2), (-0.72, 4.2), (-0.70, 2.8), (-0.78, 1.55)]))
        sheet.shape(coat, look.cloth)
        sheet.inside(coat, place([(0.1, 1.2), (0.2, 4.3), (2, 4.3), (2, 1.2)]), darker(look.cloth, 0.22))
        sheet.shape(place([(-0.2, 1.32), (0.2, 1.32), (0.0, 2.7)]), look.accent)
        sheet.shape(place([(0, 1.48), (-0.16, 1.4), (-0.16, 1.58), (0.16, 1.4), (0.16, 1.58)]), "#1b1226")
    face = smooth(place([(0, 0.0), (0.30, 0.12), (0.38, 0.5), (0.28, 0.88), (0, 1.06), (-0.28, 0.88), (-0.38, 0.5), (-0.30, 0.12)]))
    sheet.shape(face, look.skin)
    sheet.inside(face, smooth(place([(0.02, -0.1), (0.12, 0.4), (0.04, 0.7), (0.06, 1.2), (1, 1.2), (1, -0.1)])), shade)
    sheet.stroke(place([(-0.1, 0.80), (0.1, 0.80)]), look.lips or mix(look.skin, "#9c2f3f", 0.5), unit * 0.06)
    for eye in (-1, 1):
        sheet.arc(place([(eye * 0.08, 0.48), (eye * 0.17, 0.51), (eye * 0.26, 0.48)]), "#2a1626", unit * 0.035)
    if look.style in HAIR_OVER:
        sheet.blob([(x + px * unit * 0.8 * side, top + (0.55 + py * 0.8) * unit) for px, py in HAIR_OVER[look.style]], look.hair)


def crowd(sheet: Sheet, base: float, head: float, colour: Colour, hands: float = 0.3) -> None:
    """A row of an audience seen from behind; `hands` is the share (0–1) with an arm in the air."""
    pick, x = sheet.random, -head
    while x < sheet.width + head:
        y = base + pick.uniform(-0.5, 0.5) * head
        sheet.blob([
            *((x - head * 0.95, y + head * 3.2), (x - head * 0.85, y + head * 1.3), (x - head * 0.3, y + head * 0.75)),
            *((x + head * 0.3, y + head * 0.75), (x + head * 0.85, y + head * 1.3), (x + head * 0.95, y + head * 3.2)),
        ], colour)
        sheet.disc(x, y, head * 0.46, colour, tall=1.2)
        if pick.random() < 0.35:
            sheet.disc(x, y - head * 0.5, head * 0.26, colour)
        if pick.random() < hands:
            lean = pick.uniform(-0.5, 0.5)
            side = pick.choice((-1, 1))
            hand = (x + (side * 0.7 + lean) * head, y - head * pick.uniform(1.3, 2.1))
            sheet.arc([(x + side * head * 0.7, y + head * 1.2), (x + side * head * 0.85, y), hand], colour, head * 0.26)
            sheet.disc(*hand, head * 0.19, colour)
        x += head * pick.uniform(1.35, 1.9)
    sheet.box(-10, base + head * 1.9, sheet.width + 10, max(sheet.height, base + head * 2) + 10, colour)
