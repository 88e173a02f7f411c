"""The demo's stories of Style. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS = [
    Subject(
        "odile-marchetti-bray",
        "Odile Marchetti-Bray",
        "person",
        "Designer. She cuts on a sail loft’s floor in Port Merrin and shows twice a year, when the tide allows.",
        date(1981, 8, 2),
    ),
    Subject(
        "bartholomew-osei-lunt",
        "Bartholomew Osei-Lunt",
        "person",
        "Tailor at number nine, Sable Street, for sixty-one years.",
        date(1945, 1, 30),
    ),
    Subject(
        "hedda-amoah-lunde",
        "Hedda Amoah-Lunde",
        "person",
        "Milliner. A hat of hers was once mistaken for a buoy, and reported.",
        date(1990, 10, 14),
    ),
    Subject(
        "second-night",
        "Second Night",
        "organisation",
        "A lending wardrobe of evening dress: four hundred gowns, each of which must be worn again.",
    ),
    Subject(
        "sable-street",
        "Sable Street",
        "place",
        "Half a mile of tailors, record shops, rehearsal rooms and one picture palace.",
    ),
]

STORIES = [
    Story(
        slug="marrowgate-coat-sold",
        category="style",
        kicker="Under the hammer",
        headline="Sold: one coat",
        standfirst="The raincoat that the inspector of Marrowgate never took off has gone to the last man anybody expected",
        bylines=[words("finlay")],
        topics=["marrowgate", "sable-street"],
        lead=Use(
            "lot-coat",
            "Lot 41. One owner, three series, nineteen red herrings; some rain damage, all of it on purpose.",
        ),
        hours=3.1,
        parts=[
            Part("""It took ninety seconds. Lot 41, a gentleman’s raincoat in putty gabardine, was knocked down at noon for twelve times its estimate, and the saleroom on Sable Street got up to see who had bought it.

It was Desmond Achterberg-Hale, who played the piano tuner. He had done it, in other words, twice.

“I felt I owed it something,” said the actor, who had bid with a tuning fork.

The coat was worn in all three series of <cite>Marrowgate</cite> and was never once taken off. On the day before, the auctioneers had emptied the pockets for the first time. The inventory runs to nine items: two bus tickets, a boiled sweet, a button (not its own), a folded script marked <em>Do not open until the end</em>, a whistle, a pebble, a lipstick, half a biscuit, and the key to a biscuit tin.

The key was not in the sale. The tin’s whereabouts are not known."""),
        ],
    ),
    Story(
        slug="low-water-nine-looks",
        category="style",
        kicker="The collections",
        headline="Low Water: nine looks that Odile Marchetti-Bray sent out to sea, and brought back dry",
        standfirst="The runway was the sand at Port Merrin, the light was the lighthouse’s, and everybody had to be off it by six minutes past five",
        bylines=[words("teodor")],
        topics=["odile-marchetti-bray", "port-merrin"],
        lead=Use(
            "low-water",
            "The procession at eight minutes to five, with the tide at its furthest out. The shoes had been numbered, for the search.",
        ),
        hours=7.7,
        format="gallery",
        parts=[
            Part("""Other houses book a palace. Odile Marchetti-Bray books an hour of low tide. The designer, who is forty-five and has her workroom above the sail loft in Port Merrin, sent her collection out along the wet sand at the end of the afternoon towards two hundred people on kitchen chairs, and asked only that they lift their feet when told.

