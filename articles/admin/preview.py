"""What the desk's preview has that readers' pages have not."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from articles.models import ImageAsset


def with_stand_ins(page: HttpResponse, assets: Iterable[ImageAsset]) -> HttpResponse:
    """The page with the desk's own look at each picture that is too new to have been prepared for readers."""
    for asset in assets:
        if not asset.is_ready:
            folder = f"{settings.RENDITIONS_URL}{asset.key[:2]}/{asset.key}/".encode()
            files = re.compile(re.escape(folder) + rb"[a-z]+-[0-9]+\.(?:avif|jpg)")
            page.content = files.sub(reverse("admin:articles_imageasset_large", args=[asset.pk]).encode(), page.content)
    return page
