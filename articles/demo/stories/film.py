"""The demo's stories of Film. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = [
    Subject(
        "bert-ansah",
        "Bert Ansah",
        "person",
        "Focus puller for thirty-six years, and the giver of the shortest speech the Lumens have heard.",
        date(1963, 2, 27),
    ),
    Subject(
        "solveig-amankwah-tate",
        "Solveig Amankwah-Tate",
        "person",
        "Director of The Quarry Line, made over four winters with the volunteers of a railway.",
        date(1990, 5, 19),
    ),
    Subject(
        "femi-castellan-brook",
        "Femi Castellan-Brook",
        "person",
        "Actor, given a Lumen for the forty-one words he says in Glass Country.",
        date(1997, 8, 8),
    ),
    Subject("the-quarry-line", "The Quarry Line", "work", "Film about a village that runs a train for one man."),
    Subject("glass-country", "Glass Country", "work", "Film about two gardeners who heat a glasshouse in the snow."),
    Subject(
        "hobday-and-niece",
        "Hobday & Niece",
        "organisation",
        "Prop store: two hundred and six thousand objects on five floors, since 1934.",
    ),
    Subject("lake-ysolde", "Lake Ysolde", "place", "Mountain lake with an echo, and for one week a year a cinema."),
]

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
                text="They said, but what is it about? I said, have you ever come home and not recognised your own door?",
                source="Rafe Lindqvist",
            ),
            Part(
                """In the end Port Merrin paid for a fifth of it. There were raffles. There was a calendar. The lifeboat crew appear as the lifeboat crew, the choir sings the hymn with the missing line, and the harbour master, who has one scene, has been sent four scripts since.

For fourteen weeks the town turned its own name to the wall. Shop signs were covered with sacking; the post, by arrangement, was addressed to “There”. Children took to it at once. “They still call it that,” says the librarian. “Are you going back to There.”

