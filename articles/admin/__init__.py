"""The desk's screens."""

from articles.admin import people, pictures, site, story

__all__ = ["people", "pictures", "site", "story"]
