"""The demo's stories of Celebrity News. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = []

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
]
