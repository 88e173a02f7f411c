"""Nothing typed is lost: autosaves, saves from older forms, texts put aside, who is there."""

import threading
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles.document import Document, Part
from articles.models import Article, AuditEntry, Edition, Presence, Revision
from articles.models.publishing import problems_of
from articles.sittings import sittings
from articles.tests.factories import make_article, make_author, make_document, make_picture, make_topic, make_user
from articles.tests.test_desk import Fields, form_of, signed_in
from articles.thinning import thin

pytestmark = pytest.mark.django_db

NEW = "/admin/articles/article/autosave/"


class Tab:
    """A story opened in a browser: its form, which takes over what the server answers."""

    def __init__(self, client: Client, article: Article | None) -> None:
        self.client, self.token, self.article = client, str(uuid.uuid4()), article
        page = client.get(article.get_absolute_url() if article else reverse("admin:articles_article_add"))
        self.fields = Fields(page.text).values | {"tab": self.token}

    def autosave(self, **typed: str) -> dict[str, Any]:
        self.fields |= {name.replace("__", "-"): text for name, text in typed.items()}
        address = reverse("admin:articles_article_autosave", args=[self.article.pk]) if self.article else NEW
        answer = self.client.post(address, self.fields)
        assert answer.status_code == 200, answer.text
        said: dict[str, Any] = answer.json()
        self.article = Article.objects.get(pk=said["id"])
        self.take_over(said)
        return said

    def take_over(self, said: dict[str, Any]) -> None:
        self.fields["base"] = str(said["base"])
        keys = {value: name for name, value in self.fields.items() if name.endswith("-key")}
        for change in said["changes"]:
            place = change["place"].split("/")
            if len(place) == 1 and place[0] != "sections":
                self.fields[place[0]] = change["value"]
            elif len(place) == 3 and place[2] != "pictures":
                self.fields[keys[place[1]].replace("-key", f"-{place[2]}")] = change["value"]

    def press(self, button: str, **typed: str) -> Any:
        assert self.article is not None
        self.fields |= {name.replace("__", "-"): text for name, text in typed.items()}
        fields = {**self.fields, button: "1"}
        return self.client.post(self.article.get_absolute_url(), fields, headers={"X-Requested-With": "newsroom"})

    def choose(self, aside: int, side: str) -> Any:
        assert self.article is not None
        address = reverse("admin:articles_article_aside", args=[self.article.pk, aside])
        return self.client.post(address, {"take": side, "tab": self.token, "base": self.fields["base"]})


def opened_by_two(**values: Any) -> tuple[Tab, Tab, Article]:
    article = make_article(**values)
    first, second = make_user("Editor"), make_user("Editor")
    first.first_name, second.first_name = "Noor", "Otto"
    tabs = []
    for user in (first, second):
        user.save()
        client = Client()
        client.force_login(user)
        tabs.append(Tab(client, article))
    return tabs[0], tabs[1], article


def now(article: Article) -> Any:
    return Article.objects.get(pk=article.pk).document()


# -- one editor ----------------------------------------------------------------------------------------------------


def test_a_story_never_saved_is_kept_from_its_first_words_and_made_once() -> None:
    client, editor = signed_in("Writer")
    tab = Tab(client, None)
    fields = tab.fields | {"sections-TOTAL_FORMS": "1", "sections-0-pictures-TOTAL_FORMS": "0"}
    fields["sections-0-pictures-INITIAL_FORMS"] = "0"
    assert client.post(NEW, fields).status_code == 204
    assert client.post(NEW, fields | {"format": "list"}).status_code == 204
    assert not Article.objects.exists()

    key = str(uuid.uuid4())
    fields |= {"sections-0-key": key, "sections-0-body": "<p>Mid-sen</p>", "sections-0-ORDER": "1"}
    first = client.post(NEW, fields).json()
    article = Article.objects.get()
    assert (first["id"], first["base"], first["changed"], first["changes"]) == (article.pk, 1, True, [])
    assert (article.created_by, str(article), article.slug) == (editor, "Untitled", "")
    again = client.post(NEW, fields | {"sections-0-body": "<p>Mid-sentence</p>"}).json()  # the first answer got lost
    assert (again["id"], again["base"], again["conflicts"]) == (article.pk, 2, [])
    assert [part.body for part in now(article).sections] == ["<p>Mid-sentence</p>"]
    assert "Untitled" in client.get(reverse("admin:articles_article_changelist")).text
    assert "Untitled" in client.get("/admin/").text


