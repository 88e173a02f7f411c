"""The demo's stories of Music. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from articles.demo.story import Part, Story, Subject, Use, words

SUBJECTS: list[Subject] = []

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
]
