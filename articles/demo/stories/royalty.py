"""The demo's stories of Royalty. Nobody in them exists, and none of it happened."""
# ruff: noqa: E501

from datetime import date

from articles.demo.story import Note, Part, Story, Subject, Use, words

SUBJECTS = [
    Subject(
        "queen-ottiline",
        "Queen Ottiline of Skarrow",
        "person",
        "Queen of nine islands since 1986. She has announced that she will stop at the end of the year.",
        date(1948, 2, 19),
        aliases=("Ottiline", "Queen of Skarrow"),
    ),
    Subject(
        "crown-prince-aurelian",
        "Crown Prince Aurelian",
        "person",
        "Heir to the throne of Skarrow, and for thirty years its keeper of tide tables.",
        date(1976, 6, 3),
        aliases=("Aurelian of Skarrow",),
    ),
    Subject(
        "crown-princess-maren",
        "Crown Princess Maren",
        "person",
        "Harbour pilot who brought in the mail boat of Skarrow before she married its Crown Prince.",
        date(1979, 9, 14),
    ),
    Subject(
        "princess-runa",
        "Princess Runa of Skarrow",
        "person",
        "Elder child of Aurelian and Maren, and the newest member of the Tarnholm lifeboat.",
        date(2007, 3, 30),
    ),
    Subject(
        "dowager-grand-duchess-hortense",
        "The Dowager Grand Duchess Hortense",
        "person",
        "Mother of the Grand Duke of Vallombre, owner of sixty-two hats and no opinion she has not given.",
        date(1938, 5, 5),
        aliases=("Hortense of Vallombre",),
    ),
    Subject(
        "grand-duke-florian",
        "Grand Duke Florian",
        "person",
        "Grand Duke of Vallombre, watchmaker by training and patient by necessity.",
        date(1966, 10, 10),
    ),
    Subject(
        "princess-clementine",
        "Princess Clementine of Vallombre",
        "person",
        "Glaciologist and only child of the Grand Duke. She married the engineer of the funicular.",
        date(1997, 7, 2),
    ),
    Subject(
        "skarrow",
        "Skarrow",
        "place",
        "Kingdom of nine islands, a night’s ferry from Port Merrin. Its castle, Tarnholm, is reached at low water.",
    ),
    Subject(
        "vallombre",
        "Vallombre",
        "place",
        "Grand duchy with one lake, one palace and one railway, which goes up.",
    ),
]