It was worth wet hems. <cite>Low Water</cite> is about what is left on a beach: rope, net, glass, paint, somebody’s deckchair. I have seen a good many clothes on that subject, and most of them looked like it. These look like clothes. I turned nine sleeves inside out and found nothing to hide in any of them."""),
            Part(
                subhead="The nine looks",
                layout="gallery",
                pictures=[
                    Use(
                        "look-oilskin",
                        "An oilskin cut like an opera coat, with the seams taped by the man who does the lifeboat’s. There is a pocket for a thermos.",
                    ),
                    Use(
                        "look-tiers",
                        "Thirteen tiers of silk, dyed in one bath: the hem went in first and was taken out last. It weighs less than the programme.",
                    ),
                    Use(
                        "look-deckchair",
                        "Real deckchair canvas, from the council’s store, washed forty times until it would hang. “It still wants to fold in three,” says Marchetti-Bray.",
                    ),
                    Use(
                        "look-net",
                        "A slip of red satin under a crinoline knotted by two retired trawlermen, who asked what it was meant to catch. The floats are cork and do float.",
                    ),
                    Use(
                        "look-cape",
                        "The cape is a full circle: nine metres of boiled wool, one seam. Opened by the wind, it got the first applause of the afternoon.",
                    ),
                    Use(
                        "look-jumper",
                        "A fisherman’s jumper that nobody stopped knitting. The cables are the pattern of one family in the harbour, used with their leave.",
                    ),
                    Use(
                        "look-buoy",
                        "The skirt holds its shape with forty-two bamboo ribs and collapses flat to go through a door. Its wearer can sit down, on certain stools.",
                    ),
                    Use(
                        "look-scales",
                        "Eleven hundred sequins, punched by hand from old bottle tops. You hear it before you see it: a sound like a tide going out over shingle.",
                    ),
                    Use(
                        "look-lighthouse",
                        "And the bride, if that is what she was. The lamp is a real one. At one minute past five, from across the bay, the other one answered.",
                    ),
                ],
            ),
            Part(
                """The sea came back on time. At six minutes past five a woman in waders walked along the front row tapping ankles, and two hundred people picked up their chairs and retreated, in good order and some very good coats, to the slipway, where there was soup.

Orders opened at once. The oilskin will be in shops in March; the deckchair suit is to be made on request, in the stripe of your own resort. The lighthouse is not for sale. It has been promised to Bea Winterbourne, who lives in one.""",
                subhead="Lift your feet",
            ),
        ],
    ),
    Story(
        slug="second-night-green-dress",
        category="style",
        kicker="Wardrobe",
        headline="Eleven evenings, six women, one green dress",
        standfirst="Orla Penhallow wore it first. What happened next is why there is a waiting list at the wardrobe that lends out gowns on one condition",
        bylines=[words("teodor"), words("imogen")],
        topics=["second-night", "orla-penhallow", "the-lumen-awards", "sable-street"],
        lead=Use(
            "gown-rail",
            "The rail at Second Night this week. The empty hanger belongs to the green dress, which is hardly ever in.",
        ),
        hours=20.3,
        parts=[
            Part("""The green dress has been to the Lumen Awards three times, to four weddings, a launch (of a boat), a fiftieth birthday, a hearing at the county court and, by mistake, a swimming gala. It has been let out twice and taken in once. There is a mark inside the hem, the size of a pea, that six women know about and that none of them will explain.

It was made for Orla Penhallow, who wore it on a first night five years ago and was then told by somebody whose job it was that she could never wear it again. “Not in front of cameras,” she says. “I’d been <em>seen</em> in it. I thought, so has my face.”"""),
            Part(
                """She took it instead to two former costume assistants who had rented the back room of a button shop on Sable Street. Joyce Mbatha-Flynn and Perdita Crane had spent twenty years watching beautiful things being worn for one evening and put into a bag. They had an idea, a rail and no gowns. Penhallow’s was the first.

There are now four hundred. Anybody may borrow one, for the price of its cleaning; what one may not do is be the last. A gown comes with a card, like a library book, and the card comes with the only rule of the house, which is also its name. Everything here is on at least its second night.

“People ask whether it’s sad, a dress without an owner,” says Mbatha-Flynn, through pins. “We think it’s the other way about. Have you ever seen one that had only been out once? They’ve got no conversation.”""",
                subhead="A rail and no gowns",
                pictures=[
                    Use("orla", "Orla Penhallow in the green dress. She borrows it back, and has to join the queue."),
                    Use("carpet", "The Lumen Awards: its third visit, and hers. The man is not from Second Night."),
                ],
                layout="pair",
            ),
            Part(
                kind="quote",
                text="I’d been seen in it. I thought, so has my face.",
                source="Orla Penhallow",
            ),
            Part(
                """The cards are the best reading in town. Borrowers are asked to put down the date, the occasion and anything that the next person ought to know. Under the green dress it says, in eleven different hands: <em>Sits well. – Pockets! – Do not raise the left arm in a taxi. – He asked. – He asked again, I was in a better mood. – Lucky with judges.</em>

