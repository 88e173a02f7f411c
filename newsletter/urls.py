from django.urls import path, re_path

from newsletter import archive, counts, own_page, views, webhooks

app_name = "newsletter"
urlpatterns = [
    path("", views.page, name="page"),
    path("issues/", archive.issues, name="issues"),
    re_path(r"^issues/(?P<pk>[0-9]{1,18})/$", archive.issue, name="issue"),
    re_path(r"^issues/(?P<issue>[0-9]{1,18})/clicks/(?P<story>[0-9]{1,18})/$", counts.click, name="click"),
    re_path(r"^issues/(?P<issue>[0-9]{1,18})/opened\.gif$", counts.opened, name="opened"),
    path("sign-up/", views.sign_up, name="sign-up"),
    path("thanks/", views.thanks, name="thanks"),
    path("data-protection/", views.data_protection, name="data-protection"),
    path("confirm/<str:token>/", views.confirm, name="confirm"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
    path("new-address/<str:token>/", views.new_address, name="new-address"),
    path("returns/<slug:provider>/", webhooks.told, name="returns"),
    path("preferences/<str:token>/", views.preferences, name="preferences"),
    path("<slug:slug>/", own_page.own_page, name="own-page"),  # last: every word above is an address of its own
]
