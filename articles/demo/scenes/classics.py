"""What the demo's pictures show. Each function draws one and returns it; the same seed gives the same picture."""
# ruff: noqa: E501

import math

from PIL import Image

from articles.demo.drawing import Colour, Sheet, darker, lighter, mix, smooth
from articles.demo.figures import Look, bust, crowd, standing

# fmt: off

LANDSCAPE, UPRIGHT, SQUARE = (2400, 1600), (1920, 2400), (1600, 1600)


def portrait(
    seed: int, look: Look, ground: Colour, sun: Colour, size: tuple[int, int] = UPRIGHT, where: float = 0.5, flip: bool = False,
    close: float = 1,
) -> Image.Image:
    """One person before a sunburst; `where` is the place across, 0–1. Less `close` leaves tall hair room in wide cuts."""
    sheet = Sheet(*size, seed)
    width, height = size
    head = height * 0.27 * close
    x, y = width * where, height * 0.43
    sheet.gradient(lighter(ground, 0.12), ground, darker(ground, 0.35))
    if seed % 3 == 0:
        sheet.rays(x, y, lighter(ground, 0.35), 28, 70, seed % 12)
    if seed % 3 == 1:
        for step in range(7, 0, -1):
            sheet.disc(x, y, head * 0.38 * step, mix(sun, ground, step / 8), 150)
    else:
        sheet.disc(x, y - head * 0.05, head * 1.25, sun)
        sheet.ring(x, y - head * 0.05, head * 1.36, lighter(ground, 0.4), head * 0.025, 190)
    if seed % 3 == 2:
        for index in range(-9, 24):
            sheet.stroke([(index * width / 14, height), (index * width / 14 + height * 0.5, 0)], lighter(ground, 0.3), 5, 60)
    sheet.halftone((0, height * 0.55, width, height), darker(ground, 0.5), 24, 120)
    bust(sheet, x, y, head, look, flip)
    sheet.glow(x - (width * 0.5 if not flip else -width * 0.5), height * 0.1, width * 0.8, sun, 0.28)
    sheet.shine()
    return sheet.finish(vignette=0.28)


def pair(seed: int, left: Look, right: Look, ground: Colour, sun: Colour) -> Image.Image:
    """Two people side by side on a night out."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(darker(ground, 0.45), ground, lighter(sun, 0.05))
    for _ in range(34):
        radius = sheet.random.uniform(30, 120)
        sheet.disc(
            sheet.random.uniform(0, 2400), sheet.random.uniform(0, 1250), radius,
            sheet.random.choice([sun, lighter(sun, 0.4), lighter(ground, 0.4)]), 46,
        )
    sheet.halftone((0, 700, 2400, 1600), darker(ground, 0.6), 26, 110)
    bust(sheet, 1540, 690, 400, right, flip=True)
    bust(sheet, 850, 640, 420, left)
    sheet.glow(1200, 250, 1100, sun, 0.4)
    sheet.shine()
    return sheet.finish()


def cinema(seed: int, name: str, sky: tuple[Colour, Colour, Colour], wall: Colour, neon: Colour) -> Image.Image:
    """A picture palace at dusk, its name in neon, a queue below the canopy."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 1300))
    sheet.stars(70, 520)
    for left, right, top in ((0, 330, 520), (250, 520, 660), (1930, 2160, 600), (2080, 2400, 430)):
        sheet.box(left, top, right, 1400, mix(sky[1], "#120b20", 0.62))
        for row in range(7):
            for column in range(int((right - left) / 70)):
                if sheet.random.random() < 0.45:
                    at = (left + 25 + column * 70, top + 45 + row * 100)
                    sheet.box(*at, at[0] + 30, at[1] + 46, "#f6c46b", 170)
    sheet.box(520, 300, 1880, 1420, wall)
    sheet.box(1200, 300, 1880, 1420, darker(wall, 0.18))
    for step, (left, right) in enumerate(((620, 1780), (760, 1640), (930, 1470))):
        sheet.box(left, 300 - 70 * (step + 1), right, 310 - 70 * step, mix(wall, "#fff0d8", 0.1 * step))
    for column in range(9):
        left = 575 + column * 145
        if not 940 < left + 50 < 1460:
            sheet.box(left, 380, left + 84, 800, darker(wall, 0.42))
            sheet.box(left + 10, 392, left + 74, 788, "#ffcf7a" if column % 3 else "#5c4664")
            sheet.box(left + 38, 380, left + 46, 800, darker(wall, 0.42))
            for bar in (500, 620, 720):
                sheet.box(left, bar, left + 84, bar + 7, darker(wall, 0.42))
    sheet.box(1060, 40, 1340, 830, darker(wall, 0.55), radius=40)
    sheet.box(1082, 62, 1318, 808, darker(neon, 0.62), radius=28)
    spacing = 690 / len(name)
    for index, letter in enumerate(name):
        y = 90 + spacing * (index + 0.5)
        sheet.glow(1200, y, 210, neon, 0.55)
        sheet.word(letter, 1200, y, spacing * 0.92, lighter(neon, 0.62))
    sheet.shape([(430, 850), (1970, 850), (2070, 1030), (330, 1030)], darker(wall, 0.5))
    sheet.box(330, 1030, 2070, 1075, "#2a1420")
    sheet.box(470, 868, 1930, 1008, "#fff1d6", radius=10)
    sheet.word("TONIGHT    ·    FIRST NIGHT", 1200, 938, 92, "#40142a")
    for index in range(50):
        sheet.disc(352 + index * 34.6, 1052, 9, "#ffe2a0")
        if index % 3 == 0:
            sheet.glow(352 + index * 34.6, 1052, 80, "#ffb84d", 0.4)
    sheet.gradient("#ffca74", "#b3542e", box=(520, 1075, 1880, 1420))
    for door in range(6):
        left = 560 + door * 222
        sheet.box(left, 1100, left + 170, 1420, "#6d2430")
        sheet.box(left + 16, 1120, left + 78, 1390, "#ffdf9c")
        sheet.box(left + 92, 1120, left + 154, 1390, "#ffdf9c")
    sheet.gradient("#2c1a33", "#120a1c", box=(0, 1418, 2400, 1600))
    for index in range(6):
        sheet.shape([(560 + index * 222, 1420), (720 + index * 222, 1420), (790 + (index - 2.5) * 330 + 450, 1600), (560 + (index - 2.5) * 330 + 450, 1600)], "#ffb65c", 38)
    for index in range(15):
        x = 170 + index * 150 + sheet.random.uniform(-40, 40)
        figure(sheet, x, 1500 + sheet.random.uniform(-14, 22), sheet.random.uniform(270, 320), "#170c1e", index % 3 == 0)
    sheet.glow(1200, 1150, 900, "#ff9d45", 0.35)
    sheet.shine()
    return sheet.finish()


def figure(sheet: Sheet, x: float, feet: float, tall: float, colour: Colour, coat: bool = False) -> None:
    """A passer-by in silhouette."""
    unit = tall / 7
    top = feet - tall
    sheet.disc(x, top + unit * 0.5, unit * 0.42, colour, tall=1.2)
    hem = 1.15 if coat else 0.62
    sheet.blob([
        *((x - unit * 0.3, top + unit * 1.1), (x + unit * 0.3, top + unit * 1.1), (x + unit * 0.75, top + unit * 1.5)),
        *((x + unit * 0.7, top + unit * 3.2), (x + unit * hem, top + unit * 4.6), (x - unit * hem, top + unit * 4.6)),
        *((x - unit * 0.7, top + unit * 3.2), (x - unit * 0.75, top + unit * 1.5)),
    ], colour)
    for leg in (-1, 1):
        sheet.stroke([(x + leg * unit * 0.28, top + unit * 4), (x + leg * unit * 0.36, feet)], colour, unit * 0.34)


