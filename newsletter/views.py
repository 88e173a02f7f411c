"""The newsletter's public pages. None sets a cookie; what a link may do is written in its signed token."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from newsletter import limits, signup, tokens
from newsletter import preferences as change_of_preferences
from newsletter.addresses import masked
from newsletter.forms import SignUpForm
from newsletter.models import (
    IP_KEPT,
    PROOF_KEPT,
    UNCONFIRMED_KEPT,
    AddressChange,
    AddressTaken,
    ConsentRecord,
    ConsentText,
    Issue,
    LinkUsedUp,
    Subscriber,
    Subscription,
    Suppression,
)
from newsroom.addresses import absolute
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows
from newsroom.middleware import client_address
from newsroom.origin import is_own

NEARLY_DONE = "Nearly done"
CHECK_INBOX = (
    "Please look in your inbox: we have sent you a link to confirm your sign-up. "
    "If nothing arrives within ten minutes, look among the spam."
)
NEW_LINK = (
    "Please look in your inbox: if your sign-up still waits, a new link comes within ten minutes. "
    "We send at most one a day. If nothing arrives, sign up again tomorrow."
)
NOT_FROM_HERE = "This form was not sent from one of our pages. Please load the page and try again."
TOO_MANY = "There were too many sign-ups from your network. Please try again in an hour."
SUPPRESSED = (
    "Mail to you came back, or was called spam, so we stopped. Do you want it again? Then please write to the newsroom."
)
NEW_ADDRESS = (
    "Please look into the inbox of the new address: we have sent a link there. If nothing arrives within ten minutes, "
    "look among the spam. An address gets at most one such mail a day."
)
TAKEN = "Newsletters come to this address already, or it asked for none. The links in its own mails still work."
# What the mail program sends for its unsubscribe button (RFC 8058).
ONE_CLICK = ("List-Unsubscribe", "One-Click")


def message(
    request: HttpRequest, heading: str, text: str, *, status: int = 200, again: bool = False, **context: Any
) -> HttpResponse:
    """A page that says one thing. `again` offers the sign-up form's address."""
    context |= {"heading": heading, "text": text, "again": again}
    return render(request, "newsletter/message.html", context, status=status)


