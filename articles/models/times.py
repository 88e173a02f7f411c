"""When a story may be seen: embargo, expiry, and the two ways it goes for cause, kill and takedown."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.db import models, transaction
from django.utils import timezone

from articles.errors import NotPossible
from articles.models import reach, search_index
from articles.models.audit import AuditEntry, display_name
from articles.models.own_pictures import own_pictures
from articles.models.pictures import ImageAsset
from articles.models.removal import Removal
from articles.moments import said
from newsroom.delivery.purging import purge
from newsroom.delivery.shown import EVERYTHING
from newsroom.html import tidy

if TYPE_CHECKING:
    from articles.models.article import Article, Person

Action = AuditEntry.Action
MOST_REASON = 300  # letters


class TimesDeeds(models.Model):
    """What an Article remembers of when it may be seen, and the deeds that change it."""

    embargo_until = models.DateTimeField(null=True, editable=False, help_text="Nothing goes out before this moment.")
    embargo_asked = models.CharField(
        max_length=MOST_REASON, blank=True, editable=False, help_text="Who asked for the embargo, as a sentence."
    )
    scheduled_change = models.CharField(
        max_length=15, blank=True, editable=False, help_text="What the scheduled change is to readers: a ChangeKind."
    )
    scheduled_note = models.TextField(blank=True, editable=False, help_text="The note that goes out with it.")
    scheduled_legal = models.BooleanField(
        default=False, editable=False, help_text="The scheduled change removes something for legal reasons."
    )
    expires_at = models.DateTimeField(null=True, editable=False, help_text="When it is withdrawn by itself.")
    taken_down_at = models.DateTimeField(null=True, editable=False, help_text="Only administrators see it since.")

    class Meta:
        abstract = True

    # -- embargo and expiry ----------------------------------------------------------------------------

    @property
    def is_embargoed(self) -> bool:
        return self.embargo_until is not None and timezone.now() < self.embargo_until

    def is_hidden_from(self, user: Any) -> bool:
        """Whether it was taken down, and this person is none of those who see it still."""
        return self.taken_down_at is not None and not user.has_perm("articles.take_down_article")

    def held_back(self, at: datetime) -> dict[str, str]:
        """Why nothing of the story may go out at that moment, whoever wants it: place → sentence for the editor."""
        story = cast("Article", self)
        found = story.held_at_the_desk()
        if self.embargo_until is not None and at < self.embargo_until:
            found["embargo_until"] = f"It is under embargo until {said(self.embargo_until)}: {self.embargo_asked}"
        if self.expires_at is not None and self.expires_at <= at:
            found["expires_at"] = f"It is to be withdrawn on {said(self.expires_at)}: choose a later time, or none."
        if self.taken_down_at is not None:
            found["taken_down"] = "It was taken down. An administrator lets it back first."
        elif kill := self.open_kill:
            found["killed"] = f"{kill.by_name} killed it: {kill.reason} An editor confirms the notice first."
        return found

    @transaction.atomic
    def set_embargo(self, until: datetime, asked: str, *, by: "Person", reason: str = "") -> bool:
        """Let nothing of the story out before that moment. `asked` is a sentence about who asked for it.

        A story scheduled for an earlier moment is moved to this one; returns whether it was. An embargo that holds
        already is changed only with a reason. Raises NotPossible, with a sentence for the editor.
        """
        story = cast("Article", self)
        story._refresh_locked()
        asked, reason = sentence(asked), tidy(reason)[:MOST_REASON]
        if not asked:
            raise NotPossible("Say who asked for the embargo: whoever tries to publish the story is told.")
        if until <= timezone.now():
            raise NotPossible("That moment has passed: an embargo lies ahead.")
        if story.is_embargoed and not reason:
            raise NotPossible("Say why the embargo is changed.")
        if story.expires_at is not None and story.expires_at <= until:
            raise NotPossible(f"The story is to be withdrawn on {said(story.expires_at)}, before the embargo ends.")
        moves = story.publish_at is not None and story.publish_at < until
        story.embargo_until, story.embargo_asked = until, asked
        if moves:
            story.publish_at, story.schedule_problem = until, ""
        story.save(update_fields=["embargo_until", "embargo_asked", "publish_at", "schedule_problem"])
        story.record(Action.EMBARGO, by, f"until {said(until)}: {asked}", why=reason)
        if moves:
            story.record(Action.SCHEDULE, by, f"for {said(until)}, when the embargo ends")
        return moves

    @transaction.atomic
    def lift_embargo(self, *, by: "Person", reason: str) -> None:
        """The story may go out again. Raises NotPossible without an embargo or a reason."""
        story = cast("Article", self)
        story._refresh_locked()
        reason = tidy(reason)[:MOST_REASON]
        if not story.is_embargoed:
            raise NotPossible("This story is not under embargo.")
        if not reason:
            raise NotPossible("Say why the embargo is lifted.")
        assert story.embargo_until is not None
        was = said(story.embargo_until)
        story.embargo_until, story.embargo_asked = None, ""
        story.save(update_fields=["embargo_until", "embargo_asked"])
        story.record(Action.LIFT_EMBARGO, by, f"of {was}", why=reason)

    @transaction.atomic
    def set_expiry(self, at: datetime | None, *, by: "Person") -> None:
        """Have the worker withdraw the story at that time; None: it stays."""
        story = cast("Article", self)
        story._refresh_locked()
        if at is None and story.expires_at is None:
            raise NotPossible("No time was set at which the story is withdrawn.")
        if at is not None and at <= timezone.now():
            raise NotPossible("That time has passed; choose a later one, or withdraw it now.")
        if at is not None and story.publish_at is not None and at <= story.publish_at:
            raise NotPossible(f"It goes out on {said(story.publish_at)}: choose a time after that.")
        if at is not None and story.embargo_until is not None and at <= story.embargo_until:
            raise NotPossible(f"It is under embargo until {said(story.embargo_until)}: choose a time after that.")
        story.expires_at = at
        if story.publish_at is None:  # else it says why that story did not go out
            story.schedule_problem = ""
        story.save(update_fields=["expires_at", "schedule_problem"])
        story.record(Action.EXPIRY, by, f"withdrawn on {said(at)}" if at else "not withdrawn by itself any more")

    def expire_if_due(self) -> bool:
        """Withdraw a live story whose time is over. Returns False when another worker did, or it is to stay."""
        story = cast("Article", self)
        with transaction.atomic():
            claimed = type(story).objects.expired().filter(pk=story.pk).order_by().update(expires_at=None)
            if not claimed:
                return False
            was_due = self.expires_at
            story.withdraw(by=None, reason=f"its time was over on {said(was_due)}" if was_due else "")
        return True

    def _call_off(self) -> list[str]:
        """Let nothing more happen by itself. Returns the fields that are to be saved."""
        story = cast("Article", self)
        story.publish_at, story.scheduled_by, story.schedule_problem, story.expires_at = None, None, "", None
        story.scheduled_change, story.scheduled_note, story.scheduled_legal = "", "", False
        fields = ["publish_at", "scheduled_by", "schedule_problem", "expires_at"]
        return [*fields, "scheduled_change", "scheduled_note", "scheduled_legal"]

    # -- for cause -------------------------------------------------------------------------------------

    @property
    def open_kill(self) -> Removal | None:
        """The kill that no editor has confirmed yet, of a story that readers do not see."""
        story = cast("Article", self)
        return story.removals.open().first() if story.withdrawn_at is not None else None

    @property
    def why_no_kill(self) -> str:
        """Why the story cannot be killed, as a sentence; empty where it can."""
        story = cast("Article", self)
        if story.taken_down_at is not None:
            return "This story was taken down, which goes further than a kill: there is nothing left to kill."
        if kill := self.open_kill:
            return f"{kill.by_name} killed it already: {kill.reason} The whole desk is told until that is confirmed."
        if story.live_edition_id is None and story.withdrawn_at is None:
            return "Readers have not seen this story, so there is nothing to kill."
        return ""

    @transaction.atomic
    def kill(self, *, by: "Person", reason: str) -> Removal:
        """Take the story from readers and tell the whole desk why, until an editor confirms it.

        One that was withdrawn already does not come back by itself, whatever was planned.
        """
        story = cast("Article", self)
        story._refresh_locked()
        reason = sentence(reason)
        if not reason:
            raise NotPossible("Say why the story is killed: the whole desk is told.")
        if why_not := self.why_no_kill:
            raise NotPossible(why_not)
        if story.live_edition_id is not None:
            story._take_from_readers()
        else:
            story.save(update_fields=self._call_off())
            search_index.stand(story.pk, story.standing)
            purge(reach.keys_of_withdrawn(story))  # feeds tell of it anew
        removal = Removal.objects.create(
            article=story, kind=Removal.Kind.KILL, reason=reason, by_id=by.pk, by_name=display_name(by)
        )
        story.record(Action.KILL, by, why=reason)
        return removal

    @transaction.atomic
    def take_down(self, *, by: "Person", reason: str) -> Removal:
        """Take the story from readers and from all of the desk but administrators, with its own pictures' files.

        The addresses it ever had are asked by the worker, and once more while one has something: see Removal.
        """
        story = cast("Article", self)
        story._refresh_locked()
        reason = sentence(reason)
        if not reason:
            raise NotPossible("Say why the story is taken down.")
        if story.taken_down_at is not None:
            raise NotPossible("This story was taken down already.")
        if story.live_edition_id is not None:
            story._take_from_readers()
        now = timezone.now()
        story.taken_down_at = now
        story.save(update_fields=[*self._call_off(), "taken_down_at"])
        search_index.forget_note(story.pk)
        story.preview_links.filter(revoked_at=None).update(revoked_at=now)
        story.removals.open().update(confirmed_at=now, confirmed_by_name=display_name(by))
        pictures = own_pictures(story)
        answers = [{"what": "page", "address": one, "status": None} for one in sorted(addresses_of(story))]
        answers += [{"what": "picture", "address": one, "status": None} for one in pictures.addresses]
        removal = Removal.objects.create(
            article=story,
            kind=Removal.Kind.TAKEDOWN,
            reason=reason,
            by_id=by.pk,
            by_name=display_name(by),
            answers=answers,
            pictures=[one.pk for one in pictures.assets],
            ask_at=now,
        )
        pictures.withhold()
        if pictures.keys:  # caches in front know finished pictures by no key of their own
            purge([EVERYTHING])
        story.record(Action.TAKE_DOWN, by, why=reason)
        return removal

    @transaction.atomic
    def let_back(self, *, by: "Person", reason: str) -> None:
        """Undo a takedown: the desk sees the story again, and its pictures' files are made anew. Readers see none.

        A picture that another story was taken down with stays withheld until that is let back, too.
        """
        story = cast("Article", self)
        story._refresh_locked()
        reason = tidy(reason)[:MOST_REASON]
        if story.taken_down_at is None:
            raise NotPossible("This story was not taken down.")
        if not reason:
            raise NotPossible("Say why the story is let back.")
        story.taken_down_at = None
        story.save(update_fields=["taken_down_at"])
        search_index.note([story._desk_entry(story.document())])
        standing = Removal.objects.filter(kind=Removal.Kind.TAKEDOWN, let_back_at=None)
        pictures = {pk for one in standing.filter(article=story) for pk in one.pictures}
        standing.filter(article=story).update(let_back_at=timezone.now(), ask_at=None)
        pictures -= {pk for one in standing.defer("answers") for pk in one.pictures}  # another story's, too
        ImageAsset.objects.filter(pk__in=pictures).update(withheld=False)
        story.record(Action.LET_BACK, by, why=reason)

    @property
    def last_kill(self) -> Removal | None:
        """The kill that keeps it from readers; None when it was withdrawn otherwise, or readers see it."""
        story = cast("Article", self)
        if story.withdrawn_at is None:
            return None
        return story.removals.filter(kind=Removal.Kind.KILL, at__gte=story.last_published_at).first()


def sentence(text: str) -> str:
    """One line with a stop at its end; empty for nothing."""
    line = tidy(text)[: MOST_REASON - 1].strip()
    return line if not line or line[-1] in ".!?…" else f"{line}."


def addresses_of(story: "Article") -> set[str]:
    """Every address the story ever had as a page, and what readers could compare: as they were then, and are today."""
    rows = story.editions.order_by().values_list("document__category__slug", "category__slug", "slug").distinct()
    pages = {f"/{category}/{story.pk}/{slug}/" for *categories, slug in rows for category in categories}
    return pages | {f"{one}changes/" for one in pages}