def red_carpet(seed: int, people: list[tuple[float, Look]], board: Colour, mark: str, ground: Colour = "#b3122e") -> Image.Image:
    """Guests before a festival's board, lit from both sides; each with a place across, 0–1."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(lighter(board, 0.12), board, darker(board, 0.2), box=(0, 0, 2400, 1230))
    for row in range(6):
        for column in range(8):
            x, y = column * 330 + (165 if row % 2 else 0), 110 + row * 205
            if (row + column) % 2:
                sheet.word(mark, x, y, 62, lighter(board, 0.55), 150)
            else:
                sheet.shape(star(x, y, 44), lighter(board, 0.55), 150)
    sheet.box(0, 1190, 2400, 1236, darker(board, 0.55))
    sheet.gradient(ground, darker(ground, 0.45), box=(0, 1230, 2400, 1600))
    for index in range(-6, 20):
        sheet.stroke([(1200 + (index - 7) * 170, 1236), (1200 + (index - 7) * 420, 1600)], darker(ground, 0.5), 3, 70)
    for x, angle in ((0, 48), (2400, 132), (700, 75), (1700, 105)):
        sheet.beam(x, -60, angle, 18, 2300, "#fff0cc", 0.42)
    sheet.shine()
    for place, look in people:
        standing(sheet, 2400 * place, 1500, 1220 if look.wears == "gown" else 1260, look, flip=place > 0.5)
    for index in range(7):
        x = 60 + index * 380
        sheet.box(x - 12, 1330, x + 12, 1575, "#d9a441", radius=8)
        sheet.disc(x, 1322, 26, "#f2ca6b")
        sheet.disc(x, 1578, 52, "#b17f2c", tall=0.28)
        if index < 6:
            sheet.arc([(x, 1352), (x + 190, 1452), (x + 380, 1352)], "#4d0a24", 26)
    for _ in range(9):
        sheet.glow(sheet.random.uniform(60, 2340), sheet.random.uniform(1180, 1500), sheet.random.uniform(60, 130), "#ffffff", 0.75)
    sheet.shine()
    return sheet.finish()


def star(x: float, y: float, radius: float, points: int = 5) -> list[tuple[float, float]]:
    corners = []
    for index in range(points * 2):
        reach = radius if index % 2 == 0 else radius * 0.45
        angle = math.pi * (index / points - 0.5)
        corners.append((x + math.cos(angle) * reach, y + math.sin(angle) * reach))
    return corners


def concert(seed: int, sky: tuple[Colour, Colour], beams: list[Colour], singer: bool = True) -> Image.Image:
    """A stage from the middle of the audience."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky)
    sheet.box(0, 0, 2400, 70, "#0b0714")
    for index in range(25):
        sheet.stroke([(index * 100, 70), (index * 100 + 50, 150), (index * 100 + 100, 70)], "#120b1e", 10)
    sheet.box(0, 146, 2400, 162, "#120b1e")
    for tower in (210, 2190):
        for row in range(8):
            sheet.box(tower - 100, 330 + row * 92, tower + 100, 410 + row * 92, "#130b1f", radius=10)
            for column in (-48, 48):
                sheet.disc(tower + column, 370 + row * 92, 30, "#251833")
                sheet.disc(tower + column, 370 + row * 92, 13, "#0a0612")
    for index in range(13):
        x = 180 + index * 170
        colour = beams[index % len(beams)]
        sheet.beam(x, 150, 90 + sheet.random.uniform(-34, 34), 11, 1650, colour, 0.75)
        sheet.glow(x, 155, 90, colour, 1)
    sheet.glow(1200, 950, 900, beams[0], 0.75)
    sheet.glow(1200, 1000, 420, "#fff2d8", 0.6)
    sheet.shine()
    sheet.box(420, 1080, 1980, 1180, "#150c20")
    sheet.box(420, 1080, 1980, 1092, beams[0])
    if singer:
        for x, tall in ((800, 330), (1560, 340), (1830, 310)):
            figure(sheet, x, 1085, tall, "#150c20")
            sheet.stroke([(x - 90, 1085 - tall * 0.42), (x + 110, 1085 - tall * 0.62)], "#150c20", 22)
            sheet.disc(x - 40, 1085 - tall * 0.47, 44, "#150c20")
        sheet.box(1010, 900, 1120, 1080, "#150c20", radius=30)
        figure(sheet, 1200, 1085, 450, "#0d0716", coat=True)
        sheet.arc([(1240, 760), (1330, 700), (1380, 590)], "#0d0716", 38)
        sheet.arc([(1165, 760), (1120, 800), (1168, 712)], "#0d0716", 34)
        sheet.stroke([(1176, 1080), (1176, 705)], "#0d0716", 9)
        sheet.disc(1176, 700, 17, "#0d0716")
    else:
        sheet.blob([(900, 1080), (880, 900), (980, 850), (1280, 840), (1420, 900), (1430, 1080)], "#0d0716")
        sheet.shape([(960, 850), (1330, 560), (1380, 580), (1300, 860)], "#0d0716")
        figure(sheet, 780, 1085, 360, "#0d0716")
    crowd(sheet, 1215, 74, darker(mix(sky[0], "#0a0614", 0.55), 0.1), 0.45)
    crowd(sheet, 1360, 110, "#0a0612", 0.28)
    return sheet.finish(vignette=0.3)


def skyline(seed: int, sky: tuple[Colour, Colour, Colour], moon: Colour) -> Image.Image:
    """A city by night across its river."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 1180))
    sheet.stars(140, 760)
    sheet.glow(1640, 430, 820, moon, 0.5)
    sheet.shine()
    sheet.disc(1640, 430, 235, moon)
    for x, y, radius in ((1560, 380, 48), (1700, 500, 66), (1690, 330, 26), (1590, 520, 22)):
        sheet.disc(x, y, radius, mix(moon, sky[1], 0.14))
    for depth, (share, low) in enumerate(((0.30, 640), (0.55, 760), (0.82, 880))):
        colour, x = mix(sky[2], "#100919", share), -40.0
        while x < 2400:
            wide = sheet.random.uniform(70, 190)
            top = low + sheet.random.uniform(-170, 150)
            sheet.box(x, top, x + wide, 1190, colour)
            crown = sheet.random.random()
            if crown < 0.2:
                sheet.shape([(x, top), (x + wide / 2, top - wide * 0.7), (x + wide, top)], colour)
            elif crown < 0.35:
                sheet.stroke([(x + wide / 2, top), (x + wide / 2, top - 120)], colour, 7)
            elif crown < 0.5:
                sheet.disc(x + wide / 2, top, wide * 0.42, colour)
            if depth:
                for row in range(int((1180 - top) / 44)):
                    for column in range(int(wide / 32)):
                        if sheet.random.random() < 0.28:
                            at = (x + 10 + column * 32, top + 18 + row * 44)
                            sheet.box(*at, at[0] + 13, at[1] + 20, "#ffd38a" if depth == 1 else "#ffe6b0", 150 + 40 * depth)
            x += wide + sheet.random.uniform(-6, 26)
    sheet.gradient(mix(sky[2], "#150b22", 0.35), "#0d0718", box=(0, 1180, 2400, 1600))
    for _ in range(170):
        x, y = sheet.random.gauss(1640, 420), sheet.random.uniform(1195, 1590)
        sheet.stroke([(x, y), (x + sheet.random.uniform(30, 170), y)], sheet.random.choice([moon, "#ffcb7d"]), 4, 80)
    sheet.arc([(-60, 1210), (420, 1010), (1000, 1190)], "#0e0819", 26)
    sheet.box(-60, 1190, 1500, 1214, "#0e0819")
    for x in range(0, 1000, 62):
        top = 1190 - max(0, 190 - ((x - 430) / 32) ** 2)
        sheet.stroke([(x, 1200), (x, max(1005, top))], "#0e0819", 6)
    return sheet.finish()


def curtains(seed: int, cloth: Colour, light: Colour) -> Image.Image:
    """A theatre's curtain, half drawn, and a stool in the one spotlight."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#1a0f24", "#2c1730", "#150b1d")
    sheet.gradient("#70422c", "#2d1620", box=(0, 1290, 2400, 1600))
    for index in range(-14, 30):
        sheet.stroke([(1200 + (index - 8) * 105, 1292), (1200 + (index - 8) * 230, 1600)], "#1c0d16", 4, 130)
    sheet.beam(1200, -160, 90, 26, 2500, light, 0.95)
    sheet.glow(1200, 1420, 430, light, 0.4)
    sheet.shine()
    sheet.disc(1200, 1420, 430, lighter("#70422c", 0.4), 120, tall=0.22)
    sheet.box(1120, 1105, 1280, 1140, "#2a1018", radius=16)
    for leg in (-1, 1):
        sheet.stroke([(1200 + leg * 62, 1135), (1200 + leg * 104, 1432)], "#2a1018", 17)
        sheet.stroke([(1200 + leg * 30, 1135), (1200 + leg * 48, 1400)], "#3d1a22", 13)
    sheet.stroke([(1112, 1300), (1288, 1300)], "#2a1018", 11)
    sheet.stroke([(1420, 1440), (1420, 800)], "#20111b", 11)
    sheet.disc(1420, 1440, 84, "#20111b", tall=0.2)
    sheet.stroke([(1420, 806), (1352, 762)], "#20111b", 11)
    sheet.disc(1340, 752, 32, "#4b4352", tall=1.15)
    for side in (-1, 1):
        for fold in range(13):
            outer, inner = fold / 13, (fold + 1) / 13
            top = [(1200 - side * 1230 + side * 820 * share, -20) for share in (outer, inner)]
            tie = [(1200 - side * 1230 + side * 470 * share, 900) for share in (outer, inner)]
            foot = [(1200 - side * 1230 + side * 590 * share, 1420 + 30 * math.sin(fold)) for share in (outer, inner)]
            tone = (fold % 2) * 0.34 + (0.12 if fold % 3 == 0 else 0)
            edge = smooth([top[0], ((top[0][0] * 0.6 + tie[0][0] * 0.4), 480), tie[0], foot[0]], closed=False)
            back = smooth([top[1], ((top[1][0] * 0.6 + tie[1][0] * 0.4), 480), tie[1], foot[1]], closed=False)
            sheet.shape([*edge, *reversed(back)], darker(cloth, tone))
        sheet.box(1200 - side * 1230 + min(0, side * 500), 870, 1200 - side * 1230 + max(0, side * 500), 918, "#d8a23f", radius=20)
        for tassel in range(6):
            x = 1200 - side * (760 - tassel * 8)
            sheet.stroke([(x, 910), (x + side * tassel * 4, 1080)], "#c08a2d", 9)
    for scallop in range(8):
        x = scallop * 343
        sheet.blob([(x - 190, -60), (x + 190, -60), (x + 172, 120), (x, 262), (x - 172, 120)], darker(cloth, 0.12 if scallop % 2 else 0.28))
        sheet.arc([(x - 172, 122), (x, 262), (x + 172, 122)], "#d8a23f", 15)
    sheet.beam(1200, -160, 90, 20, 2300, light, 0.22)
    sheet.shine()
    return sheet.finish(vignette=0.45)


