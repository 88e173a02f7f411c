"""Editors write the plain pages."""

from typing import Any

from django.apps import apps as installed
from django.db import migrations

from newsroom.roles import PAGES, grant


def make(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("newsroom"), PAGES)


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0003_publication_and_pages"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
