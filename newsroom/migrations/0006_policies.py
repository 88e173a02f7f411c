"""Who owns the publication, as a policy; and which pages are live without standing in the footer."""

from typing import Any

from django.db import migrations, models

import newsroom.links


def note_unlisted(apps: Any, schema_editor: Any) -> None:
    pages = apps.get_model("newsroom", "Page").objects.filter(is_live=True, in_footer=False)
    addresses = [f"/about/{slug}/" for slug in pages.order_by("position", "title").values_list("slug", flat=True)]
    if addresses:
        apps.get_model("newsroom", "Publication").objects.filter(pk=1).update(unlisted=addresses)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0005_purges"),
    ]
    operations = [
        migrations.AddField(
            model_name="publication",
            name="ownership_policy",
            field=models.CharField(
                blank=True,
                max_length=200,
                validators=[newsroom.links.Address()],
                verbose_name="ownership and funding",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="unlisted",
            field=models.JSONField(
                blank=True, default=list, editable=False, help_text="Addresses of the other live ones."
            ),
        ),
        migrations.RunPython(note_unlisted, migrations.RunPython.noop),
    ]
