"""The demo's stories of Film. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = []

STORIES = [
    Story(
        slug="rafe-lindqvist-tidewatcher-eleven-years",
        category="film",
        kicker="The long read",
        headline="Rafe Lindqvist spent eleven years, two mortgages and one very patient marriage on The Tidewatcher, and on the first night of the festival the harbour he had borrowed finally saw itself",
        standfirst="How a film about a town that forgets its own name was made by a town that remembered everything",
        bylines=[words("dev")],
        topics=["rafe-lindqvist", "the-tidewatcher", "port-merrin", "port-merrin-film-festival"],
        lead=Use("film-camera", "Lindqvist shot only at the two ends of the day; in between, the crew played cards."),
        hours=16,
        parts=[
            Part("""The first money for <cite>The Tidewatcher</cite> arrived in an envelope, in cash, from a man who repaired outboard motors. There was four hundred and twelve in it and a note: “For the film. Not for the food.”

Rafe Lindqvist has kept the envelope. It is framed in the hallway of the house he has mortgaged twice, between a photograph of his wife and a photograph of the sea, and he says that on bad days he could not have told you which of the three was holding the wall up."""),
            Part(
                """He had the idea in a car park, waiting for a ferry that had been cancelled. What if a harbour forgot what it was called? Not the people: the place. The sign at the station goes blank, then the charts, then the hymn. He wrote nine pages that night and did not find the tenth for three years.

“Everybody I showed it to asked what it was about,” he says. “I said, it is about a sign. They said, but what is it <em>about</em>? I said, have you ever come home and not recognised your own door?”

Two studios took it up and put it down again. One wanted a monster. “I said that there is a monster, it is the sea, it is in every shot. They said, could it have a face.”""",
                subhead="Nine pages in a car park",
                pictures=[Use("rafe", "Rafe Lindqvist. “I am not slow,” he says. “I am just not finished.”")],
            ),
            Part(
                kind="quote",
                text="Everybody I showed it to asked what it was about. I said: have you ever come home and not recognised your own door?",
                source="Rafe Lindqvist",
            ),
            Part(
                """In the end Port Merrin paid for a fifth of it. There were raffles. There was a calendar. The lifeboat crew appear as the lifeboat crew, the choir sings the hymn with the missing line, and the harbour master, who has one scene, has been sent four scripts since.

For fourteen weeks the town turned its own name to the wall. Shop signs were covered with sacking; the post, by arrangement, was addressed to “There”. Children took to it at once. “They still call it that,” says the librarian. “Are you going back to There.”

Tove Brannick, who painted the skies for the scenes that had to be made in a shed, remembers the day the real clouds came out looking wrong. “Rafe looked up and said: that one is not convincing. And he waited. Two days. He was right, too.”""",
                subhead="The town that turned its signs to the wall",
                pictures=[
                    Use("bay", "Port Merrin, which lent its harbour, its choir and its name."),
                    Use("backdrop", "One of Brannick’s skies, before the rain was added."),
                ],
                layout="pair",
            ),
            Part(
                """On Thursday they saw it: eight hundred on the quay, in coats, with the same water behind the screen as on it. There is a moment near the end when the sign at the station comes back, one letter at a time. Nobody had planned what the audience did. At the first letter somebody said it aloud. By the fourth it was everyone.

Lindqvist was not watching the film. He had his back to it, and was looking at the faces.

“Eleven years,” says his wife, Agneta, who did the accounts. “He keeps asking me whether it was too long. I say, ask the man with the outboard motors.”

The man with the outboard motors, found by the tea stall, said that he had liked it. “Bit long,” he said.""",
                subhead="One letter at a time",
                pictures=[
                    Use(
                        "pier-screen",
                        "The first showing on the quay. The lighthouse was asked not to sweep, and swept.",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="lumen-awards-what-mattered",
        category="film",
        kicker="The Lumen Awards",
        headline="Nobody thanked an agent: the night the Lumen Awards remembered who holds the lamp",
        standfirst="Forty-one prizes, three standing ovations and a speech of one word",
        bylines=[words("dev"), words("imogen"), ("saskia", "reporting")],
        topics=["the-lumen-awards", "orla-penhallow", "ada-mbeki-lowe", "tove-brannick"],
        lead=Use("carpet", "Orla Penhallow and Dario Velluto arrive. It was her third Lumen night and his first."),
        hours=57,
        updated_hours=51,
        added=Part(
            """The jury said on Saturday that the prize for sound, announced on the night for <cite>The Quarry Line</cite>, is shared: one of two envelopes had stuck to the lining of the presenter’s jacket. Both teams will be given a statuette. The second, it was noted, had been heard leaving quietly.""",
            subhead="A second envelope",
        ),
        parts=[
            Part("""The shortest speech in the history of the Lumen Awards was given at eleven minutes to ten on Friday by a focus puller called Bert Ansah, who has been a focus puller for thirty-eight years. He took the statuette, looked at it, moved it a little further away, and said: “There.”

It took the room a moment. Then two thousand people who have spent their lives being asked to stand on a mark got to their feet."""),
            Part(
                """Alone among the trades’ prizes the Lumens are voted for by everybody on the call sheet, in one ballot, with one vote each. The winners’ speeches have changed accordingly. On Friday there were thanks for two caterers, a tide table and a mother who had driven the van, and not a single one for an agent.

