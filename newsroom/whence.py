"""Where a deed comes from: the request that is being answered, for whoever writes down what was done."""

import ipaddress
from collections.abc import Callable
from contextvars import ContextVar

from django.http import HttpRequest, HttpResponse

from newsroom.middleware import client_address

MOST_LETTERS = 300  # of an address
_request: ContextVar[HttpRequest | None] = ContextVar("request", default=None)


class Whence:
    """Middleware: what is done while a request is answered is done by it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _request.set(request)
        try:
            return self.get_response(request)
        finally:
            _request.reset(token)


def address() -> str:
    """The path that was asked; empty for the worker and for commands. What follows a ? may be secret, so it goes."""
    request = _request.get()
    return request.path[:MOST_LETTERS] if request is not None else ""


def network() -> str | None:
    """As much of the client's address as is kept; None for the worker and for commands."""
    request = _request.get()
    return network_kept(client_address(request)) if request is not None else None


def network_kept(client: str) -> str | None:
    """As much of a client's address as is kept: /24 of IPv4, /48 of IPv6; None for no address."""
    try:
        found = ipaddress.ip_address(client)
    except ValueError:
        return None
    length = 24 if found.version == 4 else 48
    return str(ipaddress.ip_network((found, length), strict=False).network_address)


def network_of(address: str) -> str:
    """The network of a client's address: a household's /64 for IPv6, the address itself for IPv4, "" for none."""
    try:
        client = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(client, ipaddress.IPv6Address):
        if client.ipv4_mapped:
            return str(client.ipv4_mapped)
        return str(ipaddress.ip_network((client, 64), strict=False).network_address)
    return str(client)
