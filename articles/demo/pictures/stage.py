"""Pictures that the stories of Music and Style brought into the library."""

from articles.demo.figures import Look
from articles.demo.picture import MINA, TOBIAS, WREN, Drawn
from articles.demo.scenes import classics
from articles.demo.scenes import stage as scenes

ANSELM = Look("#a8714a", "#2a1a1e", "swept", "roll", "#2f4a45", eyes="open", glasses=True, beard=True)
OSRIC = Look("#efc9a8", "#e6e1e6", "quiff", "suit", "#2a2438", eyes="open")
BARTHOLOMEW = Look("#5f3826", "#c9c4cc", "crop", "jacket", "#4a5a6b", eyes="open", beard=True)

PICTURES = [
    Drawn(
        "low-water",
        lambda: scenes.low_water(200),
        "The show on the sand",
        "Six models in single file on wet sand at sunset, mirrored in it, a lighthouse across the bay",
        TOBIAS,
        (0.417, 0.55),
    ),
    # Odile Marchetti-Bray's collection “Low Water”
    Drawn(
        "look-oilskin",
        lambda: scenes.plate(201, "sun", "#1f5f7a", "#f7d9a0", "#2f4f63", scenes.oilskin, "#c98f63", "#2a1a1e", "crop"),
        "Low Water, look 1",
        "A model in a belted yellow oilskin coat, sou'wester and dark glasses before a pale sun",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "look-tiers",
        lambda: scenes.plate(202, "arch", "#e88f6a", "#fff0d0", "#b5604a", scenes.tiers, "#6b4230", "#1a1014", "afro"),
        "Low Water, look 2",
        "A model in a column of blue scallops that grow paler towards the hem, before coral arches",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "look-deckchair",
        lambda: scenes.plate(
            203, "waves", "#8fd0d8", "#1f6f8a", "#cfe0d0", scenes.deckchair, "#f0c3a0", "#7a3420", "bob"
        ),
        "Low Water, look 3",
        "A model in a red and white striped trouser suit and dark glasses before rows of waves",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "look-net",
        lambda: scenes.plate(204, "moon", "#14264f", "#f2e6c4", "#1b2c50", scenes.net, "#e8b990", "#20161c", "bun"),
        "Low Water, look 4",
        "A red slip dress below a crinoline of white fishing net hung with cork floats, a moon behind",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "look-cape",
        lambda: scenes.plate(205, "rays", "#d2553f", "#ffd79a", "#7a2f2c", scenes.cape, "#8a5335", "#1d1216", "crop"),
        "Low Water, look 5",
        "A hooded blue cape with a yellow lining opens over a striped dress, before an orange sunburst",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "look-jumper",
        lambda: scenes.plate(
            206, "window", "#3a5a52", "#f6dca0", "#5a4434", scenes.jumper, "#f3cfae", "#b5562e", "long"
        ),
        "Low Water, look 6",
        "A cream cable-knit dress with a rolled collar and brown boots before tall lit windows",
        TOBIAS,
        (0.5, 0.36),
    ),
    Drawn(
        "look-buoy",
        lambda: scenes.plate(207, "bands", "#8fc4d6", "#ffffff", "#4f8aa0", scenes.buoy, "#5f3826", "#17101a", "bun"),
        "Low Water, look 7",
        "A globe of a skirt in red and white bands below a narrow bodice, like a buoy",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "look-scales",
        lambda: scenes.plate(
            208, "rings", "#5a2a6b", "#f4b8a0", "#3a1f4d", scenes.scales, "#d0a077", "#4a2433", "waves"
        ),
        "Low Water, look 8",
        "A close green gown covered in sequins like fish scales that ends in a dark fin",
        TOBIAS,
        (0.5, 0.38),
    ),
    Drawn(
        "look-lighthouse",
        lambda: scenes.plate(
            209, "stripes", "#1b2450", "#3a4a8a", "#141a3c", scenes.lighthouse, "#efc6a4", "#5a3a2a", "swept"
        ),
        "Low Water, look 9",
        "A red and white banded gown with a train, and for a hat a lit lighthouse lamp",
        TOBIAS,
        (0.5, 0.34),
    ),
    # hats by Hedda Amoah-Lunde
    Drawn(
        "three-hats",
        lambda: scenes.three_hats(210),
        "At the rail",
        "Three women in profile in hats of feathers, a pink bow and a shell look out at sailing boats",
        WREN,
        (0.45, 0.5),
    ),
    Drawn(
        "hat-brim",
        lambda: scenes.hat(
            211, scenes.brim, "#2f8f9a", "#fbe6b8", "#e8b990", "#3a2018", "#fff4e2", "#c2283e", "chignon"
        ),
        "A straw for rowers",
        "A woman in profile below a straw hat with a very wide brim and red ribbons",
        WREN,
        (0.5, 0.42),
    ),
    Drawn(
        "hat-yacht",
        lambda: scenes.hat(
            212, scenes.yacht, "#e89a5a", "#fff0cf", "#8a5335", "#1d1216", "#1f5a6b", "#ffe9b8", "crop", True
        ),
        "Under sail",
        "A woman in profile wears a model yacht under full sail on felt waves",
        WREN,
        (0.5, 0.36),
    ),
    Drawn(
        "hat-feather",
        lambda: scenes.hat(
            213, scenes.feather, "#b5483f", "#f9d7a8", "#f3cfae", "#1f1418", "#153f4a", "#f4d27a", "bob"
        ),
        "Smoke",
        "Three long feathers in teal and gold curl back from a small cap on a dark bob",
        WREN,
        (0.46, 0.42),
    ),
    Drawn(
        "hat-saucer",
        lambda: scenes.hat(
            214, scenes.saucer, "#4f7a4a", "#eaf0c8", "#c98f63", "#4a2a1e", "#f0c83a", "#fff6e6", "chignon"
        ),
        "Tea with lemon",
        "A woman in profile wears a tilted saucer of lemons with a net veil",
        WREN,
        (0.5, 0.4),
    ),
    Drawn(
        "hat-bow",
        lambda: scenes.hat(
            215, scenes.bow, "#3a2f6b", "#c9b8e8", "#f0c3a0", "#d9a441", "#5a1f4a", "#ffffff", "curls", True
        ),
        "The cushion",
        "A fair-haired woman in profile wears a plum cap with an enormous pink bow",
        WREN,
        (0.5, 0.4),
    ),
    Drawn(
        "hat-shell",
        lambda: scenes.hat(
            216, scenes.shell, "#1f5a7a", "#9fd8d8", "#5f3826", "#17101a", "#f4b08a", "#fff3dc", "chignon"
        ),
        "Scallop",
        "A woman in profile wears a coral scallop shell that stands up behind her head like a fan",
        WREN,
        (0.5, 0.4),
    ),
    # music
    Drawn(
        "pencil-cards",
        lambda: scenes.cards(221),
        "Fire Exit, frame by frame",
        "Cards with pencil drawings of a running figure hang on strings, one of them in red",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "orpheum-organ",
        lambda: scenes.organ(222),
        "The Orpheum's organ",
        "A white-haired organist, from behind, at a golden horseshoe console with hundreds of coloured stops",
        MINA,
        (0.5, 0.55),
    ),
    Drawn(
        "organ-pipes",
        lambda: scenes.pipes(223),
        "In the left chamber",
        "A tuner on a ladder reaches up among rows of silver organ pipes by the light of a lamp",
        MINA,
        (0.53, 0.45),
    ),
    Drawn(
        "conductor",
        lambda: scenes.conductor(224),
        "Recording the sea",
        "A conductor from behind, arms raised, before an orchestra under a screen that shows waves",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "horsebox",
        lambda: scenes.horsebox(233),
        "On the road with Alwyn",
        "A car pulls a cream and red horsebox with a grand piano in it along a lane under a huge moon",
        MINA,
        (0.39, 0.62),
    ),
    Drawn(
        "piano-palms",
        lambda: scenes.palm_house(225),
        "Evening one: the palm house",
        "A woman in yellow plays a grand piano by lamplight in a greenhouse full of palms",
        MINA,
        (0.48, 0.7),
    ),
    Drawn(
        "piano-library",
        lambda: scenes.reading_room(226),
        "Evening two: the reading room",
        "A grand piano on a red carpet in a round library with books up to the ceiling",
        MINA,
        (0.48, 0.7),
    ),
    Drawn(
        "piano-station",
        lambda: scenes.concourse(227),
        "Evening four: the concourse",
        "A woman in red plays a grand piano under a large clock in an empty railway station",
        MINA,
        (0.5, 0.7),
    ),
    Drawn(
        "piano-quay",
        lambda: scenes.snowed_quay(228),
        "Evening six: the quay",
        "A woman in red plays a grand piano on a snowy quay beside moored boats and lit houses",
        MINA,
        (0.48, 0.68),
    ),
    Drawn(
        "lido",
        lambda: scenes.lido(229),
        "The Marine Bath at daybreak",
        "A choir with lanterns stands in the deep end of an empty tiled swimming bath as the sun rises",
        WREN,
        (0.5, 0.66),
    ),
    Drawn(
        "cassette",
        lambda: scenes.cassette(230),
        "A demo, unwound",
        "A striped cassette on an orange ground, its tape lying about in loops",
        MINA,
        (0.5, 0.44),
    ),
    Drawn(
        "jukebox",
        lambda: scenes.jukebox(231),
        "The jukebox at the Ferry Café",
        "A jukebox with tubes of red, yellow, green and blue light glows against a patterned wall",
        MINA,
        (0.5, 0.5),
    ),
    Drawn(
        "foghorn",
        lambda: scenes.foghorn(232),
        "The foghorn on the old mole",
        "A red foghorn as large as a house sounds over a grey harbour while gulls fly off",
        WREN,
        (0.28, 0.48),
    ),
    # workrooms
    Drawn(
        "tailor-shop",
        lambda: scenes.tailor(241),
        "Number nine, Sable Street",
        "A half-made blue jacket with chalk and basting lines on a dummy among rolls of cloth",
        TOBIAS,
        (0.52, 0.45),
    ),
    Drawn(
        "flacons",
        lambda: scenes.flacons(242),
        "The organ of scents",
        "Rows of coloured perfume bottles on shelves before a low sun, four large ones in front",
        MINA,
        (0.5, 0.55),
    ),
    Drawn(
        "thread",
        lambda: scenes.thread(243),
        "A needle and three buttons",
        "A giant needle with red thread and three buttons among stacked reels of thread",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "heel",
        lambda: scenes.heel(244),
        "The shoe and its understudy",
        "A golden high-heeled shoe in the light on a plinth, a flat blue slipper on the floor beside it",
        TOBIAS,
        (0.5, 0.56),
    ),
    Drawn(
        "wigs",
        lambda: scenes.wigs(245),
        "The wig room",
        "Five wigs in red, brown, black, blonde and silver on wooden blocks before lit mirrors",
        TOBIAS,
        (0.5, 0.5),
    ),
    Drawn(
        "painted-ceiling",
        lambda: scenes.painted_ceiling(246),
        "The front room",
        "A green room with a chequered floor, two armchairs and a ceiling painted as a sky of clouds",
        MINA,
        (0.5, 0.6),
    ),
    Drawn(
        "gown-rail",
        lambda: scenes.rail(247),
        "The rail at Second Night",
        "Twelve evening gowns of every colour on a brass rail, and among them one empty hanger",
        WREN,
        (0.5, 0.45),
    ),
    Drawn(
        "lot-coat",
        lambda: scenes.lot_coat(248),
        "Lot 41",
        "A belted beige raincoat with a ticket, lit from above on a stand, a hammer in front",
        TOBIAS,
        (0.5, 0.4),
    ),
    # people
    Drawn(
        "anselm",
        lambda: classics.portrait(251, ANSELM, "#8a5a2f", "#f4d6a0", classics.LANDSCAPE, 0.56),
        "Anselm Reyes-Whitlock",
        "A bearded man with round glasses and a dark green roll-neck before a pale disc",
        MINA,
        (0.56, 0.42),
    ),
    Drawn(
        "osric",
        lambda: classics.portrait(253, OSRIC, "#6b1f3a", "#f0b45a"),
        "Osric Tansley",
        "A white-haired man in a dinner jacket and bow tie before glowing rings of gold",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "bartholomew",
        lambda: classics.portrait(252, BARTHOLOMEW, "#3f6a6b", "#e8d0a0"),
        "Bartholomew Osei-Lunt",
        "An elderly man with white hair and a white beard in a slate-blue jacket",
        TOBIAS,
        (0.5, 0.4),
    ),
    Drawn(
        "teodor",
        lambda: classics.portrait(
            254,
            Look("#d9a077", "#2a2228", "quiff", "suit", "#5a2a48", "#f2e2c8", eyes="open", glasses=True),
            "#2f5d6b",
            "#f2c98a",
            classics.SQUARE,
        ),
        "Teodor Vance",
        "A man with a dark quiff, round glasses, a plum jacket and a bow tie",
        TOBIAS,
        (0.5, 0.42),
    ),
    Drawn(
        "marguerite",
        lambda: classics.portrait(
            255,
            Look("#6b4230", "#1d1418", "bun", "jacket", "#c2703f", eyes="open", lips="#8f2f3f", earrings="#f4d27a"),
            "#4a3f7a",
            "#f0d0a8",
            classics.SQUARE,
        ),
        "Marguerite Okonjo",
        "A woman with a dark topknot, gold earrings and a rust-coloured jacket",
        TOBIAS,
        (0.5, 0.42),
    ),
]
