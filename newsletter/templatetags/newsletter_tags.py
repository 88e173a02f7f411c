from typing import Any

from django import template
from django.template import Context

from newsletter.models import ConsentText

register = template.Library()
FIELDS = {"inside": "in_stories", "story": "after_stories", "front": "on_fronts"}


@register.inclusion_tag("newsletter/_sign_up.html", takes_context=True)
def newsletter_signup(
    context: Context, placement: str = "story", texts: list[ConsentText] | None = None, category: str = ""
) -> dict[str, Any]:
    """The sign-up form: one query a page, none where `texts` are given. Nothing when there is nothing to sign up to.

    `placement` is a class name's end, and says what may stand there; `category` is the address of the page's category.
    The numbers in the form's ids go on when it stands on a page more than once.
    """
    request = context.get("request") or getattr(context, "request", None)
    if texts is None:
        offered = getattr(request, "newsletter_offered", None) or ConsentText.objects.by_place(category.strip("/"))
        if request is not None:
            request.newsletter_offered = offered  # a story may have two places, and asks once
        texts = offered[FIELDS.get(placement, "after_stories")]
    number = getattr(request, "newsletter_forms", 0) + bool(texts)
    if request is not None:
        request.newsletter_forms = number  # one counter a request, however deep the templates are nested
    return {
        "texts": texts,
        "text": texts[0] if texts else None,
        "form": context.get("form") if placement == "again" else None,
        "ticked": context.get("ticked") if placement == "again" else None,
        "placement": placement,
        "id": f"newsletter-{number}",
        "first": number == 1 and not context.get("preview"),  # in the desk's frame no script may run
        "page": request.path if request is not None else "",
    }
