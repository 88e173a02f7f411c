"""Subscribers are imported with the proof of their consent."""

from typing import Any

from django.apps import apps as installed
from django.db import migrations, models

from newsroom.roles import grant


def allow(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("newsletter"), {"Newsletter editor": ["newsletter.import_subscriber"]})


class Migration(migrations.Migration):

    dependencies = [
        ('newsletter', '0011_preferences'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='subscriber',
            options={'default_permissions': ('view',), 'permissions': [('export_subscriber', 'Can export subscribers'), ('erase_subscriber', 'Can erase subscribers'), ('import_subscriber', 'Can import subscribers')]},
        ),
        migrations.AddField(
            model_name='consentrecord',
            name='proof',
            field=models.CharField(blank=True, help_text='Where and how they agreed, as an imported table says.', max_length=300),
        ),
        migrations.AlterField(
            model_name='consentrecord',
            name='method',
            field=models.CharField(choices=[('form', 'sign-up form'), ('preferences', 'preferences page'), ('import', 'imported')], default='form', max_length=12),
        ),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
