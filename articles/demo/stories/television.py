"""The demo's stories of Television. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = []

STORIES = [
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
