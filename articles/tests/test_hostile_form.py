"""Whatever is typed into the story screen, nothing of it runs: not for readers, not in feeds, not at the desk."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.urls import reverse

from articles.document import Credit, Part
from articles.models import Edition
from articles.tests.factories import make_article, make_author, make_document, make_picture, make_topic, signed_in
from articles.tests.test_desk import form_of
from newsroom.tests.test_html import HOSTILE

pytestmark = [pytest.mark.django_db, pytest.mark.any_database]

PLAIN = [
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    "</script><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<!--<script>alert(1)</script>",
    "{{ 7|add:7 }}{% now 'Y' %}",
    "javascript:alert(1)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u2028alert(1)\u2029",
    "<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
]
ADDRESS = re.compile(r"\s*(?:javascript|data|vbscript)\s*:", re.IGNORECASE)


class Running(HTMLParser):
    """Everything in a page that could run something nobody of ours wrote."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.data = ""
        self.in_data = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = dict(attributes)
        if tag == "script" and values.get("type") == "application/ld+json":
            self.in_data = True
        elif tag == "script" and not (values.get("src") or "").startswith("/static/"):
            self.found.append(f"script {values}")
        elif tag in {"object", "embed", "base", "math", "animate", "foreignobject"}:
            self.found.append(tag)
        elif tag == "iframe" and "src" in values:
            self.found.append(f"iframe {values}")
        elif tag == "img" and not (values.get("src") or "/media/").startswith(("/media/", "/static/", "/admin/")):
            self.found.append(f"img {values}")
        for name, value in attributes:
            runs = name.startswith("on") or name == "style"
            if runs or (name in {"href", "src", "action"} and ADDRESS.match(value or "")):
                self.found.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self.in_data = False

    def handle_data(self, data: str) -> None:
        if self.in_data:
            self.data += data


def check_everywhere(client: Client, edition: Edition) -> None:
    article = edition.article
    public = [
        *(edition.get_absolute_url(), "/", edition.category.get_absolute_url(), "/search/?q=alert"),
        *(topic.get_absolute_url() for topic in edition.topics.all()),
        *(author.get_absolute_url() for author in edition.authors.all()),
    ]
    desk = [
        *("/admin/", reverse("admin:articles_article_changelist"), article.get_absolute_url()),
        reverse("admin:articles_article_history", args=[article.pk]),
        reverse("admin:articles_article_compare", args=[article.pk]),
        reverse("admin:articles_article_version", args=[article.pk, article.revision_number]),
        reverse("admin:articles_auditentry_changelist"),
    ]
    for address in public + desk:
        page = (Client() if address in public else client).get(address)
        assert page.status_code == 200, address
        running = Running(page.text)
        assert not running.found, (address, running.found)
        if running.data and address == edition.get_absolute_url():
            json.loads(running.data)
    for address in ("/feed/", "/feed/atom/", "/sitemap.xml", "/news-sitemap.xml"):
        answer = Client().get(address)
        tree = ElementTree.fromstring(answer.content)
        for element in tree.iter():
            if "<" in (element.text or "") and element.tag.endswith(("encoded", "content", "description", "summary")):
                body = Running(re.sub(r'src="https?://testserver', 'src="', element.text or ""))
                assert not body.found, (address, body.found)


def test_hostile_text_in_the_body_runs_nowhere() -> None:
    client, _ = signed_in("Editor")
    article = make_article(sections=tuple(Part(key="", body=f"<p>{number}</p>") for number in range(len(HOSTILE))))
    fields = form_of(client, article)
    for number, payload in enumerate(HOSTILE):
        fields[f"sections-{number}-body"] = f"<p>Part {number}</p>{payload}"
    answer = client.post(article.get_absolute_url(), {**fields, "_publish": "1"}, follow=True)
    assert "The story is live." in answer.text
    edition = Edition.objects.live().get()
    assert all(f"Part {number}" in edition.text for number in range(len(HOSTILE)))
    check_everywhere(client, edition)


@pytest.mark.parametrize("payload", PLAIN)
def test_hostile_text_in_the_plain_fields_runs_nowhere(payload: str) -> None:
    client, _ = signed_in("Editor")
    author = make_author(payload, job_title=payload[:80], bio=payload)
    topic = make_topic(payload, description=payload)
    kinds = (
        Part(key="", body="<p>Words.</p>", subhead="x", pictures=(make_picture(), make_picture())),
        Part(key="", kind="quote", text="x", source="x"),
        Part(key="", kind="post", text="x", url="https://x.com/a/1", source="x"),
        Part(key="", kind="video", title="x", url="https://youtu.be/abcdefghijk", source="x"),
    )
    document = make_document(sections=kinds, topics=(topic.label(),), lead=make_picture())
    article = make_article(
        sections=document.sections,
        topics=document.topics,
        lead=document.lead,
        bylines=(Credit(author.pk, author.name, author.slug, "words", "x"),),
    )
    fields = form_of(client, article)
    for name in fields:
        if name.endswith(("headline", "standfirst", "subhead", "caption", "alt_text", "text", "source", "title")):
            fields[name] = payload
    fields["kicker"] = payload[:50]
    answer = client.post(article.get_absolute_url(), {**fields, "_publish": "1"}, follow=True)
    assert "The story is live." in answer.text
    check_everywhere(client, Edition.objects.live().get())
