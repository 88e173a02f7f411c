"""Kill and takedown: a story that goes for cause is gone, and the desk knows, or must not know."""

import threading
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.conf import settings as project
from django.db import connection, transaction
from django.db.models import F
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import Settings

from articles import desk_search, removals, renditions
from articles.document import Credit, Looks, Part, Picture
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, AuditEntry, Edition, ImageAsset, PreviewLink, Removal
from articles.models.own_pictures import own_pictures
from articles.models.times import addresses_of
from articles.pictures import make_missing
from articles.publishing import publish_due
from articles.tests.factories import make_article, make_asset, make_author, make_picture, make_user
from articles.tests.test_desk import form_of
from articles.tests.test_publishing import change

pytestmark = pytest.mark.django_db

WHY = "Her lawyer showed that it was another woman"


def signed_in(role: str) -> Client:
    client = Client()
    client.force_login(make_user(role), "django.contrib.auth.backends.ModelBackend")
    return client


def live(**changes: Any) -> Article:
    article = make_article(**changes)
    article.publish(by=None)
    return article


# -- kill ----------------------------------------------------------------------------------------------


def test_a_killed_story_is_gone_for_readers_everywhere(client: Client) -> None:
    article = live(headline="Wrongly named")
    address = Edition.objects.get().get_absolute_url()
    article.kill(by=make_user(), reason=WHY)
    assert client.get(address).status_code == 410
    assert "at:deleted-entry" in client.get("/feed/atom/").text, "partners are told"
    for list_of in ("/", "/film/", "/feed/", "/feed/atom/", "/feed.json", "/news-sitemap.xml", "/search/?q=wrongly"):
        assert "Wrongly named" not in client.get(list_of).text, list_of
    assert (article.audit.get(action="kill").why, article.live_edition) == (f"{WHY}.", None)


def test_everybody_at_the_desk_is_told_of_a_kill_until_an_editor_confirms_it() -> None:
    article = live(headline="Wrongly named")
    article.kill(by=make_user("Editor", "noor"), reason=WHY)
    writer, editor = signed_in("Writer"), signed_in("Editor")
    start, confirm = (
        reverse("admin:index"),
        reverse("admin:articles_article_confirm_kill", args=[Removal.objects.get().pk]),
    )
    for one in (writer, editor):
        said = one.get(start).text
        assert "Killed: “Wrongly named”" in said
        assert WHY in said
    assert confirm not in writer.get(start).text
    newsletter = signed_in("Newsletter editor")
    for screen in (reverse("admin:newsletter_subscriber_changelist"), reverse("admin:password_change"), start):
        assert "Killed: “Wrongly named”" in newsletter.get(screen).text, screen
    assert writer.post(confirm).status_code == 403
    with pytest.raises(NotPublishable, match="confirms the notice"):
        article.publish(by=make_user())
    assert editor.get(confirm).status_code == 405
    assert editor.post(confirm, {"next": "https://elsewhere.example/"}).headers["Location"] == start
    assert "Wrongly named" not in writer.get(start).text
    assert article.audit.filter(action="confirm_kill").count() == 1
    article.publish(by=make_user())


def test_a_kill_needs_a_reason_a_tick_and_the_right_to_withdraw() -> None:
    article = live()
    address = reverse("admin:articles_article_kill", args=[article.pk])
    assert signed_in("Writer").post(address, {"reason": WHY, "sure": "1"}).status_code in {403, 404}
    editor = signed_in("Editor")
    for sent in ({"reason": WHY}, {"reason": " ", "sure": "1"}):
        assert editor.post(address, sent).status_code == 200
        assert Edition.objects.live().count() == 1
    assert editor.post(address, {"reason": WHY, "sure": "1"}).status_code == 302
    assert Edition.objects.live().count() == 0


def test_what_readers_never_saw_cannot_be_killed_and_what_was_withdrawn_can() -> None:
    article = make_article()
    with pytest.raises(NotPossible, match="have not seen"):
        article.kill(by=make_user(), reason=WHY)
    article.publish(by=None)
    article.withdraw(by=make_user())
    article.kill(by=make_user(), reason=WHY)
    assert Removal.objects.open().count() == 1