Mending is done on the premises and in the open. A tear is embroidered over rather than hidden, in thread of another colour, and dated; some of the older gowns have begun to look like maps. Leila Farouk-Hart’s wedding dress, which was made out of three of them, has a hem on which you may read twenty-six years of other people’s dancing.

When we called there were nine names down for the green. It was out that night with a midwife, who had never been to anything. Crane had put a note in the pocket, as she does for beginners. We asked what it said.

“It says: it knows what to do.”""",
                subhead="Lucky with judges",
            ),
        ],
    ),
    Story(
        slug="bartholomew-osei-lunt-last-suit",
        category="style",
        kicker="Interview",
        headline="“No man is the same size twice”: the tailor of Sable Street puts down his chalk",
        standfirst="Bartholomew Osei-Lunt, 81, has dressed every host of the Lumen Awards. He would like a word about pockets",
        bylines=[words("marguerite")],
        topics=["bartholomew-osei-lunt", "sable-street", "the-lumen-awards", "dario-velluto"],
        lead=Use(
            "tailor-shop",
            "Number nine, with the last jacket on the dummy. The left half is finished. “The right half is the customer’s problem,” he says, but he is joking.",
        ),
        hours=36.6,
        format="interview",
        told=(
            ("ai_purpose", "it wrote down the recorded conversation, which was then cut and checked against the tape"),
            ("ai_tool", "Parrot 4, an invented transcriber"),
            ("ai_reviewer", "Imogen Thackwray"),
        ),
        parts=[
            Part("""He has measured me before I have sat down. I see him do it: a glance at the shoulder, a glance at the other shoulder, a small sigh. “You carry a bag,” says Bartholomew Osei-Lunt. “Fourteen years?” It is fourteen years.

He came to number nine, Sable Street, at twenty to sweep the floor, and in December he will lock its door. In between lie sixty-one years, some nine thousand suits and every dinner jacket in which anybody has ever opened the Lumen Awards. The shears go to his granddaughter. The cat goes with the shop."""),
            Part(
                """<strong>What does a tailor know about people that the rest of us don’t?</strong>

Which leg they stand on when they’re lying. But you can’t do anything with it, you’ve got your mouth full of pins.

<strong>You’ve said that you never measured a man twice and got the same number.</strong>

Never. Sad men are shorter. A man who’s been promoted is an inch more in the chest for a month, and then it goes down again, when he finds out what it is he’s been promoted to. I had a judge once who lost two inches round the middle in one week. I didn’t say anything. I moved the buttons, and moved them back in the spring, and he looked at me in the glass and said: “Thank you, Mr Lunt.” That was his whole divorce, that was.

<strong>Who was the hardest to fit?</strong>

Dario Velluto. Beautiful shoulders, can’t stand still. He’s an actor, you see: you ask him to stand naturally and he wants to know as who.""",
                subhead="Sad men are shorter",
                pictures=[
                    Use(
                        "bartholomew",
                        "Bartholomew Osei-Lunt. The jacket is his own, from 1974; he has moved the buttons four times.",
                    )
                ],
            ),
            Part(
                """<strong>You wanted to say something about pockets.</strong>

I did. A pocket is a promise. You put your hand there when you don’t know what else to do, and it ought to be waiting. I see these young men with their pockets sewn shut, for the line. What line? He’s standing at a funeral with nowhere to put his hands. I’ve cut a pocket in every garment I ever made, and I’ll tell you something. In the wedding ones there’s a second, inside the first. No bigger than a stamp.

<strong>What for?</strong>

It’s not for me to say what for. But they find it. One fellow found it after thirty-one years. He came all the way in on the bus to tell me that there’d been a sixpence in there the whole time, and that he was still married.

