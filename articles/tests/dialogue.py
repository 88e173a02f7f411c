"""Dialogue as a careful writer sets it, made by chance: for checks that must keep quiet about it."""

import random
from dataclasses import dataclass

WORDS = [
    "the",
    "harbour",
    "company",
    "lamp",
    "stage",
    "tide",
    "rehearsal",
    "coat",
    "window",
    "nobody",
    "always",
    "quietly",
    "danced",
    "sang",
    "waited",
    "carried",
    "because",
    "don't",
    "it's",
    "o'clock",
    "they've",
    "rock",
    "'n'",
    "roll",
    "'em",
    "'90s",
    "actors'",
    "sisters'",
    "James's",
    "dancin'",
    "I",
    "we",
    "she",
    "Friday",
    "nineteen",
    "[laughs]",
    "mother-in-law",
    "twenty-one",
    "well-known",
    "café",
]
NAMES = ("Ida Marsh", "Bram Ostrow", "she", "he", "they", "the director")
SPOKE = ("said", "added", "told us", "explained", "laughed", "recalled")


@dataclass(frozen=True)
class Style:
    opener: str
    closer: str
    inner_opener: str
    inner_closer: str
    apostrophe: str


STRAIGHT, CURLY = Style('"', '"', "'", "'", "'"), Style("“", "”", "‘", "’", "’")


class Writer:
    def __init__(self, seed: int, style: Style, *, inches: bool = False) -> None:
        self.pick, self.style, self.inches = random.Random(seed), style, inches

    def words(self, least: int = 2, most: int = 9) -> str:
        chosen = [self.pick.choice(WORDS) for _ in range(self.pick.randint(least, most))]
        if self.inches and self.pick.random() < 0.1:
            chosen += ["a", self.pick.choice(['12"', "6'2\"", "5'"]), "record"]
        chosen[-1] = self.pick.choice(("lamp", "tide", "stage", "window"))  # no mark at an end but the quotation's
        return " ".join(chosen).replace("'", self.style.apostrophe)

    def quoted(self, end: str) -> str:
        style, inside = self.style, self.words()
        if self.pick.random() < 0.2:
            inner = f"{style.inner_opener}{self.words(1, 4)}{self.pick.choice('!?,')}{style.inner_closer}"
            inside = f"{self.words(1, 3)} {inner} {self.words(1, 4)}"
        if self.pick.random() < 0.2:
            inside += f"{self.pick.choice(('.', '!', '…', ' –', ':'))} {self.words()}"
        return f"{style.opener}{inside[0].upper()}{inside[1:]}{end}{style.closer}"

    def said(self) -> str:
        return f"{self.pick.choice(NAMES)} {self.pick.choice(SPOKE)}"

    def paragraphs(self) -> list[str]:
        """One turn of speech; mostly one paragraph, sometimes a quotation that goes on over two or three."""
        style, kind = self.style, self.pick.randrange(8)
        if kind == 0:
            return [f"{self.words().capitalize()}. {self.words().capitalize()}."]
        if kind == 1:
            return [f"{self.quoted(',')} {self.said()}."]
        if kind == 2:
            return [f"{self.quoted(',')} {self.said()}, {self.quoted('.')}"]
        if kind == 3:
            return [f"{self.said().capitalize()}: {self.quoted('?')}"]
        if kind == 4:
            return [
                f"{self.words().capitalize()} was {style.opener}{self.words(1, 2)}{style.closer} and "
                f"{style.opener}{self.words(1, 2)}{style.closer}."
            ]
        if kind == 5:
            return [f"{self.quoted('—')} {self.said()} ({self.quoted('!')}) and left."]
        if kind == 6:
            return [f"{self.quoted('.')}"]
        more = [f"{style.opener}{self.words().capitalize()}." for _ in range(self.pick.randint(1, 2))]
        return [*more, f"{self.quoted(',')} {self.said()}."]

    def text(self, turns: int) -> list[str]:
        return [paragraph for _ in range(turns) for paragraph in self.paragraphs()]
