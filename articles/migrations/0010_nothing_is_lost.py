"""Autosaves, the texts that conflicts put aside, and who has a story open; text columns as long as anybody types."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Wider(migrations.AlterField):
    """A column of any length. In SQLite each is already, and writing a large table anew for its name takes minutes."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "sqlite" or self.name == "slug":  # whose index goes
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class Quick(migrations.AddField):
    """A column with a default, which SQLite adds without writing the table anew; Django does not know."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        if schema_editor.connection.vendor != "sqlite":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        kind, default = field.db_type(schema_editor.connection), field.get_default()
        more = "NULL" if field.null else f"NOT NULL DEFAULT {schema_editor.quote_value(default)}"
        table, column = map(schema_editor.quote_name, (model._meta.db_table, field.column))
        schema_editor.execute(f"ALTER TABLE {table} ADD COLUMN {column} {kind} {more}")


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0009_search_in_no_time'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Aside',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_name', models.CharField(blank=True, max_length=150)),
                ('other_name', models.CharField(blank=True, help_text='Who had saved there first.', max_length=150)),
                ('tab', models.CharField(blank=True, max_length=36)),
                ('place', models.CharField(max_length=80)),
                ('label', models.CharField(max_length=250)),
                ('kept', models.CharField(default='theirs', help_text='Whose value stands there: mine or theirs.', max_length=6)),
                ('text', models.JSONField(null=True)),
                ('theirs', models.JSONField(null=True)),
                ('base', models.JSONField(null=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('resolved_at', models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Presence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tab', models.CharField(max_length=36)),
                ('section', models.CharField(blank=True, max_length=36)),
                ('writing', models.BooleanField(default=False)),
                ('name', models.CharField(max_length=150)),
                ('seen_at', models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='article',
            name='headline_not_empty',
        ),
        Quick(
            model_name='article',
            name='begun_in',
            field=models.UUIDField(editable=False, help_text='The opened form whose first autosave made the story.', null=True),
        ),
        Quick(
            model_name='revision',
            name='began_at',
            field=models.DateTimeField(help_text="When the sitting's first autosave was.", null=True),
        ),
        Quick(
            model_name='revision',
            name='kind',
            field=models.CharField(choices=[('auto', 'Autosave'), ('save', 'Save'), ('restore', 'Restored'), ('choice', 'One of two texts chosen')], default='save', max_length=10),
        ),
        Quick(
            model_name='revision',
            name='saves',
            field=models.PositiveIntegerField(default=1, help_text='How many saves the sitting had by then.'),
        ),
        Quick(
            model_name='revision',
            name='sent',
            field=models.JSONField(help_text="What that form held, where others' work was merged into it.", null=True),
        ),
        Quick(
            model_name='revision',
            name='sitting',
            field=models.PositiveIntegerField(help_text='Number of the first autosave of the sitting; empty for a save that stands by itself.', null=True),
        ),
        Quick(
            model_name='revision',
            name='tab',
            field=models.CharField(blank=True, help_text='The opened form it came from.', max_length=36),
        ),
        Wider(
            model_name='article',
            name='headline',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='article',
            name='kicker',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='article',
            name='slug',
            field=models.TextField(blank=True, help_text='Last part of the address. Empty: made when it is published.'),
        ),
        Wider(
            model_name='article',
            name='standfirst',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='article',
            name='working_title',
            field=models.TextField(blank=True, help_text="The desk's own name for it; never printed."),
        ),
        Wider(
            model_name='byline',
            name='job_title',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='imagewithcaption',
            name='alt_text',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='imagewithcaption',
            name='caption',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='section',
            name='source',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='section',
            name='subhead',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='section',
            name='title',
            field=models.TextField(blank=True),
        ),
        Wider(
            model_name='section',
            name='url',
            field=models.TextField(blank=True, verbose_name='address'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(fields=['article', 'sitting', 'number'], name='revision_sitting'),
        ),
        migrations.AddIndex(
            model_name='revision',
            index=models.Index(condition=models.Q(('kind', 'auto')), fields=['saved_at'], name='revision_autosaves'),
        ),
        migrations.AddConstraint(
            model_name='article',
            constraint=models.UniqueConstraint(condition=models.Q(('begun_in__isnull', False)), fields=('created_by', 'begun_in'), name='one_story_a_form'),
        ),
        migrations.AddField(
            model_name='aside',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='asides', to='articles.article'),
        ),
        migrations.AddField(
            model_name='aside',
            name='by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='aside',
            name='resolved_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='presence',
            name='article',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='presences', to='articles.article'),
        ),
        migrations.AddField(
            model_name='presence',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='aside',
            index=models.Index(condition=models.Q(('resolved_at__isnull', True)), fields=['article'], name='aside_open'),
        ),
        migrations.AddConstraint(
            model_name='presence',
            constraint=models.UniqueConstraint(fields=('article', 'user', 'tab'), name='one_presence_a_tab'),
        ),
    ]
