"""Pictures that the stories of Celebrity News and Royalty brought into the library."""

from articles.demo.figures import Look
from articles.demo.picture import MINA, TOBIAS, WREN, Drawn
from articles.demo.scenes import classics
from articles.demo.scenes import people as scenes

OTTILINE = Look(
    "#f2d0b4", "#dfdbe0", "waves", "roll", "#2456a8", eyes="open", lips="#b32b45", earrings="#fffaf0", glasses=True
)
AURELIAN = Look("#e6b48c", "#6b4a34", "swept", "jacket", "#26304f", eyes="open", beard=True)
MAREN = Look("#8a5335", "#1d1216", "bun", "roll", "#1f6f6b", eyes="open", lips="#a3263d", earrings="#f4d27a")
RUNA = Look("#c08a64", "#3a2018", "bob", "roll", "#e0a52f", eyes="open", lips="#b3404a")
CASIMIR = Look("#c08a64", "#3a2018", "crop", "shirt", "#8f2f3f", eyes="open")
HORTENSE = Look(
    "#f2d3bb", "#efeaea", "bob", "roll", "#8a2f5a", eyes="open", lips="#b32b45", earrings="#fffaf0", glasses=True
)
CLEMENTINE = Look("#edbd98", "#8a3f20", "waves", "gown", "#fffaf0", "#f2c14e", lips="#b8404a", earrings="#fffaf0")
DELPHINE = Look("#f0c9a8", "#b8b0b8", "bob", "roll", "#2f6f77", eyes="open", lips="#c2283e", earrings="#f2c14e")
EMIL = Look("#8a5a3c", "#1a1216", "crop", "suit", "#2b3152", eyes="lowered")

