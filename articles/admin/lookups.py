"""What the story screen asks while somebody types: authors and topics by name, and a new topic in place."""

from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Case, IntegerField, Q, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import path
from django.utils.text import slugify

from articles import desk_log
from articles.models import Article, Author, Topic
from newsroom.html import tidy

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Article]
else:
    Base = object

MOST = 8


def starting_first(query: str) -> Case:
    """Names that begin with what was typed come before those that only hold it."""
    return Case(When(name__istartswith=query, then=Value(0)), default=Value(1), output_field=IntegerField())


class Lookups(Base):
    def lookup_urls(self) -> list[Any]:
        view = self.admin_site.admin_view
        return [
            path("lookup/topics/", view(self.topics_view), name="articles_article_topics"),
            path("lookup/authors/", view(self.authors_view), name="articles_article_authors"),
        ]

    def _check(self, request: HttpRequest) -> None:
        if not (request.user.has_perm("articles.add_article") or request.user.has_perm("articles.change_article")):
            raise PermissionDenied

    def topics_view(self, request: HttpRequest) -> HttpResponse:
        """GET ?q=: topics by name or alias. POST name, kind: the topic of that name, made if there is none."""
        self._check(request)
        if request.method == "POST":
            return self._new_topic(request)
        query = tidy(request.GET.get("q", ""))[:100]
        found = Topic.objects.filter(Q(name__icontains=query) | Q(aliases__icontains=query))
        found = found.order_by(starting_first(query), "name")[:MOST]
        return JsonResponse(
            {"found": [{"id": one.pk, "name": one.name, "detail": one.get_kind_display()} for one in found]}
        )

    def _new_topic(self, request: HttpRequest) -> HttpResponse:
        if not request.user.has_perm("articles.add_topic"):
            raise PermissionDenied
        name = tidy(request.POST.get("name", ""))
        kind = request.POST.get("kind", "")
        if not 1 < len(name) <= 100 or kind not in Topic.Kind.values:
            return JsonResponse({"error": "A topic needs a name of two to a hundred letters."}, status=400)
        topic = Topic.objects.filter(name__iexact=name, kind=kind).first()
        base, number = slugify(name)[:70] or "topic", 1
        while topic is None:
            slug = base if number == 1 else f"{base}-{number}"
            try:
                with transaction.atomic():
                    topic = Topic.objects.create(name=name, kind=kind, slug=slug)
                    desk_log.changed(request, "make", topic)
            except IntegrityError:
                number += 1
        return JsonResponse({"id": topic.pk, "name": topic.name, "detail": topic.get_kind_display()})

    def authors_view(self, request: HttpRequest) -> HttpResponse:
        """GET ?q=: people who can be credited, with today's job title."""
        self._check(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponseNotAllowed(["GET", "HEAD"])
        query = tidy(request.GET.get("q", ""))[:100]
        found = Author.objects.filter(name__icontains=query).order_by(starting_first(query), "name")[:MOST]
        return JsonResponse({"found": [{"id": one.pk, "name": one.name, "detail": one.job_title} for one in found]})
