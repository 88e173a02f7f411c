"""Every deed that somebody can do on the screens of the desk, as their browser would, and what the log says of it."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import commenting
from articles.models import (
    Article,
    Category,
    Contradiction,
    HouseRule,
    PreviewLink,
    SavedSearch,
    Topic,
)
from articles.models.checking import findings_of
from articles.models.contradiction import look_again
from articles.tests.factories import make_article, make_asset, make_document, make_topic, make_user, picture_bytes
from articles.tests.test_desk import Fields, form_of
from articles.tests.test_log import LOG, signed_in
from articles.workflow import State
from newsletter.tests import desk_deeds as of_newsletters
from newsroom.models import Page, Publication


def add_category(client: Client) -> None:
    client.post("/admin/articles/category/add/", {"title": "Opera", "slug": "opera", "position": "4"})


def change_topic(client: Client) -> None:
    topic = Topic.objects.create(name="Isolde Vane", slug="isolde-vane")
    form = {"name": "Isolde Vane", "kind": "work", "aliases": "", "description": "", "born": "", "died": ""}
    client.post(f"/admin/articles/topic/{topic.pk}/change/", form)


def new_topic(client: Client) -> None:
    client.post("/admin/articles/article/lookup/topics/", {"name": "The Meridian", "kind": "place"})


def remove_picture(client: Client) -> None:
    client.post(f"/admin/articles/imageasset/{make_asset().pk}/delete/", {"post": "yes"})


def complete_picture(client: Client) -> None:
    client.post(f"/admin/articles/imageasset/chooser/{make_asset().pk}/", {"credit": "Iris Bloom"})


def add_page(client: Client) -> None:
    client.post(
        "/admin/newsroom/page/add/",
        {"title": "Ethics", "slug": "ethics", "summary": "", "body": "<p>We do.</p>", "position": "0", "base": "0"},
    )
    assert Page.objects.exists()


def change_page(client: Client) -> None:
    page = Page.objects.create(title="Ethics", slug="ethics", body="<p>We do.</p>")
    form = {"title": "Our ethics", "slug": "ethics", "summary": "", "body": "<p>We do.</p>", "position": "0"}
    client.post(f"/admin/newsroom/page/{page.pk}/change/", form | {"base": str(page.version)})


def set_publication(client: Client) -> None:
    screen = client.get("/admin/newsroom/publication/1/change/").context["form"]
    form = {name: screen[name].value() for name in screen.fields if name not in {"logo", "logo_dark", "icon"}}
    form = {name: value for name, value in form.items() if isinstance(value, str | int)}
    client.post("/admin/newsroom/publication/1/change/", form | {"name": "Limelight"})
    assert Publication.current().name == "Limelight"


def add_role(client: Client) -> None:
    client.post("/admin/auth/group/add/", {"name": "Night desk", "permissions": []})


def make_account(client: Client) -> None:
    secret = "lantern-harbour-91"
    client.post(
        "/admin/auth/user/add/",
        {"username": "nell", "usable_password": "true", "password1": secret, "password2": secret},
    )
    assert User.objects.filter(username="nell").exists()


def own_password(client: Client) -> None:
    new = "lantern-harbour-91"
    client.post(
        "/admin/password_change/", {"old_password": "open sesame 42", "new_password1": new, "new_password2": new}
    )


def export_log(client: Client) -> None:
    client.post(f"{LOG}export/", {})


def remove_several(client: Client) -> None:
    topic = Topic.objects.create(name="Isolde Vane", slug="isolde-vane")
    form = {"action": "delete_selected", "_selected_action": [str(topic.pk)], "post": "yes"}
    client.post("/admin/articles/topic/", form)
    assert not Topic.objects.exists()


def list_editing(client: Client) -> None:
    one = Category.objects.create(title="Opera", slug="opera")
    form = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1", "form-0-id": str(one.pk), "form-0-position": "7"}
    client.post("/admin/articles/category/", form | {"_save": "Save"})


def delete_draft(client: Client) -> None:
    client.post(f"/admin/articles/article/{draft().pk}/delete/", {"post": "yes"})


def draft() -> Article:
    """A story whose beginning is not in the log: what is counted comes after."""
    return Article.objects.create(headline="A draft")


# -- on the screen of a story, and beside it -----------------------------------------------------------------------


def live(**changes: Any) -> Article:
    article = make_article(**changes)
    article.publish(by=None)
    return article


def at_desk(name: str, article: Article, *more: int) -> str:
    return reverse(f"admin:articles_article_{name}", args=[article.pk, *more])


def press(button: str, article: Article, client: Client, **typed: str) -> None:
    answer = client.post(article.get_absolute_url(), form_of(client, article) | {button: "1"} | typed)
    assert answer.status_code == 302, answer.text


def new_story(client: Client) -> None:
    address = "/admin/articles/article/add/"
    client.post(address, Fields(client.get(address).text).values | {"headline": "Harbour lights", "_save": "1"})


def save(client: Client) -> None:
    press("_save", make_article(), client, headline="Harbour lights")


def publish(client: Client) -> None:
    press("_publish", make_article(), client)


def publish_changes(client: Client) -> None:
    article = live()
    article.write(make_document(headline="Harbour lights"), by=None)
    press("_publish", article, client, change="typo")


def schedule(client: Client) -> None:
    press("_schedule", make_article(), client, publish_at="2099-06-01T12:00")


def scheduled() -> Article:
    article = make_article()
    article.schedule(timezone.now() + timedelta(days=3), by=make_user())
    return article


def unschedule(client: Client) -> None:
    press("_unschedule", scheduled(), client)


def withdraw(client: Client) -> None:
    press("_withdraw", live(), client)


def redact(client: Client) -> None:
    article = live()
    article.write(make_document(headline="Harbour lights"), by=None)
    article.publish(by=None)
    press("_redact", article, client, redact_edition="2", redact_reason="A court said so")


def hand_in(client: Client) -> None:
    press("_hand_in", make_article(), client)


def move(client: Client) -> None:
    press("_move", make_article(), client, _move="desk")


def take_back_own(_: Client) -> None:
    writer = make_user("Writer")
    article = make_article(by=writer)
    article.move_to(State.DESK, by=writer)
    press("_take_back", article, signed_in(writer))


def embargoed() -> Article:
    article = make_article()
    article.set_embargo(timezone.now() + timedelta(days=3), "The studio asked", by=make_user())
    return article


def embargo(client: Client) -> None:
    press("_embargo", make_article(), client, embargo_until="2099-06-01T12:00", embargo_asked="The studio asked")


def lift_embargo(client: Client) -> None:
    press("_lift_embargo", embargoed(), client, embargo_reason="The studio called")


def expire(client: Client) -> None:
    press("_expire", live(), client, expires_at="2099-06-01T12:00")


def keep(client: Client) -> None:
    article = live()
    article.set_expiry(timezone.now() + timedelta(days=3), by=make_user())
    press("_keep", article, client)


def autosave_new(client: Client) -> None:
    fields = Fields(client.get("/admin/articles/article/add/").text).values
    client.post("/admin/articles/article/autosave/", fields | {"headline": "Harbour", "tab": str(uuid.uuid4())})


def autosave(client: Client) -> None:
    article = make_article()
    client.post(at_desk("autosave", article), form_of(client, article) | {"headline": "Harbour lights"})


def choose(client: Client) -> None:
    article, theirs = make_article(), make_user()
    article.write(replace(article.document(), headline="Harbour lights"), by=make_user())
    other = replace(article.document(), headline="Lights at the harbour")
    (aside,) = article.take_in(other, by=theirs, base=1).asides
    client.post(at_desk("aside", article, aside.pk), {"take": "mine", "base": article.revision_number})


def written_twice() -> Article:
    article = make_article()
    article.write(replace(article.document(), headline="Harbour lights"), by=None)
    return article


def take_back(client: Client) -> None:
    article = written_twice()
    client.post(at_desk("take_back", article), {"from": "1", "place": "headline", "base": article.revision_number})


def restore(client: Client) -> None:
    client.post(at_desk("restore", written_twice(), 1))


def name(client: Client) -> None:
    client.post(at_desk("name", make_article(), 1), {"name": "As handed in"})


def let_pass(client: Client) -> None:
    HouseRule.objects.create(name="Vane", pattern="Vane", severity="stop", is_live=True, tried_at=timezone.now())
    article = make_article()
    finding = next(one for one in findings_of(article.document(), article)[0] if one.severity == "stop")
    sent = {"finding": finding.key, "override_reason": "It is her name"}
    assert client.post(at_desk("override", article), form_of(client, article) | sent).status_code == 200


def link(client: Client) -> None:
    client.post(
        at_desk("links", make_article()),
        {"link_name": "Nell", "link_until": "day"},
    )


def unlink(client: Client) -> None:
    article = make_article()
    made, _ = PreviewLink.make(article, "Nell", timezone.now() + timedelta(days=1), by=make_user())
    client.post(at_desk("revoke", article, made.pk))


def say(client: Client) -> None:
    client.post(at_desk("comments", make_article()), {"text": "Who says so?"})


def of_a_comment(deed: str) -> Callable[[Client], None]:
    def post(client: Client) -> None:
        chief, article = User.objects.get(pk=client.session["_auth_user_id"]), make_article()
        comment = commenting.begin(article, "Who says so?", commenting.Spot("", "", "", ""), by=chief)
        if deed == "reopen":
            commenting.resolve(comment, by=chief)
        if deed == "unmute":
            commenting.mute(comment, by=chief, muted=True)
        sent = {"deed": deed, "text": "She does."}
        assert client.post(at_desk("comment", article, comment.pk), sent).status_code == 200

    post.__name__ = f"{deed}_comment"
    return post


def kill(client: Client) -> None:
    client.post(at_desk("kill", live()), {"reason": "Wrong person", "sure": "1"})


def confirm_kill(client: Client) -> None:
    notice = live().kill(by=make_user(), reason="Wrong person")
    client.post(reverse("admin:articles_article_confirm_kill", args=[notice.pk]))


def take_down(client: Client) -> None:
    client.post(at_desk("takedown", live()), {"reason": "A court said so", "sure": "1"})


def taken_down() -> Article:
    article = live()
    article.take_down(by=make_user(), reason="A court said so")
    return article


def ask_again(client: Client) -> None:
    client.post(at_desk("ask_again", taken_down()))


def let_back(client: Client) -> None:
    client.post(at_desk("let_back", taken_down()), {"reason": "Another court said so"})


def plan(client: Client) -> None:
    client.post(at_desk("plan", make_article()), {"priority": "1"})


def move_on_board(client: Client) -> None:
    client.post(at_desk("move", make_article()), {"to": "desk"})


def move_in_calendar(client: Client) -> None:
    article = scheduled()
    assert article.publish_at
    day = timezone.localdate() + timedelta(days=5)
    sent = {"kind": "scheduled", "was": article.publish_at.isoformat(), "day": day.isoformat()}
    client.post(at_desk("calendar_move", article), sent)


# -- what is somebody's own ------------------------------------------------------------------------------------------


def choose_notices(client: Client) -> None:
    client.post("/admin/articles/article/notices/choices/", {"here": ["given"], "mail": ["out"]})


def keep_search(client: Client) -> None:
    client.post("/admin/search/saved/", {"name": "Vane", "q": "vane", "shared": "on"})


def own_search(client: Client) -> SavedSearch:
    return SavedSearch.objects.create(owner_id=client.session["_auth_user_id"], name="Vane", question="vane")


def share_search(client: Client) -> None:
    client.post("/admin/search/saved/", {"id": str(own_search(client).pk), "name": "Vane", "shared": "on"})


def drop_search(client: Client) -> None:
    client.post("/admin/search/saved/", {"id": str(own_search(client).pk), "_delete": "1"})


def sign_in(_: Client) -> None:
    name = make_user().username
    login = {"username": name, "password": "open sesame 42"}
    Client(REMOTE_ADDR="203.0.113.77").post("/admin/login/?next=/admin/", login)


def sign_out(client: Client) -> None:
    client.post("/admin/logout/")


def set_password(client: Client) -> None:
    new = {"password1": "lantern-harbour-91", "password2": "lantern-harbour-91"}
    client.post(reverse("admin:auth_user_password_change", args=[make_user().pk]), new)


def upload(client: Client) -> None:
    file = SimpleUploadedFile("harbour.jpg", picture_bytes())
    assert client.post("/admin/articles/imageasset/chooser/upload/", {"file": file}).status_code == 201


def put_rule_to_work(client: Client) -> None:
    rule = HouseRule.objects.create(name="Once", pattern="again")
    address = f"/admin/articles/houserule/{rule.pk}/try/"
    client.post(address, {"live": "1", "tried": client.get(address).context["tried"]})
    rule.refresh_from_db()
    assert rule.is_live


def let_contradiction_stand(client: Client) -> None:
    ida = make_topic("Ida Marsh", children=2)
    live(standfirst="Ida Marsh, a mother of two, rows", topics=(ida.label(),))
    ida.children = 3
    ida.save()
    look_again()
    one = Contradiction.objects.get()
    client.post(f"/admin/articles/contradiction/{one.pk}/change/", {"reason": "So it was then"})


ON_SCREENS: list[tuple[str, Callable[[Client], None], str, str]] = [
    ("articles_category_add", add_category, "make", "category"),
    ("articles_topic_change", change_topic, "change", "topic"),
    ("articles_article_topics", new_topic, "make", "topic"),
    ("articles_imageasset_delete", remove_picture, "remove", "picture"),
    ("articles_imageasset_complete", complete_picture, "change", "picture"),
    ("newsroom_page_add", add_page, "make", "page"),
    ("newsroom_page_change", change_page, "change", "page"),
    ("newsroom_publication_change", set_publication, "change", "publication"),
    ("auth_group_add", add_role, "make", "role"),
    ("auth_user_add", make_account, "make", "account"),
    ("password_change", own_password, "change", "account"),
    ("articles_auditentry_export", export_log, "export", "log of deeds"),
    ("articles_topic_changelist delete_selected", remove_several, "remove", "topic"),
    ("articles_category_changelist", list_editing, "change", "category"),
    ("articles_article_delete", delete_draft, "delete", ""),
    ("articles_article_add", new_story, "create", ""),
    ("articles_article_change _save", save, "save", ""),
    ("articles_article_change _publish", publish, "publish", ""),
    ("articles_article_change _publish", publish_changes, "publish_changes", ""),
    ("articles_article_change _schedule", schedule, "schedule", ""),
    ("articles_article_change _unschedule", unschedule, "unschedule", ""),
    ("articles_article_change _withdraw", withdraw, "withdraw", ""),
    ("articles_article_change _redact", redact, "redact", ""),
    ("articles_article_change _hand_in", hand_in, "state", ""),
    ("articles_article_change _move", move, "state", ""),
    ("articles_article_change _take_back", take_back_own, "state", ""),
    ("articles_article_change _embargo", embargo, "embargo", ""),
    ("articles_article_change _lift_embargo", lift_embargo, "lift_embargo", ""),
    ("articles_article_change _expire", expire, "expiry", ""),
    ("articles_article_change _keep", keep, "expiry", ""),
    ("articles_article_autosave_new", autosave_new, "create", ""),
    ("articles_article_autosave", autosave, "save", ""),
    ("articles_article_aside", choose, "save", ""),
    ("articles_article_take_back", take_back, "save", ""),
    ("articles_article_restore", restore, "save", ""),
    ("articles_article_name", name, "name", ""),
    ("articles_article_override", let_pass, "override", ""),
    ("articles_article_links", link, "link", ""),
    ("articles_article_revoke", unlink, "unlink", ""),
    ("articles_article_comments", say, "comment", ""),
    ("articles_article_comment reply", of_a_comment("reply"), "comment", ""),
    ("articles_article_comment edit", of_a_comment("edit"), "comment_edit", ""),
    ("articles_article_comment delete", of_a_comment("delete"), "comment_delete", ""),
    ("articles_article_comment resolve", of_a_comment("resolve"), "resolve", ""),
    ("articles_article_comment reopen", of_a_comment("reopen"), "reopen", ""),
    ("articles_article_comment mute", of_a_comment("mute"), "change", "notices"),
    ("articles_article_comment unmute", of_a_comment("unmute"), "change", "notices"),
    ("articles_article_kill", kill, "kill", ""),
    ("articles_article_confirm_kill", confirm_kill, "confirm_kill", ""),
    ("articles_article_takedown", take_down, "take_down", ""),
    ("articles_article_ask_again", ask_again, "change", ""),
    ("articles_article_let_back", let_back, "let_back", ""),
    ("articles_article_plan", plan, "plan", ""),
    ("articles_article_move", move_on_board, "state", ""),
    ("articles_article_calendar_move", move_in_calendar, "schedule", ""),
    ("articles_article_notice_choices", choose_notices, "change", "notices"),
    ("saved_search", keep_search, "make", "saved search"),
    ("saved_search", share_search, "change", "saved search"),
    ("saved_search", drop_search, "remove", "saved search"),
    ("login", sign_in, "sign_in", "account"),
    ("logout", sign_out, "sign_out", "account"),
    ("auth_user_password_change", set_password, "change", "account"),
    ("articles_imageasset_upload", upload, "make", "picture"),
    ("articles_houserule_try", put_rule_to_work, "change", "rule of style"),
    ("articles_contradiction_change", let_contradiction_stand, "override", ""),
    *of_newsletters.ON_SCREENS,
]

# What takes a POST and leaves no entry, and why.
SHOWS = "It only shows."
LEAVES_NONE = {
    **dict.fromkeys(["bar", "palette", "search", "index", "password_change_done", "jsi18n", "autocomplete"], SHOWS),
    **dict.fromkeys(["view_on_site", "app_list"], "It only leads elsewhere."),
    **{
        f"articles_article_{one}": SHOWS
        for one in ("authors", "compare", "version", "edition", "board", "calendar", "notices", "comment_people")
    },
    **{f"articles_imageasset_{one}": SHOWS for one in ("chooser", "thumbnail", "large")},
    **{
        f"articles_article_{one}": "It answers what is typed, and keeps nothing."
        for one in ("preview", "consequences", "change_kind", "checks")
    },
    "newsroom_publication_add": "There is one publication, and no other.",
    "axes_accessattempt_changelist cleanup_expired_attempts": "What counts no more goes; the log keeps who failed.",
    "newsroom_publication_preview": "It answers what is typed, and keeps nothing.",
    "articles_article_here": "Who has a story open is forgotten within a minute.",
    "articles_article_notices_read": "What somebody has read is nobody else's business.",
    **of_newsletters.LEAVES_NONE,
}
