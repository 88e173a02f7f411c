"""Making the demo newsroom, step by step. Each step leaves alone what is there, so it may be ended and run again."""

import hashlib
import math
import multiprocessing
import os
import secrets
import sys
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import UploadedFile
from django.db import connection, connections, transaction
from django.utils import timezone

from articles import renditions
from articles.demo import people
from articles.demo.comments import talk
from articles.demo.library import PICTURES
from articles.demo.pages import PAGES
from articles.demo.picture import Drawn
from articles.demo.planned import PLANNED, Planned
from articles.demo.stories import STORIES
from articles.demo.story import Part, Story, Use
from articles.document import Credit, Disclosures, Document, Label, Picture
from articles.document import Part as DocumentPart
from articles.models import Article, AuditEntry, Author, AuthorLink, Category, ImageAsset, Revision, Topic
from articles.models.audit import done_at
from articles.pictures import accept
from articles.workflow import ChangeKind, State
from newsroom.logged import accounts_written_down
from newsroom.models import Page, Publication

Say = Callable[[str], None]
WIDEST = 960  # pixels; half the work, and enough for a first look around
MARK = "Demo: "  # how the log of deeds remembers a story of the demo, also one that was renamed or deleted since
KEYS = uuid.UUID("5f1c7c1e-8c7b-4f0e-9a55-1d2f0c6a4b11")


def newsroom(say: Say) -> bool:
    """Make what is missing of the demo newsroom; returns whether anything was."""
    steps = (publication, plain_pages, sign_ins, pictures, subjects, stories, planned)
    made = [step(say) for step in steps]  # all of them, also after one that made something
    return any(made)


def publication(say: Say) -> bool:
    made = Publication.objects.get_or_create(pk=1, defaults=people.PUBLICATION)[1]
    if made:
        say(f"The publication is called {people.PUBLICATION['name']}.")
    return made


@transaction.atomic
def plain_pages(say: Say) -> bool:
    """Write the plain pages where there is none: those that editors changed or deleted stay as they left them."""
    if Page.objects.exists():
        return False
    for position, one in enumerate(PAGES):
        Page.objects.create(
            slug=one.slug,
            title=one.title,
            summary=one.summary,
            body=one.body,
            position=position,
            in_footer=one.in_footer,
            is_live=True,
        )
    say(f"{len(PAGES)} plain pages.")
    return True


# -- people who sign in ----------------------------------------------------------------------------------------------


@accounts_written_down("demo")
def sign_ins(say: Say) -> bool:
    """Make the demo's users. Their passwords are drawn once and stand in DATA_DIR/demo-sign-ins.txt."""
    passwords, made = known_passwords(), 0
    for one in people.SIGN_INS:
        with transaction.atomic():
            group, _ = Group.objects.get_or_create(name=one.group)
            user, fresh = User.objects.get_or_create(
                username=one.username,
                defaults={
                    "first_name": one.first_name,
                    "last_name": one.last_name,
                    "email": f"{one.username}@limelight.example",
                    "is_staff": True,
                    "is_superuser": one.group == "Administrator",
                    "password": make_password(passwords[one.username]),
                },
            )
            if fresh:
                user.groups.add(group)
                made += 1
    if made:
        say(f"{made} sign-ins, written to {sign_ins_path()}.")
    return bool(made)


def sign_ins_path() -> Path:
    return Path(settings.DATA_DIR) / "demo-sign-ins.txt"


def known_passwords() -> dict[str, str]:
    """Passwords by username: those in the file, or new ones put there. Only the owner of the file can read it."""
    path = sign_ins_path()
    if path.exists():
        return {line.split()[-2]: line.split()[-1] for line in path.read_text().splitlines() if line.strip()}
    passwords = {one.username: easily_typed() for one in people.SIGN_INS}
    lines = [f"{one.group:<18}  {one.username:<10}  {passwords[one.username]}\n" for one in people.SIGN_INS]
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "w") as file:
        file.writelines(lines)
    unfinished.replace(path)
    # Users left from before the file went missing get the passwords it has now.
    for user in User.objects.filter(username__in=passwords):
        user.set_password(passwords[user.username])
        user.save()
    return passwords


def easily_typed() -> str:
    return "-".join([*(secrets.choice(people.WORDS) for _ in range(3)), f"{secrets.randbelow(1000):03}"])


# -- pictures --------------------------------------------------------------------------------------------------------


