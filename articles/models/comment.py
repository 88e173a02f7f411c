"""Comment is what colleagues say to each other about a story. It stands beside the story, never in it.

No Document, Revision or Edition knows of comments, so nothing of them can be published.
"""

import re
import unicodedata
import uuid
from collections.abc import Iterable
from typing import Any, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone

from articles.errors import NotPossible
from articles.models.article import Article
from articles.models.audit import display_name
from newsroom.html import address, tidy

LONGEST = 5_000  # characters of one comment
LONGEST_QUOTE, AROUND = 1_000, 80
MOST = 1_000  # of one story
BACKEND = "django.contrib.auth.backends.ModelBackend"  # the one that knows roles
LINK = r"https?://[^\s<>\"]+"
BLANK = "\u2800\u115f\u1160\u3164\uffa0"  # letters that show nothing
ENDS = ".,;:!?'’”»"  # of a sentence around a link


class CommentQuerySet(models.QuerySet["Comment"]):
    def open_threads(self) -> Self:
        """The first comments of what is not resolved yet."""
        return self.filter(thread=None, resolved_at=None)

    def awaiting(self, user: Any) -> Self:
        """Where somebody is asked for in an open thread, and has not answered since; newest first."""
        answers = Comment.objects.filter(
            thread=Coalesce(models.OuterRef("thread"), models.OuterRef("pk")),
            by=user.pk,
            deleted_at=None,
            pk__gt=models.OuterRef("pk"),
        )
        told = CommentNotice.objects.filter(comment=models.OuterRef("pk"), user=user.pk, mention=True)
        mine = self.filter(models.Exists(told), deleted_at=None, resolved_at=None, thread__resolved_at=None)
        mine = mine.exclude(by=user.pk)
        visible = Article.objects.visible_to(user)
        return mine.filter(~models.Exists(answers), article__in=visible).select_related("article").order_by("-pk")

    def stamp(self, article: int) -> str:
        """Another text whenever a comment of the story came, went or changed; empty while there is none."""
        found = self.filter(article=article).aggregate(number=models.Count("pk"), last=models.Max("changed_at"))
        return stamp(found["number"], found["last"])

    def open_of(self, articles: Iterable[int]) -> dict[int, int]:
        """How many open threads each of these stories has, where it has any."""
        rows = self.open_threads().filter(article__in=list(articles)).order_by().values_list("article")
        return dict(rows.annotate(number=models.Count("pk")))


class Comment(models.Model):
    """What one person said. `thread` is the comment that began it, None for that one itself.

    `section` is a section's key, empty for the story as a whole; `quote` are words of its text as they were, with those
    around them, by which they are found again. A comment that was deleted stays, without its words, while there are
    answers to it.
    """

    article = models.ForeignKey(Article, models.CASCADE, related_name="comments")
    thread = models.ForeignKey("self", models.CASCADE, null=True, related_name="replies")
    key = models.UUIDField(default=uuid.uuid4, unique=True, help_text="Made where it was typed; sent twice, it is one.")
    section = models.CharField(max_length=36, blank=True)
    where = models.CharField(max_length=120, blank=True, help_text="What the section was called then.")
    quote = models.TextField(blank=True)
    before = models.CharField(max_length=AROUND, blank=True)
    after = models.CharField(max_length=AROUND, blank=True)
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)
    edited_at = models.DateTimeField(null=True)
    deleted_at = models.DateTimeField(null=True)
    resolved_at = models.DateTimeField(null=True)
    resolved_by_name = models.CharField(max_length=150, blank=True)
    muted_by = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+", help_text="No mail of its replies.")

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deleted_at__isnull=True) & ~models.Q(text="")
                | models.Q(deleted_at__isnull=False, text=""),
                name="comment_says_something",
            ),
            models.CheckConstraint(
                condition=models.Q(thread__isnull=True) | models.Q(resolved_at__isnull=True),
                name="comment_threads_are_resolved",
            ),
        ]
        indexes = [
            models.Index(
                fields=["article"], condition=models.Q(thread=None, resolved_at=None), name="comment_open_threads"
            ),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}"

    def get_absolute_url(self) -> str:
        """The story at the desk, opened at this comment."""
        return f"{self.article.get_absolute_url()}#comment-{self.pk}"

    @property
    def root_id(self) -> int:
        return self.thread_id or self.pk

    @property
    def place(self) -> str:
        """Where it stands in the story, for the log: “A quiet rehearsal”, the opening, the story."""
        return self.where or "the story"

    def listeners(self) -> set[int]:
        """Who wrote in the thread this one answers in, and wants its replies. What begins a thread has none."""
        if self.thread_id is None:
            return set()
        thread = Comment.objects.filter(models.Q(pk=self.thread_id) | models.Q(thread=self.thread_id), deleted_at=None)
        wrote = thread.exclude(pk=self.pk).exclude(by=None).order_by().values_list("by", flat=True)
        muted = Comment.muted_by.through.objects.filter(comment=self.thread_id).values_list("user", flat=True)
        return set(wrote) - set(muted)

    def prune(self) -> None:
        """A thread does not end with what was deleted: take that away, and all of it when nothing else is left."""
        for one in Comment.objects.filter(models.Q(pk=self.root_id) | models.Q(thread=self.root_id)).order_by("-pk"):
            if one.deleted_at is None:
                break
            one.delete()


