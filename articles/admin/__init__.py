"""The desk's screens."""

from articles.admin import people, pictures, publication, site, story

__all__ = ["people", "pictures", "publication", "site", "story"]
