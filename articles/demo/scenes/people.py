"""Scenes of the famous and the crowned: palaces, pets, a wedding on a railway and a walk into the sea."""
# ruff: noqa: E501

import math
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFilter

from articles.demo.drawing import OVERSAMPLED, Colour, Point, Sheet, darker, lighter, mix, rgb, smooth
from articles.demo.figures import Look, bust, crowd
from articles.demo.scenes.classics import LANDSCAPE, UPRIGHT, figure, star

# fmt: off

INK = "#140d1c"


# -- what the scenes share -----------------------------------------------------------------------


def filled(sheet: Sheet, outline: Sequence[Point], *colours: Colour, across: bool = False) -> None:
    """A shape whose colours flow from top to bottom, or from left to right."""
    left, top = (max(0, min(one[axis] for one in outline)) for axis in (0, 1))
    right, bottom = (min(end, max(one[axis] for one in outline) + 1) for axis, end in ((0, sheet.width), (1, sheet.height)))
    box = (left, top, right, bottom)
    if left >= right or top >= bottom:  # beyond the edge of the sheet
        return
    within(sheet, outline, lambda: sheet.gradient(*colours, box=box, across=across), box)


def within(sheet: Sheet, outline: Sequence[Point], paint: Callable[[], None], box: tuple[float, float, float, float] | None = None) -> None:
    """Keep of what is painted only what lies inside an outline; `box` is how far it reaches, if not over the whole sheet."""
    left, top, right, bottom = (round(one * OVERSAMPLED) for one in box or (0, 0, sheet.width, sheet.height))
    before = sheet.image.crop((left, top, right, bottom))
    paint()
    mask = Image.new("L", before.size, 255)
    ImageDraw.Draw(mask).polygon([(x * OVERSAMPLED - left, y * OVERSAMPLED - top) for x, y in outline], fill=0)
    sheet.image.paste(before, (left, top), mask)


def shadow(sheet: Sheet, outline: Sequence[Point], alpha: int = 120, blur: float = 40, colour: Colour = "#0d0716") -> None:
    """A shape without an edge: a shadow on a wall, mist on water."""
    scale = 1 / 8
    mask = Image.new("L", (round(sheet.width * scale), round(sheet.height * scale)))
    ImageDraw.Draw(mask).polygon([(x * scale, y * scale) for x, y in outline], fill=alpha)
    mask = mask.filter(ImageFilter.GaussianBlur(blur * scale))
    sheet.image.paste(rgb(colour), (0, 0), mask.resize(sheet.image.size, Image.Resampling.BICUBIC))


def oval(x: float, y: float, wide: float, tall: float, start: float = 0, end: float = 360) -> list[Point]:
    """Points on an ellipse; angles are degrees, 0 points right and 90 down."""
    angles = [math.radians(start + (end - start) * step / 40) for step in range(41)]
    return [(x + math.cos(one) * wide, y + math.sin(one) * tall) for one in angles]


