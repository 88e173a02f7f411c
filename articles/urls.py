"""Readers' addresses, except the home page and the categories' fronts."""

from django.urls import URLPattern, path, re_path

from articles import feeds, previews, sitemaps, views

ID = r"[0-9]{1,18}"  # what every database takes for a number


def feeds_of(prefix: str, kind: str) -> list[URLPattern]:
    """The three feeds of a page and what they are for, under its address."""
    options = {"kind": kind}
    return [
        path(f"{prefix}feeds/", feeds.page, options),
        path(f"{prefix}feed/", feeds.rss, options),
        path(f"{prefix}feed/atom/", feeds.atom, options),
        path(f"{prefix}feed.json", feeds.json, options),
    ]


urlpatterns = [
    *feeds_of("", "site"),
    path("search/", views.find),
    path("corrections/", views.corrections),
    path("sitemap.xml", sitemaps.index),
    path("sitemap/fronts.xml", sitemaps.fronts),
    re_path(r"^sitemap/(?P<year>(?:19|20)[0-9]{2})-(?P<month>[0-9]{2})\.xml$", sitemaps.month_page),
    path("news-sitemap.xml", sitemaps.news),
    path("robots.txt", views.robots),
    path("previews/<str:token>/", previews.preview, name="preview"),
    path("topics/<slug:slug>/", views.topic),
    *feeds_of("topics/<slug:slug>/", "topic"),
    path("authors/<slug:slug>/", views.author),
    *feeds_of("authors/<slug:slug>/", "author"),
    re_path(rf"^(?P<category>[^/]+)/(?P<pk>{ID})/(?P<slug>[^/]+)/$", views.article),
    re_path(rf"^(?P<category>[^/]+)/(?P<pk>{ID})/(?P<slug>[^/]+)/changes/$", views.what_changed),
    *feeds_of("<slug:slug>/", "category"),
]
