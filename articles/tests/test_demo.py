"""The demo newsroom: made once, whole, and left alone afterwards."""

import html
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO
from typing import Any

import pytest
import pytest_django
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import override_settings
from PIL import Image

from articles import renditions
from articles.demo import making
from articles.demo.comments import WORDS
from articles.demo.library import PICTURES
from articles.demo.planned import PLANNED
from articles.demo.stories import STORIES
from articles.demo.story import Story
from articles.models import Article, Author, Category, CommentNotice, Edition, ImageAsset, Topic
from articles.workflow import Standing
from newsroom.models import Publication

pytestmark = pytest.mark.xdist_group("demo")
of_the_demo = pytest.mark.usefixtures("db")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A plain colour in place of the drawings, no rendition of them (those take a minute), a directory of its own."""

    def plain(size: tuple[int, int]) -> Any:
        return lambda: Image.new("RGB", size, "#c04a6a")

    small = [replace(one, draw=plain((330, 220 + number))) for number, one in enumerate(PICTURES)]  # no two the same
    with pytest.MonkeyPatch.context() as patch, override_settings(DATA_DIR=tmp_path_factory.mktemp("demo")):
        patch.setattr(making, "PICTURES", small)
        patch.setattr(renditions, "make", lambda *given: [renditions.Made("full", 320, 213, "jpg", 1)])
        yield


@pytest.fixture(scope="module")
def cut_off(workshop: None, django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker) -> Iterator[int]:
    """A demo whose making was stopped at the fifth story; how many stories there were then."""
    real, done = making.make_story, 0

    def stop_at_the_fifth(story: Story, *rest: Any) -> Article:
        nonlocal done
        if done == 4:
            raise KeyboardInterrupt
        done += 1
        return real(story, *rest)

    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(making, "make_story", stop_at_the_fifth)
        with pytest.raises(KeyboardInterrupt):
            demo()
        patch.setattr(making, "make_story", real)
        yield Article.objects.count()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def made(cut_off: int) -> str:
    """The demo, made once for all tests of this module, by a second run; what that said."""
    return demo()


@pytest.fixture
def db(made: str) -> Iterator[None]:
    """What a test does to the demo is taken back after it."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def demo(**options: Any) -> str:
    said = StringIO()
    call_command("demo", stdout=said, **options)
    return said.getvalue()


def counts() -> list[int]:
    return [model.objects.count() for model in (Article, Edition, Author, Category, Topic, ImageAsset, Publication)]


@of_the_demo
def test_a_second_run_changes_nothing_and_says_so() -> None:
    before = counts()

    said = demo()

    assert "nothing was changed" in said
    assert counts() == before


@pytest.mark.any_database
@of_the_demo
def test_the_demo_shows_nearly_every_standing_a_story_can_have_and_two_who_talk_about_one() -> None:
    standings = {standing: Article.objects.with_standing(standing).count() for standing in Standing}

    assert standings[Standing.LIVE] == sum(one.hours is not None and one.stage == "live" for one in STORIES)
    assert {one for one, stories in standings.items() if not stories} == {Standing.READY, Standing.WITHDRAWN}
    article = Article.objects.with_standing(Standing.DESK).get()
    asked = article.comments.get(quote=WORDS)
    assert WORDS in article.sections.get(key=asked.section).body
    for name in ("editor", "writer"):
        told = CommentNotice.objects.filter(user__username=name, mention=True)
        assert told.count() == 1


@of_the_demo
def test_readers_find_the_newest_story_first_and_none_from_the_future(client: Any) -> None:
    newest = Edition.objects.live().newest().first()

    assert newest is not None
    assert newest.slug == STORIES[0].slug
    assert newest.first_published_at < newest.article.revisions.latest("number").saved_at or newest.number == 1
    assert client.get(newest.get_absolute_url()).status_code == 200


@pytest.mark.any_database
@of_the_demo
def test_a_demo_that_was_cut_off_is_finished_by_the_next_run(cut_off: int) -> None:
    assert cut_off == 4
    assert Article.objects.count() == len(STORIES) + len(PLANNED)