Tove Brannick, who has painted skies for ninety-three films, was given the prize for a lifetime’s work and said that she would like it known that she was not finished. “I have a thunderstorm half up in the shed. If you could keep this short.”""",
                subhead="One ballot, one vote each",
                pictures=[
                    Use(
                        "statuettes", "Each statuette is cast from melted projector parts and weighs as much as a reel."
                    ),
                    Use(
                        "carpet-trio",
                        "Three of the five nominees for direction share what turned out to be the only umbrella.",
                    ),
                ],
                layout="pair",
            ),
            Part(
                """The prize for direction went to Ada Mbeki-Lowe, the first maker of a television film to be given it. <cite>The Night Ferry</cite> is a single take of forty minutes; she was also behind the camera, which weighs nineteen kilos, and asked for the statuette to be carried down for her.

“I have no arms left,” she said. “I left them on the ferry.”

For the leading part the trades chose Orla Penhallow. She had not prepared anything, she said, because she had prepared something the last two times. She read out the names of the eleven people who had held towels.""",
                subhead="“I have no arms left”",
                pictures=[Use("ada", "Ada Mbeki-Lowe, director and, for forty minutes, camera operator.")],
            ),
            Part(
                """<ul><li>Film of the year: <cite>The Quarry Line</cite></li><li>Direction: Ada Mbeki-Lowe, <cite>The Night Ferry</cite></li><li>Leading part: Orla Penhallow, <cite>The Tidewatcher</cite></li><li>Supporting part: Femi Castellan-Brook, <cite>Glass Country</cite></li><li>Scenic art, and a lifetime of it: Tove Brannick</li><li>Focus: Bert Ansah</li></ul>

The party afterwards was held under the stage, among the machinery, as it has been since the year the ballroom flooded. By one o’clock the band had been joined by most of the orchestra from the ceremony. By two, somebody had put a statuette in charge of the cloakroom.""",
                subhead="The prizes in short",
                pictures=[
                    Use(
                        "orpheum",
                        "The Orpheum at half past seven. The organ was tuned for the occasion and went flat at ten.",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="tove-brannick-paints-the-weather",
        category="film",
        kicker="Behind the scenes",
        headline="The woman who paints the weather",
        standfirst="You have seen Tove Brannick’s skies in ninety-three films. You were not supposed to notice",
        bylines=[words("dev")],
        topics=["tove-brannick", "the-tidewatcher"],
        lead=Use("tove", "Tove Brannick in the shed she calls “the office”. It is sixty metres long."),
        hours=99,
        parts=[
            Part("""“Don’t look at it,” says Tove Brannick. “Look at the chair. Now: what’s the weather?”

One answers, without having looked: it is about to rain, it is four in the afternoon, somebody has bad news. “Good,” she says. “That’s six weeks’ work, that is.” Behind the chair, twelve metres high and forty wide, is a sky."""),
            Part(
                """She has painted ninety-three of them for the cinema, and keeps them in a book: not the pictures but the recipes. <em>Tuesday before a funeral. Morning, nobody up, lies have been told. The kind of blue there was when I was nine.</em> Directors come to her with scripts, and she reads only the stage directions.

The paint is ordinary; she buys it from a decorator’s merchant, in the colours that other people send back. The brushes are brooms. For the finest work, the edge at which a cloud turns towards the light, she uses a goose feather on a fishing rod. It was her teacher’s, and his teacher’s.

“You are not painting cloud,” she says. “There’s no such thing as cloud. You’re painting how much the light minds.”""",
                subhead="How much the light minds",
                pictures=[
                    Use(
                        "backdrop", "The edge of a cloud is done last, from a ladder, with a feather on a fishing rod."
                    ),
                    Use("storm", "A storm in primer. Violet, says Brannick, is what people mean when they say grey."),
                ],
                layout="pair",
            ),
            Part(
                kind="quote",
                text="There’s no such thing as cloud. You’re painting how much the light minds.",
                source="Tove Brannick",
            ),
            Part(
                """She was told in her thirties that it would all be done by computers, and in her forties, and again last spring. Some of it is. She has no quarrel with it, and lends the recipe book to anybody who asks. But actors stand differently in front of something, she says. They squint. In <cite>The Tidewatcher</cite> there is a shot in which Orla Penhallow, in a shed, in July, shades her eyes against a painted sun.

“Nobody told her to. It was half past six in the evening and she’d been up since four and she put her hand up.” Brannick puts up her own. “I’ve got that on a postcard.”

There are two apprentices now, the first she has taken. They have been here for a year and have been allowed to do drizzle. “Drizzle is where you find out,” says Brannick. “Any fool can do thunder.”""",
                subhead="The painted sun",
                pictures=[
                    Use(
                        "film-camera",
                        "When the real thing will do, it does: sundown on the last day of The Tidewatcher.",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="first-look-a-compass-for-ada",
        category="film",
        kicker="First look",
        headline="First look: Orla Penhallow loses the map in A Compass for Ada",
        standfirst="Rehearsals begin in the spring, in a house without a single right angle",
        bylines=[words("dev")],
        topics=["orla-penhallow"],
        lead=Use("alcazar", "The first reading was held in the bar of the Alcazar, between two showings."),
        stage="scheduled",
        parts=[
            Part("""There is a compass in it, and it does not work. Beyond that Orla Penhallow will say little about <cite>A Compass for Ada</cite>, in which she plays a surveyor who comes to measure a house and cannot make the sums agree.

“Every day it is one step longer,” she said after the first reading, which was held in the bar of the Alcazar because the rehearsal room had been let to a choir. “I find that extremely frightening. I have a very small flat.”"""),
            Part(
                """The house exists. It was built by a clockmaker for a wager and has not one right angle; the crew are already complaining about the tables. Filming is to begin in May, once the plumbers have found their way out.

The part was written for somebody older, Penhallow said, and she asked for nothing in it to be changed. “She has bad knees and a good eye. I can limp.”""",
                subhead="Not one right angle",
                pictures=[Use("orla", "“I find that extremely frightening”: Orla Penhallow.")],
            ),
        ],
    ),
]
