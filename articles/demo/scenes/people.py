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
    right, bottom = (min(end, max(one[axis] for one in outline)) for axis, end in ((0, sheet.width), (1, sheet.height)))
    within(sheet, outline, lambda: sheet.gradient(*colours, box=(left, top, right + 1, bottom + 1), across=across))


def within(sheet: Sheet, outline: Sequence[Point], paint: Callable[[], None]) -> None:
    """Keep of what is painted only what lies inside an outline."""
    before = sheet.image.copy()
    paint()
    mask = Image.new("L", before.size, 255)
    ImageDraw.Draw(mask).polygon([(x * OVERSAMPLED, y * OVERSAMPLED) for x, y in outline], fill=0)
    sheet.image.paste(before, (0, 0), mask)


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
    for index in range(34):
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
