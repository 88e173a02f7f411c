"""The people who sign in, and the log of deeds."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest
from django.utils import timezone

from articles.models import AuditEntry

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class PersonAdmin(UserAdmin):
    desk_group, desk_order = "Site", 3
    list_display = ["username", "first_name", "last_name", "email", "roles", "is_active"]
    list_filter = ["groups", "is_active"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Person", {"fields": ["first_name", "last_name", "email"]}),
        ("What they may do", {"fields": ["groups", "is_active", "is_staff", "is_superuser"]}),
        ("Dates", {"fields": ["last_login", "date_joined"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="Roles")
    def roles(self, user: User) -> str:
        return "Administrator" if user.is_superuser else ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RoleAdmin(GroupAdmin):
    desk_group, desk_order = "Site", 4


class WhenFilter(admin.DateFieldListFilter):
    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.title = "when"


@admin.register(AuditEntry)
class AuditAdmin(admin.ModelAdmin[AuditEntry]):
    """Read only: what is in the log was done."""

    desk_group, desk_order = "Site", 5
    list_display = ["when", "by", "action", "headline", "detail"]
    list_display_links = None
    list_filter = ["action", ("at", WhenFilter)]
    search_fields = ["headline", "who_name", "detail"]
    date_hierarchy = "at"
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> Any:
        """What was done to a story that was taken down names it: only those see that who see the story."""
        every = super().get_queryset(request)
        if request.user.has_perm("articles.take_down_article"):
            return every
        return every.exclude(article__taken_down_at__isnull=False)

    @admin.display(description="When", ordering="at")
    def when(self, entry: AuditEntry) -> str:
        return f"{timezone.localtime(entry.at):%-d %b %Y, %H:%M}"

    @admin.display(description="By", ordering="who_name")
    def by(self, entry: AuditEntry) -> str:
        return entry.who_name or "The schedule"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: AuditEntry | None = None) -> bool:
        return False
