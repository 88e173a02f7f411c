"""Publishing: the deeds that decide what readers see. Each is atomic and on record, or refuses and changes nothing."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django.db import models, transaction
from django.utils import timezone
from django.utils.text import slugify

from articles.document import Document, Note, Part, tidied
from articles.embeds import video
from articles.errors import DeletedMeanwhile, LiveAlready, NotPossible, NotPublishable, SavedMeanwhile
from articles.models import checking, listed, reach, search_index
from articles.models.aside import Aside
from articles.models.audit import AuditEntry
from articles.models.edition import Edition
from articles.models.notice import tell_of_deed, tell_of_refusal
from articles.models.pictures import ImageAsset
from articles.models.redaction import Redaction
from articles.models.release import Copy, Release, carry_out
from articles.models.times import TimesDeeds
from articles.moments import said
from articles.workflow import ChangeKind
from newsroom.delivery.purging import purge
from newsroom.html import plain, tidy

if TYPE_CHECKING:
    from articles.models.article import Article, Person

Action = AuditEntry.Action


class Prepared(NamedTuple):
    """What is known of a picture in the library.

    Whether its files are there, its credit, whether it was taken down, and whether its files cannot be made.
    """

    is_ready: bool = False
    credit: str = ""
    withheld: bool = False
    failed: bool = False


Ready = Mapping[int, Prepared]  # by the picture's id


class PublishingDeeds(TimesDeeds):
    """What an Article can do towards readers, and what it remembers of it."""

    live_edition = models.OneToOneField(
        Edition, models.PROTECT, null=True, blank=True, editable=False, related_name="live_for"
    )
    live_revision = models.PositiveIntegerField(default=0, editable=False, help_text="Number of the save readers see.")
    publish_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="Empty unless scheduled.")
    scheduled_by = models.ForeignKey("auth.User", models.SET_NULL, null=True, editable=False, related_name="+")
    schedule_problem = models.TextField(blank=True, editable=False, help_text="Why the schedule could not publish it.")
    first_published_at = models.DateTimeField(null=True, editable=False)
    last_substantive_update_at = models.DateTimeField(null=True, editable=False)
    last_published_at = models.DateTimeField(null=True, editable=False, db_index=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)

    checked = models.CharField(
        max_length=32, blank=True, editable=False, help_text="By what it was found good; see checking.stops_of_all."
    )

    has_asides = True  # whether a conflict waits for somebody's choice, as far as is known
    last_deed: str | None = None  # what the log says last of it, as far as is known

    class Meta:
        abstract = True

    def publish(
        self,
        *,
        by: "Person | None",
        change: ChangeKind = ChangeKind.TYPO,
        note: str = "",
        at: datetime | None = None,
        revision: int | None = None,
        legal: bool = False,
    ) -> Edition:
        """Freeze the working copy as the edition readers see, and clear its schedule.

        `by` is None when the scheduler publishes. `change` and `note` say what a change to a live story is to readers:
        see ChangeKind. A note is printed on the story; a clarification or correction is refused without one. Neither
        counts for a story readers have not seen. `at` is for imports: when readers first saw what is published
        elsewhere; None is now. `revision` is the save that is to go out; SavedMeanwhile is raised if there is a newer
        one. None publishes whatever is there. `legal`: this change removes something for legal reasons; see Redaction.
        Raises NotPublishable, with every problem at once, and changes nothing when the story is not ready; LiveAlready
        when readers have it as it is, and were told so.
        """
        story = cast("Article", self)
        for asset in ImageAsset.objects.filter(pk__in=[one.asset for one in story.document().all_pictures()]):
            asset.make_renditions()  # the worker has usually done it; outside the transaction, since it takes a second
        with transaction.atomic():
            story._refresh_locked()
            if revision is not None and revision != story.revision_number:
                raise SavedMeanwhile(story._last_saver(), story.revision_number)
            note = tidy(note)
            if story._is_live_already(change, note, legal=legal):
                raise LiveAlready
            return story._freeze(by, change, note, at, legal=legal)

    def _is_live_already(self, change: ChangeKind, note: str, *, legal: bool) -> bool:
        """Whether readers have all of it: the story as it is saved, and the note that would be printed with it."""
        story = cast("Article", self)
        live = story.live_edition
        if live is None or story.live_revision != story.revision_number or (change.needs_note and not note):
            return False
        if note and change != ChangeKind.TYPO and not any((one.kind, one.text) == (change, note) for one in live.notes):
            return False
        if legal and not Redaction.objects.filter(edition=live, cause=Redaction.Cause.LEGAL).exists():
            return False
        return copy_of(story.document()).document == live.story  # the library may have other words for a picture

    def _freeze(
        self,
        by: "Person | None",
        change: ChangeKind = ChangeKind.TYPO,
        note: str = "",
        at: datetime | None = None,
        late: timedelta = timedelta(0),
        legal: bool = False,
    ) -> Edition:
        story = cast("Article", self)
        last = story.editions.defer("document", "text").order_by("-number").first()
        copy = copy_of(story.document())
        held = ready_pictures(copy.document, held=True)
        release = story._release(
            copy, last, by=by, change=change, note=note, legal=legal, at=at, late=late, pictures=held
        )
        carry_out([release])
        return release.edition

    def _release(
        self,
        copy: Copy,
        last: Edition | None,
        *,
        by: "Person | None",
        change: ChangeKind,
        note: str,
        legal: bool,
        at: datetime | None = None,
        late: timedelta = timedelta(0),
        pictures: Ready | None = None,
        stops: dict[str, str] | None = None,
    ) -> Release:
        """What is to go out now. `last` is the newest edition.

        Whoever releases many has asked for all of them what is known of their `pictures`, and what checks `stops`.

        Every release passes here, by hand or by the schedule, alone or with a thousand others: nothing is written yet,
        and this is where a story is refused. Raises NotPublishable with every problem.
        """
        story, document = cast("Article", self), copy.document
        problems = story.held_back(timezone.now()) | problems_of(document, pictures)
        if last and change.needs_note and not note:
            problems["note"] = f"Write the note for readers: a {change.value} says what was printed and what is right."
        if at is None:  # what was published elsewhere is what readers have seen
            problems = {**(checking.stops(document, story) if stops is None else stops), **problems}
        if problems:
            raise NotPublishable(problems)
        assert document.category is not None
        now = at or timezone.now()
        story.slug = document.slug
        story.first_published_at = story.first_published_at or now
        told = bool(last and note and change != ChangeKind.TYPO)
        notes = list(last.corrections) if last else []
        if told:
            notes.insert(0, asdict(Note(change, note, now.astimezone(UTC).isoformat(timespec="seconds"))))
        if last and change.moves_time:
            story.last_substantive_update_at = now
        edition = Edition(
            article=story,
            number=last.number + 1 if last else 1,
            document=copy.data,
            corrections=notes,
            text=copy.text,
            **shown_in_lists(document),
            published_at=now,
            first_published_at=story.first_published_at,
            last_substantive_update_at=story.last_substantive_update_at,
            published_by_id=by.pk if by is not None else None,
        )
        was_live, was_withdrawn = story.live_edition_id is not None, story.withdrawn_at is not None
        story.live_revision, story.last_published_at = story.revision_number, now
        story.publish_at, story.scheduled_by, story.schedule_problem, story.withdrawn_at = None, None, "", None
        return Release(
            story=story,
            copy=copy,
            edition=edition,
            before=last,
            by=by,
            change=change,
            note=note,
            told=told,
            legal=last is not None and legal,
            late=late,
            was_live=was_live,
            was_withdrawn=was_withdrawn,
            authors={one.author for one in document.bylines},
            topics={one.id for one in document.topics},
            at=now,
        )

    @transaction.atomic
    def withdraw(self, *, by: "Person | None", reason: str = "") -> None:
        """Take the story from readers; its address then says so. The editions stay on record."""
        story = cast("Article", self)
        story._refresh_locked()
        if story.live_edition_id is None:
            raise NotPossible("This story is not live, so there is nothing to withdraw.")
        story._take_from_readers()
        story.record(Action.WITHDRAW, by, why=reason)

    def _take_from_readers(self) -> None:
        story = cast("Article", self)
        edition = story.live_edition
        story.live_edition, story.live_revision, story.withdrawn_at = None, 0, timezone.now()
        story._call_off()
        story.save()
        moved = listed.forget(story.pk)
        search_index.forget(story.pk)
        search_index.stand(story.pk, story.standing)
        purge(reach.keys_of_changes([reach.Change(edition, None, moved)]) | reach.keys_of_withdrawn(story))

    @transaction.atomic
    def schedule(
        self,
        at: datetime,
        *,
        by: "Person",
        change: ChangeKind = ChangeKind.TYPO,
        note: str = "",
        legal: bool = False,
    ) -> None:
        """Have the worker publish the story at that time, as it is saved by then. A second call moves the time.

        `change`, `note` and `legal` are for a story that readers have seen, as in `publish`.
        """
        story = cast("Article", self)
        story._refresh_locked()
        note = tidy(note)
        if note and change != ChangeKind.TYPO and story._is_live_already(change, note, legal=legal):
            raise LiveAlready  # readers would be told twice; without a note, more may be written until then
        document = story.document()
        problems = {**checking.stops(document, story, at), **story.held_back(at), **problems_of(document)}
        if change.needs_note and not note and story.editions.exists():
            problems["note"] = f"Write the note for readers: a {change.value} says what was printed and what is right."
        if at <= timezone.now():
            problems = {"publish_at": "That time has passed; choose a later one, or publish now.", **problems}
        if problems:
            raise NotPublishable(problems)
        story.publish_at, story.scheduled_by_id, story.schedule_problem = at, by.pk, ""
        story.scheduled_change, story.scheduled_note, story.scheduled_legal = change.value, note, legal
        fields = ["publish_at", "scheduled_by", "schedule_problem", "scheduled_change", "scheduled_note", "checked"]
        fields.append("scheduled_legal")
        story.save(update_fields=fields)
        search_index.stand(story.pk, story.standing)
        story.record(Action.SCHEDULE, by, f"for {said(at)}")

    @transaction.atomic
    def unschedule(self, *, by: "Person") -> None:
        story = cast("Article", self)
        story._refresh_locked()
        if story.publish_at is None:
            raise NotPossible("This story is not scheduled.")
        story.publish_at, story.scheduled_by, story.schedule_problem = None, None, ""
        story.save(update_fields=["publish_at", "scheduled_by", "schedule_problem"])
        search_index.stand(story.pk, story.standing)
        story.record(Action.UNSCHEDULE, by)

    def publish_if_due(self) -> Edition | None:
        """Publish a story whose hour has come. Returns None when another worker took it or it was taken off.

        Raises NotPublishable when it is not ready; it then stays scheduled, and the desk sees why. Its pictures' files
        are not made here: that takes seconds, in which others would wait.
        """
        story = cast("Article", self)
        try:
            with transaction.atomic():
                due = type(story).objects.due().filter(pk=story.pk).order_by()
                was_due = due.values_list("publish_at", flat=True).first()
                # One conditional UPDATE is the claim: of two workers, one changes the row and the other changes none.
                if was_due is None or not due.update(publish_at=None):
                    return None
                story._refresh_locked()
                change = ChangeKind(story.scheduled_change or ChangeKind.TYPO)
                late = timezone.now() - was_due
                return story._freeze(None, change, story.scheduled_note, late=late, legal=story.scheduled_legal)
        except NotPublishable as error:
            story.stays(str(error))
            raise

    @property
    def awaits_pictures(self) -> bool:
        """Whether files of its pictures are being made by the worker's sweep, or will be."""
        story = cast("Article", self)
        return ImageAsset.objects.unready().used_in(type(story).objects.filter(pk=story.pk)).exists()

    @transaction.atomic
    def stays(self, problem: str) -> None:
        """Show the desk why a due story did not go out, or an expired one did not go; tell whom it concerns once."""
        story = cast("Article", self)
        waiting = type(self)._default_manager.filter(pk=self.pk).exclude(publish_at=None, expires_at=None)
        is_news = waiting.filter(schedule_problem="").update(schedule_problem=problem)
        if is_news or waiting.exclude(schedule_problem=problem).update(schedule_problem=problem):
            self.record(Action.REFUSED, None, problem)
        if is_news:  # of this object, what was tried may have changed the moment
            tell_of_refusal(type(story).objects.get(pk=story.pk), problem)

    def record(self, action: Action, by: "Person | None", detail: str = "", *, why: str = "") -> None:
        """Write an audit entry for a deed on this story."""
        story = cast("Article", self)
        AuditEntry.write(action, by, article=story, headline=str(story), detail=detail, why=why)
        tell_of_deed(story, action, by, why)

    def record_deletion(self, *, by: "Person") -> None:
        """Write down that a story readers never saw is about to be deleted; the entry outlives it."""
        self.record(Action.DELETE, by, f"story {self.pk}")

    def problems(self) -> dict[str, str]:
        """What stands between this story and its readers: place in the story → sentence for the editor."""
        story = cast("Article", self)
        return story.held_back(timezone.now()) | problems_of(story.document())

    def _refresh_locked(self) -> None:
        """Read the row again and hold it until the transaction ends; DeletedMeanwhile when it is gone."""
        held = type(self)._default_manager.select_for_update(of=("self",)).filter(pk=self.pk)
        asides = Aside.objects.open().filter(article=models.OuterRef("pk"))
        deeds = AuditEntry.objects.filter(article=models.OuterRef("pk")).order_by("-at", "-pk").values("action")
        row = held.annotate(open_asides=models.Exists(asides), newest_deed=models.Subquery(deeds[:1])).first()
        if row is None:
            raise DeletedMeanwhile
        self.has_asides, self.last_deed = row.open_asides, row.newest_deed
        for one in self._meta.concrete_fields:
            setattr(self, one.attname, getattr(row, one.attname))
        self._state.fields_cache.clear()


