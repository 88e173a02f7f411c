from typing import Any

from django import template
from django.template import Context

from newsletter.models import ConsentText

register = template.Library()


@register.inclusion_tag("newsletter/_sign_up.html", takes_context=True)
def newsletter_signup(context: Context, placement: str = "page", text: ConsentText | None = None) -> dict[str, Any]:
    """The sign-up form: one query, or none where `text` is given. Prints nothing when there is nothing to sign up to.

    `placement` is a class name's end; the numbers in the form's ids go on when it stands on a page more than once.
    """
    request = context.get("request") or getattr(context, "request", None)
    number = getattr(request, "newsletter_forms", 0) + 1
    if request is not None:
        request.newsletter_forms = number  # one counter a request, however deep the templates are nested
    return {
        "text": text or ConsentText.objects.current(),
        "form": context.get("form") if placement == "again" else None,
        "placement": placement,
        "id": f"newsletter-{number}",
        "first": number == 1 and not context.get("preview"),  # in the desk's frame no script may run
        "page": request.path if request is not None else "",
    }
