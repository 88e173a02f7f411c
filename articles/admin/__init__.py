"""The desk's screens."""

from articles.admin import people, pictures, site

__all__ = ["people", "pictures", "site"]
