"""A small poster printer: shapes, gradients, light and grain with Pillow. Everything drawn follows from its seed."""

import math
import random
from collections.abc import Iterable, Sequence

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

Point = tuple[float, float]
Colour = str | tuple[int, int, int]

OVERSAMPLED = 1.5  # edges are drawn this much larger and scaled down, which smooths them
LIGHT_SCALE = 1 / 8  # soft light needs no detail


def rgb(colour: Colour) -> tuple[int, int, int]:
    """The three channels of “#rrggbb”."""
    if not isinstance(colour, str):
        return colour
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(one: Colour, other: Colour, share: float) -> tuple[int, int, int]:
    """`one` with that share (0–1) of `other` in it."""
    a, b = rgb(one), rgb(other)
    return (
        round(a[0] + (b[0] - a[0]) * share),
        round(a[1] + (b[1] - a[1]) * share),
        round(a[2] + (b[2] - a[2]) * share),
    )


def darker(colour: Colour, share: float = 0.3) -> tuple[int, int, int]:
    return mix(colour, "#0b0a1a", share)


def lighter(colour: Colour, share: float = 0.3) -> tuple[int, int, int]:
    return mix(colour, "#fff6e6", share)


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 12) -> list[Point]:
    """A Catmull–Rom curve through all the points."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[min(max(index, 0), count - 1)]

    curve: list[Point] = []
    for index in range(count if closed else count - 1):
        p0, p1, p2, p3 = at(index - 1), at(index), at(index + 1), at(index + 2)
        for step in range(steps):
            t = step / steps
            curve.append(
                (
                    0.5 * (2 * p1[0] + (p2[0] - p0[0]) * t + (2 * p0[0] - 5 * p1[0] + 4 * p2[0] - p3[0]) * t**2
                           + (3 * p1[0] - p0[0] - 3 * p2[0] + p3[0]) * t**3),
                    0.5 * (2 * p1[1] + (p2[1] - p0[1]) * t + (2 * p0[1] - 5 * p1[1] + 4 * p2[1] - p3[1]) * t**2
                           + (3 * p1[1] - p0[1] - 3 * p2[1] + p3[1]) * t**3),
                )
            )  # fmt: skip
    return curve if closed else [*curve, points[-1]]


class Sheet:
    """One picture being drawn, in units of its final pixels. `alpha` is 0–255, angles are degrees."""

    def __init__(self, width: int, height: int, seed: int) -> None:
        self.width, self.height = width, height
        self.random = random.Random(seed)
        self.image = Image.new("RGB", (round(width * OVERSAMPLED), round(height * OVERSAMPLED)))
        self.draw = ImageDraw.Draw(self.image, "RGBA")
        self._dark()

    def _dark(self) -> None:
        self.light = Image.new("RGB", (round(self.width * LIGHT_SCALE), round(self.height * LIGHT_SCALE)))

    @staticmethod
    def _big(points: Iterable[Point]) -> list[Point]:
        return [(x * OVERSAMPLED, y * OVERSAMPLED) for x, y in points]

    # -- hard shapes ---------------------------------------------------------------------------------

    def gradient(
        self, *colours: Colour, box: tuple[float, float, float, float] | None = None, across: bool = False
    ) -> None:
        """Fill the sheet, or a box of it, with colours flowing from top to bottom (or left to right)."""
        left, top, right, bottom = (round(one * OVERSAMPLED) for one in box or (0, 0, self.width, self.height))
        if right <= left or bottom <= top:
            return
        strip = Image.new("RGB", (1, 256))
        for y in range(256):
            place = y / 255 * (len(colours) - 1)
            index = min(int(place), len(colours) - 2)
            strip.putpixel((0, y), mix(colours[index], colours[index + 1], place - index))
        if across:
            strip = strip.transpose(Image.Transpose.ROTATE_90).transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        self.image.paste(strip.resize((right - left, bottom - top), Image.Resampling.BILINEAR), (left, top))

    def shape(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        self.draw.polygon(self._big(points), fill=(*rgb(colour), alpha))

    def blob(self, points: Sequence[Point], colour: Colour, alpha: int = 255) -> None:
        """A shape with a smooth outline through the points."""
        self.shape(smooth(points), colour, alpha)

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: Colour, alpha: int = 255, radius: float = 0
    ) -> None:
        (a, b), (c, d) = self._big([(left, top), (right, bottom)])
        self.draw.rounded_rectangle((a, b, c, d), radius * OVERSAMPLED, fill=(*rgb(colour), alpha))

    def disc(self, x: float, y: float, radius: float, colour: Colour, alpha: int = 255, tall: float = 1) -> None:
        """A circle, or an ellipse `tall` times as high as it is wide."""
        (a, b), (c, d) = self._big([(x - radius, y - radius * tall), (x + radius, y + radius * tall)])
        self.draw.ellipse((a, b, c, d), fill=(*rgb(colour), alpha))

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float, alpha: int = 255) -> None:
        (a, b), (c, d) = self._big([(x - radius, y - radius), (x + radius, y + radius)])
        self.draw.ellipse((a, b, c, d), outline=(*rgb(colour), alpha), width=max(1, round(width * OVERSAMPLED)))

    def stroke(self, points: Sequence[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        """A line with round ends."""
        line = self._big(points)
        thick = max(1, round(width * OVERSAMPLED))
        self.draw.line(line, fill=(*rgb(colour), alpha), width=thick, joint="curve")
        if alpha == 255 and thick > 3:
            for x, y in (line[0], line[-1]):
                self.draw.ellipse((x - thick / 2, y - thick / 2, x + thick / 2, y + thick / 2), fill=rgb(colour))

    def arc(self, points: Sequence[Point], colour: Colour, width: float, alpha: int = 255) -> None:
        """A smooth line through the points."""
        self.stroke(smooth(points, closed=False), colour, width, alpha)

    def inside(self, outline: Sequence[Point], shape: Sequence[Point], colour: Colour) -> None:
        """That part of a shape that lies inside an outline: a shadow on a face, a stripe on a shirt."""
        big, part = self._big(outline), self._big(shape)
        left, top = (max(0, int(min(one[axis] for one in big))) for axis in (0, 1))
        right, bottom = (int(max(one[axis] for one in big)) + 1 for axis in (0, 1))
        size = (max(1, right - left), max(1, bottom - top))
        masks = []
        for points in (big, part):
            mask = Image.new("L", size)
            ImageDraw.Draw(mask).polygon([(x - left, y - top) for x, y in points], fill=255)
            masks.append(mask)
        self.image.paste(rgb(colour), (left, top), ImageChops.multiply(*masks))

    def word(self, text: str, x: float, y: float, size: float, colour: Colour, alpha: int = 255) -> None:
        """Lettering, its middle at that point."""
        font = ImageFont.load_default(round(size * OVERSAMPLED))
        self.draw.text((x * OVERSAMPLED, y * OVERSAMPLED), text, font=font, fill=(*rgb(colour), alpha), anchor="mm")

    # -- print textures ------------------------------------------------------------------------------

    def rays(self, x: float, y: float, colour: Colour, count: int = 24, alpha: int = 255, turn: float = 0) -> None:
        """A sunburst, as posters of the sixties liked it."""
        far = self.width + self.height
        for index in range(count):
            start, end = (math.radians(turn + (index + part) * 360 / count) for part in (0, 0.5))
            one = (x + math.cos(start) * far, y + math.sin(start) * far)
            other = (x + math.cos(end) * far, y + math.sin(end) * far)
            self.shape([(x, y), one, other], colour, alpha)

    def halftone(
        self,
        box: tuple[float, float, float, float],
        colour: Colour,
        pitch: float = 26,
        alpha: int = 255,
        rising: bool = True,
    ) -> None:
        """Printer's dots that grow towards the lower edge of the box (or the upper).

        Where the box reaches the edge of the sheet the dots go on past it: none is missing along the edge.
        """
        left, top, right, bottom = box
        row, y = 0, top
        start = left - pitch if left <= 0 else left
        end = right + pitch if right >= self.width else right
        last = bottom + pitch if bottom >= self.height else bottom
        while y <= last:
            share = (y - top) / max(1, bottom - top)
            radius = pitch * 0.62 * (share if rising else 1 - share)
            x = start + (pitch / 2 if row % 2 else 0)
            while radius > 0.8 and x <= end:
                self.disc(x, y, radius, colour, alpha)
                x += pitch
            row, y = row + 1, y + pitch * 0.87

    def stars(self, count: int, bottom: float, colour: Colour = "#fff4dc") -> None:
        for _ in range(count):
            height = self.random.random() ** 1.4
            self.disc(
                self.random.uniform(0, self.width), height * bottom, self.random.uniform(1.2, 3.6), colour,
                round(220 * (1 - height * 0.7)),
            )  # fmt: skip

    # -- light ---------------------------------------------------------------------------------------

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1) -> None:
        """Light around a point. Nothing is seen of it before `shine`."""
        radius, x, y = radius * LIGHT_SCALE, x * LIGHT_SCALE, y * LIGHT_SCALE
        size = max(2, round(radius * 2))
        mask = ImageChops.invert(Image.radial_gradient("L")).resize((size, size))
        mask = mask.point([max(0.0, (value / 255 - 0.3) / 0.7) ** 1.6 * 255 * strength for value in range(256)])
        self._add(mask, round(x - radius), round(y - radius), colour)

    def beam(
        self, x: float, y: float, angle: float, spread: float, length: float, colour: Colour, strength: float = 0.8
    ) -> None:
        """A spotlight's cone; 90 degrees points down."""
        mask = Image.new("L", self.light.size)
        source = (x * LIGHT_SCALE, y * LIGHT_SCALE)
        ends = [
            (source[0] + math.cos(math.radians(one)) * length * LIGHT_SCALE * 1.2,
             source[1] + math.sin(math.radians(one)) * length * LIGHT_SCALE * 1.2)
            for one in (angle - spread / 2, angle + spread / 2)
        ]  # fmt: skip
        ImageDraw.Draw(mask).polygon([source, *ends], fill=255)
        size = max(2, round(length * LIGHT_SCALE * 2))
        fade = Image.new("L", mask.size)
        fade.paste(
            ImageChops.invert(Image.radial_gradient("L")).resize((size, size)),
            (round(source[0] - size / 2), round(source[1] - size / 2)),
        )
        mask = ImageChops.multiply(mask, fade).filter(ImageFilter.GaussianBlur(2.2))
        self._add(mask.point([value * strength for value in range(256)]), 0, 0, colour)

    def _add(self, mask: Image.Image, left: int, top: int, colour: Colour) -> None:
        lit = Image.new("RGB", self.light.size)
        lit.paste(rgb(colour), (left, top), mask)
        self.light = ImageChops.screen(self.light, lit)

    def shine(self) -> None:
        """Let the light gathered so far fall on what is drawn so far."""
        self.image.paste(ImageChops.screen(self.image, self.light.resize(self.image.size, Image.Resampling.BICUBIC)))
        self._dark()

    # -- the finished print --------------------------------------------------------------------------

    def finish(self, grain: float = 7, vignette: float = 0.35) -> Image.Image:
        """The picture, with darker corners and the grain of paper (in levels of 255)."""
        picture = self.image.resize((self.width, self.height), Image.Resampling.HAMMING)
        corners = Image.radial_gradient("L").point([max(0, value - 110) / 145 * 255 * vignette for value in range(256)])
        picture.paste((16, 8, 24), (0, 0), corners.resize(picture.size, Image.Resampling.BICUBIC))
        cells = (self.width // 2, self.height // 2)
        noise = Image.frombytes("L", cells, self.random.randbytes(cells[0] * cells[1]))
        noise = noise.point([128 + (value - 128) / 128 * grain for value in range(256)])
        paper = noise.resize(picture.size, Image.Resampling.BILINEAR)
        return ImageChops.add(picture, Image.merge("RGB", [paper] * 3), scale=1, offset=-128)
