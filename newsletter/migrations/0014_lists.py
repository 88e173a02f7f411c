"""A newsletter has a page, a sender and a welcome of its own."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.utils.text import slugify

import newsletter.from_line
import newsletter.models.lists

# The words that were addresses of their own below /newsletter/ when this was written.
ADDRESSES = {
    *("issues", "sign-up", "thanks", "data-protection", "confirm", "unsubscribe", "new-address", "preferences"),
}


def give_addresses(apps: Any, schema_editor: Any) -> None:
    """Each newsletter's page gets an address made of its name."""
    model = apps.get_model("newsletter", "Newsletter")
    taken = set(ADDRESSES)
    for one in model.objects.order_by("pk"):
        words = slugify(one.name)[:56].strip("-") or "newsletter"
        slug = next(slug for slug in (words, *(f"{words}-{n}" for n in range(2, 1000))) if slug not in taken)
        taken.add(slug)
        model.objects.filter(pk=one.pk).update(slug=slug)


class Migration(migrations.Migration):
    dependencies = [("newsletter", "0013_returns")]
    operations = [
        migrations.AddField(
            model_name="newsletter",
            name="reply_to",
            field=models.EmailField(
                blank=True,
                help_text="Empty: to the sender’s address.",
                max_length=200,
                verbose_name="answers go to",
            ),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="sender_address",
            field=models.CharField(
                blank=True,
                max_length=200,
                validators=[newsletter.from_line.check_address],
                verbose_name="sender’s address",
            ),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="sender_name",
            field=models.CharField(
                blank=True,
                help_text="Empty: the newsletter’s name.",
                max_length=60,
                validators=[newsletter.from_line.check_name],
                verbose_name="sender’s name",
            ),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="welcome_subject",
            field=models.CharField(
                blank=True,
                help_text="Empty: “Welcome to …” with its name.",
                max_length=150,
                verbose_name="welcome mail’s subject",
            ),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="welcome_words",
            field=models.TextField(blank=True, verbose_name="welcome mail’s words"),
        ),
        migrations.AddField(
            model_name="newsletter",
            name="slug",
            field=models.CharField(default="", max_length=60),
            preserve_default=False,
        ),
        migrations.RunPython(give_addresses, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="newsletter",
            name="slug",
            field=models.SlugField(
                blank=True,
                help_text="Below /newsletter/. Empty: made of the name. An address it had leads to the one it has now.",
                max_length=60,
                unique=True,
                validators=[newsletter.models.lists.not_taken],
                verbose_name="address of its page",
            ),
        ),
        migrations.CreateModel(
            name="FormerAddress",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("slug", models.SlugField(max_length=60, unique=True)),
                (
                    "newsletter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="former_addresses",
                        to="newsletter.newsletter",
                    ),
                ),
            ],
            options={"default_permissions": ()},
        ),
    ]
