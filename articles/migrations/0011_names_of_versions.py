from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_nothing_is_lost")]
    operations = [
        migrations.AddField(
            model_name="revision",
            name="name",
            field=models.CharField(blank=True, help_text="What the desk calls this version.", max_length=80),
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
                ],
                max_length=20,
            ),
        ),
    ]
