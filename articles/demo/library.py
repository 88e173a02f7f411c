"""The demo's picture library: what is drawn, and what the library knows of it."""
# ruff: noqa: E501

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from articles.demo import scenes
from articles.demo.figures import Look

ORLA = Look("#f0c3a0", "#7a3420", "waves", "gown", "#1f6f6b", "#f2e2b0", lips="#c2283e")
DARIO = Look("#c98f63", "#20161c", "quiff", "suit", "#26304f", beard=True, eyes="open")
NGOZI = Look("#8a5335", "#1d1216", "afro", "gown", "#e0a52f", "#fff1c9", lips="#a3263d", earrings="#f4d27a")
RAFE = Look("#e8b990", "#8c8790", "swept", "roll", "#23395b", eyes="open", beard=True)
BEA = Look("#f3cfae", "#d9a441", "bob", "shirt", "#b3203c", eyes="open", lips="#c2283e", earrings="#ffe9b8")
KIT = Look("#eebf98", "#4a2f20", "swept", "jacket", "#3d2b4f")
MIREILLE = Look("#d9a077", "#2a1a1e", "bun", "shirt", "#e9e2d6", eyes="open", lips="#a83a48", earrings="#e0a52f")
JONAH = Look("#5f3826", "#17101a", "crop", "suit", "#6b2438", beard=True, eyes="open")
LEILA = Look("#d0a077", "#4a2433", "long", "gown", "#f2e6d4", "#d9a441", lips="#a83a48")
SUNNIVA = Look("#f0cdb2", "#cfcad0", "bun", "roll", "#5a2046", glasses=True, eyes="open", lips="#b32b45")
TOVE = Look("#f0cba8", "#b5562e", "long", "shirt", "#4d6a8a", eyes="open", lips="#a83a48")
ADA = Look("#6b4230", "#1a1014", "locs", "jacket", "#2c6b58", lips="#8f2f3f")


@dataclass(frozen=True)
class Drawn:
    """A picture of the library. The focal point is what every cut keeps: shares of width and height."""

    name: str
    draw: Callable[[], Image.Image]
    title: str
    alt: str
    photographer: str
    focal: tuple[float, float] = (0.5, 0.5)

    @property
    def filename(self) -> str:
        """The name it is uploaded under, by which the demo finds it again."""
        return f"limelight-{self.name}.jpg"

    @property
    def credit(self) -> str:
        return f"{self.photographer}/Limelight"

    def write(self, folder: Path) -> Path:
        """Draw it as a JPEG into the folder, unless it is there, and return where; a half-written one is never there."""
        path = folder / self.filename
        if not path.exists():
            whole = BytesIO()
            self.draw().save(whole, "JPEG", quality=88)
            unfinished = path.with_suffix(".part")
            unfinished.write_bytes(whole.getvalue())
            unfinished.replace(path)
        return path


WREN, TOBIAS, MINA = "Wren Halloway", "Tobias Quill", "Mina Fenn"

