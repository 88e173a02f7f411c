"""Who and what the demo newsroom knows: the publication, its areas, its authors, those it writes about, its sign-ins."""
# ruff: noqa: E501

from dataclasses import dataclass
from datetime import date

from articles.demo import stories
from articles.demo.story import Subject

PUBLICATION = {
    "name": "Limelight",
    "tagline": "Entertainment, from the third row",
    "description": "News, interviews and first nights from film, television and music, told by people who were there.",
    "footer": "Limelight is a demonstration. Everybody in it is invented, and so is everything they say.",
    "contact": "newsroom@limelight.example",
    "social": [
        {"label": "Bluesky", "address": "https://social.limelight.example/bluesky"},
        {"label": "Instagram", "address": "https://social.limelight.example/instagram"},
        {"label": "YouTube", "address": "https://social.limelight.example/youtube"},
    ],
    "corrections_policy": "/about/corrections-policy/",
    "ethics_policy": "/about/code-of-ethics/",
    "ownership_policy": "/about/ownership/",
    "privacy_policy": "/about/privacy/",
    "terms": "/about/terms/",
}

CATEGORIES = [
    ("celebrity-news", "Celebrity News", "Who said what to whom, and what they were wearing when they said it."),
    ("royalty", "Royalty", "Small thrones, long corridors and the people who live at the end of them."),
    ("film", "Film", "First nights, long shoots and the people behind the camera."),
    ("television", "Television", "What everybody will talk about on Monday, and how it was made."),
    ("music", "Music", "Records, stages and the long drive between them."),
    ("style", "Style", "What was worn, who made it, and whether one could sit down in it."),
]


@dataclass(frozen=True)
class Writer:
    slug: str
    name: str
    job_title: str
    bio: str
    links: tuple[tuple[str, str], ...] = ()
    username: str = ""


WRITERS = [
    Writer(
        "imogen",
        "Imogen Thackwray",
        "Senior Editor",
        "Imogen has covered premieres, weddings and the occasional reconciliation for Limelight since its first issue. "
        "She began on a seaside weekly, where she learnt to spell every name twice. She lives in Port Merrin with two "
        "whippets and a great many theatre programmes.",
        (("Bluesky", "https://social.limelight.example/imogen"),),
        "editor",
    ),
    Writer(
        "dev",
        "Dev Marlowe-Rao",
        "Film Correspondent",
        "Dev trained as a projectionist and still counts reel changes in his sleep. He writes about how films are made, "
        "from the first sketch to the last argument about the running time.",
        username="writer",
    ),
    Writer(
        "saskia",
        "Saskia Obuya-Lind",
        "Television Editor",
        "Saskia has watched the first episode of everything and the last episode of most things. Before Limelight she "
        "was a script reader, and can tell you on which page the detective will take off his coat.",
        (("Bluesky", "https://social.limelight.example/saskia"),),
    ),
    Writer(
        "callum",
        "Callum Breck",
        "Music Writer",
        "Callum played bass in three bands nobody remembers and has written about several hundred that he does. He "
        "collects support-act posters and reviews every concert from the back.",
    ),
    Writer(
        "beatrix",
        "Beatrix Lomond-Shah",
        "Royal Correspondent",
        "Beatrix has stood behind ropes in eleven countries and been rained on in nine. She reads court circulars for "
        "pleasure, can tell a duchess from a dowager by the hat, and keeps a list of every palace with good biscuits.",
        (("Bluesky", "https://social.limelight.example/beatrix"),),
    ),
    Writer(
        "teodor",
        "Teodor Vance",
        "Style Editor",
        "Teodor was apprenticed to a tailor before he could drive, and still turns a sleeve inside out before he says "
        "anything about it. He writes about clothes as things that somebody made and somebody has to sit down in.",
    ),
    Writer(
        "marguerite",
        "Marguerite Okonjo",
        "Features Writer",
        "Marguerite asks short questions and waits. In fourteen years of interviews she has been walked out on once, by "
        "a parrot. She lives above a piano shop and writes to whatever is being tried out below.",
    ),
    Writer(
        "finlay",
        "Finlay Strand",
        "Reporter",
        "Finlay came to Limelight from a harbour radio station, where he read the tides. He is usually the first to "
        "arrive, knows most doormen by name, and has never knowingly used the word “exclusive”.",
        (("Bluesky", "https://social.limelight.example/finlay"),),
    ),
]