<strong>Did you put it there?</strong>

I put it in all of them.""",
                subhead="A pocket is a promise",
            ),
            Part(
                kind="quote",
                text="A man who’s been promoted is an inch more in the chest for a month, and then it goes down again.",
                source="Bartholomew Osei-Lunt",
            ),
            Part(
                """<strong>Whom is the last suit for?</strong>

He looks across at the dummy, where one blue half of a jacket has met one half of canvas, and the chalk lines wait for their stitches.

For me. I’ve never had a new one. I was always going to, when it was quiet.

<strong>And what did you measure?</strong>

My granddaughter did it. She wrote it all down, and I looked at the numbers and I said: “That’s not me, girl. That’s a taller man.” She said: “You should have seen yourself when I told you I was taking the shears.”""",
                subhead="A taller man",
            ),
        ],
    ),
    Story(
        slug="red-carpet-sewing-kit",
        category="style",
        kicker="Red carpet",
        headline="What is in the dresser’s bag? Six things that kept the Lumen Awards decent",
        standfirst="Philomena Drax stands four feet to the left of every photograph. This year she used everything but the whistle",
        bylines=[words("teodor")],
        topics=["the-lumen-awards", "orla-penhallow", "bartholomew-osei-lunt", "odile-marchetti-bray"],
        lead=Use(
            "heel",
            "The shoe and its understudy. Every heel that went up the Orpheum’s steps this year had a flat waiting at the top.",
        ),
        hours=49.6,
        format="list",
        told=(("commercial", "sponsored"), ("sponsor", "Forty Needles, an invented haberdasher")),
        parts=[
            Part(
                """For thirty-one years Philomena Drax has been the woman in black at the edge of the red carpet who is not looking at the stars but at their seams. She dresses nobody in particular. She is there for everyone, paid by the festival, with a carpet bag that was once a carpet. The morning after, over a late and enormous breakfast, she unpacked it for us."""
            ),
            Part(
                """Red, because you can find it again in the dark. “I’ve sewn a director into his trousers while he was giving an interview. He got to the end of the answer. It was a better answer than the one before.” Drax threads forty needles on the morning of the awards and wears them in her lapel. This year she came home with six.""",
                subhead="A needle, already threaded",
                pictures=[Use("thread", "Buttons come off in threes, says Drax: “It’s the first that loses heart.”")],
            ),
            Part(
                """Thirty-four guests went up in heels this year, and thirty-one came down in something else. The flats live in numbered bags at the top of the steps. In the bad year, when it snowed, she sent a leading lady in to collect her prize in a cloakroom attendant’s wellingtons, under a hem let down on the stairs. It was said at the time that she had never moved so well.""",
                subhead="Somebody else’s shoes",
                pictures=[
                    Use(
                        "carpet-trio",
                        "This year’s arrivals. Two of these three are standing in slippers. Drax will not say which.",
                    )
                ],
            ),
            Part(
                """Not for the nerves. “Nobody’s eaten for two days and they’re all breathing in. You get one of these into them, plain, no crumbs, and the colour comes up in the cheeks and the zip goes down a quarter of an inch, where it wants to be.” She has them this year from the judge of a certain cookery programme, who was trying out her father’s tins. They are not among the four things, she can reveal. She has asked.""",
                subhead="A digestive biscuit",
                pictures=[
                    Use(
                        "mireille",
                        "Mireille Sauvage-Dunn, who has been asked for a third batch and is thinking about it.",
                    )
                ],
            ),
            Part(
                """Drax cut them from the back of a door in 1995 and has never been parted from them since. A train that has been trodden on once will be trodden on again; and there comes a moment, generally on the fourth step, when one has to decide between the dress and the evening. “I’ve never had one complain. I say: ‘Shall I?’ And they look at me like somebody on a boat, and they say: ‘Do it.’”""",
                subhead="Shears",
                pictures=[
                    Use(
                        "look-scales",
                        "A train like this one, from Odile Marchetti-Bray’s Low Water, has four steps in it at most. Drax has written to her.",
                    )
                ],
            ),
            Part(
                """She unrolls from a matchbox a strip of grosgrain with a hook at either end. It was made for her by Bartholomew Osei-Lunt of Sable Street, and there are exactly two. It goes over the shoulders under anything at all, and takes the weight. When a strap fails, nothing happens. That is the entire effect: all over the world there are photographs in which you cannot see it.""",
                subhead="The thing that has no name",
                pictures=[
                    Use(
                        "orla-dario",
                        "Orla Penhallow, on another evening. “She’s wearing it,” says Drax, “or she isn’t.”",
                    )
                ],
            ),
            Part(
                """Brass, from a referee. It is for the day when someone comes up those steps in nothing but confidence and a draught, and there is no time to explain. One blast means: turn your back to the cameras. Two mean: lie down.

