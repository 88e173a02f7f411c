"""Scenes from film sets and television studios. Each function draws one and returns it, as in classics."""
# ruff: noqa: E501

import math
from collections.abc import Sequence
from itertools import pairwise

from PIL import Image

from articles.demo.drawing import Colour, Point, Sheet, darker, lighter, mix, smooth
from articles.demo.figures import Look, bust
from articles.demo.scenes.classics import LANDSCAPE, UPRIGHT, figure

# fmt: off

INK = "#130c1c"


def ridge(sheet: Sheet, base: float, points: list[Point], colour: Colour) -> None:
    """A line of hills as wide as the sheet, filled down to `base`."""
    line = smooth([(-80, points[0][1]), *points, (sheet.width + 80, points[-1][1])], closed=False)
    sheet.shape([*line, (sheet.width + 80, base), (-80, base)], colour)


def peaks(sheet: Sheet, base: float, points: list[Point], colour: Colour, snow: Colour | None = None) -> None:
    """Sharp mountains, their right flanks in shade; snow on every second point if a colour is given."""
    line = [(-80, points[0][1]), *points, (sheet.width + 80, points[-1][1])]
    sheet.shape([*line, (sheet.width + 80, base), (-80, base)], colour)
    for before, (x, y), after in zip(points[::2], points[1::2], points[2::2], strict=False):
        sheet.shape([(x, y), after, (x + (after[0] - x) * 0.25, after[1] + 60), (x - 30, y + (after[1] - y) * 0.6)], darker(colour, 0.14))
        if snow:
            def down(side: Point, share: float, x: float = x, y: float = y) -> Point:
                return x + (side[0] - x) * share, y + (side[1] - y) * share

            drop = (max(before[1], after[1]) - y) * 0.5
            cap = [(x, y), down(before, 0.36), (x - drop * 0.28, y + drop * 0.7), (x - drop * 0.06, y + drop * 1.05), (x + drop * 0.22, y + drop * 0.68), down(after, 0.4)]
            sheet.shape(cap, snow)
            sheet.shape([(x, y), (x - drop * 0.06, y + drop * 1.05), (x + drop * 0.22, y + drop * 0.68), down(after, 0.4)], mix(snow, colour, 0.4))


def ribbon(sheet: Sheet, points: list[Point], colour: Colour, width: float, alpha: int) -> None:
    """A see-through band along the points, tapering to both ends."""
    line = smooth(points, closed=False)
    upper, lower = [], []
    for index, (x, y) in enumerate(line):
        ahead, back = line[min(index + 1, len(line) - 1)], line[max(index - 1, 0)]
        long = math.hypot(ahead[0] - back[0], ahead[1] - back[1]) or 1
        half = width / 2 * math.sin(math.pi * (0.06 + 0.88 * index / (len(line) - 1))) ** 0.6
        upper.append((x - (ahead[1] - back[1]) / long * half, y + (ahead[0] - back[0]) / long * half))
        lower.append((x + (ahead[1] - back[1]) / long * half, y - (ahead[0] - back[0]) / long * half))
    sheet.shape([*upper, *reversed(lower)], colour, alpha)


def pine(sheet: Sheet, x: float, base: float, tall: float, colour: Colour, snow: Colour | None = None) -> None:
    """A fir in five skirts, its right side darker; with snow on the left side of each if a colour is given."""
    for step in range(5):
        top, wide = base - tall * (1 - step * 0.16), tall * (0.09 + 0.045 * step)
        low = top + tall * 0.34
        sheet.shape([(x, top), (x - wide, low), (x, low - tall * 0.03), (x + wide, low)], colour)
        sheet.shape([(x, top), (x, low - tall * 0.03), (x + wide, low)], darker(colour, 0.3))
        if snow:
            sheet.shape([(x, top), (x - wide, low), (x - wide * 0.42, low - tall * 0.07), (x - wide * 0.1, low - tall * 0.1)], snow)
    sheet.box(x - tall * 0.02, base - tall * 0.06, x + tall * 0.02, base + tall * 0.02, darker(colour, 0.5))


def glints(sheet: Sheet, x: float, spread: float, top: float, bottom: float, colour: Colour, count: int = 120, alpha: int = 110) -> None:
    """Light broken on water: short strokes about x, longer and wider apart towards the front."""
    for _ in range(count):
        share = sheet.random.random() ** 0.8
        y = top + (bottom - top) * share
        at = sheet.random.gauss(x, spread * (0.45 + share))
        long = 20 + 110 * share * sheet.random.random()
        sheet.stroke([(at - long, y), (at + long, y)], colour, 3 + 5 * share, alpha)


def snowfall(sheet: Sheet, count: int = 160, low: float = 0) -> None:
    for _ in range(count):
        size = sheet.random.choice((2.5, 3.5, 5, 8))
        sheet.disc(sheet.random.uniform(0, sheet.width), sheet.random.uniform(low, sheet.height), size, "#ffffff", 70 + int(size * 16))


# -- films -----------------------------------------------------------------------------------------------------------