Tove Brannick, who painted the skies for the scenes that had to be made in a shed, remembers the day the real clouds came out looking wrong. “Rafe looked up and said: that one is not convincing. And he waited. Two days. He was right, too.”""",
                subhead="The town that turned its signs to the wall",
                pictures=[
                    Use(
                        "ferry-office",
                        "The ferry office lent its window, and was let off covering the one word that gives nothing away.",
                    ),
                    Use("backdrop", "One of Brannick’s skies, before the rain was added."),
                ],
                layout="pair",
            ),
            Part(
                """On the first night of the festival they saw it: eight hundred on the quay, in coats, with the same water behind the screen as on it. There is a moment near the end when the sign at the station comes back, one letter at a time. Nobody had planned what the audience did. At the first letter somebody said it aloud. By the fourth it was everyone.

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
        standfirst="Twenty-six prizes, three standing ovations and a speech of one word",
        bylines=[words("dev"), words("imogen"), ("saskia", "reporting")],
        topics=["the-lumen-awards", "orla-penhallow", "ada-mbeki-lowe", "tove-brannick"],
        lead=Use("carpet", "Orla Penhallow and Dario Velluto arrive. It was her third Lumen night and his first."),
        hours=57,
        updated_hours=51,
        added=Part(
            """The jury has since said that the prize for sound, announced on the night for <cite>The Quarry Line</cite>, is shared: one of two envelopes had stuck to the lining of the presenter’s jacket. Both teams will be given a statuette. The second, it was noted, had been heard leaving quietly.""",
            subhead="A second envelope",
        ),
        parts=[
            Part("""The shortest speech in the history of the Lumen Awards was given at nine minutes to ten last night by a focus puller called Bert Ansah, who has been a focus puller for thirty-six years. He took the statuette, looked at it, moved it a little further away, and said: “There.”

It took the room a moment. Then two thousand people who have spent their lives being asked to stand on a mark got to their feet."""),
            Part(
                """Alone among the trades’ prizes the Lumens are voted for by everybody on the call sheet, in one ballot, with one vote each. The winners’ speeches have changed accordingly. Last night there were thanks for two caterers, a tide table and a mother who had driven the van, and not a single one for an agent.

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
                    Use(
                        "painted-sea",
                        "She does water too, if asked: her sea for The Tidewatcher, on the night it was sold for the lifeboat.",
                    ),
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
    Story(
        slug="brannick-sea-sold-for-lifeboat",
        category="film",
        kicker="Lot 1 of one",
        headline="The sea goes home",
        standfirst="Tove Brannick’s painted harbour has been sold for more than the real one cost, and not to a hotel",
        bylines=[words("finlay")],
        topics=["tove-brannick", "the-tidewatcher", "port-merrin"],
        lead=Use(
            "painted-sea",
            "The sea, before the bidding. The boat was added on the third day, says Brannick, “so that there was somebody to worry about”.",
        ),
        hours=151,
        parts=[
            Part("""It is eighteen metres wide, it smells faintly of size, and for nine minutes the other evening it was the most wanted stretch of water in the country. Tove Brannick’s sea, painted for the storm in <cite>The Tidewatcher</cite>, was sold on the stage of the Orpheum for sixty-four thousand, all of it for the Port Merrin lifeboat.

Paddle 9 wanted it for a hotel. Paddle 31 had not measured her flat. It went in the end to paddle 14, a consortium of three fishmongers, a dentist and the ferry office, who mean to hang it in the station waiting room.

“People will miss trains,” said the stationmaster, with satisfaction.

Brannick, asked whether it hurt to see it go, said that she had painted it in July to be looked at in November and that it had kept its side of the bargain. She had one request for the new owners.

“Don’t hang it level,” she said. “It was never level.”"""),
        ],
    ),
    Story(
        slug="glass-country-trailer",
        category="film",
        kicker="Trailer",
        format="video",
        headline="Step inside Glass Country, where it snows on the outside only",
        standfirst="The first two minutes of the film that won Femi Castellan-Brook a Lumen before anybody could buy a ticket",
        bylines=[words("dev")],
        topics=["glass-country", "femi-castellan-brook", "the-lumen-awards"],
        lead=Use("glasshouse", "The glasshouse at Varn has nine thousand panes. The crew broke one, and named it."),
        hours=12.3,
        parts=[
            Part(
                kind="video",
                url="https://www.youtube.com/watch?v=LimelightGC",
                title="Glass Country: the trailer",
                source="Varn Valley Films",
                pictures=[Use("glasshouse", "")],
            ),
            Part("""A light comes on in a valley where nobody is supposed to live. That is the whole of the first minute of the trailer for <cite>Glass Country</cite>, and it is enough to make you want a coat.

The film is set in a glasshouse built by a margravine who disliked winter, and follows the two gardeners left to heat it after the money has gone. Femi Castellan-Brook, 29, plays the younger. He says forty-one words in two hours. The trades gave him the Lumen for a supporting part on the strength of the other hundred and nineteen minutes."""),
            Part(
                """It was twenty-six degrees indoors and ten below at the door, which was eighty centimetres away. Lenses fogged; so did the actors. Castellan-Brook learnt to tell the time by the temperature of the teapot.

“You come in from the snow and your face doesn’t know what to do,” he says. “I’m told I was subtle. I was thawing.”

The bananas are real. They ripened during the last week, all at once, and were eaten on camera because there was no other way to keep up. <cite>Glass Country</cite> opens on 11 December, in the cold.""",
                subhead="Eighty centimetres",
            ),
        ],
    ),
    Story(
        slug="bert-ansah-interview-focus",
        category="film",
        kicker="Interview",
        format="interview",
        headline="Bert Ansah: “I have spent thirty-six years looking at people’s left eyes”",
        standfirst="The focus puller who gave the shortest speech in Lumen history on tape measures, tears and the day he was wrong",
        bylines=[words("marguerite")],
        topics=["bert-ansah", "the-lumen-awards", "the-tidewatcher"],
        lead=Use("bert", "Bert Ansah, 63. He can judge four metres to the width of a thumb, and does so at parties."),
        hours=36,
        parts=[
            Part("""He has measured the distance to the biscuits before he has sat down. “Two metres ten,” says Bert Ansah, apologetically, and moves the plate.

For thirty-six years he has done one of the least visible jobs in the cinema: he keeps the actors sharp. At the Lumen Awards he looked at his statuette, moved it a little further away and said one word. We asked him for some more."""),
            Part(
                """<strong>What does a focus puller do, for somebody who has never noticed?</strong>

If you’ve never noticed, I’ve done it. The camera can only be sharp at one distance. People move. I turn a ring so that the sharp place goes with them. If I’m early you see the wall. If I’m late you see a ghost.

<strong>What do you look at?</strong>

The left eye. Everyone has a favourite; mine’s the left. I have spent thirty-six years looking at people’s left eyes and couldn’t tell you the colour of my neighbour’s car.

<strong>Do you look at the picture?</strong>

Never. If you look at the picture you’re already late. I look at the person. You see them decide to move. It’s in the shoulder first, then the breath. Orla Penhallow breathes out before she turns her head. Dario Velluto doesn’t do anything at all, and then he’s somewhere else.""",
                subhead="“If I’m late you see a ghost”",
            ),
            Part(
                """<strong>You still use a tape measure.</strong>

There are machines that do it with a beam. They’re very good. But I go up to an actor with a tape, and I hold the end by their cheek, and for a second there’s somebody close to them who wants nothing. They tell you things. I’ve been told about three pregnancies and a bank robbery.

<strong>A bank robbery?</strong>

It was in the script. But I didn’t know that, I only read the distances.

<strong>Have you ever been wrong?</strong>

Once that mattered. A man had to say goodbye to his son at a gate. I’d measured it, we’d rehearsed it. And on the take he stepped forward. He wasn’t meant to. Forty centimetres. I saw it and I thought, no, leave him. So he goes soft, he goes right out, and it’s only the gate that’s sharp. I thought I’d be sent home.

<strong>And?</strong>

It’s the poster.""",
                subhead="Somebody who wants nothing",
                pictures=[
                    Use(
                        "lens",
                        "The lens he calls the old lady. She is older than he is and has been dropped only by other people.",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="I go up to an actor with a tape, and I hold the end by their cheek, and for a second there’s somebody close to them who wants nothing.",
                source="Bert Ansah",
            ),
            Part(
                """<strong>Why only one word, on the night?</strong>

I’d written a page. But I got up there, and I had it in my hand, and I couldn’t read it. I’d left my glasses with my wife. So I held the thing out until I could see it, and I said so.

<strong>“There.”</strong>

It’s what we say. When it’s sharp. You say it quietly, so only the operator hears. I’ve said it about a hundred thousand times. That’s the first time anybody clapped.""",
                subhead="What one says when it is sharp",
                pictures=[Use("statuettes", "His own stands four metres from the armchair. He can see it perfectly.")],
            ),
        ],
    ),
    Story(
        slug="six-animals-who-stole-the-film",
        category="film",
        kicker="The list",
        format="list",
        headline="Six animals who stole the film, one of them literally",
        standfirst="They did not read the script. Several ate it. We rank the finest unpaid performances of recent years",
        bylines=[words("dev"), words("finlay")],
        topics=["the-tidewatcher", "far-kestrel", "hobday-and-niece"],
        lead=Use(
            "cat-in-chair", "Marmalade, who has her own chair. The director of The Understudy’s Umbrella had to stand."
        ),
        hours=215,
        parts=[
            Part(
                """Never work with animals, the old actors say, and go on to talk of nothing else. We asked thirty crews who had upstaged whom. The same names came up again and again, most of them of one syllable."""
            ),
            Part(
                """She walked on in the second week of <cite>The Understudy’s Umbrella</cite>, sat down in the middle of a proposal of marriage, and washed. It was the best take. She was written into ten more scenes and declined eight.

Her contract gives her a chair, a radiator and “approval of fish”.""",
                subhead="Marmalade, a cat",
            ),
            Part(
                """In <cite>The High Pasture</cite> a whole village holds its breath while a widow reads the last letter from her son. Duchess, on the roof behind her, is eating the shooting schedule. She had already eaten page 40, which explains the ending.

“We kept asking her owner to get her down,” says the director. “He said: you’re very welcome to go up.”""",
                subhead="Duchess, a goat",
                pictures=[
                    Use("goat-on-roof", "Duchess in The High Pasture. The roof was her own idea. So was page 40.")
                ],
            ),
            Part(
                """The only thief on the list with a record. On the ninth night of <cite>The Tidewatcher</cite> it took the furry cover off a microphone worth two thousand, flew it twice round the lighthouse and raised three chicks in it.

The harbour master gives regular reports. They have all left home.""",
                subhead="The gull of Merrin harbour",
                pictures=[
                    Use("gull", "The suspect, photographed at the scene. The cover has not been asked for back.")
                ],
            ),
            Part(
                """Bramble has carried Jonah Castellane through four series of <cite>Far Kestrel</cite> and is the only member of the cast never to have needed a second take. He eats ribbon. He is known to lean on people he likes; Castellane has lost two toenails to affection.""",
                subhead="Bramble, a horse",
                pictures=[
                    Use("last-ride", "Bramble at work. The man on top is believed to be an actor."),
                ],
            ),
            Part(
                """Strictly, he is a machine. But Mr Pemberton, who winds with a key and turns his head once a minute, has appeared in fourteen mysteries and has been accused in two. He lives under glass at Hobday & Niece, the prop store, and must not be left facing the door. Nobody there will say why.""",
                subhead="Mr Pemberton, an owl",
                pictures=[Use("clockwork-owl", "Mr Pemberton, between engagements.")],
            ),
            Part(
                """The tortoise in <cite>A Short Walk</cite> was on set for fifty-two days and crosses the picture once, from left to right, behind a quarrel. If you watch only her, it is a story about somebody who sees what she wants, goes and gets it. It was a strawberry.""",
                subhead="Mrs Olumide, a tortoise",
            ),
        ],
    ),
    Story(
        slug="hobday-and-niece-prop-store",
        category="film",
        kicker="In pictures",
        format="gallery",
        headline="Eleven hundred telephones and a moon: inside the store that lends the cinema its things",
        standfirst="Hobday & Niece has been hiring out other people’s belongings for ninety-two years. Almost all of them have come back",
        bylines=[words("dev")],
        topics=["hobday-and-niece", "the-tidewatcher", "tove-brannick"],
        lead=Use(
            "prop-store",
            "The long aisle is eighty-one metres from lamp to door. New staff are sent down it to fetch a left-handed teapot. There is one.",
        ),
        hours=108,
        parts=[
            Part("""The sign says that everything in this building has been somebody’s. Winifred Hobday-Achebe, the niece, had it painted when she took over, for the benefit of those who come to hire a chair and want to know whether it is <em>real</em>.

“It’s a chair,” she tells them. “You can sit down in it. How much more real were you hoping for?”

Her great-uncle opened the store in 1934 with forty hatstands and a debt. There are now two hundred and six thousand objects on five floors, each with a brown label, each label with a list of the films it has been in. A certain brass lamp has a longer career than anybody living."""),
            Part(
                subhead="What is on the shelves",
                body="""We were given a morning, a torch and one rule: whatever is ringing, do not answer it.""",
                layout="gallery",
                pictures=[
                    Use(
                        "paper-moon",
                        "The moon, model of 1934, the first thing Hobday ever built. Seven couples have got engaged on it, four of them on camera. It creaks at the second kiss.",
                    ),
                    Use(
                        "telephones",
                        "Twelve of the eleven hundred telephones. Directors always ask for the red one; the cream one rings, and has never been connected to anything.",
                    ),
                    Use(
                        "hats",
                        "Hats are kept by mood, not by period. The crown has been sat on by the same actor in three different reigns.",
                    ),
                    Use(
                        "clockwork-owl",
                        "Mr Pemberton is wound every Monday. He turned his head by himself in 1971, once, during a stocktaking.",
                    ),
                    Use(
                        "clapper",
                        "On loan to Rafe Lindqvist’s piano: the last board of The Tidewatcher, due back in the spring and already missed.",
                    ),
                    Use(
                        "television",
                        "The set that stood in the corner of every sitting room in Marrowgate. Its picture is a lantern slide, changed by a boy lying on the floor.",
                    ),
                    Use(
                        "backdrop",
                        "The one thing that they would not lend twice: a Brannick sky came back in 1998 with somebody’s real bird painted out.",
                    ),
                ],
            ),
            Part(
                """Things do get lost. There is a book of them by the door, with a black ribbon: a rowing boat that was last seen rowing, a suit of armour that took a taxi. But most come back, and some come back better. A child’s rocking horse hired for a week in 1988 was returned with a plaited mane and a note. <em>She would not do the scene until somebody had brushed him.</em>

Winifred Hobday-Achebe has a niece of her own now, who is nine, and can tell a prop teapot from a real one by the sound of the lid. She has already asked for the left-handed one.""",
                subhead="The book by the door",
            ),
        ],
    ),
    Story(
        slug="the-quarry-line-four-winters",
        category="film",
        kicker="The long read",
        headline="Four winters, one engine and a borrowed lens: the railway that made the film of the year",
        standfirst="The Quarry Line had twenty-nine volunteers, no money and no snow. This is how they got to the Lumens, on time",
        bylines=[words("dev"), ("imogen", "reporting")],
        topics=["the-quarry-line", "solveig-amankwah-tate", "the-lumen-awards", "bert-ansah"],
        lead=Use(
            "viaduct",
            "The shot that everybody asks about: 8.04 in the morning, arch seven of ten, the only attempt.",
        ),
        hours=40.5,
        parts=[
            Part("""The film of the year began with a lost glove.

Solveig Amankwah-Tate, who was thirty-one then and directed advertisements for soup, had dropped it from the 11.40 out of Hollin Bank on a Sunday outing with her aunt. She rang up to ask. The man who answered said that he would have a look, that it was four miles, and that he would ring her back. He walked the line that evening with a lantern, both ways. He was eighty-three.

“He rang at ten at night to say he hadn’t found it,” she says. “He was so sorry. He said: we don’t lose things, as a rule. And I thought, I want to spend some time with those people.”

She has spent five years. <cite>The Quarry Line</cite>, the film that came of it, was made for less than the catering of most of its rivals, by a railway. This week it won the Lumen for film of the year. Twenty-nine people in their good coats went up to fetch it, and two of them had to be helped with the steps."""),
            Part(
                """The Hollin Bank Light Railway runs from a slate quarry that closed in 1961 to a village with a public house. It has one engine, the <em>Margaret</em>, and carries families on Sundays between Easter and October. In the winter there is nobody to carry. There are sheds, and tea, and an argument about grease that has gone on since 1974.

Amankwah-Tate came up with a notebook and was handed a broom. She swept for a month before anybody told her a story. The one she was told, in the end, by the signalman’s widow, is the one she filmed: of a driver whose memory went, who got up every morning for a train that no longer ran; and of the village which, sooner than explain it to him again each day, lit the fire and ran the train.

“It went on for two winters,” the widow had said. “It was a lot of coal. But you should have seen his face.”""",
                subhead="A broom, a month, a story",
                pictures=[
                    Use(
                        "solveig",
                        "Solveig Amankwah-Tate, 36. The scarf was knitted for her by the up platform; the down platform is doing the gloves.",
                    )
                ],
            ),
            Part(
                """There was no crew, so the railway became one. The fireman, who had steady hands, learnt to load the camera. The ticket office kept the accounts. Continuity was given to the Misses Threlfall-Banerjee, twins, who between them have not forgotten anything since the coronation of somebody or other, and who would stop a take to say that the sugar had been on the left.

Only two parts were cast from outside. Casimir Holt-Bassey, who plays the driver, is seventy-one and had last been seen in a commercial for stairlifts. He arrived to find that he was expected to pass the examination. He passed it at the third attempt. “They’d have let me act it. They would not have let me touch the regulator,” he says.

And Bert Ansah came for a weekend, to show them how a lens works, and left them his own. He calls it the old lady. He did not ask for it back until the second winter, and then only to clean it.""",
                subhead="Twenty-nine people and a kettle",
            ),
            Part(
                kind="quote",
                text="They’d have let me act it. They would not have let me touch the regulator.",
                source="Casimir Holt-Bassey, who plays the driver",
            ),
            Part(
                """The script said snow. In the first winter it rained. In the second it rained, and the culvert went. They filmed indoors by lamplight: the kitchen, the signal box, the long scene in which the village votes. All of it was shot with one lamp, because there was one lamp. The critics have written about the lamp at some length.

In the third winter it snowed on a Tuesday, when the camera was away being mended.

“I cried,” says Amankwah-Tate. “I was in the goods shed, so nobody would see. And somebody had seen, of course, and they didn’t say anything, they just came and started sweeping at the other end.”

By the fourth she had stopped looking at forecasts. It was the widow who rang. She had a hip. “Get up here,” she said. “It’s coming the day after tomorrow, and it means it.”""",
                subhead="Snow, when there was any",
                pictures=[
                    Use(
                        "quarry",
                        "Hollin Bank by night. The lantern is the very one that went to look for the glove.",
                    )
                ],
            ),
            Part(
                """Everybody asks about the viaduct. At Ten Arches the line crosses the valley on stone, forty metres up, and for six days in the year the sun comes up exactly at the end of it. Amankwah-Tate wanted the train there, in the snow, at that minute: not coming, not gone. There.

The camera stood on a ledge across the valley, too far off for any radio they owned. So they did what the railway has always done, and agreed a timetable. <em>Margaret</em> would leave the quarry at 7.51. At 8.04 she would be on the seventh arch. Whoever was late would have to wait a year.

It was fourteen below. Holt-Bassey drove, with the real driver crouching at his feet to say the numbers. On the ledge Amankwah-Tate took off her gloves to feel the ring of the lens, and did not notice until afterwards.

At 8.03 there was no train and no sun. At 8.04 there were both.

“I heard it before I saw it,” she says. “And then I couldn’t see it, because I was being ridiculous. So I have seen that shot exactly as often as you have.”""",
                subhead="8.04, arch seven",
            ),
            Part(
                """What you hear was made by Ottilie Marsh-Okoro, who repairs church organs, and buried sixteen microphones in the ballast. She recorded the four miles sleeper by sleeper. There are six thousand nine hundred and twelve, and she maintains that they are in a minor key.

Her Lumen for sound turned out to be half of one: a second envelope had stuck to the lining of a jacket, and the prize is shared. Each team is to have a statuette, but only one has been cast so far. She was offered a saw.

“We’ve agreed on alternate Sundays until the other comes,” she says. “It travels up on the 11.40.”""",
                subhead="In a minor key",
                pictures=[
                    Use(
                        "studio",
                        "The mix was done at night in Studio Two, in socks, at the usual reduced rate for trains.",
                    )
                ],
            ),
            Part(
                """It cost sixty-one thousand, of which nine was coal. The rest went on film, on the mending of one culvert, and on a coach to the Orpheum with a stop for the Misses Threlfall-Banerjee. There have been offers. A studio would like to make it again, larger, somewhere with reliable snow. The railway discussed it under any other business and wrote back that they were afraid they needed the engine.

They have gone over to two trains on Sundays, and from the spring there will be three. People get off at the quarry and stand about, and one of the volunteers takes them to see the kitchen, and the lamp.

The man who walked the line with the lantern did not live to see it. He died in the second winter, at eighty-five, and is in one shot, from behind, oiling something. Last month a plate-layer clearing a drain under arch seven put his hand on a piece of wool. It was red. It was quite a small glove, once one had washed it.

It is in the ticket office now, on a nail, with a brown label. She has not collected it.

“We don’t lose things,” says Amankwah-Tate. “As a rule.”""",
                subhead="Sixty-one thousand, of which nine was coal",
            ),
        ],
    ),
    Story(
        slug="floating-cinema-lake-ysolde",
        category="film",
        kicker="Picture of the week",
        format="photo",
        headline="The best seats in the house are wet",
        standfirst="For one week a year Lake Ysolde has a cinema. One comes by rowing boat, and brings one’s own cushion",
        bylines=[words("dev")],
        topics=["lake-ysolde", "rafe-lindqvist"],
        lead=Use(
            "lake-cinema",
            "The last waltz of The Year We Danced, seen from two hundred and thirty-one boats on Lake Ysolde.",
        ),
        hours=412,
        parts=[
            Part("""There is no box office. You row out, you find a space, and a girl in a canoe comes by with a jam jar for the money. When it is dark enough to see the Plough, somebody on the raft lights the lamp.

The floating cinema on Lake Ysolde was put together in 1952 by a hotel that wanted guests in October and had been left a projector in a will. The hotel has gone. The screen still goes up for seven nights, on forty oil drums and the doors of the old ballroom, and the whole valley still comes out in whatever floats."""),
            Part(
                """They show only films with water in them, or dancing. The rule has been stretched over the years to take in most things. Applause is made by slapping the side of the boat with the flat of an oar. If a film is bad, people drift; it has been known for a comedy to begin in front of two hundred boats and end before nine.

The mountains answer. Every line spoken on Ysolde comes back about four seconds later, fainter and better judged, and regulars claim to prefer the second performance. Rafe Lindqvist, who brought his first film here at thirty, sat in a punt and heard all his dialogue twice. “I cut a third of it on the train home,” he says. “The lake was perfectly right.”""",
                subhead="Four seconds later",
            ),
            Part(
                """On the last night it is always <cite>The Year We Danced</cite>. Nobody can remember choosing it. When the two of them begin to turn, up on the screen, the lanterns go out, one boat after another, from the shore inwards, until there is only the picture, and the picture again, upside down, in the water.

Then the reel ends and it is a long row home.""",
            ),
        ],
    ),
]
