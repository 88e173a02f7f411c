"""The history as an editor reads it: sittings, names, any two compared, a part taken back."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.comparing import compare
from articles.document import Document, Part, Picture
from articles.errors import SavedMeanwhile
from articles.models import Article, AuditEntry, Revision
from articles.models.audit import done_at
from articles.sittings import MOST_SAVES, previous_to, sittings
from articles.taking_back import take_back
from articles.tests.factories import make_article, make_document, make_picture, make_user
from articles.workflow import State

pytestmark = pytest.mark.django_db


def saved(article: Article, by: User | None, minutes: float, **changes: Any) -> int:
    """An autosave, unless `kind` says otherwise, that many minutes after the morning began; its number."""
    kind = changes.pop("kind", Kind.AUTO)
    revision = article.write(replace(article.document(), **changes), by=by, kind=kind)
    assert revision is not None
    revision.saved_at = MORNING + timedelta(minutes=minutes)
    revision.save()
    return revision.number


Kind = Revision.Kind
MORNING = timezone.now().replace(hour=8, minute=0, second=0, microsecond=0) - timedelta(days=2)


def begun(by: User) -> Article:
    article = Article()
    with done_at(MORNING):
        article.write(make_document(), by=by, kind=Kind.AUTO)
    article.revisions.update(saved_at=MORNING, began_at=MORNING)
    return article


def folded(article: Article) -> list[tuple[int, int]]:
    """Of every entry, newest first, the last save's number and how many saves it is of."""
    return [(one.number, one.count) for one in sittings(article)]


def test_what_one_editor_saves_in_a_sitting_is_one_entry() -> None:
    noor, mara = make_user(), make_user()
    article = begun(noor)
    for minutes in (1, 2, 30):
        saved(article, noor, minutes, headline=f"At {minutes}")
    saved(article, mara, 31, headline="Mara's")
    saved(article, noor, 32, headline="Noor's again")
    saved(article, noor, 63, headline="After a pause")
    assert folded(article) == [(7, 1), (6, 1), (5, 1), (4, 4)]
    assert [one.previous for one in sittings(article)] == [6, 5, 4, None]
    assert previous_to(article, 3) is None
    assert previous_to(article, 5) == 4


def test_names_restorings_and_publishings_stand_out() -> None:
    noor = make_user()
    article = begun(noor)
    for minutes in (1, 2, 3):
        saved(article, noor, minutes, headline=f"At {minutes}")
    article.revisions.get(number=2).rename("As sent to the lawyer", by=noor)
    assert folded(article) == [(4, 2), (2, 2)]
    with done_at(MORNING + timedelta(minutes=3.5)):
        article.publish(by=noor)
    saved(article, noor, 4, headline="After publishing")
    assert folded(article) == [(5, 1), (4, 2), (2, 2)]
    article.restore(article.revisions.get(number=1), by=noor)
    article.revisions.filter(number=6).update(saved_at=MORNING + timedelta(minutes=5))
    assert folded(article) == [(6, 1), (5, 1), (4, 2), (2, 2)]


def test_what_was_thinned_is_counted_and_a_named_version_is_kept() -> None:
    noor = make_user()
    article = begun(noor)
    for minutes in range(1, 9):
        saved(article, noor, minutes, headline=f"At {minutes}")
    for revision in article.revisions.all():  # as they are when time passes between them
        revision.sitting, revision.saves, revision.began_at = 1, revision.number, MORNING
        revision.save()
    saved(article, noor, 9, headline="Saved by hand", kind=Kind.SAVE)
    saved(article, noor, 10, headline="And on")
    article.revisions.get(number=4).rename("As sent to the lawyer", by=noor)
    assert folded(article) == [(11, 1), (10, 6), (4, 4)]
    Revision.objects.spare().delete()
    assert list(article.revisions.values_list("number", flat=True)) == [11, 10, 9, 4]
    assert folded(article) == [(11, 1), (10, 6), (4, 4)]
    assert [one.previous for one in sittings(article)] == [10, 4, None]
    page = signed_in(noor).get(reverse("admin:articles_article_history", args=[article.pk]))
    assert "4 autosaves, of which the last is kept" in page.text


def test_nobody_reads_every_save_of_a_long_sitting(django_assert_num_queries: Any) -> None:
    noor = make_user()
    article = begun(noor)
    first = article.revisions.get()
    article.revisions.bulk_create(
        type(first)(
            article=article,
            number=number,
            document=first.document,
            saved_at=MORNING + timedelta(seconds=2 * number),
            saved_by=noor,
            saved_by_name="Noor",
            kind=Kind.AUTO,
        )
        for number in range(2, 1202)
    )
    with django_assert_num_queries(4):
        one = next(sittings(article))
    assert (one.count, len(one.saves), one.left_out, one.first_number) == (1201, MOST_SAVES, 1201 - MOST_SAVES, 1)


