"""What sign-up forms say is kept from now on, beginning with what they say today."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


WORDS = ("name", "promise", "frequency", "sign_up_heading", "sign_up_label")


def keep_todays(apps: Any, schema_editor: Any) -> None:
    for newsletter in apps.get_model("newsletter", "Newsletter").objects.all():
        text = newsletter.consent_texts.order_by("-version").first()
        if text:
            text.forms_shown.create(words={name: getattr(newsletter, name) for name in WORDS})


class Migration(migrations.Migration):

    dependencies = [
        ('newsletter', '0007_placements'),
    ]

    operations = [
        migrations.AddField(
            model_name='consentrecord',
            name='forms',
            field=models.JSONField(default=list, help_text='Keys of the FormShown rows the form was made of, in their order; none: not known.'),
        ),
        migrations.CreateModel(
            name='FormShown',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.JSONField()),
                ('since', models.DateTimeField(default=django.utils.timezone.now)),
                ('consent_text', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='forms_shown', to='newsletter.consenttext')),
            ],
            options={
                'verbose_name_plural': 'forms shown',
                'ordering': ['pk'],
                'default_permissions': ('view',),
            },
        ),
        migrations.RunPython(keep_todays, migrations.RunPython.noop),
    ]
