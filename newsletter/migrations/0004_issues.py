"""Issues of newsletters, which edition of each story they carried, and who got them."""

from typing import Any

import django.db.models.deletion
import django.utils.timezone
from django.apps import apps as installed
from django.conf import settings
from django.db import migrations, models

from newsroom.roles import grant


ISSUES = [f"newsletter.{deed}_issue" for deed in ("view", "add", "change", "delete", "send")]


def grant_issues(apps: Any, schema_editor: Any) -> None:
    grant(apps, installed.get_app_config("newsletter"), {"Newsletter editor": [*ISSUES, "newsletter.view_delivery"]})


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0022_headlines_of_editions"),
        ("newsletter", "0003_welcome"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Issue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("approved", "Approved"),
                            ("sending", "Being sent"),
                            ("paused", "Paused"),
                            ("sent", "Sent"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=10,
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=150)),
                ("preheader", models.CharField(blank=True, max_length=150)),
                ("blocks", models.JSONField(blank=True, default=list)),
                (
                    "version",
                    models.PositiveIntegerField(default=0, editable=False, help_text="One more with each save."),
                ),
                (
                    "send_at",
                    models.DateTimeField(editable=False, help_text="None: when somebody presses Send.", null=True),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ("approved_by_name", models.CharField(blank=True, editable=False, max_length=150)),
                ("printed", models.JSONField(editable=False, help_text="None until sending begins.", null=True)),
                ("started_at", models.DateTimeField(editable=False, null=True)),
                ("finished_at", models.DateTimeField(editable=False, null=True)),
                (
                    "created_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "newsletter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="issues", to="newsletter.newsletter"
                    ),
                ),
            ],
            options={
                "ordering": ["-created_at", "-pk"],
                "permissions": [("send_issue", "Can approve and send issues")],
                "default_permissions": ("add", "change", "view", "delete"),
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits"),
                            ("sending", "is being handed to the mail server"),
                            ("sent", "taken by the mail server"),
                            ("failed", "refused by the mail server"),
                            ("doubt", "may or may not have left"),
                            ("skipped", "left the newsletter before it went"),
                            ("bounced", "came back"),
                            ("complained", "was called spam"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("next_at", models.DateTimeField(help_text="Not before; None: at once.", null=True)),
                ("worker", models.CharField(blank=True, help_text="Who hands it over, or did.", max_length=60)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "code",
                    models.CharField(blank=True, help_text="The mail server's code, or a word of ours.", max_length=20),
                ),
                (
                    "subscriber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="newsletter.subscriber",
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deliveries", to="newsletter.issue"
                    ),
                ),
            ],
            options={
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="IssueStory",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.article"
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="articles.edition"
                    ),
                ),
                (
                    "issue",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stories", to="newsletter.issue"
                    ),
                ),
            ],
            options={
                "ordering": ["position"],
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="issue",
            index=models.Index(condition=models.Q(("state", "approved")), fields=["send_at"], name="issue_due"),
        ),
        migrations.AddConstraint(
            model_name="issue",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["draft", "approved", "cancelled"]), ("printed__isnull", False), _connector="OR"
                ),
                name="what_is_sent_is_printed",
            ),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(fields=["issue", "state", "next_at"], name="delivery_next"),
        ),
        migrations.AddIndex(
            model_name="delivery",
            index=models.Index(condition=models.Q(("state", "sending")), fields=["worker"], name="delivery_in_hand"),
        ),
        migrations.AddConstraint(
            model_name="delivery",
            constraint=models.UniqueConstraint(fields=("issue", "subscriber"), name="delivery_once"),
        ),
        migrations.AddConstraint(
            model_name="issuestory",
            constraint=models.UniqueConstraint(fields=("issue", "article"), name="story_once_in_an_issue"),
        ),
        migrations.RunPython(grant_issues, migrations.RunPython.noop),
    ]