def microphone(seed: int, ground: Colour, sun: Colour) -> Image.Image:
    """An old studio microphone before a sunburst."""
    sheet = Sheet(*UPRIGHT, seed)
    sheet.gradient(lighter(ground, 0.1), darker(ground, 0.3))
    sheet.rays(800, 800, lighter(ground, 0.25), 32, 120, 3)
    sheet.disc(800, 790, 600, sun)
    sheet.halftone((200, 790, 1400, 1390), mix(sun, ground, 0.5), 30, 160)
    sheet.box(770, 1180, 830, 2000, "#2a2233")
    sheet.box(786, 1180, 798, 2000, "#6f667d")
    sheet.arc([(470, 760), (480, 1080), (640, 1220), (800, 1240), (960, 1220), (1120, 1080), (1130, 760)], "#2a2233", 46)
    body = smooth([(800, 330), (990, 370), (1075, 560), (1080, 800), (1030, 1040), (800, 1130), (570, 1040), (520, 800), (525, 560), (610, 370)])
    sheet.shape(body, "#d7d2dc")
    sheet.inside(body, [(880, 200), (940, 1300), (1300, 1300), (1300, 200)], "#9d96aa")
    sheet.inside(body, [(500, 200), (610, 200), (620, 1300), (500, 1300)], "#f3f0f4")
    for index in range(9):
        x = 590 + index * 52
        sheet.inside(body, [(x, 300), (x + 20, 300), (x + 20, 760), (x, 760)], "#3a3045")
    sheet.inside(body, [(450, 690), (1150, 690), (1150, 800), (450, 800)], "#b51f3a")
    sheet.word("ON AIR", 800, 745, 76, "#fff3da")
    for row in range(5):
        sheet.inside(body, [(560, 850 + row * 46), (1040, 850 + row * 46), (1040, 868 + row * 46), (560, 868 + row * 46)], "#5a5068")
    for x in (470, 1130):
        sheet.disc(x, 760, 46, "#2a2233")
        sheet.disc(x, 760, 20, "#8b8298")
    sheet.glow(450, 300, 800, sun, 0.35)
    sheet.shine()
    return sheet.finish()


def vinyl(seed: int, ground: Colour, label: Colour) -> Image.Image:
    """A record turning on a player, seen from above."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(lighter(ground, 0.14), darker(ground, 0.2))
    for index in range(16):
        sheet.stroke([(-60, 40 + index * 104), (2460, 40 + index * 104 + sheet.random.uniform(-20, 20))], darker(ground, 0.2), 4, 90)
    sheet.box(330, 150, 2070, 1500, "#150c18", 90, radius=60)
    sheet.box(300, 110, 2040, 1460, "#e9dcc3", radius=56)
    sheet.box(300, 1400, 2040, 1460, "#b49a76", radius=28)
    sheet.disc(1000, 780, 640, "#cbb891")
    sheet.disc(1000, 780, 610, "#17121c")
    for radius in range(250, 600, 13):
        sheet.ring(1000, 780, radius, "#3a3242" if radius % 3 else "#262030", 2.4, 200)
    for start in (-0.62, 2.52):
        points = [(1000, 780), *((1000 + math.cos(start + step * 0.045) * 604, 780 + math.sin(start + step * 0.045) * 604) for step in range(9))]
        sheet.shape(points, "#fff2dc", 30)
        sheet.shape([points[0], *points[3:7]], "#fff2dc", 34)
    sheet.disc(1000, 780, 222, label)
    sheet.disc(1000, 780, 160, lighter(label, 0.3))
    sheet.shape(star(1000, 780, 130, 8), label)
    sheet.disc(1000, 780, 20, "#17121c")
    sheet.disc(1790, 350, 132, "#2c2432")
    sheet.disc(1790, 350, 92, "#c9c3cf")
    sheet.disc(1790, 350, 44, "#7d7488")
    sheet.stroke([(1790, 350), (1730, 900), (1490, 1080)], "#d9d4df", 30)
    sheet.stroke([(1790, 350), (1784, 232)], "#7d7488", 58)
    sheet.shape([(1520, 1030), (1440, 1080), (1476, 1150), (1560, 1096)], "#2c2432")
    for x in (1700, 1800, 1900):
        sheet.disc(x, 1290, 34, "#b51f3a" if x == 1700 else "#6a5c68")
        sheet.disc(x - 5, 1285, 18, "#f2d9b0", 150)
    sheet.glow(500, 160, 1200, "#ffe4b0", 0.32)
    sheet.shine()
    return sheet.finish()


def clapper(seed: int, ground: Colour, table: Colour) -> Image.Image:
    """A clapperboard, two reels and a strip of film on a table."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(lighter(ground, 0.2), ground, box=(0, 0, 2400, 1130))
    sheet.rays(1200, 1130, lighter(ground, 0.3), 36, 90)
    sheet.gradient(lighter(table, 0.08), darker(table, 0.4), box=(0, 1120, 2400, 1600))
    sheet.box(0, 1112, 2400, 1128, darker(table, 0.5))
    for x, y, radius, tone in ((1690, 730, 420, "#8f98a6"), (2010, 930, 300, "#c7a35a")):
        sheet.disc(x + 20, y + radius * 0.98, radius * 0.9, "#0f0914", 90, tall=0.12)
        sheet.disc(x, y, radius, darker(tone, 0.3))
        sheet.disc(x, y, radius * 0.95, tone)
        for hole in range(6):
            angle = math.radians(hole * 60 + 14)
            sheet.disc(x + math.cos(angle) * radius * 0.58, y + math.sin(angle) * radius * 0.58, radius * 0.21, "#251a2a")
            sheet.disc(x + math.cos(angle) * radius * 0.58 + 8, y + math.sin(angle) * radius * 0.58 + 8, radius * 0.17, darker(ground, 0.3))
        sheet.disc(x, y, radius * 0.17, darker(tone, 0.35))
        sheet.disc(x, y, radius * 0.07, lighter(tone, 0.4))
        sheet.ring(x, y, radius * 0.88, lighter(tone, 0.35), 8, 170)
    film = smooth([(1300, 1290), (1560, 1400), (1800, 1300), (2080, 1350), (2460, 1250)], closed=False, steps=16)
    sheet.stroke(film, "#1b1320", 120)
    for index, (x, y) in enumerate(film[::2]):
        sheet.box(x - 9, y - 50, x + 9, y - 34, "#e8d8b4", radius=4)
        sheet.box(x - 9, y + 34, x + 9, y + 50, "#e8d8b4", radius=4)
        if index % 3 == 0:
            sheet.box(x - 30, y - 24, x + 34, y + 24, mix("#c9764b", ground, (index % 9) / 9))
    sheet.disc(800, 1400, 620, "#0f0914", 100, tall=0.1)
    sheet.shape([(300, 660), (1250, 600), (1300, 1350), (350, 1410)], "#221a2b")
    sheet.shape([(330, 690), (1226, 634), (1272, 1326), (376, 1380)], "#2f2539")
    for share in (0.24, 0.48, 0.72):
        left, right = (338 + 38 * share, 690 + 690 * share), (1228 + 44 * share, 634 + 692 * share)
        sheet.stroke([left, right], "#efe4cf", 6, 210)
    sheet.word("SCENE 12", 640, 790, 76, "#efe4cf")
    sheet.word("TAKE 3", 1050, 778, 76, "#efe4cf")
    sheet.word("THE TIDEWATCHER", 800, 930, 88, "#f3c65f")
    sheet.word("HARBOUR · NIGHT", 812, 1096, 70, "#efe4cf")
    for turn, lower in ((0, True), (-0.28, False)):
        cos, sin = math.cos(turn - 0.063), math.sin(turn - 0.063)
        origin = (300, 660 if lower else 628)

        def place(x: float, y: float, cos: float = cos, sin: float = sin, origin: tuple[float, float] = origin) -> tuple[float, float]:
            return origin[0] + x * cos - y * sin, origin[1] + x * sin + y * cos

        top, bottom = (0, 92) if lower else (-96, 0)
        sheet.shape([place(0, top), place(960, top), place(960, bottom), place(0, bottom)], "#f4ead6")
        for stripe in range(7):
            x = 20 + stripe * 140
            lean = 60 if lower else -60
            sheet.shape([place(x, top), place(x + 70, top), place(x + 70 + lean, bottom), place(x + lean, bottom)], "#1d1524")
    sheet.disc(322, 664, 34, "#c7a35a")
    sheet.glow(500, 250, 1300, "#ffe2ac", 0.3)
    sheet.shine()
    return sheet.finish()


