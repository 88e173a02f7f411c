"""The demo's stories of Television. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Note, Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = [
    Subject(
        "josephine-rennick-osei",
        "Josephine Rennick-Osei",
        "person",
        "Actor, for six years the inspector of Marrowgate.",
        date(1976, 4, 22),
    ),
    Subject(
        "gwendolyn-pryce-amadi",
        "Gwendolyn Pryce-Amadi",
        "person",
        "Weather forecaster of First Light, and so far right.",
        date(1980, 1, 30),
    ),
    Subject("first-light", "First Light", "work", "Breakfast programme with toast, weather and, since June, a rota."),
    Subject(
        "far-kestrel", "Far Kestrel", "work", "Drama in four series about three brothers, a water right and a horse."
    ),
    Subject("cutlass-row", "Cutlass Row", "work", "Serial about a harbour street, on the air since 1988."),
    Subject("button-row", "Button Row", "work", "Children’s series, made of felt by fourteen people."),
    Subject("door-three-please", "Door Three, Please", "work", "Quiz with three doors, one fortune and a goat."),
]

STORIES = [
    Story(
        slug="marrowgate-finale-review",
        category="television",
        kicker="The finale",
        headline="Marrowgate ends where it began: in the rain, before a door that nobody opens",
        standfirst="Three series, nineteen red herrings and one umbrella. The finale answered almost everything, and was right to stop there",
        bylines=[words("saskia")],
        topics=["marrowgate", "sunniva-thorne"],
        lead=Use("marrowgate", "The last scene of the last episode took four nights and three fire engines."),
        hours=31,
        parts=[
            Part("""This article says how <cite>Marrowgate</cite> ends. If you have saved it for later, put the kettle on and come back.

So: it was the piano tuner. It had been the piano tuner since the second episode of the first series, when he stood in the hall with his hat in his hand and said that the instrument was “very nearly dead”. Four and a half million people heard that line six years ago. Last night a good part of them heard it again, in a flashback lasting two seconds, and threw something at the wall."""),
            Part(
                """Endings are promises kept late. This one kept the large ones and, with some wit, broke a few of the small. We never learn what was in the biscuit tin. The inspector never does take off her coat. The dog, about whom there had been petitions, is well.

What makes it work is Sunniva Thorne, who until last night had spent three series in an armchair, apparently asleep. When she opens her eyes, and says in that unhurried voice that she has been listening, the programme folds up like a map: every scene in that room has had a witness.

“I was paid by the episode to keep my eyes shut. It is the hardest thing I have done,” Thorne told Limelight. “One does so want to know who has come in.”""",
                subhead="The woman in the armchair",
                pictures=[Use("sunniva", "Sunniva Thorne, who heard everything.")],
            ),
            Part(
                kind="quote",
                text="I was paid by the episode to keep my eyes shut. It is the hardest thing I have done.",
                source="Sunniva Thorne",
            ),
            Part(
                """The makers knew from the beginning, they say, and there is a sealed envelope with the lawyers to prove it. The cast did not. The tuner’s own actor was told on the morning of his arrest, in make-up, and asked for a minute.

“He went and sat in the van. Then he came back and said: of course I did,” said one of the crew.

The last shot is the first shot. The same wet street; the same red umbrella, older by six years; the same door, with a light behind it. The inspector raises her hand to knock. We have seen her do it fifty times.""",
                subhead="“Of course I did”",
                pictures=[Use("television", "Nine o’clock: for six years the hour at which nobody rang anybody.")],
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

“I was taught by a man who threw things. I learnt a great deal about ducking,” she says. “I thought there might be another method.”

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
                text="I was taught by a man who threw things. I learnt a great deal about ducking.",
                source="Mireille Sauvage-Dunn",
            ),
            Part(
                """There was no quarrel, everybody says, and for once one believes it. She wants her Novembers. There is a bakery, closed since her father’s time, with an oven that still holds its heat for two days; there is a niece who gets up early. They will make four things. She will not say which four, because then people will ask for a fifth.

