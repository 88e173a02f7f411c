from django.urls import path

from fronts import views

urlpatterns = [path("", views.home), path("<slug:slug>/", views.category)]