def test_text_is_kept_however_wrong_it_is_and_publishing_says_what_is() -> None:
    client, _ = signed_in("Editor")
    article = make_article(sections=(Part(key="", body="<p>One.</p>", pictures=(make_picture(),)),))
    wrong = {
        "headline": "",
        "standfirst": "s" * 500,
        "kicker": "k" * 60,
        "slug": "s" * 100,
        "sections-0-subhead": "u" * 160,
        "sections-0-url": "youtube.com/abc",
        "sections-0-pictures-0-caption": "c" * 600,
        "sections-0-pictures-0-alt_text": "a" * 300,
        "bylines-0-job_title": "j" * 90,
    }
    tab = Tab(client, article)
    said = tab.autosave(**wrong)
    assert len(said["problems"]) == len(wrong), said["problems"]
    assert len(problems_of(now(article))) == len(wrong)
    part = now(article).sections[0]
    assert (part.subhead, part.url, part.pictures[0].caption) == ("u" * 160, "youtube.com/abc", "c" * 600)
    answer = tab.press("_publish")
    assert "The story has no headline." in [sentence for _, sentence in answer.json()["errors"]]
    page = client.get(article.get_absolute_url()).text
    for field in ("id_headline", "id_sections-0-pictures-0-caption", "id_bylines-0-job_title"):
        assert f'<a href="#{field}">' in page
        assert f'id="{field}"' in page
    assert not Edition.objects.exists()


def test_an_address_that_is_none_leads_nowhere_in_the_preview() -> None:
    client, _ = signed_in("Editor")
    article = make_article(sections=(Part(key="", kind="post", text="Words", url="javascript:alert(1)"),))
    page = client.post(reverse("admin:articles_article_preview"), form_of(client, article)).text
    assert "Words" in page
    assert "javascript:" not in page


def test_the_same_again_writes_nothing_and_asks_less() -> None:
    client, _ = signed_in("Editor")
    tab = Tab(client, make_article())
    tab.autosave(headline="Changed")
    with CaptureQueriesContext(connection) as asked:
        said = tab.autosave()
    assert (said["changed"], said["base"], Revision.objects.count()) == (False, 2, 2)
    assert not [one["sql"] for one in asked if one["sql"].startswith(("UPDATE", "INSERT", "DELETE"))]