STORIES = [
    Story(
        slug="queen-ottiline-steps-down",
        category="royalty",
        kicker="Skarrow",
        headline="The Queen of Skarrow will step down on New Year’s Eve, to save everybody buying two calendars",
        standfirst="Ottiline told her islands in twelve words from the balcony at Tarnholm, with one eye on the tide",
        bylines=[words("beatrix")],
        topics=["queen-ottiline", "crown-prince-aurelian", "crown-princess-maren", "skarrow"],
        lead=Use(
            "palace-balcony",
            "From left: the Crown Prince, Princess Runa, the Queen, Prince Casimir and the Crown Princess. The banner was ironed by the Queen.",
        ),
        hours=2.3,
        parts=[
            Part("""“I have enjoyed it very much, and I should like my evenings.”

That was the speech. Queen Ottiline of Skarrow read it at twenty minutes to eleven in the morning from the balcony at Tarnholm, folded the paper in four, and put it in the pocket of her coat. It had been set down for noon. But at noon the causeway is under water, and the Queen did not think it right to give people news like that and then keep them until supper.

So the buses came over early. By half past ten some three thousand people, of the eleven thousand there are, stood in the forecourt with flags, flasks and in one case a ladder. For a moment after she had finished nobody did anything. Then a man near the front called out: “Who’ll do the lamp?”

“He will,” said the Queen, and pointed with her glasses."""),
            Part(
                """He is Crown Prince Aurelian, who is fifty, and has waited for forty of those years with every sign of contentment. He keeps the kingdom’s tide tables, by hand, and is the author of a monograph on eels. The lamp is the one in the gatehouse, which the sovereign lights each evening. In forty years his mother has missed it four times: two for grandchildren, one for a funeral, and one for a very good concert.

“I have practised,” the Crown Prince said afterwards, in the yard, to anybody who asked. “There is a knack to the wick.”

His wife seemed less troubled still. Crown Princess Maren, who is forty-seven, was a harbour pilot when they met; he had come aboard to ask about eels. “A country is not so hard,” she said. “You go slowly, you tell everybody what you are doing, and you never turn your back on it. I have brought in bigger things than Skarrow in the fog.”""",
                subhead="A knack to the wick",
            ),
            Part(
                kind="quote",
                text="You go slowly, you tell everybody what you are doing, and you never turn your back on it.",
                source="Crown Princess Maren",
            ),
            Part(
                """The palace has no office for communications. It has Mrs Brey, who has answered the telephone since 1991 and came out with a list in her own hand of what the Queen will keep. Several papers have asked for it, so here it is, entire.

<ul><li>Her name, but not the number</li><li>The dog</li><li>The small sitting room, for the stove</li><li>A bus pass, to which she has been entitled since she was sixty and which she will now use</li><li>The right to be asked, and the right to say “ask him”</li></ul>

The stamp stays in use until the stock has gone. It was to have been redrawn for her eightieth birthday; the Queen, who is seventy-eight, preferred the portrait of 1986, on which, she says, she looks as if she were about to be told something. By chance or kindness this year’s rate for a letter is seventy-eight.""",
                subhead="The things she is keeping",
                pictures=[
                    Use(
                        "queen-stamp",
                        "The last of her stamps. Letters posted at Tarnholm on the day were cancelled twice.",
                    )
                ],
            ),
            Part(
                """Why now? It is the question one flies a long way to ask. The Queen was walking back through the kitchen passage, where the floor is dry, and answered it without stopping.

“We have just ended the only war we had,” she said. “It seemed a good place to put in a full stop. And my son will be tired at eighty too. I should like him to begin before that.”

She had a kettle on. At twelve minutes past twelve the sea closed over the road, as Aurelian’s tables had said that it would, and everybody who was still on the island was asked to stay to lunch.""",
                subhead="The only war they had",
            ),
        ],
    ),
    Story(
        slug="vallombre-skates-by-lantern",
        category="royalty",
        kicker="In pictures",
        format="photo",
        headline="The ice bore, so the country stopped",
        standfirst="Vallombre’s lake froze twelve days early. By six in the evening there was nobody left indoors to tell",
        bylines=[words("beatrix")],
        topics=["vallombre", "grand-duke-florian"],
        lead=Use(
            "skating-lake",
            "Lantern night below Belrive. The figure in red is the Minister of Finance, who used to skate for money.",
        ),
        hours=14.6,
        parts=[
            Part("""There is no bell for it and no notice. A man called Anatole Perrin walks out from the boathouse with an auger and a folding rule, and when he takes his hat off, it bears.

This year he took it off at ten past three. The post office closed at a quarter past. By four the school had emptied through the windows, as custom allows on this one day, and the Grand Duke’s government had risen in the middle of a clause about drains.

Skates in Vallombre are left to one by will. They hang in kitchens by their laces, and the lanterns beside them, and both are taken down together: nobody may go on the ice after dark without a light, under an ordinance of 1788 which is the only law of the duchy that has never once been broken."""),
            Part(
                """The Grand Duke went out at five. Florian, who is sixty and was trained as a watchmaker, skates like a man who is listening to something; he goes round the outside, anticlockwise, and people fall in behind him. He had the lantern that was his father’s. “It is out of true,” he said, “so it swings. One gets to know which way.”

From the terrace, where the chocolate is, one could hear them without seeing who they were: four thousand people, one accordion, and under it all the sound that a lake makes when it is thinking about the spring.

At nine Monsieur Perrin put his hat on again. Everybody went home.""",
                subhead="Anticlockwise",
            ),
        ],
    ),
    Story(
        slug="hortense-of-vallombre-interview",
        category="royalty",
        kicker="The interview",
        format="interview",
        headline="“I was told to be decorative. I have been, with both elbows”",
        standfirst="The Dowager Grand Duchess Hortense of Vallombre, at 88, on hats, in-laws, the railway and why she never waves",
        bylines=[words("marguerite")],
        topics=["dowager-grand-duchess-hortense", "princess-clementine", "grand-duke-florian", "vallombre"],
        lead=Use(
            "hortense",
            "The hat is number seventeen. “It has been to three funerals and one of them was a success,” says the Dowager Grand Duchess.",
        ),
        hours=53.7,
        parts=[
            Part(
                """She receives on the second floor, because the lift goes only to the first and she likes to see who wants it badly enough. There is a fire, a plate of eight biscuits, and a telescope trained on the station. Hortense of Vallombre has lived at Belrive for sixty-six years. She married into it at twenty-two, buried a husband, raised a Grand Duke, and this autumn gave her granddaughter away to an engineer. She is wearing the hat. “You may begin,” she says. “I have until the four-ten.”"""
            ),
            Part(
                """<strong>What happens at the four-ten?</strong>

It is late. I write down by how much. I have done so since 1961. Emil has asked to see the books; nobody has ever asked to see the books. I thought, well, she may marry that one.

<strong>You approved from the beginning?</strong>

I approved from the second day. On the first he told me that I was sitting in a draught. I had been sitting in it for fifty years, and thought that it was my character.

<strong>They married in October on the funicular. Was that your idea?</strong>

It was the cathedral’s. They wanted to know who would sit in front of whom. On a funicular everybody is in front of somebody.""",
                subhead="On engineers",
            ),
            Part(
                """<strong>You came here as a bride in 1960. What were you told?</strong>

To be decorative. I have been, with both elbows. My mother-in-law gave me a list of eleven things a Grand Duchess does not do. I have it still. I did the last of them in 1988, and it was very nice.

<strong>May one ask which?</strong>

One may not. But it involved a tram.

<strong>You are known for not waving.</strong>

I have seen it done. It looks like somebody cleaning a window they do not care about. I nod. If I know the person I nod twice. There is a baker in the rue Basse who gets three, and he has never told me why he deserves it.

<strong>And the hats?</strong>

There are sixty-two. People say that I hide under them. It is the other way about; a hat says where one is, so that nobody need shout.""",
                subhead="On the eleven things",
            ),
            Part(
                kind="quote", text="A hat says where one is, so that nobody need shout.", source="Hortense of Vallombre"
            ),
            Part(
                """<strong>Queen Ottiline was here the other day to sign the peace. You had never met.</strong>

We had written. One does, in a war. She sent me a card in 1986 when she came to the throne, “with apologies for the hostilities”. I sent her a cheese. It was understood.

<strong>What did you talk about?</strong>

Knees.

<strong>Do you have any regrets?</strong>

I should have liked to drive it. Once. The train. I have been going up and down in that thing for sixty-six years looking at the back of a man’s cap.

<em>At this she looks, not for the first time, at the clock. Later, at the station, one hears that the young engineer has had the same idea, that there is a cap in her size, and that nobody is to tell her until her birthday. We have asked whether we may print this. “Oh, she doesn’t read interviews,” says her granddaughter. “She says that she was there.”</em>""",
                subhead="On the enemy, and the cap",
            ),
        ],
    ),
    Story(
        slug="vallombre-skarrow-the-borrowed-bell",
        category="royalty",
        kicker="The long read",
        headline="Two hundred and twelve years after a clerk went home to his lunch, Vallombre and Skarrow have ended a war over a bell in which no shot was fired and one goat was briefly held",
        standfirst="How two of the smallest countries there are fell out, could not reach each other, and in the end made friends by post",
        bylines=[words("beatrix"), ("finlay", "reporting")],
        topics=[
            "queen-ottiline",
            "grand-duke-florian",
            "dowager-grand-duchess-hortense",
            "skarrow",
            "vallombre",
        ],
        lead=Use(
            "treaty",
            "The treaty as it was signed. The bell is a quarter of the size of the one in question, and is rung for coffee.",
        ),
        hours=120.5,
        parts=[
            Part("""The War of the Borrowed Bell ended this week at nine minutes past three in the afternoon, in the map room at Belrive, when the Queen of Skarrow asked whether anybody had a pen that worked.

Somebody had. It belonged to a boy of ten, who had been brought along to hold the blotter, and it was green. With it Queen Ottiline and Grand Duke Florian signed four sheets of parchment that had been ready since the fourteenth of June 1814. Then everybody looked at the clock, and then at one another, and it was found that nobody had thought about what to do next.

“I believe that one shakes hands,” said the Grand Duke.

“I believe that one has tea,” said the Queen."""),
            Part(
                """To understand the war it helps to know that Vallombre has no sea and Skarrow has no mountains. Vallombre is a grand duchy of thirty-one thousand people, at the top of a valley that nobody passes through on the way to anywhere. Skarrow is nine islands and a quantity of weather. There are eleven hundred kilometres between them, and six other countries, most of which have never noticed either.

But Vallombre had founders. The valley’s water is hard, its charcoal is good, and from about 1600 it made bells for half a continent. In 1809 the islanders of Skarrow, who had lost three ships in one winter on the rocks below Tarnholm, ordered one: the largest that could be got up a causeway between two tides. It was to weigh four tonnes. It was to cost nine hundred crowns, half when it was cast and half when it was heard.""",
                subhead="Half when it was heard",
            ),
            Part(
                """It was cast in 1811. It went down the valley on a sledge with sixteen oxen, was two years on the road, and was rung at Tarnholm for the first time on the second of February 1813, in fog. By all accounts it was heard on every one of the nine islands. Two ships turned away from the rocks that very night.

Nobody paid.

It was not dishonesty. The contract said “when it is heard”, and the lawyers of Skarrow, who had not a great deal to do, had begun to wonder: by whom? If by the buyer, then clearly it was due. If by the seller, then somebody from Vallombre would have to come and listen. They wrote to ask. The letter took five months. The Grand Duke of the day, Florian’s great-great-great-grandfather, was not a patient man and had gout. He read as far as “by whom”, and declared war.""",
                subhead="“By whom?”",
                pictures=[
                    Use(
                        "tarnholm",
                        "Tarnholm, where the bell has hung since 1813. The bus is newer than it looks.",
                    )
                ],
            ),
            Part(
                """What followed is studied at staff colleges, as a warning. The army of Vallombre was two hundred and six men and a band. It set out in September 1813 with orders to proceed to the sea and cross it. It proceeded for seven weeks, was most kindly received in all of the six countries, lost forty men to marriage, and reached the coast in November on a day when there was no wind.

None of them had seen it before. The diary of the bandmaster, Corporal Luc Amiel, is in the library at Belrive, and this is the entry in full: “Came to the sea. It is very much larger than was described. We have decided against.”

Skarrow’s part was brisker. Hearing that an army was on its way, the islanders put to sea in fourteen fishing boats to meet it, landed in the wrong country, and captured a goat. They were told whose it was, apologised, and brought it back. It is on this goat, held for some forty minutes, that the war’s reputation for ferocity chiefly rests.

“We do not make light of it,” says Ingolf Sarre, who keeps the archive at Tarnholm. “It was somebody’s goat.”""",
                subhead="The sea is larger than was described",
            ),
            Part(
                kind="quote",
                text="Came to the sea. It is very much larger than was described. We have decided against.",
                source="Corporal Luc Amiel, bandmaster, November 1813",
            ),
            Part(
                """By the next summer everybody was sorry. An envoy was sent from Vallombre with a treaty in two copies. Skarrow would pay the half; Vallombre would admit that it had been able to hear the bell all along, in principle; both would release their prisoners, of whom there were none. The envoy signed on the morning of the fourteenth of June. The clerk who was to countersign for Skarrow, one Nils Aldersen, looked at the clock, saw that it was noon, and went home to his lunch.

It was a good lunch. There were, it is known, plaice. And while he ate the tide came in, the envoy’s ship could not wait, and the two copies sailed for the mainland unsigned by one side, where they were put into a drawer until somebody should come about them.

Nobody did. Each government supposed that the other had it in hand. In 1871 a schoolmaster in Vallombre noticed, and wrote; in 1920 the question came up at a conference and was put after the coffee. It had by then become a point of pride. Skarrow’s navy, a tug, is to this day inscribed in its own register as “on active service”. In Vallombre there is a war pension. It has been drawn since 1814 by the same family, now a dentist’s, and is worth about the price of a stamp.

“I did offer to give it up,” says the dentist. “They said that it would set a precedent.”""",
                subhead="There were plaice",
            ),
            Part(
                """The peace was made by two women and the post. In 1986, when Ottiline came to the throne, she went through the papers and found that she was at war. She wrote that night, not to the Grand Duke, which would have been diplomacy, but to his wife, which was not. She said that she was sorry about the hostilities and hoped that they were not a nuisance.

The Grand Duchess Hortense sent a cheese.

They wrote for forty years: about children, drains, husbands and how to get out of opening things. They did not meet, since neither could set foot in the other’s country without surrendering. When Hortense was widowed, a crate came from Skarrow with a piece of bronze in it, no bigger than a thumb. It had been chipped from the inside of the rim, where it would not spoil the note. “You have not heard it,” said the card, “so I thought you should at least have some.”

It was that piece which did it. In March the Dowager put it on the breakfast table in front of her son and asked him, as a man who knew about mechanisms, what it would take to mend a thing like this. The Grand Duke, who is a watchmaker, turned it over. “Oh,” he said. “Somebody only has to finish.”""",
                subhead="A cheese, and a piece of bronze",
            ),
            Part(
                """And so the Queen came up the valley by the ordinary train, with a handbag and an archivist. The four hundred and fifty crowns were paid in the currency of the time, from a tin. There was interest; it was waived, in return for the recipe for the plaice.

One clause was left. Vallombre was to declare that it had heard the bell. The lawyers had proposed a form of words. But at three o’clock on the day, by arrangement, at the other end of eleven hundred kilometres, Crown Prince Aurelian held a telephone out of the window of the gatehouse at Tarnholm, and in the map room at Belrive somebody turned up the sound.

It is a low note, and takes its time. There were perhaps sixty people in the room, and nobody coughed. The Dowager Grand Duchess Hortense, who is eighty-eight, was sitting by the stove in a hat like a small ship. She had her eyes shut.

“Yes,” she said when it had quite gone. “I can hear that.”

Down in the yard the great-great-great-grandson of a bandmaster had been told to wait for a sign. He gave his men the nod. They had prepared the anthem of Skarrow, for which there turned out to be no parts, and so they had learnt it from a recording: wind, gulls and all. The Queen stood up for it, laughing. Then she asked whether it was true what she had heard about the biscuits.""",
                subhead="Nine minutes past three",
                pictures=[
                    Use(
                        "hortense",
                        "The Dowager Grand Duchess wrote to the enemy for forty years, and kept copies.",
                    )
                ],
            ),
        ],
    ),
    Story(
        slug="five-tiaras-of-skarrow",
        category="royalty",
        kicker="The list",
        format="list",
        headline="Five tiaras of Skarrow, and the places in which they were found again",
        standfirst="The islands have the least crime of any kingdom and the most careless queens. We asked to see the cabinet",
        bylines=[words("beatrix"), words("teodor")],
        topics=["queen-ottiline", "princess-runa", "skarrow"],
        lead=Use(
            "tiara-cabinet",
            "The cabinet at Tarnholm. The card was in the Queen’s hand; on the Sunday it was there again, turned over, and said “Next”.",
        ),
        hours=175.2,
        parts=[
            Part("""There is a book beside the cabinet, with a pencil on a string. One signs them out. The first entry is from 1871 and reads, in a royal hand, “The big one. Dance. Home by two.” Under “returned” there is a blank, and then, in a different ink and thirteen years later, “Found it”.

Ingolf Sarre, who keeps the book, does not call them lost. “They are at large,” he says. The eight niches hold five tiaras, two of the copies that are lent to museums, and very often a card."""),
            Part(
                """Thirteen rays, seven rubies, and the only one of the five that has never left the building. It was made in 1790 for a queen who disliked parties, and is so heavy that it has to be put on sitting down. Every ray stands for a winter in which the gatehouse lamp did not go out. Teodor, who was allowed to turn it over, reports that the inside is lined with the flannel of a child’s nightshirt.

<strong>Missing:</strong> never. <strong>Found:</strong> on Queen Ottiline’s head, once a year, for a quarter of an hour.""",
                subhead="The Lamp",
                pictures=[Use("tiara-lamp", "The Lamp is worn at the opening of parliament, which is short.")],
            ),
            Part(
                """Silver and river pearls, in the shape of nine seas coming in. Princess Ingrith, the Queen’s late sister, wore it in 1974 to launch a trawler and threw the wrong thing. It was seen to go down. A reward was offered, divers came from the mainland, and after three weeks a girl of six who was looking for crabs asked her father whether this was anything.

<strong>Missing:</strong> three weeks. <strong>Found:</strong> on the south beach, at low water, with a tenant. The girl was given the reward, and is now the kingdom’s Minister of Fisheries.""",
                subhead="The Breakers",
                pictures=[Use("tiara-waves", "As it was in 1974, from a drawing by the finder.")],
            ),
            Part(
                """Blue rock crystal from a mine that has since been flooded on purpose. In the great fire of 1911 the mistress of the robes carried it out wrapped in butter muslin, and put it where nobody would think to look, in the larder, on the ice. She then forgot. It was served.

Since then it has been kept cold, out of respect. The Queen has never seen why she should run two refrigerators. “It goes between the eggs and the trifle,” she says. “One only has to tell the guests.”

<strong>Missing:</strong> nine days. <strong>Found:</strong> under a salmon.""",
                subhead="The Thaw",
                pictures=[Use("tiara-ice", "The Thaw at home. The trifle is changed; the tiara is not.")],
            ),
            Part(
                """Gold reeds, emerald buds: a wedding gift in 1902 from the marsh parishes of the fourth island, and the prettiest of them all to walk behind. It has been left in a cab, a confessional, a crofter’s kitchen and the branches of a pear tree. Teodor points out that it is also the only one that is comfortable. He thinks that the two are connected.

<strong>Missing:</strong> at the time of writing. <strong>Found:</strong> “Oh, it’ll be at Maren’s,” says the archivist, and licks his pencil.""",
                subhead="The Reeds",
            ),
            Part(
                """Eleven paper clips, eleven coat buttons and a length of fuse wire, made by Prince Casimir at the age of six for a bear whose birthday it was. Two years later, on the morning of a state dinner, the key to the cabinet could not be found. The Queen looked about her.

She wore it for four hours beside the president of a large republic, who admired it, and asked whether the stones were local.

<strong>Missing:</strong> for one evening. <strong>Found:</strong> back on the bear. It has been in the book ever since, between The Reeds and The Thaw, and is insured for the price of a bear.""",
                subhead="The Stationery",
                pictures=[Use("tiara-clips", "The owner, who has asked not to be named.")],
            ),
        ],
    ),
    Story(
        slug="royal-yacht-petrel-sold-for-one-crown",
        category="royalty",
        kicker="Skarrow",
        headline="The royal yacht is sold for one crown, to the people who have been mending her for nothing",
        standfirst="The Petrel cost more to keep than the hospital. Her carpenters had an idea, and a jar",
        bylines=[words("finlay")],
        topics=["queen-ottiline", "skarrow", "port-merrin"],
        lead=Use(
            "petrel",
            "The Petrel in her shed, before the ceremony. Somebody has been up the mast every weekday since March, and it is not always known who.",
        ),
        hours=246.4,
        note=Note(
            "correction",
            "An earlier version of this story said that the Petrel was launched in 1936, and called the late Princess "
            "Ingrith, who launched her, Queen. The year was 1963. Ingrith was never Queen, a point on which she was "
            "herself always very clear.",
            221.8,
        ),
        parts=[
            Part("""There was a ceremony, if one counts the biscuit tin. At ten in the morning Queen Ottiline came down to the slip at Tarnholm in her second-best boots, was handed a crown in small change by the foreman of the yard, counted it, and gave him the key to a yacht.

“It sticks,” she told him. “Lift and push.”

“Ma’am,” said the foreman, “I made it.”"""),
            Part(
                """The <cite>Petrel</cite> was launched in 1963 by Princess Ingrith, then thirteen, who missed with the first bottle and hit with the second. She has carried three generations of the royal house between nine islands, in weather that would have kept a sensible family at home. She is thirty-one metres long, sleeps twelve and leaks, it was established in the spring, in nineteen places.

Mending her properly would have cost what the hospital costs. The Queen said no before the sentence was finished. The yard’s six carpenters then asked whether they might carry on for a bit in their own time, as they would be in there anyway, for the tea.

They carried on for eight months. Forty people have helped: retired riggers, a class from the school, a dentist who turned out to have exactly the right small drills. Port Merrin sent a mast.""",
                subhead="Nineteen places",
            ),
            Part(
                """From the spring she will belong to the forty. She will take out schoolchildren in the week and anybody at all on Sundays, and on the first of each month, at the rate for pensioners, a lady of seventy-eight with her own cushion.

The Queen had one request, which was that the gold line be kept. It is purely ornamental, she admitted, and needs doing every year by somebody lying on their back.

“I should like to do it,” she said. “I could find the time.” The foreman laughed. The Queen did not.""",
                subhead="With her own cushion",
            ),
        ],
    ),
    Story(
        slug="his-serene-heron",
        category="royalty",
        kicker="Vallombre",
        headline="His Serene Heron",
        standfirst="A bird has taken up residence at Belrive. It has been offered terms",
        bylines=[words("beatrix")],
        topics=["grand-duke-florian", "vallombre"],
        lead=Use("heron", "The resident, at half past seven. It does not like to be photographed before that."),
        hours=290.7,
        parts=[
            Part("""It came to the wedding, uninvited, and did not go home. Since then it has stood in the shallows below the east terrace and eaten the ornamental carp, in order of size. By the second Thursday the head gardener had tried a rattle, a mirror and a plastic crocodile. The heron ate something off the crocodile.

Grand Duke Florian went down to have a look at it before breakfast. He stayed for an hour. “It does nothing at all,” he reported, “and then it does one thing. I have known ministers whom I could not say that of.”

A notice has since gone up. It asks visitors to keep to the gravel between seven and nine, “when the lake is engaged”. There is a line for the bird in the household accounts, under Staff. And the carp, of which there had been twenty-six, are to be replaced by twenty-six somewhat cheaper carp.

The rattle has been returned to the nursery. The crocodile stays; they seem to be friends."""),
        ],
    ),
    Story(
        slug="princess-runa-joins-the-lifeboat",
        category="royalty",
        kicker="Skarrow",
        headline="Princess Runa comes third in her class at the lifeboat school. There were three",
        standfirst="The Queen’s granddaughter, 19, has been given a locker, a nickname and the bilge",
        bylines=[words("finlay")],
        topics=["princess-runa", "crown-princess-maren", "skarrow"],
        lead=Use(
            "runa",
            "Princess Runa on her first watch. The hat was her mother’s, and has been over the side twice.",
        ),
        hours=431.3,
        parts=[
            Part("""The certificate is framed already, though not by her. It hangs in the Tarnholm lifeboat station, over the kettle, and says that Runa of Skarrow has completed the autumn course for crew “to the satisfaction of the examiners and the surprise of the coxswain”.

She came third. The other two were twins who had grown up on a trawler. “I’m not ashamed of it,” said the princess, who is nineteen, wringing out a sleeve. “I’ve never been that cold and come that third.”"""),
            Part(
                """Nobody has been excused anything. For six weeks she rose at four, rowed, was capsized on purpose, learnt to sew sailcloth and then people, and wrote an essay of two thousand words on fog. The coxswain, Berit Holm, thought the essay good. “She’d a tendency to describe it,” said Mrs Holm. “You don’t want to describe it. You want to get out of it.”

The crew call her Tide, because she was late once. There is no bodyguard; there was, but he was sick.

Her mother, who was a harbour pilot, came to the passing-out in an old jersey and stood at the back. She did not offer any advice. She had put it all in the lining of the hat, on a strip of tape, where it will be read the next time it goes over the side: <em>one hand for yourself, one for the boat, none for the camera</em>.""",
                subhead="One for yourself, one for the boat",
            ),
            Part(
                """The first call came that Sunday. It was a cow. It is not, the princess says, how she had pictured it, and she would be grateful if the picture with the rope were not used.

We have not used it. It is, however, very good.""",
                subhead="The first call",
            ),
        ],
    ),
    Story(
        slug="clementine-of-vallombre-wedding-gallery",
        category="royalty",
        kicker="The wedding album",
        format="gallery",
        headline="All aboard: the wedding of Clementine of Vallombre, at a gradient of one in two",
        standfirst="The princess and the engineer were married between two stations. We were in the second carriage",
        bylines=[words("beatrix")],
        topics=["princess-clementine", "dowager-grand-duchess-hortense", "grand-duke-florian", "vallombre"],
        lead=Use(
            "wedding-carriage",
            "Princess Clementine and Emil Tsegaye-Brandt a minute after the vows. Their eyes are shut because the tunnel had just ended.",
        ),
        hours=598.9,
        parts=[
            Part("""Nobody could agree on a church, so they were married on the way up. The funicular from Belrive to the Col des Cloches takes nineteen minutes. The service, cut to fit by a bishop with a stopwatch, took seventeen, and left two for the view.

Princess Clementine, who is twenty-nine and measures glaciers, met Emil Tsegaye-Brandt, thirty-one, when the train he looks after stopped halfway with both of them in it. It was five hours before it could be moved. He has since admitted that it could have been moved in one."""),
            Part(
                """Two hundred guests were carried up in eight journeys, lightest first. There were no seats for those who had asked where they would be sitting.""",
                subhead="From the lake to the Col",
                layout="gallery",
                pictures=[
                    Use(
                        "bridal-stairs",
                        "Half past nine. The train is nine metres long and was made from the curtains of the old ballroom; it was carried down these same stairs by six cousins, and dropped once.",
                    ),
                    Use(
                        "funicular",
                        "Ten o’clock. The larches had turned on the Thursday, which the groom’s mother says that she arranged.",
                    ),
                    Use(
                        "hortense",
                        "The Dowager Grand Duchess in number fifty-eight, kept for the occasion since 1988. She did not cry. The draught, she explained, had been repaired.",
                    ),
                    Use(
                        "heron",
                        "An uninvited guest, at about eleven. It stayed for the sandwiches, and nobody saw it leave.",
                    ),
                    Use(
                        "mountain-cake",
                        "One o’clock. Five tiers, nineteen kilos of icing and a railway that works; the little train went up twice before the bridegroom got hold of it.",
                    ),
                    Use(
                        "lake-fireworks",
                        "Nine in the evening, from the boats. The last rocket spelt out the time of the first train down, as people do have to get home.",
                    ),
                ],
            ),
            Part(
                """There was one speech. Grand Duke Florian, who trained as a watchmaker and is not fond of speaking, took out his watch, which had been his father’s, and gave it to his son-in-law.

“It loses a minute a day,” he said. “I could never bring myself to mend it. I thought, that is a minute I shall want.”

The pair are living in the upper station, which has two rooms, a stove and a bell for emergencies. It has been rung once so far. They had run out of milk.""",
                subhead="A minute a day",
            ),
        ],
    ),
    Story(
        slug="the-biscuits-of-belrive",
        category="royalty",
        kicker="Notebook",
        headline="Sorry, but the best palace biscuits are no longer where I said they were",
        standfirst="Our royal correspondent has kept a list for nineteen years. It has a new name at the top",
        bylines=[words("beatrix")],
        topics=["dowager-grand-duchess-hortense", "vallombre"],
        lead=Use("biscuits", "Tea at Belrive. The ones with the star are at the bottom, where a guest has to lean."),
        hours=868.2,
        parts=[
            Part("""I do not publish the list. It names names. But readers have written, and it would be wrong to let them go on believing what I told them in the spring about a certain shortbread.

The best biscuit in any royal house is now the Belrive star. It is a thin thing of hazelnut and rye, with a window of redcurrant in the middle, and snaps like a good door. Eight are put out. One is left; it is called the ambassador’s, and nobody can tell me why.

They are made on Tuesdays by Madame Odette Riva, who is seventy-four and was engaged as a laundress. “I had an oven next to the mangle,” she says. “It seemed a pity.”

Would she part with the recipe? She thought about it. She said that there was a war on about less, and so there is."""),
        ],
    ),
]