def balcony(seed: int, sky: tuple[Colour, Colour, Colour], sea: Colour) -> Image.Image:
    """A balcony above the sea, breakfast for two."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 800))
    sheet.disc(1540, 640, 180, lighter(sky[2], 0.55))
    for y, x, wide in ((210, 500, 300), (300, 1900, 380), (420, 900, 240)):
        for part in range(4):
            sheet.disc(x + (part - 1.5) * wide * 0.32, y, wide * 0.24, lighter(sky[1], 0.5), 130, tall=0.42)
    sheet.blob([(-80, 820), (0, 640), (240, 560), (520, 600), (760, 720), (920, 812), (400, 850)], mix(sky[1], "#2b3358", 0.5))
    for index in range(26):
        x, y = 60 + index * 30, 700 + 90 * abs(math.sin(index * 1.7))
        sheet.box(x, y, x + 34, y + 60, lighter(sky[2], 0.4 if index % 2 else 0.15), 220)
    sheet.gradient(lighter(sea, 0.3), sea, darker(sea, 0.3), box=(0, 796, 2400, 1320))
    for _ in range(150):
        y = sheet.random.uniform(805, 1300)
        x = sheet.random.gauss(1540, 130 + (y - 800))
        sheet.stroke([(x, y), (x + 30 + (y - 800) * 0.2, y)], lighter(sky[2], 0.5), 4, 130)
    for x, y, size in ((700, 880, 60), (1050, 850, 36), (2050, 900, 74)):
        sheet.shape([(x, y - size * 1.6), (x, y), (x + size, y)], "#fff7e8")
        sheet.shape([(x - 8, y - size * 1.3), (x - 8, y), (x - size * 0.7, y)], "#f2d9b8")
        sheet.blob([(x - size * 0.8, y + 6), (x + size, y + 6), (x + size * 0.6, y + 24), (x - size * 0.5, y + 24)], "#7a2f3c")
    sheet.gradient("#e7c9a2", "#c08f6a", box=(0, 1340, 2400, 1600))
    for index in range(-8, 22):
        sheet.stroke([(1200 + (index - 6) * 190, 1342), (1200 + (index - 6) * 330, 1600)], "#a1714f", 5, 140)
    for x in range(30, 2400, 120):
        sheet.blob([(x - 20, 1050), (x + 20, 1050), (x + 14, 1110), (x + 36, 1200), (x + 16, 1290), (x + 24, 1340), (x - 24, 1340), (x - 16, 1290), (x - 36, 1200), (x - 14, 1110)], "#fbf1df")
        sheet.blob([(x + 4, 1060), (x + 20, 1050), (x + 14, 1110), (x + 36, 1200), (x + 16, 1290), (x + 6, 1290), (x + 12, 1200)], "#dfc9ae")
    sheet.box(0, 1010, 2400, 1058, "#fffaf0")
    sheet.box(0, 1050, 2400, 1064, "#d8bf9f")
    sheet.box(0, 1320, 2400, 1352, "#f0dec4")
    for side in (0, 1):
        edge = 2400 * side
        step = -1 if side else 1
        sheet.blob([(edge, -40), (edge + step * 330, -40), (edge + step * 250, 420), (edge + step * 130, 900), (edge + step * 210, 1420), (edge, 1440)], "#fff6e2")
        sheet.blob([(edge, -40), (edge + step * 120, -40), (edge + step * 120, 500), (edge + step * 60, 900), (edge + step * 96, 1430), (edge, 1440)], "#e3c7a6")
    sheet.disc(1160, 1530, 330, "#3b2530", 80, tall=0.12)
    sheet.disc(1160, 1290, 330, "#fdf8ee", tall=0.26)
    sheet.disc(1160, 1276, 330, "#ffffff", tall=0.26)
    sheet.stroke([(1160, 1360), (1160, 1560)], "#6b4b45", 26)
    for x in (990, 1330):
        sheet.disc(x, 1268, 84, "#dfeaf0", tall=0.28)
        sheet.blob([(x - 40, 1200), (x + 40, 1200), (x + 26, 1268), (x - 26, 1268)], "#d4573f")
        sheet.ring(x + 48, 1228, 20, "#d4573f", 8)
    sheet.blob([(1120, 1160), (1200, 1160), (1222, 1230), (1160, 1280), (1098, 1230)], "#2f6f8f")
    for x, y in ((1120, 1090), (1200, 1080), (1160, 1040), (1090, 1130), (1230, 1130)):
        sheet.stroke([(1160, 1180), (x, y)], "#4a7a3e", 7)
        sheet.disc(x, y, 34, "#f2b632")
        sheet.disc(x, y, 13, "#8a4b1e")
    sheet.glow(1540, 640, 900, sky[2], 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.2)


def statuettes(seed: int, ground: Colour, gold: Colour) -> Image.Image:
    """A row of awards, each a figure that lifts a lamp."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(darker(ground, 0.4), ground, lighter(ground, 0.1))
    sheet.rays(1200, 500, lighter(ground, 0.3), 40, 60)
    sheet.halftone((0, 900, 2400, 1600), darker(ground, 0.7), 28, 120)
    sheet.gradient("#3a1422", "#170811", box=(0, 1330, 2400, 1600))
    sheet.box(0, 1320, 2400, 1336, gold)
    for x, size in ((420, 0.78), (1980, 0.78), (800, 0.88), (1600, 0.88), (1200, 1.08)):
        foot = 1380 + 70 * (size - 0.7)

        def place(points: list[tuple[float, float]], x: float = x, size: float = size, foot: float = foot) -> list[tuple[float, float]]:
            return [(x + px * size, foot + py * size) for px, py in points]

        sheet.disc(x, foot, 190 * size, "#0b0409", 130, tall=0.16)
        sheet.shape(place([(-130, -190), (130, -190), (160, 0), (-160, 0)]), "#21131c")
        sheet.shape(place([(20, -190), (130, -190), (160, 0), (40, 0)]), "#110910")
        sheet.shape(place([(-70, -120), (60, -120), (66, -60), (-74, -60)]), gold)
        robe = smooth(place([(-36, -760), (36, -760), (70, -640), (52, -500), (84, -260), (118, -188), (-118, -188), (-84, -260), (-52, -500), (-70, -640)]))
        sheet.shape(robe, gold)
        sheet.inside(robe, place([(8, -800), (30, -500), (26, -150), (200, -150), (200, -800)]), darker(gold, 0.36))
        sheet.inside(robe, place([(-46, -800), (-26, -800), (-22, -150), (-54, -150)]), lighter(gold, 0.6))
        for arm in (-1, 1):
            sheet.arc(place([(arm * 56, -720), (arm * 96, -850), (arm * 40, -960)]), gold if arm < 0 else darker(gold, 0.3), 36 * size)
        sheet.disc(x, foot - 832 * size, 52 * size, gold, tall=1.25)
        sheet.disc(x + 20 * size, foot - 828 * size, 34 * size, darker(gold, 0.3), tall=1.5)
        sheet.shape(star(x, foot - 1030 * size, 92 * size, 8), lighter(gold, 0.55))
        sheet.disc(x, foot - 1030 * size, 46 * size, "#fffaf0")
        sheet.glow(x, foot - 1030 * size, 330 * size, "#ffe6a4", 0.85)
    sheet.shine()
    return sheet.finish()


