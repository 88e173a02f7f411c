"""Pages for requests that went wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form came without its security token: an expired page, or somebody else's site posting here."""
    return render(request, "403_csrf.html", status=403)
