"""Checks where they decide: at publish, at the minute of a schedule, in the panel's answer; house rules."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from articles import checks
from articles.admin import checks as desk_checks
from articles.admin.checks import try_rule
from articles.checks.finding import squeezed
from articles.document import Credit, Document, Looks, Part
from articles.errors import NotPossible, NotPublishable
from articles.models import Article, AuditEntry, CheckOverride, Edition, HouseRule, ImageAsset, Topic, checking
from articles.models.checking import facts_of, findings_of, override
from articles.publishing import publish_due
from articles.tests.factories import (
    make_article,
    make_asset,
    make_author,
    make_category,
    make_document,
    make_picture,
    make_topic,
    make_user,
)
from bench import form
from newsroom.models import Page

pytestmark = pytest.mark.django_db
BROKEN = (Part(key="", body="<p>“We danced, she said.</p>"),)


def stop_of(article: Article) -> checks.Finding:
    return next(one for one in findings_of(article.document(), article)[0] if one.severity == checks.STOP)


def test_a_stop_refuses_publishing_and_scheduling_and_changes_nothing() -> None:
    article = make_article(sections=BROKEN)
    for deed in (
        lambda: article.publish(by=None),
        lambda: article.schedule(timezone.now() + timedelta(hours=1), by=make_user()),
    ):
        with pytest.raises(NotPublishable, match="not closed") as refusal:
            deed()
        assert set(refusal.value.problems) == {"sections-0-body"}
    article.refresh_from_db()
    assert (article.live_edition, article.publish_at, Edition.objects.count()) == (None, None, 0)


def test_what_is_imported_was_published_already() -> None:
    make_article(sections=BROKEN).publish(by=None, at=timezone.now() - timedelta(days=900))
    assert Edition.objects.live().count() == 1


def test_a_stop_passes_with_a_name_and_a_reason_until_its_words_change() -> None:
    editor, article = make_user(), make_article(sections=BROKEN)
    with pytest.raises(NotPossible, match="Say why"):
        override(article, stop_of(article), reason=" ", by=editor)
    override(article, stop_of(article), reason="Printed so in the letter", by=editor)

    entry = AuditEntry.objects.get(action="override")
    assert (entry.who, entry.article_id) == (editor, article.pk)
    assert (entry.detail, entry.why) == ("Quotation marks “danced,”, in version 1", "Printed so in the letter")
    article.publish(by=editor)
    words = "<p>“We danced twice, she said.</p>"
    article.write(replace(article.document(), sections=(Part(key="", body=words),)), by=editor)
    with pytest.raises(NotPublishable):
        article.publish(by=editor)


def test_an_override_of_one_story_is_none_of_another() -> None:
    one, other = make_article(sections=BROKEN), make_article(sections=BROKEN)
    override(one, stop_of(one), reason="As in the letter", by=make_user())
    one.publish(by=None)
    with pytest.raises(NotPublishable):
        other.publish(by=None)


def test_letting_one_pictures_rights_pass_is_said_of_no_other_picture() -> None:
    over = timezone.localdate() - timedelta(days=1)
    one, other = make_asset(rights_until=over), make_asset(rights_until=over)
    article = make_article(lead=make_picture(asset=one))
    override(article, stop_of(article), reason="The agency agreed for this one", by=make_user())
    assert checking.stops(article.document(), article) == {}
    article.write(article.document().having(lead=make_picture(asset=other)), by=None)
    assert set(checking.stops(article.document(), article)) == {"lead-caption"}


def at_work(name: str, pattern: str, **values: Any) -> HouseRule:
    given = {"severity": "stop", "is_live": True, "tried_at": timezone.now(), **values}
    return HouseRule.objects.create(name=name, pattern=pattern, **given)


@pytest.mark.parametrize("where", ["story", "credits"])
def test_letting_one_rule_of_the_house_pass_silences_no_later_rule_that_finds_the_same_words(where: str) -> None:
    pattern = {"story": "harbour", "credits": "Limelight"}[where]
    rule, article = at_work("As we write it", pattern, where=where), make_article(lead=make_picture())
    override(article, stop_of(article), reason="It is its name", by=make_user())
    assert checking.stops(article.document(), article) == {}

    order = at_work("Court order: never name it", pattern, where=where)
    assert checking.stops(article.document(), article)
    override(article, stop_of_rule(article, order), reason="The order was lifted", by=make_user())
    assert checking.stops(article.document(), article) == {}
    HouseRule.objects.filter(pk=rule.pk).update(pattern=f"{pattern}|{pattern}s", is_pattern=True)
    assert checking.stops(article.document(), article), "the rule looks for something else now"


def stop_of_rule(article: Article, rule: HouseRule) -> checks.Finding:
    found, _ = findings_of(article.document(), article)
    return next(one for one in found if one.basis.startswith(rule.facts().basis))


@pytest.mark.parametrize(
    ("standfirst", "facts"),
    [
        ("Ida Marsh, a mother of two, rows again", {"children": 5}),
        ("Ida Marsh, 99, rows out again", {"born": date(1980, 5, 16)}),
    ],
)
def test_words_let_pass_against_a_fact_are_looked_at_again_when_the_fact_is_another(
    standfirst: str, facts: dict[str, Any]
) -> None:
    ida = make_topic("Ida Marsh", born=date(1988, 5, 16), children=3)
    article = make_article(standfirst=standfirst, topics=(ida.label(),))
    override(article, stop_of(article), reason="She said so herself", by=make_user())
    article.schedule(timezone.now() + timedelta(minutes=5), by=make_user())
    Topic.objects.filter(pk=ida.pk).update(**facts)
    with time_machine.travel(timezone.now() + timedelta(minutes=6)):
        assert publish_due() == 0
    article.refresh_from_db()
    assert "Ida Marsh" in article.schedule_problem


def test_words_let_pass_pass_for_good_while_nothing_they_were_judged_by_changes() -> None:
    ida = make_topic("Ida Marsh", born=date(1988, 5, 16))
    with time_machine.travel("2026-05-14 10:00Z", tick=False) as clock:
        article = make_article(standfirst="Ida Marsh, 40, rows out again", topics=(ida.label(),))
        override(article, stop_of(article), reason="As in the letter", by=make_user())
        clock.shift(timedelta(days=400))  # another age by the same date of birth
        assert checking.stops(article.document(), article) == {}


def test_what_is_needed_to_publish_cannot_be_overridden_and_nothing_but_stops() -> None:
    article = make_article(lead=None)
    warning = next(one for one in findings_of(article.document(), article)[0] if one.severity == checks.WARNING)
    with pytest.raises(NotPossible, match="put it right"):
        override(article, warning, reason="So", by=make_user())
    assert not CheckOverride.objects.exists()
    assert not AuditEntry.objects.filter(action="override").exists()


def test_an_override_that_fails_leaves_no_entry() -> None:
    article = make_article(sections=BROKEN)

    @transaction.atomic
    def fail() -> None:
        override(article, stop_of(article), reason="So", by=make_user())
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert not CheckOverride.objects.exists()
    assert not AuditEntry.objects.filter(action="override").exists()


def test_an_age_is_checked_again_at_the_minute_of_a_scheduled_release() -> None:
    ida = make_topic("Ida Marsh", born=date(1988, 5, 16))
    with time_machine.travel("2026-05-14 10:00Z", tick=False) as clock:
        article = make_article(standfirst="Ida Marsh, 37, rows out again", topics=(ida.label(),))
        with pytest.raises(NotPublishable, match="is 38 on 16 May 2026"):
            article.schedule(timezone.now() + timedelta(days=2), by=make_user())
        article.schedule(timezone.now() + timedelta(days=1), by=make_user())
        clock.shift(timedelta(days=2))  # the worker was away over her birthday
        assert publish_due() == 0
        article.refresh_from_db()
        assert "Ida Marsh is 38" in article.schedule_problem
        assert article.publish_at is not None
        assert not Edition.objects.exists()
        clock.shift(timedelta(days=-1))
        assert publish_due() == 1
        clock.shift(timedelta(days=400))
        article.write(replace(article.document(), kicker="Rowing"), by=None)
        article.publish(by=None)  # it was so on the day readers first read it


def test_facts_are_gathered_with_few_queries_however_long_the_story(django_assert_max_num_queries: Any) -> None:
    asset = make_asset(source_caption="Orla Finch and Ida Marsh attend the Gala")
    make_topic("Orla Finch")
    link = '<p>See <a href="/film/12/gone/">this story</a> and <a href="/topics/none/">this topic</a>.</p>'
    parts = tuple(Part(key="", body=link, pictures=(make_picture(asset=asset),)) for _ in range(30))
    article = make_article(sections=parts, topics=(make_topic().label(),))
    document = article.document()
    with django_assert_max_num_queries(7):
        facts = facts_of(document, article)
    assert facts.pictures[asset.pk].people == ("Orla Finch",)
    assert facts.named == ()
    assert facts.internal_links == frozenset()


def test_whoever_is_on_file_and_stands_in_the_text_is_known_though_no_topic() -> None:
    ida, orla = make_topic("Ida Marsh", born=date(1988, 5, 16), children=3), make_topic("Orla Finch")
    make_topic("Ida Marsh’s", kind="work")
    make_topic("The Norland Post", kind="organisation")
    article = make_article(
        standfirst="Ida Marsh, 99, a mother of nine, rows again",
        sections=(Part(key="", body="<p>So American actor Orla Finch’s father told The Norland Post.</p>"),),
        topics=(orla.label(),),
    )
    facts = facts_of(article.document(), article)
    assert [one.name for one in facts.named] == ["Ida Marsh"]
    assert facts.organisations == ("The Norland Post",)
    found, _ = findings_of(article.document(), article)
    told = [(one.check, one.severity) for one in found if one.check in {"Ages", "Children"}]
    assert told == [("Ages", "warning"), ("Children", "warning")]
    assert checking.stops(article.document(), article) == {}
    article.write(article.document().having(topics=(ida.label(),)), by=None)
    assert set(checking.stops(article.document(), article)) == {"standfirst"}


def test_a_headline_and_an_address_of_another_story_are_known() -> None:
    make_article(headline="Ida rows", slug="ida-rows").publish(by=None)
    assert facts_of(make_document(headline="IDA rows"), None).same_headline.startswith("published ")
    for changes in ({"slug": "ida-rows"}, {"headline": "Ida – rows", "slug": ""}, {"slug": "ida-rows-2"}):
        assert facts_of(make_document(**changes), None).same_slug == "“Ida rows”"
    own = Article.objects.get()
    facts = facts_of(own.document(), own)
    assert (facts.same_headline, facts.same_slug, facts.deed) == ("", "", checks.CHANGES)


def test_a_twin_is_what_readers_see_or_will_see_under_this_headline() -> None:
    headline = "Orla Finch leaves the stage tonight"
    live, scheduled, draft = (make_article(headline=headline) for _ in range(3))
    assert facts_of(draft.document(), draft).same_headline == ""
    at = timezone.now() + timedelta(hours=1)
    scheduled.schedule(at, by=make_user())
    said = f"scheduled for {timezone.localtime(at):%-d %B %Y}"
    assert facts_of(draft.document(), draft).same_headline == said
    assert facts_of(scheduled.document(), scheduled).same_headline == ""
    scheduled.unschedule(by=make_user())

    live.publish(by=None)
    live.write(live.document().having(headline="Something else is being typed"), by=None)
    assert facts_of(draft.document(), draft).same_headline.startswith("published ")
    live.publish(by=None)
    live.write(live.document().having(headline=headline), by=None)
    assert facts_of(draft.document(), draft).same_headline == "", "nobody sees it yet"


def test_a_link_on_this_site_is_good_where_readers_get_a_page(client: Client) -> None:
    page = Page.objects.create(slug="policy", title="Policy", body="<p>Kind.</p>", is_live=True)
    Page.objects.create(slug="unfinished", title="Unfinished", body="<p>Not yet.</p>")
    told, untold, writer, nobody = make_topic("Told"), make_topic("Untold"), make_author(), make_author()
    credit = (Credit(writer.pk, writer.name, writer.slug, "words"),)
    story = make_article(topics=(told.label(),), bylines=credit).publish(by=None)
    draft = make_article()
    make_category("Hidden", in_menu=False)
    make_category("Style")
    paths = [
        *("/", "/about/", page.get_absolute_url(), "/about/unfinished/", "/about/nothing-here/", "/about"),
        *(told.get_absolute_url(), untold.get_absolute_url(), "/topics/none/", f"/topics/{told.slug}/feed/"),
        *(writer.get_absolute_url(), nobody.get_absolute_url(), f"/authors/{nobody.slug}/feed/"),
        *(story.get_absolute_url(), f"/film/{draft.pk}/x/", "/film/999999/x/", "/film/", "/hidden/", "/style/", "/no/"),
        *("/search/", "/search/nothing/", "/corrections/", "/newsletter/", "/newsletter/nothing/", "/feed/", "/feeds/"),
        *("/feed.json", "/feed/nothing/", "/sitemap.xml", "/previews/none/", "/newsletter/confirm/none/"),
        *("/media/nothing.jpg", "/nothing/at/all", "/caf%C3%A9/"),
    ]
    body = "".join(f'<p><a href="{path}">So</a></p>' for path in paths)
    good = checking.internal_links(make_document(sections=(Part(key="", body=body),)))
    opened = {path for path in paths if client.get(path, follow=True).status_code == 200}
    assert good == opened
    assert {"/", "/about/policy/", told.get_absolute_url(), story.get_absolute_url(), "/film/", "/style/"} <= good


def test_links_are_asked_for_with_one_query_however_many_kinds_there_are(django_assert_num_queries: Any) -> None:
    paths = ("/about/x/", "/topics/x/", "/authors/x/", "/film/", "/film/1/x/", "/search/")
    document = make_document(
        sections=(Part(key="", body="".join(f'<p><a href="{path}">So</a></p>' for path in paths)),),
    )
    with django_assert_num_queries(1):
        assert checking.internal_links(document) == {"/search/", "/film/"}


def test_what_only_can_be_told_of_a_story_to_come_is_told_when_it_is_scheduled() -> None:
    article = make_article(sections=(Part(key="", body="<p>They row tonight.</p>"),))
    tomorrow = timezone.now() + timedelta(days=1)
    names = {one.check for one in findings_of(article.document(), article, tomorrow)[0]}
    assert "Words of time" in names
    assert "Words of time" not in {one.check for one in findings_of(article.document(), article)[0]}


def test_many_stories_are_decided_with_the_queries_of_one(django_assert_max_num_queries: Any) -> None:
    good = [make_article(topics=(make_topic(born=date(1988, 5, 16)).label(),)) for _ in range(3)]
    stopped, let_pass = make_article(sections=BROKEN), make_article(sections=BROKEN)
    override(let_pass, stop_of(let_pass), reason="As in the letter", by=make_user())
    stories = [(one.document(), one) for one in (*good, stopped, let_pass)]
    with django_assert_max_num_queries(4):
        told = checking.stops_of_all(stories)
    assert [bool(one) for one in told] == [False, False, False, True, False]


def test_what_was_found_good_is_looked_at_again_only_when_something_has_changed(monkeypatch: Any) -> None:
    ida, asset = make_topic("Ida Marsh", born=date(1988, 5, 16), children=2), make_asset()
    with time_machine.travel("2026-05-14 10:00Z", tick=False):
        article = make_article(topics=(ida.label(),), lead=make_picture(asset=asset))
        article.schedule(timezone.now() + timedelta(hours=1), by=make_user())
        looked: list[bool] = []
        real = checks.run

        def look(*given: Any, **more: Any) -> Any:
            looked.append(True)
            return real(*given, **more)

        monkeypatch.setattr(checks, "run", look)

        def looks() -> bool:
            looked.clear()
            own = Article.objects.get(pk=article.pk)
            checking.stops(own.document(), own)
            return bool(looked)

        assert not looks()
        for change in (
            lambda: article.write(article.document().having(kicker="Rowing"), by=None),
            lambda: Topic.objects.filter(pk=ida.pk).update(children=3),
            lambda: ImageAsset.objects.filter(pk=asset.pk).update(rights_until=date(2027, 1, 1)),
            lambda: HouseRule.objects.create(
                name="x", pattern="xyz", severity="stop", is_live=True, tried_at=timezone.now()
            ),
        ):
            change()
            assert looks()
            Article.objects.get(pk=article.pk).schedule(timezone.now() + timedelta(hours=1), by=make_user())
            assert not looks()
    with time_machine.travel("2026-05-15 10:00Z", tick=False):
        assert looks(), "another day"


def test_a_stop_is_decided_with_few_queries(django_assert_max_num_queries: Any) -> None:
    article = make_article(topics=(make_topic(born=date(1988, 5, 16)).label(),), lead=make_picture())
    document = article.document()
    with django_assert_max_num_queries(3):
        assert checking.stops(document, article) == {}


# -- the panel -------------------------------------------------------------------------------------------------------


def ask(client: Client, article: Article, more: dict[str, str] | None = None, where: str = "checks/?story={}") -> Any:
    sent = form.fields(client.get(article.get_absolute_url()).text, "_save")
    address = f"/admin/articles/article/{where.format(article.pk)}"
    return client.post(address, sent | (more or {}), headers={"X-Requested-With": "newsroom"})


def test_the_panel_tells_all_of_a_story_as_it_is_typed_and_writes_nothing(client: Client) -> None:
    client.force_login(make_user())
    article = make_article(bylines=(), sections=BROKEN)
    told = ask(client, article, {"headline": "Ida  rows"}).json()
    assert [(one["severity"], one["place"].split("/")[-1], one["may_be_overridden"]) for one in told["findings"]][
        :2
    ] == [
        ("stop", "bylines", False),
        ("stop", "body", True),
    ]
    assert told["findings"][1]["quote"] == "danced,"
    assert told["findings"][1]["repair"] == "danced,”"
    assert told["may_override"]
    assert article.revisions.count() == 1


def test_a_stop_is_let_pass_from_the_panel_by_who_may_publish(client: Client) -> None:
    writer = make_user("Writer")
    article = make_article(by=writer, sections=BROKEN)
    key = stop_of(article).key
    more = {"finding": key, "override_reason": "As in the letter"}
    client.force_login(writer)
    assert not ask(client, article).json()["may_override"]
    assert ask(client, article, more, "{}/checks/override/").status_code == 403
    client.force_login(make_user())
    assert ask(client, article, {**more, "override_reason": ""}, "{}/checks/override/").status_code == 422
    assert ask(client, article, {**more, "finding": "none"}, "{}/checks/override/").status_code == 409
    told = ask(client, article, more, "{}/checks/override/").json()
    assert [one["overridden"]["reason"] for one in told["findings"] if one["overridden"]] == ["As in the letter"]
    article.publish(by=None)


def test_nobody_checks_a_story_they_may_not_see(client: Client) -> None:
    article = make_article(by=make_user("Writer"))
    client.force_login(make_user("Writer"))
    assert client.post(f"/admin/articles/article/checks/?story={article.pk}").status_code == 404
    client.logout()
    assert client.post(f"/admin/articles/article/checks/?story={article.pk}").status_code == 302


@pytest.mark.parametrize(
    "typed", ["", "<p>", "<p>“<b>a", "&#0;&amp", "<a href='//['>x</a>", "\ud7ff\u0301\u202e“'\"’" * 50]
)
def test_whatever_is_typed_the_checks_answer(typed: str) -> None:
    document = make_document(
        headline=typed, sections=(Part(key="", body=typed), Part(key="", kind="quote", text=typed))
    )
    found, _ = findings_of(document, None)
    json.dumps([one.key for one in found])


# -- house style -----------------------------------------------------------------------------------------------------


def test_a_rule_is_written_tried_on_the_archive_and_put_to_work(client: Client) -> None:
    client.force_login(make_user())
    make_article(sections=(Part(key="", body="<p>The theater was full.</p>"),)).publish(by=None)
    values = {"name": "theatre", "pattern": "theater", "any_case": "on", "where": "story", "severity": "stop"}
    page = client.post("/admin/articles/houserule/add/", {**values, "suggestion": "theatre"}, follow=True)
    rule = HouseRule.objects.get()
    assert page.redirect_chain[-1][0] == f"/admin/articles/houserule/{rule.pk}/try/"
    assert "Found in <strong>1 place</strong> of 1 story" in page.text
    assert "<mark>theater</mark>" in page.text
    other = make_article(headline="The theater opens")
    other.publish(by=None)  # it is not at work yet

    client.post(f"/admin/articles/houserule/{rule.pk}/try/", {"live": "1"})
    rule.refresh_from_db()
    assert not rule.is_live, "nobody has seen what it finds"
    tried = page.context["tried"]
    client.post(f"/admin/articles/houserule/{rule.pk}/try/", {"live": "1", "tried": tried})
    with pytest.raises(NotPublishable, match="theatre"):
        make_article(headline="A theater opens").publish(by=None)

    client.post(f"/admin/articles/houserule/{rule.pk}/change/", {**values, "suggestion": "playhouse"})
    rule.refresh_from_db()
    client.post(f"/admin/articles/houserule/{rule.pk}/try/", {"live": "1", "tried": tried})
    rule.refresh_from_db()
    assert not rule.is_live, "changed, it is tried again first"


def test_putting_a_rule_to_work_or_to_rest_is_a_deed_on_record(client: Client) -> None:
    editor = make_user()
    client.force_login(editor)
    rule = HouseRule.objects.create(name="theatre", pattern="theater")
    address = f"/admin/articles/houserule/{rule.pk}/try/"
    tried = client.get(address).context["tried"]
    for live in ("1", "1", "0"):
        client.post(address, {"live": live, "tried": tried})
    about = AuditEntry.objects.filter(about="rule of style", about_id=str(rule.pk)).order_by("pk")
    assert [(one.who, one.detail) for one in about] == [(editor, "put to work"), (editor, "put to rest")]

    client.post(address, {"live": "1", "tried": tried})
    client.post(
        f"/admin/articles/houserule/{rule.pk}/change/",
        {"name": "theatre", "pattern": "theaters", "where": "story", "severity": "warning"},
    )
    entry = about.last()
    assert entry is not None
    assert "rests until it is tried again" in entry.detail


def test_a_trial_says_how_far_it_came_and_goes_on_from_there() -> None:
    for number in range(5):
        make_article(headline=f"The theater opens again {number}").publish(by=None)
    rule = HouseRule.objects.create(name="theatre", pattern="theater", suggestion="theatre")
    looked, came_to = [], None
    for _ in range(6):
        trial = try_rule(rule, came_to, seconds=0.0)
        looked += [hit.story["headline"] for hit in trial.hits]
        if (came_to := trial.came_to) is None:
            break
    assert looked == [f"The theater opens again {number}" for number in range(4, -1, -1)]
    assert try_rule(rule).places == 5


def test_a_trial_finds_what_the_check_finds_wherever_a_rule_looks() -> None:
    rule = HouseRule.objects.create(name="theatre", pattern="theater", severity="stop")
    words = "The theater at night"
    article = make_article(
        kicker="At the theater",
        working_title=words,
        lead=make_picture(alt_text=words, caption=words),
        looks=Looks(card_headline=words, search_title=words, newsletter_headline=words),
        sections=(
            Part(key="", subhead="Theater", body="<p>The <em>thea</em>ter.</p><h3>A theater</h3><p>It was full.</p>"),
            Part(key="", kind="quote", text="My theater!", source="A theater’s owner"),
        ),
    )
    article.publish(by=None)
    HouseRule.objects.update(is_live=True, tried_at=timezone.now())
    found = [one for one in findings_of(article.document(), article)[0] if one.check == "House style"]
    assert len(found) > 9
    assert try_rule(rule).places == len(found)


@pytest.mark.parametrize(("severity", "may"), [("stop", False), ("warning", True), ("advice", True)])
def test_a_trial_cut_off_says_on_how_much_it_was_tried_and_what_stops_needs_the_rest(
    client: Client, monkeypatch: pytest.MonkeyPatch, severity: str, may: bool
) -> None:
    client.force_login(make_user())
    for number in range(3):
        make_article(headline=f"The theater opens again {number}").publish(by=None)
    rule = HouseRule.objects.create(name="theatre", pattern="theater", severity=severity)
    address = f"/admin/articles/houserule/{rule.pk}/try/"
    monkeypatch.setattr(desk_checks.try_rule, "__defaults__", (None, 0.0))  # it is cut off after each story

    page = client.get(address)
    assert "tried on the newest 1 of 3 live stories" in squeezed(page.text)
    assert ("Put it to work" in page.text) == may
    client.post(address, {"live": "1", "tried": page.context["tried"]})
    rule.refresh_from_db()
    assert rule.is_live == may

    for _ in range(3):
        assert "Try the rest" in page.text
        page = client.get(address, {"from": page.context["tried"]})
    assert "Found in <strong>3 places</strong> of 3 stories, tried on all 3 live stories" in squeezed(page.text)
    assert "Try the rest" not in page.text
    client.post(address, {"live": "1", "tried": page.context["tried"]})
    rule.refresh_from_db()
    assert rule.is_live


def test_a_trial_goes_on_only_with_the_rule_it_was_begun_with(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    client.force_login(make_user())
    for number in range(3):
        make_article(headline=f"The theater opens again {number}").publish(by=None)
    rule = HouseRule.objects.create(name="theatre", pattern="theater", severity="stop")
    address = f"/admin/articles/houserule/{rule.pk}/try/"
    monkeypatch.setattr(desk_checks.try_rule, "__defaults__", (None, 0.0))
    begun = client.get(address).context["tried"]
    HouseRule.objects.update(pattern="opens")
    for shown in (begun, "1", f"{begun}x", ""):
        assert "tried on the newest 1 of 3 live stories" in squeezed(client.get(address, {"from": shown}).text)


def test_no_rule_works_that_was_not_tried() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        HouseRule.objects.create(name="x", pattern="x", is_live=True)


def test_a_hostile_pattern_is_refused_in_words(client: Client) -> None:
    client.force_login(make_user())
    values = {"name": "x", "is_pattern": "on", "where": "story", "severity": "advice"}
    for pattern in ("((a{1,100}){1,100}){1,100}", r"(a)\1", "(unclosed"):
        page = client.post("/admin/articles/houserule/add/", {**values, "pattern": pattern})
        assert page.status_code == 200
        assert "pattern" in page.context["adminform"].form.errors
    assert not HouseRule.objects.exists()


def test_only_editors_keep_the_house_style(client: Client) -> None:
    rule = HouseRule.objects.create(name="x", pattern="x")
    client.force_login(make_user("Writer"))
    for address in ("", "add/", f"{rule.pk}/try/"):
        assert client.get(f"/admin/articles/houserule/{address}").status_code == 403


def test_the_library_knows_until_when_a_picture_may_be_published(client: Client) -> None:
    asset = make_asset()
    client.force_login(make_user())
    sent = form.fields(client.get(f"/admin/articles/imageasset/{asset.pk}/change/").text, "_save")
    client.post(f"/admin/articles/imageasset/{asset.pk}/change/", sent | {"rights_until": "2026-01-31"})
    asset.refresh_from_db()
    assert asset.rights_until == date(2026, 1, 31)
    with pytest.raises(NotPublishable, match="may not publish it after 31 January 2026"):
        make_article(lead=make_picture(asset=asset)).publish(by=None)


def test_a_story_with_everything_is_published_and_its_document_unchanged() -> None:
    article = make_article()
    before = article.document()
    edition = article.publish(by=None)
    assert (
        replace(edition.story, slug="")
        == replace(before, slug="")
        == replace(Document.from_json(before.to_json()), slug="")
    )
