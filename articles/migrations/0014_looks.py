"""A story can have other words and pictures where it is told of."""

from typing import Any

from django.db import migrations, models


class Quick(migrations.AddField):
    """A column with a default, which SQLite adds without writing the table anew; Django does not know."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        connection = schema_editor.connection
        if connection.vendor != "sqlite":
            super().database_forwards(app_label, schema_editor, from_state, to_state)
            return
        model = to_state.apps.get_model(app_label, self.model_name)
        field = model._meta.get_field(self.name)
        column = field.db_parameters(connection)
        default = schema_editor.quote_value(field.get_db_prep_save(field.get_default(), connection))
        table, name = map(schema_editor.quote_name, (model._meta.db_table, field.column))
        more = f"{column['type']} NOT NULL DEFAULT {default} CHECK ({column['check']})"
        schema_editor.execute(f"ALTER TABLE {table} ADD COLUMN {name} {more}", params=None)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_finding_at_the_desk"),
    ]
    operations = [
        Quick(
            model_name="article",
            name="looks",
            field=models.JSONField(
                blank=True,
                default=dict,
                editable=False,
                help_text="Words and pictures’ ids for cards, search, social media.",
            ),
        ),
    ]
