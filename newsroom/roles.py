"""Who may do what at the desk. A migration makes these groups; an administrator is a superuser."""

from typing import Any

SEE = ["articles.view_article", "articles.view_imageasset", "articles.view_author", "articles.view_topic"]
WRITE = ["articles.add_article", "articles.change_article", "articles.delete_article", "articles.add_topic"]
PICTURES = ["articles.add_imageasset", "articles.change_imageasset", "articles.delete_imageasset"]
PEOPLE = [
    *("articles.add_author", "articles.change_author", "articles.view_authorlink", "articles.add_authorlink"),
    *("articles.change_authorlink", "articles.delete_authorlink", "articles.change_topic", "articles.view_category"),
    *("articles.add_category", "articles.change_category"),
]

ROLES: dict[str, list[str]] = {
    "Writer": [*SEE, *WRITE, "articles.add_imageasset"],
    "Editor": [
        *(*SEE, *WRITE, *PICTURES, *PEOPLE),
        *("articles.publish_article", "articles.edit_any_article", "articles.view_auditentry"),
    ],
    "Picture editor": [*SEE, *PICTURES],
    "Newsletter editor": [],  # the newsletter's own migration grants these
}
# Granted by a later migration than the above.
PAGES = {"Editor": [f"newsroom.{deed}_page" for deed in ("view", "add", "change", "delete")]}
HOUSE_STYLE = {
    "Editor": [
        *(f"articles.{deed}_houserule" for deed in ("view", "add", "change", "delete")),
        *("articles.view_contradiction", "articles.change_contradiction"),
    ]
}


def grant(apps: Any, app_config: Any, roles: dict[str, list[str]]) -> None:
    """Give groups of these names the permissions named `app.codename`, making what is missing. For migrations."""
    from django.contrib.auth.management import create_permissions

    create_permissions(app_config, verbosity=0)  # Django makes them only after the last migration
    groups = apps.get_model("auth", "Group").objects
    permissions = apps.get_model("auth", "Permission").objects
    for role, names in roles.items():
        group = groups.get_or_create(name=role)[0]
        for name in names:
            app, _, codename = name.partition(".")
            group.permissions.add(permissions.get(content_type__app_label=app, codename=codename))
