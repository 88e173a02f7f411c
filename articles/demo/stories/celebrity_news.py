"""The demo's stories of Celebrity News. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Note, Part, Story, Subject, Use, words

SUBJECTS = [
    Subject(
        "delphine-arkwright-vale",
        "Delphine Arkwright-Vale",
        "person",
        "For thirty-nine years the lady in The Great Valerian’s cabinet. Now she is to have the saw.",
        date(1966, 4, 1),
    ),
    Subject(
        "four-things",
        "Four Things",
        "organisation",
        "The bakery of Mireille Sauvage-Dunn and her niece. It makes a loaf, two biscuits and the other one.",
    ),
    Subject(
        "the-november-dip",
        "The November Dip",
        "event",
        "On one morning in November Port Merrin walks into the sea, for the lifeboat. It began as a bet.",
    ),
]

STORIES = [
    Story(
        slug="orla-penhallow-tribute-dario-velluto",
        category="celebrity-news",
        kicker="First night",
        headline="Orla Penhallow’s quiet thank-you to the man who “never once looked at his watch”",
        standfirst="The two leads of The Tidewatcher spent a winter in cold water together. On the first night she told him what it had meant",
        bylines=[words("imogen")],
        topics=["orla-penhallow", "dario-velluto", "the-tidewatcher", "the-orpheum"],
        lead=Use(
            "orla-dario",
            "Orla Penhallow and Dario Velluto in the Orpheum’s foyer, ten minutes before the doors opened.",
        ),
        hours=1.4,
        parts=[
            Part("""Orla Penhallow had been asked to say two sentences. She said eleven, and by the seventh half of the Orpheum was reaching for a handkerchief.

The actor was on stage to introduce <cite>The Tidewatcher</cite>, the film for which she and Dario Velluto spent fourteen weeks last winter standing in the sea. She was meant to thank the festival and sit down. Instead she turned to the wings, where her co-star was waiting for his own cue, and spoke to him as if the other two thousand people had gone home.

“There is a kind of actor who gives you his best when the camera is on him,” she said. “And there is Dario, who gives you his best when it is on you.”"""),
            Part(
                """It is the small things she remembers, Penhallow told Limelight afterwards, a paper cup of tea going cold in her hands. On the longest night of the shoot, a scene in which her character waits for a boat that does not come, Velluto had been released at six. He stayed until four in the morning to stand where the boat would have been.

“Nobody asked him to. He was soaked, he had a cold, and he stood on that wall so that I had somebody to look at,” she said. “I counted. Nine hours. He never once looked at his watch.”

Velluto, who had come to find her coat, shook his head. “It had stopped,” he said. “The watch. It was full of water.”""",
                subhead="Nine hours on a wall",
                pictures=[
                    Use(
                        "orla",
                        "“He stood on that wall so that I had somebody to look at”: Penhallow after the screening.",
                    ),
                    Use("dario", "Velluto says that he learnt his patience from his mother, who ran a ferry office."),
                ],
                layout="pair",
            ),
            Part(
                """They had met only once before, at a reading of a play that was never staged. Rafe Lindqvist, who directed <cite>The Tidewatcher</cite>, cast them without asking them to read together, on the strength of a conversation about soup.

“I had them both to lunch,” Lindqvist said. “They talked about soup for an hour and ten minutes and disagreed about everything. I thought: that is a marriage. That is the film.”

The two have been teasing each other in public ever since. When an interviewer asked the day before what he had found hardest about the part, Velluto answered: “Orla’s sandwiches.” When she was asked the same, Penhallow took a long time to think. “The end,” she said.""",
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
                pictures=[
                    Use("orpheum", "The Orpheum on the first night. The queue for returns reached the tram stop.")
                ],
            ),
        ],
    ),
    Story(
        slug="bea-winterbourne-lighthouse-at-home",
        category="celebrity-news",
        kicker="At home",
        headline="Inside Bea Winterbourne’s lighthouse, where the alarm clock no longer rings at ten to three",
        standfirst="After eleven years on breakfast television the presenter has moved somewhere with a view, and no neighbours but gulls",
        bylines=[words("imogen")],
        topics=["bea-winterbourne", "port-merrin"],
        lead=Use(
            "lighthouse",
            "The lamp room was the last to be finished. The sofa had to be brought in through the gallery, by crane.",
        ),
        hours=9.5,
        parts=[
            Part("""“Mind the fifty-third step,” says Bea Winterbourne, who is already on the sixtieth. “Everybody trips on the fifty-third. I think the keeper built it for his mother-in-law.”

