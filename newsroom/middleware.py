"""Headers every answer carries, and whose address a request came from."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"

MAY_PASS = {301, 308, 404, 405, 410, 414, 501}


class SecurityHeaders:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.headers.get("Content-Type", "").startswith("text/html"):  # it speaks to documents, not to files
            response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path.startswith("/admin/"):  # Django leaves some screens, such as the password's, to any cache
            response.headers.setdefault("Cache-Control", "no-store, private")
        if "public" in response.headers.get("Cache-Control", ""):
            keep_for_everybody(response)
        elif response.status_code in MAY_PASS:  # a cache in front may keep these although nobody said so
            response.headers.setdefault("Cache-Control", "no-store")
        response.headers["Server"] = ""  # else the web server puts its own name there
        return response


def keep_for_everybody(response: HttpResponse) -> None:
    """What any cache may keep sets no cookie and varies by none, whatever the one who asked first came with."""
    response.cookies.clear()
    if "Vary" in response.headers:
        kept = [name for one in response.headers["Vary"].split(",") if (name := one.strip()).lower() != "cookie"]
        response.headers["Vary"] = ", ".join(kept)
        if not kept:
            del response.headers["Vary"]


def client_address(request: HttpRequest) -> str:
    """The address a request came from. Only as many forwarded hops are believed as there are trusted proxies."""
    direct = request.META.get("REMOTE_ADDR", "")
    if not settings.TRUSTED_PROXIES:
        return direct
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return hops[-settings.TRUSTED_PROXIES] if len(hops) >= settings.TRUSTED_PROXIES else direct
