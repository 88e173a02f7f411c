"""Who composes issues chooses pictures for them."""

from typing import Any

from django.apps import apps as installed
from django.db import migrations

from newsroom.roles import grant


def make(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("articles"), {"Newsletter editor": ["articles.view_imageasset"]})


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_headlines_of_editions"), ("newsletter", "0004_issues")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