def test_a_killed_story_does_not_come_back_by_what_was_planned_before() -> None:
    coming_back, changing = live(), live()
    coming_back.withdraw(by=make_user())
    at = timezone.now() + timedelta(hours=1)
    for article in (coming_back, changing):
        article.schedule(at, by=make_user(), legal=True)
        article.set_expiry(at + timedelta(hours=1), by=make_user())
        article.kill(by=make_user(), reason=WHY).confirm(by=make_user())
    editor = make_user()
    assert desk_search.count(desk_search.understand("is:withdrawn", editor), editor, most=10) == 2
    with time_machine.travel(at + timedelta(seconds=1)):
        assert publish_due() == 0
    for article in Article.objects.all():
        assert (article.live_edition, article.publish_at, article.expires_at, article.scheduled_by) == (None,) * 4
        assert (article.scheduled_change, article.scheduled_note, article.scheduled_legal) == ("", "", False)


def test_a_story_is_killed_once_until_that_is_confirmed() -> None:
    article = live(headline="Wrongly named")
    kill = article.kill(by=make_user("Editor", "noor"), reason=WHY)
    with pytest.raises(NotPossible, match=f"noor killed it already: {WHY}. The whole desk is told"):
        article.kill(by=make_user(), reason="Her agent says so, too")
    client = signed_in("Editor")
    screen = client.get(reverse("admin:articles_article_kill", args=[article.pk])).text
    assert "noor killed it already" in screen
    assert "I am sure" not in screen
    assert client.get("/admin/").text.count("Killed: “Wrongly named”") == 1
    kill.confirm(by=make_user())
    article.kill(by=make_user(), reason="It was wrong all the same")


def test_what_was_taken_down_is_not_killed_and_named_to_the_desk() -> None:
    article = live(headline="Nobody may read this")
    article.take_down(by=make_user("Administrator"), reason=WHY)
    administrator = signed_in("Administrator")
    address = reverse("admin:articles_article_kill", args=[article.pk])
    assert "goes further than a kill" in administrator.post(address, {"reason": WHY, "sure": "1"}).text
    assert not Removal.objects.open().exists()
    assert "Nobody may read this" not in signed_in("Writer").get("/admin/").text


def test_a_preview_link_of_a_killed_story_says_so_until_the_kill_is_confirmed(client: Client) -> None:
    article = live(headline="Wrongly named")
    links = [
        PreviewLink.make(article, "The lawyer", timezone.now() + timedelta(days=1), by=make_user(), frozen=frozen)
        for frozen in (True, False)
    ]
    kill = article.kill(by=make_user(), reason=WHY)
    for _, token in links:
        page = client.get(f"/previews/{token}/")
        assert (page.status_code, "This story was killed" in page.text) == (410, True)
        assert "Wrongly named" not in page.text
        assert WHY not in page.text
    kill.confirm(by=make_user())
    assert [client.get(f"/previews/{token}/").status_code for _, token in links] == [200, 200]


# -- takedown ------------------------------------------------------------------------------------------


def taken_down(**changes: Any) -> Article:
    article = live(headline="Nobody may read this", **changes)
    change(article, headline="Nobody may read this either", slug="second-address")
    article.publish(by=None)
    article.take_down(by=make_user("Administrator"), reason=WHY)
    return article