def limb(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """The outline of a smooth line that is as wide at each point as is said: an arm, a neck, a feather."""
    line = smooth(points, closed=False, steps=10)
    left, right = [], []
    for index, (x, y) in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1
        place = min(index / 10, len(widths) - 1.001)
        whole = int(place)
        half = (widths[whole] + (widths[whole + 1] - widths[whole]) * (place - whole)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return [*left, *reversed(right)]


def mirrored(sheet: Sheet, line: float, depth: float, share: float, ripple: float = 6) -> None:
    """What stands above a line, upside down in the water already drawn below it; `share` (0–1) is the water's at the line."""
    top, tall, wide = round(line * OVERSAMPLED), round(depth * OVERSAMPLED), sheet.image.width
    above = sheet.image.crop((0, top - tall, wide, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    y = 0
    while y < tall:
        band = min(tall - y, 4 + round(10 * y / tall))
        shift = round(math.sin(y * 0.31) * ripple * (0.3 + 1.7 * y / tall))
        water = sheet.image.crop((0, top + y, wide, top + y + band))
        shown = water.copy()
        shown.paste(above.crop((0, y, wide, y + band)), (shift, 0))
        sheet.image.paste(Image.blend(shown, water, share + (1 - share) * (y / tall) ** 2), (0, top + y))
        y += band


def peaks(sheet: Sheet, base: float, tops: Sequence[Point], colour: Colour, snow: Colour | None = None) -> None:
    """A range of mountains, lit from the left, with snow on those that are given some."""
    line: list[Point] = [(-40, base)]
    for index, (x, y) in enumerate(tops):
        if index:
            before = tops[index - 1]
            line.append(((before[0] + x) / 2, max(before[1], y) + (base - max(before[1], y)) * 0.45))
        line.append((x, y))
    sheet.shape([*line, (sheet.width + 40, base)], colour)
    for x, y in tops:
        tall = base - y
        sheet.shape([(x, y), (x + tall * 0.10, y + tall * 0.30), (x + tall * 0.02, y + tall * 0.52), (x + tall * 0.20, base), (x + tall * 0.62, base), (x + tall * 0.30, y + tall * 0.48)], darker(colour, 0.16))
        if snow:
            sheet.shape([(x, y), (x + tall * 0.20, y + tall * 0.32), (x + tall * 0.10, y + tall * 0.27), (x + tall * 0.06, y + tall * 0.36), (x - tall * 0.02, y + tall * 0.26), (x - tall * 0.10, y + tall * 0.35), (x - tall * 0.13, y + tall * 0.26), (x - tall * 0.17, y + tall * 0.30)], snow)
            sheet.shape([(x, y), (x + tall * 0.20, y + tall * 0.32), (x + tall * 0.10, y + tall * 0.27), (x + tall * 0.06, y + tall * 0.36)], mix(snow, colour, 0.35))


def belrive(sheet: Sheet, x: float, base: float, size: float, wall: Colour, roof: Colour, glass: Colour) -> None:
    """The palace at the lake, seen across it: a long front with a dome and two corner towers; `size` is its width."""
    unit = size / 20
    def block(left: float, right: float, top: float, colour: Colour) -> None:
        sheet.box(x + left * unit, base - top * unit, x + right * unit, base, colour)
    block(-10, 10, 3.4, wall)
    block(2, 10, 3.4, darker(wall, 0.12))
    sheet.shape([(x - 10.2 * unit, base - 3.4 * unit), (x - 9.4 * unit, base - 4.5 * unit), (x + 9.4 * unit, base - 4.5 * unit), (x + 10.2 * unit, base - 3.4 * unit)], roof)
    for side in (-1, 1):
        block(side * 9.2 - 1.1, side * 9.2 + 1.1, 5, wall if side < 0 else darker(wall, 0.16))
        at = x + side * 9.2 * unit
        sheet.shape([(at - 1.3 * unit, base - 5 * unit), (at - 0.7 * unit, base - 6.4 * unit), (at, base - 8.2 * unit), (at + 0.7 * unit, base - 6.4 * unit), (at + 1.3 * unit, base - 5 * unit)], roof if side < 0 else darker(roof, 0.2))
    block(-2.6, 2.6, 4.6, lighter(wall, 0.15))
    sheet.shape([(x - 2.9 * unit, base - 4.6 * unit), (x, base - 6.0 * unit), (x + 2.9 * unit, base - 4.6 * unit)], lighter(wall, 0.05))
    sheet.box(x - 1.5 * unit, base - 6.6 * unit, x + 1.5 * unit, base - 5.3 * unit, lighter(wall, 0.1))
    sheet.shape(oval(x, base - 6.5 * unit, 1.7 * unit, 2.0 * unit, 180, 360), roof)
    sheet.shape(oval(x + 0.5 * unit, base - 6.5 * unit, 1.2 * unit, 2.0 * unit, 270, 360), darker(roof, 0.2))
    sheet.stroke([(x, base - 8.4 * unit), (x, base - 9.6 * unit)], roof, unit * 0.14)
    for index in range(-9, 10):
        at = x + index * unit * 0.95
        for low, tall in ((0.5, 1.1), (2.1, 0.9)):
            sheet.box(at - unit * 0.2, base - (low + tall) * unit, at + unit * 0.2, base - low * unit, glass, radius=unit * 0.08)


# -- royal houses --------------------------------------------------------------------------------


def palace_balcony(seed: int, family: Sequence[tuple[float, float, float, Look]]) -> Image.Image:
    """A palace front in the morning sun; a family on its balcony, a crowd with flags. Each has a place, height and size."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    stone, shade = "#f0d3a0", "#c98d62"
    sheet.gradient("#5b9fc9", "#a9d3dc", "#f4e2c0", box=(0, 0, 2400, 420))
    for x, y, wide in ((330, 120, 240), (1880, 90, 320), (2150, 190, 190)):
        for part in range(5):
            sheet.disc(x + (part - 2) * wide * 0.27, y - (18 if part % 2 else 0), wide * 0.2, "#fff6e4", 150, tall=0.5)
    sheet.gradient(lighter(stone, 0.3), stone, shade, box=(0, 250, 2400, 1600))
    sheet.box(0, 236, 2400, 300, lighter(stone, 0.45))
    sheet.box(0, 300, 2400, 318, darker(shade, 0.2))
    for x in range(20, 2400, 62):
        sheet.box(x, 322, x + 30, 350, darker(shade, 0.08))
    for x in range(-40, 2420, 48):
        if not 940 < x < 1440:
            sheet.blob([(x - 12, 176), (x + 12, 176), (x + 16, 206), (x + 10, 238), (x - 10, 238), (x - 16, 206)], lighter(stone, 0.2))
    for side in (-1, 1):
        sheet.box(*sorted_box(1200 + side * 250, 160, 1200 + side * 1300, 180), lighter(stone, 0.5))
    sheet.shape([(880, 240), (1200, 70), (1520, 240)], lighter(stone, 0.35))
    sheet.shape([(960, 228), (1200, 100), (1440, 228)], shade)
    sheet.shape(star(1200, 178, 42, 8), lighter(stone, 0.5))
    sheet.stroke([(1200, 74), (1200, -40)], "#6b4a3a", 10)
    for x in (150, 470, 1930, 2250):
        for top, tall in ((420, 330), (900, 360)):
            sheet.box(x - 92, top - 34, x + 92, top + tall + 30, lighter(stone, 0.4))
            sheet.gradient("#31506b", "#6f93a3", "#e0b98c", box=(x - 70, top, x + 70, top + tall))
            sheet.shape([(x - 70, top), (x - 10, top), (x - 70, top + tall * 0.7)], "#d5e6e6", 70)
            sheet.box(x - 5, top, x + 5, top + tall, lighter(stone, 0.5))
            for bar in (0.34, 0.67):
                sheet.box(x - 70, top + tall * bar, x + 70, top + tall * bar + 8, lighter(stone, 0.5))
            sheet.box(x - 110, top + tall + 24, x + 110, top + tall + 50, lighter(stone, 0.25))
            sheet.shape([(x - 112, top - 40), (x, top - 96), (x + 112, top - 40)], lighter(stone, 0.3))
            sheet.shape([(x + 92, top - 34), (x + 124, top - 10), (x + 124, top + tall + 60), (x + 92, top + tall + 24)], darker(shade, 0.1), 90)
    for x in (310, 640, 760, 1640, 1760, 2090):
        sheet.box(x - 38, 352, x + 38, 1380, lighter(stone, 0.42))
        sheet.box(x + 10, 352, x + 38, 1380, mix(stone, shade, 0.55))
        sheet.box(x + 38, 380, x + 66, 1380, darker(shade, 0.1), 90)
        sheet.box(x - 56, 350, x + 56, 392, lighter(stone, 0.5))
    for x in (960, 1200, 1440):
        sheet.shape([*oval(x, 520, 96, 110, 180, 360), (x + 96, 900), (x - 96, 900)], "#43202c")
        sheet.gradient("#6b2f36", "#2c1420", box=(x - 76, 520, x + 76, 900))
        sheet.shape([(x - 76, 470), (x - 20, 440), (x - 50, 640), (x - 76, 900)], "#e9c58c")
        sheet.shape([(x + 76, 470), (x + 20, 440), (x + 50, 640), (x + 76, 900)], "#c99a62")
        sheet.arc([(x - 102, 524), (x - 74, 440), (x, 402), (x + 74, 440), (x + 102, 524)], lighter(stone, 0.5), 22)

    def shown() -> None:
        for x, y, size, look in family:
            bust(sheet, x, y, size, look, flip=x > 1200)

    within(sheet, [(700, 380), (1700, 380), (1700, 1010), (700, 1010)], shown)
    sheet.shape([(800, 1010), (1600, 1010), (1560, 1090), (840, 1090)], darker(shade, 0.25))
    for x in (880, 1080, 1320, 1520):
        sheet.blob([(x - 34, 1030), (x + 34, 1030), (x + 26, 1110), (x, 1180), (x - 26, 1110)], mix(stone, shade, 0.6))
    sheet.box(760, 1000, 1640, 1044, lighter(stone, 0.35))
    for x in range(806, 1600, 50):
        sheet.blob([(x - 14, 880), (x + 14, 880), (x + 20, 926), (x + 12, 1000), (x - 12, 1000), (x - 20, 926)], lighter(stone, 0.5))
        sheet.blob([(x + 2, 884), (x + 14, 880), (x + 20, 926), (x + 12, 1000), (x + 3, 1000)], mix(stone, shade, 0.45))
    sheet.box(770, 852, 1630, 890, lighter(stone, 0.6))
    sheet.box(770, 884, 1630, 896, mix(stone, shade, 0.7))
    cloth = [(1020, 862), (1380, 862), (1380, 1250), (1200, 1190), (1020, 1250)]
    filled(sheet, cloth, "#c9283e", "#8f1730")
    sheet.inside(cloth, [(1020, 862), (1046, 862), (1046, 1300), (1020, 1300)], "#f0c667")
    sheet.inside(cloth, [(1354, 862), (1380, 862), (1380, 1300), (1354, 1300)], "#f0c667")
    sheet.shape(star(1200, 1030, 104, 8), "#f0c667")
    sheet.disc(1200, 1030, 38, "#8f1730")
    sheet.glow(200, 200, 1500, "#ffe3ac", 0.42)
    sheet.shine()
    for index in range(26):
        x, y = 60 + index * 94 + sheet.random.uniform(-26, 26), 1330 + sheet.random.uniform(-70, 60)
        lean = sheet.random.uniform(-34, 34)
        sheet.stroke([(x, y + 160), (x + lean, y)], "#3a2030", 7)
        colour = ["#c9283e", "#f4ead2", "#f0c667"][index % 3]
        sheet.blob([(x + lean, y), (x + lean + 46, y - 12), (x + lean + 92, y + 4), (x + lean + 94, y + 58), (x + lean + 48, y + 44), (x + lean + 4, y + 58)], colour)
    crowd(sheet, 1395, 62, "#4a2434", 0.3)
    crowd(sheet, 1500, 84, "#251226", 0.18)
    return sheet.finish(vignette=0.3)


def sorted_box(left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
    return min(left, right), top, max(left, right), bottom


def stamp(seed: int) -> Image.Image:
    """A postage stamp with a queen's profile, large, lightly postmarked."""
    x: float
    y: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#1b5560", "#123b49")
    for index in range(-6, 40):
        sheet.stroke([(index * 90 - 500, 2400), (index * 90 + 300, 0)], "#2a6f78", 4, 70)
    paper = [(330, 310), (1590, 310), (1590, 2010), (330, 2010)]
    shadow(sheet, [(x + 40, y + 54) for x, y in paper], 190, 44)
    sheet.box(330, 310, 1590, 2010, "#fbf2df")
    for index in range(22):
        x = 330 + index * 60
        for y in (310, 2010):
            sheet.disc(x, y, 19, "#1a5360" if y < 1000 else "#133e4c")
    for index in range(29):
        y = 310 + index * 60.7
        for x in (330, 1590):
            sheet.disc(x, y, 19, mix("#1b5560", "#123b49", y / 2400))
    sheet.gradient("#ef7d5a", "#d3453f", "#a82340", box=(410, 390, 1510, 1930))
    sheet.halftone((410, 1200, 1510, 1930), "#7d1638", 24, 120)
    sheet.disc(960, 1090, 500, "#f6a06a", 200)
    sheet.ring(960, 1090, 530, "#fbe3bd", 8)
    for index in range(60):
        angle = math.radians(index * 6)
        sheet.disc(960 + math.cos(angle) * 560, 1090 + math.sin(angle) * 560, 7 if index % 5 else 14, "#fbe3bd")
    x, y, head = 965.0, 1050.0, 430.0

    def place(points: Sequence[Point]) -> list[Point]:
        return [(x + px * head, y + py * head) for px, py in points]

    pale, mid, dark = "#fff4e0", "#f3d6b4", "#d89a7c"
    neck = smooth(place([(-0.12, 0.40), (-0.08, 0.80), (-0.22, 1.02), (-0.56, 1.22), (-0.30, 1.44), (0.10, 1.50), (0.62, 1.30), (0.86, 1.06), (0.50, 0.90), (0.36, 0.5)]))
    sheet.shape(neck, pale)
    sheet.inside(neck, place([(0.02, 0.3), (0.10, 0.86), (0.34, 1.6), (1, 1.6), (1, 0.3)]), mid)
    sheet.inside(neck, smooth(place([(-0.2, 0.66), (0.12, 0.62), (0.34, 0.30), (0.36, 0.62), (0.1, 0.92), (-0.1, 0.9)])), dark)
    face = smooth(place([
        *((-0.30, -0.56), (-0.40, -0.36), (-0.425, -0.20), (-0.415, -0.12), (-0.49, 0.02), (-0.575, 0.125), (-0.555, 0.165), (-0.47, 0.185)),
        *((-0.455, 0.225), (-0.50, 0.275), (-0.495, 0.30), (-0.445, 0.32), (-0.485, 0.345), (-0.48, 0.385), (-0.435, 0.43), (-0.455, 0.51)),
        *((-0.43, 0.59), (-0.35, 0.64), (-0.20, 0.625), (0.04, 0.53), (0.20, 0.36), (0.4, -0.2), (0.1, -0.62)),
    ]), steps=8)
    sheet.shape(face, pale)
    sheet.inside(face, smooth(place([(-0.16, -0.1), (-0.24, 0.12), (-0.12, 0.34), (-0.24, 0.62), (0.1, 0.7), (0.5, 0.2), (0.3, -0.4)])), mid)
    sheet.arc(place([(-0.375, -0.115), (-0.31, -0.145), (-0.20, -0.115)]), "#a8533f", 13)
    sheet.arc(place([(-0.365, -0.03), (-0.315, -0.065), (-0.22, -0.03)]), "#7d2f38", 12)
    sheet.arc(place([(-0.355, -0.025), (-0.30, -0.005), (-0.24, -0.02)]), "#b5654f", 7)
    sheet.arc(place([(-0.50, 0.165), (-0.455, 0.15), (-0.445, 0.105)]), "#c47f64", 9)
    sheet.blob(place([(-0.495, 0.29), (-0.445, 0.305), (-0.375, 0.315), (-0.44, 0.325), (-0.485, 0.345), (-0.48, 0.37), (-0.40, 0.345), (-0.36, 0.315), (-0.44, 0.27)]), "#c9483f")
    hair = smooth(place([
        *((-0.36, -0.46), (-0.35, -0.62), (-0.22, -0.76), (0.02, -0.82), (0.30, -0.74), (0.50, -0.50), (0.56, -0.16), (0.50, 0.12)),
        *((0.36, 0.26), (0.24, 0.22), (0.16, 0.30), (0.08, 0.14), (0.02, -0.10), (-0.08, -0.30), (-0.24, -0.36)),
    ]))
    sheet.shape(hair, "#fdeccf")
    sheet.inside(hair, smooth(place([(0.10, -0.7), (0.26, -0.3), (0.20, 0.3), (0.7, 0.3), (0.7, -0.8)])), "#ecc8a2")
    for lock in (([(-0.30, -0.50), (-0.05, -0.56), (0.22, -0.42), (0.40, -0.10), (0.36, 0.18)]), ([(-0.26, -0.42), (-0.02, -0.44), (0.18, -0.24), (0.28, 0.02), (0.24, 0.18)]), ([(-0.30, -0.60), (0.02, -0.70), (0.32, -0.58), (0.48, -0.26), (0.46, 0.06)])):
        sheet.arc(place(lock), "#d8a283", 9)
    sheet.disc(x + 0.10 * head, y + 0.17 * head, head * 0.05, mid, tall=1.5)
    sheet.disc(x + 0.10 * head, y + 0.28 * head, head * 0.034, "#fffdf5", tall=1.3)
    band = place([(-0.385, -0.50), (-0.20, -0.585), (0.06, -0.62), (0.30, -0.575), (0.44, -0.46)])
    for index, (px, tall) in enumerate(((-0.34, 0.15), (-0.22, 0.20), (-0.08, 0.25), (0.07, 0.28), (0.21, 0.23), (0.33, 0.16))):
        foot = -0.52 - 0.11 * math.sin((px + 0.38) / 0.82 * math.pi)
        for size, tone in ((1.0, "#c99238"), (0.72, "#ffe9ac")):
            sheet.shape(place([(px - 0.058 * size, foot), (px, foot - tall * size), (px + 0.058 * size, foot)]), tone)
        sheet.disc(x + px * head, y + (foot - tall) * head, 13, "#fffdf5")
        sheet.disc(x + px * head, y + (foot - 0.05) * head, 10, "#1f6f77" if index % 2 else "#a82340")
    sheet.arc(band, "#c99238", 26)
    sheet.arc([(px, py - 5) for px, py in band], "#ffe9ac", 9)
    for index in range(9):
        share = index / 8
        px, py = -0.27 + 0.62 * share, 0.98 + 0.10 * math.sin(share * math.pi)
        sheet.disc(x + px * head, y + (py - 0.02) * head, 17, "#fffdf5")
    sheet.word("SKARROW", 960, 485, 150, "#fff1d6")
    sheet.word("1986 · 2026", 800, 1822, 104, "#fff1d6")
    sheet.word("78", 1390, 1800, 180, "#fff1d6")
    for radius in (250, 190):
        sheet.ring(1590, 560, radius, "#1c1430", 12, 120)
    sheet.word("TARNHOLM", 1590, 560, 58, "#1c1430", 130)
    for index in range(5):
        y = 440 + index * 62
        sheet.arc([(1330 - step * 70, y + (16 if step % 2 else -16)) for step in range(11)], "#1c1430", 10, 90)
    sheet.glow(400, 300, 1300, "#ffe6b8", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def miniature(seed: int, look: Look, wall: Colour, ground: Colour) -> Image.Image:
    """Somebody in a hat, framed in an oval of gilt on a papered wall."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient(lighter(wall, 0.08), wall, darker(wall, 0.3))
    for row in range(9):
        for column in range(7):
            x, y = column * 330 + (165 if row % 2 else 0), row * 300
            tone = lighter(wall, 0.13)
            sheet.blob([(x, y - 120), (x + 46, y - 40), (x + 20, y + 50), (x, y + 70), (x - 20, y + 50), (x - 46, y - 40)], tone, 150)
            for side in (-1, 1):
                sheet.blob([(x + side * 22, y + 60), (x + side * 90, y + 10), (x + side * 110, y - 50), (x + side * 60, y - 20)], tone, 120)
                sheet.blob([(x, y + 80), (x + side * 60, y + 70), (x + side * 84, y + 116), (x + side * 24, y + 110)], tone, 120)
            sheet.disc(x, y + 130, 14, tone, 150)
    shadow(sheet, oval(1010, 1290, 800, 1010), 190, 60)
    sheet.stroke([(960, -20), (960, 240)], "#b8862f", 12)
    for radius, colour in ((1.0, "#8a5a1e"), (0.975, "#c9932f"), (0.945, "#f3d27a"), (0.92, "#d9a441"), (0.875, "#9a6820"), (0.86, "#f0c667"), (0.835, "#7d5018")):
        sheet.disc(960, 1230, 790 * radius, colour, tall=1.262)
    for index in range(64):
        angle = math.radians(index * 360 / 64)
        at = (960 + math.cos(angle) * 710, 1230 + math.sin(angle) * 896)
        sheet.disc(*at, 21, "#8a5a1e")
        sheet.disc(at[0] - 4, at[1] - 5, 16, "#ffe9a8")
    hole = oval(960, 1230, 652, 822)

    def sitter() -> None:
        sheet.gradient(lighter(ground, 0.25), ground, darker(ground, 0.3), box=(300, 400, 1620, 2060))
        sheet.disc(960, 1050, 560, lighter(ground, 0.35), 110)
        bust(sheet, 960, 1230, 440, look)
        for side in (-1, 1):
            sheet.arc([(960 + side * 62, 1310), (960 + side * 96, 1360), (960 + side * 92, 1420)], "#c08a78", 7)
            sheet.arc([(960 + side * 150, 1282), (960 + side * 108, 1300), (960 + side * 70, 1292)], "#c08a78", 6)
        brim = smooth([(330, 1010), (520, 900), (960, 850), (1400, 900), (1590, 1010), (1430, 1060), (1180, 1010), (960, 996), (740, 1010), (490, 1060)])
        sheet.shape(brim, "#3f2a66")
        sheet.inside(brim, [(960, 800), (1000, 1100), (1700, 1100), (1700, 800)], "#2b1b4a")
        crown = smooth([(640, 910), (650, 700), (760, 610), (960, 590), (1160, 610), (1270, 700), (1280, 910), (960, 940)])
        filled(sheet, crown, "#6a4a96", "#3a2560", across=True)
        band = smooth([(640, 850), (960, 895), (1280, 850), (1282, 915), (960, 950), (638, 915)])
        sheet.shape(band, "#f2b632")
        for lean, tone in ((0, "#f7c3b0"), (70, "#f4977f"), (-60, "#fbe0c8")):
            quill = limb([(1210, 880), (1330 + lean, 700), (1290 + lean * 1.6, 500)], [30, 96, 20])
            sheet.shape(quill, tone)
            sheet.arc([(1210, 880), (1330 + lean, 700), (1290 + lean * 1.6, 510)], darker(tone, 0.25), 6)
        for bx, by in ((1160, 880), (1225, 850), (1225, 920)):
            sheet.disc(bx, by, 48, "#d3453f")
            sheet.disc(bx - 8, by - 8, 24, "#ef7d5a")
        for step in range(15):
            angle = math.radians(200 - step * 15.7)
            px, py = 960 + math.cos(angle) * 190, 1650 + max(0.0, math.sin(angle)) * 110
            sheet.disc(px, py, 25, "#fff8ea")
            sheet.disc(px + 6, py + 7, 14, "#e2d2c4")
    within(sheet, hole, sitter)
    for side in (-1, 1):
        for reach, tall, size in ((60, 0, 60), (150, 34, 46), (230, 90, 34)):
            sheet.disc(960 + side * reach, 260 + tall, size, "#9a6820")
            sheet.disc(960 + side * reach - 6, 254 + tall, size * 0.72, "#f0c667")
    sheet.shape(star(960, 232, 92, 8), "#ffe9a8")
    sheet.disc(960, 232, 34, "#c9283e")
    sheet.box(730, 2140, 1190, 2240, "#8a5a1e", radius=18)
    sheet.box(742, 2150, 1178, 2230, "#f0c667", radius=12)
    sheet.word("H. R. H. · 1938", 960, 2190, 48, "#5a3a12")
    sheet.glow(300, 200, 1500, "#ffe2a4", 0.34)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def funicular(seed: int) -> Image.Image:
    """A red carriage climbs a mountain on one rail, a lake and a palace far below."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#7fc0d8", "#cfe6dc", "#f8e4bd", box=(0, 0, 2400, 1000))
    sheet.disc(360, 250, 120, "#fff8e0")
    peaks(sheet, 980, [(260, 420), (700, 250), (1180, 380), (1700, 200), (2260, 340)], "#9bb9c9", "#fffaf0")
    peaks(sheet, 1010, [(60, 640), (480, 560), (980, 650), (1420, 590)], "#6f98a6")
    sheet.gradient("#8fc4cc", "#2f7f94", box=(0, 960, 2400, 1600))
    belrive(sheet, 520, 975, 420, "#fbeed2", "#4f7f86", "#3f5a70")
    mirrored(sheet, 975, 200, 0.45)
    for _ in range(70):
        x, y = sheet.random.uniform(0, 1300), sheet.random.uniform(1000, 1500)
        sheet.stroke([(x, y), (x + sheet.random.uniform(40, 140), y)], "#e4f4ee", 4, 90)
    slope = smooth([(480, 1660), (900, 1310), (1320, 1000), (1760, 640), (2120, 290), (2460, 60), (2460, 1700), (1400, 1760)], steps=8)
    filled(sheet, slope, "#b5913a", "#6f7a3a", "#2f5a44")
    trees = []
    for _ in range(150):
        share, up = sheet.random.random() ** 0.8, sheet.random.random()
        trees.append((1690 - up * 1480 + share * 900, 620 + up * 1800 + share * 240, share))
    for y, x, share in sorted(trees):
        if y > 1740 or y < 180:
            continue
        tall = 90 + 120 * share
        tone = sheet.random.choice(["#e2a634", "#c9782c", "#3f6f4a", "#2f5a44", "#d98f2c", "#8a4a2c"])
        sheet.shape([(x, y - tall), (x + tall * 0.3, y), (x - tall * 0.3, y)], tone)
        sheet.shape([(x, y - tall), (x + tall * 0.3, y), (x + tall * 0.04, y)], darker(tone, 0.25))
    def along(share: float, off: float = 0) -> Point:
        return 560 + share * 1800 + off * 0.62, 1640 - share * 1450 + off * 0.78
    for index in range(60):
        one, other = along(index / 59, -64), along(index / 59, 70)
        sheet.stroke([one, other], "#5a3a2c", 12)
    for off in (-44, 44):
        sheet.stroke([along(-0.1, off), along(1.1, off)], "#3a3440", 12)
        sheet.stroke([along(-0.1, off - 4), along(1.1, off - 4)], "#d9d2cc", 4)
    turn = math.atan2(-1450, 1800)
    cx, cy = along(0.50)

    def place(points: Sequence[Point]) -> list[Point]:
        return [(cx + px * math.cos(turn) - py * math.sin(turn), cy + px * math.sin(turn) + py * math.cos(turn)) for px, py in points]

    # The compartments stand level, a step up each, on a frame that follows the slope.
    sheet.shape(place([(-330, -30), (330, -30), (310, 26), (-310, 26)]), "#2a1a24")
    for step in range(3):
        x, y = along(0.50 + (step - 1) * 0.108)
        left, right, top, low = x - 112, x + 112, y - 330, y - 30
        sheet.shape([(left, low), (right, low), (right, low - 40), (left, low + 90)], "#7d1424")
        sheet.box(left, top, right, low, "#d3303a")
        sheet.box(right - 40, top, right, low, "#a81f30")
        sheet.box(left - 14, top - 34, right + 14, top + 6, "#f4ead2", radius=12)
        sheet.box(left + 18, top + 40, right - 18, top + 168, "#2b3a50")
        sheet.shape([(left + 18, top + 40), (left + 100, top + 40), (left + 40, top + 168), (left + 18, top + 168)], "#9cc4cf", 150)
        for px in (-40, 44):
            sheet.disc(x + px, top + 120, 26, ["#f0cdb2", "#8a5335", "#d9a077"][(step + (px > 0)) % 3], tall=1.15)
            sheet.blob([(x + px - 44, top + 168), (x + px - 30, top + 146), (x + px + 30, top + 146), (x + px + 44, top + 168)], ["#fffaf0", "#2f6f77", "#f2b632"][(step * 2 + (px > 0)) % 3])
        sheet.box(left, top + 190, right, top + 204, "#f0c667")
        for bloom in range(9):
            bx = left + 14 + bloom * 25
            sheet.disc(min(bx, right - 14), top + 226 + (10 if bloom % 2 else 0), 19, ["#fff6ea", "#f7b7a8", "#fff6ea", "#f2c14e"][bloom % 4])
    sheet.glow(360, 250, 1500, "#fff0c4", 0.5)
    sheet.shine()
    return sheet.finish(vignette=0.24)


def carriage_window(seed: int, bride: Look, groom: Look) -> Image.Image:
    """Bride and groom behind the window of a red railway carriage hung with flowers."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#d8353c", "#b3222f", "#7d1424")
    sheet.box(0, 0, 2400, 150, "#f4e6c8")
    sheet.box(0, 134, 2400, 156, "#b8862f")
    for x in range(40, 2400, 92):
        sheet.disc(x, 76, 9, "#b8a27a")
    for left, right in ((-320, 380), (500, 1900), (2020, 2720)):
        sheet.box(left - 40, 226, right + 40, 1214, "#6d3a22", radius=70)
        sheet.box(left - 22, 244, right + 22, 1196, "#a8653a", radius=56)
        glass = [(left, 262), (right, 262), (right, 1180), (left, 1180)]
        if left == 500:
            def couple() -> None:
                sheet.gradient("#4a2a3a", "#7a4038", "#b8683f", box=(500, 262, 1900, 1180))
                sheet.box(500, 262, 1900, 330, "#3a2030")
                for x in (700, 1200, 1700):
                    sheet.disc(x, 330, 54, "#ffe2a0")
                    sheet.glow(x, 330, 420, "#ffb85a", 0.6)
                sheet.shine()
                sheet.box(500, 900, 1900, 1190, "#5a2f4a")
                bust(sheet, 1470, 760, 300, groom, flip=True)
                veil = smooth([(1000, 420), (1160, 500), (1250, 760), (1290, 1240), (560, 1240), (640, 760), (760, 500), (900, 420)])
                sheet.shape(veil, "#fffaf2", 120)
                bust(sheet, 950, 740, 300, bride)
                for index in range(9):
                    angle = math.radians(205 + index * 16.5)
                    sheet.disc(950 + math.cos(angle) * 170, 656 + math.sin(angle) * 130, 30, ["#fffaf0", "#f7b7a8", "#f2c14e"][index % 3])
                    sheet.disc(950 + math.cos(angle) * 170, 656 + math.sin(angle) * 130, 11, "#d98f2c")
            within(sheet, glass, couple)
        else:
            def view(left: float = left, right: float = right) -> None:
                sheet.gradient("#9cc9d6", "#f4e0b8", box=(max(0, left), 262, min(2400, right), 1180))
                peaks(sheet, 900, [(left + 120, 560), (left + 470, 470), (left + 760, 600)], "#7f9fb0", "#fffaf0")
                sheet.gradient("#4f94a0", "#2f6f80", box=(max(0, left), 880, min(2400, right), 1180))
                sheet.shape([(left + 100, 262), (left + 330, 262), (left + 60, 1180), (left - 200, 1180)], "#ffffff", 70)
            within(sheet, glass, view)
    sheet.shape([(520, 262), (800, 262), (640, 700), (520, 700)], "#ffffff", 26)
    sheet.box(0, 1230, 2400, 1256, "#f0c667")
    sheet.box(0, 1560, 2400, 1576, "#f0c667")
    sheet.word("BELRIVE  ·  COL DES CLOCHES", 1200, 1492, 84, "#f6d88a")
    rope = smooth([(-60, 1250), (240, 1400), (600, 1262), (900, 1400), (1200, 1262), (1500, 1400), (1800, 1262), (2160, 1400), (2460, 1250)], closed=False, steps=12)
    sheet.stroke(rope, "#2f5a3a", 40)
    for index, (x, y) in enumerate(rope):
        for lean in (-1, 1):
            angle = math.radians(index * 47)
            sheet.blob([(x, y), (x + math.cos(angle) * 34 + lean * 20, y + math.sin(angle) * 34 - 16), (x + lean * 64, y + math.sin(angle) * 44), (x + lean * 30, y + 24)], "#4f8a4f" if index % 2 else "#3a6f46")
    for index, (x, y) in enumerate(rope[::2]):
        tone = ["#fff6ea", "#f7b7a8", "#f2c14e", "#fff6ea", "#ef8a7a"][index % 5]
        for petal in range(5):
            angle = math.radians(petal * 72 + index * 19)
            sheet.disc(x + math.cos(angle) * 23, y + math.sin(angle) * 23, 21, tone)
        sheet.disc(x, y, 13, "#c9782c")
    sheet.glow(300, 100, 1500, "#fff0c8", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def bridal_stairs(seed: int) -> Image.Image:
    """A bride climbs a palace staircase; her train covers it from top to bottom."""
    low: float
    x: float
    y: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#e9b8a0", "#d9937f", "#9a5a62")
    # the window at the top
    sheet.shape([*oval(960, 520, 330, 400, 180, 360), (1290, 1000), (630, 1000)], "#fff3dc")
    within(sheet, [*oval(960, 520, 290, 360, 180, 360), (1250, 1000), (670, 1000)], lambda: sheet.gradient("#8fc9d8", "#fbe9c4", box=(660, 150, 1260, 1000)))
    for x in (820, 955, 1090):
        sheet.box(x, 170, x + 12, 1000, "#fff3dc")
    for y in (420, 640, 850):
        sheet.box(660, y, 1260, y + 12, "#fff3dc")
    for side in (-1, 1):
        for index in range(3):
            x = 960 + side * (430 + index * 240)
            sheet.box(x - 54, 200 - index * 60, x + 54, 1250 + index * 220, lighter("#e9b8a0", 0.35))
            sheet.box(*sorted_box(x + 8, 200 - index * 60, x + 54, 1250 + index * 220), "#d49a86")
            sheet.box(x - 74, 170 - index * 60, x + 74, 214 - index * 60, "#fff0dc")
    sheet.box(0, 0, 1920, 70, "#fff0dc")
    sheet.box(0, 70, 1920, 92, "#b8862f")
    count = 13
    for step in range(count):
        share = step / (count - 1)
        y = 980 + 1420 * share ** 1.45
        deep = 60 + 110 * share
        half = 330 + 760 * share
        tone = mix("#f6dcc4", "#c98f86", share * 0.6)
        sheet.box(960 - half, y, 960 + half, y + deep + 90, darker(tone, 0.22))
        sheet.box(960 - half, y, 960 + half, y + deep * 0.56, tone)
        carpet = 210 + 480 * share
        sheet.box(960 - carpet, y, 960 + carpet, y + deep + 90, "#1c4a66")
        sheet.box(960 - carpet, y, 960 + carpet, y + deep * 0.56, "#2f6f8f")
        for edge in (-1, 1):
            sheet.box(*sorted_box(960 + edge * carpet, y, 960 + edge * (carpet - 20 - 10 * share), y + deep + 90), "#e0b04c")
    for side in (-1, 1):
        rail = smooth([(960 + side * 350, 850), (960 + side * 560, 1150), (960 + side * 830, 1640), (960 + side * 1120, 2420)], closed=False, steps=15)
        foot = smooth([(960 + side * 345, 1000), (960 + side * 560, 1350), (960 + side * 840, 2000), (960 + side * 1120, 2960)], closed=False, steps=15)
        for index in range(1, 44, 2):
            (x, y), (_, low) = rail[index], foot[index]
            thick = 7 + index * 0.42
            sheet.blob([(x - thick, y), (x + thick, y), (x + thick * 0.7, y + (low - y) * 0.3), (x + thick * 1.7, y + (low - y) * 0.66), (x + thick, low), (x - thick, low), (x - thick * 1.7, y + (low - y) * 0.66), (x - thick * 0.7, y + (low - y) * 0.3)], "#fff6e8")
            sheet.blob([(x, y), (x + thick, y), (x + thick * 0.7, y + (low - y) * 0.3), (x + thick * 1.7, y + (low - y) * 0.66), (x + thick, low), (x + thick * 0.2, low)], "#e2c0ac")
        sheet.stroke(foot, "#fff0dc", 46)
        sheet.stroke([(x + side * 14, y + 16) for x, y in foot], "#d9ae9c", 14)
        sheet.stroke(rail, "#a8703f", 54)
        sheet.stroke([(x - side * 6, y - 12) for x, y in rail], "#d9a05c", 16)
        sheet.disc(960 + side * 350, 838, 44, "#d9a05c")
    sheet.beam(960, 300, 90, 46, 2300, "#fff2cc", 0.4)
    sheet.glow(960, 520, 760, "#fff2d0", 0.5)
    sheet.shine()
    # the train, then the bride
    train = smooth([(880, 1090), (1040, 1090), (1110, 1380), (1250, 1720), (1430, 2120), (1540, 2460), (960, 2500), (380, 2460), (490, 2120), (670, 1720), (810, 1380)], steps=10)
    shadow(sheet, [(x + 40, y + 10) for x, y in train], 110, 40)
    filled(sheet, train, "#fffdf6", "#fbf0e4", "#f2dccf")
    for lean in (-0.78, -0.52, -0.26, 0.0, 0.24, 0.5, 0.76):
        fold = limb([(960 + lean * 40, 1190), (960 + lean * 180, 1500), (960 + lean * 360, 1900), (960 + lean * 570, 2440)], [4, 18, 30, 56])
        sheet.shape(fold, "#dfc2b8", 130)
    for step in range(4, count):
        share = step / (count - 1)
        y = 980 + 1420 * share ** 1.45
        half = max(0, (y - 1130) * 0.40)
        sheet.arc([(960 - half * 0.86, y + 6), (960, y + 34), (960 + half * 0.86, y + 6)], "#e6cdc2", 12, 150)
    for index in range(15):
        x = 430 + index * 76
        sheet.disc(x, 2330 + 50 * math.sin(index / 14 * math.pi), 30, "#fffaf0")
        sheet.disc(x, 2330 + 50 * math.sin(index / 14 * math.pi), 12, "#e6cdc2")
    dress = smooth([(905, 850), (1015, 850), (1000, 960), (1036, 1080), (1062, 1250), (960, 1300), (858, 1250), (884, 1080), (920, 960)], steps=10)
    filled(sheet, dress, "#fffefa", "#f4e4da", across=True)
    for side in (-1, 1):
        sheet.shape(limb([(960 + side * 62, 868), (960 + side * 96, 960), (960 + side * 70, 1060)], [34, 30, 22]), "#e9b896" if side < 0 else "#d39a7c")
    sheet.blob([(900, 856), (932, 820), (988, 820), (1020, 856), (996, 880), (924, 880)], "#e9b896")
    sheet.box(942, 780, 978, 836, "#d9a284", radius=8)
    veil = smooth([(960, 660), (1030, 720), (1050, 860), (1084, 1180), (960, 1240), (836, 1180), (870, 860), (890, 720)], steps=10)
    sheet.disc(960, 740, 62, "#7a3f22", tall=1.12)
    sheet.disc(960, 776, 42, "#5f2f1a")
    sheet.shape(veil, "#ffffff", 110)
    for index in range(9):
        angle = math.radians(200 + index * 17.5)
        sheet.disc(960 + math.cos(angle) * 64, 728 + math.sin(angle) * 58, 12, ["#fffaf0", "#f2c14e"][index % 2])
    sheet.glow(960, 460, 700, "#fff2d0", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.34)


def mountain_cake(seed: int) -> Image.Image:
    """A wedding cake in the shape of a mountain, a sugar railway winding up to the top."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f4b8a4", "#ef9d90", "#c96a72")
    sheet.disc(960, 1020, 830, "#fbd9b8", 190)
    sheet.rays(960, 1020, "#fff0d4", 30, 46, 4)
    sheet.gradient("#5f3a52", "#2f1b34", box=(0, 2010, 1920, 2400))
    sheet.box(0, 2000, 1920, 2026, "#8a5a72")
    shadow(sheet, oval(980, 2110, 760, 110), 190, 40)
    sheet.blob([(760, 2110), (860, 1960), (1060, 1960), (1160, 2110)], "#e9eef0")
    sheet.disc(960, 2110, 240, "#d5dde2", tall=0.2)
    sheet.disc(960, 1946, 780, "#aebcc6", tall=0.13)
    sheet.disc(960, 1926, 780, "#f6fafa", tall=0.13)
    tiers = ((1900, 660, 360), (1590, 520, 320), (1310, 390, 300), (1050, 265, 270), (830, 150, 250))
    for index, (low, half, tall) in enumerate(tiers):
        top = low - tall
        narrow = tiers[index + 1][1] + 36 if index < 4 else 70
        body = smooth([(960 - half, low), (960 - half * 0.98, low - tall * 0.35), (960 - narrow, top), (960 + narrow, top), (960 + half * 0.98, low - tall * 0.35), (960 + half, low), (960, low + half * 0.12)], steps=10)
        tones = (("#8fb58a", "#4f7f6a"), ("#a9c49a", "#5f8f76"), ("#c9d2b4", "#8aa08a"), ("#e6e2d2", "#b5b3ac"), ("#ffffff", "#d5dbe2"))[index]
        filled(sheet, body, *tones, across=True)
        drip: list[Point] = []
        for lobe in range(13):
            share = lobe / 12
            x = 960 - narrow * 1.03 + narrow * 2.06 * share
            drip.append((x, top + 34 + (64 if lobe % 2 else 12) + 40 * math.sin(share * math.pi)))
        sheet.blob([(960 - narrow * 1.04, top + 6), *drip, (960 + narrow * 1.04, top + 6), (960, top - 24)], "#fffdf6")
    sheet.blob([(960, 520), (1030, 600), (1090, 720), (1040, 760), (960, 730), (880, 760), (830, 720), (890, 600)], "#fffdf6")
    sheet.blob([(970, 530), (1030, 600), (1090, 720), (1040, 760), (990, 720), (1010, 640)], "#d9e2ea")
    # firs of sugar, and a railway that goes round and round
    for index in range(34):
        tier = index % 3
        low, half, tall = tiers[tier]
        x = 960 + (((index * 0.381) % 1) * 2 - 1) * half * 0.90
        y = low - 30 + 26 * math.sin((x - 960) / half * 1.5 + 1.57)
        size = 58 - tier * 8
        sheet.shape([(x, y - size * 2), (x + size * 0.62, y), (x - size * 0.62, y)], "#2f6f56" if index % 2 else "#3f8464")
        sheet.shape([(x, y - size * 2), (x + size * 0.3, y - size), (x - size * 0.3, y - size)], "#fffdf6")
    for low, half, tilt in ((1700, 560, 90), (1430, 424, 74), (1170, 310, 60), (930, 200, 46)):
        rail = [(960 - half, low + tilt * 0.5), (960 - half * 0.4, low + 62 + tilt * 0.1), (960 + half * 0.4, low + 50 - tilt * 0.3), (960 + half, low - tilt * 0.7)]
        sheet.arc(rail, "#7a4a2c", 34)
        sheet.arc([(x, y - 8) for x, y in rail], "#f2c14e", 8)
        sheet.arc([(x, y + 8) for x, y in rail], "#f2c14e", 8)
    for index in range(3):
        x, y = 770 + index * 128, 1466 - index * 8
        sheet.box(x - 56, y - 96, x + 56, y - 4, "#d3303a", radius=14)
        sheet.box(x - 62, y - 108, x + 62, y - 84, "#fffdf6", radius=10)
        for pane in (-26, 26):
            sheet.box(x + pane - 20, y - 76, x + pane + 20, y - 40, "#2b3a50", radius=6)
        for wheel in (-30, 30):
            sheet.disc(x + wheel, y, 16, "#3a2030")
    for side, cloth in ((-1, "#fffdf6"), (1, "#2b3152")):
        x = 960 + side * 34
        sheet.blob([(x - 34, 524), (x - 16, 440), (x + 16, 440), (x + 34, 524)], cloth)
        sheet.disc(x, 412, 22, "#e9b896", tall=1.1)
        sheet.blob([(x - 24, 412), (x - 18, 384), (x + 18, 384), (x + 24, 412), (x, 398)], "#7a3f22" if side < 0 else "#241820")
    for x, y in ((300, 2130), (1640, 2120), (470, 2240), (1480, 2250)):
        for petal in range(6):
            angle = math.radians(petal * 60 + x)
            sheet.disc(x + math.cos(angle) * 40, y + math.sin(angle) * 24, 38, "#fbe3d4" if x % 4 else "#f7b7a8", tall=0.7)
        sheet.disc(x, y, 22, "#f2c14e", tall=0.7)
    sheet.glow(500, 400, 1200, "#fff4d4", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.28)


def fireworks(seed: int) -> Image.Image:
    """Fireworks over a lake, a palace with every window lit, small boats in front."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#0a0f2c", "#1c2356", "#4a3a78", box=(0, 0, 2400, 1060))
    sheet.stars(90, 700)
    peaks(sheet, 1050, [(120, 640), (560, 520), (1000, 680), (1500, 560), (1960, 470), (2380, 640)], "#1a1c48")
    bursts = ((760, 330, 330, "#ffd27a"), (1540, 270, 290, "#ff7a8a"), (1180, 520, 200, "#9fe0ff"), (2040, 480, 210, "#ffe9b0"), (320, 560, 190, "#ff9f5a"))
    for x, y, radius, colour in bursts:
        sheet.stroke([(x + (1200 - x) * 0.12, 1000), (x, y)], lighter(colour, 0.1), 4, 70)
        for ring, share in ((30, 1.0), (22, 0.66), (14, 0.36)):
            for index in range(ring):
                angle = math.radians(index * 360 / ring + share * 40)
                tip = (x + math.cos(angle) * radius * share, y + math.sin(angle) * radius * share + radius * 0.10 * share)
                near = (x + math.cos(angle) * radius * share * 0.5, y + math.sin(angle) * radius * share * 0.5)
                sheet.shape(limb([near, tip], [1, 7]), lighter(colour, 0.2 if share < 0.7 else 0))
                sheet.disc(*tip, 9, lighter(colour, 0.6))
        sheet.glow(x, y, radius * 1.9, colour, 0.75)
    sheet.shine()
    belrive(sheet, 1200, 1050, 1180, "#6a4f7a", "#2b2350", "#ffd98c")
    for index in range(12):
        sheet.glow(640 + index * 102, 980, 130, "#ffb75a", 0.5)
    sheet.glow(1200, 900, 640, "#ffb75a", 0.35)
    sheet.shine()
    for side in (-1, 1):
        sheet.blob([(1200 + side * 640, 1056), (1200 + side * 720, 960), (1200 + side * 900, 930), (1200 + side * 1100, 950), (1200 + side * 1300, 900), (1200 + side * 1300, 1080)], "#11122e")
    sheet.gradient("#2a2a60", "#0c1030", box=(0, 1050, 2400, 1600))
    mirrored(sheet, 1052, 546, 0.40, 12)
    for _ in range(160):
        x, y = sheet.random.uniform(0, 2400), 1060 + 530 * sheet.random.random() ** 1.2
        sheet.stroke([(x, y), (x + sheet.random.uniform(30, 150), y)], sheet.random.choice(["#ffd27a", "#9fb8ff", "#ff9f8a"]), 4, 60)
    for x, y, size in ((480, 1330, 1.0), (1730, 1270, 0.75), (1180, 1450, 1.3), (2180, 1430, 1.1)):
        sheet.blob([(x - 150 * size, y - 20 * size), (x + 150 * size, y - 20 * size), (x + 100 * size, y + 34 * size), (x - 100 * size, y + 34 * size)], "#0a0818")
        for seat in (-60, 20):
            at = x + seat * size
            sheet.blob([(at - 34 * size, y), (at - 30 * size, y - 66 * size), (at - 12 * size, y - 84 * size), (at + 12 * size, y - 84 * size), (at + 30 * size, y - 66 * size), (at + 34 * size, y)], "#0a0818")
            sheet.disc(at, y - 106 * size, 20 * size, "#0a0818", tall=1.15)
        sheet.stroke([(x + 110 * size, y - 16 * size), (x + 110 * size, y - 130 * size)], "#0a0818", 6)
        sheet.disc(x + 110 * size, y - 130 * size, 20 * size, "#ffe0a0")
        sheet.glow(x + 110 * size, y - 130 * size, 150 * size, "#ffb75a", 0.9)
        sheet.blob([(x - 150 * size, y - 20 * size), (x + 150 * size, y - 20 * size), (x + 100 * size, y + 40 * size), (x - 100 * size, y + 40 * size)], "#0a0818")
    sheet.shine()
    return sheet.finish(vignette=0.36)


def skater(sheet: Sheet, x: float, feet: float, tall: float, coat: Colour, scarf: Colour, way: int = 1) -> None:
    """Somebody on skates, one leg behind; `way` is 1 to the right, -1 to the left."""
    unit = tall / 7

    def place(points: Sequence[Point]) -> list[Point]:
        return [(x + px * unit * way, feet + py * unit) for px, py in points]

    dark = darker(coat, 0.45)
    shadow_shape = place([(-2.6, 0.12), (0.6, 0.02), (0.8, 0.18), (-2.4, 0.34)])
    sheet.shape(shadow_shape, "#16284a", 80)
    sheet.shape(limb(place([(-0.2, -3.2), (-0.8, -2.0), (-2.1, -1.1)]), [0.62 * unit, 0.48 * unit, 0.32 * unit]), dark)
    sheet.shape(limb(place([(0.1, -3.2), (0.5, -1.8), (0.2, -0.25)]), [0.66 * unit, 0.5 * unit, 0.34 * unit]), dark)
    sheet.stroke(place([(-0.25, -0.06), (0.75, -0.06)]), "#e8eef2", unit * 0.12)
    sheet.stroke(place([(-2.5, -1.15), (-1.9, -0.8)]), "#e8eef2", unit * 0.12)
    body = smooth(place([(0.1, -5.5), (0.75, -5.2), (0.7, -4.2), (0.75, -3.0), (0.4, -2.6), (-0.7, -2.7), (-0.6, -3.6), (-0.3, -4.8)]))
    sheet.shape(body, coat)
    sheet.inside(body, place([(-1, -6), (-0.1, -6), (0.0, -4), (-0.1, -2), (-1, -2)]), darker(coat, 0.25))
    sheet.shape(limb(place([(0.2, -5.0), (-0.9, -4.4), (-1.5, -4.9)]), [0.42 * unit, 0.36 * unit, 0.26 * unit]), darker(coat, 0.15))
    sheet.shape(limb(place([(0.4, -5.0), (1.2, -4.3), (1.9, -4.6)]), [0.42 * unit, 0.36 * unit, 0.26 * unit]), lighter(coat, 0.08))
    sheet.shape(limb(place([(0.4, -5.5), (-0.7, -5.3), (-1.7, -5.7)]), [0.30 * unit, 0.26 * unit, 0.36 * unit]), scarf)
    sheet.disc(*place([(0.62, -6.1)])[0], unit * 0.5, "#e9b896", tall=1.12)
    sheet.blob(place([(0.1, -6.1), (0.2, -6.65), (0.7, -6.85), (1.12, -6.5), (1.1, -6.3), (0.6, -6.4)]), scarf)
    sheet.disc(*place([(0.55, -6.95)])[0], unit * 0.2, lighter(scarf, 0.4))


def skating(seed: int) -> Image.Image:
    """A frozen lake at nightfall, a whole town skating on it with lanterns, a palace under the mountains."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#16275a", "#5a5f9a", "#e59a8a", "#fbd2a0", box=(0, 0, 2400, 800))
    sheet.stars(60, 330)
    sheet.shape([*oval(1800, 220, 92, 92, 60, 300), *reversed(oval(1892, 220, 92, 92, 120, 240))], "#fff4d8")
    peaks(sheet, 790, [(200, 330), (640, 420), (1090, 240), (1560, 400), (2080, 300)], "#6a6fa6", "#f6d9cf")
    peaks(sheet, 790, [(40, 560), (420, 600), (880, 560), (1900, 560), (2330, 520)], "#4a4f88")
    for index in range(70):
        x = index * 35 + sheet.random.uniform(-10, 10)
        if 700 < x < 1390:
            continue
        tall = sheet.random.uniform(70, 150)
        sheet.shape([(x, 790 - tall), (x + tall * 0.26, 796), (x - tall * 0.26, 796)], "#2a3468")
        sheet.shape([(x, 790 - tall), (x + tall * 0.10, 790 - tall * 0.6), (x - tall * 0.10, 790 - tall * 0.6)], "#aab4dc", 130)
    belrive(sheet, 1045, 792, 620, "#d9a49a", "#3a3f78", "#ffe0a0")
    for index in range(8):
        sheet.glow(780 + index * 76, 740, 90, "#ffbe6a", 0.6)
    sheet.shine()
    sheet.gradient("#e9c9c6", "#9aa9d2", "#4a6aa8", "#25427e", box=(0, 790, 2400, 1600))
    mirrored(sheet, 792, 240, 0.52, 3)
    for _ in range(34):
        y = 830 + 740 * sheet.random.random()
        x, wide = sheet.random.uniform(-200, 2400), 160 + (y - 800) * 0.9
        sheet.arc([(x, y), (x + wide * 0.5, y + (y - 780) * 0.09), (x + wide, y - (y - 780) * 0.03)], "#f6f4fa", 3 + (y - 800) * 0.004, 120)
    lanterns: list[tuple[float, float, float]] = []
    crowd_tones = ("#5a3a6a", "#8a3a4a", "#2f4a7a", "#3f5f5a", "#7a4a3a")
    for index in range(26):
        share = (index * 0.37) % 1
        x, feet = 120 + ((index * 211) % 2200), 850 + 150 * share
        figure(sheet, x, feet, 70 + 60 * share, mix(crowd_tones[index % 5], "#7a84b6", 0.4 * (1 - share)), coat=index % 2 == 0)
        if index % 3 == 0:
            lanterns.append((x + 26, feet - 40, 11))
    for x, feet, tall, coat, scarf, way in ((480, 1190, 250, "#2f5f8a", "#f2c14e", 1), (1010, 1140, 210, "#7a3a5a", "#f4ead2", -1), (2010, 1210, 270, "#3f6a5a", "#ef7d5a", -1)):
        skater(sheet, x, feet, tall, coat, scarf, way)
        lanterns.append((x + way * tall * 0.29, feet - tall * 0.56, 20))
    skater(sheet, 1480, 1470, 470, "#c02f3c", "#fff0d4", 1)
    lanterns.append((1612, 1218, 36))
    skater(sheet, 830, 1520, 400, "#e0a52f", "#2f5f8a", 1)
    lanterns.append((942, 1310, 32))
    for x, y, size in lanterns:
        sheet.stroke([(x, y - size * 1.6), (x, y - size)], INK, 4)
        sheet.disc(x, y, size, "#ffe6a8", tall=1.2)
        sheet.disc(x, y, size * 0.55, "#fffaf0", tall=1.2)
        sheet.glow(x, y, size * 7, "#ffb84a", 0.9)
        sheet.glow(x, y + size * 6, size * 4, "#ffb84a", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def heron(seed: int) -> Image.Image:
    """A heron among reeds in the early mist, the palace pale behind it."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f2c9b0", "#f7dfc4", "#dfe6d8", box=(0, 0, 1920, 1460))
    sheet.disc(1330, 620, 250, "#fff6e0")
    peaks(sheet, 1300, [(250, 760), (800, 620), (1450, 800), (1860, 700)], "#d9c2b8")
    peaks(sheet, 1330, [(80, 980), (560, 920), (1120, 1010), (1640, 930)], "#b5b9b4")
    belrive(sheet, 1290, 1400, 860, "#efe0cc", "#8aa09c", "#a9a6a0")
    shadow(sheet, [(-100, 1240), (2020, 1240), (2020, 1480), (-100, 1480)], 200, 60, "#f4e4d0")
    sheet.gradient("#c9d2c4", "#6f9a96", "#2c5a60", box=(0, 1440, 1920, 2400))
    mirrored(sheet, 1442, 480, 0.55, 8)
    shadow(sheet, [(-100, 1400), (2020, 1400), (2020, 1500), (-100, 1500)], 190, 40, "#f6ead8")
    def bird(flip: bool) -> None:
        def place(points: Sequence[Point]) -> list[Point]:
            return [(700 + px, 1930 - py if not flip else 1936 + py * 0.5) for px, py in points]
        grey, deep, pale = ("#5f7486", "#2a3a4c", "#e8e6e0") if not flip else ("#4a6f76", "#2f5560", "#8fb0ac")
        for leg, bend in ((-10, -26), (90, 18)):
            sheet.stroke(place([(leg, 420), (leg + bend, 210), (leg - 4, 0)]), "#8a7a4a" if not flip else "#3a5f60", 18)
            if not flip:
                sheet.disc(*place([(leg + bend, 212)])[0], 15, "#8a7a4a")
        tail = smooth(place([(-330, 420), (-200, 560), (-40, 640), (140, 560), (60, 440), (-140, 430)]))
        sheet.shape(tail, deep)
        neck = limb(place([(60, 560), (270, 740), (318, 950), (170, 1080), (210, 1230), (320, 1270)]), [230, 170, 92, 70, 64, 76])
        sheet.shape(neck, pale if not flip else "#8fb0ac")
        if not flip:
            sheet.shape(limb(place([(330, 800), (356, 900), (310, 1000), (206, 1090), (240, 1210)]), [20, 24, 18, 14, 8]), "#8a94a0")
        body = smooth(place([(-280, 470), (-180, 640), (0, 770), (130, 800), (216, 720), (200, 560), (110, 440), (-80, 400)]))
        sheet.shape(body, grey)
        if not flip:
            sheet.inside(body, place([(-300, 470), (0, 470), (270, 600), (270, 380), (-300, 380)]), darker(grey, 0.25))
            for feather in range(5):
                sheet.shape(limb(place([(150 - feather * 40, 680 - feather * 30), (0 - feather * 46, 580 - feather * 26), (-200 - feather * 34, 470 - feather * 10)]), [16, 34, 6]), lighter(grey, 0.12 + feather * 0.05))
            for plume in range(4):
                sheet.arc(place([(230, 640 - plume * 20), (250 - plume * 10, 540 - plume * 26), (210 - plume * 14, 440 - plume * 24)]), pale, 9)
        sheet.disc(*place([(330, 1268)])[0], 56, pale if not flip else "#8fb0ac", tall=0.86)
        sheet.shape(place([(360, 1296), (372, 1236), (640, 1216)]), "#e0a03a" if not flip else "#7a9a80")
        if not flip:
            sheet.shape(place([(366, 1262), (372, 1236), (640, 1216)]), "#b5762a")
            sheet.shape(limb(place([(350, 1300), (260, 1330), (120, 1290), (40, 1220)]), [14, 40, 22, 4]), deep)
            sheet.disc(*place([(348, 1276)])[0], 13, "#f2c14e")
            sheet.disc(*place([(350, 1276)])[0], 7, INK)
    bird(True)
    for _ in range(60):
        x, y = sheet.random.uniform(0, 1920), sheet.random.uniform(1520, 2380)
        sheet.stroke([(x, y), (x + sheet.random.uniform(50, 190), y)], "#e6efe4", 4, 70)
    bird(False)
    sheet.disc(700, 1932, 60, "#e6efe4", 120, tall=0.2)
    sheet.disc(790, 1936, 60, "#e6efe4", 120, tall=0.2)
    for index in range(34):
        side = index % 2
        x = (sheet.random.uniform(-40, 330) if side else sheet.random.uniform(1480, 1960))
        foot, tall, lean = 2440, sheet.random.uniform(560, 1250), sheet.random.uniform(-90, 90)
        tone = ["#2f5a4a", "#4a7a52", "#7a8a4a", "#24463f"][index % 4]
        sheet.shape(limb([(x, foot), (x + lean * 0.3, foot - tall * 0.6), (x + lean, foot - tall)], [24, 20, 3]), tone)
        if index % 4 == 0:
            sheet.shape(limb([(x + lean * 0.6, foot - tall * 0.78), (x + lean, foot - tall * 0.94)], [34, 30]), "#6b3f2c")
    sheet.glow(1330, 620, 1200, "#fff0cc", 0.5)
    sheet.shine()
    return sheet.finish(vignette=0.24)


def tiara(sheet: Sheet, x: float, y: float, size: float, kind: str) -> None:
    """A tiara as it stands on its cushion, `size` wide; kind is waves, reeds, lamp, ice or clips."""
    metal, stone = {
        "waves": ("#cfdde2", "#f7fbfb"), "reeds": ("#d9a441", "#3f8f6a"), "lamp": ("#e6b450", "#d3303a"),
        "ice": ("#dfe6f4", "#8fb4e8"), "clips": ("#b9c0c8", "#e2603f"),
    }[kind]
    half, deep = size / 2, size * 0.16
    tall = size * {"waves": 0.30, "reeds": 0.46, "lamp": 0.44, "ice": 0.40, "clips": 0.28}[kind]

    def ring(turn: float) -> Point:
        return x + math.sin(math.radians(turn)) * half, y + math.cos(math.radians(turn)) * deep

    back = [ring(turn) for turn in range(100, 261, 8)]
    sheet.stroke(back, darker(metal, 0.45), size * 0.020)

    def line(points: Sequence[Point], width: float, tone: Colour = metal) -> None:
        sheet.arc([(px + size * 0.004, py + size * 0.004) for px, py in points], darker(metal, 0.5), size * width * 1.25)
        sheet.arc(points, tone, size * width)

    def gem(px: float, py: float, radius: float, tone: Colour = stone) -> None:
        sheet.disc(px, py, size * radius * 1.24, darker(metal, 0.25))
        sheet.disc(px, py, size * radius, tone)
        sheet.disc(px - size * radius * 0.3, py - size * radius * 0.35, size * radius * 0.38, lighter(tone, 0.75))

    count = {"waves": 9, "reeds": 15, "lamp": 13, "ice": 11, "clips": 11}[kind]
    order = sorted(range(count), key=lambda index: -abs(index - (count - 1) / 2))
    for index in order:
        turn = -82 + 164 * index / (count - 1)
        px, py = ring(turn)
        rise = tall * (0.34 + 0.66 * math.cos(math.radians(turn * 0.95)))
        lean = math.sin(math.radians(turn)) * rise * 0.30
        wide = size * 0.5 * max(0.3, math.cos(math.radians(turn))) * 2 / count * 1.5
        top = (px + lean, py - rise)
        if kind == "waves":
            curl, low, w = (1 if turn <= 0 else -1), py - size * 0.012, wide * 0.72
            line([(px + curl * dx * w + lean * -dy, low + dy * rise) for dx, dy in ((-0.95, 0), (-0.55, -0.52), (-0.05, -0.92), (0.5, -0.98), (0.86, -0.74), (0.72, -0.46), (0.38, -0.44), (0.30, -0.66), (0.52, -0.70))], 0.015)
            gem(px + curl * w * 0.44 + lean * 0.3, py - rise * 0.20, 0.015)
            gem(px + curl * w * 0.2 + lean, py - rise * 1.08, 0.010 + 0.008 * math.cos(math.radians(turn)))
        elif kind == "reeds":
            up = rise if index % 2 else rise * 0.74
            line([(px, py), (px + lean * 0.3, py - up * 0.5), (px + lean, py - up)], 0.011)
            sheet.shape(limb([(px + lean * 0.86, py - up * 0.72), (px + lean * 0.94, py - up * 0.88), (px + lean, py - up * 1.06)], [size * 0.012, size * 0.034, size * 0.004]), lighter(metal, 0.25) if index % 2 else stone)
            if index % 2 == 0:
                sheet.shape(limb([(px, py), (px - wide * 0.6 + lean * 0.5, py - up * 0.42), (px - wide * 0.5 + lean, py - up * 0.7)], [size * 0.010, size * 0.020, size * 0.003]), darker(metal, 0.12))
            gem(px, py - size * 0.032, 0.010)
        elif kind == "lamp":
            sheet.shape([(px - wide * 0.30, py), (top[0] - wide * 0.06, top[1]), (top[0] + wide * 0.06, top[1]), (px + wide * 0.30, py)], darker(metal, 0.2))
            sheet.shape([(px - wide * 0.22, py), (top[0] - wide * 0.03, top[1]), (px + wide * 0.02, py)], lighter(metal, 0.4))
            for level in (0.34, 0.62):
                nearer = ring(turn + 164 / (count - 1) * (1 if turn < 0 else -1))
                middle = (px + nearer[0]) / 2, (py + nearer[1]) / 2
                if index != (count - 1) // 2:
                    line([(px + lean * level, py - rise * level), (middle[0] + lean * level, middle[1] - rise * (level - 0.10)), (nearer[0] + lean * level, nearer[1] - rise * level)], 0.006)
            gem(*top, 0.014 if index % 2 else 0.020, "#fff6dc" if index % 2 else stone)
        elif kind == "ice":
            spike = rise if index % 2 else rise * 0.66
            tip = (px + lean, py - spike)
            sheet.shape([(px - wide * 0.36, py), (px - wide * 0.26 + lean * 0.5, py - spike * 0.55), tip, (px + wide * 0.26 + lean * 0.5, py - spike * 0.55), (px + wide * 0.36, py)], stone if index % 2 else lighter(stone, 0.35))
            sheet.shape([(px - wide * 0.36, py), (px - wide * 0.26 + lean * 0.5, py - spike * 0.55), tip, (px + lean * 0.5, py - spike * 0.4)], lighter(stone, 0.7))
            line([(px - wide * 0.36, py), (px - wide * 0.26 + lean * 0.5, py - spike * 0.55), tip, (px + wide * 0.26 + lean * 0.5, py - spike * 0.55), (px + wide * 0.36, py)], 0.005)
        else:
            for turnout in (0.0, 0.34):
                r = wide * (0.42 - turnout * 0.4)
                line([(px - r, py), (px - r + lean * 0.7, py - rise * (0.8 - turnout)), (px + lean, py - rise * (1.0 - turnout)), (px + r + lean * 0.7, py - rise * (0.8 - turnout)), (px + r, py - rise * (0.15 + turnout * 0.5))], 0.008)
            button = ["#e2603f", "#3f7fb0", "#f2c14e", "#4f9a6a"][index % 4]
            sheet.disc(px, py - size * 0.042, size * 0.030, darker(button, 0.3))
            sheet.disc(px, py - size * 0.045, size * 0.026, button)
            for hole in (-1, 1):
                sheet.disc(px + hole * size * 0.008, py - size * 0.045, size * 0.004, darker(button, 0.6))
    front = [ring(turn) for turn in range(-88, 89, 8)]
    sheet.stroke([(px, py + size * 0.006) for px, py in front], darker(metal, 0.5), size * 0.030)
    sheet.stroke(front, metal, size * 0.024)
    sheet.stroke([(px, py - size * 0.006) for px, py in front], lighter(metal, 0.6), size * 0.007)
    if kind != "clips":
        for turn in range(-78, 79, 12):
            px, py = ring(turn)
            gem(px, py, 0.008, stone if turn % 24 else lighter(stone, 0.6))


def jewel(seed: int, ground: Colour, cushion: Colour) -> Image.Image:
    """The tiara of a lamp's rays on a cushion before a curtain, spotlit."""
    sheet = Sheet(*LANDSCAPE, seed)
    width, height = LANDSCAPE
    x, y, wide = 1200.0, 900.0, 1240.0
    for index in range(18):
        sheet.gradient(darker(ground, 0.25), lighter(ground, 0.12), darker(ground, 0.4), box=(index * 134, 0, index * 134 + 136, height * 0.82), across=True)
    sheet.gradient(darker(cushion, 0.45), darker(ground, 0.75), box=(0, height * 0.80, width, height))
    sheet.glow(x, y - 300, 1100, "#ffdf9e", 0.5)
    sheet.beam(x, -500, 90, 34, 2500, "#ffeec4", 0.34)
    sheet.shine()
    shadow(sheet, oval(x, height * 0.84, wide * 0.74, height * 0.06), 200, 40)
    low = y + wide * 0.30
    pad = smooth([(x - wide * 0.68, y + wide * 0.10), (x - wide * 0.4, y + wide * 0.02), (x, y - wide * 0.01), (x + wide * 0.4, y + wide * 0.02), (x + wide * 0.68, y + wide * 0.10), (x + wide * 0.72, low - wide * 0.06), (x + wide * 0.4, low), (x, low + wide * 0.01), (x - wide * 0.4, low), (x - wide * 0.72, low - wide * 0.06)])
    filled(sheet, pad, lighter(cushion, 0.22), cushion, darker(cushion, 0.5))
    for side in (-1, 1):
        for fold in range(4):
            sheet.arc([(x + side * wide * 0.70, y + wide * (0.10 + fold * 0.045)), (x + side * wide * 0.55, y + wide * (0.13 + fold * 0.03)), (x + side * wide * 0.42, y + wide * (0.17 + fold * 0.02))], darker(cushion, 0.35), 5, 150)
        tassel = (x + side * wide * 0.725, low - wide * 0.05)
        sheet.disc(*tassel, wide * 0.026, "#e6b450")
        sheet.shape([(tassel[0] - wide * 0.022, tassel[1]), (tassel[0] + wide * 0.022, tassel[1]), (tassel[0] + wide * 0.040, tassel[1] + wide * 0.12), (tassel[0] - wide * 0.040, tassel[1] + wide * 0.12)], "#c08a2d")
    sheet.arc([(x - wide * 0.71, low - wide * 0.06), (x - wide * 0.4, low - wide * 0.004), (x, low + wide * 0.006), (x + wide * 0.4, low - wide * 0.004), (x + wide * 0.71, low - wide * 0.06)], "#e6b450", 14)
    shadow(sheet, oval(x + wide * 0.02, y + wide * 0.05, wide * 0.52, wide * 0.16), 150, 24, darker(cushion, 0.7))
    tiara(sheet, x, y, wide, "lamp")
    for _ in range(7):
        sheet.glow(x + sheet.random.uniform(-0.4, 0.4) * wide, y - sheet.random.uniform(-0.06, 0.32) * wide, sheet.random.uniform(50, 120), "#ffffff", 0.7)
    sheet.glow(x, y - wide * 0.1, wide * 0.8, "#fff2d0", 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.45)


def strongroom(seed: int) -> Image.Image:
    """A cabinet of eight lit niches with a tiara in each but one, which holds a card."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#4a2a22", "#2c1618")
    for index in range(9):
        sheet.stroke([(-20, index * 200 + 40), (2420, index * 200 + 20)], "#3a1f1c", 5, 110)
    sheet.box(110, 70, 2290, 1540, "#6b3f2c", radius=18)
    sheet.box(140, 100, 2260, 1510, "#8a5638", radius=12)
    kinds = ["waves", "lamp", "ice", "reeds", "ice", "", "waves", "lamp"]
    felts = ["#7a1b3d", "#1f5a5a", "#3a2560", "#1f4a7a"]
    for index in range(len(kinds)):
        column, row = index % 4, index // 4
        x, low = 432 + column * 512, 740 + row * 690
        felt = felts[(column + row * 2) % 4]
        niche = [*oval(x, low - 330, 214, 226, 180, 360), (x + 214, low), (x - 214, low)]
        sheet.shape([*oval(x, low - 330, 236, 250, 180, 360), (x + 236, low + 18), (x - 236, low + 18)], "#4a2a20")
        filled(sheet, niche, darker(felt, 0.45), felt, lighter(felt, 0.08))
        sheet.arc([(x - 225, low), (x - 225, low - 330), (x - 160, low - 505), (x, low - 570), (x + 160, low - 505), (x + 225, low - 330), (x + 225, low)], "#d9a441", 12)
        sheet.box(x - 240, low, x + 240, low + 34, "#a8703f")
        sheet.box(x - 240, low, x + 240, low + 8, "#d9a05c")
        sheet.glow(x, low - 520, 420, "#fff0cc", 0.5)
        sheet.box(x - 70, low + 12, x + 70, low + 28, "#e6c880")
    sheet.shine()
    for index, kind in enumerate(kinds):
        column, row = index % 4, index // 4
        x, low = 432 + column * 512, 740 + row * 690
        felt = felts[(column + row * 2) % 4]
        sheet.box(x - 76, low - 150, x + 76, low, "#4a2a20")
        sheet.box(x - 76, low - 150, x - 40, low, "#8a5638")
        sheet.box(x - 110, low - 22, x + 110, low, "#6b3f2c")
        low -= 140
        sheet.blob([(x - 130, low - 96), (x, low - 122), (x + 130, low - 96), (x + 150, low - 2), (x - 150, low - 2)], lighter(felt, 0.28))
        sheet.blob([(x - 130, low - 50), (x + 130, low - 50), (x + 150, low - 2), (x - 150, low - 2)], darker(felt, 0.1))
        if kind:
            tiara(sheet, x, low - 104, 350, kind)
        else:
            sheet.shape([(x - 96, low - 250), (x + 88, low - 262), (x + 98, low - 116), (x - 88, low - 104)], "#fff4dc")
            sheet.shape([(x + 88, low - 262), (x + 98, low - 116), (x + 60, low - 113)], "#e2cfae", 140)
            sheet.word("BACK", x, low - 208, 44, "#8f1730")
            sheet.word("SUNDAY", x + 2, low - 156, 44, "#8f1730")
    sheet.glow(1200, 200, 1400, "#ffdf9e", 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def treaty(seed: int) -> Image.Image:
    """A treaty on a green desk, seen from above: two seals, two pens and a bell."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#5a3422", "#3a2018")
    sheet.box(90, 80, 2310, 1520, "#1f5a4a", radius=20)
    sheet.gradient("#2a6f58", "#184638", box=(120, 110, 2280, 1490))
    for inset in (140, 158):
        sheet.stroke([(inset, inset - 10), (2400 - inset, inset - 10), (2400 - inset, 1610 - inset), (inset, 1610 - inset), (inset, inset - 10)], "#c99a4a", 4, 190)

    def turned(x: float, y: float, points: Sequence[Point], angle: float) -> list[Point]:
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        return [(x + px * cos - py * sin, y + px * sin + py * cos) for px, py in points]

    under = turned(1250, 800, [(-560, -640), (560, -640), (560, 640), (-560, 640)], 6)
    shadow(sheet, [(x + 20, y + 26) for x, y in under], 150, 24)
    sheet.shape(under, "#e2cfa8")
    page = turned(1180, 790, [(-540, -620), (540, -620), (540, 620), (-540, 620)], -3)
    shadow(sheet, [(x + 16, y + 22) for x, y in page], 140, 20)
    filled(sheet, page, "#fff6e0", "#f2e2bc")
    edge = turned(1180, 790, [(-500, -580), (500, -580), (500, 580), (-500, 580), (-500, -580)], -3)
    sheet.stroke(edge, "#b8862f", 6)

    def on_page(px: float, py: float) -> Point:
        return turned(1180, 790, [(px, py)], -3)[0]

    sheet.word("1814", *on_page(0, -500), 130, "#7d1424")
    for row in range(11):
        y = -370 + row * 52
        wide = 400 if row % 4 != 3 else sheet.random.uniform(120, 300)
        points, px = [], -400.0
        while px < -400 + wide * 2:
            points.append(on_page(px, y + sheet.random.uniform(-9, 9)))
            px += 16
        sheet.stroke(points, "#4a3a44", 5, 210)
    sheet.shape(turned(*on_page(-440, -366), [(-34, -34), (34, -34), (34, 52), (-34, 52)], -3), "#2f5d8a")
    sheet.shape(star(*on_page(-440, -358), 26, 8), "#f2d48a")
    for side, tone, mark in ((-1, "#b3222f", 8), (1, "#24569a", 5)):
        x, y = on_page(side * 250, 430)
        for tail in (-1, 1):
            ribbon = turned(x, y, [(-34, 0), (34, 0), (56, 250), (14, 214), (-26, 250)], tail * 13)
            sheet.shape(ribbon, darker(tone, 0.15 if tail < 0 else 0.3))
        lumps = [(x + math.cos(step * 0.524) * (104 + 13 * (step % 3)), y + math.sin(step * 0.524) * (104 + 13 * ((step + 1) % 3))) for step in range(12)]
        shadow(sheet, [(px + 10, py + 14) for px, py in lumps], 150, 12)
        sheet.blob(lumps, tone)
        sheet.disc(x, y, 80, darker(tone, 0.22))
        sheet.disc(x + 4, y + 4, 74, lighter(tone, 0.06))
        sheet.shape(star(x, y, 56, mark), darker(tone, 0.3))
        sheet.shape(star(x - 4, y - 4, 52, mark), lighter(tone, 0.28))
        signature = [on_page(side * 250 - 170 + step * 22, 292 + (-1) ** step * (34 - step * 2) * (1 if step % 3 else 0.3)) for step in range(15)]
        sheet.arc(signature, "#1d2a5a", 7)
    for x, y, angle, plume in ((1900, 660, 20, "#f4ead6"), (2010, 860, 33, "#9cc4cf")):
        quill = turned(x, y, limb([(0, -520), (50, -200), (10, 120), (-10, 420)], [10, 120, 70, 10]), angle)
        shadow(sheet, [(px + 22, py + 30) for px, py in quill], 140, 14)
        sheet.shape(quill, plume)
        for barb in range(9):
            one = turned(x, y, [(36, -290 + barb * 44), (84 - barb * 5, -330 + barb * 44)], angle)
            sheet.stroke(one, darker(plume, 0.25), 4)
        sheet.arc(turned(x, y, [(0, -520), (44, -200), (8, 120), (-20, 520)], angle), "#b58a5a", 10)
        sheet.shape(turned(x, y, [(-26, 480), (-8, 480), (-22, 570)], angle), "#2a1c1a")
    # the bell, lying on its side
    x, y = 380, 1080
    bell = turned(x, y, smooth([(-70, -230), (70, -230), (120, -120), (150, 90), (220, 220), (-220, 220), (-150, 90), (-120, -120)]), -28)
    shadow(sheet, [(px + 30, py + 40) for px, py in bell], 170, 26)
    filled(sheet, bell, "#f2cf7a", "#c99236", "#8a5a1e", across=True)
    sheet.shape(turned(x, y, oval(0, 222, 222, 60), -28), "#6b4418")
    sheet.shape(turned(x, y, oval(0, 222, 190, 42), -28), "#3a2410")
    sheet.disc(*turned(x, y, [(20, 240)], -28)[0], 46, "#d9a441")
    sheet.arc(turned(x, y, [(-134, 20), (0, 50), (134, 20)], -28), "#7d5018", 10)
    sheet.arc(turned(x, y, [(-118, -110), (0, -86), (118, -110)], -28), "#7d5018", 8)
    sheet.arc(turned(x, y, [(-46, -232), (-40, -310), (40, -310), (46, -232)], -28), "#c99236", 26)
    for px, py, tone in ((400, 420, "#1d2a5a"), (620, 290, "#7d1424")):
        sheet.disc(px + 12, py + 16, 104, "#0c2a22", 130)
        sheet.disc(px, py, 100, "#d9e4e6")
        sheet.disc(px, py, 84, "#9fb4ba")
        sheet.disc(px, py, 64, tone)
        sheet.disc(px - 20, py - 20, 18, lighter(tone, 0.5), 180)
    sheet.glow(500, 80, 1700, "#ffe4b0", 0.36)
    sheet.shine()
    return sheet.finish(vignette=0.42)


def tarnholm(seed: int) -> Image.Image:
    """A castle on a tidal island on a windy day, its causeway wet, a bus on its way over."""
    wide: float
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f7fb5", "#7fbfd6", "#d8ecdf", box=(0, 0, 2400, 960))
    for x, y, size in ((420, 300, 1.25), (1980, 210, 1.0), (1460, 470, 0.7), (120, 610, 0.8), (2250, 600, 0.75)):
        for px, py, radius in ((-190, 20, 80), (-90, -30, 120), (30, -60, 140), (150, -10, 110), (240, 26, 70)):
            sheet.disc(x + px * size, y + py * size, radius * size, "#fffdf4", tall=0.8)
        sheet.box(x - 260 * size, y + 20 * size, x + 300 * size, y + 92 * size, "#fffdf4", radius=40 * size)
        sheet.box(x - 220 * size, y + 58 * size, x + 280 * size, y + 92 * size, "#cfe2e6", radius=20 * size)
    sheet.gradient("#3f9aa8", "#1f6f86", box=(0, 940, 2400, 1150))
    for _ in range(60):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(955, 1140)
        sheet.stroke([(x, y), (x + sheet.random.uniform(30, 110), y)], "#e6f6f0", 4, 140)
    rock = [(1000, 1130), (1090, 960), (1190, 900), (1320, 830), (1500, 800), (1740, 810), (1920, 870), (2060, 960), (2230, 1060), (2300, 1140)]
    sheet.blob([*rock, (1700, 1170)], "#3a4a4a")
    for points in ([(1090, 1120), (1190, 960), (1330, 870), (1300, 1010), (1420, 1130)], [(1560, 1120), (1640, 930), (1760, 860), (1770, 1000), (1900, 1130)]):
        sheet.shape(points, "#56696a")
    sheet.blob([(1100, 950), (1320, 820), (1500, 786), (1750, 796), (1940, 866), (2070, 950), (1900, 900), (1700, 856), (1480, 850), (1270, 900)], "#6f9a52")
    wall, lit, roof = "#b9a68f", "#dccbb0", "#2f4a5c"
    def tower(x: float, half: float, top: float, low: float, tip: float) -> None:
        sheet.box(x - half, top, x + half, low, lit)
        sheet.box(x + half * 0.1, top, x + half, low, wall)
        sheet.box(x + half * 0.6, top, x + half, low, darker(wall, 0.2))
        if tip:
            sheet.shape([(x - half * 1.25, top), (x, top - tip), (x + half * 1.25, top)], roof)
            sheet.shape([(x + half * 0.1, top), (x, top - tip), (x + half * 1.25, top)], darker(roof, 0.3))
        else:
            for step in range(5):
                sheet.box(x - half * 1.1 + step * half * 0.5, top - 34, x - half * 1.1 + step * half * 0.5 + half * 0.28, top + 10, lit if step < 3 else wall)
            sheet.box(x - half * 1.1, top, x + half * 1.1, top + 26, lighter(lit, 0.15))
        for row in range(int((low - top) / 130)):
            sheet.box(x - half * 0.36, top + 60 + row * 120, x - half * 0.1, top + 116 + row * 120, "#33404c", radius=12)
    tower(1760, 96, 380, 860, 0)
    tower(1560, 70, 470, 850, 190)
    sheet.box(1320, 610, 1980, 870, wall)
    sheet.box(1320, 610, 1700, 870, lit)
    for step in range(14):
        sheet.box(1320 + step * 48, 584, 1346 + step * 48, 616, lit if step < 8 else wall)
    tower(1330, 78, 520, 890, 210)
    tower(1970, 70, 590, 900, 190)
    tower(1640, 54, 560, 870, 150)
    for x in (1420, 1490, 1720, 1800, 1870):
        sheet.box(x - 16, 690, x + 16, 750, "#ffd98c" if x in {1490, 1800} else "#33404c", radius=14)
    sheet.box(1440, 780, 1540, 880, darker(wall, 0.45), radius=46)
    for x, top, wide in ((1760, 350, 130), (1560, 284, 96), (1330, 314, 100), (1970, 404, 84)):
        sheet.stroke([(x, top), (x, top - 130)], "#33282c", 8)
        sheet.blob([(x, top - 128), (x + wide * 0.5, top - 140), (x + wide, top - 120), (x + wide * 1.04, top - 66), (x + wide * 0.5, top - 84), (x, top - 66)], "#d3303a")
        sheet.shape(star(x + wide * 0.45, top - 104, 20, 8), "#f6d88a")
    sheet.gradient("#e2cf9f", "#c9a670", "#8f7a5c", box=(0, 1130, 2400, 1600))
    sheet.box(0, 1120, 2400, 1136, "#f6fbf4", 200)
    for _ in range(26):
        x, y = sheet.random.uniform(-100, 2400), 1160 + 430 * sheet.random.random()
        wide = 120 + (y - 1100) * 0.7
        sheet.blob([(x, y), (x + wide * 0.5, y - wide * 0.03), (x + wide, y), (x + wide * 0.6, y + wide * 0.05)], "#9fc9cf", 150)
    road = smooth([(-60, 1560), (420, 1470), (900, 1330), (1260, 1200), (1400, 1100), (1470, 960), (1490, 870)], closed=False, steps=14)
    for index, (x, y) in enumerate(road[:-1]):
        wide, other = max(16, (y - 860) * 0.16), max(16, (road[index + 1][1] - 860) * 0.16)
        nx, ny = road[index + 1]
        sheet.shape([(x, y - wide), (nx, ny - other), (nx, ny + other), (x, y + wide)], "#4f5258")
        sheet.stroke([(x, y - wide), (nx, ny - other)], "#7a7e80", 5)
        sheet.stroke([(x, y + wide), (nx, ny + other)], "#3a3d44", 7)
    for index in range(0, 60, 4):
        x, y = road[index]
        post = max(14, (y - 880) * 0.20)
        sheet.stroke([(x, y - post * 0.8), (x, y - post * 2)], "#f4ead6", max(4, post * 0.12))
        sheet.stroke([(x, y - post * 1.7), (x, y - post * 1.9)], "#d3303a", max(4, post * 0.13))
    x, y = 640, 1300
    sheet.blob([(x - 190, y + 118), (x + 220, y + 100), (x + 210, y + 140), (x - 170, y + 156)], "#23262c", 150)
    sheet.shape([(x - 180, y - 96), (x + 170, y - 120), (x + 196, y - 90), (x + 200, y + 74), (x - 180, y + 110)], "#e0a52f")
    sheet.shape([(x - 180, y + 30), (x + 200, y + 4), (x + 200, y + 74), (x - 180, y + 110)], "#b8442f")
    for pane in range(5):
        left = x - 160 + pane * 66
        sheet.shape([(left, y - 70 - pane * 4.4), (left + 52, y - 74 - pane * 4.4), (left + 52, y - 2 - pane * 4.6), (left, y + 3 - pane * 4.6)], "#2f4a5c")
        sheet.shape([(left, y - 70 - pane * 4.4), (left + 22, y - 72 - pane * 4.4), (left, y - 20 - pane * 4.6)], "#a9cfd6", 170)
    for wheel in (-110, 130):
        sheet.disc(x + wheel, y + 100 - wheel * 0.09, 40, "#1d1a20")
        sheet.disc(x + wheel, y + 100 - wheel * 0.09, 18, "#b9c0c8")
    for gx, gy, size in ((980, 420, 1.0), (1110, 500, 0.7), (760, 640, 0.8), (2140, 420, 0.75)):
        sheet.shape(limb([(gx - 70 * size, gy - 20 * size), (gx - 28 * size, gy - 34 * size), (gx, gy), (gx + 28 * size, gy - 34 * size), (gx + 70 * size, gy - 20 * size)], [2, 12 * size, 14 * size, 12 * size, 2]), "#fffdf4")
        sheet.disc(gx, gy + 3, 9 * size, "#fffdf4", tall=0.7)
    sheet.glow(300, 100, 1700, "#fff6d8", 0.34)
    sheet.shine()
    return sheet.finish(vignette=0.24)


def shipyard(seed: int) -> Image.Image:
    """An old yacht's bow, seen from the floor of the shed where she is mended."""
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#3a2a2c", "#6b4a3a", "#4a3028")
    sheet.gradient("#f6d9a0", "#e9b878", box=(690, 330, 1710, 1240))
    sheet.shape([(690, 330), (1200, 130), (1710, 330)], "#f8e2b0")
    for x in range(700, 1710, 146):
        sheet.box(x, 200, x + 14, 1240, "#5a3a2c")
    for y in (330, 560, 800, 1030):
        sheet.box(690, y, 1710, y + 12, "#5a3a2c")
    sheet.shape([(0, 0), (1200, -60), (2400, 0), (2400, 330), (1720, 330), (1200, 120), (680, 330), (0, 330)], "#2c1c1c")
    for side in (-1, 1):
        for index in range(6):
            one, other = 560 + index * 150, 700 + index * 210
            sheet.stroke([(1200 + side * one, 300 - index * 20), (1200 + side * other, 1300)], "#2c1c1c", 26)
            sheet.stroke([(1200 + side * (one - 10), 300 - index * 20), (1200 + side * (other - 10), 1300)], "#6b4634", 6)
        for plank in range(6):
            sheet.stroke([(1200 + side * 640, 420 + plank * 140), (1200 + side * 1300, 330 + plank * 190)], "#3a2624", 8, 160)
    for index in range(5):
        share = index / 4
        y = 150 + share * 60 - index * 66
        sheet.stroke([(1200 - 700 - share * 600, 330 - share * 40), (1200, y), (1200 + 700 + share * 600, 330 - share * 40)], "#4a3028", 24)
    sheet.gradient("#8a6244", "#3f2a22", box=(0, 1230, 2400, 1600))
    for index in range(-9, 30):
        sheet.stroke([(1200 + (index - 10) * 110, 1232), (1200 + (index - 10) * 260, 1600)], "#3a241e", 4, 140)
    for x, angle in ((820, 70), (1180, 84), (1560, 102)):
        sheet.beam(x, 120, angle, 15, 1700, "#ffe4aa", 0.45)
    sheet.shine()
    shadow(sheet, oval(1200, 1400, 720, 110), 210, 44)
    for side in (-1, 1):
        for px, top in ((430, 880), (560, 700)):
            sheet.stroke([(1200 + side * px * 0.62, top), (1200 + side * (px + 260), 1450)], "#b5834f", 34)
            sheet.stroke([(1200 + side * px * 0.62, top), (1200 + side * (px + 260), 1450)], "#d9ac74", 10)
            sheet.box(1200 + side * (px + 260) - 60, 1430, 1200 + side * (px + 260) + 60, 1470, "#6b4634", radius=6)
    hull = smooth([(1200, 250), (1420, 270), (1660, 330), (1690, 400), (1620, 640), (1480, 900), (1330, 1110), (1235, 1290), (1200, 1330)], closed=False, steps=10)
    port = [(2400 - x, y) for x, y in hull]
    whole = [*hull, *reversed(port)]
    filled(sheet, whole, "#24405c", "#16283c", "#101c2c")
    sheet.inside(whole, [*smooth([(1200, 200), (1215, 800), (1200, 1400)], closed=False), (1800, 1400), (1800, 200)], "#122032")
    sheet.inside(whole, [(600, 880), (1200, 1010), (1800, 880), (1800, 1400), (600, 1400)], "#b3382f")
    sheet.inside(whole, [(1204, 1010), (1800, 880), (1800, 1400), (1204, 1400)], "#8a2428")
    sheet.inside(whole, [(600, 850), (1200, 980), (1800, 850), (1800, 884), (1200, 1014), (600, 884)], "#f4ead6")
    for row in range(6):
        drop = 90 * row
        sheet.arc([(1700 - row * 44, 430 + drop), (1440 - row * 20, 470 + drop * 1.05), (1204, 450 + drop * 1.08)], "#33526e", 4, 150)
        sheet.arc([(700 + row * 44, 430 + drop), (960 + row * 20, 470 + drop * 1.05), (1196, 450 + drop * 1.08)], "#3f6080", 4, 150)
    for side in (-1, 1):
        sheet.arc([(1200, 306), (1200 + side * 240, 330), (1200 + side * 470, 400)], "#f0c667", 16)
        sheet.arc([(1200, 244), (1200 + side * 220, 262), (1200 + side * 472, 330)], "#e2c79a", 30)
        sheet.disc(1200 + side * 190, 470, 40, "#0b121c")
        sheet.ring(1200 + side * 190, 470, 44, "#c99236", 12)
        sheet.stroke([(1200 + side * 190, 480), (1200 + side * 205, 640)], "#8a8f96", 14)
        sheet.arc([(1200 + side * 205 - 64, 640), (1200 + side * 205 - 40, 700), (1200 + side * 205, 716), (1200 + side * 205 + 40, 700), (1200 + side * 205 + 64, 640)], "#8a8f96", 16)
    sheet.word("PETREL", 1430, 400, 66, "#f0c667")
    sheet.word("PETREL", 970, 400, 66, "#f0c667")
    sheet.stroke([(1200, 250), (1200, 980)], "#3f5f7c", 18)
    sheet.stroke([(1200, 250), (1200, -40)], "#d9ac74", 44)
    sheet.stroke([(1192, 250), (1192, -40)], "#f2d2a0", 12)
    sheet.box(1120, 1320, 1280, 1480, "#5a3a2a", radius=8)
    figure(sheet, 640, 1500, 330, "#1c1218")
    sheet.stroke([(664, 1250), (722, 1226), (756, 1140)], "#1c1218", 24)
    figure(sheet, 1820, 1520, 300, "#1c1218", coat=True)
    figure(sheet, 1950, 1510, 290, "#1c1218")
    sheet.stroke([(2100, 1470), (2190, 1100)], "#b5834f", 18)
    sheet.stroke([(2250, 1470), (2200, 1100)], "#b5834f", 18)
    for rung in range(4):
        sheet.stroke([(2120 + rung * 18, 1400 - rung * 80), (2242 - rung * 12, 1400 - rung * 80)], "#b5834f", 12)
    sheet.beam(1000, 60, 82, 20, 1500, "#ffe4aa", 0.28)
    sheet.shine()
    return sheet.finish(vignette=0.42)


def biscuits(seed: int) -> Image.Image:
    """Tea at a palace window: a blue pot, a tall stand of biscuits, rain outside."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#e9c24e", "#d9a338", box=(0, 0, 2400, 1180))
    for x in range(0, 2500, 120):
        sheet.box(x, 0, x + 46, 1180, "#f0d06a", 150)
    sheet.box(1250, 60, 2130, 1090, "#fffaf0", radius=12)
    sheet.gradient("#7f98a6", "#b5c4c2", "#8fa58f", box=(1300, 110, 2080, 1050))
    hills = smooth([(1240, 900), (1450, 790), (1700, 850), (1900, 770), (2140, 840), (2160, 1200), (1200, 1200)])
    sheet.inside([(1300, 110), (2080, 110), (2080, 1050), (1300, 1050)], hills, "#5f7f6a")
    lawn = smooth([(1240, 980), (1500, 930), (1800, 960), (2140, 920), (2160, 1200), (1200, 1200)])
    sheet.inside([(1300, 110), (2080, 110), (2080, 1050), (1300, 1050)], lawn, "#7f9a68")
    for _ in range(90):
        x, y = sheet.random.uniform(1310, 2070), sheet.random.uniform(120, 960)
        sheet.stroke([(x, y), (x - 14, y + 66)], "#e6f0f0", 3, 130)
    sheet.box(1680, 110, 1700, 1050, "#fffaf0")
    for y in (420, 730):
        sheet.box(1300, y, 2080, y + 18, "#fffaf0")
    for side in (-1, 1):
        x = 1690 + side * 480
        sheet.blob([(x - side * 190, -30), (x + side * 130, -30), (x + side * 140, 700), (x + side * 60, 1180), (x - side * 30, 1180), (x - side * 20, 700), (x - side * 110, 360)], "#2f6f77")
        for fold in range(3):
            sheet.arc([(x - side * (120 - fold * 80), -20), (x - side * (40 - fold * 50), 400), (x + side * (20 + fold * 20), 760), (x + side * (fold * 20), 1170)], "#1f5560", 14, 170)
    sheet.gradient("#fffaf2", "#e2d0c0", box=(0, 1150, 2400, 1600))
    for x in range(0, 2420, 80):
        sheet.disc(x + 40, 1158, 44, "#fffdf8")
    sheet.shape(oval(700, 1400, 480, 80), "#cdb7a6", 150)
    sheet.shape(oval(1500, 1430, 520, 90), "#cdb7a6", 150)
    # the pot
    for tone, width in (("#2456a8", 84), ("#f6fafa", 66)):
        sheet.arc([(960, 1040), (1130, 1010), (1200, 860), (1250, 800)], tone, width)
    sheet.arc([(430, 900), (270, 860), (210, 1010), (300, 1160), (450, 1180)], "#2456a8", 60)
    sheet.arc([(430, 900), (270, 860), (210, 1010), (300, 1160), (450, 1180)], "#3f7fd0", 20)
    pot = smooth([(700, 770), (900, 820), (1010, 1000), (980, 1200), (860, 1350), (700, 1374), (540, 1350), (420, 1200), (390, 1000), (500, 820)])
    filled(sheet, pot, "#fbfdfd", "#e6eef4", "#b9c8d8")
    sheet.inside(pot, smooth([(760, 700), (840, 1000), (760, 1400), (1100, 1400), (1100, 700)]), "#cfdbe6")
    for y, wide in ((860, 6), (900, 3), (1300, 6)):
        sheet.inside(pot, [(300, y), (1100, y), (1100, y + wide * 4), (300, y + wide * 4)], "#2456a8")
    for index in range(5):
        x, y = 470 + index * 118, 1090 + 26 * math.sin(index * 1.6)
        for petal in range(6):
            angle = math.radians(petal * 60 + index * 20)
            sheet.disc(x + math.cos(angle) * 40, y + math.sin(angle) * 40, 30, "#2456a8")
        sheet.disc(x, y, 22, "#f2c14e")
        sheet.arc([(x + 30, y + 50), (x + 60, y + 110), (x + 40, y + 160)], "#2456a8", 9)
    sheet.blob([(520, 806), (560, 740), (700, 712), (840, 740), (880, 806), (700, 836)], "#2456a8")
    sheet.disc(700, 690, 40, "#f2c14e")
    sheet.box(560, 1360, 840, 1396, "#9fb2c6", radius=14)
    # the stand
    sheet.stroke([(1568, 520), (1568, 1400)], "#c99236", 20)
    sheet.ring(1568, 490, 44, "#c99236", 16)
    for level, (y, half) in enumerate(((1390, 430), (1090, 330), (830, 230))):
        sheet.disc(1568, y + 12, half, "#b8a898", tall=0.15)
        sheet.disc(1568, y, half, "#fffdf8", tall=0.15)
        sheet.stroke(oval(1568, y + 3, half - 4, half * 0.15, 8, 172), "#e0b04c", 8)
        count = (7, 5, 3)[level]
        for index in range(count):
            x = 1568 + (index - (count - 1) / 2) * half * 1.5 / count
            low = y - 6 + 16 * math.sin((index + 0.5) / count * math.pi)
            if level == 0:
                sheet.disc(x, low - 46, 62, "#a8622f")
                sheet.disc(x, low - 50, 58, "#e6a85a")
                sheet.shape(star(x, low - 50, 34, 8), "#b3222f")
                sheet.disc(x - 8, low - 60, 6, "#ffb8a8")
            elif level == 1:
                sheet.box(x - 44, low - 84, x + 44, low - 52, "#8a4a24", radius=12)
                sheet.box(x - 44, low - 54, x + 44, low - 36, "#fff4dc", radius=6)
                sheet.box(x - 44, low - 40, x + 44, low - 6, "#8a4a24", radius=12)
                for dot in (-22, 0, 22):
                    sheet.disc(x + dot, low - 68, 5, "#5a2a14")
            else:
                sheet.blob([(x - 52, low), (x - 46, low - 50), (x, low - 84), (x + 46, low - 50), (x + 52, low)], "#f2c98a")
                sheet.blob([(x - 46, low - 40), (x, low - 84), (x + 46, low - 40), (x + 20, low - 52), (x - 14, low - 34)], "#f7b7c4")
                sheet.disc(x, low - 84, 15, "#b3222f")
    x = 2090
    sheet.disc(x, 1440, 190, "#d5c4b8", tall=0.22)
    sheet.disc(x, 1426, 190, "#fffdf8", tall=0.22)
    sheet.ring(x + 122, 1330, 46, "#2456a8", 18)
    cup = smooth([(x - 120, 1270), (x + 120, 1270), (x + 96, 1380), (x + 40, 1424), (x - 40, 1424), (x - 96, 1380)])
    filled(sheet, cup, "#ffffff", "#d5e0ea")
    sheet.disc(x, 1270, 120, "#eef4f8", tall=0.2)
    sheet.disc(x, 1274, 104, "#b5662f", tall=0.18)
    sheet.inside(cup, [(x - 140, 1330), (x + 140, 1330), (x + 140, 1346), (x - 140, 1346)], "#2456a8")
    sheet.glow(1690, 420, 1300, "#f4f6ea", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.24)


def lifeboat(seed: int, look: Look) -> Image.Image:
    """Somebody in a yellow sou'wester, great waves behind."""
    top: float
    x: float
    y: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#8fa9b5", "#c9d3cc", "#e9d9bc", box=(0, 0, 1920, 1300))
    sheet.disc(1420, 460, 190, "#fbf3dc", 200)
    for depth, (y, tone, foam) in enumerate(((760, "#4f8496", "#dfeeec"), (1020, "#2f6a82", "#eef7f4"), (1400, "#1c4f6a", "#f6fbf8"))):
        crest: list[Point] = []
        for step in range(-2, 60):
            x = step * 36
            wave = math.sin(x / (250 + depth * 70) + depth * 2.1)
            crest.append((x, y - 190 * max(0.0, wave) ** 1.6 + 70 * (1 - wave)))
        sheet.shape([*crest, (2000, 2460), (-80, 2460)], tone)
        for index, (x, top) in enumerate(crest):
            high = max(0.0, math.sin(x / (250 + depth * 70) + depth * 2.1))
            if high > 0.35:
                sheet.disc(x, top + 4, 14 + 34 * high, foam)
                for _ in range(2):
                    sheet.disc(x + sheet.random.uniform(-40, 60), top - sheet.random.uniform(20, 130) * high, sheet.random.uniform(4, 11), foam, 210)
            if index % 3 == 0:
                sheet.arc([(x, top + 70), (x + 60, top + 150 + depth * 20), (x + 70, top + 290)], lighter(tone, 0.18), 8, 150)
    bust(sheet, 960, 1120, 520, look)
    head = 520.0

    def place(points: Sequence[Point]) -> list[Point]:
        return [(960 + px * head, 1120 + py * head) for px, py in points]

    coat, deep = look.cloth, darker(look.cloth, 0.28)
    vest = smooth(place([(-0.62, 0.98), (-0.34, 0.92), (-0.30, 1.5), (-0.22, 2.6), (-0.98, 2.6), (-0.96, 1.5)]))
    sheet.shape(vest, "#d3402f")
    sheet.shape([(1920 - x, y) for x, y in vest], "#a82f2c")
    sheet.stroke(place([(0, 0.98), (0, 2.6)]), deep, 16)
    for y in (1.3, 1.62, 1.94):
        sheet.disc(960 + 34, 1120 + y * head, 18, "#f4ead6")
    for side in (-1, 1):
        sheet.box(*sorted_box(960 + side * 0.34 * head, 1120 + 1.72 * head, 960 + side * 0.96 * head, 1120 + 1.86 * head), "#e6eef0")
    brim = smooth(place([(-0.94, 0.06), (-0.74, -0.22), (-0.40, -0.40), (0, -0.46), (0.40, -0.40), (0.74, -0.22), (0.94, 0.06), (0.62, -0.10), (0.30, -0.24), (0, -0.28), (-0.30, -0.24), (-0.62, -0.10)]))
    dome = smooth(place([(-0.60, -0.26), (-0.58, -0.62), (-0.36, -0.92), (0, -1.02), (0.36, -0.92), (0.58, -0.62), (0.60, -0.26), (0, -0.38)]))
    filled(sheet, dome, lighter(coat, 0.16), coat, deep, across=True)
    for lean in (-0.28, 0.0, 0.28):
        sheet.arc(place([(lean * 0.3, -1.0), (lean, -0.72), (lean * 1.3, -0.38)]), deep, 9)
    sheet.shape(brim, lighter(coat, 0.10))
    sheet.inside(brim, place([(0.05, -0.6), (0.12, 0.2), (1, 0.2), (1, -0.6)]), deep)
    sheet.arc(place([(-0.92, 0.05), (-0.70, -0.12), (-0.36, -0.25), (0, -0.285), (0.36, -0.25), (0.70, -0.12), (0.92, 0.05)]), darker(coat, 0.4), 8)
    for side in (-1, 1):
        sheet.arc(place([(side * 0.50, -0.10), (side * 0.46, 0.40), (side * 0.14, 0.76)]), "#6b3f2c", 14)
    sheet.disc(960, 1120 + 0.77 * head, 20, "#c99236")
    for _ in range(50):
        x, y = sheet.random.uniform(0, 1920), sheet.random.uniform(200, 2350)
        sheet.stroke([(x, y), (x - 26, y + 60)], "#f2f8f6", 5, 110)
    sheet.glow(1420, 460, 1100, "#fff4d8", 0.36)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def tide_line(seed: int) -> Image.Image:
    """A tiara half sunk in the sand at low water, a small crab considering it."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f9aa8", "#5fc0c4", "#b5e8da", box=(0, 0, 2400, 720))
    for row in range(9):
        y = 40 + row * 56
        sheet.arc([(x, y + 18 * math.sin(x / 170 + row * 1.7)) for x in range(-60, 2480, 60)], "#e2fbf2", 5 + row * 0.6, 90)
    for edge, tone in ((560, "#fdfffa"), (600, "#e9d3a0")):
        line = [(x, edge + 46 * math.sin(x / 260 + 1) + 22 * math.sin(x / 90)) for x in range(-40, 2460, 40)]
        sheet.shape([*line, (2460, 1640), (-40, 1640)], tone)
    wet = [(x, 600 + 46 * math.sin(x / 260 + 1) + 22 * math.sin(x / 90)) for x in range(-40, 2460, 40)]
    filled(sheet, [*wet, (2460, 1640), (-40, 1640)], "#c9a875", "#ecd29a", "#f2d9a4")
    for index in range(16):
        x, y = sheet.random.uniform(-100, 2300), 760 + index * 54
        sheet.arc([(x, y), (x + 160, y - 16), (x + 330, y + 6)], "#d3b27a", 7, 150)
    for _ in range(240):
        sheet.disc(sheet.random.uniform(0, 2400), sheet.random.uniform(720, 1590), sheet.random.uniform(2, 5), "#b58f5a", 150)
    shadow(sheet, oval(1330, 1110, 640, 190), 130, 36, "#6b4a2a")
    tiara(sheet, 1200, 990, 1150, "waves")
    sand = smooth([(420, 1330), (560, 1130), (760, 1080), (930, 1150), (1120, 1196), (1290, 1160), (1480, 1200), (1660, 1130), (1900, 1160), (2040, 1330), (1200, 1440)])
    filled(sheet, sand, "#f6e0b0", "#f0d59e")
    for x, y, size in ((640, 1230, 26), (1760, 1250, 34), (960, 1300, 20), (1500, 1330, 28)):
        sheet.disc(x + 6, y + 6, size, "#b58f5a", 150, tall=0.7)
        sheet.disc(x, y, size, "#fff2e0" if size > 26 else "#e9a08a", tall=0.7)
    x, y = 480, 1260
    shadow(sheet, oval(x + 14, y + 74, 170, 34), 150, 14, "#6b4a2a")
    for side in (-1, 1):
        for leg in range(3):
            sheet.arc([(x + side * 80, y + 20 + leg * 12), (x + side * (150 + leg * 10), y - 6 + leg * 26), (x + side * (176 + leg * 6), y + 60 + leg * 12)], "#b8432f", 16)
        sheet.arc([(x + side * 84, y - 14), (x + side * 150, y - 50), (x + side * 138, y - 110)], "#d3553a", 22)
        claw = smooth([(x + side * 138, y - 96), (x + side * 96, y - 150), (x + side * 112, y - 214), (x + side * 138, y - 166), (x + side * 176, y - 206), (x + side * 182, y - 140)])
        sheet.shape(claw, "#d3553a")
        sheet.stroke([(x + side * 36, y - 50), (x + side * 40, y - 92)], "#b8432f", 9)
        sheet.disc(x + side * 40, y - 96, 17, "#fffaf0")
        sheet.disc(x + side * 40 + 6, y - 98, 8, INK)
    shell = smooth([(x - 122, y - 4), (x - 70, y - 62), (x + 70, y - 62), (x + 122, y - 4), (x + 76, y + 66), (x - 76, y + 66)])
    filled(sheet, shell, "#ef7d5a", "#c9482f")
    sheet.arc([(x - 50, y + 26), (x, y + 40), (x + 50, y + 26)], "#8f2f22", 7)
    sheet.glow(1900, 100, 1500, "#fff6d0", 0.4)
    for px, py in ((860, 780), (1330, 740), (1560, 850)):
        sheet.glow(px, py, 110, "#ffffff", 0.8)
    sheet.shine()
    return sheet.finish(vignette=0.26)


def larder(seed: int) -> Image.Image:
    """An open refrigerator by night: milk, eggs, a lemon, a trifle and a tiara."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#22304f", "#182039")
    for row in range(14):
        for column in range(11):
            sheet.box(column * 182 + 5, row * 182 + 5, column * 182 + 177, row * 182 + 177, mix("#22304f", "#2f4068", ((row + column) % 2) * 0.5))
    sheet.gradient("#6b4a3a", "#2f2030", box=(0, 2200, 1920, 2400))
    sheet.box(330, 150, 1530, 2300, "#d9604f", radius=90)
    sheet.box(390, 210, 1470, 2210, "#f7fbfb", radius=50)
    sheet.gradient("#ffffff", "#dfeef2", "#c9e0ea", box=(430, 250, 1430, 2170))
    sheet.box(900, 250, 960, 276, "#fff6d0", radius=10)
    shelves = (860, 1390, 1800)
    for y in shelves:
        sheet.box(430, y, 1430, y + 16, "#8fb4c4")
        sheet.box(430, y + 16, 1430, y + 46, "#b5d0da", 130)
    sheet.box(450, 1880, 1410, 2140, "#bcd8e2", radius=20)
    sheet.box(450, 1880, 1410, 1910, "#a3c4d2", radius=10)
    for x, tone in ((560, "#5f9a4f"), (720, "#e2603f"), (860, "#5f9a4f"), (1010, "#e9b44c"), (1180, "#c8383a"), (1310, "#5f9a4f")):
        sheet.disc(x, 2040, 76, mix(tone, "#bcd8e2", 0.45))
    sheet.box(880, 2000, 980, 2024, "#f7fbfb", radius=10)
    # above: milk, a jar, butter
    sheet.blob([(520, 860), (520, 600), (556, 520), (560, 440), (660, 440), (664, 520), (700, 600), (700, 860)], "#fffdf6")
    sheet.box(552, 410, 668, 452, "#2f6f8f", radius=10)
    sheet.box(512, 640, 708, 740, "#2f6f8f")
    sheet.word("MILK", 610, 690, 62, "#fffdf6")
    sheet.box(780, 620, 960, 860, "#b5293c", radius=30)
    sheet.box(770, 580, 970, 640, "#f2d9a8", radius=14)
    sheet.box(800, 700, 940, 800, "#fff4dc", radius=8)
    sheet.word("JAM", 870, 750, 50, "#7d1424")
    sheet.box(1040, 790, 1380, 860, "#f4e6a8", radius=14)
    sheet.shape([*oval(1210, 790, 190, 130, 180, 360)], "#ffffff", 130)
    sheet.disc(1210, 656, 22, "#8fb4c4")
    # the middle: the tiara on a dish
    sheet.disc(930, 1376, 420, "#8fb4c4", tall=0.10)
    sheet.disc(930, 1362, 420, "#fffdf6", tall=0.10)
    tiara(sheet, 930, 1290, 680, "ice")
    # below: eggs, a lemon, a trifle
    for index in range(5):
        sheet.disc(520 + index * 84, 1742, 44, "#f2d3b0" if index % 2 else "#fff4e4", tall=1.25)
    sheet.box(464, 1740, 906, 1800, "#b59a7c", radius=16)
    bowl = smooth([(1000, 1560), (1400, 1560), (1370, 1700), (1280, 1790), (1120, 1790), (1030, 1700)])
    sheet.shape(bowl, "#ffffff", 150)
    sheet.inside(bowl, [(900, 1580), (1500, 1580), (1500, 1640), (900, 1640)], "#fffaf0")
    sheet.inside(bowl, [(900, 1640), (1500, 1640), (1500, 1710), (900, 1710)], "#f2c14e")
    sheet.inside(bowl, [(900, 1710), (1500, 1710), (1500, 1800), (900, 1800)], "#c8383a")
    for index in range(5):
        sheet.disc(1040 + index * 80, 1560, 46, "#fffdf6")
    sheet.disc(1200, 1510, 30, "#c8383a")
    # the door stands open to the right
    door = [(1530, 190), (1850, 60), (1850, 2400), (1530, 2270)]
    filled(sheet, door, "#f3f8fa", "#b9ccd6", across=True)
    sheet.shape([(1850, 60), (1920, 80), (1920, 2400), (1850, 2400)], "#a83f38")
    for y, tone in ((900, "#4f9a6a"), (1500, "#e9b44c")):
        sheet.shape([(1550, y), (1830, y + 50), (1830, y + 170), (1550, y + 110)], "#9fb9c6")
        for index in range(2):
            x = 1620 + index * 120
            sheet.box(x - 38, y - 190 + index * 20, x + 38, y + 60 + index * 26, tone, radius=20)
            sheet.box(x - 18, y - 270 + index * 20, x + 18, y - 170 + index * 20, tone, radius=8)
        sheet.shape([(1550, y), (1830, y + 50), (1830, y + 170), (1550, y + 110)], "#9fb9c6", 150)
    sheet.glow(930, 1000, 1300, "#eaf6ff", 0.34)
    sheet.glow(930, 270, 600, "#fff4cc", 0.5)
    for px, py in ((760, 1060), (930, 1010), (1130, 1130)):
        sheet.glow(px, py, 100, "#ffffff", 0.8)
    sheet.shine()
    return sheet.finish(vignette=0.36)


def bear(seed: int) -> Image.Image:
    """A teddy bear in a tiara of paper clips, on a bed by a window."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#f0a878", "#e28a64")
    for row in range(7):
        for column in range(11):
            x, y = column * 240 + (120 if row % 2 else 0), row * 230 + 60
            sheet.shape(star(x, y, 34, 5), lighter("#e9986e", 0.28), 150)
    sheet.disc(1200, 700, 690, "#f9d3a4", 150)
    quilt = smooth([(-100, 1340), (500, 1230), (1200, 1270), (1900, 1220), (2500, 1330), (2500, 1800), (-100, 1800)])
    filled(sheet, quilt, "#2f7f86", "#1c4f5c")
    for column in range(13):
        for row in range(3):
            x, y = column * 210 - 40 + row * 60, 1360 + row * 110
            sheet.inside(quilt, [(x, y - 50), (x + 70, y), (x, y + 50), (x - 70, y)], ["#f2c14e", "#f4ead2", "#d3553a"][(column + row) % 3])
    fur, deep, pale = "#b5743a", "#8a4f26", "#e9bd84"
    shadow(sheet, oval(1230, 1420, 620, 110), 170, 40)
    for side in (-1, 1):
        sheet.disc(1200 + side * 400, 1380, 190, fur, tall=0.9)
        sheet.disc(1200 + side * 410, 1400, 130, pale, tall=0.9)
        sheet.shape(limb([(1200 + side * 220, 1080), (1200 + side * 420, 1150), (1200 + side * 470, 1290)], [200, 190, 170]), deep if side > 0 else fur)
        for x, y, radius in ((220, 1080, 100), (470, 1290, 86)):
            sheet.disc(1200 + side * x, y, radius, deep if side > 0 else fur)
    body = smooth([(1200, 960), (1440, 1040), (1520, 1260), (1430, 1450), (1200, 1500), (970, 1450), (880, 1260), (960, 1040)])
    filled(sheet, body, fur, deep, across=True)
    sheet.disc(1200, 1270, 210, pale, tall=1.05)
    for side in (-1, 1):
        sheet.disc(1200 + side * 330, 420, 150, deep if side > 0 else fur)
        sheet.disc(1200 + side * 330, 430, 90, pale)
    head = smooth([(1200, 330), (1470, 390), (1620, 640), (1560, 880), (1370, 1010), (1200, 1030), (1030, 1010), (840, 880), (780, 640), (930, 390)])
    filled(sheet, head, lighter(fur, 0.12), fur, deep, across=True)
    for _ in range(70):
        x, y = 1200 + sheet.random.uniform(-300, 300), 560 + sheet.random.uniform(-60, 260)
        sheet.stroke([(x, y), (x + 12, y + 26)], lighter(fur, 0.2), 5, 90)
    sheet.disc(1200, 840, 200, pale, tall=0.80)
    sheet.blob([(1110, 770), (1200, 742), (1290, 770), (1250, 838), (1200, 860), (1150, 838)], "#3a2020")
    sheet.disc(1160, 776, 18, "#8a6a64", tall=0.6)
    sheet.stroke([(1200, 856), (1200, 900)], "#3a2020", 13)
    sheet.arc([(1110, 896), (1150, 934), (1200, 902), (1250, 934), (1290, 896)], "#3a2020", 13)
    for side in (-1, 1):
        sheet.disc(1200 + side * 190, 690, 46, "#22141a")
        sheet.disc(1200 + side * 190 - 14, 674, 14, "#fffaf0")
    for side in (-1, 1):
        sheet.blob([(1200, 1050), (1200 + side * 90, 990), (1200 + side * 190, 970), (1200 + side * 200, 1120), (1200 + side * 90, 1090)], "#c9283e" if side < 0 else "#9f1a34")
    sheet.disc(1200, 1046, 50, "#b3222f")
    tiara(sheet, 1200, 400, 760, "clips")
    sheet.glow(400, 200, 1500, "#fff0cc", 0.34)
    sheet.shine()
    return sheet.finish(vignette=0.3)


# -- the famous ----------------------------------------------------------------------------------


def swimmers(seed: int) -> Image.Image:
    """Bathing caps of every colour in a cold sea, seen from the beach, before a huge early sun."""
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#f2a46a", "#f7c98a", "#fbe6bd", box=(0, 0, 2400, 640))
    sheet.disc(1240, 560, 430, "#e8503f")
    sheet.disc(1240, 560, 360, "#f07a4a")
    for y, left, right in ((300, 160, 620), (380, 1760, 2240), (210, 1900, 2180), (450, 300, 520)):
        sheet.box(left, y, right, y + 26, "#fbe6bd", 190, radius=13)
    sheet.blob([(-80, 640), (60, 560), (280, 520), (470, 560), (640, 640)], "#b5705a")
    sheet.box(186, 410, 214, 540, "#fff3e0")
    sheet.box(178, 396, 222, 420, "#8f2f3f")
    sheet.gradient("#5fb5b0", "#2f8a96", "#12566e", "#0d3f5c", box=(0, 630, 2400, 1600))
    for row in range(26):
        y = 650 + row * row * 1.35
        for _ in range(9):
            x = sheet.random.gauss(1240, 170 + row * 26)
            sheet.box(x, y, x + 60 + row * 7, y + 5 + row * 0.5, "#f79a5f" if row < 15 else "#f2c38a", 150, radius=4)
    caps = (
        (420, 760, 40, "#f4ead2", "#d3303a"), (760, 740, 36, "#e8503f", "#fff3e0"), (1660, 750, 38, "#f2c14e", "#2f6f8f"), (2010, 780, 44, "#f7b7a8", "#8f2f5a"),
        (1120, 800, 50, "#2b3a7a", "#f2c14e"), (600, 900, 64, "#3f9a6a", "#fff3e0"), (1500, 920, 70, "#fff3e0", "#3f7fb0"), (2180, 960, 76, "#d3303a", "#f4ead2"),
        (230, 1020, 86, "#f2c14e", "#d3553a"), (960, 1060, 96, "#f7a8b0", "#fff6ea"), (1830, 1130, 108, "#5a3a8a", "#f2c14e"), (520, 1250, 128, "#fff6ea", "#e8503f"), (1330, 1330, 146, "#e8503f", "#f7c98a"),
    )
    for index, (x, y, size, cap, trim) in enumerate(caps):
        for ring in (2.6, 2.0):
            sheet.disc(x, y + size * 0.75, size * ring, lighter("#2f8a96", 0.25), 60, tall=0.22)
        skin = ["#e9b896", "#8a5335", "#d9a077", "#5f3826", "#f0cdb2"][index % 5]
        shoulders = smooth([(x - size * 1.35, y + size * 0.86), (x - size * 1.05, y + size * 0.42), (x - size * 0.34, y + size * 0.16), (x + size * 0.34, y + size * 0.16), (x + size * 1.05, y + size * 0.42), (x + size * 1.35, y + size * 0.86)])
        filled(sheet, shoulders, skin, darker(skin, 0.4))
        sheet.box(x - size * 0.3, y, x + size * 0.3, y + size * 0.4, darker(skin, 0.22))
        sheet.disc(x, y - size * 0.30, size * 0.66, skin, tall=1.06)
        dome = smooth([(x - size * 0.70, y - size * 0.06), (x - size * 0.72, y - size * 0.56), (x - size * 0.36, y - size * 1.04), (x + size * 0.36, y - size * 1.04), (x + size * 0.72, y - size * 0.56), (x + size * 0.70, y - size * 0.06), (x, y + size * 0.10)])
        filled(sheet, dome, lighter(cap, 0.25), cap, darker(cap, 0.25))
        if index % 3 == 0:
            for spot in range(9):
                angle = spot * 2.4
                reach = size * 0.56 * math.sqrt((spot + 0.5) / 9)
                sheet.disc(x + math.cos(angle) * reach, y - size * 0.48 + math.sin(angle) * reach * 0.8, size * 0.09, trim)
        elif index % 3 == 1:
            for stripe in (-0.4, 0.0, 0.4):
                sheet.inside(dome, [(x + (stripe - 0.09) * size, y - size * 1.2), (x + (stripe + 0.09) * size, y - size * 1.2), (x + (stripe + 0.13) * size, y + size * 0.3), (x + (stripe - 0.13) * size, y + size * 0.3)], trim)
        else:
            for petal in range(6):
                angle = math.radians(petal * 60 + 20)
                sheet.disc(x + math.cos(angle) * size * 0.22, y - size * 0.52 + math.sin(angle) * size * 0.22, size * 0.19, trim)
            sheet.disc(x, y - size * 0.52, size * 0.14, darker(cap, 0.2))
        water = smooth([(x - size * 1.8, y + size * 0.82), (x - size * 0.9, y + size * 0.70), (x, y + size * 0.80), (x + size * 0.9, y + size * 0.68), (x + size * 1.8, y + size * 0.82), (x, y + size * 1.02)])
        sheet.shape(water, mix("#3f98a2", "#124f6a", min(1, (y - 700) / 640)))
        sheet.arc([(x - size * 1.7, y + size * 0.80), (x - size * 0.9, y + size * 0.68), (x, y + size * 0.78), (x + size * 0.9, y + size * 0.66), (x + size * 1.7, y + size * 0.80)], "#f4dcb8", max(4, size * 0.06))
    sheet.glow(1240, 560, 1300, "#ffb46a", 0.45)
    sheet.shine()
    return sheet.finish(vignette=0.28)


def beach_huts(seed: int) -> Image.Image:
    """A row of bathing huts on a frosty morning, striped and numbered, the door of one open."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#5f9fd0", "#a9d3e2", "#f0e6d6", box=(0, 0, 2400, 1180))
    for x, y, wide in ((340, 180, 300), (1460, 130, 360), (2120, 260, 240)):
        for part in range(6):
            sheet.disc(x + (part - 2.5) * wide * 0.2, y - (26 if part % 2 else 0), wide * 0.17, "#fffdf6", 170, tall=0.6)
    sheet.gradient("#f2e2bd", "#d9bf8f", "#b5976a", box=(0, 1160, 2400, 1600))
    colours = ("#d3404a", "#f2c14e", "#2f8a8f", "#3b4f9a", "#e8794a", "#7a4f9a")
    for index in range(6):
        left, right, low = 60 + index * 392, 60 + index * 392 + 340, 1210
        x, tone = (left + right) / 2, colours[index]
        sheet.shape([(left + 60, low + 30), (right + 210, low + 30), (right + 70, low - 10), (left, low - 10)], "#9a7f5c", 150)
        sheet.box(right - 6, 660, right + 46, low, darker(tone, 0.45))
        sheet.box(left, 640, right, low, tone)
        for plank in range(8):
            if plank % 2 == 0:
                sheet.box(left + plank * 42.5, 560, left + plank * 42.5 + 42.5, low, "#fff6e6")
        sheet.shape([(left - 10, 660), (left - 10, 520), (x, 420), (right + 10, 520), (right + 10, 660)], "#fff6e6")
        sheet.shape([(left, 660), (left, 600), (x, 480), (right, 600), (right, 660)], tone)
        sheet.shape([(left - 40, 610), (x, 400), (right + 40, 610), (right + 40, 566), (x, 352), (left - 40, 566)], darker(tone, 0.3))
        sheet.shape([(left - 40, 570), (x, 354), (right + 40, 570), (right + 40, 552), (x, 332), (left - 40, 552)], "#fdfdfa")
        sheet.disc(x, 566, 40, "#fff6e6")
        sheet.word(str(index + 7), x, 566, 56, darker(tone, 0.3))
        sheet.box(left + 84, 720, right - 84, low, darker(tone, 0.35))
        if index == 2:
            sheet.gradient("#3a2430", "#6b3f2c", box=(left + 92, 728, right - 92, low))
            sheet.disc(x, 830, 30, "#ffe0a0")
            sheet.glow(x, 830, 300, "#ffb75a", 0.9)
            sheet.box(left + 110, 1060, right - 110, 1078, "#a8703f")
            sheet.blob([(x - 40, 1060), (x - 44, 1000), (x + 30, 1000), (x + 26, 1060)], "#d3404a")
            sheet.shape([(left + 84, 720), (left - 34, 690), (left - 34, low + 30), (left + 84, low)], lighter(tone, 0.2))
            sheet.stroke([(left - 20, 900), (left + 70, 912)], darker(tone, 0.2), 8)
        else:
            for side in (0, 1):
                sheet.box(left + 94 + side * 78, 732, left + 168 + side * 78, low, lighter(tone, 0.12))
                sheet.box(left + 106 + side * 78, 760, left + 156 + side * 78, 920, tone)
                sheet.box(left + 106 + side * 78, 960, left + 156 + side * 78, 1160, tone)
            sheet.disc(x - 12, 950, 9, "#f2d27a")
            sheet.disc(x + 12, 950, 9, "#f2d27a")
        sheet.box(left - 20, low, right + 20, low + 34, "#e9dcc4")
        for step in range(2):
            sheet.box(left + 70 - step * 14, low + 34 + step * 34, right - 70 + step * 14, low + 66 + step * 34, "#c9b08a" if step else "#dcc7a0")
    for _ in range(160):
        sheet.disc(sheet.random.uniform(0, 2400), sheet.random.uniform(1310, 1590), sheet.random.uniform(3, 9), sheet.random.choice(["#fff6e0", "#a88a60", "#e6d0a2"]), 180, tall=0.6)
    prints = [(1130 + 26 * (step % 2) + step * 14, 1330 + step * 34) for step in range(8)]
    for x, y in prints:
        sheet.disc(x, y, 15 + (y - 1330) * 0.03, "#a88a60", 210, tall=0.6)
    sheet.glow(2200, 60, 1700, "#fff4d6", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.24)


