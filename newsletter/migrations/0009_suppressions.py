"""Addresses are suppressed for more than one reason; those there are so far asked to be forgotten."""

from django.db import migrations, models

REASONS = [("forgotten", "asked to be forgotten"), ("bounce", "mail came back"), ("complaint", "called a mail spam")]


class Migration(migrations.Migration):
    dependencies = [("newsletter", "0008_forms_shown")]
    operations = [
        migrations.AlterModelOptions(
            name="suppression",
            options={
                "default_permissions": ("view", "delete"),
                "verbose_name": "suppressed address",
                "verbose_name_plural": "suppressed addresses",
            },
        ),
        migrations.RenameField(model_name="suppression", old_name="erased_at", new_name="since"),
        migrations.AddField(
            model_name="suppression",
            name="reason",
            field=models.CharField(choices=REASONS, default="forgotten", max_length=10),
        ),
        migrations.AlterField(
            model_name="consentrecord",
            name="withdrawal_method",
            field=models.CharField(
                blank=True,
                choices=[
                    ("one-click", "one click in the mail program"),
                    ("link", "unsubscribe page"),
                    ("preferences", "preferences page"),
                    ("bounce", "mail came back"),
                    ("complaint", "called a mail spam"),
                ],
                max_length=12,
            ),
        ),
    ]
