"""Renditions on their way to readers: the only files made here that have a public address."""

import re
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from articles.renditions import SHAPES

NAME = rf"(?P<shape>{'|'.join(SHAPES)})-(?P<width>[1-9][0-9]{{0,4}})\.(?P<extension>avif|jpg)"
PATTERN = rf"^media/(?P<path>(?P<begin>[0-9a-f]{{2}})/(?P=begin)[0-9a-f]{{22}}/{NAME})\Z"
TYPES = {"avif": "image/avif", "jpg": "image/jpeg"}


STAND_IN_SECONDS = 60  # a shape that an upgrade brought is made within the worker's sweep


@require_safe
def rendition(
    request: HttpRequest, path: str, begin: str, shape: str, width: str, extension: str
) -> FileResponse | HttpResponse:
    """One file, kept for ever by every cache: what is under an address never changes.

    One that a new version promises and the worker has not made yet is answered with the way to the nearest that is
    there: a page shows a picture of the wrong cut for a moment, never a broken one.
    """
    place = Path(settings.RENDITIONS_ROOT) / path
    try:
        file = place.open("rb")
    except OSError:
        stand_in = nearest(place, shape, int(width), extension)
        if stand_in is None:
            raise Http404("There is no such picture.") from None
        response = HttpResponseRedirect(stand_in)  # relative: the same folder
        response.headers["Cache-Control"] = f"public, max-age={STAND_IN_SECONDS}"
        response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response
    answer = FileResponse(file, content_type=TYPES[extension])
    answer.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    answer.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # feed readers and social cards show them
    return answer


def nearest(place: Path, shape: str, width: int, extension: str) -> str | None:
    """The name of the file to show instead of one that our shapes know and that is not there; None for any other."""
    known = SHAPES[shape]
    if not (width in known.widths and extension in known.formats) and (width, extension) != (known.largest, "jpg"):
        return None
    there = [
        (match[1] != shape, int(match[2]) < width, abs(int(match[2]) - width), one.name)
        for one in place.parent.glob(f"*.{extension}")
        if (match := re.fullmatch(rf"([a-z]+)-([0-9]+)\.{extension}", one.name)) and match[1] in (shape, "full")
    ]
    return min(there)[-1] if there else None