def test_a_story_of_thirty_sections_is_saved_in_fifteen_queries() -> None:
    topic = make_topic()
    pictures = [make_picture() for _ in range(10)]
    parts = tuple(
        Part(key="", subhead=f"Part {n}", body=f"<p>{n}.</p>", pictures=(pictures[n // 3],) if n % 3 == 0 else ())
        for n in range(30)
    )
    article = make_article(sections=parts, lead=make_picture(), topics=(topic.label(),))
    client, _ = signed_in("Editor")
    tab = Tab(client, article)
    tab.autosave(kicker="First of its sitting")
    for typed in ({"sections__7__body": "<p>More.</p>"}, {"sections__8__subhead": "Another"}, {"headline": "New"}):
        Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=20))
        with CaptureQueriesContext(connection) as asked:
            tab.autosave(**typed)
        queries = [one["sql"] for one in asked][:-1]  # the last is the test's own
        assert len(queries) <= 15, "\n".join(sql[:150] for sql in queries)
    assert [part.subhead for part in now(article).sections][8] == "Another"


def test_what_an_autosave_records_is_what_the_rows_say() -> None:
    client, _ = signed_in("Editor")
    article = make_article(lead=make_picture(), topics=(make_topic().label(),))
    tab = Tab(client, article)
    author, topic, picture = make_author(), make_topic(), make_picture()
    tab.autosave(sections__1__subhead="Another name", sections__0__body="<p>Else.</p>")
    tab.autosave(topics=str(topic.pk), bylines__0__author=str(author.pk), lead__asset=str(picture.asset))
    tab.autosave(sections__0__DELETE="on", lead__caption="New words")
    revision = article.revisions.first()
    assert revision is not None
    assert Document.from_json(revision.document) == now(article)
    assert [part.subhead for part in now(article).sections] == ["Another name"]


# -- two editors ---------------------------------------------------------------------------------------------------


def test_two_who_write_in_different_places_have_one_story() -> None:
    first, second, article = opened_by_two()
    first.autosave(headline="Noor's headline", sections__0__body="<p>Noor was here.</p>")
    said = second.autosave(standfirst="Otto's standfirst", sections__1__body="<p>So was Otto.</p>")
    assert said["conflicts"] == []
    assert {one["place"].rpartition("/")[2]: one["value"] for one in said["changes"]} == {
        "headline": "Noor's headline",
        "body": "<p>Noor was here.</p>",
    }
    story = now(article)
    assert (story.headline, story.standfirst) == ("Noor's headline", "Otto's standfirst")
    assert [part.body for part in story.sections] == ["<p>Noor was here.</p>", "<p>So was Otto.</p>"]


def test_different_paragraphs_of_one_text_merge() -> None:
    body = "<p>One.</p><p>Two.</p><p>Three.</p>"
    first, second, article = opened_by_two(sections=(Part(key="", body=body),))
    first.autosave(sections__0__body=body.replace("One.", "One, says Noor."))
    said = second.autosave(sections__0__body=body.replace("Three.", "Three, says Otto.") + "<p>Four.</p>")
    assert said["conflicts"] == []
    assert now(article).sections[0].body == "<p>One, says Noor.</p><p>Two.</p><p>Three, says Otto.</p><p>Four.</p>"
    assert second.fields["sections-0-body"] == now(article).sections[0].body


@pytest.mark.parametrize(
    ("side", "body"),
    [
        ("mine", "<p>Otto’s.</p><p>Two.</p>"),
        ("theirs", "<p>Noor’s.</p><p>Two.</p>"),
        ("both", "<p>Noor’s.</p><p>Otto’s.</p><p>Two.</p>"),
    ],
)
def test_the_same_paragraph_is_kept_twice_until_somebody_chooses(side: str, body: str) -> None:
    first, second, article = opened_by_two(sections=(Part(key="", subhead="Steady", body="<p>One.</p><p>Two.</p>"),))
    first.autosave(sections__0__body="<p>Noor’s.</p><p>Two.</p>")
    said = second.autosave(sections__0__body="<p>Otto’s.</p><p>Two.</p>")
    (conflict,) = said["conflicts"]
    assert (conflict["label"], conflict["by"], conflict["own"]) == ("Text of “Steady”", "Noor", True)
    assert (conflict["mine"], conflict["theirs"]) == ("Otto’s.\nTwo.", "Noor’s.\nTwo.")
    assert ["new", "Otto"] in conflict["runs"] or any("Otto" in run[1] for run in conflict["runs"] if run[0] == "new")
    assert now(article).sections[0].body == "<p>Noor’s.</p><p>Two.</p>"
    assert "Otto’s." in first.client.get(article.get_absolute_url()).context["asides"][0]["mine"]

    refused = first.press("_publish")
    assert refused.status_code == 409
    assert "Text of “Steady”" in refused.json()["errors"][0][1]

    decided = second.choose(conflict["id"], side)
    assert decided.status_code == 200
    assert decided.json()["conflicts"] == []
    assert now(article).sections[0].body == body
    second.take_over(decided.json())
    assert second.fields["sections-0-body"] == body
    assert AuditEntry.objects.filter(detail__contains="chosen").exists() == (side != "theirs")


def test_typing_on_beside_a_conflict_keeps_one_text_aside_and_the_longest() -> None:
    first, second, article = opened_by_two()
    first.autosave(headline="Noor's")
    base = second.fields["base"]
    second.autosave(headline="Otto's")
    second.fields |= {"base": base}  # what was answered could not be put where somebody types
    said = second.autosave(headline="Otto's, longer", kicker="New")
    assert [one["mine"] for one in said["conflicts"]] == ["Otto's, longer"]
    assert (now(article).headline, now(article).kicker) == ("Noor's", "New")


def test_a_removed_section_that_a_colleague_wrote_in_stays_until_somebody_chooses() -> None:
    first, second, article = opened_by_two()
    first.autosave(sections__1__body="<p>New words.</p>")
    (conflict,) = second.autosave(sections__1__DELETE="on")["conflicts"]
    assert [part.body for part in now(article).sections][1] == "<p>New words.</p>"
    second.choose(conflict["id"], "mine")
    assert len(now(article).sections) == 1


def test_there_cannot_be_two_categories() -> None:
    first, second, article = opened_by_two()
    first.autosave(format="list")
    (conflict,) = second.autosave(format="photo")["conflicts"]
    answer = second.choose(conflict["id"], "both")
    assert answer.status_code == 422
    assert "only one can stand here" in answer.json()["errors"][0][1]
    second.choose(conflict["id"], "mine")
    assert now(article).format == "photo"


def test_nobody_publishes_what_they_have_not_seen() -> None:
    first, second, _ = opened_by_two()
    first.autosave(sections__1__body="<p>Unread words.</p>", headline="Unread")
    answer = second.press("_publish", standfirst="Mine")
    assert answer.status_code == 409
    assert "Noor changed the headline, “A quiet rehearsal” meanwhile" in answer.json()["errors"][0][1]
    assert not Edition.objects.exists()
    second.take_over(answer.json())
    assert second.press("_publish").status_code == 200
    edition = Edition.objects.live().get()
    assert (edition.headline, edition.standfirst) == ("Unread", "Mine")


def test_an_old_form_is_merged_though_its_save_was_thinned_away() -> None:
    first, second, article = opened_by_two()
    for text in ("a", "ab", "abc"):
        first.autosave(headline=text)
    third = Tab(second.client, article)  # started from the last of them
    first.autosave(headline="abcd")
    Revision.objects.update(saved_at=timezone.now() - timedelta(hours=2))
    cache.delete("articles:thinned")
    assert thin() == 3
    assert [one.number for one in article.revisions.all()] == [5, 1]
    said = third.autosave(kicker="Late")
    assert now(article).kicker == "Late"
    assert said["conflicts"] or now(article).headline == "abcd"
    assert now(article).headline == "abcd"


@pytest.mark.django_db(transaction=True)
def test_eight_who_autosave_one_story_at_once_lose_no_word() -> None:
    article = make_article(sections=tuple(Part(key="", body=f"<p>Start {n}.</p>") for n in range(8)))
    editors = [make_user("Editor") for _ in range(8)]
    ready, failures = threading.Barrier(8), []

    def write(number: int, user: User) -> None:
        try:
            client = Client()
            client.force_login(user)
            tab = Tab(client, article)
            ready.wait()
            for step in range(4):
                name = f"sections-{number}-body"
                tab.autosave(**{name: f"{tab.fields[name]}<p>Word{number}x{step}.</p>"})
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=pair) for pair in enumerate(editors)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    text = "".join(part.body for part in now(article).sections)
    assert all(text.count(f"Word{number}x{step}.") == 1 for number in range(8) for step in range(4))
    assert not article.asides.exists()


