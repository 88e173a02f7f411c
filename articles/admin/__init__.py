"""The desk's screens."""

from articles.admin import people, site

__all__ = ["people", "site"]
