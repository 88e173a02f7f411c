"""Renditions on their way to readers: the only files made here that have a public address."""

from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from articles.renditions import SHAPES

NAME = rf"(?:{'|'.join(SHAPES)})-[1-9][0-9]{{0,4}}\.(?P<extension>avif|jpg)"
PATTERN = rf"^media/(?P<path>(?P<begin>[0-9a-f]{{2}})/(?P=begin)[0-9a-f]{{22}}/{NAME})\Z"
TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}


@require_safe
def rendition(request: HttpRequest, path: str, begin: str, extension: str) -> FileResponse:
    """One file, kept for ever by every cache: what is under an address never changes."""
    try:
        file = (Path(settings.RENDITIONS_ROOT) / path).open("rb")
    except OSError:
        raise Http404("There is no such picture.") from None
    response = FileResponse(file, content_type=TYPES[extension])
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # feed readers and social cards show them
    return response
