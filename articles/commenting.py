"""The deeds of comments: begin, answer, change, delete, resolve, reopen, and who is told of them."""

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.comment_mail import send_notice
from articles.desk_log import NOTICES
from articles.document import is_key
from articles.errors import NotPossible
from articles.models import Article, AuditEntry, Comment, CommentNotice, Person, display_name
from articles.models.comment import AROUND, LONGEST_QUOTE, MOST, mentioned, people_of, said
from newsroom.html import tidy

GONE = "This comment is gone: somebody deleted it meanwhile."


@dataclass(frozen=True, slots=True)
class Spot:
    """What a comment is about: words of a section, a section (by its key), or the story when that is empty."""

    section: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""

    def checked(self) -> "Spot":
        """The spot as it may be kept. Without a section there are no words of it either."""
        if not is_key(self.section):
            return Spot()
        quote = tidy(self.quote)[:LONGEST_QUOTE]
        before, after = tidy(self.before)[-AROUND:], tidy(self.after)[:AROUND]
        return Spot(str(uuid.UUID(self.section)), quote, before if quote else "", after if quote else "")


@transaction.atomic
def begin(article: Article, text: str, spot: Spot, *, by: Person, key: str = "") -> Comment:
    """A new thread. `key` is the identity it was typed under: what was sent before, and is sent again, is one comment.

    Raises NotPossible with a sentence for the editor.
    """
    return _add(article, None, text, spot.checked(), by, key)


@transaction.atomic
def reply(thread: Comment, text: str, *, by: Person, key: str = "") -> Comment:
    """An answer. A resolved thread is open again with it, for nobody would see it there."""
    return _add(thread.article, thread.root_id, text, Spot(), by, key)


def _add(article: Article, root: int | None, text: str, spot: Spot, by: Person, key: str) -> Comment:
    article._refresh_locked()
    known = Comment.objects.filter(key=key).first() if is_key(key) else None
    if known and (known.by_id, known.article_id, known.deleted_at) == (by.pk, article.pk, None):
        edit(known, text, by=by)  # its answer was lost, and perhaps it was written on before it was sent again
        return known
    thread = None
    if root is not None and (thread := article.comments.filter(pk=root, thread=None).first()) is None:
        raise NotPossible(GONE)
    text = said(text)
    if article.comments.count() >= MOST:
        raise NotPossible(f"This story has {MOST:,} comments; more it cannot have.")
    comment = Comment(article=article, thread=thread, text=text, by_id=by.pk, by_name=display_name(by))
    comment.section, comment.quote, comment.before, comment.after = spot.section, spot.quote, spot.before, spot.after
    comment.where = _called(article, spot.section)
    if known is None and is_key(key):
        comment.key = uuid.UUID(key)
    comment.save()
    article.record(AuditEntry.Action.COMMENT, by, (thread or comment).place)
    if thread is not None and thread.resolved_at is not None:
        _set_resolved(thread, None, by)
    _tell(comment, article)
    return comment


def _called(article: Article, section: str) -> str:
    """What a section is called at this moment; a new one, not saved yet, has no name."""
    if not section:
        return ""
    for number, (key, subhead) in enumerate(article.sections.values_list("key", "subhead"), 1):
        if str(key) == section:
            return f"“{subhead[:116]}”" if subhead else "the opening" if number == 1 else f"section {number}"
    return "a new section"


@transaction.atomic
def edit(comment: Comment, text: str, *, by: Person) -> None:
    """Whoever wrote it puts it otherwise. Who is asked for only now is told."""
    comment = _own(comment, by)
    text = said(text)
    if text == comment.text:
        return
    comment.text = text
    comment.edited_at = comment.changed_at = timezone.now()
    comment.save(update_fields=["text", "edited_at", "changed_at"])
    comment.article.record(AuditEntry.Action.COMMENT_EDIT, by, (comment.thread or comment).place)
    _tell(comment, comment.article)


