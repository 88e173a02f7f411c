"""The one module that knows CKEditor: what its toolbar offers, and how a section's text gets into it."""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from newsroom.html import clean

# Only what an article needs. The same elements as newsroom.html.TAGS; the server's list is the one that counts.
CONFIG: dict[str, Any] = {
    "toolbar": [
        ["Format", "Bold", "Italic"],
        ["Link", "Unlink"],
        ["BulletedList", "NumberedList", "Blockquote"],
        ["PasteText", "RemoveFormat"],
        ["Undo", "Redo"],
    ],
    "format_tags": "p;h3;h4",
    "allowedContent": "p br h3 h4 strong em s sup sub blockquote cite q ul ol li hr; a[!href,title,hreflang]",
    "extraPlugins": "divarea",
    # The last three send text to other hosts.
    "removePlugins": "elementspath,resize,image,flash,iframe,forms,smiley,about,maximize,sourcearea,save,newpage,"
    "preview,print,templates,find,exportpdf,scayt,wsc",
    "removeDialogTabs": "link:advanced;link:target",
    "disableNativeSpellChecker": False,
    "customConfig": "",
    "stylesSet": False,
    "contentsCss": [],
    "title": False,
    "height": "auto",
    "width": "100%",
    "entities": False,
    "linkDefaultProtocol": "https://",
    "pasteFromWordRemoveFontStyles": True,
    "pasteFromWordRemoveStyles": True,
    "versionCheck": False,
}


class BodyWidget(CKEditorWidget):
    """A section's text. The screen's own script starts the editor when the section comes into view."""

    def __init__(self) -> None:
        super().__init__(template_name="admin/articles/article/body.html")
        self.config.clear()  # django-ckeditor's defaults offer a hundred buttons
        self.config.update(CONFIG)

    def format_value(self, value: Any) -> str:
        """Old text is cleaned before an editor loads it, whatever way it came in."""
        return clean(value or "")

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> SafeString:
        """Our template lives with the screen's others, where form renderers do not look."""
        return render_to_string(template_name, context)
