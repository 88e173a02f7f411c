"""What checks know: facts gathered at once, the editors' own rules, and the stops an editor has overridden."""

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Cast, Left, Lower
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.text import slugify

from articles import checks
from articles.checks import house
from articles.checks.broken_links import internal
from articles.checks.finding import (
    ALWAYS,
    Facts,
    Finding,
    HouseRuleFacts,
    Person,
    PictureFacts,
    Story,
    links_of,
    squeezed,
)
from articles.document import Document
from articles.errors import NotPossible
from articles.models.pictures import ImageAsset
from newsroom.html import tidy
from newsroom.models import Page

if TYPE_CHECKING:
    from articles.models.article import Article
    from articles.models.article import Person as Somebody
    from articles.models.people import Topic

_NAMES = re.compile(r"[A-Z][\w’'-]+(?: (?:de |van |von |di |of )?[A-Z][\w’'-]+){1,3}")
_NUMBER = re.compile(r"-\d$")
_POSSESSIVE = re.compile(r"(?:[’']s?|-)$")
Address = tuple[str, str]  # the kind of page, and its id or slug
KINDS_OF_PAGES = {"about": "page", "topics": "topic", "authors": "author"}  # by the first word; else it is a category's
NOWHERE: Address = ("nothing", "")
MOST_NAMES = 500  # of captions and of the text that are looked up


class HouseRuleQuerySet(models.QuerySet["HouseRule"]):
    def live(self) -> Self:
        return self.filter(is_live=True)


class HouseRule(models.Model):
    """One of the editors' own rules of style: words or a pattern, and what the house writes instead."""

    class Where(models.TextChoices):
        STORY = "story", "The story’s words"
        CREDITS = "credits", "Credits of its pictures"

    class Severity(models.TextChoices):
        ADVICE = checks.ADVICE, "Advice"
        WARNING = checks.WARNING, "Warning"
        STOP = checks.STOP, "Stop: it cannot be published without a reason"

    name = models.CharField(max_length=80, unique=True, help_text="Such as “theatre, not theater”.")
    pattern = models.CharField("look for", max_length=house.MOST_PATTERN)
    is_pattern = models.BooleanField(
        "it is a pattern",
        default=False,
        help_text=r"A regular expression, such as (\d+)(st|nd|rd|th) [A-Z]. Without it, the words as they stand.",
    )
    any_case = models.BooleanField("in capitals or not", default=True)
    where = models.CharField("look in", max_length=10, choices=Where.choices, default=Where.STORY)
    suggestion = models.CharField(
        "write instead",
        max_length=200,
        blank=True,
        help_text="Empty if only an editor can tell. "
        r"In a pattern’s place \1 stands for what its first brackets found.",
    )
    reason = models.CharField(max_length=200, blank=True, help_text="What an editor is told besides the name.")
    severity = models.CharField(max_length=10, choices=Severity.choices, default=Severity.ADVICE)
    is_live = models.BooleanField("at work", default=False, editable=False)
    tried_at = models.DateTimeField(null=True, editable=False, help_text="On the archive, as it stands now.")

    objects = HouseRuleQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = "rule of style"
        verbose_name_plural = "house style"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_live=False) | models.Q(tried_at__isnull=False), name="tried_before_it_is_live"
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        self.pattern = squeezed(self.pattern) if not self.is_pattern else self.pattern
        if not self.pattern.strip():
            raise ValidationError({"pattern": "Say what to look for."})
        try:
            house.compiled(self.pattern, self.is_pattern, self.any_case)
        except house.NotAPattern as error:
            raise ValidationError({"pattern": str(error)}) from error

    def facts(self) -> HouseRuleFacts:
        return HouseRuleFacts(
            *(self.pk or 0, self.name, self.severity, self.reason, self.suggestion, self.pattern),
            is_pattern=self.is_pattern,
            any_case=self.any_case,
            of_credits=self.where == self.Where.CREDITS,
        )


