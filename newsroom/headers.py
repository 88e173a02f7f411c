"""Answers that need other rules than public pages: the editor's screen, and pages the desk frames."""

from csp.constants import UNSAFE_INLINE
from django.conf import settings
from django.http import HttpResponse


def for_editors(response: HttpResponse) -> HttpResponse:
    """Let CKEditor work on this screen, and on this screen only."""
    response._csp_update = settings.EDITOR_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
    response.headers["Cache-Control"] = "no-store, private"
    return response


def framed_by_desk(response: HttpResponse) -> HttpResponse:
    """Let the desk show this page in a frame; never cached, never indexed."""
    response._csp_replace = {"frame-ancestors": ["'self'"]}  # type: ignore[attr-defined]
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def showing_mail(response: HttpResponse) -> HttpResponse:
    """Let a mail be seen on this page, whose rules are written into its elements."""
    response._csp_update = {"style-src": [UNSAFE_INLINE]}  # type: ignore[attr-defined]
    return response