def television(seed: int, wall: Colour, floor: Colour) -> Image.Image:
    """A sitting room lit by an old television that shows a rainy street."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(wall, darker(wall, 0.2), box=(0, 0, 2400, 1200))
    for x in range(0, 2400, 150):
        for y in range(0, 1150, 150):
            sheet.disc(x + (75 if y % 300 else 0), y + 60, 40, lighter(wall, 0.10), 120, tall=1.4)
            sheet.disc(x + (75 if y % 300 else 0), y + 60, 15, darker(wall, 0.3), 120, tall=1.4)
    sheet.box(0, 1140, 2400, 1206, lighter(wall, 0.25))
    sheet.gradient(floor, darker(floor, 0.4), box=(0, 1200, 2400, 1600))
    sheet.disc(1200, 1460, 980, "#a63f3a", tall=0.14)
    sheet.disc(1200, 1460, 860, "#d98a4e", tall=0.14)
    for x in (770, 1630):
        sheet.shape([(x - 30, 1180), (x + 30, 1180), (x + (40 if x > 1200 else -16), 1440), (x + (16 if x > 1200 else -40), 1440)], "#3b1f1d")
    sheet.box(640, 330, 1760, 1210, "#5d2f24", radius=60)
    sheet.box(668, 358, 1732, 1182, "#7b4431", radius=44)
    sheet.box(730, 430, 1490, 1110, "#1a1420", radius=120)
    screen = smooth([(760, 520), (880, 462), (1110, 452), (1340, 462), (1460, 520), (1470, 770), (1460, 1020), (1340, 1078), (1110, 1088), (880, 1078), (760, 1020), (750, 770)])
    sheet.shape(screen, "#2a5470")
    sheet.inside(screen, [(700, 440), (1500, 440), (1500, 640), (700, 640)], "#5c8ea3")
    for left, right, top in ((740, 900, 560), (880, 1000, 640), (1230, 1330, 620), (1310, 1480, 530)):
        sheet.inside(screen, [(left, top), (right, top), (right, 1100), (left, 1100)], "#16303f")
    sheet.inside(screen, [(1000, 1100), (1080, 760), (1150, 760), (1260, 1100)], "#9fd0d6")
    for x, y in ((820, 640), (860, 740), (1370, 620), (1420, 720), (930, 720), (1280, 720)):
        sheet.box(x, y, x + 26, y + 38, "#ffd27d")
    figure(sheet, 1118, 1010, 270, "#0c1c27", coat=True)
    sheet.blob([(1030, 800), (1062, 730), (1118, 706), (1176, 730), (1208, 800)], "#b51f3a")
    for _ in range(70):
        x, y = sheet.random.uniform(790, 1420), sheet.random.uniform(490, 1010)
        sheet.stroke([(x, y), (x - 12, y + 46)], "#d6f0f2", 3, 120)
    for y in (560, 760):
        sheet.disc(1612, y, 66, "#2c1714")
        sheet.disc(1612, y, 46, "#d8b071")
        sheet.stroke([(1612, y), (1640, y - 30)], "#2c1714", 9)
    for bar in range(8):
        sheet.box(1550, 900 + bar * 26, 1676, 912 + bar * 26, "#2c1714", radius=5)
    for tip in (960, 1440):
        sheet.stroke([(1200, 330), (tip, 60)], "#2a1a20", 9)
        sheet.disc(tip, 58, 16, "#d8b071")
    sheet.disc(1200, 336, 70, "#2a1a20", tall=0.5)
    sheet.stroke([(2120, 1420), (2120, 640)], "#2a1a20", 16)
    sheet.disc(2120, 1426, 110, "#2a1a20", tall=0.16)
    sheet.shape([(1960, 700), (2280, 700), (2210, 430), (2030, 430)], "#ffd998")
    sheet.blob([(220, 1420), (200, 1280), (420, 1280), (400, 1420)], "#c46a3f")
    for lean in (-190, -120, -40, 40, 120, 190):
        sheet.blob([(300, 1280), (310 + lean * 0.5, 1000), (310 + lean, 760 + abs(lean)), (330 + lean * 0.6, 1020)], "#3f7350" if lean % 3 else "#2c5a44")
    sheet.glow(1110, 770, 760, "#9fe0ee", 0.4)
    sheet.glow(2120, 600, 620, "#ffcf7a", 0.6)
    sheet.shine()
    return sheet.finish()


def harbour(seed: int, sky: tuple[Colour, Colour, Colour], lamp: Colour) -> Image.Image:
    """A harbour with its lighthouse and an open-air screen on the quay."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 1000))
    sheet.stars(100, 560)
    sheet.blob([(-100, 1000), (0, 820), (340, 700), (700, 790), (1100, 900), (1500, 1000)], mix(sky[1], "#141026", 0.5))
    sheet.gradient(mix(sky[2], "#1a2748", 0.55), "#0d1226", box=(0, 960, 2400, 1600))
    for _ in range(130):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(975, 1400)
        sheet.stroke([(x, y), (x + sheet.random.uniform(40, 150), y)], lighter(sky[2], 0.2), 4, 60)
    sheet.beam(1960, 400, 172, 13, 2300, lamp, 0.95)
    sheet.beam(1960, 400, -8, 13, 1200, lamp, 0.7)
    sheet.glow(1960, 400, 320, lamp, 1)
    sheet.shine()
    sheet.blob([(1560, 1040), (1660, 960), (1820, 900), (2120, 890), (2300, 950), (2500, 1040)], "#1c1830")
    tower = [(1880, 930), (1912, 470), (2008, 470), (2040, 930)]
    sheet.shape(tower, "#f6ead8")
    for index in range(3):
        y = 540 + index * 140
        sheet.inside(tower, [(1800, y), (2100, y), (2100, y + 70), (1800, y + 70)], "#b9283c")
    sheet.inside(tower, [(1975, 400), (1990, 1000), (2100, 1000), (2100, 400)], "#5a2740")
    sheet.box(1892, 452, 2028, 474, "#1c1830")
    sheet.box(1918, 350, 2002, 454, "#fff3c4")
    for x in (1918, 1956, 1996):
        sheet.box(x, 350, x + 6, 454, "#1c1830")
    sheet.shape([(1900, 352), (1960, 280), (2020, 352)], "#b9283c")
    for index in range(11):
        x, top = 40 + index * 112, 815 + 40 * math.sin(index * 1.9)
        wall = ["#d98b5f", "#e8c07a", "#b85a55", "#7f8fb0", "#e6d6b8"][index % 5]
        sheet.box(x, top, x + 106, 1010, mix(wall, "#1a1430", 0.4))
        sheet.shape([(x - 8, top), (x + 53, top - 62), (x + 114, top)], mix("#8a3f3a", "#1a1430", 0.45))
        for row in range(2):
            for column in range(2):
                if sheet.random.random() < 0.7:
                    sheet.box(x + 20 + column * 44, top + 28 + row * 70, x + 44 + column * 44, top + 66 + row * 70, "#ffd27d")
                    sheet.glow(x + 32 + column * 44, top + 46 + row * 70, 60, "#ffb34d", 0.5)
    sheet.shape([(-20, 1340), (2420, 1240), (2420, 1620), (-20, 1620)], "#191327")
    sheet.stroke([(-20, 1340), (2420, 1240)], "#4a3a52", 14)
    for x in (560, 1340):
        sheet.stroke([(x, 1330), (x, 700)], "#0e0a1a", 20)
    sheet.box(520, 680, 1380, 1170, "#0e0a1a")
    sheet.gradient("#ffe9c2", "#f3b27a", box=(545, 705, 1355, 1145))
    sheet.disc(1130, 900, 120, "#f6744b")
    sheet.blob([(545, 1145), (545, 1010), (760, 930), (980, 1010), (1355, 980), (1355, 1145)], "#8d3b52")
    figure(sheet, 830, 1090, 220, "#3a1630", coat=True)
    sheet.glow(950, 930, 800, "#ffcf8a", 0.5)
    sheet.shine()
    crowd(sheet, 1330, 62, "#0b0716", 0.05)
    return sheet.finish()


def festival(seed: int, sky: tuple[Colour, Colour, Colour], wheel: Colour) -> Image.Image:
    """A festival field at sunset: tents, bunting, a big wheel."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky)
    sheet.disc(560, 980, 330, lighter(sky[2], 0.45))
    sheet.halftone((0, 700, 2400, 1200), lighter(sky[2], 0.25), 30, 90)
    sheet.blob([(-100, 1300), (0, 1120), (600, 1060), (1300, 1110), (1900, 1050), (2500, 1130), (2500, 1400)], mix(sky[1], "#2a1638", 0.6))
    x, y, radius = 1760, 720, 480
    for leg in (-1, 1):
        sheet.stroke([(x, y), (x + leg * 270, 1260)], "#27153a", 24)
    sheet.ring(x, y, radius, "#27153a", 20)
    sheet.ring(x, y, radius * 0.88, "#27153a", 9)
    for index in range(16):
        angle = math.radians(index * 22.5 + 8)
        tip = (x + math.cos(angle) * radius, y + math.sin(angle) * radius)
        sheet.stroke([(x, y), tip], "#27153a", 7)
        sheet.box(tip[0] - 34, tip[1] + 14, tip[0] + 34, tip[1] + 70, [wheel, "#f2c14e", "#3f8f8b", "#f4ead6"][index % 4], radius=16)
        sheet.disc(*tip, 12, "#fff0c0")
        sheet.glow(*tip, 90, "#ffd890", 0.55)
    sheet.disc(x, y, 50, wheel)
    for left, wide, tall, colour in ((40, 420, 330, "#d8503f"), (520, 500, 390, "#3f7f8c"), (1080, 360, 280, "#e9b44c"), (2080, 380, 300, "#b84a6b")):
        base = 1330
        for stripe in range(8):
            a, b = left + wide * stripe / 8, left + wide * (stripe + 1) / 8
            sheet.shape([(a, base - tall * 0.45), (b, base - tall * 0.45), (b, base), (a, base)], colour if stripe % 2 else "#f7ecd8")
            sheet.shape([(a - 8, base - tall * 0.45), (b + 8, base - tall * 0.45), (left + wide / 2, base - tall)], darker(colour, 0.1) if stripe % 2 else "#e9d9be")
        sheet.stroke([(left + wide / 2, base - tall), (left + wide / 2, base - tall - 70)], "#27153a", 8)
        sheet.shape([(left + wide / 2, base - tall - 70), (left + wide / 2 + 70, base - tall - 50), (left + wide / 2, base - tall - 28)], colour)
    for rope in (150, 320):
        line = smooth([(-40, rope - 90), (600, rope + 90), (1200, rope - 40), (1800, rope + 70), (2440, rope - 110)], closed=False, steps=16)
        sheet.stroke(line, "#27153a", 5)
        for index, (px, py) in enumerate(line[::3]):
            sheet.shape([(px - 36, py), (px + 36, py), (px, py + 78)], [wheel, "#f2c14e", "#3f8f8b", "#f4ead6"][index % 4])
    sheet.gradient("#3a2144", "#150b1e", box=(0, 1325, 2400, 1600))
    sheet.shine()
    crowd(sheet, 1380, 52, "#150b1e", 0.25)
    crowd(sheet, 1490, 76, "#0c0614", 0.15)
    return sheet.finish()


def sound_desk(seed: int, ground: Colour, light: Colour) -> Image.Image:
    """A mixing desk in a studio at night, the red light on."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(darker(ground, 0.4), ground, box=(0, 0, 2400, 820))
    for index in range(13):
        sheet.box(index * 200 + 6, 0, index * 200 + 190, 800, darker(ground, 0.3 if index % 2 else 0.42))
    sheet.box(520, 110, 1880, 640, "#120c18", radius=24)
    sheet.gradient(lighter(light, 0.1), darker(light, 0.35), box=(545, 135, 1855, 615))
    figure(sheet, 1210, 700, 500, darker(light, 0.75), coat=True)
    sheet.stroke([(1080, 615), (1080, 280), (1150, 290)], darker(light, 0.8), 10)
    sheet.box(1140, 268, 1180, 330, darker(light, 0.8), radius=14)
    sheet.box(520, 600, 1880, 660, "#120c18")
    sheet.box(1070, 30, 1330, 96, "#3a0d16", radius=14)
    sheet.box(1080, 38, 1320, 88, "#ff4a3d", radius=10)
    sheet.word("RECORDING", 1200, 63, 36, "#fff1e0")
    sheet.glow(1200, 63, 300, "#ff4a3d", 0.7)
    sheet.glow(1200, 380, 700, light, 0.35)
    for x in (250, 2150):
        sheet.box(x - 150, 260, x + 150, 780, "#1a1220", radius=16)
        for y, radius in ((380, 66), (600, 116)):
            sheet.disc(x, y, radius, "#322638")
            sheet.disc(x, y, radius * 0.72, "#110b16")
            sheet.disc(x, y, radius * 0.3, "#4b3b52")
    sheet.shine()
    sheet.shape([(160, 800), (2240, 800), (2440, 1600), (-40, 1600)], "#2a2230")
    sheet.shape([(160, 800), (2240, 800), (2252, 850), (148, 850)], "#4a3e50")
    for column in range(24):
        share = (column + 0.5) / 24
        top, bottom = 160 + 2080 * share, -40 + 2480 * share
        sheet.stroke([(top + 42, 860), (bottom + 52, 1600)], "#18121d", 4)
        for knob in range(5):
            depth = knob / 11
            x, y = top + (bottom - top) * depth, 900 + knob * 68
            sheet.disc(x, y, 21 + knob, ["#c8443c", "#e0a93f", "#4a93a0", "#d9d2dc", "#8c6aa0"][knob])
            angle = sheet.random.uniform(-2.4, -0.7)
            sheet.stroke([(x, y), (x + math.cos(angle) * 20, y + math.sin(angle) * 20)], "#17101c", 5)
        a, b = top + (bottom - top) * 0.55, top + (bottom - top) * 0.95
        sheet.stroke([(a, 1250), (b, 1560)], "#100b14", 12)
        slide = sheet.random.uniform(0.15, 0.85)
        x, y = a + (b - a) * slide, 1250 + 310 * slide
        sheet.box(x - 24, y - 30, x + 24, y + 30, "#efe8ee", radius=8)
        sheet.box(x - 24, y - 4, x + 24, y + 4, "#b51f3a")
        for led in range(5):
            if led < 5 - int(slide * 5):
                sheet.disc(top + 30 + (bottom - top) * 0.5, 1290 - led * 0 + led * 36, 7, "#7fe08a" if led else "#ff5a4a")
    return sheet.finish()


