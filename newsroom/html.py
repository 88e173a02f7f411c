"""Rich text is hostile until it went through `clean`. One allow-list for publish, import, editor and feeds."""

import html
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import nh3
from django.conf import settings

TAGS = {
    *("p", "br", "h3", "h4", "strong", "em", "s", "sup", "sub", "blockquote", "cite", "q"),
    *("ul", "ol", "li", "a", "hr"),
}
ATTRIBUTES = {"a": {"href", "title", "hreflang"}}
SCHEMES = {"http", "https", "mailto", "tel"}
# Elements whose text is code or an alternative, never the story's words.
DROPPED_WHOLE = {
    *("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "title", "head"),
    *("textarea", "select", "option", "button", "xmp", "noembed", "noframes", "plaintext", "canvas", "audio", "video"),
}
INLINE = {"strong", "em", "s", "sup", "sub", "cite", "q", "a"}
RENAMED = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4", "b": "strong", "i": "em", "strike": "s", "del": "s"}
# Whatever else stands on lines of its own becomes a paragraph; cells of a table are parted by a space.
_PARAGRAPHS = (
    *("div", "section", "article", "header", "footer", "main", "aside", "address", "center", "pre", "tr", "dt", "dd"),
    *("figure", "figcaption", "caption", "summary", "details", "legend"),
)
RENAMED |= dict.fromkeys(_PARAGRAPHS, "p")
CELLS = {"td", "th"}

DEEPEST = 40  # elements inside each other; hostile nesting would cost the parser the square of its depth
_START_OR_END = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_NOT_NESTING = {
    *("p", "li", "dt", "dd", "tr", "td", "th", "option", "br", "hr", "img", "input", "meta", "link", "col", "wbr"),
    *("source", "track", "area", "base", "embed", "param"),
}
_ENDLESS_TAG = re.compile(r"(<[a-zA-Z][^\s/<>]{0,50})[^<>]{20000,}")
_BARE_AMPERSAND = re.compile(r"&(?![a-zA-Z#])")
_AMPERSAND = (
    "\ufdd0"  # stands for a bare one meanwhile: the parser is slow with them, and no text has this non-character
)
_SPACE = "[ \t\n\r\v\f\x1c-\x1f\x85\u00a0\u202f\u2007]"
_SPACES = re.compile(f"{_SPACE}+")
# Invisible signs, and what neither HTML nor XML nor UTF-8 has a place for: control characters, halves of pairs.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0\ufffe\uffff]")
_TAG = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|h3|h4|li|blockquote)>|<br>|<hr>|(?=<[uo]l>)")
_EMPTY = re.compile(r"<(strong|em|s|sup|sub|cite|q|b|i|strike|del)></\1>")
_BLANK = re.compile(f"<p>(?:{_SPACE}|<br>)+</p>")
_REPEATED = re.compile(r"(<p></p>|<br>\s*<br>)(?:\s*(?:<p></p>|<br>))+")
_CONTROLS = "".join(map(chr, range(33)))


def clean(text: str) -> str:
    """Return the allowed part of `text`: words are kept, whatever can run, track or restyle is not.

    What comes out is valid HTML: text stands in paragraphs, subheads and lists, nothing is empty. Idempotent.
    """
    text = _BARE_AMPERSAND.sub(_AMPERSAND, _INVISIBLE.sub("", text))
    text = nh3.clean(
        _flattened(_ENDLESS_TAG.sub(r"\1 ", text)),
        tags=TAGS | set(RENAMED) | CELLS,
        attributes={**ATTRIBUTES, "b": {"style"}},
        clean_content_tags=DROPPED_WHOLE,
        url_schemes=SCHEMES,
        strip_comments=True,
        link_rel=None,
    )
    while (
        shorter := _EMPTY.sub("", text)
    ) != text:  # at most DEEPEST times; what follows is slow with a million of them
        text = shorter
    text = _REPEATED.sub(r"\1", _BLANK.sub("<p></p>", text))
    composer = _Composer()
    composer.feed(text)
    composer.close()
    return composer.composed()