def viaduct(seed: int) -> Image.Image:
    """A steam train crosses a stone viaduct at sunrise in the snow."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2b3f78", "#7f6aa3", "#f0a58c", "#ffd9a0", box=(0, 0, 2400, 1100))
    sheet.glow(760, 700, 1000, "#ffdf9c", 0.7)
    sheet.shine()
    sheet.disc(760, 700, 170, "#fff3cf")
    peaks(sheet, 1700, [(0, 640), (220, 520), (620, 790), (1120, 600), (1560, 800), (2020, 470), (2400, 720)], mix("#f0a58c", "#5b5f9a", 0.6), "#ffe6d6")
    ridge(sheet, 1700, [(0, 760), (380, 880), (900, 800), (1400, 930), (1900, 780), (2400, 880)], mix("#c98a9a", "#3d4a86", 0.55))
    ridge(sheet, 1700, [(0, 1120), (500, 1200), (1200, 1270), (1800, 1180), (2400, 1060)], "#5a6198")
    # the bridge: spandrels between round arches on tall piers, lit from the left
    deck, spring, bay = 880, 1085, 230
    stone, shade = "#4a3f63", "#2f2847"
    for index in range(-1, 11):
        left = index * bay + 50
        arch = [(left + bay / 2 + math.cos(math.radians(angle)) * 88, spring - math.sin(math.radians(angle)) * 96) for angle in range(0, 181, 9)]
        sheet.shape([(left, deck), (left + bay, deck), (left + bay, spring), *arch, (left, spring)], stone)
        soffit = [(x + 14, y + 12) for x, y in arch[10:]]
        sheet.shape([*arch[10:], *reversed(soffit)], shade)
        sheet.shape([(left - 27, spring - 4), (left + 27, spring - 4), (left + 38, 1560), (left - 38, 1560)], stone)
        sheet.shape([(left + 4, spring - 4), (left + 27, spring - 4), (left + 38, 1560), (left + 6, 1560)], shade)
        sheet.shape([(left - 27, spring - 4), (left - 17, spring - 4), (left - 24, 1560), (left - 38, 1560)], "#c98c8a", 170)
        sheet.box(left - 36, spring - 14, left + 36, spring + 6, lighter(stone, 0.14))
    sheet.box(-20, deck - 22, 2420, deck + 14, shade)
    sheet.box(-20, deck - 30, 2420, deck - 14, "#f4e6e6")
    # the smoke first, then the train before it
    puffs = []
    for step in range(34):
        share = step / 33
        for _ in range(3):
            reach = 30 + 130 * share
            puffs.append((565 + 1500 * share + sheet.random.uniform(-1, 1) * reach * 0.5, 560 - 300 * share ** 0.7 + sheet.random.uniform(-1, 1) * reach * 0.42, reach * sheet.random.uniform(0.6, 0.9), share))
    for tone, lift, size in (("#8d7fb0", 24, 1.0), ("#d9a4a8", -2, 0.9), ("#ffe2c4", -20, 0.66)):
        for x, y, reach, share in puffs:
            sheet.disc(x - lift * 0.4, y + lift * (0.4 + share), reach * size, mix(tone, "#7f6aa3", share * 0.5))
    for number in range(4):
        left = 980 + number * 372
        sheet.box(left, 716, left + 350, 846, "#7a2436", radius=14)
        sheet.box(left, 716, left + 350, 744, "#2a1a2e", radius=14)
        sheet.box(left, 800, left + 350, 812, "#e2b36a")
        for window in range(6):
            sheet.box(left + 22 + window * 54, 754, left + 60 + window * 54, 794, "#ffe09a", radius=6)
            sheet.glow(left + 41 + window * 54, 774, 70, "#ffc060", 0.4)
        for wheel in (60, 110, 240, 290):
            sheet.disc(left + wheel, 846, 22, INK)
        sheet.box(left + 350, 826, left + 374, 838, INK)
    sheet.box(800, 740, 962, 846, "#231a33", radius=10)
    sheet.blob([(806, 744), (840, 706), (900, 698), (950, 716), (960, 746)], INK)
    sheet.box(500, 726, 800, 822, "#2b2140", radius=40)
    sheet.box(500, 726, 800, 752, "#5a4a75", radius=26)
    sheet.box(716, 668, 812, 832, "#2b2140", radius=8)
    sheet.box(700, 656, 826, 676, INK, radius=8)
    sheet.box(736, 694, 778, 738, "#ffd98a", radius=6)
    sheet.shape([(540, 730), (584, 730), (592, 628), (530, 628)], INK)
    sheet.box(522, 616, 600, 634, "#5a4a75", radius=6)
    sheet.disc(650, 728, 34, "#d7a24a")
    sheet.box(470, 812, 830, 838, "#a32c3c")
    for x, size in ((540, 26), (606, 40), (688, 40), (770, 40), (850, 24), (920, 24)):
        sheet.disc(x, 862 - size + 6, size, INK)
        sheet.ring(x, 862 - size + 6, size * 0.72, "#8c6f8a", 6)
    sheet.stroke([(606, 836), (770, 836)], "#d9c7cf", 10)
    sheet.shape([(474, 830), (420, 866), (500, 866)], "#a32c3c")
    sheet.disc(492, 770, 22, "#fff4cf")
    sheet.glow(480, 770, 260, "#fff0c0", 0.8)
    sheet.shine()
    ridge(sheet, 1700, [(0, 1400), (420, 1450), (1000, 1520), (1700, 1450), (2400, 1360)], "#e9dbe8")
    ridge(sheet, 1700, [(0, 1490), (600, 1510), (1300, 1570), (2000, 1530), (2400, 1470)], "#cfc3de")
    for x, base, tall in ((110, 1560, 470), (300, 1600, 340), (2110, 1610, 360), (2290, 1570, 520), (1900, 1620, 240)):
        pine(sheet, x, base, tall, "#2a2f5c", "#f7edf2")
    snowfall(sheet, 90)
    sheet.glow(760, 700, 1200, "#ffd79a", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def quarry(seed: int) -> Image.Image:
    """Slate terraces step down to a pool by moonlight; somebody holds up a lantern."""
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#0f1c3d", "#27406f", "#7d93ad", box=(0, 0, 1920, 1000))
    sheet.stars(120, 620)
    sheet.glow(1260, 380, 620, "#e8eefc", 0.55)
    sheet.shine()
    sheet.disc(1260, 380, 150, "#f6f3e4")
    for x, y, size in ((1220, 350, 30), (1310, 420, 42), (1290, 320, 18)):
        sheet.disc(x, y, size, "#dcdcd8")
    ridge(sheet, 2500, [(0, 760), (300, 640), (700, 790), (1200, 720), (1600, 600), (1920, 700)], "#3c5684")
    sheet.gradient("#5c7fa8", "#16294f", box=(0, 1500, 1920, 2400))
    for step in range(9):
        # each ledge leans out from both walls a little farther and lower than the one before
        share = step / 8
        y = 860 + 1060 * share ** 1.15
        tone = mix("#6f86a8", "#121a38", 0.25 + 0.62 * share)
        left, right = 980 - 700 * share, 1010 + 690 * share
        for side, edge in ((-1, left), (1, right)):
            outer = -60 if side < 0 else 1980
            jag = [(edge + side * 0, y + 150), (edge + side * 26, y + 60), (edge + side * 18, y), (edge + side * 190, y - 34), (edge + side * 420, y - 18), (outer, y - 66)]
            sheet.shape([*jag, (outer, y + 560), (edge + side * 4, y + 330)], tone)
            sheet.shape([jag[2], jag[3], jag[4], jag[5], (outer, y - 36), (edge + side * 420, y + 10), (edge + side * 190, y - 6)], lighter(tone, 0.22 if side < 0 else 0.38))
            for crack in range(8):
                x = edge + side * (70 + crack * 97)
                sheet.stroke([(x, y + 30), (x + side * 12, y + 118)], darker(tone, 0.3), 5, 130)
    glints(sheet, 1120, 130, 1540, 2380, "#dfe8f4", 130, 90)
    glints(sheet, 780, 60, 1700, 2000, "#ffc978", 26, 120)
    x, y = 690, 1562
    sheet.shape([(-60, 1580), (700, 1556), (820, 1586), (800, 1690), (640, 1760), (-60, 1900)], "#0d1430")
    sheet.shape([(-60, 1580), (700, 1556), (820, 1586), (690, 1592), (-60, 1620)], "#54698f")
    figure(sheet, x - 120, y + 14, 300, "#0a0f24", coat=True)
    sheet.arc([(x - 96, y - 200), (x - 40, y - 226), (x - 6, y - 262)], "#0a0f24", 24)
    sheet.stroke([(x - 6, y - 262), (x - 6, y - 222)], "#0a0f24", 7)
    sheet.box(x - 26, y - 222, x + 14, y - 162, "#ffd27a", radius=8)
    sheet.glow(x - 6, y - 192, 520, "#ffb65a", 0.85)
    sheet.glow(x - 6, y - 192, 160, "#fff0c8", 0.9)
    sheet.shine()
    return sheet.finish()


def lake_cinema(seed: int) -> Image.Image:
    """A film on a raft in the middle of a mountain lake, watched from rowing boats."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#06182c", "#0e3b4f", "#2f7f7f", "#8fc0a0", box=(0, 0, 2400, 860))
    sheet.stars(190, 620)
    for base, points, colour in (
        (900, [(0, 560), (260, 380), (520, 620), (800, 300), (1080, 560), (1440, 250), (1760, 560), (2060, 330), (2400, 600)], "#2a6672"),
        (900, [(0, 700), (340, 600), (760, 740), (1200, 620), (1640, 740), (2050, 590), (2400, 720)], "#164552"),
    ):
        line = [(-80, points[0][1]), *points, (2480, points[-1][1])]
        sheet.shape([*line, (2480, base), (-80, base)], colour)
    for x, y, size in ((800, 300, 1), (1440, 250, 1.15), (2060, 330, 0.85), (260, 380, 0.75)):
        sheet.shape([(x, y), (x - 92 * size, y + 128 * size), (x - 40 * size, y + 96 * size), (x - 8 * size, y + 150 * size), (x + 30 * size, y + 104 * size), (x + 92 * size, y + 134 * size)], "#dff0e4")
        sheet.shape([(x, y), (x + 4 * size, y + 124 * size), (x + 30 * size, y + 104 * size), (x + 92 * size, y + 134 * size)], "#9cc4c0")
    for x in range(-10, 2420, 58):
        pine(sheet, x + sheet.random.uniform(-18, 18), 866, sheet.random.uniform(80, 170), "#0a2c38")
    sheet.gradient("#2b7076", "#0d3444", "#04131f", box=(0, 858, 2400, 1600))
    for _ in range(120):
        x, y = sheet.random.uniform(0, 2400), 870 + 700 * sheet.random.random()
        sheet.stroke([(x, y), (x + 40 + (y - 860) * 0.2, y)], "#8fc9bd", 4, 34)
    sheet.glow(1180, 640, 1000, "#ffcf8a", 0.55)
    sheet.shine()
    sheet.box(1180 - 470, 920, 1180 + 470, 962, "#1a1420", radius=8)
    for x in range(740, 1640, 110):
        sheet.disc(x, 968, 46, "#2b1d24", tall=0.5)
    for x in (770, 1590):
        sheet.stroke([(x, 940), (x, 350)], "#1a1420", 20)
    sheet.box(730, 340, 1630, 850, "#1a1420", radius=10)
    sheet.gradient("#ff9a6b", "#ffd08a", "#fff0c2", box=(752, 362, 1608, 828))
    sheet.disc(1320, 640, 130, "#fffbe6")
    sheet.shape([(752, 828), (752, 700), (900, 660), (1060, 720), (1240, 690), (1430, 740), (1608, 700), (1608, 828)], "#b5485a")
    # two who dance on the screen
    sheet.blob([(1010, 792), (1032, 640), (1016, 560), (1060, 548), (1088, 566), (1080, 650), (1120, 792)], "#4a1838")
    sheet.disc(1050, 516, 30, "#4a1838", tall=1.15)
    sheet.blob([(1130, 792), (1134, 660), (1108, 560), (1150, 540), (1186, 560), (1180, 660), (1192, 792)], "#5f1f3d")
    sheet.disc(1146, 506, 30, "#5f1f3d", tall=1.15)
    sheet.arc([(1070, 580), (1010, 540), (960, 470)], "#4a1838", 22)
    sheet.arc([(1130, 566), (1040, 520), (960, 470)], "#5f1f3d", 18)
    sheet.arc([(1172, 580), (1130, 640), (1070, 630)], "#5f1f3d", 22)
    glints(sheet, 1180, 290, 985, 1540, "#ffdf9c", 230, 120)
    glints(sheet, 1180, 200, 985, 1400, "#ff9f72", 90, 110)
    for x, y, size in ((420, 1070, 0.62), (1900, 1060, 0.6), (1460, 1180, 0.8), (760, 1230, 0.92), (2100, 1330, 1.2), (240, 1400, 1.35), (1250, 1470, 1.6)):
        hull = "#0a0d18"
        sheet.disc(x, y + 26 * size, 230 * size, "#02070d", 120, tall=0.12)
        for at, tall in ((-66, 1.0), (40, 1.1)):
            px = x + at * size
            sheet.disc(px, y - 113 * size * tall, 28 * size, "#d98a5f", tall=1.12)
            sheet.blob([(px - 44 * size, y + 6), (px - 40 * size, y - 58 * size * tall), (px, y - 84 * size * tall), (px + 40 * size, y - 58 * size * tall), (px + 44 * size, y + 6)], hull)
            sheet.disc(px, y - 108 * size * tall, 28 * size, hull, tall=1.15)
        sheet.blob([(x - 200 * size, y - 26 * size), (x - 130 * size, y - 12 * size), (x, y - 6 * size), (x + 130 * size, y - 12 * size), (x + 200 * size, y - 30 * size), (x + 140 * size, y + 40 * size), (x - 140 * size, y + 40 * size)], "#3b2230")
        sheet.arc([(x - 200 * size, y - 26 * size), (x - 100 * size, y - 6 * size), (x, y - 2 * size), (x + 100 * size, y - 6 * size), (x + 200 * size, y - 30 * size)], "#e0905f", 8 * size)
        lamp = (x + 188 * size, y - 70 * size)
        sheet.stroke([(lamp[0], y - 24 * size), lamp], hull, 6 * size)
        sheet.disc(*lamp, 15 * size, "#fff0b8")
        sheet.glow(*lamp, 150 * size, "#ffc25e", 0.8)
    sheet.glow(1180, 600, 620, "#ffd9a0", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def prop_store(seed: int) -> Image.Image:
    """Shelves to the ceiling on both sides of a long aisle, every one of them full."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2a1a24", "#3f2730", "#1c1019")
    middle, eye = 1200, 700
    tones = ["#c8443c", "#e0a93f", "#3f8c8a", "#e9dcc0", "#8c5a8f", "#d97a4a", "#5b7fb0", "#7f9a55"]

    def at(side: int, x: float, y: float, depth: float) -> Point:
        return middle + side * x / depth, eye + y / depth

    sheet.shape([at(-1, 1250, 900, 1), at(1, 1250, 900, 1), at(1, 1250, 900, 9), at(-1, 1250, 900, 9)], "#6b4430")
    for plank in range(-6, 7):
        sheet.stroke([(middle + plank * 200 / 9, eye + 100), (middle + plank * 200, eye + 900)], "#3d2418", 5, 170)
    sheet.box(middle - 140, eye - 134, middle + 140, eye + 102, "#f3cf8d")
    sheet.glow(middle, eye, 560, "#ffcf85", 0.9)
    sheet.shine()
    figure(sheet, middle - 30, eye + 150, 230, "#2a1620", coat=True)
    rows = (-840, -520, -200, 120, 440, 760)
    depths = [9 * 0.855 ** step for step in range(17)]
    for depth, near in pairwise(depths):
        if near < 0.78:
            break
        dark = min(0.55, max(0.0, (depth - 1.2) / 14))
        for side in (-1, 1):
            wood = mix("#7d4c30" if side < 0 else "#5e3727", "#ffcf85", dark * 0.5)
            sheet.shape([at(side, 1250, -1200, near), at(side, 1250, 900, near), at(side, 1250, 900, depth), at(side, 1250, -1200, depth)], darker(wood, 0.55))
            for y in rows:
                # what stands on this shelf, then the shelf's own edge
                x0, floor = at(side, 1190, y, (depth + near) / 2)
                unit = 178 / ((depth + near) / 2)
                colour = mix(sheet.random.choice(tones), "#ffcf85", dark)
                colour = darker(colour, 0.12 if side < 0 else 0.3)
                kind = sheet.random.randrange(6)
                if kind == 0:
                    sheet.blob([(x0 - unit * 0.3, floor), (x0 - unit * 0.46, floor - unit * 0.6), (x0 - unit * 0.14, floor - unit * 1.1), (x0 - unit * 0.2, floor - unit * 1.4), (x0 + unit * 0.2, floor - unit * 1.4), (x0 + unit * 0.14, floor - unit * 1.1), (x0 + unit * 0.46, floor - unit * 0.6), (x0 + unit * 0.3, floor)], colour)
                elif kind == 1:
                    sheet.disc(x0, floor - unit * 0.84, unit * 0.54, colour)
                    sheet.arc([(x0 - unit * 0.4, floor - unit * 1.0), (x0, floor - unit * 0.8), (x0 + unit * 0.42, floor - unit * 0.9)], lighter(colour, 0.4), unit * 0.07)
                    sheet.shape([(x0 - unit * 0.3, floor), (x0 + unit * 0.3, floor), (x0, floor - unit * 0.36)], darker(colour, 0.4))
                elif kind == 2:
                    sheet.shape([(x0 - unit * 0.5, floor - unit * 0.8), (x0 + unit * 0.5, floor - unit * 0.8), (x0 + unit * 0.28, floor - unit * 1.5), (x0 - unit * 0.28, floor - unit * 1.5)], lighter(colour, 0.3))
                    sheet.stroke([(x0, floor), (x0, floor - unit * 0.8)], darker(colour, 0.3), unit * 0.12)
                    sheet.disc(x0, floor, unit * 0.26, darker(colour, 0.3), tall=0.3)
                elif kind == 3:
                    for book in range(4):
                        lean = unit * (book - 1.5) * 0.26
                        sheet.box(x0 + lean - unit * 0.11, floor - unit * (1.0 + 0.16 * (book % 3)), x0 + lean + unit * 0.11, floor, mix(tones[(book * 3) % 8], colour, 0.4))
                elif kind == 4:
                    sheet.box(x0 - unit * 0.42, floor - unit * 1.1, x0 + unit * 0.42, floor, darker(colour, 0.2), radius=unit * 0.3)
                    sheet.disc(x0, floor - unit * 0.68, unit * 0.28, "#f7ecd2")
                    sheet.stroke([(x0, floor - unit * 0.68), (x0, floor - unit * 0.86)], INK, unit * 0.05)
                    sheet.stroke([(x0, floor - unit * 0.68), (x0 + unit * 0.13, floor - unit * 0.62)], INK, unit * 0.05)
                else:
                    sheet.box(x0 - unit * 0.56, floor - unit * 0.76, x0 + unit * 0.56, floor, colour, radius=unit * 0.1)
                    sheet.box(x0 - unit * 0.56, floor - unit * 0.5, x0 + unit * 0.56, floor - unit * 0.42, darker(colour, 0.4))
                    sheet.arc([(x0 - unit * 0.16, floor - unit * 0.76), (x0, floor - unit * 0.92), (x0 + unit * 0.16, floor - unit * 0.76)], darker(colour, 0.4), unit * 0.07)
                edge = 18
                sheet.shape([at(side, 1250, y, near), at(side, 1250, y + edge * 2, near), at(side, 1250, y + edge * 2, depth), at(side, 1250, y, depth)], wood)
                sheet.shape([at(side, 1250, y, near), at(side, 1130, y, near), at(side, 1130, y, depth), at(side, 1250, y, depth)], lighter(wood, 0.12))
            sheet.shape([at(side, 1130, -1200, near), at(side, 1160, -1200, near), at(side, 1160, 900, near), at(side, 1130, 900, near)], lighter(wood, 0.1))
    for depth in (5.6, 3.6, 2.2, 1.35):
        x, y = middle, eye - 560 / depth
        sheet.stroke([(x, -10), (x, y - 60 / depth)], INK, 10 / depth)
        sheet.shape([(x - 130 / depth, y), (x + 130 / depth, y), (x + 40 / depth, y - 80 / depth), (x - 40 / depth, y - 80 / depth)], "#2f5f62")
        sheet.disc(x, y + 6 / depth, 46 / depth, "#fff3cf")
        sheet.glow(x, y, 900 / depth, "#ffc873", 0.6)
    sheet.shine()
    return sheet.finish(vignette=0.45)


def paper_moon(seed: int) -> Image.Image:
    """A painted crescent moon hung from two ropes on a stage of cut-out clouds."""
    y: float
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#0d1440", "#1f2f78", "#4a55a8")
    for index in range(14):
        x = index * 150 - 20
        sheet.shape([(x, 0), (x + 60, 0), (x + 76, 1900), (x + 10, 1900)], "#ffffff", 12)
        sheet.shape([(x + 84, 0), (x + 120, 0), (x + 130, 1900), (x + 96, 1900)], "#000018", 30)
    for _ in range(30):
        x, y = sheet.random.uniform(90, 1830), sheet.random.uniform(110, 1400)
        if math.hypot(x - 960, y - 900) > 560:
            sheet.stroke([(x, -10), (x, y)], "#c8c3e8", 2, 70)
            points: list[Point] = []
            size = sheet.random.uniform(20, 52)
            for corner in range(10):
                reach = size if corner % 2 == 0 else size * 0.42
                angle = math.pi * (corner / 5 - 0.5)
                points.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
            sheet.shape(points, "#f2d27a")
            sheet.shape([points[0], points[1], (x, y), points[9]], "#fff0b8")
    sheet.glow(960, 900, 950, "#ffe09a", 0.75)
    sheet.shine()
    for x in (700, 1212):
        sheet.stroke([(x, -20), (x, 484)], "#e9dcc0", 13)
    # outer edge from horn to horn, and back along the profile of a face
    outer = [(1225, 470), (1000, 392), (720, 430), (500, 620), (420, 900), (500, 1190), (720, 1390), (1010, 1440), (1290, 1340)]
    inner = [(1290, 1340), (1100, 1300), (990, 1230), (960, 1150), (1015, 1112), (1000, 1070), (1030, 1046), (1000, 1010), (1015, 980), (1085, 950), (1080, 918), (1000, 840), (985, 770), (1010, 680), (1090, 560), (1225, 470)]
    rim = [*smooth(outer, closed=False), *smooth(inner, closed=False)]
    sheet.shape([(x + 22, y + 26) for x, y in rim], "#0a0f33", 120)
    sheet.shape(rim, "#f3c757")
    sheet.inside(rim, smooth([(1200, 380), (700, 400), (380, 700), (380, 1100), (700, 1450), (1250, 1460), (900, 1400), (640, 1240), (560, 900), (640, 640), (860, 480)]), "#d99a3a")
    sheet.inside(rim, smooth([(1000, 640), (920, 760), (930, 860), (1040, 950), (960, 1000), (970, 1100), (930, 1180), (1010, 1290), (1300, 1400), (1300, 900)]), "#ffe69a")
    sheet.arc([(880, 820), (930, 790), (985, 815)], "#7a4a1e", 16)
    sheet.arc([(885, 866), (930, 896), (980, 872)], "#7a4a1e", 12)
    sheet.arc([(1004, 1092), (950, 1100), (900, 1076)], "#a3453a", 15)
    sheet.disc(820, 1050, 66, "#e9805a", 120)
    sheet.glow(700, 500, 500, "#fff3c8", 0.3)
    sheet.shine()
    for y, tone, step in ((1700, "#6272bd", 0), (1810, "#8795d6", 130), (1930, "#b3bcea", 40), (2060, "#e9eaf7", 160)):
        for index in range(9):
            x = index * 270 - 150 + step
            sheet.disc(x, y + 18 * math.sin(index * 2.1), 190, tone)
        sheet.box(-20, y + 20, 1940, 2420, tone)
        for index in range(9):
            x = index * 270 - 150 + step
            sheet.arc([(x - 120, y - 120 + 18 * math.sin(index * 2.1)), (x - 20, y - 168 + 18 * math.sin(index * 2.1)), (x + 90, y - 140 + 18 * math.sin(index * 2.1))], lighter(tone, 0.6), 12, 160)
    sheet.gradient("#8a5535", "#472618", box=(0, 2190, 1920, 2400))
    for index in range(-8, 20):
        sheet.stroke([(960 + (index - 6) * 150, 2192), (960 + (index - 6) * 230, 2400)], "#35190f", 5, 150)
    sheet.box(-20, 2176, 1940, 2200, "#2a1610")
    for x in range(120, 1900, 240):
        sheet.shape([(x - 54, 2200), (x + 54, 2200), (x + 40, 2146), (x - 40, 2146)], "#d9a441")
        sheet.glow(x, 2140, 190, "#ffe3a0", 0.6)
    sheet.shine()
    return sheet.finish()


def telephones(seed: int) -> Image.Image:
    """Twelve telephones in as many colours; one of them rings."""
    sheet = Sheet(*LANDSCAPE, seed)
    grounds = ["#e9b949", "#2f6f77", "#d8604a", "#efe0c2", "#40406f", "#8fae86", "#c23a4c", "#7fb0bd", "#e39a5f", "#553052", "#dfcb8a", "#3f7f63"]
    bodies = ["#b3263c", "#f0cf7a", "#1f2a44", "#2f8079", "#f2e7d2", "#7a2f4a", "#f4d9a2", "#3a2340", "#f6eddc", "#e58a4a", "#40547f", "#e9c4a0"]
    for index in range(12):
        column, row = index % 4, index // 4
        left, top = column * 600, row * 534 - 1
        ground, body = grounds[index], bodies[index]
        sheet.box(left, top, left + 601, top + 535, ground)
        sheet.halftone((left, top + 300, left + 590, top + 530), darker(ground, 0.2), 22, 70)
        x, y = left + 300, top + 300
        sheet.disc(x + 14, y + 150, 214, darker(ground, 0.5), 110, tall=0.18)
        shell = smooth([(x - 104, y - 74), (x + 104, y - 74), (x + 150, y + 10), (x + 204, y + 120), (x + 190, y + 156), (x, y + 164), (x - 190, y + 156), (x - 204, y + 120), (x - 150, y + 10)])
        sheet.shape(shell, body)
        sheet.inside(shell, [(x + 70, y - 100), (x + 110, y + 60), (x + 96, y + 200), (x + 300, y + 200), (x + 300, y - 100)], darker(body, 0.25))
        sheet.inside(shell, [(x - 300, y + 140), (x + 300, y + 140), (x + 300, y + 200), (x - 300, y + 200)], darker(body, 0.4))
        sheet.disc(x, y + 46, 84, darker(body, 0.35))
        sheet.disc(x, y + 44, 78, "#f7efe0")
        for hole in range(10):
            angle = math.radians(hole * 29 - 210)
            sheet.disc(x + math.cos(angle) * 56, y + 44 + math.sin(angle) * 56, 13, darker(body, 0.55))
        sheet.disc(x, y + 44, 30, body)
        for side in (-1, 1):
            sheet.box(x + side * 84 - 20, y - 104, x + side * 84 + 20, y - 62, darker(body, 0.3), radius=8)
        hand, turn = (x, y - 118), 0.0
        if index == 6:  # the one that rings
            hand, turn = (x + 8, y - 146), -0.16
            for side in (-1, 1):
                for step in range(3):
                    reach = 232 + step * 26
                    sheet.arc([(x + side * reach, y - 60 - 34 * step), (x + side * (reach + 14), y - 20), (x + side * reach, y + 20 + 34 * step)], "#ffe9bd", 11)
        cos, sin = math.cos(turn), math.sin(turn)

        def lift(points: list[Point], hand: Point = hand, cos: float = cos, sin: float = sin) -> list[Point]:
            return [(hand[0] + px * cos - py * sin, hand[1] + px * sin + py * cos) for px, py in points]

        sheet.blob(lift([(-212, 50), (-220, -6), (-170, -46), (-60, -62), (60, -62), (170, -46), (220, -6), (212, 50), (170, 62), (128, 40), (104, 4), (0, -14), (-104, 4), (-128, 40), (-170, 62)]), darker(body, 0.08))
        sheet.arc(lift([(-170, -28), (-60, -46), (60, -46), (150, -32)]), lighter(body, 0.5), 9)
    for line in (600, 1200, 1800):
        sheet.box(line - 7, 0, line + 7, 1600, "#fbf4e4")
    for line in (533, 1067):
        sheet.box(0, line - 7, 2400, line + 7, "#fbf4e4")
    sheet.glow(300, 100, 1500, "#fff0cc", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def hats(seed: int) -> Image.Image:
    """Ten hats on wooden stands along two shelves."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2d5a56", "#1f4644", "#143433")
    for x in range(0, 2401, 100):
        sheet.stroke([(x, 0), (x, 1600)], "#3f736c", 5, 90)
    sheet.glow(1100, 300, 1500, "#ffe2a6", 0.4)
    sheet.shine()

    def stand(x: float, base: float) -> None:
        sheet.disc(x, base - 4, 96, "#0a1a1a", 120, tall=0.16)
        sheet.blob([(x - 62, base), (x - 20, base - 26), (x - 14, base - 190), (x + 14, base - 190), (x + 20, base - 26), (x + 62, base)], "#c98d55")
        sheet.blob([(x - 82, base - 190), (x - 96, base - 280), (x - 60, base - 350), (x, base - 366), (x + 60, base - 350), (x + 96, base - 280), (x + 82, base - 190), (x, base - 168)], "#e0ac74")
        sheet.blob([(x + 16, base - 176), (x + 40, base - 280), (x + 30, base - 356), (x + 60, base - 350), (x + 96, base - 280), (x + 82, base - 190)], "#b57a47")

    def brim(x: float, y: float, wide: float, colour: Colour, thick: float = 0.17) -> None:
        sheet.disc(x, y, wide, darker(colour, 0.25), tall=thick)
        sheet.disc(x, y - 8, wide, colour, tall=thick)

    for row, base in enumerate((740, 1420)):
        sheet.box(0, base, 2400, base + 44, "#a8703f")
        sheet.box(0, base, 2400, base + 12, "#d9a26a")
        sheet.gradient("#0d2423", "#1d4442", box=(0, base + 44, 2400, base + 130))
        for index in range(5):
            x = 300 + index * 450
            stand(x, base)
            y = base - 286
            kind = row * 5 + index
            if kind == 0:  # top hat
                brim(x, y, 164, "#231c2e")
                sheet.shape([(x - 104, y - 6), (x - 118, y - 250), (x + 118, y - 250), (x + 104, y - 6)], "#2f2740")
                sheet.shape([(x + 34, y - 2), (x + 40, y - 250), (x + 118, y - 250), (x + 104, y - 6)], "#1c1526")
                sheet.disc(x, y - 250, 118, "#443a58", tall=0.16)
                sheet.shape([(x - 105, y - 12), (x - 108, y - 70), (x + 108, y - 70), (x + 105, y - 12)], "#a3263f")
            elif kind == 1:  # straw boater with a ribbon
                brim(x, y, 200, "#e9c878", 0.15)
                sheet.shape([(x - 122, y - 10), (x - 118, y - 116), (x + 118, y - 116), (x + 122, y - 10)], "#f2d894")
                sheet.disc(x, y - 116, 118, "#fbe8b4", tall=0.15)
                sheet.shape([(x - 122, y - 16), (x - 121, y - 64), (x + 121, y - 64), (x + 122, y - 16)], "#2f4f8a")
            elif kind == 2:  # a tall hat with a plume
                sheet.blob([(x - 176, y + 14), (x - 150, y - 60), (x - 84, y - 150), (x, y - 196), (x + 84, y - 150), (x + 150, y - 60), (x + 176, y + 14), (x, y - 26)], "#2d4a86")
                sheet.arc([(x - 172, y + 8), (x - 84, y - 30), (x, y - 34), (x + 84, y - 30), (x + 172, y + 8)], "#f0c65a", 18)
                sheet.disc(x, y - 88, 34, "#f0c65a")
                sheet.disc(x, y - 88, 18, "#b3263c")
                sheet.blob([(x - 10, y - 170), (x - 70, y - 290), (x - 20, y - 380), (x + 70, y - 390), (x + 120, y - 330), (x + 60, y - 320), (x + 30, y - 260), (x + 22, y - 170)], "#fbf3e4")
            elif kind == 3:  # cook's tall white
                for puff, lift in ((-96, 230), (-40, 276), (30, 280), (92, 232), (0, 210)):
                    sheet.disc(x + puff, y - lift, 84, "#fffdf6" if puff < 40 else "#e2dccf")
                sheet.shape([(x - 98, y + 2), (x - 112, y - 210), (x + 112, y - 210), (x + 98, y + 2)], "#f6f1e6")
                for pleat in (-56, -14, 30, 70):
                    sheet.stroke([(x + pleat, y - 4), (x + pleat * 1.1, y - 200)], "#d3cbbb", 7)
            elif kind == 4:  # wide brim for a desert
                sheet.blob([(x - 226, y - 52), (x - 150, y - 10), (x, y + 6), (x + 150, y - 10), (x + 226, y - 52), (x + 160, y + 36), (x, y + 54), (x - 160, y + 36)], "#8a5232")
                sheet.blob([(x - 112, y + 6), (x - 108, y - 120), (x - 70, y - 190), (x, y - 160), (x + 70, y - 190), (x + 108, y - 120), (x + 112, y + 6)], "#a8683f")
                sheet.shape([(x - 112, y - 2), (x - 111, y - 46), (x + 111, y - 46), (x + 112, y - 2)], "#4a2a20")
            elif kind == 5:  # fez
                sheet.shape([(x - 106, y + 10), (x - 84, y - 170), (x + 84, y - 170), (x + 106, y + 10)], "#b3263c")
                sheet.shape([(x + 20, y + 10), (x + 20, y - 170), (x + 84, y - 170), (x + 106, y + 10)], "#861a30")
                sheet.disc(x, y - 170, 84, "#cf4455", tall=0.2)
                sheet.arc([(x, y - 174), (x - 70, y - 186), (x - 118, y - 110), (x - 122, y - 40)], "#f0c65a", 10)
                sheet.shape([(x - 138, y - 44), (x - 106, y - 44), (x - 100, y + 40), (x - 144, y + 40)], "#f0c65a")
            elif kind == 6:  # bowler
                brim(x, y, 176, "#4a3428", 0.18)
                sheet.blob([(x - 118, y), (x - 122, y - 90), (x - 70, y - 168), (x, y - 184), (x + 70, y - 168), (x + 122, y - 90), (x + 118, y)], "#634635")
                sheet.blob([(x + 30, y), (x + 60, y - 90), (x + 34, y - 178), (x + 70, y - 168), (x + 122, y - 90), (x + 118, y)], "#472f24")
                sheet.shape([(x - 119, y - 4), (x - 121, y - 46), (x + 121, y - 46), (x + 119, y - 4)], "#2a1a18")
            elif kind == 7:  # a garden of a hat
                brim(x, y, 222, "#e58a8f", 0.2)
                sheet.blob([(x - 110, y - 4), (x - 104, y - 90), (x, y - 140), (x + 104, y - 90), (x + 110, y - 4)], "#f2a9a4")
                for bloom in range(8):
                    px, py = x - 112 + bloom * 32, y - 34 - 18 * math.sin(bloom * 1.9)
                    sheet.disc(px, py, 38, ["#fff4dc", "#f2c14e", "#c23a4c"][bloom % 3])
                    sheet.disc(px, py, 13, "#7a3a2a")
            elif kind == 8:  # a captain's
                sheet.blob([(x - 180, y - 116), (x - 110, y - 178), (x, y - 196), (x + 110, y - 178), (x + 180, y - 116), (x + 110, y - 66), (x - 110, y - 66)], "#f6f1e6")
                sheet.shape([(x - 112, y - 84), (x + 112, y - 84), (x + 104, y - 4), (x - 104, y - 4)], "#22305a")
                sheet.blob([(x - 108, y - 10), (x, y - 26), (x + 108, y - 10), (x + 90, y + 36), (x, y + 50), (x - 90, y + 36)], "#171022")
                sheet.disc(x, y - 66, 32, "#f0c65a")
                sheet.box(x - 6, y - 94, x + 6, y - 40, "#a8703f")
            else:  # a crown that has seen better days
                sheet.shape([(x - 122, y + 6), (x - 140, y - 150), (x - 70, y - 78), (x, y - 190), (x + 70, y - 78), (x + 140, y - 150), (x + 122, y + 6)], "#e7b64a")
                sheet.shape([(x + 26, y + 6), (x + 34, y - 130), (x + 70, y - 78), (x + 140, y - 150), (x + 122, y + 6)], "#b9822c")
                for px, py in ((-140, -158), (0, -200), (140, -158)):
                    sheet.disc(x + px, y + py, 22, "#fbe7ae")
                for px, colour in ((-70, "#b3263c"), (0, "#2f7f86"), (70, "#b3263c")):
                    sheet.disc(x + px, y - 34, 21, colour)
                sheet.box(x - 124, y - 4, x + 124, y + 16, "#f5efe2", radius=10)
    sheet.glow(500, 100, 1300, "#ffe9bd", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def owl(seed: int) -> Image.Image:
    """A clockwork owl with a key in its side, under a glass dome."""
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#6d2438", "#8a3240", "#3a1022")
    for row in range(16):
        for column in range(12):
            x, y = column * 180 + (90 if row % 2 else 0), row * 156 + 40
            sheet.shape([(x, y - 46), (x + 26, y), (x, y + 46), (x - 26, y)], "#a14a52", 80)
    sheet.glow(700, 700, 1150, "#ffcf8a", 0.6)
    sheet.shine()
    sheet.gradient("#4a2a22", "#21100f", box=(0, 2020, 1920, 2400))
    sheet.box(0, 2010, 1920, 2034, "#8a5a3a")
    sheet.disc(960, 2060, 640, "#120708", 150, tall=0.12)
    sheet.disc(960, 2010, 600, "#5f3a24", tall=0.14)
    sheet.box(360, 1930, 1560, 2010, "#5f3a24")
    sheet.disc(960, 1930, 600, "#9c6a3c", tall=0.14)
    sheet.disc(960, 1926, 560, "#7a4d2c", tall=0.13)
    brass, deep, pale = "#c9963f", "#7d5420", "#f2d48a"
    # the perch and the bird
    sheet.stroke([(960, 1900), (960, 1660)], deep, 44)
    sheet.disc(960, 1905, 160, brass, tall=0.2)
    sheet.stroke([(640, 1640), (1280, 1640)], "#4a2c1c", 58)
    sheet.stroke([(640, 1626), (1280, 1626)], "#7a4d2c", 16)
    for tail in range(-2, 3):
        sheet.blob([(960 + tail * 64 - 40, 1500), (960 + tail * 64 + 40, 1500), (960 + tail * 84 + 34, 1820), (960 + tail * 84, 1850), (960 + tail * 84 - 34, 1820)], mix(deep, brass, 0.3 + 0.14 * abs(tail)))
    body = smooth([(960, 700), (1260, 780), (1390, 1080), (1330, 1420), (1140, 1600), (960, 1640), (780, 1600), (590, 1420), (530, 1080), (660, 780)])
    sheet.shape(body, brass)
    sheet.inside(body, smooth([(1180, 640), (1150, 1000), (1190, 1350), (1060, 1700), (1500, 1700), (1500, 700)]), "#9a6d2b")
    for row in range(6):
        y = 1090 + row * 82
        for column in range(-3, 4):
            x = 960 + (column + (0.5 if row % 2 else 0)) * 104
            if abs(x - 960) < 330 - row * 28:
                sheet.disc(x, y, 54, mix(pale, deep, 0.12 + 0.1 * row + (0.16 if x > 1040 else 0)))
                sheet.disc(x, y - 14, 50, mix(pale, brass, 0.25 + 0.08 * row + (0.2 if x > 1040 else 0)))
    for side in (-1, 1):
        for feather in range(5):
            sheet.blob([(960 + side * (380 - feather * 14), 880 + feather * 40), (960 + side * (470 - feather * 22), 1080 + feather * 60), (960 + side * (400 - feather * 40), 1430 + feather * 52), (960 + side * (330 - feather * 20), 1120 + feather * 50)], mix(deep, brass, feather / 6 if side < 0 else feather / 10))
    sheet.blob([(540, 560), (620, 600), (960, 650), (1300, 600), (1380, 560), (1360, 780), (1300, 960), (1120, 1060), (960, 1080), (800, 1060), (620, 960), (560, 780)], "#b5813a")
    sheet.blob([(540, 560), (700, 640), (960, 690), (960, 800), (700, 760), (600, 700)], "#dcae58")
    for side in (-1, 1):
        x = 960 + side * 190
        sheet.disc(x, 860, 214, deep)
        sheet.disc(x, 860, 196, pale if side < 0 else "#dcb868")
        for spoke in range(24):
            angle = math.radians(spoke * 15)
            sheet.stroke([(x + math.cos(angle) * 140, 860 + math.sin(angle) * 140), (x + math.cos(angle) * 188, 860 + math.sin(angle) * 188)], deep, 8)
        sheet.disc(x, 860, 132, "#2a1712")
        sheet.disc(x, 860, 116, "#f0a12f")
        sheet.disc(x, 860, 62, "#160c10")
        sheet.disc(x - 26, 832, 24, "#fff6dc")
        sheet.glow(x, 860, 230, "#ffb84a", 0.35)
    sheet.shape([(910, 930), (1010, 930), (960, 1072)], "#3a2218")
    sheet.shape([(910, 930), (960, 930), (960, 1072)], "#6b4a2c")
    for side in (-1, 1):
        for claw in range(3):
            sheet.blob([(960 + side * 150 + (claw - 1) * 56 - 24, 1590), (960 + side * 150 + (claw - 1) * 56 + 24, 1590), (960 + side * 150 + (claw - 1) * 56 + 14, 1676), (960 + side * 150 + (claw - 1) * 56, 1700), (960 + side * 150 + (claw - 1) * 56 - 14, 1676)], "#e0b35a")
    # the key
    sheet.stroke([(1300, 1190), (1400, 1190)], "#d8d2dc", 30)
    sheet.ring(1440, 1134, 60, "#d8d2dc", 26)
    sheet.ring(1440, 1246, 60, "#b5aebc", 26)
    sheet.shine()
    # the dome last, all of it reflection
    half = smooth([(960, 216), (1200, 262), (1420, 480), (1520, 900), (1536, 1400), (1536, 1930)], closed=False)
    dome = [*((1920 - x, y) for x, y in reversed(half)), *half]
    sheet.shape(dome, "#fff2e0", 16)
    sheet.stroke(dome, "#e8c6b4", 10)
    ribbon(sheet, [(452, 1800), (450, 1100), (520, 700), (680, 430)], "#ffffff", 54, 80)
    ribbon(sheet, [(520, 1740), (520, 1160), (560, 860)], "#ffffff", 18, 70)
    ribbon(sheet, [(1478, 1780), (1482, 1150), (1440, 800)], "#ffffff", 16, 80)
    sheet.disc(960, 176, 44, "#f2e4d4")
    return sheet.finish(vignette=0.4)


def glasshouse(seed: int) -> Image.Image:
    """A great glasshouse full of palms glows in a snowy valley at night."""
    top: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#0a0f2e", "#1d2660", "#4a4a8f", box=(0, 0, 2400, 1000))
    sheet.stars(160, 560)
    for width, alpha in ((230, 26), (130, 34), (50, 44)):
        ribbon(sheet, [(-200, 380), (500, 210), (1000, 330), (1500, 180), (2000, 290), (2600, 100)], "#7ff0c0", width, alpha)
    peaks(sheet, 1700, [(0, 760), (280, 540), (620, 800), (860, 640), (1200, 800), (1720, 460), (2160, 780), (2400, 600), (2480, 700)], "#39407c", "#c3c9ee")
    ridge(sheet, 1700, [(0, 900), (500, 860), (1200, 900), (1900, 850), (2400, 880)], "#282e63")
    for x in range(0, 2400, 74):
        if not 560 < x < 1840:
            pine(sheet, x, 1010 + sheet.random.uniform(-10, 30), sheet.random.uniform(180, 320), "#1b2150", "#5a639c")
    ridge(sheet, 1700, [(0, 1050), (700, 1080), (1700, 1080), (2400, 1030)], "#8f9cd0")
    sheet.gradient("#8f9cd0", "#4a5698", "#232a5c", box=(0, 1090, 2400, 1600))
    sheet.glow(1200, 900, 1050, "#ffb85a", 0.85)
    sheet.shine()
    # the house: two wings and a round-headed middle, amber behind dark bars
    for left, right, top in ((560, 960, 830), (1440, 1840, 830)):
        wing = smooth([(left, 1110), (left + 6, top + 90), ((left + right) / 2, top - 20), (right - 6, top + 90), (right, 1110)], closed=False)
        sheet.shape(wing, "#ffc861")
        sheet.inside(wing, [(left, 980), (right, 980), (right, 1120), (left, 1120)], "#f09a3f")
    nave = smooth([(860, 1110), (866, 760), (930, 560), (1060, 420), (1200, 380), (1340, 420), (1470, 560), (1534, 760), (1540, 1110)], closed=False)
    sheet.shape(nave, "#ffdc86")
    sheet.inside(nave, [(800, 900), (1600, 900), (1600, 1200), (800, 1200)], "#f7b04e")
    for x, base, tall in ((1060, 1110, 430), (1330, 1110, 520), (1200, 1110, 300), (760, 1110, 210), (1650, 1110, 230), (930, 1110, 230), (1500, 1110, 240), (640, 1110, 150), (1770, 1110, 150)):
        green = "#3f6a3f" if tall > 250 else "#5a7f3a"
        sheet.arc([(x, base), (x + 10, base - tall * 0.5), (x - 6, base - tall * 0.78)], "#5a3a24", 20 if tall > 250 else 12)
        for leaf in range(9):
            angle = math.radians(-170 + leaf * 20)
            reach = tall * 0.36
            tip = (x - 6 + math.cos(angle) * reach, base - tall * 0.78 + math.sin(angle) * reach * 0.7 + (abs(leaf - 4) / 4) ** 2 * tall * 0.18)
            mid = (x - 6 + math.cos(angle) * reach * 0.55, base - tall * 0.8 + math.sin(angle) * reach * 0.75)
            sheet.blob([(x - 6, base - tall * 0.76), (mid[0], mid[1] - 12), tip, (mid[0], mid[1] + 16)], green if leaf % 2 else lighter(green, 0.18))
    frame = "#20263f"
    for x in range(860, 1541, 68):
        share = abs(x - 1200) / 340
        top = 380 + 730 * (1 - math.sqrt(max(0.0, 1 - share ** 2.6))) if share < 1 else 1110
        sheet.stroke([(x, 1110), (x, top)], frame, 7)
    for y in (560, 700, 840, 980):
        half = 340 * (1 - max(0.0, (760 - y) / 380) ** 2.2)
        sheet.stroke([(1200 - half, y), (1200 + half, y)], frame, 8)
    sheet.stroke(nave, frame, 18)
    for left, right in ((560, 860), (1540, 1840)):
        for x in range(left, right + 1, 60):
            rise = math.sin(math.pi * min(1, max(0, (x - (560 if left < 1000 else 1440)) / 400)))
            sheet.stroke([(x, 1110), (x, 1110 - 180 - 118 * rise)], frame, 6)
        sheet.stroke([(left, 980), (right, 980)], frame, 7)
    for left, right, top in ((560, 960, 830), (1440, 1840, 830)):
        arc = smooth([(left, 1110), (left + 6, top + 90), ((left + right) / 2, top - 20), (right - 6, top + 90), (right, 1110)], closed=False)
        sheet.stroke([one for one in arc if not 860 < one[0] < 1540], frame, 14)
    sheet.box(540, 1096, 1860, 1132, "#39406f")
    sheet.box(540, 1088, 1860, 1102, "#dfe4fb")
    sheet.stroke([(1200, 380), (1200, 270)], frame, 12)
    sheet.disc(1200, 262, 20, "#ffdc86")
    sheet.box(1130, 930, 1270, 1110, frame, radius=20)
    sheet.box(1144, 946, 1196, 1104, "#fff0bd")
    sheet.box(1204, 946, 1256, 1104, "#fff0bd")
    # the path of light across the snow, and who comes along it
    sheet.shape([(1140, 1132), (1260, 1132), (1560, 1600), (840, 1600)], "#ffcf85", 110)
    sheet.shape([(1170, 1132), (1230, 1132), (1330, 1600), (1070, 1600)], "#ffe9bd", 90)
    for step in range(9):
        sheet.disc(1176 + (step % 2) * 40 + step * 3, 1250 + step * 36, 9 + step, "#6a6a9c", tall=0.5)
    figure(sheet, 1190, 1300, 230, "#171436", coat=True)
    sheet.glow(1200, 800, 700, "#ffc96b", 0.4)
    sheet.shine()
    for x, base, tall in ((120, 1600, 640), (2270, 1610, 700), (380, 1640, 420), (2030, 1650, 430)):
        pine(sheet, x, base, tall, "#11163a", "#5f69a8")
    snowfall(sheet, 170)
    return sheet.finish(vignette=0.35)


def lens(seed: int) -> Image.Image:
    """A big lens from the front; a small harbour stands upside down in the glass."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#e9a23f", "#d9743a", "#a33c35")
    sheet.rays(960, 1150, "#f4bd62", 36, 120, 4)
    x, y = 960, 1150
    sheet.disc(x + 40, y + 60, 850, "#3a0f1a", 110)
    sheet.disc(x, y, 840, "#17131f")
    sheet.disc(x - 6, y - 8, 818, "#35303f")
    for tick in range(72):
        angle = math.radians(tick * 5)
        inner = 770 if tick % 6 else 740
        sheet.stroke([(x + math.cos(angle) * inner, y + math.sin(angle) * inner), (x + math.cos(angle) * 800, y + math.sin(angle) * 800)], "#f4ead6" if tick % 6 == 0 else "#8f889c", 8 if tick % 6 == 0 else 5)
    for index, label in enumerate(["1.4", "2", "2.8", "4", "5.6", "8", "11", "16"]):
        angle = math.radians(-160 + index * 20)
        sheet.word(label, x + math.cos(angle) * 682, y + math.sin(angle) * 682, 74, "#f2c65a" if label == "2.8" else "#f4ead6")
    for index, label in enumerate(["3", "4", "6", "10", "20"]):
        angle = math.radians(145 - index * 27)
        sheet.word(label, x + math.cos(angle) * 682, y + math.sin(angle) * 682, 70, "#d8604a")
    sheet.disc(x, y, 600, "#0d0a14")
    for radius, tone in ((585, "#241f30"), (560, "#100c18"), (530, "#2d2a4a"), (500, "#171a3a")):
        sheet.disc(x, y, radius, tone)
    glass = [(x + math.cos(math.radians(a)) * 480, y + math.sin(math.radians(a)) * 480) for a in range(0, 360, 4)]
    sheet.shape(glass, "#18244f")
    for radius, tone in ((440, "#24407a"), (390, "#3a6a9c"), (340, "#5f9ab0")):
        sheet.disc(x, y, radius, tone, 200)
    view = [(x + math.cos(math.radians(a)) * 300, y + math.sin(math.radians(a)) * 300) for a in range(0, 360, 4)]
    sheet.shape(view, "#f6c98a")
    sheet.inside(view, [(x - 320, y - 320), (x + 320, y - 320), (x + 320, y - 60), (x - 320, y - 60)], "#2f6f8c")
    sheet.inside(view, [(x - 320, y - 60), (x + 320, y - 60), (x + 320, y - 20), (x - 320, y - 20)], "#7fb4b8")
    for index, tone in enumerate(["#d8604a", "#f4ead6", "#e0a93f", "#7a3f5a", "#3f7f7a"]):
        left = x - 250 + index * 78
        sheet.inside(view, [(left, y - 22), (left + 70, y - 22), (left + 70, y + 70 + 22 * (index % 2)), (left + 35, y + 118 + 22 * (index % 2)), (left, y + 70 + 22 * (index % 2))], tone)
    sheet.inside(view, [(x + 176, y - 22), (x + 236, y - 22), (x + 222, y + 190), (x + 190, y + 190)], "#fbf3e4")
    sheet.inside(view, [(x + 180, y + 60), (x + 232, y + 60), (x + 228, y + 110), (x + 184, y + 110)], "#b3263c")
    sheet.disc(x - 60, y + 190, 54, "#fff3cf")
    sheet.ring(x, y, 302, "#12183a", 26)
    for blade in range(9):
        a = math.radians(blade * 40)
        sheet.stroke([(x + math.cos(a) * 316, y + math.sin(a) * 316), (x + math.cos(a + 0.9) * 470, y + math.sin(a + 0.9) * 470)], "#0e1433", 7, 170)
    ribbon(sheet, [(x - 412, y - 90), (x - 340, y - 262), (x - 190, y - 380)], "#ffffff", 60, 150)
    sheet.disc(x - 424, y - 10, 20, "#ffffff", 140, tall=1.7)
    sheet.disc(x + 250, y + 280, 66, "#c78cff", 90)
    sheet.disc(x + 330, y + 340, 34, "#8cffd0", 90)
    sheet.disc(x + 160, y + 350, 24, "#ffd27a", 120)
    sheet.glow(x - 500, y - 900, 1400, "#fff0c8", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def cat_in_chair(seed: int) -> Image.Image:
    """A ginger cat sits upright in a director's chair, in a spotlight."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#123c46", "#1d5c63", "#0f3038", box=(0, 0, 2400, 1240))
    for index in range(12):
        sheet.box(index * 200 + 8, 0, index * 200 + 16, 1240, "#0d2c34")
    sheet.gradient("#3f6f6a", "#123238", box=(0, 1236, 2400, 1600))
    sheet.beam(330, 250, 22, 34, 2300, "#fff0bf", 0.85)
    sheet.glow(1290, 1380, 620, "#ffeec0", 0.5)
    sheet.shine()
    sheet.disc(1300, 1440, 620, "#f2e2ac", 110, tall=0.16)
    # the lamp
    sheet.stroke([(250, 1520), (250, 330)], INK, 22)
    for foot in (90, 410):
        sheet.stroke([(250, 1240), (foot, 1530)], INK, 18)
    sheet.shape([(120, 170), (300, 90), (390, 300), (210, 380)], INK)
    sheet.shape([(300, 60), (470, 190), (430, 390), (396, 320), (310, 110)], "#2b2233")
    sheet.disc(360, 226, 84, "#fff6d8", tall=1.3)
    sheet.glow(360, 226, 380, "#fff0bf", 1)
    sheet.shine()
    # the chair
    wood, cloth = "#c98d4f", "#b3263c"
    for left, right in ((1040, 1560), (1560, 1040)):
        sheet.stroke([(left, 1490), (right, 1010)], darker(wood, 0.3) if left > right else wood, 30)
    sheet.stroke([(1010, 1494), (1590, 1494)], darker(wood, 0.4), 26)
    for x in (1020, 1580):
        sheet.stroke([(x, 1020), (x, 470)], darker(wood, 0.15 if x < 1300 else 0.35), 34)
        sheet.box(x - 74, 780, x + 74, 820, wood, radius=14)
    sheet.blob([(1000, 980), (1300, 1004), (1600, 980), (1600, 1040), (1300, 1070), (1000, 1040)], cloth)
    sheet.blob([(1006, 480), (1300, 500), (1594, 480), (1594, 700), (1300, 722), (1006, 700)], darker(cloth, 0.12))
    # the director
    fur, dark, pale = "#e58a3a", "#b85f24", "#fbe6c4"
    sheet.arc([(1440, 980), (1560, 1060), (1600, 1200), (1540, 1310), (1470, 1290)], dark, 50)
    body = smooth([(1300, 560), (1400, 640), (1450, 800), (1476, 940), (1440, 1020), (1300, 1036), (1160, 1020), (1124, 940), (1150, 800), (1200, 640)])
    sheet.shape(body, fur)
    sheet.inside(body, smooth([(1370, 560), (1350, 800), (1400, 1100), (1600, 1100), (1600, 560)]), dark)
    sheet.blob([(1300, 640), (1366, 740), (1350, 880), (1300, 920), (1250, 880), (1234, 740)], pale)
    for y in (740, 810, 880):
        for side in (-1, 1):
            sheet.inside(body, [(1300 + side * 180, y - 22), (1300 + side * 96, y), (1300 + side * 180, y + 22)], darker(dark, 0.1))
    for x in (1240, 1360):
        sheet.blob([(x - 46, 860), (x + 46, 860), (x + 50, 1000), (x + 40, 1034), (x - 40, 1034), (x - 50, 1000)], lighter(fur, 0.1) if x < 1300 else fur)
        sheet.disc(x, 1014, 56, pale, tall=0.5)
        for toe in (-18, 18):
            sheet.stroke([(x + toe, 1008), (x + toe, 1032)], dark, 5)
    for side in (-1, 1):
        sheet.shape([(1300 + side * 60, 372), (1300 + side * 176, 270), (1300 + side * 190, 460)], fur if side < 0 else dark)
        sheet.shape([(1300 + side * 96, 372), (1300 + side * 160, 318), (1300 + side * 166, 430)], "#f0a8a0")
    head = smooth([(1300, 350), (1400, 366), (1480, 440), (1500, 520), (1430, 610), (1300, 644), (1170, 610), (1100, 520), (1120, 440), (1200, 366)])
    sheet.shape(head, fur)
    sheet.inside(head, smooth([(1380, 300), (1360, 500), (1400, 700), (1600, 700), (1600, 300)]), mix(fur, dark, 0.6))
    for lean in (-60, 0, 60):
        sheet.shape([(1300 + lean - 16, 356 + abs(lean) * 0.14), (1300 + lean + 16, 356 + abs(lean) * 0.14), (1300 + lean * 0.8, 430)], dark)
    sheet.blob([(1300, 530), (1370, 560), (1366, 616), (1300, 640), (1234, 616), (1230, 560)], pale)
    for side in (-1, 1):
        sheet.blob([(1300 + side * 44, 500), (1300 + side * 92, 462), (1300 + side * 142, 486), (1300 + side * 96, 522)], "#d8ea8a")
        sheet.disc(1300 + side * 92, 494, 15, INK, tall=1.9)
        for whisker in (-14, 8, 30):
            sheet.stroke([(1300 + side * 60, 584), (1300 + side * 210, 560 + whisker * 2)], "#fff6e6", 4)
    sheet.shape([(1276, 546), (1324, 546), (1300, 572)], "#d8707a")
    sheet.arc([(1256, 596), (1280, 602), (1300, 574), (1320, 602), (1344, 596)], "#6b2f1c", 7)
    # a megaphone within reach
    sheet.shape([(1780, 1430), (2090, 1330), (2090, 1540), (1790, 1476)], "#e9dcc0")
    sheet.disc(2090, 1435, 40, "#bfae8a", tall=2.6)
    sheet.disc(2092, 1435, 28, "#3a2f2a", tall=2.9)
    sheet.shape([(1862, 1404), (1910, 1388), (1912, 1504), (1864, 1494)], cloth)
    sheet.arc([(1840, 1490), (1860, 1546), (1930, 1552), (1950, 1512)], INK, 15)
    sheet.shine()
    return sheet.finish(vignette=0.45)


def goat_on_roof(seed: int) -> Image.Image:
    """A white goat stands on the turf roof of a cottage in the hills."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#4fa3c7", "#9fd0d6", "#f3e6b8", box=(0, 0, 2400, 1100))
    for x, y, size in ((380, 300, 1.0), (1980, 220, 1.3), (1250, 150, 0.6)):
        for px, py, radius in ((-150, 20, 80), (-60, -30, 110), (60, -20, 120), (160, 24, 76)):
            sheet.disc(x + px * size, y + py * size, radius * size, "#fffdf4", 235, tall=0.8)
        sheet.box(x - 230 * size, y + 30 * size, x + 236 * size, y + 84 * size, "#fffdf4", 235, radius=27 * size)
    peaks(sheet, 1700, [(0, 760), (330, 480), (700, 800), (1180, 730), (1500, 800), (2040, 420), (2400, 700)], "#7fa6b8", "#f7fbf6")
    ridge(sheet, 1700, [(0, 900), (500, 830), (1100, 930), (1800, 820), (2400, 900)], "#6fa07a")
    ridge(sheet, 1700, [(0, 1080), (600, 1010), (1300, 1100), (1900, 1000), (2400, 1050)], "#8fbf6a")
    ridge(sheet, 1700, [(0, 1300), (700, 1240), (1500, 1310), (2400, 1230)], "#6fa850")
    for _ in range(26):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(1060, 1200)
        sheet.disc(x, y, 12, "#fffdf4", tall=0.7)
    # the cottage
    sheet.disc(1180, 1480, 900, "#24421f", 90, tall=0.08)
    sheet.box(520, 1010, 1840, 1480, "#f4ead6")
    sheet.box(1280, 1010, 1840, 1480, "#dccdb4")
    for x, y in ((600, 1120), (760, 1300), (1040, 1160), (1480, 1400), (1760, 1240), (640, 1420), (1340, 1080)):
        sheet.box(x, y, x + 84, y + 38, "#e2d5ba", radius=12)
    for x in (640, 1520):
        sheet.box(x - 14, 1156, x + 214, 1384, "#2f5f8a", radius=8)
        sheet.box(x, 1170, x + 200, 1370, "#ffe3a0")
        sheet.box(x + 94, 1170, x + 106, 1370, "#2f5f8a")
        sheet.box(x, 1262, x + 200, 1274, "#2f5f8a")
        sheet.box(x - 24, 1384, x + 224, 1420, "#8a5a3a")
        for bloom in range(7):
            sheet.disc(x + bloom * 34, 1380, 24, ["#d8434a", "#f2c14e", "#fff6e2"][bloom % 3])
    sheet.box(1070, 1140, 1290, 1480, "#8a2f3a", radius=14)
    for board in (1126, 1180, 1236):
        sheet.stroke([(board, 1146), (board, 1480)], "#6b2130", 5)
    sheet.disc(1252, 1330, 13, "#f0c65a")
    roof = [(430, 1060), (660, 700), (1700, 700), (1930, 1060)]
    sheet.shape(roof, "#5f9a45")
    sheet.shape([(1180, 700), (1700, 700), (1930, 1060), (1250, 1060)], "#4c853b")
    sheet.box(420, 1040, 1940, 1084, "#4a3322", radius=14)
    for _ in range(300):
        y = sheet.random.uniform(716, 1040)
        half = 520 + (y - 700) * 0.64
        x = sheet.random.uniform(1180 - half, 1180 + half)
        sheet.stroke([(x, y), (x + sheet.random.uniform(-12, 12), y - 34)], sheet.random.choice(["#7fb85a", "#3f7534", "#a5cf6f"]), 6)
    for x in range(640, 1730, 22):
        sheet.stroke([(x, 712), (x + sheet.random.uniform(-14, 14), 664 + sheet.random.uniform(-8, 12))], "#6fae4d" if x % 44 else "#5f9a45", 9)
    for _ in range(24):
        y = sheet.random.uniform(760, 1020)
        x = sheet.random.uniform(640, 1720)
        sheet.disc(x, y, 15, sheet.random.choice(["#fff6e2", "#f2c14e", "#e58a8f"]))
    sheet.box(1560, 520, 1700, 760, "#c9b79a")
    sheet.box(1630, 520, 1700, 760, "#a5927a")
    sheet.box(1544, 500, 1716, 536, "#8a7862")
    for puff in range(6):
        sheet.disc(1636 + puff * 44, 450 - puff * 62, 34 + puff * 13, "#fffdf4", 120 - puff * 15)
    # the goat
    coat, shade, horn = "#fffaf0", "#cfc8cf", "#6b5648"
    for x, tone in ((830, shade), (1190, shade)):
        sheet.shape([(x, 520), (x + 64, 520), (x + 46, 690), (x + 14, 690)], tone)
    body = smooth([(700, 420), (820, 352), (1000, 350), (1180, 342), (1270, 400), (1280, 500), (1210, 566), (1000, 590), (820, 570), (720, 520)])
    sheet.shape(body, coat)
    sheet.inside(body, smooth([(660, 530), (900, 520), (1100, 540), (1300, 460), (1340, 700), (660, 700)]), shade)
    for x in (750, 1110):
        sheet.shape([(x, 500), (x + 74, 500), (x + 52, 696), (x + 14, 696)], coat)
        sheet.box(x + 10, 676, x + 56, 704, "#3a2a2a", radius=6)
    for x in (830, 1190):
        sheet.box(x + 10, 676, x + 50, 700, "#3a2a2a", radius=6)
    sheet.blob([(690, 430), (640, 360), (610, 372), (640, 440), (700, 470)], coat)
    neck = smooth([(1130, 380), (1230, 230), (1300, 190), (1360, 260), (1330, 380), (1270, 500), (1180, 500)])
    sheet.shape(neck, coat)
    sheet.inside(neck, smooth([(1330, 230), (1280, 380), (1240, 520), (1450, 520), (1450, 230)]), shade)
    head = smooth([(1250, 150), (1320, 118), (1390, 150), (1470, 240), (1500, 292), (1462, 330), (1400, 322), (1310, 290), (1254, 230)])
    sheet.arc([(1306, 144), (1262, 96), (1180, 92), (1130, 148)], horn, 34)
    sheet.arc([(1340, 136), (1300, 70), (1214, 58), (1160, 100)], darker(horn, 0.25), 26)
    sheet.shape(head, coat)
    sheet.inside(head, smooth([(1300, 270), (1400, 270), (1500, 260), (1520, 400), (1300, 400)]), shade)
    sheet.blob([(1270, 190), (1190, 220), (1150, 276), (1200, 286), (1280, 246)], shade)
    sheet.shape([(1392, 316), (1440, 322), (1420, 440), (1400, 420)], coat)
    sheet.disc(1372, 206, 20, "#f0c65a", tall=0.8)
    sheet.box(1358, 200, 1386, 212, INK, radius=5)
    sheet.disc(1478, 288, 12, "#a3727a")
    sheet.arc([(1420, 304), (1450, 312), (1482, 308)], "#8a6a72", 6)
    # a mouthful of the neighbour's script
    sheet.shape([(1470, 300), (1640, 262), (1664, 392), (1500, 410)], "#fffdf6")
    for line in range(4):
        sheet.stroke([(1504 + line * 6, 316 + line * 24), (1630 + line * 6, 290 + line * 24)], "#8a8694", 5)
    sheet.glow(300, 100, 1400, "#fff3c8", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.2)


def gull(seed: int) -> Image.Image:
    """A herring gull on a harbour post holds the furry cover of a microphone in its beak."""
    y: float
    x: float
    reach: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f2b457", "#ee8a5a", "#d65a5f", box=(0, 0, 1920, 1700))
    sheet.disc(1200, 860, 520, "#fbe3a0")
    for index in range(7):
        sheet.box(0, 1000 + index * 70, 1920, 1008 + index * 70 + index * 4, "#f2a05f", 170)
    sheet.gradient("#3f8a98", "#17445f", box=(0, 1560, 1920, 2400))
    glints(sheet, 1200, 230, 1580, 2380, "#fbe3a0", 170, 140)
    ridge(sheet, 1570, [(0, 1500), (200, 1440), (480, 1500), (700, 1562)], "#7a3f5f")
    sheet.shape([(560, 1560), (574, 1410), (606, 1410), (620, 1560)], "#f7ecd8")
    sheet.disc(590, 1396, 22, "#ffe9a8")
    for x, top in ((250, 1830), (1640, 1760)):
        sheet.box(x - 60, top, x + 60, 2420, "#3a2433")
        sheet.disc(x, top, 60, "#5f3f47", tall=0.3)
        sheet.box(x - 64, top + 190, x + 64, top + 240, "#1f1420")
    sheet.arc([(250, 2040), (560, 2230), (960, 2080)], "#e9d4a8", 26)
    sheet.box(790, 1720, 1130, 2420, "#4f3340")
    sheet.box(980, 1720, 1130, 2420, "#38222f")
    for y in (1880, 1990, 2180):
        sheet.stroke([(830, y), (840, y + 90)], "#38222f", 8)
    sheet.disc(960, 1720, 170, "#8a6260", tall=0.26)
    sheet.disc(960, 1720, 116, "#74504f", tall=0.24)
    for band in range(3):
        sheet.box(782, 2040 + band * 26, 1138, 2058 + band * 26, "#e9d4a8", radius=8)
    white, grey, shade = "#fffaf0", "#8d9db0", "#d9cfd8"
    for x in (900, 1010):
        sheet.stroke([(x, 1480), (x + 6, 1700)], "#f2a03f", 26)
        sheet.shape([(x - 46, 1724), (x + 6, 1680), (x + 66, 1724)], "#f2a03f")
    body = smooth([(560, 1340), (640, 1060), (800, 900), (980, 840), (1180, 880), (1260, 1040), (1220, 1280), (1080, 1470), (900, 1530), (700, 1480)])
    tail = [(700, 1200), (380, 1500), (300, 1640), (480, 1590), (760, 1450)]
    sheet.shape(tail, "#1f1a2a")
    for spot in ((352, 1590), (430, 1540)):
        sheet.disc(*spot, 20, white)
    sheet.shape(body, white)
    sheet.inside(body, smooth([(900, 1560), (1100, 1400), (1300, 1100), (1400, 1500), (1000, 1700)]), shade)
    wing = smooth([(1060, 960), (900, 930), (720, 1020), (600, 1220), (440, 1440), (640, 1420), (860, 1340), (1020, 1200)])
    sheet.shape(wing, grey)
    sheet.inside(wing, smooth([(1060, 1000), (900, 1180), (700, 1320), (440, 1440), (700, 1560), (1100, 1300)]), darker(grey, 0.18))
    for reach in (0, 70, 140):
        sheet.arc([(960 - reach, 1140 + reach * 0.5), (820 - reach, 1270 + reach * 0.5), (680 - reach * 0.6, 1350 + reach * 0.3)], lighter(grey, 0.4), 9)
    neck = smooth([(960, 900), (1000, 700), (1090, 560), (1240, 520), (1360, 590), (1370, 720), (1290, 880), (1240, 1060), (1060, 1060)])
    sheet.shape(neck, white)
    sheet.inside(neck, smooth([(1330, 640), (1250, 820), (1180, 1080), (1500, 1080), (1500, 640)]), shade)
    sheet.shape([(1350, 610), (1470, 622), (1560, 676), (1530, 716), (1470, 684), (1350, 690)], "#f2b23a")
    sheet.shape([(1350, 690), (1470, 690), (1520, 716), (1440, 730), (1350, 720)], "#d98f2a")
    sheet.disc(1494, 664, 20, "#d8434a", tall=0.6)
    sheet.disc(1250, 622, 44, "#f7d98a")
    sheet.disc(1254, 622, 25, INK)
    sheet.disc(1246, 613, 9, "#ffffff")
    sheet.arc([(1180, 566), (1250, 556), (1310, 584)], "#b5a8b0", 13)
    # the loot: a long furry thing with a tail of cable
    fluff = (1570, 830)
    sheet.arc([(1580, 1010), (1640, 1120), (1560, 1210), (1620, 1330), (1560, 1430)], INK, 15)
    for step in range(110):
        angle = step * 2.399
        reach = math.sqrt((step % 55) / 55)
        x, y = fluff[0] + math.cos(angle) * 104 * reach, fluff[1] + math.sin(angle) * 186 * reach
        sheet.stroke([(x, y), (x + math.cos(angle) * 46, y + math.sin(angle) * 40 + 14)], mix("#5a5266", "#a79fb5", (step % 9) / 9), 17)
    sheet.shape([(1500, 640), (1540, 624), (1572, 690), (1528, 712)], "#f2b23a")
    sheet.glow(1200, 860, 900, "#ffe3a0", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def painted_sea(seed: int) -> Image.Image:
    """A sea painted on canvas hangs on a stage; small people stand before it with numbered paddles."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2a1520", "#40202a", "#1a0d14")
    for x in range(-60, 2460, 130):
        sheet.box(x, 0, x + 20, 1300, "#38202a")
    for x in (420, 900, 1500, 1980):
        sheet.stroke([(x, -10), (x, 130)], "#b59a78", 8)
    sheet.box(230, 116, 2170, 148, "#8a6a4a", radius=14)
    canvas = (270, 146, 2130, 1170)
    sheet.box(canvas[0] + 26, canvas[1] + 30, canvas[2] + 30, canvas[3] + 36, "#0d060a", 130)
    sheet.gradient("#f3e2b8", "#f0c795", "#e2a87f", box=canvas)
    sheet.disc(1560, 440, 150, "#fff1c4")
    outline: list[Point] = [(canvas[0], canvas[1]), (canvas[2], canvas[1]), (canvas[2], canvas[3]), (canvas[0], canvas[3])]
    for row, (tone, base, swell, long) in enumerate((("#8fc0bd", 560, 60, 460), ("#5f9fae", 660, 80, 520), ("#3a7c9a", 780, 96, 600), ("#265f86", 900, 104, 660), ("#17456f", 1030, 90, 600))):
        if row == 2:
            sheet.shape([(640, 676), (900, 676), (850, 760), (690, 760)], "#7a2f3c")
            sheet.stroke([(764, 676), (764, 380)], "#4a2a2a", 10)
            sheet.shape([(776, 392), (776, 660), (930, 660)], "#fff6e2")
            sheet.shape([(752, 420), (752, 660), (640, 660)], "#eed9b4")
        crest: list[Point] = []
        for x in range(200, 2240, 20):
            place = ((x + row * 210) % long) / long
            rise = math.sin(math.pi * place ** 1.9) ** 2 * swell * 1.7
            crest.append((x, base - rise))
        sheet.inside(outline, [*crest, (2300, 1300), (100, 1300)], tone)
        foam = [(x, y + 3) for x, y in crest if canvas[0] < x < canvas[2]]
        for start in range(len(foam) - 1):
            x = foam[start][0]
            place = ((x + row * 210) % long) / long
            if 0.42 < place < 0.86:
                sheet.stroke([foam[start], foam[start + 1]], "#fbf6e6", 9 + 7 * math.sin(math.pi * (place - 0.42) / 0.44))
                if start % 4 == 0:
                    sheet.disc(x + 10, foam[start][1] - 26 - 20 * sheet.random.random(), 7, "#fbf6e6")
        for _ in range(22):
            x, y = sheet.random.uniform(canvas[0] + 40, canvas[2] - 160), sheet.random.uniform(base + 30, min(1150, base + 110))
            sheet.arc([(x, y), (x + 50, y + 14), (x + 110, y)], lighter(tone, 0.3), 6)
    sheet.box(240, 1160, 2160, 1196, "#8a6a4a", radius=14)
    sheet.gradient("#7a4a34", "#341a16", box=(0, 1290, 2400, 1600))
    sheet.box(0, 1282, 2400, 1298, "#24100f")
    for index in range(-10, 26):
        sheet.stroke([(1200 + (index - 7) * 120, 1298), (1200 + (index - 7) * 220, 1600)], "#2a1412", 4, 140)
    for x, angle in ((60, 40), (2340, 140)):
        sheet.beam(x, -80, angle, 30, 2200, "#ffe0a0", 0.14)
    sheet.glow(1200, 600, 1150, "#ffd79a", 0.35)
    sheet.shine()
    for index, (x, tall) in enumerate(((250, 360), (470, 390), (690, 350), (930, 400), (1180, 370), (1640, 380), (1880, 400), (2130, 360))):
        feet = 1590 + (index % 3) * 16
        figure(sheet, x, feet, tall, "#120910", coat=index % 2 == 0)
        if index in (1, 3, 6):
            hand = (x + 62, feet - tall * 1.02)
            sheet.arc([(x + 30, feet - tall * 0.74), (x + 70, feet - tall * 0.84), hand], "#120910", 24)
            sheet.stroke([hand, (hand[0], hand[1] - 60)], "#d9b98a", 10)
            sheet.disc(hand[0], hand[1] - 104, 54, "#f7ecd8")
            sheet.word(["", "9", "", "14", "", "", "31"][index], hand[0], hand[1] - 104, 58, "#8a1f34")
    # the auctioneer at a desk
    figure(sheet, 1410, 1500, 330, "#120910", coat=True)
    sheet.shape([(1300, 1360), (1520, 1360), (1500, 1600), (1320, 1600)], "#5f3424")
    sheet.box(1284, 1344, 1536, 1372, "#8a5a3a", radius=8)
    sheet.arc([(1440, 1260), (1520, 1250), (1548, 1180)], "#120910", 24)
    sheet.stroke([(1548, 1190), (1596, 1140)], "#c98d4f", 12)
    sheet.stroke([(1576, 1116), (1620, 1160)], "#c98d4f", 34)
    return sheet.finish(vignette=0.4)