def film_camera(seed: int, sky: tuple[Colour, Colour, Colour], ground: Colour) -> Image.Image:
    """A film camera on its tripod against the evening, the director beside it."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky)
    sheet.disc(1500, 880, 400, lighter(sky[2], 0.5))
    for index in range(6):
        sheet.box(0, 905 + index * 62, 2400, 905 + index * 62 + 8 + index * 5, sky[2], 150)
    sheet.blob([(-100, 1300), (200, 1160), (700, 1200), (1200, 1150), (1800, 1210), (2500, 1140), (2500, 1700), (-100, 1700)], mix(ground, sky[2], 0.3))
    sheet.blob([(-100, 1420), (500, 1320), (1300, 1370), (2500, 1300), (2500, 1800), (-100, 1800)], ground)
    ink = "#140c1c"
    for foot in (760, 1080, 1400):
        sheet.stroke([(1080, 820), (foot, 1480)], ink, 28)
    sheet.stroke([(880, 1260), (1280, 1260)], ink, 12)
    sheet.box(980, 760, 1180, 840, ink, radius=18)
    sheet.box(860, 520, 1290, 770, ink, radius=26)
    sheet.disc(930, 380, 165, ink)
    sheet.disc(1230, 400, 145, ink)
    for x, y, radius in ((930, 380, 165), (1230, 400, 145)):
        for hole in range(5):
            angle = math.radians(hole * 72)
            sheet.disc(x + math.cos(angle) * radius * 0.56, y + math.sin(angle) * radius * 0.56, radius * 0.2, mix(sky[1], sky[2], 0.5))
    sheet.shape([(1290, 580), (1440, 540), (1440, 740), (1290, 700)], ink)
    sheet.shape([(1430, 480), (1570, 420), (1570, 850), (1430, 800)], ink)
    sheet.stroke([(860, 640), (690, 700)], ink, 24)
    sheet.box(892, 560, 1010, 640, mix(sky[2], "#ffffff", 0.35), 60, radius=12)
    figure(sheet, 560, 1450, 900, ink, coat=True)
    sheet.disc(560, 576, 128, ink, tall=0.18)
    sheet.blob([(484, 566), (500, 500), (560, 478), (620, 500), (636, 566)], ink)
    sheet.arc([(640, 760), (770, 830), (840, 720)], ink, 60)
    for x in (1900, 2140):
        for leg in (-90, 90):
            sheet.stroke([(x + leg, 1440), (x - leg, 1170)], ink, 15)
        sheet.box(x - 100, 1160, x + 100, 1186, ink)
        sheet.box(x - 104, 960, x + 104, 1070, ink, radius=10)
        for leg in (-96, 96):
            sheet.stroke([(x + leg, 1180), (x + leg, 960)], ink, 13)
    sheet.glow(1500, 880, 1100, sky[2], 0.4)
    sheet.shine()
    return sheet.finish()


def orchard(seed: int, sky: tuple[Colour, Colour, Colour], leaf: Colour) -> Image.Image:
    """A long table under apple trees hung with lanterns."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 1000))
    sheet.disc(1240, 820, 230, lighter(sky[2], 0.5))
    sheet.blob([(-100, 1000), (400, 850), (1000, 930), (1700, 840), (2500, 960), (2500, 1200), (-100, 1200)], mix(leaf, sky[2], 0.45))
    sheet.gradient(lighter(leaf, 0.15), darker(leaf, 0.35), box=(0, 980, 2400, 1600))
    for x, base, size in ((640, 1080, 0.6), (1760, 1070, 0.6), (180, 1330, 1.15), (2230, 1330, 1.15)):
        sheet.disc(x, base, 240 * size, "#101a14", 90, tall=0.14)
        sheet.blob([(x - 40 * size, base), (x - 26 * size, base - 300 * size), (x - 120 * size, base - 500 * size), (x, base - 420 * size), (x + 130 * size, base - 520 * size), (x + 30 * size, base - 300 * size), (x + 44 * size, base)], "#4a2a2a")
        for index in range(11):
            angle = index * 2.4
            px, py = x + math.cos(angle) * 190 * size * (index % 3 + 0.6) / 2, base - 620 * size + math.sin(angle) * 150 * size
            sheet.disc(px, py, 170 * size, darker(leaf, 0.10 + 0.22 * ((index * 7) % 5) / 5))
        for _ in range(18):
            px, py = x + sheet.random.gauss(0, 150) * size, base - 600 * size + sheet.random.gauss(0, 110) * size
            sheet.disc(px, py, 21 * size, "#d33f3a")
            sheet.disc(px - 6 * size, py - 7 * size, 6 * size, "#ffb3a0")
    line = smooth([(120, 560), (640, 640), (1200, 470), (1760, 640), (2300, 560)], closed=False, steps=16)
    sheet.stroke(line, "#2a1c2a", 5)
    for index, (x, y) in enumerate(line[2::5]):
        sheet.stroke([(x, y), (x, y + 40)], "#2a1c2a", 4)
        sheet.disc(x, y + 82, 44, ["#ffe3a3", "#ffc46b", "#fff3cf"][index % 3], tall=1.15)
        sheet.glow(x, y + 82, 200, "#ffc25e", 0.75)
    sheet.shape([(880, 1130), (1520, 1130), (1830, 1420), (570, 1420)], "#fffaf0")
    sheet.shape([(570, 1420), (1830, 1420), (1800, 1520), (600, 1520)], "#e2d5c3")
    for index in range(7):
        share = index / 6
        y = 1145 + 240 * share
        half = 300 + 300 * share
        for side in (-1, 1):
            sheet.disc(1200 + side * half * 0.82, y, 22 + 16 * share, "#d8e4e8", tall=0.45)
            sheet.disc(1200 + side * half * 0.82, y, 14 + 10 * share, "#ffffff", tall=0.45)
            chair = 1200 + side * (half + 70 + 50 * share)
            tall = 130 + 60 * share
            sheet.box(chair - 40, y - tall, chair + 40, y + 40, "#5b3a33", radius=14)
            sheet.box(chair - 26, y - tall + 16, chair + 26, y - 20, darker(leaf, 0.2), radius=8)
        for bloom in range(3):
            sheet.disc(1200 + (bloom - 1) * 40, y - 20, 22 + 8 * share, ["#f3a6a0", "#fff0e0", "#e86f6a"][(bloom + index) % 3])
    sheet.glow(1240, 820, 800, sky[2], 0.4)
    sheet.shine()
    return sheet.finish(vignette=0.3)


