"""Stories that the demo's desk has planned: what is wanted, from whom and by when. They fill board and calendar."""

from dataclasses import dataclass

from articles.workflow import Priority, State


@dataclass(frozen=True)
class Planned:
    """`hours` is how far off its deadline is, less than none for a late one; `writer` a user name, empty for nobody."""

    slug: str
    category: str
    headline: str
    brief: str
    hours: float
    writer: str = ""
    priority: Priority = Priority.NORMAL
    state: State = State.DRAFT
    text: str = ""


PLANNED = [
    Planned(
        slug="harbour-lights-first-night",
        category="film",
        headline="First night on the harbour",
        brief="Eight hundred words from the quay: who came, who stayed for the fireworks, who went home by ferry. "
        "Pictures are promised for eleven.",
        hours=26,
        writer="writer",
        priority=Priority.HIGH,
    ),
    Planned(
        slug="the-choir-that-would-not-stop",
        category="music",
        headline="The choir that would not stop",
        brief="They have sung since Tuesday. Ring the caretaker, not the conductor.",
        hours=-3,
        writer="writer",
        priority=Priority.URGENT,
        state=State.REVISE,
        text="The Port Merrin Municipal Choir began its warm-up on Tuesday at four and has not been heard to finish.",
    ),
    Planned(
        slug="what-the-duke-wore-to-the-flood",
        category="style",
        headline="What the duke wore to the flood",
        brief="Short, kind and with the name of whoever made the boots.",
        hours=5,
        writer="editor",
        state=State.SUBS,
        text="The boots are the first thing one notices, because the duke had taken off everything else that was dry.",
    ),
    Planned(
        slug="a-year-of-small-thrones",
        category="royalty",
        headline="A year of small thrones",
        brief="The long read for the end of the year. Nobody has it yet.",
        hours=24 * 9,
    ),
    Planned(
        slug="ten-kitchens-of-television",
        category="television",
        headline="Ten kitchens of television, and what was in the cupboards",
        brief="Waits until the studio lets us in.",
        hours=24 * 4,
        writer="writer",
        state=State.HOLD,
    ),
]
