"""Scenes of music and style: what is worn, what is played on, and the rooms that both happen in."""
# ruff: noqa: E501

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from articles.demo.drawing import OVERSAMPLED, Colour, Point, Sheet, darker, lighter, mix, rgb, smooth
from articles.demo.figures import FACE, FACE_SHADOW, HAIR_BEHIND, HAIR_OVER
from articles.demo.scenes.classics import LANDSCAPE, UPRIGHT, figure

# fmt: off

INK = "#140d1c"


# -- what the scenes share -----------------------------------------------------------------------


def poured(sheet: Sheet, outline: Sequence[Point], *colours: Colour, across: bool = False, alpha: int = 255) -> None:
    """A shape whose colours flow from top to bottom, or from left to right."""
    big = [(x * OVERSAMPLED, y * OVERSAMPLED) for x, y in outline]
    left, top = (int(min(one[axis] for one in big)) for axis in (0, 1))
    right, bottom = (int(max(one[axis] for one in big)) + 1 for axis in (0, 1))
    size = (max(1, right - left), max(1, bottom - top))
    mask = Image.new("L", size)
    ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in big], fill=alpha)
    strip = Image.new("RGB", (1, 128))
    for y in range(128):
        place = y / 127 * (len(colours) - 1)
        index = min(int(place), len(colours) - 2)
        strip.putpixel((0, y), mix(colours[index], colours[index + 1], place - index))
    if across:
        strip = strip.transpose(Image.Transpose.ROTATE_90).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    sheet.image.paste(strip.resize(size, Image.Resampling.BILINEAR), (left, top), mask)


def soft(sheet: Sheet, outline: Sequence[Point], colour: Colour, alpha: int, blur: float) -> None:
    """A shape without an edge: a shadow, mist, a pool of light."""
    scale = 1 / 8
    left, top = (min(one[axis] for one in outline) - blur * 3 for axis in (0, 1))
    right, bottom = (max(one[axis] for one in outline) + blur * 3 for axis in (0, 1))
    mask = Image.new("L", (max(2, round((right - left) * scale)), max(2, round((bottom - top) * scale))))
    ImageDraw.Draw(mask).polygon([((x - left) * scale, (y - top) * scale) for x, y in outline], fill=alpha)
    mask = mask.filter(ImageFilter.GaussianBlur(blur * scale))
    size = (round((right - left) * OVERSAMPLED), round((bottom - top) * OVERSAMPLED))
    sheet.image.paste(rgb(colour), (round(left * OVERSAMPLED), round(top * OVERSAMPLED)), mask.resize(size, Image.Resampling.BICUBIC))


def clipped(sheet: Sheet, outline: Sequence[Point], paint: Callable[[], None], margin: float = 200) -> None:
    """Keep of what is painted only what lies inside an outline; it may reach that far beyond."""
    big = [(x * OVERSAMPLED, y * OVERSAMPLED) for x, y in outline]
    left, top = (max(0, round(min(one[axis] for one in big) - margin * OVERSAMPLED)) for axis in (0, 1))
    right, bottom = (min(sheet.image.size[axis], round(max(one[axis] for one in big) + margin * OVERSAMPLED)) for axis in (0, 1))
    before = sheet.image.crop((left, top, right, bottom))
    paint()
    mask = Image.new("L", before.size, 255)
    ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in big], fill=0)
    sheet.image.paste(before, (left, top), mask)


def oval(x: float, y: float, wide: float, tall: float, start: float = 0, end: float = 360) -> list[Point]:
    """Points on an ellipse; angles are degrees, 0 points right and 90 down."""
    count = 40
    angles = [math.radians(start + (end - start) * step / count) for step in range(count + 1)]
    return [(x + math.cos(one) * wide, y + math.sin(one) * tall) for one in angles]