def test_a_taken_down_story_is_hidden_from_all_of_the_desk_but_administrators() -> None:
    article = taken_down()
    pk = article.pk
    screens = [
        article.get_absolute_url(),
        reverse("admin:articles_article_history", args=[pk]),
        reverse("admin:articles_article_compare", args=[pk]),
        reverse("admin:articles_article_version", args=[pk, 1]),
        reverse("admin:articles_article_edition", args=[pk, 1]),
        reverse("admin:articles_article_takedown", args=[pk]),
    ]
    lists = [
        *("/admin/", "/admin/articles/article/", "/admin/articles/article/?standing=withdrawn"),
        *("/admin/articles/article/?q=nobody", "/admin/articles/auditentry/"),
    ]
    editor, administrator = signed_in("Editor"), signed_in("Administrator")
    for address in screens:
        answer = editor.get(address)
        assert answer.status_code in {302, 403, 404}, address
        assert "Nobody may read" not in editor.get(address, follow=True).text, address
        assert administrator.get(address).status_code == 200, address
    for address in lists:
        assert "Nobody may read" not in editor.get(address).text, address
    assert editor.post(reverse("admin:articles_article_restore", args=[pk, 1])).status_code == 404
    writer = make_user("Editor")
    assert desk_search.count(desk_search.understand("nobody", writer), writer, most=10) == 0
    assert "Nobody may read" in administrator.get("/admin/articles/article/").text


def test_whoever_had_the_story_open_when_it_was_taken_down_can_neither_save_it_nor_keep_it_as_another() -> None:
    article = live(headline="Nobody may read this")
    editor, tab = signed_in("Editor"), "0b2f8a51-5a9e-4b5c-8a6b-0a4c5e0f7d11"
    sent = form_of(editor, article) | {"tab": tab, "headline": "Nobody may read this all the same"}
    article.take_down(by=make_user("Administrator"), reason=WHY)
    autosave = reverse("admin:articles_article_autosave", args=[article.pk])
    for address, pressed in ((autosave, {}), (article.get_absolute_url(), {"_save": "1"})):
        for _ in range(2):
            answer = editor.post(address, sent | pressed)
            assert (answer.status_code, "Nobody may read" in answer.text) == (403, False), address
    assert Article.objects.count() == 1


def test_preview_links_of_a_taken_down_story_open_nothing(client: Client) -> None:
    article = live()
    _, token = PreviewLink.make(article, "The lawyer", timezone.now() + timedelta(days=1), by=make_user())
    assert client.get(f"/previews/{token}/").status_code == 200
    article.take_down(by=make_user("Administrator"), reason=WHY)
    assert client.get(f"/previews/{token}/").status_code == 410


def test_nobody_publishes_what_was_taken_down_before_it_is_let_back() -> None:
    article = taken_down()
    with pytest.raises(NotPublishable, match="taken down"):
        article.publish(by=make_user("Administrator"))
    with pytest.raises(NotPublishable, match="taken down"):
        article.schedule(timezone.now() + timedelta(hours=1), by=make_user("Administrator"))
    with pytest.raises(NotPossible, match="Say why"):
        article.let_back(by=make_user("Administrator"), reason="")
    article.let_back(by=make_user("Administrator"), reason="The court lifted it")
    article.publish(by=make_user())
    editor = make_user("Editor")
    assert desk_search.count(desk_search.understand("nobody", editor), editor, most=10) == 1


@pytest.mark.parametrize("role", ["Writer", "Editor"])
def test_only_administrators_take_stories_down(role: str) -> None:
    article = live()
    address = reverse("admin:articles_article_takedown", args=[article.pk])
    assert signed_in(role).post(address, {"reason": WHY, "sure": "1"}).status_code == 403
    assert signed_in("Administrator").post(address, {"reason": WHY, "sure": "1"}).status_code == 302
    article.refresh_from_db()
    assert article.taken_down_at is not None
    assert AuditEntry.objects.get(action="take_down").why == f"{WHY}."


def text(*pictures: ImageAsset) -> tuple[Part, ...]:
    return (Part(key="", body="<p>Text</p>", pictures=tuple(make_picture(asset=one) for one in pictures)),)


