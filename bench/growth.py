"""Every page that lists stories, with few and with many: what counts is that it makes no difference."""

import statistics
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles.listing import FRONT_SIZE
from articles.models import Category, Edition
from bench.figures import Figure, milliseconds, queries
from bench.servers import HOST

DEEP = 50  # the page of a list that is turned to, or the last full one of a list that ends before
ROUNDS, TIMES = 5, 20


def answered(client: Client, address: str) -> None:
    """Fetch through all middleware, and fail unless it is answered with 200."""
    response = client.get(address)
    if response.status_code != 200:
        raise AssertionError(f"{address} answered {response.status_code}")


def reader() -> Callable[[str], None]:
    """What fetches a public page as a browser takes it. It is rendered each time: what keeps pages is before Django."""
    return partial(answered, Client(SERVER_NAME=HOST, headers={"Accept-Encoding": "gzip"}))


def public_pages(number: int) -> dict[str, str]:
    """The pages that list stories, and one story, of a newsroom that has so many."""
    category = Category.objects.order_by("pk")[0]
    edition = Edition.objects.live().filter(category=category).newest()[30]
    there = Edition.objects.live().filter(category=category)[: DEEP * FRONT_SIZE].count()
    return {
        "Home": "/",
        "Home, page 50": f"/?page={min(DEEP, number // FRONT_SIZE)}",
        "Category": category.get_absolute_url(),
        "Category, page 50": f"{category.get_absolute_url()}?page={min(DEEP, there // FRONT_SIZE)}",
        "Topic": edition.topics.all()[0].get_absolute_url(),
        "Author": edition.authors.all()[0].get_absolute_url(),
        "Feed": "/feed/",
        "Article": edition.get_absolute_url(),
        "Search for a word in most stories": "/search/?q=goat",
        "Search for two words": "/search/?q=bakery+applause",
    }


@contextmanager
def newsroom_in(database: Path) -> Iterator[None]:
    """Ask another database as long as the block lasts."""
    connection.close()
    ours = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(database)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = ours


def keep_a_copy(database: Path) -> None:
    """The newsroom as it is now, as a database of its own."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(database)])


def compared(editor: User, small: int, few: Path, large: int) -> list[Figure]:
    """The same pages of two newsrooms, one with few stories and one with many, in turn."""
    desk = Client(SERVER_NAME=HOST)
    desk.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    with newsroom_in(few):
        pages = {name: [address] for name, address in public_pages(small).items()}
        elsewhere = Client(SERVER_NAME=HOST)
        elsewhere.force_login(editor, "django.contrib.auth.backends.ModelBackend")
    for name, address in public_pages(large).items():
        pages[name].append(address)
    fetch, figures = reader(), []
    deeds = {name: [partial(fetch, address) for address in both] for name, both in pages.items()}
    stories = reverse("admin:articles_article_changelist")
    deeds["Stories at the desk"] = [partial(answered, elsewhere, stories), partial(answered, desk, stories)]
    for name, (with_few, with_many) in deeds.items():
        with newsroom_in(few):
            asked = queries(with_few)
        asked_of_many = queries(with_many)
        rounds = []
        for _ in range(ROUNDS):
            with newsroom_in(few):
                taken = milliseconds(with_few, TIMES)
            rounds.append((taken, milliseconds(with_many, TIMES)))
        one, many = (statistics.median(times) for times in zip(*rounds, strict=True))
        figures += [
            Figure(f"{name}, {large:,} stories: queries, at most those with {small:,}", asked_of_many, "", asked),
            Figure(
                f"{name}, {large:,} stories: {many:.1f} ms; with {small:,}: {one:.1f} ms",
                statistics.median(many_took / few_took for few_took, many_took in rounds),
                "×",
                1.5,
            ),
        ]
    return figures
