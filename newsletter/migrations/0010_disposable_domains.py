"""Domains of disposable mailboxes, beginning with well-known ones; the newsletter's editors keep the list."""

from typing import Any

import django.utils.timezone
from django.apps import apps as installed
from django.db import migrations, models

from newsroom.roles import grant

HELP = "Such as mailinator.com. Sign-ups from there get the usual answer, and nothing is kept or sent."
KNOWN = """
10minutemail.com discard.email dispostable.com emailondeck.com fakeinbox.com getnada.com grr.la guerrillamail.com
guerrillamail.net maildrop.cc mailinator.com mailnesia.com mintemail.com mohmal.com sharklasers.com spamgourmet.com
temp-mail.org tempail.com throwawaymail.com trashmail.com yopmail.com
"""
ROLES = ["add_disposabledomain", "view_disposabledomain", "delete_disposabledomain"]


def begin(apps: Any, schema_editor: Any) -> None:
    domains = apps.get_model("newsletter", "DisposableDomain").objects
    for domain in KNOWN.split():
        domains.create(domain=domain)
    named = {"Newsletter editor": [f"newsletter.{name}" for name in ROLES]}
    grant(apps, installed.get_app_config("newsletter"), named)


class Migration(migrations.Migration):
    dependencies = [("newsletter", "0009_suppressions"), ("newsletter", "0002_roles")]
    operations = [
        migrations.CreateModel(
            name="DisposableDomain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("domain", models.CharField(help_text=HELP, max_length=200, unique=True)),
                ("since", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
            ],
            options={"ordering": ["domain"], "default_permissions": ("add", "view", "delete")},
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
