"""New rows of one table, many at once, as plain values: making objects and preparing each took longer than writing."""

from types import NoneType
from typing import Any

from django.db import connection, models


def fresh_ids(model: type[models.Model], size: int) -> list[int]:
    """Ids for new rows; the transaction must be open, and stay open until they are written."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, size]
            )
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = (cursor.fetchone() or [0])[0]
    return list(range(last + 1, last + 1 + size))


class Rows:
    """New rows of one table. Values are as the database takes them."""

    def __init__(self, model: type[models.Model], *, with_id: bool = False) -> None:
        fields = [one for one in model._meta.local_concrete_fields if with_id or not one.primary_key]
        self.fields = {one.attname: one for one in fields}
        self.usual = {one.attname: one.get_db_prep_save(one.get_default(), connection) for one in fields}
        quote = connection.ops.quote_name
        names, places = ", ".join(quote(str(one.column)) for one in fields), ", ".join(["%s"] * len(fields))
        self.statement = f"INSERT INTO {quote(model._meta.db_table)} ({names}) VALUES ({places})"
        self.made: list[tuple[Any, ...]] = []

    def add(self, **values: Any) -> None:
        self.made.append(tuple((self.usual | values).values()))

    def take(self, one: models.Model, **values: Any) -> None:
        """Add this object's row, with these values as the database takes them."""
        mine = {name: stored(field, one) for name, field in self.fields.items() if name not in values}
        self.add(**mine, **values)

    def write(self) -> None:
        with connection.cursor() as cursor:
            cursor.executemany(self.statement, self.made)


def stored(field: Any, one: models.Model) -> Any:
    """The value of this field as the database takes it; most are so already."""
    value = getattr(one, field.attname)
    return value if isinstance(value, (str, int, NoneType)) else field.get_db_prep_save(value, connection)
