"""The demo's stories of Music. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Note, Part, Story, Subject, Use, words

SUBJECTS = [
    Subject(
        "anselm-reyes-whitlock",
        "Anselm Reyes-Whitlock",
        "person",
        "Composer of the music for Marrowgate and The Tidewatcher, and of a gravy that everybody can hum.",
        date(1976, 5, 9),
    ),
    Subject(
        "osric-tansley",
        "Osric Tansley",
        "person",
        "Organist of the Orpheum since 1979, when he came for a fortnight.",
        date(1955, 2, 17),
    ),
    Subject(
        "the-harbour-choir",
        "The Harbour Choir",
        "organisation",
        "Forty voices from Port Merrin, conducted by Miriam Desta-Cole wherever there is an echo.",
    ),
    Subject("fire-exit", "Fire Exit", "work", "Single by the Paper Lanterns, with six thousand pencils on it."),
]

STORIES = [
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
            "Ngozi Adebright, photographed before she went on. The dress was her grandmother’s curtains, she says, and is not joking.",
        ),
        hours=22,
        parts=[
            Part("""No support act, no lights, no announcement. At nine minutes past eight a door opened at the back of the Meridian Arena’s stage, somebody crossed to the piano in the dark, and six thousand people who had been arguing about whether she would come stopped arguing.

Then a low G, held for as long as the pedal would carry it. It was the note on which Ngozi Adebright had broken off four years ago, in the middle of a song, in the middle of a storm, in the middle of a tour that was never taken up again. She played the rest of the song."""),
            Part(
                """She had not been ill, she told the audience, and she had not been in love, although she had read both. “I had a song that finished before I did. I had nothing to say and a great many people waiting for me to say it. So I went and learnt to lay bricks.”

It is true about the bricks. There is a wall in a village she would rather not name, fourteen metres long, and she can show you where it improves.

