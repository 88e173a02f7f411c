from django.contrib import admin
from django.urls import include, path, re_path

from articles import media
from newsroom import health

urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("admin/", admin.site.urls),
    re_path(media.PATTERN, media.rendition, name="rendition"),
    path("newsletter/", include("newsletter.urls")),
    path("", include("articles.urls")),
    path("", include("fronts.urls")),  # last: it takes every first word that nobody else took
]