def robes(seed: int) -> Image.Image:
    """Seven bathrobes and a very small one on pegs, each over a puddle."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#dfe9e4", "#b9d2cc", box=(0, 0, 2400, 1240))
    for x in range(0, 2400, 150):
        sheet.box(x, 0, x + 6, 1240, "#9fbdb6")
        sheet.box(x + 6, 0, x + 14, 1240, "#f2f8f4")
    sheet.box(0, 250, 2400, 330, "#a8703f")
    sheet.box(0, 250, 2400, 268, "#d9a05c")
    sheet.gradient("#8a6a54", "#4a3530", box=(0, 1240, 2400, 1600))
    for index in range(5):
        sheet.box(0, 1300 + index * 70, 2400, 1304 + index * 70, "#3a2826")
    tones = ("#c9283e", "#f4ead2", "#2f6f8f", "#e9b44c", "#5a2f6b", "#f2a08a", "#2f6a4f", "#27406b")
    for index, tone in enumerate(tones):
        x = 170 + index * 294
        small = index == 5
        top, low, half = 330, (760 if small else 1120 + 30 * (index % 3)), (62 if small else 100)
        shadow_ = smooth([(x + 24, top), (x + half + 44, top + 150), (x + half + 54, low), (x - half + 50, low), (x - half + 40, top + 150)])
        sheet.shape(shadow_, "#6f918a", 120)
        sheet.stroke([(x, 296), (x, top + 14)], "#f2d27a", 16)
        sheet.disc(x, 292, 22, "#f2d27a")
        robe = smooth([(x - 20, top), (x + 20, top), (x + half * 0.72, top + 70), (x + half, top + 220), (x + half * 1.05, low - 20), (x + half * 0.6, low), (x, low - 14), (x - half * 0.6, low), (x - half * 1.05, low - 20), (x - half, top + 220), (x - half * 0.72, top + 70)], steps=8)
        filled(sheet, robe, lighter(tone, 0.15), tone, darker(tone, 0.22), across=True)
        for side in (-1, 1):
            reach = 0.56 if small else 1
            sleeve = limb([(x + side * half * 0.66, top + 80), (x + side * half * 1.12, top + 260 * reach), (x + side * half * 1.0, top + 470 * reach)], [half * 0.5, half * 0.52, half * 0.5])
            sheet.shape(sleeve, tone if side < 0 else darker(tone, 0.2))
            sheet.stroke([(x + side * half * 0.78, top + 452 * reach), (x + side * half * 1.22, top + 452 * reach)], lighter(tone, 0.4), 14)
        collar = smooth([(x - 22, top + 4), (x + 22, top + 4), (x + half * 0.30, top + 210 * (0.6 if small else 1)), (x + 10, top + (low - top) * 0.55), (x - 10, top + (low - top) * 0.55), (x - half * 0.30, top + 210 * (0.6 if small else 1))])
        sheet.shape(collar, lighter(tone, 0.4))
        sheet.shape([(x - 12, top + 30), (x + 12, top + 30), (x, top + (low - top) * 0.5)], darker(tone, 0.45))
        belt = top + (low - top) * 0.52
        sheet.shape([(x - half * 0.98, belt), (x + half * 0.98, belt), (x + half, belt + 44), (x - half, belt + 44)], darker(tone, 0.3))
        sheet.shape([(x - 10, belt + 20), (x + 30, belt + 20), (x + 40, belt + 190 * (0.6 if small else 1)), (x + 6, belt + 200 * (0.6 if small else 1))], darker(tone, 0.36))
        for fold in (-0.5, 0.55):
            sheet.arc([(x + fold * half, belt + 60), (x + fold * half * 1.15, (belt + low) / 2), (x + fold * half * 1.1, low - 24)], darker(tone, 0.3), 7, 150)
        sheet.box(x - 70, 160, x + 70, 226, "#fffaf0", radius=8)
        sheet.box(x - 70, 216, x + 70, 226, "#d9cdbb", radius=4)
        sheet.word("DVOTB?FJ"[index], x, 192, 48, "#2b1b24")
        sheet.disc(x, 1410 + 40 * (index % 2), 110 if not small else 60, "#8fc0cc", 190, tall=0.22)
        sheet.disc(x - 30, 1402 + 40 * (index % 2), 40 if not small else 20, "#e6f4f4", 190, tall=0.2)
        for drop in range(3):
            sheet.disc(x + (drop - 1) * 50 * half / 100, low + 40 + drop * 60, 9, "#8fc0cc", tall=1.5)
        for side in (-1, 1):
            if not small:
                sheet.blob([(x + side * 42 - 34, 1392), (x + side * 42 + 30, 1392), (x + side * 48 + 34, 1360), (x + side * 42, 1346), (x + side * 42 - 34, 1362)], darker(tone, 0.4))
    sheet.glow(400, 60, 1600, "#fff8e0", 0.34)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def ferry_office(seed: int) -> Image.Image:
    """A ticket office no bigger than a shed at the end of a quay at dusk, its window lit, the ferry coming in."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#14355a", "#2f6a86", "#8fb4a6", "#f0d29a", box=(0, 0, 2400, 1000))
    sheet.stars(70, 420)
    sheet.blob([(-60, 980), (200, 860), (560, 800), (900, 880), (1200, 990)], "#2a5468")
    sheet.blob([(1500, 990), (1800, 880), (2200, 840), (2480, 900), (2480, 1000)], "#2a5468")
    sheet.gradient("#c9b888", "#4a8490", "#163c56", box=(0, 980, 2400, 1600))
    for row in range(16):
        y = 1000 + row * row * 2.2
        for _ in range(7):
            x = sheet.random.uniform(0, 2400)
            sheet.stroke([(x, y), (x + 60 + row * 16, y)], "#f2dca8" if row < 8 else "#6fa4ac", 3 + row * 0.3, 120)
    # the ferry
    sheet.blob([(300, 960), (820, 960), (780, 1040), (740, 1080), (370, 1080), (330, 1040)], "#8a2434")
    sheet.box(400, 880, 740, 964, "#f4ead6", radius=8)
    sheet.box(480, 810, 660, 884, "#e6dac2", radius=8)
    sheet.box(560, 740, 620, 812, "#c23a3f")
    for puff in range(5):
        sheet.disc(600 + puff * 60, 700 - puff * 40, 30 + puff * 14, "#d9dcd2", 70)
    for x in range(420, 730, 44):
        sheet.box(x, 900, x + 26, 934, "#ffd98c")
        sheet.glow(x + 13, 916, 60, "#ffb852", 0.6)
        sheet.stroke([(x + 10, 1090), (x + 10, 1180)], "#ffd98c", 6, 90)
    # the quay
    sheet.shape([(900, 1260), (2460, 1180), (2460, 1660), (560, 1660)], "#5a4438")
    for plank in range(15):
        share = plank / 14
        sheet.stroke([(900 + share * 1560, 1258 - share * 78), (560 + share * 2600, 1620)], "#3a2a26", 7)
    sheet.shape([(900, 1260), (560, 1660), (500, 1660), (880, 1270)], "#2c1f20")
    for x, y, tall in ((880, 1250, 190), (740, 1420, 250), (610, 1590, 300)):
        sheet.box(x - 30, y - tall * 0.5, x + 30, y + tall, "#2c1f20", radius=12)
        sheet.disc(x, y - tall * 0.5, 30, "#6b5444", tall=0.4)
    # the office
    sheet.shape([(1260, 1420), (2120, 1420), (2300, 1490), (1200, 1500)], "#120d14", 120)
    sheet.box(1300, 700, 2060, 1430, "#d9e2d6")
    for plank in range(18):
        sheet.box(1300, 700 + plank * 41, 2060, 706 + plank * 41, "#a9bdb4")
    sheet.box(1900, 700, 2060, 1430, "#8fa8a2")
    for plank in range(18):
        sheet.box(1900, 700 + plank * 41, 2060, 706 + plank * 41, "#6f8a88")
    sheet.shape([(1220, 720), (1340, 470), (2020, 470), (2140, 720)], "#b3303a")
    for index in range(9):
        sheet.stroke([(1350 + index * 80, 474), (1250 + index * 108, 716)], "#8a2430", 7)
    sheet.box(1210, 700, 2150, 732, "#6b1c2a")
    sheet.box(1420, 540, 1940, 650, "#f4ead2", radius=8)
    sheet.word("TICKETS", 1680, 595, 100, "#1c3a54")
    sheet.box(1370, 820, 1760, 1150, "#1c3a54")
    sheet.gradient("#fff0c0", "#ffc76a", box=(1394, 844, 1736, 1126))
    sheet.disc(1500, 990, 50, "#6b3f2c", tall=1.15)
    sheet.blob([(1440, 970), (1450, 920), (1500, 904), (1552, 920), (1560, 970), (1500, 950)], "#22344a")
    sheet.box(1432, 956, 1572, 972, "#22344a", radius=8)
    sheet.blob([(1410, 1126), (1430, 1060), (1500, 1038), (1570, 1060), (1592, 1126)], "#2f5d73")
    sheet.blob([(1640, 1126), (1632, 1060), (1700, 1060), (1694, 1126)], "#d3404a")
    sheet.ring(1704, 1090, 18, "#d3404a", 8)
    sheet.box(1560, 844, 1572, 1126, "#1c3a54")
    sheet.box(1340, 1146, 1790, 1186, "#6b4a38")
    sheet.shape([(1350, 820), (1780, 820), (1840, 740), (1320, 740)], "#f4ead2")
    for stripe in range(0, 9, 2):
        a, b = 1320 + stripe * 57.8, 1350 + stripe * 47.8
        sheet.shape([(a, 740), (a + 57.8, 740), (b + 47.8, 820), (b, 820)], "#b3303a")
    sheet.box(1820, 880, 2010, 1180, "#22303a", radius=6)
    sheet.word("SAILINGS", 1915, 916, 34, "#f4ead2")
    for row, line in enumerate(("07.10", "09.40", "12.15", "LATE", "LATE")):
        sheet.word(line, 1915, 968 + row * 44, 38, "#ffd98c" if line == "LATE" else "#cfe0dc")
    sheet.box(1320, 1250, 1560, 1280, "#6b4a38")
    for x in (1340, 1520):
        sheet.box(x, 1280, x + 20, 1400, "#4a3228")
    sheet.disc(2140, 1330, 90, "#f4ead2")
    sheet.disc(2140, 1330, 46, "#7a98a0")
    for angle in (20, 110, 200, 290):
        at = math.radians(angle)
        sheet.stroke([(2140 + math.cos(at) * 52, 1330 + math.sin(at) * 52), (2140 + math.cos(at) * 84, 1330 + math.sin(at) * 84)], "#c9283e", 26)
    gull = smooth([(1780, 466), (1840, 430), (1900, 440), (1990, 410), (1930, 462), (1860, 478)])
    sheet.shape(gull, "#fdfdf8")
    sheet.disc(1798, 428, 30, "#fdfdf8")
    sheet.shape([(1776, 422), (1772, 440), (1730, 438)], "#f0a53c")
    sheet.disc(1790, 420, 5, INK)
    sheet.shape([(1870, 444), (2000, 408), (1930, 462)], "#8f9ea6")
    sheet.stroke([(1240, 720), (1240, 800)], "#22303a", 8)
    sheet.shape([(1206, 800), (1274, 800), (1262, 880), (1218, 880)], "#fff0c0")
    sheet.glow(1240, 846, 330, "#ffb75a", 1)
    sheet.glow(1565, 990, 620, "#ffc76a", 0.7)
    sheet.shape([(1394, 1430), (1740, 1430), (1500, 1640), (980, 1640)], "#ffc76a", 50)
    sheet.shine()
    return sheet.finish(vignette=0.34)