The writing came back in the second winter, on a piano with nine dead keys. Five of the new songs do without those nine notes. She found, when she was lent a better instrument, that she could not put them back.""",
                subhead="Fourteen metres of wall",
                pictures=[
                    Use("piano-night", "Two hours, one piano. The band sat in the third row and enjoyed themselves.")
                ],
            ),
            Part(
                kind="quote",
                text="I had nothing to say and a great many people waiting for me to say it.",
                source="Ngozi Adebright",
            ),
            Part(
                """What has changed is the silence. <cite>Slow Lightning</cite>, the record that made her name, was dense as a hedge; the new songs leave gates open. In “Mortar” she waits four full bars between two words. On the night a man coughed in the third of them and was forgiven by name.

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
        slug="sable-park-festival-line-up",
        category="music",
        kicker="Festivals",
        headline="Sable Park announces its line-up by painting it on the big wheel",
        standfirst="You have to wait for the names to come round",
        bylines=[words("callum")],
        topics=["sable-park-festival", "the-paper-lanterns", "kit-ashgrove"],
        lead=Use("festival", "Sable Park last summer. The wheel takes a quarter of an hour to come round."),
        stage="desk",
        parts=[
            Part("""There was no announcement. This week the big wheel in Sable Park began to turn, five months early, with nobody in it and a name painted on each of its sixteen cabins. By noon there were several hundred people on the grass, with flasks, waiting for the lower half.

The Paper Lanterns are on the first evening, as had been guessed. Kit Ashgrove will sing in the bandstand, which holds ninety, nine times. One cabin is blank."""),
            Part(
                """“It isn’t a mistake,” said Rosalind Achebe-Stone, who runs the festival from a shed behind the rose garden. “It isn’t a secret either. We asked somebody, and she said perhaps.”

Tickets go on sale when the wheel stops, which she thinks will be soon. It is an old wheel.""",
                subhead="The sixteenth cabin",
            ),
        ],
    ),
    Story(
        slug="paper-lanterns-fire-exit-video",
        category="music",
        kicker="First look",
        headline="The Paper Lanterns made a video out of their audience, one pencil drawing at a time",
        standfirst="Fire Exit runs for three minutes and eleven seconds and has four thousand seven hundred and seventy-five artists",
        bylines=[words("callum")],
        topics=["the-paper-lanterns", "fire-exit", "sable-park-festival"],
        lead=Use(
            "pencil-cards",
            "Frames from the second chorus. The red one was drawn in Port Merrin by somebody who had lost the pencil.",
        ),
        hours=5.2,
        format="video",
        parts=[
            Part(
                kind="video",
                url="https://www.youtube.com/watch?v=LimelightFE",
                title="The Paper Lanterns: Fire Exit",
                source="Sable Street Records",
                pictures=[Use("pencil-cards", "")],
            ),
            Part("""You will remember the pencils. On their tour the Paper Lanterns handed them out at the door in place of telephones, and thirty-one thousand drawings came back. A good many showed the band. A surprising number showed the little running man above the fire exit.

“People look for the way out,” says the drummer, Ines Okafor-Reilly. “We’re not offended. We counted four thousand seven hundred and seventy-five of him, and it turns out that’s a film.”"""),
            Part(
                """The band laid the cards end to end on the floor of a school gymnasium, sorted by which leg was in front. At twenty-five to the second the little man got up and ran: through nineteen towns, out of one hand and into the next, growing a hat in one place and a dog in another. For nine frames in the bridge, all of them from a single row at a single concert, he is a duck.

Nothing was redrawn. Where a foot was missing, it is missing. “He limps a bit in the second verse,” Okafor-Reilly says. “That was a matinée.”""",
                subhead="Which leg was in front",
            ),
            Part(
                """Every artist who signed a card is named at the end, which takes longer than the song. The band has written a slow piano piece to go under it. It is called <cite>Assembly Point</cite>, and there are already people who prefer it.""",
                subhead="The longest credits of the year",
            ),
        ],
    ),
    Story(
        slug="orpheum-organ-flat-at-ten",
        category="music",
        kicker="The long read",
        headline="The organ that goes flat at ten, and the three people who know why",
        standfirst="For ninety-five years the Orpheum’s great instrument has lost its temper at the same hour every night. Callum Breck spent an autumn inside it",
        bylines=[words("callum")],
        topics=["the-orpheum", "osric-tansley", "port-merrin", "the-lumen-awards"],
        lead=Use(
            "orpheum-organ",
            "Osric Tansley at the console. It rises ten feet through the floor, and has once risen without him.",
        ),
        hours=27.3,
        parts=[
            Part("""At two minutes to ten Osric Tansley takes off his left shoe. He does it without looking down, in the middle of a tune, the way another man might loosen his tie. Two thousand people in the Orpheum see an elderly gentleman in a dinner jacket playing something with a great many notes in it. They do not see the sock.

“You feel it in the pedals first. A sort of sulk. With a shoe on you’d miss it,” he says.

By five past ten the instrument under him will have dropped by a little under a quarter of a tone. Nobody has touched it. It has done so on most nights since the spring of 1931, and in that time the Orpheum has changed hands nine times, been a dance hall, a billeting office and very nearly a car park. The organ has outlived four theories about what is wrong with it. This autumn, with the console up on trestles and the chambers open for the first time in forty years, somebody finally went in to look."""),
            Part(
                """There are one thousand eight hundred and sixty-two pipes, of which the audience sees none. They stand in two rooms behind the plaster on either side of the screen, left and right, like lungs. Between them, under the stage, a blower the size of a milk float makes the wind. The longest pipe is sixteen feet high and was lowered through the roof before there was a roof. The shortest is as long as a cigarette and sounds, says Tansley, “like a wren with an opinion”.

And then there are the toys. A cinema organ was built to be an orchestra, a railway accident and a spring morning, all at the hands of one man on a bench. So there is a drum in there, a glockenspiel, a set of sleigh bells, a train whistle, a ship’s bell, two sorts of thunder, a nightingale that works by blowing through a saucer of water, and a wooden box marked CROCKERY, which drops a tray of real plates twelve inches and picks them up again.

“There have been replacements,” Tansley admits. “It was a tea service for twelve. We’re down to saucers.”""",
                subhead="Like lungs",
            ),
            Part(
                """He came for a fortnight. He was twenty-four, he had a diploma in church music and a mother who thought the pictures were common, and the resident organist had broken a wrist in a revolving door. That was the autumn of 1979. The resident took one look at the young man’s feet and decided that the wrist was worse than it seemed.

Tansley is seventy-one now. He has played before films, between films and, on six occasions when the sound failed, during them. He played for three hours on the night the river came in, from <cite>Waltz for a Wet Afternoon</cite> to anything he could think of with “rain” in it, while the ushers carried people out on their backs. He has met his wife here (circle, row B), proposed to her here (same seat, different film), and been told here, by a girl of six, that he was sitting in the way.

“I liked that,” he says. “I’m not in the way of much.”

Twice he has missed a cue. The second time was at last year’s festival, when the applause went on for so long that it fetched him back from his supper. He still had the napkin in his collar. He joined in.""",
                subhead="A fortnight in 1979",
                pictures=[
                    Use(
                        "osric",
                        "Osric Tansley, who was engaged for two weeks: “Nobody has ever said that it was made permanent.”",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="You feel it in the pedals first. A sort of sulk. With a shoe on you’d miss it.",
                source="Osric Tansley",
            ),
            Part(
                """Four theories, then. The first, from the builders, was that the audience’s breath warmed the left chamber faster than the right. (Warm pipes sound sharp, not flat. The builders sent a bill.) The second was damp. The third, popular with projectionists, was that the blower shared a fuse with the ice-cream cabinet. The fourth was the ghost of a trombonist called Lenny, let go in 1931 on the day that the organ arrived, and understandably bitter.

Tansley favours Lenny. “It has the ring of a trombonist,” he says. “They’re never where you left them.”

It was Philippa Quayle-Moss who asked the question that nobody had. She is thirty-four, she tunes organs and pianos from a van with a sofa in it, and she is having a trying week. “You’ve seen <cite>Marrowgate</cite>,” she says. “Everybody has seen <cite>Marrowgate</cite>. I’ve had three cancellations since the last episode, and a man who wouldn’t let me past the hall.” In October she set up a camp bed in the left chamber, between the tubas and the thunder, with a thermometer, a barometer and a tuning fork, and slept there for nine nights.

On the fourth she was woken at ten by a draught on her ear.

“So I thought: well, what happens at ten? Not in here. Out there. What does this town <em>do</em> at ten?”""",
                subhead="Damp, fuses, Lenny",
                pictures=[
                    Use(
                        "organ-pipes",
                        "Philippa Quayle-Moss in the left chamber. The lamp is a safety lamp; the language, she says, is not.",
                    )
                ],
            ),
            Part(
                """What Port Merrin does at ten is meet the ferry. The last boat is due at nine fifty-two and arrives, all being well, at ten. The fish market on the quay opens its big doors to the vans. The market’s cold store, which has stood back to back with the Orpheum since before either had electric light, lets out a sigh of air at two degrees. The air has to go somewhere. It goes, by way of a bricked-up coal hole that is not as bricked up as it looks, under the stage and into the blower, and the blower breathes it, and one thousand eight hundred and sixty-two pipes catch cold.

She proved it by going round with a blanket. On the fifth night she hung it over the coal hole and the organ stayed in tune until the last bus. On the sixth she took it away again, to be fair. On the seventh the ferry was forty minutes late, and so was the organ.

“I rang Osric at home to tell him,” she says. “There was a long silence. Then he said: ‘So it’s <em>fish</em>.’”""",
                subhead="What the town does at ten",
            ),
            Part(
                """You would think that this was the end of it. A barrow of bricks, an hour’s work; a man had already been found. The trust that looks after the Orpheum met to approve the expense, which was forty, and could not. There was a letter from the fish market, asking to be mentioned in the programme. There was a petition. It was pointed out that couples have been setting their watches by the organ for three generations, and that the town’s dance bands are in the habit of tuning down after the interval. Last year’s Lumen Awards were brought up, at which it went flat in the middle of a speech and got the only laugh of the evening.

Then somebody asked Tansley. He had come in his outdoor coat and had been sitting at the back.

He said that in forty-seven years he had written a good deal of music for that instrument, and that all of it, every bar that was meant to be played after ten, he had written down in two keys. One was for how the thing was built. One was for how it was. He had never had to think about which was the tune.

The vote was nine to none. The coal hole will be left as it is. A small brass flap is to be fitted, with a cord that leads to the console, for visiting organists of a nervous disposition.""",
                subhead="Nine votes to none",
            ),
            Part(
                """The organ was put back together in the last week of October, toy by toy. Quayle-Moss did the tuning and was given the honour of the first chord. The crockery has been renewed by subscription: twelve cups, twelve saucers, one gravy boat, from a hotel that was closing. It fell for the first time this month, in a comedy, to applause.

And at two minutes to ten, with the credits of something or other rolling up the screen, an old man under the gold felt about with his toe for the heel of his left shoe.

Down on the quay the ferry sounded its horn. He waited; he had a chord in his hands, a big one, and he held it as you would hold a door. Then it came. You could hear it, if you knew. The whole bright building of it leant a little to one side, like somebody in a photograph making room.

“There she is,” said Tansley, and went into the other key.""",
                subhead="Making room",
                pictures=[
                    Use(
                        "bay",
                        "The last ferry comes in past the lighthouse at ten. The organ is the second to know.",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="anselm-reyes-whitlock-interview",
        category="music",
        kicker="Interview",
        headline="“Rain is in D minor”: Anselm Reyes-Whitlock on writing music for weather, doors and people who say nothing",
        standfirst="You have been humming him for six years. The composer of Marrowgate and The Tidewatcher explains how to score a silence",
        bylines=[words("marguerite")],
        topics=["anselm-reyes-whitlock", "marrowgate", "the-tidewatcher", "rafe-lindqvist"],
        lead=Use(
            "anselm", "Anselm Reyes-Whitlock, 50, at home. Behind him, out of shot, are nine umbrellas: “For research.”"
        ),
        hours=63.4,
        format="interview",
        parts=[
            Part("""He opens the door, holds up a finger, and listens. Somewhere in the flat a tap is dripping. “Wait for it,” says Anselm Reyes-Whitlock. It drips again. “A flat third. I’ve had the plumber twice. He says it’s in perfect order, and I say that isn’t what I asked.”

The composer is fifty and has spent half his life writing music that people are not supposed to notice. They notice. Four notes of his on a bassoon were enough, for six years, to send a nation to put the kettle on before <cite>Marrowgate</cite>. His score for <cite>The Tidewatcher</cite>, recorded in August with seventy-four players and a ship’s bell, comes out on record this week."""),
            Part(
                """<strong>Is it true that you wrote the Marrowgate theme on a bus?</strong>

At a bus stop. It’s a better address than a bus; on a bus you’re already rescued. It was pouring, the shelter had a hole in it, and the rain was coming down on four things: a bin, a pram, a man’s hat and me. Bong, ping, puff, ow. I wrote it on my hand.

<strong>What key was it in?</strong>

Rain is in D minor. People think I’m joking. Go out and check.

<strong>And when it stops, at the end of the last episode?</strong>

That was the only argument I ever won. They’d asked me for a great big tune under the names, with trumpets. I said, you’ve had rain for six years and now there’s none: you couldn’t write anything louder than that. So they gave me a minute of rain and then four seconds of nothing, and I’m credited with the nothing. My mother rang. She said it was my best work.""",
                subhead="A bin, a pram, a hat",
                pictures=[
                    Use(
                        "marrowgate", "The last scene of Marrowgate. The four seconds of silence are by Reyes-Whitlock."
                    )
                ],
            ),
            Part(
                """<strong>How does one start on a film like The Tidewatcher?</strong>

You go and stand where they stood. Rafe Lindqvist took me down to the harbour wall at five in the morning, and neither of us spoke for an hour, and then he said: “That.” I said: “All of it?” He said: “Not the van.”

<strong>What did you hear?</strong>

Halyards. The ropes on the masts; they slap. Every boat has its own note, and the wind plays them in an order that it never plays again. I had the whole score in that hour. It then took fourteen months, because I had to find out how to stop an orchestra from sounding as though it knew what was coming.

<strong>Orchestras usually do know. They have it written down.</strong>

Exactly! It’s a terrible handicap. So at the sessions I gave the strings their parts with the bars in the wrong order and put the right order up on the screen, over the picture, as we went. You’ve never seen seventy-four people listen so hard. The leader of the violas told me that it was the most frightened she’d been since her driving test, and could we do it again.""",
                subhead="Not the van",
                pictures=[
                    Use(
                        "conductor",
                        "August, the third day of recording. “I conduct badly,” says Reyes-Whitlock. “It keeps them awake.”",
                    )
                ],
            ),
            Part(
                kind="quote",
                text="I’m credited with the nothing. My mother rang. She said it was my best work.",
                source="Anselm Reyes-Whitlock",
            ),
            Part(
                """<strong>Which of your tunes would you like to have back?</strong>

There’s a jingle. I was twenty-six, I had a baby and a cooker that was on loan. It’s for a brand of gravy, it’s five notes long, and it’s in everybody in this country until they die. I’ve been in a hospital waiting room where somebody started it and three others finished.

<strong>Does it bother you?</strong>

It paid for the cooker.

<strong>What do you listen to when you’re not working?</strong>

He thinks about it. In the kitchen the tap drips, a flat third; down in the street a lorry, reversing, supplies the rest of the chord. He has closed his eyes.

“This,” he says. “This is quite good.”""",
                subhead="It paid for the cooker",
            ),
        ],
    ),
    Story(
        slug="ngozi-adebright-six-evenings",
        category="music",
        kicker="In pictures",
        headline="Six evenings with Ngozi Adebright, before anybody knew that she was back",
        standfirst="The great stage this week was the seventh time. The other six were a secret, and nine hundred people kept it",
        bylines=[words("callum")],
        topics=["ngozi-adebright", "slow-lightning", "port-merrin"],
        lead=Use(
            "horsebox",
            "The piano on its way to the second evening. It is insured for the road, but not, strictly, for bends.",
        ),
        hours=12.8,
        format="gallery",
        parts=[
            Part("""The piano travelled in a horsebox. It was a good one, lent by a lady who does not wish to be thanked, and it was driven by a man called Alwyn who used to move bees. At six he backed it up to a door that had not been made for pianos. At eight Ngozi Adebright sat down. There were no tickets: there was a card in the window of the nearest baker’s, on the day, that said where, and underneath, in pencil, “Please don’t tell”.

Nobody told. That is the part she cannot get over. For five weeks this autumn she practised being listened to, in five rooms and on one quay, and not a word of it reached anybody who would have printed it, among whom we count ourselves."""),
            Part(
                subhead="Where the piano went",
                layout="gallery",
                pictures=[
                    Use(
                        "piano-palms",
                        "One: the palm house. A hundred and forty people stood among the leaves. A gardener turned the pages, and at one point a tree frog.",
                    ),
                    Use(
                        "piano-library",
                        "Two: the county reading room, where the rule of silence was suspended by a vote of the readers. Applause was by stamping of date stamps.",
                    ),
                    Use(
                        "blue-curtain",
                        "Three: the Little Meridian, roof and all in tarpaulin. It is a theatre, she conceded, but it has only a hundred and twenty seats and one of those is broken.",
                    ),
                    Use(
                        "piano-station",
                        "Four: the concourse, after the last train. It was two minutes past eleven; the clock is right, she was late, and so was the train from the north, whose passengers got the second half.",
                    ),
                    Use(
                        "studio",
                        "Five: Studio Two, with the talkback left on so that the tram depot next door could hear. They asked for “Mortar” again, by bell.",
                    ),
                    Use(
                        "piano-quay",
                        "Six: the quay at Port Merrin in the first snow of the year. She played in fingerless gloves, and the harbour master stopped the winch.",
                    ),
                ],
            ),
            Part(
                """She did not play <cite>Slow Lightning</cite> through, or the new songs in order. She asked who had had a bad week, and began there. After the last of the six, wrapped in a fishmonger’s coat and eating chips off the lid of the piano, she told Alwyn that she thought she could do it now, with the lights on. There was a plaster on her thumb: a splinter, from the horsebox.

There will be more evenings, she says. How many?

“Till the bees want it back.”""",
                subhead="Till the bees want it back",
            ),
        ],
    ),
    Story(
        slug="port-merrin-foghorn-retuned",
        category="music",
        kicker="Harbour notes",
        headline="Port Merrin’s foghorn is to be retuned so that the choir can sing with it",
        standfirst="It has been a quarter of a tone out since 1908, say the altos, and they would know",
        bylines=[words("finlay")],
        topics=["port-merrin", "the-harbour-choir"],
        lead=Use(
            "foghorn",
            "The horn on the old mole, between two fogs. It can be heard at nine miles, or at twelve in the back row of the basses.",
        ),
        hours=91.7,
        note=Note(
            "clarification",
            "An earlier version of this story said that the choir had complained about the foghorn. The choir would like it known that it did not complain: it offered the foghorn a note.",
            74.2,
        ),
        parts=[
            Part("""Fog comes in on about forty evenings a year, and on about thirty of them the Harbour Choir is rehearsing. For as long as anybody can remember it has stopped singing every ninety seconds, waited, and gone on.

This winter the horn on the old mole is being taken down to be painted, and the harbour master, Gwen Tolliver-Ash, has agreed that it may be put back slightly shorter. Eleven centimetres will bring it up to a true B flat. “Ships don’t mind,” she said. “I asked some.”

The choir has commissioned a piece to celebrate, for forty voices and weather. It is by Anselm Reyes-Whitlock, it lasts between six minutes and three days, and it cannot be rehearsed in sunshine. There is one bar in it, marked <em>with all possible dread</em>, that belongs to the horn alone.

“It’s never late,” said the choir’s conductor, Miriam Desta-Cole, “it’s never early, and it doesn’t ask where the coffee is. I’ve had soloists.”"""),
        ],
    ),
    Story(
        slug="harbour-choir-empty-lido",
        category="music",
        kicker="The big picture",
        headline="They drained the Marine Bath for the winter, and the choir moved in",
        standfirst="Forty singers, one echo of seven seconds and a conductor in the deep end: dawn in Port Merrin’s best new concert hall",
        bylines=[words("callum")],
        topics=["the-harbour-choir", "port-merrin"],
        lead=Use(
            "lido",
            "Ten past seven, at the end marked 3.80 m. The singers bring lanterns; the sun is switched on by somebody else.",
        ),
        hours=211.6,
        format="photo",
        parts=[
            Part("""You go down by the ladder. The altos first, since they have the sandwiches, then the tenors, then the rest, handing music over their heads; and last of all Miriam Desta-Cole, who is five feet tall and has to be told where the bottom rung is. When she claps her hands, to see what the place thinks of it, the clap goes the length of the Marine Bath, turns at the shallow end like a swimmer and comes back.

It takes seven seconds. She has counted. “There are cathedrals that would sell their bells for it,” she says.

The Harbour Choir lost its hall in September, when the ceiling came down during a rest. The bath had just been emptied for the winter. It was the attendant, Colin Prewitt, a bass, who put the two together while sweeping. He had been singing to himself for nineteen Octobers and had always thought that it was him."""),
            Part(
                """What works in a swimming bath is slow. Anything quick arrives on top of itself, so the programme is all long notes: old psalms, a lullaby about herring, a new piece by somebody in the sopranos in which each phrase waits for its own reflection and then sings along. Heard from the diving board, at daybreak, with the breath going up in lamplight, it is like listening to the inside of a shell.

There will be four performances before Christmas, at seven in the morning, because at nine the builders start. Bring a cushion. The shallow end slopes, and is known as the dress circle.

And in the spring, when the water comes back? Desta-Cole has thought of that. She looks up the blue wall to the line where it says 3.80.

“We get taller sopranos,” she says.""",
                subhead="Seven seconds",
            ),
        ],
    ),
    Story(
        slug="songs-nearly-thrown-away",
        category="music",
        kicker="The list",
        headline="Rescued from the bin: six songs that nearly never were",
        standfirst="One was left on the roof of a car, one held up a shed, and one was on its way to the landlord by second-class post",
        bylines=[words("callum"), ("saskia", "reporting")],
        topics=["ngozi-adebright", "kit-ashgrove", "the-paper-lanterns", "slow-lightning"],
        lead=Use(
            "cassette",
            "The only recording of “Left at the Lights”, as it was found. It had been left at the lights.",
        ),
        hours=934.6,
        format="list",
        parts=[
            Part(
                """Every record that you love is what was left when somebody was stopped from throwing it away. We asked around Sable Street for the narrowest escapes, and were told about forty. These are the six that made us sit down."""
            ),
            Part(
                """Pascal Adeyemi-Wood of the Paper Lanterns sang it once, into a machine with a failing battery, and gave the cassette to a friend to mind. The friend left it on the roof of his car. It was picked up at a crossing two miles on by a lollipop lady, who played it to her class for a week and then, reading the label, to its owner’s mother. The slow wobble in the second verse is the battery. They spent nine days trying to imitate it, and in the end put the cassette on the record.""",
                subhead="“Left at the Lights”, the Paper Lanterns",
                pictures=[
                    Use(
                        "arena",
                        "It closes every concert. Children of a certain school know a verse that nobody else does.",
                    )
                ],
            ),
            Part(
                """The title song of <cite>Slow Lightning</cite> was a letter. Ngozi Adebright had written it to a landlord, and meant every word; her sister, looking for a stamp, remarked that it scanned. The landlord has a framed copy. He did mend the window.""",
                subhead="“Slow Lightning”, Ngozi Adebright",
                pictures=[Use("ngozi", "“It was going to go second class,” says Adebright.")],
            ),
            Part(
                """Nobody under seventy remembers Dot Marchpane, and everybody knows her tune. She recorded it in one morning in 1958 as the other side of a song about a poodle. The poodle sank. The jukebox of the Ferry Café in Port Merrin, however, had been loaded the wrong way up, and for eleven years played nothing else. Marchpane, who had gone into hairdressing, heard it in 1969 over a plate of whelks and had to be helped to a chair.""",
                subhead="“Anywhere with You in It”, Dot Marchpane",
                pictures=[
                    Use(
                        "jukebox",
                        "It still stands in the Ferry Café. B 7 is the poodle, and has been played four times.",
                    )
                ],
            ),
            Part(
                """Two hundred pressings of Hollow Lane’s first single were sent back by the shop as warped. Ned Farrow’s uncle took them to level a shed. When the song was wanted, eight years and one number-one record later, the tape could not be found; and so what you hear, every time, is shed. “You can tell if you know,” says Kit Ashgrove. “There’s a bit of creosote on the vocal.”""",
                subhead="“Low Bridge”, Hollow Lane",
                pictures=[Use("vinyl", "One of nine copies known. The shed has been listed.")],
            ),
            Part(
                """The bassoon theme was turned down by all four producers of <cite>Marrowgate</cite>, who had asked for something with a beat. Anselm Reyes-Whitlock’s son, then seven, whistled it in the lift on the way out. The doors opened again.""",
                subhead="The theme from Marrowgate",
                pictures=[Use("television", "Nine o’clock. The son is thirteen now and would like a percentage.")],
            ),
            Part(
                """We cannot tell you what it is called, since there is no agreement. It was sung down a studio line at three in the morning by somebody who had rung a wrong number, and stayed on. The engineer, Marguerite Pell, was recording, because she always is. She has played it to perhaps a dozen people. None of them has had a thing to say afterwards, and one, who is in the business, walked home.

If it was you: she has kept your two minutes and forty seconds, and would like to ask whether there is more.""",
                subhead="The wrong number",
                pictures=[Use("microphone", "Pell never switches it off. “You’d be surprised what wanders in.”")],
            ),
        ],
    ),
]
