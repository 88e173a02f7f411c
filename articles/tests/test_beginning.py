"""What a new story begins with."""

import pytest
from django.test import Client

from articles.models import Article
from articles.tests.factories import make_article, make_author, make_category, make_user

pytestmark = pytest.mark.django_db


def test_a_new_story_begins_with_its_writers_byline_and_last_category(client: Client) -> None:
    writer = make_user("Writer")
    make_author("Mara Quill", job_title="Senior Editor", user=writer)
    make_article(by=writer, category=make_category("Film").label())
    music = make_category("Music")
    make_article(by=writer, category=music.label())
    make_article(by=make_user("Editor"), category=make_category("Royals").label())
    client.force_login(writer)

    page = client.get("/admin/articles/article/add/").content.decode()

    assert "<strong data-name>Mara Quill</strong>" in page
    assert 'value="Senior Editor"' in page
    assert f'<option value="{music.pk}" selected>Music</option>' in page
    assert Article.objects.count() == 3


def test_who_is_no_author_and_has_written_nothing_begins_with_nothing(client: Client) -> None:
    make_author("Mara Quill")
    make_category("Film")
    client.force_login(make_user("Editor"))

    page = client.get("/admin/articles/article/add/").content.decode()

    assert "Mara Quill" not in page
    assert " selected>Film" not in page
