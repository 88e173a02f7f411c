"""Absolute addresses. They are made from SITE_URL, never from the Host header, which a stranger chooses."""

from django.conf import settings


def absolute(path: str) -> str:
    """The complete public address of a path on this site; one that is complete already comes back as it is."""
    return path if path.startswith(("https://", "http://")) else f"{settings.SITE_URL}{path}"
