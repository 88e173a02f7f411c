"""Refusals an editor can cause and cure. Their text is written for the editor."""


class EditorialError(Exception):
    """A refusal an editor can cause and cure."""


class NotPublishable(EditorialError):
    """The article lacks something. `problems` maps a place in the story to a sentence about it."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__(" ".join(problems.values()))
        self.problems = problems


class NotPossible(EditorialError):
    """The deed does not fit where the article stands now, such as withdrawing what is not live."""


class LiveAlready(NotPossible):
    """What was to be published is what readers see."""

    def __init__(self) -> None:
        super().__init__("These changes are live already.")


class DeletedMeanwhile(NotPossible):
    """Somebody deleted the story while this editor had it open."""

    def __init__(self) -> None:
        super().__init__("Somebody deleted this story meanwhile.")


class SavedMeanwhile(EditorialError):
    """Somebody else saved since this editor opened the story; nothing was overwritten."""

    def __init__(self, who: str, number: int) -> None:
        super().__init__(f"{who} saved this story while you were writing. Nothing of yours or theirs is lost.")
        self.who = who
        self.number = number


class NotAPicture(EditorialError):
    """An upload that is not a picture we take."""


class EditionIsFrozen(TypeError):
    """Code tried to change or delete what readers were shown. Publish a new edition instead."""


class LogIsAppendOnly(TypeError):
    """Code tried to change or delete what is in the log of deeds."""
