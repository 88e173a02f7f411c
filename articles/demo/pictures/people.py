"""Pictures that the stories of Celebrity News and Royalty brought into the library."""

from articles.demo.figures import Look
from articles.demo.picture import MINA, TOBIAS, WREN, Drawn

from articles.demo.scenes import people as scenes

OTTILINE = Look(
    "#f2d0b4", "#dfdbe0", "waves", "roll", "#2456a8", eyes="open", lips="#b32b45", earrings="#fffaf0", glasses=True
)
AURELIAN = Look("#e6b48c", "#6b4a34", "swept", "jacket", "#26304f", eyes="open", beard=True)
MAREN = Look("#8a5335", "#1d1216", "bun", "roll", "#1f6f6b", eyes="open", lips="#a3263d", earrings="#f4d27a")
YSOLDE = Look("#c08a64", "#3a2018", "bob", "roll", "#e0a52f", eyes="open", lips="#b3404a")
CASIMIR = Look("#c08a64", "#3a2018", "crop", "shirt", "#8f2f3f", eyes="open")
HORTENSE = Look(
    "#f2d3bb", "#efeaea", "bob", "roll", "#8a2f5a", eyes="open", lips="#b32b45", earrings="#fffaf0", glasses=True
)
CLEMENTINE = Look("#edbd98", "#8a3f20", "waves", "gown", "#fffaf0", "#f2c14e", lips="#b8404a", earrings="#fffaf0")
EMIL = Look("#8a5a3c", "#1a1216", "crop", "suit", "#2b3152", eyes="lowered")

PICTURES = [
    Drawn(
        "palace-balcony",
        lambda: scenes.palace_balcony(
            201,
            [
                (960, 690, 108, AURELIAN),
                (1440, 690, 104, MAREN),
                (1085, 760, 92, YSOLDE),
                (1322, 770, 86, CASIMIR),
                (1200, 706, 112, OTTILINE),
            ],
        ),
        "The balcony at Tarnholm",
        "An elderly woman in blue between four of her family on a palace balcony, flags in the crowd below",
        WREN,
        (0.5, 0.5),
    ),
    Drawn(
        "queen-stamp",
        lambda: scenes.stamp(202),
        "The last stamp",
        "A coral postage stamp with the profile of a queen in a tiara, marked SKARROW and postmarked",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "hortense",
        lambda: scenes.miniature(203, HORTENSE, "#1f5a4a", "#d98a6a"),
        "The Dowager Grand Duchess Hortense",
        "A white-haired woman in a large violet hat with feathers, in an oval gilt frame on green wallpaper",
        MINA,
        (0.5, 0.46),
    ),
    Drawn(
        "funicular",
        lambda: scenes.funicular(204),
        "The funicular above Belrive",
        "A red mountain railway hung with flowers climbs a golden autumn slope above a lake and a palace",
        WREN,
        (0.62, 0.5),
    ),
    Drawn(
        "wedding-carriage",
        lambda: scenes.carriage_window(205, CLEMENTINE, EMIL),
        "Clementine and Emil of Vallombre",
        "A red-haired bride with flowers in her hair and a groom behind the window of a red carriage",
        MINA,
        (0.5, 0.45),
    ),
    Drawn(
        "bridal-stairs",
        lambda: scenes.bridal_stairs(206),
        "The train on the Belrive stairs",
        "A bride seen from behind climbs a palace staircase towards a window; her train covers every step",
        WREN,
        (0.5, 0.45),
    ),
    Drawn(
        "mountain-cake",
        lambda: scenes.mountain_cake(207),
        "The mountain, in sponge",
        "A tall wedding cake made as a mountain with firs, icing for snow and a tiny red railway",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "lake-fireworks",
        lambda: scenes.fireworks(208),
        "Fireworks over Belrive",
        "Fireworks in gold, pink and blue above a lit palace, doubled in the lake where people sit in boats",
        TOBIAS,
        (0.5, 0.45),
    ),
    Drawn(
        "skating-lake",
        lambda: scenes.skating(209),
        "Lantern night on the lake",
        "People with lanterns skate on a frozen lake at nightfall below a palace and snowy peaks",
        WREN,
        (0.55, 0.68),
    ),
    Drawn(
        "heron",
        lambda: scenes.heron(210),
        "The heron at Belrive",
        "A grey heron stands among reeds in shallow water at dawn, a palace pale in the mist behind",
        TOBIAS,
        (0.46, 0.45),
    ),
]