def rain(seed: int, sky: tuple[Colour, Colour, Colour], lamp: Colour) -> Image.Image:
    """A wet street by night, somebody with a red umbrella before a lit door."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky)
    for left, right, top, share in ((0, 520, 60, 0.72), (470, 860, 240, 0.6), (1560, 1950, 200, 0.6), (1880, 2400, 20, 0.75)):
        sheet.box(left, top, right, 1260, mix(sky[1], "#0a0a18", share))
        for row in range(6):
            for column in range(int((right - left) / 130)):
                x, y = left + 50 + column * 130, top + 90 + row * 180
                warm = sheet.random.random() < 0.25
                sheet.box(x, y, x + 62, y + 100, lamp if warm else mix(sky[1], "#0a0a18", share - 0.2))
                sheet.box(x + 28, y, x + 34, y + 100, mix(sky[1], "#0a0a18", share))
    sheet.gradient(mix(sky[2], "#0a0a18", 0.35), "#090814", box=(0, 1250, 2400, 1600))
    sheet.box(2010, 760, 2270, 1260, "#3a1420")
    sheet.gradient("#ffe2a0", "#f0a04a", box=(2034, 790, 2246, 1260))
    sheet.box(2034, 940, 2246, 954, "#3a1420")
    sheet.shape([(2010, 1262), (2270, 1262), (2400, 1600), (1560, 1600)], lamp, 60)
    for x in (640, 1720):
        sheet.stroke([(x, 1290), (x, 430)], "#0b0a16", 18)
        sheet.shape([(x - 46, 430), (x + 46, 430), (x + 30, 330), (x - 30, 330)], "#fff0c4")
        sheet.shape([(x - 50, 332), (x + 50, 332), (x, 280)], "#0b0a16")
        sheet.glow(x, 380, 420, lamp, 0.9)
        sheet.box(x - 26, 1300, x + 26, 1590, lamp, 60, radius=20)
    sheet.shine()
    figure(sheet, 1190, 1440, 560, "#0b0a16", coat=True)
    dome = [(900, 960), (935, 810), (1060, 700), (1190, 668), (1320, 700), (1445, 810), (1480, 960), (1390, 925), (1285, 958), (1190, 925), (1095, 958), (990, 925)]
    sheet.blob(dome, "#c8253b")
    sheet.inside(smooth(dome), [(1210, 600), (1310, 980), (1600, 980), (1600, 600)], "#8a1630")
    sheet.stroke([(1190, 660), (1190, 1130)], "#0b0a16", 8)
    sheet.blob([(1000, 1462), (1190, 1448), (1390, 1462), (1320, 1560), (1060, 1560)], "#c8253b", 90)
    for _ in range(420):
        x, y = sheet.random.uniform(0, 2460), sheet.random.uniform(-40, 1500)
        length = sheet.random.uniform(40, 110)
        sheet.stroke([(x, y), (x - length * 0.22, y + length)], "#dcecf5", 3, sheet.random.randint(40, 110))
    for _ in range(60):
        sheet.disc(sheet.random.uniform(0, 2400), sheet.random.uniform(1300, 1590), sheet.random.uniform(18, 60), "#dcecf5", 26, tall=0.2)
    return sheet.finish()


def lighthouse_room(seed: int, wall: Colour, sea: Colour, shelf: bool) -> Image.Image:
    """A round room with windows to the sea: with bookshelves, or with a kitchen table."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(lighter(wall, 0.3), wall, across=True)
    for left in (330, 930, 1530):
        sheet.box(left - 24, 176, left + 564, 984, "#fff8ea", radius=280)
        frame = smooth([(left, 960), (left, 480), (left + 80, 270), (left + 270, 200), (left + 460, 270), (left + 540, 480), (left + 540, 960)], steps=4)
        sheet.shape(frame, lighter(sea, 0.6))
        sheet.inside(frame, [(left, 640), (left + 560, 640), (left + 560, 970), (left, 970)], sea)
        for wave in range(9):
            x, y = left + sheet.random.uniform(20, 420), 670 + wave * 32
            sheet.stroke([(x, y), (x + 90, y)], lighter(sea, 0.5), 6)
        if left == 930:
            sheet.disc(left + 330, 460, 84, "#ffd27a")
            sheet.shape([(left + 120, 560), (left + 120, 690), (left + 210, 690)], "#ffffff")
        sheet.box(left + 262, 200, left + 278, 970, "#fff8ea")
        sheet.box(left, 560, left + 540, 576, "#fff8ea")
        sheet.box(left - 50, 962, left + 590, 1002, "#f2e2c8", radius=8)
    sheet.gradient("#c98f5e", "#7d4a34", box=(0, 1190, 2400, 1600))
    for index in range(-10, 24):
        sheet.stroke([(1200 + (index - 7) * 170, 1192), (1200 + (index - 7) * 360, 1600)], "#5f3526", 5, 120)
    sheet.box(0, 1150, 2400, 1200, "#fff8ea")
    if shelf:
        for x in (60, 2110):
            sheet.box(x, 120, x + 240, 1260, "#6b3f2c", radius=10)
            for row in range(6):
                sheet.box(x + 16, 140 + row * 184, x + 224, 306 + row * 184, "#3f2319")
                book = x + 20.0
                while book < x + 200:
                    wide, tall = sheet.random.uniform(16, 34), sheet.random.uniform(96, 156)
                    sheet.box(book, 304 + row * 184 - tall, book + wide, 304 + row * 184, sheet.random.choice(["#b9423c", "#e0b04c", "#3b6d80", "#efe2c8", "#6d5a8a", "#5d8a5c"]))
                    book += wide + 3
        sheet.disc(1200, 1480, 620, "#2f5d73", tall=0.17)
        sheet.disc(1200, 1480, 520, "#e9d3a8", tall=0.17)
        sheet.blob([(760, 1400), (740, 1080), (800, 990), (1600, 990), (1660, 1080), (1640, 1400)], "#c4553f")
        sheet.blob([(820, 1330), (820, 1190), (1190, 1170), (1190, 1330)], "#de7a5a")
        sheet.blob([(1210, 1330), (1210, 1170), (1580, 1190), (1580, 1330)], "#d46c4e")
        sheet.blob([(690, 1410), (680, 1180), (780, 1160), (830, 1240), (830, 1410)], "#a84431")
        sheet.blob([(1570, 1410), (1570, 1240), (1620, 1160), (1720, 1180), (1710, 1410)], "#94392a")
        sheet.blob([(860, 1260), (900, 1130), (1010, 1150), (990, 1280)], "#f2c75c")
    else:
        sheet.stroke([(1200, 0), (1200, 350)], "#2d2030", 9)
        sheet.blob([(1010, 480), (1070, 370), (1200, 330), (1330, 370), (1390, 480)], "#2f6f77")
        sheet.disc(1200, 482, 60, "#fff0c0", tall=0.5)
        sheet.glow(1200, 600, 620, "#ffd58a", 0.6)
        sheet.shape([(640, 1180), (1760, 1180), (1900, 1310), (500, 1310)], "#e9c998")
        sheet.box(500, 1305, 1900, 1345, "#a8733f")
        for x in (560, 1810):
            sheet.box(x, 1340, x + 40, 1600, "#8a5a32")
        sheet.disc(1200, 1230, 190, "#fbf3e2", tall=0.28)
        for x, colour in ((1110, "#e2603f"), (1190, "#f0a63c"), (1270, "#d9d04c"), (1150, "#c8383a"), (1240, "#e2603f")):
            sheet.disc(x, 1190, 52, colour)
            sheet.disc(x - 14, 1174, 14, lighter(colour, 0.5))
        sheet.blob([(820, 1240), (800, 1120), (850, 1060), (910, 1060), (960, 1120), (940, 1240)], "#3b6d80")
        for lean in (-70, -20, 30, 80):
            sheet.stroke([(880, 1080), (880 + lean, 860 + abs(lean))], "#4a7a4a", 8)
            sheet.disc(880 + lean, 850 + abs(lean), 44, "#f4ead2" if lean % 20 else "#eab7a8")
        sheet.blob([(1500, 1250), (1490, 1170), (1610, 1170), (1600, 1250)], "#fffaf0")
        sheet.ring(1620, 1206, 26, "#fffaf0", 12)
    sheet.glow(1300, 500, 1300, "#ffe6b4", 0.35)
    sheet.shine()
    return sheet.finish(vignette=0.25)


