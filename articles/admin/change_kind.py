"""What a change to a live story is to its readers, as the publishing panel asks for it and sends it."""

from dataclasses import dataclass
from typing import TypedDict

from django.http import HttpRequest

from articles.errors import NotPublishable
from articles.models import Article, Correction
from articles.workflow import ChangeKind

MOST_NOTE = Correction._meta.get_field("text").max_length
UNSAID = "Say what this change is to readers, then press again."


class Change(TypedDict):
    """As `Article.publish` and `Article.schedule` take it."""

    change: ChangeKind
    note: str
    legal: bool


def sent(article: Article, request: HttpRequest) -> Change:
    """What was chosen. Of a live story nobody guesses it: NotPublishable where nothing was."""
    kind = request.POST.get("change", "")
    if kind not in ChangeKind.values and article.live_edition_id is not None:
        raise NotPublishable({"change": UNSAID})
    return {
        "change": ChangeKind(kind) if kind in ChangeKind.values else ChangeKind.TYPO,
        "note": request.POST.get("note", "")[:MOST_NOTE],
        "legal": "legal" in request.POST,
    }


@dataclass(frozen=True, slots=True)
class Panel:
    """What the panel shows as chosen and typed. `kind` is empty while nobody has chosen."""

    kind: str = ""
    note: str = ""
    legal: bool = False
    is_asking: bool = False
    unsaid: str = UNSAID


def panel(article: Article | None, request: HttpRequest) -> Panel:
    """After a refusal as it was sent, so that nothing is lost; else what goes out with the schedule."""
    if request.method == "POST":
        kind = request.POST.get("change", "")
        pressed = "_publish" in request.POST or "_schedule" in request.POST
        return Panel(
            kind if kind in ChangeKind.values else "",
            request.POST.get("note", ""),
            "legal" in request.POST,
            is_asking=pressed and kind not in ChangeKind.values,
        )
    if article is None or article.publish_at is None:
        return Panel()
    return Panel(article.scheduled_change, article.scheduled_note, article.scheduled_legal)
