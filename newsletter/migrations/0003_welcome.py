from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("newsletter", "0002_roles")]

    operations = [
        migrations.AddField(
            model_name="newsletter",
            name="send_welcome",
            field=models.BooleanField(
                default=True,
                help_text="To everybody who confirms: a greeting with the five newest stories.",
                verbose_name="send a welcome mail",
            ),
        ),
        migrations.AddField(
            model_name="consentrecord",
            name="welcomed_at",
            field=models.DateTimeField(help_text="When the welcome mail left; None when none did.", null=True),
        ),
    ]