def pictures(say: Say) -> bool:
    """Draw what the library lacks, take it in, and make its renditions up to WIDEST: the worker makes the rest.

    The worker begins with what came last, so the pictures of the newest stories come last.
    """
    there = set(
        ImageAsset.objects.filter(original_name__in=[one.filename for one in PICTURES]).values_list(
            "original_name", flat=True
        )
    )
    first_seen: dict[str, float] = {}
    for story in STORIES:
        for name in (story.lead.picture, *(use.picture for part in story.parts for use in part.pictures)):
            first_seen[name] = min(first_seen.get(name, math.inf), story.hours or 0)
    wanted = [one for one in PICTURES if one.filename not in there]
    wanted.sort(key=lambda one: -first_seen.get(one.name, math.inf))
    folder = Path(settings.DATA_DIR) / "demo-pictures"
    folder.mkdir(exist_ok=True)
    by = User.objects.filter(username="pictures").first()
    for number, (drawn, path) in enumerate(prepared(wanted, folder), 1):
        with path.open("rb") as file:
            upload = UploadedFile(file, drawn.filename, "image/jpeg", path.stat().st_size)
            asset = accept(
                upload,
                by=by,
                focal_x=drawn.focal[0],
                focal_y=drawn.focal[1],
                title=drawn.title,
                alt_text=drawn.alt,
                photographer=drawn.photographer,
                credit=drawn.credit,
                supplier="Limelight",
            )
        asset.make_renditions(WIDEST)
        path.unlink()
        if number % 10 == 0 or number == len(wanted):
            say(f"{number} of {len(wanted)} pictures drawn.")
    if not any(folder.iterdir()):
        folder.rmdir()
    return bool(wanted)


def prepared(wanted: list[Drawn], folder: Path) -> Iterator[tuple[Drawn, Path]]:
    """Draw pictures and write their renditions, on every processor where forking is safe."""
    jobs = [(one.name, str(folder)) for one in wanted]
    alone = sys.platform.startswith("linux") and threading.active_count() == 1 and not connection.in_atomic_block
    if len(jobs) < 2 or not alone:
        yield from zip(wanted, map(prepare, jobs), strict=True)
        return
    connections.close_all()  # a child must not hold our connection
    with multiprocessing.get_context("fork").Pool(min(os.cpu_count() or 1, 8)) as pool:
        yield from zip(wanted, pool.imap(prepare, jobs), strict=True)


def prepare(job: tuple[str, str]) -> Path:
    """Draw one picture and write the renditions it will have in the library, without asking the database."""
    drawn = next(one for one in PICTURES if one.name == job[0])
    path = drawn.write(Path(job[1]))
    embedded = renditions.Embedded(drawn.photographer, drawn.credit, "")
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    key = renditions.key_for(sha256, *drawn.focal, embedded.photographer, embedded.credit, embedded.copyright_notice)
    with path.open("rb") as original:
        renditions.make(original, key, drawn.focal, embedded, WIDEST)
    return path


def assets() -> dict[str, ImageAsset]:
    """The demo's pictures by name."""
    by_file = {one.filename: one.name for one in PICTURES}
    return {
        by_file[one.original_name]: one for one in ImageAsset.objects.filter(original_name__in=by_file).order_by("-pk")
    }


# -- categories, authors, topics -------------------------------------------------------------------------------------


@transaction.atomic
def subjects(say: Say) -> bool:
    made = 0
    for position, (slug, title, description) in enumerate(people.CATEGORIES):
        made += Category.objects.get_or_create(
            slug=slug, defaults={"title": title, "description": description, "position": position}
        )[1]
    portraits = assets()
    for writer in people.WRITERS:
        author, fresh = Author.objects.get_or_create(
            slug=author_slug(writer.slug),
            defaults={
                "name": writer.name,
                "job_title": writer.job_title,
                "bio": writer.bio,
                "portrait": portraits.get(writer.slug),
                "user": User.objects.filter(username=writer.username, author=None).first() if writer.username else None,
            },
        )
        if fresh:
            AuthorLink.objects.bulk_create(
                AuthorLink(author=author, label=label, url=url) for label, url in writer.links
            )
        made += fresh
    for subject in people.SUBJECTS:
        made += Topic.objects.get_or_create(
            slug=subject.slug,
            defaults={
                "name": subject.name,
                "kind": subject.kind,
                "description": subject.description,
                "born": subject.born,
                "died": subject.died,
                "aliases": list(subject.aliases),
            },
        )[1]
    if made:
        say(f"{made} categories, authors and topics.")
    return bool(made)


def author_slug(writer: str) -> str:
    name = next(one.name for one in people.WRITERS if one.slug == writer)
    return name.lower().replace(" ", "-")


# -- stories ---------------------------------------------------------------------------------------------------------


def stories(say: Say) -> bool:
    """Make the stories never made here: one that editors changed, renamed or deleted stays as they left it."""
    there = made_before()
    wanted = [one for one in STORIES if MARK + one.slug not in there]
    library, now = assets(), timezone.now()
    editor = User.objects.get(username="editor")
    writer = User.objects.get(username="writer")
    for story in wanted:
        make_story(story, library, now, editor, writer)
    if wanted:
        say(f"{len(wanted)} stories.")
    return bool(wanted)


def made_before() -> set[str]:
    marks = AuditEntry.objects.filter(action=AuditEntry.Action.CREATE, detail__startswith=MARK)
    return set(marks.values_list("detail", flat=True))


def planned(say: Say) -> bool:
    there, now = made_before(), timezone.now()
    wanted = [one for one in PLANNED if MARK + one.slug not in there]
    for one in wanted:
        plan_story(one, now)
    if wanted:
        say(f"{len(wanted)} planned stories.")
    return bool(wanted)


