"""A correction or a kill reaches those who got the wrong version: in their next issue, once, and nobody else.

A worker turns each correction and kill of a story that an issue carried into a StoryNote, with a row of NoteOwed for
each person who got it. When an issue begins, its deliveries take on what their people are owed; what did not leave
is owed again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models, transaction
from django.db.models import Count, Exists, Max, OuterRef, Q
from django.utils import timezone

from articles.models import Correction, Edition
from articles.models.removal import Removal
from articles.workflow import ChangeKind
from newsletter.models import Delivery, Issue, IssueStory, NoteOwed, StoryNote, Subscription
from newsletter.models.notes import KEPT
from newsroom.addresses import absolute

NOT_GOT = [Delivery.State.FAILED, Delivery.State.SKIPPED, Delivery.State.BOUNCED]


Owed = tuple[int, int]  # the keys of a StoryNote, and of the issue that carried the wrong version


@dataclass(frozen=True, slots=True)
class Told:
    """What one note says. Of a killed story no word is repeated: then all but `newsletter` and `sent_at` is empty."""

    owed: Owed
    kind: str
    text: str
    headline: str
    address: str
    newsletter: str
    sent_at: datetime


# -- what is owed ----------------------------------------------------------------------------------------------------


def take_note() -> int:
    """Note what was corrected or killed since it was looked at last, and who is owed it. Returns how many notes."""
    since = timezone.now() - KEPT
    carried = Exists(IssueStory.objects.filter(article=OuterRef("article")))
    noted = StoryNote.objects.order_by()
    corrections = Correction.objects.filter(
        carried,
        ~Exists(noted.filter(correction=OuterRef("pk"))),
        at__gte=since,
        kind__in=[kind for kind in ChangeKind if kind.needs_note],
    )
    kills = Removal.objects.filter(
        carried, ~Exists(noted.filter(removal=OuterRef("pk"))), at__gte=since, kind=Removal.Kind.KILL
    )
    found = [_corrected(one) for one in corrections.order_by("pk")] + [_killed(one) for one in kills.order_by("pk")]
    return sum(_noted(one) for one in found)


def _corrected(one: Correction) -> StoryNote:
    return StoryNote(article_id=one.article_id, correction=one, wrong_from=0, wrong_before=one.edition_id, at=one.at)


def _killed(one: Removal) -> StoryNote:
    """Of an earlier kill of the same story its own note tells; it may have come back in between."""

    def first_after(at: datetime) -> int:
        """The key of the first edition after that moment, or that of none yet."""
        until = Edition.objects.filter(article=one.article_id, published_at__lte=at)
        return (until.aggregate(last=Max("pk"))["last"] or 0) + 1

    earlier = (
        Removal.objects.filter(article=one.article_id, kind=Removal.Kind.KILL, pk__lt=one.pk).order_by("-pk").first()
    )
    since = first_after(earlier.at) if earlier else 0
    return StoryNote(
        article_id=one.article_id, removal=one, wrong_from=since, wrong_before=first_after(one.at), at=one.at
    )


@transaction.atomic
def _noted(note: StoryNote) -> bool:
    """False when another worker was faster."""
    carriers = IssueStory.objects.filter(**note.wrong)
    issues = list(Issue.objects.filter(pk__in=carriers.values("issue")).order_by("pk").select_for_update())
    if StoryNote.objects.filter(correction=note.correction, removal=note.removal).exists():
        return False
    note.save()
    for issue in reversed(issues):  # the latest is the one that people remember
        _owe(note, issue)
    return True


def _owe(note: StoryNote, issue: Issue) -> None:
    """To all who got it in this issue, as far as it has gone. Who is owed it already, or was told, is left alone."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO newsletter_noteowed (subscriber_id, note_id, carried_by_id) "
            "SELECT subscriber_id, %s, issue_id FROM newsletter_delivery "
            "WHERE issue_id = %s AND state IN ('sent', 'doubt') AND without NOT LIKE %s "
            "ON CONFLICT (subscriber_id, note_id) DO NOTHING",
            [note.pk, issue.pk, f"%,{note.article_id},%"],
        )


def after_sending(issue: Issue) -> None:
    """What was noted while this issue was on its way is owed to the rest, too; who did not get it is owed still.

    To be called where the issue's row is locked: a note that is being taken then waits, and sees all of it.
    """
    for story in issue.stories.all():
        wrong = {"wrong_from__lte": story.edition_id, "wrong_before__gt": story.edition_id}
        for note in StoryNote.objects.filter(article=story.article_id, **wrong):
            _owe(note, issue)
    NoteOwed.objects.filter(delivery__issue=issue, delivery__state__in=NOT_GOT).update(delivery=None)


def hand_on(issue: Issue) -> int:
    """Its deliveries take on what their people are owed. Returns how many people are told something."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE newsletter_noteowed SET delivery_id = (SELECT id FROM newsletter_delivery "
            "WHERE issue_id = %s AND subscriber_id = newsletter_noteowed.subscriber_id) WHERE delivery_id IS NULL "
            "AND subscriber_id IN (SELECT subscriber_id FROM newsletter_delivery WHERE issue_id = %s)",
            [issue.pk, issue.pk],
        )
    return NoteOwed.objects.filter(delivery__issue=issue).values("subscriber").distinct().count()


# -- what is said ----------------------------------------------------------------------------------------------------


def told(owed: Iterable[Owed]) -> list[Told]:
    """What these say, oldest first. A note that does not hold any more says nothing.

    A correction holds while its story is live, a kill while its story has not come back; of what was taken down nothing
    is said at all.
    """
    pairs = set(owed)
    of_live = Q(correction__isnull=False, article__live_edition__isnull=False)
    of_gone = Q(removal__isnull=False, article__live_edition=None, article__taken_down_at=None)
    notes = StoryNote.objects.filter(of_live | of_gone, pk__in={note for note, _ in pairs})
    issues = Issue.objects.filter(pk__in={issue for _, issue in pairs}).select_related("newsletter")
    carriers = issues.defer("blocks", "printed").in_bulk()
    found = []
    for note in notes.select_related("correction", "article__live_edition__category").order_by("at", "pk"):
        edition, correction = note.article.live_edition, note.correction
        kind, text, headline, address = "", "", "", ""
        if correction is not None and edition is not None:
            kind, text = ChangeKind(correction.kind).name.capitalize(), correction.text
            headline, address = edition.card_headline, absolute(edition.get_absolute_url())
        for pk in sorted(issue for one, issue in pairs if one == note.pk):
            issue = carriers[pk]
            assert issue.started_at is not None
            found.append(Told((note.pk, pk), kind, text, headline, address, issue.newsletter.name, issue.started_at))
    return found


@dataclass(frozen=True, slots=True)
class Along:
    """What goes along with an issue, and to how many of its readers."""

    told: Told
    people: int


def along(issue: Issue, receiving: "models.QuerySet[Subscription]") -> list[Along]:
    """What goes, or went, along with it; `receiving` are the subscriptions that an issue not begun yet goes to."""
    owed = NoteOwed.objects.order_by()
    if issue.started_at is None:
        owed = owed.filter(delivery=None, subscriber__in=receiving.values("subscriber"))
    else:
        owed = owed.filter(delivery__issue=issue)
    rows = owed.values_list("note", "carried_by").annotate(people=Count("pk"))
    people = {(note, carrier): count for note, carrier, count in rows}
    return [Along(one, people[one.owed]) for one in told(people)]