def test_only_pictures_that_readers_see_nowhere_else_count_as_the_storys_own() -> None:
    own, earlier, shared, portrait, told, still_live, former, drafted, gone = (make_asset() for _ in range(9))
    make_author(portrait=portrait)
    writer = make_author(portrait=former)
    byline = Credit(writer.pk, writer.name, writer.slug, "words", "Editor")
    live(bylines=(byline,))
    article = live(
        lead=make_picture(asset=own),
        sections=text(earlier, shared, portrait, told, still_live, drafted, gone),
        bylines=(byline,),
    )
    change(article, sections=text())
    writer.portrait = None  # readers still see it over what was written that day
    writer.save()
    live(sections=text(shared))
    live(looks=Looks(card_picture=told.picture()))
    other = live(lead=make_picture(asset=still_live))
    change(other, lead=None)  # readers still see it there
    make_article(lead=make_picture(asset=drafted))
    live(lead=make_picture(asset=gone)).withdraw(by=None)
    with transaction.atomic():
        assert own_pictures(article).assets == [own, earlier, drafted, gone]


def file_of(picture: Picture) -> str:
    return renditions.address(picture.key, "full", picture.width, "jpg")


def put_file(picture: Picture) -> None:
    place = Path(project.RENDITIONS_ROOT) / file_of(picture).removeprefix(project.RENDITIONS_URL)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(b"A picture")


