"""What readers are told of a story, and words they are never shown again."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('articles', '0019_checks_before_publishing'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='article',
            name='disclosed',
            field=models.JSONField(blank=True, default=dict, editable=False, help_text='Who paid or gave, and what AI did: see Disclosures.'),
        ),
        migrations.AddField(
            model_name='article',
            name='scheduled_legal',
            field=models.BooleanField(default=False, editable=False, help_text='The scheduled change removes something for legal reasons.'),
        ),
        migrations.AlterField(
            model_name='auditentry',
            name='action',
            field=models.CharField(choices=[('create', 'created'), ('save', 'saved'), ('publish', 'published'), ('publish_changes', 'published changes'), ('withdraw', 'withdrew'), ('schedule', 'scheduled'), ('unschedule', 'took off the schedule'), ('restore', 'restored a version'), ('name', 'named a version'), ('state', 'moved'), ('refused', 'could not publish'), ('delete', 'deleted'), ('link', 'made a preview link to'), ('unlink', 'revoked a preview link to'), ('comment', 'commented on'), ('comment_edit', 'changed a comment on'), ('comment_delete', 'deleted a comment on'), ('resolve', 'resolved a comment on'), ('reopen', 'reopened a comment on'), ('sign_in', 'signed in'), ('sign_in_failed', 'failed to sign in as'), ('sign_out', 'signed out'), ('make', 'made'), ('change', 'changed'), ('remove', 'removed'), ('export', 'exported'), ('forget', 'forgot'), ('prune', 'pruned the log'), ('embargo', 'set an embargo on'), ('lift_embargo', 'lifted the embargo on'), ('expiry', 'set when to withdraw'), ('kill', 'killed'), ('confirm_kill', 'confirmed the kill of'), ('take_down', 'took down'), ('let_back', 'let back'), ('override', 'overrode a check on'), ('plan', 'planned'), ('redact', 'hid words removed from')], max_length=20),
        ),
        migrations.CreateModel(
            name='Redaction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cause', models.CharField(choices=[('legal', 'Removed for legal reasons'), ('return', 'Published again after readers did not see it')], max_length=10)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('article', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='redactions', to='articles.article')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('edition', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='redaction', to='articles.edition')),
            ],
            options={
                'ordering': ['-edition_id'],
                'default_permissions': (),
            },
        ),
    ]
