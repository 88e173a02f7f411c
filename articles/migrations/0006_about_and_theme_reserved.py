"""/about/ and /theme/… are addresses of their own now."""

from typing import Any

import django.core.validators
from django.db import migrations, models

TAKEN = [
    *("about", "admin", "api", "authors", "corrections", "feed", "feeds", "healthz", "media", "news-sitemap"),
    *("newsletter", "previews", "readyz", "robots", "search", "sitemap", "static", "theme", "topics"),
]


def make_way(apps: Any, schema_editor: Any) -> None:
    """A category that was called so gets another address; its stories' old ones answer with the way to the new."""
    categories = apps.get_model("articles", "Category").objects
    for word in ("about", "theme"):
        free = next(
            slug for number in range(2, 1000) if not categories.filter(slug=(slug := f"{word}-{number}")).exists()
        )
        categories.filter(slug=word).update(slug=free)


class Migration(migrations.Migration):
    dependencies = [("articles", "0005_formats_and_corrections")]
    operations = [
        migrations.RemoveConstraint("category", "category_slug_free"),
        migrations.RunPython(make_way, migrations.RunPython.noop),
        migrations.AlterField(
            "category",
            "slug",
            models.SlugField(
                help_text="In the address; keep it once stories are live.",
                unique=True,
                validators=[
                    django.core.validators.RegexValidator(
                        f"^(?!(?:{'|'.join(TAKEN)})$)",
                        "That word is an address of its own on this site; choose another.",
                    )
                ],
            ),
        ),
        migrations.AddConstraint(
            "category",
            models.CheckConstraint(condition=models.Q(("slug__in", TAKEN), _negated=True), name="category_slug_free"),
        ),
    ]