def test_files_of_a_picture_that_was_deleted_from_the_library_or_got_another_credit_go_too(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    deleted, credited = make_asset(), make_asset()
    article = live(lead=make_picture(asset=deleted), sections=text(credited))
    pictures = list(article.document().pictures())
    change(article, lead=None, sections=text())
    article.publish(by=None)
    deleted.delete()
    credited.change(credit="Jo Park/Limelight")
    ImageAsset.objects.update(ready_key=F("key"))
    live(lead=make_picture(asset=ImageAsset.objects.get()))
    for one in pictures:
        put_file(one)
        assert client.get(file_of(one)).status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        article.take_down(by=make_user("Administrator"), reason=WHY)
    asked = {one["address"] for one in Removal.objects.get().answers}
    for one in pictures:
        assert client.get(file_of(one)).status_code == 404
        assert file_of(one) in asked
    assert not ImageAsset.objects.get().withheld, "with its new credit it stands in another story"


def test_a_picture_of_two_stories_that_are_taken_down_goes_and_comes_back_when_both_are_let_back() -> None:
    asset, administrator = make_asset(), make_user("Administrator")
    first, second = live(lead=make_picture(asset=asset)), live(lead=make_picture(asset=asset))
    draft = make_article(lead=make_picture(asset=asset))
    draft.schedule(timezone.now() + timedelta(hours=1), by=make_user())

    def withheld() -> bool:
        return ImageAsset.objects.get().withheld

    first.take_down(by=administrator, reason=WHY)
    assert not withheld(), "readers see it in the second"
    second.take_down(by=administrator, reason=WHY)
    assert withheld()
    with pytest.raises(NotPublishable, match="The lead picture went with a story that was taken down"):
        draft.publish(by=make_user())
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert publish_due() == 0
    draft.refresh_from_db()
    assert "went with a story that was taken down" in draft.schedule_problem
    first.let_back(by=administrator, reason="The court lifted it")
    first.take_down(by=administrator, reason=WHY)
    second.let_back(by=administrator, reason="The court lifted it")
    assert withheld(), "the first has it, too"
    first.let_back(by=administrator, reason="The court lifted it")
    assert not withheld()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("scheduled", [False, True])
def test_a_story_published_while_its_picture_goes_with_another_waits_and_is_refused(scheduled: bool) -> None:
    picture = make_picture()
    article, other = live(lead=picture), make_article(lead=picture)
    administrator, taken = make_user("Administrator"), threading.Event()
    Article.objects.filter(pk=other.pk).update(publish_at=timezone.now() if scheduled else None)

    def take_down() -> None:
        with transaction.atomic():
            article.take_down(by=administrator, reason=WHY)
            taken.set()
            time.sleep(0.5)  # in which the other is published, if nothing holds it
        connection.close()

    thread = threading.Thread(target=take_down)
    thread.start()
    taken.wait(10)
    if scheduled:
        assert publish_due() == 0
    else:
        with pytest.raises(NotPublishable, match="went with a story that was taken down"):
            other.publish(by=administrator)
    thread.join()
    assert not Article.objects.live().exists()
    assert ImageAsset.objects.get().withheld


@pytest.mark.parametrize("deed", ["make_renditions", "catch_up"])
def test_files_made_while_a_story_is_taken_down_are_not_kept(monkeypatch: Any, deed: str) -> None:
    asset = make_asset(ready=False)
    article = live(lead=make_picture(asset=asset))
    picture = article.document().pictures()[0]
    if deed == "make_renditions":
        ImageAsset.objects.get().change(credit="Jo Park/Limelight")
    asset, real = ImageAsset.objects.get(), ImageAsset._made

    def slow(self: ImageAsset, key: str, widest: int | None = None) -> Any:
        made = real(self, key, widest)
        if not Removal.objects.exists():
            article.take_down(by=make_user("Administrator"), reason=WHY)
        return made

    monkeypatch.setattr(ImageAsset, "_made", slow)
    assert getattr(asset, deed)() is False
    folder = Path(project.RENDITIONS_ROOT) / asset.key[:2] / asset.key
    assert not folder.exists()
    assert not asset.renditions.exists()
    assert {asset.key, picture.key} == {one["address"].split("/")[-2] for one in Removal.objects.get().answers[2:]}


# In this order: nobody publishes a picture that a takedown took.
STATES = ("draft", "scheduled", "live", "changed", "withdrawn", "killed", "taken down")


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    own=st.sets(st.integers(0, 3), min_size=1),
    dropped=st.sets(st.integers(0, 3)),
    others=st.lists(st.tuples(st.sampled_from(STATES), st.sets(st.integers(0, 3)), st.booleans()), max_size=4),
    portrait=st.none() | st.integers(0, 3),
)
def test_after_a_takedown_only_files_that_a_public_page_shows_still_answer(
    client: Client,
    django_capture_on_commit_callbacks: Any,
    own: set[int],
    dropped: set[int],
    others: list[tuple[str, set[int], bool]],
    portrait: int | None,
) -> None:
    """Of four pictures some stand in the story, some did, and any stand in other stories, whatever became of those."""
    administrator = make_user("Administrator")
    with transaction.atomic():
        assets = [make_asset() for _ in range(4)]
        pictures = [one.picture(alt_text="A hall") for one in assets]
        if portrait is not None:
            make_author(portrait=assets[portrait])
        article = live(sections=text(*(assets[one] for one in sorted(own | dropped))))
        change(article, sections=text(*(assets[one] for one in sorted(own))))
        article.publish(by=None)
        for state, shown, on_card in sorted(others, key=lambda one: STATES.index(one[0])):
            chosen = [assets[one] for one in sorted(shown)]
            looks = Looks(card_picture=chosen[0].picture() if chosen and on_card else None)
            other = make_article(sections=text(*chosen), looks=looks)
            become(other, state, administrator)
        for one in pictures:
            put_file(one)
        with django_capture_on_commit_callbacks(execute=True):
            article.take_down(by=administrator, reason=WHY)
        addresses = ["/", *(one.get_absolute_url() for one in Edition.objects.live())]
        pages = "".join(client.get(one).text for one in addresses)
        for number, one in enumerate(pictures):
            status = client.get(file_of(one)).status_code
            if one.key in pages or number == portrait:
                assert status == 200, number
            elif number in own | dropped:
                assert status == 404, number
        transaction.set_rollback(True)


def become(article: Article, state: str, by: Any) -> None:
    """Have the story come to stand so."""
    if state == "draft":
        return
    if state == "scheduled":
        article.schedule(timezone.now() + timedelta(hours=1), by=by)
        return
    article.publish(by=None)
    if state == "changed":
        change(article, sections=text())
    elif state == "withdrawn":
        article.withdraw(by=by)
    elif state == "killed":
        article.kill(by=by, reason=WHY)
    elif state == "taken down":
        article.take_down(by=by, reason=WHY)