def ferry(seed: int, sky: tuple[Colour, Colour, Colour], hull: Colour) -> Image.Image:
    """A ferry with every window lit, crossing by night."""
    x: float
    y: float
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(*sky, box=(0, 0, 2400, 1060))
    sheet.stars(160, 800)
    sheet.disc(420, 330, 130, "#fdf1d2")
    sheet.disc(478, 296, 118, mix(sky[0], sky[1], 0.3))
    sheet.gradient(mix(sky[2], "#0c1830", 0.3), "#070d1e", box=(0, 1050, 2400, 1600))
    sheet.box(700, 600, 1840, 780, "#f4ead6", radius=16)
    sheet.box(820, 460, 1640, 610, "#e4d6be", radius=16)
    sheet.box(940, 350, 1290, 470, "#f4ead6", radius=14)
    for x in (1380, 1520):
        sheet.shape([(x, 460), (x + 90, 460), (x + 110, 230), (x + 20, 230)], "#c23a3f")
        sheet.shape([(x + 14, 310), (x + 104, 310), (x + 110, 250), (x + 19, 250)], "#1d1830")
        for puff in range(5):
            sheet.disc(x + 90 + puff * 90, 190 - puff * 30, 40 + puff * 20, "#cfc8dd", 60 - puff * 9)
    sheet.stroke([(1100, 350), (1100, 150)], "#1d1830", 12)
    sheet.blob([(480, 780), (2080, 780), (2010, 940), (1930, 1110), (640, 1110), (560, 960)], hull)
    sheet.shape([(590, 1010), (1975, 1010), (1930, 1110), (640, 1110)], darker(hull, 0.45))
    sheet.box(520, 800, 2050, 822, "#f4ead6")
    for row, (y, left, right) in enumerate(((640, 740, 1800), (500, 850, 1600), (385, 965, 1250), (870, 680, 1930))):
        for x in range(left, right, 62):
            if row == 3:
                sheet.disc(x + 20, y + 20, 20, "#ffd98c")
            else:
                sheet.box(x, y, x + 40, y + 58, "#ffd98c", radius=8)
            sheet.glow(x + 20, y + 28, 66, "#ffb852", 0.4)
    for _ in range(240):
        x, y = sheet.random.gauss(1290, 420), 1110 + abs(sheet.random.gauss(0, 170))
        sheet.stroke([(x, y), (x + sheet.random.uniform(30, 120), y)], sheet.random.choice(["#ffd98c", "#ff9f4a", "#f4ead6"]), 5, 110)
    for _ in range(90):
        x, y = sheet.random.uniform(0, 2400), sheet.random.uniform(1070, 1590)
        sheet.stroke([(x, y), (x + 120, y)], lighter(sky[2], 0.25), 4, 50)
    sheet.arc([(420, 1118), (800, 1096), (1300, 1124), (1800, 1098), (2160, 1118)], "#e6f0f6", 9)
    for x in (900, 1180, 1760):
        figure(sheet, x, 802, 120, "#14101f")
    sheet.shine()
    return sheet.finish()


def feast(seed: int, ground: Colour, cloth: Colour) -> Image.Image:
    """A table laid for a cooking programme, seen from above."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient(lighter(ground, 0.1), darker(ground, 0.2))
    for index in range(13):
        sheet.stroke([(-20, index * 130), (2420, index * 130)], darker(ground, 0.3), 6, 120)
    sheet.shape([(700, -20), (1700, -20), (1700, 1620), (700, 1620)], cloth)
    for x in range(700, 1701, 125):
        sheet.stroke([(x, -20), (x, 1620)], lighter(cloth, 0.5), 20, 110)
    for y in range(60, 1600, 125):
        sheet.stroke([(700, y), (1700, y)], lighter(cloth, 0.5), 20, 80)
    for x, y, radius in ((1200, 800, 380), (480, 420, 270), (1930, 430, 270), (470, 1210, 270), (1940, 1200, 270)):
        sheet.disc(x + 16, y + 22, radius, "#160c10", 90)
        sheet.disc(x, y, radius, "#fbf5e8")
        sheet.disc(x, y, radius * 0.78, "#efe4cf")
        sheet.ring(x, y, radius * 0.92, "#2f6f8f", 8)
    sheet.disc(1200, 800, 270, "#b5632b")
    sheet.disc(1200, 800, 232, "#e9a545")
    for index in range(28):
        angle, reach = index * 2.399, 216 * math.sqrt(index / 28)
        sheet.disc(1200 + math.cos(angle) * reach, 800 + math.sin(angle) * reach, 34, ["#c8383a", "#8f2340", "#e8604a"][index % 3])
    for index in range(20):
        angle = math.radians(index * 18)
        sheet.disc(1200 + math.cos(angle) * 252, 800 + math.sin(angle) * 252, 34, "#d98d3a")
    for x, y in ((480, 420), (1940, 1200)):
        for index in range(9):
            angle = index * 2.399
            sheet.blob([(x + math.cos(angle) * 40, y + math.sin(angle) * 40), (x + math.cos(angle + 0.3) * 150, y + math.sin(angle + 0.3) * 150), (x + math.cos(angle) * 180, y + math.sin(angle) * 180), (x + math.cos(angle - 0.3) * 150, y + math.sin(angle - 0.3) * 150)], "#5f9a4f" if index % 2 else "#3f7a43")
        for index in range(6):
            sheet.disc(x + math.cos(index) * 90, y + math.sin(index) * 90, 30, "#e2503c")
    for x, y in ((1930, 430), (470, 1210)):
        sheet.disc(x, y, 160, "#d7663b")
        sheet.arc([(x - 100, y - 20), (x, y + 30), (x + 100, y - 20)], "#fff3dc", 20)
        sheet.disc(x + 40, y - 60, 24, "#4d8a4a")
    for x, y, lean in ((800, 1330, 0), (1590, 250, 0), (150, 760, 12), (2220, 820, -12)):
        sheet.stroke([(x, y), (x + lean, y + 260)], "#cfd3da", 20)
        sheet.disc(x, y, 30, "#cfd3da", tall=1.5)
    for x, y in ((860, 330), (1560, 1320), (1540, 560)):
        sheet.disc(x, y, 86, "#dbe7ea", 170)
        sheet.disc(x, y, 64, "#7d1734" if y < 1000 else "#f2c75c")
        sheet.disc(x - 24, y - 26, 16, "#ffffff", 170)
    sheet.glow(300, 100, 1500, "#ffe6b4", 0.35)
    sheet.shine()
    return sheet.finish()


def brushes(seed: int, ground: Colour, rain_colour: Colour) -> Image.Image:
    """A scene painter's table before a half-painted backdrop of clouds."""
    sheet = Sheet(*LANDSCAPE, seed)
    sheet.gradient("#2b2036", "#3c2a44")
    sheet.box(180, 60, 2220, 1160, "#efe3cc")
    sheet.gradient(darker(rain_colour, 0.25), rain_colour, lighter(rain_colour, 0.5), box=(220, 100, 1720, 1120))
    sheet.shape([(1500, 90), (2230, 90), (2230, 1130), (1640, 1130), (1700, 860), (1590, 640), (1690, 380)], "#efe3cc")
    for x, y, size in ((520, 330, 230), (980, 260, 280), (1400, 420, 190), (760, 560, 200), (1180, 640, 230)):
        for part in range(6):
            sheet.disc(x + math.cos(part) * size * 0.62, y + math.sin(part * 1.7) * size * 0.24, size * 0.42, mix("#ffffff", rain_colour, 0.18 + 0.1 * (part % 3)), 210, tall=0.7)
    for index in range(60):
        x, y = 260 + (index * 211) % 1350, 700 + (index * 97) % 370
        sheet.stroke([(x, y), (x - 20, y + 74)], "#ffffff", 5, 130)
    for x, y, size in ((1880, 330, 150), (1960, 560, 110)):
        line = [(x + math.cos(part * 0.7) * size, y + math.sin(part * 0.7) * size * 0.55) for part in range(10)]
        sheet.arc(line, "#8b7a86", 6)
    for rung in range(9):
        sheet.stroke([(1830 - rung * 4, 1250 - rung * 140), (2090 + rung * 4, 1250 - rung * 140)], "#8a5a32", 18)
    for x, top in ((1830, 1792), (2090, 2120)):
        sheet.stroke([(x, 1420), (top, 20)], "#a8733f", 26)
    sheet.gradient(lighter(ground, 0.1), darker(ground, 0.4), box=(0, 1180, 2400, 1600))
    sheet.box(0, 1176, 2400, 1200, lighter(ground, 0.3))
    for index, colour in enumerate([rain_colour, "#f4ead6", "#d9573f", "#e8b04a", "#3b4d7a", "#6f8f7a"]):
        x = 220 + index * 235
        y = 1400 + (index % 2) * 50
        sheet.disc(x, y + 82, 116, "#120a14", 110, tall=0.2)
        sheet.box(x - 92, y - 130, x + 92, y + 80, "#b9bec8", radius=12)
        sheet.box(x + 26, y - 130, x + 92, y + 80, "#8d93a0", radius=12)
        sheet.disc(x, y - 130, 94, "#dfe2e8", tall=0.3)
        sheet.disc(x, y - 130, 78, colour, tall=0.3)
        sheet.blob([(x - 70, y - 124), (x - 30, y - 118), (x - 36, y - 40), (x - 56, y - 20)], colour)
        if index % 2 == 0:
            sheet.stroke([(x + 10, y - 140), (x + 80, y - 430)], "#c98f5e", 22)
            sheet.stroke([(x + 80, y - 430), (x + 92, y - 480)], "#d9d2dc", 36)
            sheet.blob([(x + 72, y - 480), (x + 112, y - 480), (x + 124, y - 560), (x + 100, y - 600), (x + 78, y - 560)], colour)
    sheet.glow(900, 100, 1400, "#ffeccb", 0.35)
    sheet.shine()
    return sheet.finish()
