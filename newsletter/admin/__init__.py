"""The newsletter's screens at the desk."""

from newsletter.admin import issues, people

__all__ = ["issues", "people"]
