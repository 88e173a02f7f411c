"""What people do at the desk besides stories, put into the log of deeds. The desk calls it; see settings.DESK_LOG."""

from typing import cast

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import Model
from django.http import HttpRequest

from articles.models.audit import AuditEntry

Action = AuditEntry.Action
# What the log calls a kind of thing where its model's own name says it less well.
CALLED = {"auth.user": "account", "auth.group": "role", "articles.imageasset": "picture"}
STRANGER = "Somebody not signed in"


def kind_of(one: Model | type[Model]) -> str:
    return CALLED.get(one._meta.label_lower, str(one._meta.verbose_name))


def changed(request: HttpRequest, action: str, one: Model, detail: str = "") -> None:
    """Something was made, changed or removed on a screen of the desk."""
    by = cast(AbstractBaseUser, request.user)
    AuditEntry.write(Action(action), by, about=kind_of(one), about_id=one.pk, headline=str(one), detail=detail)


def done(request: HttpRequest, action: AuditEntry.Action, about: str, what: str, detail: str = "") -> None:
    """A deed on many things at once, such as an export."""
    AuditEntry.write(action, cast(AbstractBaseUser, request.user), about=about, headline=what, detail=detail)


def signed_in(request: HttpRequest) -> None:
    _of_account(Action.SIGN_IN, cast(AbstractBaseUser, request.user))


def signed_out(request: HttpRequest) -> None:
    _of_account(Action.SIGN_OUT, cast(AbstractBaseUser, request.user))


def failed_to_sign_in(request: HttpRequest, typed: str) -> None:
    """A name that is nobody's is not kept: people type passwords into the wrong field."""
    known = get_user_model()._default_manager.filter(username=typed[:150].replace("\0", "")).first()
    AuditEntry.write(
        Action.SIGN_IN_FAILED,
        None,
        who_name=STRANGER,
        about="account",
        about_id=known.pk if known else "",
        headline=known.get_username() if known else "an account there is not",
    )


def _of_account(action: AuditEntry.Action, user: AbstractBaseUser) -> None:
    AuditEntry.write(action, user, about="account", about_id=user.pk, headline=user.get_username())