def falling(seed: int) -> Image.Image:
    """One old lady falls, in four pictures from upright to flat, across a lit stage."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1a4a5a", "#17384c", "#0f2436")
    for fold in range(20):
        sheet.gradient(mix("#1a4a5a", "#0f2436", 0.3), "#24606e", "#123548", box=(fold * 122, 0, fold * 122 + 124, 1190), across=True)
    sheet.gradient("#d99a54", "#8a4f2f", "#4a2a24", box=(0, 1180, 2400, 1600))
    for index in range(-9, 30):
        sheet.stroke([(1200 + (index - 10) * 130, 1182), (1200 + (index - 10) * 270, 1600)], "#6b3a26", 5, 150)
    for x, angle in ((300, 60), (2100, 120)):
        sheet.beam(x, -200, angle, 34, 2300, "#fff0c4", 0.2)
    sheet.glow(1250, 1000, 1200, "#f7cf8a", 0.4)
    sheet.shine()
    sheet.disc(1230, 1385, 1080, "#f7cf8a", 110, tall=0.13)
    poses = ((290, 0, 0.10), (620, 26, 0.36), (990, 57, 0.66), (1490, 88, 1.0))
    for index, (x, angle, share) in enumerate(poses):
        cos, sin = math.cos(math.radians(-angle)), math.sin(math.radians(-angle))
        size, foot = 112.0, 1410 - (96 if angle == 88 else 0)
        base = float(x)

        def place(points: Sequence[Point], base: float = base, foot: float = foot, size: float = size, cos: float = cos, sin: float = sin) -> list[Point]:
            return [(base + (px * cos - py * sin) * size * -1, foot + (px * sin + py * cos) * size) for px, py in points]

        robe, skin, hair = mix("#4f9aa0", "#d02a55", share), mix("#a9c4b4", "#f2cfb2", share), mix("#cfe2da", "#f6f1f2", share)
        shadow(sheet, oval(base + angle * 3.4, 1428, 170 + angle * 2.8, 26), round(70 + 90 * share), 16)
        for leg in (-0.24, 0.22):
            sheet.shape(limb(place([(leg, -2.6), (leg * 1.2, -1.2), (leg * 1.3, -0.1)]), [46, 38, 30]), mix("#28586a", "#3a1a34", share))
            sheet.blob(place([(leg * 1.3 - 0.18, -0.18), (leg * 1.3 + 0.12, -0.2), (leg * 1.3 + 0.14, 0.04), (leg * 1.3 - 0.44, 0.04), (leg * 1.3 - 0.44, -0.06)]), mix("#22505e", "#e9b44c", share))
        up = angle / 88
        sheet.shape(limb(place([(0.42, -5.0), (1.0 + up * 0.3, -4.6 - up * 1.2), (1.2 + up * 0.4, -3.6 - up * 3.0)]), [50, 44, 34]), darker(robe, 0.2))
        dress = smooth(place([(-0.5, -5.3), (0.5, -5.3), (0.62, -4.4), (0.5, -3.6), (0.86, -2.2), (1.0, -1.3), (-0.9, -1.3), (-0.8, -2.2), (-0.5, -3.6), (-0.62, -4.4)]))
        sheet.shape(dress, robe)
        sheet.inside(dress, place([(0.02, -6), (2, -6), (2, -1), (0.16, -1)]), darker(robe, 0.25))
        sheet.shape(limb(place([(-0.42, -5.0), (-1.0 - up * 0.3, -4.5 - up * 1.0), (-1.3 - up * 0.3, -3.7 - up * 2.4)]), [50, 44, 34]), lighter(robe, 0.1))
        for hand in ((1.2 + up * 0.4, -3.6 - up * 3.0), (-1.3 - up * 0.3, -3.7 - up * 2.4)):
            sheet.disc(*place([hand])[0], 22, skin)
        sheet.shape(place([(-0.2, -5.2), (0.2, -5.2), (0.18, -5.9), (-0.18, -5.9)]), darker(skin, 0.2))
        sheet.disc(*place([(0, -6.2)])[0], 58, skin)
        sheet.blob(place([(-0.55, -6.2), (-0.5, -6.62), (-0.1, -6.86), (0.4, -6.7), (0.6, -6.2), (0.42, -5.96), (0.34, -6.3), (-0.1, -6.46), (-0.44, -6.3)]), hair)
        sheet.disc(*place([(0.24, -6.94)])[0], 26, hair)
        for eye in (-0.26, 0.06):
            sheet.arc(place([(eye - 0.1, -6.16), (eye, -6.12), (eye + 0.1, -6.16)]), darker(robe, 0.6), 6)
        sheet.arc(place([(-0.24, -5.92), (-0.1, -5.85), (0.06, -5.92)]), darker(robe, 0.2), 7)
        if index < 3:
            near, far = place([(-0.2, -7.3)])[0], place([(-0.9, -7.1)])[0]
            sheet.arc([near, ((near[0] + far[0]) / 2, (near[1] + far[1]) / 2 - 8), far], "#f7cf8a", 7, 170)
    sheet.box(0, 1520, 2400, 1600, "#20141f")
    for index in range(13):
        x = 100 + index * 184
        sheet.shape([*oval(x, 1524, 58, 46, 180, 360)], "#3a2530")
        sheet.shape([*oval(x, 1520, 40, 28, 180, 360)], "#ffe6a8")
        sheet.glow(x, 1500, 170, "#ffcf7a", 0.5)
    sheet.shine()
    return sheet.finish(vignette=0.36)


def bakery(seed: int) -> Image.Image:
    """A baker's window before dawn, snow falling, people queueing in its light."""
    x: float
    y: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#1c2450", "#3a3f7a", "#8a6f96", box=(0, 0, 1920, 1000))
    sheet.stars(50, 300)
    for left, right, top in ((-40, 300, 260), (1620, 1980, 180)):
        sheet.box(left, top, right, 1970, "#23284f")
        sheet.shape([(left - 20, top), ((left + right) / 2, top - 190), (right + 20, top)], "#e6ecf6")
        sheet.shape([(left, top + 20), ((left + right) / 2, top - 150), (right, top + 20)], "#1b1f42")
        for row in range(5):
            sheet.box((left + right) / 2 - 50, top + 130 + row * 300, (left + right) / 2 + 50, top + 290 + row * 300, "#141836" if row != 2 else "#ffcf7a")
    wall = [(300, 1960), (300, 520), (960, 150), (1620, 520), (1620, 1960)]
    filled(sheet, wall, "#6f3a3f", "#8f4a45", "#6b3438")
    for row in range(18):
        for column in range(8):
            if (row * 5 + column * 3) % 7 == 0:
                x, y = 330 + column * 164 + (70 if row % 2 else 0), 560 + row * 76
                if x < 1560:
                    sheet.box(x, y, x + 70, y + 26, "#a85a50", 150)
    sheet.shape([(240, 560), (960, 130), (1680, 560), (1680, 490), (960, 50), (240, 490)], "#f4f6fb")
    sheet.shape([(240, 560), (960, 130), (1680, 560), (1680, 540), (960, 108), (240, 540)], "#aab4d6")
    sheet.box(1290, 60, 1420, 330, "#5a2f36")
    sheet.box(1276, 40, 1434, 84, "#f4f6fb", radius=20)
    for puff in range(6):
        shadow(sheet, oval(1360 + puff * 50 + 30 * math.sin(puff), 10 - puff * 40 + 40, 50 + puff * 16, 40 + puff * 8), 90, 24, "#e9e4f2")
    sheet.disc(960, 440, 96, "#2b1c2c")
    sheet.disc(960, 440, 78, "#ffcf7a")
    sheet.box(954, 360, 966, 520, "#2b1c2c")
    sheet.box(880, 434, 1040, 446, "#2b1c2c")
    for x in (560, 1360):
        sheet.box(x - 90, 640, x + 90, 880, "#2b1c2c")
        sheet.box(x - 76, 654, x + 76, 866, "#4a4f86")
        sheet.box(x - 5, 654, x + 5, 866, "#2b1c2c")
        sheet.box(x - 108, 870, x + 108, 902, "#f4f6fb", radius=14)
    sheet.box(400, 950, 1520, 1080, "#1f4a4a")
    sheet.box(400, 950, 1520, 962, "#d9a441")
    sheet.word("FOUR THINGS", 960, 1016, 100, "#f6d88a")
    for stripe in range(12):
        a, b = 360 + stripe * 100, 330 + stripe * 105
        sheet.shape([(a, 1080), (a + 100, 1080), (b + 105, 1220), (b, 1220)], "#fff4e0" if stripe % 2 else "#c9404a")
        sheet.disc(b + 52, 1220, 52, "#fff4e0" if stripe % 2 else "#c9404a", tall=0.6)
    sheet.box(370, 1068, 1550, 1088, "#f4f6fb", radius=10)
    sheet.box(400, 1240, 1130, 1790, "#2b1c2c")
    sheet.gradient("#fff2c4", "#ffcc74", "#e99a4a", box=(424, 1250, 1106, 1766))
    for level, y in enumerate((1440, 1600, 1766)):
        sheet.box(424, y, 1106, y + 16, "#a8622f")
        for index in range(6):
            x = 480 + index * 114
            if level == 0:
                sheet.blob([(x - 48, y), (x - 44, y - 54), (x, y - 80), (x + 44, y - 54), (x + 48, y)], "#b5682f")
                for cut in (-18, 6):
                    sheet.stroke([(x + cut, y - 56), (x + cut + 16, y - 30)], "#f2c98a", 7)
            elif level == 1:
                sheet.shape(limb([(x - 50, y - 14), (x, y - 60), (x + 50, y - 14)], [16, 52, 16]), "#d98f3f")
                for cut in (-22, 0, 22):
                    sheet.stroke([(x + cut - 6, y - 56), (x + cut + 4, y - 26)], "#a8622f", 6)
            elif index % 2 == 0:
                sheet.box(x - 52, y - 60, x + 90, y, "#8a4a24", radius=24)
                sheet.box(x - 52, y - 76, x + 90, y - 40, "#c9803f", radius=24)
            else:
                sheet.disc(x + 46, y - 34, 36, "#f2d9a4")
                sheet.disc(x + 46, y - 50, 30, "#c8383a", tall=0.6)
    sheet.box(760, 1250, 774, 1766, "#2b1c2c")
    sheet.box(1190, 1240, 1510, 1940, "#2b1c2c")
    sheet.box(1214, 1262, 1486, 1930, "#1f4a4a")
    sheet.gradient("#fff2c4", "#f2b45a", box=(1250, 1300, 1450, 1660))
    sheet.box(1342, 1300, 1356, 1660, "#1f4a4a")
    sheet.disc(1464, 1700, 14, "#f6d88a")
    sheet.box(290, 1930, 1630, 1975, "#c9cfe4")
    sheet.gradient("#aab4d6", "#5f6aa6", "#2b3068", box=(0, 1960, 1920, 2400))
    sheet.shape([(424, 1962), (1106, 1962), (1240, 2400), (120, 2400)], "#ffcf8a", 100)
    sheet.shape([(1250, 1962), (1450, 1962), (1750, 2400), (1360, 2400)], "#ffcf8a", 100)
    sheet.glow(760, 1520, 900, "#ffb75a", 0.55)
    sheet.glow(1350, 1480, 420, "#ffb75a", 0.5)
    sheet.shine()
    coats = ("#20254f", "#3a1f3f", "#1f3a44", "#4a2430", "#262a55")
    for index, (x, foot, tall) in enumerate(((1330, 2080, 420), (1130, 2110, 450), (930, 2120, 430), (730, 2130, 330), (560, 2140, 460), (340, 2160, 470), (110, 2180, 480))):
        tone = coats[index % 5]
        unit = tall / 7
        sheet.shape([(x - unit, foot), (x + unit, foot), (x + unit * 0.2 + (x - 800) * 0.4, foot + 200), (x - unit * 1.6 + (x - 800) * 0.4, foot + 200)], "#1c2050", 110)
        for leg in (-1, 1):
            sheet.box(x + leg * unit * 0.36 - unit * 0.2, foot - unit * 1.6, x + leg * unit * 0.36 + unit * 0.2, foot, "#15132b", radius=unit * 0.14)
        coat = smooth([(x - unit * 0.4, foot - unit * 5.6), (x + unit * 0.4, foot - unit * 5.6), (x + unit * 0.95, foot - unit * 4.9), (x + unit * 0.95, foot - unit * 3), (x + unit * 1.2, foot - unit * 1.2), (x - unit * 1.2, foot - unit * 1.2), (x - unit * 0.95, foot - unit * 3), (x - unit * 0.95, foot - unit * 4.9)])
        sheet.shape(coat, tone)
        sheet.inside(coat, [(x + unit * 0.3, 0), (x + unit * 3, 0), (x + unit * 3, 2400), (x + unit * 0.5, 2400)], lighter(tone, 0.16))
        sheet.box(x - unit * 0.62, foot - unit * 5.8, x + unit * 0.62, foot - unit * 5.2, ["#c9404a", "#e9b44c", "#4f9a8a", "#d9a0a8"][index % 4], radius=unit * 0.26)
        sheet.disc(x, foot - unit * 6.3, unit * 0.52, "#d9a077" if index % 2 else "#8a5335", tall=1.1)
        sheet.blob([(x - unit * 0.58, foot - unit * 6.3), (x - unit * 0.44, foot - unit * 6.9), (x + unit * 0.44, foot - unit * 6.9), (x + unit * 0.58, foot - unit * 6.3), (x, foot - unit * 6.42)], ["#e9b44c", "#f4ead2", "#c9404a", "#4f9a8a"][index % 4])
        sheet.disc(x, foot - unit * 7, unit * 0.2, "#fffaf0")
    for _ in range(190):
        x, y = sheet.random.uniform(0, 1920), sheet.random.uniform(0, 2400)
        sheet.disc(x, y, sheet.random.uniform(3, 9), "#ffffff", sheet.random.randint(120, 230))
    sheet.shine()
    return sheet.finish(vignette=0.34)


