"""Refusals of the newsletter's screens, with a sentence for the editor."""


class IssueRefused(Exception):
    """What was asked of an issue cannot be done in the state it is in."""


class SavedMeanwhile(IssueRefused):
    """Somebody saved the issue since. `version` is what it has now."""

    def __init__(self, version: int) -> None:
        super().__init__(
            "Somebody saved this issue meanwhile. Your version is still here: look at theirs, then save again."
        )
        self.version = version


class NothingToStartWith(Exception):
    """No story of the kind that a new issue was to start with."""
