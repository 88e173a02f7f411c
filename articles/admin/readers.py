"""What an editor decides at the desk about what readers may still see of earlier editions."""

from django.http import HttpRequest
from django.utils import timezone

from articles.errors import NotPossible
from articles.models import Article, Edition, Redaction
from newsroom.html import tidy


def redact(article: Article, request: HttpRequest) -> str:
    number = request.POST.get("redact_edition", "")
    if not (number.isascii() and number.isdigit() and len(number) < 8):
        raise NotPossible("Choose the edition that removed the words.")
    reason = tidy(request.POST.get("redact_reason", ""))[:300]
    Redaction.hide_before(article, int(number), by=request.user, reason=reason)
    return "The words it removed are hidden from readers, and what stood before."


def redactable(article: Article | None) -> list[tuple[int, str]]:
    """The public editions of a live story that may have removed something: number, and when and what they were."""
    if article is None or article.live_edition_id is None:
        return []
    found = article.editions.filter(number__gt=1, redaction=None).order_by("-number").select_related("correction")
    found = found.defer("document", "text", "corrections", "card")[:50]
    return [(one.number, told(one)) for one in found]


def told(edition: Edition) -> str:
    kind = f", {edition.correction.kind}" if hasattr(edition, "correction") else ""
    return f"edition {edition.number}, {timezone.localtime(edition.published_at):%-d %b %Y, %H:%M}{kind}"