The last programme with her in it was recorded this week. At the end, by tradition, the bell is rung six times by the winner. This time the winner gave her the rope.

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
        hours=45.2,
        parts=[
            Part("""There are no cuts in <cite>The Night Ferry</cite>. There is one moment at which everybody thinks that they have spotted one, when the camera goes through a door and the picture is dark for a second and a half. “That is a door,” says Ada Mbeki-Lowe. “It was dark behind it.”

Her film, a drama in which a woman looks for her brother on a crossing of forty minutes and finds out on the way why he does not want to be found, was made on a working ship, at its working hours, with its working timetable. It could be tried once a night. She had five nights."""),
            Part(
                """They had rehearsed for six weeks in a multi-storey car park with the decks chalked on the floor. Every step was counted. Mbeki-Lowe, who operated the camera because she could not explain to anybody else what she wanted, had trained with a rucksack full of tins.

On the first night they lost the light. On the second, a lorry driver recognised the leading actor and asked, in the middle of the quarrel on the car deck, whether she was all right. (“He was so kind. I nearly kept it.”) On the third they got to minute thirty-four.

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
                pictures=[Use("dawn-city", "Coming in. The take ended nine seconds before the ramp went down.")],
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
    Story(
        slug="cutlass-row-thirty-eight-years",
        category="television",
        kicker="Behind the scenes",
        headline="Nobody has ever lived on Cutlass Row, but it has had a postcode for thirty-eight years, four thousand letters a month, two real burglaries and, as of this week, a preservation order",
        standfirst="The longest street on television is twelve centimetres deep. Now it cannot be pulled down",
        bylines=[words("saskia")],
        topics=["cutlass-row", "port-merrin"],
        lead=Use(
            "backlot",
            "The back of Cutlass Row at ten to eight, in the summer. The clock has been ten minutes fast since 1993; the tenants set their scenes by it.",
        ),
        hours=4.3,
        parts=[
            Part("""The listing officer knocked at number nine, waited, knocked again, and walked round the side to see whether anybody was in the garden. There was no garden. There was no side. There were some sandbags, a man in a beret drinking tea, and a great deal of sky.

“I’ve watched it every week since I was six,” she says. “I knew perfectly well. And I still wiped my feet.”

This week she signed the paper. <cite>Cutlass Row</cite>, the serial about a harbour street in which somebody has been about to leave for Canada since 1988, is now a protected building: eleven house fronts, a chandler’s and half a chapel, each as thick as a door."""),
            Part(
                """Letters come. They are addressed to people who do not exist, at houses that have no floors, and the town’s post office delivers them, because they are correctly stamped. Four thousand arrive in a quiet month. When old Mr Pascoe lost his dog in the spring there were thirty sacks, and nine dogs.

The company answers all of them. Two women do it in a hut behind the chapel, in eleven handwritings. “You get to know them,” says one. “I’m quite cross with Mrs Pascoe. I write her a lot shorter than I used to.”

There have been two burglaries, both real. In the second the thieves forced the door of number four, stepped through with a torch, and fell off.""",
                subhead="Correctly stamped",
            ),
            Part(
                kind="quote",
                text="I knew perfectly well. And I still wiped my feet.",
                source="The listing officer",
            ),
            Part(
                """Why keep a street that was built to last a summer? The officer’s report runs to forty pages and has one good sentence, on the last. <em>It is not the houses that have been lived in.</em>

There are conditions. The fronts may be painted, but only in the colours they are. The clock may not be put right. And the step of number one, which six generations of actors have sat on to be told bad news, and which has gone down in the middle like a saddle, must be left as it is.

The man in the beret, who has been a postman in the serial since the second episode and has never yet been given a surname, thought that was fair.

“It’s the only thing here that’s real,” he said. “We wore that.”""",
                subhead="The step of number one",
            ),
        ],
    ),
    Story(
        slug="door-three-please-locksmith",
        category="television",
        kicker="Quiz",
        headline="She left the door shut, and won",
        standfirst="A retired locksmith has taken the largest prize in the history of Door Three, Please by declining to open anything",
        bylines=[words("finlay")],
        topics=["door-three-please"],
        lead=Use("three-doors", "Behind one door a fortune, behind another a goat. Nobody had asked about the hinges."),
        hours=7.2,
        parts=[
            Part("""For nineteen years the rule of <cite>Door Three, Please</cite> has been that one must choose. This week a retired locksmith from Sable Street read the rules aloud on live television, slowly, twice, and pointed out that it is not among them.

“It says the player <em>may</em> open a door,” said Ottoline Vasquez-Byrne, 68. “I’m very comfortable where I am.”

The host laughed. Then he looked to the side, and stopped. The clause exists: a player who opens nothing keeps the whole of the bank, which had been growing, unclaimed, since the first programme. Four hundred and eighteen thousand.

She had known for a year, she said afterwards. She had wanted to see the locks first.

“Lovely work on number two,” she added. “Number three’s a disgrace. You could do it with a spoon.”"""),
        ],
    ),
    Story(
        slug="first-light-forecaster-umbrella",
        category="television",
        kicker="First Light",
        headline="Gwendolyn Pryce-Amadi has been right for two hundred mornings, and it is beginning to frighten people",
        standfirst="The forecaster of First Light does not say “a bit of”. She goes up to the roof at four and looks",
        bylines=[words("saskia"), ("finlay", "reporting")],
        topics=["gwendolyn-pryce-amadi", "first-light", "bea-winterbourne"],
        lead=Use("gwendolyn", "Gwendolyn Pryce-Amadi, 46. The island is to scale. The sun is not."),
        hours=26,
        note=Note(
            "update",
            "It rained on the morning after this story appeared, to the minute, as forecast. Gwendolyn Pryce-Amadi has been right for two hundred and one.",
            9,
        ),
        parts=[
            Part("""At six minutes to seven the other morning a bride in the north rang the switchboard of <cite>First Light</cite> and asked to be put through to the weather. She did not want a forecast. She wanted it changed.

Gwendolyn Pryce-Amadi came to the telephone. “I’m so sorry,” she said. “It’s coming at ten past two. But it’ll only last for the vows, and then you’ll have the light.” It came at twelve minutes past. The photographs are said to be extraordinary."""),
            Part(
                """She has been right for two hundred mornings in a row. Nobody in the business can remember forty. The bookmakers closed their lists in August; a regatta was moved; the harbour master of Port Merrin, who used to do his own, now simply props a wireless in the window.

There is no trick, she says. There are the same charts that everybody has. But at four each morning, before she reads them, she climbs ninety-one steps to the roof of the studio with a mug, stands next to a white box on legs, and turns round once.

“Slowly,” she says. “Most people look at weather the way they look at a menu. It’s more like somebody coming into the room.”""",
                subhead="Ninety-one steps",
                pictures=[
                    Use(
                        "weather-roof",
                        "Sunrise on the roof, by which time she has made up her mind. The rain gauge was a present from the viewers of Varn, who have a great deal of it.",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="Most people look at weather the way they look at a menu. It’s more like somebody coming into the room.",
                source="Gwendolyn Pryce-Amadi",
            ),
            Part(
                """What viewers notice is the grammar. She has never said “a bit of rain”, or “some sunshine for some”. She says what will happen, and when, and to whom. <em>Fishermen, you have until noon. Everybody else, wear the other shoes.</em>

She sat in Bea Winterbourne’s chair for a week in the summer, when the programme was trying people out, and asked to be let back upstairs. “You have to have opinions down there,” she says. “I’ve only ever had the one, and it’s about umbrellas.” It is that they should be carried when she says so.

Winterbourne, from her lighthouse, sends a postcard on the first of each month with a single word. November’s was <em>Fog?</em>

The answer went back by return. <em>Till ten. Have a lie-in.</em>""",
                subhead="“Wear the other shoes”",
            ),
        ],
    ),
    Story(
        slug="six-bells-morning-after",
        category="television",
        kicker="In pictures",
        format="gallery",
        headline="The morning after the seventh bell: a last look round the boathouse of Supper at Six Bells",
        standfirst="Nine winters, one kitchen, a very great deal of custard. We went in before the dust sheets did",
        bylines=[words("saskia")],
        topics=["supper-at-six-bells", "mireille-sauvage-dunn"],
        lead=Use(
            "boathouse",
            "Half past eight on the day after the last recording. The lights had been left on, says the caretaker, “for manners”.",
        ),
        hours=33,
        parts=[
            Part("""The last thing that Mireille Sauvage-Dunn did in the boathouse was the washing-up. Nobody had asked her to. She had rung the bell, she had been clapped for as long as people’s arms held out, and then she took off her rings, put them in a saucer, and did it all: four ovens’ worth, by hand, talking to whoever was drying.

By the time we came, on the morning after, it was finished, and stacked, and there was snow on the jetty with one line of footprints in it, going away."""),
            Part(
                subhead="Room by room, hook by hook",
                body="""The kitchen of <cite>Supper at Six Bells</cite> was a boat store until nine winters ago, and remembers it: after heavy rain the floor floats a little, and so do the soufflés.""",
                layout="gallery",
                pictures=[
                    Use(
                        "bell",
                        "The bell came off a dredger. It was rung six times at the end of each programme, and of the last one seven; there is now some feeling about the title.",
                    ),
                    Use(
                        "pans",
                        "The copper wall. Contestants may take any pan but the smallest, which belongs to the cat.",
                    ),
                    Use(
                        "trifle",
                        "Trifle number four hundred and sixty-one, made by the crew, for the judge, and eaten by her standing up. “Somebody,” she said, “has been very happy with this custard.”",
                    ),
                    Use(
                        "supper",
                        "The judges’ table as it was laid for the final. The jug of water has been insured since the third winter.",
                    ),
                    Use(
                        "mireille",
                        "Sauvage-Dunn on her last afternoon. The shirt was ironed by the winner of the second winter, who drove four hours to do it.",
                    ),
                    Use(
                        "lighthouse-kitchen",
                        "Where she went next: to lunch with Bea Winterbourne in Port Merrin. It was soup. It was not discussed.",
                    ),
                ],
            ),
            Part(
                """In January there will be three new judges, two weeks each, and the pans will come down. For now the caretaker winds the clock and feeds the cat.

On the inside of the larder door, where the heights of nine winners have been marked in pencil, there is a tenth line, rather low. It says <em>M. S.-D., in flat shoes, with thanks</em>. Under it somebody has drawn a spoon.""",
                subhead="The larder door",
            ),
        ],
    ),
    Story(
        slug="far-kestrel-last-ride",
        category="television",
        kicker="Farewell",
        format="photo",
        headline="Four series, one horse, no looking back: Far Kestrel rides out",
        standfirst="The final shot took eleven evenings. On the last of them a bird came that was in nobody’s budget",
        bylines=[words("saskia")],
        topics=["far-kestrel", "jonah-castellane"],
        lead=Use(
            "last-ride",
            "Eleven minutes past seven, the eleventh evening. Jonah Castellane on Bramble, and a kestrel on nobody’s instructions.",
        ),
        hours=78.5,
        parts=[
            Part("""It had to be the sun and the rider and nothing else, the director said. For ten evenings there had been something else: a cloud, a tractor, a walker in a yellow anorak who waved. On the eleventh the sky over the ridge was as clean as a plate. Jonah Castellane turned the horse, the crew lay down in the bracken, and <cite>Far Kestrel</cite> began to end.

Then the bird came in from the left, put on its brakes, and hung there."""),
            Part(
                """There has never been a kestrel in <cite>Far Kestrel</cite>. It is the name of a farm. In four series about three brothers, a water right and a promise made to the wrong woman, the only thing ever to hover was the bank manager. The production had once asked what a trained bird would cost, and had been told, and had cut to a gate.

This one stayed for forty seconds. “You could hear people not breathing,” says the camera operator, who was one of them. “I thought, if he looks up, it’s a film about a bird. And he didn’t. He knew. You can see it in his shoulders.”

Castellane says that he knew nothing. He was trying to remember whether he had left the oven on.""",
                subhead="The only thing ever to hover",
            ),
            Part(
                """The rest belongs to Bramble, who had been asked to walk to the crest and stop. He walked to the crest, and stopped, and let out a sigh so long and so audible that it has been kept. It is the last sound in the series, and goes out in January.

He has retired to an orchard and is said to be doing the mowing. The yellow anorak has been found, forgiven, and invited to the party.""",
            ),
        ],
    ),
    Story(
        slug="josephine-rennick-osei-takes-off-the-coat",
        category="television",
        kicker="Interview",
        format="interview",
        headline="“I took it off in the car park, and I cried like a tap”",
        standfirst="For six years Josephine Rennick-Osei was the inspector of Marrowgate. She tells us what was in the pockets",
        bylines=[words("marguerite")],
        topics=["josephine-rennick-osei", "marrowgate", "sunniva-thorne"],
        lead=Use(
            "josephine",
            "Josephine Rennick-Osei, 50, in her own coat, the wet one. It has been rained on by four fire brigades, and has shrunk twice.",
        ),
        hours=22.8,
        parts=[
            Part("""She is late, because it is raining, and she has come without a coat. “I don’t own one,” says Josephine Rennick-Osei, dripping on to a café chair. “I’ve had enough coat.”

For three series of <cite>Marrowgate</cite> she wore the same one. The inspector never took it off: not in kitchens, not in bed, not in the last scene of the last episode, at the door she has been raising her hand to for six years. Since then the whole country has wanted to know what was behind it."""),
            Part(
                """<strong>So. What was behind the door?</strong>

A man called Trevor, with a lamp. He held it for all three series. Lovely man. He did crosswords in there, and you’d knock, and sometimes he’d say “Come in” out of habit.

<strong>Did you know who had done it?</strong>

Not until the morning. I was so angry. I’d suspected the vicar for five years. I’d been quite short with him at lunch.

<strong>Why didn’t she ever take off the coat?</strong>

It began as a mistake. In the first week the heating failed and I refused. Then they’d shot four days of it and had to go on. And then it became the point. She’s always about to leave. She’s a guest everywhere. I know people like that; I was married to one.""",
                subhead="A man called Trevor",
            ),
            Part(
                kind="quote",
                text="She’s always about to leave. She’s a guest everywhere. I know people like that; I was married to one.",
                source="Josephine Rennick-Osei",
            ),
            Part(
                """<strong>There is one going under the hammer this week.</strong>

That’s the dry one, for drawing rooms. There were four of us, they were rained on in shifts. Somebody in the art department filled its pockets with clues. Mine had real things in.

<strong>Such as?</strong>

(She has brought a list.) A tin of mints. Four hundred bus tickets. A conker from the first series. A letter from Sunniva Thorne.

<strong>From Sunniva Thorne?</strong>

She was in that armchair, asleep, every scene, for six years. She couldn’t open her eyes. So she’d write to me in the evenings, about what she had <em>heard</em>. “Tuesday: you paused before ‘Mother’. Do it again. Don’t know you’re doing it.” I have eighty-four of them. It’s the best training anybody’s ever had, and she was lying down.

<strong>And on the last night?</strong>

They said “cut”, and there was cake. I thought, I’ll do it properly. So I went outside, by myself, and I undid the belt. I took it off in the car park, and I cried like a tap. And when I looked round the entire crew was at the windows. With the lights off, so I shouldn’t mind.

<strong>Where is yours now?</strong>

In the boot. I drive it about. I can’t quite bring it into the house. It’s never been asked in.""",
                subhead="Eighty-four letters",
                pictures=[Use("sunniva", "Sunniva Thorne, who listened. “I had nothing else on,” she says.")],
            ),
        ],
    ),
    Story(
        slug="seven-to-watch-before-spring",
        category="television",
        kicker="The list",
        format="list",
        headline="It is dark at four. Seven programmes to draw the curtains for between now and the spring",
        standfirst="One farewell, one ship, one goat behind a door, and the smallest bus on television",
        bylines=[words("saskia"), words("finlay")],
        topics=["far-kestrel", "the-night-ferry", "cutlass-row", "button-row", "door-three-please"],
        lead=Use(
            "lit-windows",
            "Twelve windows in Sable Street on a night in November. In eleven of them something good is on.",
        ),
        hours=19.4,
        parts=[
            Part(
                """We have seen them all, or as much of them as we could get hold of. Bring a blanket. Where a cat is needed, we say so."""
            ),
            Part(
                """The last six. There is a water right to be settled, a brother to be forgiven and a final shot of which we have promised to say nothing, except that you will hear the horse. <strong>From 9 January.</strong>""",
                subhead="Far Kestrel",
                pictures=[Use("last-ride", "Jonah Castellane, leaving. It takes him six episodes.")],
            ),
            Part(
                """Shown again, all forty minutes of it, with Ada Mbeki-Lowe talking over the top. She begs her past self not to trust the coffee machine. <strong>19 December.</strong>""",
                subhead="The Night Ferry, with its director",
                pictures=[Use("night-ferry", "One take, two tides, and a voice from the future.")],
            ),
            Part(
                """A felt bus goes up a felt street and comes down again. Fourteen people have spent three years on it, and there is not a cynical stitch. For children, and for anybody who has had a day. <strong>From 1 December.</strong>""",
                subhead="Button Row",
                pictures=[Use("button-row", "The red bus has a top speed of eleven seconds a day.")],
            ),
            Part(
                """Monday to Friday until the end of the world. In Christmas week somebody really does leave for Canada. We know who, and have been asked to sign something. <strong>Weekdays at seven.</strong>""",
                subhead="Cutlass Row",
                pictures=[Use("backlot", "The view that viewers never have. The tea is real.")],
            ),
            Part(
                """There are three doors, and one has a goat. You would think that this would wear thin, and you would be quite wrong. The host has a new jacket. <strong>Every week, live.</strong>""",
                subhead="Door Three, Please",
                pictures=[Use("three-doors", "The middle one. It is never the middle one.")],
            ),
            Part(
                """Now that we all know, go back to the second episode and watch the piano tuner’s hat. Best with the lights off and somebody to hold on to. A cat will do. <strong>All three series, whenever you are ready.</strong>""",
                subhead="Marrowgate, from the beginning",
                pictures=[Use("marrowgate", "You will see the door differently.")],
            ),
            Part(
                """The winter special goes out with an empty chair at the judges’ table and a programme of the best of its nine winters: the egg, the flood, the proposal in marzipan. Eat lunch first. <strong>24 December.</strong>""",
                subhead="Supper at Six Bells",
            ),
        ],
    ),
    Story(
        slug="button-row-felt-street",
        category="television",
        kicker="First look",
        format="video",
        headline="All aboard the felt bus: the first minutes of Button Row",
        standfirst="Seven houses, fourteen people, three years. We have the opening, and the answer to who drives",
        bylines=[words("saskia")],
        topics=["button-row"],
        lead=Use(
            "button-row",
            "Numbers one to seven. Each has wallpaper, though nobody will ever go in. “The windows know,” says its maker.",
        ),
        hours=620,
        parts=[
            Part(
                kind="video",
                url="https://www.youtube.com/watch?v=LimelightBR",
                title="Button Row: the first two minutes",
                source="Thimble & Pell",
                pictures=[Use("button-row", "")],
            ),
            Part("""The moon is a coat button. It belonged to the grandmother of Hester Thimble-Adeyemi, who has spent three years in a former bakery moving felt animals by the width of a hair; and when in the first minute of <cite>Button Row</cite> it comes up over number five, wobbling, on a thread that you can perfectly well see, a grown editor at this magazine had to leave the room.

There are eleven seconds of film in a good day. The bus, which is red and runs on two more buttons, took all of a wet February to go up the street. It came down again in March.

And the driver? There isn’t one. It has been noticed by every child who was shown it and by no adult at all.

“It’s a kind street,” says Thimble-Adeyemi. “It just knows where everybody lives.”"""),
        ],
    ),
]
