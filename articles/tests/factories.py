"""Complete things by default; a test says only what matters to it."""

import hashlib
import io
import itertools
from typing import Any

from django.contrib.auth.models import Group, User
from django.core.files.base import ContentFile
from django.test import Client
from PIL import Image

from articles.checks import STOP
from articles.document import Credit, Document, Part, Picture
from articles.models import Article, Author, Category, ImageAsset, Topic
from articles.models.checking import findings_of, override
from articles.renditions import LADDER

_numbers = itertools.count(1)


def make_category(title: str = "Film", **values: Any) -> Category:
    return Category.objects.get_or_create(slug=title.lower().replace(" ", "-"), defaults={"title": title, **values})[0]


def make_author(name: str = "", **values: Any) -> Author:
    number = next(_numbers)
    return Author.objects.create(
        name=name or f"Mara Quill {number}", slug=f"author-{number}", **{"job_title": "Senior Editor", **values}
    )


def make_topic(name: str = "", **values: Any) -> Topic:
    number = next(_numbers)
    return Topic.objects.create(name=name or f"Isolde Vane {number}", slug=f"topic-{number}", **values)


def picture_bytes(width: int = 640, height: int = 400, colour: tuple[int, int, int] = (120, 40, 90)) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def make_asset(*, ready: bool = True, width: int = 640, height: int = 400, **values: Any) -> ImageAsset:
    """A picture of the library. `ready` claims renditions without making files; most tests only need addresses."""
    number = next(_numbers)
    data = (
        picture_bytes(width, height, (number % 256, (number // 256) % 256, 90)) + str(number).encode()
    )  # each its own
    asset = ImageAsset(
        sha256=hashlib.sha256(data).hexdigest(),
        format="JPEG",
        width=width,
        height=height,
        **{"title": f"Picture {number}", "credit": "Iris Bloom/Limelight", **values},
    )
    asset.file.save("picture.jpg", ContentFile(data), save=False)
    asset.save()
    if ready:
        asset.ready_key, asset.ready_ladder = asset.key, LADDER
        asset.save()
    return asset


def make_document(**changes: Any) -> Document:
    """A story that can be published as it is."""
    if "category" not in changes:
        changes["category"] = make_category().label()
    if "bylines" not in changes:
        author = make_author()
        changes["bylines"] = (Credit(author.pk, author.name, author.slug, "words", author.job_title),)
    if "sections" not in changes:
        changes["sections"] = (
            Part(key="", body="<p>The harbour lights went out at nine.</p>"),
            Part(key="", subhead="A quiet rehearsal", body="<p>“We danced anyway,” she said.</p>"),
        )
    return Document(**{"headline": "Isolde Vane returns to the stage", "slug": "", **changes})


def make_article(*, by: User | None = None, **changes: Any) -> Article:
    """A saved, unpublished story that is ready for readers."""
    article = Article()
    article.write(make_document(**changes), by=by)
    return article


def let_pass(article: Article) -> Article:
    """The same story, with whatever the checks would stop in it let pass: for words no check would like."""
    editor = make_user()
    for one in findings_of(article.document(), article)[0]:
        if one.severity == STOP:
            override(article, one, reason="It is what the test is about", by=editor)
    return article


def make_picture(**use: Any) -> Picture:
    """A picture of the library, ready, as a story uses it."""
    values = {"caption": "The company on the last night", "alt_text": "Four dancers bow", **use}
    asset = values.pop("asset", None) or make_asset()
    return asset.picture(**values)


def make_user(role: str = "Editor", username: str = "") -> User:
    """Somebody of the desk. `role` is one of the roles' names; Administrator is a superuser."""
    number = next(_numbers)
    user = User.objects.create_user(
        username or f"{role.lower().replace(' ', '-')}-{number}", password="open sesame 42", is_staff=True
    )
    if role == "Administrator":
        user.is_superuser = True
        user.save()
    else:
        user.groups.add(Group.objects.get(name=role))
    return user


def signed_in(role: str, username: str = "") -> tuple[Client, User]:
    """Somebody new of the desk, and their browser."""
    user, client = make_user(role, username), Client()
    client.force_login(user)
    return client, user