“Thirty-one years,” she says, and puts it back in the bag with something like regret.""",
                subhead="The whistle",
            ),
        ],
    ),
    Story(
        slug="tove-brannick-ceilings",
        category="style",
        kicker="Interiors",
        headline="Tove Brannick has run out of ceilings",
        standfirst="The scenic artist came home from ninety-three films and went on painting. There is weather in every room, and it is not allowed to match",
        bylines=[words("marguerite")],
        topics=["tove-brannick", "the-lumen-awards"],
        lead=Use(
            "painted-ceiling",
            "The front room, under a fair-weather sky of 1992. The right-hand chair gets the sun until four; the left-hand one is for arguing.",
        ),
        hours=41.8,
        parts=[
            Part("""It is raining in the hall. It is a soft rain, from the north-west, and it has been coming down since 2003. “Leave your umbrella,” says Tove Brannick. “It’s only primer.”

From the street the house looks like its neighbours: brick, two storeys, a bicycle. Inside, over every room, somebody has taken off the lid. There is a mackerel sky above the stairs and a thunderhead in the larder. In the bathroom it is four in the morning and there is one star. Brannick is sixty-seven, and has been given a Lumen for a lifetime of painting other people’s skies. These are the ones that she kept."""),
            Part(
                """“You do a cloud for a film and they look at it for two seconds, and there’s a man in front of it with a gun,” she says. “I thought, I’ll have some that nobody stands in front of.”

The front room came first, in a week when a picture was cancelled and there was half a drum of blue going. She lay on a door across two stepladders and did it from memory: a morning in her twenties, on the coast, from the back of a lorry. She chose everything else to suit. The green is the green of things seen from below; the floor is a chessboard because you need, she says, something to tell you which way is down.

Visitors are put in the two armchairs and left alone for ten minutes. Most stop talking. A banker wept. The man who came about the meter asked if he might come again, on his own time, and has.""",
                subhead="Nobody stands in front of it",
                pictures=[
                    Use("tove", "Tove Brannick: “I can do you drizzle. I will not do you grey.”"),
                    Use("storm", "The larder’s thunderhead, at the stage of second thoughts."),
                ],
                layout="pair",
            ),
            Part(
                """There are rules. No two rooms may have the same weather. The bedrooms are to be between dawn and nine. The kitchen, where people tell one another the truth, has high thin cloud, “so nobody gets carried away”. Lamps stand on the floor and point up. Nothing hangs from the middle of a sky.

The furniture, by contrast, is what she found in skips behind studios. The armchairs were a minister’s office in one film and a spaceship in the next. The red door at the back opens on nothing: it was a fire exit in <cite>Glass Country</cite>, and she liked the handle.

And now she has reached the end. In October she finished the box room (hail, clearing), and for the first time in thirty-four years there is no plaster left. She has begun to look at the neighbours. The couple at number twelve have asked for a sunset. She is making them keep a diary, for a month, of what they do in that room.

