"""The desk's screens."""

from articles.admin import log, people, pictures, publication, site, story

__all__ = ["log", "people", "pictures", "publication", "site", "story"]
