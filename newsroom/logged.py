"""What is done on the desk's screens is written down where the settings say, in the deed's own transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Model, QuerySet
from django.db.models.signals import post_save
from django.http import HttpRequest, HttpResponse

if TYPE_CHECKING:
    from django.contrib.admin import ModelAdmin

    Base = ModelAdmin[Any]
else:
    Base = object

MOST_NAMED = 5  # of what came and of what went


@contextmanager
def accounts_written_down(command: str) -> Iterator[None]:
    """What this command of manage.py does inside to accounts stands in the log, too."""

    def note(instance: Any, created: bool, update_fields: Any = None, **_: object) -> None:
        if update_fields is None or {*update_fields} != {"last_login"}:
            detail = "superuser status on" if created and instance.is_superuser else ""
            log = import_module(settings.DESK_LOG)
            log.changed_by_command("make" if created else "change", instance, command, detail)

    post_save.connect(note, sender=get_user_model(), weak=False)
    try:
        yield
    finally:
        post_save.disconnect(note, sender=get_user_model())


class Logged(Base):
    """Mixed into every ModelAdmin of the desk. Its `records_itself` are deeds that write themselves down."""

    def _write_down(self, request: HttpRequest, action: str, one: Model, detail: str) -> None:
        if action not in getattr(self, "records_itself", ()):
            import_module(settings.DESK_LOG).changed(request, action, one, detail)

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._write_down(request, "make", obj, told(message))
        return super().log_addition(request, obj, message)

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        self._write_down(request, "change", obj, told(message))
        return super().log_change(request, obj, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> Any:
        for one in queryset:
            self._write_down(request, "remove", one, "")
        return super().log_deletions(request, queryset)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """As Django says it, and what came and went besides, which Django's own sentences leave out."""
        said: list[dict[str, Any]] = super().construct_change_message(request, form, formsets, add)
        return [*said, {"told": came_and_went(form)}]

    def response_action(self, request: HttpRequest, queryset: QuerySet[Any], *where: Any) -> HttpResponse | None:
        """An action and its entries are one deed."""
        with transaction.atomic():
            return super().response_action(request, queryset, *where)


def told(message: Any) -> str:
    """A change in words: which fields, what was chosen or not any more. Values that were typed stay out of the log."""
    if isinstance(message, str):
        return message
    found: list[str] = []
    for one in message:
        if one.get("told"):
            found.append(one["told"])
        for verb in ("added", "changed", "deleted"):
            if "name" in one.get(verb, {}):  # a row below the thing itself, such as a link
                found.append(f"{verb} {one[verb]['name']} “{one[verb]['object']}”")
    return "; ".join(found)


def came_and_went(form: Any) -> str:
    parts = []
    for name in form.changed_data:
        field, value = form.fields.get(name), form.cleaned_data.get(name)
        label = str(getattr(field, "label", None) or name.replace("_", " ")).lower()
        if isinstance(value, QuerySet):
            parts.append(f"{label} {chosen(form.initial.get(name) or [], value)}")
        elif isinstance(value, bool):
            parts.append(f"{label} {'on' if value else 'off'}")
        else:
            parts.append(label)
    return ", ".join(parts)


def chosen(before: Any, now: QuerySet[Any]) -> str:
    was, is_now = [str(one) for one in before], [str(one) for one in now]
    said = [
        f"{sign}{', '.join(some[:MOST_NAMED])}{f' and {len(some) - MOST_NAMED} more' if len(some) > MOST_NAMED else ''}"
        for sign, some in (
            ("+", [one for one in is_now if one not in was]),
            ("−", [one for one in was if one not in is_now]),
        )
        if some
    ]
    return f"({'; '.join(said)})"
