"""What people do at the desk besides stories, put into the log of deeds. The desk calls it; see settings.DESK_LOG."""

from typing import cast

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.cache import cache
from django.db.models import Model
from django.http import HttpRequest
from django.utils import timezone

from articles.models.audit import AuditEntry
from newsroom import whence

Action = AuditEntry.Action
# What the log calls a kind of thing where its model's own name says it less well.
CALLED = {"auth.user": "account", "auth.group": "role", "articles.imageasset": "picture"}
NOTICES = "notices"  # what each person chose to be told of
STRANGER = "Somebody not signed in"
HOUR = 3600
FAILURES_LISTED = 20  # to sign in, within an hour, from one network
FAILURES_EVERYWHERE = 200


def kind_of(one: Model | type[Model]) -> str:
    return CALLED.get(one._meta.label_lower, str(one._meta.verbose_name))


def changed(request: HttpRequest, action: str, one: Model, detail: str = "") -> None:
    """Something was made, changed or removed on a screen of the desk."""
    by = cast(AbstractBaseUser, request.user)
    AuditEntry.write(Action(action), by, about=kind_of(one), about_id=one.pk, headline=str(one), detail=detail)


def changed_by_command(action: str, one: Model, command: str, detail: str = "") -> None:
    """An account was made or changed by whoever has the machine."""
    name = one.get_username() if isinstance(one, AbstractBaseUser) else str(one)
    by = f"manage.py {command}"
    AuditEntry.write(
        Action(action), None, who_name=by, about=kind_of(one), about_id=one.pk, headline=name, detail=detail
    )


def done(request: HttpRequest, action: AuditEntry.Action, about: str, what: str, detail: str = "") -> None:
    """A deed on many things at once, such as an export."""
    AuditEntry.write(action, cast(AbstractBaseUser, request.user), about=about, headline=what, detail=detail)


def signed_in(request: HttpRequest) -> None:
    _of_account(Action.SIGN_IN, cast(AbstractBaseUser, request.user))


def signed_out(request: HttpRequest) -> None:
    _of_account(Action.SIGN_OUT, cast(AbstractBaseUser, request.user))


def failed_to_sign_in(request: HttpRequest, typed: str) -> None:
    """A name that is nobody's is not kept: people type passwords into the wrong field.

    Who tries for hours does not fill the log: after FAILURES_LISTED in an hour from one network, or FAILURES_EVERYWHERE
    from all, there is an entry only each time their number has doubled, and it says the number.
    """
    ours, all_of_them = failures(f"from {whence.network()}"), failures("everywhere")
    if all_of_them > FAILURES_EVERYWHERE:
        said = f"{all_of_them:,} failed this hour, from everywhere; not each is listed"
        is_listed = doubles(all_of_them, FAILURES_EVERYWHERE)
    elif ours > FAILURES_LISTED:
        said, is_listed = (
            f"{ours:,} failed this hour from this network; not each is listed",
            doubles(ours, FAILURES_LISTED),
        )
    else:
        said, is_listed = "", True
    if not is_listed:
        return
    known = get_user_model()._default_manager.filter(username=typed[:150].replace("\0", "")).first()
    AuditEntry.write(
        Action.SIGN_IN_FAILED,
        None,
        who_name=STRANGER,
        about="account",
        about_id=known.pk if known else "",
        headline=known.get_username() if known else "an account there is not",
        detail=said,
    )


def failures(where: str) -> int:
    """How many failed to sign in this hour, this one too. Counted where all processes look."""
    key = f"log:failed:{timezone.now():%Y%m%d%H}:{where}".replace(" ", "-")
    cache.add(key, 0, HOUR)
    try:
        count = cache.incr(key)
    except ValueError:  # it expired between the two
        count = 1
        cache.add(key, 1)
    cache.touch(key, HOUR)
    return count


def doubles(number: int, most: int) -> bool:
    """Whether it is `most` times two, times four and so on."""
    return number % most == 0 and (number // most).bit_count() == 1


def _of_account(action: AuditEntry.Action, user: AbstractBaseUser) -> None:
    AuditEntry.write(action, user, about="account", about_id=user.pk, headline=user.get_username())
