"""Readers pause their newsletters and change their address."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.apps import apps as installed
from django.db import migrations, models

from newsroom.roles import grant


def allow(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("newsletter"), {"Newsletter editor": ["newsletter.view_addresschange"]})


class Migration(migrations.Migration):

    dependencies = [
        ('newsletter', '0010_disposable_domains'),
    ]

    operations = [
        migrations.AddField(
            model_name='subscription',
            name='paused_until',
            field=models.DateTimeField(help_text='Active, but nothing comes before then; it begins again by itself. None: no pause.', null=True),
        ),
        migrations.CreateModel(
            name='AddressChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.CharField(blank=True, help_text="Empty once it is the person's own.", max_length=254, verbose_name='new address')),
                ('requested_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('confirmed_at', models.DateTimeField(help_text='None until the link in the mail was used.', null=True)),
                ('subscriber', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='address_changes', to='newsletter.subscriber')),
            ],
            options={
                'ordering': ['-pk'],
                'default_permissions': ('view',),
                'indexes': [models.Index(condition=models.Q(('confirmed_at', None)), fields=['requested_at'], name='address_change_unconfirmed')],
            },
        ),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
