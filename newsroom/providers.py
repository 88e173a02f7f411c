"""Mail providers with a web API of their own, through django-anymail, which is installed for it."""

import re
from importlib.util import find_spec
from typing import Any, Literal, NamedTuple
from urllib.parse import parse_qsl

import environ

TIMEOUT = 20  # seconds that a silent provider may hold the worker


class Provider(NamedTuple):
    """What anymail wants to know of one, in its own words. `signing` is the name of the key its reports come with."""

    required: tuple[str, ...]
    may_have: tuple[str, ...] = ()
    signing: str = ""
    reports: str = ""  # anymail's view of what it reports, below anymail.webhooks; none: it reports nothing


PROVIDERS = {
    "brevo": Provider(("api_key",), ("api_url",), "", "brevo.BrevoTrackingWebhookView"),
    "mailersend": Provider(
        ("api_token",), ("api_url", "signing_secret"), "signing_secret", "mailersend.MailerSendTrackingWebhookView"
    ),
    "mailgun": Provider(
        ("api_key",),
        ("api_url", "sender_domain", "webhook_signing_key"),
        "webhook_signing_key",
        "mailgun.MailgunTrackingWebhookView",
    ),
    "mailjet": Provider(("api_key", "secret_key"), ("api_url",), "", "mailjet.MailjetTrackingWebhookView"),
    "mailtrap": Provider(
        ("api_token",),
        ("api_url", "sandbox_id", "signing_secret"),
        "signing_secret",
        "mailtrap.MailtrapTrackingWebhookView",
    ),
    "postal": Provider(("api_key", "api_url"), ("webhook_key",), "webhook_key", "postal.PostalTrackingWebhookView"),
    "postmark": Provider(("server_token",), ("api_url", "message_stream"), "", "postmark.PostmarkTrackingWebhookView"),
    "resend": Provider(("api_key",), ("api_url",), "", "resend.ResendTrackingWebhookView"),
    "scaleway": Provider(("secret_key", "project_id"), ("api_url", "region")),
    "sparkpost": Provider(("api_key",), ("api_url", "subaccount"), "", "sparkpost.SparkPostTrackingWebhookView"),
    "unisender-go": Provider(("api_key", "api_url"), (), "", "unisender_go.UnisenderGoTrackingWebhookView"),
}


def email_url(text: str) -> dict[str, Any]:
    """EMAIL_URL as settings of Django's: a mail server, or a provider such as postmark://?server_token=TOKEN.

    Raises ValueError with a sentence when a provider is called wrongly; the sentence holds no value, for it may be a
    secret.
    """
    scheme, _, rest = text.partition("://")
    if scheme not in PROVIDERS:
        server: dict[str, Any] = environ.Env.email_url_config(text)
        return server
    provider, values = PROVIDERS[scheme], dict(parse_qsl(rest.partition("?")[2]))
    if rest.partition("?")[0].strip("/"):
        raise ValueError(f"Write what {scheme} needs behind a question mark: {scheme}://?{provider.required[0]}=…")
    known = {*provider.required, *provider.may_have, "webhook_secret"}
    if strange := values.keys() - known:
        raise ValueError(f"{scheme} knows no “{min(strange)}”; it knows {', '.join(sorted(known))}.")
    if missing := [name for name in provider.required if not values.get(name)]:
        raise ValueError(f"{scheme} needs {' and '.join(missing)}.")
    if ":" not in values.get("webhook_secret", ":"):
        raise ValueError("webhook_secret is a name and a password with a colon between them.")
    if find_spec("anymail") is None:
        raise ValueError(f"For {scheme}, install django-anymail~=15.2 beside Newsroom’s own packages.")
    name = scheme.replace("-", "_")
    settings: dict[str, Any] = {"REQUESTS_TIMEOUT": TIMEOUT, "IGNORE_UNSUPPORTED_FEATURES": True}
    for key, value in values.items():
        settings["WEBHOOK_SECRET" if key == "webhook_secret" else f"{name}_{key}".upper()] = value
    return {
        "EMAIL_BACKEND": f"anymail.backends.{name}.EmailBackend",
        "EMAIL_PROVIDER": scheme,
        "ANYMAIL": settings,
    }


def proves_itself(name: str, settings: dict[str, Any]) -> bool:
    """Whether what comes in this provider's name can be told from what anybody sends.

    By its signature where it signs, else by the name and password in the address it was given.
    """
    provider = PROVIDERS.get(name)
    if provider is None or not provider.reports:
        return False
    key = f"{name}_{provider.signing}".upper().replace("-", "_") if provider.signing else "WEBHOOK_SECRET"
    return bool(settings.get(key))


class NotTaken(OSError):
    """A provider did not take a message. Holds no text of the provider's, which may hold the address.

    `how`: it is away, or takes nothing from us (AWAY); it refuses this message (REFUSED); nobody knows (CUT_OFF).
    `code` is the status of its answer; 0 when there was none.
    """

    AWAY: Literal["away"] = "away"
    REFUSED: Literal["refused"] = "refused"
    CUT_OFF: Literal["cut off"] = "cut off"

    def __init__(self, how: str, code: int = 0) -> None:
        super().__init__(f"{how} {code}" if code else how)
        self.how, self.code = how, code


OURS = {401, 402, 403, 404, 405, 408, 429}  # about our account, or how fast we are: not about this message


def not_taken(error: Exception) -> NotTaken | None:
    """What an exception of anymail's says about the message; None when it is not one of anymail's."""
    if isinstance(error, NotTaken) or not _is_of_anymail(error):
        return error if isinstance(error, NotTaken) else None
    from anymail.exceptions import AnymailAPIError, AnymailRecipientsRefused

    if isinstance(error, AnymailRecipientsRefused):
        return NotTaken(NotTaken.REFUSED, 422)
    if not isinstance(error, AnymailAPIError):
        return NotTaken(NotTaken.AWAY)  # it is set up wrongly, and asked nobody
    code = getattr(error, "status_code", None)
    if code is None:
        return NotTaken(NotTaken.AWAY if _never_left(error) else NotTaken.CUT_OFF)
    if 200 <= code < 300:
        return NotTaken(NotTaken.CUT_OFF, code)  # it took something, and its answer says not what
    return NotTaken(NotTaken.AWAY if code in OURS or code >= 500 else NotTaken.REFUSED, code)


def look(message: Any) -> None:
    """Raise NotTaken when the provider refused a message that anymail takes for sent: it did not know the answer."""
    response = getattr(getattr(message, "anymail_status", None), "esp_response", None)
    code = getattr(response, "status_code", 200)
    if isinstance(code, int) and code >= 400:
        raise NotTaken(NotTaken.REFUSED, code)


def _is_of_anymail(error: Exception) -> bool:
    return any(base.__module__.startswith("anymail.") for base in type(error).__mro__)


_NEVER_LEFT = re.compile(r"ConnectTimeout|NewConnection|NameResolution|SSLError|ProxyError|InvalidURL|MissingSchema")


def _never_left(error: BaseException | None) -> bool:
    """Whether no connection came about at all. Where the line broke later, the message may have arrived."""
    seen = 0
    while error is not None and seen < 10:
        reason = getattr(error, "reason", None) or (error.args[0] if error.args else None)
        names = [one.__name__ for one in type(error).__mro__]
        if any(_NEVER_LEFT.match(name) for name in names):
            return True
        following = reason if isinstance(reason, BaseException) else error.__cause__
        error, seen = following, seen + 1
    return False