SUBJECTS = [
    *(subject for area in stories.AREAS for subject in area.SUBJECTS),
    Subject(
        "orla-penhallow",
        "Orla Penhallow",
        "person",
        "Actor from Port Merrin, known for The Salt Assembly and The Tidewatcher.",
        date(1987, 3, 14),
    ),
    Subject(
        "dario-velluto",
        "Dario Velluto",
        "person",
        "Actor and producer. He leads the cast of The Tidewatcher.",
        date(1979, 11, 2),
    ),
    Subject(
        "ngozi-adebright",
        "Ngozi Adebright",
        "person",
        "Singer and songwriter whose first record, Slow Lightning, sold for two years without a single.",
        date(1994, 6, 21),
        aliases=("Ngozi A.",),
    ),
    Subject(
        "rafe-lindqvist",
        "Rafe Lindqvist",
        "person",
        "Director of four films in twenty-six years, among them The Tidewatcher.",
        date(1968, 9, 30),
    ),
    Subject(
        "bea-winterbourne",
        "Bea Winterbourne",
        "person",
        "Presenter of the breakfast programme First Light for eleven years.",
        date(1983, 1, 8),
        aliases=("Beatrice Winterbourne",),
    ),
    Subject("kit-ashgrove", "Kit Ashgrove", "person", "Singer, formerly of the duo Hollow Lane.", date(1992, 4, 17)),
    Subject(
        "mireille-sauvage-dunn",
        "Mireille Sauvage-Dunn",
        "person",
        "Pastry cook and, for nine winters, a judge on Supper at Six Bells.",
        date(1971, 12, 5),
    ),
    Subject(
        "jonah-castellane",
        "Jonah Castellane",
        "person",
        "Actor, seen most often on horseback in the series Far Kestrel.",
        date(1985, 7, 26),
    ),
    Subject(
        "sunniva-thorne",
        "Sunniva Thorne",
        "person",
        "Actor of stage and screen, with sixty-one productions behind her.",
        date(1941, 2, 11),
        aliases=("Dame Sunniva Thorne",),
    ),
    Subject(
        "lionel-tarrant",
        "Lionel Tarrant",
        "person",
        "Actor-manager who kept the Little Meridian open for forty years.",
        date(1929, 5, 3),
        date(2019, 10, 19),
    ),
    Subject(
        "tove-brannick",
        "Tove Brannick",
        "person",
        "Scenic artist. Her skies are in more than ninety films.",
        date(1959, 8, 23),
    ),
    Subject(
        "ada-mbeki-lowe",
        "Ada Mbeki-Lowe",
        "person",
        "Director and camera operator, maker of The Night Ferry.",
        date(1988, 10, 12),
    ),
    Subject(
        "the-paper-lanterns",
        "The Paper Lanterns",
        "organisation",
        "A band of five from Sable Street, together since school.",
        aliases=("Paper Lanterns",),
    ),
    Subject(
        "the-tidewatcher",
        "The Tidewatcher",
        "work",
        "Film by Rafe Lindqvist about a harbour that forgets its own name.",
    ),
    Subject(
        "marrowgate",
        "Marrowgate",
        "work",
        "Crime drama in three series, set in a town where it is always about to stop raining.",
    ),
    Subject(
        "the-night-ferry",
        "The Night Ferry",
        "work",
        "One-off television drama by Ada Mbeki-Lowe, filmed in a single take.",
    ),
    Subject(
        "supper-at-six-bells",
        "Supper at Six Bells",
        "work",
        "Cooking competition from a converted boathouse; nine winters and counting.",
    ),
    Subject("slow-lightning", "Slow Lightning", "work", "First album by Ngozi Adebright."),
    Subject(
        "port-merrin-film-festival",
        "Port Merrin Film Festival",
        "event",
        "Five nights of films beside the water, held each autumn since 1974.",
    ),
    Subject(
        "the-lumen-awards",
        "The Lumen Awards",
        "event",
        "The screen trades' own prizes, voted for by those who work behind the camera as well as before it.",
    ),
    Subject(
        "sable-park-festival", "Sable Park Festival", "event", "Three days of music in a city park, with a big wheel."
    ),
    Subject(
        "port-merrin", "Port Merrin", "place", "Harbour town with a lighthouse, a festival and an unreliable ferry."
    ),
    Subject(
        "the-orpheum", "The Orpheum", "place", "Picture palace of 1931 with two thousand seats and one very good organ."
    ),
]


