"""The desk's roles and what each may do with stories, pictures and people."""

from typing import Any

from django.apps import apps as installed
from django.db import migrations

from newsroom.roles import ROLES, grant


def make(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("articles"), ROLES)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0002_search"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