def cabinet(seed: int, look: Look) -> Image.Image:
    """A conjuror's cabinet in three parts, the middle one pushed aside; a calm face looks out of the top."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#3a1454", "#5a1f6a", "#2a0f3f")
    sheet.rays(960, 900, "#7a2f86", 26, 90, 5)
    for index in range(30):
        x, y = (index * 397) % 1920, (index * 251) % 1900
        sheet.shape(star(x, y, 10 + (index % 4) * 7, 4), "#f6d88a", 150)
    sheet.beam(200, -120, 66, 20, 2700, "#ffd9f0", 0.35)
    sheet.beam(1720, -120, 114, 20, 2700, "#ffe6b0", 0.4)
    sheet.glow(960, 900, 1100, "#f27ab0", 0.3)
    sheet.shine()
    sheet.gradient("#7a2f4f", "#2f1028", box=(0, 2060, 1920, 2400))
    sheet.box(0, 2050, 1920, 2072, "#f0a53c")
    shadow(sheet, oval(1020, 2170, 700, 90), 200, 40)
    red, gold, side_on = "#d3303a", "#f2c14e", "#8f1a34"
    tops = ((700, 420, 1010), (1010, 1010, 1540), (700, 1540, 2130))
    for left, top, low in tops:
        right = left + 560
        sheet.shape([(right, top), (right + 90, top - 50), (right + 90, low - 50), (right, low)], side_on)
        sheet.shape([(left, top), (left + 90, top - 50), (right + 90, top - 50), (right, top)], "#ef7d5a")
        sheet.box(left, top, right, low, red)
        front = [(left, top), (right, top), (right, low), (left, low)]
        for stripe in range(-4, 8):
            sheet.inside(front, [(left + stripe * 150, top), (left + stripe * 150 + 75, top), (left + stripe * 150 + 75 + (low - top) * 0.6, low), (left + stripe * 150 + (low - top) * 0.6, low)], "#b8202f")
        sheet.stroke([(left + 18, top + 18), (right - 18, top + 18), (right - 18, low - 18), (left + 18, low - 18), (left + 18, top + 18)], gold, 14)
        for cx, cy in ((left + 60, top + 60), (right - 60, top + 60), (left + 60, low - 60), (right - 60, low - 60)):
            sheet.shape(star(cx, cy, 30, 5), gold)
    hole = oval(980, 720, 190, 226)
    sheet.shape(oval(980, 720, 222, 260), gold)
    sheet.shape(oval(980, 720, 206, 243), "#7a4a12")

    def face() -> None:
        sheet.gradient("#2a0f2c", "#4a1a3f", box=(780, 480, 1180, 950))
        bust(sheet, 980, 742, 300, look)
    within(sheet, hole, face)
    # the blades between the parts
    for y in (1010, 1540):
        left, right = 560, 1700
        sheet.shape([(left, y - 16), (right, y - 16), (right, y + 16), (left, y + 16)], "#d9e2ea")
        sheet.shape([(left, y - 16), (right, y - 16), (right, y - 6), (left, y - 6)], "#ffffff")
        sheet.box(right, y - 34, right + 110, y + 34, "#2a1220", radius=16)
        sheet.disc(left, y, 16, "#d9e2ea")
    # a star on the middle, and a glove that waves from it
    sheet.shape(star(1290, 1275, 150, 8), gold)
    sheet.disc(1290, 1275, 56, red)
    sheet.disc(1016, 1290, 70, "#2a0f20", tall=1.1)
    sheet.shape(limb([(1010, 1290), (890, 1270), (820, 1170)], [84, 76, 64]), "#fff6ea")
    palm = (804, 1100)
    sheet.disc(*palm, 66, "#fff6ea", tall=1.1)
    for angle in (-150, -122, -96, -70):
        at = math.radians(angle)
        sheet.stroke([palm, (palm[0] + math.cos(at) * 142, palm[1] + math.sin(at) * 142)], "#fff6ea", 38)
    sheet.stroke([palm, (920, 1080)], "#fff6ea", 40)
    sheet.stroke([(860, 1198), (774, 1220)], gold, 16)
    # the shoes below
    for x in (880, 1080):
        sheet.disc(x, 1960, 96, "#2a0f20", tall=0.86)
        shoe = smooth([(x - 66, 1930), (x - 20, 1890), (x + 30, 1890), (x + 66, 1930), (x + 74, 2040), (x + 50, 2120), (x, 2146), (x - 50, 2120), (x - 74, 2040)])
        filled(sheet, shoe, "#3fb0b0", "#1f6f7a")
        sheet.shape(star(x, 1992, 34, 5), gold)
    sheet.glow(960, 500, 900, "#fff0cc", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.36)


# -- their animals -------------------------------------------------------------------------------


def tortoise(seed: int) -> Image.Image:
    """A tortoise in a bow tie sets out along a red carpet."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1c5a5f", "#2f8a80", "#7fc0a0", box=(0, 0, 2400, 1150))
    sheet.rays(1250, 900, "#f2e2a8", 30, 34, 6)
    sheet.disc(1250, 860, 720, "#f2d48a", 150)
    sheet.gradient("#c9203a", "#8a1230", "#4f0a22", box=(0, 1130, 2400, 1600))
    sheet.box(0, 1118, 2400, 1142, "#f2c14e")
    for index in range(-6, 20):
        sheet.stroke([(1200 + (index - 7) * 180, 1142), (1200 + (index - 7) * 400, 1600)], "#6b0c26", 4, 90)
    for x in (120, 760, 1640, 2290):
        sheet.box(x - 16, 760, x + 16, 1180, "#d9a441", radius=10)
        sheet.disc(x, 748, 34, "#f6d88a")
        sheet.disc(x, 1186, 76, "#b17f2c", tall=0.24)
    for left, right in ((-400, 120), (120, 760), (760, 1640), (1640, 2290), (2290, 2900)):
        drop = 860 + (right - left) * 0.14
        sheet.arc([(left, 800), ((left + right) / 2, drop), (right, 800)], "#6b1030", 36)
        sheet.arc([(left, 792), ((left + right) / 2, drop - 8), (right, 792)], "#a82348", 10)
    shadow(sheet, oval(1230, 1400, 720, 80), 200, 36)
    skin, deep = "#a8a552", "#6f7638"
    for x, lean, tone in ((820, -30, deep), (1560, 40, deep)):
        sheet.shape(limb([(x, 1160), (x + lean, 1290), (x + lean * 2, 1370)], [190, 150, 160]), tone)
        sheet.disc(x + lean * 2, 1370, 80, tone, tall=0.5)
    neck = limb([(1560, 1130), (1740, 1090), (1850, 960), (1900, 850)], [220, 170, 150, 150])
    filled(sheet, neck, lighter(skin, 0.2), skin, deep)
    head = smooth([(1810, 860), (1820, 740), (1910, 690), (2030, 710), (2110, 790), (2100, 850), (2010, 890), (1900, 900)])
    filled(sheet, head, lighter(skin, 0.3), skin)
    sheet.arc([(2108, 826), (2030, 850), (1950, 836)], darker(deep, 0.3), 9)
    sheet.disc(1994, 772, 34, "#fff6e0")
    sheet.disc(2000, 774, 20, INK)
    sheet.disc(2006, 768, 7, "#ffffff")
    sheet.arc([(1950, 738), (1994, 724), (2036, 746)], deep, 13)
    sheet.disc(2084, 786, 7, deep)
    for dx, dy in ((1850, 1000), (1890, 930), (1790, 1080)):
        sheet.arc([(dx - 50, dy - 20), (dx, dy + 4), (dx + 60, dy - 6)], deep, 7, 170)
    for side in (-1, 1):
        sheet.blob([(1880, 960), (1880 + side * 100, 900), (1880 + side * 120, 990), (1880 + side * 80, 1040)], "#c9283e" if side < 0 else "#9f1a34")
    sheet.disc(1880, 966, 34, "#e8503f")
    sheet.shape(limb([(700, 1250), (600, 1280), (540, 1330)], [70, 50, 6]), deep)
    shell = smooth([(560, 1220), (620, 980), (800, 760), (1120, 640), (1420, 700), (1620, 880), (1720, 1120), (1740, 1220), (1150, 1290)])
    filled(sheet, shell, "#d99a3f", "#a8622a", "#5f3418")
    hexes = (((1000, 690), (1240, 670), (1320, 800), (1220, 960), (1010, 950), (920, 810)), ((760, 830), (890, 830), (980, 965), (920, 1110), (740, 1120), (660, 990)), ((1350, 800), (1500, 860), (1590, 1010), (1520, 1110), (1330, 1110), (1250, 965)), ((960, 1120), (1020, 985), (1215, 985), (1290, 1120), (1220, 1230), (1040, 1230)), ((640, 1030), (710, 1140), (690, 1220), (590, 1210)), ((1620, 1050), (1550, 1140), (1590, 1215), (1710, 1200)), ((720, 1150), (930, 1140), (1010, 1240), (740, 1240)), ((1310, 1140), (1530, 1140), (1560, 1230), (1250, 1240)))
    for tile in hexes:
        cx, cy = sum(x for x, _ in tile) / len(tile), sum(y for _, y in tile) / len(tile)
        sheet.shape(tile, "#6b3a1a")
        sheet.shape([(cx + (x - cx) * 0.9, cy + (y - cy) * 0.9) for x, y in tile], "#b5742f")
        sheet.shape([(cx + (x - cx) * 0.62, cy + (y - cy) * 0.62) for x, y in tile], "#e0a64a")
        sheet.shape([(cx + (x - cx) * 0.32, cy + (y - cy) * 0.32) for x, y in tile], "#f6d48a")
    rim = smooth([(540, 1210), (840, 1262), (1160, 1276), (1480, 1256), (1760, 1200), (1770, 1250), (1480, 1316), (1160, 1336), (840, 1322), (530, 1262)])
    filled(sheet, rim, "#e9bd6a", "#8a4f24")
    for x, lean in ((980, -40), (1430, 60)):
        foot = limb([(x, 1270), (x + lean * 0.4, 1350), (x + lean, 1420)], [200, 170, 190])
        sheet.disc(x + lean, 1414, 96, deep, tall=0.42)
        filled(sheet, foot, lighter(skin, 0.15), skin, deep)
        for toe in (-56, 0, 56):
            sheet.disc(x + lean + toe, 1416, 26, "#e9dfa8", tall=0.8)
        for scale in range(4):
            sheet.disc(x - 50 + scale * 34, 1330 + (scale % 2) * 34, 17, deep, 150)
    for x, y in ((300, 380), (2050, 300), (1700, 180), (640, 200), (420, 900), (2200, 620)):
        sheet.glow(x, y, 130, "#ffffff", 0.9)
        sheet.shape(star(x, y, 40, 4), "#fffdf0", 220)
    sheet.glow(1250, 500, 1100, "#fff2c4", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.32)


