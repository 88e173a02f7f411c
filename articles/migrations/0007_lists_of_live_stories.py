"""A table of its own for the places of live stories in lists, filled from what is live."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

# What is live, a row for each list it stands in; the newest last, as they will go on.
FILL = """
INSERT INTO articles_listed (kind, owner, at, article_id)
SELECT {kind}, {owner}, e.first_published_at, a.id
FROM articles_article a JOIN articles_edition e ON e.id = a.live_edition_id {more}
ORDER BY e.first_published_at, a.id
"""
LISTS = [
    (0, "0", ""),
    (1, "e.category_id", ""),
    (2, "m.topic_id", "JOIN articles_edition_topics m ON m.edition_id = e.id"),
    (3, "m.author_id", "JOIN articles_edition_authors m ON m.edition_id = e.id"),
]


def fill(apps: Any, schema_editor: Any) -> None:
    for kind, owner, more in LISTS:
        schema_editor.execute(FILL.format(kind=kind, owner=owner, more=more))


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_about_and_theme_reserved")]
    operations = [
        migrations.RemoveIndex("edition", "edition_newest"),
        migrations.RemoveIndex("edition", "edition_newest_in_category"),
        migrations.RemoveIndex("edition", "edition_published"),
        migrations.RemoveIndex("edition", "edition_updated"),
        migrations.AddIndex("edition", models.Index(fields=["category"], name="edition_category")),
        migrations.AddIndex(
            "article",
            models.Index(
                fields=["first_published_at", "last_substantive_update_at", "live_edition"],
                condition=models.Q(("last_substantive_update_at__isnull", False), ("live_edition__isnull", False)),
                name="article_updated",
            ),
        ),
        migrations.CreateModel(
            "Listed",
            [
                (
                    "id",
                    models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
                ),
                (
                    "kind",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "Site"), (1, "Category"), (2, "Topic"), (3, "Author")]
                    ),
                ),
                (
                    "owner",
                    models.PositiveBigIntegerField(help_text="Id of the category, topic or author; 0 for the site."),
                ),
                ("at", models.DateTimeField(help_text="When readers first saw the story.")),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "default_permissions": (),
                "indexes": [models.Index(fields=["kind", "owner", "-at", "-article"], name="listed_newest")],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "kind", "owner"), name="listed_once"),
                ],
            },
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
