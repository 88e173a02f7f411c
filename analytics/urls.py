"""Where pages say that they were read: only POST, and below no category's address."""

from django.urls import re_path

from analytics import views

urlpatterns = [re_path(r"^reads/(?P<article>[0-9]{1,18})/$", views.read, name="read")]
