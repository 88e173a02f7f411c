"""The desk's screens."""

from articles.admin import checks, contradictions, log, people, pictures, publication, site, story

__all__ = ["checks", "contradictions", "log", "people", "pictures", "publication", "site", "story"]