# How much of each the pages, cards and feeds have room for.
MOST_LETTERS = {
    "headline": ("The headline", 200),
    "standfirst": ("The standfirst", 400),
    "kicker": ("The kicker", 50),
    "working_title": ("The working title", 100),
    "slug": ("The last part of the address", 80),
    "card_headline": ("The headline on cards", 200),
    "search_title": ("The title in search", 200),
    "search_description": ("The description in search", 400),
    "social_headline": ("The headline on social media", 200),
    "newsletter_headline": ("The headline in the newsletter", 200),
    "sponsor": ("The name of who paid or gave", 150),
    "ai_purpose": ("What AI wrote or altered", 300),
    "ai_tool": ("The name of the AI tool", 100),
    "ai_reviewer": ("The name of who checked what AI did", 100),
}
NAMES_SOMEBODY = {"sponsored", "gifted", "gifted_affiliate"}
LOOK_PICTURES_CALLED = {
    "card_picture": "The picture for cards",
    "social_picture": "The picture for social media",
    "newsletter_picture": "The picture for the newsletter",
}
MOST_LETTERS_OF_PART = {
    "subhead": ("The subhead", 150),
    "url": ("The address", 500),
    "title": ("The title", 200),
    "text": ("The words", 5000),
    "source": ("The source", 150),
}