@dataclass(frozen=True)
class SignIn:
    username: str
    first_name: str
    last_name: str
    group: str


SIGN_INS = [
    SignIn("editor", "Imogen", "Thackwray", "Editor"),
    SignIn("writer", "Dev", "Marlowe-Rao", "Writer"),
    SignIn("pictures", "Wren", "Halloway", "Picture editor"),
    SignIn("newsletter", "Hal", "Osei-Brandt", "Newsletter editor"),
    SignIn("admin", "Petra", "Lund", "Administrator"),
]

# Three of these and two digits make a password that is easily typed and not easily guessed.
WORDS = [
    "amber",
    "anchor",
    "apple",
    "arrow",
    "attic",
    "badger",
    "bakery",
    "banjo",
    "barley",
    "basket",
    "beacon",
    "bellow",
    "birch",
    "bishop",
    "blanket",
    "bramble",
    "breeze",
    "bridge",
    "bronze",
    "bucket",
    "butter",
    "button",
    "cactus",
    "candle",
    "canyon",
    "carbon",
    "carpet",
    "castle",
    "cedar",
    "cellar",
    "cherry",
    "circus",
    "citrus",
    "clover",
    "cobalt",
    "copper",
    "coral",
    "cotton",
    "cricket",
    "crystal",
    "curtain",
    "daisy",
    "dancer",
    "desert",
    "dolphin",
    "dragon",
    "drummer",
    "ember",
    "engine",
    "falcon",
    "feather",
    "fiddle",
    "finger",
    "flannel",
    "forest",
    "fossil",
    "galaxy",
    "garden",
    "garlic",
    "ginger",
    "glacier",
    "goblet",
    "granite",
    "guitar",
    "hammer",
    "harbour",
    "hazel",
    "helmet",
    "hermit",
    "honey",
    "island",
    "ivory",
    "jacket",
    "jasmine",
    "jigsaw",
    "kettle",
    "kitten",
    "ladder",
    "lantern",
    "lemon",
    "lilac",
    "linen",
    "lobster",
    "magnet",
    "magpie",
    "maple",
    "marble",
    "meadow",
    "melon",
    "mirror",
    "mitten",
    "mosaic",
    "mustard",
    "needle",
    "nickel",
    "nutmeg",
    "olive",
    "orchard",
    "otter",
    "oyster",
    "paddle",
    "parsley",
    "pebble",
    "pepper",
    "pewter",
    "picnic",
    "pillow",
    "pilot",
    "planet",
    "plaster",
    "pocket",
    "pollen",
    "poplar",
    "quartz",
    "rabbit",
    "raven",
    "ribbon",
    "river",
    "rocket",
    "saddle",
    "saffron",
    "salmon",
    "sandal",
    "satin",
    "scarlet",
    "shadow",
    "shelter",
    "silver",
    "sparrow",
    "spindle",
    "spruce",
    "stable",
    "starling",
    "sugar",
    "summit",
    "sunset",
    "tablet",
    "tailor",
    "teapot",
    "temple",
    "thimble",
    "thunder",
    "timber",
    "toffee",
    "tulip",
    "tunnel",
    "turnip",
    "valley",
    "velvet",
    "violet",
    "violin",
    "walnut",
    "walrus",
    "willow",
    "window",
    "winter",
    "yellow",
    "zephyr",
]