# -- television ------------------------------------------------------------------------------------------------------


def boathouse(seed: int) -> Image.Image:
    """A timber boathouse on stilts, its windows lit, on a still lake at a winter's dawn."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#5a7fb0", "#b5b5cf", "#f5c9b5", "#ffe6bf", box=(0, 0, 2400, 920))
    sheet.disc(480, 800, 120, "#fff6dc")
    peaks(sheet, 1000, [(0, 780), (260, 620), (640, 850), (1040, 560), (1500, 840), (1900, 600), (2400, 820)], "#9fabc9", "#fbf3f2")
    ridge(sheet, 1000, [(0, 850), (600, 880), (1200, 840), (1800, 880), (2400, 830)], "#7286ad")
    for x in range(0, 2420, 52):
        pine(sheet, x, 928 + sheet.random.uniform(-6, 6), sheet.random.uniform(90, 200), "#47608c", "#e4e6f2")
    sheet.gradient("#f3d3c2", "#a9b3d0", "#4f6d9c", box=(0, 920, 2400, 1600))
    for _ in range(90):
        x, y = sheet.random.uniform(-60, 2400), 930 + 650 * sheet.random.random() ** 1.4
        sheet.stroke([(x, y), (x + 70 + (y - 900) * 0.4, y)], "#ffffff", 4, 60)
    sheet.shape([(760, 1180), (1960, 1180), (1860, 1590), (880, 1590)], "#38395f", 110)
    glints(sheet, 1330, 250, 1190, 1580, "#ffcf7a", 150, 130)
    glints(sheet, 480, 60, 940, 1500, "#fff6dc", 70, 150)
    # the house
    for x in (820, 1060, 1300, 1540, 1780, 1900):
        sheet.stroke([(x, 1060), (x, 1230)], "#2a1c2a", 26)
        sheet.disc(x, 1230, 44, "#e9e4f0", 130, tall=0.2)
    sheet.box(760, 1052, 1960, 1092, "#4a2f30", radius=6)
    sheet.box(760, 1046, 1960, 1062, "#fffaf6", radius=8)
    sheet.box(860, 640, 1860, 1052, "#8a3a34")
    sheet.box(1360, 640, 1860, 1052, "#72302f")
    for y in range(664, 1052, 34):
        sheet.stroke([(860, y), (1860, y)], "#5f2628", 4, 150)
    for x in (930, 1640):
        sheet.box(x - 14, 746, x + 164, 944, "#f7ecd8", radius=6)
        sheet.box(x, 760, x + 150, 930, "#ffd27a")
        sheet.box(x + 70, 760, x + 80, 930, "#f7ecd8")
        sheet.box(x, 838, x + 150, 848, "#f7ecd8")
        sheet.box(x - 20, 940, x + 170, 960, "#fffaf6", radius=8)
        sheet.glow(x + 75, 845, 300, "#ffbe5c", 0.6)
    sheet.box(1180, 720, 1540, 1052, "#f7ecd8", radius=8)
    sheet.gradient("#ffe39a", "#ffb95a", box=(1196, 736, 1524, 1052))
    for bar in (1300, 1420):
        sheet.box(bar - 6, 736, bar + 6, 1052, "#f7ecd8")
    figure(sheet, 1356, 1052, 240, "#5a2430", coat=True)
    sheet.glow(1360, 900, 420, "#ffbe5c", 0.7)
    sheet.shape([(1360, 330), (780, 660), (870, 690), (1360, 420), (1850, 690), (1940, 660)], "#5a3838")
    sheet.shape([(860, 664), (1360, 404), (1860, 664)], "#8a3a34")
    for y in range(470, 664, 34):
        half = (y - 404) * 1.9
        sheet.stroke([(1360 - half, y), (1360 + half, y)], "#5f2628", 4, 150)
    sheet.blob([(1360, 300), (1180, 390), (900, 550), (740, 640), (750, 680), (860, 640), (1100, 510), (1360, 384), (1620, 510), (1860, 640), (1970, 680), (1980, 640), (1820, 550), (1540, 390)], "#fffaf6")
    sheet.disc(1360, 560, 64, "#f7ecd8")
    sheet.disc(1360, 560, 50, "#ffd27a")
    for angle in (0, 90):
        reach = (math.cos(math.radians(angle)) * 50, math.sin(math.radians(angle)) * 50)
        sheet.stroke([(1360 - reach[0], 560 - reach[1]), (1360 + reach[0], 560 + reach[1])], "#f7ecd8", 8)
    sheet.box(1640, 340, 1730, 560, "#6b4a48")
    sheet.box(1626, 324, 1744, 356, "#fffaf6", radius=10)
    for puff in range(8):
        sheet.disc(1690 + puff * 60 + 20 * math.sin(puff * 2.0), 280 - puff * 34, 34 + puff * 12, "#fffaf6", 150 - puff * 14)
    # a jetty to the front and the six bells along its rail
    sheet.shape([(700, 1092), (800, 1092), (560, 1620), (200, 1620)], "#6b4a44")
    sheet.shape([(700, 1092), (722, 1092), (290, 1620), (200, 1620)], "#fffaf6")
    for plank in range(9):
        share = (plank / 9) ** 1.6
        y = 1110 + share * 500
        sheet.stroke([(708 - share * 470, y), (792 - share * 230, y)], "#3f2a2c", 6)
    sheet.stroke([(900, 1180), (1180, 1140)], "#2a1c2a", 7)
    sheet.blob([(1010, 1170), (1240, 1160), (1210, 1226), (1050, 1230)], "#2f5f7a")
    sheet.arc([(1010, 1170), (1120, 1184), (1240, 1160)], "#fffaf6", 14)
    sheet.shine()
    snowfall(sheet, 90)
    return sheet.finish(vignette=0.22)


def bell(seed: int) -> Image.Image:
    """A brass bell under a beam, its rope caught in mid-swing."""
    y: float
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#27364f", "#3f5a7a", "#2a3a55")
    for x in range(0, 1921, 160):
        sheet.stroke([(x, 0), (x, 2400)], "#1f2c44", 8)
        sheet.stroke([(x + 10, 0), (x + 10, 2400)], "#53708f", 3, 120)
    sheet.glow(960, 1060, 1300, "#ffcf7a", 0.75)
    sheet.glow(960, 1060, 800, "#ffe0a0", 0.5)
    sheet.shine()
    sheet.box(-20, 250, 1940, 430, "#5a3624")
    sheet.box(-20, 250, 1940, 292, "#8a5a3a")
    for _ in range(16):
        x, y = sheet.random.uniform(0, 1800), sheet.random.uniform(310, 410)
        sheet.stroke([(x, y), (x + sheet.random.uniform(60, 220), y)], "#44261a", 6)
    for x in (120, 1800):
        sheet.shape([(x - 70, 430), (x + 70, 430), (x + 70 + (330 if x < 900 else -330), 430), (x + (-20 if x < 900 else 20), 860)], "#4a2b1e")
        sheet.box(x - 80, 430, x + 80, 2420, "#5a3624")
        sheet.box(x + 20, 430, x + 80, 2420, "#44261a")
    sheet.box(780, 410, 1140, 500, "#2a2230", radius=20)
    turn = 0.2

    def swing(points: list[Point]) -> list[Point]:
        cos, sin = math.cos(turn), math.sin(turn)
        return [(960 + px * cos - py * sin, 480 + px * sin + py * cos) for px, py in points]

    sheet.stroke(swing([(0, 0), (0, 130)]), "#2a2230", 66)
    sheet.stroke(swing([(0, 900), (0, 1120)]), "#5a3a1c", 40)
    clapper = swing([(0, 1150)])[0]
    sheet.disc(*clapper, 88, "#7d5420")
    sheet.disc(clapper[0] - 22, clapper[1] - 22, 34, "#c9963f")
    outline = smooth(swing([(0, 90), (150, 110), (240, 190), (280, 340), (310, 600), (370, 830), (490, 990), (500, 1050), (250, 1086), (0, 1094), (-250, 1086), (-500, 1050), (-490, 990), (-370, 830), (-310, 600), (-280, 340), (-240, 190), (-150, 110)]))
    sheet.shape(outline, "#cf9a3c")
    sheet.inside(outline, smooth(swing([(120, 60), (170, 340), (190, 640), (260, 900), (330, 1140), (700, 1140), (700, 60)])), "#94671f")
    sheet.inside(outline, smooth(swing([(-200, 120), (-170, 400), (-190, 700), (-280, 960), (-170, 960), (-90, 700), (-80, 400), (-110, 110)])), "#f5d988")
    for level, thick in ((250, 16), (285, 10), (900, 18), (940, 12)):
        sheet.inside(outline, swing([(-700, level), (700, level), (700, level + thick), (-700, level + thick)]), "#7d5420")
    for index in range(-2, 3):
        x, y = swing([(index * 108, 560 - abs(index) * 10)])[0]
        corners: list[Point] = []
        for corner in range(10):
            reach = 46 if corner % 2 == 0 else 20
            angle = math.pi * (corner / 5 - 0.5) + turn
            corners.append((x + math.cos(angle) * reach * (1 - 0.16 * abs(index)), y + math.sin(angle) * reach))
        sheet.shape(corners, "#7d5420" if index < 1 else "#5f3f16")
    for side, tone in ((-1, "#ffe9b0"), (1, "#ffe9b0")):
        for step in range(3):
            reach = 600 + step * 90
            sheet.arc([(960 - 190 + side * reach, 1060 - 130 - step * 36), (960 - 190 + side * (reach + 44), 1100), (960 - 190 + side * reach, 1140 + 130 + step * 36)], tone, 16 - step * 3)
    rope = [(clapper[0], clapper[1] + 80), (760, 1800), (880, 2060), (820, 2440)]
    sheet.arc(rope, "#efe2c4", 40)
    for index, (x, y) in enumerate(smooth(rope, closed=False)[::2]):
        sheet.stroke([(x - 16, y + 10), (x + 16, y - 10)], "#b59a6f" if index % 2 else "#d9c298", 8)
    sheet.disc(842, 1990, 44, "#b3263c", tall=1.3)
    sheet.shine()
    return sheet.finish(vignette=0.4)


def trifle(seed: int) -> Image.Image:
    """A trifle in a glass bowl, every layer of it to be seen."""
    y: float
    x: float
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient("#f2b7a5", "#ee9a90", "#d8757a", box=(0, 0, 1920, 1800))
    for row in range(9):
        for column in range(8):
            x, y = column * 260 + (130 if row % 2 else 0), row * 210 + 60
            sheet.disc(x, y, 40, "#f7cdbb", 150)
    sheet.gradient("#fbf1df", "#e4cfb4", box=(0, 1790, 1920, 2400))
    for x in range(0, 1920, 160):
        sheet.shape([(960 + (x - 960) * 1.0, 1790), (960 + (x + 80 - 960) * 1.0, 1790), (960 + (x + 80 - 960) * 1.6, 2400), (960 + (x - 960) * 1.6, 2400)], "#d8606a", 90)
    sheet.disc(1000, 2160, 560, "#7a3a3a", 90, tall=0.14)
    # foot and stem
    sheet.disc(960, 2120, 340, "#dfe9ee", tall=0.17)
    sheet.disc(960, 2106, 330, "#f6fbfc", tall=0.15)
    sheet.shape([(900, 1880), (1020, 1880), (990, 2010), (1060, 2100), (860, 2100), (930, 2010)], "#dfe9ee")
    sheet.shape([(970, 1880), (1020, 1880), (990, 2010), (1060, 2100), (980, 2100), (960, 2010)], "#b9cbd6")
    outline = smooth([(370, 900), (380, 1200), (440, 1520), (600, 1780), (800, 1890), (960, 1910), (1120, 1890), (1320, 1780), (1480, 1520), (1540, 1200), (1550, 900)], closed=False)
    sheet.shape([*outline], "#f4f0ea")
    layers = [(900, 1060, "#fff6e4"), (1060, 1200, "#f6d06a"), (1200, 1330, "#c9344a"), (1330, 1470, "#f2c98a"), (1470, 1600, "#8f1f3f"), (1600, 1700, "#f6d06a"), (1700, 1920, "#d99a5a")]
    for index, (top, bottom, colour) in enumerate(layers):
        wave = smooth([(300 + step * 220, top + 18 * math.sin(step * 1.7 + index * 2)) for step in range(7)], closed=False)
        sheet.inside(outline, [*wave, (1700, bottom + 60), (200, bottom + 60)], colour)
        if colour in ("#c9344a", "#8f1f3f"):
            for berry in range(13):
                x = 400 + berry * 90
                y = (top + bottom) / 2 + 24 * math.sin(berry * 2.3)
                half = 590 - max(0, (y - 1200)) ** 1.12 * 0.42
                if abs(x - 960) < half - 50:
                    sheet.disc(x, y, 38, lighter(colour, 0.22))
                    sheet.disc(x - 11, y - 12, 10, lighter(colour, 0.6))
        if colour == "#f2c98a":
            for cake in range(7):
                x = 460 + cake * 170
                if abs(x - 960) < 480:
                    sheet.box(x - 70, top + 24, x + 70, bottom - 6, "#e5ae66", radius=30)
                    for hole in range(4):
                        sheet.disc(x - 44 + hole * 30, top + 60 + 26 * (hole % 2), 8, "#c98a44")
    # cream on top, and what stands on it
    for x, y, size in ((440, 880, 130), (640, 820, 170), (860, 780, 190), (1090, 780, 190), (1300, 830, 170), (1480, 884, 120), (740, 900, 200), (1180, 900, 210), (960, 880, 220)):
        sheet.disc(x, y, size, "#fffaf0", tall=0.72)
        sheet.arc([(x - size * 0.5, y + size * 0.1), (x - size * 0.1, y + size * 0.32), (x + size * 0.5, y + size * 0.16)], "#eaddc6", 12)
    for x, y in ((560, 740), (770, 660), (980, 620), (1190, 668), (1390, 760)):
        sheet.disc(x, y, 88, "#c4283e")
        sheet.disc(x + 22, y + 18, 56, "#a31a34")
        sheet.disc(x - 30, y - 30, 22, "#ffb3a8")
        sheet.arc([(x, y - 76), (x + 30, y - 180), (x + 100, y - 236)], "#4a7a3e", 12)
    for _ in range(60):
        x, y = sheet.random.uniform(470, 1450), sheet.random.uniform(760, 940)
        sheet.stroke([(x, y), (x + sheet.random.uniform(-26, 26), y + sheet.random.uniform(-14, 14))], sheet.random.choice(["#d99a3a", "#f2c14e", "#7fae5a", "#c4283e"]), 10)
    # the glass over it all
    sheet.stroke(outline, "#ffffff", 16)
    ribbon(sheet, [(450, 980), (470, 1240), (540, 1500), (680, 1720)], "#ffffff", 74, 120)
    ribbon(sheet, [(1470, 1000), (1450, 1240), (1390, 1440)], "#ffffff", 40, 110)
    for cut in range(9):
        x = 560 + cut * 100
        drop = 60 + 120 * (1 - (abs(x - 960) / 420) ** 2)
        sheet.stroke([(x, 1720 - abs(x - 960) * 0.16), (960 + (x - 960) * 0.5, 1720 + drop)], "#ffffff", 7, 90)
    sheet.glow(400, 300, 1200, "#fff3dc", 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.2)


def pans(seed: int) -> Image.Image:
    """Copper pans by size along a tiled wall, a pot on the flame below them."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f6f8f", "#3f86a3", "#24587a", box=(0, 0, 2400, 1210))
    for row in range(9):
        for column in range(17):
            left, top = column * 150, row * 140
            tone = sheet.random.choice(["#4f93ae", "#3a7c9a", "#33708f", "#5a9db5"])
            sheet.box(left + 4, top + 4, left + 146, top + 136, tone, 150, radius=8)
            if (row * 3 + column) % 7 == 0:
                for angle in range(4):
                    sheet.disc(left + 75 + math.cos(angle * math.pi / 2) * 30, top + 70 + math.sin(angle * math.pi / 2) * 30, 20, "#cfe4e6", 170)
    sheet.box(60, 196, 2340, 226, "#2a2230", radius=14)
    x = 185.0
    for index in range(6):
        size = 110 + index * 24
        sheet.stroke([(x, 210), (x, 262)], "#2a2230", 12)
        sheet.ring(x, 276, 20, "#8a7a6a", 9)
        sheet.stroke([(x, 296), (x, 470)], "#6b4a38", 36)
        sheet.stroke([(x - 6, 306), (x - 6, 460)], "#8f6a50", 8)
        y = 460 + size
        sheet.disc(x + 18, y + 24, size, "#123044", 110)
        sheet.disc(x, y, size, "#8a3f22")
        sheet.disc(x, y, size * 0.95, "#d0763f")
        sheet.disc(x + size * 0.06, y + size * 0.06, size * 0.84, "#b85f30")
        sheet.disc(x - size * 0.04, y - size * 0.04, size * 0.76, "#e08f55")
        ribbon(sheet, [(x - size * 0.62, y + size * 0.2), (x - size * 0.58, y - size * 0.3), (x - size * 0.2, y - size * 0.62)], "#ffe3c0", size * 0.16, 170)
        x += size * 2 + 66
    sheet.gradient("#e9e2d6", "#b9ac9a", box=(0, 1210, 2400, 1330))
    sheet.box(0, 1200, 2400, 1226, "#fffaf0")
    sheet.gradient("#3a3040", "#1c1622", box=(0, 1330, 2400, 1600))
    for knob in range(6):
        sheet.disc(420 + knob * 312, 1450, 52, "#e0b35a")
        sheet.stroke([(420 + knob * 312, 1450), (420 + knob * 312 + 26 * math.cos(knob), 1450 - 26)], "#3a2a1a", 10)
    for index in range(9):
        left = 690 + index * 42
        sheet.blob([(left, 1206), (left + 20, 1150), (left + 40, 1206)], "#6fd0ff")
        sheet.blob([(left + 10, 1206), (left + 20, 1176), (left + 30, 1206)], "#fff0c0")
    sheet.glow(880, 1190, 420, "#7fd0ff", 0.5)
    sheet.shine()
    pot = [(636, 960), (1124, 960), (1120, 1130), (1080, 1166), (680, 1166), (640, 1130)]
    sheet.shape(pot, "#b85f30")
    sheet.inside(pot, [(960, 900), (960, 1200), (1200, 1200), (1200, 900)], "#8a3f22")
    sheet.box(610, 930, 1150, 976, "#d98a52", radius=20)
    for side in (-1, 1):
        sheet.arc([(880 + side * 250, 1000), (880 + side * 330, 1010), (880 + side * 250, 1070)], "#5a2f1c", 24)
    for steam in (-110, 0, 110):
        ribbon(sheet, [(880 + steam, 930), (850 + steam, 860), (900 + steam, 800), (860 + steam, 720)], "#ffffff", 46, 90)
    for x, colour in ((1480, "#f2c14e"), (1580, "#f2c14e"), (1530, "#f7d98a")):
        sheet.disc(x, 1160 if x != 1530 else 1090, 58, colour)
        sheet.disc(x - 16, 1144 if x != 1530 else 1074, 16, "#fff6d8")
    sheet.box(1780, 900, 1960, 1206, "#dfe9ee", 190, radius=30)
    sheet.box(1780, 1000, 1960, 1206, "#c4283e", 220, radius=30)
    sheet.box(1770, 868, 1970, 920, "#f0c65a", radius=14)
    sheet.blob([(150, 1206), (140, 1060), (330, 1060), (320, 1206)], "#f7ecd8")
    for lean in (-60, -20, 30, 70):
        sheet.stroke([(236, 1070), (236 + lean, 880 + abs(lean))], "#a8703f", 18)
    sheet.disc(178, 906, 44, "#c98d55", tall=1.4)
    sheet.disc(316, 920, 38, "#c98d55", tall=1.5)
    sheet.glow(500, 100, 1500, "#ffe6b4", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def last_ride(seed: int) -> Image.Image:
    """A rider on a ridge before a huge low sun, a kestrel hanging in the sky."""
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#5a1f4a", "#b5364f", "#ef7a4a", "#ffc46b", box=(0, 0, 2400, 1300))
    sheet.glow(1300, 900, 1300, "#ffd27a", 0.5)
    sheet.shine()
    sheet.disc(1300, 850, 520, "#ffdf8f")
    sheet.disc(1300, 850, 440, "#fff0bd", 130)
    for y, left, right in ((620, 500, 1240), (690, 1180, 1990), (770, 300, 900), (960, 1560, 2300), (1010, 220, 760)):
        ribbon(sheet, [(left, y), ((left + right) / 2, y - 16), (right, y)], "#d9604a", 40, 170)
    peaks(sheet, 1700, [(0, 1010), (320, 860), (700, 1060), (1000, 960), (1300, 1080), (1900, 830), (2400, 1000)], "#a83a54")
    ridge(sheet, 1700, [(0, 1130), (500, 1080), (1200, 1160), (1800, 1060), (2400, 1130)], "#7d2a50")
    ridge(sheet, 1700, [(0, 1330), (400, 1300), (900, 1210), (1300, 1180), (1700, 1230), (2100, 1330), (2400, 1390)], "#481a3f")
    scale, left, top = 5.6, 930, 628

    def place(points: Sequence[Point]) -> list[Point]:
        return [(left + x * scale, top + y * scale) for x, y in points]

    ink, edge = "#1f0c22", "#f7a25a"
    # legs on the far side, tail, body, legs on the near side
    for leg in (
        [(26, 54), (36, 62), (35, 72), (33, 79), (38, 92), (43, 99), (34, 100), (32, 93), (27, 80), (27, 70)],
        [(74, 58), (84, 56), (92, 68), (96, 74), (92, 84), (91, 90), (84, 88), (87, 80), (88, 75), (80, 70)],
    ):
        sheet.blob(place(leg), "#160818")
    sheet.blob(place([(16, 41), (7, 46), (1, 60), (-4, 80), (4, 88), (9, 76), (13, 60), (19, 48)]), ink)
    body: list[Point] = [
        *((121, 24), (117, 16), (109, 7), (104, 2), (102, -5), (99, 2), (92, 8), (83, 18), (74, 31), (66, 37), (52, 41)),
        *((38, 39), (27, 37), (18, 41), (13, 50), (16, 60), (26, 66), (40, 69), (56, 70), (70, 68), (82, 61), (90, 48)),
        *((96, 34), (102, 28), (108, 28), (114, 32), (119, 31)),
    ]
    sheet.blob(place(body), ink)
    for leg in (
        [(12, 46), (28, 54), (27, 66), (21, 74), (19, 80), (20, 92), (24, 99), (15, 100), (14, 93), (13, 80), (13, 70), (10, 58)],
        [(66, 58), (80, 58), (79, 70), (77, 78), (76, 92), (81, 99), (71, 100), (71, 92), (70, 79), (68, 70)],
    ):
        sheet.blob(place(leg), ink)
    sheet.arc(place([(102, -3), (93, 6), (84, 16), (75, 29)]), edge, 7)
    sheet.arc(place([(38, 38), (27, 36), (18, 40)]), edge, 6)
    sheet.blob(place([(100, 0), (90, 4), (78, 16), (70, 30), (78, 28), (84, 20), (94, 10)]), "#2f1230")
    # the rider: boot, long coat, hat with its brim down
    sheet.blob(place([(50, 36), (62, 36), (70, 52), (68, 62), (62, 64), (60, 54), (52, 46)]), "#2f1230")
    sheet.blob(place([(60, 58), (68, 58), (67, 72), (76, 76), (75, 79), (60, 78)]), "#160818")
    sheet.blob(place([(56, -9), (62, -6), (67, 6), (68, 22), (68, 40), (58, 46), (46, 48), (34, 62), (26, 64), (32, 50), (40, 36), (45, 18), (46, 2), (50, -6)]), ink)
    sheet.arc(place([(47, 0), (45, 16), (41, 34), (33, 49)]), edge, 7)
    sheet.blob(place([(60, -2), (68, 4), (76, 17), (86, 20), (85, 24), (74, 24), (62, 12)]), "#2f1230")
    sheet.arc(place([(84, 21), (98, 26), (112, 27)]), "#160818", 6)
    sheet.disc(*place([(58, -14)])[0], 6.4 * scale, ink, tall=1.15)
    sheet.blob(place([(42, -17), (50, -18), (52, -26), (58, -28), (65, -26), (67, -18), (75, -15), (66, -14), (50, -15)]), ink)
    sheet.arc(place([(42, -17), (50, -18.6), (52, -26), (58, -28.6)]), edge, 6)
    # the kestrel
    sheet.shape(smooth([(520, 350), (548, 362), (560, 392), (556, 440), (574, 530), (540, 552), (506, 530), (522, 440), (510, 392)], steps=6), ink)
    sheet.disc(538, 350, 24, ink)
    for side in (-1, 1):
        wing: list[Point] = [(0, 372), (60, 330), (130, 300), (210, 304), (300, 350), (250, 352), (262, 378), (206, 372), (214, 400), (160, 388), (160, 414), (100, 404), (60, 420), (0, 432)]
        sheet.shape([(538 + side * x, y) for x, y in wing], ink)
    ridge(sheet, 1700, [(0, 1440), (260, 1420), (800, 1500), (1400, 1470), (2000, 1520), (2400, 1490)], "#250d28")
    for _ in range(150):
        x = sheet.random.uniform(-10, 2410)
        y = 1460 + 60 * math.sin(x / 400) + sheet.random.uniform(0, 90)
        sheet.arc([(x, y + 30), (x + 8, y - 20), (x + sheet.random.uniform(20, 56), y - sheet.random.uniform(50, 110))], "#250d28" if x % 3 > 1 else "#3a1534", 7)
    sheet.glow(1300, 850, 900, "#ffdf8f", 0.25)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def felt_street(seed: int) -> Image.Image:
    """A street of felt houses below a button moon, every edge of it stitched."""
    reach: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#27406f", "#33558a", box=(0, 0, 2400, 1600))

    def stitched(points: list[Point], colour: Colour, thread: Colour) -> None:
        """A piece of felt: a soft shadow, the cloth, and a running stitch just inside its edge."""
        sheet.shape([(x + 10, y + 14) for x, y in points], "#0c1430", 70)
        sheet.shape(points, colour)
        middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
        for (ax, ay), (bx, by) in zip(points, [*points[1:], points[0]], strict=True):
            long = math.hypot(bx - ax, by - ay)
            for step in range(int(long / 34)):
                one, other = (step * 34 + 8) / long, (step * 34 + 26) / long
                line = []
                for share in (one, other):
                    x, y = ax + (bx - ax) * share, ay + (by - ay) * share
                    reach = math.hypot(middle[0] - x, middle[1] - y) or 1
                    line.append((x + (middle[0] - x) / reach * 15, y + (middle[1] - y) / reach * 15))
                sheet.stroke(line, thread, 5)

    def button(x: float, y: float, size: float, colour: Colour) -> None:
        sheet.disc(x + size * 0.08, y + size * 0.12, size, "#0c1430", 90)
        sheet.disc(x, y, size, darker(colour, 0.25))
        sheet.disc(x - size * 0.03, y - size * 0.04, size * 0.95, colour)
        sheet.ring(x, y, size * 0.74, darker(colour, 0.22), size * 0.07)
        for px, py in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
            sheet.disc(x + px * size * 0.2, y + py * size * 0.2, size * 0.1, darker(colour, 0.6))
        sheet.stroke([(x - size * 0.2, y - size * 0.2), (x + size * 0.2, y + size * 0.2)], "#f7ecd8", size * 0.07)
        sheet.stroke([(x + size * 0.2, y - size * 0.2), (x - size * 0.2, y + size * 0.2)], "#f7ecd8", size * 0.07)

    for _ in range(700):  # the nap of the cloth
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(0, 1100)
        sheet.stroke([(x, y), (x + sheet.random.uniform(-16, 16), y + sheet.random.uniform(-16, 16))], sheet.random.choice(["#4a6fa5", "#1f3563"]), 3, 110)
    for x, y in ((260, 190), (560, 360), (930, 150), (2180, 160), (1500, 130), (2260, 470), (120, 480)):
        for angle in (0, 60, 120):
            dx, dy = math.cos(math.radians(angle)) * 34, math.sin(math.radians(angle)) * 34
            sheet.stroke([(x - dx, y - dy), (x + dx, y + dy)], "#f7ecd8", 7)
    sheet.stroke([(1860, -10), (1860, 120)], "#f7ecd8", 6)
    sheet.glow(1860, 340, 560, "#fff0c0", 0.55)
    sheet.shine()
    button(1860, 270, 170, "#f2dfae")
    stitched([(-40, 1010), (300, 830), (760, 960), (1200, 800), (1700, 970), (2150, 820), (2440, 930), (2440, 1640), (-40, 1640)], "#3f7f6a", "#a5d0a8")
    houses = [(90, 330, 640, "#d8604a", "#f2c14e"), (410, 300, 780, "#f2c14e", "#c23a4c"), (700, 350, 580, "#7fb0bd", "#40406f"), (1040, 290, 860, "#e58a8f", "#7a3f5a"), (1320, 360, 620, "#efe0c2", "#d8604a"), (1670, 300, 620, "#8fae5a", "#2f5f4f"), (1960, 350, 600, "#b58ac0", "#553052")]
    for left, wide, tall, wall, roof in houses:
        base = 1300
        top = base - tall
        stitched([(left, top), (left + wide, top), (left + wide, base), (left, base)], wall, lighter(wall, 0.55))
        stitched([(left - 34, top + 24), (left + wide / 2, top - 210), (left + wide + 34, top + 24)], roof, lighter(roof, 0.5))
        for row in range(max(1, int((tall - 300) / 170))):
            for column in (0.14, 0.58):
                x, y = left + wide * column, top + 70 + row * 176
                sheet.box(x - 8, y - 8, x + wide * 0.28 + 8, y + 118, lighter(wall, 0.6), radius=10)
                sheet.box(x, y, x + wide * 0.28, y + 110, "#ffd27a" if (row + int(left)) % 3 else "#4a6a8f", radius=6)
                sheet.stroke([(x + wide * 0.14, y), (x + wide * 0.14, y + 110)], lighter(wall, 0.6), 7)
                sheet.stroke([(x, y + 55), (x + wide * 0.28, y + 55)], lighter(wall, 0.6), 7)
        stitched([(left + wide * 0.36, base - 210), (left + wide * 0.64, base - 210), (left + wide * 0.64, base), (left + wide * 0.36, base)], roof, lighter(roof, 0.5))
        button(left + wide * 0.58, base - 100, 17, "#f2dfae")
    stitched([(-40, 1296), (2440, 1296), (2440, 1480), (-40, 1480)], "#5a5468", "#c9c0cf")
    for x in range(60, 2400, 190):
        sheet.box(x, 1382, x + 100, 1396, "#f2dfae", radius=6)
    for x, size, colour in ((368, 74, "#5f9a5a"), (1020, 64, "#7fae5a"), (1655, 70, "#4f8a5a"), (2340, 84, "#5f9a5a")):
        sheet.stroke([(x, 1310), (x, 1150)], "#6b4430", 20)
        greens: list[Colour] = [colour, lighter(colour, 0.25), darker(colour, 0.2)]
        for _ in range(90):
            turn, reach = sheet.random.uniform(0, 6.3), size * (1.1 + 0.5 * sheet.random.random())
            sheet.stroke([(x, 1110), (x + math.cos(turn) * reach, 1110 + math.sin(turn) * reach)], sheet.random.choice(greens), 13)
    # the bus
    stitched([(760, 1180), (1330, 1180), (1390, 1240), (1400, 1400), (740, 1400), (740, 1200)], "#c23a4c", "#f7b5a5")
    for x in range(780, 1270, 122):
        sheet.box(x, 1214, x + 96, 1300, "#ffe3a0", radius=14)
    sheet.blob([(1290, 1214), (1350, 1220), (1384, 1262), (1384, 1306), (1290, 1306)], "#cfe8ee")
    for x, look in ((826, "#8a5a3a"), (1070, "#f0b58a"), (1192, "#5a5468")):
        sheet.disc(x, 1278, 34, look)
        for ear in (-26, 26):
            sheet.disc(x + ear, 1250, 14, look)
        for eye in (-11, 11):
            sheet.disc(x + eye, 1272, 5, INK)
    button(880, 1404, 72, "#2f6f77")
    button(1250, 1404, 72, "#2f6f77")
    # the edge of the table, with the tools left lying
    sheet.gradient("#c98d55", "#8a5632", box=(0, 1488, 2400, 1600))
    sheet.box(0, 1480, 2400, 1496, "#e9b77f")
    sheet.box(1840, 1400, 2060, 1580, "#d8434a")
    for y in range(1412, 1576, 18):
        sheet.stroke([(1840, y), (2060, y + 8)], "#b3263c", 5)
    for y in (1386, 1580):
        sheet.box(1810, y - 22, 2090, y + 18, "#efd6a5", radius=10)
    sheet.arc([(2060, 1540), (2160, 1560), (2240, 1520), (2330, 1552)], "#d8434a", 8)
    sheet.stroke([(2130, 1580), (2370, 1540)], "#dfe4ec", 11)
    button(330, 1548, 46, "#f2c14e")
    button(450, 1566, 34, "#7fb0bd")
    sheet.glow(1000, 1000, 1500, "#ffe0a0", 0.28)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def lit_windows(seed: int) -> Image.Image:
    """The front of a house by night: in each window somebody watches something else."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1a1f45", "#262a58", "#161836")
    for row in range(40):
        y = row * 40
        for column in range(26):
            x = column * 96 + (48 if row % 2 else 0) - 48
            if (row * 7 + column * 3) % 11 < 2:
                sheet.box(x, y + 3, x + 90, y + 36, "#33386e", 160, radius=3)
    glows = ["#6fc7ff", "#ff9a5c", "#8be0b5", "#ff7fa5", "#ffd36b", "#a99bff", "#5fb5c9", "#ff8a70", "#f2f0b0", "#7fb8ff", "#ffb86b", "#c79bff"]
    for index in range(12):
        column, row = index % 4, index // 4
        x, y, wide, tall = 130 + column * 570, 90 + row * 500, 430, 360
        light = glows[index]
        sheet.box(x - 34, y - 34, x + wide + 34, y + tall + 30, "#0d0f28", radius=8)
        if index == 6:
            sheet.box(x, y, x + wide, y + tall, "#12142f")
        else:
            sheet.gradient(darker(light, 0.45), darker(light, 0.1), lighter(light, 0.25), box=(x, y, x + wide, y + tall))
        dark = darker(light, 0.82)
        floor = y + tall
        outline: list[Point] = [(x, y), (x + wide, y), (x + wide, floor), (x, floor)]

        def head(px: float, py: float, size: float, colour: Colour = dark, outline: list[Point] = outline, floor: float = floor) -> None:
            """A head and shoulders that the window sill cuts off."""
            ring = [(px + math.cos(math.radians(a)) * size, py + math.sin(math.radians(a)) * size * 1.16) for a in range(0, 360, 12)]
            sheet.inside(outline, ring, colour)
            sheet.inside(outline, smooth([(px - size * 1.9, floor + 60), (px - size * 1.7, py + size * 1.9), (px, py + size * 1.1), (px + size * 1.7, py + size * 1.9), (px + size * 1.9, floor + 60)]), colour)

        if index == 0:
            head(x + 150, y + 200, 46)
            head(x + 280, y + 216, 42)
        elif index == 1:
            sheet.inside(outline, smooth([(x + 250, floor + 20), (x + 236, y + 250), (x + 280, y + 190), (x + 330, y + 200), (x + 356, y + 260), (x + 350, floor + 20)]), dark)
            sheet.inside(outline, smooth([(x + 250, y + 200), (x + 244, y + 140), (x + 270, y + 160), (x + 300, y + 160), (x + 326, y + 140), (x + 324, y + 200), (x + 288, y + 228)]), dark)
            sheet.arc([(x + 350, floor - 30), (x + 400, floor - 40), (x + 396, floor - 110)], dark, 20)
        elif index == 2:
            head(x + 210, y + 170, 50)
            sheet.stroke([(x + 150, floor - 60), (x + 60, y + 160)], dark, 26)
            sheet.disc(x + 56, y + 150, 20, dark)
            sheet.stroke([(x + 270, floor - 60), (x + 370, y + 150)], dark, 26)
            sheet.disc(x + 374, y + 140, 20, dark)
        elif index == 3:
            for leaf in range(7):
                angle = math.radians(-160 + leaf * 23)
                sheet.blob([(x + 330, floor - 110), (x + 330 + math.cos(angle) * 70 - 16, floor - 110 + math.sin(angle) * 90), (x + 330 + math.cos(angle) * 120, floor - 110 + math.sin(angle) * 150), (x + 330 + math.cos(angle) * 70 + 16, floor - 110 + math.sin(angle) * 90)], dark)
            sheet.shape([(x + 280, floor - 110), (x + 380, floor - 110), (x + 364, floor), (x + 296, floor)], dark)
            head(x + 130, y + 230, 40)
        elif index == 4:
            head(x + 100, y + 200, 44)
            head(x + 215, y + 250, 32)
            head(x + 325, y + 190, 46)
        elif index == 5:
            head(x + 200, y + 190, 48)
            sheet.disc(x + 200, y + 128, 34, dark)
            sheet.box(x + 250, y + 300, x + 330, y + 340, dark, radius=12)
            sheet.arc([(x + 280, y + 300), (x + 260, y + 270), (x + 290, y + 250), (x + 276, y + 220)], lighter(light, 0.5), 6)
        elif index == 6:
            sheet.shape([(x + 250, y), (x + wide, y), (x + wide, floor), (x + 190, floor)], "#1f2350")
            sheet.disc(x + 330, y + 90, 34, "#c9cdf0", 90)
        elif index == 7:
            head(x + 290, y + 180, 50)
            sheet.inside(outline, smooth([(x + 40, floor + 20), (x + 50, y + 290), (x + 110, y + 250), (x + 170, y + 290), (x + 180, floor + 20)]), dark)
            sheet.inside(outline, smooth([(x + 66, y + 270), (x + 50, y + 310), (x + 74, y + 330), (x + 92, y + 290)]), darker(dark, 0.3))
        elif index == 8:
            head(x + 230, y + 200, 46)
            for needle in (-1, 1):
                sheet.stroke([(x + 230 + needle * 10, floor - 50), (x + 230 + needle * 120, floor - 120)], dark, 9)
            sheet.disc(x + 340, floor - 40, 44, dark)
        elif index == 9:
            head(x + 150, y + 196, 46)
            sheet.inside(outline, [(x + 96, y + 160), (x + 204, y + 160), (x + 190, y + 120), (x + 150, y + 74), (x + 110, y + 120)], dark)
            head(x + 300, y + 210, 44)
        elif index == 10:
            for step in range(3):
                head(x + 110 + step * 110, y + 250 - step * 36, 34 + step * 4)
        else:
            head(x + 215, y + 210, 48)
            sheet.arc([(x + 160, y + 200), (x + 215, y + 130), (x + 270, y + 200)], dark, 14)
            for ear in (160, 270):
                sheet.disc(x + ear, y + 212, 22, dark)
        if index % 3 == 1:
            for side, edge in ((1, x), (-1, x + wide)):
                sheet.shape([(edge, y), (edge + side * 90, y), (edge + side * 46, y + 180), (edge + side * 76, floor), (edge, floor)], darker(light, 0.55))
        sheet.stroke([(x + wide / 2, y), (x + wide / 2, floor)], "#0d0f28", 14)
        sheet.stroke([(x, y + 110), (x + wide, y + 110)], "#0d0f28", 12)
        sheet.box(x - 54, floor + 8, x + wide + 54, floor + 40, "#3d437c", radius=5)
        if index != 6:
            sheet.glow(x + wide / 2, y + tall * 0.55, 480, light, 0.34)
    sheet.stroke([(664, -10), (664, 1610)], "#3d437c", 20)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def weather_roof(seed: int) -> Image.Image:
    """Weather instruments on a roof at sunrise, above a city still asleep."""
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#3f6fa5", "#8fb5c9", "#f7cf9a", "#ffb37a", box=(0, 0, 2400, 1240))
    sheet.glow(1880, 840, 1000, "#fff0b8", 0.8)
    sheet.shine()
    sheet.disc(1880, 840, 180, "#fffbe0")
    for y, x, wide in ((260, 520, 1.2), (420, 1500, 0.9), (180, 2050, 1.0)):
        for px, size in ((-210, 40), (-110, 66), (10, 84), (130, 60), (220, 36)):
            sheet.disc(x + px * wide, y, size * wide, "#fff6e6", 220, tall=0.62)
        sheet.box(x - 250 * wide, y, x + 255 * wide, y + 40 * wide, "#fff6e6", 220, radius=20 * wide)
    for depth, (tone, low) in enumerate((("#b5a0a5", 1010), ("#8f7f95", 1080), ("#6b6286", 1150))):
        x = -40.0
        while x < 2420:
            wide = sheet.random.uniform(90, 200)
            top = low - sheet.random.uniform(20, 200) + 40 * depth
            sheet.box(x, top, x + wide, 1300, tone)
            if sheet.random.random() < 0.4:
                sheet.shape([(x, top), (x + wide / 2, top - 70), (x + wide, top)], tone)
            if sheet.random.random() < 0.3:
                sheet.box(x + wide * 0.6, top - 60, x + wide * 0.78, top, tone)
            x += wide
    sheet.gradient("#8a5a4a", "#4a2f3a", box=(0, 1290, 2400, 1600))
    sheet.box(0, 1240, 2400, 1300, "#c98a6a")
    sheet.box(0, 1240, 2400, 1256, "#f2c9a0")
    for x in range(0, 2400, 120):
        sheet.stroke([(x, 1256), (x, 1300)], "#a86a50", 5)
    # the louvred box on its legs
    sheet.disc(800, 1520, 360, "#2a1826", 120, tall=0.1)
    for x in (590, 1010):
        sheet.shape([(x - 22, 1000), (x + 22, 1000), (x + (40 if x > 800 else 4), 1530), (x + (4 if x > 800 else -40), 1530)], "#d9d2cf")
    sheet.stroke([(590, 1360), (1010, 1360)], "#c9c0bf", 22)
    sheet.box(540, 560, 1060, 1020, "#fffdf6", radius=6)
    sheet.box(800, 560, 1060, 1020, "#e9dfd6", radius=6)
    for y in range(610, 990, 34):
        for left, right, tone in ((570, 786, "#cfc6c6"), (814, 1030, "#b9acae")):
            sheet.shape([(left, y), (right, y), (right, y + 20), (left, y + 20)], tone)
            sheet.shape([(left, y), (right, y), (right, y + 6), (left, y + 6)], "#fffdf6")
    sheet.shape([(500, 560), (800, 470), (1100, 560)], "#fffdf6")
    sheet.shape([(800, 470), (1100, 560), (800, 560)], "#d9cfca")
    sheet.box(490, 548, 1110, 580, "#d9cfca", radius=6)
    # a mast of turning cups and an arrow
    sheet.stroke([(1420, 1300), (1420, 330)], "#3a2a3a", 24)
    sheet.stroke([(1240, 356), (1600, 316)], "#3a2a3a", 13)
    for x, y in ((1240, 356), (1600, 316)):
        for tone, tall in (("#d8503f", 1.0), ("#a3303a", 0.3)):
            sheet.shape([(x + math.cos(math.radians(a)) * 66 * (1 if tall == 1.0 else 0.98), y + math.sin(math.radians(a)) * 66 * (tall if a < 180 or tall < 1 else 0)) for a in range(0, 361, 10)], tone)
    sheet.disc(1420, 336, 26, "#f0c65a")
    sheet.stroke([(1230, 640), (1610, 560)], "#3a2a3a", 16)
    sheet.shape([(1610, 520), (1710, 540), (1626, 612)], "#3a2a3a")
    sheet.shape([(1180, 610), (1270, 590), (1300, 626), (1270, 670), (1190, 690)], "#3a2a3a")
    for letter, dx in (("W", -120), ("E", 120)):
        sheet.stroke([(1420, 800), (1420 + dx * 0.8, 800)], "#3a2a3a", 10)
        sheet.word(letter, 1420 + dx * 1.16, 800, 90, "#3a2a3a")
    # the rain gauge, and a mug that somebody has put down
    sheet.box(1900, 1130, 2050, 1500, "#b5713f", radius=20)
    sheet.box(1980, 1130, 2050, 1500, "#8a4f2c", radius=20)
    sheet.disc(1975, 1130, 96, "#d98f55", tall=0.26)
    sheet.disc(1975, 1128, 78, "#5a3424", tall=0.22)
    for y in range(1230, 1460, 46):
        sheet.stroke([(1916, y), (1950, y)], "#ffe3c0", 6)
    sheet.blob([(2150, 1210), (2146, 1126), (2240, 1126), (2236, 1240), (2160, 1240)], "#3f8c8a")
    sheet.ring(2250, 1176, 28, "#3f8c8a", 14)
    ribbon(sheet, [(2190, 1110), (2170, 1050), (2210, 1000), (2190, 940)], "#ffffff", 34, 130)
    figure(sheet, 250, 1560, 640, "#2a1a2c", coat=True)
    sheet.arc([(290, 1120), (370, 1180), (420, 1120)], "#2a1a2c", 50)
    sheet.shape([(384, 1040), (474, 1064), (446, 1170), (356, 1146)], "#fff3dc")
    sheet.glow(1880, 840, 700, "#fff0b8", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.22)


def three_doors(seed: int) -> Image.Image:
    """Three doors on a quiz programme's stage; the middle one stands open upon light."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2a1450", "#43217a", "#2f175a", box=(0, 0, 2400, 1220))
    sheet.rays(1200, 640, "#5a2f96", 40, 110, 2)
    sheet.gradient("#5a2f96", "#1b0d38", box=(0, 1216, 2400, 1600))
    for radius in (1300, 1000, 700):
        sheet.disc(1200, 1500, radius, lighter("#5a2f96", 0.14) if radius % 200 else "#3a1d6b", 120, tall=0.24)
    for index in range(25):
        x = index * 100
        y = 90 + 60 * math.cos((x - 1200) / 1200 * math.pi / 2)
        sheet.disc(x, y + 10, 20, "#ffe9a8")
        sheet.glow(x, y + 10, 120, "#ffcf5c", 0.6)
    sheet.shine()
    for left, colour, number in ((300, "#e0503f", "1"), (990, "#f2b632", "2"), (1680, "#2fa0a8", "3")):
        sheet.box(left - 56, 306, left + 476, 1236, "#f0c65a", radius=26)
        sheet.box(left - 40, 322, left + 460, 1236, "#a8702a", radius=20)
        sheet.box(left, 362, left + 420, 1236, darker(colour, 0.5))
        for bulb in range(10):
            for side in (left - 48, left + 468):
                sheet.disc(side, 360 + bulb * 92, 13, "#fff3cf")
        if number == "2":
            sheet.gradient("#fffbe8", "#ffe39a", box=(left, 362, left + 420, 1236))
            for reach, alpha in ((190, 60), (130, 80), (70, 110)):
                sheet.disc(left + 210, 760, reach, "#ffffff", alpha, tall=1.6)
            door = [(left, 362), (left - 210, 306), (left - 210, 1330), (left, 1236)]
            sheet.shape(door, darker(colour, 0.16))
            sheet.shape([(left - 30, 420), (left - 178, 386), (left - 178, 760), (left - 30, 762)], darker(colour, 0.32))
            sheet.shape([(left - 30, 830), (left - 178, 838), (left - 178, 1240), (left - 30, 1170)], darker(colour, 0.32))
            sheet.disc(left - 186, 800, 20, "#fff0c0")
        else:
            sheet.box(left, 362, left + 420, 1236, colour)
            sheet.box(left + 50, 420, left + 370, 760, darker(colour, 0.26), radius=12)
            sheet.box(left + 50, 830, left + 370, 1190, darker(colour, 0.26), radius=12)
            sheet.box(left + 62, 432, left + 370, 760, darker(colour, 0.12), radius=12)
            sheet.box(left + 62, 842, left + 370, 1190, darker(colour, 0.12), radius=12)
            sheet.disc(left + (376 if number == "1" else 44), 796, 26, "#ffe9a8")
            sheet.word(number, left + 212, 596, 250, "#fff6e2")
    sheet.shape([(990, 1236), (1410, 1236), (1800, 1600), (600, 1600)], "#ffeeb8", 150)
    sheet.glow(1200, 760, 760, "#fff0b8", 0.85)
    sheet.glow(1200, 1400, 560, "#ffe39a", 0.35)
    sheet.shine()
    sheet.shape([(1180, 1440), (1230, 1440), (1330, 1600), (1060, 1600)], "#1b0d38", 150)
    figure(sheet, 1205, 1450, 430, "#1b0d38", coat=True)
    return sheet.finish(vignette=0.4)


def backlot(seed: int) -> Image.Image:
    """A street in a serial seen from behind: painted fronts, timber braces and the evening sky."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f4f7f", "#8a6a9a", "#f2907a", "#ffcf8a", box=(0, 0, 2400, 1320))
    sheet.glow(1500, 1150, 1200, "#ffd98a", 0.6)
    sheet.shine()
    for y, x, wide in ((240, 420, 420), (360, 1700, 560), (520, 980, 380)):
        ribbon(sheet, [(x - wide, y), (x, y - 24), (x + wide, y + 6)], "#ffc9a0", 74, 110)
    sheet.gradient("#a8806a", "#4a3040", box=(0, 1300, 2400, 1600))
    fronts = [(30, 380, 700, "gable"), (420, 330, 560, "flat"), (760, 420, 620, "gable"), (1190, 350, 460, "tower"), (1550, 400, 680, "gable"), (1960, 400, 560, "flat")]
    ply, frame, deep = "#6b4a4a", "#3a2433", "#2a1826"
    for left, wide, top, kind in fronts:
        right, base = left + wide, 1340
        # what the street sees is on the other side: from here it is bare board and battens
        if kind == "gable":
            outline = [(left, top), (left + wide / 2, top - 220), (right, top), (right, base), (left, base)]
        elif kind == "tower":
            outline = [(left, top), (left + 90, top), (left + 90, top - 130), (left + wide / 2, top - 280), (right - 90, top - 130), (right - 90, top), (right, top), (right, base), (left, base)]
        else:
            outline = [(left, top - 40), (left + 40, top - 40), (left + 40, top - 90), (right - 40, top - 90), (right - 40, top - 40), (right, top - 40), (right, base), (left, base)]
        sheet.shape(outline, ply)
        for y in range(top + 60, base, 250):
            sheet.stroke([(left + 10, y), (right - 10, y)], frame, 16)
        for x in (left + 14, left + wide / 2, right - 14):
            sheet.stroke([(x, base), (x, top + 6)], frame, 18)
        sheet.stroke([*outline[:-2]], "#ffd9a0", 7)
        for row in range(2):
            for column in (0.12, 0.6):
                x, y = left + wide * column, top + 90 + row * 250
                sheet.gradient("#ffb98a", "#ffe0a0", box=(x, y, x + wide * 0.28, y + 150))
                sheet.stroke([(x + wide * 0.14, y), (x + wide * 0.14, y + 150)], deep, 8)
                sheet.stroke([(x, y + 70), (x + wide * 0.28, y + 70)], deep, 8)
                for one, other in (((x, y), (x + wide * 0.28, y)), ((x, y + 150), (x + wide * 0.28, y + 150)), ((x, y), (x, y + 150)), ((x + wide * 0.28, y), (x + wide * 0.28, y + 150))):
                    sheet.stroke([one, other], deep, 12)
        if kind != "tower":
            sheet.gradient("#ffc98f", "#ffe6b0", box=(left + wide * 0.38, base - 230, left + wide * 0.62, base))
            sheet.shape([(left + wide * 0.38, base), (left + wide * 0.62, base), (left + wide * 0.62 + (left + wide / 2 - 1300) * 0.25, 1600), (left + wide * 0.38 + (left + wide / 2 - 1300) * 0.25, 1600)], "#ffdf9f", 90)
        else:
            clock = left + wide / 2
            sheet.disc(clock, top - 60, 66, deep)
            sheet.disc(clock, top - 60, 54, "#ffe0a0")
            sheet.stroke([(clock, top - 60), (clock, top - 98)], deep, 8)
            sheet.stroke([(clock, top - 60), (clock - 26, top - 46)], deep, 8)
        for x in (left + 50, right - 50):
            sheet.stroke([(x, top + 120), (x + 110, 1450)], "#c98d55", 24)
            sheet.stroke([(x, base - 20), (x + 110, 1450)], "#a8703f", 16)
            sheet.blob([(x + 60, 1470), (x + 70, 1424), (x + 120, 1414), (x + 166, 1428), (x + 176, 1472)], "#8f7a68")
            sheet.blob([(x + 66, 1430), (x + 84, 1392), (x + 120, 1384), (x + 150, 1398), (x + 156, 1432)], "#a8917c")
    sheet.shine()
    # one who is not on until half past, on a crate, with a mug
    sheet.box(1080, 1440, 1260, 1566, "#8a5a3a", radius=4)
    for y in (1474, 1516):
        sheet.stroke([(1084, y), (1256, y)], "#5f3a28", 6)
    sheet.disc(1250, 1574, 230, "#1c0f20", 110, tall=0.08)
    coat, deep_coat, light = "#27304f", "#1a2038", "#ffbe86"
    for knee, foot, tone in (((1318, 1436), (1300, 1566), "#12152a"), ((1346, 1420), (1352, 1566), deep_coat)):
        sheet.stroke([(1180, 1424), knee], tone, 66)
        sheet.stroke([knee, foot], tone, 50)
        sheet.blob([(foot[0] - 30, foot[1] - 14), (foot[0] + 20, foot[1] - 22), (foot[0] + 76, foot[1] + 4), (foot[0] + 78, foot[1] + 18), (foot[0] - 30, foot[1] + 18)], "#120a18")
    sheet.blob([(1136, 1230), (1196, 1212), (1240, 1240), (1258, 1330), (1250, 1440), (1200, 1466), (1120, 1462), (1098, 1440), (1106, 1320)], coat)
    sheet.arc([(1244, 1262), (1260, 1340), (1252, 1430)], light, 8)
    sheet.stroke([(1376, 1424), (1380, 1540)], light, 6)
    face = smooth([(1186, 1092), (1238, 1102), (1252, 1134), (1274, 1164), (1254, 1176), (1252, 1206), (1226, 1224), (1180, 1214), (1154, 1170), (1156, 1120)])
    sheet.shape(face, "#7a4538")
    sheet.inside(face, [(1100, 1060), (1206, 1060), (1196, 1150), (1210, 1240), (1100, 1240)], "#4f2a30")
    sheet.arc([(1246, 1110), (1258, 1138), (1274, 1162)], light, 6)
    sheet.blob([(1128, 1112), (1150, 1066), (1206, 1054), (1256, 1076), (1268, 1110), (1210, 1100), (1160, 1124)], "#a3303a")
    sheet.stroke([(1204, 1058), (1206, 1038)], "#a3303a", 9)
    sheet.blob([(1130, 1232), (1170, 1208), (1232, 1214), (1252, 1240), (1210, 1262), (1150, 1258)], "#d9a441")
    sheet.arc([(1170, 1276), (1216, 1366), (1290, 1352), (1352, 1306)], deep_coat, 46)
    sheet.disc(1362, 1298, 22, "#7a4538")
    sheet.box(1360, 1258, 1414, 1316, "#fbf1df", radius=8)
    sheet.ring(1356, 1286, 18, "#fbf1df", 9)
    ribbon(sheet, [(1388, 1244), (1370, 1200), (1400, 1156), (1382, 1110)], "#ffffff", 26, 150)
    sheet.glow(1400, 1200, 800, "#ffcf8a", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.3)


# -- people ----------------------------------------------------------------------------------------------------------


def with_lamps(seed: int, look: Look, ground: Colour, lamps: list[Colour], where: float = 0.5) -> Image.Image:
    """Somebody sharp before lamps that are not, a measuring tape about the neck."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(darker(ground, 0.5), ground, darker(ground, 0.25))
    for index in range(36):
        size = sheet.random.uniform(60, 190)
        x, y = sheet.random.uniform(-40, 2440), sheet.random.uniform(40, 1300)
        colour = lamps[index % len(lamps)]
        sheet.disc(x, y, size, colour, 70)
        sheet.ring(x, y, size, lighter(colour, 0.4), 6, 120)
    sheet.halftone((0, 900, 2400, 1600), darker(ground, 0.7), 26, 110)
    x, y, head = 2400 * where, 700.0, 430.0
    bust(sheet, x, y, head, look)
    # a flat cap, and the tape
    sheet.blob([(x - 0.56 * head, y - 0.34 * head), (x - 0.60 * head, y - 0.62 * head), (x - 0.36 * head, y - 0.92 * head), (x + 0.1 * head, y - 0.98 * head), (x + 0.5 * head, y - 0.80 * head), (x + 0.62 * head, y - 0.5 * head), (x + 0.54 * head, y - 0.34 * head), (x, y - 0.44 * head)], "#6b5f4a")
    sheet.blob([(x + 0.12 * head, y - 0.98 * head), (x + 0.5 * head, y - 0.80 * head), (x + 0.62 * head, y - 0.5 * head), (x + 0.54 * head, y - 0.34 * head), (x + 0.2 * head, y - 0.42 * head), (x + 0.26 * head, y - 0.7 * head)], "#544a3a")
    sheet.blob([(x - 0.62 * head, y - 0.36 * head), (x - 0.3 * head, y - 0.46 * head), (x + 0.26 * head, y - 0.46 * head), (x + 0.58 * head, y - 0.34 * head), (x + 0.3 * head, y - 0.24 * head), (x - 0.36 * head, y - 0.24 * head)], "#7d7058")
    for side in (-1, 1):
        line = smooth([(x + side * 0.36 * head, y + 0.78 * head), (x + side * 0.52 * head, y + 1.1 * head), (x + side * 0.44 * head, y + 1.6 * head), (x + side * 0.5 * head, y + 2.3 * head)], closed=False)
        sheet.stroke(line, "#f2c632", 0.11 * head)
        for index, (px, py) in enumerate(line[::3]):
            sheet.stroke([(px - 0.045 * head, py), (px + (0.0 if index % 2 else 0.03) * head, py)], "#3a2a1a", 5)
    sheet.glow(x - 900, 200, 1300, lamps[0], 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def at_rainy_window(seed: int, look: Look, night: tuple[Colour, Colour], lamps: list[Colour]) -> Image.Image:
    """Somebody in a raincoat, its collar up, before a window with the night and the rain behind it."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient(*night)
    for index in range(30):
        size = sheet.random.uniform(30, 110)
        x, y = sheet.random.uniform(0, 1920), sheet.random.uniform(150, 1700)
        sheet.disc(x, y, size, lamps[index % len(lamps)], 90, tall=1.25)
    for _ in range(170):
        x, y = sheet.random.uniform(0, 1920), sheet.random.uniform(-100, 2300)
        long = sheet.random.uniform(40, 170)
        sheet.stroke([(x, y), (x - long * 0.1, y + long)], "#dfeaf5", 4, 90)
        if long > 120:
            sheet.disc(x - long * 0.1, y + long, 9, "#eef6ff", 150, tall=1.5)
    for x in (190, 1730):
        sheet.box(x - 34, 0, x + 34, 2400, "#141a2e")
        sheet.box(x - 34, 0, x - 22, 2400, "#33405f")
    sheet.box(0, 170, 1920, 226, "#141a2e")
    sheet.box(0, 170, 1920, 182, "#33405f")
    x, y, head = 960.0, 1010.0, 620.0
    bust(sheet, x, y, head, look)
    for side in (-1, 1):
        tone = lighter(look.cloth, 0.10) if side < 0 else darker(look.cloth, 0.16)
        sheet.shape([(x + side * 0.30 * head, y + 0.56 * head), (x + side * 0.62 * head, y + 0.60 * head), (x + side * 0.86 * head, y + 1.0 * head), (x + side * 0.44 * head, y + 1.52 * head), (x + side * 0.10 * head, y + 1.30 * head), (x + side * 0.34 * head, y + 0.96 * head)], tone)
        sheet.stroke([(x + side * 0.32 * head, y + 0.58 * head), (x + side * 0.62 * head, y + 0.62 * head), (x + side * 0.84 * head, y + 1.0 * head), (x + side * 0.46 * head, y + 1.46 * head)], darker(look.cloth, 0.32), 9)
    for row in range(2):
        for side in (-1, 1):
            sheet.disc(x + side * 0.26 * head, y + (1.72 + row * 0.42) * head, 0.06 * head, darker(look.cloth, 0.55))
    sheet.glow(250, 500, 1200, lamps[0], 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.35)


def before_hills(seed: int, look: Look, where: float = 0.5) -> Image.Image:
    """Somebody in a scarf before slate hills and a plume of steam."""
    y: float
    x: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#7fa3bf", "#c9d3d0", "#f2dcc0", box=(0, 0, 2400, 1200))
    peaks(sheet, 1700, [(0, 760), (340, 470), (760, 800), (1240, 560), (1600, 790), (2000, 430), (2400, 700)], "#7f8ca5", "#f4f3ee")
    ridge(sheet, 1700, [(0, 980), (600, 880), (1200, 980), (1800, 860), (2400, 960)], "#5f6f86")
    for row in range(5):
        y = 1010 + row * 90
        sheet.blob([(-100, y + 60), (300, y - 20), (800, y + 16), (1300, y - 26), (1900, y + 10), (2500, y - 30), (2500, y + 300), (-100, y + 300)], mix("#56617c", "#2a2f48", row / 5))
    for tone, lift, size in (("#a9b0bd", 20, 1.0), ("#fbf6ec", -14, 0.82)):
        for step in range(16):
            share = step / 15
            sheet.disc(2120 - 620 * share, 900 - 560 * share ** 0.8 + lift + 30 * math.sin(step * 2.2), (46 + 120 * share) * size, tone)
    sheet.shape([(2096, 980), (2150, 980), (2140, 890), (2106, 890)], INK)
    sheet.box(2040, 960, 2400, 1030, "#7a2436", radius=20)
    sheet.box(2000, 1024, 2400, 1044, INK)
    x, y, head = 2400 * where, 690.0, 430.0
    bust(sheet, x, y, head, look)
    sheet.blob([(x - 0.5 * head, y + 0.78 * head), (x - 0.2 * head, y + 0.66 * head), (x + 0.2 * head, y + 0.66 * head), (x + 0.5 * head, y + 0.78 * head), (x + 0.56 * head, y + 1.04 * head), (x, y + 1.22 * head), (x - 0.56 * head, y + 1.04 * head)], "#d9a441")
    sheet.arc([(x - 0.46 * head, y + 0.92 * head), (x, y + 1.04 * head), (x + 0.48 * head, y + 0.9 * head)], "#b3263c", 0.08 * head)
    sheet.shape([(x + 0.12 * head, y + 1.06 * head), (x + 0.42 * head, y + 1.0 * head), (x + 0.5 * head, y + 1.9 * head), (x + 0.18 * head, y + 1.96 * head)], "#c48f30")
    for band in (1.3, 1.6):
        sheet.shape([(x + (0.10 + band * 0.03) * head, y + band * head), (x + (0.40 + band * 0.04) * head, y + (band - 0.05) * head), (x + (0.41 + band * 0.04) * head, y + (band + 0.06) * head), (x + (0.11 + band * 0.03) * head, y + (band + 0.11) * head)], "#b3263c")
    sheet.glow(300, 200, 1300, "#fff0d0", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def before_weather_map(seed: int, look: Look, where: float = 0.4) -> Image.Image:
    """Somebody before a weather map: an island, its isobars, a sun and a cloud on it."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2f8fae", "#1f6f96", "#174f7a")
    island = smooth([(1420, 250), (1640, 180), (1860, 300), (1980, 520), (2240, 640), (2180, 900), (2010, 1010), (2060, 1260), (1820, 1420), (1560, 1330), (1480, 1090), (1300, 980), (1360, 720), (1280, 500)])
    sheet.shape([(x + 22, y + 28) for x, y in island], "#0f3d63", 130)
    sheet.shape(island, "#8fc07a")
    sheet.inside(island, smooth([(1700, 100), (1640, 500), (1760, 800), (1680, 1100), (1760, 1500), (2400, 1500), (2400, 100)]), "#6fa868")
    sheet.blob([(1560, 640), (1640, 600), (1700, 660), (1660, 740), (1570, 720)], "#2f8fae")
    for radius in range(180, 1500, 130):
        line = [(1980 + math.cos(math.radians(a)) * radius * 1.2, 330 + math.sin(math.radians(a)) * radius) for a in range(0, 361, 8)]
        sheet.stroke(line, "#fbf6e6", 6, 120)
    for ray in range(12):
        a = math.radians(ray * 30)
        sheet.stroke([(1560 + math.cos(a) * 128, 420 + math.sin(a) * 128), (1560 + math.cos(a) * 176, 420 + math.sin(a) * 176)], "#ffd84a", 22)
    sheet.disc(1560, 420, 104, "#ffd84a")
    for px, py, size in ((-110, 10, 80), (-20, -46, 108), (96, -6, 84)):
        sheet.disc(1890 + px, 900 + py, size, "#fbf6f0")
    sheet.box(1706, 900, 2066, 986, "#fbf6f0", radius=43)
    for drop in range(4):
        sheet.stroke([(1760 + drop * 84, 1030), (1736 + drop * 84, 1110)], "#d3ecff", 18)
    sheet.halftone((0, 1000, 2400, 1600), "#0f3d63", 26, 90)
    bust(sheet, 2400 * where, 700, 430, look)
    sheet.glow(500, 100, 1300, "#fff3cf", 0.3)
    sheet.shine()
    return sheet.finish(vignette=0.25)