# -- the rest ------------------------------------------------------------------------------------------------------


def test_a_sitting_is_one_entry_and_an_interruption_ends_it() -> None:
    first, second, article = opened_by_two()
    for number in range(3):
        first.autosave(kicker=f"{number}")
    second.autosave(working_title="Otto's")
    first.autosave(kicker="back")
    first.press("_save", kicker="pressed")
    first.autosave(kicker="after")
    Revision.objects.filter(number__lte=8).update(saved_at=timezone.now() - timedelta(minutes=40))
    first.autosave(kicker="after lunch")
    folded = [(one.number, one.last.kind, one.count) for one in sittings(article)]
    # What was pressed closes the autosaves before it.
    alone = [(9, "auto", 1), (8, "auto", 1), (7, "save", 2), (5, "auto", 1)]
    assert folded == [*alone, (4, "auto", 3), (1, "save", 1)]
    assert AuditEntry.objects.filter(article=article, action="save").count() == 6  # one a sitting, one a press


def test_each_sees_who_else_is_there_and_where() -> None:
    first, second, article = opened_by_two()
    key = str(now(article).sections[1].key)
    first.fields["section"] = key
    first.autosave(kicker="x")
    here = reverse("admin:articles_article_here", args=[article.pk])
    answer = second.client.post(here, {"tab": second.token, "section": "", "base": "1"}).json()
    there = {"name": "Noor", "initials": "N", "section": key, "writing": True}
    assert answer == {"here": [there], "base": 2, "comments": ""}
    assert [one["writing"] for one in first.autosave()["here"]] == [False]
    Presence.objects.update(seen_at=timezone.now() - timedelta(seconds=31))
    assert second.client.post(here, {"tab": second.token}).json()["here"] == []


def test_what_is_too_much_or_gone_is_said_and_the_rest_is_not_shown() -> None:
    client, _ = signed_in("Editor")
    article = make_article()
    tab = Tab(client, article)
    address = reverse("admin:articles_article_autosave", args=[article.pk])
    answer = client.post(address, tab.fields | {"sections-0-body": "x" * 200_001})
    assert (answer.status_code, bool(answer.json()["errors"])) == (422, True)
    stranger, _ = signed_in("Writer")
    for where in ("autosave", "here"):
        said = stranger.post(reverse(f"admin:articles_article_{where}", args=[article.pk]), tab.fields)
        assert (said.status_code, article.headline in said.text) == (409, False)
    article.delete()
    assert client.post(address, tab.fields).json()["gone"] is True
    kept = client.post(NEW, tab.fields | {"base": "0"})
    assert Article.objects.get(pk=kept.json()["id"]).headline == article.headline


def test_a_writer_does_not_autosave_what_was_handed_in() -> None:
    client, writer = signed_in("Writer")
    article = make_article(by=writer)
    tab = Tab(client, article)
    tab.press("_hand_in")
    address = reverse("admin:articles_article_autosave", args=[article.pk])
    assert client.post(address, tab.fields | {"headline": "Late"}).status_code == 403
    assert now(article).headline != "Late"


def test_a_draft_published_by_the_schedule_has_an_address() -> None:
    article = Article()
    article.take_in(make_document(), by=None, kind=Revision.Kind.AUTO)
    assert article.slug == ""
    assert article.publish(by=None).slug == "isolde-vane-returns-to-the-stage"