def too_long(called: str, text: str, most: int) -> str:
    """A sentence about a text that is too long, empty for one that is not."""
    return f"{called} is too long: {len(text):,} characters, at most {most:,} are printed." if len(text) > most else ""


def copy_of(document: Document) -> Copy:
    """The story as it would be printed. Rows may be older than today's allow-list, or written by a script."""
    document = tidied(document)
    document = replace(document, slug=slugify(document.slug or document.headline)[:80].strip("-") or "story")
    data = document.to_json()
    return Copy(document, data, json.dumps(data), words_of(document))


def ready_pictures(document: Document, *, held: bool = False) -> Ready:
    """What is known of the document's pictures; with `held` it stays so until the transaction ends."""
    library = ImageAsset.objects.held() if held else ImageAsset.objects.all()
    found = library.filter(pk__in=[one.asset for one in document.all_pictures()])
    rows = found.values_list("pk", "key", "ready_key", "credit", "withheld", "failure")
    return {
        pk: Prepared(key == ready, credit, withheld, bool(failure))
        for pk, key, ready, credit, withheld, failure in rows
    }


def problems_of(document: Document, pictures: Ready | None = None) -> dict[str, str]:
    """What is wrong with it. `pictures` is what is known of those in the library; None: it is asked."""
    problems: dict[str, str] = {}
    if not document.headline:
        problems["headline"] = "The story has no headline."
    for name, (called, most) in MOST_LETTERS.items():
        if said := too_long(called, document.at(name), most):
            problems[name] = said
    problems |= problems_of_disclosures(document)
    if document.category is None:
        problems["category"] = "Choose the category it appears in."
    if not document.writers:
        problems["bylines"] = "Say who wrote it: add a byline."
    for index, credit in enumerate(document.bylines):
        if said := too_long(f"The job title of {credit.name}", credit.job_title, 80):
            problems[f"bylines-{index}-job_title"] = said
    if not any(plain(part.body) for part in document.sections):
        problems["sections"] = "The story has no text yet."
    ready = ready_pictures(document) if pictures is None else pictures
    places = [("lead", "The lead picture", document.lead)] if document.lead else []
    for index, part in enumerate(document.sections):
        where = f"“{part.subhead[:60]}”" if part.subhead else f"section {index + 1}"
        places += [
            (f"sections-{index}-pictures-{number}", f"Picture {number + 1} in {where}", picture)
            for number, picture in enumerate(part.pictures)
        ]
        problems |= problems_of_part(index, where, part)
    elsewhere = [(name, called, one) for name, called in LOOK_PICTURES_CALLED.items() if (one := document.at(name))]
    for place, called, picture in places:
        if not picture.alt_text and not picture.decorative:
            problems[f"{place}-alt_text"] = f"{called} has no alternative text: say what is to be seen."
        elif not picture.decorative and (said := too_long(f"{called}: its alternative text", picture.alt_text, 250)):
            problems[f"{place}-alt_text"] = said
        if said := too_long(f"{called}: its caption", picture.caption, 500):
            problems[f"{place}-caption"] = said
    for place, called, picture in [*places, *elsewhere]:
        known = ready.get(picture.asset, Prepared())
        if not known.credit:
            problems[f"{place}-credit"] = f"{called} has no credit: add it in the picture library."
        if known.withheld:
            problems[f"{place}-asset"] = f"{called} went with a story that was taken down: choose another picture."
        elif not known.is_ready and not known.failed and picture.asset in ready:
            problems[f"{place}-asset"] = f"{called} is being prepared for readers: try again in a moment."
        elif not known.is_ready:
            problems[f"{place}-asset"] = f"{called} could not be prepared; upload it again or choose another."
    return problems


