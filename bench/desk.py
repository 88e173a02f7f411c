"""An editor at the desk, as her browser would speak for her, and the stories she writes."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client

from articles.document import Credit, Document, Part
from articles.models import Article, Author, Category, ImageAsset, Topic
from bench import form
from bench.servers import HOST, request


class Desk:
    """One editor who has signed in; everything goes over HTTP."""

    def __init__(self, editor: User) -> None:
        client = Client(SERVER_NAME=HOST)
        client.force_login(editor, "django.contrib.auth.backends.ModelBackend")
        self.session = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"

    def ready_to_press(self, article: Article, button: str, *, headline: str) -> Callable[[], tuple[int, str, Any]]:
        """Open the story's screen and type the headline; what comes back presses the button and gives the answer."""
        # The story's address at the desk: Article.get_absolute_url().
        status, page, headers = request("GET", article.get_absolute_url(), headers={"Cookie": self.session})
        if status != 200:
            raise AssertionError(f"The story screen answered {status}.")
        sent = form.fields(page, button)
        sent[next(name for name in sent if name == "headline" or name.endswith("-headline"))] = [headline]
        sent.setdefault("change", ["typo"])  # what it is to readers is asked of everybody who changes a live story
        given = [one.partition(";")[0] for one in headers.get_all("Set-Cookie") or []]
        body = urlencode(sent, doseq=True)
        said = {
            "Cookie": "; ".join([self.session, *given]),
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://{HOST}:{settings.PORT}",
        }
        return lambda: request("POST", article.get_absolute_url(), body, said)


def story_of(sections: int, headline: str, by: User, topics: int = 0) -> Article:
    """A saved story with that many sections, a picture in every third."""
    author = Author.objects.select_related("portrait").order_by("pk")[0]
    assets = list(ImageAsset.objects.order_by("pk")[:12])
    sentence = "The lamp was lit, the doors stood open, and nobody had yet said a word about the goat. "
    used = [(one.picture(caption="At the door.", alt_text="A lit door"),) for one in assets]
    parts = tuple(
        Part(
            key="",
            subhead=f"Part {number}" if number else "",
            body=f"<p>{sentence * 4}</p>" * 2,
            pictures=used[number % len(used)] if number % 3 == 0 else (),
        )
        for number in range(sections)
    )
    article = Article()
    article.write(
        Document(
            headline=headline,
            slug="",
            standfirst="A story to be measured, which says little and says it evenly.",
            category=Category.objects.order_by("pk")[0].label(),
            bylines=(Credit(author.pk, author.name, author.slug, "words", author.job_title),),
            lead=assets[0].picture(caption="Before the doors open.", alt_text="A lit door"),
            sections=parts,
            topics=tuple(one.label() for one in Topic.objects.order_by("pk")[:topics]),
        ),
        by=by,
    )
    return article
