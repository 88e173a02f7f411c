"""What readers do with an issue, counted for the issue alone: links followed, and, where they agreed, mails opened.

A link to our site carries the issue behind a #, which no browser sends and no cache sees. A script of the page it leads
to reads it, says it once, and takes it out of the address; see static/js/issue-click.js. So no link in a mail leads
through a counter, and opening one changes nothing.
"""

import base64
import re
from collections.abc import Mapping

from django.conf import settings
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from newsletter.models import IssueCount
from newsroom import counting
from newsroom.tally import Tally

What = IssueCount.What
MOST_OPENS = 3_000  # a minute of one network: mail programs load pictures through few addresses of their makers
# One transparent pixel.
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")

_LINK = re.compile(r'<a href="([^"]*)"')

# Only issues that began to go out; a story that was not in it counts as any other page of ours.
COUNT = """
INSERT INTO newsletter_issuecount (issue_id, what, story, number)
SELECT i.id, %s, COALESCE(
  (SELECT s.article_id FROM newsletter_issuestory s WHERE s.issue_id = i.id AND s.article_id = %s), 0
), %s FROM newsletter_issue i WHERE i.id = %s AND i.printed IS NOT NULL
ON CONFLICT (issue_id, what, story) DO UPDATE SET number = newsletter_issuecount.number + excluded.number
"""


def write(counts: Mapping[tuple[int, str, int], int]) -> None:
    rows = [(what, story, number, issue) for (issue, what, story), number in sorted(counts.items())]
    with connection.cursor() as cursor:
        cursor.executemany(COUNT, rows)


COUNTS: Tally[tuple[int, str, int]] = Tally(write)


def marked(address: str, issue: int) -> str:
    """An address that carries the issue, if it is one of ours; one to a place within a page stays as it is."""
    return f"{address}#issue-{issue}" if address.startswith(f"{settings.SITE_URL}/") and "#" not in address else address


def marked_links(html: str, issue: int) -> str:
    """The same for each link of rich text."""
    return _LINK.sub(lambda found: f'<a href="{marked(found[1], issue)}"', html)


@csrf_exempt  # it asks for the origin: pages for everybody have no secret to compare
@require_POST
def click(request: HttpRequest, issue: str, story: str) -> HttpResponse:
    """Somebody came from that issue to that story of ours; story 0 is any other page."""
    if counting.counts(request, f"issue {issue} {story}"):
        COUNTS.add((int(issue), What.CLICK.value, int(story)))
    return counting.thanks()


@require_safe
def opened(request: HttpRequest, issue: str) -> HttpResponse:
    """The picture in mails to people who agreed that opening is counted: the one GET that counts something.

    Its address is the same for all of them. There is none unless the settings turn it on.
    """
    if not settings.NEWSLETTER_OPEN_TRACKING:
        raise Http404("Nothing is counted here.")
    if request.method == "GET" and counting.may(request, f"opened {issue}", MOST_OPENS):
        COUNTS.add((int(issue), What.OPEN.value, IssueCount.ELSEWHERE))
    response = HttpResponse(PIXEL, content_type="image/gif")
    response["Cache-Control"] = "no-store, private"
    return response