class CheckOverride(models.Model):
    """A stop that an editor lets pass in one story, with the reason. It holds for these words in this place, and for
    what they were found by: see Finding.key."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="overrides")
    key = models.CharField(max_length=24, help_text="Of the finding: its check, place, words and basis.")
    check_name = models.CharField(max_length=40)
    said = models.TextField()
    words = models.TextField(blank=True)
    reason = models.CharField(max_length=300)
    revision = models.PositiveIntegerField(help_text="The newest save when it was decided.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["article", "key"], name="overridden_once")]

    def __str__(self) -> str:
        return f"{self.check_name}: {self.reason}"


# -- facts ---------------------------------------------------------------------------------------------------------


Pair = tuple[Document, "Article | None"]
PICTURE_FACTS = ("title", "original_name", "source_caption", "credit", "rights_until")


def facts_of_all(stories: Sequence[Pair], at: datetime | None = None, *, for_stops: bool) -> list[Facts]:
    """What checks need to know of people and pictures, and the house's rules: three queries for all these stories.

    It is enough for what can stop; then only rules that stop are there. `at`: when they go out, if not now.
    """
    from articles.models.people import Topic

    today, day = timezone.localdate(), timezone.localdate(at) if at else timezone.localdate()
    named = {one.id for document, _ in stories for one in document.topics if one.kind == "person"}
    people = {one.pk: person_of(one) for one in Topic.objects.filter(pk__in=named)} if named else {}
    used = {one.asset for document, _ in stories for one in document.all_pictures()}
    assets = ImageAsset.objects.filter(pk__in=used).values_list("pk", *PICTURE_FACTS)
    pictures = {pk: PictureFacts(*row) for pk, *row in assets} if used else {}
    live_rules = HouseRule.objects.live()
    rules = tuple(one.facts() for one in (live_rules.filter(severity=checks.STOP) if for_stops else live_rules))
    found = []
    for document, article in stories:
        days, is_live = {day}, article is not None and article.live_edition_id is not None
        if article is not None and is_live and article.first_published_at:
            days.add(timezone.localdate(article.first_published_at))
        found.append(
            Facts(
                today=today,
                days=tuple(sorted(days)),
                deed=deed_of(article, at),
                people=tuple(people[one.id] for one in document.topics if one.id in people),
                pictures={one.asset: pictures[one.asset] for one in document.all_pictures() if one.asset in pictures},
                rules=rules,
            )
        )
    return found


def deed_of(article: "Article | None", at: datetime | None) -> str:
    if at is not None:
        return checks.SCHEDULE
    return checks.CHANGES if article is not None and article.live_edition_id is not None else checks.PUBLISH


def facts_of(document: Document, article: "Article | None", at: datetime | None = None) -> Facts:
    """All that checks need of the rest of the newsroom, in at most seven queries."""
    known = facts_of_all([(document, article)], at, for_stops=False)[0]
    pk = article.pk if article is not None else None
    headline = same_headline(document, pk)
    called = {pk: names_in(f"{one.source_caption}\n{one.title}") for pk, one in known.pictures.items()}
    topics, in_text = {one.id for one in document.topics}, names_in(Story(document).whole)
    known_topics = topics_called([name for found in (*called.values(), in_text) for name in found])
    persons = [one for one in known_topics if one.kind == "person"]
    return replace(
        known,
        named=tuple(person_of(one) for one in persons if one.pk not in topics and one.name.lower() in in_text),
        organisations=tuple(one.name for one in known_topics if one.kind == "organisation"),
        pictures=with_people(known.pictures, called, {one.name.lower(): one.name for one in persons}),
        same_headline=headline,
        same_slug="" if headline or known.deed == checks.CHANGES else same_slug(document, pk),
        internal_links=internal_links(document),
        site=settings.SITE_URL,
    )


def person_of(topic: Any) -> Person:
    return Person(topic.name, tuple(topic.aliases), topic.born, topic.died, topic.children)


def names_in(text: str) -> dict[str, None]:
    """What may be a person's name there, in small letters: “American actor Orla Finch’s” is “orla finch”, too."""
    return dict.fromkeys(part.lower() for name in _NAMES.findall(text) for part in tails(name))


def topics_called(names: list[str]) -> "list[Topic]":
    """The persons and organisations with one of these names, the first of which are looked up."""
    from articles.models.people import Topic

    every = [*dict.fromkeys(names)][:MOST_NAMES]
    if not every:
        return []
    kinds = [Topic.Kind.PERSON, Topic.Kind.ORGANISATION]
    return list(Topic.objects.filter(kind__in=kinds).alias(small=Lower("name")).filter(small__in=every))


def with_people(
    pictures: dict[int, PictureFacts], called: dict[int, dict[str, None]], known: dict[str, str]
) -> dict[int, PictureFacts]:
    """Pictures with the persons whom their captions name and who are `known`: by the name in small letters."""
    return {
        pk: replace(one, people=tuple(sorted({known[name] for name in called[pk] if name in known})))
        for pk, one in pictures.items()
    }


def tails(name: str) -> list[str]:
    words = _POSSESSIVE.sub("", name).split()
    return [" ".join(words[start:end]) for start in range(len(words)) for end in range(start + 2, len(words) + 1)]


