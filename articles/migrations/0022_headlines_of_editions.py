"""Another story with the same headline is found among what readers see."""

from django.db import migrations, models
from django.db.models.functions import Left, Lower


class Migration(migrations.Migration):
    dependencies = [("articles", "0021_notice_stuck")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(Lower(Left("headline", 100)), name="edition_headline_start"),
        ),
        migrations.AlterField(
            model_name="houserule",
            name="is_live",
            field=models.BooleanField(default=False, editable=False, verbose_name="at work"),
        ),
        migrations.AlterField(
            model_name="checkoverride",
            name="key",
            field=models.CharField(help_text="Of the finding: its check, place, words and basis.", max_length=24),
        ),
    ]
