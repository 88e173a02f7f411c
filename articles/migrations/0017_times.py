"""When a story may be seen: embargo, expiry, kill and takedown."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0016_record"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Removal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("kill", "Kill"), ("takedown", "Takedown")], max_length=10)),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("by_name", models.CharField(max_length=150)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("confirmed_by_name", models.CharField(blank=True, max_length=150)),
                ("let_back_at", models.DateTimeField(help_text="When a takedown was undone.", null=True)),
                ("answers", models.JSONField(default=list)),
                ("pictures", models.JSONField(default=list, help_text="Ids of the pictures whose files went.")),
                ("asked_at", models.DateTimeField(null=True)),
                ("ask_at", models.DateTimeField(db_index=True, null=True)),
                ("attempts", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["-at", "-pk"],
                "default_permissions": (),
            },
        ),
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-saved_at", "-pk"],
                "permissions": [
                    ("publish_article", "Can publish, schedule and withdraw stories"),
                    ("edit_any_article", "Can open and edit everybody's stories"),
                    ("take_down_article", "Can take stories down, and see those that were"),
                ],
                "verbose_name": "story",
                "verbose_name_plural": "stories",
            },
        ),
        migrations.AddField(
            model_name="article",
            name="embargo_asked",
            field=models.CharField(
                blank=True, editable=False, help_text="Who asked for the embargo, as a sentence.", max_length=300
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="embargo_until",
            field=models.DateTimeField(editable=False, help_text="Nothing goes out before this moment.", null=True),
        ),
        migrations.AddField(
            model_name="article",
            name="expires_at",
            field=models.DateTimeField(editable=False, help_text="When it is withdrawn by itself.", null=True),
        ),
        migrations.AddField(
            model_name="article",
            name="scheduled_change",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="What the scheduled change is to readers: a ChangeKind.",
                max_length=15,
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="scheduled_note",
            field=models.TextField(blank=True, editable=False, help_text="The note that goes out with it."),
        ),
        migrations.AddField(
            model_name="article",
            name="taken_down_at",
            field=models.DateTimeField(editable=False, help_text="Only administrators see it since.", null=True),
        ),
        migrations.AddField(
            model_name="imageasset",
            name="withheld",
            field=models.BooleanField(
                default=False,
                editable=False,
                help_text="Its story was taken down: readers get no file of it.",
            ),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("create", "created"),
                    ("save", "saved"),
                    ("publish", "published"),
                    ("publish_changes", "published changes"),
                    ("withdraw", "withdrew"),
                    ("schedule", "scheduled"),
                    ("unschedule", "took off the schedule"),
                    ("restore", "restored a version"),
                    ("name", "named a version"),
                    ("state", "moved"),
                    ("refused", "could not publish"),
                    ("delete", "deleted"),
                    ("link", "made a preview link to"),
                    ("unlink", "revoked a preview link to"),
                    ("comment", "commented on"),
                    ("comment_edit", "changed a comment on"),
                    ("comment_delete", "deleted a comment on"),
                    ("resolve", "resolved a comment on"),
                    ("reopen", "reopened a comment on"),
                    ("sign_in", "signed in"),
                    ("sign_in_failed", "failed to sign in as"),
                    ("sign_out", "signed out"),
                    ("make", "made"),
                    ("change", "changed"),
                    ("remove", "removed"),
                    ("export", "exported"),
                    ("forget", "forgot"),
                    ("prune", "pruned the log"),
                    ("embargo", "set an embargo on"),
                    ("lift_embargo", "lifted the embargo on"),
                    ("expiry", "set when to withdraw"),
                    ("kill", "killed"),
                    ("confirm_kill", "confirmed the kill of"),
                    ("take_down", "took down"),
                    ("let_back", "let back"),
                ],
                max_length=20,
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("publish_at__isnull", False)), fields=["publish_at"], name="article_due"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("expires_at__isnull", False)), fields=["expires_at"], name="article_expires"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("taken_down_at__isnull", False)),
                fields=["taken_down_at"],
                name="article_taken_down",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("embargo_until__isnull", True), models.Q(("embargo_asked", ""), _negated=True), _connector="OR"
                ),
                name="embargo_says_who_asked",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(("live_edition__isnull", True), ("taken_down_at__isnull", True), _connector="OR"),
                name="live_is_not_taken_down",
            ),
        ),
        migrations.AddField(
            model_name="removal",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="removals", to="articles.article"
            ),
        ),
        migrations.AddField(
            model_name="removal",
            name="by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddIndex(
            model_name="removal",
            index=models.Index(
                condition=models.Q(("confirmed_at__isnull", True), ("kind", "kill")),
                fields=["at"],
                name="removal_to_confirm",
            ),
        ),
        migrations.AddConstraint(
            model_name="removal",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="removal_has_a_reason"
            ),
        ),
    ]