@transaction.atomic
def remove(comment: Comment, *, by: Person) -> None:
    """Take one's own words back. Where there are answers, it still says that something stood there."""
    comment = _own(comment, by)
    comment.text = ""
    comment.deleted_at = comment.changed_at = timezone.now()
    comment.save(update_fields=["text", "deleted_at", "changed_at"])
    comment.notices.all().delete()
    comment.article.record(AuditEntry.Action.COMMENT_DELETE, by, (comment.thread or comment).place)
    comment.prune()


@transaction.atomic
def resolve(thread: Comment, *, by: Person) -> None:
    _set_resolved(_held(thread), timezone.now(), by)


@transaction.atomic
def reopen(thread: Comment, *, by: Person) -> None:
    _set_resolved(_held(thread), None, by)


def _set_resolved(thread: Comment, at: Any, by: Person) -> None:
    if thread.thread_id is not None:
        raise NotPossible("Only a whole thread is resolved.")
    if (thread.resolved_at is None) == (at is None):
        return
    thread.resolved_at, thread.resolved_by_name = at, display_name(by) if at else ""
    thread.changed_at = timezone.now()
    thread.save(update_fields=["resolved_at", "resolved_by_name", "changed_at"])
    thread.article.record(AuditEntry.Action.RESOLVE if at else AuditEntry.Action.REOPEN, by, thread.place)


@transaction.atomic
def mute(thread: Comment, *, by: Person, muted: bool) -> None:
    """No mail of this thread's replies to this person any more, or again. Who is asked for by name is told anyhow."""
    held = _held(thread)
    people, mine = (held.thread or held).muted_by, User.objects.filter(username=by.get_username())
    if people.filter(pk__in=mine).exists() == muted:
        return
    change = people.add if muted else people.remove
    change(*mine)
    # Of the person, not of the story, whose history has nothing to do with it.
    detail = f"{'no mail' if muted else 'mail again'} of replies to a comment on story {held.article_id}"
    AuditEntry.write(AuditEntry.Action.CHANGE, by, about=NOTICES, headline="own notices", detail=detail)


def _held(comment: Comment) -> Comment:
    """The comment as it is now, with its story held until the deed is done. NotPossible when it is gone."""
    comment.article._refresh_locked()
    found = Comment.objects.select_related("article", "thread").filter(pk=comment.pk).first()
    if found is None:
        raise NotPossible(GONE)
    return found


def _own(comment: Comment, by: Person) -> Comment:
    found = _held(comment)
    if by.pk is None or found.by_id != by.pk:
        raise NotPossible("Only whoever wrote a comment changes or deletes it.")
    if found.deleted_at is not None:
        raise NotPossible(GONE)
    return found


def _tell(comment: Comment, article: Article) -> None:
    """Have told who is asked for, and, of a new answer, who wrote in its thread. Nobody twice of one comment."""
    people: dict[int, User] = {}
    named: dict[int, str] = {}
    if "@" in comment.text:
        people = {one.pk: one for one in people_of(article)}
        named = mentioned(comment.text, people.values())
    others = comment.listeners() - named.keys()
    dropped = comment.notices.filter(mention=True).exclude(user__in=named)
    dropped.filter(mailed_at=None).exclude(user__in=others).delete()
    dropped.update(mention=False, label="")
    told = {one.user_id: one for one in comment.notices.all()}
    wanted: dict[int, str | None] = dict(named)
    if comment.edited_at is None:
        wanted |= dict.fromkeys(others)
    for pk, label in wanted.items():
        if pk == comment.by_id and label is None:
            continue
        notice = told.get(pk) or CommentNotice(comment=comment, user_id=pk)
        fresh = notice.pk is None
        notice.mention, notice.label = label is not None, label or ""
        notice.save()
        if fresh and pk != comment.by_id:
            # The task is a row of this transaction: it is there if, and only if, the comment is.
            send_notice.enqueue(notice.pk)