def private(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """For pages whose address is a secret: kept in no cache or search index, told to nobody a link leads to."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response: HttpResponseBase = view(request, *args, **kwargs)
        except tokens.NoSuchLink:
            response = message(
                request,
                "This link does not work",
                "It is not complete. Please copy the whole link from the mail, or ask for a new one.",
                status=404,
                again=True,
            )
        except (tokens.LinkExpired, LinkUsedUp):
            response = message(
                request,
                "This link is no longer valid",
                "It is too old, or you have unsubscribed since. Sign up again and we will send you a new one.",
                status=410,
                again=True,
            )
        response["Cache-Control"] = "no-store, private"
        response["Referrer-Policy"] = "no-referrer"
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    # No CSRF token: the signed link is the proof, and a page without referrer sends no origin.
    return csrf_exempt(require_http_methods(["GET", "HEAD", "POST"])(wrapped))


@public
def page(request: HttpRequest) -> HttpResponse:
    shows(Issue.LIST_KEY)
    context = {
        "texts": ConsentText.objects.newest_for_each(),
        "has_issues": Issue.objects.shown().exists(),
        "canonical": absolute(reverse("newsletter:page")),
    }
    return render(request, "newsletter/page.html", context)


@public
def thanks(request: HttpRequest) -> HttpResponse:
    response = message(request, NEARLY_DONE, CHECK_INBOX)
    response["X-Robots-Tag"] = "noindex"
    return response


@public
def data_protection(request: HttpRequest) -> HttpResponse:
    days = {
        "ip_days": IP_KEPT.days,
        "unconfirmed_days": UNCONFIRMED_KEPT.days,
        "proof_years": PROOF_KEPT.days // 365,
    }
    context = {**days, "opens_are_counted": settings.NEWSLETTER_OPEN_TRACKING}
    return render(request, "newsletter/data_protection.html", context)


@csrf_exempt
@require_POST
def sign_up(request: HttpRequest) -> HttpResponse:
    """Take a sign-up. A known address, a new one and one that must not be mailed get the same answer."""
    as_json = "application/json" in request.headers.get("Accept", "")
    if not is_own(request):
        return _refused(request, as_json, "Please try again", NOT_FROM_HERE, 403)
    form = SignUpForm(request.POST)
    if not form.is_from_a_program:
        if not form.is_valid():
            return _not_valid(request, as_json, form)
        if not _taken(form, client_address(request)):
            response = _refused(request, as_json, "Please try again later", TOO_MANY, 429)
            response["Retry-After"] = str(limits.HOUR)
            return response
    if as_json:
        return _unstored(JsonResponse({"message": f"{NEARLY_DONE}. {CHECK_INBOX}"}))
    return _unstored(HttpResponse(status=303, headers={"Location": reverse("newsletter:thanks")}))


@transaction.atomic  # one: each transaction more is one more wait for the disk
def _taken(form: SignUpForm, address: str) -> bool:
    """False when there were too many from this network, or from everywhere."""
    if not limits.may_sign_up(address):
        return False
    data = form.cleaned_data
    signup.sign_up(data["email"], data["consent_text"], page=data["page"], address=address, forms=form.shown())
    limits.signed_up()
    return True


def _unstored(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "no-store"
    return response


def _refused(request: HttpRequest, as_json: bool, heading: str, text: str, status: int) -> HttpResponse:
    if as_json:
        return _unstored(JsonResponse({"message": text}, status=status))
    return _unstored(message(request, heading, text, status=status, again=True))


def _not_valid(request: HttpRequest, as_json: bool, form: SignUpForm) -> HttpResponse:
    """The form again, with what was typed and a sentence beside each field that needs another look."""
    if as_json:
        errors = {name: str(messages[0]) for name, messages in form.errors.items()}
        return _unstored(JsonResponse({"errors": errors}, status=422))
    texts = ConsentText.objects.newest_for_each()
    if not form.is_of_several:
        shown = ConsentText.objects.filter(pk=_whole(form.data.get("consent_text"))).first()
        same = [text for text in texts if shown and text.newsletter_id == shown.newsletter_id]
        texts = same or texts[:1]
    context = {"form": form, "texts": texts, "ticked": form.data.getlist("consent_text")}
    return _unstored(render(request, "newsletter/sign_up_again.html", context, status=422))


def _whole(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 18 else 0


@private
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; confirm when it is pressed. Mail scanners open links, they do not press buttons."""
    try:
        pk = tokens.read("confirm", token, seconds=tokens.CONFIRM_SECONDS)
    except tokens.LinkExpired:
        return _too_old(request, tokens.read("confirm", token))
    record = ConsentRecord.objects.select_related("newsletter", "subscriber").filter(pk=pk).first()
    if record is None or record.withdrawn_at:
        raise LinkUsedUp
    if request.method == "POST":
        try:
            signup.confirm(record)
        except (Subscription.DoesNotExist, ConsentRecord.DoesNotExist):  # forgotten at this very moment
            raise LinkUsedUp from None
    newsletters = [one.newsletter for one in record.asked_together()]
    return render(request, "newsletter/confirm.html", {"record": record, "newsletters": newsletters})


def _too_old(request: HttpRequest, pk: int) -> HttpResponse:
    """Offer another link. Whether the request still waits is for the mailbox alone to learn."""
    if request.method != "POST":
        return render(request, "newsletter/too_old.html", status=410)
    if not limits.may_sign_up(client_address(request)):
        return message(request, "Please try again later", TOO_MANY, status=429)
    limits.signed_up()
    record = ConsentRecord.objects.filter(pk=pk).first()
    if record:
        signup.send_again(record)
    return message(request, NEARLY_DONE, NEW_LINK)


@private
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; unsubscribe when it is pressed, or at once for the one-click request of a mail program."""
    pk = tokens.read("unsubscribe", token)
    subscription = Subscription.objects.select_related("newsletter", "subscriber").filter(pk=pk).first()
    if request.method == "POST" and subscription:
        name, value = ONE_CLICK
        one_click = request.POST.get(name) == value
        method = ConsentRecord.Withdrawal.ONE_CLICK if one_click else ConsentRecord.Withdrawal.LINK
        try:
            subscription.unsubscribe(method)
        except Subscription.DoesNotExist:  # forgotten at this very moment
            subscription = None
    return render(request, "newsletter/unsubscribe.html", {"subscription": subscription})


@private
def preferences(request: HttpRequest, token: str) -> HttpResponse:
    """What comes to a person, and where. The link comes by mail, so whoever holds it reads that mailbox."""
    subscriber = Subscriber.objects.filter(pk=tokens.read("preferences", token)).first()
    if subscriber is None:
        raise LinkUsedUp
    if Suppression.holds(subscriber.email):
        return message(request, "We do not write to you any more", SUPPRESSED)
    said, errors, typed = "", {}, ""
    if request.method == "POST":
        field = {"pause": "until", "move": "email"}.get(request.POST.get("deed", ""), "")
        try:
            said = _preferred(request, subscriber)
        except ValidationError as error:
            errors, typed = {field: error.messages[0]}, request.POST.get("email", "")
    now = subscriber.subscriptions.filter(state=Subscription.State.ACTIVE)
    active = set(now.values_list("newsletter_id", flat=True))
    first_day, last_day = change_of_preferences.days()
    context = {
        "choices": [(text, text.newsletter_id in active) for text in ConsentText.objects.newest_for_each(or_in=active)],
        "address": masked(subscriber.email),
        "is_active": bool(active),
        "paused_until": now.filter(paused_until__gt=timezone.now()).aggregate(last=Max("paused_until"))["last"],
        "first_day": first_day,
        "last_day": last_day,
        "said": said,
        "errors": errors,
        "typed": typed,
    }
    return render(request, "newsletter/preferences.html", context, status=422 if errors else 200)


def _preferred(request: HttpRequest, subscriber: Subscriber) -> str:
    """Do what was asked for on the preferences page; what to say then. Raises ValidationError with a sentence."""
    match request.POST.get("deed"):
        case "pause":
            change_of_preferences.pause(subscriber, request.POST.get("until", ""))
            return "Your pause is set."
        case "resume":
            change_of_preferences.resume(subscriber)
            return "Your newsletters come again."
        case "move":
            if not limits.may_sign_up(client_address(request)):
                raise ValidationError(TOO_MANY)
            limits.signed_up()
            change_of_preferences.ask_to_move(subscriber, request.POST.get("email", ""))
            return NEW_ADDRESS
    shown = [int(pk) for pk in request.POST.getlist("consent_text")[:100] if _whole(pk)]
    signup.choose(subscriber, ConsentText.objects.filter(pk__in=shown), page=reverse("newsletter:page"))
    return "Your choice is saved."


@private
def new_address(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button; change the address when it is pressed."""
    pk = tokens.read("new-address", token, seconds=tokens.CONFIRM_SECONDS)
    change = AddressChange.objects.select_related("subscriber").filter(pk=pk).first()
    if change is None:
        raise LinkUsedUp
    if request.method == "POST":
        try:
            change.confirm()
        except (AddressTaken, IntegrityError):
            return message(request, "This address cannot be used", TAKEN, status=409)
        except (AddressChange.DoesNotExist, Subscriber.DoesNotExist):  # forgotten at this very moment
            raise LinkUsedUp from None
        change.subscriber.refresh_from_db()
    context = {"change": change, "address": masked(change.email or change.subscriber.email)}
    return render(request, "newsletter/new_address.html", context)