def ribbon(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """The outline of a smooth line that is as wide at each point as is said: a limb, a feather, a lock of hair."""
    steps = 10
    line = smooth(points, closed=False, steps=steps)
    left, right = [], []
    for index, (x, y) in enumerate(line):
        before, after = line[max(0, index - 1)], line[min(len(line) - 1, index + 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = math.hypot(dx, dy) or 1
        place = min(index / steps, len(widths) - 1.001)
        whole = int(place)
        half = (widths[whole] + (widths[whole + 1] - widths[whole]) * (place - whole)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return [*left, *reversed(right)]


def capped(points: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """A ribbon whose beginning is round, as a shoulder is."""
    outline, (x, y), half = ribbon(points, widths), points[0], widths[0] / 2
    start = math.degrees(math.atan2(outline[-1][1] - y, outline[-1][0] - x))
    return [*outline, *oval(x, y, half, half, start, start - 180)]


def reflect(sheet: Sheet, line: float, depth: float, tint: Colour, share: float, ripple: float = 7) -> None:
    """Mirror what stands above a line in the water below it, `share` (0–1) of the water's own colour over it."""
    top, tall, wide = round(line * OVERSAMPLED), round(depth * OVERSAMPLED), sheet.image.width
    mirrored = sheet.image.crop((0, top - tall, wide, top)).transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    mirrored = Image.blend(mirrored, Image.new("RGB", mirrored.size, rgb(tint)), share)
    y = 0
    while y < tall:
        band = 3 + round(9 * y / tall)
        shift = round(math.sin(y * 0.33) * ripple * (0.3 + 1.6 * y / tall) + sheet.random.uniform(-2, 2))
        strip = mirrored.crop((0, y, wide, min(tall, y + band)))
        sheet.image.paste(strip, (0, top + y))  # so that a shifted strip leaves no tooth of bare water at the edge
        sheet.image.paste(strip, (shift, top + y))
        y += band
    sheet.draw = ImageDraw.Draw(sheet.image, "RGBA")


# -- clothes on a model --------------------------------------------------------------------------


class Model:
    """Somebody nine heads tall, as fashion plates have it. Lengths are heads; the crown is at y 0, the ground at 9."""

    def __init__(self, sheet: Sheet, x: float, top: float, unit: float, skin: Colour, hair: Colour, style: str) -> None:
        self.sheet, self.x, self.top, self.unit = sheet, x, top, unit
        self.skin, self.hair, self.style = skin, hair, style

    def put(self, points: Sequence[Point]) -> list[Point]:
        return [(self.x + x * self.unit, self.top + y * self.unit) for x, y in points]

    def cloth(self, points: Sequence[Point], *colours: Colour, straight: bool = False) -> list[Point]:
        """A piece of cloth, lit from the left; returns its outline for what is printed on it."""
        outline = self.put(points) if straight else smooth(self.put(points))
        poured(self.sheet, outline, *(colours if len(colours) > 1 else (lighter(colours[0], 0.16), colours[0], darker(colours[0], 0.34))), across=True)
        return outline

    def on(self, outline: Sequence[Point], points: Sequence[Point], colour: Colour) -> None:
        self.sheet.inside(outline, smooth(self.put(points)), colour)

    def line(self, points: Sequence[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        self.sheet.arc(self.put(points), colour, width * self.unit, alpha)

    def limb(self, points: Sequence[Point], widths: Sequence[float], colour: Colour) -> None:
        outline = capped(self.put(points), [one * self.unit for one in widths])
        poured(self.sheet, outline, lighter(colour, 0.12), colour, darker(colour, 0.26), across=True)

    def legs(self, shoe: Colour, stocking: Colour | None = None, boots: bool = False) -> None:
        """One foot before the other."""
        colour = stocking or self.skin
        far = darker(colour, 0.3)
        self.limb([(0.24, 3.9), (0.20, 6.1), (0.34, 7.2), (0.36, 8.3)], (0.52, 0.30, 0.28, 0.15), far)
        self.sheet.blob(self.put([(0.27, 8.2), (0.45, 8.2), (0.52, 8.55), (0.44, 8.8), (0.33, 8.78), (0.27, 8.5)]), darker(shoe, 0.35))
        if boots:
            self.limb([(0.24, 6.5), (0.34, 7.2), (0.36, 8.4)], (0.40, 0.40, 0.26), darker(shoe, 0.35))
        self.limb([(-0.22, 3.9), (-0.13, 6.1), (-0.12, 7.2), (-0.06, 8.5)], (0.54, 0.32, 0.31, 0.16), colour)
        if boots:
            self.limb([(-0.13, 6.4), (-0.12, 7.2), (-0.05, 8.6)], (0.46, 0.44, 0.28), shoe)
        self.sheet.blob(self.put([(-0.17, 8.42), (0.06, 8.42), (0.13, 8.78), (0.06, 9.05), (-0.07, 9.06), (-0.17, 8.8)]), shoe)

    def arm(self, side: int, pose: str, sleeve: Colour | None = None, wide: float = 0.0) -> None:
        """`pose` is down, hip or pocket. A sleeve ends before the hand; `wide` makes it fuller."""
        line = {
            "down": [(0.66, 1.68), (0.90, 2.75), (0.84, 3.75), (0.80, 4.02), (0.76, 4.32)],
            "hip": [(0.66, 1.68), (1.30, 2.70), (0.66, 3.40)],
            "pocket": [(0.66, 1.68), (1.06, 2.80), (0.74, 3.85)],
        }[pose]
        points = [(x * side, y) for x, y in line]
        if pose == "down":
            self.limb(points, (0.30, 0.23, 0.14, 0.19, 0.05), self.skin if side < 0 else darker(self.skin, 0.22))
        elif sleeve is None:
            self.limb(points, (0.30, 0.23, 0.14), self.skin if side < 0 else darker(self.skin, 0.22))
        if sleeve is not None:
            widths = (0.40 + wide * 0.4, 0.36 + wide, 0.30 + wide * 0.7)
            self.limb(points[:3], widths, sleeve if side < 0 else darker(sleeve, 0.2))

    def printed(self, outline: Sequence[Point], top: Callable[[float], float], bottom: Callable[[float], float], half: float, colour: Colour) -> None:
        """A band round a body, in shade where the body turns away; top and bottom are given for -1 to 1 across."""
        def paint() -> None:
            for step in range(20):
                left, right = -1 + step / 10, -1 + (step + 1) / 10
                tone = mix(lighter(colour, 0.1), darker(colour, 0.4), step / 19)
                self.sheet.shape(self.put([(left * half - 0.005, top(left)), (right * half + 0.01, top(right)), (right * half + 0.01, bottom(right)), (left * half - 0.005, bottom(left))]), tone)

        clipped(self.sheet, outline, paint)

    def body(self) -> None:
        """Neck, shoulders and breast, where a neckline shows them."""
        outline = smooth(self.put([(-0.15, 0.8), (-0.15, 1.3), (-0.45, 1.46), (-0.74, 1.62), (-0.62, 2.2), (0.62, 2.2), (0.74, 1.62), (0.45, 1.46), (0.15, 1.3), (0.15, 0.8)]))
        poured(self.sheet, outline, lighter(self.skin, 0.06), self.skin, darker(self.skin, 0.2), across=True)
        self.sheet.inside(outline, self.put([(-0.3, 0.95), (0.02, 1.16), (0.5, 1.0), (0.14, 1.42), (0.1, 1.5), (0.02, 1.3)]), mix(self.skin, "#5a1e3c", 0.36))

    def face(self, lips: Colour = "#b3263c", shades: bool = False) -> None:
        size, middle = 0.70 * self.unit, self.top + 0.52 * self.unit

        def near(points: Sequence[Point]) -> list[Point]:
            return [(self.x + x * size, middle + y * size) for x, y in points]

        outline = smooth(near(FACE))
        self.sheet.shape(outline, self.skin)
        self.sheet.inside(outline, smooth(near(FACE_SHADOW)), mix(self.skin, "#5a1e3c", 0.32))
        self.sheet.blob(near([(-0.14, 0.39), (-0.05, 0.35), (0, 0.365), (0.05, 0.35), (0.14, 0.39), (0, 0.455)]), lips)
        for eye in (-1, 1):
            if shades:
                self.sheet.blob(near([(eye * 0.04, -0.10), (eye * 0.24, -0.14), (eye * 0.47, -0.12), (eye * 0.43, 0.07), (eye * 0.24, 0.14), (eye * 0.08, 0.06)]), INK)
            else:
                self.sheet.arc(near([(eye * 0.10, -0.02), (eye * 0.21, 0.03), (eye * 0.34, -0.03)]), "#2a1626", size * 0.035)
                self.sheet.arc(near([(eye * 0.09, -0.16), (eye * 0.22, -0.21), (eye * 0.34, -0.15)]), darker(self.hair, 0.3), size * 0.035)
        if self.style in HAIR_OVER:
            self.sheet.blob(near(HAIR_OVER[self.style]), self.hair)
            if self.style not in {"afro", "scarf"}:
                self.sheet.arc(near([(-0.40, -0.42), (-0.22, -0.68), (0.02, -0.78)]), lighter(self.hair, 0.22), size * 0.04)

    def hair_behind(self) -> None:
        size, middle = 0.70 * self.unit, self.top + 0.52 * self.unit
        if self.style == "bun":
            self.sheet.disc(self.x, middle - size * 0.98, size * 0.30, self.hair)
        if behind := HAIR_BEHIND.get(self.style):
            self.sheet.blob([(self.x + x * size, middle + y * size) for x, y in behind], darker(self.hair, 0.25))


def plate(seed: int, motif: str, ground: Colour, sun: Colour, floor: Colour, wear: Callable[[Model], None], skin: Colour, hair: Colour, style: str) -> Image.Image:
    """A fashion plate: one look, from head to foot, before a poster's ground."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient(lighter(ground, 0.12), ground, darker(ground, 0.22), box=(0, 0, 1920, 2060))
    if motif == "sun":
        sheet.disc(960, 900, 740, mix(sun, ground, 0.45))
        sheet.disc(960, 900, 620, sun)
    elif motif == "rays":
        sheet.rays(960, 760, lighter(ground, 0.3), 30, 90, 4)
        sheet.disc(960, 760, 470, sun)
    elif motif == "arch":
        for step, share in enumerate((0.75, 0.5, 0.2)):
            edge = 720 - step * 105
            sheet.shape([(960 - edge, 2070), *oval(960, 880, edge, edge * 1.02, 180, 360), (960 + edge, 2070)], mix(sun, ground, share))
    elif motif == "bands":
        for row in range(11):
            sheet.box(0, 140 + row * 190, 1920, 140 + row * 190 + 16 + row * 15, mix(sun, ground, 0.55 - row * 0.035))
    elif motif == "waves":
        for row in range(9):
            y = 620 + row * 170
            crest = [(x, y + math.sin(x / 190 + row * 1.3) * 52) for x in range(-60, 2041, 60)]
            sheet.shape([*crest, (2040, 2100), (-60, 2100)], mix(sun, ground, 0.78 - row * 0.07))
    elif motif == "stripes":
        for column in range(12):
            sheet.box(column * 160, 0, column * 160 + 80, 2070, mix(sun, ground, 0.62))
        sheet.disc(960, 860, 600, sun)
    elif motif == "moon":
        sheet.stars(90, 1500)
        sheet.disc(960, 800, 560, sun)
        sheet.disc(1110, 690, 90, mix(sun, ground, 0.14))
        sheet.disc(800, 930, 130, mix(sun, ground, 0.12))
    elif motif == "rings":
        for step in range(8, 0, -1):
            sheet.disc(960, 820, 128 * step, mix(sun, ground, step / 9), 160)
    elif motif == "window":
        for column in (-1, 0, 1):
            x = 960 + column * 500
            sheet.shape([(x - 215, 1780), *oval(x, 520, 215, 280, 180, 360), (x + 215, 1780)], mix(sun, ground, 0.1 if column == 0 else 0.4))
            sheet.box(x - 7, 240, x + 7, 1780, mix(ground, sun, 0.2))
            for bar in (640, 1020, 1400):
                sheet.box(x - 215, bar, x + 215, bar + 12, mix(ground, sun, 0.2))
    sheet.halftone((0, 1400, 1920, 2060), darker(ground, 0.4), 26, 80)
    sheet.gradient(lighter(floor, 0.2), floor, darker(floor, 0.35), box=(0, 2050, 1920, 2400))
    sheet.glow(300, 200, 1300, sun, 0.3)
    sheet.shine()
    model = Model(sheet, 960, 290, 206, skin, hair, style)
    top, line = round(1900 * OVERSAMPLED), round(2150 * OVERSAMPLED)
    above = (0, top, sheet.image.width, line)
    before = sheet.image.crop(above)
    model.hair_behind()
    wear(model)
    after = sheet.image.crop(above)
    drawn = ImageChops.difference(before, after).convert("L").point([0 if value < 3 else 80 for value in range(256)])
    flip = Image.Transpose.FLIP_TOP_BOTTOM
    sheet.image.paste(after.transpose(flip), (0, line), drawn.transpose(flip).filter(ImageFilter.GaussianBlur(4)))
    soft(sheet, oval(1000, 2152, 330, 20), "#0d0716", 130, 18)
    sheet.glow(200, 100, 900, sun, 0.16)
    sheet.shine()
    return sheet.finish(vignette=0.26)


def oilskin(one: Model) -> None:
    """A yellow coat to the calf, belted, the hands in its pockets."""
    yellow = "#f0b51f"
    one.legs("#17131f", boots=True, stocking="#2c2a3e")
    one.body()
    one.arm(1, "pocket", yellow, 0.14)
    coat = one.cloth([(-0.3, 1.36), (0.3, 1.36), (0.82, 1.62), (0.72, 2.4), (0.52, 3.05), (0.86, 4.4), (1.24, 7.1), (0.5, 7.28), (0, 7.2), (-0.5, 7.28), (-1.2, 7.1), (-0.86, 4.4), (-0.52, 3.05), (-0.72, 2.4), (-0.82, 1.62)], yellow)
    one.on(coat, [(0.04, 1.3), (0.12, 3.0), (0.42, 5.2), (0.5, 7.5), (1.6, 7.5), (1.6, 1.3)], darker(yellow, 0.2))
    one.arm(-1, "pocket", yellow, 0.14)
    one.line([(0.02, 1.7), (0.03, 3.0), (0.14, 5.0), (0.2, 7.2)], "#9c6a12", 0.035)
    for y in (2.0, 2.45, 3.55, 4.1, 4.65):
        one.sheet.disc(*one.put([(-0.2, y)])[0], one.unit * 0.06, "#3a2418")
    belt = one.put([(-0.56, 2.92), (0.56, 2.92), (0.58, 3.14), (-0.58, 3.14)])
    one.sheet.shape(belt, "#c98a12")
    one.sheet.box(*one.put([(-0.14, 2.87)])[0], *one.put([(0.16, 3.19)])[0], "#fff3d2", radius=10)
    one.sheet.box(*one.put([(-0.08, 2.94)])[0], *one.put([(0.10, 3.12)])[0], "#c98a12", radius=4)
    for side in (-1, 1):
        one.sheet.blob(one.put([(side * 0.16, 1.2), (side * 0.42, 1.32), (side * 0.5, 1.62), (side * 0.12, 1.95), (side * 0.04, 1.6)]), lighter(yellow, 0.3) if side < 0 else darker(yellow, 0.08))
        one.line([(side * 0.52, 3.72), (side * 0.78, 4.02)], "#9c6a12", 0.05)
    one.face(shades=True)
    one.cloth([(-0.40, 0.30), (-0.36, -0.06), (0, -0.24), (0.36, -0.06), (0.40, 0.30), (0, 0.4)], yellow)
    one.cloth([(-0.72, 0.46), (-0.40, 0.20), (0, 0.12), (0.40, 0.20), (0.72, 0.46), (0.38, 0.40), (0, 0.36), (-0.38, 0.40)], lighter(yellow, 0.1), yellow, darker(yellow, 0.3))


def tiers(one: Model) -> None:
    """A column of blue scallops, paler towards the hem."""
    one.body()
    one.arm(1, "down")
    for row in range(12, -1, -1):
        y = 3.42 + row * 0.43
        half = 0.62 + row * 0.034
        colour = mix("#0f3a66", "#dff1ea", row / 12)
        count = 5
        for scallop in range(count):
            middle = -half + (scallop + 0.5) * 2 * half / count
            reach = half / count * 1.08
            piece = one.put([(middle - reach, y - 0.1), *((middle + math.cos(math.radians(a)) * reach, y + 0.36 + math.sin(math.radians(a)) * 0.24) for a in (180, 150, 120, 90, 60, 30, 0)), (middle + reach, y - 0.1)][::-1])
            one.sheet.shape(piece, mix(colour, "#0a1d3c", 0.06 + 0.09 * scallop))
            one.sheet.arc([(x, y - 1) for x, y in piece[2:7]], lighter(colour, 0.5), 5, 150)
    one.cloth([(-0.62, 1.74), (-0.28, 1.66), (0, 1.9), (0.28, 1.66), (0.62, 1.74), (0.46, 2.9), (0.66, 3.62), (0.4, 3.86), (0, 3.96), (-0.4, 3.86), (-0.66, 3.62), (-0.46, 2.9)], "#1d5a8f", "#123f6b", "#0a2748")
    one.arm(-1, "down")
    for strap in (-1, 1):
        one.line([(strap * 0.45, 1.75), (strap * 0.36, 1.46)], "#123f6b", 0.06)
    one.face("#c2283e")
    one.sheet.disc(*one.put([(0.36, 0.78)])[0], one.unit * 0.06, "#fff3d2", tall=1.6)
    one.sheet.disc(*one.put([(-0.36, 0.78)])[0], one.unit * 0.06, "#fff3d2", tall=1.6)


def deckchair(one: Model) -> None:
    """A trouser suit in deckchair stripes, wide as two sails."""
    white, red = "#fff4e2", "#d9452f"
    for side in (1, -1):
        leg = one.cloth([(side * 0.0, 3.5), (side * 0.6, 3.5), (side * 0.78, 5.4), (side * 1.16, 8.86), (side * 0.6, 8.95), (side * 0.06, 8.86), (side * 0.05, 5.4)], white if side < 0 else darker(white, 0.14), darker(white, 0.04 if side < 0 else 0.22), darker(white, 0.2 if side < 0 else 0.36), straight=True)
        for stripe in range(4):
            near, far = 0.06 + stripe * 0.15, 0.08 + stripe * 0.28
            one.sheet.inside(leg, one.put([(side * near, 3.4), (side * (near + 0.075), 3.4), (side * (far + 0.14), 9.0), (side * far, 9.0)]), red if side < 0 else darker(red, 0.3))
        one.sheet.blob(one.put([(side * 0.4, 8.86), (side * 0.78, 8.86), (side * 0.8, 9.04), (side * 0.36, 9.04)]), "#1d1524")
    one.body()
    one.arm(1, "pocket", white, 0.05)
    jacket = one.cloth([(-0.22, 1.42), (0.22, 1.42), (0.84, 1.6), (0.68, 2.5), (0.5, 3.1), (0.72, 4.15), (0, 4.25), (-0.72, 4.15), (-0.5, 3.1), (-0.68, 2.5), (-0.84, 1.6)], white, darker(white, 0.06), darker(white, 0.26))
    for stripe in range(-4, 5):
        x = stripe * 0.19
        one.on(jacket, [(x - 0.04, 1.2), (x + 0.04, 1.2), (x * 0.82 + 0.035, 3.0), (x + 0.05, 4.4), (x - 0.05, 4.4), (x * 0.82 - 0.035, 3.0)], red if x < 0.2 else darker(red, 0.24))
    one.sheet.shape(one.put([(-0.2, 1.38), (0.2, 1.38), (0.02, 2.75)]), one.skin)
    one.sheet.shape(one.put([(0.0, 1.38), (0.2, 1.38), (0.02, 2.75)]), mix(one.skin, "#5a1e3c", 0.26))
    for side in (-1, 1):
        one.sheet.shape(one.put([(side * 0.17, 1.3), (side * 0.48, 1.56), (side * 0.38, 1.92), (side * 0.46, 2.0), (side * 0.02, 2.95), (side * 0.03, 2.5)]), lighter(red, 0.05) if side < 0 else darker(red, 0.2))
    one.sheet.disc(*one.put([(0.03, 3.05)])[0], one.unit * 0.06, "#1d1524")
    one.arm(-1, "pocket", white, 0.05)
    for side in (-1, 1):
        for shift in (-0.1, 0.06):
            ticking = ribbon(one.put([(side * (0.66 + shift), 1.56), (side * (1.06 + shift), 2.80), (side * (0.74 + shift), 3.8)]), [one.unit * 0.08] * 3)
            one.sheet.shape(ticking, red if side < 0 else darker(red, 0.24))
    one.face("#8f2340", shades=True)


def net(one: Model) -> None:
    """A red slip below a crinoline of fishing net, with cork floats."""
    one.legs("#8a1424")
    one.body()
    slip = one.cloth([(-0.56, 1.78), (0, 1.96), (0.56, 1.78), (0.42, 3.0), (0.62, 3.9), (0.74, 5.9), (0, 6.05), (-0.74, 5.9), (-0.62, 3.9), (-0.42, 3.0)], "#c8253b")
    one.on(slip, [(0.06, 1.8), (0.1, 3.0), (0.2, 4.5), (0.16, 6.2), (1.4, 6.2), (1.4, 1.8)], darker("#c8253b", 0.24))
    for strap in (-1, 1):
        one.line([(strap * 0.42, 1.84), (strap * 0.34, 1.46)], "#c8253b", 0.05)
    hem = [(-1.72 + 3.44 * step / 14, 7.0 + 0.5 * math.sin(math.pi * step / 14)) for step in range(15)]
    crinoline = one.put([(-0.42, 3.02), (-0.95, 3.7), (-1.45, 5.0), (-1.72, 7.0), *hem, (1.72, 7.0), (1.45, 5.0), (0.95, 3.7), (0.42, 3.02)])
    one.sheet.shape(crinoline, "#f7e9cf", 44)
    for line in range(-7, 8):
        share = line / 7
        one.line([(share * 0.42, 3.02), (share * 1.0, 3.75), (share * 1.48, 5.0), (share * 1.72, 7.0 + 0.5 * math.cos(share * math.pi / 2))], "#fff3dc", 0.024)
    for row in range(1, 9):
        y = row / 8
        half = 0.42 + 1.3 * math.sin(y * math.pi / 2) ** 0.9
        drop = 3.02 + 3.98 * y
        one.line([(half * math.sin(step * math.pi / 16), drop + 0.5 * y * math.cos(step * math.pi / 16)) for step in range(-8, 9)], "#fff3dc", 0.024)
    for step in range(1, 14, 2):
        x, y = one.put([hem[step]])[0]
        one.sheet.disc(x, y, one.unit * 0.17, "#c98a4a", tall=0.8)
        one.sheet.disc(x - one.unit * 0.05, y - one.unit * 0.04, one.unit * 0.08, "#e8b878", tall=0.7)
    one.arm(1, "hip")
    one.arm(-1, "hip")
    one.face("#8f2340")


def cape(one: Model) -> None:
    """A hooded cape like a ship's flag."""
    blue, lining = "#27409c", "#f0b51f"
    one.legs("#10142e", stocking="#1b2250", boots=True)
    one.sheet.blob(one.put([(0, -0.22), (0.56, 0.1), (0.66, 0.9), (0.5, 1.5), (-0.5, 1.5), (-0.66, 0.9), (-0.56, 0.1)]), darker(blue, 0.4))
    one.cloth([(-0.5, 1.45), (0.5, 1.45), (0.95, 3.0), (1.05, 6.4), (0, 6.5), (-1.05, 6.4), (-0.95, 3.0)], lining)
    one.cloth([(-0.4, 1.5), (0.4, 1.5), (0.48, 3.0), (0.62, 5.6), (-0.62, 5.6), (-0.48, 3.0)], "#fff1dc")
    for row in range(5):
        one.sheet.shape(one.put([(-0.44 - row * 0.03, 1.9 + row * 0.74), (0.44 + row * 0.03, 1.9 + row * 0.74), (0.46 + row * 0.035, 2.2 + row * 0.74), (-0.46 - row * 0.035, 2.2 + row * 0.74)]), "#27409c")
    for side in (1, -1):
        colour = blue if side < 0 else darker(blue, 0.18)
        half = one.cloth([(side * 0.14, 1.36), (side * 0.56, 1.46), (side * 0.98, 1.8), (side * 1.3, 3.4), (side * 1.86, 7.3), (side * 1.1, 7.55), (side * 0.56, 7.3), (side * 0.5, 5.0), (side * 0.36, 3.0)], lighter(colour, 0.12) if side < 0 else colour, colour, darker(colour, 0.36))
        for fold in (0.5, 0.8, 1.12):
            one.on(half, [(side * fold * 0.55, 2.0), (side * (fold * 0.6 + 0.06), 2.0), (side * (fold * 1.35 + 0.14), 7.6), (side * fold * 1.3, 7.6)], darker(colour, 0.3))
        one.line([(side * 0.16, 1.5), (side * 0.38, 3.0), (side * 0.52, 5.0), (side * 0.58, 7.25)], lining, 0.05)
    one.sheet.shape(one.put([(-0.14, 0.9), (0.14, 0.9), (0.16, 1.5), (-0.16, 1.5)]), mix(one.skin, "#5a1e3c", 0.34))
    one.face("#c2283e")
    hood = [*((0, -0.3), (0.5, -0.08), (0.68, 0.5), (0.58, 1.2), (0.3, 1.55), (0.1, 1.6), (0.3, 1.2), (0.38, 0.6), (0.3, 0.22), (0, 0.1)), *((-0.3, 0.22), (-0.38, 0.6), (-0.3, 1.2), (-0.1, 1.6), (-0.3, 1.55), (-0.58, 1.2), (-0.68, 0.5), (-0.5, -0.08))]
    one.cloth(hood, blue)
    one.sheet.disc(*one.put([(0, 1.58)])[0], one.unit * 0.11, lining)


def jumper(one: Model) -> None:
    """A fisherman's jumper grown to a dress, with cables thick as ropes."""
    wool = "#f2e3c6"
    one.legs("#7a3f2c", boots=True)
    one.body()
    one.arm(1, "pocket", wool, 0.26)
    dress = one.cloth([(-0.3, 1.3), (0.3, 1.3), (0.94, 1.62), (0.98, 2.6), (0.86, 3.6), (0.94, 5.3), (0.8, 5.9), (0, 6.0), (-0.8, 5.9), (-0.94, 5.3), (-0.86, 3.6), (-0.98, 2.6), (-0.94, 1.62)], wool, darker(wool, 0.05), darker(wool, 0.3))
    shade = darker(wool, 0.3)
    for column in (-0.62, 0, 0.62):
        for row in range(11):
            y = 1.74 + row * 0.36
            one.on(dress, [(column - 0.15, y + 0.34), (column - 0.12, y + 0.14), (column + 0.1, y), (column + 0.17, y + 0.05), (column + 0.12, y + 0.22), (column - 0.08, y + 0.38)], darker(wool, 0.10))
            one.line([(column - 0.15, y + 0.34), (column - 0.1, y + 0.14), (column + 0.12, y)], shade, 0.022)
        for edge in (-0.22, 0.22):
            one.line([(column + edge, 1.7), (column + edge, 5.75)], shade, 0.02)
    for column in (-0.31, 0.31):
        for row in range(9):
            y = 1.85 + row * 0.44
            one.sheet.shape(one.put([(column, y), (column + 0.075, y + 0.12), (column, y + 0.24), (column - 0.075, y + 0.12)]), darker(wool, 0.16))
    rib = one.put([(-0.84, 5.66), (0.84, 5.66), (0.8, 6.0), (-0.8, 6.0)])
    one.sheet.shape(rib, darker(wool, 0.08))
    for step in range(16):
        one.line([(-0.78 + step * 0.104, 5.7), (-0.76 + step * 0.101, 5.97)], shade, 0.026)
    one.arm(-1, "pocket", wool, 0.26)
    for side in (-1, 1):
        for step in range(6):
            one.line([(side * (0.78 + step * 0.05), 1.95 + step * 0.28), (side * (1.02 + step * 0.045), 1.86 + step * 0.28)], shade, 0.022, 170)
    one.cloth([(-0.28, 0.98), (0, 1.1), (0.28, 0.98), (0.36, 1.4), (0, 1.56), (-0.36, 1.4)], wool)
    for step in range(7):
        one.line([(-0.24 + step * 0.08, 1.08), (-0.28 + step * 0.093, 1.44)], shade, 0.022)
    one.face("#a83a48")


def buoy(one: Model) -> None:
    """A skirt as round as a buoy."""
    red, white = "#e0402f", "#fff3e2"
    one.legs("#fff3e2", stocking="#e0402f")
    one.body()
    one.arm(1, "hip")
    one.arm(-1, "hip")
    globe = one.put(oval(0, 4.55, 1.62, 1.66))
    poured(one.sheet, globe, lighter(red, 0.2), red, darker(red, 0.4), across=True)
    for start, end in ((3.4, 4.0), (4.9, 5.6)):
        one.printed(globe, lambda x, y=start: y + 0.3 * math.cos(x * 1.4), lambda x, y=end: y + 0.3 * math.cos(x * 1.4), 1.64, white)  # type: ignore[misc]
    for share in (-0.75, -0.4, 0, 0.4, 0.75):
        one.line([(share * 0.3, 2.95), (share * 1.55, 4.5), (share * 0.6, 6.2)], darker(red, 0.45), 0.02, 130)
    bodice = one.cloth([(-0.56, 1.82), (-0.28, 1.72), (0, 1.88), (0.28, 1.72), (0.56, 1.82), (0.42, 3.02), (0, 3.1), (-0.42, 3.02)], white, darker(white, 0.05), darker(white, 0.28))
    one.on(bodice, [(-0.7, 2.2), (0.7, 2.2), (0.7, 2.55), (-0.7, 2.55)], red)
    one.sheet.shape(one.put([(-0.44, 2.94), (0.44, 2.94), (0.46, 3.14), (-0.46, 3.14)]), "#1f2a55")
    one.face("#c2283e")
    one.sheet.disc(*one.put([(0, -0.3)])[0], one.unit * 0.15, red)


def scales(one: Model) -> None:
    """Sequins as big as oyster shells, and a fin for a train."""
    green = "#1f8a78"
    one.body()
    one.arm(1, "down")
    one.cloth([(0.2, 7.2), (0.9, 7.8), (1.9, 8.3), (2.4, 9.0), (1.2, 9.02), (0, 9.0), (-1.2, 9.02), (-1.7, 8.8), (-0.9, 7.9)], darker(green, 0.2), "#134b52", "#0c2f3c")
    for side in range(-5, 8):
        one.line([(side * 0.05, 7.4), (side * 0.13, 8.2), (side * 0.27 + 0.1, 8.95)], "#7fe0bd", 0.018, 150)
    gown = one.cloth([(-0.6, 1.74), (-0.3, 1.62), (0, 1.84), (0.3, 1.62), (0.6, 1.74), (0.42, 3.0), (0.68, 4.0), (0.62, 5.4), (0.42, 7.0), (0.72, 8.0), (0, 8.2), (-0.72, 8.0), (-0.42, 7.0), (-0.62, 5.4), (-0.68, 4.0), (-0.42, 3.0)], lighter(green, 0.2), green, darker(green, 0.5))

    def paint() -> None:
        for row in range(38, -1, -1):
            y = 1.55 + row * 0.175
            for column in range(-5, 6):
                x = column * 0.18 + (0.09 if row % 2 else 0)
                tone = mix(lighter(green, 0.45), darker(green, 0.6), min(1, max(0, (x + 0.7) / 1.4 + ((row * 7 + column * 3) % 5 - 2) * 0.06)))
                one.sheet.shape(smooth(one.put([(x - 0.1, y - 0.08), (x + 0.1, y - 0.08), (x + 0.09, y + 0.1), (x, y + 0.2), (x - 0.09, y + 0.1)]), steps=4), tone)

    clipped(one.sheet, gown, paint, one.unit)
    for x, y in ((-0.3, 2.6), (-0.42, 4.1), (-0.2, 5.2), (-0.36, 3.4), (0.05, 4.6), (-0.22, 6.4)):
        one.sheet.glow(*one.put([(x, y)])[0], one.unit * 0.45, "#d8fff0", 0.55)
    one.arm(-1, "down")
    one.face("#a3263d")


def lighthouse(one: Model) -> None:
    """The last look: a lighthouse, its lamp lit."""
    red, white = "#d2303a", "#fff6e6"
    one.body()
    one.arm(1, "down")
    gown = one.cloth([(-0.6, 1.76), (0, 1.66), (0.6, 1.76), (0.44, 3.0), (0.58, 4.0), (0.8, 6.2), (1.16, 8.6), (2.0, 9.02), (0.6, 9.06), (-0.6, 9.06), (-1.5, 9.02), (-1.0, 8.4), (-0.8, 6.2), (-0.58, 4.0), (-0.44, 3.0)], white, darker(white, 0.05), darker(white, 0.3))
    for start, half in ((1.6, 0.7), (3.5, 0.8), (5.4, 1.0), (7.3, 1.4)):
        one.printed(gown, lambda x, y=start: y + 0.16 * math.cos(x * 1.5), lambda x, y=start: y + 0.95 + 0.2 * math.cos(x * 1.5), half, red)  # type: ignore[misc]
    for fold in (-0.5, -0.1, 0.35, 0.7):
        one.line([(fold * 0.6, 4.4), (fold, 6.6), (fold * 1.5, 8.9)], darker(white, 0.45), 0.02, 120)
    one.arm(-1, "down")
    one.face("#c2283e")
    x, y = one.put([(0, 0)])[0]
    unit = one.unit
    one.sheet.shape(one.put([(-0.42, 0.16), (0.42, 0.16), (0.36, 0.0), (-0.36, 0.0)]), "#231a2e")
    one.sheet.shape(one.put([(-0.25, 0.02), (0.25, 0.02), (0.23, -0.5), (-0.23, -0.5)]), "#fff3b8")
    for bar in (-0.22, -0.08, 0.08, 0.22):
        one.line([(bar, 0.02), (bar * 0.95, -0.5)], "#231a2e", 0.03)
    one.sheet.shape(one.put([(-0.34, -0.48), (0.34, -0.48), (0.02, -0.86), (-0.02, -0.86)]), red)
    one.sheet.disc(x, y - unit * 0.88, unit * 0.06, "#231a2e")
    one.sheet.glow(x, y - unit * 0.24, 520, "#fff0b0", 1)
    one.sheet.beam(x, y - unit * 0.24, 172, 13, 1500, "#fff3c4", 0.7)
    one.sheet.beam(x, y - unit * 0.24, 8, 13, 1500, "#fff3c4", 0.7)
    one.sheet.shine()


def low_water(seed: int) -> Image.Image:
    """A fashion show on the sand at low tide: the looks in single file, the lighthouse across the bay."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2b3a78", "#b0608f", "#f4946a", "#ffd98f", box=(0, 0, 2400, 900))
    for y, x, wide in ((170, 420, 560), (250, 1900, 640), (400, 1050, 460), (520, 260, 420), (610, 2050, 520)):
        for part in range(5):
            sheet.disc(x + (part - 2) * wide * 0.24, y + (part % 2) * 14, wide * 0.2, mix("#ffe0b0", "#c2688a", y / 1100), 90, tall=0.16)
    sheet.glow(760, 830, 1100, "#ffca70", 0.7)
    sheet.shine()
    sheet.disc(760, 800, 210, "#fff0bd")
    sheet.blob([(1500, 905), (1640, 830), (1830, 790), (2010, 770), (2200, 800), (2460, 850), (2460, 920)], "#4a2f5f")
    sheet.shape([(1985, 790), (2065, 790), (2048, 420), (2002, 420)], "#f6e3d6")
    for top in (470, 610, 740):
        sheet.shape([(2001 - (top - 420) * 0.046, top), (2049 + (top - 420) * 0.046, top), (2051 + (top - 420) * 0.05, top + 62), (1999 - (top - 420) * 0.05, top + 62)], "#b23048")
    sheet.box(1990, 404, 2060, 422, "#2a1a3a")
    sheet.box(2004, 350, 2046, 404, "#fff3b8")
    sheet.shape([(1994, 352), (2056, 352), (2025, 306)], "#b23048")
    sheet.gradient("#f2a878", "#e8b890", "#a86a72", box=(0, 896, 2400, 1200))
    for row in range(14):
        y = 902 + row * 4.6
        sheet.stroke([(sheet.random.uniform(0, 1500), y), (sheet.random.uniform(1500, 2400), y)], "#fff3d8", 3, 120)
    wears = (oilskin, scales, deckchair, cape, buoy, tiers)
    skins = ("#c98f63", "#f0c3a0", "#6b4230", "#8a5335", "#f3cfae", "#5f3826")
    styles = ("crop", "waves", "bob", "crop", "bun", "afro")
    for index, wear in enumerate(wears):
        model = Model(sheet, 200 + index * 400, 480, 80, skins[index], ("#2a1a1e", "#7a3420", "#1a1014")[index % 3], styles[index])
        model.hair_behind()
        wear(model)
    sheet.gradient("#b8746a", "#7a4a62", "#3a2a4d", box=(0, 1200, 2400, 1600))
    reflect(sheet, 1200, 400, "#7a4a62", 0.5, 6)
    for _ in range(70):
        x, y = sheet.random.uniform(-100, 2400), 1215 + 380 * sheet.random.random() ** 1.4
        length = sheet.random.uniform(60, 260) * (0.4 + (y - 1200) / 400)
        sheet.blob([(x, y), (x + length / 2, y - 5), (x + length, y), (x + length / 2, y + 6)], "#ffdcae", sheet.random.randint(30, 110))
    sheet.box(0, 1194, 2400, 1202, "#ffdcae", 120)
    sheet.glow(2025, 376, 420, "#fff0b0", 1)
    sheet.beam(2025, 376, 183, 9, 2300, "#fff3c4", 0.45)
    sheet.glow(760, 1000, 900, "#ffb56a", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.3)


# -- hats ----------------------------------------------------------------------------------------

# A head and neck seen from the side, looking right; the eye is near 0.3, -0.05.
PROFILE: list[Point] = [
    *((0.22, -0.68), (0.36, -0.54), (0.43, -0.36), (0.445, -0.20), (0.415, -0.09), (0.47, 0.04), (0.555, 0.175), (0.53, 0.225)),
    *((0.455, 0.25), (0.455, 0.29), (0.50, 0.335), (0.495, 0.375), (0.46, 0.395), (0.49, 0.43), (0.475, 0.475), (0.435, 0.505), (0.45, 0.57)),
    *((0.435, 0.65), (0.36, 0.70), (0.25, 0.685), (0.10, 0.62), (0.0, 0.66), (0.0, 0.9), (0.06, 1.15), (0.26, 1.36), (0.62, 1.52), (0.9, 1.72), (1.1, 2.1), (1.2, 3.2)),
    *((-1.35, 3.2), (-1.25, 2.1), (-1.0, 1.72), (-0.66, 1.5), (-0.46, 1.3), (-0.40, 1.0), (-0.42, 0.7), (-0.46, 0.4), (-0.5, 0.0), (-0.44, -0.44), (-0.2, -0.7)),
]


def profile(sheet: Sheet, x: float, y: float, head: float, skin: Colour, hair: Colour, dress: Colour, lips: Colour, jewel: Colour, cut: str = "chignon", flip: bool = False) -> Callable[[Sequence[Point]], list[Point]]:
    """Somebody from the side, chin up. Returns what places a hat on them: 0, 0 is the middle of the head."""
    side = -1 if flip else 1

    def place(points: Sequence[Point]) -> list[Point]:
        turn = -0.09
        return [(x + side * head * (px * math.cos(turn) - py * math.sin(turn)), y + head * (px * math.sin(turn) + py * math.cos(turn))) for px, py in points]

    if cut == "chignon":
        knot = smooth(place(oval(-0.62, 0.30, 0.27, 0.25)[::5]))
        poured(sheet, knot, lighter(hair, 0.1), darker(hair, 0.3))
        for bend in (0.10, 0.17):
            sheet.arc(place(oval(-0.62, 0.30, bend, bend * 0.9, 150, 330)[::8]), lighter(hair, 0.22), head * 0.016)
    if cut == "curls":
        for cx, cy, r in ((-0.58, -0.1, 0.22), (-0.66, 0.16, 0.22), (-0.6, 0.42, 0.2), (-0.44, 0.58, 0.18), (-0.4, 0.3, 0.25), (-0.3, -0.1, 0.3)):
            sheet.disc(*place([(cx, cy)])[0], head * r, mix(hair, "#fff6e6", 0.05 if cx < -0.5 else 0))
    outline = smooth(place(PROFILE), steps=8)
    poured(sheet, outline, *((darker(skin, 0.26), skin, lighter(skin, 0.14)) if not flip else (lighter(skin, 0.14), skin, darker(skin, 0.26))), across=True)
    shade = mix(skin, "#5a1e3c", 0.30)
    sheet.inside(outline, smooth(place([(0.36, 0.70), (0.10, 0.62), (-0.06, 0.42), (-0.2, 0.5), (-0.24, 0.9), (-0.16, 1.3), (0.1, 1.5), (0.12, 1.26), (0.02, 1.0), (0.02, 0.76)])), shade)
    gown = [(-1.6, 3.3), (-1.3, 2.1), (-0.9, 1.75), (-0.3, 1.98), (0.3, 1.98), (0.85, 1.76), (1.2, 2.1), (1.6, 3.3)]
    poured(sheet, smooth(place(gown)), lighter(dress, 0.1), darker(dress, 0.35))
    if cut == "crop":
        sheet.blob(place([(-0.2, -0.74), (0.2, -0.7), (0.34, -0.52), (0.16, -0.36), (0.0, -0.12), (-0.12, 0.12), (-0.22, 0.36), (-0.44, 0.5), (-0.52, 0.1), (-0.48, -0.4)]), hair)
    elif cut == "bob":
        sheet.blob(place([(-0.2, -0.76), (0.22, -0.72), (0.34, -0.54), (0.18, -0.3), (0.10, 0.06), (0.08, 0.5), (-0.12, 0.64), (-0.5, 0.66), (-0.66, 0.5), (-0.6, 0), (-0.5, -0.46)]), hair)
        sheet.arc(place([(-0.1, -0.5), (-0.04, 0.0), (-0.12, 0.5)]), lighter(hair, 0.2), head * 0.02)
        sheet.arc(place([(-0.3, -0.4), (-0.3, 0.0), (-0.36, 0.5)]), lighter(hair, 0.14), head * 0.02)
    else:
        sheet.blob(place([(-0.2, -0.76), (0.2, -0.72), (0.37, -0.54), (0.2, -0.30), (0.08, -0.04), (-0.06, 0.12), (-0.2, 0.3), (-0.46, 0.48), (-0.56, 0.3), (-0.54, -0.1), (-0.48, -0.46)]), hair)
        for bend in (0, 0.12, 0.24):
            sheet.arc(place([(0.2 - bend, -0.46), (-0.04 - bend, -0.12 + bend * 0.4), (-0.4, 0.32)]), lighter(hair, 0.18), head * 0.014)
    if cut != "bob":
        sheet.blob(place([(-0.10, -0.02), (0.0, -0.06), (0.05, 0.06), (0.0, 0.2), (-0.06, 0.22), (-0.1, 0.1)]), lighter(skin, 0.08))
        sheet.arc(place([(-0.06, 0.02), (0.0, 0.0), (0.01, 0.09)]), shade, head * 0.018)
        sheet.disc(*place([(-0.04, 0.30)])[0], head * 0.06, jewel, tall=1.3)
    sheet.blob(place([(0.36, 0.375), (0.43, 0.335), (0.505, 0.337), (0.50, 0.372), (0.455, 0.395), (0.492, 0.43), (0.47, 0.465), (0.42, 0.445)]), lips)
    sheet.arc(place([(0.18, -0.02), (0.27, 0.035), (0.375, 0.01)]), "#22121f", head * 0.026)
    for lash in ((0.30, 0.03, 0.33, 0.085), (0.34, 0.025, 0.385, 0.075), (0.375, 0.01, 0.43, 0.045)):
        sheet.stroke(place([(lash[0], lash[1]), (lash[2], lash[3])]), "#22121f", head * 0.014)
    sheet.arc(place([(0.14, -0.17), (0.28, -0.245), (0.41, -0.19)]), darker(hair, 0.35), head * 0.03)
    sheet.arc(place([(-0.43, 1.02), (-0.2, 1.24), (0.05, 1.2)]), jewel, head * 0.03)
    return place


Placed = Callable[[Sequence[Point]], list[Point]]


def brim(sheet: Sheet, place: Placed, head: float) -> None:
    """Straw, wide as a parasol."""
    straw = "#edc873"
    under = smooth(place([(-1.5, -0.02), (-0.6, -0.42), (0.3, -0.54), (1.32, -0.62), (1.42, -0.50), (0.6, -0.16), (-0.5, 0.12), (-1.36, 0.22)]))
    poured(sheet, under, darker(straw, 0.35), darker(straw, 0.12), across=True)
    crown = smooth(place([(-0.62, -0.34), (-0.56, -0.86), (-0.2, -1.08), (0.2, -1.04), (0.42, -0.78), (0.46, -0.46), (0, -0.3)]))
    poured(sheet, crown, darker(straw, 0.25), straw, lighter(straw, 0.3), across=True)
    sheet.inside(crown, place([(-0.8, -0.50), (0.7, -0.66), (0.7, -0.40), (-0.8, -0.2)]), "#c2283e")
    over = smooth(place([(-1.5, -0.02), (-0.62, -0.44), (-0.2, -0.32), (0.46, -0.47), (1.38, -0.60), (0.5, -0.30), (-0.4, -0.12)]))
    poured(sheet, over, lighter(straw, 0.1), lighter(straw, 0.35), across=True)
    for tail in ((-1.3, 0.5, -1.16), (-1.02, 0.42, -0.9)):
        sheet.shape(ribbon(place([(-0.58, -0.3), (-0.86, 0.02), (tail[0] + 0.2, tail[1]), (tail[2], 1.3)]), [head * one for one in (0.1, 0.16, 0.15, 0.2)]), "#c2283e" if tail[0] < -1.1 else "#8f1a34")


def yacht(sheet: Sheet, place: Placed, head: float) -> None:
    """A yacht under full sail on three felt waves."""
    for row, colour in enumerate(("#0f4a66", "#1f7a92", "#6fbcc4")):
        lift = row * 0.13
        wave = [(-0.52, -0.24 + lift * 0.4), (-0.86, -0.72 + lift), *((-0.7 + step * 0.2, -0.82 + lift + 0.1 * math.cos(step * 2.2 + row)) for step in range(8)), (0.72, -0.62 + lift), (0.56, -0.36 + lift * 0.4), (0, -0.26 + lift * 0.5)]
        poured(sheet, smooth(place(wave)), lighter(colour, 0.16), darker(colour, 0.12))
        if row == 0:
            sheet.stroke(place([(-0.02, -0.9), (0.02, -1.92)]), "#5a3524", head * 0.035)
            poured(sheet, place([(0.06, -1.88), (0.09, -1.06), (0.66, -1.1)]), "#fffaf0", "#e6d3bd", across=True)
            poured(sheet, smooth(place([(-0.03, -1.82), (-0.4, -1.4), (-0.56, -1.02), (-0.3, -1.06), (-0.05, -1.02)])), "#f2d9b8", "#fffaf0", across=True)
            sheet.shape(place([(0.02, -1.94), (0.28, -1.88), (0.03, -1.8)]), "#d2303a")
            poured(sheet, smooth(place([(-0.56, -0.98), (0.7, -1.04), (0.5, -0.74), (0.0, -0.66), (-0.42, -0.72)])), "#c2283e", "#7d1730")
            sheet.stroke(place([(-0.5, -0.94), (0.62, -0.99)]), "#fff3dc", head * 0.03)


def feather(sheet: Sheet, place: Placed, head: float) -> None:
    """Three feathers that leave the head like smoke."""
    for bend, reach, colour in ((0.0, 1.0, "#153f4a"), (0.22, 0.84, "#1f7a78"), (0.44, 0.66, "#e8b04a")):
        spine = [(0.2, -0.62), (-0.15 - bend * 0.3, -1.25 * reach - 0.1), (-0.72, -1.58 * reach + bend), (-1.3 * reach, -1.2 + bend * 1.6), (-1.46 * reach + 0.1, -0.55 + bend * 1.4)]
        outline = ribbon(place(spine), [head * one for one in (0.06, 0.34, 0.46, 0.36, 0.02)])
        poured(sheet, outline, lighter(colour, 0.25), colour, darker(colour, 0.3))
        line = smooth(spine, closed=False, steps=8)
        for index in range(5, len(line) - 2, 2):
            (ax, ay), (bx, by) = line[index], line[index + 1]
            dx, dy = (bx - ax) / math.hypot(bx - ax, by - ay), (by - ay) / math.hypot(bx - ax, by - ay)
            for turn in (-1, 1):
                sheet.stroke(place([(ax, ay), (ax + dx * 0.12 - dy * turn * 0.15, ay + dy * 0.12 + dx * turn * 0.15)]), darker(colour, 0.35), head * 0.010, 140)
        sheet.arc(place(spine), lighter(colour, 0.5), head * 0.018)
    cap = smooth(place([(-0.34, -0.62), (-0.1, -0.88), (0.24, -0.84), (0.42, -0.6), (0.3, -0.44), (-0.1, -0.5)]))
    poured(sheet, cap, "#1f5a66", "#0c2a36")
    sheet.disc(*place([(0.2, -0.64)])[0], head * 0.09, "#e8b04a")


def saucer(sheet: Sheet, place: Placed, head: float) -> None:
    """A tilted saucer with lemons on it, their leaves and a veil."""
    plate_ = smooth(place([(-0.95, -0.98), (-0.3, -1.12), (0.5, -0.86), (0.98, -0.42), (0.9, -0.28), (0.2, -0.44), (-0.5, -0.62), (-0.96, -0.84)]))
    poured(sheet, plate_, "#fffaf0", "#e3d7cf", "#b8a6b0", across=True)
    sheet.arc(place([(-0.88, -0.9), (-0.3, -0.76), (0.3, -0.58), (0.9, -0.34)]), "#27409c", head * 0.03)
    for x, y, turn in ((-0.36, -1.08, 0.3), (0.02, -1.16, -0.2), (0.34, -0.92, 0.5), (-0.06, -0.92, 0.1)):
        for leaf in (-1, 1):
            sheet.blob(place([(x, y - 0.1), (x + leaf * 0.22, y - 0.3), (x + leaf * 0.42, y - 0.28), (x + leaf * 0.26, y - 0.12)]), "#2f7a4a" if leaf < 0 else "#1f5a38")
        lemon = smooth(place([(x + math.cos(a * math.pi / 6 + turn) * (0.25 if a % 6 == 0 else 0.19), y + math.sin(a * math.pi / 6 + turn) * 0.16) for a in range(12)]))
        poured(sheet, lemon, "#fff09a", "#f5cf2e", "#c98f14")
    veil = place([(-0.3, -0.6), (0.5, -0.5), (0.86, -0.34), (0.72, 0.3), (0.3, 0.42), (0.1, 0.1)])
    for step in range(15):
        share = step / 14
        sheet.stroke([_between(veil[0], veil[2], share), _between(veil[5], veil[3], share)], "#22121f", 3, 90)
    for step in range(8):
        share = step / 7
        sheet.stroke([_between(veil[0], veil[5], share), _between(veil[2], veil[3], share)], "#22121f", 3, 90)


def _between(one: Point, other: Point, share: float) -> Point:
    return one[0] + (other[0] - one[0]) * share, one[1] + (other[1] - one[1]) * share


def bow(sheet: Sheet, place: Placed, head: float) -> None:
    """A bow as large as a cushion on a close cap."""
    pink = "#f08fa8"
    cap = smooth(place([(-0.56, 0.06), (-0.56, -0.5), (-0.24, -0.84), (0.2, -0.82), (0.46, -0.5), (0.44, -0.30), (0.1, -0.36), (-0.2, -0.1)]))
    poured(sheet, cap, "#5a1f4a", "#33102f")
    for side, lift in ((-1, 0.1), (1, -0.12)):
        loop = smooth(place([(-0.12, -0.82), (-0.12 + side * 0.42, -1.42 + lift), (-0.12 + side * 1.05, -1.62 + lift), (-0.12 + side * 1.28, -1.12 + lift), (-0.12 + side * 1.0, -0.66 + lift), (-0.12 + side * 0.4, -0.68 + lift * 0.5)]))
        poured(sheet, loop, lighter(pink, 0.3), pink, darker(pink, 0.35))
        inner = smooth(place([(-0.12 + side * 0.14, -0.86), (-0.12 + side * 0.52, -1.2 + lift), (-0.12 + side * 1.0, -1.3 + lift), (-0.12 + side * 1.06, -1.02 + lift), (-0.12 + side * 0.66, -0.86 + lift)]))
        poured(sheet, inner, darker(pink, 0.45), darker(pink, 0.15))
        for fold in (0.34, 0.5):
            sheet.arc(place([(-0.12 + side * 0.1, -0.78), (-0.12 + side * fold, -0.82 + lift * 0.6), (-0.12 + side * (fold + 0.3), -0.76 + lift)]), darker(pink, 0.3), head * 0.014)
    poured(sheet, smooth(place([(-0.3, -0.98), (-0.1, -1.06), (0.1, -0.98), (0.12, -0.7), (-0.1, -0.6), (-0.32, -0.7)])), lighter(pink, 0.2), darker(pink, 0.2))


def shell(sheet: Sheet, place: Placed, head: float) -> None:
    """A scallop shell that stands up like a fan, with one pearl."""
    colour = "#f4b08a"
    ribs = 11
    for rib in range(ribs):
        start, end = (math.radians(196 + (rib + part) * 148 / ribs) for part in (0, 1))
        middle = (start + end) / 2
        piece = [(-0.06, -0.42), (-0.06 + math.cos(start) * 1.2, -0.5 + math.sin(start) * 1.1), (-0.06 + math.cos(middle) * 1.32, -0.5 + math.sin(middle) * 1.2), (-0.06 + math.cos(end) * 1.2, -0.5 + math.sin(end) * 1.1)]
        poured(sheet, place(piece), lighter(colour, 0.45 if rib % 2 else 0.25), mix(colour, "#c2506a", 0.15 + 0.04 * rib))
        sheet.stroke(place([piece[0], piece[1]]), mix(colour, "#8f2f4f", 0.6), head * 0.012, 160)
    for share in (0.45, 0.72):
        sheet.arc(place([(-0.06 + math.cos(math.radians(a)) * 1.24 * share, -0.48 + math.sin(math.radians(a)) * 1.14 * share) for a in range(200, 345, 12)]), "#fff0e0", head * 0.018, 130)
    poured(sheet, smooth(place([(-0.5, -0.34), (-0.42, -0.62), (0, -0.72), (0.4, -0.62), (0.46, -0.42), (0, -0.38)])), "#c2688a", "#7a2f55")
    sheet.disc(*place([(0.36, -0.56)])[0], head * 0.1, "#fff6ee")
    sheet.disc(*place([(0.33, -0.59)])[0], head * 0.035, "#ffffff")


def hat(seed: int, wear: Callable[[Sheet, Placed, float], None], ground: Colour, sun: Colour, skin: Colour, hair: Colour, dress: Colour, jewel: Colour, cut: str, flip: bool = False) -> Image.Image:
    """One hat and whoever is under it, from the side."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient(lighter(ground, 0.16), ground, darker(ground, 0.3))
    if seed % 2:
        for step in range(6):
            sheet.box(0, 1180 + step * 210, 1920, 1180 + step * 210 + 70 + step * 16, darker(ground, 0.12), 120)
        sheet.disc(960, 1010, 690, sun)
    else:
        sheet.shape([(280, 2400), *oval(960, 1000, 680, 720, 180, 360), (1640, 2400)], sun)
        sheet.shape([(360, 2400), *oval(960, 1000, 600, 640, 180, 360), (1560, 2400)], lighter(sun, 0.2))
    sheet.halftone((0, 1500, 1920, 2400), darker(ground, 0.5), 26, 100)
    sheet.glow(960, 800, 1200, sun, 0.25)
    sheet.shine()
    place = profile(sheet, 960, 1190, 560, skin, hair, dress, "#b3263c", jewel, cut, flip)
    wear(sheet, place, 560)
    sheet.glow(300 if flip else 1620, 200, 1000, sun, 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.26)


def three_hats(seed: int) -> Image.Image:
    """Three hats at the rail of a regatta, one behind the other."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#58a8d0", "#a8d8e0", "#f6ead0", box=(0, 0, 2400, 1010))
    for y, x, wide in ((190, 520, 420), (300, 1980, 520), (470, 1180, 380)):
        for part in range(5):
            sheet.disc(x + (part - 2) * wide * 0.2, y - (40 if part in (1, 2, 3) else 0), wide * (0.16 if part % 2 else 0.13), "#ffffff", 170, tall=0.75)
        sheet.box(x - wide * 0.52, y, x + wide * 0.52, y + 40, "#ffffff", 170, radius=20)
    sheet.gradient("#5ab0bc", "#1f6f8f", "#124a6b", box=(0, 1000, 2400, 1600))
    for _ in range(120):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(1010, 1590)
        sheet.stroke([(x, y), (x + 30 + (y - 1000) * 0.22, y)], "#dff4f0", 4, 90)
    for x, size, colour in ((330, 150, "#fffaf0"), (700, 90, "#ffd98c"), (1130, 120, "#fffaf0"), (1560, 80, "#f4a08a"), (2180, 170, "#fffaf0")):
        y = 1030 + size * 0.3
        sheet.shape([(x, y - size * 2.3), (x, y), (x + size * 1.1, y)], colour)
        sheet.shape([(x - 8, y - size * 2.0), (x - 8, y), (x - size * 0.8, y)], darker(colour, 0.12))
        sheet.blob([(x - size, y + 8), (x + size * 1.2, y + 8), (x + size * 0.8, y + 8 + size * 0.22), (x - size * 0.7, y + 8 + size * 0.22)], "#7a2338")
    for x, y, head, skin, hair, dress, cut, wear in (
        (1850, 850, 300, "#6b4230", "#1a1014", "#f0b51f", "crop", shell),
        (1230, 860, 330, "#e8b990", "#7a3420", "#fff0dc", "bob", bow),
        (590, 880, 360, "#f3cfae", "#2a1a1e", "#27408f", "chignon", feather),
    ):
        place = profile(sheet, x, y, head, skin, hair, dress, "#b3263c", "#fff3dc", cut)
        wear(sheet, place, head)
    sheet.glow(2200, 100, 1300, "#fff0c0", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.18)


# -- music ---------------------------------------------------------------------------------------


def turned(x: float, y: float, points: Sequence[Point], angle: float, size: float = 1) -> list[Point]:
    """Points around 0, 0, turned by degrees and set down at x, y."""
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [(x + size * (px * cos - py * sin), y + size * (px * sin + py * cos)) for px, py in points]


def cards(seed: int) -> Image.Image:
    """Pencil drawings pegged on strings: card by card, a running figure crosses a wall."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2c2350", "#453063", "#2a1d45")
    sheet.glow(1200, 780, 1300, "#ff9d6a", 0.45)
    sheet.shine()
    lifts = (0.9, 0.55, 0.1, -0.35, -0.8, -0.3, 0.2)
    for row in range(3):
        y = 180 + row * 500
        rope = [(x, y + 46 * math.sin((x + 60) / 2520 * math.pi)) for x in range(-60, 2500, 120)]
        sheet.arc(rope, "#e8c98a", 7)
        for column in range(7):
            x = 190 + column * 337
            hang = y + 46 * math.sin((x + 60) / 2520 * math.pi)
            tilt = sheet.random.uniform(-5, 5)
            card = turned(x, hang, [(-138, 10), (138, 10), (138, 385), (-138, 385)], tilt)
            soft(sheet, [(px + 16, py + 22) for px, py in card], "#0d0716", 150, 16)
            lit = row == 1 and column == 3
            poured(sheet, card, "#fff7e6", "#ead9bd")
            index = row * 7 + column
            phase = index * 0.9
            ink = "#d2452f" if lit else mix("#3a3145", "#8a7f90", (index * 5 % 7) / 14)
            at = (x + math.sin(math.radians(-tilt)) * 200, hang + 195 + lifts[index % 7] * 10)

            def part(points: Sequence[Point], widths: Sequence[float], ink: Colour = ink, at: Point = at, tilt: float = tilt) -> None:
                sheet.shape(ribbon(turned(*at, points, tilt + 8), widths), ink)

            swing = math.sin(phase)
            part([(0, -70), (-8, -10), (-14, 40)], (40, 34, 26))
            part([(-12, 36), (40 * swing + 6, 82), (78 * swing - 14, 146)], (28, 22, 12))
            part([(-12, 36), (-40 * swing + 12, 84), (-82 * swing - 20, 138)], (28, 22, 12))
            part([(2, -64), (-46 * swing, -26), (-62 * swing + 26, 12)], (20, 17, 9))
            part([(2, -64), (46 * swing, -30), (66 * swing + 26, -8)], (20, 17, 9))
            sheet.disc(*turned(*at, [(16, -112)], tilt + 8)[0], 31, ink)
            for hatch in range(7):
                sheet.stroke(turned(x, hang, [(-110 + hatch * 34, 352), (-84 + hatch * 34, 336)], tilt), ink, 3, 150)
            for edge in (-80, 80):
                poured(sheet, turned(x, hang, [(edge - 13, -34), (edge + 13, -34), (edge + 11, 46), (edge - 11, 46)], tilt), "#f0b45a", "#a8642c")
            if lit:
                sheet.glow(x, hang + 190, 420, "#ffdf9a", 0.5)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def organ(seed: int) -> Image.Image:
    """A cinema organ with its horseshoe of stops, risen into the light, and the organist's back."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2a0f2c", "#6b1a34", "#a8352f", box=(0, 0, 2400, 1300))
    for fold in range(26):
        sheet.gradient("#3a0f28" if fold % 2 else "#7a1c36", "#8f2433" if fold % 2 else "#c04a38", box=(fold * 96, 0, fold * 96 + 48, 1220))
    sheet.glow(1200, 500, 1100, "#ffb04f", 0.55)
    for x, angle in ((340, 62), (2060, 118)):
        sheet.beam(x, -80, angle, 16, 2000, "#ffe6b0", 0.6)
    sheet.shine()
    sheet.gradient("#3a1820", "#12080f", box=(0, 1220, 2400, 1600))
    sheet.disc(1200, 1330, 980, "#0d0609", 140, tall=0.2)
    sheet.disc(1200, 1300, 940, "#6b2a24", tall=0.17)
    sheet.disc(1200, 1286, 940, "#a8492f", tall=0.17)
    colours = ("#fff3da", "#e0402f", "#f0b51f", "#fff3da", "#3fa08a", "#fff3da", "#e88fa0")
    body = [(330, 1290), (350, 900), *oval(1200, 900, 850, 640, 180, 360), (2050, 900), (2070, 1290)]
    poured(sheet, body, "#8f5a24", "#f0c46a", "#fff0bd", "#f0c46a", "#7a451c", across=True)
    for ring in range(4):
        outer, high = 800 - ring * 92, 592 - ring * 88
        sheet.shape([(1200 - outer, 1120), *oval(1200, 910, outer, high, 180, 360), (1200 + outer, 1120)], mix("#4a1a20", "#8a3428", ring / 4))
        count = 44 - ring * 6
        for stop in range(count):
            turn = math.radians(184 + stop * 172 / (count - 1))
            cx, cy = 1200 + math.cos(turn) * (outer - 42), 910 + math.sin(turn) * (high - 42)
            tab = turned(cx, cy, [(-15, -33), (15, -33), (17, 26), (0, 37), (-17, 26)], (stop / (count - 1) - 0.5) * 150)
            sheet.shape(tab, colours[(stop // 4 + ring) % 7])
    well = [(770, 1290), *oval(1200, 900, 432, 236, 180, 360), (1630, 1290)]
    poured(sheet, well, "#2a0f18", "#14070e")
    sheet.box(900, 770, 1500, 800, "#f0c46a")
    sheet.box(985, 700, 1190, 780, "#fff7e6")
    sheet.box(1210, 700, 1415, 780, "#fff7e6")
    for line in range(5):
        for left in (1000, 1225):
            sheet.stroke([(left, 716 + line * 12), (left + 172, 716 + line * 12)], "#8a7a70", 3)
    sheet.glow(1200, 740, 380, "#ffe6a8", 0.8)
    sheet.shine()
    for manual in range(3):
        y, half = 850 + manual * 92, 330 + manual * 26
        sheet.box(1200 - half - 20, y - 16, 1200 + half + 20, y + 62, "#5a2418", radius=6)
        poured(sheet, [(1200 - half, y), (1200 + half, y), (1200 + half + 8, y + 56), (1200 - half - 8, y + 56)], "#fffaf0", "#d8c6ac")
        keys = 42
        for key in range(keys):
            x = 1200 - half + key * 2 * half / keys
            sheet.stroke([(x, y + 2), (x, y + 54)], "#8a7466", 2)
            if key % 7 not in (2, 6):
                sheet.box(x + half / keys * 1.4, y, x + half / keys * 2.4, y + 32, "#1a0f16")
    poured(sheet, [(330, 1110), (780, 1110), (780, 1310), (325, 1310)], "#c98f3f", "#5a3014")
    poured(sheet, [(1620, 1110), (2070, 1110), (2075, 1310), (1620, 1310)], "#a8702c", "#3f2010")
    for left in (380, 1680):
        for panel in range(2):
            sheet.box(left + panel * 180, 1150, left + panel * 180 + 150, 1270, "#6b3a18", radius=14)
            sheet.ring(left + panel * 180 + 75, 1210, 36, "#f0c46a", 7)
    for arm in (-1, 1):
        sheet.shape(capped([(1200 + arm * 120, 1010), (1200 + arm * 220, 1050), (1200 + arm * 190, 940)], [92, 76, 44]), "#17101d")
        sheet.disc(1200 + arm * 186, 926, 30, "#e8b990", tall=0.8)
    back = smooth([(1150, 880), (1250, 880), (1330, 930), (1370, 1080), (1340, 1330), (1060, 1330), (1030, 1080), (1070, 930)])
    poured(sheet, back, "#2c2438", "#100b16")
    sheet.stroke([(1200, 960), (1200, 1320)], "#3d3349", 5)
    sheet.box(1172, 820, 1228, 900, "#d0a077")
    sheet.shape([(1140, 880), (1260, 880), (1240, 912), (1160, 912)], "#fff3e2")
    sheet.disc(1200, 780, 78, "#e8b990", tall=1.2)
    for ear in (-1, 1):
        sheet.disc(1200 + ear * 80, 790, 16, "#d99f78", tall=1.6)
    poured(sheet, smooth([(1118, 790), (1122, 720), (1160, 680), (1240, 680), (1278, 720), (1282, 790), (1258, 828), (1236, 842), (1200, 832), (1164, 842), (1142, 828)]), "#e6e1e6", "#a8a0ae")
    sheet.box(960, 1320, 1440, 1356, "#8f5a24", radius=10)
    for leg in (1000, 1380):
        sheet.box(leg, 1350, leg + 30, 1450, "#5a3014")
    sheet.glow(1200, 1000, 900, "#ffc46a", 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def pipes(seed: int) -> Image.Image:
    """Organ pipes, and on a ladder among them somebody with a lamp and a tuning knife."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#0f1a2c", "#1d2f42", "#0c1420")
    for depth, (low, pitch, wide, tone) in enumerate(((620, 118, 92, "#5a6470"), (900, 168, 132, "#8f98a0"), (1250, 236, 186, "#c9c6bd"))):
        count = int(1920 / pitch) + 2
        for index in range(count):
            x = index * pitch - 20
            share = abs(index / (count - 1) - 0.5) * 2
            top = (low - 560) - 60 + 520 * (1 - share) ** 1.3 if depth != 1 else low - 480 + 460 * share
            radius = wide / 2
            foot = 1980 + depth * 150
            poured(sheet, [(x - radius, foot), (x - radius, top), (x + radius, top), (x + radius, foot)], darker(tone, 0.72), darker(tone, 0.1), lighter(tone, 0.5), tone, darker(tone, 0.55), darker(tone, 0.8), across=True)
            sheet.disc(x, top, radius, darker(tone, 0.55), tall=0.26)
            sheet.disc(x, top + 3, radius * 0.86, "#0c1018", tall=0.2)
            mouth = foot - 330 - 40 * (1 - share)
            sheet.shape([(x - radius * 0.62, mouth + 70), (x - radius * 0.62, mouth + 26), (x, mouth - 66), (x + radius * 0.62, mouth + 26), (x + radius * 0.62, mouth + 70)], darker(tone, 0.42))
            sheet.box(x - radius * 0.62, mouth + 70, x + radius * 0.62, mouth + 96, "#090c12")
            poured(sheet, [(x - radius * 0.62, mouth + 96), (x + radius * 0.62, mouth + 96), (x + radius * 0.5, mouth + 124), (x - radius * 0.5, mouth + 124)], lighter(tone, 0.3), darker(tone, 0.3))
        sheet.gradient(darker("#1d2f42", 0.2), "#0a0f18", box=(0, 1980 + depth * 150, 1920, 2400))
        sheet.box(0, 1976 + depth * 150, 1920, 1996 + depth * 150, mix("#7a5a34", "#1d2f42", 0.5 - depth * 0.2))
        if depth == 1:
            sheet.glow(1080, 900, 900, "#ffb45a", 0.85)
            sheet.shine()
            for x, lean in ((860, 30), (1110, -30)):
                sheet.stroke([(x - lean, 2200), (x + lean, 620)], "#2a1a14", 30)
            for rung in range(13):
                sheet.stroke([(860 + 24 - rung * 3.2, 700 + rung * 112), (1110 - 24 + rung * 3.2, 700 + rung * 112)], "#3a241a", 22)
            ink = "#120c16"
            sheet.shape(ribbon([(940, 1330), (925, 1500), (930, 1660)], [96, 82, 60]), ink)
            sheet.shape(ribbon([(1030, 1330), (1050, 1440), (1035, 1560)], [96, 82, 60]), ink)
            sheet.blob([(900, 1660), (990, 1650), (992, 1690), (890, 1694)], ink)
            sheet.blob([(1000, 1560), (1096, 1548), (1098, 1588), (996, 1594)], ink)
            body = smooth([(930, 1010), (1040, 1010), (1086, 1060), (1072, 1220), (1078, 1360), (896, 1360), (906, 1220), (886, 1060)])
            poured(sheet, body, "#c2452f", "#5a1a24", across=True)
            sheet.shape(capped([(1056, 1060), (1150, 1000), (1210, 880)], [64, 54, 36]), "#7a2428")
            sheet.disc(1214, 868, 24, "#d0a077")
            sheet.stroke([(1214, 866), (1262, 770)], "#f2ead8", 9)
            sheet.shape(capped([(920, 1060), (870, 1170), (890, 1280)], [64, 54, 36]), "#8a2c2c")
            sheet.disc(985, 930, 68, "#d0a077", tall=1.2)
            sheet.blob([(915, 950), (915, 870), (960, 835), (1020, 838), (1056, 880), (1052, 960), (1036, 996), (1000, 1012), (960, 1010), (928, 996)], "#2a1a1e")
            sheet.disc(985, 826, 40, "#2a1a1e")
            sheet.box(1290, 900, 1340, 980, "#ffe9b0", radius=14)
            sheet.shape([(1284, 904), (1346, 904), (1315, 860)], "#2a1a14")
            sheet.glow(1315, 940, 380, "#ffd98a", 1)
            sheet.shine()
    return sheet.finish(vignette=0.42)


def conductor(seed: int) -> Image.Image:
    """An orchestra plays beneath a film of the sea; its conductor from behind, the baton up."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#140d20", "#241430")
    sheet.gradient("#27507a", "#7fb4c2", "#f2d9a8", box=(330, 90, 2070, 560))
    sheet.gradient("#2f7a92", "#0f3a5a", box=(330, 556, 2070, 880))
    sheet.disc(1660, 500, 120, "#fff3cf")
    for wave in range(7):
        y = 580 + wave * 44
        crest = [(x, y + 16 * math.sin(x / (70 + wave * 16) + wave * 1.9)) for x in range(330, 2071, 30)]
        sheet.shape([*crest, (2070, 880), (330, 880)], mix("#4fa0b0", "#0d2f4a", wave / 7))
        sheet.stroke(crest, "#e8f6f0", 4, 120)
    sheet.box(300, 60, 2100, 92, "#0a0610")
    for x in (300, 2070):
        sheet.box(x, 60, x + 32, 900, "#0a0610")
    sheet.glow(1200, 500, 1300, "#8fc4d0", 0.4)
    sheet.shine()
    for row, (y, radius, count, size) in enumerate(((980, 1050, 17, 60), (1100, 900, 13, 78), (1230, 720, 9, 98))):
        tone = mix("#4a2f45", "#140b18", row / 3)
        for index in range(count):
            angle = math.pi * (1.08 + 0.84 * index / (count - 1))
            x, top = 1200 + math.cos(angle) * radius * 1.15, y + math.sin(angle) * 60 + 60
            if row == 2 and 3 <= index <= 5:
                continue
            sheet.disc(x, top - size * 1.15, size * 0.36, tone, tall=1.2)
            sheet.blob([(x - size * 0.75, top + size * 1.6), (x - size * 0.62, top - size * 0.4), (x - size * 0.2, top - size * 0.74), (x + size * 0.2, top - size * 0.74), (x + size * 0.62, top - size * 0.4), (x + size * 0.75, top + size * 1.6)], tone)
            lean = -1 if x < 1200 else 1
            bow_ = [(x + lean * size * 0.9, top - size * 1.5), (x - lean * size * 0.9, top + size * 0.3)]
            sheet.stroke(bow_, "#e8c98a", 5)
            poured(sheet, turned(x + lean * size * 0.1, top - size * 0.25, smooth([(-0.5, -0.14), (-0.2, -0.2), (0, -0.12), (0.24, -0.22), (0.52, 0), (0.24, 0.22), (0, 0.12), (-0.2, 0.2), (-0.5, 0.14)]), lean * 24, size * 0.9), "#d98a3a", "#7a3a1c")
            stand = top + size * 0.55
            sheet.shape([(x - size * 0.55, stand), (x + size * 0.55, stand), (x + size * 0.48, stand + size * 0.5), (x - size * 0.48, stand + size * 0.5)], "#0d0712")
            sheet.shape([(x - size * 0.44, stand + size * 0.02), (x + size * 0.44, stand + size * 0.02), (x + size * 0.38, stand + size * 0.34), (x - size * 0.38, stand + size * 0.34)], "#fff0cf")
            sheet.glow(x, stand, size * 2.6, "#ffb85a", 0.5)
    sheet.shine()
    sheet.gradient("#1d101f", "#0a0610", box=(0, 1400, 2400, 1600))
    ink = "#0b0710"
    sheet.box(950, 1480, 1450, 1610, "#241420", radius=10)
    sheet.shape(ribbon([(1120, 960), (960, 850), (850, 640)], [116, 92, 52]), ink)
    sheet.shape(ribbon([(1280, 960), (1450, 860), (1540, 620)], [116, 92, 52]), ink)
    sheet.disc(846, 622, 38, "#d9a077", tall=1.2)
    sheet.disc(1544, 604, 38, "#c98f63", tall=1.2)
    sheet.stroke([(1540, 610), (1680, 400)], "#fff6e6", 9)
    tails = smooth([(1130, 880), (1270, 880), (1370, 950), (1330, 1180), (1350, 1420), (1310, 1600), (1230, 1600), (1200, 1360), (1170, 1600), (1090, 1600), (1050, 1420), (1070, 1180), (1030, 950)], steps=8)
    poured(sheet, tails, "#2a1c30", ink)
    sheet.box(1160, 800, 1240, 890, "#b57a50")
    sheet.shape([(1128, 876), (1272, 876), (1252, 908), (1148, 908)], "#fff3e2")
    sheet.disc(1200, 730, 92, "#c98f63", tall=1.2)
    for ear in (-1, 1):
        sheet.disc(1200 + ear * 98, 742, 20, "#b57a50", tall=1.6)
    poured(sheet, smooth([(1104, 740), (1096, 660), (1146, 598), (1254, 598), (1304, 660), (1296, 740), (1262, 784), (1240, 800), (1200, 790), (1160, 800), (1138, 784)]), "#4a3a44", "#1a1218")
    sheet.arc([(1130, 690), (1160, 630), (1220, 616)], "#7a6a74", 8)
    sheet.glow(1200, 760, 640, "#cfe6e8", 0.28)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def grand(sheet: Sheet, x: float, floor: float, size: float, ink: Colour, shine: Colour, dress: Colour) -> None:
    """A grand piano, `size` long, and whoever plays it, to its left."""
    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + px * size, floor + py * size) for px, py in points]

    soft(sheet, at([(-0.85, -0.02), (0.6, -0.02), (0.66, 0.04), (-0.9, 0.04)]), "#08050c", 170, 22)
    for leg in (-0.36, 0.40):
        sheet.shape(at([(leg - 0.035, -0.32), (leg + 0.035, -0.32), (leg + 0.018, 0), (leg - 0.018, 0)]), ink)
    sheet.shape(at([(-0.30, -0.33), (-0.25, -0.33), (-0.27, -0.04), (-0.29, -0.04)]), ink)
    lid = smooth(at([(-0.34, -0.52), (-0.2, -0.78), (0.06, -1.02), (0.3, -1.0), (0.46, -0.80), (0.54, -0.54), (0.5, -0.52)]), closed=False)
    poured(sheet, lid, lighter(ink, 0.26), ink, across=True)
    sheet.arc(at([(-0.34, -0.52), (-0.2, -0.78), (0.06, -1.02), (0.3, -1.0), (0.46, -0.80)]), shine, size * 0.012)
    sheet.stroke(at([(0.2, -0.5), (0.2, -0.82)]), ink, size * 0.016)
    case = at([(-0.44, -0.46), (-0.34, -0.54), (0.5, -0.54), (0.56, -0.50), (0.55, -0.34), (0.5, -0.31), (-0.40, -0.31), (-0.44, -0.34)])
    poured(sheet, case, lighter(ink, 0.2), ink)
    sheet.stroke(at([(-0.34, -0.535), (0.5, -0.535)]), shine, size * 0.014)
    sheet.shape(at([(-0.52, -0.43), (-0.38, -0.45), (-0.38, -0.40), (-0.52, -0.39)]), "#fff6e6")
    sheet.shape(at([(-0.30, -0.54), (-0.24, -0.70), (-0.225, -0.70), (-0.26, -0.54)]), "#fff6e6")
    # the player
    sheet.box(*at([(-0.86, -0.30)])[0], *at([(-0.64, -0.26)])[0], ink, radius=4)
    for leg in (-0.83, -0.67):
        sheet.stroke(at([(leg, -0.27), (leg - 0.01, 0)]), ink, size * 0.016)
    poured(sheet, smooth(at([(-0.80, -0.62), (-0.70, -0.64), (-0.665, -0.52), (-0.68, -0.41), (-0.60, -0.37), (-0.50, -0.345), (-0.465, -0.24), (-0.43, -0.02), (-0.50, -0.03), (-0.58, -0.01), (-0.62, -0.18), (-0.70, -0.26), (-0.84, -0.27), (-0.885, -0.33), (-0.84, -0.44)])), lighter(dress, 0.14), darker(dress, 0.22), across=True)
    sheet.shape(capped(at([(-0.735, -0.58), (-0.64, -0.45), (-0.47, -0.445)]), [size * one for one in (0.075, 0.06, 0.035)]), "#8a5335")
    sheet.shape(at([(-0.765, -0.72), (-0.715, -0.72), (-0.71, -0.6), (-0.78, -0.6)]), "#7a4630")
    sheet.disc(*at([(-0.735, -0.76)])[0], size * 0.065, "#8a5335", tall=1.15)
    sheet.disc(*at([(-0.77, -0.80)])[0], size * 0.105, "#1d1216")


def palm_house(seed: int) -> Image.Image:
    """A piano by night in a greenhouse, among leaves as large as doors."""
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#0c2338", "#1a4f5a", "#2f7a6a")
    sheet.stars(60, 500)
    dome = [(150, 1320), (150, 760), *oval(1200, 760, 1050, 690, 180, 360), (2250, 760), (2250, 1320)]
    poured(sheet, dome, "#3f8f8a", "#a8d0a0", "#f4e0a0", alpha=150)
    sheet.glow(1200, 1000, 1000, "#ffd98a", 0.7)
    sheet.shine()
    frame = "#e9f2e2"
    for reach in (1050, 780, 500, 190):
        sheet.arc([(1200 + math.cos(math.radians(a)) * reach, 760 + math.sin(math.radians(a)) * 690) for a in range(180, 361, 12)], frame, 9)
        for side in (-1, 1):
            sheet.stroke([(1200 + side * reach, 760), (1200 + side * reach, 1330)], frame, 9)
    for y, share in ((760, 1), (520, 0.937), (300, 0.745)):
        sheet.stroke([(1200 - 1050 * share, y), (1200 + 1050 * share, y)], frame, 9)
    sheet.stroke([(150, 1040), (2250, 1040)], frame, 9)
    sheet.disc(1200, 66, 26, frame)
    sheet.gradient("#5a7a5a", "#1d3a3a", box=(0, 1310, 2400, 1600))
    for row in range(6):
        sheet.stroke([(0, 1318 + row * row * 9), (2400, 1318 + row * row * 9)], "#163030", 4, 120)

    def leaf(x: float, y: float, reach: float, angle: float, colour: Colour) -> None:
        spine = turned(x, y, [(0, 0), (0.35, -0.12), (0.7, -0.1), (1.0, 0.12)], angle, reach)
        poured(sheet, ribbon(spine, [reach * one for one in (0.03, 0.26, 0.2, 0.01)]), lighter(colour, 0.2), darker(colour, 0.2))
        sheet.arc(spine, lighter(colour, 0.35), 5, 160)

    for x, y, fan, size, colour in ((330, 1300, 7, 560, "#2f7a4f"), (2080, 1300, 7, 600, "#25694a"), (720, 1250, 5, 360, "#4f9a5a"), (1780, 1250, 5, 380, "#4a9058")):
        sheet.stroke([(x, y + 60), (x, y - size * 0.35)], "#4a3a24", 26)
        for blade in range(fan):
            leaf(x, y - size * 0.35, size, -172 + blade * 164 / (fan - 1), mix(colour, "#123f3a", 0.12 * (blade % 3)))
    for index in range(11):
        x = 380 + index * 164
        y = 560 + 130 * math.sin(index / 10 * math.pi)
        sheet.stroke([(x, y - 200), (x, y)], "#163030", 4)
        sheet.disc(x, y + 16, 20, "#fff3c4")
        sheet.glow(x, y + 16, 130, "#ffc76a", 0.9)
    sheet.shine()
    grand(sheet, 1290, 1470, 620, "#1a1220", "#ffdf9a", "#e0a52f")
    for x, y, size, angles, colour in ((-40, 1640, 640, (-80, -50, -22), "#0f4a3f"), (2440, 1640, 640, (-158, -130, -102), "#0f4a3f")):
        for angle in angles:
            leaf(x, y, size, angle, colour)
    return sheet.finish(vignette=0.4)


def reading_room(seed: int) -> Image.Image:
    """A piano in the well of a round library, books to the dome."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#4a2a20", "#8a5430", "#4a2a1c")
    spines = ["#a83a34", "#d9a441", "#2f5d6b", "#efe0c4", "#5a4a7a", "#4f7a54", "#7a2f3c", "#c9793f"]
    for tier in range(3):
        top, tall, sag = 90 + tier * 360, 318, 74 - tier * 26
        for bay in range(12):
            left, right = bay * 200 - 2, bay * 200 + 202
            drop = sag * (1 - ((left + 100 - 1200) / 1200) ** 2)
            sheet.box(left + 10, top + drop, right - 8, top + drop + tall, "#2a1510")
            for shelf in range(3):
                x, foot = left + 20.0, top + drop + 100 + shelf * 104
                while x < right - 36:
                    wide, high = sheet.random.uniform(10, 24), sheet.random.uniform(60, 92)
                    sheet.box(x, foot - high, x + wide, foot, darker(sheet.random.choice(spines), 0.12 + 0.3 * abs(left + 100 - 1200) / 1200))
                    x += wide + 2
                sheet.box(left + 10, foot, right - 8, foot + 9, "#7a4a2a")
            sheet.box(right - 14, top + drop - 14, right + 8, top + drop + tall + 6, "#9a6236")
        rail = [(x, top + tall + sag * (1 - ((x - 1200) / 1200) ** 2) + 22) for x in range(-60, 2461, 60)]
        sheet.stroke(rail, "#c98f4f", 26)
        sheet.stroke([(x, y + 16) for x, y in rail], "#5a3018", 8)
    sheet.gradient("#8f4a34", "#3a1a18", box=(0, 1180, 2400, 1600))
    sheet.disc(1200, 1440, 1000, "#6b2a28", tall=0.2)
    sheet.disc(1200, 1440, 900, "#b5483f", tall=0.2)
    sheet.disc(1200, 1440, 820, "#c96a4a", tall=0.2)
    sheet.glow(1200, 420, 1200, "#ffdf9a", 0.5)
    sheet.beam(1200, -200, 90, 34, 2300, "#ffeec0", 0.5)
    sheet.shine()
    grand(sheet, 1290, 1500, 700, "#1a1018", "#ffe2a8", "#2f8f86")
    for x, y in ((240, 1360), (480, 1440), (2160, 1360), (1960, 1450)):
        sheet.shape([(x - 8, y), (x + 8, y), (x + 5, y - 190), (x - 5, y - 190)], "#c9a04a")
        poured(sheet, [(x - 74, y - 190), (x + 74, y - 190), (x + 40, y - 270), (x - 40, y - 270)], "#3f9a70", "#1f5a48")
        sheet.glow(x, y - 160, 260, "#fff0b0", 0.6)
        sheet.disc(x, y, 46, "#7a5a24", tall=0.25)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def concourse(seed: int) -> Image.Image:
    """A piano on a station's empty concourse, late, under the clock."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#101a3a", "#2b3f78", "#f0a25a", box=(0, 0, 1920, 1800))
    for step in range(7, 0, -1):
        reach = 250 + step * 130
        tone = mix("#f6c480", "#141c3c", step / 7)
        sheet.shape([(960 - reach, 1810), (960 - reach, 1250), *oval(960, 1250, reach, reach * 1.02, 180, 360), (960 + reach, 1250), (960 + reach, 1810)], tone)
        for rib in range(1, 12):
            angle = math.radians(180 + rib * 15)
            sheet.stroke([(960 + math.cos(angle) * reach, 1250 + math.sin(angle) * reach * 1.02), (960 + math.cos(angle) * (reach - 128), 1250 + math.sin(angle) * (reach - 128) * 1.02)], darker(tone, 0.4), 7)
        sheet.arc([(960 - reach, 1790), (960 - reach, 1250), *oval(960, 1250, reach, reach * 1.02, 180, 360)[::5], (960 + reach, 1250), (960 + reach, 1790)], darker(tone, 0.55), 16)
    sheet.glow(960, 1300, 900, "#ffcf8a", 0.8)
    sheet.shine()
    sheet.gradient("#d98f5a", "#5a3a4a", "#1f1a34", box=(0, 1790, 1920, 2400))
    for index in range(-9, 10):
        sheet.stroke([(960 + index * 120, 1792), (960 + index * 330, 2400)], "#3a2438", 4, 110)
    for row in range(7):
        y = 1800 + row * row * 13
        sheet.stroke([(0, y), (1920, y)], "#3a2438", 4, 110)
    sheet.stroke([(960, 0), (960, 500)], "#0d0f20", 22)
    sheet.disc(960, 690, 246, "#0d0f20")
    sheet.disc(960, 690, 214, "#fff6dc")
    sheet.glow(960, 690, 520, "#ffe9b0", 0.6)
    sheet.shine()
    for hour in range(12):
        angle = math.radians(hour * 30)
        sheet.stroke([(960 + math.sin(angle) * 196, 690 - math.cos(angle) * 196), (960 + math.sin(angle) * 164, 690 - math.cos(angle) * 164)], "#0d0f20", 14 if hour % 3 == 0 else 7)
    sheet.stroke([(960, 690), (960 - 66, 690 - 88)], "#0d0f20", 20)
    sheet.stroke([(960, 690), (960 + 30, 690 - 160)], "#0d0f20", 12)
    sheet.disc(960, 690, 20, "#c8253b")
    grand(sheet, 1050, 2180, 760, "#140d1c", "#ffdf9a", "#c8384a")
    sheet.glow(960, 1900, 800, "#ffb86a", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.34)


def snowed_quay(seed: int) -> Image.Image:
    """A piano on a quay in falling snow, boats at their moorings."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#27355f", "#5a6f9a", "#b8c4d8", box=(0, 0, 2400, 1000))
    for index, (x, wide, tall) in enumerate(((40, 190, 360), (230, 160, 300), (390, 200, 420), (590, 170, 330), (760, 190, 380), (950, 150, 300), (1100, 190, 350), (1290, 170, 290), (1460, 190, 390), (1650, 170, 320), (1820, 200, 360), (2020, 170, 300), (2190, 210, 400))):
        tone = mix(("#8f5a5a", "#5a6f8f", "#a8845a", "#6b5a7a", "#7a8a7a")[index % 5], "#3a466b", 0.35)
        sheet.box(x, 940 - tall, x + wide, 960, tone)
        sheet.shape([(x - 12, 944 - tall), (x + wide / 2, 850 - tall), (x + wide + 12, 944 - tall)], "#eef2f8")
        for column in range(2):
            for row in range(int(tall / 120)):
                if (index + row * 2 + column) % 3:
                    wx, wy = x + 34 + column * (wide - 106), 980 - tall + row * 118
                    sheet.box(wx, wy, wx + 40, wy + 58, "#ffd88a", radius=4)
                    sheet.glow(wx + 20, wy + 30, 80, "#ffb85a", 0.5)
    sheet.gradient("#4a6088", "#1f2f55", box=(0, 950, 2400, 1240))
    for _ in range(80):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(965, 1220)
        sheet.stroke([(x, y), (x + sheet.random.uniform(20, 90), y)], sheet.random.choice(["#ffd88a", "#c8d4e8"]), 4, 90)
    for x, size, colour in ((330, 1.0, "#b5403f"), (1980, 1.15, "#2f6f7a"), (1560, 0.7, "#d9a441")):
        y = 1120
        sheet.stroke([(x, y), (x, y - 420 * size)], "#2a2438", 12 * size)
        for side in (-1, 1):
            sheet.stroke([(x, y - 400 * size), (x + side * 190 * size, y - 10)], "#2a2438", 3)
        sheet.blob([(x - 230 * size, y - 20), (x, y), (x + 250 * size, y - 30), (x + 180 * size, y + 80 * size), (x - 170 * size, y + 80 * size)], colour)
        sheet.arc([(x - 220 * size, y - 22), (x, y - 4), (x + 240 * size, y - 32)], "#ffffff", 14 * size)
    sheet.shine()
    sheet.gradient("#eef3fa", "#b8c4dc", box=(0, 1230, 2400, 1600))
    drift = [(x, 1226 + 12 * math.sin(x / 140)) for x in range(-60, 2461, 60)]
    sheet.shape([*drift, (2460, 1300), (-60, 1300)], "#f6f9fd")
    for x in (150, 760, 1700, 2290):
        sheet.box(x - 34, 1160, x + 34, 1270, "#231d33", radius=14)
        sheet.disc(x, 1160, 50, "#ffffff", tall=0.42)
    sheet.stroke([(1760, 1320), (1760, 640)], "#1a1528", 18)
    sheet.shape([(1718, 640), (1802, 640), (1788, 540), (1732, 540)], "#fff3c4")
    sheet.shape([(1708, 542), (1812, 542), (1760, 490)], "#ffffff")
    sheet.glow(1760, 590, 520, "#ffcf7a", 1)
    sheet.glow(1300, 1350, 760, "#ffd08a", 0.35)
    sheet.shine()
    grand(sheet, 1260, 1480, 620, "#1a1220", "#ffffff", "#c2283e")
    sheet.blob([(1060, 1150), (1213, 1126), (1417, 1128), (1570, 1150)], "#ffffff")
    for _ in range(430):
        near = sheet.random.random()
        sheet.disc(sheet.random.uniform(0, 2400), sheet.random.uniform(0, 1600), 3 + near ** 3 * 12, "#ffffff", 120 + round(near * 120))
    return sheet.finish(vignette=0.3)


def tiles(sheet: Sheet, x: float, horizon: float, top: float, bottom: float, wide: float, colours: tuple[Colour, Colour]) -> None:
    """A chequered floor that runs towards a point on the horizon; `wide` is a tile's width at its front edge."""
    front = bottom - horizon
    sheet.box(0, top, sheet.width, bottom, colours[0])
    rows = [front]
    while rows[-1] > top - horizon:
        rows.append(rows[-1] / (1 + wide / front * 0.9))
    for number, (near, far) in enumerate(pairwise(rows)):
        far = max(far, top - horizon)
        for column in range(-40, 40):
            if (column + number) % 2:
                corners = [(column, far), (column + 1, far), (column + 1, near), (column, near)]
                sheet.shape([(x + (step - 0.5) * wide * depth / front, horizon + depth) for step, depth in corners], colours[1])


def lido(seed: int) -> Image.Image:
    """A choir with lanterns in the deep end of an empty swimming bath, at daybreak."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2b3f7a", "#8a6f9f", "#f2a888", "#ffdfa8", box=(0, 0, 2400, 620))
    sheet.stars(40, 220)
    for depth, tone in enumerate(("#8a6a8f", "#54497a")):
        for index in range(34):
            x = index * 76 - 40
            rise = 110 * (abs(x - 1200) / 1200) ** 1.5 + sheet.random.uniform(0, 46)
            sheet.disc(x, 650 - rise * (1.25 - depth * 0.5), 86, tone)
    sheet.glow(1200, 560, 1000, "#ffd08a", 0.8)
    sheet.shine()
    sheet.disc(1200, 590, 120, "#fff3cf")
    tower = "#2a2748"
    sheet.stroke([(1930, 640), (1930, 150)], tower, 30)
    sheet.stroke([(2080, 640), (2080, 150)], tower, 22)
    for y in (170, 330, 480):
        sheet.box(1690 if y == 170 else 1760, y, 2110, y + 22, tower)
        sheet.stroke([(1900, y - 70), (2100, y - 70)], tower, 7)
        sheet.stroke([(1900, y - 70), (1900, y)], tower, 7)
    for rung in range(12):
        sheet.stroke([(1930, 200 + rung * 38), (2080, 200 + rung * 38)], tower, 7)
    sheet.gradient("#e8dccb", "#cbb8b0", box=(0, 618, 2400, 700))
    sheet.box(0, 612, 2400, 626, "#7a6a80")
    # the basin: far wall, side walls, floor
    sheet.gradient("#bfe6e2", "#6fb4c0", box=(560, 690, 1840, 1010))
    for side in (-1, 1):
        wall = [(1200 + side * 640, 690), (1200 + side * 1300, 660), (1200 + side * 1300, 1640), (1200 + side * 640, 1010)]
        poured(sheet, wall, *(("#a8dcdc", "#4f9fb4") if side < 0 else ("#8accd0", "#3a86a0")))
        for row in range(1, 8):
            share = row / 8
            sheet.stroke([(1200 + side * 640, 690 + 320 * share), (1200 + side * 1300, 660 + 980 * share)], "#e6f8f4", 3, 120)
        for column in range(1, 9):
            share = (column / 9) ** 1.7
            x = 640 + 660 * share
            sheet.stroke([(1200 + side * x, 690 - 30 * share), (1200 + side * x, 1010 + 630 * share)], "#e6f8f4", 3, 120)
    for column in range(33):
        sheet.stroke([(560 + column * 40, 690), (560 + column * 40, 1010)], "#e6f8f4", 2, 110)
    for row in range(9):
        sheet.stroke([(560, 690 + row * 40), (1840, 690 + row * 40)], "#e6f8f4", 2, 110)
    poured(sheet, [(560, 1008), (1840, 1008), (2500, 1640), (-100, 1640)], "#5fb0bc", "#9fdad6")
    for lane in range(-4, 5):
        near, far = lane * 300, lane * 148
        sheet.shape([(1200 + far - 10, 1010), (1200 + far + 10, 1010), (1200 + near + 34, 1640), (1200 + near - 34, 1640)], "#24628a", 150)
    sheet.box(0, 655, 562, 694, "#fff6e8")
    sheet.box(1838, 655, 2400, 694, "#fff6e8")
    sheet.box(560, 676, 1840, 700, "#fff6e8")
    sheet.word("3.80 m", 1200, 742, 62, "#24628a", 230)
    for ladder in (-1, 1):
        for rail in (0, 46):
            sheet.arc([(1200 + ladder * (520 + rail), 900), (1200 + ladder * (520 + rail), 660), (1200 + ladder * (526 + rail), 630), (1200 + ladder * (536 + rail), 660)], "#eef6f6", 9)
        for rung in range(4):
            sheet.stroke([(1200 + ladder * 520, 730 + rung * 50), (1200 + ladder * 566, 730 + rung * 50)], "#eef6f6", 8)
    sheet.glow(1200, 1040, 900, "#ffd9a0", 0.35)
    sheet.shine()
    coats = ("#2a2148", "#5a2448", "#1f4a5f", "#7a2f3a", "#33306b", "#244a3f")
    for row, (y, count, tall, spread) in enumerate(((1080, 15, 250, 1120), (1150, 14, 280, 1180), (1235, 13, 315, 1240))):
        for index in range(count):
            x = 1200 - spread / 2 + index * spread / (count - 1) + sheet.random.uniform(-8, 8)
            foot = y + 46 * abs(index / (count - 1) - 0.5) ** 2 * 4
            sheet.disc(x, foot, tall * 0.14, "#1f4a5f", 110, tall=0.22)
            figure(sheet, x, foot, tall, darker(coats[(index * 5 + row * 2) % 6], 0.1), True)
            sheet.disc(x, foot - tall * 0.93, tall * 0.052, ("#e8b990", "#8a5335", "#c98f63", "#5f3826", "#f0c3a0")[(index * 3 + row) % 5], tall=1.15)
            if (index + row) % 3 == 0:
                sheet.box(x - 15, foot - tall * 0.58, x + 15, foot - tall * 0.44, "#fff0b8", radius=6)
                sheet.glow(x, foot - tall * 0.5, 150, "#ffc45a", 0.85)
            else:
                sheet.shape([(x - 22, foot - tall * 0.62), (x, foot - tall * 0.59), (x + 22, foot - tall * 0.62), (x + 22, foot - tall * 0.53), (x, foot - tall * 0.50), (x - 22, foot - tall * 0.53)], "#fff6e6")
    sheet.shine()
    figure(sheet, 1200, 1400, 380, "#17122c", True)
    sheet.disc(1200, 1047, 23, "#3a2018", tall=1.2)
    for side in (-1, 1):
        sheet.shape(capped([(1200 + side * 30, 1118), (1200 + side * 108, 1128), (1200 + side * 146, 1036)], [38, 32, 19]), "#17122c")
    soft(sheet, oval(1200, 1404, 160, 15), "#123f55", 150, 14)
    sheet.glow(1200, 600, 800, "#ffdca0", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def cassette(seed: int) -> Image.Image:
    """A cassette whose tape has run out and lies about in loops."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#f0c05a", "#e89a4a", "#d9703f")
    sheet.rays(1200, 760, "#ffe0a0", 26, 60, 5)
    tape = [(760, 1130), (560, 1330), (240, 1240), (200, 960), (430, 830), (560, 1060), (330, 1480), (900, 1500), (1300, 1330), (1700, 1440), (2060, 1500), (2250, 1240), (2040, 1060), (1900, 1290), (2180, 1420), (2520, 1330)]
    sheet.arc([(x + 10, y + 16) for x, y in tape], "#8a3a1f", 20, 70)
    sheet.arc(tape, "#3a1a18", 20)
    sheet.arc([(x - 3, y - 5) for x, y in tape], "#8a5a48", 4)
    shadow = turned(1200, 700, [(-720, -450), (720, -450), (720, 450), (-720, 450)], -6)
    soft(sheet, [(x + 40, y + 60) for x, y in shadow], "#5a1f14", 170, 40)

    def on(points: Sequence[Point]) -> list[Point]:
        return turned(1200, 700, points, -6)

    def slab(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
        corners = [(right - radius, top + radius, -90), (right - radius, bottom - radius, 0), (left + radius, bottom - radius, 90), (left + radius, top + radius, 180)]
        return on([point for x, y, start in corners for point in oval(x, y, radius, radius, start, start + 90)[::5]])

    poured(sheet, slab(-720, -450, 720, 450, 46), "#3a4a6b", "#1f2a4a")
    poured(sheet, slab(-640, -380, 640, 210, 34), "#fff6e4", "#f0e0c4")
    for index, colour in enumerate(("#d9453f", "#f0a23c", "#f2cf57", "#3f9a86", "#2f6f9a")):
        sheet.shape(on([(-640, -160 + index * 58), (640, -160 + index * 58), (640, -110 + index * 58), (-640, -110 + index * 58)]), colour)
    for line in range(2):
        sheet.stroke(on([(-560, -290 + line * 74), (560, -290 + line * 74)]), "#8a7a8a", 4, 180)
    sheet.arc(on([(-540, -306), (-500, -340), (-480, -300), (-450, -330), (-430, -300), (-380, -336), (-350, -300), (-300, -326), (-270, -302)]), "#2f3f7a", 9)
    sheet.arc(on([(-240, -306), (-200, -350), (-190, -300), (-140, -330), (-110, -304), (-60, -328), (-20, -304), (30, -334), (70, -306)]), "#2f3f7a", 9)
    poured(sheet, slab(-380, -120, 380, 100, 108), "#10162c", "#2a3557")
    for side in (-1, 1):
        x, y = on([(side * 250, -10)])[0]
        sheet.disc(x, y, 88, "#fff6e4")
        sheet.disc(x, y, 62, "#1f2a4a")
        for tooth in range(6):
            sheet.shape(turned(x, y, [(-9, -62), (9, -62), (7, -38), (-7, -38)], tooth * 60 + 12), "#fff6e4")
    poured(sheet, slab(-110, -70, 110, 50, 16), "#6a4a3a", "#2a1814")
    poured(sheet, on([(-470, 452), (-420, 290), (420, 290), (470, 452)]), "#2f3d60", "#182240")
    for x in (-330, -120, 120, 330):
        sheet.disc(*on([(x, 390)])[0], 24, "#0c1226")
    for x in (-670, 670):
        for y in (-410, 410):
            sheet.disc(*on([(x, y)])[0], 18, "#8f9ab8")
    sheet.glow(500, 100, 1200, "#fff3c8", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.28)


def jukebox(seed: int) -> Image.Image:
    """A jukebox alight in the corner of a dark café."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#123a44", "#1a4f55", "#0c2730", box=(0, 0, 1920, 1960))
    for row in range(13):
        for column in range(13):
            sheet.shape(turned(column * 160 + (80 if row % 2 else 0), 60 + row * 150, [(0, -56), (44, 0), (0, 56), (-44, 0)], 0), "#1f5f66", 120)
    sheet.box(0, 1900, 1920, 1960, "#f0e0c0")
    tiles(sheet, 960, 1700, 1960, 2400, 150, ("#e8d8c0", "#2a2030"))
    sheet.glow(960, 1050, 1200, "#ff8a4a", 0.75)
    sheet.shine()
    soft(sheet, oval(960, 2190, 640, 46), "#0a0608", 200, 30)

    def arch(half: float, top: float, bottom: float, *colours: Colour) -> list[Point]:
        outline = [(960 - half, bottom), (960 - half, top + half), *oval(960, top + half, half, half, 180, 360), (960 + half, top + half), (960 + half, bottom)]
        poured(sheet, outline, *colours, across=len(colours) > 3)
        return outline

    arch(600, 300, 2180, "#3a1a18", "#a8552f", "#d98a4a", "#a8552f", "#3a1a18")
    tubes = ("#ff5a4a", "#ffb03a", "#ffe98a", "#6fe0a8", "#4ab8e8")
    for index, colour in enumerate(tubes):
        arch(560 - index * 44, 340 + index * 44, 2120, darker(colour, 0.1), lighter(colour, 0.35), colour)
    arch(340, 560, 2120, "#2a1424", "#4a1f34")
    sheet.shape([(620, 1180), (1300, 1180), (1300, 2120), (620, 2120)], "#5a2430")
    poured(sheet, [(640, 1130), (640, 900), *oval(960, 900, 320, 320, 180, 360), (1280, 900), (1280, 1130)], "#1a1030", "#6b2a5a")
    for record in range(9):
        x = 720 + record * 60
        sheet.disc(x, 980, 100, "#100c16", tall=1.15)
        sheet.ring(x, 980, 96, "#4a3f58", 3)
    sheet.disc(960, 940, 178, "#0d0912")
    for ring in range(5):
        sheet.ring(960, 940, 90 + ring * 18, "#3a3048", 3)
    sheet.disc(960, 940, 66, "#e0402f")
    sheet.disc(960, 940, 14, "#fff0c8")
    sheet.box(630, 1140, 1290, 1190, "#e9d9b4", radius=10)
    for row in range(3):
        for column in range(4):
            left, top = 650 + column * 158, 1216 + row * 92
            sheet.box(left, top, left + 144, top + 74, "#fff6e2", radius=6)
            sheet.box(left, top + 30, left + 144, top + 44, ("#e0402f", "#2f8f86", "#e8a83a")[(row + column) % 3])
            for line in (14, 58):
                sheet.stroke([(left + 16, top + line), (left + 120, top + line)], "#6a5a6a", 4)
    for key in range(10):
        poured(sheet, [(652 + key * 63, 1510), (704 + key * 63, 1510), (704 + key * 63, 1556), (652 + key * 63, 1556)], "#fffaf0", "#cbb8a0")
    sheet.shape([(640, 1600), (1280, 1600), (1280, 2110), (640, 2110)], "#3a1622")
    for index in range(13):
        poured(sheet, [(660 + index * 47, 1620), (686 + index * 47, 1620), (686 + index * 47, 2090), (660 + index * 47, 2090)], "#ffd98a", "#c9792f", "#7a3a1f")
    sheet.shape([(960, 1640), *oval(960, 1850, 190, 210)[:41]], "#3a1622")
    poured(sheet, oval(960, 1850, 170, 186), "#ffe9a8", "#e8903a")
    sheet.disc(925, 1902, 34, "#3a1622", tall=0.8)
    sheet.stroke([(952, 1900), (952, 1770), (1030, 1796)], "#3a1622", 18)
    for side in (-1, 1):
        sheet.box(960 + side * 590 - 40, 2110, 960 + side * 590 + 40, 2200, "#e9d9b4", radius=12)
    sheet.box(350, 2118, 1570, 2186, "#e9d9b4", radius=16)
    for index, colour in enumerate(tubes):
        for angle in range(190, 351, 40):
            sheet.glow(960 + math.cos(math.radians(angle)) * (540 - index * 44), 900 + math.sin(math.radians(angle)) * (540 - index * 44), 190, colour, 0.3)
    sheet.glow(960, 950, 420, "#ffd9a0", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def foghorn(seed: int) -> Image.Image:
    """A harbour's foghorn sounds into the fog; gulls leave."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#b8ccd0", "#d9e0d8", "#eee6d4")
    for step in range(9, 0, -1):
        reach = 210 * step
        sheet.shape([(1130, 700), *oval(1130, 700, reach, reach, -36, 36)], mix("#f6ecd8", "#8fb0ba", 0.5 - step * 0.05 if step % 2 else 0.12))
    for x, tall in ((1900, 330), (2110, 250), (1760, 210)):
        sheet.stroke([(x, 1230), (x, 1230 - tall)], "#9fb4b8", 10)
        sheet.shape([(x - 120, 1190), (x + 130, 1190), (x + 90, 1250), (x - 90, 1250)], "#9fb4b8")
    sheet.gradient("#a8bec2", "#5f868f", "#33565f", box=(0, 1230, 2400, 1600))
    for _ in range(80):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(1240, 1590)
        sheet.stroke([(x, y), (x + 40 + (y - 1240) * 0.4, y)], "#d6e4e0", 4, 90)
    sheet.shape([(-20, 1110), (960, 1110), (1010, 1180), (960, 1640), (-20, 1640)], "#4a4652")
    for row in range(4):
        for column in range(6):
            sheet.box(column * 178 - (80 if row % 2 else 0), 1186 + row * 108, column * 178 - (80 if row % 2 else 0) + 164, 1186 + row * 108 + 94, "#57525e" if (row + column) % 2 else "#423e4a", radius=8)
    sheet.box(-20, 1090, 1010, 1150, "#6b6672", radius=10)
    poured(sheet, [(60, 1100), (60, 640), (480, 640), (480, 1100)], "#fff3e0", "#d9c6b4", across=True)
    sheet.shape([(20, 650), (520, 650), (270, 470)], "#2f4f5f")
    sheet.box(170, 840, 330, 1100, "#c2383a")
    sheet.box(196, 870, 304, 980, "#8fb8c0")
    for x in (480, 700):
        sheet.shape([(x - 16, 1100), (x + 16, 1100), (x + 12, 700), (x - 12, 700)], "#2a2634")
    sheet.box(300, 680, 560, 730, "#2a2634", radius=10)
    horn = [(470, 660), (640, 652), (800, 620), (940, 540), (1080, 372), (1080, 1028), (940, 860), (800, 780), (640, 748), (470, 740)]
    horn_line = [*smooth(horn[:5], closed=False), *smooth(horn[5:], closed=False)]
    poured(sheet, horn_line, "#ff8a6a", "#e0402f", "#a8203a", "#5a1030")
    poured(sheet, oval(1080, 700, 104, 330), "#7a1a30", "#2a0a1c")
    poured(sheet, oval(1094, 700, 74, 280), "#14060f", "#3a1024")
    sheet.arc(oval(1080, 700, 104, 330)[::4], "#ffd9b0", 14)
    for x, half in ((650, 62), (790, 92)):
        sheet.shape([(x, 700 - half), (x + 24, 700 - half - 4), (x + 24, 700 + half + 4), (x, 700 + half)], "#f0b45a")
    for x, y, size in ((1490, 420, 70), (1760, 300, 90), (2080, 450, 64), (1980, 190, 52), (2240, 300, 44)):
        sheet.shape(ribbon([(x - size * 1.5, y - size * 0.4), (x - size * 0.8, y - size * 0.7), (x, y), (x + size * 0.8, y - size * 0.8), (x + size * 1.6, y - size * 0.3)], [2, size * 0.2, size * 0.32, size * 0.2, 2]), "#fffdf6")
        sheet.shape(ribbon([(x - size * 0.4, y + size * 0.1), (x, y + size * 0.04), (x + size * 0.62, y + size * 0.16)], [2, size * 0.34, size * 0.1]), "#e8e2da")
    soft(sheet, [(0, 980), (2400, 1060), (2400, 1200), (0, 1160)], "#eef0e8", 130, 80)
    soft(sheet, [(1200, 1290), (2400, 1250), (2400, 1340), (1200, 1350)], "#eef0e8", 110, 60)
    figure(sheet, 845, 1096, 250, "#1f2a38", True)
    sheet.glow(1300, 650, 900, "#fff6dc", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.2)


def horsebox(seed: int) -> Image.Image:
    """A horsebox with a piano in it on a lane at nightfall, a large moon over the hills."""
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1b2a5a", "#4a4a8a", "#c2708a", "#f4b48a", box=(0, 0, 2400, 1100))
    sheet.stars(80, 620)
    sheet.glow(720, 560, 900, "#ffe2b0", 0.6)
    sheet.shine()
    sheet.disc(720, 560, 260, "#fff0cf")
    for x, y, radius in ((650, 500, 48), (800, 640, 66), (790, 460, 30)):
        sheet.disc(x, y, radius, "#f2dcc0")
    for depth, (base, swell, colour) in enumerate(((860, 90, "#7a5a8f"), (960, 70, "#54457a"), (1060, 60, "#3a3262"))):
        ridge = [(x, base + swell * math.sin(x / (330 - depth * 40) + depth * 2.1)) for x in range(-60, 2461, 40)]
        poured(sheet, [*ridge, (2460, 1640), (-60, 1640)], colour, darker(colour, 0.4))
        for index in range(9 - depth * 2):
            x = 120 + index * (310 + depth * 90) + depth * 70
            y = base + swell * math.sin(x / (330 - depth * 40) + depth * 2.1)
            size = 34 + depth * 20
            sheet.disc(x, y - size * 0.9, size, darker(colour, 0.24), tall=1.25)
            sheet.box(x - 4, y - size * 0.5, x + 4, y + 14, darker(colour, 0.4))
    road = [(-20, 1330), (2420, 1330), (2420, 1500), (-20, 1500)]
    poured(sheet, road, "#6a5f80", "#453c5c")
    for x in range(-60, 2460, 240):
        sheet.box(x, 1408, x + 130, 1420, "#f4e2c0")
    sheet.gradient("#2c2850", "#14122a", box=(0, 1490, 2400, 1600))
    sheet.box(0, 1322, 2400, 1334, "#2c2850")
    for x in range(-40, 2440, 190):
        sheet.box(x, 1210, x + 18, 1330, "#241f42")
    for y in (1236, 1282):
        sheet.stroke([(-20, y), (2420, y)], "#241f42", 9)
    soft(sheet, [(640, 1426), (2200, 1426), (2240, 1456), (600, 1456)], "#0c0a1c", 190, 20)
    # the trailer, open at the top; the piano's lid shows above its side
    lid = smooth([(800, 960), (880, 830), (1030, 730), (1180, 742), (1290, 830), (1340, 960)], closed=False)
    poured(sheet, [*lid, (1330, 1060), (800, 1060)], "#3a3048", "#17101f", across=True)
    sheet.arc([(800, 960), (880, 830), (1030, 730), (1180, 742), (1290, 830)], "#ffe6b4", 8)
    sheet.stroke([(760, 960), (760, 700)], "#7a4a2c", 14)
    sheet.stroke([(1400, 960), (1400, 700)], "#7a4a2c", 14)
    sheet.arc([(740, 706), (1080, 640), (1420, 706)], "#fff0d4", 16)
    poured(sheet, [(700, 960), (1450, 960), (1450, 1320), (700, 1320)], "#fff0d4", "#f2d4a8", "#c2905f")
    poured(sheet, [(700, 1120), (1450, 1120), (1450, 1200), (700, 1200)], "#d2503f", "#a8303a")
    sheet.box(684, 944, 1466, 972, "#7a2f34", radius=10)
    sheet.box(690, 1310, 1460, 1340, "#3a2430", radius=8)
    for x in (830, 1080, 1320):
        sheet.stroke([(x, 976), (x, 1116)], "#d9b07a", 5)
    sheet.word("HORSES", 1076, 1160, 62, "#fff0d4")
    sheet.box(676, 1226, 704, 1286, "#ff5a4a", radius=6)
    sheet.glow(680, 1256, 240, "#ff3a3a", 0.9)
    sheet.stroke([(1450, 1326), (1600, 1326)], "#241a26", 18)
    # the car
    body = [*smooth([(1580, 1340), (1570, 1210), (1630, 1160), (1690, 1150), (1770, 1010), (1850, 980), (1990, 984), (2070, 1030), (2130, 1150), (2230, 1180), (2270, 1240), (2262, 1340)], closed=False)]
    poured(sheet, body, "#6fc0b8", "#2f8f8a", "#1a5a62")
    for pane in ([(1716, 1140), (1784, 1030), (1850, 1008), (1900, 1008), (1900, 1140)], [(1926, 1008), (1990, 1012), (2048, 1050), (2096, 1140), (1926, 1140)]):
        poured(sheet, pane, "#ffe9b8", "#e8b07a")
    sheet.disc(2000, 1094, 36, "#2a1c2a", tall=1.15)
    sheet.shape([(1966, 1072), (2036, 1072), (2060, 1082), (1966, 1086)], "#2a1c2a")
    sheet.shape([(1956, 1140), (1972, 1118), (2026, 1118), (2046, 1140)], "#2a1c2a")
    sheet.stroke([(1590, 1226), (2262, 1226)], "#bfe6dc", 7)
    sheet.stroke([(1912, 1150), (1912, 1322)], "#1a5a62", 5)
    sheet.box(1930, 1180, 1980, 1194, "#e6f4ee", radius=6)
    sheet.disc(2248, 1236, 26, "#fff6cf")
    for x in (980, 1180, 1720, 2110):
        sheet.disc(x, 1350, 84, "#14101c")
        sheet.disc(x, 1350, 46, "#d9d2dc")
        sheet.disc(x, 1350, 18, "#6a6078")
    sheet.glow(2262, 1236, 200, "#fff3c4", 1)
    sheet.beam(2262, 1236, 8, 22, 700, "#fff3c4", 0.8)
    sheet.shine()
    return sheet.finish(vignette=0.32)


# -- workrooms, wardrobes, rooms -----------------------------------------------------------------


def torso(sheet: Sheet, x: float, foot: float, size: float, cloth: Colour) -> Callable[[Sequence[Point]], list[Point]]:
    """A tailor's dummy on its stand. Returns what places a garment on it: y 0 is the neck, 1 the hip."""
    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + px * size, foot - size * 1.75 + py * size) for px, py in points]

    soft(sheet, oval(x, foot + size * 0.02, size * 0.42, size * 0.05), "#0d0712", 170, 18)
    sheet.shape(at([(-0.025, 1.0), (0.025, 1.0), (0.02, 1.66), (-0.02, 1.66)]), "#4a2a1c")
    for leg in (-1, 1):
        sheet.shape(ribbon(at([(0, 1.58), (leg * 0.12, 1.62), (leg * 0.26, 1.74)]), [size * one for one in (0.05, 0.04, 0.03)]), "#4a2a1c")
    sheet.disc(*at([(0, 1.74)])[0], size * 0.03, "#4a2a1c")
    form = smooth(at([(-0.09, -0.06), (0.09, -0.06), (0.1, 0.04), (0.3, 0.1), (0.36, 0.22), (0.3, 0.42), (0.24, 0.62), (0.29, 0.86), (0.31, 1.02), (-0.31, 1.02), (-0.29, 0.86), (-0.24, 0.62), (-0.3, 0.42), (-0.36, 0.22), (-0.3, 0.1), (-0.1, 0.04)]))
    poured(sheet, form, lighter(cloth, 0.2), cloth, darker(cloth, 0.35), across=True)
    sheet.disc(*at([(0, -0.07)])[0], size * 0.09, "#5a3524", tall=0.4)
    sheet.disc(*at([(0, -0.13)])[0], size * 0.035, "#5a3524")
    return at


def tailor(seed: int) -> Image.Image:
    """A tailor's shop: half a jacket on a dummy, chalked and basted, cloth to the ceiling."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#5a3a2a", "#7a4f34", "#3a2018")
    bolts = ["#2f4a6b", "#6b2a3a", "#4f5a4a", "#a88a5a", "#2a2a3a", "#7a5a6b", "#8a4a2f", "#3f6a6b", "#c9b08a"]
    for left, right in ((60, 820), (1660, 2340)):
        for shelf in range(4):
            top = 90 + shelf * 280
            sheet.box(left, top, right, top + 250, "#2a1510")
            x, index = left + 12.0, shelf
            while x < right - 70:
                wide = sheet.random.uniform(54, 96)
                colour = bolts[(index * 4 + shelf * 2) % 9]
                lean = sheet.random.uniform(-6, 6)
                poured(sheet, [(x + lean, top + 34), (x + wide + lean - 6, top + 34), (x + wide - 6, top + 250), (x, top + 250)], lighter(colour, 0.16), colour, darker(colour, 0.45), across=True)
                sheet.disc(x + wide / 2 + lean - 3, top + 34, wide / 2 - 3, lighter(colour, 0.2), tall=0.26)
                sheet.disc(x + wide / 2 + lean - 3, top + 34, wide / 5, "#e9d9b8", tall=0.26)
                x, index = x + wide, index + 1
            sheet.box(left - 16, top + 250, right + 16, top + 276, "#8a5a34")
    sheet.box(880, 60, 1600, 980, "#3a2016")
    sheet.gradient("#f6e0a8", "#f2b87a", "#d9805a", box=(910, 90, 1570, 950))
    for x, tall in ((930, 330), (1090, 420), (1260, 300), (1420, 380)):
        sheet.box(x, 950 - tall, x + 140, 950, mix("#c9825f", "#f2b87a", 0.45))
        sheet.shape([(x - 8, 954 - tall), (x + 70, 890 - tall), (x + 148, 954 - tall)], mix("#8f5548", "#f2b87a", 0.4))
    sheet.box(1232, 90, 1248, 950, "#3a2016")
    sheet.box(910, 500, 1570, 514, "#3a2016")
    sheet.glow(1240, 480, 1100, "#ffdf9a", 0.55)
    sheet.beam(1240, 100, 90, 60, 1800, "#ffe6a8", 0.35)
    sheet.shine()
    sheet.gradient("#6b4028", "#2a1410", box=(0, 1250, 2400, 1600))
    for index in range(-12, 13):
        sheet.stroke([(1200 + index * 150, 1252), (1200 + index * 330, 1600)], "#2a1410", 4, 120)
    at = torso(sheet, 1235, 1500, 700, "#e3d2b0")
    cloth = "#2c3f66"
    jacket = [*smooth(at([(-0.39, 1.17), (-0.36, 0.9), (-0.29, 0.62), (-0.35, 0.4), (-0.43, 0.2), (-0.3, 0.07), (-0.12, 0.0)]), closed=False), *at([(-0.02, 0.4), (0.03, 0.6), (0.04, 1.2), (-0.2, 1.2)])]
    half = [*smooth(at([(0.12, 0.0), (0.3, 0.07), (0.42, 0.2), (0.36, 0.4), (0.28, 0.62), (0.35, 0.9), (0.37, 1.17)]), closed=False), *at([(0.2, 1.2), (0.0, 1.2), (0.03, 0.6)])]
    poured(sheet, half, "#e9dcc2", "#b8a684", across=True)
    poured(sheet, jacket, lighter(cloth, 0.2), cloth, darker(cloth, 0.15), across=True)
    sheet.shape(capped(at([(-0.36, 0.19), (-0.46, 0.5), (-0.44, 0.86)]), [112, 96, 80]), darker(cloth, 0.12))
    sheet.shape(at([(-0.11, 0.0), (-0.24, 0.2), (-0.19, 0.26), (-0.23, 0.29), (-0.01, 0.6), (-0.02, 0.34)]), lighter(cloth, 0.14))
    sheet.shape(at([(0.11, 0.0), (0.23, 0.2), (0.18, 0.26), (0.22, 0.29), (0.05, 0.58), (0.06, 0.32)]), "#cfc0a0")
    for points, colour in (
        ([(-0.2, 0.34), (-0.21, 0.6), (-0.22, 1.14)], "#fff6e2"), ([(-0.31, 0.66), (-0.16, 0.69)], "#fff6e2"), ([(-0.33, 0.9), (-0.18, 0.93)], "#fff6e2"),
        ([(0.2, 0.34), (0.2, 0.6), (0.22, 1.12)], "#c2383a"), ([(0.3, 0.12), (0.33, 0.26), (0.32, 0.42)], "#c2383a"), ([(0.12, 0.92), (0.32, 0.9)], "#c2383a"),
    ):
        line = smooth(at(points), closed=False, steps=9)
        for dash in range(0, len(line) - 1, 2):
            sheet.stroke([line[dash], line[dash + 1]], colour, 6)
    sheet.shape(ribbon(at([(-0.14, -0.02), (-0.2, 0.3), (-0.16, 0.7), (-0.13, 0.98)]), [34, 34, 34, 34]), "#f2c23a")
    sheet.shape(ribbon(at([(0.14, -0.02), (0.19, 0.2), (0.16, 0.44)]), [34, 34, 34]), "#f2c23a")
    poured(sheet, [(-20, 1330), (900, 1330), (1010, 1450), (-20, 1450)], "#b57a48", "#8a5430")
    sheet.box(-20, 1448, 1010, 1620, "#5a3018")
    soft(sheet, [(180, 1372), (700, 1372), (760, 1410), (160, 1410)], "#2a1008", 120, 12)
    for layer, colour in enumerate(("#6b2a3a", "#8a8f7a", "#2f4a6b")):
        poured(sheet, [(80 + layer * 16, 1372 - layer * 34), (420 - layer * 10, 1372 - layer * 34), (430 - layer * 10, 1338 - layer * 34), (86 + layer * 16, 1338 - layer * 34)], lighter(colour, 0.2), darker(colour, 0.2))
    for blade in (-1, 1):
        sheet.shape(turned(660, 1376, [(0, -9), (250, -4), (262, 2), (0, 9)], blade * 5), "#d9dde2" if blade < 0 else "#a8b0ba")
        sheet.stroke([(x, y * 0.55 + 1376 * 0.45) for x, y in oval(598 - 6, 1376 + blade * 46, 62, 44)], "#2a1c24", 20)
    sheet.disc(664, 1374, 12, "#2a1c24")
    sheet.stroke([(2060, 0), (2060, 120)], "#1a0f14", 8)
    sheet.glow(1240, 1000, 700, "#ffe0a0", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def flacons(seed: int) -> Image.Image:
    """A perfumer's bottles in tiers before a tall window, every one a different light."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#3a1f4d", "#8a3f6b", "#e8906a", "#ffd9a0", box=(0, 0, 2400, 1250))
    sheet.disc(1200, 560, 460, "#ffe6b0")
    sheet.glow(1200, 560, 1300, "#ffc98a", 0.6)
    sheet.shine()
    hues = ("#e0503f", "#f0a23c", "#f4d35a", "#7fb86a", "#3f9a9a", "#4f7fc0", "#7a5ab0", "#d06a9a", "#e8c9a0")
    for tier, (y, size, count) in enumerate(((520, 0.52, 23), (770, 0.66, 19), (1045, 0.84, 15))):
        sheet.box(0, y, 2400, y + 24 + tier * 6, mix("#5a2a34", "#2a1220", tier / 3))
        sheet.box(0, y, 2400, y + 6, "#ffcf9a", 150)
        for index in range(count):
            x = 1200 + (index - (count - 1) / 2) * 2320 / count
            bottle(sheet, x, y, size * sheet.random.uniform(0.86, 1.04), hues[(index * 4 + tier * 2) % 9], (index * 5 + tier) % 4)
    poured(sheet, [(0, 1250), (2400, 1250), (2400, 1600), (0, 1600)], "#7a3a34", "#2a101c")
    sheet.box(0, 1244, 2400, 1262, "#ffcf9a")
    for x, size, hue, form in ((560, 1.75, "#3f9a9a", 2), (930, 1.45, "#d06a9a", 1), (1320, 2.05, "#f0a23c", 0), (1740, 1.5, "#7a5ab0", 3)):
        soft(sheet, [(x - 110 * size * 0.5, 1370), (x + 110 * size * 0.5, 1370), (x + 150 * size, 1560), (x - 150 * size, 1560)], lighter(hue, 0.2), 120, 30)
        bottle(sheet, x, 1380, size, hue, form)
        sheet.glow(x, 1380 - 120 * size, 200 * size, hue, 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def bottle(sheet: Sheet, x: float, foot: float, size: float, hue: Colour, form: int) -> None:
    """A stoppered bottle, about 200 high at size 1, light falling through what is in it."""
    def at(points: Sequence[Point]) -> list[Point]:
        return [(x + px * size, foot + py * size) for px, py in points]

    bodies: tuple[list[Point], ...] = (
        at([(-58, 0), (-62, -120), (-20, -150), (-18, -176), (18, -176), (20, -150), (62, -120), (58, 0)]),
        smooth(at([(-40, -2), (-62, -50), (-44, -104), (-16, -130), (-15, -172), (15, -172), (16, -130), (44, -104), (62, -50), (40, -2)])),
        at([(-36, 0), (-40, -150), (-16, -164), (-16, -190), (16, -190), (16, -164), (40, -150), (36, 0)]),
        at([(-70, 0), (-30, -124), (-16, -140), (-16, -170), (16, -170), (16, -140), (30, -124), (70, 0)]),
    )
    body = bodies[form]
    poured(sheet, body, lighter(hue, 0.65), lighter(hue, 0.45))
    level = -96 if form != 2 else -120
    sheet.inside(body, at([(-90, level), (90, level), (90, 4), (-90, 4)]), hue)
    sheet.inside(body, at([(14, level), (90, level), (90, 4), (24, 4)]), darker(hue, 0.28))
    sheet.inside(body, at([(-90, level), (90, level), (90, level + 7), (-90, level + 7)]), lighter(hue, 0.4))
    sheet.shape(at([(-34, -18), (-28, -18), (-28, level + 22), (-34, level + 22)]), "#ffffff", 150)
    if size > 0.6:
        sheet.shape(at([(-24, -64), (24, -64), (24, -30), (-24, -30)]), "#fff6e4")
        sheet.stroke(at([(-14, -47), (14, -47)]), "#5a3a44", 3 * size)
    top = -176 if form == 0 else -190 if form == 2 else -171
    sheet.shape(at([(-20, top), (20, top), (20, top - 12), (-20, top - 12)]), "#c9963f")
    if form % 2:
        sheet.disc(x, foot + (top - 32) * size, 24 * size, lighter(hue, 0.3))
        sheet.disc(x - 7 * size, foot + (top - 39) * size, 8 * size, "#ffffff", 190)
    else:
        poured(sheet, at([(-14, top - 12), (14, top - 12), (22, top - 52), (-22, top - 52)]), "#f4d890", "#b57a2c", across=True)


def thread(seed: int) -> Image.Image:
    """A needle, its red thread running through buttons, before reels stacked like towers."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f4ead8", "#e3d0b4")
    for column in range(20):
        sheet.stroke([(column * 100, 0), (column * 100, 2400)], "#d2bc9c", 3, 90)
    for row in range(25):
        sheet.stroke([(0, row * 100), (1920, row * 100)], "#d2bc9c", 3, 90)
    for x, foot, stack in ((330, 2130, (("#2f6f8f", 1.0), ("#e8b04a", 0.9), ("#c2383a", 0.8))), (740, 2260, (("#3f8a6a", 1.15), ("#7a5ab0", 1.0))), (1560, 2180, (("#d9703f", 1.1), ("#2a2a4a", 0.96), ("#e89aa8", 0.86), ("#5a9a9a", 0.76)))):
        soft(sheet, oval(x + 60, foot + 10, 260, 40), "#6a4a34", 130, 30)
        y = float(foot)
        for colour, size in stack:
            half, tall = 170 * size, 330 * size
            poured(sheet, [(x - half, y), (x - half, y - 40 * size), (x + half, y - 40 * size), (x + half, y)], "#f0cf94", "#d9a45f", "#8a5a30", across=True)
            wound = smooth([(x - half * 0.72, y - 40 * size), (x - half * 0.82, y - tall * 0.5), (x - half * 0.72, y - tall + 40 * size), (x + half * 0.72, y - tall + 40 * size), (x + half * 0.82, y - tall * 0.5), (x + half * 0.72, y - 40 * size)], steps=6)
            poured(sheet, wound, lighter(colour, 0.35), colour, darker(colour, 0.45), across=True)
            for turn in range(13):
                at = y - 52 * size - turn * (tall - 100 * size) / 12
                sheet.arc([(x - half * 0.78, at), (x, at + 12), (x + half * 0.78, at)], darker(colour, 0.3), 4, 120)
            poured(sheet, [(x - half, y - tall + 40 * size), (x - half, y - tall), (x + half, y - tall), (x + half, y - tall + 40 * size)], "#f0cf94", "#d9a45f", "#8a5a30", across=True)
            sheet.disc(x, y - tall, half, "#f4dcac", tall=0.16)
            sheet.disc(x, y - tall, half * 0.26, "#6a4228", tall=0.16)
            y -= tall
    loop = [(-60, 720), (240, 470), (700, 430), (1010, 700), (900, 1010), (620, 940), (690, 640), (1060, 470), (1352, 330)]
    sheet.arc([(x + 14, y + 22) for x, y in loop], "#8a6a50", 12, 90)
    sheet.arc(loop, "#c8253b", 13)
    for x, y, radius, colour in ((700, 432, 118, "#2f4a7a"), (912, 1000, 96, "#f0b54a"), (236, 474, 84, "#fffaf0")):
        soft(sheet, oval(x + 14, y + 24, radius, radius), "#6a4a34", 140, 14)
        sheet.disc(x, y, radius, darker(colour, 0.16))
        sheet.disc(x - 4, y - 4, radius * 0.94, colour)
        sheet.ring(x, y, radius * 0.72, darker(colour, 0.22), radius * 0.07)
        for dx, dy in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
            sheet.disc(x + dx * radius * 0.22, y + dy * radius * 0.22, radius * 0.11, darker(colour, 0.5))
        sheet.stroke([(x - radius * 0.22, y - radius * 0.22), (x + radius * 0.22, y + radius * 0.22)], "#c8253b", 12)
        sheet.stroke([(x + radius * 0.22, y - radius * 0.22), (x - radius * 0.22, y + radius * 0.22)], "#c8253b", 12)
    needle = turned(1180, 880, [(-4, 900), (-15, 500), (-19, -560), (-10, -640), (10, -640), (19, -560), (15, 500), (4, 900)], 16)
    soft(sheet, [(x + 26, y + 34) for x, y in needle], "#6a4a34", 150, 16)
    poured(sheet, needle, "#8f98a6", "#f6f8fa", "#aab2be", "#6a7280", across=True)
    sheet.shape(turned(1180, 880, oval(0, -552, 8, 58), 16), "#e3d0b4")
    sheet.arc([(1290, 352), (1336, 340), (1400, 420), (1500, 380), (1640, 520), (1980, 430)], "#c8253b", 13)
    sheet.glow(300, 200, 1300, "#fff6dc", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.22)


def heel(seed: int) -> Image.Image:
    """A golden evening shoe on a plinth, a ballet flat in its shadow."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#7a1f3f", "#b5304a", "#d9574a")
    sheet.disc(1180, 700, 560, "#f08a6a")
    sheet.disc(1180, 700, 440, "#f6b48a")
    sheet.halftone((0, 900, 2400, 1600), "#5a1030", 26, 90)
    sheet.gradient("#8f2440", "#4a0f2a", box=(0, 1300, 2400, 1600))
    sheet.beam(1500, -200, 100, 34, 2300, "#ffe6c0", 0.5)
    sheet.shine()
    soft(sheet, oval(1260, 1520, 760, 60), "#2a0618", 170, 40)
    poured(sheet, [(560, 1130), (1800, 1130), (1800, 1500), (560, 1500)], "#fff0dc", "#e8c9b0", "#b08a88", across=True)
    poured(sheet, [(520, 1080), (1840, 1080), (1840, 1140), (520, 1140)], "#fffaf0", "#f0dcc8", "#c2a098", across=True)
    gold = "#e2ae45"
    soft(sheet, [(700, 1066), (1620, 1066), (1600, 1092), (720, 1092)], "#6a3a34", 150, 14)
    stem = [*smooth([(1604, 520), (1606, 640), (1586, 800), (1588, 1080)], closed=False), *smooth([(1546, 1080), (1540, 880), (1496, 760), (1400, 720)], closed=False)]
    poured(sheet, stem, lighter(gold, 0.25), gold, darker(gold, 0.45), across=True)
    sole = smooth([(690, 1064), (760, 1084), (960, 1084), (1100, 1040), (1260, 880), (1420, 720), (1560, 620), (1580, 660), (1420, 790), (1280, 940), (1130, 1076), (960, 1090), (740, 1088)])
    poured(sheet, sole, "#7a3a24", "#3a1418")
    upper = [*smooth([(686, 1062), (730, 1000), (860, 930), (980, 900)], closed=False), *smooth([(980, 900), (1060, 950), (1180, 860), (1330, 690), (1450, 520)], closed=False), *smooth([(1450, 520), (1520, 480), (1606, 496), (1590, 620), (1420, 740), (1260, 900), (1110, 1050), (960, 1080), (760, 1080)], closed=False)]
    poured(sheet, upper, lighter(gold, 0.6), gold, darker(gold, 0.42))
    sheet.arc([(984, 902), (1062, 950), (1182, 860), (1332, 690), (1450, 522)], "#fff3cf", 9)
    sheet.arc([(752, 1020), (860, 962), (950, 940)], "#fff6dc", 14, 190)
    sheet.arc([(1500, 540), (1530, 580), (1500, 640)], "#fff6dc", 10, 150)
    for index in range(7):
        x, y = 900 + index * 22, 936 + index * 10
        sheet.shape(star4(x, y, 26 if index == 3 else 15), "#fffaf0")
    sheet.glow(966, 966, 170, "#fff3c8", 0.9)
    sheet.shine()
    # the flat, at the foot of the plinth
    soft(sheet, oval(2030, 1510, 230, 24), "#2a0618", 190, 16)
    flat = smooth([(1830, 1494), (1846, 1440), (1930, 1404), (1990, 1424), (2090, 1430), (2170, 1380), (2226, 1376), (2240, 1440), (2226, 1500), (2030, 1510)])
    poured(sheet, flat, "#3f5a9a", "#1f2a5a")
    sheet.arc([(1940, 1410), (1990, 1450), (2090, 1452), (2172, 1386)], "#8fa8e0", 8)
    for side in (-1, 1):
        sheet.blob([(1936, 1412), (1936 + side * 44, 1386), (1936 + side * 48, 1430)], "#8fa8e0")
    return sheet.finish(vignette=0.32)


def star4(x: float, y: float, radius: float) -> list[Point]:
    """A sparkle."""
    return [(x + math.cos(math.radians(step * 45)) * (radius if step % 2 == 0 else radius * 0.24), y + math.sin(math.radians(step * 45)) * (radius if step % 2 == 0 else radius * 0.24)) for step in range(8)]


def wigs(seed: int) -> Image.Image:
    """A row of wigs on their blocks before mirrors with bulbs round them."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f6f6f", "#1f4f55", box=(0, 0, 2400, 1230))
    for column in range(24):
        sheet.box(column * 104, 0, column * 104 + 4, 1230, "#2a6266")
    for x in (480, 1200, 1920):
        frame = [(x - 290, 1100), (x - 290, 480), *oval(x, 480, 290, 330, 180, 360), (x + 290, 480), (x + 290, 1100)]
        sheet.shape(frame, "#e8c68a")
        inner = [(x - 226, 1100), (x - 226, 490), *oval(x, 490, 226, 262, 180, 360), (x + 226, 490), (x + 226, 1100)]
        poured(sheet, inner, "#f2e6cf", "#bcd2c8", "#8fb4b0")
        sheet.inside(inner, [(x - 140, 100), (x - 40, 100), (x - 300, 1100), (x - 400, 1100)], "#f8f0de")
        sheet.inside(inner, [(x + 10, 100), (x + 40, 100), (x - 220, 1100), (x - 250, 1100)], "#f8f0de")
        bulbs = [(x + math.cos(math.radians(a)) * 258, 485 + math.sin(math.radians(a)) * 296) for a in range(180, 361, 30)] + [(x + side * 258, y) for side in (-1, 1) for y in (640, 790, 940)]
        for bx, by in bulbs:
            sheet.disc(bx, by, 25, "#fff6dc")
            sheet.glow(bx, by, 130, "#ffd98a", 0.8)
    sheet.glow(1200, 600, 1300, "#ffcf8a", 0.3)
    sheet.shine()
    poured(sheet, [(-10, 1180), (2410, 1180), (2410, 1270), (-10, 1270)], "#d9a066", "#9a6236")
    sheet.gradient("#7a4a2c", "#3a2018", box=(0, 1270, 2400, 1600))
    for left in (110, 690, 1270, 1850):
        sheet.box(left, 1330, left + 440, 1560, "#8f5a34", radius=14)
        sheet.box(left + 16, 1346, left + 424, 1544, "#7a4a2c", radius=10)
        sheet.disc(left + 220, 1444, 24, "#e8c68a")
    blocks = (("waves", "#b5432a"), ("bun", "#3a2420"), ("afro", "#1f1418"), ("bob", "#e0b04a"), ("long", "#d8d2da"))
    for index, (style, hair) in enumerate(blocks):
        x, y, head = 300 + index * 450, 800 + (40 if index % 2 else 0), 262
        soft(sheet, oval(x + 20, 1190, 170, 20), "#2a1410", 170, 14)
        poured(sheet, [(x - 60, 1100), (x + 60, 1100), (x + 96, 1190), (x - 96, 1190)], "#8a5a34", "#5a3420", across=True)
        if style == "bun":
            sheet.disc(x, y - head * 0.98, head * 0.32, hair)
            sheet.arc(oval(x, y - head * 0.98, head * 0.2, head * 0.18, 160, 330)[::6], lighter(hair, 0.24), 6)
        if behind := HAIR_BEHIND.get(style):
            poured(sheet, smooth([(x + px * head, y + py * head * (0.72 if style == "long" else 1)) for px, py in behind]), darker(hair, 0.1), darker(hair, 0.4))
            if style == "afro":
                for px, py, size in ((-0.62, -0.66, 0.24), (-0.30, -0.98, 0.2), (-0.8, -0.1, 0.2), (0.1, -1.0, 0.16), (0.6, -0.6, 0.2)):
                    sheet.disc(x + px * head, y + py * head, head * size, lighter(hair, 0.10), 110)
        neck = smooth([(x - head * 0.24, y + head * 0.4), (x + head * 0.24, y + head * 0.4), (x + head * 0.26, y + head * 0.9), (x + head * 0.36, 1120), (x - head * 0.36, 1120), (x - head * 0.26, y + head * 0.9)])
        poured(sheet, neck, "#e9d2ae", "#c9a67c", "#8f6a4a", across=True)
        face = smooth([(x + px * head, y + py * head) for px, py in FACE])
        poured(sheet, face, "#f4e0c0", "#e0c09a", "#a8805c", across=True)
        sheet.arc([(x - head * 0.02, y - head * 0.2), (x + head * 0.07, y + head * 0.16), (x - head * 0.03, y + head * 0.2)], "#a8805c", 7)
        for seam in (-1, 1):
            sheet.arc([(x + seam * head * 0.1, y - head * 0.04), (x + seam * head * 0.22, y), (x + seam * head * 0.34, y - head * 0.05)], "#a8805c", 7)
        sheet.arc([(x - head * 0.12, y + head * 0.4), (x, y + head * 0.43), (x + head * 0.12, y + head * 0.4)], "#a8805c", 8)
        over = smooth([(x + px * head, y + py * head) for px, py in HAIR_OVER[style]])
        poured(sheet, over, lighter(hair, 0.12), darker(hair, 0.2))
        if style != "afro":
            sheet.arc([(x - head * 0.40, y - head * 0.42), (x - head * 0.22, y - head * 0.68), (x + head * 0.02, y - head * 0.78)], lighter(hair, 0.35), 10)
            sheet.arc([(x - head * 0.34, y - head * 0.36), (x - head * 0.16, y - head * 0.58), (x + head * 0.06, y - head * 0.68)], lighter(hair, 0.25), 6)
    sheet.glow(1200, 1000, 900, "#ffd9a0", 0.15)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def painted_ceiling(seed: int) -> Image.Image:
    """A room whose ceiling is a sky, its floor a chessboard, two chairs looking up."""
    sheet = Sheet(*LANDSCAPE, seed)
    far = (780, 430, 1620, 1050)
    sheet.gradient("#2f74b8", "#7fb8e0", "#f6dcc0", box=(0, 0, 2400, 470))
    for x, y, size in ((300, 130, 210), (820, 90, 150), (1500, 150, 190), (2130, 110, 240), (1080, 270, 110), (1850, 310, 120), (560, 320, 120), (1400, 350, 80)):
        for part in range(7):
            lump = (part - 3) * size * 0.34
            sheet.disc(x + lump, y + abs(part - 3) * size * 0.05, size * (0.34 - abs(part - 3) * 0.05), mix("#ffffff", "#f2b8a0", 0.12 * (part % 3)), 235, tall=0.6)
        sheet.blob([(x - size * 1.25, y + size * 0.12), (x, y + size * 0.02), (x + size * 1.25, y + size * 0.12), (x, y + size * 0.22)], mix("#8fb4d8", "#f2c8b0", 0.35), 190)
    tiles(sheet, 1200, 740, 1050, 1600, 330, ("#f4ead6", "#33504f"))
    for side in (-1, 1):
        inner, outer = 1200 + side * 420, 1200 + side * 1300
        wall = [(inner, far[1]), (outer, -120), (outer, 1760), (inner, far[3])]
        poured(sheet, wall, *(("#2a5a52", "#3f7a6a") if side < 0 else ("#3f7a6a", "#24504a")), across=True)
        sheet.stroke([(inner, far[1]), (outer, -120)], "#f0d9a8", 34)
        sheet.stroke([(inner, far[3] - 12), (outer, 1736)], "#f0d9a8", 26)
        for share in (0.16, 0.55):
            nearer = share + 0.24
            x1, x2 = inner + (outer - inner) * share, inner + (outer - inner) * nearer

            def wall_y(x: float, height: float, inner: float = inner, outer: float = outer) -> float:
                part = (x - inner) / (outer - inner)
                return far[1] + (-120 - far[1]) * part + height * (far[3] - far[1] + (1760 + 120 - far[3] + far[1]) * part)

            pane = [(x1, wall_y(x1, 0.18)), (x2, wall_y(x2, 0.18)), (x2, wall_y(x2, 0.78)), (x1, wall_y(x1, 0.78))]
            if side < 0:
                poured(sheet, pane, "#fff3cf", "#ffdf9a", "#f2b87a")
                middle = (x1 + x2) / 2
                sheet.stroke([(middle, wall_y(middle, 0.18)), (middle, wall_y(middle, 0.78))], "#f6ead0", 10)
                for high in (0.38, 0.58):
                    sheet.stroke([(x1, wall_y(x1, high)), (x2, wall_y(x2, high))], "#f6ead0", 8)
            else:
                poured(sheet, pane, "#c98a4a", "#8f5a30")
                inset = [_between(pane[index], pane[(index + 2) % 4], 0.09) for index in range(4)]
                poured(sheet, inset, "#f0a878", "#5a7a9a") if share < 0.3 else poured(sheet, inset, "#20304f", "#c2607a")
                cx, cy = sum(x for x, _ in inset) / 4, sum(y for _, y in inset) / 4
                sheet.disc(cx, cy, 40 + 40 * share, "#fff0c8")
            sheet.stroke([*pane, pane[0]], "#f6ead0", 12)
    sheet.box(*far, "#4f8a76")
    sheet.gradient("#4f8a76", "#3a6f62", box=far)
    sheet.box(far[0], far[1] - 14, far[2], far[1] + 14, "#f0d9a8")
    sheet.box(1050, 600, 1350, far[3], "#f0d9a8")
    sheet.gradient("#ffe9b0", "#f6b878", box=(1076, 626, 1324, far[3]))
    sheet.shape([(1076, 626), (1180, 680), (1180, far[3]), (1076, far[3])], "#c2503f")
    sheet.disc(1164, 860, 9, "#f0d9a8")
    for x in (900, 1500):
        sheet.ring(x, 720, 84, "#f0d9a8", 16)
        sheet.disc(x, 720, 76, "#bcd8dc")
        sheet.shape([(x - 50, 690), (x - 10, 650), (x + 10, 660), (x - 44, 716)], "#ffffff", 130)
    sheet.shape([(1090, 1052), (1320, 1052), (1560, 1600), (860, 1600)], "#ffdf9a", 90)
    sheet.glow(1200, 860, 620, "#ffdca0", 0.6)
    sheet.beam(120, 500, 24, 26, 1500, "#ffe6b0", 0.35)
    sheet.shine()
    for side, colour in ((-1, "#d9553f"), (1, "#e8b04a")):
        x, y = 1200 + side * 330, 1440
        soft(sheet, oval(x, y + 4, 210, 26), "#1a2a2a", 180, 16)
        for leg in (-130, 120):
            sheet.shape([(x + leg - 12, y - 60), (x + leg + 12, y - 60), (x + leg + 6, y), (x + leg - 6, y)], "#5a3420")
        poured(sheet, smooth([(x + side * 60, y - 90), (x + side * 40, y - 260), (x + side * 90, y - 420), (x + side * 170, y - 430), (x + side * 200, y - 300), (x + side * 180, y - 80)]), lighter(colour, 0.18), darker(colour, 0.2))
        poured(sheet, smooth([(x - side * 160, y - 150), (x - side * 150, y - 200), (x + side * 90, y - 196), (x + side * 150, y - 150), (x + side * 150, y - 60), (x - side * 150, y - 60)]), lighter(colour, 0.26), colour, darker(colour, 0.3))
        poured(sheet, smooth([(x - side * 170, y - 270), (x - side * 110, y - 290), (x + side * 60, y - 280), (x + side * 96, y - 240), (x + side * 60, y - 220), (x - side * 120, y - 216), (x - side * 130, y - 70), (x - side * 176, y - 70)]), lighter(colour, 0.1), darker(colour, 0.26))
    sheet.disc(1200, 1440, 90, "#1a2a2a", 90, tall=0.2)
    sheet.stroke([(1200, 1300), (1200, 1440)], "#5a3420", 16)
    sheet.disc(1200, 1296, 110, "#8f5a30", tall=0.24)
    sheet.disc(1200, 1288, 110, "#c98a4a", tall=0.24)
    sheet.box(1150, 1232, 1194, 1286, "#fffaf0", radius=8)
    sheet.ring(1146, 1256, 15, "#fffaf0", 7)
    sheet.blob([(1224, 1288), (1222, 1246), (1252, 1236), (1272, 1262), (1266, 1288)], "#2f74b8")
    for lean in (-24, 4, 30):
        sheet.stroke([(1246, 1240), (1246 + lean, 1150 + abs(lean))], "#4f8a56", 5)
        sheet.disc(1246 + lean, 1146 + abs(lean), 17, "#fff0e0")
    return sheet.finish(vignette=0.3)


def rail(seed: int) -> Image.Image:
    """A long rail of lent gowns, every one a different colour, and an empty hanger."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#f0e2cc", "#e2c8a8", "#c9a68a", box=(0, 0, 2400, 1330))
    for x in (360, 1200, 2040):
        sheet.shape([(x - 260, 1330), (x - 260, 420), *oval(x, 420, 260, 260, 180, 360), (x + 260, 420), (x + 260, 1330)], "#fbf2e0", 150)
    sheet.gradient("#a8714f", "#5a3428", box=(0, 1330, 2400, 1600))
    for index in range(-14, 15):
        sheet.stroke([(1200 + index * 130, 1332), (1200 + index * 290, 1600)], "#5a3428", 4, 110)
    sheet.box(0, 1310, 2400, 1336, "#fff6e4")
    soft(sheet, [(120, 1440), (2280, 1440), (2330, 1490), (80, 1490)], "#2a1418", 150, 24)
    gowns = ("#c8253b", "#f0a23c", "#1f6f6b", "#e88fa0", "#27408f", "#f2e0b0", "#6b2a5f", "#3f8a5a", "", "#d9553f", "#8fc0d0", "#2a2438", "#e0b52f")
    for index, colour in enumerate(gowns):
        x = 250 + index * 158
        sheet.arc([(x, 232), (x + 22, 214), (x + 16, 190), (x - 8, 190)], "#5a4a4a", 8)
        sheet.arc([(x - 88, 322), (x - 40, 272), (x, 252), (x + 40, 272), (x + 88, 322)], "#8f5a34", 17)
        if not colour:
            sheet.stroke([(x - 84, 322), (x + 84, 322)], "#8f5a34", 12)
            sheet.stroke([(x + 30, 322), (x + 34, 430)], "#5a4a4a", 3)
            sheet.shape([(x + 2, 430), (x + 70, 424), (x + 76, 540), (x + 8, 546)], "#fffaf0")
            sheet.stroke([(x + 18, 462), (x + 60, 458)], "#c8253b", 6)
            sheet.stroke([(x + 20, 488), (x + 58, 485)], "#8a7a80", 5)
            continue
        length = (1360, 1180, 1420, 1260, 1400, 1120, 1440, 1300, 0, 1380, 1200, 1430, 1290)[index]
        flare = (118, 96, 104, 128, 100, 110, 112, 120, 0, 106, 128, 104, 116)[index]
        gown = [*smooth([(x - 30, 286), (x - 78, 312), (x - 66, 430), (x - 52, 560), (x - 76, 780), (x - flare, length)], closed=False), *((x - flare + step * flare / 4, length + (14 if step % 2 else -6)) for step in range(1, 8)), *smooth([(x + flare, length), (x + 76, 780), (x + 52, 560), (x + 66, 430), (x + 78, 312), (x + 30, 286), (x, 380)], closed=False)]
        soft(sheet, [(px + 26, py + 14) for px, py in gown[::6]], "#5a3428", 110, 18)
        poured(sheet, gown, lighter(colour, 0.22), colour, darker(colour, 0.12), darker(colour, 0.5), across=True)
        for fold in (-0.55, -0.15, 0.25, 0.6):
            sheet.arc([(x + fold * 40, 570), (x + fold * 76, 800), (x + fold * flare * 0.96, length - 14)], darker(colour, 0.36) if fold > -0.2 else lighter(colour, 0.3), 6, 150)
        sheet.shape([(x - 54, 546), (x + 54, 546), (x + 53, 584), (x - 53, 584)], darker(colour, 0.35) if index % 3 else lighter(colour, 0.4))
        if index % 4 == 1:
            for row in range(9):
                for column in range(-2, 3):
                    sheet.inside(gown, star4(x + column * (26 + row * 4) + (14 if row % 2 else 0), 650 + row * 60, 13), lighter(colour, 0.6))
        if index % 4 == 2:
            for row in range(6):
                sheet.inside(gown, [(x - 200, 690 + row * 110), (x + 200, 670 + row * 110), (x + 200, 700 + row * 110), (x - 200, 720 + row * 110)], lighter(colour, 0.35))
        if index % 4 == 0:
            for row in range(30):
                sheet.disc(x + sheet.random.uniform(-0.8, 0.5) * 70, 640 + row * (length - 700) / 30, 8, lighter(colour, 0.55), 200)
    for x in (130, 2270):
        sheet.box(x - 15, 200, x + 15, 1470, "#c9963f", radius=8)
        sheet.box(x - 100, 1456, x + 100, 1484, "#a8702c", radius=12)
        for wheel in (-80, 80):
            sheet.disc(x + wheel, 1500, 24, "#3a2420")
    poured(sheet, [(110, 188), (2290, 188), (2290, 214), (110, 214)], "#fff0bd", "#d9a441", "#8f5f24")
    for x in (110, 2290):
        sheet.disc(x, 200, 26, "#f2d07a")
    sheet.glow(500, 100, 1500, "#fff6dc", 0.35)
    sheet.beam(-100, -200, 38, 22, 2600, "#fff3d0", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def lot_coat(seed: int) -> Image.Image:
    """An old raincoat on a stand, lit like a crown; before it the auctioneer's hammer."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#0f2a33", "#1d4650", "#0c1d26", box=(0, 0, 1920, 1980))
    for column in range(9):
        sheet.gradient("#0f2a33" if column % 2 else "#17424c", "#0c1d26" if column % 2 else "#123640", box=(column * 214, 0, column * 214 + 214, 1980))
    sheet.gradient("#4a2c24", "#1f1216", box=(0, 1980, 1920, 2400))
    sheet.beam(960, -300, 90, 30, 3000, "#fff0c8", 0.85)
    sheet.glow(960, 1100, 900, "#ffe2a0", 0.35)
    sheet.shine()
    sheet.disc(960, 2080, 620, "#6b4030", tall=0.2)
    soft(sheet, oval(980, 2090, 360, 50), "#1a0c10", 190, 26)
    sheet.box(948, 300, 972, 2080, "#8f6a34")
    for leg in (-1, 1):
        sheet.arc([(960, 1960), (960 + leg * 120, 2020), (960 + leg * 210, 2100)], "#8f6a34", 24)
    sheet.disc(960, 300, 34, "#d9a441")
    coat = "#b99a6a"
    back = [(760, 560), (1160, 560), (1250, 1900), (670, 1900)]
    sheet.shape(back, darker(coat, 0.55))
    for side in (1, -1):
        sleeve = capped([(960 + side * 300, 620), (960 + side * 384, 960), (960 + side * 366, 1370)], [180, 176, 150])
        tones = (lighter(coat, 0.2), coat, darker(coat, 0.3)) if side < 0 else (darker(coat, 0.1), darker(coat, 0.26), darker(coat, 0.5))
        poured(sheet, sleeve, *tones, across=True)
        sheet.shape([(960 + side * 296, 1270), (960 + side * 442, 1264), (960 + side * 440, 1310), (960 + side * 296, 1316)], darker(coat, 0.3 if side < 0 else 0.5))
    left = [*smooth([(900, 440), (770, 492), (652, 560), (640, 700), (690, 960), (690, 1180), (640, 1500), (590, 1900)], closed=False), *smooth([(590, 1900), (760, 1930), (930, 1915)], closed=False), (930, 1100), (900, 700)]
    right = [*smooth([(1020, 440), (1150, 492), (1268, 560), (1280, 700), (1230, 960), (1230, 1180), (1280, 1500), (1330, 1900)], closed=False), *smooth([(1330, 1900), (1160, 1930), (960, 1915)], closed=False), (950, 1100), (1000, 700)]
    poured(sheet, right, coat, darker(coat, 0.16), darker(coat, 0.5), across=True)
    poured(sheet, left, lighter(coat, 0.24), lighter(coat, 0.06), coat, across=True)
    for points in ([(720, 1250), (690, 1560), (660, 1880)], [(820, 1260), (810, 1600), (800, 1910)], [(1090, 1260), (1110, 1600), (1130, 1910)], [(1200, 1250), (1226, 1560), (1250, 1890)]):
        sheet.arc(points, darker(coat, 0.34), 8, 150)
    for side in (-1, 1):
        sheet.blob([(960 + side * 20, 470), (960 + side * 130, 420), (960 + side * 214, 520), (960 + side * 250, 640), (960 + side * 120, 770), (960 + side * 46, 860), (960 + side * 24, 640)], lighter(coat, 0.32) if side < 0 else darker(coat, 0.12))
        sheet.blob([(960 + side * 30, 400), (960 + side * 110, 376), (960 + side * 170, 450), (960 + side * 80, 540), (960 + side * 14, 560)], lighter(coat, 0.12) if side < 0 else darker(coat, 0.24))
        pocket = [(960 + side * 150, 1350), (960 + side * 284, 1320), (960 + side * 292, 1362), (960 + side * 158, 1394)]
        sheet.shape(pocket, darker(coat, 0.2 if side < 0 else 0.42))
        for y in (980, 1420, 1640):
            sheet.disc(960 + side * 64, y, 24, "#4a2c1c")
            sheet.disc(960 + side * 64 - 6, y - 6, 9, "#a8744a")
    poured(sheet, [(676, 1110), (1244, 1110), (1250, 1184), (670, 1184)], lighter(coat, 0.1), darker(coat, 0.1), darker(coat, 0.45), across=True)
    sheet.box(890, 1092, 1020, 1202, "#4a2c1c", radius=16)
    sheet.box(914, 1116, 996, 1178, darker(coat, 0.1), radius=8)
    sheet.shape(ribbon([(1010, 1150), (1090, 1220), (1110, 1330)], [70, 66, 60]), darker(coat, 0.2))
    sheet.stroke([(1090, 806), (1152, 870)], "#5a4a4a", 4)
    sheet.shape(turned(1166, 950, [(-60, -86), (60, -86), (60, 86), (-60, 86)], -9), "#fffaf0")
    sheet.word("LOT", 1162, 906, 44, "#4a2c1c")
    sheet.word("41", 1172, 970, 84, "#c8253b")
    soft(sheet, oval(500, 2260, 250, 26), "#140a0c", 190, 16)
    poured(sheet, [(270, 2180), (730, 2180), (760, 2256), (240, 2256)], "#a8642c", "#5a3014")
    poured(sheet, turned(480, 2096, [(40, -17), (600, -23), (626, 0), (600, 23), (40, 17)], -24), "#d99a5a", "#7a451c")
    barrel = turned(480, 2096, [(-78, -138), (78, -138), (78, 138), (-78, 138)], -24)
    poured(sheet, barrel, "#f0c08a", "#c98a4a", "#6b3a18", across=True)
    for along in (-128, -78, 78, 128):
        poured(sheet, turned(480, 2096, [(-90, along - 17), (90, along - 17), (90, along + 17), (-90, along + 17)], -24), "#e8ae6a", "#a8642c", "#5a3014", across=True)
    sheet.glow(960, 700, 700, "#fff0c8", 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.45)