def test_the_addresses_of_a_story_are_under_its_categorys_former_name_too_with_what_changed_under_each() -> None:
    article = live()
    category = Edition.objects.get().category
    category.slug = "cinema"
    category.save()
    change(article, slug="second-address")
    article.publish(by=None)
    first, second = f"{article.pk}/isolde-vane-returns-to-the-stage/", f"{article.pk}/second-address/"
    pages = [f"/film/{first}", f"/cinema/{first}", f"/cinema/{second}"]
    assert addresses_of(article) == {f"{page}{more}" for page in pages for more in ("", "changes/")}


@pytest.mark.django_db(transaction=True)
def test_after_a_takedown_every_address_is_fetched_and_the_report_says_that_all_are_gone(
    live_server: Any, settings: Settings
) -> None:
    settings.SITE_URL = live_server.url
    asset, shared = make_asset(ready=False), make_asset(ready=False)
    live(lead=make_picture(asset=shared))
    article = live(lead=make_picture(asset=asset), sections=text(shared))
    change(article, slug="second-address")
    article.publish(by=None)
    files = [one.url for one in asset.renditions.all()]
    kept = shared.renditions.first()
    assert kept is not None
    assert {removals.status_of(one) for one in files} == {200}

    article.take_down(by=make_user("Administrator"), reason=WHY)
    removal = Removal.objects.get()
    assert not removal.is_gone, "nobody asked yet"
    assert removals.ask_due() == 1

    removal.refresh_from_db()
    asked = {one["address"]: one["status"] for one in removal.answers}
    pages = {one: status for one, status in asked.items() if not one.startswith("/media/")}
    assert set(pages.values()) == {410}
    assert {one.split("/")[3] for one in pages} == {"isolde-vane-returns-to-the-stage", "second-address"}
    assert {asked[one] for one in files} == {404}
    assert removal.is_gone
    assert removals.ask_due() == 0
    assert removals.status_of(kept.url) == 200, "another story's picture stays"
    assert make_missing() == 0, "the worker makes no files of it anew"
    report = signed_in("Administrator").get(reverse("admin:articles_article_takedown", args=[article.pk])).text
    assert "Everything is gone." in report
    assert "second-address" in report

    article.let_back(by=make_user("Administrator"), reason="The court lifted it")
    assert make_missing() == 1
    assert removals.status_of(files[0]) == 200
    connection.close()


def test_files_that_a_killed_process_left_are_removed_before_the_addresses_are_asked(monkeypatch: Any) -> None:
    article = live(lead=make_picture(asset=make_asset(ready=False)))
    place = Path(project.RENDITIONS_ROOT) / ImageAsset.objects.get().renditions.all()[0].url.removeprefix("/media/")
    article.take_down(by=make_user("Administrator"), reason=WHY)
    assert place.exists(), "this transaction is never committed"
    monkeypatch.setattr(removals, "status_of", lambda address: 404)
    removals.ask_due()
    assert not place.exists()


def test_an_address_that_still_answers_is_asked_again_and_then_told_of(monkeypatch: Any) -> None:
    article = live()
    article.take_down(by=make_user("Administrator"), reason=WHY)
    monkeypatch.setattr(removals, "status_of", lambda address: 200)
    for _ in range(len(removals.PAUSES) + 1):
        Removal.objects.filter(ask_at__isnull=False).update(ask_at=timezone.now())
        assert removals.ask_due() == 1
    assert removals.ask_due() == 0
    address = reverse("admin:articles_article_takedown", args=[article.pk])
    administrator = signed_in("Administrator")
    assert "2 of 2 addresses are not gone" in administrator.get(address).text
    administrator.post(reverse("admin:articles_article_ask_again", args=[article.pk]))
    monkeypatch.setattr(removals, "status_of", lambda address: 410)
    assert removals.ask_due() == 1
    assert "Everything is gone." in administrator.get(address).text
