"""What the desk's roles may do with newsletters and the people who get them."""

from typing import Any

from django.apps import apps as installed
from django.db import migrations

from newsroom.roles import grant

ROLES = {
    "Newsletter editor": [
        *("view_newsletter", "add_newsletter", "change_newsletter", "view_consenttext", "add_consenttext"),
        *("view_subscriber", "export_subscriber", "erase_subscriber", "view_subscription", "view_consentrecord"),
        *("view_suppression", "delete_suppression"),
    ],
}


def make(apps: Any, schema_editor: Any) -> None:
    named = {role: [f"newsletter.{name}" for name in names] for role, names in ROLES.items()}
    grant(apps, installed.get_app_config("newsletter"), named)


class Migration(migrations.Migration):
    dependencies = [
        ("newsletter", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