def same_headline(document: Document, pk: int | None) -> str:
    """Another story with this headline: one that readers see under it, or that goes out with it."""
    from articles.models.article import Article
    from articles.models.edition import Edition

    if not document.headline:
        return ""
    wanted = Lower(Left(models.Value(document.headline, models.TextField()), 100))
    scheduled = Article.objects.filter(publish_at__isnull=False).exclude(pk=pk or 0)
    live = Edition.objects.live().exclude(article=pk or 0)
    kinds: list[Any] = [
        rows.order_by().alias(start=Lower(Left("headline", 100))).filter(start=wanted).values_list("headline", at, told)
        for rows, at, told in (
            (live, "first_published_at", models.Value("published", models.CharField())),
            (scheduled, "publish_at", models.Value("scheduled for", models.CharField())),
        )
    ]
    found = sorted(kinds[0].union(kinds[1])[:10], key=lambda row: str(row[2]))  # what readers see first
    whole = document.headline.lower()
    alike = (f"{told} {timezone.localtime(at):%-d %B %Y}" for headline, at, told in found if headline.lower() == whole)
    return next(alike, "")


def same_slug(document: Document, pk: int | None) -> str:
    """An older story whose address ends as this one's does or will, but for a number at its end."""
    from articles.models.article import Article

    slug = slugify(document.slug or document.headline)[:80].strip("-")
    if not slug:
        return ""
    alike = Article.objects.annotate(start=Left("slug", 80)).exclude(pk=pk or 0).order_by("pk")
    found = alike.filter(start__in={slug, _NUMBER.sub("", slug)}, first_published_at__isnull=False)
    return next((f"“{headline[:80]}”" for headline in found.values_list("headline", flat=True)[:1]), "")


def internal_links(document: Document) -> frozenset[str]:
    """Of the paths of this site that the story links to, those that answer today."""

    paths = {
        internal(address, settings.SITE_URL)
        for part in document.sections
        if "<a" in part.body
        for address, _ in links_of(part.body)
    } - {""}
    asked = [(path, address_of(path)) for path in paths]
    answers: set[tuple[str, str]] = set()
    if queries := list(live_addresses([one for _, one in asked if one])):
        answers = {*(queries[0].union(*queries[1:]) if len(queries) > 1 else queries[0])}
    for kind, function in settings.LINKED_PAGES.items():
        if others := [path for path, one in asked if one and one[0] == kind]:
            answers |= {(kind, path) for path in import_string(function)(others)}
    return frozenset(path for path, one in asked if one is None or one in answers)


def address_of(path: str) -> Address | None:
    """Whose page it is. None where no row of the database decides whether it answers."""
    first = path.split("/")[1]
    given = asked_of(path)
    if given is None or first == "admin" or "token" in given:  # nobody's, the desk's, or one person's
        return NOWHERE
    if first in settings.LINKED_PAGES:  # rows of another app
        return (first, path) if given else None
    if "pk" in given:
        return "story", str(int(given["pk"]))
    return (KINDS_OF_PAGES.get(first, "category"), given["slug"]) if "slug" in given else None


def asked_of(path: str) -> dict[str, Any] | None:
    """What the view of an address is given, be it without its last slash; None where there is no such address."""
    for one in (path, f"{path}/"):
        with suppress(Resolver404):
            return resolve(unquote(one)).kwargs
    return None


def live_addresses(asked: list[Address]) -> Iterable[Any]:
    """Queries for those of these addresses that answer: one of each kind."""
    from articles.models.article import Article
    from articles.models.listed import with_stories
    from articles.models.people import Author, Category, Topic

    by_kind: dict[str, list[str]] = {}
    for kind, one in asked:
        by_kind.setdefault(kind, []).append(one)
    stories = Article.objects.live().annotate(called=Cast("pk", models.CharField()))
    there: dict[str, Any] = {
        "story": stories.filter(pk__in=[int(one) for one in by_kind.get("story", [])]),
        "page": Page.objects.live().annotate(called=models.F("slug")),
        "topic": with_stories(Topic.objects.annotate(called=models.F("slug"))),
        "author": with_stories(Author.objects.annotate(called=models.F("slug"))),
        "category": Category.objects.filter(
            models.Q(in_menu=True) | models.Q(pk__in=with_stories(Category.objects.all()))
        ).annotate(called=models.F("slug")),
    }
    for kind, rows in there.items():
        if kind in by_kind:
            found = rows if kind == "story" else rows.filter(slug__in=by_kind[kind])
            yield found.order_by().values_list(models.Value(kind, models.CharField()), "called")


# -- findings ------------------------------------------------------------------------------------------------------


def findings_of(
    document: Document, article: "Article | None", at: datetime | None = None
) -> tuple[list[Finding], dict[str, CheckOverride]]:
    """All there is to say of a story, and the overrides that hold for some of it, by the finding's key."""
    found = checks.run(document, facts_of(document, article, at))
    held: dict[str, CheckOverride] = {}
    if article is not None and article.pk and any(one.severity == checks.STOP for one in found):
        held = {one.key: one for one in CheckOverride.objects.filter(article=article.pk)}
    return found, held


