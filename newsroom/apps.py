from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.core import checks


class NewsroomConfig(AppConfig):
    name = "newsroom"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from newsroom.mail import aligned  # once all is set up

        checks.register(aligned)


class DeskConfig(AdminConfig):
    """Django's admin with our own site: arranged for editors, not by tables."""

    default_site = "newsroom.desk.Desk"


CKEDITOR = "ckeditor/ckeditor"
UNUSED_PLUGINS = (
    *("about", "adobeair", "ajax", "autoembed", "autogrow", "bbcode", "codesnippet", "codesnippetgeshi", "devtools"),
    *("div", "docprops", "embed", "embedbase", "embedsemantic", "exportpdf", "find", "flash", "forms", "iframe"),
    *("iframedialog", "image", "image2", "liststyle", "mathjax", "placeholder", "preview", "scayt", "sharedspace"),
    *("smiley", "sourcedialog", "specialchar", "stylesheetparser", "table", "tableresize", "templates", "uicolor"),
    *("uploadimage", "uploadwidget", "wsc", "xml"),
)
# Patterns are matched against files' paths, so one for a directory must end in a star.
UNUSED_FILES = [
    *(f"{CKEDITOR}/plugins/{plugin}/*" for plugin in UNUSED_PLUGINS),
    *(f"{CKEDITOR}/{name}/*" for name in ("adapters", "vendor", "skins/moono")),
    *(f"{CKEDITOR}/{name}" for name in ("*.md", "build-config.js", "bender-runner.config.json")),
    *(f"ckeditor/{name}/*" for name in ("galleriffic", "file-icons")),
    *(f"{CKEDITOR}/{path}lang/{letters}*" for path in ("", "plugins/*/") for letters in ("[!e]", "e[!n]")),
]


class StaticConfig(StaticFilesConfig):
    """Collects CKEditor without what our toolbar never reaches: other plugins, skins and languages, 1,000 files.

    Plugins that bring a style sheet or pictures with them as the editor starts stay, used or not.
    """

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, *UNUSED_FILES]