class CommentNotice(models.Model):
    """Somebody is to be told of a comment, once: because they are asked for in it, or wrote in its thread before."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="notices")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    mention = models.BooleanField(default=False)
    label = models.CharField(max_length=150, blank=True, help_text="What stands after the @.")
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["comment", "user"], name="comment_notice_once")]

    def __str__(self) -> str:
        return f"Notice {self.pk}"


def stamp(number: int, last: Any) -> str:
    return f"{number} {last.isoformat()}" if number else ""


def said(text: str) -> str:
    """A comment's text as it is kept: plain lines. Raises NotPossible when nothing is left, or too much."""
    text = "\n".join(tidy(line) for line in text[: 20 * LONGEST].splitlines())
    text = re.sub(r"\n{3,}", "\n\n", text).strip()
    if all(one in BLANK or unicodedata.category(one)[0] in "ZC" for one in text):
        raise NotPossible("Write something first.")
    if len(text) > LONGEST:
        raise NotPossible(f"This is too long for a comment: {len(text):,} characters, and {LONGEST:,} are the most.")
    return text


# -- who may be asked for ------------------------------------------------------------------------------------------


def people_of(article: Article) -> models.QuerySet[User]:
    """Who may see the story at the desk."""

    def may(permission: str) -> models.Q:
        return models.Q(pk__in=User.objects.with_perm(f"articles.{permission}", backend=BACKEND).values("pk"))

    people = User.objects.filter(is_active=True, is_staff=True).filter(may("view_article") | may("change_article"))
    own = models.Q(pk__in=[one for one in (article.created_by_id, article.assignee_id) if one])
    return people.filter(may("edit_any_article") | own).order_by("first_name", "last_name", "username")


def labels(people: Iterable[User]) -> dict[int, str]:
    """What to type after @ for each: the name, or the sign-in where two have the same."""
    names = {one.pk: (display_name(one), one.get_username()) for one in people}
    taken = [name.casefold() for name, _ in names.values()] + [sign_in.casefold() for _, sign_in in names.values()]
    return {
        pk: name if name == sign_in or taken.count(name.casefold()) == 1 else sign_in
        for pk, (name, sign_in) in names.items()
    }


def mentioned(text: str, people: Iterable[User]) -> dict[int, str]:
    """Who is asked for in a text, each with the words that stand after the @. Sign-ins count like names."""
    people = list(people)
    known = {one.get_username(): one.pk for one in people}
    known |= {label: pk for pk, label in labels(people).items()}
    longest_first = sorted(known, key=len, reverse=True)
    found: dict[int, str] = {}
    for sign in re.finditer(r"(?<!\w)@", text):
        rest = text[sign.end() : sign.end() + 200]
        for label in longest_first:
            words, after = rest[: len(label)], rest[len(label) : len(label) + 1]
            if words.casefold() == label.casefold() and not (after.isalnum() or after == "_"):
                found.setdefault(known[label], words)
                break
    return found


def runs(text: str, names: Iterable[str]) -> list[tuple[str, str, str]]:
    """The text in pieces to draw: (kind, words, address); kind is text, mention or link."""
    wanted = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?P<link>{LINK})" + (rf"|(?<!\w)@(?:{wanted})(?!\w)" if wanted else ""), re.IGNORECASE)
    pieces: list[tuple[str, str, str]] = []
    at = 0
    for match in pattern.finditer(text):
        words, href = match[0], ""
        if match["link"]:
            words = words.rstrip(ENDS)
            if words.endswith(")") and words.count("(") < words.count(")"):
                words = words[:-1].rstrip(ENDS)
            href = address(words)
            if not href:
                continue
        pieces += [("text", text[at : match.start()], ""), ("link" if href else "mention", words, href)]
        at = match.start() + len(words)
    return [piece for piece in [*pieces, ("text", text[at:], "")] if piece[1]]