“You can’t just give people a sunset,” says Tove Brannick. “What if they’re in there at lunch?”""",
                subhead="What to do about lunch",
            ),
        ],
    ),
    Story(
        slug="perfume-of-the-orpheum",
        category="style",
        kicker="The big picture",
        headline="She set out to bottle a first night at the Orpheum, and had to begin with the carpet",
        standfirst="Dust, velvet, oranges, somebody’s grandfather: inside the workroom of a perfumer who will not do flowers",
        bylines=[words("teodor")],
        topics=["the-orpheum", "osric-tansley", "sable-street"],
        lead=Use(
            "flacons",
            "The organ, as perfumers call it: four hundred and six smells, in order of how long they stay. The large ones at the front are “people”.",
        ),
        hours=182.1,
        format="photo",
        told=(("commercial", "gifted"), ("sponsor", "the Sable Street workroom")),
        parts=[
            Part("""She hands me a strip of paper and says nothing. I sniff. It is a quarter past seven; it has been raining; I am nine, my collar is too tight, and in a moment the lights will go down. I give it back rather quickly.

“Yes,” says Lucasta Venn. “That’s the row behind. It gets everyone.”

Venn works on the top floor of a piano warehouse at the wrong end of Sable Street, where there is a window the size of a barn door and no heating, since warmth makes liars of bottles. She does not do flowers. In fourteen years she has made <em>Station</em>, <em>Library Paste</em> and <em>The Second Day of a Cold</em>, and has sold quantities of each to people who buy it, wear it once, and put it away in a drawer to visit.

Now the Orpheum has asked for one of its own. She moved in for a month, with blotters. She did the carpet first (wool, brass polish, sherbet), then the curtain, then the inside of the organ, where Osric Tansley was persuaded to part with a sock."""),
            Part(
                """What would not come was the moment itself: the thing that two thousand people breathe out, all together, when it goes dark. She tried oranges. She tried pencil, and rain on gabardine. It was an usher of fifty years’ standing who put her right. “That’s not anything in here,” he told her. “It’s the coats. It’s everything they’ve come from, giving up.”

So that is how it opens: wet wool, buses, onions, other people’s dogs. It is honestly rather awful. Then, in about the time that it takes a curtain to rise, it lets go of all that and there is only something clean and dark and very large, with a small gold light in it, a long way off.

It will be sold in the foyer from the first of December. It is called <em>Seven Fifteen</em>, and you are asked not to open it during the film.""",
                subhead="Everything they’ve come from",
            ),
        ],
    ),
    Story(
        slug="far-kestrel-wig-room",
        category="style",
        kicker="Hair",
        headline="It has been drowned, struck by lightning, sat on by a horse and nominated for a Lumen, and it has its own chair in make-up: a day with the hardest-working head of hair in television",
        standfirst="In the wig room of Far Kestrel there are forty-seven heads, and every one of them has a name and a temper",
        bylines=[words("teodor"), ("saskia", "reporting")],
        topics=["far-kestrel", "jonah-castellane", "sunniva-thorne", "the-lumen-awards"],
        lead=Use(
            "wigs",
            "From the left: Carlotta, Number Nine, Big Sister, Thursday and the Dowager. Carlotta is the one with the nomination.",
        ),
        hours=318.5,
        parts=[
            Part("""Her name is Carlotta, she is the colour of a good marmalade, and at half past five in the morning she is having her ends done. “Don’t crowd her,” says Ottoline Baptiste-Reeve, without looking round. “She was out in the rain till two.”

Carlotta is a wig. She has appeared in four series of <cite>Far Kestrel</cite>, on three actresses, two stunt riders and, in a long shot that you have certainly seen, a sheep. She was knotted by hand, hair by hair, a hundred and forty thousand of them, over ten weeks; she insures for more than the horse."""),
            Part(
                """There are forty-seven heads in the trailer and Baptiste-Reeve, who has been its mistress for nine years, knows them by touch. Some are saints. Big Sister can be thrown in a bag. Thursday, a blonde, has to be talked to. The Dowager was made for Sunniva Thorne and has gone on sulking ever since in the manner of somebody who has known better days.

“It isn’t vanity,” Thorne has said. “One puts on that hair and one’s mother comes into the room.”

