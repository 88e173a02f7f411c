"""The page of one newsletter: what it is, who it comes from, its form, and its past issues."""

from collections.abc import Iterable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import resolve, reverse

from articles.listing import Listing, page_number
from newsletter.models import ConsentText, FormerAddress, Issue, Newsletter, SignUpModel
from newsroom.addresses import absolute
from newsroom.delivery.public import public
from newsroom.delivery.shown import shows

PAGE = 12  # issues


@public(query=("page",))
def own_page(request: HttpRequest, slug: str) -> HttpResponse:
    """An address that the newsletter had before leads to the one it has now."""
    shows(SignUpModel.KEY, Issue.LIST_KEY)
    newsletter = Newsletter.objects.filter(slug=slug).first()
    if newsletter is None:
        moved = Newsletter.objects.filter(former_addresses__slug=slug).first()
        if moved is None:
            raise Http404("There is no such newsletter.")
        return HttpResponsePermanentRedirect(moved.get_absolute_url())
    number = page_number(request)
    issues = list(newsletter.issues.shown()[(number - 1) * PAGE : number * PAGE + 1])
    if not issues and number > 1:
        raise Http404("There is no such page.")
    offered = ConsentText.objects.newest_for_each()
    context = {
        "newsletter": newsletter,
        "texts": [one for one in offered if one.newsletter_id == newsletter.pk],
        "others": [one.newsletter for one in offered if one.newsletter_id != newsletter.pk],
        "issues": issues[:PAGE],
        "listing": Listing([], number, number + 1 if len(issues) > PAGE else None),
        "canonical": absolute(newsletter.get_absolute_url()),
    }
    return render(request, "newsletter/own_page.html", context)


def there(paths: Iterable[str]) -> set[str]:
    """Of these paths of newsletters and of issues those that answer readers, be it by leading on."""
    given = {path: resolve(path if path.endswith("/") else f"{path}/").kwargs for path in paths}
    slugs = {one["slug"] for one in given.values() if "slug" in one}
    known = set(Newsletter.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    known |= set(FormerAddress.objects.filter(slug__in=slugs).values_list("slug", flat=True))
    numbers = {int(one["pk"]) for one in given.values() if "pk" in one}
    issues = set(Issue.objects.shown().filter(pk__in=numbers).values_list("pk", flat=True)) if numbers else set()
    return {path for path, one in given.items() if one.get("slug") in known or int(one.get("pk", 0)) in issues}


def addresses() -> list[str]:
    """For sitemaps: the sign-up page, and those of newsletters that can be had."""
    offered = ConsentText.objects.newest_for_each()
    return [reverse("newsletter:page"), *(one.newsletter.get_absolute_url() for one in offered)]
