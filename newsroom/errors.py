"""Pages for requests that went wrong."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

AGAIN_SECONDS = 10


def broken(request: HttpRequest) -> HttpResponse:
    """Something failed. When it was the database that did not answer, whoever asks may ask again soon."""
    response: HttpResponse = server_error(request)
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response.status_code = 503
        response.headers["Retry-After"] = str(AGAIN_SECONDS)
    response.headers["Cache-Control"] = "no-store"
    return response


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its security token: an expired page, or somebody else's site posting here."""
    return render(request, "403_csrf.html", status=403)