def stops_of_all(stories: Sequence[tuple[Document, "Article"]], at: datetime | None = None) -> list[dict[str, str]]:
    """Of each story what checks stop and nobody has overridden: a field of the form → sentences about it.

    At most four queries for all of them. Where nothing has changed since a story was found good, neither the story nor
    what is known of its people, pictures and day, nothing is looked at again: `checked` says by what it was.
    """
    given = facts_of_all(stories, at, for_stops=True)
    found: list[list[Finding]] = []
    for (document, article), facts in zip(stories, given, strict=True):
        basis = basis_of(article, facts)
        found.append([] if article.checked == basis else checks.run(document, facts, stops_only=True))
        article.checked = "" if found[-1] else basis
    stopped = {article.pk for (_, article), some in zip(stories, found, strict=True) if some}
    overrides = CheckOverride.objects.filter(article__in=stopped).values_list("article", "key")
    held = set(overrides) if stopped else set()
    told = []
    for (document, article), some in zip(stories, found, strict=True):
        said: dict[str, list[str]] = {}
        for one in some:
            if (article.pk, one.key) not in held:
                words = f" (“{squeezed(one.words)[:60]}”)" if one.words else ""
                said.setdefault(field_at(document, one.place), []).append(f"{one.said}{words}")
        told.append({place: " ".join(sentences) for place, sentences in said.items()})
    return told


def stops(document: Document, article: "Article", at: datetime | None = None) -> dict[str, str]:
    return stops_of_all([(document, article)], at)[0]


def basis_of(article: "Article", facts: Facts) -> str:
    """What a story's stops are decided by, in short: its newest save and the facts. The same for every deed."""
    known = (article.revision_number, facts.days, facts.people, sorted(facts.pictures.items()), facts.rules)
    return sha256(repr(known).encode()).hexdigest()[:32]


def field_at(document: Document, place: str) -> str:
    """A place as the form calls it: “sections/<key>/body” is “sections-2-body”."""
    if not place.startswith("sections/"):
        return place.replace("/", "-")
    _, key, *rest = place.split("/")
    keys = [part.key or f"#{number}" for number, part in enumerate(document.sections)]
    return "-".join(["sections", str(keys.index(key)) if key in keys else key, *rest])


def place_of(document: Document, field: str) -> str:
    """The other way round, for what problems_of names."""
    first, *rest = field.split("-")
    if first == "sections" and rest and rest[0].isdigit():
        part = document.sections[int(rest[0])]
        return "/".join(["sections", part.key or f"#{rest[0]}", *rest[1:]])
    return "/".join([first, *rest[-1:]]) if first == "lead" else first


def as_stops(document: Document, problems: Mapping[str, str]) -> Iterable[Finding]:
    """What cannot be published at all, in the form of findings. Nobody overrides it."""
    for field, said in problems.items():
        place = place_of(document, field)
        if place.endswith(("/credit", "/asset")):
            place = f"{place.rpartition('/')[0]}/caption"
        yield Finding("Needed", ALWAYS[checks.STOP], place, said, may_be_overridden=False, severity=checks.STOP)


@transaction.atomic
def override(article: "Article", finding: Finding, *, reason: str, by: "Somebody") -> CheckOverride:
    """Let a stop pass in this story, for these words in this place. Written down with its reason and revision."""
    from articles.models.audit import AuditEntry

    reason = tidy(reason)[:300]
    if finding.severity != checks.STOP or not finding.may_be_overridden:
        raise NotPossible("This cannot be let pass: put it right.")
    if not reason:
        raise NotPossible("Say why it may be published as it is.")
    article._refresh_locked()
    words = f" “{squeezed(finding.words)[:80]}”" if finding.words else ""
    article.record(
        AuditEntry.Action.OVERRIDE, by, f"{finding.check}{words}, in version {article.revision_number}", why=reason
    )
    return put_on_record(article, finding.key, finding, reason=reason, by=by)


def put_on_record(article: "Article", key: str, finding: Finding, *, reason: str, by: "Somebody") -> CheckOverride:
    from articles.models.audit import display_name

    made, _ = CheckOverride.objects.update_or_create(
        article_id=article.pk,
        key=key,
        defaults={
            "check_name": finding.check,
            "said": finding.said,
            "words": finding.words,
            "reason": reason,
            "revision": article.revision_number,
            "by_id": by.pk,
            "by_name": display_name(by),
            "at": timezone.now(),
        },
    )
    return made
