"""The site's addresses, and a few that show pages which nobody reaches by asking for them."""

from typing import NoReturn

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponseBase
from django.urls import path, resolve

from newsroom.errors import forged
from newsroom.urls import urlpatterns as of_the_site


def broken(request: HttpRequest) -> NoReturn:
    raise RuntimeError("This page is meant to fail.")


def forbidden(request: HttpRequest) -> NoReturn:
    raise PermissionDenied


def unreadable(request: HttpRequest) -> NoReturn:
    raise SuspiciousOperation


def posted(request: HttpRequest, address: str) -> HttpResponseBase:
    """What a reader sees who sent a form there, from one of our pages; its fields stand behind the question mark."""
    origin = f"http://{request.get_host()}"
    request.META |= {"REQUEST_METHOD": "POST", "HTTP_ORIGIN": origin, "HTTP_SEC_FETCH_SITE": "same-origin"}
    request.__dict__.pop("headers", None)  # made from META, and kept
    request.method, request.POST = "POST", request.GET
    view, arguments, options = resolve(f"/{address}")
    response: HttpResponseBase = view(request, *arguments, **options)
    return response


urlpatterns = [
    path("meant/broken/", broken),
    path("meant/forbidden/", forbidden),
    path("meant/unreadable/", unreadable),
    path("meant/forged/", forged),
    path("meant/posted/<path:address>", posted),
    *of_the_site,
]