def _flattened(text: str) -> str:
    """The text without start tags that are nested deeper than anybody means."""
    depth = 0

    def count(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _NOT_NESTING:
            return match[0]
        depth = max(0, depth - 1) if match[1] else depth + 1
        return match[0] if depth <= DEEPEST else "<wbr"

    return _START_OR_END.sub(count, text)


def address(value: str) -> str:
    """The address as a browser reads it, if it is a path of ours or complete with a scheme we know; else nothing."""
    value = re.sub(r"[\t\n\r]", "", _INVISIBLE.sub("", value.replace(_AMPERSAND, "&")))
    value = _SPACES.sub(" ", value).strip(_CONTROLS).replace(" ", "%20")
    scheme, colon, rest = value.partition(":")
    if colon and scheme.lower() in {"mailto", "tel"}:
        return value
    if colon and scheme.lower() in {"http", "https"}:
        return value if re.match(r"//[^/\\]", rest) and host_of(value) else ""
    return value if re.match(r"[#?]|/(?![/\\])", value) else ""


def host_of(value: str) -> str | None:
    """The host (and port) of an address, empty for a path; None for one that Python, unlike nh3, cannot read."""
    try:
        return urlsplit(value).netloc
    except ValueError:
        return None


class _Composer(HTMLParser):
    """Writes parsed, allowed elements anew, as text editors and validators expect them.

    Elements are written when there is text for them, so none is ever empty. Inline elements are closed before a block
    ends and opened again in the next, spaces go outside them, and text that stands nowhere gets a paragraph.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.wanted: list[str] = []  # lists, items and quotes the text now stands in; the first `written` are in `out`
        self.written = 0
        self.inline: list[tuple[str, str]] = []  # likewise, with the start tag ("" keeps quiet)
        self.inline_written = 0
        self.next_block = "p"
        self.block = ""  # the end tag of the paragraph or subhead that is open
        self.in_block = False
        self.item_has_text = False
        self.gap = ""  # white space or line breaks that are written when more text follows

    def composed(self) -> str:
        self.end_block()
        self.leave(0)
        return "".join(self.out)

    # -- what the parser finds ---------------------------------------------------------------------

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in CELLS:
            return
        if tag == "b" and "normal" in (dict(attrs).get("style") or ""):
            self.inline.append(("strong", ""))  # a word processor's wrapper around everything, not bold at all
            return
        tag = RENAMED.get(tag, tag)
        if tag in INLINE:
            self.inline.append((tag, self.start_tag(tag, attrs)))
        elif tag == "br":
            if self.in_block:
                self.gap = "<br><br>" if self.gap.startswith("<br>") else "<br>"
        elif tag in {"p", "h3", "h4"}:
            self.end_block()
            self.next_block = tag
        elif tag == "hr":
            self.end_block()
            if self.wanted[-1:] not in (["ul"], ["ol"]):
                self.enter()
                self.out.append("<hr>")
        else:
            self.start_container(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in CELLS:
            if self.in_block and not self.gap:
                self.gap = " "
            return
        tag = RENAMED.get(tag, tag)
        if tag in INLINE:
            self.end_inline(tag)
        elif tag in {"p", "h3", "h4"}:
            self.end_block()
        elif tag in self.wanted:
            self.end_block()
            self.leave(len(self.wanted) - 1 - self.wanted[::-1].index(tag))

    def handle_data(self, data: str) -> None:
        data = _SPACES.sub(" ", _INVISIBLE.sub("", data.replace(_AMPERSAND, "&")))
        words = data.strip(" ")
        if data.startswith(" ") and self.in_block and not self.gap:
            self.gap = " "
        if words:
            self.start_block()
            self.out.append(self.gap)
            self.out += [start for _, start in self.inline[self.inline_written :]]
            self.inline_written = len(self.inline)
            self.out.append(html.escape(words, quote=False))
            self.gap = " " if data.endswith(" ") else ""

    # -- what is written ---------------------------------------------------------------------------

    def start_tag(self, tag: str, attrs: list[tuple[str, str | None]]) -> str:
        """The start tag to write; nothing for one inside its like, and for a link that leads nowhere."""
        if any(tag == one and start for one, start in self.inline):
            return ""
        if tag != "a":
            return f"<{tag}>"
        given = {name: tidy((value or "").replace(_AMPERSAND, "&")) for name, value in attrs}
        given["href"] = address(dict(attrs).get("href") or "")
        if not given["href"]:
            return ""
        kept = [(name, given[name]) for name in ("href", "title", "hreflang") if given.get(name)]
        return "<a " + " ".join(f'{name}="{html.escape(value)}"' for name, value in kept) + ">"

    def start_block(self) -> None:
        if self.in_block:
            return
        if self.wanted[-1:] in (["ul"], ["ol"]):
            self.wanted.append("li")
        self.enter()
        self.in_block = True
        if self.wanted[-1:] == ["li"]:
            self.block = ""
            self.gap = "<br>" if self.item_has_text else ""
            self.item_has_text = True
        else:
            self.out.append(f"<{self.next_block}>")
            self.block, self.gap = f"</{self.next_block}>", ""

    def end_block(self) -> None:
        if self.in_block:
            self.close_inline(0)
            self.out.append(self.block)
        self.in_block, self.block, self.gap, self.next_block = False, "", "", "p"

    def end_inline(self, tag: str) -> None:
        place = next((i for i in reversed(range(len(self.inline))) if self.inline[i][0] == tag), None)
        if place is not None:
            self.close_inline(place)
            del self.inline[place]

    def close_inline(self, place: int) -> None:
        """Write the end tags of inline elements from that place on, the innermost first."""
        for tag, start in reversed(self.inline[place : self.inline_written]):
            if start:
                self.out.append(f"</{tag}>")
        self.inline_written = min(self.inline_written, place)

    def start_container(self, tag: str) -> None:
        self.end_block()
        inside = self.wanted[-1] if self.wanted else ""
        if tag == "li":
            if inside not in {"ul", "ol"}:
                return  # an item of no list: its text becomes a paragraph
        elif inside in {"ul", "ol"}:
            self.wanted.append("li")
        self.wanted.append(tag)

    def enter(self) -> None:
        """Write the start tags of lists, items and quotes that have text at last."""
        for tag in self.wanted[self.written :]:
            self.out.append(f"<{tag}>")
            self.item_has_text = False
        self.written = len(self.wanted)

    def leave(self, place: int) -> None:
        """Write the end tags of lists, items and quotes from that place on, the innermost first."""
        for tag in reversed(self.wanted[place : self.written]):
            self.out.append(f"</{tag}>")
        del self.wanted[place:]
        self.written = min(self.written, place)


_LINK = re.compile(r'<a href="([^"]*)"')


def with_rel(text: str, *, paid: bool = False) -> str:
    """Mark links of cleaned text that leave the site; `paid`: somebody pays for them."""
    rel = "noopener nofollow sponsored external" if paid else "noopener nofollow external"
    own = urlsplit(settings.SITE_URL).netloc

    def mark(match: re.Match[str]) -> str:
        ours = host_of(html.unescape(match[1])) in ("", own)
        return match[0] if ours else f'{match[0]} rel="{rel}"'

    return _LINK.sub(mark, text)


def plain(text: str) -> str:
    """The words of cleaned rich text, blocks parted by line breaks."""
    ended, last, rest = _BLOCK_END.sub("\n", text).rpartition(">")  # no tag ends in the rest: not to be sought there
    text = _TAG.sub("", ended + last) + rest
    # `unescape` alone is slow with a million of one sign.
    return html.unescape(text.replace("&lt;", "<").replace("&gt;", ">")).strip()


def tidy(text: str) -> str:
    """One line of plain text as it was meant: no-break and double spaces, invisible signs and breaks put right."""
    return " ".join(_INVISIBLE.sub("", text).split())


_NOT_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def for_xml(text: str) -> str:
    """The text without the signs XML cannot write, not even escaped: one of them, and no reader opens the feed."""
    return _NOT_XML.sub("", text)