There are ninety-eight steps in the lighthouse at Port Merrin, and the presenter goes up and down them, by her own count, a dozen times a day. She bought it two years ago from the harbour trust, which had bought it from the lights service, which had not known what to do with it since the lamp was moved to the new mole. She was then still getting up at ten to three each weekday for <cite>First Light</cite>. In June she stopped."""),
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
                        "foghorn",
                        "What she sees from bed: the foghorn on the old mole. “He only talks about the weather,” she says. “I feel at home.”",
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
            "The bride and groom on the day. Her dress was made from three others, all of them worn by somebody happy.",
        ),
        hours=83,
        parts=[
            Part("""The invitation asked for flat shoes and a story about an apple. Both were needed. By the time Jonah Castellane and Leila Farouk-Hart were married, at four in the afternoon, seventy guests had walked two fields in single file behind a horse, and told one another in passing about orchards, pies, teachers and, in one case, gravity.

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
                    Use(
                        "sunniva",
                        "Sunniva Thorne after the signing: “I can still do a hundred and ten words a minute.”",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="dario-velluto-buys-the-ferry-office",
        category="celebrity-news",
        kicker="Port Merrin",
        format="photo",
        headline="Dario Velluto has bought his mother’s ferry office. The board will go on saying “late”",
        standfirst="Four metres by three, no heating, one window: the actor paid the asking price and then asked for the stool",
        bylines=[words("finlay")],
        topics=["dario-velluto", "port-merrin", "the-tidewatcher"],
        lead=Use(
            "ferry-office",
            "On the evening after the sale somebody was at the window, in a cap, selling returns. Several people bought one and did not look up.",
        ),
        hours=1.9,
        parts=[
            Part("""The harbour trust had meant to pull it down. It had an engineer’s report, which said that the ticket office at the end of the long quay was held up by paint; and it had an offer from a man who wished to sell waffles. Then this week a letter came by hand. Dario Velluto would give what the waffles would give, in cash, that day, on condition that nobody mended anything until he had seen it.

His mother, Graziella, sat in it for thirty-one years. She sold the tickets, chalked the sailings, and was the first person in Port Merrin to know who was leaving whom. As a boy he did his homework under the counter. He could tell the passengers, he says, by their shoes."""),
            Part(
                """“People think that I learnt to act somewhere,” he said the next day, sweeping. “I learnt it here. A man comes up and says: single. And my mother looks at him, and she says: are you sure? And half of them weren’t. I’ve been trying to do that look for twenty-five years.”

He has plans, though not large ones. The roof is to be made tight. There will be a heater for whoever works the morning boat. The comedy about timetables which he is producing will film here for nine days in the summer and has been told to bring its own chairs.

And the board stays up. It was Graziella who had “LATE” painted on the tin plates, so as not to have to write it, and there were only ever two. That evening the ferry was on time, to the minute. Velluto looked at it, and at the board, and left the board as it was.

“You have to give people something to hope for,” he said.""",
                subhead="“Are you sure?”",
            ),
        ],
    ),
    Story(
        slug="four-things-bakery-opens",
        category="celebrity-news",
        kicker="Openings",
        headline="Mireille Sauvage-Dunn’s bakery makes four things, and on its first morning ran out of all of them in nine minutes",
        standfirst="It was to have opened in the spring. Then somebody lit the oven to see whether it still could be",
        bylines=[words("marguerite"), ("finlay", "reporting")],
        topics=["mireille-sauvage-dunn", "four-things", "supper-at-six-bells"],
        lead=Use(
            "bakery",
            "Ten to six on the first morning. The small person fourth from the right had come for the third thing.",
        ),
        hours=11.3,
        note=Note(
            "clarification",
            "This story said that the queue for the bakery reached the door of the church. The vicar has asked us to "
            "make clear that there was a queue for the church as well, and that the two met.",
            6.2,
        ),
        parts=[
            Part("""The oven was only lit to see whether it would draw. That was on the evening after the last recording. By the morning it was hot, and an oven which holds its heat for two days, and has not been asked to since 1994, is not a thing that one wastes. Mireille Sauvage-Dunn rang her niece. Her niece was up.

So the bakery opened on the day after, at six in the morning, five months early, without a sign in the window. There was no need for one. It had snowed in the night, the smell lay along the street like a rug, and when the niece, Apolline, turned the key there were seventy-three people outside in hats."""),
            Part(
                """The name over the window is <strong>Four Things</strong>, and these, since half the country has been guessing, are they.

<ul><li>A round loaf, with a crust</li><li>A biscuit, plain</li><li>A biscuit, with a window of whatever jam there is</li><li>“And the other one”</li></ul>

The other one is not described. It is on the lowest shelf and looks like nothing at all. Everybody who has eaten it was asked, on the pavement, what it had been, and gave the same answer, which was to look at the bag. A retired bus driver thought that there might be pepper in it. A woman in a good coat said that it was like being forgiven.

Sauvage-Dunn, who for nine winters told the contestants of <cite>Supper at Six Bells</cite> where a thing had last been good, will not say where this was. “My father’s. Then nowhere. Now here,” she said, and shut the hatch.""",
                subhead="And the other one",
                pictures=[
                    Use(
                        "mireille",
                        "“People will ask for a fifth,” said Sauvage-Dunn. At four minutes past six, one did.",
                    )
                ],
            ),
            Part(
                """All of it had gone by nine minutes past. The queue reached the door of the church, and those at the end of it were given tea, an apology and a number. The numbers are good for tomorrow.

Her mother had number one. She is ninety-six, had been told to stay in the warm, and had come in a taxi. She ate the other one on the step, slowly, with her gloves off.

“Well?” said her daughter.

The old lady considered it. She said that the egg had not been frightened.""",
                subhead="Number one",
            ),
        ],
    ),
    Story(
        slug="delphine-arkwright-vale-sawn-in-half",
        category="celebrity-news",
        kicker="The interview",
        format="interview",
        headline="“I’ve been sawn in half eleven thousand times. You are the first to ask whether it’s draughty”",
        standfirst="Delphine Arkwright-Vale, 60, has spent her life in her husband’s cabinet. This week they change places",
        bylines=[words("marguerite")],
        topics=["delphine-arkwright-vale", "the-orpheum"],
        lead=Use(
            "cabinet",
            "At work, in rehearsal, in three places. The arm is real. So, she says, are the shoes.",
        ),
        hours=27.6,
        parts=[
            Part(
                """She is folding scarves when I come in, and goes on folding them; there are forty metres, all tied together. Delphine Arkwright-Vale has been one half of The Great Valerian since 1987. To be exact she has been two halves. Her husband, Valerian Vale, has the hat and the applause; she has had the box. This week at the Orpheum, after a career of thirty-nine years, she will for the first time be given the saw."""
            ),
            Part(
                """<strong>Is it draughty?</strong>

You are the first to ask. Yes. Round the ankles, which is a strange thing to be able to say when they are four feet away.

<strong>What do you think about in there?</strong>

Shopping. For the first year I thought about dying, and then about shopping. I did a degree, in the nineties: hydrology. There’s a good six minutes in the middle where nobody needs my face. I had the notes on the inside of the lid.

<strong>And nobody ever asked how you were?</strong>

They asked <em>him</em>. “How does she do it?” they’d say, to him, with me standing there. In one piece.

<strong>Whose idea was it to change places?</strong>

His knees’. He can’t stand for the second half any more. He said, well, that’s that, we’ll have to stop. I said, Val, is there any reason why you have to be the one standing up?

<strong>What did he say?</strong>

Nothing for a bit. And then he said: “But I wouldn’t fit.” And I said: “No. I’ve been telling you that about the box since 1987.”""",
                subhead="The six minutes in the middle",
            ),
            Part(
                kind="quote",
                text="There’s a woman in a box, and everybody in the room is looking at the man. That’s how it’s done.",
                source="Delphine Arkwright-Vale",
            ),
            Part(
                """<strong>Has he been practising?</strong>

He has been in it twice. The first time he talked. You can’t talk; it gives away which end you are. The second time he fell asleep, which is very good, very professional. I did the whole of it round him.

<strong>How was he afterwards?</strong>

He got out and sat down and he said: “Del, it’s <em>dark</em>.” I said yes. He said: “And you can hear them clap, but you can’t see them.” I said yes, my love. He went out and came back with flowers. He’d paid for them and everything; they weren’t from a sleeve.

<strong>Will you tell us how it’s done?</strong>

I’ll tell you what I told the vicar. There’s a woman in a box, and everybody in the room is looking at the man. That’s how it’s done. It’s how most things are.

<strong>What will you wear?</strong>

Flat shoes. And a hat; I’ve always wanted to find out what he keeps in there. (<em>She ties the last scarf, and gives a tug. The whole forty metres go up her sleeve like a tape measure.</em>) Sorry. You were saying?""",
                subhead="“Del, it’s dark”",
                pictures=[Use("orpheum", "The Orpheum, where the cabinet comes up through the floor, by hand.")],
            ),
        ],
    ),
    Story(
        slug="sunniva-thorne-how-to-fall-over",
        category="celebrity-news",
        kicker="Watch",
        format="video",
        headline="Sunniva Thorne, 85, teaches a hundred people to fall over",
        standfirst="The actor has died on stage a hundred and eighty-seven times. For the price of a roof slate she will show you how",
        bylines=[words("finlay")],
        topics=["sunniva-thorne", "lionel-tarrant"],
        lead=Use(
            "falling",
            "The four stages, as Thorne teaches them: notice, regret, agree and arrive.",
        ),
        hours=38.2,
        parts=[
            Part(
                kind="video",
                url="https://www.youtube.com/watch?v=LimelightFL",
                title="How to fall over, with Sunniva Thorne",
                source="The Little Meridian",
                pictures=[Use("falling", "")],
            ),
            Part("""“You have all been taught not to,” says Sunniva Thorne to a hundred people in socks. “That is why you do it so badly.”

And then, in the middle of a remark about the weather, she goes: down the whole length of herself, like a sheet off a line. She is eighty-five. There is a gasp, which can be heard on the film, and a voice from the floor. “Now. Which bit of me landed first?”

Nobody knows. It was, she tells them, the vanity."""),
            Part(
                """The class was held on the stage of the Little Meridian, the theatre that Thorne bought this month. It cost each of them one roof slate, at cost, and by the end of the afternoon a third of the north side was paid for.

There are four stages. You notice. You regret. You agree. You arrive. Most people, Thorne says, leave out the third: they go on arguing until they are on the ground, and that is how wrists are broken. She has died on stage a hundred and eighty-seven times, nine of them by the sword, and has never had so much as a bruise.

Lionel Tarrant taught her, in 1964, with a mattress. She has it still.""",
                subhead="Notice, regret, agree, arrive",
            ),
            Part(
                """By four o’clock they were going down in rows: nurses, a bank clerk, a football referee who said that he wished he had known, two nuns. A surgeon wept a little. Thorne walked among them with a stick that she does not need, and tapped those who were still thinking.

The next class is in December. Bring socks. At the very end of the film, if you wait for the names to go by, you can see the teacher get up again. She does it in four stages too, and will teach that, she says, when the south side is due.""",
                subhead="Bring socks",
                pictures=[Use("blue-curtain", "Nothing was broken but a footlight, which had it coming.")],
            ),
        ],
    ),
    Story(
        slug="the-november-dip-gallery",
        category="celebrity-news",
        kicker="The album",
        format="gallery",
        headline="The November Dip: fifty-four well-known people walk into the sea, and most of them come out again at once",
        standfirst="Nine degrees, a following wind and a soup. Port Merrin’s coldest tradition raised a new engine for the lifeboat",
        bylines=[words("imogen")],
        topics=["port-merrin", "the-november-dip", "orla-penhallow", "dario-velluto", "bea-winterbourne"],
        lead=Use(
            "sea-dip",
            "Sunrise on the day. Caps are compulsory, and knitted over the winter by the lifeboat’s own crew.",
        ),
        hours=50.3,
        parts=[
            Part("""It began in 1931 as a bet between two dentists. On one morning in November, which the tide chooses, at the moment the sun clears the mole, everybody who has said that they would walks into the sea at Port Merrin, up to the shoulders, and says the name of somebody they are fond of. Then they may come out. There is no swimming. “It’s not a sport,” says the starter, a retired midwife called Winifred Frayn. “It’s more of an announcement.”

This year’s went in at seven minutes to eight. The air was at two degrees, the sea at nine, and the cast of a film was holding hands."""),
            Part(
                """Limelight went in too, as far as the knee, with a camera in a bread bag.""",
                subhead="From the huts to the soup",
                layout="gallery",
                pictures=[
                    Use(
                        "beach-huts",
                        "Half past seven. Number nine belongs to nobody in particular; there is always a lamp in it, and a red cushion, and nobody has ever been seen to bring either.",
                    ),
                    Use(
                        "orla",
                        "Orla Penhallow, some hours later and dry. In the water she said eleven names, having been asked for one.",
                    ),
                    Use(
                        "dario",
                        "Dario Velluto went in with a watch on. “It can’t get any worse,” he said, and held it up to the starter, whose own had stopped.",
                    ),
                    Use(
                        "bea",
                        "Bea Winterbourne was first out, at nine seconds, and has offered to go back in for anybody who says that it was eight.",
                    ),
                    Use(
                        "whippets",
                        "Hither and Yon declined. They belong to the author of this story, who would like it known that she asked.",
                    ),
                    Use(
                        "robes",
                        "Afterwards. The small pink robe has hung there since 1968, when its owner was three; she came back for it this year, in a fur hat, and it still nearly fits.",
                    ),
                    Use(
                        "bay",
                        "Port Merrin at noon, seen from the lifeboat, which was giving rides. The new engine arrives in March.",
                    ),
                ],
            ),
            Part(
                """There was soup, in a cauldron which the theatre had lent and wants back. Sunniva Thorne, who is eighty-five and was in the water longer than anybody, had two bowls. She had fallen in, she explained, on purpose.

The names are not written down. But a beach carries sound, and a fair number of people who had thought that they were on their own there were not. By the time the last of the soup had gone, two engagements had been announced, one feud had been declared over, and a man from the council had been heard to say a name that made his wife drop her flask.

It was hers. He had just never said it so loud.""",
                subhead="More of an announcement",
            ),
        ],
    ),
    Story(
        slug="six-animals-at-more-first-nights-than-you",
        category="celebrity-news",
        kicker="The list",
        format="list",
        headline="Six animals who have been to more first nights than you",
        standfirst="They do not clap, they are never late, and two of them have had better notices than the play",
        bylines=[words("marguerite"), words("finlay")],
        topics=["sunniva-thorne", "lionel-tarrant", "jonah-castellane", "the-orpheum"],
        lead=Use(
            "tortoise",
            "Ambassador sets out for last year’s Lumen Awards. He left three days early, and missed only the speeches.",
        ),
        hours=69.2,
        parts=[
            Part(
                """Ask a doorman who has not missed an opening in ten years, and he will not give you the name of a critic. We asked nine doormen. These are the six of whom they all spoke with respect, from the least to the most."""
            ),
            Part(
                """You would know him from four series of <cite>Far Kestrel</cite>, under Jonah Castellane. Since his master’s wedding he has been mowing an orchard. But until last month Bramble came to every first night of his own, stood in the mounting yard behind the Alcazar with his head over the half-door, and could be heard to snort at the love scenes. He has never been wrong about one.""",
                subhead="Bramble, horse",
                pictures=[
                    Use("orchard", "The orchard where he is now employed. He is just out of sight, behind the pies.")
                ],
            ),
            Part(
                """They belong to our own Senior Editor, so we have been over this entry twice. Hither and Yon have sat under the same two seats at the festival since they were puppies. They sleep through everything except silence. When a film has really got hold of its audience they wake up, and look round to see what has gone wrong.""",
                subhead="Hither and Yon, whippets",
                pictures=[Use("whippets", "Yon, in grey, is the one who reads the subtitles.")],
            ),
            Part(
                """Readers of this page will know that in fourteen years of interviews I have been walked out on once. It was in 2019. I had asked the crooner Aldo Finch-Moretti about his second marriage; there was a pause; and from the top of the curtain rail a voice said, “Well, that’s enough of that,” and left the room on foot. Monsignor still goes to all his master’s openings. He likes a ballad. We have not spoken since. <em>M. O.</em>""",
                subhead="Monsignor, parrot",
                pictures=[Use("parrot", "He agreed to be photographed on condition that he need not turn round.")],
            ),
            Part(
                """Nobody gets past her. She came to the stage door of the Alcazar nine years ago, in a crate, as somebody’s Christmas dinner, and bit the somebody. She knows the company’s faces; she knows their gaits; and she can tell an autograph hunter from an understudy at thirty metres, and a bailiff at fifty. At the end of a run she is carried on to take a bow. She does not bow. She looks along the front row as if for her coat.""",
                subhead="Mrs Pell, goose",
                pictures=[Use("goose", "Mrs Pell at her post. The ribbon is changed for matinées.")],
            ),
            Part(
                """Two thousand seats, and she has never been known to take one that was sold. Intermission was born under the Orpheum’s organ and has seen, by the projectionist’s reckoning, four thousand films, if one counts those seen upside down. Her notices are brief. If she is still in the third row when the lights go up, the house extends the run; if she has gone to sit in the foyer, it rings the distributor. On the first night of <cite>The Understudy’s Umbrella</cite> she did not blink.""",
                subhead="Intermission, cat",
                pictures=[Use("stalls-cat", "Row C, shortly before the doors. The collar is her own.")],
            ),
            Part(
                """He is about ninety. He was left to the Little Meridian by Lionel Tarrant, along with a chair and a debt, and has attended every first night there since 1958 from a hole in the skirting board. Actors used to touch his shell for luck. It was Sunniva Thorne who noticed that he only ever came out for the good ones. “One would be halfway through a speech,” she says, “and there, very slowly, would be a nose.”

He sat through the whole of her last play, five weeks of it. On the final night, just as she took her call, he reached the footlights. It is the only standing ovation that she has ever accepted on another’s behalf.""",
                subhead="Ambassador, tortoise",
            ),
        ],
    ),
]
