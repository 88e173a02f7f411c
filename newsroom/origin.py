"""Whether a form was sent from one of our own pages. Public forms ask this instead of a CSRF cookie.

Public pages are the same for everybody and set no cookie, so there is no secret to compare. A browser says by itself,
in headers no page can forge, where a form was sent from.
"""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def is_own(request: HttpRequest) -> bool:
    """True when the browser says that the form stood on this site. A request that says nothing is not believed."""
    site = request.headers.get("Sec-Fetch-Site", "")
    if site == "cross-site":
        return False
    origin = request.headers.get("Origin", "")
    if origin and origin != "null":
        return _ours(request, origin)
    if referer := request.headers.get("Referer", ""):
        return _ours(request, referer)
    # A page that hides its address sends Origin "null" and no Referer; the browser still vouches for the site.
    return site == "same-origin"


def _ours(request: HttpRequest, address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return False
    # Behind a proxy the scheme a request arrived by is not the reader's; get_host() allows ALLOWED_HOSTS only.
    return f"{parts.scheme}://{parts.netloc}" == settings.SITE_URL or parts.netloc == request.get_host()
