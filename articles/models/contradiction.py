"""Live stories that say of a person what their facts, changed since, contradict."""

import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone

from articles.checks import ages, children
from articles.checks.finding import ALWAYS, STOP, Facts, Finding, Story, squeezed
from articles.errors import NotPossible
from articles.models.audit import AuditEntry
from articles.models.checking import CheckOverride, person_of, put_on_record
from articles.models.edition import Edition
from articles.models.people import Topic
from newsroom.html import tidy

if TYPE_CHECKING:
    from articles.models.article import Person as Somebody

AT_ONCE = 50  # stories in one go
SECONDS = 0.5  # that one call looks


class ContradictionQuerySet(models.QuerySet["Contradiction"]):
    def standing(self) -> Self:
        """Those of what readers see now, unless an editor let the words stand."""
        live = self.filter(edition__live_for__isnull=False)
        let_stand = CheckOverride.objects.filter(
            article=models.OuterRef("edition__article"), key=models.OuterRef("key")
        )
        return live.exclude(models.Exists(let_stand))


class Contradiction(models.Model):
    """Words of one published state of a story that are not so by what the desk knows now, on the day readers read them.

    It is about an edition. When the story is published again, the new edition is looked at, see `carry_over`; what is
    withdrawn contradicts nothing.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="+")
    topic = models.ForeignKey(Topic, models.CASCADE, related_name="contradictions")
    key = models.CharField(max_length=24, help_text="Of the finding, as for overrides.")
    check_name = models.CharField(max_length=40)
    said = models.TextField()
    words = models.TextField(help_text="With some of what stands around them.")
    found_at = models.DateTimeField(default=timezone.now)

    objects = ContradictionQuerySet.as_manager()

    class Meta:
        ordering = ["-found_at", "-pk"]
        verbose_name = "contradicted story"
        verbose_name_plural = "contradicted stories"
        constraints = [models.UniqueConstraint(fields=["edition", "topic", "key"], name="contradicted_once")]

    def __str__(self) -> str:
        return self.edition.headline

    @transaction.atomic
    def let_stand(self, *, reason: str, by: "Somebody") -> None:
        """The words stay as they are: with a name and a reason, as when a stop is let pass."""
        reason = tidy(reason)[:300]
        if not reason:
            raise NotPossible("Say why the words stay as they are.")
        article = self.edition.article
        article._refresh_locked()
        finding = Finding(self.check_name, ALWAYS[STOP], "", self.said, words=self.words)
        put_on_record(article, self.key, finding, reason=reason, by=by)
        words = f"{self.check_name} “{squeezed(self.words)[:80]}”, in edition {self.edition.number}"
        article.record(AuditEntry.Action.OVERRIDE, by, words, why=reason)


def look_again(seconds: float = SECONDS) -> int:
    """Look through live stories about persons whose facts have changed, newest first, for about so long.

    Returns how many stories were looked at. Two workers at once are safe, and one that dies goes on where it was.
    """
    done, until = 0, time.monotonic() + seconds
    while time.monotonic() < until:
        topic = Topic.objects.filter(look_from__isnull=False).order_by("pk").first()
        if topic is None:
            break
        done += look_on(topic)
    return done


@transaction.atomic
def look_on(topic: Topic) -> int:
    """The next AT_ONCE live stories about a person; remembers how far it came. Always the same number of queries."""
    held = Topic.objects.select_for_update().filter(pk=topic.pk, look_from=topic.look_from).first()
    if held is None or held.look_from is None:
        return 0
    live = Edition.objects.filter(topics=held, live_for__isnull=False, pk__lt=held.look_from).order_by("-pk")
    editions = list(live[:AT_ONCE])
    others: defaultdict[int, list[Topic]] = defaultdict(list)
    rows = Edition.topics.through.objects.filter(edition__in=editions, topic__kind=Topic.Kind.PERSON)
    for row in rows.exclude(topic=held).select_related("topic").order_by("pk"):
        others[row.edition_id].append(row.topic)
    found = [one for edition in editions for one in contradicting(edition, held, others[edition.pk])]
    Contradiction.objects.bulk_create(found, ignore_conflicts=True)
    came_to = editions[-1].pk if len(editions) == AT_ONCE else None
    Topic.objects.filter(pk=held.pk).update(look_from=came_to)
    return len(editions)


def carry_over(editions: Sequence[tuple[Edition | None, Edition]]) -> None:
    """Look at editions that go out for what their stories' last ones said against a person's facts.

    So a line stays while the words stand. Also at those about a person whose live stories are being looked through: a
    new edition is newer than where that has come. Two queries for all of them where there is no such person.
    """
    waiting = set(Topic.objects.filter(look_from__isnull=False).values_list("pk", flat=True))  # first: see look_on
    before = [one.pk for one, _ in editions if one is not None]
    rows = Contradiction.objects.filter(edition__in=before).order_by().values_list("edition", "topic").distinct()
    said: defaultdict[int, set[int]] = defaultdict(set)
    for edition_id, topic_id in rows:
        said[edition_id].add(topic_id)
    asked = []
    for last, edition in editions if waiting or said else ():
        about = {one.id for one in edition.story.topics}
        if topics := (about & waiting) | said[last.pk if last is not None else 0]:
            asked.append((edition, topics, about))
    if not asked:
        return
    wanted = {pk for _, topics, about in asked for pk in topics | about}
    persons = Topic.objects.filter(kind=Topic.Kind.PERSON).in_bulk(wanted)
    found = []
    for edition, topics, about in asked:
        for pk in sorted(topics & persons.keys()):
            others = [persons[one] for one in sorted((about & persons.keys()) - {pk})]
            found += contradicting(edition, persons[pk], others)
    Contradiction.objects.bulk_create(found, ignore_conflicts=True)


def contradicting(edition: Edition, topic: Topic, others: list[Topic]) -> list[Contradiction]:
    """What an edition says against a person's facts, on the days it was first and last published.

    Who is no topic of it is only looked for by name. `others` are those whom it is about besides.
    """
    person = person_of(topic)
    days = {timezone.localdate(edition.first_published_at), timezone.localdate(edition.published_at)}
    document, people = edition.story, tuple(person_of(one) for one in others)
    facts = Facts(timezone.localdate(), tuple(sorted(days)), people=people, named=(person,))
    if topic.pk in {one.id for one in document.topics}:
        facts = replace(facts, people=(person, *people), named=())
    story = Story(document)
    return [
        Contradiction(
            edition=edition,
            topic=topic,
            key=one.key,
            check_name=one.check,
            said=one.said,
            words=f"{one.before[-40:]}{one.words}{one.after[:40]}",
        )
        for check in (ages, children)
        for one in check.check(story, facts)
        if person.name in one.said
    ]