def test_a_long_history_is_read_page_by_page_and_nothing_is_left_out() -> None:
    noor, mara = make_user(), make_user()
    article = begun(noor)
    for number in range(2, 98):
        saved(article, (noor, mara)[number % 2], number, headline=f"Save {number}")
    article.publish(by=noor)
    client = signed_in(noor)
    address, seen = reverse("admin:articles_article_history", args=[article.pk]), []
    for _ in range(3):
        page = client.get(address)
        assert page.status_code == 200
        seen += [one for _, entries in page.context["days"] for one in entries]
        address = f"{reverse('admin:articles_article_history', args=[article.pk])}?before={page.context['older']}"
    assert page.context["older"] is None
    assert [one.number for one in seen if hasattr(one, "number")] == list(range(97, 1, -1))  # the first two are one
    assert [one.edition for one in seen if hasattr(one, "edition")] == [1]


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_a_version_is_named_and_renamed_and_that_is_on_record() -> None:
    noor = make_user()
    article = begun(noor)
    client, address = signed_in(noor), reverse("admin:articles_article_name", args=[article.pk, 1])
    for name in ("As  sent to the lawyer", "Cleared", ""):
        assert client.post(address, {"name": name}).status_code == 302
    assert article.revisions.get().name == ""
    told = list(article.audit.filter(action="name").order_by("pk").values_list("detail", flat=True))
    assert told == [
        "“As sent to the lawyer” (version 1)",
        "“Cleared” (version 1, before “As sent to the lawyer”)",
        "no name any more (version 1, before “Cleared”)",
    ]
    assert article.document() == Document.from_json(article.revisions.get().document)


def test_only_who_may_change_a_story_names_versions_or_takes_anything_back() -> None:
    writer = make_user("Writer")
    theirs, mine = make_article(headline="Theirs"), make_article(by=writer)
    client = signed_in(writer)
    mine.move_to(State.DESK, by=writer)
    for article, status in ((theirs, 404), (mine, 403)):
        for address in (
            reverse("admin:articles_article_name", args=[article.pk, 1]),
            reverse("admin:articles_article_take_back", args=[article.pk]),
        ):
            assert client.post(address, {"name": "x", "place": "headline", "from": "1"}).status_code == status
            assert client.get(address).status_code in {404, 405}
    assert client.get(reverse("admin:articles_article_edition", args=[theirs.pk, 1])).status_code == 404


# -- comparing ---------------------------------------------------------------------------------------------


def test_compared_with_the_previous_means_the_sitting_before() -> None:
    noor, mara = make_user(), make_user()
    article = begun(mara)
    for minutes in (40, 41, 42):
        saved(article, noor, minutes, headline=f"Version of {minutes}")
    page = signed_in(noor).get(reverse("admin:articles_article_compare", args=[article.pk]))
    assert (page.context["a"].number, page.context["b"].number) == (1, 4)


def test_what_readers_see_is_compared_with_what_is_written() -> None:
    noor = make_user()
    article = begun(noor)
    article.publish(by=noor)
    saved(article, noor, 40, headline="Not yet for readers")
    client, address = signed_in(noor), reverse("admin:articles_article_compare", args=[article.pk])
    page = client.get(f"{address}?a=readers&b=now")
    assert [one.what for one in page.context["comparison"].fields] == ["Headline"]
    assert (page.context["a"].ref, page.context["b"].ref) == ("e1", "2")
    for wrong in ("e9", "e", "x", "e²", "0"):
        assert client.get(f"{address}?a={wrong}").status_code == 404


def story(*parts: Part) -> Document:
    return Document(headline="h", slug="s", sections=parts)


def part(name: str, **values: Any) -> Part:
    return Part(key=str(uuid4()), **{"subhead": name, "body": f"<p>{name}</p>", **values})


def test_a_moved_section_says_from_where_to_where() -> None:
    a, b, c = part("a"), part("b"), part("c")
    moved = [one for one in compare(story(a, b, c), story(c, a, b)).sections if one.moved]
    assert [(one.title, one.was_at, one.now_at) for one in moved] == [("c", 3, 1)]


def test_a_picture_that_was_swapped_is_shown_with_the_one_before_it() -> None:
    one, two, three = (Picture(number, str(number), 10, 10, caption=f"Caption {number}") for number in (1, 2, 3))
    was = part("a", pictures=(one, two))
    now = replace(was, pictures=(three, replace(two, caption="Another caption")))
    (change,) = compare(story(was), story(now)).sections[0].changes
    first, second = change.pictures
    assert (first.was, first.now, first.swapped) == (one, three, True)
    assert (second.swapped, second.moved) == (False, False)
    assert [word.what for word in second.words if word.differs] == ["Caption"]