@transaction.atomic
def plan_story(one: Planned, now: datetime) -> None:
    editor = User.objects.get(username="editor")
    category = Category.objects.get(slug=one.category)
    article = Article()
    document = Document(
        headline=one.headline,
        slug=one.slug,
        category=Label(category.pk, category.title, category.slug),
        sections=(DocumentPart(key=str(uuid.uuid5(KEYS, one.slug)), body=f"<p>{one.text}</p>" if one.text else ""),),
    )
    article.write(document, by=editor, note=MARK + one.slug)
    article.plan(
        by=editor,
        assignee=User.objects.get(username=one.writer) if one.writer else None,
        deadline=(now + timedelta(hours=one.hours)).replace(minute=0, second=0, microsecond=0),
        priority=one.priority,
        brief=one.brief,
    )
    if one.state is State.REVISE:
        article.move_to(State.SUBS, by=editor)
    article.move_to(one.state, by=editor)


@transaction.atomic
def make_story(story: Story, library: dict[str, ImageAsset], now: datetime, editor: User, writer: User) -> Article:
    """Write one story as its author, and take it as far towards readers as its stage says."""
    by = writer if story.bylines[0][0] == "dev" or story.stage == "desk" else editor
    article = Article()
    first = now - timedelta(hours=story.hours) if story.hours is not None else now
    with done_at(first - timedelta(minutes=35) if story.hours is not None else now):
        article.write(document_of(story, story.parts, library), by=by, note=MARK + story.slug)
    if story.hours is not None:
        dated(article, first - timedelta(minutes=35))
        with done_at(first):
            article.publish(by=editor, at=first)
        dated(article, first)
        if story.added is not None:
            later = now - timedelta(hours=story.updated_hours or 1)
            with done_at(later):
                article.write(document_of(story, [*story.parts, story.added], library), by=by)
                if story.updated_hours is not None:
                    article.publish(by=editor, change=ChangeKind.UPDATE, at=later)
            dated(article, later)
        if story.note is not None:
            later = now - timedelta(hours=story.note.hours)
            with done_at(later):
                article.publish(by=editor, change=ChangeKind(story.note.kind), note=story.note.text, at=later)
            dated(article, later)
    elif story.stage == "scheduled":
        tonight = timezone.localtime(now).replace(minute=30, second=0, microsecond=0) + timedelta(hours=7)
        article.schedule(tonight, by=editor)
    elif story.stage == "desk":
        article.move_to(State.DESK, by=writer)
        talk(article, editor, writer)
    return article


def dated(article: Article, at: datetime) -> None:
    """Put the newest save at that time."""
    recent = timezone.now() - timedelta(minutes=20)
    Article.objects.filter(pk=article.pk).update(saved_at=at)
    Article.objects.filter(pk=article.pk, created_at__gt=recent).update(created_at=at)
    Revision.objects.filter(article=article, saved_at__gt=recent).update(saved_at=at)
    article.refresh_from_db()


def document_of(story: Story, parts: Sequence[Part], library: dict[str, ImageAsset]) -> Document:
    category = Category.objects.get(slug=story.category)
    authors = {one.slug: one for one in Author.objects.all()}
    topics = {one.slug: one for one in Topic.objects.filter(slug__in=story.topics)}

    def credit(writer: str, role: str) -> Credit:
        author = authors[author_slug(writer)]
        return Credit(author.pk, author.name, author.slug, role, "" if role != "words" else author.job_title)

    def picture(use: Use) -> Picture:
        asset = library[use.picture]
        return asset.picture(caption=use.caption, alt_text=asset.alt_text)

    return Document(
        headline=story.headline,
        format=story.format,
        slug=story.slug,
        standfirst=story.standfirst,
        kicker=story.kicker,
        category=Label(category.pk, category.title, category.slug),
        bylines=tuple(credit(*one) for one in story.bylines),
        lead=picture(story.lead),
        sections=tuple(
            section(story, number, part, tuple(picture(use) for use in part.pictures))
            for number, part in enumerate(parts)
        ),
        topics=tuple(topics[slug].label() for slug in story.topics if slug in topics),
        disclosures=disclosures_of(story),
    )


def disclosures_of(story: Story) -> Disclosures:
    """What AI did was checked an hour before readers saw the story."""
    told = Disclosures(**dict(story.told))
    checked = timezone.localtime() - timedelta(hours=(story.hours or 0) + 1)
    return replace(told, ai_checked=f"{checked:%Y-%m-%dT%H:%M}") if told.uses_ai else told


def section(story: Story, number: int, part: Part, used: tuple[Picture, ...]) -> DocumentPart:
    paragraphs = [one.strip() for one in part.body.split("\n\n") if one.strip()]
    return DocumentPart(
        key=str(uuid.uuid5(KEYS, f"{story.slug} {number}")),
        kind=part.kind,
        subhead=part.subhead,
        body="".join(one if one.startswith("<ul>") else f"<p>{one}</p>" for one in paragraphs),
        layout=part.layout,
        url=part.url,
        title=part.title,
        text=part.text,
        source=part.source,
        pictures=used,
    )
