"""The publication's colours as a stylesheet whose content follows from its address, so every cache may keep it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from newsroom import colour

EDITION = 1  # raise it when the same colours would give another stylesheet: caches keep the old one for a year
PATTERN = rf"^theme/(?P<accent>[0-9a-f]{{6}})-(?P<masthead>{'|'.join(colour.MASTHEADS)})-{EDITION}\.css\Z"


def address(accent: str, masthead: str) -> str:
    return f"/theme/{accent.removeprefix('#')}-{masthead}-{EDITION}.css"


@require_safe
def stylesheet(request: HttpRequest, accent: str, masthead: str) -> HttpResponse:
    if not colour.accepted(f"#{accent}"):
        raise Http404("There is no such theme.")
    themed = colour.theme(f"#{accent}", masthead)
    dark = "\n".join(f"  {line}" for line in _rule(themed.dark).splitlines())
    css = f"@layer tokens {{\n{_rule(themed.light)}\n@media (prefers-color-scheme: dark) {{\n{dark}\n}}\n}}\n"
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _rule(scheme: colour.Scheme) -> str:
    properties = {
        "accent": scheme.accent,
        "accent-ink": scheme.accent_ink,
        "tint": scheme.tint,
        "masthead-paper": scheme.masthead_paper,
        "masthead-ink": scheme.masthead_ink,
        "masthead-line": scheme.masthead_line,
    }
    return ":root {\n" + "\n".join(f"  --{name}: {value};" for name, value in properties.items()) + "\n}"