def test_a_link_that_leads_elsewhere_is_seen_though_words_changed_beside_it() -> None:
    was = part("a", body='<p>Read <a href="https://example.org/a">this</a>.</p>')
    now = replace(was, body='<p>Read also <a href="https://example.org/b">this</a>.</p>')
    assert [one.what for one in compare(story(was), story(now)).sections[0].changes] == ["Text", "Links"]


def test_unchanged_paragraphs_far_from_a_change_are_folded() -> None:
    paragraphs = [f"Paragraph number {number}." for number in range(12)]
    was = part("a", body="".join(f"<p>{one}</p>" for one in paragraphs))
    paragraphs[6] = "Paragraph six, put right."
    now = replace(was, body="".join(f"<p>{one}</p>" for one in paragraphs))
    (change,) = compare(story(was), story(now)).sections[0].changes
    assert [(one.folded, len(one.rows)) for one in change.stretches] == [
        *((True, 5), (False, 1), (False, 1), (False, 1), (True, 4)),
    ]


# -- taking back -------------------------------------------------------------------------------------------


def test_one_section_comes_back_and_nothing_else_changes() -> None:
    noor = make_user()
    a, b, c = part("a", pictures=(make_picture(),)), part("b"), part("c")
    article = make_article(by=noor, sections=(a, b, c))
    old = Document.from_json(article.revisions.get().document)
    article.write(
        replace(old, headline="New", sections=(replace(c, body="<p>C</p>"), replace(b, body="<p>B</p>"))), by=noor
    )
    taken = take_back(article, f"sections/{a.key}", old, called="version 1", by=noor)
    assert taken.saved is not None
    document = article.document()
    assert document.headline == "New"
    assert [(one.subhead, one.body) for one in document.sections] == [
        *(("c", "<p>C</p>"), ("a", "<p>a</p>"), ("b", "<p>B</p>")),
    ]
    assert next(one for one in document.sections if one.key == a.key).pictures == old.sections[0].pictures
    assert "Took “a” back from version 1" in taken.saved.note


def test_a_moved_section_goes_back_to_its_place_with_the_words_it_has_now() -> None:
    noor = make_user()
    article = make_article(by=noor, sections=tuple(part(name) for name in "abcd"))
    old = article.document()
    a, b, c, d = old.sections
    c = replace(c, body="<p>Written since</p>")
    article.write(replace(old, sections=(c, a, b, d)), by=noor)
    take_back(article, f"order/{c.key}", old, called="version 1", by=noor)
    assert article.document().sections == (a, b, c, d)


def test_a_field_is_taken_back_and_the_rest_stays() -> None:
    noor = make_user()
    article = begun(noor)
    old = article.document()
    article.write(replace(old, headline="New headline", standfirst="New standfirst", lead=make_picture()), by=noor)
    take_back(article, "lead", old, called="version 1", by=noor)
    take_back(article, "headline", old, called="version 1", by=noor)
    document = article.document()
    assert (document.headline, document.standfirst, document.lead) == (old.headline, "New standfirst", None)


def test_what_somebody_wrote_meanwhile_in_that_place_is_told_and_stays() -> None:
    noor, mara = make_user(), make_user("Editor", "mara")
    article = begun(noor)
    old = article.document()
    saved(article, noor, 1, headline="Noor's")
    saved(article, mara, 2, headline="Mara's")
    with pytest.raises(SavedMeanwhile):
        take_back(article, "headline", old, called="version 1", by=noor, base=2)
    assert article.document().headline == "Mara's"
    fields = {"place": "headline", "from": "1", "base": "2"}
    address = reverse("admin:articles_article_take_back", args=[article.pk])
    page = signed_in(noor).post(address, fields, follow=True)
    assert "Mara changed this place while you were looking" in page.text
    assert 'name="base" value="3"' in page.text  # pressing once more is knowing
    assert signed_in(noor).post(address, {**fields, "base": "3"}).status_code == 302
    assert Article.objects.get().headline == old.headline


def test_what_somebody_wrote_elsewhere_does_not_stop_it() -> None:
    noor, mara = make_user(), make_user()
    article = begun(noor)
    old = article.document()
    saved(article, noor, 1, headline="Noor's")
    saved(article, mara, 2, standfirst="Mara's")
    take_back(article, "headline", old, called="version 1", by=noor, base=2)
    assert (article.headline, article.standfirst) == (old.headline, "Mara's")
    assert AuditEntry.objects.filter(article=article, detail__startswith="Took headline back").exists()


def test_no_place_but_those_of_a_story_can_be_taken_back() -> None:
    noor = make_user()
    article = begun(noor)
    address = reverse("admin:articles_article_take_back", args=[article.pk])
    for place in ("", "version", "sections", "__class__", f"sections/{uuid4()}", "order/", f"order/{uuid4()}"):
        client = signed_in(noor)
        page = client.post(address, {"place": place, "from": "1", "base": "1", "a": "1", "b": "1"}, follow=True)
        assert (page.status_code, article.revisions.count()) == (200, 1)
