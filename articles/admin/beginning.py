"""What a new story begins with, so that nobody chooses the same things for every story."""

from typing import Any

from articles.document import Document
from articles.models import Article, Author, Byline


def beginning(user: Any) -> Document:
    """An empty story: by its writer, if they are an author, and in the category of the last story they began."""
    author = Author.objects.select_related("portrait").filter(user=user.pk).first()
    last = Article.objects.filter(created_by=user.pk).order_by("-saved_at").select_related("category").first()
    return Document(
        headline="",
        slug="",
        bylines=(author.credit(Byline.Role.WORDS, author.job_title),) if author else (),
        category=last.category.label() if last and last.category else None,
    )
