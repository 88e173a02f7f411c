"""Planning: whose a story is, by when it is wanted, what was asked for, and the way it goes through the desk."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models, transaction
from django.utils import timezone

from articles.errors import NotPossible
from articles.models import search_index
from articles.models.audit import AuditEntry, display_name
from articles.models.notice import tell_of_gift, tell_of_move
from articles.workflow import HELD, MOVES, Move, Priority, State
from newsroom.html import tidy

if TYPE_CHECKING:
    from articles.models.article import Article, Person

LONGEST_BRIEF = 2_000


class PlanningDeeds(models.Model):
    """What the desk decides about an Article besides its words. Readers see nothing of it."""

    workflow_state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    deadline = models.DateTimeField(null=True, blank=True, editable=False, help_text="By when the desk wants it.")
    priority = models.PositiveSmallIntegerField(choices=Priority.choices, default=Priority.NORMAL, editable=False)
    brief = models.TextField(blank=True, editable=False, help_text="What the desk asked for; never printed.")

    late_told = models.DateTimeField(null=True, editable=False, help_text="The deadline people were told is over.")

    class Meta:
        abstract = True

    def moves_for(self, user: Any) -> tuple[Move, ...]:
        """The ways this person may send the story now; none once it is live, scheduled or withdrawn."""
        story = cast("Article", self)
        if story.standing.value not in State.values:
            return ()
        ways = MOVES[State(story.workflow_state)]
        if user.has_perm("articles.edit_any_article"):
            return ways
        own = story.is_written_by(user) and user.has_perm("articles.change_article")
        return tuple(one for one in ways if one.own) if own else ()

    def is_written_by(self, user: Any) -> bool:
        """Whether it is this person's: begun by them, or given to them."""
        story = cast("Article", self)
        return user.pk is not None and user.pk in (story.created_by_id, story.assignee_id)

    @property
    def is_late(self) -> bool:
        story = cast("Article", self)
        return bool(self.deadline and self.deadline < timezone.now() and story.standing.value in State.values)

    def held_at_the_desk(self) -> dict[str, str]:
        """Why the story's state keeps it from readers: place → sentence; empty where it may go out."""
        story = cast("Article", self)
        state = story.standing.value
        return {"workflow_state": HELD[State(state)]} if state in HELD else {}

    @transaction.atomic
    def move_to(self, state: State, *, by: "Person") -> None:
        """Send the story on, along the table of moves; NotPossible where it has no way. Readers see no change."""
        story = cast("Article", self)
        story._refresh_locked()
        if story.workflow_state == state:
            return
        if not any(one.to == state for one in story.moves_for(by)):
            raise NotPossible(
                f"It is “{story.standing.label}” now, and cannot go from there to “{State(state).label}”. "
                "Perhaps somebody moved it meanwhile."
            )
        was = State(story.workflow_state).label
        story.workflow_state = state
        story.save(update_fields=["workflow_state"])
        search_index.stand(story.pk, story.standing)
        story.record(AuditEntry.Action.STATE, by, f"from “{was}” to “{State(state).label}”")
        tell_of_move(story, by)

    @transaction.atomic
    def plan(
        self,
        *,
        by: "Person",
        assignee: User | None,
        deadline: datetime | None,
        priority: Priority,
        brief: str,
    ) -> bool:
        """Say whose it is, by when, how urgent, and what is wanted. Returns whether that changed anything.

        Only somebody of `may_be_given_to` gets a story; NotPossible else.
        """
        story = cast("Article", self)
        story._refresh_locked()
        brief = "\n".join(tidy(line) for line in brief.splitlines()).strip()[:LONGEST_BRIEF]
        new = assignee.pk if assignee else None
        if new != story.assignee_id and assignee and not may_be_given_to().filter(pk=assignee.pk).exists():
            raise NotPossible(f"{display_name(assignee)} cannot write stories, so this one cannot be theirs.")
        said = []
        if new != story.assignee_id:
            said.append(f"for {display_name(assignee)}" if assignee else "for nobody in particular")
        if deadline != story.deadline:
            said.append(f"by {timezone.localtime(deadline):%-d %B %Y, %H:%M}" if deadline else "without a deadline")
        if priority != story.priority:
            said.append(f"priority {Priority(priority).label.lower()}")
        if brief != story.brief:
            said.append("another brief" if story.brief and brief else "with a brief" if brief else "without a brief")
        if not said:
            return False
        given = new != story.assignee_id
        story.assignee_id, story.deadline, story.priority, story.brief = new, deadline, priority, brief
        story.save(update_fields=["assignee", "deadline", "priority", "brief"])
        if given:
            search_index.own(story.pk, [story.created_by_id, new])
        story.record(AuditEntry.Action.PLAN, by, ", ".join(said))
        if given:
            tell_of_gift(story, by)
        return True


def may_be_given_to() -> models.QuerySet[User]:
    """Whoever writes at the desk."""
    writes = User.objects.with_perm("articles.change_article", backend="django.contrib.auth.backends.ModelBackend")
    return writes.filter(is_staff=True, is_active=True).order_by("first_name", "last_name", "username")