@pytest.mark.any_database
@of_the_demo
def test_a_story_that_an_editor_deleted_stays_deleted() -> None:
    Article.objects.with_standing(Standing.DRAFT)[0].delete()

    demo()

    assert Article.objects.count() == len(STORIES) + len(PLANNED) - 1


@pytest.mark.any_database
@of_the_demo
def test_the_sign_ins_work_are_kept_and_are_nobody_elses_to_read(rf: Any) -> None:
    written = making.sign_ins_path().read_text()
    demo()

    assert making.sign_ins_path().read_text() == written
    assert stat.S_IMODE(making.sign_ins_path().stat().st_mode) == 0o600
    for line in written.splitlines():
        username, password = line.split()[-2:]
        user = authenticate(rf.post("/admin/login/"), username=username, password=password)
        assert user is not None
        assert user.groups.get().name in line


@of_the_demo
def test_somebody_with_a_newsroom_of_their_own_cannot_make_demo_sign_ins_by_mistake(settings: Any) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="DEMO=1"):
        demo()


@pytest.mark.any_database
@of_the_demo
def test_what_the_pictures_show_is_said_and_credited() -> None:
    for edition in Edition.objects.live():
        for picture in edition.story.pictures():
            assert picture.alt_text
            assert picture.credit.endswith("/Limelight")


@of_the_demo
def test_any_number_of_stories_can_be_added_and_again(client: Any) -> None:
    demo(articles=30)
    demo(articles=20)

    assert Edition.objects.live().count() == sum(one.hours is not None for one in STORIES) + 50
    oldest = Edition.objects.live().newest().last()
    assert oldest is not None
    assert client.get(oldest.get_absolute_url()).status_code == 200
    assert str(oldest.get_absolute_url()) in client.get("/search/", {"q": oldest.standfirst.rpartition(" ")[2]}).text


@of_the_demo
def test_an_added_story_is_as_complete_as_one_that_was_typed() -> None:
    demo(articles=3)
    article = Article.objects.latest("pk")
    edition = article.live_edition
    assert edition is not None

    assert article.document() == edition.story
    assert article.write(article.document(), by=None) is None  # nothing differs
    article.write(replace(article.document(), kicker="Added"), by=None)
    assert article.publish(by=None).number == 2
    assert Article.objects.create(headline="The next one").pk > article.pk


def test_the_same_seed_draws_the_same_picture() -> None:
    drawn = next(one for one in PICTURES if one.name == "microphone")

    assert drawn.draw().tobytes() == drawn.draw().tobytes()


def test_the_prose_has_quotation_marks_that_open_and_close() -> None:
    for story in STORIES:
        for part in story.parts:
            assert part.body.count("“") == part.body.count("”"), part.body
            assert '"' not in part.body


def said_in(story: Story) -> str:
    """The story's running text without its tags, in lower case: a quote may begin in the middle of a sentence."""
    text = " ".join(part.body for part in story.parts if part.kind == "text")
    return html.unescape(re.sub(r"<[^>]+>", "", text)).casefold()


def test_a_pull_quote_repeats_its_story_word_for_word() -> None:
    for story in STORIES:
        for part in story.parts:
            if part.kind == "quote":
                for piece in part.text.split(" … "):
                    assert piece.strip("“”.,").casefold() in said_in(story), (story.slug, piece)


def test_no_story_of_this_week_says_on_which_weekday_it_happened() -> None:
    """The demo may be made on any day, and `hours` decides which day it was."""
    weekday = re.compile(r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
    for story in STORIES:
        if story.hours is None or story.hours >= 7 * 24:
            continue
        parts = [*story.parts, *([story.added] if story.added else [])]
        captions = [use.caption for part in parts for use in part.pictures]
        texts = [story.headline, story.standfirst, story.kicker, story.lead.caption, *captions]
        for text in [*texts, *(part.body for part in parts)]:
            assert not weekday.search(text), (story.slug, text)


def test_no_byline_credits_a_picture_to_somebody_its_caption_does_not() -> None:
    for story in STORIES:
        assert not [name for name, role in story.bylines if role == "pictures"], story.slug
