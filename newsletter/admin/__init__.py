"""The newsletter's screens at the desk."""

from newsletter.admin import issues, newsletters, people

__all__ = ["issues", "newsletters", "people"]
