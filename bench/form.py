"""A page's form as a browser would send it, read with the standard library alone."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """Collects the controls of every form, in order; those of a <template> are no controls."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: dict[str, list[tuple[str, str]]] = {}
        self.buttons: dict[str, str] = {}  # name of a submit button → id of its form
        self._form = ""
        self._templates = 0
        self._text: tuple[str, str, list[str]] | None = None  # form, name and text of the open <textarea>
        self._select: tuple[str, str, list[tuple[str, bool]]] | None = (
            None  # form, name, (value, chosen) of the open one
        )

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "template":
            self._templates += 1
        if self._templates:
            return
        if tag == "form":
            self._form = said.get("id") or f"form {len(self.forms)}"
            self.forms.setdefault(self._form, [])
            return
        owner = said.get("form") or self._form
        if tag == "option" and self._select is not None:
            self._select[2].append((said.get("value", ""), "selected" in said))
        if not owner or "name" not in said or "disabled" in said:
            return
        name, kind = said["name"], said.get("type", "")
        if tag == "button" or kind == "submit":
            self.buttons[name] = owner
        elif tag == "textarea":
            self._text = (owner, name, [])
        elif tag == "select":
            self._select = (owner, name, [])
        elif tag == "input" and kind not in {"file", "button", "reset", "image"}:
            if kind not in {"checkbox", "radio"}:
                self._add(owner, name, said.get("value", ""))
            elif "checked" in said:
                self._add(owner, name, said.get("value", "on"))

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text[2].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "template":
            self._templates = max(0, self._templates - 1)
        elif tag == "form":
            self._form = ""
        elif tag == "textarea" and self._text is not None:
            owner, name, text = self._text
            self._add(owner, name, "".join(text).removeprefix("\n"))
            self._text = None
        elif tag == "select" and self._select is not None:
            owner, name, options = self._select
            chosen = [value for value, selected in options if selected] or [value for value, _ in options[:1]]
            for value in chosen:
                self._add(owner, name, value)
            self._select = None

    def _add(self, owner: str, name: str, value: str) -> None:
        self.forms.setdefault(owner, []).append((name, value))


def fields(page: str, button: str) -> dict[str, list[str]]:
    """What pressing that button would send, changed by nobody. Raises KeyError when the page has no such button."""
    reader = FormReader()
    reader.feed(page)
    sent: dict[str, list[str]] = {}
    for name, value in reader.forms[reader.buttons[button]]:
        sent.setdefault(name, []).append(value)
    sent[button] = ["1"]
    return sent
