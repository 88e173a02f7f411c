"""The newsletter's screens at the desk."""

from newsletter.admin import digests, issues, newsletters, people

__all__ = ["digests", "issues", "newsletters", "people"]
