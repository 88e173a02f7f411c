"""The desk's screens."""

from articles.admin import checks, log, people, pictures, publication, site, story

__all__ = ["checks", "log", "people", "pictures", "publication", "site", "story"]
