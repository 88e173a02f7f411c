from django.contrib import admin
from django.urls import include, path, re_path

from articles import media
from newsroom import brand, health, pages, theme

handler500 = "newsroom.errors.broken"
urlpatterns = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("admin/", admin.site.urls),
    re_path(media.PATTERN, media.rendition, name="rendition"),
    re_path(brand.PATTERN, brand.picture, name="brand"),
    re_path(theme.PATTERN, theme.stylesheet, name="theme"),
    path("about/", pages.about, name="about"),
    path("about/<slug:slug>/", pages.page, name="page"),
    path("newsletter/", include("newsletter.urls")),
    path("", include("analytics.urls")),
    path("", include("articles.urls")),
    path("", include("fronts.urls")),  # last: it takes every first word that nobody else took
]
