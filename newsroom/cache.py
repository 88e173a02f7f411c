"""What public answers say to caches. They are the same for everybody, so everybody's cache may keep them."""

from collections.abc import Callable

from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

PUBLIC_SECONDS = 60

View = Callable[..., HttpResponseBase]


def public(view: View) -> View:
    """A page that is only read: GET and HEAD, kept for a minute, and answered with 304 while it has not changed."""
    return require_safe(conditional_page(cache_control(public=True, max_age=PUBLIC_SECONDS)(view)))