def parrot(seed: int) -> Image.Image:
    """A scarlet parrot on a perch turns its back and looks over its shoulder."""
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f2c44e", "#eaa83a", "#c97f2c")
    for x, y, lean, size in ((180, 2300, 0.5, 1.2), (1760, 2350, -0.5, 1.3), (80, 900, 0.9, 0.8), (1880, 760, -0.9, 0.9), (1700, 100, -0.5, 0.8), (260, 60, 0.6, 0.7)):
        for leaf in range(9):
            angle = math.radians(-150 + leaf * 15 + lean * 40)
            tip = (x + math.cos(angle) * 640 * size, y + math.sin(angle) * 640 * size)
            middle = ((x + tip[0]) / 2 + 40 * lean, (y + tip[1]) / 2 - 50)
            sheet.shape(limb([(x, y), middle, tip], [30, 90 * size, 4]), ["#2f6a4f", "#3f8058", "#24543f"][leaf % 3])
    sheet.disc(960, 960, 720, "#f9e0a0", 130)
    sheet.box(930, 1560, 990, 2400, "#5a2f24")
    sheet.box(942, 1560, 956, 2400, "#a8653a")
    sheet.stroke([(520, 1560), (1400, 1560)], "#5a2f24", 62)
    sheet.stroke([(520, 1548), (1400, 1548)], "#a8653a", 16)
    for x in (520, 1400):
        sheet.disc(x, 1560, 56, "#6b3a2a")
        sheet.disc(x - 12, 1546, 20, "#c98a5a")
    for index, (tone, dx) in enumerate((("#2456a8", -70), ("#d3303a", -20), ("#2f8a8f", 40), ("#b3222f", 90))):
        sheet.shape(limb([(860 + dx, 1480), (830 + dx * 1.3, 1800), (780 + dx * 1.8, 2180 - index * 60)], [110, 90, 20]), tone)
        sheet.arc([(860 + dx, 1500), (830 + dx * 1.3, 1800), (784 + dx * 1.8, 2150 - index * 60)], darker(tone, 0.35), 6, 170)
    body = smooth([(900, 560), (1120, 640), (1210, 900), (1180, 1240), (1040, 1500), (880, 1580), (740, 1500), (660, 1240), (660, 900), (730, 660)])
    filled(sheet, body, "#ef4a3f", "#c9202f", "#8f142a")
    wing = smooth([(760, 760), (920, 720), (1060, 840), (1090, 1080), (1010, 1360), (860, 1640), (800, 1620), (720, 1360), (680, 1080), (690, 880)])
    sheet.shape(wing, "#b3182c")
    rows = ((820, "#f2c14e", 7, 96), (960, "#3f9a5f", 7, 120), (1110, "#2f7fb0", 6, 160), (1270, "#24569a", 5, 210))
    for y, tone, count, tall in rows:
        for index in range(count):
            share = (index + 0.5) / count
            left, right = 705 + (y - 820) * 0.10, 1075 - (y - 820) * 0.16
            x = left + (right - left) * share
            sheet.shape(smooth([(x - 38, y), (x + 38, y), (x + 32, y + tall * 0.7), (x, y + tall), (x - 32, y + tall * 0.7)]), tone if index % 2 else lighter(tone, 0.12))
            sheet.stroke([(x, y + 20), (x, y + tall * 0.84)], darker(tone, 0.3), 5, 170)
    head = smooth([(730, 640), (720, 440), (840, 300), (1020, 280), (1170, 370), (1200, 520), (1130, 660), (960, 730)])
    filled(sheet, head, "#f7604a", "#d3283a")
    cheek = smooth([(960, 420), (1090, 400), (1170, 480), (1150, 590), (1040, 620), (950, 550)])
    sheet.shape(cheek, "#fff6ea")
    for row in range(3):
        sheet.arc([(990, 530 + row * 28), (1060, 548 + row * 24), (1130, 530 + row * 22)], "#d3564a", 6)
    sheet.disc(1040, 470, 46, "#f6d88a")
    sheet.disc(1046, 472, 28, INK)
    sheet.disc(1056, 462, 10, "#ffffff")
    sheet.arc([(980, 440), (1040, 414), (1100, 436)], "#8f142a", 13)
    upper = smooth([(1130, 400), (1260, 400), (1350, 500), (1360, 640), (1310, 720), (1280, 620), (1200, 580), (1140, 560)])
    filled(sheet, upper, "#f4ead2", "#c9b48a")
    sheet.blob([(1140, 570), (1220, 590), (1270, 650), (1230, 700), (1150, 660)], "#2a2030")
    for x in (800, 940):
        for claw in range(3):
            sheet.shape(limb([(x + claw * 34, 1520), (x + claw * 34 + 6, 1560), (x + claw * 34 - 4, 1606)], [30, 36, 16]), "#4a4450")
    for x, y, lean, tone in ((560, 1950, 0.6, "#2f7fb0"), (1120, 2140, -0.5, "#d3303a"), (1500, 2060, 0.3, "#f2e2a8")):
        sheet.shape(limb([(x - 90, y - 40 * lean), (x, y), (x + 100, y + 60 * lean)], [8, 46, 6]), tone)
        sheet.stroke([(x - 96, y - 42 * lean), (x + 60, y + 36 * lean)], darker(tone, 0.3), 5)
    sheet.glow(500, 300, 1200, "#fff4c8", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def whippets(seed: int) -> Image.Image:
    """Two whippets in scarves, one behind the other, noses in the wind."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#b7cfd8", "#d9dccb", "#efdcb8", box=(0, 0, 2400, 1180))
    sheet.disc(640, 470, 190, "#fff6dc")
    sheet.gradient("#6f9aa0", "#3f7280", box=(0, 1080, 2400, 1250))
    for row in range(6):
        sheet.stroke([(0, 1096 + row * 24), (2400, 1096 + row * 24)], "#c9dcd6", 4, 70)
    sheet.blob([(-60, 1090), (100, 1010), (320, 980), (560, 1040), (700, 1100)], "#8aa39a")
    sheet.gradient("#a8966a", "#6f6244", box=(0, 1240, 2400, 1600))
    for index in range(60):
        x, tall = index * 42 + sheet.random.uniform(-12, 12), sheet.random.uniform(120, 330)
        lean = -sheet.random.uniform(40, 150)
        sheet.shape(limb([(x, 1640), (x + lean * 0.3, 1640 - tall * 0.6), (x + lean, 1640 - tall)], [20, 14, 2]), ["#8a7a4a", "#b5a066", "#5f5f3a"][index % 3])

    def dog(x: float, y: float, size: float, coat: Colour, belly: Colour, scarf: Colour, spots: Colour) -> None:
        def place(points: Sequence[Point]) -> list[Point]:
            return [(x + px * size, y + py * size) for px, py in points]

        neck = smooth(place([(0.10, -0.16), (0.44, -0.06), (0.62, 0.36), (0.86, 0.86), (1.3, 1.5), (1.5, 2.6), (-0.5, 2.6), (-0.46, 1.7), (-0.20, 1.1), (-0.16, 0.6), (-0.12, 0.26)]))
        filled(sheet, neck, lighter(coat, 0.1), coat, darker(coat, 0.35), across=True)
        chest = smooth(place([(-0.20, 0.9), (0.06, 1.06), (0.02, 1.5), (0.06, 2.6), (-0.5, 2.6), (-0.46, 1.7), (-0.22, 1.1)]))
        sheet.shape(chest, belly)
        far_ear = smooth(place([(0.0, -0.36), (0.12, -0.56), (0.32, -0.60), (0.44, -0.46), (0.30, -0.36), (0.14, -0.22)]))
        sheet.shape(far_ear, darker(coat, 0.4))
        head = smooth(place([(-1.10, 0.16), (-1.08, 0.06), (-0.94, 0.02), (-0.58, -0.08), (-0.34, -0.20), (-0.12, -0.36), (0.12, -0.38), (0.32, -0.24), (0.40, 0.02), (0.30, 0.26), (0.04, 0.36), (-0.24, 0.34), (-0.56, 0.30), (-0.92, 0.30), (-1.06, 0.25)]))
        filled(sheet, head, lighter(coat, 0.18), coat, darker(coat, 0.2))
        blaze = smooth(place([(-1.06, 0.10), (-0.70, -0.02), (-0.50, 0.10), (-0.56, 0.28), (-0.92, 0.30), (-1.06, 0.25)]))
        sheet.shape(blaze, belly)
        sheet.inside(smooth(place([(-1.10, 0.16), (-0.58, -0.08), (0.12, -0.38), (0.40, 0.02), (0.04, 0.36), (-0.56, 0.30)])), smooth(place([(0.0, -0.30), (0.26, -0.30), (0.34, -0.02), (0.12, 0.12)])), spots)
        sheet.blob(place([(-1.15, 0.12), (-1.12, 0.03), (-1.02, 0.02), (-0.99, 0.10), (-1.05, 0.17)]), "#2a1c22")
        sheet.arc(place([(-1.02, 0.225), (-0.80, 0.20), (-0.52, 0.215), (-0.40, 0.20)]), darker(coat, 0.55), size * 0.014)
        sheet.disc(*place([(-0.24, -0.06)])[0], size * 0.062, darker(coat, 0.6))
        sheet.disc(*place([(-0.25, -0.065)])[0], size * 0.046, "#3a2218")
        sheet.disc(*place([(-0.27, -0.085)])[0], size * 0.016, "#ffffff")
        sheet.arc(place([(-0.34, -0.12), (-0.25, -0.155), (-0.14, -0.12)]), darker(coat, 0.5), size * 0.016)
        ear = smooth(place([(0.14, -0.32), (0.30, -0.40), (0.58, -0.30), (0.72, -0.10), (0.56, -0.08), (0.44, 0.06), (0.26, 0.0)]))
        filled(sheet, ear, darker(coat, 0.1), darker(coat, 0.42))
        for fold in range(2):
            band = limb(place([(-0.26, 0.62 + fold * 0.22), (0.18, 0.80 + fold * 0.24), (0.78, 0.62 + fold * 0.30)]), [size * 0.22, size * 0.27, size * 0.24])
            sheet.shape(band, scarf if fold == 0 else darker(scarf, 0.16))
            for stripe in range(5):
                px = -0.14 + stripe * 0.20
                py = 0.70 + fold * 0.23 + 0.10 * math.sin(stripe / 4 * math.pi)
                sheet.stroke(place([(px, py - 0.10), (px + 0.03, py + 0.12)]), lighter(scarf, 0.5), size * 0.028)
        tail = limb(place([(0.66, 0.70), (1.10, 0.66), (1.50, 0.86), (1.84, 0.72)]), [size * 0.2, size * 0.24, size * 0.22, size * 0.26])
        sheet.shape(tail, scarf)
        for fringe in range(4):
            sheet.stroke(place([(1.82, 0.64 + fringe * 0.06), (1.98, 0.60 + fringe * 0.07)]), scarf, size * 0.03)

    dog(1560, 560, 470, "#8f8a94", "#efe9e4", "#c9283e", "#6f6a78")
    dog(1120, 760, 570, "#d3a06a", "#fbf1e0", "#1f5a6b", "#b5783f")
    for index in range(30):
        x, tall = index * 84 + sheet.random.uniform(-30, 30), sheet.random.uniform(90, 240)
        lean = -sheet.random.uniform(40, 130)
        sheet.shape(limb([(x, 1640), (x + lean * 0.3, 1640 - tall * 0.6), (x + lean, 1640 - tall)], [24, 16, 2]), ["#5f5f3a", "#8a7a4a", "#4a4a30"][index % 3])
    sheet.glow(640, 470, 1300, "#fff4d4", 0.42)
    sheet.shine()
    return sheet.finish(vignette=0.26)


def stalls_cat(seed: int) -> Image.Image:
    """A black cat in the third row of an empty cinema, its eyes lit by the screen."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1a0d18", "#3a1220", "#5a1a28", box=(0, 0, 2400, 900))
    for x in (250, 2150):
        sheet.box(x - 40, 60, x + 40, 620, "#6b3a24", radius=20)
        sheet.shape([*oval(x, 240, 90, 120, 180, 360)], "#ffd98c")
        sheet.glow(x, 230, 420, "#ffab4a", 0.6)
    sheet.box(760, 80, 1640, 500, "#2a0f1a", radius=10)
    for x in (980, 1200, 1420):
        sheet.box(x - 60, 200, x + 60, 300, "#120810", radius=8)
    sheet.beam(1200, 244, 88, 40, 1900, "#e6f0ff", 0.42)
    sheet.glow(1200, 240, 160, "#ffffff", 1)
    sheet.shine()
    for row, (y, wide, tall) in enumerate(((560, 176, 230), (740, 232, 300), (980, 312, 390), (1290, 420, 520))):
        count = int(2400 / wide) + 3
        start = 1200 - (count // 2) * wide - (wide / 2 if row % 2 == 0 else 0)
        tone = mix("#5a1424", "#c9283e", row / 3)
        if row == 3:
            cat(sheet, 1200, 1180, 1.0)
        for index in range(count):
            x = start + index * wide
            back = smooth([(x + wide * 0.06, y + tall), (x + wide * 0.05, y + tall * 0.3), (x + wide * 0.18, y + tall * 0.04), (x + wide * 0.5, y - tall * 0.02), (x + wide * 0.82, y + tall * 0.04), (x + wide * 0.95, y + tall * 0.3), (x + wide * 0.94, y + tall)])
            if row == 3 and abs(x + wide / 2 - 1200) < wide / 2:
                continue
            filled(sheet, back, lighter(tone, 0.22), tone, darker(tone, 0.55))
            sheet.arc([(x + wide * 0.12, y + tall * 0.24), (x + wide * 0.24, y + tall * 0.08), (x + wide * 0.5, y + tall * 0.035), (x + wide * 0.76, y + tall * 0.08), (x + wide * 0.88, y + tall * 0.24)], lighter(tone, 0.4), 5 + row * 2, 150)
            for button in (0.34, 0.66):
                sheet.disc(x + wide * button, y + tall * 0.42, 5 + row * 3, darker(tone, 0.4))
            sheet.box(x - wide * 0.04, y + tall * 0.52, x + wide * 0.05, y + tall, darker(tone, 0.62), radius=8)
        shadow(sheet, [(0, y + tall * 0.8), (2400, y + tall * 0.8), (2400, y + tall * 1.05), (0, y + tall * 1.05)], 110, 30)
    sheet.glow(1200, 1500, 1500, "#9fc4f0", 0.14)
    sheet.shine()
    return sheet.finish(vignette=0.45)


def cat(sheet: Sheet, x: float, y: float, size: float) -> None:
    """A black cat sitting up and facing us; the middle of its head is at x, y less a hand's breadth."""
    def place(points: Sequence[Point]) -> list[Point]:
        return [(x + px * size, y + py * size) for px, py in points]

    coat, edge = "#17121c", "#4f5f86"
    for grow, tone in ((1.045, edge), (1.0, coat)):
        body = smooth(place([(-300 * grow, 460), (-300 * grow, 240), (-200 * grow, 60), (-120, -60), (120, -60), (200 * grow, 60), (300 * grow, 240), (300 * grow, 460)]))
        sheet.shape(body, tone)
        for side in (-1, 1):
            sheet.shape(place([(side * 70, -330 * grow), (side * 250 * grow, -500 * grow), (side * 268 * grow, -190)]), tone)
        head = smooth(place([(0, -352 * grow), (190, -320 * grow), (290 * grow, -170), (270 * grow, -20), (140, 70 * grow), (0, 90 * grow), (-140, 70 * grow), (-270 * grow, -20), (-290 * grow, -170), (-190, -320 * grow)]))
        sheet.shape(head, tone)
    for side in (-1, 1):
        sheet.shape(place([(side * 120, -334), (side * 228, -438), (side * 240, -240)]), "#6b3a4a")
        eye = smooth(place([(side * 40, -130), (side * 110, -186), (side * 192, -142), (side * 116, -96)]))
        filled(sheet, eye, "#f6f08a", "#9fd05a")
        sheet.shape(smooth(place([(side * 114, -184), (side * 132, -140), (side * 114, -98), (side * 96, -140)])), "#0d0a10")
        sheet.disc(*place([(side * 114 - 14, -160)])[0], 10 * size, "#ffffff")
        sheet.glow(*place([(side * 114, -140)])[0], 150 * size, "#d9f07a", 0.4)
        for whisker in range(3):
            sheet.arc(place([(side * 80, -20 + whisker * 12), (side * 230, -44 + whisker * 34), (side * 370, -30 + whisker * 58)]), "#cfd6e6", 4, 200)
    sheet.blob(place([(-34, -60), (34, -60), (0, -24)]), "#c97a86")
    sheet.arc(place([(-60, -2), (-30, 18), (0, -10), (30, 18), (60, -2)]), "#6f7a9a", 7)
    sheet.box(*place([(-150, 76)])[0], *place([(150, 118)])[0], "#c9283e", radius=20)
    sheet.disc(*place([(0, 130)])[0], 34 * size, "#f2c14e")
    sheet.stroke(place([(-22, 134), (22, 134)]), "#8a5a1e", 6)


def goose(seed: int) -> Image.Image:
    """A white goose with a blue ribbon stands in a stage door, letting nobody by."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#5a6f6a", "#455a58", "#33464a")
    for row in range(26):
        for column in range(12):
            x, y = column * 180 - (90 if row % 2 else 0), row * 84
            sheet.box(x + 5, y + 5, x + 175, y + 79, mix("#5f7a72", "#3f5552", ((row * 7 + column * 5) % 9) / 9), radius=5)
    sheet.box(430, 330, 1490, 2100, "#2a1c20")
    sheet.gradient("#ffe2a0", "#f2b45a", "#c97a3a", box=(480, 380, 1440, 2080))
    sheet.shape([(1440, 380), (1600, 300), (1600, 2160), (1440, 2080)], "#8f1f34")
    sheet.shape([(1600, 300), (1640, 310), (1640, 2170), (1600, 2160)], "#5a1224")
    sheet.disc(1480, 1240, 24, "#f2c14e")
    for index in range(4):
        left = 560 + index * 220
        sheet.shape([(left, 380), (left + 70, 380), (left + 50, 1500), (left + 14, 1500)], "#d98f45", 110)
    sheet.stroke([(1200, 380), (1200, 520)], "#2a1c20", 10)
    sheet.shape([(1100, 610), (1300, 610), (1250, 510), (1150, 510)], "#2a1c20")
    sheet.disc(1200, 622, 52, "#fff8dc")
    sheet.glow(1200, 640, 800, "#fff0b8", 0.7)
    sheet.box(560, 130, 1360, 290, "#1c2a44", radius=14)
    sheet.box(580, 150, 1340, 270, "#f4ead2", radius=8)
    sheet.word("STAGE DOOR", 960, 210, 112, "#1c2a44")
    sheet.gradient("#5f6a70", "#3a444c", box=(0, 2080, 1920, 2400))
    sheet.box(360, 2060, 1560, 2130, "#8a8f8c")
    sheet.box(360, 2060, 1560, 2080, "#b5bab4")
    sheet.shape([(480, 2130), (1440, 2130), (1760, 2400), (160, 2400)], "#ffcf7a", 70)
    sheet.shine()
    shadow(sheet, oval(1000, 2090, 480, 50), 170, 24)
    for x, lean in ((880, -30), (1060, 30)):
        sheet.shape(limb([(x, 1800), (x + lean * 0.3, 1960), (x + lean * 0.4, 2070)], [60, 46, 44]), "#e8792c")
        sheet.blob([(x + lean * 0.4 - 20, 2050), (x + lean * 0.4 - 150, 2094), (x + lean * 0.4 - 90, 2106), (x + lean * 0.4 - 20, 2112), (x + lean * 0.4 + 60, 2100), (x + lean * 0.4 + 30, 2050)], "#f08f3a")
    tail = smooth([(1380, 1480), (1560, 1330), (1600, 1420), (1560, 1520), (1420, 1640)])
    sheet.shape(tail, "#e2e0da")
    body = smooth([(640, 1360), (760, 1180), (1000, 1150), (1260, 1240), (1460, 1420), (1480, 1560), (1340, 1740), (1080, 1860), (820, 1820), (660, 1640)])
    filled(sheet, body, "#ffffff", "#f6f2ea", "#cfc9c6")
    neck = limb([(820, 1480), (700, 1300), (690, 1060), (760, 860), (800, 720)], [420, 300, 190, 160, 170])
    filled(sheet, neck, "#ffffff", "#fbf8f2", "#e6e1da", across=True)
    head = smooth([(880, 760), (900, 640), (820, 560), (700, 570), (630, 650), (640, 750), (730, 800)])
    sheet.shape(head, "#ffffff")
    beak = smooth([(660, 640), (560, 660), (440, 730), (420, 760), (520, 780), (640, 760)])
    sheet.shape(beak, "#f08f3a")
    sheet.arc([(430, 758), (520, 736), (640, 722)], "#b5561e", 9)
    sheet.disc(560, 694, 9, "#b5561e")
    sheet.disc(736, 656, 30, "#2f6fb0")
    sheet.disc(736, 656, 17, INK)
    sheet.disc(744, 648, 7, "#ffffff")
    sheet.arc([(680, 616), (730, 600), (786, 630)], "#b5aeb0", 13)
    for layer, (dx, dy) in enumerate(((0, 0), (60, 70), (110, 150))):
        feather = smooth([(880 + dx, 1330 + dy), (1080 + dx * 0.7, 1280 + dy), (1330 + dx * 0.3, 1380 + dy), (1560 - dx * 0.6, 1500 + dy * 0.8), (1330 + dx * 0.3, 1560 + dy * 0.7), (1060 + dx * 0.7, 1560 + dy * 0.6), (900 + dx, 1470 + dy)])
        sheet.shape(feather, ("#eae6e0", "#f4f1ec", "#ffffff")[layer])
        sheet.arc([(900 + dx, 1470 + dy), (1060 + dx * 0.7, 1560 + dy * 0.6), (1330 + dx * 0.3, 1560 + dy * 0.7), (1550 - dx * 0.6, 1500 + dy * 0.8)], "#bdb6b6", 8)
    band = limb([(620, 1110), (700, 1140), (800, 1100)], [70, 76, 70])
    sheet.shape(band, "#2f6fb0")
    for side in (-1, 1):
        sheet.blob([(690, 1130), (690 + side * 110, 1060), (690 + side * 160, 1120), (690 + side * 120, 1190)], "#3f86cc" if side < 0 else "#24569a")
        sheet.shape([(690, 1140), (690 + side * 40, 1150), (690 + side * 90, 1350), (690 + side * 44, 1320), (690 + side * 16, 1356)], "#2f6fb0")
    sheet.disc(690, 1132, 40, "#5fa0dc")
    sheet.glow(960, 800, 1000, "#ffe6a8", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.36)