PICTURES = [
    Drawn(
        "palace-balcony",
        lambda: scenes.palace_balcony(
            201,
            [
                (960, 690, 108, AURELIAN),
                (1440, 690, 104, MAREN),
                (1085, 760, 92, RUNA),
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
    Drawn(
        "tiara-cabinet",
        lambda: scenes.strongroom(211),
        "The cabinet at Tarnholm",
        "Eight lit niches in a wooden cabinet: seven hold tiaras, one only a card that says back Sunday",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "tiara-waves",
        lambda: scenes.tide_line(212),
        "The Breakers",
        "A silver tiara of curling waves lies half sunk in sand at the edge of the sea, watched by a small crab",
        WREN,
        (0.45, 0.6),
    ),
    Drawn(
        "tiara-lamp",
        lambda: scenes.jewel(213, "#5a1a34", "#7a1b2f"),
        "The Lamp of Tarnholm",
        "A gold tiara like the rays of a lamp, tipped with rubies and pearls, on a crimson cushion",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "tiara-ice",
        lambda: scenes.larder(214),
        "The Thaw",
        "A tiara of pale blue crystals on a dish in an open refrigerator, between the milk, the eggs and a trifle",
        MINA,
        (0.5, 0.52),
    ),
    Drawn(
        "tiara-clips",
        lambda: scenes.bear(215),
        "The Stationery",
        "A teddy bear on a quilt wears a tiara bent from paper clips and set with coloured buttons",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "treaty",
        lambda: scenes.treaty(216),
        "The treaty of 1814",
        "A sealed treaty dated 1814 on a green desk, with two quills, two inkwells and a small brass bell",
        TOBIAS,
        (0.48, 0.5),
    ),
    Drawn(
        "tarnholm",
        lambda: scenes.tarnholm(217),
        "Tarnholm at low water",
        "A castle with red flags on a rocky island; a yellow bus crosses the wet causeway towards it",
        WREN,
        (0.56, 0.52),
    ),
    Drawn(
        "petrel",
        lambda: scenes.shipyard(218),
        "The Petrel in her shed",
        "The bow of a dark blue yacht marked PETREL stands in a wooden shed, light falling through the roof",
        TOBIAS,
        (0.5, 0.45),
    ),
    Drawn(
        "biscuits",
        lambda: scenes.biscuits(219),
        "Tea at Belrive",
        "A blue-flowered teapot beside a three-tier stand of biscuits, rain on the window behind",
        MINA,
        (0.55, 0.62),
    ),
    Drawn(
        "runa",
        lambda: scenes.lifeboat(220, RUNA),
        "Princess Runa of Skarrow",
        "A young woman in a yellow sou'wester and an orange lifejacket, high waves behind her",
        WREN,
        (0.5, 0.42),
    ),
    # the famous
    Drawn(
        "sea-dip",
        lambda: scenes.swimmers(231),
        "The dip at Port Merrin",
        "Swimmers in bright bathing caps stand up to their shoulders in the sea before a huge red sun",
        WREN,
        (0.52, 0.6),
    ),
    Drawn(
        "beach-huts",
        lambda: scenes.beach_huts(232),
        "The huts on the north beach",
        "A row of striped bathing huts with numbers over their doors; one stands open with a lamp inside",
        TOBIAS,
        (0.45, 0.5),
    ),
    Drawn(
        "robes",
        lambda: scenes.robes(233),
        "Eight robes, one of them small",
        "Eight bathrobes of different colours drip on pegs, a very small pink one among them",
        MINA,
        (0.5, 0.45),
    ),
    Drawn(
        "ferry-office",
        lambda: scenes.ferry_office(234),
        "The ticket office on the quay",
        "A small red-roofed ticket office lit from within at dusk, somebody at the window, a ferry coming in",
        WREN,
        (0.66, 0.55),
    ),
    Drawn(
        "falling",
        lambda: scenes.falling(235),
        "How to fall over",
        "An old lady in a red dress is shown four times as she falls across a stage, from upright to flat on her back",
        MINA,
        (0.5, 0.62),
    ),
    Drawn(
        "bakery",
        lambda: scenes.bakery(236),
        "The bakery at six in the morning",
        "People in woolly hats queue in the snow outside a lit bakery with FOUR THINGS over the window",
        WREN,
        (0.5, 0.6),
    ),
    Drawn(
        "cabinet",
        lambda: scenes.cabinet(237, DELPHINE),
        "Delphine Arkwright-Vale at work",
        "A woman's face in the top of a red conjuror's cabinet whose middle has been pushed to one side",
        TOBIAS,
        (0.52, 0.36),
    ),
    # their animals
    Drawn(
        "tortoise",
        lambda: scenes.tortoise(241),
        "Ambassador on the carpet",
        "A tortoise in a red bow tie walks along a red carpet between brass posts and velvet ropes",
        MINA,
        (0.56, 0.6),
    ),
    Drawn(
        "parrot",
        lambda: scenes.parrot(242),
        "Monsignor",
        "A scarlet parrot with blue and green wings on a perch, its back turned, looks over its shoulder",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "whippets",
        lambda: scenes.whippets(243),
        "Hither and Yon",
        "Two whippets in profile, one fawn and one grey, their scarves flying in a sea wind",
        WREN,
        (0.48, 0.48),
    ),
    Drawn(
        "stalls-cat",
        lambda: scenes.stalls_cat(244),
        "Intermission",
        "A black cat with green eyes and a red collar sits up among the red seats of an empty cinema",
        TOBIAS,
        (0.5, 0.62),
    ),
    Drawn(
        "goose",
        lambda: scenes.goose(245),
        "Mrs Pell",
        "A white goose with a blue ribbon stands in a lit doorway under a sign that reads stage door",
        MINA,
        (0.46, 0.42),
    ),
    # authors
    Drawn(
        "beatrix",
        lambda: classics.portrait(
            221,
            Look("#a06a48", "#2a1a1e", "bun", "jacket", "#7a1f4a", eyes="open", lips="#9c2f3f", earrings="#f4ead6"),
            "#4a6f86",
            "#f3d6a6",
            classics.SQUARE,
        ),
        "Beatrix Lomond-Shah",
        "A woman with a dark topknot, pale earrings and a burgundy jacket",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "finlay",
        lambda: classics.portrait(
            222,
            Look("#f1c9a8", "#8f4a24", "crop", "roll", "#274a6b", eyes="open"),
            "#5f7f5a",
            "#f2e0b4",
            classics.SQUARE,
        ),
        "Finlay Strand",
        "A young man with short auburn hair and a navy roll-neck",
        TOBIAS,
        (0.5, 0.42),
    ),
]