PICTURES = [
    # portraits
    Drawn(
        "orla-dario",
        lambda: scenes.pair(11, ORLA, DARIO, "#3a1f4d", "#f0a24a"),
        "Orla Penhallow and Dario Velluto",
        "A red-haired woman in a green gown beside a bearded man in a dinner jacket, lights behind them",
        WREN,
        (0.5, 0.42),
    ),
    Drawn(
        "orla",
        lambda: scenes.portrait(13, ORLA, "#b8402f", "#f6d7a0"),
        "Orla Penhallow",
        "A red-haired woman in a green gown, her eyes lowered, before glowing rings of orange",
        WREN,
        (0.5, 0.4),
    ),
    Drawn(
        "dario",
        lambda: scenes.portrait(14, DARIO, "#35306b", "#e2604a"),
        "Dario Velluto",
        "A bearded man with a tall quiff in a navy dinner jacket and bow tie, before a red disc",
        WREN,
        (0.5, 0.4),
    ),
    Drawn(
        "ngozi",
        lambda: scenes.portrait(15, NGOZI, "#1d5c63", "#f2b84b", scenes.LANDSCAPE, 0.55),
        "Ngozi Adebright",
        "A woman with a round afro and gold earrings in a yellow dress, before a golden sunburst",
        MINA,
        (0.55, 0.42),
    ),
    Drawn(
        "rafe",
        lambda: scenes.portrait(16, RAFE, "#2f5d73", "#f0c27a"),
        "Rafe Lindqvist",
        "A grey-bearded man in a blue roll-neck looks straight out, pale rings of light behind him",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "bea",
        lambda: scenes.portrait(17, BEA, "#2f6f8f", "#f4ead2"),
        "Bea Winterbourne",
        "A woman with a blonde bob and a red shirt smiles with closed lips before a pale disc",
        MINA,
        (0.5, 0.4),
    ),
    Drawn(
        "kit",
        lambda: scenes.portrait(18, KIT, "#d0562f", "#f4c66a", scenes.LANDSCAPE, 0.42),
        "Kit Ashgrove",
        "A dark-haired young man in a violet jacket, eyes closed, in front of an orange sunburst",
        TOBIAS,
        (0.42, 0.42),
    ),
    Drawn(
        "mireille",
        lambda: scenes.portrait(19, MIREILLE, "#7a3b6b", "#f0a25a"),
        "Mireille Sauvage-Dunn",
        "A woman with a dark topknot and gold earrings in a cook's white shirt",
        MINA,
        (0.5, 0.4),
    ),
    Drawn(
        "jonah-leila",
        lambda: scenes.pair(21, LEILA, JONAH, "#274a45", "#f2b06a"),
        "Jonah Castellane and Leila Farouk-Hart",
        "A bride with long dark hair in ivory and a groom in a plum suit stand close together",
        WREN,
        (0.5, 0.42),
    ),
    Drawn(
        "sunniva",
        lambda: scenes.portrait(24, SUNNIVA, "#c98a2b", "#f7e3b4"),
        "Sunniva Thorne",
        "An elderly woman with round glasses, silver hair in a bun and a plum roll-neck",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "tove",
        lambda: scenes.portrait(26, TOVE, "#3f5f52", "#f1d79a", scenes.LANDSCAPE, 0.54),
        "Tove Brannick",
        "A woman with long copper hair in a blue work shirt looks at us before a pale disc",
        MINA,
        (0.54, 0.42),
    ),
    Drawn(
        "ada",
        lambda: scenes.portrait(28, ADA, "#8a2f4a", "#f2b25a", scenes.LANDSCAPE, 0.45),
        "Ada Mbeki-Lowe",
        "A woman with long dark locs in a green jacket, eyes lowered, before an amber glow",
        TOBIAS,
        (0.45, 0.42),
    ),
    # first nights and prizes
    Drawn(
        "orpheum",
        lambda: scenes.cinema(31, "ORPHEUM", ("#141033", "#5a2a63", "#e8795a"), "#c4644a", "#ff4f6e"),
        "The Orpheum on a first night",
        "A brick picture palace at dusk, ORPHEUM in pink neon, people waiting below a lit canopy",
        WREN,
        (0.5, 0.5),
    ),
    Drawn(
        "alcazar",
        lambda: scenes.cinema(32, "ALCAZAR", ("#0b1d33", "#1f4a63", "#8fb6a0"), "#4f7f86", "#ffb53d"),
        "The Alcazar, Sable Street",
        "A green picture palace under a night sky, ALCAZAR in amber letters, a queue at its doors",
        TOBIAS,
        (0.5, 0.5),
    ),
    Drawn(
        "carpet",
        lambda: scenes.red_carpet(33, [(0.36, ORLA), (0.6, DARIO)], "#27406b", "LUMEN"),
        "Arrivals at the Lumen Awards",
        "A woman in a green gown and a man in a dinner jacket on a red carpet before a blue board",
        WREN,
        (0.47, 0.3),
    ),
    Drawn(
        "carpet-trio",
        lambda: scenes.red_carpet(34, [(0.24, NGOZI), (0.5, ADA), (0.74, LEILA)], "#5a2450", "LUMEN", "#7a1b3d"),
        "Nominees at the Lumen Awards",
        "Three guests, two in gowns and one in a green suit, stand apart before a plum-coloured board",
        MINA,
        (0.5, 0.3),
    ),
    Drawn(
        "statuettes",
        lambda: scenes.statuettes(35, "#3a1f5a", "#e2ae45"),
        "Lumen statuettes",
        "Five golden statuettes, each lifting a shining star above its head",
        TOBIAS,
        (0.5, 0.35),
    ),
    Drawn(
        "pier-screen",
        lambda: scenes.harbour(36, ("#131a45", "#47397a", "#e08a6a"), "#fff0b8"),
        "The open-air screen at Port Merrin",
        "A film is shown on a quay at night while a lighthouse sweeps its beam across the harbour",
        WREN,
        (0.45, 0.55),
    ),
    Drawn(
        "clapper",
        lambda: scenes.clapper(37, "#2f7f86", "#7a3f2c"),
        "The Tidewatcher's last clapperboard",
        "A clapperboard marked The Tidewatcher, two film reels and a curl of film on a table",
        TOBIAS,
        (0.45, 0.55),
    ),
    Drawn(
        "film-camera",
        lambda: scenes.film_camera(38, ("#2c2a5e", "#c2516a", "#ffab5c"), "#2a1733"),
        "A film camera at sundown",
        "A director in a hat beside a film camera on a tripod, dark against a huge setting sun",
        TOBIAS,
        (0.42, 0.42),
    ),
    # stages and studios
    Drawn(
        "arena",
        lambda: scenes.concert(41, ("#1b0f3a", "#3b1560"), ["#ff4fa0", "#5ad1ff", "#ffb14a"]),
        "A band at the Meridian Arena",
        "A singer with one arm raised between guitarists under pink, blue and amber beams",
        MINA,
        (0.5, 0.55),
    ),
    Drawn(
        "piano-night",
        lambda: scenes.concert(42, ("#0d2436", "#123f4d"), ["#ffd27a", "#ff7a4a"], False),
        "A piano on the great stage",
        "A grand piano alone with its player on a stage lit in gold, the audience in the dark",
        MINA,
        (0.46, 0.55),
    ),
    Drawn(
        "curtain",
        lambda: scenes.curtains(43, "#a3182f", "#ffeec4"),
        "An empty stage, waiting",
        "Red curtains drawn back from a stool and a microphone in a single spotlight",
        TOBIAS,
        (0.53, 0.68),
    ),
    Drawn(
        "blue-curtain",
        lambda: scenes.curtains(44, "#1f4a7a", "#e6f0ff"),
        "The stage of the Little Meridian",
        "Blue curtains frame a stool and a microphone alone in a cold white light",
        MINA,
        (0.53, 0.68),
    ),
    Drawn(
        "microphone",
        lambda: scenes.microphone(45, "#1f5a66", "#f0b64a"),
        "On air",
        "A silver studio microphone with a red ON AIR band, before a yellow sun",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "vinyl",
        lambda: scenes.vinyl(46, "#d0703f", "#c4283e"),
        "A first pressing",
        "A black record with a red label turns on a cream-coloured player, seen from above",
        MINA,
        (0.42, 0.5),
    ),
    Drawn(
        "studio",
        lambda: scenes.sound_desk(47, "#4a2f4f", "#e8a24a"),
        "Studio Two at night",
        "A mixing desk full of coloured knobs; behind the glass somebody sings under a red light",
        TOBIAS,
        (0.5, 0.35),
    ),
    Drawn(
        "festival",
        lambda: scenes.festival(48, ("#4a2c7a", "#d8557a", "#ffb45c"), "#d8434a"),
        "Sable Park at sunset",
        "A big wheel, striped tents and bunting above a crowd at sunset",
        MINA,
        (0.68, 0.5),
    ),
    # television, houses, places
    Drawn(
        "marrowgate",
        lambda: scenes.rain(51, ("#0f1a33", "#25426a", "#4a6f8a"), "#ffc766"),
        "Marrowgate: the last scene",
        "Somebody under a red umbrella stands in a wet street at night, a lit door to the right",
        WREN,
        (0.55, 0.6),
    ),
    Drawn(
        "television",
        lambda: scenes.television(52, "#3f6a5f", "#7a4a34"),
        "Sunday, nine o'clock",
        "An old television in a green sitting room shows a figure with a red umbrella",
        TOBIAS,
        (0.5, 0.48),
    ),
    Drawn(
        "night-ferry",
        lambda: scenes.ferry(53, ("#0a1030", "#1c2a5c", "#4a5a8f"), "#8a1f34"),
        "The night ferry",
        "A red and white ferry with every window lit crosses a dark sea below a crescent moon",
        WREN,
        (0.53, 0.5),
    ),
    Drawn(
        "supper",
        lambda: scenes.feast(54, "#6b3f2c", "#b9423c"),
        "The judges' table",
        "A berry tart on a red checked cloth between plates of soup and salad, seen from above",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "lighthouse",
        lambda: scenes.lighthouse_room(55, "#e8d3b0", "#3f8aa6", True),
        "The lamp room, now a library",
        "A coral sofa between bookshelves, three arched windows behind it looking out to sea",
        MINA,
        (0.5, 0.6),
    ),
    Drawn(
        "lighthouse-kitchen",
        lambda: scenes.lighthouse_room(56, "#c9dcd6", "#2f7396", False),
        "The kitchen below the lamp",
        "A wooden table with flowers, fruit and a mug, below three arched windows to the sea",
        MINA,
        (0.5, 0.65),
    ),
    Drawn(
        "balcony",
        lambda: scenes.balcony(57, ("#6fb4d6", "#f3b58a", "#ffd49a"), "#2a7f9e"),
        "The gallery above the bay",
        "A breakfast table with flowers on a balcony, sailing boats and a low sun beyond",
        MINA,
        (0.5, 0.62),
    ),
    Drawn(
        "bay",
        lambda: scenes.harbour(58, ("#274a7a", "#c2708a", "#ffcf9a"), "#fff6d8"),
        "Port Merrin from the water",
        "A striped lighthouse on its rock, coloured houses along the harbour at dusk",
        WREN,
        (0.78, 0.42),
    ),
    Drawn(
        "orchard",
        lambda: scenes.orchard(59, ("#5a6fa8", "#f0a07a", "#ffd08a"), "#4d7a4a"),
        "The long table in the orchard",
        "A long table with a white cloth under apple trees hung with lanterns at sunset",
        WREN,
        (0.5, 0.6),
    ),
    Drawn(
        "skyline",
        lambda: scenes.skyline(61, ("#0d1033", "#2b2663", "#a84f7a"), "#fdf0cf"),
        "The city from the south bank",
        "A full moon above a city of lit towers, its light broken on the river",
        TOBIAS,
        (0.6, 0.42),
    ),
    Drawn(
        "dawn-city",
        lambda: scenes.skyline(62, ("#274a6b", "#d8857a", "#f2c48a"), "#fff6df"),
        "The city before breakfast",
        "A pale sun above towers in morning haze, a bridge and the river in front",
        TOBIAS,
        (0.6, 0.42),
    ),
    Drawn(
        "backdrop",
        lambda: scenes.brushes(63, "#7a4a34", "#5d83a6"),
        "A sky, two-thirds finished",
        "A half-painted backdrop of rain clouds, a ladder beside it and pots of paint in front",
        MINA,
        (0.42, 0.5),
    ),
    Drawn(
        "storm",
        lambda: scenes.brushes(64, "#4a3a34", "#8a6a86"),
        "A storm in primer",
        "A violet storm sky half painted on canvas above a row of open paint pots",
        MINA,
        (0.42, 0.5),
    ),
    # authors
    Drawn(
        "imogen",
        lambda: scenes.portrait(
            71,
            Look("#efc6a4", "#5a3a2a", "bob", "jacket", "#2c3e5c", eyes="open", glasses=True),
            "#b5634a",
            "#f6dcae",
            scenes.SQUARE,
        ),
        "Imogen Thackwray",
        "A woman with a brown bob, round glasses and a navy jacket",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "dev",
        lambda: scenes.portrait(
            72,
            Look("#b57a50", "#1c1418", "swept", "shirt", "#3f6a5f", eyes="open", beard=True),
            "#46407a",
            "#f0b45a",
            scenes.SQUARE,
        ),
        "Dev Marlowe-Rao",
        "A bearded man with swept dark hair and a green shirt",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "saskia",
        lambda: scenes.portrait(
            73,
            Look("#7a4a32", "#1a1014", "afro", "roll", "#c9a02f", eyes="open", lips="#8f2f3f", earrings="#f4ead6"),
            "#2f6b66",
            "#f2d5a0",
            scenes.SQUARE,
        ),
        "Saskia Obuya-Lind",
        "A woman with an afro, pale earrings and a mustard roll-neck",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "callum",
        lambda: scenes.portrait(
            74,
            Look("#f3cdb0", "#b5622e", "quiff", "jacket", "#3a2a3a", eyes="open", beard=True),
            "#8f2f3f",
            "#f4c98a",
            scenes.SQUARE,
        ),
        "Callum Breck",
        "A man with a ginger quiff and beard in a dark jacket",
        TOBIAS,
        (0.5, 0.42),
    ),
]