def problems_of_disclosures(document: Document) -> dict[str, str]:
    """A label that names nobody, or a machine's work that nobody answers for, is none."""
    told, found = document.disclosures, {}
    if told.commercial in NAMES_SOMEBODY and not told.sponsor:
        found["sponsor"] = f"“{told.label}” needs a name: say who paid or gave."
    if not told.uses_ai:
        return found
    if not told.ai_purpose:
        found["ai_purpose"] = "Say what AI wrote or altered in this story."
    if not told.ai_tool:
        found["ai_tool"] = "Name the AI tool that was used."
    if not told.ai_reviewer:
        found["ai_reviewer"] = "Name who checked what AI did: a person answers for it."
    if told.ai_checked_at is None:
        found["ai_checked"] = "Say when that was checked: a day and minute."
    elif told.ai_checked_at > timezone.now():
        found["ai_checked"] = "What AI did is to be checked before the story goes out: that time lies ahead."
    return found


def problems_of_part(index: int, where: str, part: Part) -> dict[str, str]:
    found: dict[str, str] = {}
    if part.kind == "video":
        if video(part.url) is None:
            found[f"sections-{index}-url"] = (
                f"The video in {where} needs an address from YouTube, Vimeo or Dailymotion."
            )
        if not part.title:
            found[f"sections-{index}-title"] = f"The video in {where} needs a title."
    elif part.url and not part.link:
        found[f"sections-{index}-url"] = f"The address in {where} is none: it begins with https://."
    if part.kind == "quote" and not part.text:
        found[f"sections-{index}-text"] = f"The pull quote in {where} has no words."
    if part.kind == "post":
        if not part.url.startswith("https://"):
            found[f"sections-{index}-url"] = f"The social post in {where} needs its https address."
        if not part.text:
            found[f"sections-{index}-text"] = f"The social post in {where} needs the words that were posted."
    for name, (called, most) in MOST_LETTERS_OF_PART.items():
        if len(text := getattr(part, name)) > most:
            found.setdefault(f"sections-{index}-{name}", too_long(f"{called} in {where}", text, most))
    return found


def shown_in_lists(document: Document) -> dict[str, Any]:
    """An edition's columns that lists read."""
    assert document.category is not None
    return {
        "card": card_of(document),
        "headline": document.headline,
        "standfirst": document.standfirst,
        "kicker": document.kicker,
        "slug": document.slug,
        "category_id": document.category.id,
    }


def card_of(document: Document) -> dict[str, Any]:
    """What a list shows of the story besides headline and standfirst."""
    picture, headline = document.card_picture, document.looks.card_headline
    return {
        **({"headline": headline} if headline else {}),
        **({"label": label} if (label := document.disclosures.label) else {}),
        "picture": asdict(picture) if picture else None,
        "format": document.format,
        "gallery_pictures": document.gallery_pictures,
        "writers": [credit.name for credit in document.writers],
    }


def words_of(document: Document) -> str:
    """All the words of the story, for search."""
    lines = []
    for part in document.sections:
        lines += [part.subhead, plain(part.body), part.title, part.text, part.source]
        lines += [picture.caption for picture in part.pictures]
    lines += [credit.name for credit in document.bylines]
    return "\n".join(line for line in lines if line)