The enemy is weather. Real hair drops in the damp and false hair does not, so a head that is meant to have ridden all night is built of both, “and they’re not on speaking terms”. Lightning was an accident. There was a lamp, there was a puddle; Jonah Castellane threw himself on the actress, and a runner called Kwame threw himself on the wig.

“Both were fine,” says Baptiste-Reeve. “But I know who I sent the flowers to.”""",
                subhead="Not on speaking terms",
                pictures=[
                    Use(
                        "sunniva",
                        "Sunniva Thorne, in hair of her own. “It’s quite good,” says Baptiste-Reeve, “but it has no range.”",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="One puts on that hair and one’s mother comes into the room.",
                source="Sunniva Thorne",
            ),
            Part(
                """Castellane himself wears none, which has to be explained about once a week to people who write in. What he does have is a double: a horsehair piece for the rider who takes his falls, dressed every morning to match whatever he slept on. He comes in at six to be copied. He brings toast.

On the night of last year’s Lumens Carlotta went in a box on her own seat. She lost, to a beard. At the end of the evening, Baptiste-Reeve took her out on the Orpheum’s steps for some air, and a photographer called across to ask who she was wearing.

She turned the label over to see. It said: <em>This way up</em>.""",
                subhead="Beaten by a beard",
            ),
        ],
    ),
    Story(
        slug="six-hats-regatta",
        category="style",
        kicker="Hats",
        headline="Six hats, one regatta and a force five: Hedda Amoah-Lunde’s afternoon at the rail",
        standfirst="The milliner brought half a dozen heads and a pot of glue to the last race of the season. All of them came home",
        bylines=[words("beatrix")],
        topics=["hedda-amoah-lunde", "port-merrin"],
        lead=Use(
            "three-hats",
            "The committee’s rail, ten minutes before the start. It was the last time that all three were upright.",
        ),
        hours=706.4,
        format="gallery",
        parts=[
            Part("""I have stood behind ropes in eleven countries, and I know a hat that means business. A hat may say <em>I am here</em>; it may say <em>I was here first</em>. The hats of Hedda Amoah-Lunde say: <em>Hold my glass.</em>

The milliner, who is thirty-six and learnt her trade from a stage carpenter, had sworn that everything she sent to the autumn regatta at Port Merrin would stay on in a force five without a pin. At two o’clock the harbour master ran up a flag. It was a six."""),
            Part(
                subhead="In the order of arrival",
                layout="gallery",
                pictures=[
                    Use(
                        "hat-brim",
                        "The parasol. Four feet of straw, held by nothing but a band of old fiddle strings: “It’s tuned, not tied.” Two spectators sheltered under it unasked.",
                    ),
                    Use(
                        "hat-yacht",
                        "Under sail. The rigging works. During the second race it went about on its own and gained, by Amoah-Lunde’s reckoning, some eight inches.",
                    ),
                    Use(
                        "hat-feather",
                        "Smoke. Dyed goose, each barb curled over a knife; it bends to the wind and comes back. A gull followed it for most of an hour and left disappointed.",
                    ),
                    Use(
                        "hat-saucer",
                        "Tea with lemon. The saucer is china, from the Orpheum’s organ, which no longer needed it. The lemons are felt, with one exception, for the drinks.",
                    ),
                    Use(
                        "hat-bow",
                        "The cushion. Nine metres of ribbon on a skull cap. When its wearer sat down at last, somebody behind her said “Thank you” with great feeling.",
                    ),
                    Use(
                        "hat-shell",
                        "Scallop. Thirteen ribs of steamed cane, and a pearl that unscrews. It contains a spare earring, an aspirin and the telephone number of a taxi.",
                    ),
                ],
            ),
            Part(
                """The results, then. Straw, first, by a brim. The yacht was protested by another yacht. The only hat lost all afternoon was the commodore’s, which went over the rail at the gun and was last seen rounding the outer mark in a good position.

Amoah-Lunde has offered to make him a new one. She has asked for his head measurement, his tonnage, and which way he faces in a storm.""",
                subhead="First, by a brim",
            ),
        ],
    ),
]
