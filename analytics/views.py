"""What the script of a story's page says when somebody has read it."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from analytics import reading
from newsroom import counting


@csrf_exempt  # it asks for the origin: pages for everybody have no secret to compare
@require_POST
def read(request: HttpRequest, article: str) -> HttpResponse:
    """One more read of that story. Nothing it sends is looked at but this number, and where it came from."""
    if counting.counts(request, f"story {article}"):
        reading.read(int(article))
    return counting.thanks()
