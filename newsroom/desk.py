"""The desk: Django's admin, arranged for editors rather than by tables."""

from importlib import import_module
from typing import Any, cast

from django.conf import settings
from django.contrib.admin import AdminSite, ModelAdmin
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, JsonResponse
from django.template.response import TemplateResponse
from django.urls import path, reverse

from newsroom.logged import Logged

# Headings of the desk's menu, in order. A ModelAdmin names its place with `desk_group`, and its rank with `desk_order`;
# one that names none, such as those that libraries bring, is not in the menu.
GROUPS = ["Stories", "Pictures", "People & topics", "Fronts", "Newsletter", "Site"]


class Desk(AdminSite):
    site_header = "Newsroom"
    site_title = "Newsroom"
    index_title = "Start"
    empty_value_display = "–"
    enable_nav_sidebar = True

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The models this person may use, under the desk's own headings instead of their apps'.

        A ModelAdmin with `desk_links` has more screens in the menu, beside its list.
        """
        found: dict[str, list[tuple[int, Any]]] = {group: [] for group in GROUPS}
        for app in self._build_app_dict(request, app_label).values():
            for model in app["models"]:
                options = self._registry[model["model"]]
                model["links"] = options.desk_links(request) if hasattr(options, "desk_links") else []
                on_link = any(link["url"] == request.path for link in model["links"])
                address = model["admin_url"]
                model["is_here"] = bool(address) and request.path.startswith(address) and not on_link
                if group := getattr(options, "desk_group", ""):
                    found[group].append((getattr(options, "desk_order", 99), model))
        return [
            {
                "name": group,
                "app_label": group.lower().replace(" & ", "-"),
                "app_url": "",
                "has_module_perms": True,
                "models": [model for _, model in sorted(models, key=lambda pair: (pair[0], pair[1]["name"]))],
            }
            for group, models in found.items()
            if models
        ]

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """The start page: every ModelAdmin with a `desk_start` puts panels of stories on it."""
        panels = [
            panel
            for options in self._registry.values()
            if hasattr(options, "desk_start") and options.has_view_or_change_permission(request)
            for panel in options.desk_start(request)
        ]
        name = getattr(request.user, "first_name", "") or request.user.get_username()
        context = {"panels": panels, "greeting": f"Hello, {name}", **(extra_context or {})}
        return super().index(request, context)

    def app_index(  # type: ignore[override]
        self, request: HttpRequest, app_label: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """An app is nothing an editor knows; who shortens an address comes to the start page."""
        return HttpResponseRedirect(reverse("admin:index"))

    # -- the bar on public pages -----------------------------------------------------------------------

    def get_urls(self) -> list[Any]:
        own = [path("bar/", self.bar, name="bar"), path("palette/", self.admin_view(self.palette), name="palette")]
        more = [
            one for options in self._registry.values() if hasattr(options, "desk_urls") for one in options.desk_urls()
        ]
        return [*own, *more, *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """A ModelAdmin with a `desk_context` adds to what every screen of the desk knows."""
        context = super().each_context(request)
        if context["has_permission"]:
            for options in self._registry.values():
                if hasattr(options, "desk_context"):
                    context |= options.desk_context(request)
        return context

    # -- the palette -----------------------------------------------------------------------------------

    def palette(self, request: HttpRequest) -> HttpResponse:
        """Where this person can go, for the palette; a ModelAdmin with `desk_deeds` adds to it."""
        deeds = [{"group": "Go to", "label": "Start", "url": reverse("admin:index")}]
        for app in self.get_app_list(request):
            for model in app["models"]:
                if model["admin_url"]:
                    deeds.append({"group": "Go to", "label": str(model["name"]), "url": model["admin_url"]})
                if model["add_url"]:
                    name = model["model"]._meta.verbose_name
                    deeds.append({"group": "Make", "label": f"New {name}", "url": model["add_url"]})
                deeds += [{"group": "Go to", **one} for one in model["links"]]
        for options in self._registry.values():
            if hasattr(options, "desk_deeds") and options.has_view_or_change_permission(request):
                deeds += options.desk_deeds(request)
        return JsonResponse({"deeds": deeds})

    def bar(self, request: HttpRequest) -> HttpResponse:
        """What stands at a public page's foot for those who signed in: where to edit what the page at `path` shows.

        A ModelAdmin names the pages it edits with `reader_page`, a pattern whose groups find its object (without any it
        is the model's `current()`), and may say more of it with `bar_note`. Only a script asks, so nobody is led to the
        sign-in.
        """
        if request.method != "GET":
            return HttpResponseNotAllowed(["GET"])
        if not self.has_permission(request):
            refused = JsonResponse({}, status=403)
            unflag(refused)
            return refused
        return JsonResponse({"desk": reverse("admin:index"), **self._bar_of(request, request.GET.get("path", ""))})

    def _bar_of(self, request: HttpRequest, address: str) -> dict[str, str]:
        for model, options in self._registry.items():
            pattern = getattr(options, "reader_page", None)
            found = pattern.fullmatch(address) if pattern else None
            if not found:
                continue
            named = found.groupdict()
            one = model._default_manager.filter(**named).first() if named else cast(Any, model).current()
            if one is None or not options.has_view_or_change_permission(request, one):
                continue
            name, may_change = options.opts.verbose_name, options.has_change_permission(request, one)
            return {
                "edit": reverse(f"admin:{options.opts.app_label}_{options.opts.model_name}_change", args=[one.pk]),
                "label": f"Edit this {name}" if may_change else f"This {name} at the desk",
                "note": options.bar_note(one) if hasattr(options, "bar_note") else "",
            }
        return {}

    # -- the log of deeds ------------------------------------------------------------------------------

    def register(self, model_or_iterable: Any, admin_class: Any = None, **options: Any) -> None:
        """Whatever is done with a ModelAdmin is logged, also with one that a library brings."""
        given = admin_class or ModelAdmin
        if not issubclass(given, Logged):
            given = type(given.__name__, (Logged, given), {"__module__": given.__module__, "__doc__": given.__doc__})
        super().register(model_or_iterable, given, **options)

    def password_change(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        with transaction.atomic():
            response = super().password_change(request, extra_context)
            if request.method == "POST" and response.status_code == 302:
                log().changed(request, "change", request.user, "own password")
        return response

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        response = super().login(request, extra_context)
        if request.method == "POST":
            if response.status_code == 302:
                log().signed_in(request)  # where this fails, Django keeps no session: nobody is in without an entry
            else:
                log().failed_to_sign_in(request, request.POST.get("username", ""))
        if self.has_permission(request):
            flag(response, request)
        return response

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        """Sign out everywhere: who forgot to sign out on another machine means that one too."""
        person = str(request.user.pk)
        with transaction.atomic():
            if request.user.is_authenticated:
                log().signed_out(request)
            response = super().logout(request, extra_context)
            for session in Session.objects.iterator():
                if session.get_decoded().get(SESSION_KEY) == person:
                    session.delete()
        unflag(response)
        return response


def log() -> Any:
    return import_module(settings.DESK_LOG)


def flag(response: HttpResponse, request: HttpRequest) -> None:
    """Have the scripts of public pages ask for the bar for as long as this session lives."""
    ends_with_browser = request.session.get_expire_at_browser_close()
    response.set_cookie(
        settings.DESK_COOKIE_NAME,
        "1",
        max_age=None if ends_with_browser else request.session.get_expiry_age(),
        secure=settings.HTTPS,
        samesite="Lax",
    )


def unflag(response: HttpResponse) -> None:
    response.delete_cookie(settings.DESK_COOKIE_NAME, samesite="Lax")
