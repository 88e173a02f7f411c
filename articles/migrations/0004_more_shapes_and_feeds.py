"""Which ladder a picture's files were made of (none, until the worker has been through the library), and /…/feeds/."""

from typing import Any

import django.core.validators
from django.db import migrations, models

TAKEN = [
    *("admin", "api", "authors", "corrections", "feed", "feeds", "healthz", "media", "news-sitemap", "newsletter"),
    *("previews", "readyz", "robots", "search", "sitemap", "static", "topics"),
]


def make_way(apps: Any, schema_editor: Any) -> None:
    """A category that was called so gets another address; its stories' old ones answer with the way to the new."""
    categories = apps.get_model("articles", "Category").objects
    free = next(slug for number in range(2, 1000) if not categories.filter(slug=(slug := f"feeds-{number}")).exists())
    categories.filter(slug="feeds").update(slug=free)


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_roles")]
    operations = [
        migrations.AddIndex(
            "article",
            models.Index(
                fields=["withdrawn_at"], condition=models.Q(withdrawn_at__isnull=False), name="article_withdrawn"
            ),
        ),
        migrations.AddIndex(
            "edition",
            models.Index(
                fields=["first_published_at"],
                condition=models.Q(last_substantive_update_at__isnull=False),
                name="edition_updated",
            ),
        ),
        migrations.AddField(
            "imageasset",
            "ready_ladder",
            models.PositiveSmallIntegerField(
                default=0,
                editable=False,
                help_text="The LADDER of which every file is made, for all keys this picture has had.",
            ),
        ),
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
