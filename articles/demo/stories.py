"""The demo's stories. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Use:
    """A picture of the library in a story. The alternative text is the library's."""

    picture: str
    caption: str


@dataclass(frozen=True)
class Part:
    """A section; the fields are those of articles.document.Part, the body is paragraphs between empty lines."""

    body: str = ""
    subhead: str = ""
    pictures: Sequence[Use] = ()
    layout: str = "stack"
    kind: str = "text"
    url: str = ""
    title: str = ""
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Story:
    """`hours` is how long ago readers first saw it; None for one that is not live. `stage` says what else it shows."""

    slug: str
    category: str
    headline: str
    standfirst: str
    kicker: str
    bylines: Sequence[tuple[str, str]]
    topics: Sequence[str]
    lead: Use
    parts: Sequence[Part]
    hours: float | None = None
    stage: str = "live"
    updated_hours: float | None = None
    added: Part | None = field(default=None)


def words(name: str) -> tuple[str, str]:
    return name, "words"


STORIES = [
    Story(
        slug="orla-penhallow-tribute-dario-velluto",
        category="celebrity-news",
        kicker="First night",
        headline="Orla Penhallow’s quiet thank-you to the man who “never once looked at his watch”",
        standfirst="The two leads of The Tidewatcher spent a winter in cold water together. On Thursday she told him what it had meant",
        bylines=[words("imogen")],
        topics=["orla-penhallow", "dario-velluto", "the-tidewatcher", "the-orpheum"],
        lead=Use(
            "orla-dario",
            "Orla Penhallow and Dario Velluto in the Orpheum’s foyer, ten minutes before the doors opened.",
        ),
        hours=1.4,
        parts=[
            Part("""Orla Penhallow had been asked to say two sentences. She said eleven, and by the seventh half of the Orpheum was reaching for a handkerchief.

The actor was on stage on Thursday to introduce <cite>The Tidewatcher</cite>, the film for which she and Dario Velluto spent fourteen weeks last winter standing in the sea. She was meant to thank the festival and sit down. Instead she turned to the wings, where her co-star was waiting for his own cue, and spoke to him as if the other two thousand people had gone home.

“There is a kind of actor who gives you his best when the camera is on him,” she said. “And there is Dario, who gives you his best when it is on you.”"""),
            Part(
                """It is the small things she remembers, Penhallow told Limelight afterwards, a paper cup of tea going cold in her hands. On the longest night of the shoot, a scene in which her character waits for a boat that does not come, Velluto had been released at six. He stayed until four in the morning to stand where the boat would have been.

“Nobody asked him to. He was soaked, he had a cold, and he stood on that wall so that I had somebody to look at,” she said. “I counted. Nine hours. He never once looked at his watch.”

Velluto, who had come to find her coat, shook his head. “It had stopped,” he said. “The watch. It was full of water.”""",
                subhead="Nine hours on a wall",
                pictures=[
                    Use(
                        "orla",
                        "“He stood on that wall so that I had somebody to look at”: Penhallow on Thursday evening.",
                    ),
                    Use("dario", "Velluto says that he learnt his patience from his mother, who ran a ferry office."),
                ],
                layout="pair",
            ),
            Part(
                """They had met only once before, at a reading of a play that was never staged. Rafe Lindqvist, who directed <cite>The Tidewatcher</cite>, cast them without asking them to read together, on the strength of a conversation about soup.

“I had them both to lunch,” Lindqvist said. “They talked about soup for an hour and ten minutes and disagreed about everything. I thought: that is a marriage. That is the film.”

The two have been teasing each other in public ever since. When an interviewer asked on Wednesday what he had found hardest about the part, Velluto answered: “Orla’s sandwiches.” When she was asked the same, Penhallow took a long time to think. “The end,” she said.""",
                subhead="A conversation about soup",
                pictures=[Use("clapper", "The last clapperboard of the shoot now stands on Lindqvist’s piano.")],
            ),
            Part(
                kind="video",
                url="https://www.youtube.com/watch?v=LimelightT1",
                title="The Tidewatcher: the trailer",
                source="Merrin & Daughters Pictures",
                pictures=[Use("pier-screen", "")],
            ),
            Part(
                """The applause after the screening lasted long enough for the organist to come back from his supper and join in. The two leads stood at the front of the circle, not quite knowing what to do with their hands, until Velluto took out the famous watch, held it to his ear, and shrugged.

What comes next is already settled. Penhallow begins rehearsals for <cite>A Compass for Ada</cite> in the spring; Velluto is producing for the first time, a comedy about ferry timetables. Neither would say whether there is a part in it for the other.

“There is always a part,” he said.

“It depends on the catering,” said she.""",
                subhead="What the audience did",
                pictures=[Use("orpheum", "The Orpheum on Thursday. The queue for returns reached the tram stop.")],
            ),
        ],
    ),
    Story(
        slug="bea-winterbourne-lighthouse-at-home",
        category="celebrity-news",
        kicker="At home",
        headline="Inside Bea Winterbourne’s lighthouse, where the alarm clock no longer rings at ten to three",
        standfirst="After eleven years on breakfast television the presenter has moved somewhere with a view, and no neighbours but gulls",
        bylines=[words("imogen"), ("callum", "pictures")],
        topics=["bea-winterbourne", "port-merrin"],
        lead=Use(
            "lighthouse",
            "The lamp room was the last to be finished. The sofa had to be brought in through the gallery, by crane.",
        ),
        hours=9.5,
        parts=[
            Part("""“Mind the forty-first step,” says Bea Winterbourne, who is already on the sixtieth. “Everybody trips on the forty-first. I think the keeper built it for his mother-in-law.”

There are ninety-eight steps in the lighthouse at Port Merrin, and the presenter goes up and down them, by her own count, eleven times a day. She bought it two years ago from the harbour trust, which had bought it from the lights service, which had not known what to do with it since the lamp was moved to the new mole. She was then still getting up at ten to three each weekday for <cite>First Light</cite>. In June she stopped."""),
            Part(
                """“People say, you must miss the adrenaline. It was not adrenaline. It was toast,” she says. “For eleven years I was kept upright by toast.”

She left without a row and without another job. The programme gave her a clock with no hands. It hangs in the kitchen, on the only straight wall in the house, next to a timetable of the tides.

Furnishing a round house turned out to be a matter of giving things up. The piano went to a niece. The bookcases were made by a boatbuilder who refused to use the word “bookcase” and drew them as ribs. “He comes to look at them,” she says. “He brings people.”""",
                subhead="A clock with no hands",
            ),
            Part(
                subhead="Room by room",
                body="""The house has one room to a floor. From the bottom: boots, guests, kitchen, bed, books. Winterbourne did the plastering in the lower two herself, from a manual, and asks that we do not photograph it.""",
                layout="gallery",
                pictures=[
                    Use(
                        "lighthouse-kitchen",
                        "The kitchen table came out of a schoolroom; the initials under it are not hers.",
                    ),
                    Use(
                        "balcony",
                        "Breakfast on the gallery, on one of the forty or so days a year when it does not blow away.",
                    ),
                    Use("bay", "The lighthouse from the ferry. The stripes are repainted every third summer."),
                    Use("bea", "“It was not adrenaline. It was toast”: Bea Winterbourne at home in October."),
                    Use(
                        "pier-screen", "In festival week she can watch the open-air screen from bed, without the sound."
                    ),
                ],
            ),
            Part(
                """She is writing a book, or says so to keep visitors away. It is about the keepers, of whom there were seventeen, and their wives, of whom there were nineteen. “It is really about who trims the lamp when the man with the title has a cold,” she says. “I have some experience of that.”

Television has been asking. There was an offer of a quiz, and one of a programme in which she would have been left on an island. “I said, I have an island. It has a kettle.”

When the light goes, which in October it does with some ceremony, she climbs to the gallery and waits for the new lamp on the mole to come on. She lifts her mug to it.

“Punctual,” she says. “Poor thing. It has no idea it could just lie in.”""",
                subhead="Seventeen keepers, nineteen wives",
            ),
        ],
    ),
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
        slug="ngozi-adebright-returns",
        category="music",
        kicker="Live",
        headline="She’s back",
        standfirst="Four years after she walked off a stage in the rain, Ngozi Adebright walked on to another. It took her one note",
        bylines=[words("callum")],
        topics=["ngozi-adebright", "slow-lightning"],
        lead=Use(
            "ngozi",
            "Ngozi Adebright, photographed on Tuesday. The dress was her grandmother’s curtains, she says, and is not joking.",
        ),
        hours=22,
        parts=[
            Part("""No support act, no lights, no announcement. At nine minutes past eight a door opened at the back of the Meridian Arena’s stage, somebody crossed to the piano in the dark, and six thousand people who had been arguing about whether she would come stopped arguing.

Then a low G, held for as long as the pedal would carry it. It was the note on which Ngozi Adebright had broken off four years ago, in the middle of a song, in the middle of a storm, in the middle of a tour that was never taken up again. She played the rest of the song."""),
            Part(
                """She had not been ill, she told the audience, and she had not been in love, although she had read both. “I had a song that finished before I did. I had nothing to say and a great many people waiting for me to say it. So I went and learnt to lay bricks.”

It is true about the bricks. There is a wall in a village she would rather not name, eleven metres long, and she can show you where it improves.

The writing came back in the second winter, on a piano with nine dead keys. Five of the new songs do without those nine notes. She found, when she was lent a better instrument, that she could not put them back.""",
                subhead="Eleven metres of wall",
                pictures=[
                    Use("piano-night", "Two hours, one piano. The band sat in the third row and enjoyed themselves.")
                ],
            ),
            Part(
                kind="quote",
                text="I had nothing to say, and a great many people waiting for me to say it.",
                source="Ngozi Adebright",
            ),
            Part(
                """What has changed is the silence. <cite>Slow Lightning</cite>, the record that made her name, was dense as a hedge; the new songs leave gates open. In “Mortar” she waits four full bars between two words. On Tuesday a man coughed in the third of them and was forgiven by name.

The old songs were there too, some of them lower, one of them in a different language. For the last she asked for the house lights, so that she could see who had come. It took a while. She looked at every row.

“You kept your tickets,” she said.

They had. Several held them up: the old ones, from four years ago, gone soft as cloth.""",
                subhead="Gates left open",
                pictures=[
                    Use(
                        "vinyl",
                        "The new record has no title yet. The pressing plant has been told to wait, and is used to it.",
                    )
                ],
            ),
            Part(
                """The new album is promised for the spring, “or the one after”. There will be no tour. There will be, she says, some evenings."""
            ),
        ],
    ),
    Story(
        slug="marrowgate-finale-review",
        category="television",
        kicker="Last night’s television",
        headline="Marrowgate ends where it began: in the rain, before a door that nobody opens",
        standfirst="Three series, nineteen red herrings and one umbrella. The finale answered almost everything, and was right to stop there",
        bylines=[words("saskia")],
        topics=["marrowgate", "sunniva-thorne"],
        lead=Use("marrowgate", "The last scene of the last episode took four nights and three fire engines."),
        hours=31,
        parts=[
            Part("""This article says how <cite>Marrowgate</cite> ends. If you have saved it for the weekend, put the kettle on and come back.

So: it was the piano tuner. It had been the piano tuner since the second episode of the first series, when he stood in the hall with his hat in his hand and said that the instrument was “very nearly dead”. Four and a half million people heard that line six years ago. On Sunday a good part of them heard it again, in a flashback lasting two seconds, and threw something at the wall."""),
            Part(
                """Endings are promises kept late. This one kept the large ones and, with some wit, broke a few of the small. We never learn what was in the biscuit tin. The inspector never does take off his coat. The dog, about whom there had been petitions, is well.

What makes it work is Sunniva Thorne, who until last week had spent three series in an armchair, apparently asleep. When she opens her eyes, and says in that unhurried voice that she has been listening, the programme folds up like a map: every scene in that room has had a witness.

“I was paid by the episode to keep my eyes shut,” Thorne told Limelight. “It is the hardest thing I have done. One does so want to know who has come in.”""",
                subhead="The woman in the armchair",
                pictures=[Use("sunniva", "Sunniva Thorne, who heard everything.")],
            ),
            Part(
                kind="quote",
                text="I was paid by the episode to keep my eyes shut. One does so want to know who has come in.",
                source="Sunniva Thorne",
            ),
            Part(
                """The makers knew from the beginning, they say, and there is a sealed envelope with the lawyers to prove it. The cast did not. The tuner’s own actor was told on the morning of his arrest, in make-up, and asked for a minute.

“He went and sat in the van,” said one of the crew. “Then he came back and said: of course I did.”

The last shot is the first shot. The same wet street; the same red umbrella, older by six years; the same door, with a light behind it. The inspector raises her hand to knock. We have seen her do it fifty times.""",
                subhead="“Of course I did”",
                pictures=[Use("television", "Sundays at nine: for six years the hour at which nobody rang anybody.")],
            ),
            Part(
                kind="quote",
                text="He went and sat in the van. Then he came back and said: of course I did.",
                source="A member of the crew",
            ),
            Part(
                """And cut. No fourth series is planned, and none should be. The rain goes on under the names for a full minute, and then, for the first time since it all began, it stops."""
            ),
        ],
    ),
    Story(
        slug="paper-lanterns-phones-at-home",
        category="music",
        kicker="On tour",
        headline="The Paper Lanterns ask their audience to leave the phones at home, and hand out pencils instead",
        standfirst="Thirty-one thousand drawings later, the band has had to hire a van",
        bylines=[words("callum")],
        topics=["the-paper-lanterns", "sable-park-festival"],
        lead=Use("arena", "The Paper Lanterns in the second week of the tour, as seen by people with both hands free."),
        hours=44,
        parts=[
            Part("""At the door you are given a pencil. It is short, unvarnished, and stamped with the name of the band; with it comes a card the size of a beer mat. Nobody tells you what to do with them.

“We didn’t want to be the sort of people who say: no phones,” says Ines Okafor-Reilly, who plays the drums in the Paper Lanterns and had the idea in a queue. “We wanted to be the sort of people who say: here, have a pencil.”"""),
            Part(
                """It began as a joke for one night in a hall that holds two hundred. Nearly everybody drew. Some drew the band, some the backs of the heads in front, one the fire exit, “very beautifully”, with its little running man. They left the cards on the edge of the stage because there was nowhere else to leave them.

That was in March. By last week there were thirty-one thousand, sorted by town into shoeboxes, and the shoeboxes had been given a van of their own. The singer, Pascal Adeyemi-Wood, reads them between the towns. He says that he has learnt what he looks like from the left.""",
                subhead="One night in a small hall",
            ),
            Part(
                kind="post",
                url="https://bsky.app/profile/paperlanterns.limelight.example/post/pencils",
                title="Bluesky",
                text="To whoever drew the bass amp in row F last night as a sleeping bear: we have renamed it. It is called Gerald now. Thank you.",
                source="The Paper Lanterns",
            ),
            Part(
                """Not everyone came round at once. A promoter in the north asked for a clause about lead poisoning, and was told about graphite. One reviewer complained that the scratching could be heard in the quiet songs. The band listened to a recording and liked it so much that it is on the new single: six thousand pencils, panned left to right.

“It sounds like rain on a tent,” says Okafor-Reilly. “It sounds like being paid attention to.”

The pencils are made by a works that had been about to close. It has taken on two people and a cat.

What will become of the drawings nobody knows. A museum has asked. So has the father of a boy who drew only the drummer, forty times, in one evening, and would like to know whether she is all right.

“I’m fine,” she says. “Tell him the hi-hat is on the other side.”""",
                subhead="Rain on a tent",
                pictures=[
                    Use("festival", "The tour ends in Sable Park in August, where the cards will be larger."),
                    Use("microphone", "On air in May: the first time that a radio audience was asked to draw."),
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
        slug="mireille-sauvage-dunn-leaves-supper",
        category="television",
        kicker="Supper at Six Bells",
        headline="Mireille Sauvage-Dunn hangs up her spoon after nine winters at the judges’ table",
        standfirst="“I have eaten four hundred and sixty trifles,” she says. “I have been kind about all of them”",
        bylines=[words("saskia")],
        topics=["mireille-sauvage-dunn", "supper-at-six-bells"],
        lead=Use(
            "mireille", "Mireille Sauvage-Dunn, who has never finished a portion on screen and never left one off it."
        ),
        hours=70,
        updated_hours=46,
        added=Part(
            """Her successor will be chosen by the audience, the makers said on the following day: three guest judges take a turn of two weeks each, beginning in January. Sauvage-Dunn has been asked for advice. “Eat lunch,” she said. “Nobody believes me. Eat lunch first.”""",
            subhead="Who comes next",
        ),
        parts=[
            Part("""She told the contestants first, in the boathouse, with the cameras off and a tart on the table. Then the crew. Then, because a man delivering flour had overheard, the village. By the evening the news that Mireille Sauvage-Dunn is leaving <cite>Supper at Six Bells</cite> had reached the one person she had hoped to tell herself: her mother, who rang and asked what she would do about lunch.

The pastry cook has sat at the judges’ table since the first winter, between a changing cast of chefs and an unchanging jug of water. She has eaten, she reckons, four hundred and sixty trifles."""),
            Part(
                """It is her kindness that people imitate, and usually get wrong. She does not say that a thing is good when it is not. She says where it was good last: at which step, with which spoon, before which decision. Contestants have been known to cry, go home, and open restaurants.

“I was taught by a man who threw things,” she says. “I learnt a great deal about ducking. I thought there might be another method.”

Her sharpest verdict is still quoted in the kitchens. Faced in the fourth winter with a soufflé that had been given a great deal of help, she lowered her fork and said: “Somebody has been very frightened of this egg.”""",
                subhead="Where it was good last",
                pictures=[
                    Use(
                        "supper",
                        "The judges’ table in the sixth winter. The cloth has been washed three hundred times, and kept.",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="I was taught by a man who threw things. I thought there might be another method.",
                source="Mireille Sauvage-Dunn",
            ),
            Part(
                """There was no quarrel, everybody says, and for once one believes it. She wants her Novembers. There is a bakery, closed since her father’s time, with an oven that still holds its heat for two days; there is a niece who gets up early. They will make four things. She will not say which four, because then people will ask for a fifth.

The last programme with her in it was recorded on Sunday. At the end, by tradition, the bell is rung six times by the winner. This time the winner gave her the rope.

She rang it seven times, and said that the last was for the washing-up.""",
                subhead="An oven that holds its heat",
            ),
        ],
    ),
    Story(
        slug="jonah-castellane-orchard-wedding",
        category="celebrity-news",
        kicker="Weddings",
        headline="Jonah Castellane marries in his grandmother’s orchard, and the horse behaves",
        standfirst="The star of Far Kestrel and the botanist Leila Farouk-Hart said yes under an apple tree that is older than the parish register",
        bylines=[words("imogen")],
        topics=["jonah-castellane"],
        lead=Use(
            "jonah-leila",
            "The bride and groom on Saturday. Her dress was made from three others, all of them worn by somebody happy.",
        ),
        hours=83,
        parts=[
            Part("""The invitation asked for flat shoes and a story about an apple. Both were needed. By the time Jonah Castellane and Leila Farouk-Hart were married, at four on Saturday afternoon, seventy guests had walked two fields in single file behind a horse, and told one another in passing about orchards, pies, teachers and, in one case, gravity.

The horse was Bramble, on whose back Castellane has been seen through four series of <cite>Far Kestrel</cite>. It carried the rings. There had been doubts. “He eats ribbon,” the groom explained. “We went with string.”"""),
            Part(
                """They met over a mistake. Castellane had been asked to open a seed bank and had read up on the wrong one. Farouk-Hart, whose seeds they were, let him go on for six minutes about barley before she told him that she worked with moss.

“He didn’t bluster,” she said. “He turned the page over, drew a line, wrote <em>moss</em> at the top and asked me to start from the beginning. I thought: oh, hello.”

That was five years ago. He proposed in a bog, in waders, at the only place in the county where a certain moss is found. She had to ask him to step to the left.

Her parents, who had driven for two days with a cool box of ferns, were introduced to the horse before they were introduced to anybody else. It is the custom of the house, they were told, and goes back at least as far as breakfast.""",
                subhead="Six minutes about barley",
                pictures=[
                    Use(
                        "orchard",
                        "The long table, an hour before the guests. The lanterns were lit by the children, with tapers and some supervision.",
                    )
                ],
            ),
            Part(
                """The orchard belongs to his grandmother, Perpetua Castellane, who planted half of it and gave the shortest of the speeches. “I have seen the other half of this family marry,” she said. “This one brought a spade.”

There was a cake, but there was chiefly a table: forty metres of it, under the trees, with a pie for every guest who had sent a recipe. The band was the village’s own. Towards ten the generator failed, nobody minded, and the last two hours were danced by lantern to an accordion and a comb.

The couple will be away until the spring, on an island with nine kinds of liverwort. The horse stays with Perpetua.

“He’s had enough of show business,” she said. “He can do the mowing.”""",
                subhead="This one brought a spade",
                pictures=[
                    Use(
                        "balcony",
                        "They spent the first days of the journey above the bay at Port Merrin, where the moss is ordinary.",
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
        slug="kit-ashgrove-finds-his-voice",
        category="music",
        kicker="Interview",
        headline="“I had to ask it nicely”: Kit Ashgrove on losing his voice, and the smaller one he found",
        standfirst="The former half of Hollow Lane did not speak for five months. Then he made his best record in a whisper",
        bylines=[words("callum")],
        topics=["kit-ashgrove"],
        lead=Use(
            "kit", "Kit Ashgrove in Studio Two, where the lights were kept low because he found that he sang to them."
        ),
        hours=118,
        parts=[
            Part("""For five months Kit Ashgrove carried a notebook. He has brought it along: a cheap one, red, with a pencil through the spine. It contains both sides of every conversation, he says, because he found that when he wrote, people began to write back. They would take the pencil out of his hand. “My bank manager drew me a boat.”

The operation had been small and the instruction simple. Not a word; not a hum; no whistling, which uses more than you would think. He was thirty shows into a farewell tour with Hollow Lane, the duo he had been half of since he was sixteen. The farewell was shorter than planned."""),
            Part(
                """“The first month I was furious. The second I was bored. In the third I started to hear things,” he says. His voice is lower than it was and has a catch in it, like a drawer. “I’d lived over a railway for eight years. I didn’t know that there was a bird.”

He began to write songs that he could not sing, for a voice that he might not have. They became very short. When at last he was allowed to try, in a doctor’s office, on a single vowel, what came out was not the big bright sound that had filled fields. It was about the size of a cup.

“I had to ask it nicely. I still do. It’s like having a cat.”""",
                subhead="There was a bird",
                pictures=[Use("studio", "Studio Two at night. The engineer, Marguerite Pell, wore socks.")],
            ),
            Part(
                """The record is called <cite>Indoors</cite> and lasts twenty-six minutes. It was made between midnight and four, when the trams are not running, with the microphone so close that you hear him decide to begin. There is a bass, there is sometimes a clarinet. On the last track there is the bird.

Hollow Lane’s other half, Ned Farrow, came to the studio once, listened from the corridor, and left a note on the piano stool. Ashgrove turns to the last page of the red notebook, where it is pasted in.

<em>So that’s what you sound like,</em> it says.""",
                subhead="Twenty-six minutes",
                pictures=[
                    Use("vinyl", "Indoors, in its first pressing. Side two is mostly weather."),
                    Use(
                        "blue-curtain",
                        "The Little Meridian, where he will sing it in January to a hundred and twenty people at a time.",
                    ),
                ],
                layout="pair",
            ),
            Part(
                """He will play only small rooms, without amplification, for as long as that works. And if they are too small for everybody? He thinks about it, and out of old habit reaches for the pencil. “Then we’ll do it twice,” he says."""
            ),
        ],
    ),
    Story(
        slug="the-night-ferry-one-take",
        category="television",
        kicker="How it was made",
        headline="Forty minutes, one take, two tides: how The Night Ferry was filmed, and nearly not",
        standfirst="Ada Mbeki-Lowe had a ship for five nights. On the fourth the coffee machine ruined everything",
        bylines=[words("saskia")],
        topics=["ada-mbeki-lowe", "the-night-ferry", "the-lumen-awards"],
        lead=Use(
            "night-ferry",
            "The ship was a working ferry. Passengers with cars were asked whether they would mind being fog.",
        ),
        hours=140,
        parts=[
            Part("""There are no cuts in <cite>The Night Ferry</cite>. There is one moment at which everybody thinks that they have spotted one, when the camera goes through a door and the picture is dark for a second and a half. “That is a door,” says Ada Mbeki-Lowe. “It was dark behind it.”

Her film, a drama in which a woman looks for her brother on a crossing of forty minutes and finds out on the way why he does not want to be found, was made on a working ship, at its working hours, with its working timetable. It could be tried once a night. She had five nights."""),
            Part(
                """They had rehearsed for six weeks in a multi-storey car park with the decks chalked on the floor. Every step was counted. Mbeki-Lowe, who operated the camera because she could not explain to anybody else what she wanted, had trained with a rucksack full of tins.

On the first night they lost the light. On the second, a lorry driver recognised the leading actor and asked, in the middle of the quarrel on the car deck, whether she was all right. (“He was so kind. I nearly kept it.”) On the third they got to minute thirty-eight.

The fourth was perfect. Everybody knew it; you can hear it, she says, in how they breathe. In minute thirty-nine, in a silence that the whole story had been built to reach, the coffee machine on deck six began to clean itself.""",
                subhead="A rucksack full of tins",
                pictures=[
                    Use("ada", "Mbeki-Lowe: “I thought, I shall remember that noise when I am ninety.”"),
                    Use("skyline", "The last six minutes run against the lights of the city, which had to be on time."),
                ],
                layout="pair",
            ),
            Part(
                """So it came to the fifth, in a rising wind, with the captain on the loudspeaker to say that they would sail but that he would not call it pleasant. The actors held on to things. One of the extras, who was really going on holiday, was really sick. The final conversation, which had been written to be spoken quietly at a rail, was shouted, and became a different and a better one.

In minute thirty-nine there was a silence. On deck six a member of the crew was standing with both arms round the coffee machine.

She has since been thanked from the stage of the Lumen Awards, where the film won the prize for direction. Her name is Bettina Szabo-Grieve. She had unplugged it as well, she says.

“But I didn’t quite trust it.”""",
                subhead="Deck six",
                pictures=[Use("dawn-city", "Coming in. The take ended eleven seconds before the ramp went down.")],
            ),
        ],
    ),
    Story(
        slug="sunniva-thorne-little-meridian",
        category="celebrity-news",
        kicker="Theatre",
        headline="Sunniva Thorne buys the theatre that once told her to try typing",
        standfirst="The actor has paid for the roof of the Little Meridian, and asked for one seat to be left broken",
        bylines=[words("imogen")],
        topics=["sunniva-thorne", "lionel-tarrant"],
        lead=Use(
            "blue-curtain", "The Little Meridian’s stage, on which Thorne was told in 1959 that she was too tall."
        ),
        hours=163,
        stage="changed",
        added=Part(
            """The roofers start in the second week of January. Thorne has asked to be let up on the scaffolding, “once, in a helmet, to have a word with the pigeons”.""",
            subhead="Up on the roof",
        ),
        parts=[
            Part("""In 1959 a girl from the typing pool came to the Little Meridian in her lunch hour, recited the whole of a speech by somebody’s widow, and was told by the man in the third row that she was too tall, too quiet, and would do better to keep up her shorthand. Last week she bought the building.

Sunniva Thorne signed the papers in the stalls, with a borrowed pen. She did so, she said, without the least resentment. “He was quite right. I was all elbows. And I can still do a hundred and ten words a minute.”

The Little Meridian has a hundred and twenty seats, a stage the size of a large carpet and a ghost who is said to cough in the second act. It has never had an understudy who did not go on."""),
            Part(
                """The man in the third row was Lionel Tarrant, who kept the house open for forty years and whose last production, thirty years on, had Thorne in the leading part. They had become great friends. He liked to introduce her as his worst mistake; she gave the address at his funeral in shorthand, and then in English.

The theatre has been dark since the rain came in. The roof will cost more than the building did. Thorne has sold, she says, “two pictures and a disagreeable clock”, and the rest has come in small sums from people who once sat there. A retired usherette sent the price of a programme, with interest since 1971; a school sent its jumble sale.

She has made a single condition. Seat C 14, which has tipped its occupant gently to the left since the war, is not to be mended.

“That was where he sat,” she said. “I should like to think it was the chair.”""",
                subhead="His worst mistake",
                pictures=[
                    Use("sunniva", "Sunniva Thorne on Monday: “I can still do a hundred and ten words a minute.”")
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
    Story(
        slug="sable-park-festival-line-up",
        category="music",
        kicker="Festivals",
        headline="Sable Park announces its line-up by painting it on the big wheel",
        standfirst="You have to wait for the names to come round",
        bylines=[words("callum")],
        topics=["sable-park-festival", "the-paper-lanterns", "kit-ashgrove"],
        lead=Use("festival", "Sable Park last summer. The wheel takes eleven minutes to come round."),
        stage="desk",
        parts=[
            Part("""There was no announcement. On Monday the big wheel in Sable Park began to turn, five months early, with nobody in it and a name painted on each of its sixteen cabins. By noon there were several hundred people on the grass, with flasks, waiting for the lower half.

The Paper Lanterns are on the first evening, as had been guessed. Kit Ashgrove will sing in the bandstand, which holds ninety, nine times. One cabin is blank."""),
            Part(
                """“It isn’t a mistake,” said Rosalind Achebe-Stone, who runs the festival from a shed behind the rose garden. “It isn’t a secret either. We asked somebody, and she said perhaps.”

Tickets go on sale when the wheel stops, which she thinks will be Friday. It is an old wheel.""",
                subhead="The sixteenth cabin",
            ),
        ],
    ),
    Story(
        slug="breakfast-without-bea",
        category="television",
        kicker="",
        headline="Who will get up for First Light?",
        standfirst="",
        bylines=[words("dev")],
        topics=["bea-winterbourne"],
        lead=Use("dawn-city", ""),
        stage="draft",
        parts=[
            Part("""Five months after Bea Winterbourne put down her mug, breakfast television still has an empty chair, and a rota.

The programme has tried two comedians, a weather forecaster and, for one memorable Wednesday, nobody at all. The figures for the Wednesday were good."""),
            Part(
                """Ring the producer again before eleven. Ask about the toast.""",
                subhead="The rota",
            ),
        ],
    ),
]
