"""Issues that are made by a rule."""

from typing import Any

import datetime
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import newsletter.models.digest
from django.apps import apps as installed
from django.db import migrations, models

from newsroom.roles import grant


def allow(apps: Any, schema_editor: Any) -> None:
    deeds = [f"newsletter.{deed}_digest" for deed in ("view", "add", "change", "delete")]
    grant(apps, installed.get_app_config("newsletter"), {"Newsletter editor": deeds})


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0022_headlines_of_editions'),
        ('newsletter', '0014_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='issue',
            name='held_back',
            field=models.CharField(blank=True, editable=False, help_text='Why the digest that made it did not send it.', max_length=500),
        ),
        migrations.CreateModel(
            name='Digest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='At the desk; readers do not see it.', max_length=60, unique=True)),
                ('is_on', models.BooleanField(default=False, verbose_name='on')),
                ('needs_approval', models.BooleanField(default=True, help_text='It makes a draft, and tells by mail those who may send. Otherwise it sends by itself.', verbose_name='waits for approval')),
                ('weekdays', models.JSONField(blank=True, default=list, help_text='Numbers of days; Monday is 0.', verbose_name='days')),
                ('at', models.TimeField(default=datetime.time(7, 0), verbose_name='time')),
                ('most', models.PositiveSmallIntegerField(default=8, help_text='Stories in an issue, up to 30: the newest. What is more is not carried later.', validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(30)], verbose_name='at most')),
                ('subject', models.CharField(default='{headline}', help_text='{headline} is that of the first story, {date} the day, such as 29 November.', max_length=150, validators=[newsletter.models.digest.known_places])),
                ('intro', models.TextField(blank=True)),
                ('since', models.DateTimeField(default=django.utils.timezone.now, editable=False, help_text='Older stories were never its own.')),
                ('next_at', models.DateTimeField(editable=False, help_text='None while it is off.', null=True)),
                ('problem', models.CharField(blank=True, editable=False, help_text='Why it is late; empty where it is not.', max_length=300)),
                ('last_at', models.DateTimeField(editable=False, help_text='None until it first ran.', null=True)),
                ('last_said', models.CharField(blank=True, editable=False, help_text='What became of it then.', max_length=500)),
                ('categories', models.ManyToManyField(blank=True, help_text='None chosen: stories of all categories.', related_name='+', to='articles.category', verbose_name='stories of')),
                ('last_issue', models.ForeignKey(editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='newsletter.issue')),
                ('newsletter', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='digests', to='newsletter.newsletter')),
            ],
            options={
                'ordering': ['name'],
            },
        ),
        migrations.AddField(
            model_name='issue',
            name='digest',
            field=models.ForeignKey(editable=False, help_text='None where somebody made it.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='issues', to='newsletter.digest'),
        ),
        migrations.CreateModel(
            name='DigestStory',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('is_carried', models.BooleanField()),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='articles.article')),
                ('digest', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stories', to='newsletter.digest')),
                ('issue', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='newsletter.issue')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='digest',
            index=models.Index(condition=models.Q(('is_on', True)), fields=['next_at'], name='digest_due'),
        ),
        migrations.AddConstraint(
            model_name='digeststory',
            constraint=models.UniqueConstraint(fields=('issue', 'article'), name='digest_story_once_in_an_issue'),
        ),
        migrations.RunPython(allow, migrations.RunPython.noop),
    ]
